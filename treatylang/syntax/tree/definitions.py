"""What a vocabulary, or a treaty for itself, defines: classes, areas, organs, measures, words, codes."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.parties import Member
from treatylang.syntax.tree.phrases import Quantity
from treatylang.syntax.tree.who import Entity
from treatylang.syntax.tree.words import Code, Dates, Name, Number, Text


@dataclass(frozen=True, slots=True)
class ClassDef(Node):
    name: Name
    title: Text | None
    regions: tuple[Name, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Bound(Node):
    """`north of 23.44N`: degrees, north and east positive."""

    side: str
    degrees: float
    written: str


@dataclass(frozen=True, slots=True)
class Polygon(Node):
    """Corners as (latitude, longitude) as written, `47.5N`, `50W`; sides are rhumb lines."""

    corners: tuple[tuple[str, str], ...]
    dates: Dates | None


@dataclass(frozen=True, slots=True)
class Extent(Node):
    """`within 35N 30W, ...`: corners likewise, of a ring outside of which a region does not reach."""

    corners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceLine(Node):
    """One line of an area: `islands of a party in north_atlantic north of 23.44N`."""

    excluded: bool
    names: tuple[Name, ...]
    holding: str | None  # "of": sovereignty, "under": administration
    holder: Entity | None
    regions: tuple[Name, ...]
    bound: Bound | None
    dates: Dates | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class AreaDef(Node):
    name: Name
    title: Text | None
    places: tuple[PlaceLine | Polygon, ...]


@dataclass(frozen=True, slots=True)
class Vote(Node):
    """`decides MATTERS by RULE [of [SEATS] BASE] [quorum FRACTION] [without WHO] [unless WHO objects] [dates]`."""

    matters: tuple[Name, ...]
    rule: Name | Number
    seats: Number | None
    base: Name | None
    quorum: Name | None
    without: Entity | None
    objecting: Entity | None
    dates: Dates | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class OrganDef(Node):
    name: Name
    title: Text | None
    of: Entity | None
    dates: Dates | None
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Part(Node):
    name: Name
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class MeasureDef(Node):
    name: Name
    title: Text | None
    fact: Name | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Given(Node):
    """A fact with the value it is given: `not struck`, `killed at most 25`."""

    negated: bool
    name: Name
    comparison: str | None = None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Line(Node):
    """A line of a word's definition.

    `form` is the rule's name: parent, role_of, owner, presumed, needs, yields, implies, excludes, ends, amounts_to, unlisted,
    symmetric, because, inside, position, held, contested, cow, exists, continues.  Which of the other fields are used hangs on it.
    """

    form: str
    names: tuple[Name | Code, ...] = ()
    given: tuple[Given, ...] = ()
    condition: tuple[Name, ...] = ()  # after `if`
    word: str = ""  # a preposition, `of` or `under`, `not`, the article `a`
    text: Text | None = None
    numbers: tuple[str, ...] = ()  # numbers, or latitude and longitude, as written
    dates: Dates | None = None


@dataclass(frozen=True, slots=True)
class WordDef(Node):
    """`kind`, `fact`, `target`, `duty`, `relation`, `decision`, `region`, `locality`, `zone`, `domain` or `strength` NAME."""

    word_class: str
    name: Name
    title: Text | None
    lines: tuple[Line | Polygon | Extent, ...]


@dataclass(frozen=True, slots=True)
class CodeDef(Node):
    code: Code
    title: Text | None
    lines: tuple[Line | Polygon | Extent, ...]


@dataclass(frozen=True, slots=True)
class StrengthsDef(Node):
    """Strongest first."""

    names: tuple[Name, ...]


Definition = ClassDef | AreaDef | OrganDef | MeasureDef | WordDef | CodeDef | StrengthsDef
