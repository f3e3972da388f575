"""Bearers who differ only in that each is plainly a party share an outcome, and it is the one that each has by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatylang import api
from treatylang.decision import from_plan
from treatylang.decision.formula import Formula
from treatylang.decision.verdict import Outcome, outcome

EVENT = Path(__file__).resolve().parent.parent.parent / "events" / "nato-2001-911.yaml"


class Unlike:
    """Gives every formula a number of its own."""

    def __init__(self) -> None:
        self.numbered: list[Formula] = []

    def number(self, formula: Formula) -> int:
        self.numbered.append(formula)
        return len(self.numbered)


def test_an_outcome_is_asked_once_for_all_who_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Outcome] = []

    def counted(*given: object, **named: object) -> Outcome:
        asked.append(outcome(*given, **named))  # type: ignore[arg-type]
        return asked[-1]

    monkeypatch.setattr(from_plan, "outcome", counted)
    decision = api.decide(EVENT, treaties=["tiar-1947"], standing=False)
    assert len({duty.bearer for duty in decision.duties}) > 20
    assert len(asked) < len(decision.duties) / 5


def test_each_has_the_outcome_that_it_has_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = api.decide(EVENT, standing=False)
    monkeypatch.setattr(from_plan, "Alike", Unlike)
    assert api.decide(EVENT, standing=False) == shared
