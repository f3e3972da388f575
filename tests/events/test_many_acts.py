"""How many acts an event may have: as many as can be held against every clause in a moment."""

from __future__ import annotations

from tests.asking import event, library, pact
from treatylang.library.events import read_for
from treatylang.text.limits import LIMITS

_PACT = library(pact('article "1" every party must consult every other party'))


def _codes(acts: int) -> list[str]:
    text = event("acts:\n" + "  - {kind: invasion, by: AFG, on: FRA}\n" * acts)
    return [each.code for each in read_for(_PACT, text.encode(), "many.yaml")[1]]


def test_an_event_has_no_more_acts_than_the_limit() -> None:
    assert _codes(LIMITS.acts) == []
    assert _codes(LIMITS.acts + 1) == ["TL0101"]
