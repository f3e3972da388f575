"""# TL0411: rider for one who was never a party

## What it means

A reservation is made by a state, or duties are suspended for or between states, and one of them is never a
party to the treaty.

## Why

Only a party has duties that a reservation could change or a suspension silence. Most often the code is the
wrong one for the time (`RUS` for `RUSEMP`), or the line of the party is missing. A state that continues
another (`RUS` the `USSR`) counts as that one.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
reservation to "1" by ITA
  only if the act is grave
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR ITA since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
reservation to "1" by ITA
  only if the act is grave
```
"""

from __future__ import annotations

from treatylang.checks.entry import Entry, Library, parties, readers
from treatylang.syntax import tree as t

CODES = ("TL0411",)


def check(entry: Entry, library: Library) -> None:
    """Reservations and suspensions of those who are never parties."""
    listed = parties(entry, library)
    if listed is None:
        return
    words = entry.treaty.vocabulary
    known = frozenset().union(*(readers(code, words) for code in listed))
    for section in entry.document.sections:
        match section:
            case t.Reservation(authors=authors):
                what, codes = "a reservation", [code for author in authors for code in _codes(author)]
            case t.Suspension(states=states):
                what, codes = "a suspension", list(states)
            case _:
                continue
        for code in codes:
            if code.text in words.states and readers(code.text, words).isdisjoint(known):
                hint = f"the parties are {', '.join(listed[:8])}{' ...' if len(listed) > 8 else ''}"
                entry.report.add("TL0411", code, f"{what} of `{code.text}`, which is never a party", hint)


def _codes(author: t.Entity) -> tuple[t.Code, ...]:
    match author:
        case t.State(code=code):
            return (code,)
        case t.AnyOf(states=states):
            return states
    return ()
