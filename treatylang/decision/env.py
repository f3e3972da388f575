"""Environments: what fills the slots of a clause while it is matched."""

from __future__ import annotations

from treatylang.decision.formula import Formula
from treatylang.events.situation import Act
from treatylang.record import dataclass

Env = dict[str, str | Act | None]  # role words to codes (None: nobody known), act slots `#0` to acts; `@role`, `~role` are notes
Way = tuple[Env, Formula]
FILLING = "&"  # the slot of the act whose roles are being filled: those who did it are not met yet


@dataclass(frozen=True, slots=True)
class DeemedAct:
    """An act that a clause counts as of another kind, with the roles of that kind and on what it rests."""

    act: Act
    kind: str
    roles: tuple[tuple[str, str | None], ...]
    clause: str
    rests_on: Formula


def introduced(env: Env) -> frozenset[str]:
    """Whoever `when` has introduced; the addressee of a request, whom the text leaves unsaid, is not taken out of `every other`."""
    return frozenset(
        code for slot, code in env.items() if isinstance(code, str) and slot not in ("bearer", "each") and f"~{slot}" not in env
    )
