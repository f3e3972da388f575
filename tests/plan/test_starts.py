"""Treaties that an event does not touch are passed over, and the answer is the same as if they were not."""

from __future__ import annotations

import random
from functools import cache, partial
from pathlib import Path

import pytest

from tests.asking import real
from treatylang.api import read_event
from treatylang.decision import evidence, from_plan
from treatylang.decision.case import Case
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.untouched import Untouched
from treatylang.decision.verdict import outcome
from treatylang.diagnostics.diagnostic import InputError
from treatylang.events.situation import Situation
from treatylang.plan import starts
from treatylang.plan.plan import Plan
from treatylang.record import replace
from treatylang.text.limits import LIMITS

EVENTS = sorted((Path(__file__).parents[2] / "events").glob("*.yaml"))


@cache
def plain() -> Plan:
    """The library's plan, which looks into every treaty."""
    plan = real().plan
    treaties = {
        name: replace(each, clauses=tuple(replace(clause, starts=None) for clause in each.clauses))
        for name, each in plan.treaties.items()
    }
    return replace(
        plan, treaties=treaties, starts={name: replace(plan.starts[name], acts=None, breaches=None) for name in plan.starts}
    )


def same(situation: Situation, day: str, presume: bool = True, treaties: tuple[str, ...] | None = None) -> int:
    """How many treaties are passed over; the answers are alike."""
    plan = real().plan
    wanted = Wanted(treaties or tuple(plan.treaties), standing=False, presume=presume)
    found, whole = decide_on(plan, situation, day, wanted), decide_on(plain(), situation, day, wanted)
    assert found == whole
    assert [(each.applies, each.violated) for each in found.duties] == [(each.applies, each.violated) for each in whole.duties]
    untouched = Untouched(Case(situation, plan.vocabulary, day, {}, plan.successions))
    return sum(untouched.is_untouched(name, plan.starts[name].acts) for name in plan.treaties)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_real_events_are_answered_alike(path: Path) -> None:
    situation = read_event(path, real())
    day = situation.as_of[0]
    assert same(situation, day) > 5
    same(situation, day, presume=False)
    same(replace(situation, relations=(), decisions=()), day)


def test_questions_that_ask_for_more_pass_over_nothing() -> None:
    situation = read_event(EVENTS[0], real())
    for wanted in (Wanted(not_owed=True, standing=False), Wanted(standing=True), Wanted(not_owed=True)):
        assert decide_on(real().plan, situation, situation.date, wanted) == decide_on(plain(), situation, situation.date, wanted)


def some_event(chance: random.Random) -> str:
    """An event of any kind, between any two, with whatever may touch a treaty beside its acts."""
    words = real().plan.vocabulary
    date = f"{chance.choice((1885, 1915, 1925, 1936, 1939, 1952, 1960, 1998, 2012, 2024))}-06-15"
    people = [
        code
        for code, state in words.states.items()
        if state.sort == "state" and all(spell.contains(date) for spell in state.spells)
    ]
    treaty = chance.choice(list(real().plan.treaties))
    members = [each.state for each in real().plan.treaties[treaty].members if each.state in people] or people
    one, two, three = chance.choice(members), chance.choice(members), chance.choice(people)
    kind = words.kinds[chance.choice([name for name, each in words.kinds.items() if each.roles])]
    by = chance.choice((one, three, "OWN", "REBELS", "OTHER"))
    lines = [
        "event: e", f"date: {date}", "actors:",
        "  OWN: {kind: state}", f"  REBELS: {{kind: government, speaks_for: {one}}}", f"  OTHER: {{kind: force, of: [{two}]}}",
        "acts:", f"  - kind: {kind.name}", f"    by: {by}",
    ]  # fmt: skip
    second = kind.second
    group = treaty if treaty != "un-charter-1945" else "nato-1949"  # not two hundred victims at once
    if second:
        lines.append(
            f"    {second}: "
            + chance.choice((two, three, "OWN", "OTHER", f"{{parties_of: {group}}}", f"[{two}, {{class: state}}]"))
        )
    if chance.random() < 0.3:
        lines.append("relations:\n  - {at_war: [" + f"{one}, {chance.choice((two, three))}]}}")
    if chance.random() < 0.2:
        lines.append(f"membership:\n  - {{party: {one}, treaty: {treaty}, status: contested}}")
    if chance.random() < 0.2:
        lines.append("presume: none")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", [1815, 1878, 1919, 1945])
def test_any_events_are_answered_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows with the same formulas have the same outcome: that is worked out in full for the events above, and here for few open facts."""
    few = replace(LIMITS, unknowns=6)
    monkeypatch.setattr(from_plan, "outcome", partial(outcome, limits=few))
    chance = random.Random(seed)
    asked = passed = 0
    for _ in range(100):
        try:
            situation = read_event(some_event(chance), real())
        except InputError:
            continue  # a role that this kind has not, or one who cannot fill it
        asked += 1
        passed += same(situation, situation.date)
    assert asked > 20
    assert passed > 5 * asked


def test_what_says_that_somebody_holds_something() -> None:
    assert evidence._REQUESTS[True] == starts._REQUESTS


def test_an_act_touches_a_treaty_by_its_parties() -> None:
    """The very thing: NATO is touched by an attack on a party, by whoever is continued, and by nobody else's war."""
    plan = real().plan

    def untouched(on: str, by: str = "RUS", more: str = "") -> bool:
        text = f"event: e\ndate: 2005-06-15\nkind: invasion\nby: {by}\non: {on}\ntarget: territory\n{more}"
        situation = read_event(text, real())
        return Untouched(Case(situation, plan.vocabulary, situation.date, {}, plan.successions)).is_untouched(
            "us-philippines-1951", plan.starts["us-philippines-1951"].acts
        )

    assert untouched("GEO")
    assert not untouched("PHL")
    assert not untouched("GEO", "PHL")  # it may break what it owes
    assert not untouched("FORCE", more="actors: {FORCE: {kind: force, of: [PHL]}}\n")
    assert not untouched("MINE", more="actors: {MINE: {kind: state}}\n")
    assert not untouched("GEO", more="membership: [{party: PHL, treaty: us-philippines-1951, status: contested}]\n")
