"""Every single change of an event that an event file has a field for, each with what it counts: to try them all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from treatylang.decision.repairs_of_features import alike
from treatylang.events.situation import DecisionFact, Location, RelationFact, Situation
from treatylang.model.vocabulary import Vocabulary
from treatylang.record import replace

STATES = ("FRA", "ESP", "PRT", "ITA", "DEU", "CHN", "USA")
_FACT, _FEATURE = 1, 2


def single(situation: Situation, words: Vocabulary) -> Iterator[tuple[int, Situation]]:
    """The event with one thing otherwise, in every way in which one thing can be."""
    for number, act in enumerate(situation.acts):
        if act.happened is False:
            continue
        others = [replace(act, happened=False, facts={})]
        others += [replace(act, kind=name) for name, kind in words.kinds.items() if alike(words.kinds[act.kind], kind)]
        others += [replace(act, by=(code,), by_groups=()) for code in STATES if code not in act.second]
        others += [replace(act, second=(code,), groups=()) for code in STATES if code not in act.by]
        others += [replace(act, targets=(target,)) for target in words.targets]
        others += [replace(act, place=Location(territory_of=code)) for code in STATES]
        others += [replace(act, place=Location(region=name)) for name in ("europe", "north_america", "far_east")]
        changed = [(_FEATURE, other) for other in others]
        for fact in words.facts.values():
            if fact.owner == "act" and fact.type == "truth":
                changed += [(_FACT, replace(act, facts={**act.facts, fact.name: so})) for so in (True, False)]
        for cost, other in changed:
            yield cost, replace(situation, acts=(*situation.acts[:number], other, *situation.acts[number + 1 :]))
    for one, two in combinations(STATES[:5], 2):
        for so in (True, False):
            kept = [each for each in situation.relations if {each.first, each.second} != {one, two}]
            yield _FACT, replace(situation, relations=(*kept, RelationFact("at_war", one, two, so)))
    for name in ("necessary_measures", "finds_attack", "use_of_force", "resolution", "sufficient_protection"):
        for outcome in ("adopted", "not_adopted"):
            fact = DecisionFact("security_council", name, outcome, date=situation.date)
            kept_ = tuple(each for each in situation.decisions if each.decision != name)
            yield _FACT, replace(situation, decisions=(*kept_, fact))
    for fact in words.facts.values():
        for so in (True, False) if fact.type == "truth" else ():
            if fact.owner == "situation":
                yield _FACT, replace(situation, facts={**situation.facts, fact.name: so})
            elif fact.owner == "party":
                for code in STATES[:5]:
                    of_it = {**situation.party_facts.get(code, {}), fact.name: so}
                    yield _FACT, replace(situation, party_facts={**situation.party_facts, code: of_it})
