"""Why duties that a treaty names are not owed, and the smallest change of facts that would make them so: an entry for each clause."""

from __future__ import annotations

from treatylang.decision.nearest import Change, nearest
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.phrases import cited, listed, readable
from treatylang.rendering.reasons import failure
from treatylang.text.article import article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.decision.decision import Duty

_BASES = {"table": "by the lists of the library", "map": "by the map of the library", "follows": ""}
_WAS = {True: "it is", False: "it is not", None: "that is not known"}


def why_not_text(duties: Sequence[Duty], width: int | None) -> list[Line]:
    """For each clause and those for whom the same stands in the way: what fails, and what would have to be otherwise."""
    alike: dict[tuple[str, str, tuple[str, ...]], list[Duty]] = {}
    for duty in duties:
        changes = tuple(_told(each) for each in nearest(duty.applies)) if duty.applies is not None else ()
        alike.setdefault((duty.id.rsplit("/", 1)[0], failure(duty), changes), []).append(duty)
    lines: list[Line] = []
    for (_, fails, changes), found in alike.items():
        first = found[0]
        who = listed(tuple(dict.fromkeys(each.bearer for each in found)))
        head = f"{first.treaty}, {cited(first.article, first.clause)}: {who} - {readable(first.words)}"
        lines += [*([()] if lines else []), *hanging("duty", head, width)]
        lines += hanging("", f"not owed, since this fails: {readable(fails)}", width, "", 2)
        would = " and ".join(changes) if changes else "no change of facts alone would do it"
        lines += hanging("", f"it would be owed if {would}" if changes else would, width, "", 2)
    return lines


def _told(change: Change) -> str:
    """`not provoked (...) [it is; stated]`, `there were armed attack by FRA on ITA`."""
    words = readable(change.words)
    if change.basis == "listed":
        return f"there were {article(words)} {words}"
    fact = words.split(" ", 1)[-1].startswith("(")
    so = words if change.value else f"not {words}" if fact else f"it were not so that {words}"
    basis = _BASES.get(change.basis, change.basis)
    return f"{so} [{_WAS[change.was]}{basis and f'; {basis}'}]" if change.was is not None else so
