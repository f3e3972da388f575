"""What a clause says for certain: how it can start, and what then always or never holds.

`None` stands for whatever hangs on the event.  Only what is plain counts: the same words, a kind that lies below another, a name
that is ruled out.  What is judged, or so on another day, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from math import prod
from typing import Any

from treatylang.model import conditions as c
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.record import dataclass, field

Shape = tuple[Any, ...]
_MOST = 32  # ways to start, and fillers of one role word, beyond which nothing is said
_MOST_TERMS = 64  # and terms of all ways together, where there are several
_ANOTHER = ("another", "every other")


@dataclass(frozen=True, slots=True)
class Start:
    """One way to start: who fills the role words, of which kinds the acts are, and what is then so and not so."""

    roles: Mapping[str, tuple[Who, ...]] = field(default_factory=dict)
    acts: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[c.Condition, ...] = ()
    so: frozenset[Shape] = frozenset()
    not_so: frozenset[Shape] = frozenset()

    def add(self, *others: Start) -> Start:
        """All at once."""
        every = (self, *others)
        roles: dict[str, list[Who]] = {}
        for each in every:
            for slot, fillers in each.roles.items():
                roles.setdefault(slot, []).extend(fillers)
        return Start(
            {slot: tuple(dict.fromkeys(fillers))[:_MOST] for slot, fillers in roles.items()},
            {slot: kind for each in every for slot, kind in each.acts.items()},
            tuple(term for each in every for term in each.terms),
            self.so.union(*[each.so for each in others]),
            self.not_so.union(*[each.not_so for each in others]),
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


class Logic:
    """Conditions by their shapes: without their words and without the names that they give, so that two alike are equal.

    It keeps the shape of each part that it has seen, as a condition is asked for at every level of what it stands in.
    """

    def __init__(self) -> None:
        self._seen: dict[int, tuple[Any, Any, bool]] = {}  # with what was seen, which so keeps its number

    def starts(self, condition: c.Condition | None) -> tuple[Start, ...]:
        """Every way in which a condition can come about; none where there are too many to tell apart."""
        if condition is None:
            return (Start(),)
        ways, terms = _size(condition)
        return () if ways > _MOST or (ways > 1 and terms > _MOST_TERMS) else self._starts(condition)

    def _starts(self, condition: c.Condition) -> tuple[Start, ...]:
        match condition:
            case c.AnyOf(terms=terms):
                return tuple(start for term in terms for start in self._starts(term))
            case c.AllOf(terms=terms):
                whole = Start(so=self._shapes(condition))
                return tuple(whole.add(*way) for way in product(*(self._starts(term) for term in terms)))
            case c.NotSo(term=term):
                return (Start(terms=(condition,), so=self._shapes(condition), not_so=self._shapes(term)),)
        acts = {condition.pattern.slot: condition.pattern.kind} if isinstance(condition, c.Happens) else {}
        return (Start(_introduced(condition), acts, (condition,), self._shapes(condition)),)

    def facts(self, condition: c.Condition, known: Iterable[str]) -> Start:
        """What a further line makes so, of those role words only that the clause itself introduced."""
        terms = condition.terms if isinstance(condition, c.AllOf) else ()
        words = {*known, "bearer"}
        return Start(so=self._shapes(condition)).add(
            *(
                Start(so=self._shapes(term), not_so=self._shapes(term.term) if isinstance(term, c.NotSo) else frozenset())
                for term in (condition, *terms)
                if _slots(self.shape(term)) <= words
            )
        )

    def opposed(self, terms: Iterable[c.Condition]) -> bool:
        """Whether one of the terms is that another is not so."""
        terms = tuple(terms)
        denied = [term.term for term in terms if isinstance(term, c.NotSo)]
        plain = {each for term in terms for each in self._shapes(term)} if denied else set()
        return any(self._shapes(term) & plain for term in denied)

    def shape(self, condition: c.Condition) -> Shape:
        """What a condition says."""
        found: Shape = self._read(condition)[0]
        return found

    def _shapes(self, condition: c.Condition) -> frozenset[Shape]:
        """Its shape, unless it says `another`, which means someone else in every place."""
        found, another = self._read(condition)
        return frozenset() if another else frozenset({found})

    def _read(self, value: Any) -> tuple[Any, bool]:
        """The shape of a part, and whether it says `another`."""
        if isinstance(value, tuple):
            read = [self._read(each) for each in value]
            return tuple(each for each, _ in read), any(another for _, another in read)
        names = getattr(type(value), "__match_args__", None)
        if not names:
            return value, value in _ANOTHER if isinstance(value, str) else False
        seen = self._seen.get(id(value))
        if seen is None:
            kept = [name for name in names if name != "words" and (name != "slot" or isinstance(value, Slot))]
            parts, another = self._read(tuple(getattr(value, name) for name in kept))
            seen = self._seen[id(value)] = (value, (type(value).__name__, *parts), another)
        return seen[1], seen[2]


def _size(condition: c.Condition) -> tuple[int, int]:
    """In how many ways a condition can come about, and how many terms these have together."""
    match condition:
        case c.AnyOf(terms=terms):
            sizes = [_size(term) for term in terms]
            return sum(ways for ways, _ in sizes), sum(count for _, count in sizes)
        case c.AllOf(terms=terms):
            sizes = [_size(term) for term in terms]
            every = prod(ways for ways, _ in sizes)
            return every, sum(count * (every // ways) for ways, count in sizes)
    return 1, 1


def of_act(pattern: c.Pattern) -> Start:
    """The role words and the act that a prohibition introduces."""
    return Start({part.slot: (part.who,) for part in pattern.roles if part.who is not None}, {pattern.slot: pattern.kind})


def _slots(value: Any) -> set[str]:
    """The role words to which a shape refers."""
    if not isinstance(value, tuple):
        return set()
    if len(value) == 2 and value[0] == "Slot":
        return {value[1]}
    return set().union(*map(_slots, value))


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
