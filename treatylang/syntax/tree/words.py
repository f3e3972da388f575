"""Words, texts, days and numbers: what other nodes are made of."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A lower-case word, or a treaty's id."""

    text: str


@dataclass(frozen=True, slots=True)
class Code(Node):
    """An upper-case code of a state or actor."""

    text: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """What stood between quotation marks; a text of several lines is kept as written, less the marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Day(Node):
    """`YYYY-MM-DD`, or a month `YYYY-MM`; not yet checked to exist.  `doubt`: what the `check` after it says."""

    text: str
    doubt: Text | None = None


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number as written (`1,300,000`, `0.5`)."""

    text: str

    @property
    def value(self) -> float:
        return float(self.text.replace(",", ""))


@dataclass(frozen=True, slots=True)
class Dates(Node):
    """`since`, `until`: half-open."""

    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Secret(Node):
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """From `#` to the end of the line."""

    text: str
