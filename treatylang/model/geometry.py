"""Polygons on the globe whose sides are rhumb lines.

Degrees, north and east positive.  A rhumb line is straight on Mercator's map, so along a side longitude is linear in the isometric
latitude (Snyder, Map Projections: A Working Manual, 1987, 46).  Each side goes the short way round, so a ring may cross the
antimeridian; a corner at a pole takes the longitude written for it.  A pole itself is one point, whatever longitude is written with it.
"""

from __future__ import annotations

from math import asin, cos, inf, log, pi, radians, sin, sqrt, tan

Point = tuple[float, float]


def isometric(latitude: float) -> float:
    """Isometric latitude of a geographic one, in radians; infinite at the poles."""
    if latitude >= 90:
        return inf
    if latitude <= -90:
        return -inf
    return log(tan(pi / 4 + radians(latitude) / 2))


def contains(ring: tuple[Point, ...], point: Point) -> bool:
    """Whether `point` lies inside: the meridian from it to the north pole crosses the ring an odd number of times.

    A point on the ring itself is inside on southern and western sides and outside on the others, so that neighbours share no point.
    A pole, which has no meridian of its own, is inside every ring that has it as a corner: neighbours share that one point.
    """
    if abs(point[0]) >= 90:
        if any(corner[0] == point[0] for corner in ring):
            return True
        point = (point[0], 0.0)
    inside = False
    for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
        if _crosses_north_of(here, there, point):
            inside = not inside
    return inside


def _crosses_north_of(here: Point, there: Point, point: Point) -> bool:
    """Whether the side from `here` to `there` crosses the point's meridian north of it."""
    span = (there[1] - here[1] + 180) % 360 - 180
    if span == 0:  # along a meridian: the corners of its neighbours settle it
        return False
    # Rounded as the span is: a point on the meridian of a corner is so for both its sides.
    along = (point[1] - here[1] + 180) % 360 - 180
    west, east = min(0.0, span), max(0.0, span)
    if not west <= along < east:
        return False
    low, high = isometric(here[0]), isometric(there[0])
    if low == high:
        return low > isometric(point[0])
    if inf in (low, high) or -inf in (low, high):  # towards a pole along no meridian: it runs up the pole's own longitude
        return high > isometric(point[0]) if low not in (inf, -inf) else low > isometric(point[0])
    return low + (high - low) * along / span > isometric(point[0])


def distance_km(here: Point, there: Point) -> float:
    """Great-circle distance in kilometres on a sphere of 6371 km (haversine)."""
    p, q = radians(here[0]), radians(there[0])
    half = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(there[1] - here[1]) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))
