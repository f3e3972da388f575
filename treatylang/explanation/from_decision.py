"""A duty's formula -> its explanation.  The formula is the explanation: this only leaves out what says nothing."""

from __future__ import annotations

from treatylang.decision.decision import Duty
from treatylang.decision.formula import FALSE, All, Any, AtLeast, Atom, Formula, Leaf, Neg, open_leaves, value
from treatylang.decision.worlds import asked
from treatylang.explanation.step import Bound, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.decision.constraints import Constraints

_HOLDING = ("one of", "all of")  # lines that only hold others together
_VERDICTS = {"owed": True, "permitted": True, "breached": True, "not_owed": False}


def explain(duty: Duty, *, bounds: bool = True) -> Step:
    """Why a duty has its verdict: the rule with each of its lines, what held, what failed, what was presumed.

    `bounds` False leaves out what binds its open questions to each other, which takes time and which no text shows.
    """
    steps: list[Step] = []
    if duty.applies is not None:
        steps += _steps(duty.applies)
    if duty.violated is not None and duty.violated is not FALSE:
        steps.append(_step(duty.violated, "the forbidden act was done", "breach"))
    label = f"[{duty.clause}]" if duty.clause else ""
    said = tuple(Step(f"{each.who}: {each.verdict}", _VERDICTS.get(each.verdict), "says") for each in duty.says)
    words = f"{duty.treaty}, Article {duty.article}{label}: {duty.words}"
    head = f"{_headline(duty)}; {words}"
    return Step(
        head, _VERDICTS.get(duty.verdict), "verdict", steps=(*steps, *said), join="all", bounds=_bounds(duty) if bounds else ()
    )


def _bounds(duty: Duty) -> tuple[Bound, ...]:
    """What the answers to the open questions of a duty have to do with each other, by the vocabulary and by what is known."""
    formulas = [each for each in (duty.applies, duty.violated) if each is not None]
    atoms = sorted({asked(leaf) for formula in formulas for leaf, _ in open_leaves(formula)})
    if duty.constraints is None:
        return ()
    found = [Bound(*each) for each in duty.constraints.among(atoms)]
    return (*found, *(bound for atom in atoms for bound in _bounds_by_facts(duty.constraints, atom)))


def _bounds_by_facts(constraints: Constraints, atom: Atom) -> Iterator[Bound]:
    for value_, leaf, wanted in constraints.with_facts(atom):
        if leaf.claims:
            yield Bound(atom, value_, asked(leaf), wanted, leaf.claims)
        elif leaf.value is not wanted:
            yield Bound(atom, value_, None)


def _headline(duty: Duty) -> str:
    toward = "" if duty.owed_to is None else " all other parties" if duty.owed_to == "ALL" else f" {duty.owed_to}"
    act = f" from {duty.act}" if duty.act else ""
    modal = "must" if duty.modality == "must_not" else duty.modality  # `must refrain from` is said by the duty
    return f"{duty.bearer} {modal} {duty.duty}{act}{toward}: {duty.verdict.replace('_', ' ')}"


def _steps(formula: Formula) -> list[Step]:
    """The parts of a rule: a plain conjunction is taken apart, alternatives stay together."""
    if isinstance(formula, All) and not formula.role:
        return [step for term in formula.terms for step in _steps(term)]
    return [_step(formula)]


def _step(formula: Formula, words: str = "", role: str = "") -> Step:
    match formula:
        case Leaf():
            return _fact(formula, role)
        case Neg(term=term):
            said = words or f"not: {formula.words}"
            return Step(said, value(formula), role or formula.role, steps=(_step(term),), join="not", id=formula.id)
        case All(terms=terms) | Any(terms=terms) | AtLeast(terms=terms):
            text = words or formula.words
            role = role or formula.role
            inner = tuple(step for term in terms for step in (_steps(term) if isinstance(formula, All) else [_step(term)]))
            join, number = _join(formula)
            only = inner[0] if len(inner) == 1 and join != "at least" else None
            if not text and only is not None:
                return only
            id_ = formula.id if isinstance(formula, All) else ""
            if only is not None and role and not only.role and only.join == "not":
                return Step(text, value(formula), role, steps=only.steps, join="not", id=id_)
            return Step(text or _HOLDING[isinstance(formula, All)], value(formula), role, "", None, inner, join, number, id_)


def _fact(leaf: Leaf, role: str) -> Step:
    why = leaf.why
    if leaf.basis == "claimed":
        why = "; ".join(f"{'so' if said else 'not so'}, {_by(by)}" for said, by in leaf.claims)
    atom = asked(leaf) if leaf.value is None else None
    return Step(leaf.words, leaf.value, role, leaf.basis, why, atom=atom, claims=leaf.claims)


def _join(formula: All | Any | AtLeast) -> tuple[str, int | None]:
    if isinstance(formula, AtLeast):
        return "at least", formula.number
    return ("all" if isinstance(formula, All) else "any"), None


def _by(who: tuple[str, ...]) -> str:
    return "say " + ", ".join(who) if who else "on a reading that no named party holds"
