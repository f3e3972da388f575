"""JSON to tree: the same tree as YAML gives, with places, and nothing that JSON does not have."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.events.from_json import from_json
from treatylang.events.schema import typed
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.text.limits import Limits
from treatylang.text.source import Source


def tree(text: str) -> Node:
    found, diagnostics = from_json(Source("e.json", text))
    assert diagnostics == ()
    assert found is not None
    return found


def test_places_and_texts() -> None:
    text = '{"é😀": [1.50, "ß\\n𝔘", true, null], "b" : {} }'
    node = tree(text)
    assert isinstance(node, Mapping)
    key, value = node.entries[0]
    assert text[key.span.start : key.span.end] == '"é😀"'
    assert isinstance(value, Sequence)
    found = [(item.text, item.quoted, text[item.span.start : item.span.end]) for item in value.items if isinstance(item, Scalar)]
    assert found == [("1.50", False, "1.50"), ("ß\n𝔘", True, '"ß\\n𝔘"'), ("true", False, "true"), ("", False, "null")]
    assert text[node.entries[1][1].span.start : node.entries[1][1].span.end] == "{}"


def test_surrogate_pairs_are_joined() -> None:
    node = tree('"\\ud83d\\ude00"')
    assert isinstance(node, Scalar)
    assert node.text == "😀"


@pytest.mark.parametrize(
    ("text", "code", "message", "position"),
    [
        ("", "TL0601", "the event is empty", (1, 1)),
        (" \n", "TL0601", "the event is empty", (2, 1)),
        ('{"a": NaN}', "TL0602", "`NaN` is no number", (1, 7)),
        ('{"a": [-Infinity]}', "TL0602", "`-Infinity` is no number", (1, 8)),
        ('{"a": 1, "a": 2}', "TL0602", "`a` stands twice", (1, 10)),
        ('{"a": 1,}', "TL0601", "not readable as JSON: a comma before `}`", (1, 8)),
        ("[1,\n]", "TL0601", "not readable as JSON: a comma before `]`", (1, 3)),
        ('{"a" 1}', "TL0601", "not readable as JSON: expected `:` after `a`, found `1`", (1, 6)),
        ("{a: 1}", "TL0601", "not readable as JSON: expected a field name in double quotes, found `a`", (1, 2)),
        ("{'a': 1}", "TL0601", "not readable as JSON: expected a field name in double quotes, found `'a'`", (1, 2)),
        ('{"a": b}', "TL0601", "not readable as JSON: expected a value, found `b`", (1, 7)),
        ('{"a": 01}', "TL0601", "not readable as JSON: expected a value, found `01`", (1, 7)),
        ('{"a": .5}', "TL0601", "not readable as JSON: expected a value, found `.5`", (1, 7)),
        ('{"a": 1} // x', "TL0601", "not readable as JSON: `//` after the end of the event", (1, 10)),
        ('{"a": 1}{}', "TL0601", "not readable as JSON: `{` after the end of the event", (1, 9)),
        ('{"a": "b', "TL0601", "not readable as JSON: a string without an end", (1, 7)),
        ('{"a": "b\nc"}', "TL0601", "not readable as JSON: a string that cannot be read: invalid control character", (1, 9)),
        ('{"a": "\\q"}', "TL0601", "not readable as JSON: a string that cannot be read: invalid \\escape", (1, 8)),
        ('{"a": [1 2]}', "TL0601", "not readable as JSON: expected `,` or `]`, found `2`", (1, 10)),
        ('{"a": [1', "TL0601", "not readable as JSON: expected `,` or `]`, found the end of the text", (1, 9)),
        ('{"a":', "TL0601", "not readable as JSON: expected a value, found the end of the text", (1, 6)),
        ('{"a": "\\ud800"}', "TL0103", "character U+D800 half of a surrogate pair is not allowed", (1, 7)),
        ('{"a": "\\u202e"}', "TL0103", "character U+202E RIGHT-TO-LEFT OVERRIDE is not allowed", (1, 7)),
        ('{"\\u0000": 1}', "TL0103", "character U+0000 NUL is not allowed", (1, 2)),
    ],
)
def test_what_is_refused(text: str, code: str, message: str, position: tuple[int, int]) -> None:
    _, (found,) = from_json(Source("e.json", text))
    assert (found.code, found.message) == (code, message)
    assert found.place is not None
    assert found.place.position == position


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 33 + "]" * 33])
def test_depth(text: str) -> None:
    node, (found,) = from_json(Source("e.json", text))
    assert node is None
    assert found.code == "TL0104"


def test_depth_is_counted_to_the_limit() -> None:
    assert from_json(Source("e.json", "[" * 32 + "]" * 32))[1] == ()
    assert [found.code for found in from_json(Source("e.json", "[[]]"), Limits(event_depth=1))[1]] == ["TL0104"]


values = st.recursive(
    st.booleans() | st.integers(-(10**12), 10**12) | st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé", max_size=3), inner, max_size=4),
    max_leaves=20,
)


@given(values, st.booleans(), st.sampled_from([None, 1]))
def test_reads_what_json_writes(value: object, ascii_only: bool, indent: int | None) -> None:
    assert typed(tree(json.dumps(value, ensure_ascii=ascii_only, indent=indent))) == value


@given(st.text('{}[]":, \n1e-+truefalsn\\u0d8'))
def test_agrees_with_the_standard_reader_on_what_is_json(text: str) -> None:
    """Read iff the standard reader reads it, apart from what events refuse besides (keys twice, hidden characters, NaN)."""
    _, found = from_json(Source("e.json", text))
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        assert found
    else:
        assert all(each.code in ("TL0602", "TL0103", "TL0104") for each in found)


def test_json_never_loads_the_yaml_reader() -> None:
    code = (
        "import sys; from treatylang.events.read import read_tree; from treatylang.text.source import Source;"
        "read_tree(Source('e.json', '{}')); read_tree(Source('<text>', ' {}')); sys.exit('yaml' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
