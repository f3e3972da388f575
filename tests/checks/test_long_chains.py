"""Clauses that hang on each other in a row: as many as nesting may be deep are answered, in whatever order they stand; more are refused."""

from __future__ import annotations

import pytest

from tests.asking import HEAD, event, verdicts, vocabulary
from treatylang.pipeline import compile_sources
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source

_OWES = 'article "{this}" when FRA must consult every other party under "{next}" then every party must consult every other party\n'
_YIELDS = 'article "{this}" every party must consult every other party subject to "{next}"\n'
_LAST = 'article "1" every party must consult every other party\n'


def _chain(line: str, clauses: int) -> list[str]:
    return [_LAST, *(line.format(this=number + 1, next=number) for number in range(1, clauses))]


def _codes(text: str) -> list[str]:
    return [each.code for each in compile_sources([Source("chain.treaty", text)], base=vocabulary()).diagnostics]


@pytest.mark.parametrize("line", [_OWES, _YIELDS])
@pytest.mark.parametrize("turned", [False, True])
def test_the_longest_chain_that_is_allowed_is_answered(line: str, turned: bool) -> None:
    clauses = _chain(line, LIMITS.nesting)
    text = HEAD + "".join(clauses[::-1] if turned else clauses)
    assert _codes(text) == []
    assert "1/FRA>ALL" in verdicts(text, event("kind: invasion\nby: AFG\non: FRA\n"))


@pytest.mark.parametrize("line", [_OWES, _YIELDS])
@pytest.mark.parametrize("turned", [False, True])
def test_a_longer_chain_is_refused_once(line: str, turned: bool) -> None:
    clauses = _chain(line, 3 * LIMITS.nesting)
    assert _codes(HEAD + "".join(clauses[::-1] if turned else clauses)) == ["TL0104"]
