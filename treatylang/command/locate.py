"""`treaty locate`: what coordinates alone lie in, written into an event file before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files
from treatylang.command.query_options import LIBRARY, Option

if TYPE_CHECKING:
    from treatylang.library.load import Library
    from treatylang.locating.event import Completed
    from treatylang.locating.locate import Located

_OPTIONS = (
    Option("--date", "-d", "value", "DAY", "With --at: the day, or a month or year; without it, that of the map."),
    Option("--land", None, "flag", "", "With --at: the point is on land, so that the coast is not asked."),
    Option("--write", "-w", "flag", "", "Change the file itself, wholly or not at all."),
    Option("--format", "-f", "value", "", "The event, or as JSON what was found.", ("text", "json"), "text"),
    Option("--strict", None, "flag", "", "Exit with 4 where a place is not resolved."),
    LIBRARY,
)


@click.command("locate")
@click.argument("event", required=False, shell_complete=files)
@click.option("--at", nargs=2, type=click.STRING, metavar="LAT LON", help="One point, in decimal degrees, in place of an event.")
@options(_OPTIONS)
@click.pass_context
def locate(
    ctx: click.Context,
    event: str | None,
    at: tuple[str, str] | None,
    date: str | None,
    land: bool,
    write: bool,
    format: str,
    strict: bool,
    library: str | None,
) -> None:
    """Name the territory, state or sea of places that have coordinates alone.

    EVENT (`-`: standard input) is printed with a `territory`, `territory_of` or `sea` for each such place, and is not changed
    otherwise; what is added says in a comment where it comes from. So `treaty locate e.yaml | treaty query -` asks it. The boundaries
    are those of today, from Natural Earth at 1:110 million, which is coarse: nothing is resolved nearer than 25 km to a boundary or a
    coast, nor where title is in dispute and the table of territories has no row, and standard error says what it may be. `zone: land`
    in the event says that a place is on land. Needs the extra `geo`: python -m pip install 'treatylang[geo]'.
    """
    from treatylang.command.asking import library_of
    from treatylang.command.exits import ANSWERED, UNDETERMINED
    from treatylang.locating.world import MissingExtra

    if (event is None) == (at is None):
        raise click.UsageError("name an EVENT, or a point with --at LAT LON.")
    if at is None and (date is not None or land):
        raise click.UsageError("--date and --land go with --at: an event has its own days, and says `zone: land`.")
    if write and (at is not None or event == "-"):
        raise click.UsageError("--write changes a file: name one.")
    books = library_of(library)
    try:
        if at is not None:
            found = [_point(at, date, land, format, books)]
        else:
            assert event is not None
            found = _event(event, write, format, books)
    except MissingExtra as missing:
        raise click.UsageError(str(missing)) from missing
    ctx.exit(UNDETERMINED if strict and not all(each.resolved for each in found) else ANSWERED)


def _point(at: tuple[str, str], date: str | None, land: bool, format: str, books: Library) -> Located:
    from treatylang.command.console import report, write
    from treatylang.locating.locate import DAY_OF_THE_MAP, locate
    from treatylang.locating.told import doubtful, located_json, located_text, unresolved

    latitude, longitude = _degrees(at[0], "LAT", 90), _degrees(at[1], "LON", 180)
    found = locate(latitude, longitude, _moment(date) or DAY_OF_THE_MAP, books.plan.vocabulary, "land" if land else None)
    if format == "json":
        write(located_json([(None, found)]))
    else:
        write(located_text(found))
    if not found.resolved:
        report([unresolved(found, None)])
    elif found.doubts:
        report([doubtful(found, None)])
    return found


def _event(path: str, write_it: bool, format: str, books: Library) -> list[Located]:
    from treatylang.command.asking import event_bytes
    from treatylang.command.console import report, write
    from treatylang.locating.told import located_json

    data, name = event_bytes(path)
    done, before = _completed(data, name, books)
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    if write_it and done.text != before:
        _replace(path, mark + done.text)
    report(done.diagnostics)
    if format == "json":
        write(located_json(list(done.found)))
    elif write_it:
        count = sum(each.resolved for _, each in done.found)
        write(
            f"{count} of {len(done.found)} places resolved: {path}\n" if done.found else f"no place has coordinates alone: {path}\n"
        )
    else:
        _as_it_is(mark + done.text)
    return [each for _, each in done.found]


def _completed(data: bytes, name: str, books: Library) -> tuple[Completed, str]:
    """The event with its places, and its text before.  Raises `InputError`."""
    from treatylang.diagnostics.diagnostic import InputError
    from treatylang.events.read import read_tree
    from treatylang.library.events import read_for
    from treatylang.locating.event import completed
    from treatylang.text.limits import LIMITS
    from treatylang.text.screen import screen

    situation, found = read_for(books, data, name)
    source, _ = screen(name, data, LIMITS.event_bytes, LIMITS.errors)
    tree = read_tree(source)[0] if source is not None else None
    if situation is None or source is None or tree is None:
        raise InputError(found)
    return completed(source, tree, situation, books.plan.vocabulary), source.text


def _as_it_is(text: str) -> None:
    """To standard output as the file has it: UTF-8, with its own ends of lines, whatever the terminal has."""
    import io
    import sys

    from treatylang.command.console import write

    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        write(text, stream)
    finally:
        stream.detach()


def _replace(path: str, text: str) -> None:
    from pathlib import Path

    from treatylang.command.files import write_whole

    write_whole(Path(path), text)


def _degrees(text: str, name: str, most: int) -> float:
    from treatylang.text.shapes import is_number

    number = float(text) if is_number(text) else None
    if number is None or abs(number) > most:
        raise click.UsageError(f"--at: {name} is a number from -{most} to {most}, not '{text}'; south and west are negative.")
    return number


def _moment(text: str | None) -> str | None:
    from treatylang.model.time import first_day, is_day
    from treatylang.text.shapes import is_moment

    if text is not None and not (is_moment(text) and is_day(first_day(text))):
        raise click.UsageError(f"--date: there is no day '{text}'; write YYYY-MM-DD, or a month or a year of it.")
    return text
