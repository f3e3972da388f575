"""Treaties and clauses that a case does not touch: nothing in them starts, so that their plans need not be looked into."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.events.situation import Act
from treatylang.plan.plan import Start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatylang.model.vocabulary import Vocabulary


class Untouched:
    """Tells by the acts of a case which treaties and clauses have no row of what is owed, and no breach, on its day.

    Not for questions that ask also for what is not owed, or for what always holds.  `only`: by these acts.
    """

    def __init__(self, case: Case, only: Iterable[Act] = ()) -> None:
        self.case = case
        known, words = case.situation, case.words
        said = {f"@{each.name}" for each in known.relations} | {f"@{each.decision}" for each in known.decisions}
        said |= {f"@{name.rpartition(':')[2]}" for name in self._open(words)}  # silence does not mean no
        said |= {f"@{each.rpartition(':')[2]}" for each in said if ":" in each}  # a word of one treaty: by its name there
        self._acts = [
            (self._kinds(act), self._people(case.doers(act)), self._people(case.second(act))) for act in only or case.acts
        ]
        self._acts.append((frozenset(said), None, None))
        self._own = frozenset(fact.treaty for fact in known.membership)
        # What a party or all hold is told outright.  Votes need no line of their own: a decision starts what waits for it, taken or not.
        self._beyond = "jointly_found" in known.facts or any("satisfied" in facts for facts in known.party_facts.values())
        self._beyond = self._beyond or not case.lists_all

    def is_untouched(self, treaty: str, starts: tuple[Start, ...] | None) -> bool:
        """Whether nothing of these is listed; `starts` of a treaty, or of a clause of it."""
        if starts is None or self._beyond or treaty in self._own:
            return False
        for kinds, first, second in self._acts:
            for start in starts:
                if not kinds.isdisjoint(start.kinds) and _meets(first, start.first) and _meets(second, start.second):
                    return False
        return True

    def _open(self, words: Vocabulary) -> Iterator[str]:
        """The relations and decisions of which nothing is presumed in this event."""
        if self.case.situation.not_presumed == frozenset():
            return
        own = self.case.dictionary.names("relations", "decisions") if self.case.dictionary is not None else ()
        yield from (name for name in (*words.relations, *words.decisions, *own) if not self.case.presumes(name))

    def _kinds(self, act: Act) -> frozenset[str]:
        """The kind of an act, and those that the event says it is; of a treaty's own kind also the word, and the common ones above."""
        kinds, common = self.case.words.kinds, self.case.common.kinds
        found = {act.kind, *(name for name in act.facts if name in kinds)}
        for own in [name for name in found if name not in common]:
            found |= {own.rpartition(":")[2], *kinds[own].above}
        return frozenset(found)

    def _people(self, codes: Iterable[str]) -> frozenset[str] | None:
        """The codes, and those for whom they speak or of whom they are a force.

        None where it may be anyone: nobody is known, or a state that the event itself brings along.
        """
        found: set[str] = set()
        rest = list(codes)
        while rest:
            code = rest.pop()
            actor = self.case.situation.actors.get(code) if code not in found else None
            found.add(code)
            if self.case.is_state(code):
                found.add("@state")
            if self.case.is_armed_group(code):
                found.add("@armed_group")
            if actor is not None and (actor.kind == "state" or actor.classes):
                return None
            if actor is not None:
                rest += [*actor.of, *((actor.speaks_for,) if actor.speaks_for else ())]
        return frozenset(found) or None


def _meets(people: frozenset[str] | None, named: frozenset[str] | None) -> bool:
    """Whether one of those named may be among the people."""
    return named is None or people is None or not people.isdisjoint(named)
