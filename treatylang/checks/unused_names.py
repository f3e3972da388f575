"""# TL0409: unused name

## What it means

The treaty defines a class, an area, an organ, a measure, a kind, a fact or another word, and nothing in it
uses that word.

## Why

Most often a clause was meant to use it and says something wider, as an attack `on a party` where the area was
drawn for an attack `on a party in treaty_area`. An organ with a voting rule is in use even so: events may say
what it decided. So is an organ that a pledge of the same parties names.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
area treaty_area
  territory of a party in europe
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
area treaty_area
  territory of a party in europe
article "1"
  when    armed_attack on a party in treaty_area
  then    every other party must assist the victim
```
"""

from __future__ import annotations

from collections import Counter

from treatylang.checks.entry import Entry, Library
from treatylang.syntax import tree as t

CODES = ("TL0409",)

_SORTS: dict[type[t.Node], str] = {t.ClassDef: "class", t.AreaDef: "area", t.OrganDef: "organ", t.MeasureDef: "measure"}


def check(entry: Entry, library: Library) -> None:
    """Local names that no clause, no other definition and no pledge of the parties uses."""
    definitions = [
        each for each in entry.document.sections if isinstance(each, t.ClassDef | t.AreaDef | t.OrganDef | t.MeasureDef | t.WordDef)
    ]
    if not definitions:
        return
    used = entry.used | _mentioned(entry.document)
    named_in = Counter(word for each in definitions for word in _names(each))  # in how many definitions
    pledges = [each for each in library.values() if each.treaty.members_of == entry.treaty.id]
    for definition in definitions:
        name = definition.name
        if name.text in used or named_in[name.text] > 1:
            continue
        if isinstance(definition, t.OrganDef) and (definition.votes or any(name.text in each.used for each in pledges)):
            continue
        sort = definition.word_class if isinstance(definition, t.WordDef) else _SORTS[type(definition)]
        entry.report.add("TL0409", name, f"nothing uses the {sort} `{name.text}`", "use it in a clause, or take it out")


def _mentioned(document: t.Treaty) -> set[str]:
    """Words that stand where a defined name may stand, beyond those that binding counts as used."""
    found: set[str] = set()
    speaking = [each for each in t.children(document) if not isinstance(each, t.WordDef)]  # of words there may be thousands
    for node in (node for each in speaking for node in t.walk(each)):
        match node:
            case t.Targets(names=names):
                found.update(each.text for each in names)
            case t.The(name=name) | t.Some(name=name):
                found.add(name.text)
            case t.Act(of=t.Name(text=text)):
                found.add(text)
    return found


def _names(definition: t.Node) -> set[str]:
    return {node.text for node in t.walk(definition) if isinstance(node, t.Name)}
