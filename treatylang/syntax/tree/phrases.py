"""Patterns of acts and what stands in them: quantities, targets, roles; references to articles."""

from __future__ import annotations

from treatylang.record import dataclass, field
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.who import Entity
from treatylang.syntax.tree.words import Day, Name, Number, Text
from treatylang.text.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Quantity(Node):
    """`at least 2% of gdp` (unit `%`), `1,300,000 men`, `1 year of notice`."""

    comparison: str | None  # "at least", "at most"
    number: Number
    unit: str
    of: Name | None = None
    unit_span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Targets(Node):
    """`forces, vessels of a party`; also plain words after a preposition (`in europe`, `by all_means`)."""

    names: tuple[Name, ...]
    of: Entity | None = None


Filler = Entity | Targets | Quantity | Day


@dataclass(frozen=True, slots=True)
class Role(Node):
    """A preposition and what follows it."""

    preposition: str
    filler: Filler


@dataclass(frozen=True, slots=True)
class Act(Node):
    """A pattern of acts: `armed_attack by a state on FRA in europe`."""

    kind: Name
    of: Name | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """`"5(1)[forces]" of nato-1949`: an article with its label, of this treaty or another; or a whole treaty."""

    treaty: Name | None
    article: Text | None


@dataclass(frozen=True, slots=True)
class EveryTreaty(Node):
    """`every other treaty except un-charter-1945`, after `subject to` and `overrides`."""

    but: tuple[Name, ...] = ()
