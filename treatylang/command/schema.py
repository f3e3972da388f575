"""`treaty schema`: what programs that write events or read answers are checked against."""

from __future__ import annotations

import click

from treatylang.command.clicking import options
from treatylang.command.query_options import LIBRARY


@click.command()
@click.argument("what", type=click.Choice(["event", "decision", "organ"]))
@options([LIBRARY])
def schema(what: str, library: str | None) -> None:
    """The JSON Schema of event files, or of answers.

    `decision` is that of `treaty query`, `organ` that of `treaty organ`. The schema of events is made from the vocabulary and
    the words that treaties define, and knows them all.
    """
    import json

    from treatylang.command.console import write

    if what == "decision":
        from treatylang.rendering.decision_schema import decision_schema

        made = decision_schema()
    elif what == "organ":
        from treatylang.rendering.organ_schema import organ_schema

        made = organ_schema()
    else:
        from treatylang.command.asking import library_of
        from treatylang.events.schema import event_schema

        made = event_schema(library_of(library).plan.dictionary.as_written())
    write(json.dumps(made, indent=2) + "\n")
