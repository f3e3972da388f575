"""The parties, and what is suspended between them."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.words import Code, Dates, Day, Name, Text


@dataclass(frozen=True, slots=True)
class Member(Node):
    """States of a class, or parties; of these, `denounced` is the day on which they gave notice."""

    states: tuple[Code, ...]
    dates: Dates
    disputed: bool
    note: Text | None
    denounced: Day | None = None


@dataclass(frozen=True, slots=True)
class Parties(Node):
    """Lines of members, or `of` another treaty.  `doubt`: what is doubtful in the whole list."""

    members: tuple[Member, ...]
    of: Name | None
    doubt: Text | None = None


@dataclass(frozen=True, slots=True)
class Suspension(Node):
    """Between two states, or for one toward all."""

    states: tuple[Code, ...]
    dates: Dates
    disputed: bool
    note: Text | None
