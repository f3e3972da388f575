"""A fixed set of diagnostics that the golden files are made of: one for each thing that a renderer must cope with."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic, Fix, Label, Place
from treatylang.text.source import Source, Span

TREATY = Source(
    "treaties/nato.treaty",
    'treaty nato-1949 "North Atlantic Treaty"\n'
    "  in force since 1949-08-24\n"
    "parties\n"
    "\tBEL CAN UKR1  since 1949-08-24\n"
    'class guarantor "条約の当事国" FRA since 1949-08-24\n'
    "class guarantor GBR since 1949-08-24\n"
    'article "5(1)"\n'
    "  when    armed_attack on a party\n",
)
LONG = Source("/srv/long line.treaty", "# " + "a" * 3000 + " here " + "b" * 3000 + "\n")
HOSTILE = Source("evil\x1b]0;title\x07.treaty", "class a\u202eb\x1b[2J \u0301x\n")


def at(source: Source, words: str, number: int = 1) -> Place:
    """The place of the n-th occurrence of some words."""
    start = -1
    for _ in range(number):
        start = source.text.index(words, start + 1)
    return Place(source, Span(start, start + len(words)))


def end(source: Source) -> Place:
    """The end of the text: a place of no width."""
    return Place(source, Span(len(source.text), len(source.text)))


DIAGNOSTICS = (
    Diagnostic(
        "TL0302",
        "unknown state `UKR1`",
        at(TREATY, "UKR1"),
        "did you mean `UKR`? states are listed by `treaty states`",
        citation="nato-1949, Article 5(1)",
        fix=Fix(at(TREATY, "UKR1"), "UKR"),
    ),
    Diagnostic(
        "TL0310",
        "`guarantor` is defined twice",
        at(TREATY, "guarantor", 2),
        "a name has one meaning: rename one of them",
        labels=(Label(at(TREATY, "条約の当事国"), "first here"),),
        notes=("local names hold for the whole treaty", "dates belong on the lines of one definition"),
    ),
    Diagnostic("TL0202", "the text ends too early", end(TREATY), "expected `then`"),
    Diagnostic(
        "TL0409", "`here` is used nowhere", at(LONG, "here"), labels=tuple(Label(at(LONG, "bbb", n), "b") for n in range(1, 6))
    ),
    Diagnostic("TL0301", "unknown word `a\u202eb\x1b[2J`", at(HOSTILE, "a\u202eb\x1b[2J"), "remove it\nor \x9b31m not"),
    Diagnostic("TL0201", "unexpected `{`: see [here](http://example.org)", Place(TREATY, Span(0, 60)), "remove `{`"),
    Diagnostic("TL0802", "the file is named unlike its id", None, "rename it", citation="nato-1949"),
    Diagnostic("TL0804", "no treaty `nato`"),
)
