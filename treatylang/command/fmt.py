"""`treaty fmt`: treaty files in canonical layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files as offered
from treatylang.command.query_options import Option

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONS = (
    Option("--check", None, "flag", "", "Change nothing; exit with 1 where a file would change."),
    Option("--diff", None, "flag", "", "Change nothing; print what would."),
)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=offered)
@options(_OPTIONS)
@click.pass_context
def fmt(ctx: click.Context, paths: tuple[str, ...], check: bool, diff: bool) -> None:
    """Put treaty files into canonical layout.

    PATH is a `.treaty` file or a folder of them; without one, the folder `treaties` of the current folder is formatted, as in a
    checkout, or else the `.treaty` files in the current folder itself. `-` formats standard input to standard output. The library
    that is installed with the program is never changed.

    The meaning and the comments never change: the result is read again and compared before it is written. A file is replaced in
    one step and keeps its permissions; one that is in order is not touched.
    """
    from treatylang.command.console import report, write
    from treatylang.command.exits import ANSWERED, INPUT_ERROR
    from treatylang.command.files import files_here, named_files
    from treatylang.diagnostics.diagnostic import InputError

    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("'-' stands alone: it writes to standard output.")
        ctx.exit(_standard_input(check, diff))
    changed: list[str] = []
    failed = False
    files = named_files(paths) if paths else files_here()
    if not files:
        raise click.UsageError("there are no treaty files here: name a PATH, or '-' for standard input.")
    for path in files:
        try:
            before, after = _formatted(path)
            if before == after:
                continue
            changed.append(str(path))
            if diff:
                write(_patch(before, after, str(path)))
            elif not check:
                _replace(path, after)
        except InputError as error:
            report(error.diagnostics)
            failed = True
    if not diff:
        would = "would be formatted" if check else "formatted"
        lines = [f"{would}: {name}" for name in changed] or ([] if failed else [f"{len(files)} in order"])
        write("".join(_safe(line) + "\n" for line in lines))
    ctx.exit(INPUT_ERROR if failed or (check and changed) else ANSWERED)


def _standard_input(check: bool, diff: bool) -> int:
    """From standard input to standard output."""
    from treatylang.command.asking import standard_input
    from treatylang.command.console import reason_of, write
    from treatylang.command.exits import ANSWERED, INPUT_ERROR
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError
    from treatylang.text.limits import LIMITS

    try:
        data = standard_input(LIMITS.treaty_bytes)
    except OSError as error:
        raise InputError((Diagnostic("TL0801", f"cannot read standard input: {reason_of(error)}", None, "name a PATH"),)) from error
    before, after = _format(data, "<standard input>")
    if diff:
        write(_patch(before, after, "<standard input>"))
    elif not check:
        write(after)
    return INPUT_ERROR if check and before != after else ANSWERED


def _formatted(path: Path) -> tuple[str, str]:
    from treatylang.library.files import bytes_of

    return _format(bytes_of(str(path)), str(path))


def _format(data: bytes, name: str) -> tuple[str, str]:
    """The text before and after.  Raises `InputError`."""
    from treatylang.diagnostics.diagnostic import InputError
    from treatylang.library.parsers import parser
    from treatylang.syntax.format import format_text
    from treatylang.text.limits import LIMITS
    from treatylang.text.screen import screen

    source, problems = screen(name, data, LIMITS.treaty_bytes, LIMITS.errors)
    if source is None:
        raise InputError(problems)
    text, problems = format_text(source, using=parser)
    if text is None:
        raise InputError(problems)
    return data.decode("utf-8"), text


def _replace(path: Path, text: str) -> None:
    """Write the file, unless it is the package manager's to change."""
    from treatylang.command.files import is_installed, write_whole
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError

    if is_installed(path):
        hint = "copy it to a folder of your own, and name that to `--library`"
        raise InputError((Diagnostic("TL0801", f"cannot write `{path}`: it belongs to the installed program", None, hint),))
    write_whole(path, text)


def _patch(before: str, after: str, name: str) -> str:
    """The difference, made safe to show."""
    from treatylang.syntax.format import unified_diff

    return "".join(_safe(line) + "\n" for line in unified_diff(before, after, name).splitlines())


def _safe(line: str) -> str:
    from treatylang.text.neutral import neutralise

    return neutralise(line)
