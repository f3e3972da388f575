"""What follows `when`, `only if`, `unless` ...: acts, states of affairs, decisions, counts."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.norms import Deed, Refrain
from treatylang.syntax.tree.phrases import Act, Quantity, Ref, Role
from treatylang.syntax.tree.who import Entity, That
from treatylang.syntax.tree.words import Day, Name, Number


@dataclass(frozen=True, slots=True)
class And(Node):
    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    term: Expr


@dataclass(frozen=True, slots=True)
class AsOf(Node):
    day: Day


@dataclass(frozen=True, slots=True)
class JudgedBy(Node):
    judge: Entity


@dataclass(frozen=True, slots=True)
class Qualified(Node):
    """A condition with `as of` a day or `as judged by` someone, in the order written."""

    term: Expr
    qualifiers: tuple[AsOf | JudgedBy, ...]


@dataclass(frozen=True, slots=True)
class NoAct(Node):
    act: Act


@dataclass(frozen=True, slots=True)
class Quality(Node):
    """A fact, relation or class after `is`: `grave`, `at_war with the victim`, `threatening_independence`."""

    name: Name
    object: Entity | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Located(Node):
    """`in europe` after `is`."""

    roles: tuple[Role, ...]


Predicate = Entity | Quality | Located | Quantity


@dataclass(frozen=True, slots=True)
class MeasureOf(Node):
    """`defence_spending of a party`."""

    measure: Name
    of: Entity


@dataclass(frozen=True, slots=True)
class Is(Node):
    subject: Entity | MeasureOf
    negated: bool
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Count(Node):
    """`at least 2 great_powers that are not parties are at_war with the victim`."""

    number: Number
    of_class: Name
    that: That | None
    negated: bool
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Decides(Node):
    body: Entity
    decision: Name
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Owes(Node):
    """A duty as a condition: `GERREICH must defend AUTHUN under dual-alliance-1879`."""

    bearer: Entity
    modal: str
    deed: Deed | Refrain
    under: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TreatyInForce(Node):
    treaty: Name
    negated: bool


Expr = Act | And | Or | Not | Qualified | NoAct | Is | Count | Decides | Owes | TreatyInForce
