"""Conditions on relations: `the victim is at_war with the attacker`, `a party (the ally) is at_war with a state (the enemy)`."""

from __future__ import annotations

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.env import Env, Unnamed, Way, described
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, both, either, open_question, value
from treatylang.decision.places import Places
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.who import Choice, Fixed, Who


class Relations:
    """The relations of one case, as one clause asks for them."""

    def __init__(self, case: Case, actors: Actors, places: Places, keep: bool) -> None:
        self.case = case
        self.actors = actors
        self.places = places
        self.keep = keep

    def holds(self, condition: c.Related, env: Env, day: str) -> Formula:
        """That the relation holds between those whom the environment knows."""
        if condition.place_of is not None:
            return self._of_place(condition, env, day)
        if opens(condition.first) or opens(condition.second) or condition.second is None:
            return either(*(formula for _, formula in self.ways(condition, env, day)))
        first = self.actors.code(condition.first, env) if condition.first else None
        second = self.actors.code(condition.second, env)
        if first is None or second is None:
            ends = (first or described(condition.first, env), second or described(condition.second, env))
            return open_question(condition.words, condition.relation, ends)
        return self._between(condition, first, second, day)

    def ways(self, condition: c.Related, env: Env, day: str) -> list[Way]:
        """One way for each pair of those who may stand at its ends: silence about a pair is no denial."""
        if condition.place_of is not None:
            return [(env, self._of_place(condition, env, day))]
        ways: list[Way] = []
        seconds = self._ends(condition.second, env, day)
        for first in self._ends(condition.first, env, day):
            begun: Env = dict(env)
            one = self._is(condition.first, first, begun, day)
            if one is FALSE:
                continue
            for second in seconds:
                between = self._between(condition, first, second, day)
                if between is FALSE:
                    continue
                known: Env = dict(begun)
                formula = both(one, self._is(condition.second, second, known, day), between)
                if formula is not FALSE and (self.keep or value(formula) is not False):
                    ways.append((known, formula))
        return ways

    def _ends(self, who: Who | None, env: Env, day: str) -> tuple[str, ...]:
        """Everyone who may stand at an end; of a sort with no list of its own, those whom the event names."""
        if isinstance(who, Choice):
            return self.actors.of_sort(who.sort, day, who.of)
        return self.actors.codes(who, env, day) if who is not None else self.actors.named()

    def _is(self, who: Who | None, code: str, env: Env, day: str) -> Formula:
        """That one who may stand at an end does; a word that introduces takes it."""
        if who is None:
            return TRUE
        test = self.actors.is_who(who, code, env, day)
        if isinstance(who, Choice | Fixed) and who.slot is not None:
            env[who.slot] = code
        return test

    def _between(self, condition: c.Related, first: str, second: str, day: str) -> Formula:
        if first == second:
            return FALSE
        formula = self.case.relation(condition.relation, first, second, day)
        if condition.of_sort is None or value(formula) is False:
            return formula
        return both(
            formula,
            Leaf(condition.words, None, "unknown", Atom(self.case.name(condition.relation), (first, second, condition.of_sort))),
        )

    def _of_place(self, condition: c.Related, env: Env, day: str) -> Formula:
        """A relation between the place of an act and somebody: held, claimed, recognised."""
        act = env.get(condition.place_of or "")
        second = self.actors.code(condition.second, env) if condition.second else None
        if not isinstance(act, Act) or second is None:
            place = act.id if isinstance(act, Act) else " ".join(act.of) if isinstance(act, Unnamed) else "it"
            return open_question(condition.words, condition.relation, (place, second or described(condition.second, env)))
        if condition.relation == "administered":
            return self.places.administered(act, second, day)
        if condition.relation == "claimed" and act.place and second in act.place.claimed_by:
            return Leaf(condition.words, True, "stated")
        name = (act.place.territory or act.place.name or "") if act.place else ""
        return self.case.relation(condition.relation, name or act.id, second, day)


def opens(who: Who | None) -> bool:
    """Whether an end introduces somebody: `a party`, or one of several named."""
    return isinstance(who, Choice) or (isinstance(who, Fixed) and who.slot is not None and len(who.codes) > 1)
