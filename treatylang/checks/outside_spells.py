"""# TL0504: dates outside the treaty's

## What it means

An article, a norm, a reservation, a reading, a party or a suspension has dates that never meet those of the
treaty itself.

## Why

Nothing holds before the treaty enters into force or after it has ended, so the line would be dead. A party's
spell may begin earlier, with signature or deposit; it counts from the day of entry into force on. An article
that could have counted only after a treaty's early end (`every party may withdraw since 1949-08-23`) is told
in its `summary`.

## Wrong

```treaty
treaty example-1939 "An example"
  in force since 1939-08-23 until 1941-06-23
parties
  FRA GBR since 1939-08-23
article "1"
  every party must consult every other party since 1949-08-23
```

## Right

```treaty
treaty example-1939 "An example"
  in force since 1939-08-23 until 1941-06-23
parties
  FRA GBR since 1939-08-23
article "1"
  every party must consult every other party since 1940-08-23
```
"""

from __future__ import annotations

from treatylang.checks.dates import may_meet, say, written
from treatylang.checks.entry import Entry
from treatylang.model.time import Spell
from treatylang.model.treaty import Clause
from treatylang.syntax import tree as t
from treatylang.text.source import Span

CODES = ("TL0504",)


def check(entry: Entry) -> None:
    """Each dated part of a treaty against the treaty's own spell, norms and riders against their articles' too."""
    if not may_meet(entry.treaty.spell):
        return
    named: dict[Span, set[str]] = {}
    for rider in entry.treaty.riders:
        named.setdefault(rider.at, set()).add(rider.clause)
    spells = {clause.id: clause for clause in entry.treaty.clauses}
    for section in entry.document.sections:
        match section:
            case t.Parties(members=members):
                for member in members:
                    _meets(entry, member.dates)
            case t.Suspension(dates=dates):
                _meets(entry, dates)
            case t.Article():
                _article(entry, section)
            case t.Reservation(dates=dates) | t.Reading(dates=dates):
                if dates is not None and _meets(entry, dates):
                    _meets_targets(entry, dates, [spells[name] for name in sorted(named.get(section.span, ())) if name in spells])


def _article(entry: Entry, article: t.Article) -> None:
    if not _meets(entry, article.dates):
        return
    spell = written(article.dates)
    if not may_meet(spell):
        return
    norms = [norm for clause in article.clauses if isinstance(clause, t.Clause) for norm in clause.norms]
    for node in norms:
        if not isinstance(node, t.Norm) or node.dates is None or not _meets(entry, node.dates):
            continue
        if may_meet(written(node.dates)) and not may_meet(written(node.dates), spell, entry.treaty.spell):
            _tell(entry, node.dates, f"Article {article.number.text}", spell)


def _meets_targets(entry: Entry, dates: t.Dates, named: list[Clause]) -> None:
    """A rider must meet one at least of the clauses that it names."""
    clauses = [each for each in named if may_meet(each.spell, entry.treaty.spell)]
    if clauses and not any(may_meet(written(dates), each.spell, entry.treaty.spell) for each in clauses):
        _tell(entry, dates, f"Article {clauses[0].article}", clauses[0].spell)


def _meets(entry: Entry, dates: t.Dates | None) -> bool:
    """Whether the dates meet the treaty's spell; empty ones, reported as such elsewhere, count as if they did."""
    spell = written(dates)
    if dates is None or not may_meet(spell) or may_meet(spell, entry.treaty.spell):
        return True
    _tell(entry, dates, f"{entry.treaty.id} itself", entry.treaty.spell)
    return False


def _tell(entry: Entry, dates: t.Dates, what: str, spell: Spell) -> None:
    message = f"`{say(written(dates))}` never meets the dates of {what}, {say(spell)}"
    entry.report.add("TL0504", dates, message, "mend the dates, or leave out what never holds")
