"""What shows somebody's judgement: a finding of a threat is none of an attack."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, pact, row

FOUND = pact(
    'organ pact_council of every party decides by consensus\narticle "1" when armed_attack on a party as judged by the pact_council '
    "then every other party must defend the victim"
)
FELT = pact('article "1" when threat to a party as judged by a party then every party must consult every other party')
ATTACK = "kind: bombardment\nby: DEU\non: FRA\n"


@pytest.mark.parametrize(
    ("decision", "expected"), [("finds_attack", "owed"), ("invokes_clause", "owed"), ("finds_threat", "depends")]
)
def test_a_body_that_finds_a_threat_has_found_no_attack(decision: str, expected: str) -> None:
    found = row(FOUND, event(f"{ATTACK}decisions:\n  - {{body: pact_council, decision: {decision}}}"), "ESP")
    assert found.verdict == expected


def test_the_question_names_what_would_show_it() -> None:
    (atom,) = row(FOUND, event(ATTACK), "ESP").depends_on
    assert (atom.word, atom.shown_by) == ("judged_by", "finds_attack")
    assert {atom.shown_by for atom in row(FELT, event("kind: show_of_force\nby: DEU\nto: FRA"), "ESP").depends_on} == {
        "request_for_consultation"
    }


PEACE = """treaty pact-1900 "A pact"
  in force since 1900-01-01
parties
  FRA ESP since 1900-01-01
article "1" when danger_to_peace in europe as judged by a party then every party must consult every other party
"""


def test_a_danger_that_is_judged_lies_where_the_text_says() -> None:
    happened = "kind: bombardment\nby: USA\non: JPN\nplace: {{region: {region}}}"
    assert row(PEACE, event(happened.format(region="balkans")), "ESP").verdict == "depends"
    assert row(PEACE, event(happened.format(region="east_asia")), "ESP").verdict == "not_owed"


TWO_ATTACKS = """
acts:
  - {id: one, kind: bombardment, by: DEU, on: FRA%s}
  - {id: two, kind: bombardment, by: GBR, on: ESP}
"""


@pytest.mark.parametrize(
    ("judge", "said", "found"),
    [
        ("the security_council", "decisions: [{body: security_council, decision: finds_attack, about: one}]", ("owed", "depends")),
        ("the security_council", "decisions: [{body: security_council, decision: finds_attack, on: DEU}]", ("owed", "depends")),
        ("the security_council", "decisions: [{body: security_council, decision: finds_attack}]", ("owed", "owed")),
        ("the security_council", "decisions: [{body: security_council, decision: finds_attack, about: two, outcome: vetoed}]", ("depends", "not_owed")),
        ("ITA", "judged_by: ITA", ("owed", "depends")),
        ("ITA", "parties: {ITA: {satisfied: true}}", ("owed", "owed")),
    ],
)  # fmt: skip
def test_what_is_judged_of_one_act_is_not_judged_of_another(judge: str, said: str, found: tuple[str, str]) -> None:
    text = pact(f"""
        article "1"
          when    armed_attack on a party as judged by {judge}
          then    ITA must assist the victim
    """)
    own, rest = (f", {said}", "") if said.startswith("judged_by") else ("", said)
    decision = ask(text, event(TWO_ATTACKS % own + rest))
    told = {duty.owed_to: duty.verdict for duty in decision.duties}
    assert (told.get("FRA", "not_owed"), told.get("ESP", "not_owed")) == found
