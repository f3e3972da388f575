"""What is read and checked, but not evaluated: not yet, or because it would take too long."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sized

MOST_WAYS = 5_000  # in which one condition may hold: each is a formula of its own


class NotYet(Exception):
    """The query meets such a construct: it fails and says so; nothing is skipped."""

    def __init__(self, what: str, where: str) -> None:
        self.what = what
        self.where = where
        super().__init__(f"{what} is not evaluated yet ({where})")


def bounded(ways: Sized, treaty: str, article: str) -> None:
    """Raises `NotYet` where there are more ways than can each be a formula of its own."""
    if len(ways) > MOST_WAYS:
        raise NotYet(f"a condition that the event fits in more than {MOST_WAYS:,} ways", f"{treaty}, Article {article}")
