"""Cycles of a directed graph, in time linear in its size."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

_N = TypeVar("_N", str, tuple[str, str])


def cycles(edges: Mapping[_N, Mapping[_N, object]]) -> list[list[_N]]:
    """One cycle of every knot, the shortest through its first node; a cycle lists each node once, from the first on.

    >>> cycles({"a": {"b": 0}, "b": {"c": 0, "a": 0}, "c": {"a": 0}, "d": {"a": 0, "d": 0}})
    [['a', 'b'], ['d']]
    """
    found: list[list[_N]] = []
    for knot in _Knots(edges).found:
        cycle = _back_to(min(knot), edges, knot)
        if cycle:
            found.append(cycle)
    return sorted(found)


def depths(edges: Mapping[_N, Mapping[_N, object]], counts: Callable[[_N], bool]) -> dict[_N, int]:
    """Of each node how many nodes that count the longest way from it has, itself among them; a knot is one step.

    >>> depths({"a": {"b": 0, "c": 0}, "b": {"c": 0}}, lambda node: True)
    {'c': 1, 'b': 2, 'a': 3}
    """
    found: dict[_N, int] = {}
    for knot in _Knots(edges).found:  # what a node leads to is found before it
        below = max((found.get(there, 0) for node in knot for there in edges.get(node, ())), default=0)
        found |= dict.fromkeys(knot, below + any(counts(node) for node in knot))
    return found


def _back_to(start: _N, edges: Mapping[_N, Mapping[_N, object]], knot: set[_N]) -> list[_N]:
    """The shortest way from a node to itself inside its knot."""
    came: dict[_N, _N] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in sorted(knot.intersection(edges.get(here, ()))):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if there not in came:
                came[there] = here
                queue.append(there)
    return []


class _Knots(Generic[_N]):
    """The sets of nodes that reach one another (Tarjan's algorithm, without recursion)."""

    def __init__(self, edges: Mapping[_N, Mapping[_N, object]]) -> None:
        self.edges: Mapping[_N, Mapping[_N, object]] = edges
        self.found: list[set[_N]] = []
        self._number: dict[_N, int] = {}
        self._low: dict[_N, int] = {}
        self._open: dict[_N, None] = {}
        for node in edges:
            if node not in self._number:
                self._from(node)

    def _from(self, root: _N) -> None:
        path = [self._enter(root)]
        while path:
            here, targets = path[-1]
            there = next(targets, None)
            if there is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    self._low[above] = min(self._low[above], self._low[here])
                if self._low[here] == self._number[here]:
                    self._close(here)
            elif there not in self._number:
                path.append(self._enter(there))
            elif there in self._open:
                self._low[here] = min(self._low[here], self._number[there])

    def _enter(self, node: _N) -> tuple[_N, Iterator[_N]]:
        self._number[node] = self._low[node] = len(self._number)
        self._open[node] = None
        return node, iter(self.edges.get(node, {}))

    def _close(self, node: _N) -> None:
        knot: set[_N] = set()
        while node not in knot:
            knot.add(self._open.popitem()[0])
        self.found.append(knot)
