"""What a shell offers after a word: looked up only when a shell asks, so that no other start pays for it.

A shell that completes must never be told of an error: where the library cannot be read, nothing is offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click

    from treatylang.library.load import Library

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def files(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, which the shell itself knows."""
    return [CompletionItem(begun, type="file")]


def treaties(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Ids of treaties with their titles."""
    books = _library(ctx)
    words = [(name, books.plan.treaties[name].title) for name in books.treaties] if books else []
    several = [("all", "every treaty")] if param.name == "treaty" and getattr(param, "multiple", False) else []
    return _begun([*words, *several], begun)


def states(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Codes of states and other actors with their names."""
    books = _library(ctx)
    known = books.plan.vocabulary.states if books else {}
    return _begun(((code, known[code].name) for code in sorted(known)), begun.upper())


def sorts(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Sorts of the words of the vocabulary."""
    from treatylang.rendering.vocabulary_text import SORTS

    return _begun(SORTS.items(), begun)


def words(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Words of the sort that is given before."""
    from treatylang.rendering.vocabulary_text import SORTS

    books, sort = _library(ctx), ctx.params.get("sort")
    found = (*getattr(books.plan.vocabulary, sort), *books.plan.dictionary.names(sort)) if books and sort in SORTS else ()
    return _begun(((word, "") for word in sorted(found)), begun)


def codes(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Codes of messages with their titles."""
    from treatylang.diagnostics.registry import CODES

    return _begun(((code, kind.title) for code, kind in CODES.items()), begun.upper())


# What is offered for the value of an option, by its field.
BY_FIELD: dict[str, Complete] = {"treaty": treaties, "bearer": states, "library": files}


def _library(ctx: click.Context) -> Library | None:
    """The library that the command names, or that of the program."""
    from treatylang.diagnostics.diagnostic import InputError
    from treatylang.library.load import load_library

    try:
        return load_library(ctx.params.get("library"))
    except (InputError, OSError):
        return None


def _begun(known: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    return [CompletionItem(word, help=about or None) for word, about in known if word.startswith(begun)]
