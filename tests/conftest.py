"""Settings of all tests: no verdict of a property hangs on how fast a machine is, and no answer on how wide the caller's terminal is.

What is asked by the thousand, and of the library's own treaties, runs the same lines over and over: there coverage is not measured,
since it would take more than half of the time of all tests and find nothing.  What is reported as covered is so by a test that was written for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
for name in ("COLUMNS", "LINES", "NO_COLOR"):
    os.environ.pop(name, None)

GENERATED = (
    "test_differential.py",
    "laws/",
    "fuzz/",
    "decision/test_clingo.py",
    *(
        f"decision/test_nearest_events.py::test_every_change_suggested_makes_the_duty_owed[{name}"
        for name in (
            "eu-2015-paris]",
            "nato-2001-911]",
            "nato-2022-ukraine]",
            "rio-1962-missiles]",
            "rio-1962-quarantine]",
            "1",
            "2",
        )
    ),
    "decision/test_days_not_told.py::test_too_many_ways_are_refused_and_not_guessed",
    "decision/test_nearest_smallest.py",
    "decision/test_outcome_by_enumeration.py",
    "library/test_every_clause.py",
    "library/test_library.py::test_every_treaty_can_be_asked_on_every_decade",
    "library/test_articles",
    "library/test_review_",
    "plan/test_starts.py::test_any_events_are_answered_alike",
    "plan/test_starts.py::test_real_events_are_answered_alike",
    "syntax/test_laws.py",
    "syntax/test_parse.py::test_basic_and_contextual_lexer_agree",
    "syntax/test_parse.py::test_the_grammar_has_no_conflict",
)
SLOW = (
    *GENERATED,
    "decision/test_nearest_events.py",
    "library/test_library.py",
    "library/test_cache.py",
    "hostile/",
    "docs/",
    "command/",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):  # several processes: what takes long comes first, so that none waits for another at the end
        items.sort(key=lambda item: not _of(item, SLOW))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Without the tracer: the marker `no_cover` of pytest-cov does not stop it in a process of pytest-xdist."""
    tracer = sys.gettrace() if _of(item, GENERATED) else None
    if tracer is not None:
        sys.settrace(None)
    try:
        return (yield)
    finally:
        if tracer is not None:
            sys.settrace(tracer)


def _of(item: pytest.Item, names: tuple[str, ...]) -> bool:
    return item.nodeid.removeprefix("tests/").startswith(names)
