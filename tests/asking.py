"""Small treaties and events in tests: compile a text with the real vocabulary and ask it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

from treatylang.api import decide, read_event
from treatylang.decision.decision import Decision, Duty
from treatylang.library.find import library_folder, treaty_files
from treatylang.library.load import Library, load_library
from treatylang.model.vocabulary import Vocabulary
from treatylang.pipeline import compile_sources
from treatylang.text.source import Source


@cache
def vocabulary() -> Vocabulary:
    """The library's vocabulary, bound once."""
    files = [Path(path) for path in treaty_files(str(Path(library_folder()) / "vocabulary"))]
    return compile_sources(Source(path.name, path.read_text(encoding="utf-8")) for path in files).vocabulary


@cache
def library(*texts: str) -> Library:
    """A library of the given treaties alone."""
    compiled = compile_sources([Source(f"t{number}", text) for number, text in enumerate(texts)], base=vocabulary())
    plan = compiled.require()
    return Library(plan, frozenset(organ for treaty in plan.treaties.values() for organ in treaty.organs))


@cache
def real() -> Library:
    """The library that comes with the program."""
    return load_library()


HEAD = """treaty pact-1900 "A pact"
  in force since 1900-01-01 until 2100-01-01
parties
  FRA ESP PRT ITA since 1900-01-01
"""


def pact(body: str) -> str:
    """A treaty between FRA, ESP, PRT and ITA with the given articles."""
    return HEAD + dedent(body)


def event(text: str, date: str = "1960-05-05") -> str:
    """An event file with a title and a date."""
    return f"event: a test\ndate: {date}\n" + dedent(text)


def ask(treaty: str | tuple[str, ...], happened: str, **options: object) -> Decision:
    """The decision of a treaty text (or several) on an event text."""
    texts = (treaty,) if isinstance(treaty, str) else treaty
    known = library(*texts)
    return decide(read_event(happened, known), library=known, not_owed=True, **options)  # type: ignore[arg-type]


def verdicts(treaty: str | tuple[str, ...], happened: str, **options: object) -> dict[str, str]:
    """Verdict by duty id, without the treaty's name, those not owed left out."""
    decision = ask(treaty, happened, **options)
    return {duty.id.split(":", 1)[1]: duty.verdict for duty in decision.duties if duty.verdict != "not_owed"}


def row(treaty: str | tuple[str, ...], happened: str, bearer: str, **options: object) -> Duty:
    """The one row of a bearer."""
    found = [duty for duty in ask(treaty, happened, **options).duties if duty.bearer == bearer]
    assert len(found) == 1, [str(duty) for duty in found]
    return found[0]
