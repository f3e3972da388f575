"""# TL0401: duplicate clause

## What it means

Two things of a treaty would have one name: an article has the same label twice, two articles spell out the
same id (`"5" [aid]` and `"5[aid]"`), or one clause binds the same bearer to the same duty twice.

## Why

A duty is cited by its clause, its bearer and, where a clause has several norms, its verb:
`triple-alliance-1882:4.join/ITA>AUTHUN`. With two of one name, no reservation, exception or answer could say
which is meant. Two duties of one sort, such as to defend against one state and to defend against another,
stand in two clauses with a label each.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  [attack]
    when    armed_attack on a party
    then    every other party must assist the victim
  [attack]
    when    threat to a party
    then    every other party must consult the threatened
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  [attack]
    when    armed_attack on a party
    then    every other party must assist the victim
  [threat]
    when    threat to a party
    then    every other party must consult the threatened
```
"""

from __future__ import annotations

from treatylang.checks.entry import Entry, place
from treatylang.model.treaty import Clause, Deems, Duty, Norm
from treatylang.model.who import Choice, Fixed, Who
from treatylang.syntax import tree as t

CODES = ("TL0401",)


def check(entry: Entry) -> None:
    """Labels, ids and norms that stand twice."""
    for article in entry.sections(t.Article):
        _labels(entry, article)
    _ids(entry)
    for clause in entry.treaty.clauses:
        _norms(entry, clause)


def _labels(entry: Entry, article: t.Article) -> None:
    seen: dict[str, t.Name] = {}
    for clause in article.clauses:
        label = clause.label
        if label is None:
            continue
        if label.text in seen:
            message = f"Article {article.number.text} has `[{label.text}]` twice"
            entry.report.add("TL0401", label, message, "give each clause a label of its own", (seen[label.text], "first here"))
        seen.setdefault(label.text, label)


def _ids(entry: Entry) -> None:
    """Clauses of articles with different numbers that share an id (those of one number are versions, or share a label)."""
    seen: dict[str, Clause] = {}
    for clause in entry.treaty.clauses:
        first = seen.setdefault(clause.id, clause)
        if first.article != clause.article:
            hint = "a label in brackets is part of an id: number the articles so that no two ids are alike"
            other = (place(first.at), "first here")
            entry.report.add(
                "TL0401", place(clause.at), f"two clauses would be called `{entry.treaty.id}:{clause.id}`", hint, other
            )


def _norms(entry: Entry, clause: Clause) -> None:
    """Bearers of one duty who stand in two norms."""
    seen: dict[tuple[object, ...], Norm] = {}
    for norm in clause.norms:
        if isinstance(norm, Deems):
            continue
        deed = norm.duty if isinstance(norm, Duty) else "refrain"
        keys = [(deed, *key) for bearer in norm.bearers for key in _keys(bearer)]
        twice = next((key for key in keys if key in seen), None)
        if twice is not None:
            other = (place(seen[twice].at), "first here")
            hint = "say it once, or make two clauses of it with a label each"
            entry.report.add(
                "TL0401", place(norm.at), f"`{norm.words}`: its bearer is bound to `{deed}` twice in one clause", hint, other
            )
        seen.update((key, norm) for key in keys if key not in seen)


def _keys(who: Who) -> list[tuple[object, ...]]:
    """What is equal for two who are the same."""
    if isinstance(who, Fixed):
        return [(code,) for code in who.codes]
    if isinstance(who, Choice):
        return [(who.quantifier, who.sort, who.of, who.that)]
    return [(who.words, "")]
