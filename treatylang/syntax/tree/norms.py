"""What follows `then`: who must, should or may do what."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.syntax.tree.nodes import Node
from treatylang.syntax.tree.phrases import Act, Quantity, Role, Targets
from treatylang.syntax.tree.who import Entity
from treatylang.syntax.tree.words import Dates, Name


@dataclass(frozen=True, slots=True)
class Deed(Node):
    """A duty's verb and what follows it."""

    verb: Name
    object: Entity | Targets | None
    quantity: Quantity | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Refrain(Node):
    """`refrain from ACT`."""

    act: Act


@dataclass(frozen=True, slots=True)
class Norm(Node):
    """`BEARER must|should|may [jointly] DEED [dates]`."""

    bearers: tuple[Entity, ...]
    modal: str
    jointly: bool
    deed: Deed | Refrain
    dates: Dates | None


@dataclass(frozen=True, slots=True)
class Deeming(Node):
    """`it counts as ACT`."""

    act: Act
