"""YAML to tree: scalars stay text, places count code points, and what YAML can do beyond data is refused."""

from __future__ import annotations

import pytest
import yaml

from treatylang.events import from_yaml as module
from treatylang.events.from_yaml import from_yaml
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.text.limits import Limits
from treatylang.text.source import Source

PARSERS = [loader for name in ("CBaseLoader", "BaseLoader") if (loader := getattr(yaml, name, None)) is not None]


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds with the C parser and with the pure one."""
    monkeypatch.setattr(module, "_LOADER", request.param)


def tree(text: str) -> Node:
    found, diagnostics = from_yaml(Source("e.yaml", text))
    assert diagnostics == ()
    assert found is not None
    return found


def codes(text: str, limits: Limits | None = None) -> list[str]:
    return [found.code for found in from_yaml(Source("e.yaml", text), *([limits] if limits else []))[1]]


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for entry in node.entries for part in entry for scalar in scalars(part)]


@pytest.mark.parametrize(
    "text", ["NO", "on", "off", "yes", "~", "null", "2001-09-11", "12:30", "1_000", "0x10", "1e3", ".nan", "=", "-0"]
)
def test_scalars_are_text(text: str) -> None:
    node = tree(f"a: {text}")
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    assert (value.text, value.quoted, value.absent) == (text, False, False)


def test_quoted_and_absent() -> None:
    node = tree("a: ''\nb:\nc: |\n  x\n")
    assert isinstance(node, Mapping)
    values = [value for _, value in node.entries if isinstance(value, Scalar)]
    assert [(value.text, value.quoted, value.absent) for value in values] == [
        ("", True, False),
        ("", False, True),
        ("x\n", True, False),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_count_code_points(end: str) -> None:
    text = f"é😀: [ß, '𝔘𝔫', x]{end}y: {{𐍈: ü}}{end}"
    node = tree(text)
    seen = [text[scalar.span.start : scalar.span.end] for scalar in scalars(node)]
    assert seen == ["é😀", "ß", "'𝔘𝔫'", "x", "y", "𐍈", "ü"]
    assert isinstance(node, Mapping)
    assert text[node.entries[0][1].span.start : node.entries[0][1].span.end] == "[ß, '𝔘𝔫', x]"


def test_a_block_ends_with_its_last_child() -> None:
    text = "acts:\n  - kind: x\n    by: y\n\n\nnote: z\n"
    node = tree(text)
    assert isinstance(node, Mapping)
    assert text[node.entries[0][1].span.start : node.entries[0][1].span.end] == "- kind: x\n    by: y"


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("a: &x 1", "anchor `&x` is not allowed", (1, 4)),
        ("a: *x", "alias `*x` is not allowed", (1, 4)),
        ("a: 1\n<<: {b: 1}", "merge `<<` is not allowed", (2, 1)),
        ("a: !!str 1", "tag `tag:yaml.org,2002:str` is not allowed", (1, 4)),
        ("a: !x 1", "tag `!x` is not allowed", (1, 4)),
        ("a: !!python/object/apply:os.system [ls]", "tag `tag:yaml.org,2002:python/object/apply:os.system` is not allowed", (1, 4)),
        ("a: 1\nb: 2\na: 3", "`a` stands twice", (3, 1)),
        ("a: {b: 1, 'b': 3}", "`b` stands twice", (1, 11)),
        ("a: 1\n---\nb: 2", "a second document starts here", (2, 1)),
        ("%YAML 1.1\n---\na: 1", "directives (`%YAML`, `%TAG`) are not allowed", (1, 1)),
        ("{a: 1}: 2", "a key must be one word, not a list or a mapping", (1, 1)),
        ("? [a]\n: 2", "a key must be one word, not a list or a mapping", (1, 3)),
    ],
)
def test_forms_that_events_do_not_allow(text: str, message: str, position: tuple[int, int]) -> None:
    _, (found,) = from_yaml(Source("e.yaml", text))
    assert (found.code, found.message) == ("TL0602", message)
    assert found.place is not None
    assert found.place.position == position


def test_a_key_twice_leaves_a_tree_and_names_the_first() -> None:
    node, (found,) = from_yaml(Source("e.yaml", "a: 1\na: 2\n"))
    assert isinstance(node, Mapping)
    assert [(key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)] == [("a", "1")]
    assert found.labels[0].place.position == (1, 1)


def test_a_quoted_merge_key_is_a_word() -> None:
    assert codes("'<<': 1") == []


@pytest.mark.parametrize("text", ["", "  \n", "# only this\n", "---\n"])
def test_nothing_is_an_error(text: str) -> None:
    node, (found,) = from_yaml(Source("e.yaml", text))
    assert node is None
    assert (found.code, found.message) == ("TL0601", "the event is empty")


@pytest.mark.parametrize(
    ("text", "position"),
    [("a: b: c", (1, 5)), ("a:\n\t- b", (2, 1)), ("a: 'b\nc: d", (1, 4)), ("a: [b\n", (2, 1)), ("a: @b", (1, 4))],
)
def test_what_is_not_yaml(text: str, position: tuple[int, int]) -> None:
    node, (found,) = from_yaml(Source("e.yaml", text))
    assert node is None
    assert found.code == "TL0601"
    assert found.place is not None
    assert found.place.position == position


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[\n" * 100_000, "a: " + "[" * 32])
def test_depth(text: str) -> None:
    assert codes(text) == ["TL0104"]


def test_depth_is_counted_to_the_limit() -> None:
    assert codes("a: " + "[" * 31 + "]" * 31) == []
    assert codes("a: [[1]]", Limits(event_depth=2)) == ["TL0104"]


def test_escapes_bring_nothing_in() -> None:
    assert codes('a: "x\\u202Ey\\0"') == ["TL0103", "TL0103"]
    assert codes('a: "\\u00e9\\t\\n"') == []


def test_a_bomb_costs_nothing() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert codes("\n".join(lines)) == ["TL0602"] * 20
