"""The pairs of `docs/encoding.md`: what it says not to write answers wrongly, and what it says to write answers rightly."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.asking import event
from tests.docs.blocks import text_of, whole_treaty
from treatylang.api import decide, read_event
from treatylang.library.files import beside_library
from treatylang.library.load import Library, compile_texts
from treatylang.syntax.from_text import parse_text

_BLOCK = re.compile(r"^```treaty\n(?P<text>.*?)^```$|^(?P<word>Not|But)\b[^\n]*:$|^## (?P<section>\d+)", re.MULTILINE | re.DOTALL)


def pairs() -> dict[tuple[int, int], tuple[str, str]]:
    """What stands after `Not` and after `But`, by section and number."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    section, word = 0, ""
    kept = {"Not": "", "But": ""}
    for match in _BLOCK.finditer(text_of("docs/encoding.md")):
        if match["section"]:
            section, word = int(match["section"]), ""
        elif match["word"]:
            word = match["word"]
        elif word:
            kept[word] = match["text"]
            if word == "But":
                number = sum(of == section for of, _ in found) + 1
                found[section, number] = whole_treaty(kept["Not"]), whole_treaty(kept["But"])
            word = ""
    return found


PAIRS = pairs()


def verdicts(text: str, happened: str, date: str, bearer: str) -> set[str]:
    compiled = compile_texts(beside_library({"example.treaty": text.encode()}))
    plan = compiled.require()
    books = Library(plan, frozenset())
    name = re.split(r"\s+", text, maxsplit=2)[1]
    found = decide(read_event(event(happened, date), books), library=books, treaties=[name], not_owed=True).duties
    return {duty.verdict for duty in found if duty.bearer == bearer and duty.verdict != "not_owed"}


def test_every_not_has_its_but() -> None:
    words = re.findall(r"(?m)^(Not|But)\b[^\n]*:$", text_of("docs/encoding.md"))
    assert len(words) == 2 * len(PAIRS) > 20
    assert all(one != other for one, other in pairwise(words))


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_two_are_not_the_same(pair: tuple[int, int]) -> None:
    one, other = (parse_text(text).document for text in PAIRS[pair])
    assert one is not None and other is not None and one != other


SHIP = "place: {territory_of: none, zone: high_seas, sea: north_atlantic}"
TROOPS = "kind: invasion\nby: DEU\non: FRA\nplace: {territory_of: FRA}"
SUNK = f"kind: bombardment\nby: DEU\non: FRA\ntarget: warship\n{SHIP}"
QUIET = "kind: dispute\nby: ITA\non: CHE"


@pytest.mark.parametrize(
    ("pair", "happened", "date", "bearer", "wrong", "right"),
    [
        ((3, 1), QUIET, "1941-05-05", "GRC", set(), {"disputed"}),
        ((6, 1), SUNK, "1960-05-05", "ESP", {"owed"}, set()),
        ((6, 1), TROOPS, "1960-05-05", "ESP", {"owed"}, {"owed"}),
        ((7, 1), "kind: imminent_war\nby: DEU\nto: FRA\njudged_by: [FRA]", "1960-05-05", "ESP", set(), {"owed"}),
        ((7, 2), "kind: invasion\nby: DEU\non: FRA\nplace: {territory: algeria}", "1962-05-05", "ESP", set(), {"disputed"}),
        ((8, 1), TROOPS, "1960-05-05", "ESP", {"owed"}, set()),
        ((8, 1), TROOPS.replace("FRA", "PRT"), "1960-05-05", "ESP", {"owed"}, {"owed"}),
        ((9, 1), TROOPS.replace("DEU", "ESP").replace("FRA", "MAR"), "1960-05-05", "ESP", {"breached"}, {"owed"}),
        ((9, 1), TROOPS.replace("DEU", "ESP"), "1960-05-05", "ESP", {"breached"}, {"breached"}),
        ((9, 2), "kind: armed_bands\nby: ESP\non: FRA", "1960-05-05", "ESP", {"breached"}, {"owed"}),
        ((11, 1), TROOPS, "1960-05-05", "ESP", {"permitted"}, {"owed"}),
        ((14, 1), QUIET, "1950-05-05", "ESP", set(), {"owed", "permitted"}),
    ],
)  # fmt: skip
def test_what_is_written_wrongly_answers_wrongly(
    pair: tuple[int, int], happened: str, date: str, bearer: str, wrong: set[str], right: set[str]
) -> None:
    one, other = PAIRS[pair]
    assert (verdicts(one, happened, date, bearer), verdicts(other, happened, date, bearer)) == (wrong, right)
