"""What the repairs of one clause's rule are made with: the scene, the words of the clause, who and what fits them."""

from __future__ import annotations

from treatylang.decision.changes import Scene
from treatylang.decision.clause_words import conditions, named_states
from treatylang.decision.fitting import Fitting
from treatylang.decision.shortfall import Gap
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Mending:
    """The clause, the bearer and the scene in which its gaps are to be mended."""

    def __init__(
        self, plan: Plan, treaty: TreatyPlan, clause: ClausePlan, scene: Scene, bearer: str, as_it_is: bool = True
    ) -> None:
        self.plan = plan
        self.treaty = treaty
        self.clause = clause
        self.scene = scene
        self.bearer = bearer
        self.as_it_is = as_it_is  # nothing is supposed yet: role words mean those whom the event names
        self.conditions = conditions(plan, treaty, clause)
        self.fitting = Fitting(plan, treaty, scene, bearer, named_states(clause))
        self.words: Vocabulary = self.fitting.words

    def _name(self, word: str) -> str:
        """By what name an event speaks of a word of the treaty."""
        return self.fitting.case.name(word)

    def may_be_about(self, gap: Gap, act: Act) -> bool:
        """Whether a gap may be about an act."""
        return any(each is act for each in self._acts(gap))

    def _acts(self, gap: Gap) -> list[Act]:
        """The acts that a gap may be about: that which was held against the pattern; else all."""
        acts = [act for act in self.scene.acts() if act.happened is not False]
        if gap.leaf.atom is not None:
            named = [act for act in self.scene.acts() if act.id in gap.leaf.atom.of]
            if named:
                return named
        if gap.act is None:
            return acts
        held = gap.act.partition(": ")[2]
        case = self.fitting.case
        return [act for act in acts if held.startswith(f"{act.kind} by {', '.join(case.doers(act)) or 'someone'}")]

    def takes_part(self) -> Iterator[str]:
        """The acts in which the bearer takes part himself: `the invasion is on FRA itself`."""
        for act in self.scene.acts():
            sides = (("by", self.fitting.case.doers(act)), (self.words.kinds[act.kind].second, self.fitting.case.second(act)))
            for preposition, codes in sides if act.happened is not False else ():
                if self.bearer in codes:
                    yield f"the {act.kind} is {preposition} {self.bearer} itself"

    def _pattern(self, gap: Gap) -> c.Pattern | None:
        words = gap.act.partition(": ")[0] if gap.act is not None else gap.leaf.words
        return self._pattern_of(words)

    def _pattern_of(self, words: str) -> c.Pattern | None:
        found = self.conditions.get(words)
        if isinstance(found, c.Pattern):
            return found
        return found.pattern if isinstance(found, c.Happens) else None

    def _the(self, act: Act) -> str:
        """An act as it is spoken of: `the invasion`, with who did it where there are several."""
        if sum(each.kind == act.kind for each in self.scene.acts()) < 2:
            return f"the {act.kind}"
        case = self.fitting.case
        second = case.second(act)
        on = f" {self.words.kinds[act.kind].second} {', '.join(second)}" if second else ""
        return f"the {act.kind} by {', '.join(case.doers(act)) or 'someone unknown'}{on}"

    def _line(self, gap: Gap) -> c.Condition | None:
        """The condition of the line in which a gap stands."""
        words = gap.line
        for prefix in ("only if ", "unless ", "lapses when ", "when "):
            words = words.removeprefix(prefix)
        rider = words.rfind(" (")  # a line of a rider is told with its name
        own = self.conditions.get(words[:rider]) if rider > 0 else None
        found = self.conditions.get(words) or own or self.conditions.get(gap.line) or self.conditions.get(gap.leaf.words)
        return None if isinstance(found, c.Pattern) else found
