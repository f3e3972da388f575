"""`treaty list`, `treaty show`, `treaty states`: what is in the library."""

from __future__ import annotations

import click

from treatylang.command.clicking import options
from treatylang.command.query_options import COLOUR, LIBRARY, Option

_ON = Option("--date", "-d", "value", "DAY", "As things stand on this day, YYYY-MM-DD; without it, at all times.")


@click.command(name="list")
@options([_ON, LIBRARY, COLOUR])
def list_(date: str | None, library: str | None, colour: str) -> None:
    """The treaties of the library: id, in force, parties, title."""
    from treatylang.command.asking import checked_day, library_of
    from treatylang.command.console import console
    from treatylang.rendering.treaty_text import treaty_list

    out = console(colour)
    out.show(treaty_list(library_of(library).plan, checked_day(date) if date else None))


@click.command()
@click.argument("treaty")
@options([_ON, LIBRARY, COLOUR])
def show(treaty: str, date: str | None, library: str | None, colour: str) -> None:
    """One treaty: its parties, areas and organs, and every clause with its riders and doubts."""
    from treatylang.command.asking import checked_day, library_of
    from treatylang.command.console import console
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError
    from treatylang.diagnostics.suggest import did_you_mean
    from treatylang.rendering.treaty_text import treaty_text

    out = console(colour)
    day = checked_day(date) if date else None
    books = library_of(library)
    if treaty not in books.plan.treaties:
        hint = did_you_mean(treaty, books.treaties) or "treaties are listed by `treaty list`"
        raise InputError((Diagnostic("TL0804", f"no treaty `{treaty}` in the library", None, hint),))
    out.show(treaty_text(books.plan.treaties[treaty], books.plan, day, out.width))


@click.command()
@click.argument("pattern", required=False)
@options([LIBRARY, COLOUR])
def states(pattern: str | None, library: str | None, colour: str) -> None:
    """States and other actors: code, name, when they stood, COW numbers.

    PATTERN is a part of a code or a name.
    """
    from treatylang.command.asking import library_of
    from treatylang.command.console import console
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError
    from treatylang.diagnostics.suggest import did_you_mean
    from treatylang.rendering.treaty_text import columns_text, dates

    out = console(colour)
    known = library_of(library).plan.vocabulary.states
    wanted = (pattern or "").casefold()
    found = [each for each in known.values() if wanted in each.code.casefold() or wanted in each.name.casefold()]
    if not found and pattern:
        hint = did_you_mean(pattern, [*known, *(each.name for each in known.values())])
        raise InputError((Diagnostic("TL0804", f"no state `{pattern}`", None, hint),))
    rows = [
        (each.code, each.name, ", ".join(dates(spell) for spell in each.spells), " ".join(map(str, each.cow)))
        for each in sorted(found, key=lambda each: each.code)
    ]
    out.show(columns_text(rows))
