"""What the pages show is so: each wrong example is refused, or warned of, with the code of its page, and each right one is not."""

from __future__ import annotations

from functools import cache

import pytest

from tests.asking import real
from tests.harness import diagnose, tree, vocabulary
from treatylang import load
from treatylang.burden.read import read_figures
from treatylang.checks.dates import written
from treatylang.diagnostics import pages
from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.events.read import read_event
from treatylang.syntax import tree as t

EXAMPLES = {
    code: {heading: (language, text) for heading, language, text in pages.examples(page)}
    for code, page in pages.all_pages().items()
}
TREATIES = [code for code, shown in EXAMPLES.items() if shown["Wrong"][0] == "treaty"]
FIGURES = [code for code, shown in EXAMPLES.items() if shown["Wrong"][0] == "csv"]
EVENTS = [code for code, shown in EXAMPLES.items() if shown["Wrong"][0] == "event"]


def of_treaty(text: str) -> tuple[Diagnostic, ...]:
    return diagnose(text)[0]


def of_event(text: str) -> tuple[Diagnostic, ...]:
    treaties = frozenset({"un-charter-1945", "tiar-1947"})
    return read_event(text.encode(), "event.yaml", vocabulary(), treaties, membership=is_party, dictionary=real().plan.dictionary)[
        1
    ]


def of_figures(text: str) -> tuple[Diagnostic, ...]:
    return read_figures("figures.csv", text.encode(), load().plan).problems


@cache
def is_party(treaty: str, state: str, day: str) -> bool | None:
    """Whether a treaty lists a state on a day; None where that is disputed or open."""
    document = tree(f"{treaty}.treaty")
    assert isinstance(document, t.Treaty)
    lines = [line for each in document.sections if isinstance(each, t.Parties) for line in each.members]
    for line in lines:
        inside = written(line.dates).contains(day) if state in {code.text for code in line.states} else False
        if inside is not False:
            return None if line.disputed else inside
    return False


@pytest.mark.parametrize("code", TREATIES)
def test_a_wrong_treaty_is_told_of(code: str) -> None:
    assert {each.code for each in of_treaty(EXAMPLES[code]["Wrong"][1])} == {code}


@pytest.mark.parametrize("code", TREATIES)
def test_a_right_treaty_is_not(code: str) -> None:
    assert of_treaty(EXAMPLES[code]["Right"][1]) == ()


@pytest.mark.parametrize("code", EVENTS)
def test_a_wrong_event_is_told_of(code: str) -> None:
    assert code in {each.code for each in of_event(EXAMPLES[code]["Wrong"][1])}


@pytest.mark.parametrize("code", EVENTS)
def test_a_right_event_is_not(code: str) -> None:
    assert of_event(EXAMPLES[code]["Right"][1]) == ()


@pytest.mark.parametrize("code", FIGURES)
def test_wrong_figures_are_told_of(code: str) -> None:
    assert {each.code for each in of_figures(EXAMPLES[code]["Wrong"][1])} == {code}
    assert of_figures(EXAMPLES[code]["Right"][1]) == ()


def test_each_sort_of_example_is_there() -> None:
    assert len(FIGURES) == 4
    assert len(TREATIES) > 30
    assert len(EVENTS) > 10
