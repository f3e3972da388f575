"""Decisions as conditions, word for word: of those listed which count, what is open about them, and of which act each is."""

from __future__ import annotations

import pytest

from tests.asking import HEAD, event, pact, row
from tests.decision.test_plain_conditions import ATTACK, only_if
from tests.decision.test_unnamed import first, one_but_not_other
from tests.decision.told import part

BODY = "the security_council decides "
STATED = "[stated] asks necessary_measures(security_council"
OPEN = "[unknown] asks necessary_measures(security_council"


def listed(*decisions: str) -> str:
    return "decisions:\n" + "".join(
        f"  - {{body: security_council, decision: necessary_measures{each and f', {each}'}}}\n" for each in decisions
    )


@pytest.mark.parametrize(
    ("on", "decisions", "told"),
    [
        ("", [""], f"+ {BODY}necessary_measures {STATED})"),
        ("", ["outcome: not_adopted"], f"- {BODY}necessary_measures {STATED})"),
        ("", ["outcome: not_adopted, date: 1960-05-01", "date: 1960-05-02"], f"+ {BODY}necessary_measures {STATED})"),
        ("", ["date: 1960-05-01", "outcome: not_adopted, date: 1960-05-02"], f"+ {BODY}necessary_measures {STATED})"),
        (
            "",
            ["outcome: unknown, date: 1960-05-01", "outcome: not_adopted, date: 1960-05-02"],
            f"? {BODY}necessary_measures {OPEN})",
        ),
        ("", ["outcome: unknown, date: 1960-05-01", "date: 1960-05-02"], f"+ {BODY}necessary_measures {STATED})"),
        (" on DEU", ["on: GBR", "on: DEU"], f"+ {BODY}necessary_measures on DEU {STATED}, DEU)"),
        (" on DEU", ["on: [DEU, GBR], outcome: unknown"], f"? {BODY}necessary_measures on DEU {OPEN}, DEU)"),
        ("", ["on: [DEU, AUT], outcome: unknown"], f"? {BODY}necessary_measures {OPEN}, AUT, DEU)"),
        ("", [], f"- {BODY}necessary_measures [presumed]: no such decision is listed"),
    ],
)
def test_of_those_that_are_listed(on: str, decisions: list[str], told: str) -> None:
    assert only_if(f"{BODY}necessary_measures{on}", ATTACK + (listed(*decisions) if decisions else "")) == told


@pytest.mark.parametrize(("off", "told"), [("[calls_for]", "-"), ("[necessary_measures]", "?"), ("none", "?")])
def test_that_none_was_made_is_presumed_unless_the_event_says_otherwise(off: str, told: str) -> None:
    in_words = {"-": "- {} [presumed]: no such decision is listed", "?": "? {} [unknown] asks necessary_measures(security_council)"}
    found = only_if(f"{BODY}necessary_measures", f"{ATTACK}presume: {off}\n")
    assert found == in_words[told].format(f"{BODY}necessary_measures")
    ends = HEAD + f'article "1" when armed_attack on a party then every other party must assist the victim lapses when {BODY}{{}}\n'
    verdict = {"-": "owed", "?": "depends"}[told]
    assert row(ends.format("necessary_measures"), event(f"{ATTACK}presume: {off}\n"), "ESP").verdict == verdict
    of_another = off.replace("necessary_measures", "finds_attack")  # no presumption is the decision's own, but it would end a duty
    assert row(ends.format("finds_attack"), event(f"{ATTACK}presume: {of_another}\n"), "ESP").verdict == verdict


LAPSES = pact(f"""
    article "1"
      when    armed_attack on a party
      then    every other party must assist the victim
      lapses when {BODY}necessary_measures
""")


def lapsed(*decisions: str) -> str:
    happened = "as_of: 1960-05-10\n" + ATTACK + listed(*decisions)
    return part(row(LAPSES, event(happened), "ESP"), "lapses").split("\n")[-1].strip()


def test_what_was_decided_before_the_act_ends_nothing() -> None:
    ground = "no such decision is listed since the act, and who relies on it must show it"
    assert lapsed("date: 1960-05-01") == f"- {BODY}necessary_measures [presumed]: {ground}"
    assert lapsed("date: 1960-05-01", "date: 1960-05-06") == f"+ {BODY}necessary_measures {STATED})"


# ------------------------------------------------------------------------------------------------ votes
COUNCIL = pact("""
    organ council of every party
      decides by majority
    article "1"
      when    armed_attack on a party and the council decides collective_measures
      then    ITA must consult PRT
""")


def council(acts: str, *rows: str, more: str = "") -> str:
    decided = "".join(f"  - {{body: council, decision: collective_measures, {each}}}\n" for each in rows)
    found = row(COUNCIL, event(f"{acts}decisions:\n{decided}{more}"), "ITA")
    (line,) = {each.strip() for each in part(found, "when").split("\n") if "] asks" in each and "council decides" in each}
    return line


def test_of_several_votes_each_count_is_told() -> None:
    two = council(ATTACK, "votes: {yes: [FRA, ESP, PRT], no: [ITA]}", "votes: {yes: [FRA, ESP, PRT, ITA]}")
    assert two == (
        "+ the council decides collective_measures [stated] asks collective_measures(council): "
        "3 of 4 members said yes, a majority needed (3); 4 of 4 members said yes, a majority needed (3)"
    )


def test_open_votes_are_told_with_the_question() -> None:
    words = "the council decides collective_measures"
    assert council(ATTACK, "outcome: unknown") == f"? {words} [unknown] asks collective_measures(council)"


@pytest.mark.parametrize("how", ["outcome: adopted", "votes: {yes: [FRA, ESP, PRT, ITA]}", "votes: {yes: [FRA, ESP, PRT]}"])
def test_a_decision_that_was_taken_may_be_about_an_act_of_somebody_unknown(how: str) -> None:
    """What is open then is no matter of votes, not even of those of a member who is contested."""
    acts = "acts:\n  - {id: a, kind: bombardment, by: [], on: FRA}\n"
    contested = "membership: [{party: ITA, treaty: pact-1900, status: contested}]\n"
    assert council(acts, f"on: DEU, {how}", more=contested) == (
        "? the council decides collective_measures (open whether it is about a) [unknown] asks collective_measures(council, DEU)"
    )


def test_what_was_not_taken_says_nothing_of_an_act_of_somebody_unknown_and_hides_nothing() -> None:
    acts = "acts:\n  - {id: a, kind: bombardment, by: [], on: FRA}\n"
    refused, taken = "on: DEU, date: 1960-05-03, outcome: not_adopted", "on: DEU, date: 1960-05-04"
    words = "the council decides collective_measures"
    assert council(acts, refused) == f"? {words} [unknown] asks collective_measures(council)"
    told = f"? {words} (open whether it is about a) [unknown] asks collective_measures(council, DEU)"
    assert council(acts, refused, taken) == council(acts, taken, refused) == told


def test_of_which_acts_it_may_be_is_told() -> None:
    both = COUNCIL.replace("on a party and", "on a party and declaration_of_war by the attacker on the victim and")
    acts = "acts:\n  - {id: a, kind: bombardment, by: [], on: FRA}\n  - {id: b, kind: declaration_of_war, by: [], on: FRA}\n"
    decided = "decisions: [{body: council, decision: collective_measures, on: DEU}]\n"
    assert "(open whether it is about a, b)" in part(row(both, event(acts + decided), "ITA"), "when")


# ------------------------------------------------------------------------------------------------ of which act
FOUND = f"{BODY}finds_attack"
BOMBED_OR_INVADED = one_but_not_other(f"bombardment on a party and {FOUND}", f"invasion on a party and {FOUND}")


def asked_of(condition: str, happened: str) -> list[tuple[str, ...]]:
    found = row(pact(f'article "1" when {condition} then ITA must consult PRT'), event(happened), "ITA")
    return [atom.of for atom in found.depends_on]


def test_of_all_acts_between_the_same_two_the_first_by_its_name_is_asked_about() -> None:
    acts = "acts:\n  - {id: z, kind: bombardment, by: DEU, on: FRA}\n  - {id: b, kind: invasion, by: DEU, on: FRA}\n"
    acts += "  - {id: a, kind: invasion, by: GBR, on: ESP}\n"
    assert asked_of(f"bombardment on a party and {FOUND}", acts) == [("security_council", "b")]


def test_acts_of_somebody_unknown_are_each_a_matter() -> None:
    acts = "acts:\n  - {id: z, kind: bombardment, by: [], on: FRA}\n  - {id: b, kind: invasion, by: [], on: FRA}\n"
    assert first(BOMBED_OR_INVADED, event(acts)).verdict == "depends"
    assert asked_of(f"bombardment on a party and {FOUND}", acts) == [("security_council", "z")]
    assert asked_of(f"bombardment on a party and {FOUND}", "kind: bombardment\non: FRA\n") == [("security_council",)]


REQUEST = "  - {id: r, kind: request_for_assistance, by: FRA, to: ITA}\n"


def test_a_request_is_no_matter_of_its_own_beside_the_deed() -> None:
    one = "acts:\n  - {id: a, kind: bombardment, by: DEU, on: FRA}\n"
    asks = f"bombardment on FRA and request_for_assistance by the victim and {FOUND}"
    assert asked_of(asks, one + REQUEST) == [("security_council",)]
    other = "  - {id: b, kind: bombardment, by: GBR, on: ESP}\n"
    assert asked_of(asks, one + other + REQUEST) == [("security_council", "a")]
    assert asked_of(f"request_for_assistance by a party and {FOUND}", one + other + REQUEST) == [("security_council", "r")]


def test_an_open_decision_about_an_act_is_asked_of_that_act() -> None:
    acts = "acts:\n  - {id: a, kind: bombardment, by: DEU, on: FRA}\n  - {id: b, kind: bombardment, by: GBR, on: ESP}\n"
    decided = "decisions: [{body: security_council, decision: finds_attack, outcome: unknown, about: a%s}]\n"
    asks = f"armed_attack by DEU on a party and {FOUND}"
    assert asked_of(asks, acts + decided % "") == [("security_council", "a")]
    assert asked_of(asks, acts + decided % ", on: [DEU]") == [("security_council", "a")]
