"""# TL0407: clause that can never apply

## What it means

Whatever happens, the clause binds nobody: its `when` or an `only if` contradicts itself or the rest (`a party
that is not a party`, an attack by a state on itself), its area has no part while the clause holds, or those
who are to bear the duty are never parties.

## Why

A clause that cannot apply is never missed: it only gives no answer. Most often a code is that of another time
(`RUS` in a treaty with the `USSR`), or a role word refers to the wrong one. The check tells only what is
certain from the text; that it is silent proves nothing.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack by a state on a party
  then    ITA must assist the victim
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR ITA since 1949-08-24
article "1"
  when    armed_attack by a state on a party
  then    ITA must assist the victim
```
"""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.checks.certain import Certain
from treatylang.checks.entry import Entry, place
from treatylang.model.treaty import Prohibition
from treatylang.syntax import tree as t

CODES = ("TL0407",)


def check(entry: Entry, clauses: Iterable[Certain]) -> None:
    """Clauses of which the text itself shows that they never apply."""
    for certain in clauses:
        _clause(entry, certain)


def _clause(entry: Entry, certain: Certain) -> None:
    clause = certain.clause
    if certain.dead:
        node = entry.at(clause.at, t.Clause)
        when = node.when if node and node.when else place(clause.at)
        hint = "look for a name, a filter or an area that rules out what the rest asks for"
        entry.report.add("TL0407", when, "this can never be, so the clause never applies", hint)
        return
    for norm in certain.norms:
        if not any(certain.can_bear(who) for who in norm.bearers):
            words = ", ".join(who.words for who in norm.bearers)
            hint = "only parties bear duties: is the code that of another time, or the line of the party missing?"
            entry.report.add("TL0407", place(norm.at), f"nobody can bear this duty: `{words}` is never a party", hint)
        elif isinstance(norm, Prohibition) and not certain.can_be_broken(norm):
            hint = "look for a name, a filter or an area that rules out what the rest asks for"
            entry.report.add("TL0407", place(norm.at), f"no act can be `{norm.act.words}`", hint)
    for line in clause.lines:
        if line.form == "only_if" and certain.line(line.condition) is False:
            entry.report.add(
                "TL0407", place(line.at), "this never holds, so the clause never applies", "compare it with the words after `when`"
            )
