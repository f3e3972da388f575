"""Comments among the lines: none may be lost, and a second formatting must find each where the first one put it.

A comment belongs to the last line that begins before it.  One that ends a line of the source ends that line again; where a line can
have only one such comment, the others go above it.  One on a line of its own stays above what follows it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from treatylang.record import dataclass
from treatylang.syntax import tree as t
from treatylang.syntax.to_text.bits import Row
from treatylang.text.source import NOWHERE

_COLUMN = 63  # where a comment at the end of a short line begins
_BODY = 2  # indentation of a comment that closes a section, if it was indented at all


@dataclass(frozen=True, slots=True)
class _Remark:
    """A comment, and what the source had around it."""

    text: str
    own_line: bool
    indent: int = 0
    empty_before: bool = False
    empty_after: bool = False
    moved: bool = False  # it was among the words of a line, and goes above one


@dataclass(slots=True)
class _Group:
    """Lines that no comment can be put between, as the tree knows a place only for the first of them."""

    rows: list[Row]
    above: list[_Remark]
    beside: _Remark | None = None


def weave(rows: Sequence[Row], comments: Sequence[t.Comment], text: str | None) -> str:
    """The text of the file.  Without the source's text every comment goes on a line of its own."""
    groups = [*_groups(rows), _Group([], [])]  # the last, empty one: for comments at the end of the file
    _attach(groups, sorted(comments, key=lambda comment: comment.span), text)
    lines: list[str] = []
    for group in groups:
        _put_above(lines, group)
        lines += [" " * each.indent + each.text for each in group.rows]
        if group.beside:
            width = len(lines[-1].rpartition("\n")[2])
            lines[-1] += " " * max(_COLUMN - width, 2) + group.beside.text
    return "\n".join(lines) + "\n"


def _groups(rows: Sequence[Row]) -> list[_Group]:
    groups: list[_Group] = []
    for each in rows:
        if groups and each.span is NOWHERE and not each.opens:
            groups[-1].rows.append(each)
        else:
            groups.append(_Group([each], []))
    return groups


# ---- finding the line
def _attach(groups: Sequence[_Group], comments: Sequence[t.Comment], text: str | None) -> None:
    starts = list(accumulate((group.rows[0].span.start for group in groups if group.rows), max))
    found: dict[int, list[t.Comment]] = {}
    for comment in comments:
        found.setdefault(bisect_right(starts, comment.span.start) - 1, []).append(comment)
    for at, some in sorted(found.items()):
        _attach_to(groups, at, some, text)


def _attach_to(groups: Sequence[_Group], at: int, comments: Sequence[t.Comment], text: str | None) -> None:
    remarks = [_remark(comment, text) for comment in comments]
    end = max((each.span.end for each in groups[at].rows), default=0)
    inside = sum(comment.span.start < end for comment in comments) if at >= 0 else 0
    if at >= 0 and inside < len(remarks) and not remarks[inside].own_line:
        inside += 1
    within, after = remarks[:inside], remarks[inside:]
    if within and not within[-1].own_line:
        groups[at].beside = within.pop()
    groups[at].above += [_moved(each) for each in within]
    groups[at + 1].above += [each if each.own_line else _moved(each) for each in after]


def _moved(remark: _Remark) -> _Remark:
    return _Remark(remark.text, own_line=True, moved=True)


def _remark(comment: t.Comment, text: str | None) -> _Remark:
    written = comment.text.rstrip()
    if text is None:
        return _Remark(written, own_line=True, empty_before=True)
    start = text.rfind("\n", 0, comment.span.start) + 1
    if text[start : comment.span.start].strip():
        return _Remark(written, own_line=False)
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    end = text.find("\n", comment.span.end)
    return _Remark(
        written,
        own_line=True,
        indent=_BODY if comment.span.start > start else 0,
        empty_before=not before.strip(),
        empty_after=end < 0 or not text[end + 1 : _line_end(text, end + 1)].strip(),
    )


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


# ---- putting comments above a line
def _put_above(lines: list[str], group: _Group) -> None:
    first = group.rows[0] if group.rows else None
    if first and first.indent > 0:
        for remark in group.above:
            lines += [""] * remark.empty_before + [" " * first.indent + remark.text]
        return
    closing = _closing(group.above) if lines else 0
    lines += [" " * remark.indent + remark.text for remark in group.above[:closing]]
    rest = group.above[closing:]
    if lines and _parted(first, closing, rest):
        lines.append("")
    for at, remark in enumerate(rest):
        lines.append(remark.text)
        if remark.empty_after and (first or at + 1 < len(rest)):
            lines.append("")


def _parted(first: Row | None, closing: int, rest: Sequence[_Remark]) -> bool:
    """Whether an empty line goes before a section, or before the comments above it."""
    if first is None:
        return bool(rest)
    return first.opens or closing > 0 or (bool(rest) and rest[0].empty_before)


def _closing(remarks: Sequence[_Remark]) -> int:
    """How many comments stand right below the section before, with an empty line after them: they belong to it."""
    if not remarks or remarks[0].empty_before or remarks[0].moved:
        return 0
    return next((at + 1 for at, remark in enumerate(remarks) if remark.empty_after), 0)
