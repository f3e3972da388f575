'''# TL0403: cycle

## What it means

Clauses hang on one another in a circle: the one is `subject to` the other, or waits for a duty `under` it, and
so on until the first. Or areas name each other in a circle. Or a word `is` a kind of itself.

## Why

Precedence and duties as conditions are worked out from the ground up; in a circle there is no ground, and
the answer would hang on the order of the files. A reference to a whole treaty or article stands for each of
its clauses: name the clauses that are meant.

## Wrong

```treaty
treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR since 1949-08-24
article "1"
  when    armed_attack on a party
  then    every other party must assist the victim
  subject to "2"
article "2"
  when    armed_attack on a party
  then    every other party must stay_neutral toward the victim
  subject to "1"
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
  subject to "2"
article "2"
  when    armed_attack on a party
  then    every other party must stay_neutral toward the victim
```
'''

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatylang.checks.entry import Entry, Library
from treatylang.checks.graph import cycles
from treatylang.model import conditions as c
from treatylang.model.treaty import Clause, Rider
from treatylang.model.vocabulary_from_tree import Defined
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase

CODES = ("TL0403",)

_Node = tuple[str, str]  # treaty and clause; no clause: every clause of the treaty
_Edges = dict[_Node, dict[_Node, t.Node]]  # with the words that lead from the one to the other


def check(library: Library) -> None:
    """Cycles of clauses over all treaties."""
    edges: _Edges = {}
    for name, entry in sorted(library.items()):
        edges[(name, "")] = {(name, clause.id): entry.document.id for clause in entry.treaty.clauses}
        for clause in entry.treaty.clauses:
            edges[(name, clause.id)] = _edges(entry, clause)
    for cycle in cycles(edges):
        start = next(at for at, node in enumerate(cycle) if node[1])  # at a clause, not at a whole treaty
        way = [*cycle[start:], *cycle[:start]]
        _tell(way, edges, library[way[0][0]])


def check_definitions(definitions: Iterable[Defined]) -> None:
    """Cycles of areas, of a vocabulary too."""
    areas = {each.node.name.text: (each.node, each) for each in definitions if isinstance(each.node, t.AreaDef)}
    edges = {
        name: {
            part.text: part
            for line in node.places
            if isinstance(line, t.PlaceLine)
            for part in (*line.names, *line.regions)
            if part.text in areas
        }
        for name, (node, _) in areas.items()
    }
    for cycle in cycles(edges):
        way = " -> ".join(f"`{name}`" for name in (*cycle, cycle[0]))
        node = edges[cycle[0]][(cycle[1:] or cycle)[0]]
        areas[cycle[0]][1].report.add("TL0403", node, f"areas in a circle: {way}", "an area may name only areas that do not lead back to it")


def _tell(way: list[_Node], edges: _Edges, entry: Entry) -> None:
    shown = [f"`{treaty}:{clause}`" for treaty, clause in way if clause]
    steps = list(zip(way, (*way[1:], way[0]), strict=True))
    label = None
    for here, there in steps[1:]:
        if here[0] == way[0][0] and here[1]:
            label = (edges[here][there], "and on from here")
            break
    message = f"clauses in a circle: {' -> '.join((*shown, shown[0]))}"
    hint = "one of them must not go before, or wait for, the other; of a whole treaty or article, name the clauses that are meant"
    entry.report.add("TL0403", edges[way[0]][steps[0][1]], message, hint, label)


def _edges(entry: Entry, clause: Clause) -> dict[_Node, t.Node]:
    """What a clause hangs on: what goes before it, and the duties that its conditions ask for."""
    found: dict[_Node, t.Node] = {}
    for ref, node in (*_before(entry, clause), *_asked(entry, clause)):
        for target in _targets(entry, clause, ref, isinstance(node, t.SubjectTo)):
            found.setdefault(target, node)
    return found


def _targets(entry: Entry, clause: Clause, ref: c.TreatyRef, before: bool) -> Iterator[_Node]:
    """The clauses that a reference means.  One goes before itself only where it alone is named."""
    own = ref.treaty == entry.treaty.id
    if not own and not ref.clauses:
        yield (ref.treaty, "")
        return
    for name in ref.clauses or (each.id for each in entry.treaty.clauses):
        if not (before and own and name == clause.id and ref.clauses != (clause.id,)):
            yield (ref.treaty, name)


def _before(entry: Entry, clause: Clause) -> Iterator[tuple[c.TreatyRef, t.Node]]:
    if entry.treaty.subject_to:
        head = next(tail for tail in entry.document.head.tails if isinstance(tail, t.SubjectTo))
        yield from ((ref, head) for ref in entry.treaty.subject_to)
    for span, refs in ((clause.at, clause.subject_to), *((rider.at, _refs(rider)) for rider in _riders(entry, clause))):
        node = entry.at(span, t.SubjectTo) if refs else None
        if node is not None:
            yield from ((ref, node) for ref in refs)


def _refs(rider: Rider) -> tuple[c.TreatyRef, ...]:
    return tuple(ref for change in rider.changes if change.form == "subject_to" for ref in change.refs)


def _asked(entry: Entry, clause: Clause) -> Iterator[tuple[c.TreatyRef, t.Node]]:
    lines = (*clause.lines, *entry.treaty.lines, *(line for rider in _riders(entry, clause) for line in rider.lines))
    conditions = [line.condition for line in lines]
    for condition in (*conditions, *((clause.when,) if clause.when else ())):
        for part in c.every_part(condition):
            if isinstance(part, c.Owes):
                nodes = (each for each in t.walk(entry.document) if isinstance(each, t.Owes) and phrase(each) == part.words)
                node = next(nodes, entry.document.id)
                yield from ((ref, node) for ref in part.under)


def _riders(entry: Entry, clause: Clause) -> list[Rider]:
    return [rider for rider in entry.treaty.riders if rider.clause == clause.id]
