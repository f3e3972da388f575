"""What is read and checked, but not evaluated: not yet, or because it would take too long."""

from __future__ import annotations

FITS = "a condition that the event fits in more than {most} ways"  # the commonest of what `bounded` says


class NotYet(Exception):
    """The query meets such a construct: it fails and says so; nothing is skipped."""

    def __init__(self, what: str, where: str) -> None:
        self.what = what
        self.where = where
        super().__init__(f"{what} is not evaluated yet ({where})")


class Spent:
    """How much one answer has taken so far: ways that were looked for and found, formulas made of them that may hold or that failed, duties."""

    __slots__ = ("duties", "failed", "formulas", "ways")

    def __init__(self) -> None:
        self.ways = self.formulas = self.failed = self.duties = 0


def bounded(count: int, most: int, what: str, where: str) -> None:
    """Raises `NotYet` where there is more of something than is weighed (`text/limits.py`); `what` says it, with `{most}`."""
    if count > most:
        raise NotYet(what.format(most=f"{most:,}"), where)
