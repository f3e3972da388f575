"""Formulas: what a verdict rests on, with the treaty's words at every node.

Matching a plan against a situation gives formulas over *atoms*; a verdict is then the value of a formula.  The same formula is read
three-valued here, can be read over all worlds, and is the explanation: nothing is worked out twice.
"""

from __future__ import annotations

from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Atom:
    """A question of fact: a word and what it is asked of, `("at_war", ("FRA", "GERREICH"))`.

    `shown_by` is the kind of request that would show it, where it is somebody's judgement; `bound` the comparison that is asked of a
    number, `("at least", 25.0)`.
    """

    word: str
    of: tuple[str, ...] = ()
    shown_by: str | None = None
    bound: tuple[str, float] | None = None

    def __lt__(self, other: Atom) -> bool:
        if self.word != other.word:  # most often so, and atoms are sorted by the hundred thousand
            return self.word < other.word
        return self._order() < other._order()

    def _order(self) -> tuple[tuple[str, ...], str, tuple[str, float]]:
        return self.of, self.shown_by or "", self.bound or ("", 0.0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A fact that is not taken apart.  `value` None: unknown, and then `atom` says what is asked.

    `basis`: stated, presumed, listed (nothing listed fits), table (a fact of the vocabulary or the treaty's own lists), map
    (a place, by the tables of territories and regions), follows (from another fact), unknown,
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
    """True if all are.  `role` names its part in the rule: when, only if, unless, lapses, party ..., or nothing; `id` cites the line.

    `now`, here and below, is its value as far as the case itself decides it; made by `all_of`, `any_of`, `neg` and `at_least`.
    """

    terms: tuple[Formula, ...]
    words: str
    role: str
    now: bool | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Any:
    """True if one is."""

    terms: tuple[Formula, ...]
    words: str
    role: str
    now: bool | None


@dataclass(frozen=True, slots=True)
class Neg:
    """True if the term is not: an exception, or a negation in the text."""

    term: Formula
    words: str
    role: str
    now: bool | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True if `number` of the terms are."""

    number: int
    terms: tuple[Formula, ...]
    words: str
    role: str
    now: bool | None


Formula = Leaf | All | Any | Neg | AtLeast
if TYPE_CHECKING:
    Valuation = Callable[[Leaf], bool | None]

TRUE = All((), "", "", True)
FALSE = Any((), "", "", False)


def open_question(words: str, word: str, of: tuple[str, ...]) -> Leaf:
    """A question about someone, or an act, that the event does not name: `of` tells him from others."""
    return Leaf(words, None, "unknown", Atom(word, of))


def nothing_fits(words: str) -> Leaf:
    """That the case lists nothing which would make it so."""
    return Leaf(words, False, "listed", why="nothing listed fits it")


def value(formula: Formula) -> bool | None:
    """Its value in Kleene's strong three-valued logic as far as the case decides it: unknown, claimed and read facts are None."""
    return formula.value if isinstance(formula, Leaf) else formula.now


def _values(terms: tuple[Formula, ...]) -> list[bool | None]:
    """The value of each, without a call for each: formulas are made by the hundred thousand."""
    return [term.value if isinstance(term, Leaf) else term.now for term in terms]


def all_of(terms: tuple[Formula, ...], words: str = "", role: str = "", id: str = "") -> All:
    """The conjunction, a node of its own however many terms it has."""
    return All(terms, words, role, _conjunction(_values(terms)), id)


def any_of(terms: tuple[Formula, ...], words: str = "", role: str = "") -> Any:
    """The disjunction, a node of its own."""
    return Any(terms, words, role, _disjunction(_values(terms)))


def neg(term: Formula, words: str = "", role: str = "", id: str = "") -> Neg:
    """The negation."""
    return Neg(term, words, role, _negation(value(term)), id)


def at_least(number: int, terms: tuple[Formula, ...], words: str = "") -> AtLeast:
    """That so many hold."""
    return AtLeast(number, terms, words, "", _count(number, _values(terms)))


def valued(formula: Formula, valuation: Valuation, known: dict[int, bool | None] | None = None) -> bool | None:
    """Its value where `valuation` decides more leaves than the case does: what the case decides, no account changes.

    `known`: what is found of inner nodes, by identity, for who asks of many parts of one formula.
    """
    if isinstance(formula, Leaf):
        return valuation(formula)
    if formula.now is not None:
        return formula.now
    if known is not None and id(formula) in known:
        return known[id(formula)]
    if isinstance(formula, Neg):
        found = _negation(valued(formula.term, valuation, known))
    else:
        values = [valued(term, valuation, known) for term in formula.terms]
        match formula:
            case All():
                found = _conjunction(values)
            case Any():
                found = _disjunction(values)
            case AtLeast(number=number):
                found = _count(number, values)
    if known is not None:
        known[id(formula)] = found
    return found


def _negation(inner: bool | None) -> bool | None:
    return None if inner is None else not inner


def _conjunction(values: list[bool | None]) -> bool | None:
    return False if False in values else None if None in values else True


def _disjunction(values: list[bool | None]) -> bool | None:
    return True if True in values else None if None in values else False


def _count(number: int, values: list[bool | None]) -> bool | None:
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


def open_leaves(
    formula: Formula, valuation: Valuation | None = None, known: dict[int, bool | None] | None = None
) -> Iterator[tuple[Leaf, bool]]:
    """The unknown leaves that the formula's value still hangs on, each with whether it stands plain (True) or under a negation.

    Without a valuation: as far as the case itself decides.  `known`: as in `valued`.
    """
    known = {} if known is None else known
    met: set[tuple[int, bool]] = set()  # what several parts share is looked into once
    stack: list[tuple[Formula, bool]] = [(formula, True)]
    while stack:
        node, plain = stack.pop()
        if isinstance(node, Leaf):
            if (node.value if valuation is None else valuation(node)) is None:
                yield node, plain
        elif node.now is not None or (id(node), plain) in met:
            continue
        else:
            met.add((id(node), plain))
            if valuation is not None and valued(node, valuation, known) is not None:
                continue
            if isinstance(node, Neg):
                stack.append((node.term, not plain))
            else:
                stack.extend((term, plain) for term in reversed(node.terms))


def deciding_leaves(formula: Formula) -> Iterator[Leaf]:
    """The leaves on which a value rests: of a conjunction that holds, all; of one that fails, the first that fails."""
    stack: list[Formula] = [formula]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            yield node
        elif isinstance(node, Neg):
            stack.append(node.term)
        elif node.now is None or isinstance(node, AtLeast) or node.now is isinstance(node, All):
            stack.extend(reversed(node.terms))
        else:
            stack.append(next(term for term in node.terms if value(term) is node.now))


def both(*terms: Formula) -> Formula:
    """All of the terms: those that are plainly true left out, plainly false as soon as one is."""
    kept: list[Formula] = []
    for term in terms:
        if term is TRUE:
            continue
        if term is FALSE:
            return FALSE
        kept.append(term)
    if len(kept) == 1:
        return kept[0]
    return all_of(tuple(kept)) if kept else TRUE


def either(*terms: Formula) -> Formula:
    """One of the terms, the same one once: plainly true as soon as one is."""
    kept: dict[int, Formula] = {}  # by identity: looking through those kept would take the square of many acts
    for term in terms:
        if term is TRUE:
            return TRUE
        if term is not FALSE:
            kept[id(term)] = term
    if len(kept) == 1:
        return next(iter(kept.values()))
    return any_of(tuple(kept.values())) if kept else FALSE
