"""# TL0408: exception that always or never holds

## What it means

An `unless` line says what the clause already has (it always holds and silences the clause) or what the clause
already rules out (it never holds and does nothing).

## Why

An exception that cannot make a difference was meant to make one. `unless the act is an armed_attack` below
`when use_of_force` tells lesser force from an attack; below `when armed_attack` it leaves nothing. The check
tells only what is certain from the text. A rider's exception is told if it does nothing in any of the clauses
that it names, and one in a reservation only if it never holds.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack by a state that is not ITA on a party
  then    every other party must assist the victim
  unless  the attacker is ITA
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack by a state on a party
  then    every other party must assist the victim
  unless  the attacker is ITA
```
"""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.checks.certain import Certain
from treatylang.checks.entry import Entry, place
from treatylang.text.source import Span

CODES = ("TL0408",)


def check(entry: Entry, clauses: Iterable[Certain]) -> None:
    """Exceptions that make no difference."""
    of_riders: dict[Span, set[bool | None]] = {}
    for certain in clauses:
        for line in certain.clause.lines:
            if line.form == "unless":
                _tell(entry, line.at, {certain.line(line.condition)})
        for rider in certain.riders:
            for line in rider.lines:
                if line.form == "unless":
                    so = certain.line(line.condition, rider)
                    # A reservation may well be one to the whole clause.
                    of_riders.setdefault(line.at, set()).add(None if so and rider.form == "reservation" else so)
    for span, found in of_riders.items():
        _tell(entry, span, found)


def _tell(entry: Entry, span: Span, found: set[bool | None]) -> None:
    if found == {True}:
        message = "this exception always holds, so the clause never applies"
    elif found == {False}:
        message = "this exception never holds"
    else:
        return
    entry.report.add("TL0408", place(span), message, "compare it with the words after `when` and `only if`, and with the bearers")
