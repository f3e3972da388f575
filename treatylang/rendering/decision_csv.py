"""Decisions as CSV: one row for each duty, the columns always the same, several values in one cell with a semicolon between."""

from __future__ import annotations

import csv
from io import StringIO

from treatylang.rendering.phrases import doubt_phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.decision.decision import Decision, Duty
    from treatylang.decision.formula import Atom

COLUMNS = (
    "event", "date", "id", "treaty", "article", "clause", "bearer", "owed_to", "against", "duty", "act", "modality", "strength",
    "force", "visibility", "verdict", "depends_on", "presumed", "acts", "jointly", "standing", "by", "doubt", "since",
    "until", "dates_in_doubt",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def decision_csv(decisions: Iterable[Decision]) -> str:
    """Every duty of every decision, below one row of headings."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for decision in decisions:
        for duty in decision.duties:
            writer.writerow([cell(each) for each in _row(decision, duty)])
    return text.getvalue()


def _row(decision: Decision, duty: Duty) -> tuple[str | None, ...]:
    depends = "; ".join(_atom(each) for each in duty.depends_on)
    presumed = "; ".join(f"{'' if each.value else 'not '}{each.words}" for each in duty.presumed)
    dates = "; ".join(doubt_phrase(each) for each in duty.dates_in_doubt())
    return (
        decision.event, decision.date, duty.id, duty.treaty, duty.article, duty.clause, duty.bearer, duty.owed_to,
        "; ".join(duty.against), duty.duty, duty.act, duty.modality, duty.strength, duty.force, duty.visibility, duty.verdict,
        depends, presumed, "; ".join(duty.acts), _flag(duty.jointly), _flag(duty.standing), duty.by, duty.doubt,
        duty.since, duty.until, dates,
    )  # fmt: skip


def _atom(atom: Atom) -> str:
    return f"{atom.word}({', '.join(atom.of)})" if atom.of else atom.word


def _flag(value: bool) -> str:
    return "true" if value else "false"


def cell(text: str | None) -> str:
    """The text; one that a spreadsheet would take for a formula begins with an apostrophe."""
    if text is None:
        return ""
    return f"'{text}" if text.startswith(_FORMULA) else text
