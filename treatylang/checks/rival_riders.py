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

from itertools import combinations

from treatylang.checks.entry import Entry
from treatylang.model.treaty import Change, Rider
from treatylang.model.who import Fixed
from treatylang.syntax import tree as t

CODES = ("TL0413",)
_MANNERS = ("jointly", "severally")


def check(entry: Entry) -> None:
    """Riders that change one clause differently for the same bearer on the same day."""
    shared = [each for each in entry.treaty.riders if each.form != "claimed" and each.changes]
    for first, second in combinations(shared, 2):
        rival = first.clause == second.clause and first.id != second.id and _meet(first, second)
        for one, other in _rivals(first, second) if rival else ():
            message = f"{_says(other)} here and {_says(one)} in another rider of `{second.clause}`, for the same state"
            hint = "which goes before is not inferred from their order: give them dates or states that do not meet"
            entry.report.add("TL0413", entry.at(second.at, t.Node) or entry.document.head, message, hint)
            break


def _meet(first: Rider, second: Rider) -> bool:
    """Whether both hold for some state on some day; of classes nobody can tell."""
    if not first.spell.meets(second.spell):
        return False
    if not first.bearers or not second.bearers:
        return True
    one, other = ({code for who in rider.bearers if isinstance(who, Fixed) for code in who.codes} for rider in (first, second))
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
