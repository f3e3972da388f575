"""Decisions that the event gives as votes: counted by the treaty's own rule, for the members of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import ask, event, library, pact, real, row, verdicts
from treatylang.api import decide, read_event
from treatylang.decision.bodies import Bodies, Sitting
from treatylang.decision.case import Case
from treatylang.decision.formula import Leaf, leaves
from treatylang.decision.votes import carried, power
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


def test_a_body_without_a_rule_leaves_it_open_and_says_what_to_write() -> None:
    treaty = pact('article "1" when the au_psc decides collective_measures then FRA must report to the security_council')
    rows = f"{QUIET}\ndate: 2005-05-05\ndecisions:\n  - {{body: au_psc, decision: collective_measures, votes: {{%s}}}}\n"
    rows = f"event: a test\n{rows}"
    assert row(treaty, rows % "yes: [FRA, GBR]", "FRA").verdict == "depends"
    assert row(treaty, rows % "veto: [RUS], yes: [FRA, GBR]", "FRA").verdict == "not_owed"
    assert "write the `outcome`" in decision_leaf(treaty, rows % "yes: [FRA, GBR]").words


# ------------------------------------------------------------------------------------------------ bodies of the vocabulary

COUNCIL = 'article "1" when the security_council decides %s then FRA must report to the security_council'
FIVE = "USA, GBR, FRA, CHN, RUS"
TEN = "ALB, BRA, GAB, GHA, IND, IRL, KEN, MEX, NOR, ARE"  # elected, 2022


def council_of(day: str, cast: str, matter: str = "collective_measures", more: str = "") -> tuple[str, str]:
    """The verdict of a duty that waits for the Security Council, and how its votes were counted."""
    decision = f"{{body: security_council, decision: {matter}, votes: {{{cast}}}{more}}}"
    happened = f"event: a test\ndate: '{day}'\n{QUIET}\ndecisions: [{decision}]\n"
    return row(pact(COUNCIL % matter), happened, "FRA").verdict, sitting(pact(COUNCIL % matter), happened).why


def test_nine_of_fifteen_carry_it_whoever_else_sits() -> None:
    """Resolution 1973 of 2011-03-17: ten for it, none against; two of the five abstained, by practice no veto."""
    ten = "BIH, COL, FRA, GAB, LBN, NGA, PRT, ZAF, GBR, USA"
    assert council_of("2011-03-17", f"yes: [{ten}], abstain: [BRA, CHN, DEU, IND, RUS]") == (
        "owed",
        "10 of 15 members said yes, 9 needed",
    )
    assert council_of("2011-03-17", f"yes: [{ten}], abstain: [CHN, RUS]")[0] == "owed"
    verdict_, why = council_of("2011-03-17", f"yes: [{ten}]")
    assert (verdict_, why) == (
        "depends",
        "10 of 15 members said yes, 9 needed; open: votes of RUS, CHN and 3 members whom the event does not name",
    )


def test_the_no_of_a_permanent_member_stops_it_and_of_no_other() -> None:
    """Of 2022-02-25 and 2022-02-27: of the same eleven, three and one, on the matter and on calling the Assembly."""
    eleven = "USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL, KEN, MEX, NOR"
    cast = f"yes: [{eleven}], no: [RUS], abstain: [CHN, IND, ARE]"
    assert council_of("2022-02-25", cast) == ("not_owed", "vetoed by RUS")
    assert council_of("2022-02-27", cast, "convocation") == ("owed", "11 of 15 members said yes, 9 needed")
    other = cast.replace("no: [RUS], abstain: [CHN, IND", "no: [IND], abstain: [CHN, RUS")
    assert council_of("2022-02-25", other)[0] == "owed"


def test_eight_are_too_few_once_all_are_known() -> None:
    """One under the threshold fails; who is elected is not known unless the event names them."""
    eight = "USA, GBR, FRA, CHN, RUS, ALB, BRA, GAB"
    assert council_of("2022-03-01", f"yes: [{eight}], abstain: [GHA, IND, IRL, KEN, MEX, NOR, ARE]")[0] == "not_owed"
    assert council_of("2022-03-01", f"yes: [{eight}], abstain: [GHA, IND, IRL, KEN, MEX, NOR]")[0] == "depends"
    assert council_of("2022-03-01", f"yes: [{eight}, GHA]")[0] == "owed"
    assert council_of("2022-03-01", "abstain: [GHA, IND, IRL, KEN, MEX, NOR], absent: [ALB]")[0] == "not_owed"


def test_seven_of_eleven_before_1966() -> None:
    """Resolution 218 of 1965-11-23: seven for it, and three of the five abstained; by the rule of 1966 that would have failed."""
    cast = "yes: [BOL, CIV, JOR, MYS, URY, USSR, TWN], abstain: [FRA, NLD, GBR, USA]"
    assert council_of("1965-11-23", cast) == ("owed", "7 of 11 members said yes, 7 needed")
    assert council_of("1966-02-01", cast)[0] == "depends"


def test_who_is_not_there_vetoes_nothing() -> None:
    """Resolution 83 of 1950-06-27: the Soviet Union stayed away, Egypt and India did not vote."""
    cast = "yes: [USA, GBR, FRA, TWN, CUB, ECU, NOR], no: [YUG], absent: [USSR, EGY, IND]"
    assert council_of("1950-06-27", cast)[0] == "owed"
    assert (
        council_of(
            "1950-06-27",
            cast.replace("absent: [USSR, EGY, IND]", "absent: [EGY, IND], no: [USSR]").replace("no: [YUG], ", "abstain: [YUG], "),
        )[0]
        == "not_owed"
    )


def test_an_open_vote_of_a_permanent_member_keeps_it_open() -> None:
    nine = "USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL, KEN"
    verdict_, why = council_of("2022-03-01", f"yes: [{nine}], abstain: [MEX, NOR, IND, ARE]")
    assert verdict_ == "depends" and "open: votes of RUS, CHN" in why
    seen = sitting(
        pact(COUNCIL % "collective_measures"),
        f"event: e\ndate: 2022-03-01\n{QUIET}\ndecisions: [{{body: security_council, decision: collective_measures, votes: {{yes: [{nine}], abstain: [MEX, NOR, IND, ARE]}}}}]",
    )
    assert seen.rule is not None
    able = power(seen.rule, seen.roll)
    assert (able.carry, able.block, able.blocks_alone) == (2, 1, ("RUS", "CHN"))


def test_a_party_to_a_dispute_stands_aside_under_chapter_six() -> None:
    cast = "yes: [USA, GBR, FRA, CHN, ALB, BRA, GAB, GHA, IRL], no: [RUS], abstain: [IND, KEN, MEX, NOR, ARE]"
    happened = "event: e\ndate: 2022-03-01\nacts: [{id: war, kind: bombardment, by: RUS, on: UKR}]\ndecisions: [{body: security_council, decision: %s, about: war, votes: {%s}}]"
    settled, measures = (
        row(pact(COUNCIL % matter), happened % (matter, cast), "FRA").verdict
        for matter in ("terms_of_settlement", "collective_measures")
    )
    assert (settled, measures) == ("owed", "not_owed")


def test_more_voters_than_seats_leave_it_open() -> None:
    verdict_, why = council_of("2022-03-01", f"yes: [{FIVE}, {TEN}, DEU]")
    assert (verdict_, why) == ("depends", "16 are named, and it has 15 members")


def test_the_seat_of_china_is_that_of_the_day() -> None:
    others = "yes: [USA, GBR, FRA, USSR, BEL, ITA, JPN, NIC, POL, SLE, SOM, SYR, ARG]"
    assert council_of("1971-10-24", f"{others}, no: [TWN], abstain: [BDI]")[0] == "not_owed"
    assert "TWN" not in council_of("1971-10-26", f"{others}, abstain: [BDI]")[1]
    assert council_of("1971-10-26", f"{others}, abstain: [BDI, CHN]")[0] == "owed"


def test_the_assembly_counts_the_members_of_the_charter() -> None:
    """In the library, whose Charter lists them; the vocabulary alone knows none."""
    happened = "event: e\ndate: 1956-11-04\nkind: bombardment\nby: USSR\non: HUN\ndecisions: [{body: general_assembly, decision: calls_for, votes: {yes: [USA, GBR], no: [USSR]}}]"
    assert sitting(pact('article "1" FRA must report to the general_assembly'), happened).roll.complete is False
    known = real()
    situation = read_event(happened, known)
    seen = Bodies(Case(situation, known.plan.vocabulary, situation.date, {}, known.plan.successions), known.plan).sittings(
        situation.decisions[0]
    )[0]
    assert (seen.roll.complete, seen.carried, len(seen.roll.votes) - len(seen.roll.doubtful)) == (True, None, 76)
    assert seen.roll.doubtful == {"CHN"}  # beside TWN, who held the seat


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


# ------------------------------------------------------------------------------------------------ on whom a body decides
ON = (
    "when the security_council decides collective_measures on a state that is not a party (the culprit) "
    "then every party must take_measures against the culprit"
)


@pytest.mark.parametrize(
    ("on", "verdict", "against"),
    [
        ("DEU", "owed", ("DEU",)),
        ("[DEU, GBR]", "owed", ("DEU", "GBR")),
        ("[FRA, DEU]", "owed", ("DEU",)),
        ("FRA", "depends", ()),  # of others it is not said what the body decided
    ],
)
def test_on_whom_a_body_decides_is_against_whom_its_measures_go(on: str, verdict: str, against: tuple[str, ...]) -> None:
    treaty = pact(f'article "1" {ON}\n')
    decided = f"decisions: [{{body: security_council, decision: collective_measures, on: {on}}}]\n"
    rows = {duty.id: duty for duty in ask(treaty, event(decided + "kind: bombardment\nby: DEU\non: FRA\n")).duties}
    row = rows["pact-1900:1/ESP>ALL"]
    assert (row.verdict, row.against) == (verdict, against)


def test_a_decision_on_another_matter_puts_no_question_about_the_one_it_was_on() -> None:
    treaty = pact(f'article "1" {ON.replace("when", "when armed_attack on a party and", 1)}\n')
    decided = "decisions: [{body: security_council, decision: collective_measures, on: JPN}]\n"
    rows = {duty.id: duty for duty in ask(treaty, event(decided + "kind: bombardment\nby: DEU\non: FRA\n")).duties}
    row = rows["pact-1900:1/ESP>ALL"]
    assert [atom.of for atom in row.depends_on] == [("security_council",)] and row.against == ()
