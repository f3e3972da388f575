"""Numbers and years as tables write them."""

from __future__ import annotations

from math import isfinite


def number(text: str) -> float | None:
    """A number that is not negative, or None.  `1,234.5` has groups of three; `NaN` and `inf` are no numbers."""
    plain = text.replace(",", "") if _grouped(text) else text
    if not plain or not set(plain) <= set("0123456789.eE+-"):
        return None
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if isfinite(value) and value >= 0 else None


def year_of(text: str) -> int | None:
    """`2024`, also as a workbook's `2024.0` or the World Bank's `2024 [YR2024]`."""
    head = text.split(" ")[0].removesuffix(".0")
    return int(head) if len(head) == 4 and head.isascii() and head.isdecimal() and head >= "1800" else None


def _grouped(text: str) -> bool:
    groups = text.split(".")[0].split(",")
    return len(groups) > 1 and 0 < len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])
