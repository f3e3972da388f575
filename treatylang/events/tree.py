"""The tree of an event file, the same for YAML and JSON: texts, lists and mappings, each with its place.

A scalar is always text; what it means is for the field to say, so that `NO`, `on`, `12:30` and `2001-09-11` are safe.
"""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.text.source import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written.  `quoted` False and no text: nothing was written (also `null` of JSON)."""

    text: str
    quoted: bool
    span: Span

    @property
    def absent(self) -> bool:
        """Whether there is no value at all, as in `by:` with nothing after it."""
        return not self.text and not self.quoted


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping


def shape(node: Node) -> str:
    """What a node is, for a message: `a list`, `a mapping`, `a text`."""
    if isinstance(node, Sequence):
        return "a list"
    return "a mapping" if isinstance(node, Mapping) else "a text"
