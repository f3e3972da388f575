"""What a world settles of days that the event does not tell: those of acts and decisions that it dates by a month or a year only.

`moments.py` makes the worlds; here is what a case asks of the one in which it stands.
"""

from __future__ import annotations

from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class OpenDay(str):
    """The day of something, known no nearer than a stretch of days that nothing tells apart: it sorts as a part of the first of them."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, first: str, name: str) -> OpenDay:
        made = super().__new__(cls, f"{first}~{name}")
        made.name = name
        return made

    def __str__(self) -> str:
        return f"the day of {self.name}"


class Untold(Exception):
    """Asked for is the day of one, or whether the day of one lies before that of the other, which this world leaves open."""

    def __init__(self, *names: str) -> None:
        self.names = names
        super().__init__(*names)


@dataclass(frozen=True, slots=True)
class Told:
    """`days`: those that are settled, by the name of the act or decision; `earlier`: which of two that share a stretch lies on an
    earlier day.  `written`: what the event writes of each day that it does not tell; `numbers`: the place of each act in the event, which the days follow; `decisions`: the name of each decision."""

    days: Mapping[str, str]
    earlier: Mapping[tuple[str, str], bool]
    written: Mapping[str, str]
    numbers: Mapping[str, int]
    decisions: Mapping[int, str]

    def day(self, name: str, written: str) -> str:
        """The day of something, which the event writes so."""
        if name in self.days:
            return self.days[name]
        if len(written) < 10:
            raise Untold(name)
        return written

    def before(self, one: str, other: str) -> bool:
        """Whether a day lies before another."""
        if not (isinstance(one, OpenDay) and isinstance(other, OpenDay)) or one[:10] != other[:10] or one.name == other.name:
            return one[:10] < other[:10]
        pair = (one.name, other.name)
        if all(name in self.numbers for name in pair) and self.numbers[pair[0]] > self.numbers[pair[1]]:
            return False
        if pair not in self.earlier:
            raise Untold(*pair)
        return self.earlier[pair]
