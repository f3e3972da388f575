"""Outlines that hold a place, coarse and rather too wide: circles and rings."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from treatylang.decision.geometry import contains
from treatylang.record import dataclass

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Circle:
    """All that lies within so many kilometres of a point, latitude first."""

    latitude: float
    longitude: float
    km: float

    def holds(self, latitude: float, longitude: float) -> bool:
        return kilometres(self.latitude, self.longitude, latitude, longitude) <= self.km


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


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance, by the haversine formula."""
    dlat, dlon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    chord = sin(dlat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))
