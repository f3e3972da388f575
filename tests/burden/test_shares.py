"""What can be worked out of a measure, from what is given: exactly where it can be, else within bounds that say what is missing."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.burden.figures import Figure, Figures, Indicator
from treatylang.model.conditions import Amount
from treatylang.model.vocabulary import Measure, MeasurePart

MEASURES = {
    "gdp": Measure("gdp", "", None),
    "arms": Measure("arms", "", None),
    "core": Measure("core", "", None, (MeasurePart("arms"), MeasurePart("aid"))),
    "aid": Measure("aid", "", None),
    "related": Measure("related", "", None),
    "total": Measure("total", "", None, (MeasurePart("core"), MeasurePart("related", Amount("at most", 1.5, "%", "gdp")))),
}


def figures(*known: tuple[str, float] | tuple[str, float, str]) -> Figures:
    """`("arms % of gdp", 2.0)`, `("arms", 100, "EUR")`."""
    made = []
    for name, value, *unit in known:
        measure, _, of = name.partition(" % of ")
        indicator: Indicator = (measure, of or None)
        made.append(Figure("FRA", 2024, indicator, value, "%" if of else "".join(unit), "a source", "here"))
    return Figures(made)


def share(name: str, *known: tuple[str, float] | tuple[str, float, str]) -> tuple[float, float, tuple[str, ...]]:
    measure, _, of = name.partition(" % of ")
    found = figures(*known).share("FRA", 2024, (measure, of), MEASURES)
    return round(found.low, 9), round(found.high, 9), found.missing


@pytest.mark.parametrize(
    ("known", "value"),
    [
        ([("arms % of gdp", 2.0)], 2.0),
        ([("arms", 50, "EUR"), ("gdp", 2000, "EUR")], 2.5),
        ([("arms", 50, "EUR"), ("arms", 60, "USD"), ("gdp", 2000, "USD")], 3.0),  # in the unit that both have
        ([("arms % of core", 50), ("core % of gdp", 4)], 2.0),  # a share of a share
        ([("arms % of core", 10), ("gdp % of core", 500)], 2.0),  # two shares of one measure
        ([("arms % of gdp", 2.0), ("arms", 50, "EUR"), ("gdp", 2000, "EUR")], 2.0),  # as it is given, before it is worked out
        ([("arms % of gdp", 0.0)], 0.0),
    ],
)
def test_a_share_is_given_or_worked_out(known: list[tuple[str, float]], value: float) -> None:
    assert share("arms % of gdp", *known) == (value, value, ())


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ([], ("arms % of gdp",)),
        ([("arms", 50, "EUR")], ("gdp",)),
        ([("gdp", 2000, "EUR")], ("arms",)),
        ([("arms % of core", 50)], ("arms % of gdp",)),
    ],
)
def test_what_is_missing_is_named_and_is_not_nothing(known: list[tuple[str, float]], missing: tuple[str, ...]) -> None:
    assert share("arms % of gdp", *known) == (0, inf, missing)


def test_amounts_in_different_units_tell_no_share() -> None:
    assert share("arms % of gdp", ("arms", 50, "EUR"), ("gdp", 2000, "USD")) == (0, inf, ())


def test_nothing_is_divided_by_nothing() -> None:
    assert share("arms % of gdp", ("arms", 50, "EUR"), ("gdp", 0, "EUR"))[:2] == (0, inf)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([("arms % of gdp", 2), ("aid % of gdp", 0.5)], (2.5, 2.5, ())),
        ([("arms % of gdp", 2)], (2, inf, ("aid % of gdp",))),
        ([("core % of gdp", 3), ("arms % of gdp", 2)], (3, 3, ())),  # the sum itself, before its parts
    ],
)
def test_a_measure_is_the_sum_of_its_parts(known: list[tuple[str, float]], expected: tuple[float, float, tuple[str, ...]]) -> None:
    assert share("core % of gdp", *known) == expected


@pytest.mark.parametrize(
    ("related", "expected"),
    [(1.0, (4.0, 4.0, ())), (3.0, (4.5, 4.5, ())), (None, (3.0, 4.5, ("related % of gdp",)))],
)
def test_a_part_counts_up_to_its_cap(related: float | None, expected: tuple[float, float, tuple[str, ...]]) -> None:
    """Also where it is missing: the sum cannot be more than with the whole of the cap."""
    known = [("core % of gdp", 3.0)] + ([("related % of gdp", related)] if related is not None else [])
    assert share("total % of gdp", *known) == expected


def test_men_are_counted() -> None:
    assert figures(("men", 1000.0, "")).amount("FRA", 2024, "men").low == 1000
    assert figures().amount("FRA", 2024, "men").missing == ("men",)
    assert figures(("men", 1000.0, "")).amount("FRA", 2023, "men").high == inf


NAMES = ("arms % of gdp", "aid % of gdp", "core % of gdp", "related % of gdp")


@given(st.dictionaries(st.sampled_from(NAMES), st.floats(0, 10)), st.dictionaries(st.sampled_from(NAMES), st.floats(0, 10)))
def test_more_figures_never_widen_the_bounds(some: dict[str, float], others: dict[str, float]) -> None:
    """Where the sum of the parts is not given against them, whatever is learnt lies within what was known before."""
    if "core % of gdp" in others and "core % of gdp" not in some:
        del others["core % of gdp"]
    before = share("total % of gdp", *some.items())
    after = share("total % of gdp", *(others | some).items())
    assert before[0] - 1e-6 <= after[0] <= after[1] <= before[1] + 1e-6
