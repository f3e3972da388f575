"""Every event of `events/`, asked of the library and compared with its `expect` block.

Rows about treaties that nobody has encoded yet wait and are counted.  A row that is not met on purpose says why (`differs`); one that
is met after all must say so no longer.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import treatylang
from tests.asking import real
from treatylang.testing.run import FAILURES, run_event
from treatylang.testing.to_text import to_text

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_expectations(path: Path) -> None:
    tested = run_event(path.name, treatylang.read_event(path, real()), real(), lambda _: True)
    assert not any(each.outcome in FAILURES for each in tested), to_text(tested)


def test_no_row_waits_for_its_treaty() -> None:
    """A slip in an id would hide a row."""
    tested = [each for path in EVENTS for each in run_event(path.name, treatylang.read_event(path, real()), real(), lambda _: True)]
    waiting = [each.name for each in tested if each.outcome == "waits"]
    assert not waiting
