"""What parses, what does not, and where the error is said to be.

A file in `errors/` holds several texts, parted by a line `-----`.  A line that ends with `# error: TL0201 unexpected `x`` must give
that diagnostic (its message begins so); what is not announced must not arise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from treatylang.diagnostics.registry import CODES
from treatylang.syntax import tree as t
from treatylang.syntax.from_text import parse_text
from treatylang.syntax.grammar import build, grammar_text, keywords

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").glob("*.treaty"))
LIBRARY = sorted((HERE.parents[1] / "treaties").rglob("*.treaty"))
FILES = [pytest.param(path, id=path.stem) for path in SAMPLES + LIBRARY]

_EXPECTED = re.compile(r"# error: (TL\d{4})([^#]*)")


# ---- errors
def _chunks() -> Iterator[object]:
    for path in sorted((HERE / "errors").glob("*.treaty")):
        for number, chunk in enumerate(path.read_text(encoding="utf-8").split("-----\n"), 1):
            yield pytest.param(chunk, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("text", list(_chunks()))
def test_errors_arise_where_they_are_announced(text: str) -> None:
    expected = [
        (number, code, message.strip())
        for number, line in enumerate(text.split("\n"), 1)
        for code, message in _EXPECTED.findall(line)
    ]
    found = parse_text(text).diagnostics
    shown = [f"{d.place.position[0]}: {d.code} {d.message}" for d in found if d.place]
    assert len(found) == len(expected), shown
    for diagnostic, (line, code, message) in zip(found, expected, strict=True):
        assert diagnostic.place is not None
        assert (diagnostic.place.position[0], diagnostic.code) == (line, code), shown
        assert diagnostic.message.startswith(message), shown
        assert diagnostic.hint
        assert CODES[diagnostic.code].severity == "error"


HEAD = 'treaty a-1 "A"\n  in force since 1900-01-01\n'


def _hint(text: str) -> str:
    (found,) = parse_text(text).diagnostics
    return found.hint or ""


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('treaty a-1 "A" inforce since 1900-01-01', "did you mean `in force`?"),
        (HEAD + 'article "1" every party must not attack', "write `must refrain from ACT`"),
        (HEAD + 'article "1" when x and y or z then FRA must w', "mix only with parentheses"),
        (HEAD + 'article "1" when x thn FRA must y', "did you mean `then`?"),
        (HEAD + 'article "1" whenan act then FRA must y', "did you mean `when an`?"),
        (HEAD + 'article "1" when x by GBRand y then FRA must y', "did you mean `GBR and`?"),
        (HEAD + 'article "1" when x by USa then FRA must y', "a code is upper case throughout (`USA`)"),
        (HEAD + "parties FRAgbr since 1900-01-01", "a space stands before the next word (`FRA gbr`)"),
        (HEAD + "parties FRA since 2001-09-11until 2002-01-01", "did you mean `2001-09-11 until`?"),
        (HEAD + "parties FRA since2001-09-11", "did you mean `since 2001-09-11`?"),
        (HEAD + "parties FRA since 1900-1-1", "a day is written `1949-04-04`"),
        (HEAD + "parties FRA untilUSA", "did you mean `until USA`?"),
        (HEAD + "area z bounded by 1N2E, 3N 4E", "did you mean `1N 2E`?"),
        (HEAD + 'article "1" FRA must y at least 1,300,0000 men', "numbers are written"),
        (HEAD + 'article "1" when armedAttack then FRA must y', "words are lower case joined by `_`"),
        (HEAD + "parties FRA since 1900", "expected a date"),
        (HEAD + 'parties FRA since 1900-01-01 "note" check "the day"', "right after a date of the head, a party"),
        (HEAD + 'source "1 TS 1" check "the day"', "right after a date of the head, a party"),
        (HEAD + "organ when", "`when` is a reserved word"),
        (HEAD + "article '1'", "double quotation marks"),
        (HEAD + 'article "1" [A] FRA must x', "a label is one word in lower case"),
        (HEAD + "area é", "U+00E9 LATIN SMALL LETTER E WITH ACUTE"),
    ],
)
def test_hints(text: str, hint: str) -> None:
    assert hint in _hint(text)


# ---- what must be the same, and what must differ
CONDITIONS = [
    ("the act is grave", "the act is not grave"),
    ("x by a state that is FRA", "x by a state that is not FRA"),
    ("at least 2 states are at_war", "at least 2 states are not at_war"),
    ("b-1 is in force", "b-1 is not in force"),
    ("x", "no x"),
    ("x on FRA with at least 2 men", "x on FRA with at most 2 men"),
    ("x on every party", "x on every other party"),
    ("x on a party", "x on another party"),
    ("x by FRA", "x on FRA"),
    ('FRA must help under "1"', 'FRA may help under "1"'),
    ("(x) as judged by FRA", "x as of 1900-01-01"),
    ("x as of 1900-01-01 as judged by FRA", "(x as of 1900-01-01) as judged by FRA"),
    ("x and y and z", "(x and y) and z"),
    ("not (x and y)", "not (x) and y"),
    ("x by a party of nato-1949", "x of nato-1949 by a party"),
    ("x by a state that is communist", "x by a state that is a communist"),
    ("x by a state that is not american_state", "x by a state that is not an american_state"),
]
SECTIONS = [
    ("area z territory of FRA", "area z territory under FRA"),
    ("area z b", "area z except b"),
    ("area z b north of 1N", "area z b south of 1N"),
    ("area z a1, b", "area z a1 b"),
    ('article "1" FRA must jointly help', 'article "1" FRA must help'),
    ('article "1" FRA must help lapses when x', 'article "1" FRA must help unless x'),
    ('article "1" FRA must help since 1901-01-01', 'article "1" FRA must help until 1901-01-01'),
    ('article "1" [a] FRA must help', 'article "1" FRA must help'),
    ("suspended for FRA since 1900-01-01", "suspended for FRA since 1900-01-01 disputed"),
    ('reading of "1" jointly', 'reading of "1" severally'),
    ('reading of "1" jointly', 'reading of "1" by FRA jointly'),
    ("secret", "secret until 1900-01-01"),
    ("kind k presumed grave", "kind k presumed not grave"),
    ("kind k is act", "kind k is an act"),
    ("locality k held of FRA", "locality k held under FRA"),
]
SAME = [
    ("x", "((x))"),
    ("x and (y or z)", "((x) and ((y) or z))"),
    ("not (x)", "not ((x))"),
    ("x by an actor", "x by a actor"),
    ("x by a state that is a party", "x by a state that are an party"),
]


def _condition(text: str) -> str:
    return HEAD + f'article "1" when {text} then every party must consult FRA'


def _document(text: str) -> t.Document:
    parsed = parse_text(text)
    assert parsed.document is not None, [d.message for d in parsed.diagnostics]
    return parsed.document


@pytest.mark.parametrize(("one", "other"), CONDITIONS)
def test_conditions_that_differ_have_different_trees(one: str, other: str) -> None:
    assert _document(_condition(one)) != _document(_condition(other))


@pytest.mark.parametrize(("one", "other"), SECTIONS)
def test_sections_that_differ_have_different_trees(one: str, other: str) -> None:
    assert _document(HEAD + one) != _document(HEAD + other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_conditions_that_say_the_same_have_equal_trees(one: str, other: str) -> None:
    assert _document(_condition(one)) == _document(_condition(other))


def test_names_may_begin_with_a_keyword() -> None:
    document = _document(_condition("whenever by FRA on unlessly, in_force, or_else"))
    names = {node.text for node in t.walk(document) if isinstance(node, t.Name)}
    assert {"whenever", "unlessly", "in_force", "or_else"} <= names


def test_an_unlabelled_clause_knows_where_its_parts_stand() -> None:
    text = _condition("(x by FRA or  y) and z as of 1900-01-01")
    document = _document(text)
    for node in t.walk(document):
        assert 0 <= node.span.start < node.span.end <= len(text)
    (day,) = [node for node in t.walk(document) if isinstance(node, t.AsOf)]
    assert text[day.span.start : day.span.end] == "as of 1900-01-01"
    (either,) = [node for node in t.walk(document) if isinstance(node, t.Or)]
    assert text[either.span.start : either.span.end] == "x by FRA or  y"


def test_comments_are_found_outside_strings_only() -> None:
    text = HEAD + '# one\narticle "# none"  # two\n  summary """\n# none "still" none\n"""\n# three'
    assert [comment.text for comment in parse_text(text).comments] == ["# one", "# two", "# three"]


# ---- the grammar
def test_the_grammar_is_short() -> None:
    assert len(grammar_text().splitlines()) <= 150


def test_the_grammar_has_no_conflict() -> None:
    pytest.importorskip("interegular")
    build(strict=True)


def test_basic_and_contextual_lexer_agree() -> None:
    basic, contextual = build(lexer="basic"), build()
    for path in SAMPLES + LIBRARY:
        text = path.read_text(encoding="utf-8")
        assert basic.parse(text, start="start") == contextual.parse(text, start="start"), path


@pytest.mark.parametrize("word", keywords())
def test_no_keyword_is_a_name(word: str) -> None:
    assert parse_text(HEAD + f"strengths {word}").document is None


@pytest.mark.parametrize("path", FILES)
def test_files_parse(path: Path) -> None:
    assert parse_text(path.read_text(encoding="utf-8"), path.name).diagnostics == ()


def test_every_sort_of_node_stands_in_some_sample() -> None:
    made: set[type] = set()
    for path in SAMPLES:
        parsed = parse_text(path.read_text(encoding="utf-8"))
        assert parsed.document is not None
        made |= {type(node) for node in t.walk(parsed.document)} | {type(comment) for comment in parsed.comments}
    sorts = {sort for sort in vars(t).values() if isinstance(sort, type) and is_dataclass(sort) and issubclass(sort, t.Node)}
    assert sorts - {t.Node} == made


def test_every_form_of_line_stands_in_some_sample() -> None:
    made = {
        node.form for path in SAMPLES for node in t.walk(_document(path.read_text(encoding="utf-8"))) if isinstance(node, t.Line)
    }
    documented = re.search(r"`form` is the rule's name: ([a-z_,\s]+)\.", t.Line.__doc__ or "")
    assert documented is not None
    assert made == set(re.findall(r"[a-z_]+", documented.group(1)))


@pytest.mark.parametrize(
    "word", ["armed_\u0430ttack", "\u0430rmed_attack", "arm\u0435d_attack", "armed_attack_\u043e", "1900-01-01\u0430"]
)
def test_a_letter_of_another_alphabet_is_named_wherever_it_stands_in_a_word(word: str) -> None:
    text = 'treaty a-1 "A"\n  in force since 1900-01-01\narticle "1"\n  when '
    (found,) = parse_text(f"{text}{word} on a party\n  then every other party must defend the victim\n").diagnostics
    at = next(number for number, letter in enumerate(word) if not letter.isascii())
    assert (found.code, found.place and found.place.span.start) == ("TL0203", len(text) + at)
    assert f"U+{ord(word[at]):04X} CYRILLIC SMALL LETTER" in (found.hint or "")
