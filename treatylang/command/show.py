"""`treaty list`, `treaty show`, `treaty states`: what is in the library."""

from __future__ import annotations

import click

from treatylang.command.clicking import options
from treatylang.command.completing import states as codes_of_states
from treatylang.command.completing import treaties
from treatylang.command.query_options import COLOUR, LIBRARY, Option

_ON = Option("--date", "-d", "value", "DAY", "As things stand on this day, YYYY-MM-DD; without it, at all times.")


@click.command(name="list")
@options([_ON, LIBRARY, COLOUR])
def list_(date: str | None, library: str | None, colour: str) -> None:
    """The treaties of the library: id, in force, parties, title."""
    from treatylang.command.asking import library_of, usage
    from treatylang.command.console import console
    from treatylang.library.named import checked_day
    from treatylang.rendering.treaty_text import treaty_list

    out = console(colour)
    day = usage(checked_day, date) if date is not None else None
    books = library_of(library)
    out.show(treaty_list(books.plan, day, books.treaties))


@click.command()
@click.argument("treaty", shell_complete=treaties)
@options([_ON, LIBRARY, COLOUR])
def show(treaty: str, date: str | None, library: str | None, colour: str) -> None:
    """One treaty: its parties, areas and organs, and every clause with its riders and doubts."""
    from treatylang.command.asking import library_of, usage
    from treatylang.command.console import console
    from treatylang.library.named import check_treaties, checked_day
    from treatylang.rendering.treaty_text import treaty_text

    out = console(colour)
    day = usage(checked_day, date) if date is not None else None
    books = library_of(library)
    usage(check_treaties, (treaty,), books)
    out.show(treaty_text(books.plan.treaties[treaty], books.plan, day, out.width))


@click.command()
@click.argument("pattern", required=False, shell_complete=codes_of_states)
@options([LIBRARY, COLOUR])
def states(pattern: str | None, library: str | None, colour: str) -> None:
    """States and other actors: code, name, when they stood, COW numbers.

    PATTERN is a part of a code or a name, or a COW number.
    """
    from treatylang.command.asking import library_of, no_such
    from treatylang.command.console import console
    from treatylang.diagnostics.suggest import did_you_mean
    from treatylang.rendering.treaty_text import columns_text, dates

    out = console(colour)
    known = library_of(library).plan.vocabulary.states
    wanted = (pattern or "").casefold()
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 8 else None
    found = [
        each
        for each in known.values()
        if wanted in each.code.casefold() or (number in each.cow if number is not None else wanted in each.name.casefold())
    ]
    if not found and pattern:
        near = did_you_mean(pattern, [*known, *(each.name for each in known.values())])
        raise no_such(f"state `{pattern}`", near or "`treaty states` lists all")
    rows = [
        (each.code, each.name, ", ".join(dates(spell) for spell in each.spells), " ".join(map(str, each.cow)))
        for each in sorted(found, key=lambda each: each.code)
    ]
    out.show(columns_text(rows))
