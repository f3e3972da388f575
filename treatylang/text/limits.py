"""Caps on input, all in one place and all configurable: a copy of `Limits` with other numbers may be given to every reader."""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes of UTF-8, depths in levels, names in characters; `unknowns`: open facts of one duty decided by truth tables;
    `worlds`: of all its accounts together, each of which has two to the power of the unknowns;
    `views`: accounts of one duty, in each reading, times its facts: beyond, a duty depends on all of them;
    `changes`: what one rider changes, each line in each clause; `acts` and `decisions`: of one
    event, each of which is held against every clause; `pairs`: of one that acts and one acted on, in all its acts;
    `doubts`: dates of one treaty that are marked, each of which is held against every spell and every duty;
    `edges`: clauses that go before clauses of one treaty, each counted for each, since every pair is weighed;
    `days`: of `as_of`, for each of which the whole event is answered.

    Of an answer, beyond which it is refused (none of those beside the library comes near, be it of all treaties at once): `ways_of_one`
    in which one condition may hold, each a formula of its own; `ways` in which all conditions may; `formulas` that may hold,
    `failed`, those that do not, and `duties`; `conflicts`: pairs of duties that are weighed; `orders` in which days that the event
    leaves open may lie, for one clause, and `ordered`: acts and decisions in all of these.  `kept`: times as many ways, where those
    that fail are asked for too."""

    treaty_bytes: int = 256 * 1024
    event_bytes: int = 64 * 1024
    figures_bytes: int = 16 * 1024 * 1024
    nesting: int = 64
    event_depth: int = 32
    name: int = 64
    errors: int = 20
    unknowns: int = 20
    worlds: int = 4 << 20
    views: int = 4_000
    changes: int = 5_000
    doubts: int = 300
    edges: int = 100_000
    acts: int = 40
    decisions: int = 200
    pairs: int = 20_000
    days: int = 100
    ways_of_one: int = 5_000
    ways: int = 10_000
    formulas: int = 40_000
    failed: int = 50_000
    duties: int = 20_000
    conflicts: int = 5_000
    orders: int = 1_000
    ordered: int = 40_000
    kept: int = 5

    def decides(self, unknowns: int, accounts: int = 1) -> bool:
        """Whether so many open facts of one duty, in so many accounts, are decided by truth tables."""
        return unknowns <= self.unknowns and accounts << unknowns <= max(self.worlds, 1 << self.unknowns)


LIMITS = Limits()
