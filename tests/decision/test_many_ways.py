"""Conditions of very many terms: answered however long, or refused where each way would be a formula of its own."""

from __future__ import annotations

import pytest

from tests.asking import event, pact, verdicts
from treatylang.decision.formula import TRUE, Leaf, either
from treatylang.diagnostics.diagnostic import InputError
from treatylang.text.limits import Limits

_DUTY = "then every party must consult every other party"


def test_a_conjunction_of_thousands_of_terms_is_answered() -> None:
    text = pact(f'article "1" when {" and ".join(["danger_to_peace"] * 3000)} {_DUTY}')
    found = verdicts(text, event("kind: invasion\nby: AFG\non: FRA\nfacts: {danger_to_peace: unknown}\n"))
    assert set(found.values()) == {"depends"}


def test_alternatives_that_fit_in_too_many_ways_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five times as many are allowed where those that fail are asked for too, as here."""
    monkeypatch.setattr("treatylang.decision.matching.LIMITS", Limits(ways_of_one=1_000))
    text = pact(f'article "1" when {" or ".join(["threat to a party"] * 2600)} {_DUTY}')
    with pytest.raises(InputError, match=r"TL0701.*more than 5,000 ways"):
        verdicts(text, event("kind: threat\nby: AFG\nto: [FRA, ESP]\n"))


def test_one_of_several_names_each_formula_once_and_in_order() -> None:
    first, second = Leaf("a", None, "unknown"), Leaf("a", None, "unknown")
    assert [id(each) for each in either(first, second, first).terms] == [id(first), id(second)]  # type: ignore[union-attr]
    assert either(first, first) is first
    assert either(first, TRUE, second) is TRUE
