"""Plans as plain data and back, for the cache.

The data is made of what `marshal` can hold and nothing that runs: a record is a list of its class's number and its fields, all else
stands for itself.  A treaty's vocabulary is stored as what it adds to the common one.
"""

from __future__ import annotations

from treatylang.model import areas, conditions, time, treaty, vocabulary, who
from treatylang.plan import plan
from treatylang.text.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_CLASSES: tuple[type, ...] = (
    Span, time.Spell,
    who.Filter, who.Fixed, who.Slot, who.Body, who.Choice,
    areas.Bound, areas.NamedPart, areas.PolygonPart, areas.Area,
    conditions.Amount, conditions.Where, conditions.RolePart, conditions.Pattern, conditions.Happens, conditions.Situation,
    conditions.AllOf, conditions.AnyOf, conditions.NotSo, conditions.ActFact, conditions.ActKind, conditions.PartyFact,
    conditions.Related, conditions.IsOne, conditions.InClass, conditions.InPlace, conditions.Level, conditions.Count,
    conditions.Decides, conditions.TreatyRef, conditions.Owes, conditions.InForce, conditions.Judged, conditions.OnDay,
    treaty.Membership, treaty.Suspension, treaty.Vote, treaty.Organ, treaty.Duty, treaty.Prohibition, treaty.Deems, treaty.Line,
    plan.Guard, plan.Trigger, plan.GuardedLine, plan.GuardedRefs, plan.GuardedStrength, plan.GuardedManner, plan.ClausePlan,
    plan.TreatyPlan,
    vocabulary.Kind, vocabulary.Yield, vocabulary.Fact, vocabulary.Relation, vocabulary.Decision, vocabulary.Body, vocabulary.Duty,
    vocabulary.Word, vocabulary.Ring, vocabulary.Region, vocabulary.Hold, vocabulary.Territory, vocabulary.State,
    vocabulary.ClassMember, vocabulary.StateClass, vocabulary.Measure, vocabulary.Vocabulary,
)  # fmt: skip
_NUMBERS = {each: number for number, each in enumerate(_CLASSES)}
_NAMES = tuple(tuple(each.__match_args__) for each in _CLASSES)  # type: ignore[attr-defined]
_CLAUSE = _NUMBERS[plan.ClausePlan]
_LIGHT = ("id", "article", "label", "spell", "kinds", "standing", "forbids", "deems")
_set = object.__setattr__


class _LateClause(plan.ClausePlan):
    """A clause of which only what an index needs has been taken out of its data; the rest comes when it is asked for."""

    __slots__ = ("_data",)

    def __getattr__(self, name: str) -> object:
        if name not in _NAMES[_CLAUSE]:
            raise AttributeError(name)
        data: Any = object.__getattribute__(self, "_data")
        found = decode(data[_NAMES[_CLAUSE].index(name)])
        _set(self, name, found)
        return found


class Words:
    """A mapping of words that are taken out of their data one by one, when they are asked for.

    No `dict`, since `{**words}` would copy the data of a subclass of it unread.
    """

    __slots__ = ("data",)

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def __getitem__(self, word: str) -> Any:
        found = self.data[word]
        if type(found) is list:
            found = decode(found)
            self.data[word] = found  # two threads may both do this: what they decode is equal
        return found

    def __contains__(self, word: object) -> bool:
        return word in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def get(self, word: str, default: Any = None) -> Any:
        return self[word] if word in self.data else default

    def keys(self) -> Any:
        return self.data.keys()

    def values(self) -> Any:
        return [self[word] for word in self.data]

    def items(self) -> Any:
        return [(word, self[word]) for word in self.data]

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Words | dict) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


def late_clause(data: list[object]) -> plan.ClausePlan:
    """A clause from its data, most of it left there."""
    made = object.__new__(_LateClause)
    fields = data[1:]
    _set(made, "_data", fields)
    for name in _LIGHT:
        _set(made, name, decode(fields[_NAMES[_CLAUSE].index(name)]))
    return made


def encode(value: object) -> object:
    """A record, or a tuple, dict or frozenset of records, as plain data."""
    number = _NUMBERS.get(type(value))
    if number is not None:
        return [number, *(encode(getattr(value, name)) for name in _NAMES[number])]
    if isinstance(value, tuple):
        return tuple(encode(each) for each in value)
    if isinstance(value, dict):
        return {key: encode(each) for key, each in value.items()}
    if value is None or isinstance(value, bool | int | float | str | frozenset):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a plan")


def decode(data: object) -> object:
    """What `encode` was given.  Raises LookupError, TypeError or ValueError on data that it never made."""
    if type(data) is list:
        number = data[0]
        made: object = object.__new__(_CLASSES[number])
        for name, each in zip(_NAMES[number], data[1:], strict=True):
            kind = type(each)
            _set(made, name, decode(each) if kind is list or kind is tuple or kind is dict else each)
        return made
    if type(data) is tuple:
        return tuple([decode(each) if type(each) in (list, tuple, dict) else each for each in data])
    if type(data) is dict:
        return {key: decode(each) for key, each in data.items()}
    return data
