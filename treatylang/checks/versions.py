"""# TL0505: overlapping versions

## What it means

Two articles carry one number, and their dates overlap, or one of them has no dates at all.

## Why

Articles with one number are versions of it: an amendment ends the one and begins the other. On each day at
most one version may hold, or the treaty would say two things at once under one citation. `until` is the first
day on which the old version no longer holds, so that it may be the `since` of the new one.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
article "1" since 1955-01-01
  when    armed_attack on a party
  then    every other party must consult the victim
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1" until 1955-01-01
  when    armed_attack on a party
  then    every other party must assist the victim
article "1" since 1955-01-01
  when    armed_attack on a party
  then    every other party must consult the victim
```
"""

from __future__ import annotations

from treatylang.checks.dates import overlapping, say, written
from treatylang.checks.entry import Entry
from treatylang.model.time import Spell
from treatylang.syntax import tree as t

CODES = ("TL0505",)


def check(entry: Entry) -> None:
    """Articles of one number that hold on the same day."""
    versions: dict[str, list[tuple[Spell, t.Node]]] = {}
    for article in entry.sections(t.Article):
        versions.setdefault(article.number.text, []).append((written(article.dates), article.number))
    for number, spells in versions.items():
        for node, first, spell in overlapping(spells):
            hint = "end the older version with `until`, and begin the newer on that day with `since`"
            message = f"two versions of Article {number} hold at once"
            entry.report.add("TL0505", node, message, hint, (first, f"this one holds {say(spell)}"))
