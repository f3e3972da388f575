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
from itertools import combinations

from treatylang.checks.entry import Entry
from treatylang.model.time import ALWAYS
from treatylang.model.treaty import Change, Rider
from treatylang.model.vocabulary import StateClass
from treatylang.model.who import Choice, Fixed
from treatylang.syntax import tree as t

CODES = ("TL0413",)
_MANNERS = ("jointly", "severally")


def check(entry: Entry) -> None:
    """Riders that change one clause differently for the same bearer on the same day."""
    shared = [each for each in entry.treaty.riders if each.form != "claimed" and each.changes]
    codes = {id(each): _codes(each, entry.treaty.classes) for each in shared}
    for first, second in _pairs(shared, codes):
        rival = first.at != second.at and _meet(first, second, codes[id(first)], codes[id(second)])
        for one, other in _rivals(first, second) if rival else ():
            message = f"{_says(other)} here and {_says(one)} in another rider of `{second.clause}`, for the same state"
            hint = "which goes before is not inferred from their order: give them dates or states that do not meet"
            entry.report.add("TL0413", entry.at(second.at, t.Node) or entry.document.head, message, hint)
            break


def _pairs(riders: list[Rider], codes: Mapping[int, frozenset[str]]) -> Iterator[tuple[Rider, Rider]]:
    """Every two riders of one clause; of those that say the same for the same states and days, the first stands for all."""
    of_clause: dict[str, dict[object, Rider]] = {}
    for each in riders:
        says = (tuple(_says(change) for change in each.changes), each.spell, codes[id(each)], bool(each.bearers))
        of_clause.setdefault(each.clause, {}).setdefault(says, each)
    for alike in of_clause.values():
        yield from combinations(alike.values(), 2)


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
