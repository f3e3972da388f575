"""The map: Natural Earth's countries at 1:110 million, from the file that the wheel of `pyogrio` carries, read by `shapely`.

Both come with the extra `geo`, and are imported when somebody asks for a place.
"""

from __future__ import annotations

from functools import cache
from math import cos, radians

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.locating.rows import CUTS, STATES, TERRITORIES, key_of
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

MISSING = "places are located with `shapely` and `pyogrio`, which are not installed: python -m pip install 'treatylang[geo]'"
SOURCE = "Natural Earth 1:110m"
SURE_KM = 25.0
"""How near to a boundary or a coast the map is not believed.

Natural Earth also publishes 243 cities.  Leaving aside islands and small states that this map does not draw, and cities in dispute, it
puts seven of them out at sea or on the wrong side of a boundary: Djibouti by 12.6 km, Istanbul 11.9, Geneva 10.2, Freetown 6.6,
Montevideo 5.5, Tripoli 3.6, Brazzaville 0.6.  Twice that is also more than
the twelve miles, 22 km, of a territorial sea.
"""

_OF_THE_POLE = "ATA"  # the map ends at 90S, which is no coast
FILE = "tests/fixtures/naturalearth_lowres/naturalearth_lowres.shp"
_DEGREE_KM = 111.195
_SLIVER_KM = 0.1  # between neighbours of the map there may be gaps of rounding, which are no water


class MissingExtra(Exception):
    """The packages of the extra `geo` are not installed; the message says so."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of the map, or a part of it: `key` as in `rows`, `name` as the map says it, `territory` where a ring cuts one out."""

    key: str
    name: str
    territory: str | None
    shape: Any

    def named(self, day: str) -> tuple[str, str] | None:
        """The field and value by which an event names it on a day; None where the map alone cannot say whose it is."""
        if self.territory is not None:
            return "territory", self.territory
        if self.key in STATES:
            return "territory_of", self.key
        row = TERRITORIES.get(self.key)
        if row is None:
            return None
        if row.until is not None and row.state is not None and day >= row.until:
            return "territory_of", row.state
        return "territory", row.territory


@dataclass(frozen=True, slots=True)
class Near:
    """What the map has round a point: units that lie within `SURE_KM`, each with its distance (0: the point is in it), nearest first;
    and how far the water is, 0 where the point is in it (None: farther than `SURE_KM`)."""

    units: tuple[tuple[Unit, float], ...]
    water: float | None


class World:
    """The units of the map, found by where they lie."""

    def __init__(self, units: tuple[Unit, ...], version: str) -> None:
        import shapely

        self.units = units
        self.version = version
        self._tree = shapely.STRtree([unit.shape for unit in units])

    def near(self, latitude: float, longitude: float) -> Near:
        """What lies round a point.  Distances are taken on a plane that touches the globe there."""
        import shapely

        here = shapely.Point(0, 0)
        parts = list(self._round(latitude, longitude))
        found: dict[int, float] = {}
        for index, part in parts:
            distance = float(shapely.distance(here, part))
            found[index] = min(distance, found.get(index, distance))
        units = sorted(((self.units[index], km) for index, km in found.items() if km <= SURE_KM), key=lambda each: each[1])
        land = shapely.union_all([shapely.buffer(part, _SLIVER_KM) for _, part in parts])
        water = float(shapely.distance(here, land.boundary)) if shapely.contains(land, here) else 0.0
        return Near(tuple(units), water if water <= SURE_KM else None)

    def _round(self, latitude: float, longitude: float) -> Iterator[tuple[int, Any]]:
        """Units in a window of which the sides are farther than `SURE_KM`, in kilometres east and north of the point."""
        import shapely

        scale = max(cos(radians(latitude)), 0.01)
        high = 3 * SURE_KM / _DEGREE_KM
        wide = min(high / scale, 180.0)
        for turn in (-360, 0, 360):
            east = longitude + turn
            window = shapely.box(east - wide, latitude - high, east + wide, latitude + high)
            for index in sorted(self._tree.query(window, predicate="intersects")):
                part = shapely.intersection(self.units[index].shape, window)
                if not part.is_empty:
                    yield int(index), shapely.transform(part, _plane(latitude, east, scale))


def _plane(latitude: float, longitude: float, scale: float) -> Any:
    def to_plane(points: Any) -> Any:
        return (points - (longitude, latitude)) * (_DEGREE_KM * scale, _DEGREE_KM)

    return to_plane


@cache
def world() -> World:
    """The map.  Raises `MissingExtra`, and `InputError` where the file is not as it should be."""
    try:
        import pyogrio
        import shapely
        from pyogrio import raw
    except ImportError as error:
        raise MissingExtra(MISSING) from error
    from pathlib import Path

    version = f"pyogrio {pyogrio.__version__}"
    path = Path(pyogrio.__file__).parent / FILE
    if not path.is_file():
        raise _unreadable(version, f"{version} does not carry the map (`{FILE}`)")
    try:
        meta, _, shapes, columns = raw.read(str(path))
        by_name = dict(zip(meta["fields"], columns, strict=True))
        rows = [
            (key_of(str(code), str(name)), str(name), shapely.from_wkb(shape))
            for code, name, shape in zip(by_name["iso_a3"], by_name["name"], shapes, strict=True)
        ]
    except (RuntimeError, ValueError, OSError, KeyError, ImportError, shapely.errors.ShapelyError) as error:
        raise _unreadable(version, f"the map that {version} carries cannot be read") from error
    return World(tuple(unit for row in rows for unit in _units(*row)), version)


def _unreadable(version: str, message: str) -> InputError:
    hint = "another version of pyogrio may: python -m pip install 'pyogrio==0.13.0'"
    return InputError((Diagnostic("TL1003", message, None, hint),))


def _units(key: str, name: str, shape: Any) -> Iterator[Unit]:
    """A row as its parts: what the rings cut out, and the rest."""
    import shapely

    rest = shapely.union(shape, shapely.box(-180, -95, 180, -89)) if key == _OF_THE_POLE else shape
    for cut in CUTS:
        if cut.row == key:
            ring = shapely.Polygon([(longitude, latitude) for latitude, longitude in cut.ring.corners])
            yield Unit(key, name, cut.territory, _whole(shapely.intersection(rest, ring)))
            rest = shapely.difference(rest, ring)
    yield Unit(key, name, None, _whole(rest))


def _whole(shape: Any) -> Any:
    """A shape that the map cuts at the antimeridian, in one piece that goes on beyond it; others as they are."""
    import shapely
    from shapely.affinity import translate

    west, _, east, _ = shape.bounds
    parts = shapely.get_parts(shape)
    if west > -180 or east < 180 or any(part.bounds[2] - part.bounds[0] > 180 for part in parts):
        return shape
    return shapely.union_all([translate(part, 360) if part.bounds[0] < 0 else part for part in parts])
