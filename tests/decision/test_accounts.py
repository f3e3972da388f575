"""Accounts: who says what, and which of them say the same of everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatylang.decision.accounts import Claimed, accounts_of, valuation_of
from treatylang.decision.formula import Atom, Leaf, all_of, any_of, neg, open_leaves, valued

Claims = tuple[tuple[bool | None, tuple[str, ...]], ...]


class Free:
    """No constraints."""

    def among(self, atoms: Sequence[Atom]) -> tuple[()]:
        return ()

    def with_facts(self, atom: Atom) -> Iterator[tuple[bool, Leaf, bool]]:
        return iter(())


def claimed(claims: Claims, bound: float | None = None) -> Leaf:
    return Leaf("losses", None, "claimed", Atom("losses", ("act1",), None, None if bound is None else ("at least", bound)), claims)


def test_accounts_that_say_the_same_of_everything_are_one() -> None:
    one = claimed(((True, ("FRA", "GBR")), (False, ("DEU",))))
    assert accounts_of([one], Free()) == [(("DEU",),), (("FRA",), ("GBR",))]  # type: ignore[arg-type]


def test_of_one_number_that_is_asked_twice_accounts_may_differ_in_one_answer() -> None:
    """FRA and GBR agree that there were twenty-five, and not that there were a hundred."""
    few = claimed(((True, ("FRA", "GBR")), (False, ("DEU",))), 25)
    many = claimed(((True, ("FRA",)), (False, ("DEU", "GBR"))), 100)
    assert accounts_of([few, many], Free()) == [(("DEU",),), (("FRA",),), (("GBR",),)]  # type: ignore[arg-type]


def test_what_only_the_second_account_leaves_open_is_found_beside_what_both_do() -> None:
    """FRA says what makes it needless to ask whether it rained; of what ESP says neither says a word."""
    first, second = (Leaf(word, None, "claimed", Atom(word), ((True, ("ESP",)),)) for word in ("first", "second"))
    told = Leaf("told", None, "claimed", Atom("told"), ((True, ("FRA",)), (False, ("DEU",))))
    rained = Leaf("rained", None, "unknown", Atom("rained"))
    rule = all_of((first, second, any_of((told, rained))))
    claims = Claimed([rule], [leaf for leaf, _ in open_leaves(rule)])
    accounts = [valuation_of((each,), None) for each in ("FRA", "DEU")]
    assert claims.open_in_any(accounts[:1]) == {Atom("first"), Atom("second")}
    assert claims.open_in_any(accounts) == {Atom("first"), Atom("second"), Atom("rained")}


def test_what_stands_above_a_claim_is_no_longer_open_as_the_case_leaves_it() -> None:
    """However deep the claim stands, and whatever stands beside it."""
    told = Leaf("told", None, "claimed", Atom("told"), ((True, ("FRA",)),))
    rained, known = Leaf("rained", None, "unknown", Atom("rained")), Leaf("known", True, "stated")
    beside = all_of((rained, known))
    inner = any_of((neg(told), Leaf("denied", False, "stated")))
    rule = all_of((beside, all_of((inner, known)), all_of((known,))))
    claims = Claimed([rule, all_of((inner, rained))], [leaf for leaf, _ in open_leaves(rule)])
    assert set(claims.unchanged(valuation_of(("FRA",), None))) == {id(beside)}
    assert id(rule) in claims.unchanged(valuation_of(("DEU",), None))
    says = valuation_of(("FRA",), None)
    assert valued(rule, says, claims.unchanged(says)) is False
