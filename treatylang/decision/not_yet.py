"""What is read and checked, but whose evaluation is not written yet."""

from __future__ import annotations


class NotYet(Exception):
    """The query meets such a construct: it fails and says so; nothing is skipped."""

    def __init__(self, what: str, where: str) -> None:
        self.what = what
        self.where = where
        super().__init__(f"{what} is not evaluated yet ({where})")
