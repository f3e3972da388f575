"""The skeleton of a treaty, whatever is known of it: it has no errors, its layout is canonical, and its examples can be read."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.asking import vocabulary
from treatylang.authoring.draft import Draft
from treatylang.authoring.skeleton import skeleton
from treatylang.pipeline import Compiled, compile_sources
from treatylang.record import replace
from treatylang.syntax.format import format_text
from treatylang.syntax.grammar import keywords
from treatylang.text.screen import hidden_in
from treatylang.text.source import Source

STATES = sorted(vocabulary().states)
DAYS = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7])
QUOTED = st.text(min_size=1, max_size=80).filter(
    lambda text: bool(text.strip()) and not set('"\n\r') & set(text) and not hidden_in(text)
)
NAMES = st.from_regex(r"[a-z][a-z0-9]{0,9}_of_pact", fullmatch=True)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,6}){1,3}", fullmatch=True)
ARTICLES = st.lists(QUOTED.filter(lambda text: text != "Term"), min_size=1, max_size=5, unique=True)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    named = draw(st.lists(NAMES, max_size=3, unique=True))
    in_force = draw(DAYS)
    codes = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=40, unique=True))
    return Draft(
        id=draw(IDS),
        title=draw(QUOTED),
        in_force=in_force,
        signed=draw(st.none() | DAYS),
        pledge=draw(st.booleans()),
        parties=tuple((code, draw(st.none() | DAYS)) for code in codes),
        articles=tuple(draw(ARTICLES)),
        organs=tuple(named[:1]),
        areas=tuple(named[1:]),
    )


def formatted(draft: Draft) -> str:
    text, problems = format_text(skeleton(draft))
    assert text is not None, problems
    return text


def compiled(text: str) -> Compiled:
    return compile_sources([Source("new.treaty", text)], base=vocabulary())


def read_examples(text: str) -> str:
    """The file with its examples taken for what they are."""
    return text.replace("#:", "")


PLAIN = Draft("pact-1950", "A pact", "1950-01-01", parties=(("FRA", None), ("ESP", "1955-02")))


@settings(max_examples=40, deadline=None)
@given(drafts())
@example(replace(PLAIN, title="#: none", organs=("council_of_pact",), areas=("area_of_pact",)))
def test_it_has_no_errors_and_is_canonical(draft: Draft) -> None:
    text = formatted(draft)
    assert format_text(text)[0] == text
    found = compiled(text)
    assert not found.errors, found.errors
    # Warnings only of names that no clause uses as yet: there is no clause.
    unused = [each for each in found.diagnostics if each.severity == "warning"]
    assert [each.code for each in unused] == ["TL0409"] * len(draft.organs + draft.areas)


@settings(max_examples=40, deadline=None)
@given(drafts())
def test_it_says_what_is_known(draft: Draft) -> None:
    treaty = compiled(formatted(draft)).treaties[draft.id]
    assert (treaty.title, treaty.signed, treaty.spell.since) == (draft.title, draft.signed, draft.in_force)
    assert {(each.state, each.spell.since) for each in treaty.members} == {
        (code, since or draft.in_force) for code, since in draft.parties
    }
    assert [each[0] for each in treaty.articles] == list(draft.articles)


@settings(max_examples=40, deadline=None)
@given(drafts())
@example(PLAIN)
@example(replace(PLAIN, pledge=True, organs=("council_of_pact",)))
@example(replace(PLAIN, areas=("area_of_pact",), articles=("I", "II(1)")))
def test_its_examples_are_right(draft: Draft) -> None:
    draft = replace(draft, title="A treaty", articles=("1", *(each for each in draft.articles if "#:" not in each and each != "1")))
    text = read_examples(formatted(draft))
    found = compiled(text)
    assert not found.errors, found.errors
    assert "#:" not in text and "Term" in text


@pytest.mark.parametrize(
    "word", ["beneficiary", "Trigger", "threshold", "strength", "Exceptions", "Term", "denunciation", "Reservations", "Readings", "check", "Sources"]
)  # fmt: skip
def test_it_says_what_to_write(word: str) -> None:
    assert word in "".join(line for line in formatted(PLAIN).splitlines() if line.strip().startswith("#"))


def test_each_article_says_that_it_is_not_encoded() -> None:
    text = formatted(replace(PLAIN, articles=("1", "2", "3")))
    assert text.count('check "not encoded yet"') == 3


def test_a_pledge_binds_nobody() -> None:
    text = read_examples(formatted(replace(PLAIN, pledge=True)))
    assert text.count(" should assist ") == 1 and " must assist " not in text


def test_whose_parties_they_are() -> None:
    text = formatted(replace(PLAIN, parties=(), parties_of="nato-1949"))
    assert "\nparties of nato-1949\n" in text and "reservation to" not in text


def test_parties_of_one_day_share_a_line() -> None:
    text = formatted(replace(PLAIN, parties=(("FRA", None), ("PRT", "1955-01-01"), ("ESP", "1950-01-01"))))
    assert "  FRA ESP  since 1950-01-01\n  PRT      since 1955-01-01\n" in text


def test_the_names_tried_here_are_none_of_the_reserved() -> None:
    assert not [word for word in keywords() if word.endswith("_of_pact")]
