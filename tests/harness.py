"""Texts of treaties against what is expected of them, compiled with the real vocabulary, which is read once.

A case stands in a file with others, parted by `-----`; its first line may be a comment that says what it is about.  The end of a
line says what is found there: `# error: TL0404`, or `# warning: TL0407, TL0408`.  A text that begins neither as a treaty nor as a
pledge stands in a treaty of 1949 between France, Italy and the United Kingdom.  Several texts, parted by `~~~~~`, make one library.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from treatylang.checks.all import check_definitions, check_library
from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.model.outline import Outline, outline
from treatylang.model.report import Report
from treatylang.model.treaty import Treaty
from treatylang.model.treaty_from_tree import bind_treaty
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.vocabulary_from_tree import Defined, bind_vocabulary
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import parse
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source

ROOT = Path(__file__).parents[1]
ALWAYS_THERE = ("un-charter-1945",)
HEAD = """treaty example-1949 "An example"
  in force since 1949-08-24
parties
  FRA GBR ITA since 1949-08-24
"""
Found = Counter[tuple[int, str, str]]
_EXPECTED = re.compile(r"#\s*(error|warning):\s*(TL\d{4}(?:\s*,\s*TL\d{4})*)\s*$")
_WHOLE = re.compile(r"\s*(?:#[^\n]*\n\s*)*(treaty|pledge|vocabulary)\s")


@dataclass(frozen=True)
class Case:
    """A case of a file: where it begins, and its texts."""

    place: str
    texts: tuple[str, ...]


def cases(folder: Path) -> list[Case]:
    """All cases of the files of a folder."""
    found = []
    for path in sorted(folder.glob("*.treaty")):
        line = 1
        for chunk in re.split(r"(?m)^-----\n", path.read_text(encoding="utf-8")):
            texts = tuple(text if _WHOLE.match(text) else HEAD + text for text in re.split(r"(?m)^~~~~~\n", chunk))
            found.append(Case(f"{path.stem}:{line}", texts))
            line += chunk.count("\n") + 1
    return found


def expected(text: str) -> Found:
    """What a text says is found in it: line, severity and code."""
    found: Found = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        match = _EXPECTED.search(line)
        if match:
            found.update((number, match[1], code.strip()) for code in match[2].split(","))
    return found


def found(diagnostics: Iterable[Diagnostic]) -> Found:
    """What was found, to compare with what is expected."""
    return Counter((each.place.position[0] if each.place else 0, each.severity, each.code) for each in diagnostics)


def diagnose(*texts: str) -> list[tuple[Diagnostic, ...]]:
    """The diagnostics of each text; together with the treaties that are always there the texts make a library."""
    parsed = [parse(Source(f"text {number}", text), LIMITS) for number, text in enumerate(texts, start=1)]
    reports = [Report(each.source, each.document) if each.document else None for each in parsed]
    library = {
        each.document.id.text: (each.document, report)
        for each, report in zip(parsed, reports, strict=True)
        if isinstance(each.document, t.Treaty) and report
    }
    words = vocabulary()
    own = [
        Defined(definition, report)
        for each, report in zip(parsed, reports, strict=True)
        if isinstance(each.document, t.VocabularyDoc) and report
        for definition in each.document.definitions
    ]
    if own:
        words = bind_vocabulary(own, words)
        check_definitions(own)
    _check(library, words)
    return [(*each.diagnostics, *(report.diagnostics if report else ())) for each, report in zip(parsed, reports, strict=True)]


def _check(library: dict[str, tuple[t.Treaty, Report]], words: Vocabulary) -> None:
    documents = {name: document for name in ALWAYS_THERE if isinstance(document := tree(f"{name}.treaty"), t.Treaty)}
    everything = {**{name: (text, Report(Source(name, ""), text)) for name, text in documents.items()}, **library}
    outlines: dict[str, Outline] = {name: outline(text) for name, (text, _) in everything.items()}
    treaties: dict[str, Treaty] = {}
    used: dict[str, frozenset[str]] = {}
    for name, (text, report) in everything.items():
        treaties[name], used[name] = bind_treaty(text, report, words, outlines)
    check_library(treaties, everything, used)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the library."""
    defined = []
    for path in sorted((ROOT / "treaties" / "vocabulary").glob("*.treaty")):
        document = tree(f"vocabulary/{path.name}")
        assert isinstance(document, t.VocabularyDoc)
        report = Report(Source(path.name, ""), document)
        defined += [Defined(each, report) for each in document.definitions]
    return bind_vocabulary(defined)


@cache
def tree(name: str) -> t.Document:
    """The tree of a file below `treaties/`."""
    path = ROOT / "treaties" / name
    document = parse(Source(name, path.read_text(encoding="utf-8")), LIMITS).document
    assert document is not None, f"{name} cannot be read"
    return document
