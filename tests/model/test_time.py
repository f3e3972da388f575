"""Calendar days and spells of them, against the standard library's calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.model.time import ALWAYS, Spell, add, is_day, month_length, reached

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
BOUNDS = st.none() | DAYS.map(lambda day: day.isoformat()) | DAYS.map(lambda day: day.isoformat()[:7])


def bounds(bound: str | None, default: date) -> tuple[date, date]:
    """The first and the last day that a bound may be."""
    if bound is None:
        return default, default
    if len(bound) == 10:
        return (date.fromisoformat(bound),) * 2
    first = date.fromisoformat(f"{bound}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@given(BOUNDS, BOUNDS, DAYS)
def test_a_spell_holds_its_first_day_and_not_its_end(since: str | None, until: str | None, day: date) -> None:
    starts, ends = bounds(since, date.min), bounds(until, date.max)
    held = {start <= day < end for start in starts for end in ends}
    expected = held.pop() if len(held) == 1 else None
    if since is not None and until is not None and since[:7] == until[:7] == day.isoformat()[:7]:
        return  # both in one month: whether it holds at all is not known, and `contains` says no more than that
    assert Spell(since, until).contains(day.isoformat()) is expected


@given(DAYS)
def test_no_bound_is_always(day: date) -> None:
    assert ALWAYS.contains(day.isoformat()) is True


@given(BOUNDS, BOUNDS, BOUNDS, BOUNDS)
def test_two_spells_meet_where_some_day_is_in_both(a: str | None, b: str | None, c: str | None, d: str | None) -> None:
    def first(bound: str | None, default: date) -> date:
        return bounds(bound, default)[0]

    start = max(first(a, date.min), first(c, date.min))
    end = min(first(b, date.max), first(d, date.max))
    expected = start < end
    if start == end and len({len(each) for each in (a, b, c, d) if each}) > 1:
        return  # a month and its first day: equal days, written otherwise
    assert Spell(a, b).meets(Spell(c, d)) is expected
    assert Spell(c, d).meets(Spell(a, b)) is expected


@given(DAYS, st.integers(-60_000, 60_000))
def test_days_later(day: date, amount: int) -> None:
    assert add(day.isoformat(), amount, "days") == (day + timedelta(days=amount)).isoformat()
    assert add(day.isoformat(), 1, "day") == (day + timedelta(days=1)).isoformat()


@given(DAYS, st.integers(0, 600))
def test_months_later(day: date, amount: int) -> None:
    later = date.fromisoformat(add(day.isoformat(), amount, "months"))
    assert (later.year - day.year) * 12 + later.month - day.month == amount
    last = (later + timedelta(days=1)).month != later.month
    assert later.day == day.day or (later.day < day.day and last)


@given(DAYS, st.integers(0, 100))
def test_a_year_is_twelve_months(day: date, amount: int) -> None:
    assert add(day.isoformat(), amount, "years") == add(day.isoformat(), amount * 12, "months")


@pytest.mark.parametrize(
    ("day", "amount", "unit", "later"),
    [
        ("1960-02-29", 1, "year", "1961-02-28"),
        ("1960-02-29", 4, "years", "1964-02-29"),
        ("1999-12-31", 1, "month", "2000-01-31"),
        ("1914-08-31", 1, "month", "1914-09-30"),
        ("0999-12-31", 1, "month", "1000-01-31"),
        ("0998-11-30", 1, "month", "0998-12-30"),
    ],
)
def test_dates_that_are_easily_wrong(day: str, amount: int, unit: str, later: str) -> None:
    assert add(day, amount, unit) == later


@given(st.integers(1, 9998), st.integers(1, 12))
def test_months_have_the_length_of_the_calendar(year: int, month: int) -> None:
    following = date(year + month // 12, month % 12 + 1, 1)
    assert month_length(year, month) == (following - date(year, month, 1)).days


@given(st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33))
def test_days_that_exist(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
        expected = True
    except ValueError:
        expected = False
    assert is_day(f"{year:04}-{month:02}-{day:02}") is expected
    assert is_day(f"{year:04}-{month:02}") is (year > 0 and 1 <= month <= 12)


def test_inside_the_month_of_a_bound_nothing_is_known() -> None:
    assert [reached("1918-11", day) for day in ("1918-10-31", "1918-11-01", "1918-11-30", "1918-12-01")] == [
        False,
        None,
        None,
        True,
    ]
    assert [reached("1918-11-11", day) for day in ("1918-11-10", "1918-11-11")] == [False, True]
