"""The evaluator against the oracle: a bounded number of generated cases in every run."""

from __future__ import annotations

from tests.differential import EVENTS, Seen, run


def test_the_evaluator_and_the_oracle_agree() -> None:
    seen = Seen()
    run(120, 20260101, seen)
    counts = seen.counts
    assert counts["compared"] > 0.6 * 120 * EVENTS, counts  # else nothing is tested
    for verdict in ("owed", "depends", "disputed", "breached"):
        assert counts[verdict], f"no case is {verdict}"
