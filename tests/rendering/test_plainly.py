"""A treaty that promises less than its name says so, where it is asked of an attack."""

from __future__ import annotations

import pytest

from treatylang import decide, load, read_event
from treatylang.rendering.plainly import plainly

LIBRARY = load()


def said(treaty: str, day: str, by: str, on: str, kind: str = "invasion") -> tuple[str, ...]:
    text = f"event: e\ndate: {day}\nkind: {kind}\nby: {by}\non: {on}\ntarget: territory\nplace: {{territory_of: {on}}}\n"
    situation = read_event(text, LIBRARY)
    return plainly(decide(situation, treaties=treaty, library=LIBRARY), situation, LIBRARY.plan)


@pytest.mark.parametrize(
    ("treaty", "day", "by", "on", "words"),
    [
        ("baghdad-pact-1955", "1960-01-01", "USSR", "IRN", "its text has no duty to defend or assist"),
        ("budapest-1994", "2022-02-24", "RUS", "UKR", "its text has no duty to defend or assist; it asks to consult"),
        ("seato-1954", "1960-01-01", "CHN", "IND", "no duty to defend or assist arises here; it asks at the most to consult"),
        ("nato-1949", "1962-10-20", "CHN", "IND", "no duty to defend or assist arises here"),
    ],
)
def test_what_is_not_promised_is_said(treaty: str, day: str, by: str, on: str, words: str) -> None:
    (sentence,) = said(treaty, day, by, on)
    assert sentence.startswith(f"{treaty}: {words}")


@pytest.mark.parametrize(
    ("treaty", "day", "by", "on"),
    [
        ("nato-1949", "2022-05-01", "RUS", "POL"),  # help is owed
        ("anglo-polish-1939", "1939-09-01", "GERREICH", "POL"),
        ("us-pakistan-1959", "1965-09-06", "IND", "PAK"),  # and where it may be
        ("budapest-1994", "1994-01-01", "RUS", "UKR"),  # not in force: nothing is said of it
    ],
)
def test_nothing_is_said_where_help_is_owed_or_may_be(treaty: str, day: str, by: str, on: str) -> None:
    assert said(treaty, day, by, on) == ()


def test_help_that_is_only_a_political_promise() -> None:
    words = "it binds nobody in law to help; what it asks is a political promise"
    assert said("uk-finland-2022", "2022-08-01", "RUS", "FIN") == (f"uk-finland-2022: {words}",)


def test_nothing_is_said_of_an_event_without_force() -> None:
    situation = read_event("event: e\ndate: 1960-01-01\nkind: economic_measures\nby: USSR\non: IRN\n", LIBRARY)
    assert plainly(decide(situation, treaties="baghdad-pact-1955", library=LIBRARY), situation, LIBRARY.plan) == ()


def test_nothing_is_said_where_every_treaty_is_asked() -> None:
    situation = read_event("event: e\ndate: 1960-01-01\nkind: invasion\nby: CHN\non: IND\n", LIBRARY)
    assert plainly(decide(situation, library=LIBRARY), situation, LIBRARY.plan) == ()
