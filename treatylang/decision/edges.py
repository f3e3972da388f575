"""Which of two duties goes before the other by a cited line of a text: `subject to`, or `overrides`."""

from __future__ import annotations

from treatylang.decision.decision import Duty
from treatylang.decision.env import Env
from treatylang.decision.formula import both, value
from treatylang.decision.possible import is_possible
from treatylang.model.conditions import EVERY, TreatyRef
from treatylang.model.treaty import Prohibition
from treatylang.plan.plan import ClausePlan, GuardedRefs, Plan, TreatyPlan
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from treatylang.decision.formula import Atom
    from treatylang.decision.rows import Engine
    from treatylang.events.situation import Act


@dataclass(frozen=True, slots=True)
class Order:
    """The duty that goes before another, the lines by which it does in words, and their ids; else lines that may decide it, in words."""

    prevails: str | None = None
    by: str | None = None
    lines: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Edges:
    """The edges of a plan, as they hold in the case of an engine."""

    def __init__(self, plan: Plan, engine: Callable[[], Engine]) -> None:
        self.plan = plan
        self._ask = engine  # most questions find no conflict, and need none
        self._known: Engine | None = None

    @property
    def _engine(self) -> Engine:
        self._known = self._known or self._ask()
        return self._known

    def possible_parties(self, treaty: TreatyPlan) -> frozenset[str]:
        """Those who are, or may be, parties on the day asked about."""
        return frozenset(self._engine.members.parties(treaty, self._engine.case.day))

    def sure_parties(self, treaty: TreatyPlan) -> frozenset[str]:
        """Those who plainly are."""
        day, members = self._engine.case.day, self._engine.members
        return frozenset(code for code in members.parties(treaty, day) if value(members.is_party(treaty, code, day)) is True)

    def between(self, first: Duty, second: Duty) -> Order:
        """Which goes before the other."""
        named: list[str] = []
        for low, high in ((first, second), (second, first)):
            found = list(self._lines(low, high))
            deciding = {edge.id: words for holds, edge, words in found if holds}
            if deciding:
                return Order(high.id, "; ".join(dict.fromkeys(deciding.values())), tuple(deciding))
            named += [f"{words}, where that holds" for holds, _, words in found if holds is None]
        return Order(named=tuple(dict.fromkeys(named)))

    def together(self, first: Duty, second: Duty) -> bool:
        """Whether some world that the event allows has both duties."""
        if first.applies is None or second.applies is None or first.constraints is None:
            return True
        return is_possible(both(first.applies, second.applies), first.constraints)

    def opponent_fits(self, duty: Duty, open_one: Atom, against: tuple[str, ...], act: Act) -> bool | None:
        """Whether an open end of a forbidden act, as `against another party`, is one of those against whom a supposed act is."""
        for norm in self._clause(duty).norms:
            if not isinstance(norm, Prohibition) or norm.act.kind != duty.act:
                continue
            first, second, *others = (*norm.act.roles, *(None,) * 2)
            for part in others:
                if part is None or part.who is None or open_one.word != part.slot or not against:
                    continue
                env: Env = {"bearer": duty.bearer}
                env |= {each.slot: code for each, code in ((first, duty.bearer), (second, act.second[0])) if each is not None}
                fits = [value(self._engine.means(self.plan.treaties[duty.treaty], part.who, code, env)) for code in against]
                return True if True in fits else None if None in fits else False
        return None

    def _lines(self, low: Duty, high: Duty) -> Iterator[tuple[bool | None, GuardedRefs, str]]:
        """Whether `high` goes before `low` by each line that says so, and the line in words; None: not all agree, or it is open."""
        yielding, first = self._clause(low), self._clause(high)
        if low.treaty == high.treaty and yielding.id == first.id:
            return
        engine = self._engine
        treaties = self.plan.treaties
        for edge in yielding.subject_to:
            holds = value(engine.holds_for(treaties[low.treaty], yielding, edge.guard, low.bearer))
            for ref in edge.refs:
                if self._means(ref, high.treaty, first, low.treaty):
                    if edge.form == "overrides":  # said by the clause that goes before, of the same treaty
                        yield holds, edge, _words(edge, high.treaty, first, "overrides", f"{low.treaty}:{yielding.id}")
                    else:
                        yield holds, edge, _words(edge, low.treaty, yielding, "is subject to", _target(ref, first))
        for edge in first.overrides:
            holds = value(engine.holds_for(treaties[high.treaty], first, edge.guard, low.bearer))
            for ref in edge.refs:
                if low.treaty != high.treaty and self._means(ref, low.treaty, yielding, high.treaty):
                    yield holds, edge, _words(edge, high.treaty, first, "overrides", _target(ref, yielding))

    def _means(self, ref: TreatyRef, treaty: str, clause: ClausePlan, own: str) -> bool:
        """Whether a reference in the treaty `own` means a clause of a treaty; a pledge is no treaty."""
        if ref.treaty == EVERY:
            return treaty != own and treaty not in ref.but and self.plan.treaties[treaty].form == "treaty"
        return ref.treaty == treaty and (not ref.clauses or clause.id in ref.clauses)

    def _clause(self, duty: Duty) -> ClausePlan:
        head = duty.id.rsplit("/", 1)[0].removeprefix(f"{duty.treaty}:")
        return next(each for each in self.plan.treaties[duty.treaty].clauses if head in (each.id, f"{each.id}.{duty.duty}"))


def _words(edge: GuardedRefs, treaty: str, clause: ClausePlan, says: str, whom: str) -> str:
    """`un-charter-1945 overrides every other treaty (Article 103)`."""
    if edge.guard is not None:
        by = f"Article {edge.guard.rider}" if edge.guard.form == "proviso" else edge.guard.rider
        return f"{treaty} {says} {whom} ({by})"
    return f"{treaty}{f':{clause.id}' if edge.article is not None else ''} {says} {whom}"


def _target(ref: TreatyRef, clause: ClausePlan) -> str:
    if ref.treaty == EVERY:
        return " except ".join(("every other treaty", *ref.but))
    return f"{ref.treaty}:{clause.id}" if ref.clauses else ref.treaty
