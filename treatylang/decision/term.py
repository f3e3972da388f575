"""From when a duty is owed, and until when, as the dates of the texts have it (semantics, section 4).

What a line ends that waits for something to happen (`lapses`) has no date here; nor has a duty that is fulfilled.
"""

from __future__ import annotations

from treatylang.model.time import Spell
from treatylang.plan.plan import party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.decision.case import Case
    from treatylang.decision.row import Row
    from treatylang.plan.plan import Plan, TreatyPlan


class Terms:
    """The terms of duties on the day of a case."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.plan = plan
        self._dates = {act.id: act.date for act in case.acts}
        self._spells: dict[tuple[str, str], Spell] = {}

    def of(self, row: Row, acts: tuple[str, ...]) -> tuple[str | None, str | None]:
        """Since which day, and until which (the first on which it is owed no more): `YYYY-MM-DD`, or less where no more is known.

        A duty that the event starts is owed since the acts that start it, the earliest of several ways, or since the day by which its
        treaty, clause and parties are there, if that is later; one that always holds, since that day.
        """
        spells = tuple(self._bounds(row))
        since = max((each.since for each in spells if each.since is not None), default=None)
        until = min((each.until for each in spells if each.until is not None and each.until > self.case.day), default=None)
        if not row.clause.standing:
            started = [max(days) for way in row.ways if (days := [self._dates[act] for act in way.acts if act in acts])]
            first = min(started, default=None)
            return (first if since is None or first is None else max(first, since)), until
        return since, until

    def _bounds(self, row: Row) -> Iterator[Spell]:
        yield row.treaty.spell if not row.treaty.continues else Spell(row.treaty.spell.since)
        yield row.clause.spell
        for code in (row.bearer, row.owed_to):
            if code is not None:
                yield self._membership(row.treaty, code)

    def _membership(self, treaty: TreatyPlan, code: str) -> Spell:
        """The spell of one as a party on the day; none where it is no party, or more than one may hold."""
        key = (treaty.id, code)
        if key not in self._spells:
            day = self.case.day
            mine = [
                each.spell for each in party_list(self.plan.treaties, treaty).members if self.case.today(each.state, day) == code
            ]
            held = [each for each in mine if each.contains(day) is not False]
            self._spells[key] = held[0] if len(held) == 1 else Spell()
        return self._spells[key]
