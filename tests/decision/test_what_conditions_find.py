"""Whom a condition brings in, and what is asked of one whom nobody knows, where a row must tell it."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, pact, verdicts
from treatylang.decision.decision import Duty

FIVE = 'article "5" when armed_attack on a party then every other party must defend the victim against the attacker\n'


def of_six(condition: str, happened: str) -> dict[str, Duty]:
    """What a helper has to report under Article 6, by who he is, where that is not plainly not owed."""
    found = ask(pact(f'{FIVE}article "6" when {condition} then the helper must report to the security_council\n'), event(happened))
    return {duty.bearer: duty for duty in found.duties if duty.article == "6" and duty.verdict != "not_owed"}


@pytest.mark.parametrize(("day", "owed"), [("1959-06-01", {"1/ESP>FRA", "1/ITA>FRA", "1/PRT>FRA"}), ("1958-06-01", set())])
def test_who_was_at_war_on_a_day_is_known_to_the_duty(day: str, owed: set[str]) -> None:
    rule = f"when a party (the ally) is at_war with DEU as of {day} then every other party must assist the ally"
    happened = event("acts: []\nrelations: [{at_war: [FRA, DEU], since: 1959-01-01}]\n")
    found = verdicts(pact(f'article "1" {rule}\n'), happened)
    assert {name for name, verdict in found.items() if verdict == "owed"} == owed


def test_what_was_decided_of_another_matter_hides_no_further_decision() -> None:
    """What was decided on Germany is about another attack; the culprit of this one is whom the second decision names."""
    rule = "when armed_attack on a party and the security_council decides collective_measures on a state (the culprit)"
    treaty = pact(f'article "1" {rule} then every other party must assist the victim against the culprit\n')
    happened = event("""
acts:
  - {id: here, kind: bombardment, on: FRA}
  - {id: elsewhere, kind: bombardment, by: DEU, on: AUT}
decisions:
  - {body: security_council, decision: collective_measures, on: DEU, about: elsewhere}
  - {body: security_council, decision: collective_measures, on: GBR, about: here}
""")
    found = [duty for duty in ask(treaty, happened).duties if duty.bearer == "ESP"]
    assert [(duty.owed_to, duty.against, duty.verdict) for duty in found] == [("FRA", ("GBR",), "owed")]


@pytest.mark.parametrize(("on", "verdict"), [("ITA", "owed"), ("FRA", "depends")])
def test_a_decision_on_another_is_on_none_who_was_named_before(on: str, verdict: str) -> None:
    rule = "when a party (the weak) is overwhelmed and the security_council decides collective_measures on another party then every other party must assist the weak"
    decision = f"{{body: security_council, decision: collective_measures, on: {on}}}"
    happened = event(f"acts: []\nparties: {{FRA: {{overwhelmed: true}}, ITA: {{overwhelmed: false}}}}\ndecisions: [{decision}]\n")
    assert verdicts(pact(f'article "1" {rule}\n'), happened).get("1/ESP>FRA") == verdict


def test_an_enemy_whom_nobody_knows_is_one_word_of_a_question() -> None:
    found = of_six('a party (the helper) must defend a party against a state under "5"', "kind: bombardment\non: FRA\n")
    assert found["ESP"].verdict == "depends"
    assert {atom.word for atom in found["ESP"].depends_on} == {"against_a_state"}


def test_one_whom_nobody_knows_may_be_he_to_whom_a_duty_is_owed() -> None:
    found = of_six('a party (the helper) must defend FRA under "5"', "kind: bombardment\nby: DEU\n")
    assert found["ESP"].verdict == "depends"
    assert "to_FRA" in {atom.word for atom in found["ESP"].depends_on}
