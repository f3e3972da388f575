"""The nodes of formulas: what each keeps, which leaves count, and in which order."""

from __future__ import annotations

import pytest

from treatylang.decision.formula import (
    FALSE,
    TRUE,
    All,
    Any,
    AtLeast,
    Atom,
    Leaf,
    Neg,
    all_of,
    any_of,
    at_least,
    both,
    deciding_leaves,
    either,
    leaves,
    neg,
    nothing_fits,
    open_leaves,
    open_question,
    value,
    valued,
)

SO, NOT_SO, OPEN = Leaf("so", True, "stated"), Leaf("not so", False, "stated"), Leaf("open", None, "unknown", Atom("open"))
OTHER = Leaf("other", None, "unknown", Atom("other"))


def test_a_question_about_somebody_whom_nobody_names() -> None:
    assert open_question("the attacker is grave", "grave", ("strike",)) == Leaf(
        "the attacker is grave", None, "unknown", Atom("grave", ("strike",))
    )


def test_that_nothing_listed_fits() -> None:
    assert nothing_fits("a war") == Leaf("a war", False, "listed", None, (), "nothing listed fits it")


def test_a_node_keeps_its_words_its_part_and_its_line() -> None:
    assert all_of((SO, OPEN), "words", "when", "1.when") == All((SO, OPEN), "words", "when", None, "1.when")
    assert any_of((SO, OPEN), "words", "when") == Any((SO, OPEN), "words", "when", True)
    assert neg(NOT_SO, "words", "unless", "1.unless.1") == Neg(NOT_SO, "words", "unless", True, "1.unless.1")
    assert at_least(2, (SO, OPEN), "words") == AtLeast(2, (SO, OPEN), "words", "", None)


def test_a_node_without_words_has_none() -> None:
    assert all_of((SO,)) == All((SO,), "", "", True, "")
    assert any_of((NOT_SO,)) == Any((NOT_SO,), "", "", False)
    assert neg(OPEN) == Neg(OPEN, "", "", None, "")
    assert at_least(1, (SO,)) == AtLeast(1, (SO,), "", "", True)


def test_nothing_is_all_so_and_none_of_nothing_is() -> None:
    assert both() is TRUE and either() is FALSE
    assert (value(TRUE), value(FALSE)) == (True, False)
    assert both() == All((), "", "", True) and either() == Any((), "", "", False)


def test_one_term_is_itself() -> None:
    assert both(TRUE, SO, TRUE) is SO
    assert either(FALSE, OPEN, FALSE) is OPEN
    assert either(OPEN, OPEN) is OPEN
    assert both(OPEN, OPEN) == all_of((OPEN, OPEN))


def test_what_is_plain_decides_at_once() -> None:
    assert both(OPEN, FALSE) is FALSE and both(FALSE, OPEN) is FALSE
    assert either(OPEN, TRUE) is TRUE and either(TRUE, OPEN) is TRUE
    assert both(OPEN, SO) == All((OPEN, SO), "", "", None)
    assert either(OPEN, SO, OPEN) == Any((OPEN, SO), "", "", True)
    again = Leaf("open", None, "unknown", Atom("open"))
    assert either(OPEN, again) == Any((OPEN, again), "", "", None)  # equal, and not the same


@pytest.mark.parametrize(
    ("number", "terms", "expected"),
    [
        (0, (), True),
        (1, (), False),
        (1, (OPEN,), None),
        (2, (OPEN, SO), None),
        (2, (OPEN, NOT_SO), False),
        (2, (SO, SO, NOT_SO), True),
        (3, (SO, SO, OPEN, NOT_SO), None),
    ],
)
def test_counting(number: int, terms: tuple[Leaf, ...], expected: bool | None) -> None:
    counted = at_least(number, terms)
    assert value(counted) is expected
    assert valued(counted, lambda leaf: leaf.value) is expected
    assert valued(counted, lambda leaf: True) is (expected if expected is not None else len(terms) >= number)


def test_what_the_case_decides_no_account_changes() -> None:
    assert valued(all_of((NOT_SO, OPEN)), lambda leaf: True) is False
    assert valued(any_of((SO, OPEN)), lambda leaf: False) is True
    assert valued(neg(SO), lambda leaf: False) is False
    assert valued(SO, lambda leaf: None) is None  # of a leaf alone it is asked


def test_leaves_go_from_left_to_right() -> None:
    formula = all_of((SO, any_of((OPEN, neg(NOT_SO))), at_least(1, (OTHER, SO))))
    assert [leaf.words for leaf in leaves(formula)] == ["so", "open", "not so", "other", "so"]
    assert list(leaves(OPEN)) == [OPEN]


def test_open_leaves_stand_plain_or_under_a_negation() -> None:
    assert list(open_leaves(OPEN)) == [(OPEN, True)]
    assert list(open_leaves(neg(OPEN))) == [(OPEN, False)]
    assert list(open_leaves(neg(neg(OPEN)))) == [(OPEN, True)]
    assert list(open_leaves(all_of((OPEN, neg(any_of((OTHER, OPEN))))))) == [(OPEN, True), (OTHER, False), (OPEN, False)]


def test_what_is_decided_has_no_open_leaves() -> None:
    assert list(open_leaves(SO)) == []
    assert list(open_leaves(any_of((SO, OPEN)))) == []
    assert list(open_leaves(all_of((any_of((SO, OTHER)), OPEN)))) == [(OPEN, True)]


def test_an_account_may_decide_and_may_open() -> None:
    formula = all_of((OPEN, neg(OTHER)))
    assert list(open_leaves(formula, lambda leaf: True if leaf is OPEN else None)) == [(OTHER, False)]
    assert list(open_leaves(formula, lambda leaf: leaf is OTHER)) == []
    assert list(open_leaves(SO, lambda leaf: None)) == [(SO, True)]
    assert list(open_leaves(any_of((OPEN, all_of((OTHER, NOT_SO)))), lambda leaf: None)) == [(OPEN, True)]


def test_a_conjunction_that_holds_rests_on_all_and_one_that_fails_on_the_first_that_does() -> None:
    also = Leaf("also so", True, "stated")
    neither = Leaf("neither", False, "stated")
    assert list(deciding_leaves(all_of((SO, also)))) == [SO, also]
    assert list(deciding_leaves(all_of((SO, NOT_SO, neither)))) == [NOT_SO]
    assert list(deciding_leaves(any_of((NOT_SO, SO, also)))) == [SO]
    assert list(deciding_leaves(any_of((NOT_SO, neither)))) == [NOT_SO, neither]
    assert list(deciding_leaves(neg(all_of((SO, NOT_SO))))) == [NOT_SO]
    assert list(deciding_leaves(all_of((SO, OPEN)))) == [SO, OPEN]
    assert list(deciding_leaves(any_of((NOT_SO, OPEN)))) == [NOT_SO, OPEN]
    assert list(deciding_leaves(at_least(1, (NOT_SO, SO)))) == [NOT_SO, SO]
    assert list(deciding_leaves(at_least(2, (NOT_SO, SO)))) == [NOT_SO, SO]
    assert list(deciding_leaves(any_of((all_of((NOT_SO, OPEN)), SO)))) == [SO]


def test_questions_have_an_order() -> None:
    """By the word, those asked of, what shows it, and the bound; none of these goes first."""
    ordered = [
        Atom("a"),
        Atom("a", shown_by="A"),
        Atom("a", shown_by="a"),
        Atom("a", ("FRA",)),
        Atom("a", ("FRA",), None, ("at least", 0.0)),
        Atom("a", ("FRA",), None, ("at least", 2.0)),
        Atom("a", ("FRA",), None, ("at most", 1.0)),
        Atom("a", ("FRA",), "invocation"),
        Atom("a", ("FRA",), "invocation", ("at least", 1.0)),
        Atom("a", ("FRA",), "request"),
        Atom("a", ("FRA", "ESP")),
        Atom("a", ("ITA",)),
        Atom("b"),
    ]
    assert sorted([*ordered[5:], *ordered[:5]]) == ordered
    for number, one in enumerate(ordered):
        assert [one < other for other in ordered] == [number < place for place in range(len(ordered))]


def test_a_bound_of_nothing_is_the_first() -> None:
    assert Atom("a") < Atom("a", bound=("", 0.5))
    assert not Atom("a", bound=("", 0.5)) < Atom("a")
    assert not Atom("a", bound=("", -0.5)) > Atom("a")


def test_what_several_parts_share_is_looked_into_once() -> None:
    shared, third = any_of((OPEN, OTHER)), Leaf("third", None, "unknown", Atom("third"))
    assert list(open_leaves(all_of((shared, any_of((shared, third)))))) == [(OPEN, True), (OTHER, True), (third, True)]
    assert list(open_leaves(all_of((shared, neg(shared))))) == [(OPEN, True), (OTHER, True), (OPEN, False), (OTHER, False)]
