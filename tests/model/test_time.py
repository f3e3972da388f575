"""Calendar days and spells of them, against the standard library's calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.model.time import ALWAYS, Spell, add, first_day, is_day, last_day, month_length, reached

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


def test_the_first_and_the_last_day_that_a_date_may_mean() -> None:
    assert [first_day(date) for date in ("1918", "1918-11", "1918-11-11")] == ["1918-01-01", "1918-11-01", "1918-11-11"]
    assert [last_day(date) for date in ("1918", "1918-11", "1918-11-11")] == ["1918-12-31", "1918-11-30", "1918-11-11"]
    assert [last_day(date) for date in ("1960-02", "1900-02", "2000-02", "0999-12")] == [
        "1960-02-29",
        "1900-02-28",
        "2000-02-29",
        "0999-12-31",
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Spell(), Spell(), True),
        (Spell("1950-01-01"), Spell(None, "1950-01-01"), False),
        (Spell("1950-01-01"), Spell(None, "1950-01-02"), True),
        (Spell("1950-01-01", "1960-01-01"), Spell("1960-01-01"), False),
        (Spell("1950-01-01", "1960-01-01"), Spell("1955-01-01", "1956-01-01"), True),
        (Spell("1950-01", "1950-02"), Spell("1950-01-31"), True),
        (Spell("9998-12-31"), Spell(), True),
        (Spell(None, "0001-01-01"), Spell(), True),
    ],
)
def test_spells_that_meet(one: Spell, other: Spell, expected: bool) -> None:
    assert one.meets(other) is expected
    assert other.meets(one) is expected


@pytest.mark.parametrize(
    ("spell", "day", "expected"),
    [
        (Spell("1950-05-05", "1960-05-05"), "1950-05-04", False),
        (Spell("1950-05-05", "1960-05-05"), "1950-05-05", True),
        (Spell("1950-05-05", "1960-05-05"), "1960-05-04", True),
        (Spell("1950-05-05", "1960-05-05"), "1960-05-05", False),
        (Spell("1950-05", "1960-05"), "1950-04-30", False),
        (Spell("1950-05", "1960-05"), "1950-05-31", None),
        (Spell("1950-05", "1960-05"), "1950-06-01", True),
        (Spell("1950-05", "1960-05"), "1960-05-01", None),
        (Spell("1950-05", "1960-05"), "1960-06-01", False),
        (Spell("1950-05", "1950-05-10"), "1950-05-10", False),
        (Spell("1950-05", "1950-05-10"), "1950-05-09", None),
    ],
)
def test_days_of_a_spell(spell: Spell, day: str, expected: bool | None) -> None:
    assert spell.contains(day) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0001-01-01", True),
        ("0000-01-01", False),
        ("1960-00", False),
        ("1960-12", True),
        ("1960-13", False),
        ("1960-02-29", True),
        ("1961-02-29", False),
        ("1960-04-30", True),
        ("1960-04-31", False),
        ("1960-12-31", True),
        ("1960-12-00", False),
        ("1960-13-01", False),
    ],
)
def test_a_day_exists_or_not(text: str, expected: bool) -> None:
    assert is_day(text) is expected


def test_each_month_has_its_length() -> None:
    assert [month_length(1961, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [month_length(year, 2) for year in (1600, 1700, 1900, 1904, 2000, 2004, 2100)] == [29, 28, 28, 29, 29, 29, 28]


@pytest.mark.parametrize(
    ("day", "amount", "unit", "later"),
    [
        ("1960-02-28", 1, "day", "1960-02-29"),
        ("1960-02-28", 2, "days", "1960-03-01"),
        ("1960-11-30", 3, "months", "1961-02-28"),
        ("1960-01-31", 1, "month", "1960-02-29"),
        ("1960-12-15", 12, "months", "1961-12-15"),
        ("1960-01-15", 11, "months", "1960-12-15"),
        ("1960-05-05", 10, "years", "1970-05-05"),
        ("1960-05-05", 1, "year", "1961-05-05"),
        ("0001-01-01", 1, "year", "0002-01-01"),
    ],
)
def test_so_much_later(day: str, amount: int, unit: str, later: str) -> None:
    assert add(day, amount, unit) == later
