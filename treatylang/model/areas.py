"""Areas: unions of lines, each on its dates; `except` lines subtract, wherever they stand."""

from __future__ import annotations

from treatylang.model.time import Spell
from treatylang.model.who import Who
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """`north of 23.44N`; `side` is north, south, east or west, `degrees` positive to the north and east."""

    side: str
    degrees: float


@dataclass(frozen=True, slots=True)
class NamedPart:
    """One line: named places, or land `of` (sovereignty) or `under` (administration) `holder`, within regions and beyond a bound.

    `sorts` are words like territory, islands, border; `places` names of regions, seas, localities, zones or other areas.
    """

    words: str
    excluded: bool
    places: tuple[str, ...]
    sorts: tuple[str, ...]
    holding: str | None
    holder: Who | None
    regions: tuple[str, ...]
    bound: Bound | None
    spell: Spell | None


@dataclass(frozen=True, slots=True)
class PolygonPart:
    """A ring of corners (latitude, longitude); every side is a rhumb line, a pole takes the longitude of its side."""

    words: str
    corners: tuple[tuple[float, float], ...]
    spell: Spell | None


@dataclass(frozen=True, slots=True)
class Area:
    """A named area of a treaty or of the vocabulary."""

    name: str
    title: str
    parts: tuple[NamedPart | PolygonPart, ...]
