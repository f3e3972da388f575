"""What a formula falls short of: the facts that would have to be otherwise for it to hold, the cheapest sets of them first.

A set is an estimate: whether a change of the event brings them about, and what else it moves, only a new decision tells (`nearest`).
"""

from __future__ import annotations

from treatylang.decision.formula import All, Any, AtLeast, Formula, Leaf, Neg, value
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 4  # sets that are kept of each part
_LINES = ("in force", "party", "when", "only if", "unless", "lapses", "displaced")
_PLACES = frozenset(
    ("sovereign_of", "place", "zone", "inside", "north", "south", "east", "west", "administered", "origin", "via_territory_of")
)
UNSAID = "unsaid"  # the basis of what plainly fails, though no leaf of the formula says by what
_NONE_TO_JUDGE = "no act listed could be so judged"
ANOTHER_ACT, ANOTHER_DAY, FEATURE, FACT = 5, 4, 2, 1


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that would have to have another value: `sort` is fact, kind, role, place, target, act, day or rule, by what it is of.

    `act`: the pattern and the act held against it, as the formula tells them; `line`, `role`: the line of the rule that it stands in.
    `key`: what one change would mend together; `cost`: what that counts, another feature of an act more than a fact, another day and
    another act most.
    """

    leaf: Leaf
    goal: bool
    sort: str
    act: str | None
    line: str
    role: str
    key: str
    cost: int


Short = tuple[Gap, ...]
_Inside = tuple[str | None, str, str]  # where a part of a formula stands: the act, the line, its role
Known = dict[tuple[int, bool, _Inside], list[Short]]


def shortfalls(formula: Formula, possible: Callable[[Gap], bool] = lambda gap: True, known: Known | None = None) -> list[Short]:
    """The cheapest sets of facts that would have to be otherwise for the formula to hold, in the order of the text where they cost
    the same; one empty set where it holds.  Sets with a gap that is not `possible` to mend are left out.

    `known`: what is known of parts that formulas share, such as those of several bearers; of the same `possible`, and as long as the
    formulas are kept.
    """
    return _sets(formula, True, (None, "", ""), {} if known is None else known, possible)


def failing(short: Short) -> Gap | None:
    """The first that is not so; what is merely open comes after it."""
    decided = [gap for gap in short if gap.leaf.value is not None]
    return next(iter(decided or short), None)


def cost_of(short: Short) -> int:
    """What a set counts: what one change mends is counted once."""
    found: dict[str, int] = {}
    for gap in short:
        found[gap.key] = max(found.get(gap.key, 0), gap.cost)
    return sum(found.values())


def _sets(node: Formula, goal: bool, inside: _Inside, known: Known, possible: Callable[[Gap], bool]) -> list[Short]:
    key = (id(node), goal, inside)
    if key not in known:
        known[key] = _cheapest(_of(node, goal, inside, known, possible))
    return known[key]


def _of(node: Formula, goal: bool, inside: _Inside, known: Known, possible: Callable[[Gap], bool]) -> list[Short]:
    if value(node) is goal:
        return [()]
    if isinstance(node, Leaf):
        gap = _gap(node, goal, inside)
        return [(gap,)] if possible(gap) else []
    inside = _deeper(node, inside)
    if isinstance(node, Neg):
        return _sets(node.term, not goal, inside, known, possible)
    found = _among(node, goal, inside, known, possible)
    if not node.terms and goal:  # no one holds the place, or nobody could be meant: no leaf says so
        found = [(_gap(Leaf(node.words or inside[1], False, UNSAID if inside[0] else "table"), True, inside),)]
    if goal and not isinstance(node, AtLeast) and node.role == "act":
        pattern = node.words.partition(": ")[0]
        found = [*found, (_gap(Leaf(pattern, False, "listed"), True, (None, *inside[1:])),)]
    return found


def _deeper(node: All | Any | Neg | AtLeast, inside: _Inside) -> _Inside:
    if node.role in _LINES:
        return None, node.words, node.role
    if node.role == "act":
        return node.words, *inside[1:]
    return inside


def _among(node: All | Any | AtLeast, goal: bool, inside: _Inside, known: Known, possible: Callable[[Gap], bool]) -> list[Short]:
    parts = [_sets(term, goal, inside, known, possible) for term in node.terms]
    if isinstance(node, AtLeast):
        needed = node.number if goal else len(parts) - node.number + 1
        chosen = sorted(range(len(parts)), key=lambda index: (min(map(cost_of, parts[index]), default=99), index))[:needed]
        return _product([parts[index] for index in sorted(chosen)]) if len(chosen) == needed else []
    if isinstance(node, All) is goal:
        return _product(parts)
    return [short for part in parts for short in part]


def _product(parts: list[list[Short]]) -> list[Short]:
    found: list[Short] = [()]
    for part in parts:
        found = _cheapest([(*before, *more) for before in found for more in part])
    return found


def _cheapest(found: list[Short]) -> list[Short]:
    if len(found) == 1:
        return found
    distinct: dict[tuple[int, ...], Short] = {}
    for short in found:
        once = {id(gap.leaf): gap for gap in short}
        distinct.setdefault(tuple(once), tuple(once.values()))
    return sorted(distinct.values(), key=cost_of)[:_MOST]


def _gap(leaf: Leaf, goal: bool, inside: _Inside) -> Gap:
    sort = _sort(leaf, inside)
    act, line, role = inside
    about = "" if sort in ("place", "target", "kind") and goal else f"|{leaf.words}"
    cost = {"fact": FACT, "act": ANOTHER_ACT, "day": ANOTHER_DAY, "rule": ANOTHER_ACT}.get(sort, FEATURE)
    if sort in ("place", "target", "role") and leaf.value is None:
        cost = FACT
    return Gap(leaf, goal, sort, act, line, role, f"{sort}|{act}{about}", cost)


def _sort(leaf: Leaf, inside: _Inside) -> str:
    """What a leaf is about."""
    act, line, role = inside
    word = leaf.atom.word if leaf.atom is not None else ""
    if leaf.basis == "listed" or leaf.why == _NONE_TO_JUDGE:
        return "act"
    if role == "in force" or not (line or leaf.words):  # the dates of the clause, or of the duty itself
        return "day"
    if role == "party":
        return "fact" if leaf.basis == "stated" else "rule"
    if leaf.basis == "table" and " holds on " in leaf.words:  # the dates of a rider
        return "rule"
    if leaf.basis == "reading" or word in ("since", "until", "suspended", "went_before"):
        return "rule"
    if (
        word in _PLACES
        or leaf.basis in ("map", UNSAID)
        or (leaf.why or "").startswith(("its coordinates", "by its coordinates", "it lies"))
    ):
        return "place"
    if word == "target" or leaf.words.endswith(" struck"):
        return "target"
    if act is None and leaf.basis == "table":
        return "kind" if leaf.words[:1].islower() and " is " in leaf.words and line != leaf.words else "role"
    if act is None:
        return "fact"
    if word == "membership" or (leaf.basis == "table" and leaf.words[:1].isupper()):
        return "role"
    if leaf.basis == "table":
        return "kind"
    if leaf.basis in ("stated", "follows") and leaf.atom is None and " is in " in leaf.words:
        return "place"
    return "fact"
