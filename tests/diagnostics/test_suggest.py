"""`did you mean`: near names are found, far ones are not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.diagnostics import suggest
from treatylang.diagnostics.suggest import did_you_mean, nearest
from treatylang.text import neutral

WORDS = ("armed_attack", "blockade", "clash", "grave", "UKR", "USA", "GBR", "nato-1949")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("armed_atack", "armed_attack"),  # a letter left out
        ("amred_attack", "armed_attack"),  # two exchanged
        ("blockkade", "blockade"),  # one too many
        ("grove", "grave"),  # another in its place
        ("UKR1", "UKR"),
        ("ukr", "UKR"),  # case alone
        ("nato-1948", "nato-1949"),
        ("peace", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest(word, WORDS) == meant


def test_it_is_said_as_a_question() -> None:
    assert did_you_mean("grove", WORDS) == "did you mean `grave`?"
    assert did_you_mean("peace", WORDS) is None


def test_of_two_that_are_equally_near_the_first_by_name_is_taken() -> None:
    assert nearest("cat", ["rat", "bat"]) == nearest("cat", ["bat", "rat"]) == "bat"


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("grave", []) is None


names = st.text("abcde_", min_size=1, max_size=12)


@given(names, st.lists(names))
def test_a_name_that_exists_is_its_own_nearest(word: str, others: list[str]) -> None:
    assert nearest(word, [*others, word]) == word


@given(names, st.lists(names))
def test_the_answer_is_one_of_the_names_and_hangs_on_no_order(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert found is None or found in known
    assert nearest(word, [*reversed(known), *known]) == found


@given(names, names)
def test_the_distance_is_the_same_both_ways(left: str, right: str) -> None:
    assert suggest._distance(left, right) == suggest._distance(right, left)
    assert (suggest._distance(left, right) == 0) == (left == right)


def test_doctests() -> None:
    assert doctest.testmod(neutral) == (0, 1)
    assert doctest.testmod(suggest).failed == 0


@given(names, names, st.integers(0, 12))
def test_a_distance_is_exact_up_to_what_is_asked(left: str, right: str, most: int) -> None:
    whole, capped = suggest._distance(left, right), suggest._distance(left, right, most)
    assert capped == whole if whole <= most else capped > most


@given(names, st.lists(names))
def test_the_nearest_is_the_first_of_those_with_the_least_distance(word: str, known: list[str]) -> None:
    distances = sorted((suggest._distance(word, name), name) for name in known)
    near = [(far, name) for far, name in distances if far <= max(1, (max(len(name), len(word)) + 1) // 3)]
    assert nearest(word, known) == (near[0][1] if near else None)
