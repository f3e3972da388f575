"""Every clause of the library that can bind is made binding once and not binding once, by an event that says what it expects.

Real cases lie in `events/`, minimal ones in `treaties/tests/`.  What cannot be shown is listed with its reason.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import treatylang
from tests.asking import real
from treatylang.testing.coverage import Coverage, Gap
from treatylang.testing.run import run_event

ROOT = Path(__file__).parents[2]
EVENTS = [*sorted((ROOT / "events").glob("*.yaml")), *sorted((ROOT / "treaties" / "tests").rglob("*.yaml"))]

# What no event can show: the norm, whether it is never so (True) or never not so, and why.
_AIM = "an act has no field for its aim, so that the answer depends on it"
LEFT_OUT: dict[tuple[str, bool], str] = {
    (
        "austro-romanian-1883:5",
        True,
    ): "of the day from which notice could be given only the month is known, and of the last one as well",
    ("balkan-pact-1934:Annex 8[leave]", True): "when notice could first be given, whether the pact still stood is disputed",
    ("budapest-1994:3", True): _AIM,
    ("csto:Charter 25", True): "for how long dues were not paid no event can say, so that the answer depends on it",
    ("dunkirk-1947:III.consult", True): _AIM,
    ("dunkirk-1947:III.take_measures", True): _AIM,
    ("ecowas-pmad-1981:18(2)", True): "the body that must not intervene is no actor who could do an act",
    ("ottoman-german-1914:5-6", True): "the right to leave began on 1918-12-31, when no party was left",
    ("soviet-czech-1935:6", True): "the right to leave began on 1940-06-08, after Czechoslovakia had ended",
}


@cache
def gaps() -> tuple[Gap, ...]:
    library = real()
    coverage = Coverage(library.plan)
    for path in EVENTS:
        run_event(path.name, treatylang.read_event(path, library), library, lambda _: True, coverage)
    return coverage.gaps(library.treaties)


def test_every_norm_is_shown_both_ways() -> None:
    missing = [each for each in gaps() if each.sort == "norm"]
    assert [(each.id, each.never) for each in missing if (each.id, each.never) not in LEFT_OUT] == []


def test_what_is_left_out_is_not_shown_after_all() -> None:
    assert set(LEFT_OUT) <= {(each.id, each.never) for each in gaps()}


def test_the_folders_are_named_for_treaties_and_expect_something_of_them() -> None:
    for path in EVENTS:
        if "tests" in path.parts[-3:]:
            event = treatylang.read_event(path, real())
            assert {each.treaty for each in event.expect} == {path.parent.name}, path
