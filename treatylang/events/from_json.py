"""JSON text -> tree with places, by a scanner of our own: the standard reader gives no places, and recurses.

Strings are left to the standard scanner.  The stack is a list, so that depth is ours to check.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # in every CPython

from treatylang.events.report import Report, quote
from treatylang.events.scalars import TOO_DEEP, visible
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.text.limits import Limits

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z_.+-])")
_BARE = re.compile(r"[^\s,:{}\[\]\"]+")
_FIELD = 'JSON writes `"field": value`, without comments; YAML is read from a file ending in `.yaml`'
_STRING = "write a line break as `\\n` and a backslash as `\\\\`"
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")


class _Open:
    """A collection that is being read.  `twice`: the key stood before, so its value is read and dropped."""

    __slots__ = ("entries", "items", "key", "mapping", "start", "twice")

    def __init__(self, start: int, mapping: bool) -> None:
        self.start = start
        self.mapping = mapping
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.key: Scalar | None = None
        self.twice = False


class _Stop(Exception):
    """Nothing after this can be read; the message is in the report."""


def from_json(source: Source, limits: Limits = LIMITS) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a JSON text, and what is wrong with it; a key that stands twice is an error beside a tree."""
    scanner = _Scanner(Report(source, limits.errors), source.text, limits.event_depth)
    try:
        root = scanner.document()
    except _Stop:
        root = None
    return (None if scanner.doubtful else root), scanner.report.diagnostics


class _Scanner:
    """One pass over the text: `at` is where it stands."""

    __slots__ = ("at", "depth", "doubtful", "report", "stack", "text")

    def __init__(self, report: Report, text: str, depth: int) -> None:
        self.report = report
        self.text = text
        self.depth = depth
        self.at = 0
        self.stack: list[_Open] = []
        self.doubtful = False  # a value that is none (NaN) stands in the tree

    def document(self) -> Node:
        if self._space() == "":
            raise self._stopped("the event is empty", "an event needs at least `event`, `date` and `acts`")
        node = self._value()
        while True:
            if node is None:  # a collection has just been opened
                node = self._first()
                continue
            if not self.stack:
                break
            node = self._next(node)
        if self._space() != "":
            raise self._stopped(f"{self._found()} after the end of the event", "one file holds one event")
        return node

    def _value(self) -> Node | None:
        """A scalar, or None after a bracket that opens a collection."""
        char = self._space()
        if char in ("{", "["):
            if len(self.stack) >= self.depth:
                self.report.error("TL0104", f"nested deeper than {self.depth} levels", Span(self.at, self.at + 1), TOO_DEEP)
                raise _Stop
            self.stack.append(_Open(self.at, char == "{"))
            self.at += 1
            return None
        if char == '"':
            return self._string()
        return self._bare()

    def _first(self) -> Node | None:
        """What follows an opening bracket: the end of an empty collection, or its first value."""
        top = self.stack[-1]
        if self._space() == ("}" if top.mapping else "]"):
            return self._close()
        if top.mapping:
            self._key(top)
        return self._value()

    def _next(self, node: Node) -> Node | None:
        """Put a value into the open collection, and read on to the next value or the end."""
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is not None and not top.twice:
            top.entries[top.key.text] = (top.key, node)
        char = self._space()
        end = "}" if top.mapping else "]"
        if char == end:
            return self._close()
        if char != ",":
            raise self._stopped(f"expected `,` or `{end}`, found {self._found()}", "look for a comma or bracket that is missing")
        comma = self.at
        self.at += 1
        if self._space() == end:
            self.at = comma
            raise self._stopped(f"a comma before `{end}`", "JSON allows none after the last value")
        if top.mapping:
            self._key(top)
        return self._value()

    def _close(self) -> Node:
        done = self.stack.pop()
        self.at += 1
        span = Span(done.start, self.at)
        return Mapping(tuple(done.entries.values()), span) if done.mapping else Sequence(tuple(done.items), span)

    def _key(self, top: _Open) -> None:
        if self._space() != '"':
            raise self._stopped(f"expected a field name in double quotes, found {self._found()}", self._as_yaml() or _FIELD)
        top.key = self._string()
        first = top.entries.get(top.key.text)
        top.twice = first is not None
        if first is not None:
            self.report.error(
                "TL0602",
                f"{quote(top.key.text)} stands twice",
                top.key.span,
                "keep one of them",
                label=(first[0].span, "first here"),
            )
        if self._space() != ":":
            raise self._stopped(f"expected `:` after {quote(top.key.text)}, found {self._found()}", _FIELD)
        self.at += 1

    def _string(self) -> Scalar:
        start = self.at
        try:
            text, self.at = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
            if error.msg.startswith("Unterminated"):
                raise self._stopped("a string without an end", "close it with a double quote") from None
            reason = error.msg.partition(":")[0].removesuffix(" at").rstrip()
            raise self._stopped(f"a string that cannot be read: {reason[:1].lower()}{reason[1:]}", _STRING) from None
        scalar = Scalar(text, True, Span(start, self.at))
        visible(self.report, scalar)
        return scalar

    def _bare(self) -> Scalar:
        """A number, or `true`, `false`, `null`; `null` is a value that is not there."""
        start = self.at
        word = self._word()
        span = Span(start, start + len(word))
        if word in ("true", "false", "null") or (word and _NUMBER.fullmatch(word)):
            self.at = span.end
            return Scalar("" if word == "null" else word, False, span)
        if word in _NO_NUMBERS:
            self.at = span.end
            self.doubtful = True
            self.report.error("TL0602", f"`{word}` is no number", span, "write `unknown`, or leave the field out")
            return Scalar(word, False, span)
        hint = None
        if word.startswith(("//", "/*", "#")):
            hint = "JSON has no comments; use `note`, or write the event as YAML"
        elif word.startswith("'"):
            hint = "JSON strings stand in double quotes"
        elif word:
            hint = self._as_yaml() or "a text stands in double quotes"
        raise self._stopped(f"expected a value, found {self._found()}", hint)

    def _word(self) -> str:
        match = _BARE.match(self.text, self.at)
        return match.group() if match else ""

    def _space(self) -> str:
        """Skip white space; the character that follows, or an empty text at the end."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def _found(self) -> str:
        rest = self._word() or self.text[self.at : self.at + 1]
        return quote(rest) if rest else "the end of the text"

    def _as_yaml(self) -> str | None:
        if self.report.source.name.lower().endswith(".json"):
            return None
        return "a text that starts with a bracket is read as JSON, unless its name ends in `.yaml`"

    def _stopped(self, message: str, hint: str | None = None) -> _Stop:
        end = max(self.at + len(self._word()), min(self.at + 1, len(self.text)), self.at)
        self.report.error("TL0601", f"not readable as JSON: {message}" if self.text.strip() else message, Span(self.at, end), hint)
        return _Stop()
