"""Every example of every document does what the document says."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.docs.blocks import DOCUMENTS, ROOT, Block, blocks, every, text_of, whole_event, whole_treaty
from tests.docs.shell import Folder, doctested, fits
from treatylang.api import read_event
from treatylang.diagnostics.diagnostic import InputError
from treatylang.events import renames, words
from treatylang.library.files import beside_library
from treatylang.library.load import compile_files, compile_texts, load_library
from treatylang.syntax.grammar import keywords
from treatylang.text.limits import LIMITS

# The gate runs these two from the README as they stand there.
README_COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/treaty query events/nato-2001-911.yaml\n",
    "python3 -m venv .venv && .venv/bin/pip install -q '.[dev]' && .venv/bin/python -m pytest -q\n",
)
LANGUAGES = {"sh", "text", "treaty", "yaml", "python", "json", "csv"}


def of(block: Block) -> str:
    return block.place


def is_set_up(block: Block) -> bool:
    """A command for a checkout: it makes environments or runs the tests, and is not run by them."""
    return ".venv/" in block.text or block.text.startswith(".ci/")


# ------------------------------------------------------------------------------------------------ documents
def test_the_readme_starts_with_its_two_commands() -> None:
    shown = [block.text for block in blocks("README.md") if block.language == "sh"]
    assert tuple(shown[:2]) == README_COMMANDS


def test_the_treaty_of_the_readme_is_an_excerpt() -> None:
    treaty = (ROOT / "treaties" / "nato-1949.treaty").read_text(encoding="utf-8")
    for block in blocks("README.md"):
        if block.language == "treaty":
            assert all(part.strip("\n") in treaty for part in block.text.split("\n\n"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_fences_close_and_name_a_language(document: str) -> None:
    assert text_of(document).count("```\n") * 2 >= len(re.findall(r"(?m)^```", text_of(document)))
    assert {block.language for block in blocks(document)} <= LANGUAGES


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$", "", text_of(document))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / document).parent / path if path else ROOT / document
        assert file.exists(), f"{document}: {target}"
        if anchor:
            assert anchor in set(_anchors(file)), f"{document}: {target}"


def _anchors(file: Path) -> Iterator[str]:
    for heading in re.findall(r"(?m)^#+ (.*)$", file.read_text(encoding="utf-8")):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if any(b.language in ("sh", "python") for b in blocks(name))])
def test_commands_and_python(document: str, tmp_path: Path, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the document: files are written, commands run, Python tried; all that does not fit is told at once."""
    folder = Folder(tmp_path, cached)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TREATYLANG_CACHE", str(cached))
    shown = blocks(document)
    names: dict[str, object] = {}
    wrong = []
    for number, block in enumerate(shown):
        if {"file", "add"} & set(block.options):
            folder.write(block)
        elif block.language == "sh" and not is_set_up(block):
            printed, code = folder.run(block.text)
            answer = shown[number + 1] if number + 1 < len(shown) and shown[number + 1].language == "text" else None
            if answer is None and code:
                wrong.append(f"{block.place}: exit code {code}\n{printed}")
            elif answer is not None and not fits(answer.text, printed):
                wrong.append(f"{answer.place} shows\n{answer.text}\nand the program prints\n{printed}")
        elif block.language == "python":
            wrong += filter(None, [doctested(block, names)])
    assert not wrong, "\n\n".join(wrong)


@pytest.fixture(scope="session")
def cached(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


# ------------------------------------------------------------------------------------------------ texts
@pytest.mark.parametrize("block", [block for block in every("treaty") if "add" not in block.options], ids=of)
def test_a_treaty_compiles_or_gives_its_code(block: Block) -> None:
    text = whole_treaty(block.text)
    name = block.options.get("file", "example.treaty")
    texts = {name: text.encode()}
    compiled = compile_files(texts) if text.startswith("vocabulary") else compile_texts(beside_library(texts))
    found = [each for each in compiled.diagnostics if each.place is not None and each.place.source.name == name]
    if "error" in block.options:
        assert {each.code for each in found if each.severity == "error"} == set(block.options["error"].split(","))
    else:
        assert not found, [(each.code, each.message, each.hint) for each in found]


@pytest.mark.parametrize("block", [block for block in every("yaml") if "add" not in block.options], ids=of)
def test_an_event_is_read_or_gives_its_code(block: Block) -> None:
    own = [each.text for each in blocks(block.document) if each.options.get("file", "").endswith(".treaty")]
    text = whole_event(block.text)
    if any(treaty.split()[1] in text for treaty in own):
        pytest.skip("asked of the document's own treaty, by its commands")
    try:
        read_event(text)
        found = set()
    except InputError as error:
        found = {each.code for each in error.diagnostics}
    assert found == ({block.options["error"]} if "error" in block.options else set())


# ------------------------------------------------------------------------------------------------ complete
def test_the_reference_lists_the_reserved_words() -> None:
    listed = re.search(r"may not be names:\n\n```text\n(.*?)```", text_of("docs/language.md"), re.DOTALL)
    assert listed and listed[1].split() == list(keywords())


def test_the_reference_uses_every_reserved_word() -> None:
    examples = "\n".join(
        block.text for block in blocks("docs/language.md") if block.language == "treaty" and "error" not in block.options
    )
    used = set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", re.sub(r'"[^"]*"', "", examples)))
    assert not set(keywords()) - used


def test_the_event_page_names_every_field_and_word_of_the_form() -> None:
    text = text_of("docs/events.md")
    lists = (
        words.TOP_FIELDS, words.ACT_FIELDS, words.PLACE_FIELDS, words.ACTOR_FIELDS, words.RELATION_FIELDS, words.DECISION_FIELDS,
        words.MEMBERSHIP_FIELDS, words.EXPECT_FIELDS, words.GROUP_FIELDS, words.OUTCOMES, words.VOTES, words.ACTOR_KINDS,
        words.STATUSES, words.BOUNDARIES, words.ORDERS,
    )  # fmt: skip
    missing = {word for each in lists for word in each if not re.search(rf"(?<!\w){word}(?!\w)", text)}
    assert not missing


def test_the_renamed_words_are_all_in_the_table() -> None:
    rows = [row for row in text_of("docs/renames.md").splitlines() if row.startswith("|")]
    for sort, old in renames._NOW.items():
        for word in old:
            assert any(row.startswith(f"| {sort}") and word in row.split("|")[2] for row in rows), (sort, word)


def test_the_limits_are_those_of_the_program() -> None:
    assert f"{LIMITS.event_bytes // 1024} KiB and {LIMITS.event_depth} levels" in text_of("docs/events.md")
    assert f"at most {LIMITS.name} characters" in text_of("docs/language.md")


def test_every_package_is_described() -> None:
    text = text_of("docs/architecture.md")
    for folder in (ROOT / "treatylang").iterdir():
        if (folder / "__init__.py").exists():
            assert f"(../treatylang/{folder.name})" in text


def test_every_decision_is_listed() -> None:
    text = text_of("docs/decisions/README.md")
    for path in (ROOT / "docs" / "decisions").glob("0*.md"):
        assert f"({path.name})" in text


def test_examples_of_the_python_interface() -> None:
    package = import_module("treatylang")
    assert not doctest.testmod(package).failed
    for name in package.__all__:
        public = getattr(package, name)
        examples = next(found for found in doctest.DocTestFinder(recurse=False).find(public, name))
        assert examples.examples, f"{name} has no example"
        assert not doctest.DocTestRunner().run(examples).failed, name


def test_the_public_names_exist_and_say_what_they_are() -> None:
    package = import_module("treatylang")
    for name in package.__all__:
        assert getattr(package, name).__doc__ or name == "__version__"


def test_a_library_of_one_file_has_the_treaty_of_the_tutorial(tmp_path: Path) -> None:
    first = next(block for block in blocks("docs/tutorial.md") if block.options.get("file", "").endswith(".treaty"))
    path = tmp_path / first.options["file"]
    path.write_text(first.text, encoding="utf-8")
    assert load_library(str(path), use_cache=False).treaties == (path.stem,)


# ------------------------------------------------------------------------------------------------ the comparison itself
@pytest.mark.parametrize(
    ("expected", "printed", "fit"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nd\n", True),
        ("a\n...\n", "a\nb\n", True),
        ("x ... y\n", "x and then y\n", True),
        ("x ... y\n", "x and\nthen y\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_fits(expected: str, printed: str, fit: bool) -> None:
    assert fits(expected, printed) is fit
