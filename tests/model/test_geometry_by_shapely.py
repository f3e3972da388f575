"""The engine's polygons against those of shapely: on Mercator's map every rhumb line is straight, so plane geometry must say the same."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from treatylang import load
from treatylang.model.geometry import Point, contains, isometric

shapely = pytest.importorskip("shapely")

POLE = 50.0  # stands for the infinite isometric latitude of a pole; that of 89 degrees is 4.7

latitudes = st.floats(-85, 85)
longitudes = st.floats(-180, 180)
corners = st.tuples(latitudes, longitudes)
points = st.tuples(st.floats(-88, 88), longitudes)


def short_way(here: float, there: float) -> float:
    """From one longitude to another, east positive."""
    return (there - here + 180) % 360 - 180


def on_the_map(ring: tuple[Point, ...]) -> list[tuple[float, float]] | None:
    """The ring on Mercator's map, its longitudes counted on past the antimeridian; None where it goes round a pole.

    A side to a pole goes up the meridian on which it begins, and there along the pole to the longitude written for it.
    """
    at = ring[0][1]
    path: list[tuple[float, float]] = []
    for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
        low, high = (max(-POLE, min(POLE, isometric(latitude))) for latitude, _ in (here, there))
        then = at + short_way(here[1], there[1])
        path.append((at, low))
        if abs(high) == POLE:
            path.append((at, high))
        elif abs(low) == POLE:
            path.append((then, low))
        at = then
    return path if abs(at - ring[0][1]) < 1 else None


def agree(ring: tuple[Point, ...], point: Point) -> None:
    """Hold the two against each other, where the ring is a simple one and the point is not on it."""
    assume(all(abs(short_way(one[1], other[1])) < 179.9 for one, other in zip(ring, (*ring[1:], ring[0]), strict=True)))
    path = on_the_map(ring)
    assume(path is not None)
    polygon = shapely.Polygon(path)
    assume(polygon.is_valid and polygon.area > 1e-6)
    copies = [shapely.Point(point[1] + turn, isometric(point[0])) for turn in (-720, -360, 0, 360, 720)]
    assume(all(polygon.boundary.distance(copy) > 1e-9 for copy in copies))
    assert contains(ring, point) is any(polygon.contains(copy) for copy in copies)


@given(st.lists(corners, min_size=3, max_size=7), points)
def test_rings_anywhere(ring: list[Point], point: Point) -> None:
    agree(tuple(ring), point)


def test_a_point_on_the_meridian_of_a_corner() -> None:
    ring = ((0.0, 74.91651857435835), (0.0, -1.780680816758526), (1.0, 0.0))
    assert not contains(ring, (-1.0, -1.780680816758526))
    assert contains(ring, (0.1, 0.0))


@given(
    st.integers(-20, 20),
    st.lists(st.tuples(latitudes, st.floats(-40, 40)), min_size=3, max_size=6),
    st.floats(-88, 88),
    st.floats(-50, 50),
)
def test_rings_across_the_antimeridian(middle: int, ring: list[Point], latitude: float, longitude: float) -> None:
    def turned(east: float) -> float:
        return (east + middle + 360) % 360 - 180

    agree(tuple((north, turned(east)) for north, east in ring), (latitude, turned(longitude)))


@given(
    st.sampled_from((90.0, -90.0)),
    longitudes,
    st.lists(st.tuples(st.floats(1, 60), latitudes), min_size=2, max_size=5),
    st.floats(0, 1),
    points,
)
def test_rings_with_a_pole_for_a_corner(
    pole: float, west: float, steps: list[tuple[float, float]], turn: float, point: Point
) -> None:
    """A pole, and corners from west to east: their sides cannot cross."""
    assume(sum(step for step, _ in steps) < 179)
    ring, east = [], west
    for step, latitude in steps:
        east += step
        ring.append((latitude, (east + 180) % 360 - 180))
    written = west + turn * (east - west)  # the longitude written for the pole lies anywhere between
    agree(((pole, (written + 180) % 360 - 180), *ring), point)


@given(points)
def test_the_polygon_of_rio(point: Point) -> None:
    """Article 4, through both poles and along the antimeridian."""
    (ring,) = (
        part.corners for area in load().plan.treaties["tiar-1947"].areas.values() for part in area.parts if hasattr(part, "corners")
    )
    assert {latitude for latitude, _ in ring} >= {90.0, -90.0}
    agree(ring, point)


@given(st.sampled_from(sorted(load().plan.vocabulary.regions)), points)
def test_the_outlines_of_the_regions(name: str, point: Point) -> None:
    for ring in load().plan.vocabulary.regions[name].rings:
        agree(ring.corners, point)


@given(latitudes)
def test_isometric_latitude_is_odd_and_rises(latitude: float) -> None:
    assert isfinite(isometric(latitude))
    assert isometric(-latitude) == pytest.approx(-isometric(latitude), abs=1e-9)
    assert isometric(latitude) < isometric(latitude + 0.5)
