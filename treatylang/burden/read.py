"""A file of figures, in whichever of the layouts it is, to figures.

Three layouts are known by their headings: the plain one (`state, year, indicator, value, source`, and `unit` if one likes), that of the
World Bank's downloads, and that of the military expenditure database of SIPRI (the workbook, or one of its sheets saved as CSV).
"""

from __future__ import annotations

from treatylang.burden import plain, sipri, world_bank
from treatylang.burden.figures import Figure, Figures, words
from treatylang.burden.sheet import Sheet, sheets_of
from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS
from treatylang.text.source import NOWHERE, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.plan.plan import Plan

_LAYOUTS = (plain, world_bank, sipri)


@dataclass(frozen=True)
class Reading:
    """What a file gave: figures, names of rows that are of no state (regions, sums), and what is wrong with it."""

    figures: tuple[Figure, ...]
    passed_over: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def read_figures(name: str, data: bytes, plan: Plan) -> Reading:
    """The figures of a file.  Raises `MissingExtra` for a workbook that cannot be read here."""
    sheets, problems = sheets_of(name, data)
    if problems:
        return Reading((), (), problems)
    figures: list[Figure] = []
    passed_over: dict[str, None] = {}
    found: list[Diagnostic] = []
    known = False
    for sheet in sheets:
        for layout in _LAYOUTS:
            head = layout.heading(sheet)
            if head is not None:
                known = True
                more, others, wrong = layout.read(sheet, head, plan)
                figures += more
                passed_over |= dict.fromkeys(others)
                found += wrong
                break
    if not known:
        found.append(_unknown_layout(name, sheets))
    return Reading(tuple(figures), tuple(passed_over), (*found, *(() if found else _twice(figures)))[: LIMITS.errors])


def gathered(readings: Iterable[Reading]) -> tuple[Figures, tuple[Diagnostic, ...]]:
    """The figures of several files together, which must not contradict one another."""
    figures = [each for reading in readings for each in reading.figures]
    return Figures(figures), tuple(_twice(figures))[: LIMITS.errors]


def _twice(figures: Iterable[Figure]) -> list[Diagnostic]:
    """Two different figures of one state, year, indicator and unit; the same figure twice does no harm."""
    first: dict[tuple[str, int, str, str], Figure] = {}
    found = []
    for each in figures:
        other = first.setdefault((each.state, each.year, words(each.indicator), each.unit), each)
        if other.value != each.value:
            what = f"{words(each.indicator)} of {each.state} in {each.year}"
            message = f"{what} is {_number(other)} and {_number(each)}"
            hint = f"one stands at {other.at}, the other at {each.at}: leave one out"
            found.append(Diagnostic("TL0904", message, None, hint))
    return found


def _number(figure: Figure) -> str:
    return f"{figure.value:g}{'%' if figure.indicator[1] else ' ' + figure.unit if figure.unit else ''}"


def _unknown_layout(name: str, sheets: tuple[Sheet, ...]) -> Diagnostic:
    sheet = sheets[0] if sheets else None
    place = sheet.place(sheet.rows[0]) if sheet is not None and sheet.rows else Place(Source(name, ""), NOWHERE)
    hint = "the first row of a file of figures is `state,year,indicator,value,source`; downloads of the World Bank and SIPRI are read as they are"
    return Diagnostic("TL0901", "these headings are of no layout that is known", place, hint)
