"""The quick reader of plain YAML: it gives the tree and the places that a parser gives, or nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from treatylang.events import from_yaml as module
from treatylang.events.from_plain_yaml import from_plain_yaml
from treatylang.events.from_yaml import from_yaml
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source

PARSERS = [loader for name in ("CBaseLoader", "BaseLoader") if (loader := getattr(yaml, name, None)) is not None]
EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))
PLAIN = """# a comment
event: It's an attack, isn't it # here
date:   1950-06-25
acts:
- kind: invasion
  by: [PRK, # the north
    CHN]
  on:
    - KOR
  place: {lat: -4.5, lon: 127.0, territory_of: KOR, note: "38th: parallel"}
  under: nato-1949:5(1)
-   kind: threat

    facts: {killed: {at_least: 3}, by: []}
relations:
    - {at_war: [PRK, KOR]}
note: 'é'
"""
LEFT = (
    "", "a:\n", "a: b\na: c\n", "- a\n", "[a]\n", "a: [b\n", "a: 'it''s'\n", 'a: "\\n"\n', "a: b\n  c\n", "a: 'b\n  c'\n", "a: &b c\n",
    "a: *b\n", "a: !b c\n", "a: |\n  b\n", "a: >\n  b\n", "? a\n: b\n", "a: ? b\n", "---\na: b\n", "a: b\n...\n", "%YAML 1.1\n", "a: b: c\n",
    "a: [b: c]\n", "a: {b}\n", "a: {b: }\n", "a: {b: c,}\n", "a: [b,]\n", "<<: b\n", "a: {<<: b}\n", "a:\tb\n", "a: b\r\n", "a: [b\nc]\n",
    "a: - b\n", "a:\n  b: c\n d: e\n", "  a: b\nc: d\n", "a: 'b' c\n", "a: [b] c\n", "a: 'b'# c\n", "'a': b\n", "a: {'b': c}\n", "a: `b\n",
    "a: @b\n", "a: [b # c\n", "a: b\n- c\n", "a:\n- b\n-\n", "a:\n- - b\n", "a: b\u2028c\n", "a: {b: c, b: d}\n", "a:b\n", "a: [b\n  c]\n",
)  # fmt: skip


def same(text: str) -> bool:
    """Whether the quick reader reads it; what it reads is what each parser reads, and that without a complaint."""
    quick = from_plain_yaml(text, LIMITS.event_depth)
    if quick is None:
        return False
    for parser in PARSERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_LOADER", parser)
            assert (quick, ()) == from_yaml(Source("e.yaml", text)), text
    return True


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_events_are_plain(path: Path) -> None:
    assert same(path.read_text(encoding="utf-8"))


def test_all_that_is_plain() -> None:
    assert same(PLAIN)


@pytest.mark.parametrize("text", LEFT)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert not same(text)


def test_nesting_is_left_to_the_parser_that_complains() -> None:
    for form in (
        "a: " + "[" * 4 + "]" * 4,
        "a: " + "{a: " * 4 + "b" + "}" * 4,
        "a:\n b:\n  c:\n   d:\n    e: f",
        "a:\n- b:\n  - c: d",
    ):
        assert from_plain_yaml(form, 5) is not None
        assert from_plain_yaml(form, 4) is None
    assert from_plain_yaml("a: " + "[" * 100_000, LIMITS.event_depth) is None


WHOLE = [PLAIN, *(path.read_text(encoding="utf-8") for path in EVENTS)]
BITS = [
    *" \n:,-[]{}#'\"?&*!|>%@`~<\\\t1é.=",
    "- ",
    ": ",
    "\n  ",
    "\n- ",
    "key: ",
    "[a, b]",
    "{a: b}",
    " #c",
    "''",
    "---",
    "...",
    "<<: ",
    "a: b",
]


def changed(text: str, chance: random.Random) -> str:
    """A text with something put in, taken out, indented otherwise, or said twice."""
    at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
    match chance.randrange(4):
        case 0:
            return text[:at] + chance.choice(BITS) + text[at:]
        case 1:
            return text[:at] + text[at + chance.randrange(1, 4) :]
        case 2:
            lines = text.split("\n")
            which = chance.randrange(len(lines))
            lines[which] = " " * chance.randrange(7) + lines[which].lstrip()
            return "\n".join(lines)
    return text[:other] + text[at : at + chance.randrange(1, 30)] + text[other:]


def test_events_with_something_changed() -> None:
    chance = random.Random(1949)
    read = 0
    for _ in range(600):
        text = changed(chance.choice(WHOLE)[: chance.randrange(1, 400)], chance)
        read += same(changed(text, chance) if chance.random() < 0.5 else text)
    assert read > 50


@given(st.lists(st.sampled_from([*BITS, "a", "b", "\n", "  "]), max_size=14).map("".join))
def test_any_text(text: str) -> None:
    same(text)
    same("a:\n" + text)
