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
        "aes-2023",
        "anglo-french-1904",
        "anglo-japanese-1902",
        "anglo-japanese-1905",
        "anglo-japanese-1911",
        "anglo-polish-1939",
        "anglo-portuguese",
        "anglo-russian-1907",
        "anti-comintern-1936",
        "anzus-1951",
        "arab-league-1950",
        "au-pact-2005",
        "austro-romanian-1883",
        "baghdad-pact-1955",
        "balkan-pact-1934",
        "balkan-pact-1954",
        "british-guarantee-poland-1939",
        "brussels-1948",
        "budapest-1994",
        "csto",
        "cyprus-1960",
        "cyprus-alliance-1960",
        "dual-alliance-1879",
        "dunkirk-1947",
        "eccas-2000",
        "ecowas-mechanism-1999",
        "ecowas-pmad-1981",
        "eu-teu-42-7",
        "eu-tfeu-222",
        "fpda-1971",
        "fra-grc-2021",
        "franco-czech-1924-25",
        "franco-polish-1921-25",
        "franco-russian-1892",
        "franco-soviet-1935",
        "gcc-2000",
        "greek-serbian-1913",
        "little-entente-1920-33",
        "locarno-rhineland-1925",
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
LEFT_OUT: dict[tuple[str, bool], str] = {}


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
