"""Every event of `events/`, asked of the library and compared with its `expect` block.

Rows about treaties that nobody has encoded yet are skipped and counted.  Where an expectation is not met on purpose, `DIFFERS` says why;
a row that is met after all must be taken out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import treatylang
from tests.expectations import differences

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))

# (event, number of the row, from 0): why the answer differs.
DIFFERS: dict[tuple[str, int], str] = {
    (
        "1914-07-28-serbia",
        4,
    ): "the letters of 1891 owe a concert whenever peace is in danger, which the event leaves open; nothing else is owed",
    ("1914-08-04-belgium", 1): "the answer is a breach, under the duty `refrain`: a prohibition gives that word (decision 20)",
    ("1938-czech", 1): "Article 2 waits for a Council that is not unanimous, and the event does not say what the Council did",
    (
        "eu-2015-paris",
        2,
    ): "no invocation is implied where the text asks for none (decision 6): by the facts of the event the duty is owed",
    (
        "wp-1956-hungary",
        0,
    ): "whether the lawful government consented is unknown in the event, and the attack hangs on it (decision 18)",
}


@pytest.fixture(scope="session")
def library() -> treatylang.Library:
    return treatylang.load()


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_expectations(path: Path, library: treatylang.Library) -> None:
    situation = treatylang.read_event(path, library)
    for day in situation.as_of:
        decision = treatylang.decide(situation, on=day, library=library)
        for number, row in enumerate(situation.expect):
            if row.treaty != "any" and row.treaty not in library.treaties:
                continue
            found = differences(decision, row, library)
            if (situation.id, number) in DIFFERS:
                assert found, f"row {number} of {path.name} is met: take it out of DIFFERS"
            else:
                assert not found, f"row {number} of {path.name}:\n" + "\n".join(found)


def test_rows_that_wait_for_their_treaty(library: treatylang.Library) -> None:
    """How many rows are skipped is known, so that a slip in an id does not hide a row."""
    skipped = [
        (path.stem, row.treaty)
        for path in EVENTS
        for row in treatylang.read_event(path, library).expect
        if row.treaty != "any" and row.treaty not in library.treaties
    ]
    assert len(skipped) == 8, skipped
