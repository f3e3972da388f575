"""Whose land a place is, and who administers it: neither tells the other, but that the sovereign administers unless it is written."""

from __future__ import annotations

import pytest

from tests.asking import event, pact, row, verdicts

OF = pact(
    """
    area pact_area "Article 2"
      territory of a party
    article "1"
      when    armed_attack on a party in pact_area
      then    ESP must defend the victim
    """
)
UNDER = OF.replace("territory of a party", "territory under a party")
ATTACK = "kind: bombardment\nby: DEU\non: FRA\nplace: "


@pytest.mark.parametrize(
    ("place", "of", "under"),
    [
        ("{territory_of: FRA}", "owed", "owed"),
        ("{territory_of: FRA, administered_by: DEU}", "owed", None),
        ("{territory_of: FRA, administered_by: unknown}", "owed", "depends"),
        ("{territory_of: DEU, administered_by: FRA}", None, "owed"),
        ("{territory_of: DEU, administered_by: unknown}", None, "depends"),
        ("{region: balkans, administered_by: DEU}", "depends", None),
        ("{region: balkans, administered_by: FRA}", "depends", "owed"),
        ("{territory_of: unknown, administered_by: DEU}", "depends", None),
        ("{territory_of: none, administered_by: FRA}", None, "owed"),
        ("{territory_of: none}", None, None),
        ("{name: far out, zone: high_seas}", None, None),
        ("{region: balkans}", "depends", "depends"),
    ],
)
def test_land_of_and_land_under(place: str, of: str | None, under: str | None) -> None:
    for treaty, expected in ((OF, of), (UNDER, under)):
        assert verdicts(treaty, event(ATTACK + place)) == ({"1/ESP>FRA": expected} if expected else {})


@pytest.mark.parametrize("place", ["{territory_of: none}", "{name: far out, zone: high_seas}"])
def test_what_lay_at_sea_may_still_be_a_vessel(place: str) -> None:
    """That nobody's land was struck says nothing of vessels."""
    treaty = pact('article "1"\n  when    armed_attack on a party in vessels of FRA\n  then    ESP must defend the victim\n')
    assert row(treaty, event(ATTACK + place), "ESP").verdict == "depends"
