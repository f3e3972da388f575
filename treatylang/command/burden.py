"""`treaty burden`: who reaches which level that a treaty or a pledge sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import treaties
from treatylang.command.query_options import BEARER, COLOUR, LIBRARY, Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.burden.read import Reading
    from treatylang.library.load import Library

_OPTIONS = (
    Option("--indicators", "-i", "several", "FILE", "Figures of states: CSV, or a download of the World Bank or SIPRI; `-`: standard input."),
    Option("--year", "-y", "value", "YEAR", "The year asked about; without it, the last of which there are figures."),
    Option("--from", None, "value", "YEAR", "From this year on."),
    Option("--to", None, "value", "YEAR", "To this year, and with it."),
    BEARER,
    Option("--format", "-f", "value", "", "How the answer is written.", ("text", "json", "csv"), "text"),
    LIBRARY,
    COLOUR,
)  # fmt: skip


@click.command("burden")
@click.argument("treaty", shell_complete=treaties)
@options(_OPTIONS)
def burden(
    treaty: str,
    indicators: tuple[str, ...],
    year: str | None,
    since: str | None,
    until: str | None,
    bearer: tuple[str, ...],
    format: str,
    library: str | None,
    colour: str,
) -> None:
    """Who reaches the levels that a treaty sets, or that its parties have pledged, by how much, and whereto it tends.

    A file of figures has the columns state, year, indicator, value and source, and may have one of units; an indicator is a measure of
    the vocabulary (defence_spending) or its share (defence_spending % of gdp). A figure that is not there is missing, not nothing.
    The parties are those of the last day of a year. The trend is the straight line of least squares: arithmetic, not a forecast.
    """
    from treatylang.burden.levels import levels_of, standings, with_pledges
    from treatylang.burden.read import gathered
    from treatylang.command.asking import library_of, usage
    from treatylang.command.console import console, report, write
    from treatylang.command.exits import INPUT_ERROR
    from treatylang.library.named import check_bearers, check_treaties
    from treatylang.rendering.burden_text import burden_csv, burden_json, burden_text

    out = console(colour)
    if not indicators:
        raise click.UsageError("say where the figures are: --indicators FILE.")
    asked = _numbers(year, since, until)
    books = library_of(library)
    usage(check_treaties, (treaty,), books)
    usage(check_bearers, bearer, (), books)
    names = with_pledges(books.plan, (treaty,))
    if not levels_of(books.plan, names):
        _no_level(treaty, books)
    readings = [_read(path, books) for path in indicators]
    figures, contradictions = gathered(readings)
    problems = [each for reading in readings for each in reading.problems] or list(contradictions)
    if problems:
        report(problems)
        raise click.exceptions.Exit(INPUT_ERROR)
    rows = standings(books.plan, names, figures, _years(*asked, figures.years), bearer)
    passed_over = list(dict.fromkeys(name for reading in readings for name in reading.passed_over))
    if format == "json":
        write(burden_json(rows, passed_over))
    elif format == "csv":
        write(burden_csv(rows))
    elif rows:
        out.show(burden_text(rows, out.width))
        if passed_over:
            write(f"\nRows of no state that the vocabulary knows were passed over: {', '.join(passed_over)}.\n")
    else:
        write("Nobody is asked for a level in these years.\n")


def _numbers(year: str | None, since: str | None, until: str | None) -> tuple[int | None, int | None, int | None]:
    """The years that were named, as numbers."""
    if year is not None and (since is not None or until is not None):
        raise click.UsageError("--year asks about one year, --from and --to about several: give one or the other.")
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--to {until} lies before --from {since}.")
    return _number("--year", year), _number("--from", since), _number("--to", until)


def _number(name: str, text: str | None) -> int | None:
    from treatylang.burden.numbers import year_of

    number = year_of(text) if text is not None else None
    if text is not None and number is None:
        raise click.UsageError(f"{name}: there is no year '{text}'; write four digits, as 2024.")
    return number


def _years(year: int | None, since: int | None, until: int | None, known: Sequence[int]) -> Sequence[int]:
    """The years to be told of: one that is named is told of even where nothing is known of it; without any, the last known."""
    if year is not None:
        return (year,)
    if since is None and until is None:
        return known[-1:]
    return [each for each in known if (since is None or each >= since) and (until is None or each <= until)]


def _read(path: str, books: Library) -> Reading:
    from treatylang.burden.read import read_figures
    from treatylang.burden.sheet import MissingExtra
    from treatylang.command.asking import figures_bytes

    data, name = figures_bytes(path)
    try:
        return read_figures(name, data, books.plan)
    except MissingExtra as missing:
        raise click.UsageError(str(missing)) from missing


def _no_level(treaty: str, books: Library) -> None:
    from treatylang.burden.levels import levels_of
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError

    those = list(dict.fromkeys(level.treaty for level in levels_of(books.plan, sorted(books.plan.treaties))))
    hint = f"levels are set by {', '.join(those)}" if those else "no treaty of this library sets one"
    raise InputError((Diagnostic("TL0804", f"{treaty} sets no level, nor does a pledge of its parties", None, hint),))
