"""`continues while`: a treaty or a clause past its end, alive as long as what keeps it so has not ceased."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import treatylang
from tests.asking import ask, event, pact, row, verdicts
from treatylang.decision.formula import All, Formula, Neg, leaves

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


# ------------------------------------------------------------------------------------------------ what is said of it
def rests_on(text: str, happened: str) -> list[str]:
    """What is said of the treaty, its article and the war, each once."""
    found = row(text, happened, "ITA").applies
    assert found is not None
    about = ("in force", "in this version", "at_war")
    return list(dict.fromkeys(leaf.words for leaf in leaves(found) if any(each in leaf.words for each in about)))


def dated(spell: str) -> str:
    return pact(RULE.replace('article "1"', f'article "1" {spell}'))


IN_FORCE = "pact-1900 is in force on 1960-05-05 (since 1900-01-01 until 2100-01-01)"


def test_only_an_article_with_a_spell_of_its_own_is_asked_about_its_version() -> None:
    assert rests_on(pact(RULE), ATTACK) == [IN_FORCE]
    version = "Article 1 in this version on 1960-05-05"
    assert rests_on(dated("since 1950-01-01"), ATTACK) == [IN_FORCE, version]
    assert rests_on(dated("until 1970-01-01"), ATTACK) == [IN_FORCE, version]
    found = row(dated("since 1960-05"), ATTACK, "ITA")
    assert (found.verdict, [atom.of for atom in found.depends_on]) == ("depends", [("pact-1900", "1", "1960-05", "1960-05-05")])


def test_before_its_end_it_is_not_said_what_would_keep_it_in_force() -> None:
    on = treaty(head="continues while ESP is at_war with EGY", spell="since 1950-01-01 until 1970-01-01")
    assert rests_on(on, ATTACK) == ["pact-1900 is in force on 1960-05-05 (since 1950-01-01 until 1970-01-01)"]


def test_of_a_treaty_that_ends_in_the_month_peace_leaves_it_open_and_war_does_not() -> None:
    text = treaty(head="continues while ESP is at_war with EGY", spell="since 1950-01-01 until 1960-05")
    found = row(text, ATTACK + _PEACE, "ITA")
    assert (found.verdict, [atom.word for atom in found.depends_on]) == ("depends", ["until"])
    assert row(text, ATTACK + war(("1957-06-01", None)), "ITA").verdict == "owed"


def test_what_goes_on_says_by_which_line() -> None:
    found = row(treaty(head="continues while ESP is at_war with EGY"), ATTACK + war(("1957-06-01", None)), "ITA")
    assert found.applies is not None
    (line,) = {part for part in _parts(found.applies) if getattr(part, "role", "") == "continues"}
    assert isinstance(line, All)
    assert (line.words, line.id) == ("continues while ESP is at_war with EGY", "pact-1900.continues.1")
    days = "on 1958-01-01", ""
    assert [leaf.words.removeprefix("ESP is at_war with EGY").strip() for leaf in leaves(line)] == list(days)


def _parts(formula: Formula) -> Iterator[Formula]:
    yield formula
    for each in (formula.term,) if isinstance(formula, Neg) else getattr(formula, "terms", ()):
        yield from _parts(each)


EARLY = event("as_of: [1959-06-01]\nacts: [{kind: bombardment, by: DEU, on: FRA, date: 1957-07-01}]")


def test_a_duty_of_an_attack_before_the_end_ends_with_the_treaty() -> None:
    assert verdicts(treaty(head=""), EARLY) == {}
    kept = treaty(head="continues while ESP is at_war with EGY")
    assert row(kept, EARLY + _PEACE, "ITA").verdict == "not_owed"
    assert row(kept, EARLY + war(("1957-06-01", None)), "ITA").verdict == "owed"
    assert row(treaty(head="", spell="since 1950-01-01 until 1970-01-01"), EARLY, "ITA").verdict == "owed"


def test_a_treaty_that_may_not_have_begun_does_not_go_on_for_sure() -> None:
    """It was to begin in a month of which it ended on the twentieth."""
    text = treaty(head="continues while ESP is at_war with EGY", spell="since 1958-05 until 1958-05-20")
    late = event("kind: bombardment\nby: DEU\non: FRA", "1958-05-25")
    found = row(text, late + war(("1957-06-01", None)), "ITA")
    assert (found.verdict, {atom.word for atom in found.depends_on}) == ("depends", {"since"})
    assert row(text, late + _PEACE, "ITA").verdict == "not_owed"
    assert found.applies is not None
    assert [leaf.words for leaf in leaves(found.applies)][:4] == [
        "pact-1900 is in force on 1958-05-25 (since 1958-05 until 1958-05-20)",
        "pact-1900 is in force on 1958-05-25 (since 1958-05) (since 1958-05)",
        "ESP is at_war with EGY on 1958-05-20",
        "ESP is at_war with EGY",
    ]


def test_of_what_has_begun_it_is_not_said_that_it_has() -> None:
    text = treaty(head="continues while ESP is at_war with EGY")
    assert rests_on(text, ATTACK + war(("1957-06-01", None))) == [
        "pact-1900 is in force on 1960-05-05 (since 1950-01-01 until 1958-01-01)",
        "ESP is at_war with EGY on 1958-01-01",
        "ESP is at_war with EGY",
    ]


def test_nothing_is_in_force_because_it_is_in_force() -> None:
    assert set(verdicts(treaty(head="continues while pact-1900 is in force"), ATTACK).values()) <= {"not_owed"}


def test_each_treaty_goes_on_by_what_keeps_it_itself() -> None:
    one = treaty(head="continues while ESP is at_war with EGY")
    other = treaty(head="continues while PRT is at_war with EGY").replace("pact-1900", "other-1900")
    told = ATTACK + war(("1957-06-01", None)) + "\n  - {at_war: [PRT, EGY], value: false, since: 1950-01-01}"
    for texts in ((one, other), (other, one)):
        found = {duty.treaty: duty.verdict for duty in ask(texts, told).duties if duty.bearer == "ITA"}
        assert found == {"pact-1900": "owed", "other-1900": "not_owed"}


def test_for_whom_it_is_not_evaluated_is_said() -> None:
    text = pact(RULE + f'\nreservation to "1" by ITA "a note"\n  {WAR}')
    with pytest.raises(treatylang.InputError) as error:
        ask(text, ATTACK)
    assert (
        error.value.diagnostics[0].message
        == "`continues while` for some of the parties is not evaluated yet (pact-1900, Article 1)"
    )


def test_members_of_a_treaty_of_two_articles_that_goes_on_and_is_asked_about_first() -> None:
    asks = pact('article "1" when armed_attack on a member of young-1900 and young-1900 is in force then ITA must consult FRA')
    two = RULE + '\narticle "2" when armed_attack on a party then every other party must consult the victim'
    young = treaty(two, head="continues while ESP is at_war with EGY").replace("pact-1900", "young-1900")
    for told, verdict in ((war(("1957-06-01", None)), "owed"), (_PEACE, "not_owed")):
        decision = ask((asks, young), ATTACK + told)
        assert [duty.verdict for duty in decision.duties if duty.treaty == "pact-1900"] == [verdict]
    one_article = treaty(two + f"\n  {WAR}", head="").replace("pact-1900", "young-1900")  # then the treaty itself has ended
    decision = ask((asks, one_article), ATTACK + war(("1957-06-01", None)))
    assert [duty.verdict for duty in decision.duties if duty.treaty == "pact-1900"] == ["not_owed"]


@pytest.mark.parametrize(("peace", "verdict"), [("1959-01-01", "not_owed"), ("1957-05-01", "owed")])
def test_peace_that_was_made_after_the_end_ends_it_though_there_is_war_again(peace: str, verdict: str) -> None:
    acts = f"""acts:
  - {{kind: declaration_of_war, by: ESP, on: EGY, date: 1957-04-01}}
  - {{kind: peace, by: ESP, to: EGY, date: {peace}}}
  - {{kind: declaration_of_war, by: ESP, on: EGY, date: {"1959-06-01" if peace > "1958" else "1957-06-01"}}}
  - {{kind: bombardment, by: DEU, on: FRA, date: 1960-05-05}}
"""
    assert row(treaty(head="continues while ESP is at_war with EGY"), event(acts), "ITA").verdict == verdict


@pytest.mark.parametrize(("until", "verdict"), [("1970-01-01", "owed"), ("1960-05-06", "owed"), ("1960-05-05", "not_owed")])
def test_a_reading_by_which_it_goes_on_counts_until_its_day(until: str, verdict: str) -> None:
    dated_article = RULE.replace('article "1"', 'article "1" until 1958-01-01')
    reading = f'\nreading of "1" by every party since 1950-01-01 until {until}\n  continues while ESP is at_war with EGY'
    assert row(pact(dated_article + reading), ATTACK + war(("1957-06-01", None)), "ITA").verdict == verdict
