"""What a formula falls short of: the facts that would have to be otherwise for it to hold, the cheapest sets of them first.

A set is an estimate: whether a change of the event brings them about, and what else it moves, only a new decision tells (`nearest`).
"""

from __future__ import annotations

from treatylang.decision.formula import All, Any, AtLeast, Formula, Leaf, Neg, value
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST = 4  # sets that are kept of each part
_MOST_GIVEN_WAY = 48  # where a clause that displaces another is to fail: what fails it may be what starts the other
_LINES = ("in force", "party", "when", "only if", "unless", "lapses", "displaced", "bearer")
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
    another act most.  `fits`: whether the act is to fit the pattern, or is not to; `displaced`: the clause that must not apply, and the
    line by which it goes before, where the gap stands in that clause's rule.
    """

    leaf: Leaf
    goal: bool
    sort: str
    act: str | None
    line: str
    role: str
    key: str
    cost: int
    fits: bool = True
    displaced: tuple[str, str] | None = None

    @property
    def was(self) -> bool | None:
        """Whether it is now as it would have to be: never so; None where that is open."""
        return None if self.leaf.value is None else self.leaf.value is self.goal


Short = tuple[Gap, ...]
# Where a part of a formula stands: the act, the line, its role; whether the act is to fit; the clause that is not to displace, and by what.
_Inside = tuple[str | None, str, str, bool, tuple[str, str] | None]
_OUTSIDE: _Inside = (None, "", "", True, None)
Known = dict[tuple[int, bool, _Inside], list[Short]]


def shortfalls(formula: Formula, possible: Callable[[Gap], bool] = lambda gap: True, known: Known | None = None) -> list[Short]:
    """The cheapest sets of facts that would have to be otherwise for the formula to hold, in the order of the text where they cost
    the same; one empty set where it holds.  Sets with a gap that is not `possible` to mend are left out.

    `known`: what is known of parts that formulas share, such as those of several bearers; of the same `possible`, and as long as the
    formulas are kept.
    """
    found = _sets(formula, True, _OUTSIDE, {} if known is None else known, possible)
    return ([short for short in found if not _undone(formula, short)] or found)[:_MOST]


def every_gap(formula: Formula) -> Iterator[Gap]:
    """Each fact that the formula speaks of, as it would have to be if it were otherwise: of an open one, so and not so."""
    stack: list[tuple[Formula, bool, _Inside]] = [(formula, True, _OUTSIDE)]
    met: set[tuple[int, bool, _Inside]] = set()
    while stack:
        node, goal, inside = stack.pop()
        if (id(node), goal, inside) in met:
            continue
        met.add((id(node), goal, inside))
        if isinstance(node, Leaf):
            yield from (_gap(node, so, inside) for so in (True, False) if node.value is not so)
            continue
        inside = _deeper(node, goal, inside)
        if isinstance(node, Neg):
            stack.append((node.term, not goal, inside))
        else:
            stack.extend((term, goal, inside) for term in reversed(node.terms))


def _undone(formula: Formula, short: Short) -> bool:
    """Whether what would mend one part takes away another that holds.  Where another is to be in somebody's place, only a trial tells."""
    if all(gap.goal for gap in short):
        return False  # nothing would be taken away
    goals: dict[object, bool | None] = {}
    for gap in short:
        so = gap.goal if gap.sort in ("fact", "kind", "rule") else None
        for key in (id(gap.leaf), gap.leaf.atom):
            if key is not None and goals.setdefault(key, so) is not so:
                return so is not None
    return _after(formula, goals, {}) is False


def _after(node: Formula, goals: dict[object, bool | None], known: dict[int, bool | None]) -> bool | None:
    """The value of a formula once some of its leaves are as they would have to be."""
    if isinstance(node, Leaf):
        return goals.get(id(node), goals.get(node.atom, node.value) if node.atom is not None else node.value)
    if id(node) not in known:
        if isinstance(node, Neg):
            inner = _after(node.term, goals, known)
            known[id(node)] = None if inner is None else not inner
        else:
            values = [_after(term, goals, known) for term in node.terms]
            needed = len(values) if isinstance(node, All) else 1 if isinstance(node, Any) else node.number
            sure, open_ = values.count(True), values.count(None)
            known[id(node)] = True if sure >= needed else None if sure + open_ >= needed else False
    return known[id(node)]


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
    inside = _deeper(node, goal, inside)
    if isinstance(node, Neg):
        return _sets(node.term, not goal, inside, known, possible)
    found = _among(node, goal, inside, known, possible)
    unsaid: list[Leaf] = []
    if not node.terms and goal:  # no one holds the place, or nobody could be meant: no leaf says so
        basis = UNSAID if inside[0] else "listed" if inside[2] == "when" else "table"
        found, unsaid = [], [Leaf(node.words or inside[1].removeprefix("when "), False, basis)]
    gaps = [_gap(leaf, True, inside) for leaf in unsaid]
    if goal and not isinstance(node, AtLeast) and node.role == "act":
        gaps.append(_gap(Leaf(node.words.partition(": ")[0], False, "listed"), True, (None, *inside[1:])))
    return [*found, *((gap,) for gap in gaps if possible(gap))]


def _deeper(node: All | Any | Neg | AtLeast, goal: bool, inside: _Inside) -> _Inside:
    if isinstance(node, Neg) and node.role == "displaced":
        return None, node.words, node.role, True, (node.words, node.id)
    if node.role in _LINES:
        return None, node.words, node.role, True, inside[4]
    if node.role == "act":
        return node.words, *inside[1:3], goal, inside[4]
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
    cheapest = sorted(distinct.values(), key=cost_of)
    yields = cheapest and any(gap.displaced for gap in cheapest[0])
    return cheapest[: _MOST_GIVEN_WAY if yields else _MOST]


def _gap(leaf: Leaf, goal: bool, inside: _Inside) -> Gap:
    sort = _sort(leaf, inside)
    act, line, role, fits, displaced = inside
    about = "" if sort in ("place", "target", "kind") and goal else f"|{leaf.words}"
    cost = {"fact": FACT, "act": ANOTHER_ACT, "day": ANOTHER_DAY, "rule": ANOTHER_ACT}.get(sort, FEATURE)
    if sort in ("place", "target", "role") and leaf.value is None:
        cost = FACT
    return Gap(leaf, goal, sort, act, line, role, f"{sort}|{act}{about}", cost, fits, displaced)


def _sort(leaf: Leaf, inside: _Inside) -> str:
    """What a leaf is about."""
    act, line, role, _, _ = inside
    word = leaf.atom.word if leaf.atom is not None else ""
    if leaf.basis == "listed" or leaf.why == _NONE_TO_JUDGE:
        return "act"
    if role == "bearer":
        return "act"  # another, in which the bearer takes no part
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
