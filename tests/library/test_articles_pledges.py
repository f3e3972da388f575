"""What political instruments say, and treaties whose name promises more than their text, asked with the smallest event.

Each row is a fact of law: who owes, on which day, and above all who does not, with the reason.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from tests.library.test_articles_postwar import QUIET, Row, acts, attack, duties, said
from treatylang.api import decide, read_event

RUSSIA_ON_SWEDEN = "kind: bombardment, by: RUS, on: SWE, place: {territory_of: SWE}"
RUSSIA_ON_FINLAND = "kind: bombardment, by: RUS, on: FIN, place: {territory_of: FIN}"
STORM = "kind: disaster, by: [], on: {on}, place: {{territory_of: {on}}}"


def asks(by: str, to: str, more: str = "") -> str:
    return f"kind: request_for_assistance, by: {by}, to: {to}{more}"


def reason(row: Row) -> str:
    return f"{row[0]}-{row[1]}-{row[5]}"


# ---- United Kingdom and Sweden

SWEDEN: tuple[Row, ...] = (
    ("Assistance[attack]", "2022-09-05", acts(RUSSIA_ON_SWEDEN, asks("SWE", "GBR")), "GBR", "owed", "attacked, and it asked"),
    ("Assistance[attack]", "2022-09-05", acts(RUSSIA_ON_SWEDEN), "GBR", "depends", "whether Sweden asked is not said"),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts(RUSSIA_ON_SWEDEN, asks("SWE", "GBR", ", happened: false")),
        "GBR",
        "none",
        "nothing is promised to one that does not ask",
    ),
    ("Assistance[attack]", "2022-09-05", acts(RUSSIA_ON_SWEDEN, asks("SWE", "GBR")), "SWE", "none", "nobody owes help to itself"),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: bombardment, by: RUS, on: GBR, place: {territory_of: GBR}", asks("GBR", "SWE")),
        "SWE",
        "owed",
        "it runs both ways",
    ),
    (
        "Assistance[attack]",
        "2022-05-10",
        acts(RUSSIA_ON_SWEDEN, asks("SWE", "GBR")),
        "GBR",
        "none",
        "the day before it was declared",
    ),
    (
        "Assistance[attack]",
        "2025-05-05",
        acts(RUSSIA_ON_SWEDEN, asks("SWE", "GBR")),
        "GBR",
        "owed",
        "Sweden is an ally since 2024, which ended nothing",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts(RUSSIA_ON_FINLAND, asks("FIN", "GBR")),
        "GBR",
        "none",
        "Finland has a statement of its own",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: cyber_operation, by: RUS, on: SWE, place: {territory_of: SWE}", asks("SWE", "GBR")),
        "GBR",
        "owed",
        "an attack through networks is an attack, though not an armed one",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: threat_of_force, by: RUS, to: SWE", asks("SWE", "GBR")),
        "GBR",
        "none",
        "a threat is no attack",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: terrorism, by: AL_QAEDA, on: SWE, place: {territory_of: SWE}", asks("SWE", "GBR")),
        "GBR",
        "owed",
        "of whomever: the text names no attacker",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: sabotage, by: [], on: SWE, place: {territory_of: SWE}", asks("SWE", "GBR")),
        "GBR",
        "owed",
        "nobody known did it",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts("kind: economic_pressure, by: RUS, on: SWE", asks("SWE", "GBR")),
        "GBR",
        "none",
        "pressure is no attack",
    ),
    ("Assistance[disaster]", "2023-05-05", acts(STORM.format(on="SWE"), asks("SWE", "GBR")), "GBR", "owed", "a disaster"),
    ("Assistance[disaster]", "2023-05-05", acts(STORM.format(on="NOR"), asks("NOR", "GBR")), "GBR", "none", "Norway is no party"),
    ("Shared view", "2023-05-05", QUIET, "SWE", "owed", "always on"),
    ("Cooperation[information]", "2023-05-05", QUIET, "GBR", "owed", "always on"),
    ("Cooperation[forces]", "2022-05-10", QUIET, "GBR", "none", "the day before it was declared"),
)


@pytest.mark.parametrize("row", SWEDEN, ids=reason)
def test_the_declaration_with_sweden(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("uk-sweden-2022", article, date, happened, bearer) == verdict, why


# ---- United Kingdom and Finland

FINLAND: tuple[Row, ...] = (
    ("Assistance[attack]", "2022-09-05", acts(RUSSIA_ON_FINLAND, asks("FIN", "GBR")), "GBR", "owed", "attacked, and it asked"),
    ("Assistance[attack]", "2022-09-05", acts(RUSSIA_ON_FINLAND), "GBR", "depends", "whether Finland asked is not said"),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts(RUSSIA_ON_FINLAND, asks("FIN", "GBR", ", happened: false")),
        "GBR",
        "none",
        "nothing is promised to one that does not ask",
    ),
    (
        "Assistance[attack]",
        "2023-09-05",
        acts(RUSSIA_ON_FINLAND, asks("FIN", "GBR")),
        "GBR",
        "owed",
        "an enduring assurance, which the alliance did not end",
    ),
    (
        "Assistance[attack]",
        "2022-05-10",
        acts(RUSSIA_ON_FINLAND, asks("FIN", "GBR")),
        "GBR",
        "none",
        "the day before the statement",
    ),
    (
        "Assistance[attack]",
        "2022-09-05",
        acts(RUSSIA_ON_SWEDEN, asks("SWE", "FIN")),
        "FIN",
        "none",
        "Finland promised Sweden nothing here",
    ),
    *(
        (
            "Assistance[attack]",
            "2022-09-05",
            acts(f"kind: {kind}, by: RUS, on: FIN, place: {{territory_of: FIN}}", asks("FIN", "GBR")),
            "GBR",
            verdict,
            f"{kind}: an attack, or none",
        )
        for kind, verdict in (
            ("terrorism", "owed"),
            ("sabotage", "owed"),
            ("cyber_operation", "owed"),
            ("economic_pressure", "none"),
        )
    ),
    ("Assistance[disaster]", "2023-05-05", acts(STORM.format(on="GBR"), asks("GBR", "FIN")), "FIN", "owed", "it runs both ways"),
    (
        "Assistance[disaster]",
        "2023-05-05",
        acts(STORM.format(on="GBR"), asks("GBR", "FIN", ", happened: false")),
        "FIN",
        "none",
        "nobody asked",
    ),
    ("Open door", "2023-04-03", QUIET, "GBR", "owed", "on the way into the alliance"),
    ("Open door", "2023-04-04", QUIET, "GBR", "none", "Finland is in it"),
    ("Open door", "2022-09-05", QUIET, "FIN", "none", "the United Kingdom alone"),
    ("Cooperation", "2022-09-05", QUIET, "FIN", "owed", "always on"),
)


@pytest.mark.parametrize("row", FINLAND, ids=reason)
def test_the_statement_with_finland(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("uk-finland-2022", article, date, happened, bearer) == verdict, why


# ---- United Kingdom and Germany: binding, once it is in force

BOUND = ("kind: consent, by: DEU, to: GBR, date: 2026-04-05", "kind: consent, by: GBR, to: DEU, date: 2026-04-05")
RUSSIA_ON_GERMANY = "kind: invasion, by: RUS, on: DEU, place: {territory_of: DEU}"

GERMANY: tuple[Row, ...] = (
    ("2(3)", "2026-06-05", acts(*BOUND, RUSSIA_ON_GERMANY), "GBR", "owed", "once both have consented to be bound"),
    ("2(3)", "2026-06-05", attack("RUS", "DEU"), "GBR", "depends", "whether it has come into force is not known"),
    ("2(3)", "2026-06-05", attack("RUS", "GBR", "territory: falkland_islands"), "DEU", "depends", "the text sets no area"),
    ("2(3)", "2025-09-05", attack("RUS", "DEU"), "GBR", "none", "signed, and approved by no parliament"),
    ("2(3)", "2026-06-05", attack("RUS", "POL"), "GBR", "none", "Poland is no party"),
    ("2(3)", "2026-06-05", attack("RUS", "DEU"), "DEU", "none", "nobody owes help to itself"),
    (
        "2(3)",
        "2026-06-05",
        "kind: threat_of_force\nby: RUS\nto: DEU\n",
        "GBR",
        "none",
        "that a threat to one is one to the other is a conviction, and starts nothing",
    ),
    (
        "2(3)",
        "2026-06-05",
        acts(BOUND[0], "kind: consent, by: GBR, to: DEU, happened: false", RUSSIA_ON_GERMANY),
        "GBR",
        "none",
        "not if the United Kingdom has not consented to be bound",
    ),
    ("Foreign policy", "2026-06-05", acts(*BOUND), "DEU", "owed", "talks are always on"),
    ("Foreign policy", "2026-06-05", QUIET, "DEU", "depends", "talks hang on the entry into force as well"),
    ("Foreign policy", "2025-09-05", QUIET, "DEU", "none", "not yet"),
    ("Strategic dialogue", "2026-06-05", acts(*BOUND), "GBR", "owed", "talks are always on"),
    ("Strategic dialogue", "2025-09-05", QUIET, "GBR", "none", "not yet"),
    ("Defence cooperation[forces]", "2026-06-05", acts(*BOUND), "GBR", "owed", "always on"),
    ("Defence cooperation[capability]", "2026-06-05", acts(*BOUND), "DEU", "owed", "always on"),
    ("Defence cooperation[exports]", "2026-06-05", acts(*BOUND), "DEU", "owed", "always on"),
    ("Defence cooperation", "2025-09-05", QUIET, "DEU", "none", "the ministries' agreement of 2024 is no treaty"),
    ("Internal security", "2026-06-05", acts(*BOUND), "FRA", "none", "France is no party"),
    ("Internal security", "2026-06-05", acts(*BOUND), "DEU", "owed", "always on"),
    ("Consultations", "2026-06-05", acts(*BOUND), "GBR", "owed", "every two years"),
    ("Consultations", "2025-09-05", QUIET, "GBR", "none", "not yet"),
)


@pytest.mark.parametrize("row", GERMANY, ids=reason)
def test_the_treaty_with_germany(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("uk-germany-2025", article, date, happened, bearer) == verdict, why


# ---- United Kingdom and France

NUCLEAR_THREAT = "kind: nuclear_threat\nby: RUS\nto: {to}\n"

FRANCE: tuple[Row, ...] = (
    (
        "Northwood, extreme threat",
        "2025-08-05",
        NUCLEAR_THREAT.format(to="POL") + "judged_by: [FRA, GBR]\n",
        "FRA",
        "owed",
        "both hold that it is such a threat to Europe",
    ),
    ("Northwood, extreme threat", "2025-08-05", NUCLEAR_THREAT.format(to="POL"), "FRA", "depends", "what they hold is not said"),
    (
        "Northwood, extreme threat",
        "2025-08-05",
        NUCLEAR_THREAT.format(to="POL") + "judged_by: [FRA]\n",
        "FRA",
        "depends",
        "one alone does not suffice, and the other is not heard",
    ),
    (
        "Northwood, extreme threat",
        "2025-08-05",
        NUCLEAR_THREAT.format(to="JPN") + "judged_by: [FRA, GBR]\n",
        "FRA",
        "none",
        "Japan is not in Europe",
    ),
    (
        "Northwood, extreme threat",
        "2025-07-09",
        NUCLEAR_THREAT.format(to="POL") + "judged_by: [FRA, GBR]\n",
        "FRA",
        "none",
        "the day before Northwood",
    ),
    ("Northwood, steering group", "2025-07-10", QUIET, "GBR", "owed", "set up at Northwood"),
    ("Northwood, steering group", "2025-07-09", QUIET, "GBR", "none", "the day before"),
    ("Northwood, nuclear forces", "2025-07-10", QUIET, "FRA", "owed", "since Northwood"),
    ("Northwood, nuclear forces", "2025-07-09", QUIET, "FRA", "none", "the day before"),
    ("Lancaster House 2025[force]", "2025-07-10", QUIET, "GBR", "owed", "since 2025"),
    ("Lancaster House 2025[cooperation]", "2025-07-09", QUIET, "GBR", "none", "the day before"),
    ("Lancaster House, partnership", "2011-07-01", QUIET, "FRA", "owed", "in force"),
    ("Lancaster House, partnership", "2011-06-30", QUIET, "FRA", "none", "not yet"),
    ("Lancaster House, operations", "2013-01-11", QUIET, "GBR", "permitted", "support in Mali was free, case by case"),
    ("Lancaster House, operations", "2010-11-05", QUIET, "GBR", "none", "signed, and not in force"),
    ("Lancaster House, information", "2013-01-11", QUIET, "GBR", "owed", "always on"),
    ("Lancaster House, senior group", "2013-01-11", QUIET, "FRA", "owed", "always on"),
    ("Joint facilities", "2013-01-11", QUIET, "FRA", "owed", "always on"),
    ("Joint facilities", "2011-06-30", QUIET, "FRA", "none", "not yet"),
)


@pytest.mark.parametrize("row", FRANCE, ids=reason)
def test_the_treaties_and_declarations_with_france(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("uk-france-2010-2025", article, date, happened, bearer) == verdict, why


@pytest.mark.parametrize(
    ("article", "force"),
    [
        ("Lancaster House, partnership", "binding"),
        ("Lancaster House, senior group", "binding"),
        ("Joint facilities", "binding"),
        ("Lancaster House 2025", "political"),
        ("Northwood, nuclear forces", "political"),
        ("Northwood, steering group", "political"),
    ],
)
def test_with_france_the_treaties_bind_and_the_declarations_do_not(article: str, force: str) -> None:
    found = duties("uk-france-2010-2025", article, "2025-08-05", QUIET)
    assert {each.force for each in found} == {force}


# ---- Lublin Triangle

LUBLIN: tuple[Row, ...] = (
    ("Meetings", "2020-07-28", QUIET, "UKR", "owed", "regular talks"),
    ("Meetings", "2020-07-27", QUIET, "UKR", "none", "the day before"),
    ("Meetings", "2020-09-05", QUIET, "BLR", "none", "Belarus is no party"),
    ("Security", "2020-09-05", QUIET, "LTU", "owed", "always on"),
    ("Coordination", "2020-09-05", QUIET, "POL", "owed", "always on"),
    ("Support of Ukraine", "2020-09-05", QUIET, "POL", "owed", "Poland supports Ukraine"),
    ("Support of Ukraine", "2020-09-05", QUIET, "UKR", "none", "Ukraine does not owe it to itself, nor to the others"),
    (
        "Non-recognition",
        "2022-10-05",
        "kind: recognition_of_gains\nby: POL\non: UKR\n",
        "POL",
        "breached",
        "never to be recognised",
    ),
    (
        "Non-recognition",
        "2022-10-05",
        "kind: recognition_of_gains\nby: PRK\non: UKR\n",
        "PRK",
        "none",
        "North Korea promised nothing",
    ),
    ("Vilnius 2021[membership]", "2021-07-07", QUIET, "LTU", "owed", "since the second declaration"),
    ("Vilnius 2021[membership]", "2021-07-06", QUIET, "LTU", "none", "the day before"),
    ("Vilnius 2021[hybrid]", "2021-07-07", QUIET, "UKR", "owed", "all three"),
    ("Vilnius 2021[hybrid]", "2021-07-06", QUIET, "UKR", "none", "the day before"),
    ("Lviv 2023", "2023-01-11", attack("RUS", "UKR"), "POL", "owed", "arms, but no promise to fight"),
    ("Lviv 2023", "2022-02-24", attack("RUS", "UKR"), "POL", "none", "not promised when the invasion came"),
    ("Lviv 2023", "2023-01-11", attack("RUS", "UKR"), "UKR", "none", "Ukraine receives"),
)


@pytest.mark.parametrize("row", LUBLIN, ids=reason)
def test_the_lublin_triangle(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("lublin-triangle-2020", article, date, happened, bearer) == verdict, why


# ---- Executive Order 14353

DOHA = attack("ISR", "QAT", kind="bombardment")

QATAR: tuple[Row, ...] = (
    ("2(b)", "2025-10-05", DOHA, "USA", "owed", "an armed attack on its land"),
    ("2(b)", "2025-09-09", DOHA, "USA", "none", "the strike on Doha went before the order"),
    ("2(b)", "2025-10-05", DOHA, "QAT", "none", "Qatar is no party and promised nothing"),
    ("2(b)", "2025-10-05", attack("IRN", "USA", kind="bombardment"), "QAT", "none", "one side only"),
    (
        "2(b)",
        "2025-10-05",
        attack("IRN", "[USA, QAT]", "territory_of: QAT", kind="bombardment"),
        "USA",
        "owed",
        "a base on its land",
    ),
    ("2(b)", "2025-10-05", attack("IRN", "ARE", kind="bombardment"), "USA", "none", "the Emirates have no such order"),
    (
        "2(b)",
        "2025-10-05",
        attack("IRN", "QAT", "zone: high_seas, territory_of: none", kind="seizure", more="target: private_vessel\n"),
        "USA",
        "none",
        "a merchant ship on the high seas is neither land nor infrastructure",
    ),
    (
        "2(b)",
        "2025-10-05",
        attack("IRN", "QAT", "zone: high_seas, territory_of: none", kind="bombardment", more="target: infrastructure\n"),
        "USA",
        "owed",
        "critical infrastructure, out at sea",
    ),
    (
        "2(b)",
        "2025-10-05",
        attack("IRN", "QAT", "territory_of: GBR", kind="bombardment", more="target: government\n"),
        "USA",
        "owed",
        "its government abroad: an attack on its sovereignty",
    ),
    ("2(b)", "2025-10-05", "kind: threat_of_force\nby: IRN\nto: QAT\n", "USA", "none", "a threat is no attack"),
    ("2(b)", "2025-10-05", attack("IRN", "QAT", kind="airspace_violation"), "USA", "depends", "whether force was used is not said"),
    ("2(c)", "2025-10-05", QUIET, "USA", "owed", "plans are kept up at all times"),
    ("2(c)", "2025-09-28", QUIET, "USA", "none", "the day before"),
    ("2(c)", "2025-10-05", QUIET, "QAT", "none", "Qatar owes no plans"),
    ("2(d)[assurance]", "2025-10-05", QUIET, "USA", "owed", "the Secretary of State"),
    ("2(d)[allies]", "2025-10-05", QUIET, "USA", "owed", "the Secretary of State"),
    ("2(d)[allies]", "2025-09-28", QUIET, "USA", "none", "the day before"),
    ("Mediation", "2025-10-05", QUIET, "USA", "owed", "mediation"),
    ("Mediation", "2025-09-28", QUIET, "USA", "none", "the day before"),
)


@pytest.mark.parametrize("row", QATAR, ids=reason)
def test_the_order_on_qatar(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("us-qatar-eo-2025", article, date, happened, bearer) == verdict, why


def test_an_attack_on_qatar_is_called_a_threat_to_the_united_states_and_no_attack_on_them() -> None:
    decision = decide(read_event(event(DOHA, "2025-10-05"), real()), treaties=["us-qatar-eo-2025"], library=real())
    assert [(each.article, each.words) for each in decision.deemed] == [("2(a)", "it counts as threat to every party")]
    assert {each.bearer for each in decision.duties} == {"USA"}


def test_the_measures_for_qatar_are_those_that_american_law_allows() -> None:
    (found,) = [each for each in duties("us-qatar-eo-2025", "2(b)", "2025-10-05", DOHA) if each.verdict == "owed"]
    assert (found.strength, found.force, found.owed_to) == ("lawful_measures", "political", "QAT")


# ---- United States and the Emirates

EMIRATES: tuple[Row, ...] = (
    ("Letter", "2025-05-16", QUIET, "ARE", "owed", "a road map"),
    ("Letter", "2025-05-15", QUIET, "ARE", "none", "the day before it was signed"),
    ("Letter", "2025-05-16", QUIET, "SAU", "none", "Saudi Arabia is no party"),
    ("Innovation", "2025-05-16", QUIET, "USA", "owed", "always on"),
    ("Innovation", "2025-05-15", QUIET, "USA", "none", "the day before"),
    ("State partnership", "2025-05-16", QUIET, "USA", "owed", "always on"),
    ("State partnership", "2025-05-15", QUIET, "USA", "none", "the day before"),
)


@pytest.mark.parametrize("row", EMIRATES, ids=reason)
def test_the_letter_with_the_emirates(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("us-uae-letter-2025", article, date, happened, bearer) == verdict, why


# ---- United States, Bahrain and the United Kingdom

IRAN_ON_BAHRAIN = "kind: bombardment, by: IRN, on: BHR, place: {territory_of: BHR}"
ALL_AGREE = tuple(f"kind: consent, by: {by}, to: BHR" for by in ("BHR", "GBR", "USA"))
INSIDE = "acts: [{kind: rebellion, by: REBELS, on: BHR, place: {territory_of: BHR}"
REBELS = "}]\nactors: {REBELS: {kind: non_state}}\n"

BAHRAIN: tuple[Row, ...] = (
    ("II, meeting[meeting]", "2026-03-03", acts(IRAN_ON_BAHRAIN), "USA", "owed", "they meet at once"),
    ("II, meeting[meeting]", "2026-03-03", acts(IRAN_ON_BAHRAIN), "BHR", "owed", "the victim as well"),
    ("II, meeting[meeting]", "2026-03-03", acts(IRAN_ON_BAHRAIN), "GBR", "owed", "acceded in 2025"),
    ("II, meeting[meeting]", "2025-06-18", acts(IRAN_ON_BAHRAIN), "GBR", "none", "the day before its accession"),
    ("II, meeting[meeting]", "2023-09-12", acts(IRAN_ON_BAHRAIN), "USA", "none", "the day before it was signed"),
    ("II, meeting[meeting]", "2026-03-03", "kind: threat_of_force\nby: IRN\nto: BHR\n", "USA", "owed", "the threat suffices"),
    (
        "II, meeting[meeting]",
        "2026-03-03",
        "kind: imminent_war\nby: IRN\nto: BHR\n",
        "USA",
        "owed",
        "and so does war about to come",
    ),
    (
        "II, meeting[meeting]",
        "2026-03-03",
        "kind: economic_pressure\nby: IRN\non: BHR\n",
        "USA",
        "none",
        "pressure is no aggression",
    ),
    ("II, information", "2026-03-03", "kind: imminent_war\nby: IRN\nto: BHR\n", "USA", "owed", "information on the threat as well"),
    ("II, information", "2026-03-03", INSIDE + ", directed_from_abroad: false" + REBELS, "USA", "none", "a rising at home"),
    ("II, meeting[meeting]", "2026-03-03", attack("IRN", "ARE"), "USA", "none", "the Emirates are no party"),
    ("II, meeting[meeting]", "2026-03-03", attack("IRN", "USA"), "BHR", "owed", "it runs both ways"),
    ("II, meeting[meeting]", "2026-03-03", INSIDE + ", directed_from_abroad: false" + REBELS, "USA", "none", "a rising at home"),
    ("II, meeting[meeting]", "2026-03-03", INSIDE + ", directed_from_abroad: true" + REBELS, "USA", "owed", "one that Iran sent"),
    (
        "II, meeting[responses]",
        "2026-03-03",
        acts("kind: threat_of_force, by: IRN, to: BHR", *ALL_AGREE),
        "BHR",
        "owed",
        "deterrence of a threat, once decided on",
    ),
    ("II, meeting[responses]", "2026-03-03", acts(*ALL_AGREE), "USA", "none", "an agreement about nothing that has happened"),
    ("II, meeting[responses]", "2026-03-03", acts(IRAN_ON_BAHRAIN), "USA", "depends", "on what they decide"),
    (
        "II, meeting[responses]",
        "2026-03-03",
        acts(IRAN_ON_BAHRAIN, *ALL_AGREE),
        "USA",
        "owed",
        "what all decided on is carried out",
    ),
    (
        "II, meeting[responses]",
        "2026-03-03",
        acts(IRAN_ON_BAHRAIN, "kind: consent, by: USA, to: BHR, happened: false"),
        "USA",
        "none",
        "nothing without the United States",
    ),
    (
        "II, meeting[responses]",
        "2026-03-03",
        acts(IRAN_ON_BAHRAIN, "kind: consent, by: USA, to: BHR, happened: false"),
        "GBR",
        "none",
        "nor for the others: they decide together",
    ),
    ("II, information", "2026-03-03", acts(IRAN_ON_BAHRAIN), "GBR", "owed", "information at once"),
    ("II, information", "2026-03-03", QUIET, "GBR", "none", "nothing has happened"),
    ("II, capabilities[capability]", "2024-05-05", QUIET, "BHR", "owed", "always on"),
    ("II, capabilities[forces]", "2024-05-05", QUIET, "GBR", "none", "before its accession"),
    ("II, capabilities[group]", "2024-05-05", QUIET, "USA", "owed", "always on"),
    ("Accession", "2024-05-05", QUIET, "USA", "permitted", "so came the United Kingdom"),
    ("Accession", "2023-09-12", QUIET, "USA", "none", "the day before it was signed"),
)


@pytest.mark.parametrize("row", BAHRAIN, ids=reason)
def test_the_agreement_with_bahrain(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("us-bahrain-csipa-2023", article, date, happened, bearer) == verdict, why


# ---- the guarantee of Cyprus: talks on a breach, and a right to act; an outsider breaks nothing here

TURKEY_LANDS = "kind: invasion, by: TUR, on: CYP, place: {territory_of: CYP}"
APART = "facts: {concerted_action: false}\n"

CYPRUS: tuple[Row, ...] = (
    ("IV(1)", "1974-07-20", acts(TURKEY_LANDS), "GBR", "owed", "a guarantor uses force on what it guarantees"),
    ("IV(1)", "1974-07-20", acts(TURKEY_LANDS), "CYP", "none", "the three consult, and not Cyprus"),
    ("IV(1)", "1965-07-20", attack("ISR", "CYP"), "GBR", "none", "an outsider is bound by nothing here"),
    ("IV(1)", "1974-07-20", acts(TURKEY_LANDS), "USA", "none", "the United States are no guarantor"),
    ("IV(1)", "1974-07-20", acts(TURKEY_LANDS[:-1] + "}, consented: true"), "GBR", "none", "Cyprus agreed to the landing"),
    ("IV(1)", "1974-07-20", acts(TURKEY_LANDS[:-1] + "}, in_self_defence: true"), "GBR", "none", "self-defence breaks nothing"),
    ("IV(1)", "1974-07-15", "kind: coup\nby: [GRC]\non: CYP\n", "TUR", "owed", "the order of the constitution is overthrown"),
    ("IV(1)", "1974-07-15", "kind: coup\nby: [GRC]\non: TUR\n", "GBR", "none", "a coup elsewhere"),
    ("IV(1)", "1964-05-05", "kind: union\nby: CYP\non: GRC\n", "GBR", "owed", "union is barred"),
    (
        "IV(1)",
        "1983-11-15",
        "kind: partition\nby: TUR\non: CYP\nplace: {territory_of: CYP, territory: cyprus}\n",
        "GRC",
        "owed",
        "so is partition",
    ),
    ("IV(2)", "1974-07-20", acts(TURKEY_LANDS, more=APART), "GBR", "permitted", "a right"),
    (
        "IV(2)",
        "1974-07-20",
        acts(TURKEY_LANDS, more=APART),
        "TUR",
        "disputed",
        "none from one's own breach, it is drawn from the aim; the text has no such exception",
    ),
    ("IV(2)", "1974-07-20", acts(TURKEY_LANDS), "GBR", "depends", "whether they can act together is not said"),
    ("IV(2)", "1974-07-20", acts(TURKEY_LANDS, more=APART.replace("false", "true")), "GBR", "none", "they can act together"),
    (
        "IV(2)",
        "1974-07-20",
        acts("kind: coup, by: GRC, on: CYP, date: 1974-07-15", TURKEY_LANDS, more=APART),
        "TUR",
        "permitted",
        "from the coup, which was not its own breach",
    ),
    ("II[guarantee]", "1965-07-20", QUIET, "TUR", "owed", "always on"),
    ("II[guarantee]", "1965-07-20", QUIET, "CYP", "none", "Cyprus does not guarantee itself"),
    ("II[union]", "1965-07-20", QUIET, "GRC", "owed", "union is barred"),
    ("II[partition]", "1965-07-20", QUIET, "TUR", "owed", "so is partition"),
    ("I[partition]", "1965-07-20", QUIET, "CYP", "owed", "by Cyprus too"),
    ("I[partition]", "1960-08-15", QUIET, "CYP", "none", "not yet"),
    ("I[union]", "1964-05-05", "kind: union\nby: CYP\non: GRC\n", "CYP", "breached", "union is barred"),
)


@pytest.mark.parametrize("row", CYPRUS, ids=reason)
def test_the_guarantee_of_cyprus(row: Row) -> None:
    article, date, happened, bearer, verdict, why = row
    assert said("cyprus-1960", article, date, happened, bearer) == verdict, why


def test_all_three_guarantors_consult_with_each_other_whoever_broke_it() -> None:
    found = duties("cyprus-1960", "IV(1)", "1974-07-20", acts(TURKEY_LANDS))
    pairs = {(each.bearer, each.owed_to) for each in found if each.verdict == "owed"}
    assert pairs == {(one, other) for one in ("GBR", "GRC", "TUR") for other in ("GBR", "GRC", "TUR") if one != other}


def test_five_powers_an_attack_is_told_once() -> None:
    """What threatens by force that is used is the attack, and no second case of consultation."""
    found = duties("fpda-1971", "5", "1975-05-05", attack("IDN", "MYS"))
    assert {each.id.partition("/")[0] for each in found if each.verdict == "owed"} == {"fpda-1971:5[attack]"}


# ---- a plain attack: what it brings up, and with what force; nothing else

CONSULT = ("consult", "binding")

# (treaty, day, what happened, what is owed or may come to be owed because of it)
PLAIN: tuple[tuple[str, str, str, set[tuple[str, str]]], ...] = (
    ("uk-sweden-2022", "2022-09-05", attack("RUS", "SWE"), {("assist", "political")}),
    ("uk-finland-2022", "2022-09-05", attack("RUS", "FIN"), {("assist", "political")}),
    ("uk-germany-2025", "2026-06-05", attack("RUS", "DEU"), {("assist", "binding")}),
    ("uk-france-2010-2025", "2025-08-05", attack("RUS", "FRA"), {("respond", "political")}),
    ("uk-france-2010-2025", "2015-08-05", attack("RUS", "FRA"), set()),
    ("lublin-triangle-2020", "2022-02-24", attack("RUS", "UKR"), set()),
    ("lublin-triangle-2020", "2022-02-24", attack("RUS", "POL"), set()),
    ("us-qatar-eo-2025", "2025-10-05", DOHA, {("assist", "political")}),
    ("us-uae-letter-2025", "2025-10-05", attack("IRN", "ARE"), set()),
    ("us-uae-letter-2025", "2025-10-05", attack("IRN", "USA"), set()),
    ("budapest-1994", "2014-02-27", attack("RUS", "UKR"), {("consult", "political")}),
    ("budapest-1994", "2005-05-05", attack("TUR", "UKR"), set()),
    ("fpda-1971", "1975-05-05", attack("IDN", "MYS"), {("consult", "political")}),
    ("fpda-1971", "1982-04-02", attack("ARG", "GBR"), set()),
    ("nato-hague-2025", "2025-08-05", attack("RUS", "EST"), set()),
    ("nato-vilnius-2023", "2023-08-05", attack("RUS", "EST"), set()),
    ("baghdad-pact-1955", "1965-09-06", attack("IND", "PAK"), set()),
    ("us-liberia-1959", "1975-05-05", attack("CIV", "LBR"), {CONSULT}),
    ("us-liberia-1959", "1962-10-24", attack("USSR", "USA"), set()),
    ("us-japan-1960", "2005-05-05", attack("PRK", "USA"), set()),
    ("anglo-russian-1907", "1914-08-01", attack("GERREICH", "RUSEMP"), set()),
    ("franco-czech-1924-25", "1924-06-05", attack("GERREICH", "CZSK"), {CONSULT}),
    ("eu-tfeu-222", "2015-05-05", attack("RUS", "FIN"), set()),
    ("cyprus-1960", "1974-07-20", attack("TUR", "CYP"), {CONSULT}),
    ("cyprus-1960", "1965-07-20", attack("ISR", "CYP"), set()),
    ("seato-1954", "1962-10-20", attack("CHN", "IND"), {CONSULT}),
    ("tripartite-1940", "1941-06-22", attack("GERREICH", "USSR"), set()),
    ("locarno-rhineland-1925", "1930-05-05", attack("POL", "GERREICH"), set()),
    (
        "us-bahrain-csipa-2023",
        "2026-03-03",
        attack("IRN", "BHR"),
        {CONSULT, ("exchange_information", "binding"), ("take_measures", "binding")},
    ),
)


@pytest.mark.parametrize(("treaty", "date", "happened", "expected"), PLAIN, ids=[f"{row[0]}-{row[1]}" for row in PLAIN])
def test_what_a_plain_attack_brings_up(treaty: str, date: str, happened: str, expected: set[tuple[str, str]]) -> None:
    decision = decide(read_event(event(happened, date), real()), treaties=[treaty], library=real())
    open_or_owed = [each for each in decision.duties if each.verdict in {"owed", "depends", "disputed"} and each.modality == "must"]
    assert {(each.duty, each.force) for each in open_or_owed if not each.standing} == expected
