"""Whose land an act was on, whence it came, over whose land it went: what the event says of it, and what it leaves open."""

from __future__ import annotations

import pytest

from tests.asking import event, pact, row, verdicts

# ---------------------------------------------------------------------------------------------------- in whose land
HOST = pact(
    """
    article "1"
      every party must refrain from armed_intervention in territory of a state (the host)
      unless  consent by the host
    """
)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        ("{kind: consent, by: DEU, to: FRA}", "owed"),
        ("{kind: consent, by: DEU, happened: false}", "breached"),
        ("{kind: consent, by: CHE, to: FRA}", "depends"),
        ("{kind: accident, by: CHE}", "depends"),
    ],
)
def test_whose_land_it_was_on_is_the_host(consent: str, expected: str) -> None:
    happened = f"acts:\n - {consent}\n - {{kind: armed_intervention, by: FRA, on: DEU, place: {{territory_of: DEU}}}}"
    assert row(HOST, event(happened), "FRA").verdict == expected


def test_of_no_mans_land_nobody_is_the_host() -> None:
    happened = "acts:\n - {kind: armed_intervention, by: FRA, on: DEU, place: {territory_of: none, zone: high_seas}}"
    assert row(HOST, event(happened), "FRA").verdict == "owed"


def test_each_who_may_be_the_host_has_to_consent() -> None:
    happened = """
    acts:
      - {kind: consent, by: DEU, to: FRA}
      - kind: armed_intervention
        by: FRA
        on: DEU
        place: {territory_of: {claimed: {DEU: [DEU], CHE: [CHE]}}}
      - {kind: consent, by: CHE, happened: false}
    """
    assert row(HOST, event(happened), "FRA").verdict == "disputed"


def test_the_host_may_be_met_again_where_a_clause_starts() -> None:
    text = pact('article "1" when armed_intervention in territory of a state (the host) then ESP must assist the host')
    happened = "kind: armed_intervention\nby: GBR\non: DEU\nplace: {territory_of: DEU}"
    assert verdicts(text, event(happened)) == {"1/ESP>DEU": "owed"}


def test_a_line_about_the_host_excuses_the_act_alone() -> None:
    text = pact(
        """
        article "1"
          every party must refrain from armed_intervention in territory of a state (the host)
          unless  the host is overwhelmed
        """
    )
    happened = "kind: armed_intervention\nby: FRA\non: DEU\nplace: {territory_of: DEU}\nparties: {DEU: {overwhelmed: %s}}"
    assert [row(text, event(happened % so), "FRA").verdict for so in ("true", "false", "unknown")] == ["owed", "breached", "depends"]
