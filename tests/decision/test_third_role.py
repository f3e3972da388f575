"""Who has the third role of an act: against whom help is given, or a clause is called on."""

import pytest

from tests.asking import event, library, pact, verdicts
from treatylang.api import read_event
from treatylang.diagnostics.diagnostic import InputError

HELP = pact("""
    article "1"
      when    assistance by a state to a party against another party
      then    ITA must consult the opponent
    article "2"
      when    invocation by a party against a state that is not a party
      then    ITA must assist the caller
""").replace("invocation by a party", "invocation by a party (the caller)")
GIVEN = "kind: assistance\nby: DEU\nto: FRA\n"


@pytest.mark.parametrize(
    ("against", "found"),
    [
        ("against: ESP", {"1/ITA>ESP": "owed"}),
        ("against: GBR", {}),
        ("against: [GBR, PRT]", {"1/ITA>PRT": "owed"}),
        ("", {"1/ITA>ALL": "depends"}),
    ],
)
def test_against_whom_help_is_given(against: str, found: dict[str, str]) -> None:
    assert {name: each for name, each in verdicts(HELP, event(GIVEN + against)).items() if name.startswith("1")} == found


def test_against_whom_a_clause_is_called_on() -> None:
    called = "kind: invocation\nby: FRA\nunder: pact-1900\nagainst: {}\n"
    assert verdicts(HELP, event(called.format("DEU")))["2/ITA>FRA"] == "owed"
    found = verdicts(HELP, event(called.format("ESP")))
    assert {each for name, each in found.items() if name.startswith("2")} <= {"depends"}  # another may have been made


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("kind: bombardment\nby: DEU\non: FRA\nagainst: ESP", "`on:`"),
        ("kind: assistance\nby: DEU\nto: FRA\nwith: ESP", "`against:`"),
    ],
)
def test_a_kind_without_such_a_role(said: str, hint: str) -> None:
    with pytest.raises(InputError) as found:
        read_event(event(said), library(pact("")))
    (told,) = found.value.diagnostics
    assert told.code == "TL0611" and hint in str(told.hint)


def test_a_third_who_is_nobody() -> None:
    with pytest.raises(InputError):
        read_event(event(GIVEN + "against: XYZ"), library(pact("")))
