"""`treaty new`: the skeleton of a treaty file, from options or from questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.query_options import Option

if TYPE_CHECKING:
    from pathlib import Path

    from treatylang.authoring.draft import Draft

_OPTIONS = (
    Option("--title", None, "value", "TEXT", "The title."),
    Option("--signed", None, "value", "DAY", "The day of signature, YYYY-MM-DD, or YYYY-MM where the day is not known."),
    Option("--in-force", None, "value", "DAY", "The day of entry into force, likewise."),
    Option("--party", "-p", "several", "CODE[@DAY]", "A party, and since when; without a day, since entry into force."),
    Option("--parties-of", None, "value", "ID", "In place of parties: whoever is a party to that treaty."),
    Option("--pledge", None, "flag", "", "A political text, which binds nobody in law."),
    Option("--articles", None, "value", "NUMBERS", "The numbers of its articles as they are cited, with commas between.", (), "1"),
    Option("--organ", None, "several", "NAME", "A body that it sets up, as `pact_council`."),
    Option("--area", None, "several", "NAME", "An area that it draws, as `treaty_area`."),
    Option("--output", "-o", "value", "FILE", "The file to write, ID.treaty, or its folder; without it, standard output."),
)
_NEEDED = {"id": "ID", "title": "--title", "in_force": "--in-force", "parties": "--party or --parties-of"}


@click.command()
@click.argument("id", required=False)
@options(_OPTIONS)
def new(
    id: str | None,
    title: str | None,
    signed: str | None,
    in_force: str | None,
    party: tuple[str, ...],
    parties_of: str | None,
    pledge: bool,
    articles: str,
    organ: tuple[str, ...],
    area: tuple[str, ...],
    output: str | None,
) -> None:
    """Begin a treaty file: a skeleton with remarks that say what to write where.

    ID is the id of the treaty, as `saadabad-1937`. A title, the day of entry into force, and parties are needed; on a terminal, what
    is not given is asked for. `treaty check` accepts the skeleton, and `treaty fmt` leaves it as it is: each of its articles says that
    it is not encoded yet. A file that exists is never overwritten.
    """
    from treatylang.authoring.draft import Draft, faults
    from treatylang.command.asking import BadArgument, library_of
    from treatylang.command.console import write
    from treatylang.command.files import write_whole

    if party and parties_of is not None:
        raise click.UsageError("--party and --parties-of exclude each other.")
    needed = {"id": id, "title": title, "in_force": in_force, "parties": party or parties_of}
    missing = frozenset(name for name, value in needed.items() if value is None or value == ())
    if missing and not _asks():
        named = ", ".join(words for name, words in _NEEDED.items() if name in missing)
        raise click.UsageError(f"missing: {named}. On a terminal they are asked for.")
    path = _target(id, output) if id is not None else None
    # What is missing has a value that can stand, so that only what was given is judged before it is asked for.
    draft = Draft(
        id="treaty-to-be" if id is None else id,
        title="A treaty" if title is None else title,
        in_force="1900-01-01" if in_force is None else in_force,
        signed=signed,
        pledge=pledge,
        parties=_parties(party),
        parties_of=parties_of,
        articles=_listed(articles) or ("1",),
        organs=organ,
        areas=area,
    )
    books = library_of(None)
    if wrong := faults(draft, books):
        raise BadArgument(wrong)
    if missing:
        from treatylang.command.new_questions import asked

        draft = asked(draft, missing, books, everything=len(missing) == len(needed))
        if id is None:
            path = _target(draft.id, output) if output is not None else _asked_target(draft.id)
    text = _text(draft)
    if path is None:
        write(text)
        return
    write_whole(path, text)
    write(f"written: {path}\n")


def _asks() -> bool:
    """Whether somebody is there to answer."""
    import sys

    return sys.stdin is not None and sys.stdin.isatty()


def _parties(given: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """`CODE@DAY` as code and day."""
    parts = [each.partition("@") for each in given]
    return tuple((code.strip(), since.strip() if mark else None) for code, mark, since in parts)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _asked_target(id: str) -> Path | None:
    """The file as somebody names it; asked again where it may not be written."""
    while True:
        try:
            return _target(id, click.prompt("File (-: show it here)", default=f"{id}.treaty", err=True))
        except click.UsageError as error:
            click.echo(f"Error: {error.message}", err=True)


def _target(id: str, output: str | None) -> Path | None:
    """The file to write, or None for standard output.  Raises `click.UsageError` where it may not be written."""
    import os
    from pathlib import Path

    from treatylang.command.files import is_installed

    if output is None or output == "-":
        return None
    name = f"{id}.treaty"
    path = Path(output, name) if os.path.isdir(output) else Path(output)
    if path.name != name:
        raise click.UsageError(f"the file of the treaty '{id}' is named '{name}', not '{path.name}': it is found by its name.")
    if os.path.lexists(path):
        raise click.UsageError(f"'{path}' exists, and is not overwritten: name another file, or move this one away.")
    if is_installed(path):
        raise click.UsageError("the library that is installed with the program is not changed: name a folder of your own.")
    return path


def _text(draft: Draft) -> str:
    """The skeleton in canonical layout, read once as `treaty check` will read it.  Raises `BadArgument`."""
    from treatylang.authoring.skeleton import skeleton
    from treatylang.command.asking import BadArgument
    from treatylang.library.files import beside_library
    from treatylang.library.load import compile_texts
    from treatylang.library.parsers import parser
    from treatylang.syntax.format import format_text
    from treatylang.text.limits import LIMITS
    from treatylang.text.screen import screen_text

    name = f"{draft.id}.treaty"
    source, refused = screen_text(name, skeleton(draft), LIMITS.treaty_bytes)
    if source is None:
        raise BadArgument(refused)
    text, refused = format_text(source, using=parser)
    if text is None:
        raise BadArgument(refused)
    compiled = compile_texts(beside_library({name: text.encode()}, citing=True))
    if compiled.errors:
        raise BadArgument(compiled.errors)
    return text
