"""Formulas by Kleene's logic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatylang.decision.formula import (
    FALSE,
    TRUE,
    Atom,
    Formula,
    Leaf,
    all_of,
    any_of,
    at_least,
    both,
    deciding_leaves,
    either,
    leaves,
    neg,
    open_leaves,
    value,
    valued,
)

NAMES = "abcde"


def leaf(name: str, known: bool | None) -> Leaf:
    return Leaf(name, known, "stated" if known is not None else "unknown", Atom(name))


LEAVES = st.builds(leaf, st.sampled_from(NAMES), st.none())
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES | st.sampled_from([TRUE, FALSE]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda terms: all_of(tuple(terms))),
        st.lists(inner, max_size=3).map(lambda terms: any_of(tuple(terms))),
        inner.map(neg),
        st.lists(inner, max_size=3).map(lambda terms: both(*terms)),
        st.lists(inner, max_size=3).map(lambda terms: either(*terms)),
        st.tuples(st.integers(0, 3), st.lists(inner, max_size=3)).map(lambda pair: at_least(pair[0], tuple(pair[1]))),
    ),
    max_leaves=12,
)
WORLDS = st.fixed_dictionaries({name: st.booleans() for name in NAMES})
PARTIAL = st.dictionaries(st.sampled_from(NAMES), st.booleans())


def in_world(formula: Formula, world: dict[str, bool]) -> bool:
    result = valued(formula, lambda each: world[each.words])
    assert result is not None
    return result


@given(FORMULAS, PARTIAL, WORLDS)
def test_what_the_weak_logic_decides_holds_in_every_world(formula: Formula, known: dict[str, bool], world: dict[str, bool]) -> None:
    decided = valued(formula, lambda each: known.get(each.words))
    if decided is not None:
        assert in_world(formula, {**world, **known}) is decided


@given(FORMULAS, PARTIAL, PARTIAL)
def test_more_facts_never_flip_a_decided_value(formula: Formula, known: dict[str, bool], more: dict[str, bool]) -> None:
    before = valued(formula, lambda each: known.get(each.words))
    after = valued(formula, lambda each: {**more, **known}.get(each.words))
    assert before is None or after is before


@given(FORMULAS)
def test_the_value_kept_in_a_node_is_the_value_of_its_terms(formula: Formula) -> None:
    assert value(formula) is valued(formula, lambda each: each.value)


@given(FORMULAS, PARTIAL)
def test_open_leaves_are_there_exactly_where_it_is_open(formula: Formula, known: dict[str, bool]) -> None:
    def valuation(each: Leaf) -> bool | None:
        return known.get(each.words)

    opened = list(open_leaves(formula, valuation))
    assert bool(opened) is (valued(formula, valuation) is None)
    assert all(valuation(each) is None for each, _ in opened)


@given(FORMULAS)
def test_deciding_leaves_are_among_the_leaves(formula: Formula) -> None:
    every = set(leaves(formula))
    assert set(deciding_leaves(formula)) <= every
