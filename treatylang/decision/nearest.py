"""The smallest change of facts by which a duty that is not owed would be: what separates the case from the rule.

Worked out on the formula that the verdict rests on.  Changing what the event states, or what is presumed, counts one, another place
two; where the act listed is of another kind or of other states, another act is what it takes, and counts five; what a treaty's own
lists say (its parties, its dates) counts most, and is told only where nothing less would do.
"""

from __future__ import annotations

from treatylang.decision.formula import TRUE, All, Any, AtLeast, Formula, Leaf, Neg, nothing_fits, valued
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

_COST = {"map": 2, "listed": 5, "table": 10}
_ANOTHER_ACT = 5
_NEVER = 1_000


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that would have to be otherwise: its words, what it would have to be, and what it is (None: unknown) on what basis."""

    words: str
    value: bool
    was: bool | None
    basis: str


def nearest(applies: Formula) -> tuple[Change, ...]:
    """The changes, together the smallest that make the formula true; none where it is true, or where no change of facts could do it."""
    cost, leaves = _reach(applies, True, {})
    if cost >= _NEVER:
        return ()
    wanted = {_key(leaf): value for leaf, value in leaves}
    acts = {leaf.words for leaf, _ in leaves if leaf.basis == "listed"}
    if valued(_opened(applies, acts), lambda leaf: wanted.get(_key(leaf), leaf.value)) is not True:
        return ()  # one fact would have to be so and not so
    found = {_key(leaf): Change(leaf.words, value, leaf.value, leaf.basis) for leaf, value in leaves}
    return tuple(found.values())


_Reached = tuple[int, tuple[tuple[Leaf, bool], ...]]


def _reach(node: Formula, goal: bool, known: dict[tuple[int, bool], _Reached]) -> _Reached:
    """The cheapest way to bring a formula to a value: its cost, and the leaves to change."""
    key = (id(node), goal)
    if key not in known:
        known[key] = _cheapest(node, goal, known)
    return known[key]


def _cheapest(node: Formula, goal: bool, known: dict[tuple[int, bool], _Reached]) -> _Reached:
    if isinstance(node, Leaf):
        return (0, ()) if node.value is goal else (_COST.get(node.basis, 1), ((node, goal),))
    if node.now is goal:
        return 0, ()
    if isinstance(node, Neg):
        return _reach(node.term, not goal, known)
    if node.role == "act" and goal:
        within = _among(node, goal, known)
        pattern = node.words.partition(": ")[0]
        if within[0] < _ANOTHER_ACT or within[0] >= _NEVER:  # an area that holds nothing any more holds no other act either
            return within
        return (_ANOTHER_ACT, ((nothing_fits(pattern), True),))
    return _among(node, goal, known)


def _among(node: All | Any | AtLeast, goal: bool, known: dict[tuple[int, bool], _Reached]) -> _Reached:
    """The cheapest way to bring so many of the terms to a value as it takes."""
    parts = [_reach(term, goal, known) for term in node.terms]
    if isinstance(node, All):
        needed = len(parts) if goal else 1
    elif isinstance(node, Any):
        needed = 1 if goal else len(parts)
    else:
        needed = node.number if goal else len(parts) - node.number + 1
    if needed > len(parts):
        return _NEVER, ()
    chosen = sorted(range(len(parts)), key=lambda index: (parts[index][0], index))[:needed]
    return min(sum(parts[index][0] for index in chosen), _NEVER), tuple(
        leaf for index in sorted(chosen) for leaf in parts[index][1]
    )


def _key(leaf: Leaf) -> object:
    return leaf.atom if leaf.atom is not None else leaf.words


def _opened(node: Formula, acts: Collection[str] = ()) -> Formula:
    """The formula without the values kept in its nodes, so that it is worked out anew; with acts that are supposed to be listed."""
    if isinstance(node, Leaf):
        return node
    if isinstance(node, Neg):
        return Neg(_opened(node.term, acts), node.words, node.role, None)
    if node.role == "act" and node.words.partition(": ")[0] in acts:
        return TRUE
    terms = tuple(_opened(term, acts) for term in node.terms)
    if isinstance(node, AtLeast):
        return AtLeast(node.number, terms, node.words, node.role, None)
    return type(node)(terms, node.words, node.role, None)
