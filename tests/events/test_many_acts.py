"""How many acts an event may have, decisions, and days: as many as can be answered in a moment."""

from __future__ import annotations

from tests.asking import event, library, pact
from treatylang.events.schema import event_schema
from treatylang.library.events import read_for
from treatylang.text.limits import LIMITS

_PACT = library(pact('article "1" every party must consult every other party'))


def _codes(acts: int) -> list[str]:
    text = event("acts:\n" + "  - {kind: invasion, by: AFG, on: FRA}\n" * acts)
    return [each.code for each in read_for(_PACT, text.encode(), "many.yaml")[1]]


def test_an_event_has_no_more_acts_than_the_limit() -> None:
    assert _codes(LIMITS.acts) == []
    assert _codes(LIMITS.acts + 1) == ["TL0101"]


def _codes_of_decisions(decisions: int) -> list[str]:
    text = event(
        "kind: invasion\nby: AFG\non: FRA\ndecisions:\n" + "  - {body: security_council, decision: calls_for}\n" * decisions
    )
    return [each.code for each in read_for(_PACT, text.encode(), "many.yaml")[1]]


def test_an_event_has_no_more_decisions_than_the_limit() -> None:
    assert _codes_of_decisions(LIMITS.decisions) == []
    assert _codes_of_decisions(LIMITS.decisions + 1) == ["TL0101"]


def _codes_of_days(days: int) -> list[str]:
    listed = ", ".join(f"{1960 + n // 12}-{n % 12 + 1:02}-28" for n in range(6, 6 + days))
    text = event(f"kind: invasion\nby: AFG\non: FRA\nas_of: [{listed}]\n")
    return [each.code for each in read_for(_PACT, text.encode(), "many.yaml")[1]]


def test_an_event_is_asked_of_no_more_days_than_the_limit() -> None:
    assert _codes_of_days(LIMITS.days) == []
    assert _codes_of_days(LIMITS.days + 1) == ["TL0101"]


def test_the_schema_has_the_same_limits() -> None:
    properties = event_schema(_PACT.plan.vocabulary)["properties"]
    assert properties["acts"]["maxItems"] == LIMITS.acts
    assert properties["decisions"]["maxItems"] == LIMITS.decisions
    assert [each["maxItems"] for each in properties["as_of"]["anyOf"] if "maxItems" in each] == [LIMITS.days]
