"""The calendar: what a treaty dates, each once, in order of days."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner

from tests.asking import library, real, vocabulary
from treatylang.command.app import app
from treatylang.pipeline import compile_sources
from treatylang.plan.calendar import KINDS, calendar
from treatylang.rendering.calendar_text import calendar_text
from treatylang.rendering.layout import plain
from treatylang.text.source import Source

PACT = """treaty pact-1950 "A pact"
  signed 1949-12-01
  in force since 1950-01-01 until 1970-06
  secret until 1960-01-01
parties
  FRA ESP  since 1950-01-01
  PRT ITA  since 1955-03 until 1962-07-01 denounced 1961-07-01 "over Africa"
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
    ("1961-07-01", "notice", "PRT, ITA give notice", "over Africa"),
    ("1962-07-01", "party", "PRT, ITA are no longer bound, by their notice of 1961-07-01", "over Africa"),
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
    assert found["1962-07-01", "PRT, ITA are no longer bound, by their notice of 1961-07-01"] is None


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


TERM = """treaty pact-1935 "A pact of five years"
  in force since 1935-03-31{end}
parties
  FRA ESP  since 1935-03-31
article "7" "Term"{article}
  every party may withdraw{notice} each {term}{norm}
"""
LAST = "last day of notice for the end of the term on "
NEXT = "a term ends, and for whoever gave no notice the next, of 5 years, begins"


def terms(to: str | None = None, term: str = "5 years", **words: str) -> list[tuple[str, str]]:
    written = {"end": "", "article": "", "norm": "", "notice": " with 1 month of notice", **words}
    plan = library(TERM.format(term=term, **written)).plan
    found = [each for each in calendar(plan, plan.treaties, None, to) if each.kind == "term"]
    assert all(each.computed_by == "Article 7" for each in found)
    return [(each.date, each.words) for each in found]


def test_terms_are_counted_with_their_last_days_of_notice() -> None:
    """A month before 31 March is the last of February: what is given then has run out by the end of the term."""
    once = [("1940-02-29", LAST + "1940-03-31"), ("1940-03-31", NEXT)]
    twice = [*once, ("1945-02-28", LAST + "1945-03-31"), ("1945-03-31", NEXT)]
    assert terms() == once  # for ever: the first alone
    assert terms("1939-12-31") == []
    assert terms("1940-03-30") == once[:1]
    assert terms("1945-03-31") == twice
    assert terms(end=" until 1947-01-01") == twice  # within the third term
    assert terms(end=" until 1947-01-01", to="1941-01-01") == once
    assert terms(end=" until 1940-03-31") == [once[0], ("1940-03-31", "a term ends, and the treaty with it")]
    assert terms(end=" until 1940-03") == [*once]  # some day of the month


def test_terms_begin_and_end_with_their_clause() -> None:
    assert [day for day, _ in terms(norm=" since 1938-01-01")] == ["1937-12-01", "1938-01-01"]  # the end of the first
    assert [day for day, _ in terms(article=" since 1936-01-01")] == ["1940-12-01", "1941-01-01"]
    assert [day for day, _ in terms("1999-01-01", norm=" since 1938-01-01 until 1940-01-01")] == ["1937-12-01", "1938-01-01"]
    assert terms("1999-01-01", norm=" since 1938-01-01 until 1942-12-15") == terms(
        norm=" since 1938-01-01"
    )  # no right at the next end
    assert terms(notice="") == [("1940-03-31", NEXT)]
    assert terms(article=" since 1936-01") == []  # nothing is counted from a month
    assert [day for day, _ in terms(term="year")] == ["1936-02-29", "1936-03-31"]


def test_terms_without_end_stay_within_bounds() -> None:
    assert len(terms("9999-12-31", term="1 months")) <= 2000
    assert terms("9999-12-31", term="100 years")[-1][0] == "9935-03-31"
    assert terms("9999-12-31", term="9999 days")[-1][0] <= "9999-12-31"
    assert terms("9999-12-31", notice=" with 4000 years of notice", term="1500 years") == []
    assert (
        terms("9999-12-31", notice=" with 9999 days of notice", term="1500 years", norm=" since 1950-01-01")[0][0] == "1922-08-17"
    )


def test_the_library_counts_terms_and_tells_notices() -> None:
    found = {(each.date, each.treaty, each.kind, each.computed_by) for each in calendar(real().plan, real().treaties)}
    assert ("2012-09-20", "tiar-1947", "notice", None) in found
    assert ("1959-10-15", "baghdad-pact-1955", "term", "Article 7") in found
    assert ("1975-04-15", "baghdad-pact-1955", "term", "Article 7") in found
    ends = [each for each in calendar(real().plan, ["ussr-dprk-1961"]) if each.date == "1996-09-10"]
    assert [each.words for each in ends] == ["is no longer in force", "a term ends, and the treaty with it"]
    assert "a term ends, and the treaty with it [counted by Article 6]" in run("--treaty", "ussr-dprk-1961")


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
        "computed_by": None,
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


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        ("1957-06-01", None),
        ("1950-01-01", None),
        ("1958-06", None),  # some day of the month
        ("1949-12-31", "TL0502"),
        ("1958-06-02", "TL0502"),
        ("1957-02-30", "TL0501"),
    ],
)
def test_notice_is_given_while_one_is_bound(notice: str, code: str | None) -> None:
    text = PACT.replace("until 1958-01-01", f"until 1958-06-01 denounced {notice}").replace("since 1952-01-01", "since 1950-01-01")
    text = text.replace("since 1958-01-01 until 1959-01-01 disputed", "since 1958-06-01 until 1959-01-01 disputed")
    found = compile_sources([Source("pact", text)], base=vocabulary()).diagnostics
    assert [each.code for each in found if each.severity == "error"] == ([code] if code else [])
