"""Collects diagnostics while a document is bound; each gets its place and its legal citation."""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.diagnostics.diagnostic import Diagnostic, Label, Place
from treatylang.diagnostics.registry import CODES
from treatylang.diagnostics.suggest import did_you_mean
from treatylang.syntax.tree import Document, Node, cite
from treatylang.text.limits import LIMITS
from treatylang.text.source import NOWHERE, Source


class Report:
    """The diagnostics of one document, in the order in which they were found: of errors and of warnings no more than `limit`."""

    def __init__(self, source: Source, document: Document, limit: int = LIMITS.errors) -> None:
        self.source = source
        self._document = document
        self._limit = limit
        self._counts: dict[str, int] = {}
        self._found: dict[Diagnostic, None] = {}

    def add(self, code: str, node: Node, message: str, hint: str | None = None, other: tuple[Node, str] | None = None) -> None:
        """A diagnostic at a node; `other` is a second place with a few words."""
        if self._full(code):
            return
        labels = (Label(Place(self.source, other[0].span), other[1]),) if other else ()
        citation = cite(self._document, node.span.start)
        made = Diagnostic(code, message, Place(self.source, node.span), hint, labels, citation=citation)
        if made not in self._found:
            self._counts[made.severity] = self._counts.get(made.severity, 0) + 1
            self._found[made] = None

    def unknown(self, code: str, node: Node, sort: str, word: str, known: Iterable[str], listed: str | None = None) -> None:
        """An unknown name of a sort, with the nearest that exists and where the known ones are listed."""
        if self._full(code):  # looking for near names takes time
            return
        hint = " ".join(part for part in (did_you_mean(word, known), listed) if part)
        self.add(code, node, f"unknown {sort} `{word}`", hint or None)

    @property
    def full(self) -> bool:
        """Whether there are as many errors as are told: looking for more is in vain."""
        return self._counts.get("error", 0) >= self._limit

    def _full(self, code: str) -> bool:
        return self._counts.get(CODES[code].severity, 0) >= self._limit

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them, by place."""
        return tuple(sorted(self._found, key=lambda each: each.place.span if each.place else NOWHERE))
