"""By what a line of a text is cited: the place where it stands, its sort, and the how many-th of its sort it is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.asking import vocabulary
from treatylang.library.find import library_folder, treaty_files
from treatylang.model.treaty import Treaty
from treatylang.pipeline import Compiled, compile_sources
from treatylang.text.source import Source, Span

HEAD = (
    'treaty pact-1950 "A pact"\n  in force since 1950-01-01\n  lapses when danger_to_peace\nparties FRA ESP GBR since 1950-01-01\n'
)
ONE = (
    'article "1" [a] when armed_attack on a party then every other party must assist the victim '
    "unless the act is provoked only if the act is grave unless the act is consented "
    '[b] every party must keep_secret overrides "2"\n'
)
TWO = 'article "2" every party must consult every other party subject to un-charter-1945\n'
BIS = 'article "1bis" [x] proviso to "1[a]" unless the victim is ESP [y] proviso to "1" unless danger_to_peace\n'
RIDERS = (
    'reservation to "1", "2" by FRA since 1955-01-01 unless danger_to_peace unless threat\n'
    'reading of "1[a]" by GBR also when bombardment on forces of a party\n'
)
CHARTER = 'treaty un-charter-1945 "A charter" in force since 1945-10-24 parties FRA ESP GBR since 1945-10-24 article "1" every party must keep_secret'


def compiled(*texts: str) -> Compiled:
    found = compile_sources([Source(f"t{number}", text) for number, text in enumerate(texts)], base=vocabulary())
    found.require()
    return found


def ids(treaty: Treaty) -> dict[str, set[Span]]:
    """Every id with the lines that have it."""
    found: dict[str, set[Span]] = {}
    riders = [each for rider in treaty.riders for each in (*rider.lines, *rider.changes)]
    clauses = [each for clause in treaty.clauses for each in (*clause.lines, *clause.edges)]
    for line in (*treaty.lines, *treaty.edges, *clauses, *riders):
        found.setdefault(line.id, set()).add(line.at)
    return found


@cache
def pact(*parts: str) -> dict[str, set[Span]]:
    return ids(compiled(HEAD + "".join(parts), CHARTER).treaties["pact-1950"])


def test_a_line_is_cited_by_its_place_its_sort_and_its_number_there() -> None:
    assert set(pact(ONE, TWO, BIS, RIDERS)) == {
        "pact-1950.lapses.1",
        "pact-1950:1[a].unless.1",
        "pact-1950:1[a].unless.2",
        "pact-1950:1[a].only-if.1",
        "pact-1950:1[b].overrides.1",
        "pact-1950:2.subject-to.1",
        "pact-1950:1bis[x].unless.1",
        "pact-1950:1bis[y].unless.1",
        "pact-1950:reservation of 1, 2 by FRA@1955-01-01.unless.1",
        "pact-1950:reservation of 1, 2 by FRA@1955-01-01.unless.2",
        "pact-1950:reading of 1[a] by GBR.also-when.1",
    }


def test_an_id_is_of_one_line_also_where_that_falls_upon_several_clauses() -> None:
    assert all(len(lines) == 1 for lines in pact(ONE, TWO, BIS, RIDERS).values())


def test_ids_stay_when_the_file_is_rearranged() -> None:
    assert set(pact(RIDERS, BIS, TWO, ONE)) == set(pact(ONE, TWO, BIS, RIDERS))
    assert set(pact(ONE, TWO)) < set(pact(ONE, TWO, BIS, RIDERS))


def test_riders_of_one_name_are_counted_on() -> None:
    """Two readings that nobody named and no day tells apart."""
    twice = 'reading of "2" "a paper" unless danger_to_peace\nreading of "2" "another" unless threat\n'
    found = pact(ONE, TWO, twice)
    assert {"pact-1950:reading of 2.unless.1", "pact-1950:reading of 2.unless.2"} <= set(found)
    assert all(len(lines) == 1 for lines in found.values())


def test_no_two_lines_of_the_library_have_one_id() -> None:
    texts = [Path(each).read_text(encoding="utf-8") for each in treaty_files(library_folder()) if "/vocabulary/" not in each]
    for treaty in compiled(*texts).treaties.values():
        assert all(len(lines) == 1 for lines in ids(treaty).values()), treaty.id
