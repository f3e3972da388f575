"""`treaty calendar`: what begins, changes and ends, day by day."""

from __future__ import annotations

import click

from treatylang.command.clicking import options
from treatylang.command.query_options import COLOUR, LIBRARY, TREATY, Option

_OPTIONS = (
    Option("--from", None, "value", "DAY", "From this day on, YYYY-MM-DD."),
    Option("--to", None, "value", "DAY", "To this day, and with it."),
    TREATY,
    Option("--format", "-f", "value", "", "How the calendar is written.", ("text", "json", "csv"), "text"),
    LIBRARY,
    COLOUR,
)


@click.command("calendar")
@options(_OPTIONS)
def calendar(since: str | None, until: str | None, treaty: tuple[str, ...], format: str, library: str | None, colour: str) -> None:
    """What begins, changes and ends: entries into force, accessions, notices and withdrawals, terms, new versions, readings, deadlines.

    What the texts date is there; a day known by its month stands as the month. Where one may leave at the end of a term only, the ends
    and the last days of notice are counted by that clause, which is cited: to the end of the treaty, or to the day of --to; where there
    is neither, the first alone.
    """
    from treatylang.command.asking import asked_treaties, library_of, usage
    from treatylang.command.console import console, write
    from treatylang.library.named import checked_day
    from treatylang.plan.calendar import calendar as entries_of
    from treatylang.rendering.calendar_text import calendar_csv, calendar_json, calendar_text

    out = console(colour)
    since, until = (usage(checked_day, day) if day is not None else None for day in (since, until))
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--to {until} lies before --from {since}.")
    books = library_of(library)
    entries = entries_of(books.plan, asked_treaties(treaty, books) or books.treaties, since, until)
    if format == "json":
        write(calendar_json(entries))
    elif format == "csv":
        write(calendar_csv(entries))
    elif entries:
        out.show(calendar_text(entries))
    else:
        write("Nothing is dated in these days.\n")
