"""`treaty check`: every error and warning of treaty files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files as offered
from treatylang.command.query_options import Option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.pipeline import Compiled

_OPTIONS = (Option("--format", "-f", "value", "", "How the messages are written.", ("text", "json", "sarif"), "text"),)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=offered)
@options(_OPTIONS)
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], format: str) -> None:
    """Check treaty files: everything that is wrong with them, and what is doubtful.

    PATH is a `.treaty` file or a folder of them; without one, the library is checked. A file is read with the vocabulary, and may
    refer to every treaty of the library; where it has the id of one of these, it takes its place. Exits with 1 where there is an
    error; warnings alone are no error.
    """
    from treatylang.command.console import report, write
    from treatylang.command.exits import ANSWERED, INPUT_ERROR
    from treatylang.command.files import named_files
    from treatylang.diagnostics.diagnostic import InputError

    try:
        files = named_files(paths)
        found, treaties = _check(files)
    except InputError as error:
        files, found, treaties = [], error.diagnostics, 0
    errors = sum(each.severity == "error" for each in found)
    if format == "json":
        from treatylang.diagnostics.render_json import render_json

        write(render_json(found))
    elif format == "sarif":
        from treatylang.diagnostics.render_sarif import render_sarif
        from treatylang.version import __version__

        write(render_sarif(found, version=__version__))
    else:
        report(found)
        write(("\n" if found else "") + _summary(len(files), treaties, errors, len(found) - errors))
    ctx.exit(INPUT_ERROR if errors else ANSWERED)


def _check(files: list[Path]) -> tuple[tuple[Diagnostic, ...], int]:
    """The diagnostics of these files, read among those of the library, and the number of treaties in them."""
    from treatylang.diagnostics.diagnostic import InputError
    from treatylang.library.files import beside_library, bytes_of
    from treatylang.library.load import compile_texts

    own: dict[str, bytes] = {}
    unread: list[Diagnostic] = []
    for path in files:
        try:
            own[str(path)] = bytes_of(str(path))
        except InputError as error:
            unread += error.diagnostics
    if not own:
        return tuple(unread), 0
    compiled = compile_texts(beside_library(own, citing=True))
    found = unread + [each for each in compiled.diagnostics if each.place is None or each.place.source.name in own]
    found += _named_unlike(compiled, files)
    elsewhere = [each for each in compiled.diagnostics if each.severity == "error" and each not in found]
    if elsewhere and not any(each.severity == "error" for each in found):
        found += elsewhere  # what these files break in another one is theirs to mend
    return tuple(found), sum(bool(_id(compiled, str(path))) for path in files)


def _id(compiled: Compiled, name: str) -> str | None:
    """The id of the treaty in a file; None where there is none."""
    from treatylang.syntax import tree as t

    parsed = compiled.documents.get(name)
    document = parsed.document if parsed else None
    return document.id.text if isinstance(document, t.Treaty) else None


def _named_unlike(compiled: Compiled, files: Iterable[Path]) -> list[Diagnostic]:
    """TL0802: the treaty is found by the name of its file."""
    from treatylang.diagnostics.diagnostic import Diagnostic, Place
    from treatylang.syntax import tree as t

    found = []
    for path in files:
        parsed = compiled.documents.get(str(path))
        if parsed is None or not isinstance(parsed.document, t.Treaty):
            continue
        named = parsed.document.id
        if path.name != f"{named.text}.treaty":
            message = f"the file is named `{path.name}`, its treaty `{named.text}`"
            hint = f"rename the file to `{named.text}.treaty`, or mend the id"
            found.append(Diagnostic("TL0802", message, Place(parsed.source, named.span), hint))
    return found


def _summary(files: int, treaties: int, errors: int, warnings: int) -> str:
    checked = f"{files} {'file' if files == 1 else 'files'}, {treaties} {'treaty' if treaties == 1 else 'treaties'}"
    parts = [_counted(errors, "error"), _counted(warnings, "warning")]
    return f"{checked}: {' and '.join(part for part in parts if part) or 'no errors'}\n"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""
