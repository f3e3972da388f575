"""One possible duty of one bearer, with the formula on which it rests: what matching a clause makes, and a verdict is asked of."""

from __future__ import annotations

from treatylang.decision.formula import Formula, both
from treatylang.model.treaty import Duty, Prohibition
from treatylang.plan.plan import ClausePlan, TreatyPlan
from treatylang.record import dataclass, replace


@dataclass(frozen=True, slots=True)
class RowWay:
    """One way in which a row comes about: on what it rests, the acts that start it (of a prohibition: that break it), against whom."""

    rests_on: Formula
    acts: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One possible duty: a norm, its bearer, and to whom it is owed (None: to all other parties).

    `applies` is the rule with all its lines; `violated`, of a prohibition, that an act of the situation breaks it.  `readings` change
    how it is kept; `claimed` and `agreed` are the readings that bear on its clause at all.  `acts` and `against` are those of all `ways`
    that three-valued logic leaves open.
    """

    treaty: TreatyPlan
    clause: ClausePlan
    norm: Duty | Prohibition
    bearer: str
    owed_to: str | None
    applies: Formula
    violated: Formula | None = None
    acts: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    strength: str | None = None
    jointly: bool = False
    matched: bool = True
    readings: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    ways: tuple[RowWay, ...] = ()


@dataclass(frozen=True, slots=True)
class Fiction:
    """The flag `attack on all`: a clause counts an act as one on every party."""

    treaty: str
    clause: str
    words: str
    act: str
    rests_on: Formula


def under(row: Row, terms: list[Formula]) -> Row:
    """The row under further conditions."""
    ways = tuple(replace(way, rests_on=both(way.rests_on, *terms)) for way in row.ways)
    return replace(row, applies=both(row.applies, *terms), ways=ways)
