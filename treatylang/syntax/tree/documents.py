"""Whole files: a treaty or pledge, a vocabulary."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.articles import Article, Rider
from treatylang.syntax.tree.definitions import Definition
from treatylang.syntax.tree.lines import Tail
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.parties import Parties, Suspension
from treatylang.syntax.tree.words import Dates, Day, Name, Secret, Text


@dataclass(frozen=True, slots=True)
class Head(Node):
    signed: Day | None
    dates: Dates
    source: Text | None
    secret: Secret | None
    tails: tuple[Tail, ...]


Section = Parties | Suspension | Article | Rider | Definition


@dataclass(frozen=True, slots=True)
class Treaty(Node):
    """A treaty, which binds in law, or a `pledge`, which is political."""

    form: str  # "treaty", "pledge"
    id: Name
    title: Text
    head: Head
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class VocabularyDoc(Node):
    title: Text
    definitions: tuple[Definition, ...]


Document = Treaty | VocabularyDoc
