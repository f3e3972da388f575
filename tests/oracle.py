"""The independent oracle: what a decision means (the verdicts, the worlds, the essential facts), as plainly as it can be said.

It enumerates the worlds first (every total valuation of the facts that a clause may ask for, per account and reading, which obeys
the vocabulary's constraints) and then evaluates each clause two-valued, with plain loops.  It is written from the specification and
shares nothing with the evaluator: it works on the bound treaty (`model.treaty`, whose binding is tested elsewhere) and the event
(`events.situation`), has its own days and spells, and places by name only.  What it does not know it refuses (`Beyond`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from tests.oracle_facts import MOST, Account, Atom, Beyond, Facts, Match, Open, Row, World, inside_of, later
from treatylang.events.situation import Act, Situation
from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.time import Spell
from treatylang.model.who import Body, Choice, Fixed, Slot, Who

Results = dict[
    tuple[Account, str | None], list[tuple[dict[Atom, bool], dict[Row, str]]]
]  # by account and reading: each world, and its rows


@dataclass(frozen=True)
class Answer:
    """The verdict of a row, and the facts whose flip alone changes it in some world."""

    verdict: str
    depends_on: frozenset[Atom] = frozenset()


def answers(treaty: m.Treaty, situation: Situation, day: str) -> dict[Row, Answer]:
    """Every row that is not simply `not_owed`."""
    case = Case(treaty, situation, day)
    found: dict[Row, Answer] = {}
    for clause in treaty.clauses:
        found |= case.answer(clause)
    return {row: answer for row, answer in found.items() if answer.verdict != "not_owed"}


class Case(Facts):
    """One treaty, one situation, one day."""

    # ---- worlds
    def answer(self, clause: m.Clause) -> dict[Row, Answer]:
        readings = [None, *dict.fromkeys(r.id for r in self.treaty.riders if r.form == "claimed" and r.clause == clause.id)]
        views = list(product(self.accounts, readings))
        self.asked = set()
        for account, reading in views:
            self._explore(clause, account, reading)
        asked = set(self.asked)
        results: Results = {}
        for account, reading in views:
            self.world = World(account, reading, {})
            known = {atom: self.given(atom) for atom in asked}
            unknown = sorted(atom for atom in asked if known[atom] is None)
            if len(unknown) > MOST:
                raise Beyond
            for values in product((False, True), repeat=len(unknown)):
                total: dict[Atom, bool] = {atom: value for atom, value in known.items() if value is not None}
                total |= dict(zip(unknown, values, strict=True))
                total |= {("reading", (one,)): one == reading for one in readings if one}
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

    def _verdict(self, row: Row, results: Results) -> Answer:
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

    # ---- acts
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
                # whom a request is made to, and the text leaves unsaid, is not introduced
                told = self.words.kinds[pattern.kind].unlisted and pattern.roles[1].who is None
                introduced = match.parties_to_it | set(act.by) | ({second} if second and not told else set())
                day = max(match.day, act.date)
                yield Match({**match.roles, **roles}, {**match.acts, pattern.slot: act}, introduced, day)

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
                return one != other and self.true(relation, *self._pair(relation, one, other)[1])
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
                    added = (line for rider in self.riders(clause, mine) for line in rider.lines)
                    lines = [*self.treaty.lines, *clause.lines, *added]
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
