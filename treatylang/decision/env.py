"""Environments: what fills the slots of a clause while it is matched."""

from __future__ import annotations

from treatylang.decision.formula import Formula
from treatylang.events.situation import Act
from treatylang.model.who import Choice, Slot, Who
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An act that the event does not list, or one who has a part in an act and whom it does not name.

    `of` is of what that is asked: the act's id, or the kind of the act that is not listed and who has a part in it.  `who` is whom the
    text lets him be.
    """

    of: tuple[str, ...]
    who: Who | None = None


Env = dict[str, str | Act | Unnamed | None]  # role words to codes, act slots `#0` to acts; `@role`, `~role` are notes
Way = tuple[Env, Formula]
SOMEBODY = "somebody"  # of whom nothing is said, in a question
FILLING = "&"  # the slot of the act whose roles are being filled: those who did it are not met yet


@dataclass(frozen=True, slots=True)
class DeemedAct:
    """An act that a clause counts as of another kind, with the roles of that kind and on what it rests."""

    act: Act
    kind: str
    roles: tuple[tuple[str, str | None], ...]
    clause: str
    rests_on: Formula


def described(who: Who | None, env: Env) -> str:
    """One who is not named, in words that tell him from others: `the attacker of strike`, `the asker of request (FRA)`."""
    found = env.get(who.slot) if isinstance(who, Slot | Choice) and who.slot is not None else None
    words = who.words if who is not None else SOMEBODY
    if not isinstance(found, Unnamed):
        return words
    of, *between = found.of
    return f"{words} of {of} ({', '.join(between)})" if between else f"{words} of {of}"


def acts_of(env: Env) -> list[Act]:
    """The acts that are matched so far, in the order of their slots."""
    return [each for each in env.values() if isinstance(each, Act)]


def introduced(env: Env) -> frozenset[str]:
    """Whoever `when` has introduced; the addressee of a request, whom the text leaves unsaid, is not taken out of `every other`."""
    return frozenset(
        code for slot, code in env.items() if isinstance(code, str) and slot not in ("bearer", "each") and f"~{slot}" not in env
    )
