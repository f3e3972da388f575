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
            ? FRA is the attacker [unknown] asks attacker(FRA)
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
