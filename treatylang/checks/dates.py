"""Spells compared with care: a bound known only by its month is taken both ways, so that no message rests on a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatylang.model.time import Spell
from treatylang.syntax import tree as t


def written(dates: t.Dates | None) -> Spell:
    """The spell of a `since`/`until` phrase, as it stands."""
    if dates is None:
        return Spell()
    return Spell(dates.since.text if dates.since else None, dates.until.text if dates.until else None)


def overlap(one: Spell, other: Spell) -> bool:
    """Whether some day lies in both for sure.

    >>> overlap(Spell(None, "1918-11"), Spell("1918-11-12"))
    False
    """
    return _latest_start(one, other) < _earliest_end(one, other)


def may_meet(*spells: Spell) -> bool:
    """Whether some day may lie in all.

    >>> may_meet(Spell(None, "1918-11"), Spell("1918-11-12"))
    True
    """
    since = max(_in_month(each.since, "01", "0000") for each in spells)
    until = min(_in_month(each.until, "32", "9999") for each in spells)
    return since < until


def say(spell: Spell) -> str:
    """`since 1949-08-24 until 1969-08-24`.

    >>> say(Spell("1949-08-24"))
    'since 1949-08-24'
    """
    parts = [f"{word} {day}" for word, day in (("since", spell.since), ("until", spell.until)) if day]
    return " ".join(parts) or "always"


def _latest_start(*spells: Spell) -> str:
    return max(_in_month(each.since, "31", "0000") for each in spells)


def _earliest_end(*spells: Spell) -> str:
    return min(_in_month(each.until, "01", "9999") for each in spells)


def _in_month(bound: str | None, day: str, without: str) -> str:
    """A bound as text that compares: a month gets the day given (32 is after all of them)."""
    if bound is None:
        return without
    return f"{bound}-{day}" if len(bound) == 7 else bound


def overlapping(spells: Iterable[tuple[Spell, t.Node]]) -> Iterator[tuple[t.Node, t.Node, Spell]]:
    """Each spell that overlaps one that begins no later: where it stands, where the other stands, and the other."""
    longest: tuple[Spell, t.Node] | None = None
    for spell, node in sorted(spells, key=lambda each: (_latest_start(each[0]), each[1].span)):
        if _latest_start(spell) >= _earliest_end(spell):
            continue  # holds no day for sure
        if longest is not None and overlap(spell, longest[0]):
            yield node, longest[1], longest[0]
        if longest is None or _earliest_end(spell) > _earliest_end(longest[0]):
            longest = spell, node
