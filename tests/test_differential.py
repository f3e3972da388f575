"""The evaluator against the oracle: ten thousand generated cases in every run, in shares, so that several processes can take them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.differential import OPEN, Case, Choices, conformance, mismatch, run, smaller

CASES, SHARES = 10_000, 8


@pytest.mark.parametrize("share", range(SHARES))
def test_the_evaluator_and_the_oracle_agree(share: int) -> None:
    seen: Counter[str] = Counter()
    found = run(CASES // SHARES, 100 + share, seen)
    assert found is None, "{}\n{}\n{}".format(*found) if found else ""
    assert seen["compared"] >= CASES / SHARES
    assert seen["beyond the oracle"] < seen["compared"] / 10, seen
    for what in ("owed", "depends", "permitted", "disputed", "breached", "conflicts"):
        assert seen[what], f"no case has {what}"


def test_a_case_is_made_again_from_its_choices() -> None:
    case = Case.by_chance(7)
    again = Case(Choices(case.treaty.made), [Choices(each.made) for each in case.events])
    assert (again.text, again.asked) == (case.text, case.asked)


def test_what_is_smaller_is_simpler() -> None:
    choices = [3, 0, 2]
    assert all(len(each) < 3 or sum(each) < 5 for each in smaller(choices))
    assert [0, 0, 2] in list(smaller(choices))


def test_a_mismatch_is_found_shrunk_and_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an oracle that knows no exceptions."""
    from tests import oracle

    monkeypatch.setattr(oracle.Case, "line", lambda *_: True)
    found = run(1000, 1, Counter())
    assert found is not None
    text, event, told = found
    assert mismatch(text, [event], Counter()) == event
    assert "evaluator" in told
    assert text.count("\n") < 20, "the simplest has one clause with one line"
    assert conformance(text, event).count("\n-----") == 3
    assert OPEN.name == "open"
