"""What fuzzing starts from: the treaties and events of the library, whole and in parts, and the words of the language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.asking import vocabulary
from treatylang.events.words import ACT_FIELDS, DECISION_FIELDS, MEMBERSHIP_FIELDS, OUTCOMES, STATUSES, TOP_FIELDS, VOTES
from treatylang.syntax.grammar import keywords

ROOT = Path(__file__).parents[2]
_SECTION = re.compile(r"(?m)^(?=[a-z])")
_SIGNS = (
    '"',
    '"""',
    "#",
    "(",
    ")",
    ",",
    "%",
    "[a]",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "&a",
    "*a",
    "!!str",
    "<<",
    "---",
    "|",
    ">",
    "\\u202e",
)


def seeds(target: str) -> Iterator[bytes]:
    """Texts that the reader takes."""
    if target == "treaty":
        for path in sorted((ROOT / "treaties").rglob("*.treaty")):
            yield from _parts(path.read_text(encoding="utf-8"))
        return
    for path in sorted((ROOT / "events").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        yield text.encode() if target == "yaml" else _as_json(text)


def _parts(text: str) -> Iterator[bytes]:
    """A treaty's head with its parties and one more section at a time: short texts are tried often."""
    sections = _SECTION.split(text)[1:]
    head = "".join(each for each in sections[:4] if each.startswith(("treaty", "pledge", "vocabulary", "parties")))
    for each in sections:
        if each not in head and not each.startswith("#"):
            yield (head + each).encode()


def _as_json(text: str) -> bytes:
    return json.dumps(yaml.load(text, Loader=yaml.BaseLoader), ensure_ascii=False).encode()


def words(target: str) -> tuple[str, ...]:
    """The dictionary: words that the reader knows, and signs that mean something to it."""
    known = vocabulary()
    tables = (known.kinds, known.facts, known.relations, known.decisions, known.bodies, known.regions)
    common = {word for table in tables for word in list(table)[:40]}
    if target == "treaty":
        more = {
            *keywords(),
            *known.duties,
            *known.strengths,
            *known.targets,
            "1950-01-01",
            "1918-11",
            "2/3",
            "23.44N",
            "10W",
            "5%",
            "FRA",
        }
    else:
        more = {*TOP_FIELDS, *ACT_FIELDS, *DECISION_FIELDS, *MEMBERSHIP_FIELDS, *OUTCOMES, *STATUSES, *VOTES, "claimed", "unknown"}
    return tuple(sorted({*common, *more, *_SIGNS}))


def dictionary(target: str) -> str:
    """The words as libFuzzer reads them: one in quotes on a line, every other character by its number."""
    return "".join(f'"{"".join(_escaped(char) for char in each)}"\n' for each in words(target))


def _escaped(char: str) -> str:
    return char if char.isalnum() or char in "_-. " else f"\\x{ord(char):02x}"
