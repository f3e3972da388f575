"""Each reading that bears on a row is named in the answer with what it leads to, whether or not it parts from the text."""

import json

from tests.asking import ask, event, library, pact, row, vocabulary
from treatylang.decision.decision import Duty
from treatylang.rendering.decision_json import duty_object
from treatylang.rendering.decision_table import View, decision_table

HELP = pact("""
    article "1"
      when    armed_attack by a state on a party
      then    every other party must defend the victim
    reading of "1" by ITA "No help for him who provoked" since 1950-01-01
      unless  the act is directly_provoked
""")
ATTACK = "kind: invasion\nby: GRC\non: FRA\n"


def said(duty: Duty) -> dict[str, str]:
    return {each.who.partition("@")[2] or each.who: each.verdict for each in duty.says}


def test_a_reading_that_agrees_with_the_text_is_named() -> None:
    duty = row(HELP, event(ATTACK + "directly_provoked: false"), "ESP")
    assert duty.verdict == "owed"
    assert list(said(duty).values()) == ["owed", "owed"] and "the text" in said(duty)
    assert json.dumps(duty_object(duty)["says"]).count("owed") == 2


def test_a_reading_that_is_open_is_named_beside_a_text_that_is_not() -> None:
    duty = row(HELP, event(ATTACK + "directly_provoked: unknown"), "ESP")
    assert duty.verdict == "depends"
    assert sorted(said(duty).values()) == ["depends", "owed"] and said(duty)["the text"] == "owed"


def test_a_reading_is_named_only_from_its_day() -> None:
    assert row(HELP, event(ATTACK + "directly_provoked: false", date="1940-05-05"), "ESP").says == ()


def test_accounts_are_told_against_the_text_and_each_reading() -> None:
    claims = "directly_provoked: {claimed: {true: [GRC], false: [FRA]}}"
    duty = row(HELP, event(ATTACK + claims), "ESP")
    who = [each.who.partition("@")[0] for each in duty.says]
    assert duty.verdict == "disputed"
    assert who == ["FRA", "GRC", "FRA, reading of 1 by ITA", "GRC, reading of 1 by ITA"]


def test_a_reading_of_how_it_is_kept_is_named_as_well() -> None:
    text = pact("""
        article "1"
          when    armed_attack by a state on a party
          then    every other party must defend the victim by all_means
        reading of "1" by ITA "Each as it sees fit"
          instead by measures_deemed_necessary
    """)
    duty = row(text, event(ATTACK), "ESP")
    assert duty.readings and list(said(duty).values()) == ["owed", "owed"]


def test_an_agreed_reading_is_named_by_itself_from_its_day() -> None:
    text = HELP.replace("by ITA", "by every party")
    duty = row(text, event(ATTACK + "directly_provoked: false"), "ESP")
    assert duty.says == () and len(duty.agreed) == 1
    assert duty_object(duty)["agreed"] == list(duty.agreed)
    assert row(text, event(ATTACK, date="1940-05-05"), "ESP").agreed == ()


def test_the_table_tells_readings_only_where_they_differ() -> None:
    def shown(facts: str) -> str:
        decision = ask(HELP, event(ATTACK + facts))
        return "\n".join("".join(text for _, text in line) for line in decision_table(decision, vocabulary(), View()))

    assert "reading" not in shown("directly_provoked: false")
    assert "not owed: " in shown("directly_provoked: true") and "owed: the text" in shown("directly_provoked: true")


def test_a_secret_reading_of_some_is_named_only_in_the_text_that_has_it() -> None:
    text = HELP.replace("since 1950-01-01", "since 1950-01-01 secret")
    facts = event(ATTACK + "directly_provoked: false")
    assert library(text)
    assert len(row(text, facts, "ESP").says) == 2
    assert row(text, facts, "ESP", text="signatories").says == ()
