"""What a treaty says to be doubtful in its dates and parties goes with the duties that hang on them, and decides nothing."""

from __future__ import annotations

import pytest

from tests.asking import event, library
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty

SURE = """treaty pact-1950 "A pact"
  signed 1949-12-01
  in force since 1950-01-01
parties
  FRA ITA  since 1950-01-01
  ESP      since 1950-01-01 until 1990-01-01
  PRT GBR  since 1950-01-01
suspended between FRA and GBR since 1980-01-01 until 1981-01-01
article "1" "Aid"
  when    armed_attack on a party
  then    every other party must assist the victim
article "2" "Talks"
  when    armed_attack on a party
  then    PRT must consult every other party
"""
ATTACK = "kind: invasion\nby: DEU\non: {}"


def duties(text: str, on: str = "FRA", *more: str, of: str = "pact-1950") -> dict[str, Duty]:
    books = library(text, *more)
    decision = decide(read_event(event(ATTACK.format(on)), books), treaties=of, library=books)
    return {each.id.partition(":")[2]: each for each in decision.duties}


def told(duty: Duty) -> list[tuple[str, str]]:
    return [(each.words, each.why) for each in duty.dates_in_doubt()]


def doubting(words: str, why: str = "why") -> str:
    assert words in SURE
    return SURE.replace(words, f'{words} check "{why}"')


@pytest.mark.parametrize(
    "words",
    ["signed 1949-12-01", "in force since 1950-01-01", "parties", "ESP      since 1950-01-01", "until 1990-01-01", "1980-01-01"],
)
def test_a_doubt_decides_nothing(words: str) -> None:
    assert duties(doubting(words)) == duties(SURE)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("signed 1949-12-01", "signed 1949-12-01"),
        ("in force since 1950-01-01", "in force since 1950-01-01"),
        ("parties", "the parties"),
    ],
)
def test_a_doubt_of_the_head_or_of_the_whole_list_concerns_every_duty(written: str, words: str) -> None:
    found = duties(doubting(written))
    assert len(found) == 5
    assert all(told(each) == [(words, "why")] for each in found.values())


def test_a_doubt_of_the_end_is_of_the_end() -> None:
    text = SURE.replace("in force since 1950-01-01", 'in force since 1950-01-01 check "a" until 1999-01-01 check "b"')
    assert told(duties(text)["2/PRT>ALL"]) == [("in force since 1950-01-01", "a"), ("in force until 1999-01-01", "b")]


def test_a_doubt_of_a_party_concerns_it_as_bearer_and_as_beneficiary() -> None:
    text = doubting("until 1990-01-01")
    as_bearer, as_victim = duties(text), duties(text, on="ESP")
    assert told(as_bearer["1/ESP>FRA"]) == [("ESP until 1990-01-01", "why")]
    assert told(as_bearer["1/ITA>FRA"]) == [] and told(as_bearer["2/PRT>ALL"]) == []
    assert told(as_victim["1/ITA>ESP"]) == [("ESP until 1990-01-01", "why")]


def test_a_doubt_of_the_party_attacked_concerns_a_duty_toward_all_that_its_membership_starts() -> None:
    text = doubting("until 1990-01-01")
    assert told(duties(text, on="ESP")["2/PRT>ALL"]) == [("ESP until 1990-01-01", "why")]
    assert told(duties(text, on="FRA")["2/PRT>ALL"]) == []


def test_that_a_state_is_a_party_elsewhere_does_not_bring_its_doubt_here() -> None:
    other = SURE.replace("pact-1950", "other-1950")
    more = 'article "3"\n  when armed_attack on a member of other-1950\n  then PRT must keep_secret\n'
    found = duties(doubting("until 1990-01-01") + more, "ESP", other)
    assert told(found["2/PRT>ALL"]) == [("ESP until 1990-01-01", "why")]
    assert told(found["3/PRT>ALL"]) == []


def test_a_line_of_several_names_them_all_and_concerns_each() -> None:
    found = duties(doubting("PRT GBR  since 1950-01-01"))
    assert told(found["1/PRT>FRA"]) == told(found["1/GBR>FRA"]) == [("PRT GBR since 1950-01-01", "why")]
    assert told(found["1/ITA>FRA"]) == []


def test_a_doubt_of_a_suspension_concerns_the_pair() -> None:
    found = duties(doubting("suspended between FRA and GBR since 1980-01-01"))
    assert told(found["1/GBR>FRA"]) == [("suspended for FRA and GBR since 1980-01-01", "why")]
    assert told(found["1/ITA>FRA"]) == []
    between_others = duties(doubting("suspended between FRA and GBR since 1980-01-01"), on="ITA")
    assert told(between_others["1/ESP>ITA"]) == [] == told(between_others["1/FRA>ITA"])


def test_a_state_that_continues_another_has_its_doubts() -> None:
    text = SURE.replace("PRT GBR  since 1950-01-01", 'USSR since 1950-01-01 check "the day"\n  PRT GBR  since 1950-01-01')
    books = library(text)
    happened = event(ATTACK.format("FRA"), "1995-05-05")
    decision = decide(read_event(happened, books), bearers="RUS", library=books)
    assert [told(each) for each in decision.duties] == [[("USSR since 1950-01-01", "the day")]]


def test_those_who_pledge_as_parties_of_a_treaty_have_its_doubts() -> None:
    pledge = """pledge allies-1955 "What they pledged"
  in force since 1955-01-01
parties of pact-1950
article "1"
  when    armed_attack on a party
  then    every other party should assist the victim
"""
    text = doubting("parties").replace("until 1990-01-01", 'until 1990-01-01 check "the day"')
    found = duties(text, "FRA", pledge, of="allies-1955")
    assert {each.treaty for each in found["1/ESP>FRA"].dates_in_doubt()} == {"pact-1950"}
    assert told(found["1/ESP>FRA"]) == [("the parties", "why"), ("ESP until 1990-01-01", "the day")]
    assert told(found["1/ITA>FRA"]) == [("the parties", "why")]


ENDS = 'until 1960-01-01 check "the notice"'


@pytest.mark.parametrize(
    ("spell", "day", "said"),
    [
        (
            f"since 1950-01-01 {ENDS}",
            "1960-05-05",
            [("ESP until 1960-01-01", "the notice")],
        ),  # it may have been bound a little longer
        (f"since 1950-01-01 {ENDS}", "1959-05-05", []),  # a party: the duties tell it
        ('since 1965-01-01 check "the day"', "1960-05-05", [("ESP since 1965-01-01", "the day")]),
        ('since 1965-01-01 check "the day"', "1966-05-05", []),
        ('since 1955-01-01 check "the day" until 1960-01-01', "1960-05-05", []),  # that it left is beyond doubt
        ('since 1950-01-01 until 1960-05 check "the day"', "1960-05-05", []),  # open, and a question of its own
    ],
)
def test_a_doubtful_date_by_which_a_state_is_no_party_is_told_with_the_answer(
    spell: str, day: str, said: list[tuple[str, str]]
) -> None:
    books = library(SURE.replace("since 1950-01-01 until 1990-01-01", spell))
    decision = decide(read_event(event(ATTACK.format("ESP"), day), books), library=books)
    assert [(each.words, each.why) for each in decision.doubts] == said
    other = decide(read_event(event(ATTACK.format("FRA"), day), books), library=books)
    assert other.doubts == ()


def test_it_is_told_whether_the_act_starts_anything_or_not_while_the_treaty_is_in_force() -> None:
    happened = event("kind: break_of_diplomatic_relations\nby: ESP\non: DEU")
    books = library(SURE.replace("until 1990-01-01", ENDS))
    decision = decide(read_event(happened, books), standing=False, library=books)
    assert decision.duties == () and [each.words for each in decision.doubts] == ["ESP until 1960-01-01"]
    late = event("kind: break_of_diplomatic_relations\nby: ESP\non: DEU", "1983-05-05")
    ended = SURE.replace("until 1990-01-01", ENDS).replace(
        "since 1950-01-01\nparties", "since 1950-01-01 until 1982-01-01\nparties"
    )
    books = library(ended)
    assert decide(read_event(late, books), standing=False, library=books).doubts == ()
