"""The independent oracle: what a decision means (the verdicts, the worlds, the essential facts), as plainly as it can be said.

It enumerates the worlds first (every total valuation of the facts that a clause may ask for, per account and reading, which obeys
the vocabulary's constraints) and then evaluates each clause two-valued, with plain loops.  It is written from the specification and
shares nothing with the evaluator: it works on the bound treaty (`model.treaty`, whose binding is tested elsewhere) and the event
(`events.situation`), has its own days and spells, and places by name only.  What it does not know it refuses (`Beyond`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

from treatylang.events.situation import Act, Claimed, Situation, Unknown
from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.time import Spell
from treatylang.model.who import Body, Choice, Filter, Fixed, Slot, Who

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
class Answer:
    """The verdict of a row, and the facts whose flip alone changes it in some world."""

    verdict: str
    depends_on: frozenset[Atom] = frozenset()


@dataclass(frozen=True)
class Match:
    """One way to fill the words of a clause; a role that nobody is known to fill stands as None."""

    roles: dict[str, str | None] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    parties_to_it: frozenset[str] = frozenset()  # whom `when` introduces
    as_parties: frozenset[str] = frozenset()  # those of them who must be parties
    day: str = ""


def answers(treaty: m.Treaty, situation: Situation, day: str) -> dict[Row, Answer]:
    """Every row that is not simply `not_owed`."""
    case = Case(treaty, situation, day)
    found: dict[Row, Answer] = {}
    for clause in treaty.clauses:
        found |= case.answer(clause)
    return {row: answer for row, answer in found.items() if answer.verdict != "not_owed"}


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


class Case:
    """One treaty, one situation, one day."""

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
        for spell in [*self.treaty.members, *self.treaty.suspensions]:
            if spell.disputed:
                raise Beyond
        if self.situation.membership:
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
                if said is None and (other, atom[1]) not in self.claims and self._presumed((other, atom[1])) is when:
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
        for other, when, result in self.linked(atom):  # an open fact could show the contrary: then nothing is presumed
            open_one = (other, of) in self.claims or ((other, of) in self.stated and self.stated[other, of] is None)
            if open_one and result is not value and (when is True or when is False):
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

    # ---- worlds
    def answer(self, clause: m.Clause) -> dict[Row, Answer]:
        readings = [None, *dict.fromkeys(r.id for r in self.treaty.riders if r.form == "claimed" and r.clause == clause.id)]
        views = list(product(self.accounts, readings))
        self.asked = set()
        for account, reading in views:
            self._explore(clause, account, reading)
        asked = set(self.asked)
        results: dict[tuple[Account, str | None], list[tuple[dict[Atom, bool], dict[Row, str]]]] = {}
        for account, reading in views:
            self.world = World(account, reading, {})
            known = {atom: self.given(atom) for atom in asked}
            unknown = sorted(atom for atom in asked if known[atom] is None)
            if len(unknown) > MOST:
                raise Beyond
            for values in product((False, True), repeat=len(unknown)):
                total = {
                    **known,
                    **dict(zip(unknown, values, strict=True)),
                    **{("reading", (r,)): r == reading for r in readings if r},
                }
                if self._allowed(total):
                    self.world = World(account, reading, total)
                    results.setdefault((account, reading), []).append((total, self.owed(clause)))
        rows = {row for worlds in results.values() for _, found in worlds for row in found}
        return {row: self._verdict(row, results) for row in rows}

    def _explore(self, clause: m.Clause, account: Account, reading: str | None) -> None:
        """Ask for every fact that the clause may ask for, whatever the others are."""
        todo: list[dict[Atom, bool]] = [{}]
        opened: set[Atom] = set()
        while todo:
            values = todo.pop()
            self.world = World(account, reading, values)
            try:
                self.owed(clause)
            except Open as more:
                opened.add(more.atom)
                todo += [{**values, more.atom: True}, {**values, more.atom: False}]
                if len(opened) > MOST:
                    raise Beyond from None

    def _allowed(self, world: dict[Atom, bool]) -> bool:
        """Whether a valuation obeys the constraints: of facts with each other, of a month's days in their order."""
        for atom, value in world.items():
            for other, when, result in self.linked(atom):
                if world.get((other, atom[1])) is when and value is not result:
                    return False
            if atom[0] in ("since", "until") and value:
                for day in (other for other in world if other[0] == atom[0] and other[1][:-1] == atom[1][:-1]):
                    if day[1][-1] > atom[1][-1] and not world[day]:
                        return False
            if atom[0] == "happened" and value and "at_war" in self._implied(act := self.by_id[atom[1][0]]):
                for by, on in product(act.by, act.second):
                    if world.get(self._pair("at_war", by, on)) is False:
                        return False
        return True

    def _verdict(self, row: Row, results: dict[object, list[tuple[dict[Atom, bool], dict[Row, str]]]]) -> Answer:  # type: ignore[type-arg]
        each = [{found.get(row, "not_owed") for _, found in worlds} for worlds in results.values()]
        verdicts = set.union(*each)
        if len(verdicts) == 1:
            return Answer(verdicts.pop())
        worlds = {frozenset(world.items()): found.get(row, "not_owed") for some in results.values() for world, found in some}
        essential = {
            atom
            for world, verdict in worlds.items()
            for atom, value in world
            if worlds.get(world - {(atom, value)} | {(atom, not value)}, verdict) != verdict
        }
        return Answer("disputed" if all(len(one) == 1 for one in each) else "depends", frozenset(essential))

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
        for day in days:
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
            return self.party(code, day)
        if sort == "state":
            return self._state(code)
        if sort in ("non_party", "third_state"):
            return (sort == "non_party" or self._state(code)) and not self.party(code, day)
        if sort == "actor":
            return True
        if sort in self.words.classes:
            return self.in_class(code, sort, day)
        raise Beyond

    def passes(self, code: str, that: Filter | None, day: str) -> bool:
        if that is None:
            return True
        return (code in that.states or (that.sort is not None and self.of_sort(code, that.sort, day))) is not that.negated

    def fits(self, who: Who | None, code: str | None, match: Match, day: str, besides: frozenset[str] = frozenset()) -> bool:
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
                if quantifier not in ("a", "another") or (quantifier == "another" and code in match.parties_to_it | besides):
                    return False
                return self.of_sort(code, sort, day) and self.passes(code, that, day)
        raise Beyond

    # ---- acts
    def is_kind(self, act: Act, kind: str) -> bool:
        """Whether an act is one of a kind: as the event says, as its own kind is, or by what its kind amounts to."""
        if any((name, (act.id,)) in {*self.stated, *self.claims} and not self.true(name, act.id) for name in (kind,)):
            return False
        if (kind, (act.id,)) in {*self.stated, *self.claims}:
            return True
        above = self.words.kinds[act.kind].above
        if kind in above:
            return self._needed(act, kind)
        for word in (name for name in act.facts if name in self.words.kinds and kind in self.words.kinds[name].above):
            if self.true(word, act.id):
                return True
        for each in above:
            for other, conditions in self.words.kinds[each].amounts_to.items():
                if kind in self.words.kinds[other].above and all(self.true(fact, act.id) for fact in conditions):
                    if self._needed(act, other) and (kind == other or self._needed(act, kind)):
                        return True
        return False

    def _needed(self, act: Act, kind: str) -> bool:
        return all(self.true(fact, act.id) is value for fact, value in self.words.kinds[kind].needs.items())

    def acts_of(self, pattern: c.Pattern, match: Match) -> Iterator[Match]:
        """Every way in which an act of the situation fills a pattern."""
        every = next(
            (part for part in pattern.roles if isinstance(part.who, Choice) and part.who.quantifier.startswith("every")), None
        )
        if every is not None:  # all of them
            if "bearer" not in match.roles:
                raise Beyond
            for code in self.members():
                other = every.who.quantifier == "every other" and code == match.roles.get("bearer")  # type: ignore[union-attr]
                if not other and self.party(code, self.day):
                    one = replace(every, who=Fixed(code, (code,)))
                    parts = tuple(one if part is every else part for part in pattern.roles)
                    if not any(self.acts_of(replace(pattern, roles=parts), match)):
                        return
            yield match
            return
        if pattern.targets or pattern.amounts or pattern.of or pattern.aims:
            raise Beyond
        listed = False
        for act in self.acts:
            if act.under is not None:
                raise Beyond
            for found in self._fillings(pattern, act, match):
                if self.is_kind(act, pattern.kind) and all(self.place(act, where) for where in pattern.where):
                    listed = True
                    if self.true("happened", act.id):
                        yield found
        if self.words.kinds[pattern.kind].unlisted and not listed:
            roles = {part.slot: self._only(part.who, match) for part in pattern.roles}
            named = tuple(code for code in roles.values() if code is not None)
            if self.true(pattern.kind, *named):
                introduced = match.parties_to_it | set(named)
                yield replace(match, roles={**match.roles, **roles}, parties_to_it=introduced)

    def _only(self, who: Who | None, match: Match) -> str | None:
        if isinstance(who, Slot):
            return match.roles[who.slot]
        return who.codes[0] if isinstance(who, Fixed) and len(who.codes) == 1 else None

    def _fillings(self, pattern: c.Pattern, act: Act, match: Match) -> Iterator[Match]:
        if set(self.words.kinds[act.kind].roles) - {"by", self.words.kinds[act.kind].second}:
            raise Beyond  # a third role has no field of its own
        doers: tuple[str | None, ...] = act.by or (None,)
        for by, second in product(doers, act.second or (None,)):
            roles: dict[str, str | None] = {}
            before = match
            for number, (part, code) in enumerate(zip(pattern.roles, (by, second), strict=False)):
                if number == 0 and not self.words.kinds[pattern.kind].unlisted and part.who and not self.true("attributed", act.id):
                    raise Beyond
                if not self.fits(part.who, code, before, act.date):
                    break
                roles[part.slot] = code
                before = replace(before, parties_to_it=before.parties_to_it | ({code} if code else set()))
            else:
                told = (
                    self.words.kinds[pattern.kind].unlisted and pattern.roles[1].who is None
                )  # who is only spoken to is not introduced
                introduced = match.parties_to_it | set(act.by) | ({second} if second and not told else set())
                day = max(match.day, act.date)
                sorts = {part.slot: part.who.sort for part in pattern.roles if isinstance(part.who, Choice)}
                parties = match.as_parties | {code for slot, code in roles.items() if code and sorts.get(slot) == "party"}
                yield Match({**match.roles, **roles}, {**match.acts, pattern.slot: act}, introduced, parties, day)

    def place(self, act: Act, where: c.Where) -> bool:
        """By name only: the region that the event writes, or one that lies in it."""
        if where.holder is not None or any(name not in self.words.regions for name in where.names):
            raise Beyond
        place = act.place
        if place is None or place.region is None or len(where.names) != 1:
            return self.true("place", act.id, where.names[0])
        return where.names[0] in self.words.regions[place.region].above

    # ---- conditions
    def ways(self, condition: c.Condition, match: Match) -> Iterator[Match]:
        """Every way in which a condition holds."""
        match condition:
            case c.Happens(pattern=pattern):
                yield from self.acts_of(pattern, match)
            case c.AllOf(terms=(first, *rest)):
                for found in self.ways(first, match):
                    yield from self.ways(c.AllOf("", tuple(rest)), found) if rest else (found,)
            case c.AnyOf(terms=terms):
                for term in terms:
                    yield from self.ways(term, match)
            case _:
                if self.holds(condition, match):
                    yield match

    def holds(self, condition: c.Condition, match: Match) -> bool:
        match condition:
            case c.NotSo(term=term):
                return not self.holds(term, match)
            case c.Happens() | c.AllOf() | c.AnyOf():
                return any(True for _ in self.ways(condition, match))
            case c.Situation(fact=fact, where=()):
                return self.true(fact)
            case c.ActFact(act=act, fact=fact):
                return self.true(fact, self._act(act, match).id)
            case c.ActKind(act=act, kind=kind):
                return self.is_kind(self._act(act, match), kind)
            case c.InPlace(act=act, where=where):
                return all(self.place(self._act(act, match), each) for each in where)
            case c.PartyFact(who=who, fact=fact):
                return self.true(fact, self.one(who, match))
            case c.Related(relation=relation, first=first, place_of=None, second=second, of_sort=None) if first and second:
                one, other = self.one(first, match), self.one(second, match)
                return one != other and self.true(*self._flat(self._pair(relation, one, other)))
            case c.IsOne(who=who, test=test):
                return self.fits(test, self.one(who, match), match, self.day)
            case c.InClass(who=who, state_class=name):
                return self.in_class(self.one(who, match), name, self.day)
            case c.Count(number=number, sort=sort, that=that, each=each):
                some = self.members() if sort == "party" else list(dict.fromkeys(x.state for x in self.words.classes[sort].members))
                some = [code for code in some if self.of_sort(code, sort, self.day) and self.passes(code, that, self.day)]
                return sum(self.holds(each, replace(match, roles={**match.roles, "each": code})) for code in some) >= number
            case c.Decides(body=body, decision=decision, target=None):
                return bool(self.decided(body, decision))
        raise Beyond

    def _flat(self, atom: Atom) -> tuple[str, ...]:
        return (atom[0], *atom[1])

    def _act(self, slot: str, match: Match) -> Act:
        if slot not in match.acts:
            raise Beyond
        return match.acts[slot]

    def one(self, who: Who, match: Match) -> str:
        code = who.codes[0] if isinstance(who, Fixed) and len(who.codes) == 1 else None
        if isinstance(who, Slot):
            code = match.roles.get(who.slot)
        if code is None:
            raise Beyond
        return code

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

    # ---- clauses
    def owed(self, clause: m.Clause, yielding: bool = True) -> dict[Row, str]:
        """The rows of a clause in this world: owed, permitted, or breached."""
        found: dict[Row, str] = {}
        matches = [Match(day=self.day)] if clause.when is None else list(self.ways(clause.when, Match()))
        for match in matches:
            match = replace(match, day=match.day or self.day)
            if not self.in_force(clause, match.day):
                continue
            for norm in clause.norms:
                if isinstance(norm, m.Deems) or norm.spell != Spell():
                    raise Beyond
                for bearer in self.bearers(norm, match):
                    mine = replace(match, roles={**match.roles, "bearer": bearer})
                    lines = [line for line in (*self.treaty.lines, *clause.lines, *self.added(clause, mine))]
                    if not self.party(bearer, match.day, self.day) or self.suspended(match.day, bearer):
                        continue
                    for row, verdict in self.row(clause, norm, bearer, mine, lines):
                        if verdict == "breached" or row not in found:
                            found[row] = verdict
        if yielding and found:
            found = {row: verdict for row, verdict in found.items() if not self.displaced(clause, row)}
        return found

    def in_force(self, clause: m.Clause, day: str, *parties: str) -> bool:
        spells = (self.treaty.spell, self.treaty.id), (clause.spell, self.treaty.id, clause.id)
        return all(self.within(spell, day, *whose) for spell, *whose in spells) and all(self.party(each, day) for each in parties)

    def bearers(self, norm: m.Duty | m.Prohibition, match: Match) -> list[str]:
        found: list[str] = []
        for who in norm.bearers:
            match who:
                case Fixed(codes=codes):
                    found += codes
                case Slot(slot=slot):
                    found += [code] if (code := match.roles[slot]) else []
                case Choice(quantifier="every", sort="party", of=None, that=None):
                    found += self.members()
                case Choice(quantifier="every other", sort="party", of=None, that=None):
                    found += [code for code in self.members() if code not in match.parties_to_it]
                case _:
                    raise Beyond
        return list(dict.fromkeys(found))

    def added(self, clause: m.Clause, match: Match) -> Iterator[m.Line]:
        """Lines that riders add for this bearer, on the day, in this reading."""
        for rider in self.riders(clause, match):
            yield from rider.lines

    def riders(self, clause: m.Clause, match: Match) -> Iterator[m.Rider]:
        for rider in self.treaty.riders:
            bearer = self.one(Slot("", "bearer"), match)
            if rider.clause != clause.id or (rider.form == "claimed" and rider.id != self.world.reading):
                continue
            if rider.bearers and not any(self._bears(who, bearer, match) for who in rider.bearers):
                continue
            if self.within(rider.spell, match.day, rider.id):
                yield rider

    def _bears(self, who: Who, bearer: str, match: Match) -> bool:
        if isinstance(who, Choice) and who.that is None and who.sort in self.words.classes:
            return self.in_class(bearer, who.sort, match.day)
        return isinstance(who, Fixed) and bearer in who.codes

    def suspended(self, day: str, *between: str) -> bool:
        return any(
            set(each.states) == set(between) and any(self._silent(each.spell, one, *sorted(between)) for one in (day, self.day))
            for each in self.treaty.suspensions
        )

    def _silent(self, spell: Spell, day: str, *between: str) -> bool:
        inside = inside_of(spell, day)
        return self.true("suspended", *between, self.treaty.id) if inside is None else inside

    def row(
        self, clause: m.Clause, norm: m.Duty | m.Prohibition, bearer: str, match: Match, lines: list[m.Line]
    ) -> Iterator[tuple[Row, str]]:
        verdict = "permitted" if norm.modal == "may" else "owed"
        if isinstance(norm, m.Prohibition):
            forbidden = list(self.acts_of(norm.act, replace(match, parties_to_it=match.parties_to_it | {bearer})))
            breaches = [each for each in forbidden if self.in_force(clause, each.acts[norm.act.slot].date, bearer)]
            if not all(self.line(line, match) for line in lines if line.form == "only_if"):
                return
            if any(line.form == "lapses" for line in lines):
                raise Beyond
            if any(not any(self.line(line, each) for line in lines if line.form == "unless") for each in breaches):
                verdict = "breached"
            fixed = [part.who for part in norm.act.roles[1:] if isinstance(part.who, Fixed)]
            to = self.one(fixed[0], match) if fixed else "ALL"
            if to != bearer:
                yield (clause.id, norm.act.kind, bearer, to), verdict
            return
        for line in lines:
            if line.form not in ("only_if", "unless", "lapses"):
                raise Beyond
            if self.line(line, match) is not (line.form == "only_if"):
                return
        for to in self.beneficiaries(norm, match):
            if to == bearer or (to in self.members() and (self.suspended(match.day, to) or self.suspended(match.day, to, bearer))):
                continue
            if to not in match.as_parties or self.party(to, self.day):
                yield (clause.id, norm.duty, bearer, to), verdict

    def line(self, line: m.Line, match: Match) -> bool:
        """Whether the condition of a line holds.  A decision that would end a duty is presumed not taken, one that it waits for is open."""
        self.ending = line.form != "only_if"
        try:
            return self._line(line, match)
        finally:
            self.ending = False

    def _line(self, line: m.Line, match: Match) -> bool:
        if not line.amount:
            return self.holds(line.condition, match)
        if not isinstance(line.condition, c.Decides) or line.condition.target is not None:
            raise Beyond
        days = self.decided(line.condition.body, line.condition.decision)
        return any(later(day, line.amount, line.unit) <= self.day for day in days)

    def beneficiaries(self, norm: m.Duty, match: Match) -> list[str]:
        match norm.owed_to:
            case None:
                return ["ALL"]
            case Fixed(codes=codes):
                return list(codes)
            case Body(name=name):
                return [name]
            case Slot():
                return [self.one(norm.owed_to, match)]
        raise Beyond

    # ---- which goes first
    def displaced(self, clause: m.Clause, row: Row) -> bool:
        mine = replace(Match(day=self.day), roles={"bearer": row[2]})
        refs = [*clause.subject_to, *self.treaty.subject_to]
        refs += [ref for rider in self.riders(clause, mine) for change in rider.changes for ref in change.refs]
        for ref in refs:
            for other in self.treaty.clauses:
                named = ref.treaty == self.treaty.id and (not ref.clauses or other.id in ref.clauses) and other.id != clause.id
                if named and any(each[2] == row[2] and self.overlap(row[1], each[1]) for each in self.owed(other, yielding=False)):
                    return True
        return False

    def overlap(self, one: str, other: str) -> bool:
        """Whether two norms regulate one duty, or cannot both be kept."""
        duties = self.words.duties
        if one not in duties or other not in duties:
            return one == other
        above, over = set(duties[one].above), set(duties[other].above)
        bars = {each for name in above for each in duties[name].excludes}, {each for name in over for each in duties[name].excludes}
        return bool(above & over or bars[0] & over or bars[1] & above)
