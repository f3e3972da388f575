"""Tree -> text: the canonical layout of a file, and one line of text for any of its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from treatylang.syntax import tree as t
from treatylang.syntax.to_text import definitions as d
from treatylang.syntax.to_text import phrases as p
from treatylang.syntax.to_text.bits import Bits, quoted, word
from treatylang.syntax.to_text.comments import weave
from treatylang.syntax.to_text.layout import document_rows

__all__ = ["phrase", "print_document"]

_BITS: tuple[tuple[Any, Callable[[Any], Bits]], ...] = (
    (t.Name | t.Code | t.Day | t.Number, lambda node: [word(node)]),
    (t.Text, lambda node: [quoted(node)]),
    (t.Expr, p.expr),
    (t.Entity, p.entity),
    (t.Norm | t.Deeming, p.norm),
    (t.Deed | t.Refrain, p.deed),
    (t.Change, p.change),
    (t.Clause | t.Proviso, p.clause),
    (t.Ref | t.EveryTreaty, p.ref),
    (t.Role, p.role),
    (t.Filler, p.filler),
    (t.Predicate, p.predicate),
    (t.MeasureOf, p.subject),
    (t.That, p.that),
    (t.AsOf | t.JudgedBy, p.qualifier),
    (t.Dates, p.dates),
    (t.Secret, p.secret),
    (t.Member, d.member),
    (t.Suspension, d.suspension),
    (t.PlaceLine, lambda node: d.place(node) + p.dates(node.dates) + d.title(node.note)),
    (t.Bound, d.bound),
    (t.Vote, d.vote),
    (t.Part, d.part),
    (t.Given, d.given),
    (t.Line | t.Polygon | t.Extent, d.line),
)
_BITS_OF: dict[type, Callable[[Any], Bits]] = {}  # of the sorts that were once asked for


def phrase(node: t.Node) -> str:
    """One line of text: `armed_attack on territory of a party in treaty_area`.  For all that is smaller than a section."""
    sort = type(node)
    if sort not in _BITS_OF:
        _BITS_OF[sort] = _bits_of(sort)
    return " ".join([bit.text for bit in _BITS_OF[sort](node)])


def _bits_of(sort: type) -> Callable[[Any], Bits]:
    for sorts, bits in _BITS:
        if issubclass(sort, sorts):
            return bits
    raise TypeError(f"no phrase for {sort.__name__}")


def print_document(document: t.Document, comments: Sequence[t.Comment] = (), text: str | None = None) -> str:
    """The whole file in canonical layout.

    `comments` are put back by their place: both they and the tree must come from `text`, which is looked at for nothing but
    whether a comment had its line to itself.
    """
    return weave(document_rows(document), comments, text)
