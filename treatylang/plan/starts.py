"""Plans -> what an event must hold for a treaty to be looked into at all.

A question passes over a treaty whose `Starts` the event does not meet, without taking its plan out of the cache.  So this may ask too
little of an event, and never too much: where a condition can hold without what an event lists, or nobody can tell, it asks for nothing.

A `Start` names kinds of acts, and by `@` relations and decisions of bodies, which an event lists too; and of people codes, or by `@`
whether they are states or armed groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from treatylang.model import conditions as c
from treatylang.model.treaty import Deems, Doubt, Prohibition
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import Body, Choice, Fixed, Who
from treatylang.plan.plan import ClausePlan, Start, Starts, TreatyPlan, party_list
from treatylang.record import dataclass, replace

Successions = Mapping[str, tuple[tuple[str, str], ...]]
Listed = Callable[[str, Vocabulary], frozenset[str] | None]
_NEVER = "9999"
_STATES = frozenset({"@state"})
_ARMED_GROUPS = frozenset({"@armed_group"})
_REQUESTS = ("request_for_consultation", "request_for_meeting", "invocation")  # by which one says what he holds


@dataclass(frozen=True)
class Library:
    """All treaties, their common words, and `listed`: the kinds whose acts are, or may amount to, acts of a kind (None: need not be)."""

    plans: Mapping[str, TreatyPlan]
    words: Vocabulary
    successions: Successions
    listed: Listed


def with_starts(treaty: TreatyPlan, library: Library) -> tuple[TreatyPlan, Starts]:
    """The plan with what must be listed for each clause, and what for one of them to start at all."""
    alone = _Reader(treaty, library, alone=True)
    of_each = [alone.clause(clause) for clause in treaty.clauses]
    together = of_each
    if any(clause.asks or clause.deems for clause in treaty.clauses):  # and waits for what another clause brings about
        reader = _Reader(treaty, library, alone=False)
        together = [reader.clause(clause) for clause in treaty.clauses]
    acts = _merged(together)
    breaches = _merged([alone.breaches(clause) for clause in treaty.clauses if clause.forbids])
    dated = (clause for clause in treaty.clauses if clause.spell.since or clause.spell.until)
    versions = tuple((each.id, each.spell) for each in dated if all(held.line.form != "continues" for held in each.lines))
    standing = tuple(clause.spell for clause in treaty.clauses if clause.standing and not clause.deems)
    clauses = [
        replace(clause, starts=None if each is None else tuple(dict.fromkeys(each)))
        for clause, each in zip(treaty.clauses, of_each, strict=True)
    ]
    return (
        replace(treaty, clauses=tuple(clauses)),
        Starts(acts, breaches, versions, standing, _alone_since(treaty, library), tuple(_of_parties(treaty))),
    )


def _of_parties(treaty: TreatyPlan) -> list[Doubt]:
    return [each for each in treaty.doubts if each.of == "party"]


def _merged(clauses: Iterable[list[Start] | None]) -> tuple[Start, ...] | None:
    """One start for each pair of ends, with the kinds of all."""
    found = _any(clauses)
    if found is None:
        return None
    merged: dict[tuple[frozenset[str] | None, frozenset[str] | None], dict[frozenset[str], None]] = {}
    for each in found:
        merged.setdefault((each.first, each.second), {})[each.kinds] = None  # the same set once, and all of them put together once
    return tuple(Start(frozenset().union(*kinds), first, second) for (first, second), kinds in merged.items())


def _alone_since(treaty: TreatyPlan, library: Library) -> str | None:
    """The day from which fewer than two of the parties listed are left, each until it leaves or ceases to exist for good."""
    base = party_list(library.plans, treaty)
    last: dict[str, str] = {}
    for member in base.members:
        until = min(member.spell.until or _NEVER, _extinct_since(member.state, library))
        last[member.state] = max(last.get(member.state, ""), until)
    days = sorted(last.values(), reverse=True)
    return days[1] if len(days) > 1 and days[1] != _NEVER else None


def _extinct_since(code: str, library: Library) -> str:
    """The day from which a state, with all that continue it, exists no more."""
    state = library.words.states.get(code)
    ends = [spell.until for spell in state.spells] if state is not None else []
    own = _NEVER if not ends or None in ends else max(each for each in ends if each is not None)
    return max([own, *(_extinct_since(new, library) for new, _ in library.successions.get(code, ()))])


class _Reader:
    """Reads the conditions of one treaty.

    Each answer is a list of acts of which one must be listed; None: it may hold without.  What another clause of the treaty must
    bring about first - a duty, or that an act counts as one of another kind - needs nothing more than that clause; where a clause is
    read `alone`, it may hold without an act.
    """

    def __init__(self, treaty: TreatyPlan, library: Library, *, alone: bool) -> None:
        self.treaty = treaty
        self.alone = alone
        self.deemed = (
            {norm.kind for clause in treaty.clauses for norm in clause.norms if isinstance(norm, Deems)} if alone else set()
        )
        self.words = treaty.vocabulary
        self.library = library
        base = party_list(library.plans, treaty)
        self.parties = continued((member.state for member in base.members), library.successions)
        self._standing = frozenset(clause.id for clause in treaty.clauses if clause.standing)
        self._implying: dict[str, frozenset[str]] = {}  # the kinds whose acts bring a relation about, as far as asked

    def clause(self, clause: ClausePlan) -> list[Start] | None:
        if clause.standing:  # of what always holds only a breach is told
            return self.breaches(clause)
        return _any([self.condition(each.condition) if each.condition else None for each in clause.triggers])

    def breaches(self, clause: ClausePlan) -> list[Start] | None:
        """What may break a clause: where it only forbids, one who is not bound commits none."""
        bound = self.parties if all(isinstance(norm, Prohibition) for norm in clause.norms) else None
        forbidden = [norm.act for norm in clause.norms if isinstance(norm, Prohibition)]
        return _any([self._acts(act.kind, bound, self._second(act)) for act in forbidden])

    def condition(self, condition: c.Condition) -> list[Start] | None:
        match condition:
            case c.Happens(pattern=pattern):
                return self._happens(pattern)
            case c.Judged(term=c.Happens(pattern=pattern), judge=Body()):
                return self._happens(pattern)
            case c.Judged(term=c.Happens(pattern=pattern), judge=judge):
                return _any([self._happens(pattern), *(self._said(kind, judge) for kind in _REQUESTS)])
            case c.Related(relation=name, first=first, second=second, place_of=None):
                return self._related(name, first, second)
            case c.Decides(decision=name):
                known = self.library.words.decisions.get(name)
                return [Start(frozenset({f"@{name}"}), None, None)] if known and known.presumed is False else None
            case c.Owes(under=refs):
                return [] if not self.alone and all(self._starts_itself(ref) for ref in refs) else None
            case c.OnDay(term=term):
                return self.condition(term)
            case c.AnyOf(terms=terms):
                return _any([self.condition(term) for term in terms])
            case c.AllOf(terms=terms):
                needed = [found for term in terms if (found := self.condition(term)) is not None]
                return min(needed, key=_breadth) if needed else None
        return None

    def _happens(self, pattern: c.Pattern) -> list[Start] | None:
        if any(_is_every(part.who) for part in pattern.roles):
            return None
        first = self._codes(pattern.roles[0].who) if pattern.roles else None
        return self._acts(pattern.kind, first, self._second(pattern))

    def _second(self, pattern: c.Pattern) -> frozenset[str] | None:
        return self._codes(pattern.roles[1].who) if len(pattern.roles) > 1 else None

    def _acts(self, kind: str, first: frozenset[str] | None, second: frozenset[str] | None) -> list[Start] | None:
        if kind in self.words.kinds and not self.deemed.isdisjoint(self.words.kinds[kind].below):
            return None
        kinds = self.library.listed(kind, self.words)
        return None if kinds is None else [Start(kinds, first, second)]

    def _said(self, kind: str, judge: Who) -> list[Start]:
        below = self.words.kinds[kind].below if kind in self.words.kinds else frozenset()
        return [Start(frozenset(below), self._codes(judge), None)]

    def _related(self, name: str, first: Who | None, second: Who | None) -> list[Start] | None:
        if _is_every(first) or _is_every(second):
            return None
        looks_for_pairs = isinstance(first, Choice) or isinstance(second, Choice)
        tests_two = all(isinstance(who, Fixed) and len(who.codes) == 1 for who in (first, second))
        if self.words.relations[name].presumed is not False or not (looks_for_pairs or tests_two):
            return None  # silence about a pair is no denial
        kinds = self.words.kinds
        if name not in self._implying:
            self._implying[name] = frozenset(
                kind for kind in kinds if any(name in kinds[above].implies for above in kinds[kind].above)
            )
        return [Start(self._implying[name] | {f"@{name}"}, None, None)]

    def _starts_itself(self, ref: c.TreatyRef) -> bool:
        """Whether the duties meant are of this treaty, and none of them is always there."""
        named = self._standing.intersection(ref.clauses) if ref.clauses else self._standing
        return ref.treaty == self.treaty.id and not named

    def _codes(self, who: Who | None) -> frozenset[str] | None:
        """The codes that may be meant, of those that no event brings along; None: anyone."""
        match who:
            case Fixed(codes=codes):
                return continued(codes, self.library.successions)
            case Choice(sort="party"):
                return self.parties
            case Choice(sort="state" | "third_state"):
                return _STATES
            case Choice(sort="armed_group" | "terrorist_group"):
                return _ARMED_GROUPS
            case Choice(sort=sort) if sort in self.words.classes:
                return self._class(sort)
        return None

    def _class(self, name: str) -> frozenset[str]:
        known, regions = self.words.classes[name], self.words.regions
        inside = {
            code
            for code, state in self.words.states.items()
            if any(region in regions[home].above for home in state.home if home in regions for region in known.regions)
        }
        return continued((member.state for member in known.members), self.library.successions) | inside


def continued(codes: Iterable[str], successions: Successions) -> frozenset[str]:
    """The codes with all that ever continue them."""
    found: set[str] = set()
    rest = list(codes)
    while rest:
        code = rest.pop()
        if code not in found:
            found.add(code)
            rest += [new for new, _ in successions.get(code, ())]
    return frozenset(found)


def _any(branches: Iterable[list[Start] | None]) -> list[Start] | None:
    found: list[Start] = []
    for each in branches:
        if each is None:
            return None
        found += each
    return found


def _is_every(who: Who | None) -> bool:
    return isinstance(who, Choice) and who.quantifier.startswith("every")


def _breadth(found: list[Start]) -> tuple[int, int]:
    """How much would meet this: rather acts that name someone, then fewer kinds."""
    anyone = sum(start.first is None and start.second is None for start in found)
    return anyone, sum(len(start.kinds) for start in found)
