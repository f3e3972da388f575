"""Caps on input, all in one place and all configurable: a copy of `Limits` with other numbers may be given to every reader."""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes of UTF-8, depths in levels, names in characters; `unknowns`: open facts of one duty decided by truth tables;
    `views`: accounts of one duty, in each reading, times its facts: beyond, a duty depends on all of them;
    `changes`: what one rider changes, each line in each clause; `acts` and `decisions`: of one
    event, each of which is held against every clause;
    `edges`: clauses that go before clauses of one treaty, each counted for each, since every pair is weighed;
    `days`: of `as_of`, for each of which the whole event is answered."""

    treaty_bytes: int = 256 * 1024
    event_bytes: int = 64 * 1024
    figures_bytes: int = 16 * 1024 * 1024
    nesting: int = 64
    event_depth: int = 32
    name: int = 64
    errors: int = 20
    unknowns: int = 20
    views: int = 10_000
    changes: int = 5_000
    edges: int = 100_000
    acts: int = 200
    decisions: int = 200
    days: int = 100


LIMITS = Limits()
