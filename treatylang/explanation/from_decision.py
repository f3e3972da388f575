"""A duty's formula -> its explanation.  The formula is the explanation: this only leaves out what says nothing."""

from __future__ import annotations

from treatylang.decision.decision import Duty
from treatylang.decision.formula import FALSE, All, Any, AtLeast, Formula, Leaf, Neg, value
from treatylang.explanation.step import Step

_HOLDING = ("one of", "all of")  # lines that only hold others together
_VERDICTS = {"owed": True, "permitted": True, "breached": True, "not_owed": False}


def explain(duty: Duty) -> Step:
    """Why a duty has its verdict: the rule with each of its lines, what held, what failed, what was presumed."""
    steps: list[Step] = []
    if duty.applies is not None:
        steps += _steps(duty.applies)
    if duty.violated is not None and duty.violated is not FALSE:
        steps.append(_step(duty.violated, "the forbidden act was done", "breach"))
    label = f"[{duty.clause}]" if duty.clause else ""
    said = tuple(Step(f"{each.who}: {each.verdict}", _VERDICTS.get(each.verdict), "says") for each in duty.says)
    words = f"{duty.treaty}, Article {duty.article}{label}: {duty.words}"
    head = f"{_headline(duty)}; {words}"
    return Step(head, _VERDICTS.get(duty.verdict), "verdict", steps=(*steps, *said))


def first_failure(duty: Duty) -> str | None:
    """The first line of the rule that fails, in the treaty's words; None where none does."""
    for step in explain(duty).steps:
        found = _failing(step)
        if found is not None:
            return found
    return None


def _failing(step: Step) -> str | None:
    if step.value is not False:
        return None
    for inner in step.steps:
        if step.role in ("unless", "lapses", "displaced"):
            break
        found = _failing(inner)
        if found is not None and (inner.role or step.words in _HOLDING):
            return found
    return step.words


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
            value_, why = formula.value, formula.why
            if formula.basis == "claimed":
                why = "; ".join(f"{'so' if said else 'not so'}, {_by(by)}" for said, by in formula.claims)
            return Step(formula.words, value_, role, formula.basis, why)
        case Neg(term=term):
            return Step(words or f"not: {formula.words}", value(formula), role or formula.role, steps=(_step(term),))
        case All(terms=terms) | Any(terms=terms) | AtLeast(terms=terms):
            text = words or formula.words
            role = role or formula.role
            inner = tuple(step for term in terms for step in (_steps(term) if isinstance(formula, All) else [_step(term)]))
            if not text and len(inner) == 1:
                return inner[0]
            if len(inner) == 1 and not inner[0].role and inner[0].words.startswith(("not: ",)) and role:
                return Step(text, value(formula), role, steps=inner[0].steps)
            return Step(text or _HOLDING[isinstance(formula, All)], value(formula), role, steps=inner)


def _by(who: tuple[str, ...]) -> str:
    return "say " + ", ".join(who) if who else "on a reading that no named party holds"
