"""Whom, or what, the event does not name: what is asked of one is not asked of another."""

import pytest

from tests.asking import ask, event, pact, verdicts
from tests.decision.test_plain_conditions import only_if
from treatylang.decision.decision import Duty

OTHER_ATTACK = """
acts:
  - {id: one, kind: bombardment, by: DEU, on: FRA}
  - {id: two, kind: bombardment, by: GBR, on: ESP}
"""
FOUND = "armed_attack by {} on a party and the security_council decides finds_attack"
BOMBED = event("kind: bombardment\nby: DEU\non: FRA")


def one_but_not_other(one: str, other: str) -> str:
    """A duty of article 1 that is owed where the one condition holds, and not the other."""
    return pact(f"""
        article "1"
          when    {one}
          then    ITA must consult PRT
          subject to "2"
        article "2"
          when    {other}
          then    ITA must consult PRT
    """)


def first(text: str, happened: str) -> Duty:
    (found,) = [duty for duty in ask(text, happened).duties if duty.id == "pact-1900:1/ITA>PRT"]
    return found


def test_a_decision_about_one_act_is_none_about_another() -> None:
    found = first(one_but_not_other(FOUND.format("DEU"), FOUND.format("GBR")), event(OTHER_ATTACK))
    assert found.verdict == "depends"  # on two decisions: one about each attack
    assert {atom.of for atom in found.depends_on} == {("security_council", "one"), ("security_council", "two")}


def test_a_decision_about_the_only_matter_names_none() -> None:
    found = first(one_but_not_other(FOUND.format("DEU"), FOUND.format("GBR")), BOMBED)
    assert [atom.of for atom in found.depends_on] == [("security_council",)]


def test_a_decision_of_all_the_acts_is_one_question() -> None:
    text = one_but_not_other(FOUND.format("DEU"), FOUND.format("GBR"))
    decided = OTHER_ATTACK + "decisions: [{body: security_council, decision: finds_attack, outcome: unknown%s}]\n"
    assert first(text, event(decided % "")).verdict == "not_owed"  # it is about both, or not taken
    assert first(text, event(decided % ", about: one")).verdict == "depends"
    assert first(text, event(decided % ", about: two")).verdict == "depends"  # of the other attack nothing is said


@pytest.mark.parametrize(
    ("many", "few", "verdict"), [("FRA", "FRA", "not_owed"), ("FRA, ESP", "FRA", "not_owed"), ("FRA", "FRA, ESP", "depends")]
)
def test_a_decision_about_an_act_on_several_is_one_about_that_on_one_of_them(many: str, few: str, verdict: str) -> None:
    text = one_but_not_other(
        "bombardment by DEU on a party and the security_council decides finds_attack",
        "invasion by DEU on a party and the security_council decides finds_attack",
    )
    acts = f"acts:\n  - {{kind: bombardment, by: DEU, on: [{many}]}}\n  - {{kind: invasion, by: DEU, on: [{few}]}}\n"
    acts += "  - {kind: invasion, by: GBR, on: DNK}\n"
    assert first(text, event(acts)).verdict == verdict


def test_open_decisions_on_two_are_two() -> None:
    text = one_but_not_other(FOUND.format("DEU"), FOUND.format("GBR"))
    on = "decisions:\n" + "".join(
        f"  - {{body: security_council, decision: finds_attack, outcome: unknown, on: {code}}}\n" for code in ("DEU", "GBR")
    )
    assert first(text, event(OTHER_ATTACK + on)).verdict == "depends"


def test_one_who_asked_and_is_not_named_is_whom_the_text_lets_him_be() -> None:
    text = pact("""
        article "1"
          when    request_for_assistance by a party
          then    every other party must consult the requester
          only if armed_attack on the requester
    """)
    assert verdicts(text, event("kind: bombardment\nby: DEU\non: BEL")) == {}
    assert set(verdicts(text, BOMBED).values()) == {"depends"}


def test_one_who_attacked_and_is_not_known_is_whom_the_text_lets_him_be() -> None:
    text = pact("""
        article "1"
          when    armed_attack by a party on a state and declaration_of_war by the attacker on BEL
          then    every other party must consult ESP
    """)
    acts = "acts:\n  - {{id: strike, kind: bombardment, by: [], on: BEL}}\n  - {{kind: declaration_of_war, by: {}, on: BEL}}\n"
    assert verdicts(text, event(acts.format("DEU"))) == {}
    assert set(verdicts(text, event(acts.format("FRA"))).values()) == {"depends"}


@pytest.mark.parametrize(("other", "verdict"), [("by FRA", "not_owed"), ("by ESP", "depends")])
def test_the_form_of_one_request_is_not_that_of_another(other: str, verdict: str) -> None:
    text = one_but_not_other(
        "request_for_assistance by FRA and the act is written", f"request_for_assistance {other} and the act is written"
    )
    assert first(text, BOMBED).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("by FRA", "to FRA", "depends"),  # to ask is not to be asked
        ("by a party", "by a state that is not a party", "depends"),
        ("by FRA to ITA", "by FRA", "not_owed"),  # who asked Italy has asked
        ("by FRA", "by FRA to ITA", "depends"),
        ("by FRA to ITA", "to ITA", "not_owed"),
        ("by FRA", "", "not_owed"),
        ("", "by FRA", "depends"),
    ],
)
def test_requests_between_others_are_others(one: str, other: str, verdict: str) -> None:
    text = one_but_not_other(f"request_for_assistance {one}", f"request_for_assistance {other}")
    assert first(text, BOMBED).verdict == verdict


@pytest.mark.parametrize("test", ["is overwhelmed", "is GBR", "is a party", "is at_war with FRA"])
def test_who_attacked_here_may_be_another_than_who_attacked_there(test: str) -> None:
    text = one_but_not_other(f"armed_attack on FRA and the attacker {test}", f"armed_attack on ESP and the attacker {test}")
    acts = "acts:\n  - {id: one, kind: bombardment, by: [], on: FRA}\n  - {id: two, kind: bombardment, by: [], on: ESP}\n"
    assert first(text, event(acts)).verdict == "depends"
    alone = acts.replace("on: ESP", "on: FRA")
    assert first(text, event(alone)).verdict == "depends"
    assert (
        first(
            one_but_not_other(f"armed_attack on FRA and the attacker {test}", f"armed_attack on FRA and the attacker {test}"),
            event(acts),
        ).verdict
        == "not_owed"
    )


def test_one_who_is_not_named_is_told_by_his_part_and_by_who_else_has_one() -> None:
    of_one, of_two = "request_for_assistance by a party", "request_for_assistance by a party to ITA"
    told = "? the requester is overwhelmed [unknown] asks overwhelmed(the requester of request_for_assistance ({}))"
    assert told.format("a party") in only_if(f"{of_one} and the requester is overwhelmed")
    assert told.format("a party, ITA") in only_if(f"{of_two} and the requester is overwhelmed")


@pytest.mark.parametrize("relation", ["administered", "claimed"])
def test_whoever_has_a_place_is_somebody_where_the_text_names_nobody(relation: str) -> None:
    found = only_if(f"request_for_assistance by the victim and the request_for_assistance is {relation}")
    assert f"[unknown] asks {relation}(request_for_assistance FRA, somebody)" in found
