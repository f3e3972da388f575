"""Where an answer hangs on what a place lies in, and the event has but its coordinates, the command that may tell is named."""

from __future__ import annotations

import pytest

from treatylang import decide, read_event
from treatylang.rendering.coordinates_alone import coordinates_alone

WORDS = "only coordinates tell where act1 took place: `treaty locate` names what they lie in"


def said(place: dict[str, object] | None, treaty: str = "nato-1949") -> tuple[str, ...]:
    event = {"event": "e", "date": "2015-05-01", "kind": "bombardment", "by": "RUS", "on": "POL", "target": "territory"}
    situation = read_event({**event, "place": place} if place else event)
    return coordinates_alone(decide(situation, treaties=[treaty]), situation)


@pytest.mark.parametrize("name", [{}, {"name": "Warsaw"}, {"zone": "land"}])
def test_it_is_said_of_coordinates_alone(name: dict[str, object]) -> None:
    assert said({"lat": 52.2, "lon": 21.0, **name}) == (WORDS,)


@pytest.mark.parametrize(
    "named",
    [{"territory_of": "POL"}, {"territory_of": "unknown"}, {"territory": "crimea"}, {"sea": "baltic_sea"}, {"region": "europe"}],
)
def test_it_is_not_said_of_a_place_that_is_named(named: dict[str, object]) -> None:
    assert said({"lat": 52.2, "lon": 21.0, **named}) == ()


def test_it_is_not_said_without_coordinates() -> None:
    assert said({"name": "Warsaw"}) == said(None) == ()


def test_it_is_not_said_where_nothing_hangs_on_the_place() -> None:
    assert said({"lat": 52.2, "lon": 21.0}, "un-charter-1945") == ()
