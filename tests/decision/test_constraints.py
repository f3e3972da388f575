"""Constraints that every world obeys: facts that imply or exclude each other, thresholds, regions, dates known by their month."""

from __future__ import annotations

from itertools import product

import pytest

from tests.asking import event, library, pact, row, verdicts
from treatylang.api import read_event
from treatylang.decision.case import Case
from treatylang.decision.constraints import Constraints
from treatylang.decision.formula import Atom

RULE = 'article "1" when armed_attack on a party {more} then every other party must defend the victim'
ATTACK = "actors: {RAIDERS: {name: Raiders, kind: non_state}}\nkind: bombardment\nby: RAIDERS\non: FRA\ngrave: true\n"


def rule(more: str) -> str:
    return pact(RULE.format(more=more))


def test_what_is_directed_from_abroad_is_supported_from_abroad() -> None:
    both = rule("and the act is directed_from_abroad and the act is not supported_from_abroad")
    assert verdicts(both, event(ATTACK)) == {}
    either = row(rule("and (the act is not directed_from_abroad or the act is supported_from_abroad)"), event(ATTACK), "ESP")
    assert (either.verdict, either.depends_on) == ("owed", ())


def test_without_the_constraint_it_would_be_open() -> None:
    other = row(rule("and the act is directed_from_abroad"), event(ATTACK), "ESP")
    assert (other.verdict, [atom.word for atom in other.depends_on]) == ("depends", ["directed_from_abroad"])


def test_a_presumption_prejudges_nothing_that_the_event_leaves_open() -> None:
    """Who says that a direct provocation is open does not say that there was none, though provocation is presumed absent."""
    direct = rule("and the act is directly_provoked")
    assert row(direct, event(ATTACK + "directly_provoked: unknown"), "ESP").verdict == "depends"


def test_a_claim_is_held_to_the_constraints_in_its_account() -> None:
    claimed = ATTACK + "directed_from_abroad: {claimed: {true: [FRA], false: [ESP]}}"
    found = row(rule("and the act is supported_from_abroad"), event(claimed), "ESP")
    assert found.verdict == "depends"  # for FRA it is so; ESP's account leaves it open
    assert {atom.word for atom in found.depends_on} >= {"supported_from_abroad"}


def test_a_bound_known_by_its_month_has_come_on_every_later_day() -> None:
    """In force on the later day and not on the earlier is a world; the other way round is none."""
    month = """treaty month-1960 "A pact"
  in force since 1960-05
parties
  FRA ESP since 1950-01-01
article "1" when armed_attack on a party then every other party must defend the victim
"""
    found = row(month, event("kind: bombardment\nby: DEU\non: FRA", "1960-05-05"), "ESP")
    assert found.verdict == "depends"
    assert [atom.word for atom in found.depends_on] == ["since"]


def test_the_narrower_region_lies_in_the_wider() -> None:
    narrow = pact(
        'article "1" when armed_attack on a party in balkans then every other party must defend the victim unless the act is in europe'
    )
    assert verdicts(narrow, event("kind: bombardment\nby: DEU\non: FRA\nplace: {name: somewhere}")) == {}


def test_an_invasion_that_may_not_have_been_would_have_been_war() -> None:
    """No world has the one and not the other, though one is asked of the act and the other of two states, and told by itself."""
    war = "relations:\n  - {at_war: [%s, FRA], value: unknown}\n"
    invaded = event("kind: invasion\nby: DEU\non: FRA\nhappened: unknown\n" + war % "DEU")
    unless = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim unless DEU is at_war with FRA'
    )
    assert verdicts(unless, invaded) == {}
    of_another = unless.replace("DEU is", "GBR is"), invaded.replace("[DEU, FRA]", "[GBR, FRA]")
    assert set(verdicts(*of_another).values()) == {"depends"}


# ------------------------------------------------------------------------------------------------ each that is found, and no more
def of(happened: str, text: str = pact("")) -> Constraints:
    known = library(text)
    situation = read_event(event(happened), known)
    return Constraints(Case(situation, known.plan.vocabulary, situation.date, {}, known.plan.successions))


def asked(words: str, *of: str) -> list[Atom]:
    return [Atom(word, of) for word in words.split()]


def bound(constraints: Constraints, *atoms: Atom) -> set[str]:
    def told(atom: Atom, so: bool) -> str:
        return f"{'' if so else 'not '}{atom.word}({', '.join(atom.of)})"

    return {f"{told(one, so)} -> {told(other, wanted)}" for one, so, other, wanted in constraints.among(atoms)}


TWO = "acts:\n  - {id: a, kind: clash, by: DEU, on: FRA}\n  - {id: b, kind: clash, by: GBR, on: ITA}\n"


def test_facts_of_one_act_are_bound_both_ways_and_those_of_two_are_not() -> None:
    words = "directed_from_abroad supported_from_abroad in_self_defence first_use directly_provoked provoked"
    found = {
        "directed_from_abroad(a) -> supported_from_abroad(a)",
        "not supported_from_abroad(a) -> not directed_from_abroad(a)",
        "in_self_defence(a) -> not first_use(a)",
        "first_use(a) -> not in_self_defence(a)",
        "directly_provoked(a) -> provoked(a)",
        "not provoked(a) -> not directly_provoked(a)",
    }
    assert bound(of(TWO), *asked(words, "a")) == found
    of_both = [*asked(words, "a"), *asked("supported_from_abroad first_use provoked", "b")]
    assert bound(of(TWO), *of_both) == found
    assert bound(of(TWO), *asked(words, "no_act")) == set()


def test_a_kind_is_bound_to_those_above_and_below_it_and_to_what_it_needs() -> None:
    assert bound(of(TWO), *asked("armed_attack hostile_act grave consented threat", "a")) == {
        "armed_attack(a) -> hostile_act(a)",
        "not hostile_act(a) -> not armed_attack(a)",
        "armed_attack(a) -> grave(a)",
        "not grave(a) -> not armed_attack(a)",
        "armed_attack(a) -> not consented(a)",
        "consented(a) -> not armed_attack(a)",
    }


def test_a_threshold_is_no_fact_that_kinds_need_or_others_imply() -> None:
    number = Atom("provoked", ("a",), None, ("at least", 1))
    assert bound(of(TWO), number, *asked("directly_provoked", "a")) == set()


def test_thresholds_of_one_number_are_bound_wherever_no_number_says_otherwise() -> None:
    bounds = [(comparison, number) for comparison in ("at least", "at most") for number in (10.0, 20.0)]
    atoms = {Atom("killed", ("a",), None, each): each for each in bounds}

    def holds(bound: tuple[str, float], number: float) -> bool:
        return number >= bound[1] if bound[0] == "at least" else number <= bound[1]

    found = {(atoms[one], so, atoms[other], wanted) for one, so, other, wanted in of(TWO).among(list(atoms))}
    assert found == {
        (one, so, other, wanted)
        for one, so, other, wanted in product(bounds, (True, False), bounds, (True, False))
        if one != other and all(holds(other, each) is wanted for each in (5, 10, 15, 20, 25) if holds(one, each) is so)
    }
    elsewhere = [
        Atom("killed", ("b",), None, ("at least", 5.0)),
        Atom("men", ("a",), None, ("at least", 5.0)),
        *asked("killed", "a"),
    ]
    assert bound(of(TWO), Atom("killed", ("a",), None, ("at least", 10.0)), *elsewhere) == set()


def test_what_has_ended_had_begun() -> None:
    def day(word: str, day: str, *subject: str) -> Atom:
        return Atom(word, (*subject, "1960-05" if word == "until" else "1960-04", day))

    def found(subject: tuple[str, ...], *others: tuple[str, ...]) -> set[str]:
        sinces = [day("since", each, *whose) for whose in (subject, *others) for each in ("1960-05-01", "1960-05-05", "1960-05-09")]
        return {each for each in bound(of(TWO), day("until", "1960-05-05", *subject), *sinces) if "until" in each}

    assert found(("pact",), ("pact", "FRA"), ("other",)) == {
        f"until(pact, 1960-05, 1960-05-05) -> since(pact, 1960-04, {later})" for later in ("1960-05-05", "1960-05-09")
    }
    assert found(("pact", "FRA"), ("pact",), ("pact", "ITA"), ("other", "FRA")) == {
        f"until(pact, FRA, 1960-05, 1960-05-05) -> since(pact, FRA, 1960-04, {later})" for later in ("1960-05-05", "1960-05-09")
    }


def test_a_relation_is_bound_to_what_it_implies_of_each_of_the_two_and_of_no_other() -> None:
    war = Atom("at_war", ("DEU", "FRA"))
    of_one = [each for code in ("FRA", "DEU", "ITA") for each in asked("belligerent overwhelmed", code)]
    found = {"at_war(DEU, FRA) -> belligerent(DEU)", "at_war(DEU, FRA) -> belligerent(FRA)"}
    assert bound(of("acts: []\n"), war, *of_one) == found
    assert bound(of("acts: []\n"), Atom("at_war", ("FRA",)), *of_one) == set()


@pytest.mark.parametrize(
    ("happened", "pair", "bound"),
    [
        ("{claimed: {true: [FRA], false: [DEU]}}", ("DEU", "FRA"), True),
        ("{claimed: {true: [FRA], false: [DEU]}}", ("FRA", "GBR"), False),
        ("unknown", ("DEU", "FRA"), False),  # then it is a question beside the other (`among`)
        ("true", ("DEU", "FRA"), False),
    ],
)
def test_without_a_war_no_invasion_of_which_accounts_differ(happened: str, pair: tuple[str, str], bound: bool) -> None:
    found = of(f"acts: [{{id: a, kind: invasion, by: DEU, on: FRA, happened: {happened}}}]\n")
    facts = found.with_facts(Atom("at_war", pair))
    assert [(so, leaf.atom, wanted) for so, leaf, wanted in facts] == ([(False, Atom("happened", ("a",)), False)] if bound else [])
    assert found.with_facts(Atom("allied", pair)) == ()


def test_of_a_number_no_account_says_whether_it_is_so() -> None:
    """How many were killed is claimed; that anybody was is what follows, if at all, from the number."""
    found = of("acts: [{id: a, kind: clash, by: DEU, on: FRA, killed: {claimed: {'5': [FRA], '0': [DEU]}}}]\n")
    assert found.with_facts(Atom("destructive", ("a",))) == ()


def test_what_is_presumed_of_a_party_binds_no_relation_that_implies_otherwise() -> None:
    words = (
        'relation at_odds "at odds"\n  of one with other_one\n  symmetric\n  implies ready\n'
        'fact ready "ready to strike"\n  of party\n  presumed not ready\n'
    )
    text = pact(f'{words}article "1" when FRA is at_odds with DEU then ITA must consult PRT\n')
    assert row(text, event("acts: []\n"), "ITA").verdict == "depends"
    assert row(text, event("acts: []\nparties: {FRA: {ready: false}}\n"), "ITA").verdict == "not_owed"


# ------------------------------------------------------------------------------------------------ what a decision is about
COUNCIL = "security_council"


def on_acts(*of: str) -> list[Atom]:
    return asked("necessary_measures", COUNCIL, *of)


def test_where_none_is_listed_a_decision_about_an_act_is_one() -> None:
    for target in ((), ("DEU",)):
        atoms = [*on_acts(*target), *on_acts(*target, "a"), *on_acts(*target, "b")]
        said = ", ".join((COUNCIL, *target))
        assert bound(of(TWO), *atoms) == {f"necessary_measures({said}, {act}) -> necessary_measures({said})" for act in "ab"}
    assert bound(of(TWO), *on_acts("DEU"), *on_acts("a"), *on_acts("ITA", "a")) == set()
    listed = "decisions: [{body: security_council, decision: calls_for}]\n"
    assert bound(of(TWO + listed), *on_acts(), *on_acts("a")) == set()
    elsewhere = "decisions: [{body: general_assembly, decision: calls_for}]\n"
    assert bound(of(TWO + elsewhere), *on_acts(), *on_acts("a")) != set()


def test_where_all_is_one_matter_a_decision_is_about_that() -> None:
    """A request by somebody who is not known may be of another matter."""
    one = "acts:\n  - {id: a, kind: clash, by: DEU, on: FRA}\n  - {id: r, kind: request_for_assistance}\n"
    assert bound(of(one), *on_acts(), *on_acts("r")) == set()


def test_a_decision_about_an_act_is_one_about_all_between_some_of_the_same() -> None:
    acts = TWO + "  - {id: c, kind: clash, by: DEU, on: [FRA, GBR]}\n"
    for target in ((), ("DEU",)):
        said = ", ".join((COUNCIL, *target))
        atoms = [each for act in "abc" for each in on_acts(*target, act)]
        assert bound(of(acts), *atoms) == {f"necessary_measures({said}, c) -> necessary_measures({said}, a)"}
    assert bound(of(acts), *on_acts("DEU", "c"), *on_acts("GBR", "a"), *on_acts("a")) == set()


def test_a_decision_about_a_deed_is_one_about_its_answer() -> None:
    answered = "acts:\n  - {id: a, kind: clash, by: DEU, on: FRA}\n  - {id: b, kind: clash, by: FRA, on: DEU}\n"
    of_each = (f"necessary_measures({COUNCIL}, {one}) -> necessary_measures({COUNCIL}, {other})" for one, other in ("ab", "ba"))
    assert bound(of(answered), *on_acts("a"), *on_acts("b")) == set(of_each)
