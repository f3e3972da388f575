"""Which clause goes before which, whoever of the two says it.

`overrides` inside a treaty is turned round here: the clause that yields becomes `subject_to` the one that goes before it, by the line
that says so.  All that reads the bound treaty then meets one sort of edge.  What names another treaty stays where it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatylang.model.conditions import TreatyRef
from treatylang.model.treaty import Change, Clause, Rider
from treatylang.record import replace


def turned_round(treaty: str, clauses: Iterable[Clause], head: tuple[Change, ...]) -> tuple[tuple[Clause, ...], tuple[Change, ...]]:
    """The clauses and the edges of the head, with what their `overrides` mean for the clauses that yield."""
    clauses = tuple(clauses)
    of_all: dict[tuple[str, ...], Change] = {}
    of_one: dict[str, list[Change]] = {}
    said = [(edge, (clause.id,)) for clause in clauses for edge in clause.edges] + [(edge, ()) for edge in head]
    for edge, first in said:
        for ref in _inside(treaty, edge):
            turned = _turned(edge, TreatyRef(treaty, first))
            if not ref.clauses and len(of_all) < 2:  # two that go before all are in a circle already
                of_all.setdefault(first, turned)
            for name in ref.clauses if len(ref.clauses) == 1 else [each for each in ref.clauses if (each,) != first]:
                of_one.setdefault(name, []).append(turned)
    settled = tuple(replace(each, edges=(*each.edges, *of_one[each.id])) if each.id in of_one else each for each in clauses)
    return settled, (*head, *of_all.values())


def riders_turned_round(treaty: str, riders: Iterable[Rider], every: Iterable[str]) -> Iterator[Rider]:
    """For a rider's `overrides`, given once for each clause that the rider names: the same rider on each clause that yields."""
    riders = tuple(riders)
    if not riders:
        return
    first = TreatyRef(treaty, tuple(each.clause for each in riders))
    for edge in riders[0].changes:
        for ref in _inside(treaty, edge):
            for name in [each for each in ref.clauses or every if (each,) != first.clauses or ref.clauses == first.clauses]:
                yield replace(riders[0], clause=name, lines=(), changes=(_turned(edge, first),))


def _inside(treaty: str, edge: Change) -> tuple[TreatyRef, ...]:
    return tuple(ref for ref in edge.over if ref.treaty == treaty)


def _turned(edge: Change, first: TreatyRef) -> Change:
    return replace(edge, refs=(first,), over=())
