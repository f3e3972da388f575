"""The smallest change of facts that would make a duty owed: against trying them all, and in a treaty."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.asking import event, pact, row
from treatylang.decision.formula import Atom, Formula, Leaf, all_of, any_of, at_least, leaves, neg, value, valued
from treatylang.decision.nearest import _opened, nearest

NAMES = "abcdef"


@st.composite
def read_once(draw: st.DrawFn, names: str = NAMES) -> Formula:
    """A formula in which every fact stands once."""
    if len(names) <= 1:
        found: Formula = Leaf(names or "z", draw(st.sampled_from([True, False, None])), "stated", Atom(names or "z"))
    else:
        cut = draw(st.integers(1, len(names) - 1))
        parts = (draw(read_once(names[:cut])), draw(read_once(names[cut:])))
        form = draw(st.sampled_from(["all", "any", "count"]))
        found = all_of(parts) if form == "all" else any_of(parts) if form == "any" else at_least(draw(st.integers(1, 2)), parts)
    return neg(found) if draw(st.booleans()) else found


@given(read_once())
def test_it_is_the_smallest_change_that_makes_the_formula_true(formula: Formula) -> None:
    now = _facts(formula)
    changed = {each.words: each.value for each in nearest(formula)}
    holds = {**now, **changed}
    assert valued(_opened(formula), lambda leaf: holds[leaf.words]) is True
    for size in range(len(changed)):
        for names in combinations(now, size):
            for values in _all_values(size):
                other = {**now, **dict(zip(names, values, strict=True))}
                assert valued(_opened(formula), lambda leaf, other=other: other[leaf.words]) is not True  # type: ignore[misc]


def _facts(formula: Formula) -> dict[str, bool | None]:
    return {leaf.words: leaf.value for leaf in leaves(formula)}


def _all_values(size: int) -> list[tuple[bool, ...]]:
    return [tuple(bool(number >> bit & 1) for bit in range(size)) for number in range(2**size)]


def test_what_no_change_can_do_is_not_told() -> None:
    x = Leaf("x", True, "stated", Atom("x"))
    assert nearest(all_of((x, neg(x)))) == ()
    assert value(all_of((x, neg(x)))) is False


PACT = pact(
    'article "1" when armed_attack on a party in europe then every other party must defend the victim '
    "unless the act is provoked only if request_for_assistance by the victim"
)


def test_of_a_duty_it_says_what_stands_between() -> None:
    attack = event(
        "acts:\n  - {kind: bombardment, by: DEU, on: FRA, provoked: true, place: {territory_of: FRA}}\n"
        "  - {kind: request_for_assistance, by: FRA, to: ESP}"
    )
    found = row(PACT, attack, "ESP")
    assert found.verdict == "not_owed"
    assert found.applies is not None
    assert [(each.words.split(" ")[0], each.value, each.was) for each in nearest(found.applies)] == [("provoked", False, True)]
