"""A calendar as text, JSON and CSV."""

from __future__ import annotations

import csv
import json
from io import StringIO

from treatylang.rendering.decision_csv import cell
from treatylang.rendering.layout import Line
from treatylang.rendering.treaty_text import columns_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.plan.calendar import Entry

FORMAT = "treatylang/calendar/1"
_COLUMNS = ("date", "treaty", "kind", "words", "note", "doubt", "computed_by")


def calendar_text(entries: Iterable[Entry]) -> list[Line]:
    """A line for each entry: the day, the treaty, what happens, by which clause it was counted, the remark beside it, and what is doubtful
    in the day."""
    return columns_text([(each.date, each.treaty, each.words + _beside(each)) for each in entries])


def _beside(entry: Entry) -> str:
    counted = f" [counted by {entry.computed_by}]" if entry.computed_by else ""
    note = f" ({entry.note})" if entry.note else ""
    return counted + note + (f" (in doubt: {entry.doubt})" if entry.doubt else "")


def calendar_json(entries: Iterable[Entry]) -> str:
    """An object with `entries`."""
    rows = [{name: getattr(each, name) for name in _COLUMNS} for each in entries]
    return json.dumps({"format": FORMAT, "entries": rows}, indent=2) + "\n"


def calendar_csv(entries: Iterable[Entry]) -> str:
    """A row for each entry, below one of headings."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([cell(getattr(each, name)) for name in _COLUMNS] for each in entries)
    return text.getvalue()
