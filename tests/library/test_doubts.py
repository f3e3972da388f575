"""What is doubtful in the treaties stands where answers carry it, and says what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.asking import event, real
from treatylang.api import decide, read_event
from treatylang.library.find import library_folder
from treatylang.model.treaty import Doubt
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import parse_text

FILES = sorted(Path(library_folder()).glob("*.treaty"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_doubt_stands_in_a_remark_or_a_note(path: Path) -> None:
    parsed = parse_text(path.read_text(encoding="utf-8"))
    assert parsed.document is not None
    notes = [each.note for each in t.walk(parsed.document) if isinstance(each, t.Member | t.Suspension | t.Vote | t.PlaceLine)]
    told = [*parsed.comments, *(each for each in notes if each is not None)]
    assert [each.text for each in told if re.search(r"\bcheck\b", each.text)] == []


def doubts() -> Iterator[Doubt]:
    for treaty in real().plan.treaties.values():
        yield from (each for each in treaty.doubts if each.treaty == treaty.id)


def test_a_doubt_says_more_than_that_there_is_one() -> None:
    found = list(doubts())
    assert len({each.treaty for each in found}) > 25
    for each in found:
        assert len(each.why.split()) > 5, each
        assert "settle" in each.why, each


def test_the_exits_of_1979_from_the_baghdad_pact_are_in_doubt() -> None:
    found = {(*each.states, each.bound, each.date) for each in doubts() if each.treaty == "baghdad-pact-1955"}
    assert found == {("IRQ", "until", "1959-03-24"), ("PAK", "until", "1979-03-12"), ("IRN", "until", "1979-03")}
    decision = decide(read_event(event("kind: invasion\nby: IND\non: PAK", "1979-06-01")), treaties="baghdad-pact-1955")
    assert [each.words for each in decision.doubts] == ["PAK until 1979-03-12"]


def test_answers_carry_what_is_not_public_of_the_saudi_pakistani_agreement() -> None:
    decision = decide(read_event(event("kind: invasion\nby: IND\non: PAK", "2026-06-01")), treaties="sau-pak-2025", bearers="SAU")
    assert decision.duties
    for duty in decision.duties:
        assert [each.words for each in duty.dates_in_doubt()] == ["in force since 2025-09-17", "PAK SAU since 2026-04-11"]
