"""Decisions that the event gives as votes: counted by the treaty's own rule, for the members of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import ask, event, library, pact, real, row, verdicts
from treatylang.api import decide, read_event
from treatylang.decision.bodies import Bodies, Sitting
from treatylang.decision.case import Case
from treatylang.decision.formula import Leaf, leaves
from treatylang.decision.votes import carried
from treatylang.explanation.from_decision import explain

ROOT = Path(__file__).parents[2]
BODY = """
organ council of every party
  decides {}
article "1" when the council decides {} then FRA must report to the council
"""
QUIET = "kind: bombardment\nby: DEU\non: GBR"


def council(rule: str, matter: str = "collective_measures") -> str:
    return pact(BODY.format(rule, matter))


def votes(text: str, more: str = "", matter: str = "collective_measures") -> str:
    return event(f"{QUIET}\ndecisions:\n  - {{body: council, decision: {matter}, votes: {{{text}}}{more}}}\n")


def verdict(rule: str, cast: str, more: str = "", after: str = "", matter: str = "collective_measures") -> str:
    return row(council(rule, matter), votes(cast, more, matter) + after, "FRA").verdict


def decision_leaf(treaty: str, happened: str) -> Leaf:
    duty = row(treaty, happened, "FRA")
    assert duty.applies is not None
    return next(leaf for leaf in leaves(duty.applies) if "decides" in leaf.words)


def sitting(treaty: str, happened: str) -> Sitting:
    known = library(treaty)
    situation = read_event(happened, known)
    case = Case(situation, known.plan.vocabulary, situation.date, {}, known.plan.successions)
    return Bodies(case, known.plan).sittings(situation.decisions[0])[0]


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ("yes: [FRA, ESP, PRT], no: [ITA]", "owed"),
        ("yes: [FRA, ESP], no: [ITA, PRT]", "not_owed"),
        ("yes: [FRA, ESP]", "depends"),
        ("yes: [FRA, ESP, PRT]", "owed"),
        ("no: [FRA, ESP]", "not_owed"),
        ("no: [FRA], unknown: [ESP]", "depends"),
        ("yes: [FRA, ESP], recused: [ITA]", "owed"),
    ],
)
def test_two_thirds_of_the_members(cast: str, expected: str) -> None:
    assert verdict("by 2/3 of members", cast) == expected


def test_a_count_is_told() -> None:
    treaty = council("by 2/3 of members")
    decided = decision_leaf(treaty, votes("yes: [FRA, ESP, PRT], no: [ITA]"))
    assert (decided.value, decided.basis, decided.why) == (True, "stated", "3 of 4 members said yes, 2/3 needed (3)")
    still = decision_leaf(treaty, votes("yes: [FRA], no: [ITA]"))
    assert (still.value, still.basis) == (None, "unknown")
    assert still.words == (
        "the council decides collective_measures (1 of 4 members said yes, 2/3 needed (3); open: votes of ESP, PRT)"
    )


def test_an_open_vote_is_what_the_duty_depends_on() -> None:
    duty = row(council("by majority"), votes("yes: [FRA]"), "FRA")
    assert [(atom.word, atom.of) for atom in duty.depends_on] == [("collective_measures", ("council",))]


@pytest.mark.parametrize(
    ("rule", "cast", "expected"),
    [
        ("by consensus", "yes: [FRA, ESP], abstain: [PRT], absent: [ITA]", "owed"),
        ("by consensus", "yes: [FRA, ESP, PRT], no: [ITA]", "not_owed"),
        ("by consensus", "yes: [FRA, ESP, PRT]", "depends"),
        ("by unanimity", "yes: [FRA, ESP, PRT], absent: [ITA]", "not_owed"),
        ("by unanimity", "yes: [FRA, ESP, PRT], recused: [ITA]", "owed"),
        ("by unanimity of present", "yes: [FRA, ESP, PRT], absent: [ITA]", "owed"),
        ("by unanimity of present", "yes: [FRA, ESP, PRT], abstain: [ITA]", "not_owed"),
        ("by unanimity of voting", "yes: [FRA, ESP, PRT], abstain: [ITA]", "owed"),
        ("by majority of voting", "yes: [FRA], abstain: [PRT, ESP], absent: [ITA]", "owed"),
        ("by majority of voting quorum 2/3", "yes: [FRA], abstain: [ESP], absent: [ITA, PRT]", "not_owed"),
        ("by majority of voting quorum 2/3", "yes: [FRA], abstain: [ESP, PRT], absent: [ITA]", "owed"),
        ("by consensus of participants", "yes: [FRA, ESP], absent: [ITA, PRT]", "owed"),
        ("by consensus of participants", "yes: [FRA, ESP], absent: [ITA], no: [PRT]", "not_owed"),
        ("by majority", "veto: [ITA], yes: [FRA, ESP, PRT]", "not_owed"),
    ],
)
def test_rules(rule: str, cast: str, expected: str) -> None:
    assert verdict(rule, cast) == expected


def test_a_line_that_names_the_matter_goes_before_the_general_one() -> None:
    treaty = council("by consensus\n  decides collective_measures by majority")
    assert row(treaty, votes("yes: [FRA, ESP, PRT], no: [ITA]"), "FRA").verdict == "owed"
    assert row(treaty, votes("yes: [FRA, ESP], no: [ITA, PRT]"), "FRA").verdict == "not_owed"


def test_a_written_outcome_is_taken_as_it_stands() -> None:
    taken = event(f"{QUIET}\ndecisions:\n  - {{body: council, decision: collective_measures}}\n")
    leaf = decision_leaf(council("by consensus"), taken)
    assert (leaf.value, leaf.basis, leaf.why) == (True, "stated", None)


# ------------------------------------------------------------------------------------------------ who is a member


def test_members_are_those_of_the_day_of_the_decision() -> None:
    treaty = council("by majority").replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA ESP since 1900-01-01\n  PRT ITA since 1950-01-01"
    )
    cast = "yes: [FRA, ESP]"
    assert row(treaty, votes(cast, ", date: 1949-12-31"), "FRA").verdict == "owed"
    assert row(treaty, votes(cast, ", date: 1950-01-01"), "FRA").verdict == "depends"
    assert row(treaty, votes(cast, ", date: 1950-06"), "FRA").verdict == "depends"


def test_one_who_left_after_the_vote_was_a_member() -> None:
    treaty = council("by unanimity").replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA ESP PRT since 1900-01-01\n  ITA since 1900-01-01 until 1955-01-01"
    )
    assert row(treaty, votes("yes: [FRA, ESP, PRT], no: [ITA]", ", date: 1954-12-31"), "FRA").verdict == "not_owed"
    assert row(treaty, votes("yes: [FRA, ESP, PRT]", ", date: 1955-01-01"), "FRA").verdict == "owed"


def test_a_date_known_by_its_year_leaves_open_who_joined_in_it() -> None:
    treaty = council("by majority").replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA ESP PRT since 1900-01-01\n  ITA since 1950-02-01"
    )
    assert row(treaty, votes("yes: [FRA, ESP], no: [PRT]", ", date: '1950'"), "FRA").verdict == "depends"
    assert row(treaty, votes("yes: [FRA, ESP, PRT]", ", date: '1950'"), "FRA").verdict == "owed"


def test_who_joined_in_the_year_of_the_vote_is_told() -> None:
    treaty = council("by majority").replace("PRT ITA since 1900-01-01", "PRT since 1900-01-01\n  ITA since 1950-02-01")
    seen = sitting(treaty, votes("yes: [FRA, ESP], no: [PRT]", ", date: '1950'"))
    assert seen.doubts == {"ITA": "a member on some days only between 1950-01-01 and 1950-12-31"}
    assert seen.why == "2 of 3 or 4 members said yes, a majority needed (2 or 3); open: the vote of ITA; open whether ITA counts"


def test_contested_membership_leaves_the_count_open_unless_it_makes_no_difference() -> None:
    contested = "membership:\n  - {party: ITA, treaty: pact-1900, status: contested}\n"
    assert verdict("by unanimity", "yes: [FRA, ESP, PRT], no: [ITA]", after=contested) == "depends"
    assert verdict("by majority", "yes: [FRA, ESP, PRT], no: [ITA]", after=contested) == "owed"
    assert sitting(council("by unanimity"), votes("yes: [FRA, ESP, PRT], no: [ITA]") + contested).roll.doubtful == {"ITA"}


def test_one_who_is_no_member_does_not_count() -> None:
    assert verdict("by majority", "yes: [FRA, ESP, GBR, USA], no: [PRT, ITA]") == "not_owed"
    assert sitting(council("by majority"), votes("yes: [GBR]")).strangers == ("GBR",)


def test_a_state_votes_under_the_name_that_it_had_or_has() -> None:
    treaty = council("by unanimity").replace("FRA ESP PRT ITA since", "FRA PRUSSIA since 1860-01-01\n  ESP since")
    treaty = treaty.replace("in force since 1900-01-01", "in force since 1860-01-01")
    assert row(treaty, votes("yes: [FRA, ESP, GERREICH]", ", date: 1905-01-01"), "FRA").verdict == "owed"


def test_a_government_votes_for_its_state_if_it_is_lawful() -> None:
    actors = "actors:\n  JUNTA: {kind: government, name: a junta, speaks_for: ITA, lawful: %s}\n"
    cast = "yes: [FRA, ESP, PRT, JUNTA]"
    assert verdict("by unanimity", cast, after=actors % "true") == "owed"
    assert verdict("by unanimity", cast, after=actors % "unknown") == "depends"


def test_members_that_no_list_names_leave_it_open() -> None:
    treaty = council("by 2/3 of members").replace("of every party", "of every elected_member")
    treaty += 'class elected_member "the situation names them"\n'
    assert row(treaty, votes("yes: [FRA, ESP, PRT]"), "FRA").verdict == "depends"
    assert "not all of its members are known" in decision_leaf(treaty, votes("yes: [FRA]")).words
    assert "1 said yes, 2/3 of members needed" in decision_leaf(treaty, votes("yes: [FRA]")).words
    treaty = treaty.replace("by 2/3 of members", "by consensus")
    assert row(treaty, votes("yes: [FRA, ESP, PRT], no: [ITA]"), "FRA").verdict == "not_owed"


def test_members_of_a_class_that_is_listed_are_all() -> None:
    treaty = council("by majority").replace("of every party", "of every great_power_of_ours")
    treaty += 'class great_power_of_ours "three"\n  FRA ESP PRT since 1900-01-01\n'
    assert row(treaty, votes("yes: [FRA, ESP]"), "FRA").verdict == "owed"


# ------------------------------------------------------------------------------------------------ without whom


def test_the_one_whom_a_decision_concerns_does_not_vote_on_it() -> None:
    rule = "by consensus of members without the violator"
    cast = "yes: [FRA, ESP, PRT], no: [ITA]"
    assert verdict(rule, cast, ", on: ITA", matter="suspension_of_member") == "owed"
    assert verdict(rule, cast, ", on: ESP", matter="suspension_of_member") == "not_owed"
    stood_aside = sitting(council(rule), votes(cast, ", on: ITA")).aside
    assert stood_aside == {"ITA": "without the violator"}


def test_without_the_doer_of_the_act() -> None:
    rule = "by consensus of members without the violator"
    cast = "yes: [FRA, ESP, PRT], no: [ITA]"
    breach = votes(cast).replace("kind: bombardment\nby: DEU\non: GBR", "kind: breach\nby: %s\non: FRA")
    assert row(council(rule), breach % "ITA", "FRA").verdict == "owed"
    assert row(council(rule), breach % "ESP", "FRA").verdict == "not_owed"
    assert row(council(rule), (breach % "ITA") + "happened: unknown\n", "FRA").verdict == "depends"


def test_without_one_of_whom_nothing_is_known() -> None:
    """It may be any of them, but only one."""
    rule = "by 2/3 of members without the violator"
    assert verdict(rule, "yes: [FRA, ESP, PRT], no: [ITA]") == "owed"
    assert verdict(rule, "yes: [FRA, ESP], no: [PRT, ITA]") == "depends"
    assert verdict(rule, "yes: [FRA, ESP], no: [PRT, ITA]", ", on: ITA") == "owed"
    assert verdict(rule, "yes: [FRA, ESP], no: [PRT, ITA], recused: []") == "not_owed"
    assert "open who votes: without the violator" in decision_leaf(council(rule), votes("yes: [FRA, ESP], no: [PRT, ITA]")).words


def test_without_an_interested_state() -> None:
    rule = "by unanimity of members without an interested_state"
    cast = "yes: [FRA, ESP], no: [PRT, ITA]"
    about = "event: a test\ndate: 1960-05-05\nacts:\n  - {id: raid, kind: bombardment, by: ITA, on: PRT}\n"
    rows = "decisions:\n  - {body: council, decision: collective_measures%s, votes: {%s}}\n"
    treaty = council(rule)
    assert row(treaty, about + rows % (", about: raid", cast), "FRA").verdict == "owed"
    assert row(treaty, about + rows % ("", cast), "FRA").verdict == "depends"
    assert row(treaty, about + rows % ("", cast + ", recused: []"), "FRA").verdict == "not_owed"
    assert row(treaty, about + rows % ("", "yes: [FRA, ESP, PRT, ITA]"), "FRA").verdict == "owed"
    assert row(treaty, about + rows % ("", "yes: [PRT, ITA, FRA], no: [ESP]"), "FRA").verdict == "not_owed"


# ------------------------------------------------------------------------------------------------ bodies without a rule


def test_a_body_of_the_vocabulary_alone_leaves_it_open_and_says_what_to_write() -> None:
    treaty = pact('article "1" when the security_council decides collective_measures then FRA must report to the security_council')
    rows = f"{QUIET}\ndecisions:\n  - {{body: security_council, decision: collective_measures, votes: {{%s}}}}\n"
    assert row(treaty, event(rows % "yes: [FRA, GBR]"), "FRA").verdict == "depends"
    assert row(treaty, event(rows % "veto: [USSR], yes: [FRA, GBR]"), "FRA").verdict == "not_owed"
    assert "write the `outcome`" in decision_leaf(treaty, event(rows % "yes: [FRA, GBR]")).words


def test_treaties_that_disagree_on_the_rule_leave_it_open() -> None:
    easy, hard = council("by majority"), council("by unanimity").replace("pact-1900", "pact-1901")
    cast = votes("yes: [FRA, ESP, PRT], no: [ITA]")
    assert {duty.verdict for duty in ask((easy, hard), cast).duties} == {"depends"}
    assert {duty.verdict for duty in ask((easy, hard), votes("yes: [FRA, ESP, PRT, ITA]")).duties} == {"owed"}


# ------------------------------------------------------------------------------------------------ findings, ends, silence


def test_a_finding_by_votes_shows_a_judgement() -> None:
    treaty = pact(
        "organ council of every party\n  decides by majority\n"
        'article "1" when danger_to_peace as judged by the council then every party must consult every other party\n'
    )
    rows = f"{QUIET}\ndecisions:\n  - {{body: council, decision: finds_threat, votes: {{%s}}}}\n"
    found = {
        cast: set(verdicts(treaty, event(rows % cast)).values())
        for cast in ("yes: [FRA, ESP, ITA]", "yes: [FRA, ESP]", "no: [FRA, ESP]")
    }
    assert found == {"yes: [FRA, ESP, ITA]": {"owed"}, "yes: [FRA, ESP]": {"depends"}, "no: [FRA, ESP]": set()}


def test_one_finding_is_enough_however_many_failed_before() -> None:
    treaty = pact(
        "organ council of every party\n  decides by majority\n"
        'article "1" when danger_to_peace as judged by the council then every party must consult every other party\n'
    )
    rows = "{body: council, decision: finds_threat, votes: {no: [FRA, ESP, ITA]}}, {body: council, decision: finds_threat}"
    assert set(verdicts(treaty, event(f"{QUIET}\ndecisions: [{rows}]")).values()) == {"owed"}


def test_a_duty_lapses_by_votes() -> None:
    treaty = pact(
        "organ council of every party\n  decides by 2/3 of members\n"
        'article "1" when armed_attack on a party then ESP must defend the victim lapses when the council decides necessary_measures'
    )
    rows = "kind: bombardment\nby: DEU\non: FRA\ndecisions: [{body: council, decision: necessary_measures, votes: {%s}}]"
    assert row(treaty, event(rows % "yes: [FRA, ESP, PRT]"), "ESP").verdict == "not_owed"
    assert row(treaty, event(rows % "no: [FRA, ESP]"), "ESP").verdict == "owed"
    duty = row(treaty, event(rows % "yes: [FRA, ESP, PRT]"), "ESP")
    assert "3 of 4 members said yes" in str(explain(duty))


def test_a_treaty_that_waits_for_votes_is_not_passed_over() -> None:
    """`treaty query` leaves treaties out of which nothing starts."""
    known = library(council("by majority"))
    situation = read_event(votes("yes: [FRA, ESP, PRT]"), known)
    assert [duty.verdict for duty in decide(situation, library=known, standing=False).duties] == ["owed"]


def _real(name: str) -> Sitting:
    known = real()
    situation = read_event(ROOT / "events" / f"{name}.yaml", known)
    case = Case(situation, known.plan.vocabulary, situation.date, {}, known.plan.successions)
    return Bodies(case, known.plan).sittings(situation.decisions[0])[0]


def test_cuba_was_excluded_by_no_vote_more_than_was_needed() -> None:
    seen = _real("rio-1962-punta-del-este")
    assert (seen.carried, seen.why) == (True, "14 of 21 members said yes, 2/3 needed (14); 21 there, quorum 2/3")
    assert seen.rule is not None
    assert carried(seen.rule, seen.roll.having("no", ("URY",))) is False


def test_in_october_cuba_was_no_member_any_more() -> None:
    seen = _real("rio-1962-quarantine")
    assert (seen.carried, seen.why) == (True, "19 of 20 members said yes, 2/3 needed (14); 20 there, quorum 2/3")
    assert "CUB" not in seen.roll.votes
