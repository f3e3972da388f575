"""What a treaty counts as an attack on all: no row of a duty can show that, since the flag multiplies none.

A row is a fact of law: the clause, the day, what happened, whether the flag is there, and why.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from treatylang import decide, read_event

Row = tuple[str, str, str, str, bool, str]


def invasion(by: str, on: str, more: str = "") -> str:
    return f"actors: {{X: {{kind: state}}}}\nacts:\n  - {{kind: invasion, by: {by}, on: {on}, target: territory, place: {{territory_of: {on}}}{more}}}\n"


def abroad(on: str) -> str:
    return (
        "actors: {X: {kind: state}, BAND: {kind: non_state}}\n"
        f"acts:\n  - {{kind: bombardment, by: X, on: {on}, target: forces, place: {{territory_of: X}}}}\n"
    )


def threat(to: str, more: str = "") -> str:
    return f"actors: {{X: {{kind: state}}}}\nacts:\n  - {{kind: show_of_force, by: X, to: {to}{more}}}\n"


def clash(on: str, more: str) -> str:
    return f"actors: {{X: {{kind: state}}}}\nacts:\n  - {{kind: clash, by: X, on: {on}, grave: false{more}}}\n"


ON_GUAM = "kind: bombardment\nby: JPN\non: USA\ntarget: territory\nplace: {territory: guam}\n"
CONSENTED, DEFENCE, AUTHORISED = ", consented: true", ", in_self_defence: true", ", authorised: true"

ROWS: tuple[Row, ...] = (
    ("aes-2023", "6[deemed]", "2023-11-01", invasion("X", "NER"), True, "a harm to one"),
    ("aes-2023", "6[deemed]", "2023-11-01", threat("NER"), False, "a threat is no harm yet"),
    ("arab-league-1950", "2[aid]", "1960-01-01", invasion("X", "EGY"), True, "aggression on one"),
    ("arab-league-1950", "2[aid]", "1960-01-01", invasion("X", "TUR"), False, "Turkey is no party"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", invasion("X", "MLI"), True, "aggression on one"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", clash("MLI", ""), True, "all force is aggression by Article 1(c)"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", clash("MLI", CONSENTED), False, "not with consent"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", clash("MLI", DEFENCE), False, "not in self-defence"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", clash("MLI", AUTHORISED), False, "not with leave of the Security Council"),
    ("au-pact-2005", "2(c)[done]", "2010-01-01", "kind: occupation\nby: RUS\non: MLI\n", True, "occupation is aggression"),
    (
        "au-pact-2005",
        "2(c)[done]",
        "2010-01-01",
        "kind: occupation\nby: RUS\non: MLI\nconsented: true\n",
        False,
        "not if agreed to",
    ),
    ("au-pact-2005", "2(c)[threat]", "2010-01-01", threat("MLI"), True, "a threat to one"),
    ("au-pact-2005", "2(c)[threat]", "2010-01-01", threat("MLI", CONSENTED), False, "a parade by consent is none"),
    ("au-pact-2005", "2(c)[threat]", "2010-01-01", threat("MLI", DEFENCE), False, "nor is defence"),
    ("au-pact-2005", "2(c)[threat]", "2010-01-01", threat("MLI", AUTHORISED), False, "nor what the Security Council authorised"),
    ("balkan-pact-1954", "II(1)", "1956-01-01", invasion("X", "GRC"), True, "aggression on any part of the land of one"),
    ("balkan-pact-1954", "II(1)", "1956-01-01", abroad("GRC"), False, "on land only"),
    ("csto", "CST 4(1)", "2005-01-01", invasion("X", "TJK"), True, "aggression on one, by the text of 1992"),
    ("csto", "CST 4(1)", "2005-01-01", abroad("TJK"), False, "on land only"),
    ("csto", "CST 4(1)@2010-12-10", "2012-01-01", invasion("X", "TJK"), True, "attack on one, by the text of 2010"),
    ("csto", "CST 4(1)@2010-12-10", "2012-01-01", abroad("TJK"), False, "on land only"),
    ("eccas-2000", "Pact 2-3[aggression]", "2005-01-01", invasion("X", "TCD"), True, "aggression on one"),
    ("eccas-2000", "Pact 2-3[aggression]", "2005-01-01", invasion("X", "SDN"), False, "Sudan is no party"),
    ("eccas-2000", "Pact 2-3[threat]", "2005-01-01", threat("TCD"), True, "a threat in arms"),
    ("eccas-2000", "Pact 2-3[threat]", "2005-01-01", threat("TCD", CONSENTED), False, "not with consent"),
    ("eccas-2000", "Pact 2-3[threat]", "2005-01-01", threat("TCD", DEFENCE), False, "not in self-defence"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", invasion("X", "GHA"), True, "aggression on one"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", clash("GHA", ""), True, "all force by a state, by Article 1"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", clash("GHA", CONSENTED), False, "not with consent"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", clash("GHA", DEFENCE), False, "not in self-defence"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", clash("GHA", AUTHORISED), False, "not with leave of the Security Council"),
    ("ecowas-pmad-1981", "2[aggression]", "1990-01-01", abroad("GHA").replace("by: X", "by: BAND"), False, "by a state only"),
    ("ecowas-pmad-1981", "2[threat]", "1990-01-01", threat("GHA"), True, "a threat in arms"),
    ("ecowas-pmad-1981", "2[threat]", "1990-01-01", threat("GHA", CONSENTED), False, "not with consent"),
    ("ecowas-pmad-1981", "2[threat]", "1990-01-01", threat("GHA", DEFENCE), False, "not in self-defence"),
    ("ecowas-pmad-1981", "2[threat]", "1990-01-01", threat("GHA", AUTHORISED), False, "not with leave of the Security Council"),
    ("gcc-2000", "2[attack]", "2010-01-01", invasion("X", "KWT"), True, "an attack on one"),
    ("gcc-2000", "2[attack]", "2010-01-01", invasion("X", "JOR"), False, "Jordan is no member"),
    ("gcc-2000", "2[danger]", "2010-01-01", threat("KWT"), True, "a danger to one"),
    ("gcc-2000", "2[danger]", "2010-01-01", threat("JOR"), False, "Jordan is no member"),
    ("nato-1949", "5(1)[territory]", "1960-01-01", invasion("X", "NOR"), True, "in Europe"),
    ("nato-1949", "5(1)[territory]", "1960-01-01", ON_GUAM, False, "Guam lies outside the area"),
    ("rss-1996", "4 (armed attack)", "2005-01-01", invasion("X", "GRD"), True, "by a third state"),
    ("rss-1996", "4 (armed attack)", "2005-01-01", invasion("LCA", "GRD"), False, "not by another member"),
    ("rus-blr-2024", "4(1)", "2025-06-01", invasion("X", "BLR"), True, "an attack on one"),
    ("rus-blr-2024", "4(1)", "2025-06-01", threat("BLR"), False, "a threat is none"),
    ("sau-pak-2025", "Joint statement (aggression)", "2026-06-01", invasion("X", "PAK"), True, "aggression on one"),
    ("sau-pak-2025", "Joint statement (aggression)", "2026-06-01", invasion("X", "ARE"), False, "the Emirates are no party"),
    ("tiar-1947", "3(1)", "1960-01-01", invasion("X", "BRA"), True, "a state attacks an American state"),
    ("tiar-1947", "3(1)", "1960-01-01", abroad("BRA"), False, "outside the region and American land"),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}: {row[5]}")
def test_what_counts_as_done_to_all(row: Row) -> None:
    treaty, clause, day, happened, flagged, why = row
    decision = decide(read_event(event(happened, day), real()), treaties=[treaty], library=real())
    assert (clause in {each.clause for each in decision.deemed}) is flagged, why
