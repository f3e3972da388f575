"""Duties that cannot all be kept: over treaties, with the ground, the rules that may settle it, and the edge that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import ask, event, real
from treatylang.api import decide
from treatylang.decision.decision import Conflict
from treatylang.library.find import library_folder

HEAD = 'treaty {name} "A pact" in force since {year}-01-01 {more} parties {parties} since {year}-01-01\n'
ATTACK = event("kind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: FRA}")


def treaty(name: str, parties: str, body: str, year: int = 1950, more: str = "") -> str:
    return HEAD.format(name=name, year=year, more=more, parties=parties) + body


DEFEND = treaty(
    "a-1", "FRA ESP", 'article "1" when armed_attack on a party then every other party must defend the victim against the attacker'
)
JOIN = treaty(
    "a-1", "FRA ESP", 'article "1" when armed_attack on a party then every other party must join the victim against the attacker'
)
PEACE = 'article "1" every party must refrain from use_of_force on another party'
LAWFUL = PEACE + " unless the act is in_self_defence"
NEUTRAL = (
    'article "1" when use_of_force by a non_party (the enemy) on a non_party '
    "then ESP must stay_neutral toward the enemy by strict_neutrality"
)


def found(*texts: str, happened: str = ATTACK) -> list[Conflict]:
    return list(ask(texts, happened).conflicts)


def test_force_that_one_treaty_asks_and_another_forbids() -> None:
    (conflict,) = found(DEFEND, treaty("b-2", "DEU ESP", PEACE))
    assert (conflict.bearer, conflict.first, conflict.second) == ("ESP", "a-1:1/ESP>FRA", "b-2:1/ESP>ALL")
    assert (conflict.verdict, conflict.prevails) == ("owed", None)
    assert "asks for use_of_force on DEU" in conflict.why


def test_force_in_self_defence_is_none_where_the_text_excepts_it_unless_one_joins_whatever_war_it_is() -> None:
    assert found(DEFEND, treaty("b-2", "DEU ESP", LAWFUL)) == []
    (conflict,) = found(JOIN, treaty("b-2", "DEU ESP", LAWFUL))
    assert conflict.verdict == "owed"  # in_self_defence is presumed not so


def test_whoever_is_bound_to_nobody_else_has_no_conflict() -> None:
    assert found(DEFEND, treaty("b-2", "DEU PRT", PEACE)) == []


def test_neutrality_against_help() -> None:
    (conflict,) = found(DEFEND, treaty("b-2", "ESP PRT", NEUTRAL))
    assert "stay_neutral toward DEU excludes defend against it" in conflict.why


def test_neutrality_toward_nobody_named_is_toward_all() -> None:
    at_large = NEUTRAL.replace("toward the enemy ", "")
    (conflict,) = found(DEFEND, treaty("b-2", "ESP PRT", at_large))
    assert "stay_neutral excludes defend against DEU" in conflict.why
    assert found(at_large.join((treaty("a-1", "ESP PRT", ""), ""))) == []  # alone it bars nothing


@pytest.mark.parametrize(("strength", "told"), [("", 1), (" by strict_neutrality", 1), (" by benevolent_neutrality", 0)])
def test_whoever_is_neutral_toward_one_cannot_fight_for_him_either(strength: str, told: int) -> None:
    toward = f'article "2" when armed_attack on a party then every other party must stay_neutral toward the victim{strength}'
    for conflicts in (found(f"{DEFEND} {toward}"), found(DEFEND, treaty("b-2", "FRA ESP", toward))):
        assert len(conflicts) == told
        assert all("stay_neutral toward FRA excludes defend for it against DEU" in each.why for each in conflicts)


def test_help_owed_to_both_sides() -> None:
    other = DEFEND.replace("a-1", "b-2").replace("FRA ESP", "DEU ESP")
    both = event("acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: invasion, by: FRA, on: DEU}")
    (conflict,) = found(DEFEND, other, happened=both)
    assert {conflict.first, conflict.second} == {"a-1:1/ESP>FRA", "b-2:1/ESP>DEU"}


def test_what_is_open_makes_a_conflict_that_is_open() -> None:
    (conflict,) = found(DEFEND, treaty("b-2", "DEU ESP", PEACE), happened=ATTACK + "\ngrave: unknown")
    assert conflict.verdict == "depends"


def test_a_cited_edge_decides_and_nothing_else_does() -> None:
    peace = treaty("b-2", "DEU ESP", PEACE)
    (open_one,) = found(DEFEND, peace)
    assert open_one.by is None and "Article 30(4)" in open_one.rules[0]
    (decided,) = found(DEFEND.replace("parties", "subject to b-2 parties", 1), peace)
    assert (decided.prevails, decided.by, decided.rules) == ("b-2:1/ESP>ALL", "a-1 is subject to b-2", ())
    (by_clause,) = found(DEFEND + " subject to b-2", peace)
    assert by_clause.prevails == "b-2:1/ESP>ALL"


@pytest.mark.parametrize(
    ("earlier", "later", "rule"),
    [
        ("ESP FRA DEU", "ESP FRA DEU", "30(3)"),
        ("ESP FRA DEU", "ESP FRA DEU PRT", "30(3)"),  # all parties to the earlier one are in the later
        ("ESP FRA DEU PRT", "ESP FRA DEU", "30(4)"),  # here one is not
        ("PRT since 1950-01-01 until 1958-01-01 ESP FRA DEU", "ESP FRA DEU", "30(3)"),  # he has left it since
        (
            "ESP FRA DEU",
            "FRA since 1955-01-01 until 1960-05 ESP DEU ITA",
            "30(4)",
        ),  # whether all are still in the later is not known
    ],
)
def test_the_later_treaty_may_prevail_where_all_parties_to_the_earlier_are_in_it(earlier: str, later: str, rule: str) -> None:
    for help_first in (True, False):
        defend, peace = DEFEND.split("\n", 1)[1], PEACE
        texts = (
            treaty("a-1", earlier, defend if help_first else peace),
            treaty("b-2", later, peace if help_first else defend, 1955),
        )
        law = {rule for each in found(*texts) for rule in each.rules}
        assert [each.split("Article ")[1].split(":")[0] for each in law] == [rule]


def test_which_treaty_is_the_later_is_told_by_signature() -> None:
    """Signed before the other, in force after it."""
    defend = treaty("a-1", "ESP FRA DEU", DEFEND.split("\n", 1)[1], 1955).replace("in force", "signed 1949-01-01 in force")
    peace = treaty("b-2", "ESP FRA DEU PRT", PEACE).replace("in force", "signed 1949-06-01 in force")
    assert {rule.split("Article ")[1][:5] for each in found(defend, peace) for rule in each.rules} == {"30(3)"}
    turned = found(defend.replace("1949-01-01", "1949-07-01"), peace)
    assert {rule.split("Article ")[1][:5] for each in turned for rule in each.rules} == {"30(4)"}


def test_the_law_of_treaties_says_nothing_of_a_pledge() -> None:
    aid = DEFEND.replace('treaty a-1 "A pact"', 'pledge a-1 "A pledge"').replace("must", "should")
    (conflict,) = found(aid, treaty("b-2", "DEU ESP", PEACE))
    assert conflict.rules == ()


@pytest.mark.parametrize(("open_one", "verdict"), [("", "owed"), (" unless the act is provoked", "depends")])
def test_of_two_duties_that_ask_for_one_deed_each_is_in_conflict_with_the_duty_that_forbids_it(open_one: str, verdict: str) -> None:
    first = DEFEND + open_one
    second = treaty("b-2", "FRA ESP PRT", DEFEND.split("\n", 1)[1])
    bombed = event("kind: bombardment\nby: DEU\non: ESP\nprovoked: unknown")
    told = {
        (each.first, each.second): each.verdict for each in found(first, second, treaty("c-3", "FRA DEU", PEACE), happened=bombed)
    }
    assert told == {("a-1:1/FRA>ESP", "c-3:1/FRA>ALL"): verdict, ("b-2:1/FRA>ESP", "c-3:1/FRA>ALL"): "owed"}


def test_the_united_states_between_two_alliances() -> None:
    """1982: the attacked islands lie outside the area of the one treaty; the mainland of both would not."""
    acts = (
        "acts:\n  - {kind: invasion, by: GBR, on: ARG, place: {territory_of: ARG}}\n"
        "  - {kind: invasion, by: ARG, on: GBR, place: {territory_of: GBR}}"
    )
    conflicts = decide(event(acts, "1985-05-05"), treaties=["nato-1949", "tiar-1947"], library=real()).conflicts
    assert ("nato-1949:5(1)[territory]/USA>GBR", "tiar-1947:3(1)/USA>ARG", "owed") in [
        (each.first, each.second, each.verdict) for each in conflicts
    ]


@pytest.mark.parametrize("conflicts", [True, False])
def test_verdicts_are_the_same_with_and_without_conflicts(conflicts: bool) -> None:
    peace = treaty("b-2", "DEU ESP", PEACE)
    plain = ask((DEFEND, peace), ATTACK)
    asked = ask((DEFEND, peace), ATTACK, conflicts=conflicts)
    assert asked.duties == plain.duties
    assert bool(asked.conflicts) is conflicts


# ---- overrides
def test_a_treaty_that_overrides_every_other_goes_first_and_its_article_is_cited() -> None:
    peace = treaty("b-2", "DEU ESP", PEACE + ' article "103" proviso to b-2 overrides every other treaty')
    (conflict,) = found(DEFEND, peace)
    assert (conflict.prevails, conflict.rules) == ("b-2:1/ESP>ALL", ())
    assert conflict.by == "b-2 overrides every other treaty (Article 103)"
    assert conflict.lines == ("b-2:103.overrides.1",)


def test_each_side_of_an_edge_that_says_it_is_cited() -> None:
    peace = treaty("b-2", "DEU ESP", PEACE, more="overrides a-1")
    (conflict,) = found(DEFEND + " subject to b-2", peace)
    assert conflict.by == "a-1:1 is subject to b-2; b-2 overrides a-1"
    assert conflict.lines == ("a-1:1.subject-to.1", "b-2.overrides.1")


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ('overrides "1" of a-1', "b-2:1 overrides a-1:1"),
        ("overrides a-1", "b-2:1 overrides a-1"),
        ("overrides c-3", None),
        ("overrides every other treaty except c-3", "b-2:1 overrides every other treaty except c-3"),
        ("overrides every other treaty except c-3 except a-1", None),
    ],
)
def test_what_a_clause_overrides_is_what_it_names(line: str, by: str | None) -> None:
    third = treaty("c-3", "BEL NLD", 'article "1" every party must consult every other party')
    (conflict,) = found(DEFEND, treaty("b-2", "DEU ESP", f"{PEACE} {line}"), third)
    assert conflict.by == by


def test_a_pledge_is_no_treaty_that_yields() -> None:
    aid = DEFEND.replace('treaty a-1 "A pact"', 'pledge a-1 "A pledge"').replace("must", "should")
    peace = treaty("b-2", "DEU ESP", PEACE, more="overrides every other treaty")
    (conflict,) = found(aid, peace)
    assert conflict.by is None


def test_inside_one_treaty_an_edge_settles_what_no_table_of_duties_says() -> None:
    both = treaty(
        "a-1",
        "DEU ESP FRA",
        'article "1" when armed_attack on a party then every other party must defend the victim against the attacker '
        'article "2" every party must refrain from use_of_force on another party overrides "1"',
    )
    (conflict,) = found(both)
    assert (conflict.prevails, conflict.by) == ("a-1:2/ESP>ALL", "a-1:2 overrides a-1:1")
    (turned,) = found(both.replace('overrides "1"', "").replace("attacker article", 'attacker subject to "2" article'))
    assert (turned.prevails, turned.by) == ("a-1:2/ESP>ALL", "a-1:1 is subject to a-1:2")


@pytest.mark.parametrize(
    ("rider", "by", "named"),
    [
        ('reading of "1" by every party since 1955-01-01 overrides a-1', "b-2 overrides a-1 (reading of 1@1955-01-01)", False),
        ('reading of "1" by every party until 1955-01-01 overrides a-1', None, False),
        ('reading of "1" by DEU since 1955-01-01 overrides a-1', None, True),
        ('reservation to "1" by ESP overrides a-1', "b-2 overrides a-1 (reservation of 1 by ESP)", False),
        ('reservation to "1" by DEU overrides a-1', None, False),
        ('article "2" since 1960-05 proviso to "1" overrides a-1', None, True),
    ],
)
def test_an_edge_by_a_rider_decides_where_it_holds_and_is_named_where_nobody_can_tell(
    rider: str, by: str | None, named: bool
) -> None:
    (conflict,) = found(DEFEND, treaty("b-2", "DEU ESP", f"{PEACE} {rider}"))
    assert conflict.by == by
    assert (len(conflict.rules) == 2) is named, conflict.rules


def test_a_secret_edge_decides_in_the_text_of_those_who_know_it() -> None:
    peace = treaty("b-2", "DEU ESP", PEACE + ' article "2" secret proviso to "1" overrides every other treaty')
    edge = "b-2 overrides every other treaty (Article 2)"
    for text, by in (("all", edge), ("signatories", edge), ("public", None)):
        (conflict,) = ask((DEFEND, peace), ATTACK, text=text).conflicts
        assert conflict.by == by


def test_a_proviso_for_a_class_decides_for_those_who_are_of_it() -> None:
    proviso = ' article "2" proviso to "1" for every member of {} subject to b-2'
    third = treaty("c-3", "ESP NLD", 'article "1" every party must consult every other party')
    for name, settled in (("c-3", True), ("b-2", True), ("d-4", False)):
        other = treaty("d-4", "NLD ITA", 'article "1" every party must consult every other party')
        (conflict,) = found(DEFEND + proviso.format(name), treaty("b-2", "DEU ESP", PEACE), third, other)
        assert (conflict.by is not None) is settled, name


def test_article_103_of_the_charter_goes_before_an_alliance_and_is_cited() -> None:
    """Who is to join a war whoever began it, and may not use force but in self-defence."""
    charter = (Path(library_folder()) / "un-charter-1945.treaty").read_text(encoding="utf-8")
    conflicts = ask((charter, JOIN), ATTACK).conflicts
    assert {each.first for each in conflicts} == {"a-1:1/ESP>FRA"}
    assert {each.prevails for each in conflicts} == {"un-charter-1945:2(4)[use]/ESP>ALL"}
    assert {each.by for each in conflicts} == {"un-charter-1945 overrides every other treaty (Article 103)"}


# ---- worlds, and opponents whom the text does not name
def test_two_duties_that_no_world_has_together_do_not_clash() -> None:
    """The one falls away where the act was provoked, the other comes up only there."""
    rules = (
        'article "1" when armed_attack on a party then every other party must defend the victim against the attacker '
        "unless the act is provoked\n"
        'article "2" when armed_attack by an actor on a party and the act is provoked '
        "then every other party must stay_neutral toward the attacker\n"
    )
    text = treaty("a-1", "FRA ESP", rules)
    for provoked in ("unknown", "{claimed: {true: [DEU], false: [FRA]}}"):
        assert not found(text, happened=ATTACK + f"\nprovoked: {provoked}\n")


def test_help_to_both_sides_where_no_text_names_an_opponent() -> None:
    """Two allies of one state strike each other."""
    assist = 'article "1" when armed_attack on a party then every other party must assist the victim'
    happened = event("acts:\n  - {kind: bombardment, by: FRA, on: ITA}\n  - {kind: bombardment, by: ITA, on: FRA}\n")
    pairs = {
        (each.first, each.second)
        for each in found(treaty("a-1", "FRA ESP", assist), treaty("b-2", "ITA ESP", assist), happened=happened)
    }
    assert ("a-1:1/ESP>FRA", "b-2:1/ESP>ITA") in pairs


@pytest.mark.parametrize(
    ("against", "verdicts"),
    [
        ("another party", ["owed"]),
        ("DEU", ["owed"]),
        ("", ["owed"]),
        ("PRT", []),  # help against another is not forbidden
        ("a state that is not a party", []),
        ("a great_power", []),  # which Germany then was not
    ],
)
def test_help_against_one_and_the_duty_to_give_no_help_against_him(against: str, verdicts: list[str]) -> None:
    assist = DEFEND.replace("defend", "assist")
    clause = f'article "1" every party must refrain from assistance to a state {against and "against " + against}'
    assert [each.verdict for each in found(assist, treaty("b-2", "DEU ESP PRT", clause))] == verdicts


BAN = 'article "1" every party must refrain from {} on another party'


@pytest.mark.parametrize(("kind", "told"), [("armed_attack", 1), ("armed_aggression", 1), ("use_of_force", 1), ("invasion", 0)])
def test_to_join_a_war_is_to_attack(kind: str, told: int) -> None:
    assert len(found(JOIN, treaty("b-2", "DEU ESP", BAN.format(kind)))) == told


@pytest.mark.parametrize(("kind", "told"), [("armed_attack", 0), ("armed_aggression", 0), ("use_of_force", 1)])
def test_to_defend_is_no_armed_attack(kind: str, told: int) -> None:
    assert len(found(DEFEND, treaty("b-2", "DEU ESP", BAN.format(kind)))) == told


def test_a_duty_that_the_supposed_deed_would_start_is_none_that_forbids_it() -> None:
    """Force in self-defence is allowed by the clause; that the parties are also to consult on force does not forbid it."""
    both = (
        'article "1" when use_of_force by a state (the hitter) on a party (the hit) as judged by every party '
        "then every party must consult and every party must refrain from use_of_force on another party "
        "unless armed_attack by the victim on a state (the struck)"
    )
    assert found(DEFEND, treaty("b-2", "DEU ESP PRT", both)) == []


HELP_AND_NEUTRALITY = """treaty a-1 "A pact" in force since 1950-01-01 parties FRA ESP since 1950-01-01
article "1" when armed_attack on a party then every other party must defend the victim against the attacker subject to "2"
article "2" when armed_attack on a party then every other party must stay_neutral toward the {} by {}
"""


@pytest.mark.parametrize(
    ("toward", "strength", "verdict", "conflicts"),
    [
        ("victim", "benevolent_neutrality", "not_owed", 0),
        ("victim", "strict_neutrality", "not_owed", 0),
        ("attacker", "benevolent_neutrality", "not_owed", 0),
        ("attacker", "strict_neutrality", "not_owed", 0),
    ],
)
def test_a_text_may_let_a_duty_fall_to_neutrality(toward: str, strength: str, verdict: str, conflicts: int) -> None:
    decision = ask(HELP_AND_NEUTRALITY.format(toward, strength), ATTACK)
    (help_,) = (duty for duty in decision.duties if duty.duty == "defend" and duty.bearer == "ESP")
    assert (help_.verdict, len(decision.conflicts)) == (verdict, conflicts)


def test_of_kindly_neutrality_and_help_for_one_that_no_text_sets_in_order_both_stay() -> None:
    unordered = HELP_AND_NEUTRALITY.replace(' subject to "2"', "").format("victim", "benevolent_neutrality")
    decision = ask(unordered, ATTACK)
    assert {duty.verdict for duty in decision.duties if duty.bearer == "ESP"} == {"owed"}
    assert decision.conflicts == ()


def test_kindly_neutrality_that_names_the_enemy_is_no_conflict_either() -> None:
    text = HELP_AND_NEUTRALITY.replace(' subject to "2"', "").format("victim against the attacker", "benevolent_neutrality")
    assert ask(text, ATTACK).conflicts == ()
