"""Fields put into the text of an event file, and nothing else of it changed.

The text is edited, not written anew: comments, order, quotes and ends of lines stay as they are.  What was meant is read again from the
result and compared, so that an edit either says exactly the fields that it should, or is not made.
"""

from __future__ import annotations

import re

from treatylang.events.read import is_json, read_tree
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.record import dataclass
from treatylang.text.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.tree import Node

_LINE_END = re.compile(r"\r\n|\n|\r")

Plain = tuple["str | Plain", ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A field to be put into a mapping behind the last of `behind`, and a comment on it."""

    mapping: Mapping
    behind: tuple[str, ...]
    field: str
    value: str
    comment: str


class CannotEdit(Exception):
    """The text is written in a way that an edit would not leave as it is."""


def edited(source: Source, tree: Mapping, additions: tuple[Addition, ...]) -> tuple[str, bool]:
    """The text with the fields, and whether it could take the comments; JSON has none.  Raises `CannotEdit`."""
    wanted = _plain(tree, {id(each.mapping): each for each in additions})
    json = is_json(source)
    for commented in (False,) if json else (True, False):
        text = source.text
        insertions = {each for addition in additions for each in _insertions(text, addition, json, commented)}
        for at, added in sorted(insertions, reverse=True):
            text = text[:at] + added + text[at:]
        again, problems = read_tree(Source(source.name, text))
        if again is not None and not problems and _plain(again, {}) == wanted:
            return text, commented
    raise CannotEdit


def _insertions(text: str, addition: Addition, json: bool, commented: bool) -> list[tuple[int, str]]:
    """What is to be put where."""
    key, value = _last(addition)
    mapping = addition.mapping
    end = _end_of(text)
    if json:
        before = text[_line(text, key.span.start)[0] : key.span.start]
        between = ", " if before.strip(" \t") else f",{end}{before}"  # on a line of its own where the others have one
        return [(value.span.end, f'{between}"{addition.field}": "{addition.value}"')]
    field = f"{addition.field}: {addition.value}"
    start = _line(text, mapping.span.start)[0]
    if text[mapping.span.start : mapping.span.start + 1] == "{":
        indent = text[start : mapping.span.start]
        indent = indent[: len(indent) - len(indent.lstrip(" "))]
        remark = [(start, f"{indent}# {field} by {addition.comment}{end}")] if commented else []
        return [(value.span.end, f", {field}"), *remark]
    indent = " " * (mapping.span.start - start)
    return [(_line(text, value.span.end)[1], f"{end}{indent}{field}" + (f"  # {addition.comment}" if commented else ""))]


def _last(addition: Addition) -> tuple[Scalar, Node]:
    """The entry behind which the field goes."""
    entries = [entry for entry in addition.mapping.entries if entry[0].text in addition.behind]
    return max(entries, key=lambda entry: entry[0].span.start)


def _line(text: str, at: int) -> tuple[int, int]:
    """Where the line at an offset begins and where it ends, without its end of line."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    found = _LINE_END.search(text, at)
    return start, found.start() if found else len(text)


def _end_of(text: str) -> str:
    """What ends a line of this text."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"


def _plain(node: Node, additions: dict[int, Addition]) -> Plain:
    """What a tree says, without its places, and with the additions in it."""
    if isinstance(node, Scalar):
        return ("text", node.text, "absent" if node.absent else "")
    if isinstance(node, Sequence):
        return ("list", *(_plain(item, additions) for item in node.items))
    rows: list[Plain] = [(key.text, _plain(value, additions)) for key, value in node.entries]
    addition = additions.get(id(node))
    if addition is not None:
        at = [key.text for key, _ in node.entries].index(_last(addition)[0].text)
        rows.insert(at + 1, (addition.field, ("text", addition.value, "")))
    return ("mapping", *rows)
