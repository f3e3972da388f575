"""Every renderer against files that were read by somebody.

After an intended change, `python -m tests.rendering.test_golden` writes them anew; read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rendering.answers import answer, library
from treatylang.rendering.decision_csv import decision_csv
from treatylang.rendering.decision_json import decision_json
from treatylang.rendering.decision_markdown import decision_markdown
from treatylang.rendering.decision_table import View, decision_table
from treatylang.rendering.entries import standing_clauses
from treatylang.rendering.explanation_text import PLAIN_MARKS, Look, explanation_text
from treatylang.rendering.layout import plain
from treatylang.rendering.treaty_text import treaty_list, treaty_text

GOLDEN = Path(__file__).parent / "golden"
DAY = "1998-03-02"


def table(event: str, view: View, **wanted: object) -> str:
    return plain(decision_table(answer(event, **wanted), library().plan.vocabulary, view))


def left_out(event: str) -> int:
    return standing_clauses(answer(event, standing=False), library().plan)


def reasons(event: str, look: Look, bearer: str, article: str) -> str:
    found = [duty for duty in answer(event, bearers=[bearer], not_owed=True).duties if duty.article == article]
    assert found
    return "\n".join(plain(explanation_text(duty, look)) for duty in found)


def treaty(day: str | None) -> str:
    plan = library().plan
    return plain(treaty_text(plan.treaties["meadow-1950"], plan, day, 100))


RENDERED: dict[str, Callable[[], str]] = {
    "attack.txt": lambda: table("attack", View(left_out=left_out("attack")), standing=False),
    "unclear.txt": lambda: table("unclear", View(left_out=left_out("unclear")), standing=False),
    "quiet.txt": lambda: table("quiet", View(), standing=False),
    "narrow.txt": lambda: table("attack", View(60), standing=False),
    "wide.txt": lambda: table("attack", View(None), standing=False),
    "standing.txt": lambda: table("unclear", View(standing=True)),
    "not-owed.txt": lambda: table("unclear", View(), standing=False, not_owed=True, bearers=["BEL", "ESP"]),
    "attack.md": lambda: decision_markdown(answer("attack", standing=False), library().plan.vocabulary),
    "attack.csv": lambda: decision_csv([answer("attack", standing=False)]),
    "attack.json": lambda: decision_json([answer("attack", standing=False, bearers=["BEL", "FRA"])]),
    "why.json": lambda: decision_json([answer("unclear", standing=False, bearers=["BEL"])], why=True),
    "why-owed.txt": lambda: reasons("attack", Look(), "BEL", "5"),
    "why-open.txt": lambda: reasons("unclear", Look(marks=PLAIN_MARKS), "FRA", "5"),
    "why-breached.txt": lambda: reasons("unclear", Look(), "ESP", "1"),
    "why-full.txt": lambda: reasons("attack", Look(full=True), "BEL", "8"),
    "show.txt": lambda: treaty(None),
    "show-day.txt": lambda: treaty("1960-01-01"),
    "list.txt": lambda: plain(treaty_list(library().plan, None)),
    "list-day.txt": lambda: plain(treaty_list(library().plan, "1970-01-01")),
}


@pytest.mark.parametrize("name", RENDERED)
def test_as_it_was_read(name: str) -> None:
    assert RENDERED[name]() == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(RENDERED)


@pytest.mark.parametrize(
    "name", [name for name in RENDERED if name.endswith(".txt") and name not in ("wide.txt", "list.txt", "list-day.txt")]
)
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    widest = 60 if name == "narrow.txt" else 100
    assert max(map(len, RENDERED[name]().splitlines())) <= widest


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, render in RENDERED.items():
        (GOLDEN / name).write_text(render(), encoding="utf-8")
