"""What a second reading of single treaties mended: each row is a fact of law that the file had wrong, or had left out.

With it stands the neighbouring fact from which it must be told apart: who does not owe, and when not.
"""

from __future__ import annotations

import pytest

from tests.library.test_articles_postwar import acts, attack, duties, said

# (treaty, article or clause, day, what happened, bearer, verdict, why)
Row = tuple[str, str, str, str, str, str, str]

QUIET = "kind: unrest\non: NOR\nby: []\n"
WITH_EAST_GERMANY = "relations: [{allied: [USSR, DDR]}]\n"
HELPED = ("kind: invasion, by: RUS, on: UKR, place: {territory_of: UKR}", "kind: assistance, by: USA, to: UKR")
FOUGHT = (HELPED[0], HELPED[1] + ", forcible: true")
GAVE_ARMS = (HELPED[0], HELPED[1] + ", forcible: false")
DISPUTE = "kind: dispute\nby: %s\non: %s\n"
GAS = "kind: mass_weapon_use\nby: USA\non: BLR\nplace: {territory_of: BLR}\n"
SORTIE = "{kind: combat_operation, by: USA, on: PRK, place: {territory_of: JPN}}"
KOREAN_WAR = "acts: [{kind: invasion, by: PRK, on: KOR, place: {territory_of: KOR}}, " + SORTIE + "]\n"
VISIT = "kind: change_of_equipment\nby: USA\nplace: {territory_of: JPN}\n"
SATELLITE = "kind: sabotage\nby: CHN\non: JPN\ntarget: spacecraft\nplace: {territory_of: none, zone: outer_space}\ndirected_from_abroad: true\n"
NETWORK = "kind: cyber_operation\nby: CHN\non: JPN\ndestructive: false\nplace: {territory_of: JPN}\n"
FOUND = "judged_by: [JPN, USA]\n"
NOT_FOUND = "facts: {jointly_found: false}\n"
RISING = (
    "kind: bombardment\nby: BAND\non: USA\nplace: {territory: guam}\ndirected_from_abroad: %s\nactors: {BAND: {kind: non_state}}\n"
)

ROWS: tuple[Row, ...] = (
    ("warsaw-pact-1955", "5[measures]", "1970-05-05", QUIET, "HUN", "owed", "other measures of defence are agreed as well"),
    ("warsaw-pact-1955", "5[measures]", "1991-05-05", QUIET, "HUN", "none", "the military side had ended"),
    ("warsaw-pact-1955", "6", "1970-05-05", QUIET, "ROU", "owed", "the committee is where they consult; nobody is given a right to call it"),
    ("warsaw-pact-1955", "7[engagement]", "1970-05-05", "kind: conflicting_engagement\nby: ROU\non: CHN\n", "ROU", "breached",
     "an agreement at odds with the aims of the treaty, though against no party"),
    ("warsaw-pact-1955", "7[alliance]", "1970-05-05", "kind: conflicting_engagement\nby: ROU\non: CHN\n", "ROU", "owed", "and no hostile alliance"),
    ("warsaw-pact-1955", "8[ties]", "1970-05-05", QUIET, "POL", "owed", "closer economic and cultural ties"),
    ("warsaw-pact-1955", "11", "1970-05-05", QUIET, "ROU", "none", "no leaving within twenty years"),
    ("warsaw-pact-1955", "11", "1975-06-04", QUIET, "ROU", "permitted", "at their end"),
    ("warsaw-pact-1955", "11", "1988-05-05", QUIET, "ROU", "none", "prolonged in 1985 by twenty years: none within them"),
    ("us-korea-1953", "III", "1960-05-05", RISING % "false", "KOR", "none", "rebels at home: neither party helps but against attack from outside"),
    ("us-korea-1953", "III", "1960-05-05", attack("CHN", "USA", "territory: guam"), "KOR", "owed", "an attack from outside"),
    ("us-korea-1953", "II[measures]", "1960-05-05", QUIET, "KOR", "owed", "measures to carry it out, by agreement"),
    ("us-japan-1960", "Notes of 1960[operations]", "1965-05-05", KOREAN_WAR, "USA", "none", "the secret minute of 1960 lets it begin"),
    ("us-japan-1960", "Notes of 1960[operations]", "1994-06-05", KOREAN_WAR, "USA", "disputed", "whether the minute still counts"),
    ("us-japan-1960", "Notes of 1960[operations]", "1965-05-05", "acts: [" + SORTIE.replace("PRK", "VNM") + "]\n", "USA", "owed",
     "for a war elsewhere there is no such paper"),
    ("us-japan-1960", "Notes of 1960[equipment]", "1965-05-05", VISIT, "USA", "owed", "new equipment that stays"),
    ("us-japan-1960", "Notes of 1960[equipment]", "1965-05-05", VISIT + "in_transit: true\n", "USA", "disputed", "a call: the two read it apart"),
    ("us-japan-1960", "V(1)", "2018-05-05", NETWORK + FOUND, "USA", "none", "a network attack that destroys nothing"),
    ("us-japan-1960", "V(1)", "2020-05-05", NETWORK + FOUND, "USA", "owed", "since 2019 both may find it to be an armed attack"),
    ("us-japan-1960", "V(1)", "2020-05-05", NETWORK + NOT_FOUND, "USA", "none", "they did not"),
    ("us-japan-1960", "V(1)", "2022-05-05", SATELLITE + FOUND, "USA", "none", "space is not land under Japan"),
    ("us-japan-1960", "V(1)", "2024-05-05", SATELLITE + FOUND, "USA", "owed", "since 2023 both may find so"),
    ("weu-1954", "Protocol II, VI[finances]", "1957-05-05", "kind: financial_strain\nby: GBR\n", "GBR", "owed", "it asks the Atlantic Council"),
    ("weu-1954", "Protocol II, VI[maintain]", "1957-05-05",
     "acts: [{kind: financial_strain, by: GBR}, {kind: overseas_emergency, by: GBR, happened: false}]\n"
     "decisions: [{body: weu_council, decision: withdrawal_of_forces, outcome: not_adopted}]\n", "GBR", "owed",
     "the strain alone frees it of nothing"),
    ("weu-1954", "Protocol II, VI[finances]", "1957-05-05", QUIET, "GBR", "none", "no strain"),
    ("weu-1954", "Protocol IV[returns]", "1970-05-05", QUIET, "FRA", "owed", "returns every year"),
    ("weu-1954", "Protocol IV[inspection]", "1970-05-05", QUIET, "DEU", "owed", "the agency is let in"),
    ("un-charter-1945", "51[helper]", "2022-05-05", acts(*HELPED), "USA", "depends", "whether the help is force is not told"),
    ("un-charter-1945", "51[helper]", "2022-05-05", acts(*FOUGHT), "USA", "owed", "collective self-defence is reported"),
    ("un-charter-1945", "51[helper]", "2022-05-05", acts(*GAVE_ARMS), "USA", "none", "help without force is none"),
    ("un-charter-1945", "52(2)", "1982-05-05", DISPUTE % ("ARG", "GBR"), "ARG", "depends", "in what arrangement are both?"),
    ("un-charter-1945", "52(2)", "1982-05-05", DISPUTE % ("ARG", "CHL") + "relations: [{regionally_joined: [ARG, CHL]}]\n", "ARG", "owed",
     "both are in that of the American states"),
    ("un-charter-1945", "2(3)", "1982-05-05", DISPUTE % ("ARG", "GBR"), "ARG", "owed", "peaceful settlement is owed to all the same"),
    ("rus-blr-2024", "6[mass-weapons]", "2025-05-05", GAS, "RUS", "permitted", "gas and germs are a case as nuclear weapons are"),
    ("rus-blr-2024", "6[mass-weapons]", "2025-05-05", GAS, "BLR", "none", "the weapons are Russia's"),
    ("rus-blr-2024", "6[mass-weapons]", "2025-05-05", GAS.replace("BLR", "ARM"), "RUS", "none", "Armenia is no party"),
    ("yya-1948", "1(1)", "1965-05-05", attack("USSR", "FIN") + WITH_EAST_GERMANY, "FIN", "none", "the Soviet Union is not the enemy of this treaty"),
    ("yya-1948", "1(1)", "1965-05-05", attack("DDR", "FIN") + WITH_EAST_GERMANY, "FIN", "owed", "a German state is"),
    ("yya-1948", "2[finland]", "1965-05-05", "kind: threat\nby: USSR\nto: FIN\njudged_by: [FIN, USSR]\n" + WITH_EAST_GERMANY, "FIN", "none",
     "nor is it a threat of this treaty's enemy where the Soviet Union threatens"),
    ("yya-1948", "2[finland]", "1965-05-05", "kind: threat\nby: DEU\nto: FIN\njudged_by: [FIN, USSR]\n", "FIN", "owed", "West Germany is"),
)  # fmt: skip


@pytest.mark.parametrize(("treaty", "article", "date", "happened", "bearer", "verdict", "reason"), ROWS)
def test_mended(treaty: str, article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said(treaty, article, date, happened, bearer) == verdict, reason


def test_forces_in_korea_are_placed_as_both_agree() -> None:
    """Article IV gives no right beyond what is determined by mutual agreement, as its twin of 1954 with Taipei."""
    for treaty, article in (("us-korea-1953", "IV"), ("us-roc-1954", "VII")):
        owed = [each for each in duties(treaty, article, "1960-05-05", QUIET) if each.verdict == "owed"]
        assert [each.strength for each in owed] == ["agreed_measures"]
