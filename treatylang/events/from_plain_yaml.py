"""The YAML in which events are mostly written -> tree, without a YAML parser: importing one costs more than answering.

It reads block mappings and lists, `[lists]` and `{mappings}`, and texts that stand on one line, with the places that a parser gives.
Of everything else - escapes, texts over several lines, anchors, tags, keys twice, an empty value, any mistake - it says None, and the
parser of `from_yaml` reads the text from its start and says what is wrong.  So it need not know YAML, only what it knows for certain.
"""

from __future__ import annotations

from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.text.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.tree import Node

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_(/+.")  # with which a plain text may begin
_KEY = 200  # characters; YAML allows a key 1024


class _NotPlain(Exception):
    """Something that is left to the parser."""


def from_plain_yaml(text: str, depth: int) -> Mapping | None:
    """The tree of a text, nested no deeper than `depth`; None where a parser has to read it."""
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Reader(text, depth).whole()
    except _NotPlain:
        return None


class _Reader:
    """A cursor over the text, and its lines as a block sees them: those with content, each by where that starts and ends."""

    __slots__ = ("depth", "lines", "now", "text")

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.depth = depth
        self.now = 0  # the number of the line being read
        self.lines: list[tuple[int, int, int]] = []  # indent, start of the content, end of the line
        start = 0
        for line in text.split("\n"):
            content = line.lstrip(" ")
            if content and content[0] != "#":
                indent = len(line) - len(content)
                if not indent and line[:3] in ("---", "..."):
                    raise _NotPlain
                self.lines.append((indent, start + indent, start + len(line)))
            start += len(line) + 1

    def whole(self) -> Mapping:
        if not self.lines or self.lines[0][0] or self._item(self.lines[0][1]):
            raise _NotPlain
        found = self._mapping(0, self.lines[0][1], 1)
        if self.now < len(self.lines):
            raise _NotPlain
        return found

    # ------------------------------------------------------------------------------------------------ blocks
    def _item(self, at: int) -> bool:
        """Whether a dash with a space opens an item here."""
        return self.text[at : at + 2] == "- "

    def _mapping(self, indent: int, first: int, level: int) -> Mapping:
        """A mapping of which the first key stands at `first`, in the line that is being read, and the others begin lines."""
        self._enter(level)
        entries: dict[str, tuple[Scalar, Node]] = {}
        at = first
        while True:
            key = self._key(at, self.lines[self.now][2])
            if key.text in entries or key.text == "<<":
                raise _NotPlain
            entries[key.text] = (key, self._value(indent, key.span.end + 1, level))
            if self.now == len(self.lines) or self.lines[self.now][0] < indent:
                break
            if self.lines[self.now][0] > indent or self._item(self.lines[self.now][1]):
                raise _NotPlain
            at = self.lines[self.now][1]
        found = tuple(entries.values())
        return Mapping(found, Span(first, found[-1][1].span.end))

    def _sequence(self, indent: int, level: int) -> Sequence:
        """A list whose dashes begin lines."""
        self._enter(level)
        first = self.lines[self.now][1]
        items: list[Node] = []
        while True:
            _, dash, end = self.lines[self.now]
            at = dash + 1
            while at < end and self.text[at] == " ":
                at += 1
            if at == end or self._item(at):
                raise _NotPlain
            if self.text[at] in _LETTERS and self._is_key(at, end):
                items.append(self._mapping(indent + at - dash, at, level + 1))
            else:
                items.append(self._on_line(indent, at, level))
            if self.now == len(self.lines) or self.lines[self.now][0] < indent:
                break
            if self.lines[self.now][0] > indent:
                raise _NotPlain
            if not self._item(self.lines[self.now][1]):
                break  # the next key of a mapping whose lists are not indented; in any other place it is refused there
        return Sequence(tuple(items), Span(first, items[-1].span.end))

    def _value(self, indent: int, at: int, level: int) -> Node:
        """What a key of a mapping at `indent` has: the rest of its line, or the block below."""
        end = self.lines[self.now][2]
        while at < end and self.text[at] == " ":
            at += 1
        if at < end and self.text[at] != "#":
            return self._on_line(indent, at, level)
        self.now += 1
        if self.now == len(self.lines):
            raise _NotPlain
        below, start, _ = self.lines[self.now]
        if self._item(start) and below >= indent:
            return self._sequence(below, level + 1)
        if below <= indent:
            raise _NotPlain
        return self._mapping(below, start, level + 1)

    def _on_line(self, indent: int, at: int, level: int) -> Node:
        """A value that starts in the line being read, with nothing after it but a comment."""
        char = self.text[at]
        end = self.lines[self.now][2]
        if char in "[{":
            found, at = self._flow(at, level)
            while self.lines[self.now][2] < at:
                self.now += 1
                if self.lines[self.now][0] <= indent:
                    raise _NotPlain
            self._nothing_after(at, self.lines[self.now][2])
        elif char in "'\"":
            found = self._quoted(at, end)
            self._nothing_after(found.span.end, end)
        else:
            found = self._plain(at, end)
        self.now += 1
        if self.now < len(self.lines) and self.lines[self.now][0] > indent:
            raise _NotPlain  # the text goes on, or it is a mistake
        return found

    def _nothing_after(self, at: int, end: int) -> None:
        rest = self.text[at:end]
        if (rest.strip(" ") and rest.lstrip(" ")[:1] != "#") or rest[:1] == "#":
            raise _NotPlain

    def _enter(self, level: int) -> None:
        if level > self.depth:
            raise _NotPlain

    # ------------------------------------------------------------------------------------------------ texts
    def _is_key(self, at: int, end: int) -> bool:
        colon = self.text.find(":", at, end)
        return colon >= 0 and (colon + 1 == end or self.text[colon + 1] == " ") and self._word(at, colon)

    def _word(self, at: int, end: int) -> bool:
        """Whether there is one word, without anything that has a meaning in YAML."""
        word = self.text[at:end]
        return len(word) < _KEY and (
            word.isdigit() or (word[:1] in _LETTERS and word.replace("-", "_").replace(".", "_").isidentifier())
        )

    def _key(self, at: int, end: int) -> Scalar:
        """The key that ends with a colon."""
        if not self._is_key(at, end):
            raise _NotPlain
        colon = self.text.find(":", at, end)
        return Scalar(self.text[at:colon], False, Span(at, colon))

    def _quoted(self, at: int, end: int) -> Scalar:
        """A text in quotes that ends in its line and holds no escape."""
        quote = self.text[at]
        close = self.text.find(quote, at + 1, end)
        if close < 0 or self.text[close + 1 : close + 2] == quote:
            raise _NotPlain
        inner = self.text[at + 1 : close]
        if quote == '"' and "\\" in inner:
            raise _NotPlain
        return Scalar(inner, True, Span(at, close + 1))

    def _plain(self, at: int, end: int) -> Scalar:
        """A text without quotes, to the end of its line or to a comment."""
        text = self.text[at:end]
        comment = text.find(" #")
        if comment >= 0:
            text = text[:comment]
        return self._told(at, text)

    def _told(self, at: int, text: str) -> Scalar:
        text = text.rstrip(" ")
        negative = text[:1] == "-" and text[1:2].isdigit()
        if not text or not (negative or text[0] in _LETTERS or (text[0] > "\x7f" and text[0].isalpha())):
            raise _NotPlain
        if ": " in text or text[-1] == ":":
            raise _NotPlain
        return Scalar(text, False, Span(at, at + len(text)))

    # ------------------------------------------------------------------------------------------------ brackets
    def _space(self, at: int) -> int:
        """Where the next thing stands, over spaces, comments and ends of lines."""
        text = self.text
        while text[at : at + 1] in (" ", "\n"):
            at += 1
            if text[at : at + 1] == "#":
                at = text.find("\n", at)
                if at < 0:
                    raise _NotPlain
        return at

    def _flow(self, at: int, level: int) -> tuple[Node, int]:
        """A list or mapping in brackets, and where it ends.  It nests no deeper than `depth`."""
        level += 1
        self._enter(level)
        text, start, mapping = self.text, at, self.text[at] == "{"
        close = "}" if mapping else "]"
        items: list[Node] = []
        entries: dict[str, tuple[Scalar, Node]] = {}
        at = self._space(at + 1)
        while text[at : at + 1] != close:
            key: Scalar | None = None
            if mapping:
                colon = text.find(":", at, at + _KEY)
                if colon < 0 or text[colon + 1 : colon + 2] != " " or not self._word(at, colon):
                    raise _NotPlain
                key = Scalar(text[at:colon], False, Span(at, colon))
                at = self._space(colon + 1)
            node, at = self._in_flow(at, level)
            if key is None:
                items.append(node)
            elif key.text in entries or key.text == "<<":
                raise _NotPlain
            else:
                entries[key.text] = (key, node)
            at = self._space(at)
            if text[at : at + 1] == ",":
                at = self._space(at + 1)
                if text[at : at + 1] == close:
                    raise _NotPlain
            elif text[at : at + 1] != close:
                raise _NotPlain
        span = Span(start, at + 1)
        return (Mapping(tuple(entries.values()), span) if mapping else Sequence(tuple(items), span)), at + 1

    def _in_flow(self, at: int, level: int) -> tuple[Node, int]:
        char = self.text[at : at + 1]
        if char in ("[", "{"):
            return self._flow(at, level)
        line = self.text.find("\n", at)
        end = line if line >= 0 else len(self.text)
        if char in ("'", '"'):
            quoted = self._quoted(at, end)
            return quoted, quoted.span.end
        for stop in (",", "]", "}", " #"):
            found = self.text.find(stop, at, end)
            if found >= 0:
                end = found
        text = self.text[at:end]
        if any(char in text for char in "[{?\"'&*!|>%@`#"):
            raise _NotPlain
        plain = self._told(at, text)
        return plain, end
