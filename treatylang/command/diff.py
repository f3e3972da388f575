"""`treaty diff`: one treaty on two days, or two treaties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import treaties
from treatylang.command.query_options import COLOUR, LIBRARY, Option

if TYPE_CHECKING:
    from treatylang.library.load import Library

_OPTIONS = (Option("--format", "-f", "value", "", "How the difference is written.", ("text", "json"), "text"), LIBRARY, COLOUR)


@click.command("diff")
@click.argument("first", metavar="TREATY@DAY", shell_complete=treaties)
@click.argument("second", metavar="TREATY@DAY", shell_complete=treaties)
@options(_OPTIONS)
def diff(first: str, second: str, format: str, library: str | None, colour: str) -> None:
    """What is different between two days of a treaty, or between two treaties, in their own words.

    nato-1949@1949-08-24 nato-1949@1960-01-01 compares parties, areas, organs and clauses, article by article. Of two treaties the
    clauses are compared duty by duty. A clause in the same words under another article is told as renumbered. Exits with 0 whether or not there is a difference.
    """
    from treatylang.command.asking import library_of
    from treatylang.command.console import console, write
    from treatylang.plan.snapshot import by_article, by_duty, changes
    from treatylang.rendering.diff_text import diff_json, diff_text

    out = console(colour)
    books = library_of(library)
    (one, day), (other, then) = (_side(text, books) for text in (first, second))
    shape = by_article if one == other else by_duty
    before, after = shape(books.plan, one, day), shape(books.plan, other, then)
    found = changes(before, after)
    if format == "json":
        write(diff_json(before, after, found))
    else:
        out.show(diff_text(before, after, found, out.width))


def _side(text: str, library: Library) -> tuple[str, str]:
    """`nato-1949@1949-08-24` -> the treaty and the day.  Raises `BadArgument`."""
    from treatylang.command.asking import usage
    from treatylang.library.named import check_treaties, checked_day

    treaty, at, day = text.partition("@")
    if not at:
        raise click.UsageError(f"say of which day: {treaty}@YYYY-MM-DD.")
    usage(check_treaties, (treaty,), library)
    return treaty, usage(checked_day, day)
