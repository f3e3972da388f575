"""Outlines that hold a place, coarse and rather too wide: circles and rings."""

from __future__ import annotations

from treatylang.model.geometry import contains, distance_km
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Circle:
    """All that lies within so many kilometres of a point, latitude first."""

    latitude: float
    longitude: float
    km: float

    def holds(self, latitude: float, longitude: float) -> bool:
        return distance_km((self.latitude, self.longitude), (latitude, longitude)) <= self.km


@dataclass(frozen=True, slots=True)
class Ring:
    """What lies inside corners, latitude first; sides are rhumb lines."""

    corners: tuple[tuple[float, float], ...]

    def holds(self, latitude: float, longitude: float) -> bool:
        return contains(self.corners, (latitude, longitude))


Shape = Circle | Ring


def box(south: float, west: float, north: float, east: float) -> Ring:
    """Between two parallels and two meridians, less than half a turn apart from west to east."""
    return Ring(((south, west), (south, east), (north, east), (north, west)))
