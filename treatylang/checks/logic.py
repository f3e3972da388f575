"""What a clause says for certain: how it can start, and what then always or never holds.

`None` stands for whatever hangs on the event.  Only what is plain counts: the same words, a kind that lies below another, a name
that is ruled out.  What is judged, or so on another day, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from treatylang.model import conditions as c
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.record import dataclass, field

Shape = tuple[Any, ...]
_MOST = 32  # ways to start beyond which nothing is said


@dataclass(frozen=True, slots=True)
class Start:
    """One way to start: who fills the role words, of which kinds the acts are, and what is then so and not so."""

    roles: Mapping[str, tuple[Who, ...]] = field(default_factory=dict)
    acts: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[c.Condition, ...] = ()
    so: frozenset[Shape] = frozenset()
    not_so: frozenset[Shape] = frozenset()

    def add(self, other: Start) -> Start:
        """Both at once."""
        roles = {slot: (*self.roles.get(slot, ()), *other.roles.get(slot, ())) for slot in {**self.roles, **other.roles}}
        return Start(
            roles, {**self.acts, **other.acts}, (*self.terms, *other.terms), self.so | other.so, self.not_so | other.not_so
        )

    def places(self, act: str) -> tuple[c.Where, ...]:
        """Where an act is said to be, in every one of which it lies."""
        found = [term.pattern for term in self.terms if isinstance(term, c.Happens) and term.pattern.slot == act]
        return tuple(where for pattern in found for where in pattern.where if where.words.startswith("in "))

    def who(self, who: Who, bearer: tuple[Who, ...] = ()) -> tuple[Who, ...]:
        """All that is known of one: a role word leads to what fills it."""
        found: list[Who] = []
        stack, seen = [who], set()
        while stack:
            each = stack.pop()
            if not isinstance(each, Slot):
                found.append(each)
            elif each.slot not in seen:
                seen.add(each.slot)
                stack.extend(bearer if each.slot == "bearer" else self.roles.get(each.slot, ()))
        return tuple(found)


def starts(condition: c.Condition | None) -> tuple[Start, ...]:
    """Every way in which a condition can come about; none where there are too many to tell apart."""
    match condition:
        case None:
            return (Start(),)
        case c.AnyOf(terms=terms):
            branches = [starts(term) for term in terms]
            found = tuple(start for branch in branches for start in branch) if all(branches) else ()
            return found if len(found) <= _MOST else ()
        case c.AllOf(terms=terms):
            ways: tuple[Start, ...] = (Start(so=_shapes(condition)),)
            for term in terms:
                ways = tuple(way.add(more) for way in ways for more in starts(term))
                if len(ways) > _MOST:
                    return ()
            return ways
        case c.NotSo(term=term):
            return (Start(terms=(condition,), so=_shapes(condition), not_so=_shapes(term)),)
    acts = {condition.pattern.slot: condition.pattern.kind} if isinstance(condition, c.Happens) else {}
    return (Start(_introduced(condition), acts, (condition,), _shapes(condition)),)


def of_act(pattern: c.Pattern) -> Start:
    """The role words and the act that a prohibition introduces."""
    return Start({part.slot: (part.who,) for part in pattern.roles if part.who is not None}, {pattern.slot: pattern.kind})


def facts(condition: c.Condition, known: Iterable[str]) -> Start:
    """What a further line makes so, of those role words only that the clause itself introduced."""
    terms = condition.terms if isinstance(condition, c.AllOf) else ()
    start = Start(so=_shapes(condition))
    for term in (condition, *terms):
        if _slots(shape(term)) <= {*known, "bearer"}:
            start = start.add(Start(so=_shapes(term), not_so=_shapes(term.term) if isinstance(term, c.NotSo) else frozenset()))
    return start


def opposed(terms: Iterable[c.Condition]) -> bool:
    """Whether one of the terms is that another is not so."""
    terms = tuple(terms)
    plain = frozenset[Shape]().union(*(_shapes(term) for term in terms))
    return any(_shapes(term.term) & plain for term in terms if isinstance(term, c.NotSo))


def shape(value: Any) -> Any:
    """A condition without its words and without the names that it gives, so that two alike are equal."""
    if isinstance(value, tuple):
        return tuple(shape(each) for each in value)
    names = getattr(type(value), "__match_args__", None)
    if not names:
        return value
    kept = [name for name in names if name != "words" and (name != "slot" or isinstance(value, Slot))]
    return (type(value).__name__, *(shape(getattr(value, name)) for name in kept))


def _shapes(condition: c.Condition) -> frozenset[Shape]:
    """Its shape, unless it says `another`, which means someone else in every place."""
    found = shape(condition)
    return frozenset() if _flat(found) & {"another", "every other"} else frozenset({found})


def _flat(value: Any) -> set[Any]:
    if not isinstance(value, tuple):
        return {value}
    return set().union(*(_flat(each) for each in value))


def _slots(value: Any) -> set[str]:
    """The role words to which a shape refers."""
    if not isinstance(value, tuple):
        return set()
    if len(value) == 2 and value[0] == "Slot":
        return {value[1]}
    return set().union(*(_slots(each) for each in value))


def _introduced(condition: c.Condition) -> dict[str, tuple[Who, ...]]:
    """Who fills the role words that one condition introduces, or of which it says who they are."""
    found: dict[str, tuple[Who, ...]] = {}
    ends: tuple[Who | None, ...] = ()
    match condition:
        case c.Happens(pattern=pattern):
            return {part.slot: (part.who,) for part in pattern.roles if part.who is not None and not _every(part.who)}
        case c.IsOne(who=Slot(slot=slot), test=test):
            return {slot: (test,)}
        case c.Related(first=first, second=second):
            ends = (first, second)
        case c.Owes(bearer=bearer, object=owed_to, against=against):
            ends = (bearer, owed_to, against)
        case c.PartyFact(who=who) | c.InClass(who=who) | c.Level(who=who) | c.IsOne(who=who):
            ends = (who,)
    for end in ends:
        if isinstance(end, Choice | Fixed) and end.slot is not None and not _every(end):
            found[end.slot] = (end,)
    return found


def _every(who: Who) -> bool:
    return isinstance(who, Choice) and who.quantifier.startswith("every")
