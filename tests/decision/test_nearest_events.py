"""Every change that is suggested, made in the event file, makes the duty owed, or gives the right: for all events of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import real
from tests.decision.written import written
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking, Nearest

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))


def found(path: Path) -> list[tuple[Duty, Nearest]]:
    """Every duty that is not owed, with its smallest change."""
    situation = read_event(path, real())
    decision = decide(situation, not_owed=True, conflicts=False, library=real())
    duties = [each for each in decision.duties if each.verdict == "not_owed"]
    asking = Asking(real().plan, situation, decision.date, Wanted(not_owed=True))
    return list(zip(duties, asking.of_all(duties), strict=True))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_every_change_suggested_makes_the_duty_owed(path: Path) -> None:
    scenes: dict[int, list[tuple[Duty, Nearest]]] = {}
    for duty, near in found(path):
        if near.scene is None:
            assert not near.changes and near.failed is not None, duty.id
            continue
        assert near.changes and near.scene.situation != read_event(path, real())
        scenes.setdefault(id(near.scene), []).append((duty, near))
    assert scenes or path.stem == "1938-czech"  # of which Austria, the Habsburgs and 1940 are all out of reach
    for group in scenes.values():
        scene = group[0][1].scene
        assert scene is not None
        event = written(scene.situation, scene.day, real().plan.dictionary.every_word())
        treaties = {duty.treaty for duty, _ in group}
        held = {
            (each.id.rsplit("/", 1)[0], each.bearer)
            for each in decide(event, treaties=treaties, conflicts=False, library=real()).duties
            if each.verdict in ("owed", "permitted")
        }
        for duty, near in group:
            assert (duty.id.rsplit("/", 1)[0], duty.bearer) in held, (duty.id, near.changes)
