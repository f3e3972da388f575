"""Which regions a point lies in for certain, and which for certain not, by the rings that the vocabulary draws of them.

A core lies inside its region, an extent holds the whole of it.  Between the two a point may be on either side.
"""

from __future__ import annotations

from treatylang.model.geometry import contains
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatylang.model.vocabulary import Region, Ring


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a point lies: `inside` the regions in whose core, or the core of a part of which, it is; `beyond` those in which it cannot be,
    each with the region, itself or one that it lies in, outside of whose extent the point is."""

    inside: frozenset[str]
    beyond: Mapping[str, str]


def bearing(regions: Mapping[str, Region], point: tuple[float, float]) -> Bearing:
    """How a point (latitude, longitude in degrees) lies to each of the regions."""
    inside = frozenset(name for each in regions.values() if _in_one(each.rings, point) for name in each.above)
    out = {name for name, each in regions.items() if outside(each.extent, point)}
    beyond = {
        name: next(above for above in each.above if above in out)
        for name, each in regions.items()
        if not out.isdisjoint(each.above)
    }
    return Bearing(inside, beyond)


def outside(extent: tuple[Ring, ...], point: tuple[float, float]) -> bool:
    """Whether a point lies outside an extent, where there is one."""
    return bool(extent) and not _in_one(extent, point)


def _in_one(rings: tuple[Ring, ...], point: tuple[float, float]) -> bool:
    return any(contains(ring.corners, point) for ring in rings)
