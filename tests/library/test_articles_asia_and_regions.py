"""What alliances of Asia, Africa and the Gulf, and the ententes of 1902 to 1911, say article by article.

Each row is one fact of law, with the smallest event that brings it up: who owes it, and above all who does not, and since when.
A verdict of `not_owed` is also that of a treaty not in force.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from tests.library.test_articles import rows, verdicts
from treatylang.api import decide, read_event

# (treaty, article or clause, bearer, day, what happened, verdict, why)
Row = tuple[str, str, str, str, str, str, str]


def ids(table: tuple[Row, ...]) -> list[str]:
    return [f"{row[0]}-{row[1]}-{row[6]}" for row in table]


def holds(row: Row) -> None:
    treaty, article, bearer, day, happened, verdict, _ = row
    found = verdicts(treaty, article, happened, day, bearer)
    if verdict == "not_owed":
        assert found <= {"not_owed"}
    else:
        assert found == {verdict}


# ---- Great Britain and Japan, 1902 to 1923

TO_WAR = "acts: [{{kind: declaration_of_war, by: {by}, on: {on}, interests_engaged: {engaged}}}"
JAPAN_BEGINS = TO_WAR.format(by="JPN", on="RUSEMP", engaged="true") + "]"
RUSSIA_BEGINS = TO_WAR.format(by="RUSEMP", on="JPN", engaged="true") + "]"
OTHER_INTERESTS = TO_WAR.format(by="JPN", on="RUSEMP", engaged="false") + "]"
FRANCE_JOINS = JAPAN_BEGINS[:-1] + ", {kind: declaration_of_war, by: FRA, on: JPN}]"
FRANCE_JOINS_ELSEWHERE = OTHER_INTERESTS[:-1] + ", {kind: declaration_of_war, by: FRA, on: JPN, interests_engaged: false}]"
BRITAIN_AT_WAR = TO_WAR.format(by="RUSEMP", on="GBR", engaged="true") + ", {kind: declaration_of_war, by: FRA, on: GBR}]"
IN_MANCHURIA = "kind: expansion\nby: RUSEMP\non: CHN\nplace: {territory: manchuria}\ninterests_engaged: true\n"
ELSEWHERE = IN_MANCHURIA.replace("interests_engaged: true", "interests_engaged: false")
ATTACKED = "acts: [{{kind: invasion, by: {by}, on: JPN, interests_engaged: {engaged}, provoked: {provoked}}}]"
ATTACK_ON_INDIA = "acts: [{kind: invasion, by: RUSEMP, on: GBR, interests_engaged: true}]"
ARBITRATION = "acts: [{kind: arbitration_treaty, by: GBR, on: USA, date: 1912-01-05}, "
ARRANGEMENT = "acts: [{{kind: conflicting_engagement, by: JPN, on: RUSEMP}}, {{kind: request_for_consultation, by: JPN, to: GBR, happened: {asked}}}]"

ANGLO_JAPANESE: tuple[Row, ...] = (
    ("anglo-japanese-1902", "II[neutrality]", "GBR", "1904-02-10", JAPAN_BEGINS, "owed", "one enemy, whoever began: neutrality"),
    ("anglo-japanese-1902", "II[neutrality]", "GBR", "1904-02-10", RUSSIA_BEGINS, "owed", "one enemy that began: neutrality too"),
    ("anglo-japanese-1902", "II[neutrality]", "GBR", "1904-02-10", OTHER_INTERESTS, "not_owed", "a war over something else"),
    ("anglo-japanese-1902", "II[neutrality]", "JPN", "1904-02-10", JAPAN_BEGINS, "not_owed", "who is at war is no neutral"),
    ("anglo-japanese-1902", "II[neutrality]", "GBR", "1904-02-10", FRANCE_JOINS, "not_owed", "help displaces neutrality"),
    ("anglo-japanese-1902", "II[efforts]", "GBR", "1904-02-10", JAPAN_BEGINS, "owed", "keeps others from joining"),
    ("anglo-japanese-1902", "III[help]", "GBR", "1904-02-10", JAPAN_BEGINS, "not_owed", "one enemy is not enough in 1902"),
    ("anglo-japanese-1902", "III[help]", "GBR", "1904-02-10", FRANCE_JOINS, "owed", "a second power joins"),
    ("anglo-japanese-1902", "III[help]", "JPN", "1904-02-10", BRITAIN_AT_WAR, "owed", "the other way round"),
    ("anglo-japanese-1902", "III[help]", "GBR", "1904-02-10", FRANCE_JOINS_ELSEWHERE, "not_owed", "two enemies, other interests"),
    ("anglo-japanese-1902", "III[help]", "GBR", "1901-05-05", FRANCE_JOINS, "not_owed", "before signature"),
    ("anglo-japanese-1902", "III[help]", "GBR", "1905-08-12", FRANCE_JOINS, "not_owed", "replaced"),
    ("anglo-japanese-1902", "III[peace]", "GBR", "1904-02-10", FRANCE_JOINS, "owed", "peace in agreement, the war in common"),
    (
        "anglo-japanese-1902",
        "III[peace]",
        "GBR",
        "1904-02-10",
        JAPAN_BEGINS,
        "not_owed",
        "a neutral is bound to no peace of others",
    ),
    ("anglo-japanese-1902", "IV", "JPN", "1904-02-10", ARRANGEMENT.format(asked="false"), "breached", "nobody was consulted"),
    ("anglo-japanese-1902", "IV", "JPN", "1904-02-10", ARRANGEMENT.format(asked="true"), "owed", "after consulting it is kept"),
    ("anglo-japanese-1902", "V", "GBR", "1903-05-05", IN_MANCHURIA + "judged_by: [JPN]", "owed", "the opinion of either suffices"),
    ("anglo-japanese-1902", "V", "GBR", "1903-05-05", IN_MANCHURIA, "depends", "nobody has yet said so"),
    ("anglo-japanese-1902", "I s2[aggression]", "JPN", "1903-05-05", IN_MANCHURIA, "permitted", "a right, where the interests are"),
    ("anglo-japanese-1902", "I s2[aggression]", "JPN", "1903-05-05", ELSEWHERE, "not_owed", "no interest of Article I is touched"),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1907-05-05",
        ATTACKED.format(by="RUSEMP", engaged="true", provoked="false"),
        "owed",
        "one enemy is enough",
    ),
    ("anglo-japanese-1905", "II[help]", "JPN", "1907-05-05", ATTACK_ON_INDIA, "owed", "one enemy, and India is in it"),
    (
        "anglo-japanese-1902",
        "III[help]",
        "JPN",
        "1904-05-05",
        ATTACK_ON_INDIA,
        "not_owed",
        "India was not in it, nor was one enemy enough",
    ),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1907-05-05",
        ATTACKED.format(by="RUSEMP", engaged="true", provoked="true"),
        "not_owed",
        "not where provoked",
    ),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1907-05-05",
        ATTACKED.format(by="RUSEMP", engaged="false", provoked="false"),
        "not_owed",
        "not over other interests",
    ),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1907-05-05",
        ATTACKED.format(by="USA", engaged="true", provoked="false"),
        "owed",
        "any power",
    ),
    ("anglo-japanese-1905", "VI[neutrality]", "GBR", "1905-08-20", JAPAN_BEGINS, "owed", "the war with Russia"),
    ("anglo-japanese-1905", "VI[neutrality]", "GBR", "1907-05-05", JAPAN_BEGINS, "not_owed", "only the war of 1904-05"),
    ("anglo-japanese-1905", "VI[neutrality]", "JPN", "1905-08-20", RUSSIA_BEGINS, "not_owed", "Great Britain's duty alone"),
    ("anglo-japanese-1905", "VI[help]", "GBR", "1905-08-20", FRANCE_JOINS_ELSEWHERE, "owed", "no test of interests here"),
    ("anglo-japanese-1905", "I", "GBR", "1907-05-05", IN_MANCHURIA + "judged_by: [GBR]", "owed", "common study of measures"),
    ("anglo-japanese-1905", "V", "JPN", "1907-05-05", ARRANGEMENT.format(asked="false"), "breached", "nobody was consulted"),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1911-07-13",
        ATTACKED.format(by="RUSEMP", engaged="true", provoked="false"),
        "not_owed",
        "replaced, or ended",
    ),
    (
        "anglo-japanese-1911",
        "II[help]",
        "GBR",
        "1912-05-05",
        ATTACKED.format(by="RUSEMP", engaged="true", provoked="false"),
        "owed",
        "one enemy is enough",
    ),
    (
        "anglo-japanese-1911",
        "II[help]",
        "GBR",
        "1912-05-05",
        ATTACKED.format(by="USA", engaged="true", provoked="false"),
        "owed",
        "no treaty",
    ),
    (
        "anglo-japanese-1911",
        "II[help]",
        "GBR",
        "1912-05-05",
        ATTACKED.format(by="USA", engaged="true", provoked="false").replace("acts: [", ARBITRATION),
        "not_owed",
        "not against one with whom it arbitrates",
    ),
    (
        "anglo-japanese-1911",
        "II[help]",
        "GBR",
        "1912-05-05",
        ATTACKED.format(by="RUSEMP", engaged="true", provoked="false").replace("acts: [", ARBITRATION),
        "owed",
        "the treaty is with another",
    ),
    (
        "anglo-japanese-1905",
        "II[help]",
        "GBR",
        "1907-05-05",
        ATTACKED.format(by="USA", engaged="true", provoked="false").replace("acts: [", ARBITRATION.replace("1912", "1907")),
        "owed",
        "1905 knows no such exception",
    ),
    (
        "anglo-japanese-1911",
        "II[help]",
        "JPN",
        "1923-08-17",
        ATTACKED.format(by="USA", engaged="true", provoked="false"),
        "not_owed",
        "replaced, or ended",
    ),
    ("anglo-japanese-1911", "I", "JPN", "1914-05-05", IN_MANCHURIA + "judged_by: [GBR]", "owed", "common study of measures"),
    ("anglo-japanese-1911", "VI", "GBR", "1920-05-05", JAPAN_BEGINS, "not_owed", "no leaving before ten years"),
    (
        "anglo-japanese-1911",
        "VI",
        "GBR",
        "1922-05-05",
        JAPAN_BEGINS.replace("RUSEMP", "CHN"),
        "permitted",
        "then on a year's notice",
    ),
)


@pytest.mark.parametrize("row", ANGLO_JAPANESE, ids=ids(ANGLO_JAPANESE))
def test_great_britain_and_japan(row: Row) -> None:
    holds(row)


def test_a_separate_peace_of_the_war_in_common_is_a_breach() -> None:
    peace = (
        FRANCE_JOINS[:-1] + ", {{kind: consent, by: JPN, to: GBR, happened: {agreed}}}, {{kind: separate_peace, by: GBR, on: FRA}}]"
    )
    peace = peace.replace("{{", "{").replace("}}", "}")
    alone, agreed = (peace.replace("{agreed}", each) for each in ("false", "true"))
    assert "breached" in verdicts("anglo-japanese-1902", "III[peace]", alone, "1904-05-05", "GBR")
    assert "breached" not in verdicts("anglo-japanese-1902", "III[peace]", agreed, "1904-05-05", "GBR")


# ---- the ententes of 1904 and 1907: no duty of defence in either

WAR_ON_FRANCE = "kind: invasion\nby: GERREICH\non: FRA\nplace: {territory_of: FRA}\n"
MENACE = "kind: {kind}\nby: GERREICH\nto: FRA\n"
IN_MOROCCO = "kind: obstruction\nby: {by}\non: {on}\nplace: {{territory: morocco}}"
PERSIA = "kind: {kind}\nby: {by}\nplace: {{territory_of: IRN, lat: {lat}, lon: {lon}}}"
TABRIZ = {"lat": "38.08", "lon": "46.29"}
SEISTAN = {"lat": "30.9", "lon": "61.2"}
SHIRAZ = {"lat": "29.6", "lon": "52.5"}
KABUL = "acts: [{{kind: occupation, by: GBR, on: [], place: {{lat: 34.5, lon: 69.2}}}}, {{kind: consent, by: AMIR, to: GBR, happened: {gave}}}]\n"
AMIR = "actors: {AMIR: {kind: government}}"
LHASA = "kind: {kind}\nby: GBR\nplace: {{lat: 29.65, lon: 91.1, territory_of: CHN}}"

ENTENTES: tuple[Row, ...] = (
    ("anglo-french-1904", "IX", "GBR", "1905-05-05", WAR_ON_FRANCE, "owed", "diplomatic support, war or peace"),
    (
        "anglo-french-1904",
        "Letters of 1912",
        "GBR",
        "1912-11-22",
        MENACE.format(kind="ultimatum"),
        "not_owed",
        "before the letters",
    ),
    (
        "anglo-french-1904",
        "Letters of 1912[attack]",
        "GBR",
        "1914-08-01",
        MENACE.format(kind="ultimatum"),
        "depends",
        "who thinks so",
    ),
    (
        "anglo-french-1904",
        "Letters of 1912[attack]",
        "GBR",
        "1914-08-01",
        MENACE.format(kind="ultimatum") + "judged_by: [FRA]",
        "owed",
        "discussion, once either thinks so",
    ),
    (
        "anglo-french-1904",
        "Letters of 1912[attack]",
        "GBR",
        "1914-08-01",
        MENACE.format(kind="ultimatum") + "judged_by: [FRA]\nprovoked: true",
        "not_owed",
        "an unprovoked attack is meant",
    ),
    (
        "anglo-french-1904",
        "Letters of 1912[attack]",
        "GBR",
        "1914-08-01",
        "kind: ultimatum\nby: GERREICH\nto: RUSEMP\njudged_by: [FRA]",
        "not_owed",
        "Russia is no party",
    ),
    ("anglo-french-1904", "Letters of 1912[free]", "GBR", "1914-08-03", WAR_ON_FRANCE, "permitted", "free to help or not"),
    ("anglo-french-1904", "II[free-hand]", "GBR", "1906-05-05", IN_MOROCCO.format(by="GBR", on="FRA"), "breached", "in Morocco"),
    ("anglo-french-1904", "I[free-hand]", "FRA", "1906-05-05", IN_MOROCCO.format(by="FRA", on="GBR"), "owed", "Egypt, not Morocco"),
    (
        "anglo-french-1904",
        "II[free-hand]",
        "FRA",
        "1906-05-05",
        IN_MOROCCO.format(by="FRA", on="GBR"),
        "not_owed",
        "Britain's promise",
    ),
    (
        "anglo-french-1904",
        "VIII[tell]",
        "FRA",
        "1904-10-03",
        "kind: engagement\nby: FRA\non: ESP",
        "owed",
        "tells what Spain agreed",
    ),
    ("anglo-french-1904", "VIII[tell]", "GBR", "1904-10-03", "kind: engagement\nby: GBR\non: ESP", "not_owed", "France alone"),
    ("anglo-french-1904", "IX", "GBR", "1904-04-07", WAR_ON_FRANCE, "not_owed", "before signature"),
    (
        "anglo-russian-1907",
        "Persia I[concessions]",
        "GBR",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="GBR", **TABRIZ),
        "breached",
        "in the zone of Russia",
    ),
    (
        "anglo-russian-1907",
        "Persia I[concessions]",
        "GBR",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="GBR", **SEISTAN),
        "owed",
        "in its own zone",
    ),
    (
        "anglo-russian-1907",
        "Persia II[concessions]",
        "RUSEMP",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="RUSEMP", **SEISTAN),
        "breached",
        "in the zone of Britain",
    ),
    (
        "anglo-russian-1907",
        "Persia II[concessions]",
        "RUSEMP",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="RUSEMP", **TABRIZ),
        "owed",
        "in its own zone",
    ),
    (
        "anglo-russian-1907",
        "Persia I[concessions]",
        "RUSEMP",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="RUSEMP", **TABRIZ),
        "not_owed",
        "Russia promises it nowhere there",
    ),
    (
        "anglo-russian-1907",
        "Persia I[concessions]",
        "GBR",
        "1909-05-05",
        PERSIA.format(kind="expansion", by="GBR", **SHIRAZ),
        "owed",
        "between the lines",
    ),
    (
        "anglo-russian-1907",
        "Persia I[concessions]",
        "GBR",
        "1907-09-22",
        PERSIA.format(kind="expansion", by="GBR", **TABRIZ),
        "not_owed",
        "before ratification",
    ),
    (
        "anglo-russian-1907",
        "Preamble (Persia)",
        "RUSEMP",
        "1918-05-05",
        PERSIA.format(kind="expansion", by="GBR", **TABRIZ),
        "not_owed",
        "renounced",
    ),
    (
        "anglo-russian-1907",
        "Afghanistan II[occupation]",
        "GBR",
        "1909-05-05",
        KABUL.format(gave="false") + AMIR,
        "not_owed",
        "no consent",
    ),
    (
        "anglo-russian-1907",
        "Afghanistan II[occupation]",
        "GBR",
        "1909-05-05",
        KABUL.format(gave="true") + AMIR,
        "breached",
        "with consent",
    ),
    ("anglo-russian-1907", "Tibet I[interference]", "GBR", "1909-05-05", LHASA.format(kind="interference"), "breached", "in Tibet"),
    (
        "anglo-russian-1907",
        "Tibet I[interference]",
        "GBR",
        "1909-05-05",
        PERSIA.format(kind="interference", by="GBR", **SHIRAZ),
        "owed",
        "not Tibet",
    ),
)


@pytest.mark.parametrize("row", ENTENTES, ids=ids(ENTENTES))
def test_ententes(row: Row) -> None:
    holds(row)


@pytest.mark.parametrize(("treaty", "date"), [("anglo-french-1904", "1914-08-03"), ("anglo-russian-1907", "1914-08-03")])
def test_the_ententes_are_no_alliances(treaty: str, date: str) -> None:
    """Nobody owes help, war or neutrality, whoever is attacked."""
    for on in ("FRA", "GBR", "RUSEMP"):
        attack = f"kind: invasion\nby: GERREICH\non: {on}\nplace: {{territory_of: {on}}}"
        decision = decide(read_event(event(attack, date), real()), treaties=[treaty], library=real())
        assert not {duty.duty for duty in decision.owed()} & {
            "assist",
            "defend",
            "join",
            "stay_neutral",
            "mobilise",
            "grant_facilities",
        }


# ---- North Korea and its two neighbours: aid only to one attacked who is thereby at war

INVADED = "kind: invasion\nby: {by}\non: {on}\nplace: {{territory_of: {on}}}"
INVITED = INVADED.format(by="RUS", on="DEU") + "\nconsented: true"
ANSWERED = INVADED.format(by="RUS", on="DEU") + "\nin_self_defence: true"
STRUCK = "acts: [{{kind: bombardment, by: KOR, on: PRK, place: {{territory_of: PRK}}}}]\nrelations: [{{at_war: [PRK, KOR], value: {war}}}]"
KOREAN_PACTS = ("prc-dprk-1961", "II s2", "CHN"), ("ussr-dprk-1961", "1(2)", "USSR")
NORTH_KOREA: tuple[Row, ...] = (
    *(
        row
        for treaty, article, ally in KOREAN_PACTS
        for row in (
            (treaty, article, ally, "1970-05-05", INVADED.format(by="KOR", on="PRK"), "owed", "invaded, and so at war"),
            (
                treaty,
                article,
                ally,
                "1970-05-05",
                INVADED.format(by="KOR", on="PRK") + "\nprovoked: true",
                "owed",
                "provoked or not",
            ),
            (treaty, article, "PRK", "1970-05-05", INVADED.format(by="USA", on=ally), "owed", "the other way round"),
            (treaty, article, ally, "1970-05-05", STRUCK.format(war="false"), "not_owed", "attacked, but not at war"),
            (treaty, article, ally, "1970-05-05", STRUCK.format(war="unknown"), "depends", "whether there is a war"),
            (treaty, article, ally, "1970-05-05", INVADED.format(by="PRK", on="KOR"), "not_owed", "the ally attacks"),
            (treaty, article, ally, "1961-09-09", INVADED.format(by="KOR", on="PRK"), "not_owed", "before ratification"),
            (
                treaty,
                article,
                "PRK",
                "1970-05-05",
                INVADED.format(by="KOR", on="PRK"),
                "not_owed",
                "nobody helps himself by treaty",
            ),
            (
                treaty,
                article,
                ally,
                "1970-05-05",
                "acts: [{kind: rebellion, by: REBELS, on: PRK, place: {territory_of: PRK}}]\nactors: {REBELS: {kind: non_state}}",
                "not_owed",
                "rebels are no state",
            ),
        )
    ),
    ("prc-dprk-1961", "II s2", "CHN", "2024-05-05", INVADED.format(by="KOR", on="PRK"), "owed", "no term"),
    ("prc-dprk-1961", "II s1", "CHN", "1970-05-05", STRUCK.format(war="false"), "owed", "prevention at all times"),
    (
        "prc-dprk-1961",
        "III[alliance]",
        "CHN",
        "1992-08-24",
        "kind: hostile_alliance\nby: CHN\non: PRK",
        "breached",
        "an alliance against it",
    ),
    (
        "prc-dprk-1961",
        "III[alliance]",
        "CHN",
        "1992-08-24",
        "kind: hostile_alliance\nby: CHN\non: JPN",
        "owed",
        "one against another",
    ),
    ("prc-dprk-1961", "IV", "PRK", "1970-05-05", STRUCK.format(war="false"), "owed", "consultation at all times"),
    (
        "ussr-dprk-1961",
        "1(2)",
        "RUS",
        "1995-05-05",
        INVADED.format(by="KOR", on="PRK"),
        "owed",
        "Russia continues the Soviet Union",
    ),
    ("ussr-dprk-1961", "1(2)", "RUS", "1996-09-10", INVADED.format(by="KOR", on="PRK"), "not_owed", "lapsed with its term"),
    (
        "ussr-dprk-1961",
        "2[deeds]",
        "USSR",
        "1970-05-05",
        INVADED.format(by="USSR", on="PRK"),
        "breached",
        "a deed against the other",
    ),
    ("ussr-dprk-1961", "2[deeds]", "USSR", "1970-05-05", INVADED.format(by="USSR", on="CHN"), "owed", "a deed against a third"),
    ("ussr-dprk-1961", "6", "PRK", "1970-05-05", STRUCK.format(war="false"), "not_owed", "no leaving in the first ten years"),
    ("ussr-dprk-1961", "6", "PRK", "1975-05-05", STRUCK.format(war="false"), "permitted", "then at the end of five years"),
)


@pytest.mark.parametrize("row", NORTH_KOREA, ids=ids(NORTH_KOREA))
def test_north_korea(row: Row) -> None:
    holds(row)


# ---- Five Power Defence Arrangements: consultation, and nothing more

RISING = "acts: [{{kind: rebellion, by: REBELS, on: MYS, place: {{territory_of: MYS}}, {fact}}}]\nactors: {{REBELS: {{kind: non_state}}}}"
FIVE_POWERS: tuple[Row, ...] = (
    ("fpda-1971", "5[attack]", "AUS", "1975-05-05", INVADED.format(by="IDN", on="SGP"), "owed", "attacked from outside"),
    (
        "fpda-1971",
        "5[attack]",
        "SGP",
        "1975-05-05",
        INVADED.format(by="IDN", on="SGP"),
        "owed",
        "the one attacked consults as well",
    ),
    ("fpda-1971", "5[threat]", "MYS", "1975-05-05", "kind: ultimatum\nby: IDN\nto: SGP", "owed", "the threat of it"),
    (
        "fpda-1971",
        "5",
        "MYS",
        "1975-05-05",
        INVADED.format(by="IDN", on="AUS"),
        "not_owed",
        "only Malaysia and Singapore are protected",
    ),
    ("fpda-1971", "5", "SGP", "1982-04-02", INVADED.format(by="ARG", on="GBR"), "not_owed", "nor Great Britain"),
    ("fpda-1971", "5", "GBR", "1971-10-31", INVADED.format(by="IDN", on="MYS"), "not_owed", "before the arrangements"),
    (
        "fpda-1971",
        "5",
        "NZL",
        "1975-05-05",
        RISING.format(fact="directed_from_abroad: false, supported_from_abroad: false"),
        "not_owed",
        "internal security is left to each",
    ),
    (
        "fpda-1971",
        "5[rising]",
        "NZL",
        "1975-05-05",
        RISING.format(fact="supported_from_abroad: true"),
        "owed",
        "a rising fed from outside",
    ),
    ("fpda-1971", "5[rising]", "NZL", "1975-05-05", RISING.format(fact="supported_from_abroad: unknown"), "depends", "fed by whom"),
)


@pytest.mark.parametrize("row", FIVE_POWERS, ids=ids(FIVE_POWERS))
def test_five_powers(row: Row) -> None:
    holds(row)


def test_the_five_powers_promise_no_help_and_bind_in_policy_only() -> None:
    attack = INVADED.format(by="IDN", on="MYS")
    decision = decide(read_event(event(attack, "1975-05-05"), real()), treaties=["fpda-1971"], library=real())
    assert {duty.force for duty in decision.owed()} == {"political"}
    assert not {duty.duty for duty in decision.owed()} & {"assist", "defend", "join", "act_to_meet_common_danger"}


# ---- the Gulf: an attack on one is one on all, and a danger asks for consultation

DOHA = "kind: bombardment\nby: ISR\non: QAT\nplace: {territory_of: QAT}\n"
UN_ACTED = "acts: [{kind: invasion, by: IRQ, on: KWT}]\ndecisions: [{body: security_council, decision: necessary_measures}]"
GULF: tuple[Row, ...] = (
    ("gcc-2000", "3[aid]", "SAU", "2010-05-05", INVADED.format(by="IRQ", on="KWT"), "owed", "attacked"),
    ("gcc-2000", "3[aid]", "QAT", "2010-05-05", INVADED.format(by="IRQ", on="KWT"), "owed", "each of the others"),
    ("gcc-2000", "3[aid]", "KWT", "2010-05-05", INVADED.format(by="IRQ", on="KWT"), "not_owed", "not the victim"),
    ("gcc-2000", "3[aid]", "SAU", "2010-05-05", INVADED.format(by="SAU", on="QAT"), "not_owed", "not the attacker"),
    ("gcc-2000", "3[aid]", "OMN", "2010-05-05", INVADED.format(by="SAU", on="QAT"), "owed", "against a member as well"),
    ("gcc-2000", "3[aid]", "OMN", "2010-05-05", INVADED.format(by="USA", on="IRQ"), "not_owed", "Iraq is no member"),
    ("gcc-2000", "3[aid]", "SAU", "1990-08-02", INVADED.format(by="IRQ", on="KWT"), "not_owed", "ten years too early"),
    ("gcc-2000", "3[aid]", "SAU", "2010-05-05", UN_ACTED, "not_owed", "the Council has acted"),
    (
        "gcc-2000",
        "3[aid]",
        "OMN",
        "2001-12-30",
        INVADED.format(by="IRQ", on="QAT"),
        "disputed",
        "signed, not known to have ratified",
    ),
    ("gcc-2000", "3[aid]", "SAU", "2025-09-09", DOHA, "owed", "bombs on a member"),
    ("gcc-2000", "3[report-un]", "SAU", "2010-05-05", INVADED.format(by="IRQ", on="KWT"), "owed", "who helps reports"),
    ("gcc-2000", "3[aid]", "SAU", "2010-05-05", "kind: ultimatum\nby: IRQ\nto: KWT", "not_owed", "a threat alone"),
    ("gcc-2000", "4", "SAU", "2010-05-05", "kind: ultimatum\nby: IRQ\nto: KWT\njudged_by: [KWT]", "owed", "one member thinks so"),
    ("gcc-2000", "4", "SAU", "2010-05-05", "kind: ultimatum\nby: IRQ\nto: KWT", "depends", "nobody has said so"),
    ("gcc-2000", "1[force]", "SAU", "2010-05-05", INVADED.format(by="SAU", on="QAT"), "breached", "force on a member"),
    ("gcc-2000", "1[force]", "SAU", "2015-03-26", INVADED.format(by="SAU", on="YEM"), "owed", "Yemen is no member"),
)


@pytest.mark.parametrize("row", GULF, ids=ids(GULF))
def test_gulf(row: Row) -> None:
    holds(row)


# ---- West Africa: the Authority decides; a written request of the head of state; nothing in a purely internal conflict

FROM_OUTSIDE = """acts:
  - {kind: invasion, by: FRA, on: GHA, place: {territory_of: GHA}}
  - {kind: request_for_assistance, by: GHA, to: ECOWAS, written: WRITTEN, by_head_of_state: HEAD}
decisions: [{body: ecowas_authority, decision: dispatch_of_force, outcome: OUTCOME}]
"""
INSIDE = """acts:
  - {kind: rebellion, by: REBELS, on: LBR, place: {territory_of: LBR}, supported_from_abroad: FED}
  - {kind: request_for_assistance, by: LBR, to: ECOWAS, written: true, by_head_of_state: true}
actors: {REBELS: {kind: non_state}}
decisions:
  - {body: ecowas_authority, decision: dispatch_of_force}
  - {body: ecowas_authority, decision: finds_threat}
"""


def outside(written: str = "true", head: str = "true", outcome: str = "adopted") -> str:
    return FROM_OUTSIDE.replace("WRITTEN", written).replace("HEAD", head).replace("OUTCOME", outcome)


MEMBERS_FIGHT = "acts: [{kind: invasion, by: MLI, on: BFA}]\nfacts: {failed_settlement: TRIED}\ndecisions: [{body: ecowas_authority, decision: dispatch_of_force}]"
LET_IN = "kind: incursion\nby: GHA\non: BFA\nconsented: true\nplace: {territory_of: BFA}"
WEST_AFRICA: tuple[Row, ...] = (
    ("ecowas-pmad-1981", "3[aggression]", "NGA", "1990-05-05", INVADED.format(by="FRA", on="GHA"), "owed", "aggression by a state"),
    ("ecowas-pmad-1981", "3[threat]", "NGA", "1990-05-05", "kind: ultimatum\nby: FRA\nto: GHA", "owed", "a threat suffices"),
    ("ecowas-pmad-1981", "3", "NGA", "1990-05-05", INVADED.format(by="FRA", on="TCD"), "not_owed", "Chad is no member"),
    ("ecowas-pmad-1981", "3", "NGA", "1986-09-29", INVADED.format(by="FRA", on="GHA"), "not_owed", "before entry into force"),
    ("ecowas-pmad-1981", "3", "NER", "2025-05-05", INVADED.format(by="FRA", on="GHA"), "not_owed", "Niger has left"),
    ("ecowas-pmad-1981", "3[aggression]", "CPV", "1990-05-05", INVADED.format(by="FRA", on="GHA"), "disputed", "did not sign"),
    ("ecowas-pmad-1981", "16[dispatch]", "NGA", "1990-05-05", outside(), "owed", "asked in form, and decided"),
    ("ecowas-pmad-1981", "16[dispatch]", "NGA", "1990-05-05", outside(written="false"), "not_owed", "asked by word of mouth"),
    (
        "ecowas-pmad-1981",
        "16[dispatch]",
        "NGA",
        "1990-05-05",
        outside(head="false"),
        "not_owed",
        "asked by another than the head of state",
    ),
    ("ecowas-pmad-1981", "16[dispatch]", "NGA", "1990-05-05", outside(outcome="not_adopted"), "not_owed", "the Authority declined"),
    (
        "ecowas-pmad-1981",
        "16[notice]",
        "ecowas_authority",
        "1990-05-05",
        outside(outcome="not_adopted"),
        "owed",
        "it is seized all the same",
    ),
    (
        "ecowas-pmad-1981",
        "16[notice]",
        "ecowas_authority",
        "1990-05-05",
        outside(written="false"),
        "not_owed",
        "told by word of mouth",
    ),
    ("ecowas-pmad-1981", "16[notice]", "ecowas_authority", "1990-05-05", outside(head="false"), "not_owed", "told by a minister"),
    ("ecowas-pmad-1981", "16[alert]", "NGA", "1990-05-05", outside(outcome="not_adopted"), "owed", "the request alone alerts"),
    ("ecowas-pmad-1981", "17", "ecowas_authority", "1990-05-05", LET_IN, "not_owed", "troops that were let in fight nobody"),
    ("ecowas-pmad-1981", "18(1)", "NGA", "1990-05-05", INSIDE.replace("FED", "true"), "owed", "sustained from outside"),
    ("ecowas-pmad-1981", "18(1)", "NGA", "1990-05-05", INSIDE.replace("FED", "false"), "not_owed", "purely internal"),
    ("ecowas-pmad-1981", "18(1)", "NGA", "1990-05-05", INSIDE.replace("FED", "unknown"), "depends", "fed by whom"),
    ("ecowas-pmad-1981", "18(2)", "ecowas_authority", "1990-05-05", INSIDE.replace("FED", "false"), "owed", "keeps out"),
    ("ecowas-pmad-1981", "18(2)", "ecowas_authority", "1990-05-05", INSIDE.replace("FED", "true"), "not_owed", "no ban"),
    ("ecowas-pmad-1981", "4(b)", "NGA", "1990-05-05", INSIDE.replace("FED", "true"), "owed", "fed from outside, a danger to all"),
    ("ecowas-pmad-1981", "4(b)", "NGA", "1990-05-05", INSIDE.replace("FED", "false"), "not_owed", "not fed from outside"),
    (
        "ecowas-pmad-1981",
        "4(a)",
        "NGA",
        "1990-05-05",
        MEMBERS_FIGHT.replace("TRIED", "true").replace("MLI", "GHA"),
        "owed",
        "after settlement failed",
    ),
    (
        "ecowas-pmad-1981",
        "4(a)",
        "NGA",
        "1990-05-05",
        MEMBERS_FIGHT.replace("TRIED", "false").replace("MLI", "GHA"),
        "not_owed",
        "not yet tried",
    ),
    (
        "ecowas-pmad-1981",
        "17[interposition]",
        "ecowas_authority",
        "1990-05-05",
        INVADED.format(by="GHA", on="BFA"),
        "permitted",
        "between them",
    ),
    (
        "ecowas-pmad-1981",
        "17[interposition]",
        "ecowas_authority",
        "1990-05-05",
        INVADED.format(by="FRA", on="BFA"),
        "not_owed",
        "not members both",
    ),
    (
        "ecowas-pmad-1981",
        "17[mediation]",
        "ecowas_authority",
        "1990-05-05",
        INVADED.format(by="GHA", on="BFA"),
        "owed",
        "mediates first",
    ),
)


@pytest.mark.parametrize("row", WEST_AFRICA, ids=ids(WEST_AFRICA))
def test_west_africa(row: Row) -> None:
    holds(row)


# ---- southern Africa: collective action when the Summit mandates it, and each in its manner

SOUTH = """acts:
  - {kind: invasion, by: RWA, on: COD, place: {territory_of: COD}}
  - {kind: request_for_assistance, by: COD, to: SADC, happened: ASKED}
  - {kind: consent, by: COD, to: ZAF, happened: ASKED}
decisions:
  - {body: sadc_summit, decision: collective_measures, outcome: OUTCOME}
  - {body: sadc_summit, decision: dispatch_of_force, outcome: SENT}
"""


def south(asked: str = "true", outcome: str = "adopted", sent: str = "not_adopted") -> str:
    return SOUTH.replace("ASKED", asked).replace("OUTCOME", outcome).replace("SENT", sent)


SOUTHERN_AFRICA: tuple[Row, ...] = (
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", south(), "owed", "mandated and asked for"),
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", south(outcome="not_adopted"), "not_owed", "no mandate"),
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", south(asked="false"), "not_owed", "nobody asked"),
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", south(asked="false", sent="adopted"), "owed", "the Summit decided by the protocol"),
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", INVADED.format(by="RWA", on="COD"), "depends", "what the Summit decides"),
    ("sadc-2003", "6(1)", "COD", "2024-01-27", south(), "not_owed", "not the victim"),
    ("sadc-2003", "6(1)", "ZAF", "2008-08-16", south(), "not_owed", "before entry into force"),
    ("sadc-2003", "6(1)", "RWA", "2024-01-27", south(), "not_owed", "no party"),
    ("sadc-2003", "6(1)", "ZAF", "2024-01-27", INVADED.format(by="RWA", on="BDI"), "not_owed", "Burundi is no party"),
    ("sadc-2003", "6(1)", "AGO", "2024-01-27", south(), "disputed", "had not signed"),
    ("sadc-2003", "6(4)[au]", "ZAF", "2024-01-27", south(), "owed", "who acts reports"),
    ("sadc-2003", "5", "ZAF", "2024-01-27", "kind: ultimatum\nby: RWA\nto: COD\njudged_by: [COD]", "owed", "one party thinks so"),
    ("sadc-2003", "8[subversion]", "ZAF", "2024-01-27", "kind: subversion\nby: ZAF\non: LSO", "breached", "destabilises a party"),
    ("sadc-2003", "8[subversion]", "ZAF", "2024-01-27", "kind: subversion\nby: ZAF\non: RWA", "owed", "a state outside the pact"),
    (
        "sadc-2003",
        "7(2)[action]",
        "ZAF",
        "2014-05-05",
        "acts: [{kind: consent, by: LSO, to: ZAF, happened: false}, {kind: request_for_assistance, by: LSO, to: ZAF, happened: false},"
        " {kind: intervention, by: ZAF, on: LSO, place: {territory_of: LSO}}]\n"
        "decisions: [{body: sadc_summit, decision: dispatch_of_force, outcome: not_adopted}]",
        "breached",
        "forces sent in unasked",
    ),
    (
        "sadc-2003",
        "7(2)[action]",
        "ZAF",
        "2014-05-05",
        "acts: [{kind: request_for_assistance, by: LSO, to: ZAF}, {kind: intervention, by: ZAF, on: LSO, place: {territory_of: LSO}}]",
        "owed",
        "asked for by the state itself",
    ),
)


@pytest.mark.parametrize("row", SOUTHERN_AFRICA, ids=ids(SOUTHERN_AFRICA))
def test_southern_africa(row: Row) -> None:
    holds(row)


def test_southern_africa_each_helps_in_the_manner_that_it_deems_fit() -> None:
    found = [duty for duty in rows("sadc-2003", "6(1)", south(), "2024-01-27") if duty.bearer == "ZAF"]
    assert {duty.strength for duty in found} == {"measures_deemed_necessary"}


@pytest.mark.parametrize(
    ("treaty", "report", "happened", "day"),
    [
        ("gcc-2000", "3[report-un]", "kind: ultimatum\nby: IRQ\nto: KWT", "2010-05-05"),
        ("sadc-2003", "6(4)[un]", south(outcome="not_adopted"), "2024-01-27"),
    ],
)
def test_who_owes_no_help_owes_no_report(treaty: str, report: str, happened: str, day: str) -> None:
    decision = decide(read_event(event(happened, day), real()), treaties=[treaty], library=real())
    assert not [duty.id for duty in decision.owed() if duty.id.startswith(f"{treaty}:{report}")]


# ---- France and Germany, 2019: all means, on the scope of the Union's clause

AACHEN: tuple[Row, ...] = (
    ("aachen-2019", "4(1)", "DEU", "2024-05-05", INVADED.format(by="RUS", on="FRA"), "owed", "attacked on its land"),
    ("aachen-2019", "4(1)", "FRA", "2024-05-05", INVADED.format(by="RUS", on="DEU"), "owed", "the other way round"),
    ("aachen-2019", "4(1)", "FRA", "2024-05-05", INVADED.format(by="RUS", on="POL"), "not_owed", "Poland is no party"),
    ("aachen-2019", "4(1)", "FRA", "2019-05-05", INVADED.format(by="RUS", on="DEU"), "not_owed", "signed, not in force"),
    ("aachen-2019", "4(1)", "FRA", "2024-05-05", INVITED, "not_owed", "troops that the government asked for are no aggression"),
    ("aachen-2019", "4(1)", "FRA", "2024-05-05", ANSWERED, "not_owed", "nor is force in self-defence"),
    (
        "aachen-2019",
        "4(1)",
        "DEU",
        "2024-05-05",
        "kind: bombardment\nby: RUS\non: FRA\ntarget: warship\nplace: {sea: mediterranean_sea, zone: high_seas, territory_of: none}",
        "not_owed",
        "ships at sea are no territory",
    ),
    ("aachen-2019", "8(2)", "FRA", "2024-05-05", INVADED.format(by="RUS", on="POL"), "owed", "supports a seat for Germany"),
    ("aachen-2019", "8(2)", "DEU", "2024-05-05", INVADED.format(by="RUS", on="POL"), "not_owed", "France has its seat"),
)


@pytest.mark.parametrize("row", AACHEN, ids=ids(AACHEN))
def test_aachen(row: Row) -> None:
    holds(row)


# ---- England and Portugal: help on request, the colonies, Spain and France

GOA = """acts:
  - {kind: invasion, by: IND, on: PRT, place: {territory: goa}}
  - {kind: request_for_assistance, by: PRT, to: GBR, happened: ASKED}
  - {kind: invocation, by: PRT, to: GBR, happened: ASKED}
"""
AT_PEACE_WITH_TRANSVAAL = "acts: [{kind: invasion, by: FRA, on: GBR}]\nrelations: [{at_war: [GBR, TRANSVAAL], value: false}]"
BOER_WAR = "kind: declaration_of_war\nby: TRANSVAAL\non: GBR"
ASKED_IN_WAR = (
    "acts: [{{kind: declaration_of_war, by: GERREICH, on: {one}}}, {{kind: request_for_assistance, by: {one}, to: {other}}}]"
)
PORTUGAL: tuple[Row, ...] = (
    ("anglo-portuguese", "1373 I[aid]", "GBR", "1914-05-05", INVADED.format(by="GERREICH", on="PRT"), "owed", "against all men"),
    (
        "anglo-portuguese",
        "1373 I[aid]",
        "PRT",
        "1914-08-05",
        INVADED.format(by="GERREICH", on="GBR"),
        "owed",
        "the other way round",
    ),
    (
        "anglo-portuguese",
        "1373 I[aid]",
        "GBR",
        "1914-08-05",
        INVADED.format(by="GERREICH", on="BEL"),
        "not_owed",
        "Belgium is no party",
    ),
    (
        "anglo-portuguese",
        "1373 I[enemies]",
        "PRT",
        "1914-08-05",
        INVADED.format(by="GERREICH", on="GBR"),
        "owed",
        "no help to its enemies",
    ),
    ("anglo-portuguese", "1386[aid]", "PRT", "1916-02-23", ASKED_IN_WAR.format(one="GBR", other="PRT"), "owed", "asked in war"),
    ("anglo-portuguese", "1661 XV", "GBR", "1914-05-05", INVADED.format(by="GERREICH", on="PRT"), "owed", "as England itself"),
    (
        "anglo-portuguese",
        "1661 XV",
        "PRT",
        "1914-08-05",
        INVADED.format(by="GERREICH", on="GBR"),
        "not_owed",
        "England's promise alone",
    ),
    ("anglo-portuguese", "1661 secret", "GBR", "1961-12-18", GOA.replace("ASKED", "true"), "owed", "colonies, against all"),
    (
        "anglo-portuguese",
        "1661 secret",
        "GBR",
        "1961-12-18",
        GOA.replace("ASKED", "false"),
        "owed",
        "before the reading of 1962",
    ),
    (
        "anglo-portuguese",
        "1661 secret",
        "GBR",
        "1914-05-05",
        INVADED.format(by="ESP", on="PRT"),
        "not_owed",
        "Portugal is no colony",
    ),
    (
        "anglo-portuguese",
        "1661 secret",
        "GBR",
        "1963-05-05",
        INVADED.format(by="IDN", on="AUS"),
        "not_owed",
        "not Portugal's",
    ),
    ("anglo-portuguese", "1703 II-IV", "GBR", "1914-05-05", INVADED.format(by="ESP", on="PRT"), "owed", "Spain"),
    (
        "anglo-portuguese",
        "1703 II-IV",
        "GBR",
        "1914-05-05",
        INVADED.format(by="GERREICH", on="PRT"),
        "not_owed",
        "an enemy not named",
    ),
    (
        "anglo-portuguese",
        "1703 XI",
        "PRT",
        "1898-11-05",
        "kind: declaration_of_war\nby: FRA\non: GBR",
        "owed",
        "good offices first",
    ),
    (
        "anglo-portuguese",
        "1703 XI",
        "PRT",
        "1914-08-05",
        INVADED.format(by="GERREICH", on="GBR"),
        "not_owed",
        "neither Spain nor France",
    ),
    (
        "anglo-portuguese",
        "1703 XII",
        "PRT",
        "1898-11-05",
        "acts: [{kind: declaration_of_war, by: FRA, on: GBR}]\nfacts: {failed_settlement: true}",
        "owed",
        "war when they fail",
    ),
    (
        "anglo-portuguese",
        "1703 XII",
        "PRT",
        "1898-11-05",
        "acts: [{kind: declaration_of_war, by: FRA, on: GBR}]\nfacts: {failed_settlement: false}",
        "not_owed",
        "not before",
    ),
    ("anglo-portuguese", "1899[arms]", "PRT", "1900-05-05", BOER_WAR, "owed", "no passage in the war with the Transvaal"),
    ("anglo-portuguese", "1899[arms]", "PRT", "1899-10-13", BOER_WAR, "not_owed", "before the declaration"),
    ("anglo-portuguese", "1899[arms]", "PRT", "1900-05-05", AT_PEACE_WITH_TRANSVAAL, "not_owed", "another war"),
    ("anglo-portuguese", "Azores 1943", "PRT", "1943-10-12", INVADED.format(by="GERREICH", on="GRC"), "owed", "facilities"),
    (
        "anglo-portuguese",
        "Azores 1943",
        "PRT",
        "1943-08-16",
        INVADED.format(by="GERREICH", on="GRC"),
        "not_owed",
        "before the agreement",
    ),
    ("anglo-portuguese", "1642 I", "GBR", "1890-01-11", INVADED.format(by="GBR", on="PRT"), "breached", "peace for ever"),
    ("anglo-portuguese", "1642 I", "GBR", "1982-05-05", INVADED.format(by="GBR", on="ARG"), "owed", "with Portugal"),
)


@pytest.mark.parametrize("row", PORTUGAL, ids=ids(PORTUGAL))
def test_portugal(row: Row) -> None:
    holds(row)


def test_portugal_whether_help_waits_for_a_call_is_disputed_since_1962() -> None:
    happened = INVADED.format(by="ESP", on="PRT").replace("kind", "acts: [{kind").replace("\n", ", ") + "}"
    asked = ", {kind: request_for_assistance, by: PRT, to: GBR, happened: %s}, {kind: invocation, by: PRT, to: GBR, happened: %s}]"
    assert verdicts("anglo-portuguese", "1661 XV", happened + asked % ("false", "false"), "1965-05-05", "GBR") == {"disputed"}
    assert verdicts("anglo-portuguese", "1661 XV", happened + asked % ("true", "false"), "1965-05-05", "GBR") == {"owed"}


def test_portugal_who_asks_bears_the_costs() -> None:
    happened = ASKED_IN_WAR.format(one="GBR", other="PRT")
    found = {
        duty.bearer
        for duty in rows("anglo-portuguese", "1386[costs]", happened, "1916-02-23")
        if duty.duty == "bear_costs" and duty.verdict == "owed"
    }
    assert found == {"GBR"}


# ---- what is owed at all times, and before or after not at all

QUIET = "kind: unrest\non: ESP\nby: []"
# (treaty, clause, bearer, a day on which it stands, a day on which it does not, the verdict)
STANDING: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("anglo-japanese-1902", "I s1", "GBR", "1904-05-05", "1902-01-29", "owed"),
    ("anglo-japanese-1902", "Naval notes[concert]", "JPN", "1904-05-05", "1905-08-12", "owed"),
    ("anglo-japanese-1902", "Naval notes[facilities]", "GBR", "1904-05-05", "1905-08-12", "owed"),
    ("anglo-japanese-1902", "Naval notes[fleet]", "GBR", "1904-05-05", "1905-08-12", "owed"),
    ("anglo-japanese-1905", "III[measures]", "JPN", "1906-05-05", "1911-07-13", "permitted"),
    ("anglo-japanese-1905", "IV[measures]", "GBR", "1906-05-05", "1905-08-11", "permitted"),
    ("anglo-japanese-1905", "VII[plans]", "JPN", "1906-05-05", "1905-08-11", "owed"),
    ("anglo-japanese-1905", "VII[consult]", "GBR", "1906-05-05", "1911-07-13", "owed"),
    ("anglo-japanese-1911", "V[plans]", "JPN", "1914-05-05", "1923-08-17", "owed"),
    ("anglo-japanese-1911", "V[consult]", "GBR", "1914-05-05", "1911-07-12", "owed"),
    ("anglo-french-1904", "II[order]", "FRA", "1911-05-05", "1904-04-07", "permitted"),
    ("anglo-french-1904", "VII[build]", "GBR", "1911-05-05", "1904-04-07", "owed"),
    ("anglo-french-1904", "VII[others]", "FRA", "1911-05-05", "1904-04-07", "owed"),
    ("anglo-french-1904", "VIII[talk]", "FRA", "1904-05-05", "1904-10-03", "owed"),
    ("anglo-russian-1907", "Preamble (Persia)", "GBR", "1909-05-05", "1907-09-22", "owed"),
    ("anglo-russian-1907", "Tibet I[territory]", "RUSEMP", "1909-05-05", "1918-05-05", "owed"),
    ("prc-dprk-1961", "I", "CHN", "1965-05-05", "1961-09-09", "owed"),
    ("prc-dprk-1961", "V[independence]", "CHN", "2024-05-05", "1961-09-09", "owed"),
    ("prc-dprk-1961", "V[aid]", "PRK", "2024-05-05", "1961-09-09", "owed"),
    ("ussr-dprk-1961", "1(1)", "USSR", "1965-05-05", "1996-09-10", "owed"),
    ("ussr-dprk-1961", "3", "PRK", "1995-05-05", "1996-09-10", "owed"),
    ("ussr-dprk-1961", "4[independence]", "USSR", "1965-05-05", "1996-09-10", "owed"),
    ("ussr-dprk-1961", "4[aid]", "RUS", "1995-05-05", "1996-09-10", "owed"),
    ("fpda-1971", "2", "NZL", "1975-05-05", "1971-10-31", "owed"),
    ("fpda-1971", "3", "GBR", "1975-05-05", "1971-10-31", "owed"),
    ("fpda-1971", "6[system]", "AUS", "1975-05-05", "1971-10-31", "owed"),
    ("fpda-1971", "6[council]", "SGP", "1975-05-05", "1971-10-31", "owed"),
    ("fpda-1971", "8", "MYS", "1975-05-05", "1971-10-31", "owed"),
    ("gcc-2000", "1[settlement]", "OMN", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "5[capacity]", "KWT", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "5[information]", "BHR", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "6", "SAU", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "7", "QAT", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "8", "ARE", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "9-10[seat]", "ARE", "2010-05-05", "2000-12-30", "owed"),
    ("gcc-2000", "9-10[meeting]", "QAT", "2025-09-10", "2000-12-30", "permitted"),
    ("ecowas-pmad-1981", "13", "SEN", "1990-05-05", "1986-09-29", "owed"),
    ("ecowas-pmad-1981", "13", "NER", "2024-05-05", "2025-01-29", "owed"),
    ("ecowas-pmad-1981", "13", "MRT", "1999-05-05", "2000-12-31", "owed"),
    ("ecowas-pmad-1981", "20(1)", "NGA", "1990-05-05", "1986-09-29", "owed"),
    ("ecowas-pmad-1981", "20(3)", "CIV", "1990-05-05", "1986-09-29", "owed"),
    ("sadc-2003", "3[settlement]", "TZA", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "4", "BWA", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "7(1)[territory]", "MWI", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "8[territory]", "COD", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "9[cooperation]", "ZMB", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "9[information]", "ZWE", "2010-05-05", "2008-08-16", "owed"),
    ("sadc-2003", "Withdrawal", "LSO", "2010-05-05", "2008-08-16", "permitted"),
    ("aachen-2019", "1-2[policy]", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "1-2[consult]", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "3", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "4(2)", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "4(3)[capability]", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "4(3)[forces]", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "4(3)[exports]", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "4(4)", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "5", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "6[security]", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "6[unit]", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "7", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "8(1)", "DEU", "2024-05-05", "2020-01-21", "owed"),
    ("aachen-2019", "23-26", "FRA", "2024-05-05", "2020-01-21", "owed"),
    ("anglo-portuguese", "1815 III", "PRT", "1914-05-05", "1815-01-21", "owed"),
)


@pytest.mark.parametrize("row", STANDING, ids=[f"{row[0]}-{row[1]}-{row[2]}" for row in STANDING])
def test_owed_at_all_times_while_it_stands(row: tuple[str, str, str, str, str, str]) -> None:
    treaty, clause, bearer, within, outside_, verdict = row
    assert verdicts(treaty, clause, QUIET, within, bearer) == {verdict}
    decision = decide(read_event(event(QUIET, outside_), real()), treaties=[treaty], library=real())
    assert not [
        duty.id for duty in decision.duties if duty.id.startswith(f"{treaty}:{clause}/{bearer}") and duty.verdict != "not_owed"
    ]


# ---- what is forbidden: the deed that breaks it, and one that does not

DEED = "kind: {kind}\nby: {by}\non: {on}\n"


def deed(kind: str, by: str, on: str, place: str = "") -> str:
    return DEED.format(kind=kind, by=by, on=on) + (f"place: {place}" if place else "")


GOODS_OF_KOREA = "{region: korean_peninsula}"
KHYBER = "{lat: 34.5, lon: 69.2}"
WITH_CONSENT_OF_THE_AMIR = "acts: [{kind: consent, by: AMIR, to: GBR}, {ACT}]\n" + AMIR


def afghan(act: str) -> str:
    return WITH_CONSENT_OF_THE_AMIR.replace("ACT", act + ", place: " + KHYBER)


# (treaty, clause, bearer, day, the breach, the deed that is none)
FORBIDDEN: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "anglo-japanese-1905",
        "III[free-hand]",
        "GBR",
        "1906-05-05",
        deed("obstruction", "GBR", "JPN", GOODS_OF_KOREA),
        deed("obstruction", "GBR", "JPN", "{territory: manchuria}"),
    ),
    (
        "anglo-japanese-1905",
        "IV[free-hand]",
        "JPN",
        "1906-05-05",
        deed("obstruction", "JPN", "GBR", "{region: south_asia}"),
        deed("obstruction", "JPN", "GBR", "{territory: egypt}"),
    ),
    (
        "anglo-japanese-1911",
        "III",
        "JPN",
        "1916-07-03",
        ARRANGEMENT.format(asked="false"),
        ARRANGEMENT.format(asked="true"),
    ),
    (
        "anglo-french-1904",
        "I[status]",
        "GBR",
        "1914-05-05",
        deed("change_of_status_quo", "GBR", "[]", "{territory: egypt}"),
        deed("change_of_status_quo", "GBR", "[]", "{territory: cyprus}"),
    ),
    (
        "anglo-french-1904",
        "II[status]",
        "FRA",
        "1912-03-30",
        deed("change_of_status_quo", "FRA", "[]", "{territory: morocco}"),
        deed("change_of_status_quo", "FRA", "[]", "{territory: tunisia}"),
    ),
    (
        "anglo-french-1904",
        "III",
        "GBR",
        "1906-05-05",
        deed("breach", "GBR", "FRA", "{territory: egypt}"),
        deed("breach", "GBR", "FRA", "{territory: morocco}"),
    ),
    (
        "anglo-french-1904",
        "Siam[annexation]",
        "FRA",
        "1906-05-05",
        deed("annexation", "FRA", "THA"),
        deed("annexation", "FRA", "MAR"),
    ),
    (
        "anglo-french-1904",
        "Siam[influence]",
        "GBR",
        "1906-05-05",
        deed("obstruction", "GBR", "FRA", "{lat: 13.1, lon: 103.2, territory_of: THA}"),
        deed("obstruction", "GBR", "FRA", "{lat: 6.1, lon: 100.4, territory_of: THA}"),
    ),
    (
        "anglo-russian-1907",
        "Persia I[opposition]",
        "GBR",
        "1909-05-05",
        deed("obstruction", "GBR", "RUSEMP", "{lat: 38.08, lon: 46.29, territory_of: IRN}"),
        deed("obstruction", "GBR", "RUSEMP", "{lat: 30.9, lon: 61.2, territory_of: IRN}"),
    ),
    (
        "anglo-russian-1907",
        "Persia II[opposition]",
        "RUSEMP",
        "1909-05-05",
        deed("obstruction", "RUSEMP", "GBR", "{lat: 30.9, lon: 61.2, territory_of: IRN}"),
        deed("obstruction", "RUSEMP", "GBR", "{lat: 38.08, lon: 46.29, territory_of: IRN}"),
    ),
    (
        "anglo-russian-1907",
        "Persia III[britain]",
        "GBR",
        "1909-05-05",
        "acts: [{kind: prior_agreement, by: GBR, on: RUSEMP, happened: false},"
        " {kind: obstruction, by: GBR, on: RUSEMP, place: {lat: 29.6, lon: 52.5, territory_of: IRN}}]",
        "acts: [{kind: prior_agreement, by: GBR, on: RUSEMP}, {kind: obstruction, by: GBR, on: RUSEMP, place: {lat: 29.6, lon: 52.5, territory_of: IRN}}]",
    ),
    (
        "anglo-russian-1907",
        "Persia III[russia]",
        "RUSEMP",
        "1909-05-05",
        "acts: [{kind: prior_agreement, by: RUSEMP, on: GBR, happened: false},"
        " {kind: obstruction, by: RUSEMP, on: GBR, place: {lat: 29.6, lon: 52.5, territory_of: IRN}}]",
        "acts: [{kind: prior_agreement, by: RUSEMP, on: GBR}, {kind: obstruction, by: RUSEMP, on: GBR, place: {lat: 29.6, lon: 52.5, territory_of: IRN}}]",
    ),
    (
        "anglo-russian-1907",
        "Afghanistan I[status]",
        "GBR",
        "1909-05-05",
        afghan("kind: change_of_status_quo, by: GBR, on: []"),
        afghan("kind: change_of_status_quo, by: RUSEMP, on: []"),
    ),
    (
        "anglo-russian-1907",
        "Afghanistan I[threats]",
        "GBR",
        "1909-05-05",
        afghan("kind: show_of_force, by: GBR, to: RUSEMP"),
        afghan("kind: show_of_force, by: GBR, to: CHN"),
    ),
    (
        "anglo-russian-1907",
        "Afghanistan I[sphere]",
        "RUSEMP",
        "1909-05-05",
        afghan("kind: expansion, by: RUSEMP, on: []"),
        afghan("kind: expansion, by: GBR, on: []"),
    ),
    (
        "anglo-russian-1907",
        "Afghanistan II[annexation]",
        "GBR",
        "1909-05-05",
        afghan("kind: annexation, by: GBR, on: []"),
        afghan("kind: annexation, by: GBR, on: []").replace(KHYBER, "{lat: 25, lon: 85}"),
    ),
    (
        "anglo-russian-1907",
        "Tibet III-V",
        "GBR",
        "1909-05-05",
        LHASA.format(kind="expansion"),
        deed("expansion", "GBR", "[]", "{lat: 25, lon: 85}"),
    ),
    ("prc-dprk-1961", "III[deeds]", "CHN", "1970-05-05", deed("sabotage", "CHN", "PRK"), deed("sabotage", "CHN", "KOR")),
    (
        "prc-dprk-1961",
        "III[territory]",
        "CHN",
        "1970-05-05",
        "kind: lending_of_territory\nby: CHN\non: PRK",
        "kind: lending_of_territory\nby: CHN\non: KOR",
    ),
    (
        "prc-dprk-1961",
        "V[interference]",
        "CHN",
        "1970-05-05",
        deed("interference", "CHN", "PRK"),
        deed("interference", "CHN", "KOR"),
    ),
    (
        "ussr-dprk-1961",
        "2[alliance]",
        "PRK",
        "1970-05-05",
        deed("hostile_alliance", "PRK", "USSR"),
        deed("hostile_alliance", "PRK", "USA"),
    ),
    (
        "ussr-dprk-1961",
        "2[territory]",
        "USSR",
        "1970-05-05",
        deed("lending_of_territory", "USSR", "PRK"),
        deed("lending_of_territory", "USSR", "USA"),
    ),
    (
        "ussr-dprk-1961",
        "4[interference]",
        "USSR",
        "1970-05-05",
        deed("interference", "USSR", "PRK"),
        deed("interference", "USSR", "KOR"),
    ),
    ("gcc-2000", "1[threat]", "SAU", "2017-06-05", "kind: ultimatum\nby: SAU\nto: QAT", "kind: ultimatum\nby: SAU\nto: IRN"),
    ("sadc-2003", "3[force]", "ZAF", "2014-05-05", deed("invasion", "ZAF", "LSO"), deed("unrest", "[]", "LSO")),
    ("sadc-2003", "3[threat]", "ZAF", "2014-05-05", "kind: ultimatum\nby: ZAF\nto: LSO", "kind: ultimatum\nby: LSO\nto: ZAF"),
    (
        "sadc-2003",
        "7(1)[interference]",
        "ZAF",
        "2014-05-05",
        deed("interference", "ZAF", "LSO"),
        deed("interference", "ZAF", "RWA"),
    ),
    ("sadc-2003", "8[deeds]", "ZAF", "2014-05-05", deed("sabotage", "ZAF", "MOZ"), deed("sabotage", "ZAF", "RWA")),
    (
        "sadc-2003",
        "8[support]",
        "COD",
        "2014-05-05",
        deed("lending_of_territory", "COD", "AGO").replace("AGO", "ZMB"),
        deed("lending_of_territory", "COD", "RWA"),
    ),
    (
        "sadc-2003",
        "Other engagements[engagements]",
        "ZAF",
        "2014-05-05",
        deed("conflicting_engagement", "ZAF", "RWA"),
        deed("engagement", "ZAF", "RWA"),
    ),
    (
        "ecowas-pmad-1981",
        "20(1)",
        "CIV",
        "1990-05-05",
        deed("conflicting_engagement", "CIV", "FRA"),
        deed("engagement", "CIV", "FRA"),
    ),
    (
        "anglo-portuguese",
        "1386 (enemies)[help]",
        "PRT",
        "1914-05-05",
        deed("hostile_alliance", "PRT", "GBR"),
        deed("hostile_alliance", "PRT", "ESP"),
    ),
    (
        "anglo-portuguese",
        "1386 (enemies)[shelter]",
        "PRT",
        "1914-05-05",
        deed("lending_of_territory", "PRT", "GBR"),
        deed("lending_of_territory", "PRT", "ESP"),
    ),
    (
        "anglo-portuguese",
        "1899[arms]",
        "PRT",
        "1900-05-05",
        "acts: [{kind: declaration_of_war, by: TRANSVAAL, on: GBR}, {kind: lending_of_territory, by: PRT, on: GBR}]",
        "acts: [{kind: declaration_of_war, by: TRANSVAAL, on: GBR}, {kind: lending_of_territory, by: PRT, on: ESP}]",
    ),
)


@pytest.mark.parametrize("row", FORBIDDEN, ids=[f"{row[0]}-{row[1]}" for row in FORBIDDEN])
def test_forbidden(row: tuple[str, str, str, str, str, str]) -> None:
    treaty, clause, bearer, day, broken, kept = row
    assert "breached" in verdicts(treaty, clause, broken, day, bearer)
    assert not verdicts(treaty, clause, kept, day, bearer) & {"breached", "depends"}


# ---- what waits for something to happen

IN_TIBET = "{lat: 29.65, lon: 91.1, territory_of: CHN}"
BOXERS = "acts: [{kind: rebellion, by: REBELS, on: CHN, interests_engaged: ENGAGED, place: {territory_of: CHN}}]\nactors: {REBELS: {kind: non_state}}"
PEACE_OF_ONE = ", {kind: declaration_of_war, by: GBR, on: RUSEMP}, {kind: consent, by: JPN, to: GBR, happened: false}, {kind: separate_peace, by: GBR, on: RUSEMP}]"
TIBETAN_DEAL = (
    "acts: [{kind: consent, by: CHN, to: GBR, happened: AGREED}, {kind: new_engagement, by: GBR, on: [], place: " + IN_TIBET + "}]"
)
DECIDED = "acts: [{kind: invasion, by: FRA, on: GHA}]\ndecisions: [{body: ecowas_authority, decision: dispatch_of_force, outcome: OUTCOME}]"
TRIGGERED: tuple[Row, ...] = (
    (
        "anglo-japanese-1902",
        "I s2[disturbance]",
        "GBR",
        "1902-05-05",
        BOXERS.replace("ENGAGED", "true"),
        "permitted",
        "disturbance in China",
    ),
    (
        "anglo-japanese-1902",
        "I s2[disturbance]",
        "GBR",
        "1902-05-05",
        BOXERS.replace("ENGAGED", "false"),
        "not_owed",
        "none of its interests",
    ),
    (
        "anglo-japanese-1905",
        "II[peace]",
        "GBR",
        "1907-05-05",
        RUSSIA_BEGINS[:-1] + PEACE_OF_ONE,
        "breached",
        "peace without the ally",
    ),
    (
        "anglo-japanese-1911",
        "II[peace]",
        "GBR",
        "1914-05-05",
        RUSSIA_BEGINS[:-1] + PEACE_OF_ONE,
        "breached",
        "peace without the ally",
    ),
    ("anglo-japanese-1905", "VI[peace]", "GBR", "1905-08-20", FRANCE_JOINS_ELSEWHERE, "owed", "no peace without Japan"),
    (
        "anglo-french-1904",
        "Secret 1",
        "GBR",
        "1906-05-05",
        deed("change_of_status_quo", "GBR", "[]", "{territory: egypt}"),
        "owed",
        "IV, VI, VII stand",
    ),
    (
        "anglo-french-1904",
        "Secret 1",
        "GBR",
        "1906-05-05",
        deed("change_of_status_quo", "ESP", "[]", "{territory: morocco}"),
        "not_owed",
        "by a third",
    ),
    ("anglo-russian-1907", "Persia V", "GBR", "1909-05-05", deed("breach", "IRN", "RUSEMP"), "owed", "debts not served"),
    ("anglo-russian-1907", "Persia V", "GBR", "1909-05-05", deed("breach", "IRN", "FRA"), "not_owed", "debts to another"),
    (
        "anglo-russian-1907",
        "Afghanistan II[interference]",
        "GBR",
        "1909-05-05",
        afghan("kind: interference, by: GBR, on: []"),
        "breached",
        "in Kabul",
    ),
    ("anglo-russian-1907", "Tibet II", "GBR", "1909-05-05", TIBETAN_DEAL.replace("AGREED", "false"), "breached", "past China"),
    ("anglo-russian-1907", "Tibet II", "GBR", "1909-05-05", TIBETAN_DEAL.replace("AGREED", "true"), "owed", "through China"),
    (
        "anglo-russian-1907",
        "Annex",
        "RUSEMP",
        "1907-12-05",
        deed("occupation", "GBR", "CHN", IN_TIBET),
        "owed",
        "the occupation lasts",
    ),
    (
        "anglo-russian-1907",
        "Annex",
        "RUSEMP",
        "1907-12-05",
        deed("occupation", "GBR", "[]", "{territory: egypt}"),
        "not_owed",
        "elsewhere",
    ),
    ("gcc-2000", "3[report-league]", "OMN", "2010-05-05", INVADED.format(by="IRQ", on="KWT"), "owed", "told to the Arab League"),
    ("ecowas-pmad-1981", "6", "NGA", "1990-05-05", DECIDED.replace("OUTCOME", "adopted"), "owed", "what is decided binds"),
    ("ecowas-pmad-1981", "6", "NGA", "1990-05-05", DECIDED.replace("OUTCOME", "not_adopted"), "not_owed", "nothing was decided"),
    (
        "anglo-portuguese",
        "1386 XI",
        "PRT",
        "1890-01-11",
        INVADED.format(by="GBR", on="PRT"),
        "permitted",
        "the one wronged may break the league",
    ),
    (
        "anglo-portuguese",
        "1386 XI",
        "GBR",
        "1890-01-11",
        INVADED.format(by="GBR", on="PRT"),
        "not_owed",
        "not the one who did wrong",
    ),
    (
        "anglo-portuguese",
        "1703 V[war]",
        "GBR",
        "1898-11-05",
        deed("invasion", "FRA", "PRT", "{territory: goa}"),
        "owed",
        "France, overseas",
    ),
    ("anglo-portuguese", "1703 V[war]", "GBR", "1961-12-18", GOA.replace("ASKED", "true"), "not_owed", "India is not named"),
    (
        "anglo-portuguese",
        "1703 V[suspicion]",
        "GBR",
        "1898-11-05",
        "kind: ultimatum\nby: FRA\nto: PRT\nplace: {territory: goa}",
        "owed",
        "suspected",
    ),
    (
        "anglo-portuguese",
        "1703 XIII",
        "PRT",
        "1898-11-05",
        "kind: declaration_of_war\nby: FRA\non: GBR",
        "owed",
        "ships in such a war",
    ),
    ("anglo-portuguese", "1703 XIII", "PRT", "1914-08-05", INVADED.format(by="GERREICH", on="GBR"), "not_owed", "another war"),
    ("anglo-portuguese", "1899[colonies]", "GBR", "1961-12-18", GOA.replace("ASKED", "true"), "owed", "affirmed in 1899"),
    ("anglo-portuguese", "1899[passage]", "PRT", "1900-05-05", BOER_WAR, "owed", "keeps the Boers off its land"),
    ("anglo-portuguese", "1899[neutrality]", "PRT", "1900-05-05", BOER_WAR, "owed", "declares no neutrality"),
)


@pytest.mark.parametrize("row", TRIGGERED, ids=ids(TRIGGERED))
def test_triggered(row: Row) -> None:
    holds(row)


@pytest.mark.parametrize(
    ("treaty", "happened", "day"),
    [
        ("gcc-2000", INVADED.format(by="IRQ", on="KWT"), "2010-05-05"),
        ("ecowas-pmad-1981", INVADED.format(by="FRA", on="GHA"), "1990-05-05"),
    ],
)
def test_an_attack_on_one_is_called_one_on_all_and_multiplies_no_duty(treaty: str, happened: str, day: str) -> None:
    decision = decide(read_event(event(happened, day), real()), treaties=[treaty], library=real())
    helped = {duty.owed_to for duty in decision.owed() if duty.duty == "assist"}
    assert len(helped) == 1


def test_whose_arbitration_treaty_frees_whom_is_disputed_since_1911() -> None:
    """The text: the party that has it. The British answer of 27 July 1911: either, whoever of the two has it."""
    attack = TO_WAR.format(by="USA", on="GBR", engaged="true").replace("acts: [", ARBITRATION) + "]"
    assert verdicts("anglo-japanese-1911", "II[help]", attack, "1912-05-05", "JPN") == {"disputed"}
    before = attack.replace("1912-01-05", "1911-07-20")
    assert verdicts("anglo-japanese-1911", "II[help]", before, "1911-07-20", "JPN") == {"owed"}


@pytest.mark.parametrize(
    ("treaty", "clause", "happened", "day", "force"),
    [
        (
            "anglo-french-1904",
            "Letters of 1912[attack]",
            MENACE.format(kind="ultimatum") + "judged_by: [FRA]",
            "1914-08-01",
            "political",
        ),
        ("anglo-french-1904", "I[status]", QUIET, "1906-05-05", "political"),
        ("anglo-french-1904", "I[free-hand]", QUIET, "1906-05-05", "binding"),
        ("anglo-japanese-1902", "Naval notes[fleet]", QUIET, "1904-05-05", "political"),
        ("anglo-japanese-1902", "Naval notes[facilities]", QUIET, "1904-05-05", "binding"),
    ],
)
def test_what_is_an_intention_and_what_is_a_duty(treaty: str, clause: str, happened: str, day: str, force: str) -> None:
    assert {duty.force for duty in rows(treaty, clause, happened, day) if duty.verdict == "owed"} == {force}


@pytest.mark.parametrize(
    ("treaty", "clause", "day", "visibility"),
    [
        ("anglo-japanese-1905", "II[peace]", "1905-08-20", "secret"),
        ("anglo-japanese-1902", "Naval notes[concert]", "1904-05-05", "secret"),
        ("anglo-french-1904", "IX", "1906-05-05", "public"),
    ],
)
def test_what_was_secret_on_the_day(treaty: str, clause: str, day: str, visibility: str) -> None:
    happened = FRANCE_JOINS if clause == "II[peace]" else QUIET
    assert {duty.visibility for duty in rows(treaty, clause, happened, day)} == {visibility}
