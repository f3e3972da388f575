"""Days that an event does not tell, for the oracle: every way in which they may lie, each as an event that tells them.

A day of a month or a year is told by the first day of the stretch in which it lies, and by whose it is: between the days of a stretch
nothing else in the treaty or the event tells a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from math import prod
from typing import Any

from treatylang.events.situation import Act, Situation
from treatylang.model import treaty as m

Atom = tuple[str, tuple[str, ...]]
World = tuple[int, ...]  # the number of the stretch of each open day, then whether each fact is so
UNITS = {4: "year", 7: "month", 10: "day"}  # by the length of a date
SUPPOSED = 1000  # acts that are none of the event have such numbers


def later(day: str, amount: int, unit: str) -> str:
    """The day so much later; the last of a short month (the 31st of April) sorts before the first of the next, as it should."""
    if unit.startswith("day"):
        return (date.fromisoformat(day) + timedelta(amount)).isoformat()
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + amount * (12 if unit.startswith("year") else 1)
    return f"{months // 12:04}-{months % 12 + 1:02}{day[7:]}"


def first(written: str) -> str:
    """The first day of a month or a year."""
    return f"{written}-01-01"[:10]


def within(true: Callable[..., bool], spell: Any, day: str, *whose: str) -> bool:
    """Whether a day lies in a spell; inside a month of which the day is not known, a question of its own."""
    for form, bound, wanted in (("since", spell.since, True), ("until", spell.until, False)) if spell else ():
        unsure = bound and len(bound) == 7 and day.startswith(bound)
        if bound and (true(form, *whose, bound, day) if unsure else bound <= day) is not wanted:
            return False
    return True


def whose(one: Any) -> tuple[str, ...]:
    """Of whom it is asked by what day an act, or a decision, came."""
    return (one.id,) if isinstance(one, Act) else (one.body, one.decision)


def untold(situation: Situation) -> list[Any]:
    """The acts and decisions whose days are not told."""
    return [each for each in (*situation.acts, *situation.decisions) if len(each.date) < 10]


def stretches(treaty: m.Treaty, situation: Situation, day: str, written: str) -> list[str]:
    """The first days of the stretches of a month or a year."""
    parts = [treaty, *treaty.clauses, *treaty.riders]
    lines = [line for area in treaty.areas.values() for line in area.parts]
    spells = [each.spell for each in (*parts, *treaty.members, *treaty.suspensions, *lines) if each.spell]
    bounds = {bound for spell in spells for bound in (spell.since, spell.until) if bound}
    marks = {day, *(each.date for each in (*situation.acts, *situation.decisions))}
    past = {later(first(each), 1, UNITS[len(each)]) for each in marks | {each for each in bounds if len(each) < 10}}
    terms = [line for part in parts for line in part.lines if line.amount]
    past |= {later(later(day, -(line.amount or 0), line.unit or ""), 1, "day") for line in terms}
    return sorted(each for each in past | {first(each) for each in (written, *bounds, *marks)} if each.startswith(written))


def questions(treaty: m.Treaty, situation: Situation, day: str) -> list[list[Atom]]:
    """Of each open day what tells a stretch from the next: whether the act, or the decision, had come by the end of it."""
    found = []
    for one in untold(situation):
        ends = [later(begins, -1, "day") for begins in stretches(treaty, situation, day, one.date)[1:]]
        found.append([("since", (*whose(one), one.date, end)) for end in ends])
    return found


def steps(worlds: Collection[World], asks: list[list[Atom]], facts: list[Atom]) -> Iterator[tuple[World, World, Atom]]:
    """Two worlds that differ in one answer: a fact is so, or an open day lies in the next stretch; and what was asked."""
    for world in worlds:
        for place, (so, atoms) in enumerate(zip(world, [*asks, *([fact] for fact in facts)], strict=True)):
            other = (*world[:place], so + 1, *world[place + 1 :])
            if other in worlds:
                yield world, other, atoms[so]


def older(day: str, acts: Collection[Act], true: Callable[[str, str, str], bool]) -> bool:
    """Whether a day lies before those of all these acts, if there are any; of two in one stretch that is a question of its own."""

    def before(other: str) -> bool:
        shared = day[10:] and other[10:] and day[:10] == other[:10]
        return true("earlier_day", day[11:], other[11:]) if shared else day[:10] < other[:10]

    return bool(acts) and all(before(act.date) for act in acts)


def ways(treaty: m.Treaty, situation: Situation, day: str, most: int) -> dict[tuple[int, ...], Situation]:
    """By the number of the stretch of each open day, if there is one; those of acts do not run backwards."""
    found: dict[tuple[int, ...], Situation] = {}
    open_ = untold(situation)
    if not open_:
        return found
    firsts = [stretches(treaty, situation, day, each.date) for each in open_]
    late = [one for one, days in zip(open_, firsts, strict=True) if days[-1] > day]
    if prod(map(len, firsts)) > most or any(isinstance(one, Act) and one.happened is not True for one in late):
        raise NotImplementedError  # the oracle does not say
    for at in product(*(range(len(each)) for each in firsts)):
        told = {}
        for one, days, number in zip(open_, firsts, at, strict=True):
            after = [*days, later(first(one.date), 1, UNITS[len(one.date)])][number + 1]
            told[id(one)] = days[number] + ("" if later(days[number], 1, "day") == after else f"~{': '.join(whose(one))}")
        both = situation.acts, situation.decisions
        acts, decisions = (tuple(replace(each, date=told.get(id(each), each.date)) for each in some) for some in both)
        if all(one.date[:10] <= other.date[:10] for one, other in pairwise(acts) if other.index < SUPPOSED):
            found[at] = replace(situation, acts=acts, decisions=decisions)
    return found
