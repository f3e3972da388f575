"""The fenced blocks of the documents, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Made from the code, and tested where they are made.
_GENERATED = {"docs/errors.md", "docs/commands.md"}
DOCUMENTS = tuple(
    name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
    )
    if name not in _GENERATED
)
_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_DOCUMENT = re.compile(r"(?:\s|#.*\n)*(treaty|pledge|vocabulary)\b")
_SECTION = re.compile(
    r"\s*(parties|suspended|article|reservation|reading|class|area|organ|measure|kind|fact|target|duty|relation|decision|region|locality"
    r"|zone|domain|strength|strengths|code)\b"
)


@dataclass(frozen=True)
class Block:
    """A block: its language, what stands after that (`file=pact.treaty`), its text, and where it begins."""

    document: str
    line: int
    language: str
    options: dict[str, str] = field(hash=False)
    text: str

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str) -> list[Block]:
    """All blocks of a document."""
    text = text_of(document)
    found = []
    for match in _FENCE.finditer(text):
        language, *rest = match["info"].split() or [""]
        options = dict(option.partition("=")[::2] for option in rest)
        found.append(Block(document, text.count("\n", 0, match.start()) + 1, language, options, match["text"]))
    return found


def every(language: str) -> list[Block]:
    """The blocks of a language in all documents."""
    return [block for document in DOCUMENTS for block in blocks(document) if block.language == language]


def whole_treaty(text: str) -> str:
    """The text of a whole document.

    What starts as no document stands in a treaty of France, Spain and Portugal of 1950, and what starts as no section stands in an
    article of it.
    """
    if _DOCUMENT.match(text):
        return text
    head = 'treaty example-1950 "An example"\n  in force since 1950-01-01\n'
    parties = "" if re.search(r"^parties\b", text, re.MULTILINE) else "parties\n  FRA ESP PRT since 1950-01-01\n"
    return head + parties + ("" if _SECTION.match(text) else 'article "1"\n') + text


def whole_event(text: str) -> str:
    """The text of a whole event: a part of one gets the title, the day and the act that it lacks."""
    if text.startswith("event:"):
        return text
    day = "" if re.search(r"^date:", text, re.MULTILINE) else "date: 2001-09-11\n"
    act = "" if re.search(r"^(acts|kind):", text, re.MULTILINE) else "kind: invasion\nby: PRK\non: KOR\n"
    return f"event: An example\n{day}{act}{text}"
