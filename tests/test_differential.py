"""The evaluator against the oracle: a bounded number of generated cases in every run."""

from __future__ import annotations

from tests.differential import EVENTS, Seen, run

TREATIES = 80  # of each seed


def test_the_evaluator_and_the_oracle_agree() -> None:
    seen = Seen()
    for start in (11, 12, 18):
        run(TREATIES, start, seen)
    counts = seen.counts
    assert counts["compared"] > 0.6 * 3 * TREATIES * EVENTS, counts  # else nothing is tested
    for verdict in ("owed", "depends", "permitted", "disputed", "breached"):
        assert counts[verdict], f"no case is {verdict}"
