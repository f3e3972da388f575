"""Events that are supposed, decided clause by clause: no more of a treaty is asked than one clause needs."""

from __future__ import annotations

from collections import ChainMap

from treatylang.decision.changes import Scene
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.not_yet import NotYet
from treatylang.model.treaty import Deems
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from treatylang.decision.decision import Duty
    from treatylang.events.situation import Situation


class Deciding:
    """What a library owes in the events that are supposed."""

    def __init__(self, plan: Plan, situation: Situation, day: str, wanted: Wanted) -> None:
        self.plan = plan
        self.scene = Scene(situation, day)
        self.wanted = replace(wanted, not_owed=True, conflicts=False, standing=True)
        self._cut: dict[tuple[str, str, bool], Plan] = {}
        self._rows: dict[tuple[str, int, bool], tuple[Scene, dict[str, list[Duty]]]] = {}
        self._clauses: dict[str, tuple[TreatyPlan, ClausePlan]] = {}

    def clause_of(self, prefix: str) -> tuple[TreatyPlan, ClausePlan]:
        """The clause of an id `treaty:clause` or `treaty:clause.duty`."""
        if prefix not in self._clauses:
            name, _, rest = prefix.partition(":")
            treaty = self.plan.treaties[name]
            fits = [each for each in treaty.clauses if each.id == rest or rest.startswith(f"{each.id}.")]
            self._clauses[prefix] = (treaty, max(fits, key=lambda each: len(each.id)))
        return self._clauses[prefix]

    def rows(self, prefix: str, bearer: str, scene: Scene, whole: bool = True) -> list[Duty]:
        """What a clause asks of a bearer in a scene; `whole` False: as if nothing went before it."""
        key = (prefix, id(scene), whole)
        if key not in self._rows:
            treaty, clause = self.clause_of(prefix)
            by_bearer: dict[str, list[Duty]] = {}
            for each in self.decided(treaty, clause, scene, whole):
                if clause_of_duty(each.id) == prefix:
                    by_bearer.setdefault(each.bearer, []).append(each)
            self._rows[key] = (scene, by_bearer)  # the scene is kept, so that its id stays its own
        return self._rows[key][1].get(bearer, [])

    def decided(self, treaty: TreatyPlan, clause: ClausePlan, scene: Scene, whole: bool = True) -> tuple[Duty, ...]:
        """What a clause, and those that it needs, ask in a scene; nothing where that is not evaluated yet."""
        key = (treaty.id, clause.id, whole)
        if key not in self._cut:
            self._cut[key] = only_what_is_needed(self.plan, treaty, clause if whole else replace(clause, subject_to=()))
        wanted = replace(self.wanted, treaties=(treaty.id,), bearers=())
        try:
            return decide_on(self._cut[key], scene.situation, scene.day, wanted).duties
        except NotYet:
            return ()


def only_what_is_needed(plan: Plan, treaty: TreatyPlan, clause: ClausePlan) -> Plan:
    """The plan with no more of a treaty than one clause needs, so that asking it again costs little."""
    needed: set[str] = set()
    waiting = [clause]
    while waiting:
        each = waiting.pop()
        if each.id not in needed:
            needed.add(each.id)
            refs = [*each.asks, *(ref for edge in each.subject_to for ref in edge.refs)]
            own = [ref for ref in refs if ref.treaty == treaty.id]
            waiting += [other for other in treaty.clauses for ref in own if not ref.clauses or other.id in ref.clauses]
    kept = [
        clause
        if each.id == clause.id
        else each
        if each.id in needed
        else replace(each, norms=tuple(norm for norm in each.norms if isinstance(norm, Deems)))
        for each in treaty.clauses
        if each.id in needed or each.deems
    ]
    less = replace(treaty, clauses=tuple(kept))
    treaties: Any = ChainMap({treaty.id: less}, plan.treaties)  # type: ignore[arg-type]
    return replace(plan, treaties=treaties)


def clause_of_duty(id_: str) -> str:
    """The part of a duty's id that names the clause, and of several norms the one."""
    return id_.rsplit("/", 1)[0]
