"""Whose land an act was on, whence it came, over whose land it went: what the event says of it, and what it leaves open."""

from __future__ import annotations

import pytest

from tests.asking import event, pact, row, verdicts
from tests.decision.test_nearest import told as words_of_change

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
    assert [row(text, event(happened % so), "FRA").verdict for so in ("true", "false", "unknown")] == [
        "owed",
        "breached",
        "depends",
    ]


# ---------------------------------------------------------------------------------------------------- whence, and over whose land
SINAI = 'area own_land "the land of Egypt"\n  territory of EGY\narea the_islands "two islands"\n  taiwan, pescadores\n'
FROM = pact(SINAI + 'article "1" when use_of_force on FRA from the_islands then ESP must assist the victim')
OVER = pact(SINAI + 'article "1" when use_of_force on FRA over own_land then ESP must assist the victim')
STRIKE = "kind: bombardment\nby: USA\non: FRA\nplace: {%s}\n%s"


@pytest.mark.parametrize(
    ("place", "more", "expected"),
    [
        ("territory_of: FRA", "origin: {territory: taiwan}", "owed"),
        ("territory_of: FRA", "origin: {territory: okinawa}", "not_owed"),
        ("territory_of: FRA", "origin: {territory_of: CHE}", "not_owed"),
        ("territory_of: FRA", "origin: {territory_of: unknown}", "depends"),
        ("territory_of: FRA", "", "depends"),
        ("territory: taiwan", "", "depends"),  # what is struck there need not come from there
        ("territory: taiwan", "origin: {territory: okinawa}", "not_owed"),
    ],
)
def test_whence_an_act_came_is_not_where_it_was(place: str, more: str, expected: str) -> None:
    duty = row(FROM, event(STRIKE % (place, more)), "ESP")
    assert duty.verdict == expected
    assert [atom.word for atom in duty.depends_on] == ([] if expected != "depends" else ["place"] * 2 if more else ["origin"])


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("via_territory_of: [EGY]", "owed"),
        ("via_territory_of: [LBY, EGY]", "owed"),
        ("via_territory_of: [LBY]", "not_owed"),
        ("via_territory_of: []", "not_owed"),
        ("via_territory_of: unknown", "depends"),
        ("via_territory_of: {claimed: {EGY: [FRA], LBY: [USA]}}", "disputed"),
        ("", "depends"),
    ],
)
def test_over_whose_land_an_act_went_the_event_says(more: str, expected: str) -> None:
    duty = row(OVER, event(STRIKE % ("territory_of: FRA", more)), "ESP")
    assert duty.verdict == expected
    assert [atom.word for atom in duty.depends_on] == (["via_territory_of"] if expected in ("depends", "disputed") else [])


def test_an_aim_is_no_place() -> None:
    text = pact('article "1" when use_of_force on FRA over economic_terms then ESP must assist the victim')
    duty = row(text, event(STRIKE % ("territory_of: FRA", "via_territory_of: [EGY]")), "ESP")
    assert (duty.verdict, [atom.word for atom in duty.depends_on]) == ("depends", ["over_economic_terms"])


@pytest.mark.parametrize("phrase", ["from", "over"])
def test_whose_land_it_came_from_or_went_over_has_a_name(phrase: str) -> None:
    text = pact(f'article "1" when use_of_force on FRA {phrase} territory of a state (the base) then ESP must consult the base')
    happened = STRIKE % ("territory_of: FRA", "origin: {territory_of: CHE}\nvia_territory_of: [CHE]")
    assert verdicts(text, event(happened)) == {"1/ESP>CHE": "owed"}


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [
        (FROM, "origin: {territory: okinawa}", "the bombardment had come from the islands"),
        (OVER, "via_territory_of: [LBY]", "the bombardment had gone over own land"),
    ],
)
def test_what_it_would_take_is_that_it_came_so(text: str, more: str, told: str) -> None:
    assert words_of_change(text, event(STRIKE % ("territory_of: FRA", more)), "ESP").startswith(told)


# ---------------------------------------------------------------------------------------------------- what a row says of a place
ADMINISTERED = pact(
    'article "1" when armed_attack on a party and the place is administered by the victim then ESP must assist the victim'
)
UNDER = pact(
    'area the_base "held land"\n  territory under ITA\narticle "1" when armed_attack on a party in the_base then ESP must assist the victim'
)
OF = pact(
    'area own "own land"\n  territory of ITA\narticle "1" when armed_attack on a party in own then ESP must assist the victim'
)


@pytest.mark.parametrize("text", [ADMINISTERED, UNDER])
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{administered: [okinawa, ITA]}", "owed"),
        ("{administered: [okinawa, ITA], value: false}", "not_owed"),
        ("{administered: [okinawa, ITA], value: unknown}", "depends"),
        ("{administered: [okinawa, ITA], value: {claimed: {true: [ITA], false: [JPN]}}}", "disputed"),
        ("{administered: [okinawa, ITA], since: 1950-01-01}", "owed"),
        ("{administered: [okinawa, ITA], since: 1970-01-01}", "not_owed"),
        ("{administered: [guam, ITA]}", "not_owed"),
    ],
)
def test_a_row_on_who_administers_goes_before_the_table(text: str, rows: str, expected: str) -> None:
    happened = f"kind: bombardment\nby: PRK\non: ITA\nplace: {{territory: okinawa}}\nrelations: [{rows}]"
    assert row(text, event(happened), "ESP").verdict == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{sovereign_of: [ITA, okinawa]}", "owed"),
        ("{sovereign_of: [ITA, okinawa], value: false}", "not_owed"),
        ("{sovereign_of: [ITA, guam]}", "not_owed"),
    ],
)
def test_a_row_on_the_title_goes_before_the_table(rows: str, expected: str) -> None:
    happened = f"kind: bombardment\nby: PRK\non: ITA\nplace: {{territory: okinawa}}\nrelations: [{rows}]"
    assert row(OF, event(happened), "ESP").verdict == expected


def test_the_place_of_an_act_goes_before_a_row() -> None:
    happened = "kind: bombardment\nby: PRK\non: ITA\nplace: {territory: okinawa, administered_by: JPN}\nrelations: [{administered: [okinawa, ITA]}]"
    assert row(UNDER, event(happened), "ESP").verdict == "not_owed"


def test_whether_he_whom_the_table_has_still_does_where_a_row_names_another_is_open() -> None:
    text = UNDER.replace("under ITA", "under USA")
    attack = "kind: bombardment\nby: PRK\non: ITA\nplace: {territory: okinawa}\nrelations: [%s]"
    assert row(text, event(attack % ""), "ESP").verdict == "owed"
    assert row(text, event(attack % "{administered: [okinawa, ITA]}"), "ESP").verdict == "depends"
    assert row(text, event(attack % "{administered: [okinawa, ITA], value: false}"), "ESP").verdict == "owed"
