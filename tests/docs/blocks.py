"""The fenced blocks of a document, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"\s*(treaty|pledge|vocabulary)\b")
_PART = re.compile(
    r"\s*(?:#[^\n]*\s*)*(parties|suspended|article|reservation|reading|class|area|organ|measure|kind|fact|target|duty|relation"
    r"|decision|region|locality|zone|domain|strength|strengths|code)\b"
)
_ACT = re.compile(r"^(acts|kind):", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block: its language, what stands after it on the line of the fence (`file=pact.treaty`), its text and place."""

    document: str
    line: int
    language: str
    options: dict[str, str] = field(hash=False)
    text: str

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"


def blocks(document: str) -> list[Block]:
    """All blocks of a document."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        language, *rest = match["info"].split()
        options = dict(option.partition("=")[::2] for option in rest)
        found.append(Block(document, text.count("\n", 0, match.start()) + 1, language, options, match["text"]))
    return found


def every(language: str) -> list[Block]:
    """The blocks of a language in all documents."""
    return [block for document in DOCUMENTS for block in blocks(document) if block.language == language]


def whole_treaty(text: str) -> str:
    """The text of a whole document.

    What starts as no document stands in a treaty of France, Spain and Portugal of 1950, and what starts as no section in an
    article of it.
    """
    if _SECTION.match(text):
        return text
    head = 'treaty example-1950 "An example"\n  in force since 1950-01-01\n'
    parties = "" if re.search(r"^parties\b", text, re.MULTILINE) else "parties\n  FRA ESP PRT since 1950-01-01\n"
    return head + parties + ("" if _PART.match(text) else 'article "1"\n') + text


def whole_event(text: str) -> str:
    """The text of a whole event: a part of one gets a title, a day and an act."""
    if text.startswith("event:"):
        return text
    act = "" if _ACT.search(text) else "kind: invasion\nby: PRK\non: KOR\n"
    return "event: An example\n" + ("" if re.search(r"^date:", text, re.MULTILINE) else "date: 2001-09-11\n") + act + text
