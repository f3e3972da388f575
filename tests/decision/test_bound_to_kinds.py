"""What an act is said to be binds what that needs; what holds between two binds what it implies of each."""

import pytest

from tests.asking import event, library, pact, row
from treatylang.api import read_event
from treatylang.diagnostics.diagnostic import InputError

ATTACK = "kind: clash\nby: DEU\non: FRA\n"


def verdict(when: str, happened: str) -> tuple[str, set[str]]:
    found = row(pact(f'article "1" when {when} then ITA must consult PRT'), event(happened), "ITA")
    return found.verdict, {atom.word for atom in found.depends_on}


@pytest.mark.parametrize(
    ("said", "when", "expected"),
    [
        ("armed_attack: true", "hostile_act on FRA and the act is grave", ("owed", set())),
        ("armed_attack: true", "hostile_act on FRA and the act is consented", ("not_owed", set())),
        ("armed_attack: unknown", "hostile_act on FRA and the act is not in_self_defence", ("owed", set())),  # presumed
        ("armed_attack: unknown\ngrave: false", "armed_attack on FRA", ("not_owed", set())),
        ("armed_attack: unknown\ngrave: unknown", "armed_attack on FRA and the act is not grave", ("not_owed", set())),
        ("armed_attack: unknown\ngrave: unknown", "hostile_act on FRA and (the act is an armed_attack or the act is grave)", ("depends", {"grave"})),
        ("armed_attack: {claimed: {true: [FRA], false: [DEU]}}\ngrave: unknown", "hostile_act on FRA and the act is grave", ("depends", {"grave"})),
        ("armed_attack: {claimed: {true: [FRA], false: [DEU]}}\ngrave: {claimed: {true: [FRA], false: [DEU]}}", "hostile_act on FRA and the act is grave", ("disputed", {"grave"})),
    ],
)  # fmt: skip
def test_a_kind_binds_what_it_needs(said: str, when: str, expected: tuple[str, set[str]]) -> None:
    assert verdict(when, ATTACK + said) == expected


@pytest.mark.parametrize(
    ("said", "when", "expected"),
    [
        ("relations: [{at_war: [FRA, DEU]}]", "FRA is belligerent", "owed"),
        ("relations: [{at_war: [FRA, DEU]}]\nparties: {FRA: {belligerent: unknown}}", "FRA is belligerent", "owed"),
        ("parties: {FRA: {belligerent: false}}", "FRA is at_war with DEU", "not_owed"),
        ("parties: {DEU: {belligerent: false}}", "FRA is at_war with DEU", "not_owed"),
        ("parties: {FRA: {belligerent: true}}", "FRA is at_war with DEU", "depends"),
        ("parties: {FRA: {belligerent: unknown}}", "FRA is at_war with DEU and FRA is not belligerent", "not_owed"),
        ("parties: {DEU: {belligerent: unknown}}", "FRA is at_war with DEU and DEU is not belligerent", "not_owed"),
        ("parties: {FRA: {belligerent: {claimed: {true: [ITA], false: [ESP]}}}}", "FRA is at_war with DEU and FRA is not belligerent", "not_owed"),
        ("relations: [{at_war: [FRA, DEU], value: {claimed: {true: [ITA], false: [ESP]}}}]\nparties: {DEU: {belligerent: unknown}}", "FRA is at_war with DEU and DEU is not belligerent", "not_owed"),
    ],
)  # fmt: skip
def test_who_is_at_war_is_belligerent(said: str, when: str, expected: str) -> None:
    assert verdict(when, f"acts: []\n{said}")[0] == expected


@pytest.mark.parametrize(
    "said",
    [
        "relations: [{at_war: [FRA, DEU]}]\nparties: {FRA: {belligerent: false}}",
        "relations: [{at_war: [FRA, DEU]}]\nparties: {DEU: {belligerent: false}}",
        "relations: [{at_war: [FRA, DEU]}]\nparties: {DEU: {belligerent: {claimed: {true: [FRA], false: [ITA]}}}}",
        "acts: [{kind: declaration_of_war, by: DEU, on: FRA}]\nparties: {FRA: {belligerent: false}}",
    ],
)
def test_who_is_at_war_is_not_said_to_be_no_belligerent(said: str) -> None:
    with pytest.raises(InputError) as found:
        read_event(event(said if "acts" in said else f"acts: []\n{said}"), library(pact("")))
    (told,) = found.value.diagnostics
    assert told.code == "TL0610" and "belligerent" in told.message and told.place is not None


@pytest.mark.parametrize(
    "said",
    [
        "relations: [{at_war: [FRA, DEU], until: 1950-01-01}]\nparties: {FRA: {belligerent: false}}",
        "relations: [{at_war: [FRA, DEU], since: 1960-05-10}]\nparties: {FRA: {belligerent: false}}",
        "relations: [{at_war: [FRA, DEU]}]\nparties: {ITA: {belligerent: false}}",
        "relations: [{at_war: [FRA, DEU], value: unknown}]\nparties: {FRA: {belligerent: false}}",
    ],
)
def test_who_was_at_war_may_be_no_belligerent(said: str) -> None:
    assert read_event(event(f"acts: []\n{said}"), library(pact("")))


def test_what_decides_names_the_account_in_which_it_does() -> None:
    text = pact("""
        article "1"
          when    hostile_act on FRA and ((the act is provoked and FRA is overwhelmed) or danger_to_peace)
          then    ITA must consult PRT
    """)
    said = "provoked: {claimed: {true: [DEU], false: [FRA]}}\nfacts: {danger_to_peace: unknown}\nparties: {FRA: {overwhelmed: unknown}}"
    found = row(text, event(ATTACK + said), "ITA")
    owed_if = {frozenset((atom.word, so) for atom, so in each) for each in found.owed_if.sets}
    assert owed_if == {
        frozenset({("danger_to_peace", True)}),
        frozenset({("provoked", True), ("overwhelmed", True)}),
    }
    not_owed_if = {frozenset((atom.word, so) for atom, so in each) for each in found.not_owed_if.sets}
    assert not_owed_if == {
        frozenset({("danger_to_peace", False), ("provoked", False)}),
        frozenset({("danger_to_peace", False), ("overwhelmed", False)}),
    }


def test_what_follows_from_a_claim_is_an_account_of_it() -> None:
    text = pact('article "1" when hostile_act on FRA and the act is grave then ITA must consult PRT')
    said = "armed_attack: {claimed: {true: [FRA], false: [DEU]}}\ngrave: {claimed: {true: [ESP], false: [DEU]}}"
    found = row(text, event(ATTACK + said), "ITA")
    assert found.verdict == "disputed"
    assert {each.who: each.verdict for each in found.says} == {"FRA": "owed", "DEU": "not_owed", "ESP": "owed"}
