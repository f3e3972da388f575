"""Answers of a small library of our own, which does not change when a treaty of the real one is mended."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treatylang.api import decide, load, read_event
from treatylang.decision.decision import Decision
from treatylang.library.load import Library

HERE = Path(__file__).parent
LIBRARY = HERE / "library"
EVENTS = {path.stem: path for path in sorted((HERE / "events").glob("*.yaml"))}


@cache
def library() -> Library:
    return load(LIBRARY)


def answer(event: str, day: str | None = None, **wanted: object) -> Decision:
    return decide(read_event(EVENTS[event], library()), on=day, library=library(), **wanted)  # type: ignore[arg-type]
