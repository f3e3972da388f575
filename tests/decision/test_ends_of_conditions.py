"""Whom a condition asks of: members of another treaty, both ends of `every party`, somebody about whom it is asked who he is."""

from __future__ import annotations

import pytest

from tests.asking import event, library
from tests.decision.test_plain_conditions import ATTACK, HEAD, duty_of_spain
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
        assert duty_of_spain("every member of other-1950 is overwhelmed", ATTACK + said % so, other=(OTHER,)).verdict == verdict


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


def wars(*pairs: str) -> str:
    return ATTACK + "relations:\n" + "".join(f"  - {{at_war: [{pair}]}}\n" for pair in pairs)


def test_every_party_with_every_other_is_each_pair() -> None:
    """All pairs, and nobody with itself."""
    words = "every party is at_war with every other party"
    pairs = [("at_war", ("ESP", "FRA")), ("at_war", ("ESP", "ITA")), ("at_war", ("FRA", "ITA"))]
    assert asked(duty_of_spain(words)) == pairs
    assert asked(duty_of_spain("every party is at_war with every party")) == pairs
    assert duty_of_spain(words, wars("FRA, ESP", "ESP, ITA", "ITA, FRA")).verdict == "owed"
    peace = wars("FRA, ESP", "ESP, ITA") + "  - {at_war: [ITA, FRA], value: false}\n"
    assert duty_of_spain(words, peace).verdict == "not_owed"


def test_one_party_with_every_other_is_not_asked_of_itself() -> None:
    assert asked(duty_of_spain("the victim is at_war with every party")) == [("at_war", ("ESP", "FRA")), ("at_war", ("FRA", "ITA"))]
    assert asked(duty_of_spain("FRA is at_war with every other party")) == [("at_war", ("FRA", "ITA"))]  # nor of the bearer


def test_an_act_of_every_party_on_every_other_is_one_of_each_pair() -> None:
    words = "armed_attack by every party on every other party"
    pairs = [f"{one}, on: {two}" for one in ("FRA", "ESP", "ITA") for two in ("FRA", "ESP", "ITA") if one != two]
    acts = "acts:\n  - {kind: bombardment, by: DEU, on: FRA, grave: true}\n"
    acts += "".join(f"  - {{kind: bombardment, by: {pair}, grave: true}}\n" for pair in pairs)
    known = library(f'{HEAD}article "1" every party must consult every other party only if {words}')
    for happened, count in ((acts, 3), (acts.rsplit("  - ", 1)[0], 0)):
        found = decide(read_event(event(happened), known), library=known).duties
        assert [duty.verdict for duty in found] == ["owed"] * count


@pytest.mark.parametrize(
    ("condition", "by", "verdict"),
    [
        ("the attacker is another party", "ITA", "owed"),
        ("the attacker is another party", "DEU", "not_owed"),
        ("the attacker is another party", "[ITA, DEU]", "owed"),
        ("the attacker is not another party", "ITA", "not_owed"),
        ("the victim is another party", "DEU", "owed"),
        ("the bearer is another party", "DEU", "owed"),
    ],
)
def test_he_himself_does_not_keep_him_from_being_another(condition: str, by: str, verdict: str) -> None:
    assert duty_of_spain(condition, ATTACK.replace("DEU", by)).verdict == verdict


def test_one_who_has_a_second_role_is_still_himself() -> None:
    known = library(
        f'{HEAD}article "1" when armed_attack on a party and request_for_assistance by the victim '
        "then every other party must assist the victim only if the victim is another party"
    )
    acts = ATTACK.replace("kind", "acts:\n  - kind").replace("\nby", "\n    by").replace("\non", "\n    on")
    found = decide(read_event(event(acts + "  - {kind: request_for_assistance, by: FRA, to: ESP}"), known), library=known).duties
    assert [(duty.bearer, duty.verdict) for duty in found] == [("ESP", "owed"), ("ITA", "owed")]


def test_every_party_that_is_not_one_of_them_leaves_him_out() -> None:
    duty = duty_of_spain("every party that is not FRA is overwhelmed")
    assert asked(duty) == [("overwhelmed", ("ESP",)), ("overwhelmed", ("ITA",))]
