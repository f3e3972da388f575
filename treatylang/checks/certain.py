"""One clause, as far as it is certain whatever happens: in which ways it can start, who can bear it, what always or never holds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from treatylang.checks.dates import may_meet
from treatylang.checks.entry import Entry, Library, by_clause
from treatylang.checks.fillers import PARTY, Fillers
from treatylang.checks.logic import Logic, Start, of_act
from treatylang.model import conditions as c
from treatylang.model.areas import PolygonPart
from treatylang.model.time import Spell
from treatylang.model.treaty import Clause, Deems, Duty, Prohibition, Rider, Treaty
from treatylang.model.who import Body, Choice, Fixed, Slot, Who

_MOST = 32  # ways and lines beyond which nothing is said
_STRIKES = ("hostile_act", "threat")  # what nobody does to itself


def certain(entry: Entry, library: Library) -> list[Certain]:
    """Each clause of a treaty."""
    fillers = Fillers(entry, library)
    riders = by_clause(entry.treaty)
    logic = Logic()
    return [Certain(entry.treaty, fillers, logic, clause, riders.get(clause.id, [])) for clause in entry.treaty.clauses]


class Certain:
    """What is certain of one clause."""

    def __init__(self, treaty: Treaty, fillers: Fillers, logic: Logic, clause: Clause, riders: list[Rider]) -> None:
        self.treaty = treaty
        self.words = treaty.vocabulary
        self.fillers = fillers
        self.logic = logic
        self.clause = clause
        self.riders = riders
        self.norms = [norm for norm in clause.norms if not isinstance(norm, Deems)]
        triggers = [clause.when, *(line.condition for rider in self.riders for line in rider.lines if line.form == "also_when")]
        ways = [logic.starts(trigger) for trigger in triggers]
        alive = [start for way in ways for start in way if not self._dead(start)] if all(ways) else []
        self.dead = all(ways) and not alive
        for norm in self.norms:
            if isinstance(norm, Prohibition):
                alive = [start.add(of_act(norm.act)) for start in alive]
        self.starts = tuple(alive) if len(alive) <= _MOST else ()
        told = [line.condition for line in clause.lines if line.form == "only_if"]
        self.told = told if len(told) <= _MOST else []
        self._with_told: dict[int | None, list[Start]] = {}  # by the one that is left out
        bearers = self._bearers(self.norms)
        self.bearers = bearers if len(bearers) <= _MOST else []

    # ------------------------------------------------------------------------------------------------ who
    def can_bear(self, who: Who) -> bool:
        """Whether anybody whom a norm names as its bearer can be bound by it."""
        return not self.starts or any(
            all(self.fillers.bound(each) for each in start.who(who)) and not self._alone(who, start) for start in self.starts
        )

    def _alone(self, who: Who, start: Start) -> bool:
        """That `every other party` is nobody: the one party that the treaty has is named already."""
        if not isinstance(who, Choice) or who.quantifier != "every other" or who.sort != "party":
            return False
        listed = self.fillers.listed
        only = self.fillers.closed(PARTY)
        if listed is None or len(listed) != 1 or not only:
            return False
        named = [self.fillers.closed(each) for slot in start.roles for each in start.who(Slot("", slot))]
        return any(codes is not None and codes <= only for codes in named)

    def can_be_broken(self, norm: Prohibition) -> bool:
        """Whether any act can be one that the norm forbids."""
        return not self.starts or any(
            self.holds(c.Happens(norm.act.words, norm.act), start, bearer) is not False
            for start in self.starts
            for bearer in self._bearers([norm])
        )

    def _bearers(self, norms: Iterable[Duty | Prohibition]) -> list[tuple[Who, ...]]:
        """What is known of each bearer: who it is, and that it is a party."""
        found: list[tuple[Who, ...]] = []
        for norm in norms:
            found += [(who,) if isinstance(who, Body) else (who, PARTY) for who in norm.bearers]
        return list(dict.fromkeys(found)) or [()]

    # ------------------------------------------------------------------------------------------------ conditions
    def line(self, condition: c.Condition, rider: Rider | None = None) -> bool | None:
        """Whether the condition of a line always (True) or never (False) holds when the clause starts."""
        authors: list[tuple[Who, ...]] = [(who,) for who in rider.bearers] if rider else []
        found = {
            self.holds(condition, start, known)
            for start in self._told(condition)
            for bearer in self.bearers
            for author in authors or [()]
            if not self._clash(known := tuple(more for who in (*bearer, *author) for more in start.who(who)))
        }
        return found.pop() if len(found) == 1 else None

    def _told(self, condition: c.Condition) -> list[Start]:
        """The ways to start, with what the clause's other `only if` lines add."""
        left_out = next((at for at, each in enumerate(self.told) if each is condition), None)
        if left_out not in self._with_told:
            others = [each for at, each in enumerate(self.told) if at != left_out]
            self._with_told[left_out] = [
                start.add(*(self.logic.facts(each, start.roles) for each in others)) for start in self.starts
            ]
        return self._with_told[left_out]

    def holds(self, condition: c.Condition, start: Start, bearer: tuple[Who, ...] = ()) -> bool | None:
        """Whether a condition is certain, one way or the other."""
        known = self.logic.shape(condition)
        if known in start.so:
            return True
        if known in start.not_so:
            return False
        match condition:
            case c.AllOf(terms=terms) if terms:
                found = {self.holds(term, start, bearer) for term in terms}
                if self.logic.opposed(terms):
                    return False
                return False if False in found else None if None in found else True
            case c.AnyOf(terms=terms):
                found = {self.holds(term, start, bearer) for term in terms}
                if self.logic.opposed(terms):
                    return True
                return True if True in found else None if None in found else False
            case c.NotSo(term=term):
                inner = self.holds(term, start, bearer)
                return None if inner is None else not inner
            case c.Happens(pattern=pattern):
                return False if self._impossible(pattern, start, bearer) else None
            case c.InPlace(act=act, where=where):
                if any(self._nowhere(each) for each in where):
                    return False
                return True if all(any(_lies_in(known, each) for known in start.places(act)) for each in where) else None
            case c.ActKind(act=act, kind=kind):
                return self._kind(start.acts.get(act), kind)
            case c.IsOne(who=who, test=test) if isinstance(test, Fixed | Choice | Body):
                return self._is(start.who(who, bearer), test)
            case c.InClass(who=who, state_class=name):
                return self._is(start.who(who, bearer), Choice(f"a {name}", "a", name))
        return None

    def _is(self, known: tuple[Who, ...], test: Who) -> bool | None:
        if any(self.fillers.disjoint(each, test) for each in known):
            return False
        return True if any(self.fillers.within(each, test) for each in known) else None

    def _kind(self, kind: str | None, wanted: str) -> bool | None:
        """Whether an act of a kind is surely, or surely not, of the wanted one."""
        if kind is None or kind not in self.words.kinds or wanted not in self.words.kinds:
            return None
        if wanted in self.words.kinds[kind].above:
            needs = self.words.kinds[wanted].needs.items()
            return True if kind == wanted or needs <= self.words.kinds[kind].needs.items() else None
        deemed = any(isinstance(norm, Deems) for clause in self.treaty.clauses for norm in clause.norms)
        return False if not deemed and self._reaching(kind).isdisjoint(self._reaching(wanted)) else None

    def _reaching(self, kind: str) -> frozenset[str]:
        """Kinds whose acts are, or may amount to, acts of this one."""
        found = set(self.words.kinds[kind].below)
        grown = True
        while grown:
            new = {each.name for each in self.words.kinds.values() if found & {*each.above, *each.amounts_to}} - found
            found |= new
            grown = bool(new)
        return frozenset(found)

    # ------------------------------------------------------------------------------------------------ what can never be
    def _dead(self, start: Start) -> bool:
        bare = Start(start.roles, start.acts)
        if start.so & start.not_so or any(self.holds(term, bare) is False for term in start.terms):
            return True
        return any(self._clash(tuple(each for who in fillers for each in start.who(who))) for fillers in start.roles.values())

    def _clash(self, known: tuple[Who, ...]) -> bool:
        """That nobody is all of them."""
        if len(known) > 2:
            known = tuple(dict.fromkeys(known))[:_MOST]
        return any(self.fillers.empty(each) for each in known) or any(
            self.fillers.disjoint(*pair) for pair in combinations(known, 2)
        )

    def _impossible(self, pattern: c.Pattern, start: Start, bearer: tuple[Who, ...]) -> bool:
        """That no act fits: a role for nobody, a place that is nowhere, or one who would strike itself."""
        known = [start.who(part.who, bearer) if part.who else () for part in pattern.roles]
        if any(self._clash(each) for each in known) or any(self._nowhere(where) for where in pattern.where):
            return True
        kind = self.words.kinds.get(pattern.kind)
        if kind is None or len(known) < 2 or not any(each in kind.above for each in _STRIKES):
            return False
        doer, other = pattern.roles[0], pattern.roles[1]
        if isinstance(other.who, Choice) and other.who.quantifier == "another" and other.who.sort == "party":
            listed = self.fillers.listed
            return listed is not None and len(listed) == 1 and _one(known[0]) == listed[0]
        same = getattr(other.who, "slot", "") == doer.slot or getattr(doer.who, "slot", "") == other.slot
        return same or (_one(known[0]) is not None and _one(known[0]) == _one(known[1]))

    def _nowhere(self, where: c.Where) -> bool:
        return where.holder is None and bool(where.names) and all(self._never_there(name, ()) for name in where.names)

    def _never_there(self, name: str, seen: tuple[str, ...]) -> bool:
        """That an area of the treaty has no part while the clause holds."""
        if name not in self.treaty.areas or name in seen:
            return False
        for part in self.treaty.areas[name].parts:
            if not may_meet(part.spell or Spell(), self.treaty.spell, self.clause.spell):
                continue
            if isinstance(part, PolygonPart):
                return False
            if not part.excluded and not (part.places and all(self._never_there(each, (*seen, name)) for each in part.places)):
                return False
        return True


def _lies_in(known: c.Where, wanted: c.Where) -> bool:
    """Whether what lies in the one surely lies in the other: the same words, or fewer of the alternatives."""
    return known.holder is None and wanted.holder is None and set(known.names) <= set(wanted.names)


def _one(known: tuple[Who, ...]) -> str | None:
    """The one code that is meant, if it is one."""
    return next((who.codes[0] for who in known if isinstance(who, Fixed) and len(who.codes) == 1), None)
