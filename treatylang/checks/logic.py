"""What a clause says for certain: how it can start, and what then always or never holds.

`None` stands for whatever hangs on the event.  Only what is plain counts: the same words, a kind that lies below another, a name
that is ruled out.  What is judged, or so on another day, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from math import prod
from typing import Any, NamedTuple

from treatylang.model import conditions as c
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.record import dataclass, field

Shape = object  # the same one for all that say the same; of one `Logic`
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
        return tuple(where for pattern in found for where in pattern.where if where.side == "in")

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


class _Part(NamedTuple):
    """What was read of a part of a condition: its shape, whether it says `another`, and the role words to which it refers."""

    shape: Shape
    another: bool
    slots: frozenset[str]


class Logic:
    """Conditions by their shapes: without their words and without the names that they give, so that two alike are equal.

    It keeps the shape of each part that it has seen, as a condition is asked for at every level of what it stands in.
    """

    def __init__(self) -> None:
        self._seen: dict[int, tuple[Any, _Part]] = {}  # with what was seen, which so keeps its number
        self._shape: dict[tuple[object, ...], Shape] = {}  # by its sort and the shapes of its parts

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
                if self._part(term).slots <= words
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
        return self._part(condition).shape

    def _shapes(self, condition: c.Condition) -> frozenset[Shape]:
        """Its shape, unless it says `another`, which means someone else in every place."""
        part = self._part(condition)
        return frozenset() if part.another else frozenset({part.shape})

    def _part(self, value: Any) -> _Part:
        """A record read, once; what is alike in all of its fields has one shape, so that to compare shapes costs nothing."""
        seen = self._seen.get(id(value))
        if seen is None:
            part = self._parts(getattr(value, name) for name in _kept(type(value)))
            slots = frozenset({value.slot}) if isinstance(value, Slot) else part.slots
            shape = self._shape.setdefault((type(value).__name__, part.shape), object())
            seen = self._seen[id(value)] = (value, _Part(shape, part.another, slots))
        return seen[1]

    def _parts(self, values: Iterable[Any]) -> _Part:
        """Several values, each a record, a tuple of such, or plain."""
        shapes: list[object] = []
        another = False
        slots: frozenset[str] = frozenset()
        for value in values:
            if isinstance(value, tuple):
                part = self._parts(value)
            elif hasattr(type(value), "__match_args__"):
                part = self._part(value)
            else:
                shapes.append(value)
                another = another or value in _ANOTHER
                continue
            shapes.append(part.shape)
            another = another or part.another
            slots = slots | part.slots if part.slots else slots
        return _Part(tuple(shapes), another, slots)


_KEPT: dict[type, tuple[str, ...]] = {}


def _kept(sort: Any) -> tuple[str, ...]:
    """The fields that make a shape: not the words, and not the name that is given."""
    if sort not in _KEPT:
        _KEPT[sort] = tuple(name for name in sort.__match_args__ if name != "words" and (name != "slot" or sort is Slot))
    return _KEPT[sort]


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
