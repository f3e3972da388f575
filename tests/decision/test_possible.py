"""Whether something is possible: in one world of one account, and where that is more than can be asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from treatylang.decision.formula import Atom, Formula, Leaf, all_of, any_of, neg
from treatylang.decision.possible import is_possible
from treatylang.text.limits import Limits

A, B = Atom("a"), Atom("b")
a, b = (Leaf(atom.word, None, "unknown", atom) for atom in (A, B))
SAYS_SO, DENIES = (
    Leaf(f"whether {word}", None, "claimed", Atom(word), ((said, ("FRA",)), (not said, ("DEU",))))
    for word, said in (("x", True), ("y", False))
)
NOTE, AUTHORS = (Leaf(name, None, "reading", Atom("reading", (name,))) for name in ("the note of 1962", "some authors"))


class Rules:
    """Constraints that a test chooses: whether two open facts exclude each other, or a claimed fact the first."""

    def __init__(self, never_both: bool = False, never_beside: Leaf | None = None) -> None:
        self.never_both = never_both
        self.never_beside = never_beside

    def among(self, atoms: Sequence[Atom]) -> tuple[tuple[Atom, bool, Atom, bool], ...]:
        return ((A, True, B, False), (B, True, A, False)) if self.never_both and {A, B} <= set(atoms) else ()

    def with_facts(self, atom: Atom) -> tuple[tuple[bool, Leaf, bool], ...]:
        return ((True, self.never_beside, False),) if self.never_beside is not None and atom == A else ()


def possible(formula: Formula, rules: Rules | None = None, **limits: int) -> bool:
    return is_possible(formula, rules or Rules(), Limits(**limits))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "rules", "expected"),
    [
        (all_of((a, b)), Rules(), True),
        (all_of((a, b)), Rules(never_both=True), False),  # bound to each other alone
        (all_of((a, neg(b))), Rules(never_both=True), True),
        (a, Rules(never_beside=Leaf("so", True, "stated")), False),  # bound to a fact alone
        (a, Rules(never_beside=Leaf("not so", False, "stated")), True),
        (neg(a), Rules(never_beside=Leaf("so", True, "stated")), True),
        (all_of((a, any_of((neg(a), b)))), Rules(), True),
        (all_of((a, neg(a))), Rules(), False),
        (all_of((SAYS_SO, DENIES)), Rules(), False),  # no account has both
        (all_of((SAYS_SO, neg(DENIES))), Rules(), True),
        (any_of((all_of((SAYS_SO, DENIES)), all_of((DENIES, a)))), Rules(), True),
        (all_of((NOTE, AUTHORS)), Rules(), False),  # one reading at a time
        (all_of((NOTE, neg(AUTHORS))), Rules(), True),
        (all_of((SAYS_SO, a)), Rules(never_beside=SAYS_SO), False),
        (all_of((neg(SAYS_SO), a)), Rules(never_beside=SAYS_SO), True),
    ],
)
def test_what_holds_in_some_world_of_some_account(formula: Formula, rules: Rules, expected: bool) -> None:
    assert possible(formula, rules) is expected


IN_NO_WORLD = all_of((SAYS_SO, a, neg(a)))


def test_of_more_accounts_than_are_held_against_its_facts_anything_is_possible() -> None:
    """Two accounts of three facts, one of them met twice."""
    assert not possible(IN_NO_WORLD, views=6)
    assert possible(IN_NO_WORLD, views=5)
    read = all_of((NOTE, a, neg(a)))  # the text and one reading
    assert not possible(read, views=6) and possible(read, views=5)


def test_of_more_open_facts_than_have_a_table_anything_is_possible() -> None:
    """What an account says is not open in it."""
    assert not possible(IN_NO_WORLD, unknowns=1)
    assert possible(IN_NO_WORLD, unknowns=0)


def test_what_an_account_decides_needs_no_table() -> None:
    assert not possible(all_of((SAYS_SO, DENIES)), unknowns=-1)
    assert possible(all_of((SAYS_SO, neg(DENIES))), unknowns=-1)
