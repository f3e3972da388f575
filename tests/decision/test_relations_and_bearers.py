"""Relations nobody wrote of, joint deeds, and who stands in a row: cases on which an earlier evaluator went wrong."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.asking import ask, event, pact, row, verdicts

AT_WAR = pact(
    'article "1" when a party (the ally) is at_war with a state (the enemy) '
    "then every other party must stay_neutral toward the ally by benevolent_neutrality"
)
NEWCOMER = pact(
    'article "1" when armed_attack by a state (the newcomer) on a party '
    "then every other party must assist the victim against the newcomer by all_means "
    "unless the newcomer is at_war with a party as of 1960-01-01"
)
ATTACK = event("kind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: FRA}")


def test_a_war_of_which_the_event_says_nothing_is_open() -> None:
    (found,) = [duty for duty in ask(AT_WAR, ATTACK).duties if (duty.bearer, duty.owed_to) == ("ESP", "FRA")]
    assert found.verdict == "depends"
    assert [(atom.word, atom.of) for atom in found.depends_on] == [("at_war", ("DEU", "FRA"))]


def test_a_war_that_is_denied_is_none() -> None:
    pairs = combinations(("DEU", "ESP", "FRA", "ITA", "PRT"), 2)
    denied = ATTACK + "\nrelations:\n" + "\n".join(f"  - {{at_war: [{one}, {other}], value: false}}" for one, other in pairs)
    assert verdicts(AT_WAR, denied) == {}


def test_a_war_on_another_day_is_a_question_of_its_own() -> None:
    found = row(NEWCOMER, ATTACK, "ESP")
    assert found.verdict == "depends"
    assert {atom.of for atom in found.depends_on} == {
        ("DEU", party, "1960-01-01") if party > "DEU" else (party, "DEU", "1960-01-01") for party in ("FRA", "ESP", "PRT", "ITA")
    }


def test_no_row_is_for_one_who_is_no_party_or_is_in_the_case() -> None:
    decision = ask(AT_WAR, ATTACK)
    assert {duty.bearer for duty in decision.duties} <= {"FRA", "ESP", "PRT", "ITA"}


OLD = """treaty old-1935 "A pact of two"
  in force since 1935-06-08
parties
  CZSK USSR since 1935-06-08
article "1" every party must consult every other party
"""


def test_a_state_that_has_ceased_to_exist_owes_nothing_and_one_party_alone_has_no_treaty() -> None:
    accident = "kind: accident\nby: ESP\non: FRA"
    assert {duty.bearer for duty in ask(OLD, event(accident, "1992-12-31")).duties} == {"CZSK", "RUS"}
    after = ask(OLD, event(accident, "1993-01-01"))
    assert after.duties == ()
    assert [(each.treaty, each.why) for each in after.not_applicable] == [
        ("old-1935", "fewer than two parties are left on 1993-01-01")
    ]
    assert {duty.bearer for duty in ask(OLD, event(accident, "1941-01-01")).duties} == {"CZSK", "USSR"}  # in exile


def test_with_everything_shown_no_row_is_for_one_who_can_bear_nothing() -> None:
    reply = pact('article "1" when armed_attack by an actor on a party then the attacker must report to the security_council')
    found = ask(reply, event("actors: {RAIDERS: {name: Raiders, kind: non_state}}\nkind: bombardment\nby: RAIDERS\non: FRA"))
    assert [duty.bearer for duty in found.duties] == []


# ------------------------------------------------------------------------------------------------ two governments of one state
STRIFE = """\
actors:
  GREENS: {kind: government, speaks_for: FRA, lawful: %s}
  BLUES: {kind: government, speaks_for: FRA, lawful: %s}
acts: [{kind: rebellion, by: GREENS, on: BLUES, directed_from_abroad: true}]
"""


@pytest.mark.parametrize(("greens", "blues"), [("true", "true"), ("unknown", "unknown"), ("true", "unknown")])
def test_a_state_breaks_nothing_toward_itself(greens: str, blues: str) -> None:
    treaty = pact('article "1" every party must refrain from armed_attack on another party\n')
    assert verdicts(treaty, event(STRIFE % (greens, blues)))["1/FRA>ALL"] == "owed"


def test_help_against_one_of_two_governments_is_not_against_the_state_that_is_helped() -> None:
    treaty = pact('article "1" when armed_attack on a party then every other party must defend the victim against the attacker\n')
    rows = {duty.id: duty for duty in ask(treaty, event(STRIFE % ("false", "true"))).duties}
    row = rows["pact-1900:1/ESP>FRA"]
    assert (row.verdict, row.against) == ("owed", ("GREENS",))
    assert "pact-1900:1/FRA>FRA" not in rows


# ------------------------------------------------------------------------------------------------ whose deed it was
@pytest.mark.parametrize(
    ("attributed", "verdict"),
    [
        ("true", "not_owed"),
        ("false", "owed"),
        ("unknown", "depends"),
        ("{claimed: {true: [FRA], false: [PRT]}}", "disputed"),
    ],
)
def test_a_party_that_may_not_be_the_attacker_may_owe_help(attributed: str, verdict: str) -> None:
    treaty = pact('article "1" when armed_attack on a party then every other party must assist the victim against the attacker\n')
    happened = event(f"kind: bombardment\nby: PRT\non: FRA\nattributed: {attributed}\n")
    found = verdicts(treaty, happened)
    assert found.get("1/PRT>FRA", "not_owed") == verdict
    assert found["1/ESP>FRA"] == "owed"


# ---- nobody owes a duty against himself
MEASURES = pact('article "1" when hostile_act on a party then every party must take_measures against the culprit').replace(
    "the culprit", "the attacker"
)


def test_measures_against_a_party_are_no_duty_of_that_party() -> None:
    found = ask(MEASURES, event("kind: bombardment\nby: ESP\non: FRA")).duties
    assert {(duty.bearer, duty.against) for duty in found} == {(party, ("ESP",)) for party in ("FRA", "PRT", "ITA")}


def test_of_several_against_whom_a_duty_is_owed_each_bearer_leaves_out_himself() -> None:
    joint = ask(MEASURES, event("kind: bombardment\nby: [ESP, PRT]\non: FRA")).duties
    assert {(duty.bearer, duty.against) for duty in joint} == {
        ("FRA", ("ESP", "PRT")),
        ("ITA", ("ESP", "PRT")),
        ("ESP", ("PRT",)),
        ("PRT", ("ESP",)),
    }
