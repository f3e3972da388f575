"""Plans as plain data and back, for the cache.

The data is made of what `marshal` can hold and nothing that runs: a record is a list of its class's number and its fields, all else
stands for itself.  A treaty's vocabulary is stored as what it adds to the common one.
"""

from __future__ import annotations

import marshal

from treatylang.model import areas, conditions, time, treaty, vocabulary, who
from treatylang.plan import plan
from treatylang.text.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeVar

    _Record = TypeVar("_Record")

_CLASSES: tuple[type, ...] = (
    Span, time.Spell,
    who.Filter, who.Fixed, who.Slot, who.Body, who.Choice,
    areas.Bound, areas.NamedPart, areas.PolygonPart, areas.Area,
    conditions.Amount, conditions.Where, conditions.RolePart, conditions.Pattern, conditions.Happens, conditions.Situation,
    conditions.AllOf, conditions.AnyOf, conditions.NotSo, conditions.ActFact, conditions.ActKind, conditions.PartyFact,
    conditions.Related, conditions.IsOne, conditions.InClass, conditions.InPlace, conditions.Level, conditions.Count,
    conditions.Decides, conditions.TreatyRef, conditions.Owes, conditions.InForce, conditions.Judged, conditions.OnDay,
    treaty.Membership, treaty.Suspension, treaty.Doubt, treaty.Vote, treaty.Organ, treaty.Duty, treaty.Prohibition, treaty.Deems,
    treaty.Line,
    plan.Guard, plan.Trigger, plan.GuardedLine, plan.GuardedRefs, plan.GuardedStrength, plan.GuardedManner, plan.ClausePlan,
    plan.TreatyPlan, plan.Start, plan.Starts,
    vocabulary.Kind, vocabulary.Yield, vocabulary.Fact, vocabulary.Relation, vocabulary.Decision, vocabulary.Body, vocabulary.Duty,
    vocabulary.Word, vocabulary.Ring, vocabulary.Region, vocabulary.Hold, vocabulary.Territory, vocabulary.State,
    vocabulary.ClassMember, vocabulary.StateClass, vocabulary.MeasurePart, vocabulary.Measure, vocabulary.Vocabulary,
)  # fmt: skip
_NUMBERS = {each: number for number, each in enumerate(_CLASSES)}
_NAMES = tuple(tuple(each.__match_args__) for each in _CLASSES)  # type: ignore[attr-defined]
_TUPLE, _DICT, _ALWAYS = -1, -2, -3  # in place of a class's number
_EARLY = frozenset({"id", "article", "label", "spell", "starts", "standing", "forbids", "deems", "form", "members_of", "secret"})
_set = object.__setattr__


class LateClause(plan.ClausePlan):
    """A clause of which only what an index needs has been taken out of its data; the rest comes when it is asked for."""

    __slots__ = ("_late",)

    def __getattr__(self, name: str) -> object:
        return _arrived(self, name)


class LateTreaty(plan.TreatyPlan):
    """A treaty's plan, likewise."""

    def __getattr__(self, name: str) -> object:
        return _arrived(self, name)


def _arrived(late: object, name: str) -> object:
    """A field that was asked for and not there yet: all that is left of the record becomes data, and this field is taken out of it."""
    if name not in type(late).__match_args__:  # type: ignore[attr-defined]
        raise AttributeError(name)
    rest: Any = object.__getattribute__(late, "_late")
    if type(rest) is bytes:
        rest = marshal.loads(rest)
        _set(late, "_late", rest)
    found = decode(rest[name])
    _set(late, name, found)  # two threads may both do this: what they decode is equal
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
        if type(found) is bytes:
            found = decode(marshal.loads(found))
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


def pack_words(words: dict[str, object]) -> dict[str, bytes]:
    """The data of `Words`: each word packed for itself, so that most of a vocabulary is passed over in reading."""
    data: dict[str, Any] = {word: encode(each) for word, each in words.items()}
    return {word: marshal.dumps(each) for word, each in data.items()}


def pack(record: plan.ClausePlan | plan.TreatyPlan, **instead: object) -> tuple[object, ...]:
    """A record as what is wanted of it at once, and the rest, packed.  `instead` are fields with data of their own."""
    fields = {name: instead[name] if name in instead else encode(getattr(record, name)) for name in record.__match_args__}
    late: Any = {name: data for name, data in fields.items() if name not in _EARLY and name not in instead}
    return {name: data for name, data in fields.items() if name not in late}, marshal.dumps(late)


def unpack(kind: type[_Record], packed: Any, **instead: object) -> _Record:
    """The record that was packed, most of it left in its data."""
    early, late = packed
    made: _Record = object.__new__(kind)
    for name, data in early.items():
        if name not in instead:
            _set(made, name, decode(data) if type(data) is list else data)
    for name, value in instead.items():
        _set(made, name, value)
    _set(made, "_late", late)
    return made


def encode(value: object) -> object:
    """A record, or a tuple, dict or frozenset of records, as plain data: what is no list stands for itself."""
    number = _NUMBERS.get(type(value))
    if number is not None:
        if value == time.ALWAYS:
            return [_ALWAYS]
        return [number, *(encode(getattr(value, name)) for name in _NAMES[number])]
    if isinstance(value, tuple):
        items = [encode(each) for each in value]
        return [_TUPLE, *items] if any(type(each) is list for each in items) else tuple(items)
    if isinstance(value, dict):
        data = {key: encode(each) for key, each in value.items()}
        return [_DICT, data] if any(type(each) is list for each in data.values()) else data
    if value is None or isinstance(value, bool | int | float | str | frozenset):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a plan")


def decode(data: Any) -> Any:
    """What `encode` was given.  Raises LookupError, TypeError or ValueError on data that it never made."""
    if type(data) is not list:
        return data
    number = data[0]
    if number >= 0:
        made: object = object.__new__(_CLASSES[number])
        for name, each in zip(_NAMES[number], data[1:], strict=True):
            _set(made, name, decode(each) if type(each) is list else each)
        return made
    if number == _TUPLE:
        return tuple([decode(each) if type(each) is list else each for each in data[1:]])
    if number == _ALWAYS:
        return time.ALWAYS  # one for all, since most spells are no others
    return {key: decode(each) if type(each) is list else each for key, each in data[1].items()}
