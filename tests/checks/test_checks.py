"""Each check: texts in which it finds something on the line that says so, and near misses in which it finds nothing."""

from __future__ import annotations

import doctest
from collections import Counter
from pathlib import Path

import pytest

from tests.harness import Case, cases, diagnose, expected, found
from treatylang.checks import dates, graph
from treatylang.diagnostics import pages

CASES = cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_case(case: Case) -> None:
    for text, diagnostics in zip(case.texts, diagnose(*case.texts), strict=True):
        assert found(diagnostics) == expected(text), "\n".join(f"{each.code} {each.message}" for each in diagnostics)


def test_every_check_fires_and_spares() -> None:
    fired = Counter(code for case in CASES for text in case.texts for _, _, code in expected(text))
    spared = Counter(case.place.split(":")[0] for case in CASES if not any(expected(text) for text in case.texts))
    for code, module in pages._owners().items():
        assert fired[code], code
        assert spared[module.rpartition(".")[2]], module


def test_a_message_says_what_to_do_and_points_at_both_places() -> None:
    (diagnostics,) = diagnose(
        'treaty x-1949 "X"\n  in force since 1949-08-24\nparties\n  FRA GBR since 1949-08-24\n'
        'article "1"\n  every party must consult every other party\narticle "1"\n  every party must keep_secret\n'
    )
    (diagnostic,) = diagnostics
    assert diagnostic.code == "TL0505"
    assert diagnostic.hint and diagnostic.labels
    assert diagnostic.labels[0].place.position == (5, 9)
    assert diagnostic.place is not None and diagnostic.place.position == (7, 9)
    assert diagnostic.citation == "x-1949, Article 1"


def test_doctests() -> None:
    for module in (dates, graph):
        assert doctest.testmod(module).failed == 0
