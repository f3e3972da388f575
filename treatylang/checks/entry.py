"""What every check is given: a treaty of the library, with the text it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TypeVar

from treatylang.model.report import Report
from treatylang.model.treaty import Rider, Treaty
from treatylang.model.vocabulary import Vocabulary
from treatylang.record import dataclass
from treatylang.syntax import tree as t
from treatylang.text.source import Span

_Node = TypeVar("_Node", bound=t.Node)


@dataclass(frozen=True, slots=True)
class Entry:
    """A bound treaty, its tree and the report of its document, and the names that its clauses use."""

    treaty: Treaty
    document: t.Treaty
    report: Report
    used: frozenset[str]

    def sections(self, sort: type[_Node]) -> Iterator[_Node]:
        """The sections of a sort, in the order of the text."""
        return (section for section in self.document.sections if isinstance(section, sort))

    def at(self, span: Span, sort: type[_Node]) -> _Node | None:
        """The first node of a sort inside a span."""
        return next((node for node in _inside(self.document, span) if isinstance(node, sort)), None)


def _inside(root: t.Node, span: Span) -> Iterator[t.Node]:
    """The nodes that lie in a span, in order; what does not touch it is not looked into."""
    stack = [root]
    while stack:
        node = stack.pop()
        if span.start <= node.span.start and node.span.end <= span.end:
            yield node
        stack.extend(reversed([*_touching(node, span)]))


def _touching(node: t.Node, span: Span) -> Iterator[t.Node]:
    """The nodes directly below that touch a span; in a list, which goes by place, they are looked up."""
    names: tuple[str, ...] = type(node).__match_args__
    for name in names:
        value = getattr(node, name)
        below = (value,) if isinstance(value, t.Node) else value if isinstance(value, tuple) else ()
        if below and isinstance(below[0], t.Node):
            at = bisect_right(below, span.start, key=lambda each: each.span.end)
            while at < len(below) and below[at].span.start < span.end:
                yield below[at]
                at += 1


Library = Mapping[str, Entry]


def place(span: Span) -> t.Node:
    """A node that is nothing but its place, for a message about something bound."""
    return t.Node(span=span)


def base(entry: Entry, library: Library) -> Treaty | None:
    """The treaty that lists the parties: itself, or the one whose parties it takes over.  None where that one is not there."""
    seen: set[str] = set()
    treaty = entry.treaty
    while True:
        name = treaty.members_of
        if name is None:
            return None if any(each.of for each in entry.sections(t.Parties)) and treaty is entry.treaty else treaty
        if name in seen or name not in library:
            return None
        seen.add(name)
        treaty = library[name].treaty


def parties(entry: Entry, library: Library) -> tuple[str, ...] | None:
    """Everyone who is party at some time, as listed; None where nobody is listed, so that nothing is known."""
    listed = base(entry, library)
    if listed is None:
        return None
    return tuple(dict.fromkeys(member.state for member in listed.members)) or None


def by_clause(treaty: Treaty) -> dict[str, list[Rider]]:
    """The riders of each clause that has any."""
    found: dict[str, list[Rider]] = {}
    for rider in treaty.riders:
        found.setdefault(rider.clause, []).append(rider)
    return found


def readers(code: str, words: Vocabulary) -> frozenset[str]:
    """The codes that a code in a text may mean: itself and the states that continue it, in turn."""
    found = {code}
    later = [state for state in words.states.values() if state.continues]
    grown = True
    while grown:
        new = {state.code for state in later if any(old in found for old, _ in state.continues)} - found
        found |= new
        grown = bool(new)
    return frozenset(found)
