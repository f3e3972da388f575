"""The extents of regions hold all that the vocabulary puts into them: by the map of the extra `geo`, by its tables, and by their cores."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import atan, cos, degrees, pi, radians, sin, sinh
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatylang import load
from treatylang.decision.points import bearing
from treatylang.model.geometry import isometric
from treatylang.model.vocabulary import Ring

shapely = pytest.importorskip("shapely")
pytest.importorskip("pyogrio")

from shapely.affinity import translate  # noqa: E402

from treatylang.locating.outlines import ISLANDS, SMALL_STATES, TERRITORIES, Outline  # noqa: E402
from treatylang.locating.shapes import Circle, Shape  # noqa: E402
from treatylang.locating.world import Unit, world  # noqa: E402

WORDS = load().plan.vocabulary
REGIONS = WORDS.regions
NOW = "2018-05-21"
COAST = 0.25  # degrees, so coarse are the coasts of the map
OUTLINES = tuple(each for each in (*TERRITORIES, *SMALL_STATES, *ISLANDS) if each.field)
MAINLAND = 21  # square degrees: what is larger than Iceland
ELSEWHERE = {("CHL", -27.1): "polynesia", ("AUS", -53.1): "indian_ocean"}
"""Easter Island and Heard Island: far from all home regions of their state, and no part of them by what these say of themselves."""


# ------------------------------------------------------------------------------------------------ shapes
def polygon(ring: Ring) -> Any:
    """A ring on a flat map: its longitudes go on beyond the antimeridian, and its sides, which are rhumb lines, have many corners."""
    points = [(ring.corners[0][1], ring.corners[0][0])]
    for here, there in zip(ring.corners, (*ring.corners[1:], ring.corners[0]), strict=True):
        east, span = points[-1][0], (there[1] - here[1] + 180) % 360 - 180
        steps = max(1, int(abs(span)))
        points += [(east + span * step / steps, _along(here[0], there[0], step / steps)) for step in range(1, steps + 1)]
    found = shapely.Polygon(points[:-1])  # the last is the first again, but for rounding
    assert found.is_valid, (ring, "crosses itself")
    return found


def _along(low: float, high: float, part: float) -> float:
    """The latitude after a part of the way on a rhumb line."""
    if part == 1 or low == high:
        return high
    return degrees(atan(sinh(isometric(low) + (isometric(high) - isometric(low)) * part)))


def everywhere(rings: Iterable[Ring]) -> Any:
    """All that lies in one of the rings, thrice round the globe."""
    return shapely.union_all([translate(polygon(ring), turn) for ring in rings for turn in (-360, 0, 360)])


@cache
def extent(name: str) -> Any:
    """What a region can reach: its own extent, within those of all that it lies in."""
    return shapely.intersection_all([everywhere(REGIONS[each].extent) for each in REGIONS[name].above if REGIONS[each].extent])


def held(shape: Any, names: Iterable[str]) -> bool:
    return bool(shapely.union_all([extent(name) for name in names]).buffer(1e-6).covers(shape))


def drawn(shape: Shape) -> Any:
    """An outline of the table of those that the map does not draw."""
    if isinstance(shape, Circle):
        high = shape.km / 111.2
        wide = high / cos(radians(shape.latitude))
        turns = [2 * pi * step / 24 for step in range(24)]
        return shapely.Polygon([(shape.longitude + wide * cos(turn), shape.latitude + high * sin(turn)) for turn in turns])
    return polygon(Ring(shape.corners))


# ------------------------------------------------------------------------------------------------ what an extent has to hold
def test_every_region_has_an_extent() -> None:
    assert [name for name, region in REGIONS.items() if not region.extent] == []


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_holds_its_core_and_so_does_all_that_it_lies_in(name: str) -> None:
    for ring in REGIONS[name].rings:
        assert held(polygon(ring), [name])


def test_a_territory_lies_in_each_of_its_regions_by_its_point() -> None:
    for row in WORDS.territories.values():
        if row.latitude is not None and row.longitude is not None:
            beyond = bearing(REGIONS, (row.latitude, row.longitude)).beyond
            assert beyond.keys().isdisjoint(row.regions), row.name


@pytest.mark.parametrize(
    "unit", [each for each in world().units if each.named(NOW) and each.shape.area], ids=lambda unit: unit.territory or unit.key
)
def test_a_land_on_the_map_lies_in_the_regions_that_the_tables_give_it(unit: Unit) -> None:
    field, value = unit.named(NOW) or ("", "")
    land = unit.shape.buffer(COAST)
    if field == "territory":
        for name in WORDS.territories[value].regions:
            assert held(land, [name]), (value, name)
    else:
        assert held(land, WORDS.states[value].home), value


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda each: each.value)
def test_islands_that_the_map_does_not_draw_lie_in_them_too(outline: Outline) -> None:
    for shape in outline.shapes:
        if outline.field == "territory":
            assert all(held(drawn(shape), [name]) for name in WORDS.territories[outline.value].regions), shape
        else:
            away = isinstance(shape, Circle) and (outline.value, shape.latitude) in ELSEWHERE
            assert held(drawn(shape), WORDS.states[outline.value].home) is not away, shape


@pytest.mark.parametrize(("code", "latitude"), ELSEWHERE)
def test_lands_far_from_home_lie_in_another_region(code: str, latitude: float) -> None:
    shapes = (shape for each in ISLANDS if each.value == code for shape in each.shapes)
    shape = next(each for each in shapes if isinstance(each, Circle) and each.latitude == latitude)
    assert held(drawn(shape), [ELSEWHERE[code, latitude]])


def lands(code: str) -> list[Any]:
    """All that is, or at any time was, of a state, as the tables and the map of today tell."""
    rows = {row.name for row in WORDS.territories.values() if code in {hold.state for hold in row.sovereigns} | {*row.claimants}}
    mine = {("territory_of", code), *(("territory", name) for name in rows)}
    days = ("1948-01-01", NOW)
    found = [unit.shape.buffer(COAST) for unit in world().units if any(unit.named(day) in mine for day in days)]
    found += [drawn(shape) for each in OUTLINES if (each.field, each.value) in mine for shape in each.shapes]
    points = ((WORDS.territories[name].longitude, WORDS.territories[name].latitude) for name in rows)
    return found + [shapely.Point(*point) for point in points if None not in point]


@pytest.mark.parametrize("code", [code for code, state in WORDS.states.items() if state.extent])
def test_a_state_holds_all_its_land(code: str) -> None:
    """Turkey's is on the map as two, Pakistan's was once elsewhere too."""
    found = lands(code)
    assert len(found) > (1 if code in ("TUR", "PAK") else 0)
    for land in found:
        assert everywhere(WORDS.states[code].extent).covers(land)


# ------------------------------------------------------------------------------------------------ points
@settings(max_examples=500, deadline=None)
@given(st.floats(-89.9, 89.9), st.floats(-180, 180))
def test_a_point_is_beyond_a_region_as_shapely_has_it(latitude: float, longitude: float) -> None:
    found = bearing(REGIONS, (latitude, longitude))
    assert found.inside.isdisjoint(found.beyond)
    here = shapely.Point(longitude, latitude)
    for name in REGIONS:
        if shapely.distance(here, extent(name).boundary) > 1e-2:
            assert (name in found.beyond) is not shapely.contains(extent(name), here), name


# ------------------------------------------------------------------------------------------------ cores of seas
def test_no_mainland_lies_in_the_core_of_a_sea() -> None:
    """Islands may, up to Iceland; an answer knows of these by their names."""
    whole = shapely.union_all([unit.shape.buffer(1e-6) for unit in world().units])
    mainland = shapely.union_all([part for part in shapely.get_parts(whole) if part.area > MAINLAND])
    for region in REGIONS.values():
        if region.sea:
            wet = everywhere(region.rings)
            assert not wet.intersects(mainland), (region.name, wet & mainland)
