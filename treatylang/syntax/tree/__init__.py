"""The syntax tree: what a file says, word for word, as frozen dataclasses.

Every node has a `span` (half-open code-point offsets), which takes no part in comparison: two texts that differ only in white space,
comments or line ends have equal trees.  Lines, columns and the legal citation of a place are worked out on demand (`Source.position`,
`cite`).  Names are not yet bound: that is the next stage's work.

Each module is one part of the language; all of them are used from here, as `from treatylang.syntax import tree as t`.
"""

from treatylang.syntax.tree.articles import Article, Clause, Proviso, Reading, Reservation, Rider
from treatylang.syntax.tree.citation import cite
from treatylang.syntax.tree.conditions import (
    And,
    AsOf,
    Count,
    Decides,
    Expr,
    Is,
    JudgedBy,
    Located,
    MeasureOf,
    NoAct,
    Not,
    Or,
    Owes,
    Predicate,
    Qualified,
    Quality,
    TreatyInForce,
)
from treatylang.syntax.tree.definitions import (
    AreaDef,
    Bound,
    ClassDef,
    CodeDef,
    Definition,
    Extent,
    Given,
    Line,
    MeasureDef,
    OrganDef,
    Part,
    PlaceLine,
    Polygon,
    StrengthsDef,
    Vote,
    WordDef,
)
from treatylang.syntax.tree.documents import Document, Head, Section, Treaty, VocabularyDoc
from treatylang.syntax.tree.lines import (
    AlsoWhen,
    Change,
    ContinuesWhile,
    InsteadBy,
    Jointly,
    LapsesAfter,
    LapsesWhen,
    OnlyIf,
    Overrides,
    Severally,
    SubjectTo,
    Tail,
    Unless,
)
from treatylang.syntax.tree.nodes import Node, children, walk
from treatylang.syntax.tree.norms import Deed, Deeming, Norm, Refrain
from treatylang.syntax.tree.parties import Member, Parties, Suspension
from treatylang.syntax.tree.phrases import Act, EveryTreaty, Filler, Quantity, Ref, Role, Targets
from treatylang.syntax.tree.who import AnyOf, Entity, Some, State, That, The
from treatylang.syntax.tree.words import Code, Comment, Dates, Day, Name, Number, Secret, Text

# fmt: off
__all__ = [
    # nodes
    "Node", "children", "walk",
    # words
    "Code", "Comment", "Dates", "Day", "Name", "Number", "Secret", "Text",
    # who
    "AnyOf", "Entity", "Some", "State", "That", "The",
    # phrases
    "Act", "EveryTreaty", "Filler", "Quantity", "Ref", "Role", "Targets",
    # norms
    "Deed", "Deeming", "Norm", "Refrain",
    # conditions
    "And", "AsOf", "Count", "Decides", "Expr", "Is", "JudgedBy", "Located", "MeasureOf", "NoAct", "Not", "Or", "Owes",
    "Predicate", "Qualified", "Quality", "TreatyInForce",
    # lines
    "AlsoWhen", "Change", "ContinuesWhile", "InsteadBy", "Jointly", "LapsesAfter", "LapsesWhen", "OnlyIf", "Overrides", "Severally",
    "SubjectTo", "Tail", "Unless",
    # articles
    "Article", "Clause", "Proviso", "Reading", "Reservation", "Rider",
    # parties
    "Member", "Parties", "Suspension",
    # definitions
    "AreaDef", "Bound", "ClassDef", "CodeDef", "Definition", "Extent", "Given", "Line", "MeasureDef", "OrganDef", "Part", "PlaceLine",
    "Polygon", "StrengthsDef", "Vote", "WordDef",
    # documents
    "Document", "Head", "Section", "Treaty", "VocabularyDoc",
    # citation
    "cite",
]
# fmt: on
