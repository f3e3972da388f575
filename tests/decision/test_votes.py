"""Votes counted: by rules alone, against all completions listed one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from treatylang.decision.votes import CAST, Power, Roll, Rule, carried, power, votes_needed

RULES = ("consensus", "unanimity", "majority", "2/3", "3/4", "1/2", "9/15", "1/1", "1", "3")
BASES = ("members", "present", "voting", "participants")
NAMES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")

rules = st.builds(
    Rule,
    st.sampled_from(RULES),
    st.sampled_from(BASES),
    st.none() | st.sampled_from(("2/3", "1/2", "1/1", "3/5")),
    st.just(frozenset()) | st.sets(st.sampled_from(NAMES), max_size=2).map(frozenset),
    st.just(frozenset()) | st.sets(st.sampled_from(NAMES), max_size=2).map(frozenset),
)


@st.composite
def rolls(draw: st.DrawFn, most: int = 5, votes: tuple[str, ...] = (*CAST, "unknown", "unknown")) -> Roll:
    codes = NAMES[: draw(st.integers(1, most))]
    doubtful = draw(st.just(frozenset()) | st.sets(st.sampled_from(codes), max_size=2).map(frozenset))
    one_aside = draw(st.sampled_from((False, False, True)))
    return Roll({code: draw(st.sampled_from(votes)) for code in codes}, doubtful, one_aside=one_aside)


def plainly(rule: Rule, votes: dict[str, str]) -> bool:
    """The rule as a lawyer reads it, every vote known: members, present and voting are lists of names."""
    present = [code for code, vote in votes.items() if vote != "absent"]
    voting = [code for code, vote in votes.items() if vote in ("yes", "no")]
    yes = [code for code, vote in votes.items() if vote == "yes"]
    no = [code for code, vote in votes.items() if vote == "no"]
    if not present or rule.vetoes & set(no):
        return False
    if rule.quorum:
        part, whole = map(int, rule.quorum.split("/"))
        if len(present) * whole < part * len(votes):
            return False
    if rule.rule == "consensus":
        return not no
    base = {"members": list(votes), "present": present, "participants": present, "voting": voting}[rule.base]
    if not yes:
        return False
    if rule.rule == "unanimity":
        return set(base) == set(yes)
    if rule.rule.isdecimal():
        return len(yes) >= int(rule.rule)
    part, whole = (1, 2) if rule.rule == "majority" else map(int, rule.rule.split("/"))
    return len(yes) * whole > part * len(base) if rule.rule == "majority" else len(yes) * whole >= part * len(base)


def completions(roll: Roll) -> list[dict[str, str]]:
    """Every way in which what is open may turn out."""
    choices = []
    for code, vote in roll.votes.items():
        ways: list[str | None] = list(CAST) if vote == "unknown" else [vote]
        choices.append([(code, way) for way in [*ways, *([None] if code in roll.doubtful else [])]])
    found = [{code: way for code, way in chosen if way is not None} for chosen in product(*choices)]
    fewer = [{code: way for code, way in votes.items() if code != aside} for votes in found for aside in votes]
    return [*found, *(fewer if roll.one_aside else [])]


def by_listing(rule: Rule, roll: Roll) -> bool | None:
    more = replace(rule, vetoes=rule.vetoes | rule.may_veto)
    outcomes = {plainly(one, votes) for one in (rule, more) for votes in completions(roll)}
    return outcomes.pop() if len(outcomes) == 1 else None


@settings(max_examples=400)
@given(rules, rolls())
def test_the_outcome_is_that_of_all_completions(rule: Rule, roll: Roll) -> None:
    assert carried(rule, roll) is by_listing(rule, roll)


@given(rules, rolls(4), st.integers(0, 2))
def test_an_open_list_is_one_with_any_number_of_further_members(rule: Rule, roll: Roll, more: int) -> None:
    known = carried(rule, Roll(roll.votes, roll.doubtful, False, roll.one_aside))
    further = Roll({**roll.votes, **{f"X{number}": "unknown" for number in range(more)}}, roll.doubtful, True, roll.one_aside)
    assert known is None or known is by_listing(rule, further)


@given(rules, rolls(4))
def test_an_open_list_is_decided_only_by_what_no_further_member_can_mend(rule: Rule, roll: Roll) -> None:
    known = carried(rule, Roll(roll.votes, roll.doubtful, False, roll.one_aside))
    yes = {f"X{number}": "yes" for number in range(100)}
    helped = any(plainly(rule, {**votes, **yes}) for votes in completions(roll))
    assert (known is False) is not helped
    assert known is not True or rule.rule.isdecimal()  # a number of votes can be had, whoever else there is


@settings(max_examples=200)
@given(rules, rolls(4))
def test_power_is_that_of_all_coalitions(rule: Rule, roll: Roll) -> None:
    able = power(rule, roll)
    now = by_listing(rule, roll)
    if now is not None:
        assert (able.carry, able.block) == ((0, None) if now else (None, 0))
        return
    coalitions = [each for size in range(1, len(roll.undecided) + 1) for each in combinations(roll.undecided, size)]
    carrying = [each for each in coalitions if by_listing(rule, roll.having("yes", each)) is True]
    blocking = [
        each
        for each in coalitions
        for ways in product(("no", "absent", "abstain"), repeat=len(each))
        if by_listing(rule, Roll({**roll.votes, **dict(zip(each, ways, strict=True))}, roll.doubtful, True, roll.one_aside))
        is False
    ]
    assert able.carry == min(map(len, carrying), default=None)
    assert able.block == min(map(len, blocking), default=None)
    assert {(code,) for code in able.carries_alone} == {each for each in carrying if len(each) == 1}
    assert {(code,) for code in able.blocks_alone} == {each for each in blocking if len(each) == 1}


@given(rules, rolls())
def test_a_no_turned_into_a_yes_never_unpasses(rule: Rule, roll: Roll) -> None:
    rank = (False, None, True)
    before = rank.index(carried(rule, roll))
    for code, vote in roll.votes.items():
        if vote == "no":
            assert rank.index(carried(rule, roll.having("yes", (code,)))) >= before


@given(rules, rolls(), st.data())
def test_a_vote_that_becomes_known_never_changes_what_was_decided(rule: Rule, roll: Roll, data: st.DataObject) -> None:
    assume(roll.undecided)
    if carried(rule, roll) is None:
        return
    code, vote = data.draw(st.sampled_from(roll.undecided)), data.draw(st.sampled_from(CAST))
    assert carried(rule, roll.having(vote, (code,))) is carried(rule, roll)


@given(st.sampled_from(("unanimity", "majority", "2/3", "3/4", "9/15", "1/1", "1/3")), st.integers(1, 200))
def test_the_threshold_passes_and_one_vote_under_it_fails(rule: str, members: int) -> None:
    needed = votes_needed(rule, members)
    codes = [f"S{number}" for number in range(members)]
    votes = dict.fromkeys(codes[:needed], "yes") | dict.fromkeys(codes[needed:], "no")
    assert carried(Rule(rule), Roll(votes)) is True
    assert carried(Rule(rule), Roll({**votes, codes[needed - 1]: "no"})) is False


@pytest.mark.parametrize(
    ("rule", "members", "needed"),
    [
        ("2/3", 21, 14),
        ("2/3", 20, 14),
        ("majority", 20, 11),
        ("majority", 21, 11),
        ("9/15", 15, 9),
        ("7/11", 11, 7),
        ("1/2", 20, 10),
    ],
)
def test_thresholds(rule: str, members: int, needed: int) -> None:
    assert votes_needed(rule, members) == needed


def test_many_open_votes_are_counted_and_not_listed() -> None:
    votes = {f"S{number}": "unknown" for number in range(193)}
    able = power(Rule("2/3", "members", vetoes=frozenset({"S7"})), Roll(votes))
    assert (able.carry, able.block, able.blocks_alone) == (129, 1, ("S7",))
    assert power(Rule("2/3"), Roll(votes)).block == 65


def test_consensus_may_hang_on_one_who_may_not_count() -> None:
    """It may be there alone, and abstain; or nobody is there."""
    alone = Roll({"AAA": "abstain"}, frozenset({"AAA"}))
    assert carried(Rule("consensus"), alone) is None
    assert carried(Rule("consensus"), Roll({"AAA": "abstain"})) is True
    assert carried(Rule("majority"), alone) is False


def test_a_body_of_nobody_decides_nothing() -> None:
    assert carried(Rule("consensus"), Roll({})) is False
    assert carried(Rule("consensus"), Roll({"AAA": "absent"})) is False


@pytest.mark.parametrize(("base", "expected"), [("members", False), ("present", False), ("participants", False), ("voting", True)])
def test_abstention_stops_unanimity_unless_only_votes_cast_count(base: str, expected: bool) -> None:
    votes = {"AAA": "yes", "BBB": "abstain"}
    assert carried(Rule("unanimity", base), Roll(votes)) is expected
    assert carried(Rule("consensus", base), Roll(votes)) is True


def test_so_many_votes_are_needed_however_many_sit() -> None:
    votes = {f"S{number}": "yes" for number in range(9)}
    assert carried(Rule("9"), Roll(votes, complete=False)) is True
    assert carried(Rule("9"), Roll({**votes, "S0": "abstain"}, complete=False)) is None
    assert carried(Rule("9"), Roll({**votes, "S0": "abstain"}).seated(9)) is False


def test_seats_that_nobody_names_are_open_votes() -> None:
    roll = Roll({"AAA": "yes", "BBB": "no"}).seated(5)
    assert (len(roll.votes), roll.unnamed, roll.complete) == (5, 3, True)
    assert power(Rule("4"), roll) == Power(3, 1, "no")  # nobody alone: who they are is not known
    assert power(Rule("4", vetoes=frozenset({"CCC"})), Roll({"AAA": "yes", "CCC": "unknown"}).seated(5)).blocks_alone == ("CCC",)
