"""What a second reader of the files mended: one row for each answer that changed, and for who still does not owe it.

Each row is one fact of law, with the smallest event that brings it up. A verdict of `not_owed` is also that of a treaty not in
force.
"""

from __future__ import annotations

import pytest

from tests.library.test_articles import rows
from tests.library.test_articles_today import QUIET, Row, deed, deeds, holds, ids


def act(kind: str, by: str, on: str, more: str = "") -> str:
    """One of several acts, on the land of the second."""
    return f"{{kind: {kind}, by: {by}, on: {on}, place: {{territory_of: {on}}}{', ' + more if more else ''}}}"


def wars(*pairs: tuple[str, str]) -> str:
    return "relations: [" + ", ".join(f"{{at_war: [{one}, {other}]}}" for one, other in pairs) + "]\n"


# ---- as long as Locarno

ATTACK_ON_FRANCE = deed("invasion", "GERREICH", "FRA", "provoked: false")
LIFETIME: tuple[Row, ...] = (
    ("1925 1[aid]", "POL", "1930-05-05", ATTACK_ON_FRANCE, "owed", "Locarno in force"),
    ("1925 1[aid]", "POL", "1940-06-15", ATTACK_ON_FRANCE, "not_owed", "ended with Locarno"),
    ("1925 1[no-report]", "POL", "1940-06-15", ATTACK_ON_FRANCE, "not_owed", "ended with Locarno"),
    ("1925 1[aid]", "POL", "1926-05-05", ATTACK_ON_FRANCE, "not_owed", "not before Locarno"),
)


@pytest.mark.parametrize("row", LIFETIME, ids=ids(LIFETIME))
def test_the_guarantee_of_poland_lasts_as_long_as_locarno(row: Row) -> None:
    holds("franco-polish-1921-25", row)


# ---- Locarno

ZONE = "kind: status_breach\nby: GERREICH\non: FRA\nplace: {territory_of: GERREICH}\n"
REFUSAL = "kind: refusal_of_settlement\nby: GERREICH\nto: {}\n"
PROPOSED = "decisions: [{body: league_council, decision: recommendation}]\n"
LOCARNO: tuple[Row, ...] = (
    ("4(1), others", "GBR", "1936-03-07", ZONE, "depends", "who alleges a breach brings it: does it?"),
    ("4(1), others", "GBR", "1936-03-07", ZONE + "judged_by: [GBR]", "owed", "a guarantor that alleges it"),
    ("4(1), others", "GERREICH", "1936-03-07", ZONE + "judged_by: [GERREICH]", "not_owed", "not who broke it"),
    ("5[council]", "FRA", "1930-05-05", REFUSAL.format("FRA"), "owed", "refused, though no arms are used"),
    ("5[council]", "BEL", "1930-05-05", REFUSAL.format("FRA"), "not_owed", "not refused anything"),
    ("5[proposals]", "FRA", "1930-05-05", REFUSAL.format("POL"), "not_owed", "Poland has no part in the pact"),
    ("5[proposals]", "GBR", "1930-05-05", REFUSAL.format("FRA") + PROPOSED, "owed", "as the Council proposes"),
    ("5[proposals]", "GBR", "1930-05-05", REFUSAL.format("FRA"), "depends", "the Council has not spoken"),
    ("5[proposals]", "GBR", "1930-05-05", REFUSAL.format("POL") + PROPOSED, "not_owed", "another dispute"),
)


@pytest.mark.parametrize("row", LOCARNO, ids=ids(LOCARNO))
def test_locarno(row: Row) -> None:
    holds("locarno-rhineland-1925", row)


@pytest.mark.parametrize(("bearer", "to"), [("GERREICH", {"BEL", "FRA"}), ("FRA", {"GERREICH"}), ("BEL", {"GERREICH"})])
def test_the_promise_not_to_attack_is_owed_across_the_rhine(bearer: str, to: set[str]) -> None:
    """Not to the guarantors, nor between Belgium and France."""
    found = rows("locarno-rhineland-1925", "2", QUIET, "1930-05-05")
    assert {duty.owed_to for duty in found if duty.bearer == bearer and duty.verdict == "owed"} == to


# ---- France and Russia

ENDANGERED = "kind: unrest\non: FRA\nby: []\nfacts: {danger_to_peace: true}"
HELD_UP = act("invasion", "GERREICH", "RUSEMP")
PEACE = "{{kind: separate_peace, by: FRA, on: {}}}, {{kind: consent, by: RUSEMP, happened: false}}"
ENTENTE: tuple[Row, ...] = (
    ("Letters of 1891, 1", "FRA", "1892-05-05", ENDANGERED, "owed", "the letters bound at once"),
    ("Letters of 1891, 1", "RUSEMP", "1891-05-05", ENDANGERED, "not_owed", "before the letters"),
    ("1(a)", "RUSEMP", "1892-10-05", deed("invasion", "GERREICH", "FRA"), "not_owed", "the convention did not yet bind"),
    ("1(a)", "RUSEMP", "1894-01-04", deed("invasion", "GERREICH", "FRA"), "owed", "from the exchange of notes"),
    ("5", "FRA", "1914-10-05", deeds(HELD_UP, PEACE.format("GERREICH")), "breached", "peace with Germany alone"),
    ("5", "FRA", "1914-10-05", deeds(HELD_UP, PEACE.format("AUTHUN")), "breached", "no enemy is named"),
    ("5", "FRA", "1914-10-05", deeds(HELD_UP, PEACE.format("CHN")), "owed", "another war"),
)


@pytest.mark.parametrize("row", ENTENTE, ids=ids(ENTENTE))
def test_france_and_russia(row: Row) -> None:
    holds("franco-russian-1892", row)


# ---- Greece and Serbia

SETTLING_FAILED = "facts: {failed_settlement: true}\n"
IMPOSED = act("invasion", "BGR", "SRB")
NOT_AGREED = "{kind: consent, by: SRB, happened: false}"
BARGAIN = "acts: [{{kind: engagement, by: GRC, on: {}}}, {{kind: consent, by: SRB, happened: false}}]"
SALONICA: tuple[Row, ...] = (
    ("1[guarantee]", "GRC", "1914-05-05", QUIET, "owed", "each guarantees what the other holds"),
    ("1[guarantee]", "GRC", "1913-05-05", QUIET, "not_owed", "before signature"),
    ("2-4[apart]", "GRC", "1913-06-20", BARGAIN.format("BGR"), "breached", "with Bulgaria alone"),
    ("2-4[apart]", "GRC", "1913-06-20", BARGAIN.format("ROU"), "owed", "with another"),
    ("5[proposal]", "GRC", "1913-06-20", "kind: dispute\nby: SRB\non: BGR", "permitted", "to propose arbitration is a right"),
    ("5[proposal]", "GRC", "1913-06-20", "kind: dispute\nby: SRB\non: ROU", "not_owed", "a dispute with another"),
    (
        "1[peace]",
        "GRC",
        "1913-07-20",
        deeds(IMPOSED, "{kind: separate_peace, by: GRC, on: BGR}", NOT_AGREED, rest=SETTLING_FAILED),
        "breached",
        "peace with Bulgaria is made together",
    ),
    ("7-8", "GRC", "1914-05-05", QUIET, "owed", "Salonica is open to Serbia"),
    ("7-8", "SRB", "1914-05-05", QUIET, "not_owed", "not the other way round"),
    ("10[secret]", "GRC", "1914-05-05", QUIET, "owed", "strictly secret"),
)


WITH_AUSTRIA = wars(("AUTHUN", "SRB"), ("GERREICH", "SRB"))
ON_SERBIA = deed("invasion", "BGR", "SRB", "divisions: 4\n") + WITH_AUSTRIA
OF_1915: tuple[Row, ...] = (
    (
        "Convention 1[bulgaria]",
        "GRC",
        "1915-10-14",
        ON_SERBIA,
        "disputed",
        "Greece held that great powers took it out of the treaty",
    ),
    ("Convention 1[bulgaria]", "GRC", "1915-10-10", ON_SERBIA, "owed", "before it said so"),
    ("1[aid]", "GRC", "1915-10-14", ON_SERBIA, "disputed", "the same of Article 1"),
    ("1[aid]", "GRC", "1915-10-14", deed("invasion", "AUTHUN", "SRB"), "disputed", "no Balkan state"),
)


@pytest.mark.parametrize("row", OF_1915, ids=ids(OF_1915))
def test_what_greece_held_in_1915(row: Row) -> None:
    holds("greek-serbian-1913", row)


@pytest.mark.parametrize("row", SALONICA, ids=ids(SALONICA))
def test_greece_and_serbia(row: Row) -> None:
    holds("greek-serbian-1913", row)


# ---- Belgium

BELGIUM: tuple[Row, ...] = (
    ("Annex VII[respect]", "NLD", "1880-05-05", deed("invasion", "NLD", "BEL"), "breached", "the Netherlands made the status too"),
    ("Annex VII[respect]", "NLD", "1880-05-05", deed("invasion", "NLD", "FRA"), "owed", "France has no such status"),
    ("five-power treaty 1-2", "NLD", "1880-05-05", deed("invasion", "FRA", "BEL"), "not_owed", "but it guarantees nothing"),
    ("Annex XIV", "BEL", "1880-05-05", QUIET, "owed", "Antwerp is a port of trade"),
    ("1870 treaties[with-prussia]", "PRUSSIA", "1870-09-01", deed("invasion", "FRA", "BEL"), "owed", "Prussia works with Britain"),
    ("1870 treaties[with-france]", "FRA", "1870-09-01", deed("invasion", "FRA", "BEL"), "not_owed", "not who broke it"),
    ("1870 treaties[with-france]", "FRA", "1870-09-01", deed("invasion", "PRUSSIA", "BEL"), "owed", "France works with Britain"),
    (
        "1870 treaties[with-france]",
        "FRA",
        "1875-09-01",
        deed("invasion", "GERREICH", "BEL"),
        "not_owed",
        "ended a year after the peace",
    ),
)


@pytest.mark.parametrize("row", BELGIUM, ids=ids(BELGIUM))
def test_belgium(row: Row) -> None:
    holds("london-1839", row)


def test_how_britain_and_a_belligerent_of_1870_act_is_for_them_to_agree() -> None:
    found = rows("london-1839", "1870 treaties", deed("invasion", "FRA", "BEL"), "1870-09-01")
    owed = {(duty.bearer, duty.owed_to, duty.strength) for duty in found if duty.verdict == "owed"}
    assert owed == {("GBR", "PRUSSIA", "agreed_measures"), ("PRUSSIA", "GBR", "agreed_measures")}


# ---- Germany and the Soviet Union

RAID = act("bombardment", "GBR", "USSR")
HELP = "{kind: assistance, by: GERREICH, to: GBR}"
SPHERES: tuple[Row, ...] = (
    ("II", "GERREICH", "1940-04-05", deeds(RAID, HELP), "breached", "the object of a third power's acts, with no war declared"),
    ("II", "GERREICH", "1939-08-22", deeds(RAID, HELP), "not_owed", "before the treaty"),
    ("Secret 3", "GERREICH", "1940-06-28", QUIET, "owed", "Bessarabia is left to the Soviet Union"),
    ("Secret 3", "USSR", "1940-06-28", QUIET, "not_owed", "it binds Germany"),
    (
        "Secret 3",
        "GERREICH",
        "1940-05-05",
        "kind: expansion\nby: GERREICH\non: ROU\nplace: {territory: bessarabia}",
        "breached",
        "Germany goes there",
    ),
)


@pytest.mark.parametrize("row", SPHERES, ids=ids(SPHERES))
def test_germany_and_the_soviet_union(row: Row) -> None:
    holds("molotov-ribbentrop-1939", row)


# ---- Germany and Italy

ALONE = wars(("GERREICH", "FRA"))
TOGETHER = wars(("GERREICH", "FRA"), ("ITA", "FRA"))
STEEL: tuple[Row, ...] = (
    ("V", "ITA", "1940-07-01", QUIET + "\n" + TOGETHER, "owed", "a war waged together"),
    ("V", "GERREICH", "1940-07-01", QUIET + "\n" + TOGETHER, "owed", "a war waged together"),
)


@pytest.mark.parametrize("row", STEEL, ids=ids(STEEL))
def test_germany_and_italy(row: Row) -> None:
    holds("pact-of-steel-1939", row)


def test_a_war_of_one_alone_binds_nobody_to_a_joint_peace() -> None:
    at_peace = ALONE.replace("}]", "}, {at_war: [ITA, FRA], value: false}]")
    holds("pact-of-steel-1939", ("V", "ITA", "1940-05-20", QUIET + "\n" + at_peace, "not_owed", "Italy is not at war"))


# ---- Russia and North Korea

KOREA: tuple[Row, ...] = (
    ("1[interference]", "RUS", "2025-05-05", QUIET, "owed", "at all times"),
    ("1[interference]", "RUS", "2024-10-05", QUIET, "not_owed", "before ratification"),
    ("4, laws", "PRK", "2025-05-05", QUIET, "owed", "by the laws of both"),
    ("5[deeds]", "RUS", "2025-05-05", deed("sabotage", "RUS", "PRK"), "breached", "no part in a hostile deed"),
    ("5[deeds]", "RUS", "2025-05-05", deed("sabotage", "RUS", "KOR"), "owed", "the South has no promise"),
    ("7", "RUS", "2025-05-05", QUIET, "owed", "consultation in organisations"),
    ("16[own]", "RUS", "2025-05-05", "kind: economic_pressure\nby: RUS\non: PRK", "breached", "sanctions on the other"),
    ("16[own]", "RUS", "2017-08-05", "kind: economic_pressure\nby: RUS\non: PRK", "not_owed", "before the treaty"),
    ("16[own]", "RUS", "2025-05-05", "kind: economic_pressure\nby: USA\non: PRK", "owed", "those of a third state"),
)


@pytest.mark.parametrize("row", KOREA, ids=ids(KOREA))
def test_russia_and_north_korea(row: Row) -> None:
    holds("rus-dprk-2024", row)


# ---- South-East Asia

MANILA: tuple[Row, ...] = (
    ("IX", "USA", "1965-05-05", QUIET, "owed", "carried out by constitutional processes"),
    ("IX", "PAK", "1974-05-05", QUIET, "not_owed", "Pakistan had left"),
    ("III[designated]", "AUS", "1965-05-05", QUIET, "permitted", "the designated states may share in it"),
)


@pytest.mark.parametrize("row", MANILA, ids=ids(MANILA))
def test_south_east_asia(row: Row) -> None:
    holds("seato-1954", row)


# ---- Serbia and Bulgaria

QUARREL = "{kind: dispute, by: SRB, on: BGR%s}"
ON_THE_TEXT = "acts: [" + QUARREL + "]\nfacts: {failed_settlement: true}\n"
SIGNED = "acts: [{kind: separate_peace, by: SRB, on: OTTOMAN}, {kind: consent, by: BGR, happened: false}]\n"
TSAR: tuple[Row, ...] = (
    ("Annex 4[russia]", "SRB", "1913-05-05", ON_THE_TEXT % ", judged_by: [BGR]", "owed", "one says that they cannot agree"),
    ("Annex 4[russia]", "SRB", "1913-05-05", ON_THE_TEXT % "", "depends", "has either said so?"),
    ("Annex 4[russia]", "SRB", "1912-03-05", ON_THE_TEXT % ", judged_by: [BGR]", "not_owed", "before signature"),
    (
        "3",
        "SRB",
        "1912-11-20",
        SIGNED + wars(("SRB", "OTTOMAN")),
        "breached",
        "he who fights is bound too",
    ),
    (
        "3",
        "SRB",
        "1912-11-20",
        SIGNED + wars(("BGR", "OTTOMAN")),
        "breached",
        "and so is the other",
    ),
    (
        "1[aid]",
        "SRB",
        "1913-07-10",
        deed("invasion", "ROU", "BGR") + wars(("SRB", "BGR")),
        "not_owed",
        "ended by the attack of 29 June, whatever war is on",
    ),
)


@pytest.mark.parametrize("row", TSAR, ids=ids(TSAR))
def test_serbia_and_bulgaria(row: Row) -> None:
    holds("serbo-bulgarian-1912", row)


# ---- Czechoslovakia and the Soviet Union

FRANCE_HELPS = "relations: [{assisting: [FRA, CZSK]}]\n"
CZECHS: tuple[Row, ...] = (
    ("2", "USSR", "1938-09-30", deed("invasion", "GERREICH", "CZSK") + FRANCE_HELPS, "depends", "Council open"),
    ("1", "USSR", "1938-09-20", "kind: threat\nby: GERREICH\nto: CZSK", "owed", "in force"),
    ("1", "USSR", "1941-06-22", "kind: threat\nby: GERREICH\nto: USSR", "not_owed", "the state had ended"),
    ("1", "USSR", "1950-05-05", "kind: threat\nby: AUT\nto: CZSK", "not_owed", "followed by the treaty of 1943"),
)


@pytest.mark.parametrize("row", CZECHS, ids=ids(CZECHS))
def test_czechoslovakia_and_the_soviet_union(row: Row) -> None:
    holds("soviet-czech-1935", row)


# ---- the Triple Alliance between 1887 and 1914

BOSNIA = "kind: occupation\nby: AUTHUN\non: OTTOMAN\nplace: {region: balkans}\n"
TUNIS = "kind: expansion\nby: FRA\non: OTTOMAN\nplace: {territory: tripolitania}"
ANSWER = "{kind: use_of_force, by: ITA, on: FRA, place: {territory_of: FRA}}"
CALL = "{kind: request_for_assistance, by: ITA, to: GERREICH}"
MOVE = "{kind: expansion, by: FRA, on: OTTOMAN, place: {territory: tripolitania}}"
TRIPLE: tuple[Row, ...] = (
    ("1891 6[keep]", "GERREICH", "1890-05-05", QUIET, "owed", "since the treaties of 1887"),
    ("1891 6[keep]", "GERREICH", "1885-05-05", QUIET, "not_owed", "before them"),
    ("1891 6[keep]", "AUTHUN", "1890-05-05", QUIET, "not_owed", "between Germany and Italy"),
    ("1891 7[austria]", "AUTHUN", "1908-10-06", BOSNIA, "depends", "was it agreed with Italy before?"),
    (
        "1891 7[austria]",
        "AUTHUN",
        "1885-10-06",
        BOSNIA,
        "not_owed",
        "before 1887 nothing was owed",
    ),
    ("1891 9[keep]", "ITA", "1890-05-05", QUIET, "not_owed", "North Africa came in with the third treaty"),
    ("1891 9[keep]", "ITA", "1895-05-05", QUIET, "owed", "the third treaty"),
    ("1891 10", "GERREICH", "1890-05-05", deeds(MOVE, ANSWER, CALL, rest=wars(("ITA", "FRA"))), "owed", "Italy's war for Tripoli"),
    ("1891 10", "AUTHUN", "1890-05-05", deeds(MOVE, ANSWER, CALL, rest=wars(("ITA", "FRA"))), "not_owed", "Germany alone"),
    ("1891 10", "GERREICH", "1885-05-05", deeds(MOVE, ANSWER, CALL, rest=wars(("ITA", "FRA"))), "not_owed", "before 1887"),
    (
        "Declaration of 1902",
        "AUTHUN",
        "1911-10-05",
        "kind: obstruction\nby: AUTHUN\non: ITA\nplace: {territory: tripolitania}",
        "breached",
        "in Italy's way in Tripoli",
    ),
    (
        "Declaration of 1902",
        "AUTHUN",
        "1901-10-05",
        "kind: obstruction\nby: AUTHUN\non: ITA\nplace: {territory: tripolitania}",
        "not_owed",
        "before it",
    ),
    ("1891 14", "ITA", "1900-05-05", QUIET, "permitted", "denounced a year before the six years end"),
    ("1891 14", "ITA", "1889-05-05", QUIET, "not_owed", "the older treaties knew no denunciation"),
)


@pytest.mark.parametrize("row", TRIPLE, ids=ids(TRIPLE))
def test_the_triple_alliance_as_renewed(row: Row) -> None:
    holds("triple-alliance-1882", row)


# ---- small ones

SMALL: tuple[tuple[str, Row], ...] = (
    ("tripartite-1940", ("3 s1", "JPN", "1941-05-05", QUIET, "owed", "they work together")),
    ("tripartite-1940", ("3 s1", "JPN", "1940-05-05", QUIET, "not_owed", "before signature")),
    ("nato-wales-2014", ("14(c)", "ISL", "2015-05-05", QUIET, "owed", "all of them")),
    ("nato-wales-2014", ("14(c)", "SWE", "2015-05-05", QUIET, "not_owed", "Sweden was no ally")),
)


@pytest.mark.parametrize(("treaty", "row"), SMALL, ids=[f"{treaty}-{row[5]}" for treaty, row in SMALL])
def test_small_ones(treaty: str, row: Row) -> None:
    holds(treaty, row)
