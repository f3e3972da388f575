"""`treaty test`: what events expect, held against the answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files
from treatylang.command.query_options import LIBRARY, TREATY, Option

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.library.load import Library
    from treatylang.testing.coverage import Coverage
    from treatylang.testing.run import Tested

_ENDINGS = (".yaml", ".yml", ".json")
_OPTIONS = (
    Option("--run", "-r", "value", "REGEX", "Only rows whose name this finds: event, treaty, article, duty, bearers."),
    TREATY,
    Option("--format", "-f", "value", "", "How the outcome is written.", ("text", "json", "junit"), "text"),
    Option("--json", None, "flag", "", "The same as --format json."),
    Option("--junit", None, "value", "FILE", "Also write the outcome into this file, in the XML of JUnit."),
    Option("--coverage", None, "flag", "", "Also which norms and lines of the treaties no test has made so, or not so."),
    Option("--all", None, "flag", "", "Also the rows that are met."),
    LIBRARY,
)


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=files)
@options(_OPTIONS)
@click.pass_context
def test(
    ctx: click.Context,
    paths: tuple[str, ...],
    run: str | None,
    treaty: tuple[str, ...],
    format: str,
    json: bool,
    junit: str | None,
    coverage: bool,
    all: bool,
    library: str | None,
) -> None:
    """Hold the answers against what events expect of them.

    PATH is an event file or a folder of them; without one, the events below the folders `events` and `treaties` of the folder that one
    stands in, and of that of --library. Every row of `expect` is a test, asked of the treaty that it names. A row whose treaty the
    library has not waits for it; one that says why it `differs` fails as soon as it is met.

    Exits with 1 where a row fails or an event cannot be read, with 2 where there is nothing to test.
    """
    from treatylang.command.asking import asked_treaties, library_of
    from treatylang.command.console import report, write
    from treatylang.command.exits import ANSWERED, INPUT_ERROR
    from treatylang.command.files import write_whole
    from treatylang.testing.coverage import Coverage
    from treatylang.testing.run import FAILURES
    from treatylang.testing.to_json import to_json
    from treatylang.testing.to_junit import to_junit
    from treatylang.testing.to_text import gaps_text, to_text

    chosen = _chosen(run)
    found = _event_files(paths, library)
    books = library_of(library)
    treaties = asked_treaties(treaty, books) or books.treaties
    seen = Coverage(books.plan) if coverage else None
    tested, problems = _tested(found, books, frozenset(treaties) if treaty else None, chosen, seen)
    report(problems)
    if not tested and any(each.severity == "error" for each in problems):
        ctx.exit(INPUT_ERROR)
    if not tested:
        raise click.UsageError("no row of `expect` is to be tested here: name an event file or a folder, or look at --run.")
    if junit is not None:
        write_whole(Path(junit), to_junit(tested))
    written = "json" if json else format
    if written == "junit":
        write(to_junit(tested))
    elif written == "json":
        write(to_json(tested, seen.gaps(treaties), seen.counts(treaties)) if seen is not None else to_json(tested))
    else:
        write(to_text(tested, everything=all))
        if seen is not None:
            write(gaps_text(seen.gaps(treaties), *seen.counts(treaties)))
    failed = any(each.severity == "error" for each in problems) or any(each.outcome in FAILURES for each in tested)
    ctx.exit(INPUT_ERROR if failed else ANSWERED)


def _chosen(pattern: str | None) -> Callable[[str], bool]:
    """Whether the name of a row is asked for."""
    import re

    try:
        wanted = re.compile(pattern or "")
    except re.error as error:
        raise click.UsageError(f"--run is no regular expression: {error}") from error
    return lambda name: wanted.search(name) is not None


def _event_files(paths: tuple[str, ...], library: str | None) -> list[str]:
    """The event files below these paths, each once, in their order."""
    folders = [each for each in ("events", "treaties", library) if each and os.path.isdir(each)]
    found: dict[str, None] = {}
    for path in paths or folders:
        if not os.path.isdir(path):
            found[path] = None
            continue
        for below, _, names in sorted(os.walk(path)):
            found |= dict.fromkeys(os.path.join(below, name) for name in sorted(names) if name.endswith(_ENDINGS))
    return list(found)


def _tested(
    paths: list[str], library: Library, treaties: frozenset[str] | None, wanted: Callable[[str], bool], coverage: Coverage | None
) -> tuple[list[Tested], list[Diagnostic]]:
    """Every row asked for of every event, and what is wrong with the events."""
    from treatylang.command.asking import event_from
    from treatylang.diagnostics.diagnostic import InputError
    from treatylang.testing.run import run_event

    tested: list[Tested] = []
    problems: list[Diagnostic] = []
    for path in paths:
        try:
            situation, warnings = event_from(path, library)
        except InputError as error:
            problems += error.diagnostics
            continue
        problems += [each for each in warnings if each.code != _NOT_IN_LIBRARY]
        rows = run_event(path, situation, library, wanted, coverage)
        tested += [each for each in rows if treaties is None or each.row.treaty in treaties]
    return tested, problems


_NOT_IN_LIBRARY = "TL0617"  # the row itself says that it waits
