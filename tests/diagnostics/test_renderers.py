"""The renderers: golden files, and what must hold for any text.

After an intended change, `python tests/diagnostics/test_renderers.py` writes the golden files anew; read the difference.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from diagnostic_samples import DIAGNOSTICS, HOSTILE, LONG, at
from hypothesis import example, given
from hypothesis import strategies as st

from treatylang.diagnostics.diagnostic import Diagnostic, Label, Place
from treatylang.diagnostics.registry import CODES
from treatylang.diagnostics.render_json import render_json
from treatylang.diagnostics.render_sarif import render_sarif
from treatylang.diagnostics.render_text import render_text
from treatylang.text.neutral import columns, neutralise
from treatylang.text.source import Source, Span

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
RENDERED: dict[str, Callable[[], str]] = {
    "text.txt": lambda: render_text(DIAGNOSTICS),
    "colour.txt": lambda: render_text(DIAGNOSTICS[:2], colour=True).replace("\x1b", "ESC"),
    "list.json": lambda: render_json(DIAGNOSTICS),
    "log.sarif": lambda: render_sarif(DIAGNOSTICS, version="0.0.0"),
}
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def write_golden() -> None:
    for name, render in RENDERED.items():
        (GOLDEN / name).write_text(render(), encoding="utf-8")


@pytest.mark.parametrize("name", RENDERED)
def test_golden(name: str) -> None:
    assert RENDERED[name]() == (GOLDEN / name).read_text(encoding="utf-8")


# ---------------------------------------------------------------------------------------------------------------- text
anything = st.text(st.characters(), max_size=300)  # surrogates and controls included


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    source = Source(draw(anything), draw(anything))
    spans = st.tuples(st.integers(0, 310), st.integers(0, 310)).map(lambda pair: Span(min(pair), max(pair)))
    places = spans.map(lambda span: Place(source, span))
    return Diagnostic(
        draw(st.sampled_from(sorted(CODES))),
        draw(anything),
        draw(st.none() | places),
        draw(st.none() | anything),
        tuple(draw(st.lists(st.builds(Label, places, anything), max_size=2))),
        tuple(draw(st.lists(anything, max_size=2))),
        draw(st.none() | anything),
    )


@given(st.lists(diagnostics(), max_size=3), st.booleans())
@example([Diagnostic("TL0201", "x", Place(Source("n", "\r\x0b\x0c\x1c\x85\u2028\u2029\x9b31m"), Span(1, 5)))], False)
def test_no_control_character_reaches_the_terminal(found: list[Diagnostic], colour: bool) -> None:
    text = render_text(found, colour=colour)
    if colour:
        assert ANSI.sub("", text) == render_text(found)
        text = ANSI.sub("", text)
    for line in text.split("\n"):
        assert neutralise(line) == line
    assert text.splitlines() == text.split("\n")[:-1]  # nothing else ends a line
    assert all(columns(line) < 2500 for line in text.split("\n"))


@given(diagnostics())
def test_the_other_renderers_take_any_text(found: Diagnostic) -> None:
    assert json.loads(render_json([found]))[0]["message"] == found.message
    assert json.loads(render_sarif([found]))["runs"][0]["results"][0]["ruleId"] == found.code
    assert (render_json([found]) + render_sarif([found])).isascii()


def caret_under(text: str, words: str) -> str:
    """What stands over the carets, by columns."""
    found = Diagnostic("TL0201", "m", at(Source("x", text), words))
    line, marks = render_text([found]).splitlines()[2:4]
    start = len(marks) - len(marks.lstrip(" |"))
    width = marks.count("^")
    taken = 0
    under = ""
    for character in line:
        if start <= taken < start + width:
            under += character
        taken += columns(character)
    return under


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("", "word"),
        ("ab ", "word"),
        ("\t\t", "word"),
        ("条約 ", "word"),
        ("e\u0301a\u0300 ", "word"),
        ("\x1b[31m", "word"),
        ("\u202e", "word"),
        ("한글 ", "条約"),
        ("x" * 300, "word"),
        ("条" * 300, "word"),
    ],
)
def test_the_caret_stands_under_the_words(before: str, words: str) -> None:
    assert caret_under(before + words + " after", words) == words
    assert caret_under(before + words + " after" * 100, words) == words


def test_a_long_line_is_cut_around_the_place() -> None:
    huge = Source("huge.treaty", "a" * 131_072 + "here" + "b" * 131_072)
    text = render_text([Diagnostic("TL0201", "x" * 9000, at(huge, "here"), labels=(Label(at(huge, "ba"[0]), "y" * 9000),))])
    assert "here" in text
    assert max(map(len, text.splitlines())) < 700
    whole = Diagnostic("TL0201", "m", Place(huge, Span(0, len(huge.text))))
    assert max(map(len, render_text([whole]).splitlines())) < 120


def test_marks_without_width_do_not_lengthen_a_line() -> None:
    heap = Source("heap.treaty", "a" + "\u0301" * 200_000 + "here")
    assert len(render_text([Diagnostic("TL0203", "m", at(heap, "here"))])) < 1000


def test_few_lines_each() -> None:
    text = render_text([Diagnostic("TL0409", "m", at(LONG, "here"), "h", (Label(at(LONG, "b"), "l"),) * 99, ("n",) * 99)])
    assert len(text.splitlines()) <= 20
    assert "96 more places are not shown" in text


def test_nothing_to_say_is_nothing() -> None:
    assert render_text([]) == ""
    assert json.loads(render_json([])) == []


def test_no_json_is_loaded_for_text() -> None:
    code = "import sys, treatylang.diagnostics.render_text; sys.exit('json' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


# ---------------------------------------------------------------------------------------------------------------- SARIF
def sarif(*found: Diagnostic) -> dict[str, object]:
    results = json.loads(render_sarif(found))["runs"][0]["results"]
    assert isinstance(results[0], dict)
    return results[0]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a/b c.treaty", "a/b%20c.treaty"),
        ("/srv/x.treaty", "file:///srv/x.treaty"),
        ("C:\\data\\x.treaty", "file:///C:/data/x.treaty"),
        ("<text>", "%3Ctext%3E"),
        ("évian.treaty", "%C3%A9vian.treaty"),
    ],
)
def test_a_name_becomes_a_uri(name: str, uri: str) -> None:
    result = sarif(Diagnostic("TL0201", "m", Place(Source(name, "x"), Span(0, 1))))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri  # type: ignore[index]


def test_every_rule_is_named_once() -> None:
    run = json.loads(render_sarif([*DIAGNOSTICS, *DIAGNOSTICS]))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_braces_and_links_of_a_message_are_text() -> None:
    text = sarif(Diagnostic("TL0201", "`{0}` [x](y)"))["message"]
    assert text == {"text": "`{{0}}` [x] (y)"}


# ---------------------------------------------------------------------------------------------------------------- neutral
@given(anything)
def test_neutral_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = neutralise(text)
    assert neutralise(once) == once
    assert len(once.splitlines()) <= 1


def test_what_is_hidden_is_written_out() -> None:
    assert neutralise(HOSTILE.text) == "class a<U+202E>b\\x1b[2J \u0301x\\n"
    assert neutralise("Traité : « ça »\u00a0条約") == "Traité : « ça »\u00a0条約"
    assert neutralise("\ud800\u200b\ufeff\t") == "<U+D800><U+200B><U+FEFF>\\t"


if __name__ == "__main__":
    write_golden()
