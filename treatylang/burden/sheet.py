"""A file of figures as rows of cells: CSV text, or the sheets of a workbook where `openpyxl` is there to read it."""

from __future__ import annotations

import csv
import sys
from io import BytesIO, StringIO

from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS
from treatylang.text.screen import screen
from treatylang.text.source import NOWHERE, Source, Span

WORKBOOK = b"PK\x03\x04"  # a zip archive, as every .xlsx is
NO_OPENPYXL = (
    "a workbook needs `openpyxl`, which is not installed: python -m pip install 'treatylang[xlsx]'; or save the sheet as CSV"
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, with the number of its first line (from 1) and where it begins and ends in the text."""

    line: int
    cells: tuple[str, ...]
    span: Span = NOWHERE


@dataclass(frozen=True)
class Sheet:
    """A table.  `title` is the name of a sheet of a workbook, empty for a CSV file; `source` shows its rows in messages."""

    title: str
    source: Source
    rows: tuple[Row, ...]

    def place(self, row: Row) -> Place:
        return Place(self.source, row.span)


class MissingExtra(Exception):
    """The file needs a package that is not installed; the message says which."""


def sheets_of(name: str, data: bytes) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """The tables of a file, or why it is refused.  Raises `MissingExtra`."""
    if data.startswith(WORKBOOK) and len(data) <= LIMITS.figures_bytes:
        return _workbook(name, data)
    source, problems = screen(name, data, LIMITS.figures_bytes)
    if source is None:
        return (), problems
    rows: list[Row] = []
    starts = [*source.line_starts(), len(source.text)]
    before = 0
    try:
        reader = csv.reader(StringIO(source.text, newline=""), delimiter=_delimiter(source.text), strict=True)
        for cells in reader:
            first, last = (starts[min(number, len(starts) - 1)] for number in (before, reader.line_num))
            span = Span(first, last)
            line, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, tuple(cell.strip() for cell in cells), _trimmed(source.text, span)))
    except csv.Error as error:
        at = Span(starts[min(before, len(starts) - 1)], starts[min(before + 1, len(starts) - 1)])
        hint = "a cell that holds a quote or a line end stands in quotes, and a quote in it is doubled"
        return (), (Diagnostic("TL0901", f"this is no row of a CSV file: {error}", Place(source, _trimmed(source.text, at)), hint),)
    return (Sheet("", source, tuple(rows)),), problems


def _delimiter(text: str) -> str:
    """A comma; a semicolon or a tab where the first line has those and no comma, as spreadsheets of some languages write."""
    first = text.partition("\n")[0]
    return next((each for each in ",;\t" if each in first), ",")


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip("\r\n")))


def _workbook(name: str, data: bytes) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtra(NO_OPENPYXL) from error
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheets = []
        for sheet in book.worksheets:
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            found = tuple(
                Row(number, tuple(map(_cell, cells))) for number, cells in rows if any(each is not None for each in cells)
            )
            sheets.append(Sheet(sheet.title, Source(f"{name}, sheet {sheet.title}", ""), found))
    except Exception as error:  # whatever a broken archive makes of the reader
        message = f"cannot read the workbook: {type(error).__name__}"
        return (), (Diagnostic("TL0901", message, Place(Source(name, ""), NOWHERE), "save it again, or save the sheet as CSV"),)
    return tuple(sheets), ()


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < sys.maxsize:
        return str(int(value))
    return "" if value is None else str(value).strip()
