"""Whom a condition asks of: members of another treaty, both ends of `every party`, somebody about whom it is asked who he is."""

from __future__ import annotations

import pytest

from tests.asking import event, library
from tests.decision.test_plain_conditions import ATTACK, HEAD, duty_of_spain, only_if
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty

OTHER = """treaty other-1950 "Another"
  in force since 1950-01-01
parties
  GBR USA since 1950-01-01
  PRT since 1950-01-01 until 1955-01-01
article "1" every party must consult every other party
"""


def asked(duty: Duty) -> list[tuple[str, tuple[str, ...]]]:
    return [(atom.word, atom.of) for atom in duty.depends_on]


def test_every_member_of_another_treaty_is_asked() -> None:
    """Those of the day, also those whom the event does not name; and nobody whom it names is asked for that alone."""
    duty = duty_of_spain("every member of other-1950 is overwhelmed", other=(OTHER,))
    assert asked(duty) == [("overwhelmed", ("GBR",)), ("overwhelmed", ("USA",))]
    said = "parties: {GBR: {overwhelmed: true}, USA: {overwhelmed: %s}}"
    for so, verdict in (("true", "owed"), ("false", "not_owed")):
        assert (
            duty_of_spain("every member of other-1950 is overwhelmed", ATTACK + said % so, other=(OTHER,)).verdict == verdict
        )


def test_a_member_of_another_treaty_is_one_of_all() -> None:
    duty = duty_of_spain("a member of other-1950 is overwhelmed", other=(OTHER,))
    assert asked(duty) == [("overwhelmed", ("GBR",)), ("overwhelmed", ("USA",))]
    said = "parties: {GBR: {overwhelmed: false}, USA: {overwhelmed: false}}"
    assert duty_of_spain("a member of other-1950 is overwhelmed", ATTACK + said, other=(OTHER,)).verdict == "not_owed"


def test_a_member_of_another_treaty_may_be_at_an_end_of_a_relation() -> None:
    duty = duty_of_spain("a member of other-1950 is at_war with the attacker", other=(OTHER,))
    assert asked(duty) == [("at_war", ("DEU", "GBR")), ("at_war", ("DEU", "USA"))]
    war = "relations: [{at_war: [USA, DEU]}]"
    assert duty_of_spain("a member of other-1950 is at_war with the attacker", ATTACK + war, other=(OTHER,)).verdict == "owed"
