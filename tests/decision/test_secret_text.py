"""Whose text is asked: the public's of the day, all signatories', or with the secrets of some of them."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, verdicts
from treatylang.api import decide
from treatylang.diagnostics.diagnostic import InputError

PACT = """treaty pact-1900 "A pact"
  in force since 1900-01-01
parties
  FRA ESP PRT since 1900-01-01
article "1" when armed_attack on a party then every other party must defend the victim
article "2" secret until 1970-01-01 when armed_attack on a party then every other party must consult every other party
reservation to "1" by PRT secret
  only if the act is provoked
"""
ATTACK = "kind: bombardment\nby: DEU\non: FRA\nprovoked: false"


def owed(text: str, date: str = "1960-05-05") -> set[str]:
    return {name for name, verdict in verdicts(PACT, event(ATTACK, date), text=text).items() if verdict == "owed"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("public", {"1/ESP>FRA", "1/PRT>FRA"}),
        ("signatories", {"1/ESP>FRA", "1/PRT>FRA", "2/ESP>ALL", "2/PRT>ALL"}),
        ("all", {"1/ESP>FRA", "2/ESP>ALL", "2/PRT>ALL"}),
    ],
)
def test_whose_text(text: str, found: set[str]) -> None:
    assert owed(text) == found


def test_what_has_been_published_is_public() -> None:
    assert "2/ESP>ALL" in owed("public", "1970-01-01")
    assert "2/ESP>ALL" not in owed("public", "1969-12-31")


def test_what_the_text_hides_is_hidden_with_everything_shown() -> None:
    assert not any(duty.article == "2" for duty in ask(PACT, event(ATTACK), text="public").duties)


def test_a_text_that_there_is_not() -> None:
    with pytest.raises(InputError, match="no text `secret`"):
        decide({"event": "e", "date": "1960-05-05", "kind": "accident", "by": "FRA", "on": "ESP"}, text="secret")
