"""Who bears a duty, and to whom it is owed, where the text names a class or a sort: those who belong to it on the day."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, pact, verdicts
from treatylang.diagnostics.diagnostic import InputError

FOUNDERS = 'class founder "a founder"\n  FRA ESP since 1900-01-01 until 1950-01-01\n  PRT since 1900-01-01\n'
NOTHING = "acts: []"


@pytest.mark.parametrize(("day", "expected"), [("1949-12-31", {"FRA", "ESP", "PRT"}), ("1950-01-01", {"PRT"})])
def test_every_one_of_a_class_bears_it_while_he_belongs_to_it(day: str, expected: set[str]) -> None:
    text = pact(FOUNDERS + 'article "1" every founder must consult every other party')
    assert set(verdicts(text, event(NOTHING, day))) == {f"1/{one}>ALL" for one in expected}


@pytest.mark.parametrize(("day", "expected"), [("1949-12-31", {"FRA", "ESP", "PRT"}), ("1950-01-01", {"PRT"})])
def test_it_is_owed_to_every_one_of_a_class_while_he_belongs_to_it(day: str, expected: set[str]) -> None:
    text = pact(FOUNDERS + 'article "1" every party must consult every founder')
    parties = ("FRA", "ESP", "PRT", "ITA")
    assert set(verdicts(text, event(NOTHING, day))) == {f"1/{one}>{two}" for one in parties for two in expected if one != two}


def test_in_the_month_in_which_one_leaves_a_class_it_is_open() -> None:
    text = pact(FOUNDERS.replace("until 1950-01-01", "until 1950-01") + 'article "1" every founder must assist every founder')
    found = verdicts(text, event(NOTHING, "1950-01-15"))
    assert found == {f"1/{one}>{two}": "depends" for one in ("FRA", "ESP", "PRT") for two in ("FRA", "ESP", "PRT") if one != two}


def test_who_is_meant_is_narrowed_at_both_ends() -> None:
    text = pact('article "1" every party that is not FRA must assist every party that is not ESP')
    found = verdicts(text, event(NOTHING))
    assert set(found) == {f"1/{one}>{two}" for one in ("ESP", "PRT", "ITA") for two in ("FRA", "PRT", "ITA") if one != two}


def test_a_joint_finding_asks_for_those_who_belong_to_the_class() -> None:
    text = pact(FOUNDERS + 'article "1" when threat to a party as judged by every founder then ITA must assist PRT')
    threat = "kind: ultimatum\nby: GBR\nto: FRA\njudged_by: [PRT]"
    assert verdicts(text, event(threat, "1950-01-01")) == {"1/ITA>PRT": "owed"}
    assert verdicts(text, event(threat, "1949-12-31")) == {"1/ITA>PRT": "depends"}


# ---------------------------------------------------------------------------------------------------- groups
BANDS = """
actors:
  BAND: {kind: non_state%s}
acts: [{kind: clash, by: BAND, on: GBR}]
"""


def test_whether_a_group_is_one_of_terrorists_is_open_unless_the_event_says_so() -> None:
    text = pact('article "1" ESP must deny_territory to every terrorist_group')
    duty = ask(text, event(BANDS % "")).duties[0]
    assert (duty.owed_to, duty.verdict, [atom.word for atom in duty.depends_on]) == ("BAND", "depends", ["terrorist_group"])
    assert verdicts(text, event(BANDS % ", class: terrorist_group")) == {"1/ESP>BAND": "owed"}


def test_a_role_is_filled_by_a_group_that_the_event_calls_terrorist() -> None:
    text = pact('article "1" when armed_attack by a terrorist_group on a state then ESP must assist the victim')
    assert verdicts(text, event(BANDS.replace("clash", "bombardment") % "")) == {"1/ESP>GBR": "depends"}
    assert verdicts(text, event(BANDS.replace("clash", "bombardment") % ", class: [terrorist_group]")) == {"1/ESP>GBR": "owed"}


def test_a_state_is_no_terrorist_group() -> None:
    text = pact('article "1" ESP must deny_territory to every terrorist_group')
    with pytest.raises(InputError, match="unknown class"):
        ask(text, event(BANDS.replace("non_state", "state") % ", class: terrorist_group"))
    assert verdicts(text, event(BANDS.replace("non_state", "state") % "")) == {}
