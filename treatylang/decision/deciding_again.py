"""Events that are supposed, decided clause by clause: no more of a treaty is asked than one clause needs."""

from __future__ import annotations

from collections import ChainMap
from functools import partial

from treatylang.decision.changes import Scene
from treatylang.decision.from_plan import Wanted, decide_clause
from treatylang.decision.not_yet import NotYet
from treatylang.decision.row import Row
from treatylang.decision.rows import Engine
from treatylang.model.treaty import Deems
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from treatylang.decision.case import Case
    from treatylang.decision.decision import Duty
    from treatylang.decision.env import Env
    from treatylang.decision.formula import Formula
    from treatylang.decision.from_plan import Making
    from treatylang.decision.matching import Matcher
    from treatylang.decision.members import Members
    from treatylang.events.situation import Situation
    from treatylang.plan.plan import Trigger


class Deciding:
    """What a library owes in the events that are supposed."""

    def __init__(self, plan: Plan, situation: Situation, day: str, wanted: Wanted) -> None:
        self.plan = plan
        self.scene = Scene(situation, day)
        self.wanted = replace(wanted, not_owed=True, conflicts=False, standing=True)
        self._cut: dict[tuple[str, str, bool], tuple[Plan, ClausePlan]] = {}
        self._rows: dict[tuple[str, str, int, bool], dict[str, list[Duty]]] = {}
        self._marks: dict[int, tuple[Scene, int]] = {}
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
        """What a clause asks of a bearer in a scene; `whole` False: as if nothing went before it.

        Of the event as it is all bearers are decided at once, since they are asked about next; of a scene that is tried, the one.
        """
        return self._by_bearer(prefix, "" if scene is self.scene else bearer, scene, whole).get(bearer, [])

    def rows_of_all(self, prefix: str, bearer: str, scene: Scene) -> list[Duty]:
        """The same, of a scene about which other bearers of the clause will be asked too."""
        return self._by_bearer(prefix, "", scene, True).get(bearer, [])

    def _by_bearer(self, prefix: str, only: str, scene: Scene, whole: bool) -> dict[str, list[Duty]]:
        key = (prefix, only, self.mark(scene), whole)
        if key not in self._rows:
            treaty, clause = self.clause_of(prefix)
            by_bearer: dict[str, list[Duty]] = {}
            for each in self.decided(treaty, clause, scene, whole, only):
                if clause_of_duty(each.id) == prefix:
                    by_bearer.setdefault(each.bearer, []).append(each)
            self._rows[key] = by_bearer
        return self._rows[key]

    def mark(self, scene: Scene) -> int:
        """By what a scene is told apart from others."""
        if id(scene) not in self._marks:
            self._marks[id(scene)] = scene, hash(repr(scene))  # the scene is kept, so that its id stays its own
        return self._marks[id(scene)][1]

    def decided(self, treaty: TreatyPlan, clause: ClausePlan, scene: Scene, whole: bool = True, only: str = "") -> tuple[Duty, ...]:
        """What a clause asks in a scene, of all or of `only` one; nothing where that is not evaluated yet."""
        key = (treaty.id, clause.id, whole)
        if key not in self._cut:
            asked = clause if whole else replace(clause, subject_to=())
            self._cut[key] = only_what_is_needed(self.plan, treaty, asked), asked
        plan, asked = self._cut[key]
        engine: Making = partial(_OfOne, asked, only) if only else Engine
        wanted = replace(self.wanted, bearers=(only,) if only else ())
        try:
            return decide_clause(plan, plan.treaties[treaty.id], asked, scene.situation, scene.day, wanted, engine)
        except NotYet:
            return ()


class _OfOne(Engine):
    """Evaluates the clause asked for one bearer, and every other clause, on which it may hang, for all."""

    def __init__(
        self, asked: ClausePlan, bearer: str, case: Case, plan: Plan, members: Members, keep: bool, standing: bool
    ) -> None:
        super().__init__(case, plan, members, keep, standing)
        self.asked = asked
        self.bearer = bearer
        self._only = False

    def _clause(self, treaty: TreatyPlan, clause: ClausePlan) -> tuple[Row, ...]:
        before, self._only = self._only, clause is self.asked
        try:
            return super()._clause(treaty, clause)
        finally:
            self._only = before

    def _starts(
        self, matcher: Matcher, treaty: TreatyPlan, trigger: Trigger, organs: list[str]
    ) -> Iterator[tuple[str | None, Env, Formula]]:
        ways = super()._starts(matcher, treaty, trigger, organs)
        return ((self.bearer, env, formula) for whose, env, formula in ways if whose in (None, self.bearer)) if self._only else ways


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
