"""Polygons with rhumb sides: meridians, poles, the antimeridian."""

from __future__ import annotations

from math import asinh, degrees, isclose, radians, sinh, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.model.geometry import contains, distance_km, isometric

# Article 4 of the Rio Treaty: two sides meet at each pole, and one crosses the antimeridian.
RIO = (
    (90, -10), (74, -10), (47.5, -50), (35, -60), (20, -60), (5, -24), (-90, -24), (-90, -90), (-30, -90), (0, -97), (15, -120),
    (50, 170), (54, 170), (65.5, -168.9681), (90, -168.9681),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "point", "inside"),
    [
        ("Cuba", (22.7, -83.3), True),
        ("New York", (40.7, -74.0), True),
        ("Rio de Janeiro", (-22.9, -43.2), True),
        ("Stanley", (-51.7, -57.9), True),
        ("Nuuk", (64.2, -51.7), True),
        ("Anchorage", (61.2, -149.9), True),
        ("Attu, beyond the antimeridian", (52.9, 172.9), True),
        ("near the south pole", (-89.9, -50.0), True),
        ("near the north pole, American side", (89.9, -100.0), True),
        ("near the north pole, other side", (89.9, 100.0), False),
        ("London", (51.5, 0.0), False),
        ("Reykjavik", (64.1, -21.9), False),
        ("Azores", (38.5, -28.0), False),
        ("Honolulu", (21.3, -157.9), False),
        ("Tokyo", (35.7, 139.7), False),
        ("Provideniya", (64.4, -173.2), False),
    ],
)
def test_the_region_of_rio(name: str, point: tuple[float, float], inside: bool) -> None:
    assert contains(RIO, point) is inside, name


@pytest.mark.parametrize("longitude", [-180.0, -90.0, -60.0, -24.0, 0.0, 20.0, 179.0, 180.0])
def test_a_pole_is_one_point(longitude: float) -> None:
    assert contains(RIO, (-90.0, longitude)) and contains(RIO, (90.0, longitude))
    cap = ((-60.0, -120.0), (-60.0, 0.0), (-60.0, 120.0))  # around the pole, which is no corner of it
    assert contains(cap, (-90.0, longitude))
    north = ((60.0, -40.0), (80.0, -40.0), (80.0, 40.0), (60.0, 40.0))
    assert not contains(north, (90.0, longitude)) and not contains(north, (-90.0, longitude))


def test_a_box_over_the_antimeridian() -> None:
    box = ((10.0, 170.0), (10.0, -170.0), (-10.0, -170.0), (-10.0, 170.0))
    assert contains(box, (0.0, 179.0)) and contains(box, (0.0, -179.0)) and contains(box, (0.0, 180.0))
    assert not contains(box, (0.0, 160.0)) and not contains(box, (11.0, 180.0))


def test_a_side_is_a_rhumb_line_and_no_great_circle() -> None:
    # Along the parallel of 60 degrees a great circle would rise to 67.8 half way; the rhumb line stays.
    band = ((60.0, -60.0), (60.0, 60.0), (50.0, 60.0), (50.0, -60.0))
    assert contains(band, (59.9, 0.0)) and not contains(band, (61.0, 0.0))


def test_neighbours_share_no_point() -> None:
    west, east = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)), ((0.0, 10.0), (10.0, 10.0), (10.0, 20.0), (0.0, 20.0))
    for point in ((5.0, 10.0), (5.0, 0.0), (5.0, 9.999)):
        assert contains(west, point) + contains(east, point) == 1


@given(st.floats(-85, 85), st.floats(-180, 179), st.floats(1, 60), st.floats(1, 60), st.floats(-180, 179))
def test_turning_the_globe_changes_nothing(latitude: float, longitude: float, height: float, width: float, turn: float) -> None:
    top = min(latitude + height, 89.0)
    box = ((latitude, longitude), (top, longitude), (top, longitude + width), (latitude, longitude + width))
    point = ((latitude + top) / 2, longitude + width / 2)
    moved = tuple((corner[0], (corner[1] + turn + 180) % 360 - 180) for corner in box)
    assert contains(box, point)
    assert contains(moved, (point[0], (point[1] + turn + 180) % 360 - 180))


@given(st.floats(-89, 89))
def test_isometric_latitude_is_gudermanns(latitude: float) -> None:
    assert isclose(isometric(latitude), asinh(tan(radians(latitude))), abs_tol=1e-9)
    assert isclose(degrees(sinh(isometric(latitude))), degrees(tan(radians(latitude))), rel_tol=1e-6, abs_tol=1e-6)


def test_distance() -> None:
    assert isclose(distance_km((0, 0), (0, 90)), 10007.5, rel_tol=1e-3)
