"""Changes of an event that might mend one fact that a duty falls short of.

They are tried, not trusted: whether one brings the duty nearer, only a new decision tells (`nearest`).
"""

from __future__ import annotations

from treatylang.decision.changes import Edit
from treatylang.decision.repairs_of_facts import FactRepairs
from treatylang.decision.shortfall import Gap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHERWISE = {"kind": ("kind",), "role": ("by", "second"), "place": ("place", "second"), "target": ("place",)}


class Repairs(FactRepairs):
    """What might mend the gaps of one clause's rule, for a bearer, in one scene."""

    def of(self, gap: Gap) -> Iterator[Edit]:
        """Edits that might mend a gap."""
        if gap.sort == "rule":
            yield from self._of_a_pair(gap)
            return
        if gap.sort == "kind" and gap.act is None:
            yield from self._another_kind(gap)
            return
        if gap.sort in ("kind", "role", "place", "target") and not gap.goal:
            if gap.sort == "role":
                yield from self._role(gap)
            for act in self._acts(gap):
                yield from self.otherwise(act, _OTHERWISE[gap.sort] if gap.fits else (*_OTHERWISE[gap.sort], "happened"))
            return
        match gap.sort:
            case "day":
                yield from self._day(gap)
            case "act":
                yield from self._another_act(gap)
            case "kind":
                yield from self._kind(gap)
            case "role":
                yield from self._role(gap)
            case "place" | "target":
                yield from self._place(gap)
            case "fact":
                yield from self._fact(gap)
