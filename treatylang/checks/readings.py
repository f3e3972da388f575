"""# TL0410: reading without author or source

## What it means

A `reading` names neither who says it (`by USA`) nor, in a title, where it is said.

## Why

A reading that is not agreed is an account: the answer becomes `disputed`, and says who reads the text so. An
account of nobody, found nowhere, cannot be weighed or checked; and in print it looks as if it were the law.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
reading of "1"
  severally
```

## Right

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
reading of "1" by FRA "Note of the Foreign Minister, 2 March 1950"
  severally
```
"""

from __future__ import annotations

from treatylang.checks.entry import Entry
from treatylang.syntax import tree as t

CODES = ("TL0410",)


def check(entry: Entry) -> None:
    """Readings of nobody, found nowhere."""
    for reading in entry.sections(t.Reading):
        if not reading.authors and reading.title is None:
            hint = 'say who reads it so (`by USA`), or where it is found (`reading of "1" "Author, work, year"`)'
            entry.report.add("TL0410", reading, "this reading names neither an author nor a source", hint)
