"""What single articles of the alliances before and between the wars say, asked with the smallest event that brings them up.

One row is one fact of law: on these facts this state owes this, or does not; the reason is the id of the row.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from treatylang.api import decide, read_event
from treatylang.model.articles import within_article


def verdicts(treaty: str, article: str, happened: str, date: str, bearer: str) -> set[str]:
    """What a bearer owes under one article, or one clause of it (`9[support]`); the rows that are not owed too."""
    decision = decide(read_event(event(happened, date), real()), treaties=[treaty], not_owed=True, library=real())
    clause = f"{treaty}:{article}"
    found = [
        duty
        for duty in decision.duties
        if within_article(duty.article, article) or duty.id.startswith((f"{clause}/", f"{clause}."))
    ]
    silent = any(
        each.treaty == treaty and (each.clause in (None, article) or within_article(each.clause.split("[")[0], article))
        for each in decision.not_applicable
    )
    assert found or silent, f"{treaty} has no row of {article}: {[duty.id for duty in decision.duties]}"
    return {duty.verdict for duty in found if duty.bearer == bearer}


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


def council(decision: str, outcome: str) -> str:
    return f"decisions: [{{body: league_council, decision: {decision}, outcome: {outcome}}}]\n"


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

PEACE_AGREED = acts(
    "kind: invasion, by: RUSEMP, on: ROU, place: {territory_of: ROU}, date: 1890-05-05",
    "kind: consent, by: [ROU, GERREICH, ITA], to: AUTHUN, date: 1890-06-01",
    "kind: separate_peace, by: AUTHUN, on: RUSEMP, date: 1890-06-05",
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
    (
        "threat-that-austria-provoked",
        "3[austria]",
        "1890-05-05",
        threat("RUSEMP", "AUTHUN", place=BUKOVINA, provoked="true"),
        "ROU",
        "not_owed",
    ),
    ("threat-in-the-bukovina", "3[austria]", "1890-05-05", threat("RUSEMP", "AUTHUN", place=BUKOVINA), "ROU", "owed"),
    (
        "germany-and-provocation",
        "Accession of Germany",
        "1890-05-05",
        attack("RUSEMP", "ROU", provoked="true"),
        "GERREICH",
        "not_owed",
    ),
    ("peace-that-the-allies-agreed-to", "4", "1890-06-05", PEACE_AGREED, "AUTHUN", "owed"),
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


# ---- France and Poland, 1921 to 1939

INTO_RHINELAND = act("breach", "GERREICH", "FRA", under="locarno-rhineland-1925", place="{territory: rhineland}")
NOBODY_AT_WAR = act("unrest", "[]", "FRA")
POLAND_MEETS_DANZIG = acts(
    "kind: threat, by: GERREICH, to: POL, place: {territory: danzig}, date: 1939-09-05",
    "kind: declaration_of_war, by: POL, on: GERREICH, date: 1939-09-06",
)
POLAND_BEGINS = acts("kind: declaration_of_war, by: POL, on: GERREICH, date: 1939-09-06")
POLAND_SIGNS_ALONE = acts(
    "kind: invasion, by: GERREICH, on: POL, place: {territory_of: POL}, date: 1939-09-01",
    "kind: separate_peace, by: POL, on: GERREICH, date: 1939-09-20",
    "kind: consent, by: FRA, happened: false",
    rest="relations: [{at_war: [FRA, GERREICH], since: 1939-09-03}]\n",
)

POLAND_SIGNS_WITH_LEAVE = acts(
    "kind: invasion, by: GERREICH, on: POL, place: {territory_of: POL}, date: 1939-09-01",
    "kind: consent, by: FRA, to: POL, date: 1939-09-19",
    "kind: separate_peace, by: POL, on: GERREICH, date: 1939-09-20",
    rest="relations: [{at_war: [FRA, GERREICH], since: 1939-09-03}]\n",
)

FRANCO_POLISH: tuple[Row, ...] = (
    ("anyone-attacks-poland", "1921 3", "1925-05-05", attack("LTU", "POL"), "FRA", "owed"),
    ("anyone-attacks-france", "1921 3", "1925-05-05", attack("ITA", "FRA"), "POL", "owed"),
    ("poland-provoked-it", "1921 3", "1925-05-05", attack("LTU", "POL", provoked="true"), "FRA", "not_owed"),
    (
        "before-the-commercial-agreements",
        "1921 3",
        "1921-06-05",
        attack("USSR", "POL").replace("USSR", "RUSEMP"),
        "FRA",
        "not_owed",
    ),
    ("a-third-state-is-no-case", "1921 3", "1938-10-01", attack("GERREICH", "CZSK"), "FRA", "not_owed"),
    ("ordinary-concert", "1921 1", "1925-05-05", NOBODY_AT_WAR, "POL", "owed"),
    ("new-agreements", "1921 4", "1934-01-26", NOBODY_AT_WAR, "POL", "owed"),
    ("germany-arms", "Convention 1921, 1[readiness]", "1925-05-05", threat("GERREICH", "FRA"), "POL", "owed"),
    ("german-aggression", "Convention 1921, 1[aggression]", "1925-05-05", attack("GERREICH", "POL"), "FRA", "owed"),
    ("the-convention-names-germany", "Convention 1921, 1[aggression]", "1925-05-05", attack("CZSK", "POL"), "FRA", "not_owed"),
    ("soviets-attack-poland", "Convention 1921, 2", "1925-05-05", attack("USSR", "POL"), "FRA", "owed"),
    ("poland-owes-nothing-against-the-soviets", "Convention 1921, 2", "1925-05-05", attack("USSR", "FRA"), "POL", "not_owed"),
    ("ways-to-poland", "Convention 1921, 3", "1925-05-05", attack("USSR", "POL"), "FRA", "owed"),
    ("no-ways-in-peace", "Convention 1921, 3", "1925-05-05", NOBODY_AT_WAR, "FRA", "not_owed"),
    ("thirty-divisions", "Convention 1921, 4", "1925-05-05", NOBODY_AT_WAR, "POL", "owed"),
    ("thirty-divisions-of-poland-only", "Convention 1921, 4", "1925-05-05", NOBODY_AT_WAR, "FRA", "not_owed"),
    ("germany-attacks-poland", "1925 1[aid]", "1939-09-01", attack("GERREICH", "POL"), "FRA", "owed"),
    ("germany-attacks-france", "1925 1[aid]", "1930-05-05", attack("GERREICH", "FRA"), "POL", "owed"),
    ("locarno-not-yet-in-force", "1925 1[aid]", "1926-05-05", attack("GERREICH", "POL"), "FRA", "not_owed"),
    ("the-soviets-undertook-nothing-at-locarno", "1925 1[aid]", "1939-09-17", attack("USSR", "POL"), "FRA", "not_owed"),
    (
        "a-recourse-to-arms-that-was-provoked",
        "1925 1[aid]",
        "1930-05-05",
        attack("GERREICH", "POL", provoked="true"),
        "FRA",
        "not_owed",
    ),
    ("the-rhineland-without-arms", "1925 1[aid]", "1936-03-07", INTO_RHINELAND, "POL", "not_owed"),
    ("council-not-heard", "1925 1[no-report]", "1930-05-05", attack("GERREICH", "POL"), "FRA", "depends"),
    ("protocol-not-yet-signed", "1939 political protocol", "1939-09-01", attack("GERREICH", "POL"), "FRA", "not_owed"),
    ("staff-talks-not-yet-binding", "1939 staff talks", "1939-09-01", attack("GERREICH", "POL"), "FRA", "not_owed"),
    ("war-over-danzig", "1939 staff talks[france]", "1939-09-06", POLAND_MEETS_DANZIG, "FRA", "owed"),
    ("war-that-poland-begins", "1939 staff talks[france]", "1939-09-06", POLAND_BEGINS, "FRA", "not_owed"),
    ("poland-makes-peace-alone", "1939 political protocol[peace]", "1939-09-20", POLAND_SIGNS_ALONE, "POL", "breached"),
    ("after-the-armistice-of-france", "1921 3", "1941-01-01", attack("GERREICH", "POL"), "FRA", "disputed"),
    ("help-as-they-agree", "1921 3.assist", "1925-05-05", attack("LTU", "POL"), "FRA", "owed"),
    (
        "breach-by-arms-that-was-provoked",
        "1925 1[no-report]",
        "1930-05-05",
        attack("GERREICH", "POL", provoked="true"),
        "FRA",
        "not_owed",
    ),
    ("protocol-for-a-war-by-aggression", "1939 political protocol[aid]", "1939-09-06", POLAND_BEGINS, "FRA", "not_owed"),
    ("offensive-of-france", "1939 staff talks[france].defend", "1939-09-06", POLAND_MEETS_DANZIG, "FRA", "owed"),
    ("all-polish-forces", "1939 staff talks[poland]", "1939-09-06", POLAND_MEETS_DANZIG, "POL", "owed"),
    ("no-staff-talks-for-a-war-that-poland-begins", "1939 staff talks[poland]", "1939-09-06", POLAND_BEGINS, "POL", "not_owed"),
    ("france-attacked", "1939 staff talks[france-attacked]", "1940-05-10", attack("GERREICH", "FRA"), "POL", "owed"),
    (
        "france-begins",
        "1939 staff talks[france-attacked]",
        "1940-05-10",
        act("declaration_of_war", "FRA", "GERREICH"),
        "POL",
        "not_owed",
    ),
    ("peace-that-france-agreed-to", "1939 political protocol[peace]", "1939-09-20", POLAND_SIGNS_WITH_LEAVE, "POL", "owed"),
)


@pytest.mark.parametrize("row", FRANCO_POLISH, ids=reason)
def test_france_and_poland(row: Row) -> None:
    check("franco-polish-1921-25", row)


def test_a_report_of_the_league_that_all_accept_leaves_no_freedom_of_action() -> None:
    """Covenant 15(7) opens only where the Council cannot agree."""
    article, day = "1925 1[no-report]", "1930-05-05"
    for taken, owed in (("adopted", "not_owed"), ("not_adopted", "owed")):
        decided = f"decisions: [{{body: league_council, decision: unanimous_report, outcome: {taken}}}]\n"
        happened = acts("kind: invasion, by: GERREICH, on: POL, place: {territory_of: POL}", rest=decided)
        assert verdicts("franco-polish-1921-25", article, happened, day, "FRA") == {owed}


# ---- Poland and Romania, 1921, 1926, 1931

VOLHYNIA = "{territory: eastern_poland}"
BESSARABIA = "{territory: bessarabia}"
POSEN = "{name: Poznan, territory_of: POL, lat: 52.4, lon: 16.9}"
ROMANIA_SIGNS_ALONE = acts(
    f"kind: invasion, by: USSR, on: POL, place: {VOLHYNIA}, date: 1925-05-05",
    "kind: separate_peace, by: ROU, on: USSR, date: 1925-06-05",
    "kind: consent, by: POL, happened: false",
)
ALLIANCE_WITH_FRANCE = acts("kind: new_engagement, by: ROU, on: FRA", "kind: consent, by: POL, happened: false")


def peace_of_romania(attacked: str, signed: str, *, agreed: bool) -> str:
    """The Soviets attack Poland, and Romania makes peace with them, with the consent of Poland or without."""
    return acts(
        f"kind: invasion, by: USSR, on: POL, place: {VOLHYNIA}, date: {attacked}",
        f"kind: consent, by: POL, to: ROU, date: {signed}" + ("" if agreed else ", happened: false"),
        f"kind: separate_peace, by: ROU, on: USSR, date: {signed}",
    )


POLISH_ROMANIAN: tuple[Row, ...] = (
    ("soviets-attack-in-the-east", "1921 1", "1925-05-05", attack("USSR", "POL", place=VOLHYNIA), "ROU", "owed"),
    ("soviets-attack-bessarabia", "1921 1", "1925-05-05", attack("USSR", "ROU", place=BESSARABIA), "POL", "owed"),
    ("germany-attacks-in-the-west", "1921 1", "1925-05-05", attack("GERREICH", "POL", place=POSEN), "ROU", "not_owed"),
    (
        "hungary-attacks-romania",
        "1921 1",
        "1925-05-05",
        attack("HUN", "ROU", place="{lat: 46.0, lon: 22.0, territory_of: ROU}"),
        "POL",
        "not_owed",
    ),
    ("provoked-in-the-east", "1921 1", "1925-05-05", attack("USSR", "POL", place=VOLHYNIA, provoked="true"), "ROU", "not_owed"),
    ("before-ratification", "1921 1", "1921-07-24", attack("HUN", "POL", place=VOLHYNIA), "ROU", "not_owed"),
    ("replaced-in-1926", "1921 1", "1939-09-17", attack("USSR", "POL", place=VOLHYNIA), "ROU", "not_owed"),
    ("peace-without-poland", "1921 4", "1925-06-05", ROMANIA_SIGNS_ALONE, "ROU", "breached"),
    ("alliance-without-assent", "1921 6[consent]", "1925-05-05", ALLIANCE_WITH_FRANCE, "ROU", "breached"),
    ("any-side-since-1926", "1926 2[covenant]", "1930-05-05", attack("GERREICH", "POL", place=POSEN), "ROU", "owed"),
    ("nor-yet-before", "1926 2[covenant]", "1925-05-05", attack("GERREICH", "POL", place=POSEN), "ROU", "not_owed"),
    (
        "council-not-heard-of",
        "1926 2[no-report]",
        "1930-05-05",
        attack("LTU", "POL"),
        "ROU",
        "depends",
    ),
    ("provoked-after-1926", "1926 2", "1930-05-05", attack("GERREICH", "POL", provoked="true"), "ROU", "not_owed"),
    ("germany-in-1939", "1931 2[covenant]", "1939-09-01", attack("GERREICH", "POL", place=POSEN), "ROU", "owed"),
    ("soviets-in-1939", "1931 2[covenant]", "1939-09-17", attack("USSR", "POL", place=VOLHYNIA), "ROU", "owed"),
    ("a-third-state-attacked", "1931 2", "1938-10-01", attack("HUN", "CZSK"), "ROU", "not_owed"),
    ("after-the-fall-of-poland", "1931 2[covenant]", "1940-06-28", attack("USSR", "ROU", place=BESSARABIA), "POL", "disputed"),
    (
        "peace-that-poland-agreed-to",
        "1921 4",
        "1925-06-05",
        peace_of_romania("1925-05-05", "1925-06-05", agreed=True),
        "ROU",
        "owed",
    ),
    (
        "peace-without-poland-1926",
        "1926 peace",
        "1930-06-05",
        peace_of_romania("1930-05-05", "1930-06-05", agreed=False),
        "ROU",
        "breached",
    ),
    (
        "peace-that-poland-agreed-to-1926",
        "1926 peace",
        "1930-06-05",
        peace_of_romania("1930-05-05", "1930-06-05", agreed=True),
        "ROU",
        "owed",
    ),
    (
        "peace-without-poland-1931",
        "1931 peace",
        "1935-06-05",
        peace_of_romania("1935-05-05", "1935-06-05", agreed=False),
        "ROU",
        "breached",
    ),
    (
        "peace-that-poland-agreed-to-1931",
        "1931 peace",
        "1935-06-05",
        peace_of_romania("1935-05-05", "1935-06-05", agreed=True),
        "ROU",
        "owed",
    ),
    (
        "alliance-with-assent",
        "1921 6[consent]",
        "1925-05-05",
        acts("kind: consent, by: POL, to: ROU", "kind: new_engagement, by: ROU, on: FRA"),
        "ROU",
        "owed",
    ),
    ("provoked-after-1931", "1931 2", "1935-05-05", attack("USSR", "POL", provoked="true"), "ROU", "not_owed"),
    (
        "a-report-that-all-accept-1931",
        "1931 2[no-report]",
        "1935-05-05",
        attack("USSR", "POL") + council("unanimous_report", "adopted"),
        "ROU",
        "not_owed",
    ),
    (
        "a-council-that-is-split-1931",
        "1931 2[no-report]",
        "1935-05-05",
        attack("USSR", "POL") + council("unanimous_report", "not_adopted"),
        "ROU",
        "owed",
    ),
    (
        "romania-holds-itself-bound-in-the-east-alone",
        "1931 2[covenant]",
        "1939-09-10",
        attack("GERREICH", "POL", place=POSEN),
        "ROU",
        "disputed",
    ),
    ("but-in-the-east-it-does", "1931 2[covenant]", "1939-09-17", attack("USSR", "POL", place=VOLHYNIA), "ROU", "owed"),
)


@pytest.mark.parametrize("row", POLISH_ROMANIAN, ids=reason)
def test_poland_and_romania(row: Row) -> None:
    check("polish-romanian-1921", row)


# ---- the Little Entente: three pairs, two named enemies

ALONE_WITH_ITALY = acts("kind: new_engagement, by: YUG, on: ITA", "kind: consent, by: ROU, happened: false")
WITH_CONSENT = acts("kind: new_engagement, by: YUG, on: ITA", "kind: consent, by: [ROU, CZSK], to: YUG")
HUN_CZ, HUN_YU, HUN_RO = (attack("HUN", victim) for victim in ("CZSK", "YUG", "ROU"))

LITTLE_ENTENTE: tuple[Row, ...] = (
    ("hungary-attacks-czechoslovakia", "1920 CZ-YU 1", "1930-05-05", HUN_CZ, "YUG", "owed"),
    ("and-romania-by-its-own-pair", "1921 CZ-RO 1", "1930-05-05", HUN_CZ, "ROU", "owed"),
    ("romania-not-by-the-pair-of-others", "1920 CZ-YU 1", "1930-05-05", HUN_CZ, "ROU", "not_owed"),
    ("czechoslovakia-provoked-it", "1920 CZ-YU 1", "1930-05-05", attack("HUN", "CZSK", provoked="true"), "YUG", "not_owed"),
    ("germany-is-not-named", "1920 CZ-YU 1", "1938-10-01", attack("GERREICH", "CZSK"), "YUG", "not_owed"),
    ("nor-for-romania", "1921 CZ-RO 1", "1938-10-01", attack("GERREICH", "CZSK"), "ROU", "not_owed"),
    ("poland-is-not-named", "1921 CZ-RO 1", "1938-10-02", attack("POL", "CZSK"), "ROU", "not_owed"),
    ("after-munich-still", "1920 CZ-YU 1", "1938-11-05", HUN_CZ, "YUG", "owed"),
    ("after-the-end-of-czechoslovakia", "1921 CZ-RO 1", "1940-05-05", HUN_RO, "CZSK", "not_owed"),
    ("before-ratification-1920", "1920 CZ-YU 1", "1921-02-09", HUN_CZ, "YUG", "not_owed"),
    ("before-ratification-1921", "1921 CZ-RO 1", "1921-05-26", HUN_CZ, "ROU", "not_owed"),
    ("hungary-attacks-yugoslavia", "1921 RO-YU 1", "1930-05-05", HUN_YU, "ROU", "owed"),
    ("bulgaria-attacks-yugoslavia", "1921 RO-YU 1", "1930-05-05", attack("BGR", "YUG"), "ROU", "owed"),
    ("bulgaria-attacks-romania", "1921 RO-YU 1", "1930-05-05", attack("BGR", "ROU"), "YUG", "owed"),
    ("both-together", "1921 RO-YU 1", "1930-05-05", attack("[HUN, BGR]", "ROU"), "YUG", "owed"),
    ("bulgaria-is-no-case-for-prague", "1920 CZ-YU 1", "1930-05-05", attack("BGR", "YUG"), "CZSK", "not_owed"),
    ("italy-is-not-named", "1921 RO-YU 1", "1930-05-05", attack("ITA", "YUG"), "ROU", "not_owed"),
    ("soviets-are-not-named", "1921 RO-YU 1", "1940-06-28", attack("USSR", "ROU"), "YUG", "not_owed"),
    ("yugoslavia-provoked-bulgaria", "1921 RO-YU 1", "1930-05-05", attack("BGR", "YUG", provoked="true"), "ROU", "not_owed"),
    ("after-the-award-of-vienna", "1921 RO-YU 1[romania-attacked]", "1940-09-15", HUN_RO, "YUG", "disputed"),
    ("yugoslavia-signs-with-italy", "1920 CZ-YU 3", "1924-01-27", ALONE_WITH_ITALY, "YUG", "owed"),
    ("prague-signs-nothing", "1920 CZ-YU 3", "1924-01-27", ALONE_WITH_ITALY, "CZSK", "not_owed"),
    ("told-not-asked-before-1933", "1933 6", "1924-01-27", ALONE_WITH_ITALY, "YUG", "not_owed"),
    ("unanimous-consent-since-1933", "1933 6", "1937-03-25", ALONE_WITH_ITALY, "YUG", "breached"),
    ("consent-given", "1933 6", "1937-03-25", WITH_CONSENT, "YUG", "owed"),
    ("no-defence-in-the-pact-of-1933", "1933 1", "1938-10-01", attack("GERREICH", "CZSK"), "POL", "not_owed"),
    ("policy-toward-hungary", "1921 CZ-RO 4", "1930-05-05", NOBODY_AT_WAR, "ROU", "owed"),
    ("not-of-yugoslavia-with-prague", "1921 CZ-RO 4", "1930-05-05", NOBODY_AT_WAR, "YUG", "not_owed"),
    ("threat-to-prague-since-1922", "1922 CZ-YU", "1930-05-05", threat("GERREICH", "CZSK"), "YUG", "owed"),
    ("yugoslavia-provoked-hungary", "1920 CZ-YU 1", "1930-05-05", attack("HUN", "YUG", provoked="true"), "CZSK", "not_owed"),
    ("romania-provoked-hungary", "1921 CZ-RO 1", "1930-05-05", attack("HUN", "ROU", provoked="true"), "CZSK", "not_owed"),
    (
        "czechoslovakia-provoked-it-for-romania",
        "1921 CZ-RO 1",
        "1930-05-05",
        attack("HUN", "CZSK", provoked="true"),
        "ROU",
        "not_owed",
    ),
    ("romania-provoked-bulgaria", "1921 RO-YU 1", "1930-05-05", attack("BGR", "ROU", provoked="true"), "YUG", "not_owed"),
    ("the-threatened-talks-too", "1922 CZ-YU[threat-to-czechoslovakia]", "1930-05-05", threat("GERREICH", "CZSK"), "CZSK", "owed"),
    ("prague-when-belgrade-is-threatened", "1922 CZ-YU[threat-to-yugoslavia]", "1930-05-05", threat("ITA", "YUG"), "CZSK", "owed"),
    ("romania-is-not-in-the-treaty-of-1922", "1922 CZ-YU", "1930-05-05", threat("ITA", "YUG"), "ROU", "not_owed"),
)


@pytest.mark.parametrize("row", LITTLE_ENTENTE, ids=reason)
def test_the_little_entente(row: Row) -> None:
    check("little-entente-1920-33", row)


# ---- the Soviet Union and Japan, 1941


def at_war(one: str, other: str, since: str) -> str:
    return f"relations: [{{at_war: [{one}, {other}], since: {since}}}]\n"


IN_MANCHURIA = "{territory: manchuria}"
SOVIET_JAPANESE: tuple[Row, ...] = (
    ("germany-attacks-the-soviets", "2[attacked]", "1941-06-22", attack("GERREICH", "USSR"), "JPN", "owed"),
    ("even-if-they-provoked-it", "2[attacked]", "1941-06-22", attack("GERREICH", "USSR", provoked="true"), "JPN", "owed"),
    ("america-strikes-japan", "2[attacked]", "1942-04-18", act("bombardment", "USA", "JPN"), "USSR", "owed"),
    ("japan-began-that-war", "2[at-war]", "1941-12-08", attack("JPN", "USA"), "USSR", "owed"),
    ("japan-is-not-the-one-attacked", "2[attacked]", "1941-12-08", attack("JPN", "USA"), "USSR", "not_owed"),
    ("before-ratification", "2[attacked]", "1941-04-24", attack("GERREICH", "USSR"), "JPN", "not_owed"),
    ("denounced-but-running", "2[attacked]", "1945-06-05", act("bombardment", "USA", "JPN"), "USSR", "owed"),
    ("soviets-attack-japan", "1[force]", "1945-08-09", attack("USSR", "JPN"), "USSR", "breached"),
    ("soviets-defend-themselves", "1[force]", "1945-05-09", attack("USSR", "JPN", in_self_defence="true"), "USSR", "owed"),
    ("japan-attacks-another", "1[force]", "1941-12-08", attack("JPN", "USA"), "JPN", "owed"),
    (
        "soviets-enter-manchukuo",
        "Declaration of 1941-04-13[manchukuo-force]",
        "1945-08-09",
        act("invasion", "USSR", "MANCHUKUO", place=IN_MANCHURIA),
        "USSR",
        "breached",
    ),
    ("japan-enters-mongolia", "Declaration of 1941-04-13[mongolia-force]", "1942-05-05", attack("JPN", "MNG"), "JPN", "breached"),
    (
        "mongolia-is-no-duty-of-the-soviets",
        "Declaration of 1941-04-13[mongolia-force]",
        "1942-05-05",
        attack("USSR", "MNG"),
        "USSR",
        "not_owed",
    ),
    ("over-after-the-attack", "2[attacked]", "1945-08-10", act("bombardment", "USA", "JPN"), "USSR", "not_owed"),
    ("with-leave", "1[force]", "1942-05-05", attack("USSR", "JPN", consented="true"), "USSR", "owed"),
    (
        "manchukuo-with-leave",
        "Declaration of 1941-04-13[manchukuo-force]",
        "1942-05-05",
        act("invasion", "USSR", "MANCHUKUO", place=IN_MANCHURIA, consented="true"),
        "USSR",
        "owed",
    ),
    (
        "manchukuo-in-self-defence",
        "Declaration of 1941-04-13[manchukuo-force]",
        "1942-05-05",
        act("invasion", "USSR", "MANCHUKUO", place=IN_MANCHURIA, in_self_defence="true"),
        "USSR",
        "owed",
    ),
    (
        "mongolia-with-leave",
        "Declaration of 1941-04-13[mongolia-force]",
        "1942-05-05",
        attack("JPN", "MNG", consented="true"),
        "JPN",
        "owed",
    ),
    (
        "mongolia-in-self-defence",
        "Declaration of 1941-04-13[mongolia-force]",
        "1942-05-05",
        attack("JPN", "MNG", in_self_defence="true"),
        "JPN",
        "owed",
    ),
)


@pytest.mark.parametrize("row", SOVIET_JAPANESE, ids=reason)
def test_the_soviet_union_and_japan(row: Row) -> None:
    check("soviet-japanese-1941", row)


# ---- the Pact of Steel, 1939

ITALIAN_ARMISTICE = acts(
    "kind: separate_peace, by: ITA, on: GBR, date: 1943-09-03",
    "kind: consent, by: GERREICH, happened: false",
    rest="relations: [{at_war: [GERREICH, GBR], since: 1939-09-03}, {at_war: [ITA, GBR], since: 1940-06-10}]\n",
)
RELEASED = acts(
    "kind: invasion, by: GERREICH, on: POL, place: {territory_of: POL}", "kind: release, by: GERREICH, to: ITA, date: 1939-09-01"
)
NOT_RELEASED = acts(
    "kind: invasion, by: GERREICH, on: POL, place: {territory_of: POL}", "kind: release, by: GERREICH, to: ITA, happened: false"
)

ITALIAN_ARMISTICE_AGREED = acts(
    "kind: consent, by: GERREICH, to: ITA, date: 1943-09-01",
    "kind: separate_peace, by: ITA, on: GBR, date: 1943-09-03",
    rest="relations: [{at_war: [GERREICH, GBR], since: 1939-09-03}, {at_war: [ITA, GBR], since: 1940-06-10}]\n",
)

PACT_OF_STEEL: tuple[Row, ...] = (
    ("germany-begins-a-war", "III", "1939-08-31", attack("GERREICH", "POL"), "ITA", "owed"),
    ("germany-is-attacked", "III", "1939-08-31", attack("FRA", "GERREICH"), "ITA", "owed"),
    ("italy-begins-a-war", "III", "1940-10-28", attack("ITA", "GRC"), "GERREICH", "owed"),
    ("a-clash-need-not-be-war", "III", "1939-08-31", act("clash", "POL", "GERREICH"), "ITA", "depends"),
    ("before-signature", "III", "1939-05-21", attack("GERREICH", "POL"), "ITA", "not_owed"),
    ("italy-released", "III", "1939-09-01", RELEASED, "ITA", "not_owed"),
    ("italy-not-released", "III", "1939-09-01", NOT_RELEASED, "ITA", "owed"),
    ("after-the-armistice", "III", "1943-10-01", attack("GERREICH", "CHE"), "ITA", "not_owed"),
    ("threat-to-italy", "II[support]", "1939-08-01", threat("FRA", "ITA"), "GERREICH", "owed"),
    ("threat-to-another", "II[support]", "1939-08-01", threat("FRA", "ESP"), "GERREICH", "not_owed"),
    ("italy-signs-alone", "V", "1943-09-03", ITALIAN_ARMISTICE, "ITA", "breached"),
    ("secret-press", "Secret protocol 2", "1939-08-01", NOBODY_AT_WAR, "ITA", "owed"),
    ("an-armistice-that-germany-agreed-to", "V", "1943-09-03", ITALIAN_ARMISTICE_AGREED, "ITA", "owed"),
)


@pytest.mark.parametrize("row", PACT_OF_STEEL, ids=reason)
def test_the_pact_of_steel(row: Row) -> None:
    check("pact-of-steel-1939", row)


# ---- the British assurance to Poland, March 1939

CLEAR = {"threatening_independence": "true"}
RESISTS = "parties: {POL: {resisting: true}}\n"
YIELDS = "parties: {POL: {resisting: false}}\n"

BRITISH_ASSURANCE: tuple[Row, ...] = (
    (
        "germany-threatens-and-poland-resists",
        "Statement",
        "1939-05-05",
        threat("GERREICH", "POL", **CLEAR) + RESISTS,
        "GBR",
        "owed",
    ),
    ("france-in-the-same-position", "Statement", "1939-05-05", threat("GERREICH", "POL", **CLEAR) + RESISTS, "FRA", "owed"),
    ("an-attack-is-such-an-action", "Statement", "1939-05-05", attack("GERREICH", "POL", **CLEAR) + RESISTS, "GBR", "owed"),
    ("soviets-are-not-left-out", "Statement", "1939-05-05", attack("USSR", "POL", **CLEAR) + RESISTS, "GBR", "owed"),
    ("poland-yields", "Statement", "1939-05-05", threat("GERREICH", "POL", **CLEAR) + YIELDS, "GBR", "not_owed"),
    ("poland-has-not-said", "Statement", "1939-05-05", threat("GERREICH", "POL", **CLEAR), "GBR", "depends"),
    (
        "the-frontier-and-not-independence",
        "Statement",
        "1939-05-05",
        threat("GERREICH", "POL", threatening_independence="false") + RESISTS,
        "GBR",
        "not_owed",
    ),
    ("romania-is-another-matter", "Statement", "1939-05-05", threat("GERREICH", "ROU", **CLEAR) + RESISTS, "GBR", "not_owed"),
    ("before-the-statement", "Statement", "1939-03-30", threat("GERREICH", "POL", **CLEAR) + RESISTS, "GBR", "not_owed"),
    ("replaced-for-britain", "Statement", "1939-08-25", threat("GERREICH", "POL", **CLEAR) + RESISTS, "GBR", "not_owed"),
    ("not-yet-for-france", "Statement", "1939-09-01", attack("GERREICH", "POL", **CLEAR) + RESISTS, "FRA", "owed"),
    (
        "poland-owes-nothing-in-march",
        "Communique of 1939-04-06",
        "1939-04-05",
        threat("GERREICH", "GBR", **CLEAR) + RESISTS.replace("POL", "GBR"),
        "POL",
        "not_owed",
    ),
    (
        "poland-in-turn",
        "Communique of 1939-04-06",
        "1939-04-06",
        threat("GERREICH", "GBR", **CLEAR) + RESISTS.replace("POL", "GBR"),
        "POL",
        "owed",
    ),
    ("poland-yields-for-france", "Statement[france]", "1939-05-05", threat("GERREICH", "POL", **CLEAR) + YIELDS, "FRA", "not_owed"),
    (
        "the-frontier-for-france",
        "Statement[france]",
        "1939-05-05",
        threat("GERREICH", "POL", threatening_independence="false") + RESISTS,
        "FRA",
        "not_owed",
    ),
    (
        "britain-yields",
        "Communique of 1939-04-06",
        "1939-05-05",
        threat("GERREICH", "GBR", **CLEAR) + YIELDS.replace("POL", "GBR"),
        "POL",
        "not_owed",
    ),
    (
        "no-threat-to-british-independence",
        "Communique of 1939-04-06",
        "1939-05-05",
        threat("GERREICH", "GBR", threatening_independence="false") + RESISTS.replace("POL", "GBR"),
        "POL",
        "not_owed",
    ),
)


@pytest.mark.parametrize("row", BRITISH_ASSURANCE, ids=reason)
def test_the_british_assurance_to_poland(row: Row) -> None:
    check("british-guarantee-poland-1939", row)


# ---- France and the Soviet Union, 1935


SPAIN = "{name: off Spain, zone: high_seas, territory_of: none}"
FRANCO_SOVIET: tuple[Row, ...] = (
    ("germany-attacks-france", "3", "1937-05-05", attack("GERREICH", "FRA"), "USSR", "owed"),
    ("the-council-recommends", "3", "1937-05-05", attack("GERREICH", "FRA") + council("recommendation", "adopted"), "USSR", "owed"),
    (
        "the-council-is-silent",
        "3",
        "1937-05-05",
        attack("GERREICH", "USSR") + council("recommendation", "no_decision"),
        "FRA",
        "owed",
    ),
    ("france-provoked-it", "3", "1937-05-05", attack("GERREICH", "FRA", provoked="true"), "USSR", "not_owed"),
    ("poland-is-outside-the-limits", "3", "1937-05-05", attack("POL", "USSR"), "FRA", "not_owed"),
    ("japan-is-no-european-state", "3", "1938-07-29", attack("JPN", "USSR"), "FRA", "not_owed"),
    (
        "a-warship-at-sea-is-not-territory",
        "3",
        "1937-05-05",
        act("bombardment", "GERREICH", "FRA", target="warship", place=SPAIN),
        "USSR",
        "not_owed",
    ),
    ("czechoslovakia-is-no-party", "3", "1938-10-01", attack("GERREICH", "CZSK"), "USSR", "not_owed"),
    (
        "a-unanimous-report",
        "2",
        "1937-05-05",
        attack("GERREICH", "FRA") + council("unanimous_report", "adopted"),
        "USSR",
        "not_owed",
    ),
    (
        "a-council-that-is-split",
        "2",
        "1937-05-05",
        attack("GERREICH", "FRA") + council("unanimous_report", "not_adopted"),
        "USSR",
        "owed",
    ),
    ("before-ratification", "3", "1936-03-07", attack("GERREICH", "FRA"), "USSR", "not_owed"),
    ("threat-by-germany", "1", "1937-05-05", threat("GERREICH", "FRA"), "USSR", "owed"),
    ("threat-by-any-european-state", "1", "1937-05-05", threat("ITA", "FRA"), "USSR", "owed"),
    ("threat-by-japan", "1", "1937-05-05", threat("JPN", "USSR"), "FRA", "not_owed"),
    ("pressing-the-council", "Protocol I", "1937-05-05", attack("GERREICH", "FRA"), "FRA", "owed"),
    ("no-aid-to-poland-against-the-soviets", "Protocol IV", "1937-05-05", attack("POL", "USSR"), "FRA", "owed"),
    ("germany-is-met-otherwise", "Protocol IV", "1937-05-05", attack("GERREICH", "USSR"), "FRA", "not_owed"),
    ("after-the-pact-with-germany", "3", "1940-05-10", attack("GERREICH", "FRA"), "USSR", "disputed"),
    (
        "provoked-and-the-council-split",
        "2",
        "1937-05-05",
        attack("GERREICH", "FRA", provoked="true") + council("unanimous_report", "not_adopted"),
        "USSR",
        "not_owed",
    ),
)


@pytest.mark.parametrize("row", FRANCO_SOVIET, ids=reason)
def test_france_and_the_soviet_union(row: Row) -> None:
    check("franco-soviet-1935", row)


# ---- Serbia and Bulgaria, 1912

MACEDONIA = "{name: Bitola, territory_of: OTTOMAN, lat: 41.03, lon: 21.34}"
ASIA = "{name: Ankara, territory_of: OTTOMAN, territory: turkey_asia}"
NOVI_PAZAR = "{name: Sjenica, territory_of: OTTOMAN, lat: 43.27, lon: 20.0}"


def austria_takes(place: str, engaged: str) -> str:
    return act("occupation", "AUTHUN", "OTTOMAN", place=place, interests_engaged="true", judged_by=engaged)


BULGARIA_ALONE = acts("kind: declaration_of_war, by: BGR, on: OTTOMAN", "kind: prior_agreement, by: BGR, on: SRB, happened: false")
BULGARIA_ALONE_THEN_TURKEY = acts(
    "kind: declaration_of_war, by: BGR, on: OTTOMAN, date: 1912-10-01",
    "kind: prior_agreement, by: BGR, on: SRB, happened: false",
    "kind: invasion, by: OTTOMAN, on: BGR, place: {territory_of: BGR}, date: 1912-10-02",
)
BULGARIA_ALONE_THEN_ROMANIA = acts(
    "kind: declaration_of_war, by: BGR, on: OTTOMAN, date: 1912-10-01",
    "kind: prior_agreement, by: BGR, on: SRB, happened: false",
    "kind: declaration_of_war, by: ROU, on: BGR, date: 1912-10-02",
)
SERBIA_SIGNS_ALONE = acts(
    "kind: separate_peace, by: SRB, on: OTTOMAN, date: 1912-11-20",
    "kind: consent, by: BGR, happened: false",
    rest="relations: [{at_war: [BGR, OTTOMAN], since: 1912-10-17}]\n",
)
MARCH_INTO_NOVI_PAZAR = acts(
    f"kind: occupation, by: AUTHUN, on: OTTOMAN, place: {NOVI_PAZAR}, date: 1912-09-01",
    "kind: declaration_of_war, by: SRB, on: AUTHUN, date: 1912-09-02",
)

SERBIA_SIGNS_WITH_LEAVE = acts(
    "kind: consent, by: BGR, to: SRB, date: 1912-11-19",
    "kind: separate_peace, by: SRB, on: OTTOMAN, date: 1912-11-20",
    rest="relations: [{at_war: [BGR, OTTOMAN], since: 1912-10-17}]\n",
)
TROUBLE = "kind: rebellion, by: ALBANIANS, on: OTTOMAN, place: {territory_of: OTTOMAN}"
ALBANIANS = "actors: {ALBANIANS: {kind: non_state}}\n"
NO_CALL = "kind: request_for_consultation, by: SRB, to: BGR, happened: false"
AGREED_ACTION = acts(
    TROUBLE, NO_CALL, "kind: prior_agreement, by: SRB, on: BGR", "kind: consent, by: RUSEMP, to: [SRB, BGR]", rest=ALBANIANS
)
AGREED_AFTER_CALL = AGREED_ACTION.replace(NO_CALL, "kind: request_for_consultation, by: SRB, to: BGR")
AGREED_BUT_FOR_RUSSIA = acts(
    TROUBLE, NO_CALL, "kind: prior_agreement, by: SRB, on: BGR", "kind: consent, by: RUSEMP, happened: false", rest=ALBANIANS
)
NO_ACCORD = "kind: prior_agreement, by: [SRB, BGR], happened: false"
TROUBLE_AND_CALL = acts(TROUBLE, "kind: request_for_consultation, by: SRB, to: BGR", NO_ACCORD, rest=ALBANIANS)
TROUBLE_AND_SILENCE = TROUBLE_AND_CALL.replace("to: BGR", "to: BGR, happened: false", 1)
BULGARIA_AS_AGREED = acts("kind: prior_agreement, by: BGR, on: SRB", "kind: declaration_of_war, by: BGR, on: OTTOMAN")
NOVI_PAZAR_IN_PEACE = acts(
    f"kind: occupation, by: AUTHUN, on: OTTOMAN, place: {NOVI_PAZAR}",
    rest="relations: [{at_war: [SRB, AUTHUN], value: false}]\n",
)

SERBO_BULGARIAN: tuple[Row, ...] = (
    ("anyone-attacks-serbia", "1[aid]", "1912-05-05", attack("AUTHUN", "SRB"), "BGR", "owed"),
    ("provocation-is-not-asked", "1[aid]", "1912-05-05", attack("AUTHUN", "SRB", provoked="true"), "BGR", "owed"),
    ("serbia-for-bulgaria", "1[aid]", "1912-05-05", attack("ROU", "BGR"), "SRB", "owed"),
    ("greece-is-no-party", "1[aid]", "1912-05-05", attack("OTTOMAN", "GRC"), "BGR", "not_owed"),
    ("before-signature", "1[aid]", "1912-03-12", attack("AUTHUN", "SRB"), "BGR", "not_owed"),
    ("after-the-breach", "1[aid]", "1913-07-10", attack("ROU", "BGR"), "SRB", "not_owed"),
    ("war-begun-alone", "1[aid]", "1912-10-02", BULGARIA_ALONE_THEN_TURKEY, "SRB", "not_owed"),
    ("austria-in-macedonia", "2[occupation]", "1912-05-05", austria_takes(MACEDONIA, "[SRB]"), "BGR", "owed"),
    ("austria-in-macedonia-both-owe", "2[occupation]", "1912-05-05", austria_takes(MACEDONIA, "[SRB]"), "SRB", "owed"),
    (
        "nobody-has-said-so",
        "2[occupation]",
        "1912-05-05",
        act("occupation", "AUTHUN", "OTTOMAN", place=MACEDONIA),
        "BGR",
        "depends",
    ),
    ("asia-is-not-the-balkans", "2[occupation]", "1912-05-05", austria_takes(ASIA, "[SRB]"), "BGR", "not_owed"),
    (
        "greece-is-no-great-power",
        "2[occupation]",
        "1912-05-05",
        austria_takes(MACEDONIA, "[SRB]").replace("AUTHUN", "GRC"),
        "BGR",
        "not_owed",
    ),
    ("serbia-signs-alone", "3", "1912-11-20", SERBIA_SIGNS_ALONE, "SRB", "breached"),
    ("bulgaria-acts-alone", "Annex 1[alone]", "1912-10-01", BULGARIA_ALONE, "SRB", "owed"),
    ("a-third-state-joins-turkey", "Annex 1[third-state]", "1912-10-02", BULGARIA_ALONE_THEN_ROMANIA, "SRB", "owed"),
    ("no-third-state", "Annex 1[third-state]", "1912-10-01", BULGARIA_ALONE, "SRB", "not_owed"),
    ("serbia-proposes", "Annex 1[proposal]", "1912-08-14", TROUBLE_AND_CALL, "BGR", "owed"),
    ("nobody-proposes", "Annex 1[proposal]", "1912-08-14", TROUBLE_AND_SILENCE, "BGR", "not_owed"),
    ("romania-attacks-bulgaria", "Convention 2[romania]", "1912-06-05", attack("ROU", "BGR"), "SRB", "owed"),
    ("the-other-way-is-another-article", "Convention 2[romania]", "1912-06-05", attack("ROU", "SRB"), "BGR", "not_owed"),
    ("before-the-convention", "Convention 2[romania]", "1912-05-11", attack("ROU", "BGR"), "SRB", "not_owed"),
    ("austria-attacks-serbia", "Convention 3[austria]", "1912-06-05", attack("AUTHUN", "SRB"), "BGR", "owed"),
    ("serbia-owes-nothing-against-austria-here", "Convention 3[austria]", "1912-06-05", attack("AUTHUN", "BGR"), "SRB", "not_owed"),
    ("serbia-fights-for-novi-pazar", "Convention 3[novi-pazar]", "1912-09-02", MARCH_INTO_NOVI_PAZAR, "BGR", "owed"),
    ("two-hundred-thousand", "Convention 1[bulgaria]", "1912-06-05", attack("AUTHUN", "SRB"), "BGR", "owed"),
    ("serbia-not-by-that", "Convention 1[bulgaria]", "1912-06-05", attack("AUTHUN", "BGR"), "SRB", "not_owed"),
    ("an-invasion-nobody-has-said-so", "2[invasion]", "1912-05-05", attack("AUTHUN", "OTTOMAN", place=MACEDONIA), "BGR", "depends"),
    (
        "an-annexation-nobody-has-said-so",
        "2[annexation]",
        "1912-05-05",
        act("annexation", "AUTHUN", "OTTOMAN", place=MACEDONIA),
        "BGR",
        "depends",
    ),
    ("peace-that-bulgaria-agreed-to", "3", "1912-11-20", SERBIA_SIGNS_WITH_LEAVE, "SRB", "owed"),
    ("agreed-action-and-russia-assents", "Annex 1[action].join", "1912-09-30", AGREED_ACTION, "BGR", "owed"),
    ("agreed-action-and-russia-says-no", "Annex 1[action].join", "1912-09-30", AGREED_BUT_FOR_RUSSIA, "BGR", "not_owed"),
    ("no-agreed-action", "Annex 1[action].join", "1912-08-14", TROUBLE_AND_CALL, "BGR", "not_owed"),
    ("they-turn-to-russia", "Annex 1[opinion]", "1912-08-14", TROUBLE_AND_CALL, "BGR", "owed"),
    ("no-need-if-they-agree", "Annex 1[opinion]", "1912-09-30", AGREED_AFTER_CALL, "BGR", "not_owed"),
    ("nor-if-nobody-proposes", "Annex 1[opinion]", "1912-08-14", TROUBLE_AND_SILENCE, "BGR", "not_owed"),
    ("a-war-that-both-agreed-is-not-begun-alone", "Annex 1[alone]", "1912-10-01", BULGARIA_AS_AGREED, "SRB", "not_owed"),
    ("the-one-left-calls-up-its-forces", "Annex 1[alone].mobilise", "1912-10-01", BULGARIA_ALONE, "SRB", "owed"),
    (
        "neutral-no-longer-against-a-third-state",
        "Annex 1[alone].stay_neutral",
        "1912-10-02",
        BULGARIA_ALONE_THEN_ROMANIA,
        "SRB",
        "not_owed",
    ),
    ("novi-pazar-and-serbia-stays-out", "Convention 3[novi-pazar]", "1912-09-01", NOVI_PAZAR_IN_PEACE, "BGR", "not_owed"),
    ("both-to-the-vardar", "Convention 4", "1912-10-01", BULGARIA_AS_AGREED, "SRB", "owed"),
    ("not-to-the-vardar-for-a-war-of-one", "Convention 4", "1912-10-01", BULGARIA_ALONE, "SRB", "not_owed"),
    ("fifty-thousand", "Convention 5.mobilise", "1912-10-01", BULGARIA_ALONE, "SRB", "owed"),
    ("no-neutral-in-an-agreed-war", "Convention 5", "1912-10-01", BULGARIA_AS_AGREED, "SRB", "not_owed"),
    ("convention-and-a-third-state", "Convention 5.stay_neutral", "1912-10-02", BULGARIA_ALONE_THEN_ROMANIA, "SRB", "not_owed"),
)


@pytest.mark.parametrize("row", SERBO_BULGARIAN, ids=reason)
def test_serbia_and_bulgaria(row: Row) -> None:
    check("serbo-bulgarian-1912", row)


# ---- the Anti-Comintern Pact, 1936


def signs_with_moscow(by: str, consent: str) -> str:
    return acts(f"kind: new_engagement, by: {by}, on: USSR", f"kind: consent, by: {consent}, to: {by}, happened: false")


AID_TO_MOSCOW = acts(
    "kind: threat_of_force, by: USSR, to: JPN, date: 1938-07-29",
    "kind: assistance, by: GERREICH, to: USSR, date: 1938-08-01",
)
ANTI_COMINTERN: tuple[Row, ...] = (
    ("soviets-threaten-japan", "Secret I[japan]", "1938-07-29", threat("USSR", "JPN"), "GERREICH", "owed"),
    ("soviets-attack-germany", "Secret I[germany]", "1938-07-29", attack("USSR", "GERREICH"), "JPN", "owed"),
    ("japan-provoked-it", "Secret I[japan]", "1938-07-29", threat("USSR", "JPN", provoked="true"), "GERREICH", "not_owed"),
    ("germany-begins", "Secret I[germany]", "1941-06-22", attack("GERREICH", "USSR"), "JPN", "not_owed"),
    ("italy-was-not-told", "Secret I", "1938-07-29", threat("USSR", "JPN"), "ITA", "not_owed"),
    (
        "another-threatens-japan",
        "Secret I[japan]",
        "1938-07-29",
        threat("CHN", "JPN").replace("CHN", "GBR"),
        "GERREICH",
        "not_owed",
    ),
    ("no-help-in-arms-is-owed-in-the-open-text", "I[act]", "1938-07-29", threat("USSR", "JPN"), "POL", "not_owed"),
    (
        "germany-signs-in-august-1939",
        "Secret II[germany]",
        "1939-08-23",
        signs_with_moscow("GERREICH", "JPN"),
        "GERREICH",
        "breached",
    ),
    ("japan-signs-in-april-1941", "Secret II[japan]", "1941-04-13", signs_with_moscow("JPN", "GERREICH"), "JPN", "breached"),
    ("italy-may-sign", "Secret II", "1939-08-23", signs_with_moscow("ITA", "JPN"), "ITA", "not_owed"),
    ("italy-not-yet-in", "I[inform]", "1937-05-05", NOBODY_AT_WAR, "ITA", "not_owed"),
    ("italy-in", "I[inform]", "1937-11-06", NOBODY_AT_WAR, "ITA", "owed"),
    ("secret-part-gone-in-1941", "Secret I[japan]", "1942-01-05", threat("USSR", "JPN"), "GERREICH", "not_owed"),
    ("japan-is-consulted", "Secret I[japan].consult", "1938-07-29", threat("USSR", "JPN"), "GERREICH", "owed"),
    ("and-consults", "Secret I[japan].consult", "1938-07-29", threat("USSR", "JPN"), "JPN", "owed"),
    ("germany-is-consulted", "Secret I[germany].consult", "1938-07-29", threat("USSR", "GERREICH"), "JPN", "owed"),
    ("germany-consults", "Secret I[germany].consult", "1938-07-29", threat("USSR", "GERREICH"), "GERREICH", "owed"),
    ("germany-provoked-it", "Secret I[germany]", "1938-07-29", threat("USSR", "GERREICH", provoked="true"), "JPN", "not_owed"),
    (
        "germany-signs-with-leave",
        "Secret II[germany]",
        "1939-08-23",
        acts("kind: consent, by: JPN, to: GERREICH", "kind: new_engagement, by: GERREICH, on: USSR"),
        "GERREICH",
        "owed",
    ),
    (
        "japan-signs-with-leave",
        "Secret II[japan]",
        "1941-04-13",
        acts("kind: consent, by: GERREICH, to: JPN", "kind: new_engagement, by: JPN, on: USSR"),
        "JPN",
        "owed",
    ),
)


@pytest.mark.parametrize("row", ANTI_COMINTERN, ids=reason)
def test_the_anti_comintern_pact(row: Row) -> None:
    check("anti-comintern-1936", row)


def test_germany_may_not_ease_the_position_of_the_soviets() -> None:
    assert "breached" in verdicts("anti-comintern-1936", "Secret I[japan]", AID_TO_MOSCOW, "1938-08-01", "GERREICH")


# ---- Luxembourg, 1867


def into_luxembourg(by: str) -> str:
    return attack(by, "LUX")


LUXEMBOURG: tuple[Row, ...] = (
    ("germany-enters", "2[respect]", "1914-08-02", into_luxembourg("GERREICH"), "GERREICH", "breached"),
    ("france-enters", "2[respect]", "1900-05-05", into_luxembourg("FRA"), "FRA", "breached"),
    ("passage-is-a-breach-too", "2[respect]", "1900-05-05", act("territorial_violation", "FRA", "LUX"), "FRA", "breached"),
    ("belgium-entered-is-another-treaty", "2[respect]", "1914-08-04", attack("GERREICH", "BEL"), "GERREICH", "owed"),
    ("luxembourg-stays-neutral", "2[luxembourg]", "1870-07-20", NOBODY_AT_WAR, "LUX", "owed"),
    ("before-ratification", "2[respect]", "1867-05-20", into_luxembourg("FRA"), "FRA", "not_owed"),
    ("germany-after-versailles", "2[respect]", "1940-05-10", into_luxembourg("GERREICH"), "GERREICH", "not_owed"),
    ("prussia-leaves", "4", "1867-06-15", NOBODY_AT_WAR, "PRUSSIA", "owed"),
    ("prussia-has-left", "4", "1870-07-20", NOBODY_AT_WAR, "PRUSSIA", "not_owed"),
)


@pytest.mark.parametrize("row", LUXEMBOURG, ids=reason)
def test_luxembourg(row: Row) -> None:
    check("luxembourg-1867", row)


def guarantee_of_luxembourg(by: str, date: str) -> dict[str, str]:
    """Who owes the guarantee, and the verdict; it is one duty of all of them together."""
    happened = read_event(event(into_luxembourg(by), date), real())
    decision = decide(happened, treaties=["luxembourg-1867"], not_owed=True, library=real())
    found = [duty for duty in decision.duties if "2[guarantee]" in duty.id]
    assert all(duty.jointly for duty in found)
    return {duty.bearer: duty.verdict for duty in found if duty.verdict != "not_owed"}


def test_a_guarantor_that_breaks_it_leaves_the_guarantee_in_dispute() -> None:
    """By the text the others still owe it together; Great Britain held that all must act, or none."""
    found = guarantee_of_luxembourg("GERREICH", "1914-08-02")
    assert set(found.values()) == {"disputed"}
    assert {"GBR", "FRA", "ITA"} <= set(found)
    assert not {"BEL", "LUX", "GERREICH"} & set(found)


def test_an_outsider_that_breaks_it_is_met_by_all_together() -> None:
    found = guarantee_of_luxembourg("ESP", "1900-05-05")
    assert set(found.values()) == {"owed"}
    assert {"GBR", "GERREICH"} <= set(found)
    assert not {"BEL", "LUX"} & set(found)
