"""Figures of states, year by year, and what can be worked out from them about a measure.

A figure is an amount of a measure (`defence_spending`, in a unit) or its share of another (`defence_spending % of gdp`).  What is not
there is not nothing: it is missing, and a level that hangs on it is known only within bounds.
"""

from __future__ import annotations

from math import inf

from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatylang.model.vocabulary import Measure

Indicator = tuple[str, str | None]  # a measure, and of which other it is a share in per cent (None: an amount)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one state and year: per cent where it is a share, else in `unit`.  `at`: file and line, for messages."""

    state: str
    year: int
    indicator: Indicator
    value: float
    unit: str
    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Range:
    """A value between two bounds, both included; `missing` what would tell it exactly; `figures` what it rests on."""

    low: float
    high: float
    missing: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return self.low > 0 or self.high < inf


def words(indicator: Indicator) -> str:
    """As a file of indicators writes it: `defence_spending % of gdp`."""
    measure, of = indicator
    return f"{measure} % of {of}" if of else measure


class Figures:
    """All figures of a question, by state, year and indicator."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._of: dict[tuple[str, int], dict[Indicator, list[Figure]]] = {}
        for each in figures:
            self._of.setdefault((each.state, each.year), {}).setdefault(each.indicator, []).append(each)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of which there is a figure, in order."""
        return tuple(sorted({year for _, year in self._of}))

    def amount(self, state: str, year: int, unit: str) -> Range:
        """How much of something that is counted - men, divisions - a state had."""
        found = self._of.get((state, year), {}).get((unit, None))
        return _exactly(found[0].value, found[0]) if found else Range(0.0, inf, (unit,))

    def share(self, state: str, year: int, of: Indicator, measures: Mapping[str, Measure]) -> Range:
        """A measure in per cent of another: as it is given, worked out from amounts or from other shares, or as the sum of its parts."""
        return _share(self._of.get((state, year), {}), of, measures, ())


def _exactly(value: float, *figures: Figure) -> Range:
    return Range(value, value, (), figures)


def _share(
    known: Mapping[Indicator, Sequence[Figure]], asked: Indicator, measures: Mapping[str, Measure], above: tuple[str, ...]
) -> Range:
    measure, base = asked
    if asked in known:
        return _exactly(known[asked][0].value, known[asked][0])
    if measure == base:
        return Range(100.0, 100.0)
    told = _quotient(known, asked)
    if told is not None:
        return told
    parts = measures[measure].parts if measure in measures and measure not in above else ()
    if not parts:
        both: tuple[Indicator, ...] = ((measure, None), (base or "", None))
        amounts = any(each in known for each in both)
        lacking = [words(each) for each in both if each not in known] if amounts else [words(asked)]
        return Range(0.0, inf, tuple(lacking))
    low = high = 0.0
    missing: dict[str, None] = {}
    figures: dict[Figure, None] = {}
    for part in parts:
        one = _share(known, (part.measure, base), measures, (*above, measure))
        low_cap = high_cap = inf
        if part.cap is not None:
            cap = _share(known, (part.cap.of or part.measure, base), measures, (*above, measure))
            low_cap, high_cap = (part.cap.number / 100 * bound for bound in (cap.low, cap.high))
        low += min(one.low, low_cap)
        high += min(one.high, high_cap)
        if min(one.low, low_cap) != min(one.high, high_cap):
            missing |= dict.fromkeys(one.missing)
        figures |= dict.fromkeys(one.figures)
    return Range(low, high, tuple(missing), tuple(figures))


def _quotient(known: Mapping[Indicator, Sequence[Figure]], asked: Indicator) -> Range | None:
    """One figure over another: two amounts in one unit, two shares of one measure, or a share of a share."""
    measure, base = asked
    for other in (None, *sorted({of for _, of in known if of is not None})):
        for above in known.get((measure, other), ()):
            for below in known.get((base or "", other), ()):
                if above.unit == below.unit and below.value:
                    return _exactly(above.value / below.value * 100, above, below)
    for name, between in sorted(known, key=words):
        if name == measure and between is not None and (between, base) in known:
            above, below = known[(name, between)][0], known[(between, base)][0]
            return _exactly(above.value * below.value / 100, above, below)
    return None
