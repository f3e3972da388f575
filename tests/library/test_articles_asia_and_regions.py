"""What alliances of Asia, Africa and the Gulf, and the ententes of 1902 to 1911, say article by article.

Each row is one fact of law, with the smallest event that brings it up: who owes it, and above all who does not, and since when.
A verdict of `not_owed` is also that of a treaty not in force.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from tests.library.test_articles import verdicts
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
        "Persia",
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
