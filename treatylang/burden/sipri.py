"""The layout of the military expenditure database of SIPRI: a sheet for each sort of figure, a row for each country, a column for each year.

Read are the sheets `Share of GDP`, whose figures are fractions of one, and `Current US$`, in millions; from the workbook, or saved as CSV
(where the fractions may have become per cents).  `. .` and `...` stand where nothing is known, `xxx` where there was no such state.
Countries are named in English; regions stand in rows of their own without figures.  https://www.sipri.org/databases/milex
"""

from __future__ import annotations

from treatylang.burden.figures import Figure, Indicator
from treatylang.burden.numbers import number, year_of
from treatylang.diagnostics.diagnostic import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.burden.sheet import Row, Sheet
    from treatylang.plan.plan import Plan

_MISSING = ("", ". .", "..", "...", "…", "xxx", "xx")
_NAMES = {  # as SIPRI writes them, where our table has another name
    "china": "CHN", "egypt": "EGY", "germany": "DEU", "kyrgyz republic": "KGZ",
    "brunei": "BRN", "cape verde": "CPV", "central african rep.": "CAF", "congo, dr": "COD", "congo, republic": "COG",
    "congo, republic of": "COG", "cote d’ivoire": "CIV", "côte d’ivoire": "CIV", "czech republic": "CZE", "czechia": "CZE",
    "eswatini": "SWZ", "gambia, the": "GMB", "german dr": "DDR", "german democratic republic": "DDR", "iran": "IRN",
    "korea, north": "PRK", "korea, south": "KOR", "kyrgyzstan": "KGZ", "laos": "LAO", "macedonia": "MKD", "north macedonia": "MKD",
    "moldova": "MDA", "russia": "RUS", "south vietnam": "RVN", "syria": "SYR", "taiwan": "TWN", "tanzania": "TZA", "timor leste": "TLS",
    "trinidad & tobago": "TTO", "turkey": "TUR", "türkiye": "TUR", "uae": "ARE", "uk": "GBR", "usa": "USA", "ussr": "USSR",
    "united states of america": "USA", "viet nam": "VNM", "yemen, north": "YEM", "yugoslavia": "YUG", "bosnia-herzegovina": "BIH",
}  # fmt: skip


def heading(sheet: Sheet) -> Row | None:
    """The row of headings, where the sheet is of this layout and of a sort that is read."""
    for row in sheet.rows[:12]:
        if row.cells and row.cells[0] == "Country" and sum(year_of(cell) is not None for cell in row.cells) > 1:
            return row if _sort(sheet, row) is not None else None
    return None


def read(sheet: Sheet, head: Row, plan: Plan) -> tuple[list[Figure], list[str], list[Diagnostic]]:
    """The figures of the states whose names are known; the names of the others are told."""
    sort = _sort(sheet, head)
    assert sort is not None
    indicator, unit, source = sort
    codes = {_plain(state.name): code for code, state in plan.vocabulary.states.items()} | _NAMES
    years = [(at, year) for at, cell in enumerate(head.cells) if (year := year_of(cell)) is not None]
    rows = [row for row in sheet.rows if row.line > head.line]
    fractions = indicator[1] is not None and not any("%" in cell for row in rows for cell in row.cells[1:])
    figures: list[Figure] = []
    others: dict[str, None] = {}
    problems: list[Diagnostic] = []
    for row in rows:
        cells = [(year, row.cells[at]) for at, year in years if at < len(row.cells) and row.cells[at].strip() not in _MISSING]
        code = codes.get(_plain(row.cells[0].strip(" *†‡§¶ǁ")))
        if code is None or code not in plan.vocabulary.states:
            if cells:  # a region has no figures of its own in these sheets
                others[row.cells[0]] = None
            continue
        for year, cell in cells:
            value = number(cell.removesuffix("%").strip())
            if value is None:
                problems.append(Diagnostic("TL0903", f"`{cell}` is no figure ({row.cells[0]}, {year})", sheet.place(row)))
                continue
            told = value * (1_000_000 if indicator[1] is None else 100 if fractions else 1)
            figures.append(Figure(code, year, indicator, round(told, 9), unit, source, f"{sheet.source.name}:{row.line}"))
    return figures, list(others), problems


def _plain(name: str) -> str:
    return name.lower().replace("'", "’")


def _sort(sheet: Sheet, head: Row) -> tuple[Indicator, str, str] | None:
    """What the sheet is about, by its name or by what stands above its headings."""
    above = " ".join(cell for row in sheet.rows if row.line < head.line for cell in row.cells).lower()
    title = sheet.title.lower()
    if title == "share of gdp" or (not title and "percentage of gross domestic product" in above):
        return ("defence_spending", "gdp"), "%", "SIPRI, share of GDP"
    if title.startswith("current us") or (not title and "current us$" in above):
        return ("defence_spending", None), "current US$", "SIPRI, current US$"
    return None
