"""What is different between two treaties, or two days of one, as text and JSON."""

from __future__ import annotations

import json

from treatylang.rendering.layout import Line, hanging

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.plan.snapshot import Change, Snapshot

FORMAT = "treatylang/diff/1"
_IN_ROWS = ("parties",)  # sections of single words, which stand in one line


def diff_text(one: Snapshot, other: Snapshot, found: Sequence[Change], width: int | None) -> list[Line]:
    """A heading for each section that differs; `-` is only in the first, `+` only in the second, `=` in both under another number."""
    lines = [*_head("-", one, width), *_head("+", other, width)]
    for each in found:
        lines += [(), (("quiet", each.section),)]
        for sign, words in (("-", each.gone), ("+", each.new)):
            for text in [" ".join(words)] if each.section in _IN_ROWS and words else words:
                lines += hanging("mark" if sign == "-" else "duty", f"{sign} {text}", width, "", 2)
        for same in each.renumbered:
            lines += hanging("quiet", f"= Article {same.before} is Article {same.after}: {same.words}", width, "", 2)
    if not found:
        lines += [(), (("", "no difference"),)]
    return lines


def diff_json(one: Snapshot, other: Snapshot, found: Sequence[Change]) -> str:
    """An object with both sides and their `changes`."""
    sides = [{"treaty": each.treaty, "title": each.title, "date": each.day, "in_force": each.in_force} for each in (one, other)]
    rows = [
        {
            "section": each.section,
            "gone": list(each.gone),
            "new": list(each.new),
            "renumbered": [{"from": same.before, "to": same.after, "words": same.words} for same in each.renumbered],
        }
        for each in found
    ]
    return json.dumps({"format": FORMAT, "first": sides[0], "second": sides[1], "changes": rows}, indent=2) + "\n"


def _head(sign: str, side: Snapshot, width: int | None) -> list[Line]:
    held = {True: "", False: ", not in force", None: ", not known whether in force"}[side.in_force]
    return hanging("title", f"{sign} {side.treaty} on {side.day}{held}  {side.title}", width)
