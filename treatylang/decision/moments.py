"""Days that the event does not tell: a clause is asked in every way in which they may lie, and its answers are joined.

Where a clause asks for such a day (`Untold`), it is asked again for each stretch of days that nothing in the treaty or the event tells
apart, and the answers stand under the question whether the act had taken place by the end of the stretch.  Stretches of one answer
become one, so that nothing is asked that does not matter.
"""

from __future__ import annotations

from treatylang.decision.formula import FALSE, AtLeast, Atom, Formula, Leaf, Neg, both, deciding_leaves, either, neg, value
from treatylang.decision.not_yet import bounded
from treatylang.decision.row import Fiction, Row, RowWay
from treatylang.decision.rows import Engine
from treatylang.decision.untold import OpenDay, Told, Untold
from treatylang.events.situation import Act, DecisionFact, Situation
from treatylang.model.time import add, first_day, last_day
from treatylang.model.treaty import Duty
from treatylang.plan.days import around, days_of
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan
from treatylang.record import dataclass, replace
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from typing import Any

    Make = Callable[[Situation, Told], Engine]

_OF_A_WORLD = 20  # acts: what it takes to look into one, besides those that it has
_OPEN = "an event that leaves the days of its acts open in more than {most} ways that matter to one clause"


@dataclass(frozen=True, slots=True)
class _Open:
    """Something whose day is not told: how it is called, of what its day is asked, what the event writes, and the days it may have."""

    name: str
    of: tuple[str, ...]
    words: str
    written: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _World:
    """What is settled: narrower stretches, those that are narrow enough to be asked for, and pairs in one stretch."""

    stretches: tuple[tuple[str, str, str], ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[tuple[str, str], bool], ...] = ()


@dataclass(frozen=True, slots=True)
class _Fork:
    """A question, in the order of time: the first of `options` holds if the first of `bounds` has come, the second if only the second
    has ..., the last if none has.  Each bound comes with its denial in words."""

    bounds: tuple[tuple[Leaf, str], ...]
    options: tuple[Any, ...]


class Moments:
    """Asked as one engine is; `own` is the number of the acts of the event itself, which stand in the order of their days."""

    def __init__(self, plan: Plan, situation: Situation, day: str, own: int, make: Make) -> None:
        self.plan = plan
        self.situation = situation
        self.day = day
        self.make = make
        self.numbers = {act.id: number for number, act in enumerate(situation.acts[:own])}
        self._decisions = dict(self._named(situation.decisions))
        self._open = {each.name: each for each in (*self._acts(own), *self._taken())}
        self._engines: dict[_World, Engine] = {}
        self._weight = 0
        self._cuts: dict[str, tuple[str, ...]] = {}

    # ------------------------------------------------------------------------------------------------ as an engine
    def rows(self, treaty: TreatyPlan, clause: ClausePlan) -> tuple[Row, ...]:
        """The rows of a clause, each with what it rests on in every world."""
        answer = self._ask(treaty, lambda engine: engine.rows(treaty, clause))
        if not isinstance(answer, _Fork):
            return tuple(answer)
        worlds = [{_key(row): row for row in rows} for rows in _leaves(answer)]
        found: dict[_Key, list[Row]] = {}
        for rows in worlds:
            for key, row in rows.items():
                found.setdefault(key, []).append(row)
        met = {key[:3] for key in found if key[-1]}
        return tuple(_joined(answer, key, rows) for key, rows in found.items() if key[-1] or key[:3] not in met)

    def fictions(self, treaty: TreatyPlan) -> tuple[Fiction, ...]:
        """The acts that the treaty counts as acts on all, whenever they were."""
        worlds = list(_leaves(self._ask(treaty, lambda engine: engine.fictions(treaty))))
        sure = [{(each.clause, each.act) for each in world if value(each.rests_on) is True} for world in worlds]
        return tuple(each for each in worlds[0] if all((each.clause, each.act) in world for world in sure))

    def may_start(self, treaty: TreatyPlan, clause: ClausePlan) -> bool:
        return any(_leaves(self._ask(treaty, lambda engine: engine.may_start(treaty, clause))))

    def may_be_broken(self, treaty: TreatyPlan, clause: ClausePlan, acts: Collection[Act]) -> bool:
        ids = {act.id for act in acts}

        def broken(engine: Engine) -> bool:
            return engine.may_be_broken(treaty, clause, [act for act in engine.case.acts if act.id in ids])

        return any(_leaves(self._ask(treaty, broken)))

    # ------------------------------------------------------------------------------------------------ what is open
    def _acts(self, own: int) -> Iterator[_Open]:
        """Acts follow each other in the order of the event: none lies before one that stands above it, or after one below."""
        acts = self.situation.acts[:own]
        firsts, lasts, reached = [], [], ""
        for act in acts:
            firsts.append(reached := max(reached, first_day(act.date)))
        reached = "9999-12-31"
        for act in reversed(acts):
            lasts.append(reached := min(reached, last_day(act.date)))
        for act, first, last in zip(acts, firsts, reversed(lasts), strict=True):
            if len(act.date) < 10:
                by = f" by {', '.join(act.by)}" if act.by else ""
                yield _Open(act.id, (act.id,), f"{act.kind}{by} ({act.date})", act.date, first, max(first, last))

    def _taken(self) -> Iterator[_Open]:
        for each in self.situation.decisions:
            if 0 < len(each.date) < 10:
                name = self._decisions[id(each)]
                words = f"the decision of the {name} ({each.date})"
                body, _, what = name.partition(": ")
                yield _Open(name, (body, what), words, each.date, first_day(each.date), last_day(each.date))

    def _named(self, decisions: tuple[DecisionFact, ...]) -> Iterator[tuple[int, str]]:
        """A name for each decision, several of one matter numbered."""
        seen: dict[str, int] = {}
        for each in decisions:
            name = f"{each.body}: {each.decision}"
            seen[name] = seen.get(name, 0) + 1
            yield id(each), name if seen[name] == 1 else f"{name} {seen[name]}"

    # ------------------------------------------------------------------------------------------------ asking
    def _ask(self, treaty: TreatyPlan, question: Callable[[Engine], Any]) -> Any:
        """The answer of an engine, or a fork of answers."""
        orders = [0]

        def asked(world: _World) -> Any:
            try:
                return question(self._engine(world))
            except Untold as open_:
                self._engines.pop(world, None)  # it stopped half-way
                bounds, worlds = self._forks(open_.names, treaty, world)
                orders[0] += len(worlds)
                bounded(orders[0], LIMITS.orders, _OPEN, treaty.id)
                return _Fork(tuple(bounds), tuple([asked(each) for each in worlds]))

        return asked(self._first())

    def _first(self) -> _World:
        """What is settled from the start: by the days of others that stand above or below, or since it is after the day asked about."""
        known = {each.name: each.first for each in self._open.values() if each.first == each.last or each.first > self.day}
        return _World(days=tuple(known.items()))

    def _engine(self, world: _World) -> Engine:
        if world not in self._engines:
            self._weight += _OF_A_WORLD + len(self.situation.acts) + len(self.situation.decisions)
            what = f"an event that leaves so many days of its {len(self.situation.acts):,} acts open in so many ways"
            bounded(self._weight, LIMITS.ordered, what, "give the days that are known, or ask of fewer acts")
            days = dict(world.days)
            for each in self._open.values():
                if each.name not in days and self._straddles(each, world):
                    raise Untold(each.name)
            decisions = tuple(self._dated(each, days.get(self._decisions[id(each)])) for each in self.situation.decisions)
            acts = tuple(self._dated(act, days.get(act.id)) for act in self.situation.acts)
            names = {id(made): self._decisions[id(each)] for made, each in zip(decisions, self.situation.decisions, strict=True)}
            written = {each.name: each.written for each in self._open.values()}
            told = Told(days, dict(world.earlier), written, self.numbers, names)
            self._engines[world] = self.make(replace(self.situation, acts=acts, decisions=decisions), told)
        return self._engines[world]

    def _dated(self, one: Any, day: str | None) -> Any:
        return one if day is None else replace(one, date=day[:10])

    def _stretch(self, each: _Open, world: _World) -> tuple[str, str]:
        """The days that something may have in a world."""
        first, last = each.first, each.last
        for name, low, high in world.stretches:
            if name == each.name:
                first, last = max(first, low), min(last, high)
            elif name in self.numbers and each.name in self.numbers:
                if self.numbers[name] < self.numbers[each.name]:
                    first = max(first, low)
                else:
                    last = min(last, high)
        return first, max(first, last)

    def _straddles(self, each: _Open, world: _World) -> bool:
        first, last = self._stretch(each, world)
        return first <= self.day < last

    def _forks(self, names: tuple[str, ...], treaty: TreatyPlan, world: _World) -> tuple[list[tuple[Leaf, str]], list[_World]]:
        """The bounds of a question, and the worlds in which it is answered."""
        if len(names) == 2:
            one, other = names
            leaf = Leaf(f"{one} lies on an earlier day than {other}", None, "unknown", Atom("earlier_day", names))
            options = [replace(world, earlier=(*world.earlier, (names, so))) for so in (True, False)]
            return [(leaf, f"{one} lies on no earlier day than {other}")], options
        each = self._open[names[0]]
        first, last = self._stretch(each, world)
        seen = first <= self.day < last  # whether it is known on the day asked about goes first, and is asked of all
        begins = [add(self.day, 1, "day")] if seen else [cut for cut in self._days(treaty) if first < cut <= last]
        ends = [add(begin, -1, "day") for begin in begins]
        bounds = []
        for end in ends:
            leaf = Leaf(f"{each.words} took place by {end}", None, "unknown", Atom("since", (*each.of, each.written, end)))
            bounds.append((leaf, f"{each.words} took place after {end}"))
        worlds = []
        for low, high in zip([first, *begins], [*ends, last], strict=True):
            stretches = (*world.stretches, (each.name, low, high))
            if seen and low == first:
                worlds.append(replace(world, stretches=stretches))
            else:
                day = low if low == high else OpenDay(low, each.name)
                worlds.append(replace(world, stretches=stretches, days=(*world.days, (each.name, day))))
        return bounds, worlds

    def _days(self, treaty: TreatyPlan) -> tuple[str, ...]:
        """The days on which a stretch begins that a treaty, or the event, may tell from the one before."""
        if treaty.id not in self._cuts:
            known = self.situation
            spots = (spot for act in known.acts for spot in (act.place, act.origin))
            places = [spot.territory for spot in spots if spot is not None and spot.territory]
            voted = {each.body for each in known.decisions if each.votes is not None}
            bodies = [name for name, each in self.plan.treaties.items() if not voted.isdisjoint(each.organs)]  # whoever sets one up
            left = [each.since for each in known.membership if each.since]
            found = set(days_of(self.plan, treaty, self.day, (*places, *bodies), left))
            told = [bound for each in known.relations for bound in (each.since, each.until)]
            told += [bound for each in known.membership for bound in (each.since, each.until)]
            told += [*(act.date for act in known.acts), *(each.date for each in known.decisions)]
            for moment in (self.day, *told):
                found |= around(moment) if moment else set()
            self._cuts[treaty.id] = tuple(sorted(found))
        return self._cuts[treaty.id]


# ---------------------------------------------------------------------------------------------------- joining
_Key = tuple[str, str, str, str | None, bool]


def _key(row: Row) -> _Key:
    asks = row.norm.duty if isinstance(row.norm, Duty) else f"refrain {row.norm.act.kind}"
    return row.norm.modal, asks, row.bearer, row.owed_to, row.matched


def _leaves(answer: Any) -> Iterator[Any]:
    """The answers of all worlds, in the order of time."""
    if isinstance(answer, _Fork):
        for option in answer.options:
            yield from _leaves(option)
    else:
        yield answer


def _joined(answer: _Fork, key: _Key, rows: list[Row]) -> Row:
    """One row of all worlds; where it is not started, why not."""

    def row(world: tuple[Row, ...]) -> Row | None:
        near = [each for each in world if _key(each)[:3] == key[:3]]
        return next((each for each in near if _key(each) == key), next((each for each in near if not each.matched), None))

    def applies(world: tuple[Row, ...]) -> Formula:
        found = row(world)
        return FALSE if found is None else found.applies

    def violated(world: tuple[Row, ...]) -> Formula:
        found = row(world)
        return FALSE if found is None or found.violated is None else found.violated

    def way(acts: tuple[str, ...], against: tuple[str, ...]) -> RowWay:
        def rests_on(world: tuple[Row, ...]) -> Formula:
            found = row(world)
            ways = () if found is None else found.ways
            return either(*(each.rests_on for each in ways if (each.acts, each.against) == (acts, against)))

        return RowWay(_over(answer, rests_on), acts, against)

    live = [each for each in rows if value(each.applies) is not False] or rows
    kinds = dict.fromkeys((each.acts, each.against) for one in live for each in one.ways)
    return replace(
        live[0],
        applies=_over(answer, applies),
        violated=None if live[0].violated is None else _over(answer, violated),
        acts=tuple(dict.fromkeys(act for each in live for act in each.acts)),
        against=tuple(dict.fromkeys(code for each in live for code in each.against)),
        readings=tuple(dict.fromkeys(reading for each in live for reading in each.readings)),
        claimed=tuple(dict.fromkeys(reading for each in live for reading in each.claimed)),
        agreed=tuple(dict.fromkeys(reading for each in live for reading in each.agreed)),
        ways=tuple(way(acts, against) for acts, against in kinds),
    )


def _over(answer: Any, of: Callable[[Any], Formula]) -> Formula:
    """What holds in each world, under the questions that tell them apart; neighbours of one answer are one."""
    if not isinstance(answer, _Fork):
        return of(answer)
    groups: list[tuple[int, int, Formula]] = []
    for number, option in enumerate(answer.options):
        formula = _over(option, of)
        if groups and _same(groups[-1][2], formula):
            first, _, before = groups[-1]
            groups[-1] = (first, number, formula if before is FALSE else before)  # where there was no row, nothing says why
        else:
            groups.append((number, number, formula))
    if len(groups) == 1:
        return groups[0][2]
    ways = []
    for first, last, formula in [group for group in groups if value(group[2]) is not False] or groups:
        since = [neg(*answer.bounds[first - 1])] if first else []
        until = [answer.bounds[last][0]] if last < len(answer.bounds) else []
        ways.append(both(*since, *until, formula))
    return either(*ways)


def _same(one: Formula, other: Formula) -> bool:
    """Whether two formulas come to the same in all worlds, as far as their form shows, and by the same presumptions."""
    if one is other:
        return True
    if value(one) is not value(other):
        return False
    return _presumed(one) == _presumed(other) if value(one) is not None else _alike(one, other)


def _presumed(formula: Formula) -> set[tuple[str, bool | None]]:
    return {(leaf.words, leaf.value) for leaf in deciding_leaves(formula) if leaf.basis == "presumed"}


def _alike(one: Formula, other: Formula) -> bool:
    """Whether two open formulas differ in words only."""
    if isinstance(one, Leaf) and isinstance(other, Leaf):
        asked = one.words == other.words if one.atom is None else one.atom == other.atom
        return asked and (one.basis, one.claims) == (other.basis, other.claims)
    if isinstance(one, Neg) and isinstance(other, Neg):
        return _same(one.term, other.term)
    if isinstance(one, Leaf | Neg) or isinstance(other, Leaf | Neg) or type(one) is not type(other):
        return False
    if isinstance(one, AtLeast) and isinstance(other, AtLeast) and one.number != other.number:
        return False
    return len(one.terms) == len(other.terms) and all(map(_same, one.terms, other.terms))
