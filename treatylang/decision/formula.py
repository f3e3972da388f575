"""Formulas: what a verdict rests on, with the treaty's words at every node.

Matching a plan against a situation gives formulas over *atoms*; a verdict is then the value of a formula.  The same formula is read
three-valued here, can be read over all worlds, and is the explanation: nothing is worked out twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """A question of fact: a word and what it is asked of, `("at_war", ("FRA", "GERREICH"))`.

    `shown_by` is the kind of request that would show it, where it is somebody's judgement.
    """

    word: str
    of: tuple[str, ...] = ()
    shown_by: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A fact that is not taken apart.  `value` None: unknown, and then `atom` says what is asked.

    `basis`: stated, presumed, table (a fact of the vocabulary or the treaty's own lists), follows (from another fact), unknown,
    claimed.  `claims`: each value with the codes of those who say so.  `why` is the ground of a presumption.
    """

    words: str
    value: bool | None
    basis: str
    atom: Atom | None = None
    claims: tuple[tuple[bool | None, tuple[str, ...]], ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """True if all are.  `role` names its part in the rule: when, only if, unless, lapses, party ..., or nothing."""

    terms: tuple[Formula, ...]
    words: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Any:
    """True if one is."""

    terms: tuple[Formula, ...]
    words: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Neg:
    """True if the term is not: an exception, or a negation in the text."""

    term: Formula
    words: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True if `number` of the terms are."""

    number: int
    terms: tuple[Formula, ...]
    words: str = ""
    role: str = ""


Formula = Leaf | All | Any | Neg | AtLeast
Valuation = Callable[[Leaf], bool | None]

TRUE = All(())
FALSE = Any(())


def own_value(leaf: Leaf) -> bool | None:
    """What a leaf says of itself; unknown and claimed facts are unknown."""
    return leaf.value


def value(formula: Formula, valuation: Valuation = own_value) -> bool | None:
    """The formula's value in Kleene's strong three-valued logic; None is unknown."""
    match formula:
        case Leaf():
            return valuation(formula)
        case Neg(term=term):
            inner = value(term, valuation)
            return None if inner is None else not inner
        case All(terms=terms):
            result: bool | None = True
            for term in terms:
                each = value(term, valuation)
                if each is False:
                    return False
                if each is None:
                    result = None
            return result
        case Any(terms=terms):
            result = False
            for term in terms:
                each = value(term, valuation)
                if each is True:
                    return True
                if each is None:
                    result = None
            return result
        case AtLeast(number=number, terms=terms):
            values = [value(term, valuation) for term in terms]
            if values.count(True) >= number:
                return True
            return False if values.count(True) + values.count(None) < number else None


def leaves(formula: Formula) -> Iterator[Leaf]:
    """Every leaf, left to right."""
    stack: list[Formula] = [formula]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            yield node
        elif isinstance(node, Neg):
            stack.append(node.term)
        else:
            stack.extend(reversed(node.terms))


def open_leaves(formula: Formula, valuation: Valuation = own_value) -> Iterator[tuple[Leaf, bool]]:
    """The unknown leaves that the formula's value still hangs on, each with whether it stands plain (True) or under a negation."""
    stack: list[tuple[Formula, bool]] = [(formula, True)]
    while stack:
        node, plain = stack.pop()
        if value(node, valuation) is not None:
            continue
        if isinstance(node, Leaf):
            yield node, plain
        elif isinstance(node, Neg):
            stack.append((node.term, not plain))
        else:
            stack.extend((term, plain) for term in reversed(node.terms))


def deciding_leaves(formula: Formula, valuation: Valuation = own_value) -> Iterator[Leaf]:
    """The leaves on which a decided value rests: of a conjunction that holds, all; of one that fails, the first that fails."""
    stack: list[Formula] = [formula]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            yield node
            continue
        if isinstance(node, Neg):
            stack.append(node.term)
            continue
        result = value(node, valuation)
        if result is None or isinstance(node, AtLeast):
            stack.extend(reversed(node.terms))
        elif isinstance(node, All):
            stack.extend(reversed(node.terms) if result else [next(t for t in node.terms if value(t, valuation) is False)])
        else:
            stack.extend([next(t for t in node.terms if value(t, valuation) is True)] if result else reversed(node.terms))


def both(*terms: Formula) -> Formula:
    """All of the terms, those that are plainly true left out, false as soon as one is."""
    kept: list[Formula] = []
    for term in terms:
        if term == TRUE:
            continue
        if term == FALSE:
            return FALSE
        kept.append(term)
    return kept[0] if len(kept) == 1 else All(tuple(kept))


def either(*terms: Formula) -> Formula:
    """One of the terms, equal ones once."""
    kept = [term for term in dict.fromkeys(terms) if term != FALSE]
    return kept[0] if len(kept) == 1 else Any(tuple(kept))
