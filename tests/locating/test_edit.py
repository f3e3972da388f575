"""Fields put into the text of an event: nothing else of it changes, and what is read again is the same event with the fields."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatylang.events.read import read_tree
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.locating.edit import Addition, CannotEdit, edited
from treatylang.text.source import Source


def places(node: Node) -> list[Mapping]:
    """Every mapping that has a latitude."""
    if isinstance(node, Sequence):
        return [each for item in node.items for each in places(item)]
    if isinstance(node, Mapping):
        own = [node] if any(key.text == "lat" for key, _ in node.entries) else []
        return own + [each for _, value in node.entries for each in places(value)]
    return []


def complete(text: str, name: str = "e.yaml") -> tuple[str, bool]:
    source = Source(name, text)
    tree, problems = read_tree(source)
    assert isinstance(tree, Mapping) and not problems
    found = tuple(Addition(each, ("lat", "lon"), "territory_of", "AUT", "a map") for each in places(tree))
    return edited(source, tree, found)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def read(text: str, name: str = "e.yaml") -> object:
    tree, problems = read_tree(Source(name, text))
    assert tree is not None and not problems
    return plain(tree)


SAMPLES = {
    "block": ("place:\n  lat: 48.2\n  lon: 16.4\n", "place:\n  lat: 48.2\n  lon: 16.4\n  territory_of: AUT  # a map\n"),
    "block in a list": (
        "acts:\n  - kind: x\n    place:\n      lon: 16.4  # east\n      lat: '48.2'\n\n  - kind: y\n",
        "acts:\n  - kind: x\n    place:\n      lon: 16.4  # east\n      lat: '48.2'\n      territory_of: AUT  # a map\n\n  - kind: y\n",
    ),
    "other fields between": (
        "place:\n  lat: 48.2\n  name: V\n  lon: 16.4\n  zone: land\n",
        "place:\n  lat: 48.2\n  name: V\n  lon: 16.4\n  territory_of: AUT  # a map\n  zone: land\n",
    ),
    "no end of the last line": (
        "place:\n  lat: 48.2\n  lon: 16.4",
        "place:\n  lat: 48.2\n  lon: 16.4\n  territory_of: AUT  # a map",
    ),
    "ends of lines as on Windows": (
        "place:\r\n  lat: 48.2\r\n  lon: 16.4\r\nnote: n\r\n",
        "place:\r\n  lat: 48.2\r\n  lon: 16.4\r\n  territory_of: AUT  # a map\r\nnote: n\r\n",
    ),
    "flow": (
        "a: 1\nplace: {lat: 48.2, lon: 16.4}  # here\n",
        "a: 1\n# territory_of: AUT by a map\nplace: {lat: 48.2, lon: 16.4, territory_of: AUT}  # here\n",
    ),
    "flow in flow": (
        "acts:\n  - {kind: x, place: {lon: 16.4, lat: 48.2, name: 'a, b'}, on: y}\n",
        "acts:\n  # territory_of: AUT by a map\n  - {kind: x, place: {lon: 16.4, lat: 48.2, territory_of: AUT, name: 'a, b'}, on: y}\n",
    ),
    "flow over lines": (
        "place: {\n  lat: 48.2,\n  lon: 16.4  # east\n}\n",
        "# territory_of: AUT by a map\nplace: {\n  lat: 48.2,\n  lon: 16.4, territory_of: AUT  # east\n}\n",
    ),
    "two in one line": (
        "acts: [{place: {lat: 1, lon: 2}}, {place: {lat: 3, lon: 4}}]\n",
        "# territory_of: AUT by a map\n"
        "acts: [{place: {lat: 1, lon: 2, territory_of: AUT}}, {place: {lat: 3, lon: 4, territory_of: AUT}}]\n",
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_yaml(name: str) -> None:
    before, after = SAMPLES[name]
    assert complete(before) == (after, True)


def test_json_in_one_line_has_no_comment() -> None:
    text, commented = complete('{"place": {"lat": 48.2, "lon": 16.4}}', "e.json")
    assert text == '{"place": {"lat": 48.2, "lon": 16.4, "territory_of": "AUT"}}' and not commented


def test_json_over_lines_goes_on_as_it_is_written() -> None:
    before = '{\n\t"place": {\n\t\t"lon": 16.4,\n\t\t"lat": 48.2,\n\t\t"zone": "land"\n\t}\n}\n'
    after = '{\n\t"place": {\n\t\t"lon": 16.4,\n\t\t"lat": 48.2,\n\t\t"territory_of": "AUT",\n\t\t"zone": "land"\n\t}\n}\n'
    assert complete(before, "e.json") == (after, False)


def test_a_comment_that_would_become_a_part_of_a_text_is_left_out() -> None:
    """The line of the place begins inside a text over several lines, where a line of comment is not one."""
    before = "acts: [{note: one\n  and two, place: {lat: 1, lon: 2}}]\n"
    text, commented = complete(before)
    assert not commented
    assert text == before.replace("lon: 2", "lon: 2, territory_of: AUT")


def test_what_cannot_be_edited_is_left_alone() -> None:
    """A text over lines as the longitude: where it ends is not where the next line may begin."""
    with pytest.raises(CannotEdit):
        complete("place:\n  lat: 48.2\n  lon: |-\n    16.4\nnote: n\n")


# ------------------------------------------------------------------------------------------------ any layout
numbers = st.sampled_from(["48.2", "'48.2'", '"48.2"', "-0.5", "16"])
comments = st.sampled_from(["", "  # a remark", " # with {a: bracket}, and: more"])
others = st.lists(st.sampled_from(["name: Vienna", "zone: 'land'", 'boundary: "settled: {not"']), max_size=2, unique=True)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """An event as people write it: one or several acts, places in blocks or brackets, with remarks anywhere."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = ["event: e", "date: 2001-01-01" + draw(comments), "acts:"]
    indent = draw(st.sampled_from(["", "  "]))
    for _ in range(draw(st.integers(1, 3))):
        fields = [f"lat: {draw(numbers)}", f"lon: {draw(numbers)}", *draw(others)]
        fields = draw(st.permutations(fields))
        if draw(st.booleans()):
            lines.append(f"{indent}- kind: bombardment" + draw(comments))
            if draw(st.booleans()):
                lines.append(f"{indent}  place:" + draw(comments))
                lines += [f"{indent}      {each}" + draw(comments) for each in fields]
            else:
                lines.append(f"{indent}  place: {{{', '.join(fields)}}}" + draw(comments))
            if draw(st.booleans()):
                lines += ["", f"{indent}  by: RUS"]
        else:
            lines.append(f"{indent}- {{kind: bombardment, place: {{{', '.join(fields)}}}, by: RUS}}" + draw(comments))
    return end.join(lines) + draw(st.sampled_from(["", end, end + "# the end" + end]))


@given(layouts())
def test_what_is_read_again_is_the_event_with_the_fields(text: str) -> None:
    after, commented = complete(text)
    wanted = read(text)
    for act in wanted["acts"]:  # type: ignore[index]
        act["place"]["territory_of"] = "AUT"
    assert commented and read(after) == wanted


@given(layouts())
def test_nothing_that_was_there_is_changed(text: str) -> None:
    """What was added can be taken out again, and the very bytes are left."""
    after, _ = complete(text)
    end = "\r\n" if "\r\n" in text else "\n"
    kept = [line for line in after.split(end) if line.strip() not in ("territory_of: AUT  # a map", "# territory_of: AUT by a map")]
    assert end.join(kept).replace(", territory_of: AUT", "") == text


objects = st.fixed_dictionaries(
    {"lat": st.floats(-90, 90), "lon": st.floats(-180, 180)},
    optional={"name": st.text('aä{},:"\\# ', max_size=9), "zone": st.just("land")},
)


@given(st.lists(objects, min_size=1, max_size=3), st.sampled_from([None, 1, "\t"]))
def test_json_is_read_again_as_the_event_with_the_fields(found: list[dict[str, object]], indent: int | str | None) -> None:
    event = {"event": "e", "acts": [{"place": each} for each in found]}
    after, _ = complete(json.dumps(event, indent=indent), "e.json")
    for each in found:
        each["territory_of"] = "AUT"
    assert json.loads(after) == event
