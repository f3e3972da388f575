"""Where a place is, as a lawyer cites it."""

from __future__ import annotations

from treatylang.syntax.tree.articles import Article, Reading, Reservation
from treatylang.syntax.tree.documents import Document, VocabularyDoc
from treatylang.syntax.tree.who import AnyOf, Entity, Some, State, The


def cite(document: Document, offset: int) -> str:
    """The legal citation of a place: `nato-1949, Article 5(1)[territory]`."""
    if isinstance(document, VocabularyDoc):
        return f"vocabulary, {document.title.text}"
    for section in document.sections:
        if not section.span.start <= offset < section.span.end:
            continue
        if isinstance(section, Article):
            label = ""
            for clause in section.clauses:
                if clause.label is not None and clause.span.start <= offset < clause.span.end:
                    label = f"[{clause.label.text}]"
            return f"{document.id.text}, Article {section.number.text}{label}"
        if isinstance(section, Reservation | Reading):
            sort = "reservation" if isinstance(section, Reservation) else "reading"
            by = " by " + ", ".join(_short(author) for author in section.authors) if section.authors else ""
            return f"{document.id.text}, {sort}{by}"
    return document.id.text


def _short(entity: Entity) -> str:
    match entity:
        case State(code=code):
            return code.text
        case The(name=name):
            return f"the {name.text}"
        case Some(quantifier=quantifier, name=name):
            return f"{quantifier} {name.text}"
        case AnyOf(states=states):
            return "any of " + ", ".join(code.text for code in states)
