"""Exit codes.  A command that meets several exits with the worst."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ANSWERED = 0  # also: no one is bound
INPUT_ERROR = 1
USAGE = 2
UNDETERMINED = 4  # only with --strict
BUG = 70
INTERRUPTED = 130  # as a shell reports one who was stopped by Ctrl-C
NO_READER = 141  # and by a closed pipe

_WORST_FIRST = (BUG, USAGE, INPUT_ERROR, UNDETERMINED)


def worst(codes: Iterable[int]) -> int:
    """The worst of several: an error in the input outweighs an open answer."""
    found = set(codes)
    return next((code for code in _WORST_FIRST if code in found), ANSWERED)
