"""The independent oracle: what a decision means, as plainly as it can be said (semantics, section 9).

It enumerates the worlds: every valuation of the facts that a clause may ask for.  In each it reads the clause in two-valued logic, with
plain loops over sets and dates; a verdict is what all worlds of every account and reading say.  It is written from the specification
and shares nothing with the evaluator but the bound treaty (`model.treaty`, whose binding is tested elsewhere) and the event
(`events.situation`): it has its own days and spells, and places by name only.  What it does not know it refuses (`Beyond`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations, product

from treatylang.events.situation import Act, Claimed, Situation
from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.time import Spell
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import Body, Choice, Filter, Fixed, Slot, Who

Atom = tuple[str, tuple[str, ...]]  # a word and what it is asked of
Account = str | tuple[Atom, bool] | None  # a claimant, or one value that nobody named claims
Row = tuple[str, str, str, str]  # clause, duty or forbidden act, bearer, owed to
Rows = dict[Row, str]
Tree = Rows | tuple[Atom, "Tree", "Tree"]  # the rows, by the facts asked one after the other: where it is not so, where it is
MOST = 9  # open facts of one clause: 512 worlds


class Beyond(Exception):
    """The oracle does not say."""


class Open(Exception):
    """A fact is asked for that this world does not settle yet."""


@dataclass(frozen=True)
class Match:
    """One way to fill the words of a clause; a role that nobody is known to fill stands as None."""

    roles: dict[str, str | None] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    introduced: frozenset[str] = frozenset()
    day: str = ""


@dataclass(frozen=True)
class Answer:
    """The verdict of a row, the facts whose flip alone changes it in some world, and against whom it is owed."""

    verdict: str
    depends_on: frozenset[Atom] = frozenset()
    against: frozenset[str] = frozenset()
    duty: bool = True  # and not a right


def answers(treaty: m.Treaty, situation: Situation, day: str) -> dict[Row, Answer]:
    """Every row that is not simply `not_owed`."""
    case = Case(treaty, situation, day)
    found = [row for clause in treaty.clauses for row in case.answer(clause).items()]
    return {row: answer for row, answer in found if answer.verdict != "not_owed"}


def conflicts(found: dict[Row, Answer], words: Vocabulary) -> dict[tuple[Row, Row], str]:
    """Duties of one bearer that exclude each other, or are owed to both sides of a fight (semantics, section 6)."""
    pairs: dict[tuple[Row, Row], str] = {}
    for (one, first), (other, second) in combinations(sorted((row, each) for row, each in found.items() if each.duty), 2):
        toward = one[3] in second.against, other[3] in first.against
        helps = all(name in words.duties and words.duties[name].deeds for name in (one[1], other[1]))
        if one[2] == other[2] and (any(toward) and bars(words, one[1], other[1]) or all(toward) and helps):
            pairs[one, other] = "owed" if {first.verdict, second.verdict} <= {"owed", "breached"} else "depends"
    return pairs


def bars(words: Vocabulary, one: str, other: str) -> bool:
    """Whether the vocabulary says that two duties exclude each other."""
    if one not in words.duties or other not in words.duties:
        return False
    above, over = words.duties[one].above, words.duties[other].above
    return any(y in words.duties[x].excludes or x in words.duties[y].excludes for x in above for y in over)


# ---- days


def come(bound: str, day: str) -> bool | None:
    """Whether a bound has come on a day; None inside a month of which only the month is known."""
    return None if len(bound) == 7 and day.startswith(bound) else bound <= day


def later(day: str, amount: int, unit: str) -> str:
    year, month, number = map(int, day.split("-"))
    if unit.startswith("day"):
        return (date(year, month, number) + timedelta(amount)).isoformat()
    months = year * 12 + month - 1 + amount * (12 if unit.startswith("year") else 1)
    first, after = (date(each // 12, each % 12 + 1, 1) for each in (months, months + 1))
    return first.replace(day=min(number, (after - first).days)).isoformat()  # the same number, or the last day of the month


class Case:
    """One treaty, one situation, one day; and the world that is looked into."""

    def __init__(self, treaty: m.Treaty, situation: Situation, day: str) -> None:
        self.treaty, self.situation, self.day, self.words = treaty, situation, day, treaty.vocabulary
        self.acts = [act for act in situation.acts if act.date <= day]
        self.by_id = {act.id: act for act in self.acts}
        self.written: dict[Atom, object] = {}
        self._read()
        claims = [each for value in self.written.items() if isinstance(value[1], Claimed) for each in self._claimants(*value)]
        self.accounts: list[Account] = list(dict.fromkeys(claims)) or [None]
        self.known: dict[Atom, bool | None] = {}
        self.world: dict[Atom, bool] = {}
        self.deemed: list[tuple[Act, str, list[str | None]]] | None = None
        self.asked: set[Atom] = set()
        self.against: dict[Row, set[str]] = {}
        self.links: dict[str, list[tuple[str, bool, bool]]] = {}

    # ---- what is written
    def _read(self) -> None:
        for act in self.acts:
            if len(act.date) != 10 or act.groups or act.by_groups or act.under or "attributed" in act.facts:
                raise Beyond
            self.written["happened", (act.id,)] = act.happened
            if isinstance(killed := act.facts.get("killed"), int | float) and killed > 0:
                self.written["destructive", (act.id,)] = True
            facts = ((name, value) for name, value in act.facts.items() if name in self.words.kinds or self._is_truth(name))
            self.written |= {(name, (act.id,)): value for name, value in facts}
        self.written |= {(name, ()): value for name, value in self.situation.facts.items()}
        for party, told in self.situation.party_facts.items():
            self.written |= {(name, (party,)): value for name, value in told.items()}
        for fact in self.situation.relations:
            self.written[self._pair(fact.name, fact.first, fact.second)] = fact.value
        unsure = [each for each in self.situation.decisions if each.outcome == "unknown" and each.date <= self.day]
        self.written |= {(each.decision or "", (each.body,)): None for each in unsure}
        dated = [True for fact in self.situation.relations if fact.since or fact.until]
        disputed = [each for each in (*self.treaty.members, *self.treaty.suspensions) if each.disputed]
        votes = [each for each in self.situation.decisions if each.votes is not None]
        off = self.situation.not_presumed is None or "attributed" in self.situation.not_presumed
        if dated or disputed or votes or off or self.treaty.members_of or self.situation.membership:
            raise Beyond

    def _is_truth(self, name: str) -> bool:
        return self.words.facts[name].type == "truth"

    def _pair(self, name: str, first: str, second: str) -> Atom:
        return (name, (min(first, second), max(first, second)) if self.words.relations[name].symmetric else (first, second))

    def _claimants(self, atom: Atom, claim: Claimed) -> Iterator[Account]:
        for value, who in claim.values:
            yield from who or ((atom, bool(value)),)

    def _claimed(self, atom: Atom, account: Account) -> bool | None:
        """What an account says of a fact that is claimed."""
        claim = self.written.get(atom)
        values = claim.values if isinstance(claim, Claimed) else ()
        return next((bool(value) for value, who in values if account in (who or ((atom, bool(value)),))), None)

    # ---- what holds in every world
    def settled(self, atom: Atom) -> bool | None:
        if atom not in self.known:
            value = self.written.get(atom, self._silent(atom) if atom not in self.written else None)
            self.known[atom] = value if isinstance(value, bool) else None
        return self.known[atom]

    def _silent(self, atom: Atom) -> bool | None:
        """What follows, or is presumed, where the event is silent."""
        word, of = atom
        if word == "at_war":  # by an act that implies it, and is known to have happened
            for act in self.acts:
                pairs = [self._pair(word, by, on)[1] for by, on in product(act.by, act.second)]
                if self._implies_war(act) and of in pairs and act.happened is True:
                    return True
        if word == "first_use":  # unless the victim used force before
            for before in self.acts[: self.acts.index(act := self.by_id[of[0]])]:
                force = before.happened is True and "use_of_force" in self.words.kinds[before.kind].above
                if force and set(before.by) & set(act.second) and set(before.second) & set(act.by):
                    return False
        value = self._presumed(word, of)
        if value is None or not self.presumes(word):
            return None
        for other, when, result in self.linked(atom):  # a presumption yields to what is written, or open, of another fact
            written = self.written.get((other, of), not when)
            if result is not value and (written is when or not isinstance(written, bool)):
                return None
        return value

    def _implies_war(self, act: Act) -> bool:
        return any("at_war" in self.words.kinds[kind].implies for kind in self.words.kinds[act.kind].above)

    def _presumed(self, word: str, of: tuple[str, ...]) -> bool | None:
        if word in self.words.relations:
            return self.words.relations[word].presumed
        if word in self.words.decisions and of:
            return self.words.decisions[word].presumed
        if word not in self.words.facts:
            return None
        fact = self.words.facts[word]
        if not of or of[0] not in self.by_id:
            return fact.presumed
        act = self.by_id[of[0]]
        for ground in fact.yields:
            number = act.facts.get(ground.fact)
            stated = ground.number is None and self.written.get((ground.fact, of)) is ground.value
            if stated or (ground.number is not None and isinstance(number, int | float) and number <= ground.number):
                return None
        foreign = act.by and all(self.is_state(code) and code not in act.second for code in act.by)
        value = fact.foreign if foreign and fact.foreign is not None else fact.presumed
        above = [self.words.kinds[kind].presumes for kind in self.words.kinds[act.kind].above]
        return next((each[word] for each in above if word in each), value)

    def presumes(self, word: str) -> bool:
        return self.situation.not_presumed is not None and word not in self.situation.not_presumed

    def linked(self, atom: Atom) -> list[tuple[str, bool, bool]]:
        """(other, value, own): where the other fact of the same act or party has that value, this one has its own."""
        word, facts = atom[0], self.words.facts
        if word not in self.links:
            own = facts[word] if word in facts else None
            others = [each for each in facts.values() if each.type == "truth"]
            self.links[word] = [(each.name, True, True) for each in others if word in each.implies]
            self.links[word] += [(each.name, True, False) for each in others if word in each.excludes]
            self.links[word] += [(name, False, False) for name in own.implies] if own else []
            self.links[word] += [(name, True, False) for name in own.excludes] if own else []
        return self.links[word]

    # ---- worlds
    def true(self, word: str, *of: str) -> bool:
        """Whether something is so in this world."""
        value = self.settled((word, of))
        if value is None:
            self.asked.add((word, of))
            if (word, of) not in self.world:
                raise Open((word, of))
            value = self.world[word, of]
        return value

    def answer(self, clause: m.Clause) -> dict[Row, Answer]:
        self.asked, self.against = set(), {}
        tree = self._grow(clause, {})
        self.asked |= {(o, atom[1]) for atom in self.asked for o, _, _ in self.linked(atom) if self._is_claimed((o, atom[1]))}
        atoms = sorted(self.asked)
        if len(atoms) > MOST:
            raise Beyond
        worlds = list(product((False, True), repeat=len(atoms)))
        numbers = {world: number for number, world in enumerate(worlds)}
        found = [self._rows(tree, dict(zip(atoms, world, strict=True))) for world in worlds]
        possible = [self._obeys(dict(zip(atoms, world, strict=True))) for world in worlds]
        readings = [None, *(atom for atom in atoms if atom[0] == "reading")]
        views: list[tuple[Atom | None, dict[Atom, bool], list[int]]] = []  # of each reading and account: what it fixes; its worlds
        for reading, account in product(readings, self.accounts):
            said = {atom: self._claimed(atom, account) for atom in atoms}
            said |= {atom: atom == reading for atom in readings if atom}
            fixed = {atom: value for atom, value in said.items() if value is not None}
            views.append((reading, fixed, [numbers[tuple(fixed.get(a, v) for a, v in zip(atoms, w, strict=True))] for w in worlds]))

        def verdict(row: Row) -> Answer:
            says = [rows.get(row, "not_owed") for rows in found]
            each = [{says[w] for w in mine if possible[w]} for _, _, mine in views]
            verdicts = set.union(*each)
            more = frozenset(self.against.get(row, ())), not any(rows.get(row) == "permitted" for rows in found)
            if len(verdicts) == 1:
                return Answer(verdicts.pop(), frozenset(), *more)
            heard = {(reading, tuple(says[w] if possible[w] else "" for w in mine)) for reading, _, mine in views}
            apart = len(heard) > len({reading for reading, _ in heard})  # whether the accounts find different things
            hangs = set()
            for number, atom in enumerate(atoms):
                step = 1 << (len(atoms) - 1 - number)
                for _, fixed, mine in views:
                    if apart or atom not in fixed or atom[0] == "reading":
                        flips = any(says[w] != says[w ^ step] for w in mine if possible[w] and possible[w ^ step])
                        hangs |= {atom} if flips else set()
            return Answer("disputed" if all(len(one) == 1 for one in each if one) else "depends", frozenset(hangs), *more)

        return {row: verdict(row) for row in {row for rows in found for row in rows}}

    def _is_claimed(self, atom: Atom) -> bool:
        return isinstance(self.written.get(atom), Claimed)

    def _grow(self, clause: m.Clause, world: dict[Atom, bool]) -> Tree:
        self.world, self.deemed = world, None
        try:
            return self.owed(clause)
        except Open as more:
            atom: Atom = more.args[0]
            if len(self.asked) > MOST:
                raise Beyond from None
            return atom, self._grow(clause, {**world, atom: False}), self._grow(clause, {**world, atom: True})

    def _rows(self, tree: Tree, world: dict[Atom, bool]) -> Rows:
        while isinstance(tree, tuple):
            tree = tree[2] if world[tree[0]] else tree[1]
        return tree

    def _obeys(self, world: dict[Atom, bool]) -> bool:
        """Whether a valuation obeys the constraints: of facts with each other, of days in their order; one reading at a time."""
        for (word, of), value in world.items():
            for other, when, result in self.linked((word, of)):
                so = world[other, of] if (other, of) in world else self.settled((other, of))
                if so is when and value is not result:
                    return False
            if word in ("since", "until") and value:  # what has come has come on every later day, and what has ended had begun
                for (bound, its), so in world.items():
                    same = its[:-1] == of[:-1] if bound == word else (word, bound) == ("until", "since") and its[:-2] == of[:-2]
                    if same and its[-1] >= of[-1] and not so:
                        return False
            if word == "happened" and value and self._implies_war(act := self.by_id[of[0]]):
                if any(world.get(self._pair("at_war", by, on)) is False for by, on in product(act.by, act.second)):
                    return False
        return sum(value for atom, value in world.items() if atom[0] == "reading") < 2

    # ---- states, parties, spells
    def is_state(self, code: str) -> bool:
        if code in self.situation.actors:
            return self.situation.actors[code].kind == "state"
        return code in self.words.states and self.words.states[code].sort == "state"

    def within(self, spell: Spell | None, day: str, *whose: str) -> bool:
        """Whether a day lies in a spell; inside a month of which the day is not known, a question of its own."""
        for form, bound, wanted in (("since", spell.since, True), ("until", spell.until, False)) if spell else ():
            if bound is not None:
                reached = come(bound, day)
                if (self.true(form, *whose, bound, day) if reached is None else reached) is not wanted:
                    return False
        return True

    def party(self, code: str, *days: str) -> bool:
        spells = [each.spell for each in self.treaty.members if each.state == code]
        return all(
            self.within(self.treaty.spell, day, self.treaty.id)
            and any(self.within(spell, day, code, self.treaty.id) for spell in spells)
            for day in dict.fromkeys(days)
        )

    def members(self) -> list[str]:
        return list(dict.fromkeys(each.state for each in self.treaty.members))

    def suspended(self, day: str, *between: str) -> bool:
        """Whether all duties of one, or those between two, are suspended on a day, or on that asked about."""
        for each in self.treaty.suspensions:
            if set(each.states) == set(between):
                for one in (day, self.day):
                    begun, ended = come(each.spell.since or "", one), come(each.spell.until or "9999-12-31", one)
                    unsure = begun is not False and ended is not True and None in (begun, ended)
                    if self.true("suspended", *sorted(between), self.treaty.id) if unsure else begun and not ended:
                        return True
        return False

    def silent(self, day: str, one: str, other: str) -> bool:
        return self.suspended(day, one) or self.suspended(day, other) or self.suspended(day, one, other)

    def of_sort(self, code: str, sort: str, day: str) -> bool:
        if sort == "party":
            return self.party(code, day, self.day)  # on the day of the act and on that asked about
        if sort in ("non_party", "third_state"):
            return (sort == "non_party" or self.is_state(code)) and not self.party(code, day, self.day)
        if sort == "state":
            return self.is_state(code)
        if sort not in self.words.classes or self.words.classes[sort].regions:
            raise Beyond
        return any(each.state == code and self.within(each.spell, day, sort, code) for each in self.words.classes[sort].members)

    def passes(self, code: str, that: Filter | None, day: str) -> bool:
        if that is None:
            return True
        return (code in that.states or (that.sort is not None and self.of_sort(code, that.sort, day))) is not that.negated

    def fits(self, who: Who | None, code: str | None, match: Match, day: str) -> bool:
        """Whether someone may stand where `who` is said."""
        if who is None:
            return True
        if code is None or (isinstance(who, Slot) and who.slot not in match.roles):
            raise Beyond
        match who:
            case Fixed(codes=codes):
                return code in codes
            case Slot(slot=slot):
                return match.roles[slot] == code
            case Choice(quantifier="a" | "another", sort=sort, of=None, that=that):
                strange = who.quantifier == "a" or code not in match.introduced
                return strange and self.of_sort(code, sort, day) and self.passes(code, that, day)
        raise Beyond

    def one(self, who: Who, match: Match) -> str:
        code = who.codes[0] if isinstance(who, Fixed) and len(who.codes) == 1 else None
        code = match.roles.get(who.slot) if isinstance(who, Slot) else code
        if code is None:
            raise Beyond
        return code

    # ---- acts
    def acts_of(self, pattern: c.Pattern, match: Match) -> Iterator[Match]:
        """Every way in which an act of the situation fills a pattern."""
        if pattern.targets or pattern.amounts or pattern.of or pattern.aims:
            raise Beyond
        every = [part for part in pattern.roles if isinstance(part.who, Choice) and part.who.quantifier.startswith("every")]
        if every:  # all of them; `every other`: all but the bearer
            but = match.roles["bearer"] if isinstance(every[0].who, Choice) and every[0].who.quantifier == "every other" else None
            for code in self.members():
                if code != but and self.party(code, match.day or self.day, self.day):
                    one = tuple(replace(part, who=Fixed(code, (code,))) if part is every[0] else part for part in pattern.roles)
                    if not any(True for _ in self.acts_of(replace(pattern, roles=one), match)):
                        return
            yield match
            return
        kind, listed = self.words.kinds[pattern.kind], False
        for act in self.acts:
            if set(self.words.kinds[act.kind].roles) - {"by", self.words.kinds[act.kind].second}:
                raise Beyond  # a third role has no field of its own
            for who in product(act.by or (None,), act.second or (None,)):
                filled = self._fill(pattern, act, who, match)
                if filled and self.is_kind(act, pattern.kind, native=True) and all(self.place(act, each) for each in pattern.where):
                    listed = True
                    if self.true("happened", act.id):
                        yield filled
        for act, name, roles in self.counted():
            if pattern.kind in self.words.kinds[name].above:
                filled = self._fill(pattern, act, roles, match)
                if filled and all(self.place(act, each) for each in pattern.where):
                    yield filled
        if kind.unlisted and not listed:
            known = {part.slot: self._only(part.who, match) for part in pattern.roles}
            named = tuple(code for code in known.values() if code is not None)
            if self.true(pattern.kind, *named):
                yield replace(match, roles={**match.roles, **known}, introduced=match.introduced | set(named))

    def _only(self, who: Who | None, match: Match) -> str | None:
        if isinstance(who, Slot):
            return match.roles[who.slot]
        return who.codes[0] if isinstance(who, Fixed) and len(who.codes) == 1 else None

    def _fill(self, pattern: c.Pattern, act: Act, who: Iterable[str | None], match: Match) -> Match | None:
        found = match
        for part, code in zip(pattern.roles, who, strict=False):
            if not self.fits(part.who, code, found, act.date):
                return None
            told = {code} if code and (part.who or not self.words.kinds[pattern.kind].unlisted) else set()
            found = replace(found, roles={**found.roles, part.slot: code}, introduced=found.introduced | told)
        day = max(match.day, act.date)
        return replace(found, acts={**match.acts, pattern.slot: act}, introduced=found.introduced | set(act.by), day=day)

    def is_kind(self, act: Act, kind: str, native: bool = False) -> bool:
        """Whether an act is one of a kind: by what is written, by its own kind, by what that amounts to, or by a clause."""
        if not native and any(each is act and kind in self.words.kinds[name].above for each, name, _ in self.counted()):
            return True
        if (kind, (act.id,)) in self.written:
            return self.true(kind, act.id)
        above = self.words.kinds[act.kind].above
        if kind in above:
            return self.needed(act, kind)
        if any(name in self.words.kinds and kind in self.words.kinds[name].above and self.true(name, act.id) for name in act.facts):
            return True
        return any(
            kind in self.words.kinds[other].above
            and all(self.true(fact, act.id) for fact in facts)
            and self.needed(act, other)
            and (kind == other or self.needed(act, kind))
            for each in above
            for other, facts in self.words.kinds[each].amounts_to.items()
        )

    def needed(self, act: Act, kind: str) -> bool:
        return all(self.true(fact, act.id) is value for fact, value in self.words.kinds[kind].needs.items())

    def place(self, act: Act, where: c.Where) -> bool:
        """By name only: the region that the event writes, or one that it lies in."""
        if where.holder is not None or any(name not in self.words.regions for name in where.names) or len(where.names) != 1:
            raise Beyond
        if act.place is None or act.place.region is None:
            return self.true("place", act.id, where.names[0])
        return where.names[0] in self.words.regions[act.place.region].above

    def counted(self) -> list[tuple[Act, str, list[str | None]]]:
        """Acts that clauses count as of another kind, and who then fills its roles; what is so counted may be counted again."""
        if self.deemed is None:
            self.deemed, before = [], None
            while self.deemed != before:
                before, self.deemed = self.deemed, list(self._counts())
        return self.deemed

    def _counts(self) -> Iterator[tuple[Act, str, list[str | None]]]:
        for clause in self.treaty.clauses:
            norms = [norm for norm in clause.norms if isinstance(norm, m.Deems) and not norm.spread]
            for match in self.ways(clause.when, Match()) if norms and clause.when else ():
                if self.in_force(clause, match.day) and all(self.line(line, match) for line in (*clause.lines, *self.treaty.lines)):
                    for norm in norms:
                        roles = {name: self.one(who, match) for name, who in norm.roles}
                        yield next(iter(match.acts.values())), norm.kind, [roles.get(x) for x in self.words.kinds[norm.kind].roles.values()]

    def decided(self, body: str, decision: str, ending: bool) -> list[str]:
        """The days on which a body decided so; one that would end a duty is presumed not taken, one that it waits for is open."""
        days, listed = [], False
        for each in self.situation.decisions:
            if (each.body, each.decision) == (body, decision) and each.date <= self.day:
                listed = True
                if each.outcome == "adopted" or (each.outcome == "unknown" and self.true(decision, body)):
                    days.append(each.date)
        if not listed and not (ending and self.presumes(decision)) and self.true(decision, body):
            days.append("0001-01-01")  # long ago
        return days

    # ---- conditions
    def ways(self, condition: c.Condition, match: Match, ending: bool = False) -> Iterator[Match]:
        """Every way in which a condition holds."""
        match condition:
            case c.Happens(pattern=pattern):
                yield from self.acts_of(pattern, match)
            case c.AllOf(terms=(first, *rest)):
                for found in self.ways(first, match, ending):
                    yield from self.ways(c.AllOf("", tuple(rest)), found, ending) if rest else (found,)
            case c.AnyOf(terms=terms):
                for term in terms:
                    yield from self.ways(term, match, ending)
            case _:
                if self.so(condition, match, ending):
                    yield match

    def holds(self, condition: c.Condition, match: Match, ending: bool = False) -> bool:
        return any(True for _ in self.ways(condition, match, ending))

    def so(self, condition: c.Condition, match: Match, ending: bool) -> bool:
        match condition:
            case c.NotSo(term=term):
                return not self.holds(term, match, ending)
            case c.Situation(fact=fact, where=()):
                return self.true(fact)
            case c.ActFact(act=act, fact=fact) if act in match.acts:
                return self.true(fact, match.acts[act].id)
            case c.ActKind(act=act, kind=kind) if act in match.acts:
                return self.is_kind(match.acts[act], kind)
            case c.InPlace(act=act, where=where) if act in match.acts:
                return all(self.place(match.acts[act], each) for each in where)
            case c.PartyFact(who=who, fact=fact):
                return self.true(fact, self.one(who, match))
            case c.Related(relation=relation, first=first, place_of=None, second=second, of_sort=None) if first and second:
                one, other = self.one(first, match), self.one(second, match)
                return one != other and self.true(relation, *self._pair(relation, one, other)[1])
            case c.IsOne(who=who, test=test):
                return self.fits(test, self.one(who, match), match, self.day)
            case c.InClass(who=who, state_class=name):
                return self.of_sort(self.one(who, match), name, self.day)
            case c.Count(number=number, sort=sort, that=that, each=each):
                some = self.members() if sort == "party" else list(dict.fromkeys(x.state for x in self.words.classes[sort].members))
                some = [code for code in some if self.of_sort(code, sort, self.day) and self.passes(code, that, self.day)]
                mine = (replace(match, roles={**match.roles, "each": code}) for code in some)
                return sum(self.holds(each, one, ending) for one in mine) >= number
            case c.Decides(body=body, decision=decision, target=None):
                return bool(self.decided(body, decision, ending))
        raise Beyond

    def line(self, line: m.Line, match: Match) -> bool:
        """Whether a line lets the rule stand."""
        if line.form == "only_if":
            return self.holds(line.condition, match)
        if line.form not in ("unless", "lapses"):
            raise Beyond
        if not line.amount:
            return not self.holds(line.condition, match, ending=True)
        if not isinstance(line.condition, c.Decides) or line.condition.target is not None:
            raise Beyond
        days = self.decided(line.condition.body, line.condition.decision, ending=True)
        return not any(later(day, line.amount, line.unit) <= self.day for day in days)

    # ---- clauses
    def owed(self, clause: m.Clause) -> Rows:
        """The rows of a clause in this world: owed, permitted, or breached."""
        found: Rows = {}
        for bearer in self.members():
            me = Match(roles={"bearer": bearer})
            for match in [me] if clause.when is None else self.ways(clause.when, me):
                match = replace(match, day=match.day or self.day)
                for norm in clause.norms:
                    if isinstance(norm, m.Deems) or not self.bears(norm, bearer, match):
                        continue
                    if norm.spell != Spell():
                        raise Beyond
                    if self.in_force(clause, match.day) and self.party(bearer, match.day, self.day) and not self.suspended(match.day, bearer):
                        for row, verdict in self.rows(clause, norm, bearer, match):
                            found[row] = "breached" if found.get(row) == "breached" else verdict
        return {row: verdict for row, verdict in found.items() if not self.displaced(clause, row)}

    def in_force(self, clause: m.Clause, day: str) -> bool:
        spells = (self.treaty.spell, self.treaty.id), (clause.spell, self.treaty.id, clause.id)
        return self.within(self.treaty.spell, self.day, self.treaty.id) and all(self.within(each, day, *of) for each, *of in spells)

    def bears(self, norm: m.Duty | m.Prohibition, bearer: str, match: Match) -> bool:
        for who in norm.bearers:
            if isinstance(who, Choice) and (who.sort != "party" or who.of or who.that or not who.quantifier.startswith("every")):
                raise Beyond
            if isinstance(who, Choice) and (who.quantifier == "every" or bearer not in match.introduced):
                return True
            if bearer in who.codes if isinstance(who, Fixed) else isinstance(who, Slot) and match.roles[who.slot] == bearer:
                return True
        return False

    def lines(self, clause: m.Clause, bearer: str, day: str) -> Iterator[m.Line]:
        """The lines of a clause, with those that riders add to it for this bearer, in the reading of this world."""
        yield from (*self.treaty.lines, *clause.lines)
        for rider in self.treaty.riders:
            if rider.clause == clause.id and (not rider.bearers or any(self.named(who, bearer, day) for who in rider.bearers)):
                if rider.changes or rider.form not in ("reservation", "proviso", "agreed", "claimed"):
                    raise Beyond
                if self.within(rider.spell, day, rider.id) and (rider.form != "claimed" or self.true("reading", rider.id)):
                    yield from rider.lines

    def named(self, who: Who, bearer: str, day: str) -> bool:
        if isinstance(who, Choice) and who.that is None and who.sort in self.words.classes:
            return self.of_sort(bearer, who.sort, day)
        return isinstance(who, Fixed) and bearer in who.codes

    def rows(self, clause: m.Clause, norm: m.Duty | m.Prohibition, bearer: str, match: Match) -> Iterator[tuple[Row, str]]:
        lines = list(self.lines(clause, bearer, match.day))
        excuses = [line for line in lines if isinstance(norm, m.Prohibition) and about(line, norm.act)]
        if not all(self.line(line, match) for line in lines if line not in excuses):
            return
        if isinstance(norm, m.Prohibition):
            fixed = [part.who for part in norm.act.roles[1:2] if isinstance(part.who, Fixed | Slot)]
            to = self.one(fixed[0], match) if fixed else "ALL"
            if to == bearer or (to != "ALL" and self.silent(match.day, bearer, to)):
                return
            done = self.acts_of(norm.act, replace(match, introduced=match.introduced | {bearer}))
            broken = any(self.breaks(clause, norm, bearer, each, excuses, match.day) for each in done)
            yield (clause.id, norm.act.kind, bearer, to), "breached" if broken else "owed"
            return
        against = [self.one(norm.against, match)] if norm.against else []
        for to in self.beneficiaries(norm, match):
            if to == bearer or self.silent(match.day, to, bearer):
                continue
            if isinstance(norm.owed_to, Fixed) and to in self.members() and not self.party(to, match.day, self.day):
                continue
            row = (clause.id, norm.duty, bearer, to)
            self.against.setdefault(row, set()).update(against)
            yield row, "permitted" if norm.modal == "may" else "owed"

    def breaks(self, clause: m.Clause, norm: m.Prohibition, bearer: str, deed: Match, excuses: list[m.Line], day: str) -> bool:
        then, whom = deed.acts[norm.act.slot].date, deed.roles[norm.act.roles[1].slot]
        bound = self.in_force(clause, then) and self.party(bearer, then)
        return bound and not (whom and self.silent(day, bearer, whom)) and all(self.line(line, deed) for line in excuses)

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

    def displaced(self, clause: m.Clause, row: Row) -> bool:
        """Whether a clause that goes first regulates the same duty of the bearer, or one that cannot be kept beside it."""
        for ref, other in product(clause.subject_to, self.treaty.clauses):
            if ref.treaty == self.treaty.id and (not ref.clauses or other.id in ref.clauses) and other.id != clause.id:
                for first in self.owed(other):
                    one, two = (set(self.words.duties[x].above) if x in self.words.duties else {x} for x in (row[1], first[1]))
                    if first[2] == row[2] and (one & two or bars(self.words, row[1], first[1])):
                        return True
        return False


def about(line: m.Line, act: c.Pattern) -> bool:
    """Whether a line of a prohibition asks about the forbidden act, and so excuses it; else it is about the rule."""
    slots = {act.slot, *(part.slot for part in act.roles if not isinstance(part.who, Slot) or part.who.slot != part.slot)}
    for part in c.every_part(line.condition):
        who = [getattr(getattr(part, name, None), "slot", None) for name in ("who", "first", "second")]
        if slots & {getattr(part, "act", None), *who} or (line.form == "unless" and isinstance(part, c.Happens)):
            return True
    return False
