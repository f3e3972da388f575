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

# Treaties of which somebody has still to write the events.
NOT_YET = frozenset(
    (
        "london-1839",
        "lublin-triangle-2020",
        "luxembourg-1867",
        "molotov-ribbentrop-1939",
        "nancy-2025",
        "nato-1949",
        "nato-hague-2025",
        "nato-vilnius-2023",
        "nato-wales-2014",
        "ottoman-german-1914",
        "pact-of-steel-1939",
        "polish-romanian-1921",
        "prc-dprk-1961",
        "pukpuk-2025",
        "rss-1996",
        "rus-blr-2024",
        "rus-dprk-2024",
        "saadabad-1937",
        "sadc-2003",
        "sau-pak-2025",
        "seato-1954",
        "serbo-bulgarian-1912",
        "shusha-2021",
        "soviet-czech-1935",
        "soviet-japanese-1941",
        "tiar-1947",
        "tripartite-1940",
        "triple-alliance-1882",
        "triple-alliance-1912",
        "uk-finland-2022",
        "uk-france-2010-2025",
        "uk-germany-2025",
        "uk-sweden-2022",
        "un-charter-1945",
        "us-bahrain-csipa-2023",
        "us-japan-1960",
        "us-korea-1953",
        "us-liberia-1959",
        "us-pakistan-1959",
        "us-philippines-1951",
        "us-qatar-eo-2025",
        "us-roc-1954",
        "us-uae-letter-2025",
        "ussr-dprk-1961",
        "warsaw-pact-1955",
        "weu-1954",
        "yya-1948",
    )
)

# What no event can show: the norm, whether it is never so (True) or never not so, and why.
_AIM = "an act has no field for its aim, so that the answer depends on it"
LEFT_OUT: dict[tuple[str, bool], str] = {
    ("austro-romanian-1883:5", True): "of the days on which notice could begin and end only the months are known",
    ("balkan-pact-1934:Annex 8[leave]", True): "when notice could first be given, whether the pact still stood is disputed",
    ("budapest-1994:3", True): _AIM,
    ("csto:Charter 25", True): "for how long dues were not paid no event can say, so that the answer depends on it",
    ("dunkirk-1947:III.consult", True): _AIM,
    ("dunkirk-1947:III.take_measures", True): _AIM,
    ("ecowas-pmad-1981:18(2)", True): "the body that must not intervene is no actor who could do an act",
}


@cache
def gaps() -> tuple[Gap, ...]:
    library = real()
    coverage = Coverage(library.plan)
    for path in EVENTS:
        run_event(path.name, treatylang.read_event(path, library), library, lambda _: True, coverage)
    return coverage.gaps(library.treaties)


def test_every_norm_is_shown_both_ways() -> None:
    missing = [each for each in gaps() if each.sort == "norm" and each.treaty not in NOT_YET]
    assert [(each.id, each.never) for each in missing if (each.id, each.never) not in LEFT_OUT] == []


def test_what_is_left_out_is_not_shown_after_all() -> None:
    assert set(LEFT_OUT) <= {(each.id, each.never) for each in gaps()}


def test_the_folders_are_named_for_treaties_and_expect_something_of_them() -> None:
    for path in EVENTS:
        if "tests" in path.parts[-3:]:
            event = treatylang.read_event(path, real())
            assert {each.treaty for each in event.expect} == {path.parent.name}, path
