"""Dates in the tree -> spells, checked."""

from __future__ import annotations

from treatylang.model.report import Report
from treatylang.model.time import ALWAYS, Spell, first_day, is_day, last_day
from treatylang.syntax import tree as t


def spell_of(dates: t.Dates | None, report: Report) -> Spell:
    """The spell of a `since`/`until` phrase; no phrase is always.  Impossible days and empty spells are errors."""
    if dates is None:
        return ALWAYS
    for day in (dates.since, dates.until):
        check_day(day, report)
    since, until = (day.text if day else None for day in (dates.since, dates.until))
    if since and until and since >= until and not (len(until) == 7 and since[:7] == until):
        report.add(
            "TL0502",
            dates,
            f"the spell from {since} until {until} holds no day",
            "`since` is the first day, `until` the first day after",
        )
    return Spell(since, until)


def notice_in(day: t.Day, spell: Spell, report: Report) -> None:
    """Report a notice on an impossible day, or outside the spell that it is to end."""
    check_day(day, report)
    early = spell.since is not None and last_day(day.text) < first_day(spell.since)
    late = spell.until is not None and first_day(day.text) > last_day(spell.until)
    if is_day(day.text) and (early or late):
        hint = "notice is given from the first day on which a party is bound to the last"
        report.add("TL0502", day, f"the notice of {day.text} was given on no day of the spell", hint)


def check_day(day: t.Day | None, report: Report) -> None:
    """Report a day or month that is in no calendar."""
    if day is not None and not is_day(day.text):
        report.add("TL0501", day, f"there is no day `{day.text}`", "days are `YYYY-MM-DD`, months `YYYY-MM`")
