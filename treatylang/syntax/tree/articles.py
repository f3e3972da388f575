"""Articles with their clauses and provisos; reservations and readings."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.conditions import Expr
from treatylang.syntax.tree.lines import Change, Tail
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.norms import Deeming, Norm
from treatylang.syntax.tree.phrases import Ref
from treatylang.syntax.tree.who import Entity
from treatylang.syntax.tree.words import Dates, Name, Secret, Text


@dataclass(frozen=True, slots=True)
class Clause(Node):
    """A rule with its exceptions below it; `when` None: always on."""

    label: Name | None
    doubt: Text | None
    when: Expr | None
    norms: tuple[Norm | Deeming, ...]
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Proviso(Node):
    """A clause that changes others, for all bearers or a class of them."""

    label: Name | None
    doubt: Text | None
    refs: tuple[Ref, ...]
    bearers: Entity | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Article(Node):
    number: Text
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    doubt: Text | None
    summary: Text | None
    clauses: tuple[Clause | Proviso, ...]


@dataclass(frozen=True, slots=True)
class Reservation(Node):
    refs: tuple[Ref, ...]
    authors: tuple[Entity, ...]
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Reading(Node):
    """`authors` empty: nobody is named."""

    refs: tuple[Ref, ...]
    authors: tuple[Entity, ...]
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    changes: tuple[Change, ...]


Rider = Reservation | Reading
