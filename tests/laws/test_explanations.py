"""Law 19: an explanation bears out its verdict."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.asking import ask, event, real
from tests.laws.making import Event, asked, events, examples, library_of, shown, treaties
from tests.laws.replay import Untold, Wrong, verdict
from treatylang.api import decide
from treatylang.decision.decision import Decision
from treatylang.rendering.decision_json import decision_object

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))


def check(decision: Decision) -> Counter[str]:
    """Every explanation gives the verdict of its row; how many of which did."""
    found: Any = decision_object(decision, why=True)
    for row in found["duties"]:
        assert verdict(row["why"], row["modality"]) == row["verdict"], row["id"]
    return Counter(row["verdict"] for row in found["duties"])


@examples(30)
@given(treaties(), events(), st.booleans())
def test_law_19_replaying_an_explanation_derives_its_verdict(text: str, event: Event, presume: bool) -> None:
    """Replaying an explanation, step by step, re-derives its verdict."""
    try:
        check(asked(library_of(text), event, presume=presume))
    except (AssertionError, Untold, Wrong) as failed:
        raise AssertionError(shown(text, event, str(failed))) from failed


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_law_19_of_the_events_of_the_library(path: Path) -> None:
    """Replaying an explanation, step by step, re-derives its verdict."""
    assert check(decide(path, library=real(), not_owed=True, conflicts=False))


def fact(**more: Any) -> dict[str, Any]:
    return {"words": "grave", "value": True, "role": None, "basis": "stated", "join": None, "steps": [], **more}


def test_the_replay_sees_a_wrong_step() -> None:
    with pytest.raises(Wrong):
        verdict(fact(role="verdict", join="all", steps=[fact(join="not", steps=[fact()])]), "must")
    with pytest.raises(Untold):
        verdict(fact(role="verdict", join="all", steps=[fact(steps=[fact(), fact()])]), "must")


def test_the_replay_derives_what_three_valued_logic_leaves_open() -> None:
    """Owed if so, and if not so; and not owed by one account."""
    question = {"word": "grave", "of": ["act1"]}
    unknown = fact(value=None, basis="unknown", atom=question)
    either = fact(join="any", value=None, steps=[unknown, fact(join="not", value=None, steps=[unknown])])
    assert verdict(fact(role="verdict", join="all", steps=[either]), "must") == "owed"
    assert verdict(fact(role="verdict", join="all", steps=[unknown]), "may") == "depends"
    bound = {"if": {**question, "value": False}, "then": None}
    assert verdict(fact(role="verdict", join="all", steps=[unknown], bounds=[bound]), "may") == "permitted"
    claims = [{"value": True, "by": ["FRA"]}, {"value": False, "by": ["ESP"]}]
    assert (
        verdict(fact(role="verdict", join="all", steps=[{**unknown, "basis": "claimed", "claims": claims}]), "must") == "disputed"
    )


@pytest.mark.parametrize(
    ("line", "facts", "expected"),
    [
        # what implies what is between the open questions alone
        (
            "unless the act is directly_provoked and not (the act is provoked)",
            "provoked: unknown\ndirectly_provoked: unknown",
            "owed",
        ),
        # and between an open question and one that Germany answers, in Germany's account
        (
            "unless the act is directly_provoked unless the act is consented",
            "consented: {claimed: {true: [FRA], false: [DEU]}}\nprovoked: {claimed: {true: [FRA], false: [DEU]}}\n"
            "directly_provoked: unknown",
            "disputed",
        ),
        ("unless the act is directly_provoked", "provoked: false\ndirectly_provoked: unknown", "owed"),
    ],
)
def test_what_binds_the_questions_is_told_and_needed(line: str, facts: str, expected: str) -> None:
    text = (
        'treaty pact-1950 "A pact" in force since 1950-01-01 parties FRA ESP since 1950-01-01 '
        f'article "1" when armed_attack on a party then every other party must assist the victim {line}'
    )
    decision = ask((text,), event(f"kind: bombardment\nby: DEU\non: FRA\n{facts}"))
    found: Any = decision_object(decision, why=True)
    (row,) = found["duties"]
    assert (row["verdict"], verdict(row["why"], "must")) == (expected, expected)
    if row["why"].pop("bounds", None):  # none where three-valued logic decides
        assert verdict(row["why"], "must") == "depends"
