"""Laws 6, 10 and 11: states, and who is a party."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.making import (
    Event,
    also,
    asked,
    compiled,
    differing,
    documents,
    events,
    examples,
    library_of,
    shown,
    treaties,
    verdicts,
    without_words,
)  # fmt: skip
from treatylang.decision.decision import Decision
from treatylang.rendering.decision_json import decision_object
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import print_document

CODES = ("FRA", "ESP", "PRT", "ITA", "DEU", "GBR", "BEL")
OTHERS = ("NLD", "NOR", "CHE", "SWE", "USA", "JPN")
OF_NAMED_STATES = (r"\beurope\b", r"\bgreat_power\b")  # regions and classes of the vocabulary know their states by name


def renamed(text: str, names: dict[str, str]) -> str:
    return re.sub(r"\b[A-Z]{3}\b", lambda found: names.get(found[0], found[0]), text)


def plain(decision: Decision) -> dict[str, str]:
    """The answer as it is printed, each row as one text in which the order of names says nothing."""
    found = {}
    for row in decision_object(decision)["duties"]:  # type: ignore[attr-defined]
        if row["verdict"] == "not_owed":
            continue
        if not row["complete"]:  # the cap goes by the order of names
            row["owed_if"] = row["not_owed_if"] = []
        found[row["id"]] = json.dumps(row)
    return found


def unordered(text: str) -> object:
    def loose(value: object) -> object:
        if isinstance(value, dict):
            if value.get("word") == "at_war":  # symmetric: its two states stand in the order of their names
                value = {**value, "of": sorted(value["of"])}
            return {name: each if name == "of" else loose(each) for name, each in value.items()}
        return sorted(json.dumps(loose(each), sort_keys=True) for each in value) if isinstance(value, list) else value

    return loose(json.loads(text))


@st.composite
def renamings(draw: st.DrawFn) -> dict[str, str]:
    return dict(zip(CODES, draw(st.permutations(CODES + OTHERS)), strict=False))


def no_place(event: Event) -> Event:
    for act in event["acts"]:
        act.pop("place", None)
    return event


@examples(20)
@given(treaties(without_words(*OF_NAMED_STATES)), events().map(no_place), renamings())
def test_law_6_renaming_states_commutes(text: str, event: Event, names: dict[str, str]) -> None:
    """Renaming states, bijectively, commutes with evaluation."""
    before = plain(asked(library_of(text), event))
    other_text, other_event = renamed(text, names), renamed(json.dumps(event), names)
    after = plain(also(compiled(other_text), other_event))
    expected = {renamed(name, names): unordered(renamed(row, names)) for name, row in before.items()}
    found = {name: unordered(row) for name, row in after.items()}
    assert expected == found, shown([text, other_text], other_event, differing(expected, found))


@examples(30)
@given(treaties(), events(), st.booleans())
def test_law_10_no_duty_to_oneself(text: str, event: Event, presume: bool) -> None:
    """No duty to oneself."""
    for duty in asked(library_of(text), event, presume=presume).duties:
        assert duty.owed_to != duty.bearer, shown(text, event, str(duty))


DEGREE = {"not_owed": 0, "depends": 1}
NEGATIVE = (t.Not, t.NoAct, t.Count, t.Unless, t.LapsesWhen, t.LapsesAfter, t.SubjectTo, t.Overrides)


def positive(document: t.Treaty, text: str) -> bool:
    """Without fractions, counts and negated membership: nothing is required of who is not a party, nor of every party."""
    for node in t.walk(document):
        if isinstance(node, NEGATIVE) or (isinstance(node, t.Is | t.That) and node.negated):
            return False
        conditions = (
            [node.condition] if isinstance(node, t.OnlyIf) else [node.when] if isinstance(node, t.Clause) and node.when else []
        )
        if any(isinstance(each, t.Some) and each.quantifier.startswith("every") for found in conditions for each in t.walk(found)):
            return False
    return True


@examples(30)
@given(documents(positive), events(claims=False), st.sampled_from(("ESP", "PRT", "ITA")))
def test_law_11_removing_a_member_adds_no_duty_for_the_others(document: t.Treaty, event: Event, gone: str) -> None:
    """Removing a member adds no duty for the others (clauses without fractions, counts or negated membership)."""
    (parties,) = (each for each in document.sections if isinstance(each, t.Parties))
    lines = []
    for line in parties.members:
        codes = tuple(code for code in line.states if code.text != gone)
        lines += [t.Member(codes, line.dates, line.disputed, line.note)] if codes else []
    sections = tuple(t.Parties(tuple(lines), None) if each is parties else each for each in document.sections)
    fewer = t.Treaty(document.form, document.id, document.title, document.head, sections)
    text, other = print_document(document), print_document(fewer)
    before, after = verdicts(asked(library_of(text), event)), verdicts(asked(library_of(other), event))
    for name, now in after.items():
        if f"/{gone}" in name or f">{gone}" in name:
            continue
        was = before.get(name, "not_owed")
        assert DEGREE.get(now, 2) <= DEGREE.get(was, 2), shown([text, other], event, f"{name}: {was}, then {now}")


def test_the_comparison_of_law_6_sees_another_name() -> None:
    assert renamed("FRA ESP fra", {"FRA": "ESP", "ESP": "FRA"}) == "ESP FRA fra"
    assert unordered('[{"of": ["A", "B"]}, 1]') == unordered('[1, {"of": ["A", "B"]}]') != unordered('[1, {"of": ["B", "A"]}]')
