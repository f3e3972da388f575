"""Of what kinds an act is: by its own kind, by what the event says, or because it amounts to one."""

from __future__ import annotations

from treatylang.decision.formula import FALSE, Atom, Formula, Leaf, both, either, neg
from treatylang.events.situation import Act
from treatylang.model.vocabulary import in_words
from treatylang.text.article import with_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatylang.decision.case import Case


def is_kind(case: Case, act: Act, kind: str, asked: frozenset[str] = frozenset()) -> Formula:
    """That an act is, or amounts to, one of a kind; `asked` is what led here."""
    if kind in asked:
        return FALSE
    if case.name(kind) in act.facts:  # the event says the end result itself
        return stated(case, act, kind)
    own = case.words.kinds[act.kind]
    denied = [stated(case, act, above) for above in case.words.kinds[kind].above if above != kind and case.name(above) in act.facts]
    if denied and kind not in own.above:  # and what is not of a kind is of none below it
        return both(*denied, _amounts(case, act, kind, asked))
    return _amounts(case, act, kind, asked)


def stated(case: Case, act: Act, kind: str) -> Leaf:
    """What the event itself says of the kind of an act."""
    name = case.name(kind)
    return case.truth(f"{act.kind} is {with_article(kind)}", act.facts[name], Atom(name, (act.id,)))


def _amounts(case: Case, act: Act, kind: str, asked: frozenset[str]) -> Formula:
    """That the act is of the kind by its own kind, by what is stated, or because it amounts to it."""
    own = case.words.kinds[act.kind]
    if kind in own.above:
        return both(Leaf(f"{act.kind} is {with_article(kind)}", True, "table"), *_needs(case, act, kind))
    ways: list[Formula] = []
    for name in act.facts:  # what is of a kind is of those above it, also where it is open or disputed
        if name in case.words.kinds and kind in case.words.kinds[name].above:
            so = stated(case, act, name)
            if so.value is True:
                return so
            ways.append(so)
    for above in own.above:
        for target, facts in case.words.kinds[above].amounts_to.items():
            if kind not in case.words.kinds[target].above and not _reaches(case, target, kind):
                continue
            if case.name(target) in act.facts:  # whether it amounts to that, the event says itself
                if kind not in case.words.kinds[target].above:
                    ways.append(both(stated(case, act, target), _from(case, act, target, kind, asked | {kind})))
                continue
            head = Leaf(
                f"{with_article(above)} amounts to {with_article(target)}" + (f" if {in_words(facts)}" if facts else ""),
                True,
                "table",
            )
            needs = list(_needs(case, act, target))
            if target != kind and kind in case.words.kinds[target].above:
                needs += _needs(case, act, kind)
            elif target != kind:
                needs.append(_from(case, act, target, kind, asked | {kind}))
            ways.append(both(head, *_given(case, act, facts), *needs))
    return either(*ways)


def _from(case: Case, act: Act, source: str, kind: str, asked: frozenset[str]) -> Formula:
    """That an act already known to be a `source` is one of `kind`."""
    ways = []
    for above in case.words.kinds[source].above:
        for target, facts in case.words.kinds[above].amounts_to.items():
            if target in asked:
                continue
            if kind in case.words.kinds[target].above:
                ways.append(
                    both(
                        *_given(case, act, facts),
                        *_needs(case, act, target),
                        *_needs(case, act, kind),
                    )
                )
    return either(*ways)


def _reaches(case: Case, source: str, kind: str) -> bool:
    return any(
        kind in case.words.kinds[target].above
        for above in case.words.kinds[source].above
        for target in case.words.kinds[above].amounts_to
    )


def _needs(case: Case, act: Act, kind: str) -> tuple[Formula, ...]:
    return _given(case, act, case.words.kinds[kind].needs)


def _given(case: Case, act: Act, facts: Mapping[str, bool]) -> tuple[Formula, ...]:
    """That facts of an act have the values that are asked for."""
    return tuple(case.fact(act, fact) if wanted else neg(case.fact(act, fact), f"not {fact}") for fact, wanted in facts.items())
