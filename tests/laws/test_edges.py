"""An edge says the same from both sides: `subject to` at the clause that yields, `overrides` at the one that goes before it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from tests.laws.making import Event, answers, asked, documents, events, examples, library_of, shown
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import print_document


def turned_round(document: t.Treaty) -> t.Treaty:
    """The same treaty with `overrides` for each `subject to`."""
    overrides: dict[str, list[t.Ref]] = {}
    sections: list[t.Section] = []
    for section in document.sections:
        if isinstance(section, t.Article):
            (clause,) = section.clauses
            if isinstance(clause, t.Clause):
                for tail in clause.tails:
                    for ref in tail.refs if isinstance(tail, t.SubjectTo) else ():
                        assert isinstance(ref, t.Ref) and ref.article is not None and ref.treaty is None
                        overrides.setdefault(ref.article.text, []).append(t.Ref(None, section.number))
                kept = tuple(tail for tail in clause.tails if not isinstance(tail, t.SubjectTo))
                section = replace(section, clauses=(replace(clause, tails=kept),))
        sections.append(section)
    return replace(document, sections=tuple(_with(section, overrides) for section in sections))


def _with(section: t.Section, overrides: dict[str, list[t.Ref]]) -> t.Section:
    if not isinstance(section, t.Article) or section.number.text not in overrides:
        return section
    clause = section.clauses[0]
    assert isinstance(clause, t.Clause)
    return replace(section, clauses=(replace(clause, tails=(*clause.tails, t.Overrides(tuple(overrides[section.number.text])))),))


@examples(30)
@given(documents(lambda _, text: "subject to" in text), events())
def test_an_edge_says_the_same_from_both_sides(document: t.Treaty, event: Event) -> None:
    one, other = print_document(document), print_document(turned_round(document))
    assert "subject to" not in other and "overrides" in other
    first, second = answers(asked(library_of(one), event)), answers(asked(library_of(other), event))
    assert first == second, shown(one, event, other)
