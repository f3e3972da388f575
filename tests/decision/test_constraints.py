"""Constraints that every world obeys: facts that imply or exclude each other, thresholds, regions, dates known by their month."""

from __future__ import annotations

from tests.asking import event, pact, row, verdicts

RULE = 'article "1" when armed_attack on a party {more} then every other party must defend the victim'
ATTACK = "actors: {RAIDERS: {name: Raiders, kind: non_state}}\nkind: bombardment\nby: RAIDERS\non: FRA\ngrave: true\n"


def rule(more: str) -> str:
    return pact(RULE.format(more=more))


def test_what_is_directed_from_abroad_is_supported_from_abroad() -> None:
    both = rule("and the act is directed_from_abroad and the act is not supported_from_abroad")
    assert verdicts(both, event(ATTACK)) == {}
    either = row(rule("and (the act is not directed_from_abroad or the act is supported_from_abroad)"), event(ATTACK), "ESP")
    assert (either.verdict, either.depends_on) == ("owed", ())


def test_without_the_constraint_it_would_be_open() -> None:
    other = row(rule("and the act is directed_from_abroad"), event(ATTACK), "ESP")
    assert (other.verdict, [atom.word for atom in other.depends_on]) == ("depends", ["directed_from_abroad"])


def test_a_presumption_prejudges_nothing_that_the_event_leaves_open() -> None:
    """Who says that a direct provocation is open does not say that there was none, though provocation is presumed absent."""
    direct = rule("and the act is directly_provoked")
    assert row(direct, event(ATTACK + "directly_provoked: unknown"), "ESP").verdict == "depends"


def test_a_claim_is_held_to_the_constraints_in_its_account() -> None:
    claimed = ATTACK + "directed_from_abroad: {claimed: {true: [FRA], false: [ESP]}}"
    found = row(rule("and the act is supported_from_abroad"), event(claimed), "ESP")
    assert found.verdict == "depends"  # for FRA it is so; ESP's account leaves it open
    assert {atom.word for atom in found.depends_on} >= {"supported_from_abroad"}


def test_a_bound_known_by_its_month_has_come_on_every_later_day() -> None:
    """In force on the later day and not on the earlier is a world; the other way round is none."""
    month = """treaty month-1960 "A pact"
  in force since 1960-05
parties
  FRA ESP since 1950-01-01
article "1" when armed_attack on a party then every other party must defend the victim
"""
    found = row(month, event("kind: bombardment\nby: DEU\non: FRA", "1960-05-05"), "ESP")
    assert found.verdict == "depends"
    assert [atom.word for atom in found.depends_on] == ["since"]


def test_the_narrower_region_lies_in_the_wider() -> None:
    narrow = pact(
        'article "1" when armed_attack on a party in balkans then every other party must defend the victim unless the act is in europe'
    )
    assert verdicts(narrow, event("kind: bombardment\nby: DEU\non: FRA\nplace: {name: somewhere}")) == {}


def test_an_invasion_that_may_not_have_been_would_have_been_war() -> None:
    """No world has the one and not the other, though one is asked of the act and the other of two states, and told by itself."""
    war = "relations:\n  - {at_war: [%s, FRA], value: unknown}\n"
    invaded = event("kind: invasion\nby: DEU\non: FRA\nhappened: unknown\n" + war % "DEU")
    unless = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim unless DEU is at_war with FRA'
    )
    assert verdicts(unless, invaded) == {}
    of_another = unless.replace("DEU is", "GBR is"), invaded.replace("[DEU, FRA]", "[GBR, FRA]")
    assert set(verdicts(*of_another).values()) == {"depends"}
