"""Duties that cannot all be kept: over treaties, with the ground, the rules that may settle it, and the edge that does."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, real
from treatylang.api import decide
from treatylang.decision.decision import Conflict

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


def test_between_the_same_parties_the_later_treaty_may_prevail() -> None:
    (conflict,) = found(treaty("a-1", "DEU ESP FRA", DEFEND.split("\n", 1)[1]), treaty("b-2", "DEU ESP FRA", PEACE, 1955))[:1]
    assert "Article 30(3)" in conflict.rules[0]


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
