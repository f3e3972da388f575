"""The way of the data, in one place: read this file first.

    text -> tree -> model -> checks -> plan -> decision -> explanation -> rendering

Every stage returns its value and a list of diagnostics and goes on past the first error; none touches a file, a clock or a network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from treatylang.checks.all import check_definitions, check_library
from treatylang.diagnostics.depth import TOO_DEEP
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.model.outline import Outline, outline
from treatylang.model.report import Report
from treatylang.model.treaty import Treaty
from treatylang.model.treaty_from_tree import bind_treaty
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.vocabulary_from_tree import Defined, bind_vocabulary
from treatylang.plan.from_model import compile_plan
from treatylang.plan.plan import Plan
from treatylang.record import dataclass
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import Parsed, parse
from treatylang.syntax.grammar import Parser
from treatylang.syntax.grammar import parser as new_parser
from treatylang.text.collection import no_collection
from treatylang.text.limits import LIMITS, Limits
from treatylang.text.source import Source


@dataclass(frozen=True)
class Compiled:
    """A library, compiled: its plan, the bound treaties with the documents they came from, and every diagnostic.

    `plan` is None where there are errors.
    """

    plan: Plan | None
    treaties: Mapping[str, Treaty]
    vocabulary: Vocabulary
    documents: Mapping[str, Parsed]  # by the name of the source
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity == "error")

    def require(self) -> Plan:
        """The plan, or `InputError` with all errors."""
        if self.plan is None:
            raise InputError(self.errors)
        return self.plan


def compile_sources(
    sources: Iterable[Source],
    limits: Limits = LIMITS,
    refused: tuple[Diagnostic, ...] = (),
    base: Vocabulary | None = None,
    elsewhere: tuple[str, ...] = (),
    parser: Callable[[], Parser] = new_parser,
) -> Compiled:
    """Screened texts of treaties, pledges and vocabularies, in any order -> a compiled library.

    `refused` are the diagnostics of texts that screening let not pass; with one of them there is no plan.  `base` is a vocabulary
    that is bound already, `elsewhere` are ids of treaties that were not read, and `parser` gives one that is built already.
    """
    with no_collection():
        try:
            return _compiled(sources, limits, refused, base, elsewhere, parser)
        except RecursionError:  # whatever the caps on depth have let pass, and no fault of the program in the user's eyes
            return Compiled(None, {}, base or Vocabulary(), {}, (*refused, TOO_DEEP))


def _compiled(
    sources: Iterable[Source],
    limits: Limits,
    refused: tuple[Diagnostic, ...],
    base: Vocabulary | None,
    elsewhere: tuple[str, ...],
    parser: Callable[[], Parser],
) -> Compiled:
    documents = {source.name: parse(source, limits, parser) for source in sorted(sources, key=lambda each: each.name)}
    effective = _once(documents)
    diagnostics = [*refused, *(problem for parsed in effective.values() for problem in parsed.diagnostics)]

    reports = {name: Report(parsed.source, parsed.document, limits.errors) for name, parsed in effective.items() if parsed.document}
    words = [
        Defined(definition, reports[name])
        for name, parsed in effective.items()
        if isinstance(parsed.document, t.VocabularyDoc)
        for definition in parsed.document.definitions
    ]
    vocabulary = bind_vocabulary(words, base)
    check_definitions(words)

    texts = {name: parsed.document for name, parsed in effective.items() if isinstance(parsed.document, t.Treaty)}
    outlines: dict[str, Outline] = {}
    homes: dict[str, str] = {}
    for name, text in texts.items():
        if text.id.text in outlines:
            first = homes[text.id.text]
            hint = f"the first stands in {first}, and says something else: rename one of them"
            reports[name].add("TL0310", text.id, f"two treaties are called `{text.id.text}`", hint)
            continue
        outlines[text.id.text] = outline(text)
        homes[text.id.text] = name

    treaties: dict[str, Treaty] = {}
    used: dict[str, frozenset[str]] = {}
    for treaty_id, name in homes.items():
        treaties[treaty_id], used[treaty_id] = bind_treaty(texts[name], reports[name], vocabulary, outlines, elsewhere)
    check_library(treaties, {treaty_id: (texts[name], reports[name]) for treaty_id, name in homes.items()}, used)

    for report in reports.values():
        found = report.diagnostics
        wrong = [each for each in found if each.severity == "error"]
        diagnostics.extend(wrong or found)  # a warning beside an error is mostly its shadow
    failed = any(each.severity == "error" for each in diagnostics)
    plan = None if failed else compile_plan(treaties.values(), vocabulary)
    return Compiled(plan, treaties, vocabulary, documents, tuple(diagnostics))


def _once(documents: Mapping[str, Parsed]) -> dict[str, Parsed]:
    """The documents without copies: who gives one text twice has said nothing new, and nothing twice."""
    found: dict[str, tuple[str, Parsed]] = {}
    for name, parsed in documents.items():
        found.setdefault(parsed.source.text, (name, parsed))
    return dict(found.values())
