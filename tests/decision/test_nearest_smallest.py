"""Where several changes are told, no single one would do: against trying every single change that an event file has a field for."""

from __future__ import annotations

import pytest

from tests.asking import event, library, pact
from tests.decision.single_changes import single
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking
from treatylang.events.situation import Situation
from treatylang.model.vocabulary import Vocabulary

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
    for _, changed in single(situation, words):
        for each in decided(changed):  # type: ignore[operator]
            assert each.bearer not in hard or each.verdict not in ("owed", "permitted"), (each.id, changed)
