"""Formulas that are alike have one number, and others have not."""

from __future__ import annotations

from treatylang.decision.alike import Alike
from treatylang.decision.formula import TRUE, Atom, Formula, Leaf, all_of, any_of, at_least, neg

A = Leaf("a", None, "unknown", Atom("a"))
B = Leaf("b", None, "unknown", Atom("b"))


def _same(one: Formula, other: Formula) -> bool:
    alike = Alike()
    return alike.number(one) == alike.number(other)


def test_the_words_and_roles_of_inner_nodes_are_no_matter() -> None:
    again = Leaf("a", None, "unknown", Atom("a"))
    assert _same(
        all_of((A, neg(B, "unless x")), "when x", "when", "1"), all_of((again, neg(B, "unless y")), "when y", "only if", "2")
    )


def test_what_decides_otherwise_is_another() -> None:
    both = all_of((A, B))
    for other in (any_of((A, B)), all_of((B, A)), all_of((A,)), neg(A), at_least(1, (A, B)), all_of((A, any_of((B,)))), A, TRUE):
        assert not _same(both, other)
    assert not _same(at_least(1, (A, B)), at_least(2, (A, B)))
    assert not _same(A, Leaf("a", None, "unknown", Atom("a", ("FRA",))))
    assert not _same(A, Leaf("a", None, "claimed", Atom("a"), ((True, ("FRA",)),)))
    assert not _same(Leaf("a", True, "presumed", why="x"), Leaf("a", True, "presumed", why="y"))


def test_of_whom_it_is_plain_that_he_is_party_the_rest_is_shared_and_only_then() -> None:
    sure = [all_of((Leaf(f"{code} is party", True, "table"),), f"{code} is bound", "party") for code in ("FRA", "GBR")]
    open_ = [all_of((Leaf(f"{code} is party", None, "unknown", Atom("m", (code,))),), "", "party") for code in ("FRA", "GBR")]
    assert _same(all_of((sure[0], A)), all_of((sure[1], A)))
    assert not _same(all_of((open_[0], A)), all_of((open_[1], A)))


def test_a_formula_that_is_gone_leaves_no_number_to_the_next() -> None:
    alike = Alike()
    numbers = {alike.number(all_of((Leaf(f"{n}", None, "unknown", Atom(f"{n}")),))) for n in range(500)}
    assert len(numbers) == 500


def test_a_chain_of_formulas_is_as_deep_as_it_likes() -> None:
    one: Formula = A
    for _ in range(5000):
        one = all_of((one,))
    assert Alike().number(one) != Alike().number(A)
