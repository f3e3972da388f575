"""Conflicts in sentences."""

from __future__ import annotations

from treatylang.decision.decision import Conflict
from treatylang.rendering.conflicts_text import conflict_sentences

WHY = "stay_neutral toward DEU excludes defend against it"


def test_bearers_between_the_same_clauses_are_told_together() -> None:
    found = [Conflict(each, f"a-1:1/{each}>FRA", f"b-2:2/{each}>DEU", WHY, "owed", ("a rule",)) for each in ("ESP", "PRT")]
    assert conflict_sentences(found) == [
        "ESP and PRT cannot keep both a-1:1 (toward FRA) and b-2:2 (toward DEU): "
        "stay neutral toward DEU excludes defend against it. Not settled here; a rule"
    ]


def test_what_is_open_and_what_settles_it() -> None:
    found = Conflict("ESP", "a-1:1/ESP>FRA", "b-2:2/ESP>ALL", WHY, "depends", (), "b-2:2/ESP>ALL", "a-1 is subject to b-2")
    (told,) = conflict_sentences([found])
    assert told.startswith("ESP may be unable to keep both a-1:1 (toward FRA) and b-2:2:")
    assert told.endswith("a-1 is subject to b-2, and b-2:2 goes before")
