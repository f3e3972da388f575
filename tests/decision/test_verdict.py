"""Verdicts: over all worlds of every account and reading, against plain enumeration."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decision.test_formula import FORMULAS, NAMES, in_world, leaf
from treatylang.decision.case import Case
from treatylang.decision.constraints import Constraints
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, any_of, at_least, either, neg
from treatylang.decision.sufficient import sufficient
from treatylang.decision.verdict import Outcome
from treatylang.decision.verdict import outcome as decide
from treatylang.decision.worlds import Worlds
from treatylang.events.situation import Situation
from treatylang.model.vocabulary import Vocabulary
from treatylang.text.limits import Limits

FREE = Constraints(Case(Situation("e", "a test", "1960-05-05", ()), Vocabulary(), "1960-05-05", {}, {}))


def outcome(applies: Formula, violated: Formula | None, modal: str, limit: int = 20) -> Outcome:
    return decide(applies, violated, modal, FREE, limits=Limits(unknowns=limit))


def worlds(names: str = NAMES) -> list[dict[str, bool]]:
    return [dict(zip(names, values, strict=True)) for values in product((False, True), repeat=len(names))]


@given(FORMULAS)
def test_a_verdict_is_what_holds_in_every_world(formula: Formula) -> None:
    values = {in_world(formula, world) for world in worlds()}
    expected = "depends" if len(values) == 2 else "owed" if True in values else "not_owed"
    assert outcome(formula, None, "must").verdict == expected


@given(FORMULAS, FORMULAS)
def test_a_breach_is_what_is_broken_in_every_world(rule: Formula, breach: Formula) -> None:
    kinds = {("breached" if in_world(breach, each) else "owed") if in_world(rule, each) else "not_owed" for each in worlds()}
    assert outcome(rule, breach, "must").verdict == (kinds.pop() if len(kinds) == 1 else "depends")


@given(FORMULAS)
def test_it_hangs_on_exactly_the_facts_whose_flip_changes_it(formula: Formula) -> None:
    essential = {
        name
        for name in NAMES
        if any(in_world(formula, world) != in_world(formula, {**world, name: not world[name]}) for world in worlds())
    }
    assert {atom.word for atom in outcome(formula, None, "must").depends_on} == essential


def _primes(formula: Formula, wanted: bool) -> set[frozenset[tuple[str, bool]]]:
    """Every minimal set of facts that suffices, by trying them all."""
    found: list[frozenset[tuple[str, bool]]] = []
    for size in range(len(NAMES) + 1):
        for names in combinations(NAMES, size):
            for values in product((False, True), repeat=size):
                cube = frozenset(zip(names, values, strict=True))
                if any(shorter <= cube for shorter in found):
                    continue
                if all(in_world(formula, {**world, **dict(cube)}) is wanted for world in worlds()):
                    found.append(cube)
    return set(found)


@given(FORMULAS)
def test_the_sufficient_sets_are_the_prime_implicants(formula: Formula) -> None:
    table = Worlds([Atom(name) for name in NAMES])
    holds = table.table(formula, lambda each: each.value)
    for wanted, target in ((True, holds), (False, table.full ^ holds)):
        found = sufficient(table, target, table.full, longest=5, most=1000)
        assert {frozenset((atom.word, value) for atom, value in each) for each in found.sets} == _primes(formula, wanted)
        assert found.complete


@given(FORMULAS)
def test_a_cut_answer_says_that_it_is_cut(formula: Formula) -> None:
    table = Worlds([Atom(name) for name in NAMES])
    holds = table.table(formula, lambda each: each.value)
    whole = sufficient(table, holds, table.full, longest=5, most=1000).sets
    cut = sufficient(table, holds, table.full, longest=2, most=2)
    assert cut.sets == tuple(each for each in whole if len(each) <= 2)[:2]
    if cut.complete:  # then what is told covers every world in which it holds
        assert all(
            any(all(world[atom.word] is value for atom, value in each) for each in cut.sets)
            for world in worlds()
            if in_world(formula, world)
        )


@given(FORMULAS, st.integers(0, 5))
def test_a_limit_only_leaves_more_undecided(formula: Formula, limit: int) -> None:
    exact, weak = outcome(formula, None, "must"), outcome(formula, None, "must", limit)
    assert weak.verdict in (exact.verdict, "depends")
    assert weak.exact or weak.verdict == "depends"
    assert set(exact.depends_on) <= set(weak.depends_on) or weak.verdict != "depends"


@given(st.lists(st.sampled_from(NAMES), max_size=4), st.integers(0, 4))
def test_counting_worlds(names: list[str], number: int) -> None:
    formula = at_least(number, tuple(leaf(name, None) for name in names))
    table = Worlds([Atom(name) for name in NAMES])
    holds = table.table(formula, lambda each: each.value)
    for index, values in enumerate(product((False, True), repeat=len(NAMES))):
        world = dict(zip(reversed(NAMES), values, strict=True))
        assert bool(holds >> index & 1) is (sum(world[name] for name in names) >= number)


def test_assist_if_provoked_and_assist_if_not_is_owed_either_way() -> None:
    x = leaf("x", None)
    assert outcome(any_of((x, neg(x))), None, "must").verdict == "owed"
    assert outcome(all_of((x, neg(x))), None, "must").verdict == "not_owed"


@pytest.mark.parametrize(("count", "verdict"), [(20, "owed"), (21, "depends")])
def test_above_the_limit_less_is_decided_and_the_answer_says_so(count: int, verdict: str) -> None:
    names = [leaf(f"x{number:02}", None) for number in range(count)]
    result = outcome(any_of((*names, all_of(tuple(neg(each) for each in names)))), None, "must")
    assert (result.verdict, result.exact) == (verdict, verdict == "owed")


def claimed(name: str, **says: tuple[str, ...]) -> Leaf:
    return Leaf(name, None, "claimed", Atom(name), tuple((key == "true", by) for key, by in says.items()))


def test_two_accounts_that_decide_and_differ_are_a_dispute() -> None:
    result = outcome(claimed("x", true=("A",), false=("B",)), None, "must")
    assert result.verdict == "disputed"
    assert {(each.who, each.verdict) for each in result.says} == {("A", "owed"), ("B", "not_owed")}


def test_accounts_that_agree_decide() -> None:
    fact = claimed("x", true=("A",), false=("B",))
    assert outcome(any_of((fact, leaf("y", True))), None, "must").verdict == "owed"


def test_an_account_that_is_silent_elsewhere_leaves_it_open() -> None:
    one, two = claimed("x", true=("A",), false=("B",)), claimed("y", true=("C",), false=("D",))
    result = outcome(all_of((one, two)), None, "must")
    assert result.verdict == "depends"
    assert {atom.word for atom in result.depends_on} == {"x", "y"}


def test_a_reading_is_weighed_against_the_text_alone() -> None:
    read = Leaf("as read", None, "reading", Atom("reading", ("r",)))
    rule = all_of((leaf("x", True), either(neg(read), leaf("narrow", False))))
    result = outcome(rule, None, "must")
    assert (result.verdict, {each.who for each in result.says}) == ("disputed", {"the text", "r"})


def test_above_the_limit_a_reading_that_may_tell_is_named() -> None:
    read = Leaf("as read", None, "reading", Atom("reading", ("r",)))
    rule = either(leaf("x", None), leaf("y", None), all_of((read, leaf("z", None))))
    limited, exact = outcome(rule, None, "must", limit=1), outcome(rule, None, "must")
    assert {atom.word for atom in exact.depends_on} <= {atom.word for atom in limited.depends_on}
    assert "reading" in {atom.word for atom in limited.depends_on}


def test_a_prohibition_is_owed_until_it_is_broken() -> None:
    assert outcome(TRUE, FALSE, "must").verdict == "owed"
    assert outcome(TRUE, TRUE, "must").verdict == "breached"
    assert outcome(TRUE, leaf("x", None), "must").verdict == "depends"
    assert outcome(FALSE, TRUE, "must").verdict == "not_owed"


def test_a_right_is_permitted() -> None:
    assert outcome(TRUE, None, "may").verdict == "permitted"


def test_an_open_fact_over_which_every_account_decides_has_no_column() -> None:
    x, open_one = claimed("x", true=("A",), false=("B",)), leaf("since", None)
    result = outcome(all_of((open_one, x, neg(x))), None, "must")
    assert (result.verdict, result.depends_on) == ("not_owed", ())
