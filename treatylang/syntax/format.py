"""The formatter: a file in canonical layout, and never with another meaning."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence

from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import Parsed, parse
from treatylang.syntax.grammar import Parser, parser
from treatylang.syntax.to_text import print_document
from treatylang.text.collection import no_collection
from treatylang.text.limits import LIMITS, Limits
from treatylang.text.source import Source, Span


def format_text(
    source: Source | str, name: str = "<text>", limits: Limits = LIMITS, using: Callable[[], Parser] = parser
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The formatted text, or None and why there is none.

    What was printed is read again: if it does not say the same, or a comment is missing, the diagnostic is TL0803 and there is
    no text.
    """
    if isinstance(source, str):
        source = Source(name, source)
    with no_collection():
        parsed = parse(source, limits, using)
        if parsed.document is None:
            return None, parsed.diagnostics
        printed = print_document(parsed.document, parsed.comments, source.text)
        again = parse(Source(source.name, printed), limits, using)
        if problem := _changed(parsed, again):
            return None, (problem,)
        return printed, ()


def _changed(before: Parsed, after: Parsed) -> Diagnostic | None:
    """TL0803 if the two texts do not say the same with the same comments."""
    hint = "the file is left as it is; please report this"
    if before.document != after.document:
        place = Place(before.source, _first_difference(before.document, after.document))
        return Diagnostic("TL0803", "formatting would change what this text says", place, hint)
    old, new = _texts(before), _texts(after)
    if old != new:
        lost = next((at for at, both in enumerate(zip(old, new, strict=False)) if both[0] != both[1]), min(len(old), len(new)))
        span = before.comments[lost].span if lost < len(before.comments) else Span(0, 0)
        return Diagnostic("TL0803", "formatting would change the comments", Place(before.source, span), hint)
    return None


def _texts(parsed: Parsed) -> list[str]:
    return [comment.text.rstrip() for comment in parsed.comments]


def _first_difference(before: t.Document | None, after: t.Document | None) -> Span:
    """The smallest part of the tree before that is not the same after."""
    place = Span(0, 0)
    one: t.Node | None = before
    other: t.Node | None = after
    while one is not None:
        place = one.span
        if other is None or type(one) is not type(other):
            break
        below = list(t.children(one)), list(t.children(other))
        if len(below[0]) != len(below[1]):
            break
        one, other = next(((x, y) for x, y in zip(*below, strict=True) if x != y), (None, None))
    return place


def unified_diff(before: str, after: str, name: str) -> str:
    """What formatting would change, as a patch; empty where nothing would."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"{name} (as written)", f"{name} (formatted)")
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> Sequence[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
