"""What a plan says of the acts that can start a treaty."""

from __future__ import annotations

from tests.asking import real
from treatylang.plan.plan import Start, Starts


def acts(name: str) -> tuple[Start, ...] | None:
    return real().plan.starts[name].acts


def test_acts_are_named_by_the_parties_who_suffer_or_break() -> None:
    found = acts("us-philippines-1951")
    assert found
    both = frozenset({"PHL", "USA"})
    assert any("invasion" in each.kinds and each.second == both and each.first is None for each in found)
    assert all(each.first is None or each.first == both for each in found)
    assert not any("invasion" in each.kinds and each.first is None and each.second is None for each in found)


def test_codes_include_those_that_continue_a_party() -> None:
    plan = real().plan
    old = next(each.state for each in plan.treaties["soviet-czech-1935"].members if plan.successions.get(each.state))
    new = plan.successions[old][0][0]
    found = acts("soviet-czech-1935")
    assert found
    named = [codes for each in found for codes in (each.first, each.second) if codes is not None and old in codes]
    assert named
    assert all(new in codes for codes in named)


def test_what_starts_without_an_act_asks_for_nothing() -> None:
    assert acts("nato-wales-2014") is None  # the level of spending of a party
    assert acts("csto") is None  # danger to peace, about which silence says nothing


def test_silence_about_a_relation_is_no_denial() -> None:
    assert acts("molotov-ribbentrop-1939") is None  # a party is at war with a third power: no event need say so for it to be open


def test_versions_and_standing_clauses_are_those_of_the_plan() -> None:
    plan = real().plan
    for name, treaty in plan.treaties.items():
        starts: Starts = plan.starts[name]
        dated = [each for each in treaty.clauses if each.spell.since or each.spell.until]
        goes_on = {each.id for each in dated for held in each.lines if held.line.form == "continues"}
        assert starts.versions == tuple((each.id, each.spell) for each in dated if each.id not in goes_on)
        assert len(starts.standing) == sum(
            all(trigger.condition is None for trigger in each.triggers) for each in treaty.clauses if not each.deems
        )
