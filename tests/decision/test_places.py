"""In which place an act took place: names before geometry, the territory table, home land, areas on their dates."""

from __future__ import annotations

import pytest

from tests.asking import event, real, row, verdicts
from treatylang.api import decide, read_event

AREA = """treaty pact-1900 "A pact"
  in force since 1900-01-01
parties
  FRA GBR USA since 1900-01-01
area here
  {area}
article "1" when armed_attack on a party in here then every other party must defend the victim
"""


def verdict(area: str, place: str, on: str = "FRA", date: str = "1960-05-05") -> str:
    found = row(
        AREA.format(area=area),
        event(f"kind: bombardment\nby: DEU\non: {on}\nplace: {{{place}}}", date),
        "GBR" if on != "GBR" else "USA",
    )
    return found.verdict


@pytest.mark.parametrize(
    ("area", "place", "expected"),
    [
        ("europe", "territory_of: FRA", "owed"),  # home land of France lies in Europe
        ("africa", "territory_of: FRA", "not_owed"),
        ("europe", "region: balkans", "owed"),  # the Balkans lie in Europe
        ("balkans", "region: europe", "depends"),  # somewhere in Europe: that does not say where
        ("balkans", "region: europe, lat: 43, lon: 21", "owed"),
        ("balkans", "region: europe, lat: 45.3, lon: 16", "depends"),  # outside a coarse core is not outside
        ("balkans", "region: europe, lat: 48, lon: 5", "not_owed"),  # outside the extent is
        ("north_sea", "sea: north_atlantic", "depends"),
        ("north_atlantic", "lat: 40, lon: -40", "owed"),
        ("north_atlantic", "lat: 0, lon: -170", "not_owed"),  # in the core of another sea
        ("north_sea", "lat: 40, lon: -40", "not_owed"),
        ("europe", "lat: 38.5, lon: -28", "depends"),  # in the core of a sea there may be islands
        ("europe", "lat: -52.8, lon: -56.5", "not_owed"),
        ("balkans", "lat: -52.8, lon: -56.5", "not_owed"),
        ("south_america", "lat: -52.8, lon: -56.5", "depends"),  # the Falklands lie near
        ("south_atlantic", "lat: -52.8, lon: -56.5", "owed"),
        ("north_america", "lat: 52.8, lon: 173", "depends"),  # the Aleutians, beyond the antimeridian
        ("north_america", "lat: 62, lon: 150", "not_owed"),
        ("north_atlantic", "lat: 20, lon: -40", "not_owed"),  # it ends at the Tropic, where the Atlantic goes on
        ("atlantic", "lat: 20, lon: -40", "owed"),
        ("atlantic", "lat: 40, lon: -40", "owed"),
        ("south_pacific", "lat: -27.5, lon: 153", "depends"),  # Brisbane
        ("arctic_ocean", "lat: 70, lon: 180", "depends"),
        ("arctic_ocean", "lat: 90, lon: 12", "owed"),
        ("africa", "lat: 90, lon: 12", "not_owed"),
        ("territory of a party in europe", "lat: -52.8, lon: -56.5", "not_owed"),
        ("territory of a party", "lat: -52.8, lon: -56.5", "depends"),
        ("territory of FIN", "lat: -52.8, lon: -56.5", "not_owed"),  # it has no land overseas
        ("territory of FIN", "territory_of: unknown, lat: -52.8, lon: -56.5", "not_owed"),
        ("territory of any of FIN, TUR", "lat: 62, lon: 25", "depends"),
        ("territory of any of FIN, GBR", "lat: -52.8, lon: -56.5", "depends"),
        ("territory under FIN", "lat: -52.8, lon: -56.5", "depends"),  # what it administers may lie anywhere
        ("territory of FIN", "territory_of: FIN, lat: -52.8, lon: -56.5", "owed"),  # what is written goes before coordinates
        ("europe", "territory_of: FRA, lat: -12.8, lon: 45.2", "not_owed"),  # far from its home land, and of no row of the table
        ("africa", "territory_of: FRA, lat: -12.8, lon: 45.2", "depends"),
        ("europe", "territory_of: USSR, lat: 43, lon: 132", "not_owed"),  # one region of its home land is left
        ("north_asia", "territory_of: USSR, lat: 70, lon: -170", "owed"),
        ("europe", "region: europe, lat: -52.8, lon: -56.5", "owed"),  # what is named goes before coordinates
        ("berlin_west", "lat: 0, lon: -170", "not_owed"),
        ("bermuda", "lat: 34, lon: -60", "depends"),
        ("bermuda", "lat: 20, lon: -60", "not_owed"),  # it lies in the north Atlantic, which ends at the Tropic
        ("falkland_islands", "lat: 50, lon: -40", "not_owed"),
        ("europe", "territory: martinique", "not_owed"),  # the table goes before the home land
        ("caribbean", "territory: martinique", "owed"),
        ("north_america", "territory: hawaii", "not_owed"),
        ("hawaii", "territory: hawaii", "owed"),
        ("hawaii", "territory: guam", "not_owed"),
        ("europe except gibraltar", "territory: gibraltar", "owed"),  # `except` begins a line of its own
        ("territory of a party", "territory_of: GBR", "owed"),
        ("territory of a party", "territory_of: BEL", "not_owed"),
        ("territory of a party in europe", "territory: martinique", "not_owed"),
        ("territory of any of FRA, GBR in europe", "territory_of: GBR", "owed"),
        ("islands of a party in north_atlantic", "territory: bermuda", "owed"),
        ("islands of a party in north_atlantic", "territory: gibraltar", "not_owed"),
        ("north_atlantic north of 40N", "sea: north_atlantic, lat: 41, lon: -30", "owed"),
        ("north_atlantic north of 40N", "sea: north_atlantic, lat: 39, lon: -30", "not_owed"),
        ("north_atlantic north of 40N", "sea: north_atlantic", "depends"),
        ("pacific west of 170W", "sea: pacific, lat: 0, lon: 175", "owed"),
        ("pacific west of 170W", "sea: pacific, lat: 0, lon: -160", "not_owed"),
        ("high_seas", "zone: high_seas", "owed"),
        ("high_seas", "zone: land, territory_of: FRA", "not_owed"),
        ("high_seas", "territory_of: FRA", "not_owed"),  # what is territory lies in no zone that is nobody's
        ("high_seas", "territory_of: none", "depends"),
        ("high_seas", "territory_of: FRA, zone: unknown", "depends"),
        ("territorial_sea", "territory_of: FRA", "depends"),
        ("bounded by 10N 10W, 10N 10E, 10S 10E, 10S 10W", "lat: 0, lon: 0", "owed"),
        ("bounded by 10N 10W, 10N 10E, 10S 10E, 10S 10W", "lat: 0, lon: 11", "not_owed"),
        ("bounded by 10N 10W, 10N 10E, 10S 10E, 10S 10W", "name: somewhere", "depends"),
        ("europe", "name: somewhere", "depends"),
        ("europe", "territory_of: unknown", "depends"),
        ("europe", "territory_of: none, zone: high_seas, sea: north_atlantic", "not_owed"),
    ],
)
def test_in_an_area(area: str, place: str, expected: str) -> None:
    if "except" in area:
        area, expected = area.replace(" except", "\n  except"), "not_owed"
    assert verdict(area, place) == expected


def test_a_region_of_a_treaty_has_an_extent_of_its_own() -> None:
    """By the language alone: a ring from 170E to 170W, and a part of which nothing is drawn."""
    own = (
        'region lagoon "a lagoon"\n  within 10N 170E, 10N 170W, 10S 170W, 10S 170E\n  within 50N 0E, 50N 10E, 40N 10E, 40N 0E\n'
        'region inlet "a part of it"\n  inside lagoon\narea here\n'
    )
    for area in ("lagoon", "inlet"):
        for where, expected in {
            "lat: 0, lon: 180": "depends",
            "lat: 0, lon: -179": "depends",
            "lat: 45, lon: 5": "depends",  # in the second ring
            "lat: 0, lon: 169": "not_owed",
            "lat: -11, lon: 180": "not_owed",
        }.items():
            text = AREA.replace("area here\n", own).format(area=area)
            found = row(text, event(f"kind: bombardment\nby: DEU\non: FRA\nplace: {{{where}}}", "1960-05-05"), "GBR")
            assert found.verdict == expected, (area, where)


@pytest.mark.parametrize(
    ("where", "whose", "expected"),
    [
        ("in", "FIN", "not_owed"),
        ("on", "FIN", "not_owed"),
        ("in", "any of FIN, TUR", "not_owed"),
        ("in", "any of FIN, GBR", "depends"),
        ("in", "GBR", "depends"),
        ("on", "GBR", "depends"),
    ],
)
def test_an_attack_far_from_the_land_of_a_state_is_not_there(where: str, whose: str, expected: str) -> None:
    there = f"on a party in territory of {whose}" if where == "in" else f"on territory of {whose}"
    text = AREA.format(area="europe").replace("on a party in here", there)
    struck = "FRA" if where == "in" else whose
    attack = event(f"kind: bombardment\nby: DEU\non: {struck}\nplace: {{lat: -52.8, lon: -56.5}}", "1960-05-05")
    assert row(text, attack, "USA").verdict == expected


def test_lines_of_an_area_hold_on_their_dates() -> None:
    algeria = "algeria until 1962-07-03"
    assert verdict(algeria, "territory: algeria") == "owed"
    assert verdict(algeria, "territory: algeria", date="1962-07-03") == "not_owed"


def test_administration_is_not_sovereignty() -> None:
    administered = "territory under USA"
    assert verdict(administered, "territory: okinawa", on="USA") == "owed"
    assert verdict("territory of USA", "territory: okinawa", on="USA") == "not_owed"
    assert verdict(administered, "territory: okinawa", on="USA", date="1972-05-15") == "not_owed"


def test_disputed_title_is_open_for_those_who_claim_it() -> None:
    assert verdict("territory of GBR", "territory: falkland_islands", on="GBR") == "depends"
    assert verdict("territory of FRA", "territory: falkland_islands", on="GBR") == "not_owed"


def test_home_land_in_several_regions_is_decided_by_coordinates() -> None:
    text = AREA.replace("FRA GBR USA", "FRA RUSEMP USA").format(area="europe")
    attack = "kind: bombardment\nby: GERREICH\non: RUSEMP\nplace: {territory_of: RUSEMP%s}"
    assert row(text, event(attack % ", lat: 55.75, lon: 37.6", "1914-08-01"), "FRA").verdict == "owed"
    assert row(text, event(attack % ", lat: 62.0, lon: 129.7", "1914-08-01"), "FRA").verdict == "not_owed"
    assert row(text, event(attack % "", "1914-08-01"), "FRA").verdict == "depends"


def test_claims_to_a_place_make_accounts() -> None:
    text = AREA.format(area="territory of GBR")
    claimed = "kind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: {claimed: {GBR: [GBR], ARG: [ARG]}}}"
    assert row(text, event(claimed), "USA").verdict == "disputed"


def test_the_tropic_of_cancer_in_the_north_atlantic_treaty() -> None:
    def owed(place: str) -> set[str]:
        situation = read_event(event(f"kind: bombardment\nby: CUB\non: GBR\ntarget: vessels\nplace: {place}", "1990-01-01"), real())
        decision = decide(situation, treaties=["nato-1949"], standing=False, library=real())
        return {duty.verdict for duty in decision.duties if duty.duty == "defend"}

    assert owed("{sea: north_atlantic, zone: high_seas, lat: 23.5, lon: -60}") == {"owed"}
    assert owed("{sea: north_atlantic, zone: high_seas, lat: 23.4, lon: -60}") == set()


def test_home_land_against_islands() -> None:
    text = (
        'treaty pact-1900 "A pact"\n in force since 1900-01-01\nparties\n FRA USA since 1900-01-01\n'
        'article "1" when armed_attack on metropolitan_territory of a party then every other party must defend the victim\n'
    )
    attack = "kind: bombardment\nby: PRK\non: USA\ntarget: territory\nplace: {%s}"
    assert verdicts(text, event(attack % "territory_of: USA, name: Seattle")) != {}
    assert verdicts(text, event(attack % "territory: guam")) == {}
