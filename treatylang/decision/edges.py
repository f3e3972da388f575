"""Which of two duties goes before the other by a cited line of a text: `subject to`, or `overrides`."""

from __future__ import annotations

from treatylang.decision.decision import Duty
from treatylang.model.conditions import EVERY, TreatyRef
from treatylang.model.who import Fixed
from treatylang.plan.plan import ClausePlan, Guard, GuardedRefs, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Edges:
    """The edges of a plan as they hold on a day, in the text that is asked: the public's, the signatories', or all of it."""

    def __init__(self, plan: Plan, day: str, text: str = "all") -> None:
        self.plan = plan
        self.day = day
        self.text = text

    def between(self, first: Duty, second: Duty) -> tuple[str | None, str | None, tuple[str, ...]]:
        """The duty that goes before the other, and the lines by which it does; else lines that may decide it, and are only named."""
        named: list[str] = []
        for low, high in ((first, second), (second, first)):
            found = [(self._holds(edge.guard, low.bearer), words) for edge, words in self._lines(low, high)]
            deciding = dict.fromkeys(words for holds, words in found if holds)
            if deciding:
                return high.id, "; ".join(deciding), ()
            named += [f"{words}, if that holds for {low.bearer}" for holds, words in found if holds is None]
        return None, None, tuple(dict.fromkeys(named))

    def _lines(self, low: Duty, high: Duty) -> Iterator[tuple[GuardedRefs, str]]:
        """The lines by which `high` would go before `low`, each in words."""
        yielding, first = self._clause(low), self._clause(high)
        if low.treaty == high.treaty and yielding.id == first.id:
            return
        for edge in yielding.subject_to:
            for ref in edge.refs:
                if self._means(ref, high.treaty, first, low.treaty):
                    if edge.form == "overrides":  # said by the clause that goes before, of the same treaty
                        yield edge, _words(edge, high.treaty, first, "overrides", f"{low.treaty}:{yielding.id}")
                    else:
                        yield edge, _words(edge, low.treaty, yielding, "is subject to", _target(ref, first))
        for edge in first.overrides:
            for ref in edge.refs:
                if low.treaty != high.treaty and self._means(ref, low.treaty, yielding, high.treaty):
                    yield edge, _words(edge, high.treaty, first, "overrides", _target(ref, yielding))

    def _means(self, ref: TreatyRef, treaty: str, clause: ClausePlan, own: str) -> bool:
        """Whether a reference in the treaty `own` means a clause of a treaty; a pledge is no treaty."""
        if ref.treaty == EVERY:
            return treaty != own and self.plan.treaties[treaty].form == "treaty"
        return ref.treaty == treaty and (not ref.clauses or clause.id in ref.clauses)

    def _holds(self, guard: Guard | None, bearer: str) -> bool | None:
        """Whether the rider that says so holds for a bearer on the day; None: not all agree, or nobody can tell from the plan alone."""
        if guard is None:
            return True
        if self._hidden(guard) or guard.spell.contains(self.day) is False:
            return False
        whom = [isinstance(who, Fixed) and self._is_any(bearer, who.codes) for who in guard.bearers]
        if guard.bearers and not any(whom) and all(isinstance(who, Fixed) for who in guard.bearers):
            return False
        if guard.form == "claimed" or guard.spell.contains(self.day) is None or (guard.bearers and not any(whom)):
            return None
        return True

    def _is_any(self, bearer: str, codes: tuple[str, ...]) -> bool:
        later = {new for code in codes for new, since in self.plan.successions.get(code, ()) if since <= self.day}
        return bearer in codes or bearer in later

    def _hidden(self, guard: Guard) -> bool:
        of_one = guard.form in ("reservation", "claimed")
        if guard.secret is None or self.text == "all" or (self.text == "signatories" and not of_one):
            return False
        return guard.secret.contains(self.day) is not False

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
        return "every other treaty"
    return f"{ref.treaty}:{clause.id}" if ref.clauses else ref.treaty
