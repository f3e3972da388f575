"""# TL0403: cycle

## What it means

Clauses hang on one another in a circle: the one is `subject to` the other, or the other `overrides` it, or it waits
for a duty `under` the other, and so on until the first. Or areas name each other in a circle, measures count each other, facts imply each other,
states continue each other, treaties are of each other's parties. Or a word `is` a kind of itself.

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
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from treatylang.checks.entry import Entry, Library, by_clause
from treatylang.checks.graph import cycles, depths
from treatylang.model import conditions as c
from treatylang.model.report import Report
from treatylang.model.treaty import Change, Clause
from treatylang.model.vocabulary_from_tree import Defined
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase
from treatylang.text.limits import LIMITS
from treatylang.text.source import Span

CODES = ("TL0403",)

_Node = tuple[str, str]  # treaty and clause; or one of those below, with the treaty: their sign stands in no text
_ALL = "\0all"  # every clause of the treaty
_YIELDS = "\0yields"  # what every clause of the treaty yields to
_EVERY = "\0every"  # what every other treaty yields to, by this one; the treaties that are excepted follow
_OTHERS = "\0others"  # every other treaty, where this one yields to them; likewise
_SOME = "\0some"  # the clauses that one reference means; its number follows
_Words = tuple[str, t.Node] | None  # the treaty in whose text they stand, and the words; None: these two are one by their meaning
_Edges = dict[_Node, dict[_Node, _Words]]  # with the words that lead from the one to the other


def check(library: Library) -> None:
    """Cycles of clauses over all treaties."""
    _parties(library)
    edges: _Edges = {}
    for _, entry in sorted(library.items()):
        for node, targets in _Hangs(entry).edges().items():
            edges.setdefault(node, {}).update(targets)
    treaties = [name for name, entry in library.items() if entry.treaty.form == "treaty"]
    for node in [node for node in edges if node[1].startswith(_EVERY)]:
        for name in _meant(node, treaties):
            edges.setdefault((name, _YIELDS), {})[node] = None
    for node in [node for targets in edges.values() for node in targets if node[1].startswith(_OTHERS)]:
        edges[node] = {(name, _ALL): None for name in _meant(node, treaties)}
    for cycle in cycles(edges):
        start = cycle.index(min(node for node in cycle if _is_clause(node)))
        _tell([*cycle[start:], *cycle[:start]], edges, library)
    _too_long(edges, library)


def _too_long(edges: _Edges, library: Library) -> None:
    """Clauses that wait for each other in a longer row than can be followed: the answer to one is part of the answer to the next."""
    depth = depths(edges, _is_clause)
    for node in [node for node, steps in depth.items() if steps == LIMITS.nesting + 1 and _is_clause(node)]:
        treaty, clause = node
        there = max(edges.get(node, ()), key=lambda each: depth[each], default=None)
        words = edges[node][there] if there is not None else None
        home, at = words or (treaty, library[treaty].document.id)
        message = f"`{treaty}:{clause}` hangs on more than {LIMITS.nesting} clauses, each on the next"
        library[home].report.add("TL0104", at, message, "say it in fewer steps: nobody could follow so many")


def _every(sort: str, ref: c.TreatyRef) -> str:
    return "\0".join((sort, *sorted(ref.but)))


def _meant(node: _Node, treaties: Iterable[str]) -> Iterator[str]:
    """Every other treaty, less those that are excepted."""
    own, sort = node
    return (name for name in treaties if name != own and name not in sort.split("\0")[2:])


def _is_clause(node: _Node) -> bool:
    return not node[1].startswith("\0")


def _parties(library: Library) -> None:
    """Treaties that take over each other's parties, so that nobody is party to any."""
    taken = {
        name: {section.of.text: section.of for section in entry.sections(t.Parties) if section.of and section.of.text in library}
        for name, entry in library.items()
    }
    for cycle in cycles(taken):
        way = " -> ".join(f"`{name}`" for name in (*cycle, cycle[0]))
        hint = "one of them must list its parties"
        library[cycle[0]].report.add("TL0403", taken[cycle[0]][(cycle[1:] or cycle)[0]], f"parties in a circle: {way}", hint)


def check_definitions(definitions: Iterable[Defined]) -> None:
    """Cycles of areas, measures, facts and codes, of a vocabulary too."""
    definitions = list(definitions)
    _areas(definitions)
    nodes = [(each.node, each.report) for each in definitions]
    measures = {
        node.name.text: ({part.name.text: part.name for part in node.parts}, report)
        for node, report in nodes
        if isinstance(node, t.MeasureDef)
    }
    _circle(measures, "measures", "what counts towards a measure may not be made of that measure")
    facts = {
        node.name.text: (_led_to(node, "implies"), report)
        for node, report in nodes
        if isinstance(node, t.WordDef) and node.word_class == "fact"
    }
    _circle(facts, "facts", "of facts that imply each other keep one")
    codes = {node.code.text: (_led_to(node, "continues"), report) for node, report in nodes if isinstance(node, t.CodeDef)}
    _circle(codes, "states that continue each other", "a state continues an older one")


def _led_to(node: t.WordDef | t.CodeDef, form: str) -> dict[str, t.Name | t.Code]:
    return {name.text: name for line in node.lines if isinstance(line, t.Line) and line.form == form for name in line.names}


def _circle(named: Mapping[str, tuple[Mapping[str, t.Node], Report]], what: str, hint: str) -> None:
    """Report definitions of a sort that lead back to themselves; each is given with the names that stand in it."""
    edges = {name: {to: node for to, node in words.items() if to in named} for name, (words, _) in named.items()}
    for cycle in cycles(edges):
        way = " -> ".join(f"`{name}`" for name in (*cycle, cycle[0]))
        named[cycle[0]][1].add("TL0403", edges[cycle[0]][(cycle[1:] or cycle)[0]], f"{what} in a circle: {way}", hint)


def _areas(definitions: Iterable[Defined]) -> None:
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
        areas[cycle[0]][1].report.add(
            "TL0403", node, f"areas in a circle: {way}", "an area may name only areas that do not lead back to it"
        )


def _tell(way: list[_Node], edges: _Edges, library: Library) -> None:
    """The circle, at the words of its first step, with those of a further step in the same text."""
    shown = [f"`{treaty}:{clause}`" for treaty, clause in way if _is_clause((treaty, clause))]
    steps = [edges[here][there] for here, there in zip(way, (*way[1:], way[0]), strict=True)]
    (home, words), *further = [step for step in steps if step is not None]
    label = next(((more, "and on from here") for where, more in further if where == home), None)
    message = f"clauses in a circle: {' -> '.join((*shown, shown[0]))}"
    hint = "one of them must not go before, or wait for, the other; of a whole treaty or article, name the clauses that are meant"
    library[home].report.add("TL0403", words, message, hint, label)


class _Hangs:
    """What the clauses of a treaty hang on: what goes before them, and the duties that their conditions ask for."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.treaty = entry.treaty
        self.riders = by_clause(entry.treaty)
        self.owes: dict[str, t.Node] = {}
        if any(isinstance(part, c.Owes) for clause in entry.treaty.clauses for part in self._conditions(clause)):
            self.owes = {phrase(node): node for node in t.walk(entry.document) if isinstance(node, t.Owes)}
        self.lines: dict[Span, t.Node] = {}
        self.named = Counter(at for at, _ in {(rider.at, rider.clause) for rider in entry.treaty.riders})  # clauses of one rider
        self.some: dict[tuple[str, ...], tuple[_Node, frozenset[str]]] = {}  # several clauses that a reference means
        self.among: dict[tuple[str, ...], set[str]] = {}  # and which of them name them all as going before themselves

    def edges(self) -> _Edges:
        """Of each clause, and of the treaty as a whole."""
        own = self.treaty.id
        found: _Edges = {(own, _ALL): {(own, each.id): None for each in self.treaty.clauses}}
        for clause in self.treaty.clauses:
            targets = found.setdefault((own, clause.id), {})
            for edge, alone in self._said(clause):
                for ref in edge.refs:
                    for target in self._going_before(clause, ref, alone):
                        targets.setdefault(target, (own, self._line(edge)))
                for ref in edge.over:
                    for yielding in self._yielding(ref):
                        found.setdefault(yielding, {}).setdefault((own, clause.id), (own, self._line(edge)))
            for part in self._conditions(clause):
                if isinstance(part, c.Owes):
                    for ref in part.under:
                        for name in ref.clauses or (_ALL,):
                            targets.setdefault((ref.treaty, name), (own, self.owes.get(part.words, self.entry.document.id)))
            targets.setdefault((own, _YIELDS), None)
        for node, names in self.some.values():
            found[node] = {(own, name): None for name in sorted(names)}
        return found

    def _said(self, clause: Clause) -> Iterator[tuple[Change, bool]]:
        """Every edge of a clause, and whether its line speaks of this clause alone."""
        yield from ((edge, False) for edge in self.treaty.edges)
        yield from ((edge, True) for edge in clause.edges)
        for rider in self.riders.get(clause.id, ()):
            yield from ((edge, self.named[rider.at] == 1) for edge in rider.changes)

    def _line(self, edge: Change) -> t.Node:
        """The line that says so."""
        if edge.at not in self.lines:
            sort: type[t.Node] = t.SubjectTo if edge.form == "subject_to" else t.Overrides
            self.lines[edge.at] = self.entry.at(edge.at, sort) or self.entry.document.id
        return self.lines[edge.at]

    def _yielding(self, ref: c.TreatyRef) -> Iterator[_Node]:
        """The clauses of other treaties that a line puts behind its own; those of its own treaty are turned round already."""
        if ref.treaty == c.EVERY:
            yield (self.treaty.id, _every(_EVERY, ref))
        elif ref.treaty != self.treaty.id:
            yield from ((ref.treaty, name) for name in ref.clauses or (_YIELDS,))

    def _going_before(self, clause: Clause, ref: c.TreatyRef, alone: bool) -> Iterator[_Node]:
        """The clauses that a reference means.  One goes before itself only where it alone is named, by a line that speaks of it alone."""
        if ref.treaty == c.EVERY:
            yield (self.treaty.id, _every(_OTHERS, ref))
            return
        if ref.treaty != self.treaty.id:
            yield from ((ref.treaty, name) for name in ref.clauses or (_ALL,))
            return
        if len(ref.clauses) == 1:
            if ref.clauses != (clause.id,) or alone:
                yield (ref.treaty, ref.clauses[0])
            return
        if ref.clauses not in self.some:
            names = frozenset(ref.clauses or (each.id for each in self.treaty.clauses))
            self.some[ref.clauses] = ((self.treaty.id, f"{_SOME}\0{len(self.some)}"), names)
        node, names = self.some[ref.clauses]
        if clause.id not in names:
            yield node
            return
        among = self.among.setdefault(ref.clauses, set())
        if clause.id in among or len(among) < 2:  # the first two are in a circle already
            among.add(clause.id)
            yield from ((ref.treaty, name) for name in ref.clauses or names if name != clause.id)

    def _conditions(self, clause: Clause) -> Iterator[c.Condition]:
        """All parts of the conditions on which a clause waits."""
        lines = (*clause.lines, *self.treaty.lines, *(line for rider in self.riders.get(clause.id, ()) for line in rider.lines))
        for condition in (*((clause.when,) if clause.when else ()), *(line.condition for line in lines)):
            yield from c.every_part(condition)
