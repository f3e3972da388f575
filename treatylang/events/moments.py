"""Days known wholly or by their month or year: `2001-09-11`, `1998-08`, `1992`."""

from __future__ import annotations

from treatylang.model.time import month_length
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.model.time import Spell

FIRST = "0000-00-00"
LAST = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which something happened, both inside."""

    first: str
    last: str


def earliest(moment: str) -> str:
    """The first day that a moment may be."""
    return {4: moment + "-01-01", 7: moment + "-01"}.get(len(moment), moment)


def latest(moment: str) -> str:
    """The last day that a moment may be."""
    if len(moment) == 4:
        return moment + "-12-31"
    if len(moment) == 7:
        return f"{moment}-{month_length(int(moment[:4]), int(moment[5:])):02d}"
    return moment


def window(since: str | None, until: str | None = None) -> Window:
    """From the first day that `since` may be to the last day that `until`, or else `since`, may be; no bound known: any day."""
    first = earliest(since) if since else FIRST
    last = latest(until or since or LAST)
    return Window(first, max(first, last))


def lifetime(spells: Iterable[Spell]) -> Window | None:
    """From the first beginning to the last end, gaps and all; None where nothing is limited.

    States are occupied, annexed and restored, and keep acting (and being attacked) meanwhile: only what lies before the first
    spell or after the last is surely a slip.
    """
    spells = tuple(spells)
    if not spells:
        return None
    first = min(earliest(spell.since) if spell.since else FIRST for spell in spells)
    last = max(latest(spell.until) if spell.until else LAST for spell in spells)
    return Window(first, last)


def bounds(life: Window) -> str:
    """A lifetime in words: `from 1945-10-24 until 1991-12-26`."""
    since = [f"from {life.first}"] if life.first != FIRST else []
    return " ".join([*since, *([f"until {life.last}"] if life.last != LAST else [])])


def outside(when: Window, life: Window) -> bool:
    """Whether every day of `when` lies outside `life`, whose last bound is the first day after it."""
    return when.last < life.first or (when.first >= life.last and life.last != LAST)
