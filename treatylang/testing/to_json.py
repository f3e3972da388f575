"""What came of the tests, as JSON for other programs."""

from __future__ import annotations

import json

from treatylang.testing.to_text import expected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from treatylang.testing.coverage import Gap
    from treatylang.testing.run import Tested

FORMAT = "treatylang/test/1"


def to_json(tested: Sequence[Tested], gaps: Iterable[Gap] | None = None, counts: tuple[int, int] | None = None) -> str:
    """An object with `rows`, and with `coverage` where it was asked for."""
    whole: dict[str, Any] = {"format": FORMAT, "rows": [_row(each) for each in tested]}
    if gaps is not None and counts is not None:
        missing = [
            {"treaty": each.treaty, "id": each.id, "sort": each.sort, "words": each.words, "never": each.never} for each in gaps
        ]
        whole["coverage"] = {"shown": counts[0], "of": counts[1], "missing": missing}
    return json.dumps(whole, indent=2) + "\n"


def _row(tested: Tested) -> dict[str, Any]:
    return {
        "file": tested.path,
        "line": tested.line or None,
        "event": tested.event,
        "name": tested.name,
        "expected": expected(tested),
        "outcome": tested.outcome,
        "differs": tested.row.differs,
        "found": [
            {"date": each.date, "bearer": each.bearer, "duties": [{"id": duty.id, "verdict": duty.verdict} for duty in each.found]}
            for each in tested.differences
        ],
        "errors": [{"code": each.code, "message": each.message} for each in tested.errors],
    }
