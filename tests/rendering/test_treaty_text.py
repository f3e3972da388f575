"""`treaty show`: what goes before what stands where the text says it."""

from __future__ import annotations

from tests.asking import library
from treatylang.rendering.layout import plain
from treatylang.rendering.treaty_text import treaty_text

HEAD = 'treaty pact-1950 "A pact" in force since 1950-01-01 {} parties FRA ESP since 1950-01-01 '
ONE = 'article "1" every party must keep_secret '
TWO = 'article "2" every party must consult every other party '


def shown(text: str, head: str = "", day: str | None = None) -> str:
    found = library(HEAD.format(head) + text)
    return plain(treaty_text(found.plan.treaties["pact-1950"], found.plan, day, 100))


def test_a_line_of_the_head_stands_in_the_head() -> None:
    text = shown(ONE + TWO, 'subject to "2" overrides every other treaty')
    assert "signed" not in text
    head, _, body = text.partition("Article 1")
    assert "subject to 2\noverrides every other treaty\n" in head
    assert "subject" not in body and "overrides" not in body


def test_where_it_is_not_known_whether_it_is_in_force_all_is_shown_and_said() -> None:
    found = library('treaty pact-1950 "A pact" in force since 1950-01 parties FRA ESP since 1950-01 ' + ONE)
    text = plain(treaty_text(found.plan.treaties["pact-1950"], found.plan, "1950-01-15", 100))
    assert "not known whether in force on 1950-01-15\n" in text and "Article 1" in text
    assert "known" not in plain(treaty_text(found.plan.treaties["pact-1950"], found.plan, "1950-02-15", 100))


DOUBTED = """treaty pact-1950 "A pact"
  signed 1949-12-01 check "a"
  in force since 1950-01-01 until 1970-01-01 check "b"
parties check "c"
  FRA ESP  since 1950-01-01
  PRT ITA  since 1950-01-01 until 1962-07-01 check "d"
  GRC      since 1950-01-01 until 1962-07-01
suspended for FRA since 1965-01-01 check "e"
article "1"
  every party must consult every other party
"""
PLEDGE = (
    'pledge allies-1955 "A" in force since 1955-01-01 check "f" parties of pact-1950 article "1" every party should keep_secret'
)


def test_a_doubt_stands_under_what_it_doubts() -> None:
    plan = library(DOUBTED, PLEDGE).plan
    text = plain(treaty_text(plan.treaties["pact-1950"], plan, None, 100))
    assert text.splitlines()[1:13] == [
        "signed 1949-12-01, in force since 1950-01-01 until 1970-01-01",
        "in doubt: signed 1949-12-01: a",
        "in doubt: in force until 1970-01-01: b",
        "",
        "5 parties",
        "  in doubt: c",
        "  ESP FRA  since 1950-01-01",
        "  ITA PRT  since 1950-01-01 until 1962-07-01",
        "    in doubt: until 1962-07-01: d",
        "  GRC  since 1950-01-01 until 1962-07-01",
        "  suspended for FRA since 1965-01-01",
        "    in doubt: since 1965-01-01: e",
    ]
    late = plain(treaty_text(plan.treaties["pact-1950"], plan, "1969-01-01", 100))
    assert ": d" not in late and ": c" in late and ": e" in late
    pledged = plain(treaty_text(plan.treaties["allies-1955"], plan, None, 100))
    assert "in doubt: in force since 1955-01-01: f" in pledged and "in doubt: until 1962-07-01: d" in pledged
    assert ": a" not in pledged and ": b" not in pledged


def test_on_a_day_only_the_versions_and_area_lines_of_that_day_are_shown() -> None:
    area = "area realm africa until 1960-01-01 europe since 1960-01-01 "
    text = area + ONE + 'article "2" until 1960-01-01 every party must consult every other party '
    assert "africa" in shown(text) and "Article 2" in shown(text)
    early, late = shown(text, day="1955-01-01"), shown(text, day="1965-01-01")
    assert "africa" in early and "europe" not in early and "Article 2" in early
    assert "africa" not in late and "europe" in late and "Article 2" not in late


def test_a_line_of_a_clause_stands_below_it_and_not_below_the_clause_that_yields() -> None:
    text = shown(ONE + 'overrides "2" ' + TWO)
    first, _, second = text.partition("Article 2")
    assert "    overrides 2\n" in first
    assert "overrides" not in second


def test_a_proviso_stands_once_at_its_own_article() -> None:
    text = shown(ONE + TWO + 'article "103" "First" proviso to pact-1950 overrides every other treaty')
    assert text.count("overrides") == 1
    assert text.endswith("Article 103  First\n    overrides every other treaty\n")
    some = shown(ONE + TWO + 'article "3" since 1960-01-01 proviso to "1" for every great_power subject to "2"')
    assert "    1: subject to 2 for every great_power\n" in some
    assert "subject" not in shown(ONE + TWO + 'article "3" since 1960-01-01 proviso to "1" subject to "2"', day="1955-01-01")


def test_a_reservation_says_whose_it_is() -> None:
    assert "    subject to 2  (reservation of ESP)\n" in shown(ONE + TWO + 'reservation to "1" by ESP subject to "2"')
