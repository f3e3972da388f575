"""Every single change of an event by which a rule could come to hold: those that touch all of what some way of it falls short of."""

from __future__ import annotations

from treatylang.decision.shortfall import UNSAID, Gap, every_gap, shortfalls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from treatylang.decision.changes import Edit
    from treatylang.decision.formula import Formula
    from treatylang.decision.repairs import Repairs

_FACTS = ("fact", "rule")
# What another feature of an act may mend: another victim also what is asked of the victim.
_TOUCHED = {
    "by": ("role", "place", "target", *_FACTS),
    "second": ("role", "place", "target", *_FACTS),
    "kind": ("kind", "fact"),
    "place": ("place", "target"),
    "happened": (),
}


def singles(formulas: Sequence[Formula], repairs: Repairs, possible: Callable[[Gap], bool]) -> Iterator[Edit]:
    """The single changes that are worth a trial, facts first; `possible`: whether a gap can be mended at all."""
    told = {(gap.sort, gap.act, gap.leaf.words, gap.leaf.atom, gap.goal): gap for each in formulas for gap in every_gap(each)}
    gaps = [gap for gap in told.values() if possible(gap)]
    for about in dict.fromkeys(_subject(gap) for gap in gaps if gap.sort in _FACTS):
        of_it = _OfOne(about)
        if _reached(formulas, of_it, possible):
            for gap in filter(of_it, gaps):
                yield from repairs.of(gap)
    for act in repairs.scene.acts():
        for feature, sorts in _TOUCHED.items() if act.happened is not False else ():

            def touched(gap: Gap, sorts: tuple[str, ...] = sorts, taken: bool = feature == "happened") -> bool:
                may = gap.sort in sorts or _is_unsaid(gap) or (taken and not gap.goal)
                return may and repairs.may_be_about(gap, act)  # noqa: B023

            if _reached(formulas, touched, possible):
                for gap in gaps:
                    if gap.sort in sorts and gap.sort not in _FACTS and touched(gap):
                        yield from repairs.of(gap)
                yield from repairs.otherwise(act, (feature,))


class _OfOne:
    """Whether a gap is a fact of one act, of one state, or of the situation."""

    def __init__(self, about: object) -> None:
        self.about = about

    def __call__(self, gap: Gap) -> bool:
        return gap.sort in _FACTS and _subject(gap) == self.about


def _is_unsaid(gap: Gap) -> bool:
    """Whether no leaf says by what a line fails: it may be by any feature of an act."""
    return gap.leaf.basis == UNSAID or gap.leaf.words == gap.line


def _reached(formulas: Sequence[Formula], touched: Callable[[Gap], bool], possible: Callable[[Gap], bool]) -> bool:
    """Whether some way falls short of nothing but what is touched."""
    return any(shortfalls(each, lambda gap: touched(gap) and possible(gap)) for each in formulas)


def _subject(gap: Gap) -> object:
    """Of what a fact is: of an act, of a state, or of the situation; what follows from another fact is of the same."""
    return gap.act if gap.leaf.atom is None else gap.leaf.atom.of[:1]
