"""`continues while`: a treaty or a clause past its end, alive as long as what keeps it so has not ceased."""

from __future__ import annotations

import pytest

import treatylang
from tests.asking import ask, event, pact, row, verdicts

RULE = 'article "1" when armed_attack on a party then every other party must defend the victim by all_means'
WAR = "continues while a party is at_war with a state"
ATTACK = event("kind: bombardment\nby: DEU\non: FRA")  # on 1960-05-05
_PEACE = "\nrelations:\n  - {at_war: [ESP, EGY], value: false, since: 1950-01-01}"
ENDED = "since 1950-01-01 until 1958-01-01"


def treaty(rule: str = RULE, head: str = WAR, spell: str = ENDED) -> str:
    """A pact that ended before the attack, unless something keeps it alive."""
    return pact(rule).replace("in force since 1900-01-01 until 2100-01-01", f"in force {spell}\n  {head}")


def war(*spells: tuple[str, str | None], between: str = "[ESP, EGY]") -> str:
    rows = (f"  - {{at_war: {between}, since: {since}{f', until: {until}' if until else ''}}}" for since, until in spells)
    return "\nrelations:\n" + "\n".join(rows)


@pytest.mark.parametrize(
    ("spells", "verdict"),
    [
        ([("1957-06-01", None)], "owed"),  # the war was on when it would have ended, and is
        ([("1958-01-01", None)], "owed"),  # on the very day
        ([("1957-06-01", "1959-01-01")], "depends"),  # peace since; whether there was another war is not told
        ([("1958-01-02", None)], "depends"),  # begun too late; whether another kept it alive is not told
    ],
)
def test_a_war_that_is_on_when_the_treaty_ends(spells: list[tuple[str, str | None]], verdict: str) -> None:
    assert row(treaty(), ATTACK + war(*spells), "ITA").verdict == verdict


def test_peace_between_two_wars_ends_it() -> None:
    two = war(("1957-06-01", "1959-01-01"), ("1959-06-01", None))
    duty = row(treaty(head="continues while ESP is at_war with EGY"), ATTACK + two, "ITA")
    assert duty.verdict == "not_owed"


def test_no_war_and_it_is_over() -> None:
    assert row(treaty(head="continues while ESP is at_war with EGY"), ATTACK + _PEACE, "ITA").verdict == "not_owed"


def test_before_its_end_nothing_is_asked() -> None:
    duty = row(treaty(spell="since 1950-01-01 until 1970-01-01"), ATTACK, "ITA")
    assert (duty.verdict, duty.depends_on) == ("owed", ())


def test_nothing_before_entry_into_force() -> None:
    text = treaty(spell="since 1961-01-01 until 1962-01-01")
    assert verdicts(text, ATTACK + war(("1950-06-01", None))) == {}


def test_one_clause_goes_on_and_the_others_end() -> None:
    more = RULE + f'\n  {WAR}\narticle "2"\n  when armed_attack on a party then every other party must consult the victim'
    on = war(("1957-06-01", None))
    assert set(verdicts(treaty(more, head=""), ATTACK + on)) == {f"1/{code}>FRA" for code in ("ESP", "PRT", "ITA")}


def test_a_version_of_a_clause_that_ended() -> None:
    dated = RULE.replace('article "1"', 'article "1" until 1958-01-01')
    text = pact(dated + f"\n  {WAR}")
    assert row(text, ATTACK + war(("1957-06-01", None)), "ITA").verdict == "owed"
    assert verdicts(pact(dated), ATTACK + war(("1957-06-01", None))) == {}


def test_what_has_lapsed_goes_on() -> None:
    lapsing = RULE + " lapses when the security_council decides necessary_measures"
    acted = ATTACK + "\ndecisions:\n  - {body: security_council, decision: necessary_measures}"
    assert row(pact(lapsing), acted, "ITA").verdict == "not_owed"
    kept = pact(lapsing + " continues while danger_to_peace")
    assert row(kept, acted.replace("decisions:", "facts: {danger_to_peace: true}\ndecisions:"), "ITA").verdict == "owed"
    assert row(kept, acted.replace("decisions:", "facts: {danger_to_peace: false}\ndecisions:"), "ITA").verdict == "not_owed"


def test_a_party_that_left_does_not_come_back() -> None:
    text = treaty().replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA ESP PRT since 1900-01-01\n  ITA since 1900-01-01 until 1955-01-01"
    )
    assert set(verdicts(text, ATTACK + war(("1957-06-01", None)))) == {"1/ESP>FRA", "1/PRT>FRA"}


def test_a_breach_of_what_goes_on() -> None:
    rule = 'article "1" every party must refrain from armed_attack on another party'
    deed = event("kind: bombardment\nby: ITA\non: FRA\narmed_attack: true")
    assert row(treaty(rule), deed + war(("1957-06-01", None)), "ITA").verdict == "breached"


def test_members_of_a_treaty_that_goes_on() -> None:
    other = treaty().replace("pact-1900", "older-1900")
    asks = pact('article "1" when armed_attack on a member of older-1900 and older-1900 is in force then ITA must consult FRA')
    for told, verdict in ((war(("1957-06-01", None)), "owed"), (_PEACE, "not_owed")):
        decision = ask((asks, other.replace("a party is at_war with a state", "ESP is at_war with EGY")), ATTACK + told)
        assert [duty.verdict for duty in decision.duties if duty.treaty == "pact-1900"] == [verdict]


def test_for_some_of_the_parties_it_is_not_evaluated() -> None:
    text = pact(RULE + f'\nreservation to "1" by ITA "a note"\n  {WAR}')
    with pytest.raises(treatylang.InputError) as error:
        ask(text, ATTACK)
    assert error.value.diagnostics[0].code == "TL0701"
