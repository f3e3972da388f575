"""Who reads a clause how, where the answer hangs on it."""

from __future__ import annotations

from tests.asking import ask, event, pact
from treatylang.rendering.decision_table import _says

CLAUSE = 'article "1" when armed_attack on a party then every other party must consult every other party\n'
READING = 'reading of "1" by FRA since {}\n  {}\n'


def said(*readings: tuple[str, str]) -> str:
    text = pact(CLAUSE + "".join(READING.format(*each) for each in readings))
    duties = ask(text, event("kind: invasion\nby: DEU\non: FRA")).duties
    return _says(next(duty for duty in duties if duty.bearer == "ESP"))


def test_readings_of_one_author_are_told_apart_by_their_days() -> None:
    assert said(("1950-01-01", "unless danger_to_peace"), ("1955-01-01", "only if the victim is resisting")) == (
        "owed: the text; depends: reading of 1 by FRA since 1950-01-01, reading of 1 by FRA since 1955-01-01"
    )


def test_the_only_reading_of_an_author_needs_no_day() -> None:
    assert said(("1950-01-01", "unless danger_to_peace")) == "owed: the text; depends: reading of 1 by FRA"
