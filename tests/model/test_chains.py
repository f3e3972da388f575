"""Words above words: as many as anybody could follow, and no more, however long the file."""

from __future__ import annotations

import pytest

from tests.asking import HEAD, vocabulary
from treatylang.pipeline import Compiled, compile_sources
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source

TAIL = '\narticle "1" every party must consult every other party\n'


def chain(sort: str, link: str, length: int) -> Compiled:
    """Words each of which lies below the one before."""
    words = [f"{sort} word0"] + [f"{sort} word{number} {link} word{number - 1}" for number in range(1, length + 1)]
    return compile_sources([Source("t", HEAD + "\n".join(words) + TAIL)], base=vocabulary())


@pytest.mark.parametrize(
    ("sort", "link"), [("kind", "is"), ("duty", "is"), ("target", "is"), ("strength", "is"), ("region", "inside")]
)
def test_a_chain_has_a_bound(sort: str, link: str) -> None:
    assert not chain(sort, link, LIMITS.nesting).errors
    (found,) = chain(sort, link, LIMITS.nesting + 1).errors
    assert (found.code, found.message) == ("TL0104", f"more than {LIMITS.nesting} words lie above `word{LIMITS.nesting + 1}`")
    assert found.hint is not None


def test_what_counts_as_another_kind_has_a_bound() -> None:
    def of(length: int) -> Compiled:
        words = ["kind word0 is act"] + [f"kind word{number} is act counts as word{number - 1}" for number in range(1, length + 1)]
        return compile_sources([Source("t", HEAD + "\n".join(words) + TAIL)], base=vocabulary())

    assert not of(LIMITS.nesting).errors
    (found,) = of(LIMITS.nesting + 1).errors
    last = f"word{LIMITS.nesting + 1}"
    assert (found.code, found.message) == ("TL0104", f"`{last}` counts, step by step, as more than {LIMITS.nesting} other kinds")


def test_a_long_chain_tells_no_more_errors_than_any_file() -> None:
    assert [each.code for each in chain("kind", "is", 2_000).errors] == ["TL0104"] * LIMITS.errors


def test_a_kind_knows_all_that_lie_below_it() -> None:
    known = chain("kind", "is", 3).treaties["pact-1900"]
    assert known is not None
    words = chain("kind", "is", 3).require().treaties["pact-1900"].vocabulary.kinds
    assert words["word1"].below == {"word1", "word2", "word3"} and words["word3"].below == {"word3"}
    assert words["word3"].above == ("word3", "word2", "word1", "word0")
