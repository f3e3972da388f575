"""# TL0413: riders with different effects

## What it means

Two reservations, provisos or agreed readings of one clause hold for the same state on the same day, and change it
differently: each sets a strength of its own, or one binds jointly and the other severally.

## Why

Which of two exceptions goes before is never inferred from their order in the file. As they stand, nobody can say
how strongly that state is bound.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim by all_means
reservation to "1" by FRA
  instead by constitutional_processes
reservation to "1" by FRA, GBR
  instead by best_efforts
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim by all_means
reservation to "1" by FRA until 1955-01-01
  instead by constitutional_processes
reservation to "1" by FRA, GBR since 1955-01-01
  instead by best_efforts
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from treatylang.checks.entry import Entry
from treatylang.model.time import ALWAYS, Spell
from treatylang.model.treaty import Change, Rider
from treatylang.model.vocabulary import StateClass
from treatylang.model.who import Choice, Fixed
from treatylang.syntax import tree as t

CODES = ("TL0413",)
_MANNERS = ("jointly", "severally")


def check(entry: Entry) -> None:
    """Riders that change one clause differently for the same bearer on the same day."""
    shared = [each for each in entry.treaty.riders if each.form != "claimed" and _effects(each)]
    codes = {id(each): _codes(each, entry.treaty.classes) for each in shared}
    for first, second in _pairs(shared, codes):
        if entry.report.full:
            return
        rival = first.at != second.at and _meet(first, second, codes[id(first)], codes[id(second)])
        for one, other in _rivals(first, second) if rival else ():
            message = f"{_says(other)} here and {_says(one)} in another rider of `{second.clause}`, for the same state"
            hint = "which goes before is not inferred from their order: give them dates or states that do not meet"
            entry.report.add("TL0413", entry.at(second.at, t.Node) or entry.document.head, message, hint)
            break


def _effects(rider: Rider) -> tuple[str, ...]:
    """What it says that another may say otherwise."""
    return tuple(_says(change) for change in rider.changes if change.form == "instead_by" or change.form in _MANNERS)


def _pairs(riders: list[Rider], codes: Mapping[int, frozenset[str]]) -> Iterator[tuple[Rider, Rider]]:
    """Riders of one clause for one state that say different things at once, in the order of the text; each two once.

    They are gone through by the day on which they begin.  Of those that still hold and say the same, the one that holds longest
    stands for all: so thousands of riders need not be held against each other.
    """
    found: dict[tuple[int, int], None] = {}
    for alike in _of_one(riders, codes):
        holding: dict[tuple[str, ...], int] = {}
        for number in sorted(alike, key=lambda each: riders[each].spell.since or ""):
            each = riders[number]
            holding = {says: other for says, other in holding.items() if not _over(riders[other].spell, each.spell)}
            says = _effects(each)
            found |= {(min(other, number), max(other, number)): None for more, other in holding.items() if more != says}
            if says not in holding or _end(each.spell) > _end(riders[holding[says]].spell):
                holding[says] = number
    return ((riders[one], riders[other]) for one, other in sorted(found))


def _of_one(riders: list[Rider], codes: Mapping[int, frozenset[str]]) -> Iterator[list[int]]:
    """The numbers of the riders of one clause that hold for one state; those for all belong to every state."""
    of_clause: dict[str, list[int]] = {}
    for number, each in enumerate(riders):
        of_clause.setdefault(each.clause, []).append(number)
    for numbers in of_clause.values():
        of_state: dict[str, list[int]] = {"": []}  # of no state that is known
        for number in numbers:
            for code in codes[id(riders[number])] or {""}:
                of_state.setdefault(code, [])
        for number in numbers:
            rider = riders[number]
            for code in (codes[id(rider)] or {""}) if rider.bearers else of_state:
                of_state[code].append(number)
        yield from of_state.values()


def _over(spell: Spell, when: Spell) -> bool:
    """Whether a spell is surely over where another begins, to the month."""
    return _end(spell)[:7] < (when.since or "")[:7]


def _end(spell: Spell) -> str:
    return spell.until or "9999"


def _codes(rider: Rider, classes: Mapping[str, StateClass]) -> frozenset[str]:
    """The states for which it holds, as far as the text and the lists of classes say."""
    found: set[str] = set()
    for who in rider.bearers:
        if isinstance(who, Fixed):
            found.update(who.codes)
        elif isinstance(who, Choice) and who.of is None and who.that is None and who.sort in classes:
            found.update(each.state for each in classes[who.sort].members if (each.spell or ALWAYS).meets(rider.spell))
    return frozenset(found)


def _meet(first: Rider, second: Rider, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold for some state on some day; of a class without a list nobody can tell."""
    if not first.spell.meets(second.spell):
        return False
    if not first.bearers or not second.bearers:
        return True
    return bool(one & other)


def _rivals(first: Rider, second: Rider) -> list[tuple[Change, Change]]:
    found = []
    for one in first.changes:
        for other in second.changes:
            strengths = one.form == other.form == "instead_by" and one.strength != other.strength
            if strengths or (one.form != other.form and {one.form, other.form} <= set(_MANNERS)):
                found.append((one, other))
    return found


def _says(change: Change) -> str:
    return f"`instead by {change.strength}`" if change.form == "instead_by" else f"`{change.form}`"
