"""Which levels treaties and pledges set, who is bound by them in a year, and whether the figures reach them.

Who is bound is asked of the evaluator, as for any duty: on the last day of the year, with what the figures say as facts.
"""

from __future__ import annotations

from math import inf

from treatylang.burden.figures import Figures, Indicator, Range
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.events.situation import Bounds, Situation
from treatylang.model.conditions import Amount
from treatylang.model.treaty import Duty as Norm
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatylang.decision.decision import Duty
    from treatylang.decision.formula import Atom
    from treatylang.events.situation import Value
    from treatylang.plan.plan import Plan, TreatyPlan


@dataclass(frozen=True, slots=True)
class Level:
    """A level that a clause sets: so much of `measure`, in per cent of `amount.of`, or so many `amount.unit`.

    `standing`: asked at all times, not only where something calls for it.  `due`: the day from which it is asked.
    """

    treaty: str
    article: str
    label: str | None
    words: str
    measure: str | None
    amount: Amount
    standing: bool
    force: str
    due: str | None

    @property
    def key(self) -> tuple[str, str, str | None, str]:
        """Where it stands, as a duty of the evaluator names it."""
        return self.treaty, self.article, self.label, self.words

    @property
    def indicator(self) -> Indicator:
        """What its figures are figures of."""
        return (self.measure, self.amount.of) if self.measure and self.amount.of else (self.amount.unit, None)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state stood to a level in a year.

    `bound`: the verdict of the evaluator on the duty (owed, depends, disputed; not_owed of a level that only a call makes due);
    `hangs_on`: the open questions of that verdict.  `met`: None where the figures do not tell.
    """

    level: Level
    state: str
    year: int
    bound: str
    hangs_on: tuple[Atom, ...]
    value: Range
    met: bool | None

    @property
    def gap(self) -> float | None:
        """The value less the level; negative where it falls short.  None where the value is known within bounds only."""
        return self.value.low - self.level.amount.number if self.value.exact else None

    @property
    def due(self) -> bool:
        """Whether the level was asked in that year already."""
        return self.level.due is None or self.level.due <= f"{self.year}-12-31"


@dataclass(frozen=True, slots=True)
class Trend:
    """The straight line of least squares through the exact values of a state: `pace` a year, over `years`.

    `reaches`: the year in which that line meets the level, where it rises toward one not met in the last year; arithmetic, not a
    forecast.
    """

    state: str
    years: tuple[int, ...]
    pace: float
    reaches: int | None


def levels_of(plan: Plan, treaties: Iterable[str]) -> tuple[Level, ...]:
    """Every level that the treaties set."""
    return tuple(_levels(plan, treaties))


def with_pledges(plan: Plan, treaties: Iterable[str]) -> tuple[str, ...]:
    """The treaties, each with the pledges that its parties have given."""
    pledges: dict[str, list[str]] = {}
    for name, treaty in sorted(plan.treaties.items()):
        if treaty.members_of is not None:
            pledges.setdefault(treaty.members_of, []).append(name)
    return tuple(dict.fromkeys(each for name in treaties for each in (name, *pledges.get(name, ()))))


def standings(
    plan: Plan, treaties: Sequence[str], figures: Figures, years: Iterable[int], bearers: tuple[str, ...] = ()
) -> tuple[Standing, ...]:
    """How everyone who is bound, or may be, stood to each level in each year, in order of levels, states and years."""
    known = {level.key: level for level in _levels(plan, treaties)}
    names = tuple(dict.fromkeys(level.treaty for level in known.values()))
    order = {level: number for number, level in enumerate(known.values())}
    found: dict[tuple[int, str, int], Standing] = {}
    for year in years if names else ():
        situation = _situation(plan, known.values(), figures, year)
        wanted = Wanted(names, bearers, not_owed=True, conflicts=False)
        for duty in decide_on(plan, situation, situation.date, wanted).duties:
            level = known.get((duty.treaty, duty.article, duty.clause, duty.words))
            if level is not None and (duty.verdict != "not_owed" or not level.standing):
                found.setdefault((order[level], duty.bearer, year), _standing(plan, level, duty, figures, year))
    return tuple(found[key] for key in sorted(found))


def trends(rows: Iterable[Standing]) -> dict[tuple[Level, str], Trend]:
    """The trend of each state toward each level, where there are exact values of two years at the least.

    A state that passes from one clause to another of the same level - having reached it, or no more - keeps its one line.
    """
    series: dict[tuple[object, ...], list[Standing]] = {}
    for row in rows:
        series.setdefault((row.level.treaty, row.level.indicator, row.level.amount, row.state), []).append(row)
    found: dict[tuple[Level, str], Trend] = {}
    for of_one in series.values():
        points = {row.year: row.value.low for row in of_one if row.value.exact}
        if len(points) > 1:
            last = max(of_one, key=lambda row: row.year)
            found |= {(row.level, row.state): _trend(row.state, sorted(points.items()), last) for row in of_one}
    return found


def _levels(plan: Plan, treaties: Iterable[str]) -> Iterator[Level]:
    for name in treaties:
        treaty = plan.treaties[name]
        for clause in treaty.clauses:
            for norm in clause.norms:
                if not isinstance(norm, Norm) or norm.amount is None or norm.amount.of == "notice":
                    continue
                measure = next((each for each in norm.things if each in treaty.vocabulary.measures), None)
                if norm.amount.unit == "%" and measure is None:
                    continue
                force = "political" if norm.modal == "should" or treaty.form == "pledge" else "binding"
                standing = clause.standing or treaty.form == "pledge"
                yield Level(name, clause.article, clause.label, norm.words, measure, norm.amount, standing, force, norm.by_day)


def _situation(plan: Plan, levels: Iterable[Level], figures: Figures, year: int) -> Situation:
    """Nothing happens; what the figures say of a state is a fact of it."""
    facts: dict[str, dict[str, Value]] = {}
    for level in levels:
        treaty = plan.treaties[level.treaty]
        fact = treaty.vocabulary.measures[level.measure].fact if level.measure is not None else None
        if fact is None:
            continue
        for state in plan.vocabulary.states:
            told = _value(treaty, level, figures, state, year)
            if told.exact:
                facts.setdefault(state, {})[fact] = told.low
            elif told.known:
                facts.setdefault(state, {})[fact] = Bounds(told.low, told.high if told.high < inf else None)
    day = f"{year}-12-31"
    return Situation(f"the levels of {year}", f"levels-of-{year}", day, (day,), party_facts=facts)


def _value(treaty: TreatyPlan, level: Level, figures: Figures, state: str, year: int) -> Range:
    measure, of = level.indicator
    if of is None:
        return figures.amount(state, year, measure)
    return figures.share(state, year, (measure, of), treaty.vocabulary.measures)


def _standing(plan: Plan, level: Level, duty: Duty, figures: Figures, year: int) -> Standing:
    value = _value(plan.treaties[level.treaty], level, figures, duty.bearer, year)
    return Standing(level, duty.bearer, year, duty.verdict, duty.depends_on, value, _met(level.amount, value))


def _met(amount: Amount, value: Range) -> bool | None:
    if amount.comparison == "at most":
        return True if value.high <= amount.number else False if value.low > amount.number else None
    return True if value.low >= amount.number else False if value.high < amount.number else None


def _trend(state: str, points: Sequence[tuple[int, float]], last: Standing) -> Trend:
    years, values = [year for year, _ in points], [value for _, value in points]
    middle, mean = sum(years) / len(years), sum(values) / len(values)
    spread = sum((year - middle) ** 2 for year in years)
    pace = sum((year - middle) * (value - mean) for year, value in points) / spread
    reaches = None
    short = last.level.amount.number - (mean + pace * (years[-1] - middle))
    if last.met is False and last.level.amount.comparison == "at least" and pace > 0 and short > 0:
        reaches = years[-1] + int(-(-short // pace))
    return Trend(state, tuple(years), pace, reaches)
