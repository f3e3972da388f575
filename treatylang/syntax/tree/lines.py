"""Lines below a clause or in a rider: what limits, ends or changes it."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.conditions import Expr
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.phrases import EveryTreaty, Ref
from treatylang.syntax.tree.words import Name, Number


@dataclass(frozen=True, slots=True)
class OnlyIf(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class Unless(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class LapsesWhen(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class LapsesAfter(Node):
    """`lapses 1 year after` a condition came true."""

    number: Number
    unit: Name
    condition: Expr


@dataclass(frozen=True, slots=True)
class ContinuesWhile(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class SubjectTo(Node):
    """`subject to REFERENCES`: they go before it."""

    refs: tuple[Ref | EveryTreaty, ...]


@dataclass(frozen=True, slots=True)
class Overrides(Node):
    """`overrides REFERENCES`: it goes before them."""

    refs: tuple[Ref | EveryTreaty, ...]


Tail = OnlyIf | Unless | LapsesWhen | LapsesAfter | ContinuesWhile | SubjectTo | Overrides


@dataclass(frozen=True, slots=True)
class AlsoWhen(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class InsteadBy(Node):
    strength: Name


@dataclass(frozen=True, slots=True)
class Jointly(Node):
    pass


@dataclass(frozen=True, slots=True)
class Severally(Node):
    pass


Change = Tail | AlsoWhen | InsteadBy | Jointly | Severally
