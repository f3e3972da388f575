"""Registry, pages and index hold together, and the examples of a page do what it says."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from treatylang.diagnostics import pages
from treatylang.diagnostics.registry import CODES
from treatylang.events.read import read_tree
from treatylang.syntax.from_text import parse_text
from treatylang.text.source import Source

ROOT = Path(__file__).parents[2]
FILES = ROOT / "treatylang" / "diagnostics" / "pages"
OF_CHECKS = {"TL0401", "TL0403", "TL0404", *(f"TL04{number:02}" for number in range(7, 12)), "TL0413", "TL0503", "TL0504", "TL0505"}
HEADINGS = ["What it means", "Why", "Wrong", "Right"]
SYNTAX = sorted(code for code in CODES if code[:4] in ("TL01", "TL02") and code not in pages.NOT_SHOWN)


def shown(code: str) -> str:
    """The page of a code."""
    text = pages.page(code)
    assert text is not None, f"{code} has no page"
    return text


def example(code: str, heading: str) -> tuple[str, str]:
    for where, language, text in pages.examples(shown(code)):
        if where == heading:
            return language, text
    raise AssertionError(f"{code} has no example under {heading}")


def test_files_and_checks_share_out_the_codes() -> None:
    files = {path.stem for path in FILES.glob("*.md")}
    assert files | OF_CHECKS == set(CODES)
    assert not files & OF_CHECKS
    assert set(pages._owners()) == OF_CHECKS


@pytest.mark.parametrize("code", CODES)
def test_the_title_is_that_of_the_registry(code: str) -> None:
    assert shown(code).splitlines()[0] == f"# {code}: {CODES[code].title}"


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_its_four_parts_and_two_examples(code: str) -> None:
    text = shown(code)
    assert re.findall(r"(?m)^## (.*)$", text) == HEADINGS
    assert [heading for heading, _, _ in pages.examples(text)] == ["Wrong", "Right"]
    assert text.count("```") == 4  # a fence that does not close would hide an example
    assert all(body.strip() for body in re.split(r"(?m)^## .*$", text))


@pytest.mark.parametrize("code", CODES)
def test_an_example_is_of_a_sort_that_can_be_run(code: str) -> None:
    sorts = {language for _, language, _ in pages.examples(shown(code))}
    assert sorts <= ({"text"} if code in pages.NOT_SHOWN else {"treaty", "event", "sh", "csv"})
    assert len(sorts) == 1


@pytest.mark.parametrize("code", CODES)
def test_wrong_and_right_differ(code: str) -> None:
    assert example(code, "Wrong") != example(code, "Right")


@pytest.mark.parametrize("code", SYNTAX)
def test_a_wrong_text_is_refused_with_the_code_of_its_page(code: str) -> None:
    assert {each.code for each in parse_text(example(code, "Wrong")[1]).diagnostics} == {code}


@pytest.mark.parametrize("code", CODES)
def test_every_other_treaty_shown_can_be_parsed(code: str) -> None:
    for heading in ("Wrong", "Right"):
        language, text = example(code, heading)
        if language == "treaty" and not (code in SYNTAX and heading == "Wrong"):
            assert parse_text(text).diagnostics == ()


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("TL06")])
def test_an_event_shown_is_yaml_unless_that_is_its_fault(code: str) -> None:
    for heading in ("Wrong", "Right"):
        tree, found = read_tree(Source("event.yaml", example(code, heading)[1]))
        if heading == "Wrong" and code in ("TL0601", "TL0602"):
            assert {each.code for each in found} == {code}
        else:
            assert found == () and tree is not None


def test_a_page_is_asked_for_by_its_code_only() -> None:
    assert pages.page("TL9999") is None
    assert pages.page("../../../LICENSE") is None
    assert list(pages.all_pages()) == sorted(pages.all_pages())


def test_a_docstring_may_hold_several_pages() -> None:
    text = "# TL0401: a\n\none\n\n# TL0402: b\n\ntwo\n"
    assert pages._section(text, "TL0401") == "# TL0401: a\n\none\n"
    assert pages._section(text, "TL0402") == "# TL0402: b\n\ntwo\n"
    assert pages._section(text, "TL0403") is None


def test_a_check_brings_the_page_of_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    check = ModuleType("a_check")
    check.__doc__ = "# TL0404: organ without a rule\n\nabout\n"
    monkeypatch.setitem(sys.modules, "a_check", check)
    monkeypatch.setattr(pages, "_owners", lambda: {"TL0404": "a_check"})
    assert pages.page("TL0404") == check.__doc__
    assert "[TL0404](../a_check.py)" in pages.index()


def test_the_index_is_up_to_date() -> None:
    """Else: python -m treatylang.diagnostics.pages > docs/errors.md"""
    written = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert written == pages.index()
    assert sum(line.startswith(("| TL", "| [TL")) for line in written.splitlines()) == len(CODES)


def test_every_link_of_the_index_leads_somewhere() -> None:
    for link in re.findall(r"\]\((.*?)\)", pages.index()):
        assert (ROOT / "docs" / link).resolve().is_file(), link


def test_no_check_is_loaded_before_a_page_is_asked_for() -> None:
    code = "import sys, treatylang.diagnostics.pages; sys.exit(any('checks' in name or name == 'lark' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_doctest() -> None:
    assert doctest.testmod(pages) == (0, 1)
