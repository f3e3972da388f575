"""Cycles of a directed graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import TypeVar

_N = TypeVar("_N", str, tuple[str, str])


def cycles(edges: Mapping[_N, Mapping[_N, object]]) -> list[list[_N]]:
    """One cycle of every knot, the shortest through its first node; a cycle lists each node once, from the first on.

    >>> cycles({"a": {"b": 0}, "b": {"c": 0, "a": 0}, "c": {"a": 0}, "d": {"a": 0, "d": 0}})
    [['a', 'b'], ['d']]
    """
    found: list[list[_N]] = []
    done: set[_N] = set()
    for node in sorted(edges):
        if node in done:
            continue
        cycle = _back_to(node, edges)
        if cycle:
            found.append(cycle)
            done |= _knot(node, edges)
    return found


def _back_to(start: _N, edges: Mapping[_N, Mapping[_N, object]]) -> list[_N]:
    """The shortest way from a node to itself."""
    came: dict[_N, _N] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in sorted(edges.get(here, ())):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if there not in came:
                came[there] = here
                queue.append(there)
    return []


def _knot(start: _N, edges: Mapping[_N, Mapping[_N, object]]) -> set[_N]:
    """All nodes that lie on a cycle together with this one."""
    back: dict[_N, list[_N]] = {}
    for here, targets in edges.items():
        for there in targets:
            back.setdefault(there, []).append(here)
    return _reached(start, edges) & _reached(start, back)


def _reached(start: _N, edges: Mapping[_N, Iterable[_N]]) -> set[_N]:
    found = {start}
    stack = [start]
    while stack:
        for there in edges.get(stack.pop(), ()):
            if there not in found:
                found.add(there)
                stack.append(there)
    return found
