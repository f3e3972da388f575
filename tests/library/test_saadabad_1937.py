"""What the Saadabad Pact says article by article: who owes it, and above all who does not, and since when.

Each row is one fact of law, with the smallest event that brings it up.
"""

from __future__ import annotations

import pytest

from tests.library.test_articles_today import Row, deed, deeds, holds, ids

TREATY = "saadabad-1937"
QUIET = "kind: unrest\non: IRN\nby: []"
ATTACK = deed("invasion", "IRQ", "IRN")
CLASH = deed("clash", "IRQ", "IRN", "target: forces\n")
AT_SEA = "{territory_of: none, zone: high_seas, sea: persian_gulf}"
AGAINST_THE_SOVIETS = "{kind: invasion, by: IRQ, on: USSR, place: {territory_of: USSR}}"
ANSWER = "{kind: invasion, by: TUR, on: IRQ, place: {territory_of: IRQ}}"
DISPUTE = "kind: dispute\nby: IRN\non: GBR\n"
INVADED = "{kind: invasion, by: USSR, on: IRN, place: {territory_of: IRN}}"
HELP = "{kind: assistance, by: TUR, to: USSR}"

ROWS: tuple[Row, ...] = (
    ("1", "TUR", "1939-05-05", QUIET, "owed", "at all times"),
    ("1", "TUR", "1939-05-05", deed("interference", "TUR", "IRQ"), "breached", "in the affairs of a party"),
    ("1", "TUR", "1939-05-05", deed("interference", "TUR", "GRC"), "owed", "Greece is no party"),
    ("1", "TUR", "1938-06-24", deed("interference", "TUR", "IRQ"), "not_owed", "the day before it was in force"),
    ("1", "IRQ", "1939-05-05", deed("interference", "TUR", "IRQ"), "owed", "the other did it"),
    ("2", "AFG", "1939-05-05", QUIET, "owed", "at all times"),
    ("2", "AFG", "1937-07-08", QUIET, "not_owed", "signed only"),
    ("2", "USSR", "1939-05-05", QUIET, "not_owed", "no party"),
    ("2", "AFG", "1960-05-05", QUIET, "disputed", "whether it outlived the Baghdad Pact"),
    ("3", "AFG", "1939-05-05", DISPUTE + "interests_engaged: true", "owed", "their interests are touched"),
    ("3", "AFG", "1939-05-05", DISPUTE + "interests_engaged: false", "not_owed", "a dispute of one alone"),
    ("3", "AFG", "1939-05-05", DISPUTE, "depends", "whose interests is not said"),
    ("3", "GBR", "1939-05-05", DISPUTE + "interests_engaged: true", "not_owed", "no party"),
    ("3", "AFG", "1938-06-01", DISPUTE + "interests_engaged: true", "not_owed", "not yet in force"),
    ("4[aggression]", "IRQ", "1939-05-05", QUIET, "owed", "at all times"),
    ("4[aggression]", "IRQ", "1939-05-05", ATTACK, "breached", "an invasion"),
    ("4[aggression]", "IRN", "1939-05-05", ATTACK, "owed", "the victim breaks nothing"),
    ("4[aggression]", "IRQ", "1939-05-05", deed("invasion", "IRQ", "USSR"), "owed", "no party is attacked"),
    ("4[aggression]", "IRQ", "1939-05-05", ATTACK + "in_self_defence: true", "owed", "resistance to aggression"),
    ("4[aggression]", "IRQ", "1939-05-05", ATTACK + "authorised: true", "owed", "the League decided"),
    ("4[aggression]", "IRQ", "1939-05-05", ATTACK + "consented: true", "owed", "Iran let them in"),
    ("4[aggression]", "IRQ", "1939-05-05", ATTACK + "provoked: true", "breached", "provocation is no excuse here"),
    ("4[aggression]", "TUR", "1939-05-05", deeds(AGAINST_THE_SOVIETS, ANSWER), "owed", "help to a state that Iraq attacked"),
    ("4[aggression]", "TUR", "1939-05-05", deeds(ANSWER), "breached", "the same, where nobody was attacked"),
    ("4[aggression]", "IRQ", "1938-06-24", ATTACK, "not_owed", "not yet in force"),
    ("4[aggression]", "IRQ", "1939-05-05", "kind: declaration_of_war\nby: IRQ\non: IRN", "breached", "war declared, nothing done"),
    ("4[aggression]", "IRQ", "1939-05-05", "kind: declaration_of_war\nby: IRQ\non: DNK", "owed", "on a stranger"),
    ("4[aggression]", "IRQ", "1939-05-05", deed("incursion", "IRQ", "IRN"), "breached", "forces across the frontier"),
    ("4[aggression]", "IRQ", "1939-05-05", CLASH, "breached", "an attack on its land, however small"),
    ("4[aggression]", "IRQ", "1939-05-05", CLASH + "in_self_defence: true", "owed", "fire was returned"),
    (
        "4[aggression]",
        "IRQ",
        "1939-05-05",
        deed("clash", "IRQ", "IRN", "target: warship\n", AT_SEA),
        "breached",
        "a ship, wherever it is",
    ),
    ("4[aggression]", "IRQ", "1939-05-05", deed("harassment", "IRQ", "IRN", "target: warship\ngrave: false\n", AT_SEA), "owed", "no attack"),
    ("4[aggression]", "IRQ", "1939-05-05", "kind: ultimatum\nby: IRQ\nto: IRN", "owed", "a threat is none"),
    ("4[aid]", "TUR", "1941-08-25", deeds(INVADED), "owed", "no help to who attacks Iran"),
    ("4[aid]", "TUR", "1941-08-25", deeds(INVADED, HELP), "breached", "help to who attacks Iran"),
    ("4[aid]", "IRN", "1941-08-25", deeds(INVADED), "not_owed", "not the victim's"),
    ("4[aid]", "TUR", "1941-08-25", deeds(INVADED.replace("IRN", "POL")), "not_owed", "Poland is no party"),
    ("4[aid]", "TUR", "1938-05-05", deeds(INVADED), "not_owed", "not yet in force"),
    ("5[done].seek_decision", "IRN", "1939-05-05", ATTACK + "judged_by: [IRN]", "owed", "the victim holds that it is so"),
    ("5[done].seek_decision", "AFG", "1939-05-05", ATTACK + "judged_by: [AFG]", "owed", "so may another"),
    ("5[done].seek_decision", "AFG", "1939-05-05", ATTACK + "judged_by: [IRN]", "depends", "what it holds is not said"),
    ("5[done].seek_decision", "IRQ", "1939-05-05", ATTACK + "judged_by: [IRQ, IRN]", "not_owed", "not the aggressor"),
    ("5[done].seek_decision", "TUR", "1941-08-25", deeds(INVADED), "not_owed", "a stranger is no case of Article 4"),
    ("5[about-to-be].seek_decision", "IRN", "1939-05-05", "kind: ultimatum\nby: IRQ\nto: IRN\njudged_by: [IRN]", "owed", "about to be"),
    ("5[about-to-be].seek_decision", "IRQ", "1939-05-05", "kind: ultimatum\nby: IRQ\nto: IRN\njudged_by: [IRN]", "not_owed", "not who threatens"),
    ("5[about-to-be].seek_decision", "IRN", "1939-05-05", "kind: ultimatum\nby: USSR\nto: IRN\njudged_by: [IRN]", "not_owed", "by a stranger"),
    ("6", "TUR", "1939-05-05", deed("invasion", "IRQ", "USSR"), "permitted", "a party attacks a third state"),
    ("6", "IRQ", "1939-05-05", deed("invasion", "IRQ", "USSR"), "not_owed", "not the aggressor"),
    ("6", "TUR", "1939-05-05", ATTACK, "not_owed", "a party is no third state"),
    ("6", "TUR", "1939-05-05", deed("invasion", "IRQ", "USSR", "in_self_defence: true"), "not_owed", "self-defence is none"),
    ("6", "TUR", "1939-05-05", deed("invasion", "DEU", "POL").replace("DEU", "GERREICH"), "not_owed", "no party attacked"),
    ("6", "TUR", "1938-05-05", deed("invasion", "IRQ", "USSR"), "not_owed", "not yet in force"),
    ("7", "IRQ", "1939-05-05", QUIET, "owed", "at all times"),
    ("7", "GRC", "1939-05-05", QUIET, "not_owed", "no party"),
    ("8", "IRQ", "1939-05-05", QUIET, "owed", "at all times"),
    ("8", "IRQ", "1937-09-09", QUIET, "not_owed", "signed only"),
    ("10", "IRQ", "1943-07-01", QUIET, "permitted", "the first five years are over"),
    ("10", "IRQ", "1940-07-01", QUIET, "not_owed", "no leaving before"),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=ids(ROWS))
def test_saadabad(row: Row) -> None:
    holds(TREATY, row)


def test_who_leaves_toward_an_aggressor_leaves_toward_it_alone() -> None:
    from tests.library.test_articles import rows

    found = [each for each in rows(TREATY, "6", deed("invasion", "IRQ", "USSR"), "1939-05-05") if each.verdict == "permitted"]
    assert {(each.bearer, each.owed_to) for each in found} == {("TUR", "IRQ"), ("IRN", "IRQ"), ("AFG", "IRQ")}
