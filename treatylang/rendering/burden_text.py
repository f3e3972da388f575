"""Who reaches which level, as text, JSON and CSV."""

from __future__ import annotations

import csv
import json
from io import StringIO
from math import inf

from treatylang.burden.figures import words
from treatylang.burden.levels import trends
from treatylang.rendering.decision_csv import cell
from treatylang.rendering.layout import Line, hanging, wrap
from treatylang.rendering.treaty_text import columns_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from treatylang.burden.levels import Level, Standing, Trend

FORMAT = "treatylang/burden/1"
_COLUMNS = (
    "treaty", "article", "clause", "measure", "unit", "comparison", "level", "due", "force", "standing",
    "state", "year", "bound", "depends_on", "value", "at_least", "at_most", "met", "gap", "missing", "source",
)  # fmt: skip


def burden_text(rows: Sequence[Standing], width: int | None) -> list[Line]:
    """A paragraph for each level: a line for each state as it stood in its last year of which that is known, highest first, with its
    trend; then a count, of the last year of each.

    States of which the same is missing share a line.
    """
    made: list[Line] = []
    lines = trends(rows)
    latest = max((row.year for row in rows), default=0)
    for level, of_level in _by_level(rows):
        if made:
            made.append(())
        made += [(("title", text),) for text in wrap(_heading(level), width)]
        last = {row.state: row for row in of_level}  # rows come in order of years
        told = {row.state: row for row in of_level if row.value.known}
        known = sorted(told.values(), key=lambda row: (-row.value.low, row.state))
        table = []
        for row in known:
            mine = [each for each in of_level if each.state == row.state]
            then = f" ({row.year})" if row.year < latest else ""
            since = "" if last[row.state] is row else f"; of {last[row.state].year} it is not known"
            over_time = _over_time(mine, lines.get((level, row.state)))
            table.append((f"  {row.state}", _value(row) + then, _verdict(row) + since, over_time))
        made += columns_text(table)
        unknown: dict[str, list[str]] = {}
        for row in last.values():
            if row.state not in told:
                unknown.setdefault(_verdict(row), []).append(row.state)
        for verdict, states in unknown.items():
            made += hanging("unknown", f"{' '.join(states)}: {verdict}", width, indent=2)
        made += hanging("aside", _count(list(last.values())), width, indent=2)
    return made


def burden_json(rows: Sequence[Standing], passed_over: Sequence[str]) -> str:
    """An object with `levels`, each with its `standings` and `trends`, and the rows of the files that are of no state."""
    lines = trends(rows)
    levels = []
    for level, of_level in _by_level(rows):
        levels.append(
            _level(level)
            | {
                "standings": [_standing(row) for row in of_level],
                "trends": [_trend(line) for (other, _), line in lines.items() if other == level],
            }
        )
    return json.dumps({"format": FORMAT, "levels": levels, "passed_over": list(passed_over)}, indent=2, ensure_ascii=False) + "\n"


def burden_csv(rows: Iterable[Standing]) -> str:
    """A row for each level, state and year, below one of headings."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        told = _level(row.level) | _standing(row)
        writer.writerow([_plain(told[name]) if name == "gap" else cell(_plain(told[name])) for name in _COLUMNS])
    return text.getvalue()


def _by_level(rows: Iterable[Standing]) -> list[tuple[Level, list[Standing]]]:
    found: dict[Level, list[Standing]] = {}
    for row in rows:
        found.setdefault(row.level, []).append(row)
    return list(found.items())


def _heading(level: Level) -> str:
    label = f"[{level.label}]" if level.label else ""
    amount = level.amount
    size = f"{amount.number:,g}% of {amount.of}" if amount.of else f"{amount.number:,.0f} {amount.unit}"
    what = f"{level.measure} " if level.measure else ""
    notes = [f"from {level.due} on"] if level.due else []
    notes += [] if level.standing else ["if called on"]
    notes += ["does not bind in law"] if level.force == "political" else []
    return f"{level.treaty}, Article {level.article}{label}: {what}{amount.comparison} {size}" + (
        f" ({'; '.join(notes)})" if notes else ""
    )


def _value(row: Standing) -> str:
    sign = " %" if row.level.amount.of else ""
    if row.value.exact:
        return _figure(row.value.low) + sign
    if row.value.high == inf:
        return f"{_figure(row.value.low)}{sign} or more"
    return f"{_figure(row.value.low)} to {_figure(row.value.high)}{sign}"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"


def _verdict(row: Standing) -> str:
    if row.met is None:
        lacking = f": no figure of {', '.join(row.value.missing)}" if row.value.missing else ""
        told = f"not known{lacking}"
    elif row.gap is None:
        told = "met" if row.met else "not met"
    elif row.met:
        over = abs(row.gap)
        told = f"met, {_figure(over)} {'over' if row.gap > 0 else 'under'}" if over else "met exactly"
    else:
        told = f"{_figure(abs(row.gap))} {'short' if row.gap < 0 else 'over'}" + ("" if row.due else " so far")
    if row.bound in ("depends", "disputed"):
        told += f"; whether it is asked {'is disputed' if row.bound == 'disputed' else 'depends on'} {_open(row)}".rstrip()
    return told


def _open(row: Standing) -> str:
    return ", ".join(dict.fromkeys(atom.word.replace("_", " ") for atom in row.hangs_on))


def _over_time(rows: Sequence[Standing], trend: Trend | None) -> str:
    if trend is None:
        return ""
    unit = " points" if rows[0].level.amount.of else ""
    way = "up" if trend.pace > 0 else "down" if trend.pace < 0 else "level"
    told = f"{way} {_figure(abs(trend.pace))}{unit} a year, {trend.years[0]}-{trend.years[-1]}" if trend.pace else "level"
    met = [row.year for row in rows if row.met]
    if met and len(met) < len(rows):
        told += f"; met in {_years(met)}"
    if trend.reaches is not None:
        told += f"; the line meets it in {trend.reaches}"
    return told


def _years(years: Sequence[int]) -> str:
    """`2014-2016, 2024`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][1] == year - 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _count(rows: Sequence[Standing]) -> str:
    met, unknown = sum(row.met is True for row in rows), sum(row.met is None for row in rows)
    years = sorted({row.year for row in rows})
    when = f"in {years[0]}" if len(years) == 1 else f"in their last years, {years[0]} to {years[-1]}"
    return f"{met} of {len(rows)} reach it {when}" + (f"; of {unknown} it is not known" if unknown else "")


def _level(level: Level) -> dict[str, Any]:
    amount = level.amount
    return {
        "treaty": level.treaty,
        "article": level.article,
        "clause": level.label,
        "words": level.words,
        "measure": level.measure,
        "unit": words(("", amount.of)).strip() if amount.of else amount.unit,
        "comparison": amount.comparison,
        "level": amount.number,
        "due": level.due,
        "force": level.force,
        "standing": level.standing,
    }


def _standing(row: Standing) -> dict[str, Any]:
    value = row.value
    return {
        "state": row.state,
        "year": row.year,
        "bound": row.bound if row.level.standing else "if_called",
        "depends_on": [atom.word for atom in row.hangs_on],
        "value": value.low if value.exact else None,
        "at_least": value.low,
        "at_most": value.high if value.high < inf else None,
        "met": row.met,
        "gap": round(row.gap, 9) if row.gap is not None else None,
        "missing": list(value.missing),
        "source": list(dict.fromkeys(figure.source for figure in value.figures if figure.source)),
    }


def _trend(line: Trend) -> dict[str, Any]:
    return {"state": line.state, "years": list(line.years), "pace": round(line.pace, 9), "reaches": line.reaches}


def _plain(value: object) -> str:
    """As a cell of a table."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.10g}" if isinstance(value, float) else str(value)
