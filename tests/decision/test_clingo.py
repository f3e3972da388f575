"""Verdicts of propositional rules against an answer set solver, whose models are the worlds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decision.test_formula import FORMULAS, NAMES
from tests.decision.test_verdict import FREE
from treatylang.decision.formula import All, Any, AtLeast, Formula, Leaf, Neg
from treatylang.decision.verdict import outcome

clingo = pytest.importorskip("clingo")
WORLDS = "{" + ";".join(NAMES) + "}.\n"


def program(formula: Formula, rules: list[str]) -> str:
    """The literal that holds where a formula does; its definition is added to the rules."""
    if isinstance(formula, Leaf):
        return formula.words
    if isinstance(formula, Neg):
        terms = [program(formula.term, rules)]
    else:
        terms = [program(term, rules) for term in formula.terms]
    name = f"f{len(rules)}"
    match formula:
        case All():
            rules.append(f"{name} :- {', '.join(['#true', *terms])}.")
        case Any():
            rules.append("".join(f"{name} :- {term}.\n" for term in terms))
        case Neg():
            rules.append(f"{name} :- not {terms[0]}.")
        case AtLeast(number=number):
            marked = "; ".join(f"{index} : {term}" for index, term in enumerate(terms))
            rules.append(f"{name} :- {number} #count {{ {marked} }}.")
    return name


def models(formulas: dict[str, Formula], consistent: str) -> list[frozenset[str]]:
    """Every world: the facts that hold in it, and the names of the formulas that do."""
    rules: list[str] = []
    for name, formula in formulas.items():
        rules.append(f"{name} :- {program(formula, rules)}.")
    shown = "".join(f"#show {name}/0.\n" for name in [*NAMES, *formulas])
    control = clingo.Control(["0", "--warn=none"])
    control.add("base", [], WORLDS + "\n".join(rules) + consistent + shown)
    control.ground([("base", [])])
    found: list[frozenset[str]] = []
    control.solve(on_model=lambda model: found.append(frozenset(str(symbol) for symbol in model.symbols(shown=True))))
    return found


def essential(verdicts: dict[frozenset[str], str]) -> set[str]:
    """The facts whose flip alone changes the verdict in some world."""
    return {name for facts in verdicts for name in NAMES if verdicts.get(facts ^ {name}, verdicts[facts]) != verdicts[facts]}


@settings(deadline=None)
@given(FORMULAS, FORMULAS, st.booleans(), st.sampled_from(["must", "may"]))
def test_verdict_and_essential_facts_over_all_models(rule: Formula, breach: Formula, prohibition: bool, modal: str) -> None:
    verdicts: dict[frozenset[str], str] = {}
    for model in models({"rule": rule, "breach": breach}, ""):
        kept = "permitted" if modal == "may" else "owed"
        broken = prohibition and "breach" in model
        verdicts[model & set(NAMES)] = ("breached" if broken else kept) if "rule" in model else "not_owed"
    assert len(verdicts) == 2 ** len(NAMES)
    found = outcome(rule, breach if prohibition else None, modal, FREE)
    every = set(verdicts.values())
    assert found.verdict == (every.pop() if len(every) == 1 else "depends")
    assert {atom.word for atom in found.depends_on} == essential(verdicts)
