"""`treaty organ`: how a body decides, what it has decided in an event, and who can still carry or stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files
from treatylang.command.query_options import COLOUR, LIBRARY, TREATY, Option

if TYPE_CHECKING:
    from treatylang.events.situation import Situation
    from treatylang.library.load import Library

_OPTIONS = (
    TREATY,
    Option("--date", "-d", "value", "DAY", "The day asked about, YYYY-MM-DD; without it, the first of the event's `as_of`."),
    Option("--format", "-f", "value", "", "How the answer is written.", ("table", "json"), "table"),
    LIBRARY,
    COLOUR,
)


@click.command()
@click.argument("body")
@click.argument("event", shell_complete=files)
@options(_OPTIONS)
def organ(body: str, event: str, treaty: tuple[str, ...], date: str | None, format: str, library: str | None, colour: str) -> None:
    """How an organ decides, and what it has decided.

    BODY is an organ of a treaty, or a body of the vocabulary. The answer has its rule and its members on the day; each decision of the
    event, with its votes, how they were counted, and who alone or together can still carry or stop it; and the clauses that hang on what
    it decides.
    """
    from treatylang.command.asking import asked_treaties, event_from, library_of, usage
    from treatylang.command.console import console, report, write
    from treatylang.decision.organs import organ_in
    from treatylang.library.named import checked_day

    out = console(colour)
    day = usage(checked_day, date) if date is not None else None
    books = library_of(library)
    named = asked_treaties(treaty, books)
    situation, warnings = event_from(event, books)
    _check_body(body, situation, books)
    report(warnings)
    answer = organ_in(books.plan, situation, body, day or situation.as_of[0], named or situation.treaties or books.treaties)
    if format == "json":
        from treatylang.rendering.organ_json import organ_json

        write(organ_json(answer))
        return
    from treatylang.rendering.organ_text import organ_text

    out.show(organ_text(answer, out.width))


def _check_body(body: str, situation: Situation, library: Library) -> None:
    """Raises `BadArgument` where no treaty, not the vocabulary and not the event has the body."""
    from treatylang.command.asking import no_such
    from treatylang.events.report import choices, quote
    from treatylang.library.named import names_like

    known = {name: each.meaning for name, each in library.plan.vocabulary.bodies.items()} | dict.fromkeys(
        (*library.bodies, *(each.body for each in situation.decisions)), ""
    )
    if body not in known:
        near = names_like(body, known)
        hint = f"did you mean {choices(near)}?" if near else "bodies are listed by `treaty vocabulary bodies`"
        raise no_such(f"body {quote(body)}", hint)
