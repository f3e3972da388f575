"""The calendar: what a treaty dates, each once, in order of days."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner

from tests.asking import library, real
from treatylang.command.app import app
from treatylang.plan.calendar import KINDS, calendar
from treatylang.rendering.calendar_text import calendar_text
from treatylang.rendering.layout import plain

PACT = """treaty pact-1950 "A pact"
  signed 1949-12-01
  in force since 1950-01-01 until 1970-06
  secret until 1960-01-01
parties
  FRA ESP  since 1950-01-01
  PRT ITA  since 1955-03 until 1962-07-01 "notice 1961-07-01"
  GRC      since 1956-01-01 disputed "its letter is contested"
  TUR      since 1952-01-01 until 1958-01-01 "denounced"
  TUR      since 1958-01-01 until 1959-01-01 disputed
  TUR      since 1959-01-01
suspended between FRA and ESP since 1965-01-01 until 1966-01-01 "by an exchange of letters"
area here "the area"
  europe
  africa  until 1962-07-05
article "1" "Aid" until 1964-01-01
  when    armed_attack on a party in here
  then    every other party must assist the victim
article "1" "Aid" since 1964-01-01
  when    armed_attack on a party in here
  then    every other party may assist the victim
article "2"
  every party may withdraw with 1 year of notice since 1960-01-01
article "3"
  every party should maintain defence_spending at least 2% of gdp by 1969-12-31
reservation to "1" by ESP "On signature" since 1950-01-01
  unless the act is provoked
reading of "1", "2" by every party "A summit" since 1963-05-05
  unless danger_to_peace
"""
# date, kind, words, note
WHOLE = [
    ("1949-12-01", "signature", "signed", None),
    ("1950-01-01", "force", "enters into force", None),
    ("1950-01-01", "rider", "reservation to Article 1 of ESP", "On signature"),
    ("1952-01-01", "party", "TUR becomes a party", None),
    ("1955-03", "party", "PRT, ITA become parties", None),
    ("1956-01-01", "party", "GRC may be a party: it is disputed", None),
    ("1958-01-01", "party", "TUR may still be a party: it is disputed", "denounced"),
    ("1959-01-01", "party", "TUR is a party beyond dispute", None),
    ("1960-01-01", "clause", "Article 2: every party may withdraw with 1 year of notice", None),
    ("1960-01-01", "secrecy", "is published", None),
    ("1962-07-01", "party", "PRT, ITA are no longer bound", "notice 1961-07-01"),
    ("1962-07-05", "area", "here: no longer africa", None),
    ("1963-05-05", "rider", "agreed reading to Article 1, 2", "A summit"),
    ("1964-01-01", "clause", "Article 1 in this version", "Aid"),
    ("1964-01-01", "clause", "Article 1 no longer in this version", "Aid"),
    ("1965-01-01", "suspension", "suspended for FRA and ESP", "by an exchange of letters"),
    ("1966-01-01", "suspension", "no longer suspended for FRA and ESP", "by an exchange of letters"),
    ("1969-12-31", "deadline", "Article 3: every party should maintain defence_spending at least 2% of gdp by 1969-12-31", None),
    ("1970-06", "force", "is no longer in force", None),
]


def test_everything_dated_is_told_once_in_order() -> None:
    plan = library(PACT).plan
    found = [(each.date, each.kind, each.words, each.note) for each in calendar(plan, plan.treaties)]
    assert found == WHOLE


DOUBTED = """treaty pact-1950 "A pact"
  signed 1949-12-01 check "a"
  in force since 1950-01-01 check "b" until 1970-06 check "c"
parties
  FRA      since 1950-01-01
  ESP GRC  since 1950-01-01 check "d"
  PRT ITA  since 1955-03 until 1962-07-01 check "e"
  TUR      since 1955-03 check "f"
  GBR      since 1955-03 until 1970-06 check "g"
suspended between FRA and ESP since 1965-01-01 check "h" until 1966-01-01
article "1"
  every party must consult every other party
"""


def test_a_doubt_stands_with_the_date_that_is_doubted() -> None:
    plan = library(DOUBTED).plan
    assert [(each.date, each.words, each.doubt) for each in calendar(plan, plan.treaties)] == [
        ("1949-12-01", "signed", "a"),
        ("1950-01-01", "enters into force", "b"),
        ("1950-01-01", "ESP, GRC become parties", "d"),  # else they come with the treaty, and nothing is said of it
        ("1955-03", "PRT, ITA, GBR become parties", None),
        ("1955-03", "TUR becomes a party", "f"),
        ("1962-07-01", "PRT, ITA are no longer bound", "e"),
        ("1965-01-01", "suspended for FRA and ESP", "h"),
        ("1966-01-01", "no longer suspended for FRA and ESP", None),
        ("1970-06", "is no longer in force", "c"),
        ("1970-06", "GBR is no longer bound", "g"),
    ]
    shown = plain(calendar_text(calendar(plan, plan.treaties)))
    assert "1955-03     pact-1950  TUR becomes a party (in doubt: f)\n" in shown


def test_a_doubt_of_the_whole_list_stands_with_each_day_on_which_somebody_became_a_party() -> None:
    text = PACT.replace("parties\n", 'parties check "the list"\n').replace(
        "TUR      since 1952-01-01", 'TUR since 1952-01-01 check "own"'
    )
    plan = library(text).plan
    found = {(each.date, each.words): each.doubt for each in calendar(plan, plan.treaties) if each.kind == "party"}
    assert found["1950-01-01", "FRA, ESP become parties"] == "the list"
    assert found["1955-03", "PRT, ITA become parties"] == "the list"
    assert found["1952-01-01", "TUR becomes a party"] == "own"
    assert found["1962-07-01", "PRT, ITA are no longer bound"] is None


@pytest.mark.parametrize(
    ("since", "until", "dates"),
    [
        ("1964-01-02", "1966-01-01", ["1965-01-01", "1966-01-01"]),  # both days are inside
        ("1955-03-31", "1955-12-31", ["1955-03"]),  # some day of the month
        ("1955-04-01", "1955-12-31", []),
        (None, "1949-12-31", ["1949-12-01"]),
        ("1970-06-30", None, ["1970-06"]),
        ("1970-07-01", None, []),
    ],
)
def test_a_stretch_of_days_holds_its_ends_and_a_month_any_day_of_it(since: str | None, until: str | None, dates: list[str]) -> None:
    plan = library(PACT).plan
    assert [each.date for each in calendar(plan, plan.treaties, since, until)] == dates


def test_the_library_has_what_everybody_knows() -> None:
    found = {(each.date, each.treaty, each.words) for each in calendar(real().plan, real().treaties)}
    assert ("1949-08-24", "nato-1949", "enters into force") in found
    assert ("2024-03-07", "nato-1949", "SWE becomes a party") in found
    assert ("1991-07-01", "warsaw-pact-1955", "is no longer in force") in found
    assert {each.kind for each in calendar(real().plan, real().treaties)} <= set(KINDS)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["calendar", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_in_three_forms() -> None:
    asked = ("--from", "1952-02-16", "--to", "1955-05-06", "--treaty", "nato-1949")
    assert run(*asked).splitlines() == [
        "1952-02-18  nato-1949  GRC, TUR become parties",
        "1955-05-06  nato-1949  DEU becomes a party",
    ]
    told = json.loads(run(*asked, "--format", "json"))
    assert told["format"] == "treatylang/calendar/1"
    assert told["entries"][1] == {
        "date": "1955-05-06", "treaty": "nato-1949", "kind": "party", "words": "DEU becomes a party", "note": None,
        "doubt": None,
    }  # fmt: skip
    rows = list(csv.DictReader(run(*asked, "--format", "csv").splitlines()))
    assert [each["words"] for each in rows] == ["GRC, TUR become parties", "DEU becomes a party"]
    assert run("--from", "1700-01-01", "--to", "1700-12-31") == "Nothing is dated in these days.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--from", "2020-02-30"), "there is no day `2020-02-30`"),
        (("--from", "2020-01-02", "--to", "2020-01-01"), "--to 2020-01-01 lies before --from 2020-01-02"),
        (("--treaty", "nato-1948"), "did you mean `nato-1949`?"),
    ],
)
def test_what_cannot_be_asked(arguments: tuple[str, ...], told: str) -> None:
    done = CliRunner().invoke(app, ["calendar", *arguments])
    assert done.exit_code == 2
    assert told in done.output
