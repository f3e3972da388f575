"""Law 19: an explanation bears out its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.asking import real
from tests.laws.making import Event, asked, events, examples, library_of, shown, treaties
from tests.laws.replay import Untold, Wrong, replayed, verdicts
from treatylang.api import decide
from treatylang.decision.decision import Decision
from treatylang.rendering.decision_json import decision_object

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))
DECIDED = ("owed", "permitted", "breached", "not_owed")


def check(decision: Decision) -> int:
    """Every explanation gives the verdict of its row; how many did."""
    found: Any = decision_object(decision, why=True)
    for row in found["duties"]:
        possible = verdicts(row["why"], row["modality"])
        if len(possible) == 1 and possible != {"depends"}:
            assert {row["verdict"]} == possible, f"{row['id']}: {row['verdict']}, and its steps say {possible}"
        elif row["verdict"] in DECIDED:  # exact logic decides more: what it says is one of what the open facts allow
            assert possible == {"depends"} or row["verdict"] in possible, f"{row['id']}: {row['verdict']} and {possible}"
        else:
            assert possible == {"depends"} or len(possible) > 1, f"{row['id']}: {row['verdict']}, and its steps say {possible}"
    return len(found["duties"])


@examples(30)
@given(treaties(), events(), st.booleans())
def test_law_19_replaying_an_explanation_derives_its_verdict(text: str, event: Event, presume: bool) -> None:
    """Replaying an explanation, step by step, re-derives its verdict."""
    assume(not ("reading of" in text and "since 1960-05\n" in text))  # see open.md: a reading in force since some day of a month
    try:
        check(asked(library_of(text), event, presume=presume))
    except (AssertionError, Untold, Wrong) as failed:
        raise AssertionError(shown(text, event, str(failed))) from failed


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_law_19_of_the_events_of_the_library(path: Path) -> None:
    """Replaying an explanation, step by step, re-derives its verdict."""
    assert check(decide(path, library=real(), not_owed=True, conflicts=False))


def test_the_replay_sees_a_wrong_step() -> None:
    leaf = {"words": "grave", "value": True, "role": None, "basis": "stated", "why": None, "steps": []}
    with pytest.raises(Wrong):
        replayed({**leaf, "words": "not: grave", "steps": [leaf]}, {})
    with pytest.raises(Untold):
        replayed({**leaf, "words": "something", "steps": [leaf, leaf]}, {})
