"""Values of facts: known, bounded, unknown, or claimed differently by those who say so."""

from __future__ import annotations

from treatylang.events import fields, names
from treatylang.events.fields import read_fields, shown
from treatylang.events.report import quote
from treatylang.events.situation import UNKNOWN, Bounds, Claimed
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.events.words import COUNTS
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatylang.events.moments import Window
    from treatylang.events.scope import Scope
    from treatylang.events.situation import Known, Value
    from treatylang.model.vocabulary import Fact


@dataclass(frozen=True, slots=True)
class Sort:
    """What a known value is: `scalar` reads one, `many` allows a list (the value is then always a tuple of codes), `bounded` allows
    `at_least` and `at_most`."""

    scalar: Callable[[Scope, Node, str, Window | None], Known | None]
    many: bool = False
    bounded: bool = False


def _truth(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return fields.truth(scope, node, what)


def _number(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return fields.number(scope, node, what)


def _count(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return fields.number(scope, node, what, whole=True)


def _state(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return names.code(scope, node, what, when)


def _sovereign(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return "none" if names.is_text(node, "none") else names.code(scope, node, what, when)


def _zone(scope: Scope, node: Node, what: str, when: Window | None) -> Known | None:
    return fields.words(scope, node, "zone", scope.vocabulary.zones, table="zones")


TRUTH = Sort(_truth)
NUMBER = Sort(_number, bounded=True)
COUNT = Sort(_count, bounded=True)
STATES = Sort(_state, many=True)
SOVEREIGN = Sort(_sovereign)
ZONE = Sort(_zone)
_OF_TYPE = {"truth": TRUTH, "number": NUMBER, "states": STATES}


def sort_of(fact: Fact) -> Sort:
    """The sort of a fact: that of its type in the vocabulary; what counts is whole."""
    return COUNT if fact.name in COUNTS else _OF_TYPE[fact.type]


def read_value(scope: Scope, node: Node, what: str, sort: Sort, when: Window | None = None) -> Value | None:
    """A value as the page has it; None where it could not be read."""
    if names.is_text(node, "unknown"):
        return UNKNOWN
    if isinstance(node, Mapping):
        return _mapping(scope, node, what, sort, when)
    return _known(scope, node, what, sort, when)


def _known(scope: Scope, node: Node, what: str, sort: Sort, when: Window | None) -> Known | None:
    if isinstance(node, Sequence) and sort.many:
        return names.code_list(scope, node, what, when)
    found = sort.scalar(scope, node, what, when)
    return (found,) if sort.many and isinstance(found, str) else found


def _mapping(scope: Scope, node: Mapping, what: str, sort: Sort, when: Window | None) -> Value | None:
    allowed = ("claimed", "at_least", "at_most") if sort.bounded else ("claimed",)
    entries = read_fields(scope, node, f"the value of {what}", allowed)
    if not entries:
        if not node.entries:
            scope.report.error("TL0606", f"{what} has no value", node.span, "write a value, `unknown`, or `{claimed: ...}`")
        return None
    if "claimed" in entries:
        if len(entries) > 1:
            scope.report.error("TL0614", f"{what} has both `claimed` and bounds", node.span, "write one of the two")
            return None
        return _claimed(scope, entries["claimed"][1], what, sort, when)
    low, high = (
        fields.number(scope, entries[name][1], f"`{name}`", whole=sort is COUNT) if name in entries else None
        for name in ("at_least", "at_most")
    )
    if low is not None and high is not None and low > high:
        hint = f"did you mean `{{at_least: {high:g}, at_most: {low:g}}}`?"
        scope.report.error("TL0610", f"`at_least` {low:g} is more than `at_most` {high:g}", node.span, hint)
        return None
    return None if low is None and high is None else Bounds(low, high)


def _claimed(scope: Scope, node: Node, what: str, sort: Sort, when: Window | None) -> Claimed | None:
    if not isinstance(node, Mapping):
        hint = "write `{claimed: {true: [TUR], false: [SYR]}}`"
        scope.report.error("TL0612", f"`claimed` holds values and who claims them, not {shown(node)}", node.span, hint)
        return None
    if len(node.entries) < 2:
        hint = "a value that nobody contests is written plainly; `[]` stands for a reading no named party holds"
        scope.report.error("TL0612", f"the claims on {what} need at least two values", node.span, hint)
    found: list[tuple[Known, tuple[str, ...]]] = []
    values: dict[Known, Scalar] = {}
    claimants: dict[str, Node] = {}
    for key, who in node.entries:
        value = _known(scope, key, what, sort, when)
        said_by = _claimants(scope, who, claimants, when or scope.when)
        if value is None:
            continue
        if value in values:  # `1` and `1.0`
            label = (values[value].span, "first here")
            hint = "name all who claim it in one list"
            scope.report.error("TL0612", f"the claim {quote(key.text)} on {what} stands twice", key.span, hint, label)
            continue
        values[value] = key
        found.append((value, said_by))
    return Claimed(tuple(found)) if len(found) > 1 else None


def _claimants(scope: Scope, node: Node, seen: dict[str, Node], when: Window) -> tuple[str, ...]:
    """Who claims a value of something that was at this time."""
    if not isinstance(node, Sequence):
        hint = f"write `[{node.text}]`" if isinstance(node, Scalar) and node.text else "write `[]` where no named party holds it"
        scope.report.error("TL0612", f"claimants are a list, not {shown(node)}", node.span, hint)
        return ()
    found = names.code_list(scope, node, "a claimant", may_be_reading=True)
    for item in node.items:
        if not isinstance(item, Scalar) or item.text not in found:
            continue
        names.spoke(scope, item, when)
        first = seen.setdefault(item.text, item)
        if first is not item and not _same_list(node, first):
            scope.report.error(
                "TL0612",
                f"{quote(item.text)} claims two values at once",
                item.span,
                "leave it with the value that it holds; one in doubt claims nothing",
                (first.span, "first here"),
            )
    return found


def _same_list(node: Sequence, item: Node) -> bool:
    return any(other is item for other in node.items)
