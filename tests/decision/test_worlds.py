"""Truth tables: a bit for each world."""

from __future__ import annotations

import pytest

from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, any_of, at_least, neg
from treatylang.decision.sufficient import LONGEST, MOST, Sufficient, sufficient
from treatylang.decision.worlds import Worlds, asked, column

A, B, C = Atom("a"), Atom("b"), Atom("c")
LEAF = {atom: Leaf(atom.word, None, "unknown", atom) for atom in (A, B, C)}
a, b, c = LEAF[A], LEAF[B], LEAF[C]
KNOWN = Leaf("known", True, "stated")


def table(formula: Formula) -> int:
    return Worlds((A, B)).table(formula, lambda leaf: leaf.value)


def test_an_atom_is_true_in_the_worlds_whose_number_has_its_bit() -> None:
    worlds = Worlds((A, B, C))
    assert worlds.atoms == (A, B, C)
    assert worlds.full == 0b11111111
    assert [worlds.of(each) for each in (A, B, C)] == [0b10101010, 0b11001100, 0b11110000]
    assert [worlds.of(each, True) for each in (A, B, C)] == [0b10101010, 0b11001100, 0b11110000]
    assert [worlds.of(each, False) for each in (A, B, C)] == [0b01010101, 0b00110011, 0b00001111]
    assert Worlds(()).full == 1


@pytest.mark.parametrize(("number", "width", "expected"), [(0, 1, 0b10), (0, 2, 0b1010), (1, 2, 0b1100), (2, 3, 0b11110000)])
def test_columns(number: int, width: int, expected: int) -> None:
    assert column(number, width) == expected


@pytest.mark.parametrize("number", range(4))
def test_a_column_has_the_bit_of_every_world(number: int) -> None:
    assert column(number, 4) == sum(1 << world for world in range(16) if world >> number & 1)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (a, 0b1010),
        (b, 0b1100),
        (KNOWN, 0b1111),
        (Leaf("denied", False, "stated"), 0),
        (TRUE, 0b1111),
        (FALSE, 0),
        (neg(a), 0b0101),
        (neg(TRUE), 0),
        (all_of((a, b)), 0b1000),
        (any_of((a, b)), 0b1110),
        (all_of((a, neg(a), b)), 0),
        (any_of((a, neg(a), b)), 0b1111),
        (all_of((a, neg(b), KNOWN)), 0b0010),
        (at_least(1, (a, b)), 0b1110),
        (at_least(2, (a, b)), 0b1000),
        (at_least(2, (a, b, KNOWN)), 0b1110),
        (at_least(3, (a, b, KNOWN)), 0b1000),
        (at_least(2, (a, a, b)), 0b1010),
        (all_of((any_of((KNOWN, c)), a)), 0b1010),  # c, of which no world is told, does not matter
    ],
)
def test_the_worlds_in_which_a_formula_holds(formula: Formula, expected: int) -> None:
    assert table(formula) == expected


def test_a_valuation_decides_what_it_knows() -> None:
    worlds = Worlds((B,))
    assert worlds.table(all_of((a, b)), lambda leaf: leaf is a or None) == 0b10
    assert worlds.table(any_of((a, b)), lambda leaf: False if leaf is a else None) == 0b10
    assert worlds.table(all_of((a, c)), lambda leaf: True) == 0b11
    assert worlds.table(all_of((a, c)), lambda leaf: None) == 0  # neither has a column
    assert worlds.table(at_least(2, (a, b, c)), lambda leaf: True if leaf is c else None) == 0b10


def test_a_part_that_stands_twice_is_looked_at_once() -> None:
    seen = []

    def valuation(leaf: Leaf) -> bool | None:
        seen.append(leaf.words)
        return None

    inner = any_of((a, b))
    assert Worlds((A, B)).table(all_of((inner, neg(all_of((a, neg(inner)))))), valuation) == 0b1110
    assert seen == ["a", "b"]


def test_what_can_no_longer_change_is_not_looked_at() -> None:
    seen = []

    def valuation(leaf: Leaf) -> bool | None:
        seen.append(leaf.words)
        return {"yes": True, "no": False}.get(leaf.words)

    yes, no = Leaf("yes", None, "claimed"), Leaf("no", None, "claimed")
    assert Worlds((A, B)).table(all_of((no, a)), valuation) == 0
    assert Worlds((A, B)).table(any_of((yes, a)), valuation) == 0b1111
    assert seen == ["no", "yes"]


def test_a_flip_counts_between_worlds_that_there_are() -> None:
    worlds = Worlds((A, B))
    holds = worlds.table(all_of((a, b)), lambda leaf: None)
    assert worlds.flips(A, holds, worlds.full) and worlds.flips(B, holds, worlds.full)
    assert not worlds.flips(A, worlds.of(B), worlds.full)
    assert worlds.flips(B, worlds.of(B), worlds.full)
    assert not worlds.flips(A, worlds.full, worlds.full) and not worlds.flips(A, 0, worlds.full)
    assert not worlds.flips(A, holds, worlds.of(B, False))  # where b is not, a changes nothing
    assert worlds.flips(A, holds, worlds.of(B))
    assert not worlds.flips(A, holds, worlds.full ^ 0b1000)  # the world that would differ is none
    assert not worlds.flips(A, holds, worlds.full ^ 0b0100)
    assert worlds.flips(A, holds, 0b1100) and not worlds.flips(B, holds, 0b1100)
    assert not worlds.flips(A, 0b0110, 0b0110)  # neighbours by number, and two facts apart


def test_an_open_leaf_without_a_question_of_its_own_asks_its_words() -> None:
    assert asked(a) == A
    assert asked(Leaf("whether it rained", None, "unknown")) == Atom("whether it rained")


def test_sufficient_sets_are_the_shortest_first() -> None:
    worlds = Worlds((A, B, C))
    holds = worlds.table(any_of((all_of((b, c)), a)), lambda leaf: None)
    assert sufficient(worlds, holds, worlds.full) == Sufficient((((A, True),), ((B, True), (C, True))), True)
    assert sufficient(worlds, worlds.full ^ holds, worlds.full) == Sufficient(
        (((A, False), (B, False)), ((A, False), (C, False))), True
    )


def test_the_shorter_set_goes_before_the_first_by_name() -> None:
    worlds = Worlds((A, B, C))
    holds = worlds.table(any_of((all_of((a, b)), c)), lambda leaf: None)
    assert sufficient(worlds, holds, worlds.full).sets == (((C, True),), ((A, True), (B, True)))


def test_what_holds_anyway_needs_no_fact() -> None:
    worlds = Worlds((A,))
    assert sufficient(worlds, worlds.full, worlds.full) == Sufficient(((),), True)
    assert sufficient(worlds, 0, worlds.full) == Sufficient((), True)
    assert Sufficient() == Sufficient((), True)


def test_a_set_that_no_world_has_is_left_out() -> None:
    """Where a and b are never both so, b alone shows that a is not, and no set needs the two."""
    worlds = Worlds((A, B))
    allowed = worlds.full ^ 0b1000
    assert sufficient(worlds, worlds.of(A), allowed) == Sufficient((((A, True),),), True)
    assert sufficient(worlds, worlds.of(A, False) & allowed, allowed) == Sufficient((((A, False),), ((B, True),)), True)
    assert sufficient(worlds, 0, allowed) == Sufficient((), True)


def test_longer_sets_and_further_ones_are_left_out_and_that_is_said() -> None:
    worlds = Worlds((A, B, C))
    every = worlds.table(all_of((a, b, c)), lambda leaf: None)
    assert sufficient(worlds, every, worlds.full, longest=3) == Sufficient((((A, True), (B, True), (C, True)),), True)
    assert sufficient(worlds, every, worlds.full, longest=2) == Sufficient((), False)
    none = worlds.table(neg(any_of((a, b, c))), lambda leaf: None)
    assert sufficient(worlds, none, worlds.full, longest=2) == Sufficient((), False)
    one = worlds.table(any_of((a, b, c)), lambda leaf: None)
    assert sufficient(worlds, one, worlds.full, most=3).complete
    assert sufficient(worlds, one, worlds.full, most=2) == Sufficient((((A, True),), ((B, True),)), False)
    mixed = worlds.table(any_of((a, all_of((b, c)))), lambda leaf: None)
    assert sufficient(worlds, mixed, worlds.full, longest=1) == Sufficient((((A, True),),), False)


def test_more_is_told_than_anybody_reads() -> None:
    names = [Atom(f"x{number}") for number in range(MOST + 1)]
    worlds = Worlds(names)
    some = worlds.table(any_of(tuple(Leaf(each.word, None, "unknown", each) for each in names)), lambda leaf: None)
    found = sufficient(worlds, some, worlds.full)
    assert (len(found.sets), found.complete) == (MOST, False)
    every = worlds.table(all_of(tuple(Leaf(each.word, None, "unknown", each) for each in names[:LONGEST])), lambda leaf: None)
    assert [len(each) for each in sufficient(worlds, every, worlds.full).sets] == [LONGEST]
