"""The syntax tree: what a file says, word for word, as frozen dataclasses.

Every node has a `span` (half-open code-point offsets), which takes no part in comparison: two texts that differ only in white space,
comments or line ends have equal trees.  Lines, columns and the legal citation of a place are worked out on demand (`Source.position`,
`cite`).  Names are not yet bound: that is the next stage's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from treatylang.record import dataclass, field
from treatylang.text.source import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything with a place in the text."""

    span: Span = field(default=NOWHERE, compare=False, repr=False)


# ---------------------------------------------------------------------------------------------------------------- words
@dataclass(frozen=True, slots=True)
class Name(Node):
    """A lower-case word, or a treaty's id."""

    text: str


@dataclass(frozen=True, slots=True)
class Code(Node):
    """An upper-case code of a state or actor."""

    text: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """What stood between quotation marks; a text of several lines is kept as written, less the marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Day(Node):
    """`YYYY-MM-DD`, or a month `YYYY-MM`; not yet checked to exist."""

    text: str


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number as written (`1,300,000`, `0.5`)."""

    text: str

    @property
    def value(self) -> float:
        return float(self.text.replace(",", ""))


@dataclass(frozen=True, slots=True)
class Dates(Node):
    """`since`, `until`: half-open."""

    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Secret(Node):
    until: Day | None = None


# ---------------------------------------------------------------------------------------------------------------- who
@dataclass(frozen=True, slots=True)
class State(Node):
    """A state or actor by its code."""

    code: Code


@dataclass(frozen=True, slots=True)
class The(Node):
    """`the victim`: refers to what was introduced, to an organ, to the bearer."""

    name: Name


@dataclass(frozen=True, slots=True)
class That(Node):
    """`that is not RUSEMP`, `that are not parties`, `that is any of PAK, PHL`."""

    negated: bool
    states: tuple[Code, ...] = ()
    of_class: Name | None = None


@dataclass(frozen=True, slots=True)
class Some(Node):
    """`a party`, `another state`, `every other guarantor`, with what narrows it and the name it is given (`(the enemy)`)."""

    quantifier: str  # "a" (also "an"), "another", "every", "every other"
    name: Name
    of: Code | Name | The | None = None
    that: That | None = None
    called: Name | None = None


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """`any of BEL, NLD, LTU`."""

    states: tuple[Code, ...]
    called: Name | None = None


Entity = State | The | Some | AnyOf


# ---------------------------------------------------------------------------------------------------------------- phrases
@dataclass(frozen=True, slots=True)
class Quantity(Node):
    """`at least 2% of gdp` (unit `%`), `1,300,000 men`, `1 year of notice`."""

    comparison: str | None  # "at least", "at most"
    number: Number
    unit: str
    of: Name | None = None
    unit_span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Targets(Node):
    """`forces, vessels of a party`; also plain words after a preposition (`in europe`, `by all_means`)."""

    names: tuple[Name, ...]
    of: Entity | None = None


Filler = Entity | Targets | Quantity | Day


@dataclass(frozen=True, slots=True)
class Role(Node):
    """A preposition and what follows it."""

    preposition: str
    filler: Filler


@dataclass(frozen=True, slots=True)
class Act(Node):
    """A pattern of acts: `armed_attack by a state on FRA in europe`."""

    kind: Name
    of: Name | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """`"5(1)[forces]" of nato-1949`: an article with its label, of this treaty or another; or a whole treaty."""

    treaty: Name | None
    article: Text | None


# ---------------------------------------------------------------------------------------------------------------- conditions
@dataclass(frozen=True, slots=True)
class And(Node):
    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    term: Expr


@dataclass(frozen=True, slots=True)
class AsOf(Node):
    day: Day


@dataclass(frozen=True, slots=True)
class JudgedBy(Node):
    judge: Entity


@dataclass(frozen=True, slots=True)
class Qualified(Node):
    """A condition with `as of` a day or `as judged by` someone, in the order written."""

    term: Expr
    qualifiers: tuple[AsOf | JudgedBy, ...]


@dataclass(frozen=True, slots=True)
class NoAct(Node):
    act: Act


@dataclass(frozen=True, slots=True)
class Quality(Node):
    """A fact, relation or class after `is`: `grave`, `at_war with the victim`, `threatening_independence`."""

    name: Name
    object: Entity | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Located(Node):
    """`in europe` after `is`."""

    roles: tuple[Role, ...]


Predicate = Entity | Quality | Located | Quantity


@dataclass(frozen=True, slots=True)
class MeasureOf(Node):
    """`defence_spending of a party`."""

    measure: Name
    of: Entity


@dataclass(frozen=True, slots=True)
class Is(Node):
    subject: Entity | MeasureOf
    negated: bool
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Count(Node):
    """`at least 2 great_powers that are not parties are at_war with the victim`."""

    number: Number
    of_class: Name
    that: That | None
    negated: bool
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Decides(Node):
    body: Entity
    decision: Name
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Owes(Node):
    """A duty as a condition: `GERREICH must defend AUTHUN under dual-alliance-1879`."""

    bearer: Entity
    modal: str
    deed: Deed | Refrain
    under: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TreatyInForce(Node):
    treaty: Name
    negated: bool


Expr = Act | And | Or | Not | Qualified | NoAct | Is | Count | Decides | Owes | TreatyInForce


# ---------------------------------------------------------------------------------------------------------------- norms
@dataclass(frozen=True, slots=True)
class Deed(Node):
    """A duty's verb and what follows it."""

    verb: Name
    object: Entity | Targets | None
    quantity: Quantity | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Refrain(Node):
    """`refrain from ACT`."""

    act: Act


@dataclass(frozen=True, slots=True)
class Norm(Node):
    """`BEARER must|should|may [jointly] DEED [dates]`."""

    bearers: tuple[Entity, ...]
    modal: str
    jointly: bool
    deed: Deed | Refrain
    dates: Dates | None


@dataclass(frozen=True, slots=True)
class Deeming(Node):
    """`it counts as ACT`."""

    act: Act


# ---------------------------------------------------------------------------------------------------------------- lines below a clause
@dataclass(frozen=True, slots=True)
class OnlyIf(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class Unless(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class LapsesWhen(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class LapsesAfter(Node):
    """`lapses 1 year after` a condition came true."""

    number: Number
    unit: Name
    condition: Expr


@dataclass(frozen=True, slots=True)
class ContinuesWhile(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class SubjectTo(Node):
    refs: tuple[Ref, ...]


Tail = OnlyIf | Unless | LapsesWhen | LapsesAfter | ContinuesWhile | SubjectTo


@dataclass(frozen=True, slots=True)
class AlsoWhen(Node):
    condition: Expr


@dataclass(frozen=True, slots=True)
class InsteadBy(Node):
    strength: Name


@dataclass(frozen=True, slots=True)
class Jointly(Node):
    pass


@dataclass(frozen=True, slots=True)
class Severally(Node):
    pass


Change = Tail | AlsoWhen | InsteadBy | Jointly | Severally


# ---------------------------------------------------------------------------------------------------------------- articles, riders
@dataclass(frozen=True, slots=True)
class Clause(Node):
    """A rule with its exceptions below it; `when` None: always on."""

    label: Name | None
    doubt: Text | None
    when: Expr | None
    norms: tuple[Norm | Deeming, ...]
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Proviso(Node):
    """A clause that changes others, for all bearers or a class of them."""

    label: Name | None
    doubt: Text | None
    refs: tuple[Ref, ...]
    bearers: Entity | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Article(Node):
    number: Text
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    doubt: Text | None
    summary: Text | None
    clauses: tuple[Clause | Proviso, ...]


@dataclass(frozen=True, slots=True)
class Reservation(Node):
    refs: tuple[Ref, ...]
    authors: tuple[Entity, ...]
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Reading(Node):
    """`authors` empty: nobody is named."""

    refs: tuple[Ref, ...]
    authors: tuple[Entity, ...]
    title: Text | None
    dates: Dates | None
    secret: Secret | None
    changes: tuple[Change, ...]


# ---------------------------------------------------------------------------------------------------------------- parties
@dataclass(frozen=True, slots=True)
class Member(Node):
    states: tuple[Code, ...]
    dates: Dates
    disputed: bool
    note: Text | None


@dataclass(frozen=True, slots=True)
class Parties(Node):
    """Lines of members, or `of` another treaty."""

    members: tuple[Member, ...]
    of: Name | None


@dataclass(frozen=True, slots=True)
class Suspension(Node):
    """Between two states, or for one toward all."""

    states: tuple[Code, ...]
    dates: Dates
    disputed: bool
    note: Text | None


# ---------------------------------------------------------------------------------------------------------------- definitions
@dataclass(frozen=True, slots=True)
class ClassDef(Node):
    name: Name
    title: Text | None
    regions: tuple[Name, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Bound(Node):
    """`north of 23.44N`: degrees, north and east positive."""

    side: str
    degrees: float
    written: str


@dataclass(frozen=True, slots=True)
class Polygon(Node):
    """Corners as (latitude, longitude) as written, `47.5N`, `50W`; sides are rhumb lines."""

    corners: tuple[tuple[str, str], ...]
    dates: Dates | None


@dataclass(frozen=True, slots=True)
class PlaceLine(Node):
    """One line of an area: `islands of a party in north_atlantic north of 23.44N`."""

    excluded: bool
    names: tuple[Name, ...]
    holding: str | None  # "of": sovereignty, "under": administration
    holder: Entity | None
    regions: tuple[Name, ...]
    bound: Bound | None
    dates: Dates | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class AreaDef(Node):
    name: Name
    title: Text | None
    places: tuple[PlaceLine | Polygon, ...]


@dataclass(frozen=True, slots=True)
class Vote(Node):
    """`decides MATTERS by RULE [of BASE] [quorum FRACTION] [without WHO]`."""

    matters: tuple[Name, ...]
    rule: Name
    base: Name | None
    quorum: Name | None
    without: Entity | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class OrganDef(Node):
    name: Name
    title: Text | None
    of: Entity | None
    dates: Dates | None
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Part(Node):
    name: Name
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class MeasureDef(Node):
    name: Name
    title: Text | None
    fact: Name | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Given(Node):
    """A fact with the value it is given: `not struck`, `killed at most 25`."""

    negated: bool
    name: Name
    comparison: str | None = None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Line(Node):
    """A line of a word's definition.

    `form` is the rule's name: parent, role_of, owner, presumed, needs, yields, implies, excludes, ends, amounts_to, unlisted,
    symmetric, because, inside, position, held, contested, cow, exists, continues.  Which of the other fields are used hangs on it.
    """

    form: str
    names: tuple[Name | Code, ...] = ()
    given: tuple[Given, ...] = ()
    condition: tuple[Name, ...] = ()  # after `if`
    word: str = ""  # a preposition, `of` or `under`, `not`
    text: Text | None = None
    numbers: tuple[str, ...] = ()  # numbers, or latitude and longitude, as written
    dates: Dates | None = None


@dataclass(frozen=True, slots=True)
class WordDef(Node):
    """`kind`, `fact`, `target`, `duty`, `relation`, `decision`, `region`, `locality`, `zone`, `domain` or `strength` NAME."""

    word_class: str
    name: Name
    title: Text | None
    lines: tuple[Line | Polygon, ...]


@dataclass(frozen=True, slots=True)
class CodeDef(Node):
    code: Code
    title: Text | None
    lines: tuple[Line | Polygon, ...]


@dataclass(frozen=True, slots=True)
class StrengthsDef(Node):
    """Strongest first."""

    names: tuple[Name, ...]


Definition = ClassDef | AreaDef | OrganDef | MeasureDef | WordDef | CodeDef | StrengthsDef
Rider = Reservation | Reading
Section = Parties | Suspension | Article | Rider | Definition


# ---------------------------------------------------------------------------------------------------------------- documents
@dataclass(frozen=True, slots=True)
class Head(Node):
    signed: Day | None
    dates: Dates
    source: Text | None
    secret: Secret | None
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Treaty(Node):
    """A treaty, which binds in law, or a `pledge`, which is political."""

    form: str  # "treaty", "pledge"
    id: Name
    title: Text
    head: Head
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class VocabularyDoc(Node):
    title: Text
    definitions: tuple[Definition, ...]


Document = Treaty | VocabularyDoc


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """From `#` to the end of the line."""

    text: str


# ---------------------------------------------------------------------------------------------------------------- helpers
def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, in the order of its fields."""
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Node):
                    yield item


def walk(node: Node) -> Iterator[Node]:
    """A node and everything below it, in order, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(tuple(children(current))))


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
