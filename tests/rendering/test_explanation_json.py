"""The steps of an explanation as data: exceptions with ids of their own, how values are joined, questions and claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from tests.asking import ask, event
from treatylang.rendering.decision_json import decision_object
from treatylang.rendering.decision_schema import decision_schema
from treatylang.rendering.explanation_text import Look, explanation_text
from treatylang.rendering.layout import plain

PACT = """treaty pact-1950 "A pact"
  in force since 1950-01-01
  {head}
parties
  FRA ESP since 1950-01-01
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
  {line}
article "2"
  when    armed_attack on a party
  then    every other party may assist the victim
{more}
"""
ATTACK = "kind: bombardment\nby: DEU\non: FRA\n"

Step = dict[str, Any]


def answer(line: str = "", more: str = "", head: str = "", facts: str = "") -> dict[str, Any]:
    decision = ask((PACT.format(line=line, more=more, head=head),), event(ATTACK + facts))
    return decision_object(decision, why=True)


def steps(step: Step) -> Iterator[Step]:
    yield step
    for each in step["steps"]:
        yield from steps(each)


def cited(found: dict[str, Any]) -> list[tuple[str, str]]:
    """The lines of Article 1 that have an id, each with its role."""
    (why,) = [duty["why"] for duty in found["duties"] if duty["article"] == "1"]
    return [(step["role"], step["id"]) for step in steps(why) if step["id"]]


@pytest.mark.parametrize(
    ("given", "role", "name"),
    [
        ({"line": "unless the act is provoked"}, "unless", "pact-1950:1.unless.1"),
        ({"line": "lapses when danger_to_peace"}, "lapses", "pact-1950:1.lapses.1"),
        ({"line": "only if the act is grave"}, "only if", "pact-1950:1.only-if.1"),
        ({"head": "unless danger_to_peace"}, "unless", "pact-1950.unless.1"),
        ({"more": 'reservation to "1" by ESP unless danger_to_peace'}, "unless", "pact-1950:reservation of 1 by ESP.unless.1"),
        ({"more": 'reading of "1" by ESP unless danger_to_peace'}, "unless", "pact-1950:reading of 1 by ESP.unless.1"),
        ({"more": 'article "3" proviso to "1" unless danger_to_peace'}, "unless", "pact-1950:3.unless.1"),
        ({"more": 'article "3" proviso to "1" also when bombardment on a party'}, "when", "pact-1950:3.also-when.1"),
        ({"line": 'subject to "2"'}, "displaced", "pact-1950:1.subject-to.1"),
        ({"line": "", "more": '  overrides "1"'}, "displaced", "pact-1950:2.overrides.1"),
        ({"more": 'article "3" proviso to "2" overrides "1"'}, "displaced", "pact-1950:3.overrides.1"),
    ],
)
def test_an_exception_is_a_step_with_an_id_of_its_own(given: dict[str, str], role: str, name: str) -> None:
    assert cited(answer(**given)) == [(role, name)]


@pytest.mark.parametrize(
    ("line", "more", "told"),
    [
        ("unless the act is provoked", "", "unless the act is provoked - the exception does not hold [pact-1950:1.unless.1]"),
        ("", '  overrides "1"', "displaced by pact-1950:2 - displaced [pact-1950:2.overrides.1]"),
        (
            "",
            'reservation to "1" by ESP unless danger_to_peace',
            "unless danger_to_peace - open whether the exception holds [pact-1950:reservation of 1 by ESP.unless.1]",
        ),
    ],
)
def test_the_text_shows_the_ids_too(line: str, more: str, told: str) -> None:
    decision = ask((PACT.format(line=line, more=more, head=""),), event(ATTACK))
    assert told in plain([line for duty in decision.duties for line in explanation_text(duty, Look(None))])


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "provoked: unknown",
        "provoked: {claimed: {true: [DEU], false: [FRA]}}",
        "provoked: {claimed: {true: [], false: []}}\ngrave: unknown",
    ],
)
def test_every_step_fits_the_schema(facts: str) -> None:
    line = (
        "unless the act is directly_provoked and not (the act is provoked) unless at least 1 parties are at_war with the attacker"
    )
    found = answer(line, facts=facts + "\ndirectly_provoked: unknown")
    jsonschema.validate(found, decision_schema())
    assert any("bounds" in duty["why"] for duty in found["duties"])
    joins = {step["join"] for duty in found["duties"] for step in steps(duty["why"])}
    assert {"all", "not", "at least", None} <= joins


def test_an_open_fact_asks_its_question_and_a_claimed_one_says_who_answers_how() -> None:
    found = answer("unless the act is provoked", facts="provoked: {claimed: {true: [DEU], false: [FRA]}}\ngrave: unknown")
    facts = {step["words"].split(" ")[0]: step for duty in found["duties"] for step in steps(duty["why"]) if "atom" in step}
    assert set(facts) == {"grave", "provoked"}
    assert facts["grave"]["atom"] == {"word": "grave", "of": ["act1"]}
    assert "claims" not in facts["grave"]
    assert facts["provoked"]["claims"] == [{"value": True, "by": ["DEU"]}, {"value": False, "by": ["FRA"]}]
