"""The evaluator against the oracle: a bounded number of generated cases in every run."""

from __future__ import annotations

from tests.differential import EVENTS, Seen, run

TREATIES = 200


def test_the_evaluator_and_the_oracle_agree() -> None:
    seen = Seen()
    run(TREATIES, 1, seen)
    counts = seen.counts
    assert counts["compared"] > 0.6 * TREATIES * EVENTS, counts  # else nothing is tested
    for verdict in ("owed", "depends", "disputed", "breached"):
        assert counts[verdict], f"no case is {verdict}"
