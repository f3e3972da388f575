"""The layout of the World Bank: a row for each country and series, a column for each year.

Both its downloads are read: that of one indicator (a few lines about the source, then `Country Name, Country Code, Indicator Name,
Indicator Code, 1960 ...`) and that of the DataBank (`Series Name, Series Code, Country Name, Country Code, 1960 [YR1960] ...`, `..` where
nothing is known).  Its figures of military expenditure are SIPRI's, whose definition is not that of the Atlantic allies.
"""

from __future__ import annotations

from treatylang.burden.figures import Figure, Indicator
from treatylang.burden.numbers import number, year_of
from treatylang.diagnostics.diagnostic import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.burden.sheet import Row, Sheet
    from treatylang.plan.plan import Plan

# The series that say something about a measure: which, and in what unit.  https://data.worldbank.org/indicator
SERIES: dict[str, tuple[Indicator, str]] = {
    "MS.MIL.XPND.GD.ZS": (("defence_spending", "gdp"), "%"),
    "MS.MIL.XPND.CD": (("defence_spending", None), "current US$"),
    "MS.MIL.XPND.CN": (("defence_spending", None), "local currency"),
    "NY.GDP.MKTP.CD": (("gdp", None), "current US$"),
    "NY.GDP.MKTP.CN": (("gdp", None), "local currency"),
    "MS.MIL.TOTL.P1": (("men", None), ""),
}
_MISSING = ("", "..", "...")


def heading(sheet: Sheet) -> Row | None:
    """The row of headings, where the sheet is of this layout."""
    for row in sheet.rows[:10]:
        names = set(row.cells)
        if "Country Code" in names and ("Indicator Code" in names or "Series Code" in names):
            return row
    return None


def read(sheet: Sheet, head: Row, plan: Plan) -> tuple[list[Figure], list[str], list[Diagnostic]]:
    """The figures of the states that the vocabulary knows; other rows are sums over regions and groups."""
    series_at = head.cells.index("Indicator Code" if "Indicator Code" in head.cells else "Series Code")
    code_at = head.cells.index("Country Code")
    years = [(at, year) for at, cell in enumerate(head.cells) if (year := year_of(cell)) is not None]
    figures: list[Figure] = []
    others: dict[str, None] = {}
    problems: list[Diagnostic] = []
    foreign: dict[str, Row] = {}
    for row in sheet.rows:
        if row.line <= head.line or len(row.cells) <= max(series_at, code_at):
            continue  # the foot of a DataBank file says when it was made
        code, name = row.cells[code_at], row.cells[series_at]
        if name not in SERIES:
            foreign.setdefault(name, row)
            continue
        if code not in plan.vocabulary.states:
            others[code] = None
            continue
        indicator, unit = SERIES[name]
        for at, year in years:
            cell = row.cells[at] if at < len(row.cells) else ""
            if cell in _MISSING:
                continue
            value = number(cell)
            if value is None:
                problems.append(Diagnostic("TL0903", f"`{cell}` is no figure ({code}, {year})", sheet.place(row)))
            else:
                figures.append(Figure(code, year, indicator, value, unit, f"World Bank, {name}", f"{sheet.source.name}:{row.line}"))
    if not figures and not problems and foreign:
        name, row = next(iter(foreign.items()))
        hint = f"series that say something of a measure: {', '.join(SERIES)}"
        problems.append(Diagnostic("TL0902", f"the series `{name}` is of no measure", sheet.place(row), hint))
    return figures, list(others), problems
