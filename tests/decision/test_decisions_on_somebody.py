"""A decision on one whom nobody knows, or whom the text introduces: what each way rests on, and which ways are left out."""

from __future__ import annotations

import pytest

from tests.asking import event, library, pact
from tests.decision.test_plain_conditions import BY_SOMEBODY, duty_of_spain, only_if, text
from treatylang.api import decide, read_event
from treatylang.decision.decision import Decision

ON_THE_ATTACKER = "the security_council decides necessary_measures on the attacker"
ON_SOMEBODY = pact("""
    article "1"
      when    the security_council decides collective_measures on a state that is not a party (the culprit)
      then    every party must take_measures against the culprit
""")


def decided(more: str) -> str:
    return f"{BY_SOMEBODY}decisions: [{{body: security_council, decision: necessary_measures, {more}}}]"


def test_whoever_the_attacker_is_the_body_must_have_decided() -> None:
    assert only_if(ON_THE_ATTACKER, decided("on: FRA")) == text("""
        ? any
          ? all
            ? FRA is the attacker [unknown] asks attacker(act1, FRA)
            + the security_council decides necessary_measures on FRA [stated] asks necessary_measures(security_council, FRA)
          - the security_council decides necessary_measures on the attacker [presumed]: no such decision is listed
    """)


@pytest.mark.parametrize("outcome", ["not_adopted", "vetoed"])
def test_what_a_body_refused_is_decided_on_nobody(outcome: str) -> None:
    assert duty_of_spain(ON_THE_ATTACKER, decided(f"on: FRA, outcome: {outcome}")).verdict == "not_owed"


def asked(on: str, *, shown: bool) -> Decision:
    known = library(ON_SOMEBODY)
    happened = f"decisions: [{{body: security_council, decision: collective_measures{on}}}]\nkind: bombardment\nby: DEU\non: FRA\n"
    return decide(read_event(event(happened), known), library=known, not_owed=shown)


@pytest.mark.parametrize(("on", "verdict"), [("", "owed"), (", on: FRA", "depends"), (", on: DEU", "owed")])
def test_a_way_that_may_hold_is_told_though_what_fails_is_not_shown(on: str, verdict: str) -> None:
    found = asked(on, shown=False)
    assert {duty.verdict for duty in found.duties if duty.bearer == "ESP"} == {verdict}


@pytest.mark.parametrize(("day", "verdicts"), [("1955-01-01", {"owed"}), ("1965-01-01", set())])
def test_a_day_that_is_named_counts_where_ways_are_sought_too(day: str, verdicts: set[str]) -> None:
    other = """treaty other-1950 "Another"
  in force since 1950-01-01 until 1960-01-01
parties
  GBR USA since 1950-01-01
article "1" every party must consult every other party
"""
    rule = f"when armed_attack on a party and other-1950 is in force as of {day} then every other party must assist the victim"
    known = library(pact(f'article "1" {rule}\n'), other)
    happened = event("kind: bombardment\nby: DEU\non: FRA\n", "1970-05-05")
    found = decide(read_event(happened, known), library=known).duties
    assert {duty.verdict for duty in found if duty.bearer == "ESP"} == verdicts


def test_what_a_body_refused_on_one_it_may_have_decided_on_another() -> None:
    found = asked(", on: DEU, outcome: not_adopted", shown=True)
    assert {duty.verdict for duty in found.duties if duty.bearer == "ESP"} == {"depends"}


def test_one_on_whom_was_decided_needs_no_name() -> None:
    treaty = 'article "1" when the security_council decides collective_measures on a state then every party must consult every other party\n'
    known = library(pact(treaty))
    happened = event("decisions: [{body: security_council, decision: collective_measures, on: DEU}]\nacts: []\n")
    found = decide(read_event(happened, known), library=known).duties
    assert {duty.verdict for duty in found if duty.bearer == "ESP"} == {"owed"}


@pytest.mark.parametrize(
    ("by", "more", "against"),
    [
        ("DEU", "", ("DEU",)),
        ("[]", "", ("DEU",)),  # nobody knows who attacked: it may have been Germany
        ("[]", ", outcome: unknown", ("DEU",)),
        ("CHE", "", ()),  # it was not
        ("[]", ", outcome: vetoed", ()),
    ],
)
def test_one_on_whom_was_decided_may_be_he_of_whom_nobody_knows_who_he_is(by: str, more: str, against: tuple[str, ...]) -> None:
    treaty = """
    article "1"
      when    armed_attack on a party and the security_council decides collective_measures on a state that is not a party (the culprit)
      then    ESP must take_measures against the culprit
    """
    known = library(pact(treaty))
    happened = f"acts: [{{kind: bombardment, by: {by}, on: FRA}}]\n"
    happened += f"decisions: [{{body: security_council, decision: collective_measures, on: DEU{more}}}]"
    (duty,) = decide(read_event(event(happened), known), library=known).duties
    assert (duty.verdict, duty.against) == ("owed" if by == "DEU" else "depends", against)
