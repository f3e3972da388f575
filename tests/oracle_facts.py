"""What holds in the oracle's worlds: what is written, what follows, what is presumed; who is a party, and on which day.

The first half of the oracle; see `tests.oracle`, which says what it is and how it is independent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from treatylang.events.situation import Act, Claimed, Situation, Unknown
from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.time import Spell
from treatylang.model.who import Choice, Filter, Fixed, Slot, Who

Atom = tuple[str, tuple[str, ...]]
Account = str | tuple[Atom, bool] | None  # a claimant, or one value that nobody named claims
Row = tuple[str, str, str, str]  # clause, duty or forbidden act, bearer, owed to
MOST = 8  # open facts of one clause: 256 worlds


class Beyond(Exception):
    """The oracle does not say."""


class Open(Exception):
    """A fact is asked for that the world does not settle yet."""

    def __init__(self, atom: Atom) -> None:
        self.atom = atom


@dataclass(frozen=True)
class Match:
    """One way to fill the words of a clause; a role that nobody is known to fill stands as None."""

    roles: dict[str, str | None] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    parties_to_it: frozenset[str] = frozenset()  # whom `when` introduces
    day: str = ""


# ---- days


def come(bound: str, day: str) -> bool | None:
    """Whether a bound has come on a day; None inside a month of which only the month is known."""
    return None if len(bound) == 7 and day.startswith(bound) else bound <= day


def inside_of(spell: Spell, day: str) -> bool | None:
    begun, ended = come(spell.since or "0001-01-01", day), come(spell.until or "9999-12-31", day)
    return False if begun is False or ended else None if begun is None or ended is None else True


def later(day: str, amount: int, unit: str) -> str:
    year, month, number = map(int, day.split("-"))
    if unit.startswith("day"):
        return (date(year, month, number) + timedelta(amount)).isoformat()
    months = year * 12 + month - 1 + amount * (12 if unit.startswith("year") else 1)
    for last in (number, 30, 29, 28):  # the same number, or the last day of the month
        try:
            return date(months // 12, months % 12 + 1, min(last, number)).isoformat()
        except ValueError:
            continue
    raise AssertionError


# ---- one account, one reading, one valuation


@dataclass(frozen=True)
class World:
    account: Account
    reading: str | None
    values: dict[Atom, bool]


class Facts:
    """One treaty, one situation, one day; the world that is looked into."""

    def __init__(self, treaty: m.Treaty, situation: Situation, day: str) -> None:
        self.treaty, self.situation, self.day, self.words = treaty, situation, day, treaty.vocabulary
        self.acts = [act for act in situation.acts if act.date <= day]
        if any(len(act.date) != 10 or act.groups or act.by_groups for act in self.acts):
            raise Beyond
        self.by_id = {act.id: act for act in self.acts}
        self.claims: dict[Atom, Claimed] = {}
        self.stated: dict[Atom, bool | None] = {}  # None: written as unknown
        self._read()
        self.accounts = self._accounts()
        self.world = World(None, None, {})
        self.asked: set[Atom] = set()
        self.ending = False

    # ---- what is written
    def _read(self) -> None:
        for act in self.acts:
            self._write(("happened", (act.id,)), act.happened)
            for name, value in act.facts.items():
                if name in self.words.kinds or self.words.facts[name].type == "truth":
                    self._write((name, (act.id,)), value)
                elif name == "killed" and isinstance(value, int | float) and value > 0:
                    self.stated.setdefault(("destructive", (act.id,)), True)
        for name, value in self.situation.facts.items():
            self._write((name, ()), value)
        for party, facts in self.situation.party_facts.items():
            for name, value in facts.items():
                self._write((name, (party,)), value)
        for fact in self.situation.relations:
            if inside_of(Spell(fact.since, fact.until), self.day) is not True:
                raise Beyond
            self._write(self._pair(fact.name, fact.first, fact.second), fact.value)
        for each in self.situation.decisions:
            if each.votes is not None:
                raise Beyond
            if each.outcome == "unknown" and each.date <= self.day:
                self.stated[each.decision or "", (each.body,)] = None
        disputed = [each.disputed for each in self.treaty.members] + [each.disputed for each in self.treaty.suspensions]
        if any(disputed) or self.treaty.members_of or self.situation.membership:
            raise Beyond

    def _write(self, atom: Atom, value: object) -> None:
        if isinstance(value, Claimed):
            self.claims[atom] = value
        elif isinstance(value, bool):
            self.stated[atom] = value
        elif isinstance(value, Unknown):
            self.stated[atom] = None
        else:
            raise Beyond

    def _pair(self, name: str, first: str, second: str) -> Atom:
        symmetric = self.words.relations[name].symmetric
        return (name, (min(first, second), max(first, second)) if symmetric else (first, second))

    def _accounts(self) -> list[Account]:
        found: dict[str | tuple[Atom, bool], None] = {}
        for atom, claim in self.claims.items():
            for value, who in claim.values:
                found |= dict.fromkeys(who if who else [(atom, bool(value))])
        return list(found) or [None]

    # ---- what holds before any world is chosen
    def said(self, atom: Atom) -> bool | None:
        """What the event, or the account of this world, writes."""
        account = self.world.account
        if atom[0] == "reading":
            return atom[1][0] == self.world.reading
        if atom in self.claims:
            for value, who in self.claims[atom].values:
                if account in who or (not who and account == (atom, bool(value))):
                    return bool(value)
            return None
        return self.stated.get(atom)

    def given(self, atom: Atom) -> bool | None:
        """What is written, what follows from it, and else what is presumed."""
        value = self.said(atom)
        if value is None:
            value = self._follows(atom)
        if value is None and atom not in self.stated and atom not in self.claims:
            value = self._presumed(atom)
            for other, when, result in self.linked(atom) if value is None else ():  # what follows from another presumption
                said = self.said((other, atom[1]))
                if (
                    said is None
                    and (other, atom[1]) not in {*self.stated, *self.claims}
                    and self._presumed((other, atom[1])) is when
                ):
                    value = result
        return value

    def _follows(self, atom: Atom) -> bool | None:
        word, of = atom
        for other, condition, result in self.linked(atom):
            if self.said((other, of)) is condition:
                return result
        if word == "at_war":
            for act in self.acts:  # an act that implies war, and is known to have happened
                pairs = [self._pair(word, by, on)[1] for by in act.by for on in act.second]
                if "at_war" in self._implied(act) and of in pairs and self.given(("happened", (act.id,))):
                    return True
        if word == "first_use" and atom not in self.stated and atom not in self.claims:
            act = self.by_id[of[0]]
            for before in self.acts[: self.acts.index(act)]:
                uses = "use_of_force" in self.words.kinds[before.kind].above
                if uses and set(before.by) & set(act.second) and set(before.second) & set(act.by):
                    return False
        return None

    def _implied(self, act: Act) -> set[str]:
        return {each for kind in self.words.kinds[act.kind].above for each in self.words.kinds[kind].implies}

    def linked(self, atom: Atom) -> Iterator[tuple[str, bool, bool]]:
        """(other, value, own): where the other fact of the same act or party has that value, this one has its own."""
        word = atom[0]
        if word not in self.words.facts:
            return
        for name, fact in self.words.facts.items():
            if word in fact.implies and fact.type == "truth":
                yield name, True, True
            if word in fact.excludes:
                yield name, True, False
        for name in self.words.facts[word].implies:
            yield name, False, False
        for name in self.words.facts[word].excludes:
            yield name, True, False

    def _presumed(self, atom: Atom) -> bool | None:
        word, of = atom
        if word == "happened":
            return True
        if word in self.words.relations:
            value = self.words.relations[word].presumed
        elif word in self.words.decisions and of:
            value = self.words.decisions[word].presumed
        elif word not in self.words.facts:
            return None
        elif of and of[0] in self.by_id:
            act, fact = self.by_id[of[0]], self.words.facts[word]
            foreign = act.by and all(self._state(code) and code not in act.second for code in act.by)
            value = fact.foreign if foreign and fact.foreign is not None else fact.presumed
            value = self.words.kinds[act.kind].presumes.get(word, value)
            for ground in fact.yields:
                number = act.facts.get(ground.fact)
                if ground.number is None and self.stated.get((ground.fact, of)) is ground.value:  # stated, not claimed
                    return None
                if ground.number is not None and isinstance(number, int | float) and number <= ground.number:
                    return None
        else:
            value = self.words.facts[word].presumed
        if value is None or not self.presumes(word):
            return None
        for other, _, result in self.linked(atom):  # an open fact could show the contrary: then nothing is presumed
            open_one = (other, of) in self.claims or ((other, of) in self.stated and self.stated[other, of] is None)
            if open_one and result is not value:
                return None
        return value

    def presumes(self, word: str) -> bool:
        return self.situation.not_presumed is not None and word not in self.situation.not_presumed

    def true(self, word: str, *of: str) -> bool:
        atom = (word, of)
        self.asked.add(atom)
        value = self.world.values[atom] if atom in self.world.values else self.given(atom)
        if value is None:
            raise Open(atom)
        return value

    # ---- states, parties, spells
    def _state(self, code: str) -> bool:
        actor = self.situation.actors.get(code)
        if actor is not None:
            return actor.kind in ("state", "government")
        return code in self.words.states and self.words.states[code].sort == "state"

    def within(self, spell: Spell | None, day: str, *whose: str) -> bool:
        """Whether a day lies in a spell; inside a month of which the day is not known, a question of its own."""
        if spell is None:
            return True
        for form, bound, wanted in (("since", spell.since, True), ("until", spell.until, False)):
            if bound is None:
                continue
            reached = come(bound, day)
            if reached is None:
                reached = self.true(form, *whose, bound, day)
            if reached is not wanted:
                return False
        return True

    def party(self, code: str, *days: str) -> bool:
        for day in dict.fromkeys(days):
            if not self.within(self.treaty.spell, day, self.treaty.id):
                return False
            spells = [each.spell for each in self.treaty.members if each.state == code]
            if not any(self.within(spell, day, code, self.treaty.id) for spell in spells):
                return False
        return True

    def members(self) -> list[str]:
        return list(dict.fromkeys(each.state for each in self.treaty.members))

    def in_class(self, code: str, name: str, day: str) -> bool:
        known = self.words.classes[name]
        if known.regions:
            raise Beyond
        return any(each.state == code and self.within(each.spell, day, code, name) for each in known.members)

    def of_sort(self, code: str, sort: str, day: str) -> bool:
        if sort == "party":
            return self.party(code, day, self.day)  # on the day of the act and on that asked about
        if sort == "state":
            return self._state(code)
        if sort in ("non_party", "third_state"):
            return (sort == "non_party" or self._state(code)) and not self.party(code, day, self.day)
        if sort == "actor":
            return True
        if sort in self.words.classes:
            return self.in_class(code, sort, day)
        raise Beyond

    def passes(self, code: str, that: Filter | None, day: str) -> bool:
        if that is None:
            return True
        return (code in that.states or (that.sort is not None and self.of_sort(code, that.sort, day))) is not that.negated

    def fits(self, who: Who | None, code: str | None, match: Match, day: str) -> bool:
        """Whether someone may stand where `who` is said; nobody known fits where anybody does."""
        if isinstance(who, Slot) and who.slot not in match.roles:
            raise Beyond
        if who is None:
            return True
        if code is None:
            raise Beyond
        match who:
            case Fixed(codes=codes):
                return code in codes
            case Slot(slot=slot):
                return match.roles[slot] == code
            case Choice(quantifier=quantifier, sort=sort, of=None, that=that):
                if quantifier not in ("a", "another") or (quantifier == "another" and code in match.parties_to_it):
                    return False
                return self.of_sort(code, sort, day) and self.passes(code, that, day)
        raise Beyond

    # ---- acts, places, decisions
    def is_kind(self, act: Act, kind: str) -> bool:
        """Whether an act is one of a kind: as the event says, as its own kind is, or by what its kind amounts to."""
        if (kind, (act.id,)) in {*self.stated, *self.claims}:
            return self.true(kind, act.id)
        above = self.words.kinds[act.kind].above
        if kind in above:
            return self.needed(act, kind)
        for word in (name for name in act.facts if name in self.words.kinds and kind in self.words.kinds[name].above):
            if self.true(word, act.id):
                return True
        for each in above:
            for other, conditions in self.words.kinds[each].amounts_to.items():
                below = kind in self.words.kinds[other].above and all(self.true(fact, act.id) for fact in conditions)
                if below and self.needed(act, other) and (kind == other or self.needed(act, kind)):
                    return True
        return False

    def needed(self, act: Act, kind: str) -> bool:
        return all(self.true(fact, act.id) is value for fact, value in self.words.kinds[kind].needs.items())

    def place(self, act: Act, where: c.Where) -> bool:
        """By name only: the region that the event writes, or one that lies in it."""
        if where.holder is not None or any(name not in self.words.regions for name in where.names):
            raise Beyond
        place = act.place
        if place is None or place.region is None or len(where.names) != 1:
            return self.true("place", act.id, where.names[0])
        return where.names[0] in self.words.regions[place.region].above

    def decided(self, body: str, decision: str) -> list[str]:
        """The days on which a body decided so; what is not listed is what the vocabulary presumes, or open."""
        days, listed = [], False
        for each in self.situation.decisions:
            if (each.body, each.decision) != (body, decision) or each.date > self.day:
                continue
            listed = True
            if each.outcome == "adopted" or (each.outcome == "unknown" and self.true(decision, body)):
                days.append(each.date)
        presumed_not = self.ending and (decision, (body,)) not in self.stated and self.presumes(decision)
        if not listed and not presumed_not and self.true(decision, body):
            days.append("0001-01-01")  # long ago
        return days
