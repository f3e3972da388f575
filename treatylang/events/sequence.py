"""Acts among one another: ids, the order of their days, and answers to earlier acts."""

from __future__ import annotations

from treatylang.events.moments import window
from treatylang.events.report import quote, suggestion
from treatylang.events.tree import Scalar
from treatylang.text.source import NOWHERE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from treatylang.events.fields import Entry
    from treatylang.events.scope import Scope
    from treatylang.events.situation import Act


_IDS = "acts have the `id` that is written of them, else `act1`, `act2` ... by their place"


def check_sequence(scope: Scope, acts: Sequence[Act], entries: Sequence[Mapping[str, Entry]], about: Mapping[int, Scalar]) -> None:
    """Report ids that stand twice, days that run backwards, and references to acts that are missing or later."""
    index = _ids(scope, acts, entries)
    _days(scope, acts, entries)
    for act, fields in zip(acts, entries, strict=True):
        if act.response_to is not None:
            _answer(scope, act, fields["response_to"][1], index)
    for named in about.values():
        if named.text not in index:
            _missing(scope, named, index)


def _ids(scope: Scope, acts: Sequence[Act], entries: Sequence[Mapping[str, Entry]]) -> dict[str, int]:
    index: dict[str, int] = {}
    written = {act.id: fields["id"][1].span for act, fields in zip(acts, entries, strict=True) if "id" in fields}
    for act, fields in zip(acts, entries, strict=True):
        if act.id in index:
            span = fields["id"][1].span if "id" in fields else written[act.id]
            both = "id" in fields and "id" in entries[index[act.id]]
            hint = "give each act an id of its own" if both else "acts without an id are `act1`, `act2` ... by their place"
            scope.report.error("TL0613", f"two acts have the id {quote(act.id)}", span, hint)
        index.setdefault(act.id, len(index))
    return index


def _days(scope: Scope, acts: Sequence[Act], entries: Sequence[Mapping[str, Entry]]) -> None:
    """A day may not lie before one already reached; of days known by month or year only what is certain counts."""
    reached = ""
    of: Act | None = None
    for act, fields in zip(acts, entries, strict=True):
        if not act.date:
            continue
        when = window(act.date)
        if of is not None and when.last < reached:
            message = f"{quote(act.id)} ({act.date}) lies before {quote(of.id)} ({of.date}), which stands above it"
            at = fields["date"][1].span if "date" in fields else fields["kind"][0].span if "kind" in fields else NOWHERE
            hint = "list acts in the order in which they happened"
            if "date" not in fields:
                hint += "; without a date of its own the act has the event's"
            scope.report.error("TL0609", message, at, hint)
        if when.first > reached:
            reached, of = when.first, act


def _answer(scope: Scope, act: Act, node: object, index: Mapping[str, int]) -> None:
    if not isinstance(node, Scalar) or act.response_to is None:
        return
    target = index.get(act.response_to)
    if target is None:
        _missing(scope, node, index)
    elif target >= index[act.id]:
        what = "itself" if act.response_to == act.id else f"the later act {quote(act.response_to)}"
        scope.report.error("TL0613", f"{quote(act.id)} answers {what}", node.span, "an act answers one that stands above it")


def _missing(scope: Scope, named: Scalar, index: Mapping[str, int]) -> None:
    scope.report.error(
        "TL0613", f"no act has the id {quote(named.text)}", named.span, lambda: suggestion(named.text, index) or _IDS
    )
