"""Explanations as plain data, for JSON."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.formula import Atom
    from treatylang.explanation.step import Bound, Claims, Step


def step_object(step: Step) -> dict[str, object]:
    """A tree of reasons as an object; what only some steps have (`number`, `atom`, `claims`, `bounds`) is left out of the others."""
    made: dict[str, object] = {
        "id": step.id or None,
        "words": step.words,
        "value": step.value,
        "role": step.role or None,
        "basis": step.basis or None,
        "why": step.why,
    }
    if step.atom is not None:
        made["atom"] = atom_object(step.atom)
    if step.claims:
        made["claims"] = _claims(step.claims)
    made["join"] = step.join or None
    if step.number is not None:
        made["number"] = step.number
    made["steps"] = [step_object(each) for each in step.steps]
    if step.bounds:
        made["bounds"] = [_bound(each) for each in step.bounds]
    return made


def atom_object(atom: Atom) -> dict[str, object]:
    """An open question: a word, and what it is asked of."""
    made: dict[str, object] = {"word": atom.word, "of": [str(each) for each in atom.of]}
    if atom.shown_by:
        made["shown_by"] = atom.shown_by
    if atom.bound:
        made["bound"] = {"comparison": atom.bound[0], "number": atom.bound[1]}
    return made


def _claims(claims: Claims) -> list[dict[str, object]]:
    return [{"value": said, "by": list(by)} for said, by in claims]


def _bound(bound: Bound) -> dict[str, object]:
    made: dict[str, object] = {"if": {**atom_object(bound.atom), "value": bound.value}, "then": None}
    if bound.other is not None:
        made["then"] = {**atom_object(bound.other), "value": bound.wanted}
    if bound.claims:
        made["claims"] = _claims(bound.claims)
    return made
