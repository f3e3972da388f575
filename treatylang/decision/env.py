"""Environments: what fills the slots of a clause while it is matched."""

from __future__ import annotations

from treatylang.events.situation import Act

Env = dict[str, str | Act | None]  # role words to codes (None: nobody known), act slots `#0` to acts; `@role`, `~role` are notes


def introduced(env: Env) -> frozenset[str]:
    """Whoever `when` has introduced; the addressee of a request, whom the text leaves unsaid, is not taken out of `every other`."""
    return frozenset(
        code for slot, code in env.items() if isinstance(code, str) and slot not in ("bearer", "each") and f"~{slot}" not in env
    )
