"""What is said of clauses too large to be checked in full: an error, or nothing; and references among very many clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.asking import vocabulary
from treatylang.checks import rival_riders
from treatylang.model.treaty import Rider
from treatylang.pipeline import compile_sources
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source

_HEAD = 'treaty a-1950 "A" in force since 1950-01-01 parties FRA GBR ITA since 1950-01-01\n'


def _codes(text: str) -> list[str]:
    return [each.code for each in compile_sources([Source("a.treaty", _HEAD + text)], base=vocabulary()).errors]


def _rider(clauses: int, lines: int) -> str:
    articles = "".join(f'article "{n}" every party must consult every other party\n' for n in range(clauses))
    return articles + "reading of " + ", ".join(f'"{n}"' for n in range(clauses)) + " unless danger_to_peace" * lines


def test_a_rider_changes_no_more_than_the_limit() -> None:
    assert _codes(_rider(50, LIMITS.changes // 50)) == []
    assert _codes(_rider(50, LIMITS.changes // 50 + 1)) == ["TL0104"]


def test_no_more_dates_of_a_treaty_are_in_doubt_than_the_limit() -> None:
    def spells(number: int) -> str:
        days = (f"{1950 + n // 12}-{n % 12 + 1:02}-01" for n in range(number))
        return "parties " + " ".join(f'ESP since {day} check "why" until {day[:8]}02' for day in days)

    assert _codes(spells(LIMITS.doubts)) == []
    assert _codes(spells(LIMITS.doubts + 1)) == ["TL0104"]


def test_a_clause_that_names_an_article_of_its_own_twice_is_in_no_circle_with_others() -> None:
    text = '[a] every party must consult every other party subject to "1" subject to "1"\n'
    others = "[b] every party must consult every other party\n[c] every party must consult every other party {}\n"
    assert _codes('article "1"\n' + text + others.format("")) == []
    assert _codes('article "1"\n' + text + others.format('subject to "1"')) == ["TL0403"]


def test_sub_articles_are_found_among_articles_that_begin_alike() -> None:
    articles = "".join(
        f'article "{n}" every party must consult every other party\n' for n in ("5", "5(1)", "50", "6(1)", "6(2)[x]")
    )
    for ref, known in (("5", True), ("6", True), ("50", True), ("5(1)", True), ("7", False), ("6(3)", False), ("6[y]", False)):
        found = _codes(articles + f'article "9" every party must consult every other party subject to "{ref}"')
        assert (found == []) is known, ref


def _reservations(instead: Callable[[int], str], number: int = 300) -> str:
    riders = (f'reservation to "1" by FRA since {1950 + n // 12}-{n % 12 + 1:02}-01{instead(n)}\n' for n in range(number))
    return 'article "1" every party must consult every other party by all_means\n' + "".join(riders)


def test_riders_that_cannot_be_rivals_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Rider] = []
    monkeypatch.setattr(rival_riders, "_rivals", lambda one, other: held.append(other) or [])
    words = ("best_efforts", "constitutional_processes")
    assert (
        _codes(_reservations(lambda n: f" until {1950 + (n + 1) // 12}-{(n + 1) % 12 + 1:02}-01 instead by {words[n % 2]}")) == []
    )
    assert _codes(_reservations(lambda n: " instead by best_efforts")) == []
    assert held == []


def test_the_first_rider_of_many_that_still_holds_is_a_rival_of_the_last() -> None:
    text = _reservations(lambda n: f" instead by {'constitutional_processes' if n == 299 else 'best_efforts'}")
    assert _codes(text) == ["TL0413"]
