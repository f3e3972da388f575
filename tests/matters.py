"""Part of the oracle: what decisions are about, and requests that are not listed.

A decision about an act is one about all acts between the same, or between fewer of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatylang.events.situation import Act, DecisionFact
from treatylang.model.conditions import Pattern
from treatylang.model.vocabulary import Vocabulary

Atom = tuple[str, tuple[str, ...]]


class Matters:
    """The acts of a case as decisions may be about them."""

    def __init__(self, words: Vocabulary, acts: Mapping[str, Act], decisions: list[DecisionFact]) -> None:
        self.words, self.acts, self.decisions = words, acts, decisions

    def open(self) -> list[Atom]:
        """What the event itself leaves open of decisions."""
        return [(each.decision or "", self.of(each)) for each in self.decisions if each.outcome == "unknown"]

    def listed(self, body: str, decision: str, started: Iterable[Act]) -> list[DecisionFact]:
        """The decisions of a body on a matter that are about the acts that started a clause."""
        return [x for x in self.decisions if (x.body, x.decision) == (body, decision) and self.concerns(x, started)]

    def concerns(self, decided: DecisionFact, started: Iterable[Act]) -> bool:
        """Whether a decision is about one of the acts that started a clause, if any did."""
        about = self.acts.get(decided.about or "")
        covers = about is not None and any(people(about) >= people(act) for act in started)
        return not started or not decided.about or covers

    def deeds(self, acts: Iterable[Act]) -> list[Act]:
        """Those that are no mere requests, if there are any."""
        return [act for act in acts if not self.words.kinds[act.kind].unlisted] or [*acts]

    def named(self, act: Act) -> tuple[str, ...]:
        """How a question names the matter of an act: by the first of those between the same, unless all deeds are between these."""
        same = [each for each in self.acts.values() if people(each) == people(act)]
        return () if self.deeds(self.acts.values()) == self.deeds(same) else (min(each.id for each in same),)

    def told(self, started: Iterable[Act]) -> list[tuple[str, ...]]:
        """What a decision that nobody lists may be about, as questions name it."""
        return list(dict.fromkeys(self.named(act) for act in self.deeds(started))) or [()]

    def of(self, decided: DecisionFact) -> tuple[str, ...]:
        """Of what it is asked whether a decision that is listed was taken."""
        about = self.acts.get(decided.about or "")
        return decided.body, *(self.named(about) if about is not None else ())

    def clash(self, world: Mapping[Atom, bool]) -> bool:
        """Whether a world has a decision, and not one that it would be as well."""
        asked = [(word, of, so) for (word, of), so in world.items() if word in self.words.decisions and of]
        taken, not_taken = [each for each in asked if each[2]], [each for each in asked if not each[2]]
        return any(word == other and self.as_well(of, its) for word, of, _ in taken for other, its, _ in not_taken)

    def as_well(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether a decision about one matter is one about another, or (where none is listed) a decision at all."""
        about, its = self.acts.get(one[-1]), self.acts.get(other[-1])
        if about is None or one == other:
            return False
        several = len({people(act) for act in self.deeds(self.acts.values())}) > 1
        at_all = one[:-1] == other and one[0] not in {each.body for each in self.decisions} and several
        return at_all or (its is not None and one[:-1] == other[:-1] and people(about) >= people(its))


def people(act: Act) -> frozenset[str]:
    return frozenset((*act.by, *act.second))


def between(pattern: Pattern, ends: Mapping[str, str | None]) -> tuple[str, ...]:
    """Between whom an act that is not listed would be, as a question tells it."""
    found = [ends[part.slot] or (part.who.words if part.who is not None else "somebody") for part in pattern.roles]
    while found and found[-1] == "somebody":
        found.pop()
    return tuple(found)
