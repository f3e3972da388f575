"""`treaty vocabulary`: the words that treaties and events may use."""

from __future__ import annotations

import click

from treatylang.command.clicking import options
from treatylang.command.completing import sorts
from treatylang.command.completing import words as words_of
from treatylang.command.query_options import COLOUR, LIBRARY


@click.command()
@click.argument("sort", required=False, shell_complete=sorts)
@click.argument("word", required=False, shell_complete=words_of)
@options([LIBRARY, COLOUR])
def vocabulary(sort: str | None, word: str | None, library: str | None, colour: str) -> None:
    """The words that treaties and events may use.

    Without SORT, the sorts of words; with it, such as `kinds` or `facts`, all words of the sort with their meanings and presumptions;
    with WORD, its whole entry. A SORT that is none is looked for as a word. A word that only a treaty defines is listed with its treaty;
    of one that treaties define differently, each meaning is: treaty:word.
    """
    from treatylang.command.asking import library_of, no_such
    from treatylang.command.console import console
    from treatylang.diagnostics.suggest import did_you_mean
    from treatylang.events.report import choices, quote
    from treatylang.library.named import names_like
    from treatylang.rendering.layout import Line
    from treatylang.rendering.vocabulary_text import SORTS, sorts_text, word_text, words_text

    out = console(colour)
    dictionary = library_of(library).plan.dictionary
    words, homes = dictionary.every_word(), dictionary.homes()
    if sort is None:
        out.show(sorts_text(words))
        return
    if sort in SORTS and word is None:
        out.show(words_text(words, sort, out.width, homes))
        return
    wanted = sort if word is None else word
    if word is not None and sort not in SORTS:
        hint = did_you_mean(sort, SORTS) or f"one of {', '.join(SORTS)}"
        raise no_such(f"sort of words {quote(sort)}", hint)
    meant = dictionary.meanings(wanted) or (dictionary.named(wanted) or wanted,)
    meant = meant if wanted in meant else (*([wanted] if any(wanted in getattr(words, each) for each in SORTS) else []), *meant)
    found = [(place, each) for place in ([sort] if word is not None else SORTS) for each in meant if each in getattr(words, place)]
    if not found:
        known = [*getattr(words, sort)] if sort in SORTS else [*SORTS, *(each for place in SORTS for each in getattr(words, place))]
        near = names_like(wanted, dict.fromkeys(known, ""))
        hint = (
            f"did you mean {choices(near)}?"
            if near
            else f"words are listed by `treaty vocabulary{f' {sort}' if sort in SORTS else ''}`"
        )
        raise no_such(f"word {quote(wanted)} in the vocabulary", hint)
    lines: list[Line] = []
    for place, each in found:
        lines += [*([()] if lines else []), *word_text(words, place, each, out.width, homes)]
    out.show(lines)
