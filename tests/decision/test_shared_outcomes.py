"""Bearers who differ only in that each is plainly a party share an outcome, and it is the one that each has by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatylang import api
from treatylang.decision import from_plan
from treatylang.decision.formula import TRUE, Formula, Leaf, all_of, any_of
from treatylang.decision.verdict import Outcome, outcome

EVENT = Path(__file__).resolve().parent.parent.parent / "events" / "nato-2001-911.yaml"
OPEN = Leaf("it is grave", None, "unknown")


def party(code: str, so: bool | None) -> Formula:
    return all_of((Leaf(f"{code} is party", so, "table"),), f"{code} is bound", "party")


def test_an_outcome_is_asked_once_for_all_who_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Outcome] = []

    def counted(*given: object) -> Outcome:
        asked.append(outcome(*given))  # type: ignore[arg-type]
        return asked[-1]

    monkeypatch.setattr(from_plan, "outcome", counted)
    decision = api.decide(EVENT, treaties=["tiar-1947"], standing=False)
    assert len({duty.bearer for duty in decision.duties}) > 20
    assert len(asked) < len(decision.duties) / 5


def test_each_has_the_outcome_that_it_has_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = api.decide(EVENT, standing=False)
    monkeypatch.setattr(from_plan, "_shared", id)
    assert api.decide(EVENT, standing=False) == shared


def test_a_plain_party_is_left_out_of_a_conjunction_only() -> None:
    one, other = party("FRA", True), party("GBR", True)
    assert from_plan._shared(all_of((one, OPEN))) == from_plan._shared(all_of((other, OPEN)))
    assert from_plan._shared(any_of((all_of((one, OPEN)), TRUE))) == from_plan._shared(any_of((all_of((other, OPEN)), TRUE)))
    assert from_plan._shared(any_of((one, OPEN))) != from_plan._shared(any_of((OPEN,)))
    assert from_plan._shared(all_of((party("FRA", None), OPEN))) != from_plan._shared(all_of((one, OPEN)))
    assert from_plan._shared(all_of((OPEN,))) != from_plan._shared(any_of((OPEN,)))
