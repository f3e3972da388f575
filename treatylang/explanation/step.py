"""An explanation: the tree of reasons of one duty, in the treaty's words."""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One line of reasons.

    `role`: in force, party, when, only if, unless, lapses, displaced, act, deemed, duty, or nothing; `value` True, False or None
    (unknown); `basis` of a fact: stated, presumed, listed, table, map, follows, unknown, claimed, reading; `why` its ground.
    """

    words: str
    value: bool | None
    role: str = ""
    basis: str = ""
    why: str | None = None
    steps: tuple[Step, ...] = ()
