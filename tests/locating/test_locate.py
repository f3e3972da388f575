"""Points of the globe, with what they lie in by geography and by the tables of the vocabulary."""

from __future__ import annotations

from math import cos, radians

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.command.running import ROOT
from treatylang import load, read_event
from treatylang.model.geometry import distance_km

shapely = pytest.importorskip("shapely")
pytest.importorskip("pyogrio")

from treatylang.locating.locate import Located, locate  # noqa: E402
from treatylang.locating.outlines import DISPUTES, ISLANDS, SMALL_STATES, TERRITORIES  # noqa: E402
from treatylang.locating.rows import OPEN  # noqa: E402
from treatylang.locating.world import SURE_KM, Unit, world  # noqa: E402

WORDS = load().plan.vocabulary
NOW = "2018-05-21"


def at(latitude: float, longitude: float, day: str = NOW, zone: str | None = None) -> Located:
    return locate(latitude, longitude, day, WORDS, zone)


def candidates(found: Located) -> set[str]:
    assert not found.resolved and found.reason
    return {each.value for each in found.candidates}


INLAND = {
    "Warsaw": (52.23, 21.01, "POL"),
    "Madrid": (40.42, -3.70, "ESP"),
    "Munich": (48.14, 11.58, "DEU"),
    "Denver": (39.74, -104.99, "USA"),
    "Winnipeg": (49.9, -97.14, "CAN"),
    "Brasilia": (-15.79, -47.88, "BRA"),
    "Alice Springs": (-23.7, 133.88, "AUS"),
    "Novosibirsk": (55.03, 82.92, "RUS"),
    "Chukotka, beyond the antimeridian": (66.7, -179, "RUS"),
    "Nagpur": (21.15, 79.09, "IND"),
    "Xi'an": (34.34, 108.94, "CHN"),
    "Tehran": (35.69, 51.39, "IRN"),
    "Tamanrasset": (22.79, 5.53, "DZA"),
    "Kananga in the Congo": (-5.9, 22.4, "COD"),
    "Timbuktu": (16.77, -3.0, "MLI"),
    "Edirne's east, in Europe": (41.4, 27.3, "TUR"),
    "Plovdiv": (42.15, 24.75, "BGR"),
    "Kyiv": (50.45, 30.52, "UKR"),
    "Bamyan": (34.82, 67.83, "AFG"),
}


@pytest.mark.parametrize("name", INLAND)
def test_a_city_well_inside_lies_in_its_state(name: str) -> None:
    latitude, longitude, code = INLAND[name]
    found = at(latitude, longitude)
    assert (found.field, found.value, found.doubts) == ("territory_of", code, ())


PARTS = {
    "Fairbanks": (64.84, -147.72, "alaska"),
    "Mauna Kea": (19.82, -155.47, "hawaii"),
    "Saul in Guiana": (3.62, -53.21, "french_guiana"),
    "Summit Camp": (72.58, -38.46, "greenland"),
    "Spitsbergen": (78.6, 16.5, "svalbard"),
    "Ankara": (39.93, 32.86, "turkey_asia"),
    "Psiloritis": (35.22, 24.77, "crete"),
    "Asahikawa": (43.77, 142.36, "hokkaido"),
    "Hofsjökull": (64.8, -18.8, "iceland"),
    "East Timor's middle": (-8.85, 125.9, "east_timor"),
    "Kuala Krai": (5.5, 102.2, "malay_peninsula"),
    "Utuado": (18.27, -66.7, "puerto_rico"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_with_a_row_of_its_own_is_that_row(name: str) -> None:
    latitude, longitude, territory = PARTS[name]
    found = at(latitude, longitude, zone="land")
    assert (found.field, found.value, found.doubts) == ("territory", territory, ())


DISPUTED = {
    "Smara": (26.74, -11.67, "western_sahara", "contested by ESH, MAR"),  # which the map has in Morocco
    "Tifariti": (26.16, -10.57, "western_sahara", "contested by ESH, MAR"),
    "Dzhankoi's south": (45.35, 34.3, "crimea", "held of UKR and held under RUS"),  # which the map has in Russia
    "Puli": (23.97, 120.97, "taiwan", "contested by TWN, CHN"),
    "the Falklands' west": (-51.8, -59.9, "falkland_islands", "contested by GBR, ARG"),
}


@pytest.mark.parametrize("name", DISPUTED)
def test_a_disputed_land_is_its_row_and_never_silently(name: str) -> None:
    latitude, longitude, territory, words = DISPUTED[name]
    found = at(latitude, longitude, zone="land")
    assert (found.field, found.value) == ("territory", territory)
    assert any(words in each and "DISPUTED" in each for each in found.doubts)


OPEN_LANDS = {
    "Pristina": (42.6, 20.9, {"XKX", "SRB"}),
    "Hargeisa's south": (9.3, 44.3, {"SOM"}),
    "Srinagar": (34.08, 74.8, {"kashmir", "IND"}),
    "Gilgit": (35.92, 74.31, {"kashmir", "PAK"}),
    "Aksai Chin": (35.2, 79.4, {"kashmir", "CHN"}),
    "Quneitra": (33.13, 35.82, {"golan", "SYR", "ISR"}),
    "Jerusalem": (31.78, 35.23, {"west_bank", "ISR"}),
    "Nablus": (32.22, 35.26, {"west_bank", "ISR"}),
    "Tskhinvali": (42.23, 43.97, {"south_ossetia", "GEO"}),
    "Nicosia": (35.17, 33.36, {"north_cyprus", "cyprus"}),
    "Kunashir": (44.1, 145.9, {"southern_kurils"}),
    "Hong Kong": (22.32, 114.17, {"hong_kong", "CHN"}),
    "Gibraltar": (36.14, -5.35, {"gibraltar", "ESP"}),
    "Guantanamo": (19.93, -75.14, {"guantanamo", "CUB"}),
    "Mariehamn": (60.1, 19.94, {"FIN"}),
    "Mytilene": (39.11, 26.55, {"GRC", "turkey_asia"}),
    "Kos": (36.89, 27.29, {"GRC", "turkey_asia"}),
    "Singapore": (1.29, 103.85, {"SGP", "malay_peninsula"}),
    "San Marino": (43.94, 12.45, {"SMR", "ITA"}),
    "Bermuda": (32.3, -64.78, {"bermuda"}),
    "Male": (4.18, 73.51, {"MDV"}),
    "Attu": (52.9, 173.1, {"alaska"}),
}


@pytest.mark.parametrize("name", OPEN_LANDS)
@pytest.mark.parametrize("zone", [None, "land"])
def test_what_the_map_cannot_tell_is_told_with_its_candidates(name: str, zone: str | None) -> None:
    latitude, longitude, expected = OPEN_LANDS[name]
    assert expected <= candidates(at(latitude, longitude, zone=zone))


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [
        (31.5, 34.45, "Gaza"),
        (43, 41, "Abkhazia"),
        (46.84, 29.63, "Transnistria"),
        (48.0, 37.8, "east of Ukraine"),
        (27.6, 92.8, "Arunachal"),
        (6.5, -59.3, "Essequibo"),
        (22.4, 35.5, "Halaib"),
        (17.25, -88.77, "Belize"),
        (41.9035, 12.4535, "Holy See"),
        (9.6, 112.9, "Spratly"),
        (49.2, -2.1, "Channel Islands"),
    ],
)
def test_a_dispute_without_a_row_is_named_in_words(latitude: float, longitude: float, words: str) -> None:
    assert any(words in each for each in candidates(at(latitude, longitude)))


def test_antarctica_is_nobodys_to_say() -> None:
    for latitude in (-75, -85, -89.99, -90):
        found = at(latitude, 40)
        assert not found.resolved and "Antarctic" in str(found.reason), latitude


def test_the_french_southern_lands_are_no_home_land() -> None:
    assert "no row" in str(at(-49.35, 69.6, zone="land").reason) or not at(-49.35, 69.6, zone="land").resolved


# ------------------------------------------------------------------------------------------------ boundaries and coasts
@pytest.mark.parametrize(
    ("latitude", "longitude", "both"),
    [
        (46.2, 6.15, {"CHE", "FRA"}),
        (48.15, 17.11, {"SVK", "AUT", "HUN"}),
        (-4.3, 15.3, {"COD", "COG"}),
        (49.01, -110, {"USA", "CAN"}),
    ],
)
def test_near_a_boundary_both_are_candidates(latitude: float, longitude: float, both: set[str]) -> None:
    assert both <= candidates(at(latitude, longitude, zone="land"))


def test_near_a_coast_the_sea_is_a_candidate_until_the_event_says_land() -> None:
    assert candidates(at(40.71, -74.01)) == {"USA", "the sea"}
    assert at(40.71, -74.01, zone="land").value == "USA"


def test_at_sea_near_a_coast_land_is_a_candidate() -> None:
    assert candidates(at(41.2, -8.95)) == {"PRT", "the sea"}


def test_land_where_the_map_has_none_is_not_the_nearest_state() -> None:
    found = at(32.89, 13.18, zone="land")  # Tripoli's shore, at sea on the map
    assert not found.resolved


SEAS = {
    "Dogger Bank": (55, 2.5, "north_sea"),
    "south of Gotland": (56.2, 18.8, "baltic_sea"),
    "Ionian": (36.5, 18.5, "mediterranean_sea"),
    "off Sochi": (43, 36, "black_sea"),
    "north of Puerto Rico": (27, -60, "north_atlantic"),
    "the pole": (90, 0, "arctic_ocean"),
    "Arabian Sea": (15, 64, "indian_ocean"),
    "middle of the South Atlantic": (-30, -15, "south_atlantic"),
    "between the Tropic and the equator": (20, -40, "atlantic"),
    "off Liberia": (2, -12, "atlantic"),
    "south of the Cape": (-50, 10, "south_atlantic"),
    "south-west of Australia": (-50, 100, "indian_ocean"),
    "the Bay of Bengal": (15, 87, "indian_ocean"),
    "east of New Guinea's north": (2, 150, "pacific"),
    "west of Cape Horn": (-56, -80, "south_pacific"),
}


@pytest.mark.parametrize("name", SEAS)
def test_far_from_land_it_is_the_sea_of_the_vocabulary(name: str) -> None:
    latitude, longitude, sea = SEAS[name]
    found = at(latitude, longitude)
    assert (found.field, found.value) == ("sea", sea)
    assert WORDS.regions[sea].sea


def test_nearly_all_of_the_open_ocean_has_its_name() -> None:
    """Between 60N and 60S; what is left are seas at the margins that the vocabulary does not have, and strips along its limits."""
    land = shapely.union_all([unit.shape for unit in world().units])
    shore = [(y, x) for x, y in shapely.get_coordinates(shapely.segmentize(land, 1.0))]
    far, named = 0, 0
    for latitude in range(-60, 61, 6):
        for longitude in range(-180, 180, 6):
            here = (float(latitude), float(longitude))
            if not shapely.contains_xy(land, longitude, latitude) and all(distance_km(here, each) > 370 for each in shore):
                far += 1
                named += at(*here, zone="high_seas").field == "sea"
    assert far > 600 and named / far > 0.97


def test_the_caspian_is_no_sea_of_the_vocabulary() -> None:
    found = at(41.5, 51.0)
    assert not found.resolved and "no sea" in str(found.reason)


def test_a_ship_is_at_sea_though_a_coast_is_near() -> None:
    assert candidates(at(52.45, 1.95)) == {"GBR", "the sea"}
    assert at(52.45, 1.95, zone="eez").value == "north_sea"


def test_the_high_seas_are_not_inland() -> None:
    found = at(48.14, 11.58, zone="high_seas")
    assert not found.resolved and "on land" in str(found.reason)


@pytest.mark.parametrize("zone", ["outer_space", "cyberspace"])
def test_what_is_not_on_the_globe_is_not_located(zone: str) -> None:
    assert not at(48.14, 11.58, zone=zone).resolved


# ------------------------------------------------------------------------------------------------ days
@pytest.mark.parametrize(
    ("latitude", "longitude", "day", "field", "value"),
    [
        (28, 2, "1958-02-08", "territory", "algeria"),
        (28, 2, "1962-07-05", "territory_of", "DZA"),
        (-1, 23, "1960-01-01", "territory", "belgian_congo"),
        (-1, 23, "1961-01-01", "territory_of", "COD"),
        (23.9, 90.2, "1971-03-26", "territory", "east_pakistan"),
        (23.9, 90.2, "1972-01-01", "territory_of", "BGD"),
        (57, 25.2, "1940-06-17", "territory", "latvia"),
        (64.84, -147.72, "1942-06-03", "territory", "alaska"),
        (45.35, 34.3, "1990-01-01", "territory", "crimea"),
        (40.42, -3.7, "1936-07-17", "territory_of", "ESP"),
        (48.7, 2.5, "1940-06-10", "territory_of", "FRA"),
        (52.23, 21.01, "1981-12-13", "territory_of", "POL"),
    ],
)
def test_a_day_of_the_past_is_resolved_by_what_there_was_and_loudly(
    latitude: float, longitude: float, day: str, field: str, value: str
) -> None:
    found = at(latitude, longitude, day)
    assert (found.field, found.value) == (field, value)
    assert found.doubts[0] == f"CHECK: boundaries as of today, not of {day}"


@pytest.mark.parametrize(
    ("latitude", "longitude", "day", "words"),
    [
        (48.0, 31.0, "1980-01-01", "the table of states does not have"),  # Ukraine
        (16.5, 38.0, "1985-01-01", "the table of states does not have"),  # Eritrea
        (6.8, 29.7, "2005-01-01", "the table of states does not have"),  # South Sudan
        (51.11, 17.03, "1938-10-01", "only since 1947-09-15"),  # Breslau
        (62, 26, "1940-01-01", "only since"),  # Finland before the peace
        (35.5, 128.2, "1951-01-01", "only since 1953-07-27"),  # Korea before the armistice
        (35.6, 3, "1820-01-01", "nobody who held"),  # Algiers
        (23.7, 120.9, "1850-01-01", "nobody who held"),  # Taiwan, before the table has any of those who contest it
    ],
)
def test_a_boundary_of_today_is_not_laid_over_a_day_that_had_none(latitude: float, longitude: float, day: str, words: str) -> None:
    found = at(latitude, longitude, day, "land")
    assert not found.resolved and words in str(found.reason)


@pytest.mark.parametrize(
    ("latitude", "longitude", "day", "expected"),
    [
        (51.34, 12.37, "1985-01-01", "former_ddr"),
        (51.34, 12.37, "1991-01-01", None),
        (50.0, 8.9, "1950-01-01", "west_germany"),
        (48.2, 15.6, "1950-01-01", "western_austria"),
        (49.84, 24.03, "1939-09-17", "eastern_poland"),
        (11.5, 107.0, "1950-01-01", "indochina"),
        (11.5, 107.0, "1965-03-08", "free_vietnam"),
        (11.5, 107.0, "1990-01-01", None),
        (15.3, 74.1, "1961-12-18", "goa"),
        (29.5, 33.9, "1973-10-06", "sinai"),
        (45.0, 126.0, "1932-03-01", "manchuria"),
        (35.2, -4.8, "1925-01-01", "the Spanish or the international zone of Morocco"),
        (33.6, -5.5, "1925-01-01", None),
        (23.0, 5.5, "1890-01-01", "the Sahara south of Algeria"),
        (30.5, 21.5, "1942-01-01", "cyrenaica"),
    ],
)
def test_lands_of_a_time_past_count_in_that_time(latitude: float, longitude: float, day: str, expected: str | None) -> None:
    found = at(latitude, longitude, day)
    named = {each.value for each in found.candidates} | {found.value}
    assert any(str(each).startswith(expected) for each in named) if expected else found.resolved
    if expected and expected != "sinai":
        assert not found.resolved


def test_a_protectorate_is_told_of_and_is_no_dispute() -> None:
    assert at(34.5, 9.2, "1950-01-01").doubts[1] == "CHECK: held of TUN and held under FRA; the map is no finding"


def test_a_month_or_a_year_has_to_be_clear_throughout() -> None:
    assert at(28, 2, "1961").value == "algeria"
    assert at(28, 2, "1963-04").value == "DZA"
    found = at(28, 2, "1962")
    assert not found.resolved and "changes" in str(found.reason)
    assert not at(9.5, 31.7, "2011").resolved


# ------------------------------------------------------------------------------------------------ the events of the library
def test_no_event_of_the_library_lies_elsewhere_than_it_says() -> None:
    """Sixty places whose authors wrote both: what is resolved is what they wrote."""
    resolved = 0
    for path in sorted((ROOT / "events").glob("*.yaml")):
        for act in read_event(path).acts:
            place = act.place
            if place is not None and place.latitude is not None and place.longitude is not None:
                found = at(place.latitude, place.longitude, act.date, "land")
                resolved += found.resolved
                assert not found.resolved or found.value in (place.territory, place.territory_of, place.sea), (path.name, found)
    assert resolved > 15


# ------------------------------------------------------------------------------------------------ properties
UNITS = world().units
Point = tuple[float, float]


def outlined(latitude: float, longitude: float, rows: set[str]) -> bool:
    return any(
        each.counts(NOW, NOW) and (not each.rows or each.rows & rows) and each.holds(latitude, longitude)
        for each in (*TERRITORIES, *SMALL_STATES, *ISLANDS, *DISPUTES)
    )


def inner() -> list[tuple[Unit, tuple[Point, Point, Point]]]:
    """Triangles of what lies well inside each unit: by as many degrees as the tolerance has anywhere in it."""
    found = []
    for unit in UNITS:
        _, low, _, high = unit.shape.bounds
        degrees = 1.2 * SURE_KM / 111 / cos(radians(min(80, max(abs(low), abs(high)))))
        core = unit.shape.buffer(-degrees)
        for triangle in shapely.get_parts(shapely.delaunay_triangles(core)):
            if core.covers(triangle):
                found.append((unit, tuple(triangle.exterior.coords[:3])))
    return found


INNER = inner()


def test_most_of_the_map_is_well_inside() -> None:
    assert len({unit.key for unit, _ in INNER}) > 150


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(INNER), st.floats(0, 1), st.floats(0, 1))
def test_well_inside_a_unit_a_point_is_that_unit(place: tuple[Unit, tuple[Point, Point, Point]], one: float, other: float) -> None:
    unit, (first, second, third) = place
    one, other = (one, other) if one + other <= 1 else (1 - one, 1 - other)
    longitude, latitude = (a + one * (b - a) + other * (c - a) for a, b, c in zip(first, second, third, strict=True))
    longitude = (longitude + 180) % 360 - 180
    assume(latitude >= -90)
    found = at(latitude, longitude)
    if unit.key in OPEN:
        assert not found.resolved
    elif outlined(latitude, longitude, {unit.key}):
        assert not found.resolved or (found.field, found.value) == unit.named(NOW)
    else:
        assert (found.field, found.value) == unit.named(NOW)


@settings(max_examples=200, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180), st.sampled_from([None, "land", "high_seas", "eez", "territorial_sea"]))
def test_every_point_is_resolved_or_has_a_reason(latitude: float, longitude: float, zone: str | None) -> None:
    found = at(latitude, longitude, zone=zone)
    assert found.resolved is (found.reason is None) is (found.value is not None)
    assert found == at(latitude, longitude, zone=zone)
    if found.field == "territory_of":
        assert found.value in WORDS.states
    elif found.field == "territory":
        assert found.value in WORDS.territories
    elif found.field == "sea":
        assert WORDS.regions[str(found.value)].sea


@settings(max_examples=100, deadline=None)
@given(st.floats(-89, 89))
def test_the_antimeridian_is_no_boundary(latitude: float) -> None:
    """A point on it is one place, written either way."""
    one, other = at(latitude, 180), at(latitude, -180)
    assert (one.field, one.value, one.reason, set(one.candidates)) == (
        other.field,
        other.value,
        other.reason,
        set(other.candidates),
    )
