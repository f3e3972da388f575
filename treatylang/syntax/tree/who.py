"""Who is meant: states by code, role words, `a party`, `any of ...`."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.words import Code, Name


@dataclass(frozen=True, slots=True)
class State(Node):
    """A state or actor by its code."""

    code: Code


@dataclass(frozen=True, slots=True)
class The(Node):
    """`the victim`: refers to what was introduced, to an organ, to the bearer."""

    name: Name


@dataclass(frozen=True, slots=True)
class That(Node):
    """`that is not RUSEMP`, `that are not parties`, `that is a great_power` (`article`), `that is any of PAK, PHL`."""

    negated: bool
    states: tuple[Code, ...] = ()
    of_class: Name | None = None
    article: bool = False


@dataclass(frozen=True, slots=True)
class Some(Node):
    """`a party`, `another state`, `every other guarantor`, with what narrows it and the name it is given (`(the enemy)`)."""

    quantifier: str  # "a" (also "an"), "another", "every", "every other"
    name: Name
    of: Code | Name | The | None = None
    that: That | None = None
    called: Name | None = None


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """`any of BEL, NLD, LTU`."""

    states: tuple[Code, ...]
    called: Name | None = None


Entity = State | The | Some | AnyOf
