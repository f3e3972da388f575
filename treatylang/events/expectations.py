"""Expected rows of the answer: read for tests, never evaluated."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Place
from treatylang.events import fields, names
from treatylang.events.fields import Entry, read_fields
from treatylang.events.moments import Window, window
from treatylang.events.relations import relations_of
from treatylang.events.report import quote
from treatylang.events.situation import Expectation
from treatylang.events.tree import Scalar
from treatylang.events.words import ANYTHING, ATOMS, CONFIDENCES, EXPECT_FIELDS, VERDICTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.scope import Scope
    from treatylang.events.tree import Node

_ANY = "any"
_ALL = "all"


def read_expectations(scope: Scope, node: Node, asked: tuple[str, ...]) -> tuple[Expectation, ...]:
    """The rows of `expect`; one that is owed to several is an expectation for each.  `asked` are the days that the answer is for."""
    days = [scope.when, *map(window, asked)]
    when = Window(min(day.first for day in days), max(day.last for day in days))
    found: list[Expectation] = []
    for row in fields.items(scope, node, "`expect`"):
        entries = read_fields(scope, row, "a row of `expect`", EXPECT_FIELDS, ("bearer", "treaty", "duty", "verdict"))
        if entries is not None:
            found.extend(_expectation(scope, entries, row, when))
    return tuple(found)


def _expectation(scope: Scope, entries: dict[str, Entry], row: Node, when: Window) -> list[Expectation]:
    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    vocabulary = scope.vocabulary
    bearer, duty, treaty = value("bearer"), value("duty"), value("treaty")
    everyone = bearer is not None and names.is_text(bearer, _ALL)
    bearers = _ends(scope, bearer, "`bearer`", when) if bearer is not None and not everyone else ()
    if bearer is not None and not everyone and not fields.one_or_more(bearer):
        scope.report.error("TL0606", "`bearer` names nobody", bearer.span, "write a code, a list of codes, or `all`")
    if "except" in entries and not everyone:
        scope.report.error(
            "TL0614", "`except` goes with `bearer: all`", entries["except"][0].span, "leave the bearers out of the list"
        )
    owed_to: tuple[str, ...] = _ends(scope, node, "`owed_to`", when) if (node := value("owed_to")) else ()
    excepted = names.excepted(scope, entries, when)
    any_duty = duty is not None and names.is_text(duty, _ANY)
    any_treaty = treaty is not None and names.is_text(treaty, _ANY)
    strength = value("strength")
    shared = {
        "treaty": _ANY if any_treaty else names.treaty(scope, treaty, asked=False) if treaty else None,
        "article": fields.line(scope, node, "`article`") if (node := value("article")) else None,
        "duty": _ANY
        if any_duty
        else fields.words(scope, duty, "duty", {*vocabulary.duties, "refrain"}, "duty", table="duties")
        if duty
        else None,
        "verdict": fields.one_of(scope, node, "`verdict`", VERDICTS) if (node := value("verdict")) else None,
        "strength": fields.words(scope, strength, "strength", vocabulary.strengths, "strength", table="strengths")
        if strength
        else None,
        "confidence": fields.one_of(scope, node, "`confidence`", CONFIDENCES) if (node := value("confidence")) else None,
        "note": fields.text(scope, node, "`note`") if (node := value("note")) else None,
        "differs": fields.text(scope, node, "`differs`") if (node := value("differs")) else None,
    }
    depends_on = _words(scope, node) if (node := value("depends_on")) else ()
    return [
        Expectation(
            bearers=bearers,
            everyone=everyone,
            excepted=excepted,
            treaty=shared["treaty"] or "",
            article=shared["article"],
            duty=_bare(shared["duty"]) or "",
            verdict=shared["verdict"] or "",
            owed_to=to,
            strength=_bare(shared["strength"]),
            depends_on=depends_on,
            confidence=shared["confidence"],
            note=shared["note"],
            differs=shared["differs"],
            at=Place(scope.report.source, row.span),
        )
        for to in owed_to or (None,)
    ]


def _ends(scope: Scope, node: Node, what: str, when: Window) -> tuple[str, ...]:
    """Codes, and bodies of the vocabulary or of a treaty: an organ may have duties and powers, and be reported to."""
    bodies = {*scope.bodies, *scope.vocabulary.bodies}
    found: list[tuple[str | None, Node]] = []
    for item in fields.one_or_more(node):
        body = item.text if isinstance(item, Scalar) and item.text in bodies else None
        found.append((body or names.code(scope, item, what, when), item))
    return fields.distinct(scope, found)


def _bare(word: str | None) -> str | None:
    """A word as the treaty has it whose answer is expected."""
    return word.rpartition(":")[2] if word is not None else None


def _words(scope: Scope, node: Node) -> tuple[str, ...]:
    """Words that the answer is to hang on: facts, kinds, relations, decisions."""
    known = anything(scope).union(ATOMS)
    found = []
    for item in fields.items(scope, node, "`depends_on`"):
        word = fields.scalar(scope, item, "`depends_on`")
        if word is not None and word.text not in known:
            fields.unknown(
                scope, "TL0301", f"unknown word {quote(word.text)}", word, known, "fact", "relation", "decision", tables=ANYTHING
            )
            word = None
        found.append((word.text if word is not None else None, item))
    return fields.distinct(scope, found)


def anything(scope: Scope) -> frozenset[str]:
    """Every word that a duty can hang on."""
    vocabulary = scope.vocabulary
    return frozenset([*vocabulary.facts, *vocabulary.kinds, *relations_of(vocabulary), *vocabulary.decisions])
