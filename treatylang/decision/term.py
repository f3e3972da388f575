"""From when a duty is owed, and until when, as the dates of the texts have it (semantics, section 4).

What a line ends that waits for something to happen (`lapses`) has no date here; nor has a duty that is fulfilled.
"""

from __future__ import annotations

from treatylang.model.time import Spell
from treatylang.plan.plan import party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.case import Case
    from treatylang.decision.row import Row
    from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan


class Terms:
    """The terms of duties on the day of a case."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.plan = plan
        self._dates = {act.id: act.date for act in case.acts}
        self._of_clause: dict[int, Spell] = {}
        self._of_party: dict[str, dict[str, Spell]] = {}

    def of(self, row: Row, acts: tuple[str, ...]) -> tuple[str | None, str | None]:
        """Since which day, and until which (the first on which it is owed no more): `YYYY-MM-DD`, or less where no more is known.

        A duty that the event starts is owed since the acts that start it, the earliest of several ways, or since the day by which its
        treaty, clause and parties are there, if that is later; one that always holds, since that day.
        """
        bound, parties = self._clause(row.treaty, row.clause), self._parties(row.treaty)
        for code in (row.bearer, row.owed_to):
            if code in parties:
                bound = self._both(bound, parties[code])
        since = bound.since
        if not row.clause.standing:
            started = [max(days) for way in row.ways if (days := [self._dates[act] for act in way.acts if act in acts])]
            first = min(started, default=None)
            since = first if since is None or first is None else max(first, since)
        return since, bound.until

    def _both(self, one: Spell, other: Spell) -> Spell:
        """From the later beginning to the earlier end that lies after the day."""
        since = max(filter(None, (one.since, other.since)), default=None)
        until = min((each for each in (one.until, other.until) if each is not None and each > self.case.day), default=None)
        return Spell(since, until)

    def _clause(self, treaty: TreatyPlan, clause: ClausePlan) -> Spell:
        if id(clause) not in self._of_clause:
            self._of_clause[id(clause)] = self._both(treaty.lasts, clause.spell)
        return self._of_clause[id(clause)]

    def _parties(self, treaty: TreatyPlan) -> dict[str, Spell]:
        """The spell of each party on the day; unbounded where more than one may hold."""
        if treaty.id not in self._of_party:
            found: dict[str, Spell] = {}
            for each in party_list(self.plan.treaties, treaty).members:
                if each.spell.contains(self.case.day) is not False:
                    code = self.case.today(each.state, self.case.day)
                    found[code] = each.spell if code not in found else Spell()
            self._of_party[treaty.id] = found
        return self._of_party[treaty.id]
