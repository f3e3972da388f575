"""docs/shapes.md is true: no shape is missing, and what is cited says it, in the words and by the construct that the page shows.

What stands in a summary, a title, a note, a doubt or a comment is no construct: only references count of the texts in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from treatylang.library.files import read_texts
from treatylang.library.load import compile_files
from treatylang.pipeline import Compiled
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import Parsed
from treatylang.text.source import Source

PAGE = Path(__file__).parents[2] / "docs" / "shapes.md"


def numbered(letter: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number}" for number in range(first, last + 1))


# Triggers, conditions, scope, strength, decision, exceptions, links, time and membership, other duties.
SHAPES = (
    *numbered("T", 1, 29), *numbered("C", 1, 13), *numbered("C", 20, 32), *numbered("R", 1, 15), *numbered("S", 1, 21),
    *numbered("D", 1, 12), *numbered("E", 1, 11), *numbered("X", 1, 17), *numbered("M", 1, 15), "M13a", "M13b", *numbered("K", 1, 15),
)  # fmt: skip

LINES: dict[str, type[t.Node] | tuple[type[t.Node], ...]] = {
    "only if": t.OnlyIf,
    "unless": t.Unless,
    "lapses": (t.LapsesWhen, t.LapsesAfter),
    "continues": t.ContinuesWhile,
    "subject to": t.SubjectTo,
    "overrides": t.Overrides,
    "also when": t.AlsoWhen,
    "instead by": t.InsteadBy,
    "jointly": t.Jointly,
    "severally": t.Severally,
}
SECTIONS: dict[str, type[t.Node] | tuple[type[t.Node], ...]] = {
    "proviso": t.Proviso,
    "reservation": t.Reservation,
    "reading": t.Reading,
    "head": t.Head,
    "parties": t.Parties,
    "suspended": t.Suspension,
    "class": t.ClassDef,
    "area": t.AreaDef,
    "organ": t.OrganDef,
    "measure": t.MeasureDef,
    "code": t.CodeDef,
}
NOT_SAID = "not said yet"


@dataclass(frozen=True)
class Row:
    """A line of a table: `words` stand in the construct `by` of what is cited, `absent` nowhere in it, nor in a rider to it."""

    shape: str
    begins: bool
    cited: str
    by: str
    words: tuple[str, ...]
    absent: tuple[str, ...]
    rest: str


def rows(page: str) -> Iterator[Row]:
    """The lines of all tables; a line without an id goes on with the shape above it."""
    shape = ""
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 5 or cells[0] in ("id", "---"):
            continue
        shape = cells[0] or shape
        said, _, absent = cells[4].partition("` without `")
        yield Row(shape, bool(cells[0]), cells[2].strip("`"), cells[3], quoted(said + "`"), quoted("`" + absent), cells[4])


def quoted(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


@cache
def compiled() -> Compiled:
    found = compile_files(read_texts(None).all)
    found.require()
    return found


@dataclass(frozen=True)
class Cited:
    """What a row cites: its nodes and, for a clause, the article around it and the riders that change it."""

    source: Source
    nodes: tuple[t.Node, ...]
    article: t.Article | None = None
    riders: tuple[t.Node, ...] = ()


def cited(name: str) -> Cited | None:
    """`nato-1949` (the whole text), `nato-1949:head`, `nato-1949:area treaty_area`, or the id of a clause or rider; None: unknown."""
    treaty, _, inside = name.partition(":")
    parsed = compiled().documents.get(f"treaties/{treaty}.treaty")
    if treaty == "vocabulary":
        return _word(inside)
    if parsed is None or not isinstance(parsed.document, t.Treaty):
        return None
    document = parsed.document
    if not inside or inside == "head":
        return Cited(parsed.source, (document.head, *document.sections) if not inside else (document.head,))
    found = tuple(section for section in document.sections if _heading(section) == inside)
    return Cited(parsed.source, found) if found else _by_id(parsed, treaty, inside)


def _word(heading: str) -> Cited | None:
    """A definition of the common vocabulary."""
    for parsed in compiled().documents.values():
        if isinstance(parsed.document, t.VocabularyDoc):
            for definition in parsed.document.definitions:
                if _heading(definition) == heading:
                    return Cited(parsed.source, (definition,))
    return None


def _heading(section: t.Node) -> str | None:
    """By what a section that is no article is cited."""
    match section:
        case t.Parties():
            return "parties"
        case t.Suspension():
            return "suspended"
        case t.CodeDef(code=code):
            return f"code {code.text}"
        case t.ClassDef(name=name):
            return f"class {name.text}"
        case t.AreaDef(name=name):
            return f"area {name.text}"
        case t.OrganDef(name=name):
            return f"organ {name.text}"
        case t.MeasureDef(name=name):
            return f"measure {name.text}"
    return None


def _by_id(parsed: Parsed, treaty: str, name: str) -> Cited | None:
    """A clause, proviso, reservation or reading, by the id that an answer gives it."""
    bound = compiled().treaties[treaty]
    places = {clause.at for clause in bound.clauses if clause.id == name} | {rider.at for rider in bound.riders if rider.id == name}
    changed_by = {rider.at for rider in bound.riders if rider.clause == name}
    assert isinstance(parsed.document, t.Treaty)
    parts = [
        (part, section if isinstance(section, t.Article) else None)
        for section in parsed.document.sections
        for part in (section.clauses if isinstance(section, t.Article) else (section,))
        if isinstance(part, t.Clause | t.Proviso | t.Reservation | t.Reading)
    ]
    riders = tuple(part for part, _ in parts if part.span in changed_by)
    cited = [(part, article) for part, article in parts if part.span in places]  # two readings of one day share an id
    return Cited(parsed.source, tuple(part for part, _ in cited), cited[0][1], riders) if cited else None


def constructs(place: Cited, by: str) -> Iterator[t.Node] | None:
    """The parts of what is cited in which the words of a construct stand; None where there is no such construct."""
    every = [node for top in place.nodes for node in t.walk(top)]
    clauses = [node for node in place.nodes if isinstance(node, t.Clause)]
    if by in LINES:
        return (node for node in every if isinstance(node, LINES[by]))
    if by in SECTIONS:
        return (node for node in place.nodes if isinstance(node, SECTIONS[by]))
    parts: dict[str, Callable[[], Iterator[t.Node]]] = {
        "when": lambda: (clause.when for clause in clauses if clause.when is not None),
        "then": lambda: (norm for clause in clauses for norm in clause.norms if isinstance(norm, t.Norm)),
        "counts as": lambda: (norm for clause in clauses for norm in clause.norms if isinstance(norm, t.Deeming)),
        "clause": lambda: iter(clauses),
        "article": lambda: (
            part for article in (place.article,) if article for part in (article.dates, article.secret) if part is not None
        ),
        "treaty": lambda: iter(place.nodes if any(isinstance(node, t.Head) for node in place.nodes) else ()),
    }
    return parts[by]() if by in parts else None


def bare(source: Source, node: t.Node) -> str:
    """The text of a node in one line, without comments, doubts, and texts in quotes that are no references."""
    references = {each.article.span.start for each in t.walk(node) if isinstance(each, t.Ref) and each.article is not None}

    def shown(match: re.Match[str]) -> str:
        return match[0] if node.span.start + match.start() in references else " "

    text = re.sub(
        r'check\s+"[^"\n]*"|"""[^"]*(?:"{1,2}[^"]+)*"""|"[^"\n]*"|#[^\n]*', shown, source.text[node.span.start : node.span.end]
    )
    return " ".join(text.split())


def stands(words: str, text: str) -> bool:
    """Whether the words stand in a text as whole words: `pacific` is not in `pacific_area`."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


def is_an_article(name: str) -> bool:
    treaty, _, number = name.partition(":")
    bound = compiled().treaties.get(treaty)
    return bound is not None and any(article[0] == number for article in bound.articles)


def wrong(row: Row) -> str | None:
    """What is not true of a row."""
    place = cited(row.cited)
    if row.by == NOT_SAID and is_an_article(row.cited):
        return None if row.rest else "no reason is given"
    if place is None:
        return f"nothing in the library is called {row.cited}"
    parts = constructs(place, row.by)
    if parts is None:
        return f"no construct is called {row.by}"
    texts = [bare(place.source, part) for part in parts]
    if not row.words or any(len(words.split()) < 2 and "_" not in words and words != row.by for words in row.words):
        return "a word or two of the construct must be shown"
    for words in row.words:
        if not any(stands(words, text) for text in texts):
            return f"`{words}` is not in {row.by} of {row.cited}: {texts}"
    whole = " ".join(bare(place.source, node) for node in (*place.nodes, *place.riders))
    for words in row.absent:
        if stands(words, whole):
            return f"`{words}` is in {row.cited}"
    return None


def problems(page: str) -> list[str]:
    """Everything that is not true of a page."""
    table = list(rows(page))
    order = [row.shape for row in table if row.begins]
    found = [f"{shape}: no row" for shape in SHAPES if shape not in order]
    found += [f"{shape}: no such shape" for shape in order if shape not in SHAPES]
    found += [f"{shape}: stands twice" for shape in dict.fromkeys(order) if order.count(shape) > 1]
    return found + [f"{row.shape}: {what}" for row in table if (what := wrong(row)) is not None]


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_there_are_163_shapes() -> None:
    assert len(set(SHAPES)) == len(SHAPES) == 163


def test_the_page_is_true() -> None:
    assert problems(page()) == []


def test_every_shape_is_said() -> None:
    assert {row.shape for row in rows(page()) if row.by == NOT_SAID} == set()


T3 = "| T3 | a threat | `nato-1949:4` | when | `threat to a party as judged by a party` |"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (T3, None),
        (T3.replace("nato-1949:4", "nato-1949:44"), "nothing in the library is called nato-1949:44"),
        (T3.replace("nato-1949:4", "nato-1950:4"), "nothing in the library is called nato-1950:4"),
        (T3.replace("nato-1949:4", "nato-1949:area moon"), "nothing in the library is called nato-1949:area moon"),
        (T3.replace("as judged by a party", "as judged by every party"), "is not in when of nato-1949:4"),
        (T3.replace("| when |", "| unless |"), "is not in unless of nato-1949:4"),
        (T3.replace("| when |", "| perhaps |"), "no construct is called perhaps"),
        (T3.replace("| when |", "| clause |").replace("threat to", "Any one party may hold"), "is not in clause"),  # of the summary
        (T3.replace("nato-1949:4", "us-japan-1960:Notes of 1960[operations]").replace("threat to a party as judged by a party", "where the bases lie"), "is not in when"),  # a comment
        (T3.removesuffix(" |") + " without `judged by` |", "`judged by` is in nato-1949:4"),
        (T3.replace("nato-1949:4", "nato-1949:5(1)[territory]").replace("threat to a party as judged by a party", "armed_attack on territory of a party").removesuffix(" |") + " without `directed_from_abroad` |", "`directed_from_abroad` is in"),  # by a reading
        (T3.replace("threat to a party as judged by a party", "threat"), "a word or two"),
        (T3.replace("`threat to a party as judged by a party`", "threat to a party"), "a word or two"),
        (T3.replace("a party as judged by a party", "a part"), "is not in when"),
        ("| T3 | a threat | `nato-1949:4` | not said yet |  |", "no reason"),
        ("| T3 | a threat | `nato-1949:44` | not said yet | why |", "nothing in the library is called nato-1949:44"),
    ],
)  # fmt: skip
def test_what_is_untrue_is_told(row: str, problem: str | None) -> None:
    told = [each for each in problems(row) if each.startswith("T3: ")]
    assert told == [] if problem is None else problem in " ".join(told)


def test_a_row_that_is_missing_doubled_or_unknown_is_told() -> None:
    lines = page().splitlines()
    row = next(line for line in lines if line.startswith("| C1 |"))
    assert problems("\n".join(line for line in lines if line != row)) == ["C1: no row"]
    assert problems("\n".join([*lines, row])) == ["C1: stands twice"]
    assert problems("\n".join([*lines, row.replace("| C1 |", "| C14 |")])) == ["C14: no such shape"]
