"""# TL0503: overlapping spells

## What it means

One state has two lines in the list of parties, in a class, among its suspensions, or among those who hold a
territory in the same way, and the two overlap.

## Why

Each line is one spell, with its own note and its own doubt (`disputed`). On a day in two of them it would not
be known which counts: whether the state is a party for sure, or by claim. `until` is the first day after the
spell, so that it may be the `since` of the next.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
  FRA since 1966-03-10 disputed
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  GBR since 1949-08-24
  FRA since 1949-08-24 until 1966-03-10
  FRA since 1966-03-10 disputed
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
```
"""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.checks.dates import overlapping, say, written
from treatylang.checks.entry import Entry
from treatylang.model.report import Report
from treatylang.model.time import Spell
from treatylang.model.vocabulary_from_tree import Defined
from treatylang.syntax import tree as t

CODES = ("TL0503",)


def check(entry: Entry) -> None:
    """The lines of parties, and of suspensions of the same states."""
    _members((member for each in entry.sections(t.Parties) for member in each.members), "as a party", entry.report)
    suspended: dict[tuple[str, ...], list[tuple[Spell, t.Node]]] = {}
    for section in entry.sections(t.Suspension):
        states = tuple(sorted(code.text for code in section.states))
        suspended.setdefault(states, []).append((written(section.dates), section))
    for states, spells in suspended.items():
        _report(spells, "as suspended", " and ".join(states), entry.report)


def check_definitions(definitions: Iterable[Defined]) -> None:
    """Members of classes, and holders of territories; of a vocabulary too."""
    for each in definitions:
        match each.node:
            case t.ClassDef(name=name, members=members):
                _members(members, f"in the class `{name.text}`", each.report)
            case t.WordDef(name=name, lines=lines):
                held: dict[tuple[str, str], list[tuple[Spell, t.Node]]] = {}
                for line in lines:
                    if isinstance(line, t.Line) and line.form == "held":
                        held.setdefault((line.names[0].text, line.word), []).append((written(line.dates), line))
                for (state, _), spells in held.items():
                    _report(spells, f"holding `{name.text}`", state, each.report)


def _members(members: Iterable[t.Member], what: str, report: Report) -> None:
    lines: dict[str, list[tuple[Spell, t.Node]]] = {}
    for member in members:
        for code in member.states:
            lines.setdefault(code.text, []).append((written(member.dates), code))
    for state, spells in lines.items():
        _report(spells, what, state, report)


def _report(spells: list[tuple[Spell, t.Node]], what: str, state: str, report: Report) -> None:
    for node, first, spell in overlapping(spells):
        hint = "end the first with `until` on the day on which the other begins"
        report.add("TL0503", node, f"two spells of {state} {what} overlap", hint, (first, f"already {say(spell)}"))
