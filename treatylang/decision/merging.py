"""The ways in which a clause starts -> its rows: what is of one norm, bearer and beneficiary becomes one."""

from __future__ import annotations

from treatylang.decision import lines
from treatylang.decision.formula import FALSE, Formula, both, either, value
from treatylang.decision.matching import Matcher
from treatylang.decision.row import Row, RowWay
from treatylang.model.treaty import Deems, Duty, Norm, Prohibition
from treatylang.plan.plan import ClausePlan, Guard
from treatylang.record import dataclass, field

# The number of the first norm with its duty, bearer, beneficiary, whether anything started it.
Key = tuple[int, str, str | None, bool]


@dataclass(slots=True)
class Merged:
    """What is found of one norm, bearer and beneficiary, over the ways in which the clause starts; it becomes one row."""

    norm: Duty | Prohibition
    bearer: str
    owed_to: str | None
    strength: str | None
    jointly: bool
    matched: bool
    readings: tuple[str, ...]
    applies: list[Formula] = field(default_factory=list)
    violated: list[Formula] = field(default_factory=list)  # of a prohibition: by each of the above
    ways: list[RowWay] = field(default_factory=list)
    days: dict[str, None] = field(default_factory=dict)  # of the acts that start it


def new_entry(matcher: Matcher, clause: ClausePlan, norm: Duty | Prohibition, key: Key, strength: str | None, day: str) -> Merged:
    """A row to be, of which no way has been found yet."""
    _, bearer, owed_to, matched = key
    jointly = lines.jointly(matcher, clause, norm.jointly, bearer, day)
    return Merged(norm, bearer, owed_to, strength, jointly, matched, lines.readings(matcher, clause, bearer, day))


def alike_norms(norms: tuple[Norm, ...]) -> list[int]:
    """Of each norm the number of the first that asks the same: `every other party must consult, ESP must consult` is one duty of ESP."""
    asks = [
        (norm.modal, norm.duty if isinstance(norm, Duty) else norm.act.kind) if not isinstance(norm, Deems) else None
        for norm in norms
    ]
    return [asks.index(each) for each in asks]


def add_ways(entry: Merged, applies: Formula, ways: list[RowWay], day: str) -> None:
    """One more way in which the clause starts, on a day."""
    entry.applies.append(applies)
    entry.days[day] = None
    entry.ways += [way for way in ways if value(way.rests_on) is not False]


def finish(matcher: Matcher, clause: ClausePlan, entry: Merged, read: tuple[Guard, ...]) -> Row:
    """The row; `read` are the readings of its clause."""
    live = [each for each in entry.applies if value(each) is not False] or entry.applies
    applies = live[0] if len(live) == 1 else either(*live)
    violated = _violated(entry) if isinstance(entry.norm, Prohibition) else None
    claimed, agreed = (lines.in_force(matcher, read, form, entry.days) if read else () for form in ("claimed", "agreed"))
    acts = tuple(dict.fromkeys(act for way in entry.ways for act in way.acts))
    against = tuple(dict.fromkeys(code for way in entry.ways for code in way.against))
    return Row(
        matcher.treaty, clause, entry.norm, entry.bearer, entry.owed_to, applies, violated, acts, against,
        entry.strength, entry.jointly, entry.matched, entry.readings, claimed, agreed, tuple(entry.ways),
    )  # fmt: skip


def _violated(entry: Merged) -> Formula:
    """That a rule is broken: where several ways lead to it, each by what breaks that one."""
    if len(entry.violated) == 1:
        return entry.violated[0]
    pairs = zip(entry.applies, entry.violated, strict=True)
    return either(*(both(applies, broken) for applies, broken in pairs if value(applies) is not False and broken is not FALSE))
