"""What single articles of the alliances before and between the wars say, asked with the smallest event that brings them up.

One row is one fact of law: on these facts this state owes this, or does not; the reason is the id of the row.
"""

from __future__ import annotations

import pytest

from tests.library.test_articles import verdicts


def act(kind: str, by: str, on: str, **fields: str) -> str:
    """One act as an event; the place is the victim's land if none is given, and `place=""` gives none."""
    given = {"place": f"{{territory_of: {on}}}"} | fields
    toward = "to" if "threat" in kind else "on"
    lines = [f"kind: {kind}", f"by: {by}", f"{toward}: {on}", *(f"{name}: {value}" for name, value in given.items() if value)]
    return "\n".join(lines) + "\n"


def attack(by: str, on: str, **fields: str) -> str:
    return act("invasion", by, on, **fields)


def threat(by: str, on: str, **fields: str) -> str:
    return act("threat_of_force", by, on, **({"place": ""} | fields))


def acts(*each: str, rest: str = "") -> str:
    """Several acts, each written as a flow mapping, and other fields of the event."""
    return "acts:\n" + "".join(f"  - {{{one}}}\n" for one in each) + rest


Row = tuple[str, str, str, str, str, str]


def check(treaty: str, row: Row) -> None:
    _reason, article, date, happened, bearer, expected = row
    found = verdicts(treaty, article, happened, date, bearer)
    assert found - {"not_owed"} == {expected} - {"not_owed"}, sorted(found)


def reason(row: object) -> str:
    return row[0] if isinstance(row, tuple) else str(row)


# ---- Austria-Hungary and Romania, 1883

BUKOVINA = "{name: Czernowitz, territory_of: AUTHUN, lat: 48.29, lon: 25.93}"
GALICIA = "{name: Cracow, territory_of: AUTHUN, lat: 50.06, lon: 19.94}"
TYROL = "{name: Trent, territory_of: AUTHUN, lat: 46.07, lon: 11.12}"
SEMLIN = "{name: Semlin, territory_of: AUTHUN, lat: 44.84, lon: 20.40}"
PEACE_WITH_RUSSIA = acts(
    "kind: invasion, by: RUSEMP, on: ROU, place: {territory_of: ROU}, date: 1890-05-05",
    "kind: separate_peace, by: AUTHUN, on: RUSEMP, date: 1890-06-05",
    "kind: consent, by: ROU, happened: false",
)

AUSTRO_ROMANIAN: tuple[Row, ...] = (
    ("russia-attacks-romania", "2(1)", "1890-05-05", attack("RUSEMP", "ROU"), "AUTHUN", "owed"),
    ("any-attacker-will-do", "2(1)", "1890-05-05", attack("SRB", "ROU"), "AUTHUN", "owed"),
    ("romania-provoked-it", "2(1)", "1890-05-05", attack("RUSEMP", "ROU", provoked="true"), "AUTHUN", "not_owed"),
    ("before-signature", "2(1)", "1883-10-29", attack("RUSEMP", "ROU"), "AUTHUN", "not_owed"),
    ("between-expiry-and-renewal", "2(1)", "1892-02-02", attack("RUSEMP", "ROU"), "AUTHUN", "disputed"),
    ("after-romania-made-war", "2(1)", "1916-09-15", attack("BGR", "ROU"), "AUTHUN", "not_owed"),
    ("italy-took-on-no-help", "2(1)", "1890-05-05", attack("RUSEMP", "ROU"), "ITA", "not_owed"),
    ("germany-by-accession", "Accession of Germany", "1890-05-05", attack("RUSEMP", "ROU"), "GERREICH", "owed"),
    (
        "germany-not-for-austria",
        "Accession of Germany",
        "1890-05-05",
        attack("RUSEMP", "AUTHUN", place=BUKOVINA),
        "GERREICH",
        "not_owed",
    ),
    ("bukovina-borders-on-romania", "2(2)", "1890-05-05", attack("RUSEMP", "AUTHUN", place=BUKOVINA), "ROU", "owed"),
    ("cracow-does-not", "2(2)", "1890-05-05", attack("RUSEMP", "AUTHUN", place=GALICIA), "ROU", "not_owed"),
    ("nor-the-italian-front", "2(2)", "1890-05-05", attack("ITA", "AUTHUN", place=TYROL), "ROU", "not_owed"),
    ("nor-the-serbian-front", "2(2)", "1914-09-05", attack("SRB", "AUTHUN", place=SEMLIN), "ROU", "not_owed"),
    ("austria-provoked-it", "2(2)", "1890-05-05", attack("RUSEMP", "AUTHUN", place=BUKOVINA, provoked="true"), "ROU", "not_owed"),
    ("germany-attacked-is-no-case", "2(2)", "1890-05-05", attack("RUSEMP", "GERREICH"), "ROU", "not_owed"),
    ("austria-declares-war", "2(2)", "1914-07-28", act("declaration_of_war", "AUTHUN", "SRB"), "ROU", "not_owed"),
    ("threat-to-romania", "3", "1890-05-05", threat("RUSEMP", "ROU"), "ITA", "owed"),
    ("threat-that-romania-provoked", "3", "1890-05-05", threat("RUSEMP", "ROU", provoked="true"), "AUTHUN", "not_owed"),
    ("threat-to-germany", "3", "1890-05-05", threat("FRA", "GERREICH"), "ROU", "not_owed"),
    ("threat-in-tyrol", "3", "1890-05-05", threat("ITA", "AUTHUN", place=TYROL), "ROU", "not_owed"),
    ("austria-makes-peace-alone", "4", "1890-06-05", PEACE_WITH_RUSSIA, "AUTHUN", "breached"),
    ("no-common-war-no-bar", "4", "1890-05-05", act("separate_peace", "AUTHUN", "SRB"), "AUTHUN", "not_owed"),
    (
        "alliance-against-romania",
        "1[alliance]",
        "1890-05-05",
        act("hostile_alliance", "AUTHUN", "ROU", place=""),
        "AUTHUN",
        "breached",
    ),
    ("alliance-against-another", "1[alliance]", "1890-05-05", act("hostile_alliance", "AUTHUN", "SRB", place=""), "AUTHUN", "owed"),
    ("secret", "6", "1890-05-05", act("unrest", "[]", "FRA"), "ROU", "owed"),
)


@pytest.mark.parametrize("row", AUSTRO_ROMANIAN, ids=reason)
def test_austria_hungary_and_romania(row: Row) -> None:
    check("austro-romanian-1883", row)


def test_romania_disputes_a_war_that_austria_hungary_began() -> None:
    """An attack through the Bukovina in 1914: owed by the text, not by what the Crown Council held."""
    begun = acts(
        "kind: declaration_of_war, by: AUTHUN, on: RUSEMP, date: 1914-08-06",
        f"kind: invasion, by: RUSEMP, on: AUTHUN, place: {BUKOVINA}, date: 1914-09-02",
    )
    assert verdicts("austro-romanian-1883", "2(2)", begun, "1914-09-02", "ROU") == {"disputed"}
    unbegun = attack("RUSEMP", "AUTHUN", place=BUKOVINA)
    assert verdicts("austro-romanian-1883", "2(2)", unbegun, "1914-09-02", "ROU") == {"owed"}
