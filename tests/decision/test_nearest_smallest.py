"""Where several changes are told, no single one would do: against trying every single change that an event file has a field for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.asking import event, library, pact
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking
from treatylang.decision.repairs_of_features import alike
from treatylang.events.situation import DecisionFact, Location, RelationFact, Situation
from treatylang.model.vocabulary import Vocabulary
from treatylang.record import replace

STATES = ("FRA", "ESP", "PRT", "ITA", "DEU", "CHN", "USA")
DEFEND = "then every other party must defend the victim"
TREATIES = [
    f'article "1" when armed_attack on a party in europe {DEFEND}',
    f'article "1" when armed_attack by DEU on a party {DEFEND} unless the act is provoked only if the act is flagrant',
    f'article "1" when use_of_force on territory of a party {DEFEND} only if the victim is at_war with the attacker',
    f'article "1" when armed_attack on forces, vessels of a party {DEFEND} unless the security_council decides necessary_measures',
    f'article "1" when armed_attack by a state that is not a party on a party or terrorism on a party {DEFEND}',
    'article "1" when threat to a party as judged by a party then every party must consult every other party unless the act is a hostile_act',
    'article "1" when armed_attack on a party then every other party may assist the victim only if request_for_assistance by the victim',
]
EVENTS = [
    "kind: bombardment\nby: CHN\non: JPN\nplace: {territory_of: JPN}",
    "kind: cyber_operation\nby: ITA\non: FRA\nprovoked: true\nplace: {territory_of: FRA}",
    "acts:\n  - {kind: clash, by: DEU, on: ESP, target: forces, grave: false}\n  - {kind: disaster, on: ITA}",
    "kind: show_of_force\nby: USA\nto: PRT\nflagrant: false",
    "kind: unrest\non: CHN\ndecisions:\n  - {body: security_council, decision: necessary_measures}",
]


def single(situation: Situation, words: Vocabulary) -> Iterator[Situation]:
    """The event with one thing otherwise, in every way in which one thing can be."""
    for number, act in enumerate(situation.acts):
        others = [replace(act, happened=False, facts={})]
        others += [replace(act, kind=name) for name, kind in words.kinds.items() if alike(words.kinds[act.kind], kind)]
        others += [replace(act, by=(code,)) for code in STATES]
        others += [replace(act, second=(code,)) for code in STATES]
        others += [replace(act, targets=(target,)) for target in words.targets]
        others += [replace(act, place=Location(territory_of=code)) for code in STATES]
        others += [replace(act, place=Location(region=name)) for name in ("europe", "north_america", "far_east")]
        for fact in words.facts.values():
            if fact.owner == "act" and fact.type == "truth":
                others += [replace(act, facts={**act.facts, fact.name: so}) for so in (True, False)]
        for other in others:
            yield replace(situation, acts=(*situation.acts[:number], other, *situation.acts[number + 1 :]))
    for one in STATES[:5]:
        for two in STATES[:5]:
            if one < two:
                for so in (True, False):
                    yield replace(situation, relations=(*situation.relations, RelationFact("at_war", one, two, so)))
    for name in ("necessary_measures", "finds_attack", "use_of_force"):
        for outcome in ("adopted", "not_adopted"):
            fact = DecisionFact("security_council", name, outcome, date=situation.date)
            yield replace(situation, decisions=(*(each for each in situation.decisions if each.decision != name), fact))


@pytest.mark.parametrize("article", TREATIES)
def test_no_single_change_would_do_where_several_are_told(article: str) -> None:
    known = library(pact(article))
    several = 0
    for happened in EVENTS:
        situation = read_event(event(happened), known)
        decision = decide(situation, not_owed=True, conflicts=False, library=known)
        duties = [each for each in decision.duties if each.verdict == "not_owed"]
        found = Asking(known.plan, situation, decision.date, Wanted(not_owed=True)).of_all(duties)
        hard = {duty.bearer: duty for duty, near in zip(duties, found, strict=True) if len(near.changes) != 1}
        several += len(hard)
        if hard:
            _none_owes(
                situation, hard, known.plan.vocabulary, lambda changed: decide(changed, conflicts=False, library=known).duties
            )
    assert several


def _none_owes(situation: Situation, hard: dict[str, Duty], words: Vocabulary, decided: object) -> None:
    for changed in single(situation, words):
        for each in decided(changed):  # type: ignore[operator]
            assert each.bearer not in hard or each.verdict not in ("owed", "permitted"), (each.id, changed)
