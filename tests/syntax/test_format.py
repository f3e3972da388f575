"""The canonical layout, and that it never changes what a file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatylang.syntax import format as formatter
from treatylang.syntax import tree as t
from treatylang.syntax.format import format_text, unified_diff
from treatylang.syntax.from_text import parse_text
from treatylang.syntax.to_text import phrase, print_document
from treatylang.text.source import Source

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").glob("*.treaty"))
LIBRARY = sorted((HERE.parents[1] / "treaties").rglob("*.treaty"))
FILES = [pytest.param(path, id=path.stem) for path in SAMPLES + LIBRARY]

HEAD = 'treaty a-1 "A"\n  in force since 1900-01-01\n'


def _formatted(text: str) -> str:
    formatted, diagnostics = format_text(text)
    assert formatted is not None, [(d.code, d.message) for d in diagnostics]
    return formatted


def _body(text: str) -> str:
    """What the formatter makes of the sections below a head."""
    return _formatted(HEAD + text).removeprefix(HEAD).removeprefix("\n")


# ---- files
@pytest.mark.parametrize("path", FILES)
def test_formatting_keeps_the_tree_and_the_comments_and_is_idempotent(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    formatted = _formatted(text)
    before, after = parse_text(text), parse_text(formatted)
    assert before.document == after.document
    assert [comment.text.rstrip() for comment in before.comments] == [comment.text for comment in after.comments]
    assert _formatted(formatted) == formatted


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_samples_have_the_layout_that_was_agreed(path: Path) -> None:
    """A sample is formatted already, or has its formatted text in `formatted/`."""
    agreed = HERE / "formatted" / path.name
    expected = (agreed if agreed.exists() else path).read_text(encoding="utf-8")
    assert _formatted(path.read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize("path", FILES)
def test_only_what_has_no_break_is_wider_than_132(path: Path) -> None:
    for line in _formatted(path.read_text(encoding="utf-8")).splitlines():
        assert len(line) <= 132 or '"' in line or "#" in line, line


# ---- layout
def test_conditions_break_before_and_or() -> None:
    long = " or ".join(f"the victim is attacked_in_manner_{number}" for number in range(5))
    assert _body(f'article "1" when x and ({long}) then FRA must y') == (
        'article "1"\n'
        "  when    x\n"
        "  and     (the victim is attacked_in_manner_0 or the victim is attacked_in_manner_1 or the victim is attacked_in_manner_2\n"
        "            or the victim is attacked_in_manner_3 or the victim is attacked_in_manner_4)\n"
        "  then    FRA must y\n"
    )


def test_lists_break_after_a_comma() -> None:
    names = ", ".join(f"measure_number_{number}" for number in range(8))
    printed = _body(f'article "1" FRA may impose {names} on ITA')
    assert printed == (
        'article "1"\n'
        "  FRA may impose measure_number_0, measure_number_1, measure_number_2, measure_number_3, measure_number_4, measure_number_5,\n"
        "      measure_number_6, measure_number_7 on ITA\n"
    )


def test_states_break_between_codes() -> None:
    states = " ".join(f"STATE{number}" for number in range(30))
    lines = _body(f"parties {states} since 1900-01-01").splitlines()
    assert len(lines) == 3
    assert all(len(line) <= 132 for line in lines)
    assert lines[2].endswith("STATE29  since 1900-01-01")


def test_tails_stay_on_a_line_while_they_fit() -> None:
    assert "  unless  x and y\n" in _body('article "1" FRA must z unless x and y')
    wide = " or ".join(f"the act is grave_in_manner_{number}" for number in range(5))
    assert "\n  or      the act is grave_in_manner_4\n" in _body(f'article "1" FRA must z lapses when {wide}')


def test_short_standing_clauses_stand_beside_their_labels() -> None:
    assert _body('article "1" [a] FRA must x [long-label] GBR must y [c] FRA must z unless y') == (
        'article "1"\n  [a]          FRA must x\n  [long-label] GBR must y\n  [c]\n    FRA must z\n    unless  y\n'
    )


def test_short_neighbours_of_one_sort_stand_close() -> None:
    assert _body("measure a1 measure b area c d area e f") == "measure a1\nmeasure b\n\narea c\n  d\narea e\n  f\n"
    assert "  d\n  e\n  f\n\narea g\n" in _body("area c d e f area g h")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("((x))", "x"),
        ("(x and y) and z", "(x and y) and z"),
        ("x and (y or z)", "x and (y or z)"),
        ("(x and y) as of 1900-01-01", "(x and y) as of 1900-01-01"),
        ("(x) as of 1900-01-01", "x as of 1900-01-01"),
        ("(x as of 1900-01-01) as judged by FRA", "(x as of 1900-01-01) as judged by FRA"),
        ("not ((x or y))", "not (x or y)"),
        ("(not (x)) as of 1900-01-01", "not (x) as of 1900-01-01"),
        ("(no x) or (FRA is at_war)", "no x or FRA is at_war"),
    ],
)
def test_parentheses_stand_only_where_the_tree_needs_them(written: str, printed: str) -> None:
    assert f"  unless  {printed}\n" in _body(f'article "1" FRA must w unless {written}')


@pytest.mark.parametrize("line", ["is act", "is an act"])
def test_a_parent_keeps_its_article(line: str) -> None:
    assert _body(f"kind k {line}") == f"kind k\n  {line}\n"


# ---- comments
def test_a_comment_keeps_its_place() -> None:
    text = HEAD + '\n# above\narticle "1"  # head\n  # before the duty\n  FRA must x  # duty\n'
    column = 63
    assert _formatted(text) == (
        HEAD
        + "\n# above\n"
        + 'article "1"'.ljust(column)
        + "# head\n  # before the duty\n"
        + "  FRA must x".ljust(column)
        + "# duty\n"
    )


def test_comments_go_on_their_own_lines_without_the_text() -> None:
    parsed = parse_text(HEAD + 'article "1"  # one\n  FRA must x  # two\n')
    assert parsed.document is not None
    printed = print_document(parsed.document, parsed.comments)
    assert [comment.text for comment in parse_text(printed).comments] == ["# one", "# two"]


def test_a_file_of_many_comments_costs_no_more_than_its_length() -> None:
    text = HEAD + "# note\n" * 20_000
    assert _formatted(text) == text


# ---- the last check
def test_errors_give_no_text() -> None:
    formatted, diagnostics = format_text(Source("x.treaty", HEAD + "parties FRA"))
    assert formatted is None
    assert [diagnostic.code for diagnostic in diagnostics] == ["TL0202"]
    assert diagnostics[0].place is not None
    assert diagnostics[0].place.source.name == "x.treaty"


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (HEAD + 'article "1"\n  FRA must y\n', "x"),
        (HEAD + 'article "1"\n  FRA must x # other\n', "# note"),
        (HEAD + 'article "1"\n  FRA must x\n', "# note"),
        ("no treaty", HEAD + 'article "1" FRA must x'),
    ],
)
def test_a_changed_meaning_is_never_written(monkeypatch: pytest.MonkeyPatch, wrong: str, place: str) -> None:
    monkeypatch.setattr(formatter, "print_document", lambda *_: wrong)
    text = HEAD + 'article "1" FRA must x # note\n'
    formatted, (diagnostic,) = format_text(text)
    assert formatted is None
    assert diagnostic.code == "TL0803"
    assert diagnostic.place is not None
    assert text[diagnostic.place.span.start : diagnostic.place.span.end].strip() == place.strip()


def test_unified_diff() -> None:
    assert unified_diff("a\n", "a\n", "x") == ""
    diff = unified_diff("a\nb\x0bc\n", "a\nc", "x.treaty")
    assert diff == (
        "--- x.treaty (as written)\n+++ x.treaty (formatted)\n@@ -1,2 +1,2 @@\n a\n-b\x0bc\n+c\n\\ No newline at end of file\n"
    )


# ---- phrases
PHRASES = [
    "armed_attack on territory of a party in treaty_area",
    "armed_attack by any of BEL, NLD (the neighbour) on an american_state that is not a party (the victim)",
    "x by a state that is a communist",
    "x by a state that is not european_state (the guest)",
    "at least 2 states that are a great_power are at_war with the victim",
    "x by a european_state that is communist in europe with at least 1,300,000 men",
    "at least 2 great_powers that are not parties are at_war with the victim",
    "defence_spending of a party is not at least 2% of gdp",
    'GERREICH must defend AUTHUN under "1", "2" of dual-alliance-1879',
    "not (x or y) and (no z or triple-alliance-1882 is not in force)",
    "the council decides admission on a member of nato-1949 as of 1940-09-27 as judged by every party",
    "the place is in europe",
    "use_of_force on a unit, an uninvolved_state",
]


@pytest.mark.parametrize("text", PHRASES[:-1])
def test_a_condition_is_phrased_as_written(text: str) -> None:
    document = parse_text(HEAD + f'article "1" FRA must x unless {text}').document
    (exception,) = [node for node in t.walk(document) if isinstance(node, t.Unless)] if document else []
    assert phrase(exception.condition) == text
    assert phrase(exception) == f"unless {text}"


def test_all_that_is_smaller_than_a_section_has_a_phrase() -> None:
    whole = t.Treaty | t.VocabularyDoc | t.Head | t.Article | t.Parties | t.Definition | t.Rider
    for path in SAMPLES:
        text = path.read_text(encoding="utf-8")
        document = parse_text(text).document
        assert document is not None
        for node in t.walk(document):
            if isinstance(node, whole):
                with pytest.raises(TypeError):
                    phrase(node)
            else:
                said = phrase(node)
                assert said
                assert "  " not in said or "keeps its" in said


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("act", "an"),
        ("european_state", "a"),
        ("unit", "a"),
        ("union", "a"),
        ("uninvolved_state", "an"),
        ("use_of_force", "a"),
        ("usher", "an"),
        ("one_state", "a"),
        ("heir", "an"),
        ("party", "a"),
        ("organ", "an"),
    ],
)
def test_the_article_goes_by_sound(name: str, article: str) -> None:
    assert phrase(t.Some("a", t.Name(name))) == f"{article} {name}"
