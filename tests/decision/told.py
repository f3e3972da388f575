"""Formulas as text, to compare whole: one line for each node, those below it indented.

What an act is, that somebody is bound, and a duty under another article are parts that say by themselves what they are: of these
the head is told alone.
"""

from __future__ import annotations

from textwrap import dedent

from treatylang.decision.decision import Duty
from treatylang.decision.formula import All, AtLeast, Atom, Formula, Leaf, Neg

_ALONE = ("in force", "party", "act", "duty")
_SIGN = {True: "+", False: "-", None: "?"}


def told(formula: Formula) -> str:
    """`+` holds, `-` does not, `?` is open; a leaf with its basis, the question that it asks, and its ground."""
    return "\n".join(_lines(formula))


def part(duty: Duty, role: str) -> str:
    """The one part of a duty's rule that has the role: `when`, `unless` ..."""
    found = _with_role(duty.applies, role) if duty.applies is not None else []
    assert len(found) == 1, [told(each) for each in found]
    return told(found[0])


def parts(duty: Duty, role: str) -> list[str]:
    """What stands below that part, in each of the different ways in which a clause starts."""
    found = _with_role(duty.applies, role) if duty.applies is not None else []
    return list(dict.fromkeys(below(told(each)) for each in found))


def below(text: str) -> str:
    """What is told below the first line."""
    return dedent("\n".join(text.split("\n")[1:]))


def _with_role(formula: Formula, role: str) -> list[Formula]:
    if isinstance(formula, Leaf):
        return []
    if formula.role == role:
        return [formula]
    terms = (formula.term,) if isinstance(formula, Neg) else formula.terms
    return [each for term in terms for each in _with_role(term, role)]


def question(atom: Atom) -> str:
    """`at_war(DEU, FRA)`, and what would show it."""
    return f"{atom.word}({', '.join(atom.of)})" + (f" shown by {atom.shown_by}" if atom.shown_by else "")


def _lines(formula: Formula) -> list[str]:
    if isinstance(formula, Leaf):
        asks = f" asks {question(formula.atom)}" if formula.atom is not None else ""
        says = "".join(f" {_SIGN[said]}{'/'.join(by)}" for said, by in formula.claims)
        return [
            f"{_SIGN[formula.value]} {formula.words} [{formula.basis}]{asks}{says}" + (f": {formula.why}" if formula.why else "")
        ]
    terms = (formula.term,) if isinstance(formula, Neg) else formula.terms
    sort = (
        "not"
        if isinstance(formula, Neg)
        else f"at least {formula.number}"
        if isinstance(formula, AtLeast)
        else "all"
        if isinstance(formula, All)
        else "any"
    )
    head = (
        f"{_SIGN[formula.now]} {sort}"
        + (f" ({formula.role})" if formula.role else "")
        + (f" {formula.words!r}" if formula.words else "")
    )
    if formula.role in _ALONE:
        return [head]
    return [head, *(f"  {line}" for term in terms for line in _lines(term))]
