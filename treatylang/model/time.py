"""Plain calendar days and half-open spells of them.

A day is an ISO text `YYYY-MM-DD`, so that days compare as texts do.  A bound may be a month, `1918-11`: then the day inside that
month is not known, and whether the spell contains a day of that month is unknown (None).
"""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Spell:
    """`[since, until)`: `since` is inside, `until` is not.  None is open.  Bounds are `YYYY-MM-DD` or `YYYY-MM`."""

    since: str | None = None
    until: str | None = None

    def contains(self, day: str) -> bool | None:
        """Whether `day` lies in the spell; None where a bound known only by its month leaves it open."""
        begun = True if self.since is None else reached(self.since, day)
        ended = False if self.until is None else reached(self.until, day)
        if begun is False or ended is True:
            return False
        if begun is None or ended is None:
            return None
        return True

    def meets(self, other: Spell) -> bool:
        """Whether some day lies in both (bounds known only by their month count from the first of it)."""
        since = max(self.since or "0000", other.since or "0000")
        until = min(self.until or "9999", other.until or "9999")
        return since < until


ALWAYS = Spell()


def reached(bound: str, day: str) -> bool | None:
    """Whether `bound` has come on `day`; None inside a month of which the day is not known."""
    if len(bound) == 7 and day[:7] == bound:
        return None
    return bound <= day


def month_length(year: int, month: int) -> int:
    """Days in a month of the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def first_day(date: str) -> str:
    """The first day that a day, month or year may mean."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last of them."""
    if len(date) == 4:
        return f"{date}-12-31"
    return date if len(date) == 10 else f"{date}-{month_length(int(date[:4]), int(date[5:])):02d}"


def is_day(text: str) -> bool:
    """Whether a `YYYY-MM-DD` or `YYYY-MM` text names a day or month that exists."""
    parts = [int(part) for part in text.split("-")]
    if parts[0] < 1 or not 1 <= parts[1] <= 12:
        return False
    return len(parts) == 2 or 1 <= parts[2] <= month_length(parts[0], parts[1])


def add(day: str, amount: int, unit: str) -> str:
    """The day `amount` days, months or years after `day`.

    A month or year later is the day of the same number, or the last of the month where there is none: a year after 29 February
    is 28 February.
    """
    year, month, number = (int(part) for part in day.split("-"))
    if unit.rstrip("s") == "day":
        from datetime import date, timedelta

        return (date(year, month, number) + timedelta(days=amount)).isoformat()
    months = amount * (12 if unit.rstrip("s") == "year" else 1) + year * 12 + month - 1
    year, month = divmod(months, 12)
    month += 1
    return f"{year:04d}-{month:02d}-{min(number, month_length(year, month)):02d}"
