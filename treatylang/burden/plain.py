"""The plain layout: `state,year,indicator,value,source`, one figure a row, with a column `unit` if one likes."""

from __future__ import annotations

from treatylang.burden.figures import Figure, Indicator
from treatylang.burden.numbers import number, year_of
from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.diagnostics.suggest import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.burden.sheet import Row, Sheet
    from treatylang.plan.plan import Plan

COLUMNS = ("state", "year", "indicator", "value", "source")
_MISSING = ("", "-", "..", "...", "n/a", "na")


def heading(sheet: Sheet) -> Row | None:
    """The row of headings, where the sheet is of this layout."""
    row = sheet.rows[0] if sheet.rows else None
    return row if row is not None and {"state", "year", "indicator", "value"} <= {cell.lower() for cell in row.cells} else None


def read(sheet: Sheet, head: Row, plan: Plan) -> tuple[list[Figure], list[str], list[Diagnostic]]:
    """The figures below the headings; an empty value is a figure that is missing."""
    columns = {cell.lower(): number for number, cell in reversed(list(enumerate(head.cells)))}
    measures, units = known_indicators(plan)
    figures: list[Figure] = []
    problems: list[Diagnostic] = []
    for row in sheet.rows[1:]:
        cell = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
        here: list[tuple[str, str, str | None]] = []
        if cell["state"] not in plan.vocabulary.states:
            near = did_you_mean(cell["state"], plan.vocabulary.states) or "states are listed by `treaty states`"
            here.append(("TL0902", f"no state has the code `{cell['state']}`", near))
        year, indicator = year_of(cell["year"]), _indicator(cell["indicator"], measures, units)
        if year is None:
            here.append(("TL0903", f"`{cell['year']}` is no year", "write four digits: `2024`"))
        if isinstance(indicator, str):
            listed = "an indicator is a measure (`defence_spending`), or its share (`defence_spending % of gdp`)"
            here.append(
                ("TL0902", f"no measure has the name `{indicator}`", did_you_mean(indicator, (*measures, *units)) or listed)
            )
        value = number(cell["value"]) if cell["value"].lower() not in _MISSING else None
        if value is None and cell["value"].lower() not in _MISSING:
            here.append(("TL0903", f"`{cell['value']}` is no figure", "write a number that is not negative: `2.31`, `13700.5`"))
        problems += [Diagnostic(code, message, sheet.place(row), hint) for code, message, hint in here]
        if not here and value is not None and year is not None and not isinstance(indicator, str):
            unit = "%" if indicator[1] else cell.get("unit", "")
            at = f"{sheet.source.name}:{row.line}"
            figures.append(Figure(cell["state"], year, indicator, value, unit, cell.get("source", ""), at))
    return figures, [], problems


def known_indicators(plan: Plan) -> tuple[set[str], set[str]]:
    """Every measure that any treaty has, and everything that is counted."""
    measures = set(plan.vocabulary.measures)
    for treaty in plan.treaties.values():
        measures |= treaty.vocabulary.measures.keys()
    return measures, {name for name, fact in plan.vocabulary.facts.items() if fact.type == "number"}


def _indicator(text: str, measures: set[str], units: set[str]) -> Indicator | str:
    """`defence_spending`, `defence_spending % of gdp`, `men`; else the name that is not known."""
    name, per, base = (part.strip() for part in text.partition("% of"))
    for each in (name, base) if per else (name,):
        if each not in measures and not (each in units and not per):
            return each
    return name, base if per else None
