"""Names, numbers and units that a text gets wrong, each on the line that says so; and near misses that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness import Case, cases, diagnose, expected, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases"), ids=lambda case: case.place)
def test_a_case(case: Case) -> None:
    for text, diagnostics in zip(case.texts, diagnose(*case.texts), strict=True):
        assert found(diagnostics) == expected(text), "\n".join(f"{each.code} {each.message}" for each in diagnostics)
