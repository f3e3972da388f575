"""# TL0404: organ without a rule

## What it means

A condition asks whether an organ decides or holds something, but the organ has no rule on how it decides
that: no `decides` line at all, or only lines for other matters.

## Why

Where an event gives the votes, the decision is worked out from them by the organ's rule; without one the
condition would be unknown for ever, even with every vote on the table. Bodies of the vocabulary bring their
rule with them.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
organ example_council of every party
article "1"
  when    the example_council decides collective_measures
  then    every party must take_measures
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
organ example_council of every party
  decides by unanimity
article "1"
  when    the example_council decides collective_measures
  then    every party must take_measures
```
"""

from __future__ import annotations

from treatylang.checks.entry import Entry, Library
from treatylang.syntax import tree as t

CODES = ("TL0404",)


def check(entry: Entry, library: Library) -> None:
    """Conditions on what an organ of this treaty, or of the one whose parties it takes over, decides without a rule."""
    organs = {each.name.text: (each, entry) for each in entry.sections(t.OrganDef)}
    other = library.get(entry.treaty.members_of or "")
    if other is not None:
        organs = {**{each.name.text: (each, other) for each in other.sections(t.OrganDef)}, **organs}
    if not organs:
        return
    for node in t.walk(entry.document):
        match node:
            case t.Decides(body=t.The(name=name), decision=decision):
                matter: str | None = decision.text
            case t.JudgedBy(judge=t.The(name=name)):
                matter = None
            case _:
                continue
        if name.text not in organs:
            continue
        organ, home = organs[name.text]
        if not _has_rule(organ, matter):
            on = f" on `{matter}`" if matter and organ.votes else ""
            hint = (
                "say how it decides: `decides by consensus`, `unanimity`, `majority` or `2/3`, `of members`, `present` or `voting`"
            )
            label = (organ.name, "the organ") if home is entry else None
            entry.report.add("TL0404", name, f"`the {name.text}` has no rule by which it decides{on}", hint, label)


def _has_rule(organ: t.OrganDef, matter: str | None) -> bool:
    """Whether a line of votes covers the matter; what it holds or finds (None) any line does."""
    return any(matter is None or not vote.matters or matter in {each.text for each in vote.matters} for vote in organ.votes)
