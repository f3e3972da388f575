"""Open questions, their answers, and what decides, in words."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, library, pact, real
from treatylang.decision.formula import Atom
from treatylang.decision.sufficient import Sufficient
from treatylang.rendering.entries import entries
from treatylang.rendering.questions import Questions

ASKED = Questions(real().plan.vocabulary, {"act1": "bombardment", "first": "blockade", "second": "blockade"})


@pytest.mark.parametrize(
    ("atom", "question", "denied"),
    [
        (Atom("grave", ("act1",)), "whether the bombardment is grave", "the bombardment is not grave"),
        (
            Atom("directed_from_abroad", ("second",)),
            "whether the blockade (second) is directed from abroad",
            "the blockade (second) is not directed from abroad",
        ),
        (Atom("armed_attack", ("act1",)), "whether the bombardment is an armed attack", "the bombardment is not an armed attack"),
        (Atom("request_for_review"), "a request for review", "there is no request for review"),
        (Atom("request_for_assistance", ("POL",)), "a request for assistance by POL", "there is no request for assistance by POL"),
        (
            Atom("judged_by", ("a party", "x:4"), "request_for_consultation"),
            "a judgement of a party that it is so, as by a request for consultation",
            "there is no judgement of a party that it is so, as by a request for consultation",
        ),
        (
            Atom("collective_measures", ("arab_league_council", "SYR")),
            "a decision of the arab league council: collective measures on SYR",
            "there is no decision of the arab league council: collective measures on SYR",
        ),
        (Atom("request_for_assistance", ("somebody", "ITA")), "a request for assistance to ITA", "there is no request for assistance to ITA"),
        (Atom("finds_attack", ("security_council", "first")), "a decision of the security council: finds attack about the blockade (first)", "there is no decision of the security council: finds attack about the blockade (first)"),
        (Atom("written", ("request_for_assistance", "FRA")), "whether a request for assistance by FRA is written", "a request for assistance by FRA is not written"),
        (Atom("invocation", ("request", "FRA")), "whether a request by FRA is an invocation", "a request by FRA is not an invocation"),
        (Atom("requester", ("request", "a party", "FRA")), "whether the requester of a request by a party is FRA", "the requester of a request by a party is not FRA"),
        (Atom("place", ("request", "FRA", "in europe")), "whether a request by FRA is in europe", "a request by FRA is not in europe"),
        (Atom("resisting", ("the attacker of first",)), "whether the attacker of the blockade (first) is resisting", "the attacker of the blockade (first) is not resisting"),
        (Atom("resisting", ("the requester of request (a party)",)), "whether the requester of a request by a party is resisting", "the requester of a request by a party is not resisting"),
        (Atom("at_war", ("DEU", "FRA")), "whether DEU is at war with FRA", "DEU is not at war with FRA"),
        (Atom("at_war", ("DEU", "FRA", "1940-09-27")), "whether DEU is at war with FRA on 1940-09-27", "DEU is not at war with FRA on 1940-09-27"),
        (Atom("membership", ("FRA", "x")), "whether FRA is party to x", "FRA is not party to x"),
        (Atom("suspended", ("FRA", "DEU", "x")), "whether x is suspended between FRA and DEU", "x is not suspended between FRA and DEU"),
        (Atom("suspended", ("FRA", "x")), "whether x is suspended for FRA", "x is not suspended for FRA"),
        (Atom("since", ("x", "1950-01", "1950-01-02")), "whether x (since 1950-01) has begun by 1950-01-02", "x (since 1950-01) has not begun by 1950-01-02"),
        (Atom("until", ("FRA", "x", "1950-01", "1950-01-02")), "whether FRA, x (until 1950-01) has ended by 1950-01-02", "FRA, x (until 1950-01) has not ended by 1950-01-02"),
        (Atom("reading", ("reading of 5 by DNK@1960-01-01",)), "whether the reading of 5 by DNK is followed", "the reading of 5 by DNK is not followed"),
        (Atom("place", ("act1", "europe")), "whether the bombardment is in europe", "the bombardment is not in europe"),
        (Atom("place", ("act1", "in territory of a party")), "whether the bombardment is in territory of a party", "the bombardment is not in territory of a party"),
        (Atom("north", ("act1", "23.44")), "whether the bombardment lies north of 23.44 degrees", "the bombardment does not lie north of 23.44 degrees"),
        (Atom("sovereign_of", ("FRA", "Nice")), "whether Nice is territory of FRA", "Nice is not territory of FRA"),
        (Atom("administered", ("Nice", "FRA")), "whether Nice is under FRA", "Nice is not under FRA"),
        (Atom("origin", ("act1", "from the_islands")), "whether the bombardment comes from the islands", "the bombardment does not come from the islands"),
        (Atom("via_territory_of", ("act1", "over own_land")), "whether the bombardment goes over own land", "the bombardment does not go over own land"),
        (Atom("target", ("vessels", "act1")), "whether the bombardment strikes vessels", "the bombardment does not strike vessels"),
        (Atom("zone", ("act1", "high_seas")), "whether the bombardment is in the high seas", "the bombardment is not in the high seas"),
        (Atom("happened", ("act1",)), "whether the bombardment has taken place", "the bombardment has not taken place"),
        (Atom("author", ("act1", "a party")), "whether another author of the bombardment is a party", "another author of the bombardment is not a party"),
        (Atom("victim", ("act1", "a party")), "whether the victim of the bombardment is a party", "the victim of the bombardment is not a party"),
        (Atom("killed", ("act1",), None, ("at least", 25.0)), "whether killed of the bombardment is at least 25", "killed of the bombardment is not at least 25"),
        (Atom("overwhelmed", ("POL",)), "whether POL is overwhelmed", "POL is not overwhelmed"),
        (Atom("great_power", ("POL",)), "whether POL is a great power", "POL is not a great power"),
        (Atom("danger_to_peace"), "whether there is danger to peace", "there is no danger to peace"),
        (Atom("grave"), "whether it is grave", "it is not grave"),
    ],
)  # fmt: skip
def test_a_question_and_its_denial(atom: Atom, question: str, denied: str) -> None:
    assert (ASKED.question(atom), ASKED.statement(atom, False)) == (question, denied)


def test_what_decides() -> None:
    grave, asked = Atom("grave", ("act1",)), Atom("request_for_assistance", ("POL",))
    found = Sufficient((((grave, True), (asked, True)), ((grave, False),)))
    told = "the bombardment is grave and there is a request for assistance by POL; or the bombardment is not grave"
    assert ASKED.sets(found) == told
    assert ASKED.sets(Sufficient(found.sets, complete=False)) == f"{told}; or otherwise"
    assert ASKED.sets(Sufficient((), complete=False)) == ""


ASSIST = 'article "1" when armed_attack on a party then every other party must assist the victim\n'
OPEN = event("facts: {danger_to_peace: unknown}\nkind: bombardment\nby: DEU\non: FRA\nflagrant: unknown\nprovoked: unknown\n")


def told(treaty: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Of each entry of the answer its bearers, and what decides it."""
    found = entries(ask(treaty, OPEN), library(treaty).plan.vocabulary)
    return {each.bearers: each.decided_by for each in found if each.section == "depends"}


def test_bearers_whom_the_same_questions_bind_in_contrary_ways_are_told_apart() -> None:
    treaty = pact(
        ASSIST
        + 'reservation to "1" by ESP "x" since 1950-01-01 only if the act is flagrant and danger_to_peace\n'
        + 'reservation to "1" by PRT "y" since 1950-01-01 only if the act is not flagrant or danger_to_peace\n'
        + 'reservation to "1" by ITA "z" since 1950-01-01 only if the act is flagrant and danger_to_peace\n'
    )
    assert told(treaty) == {
        ("ESP", "ITA"): ("owed if there is danger to peace and the bombardment is flagrant",),
        ("PRT",): ("owed if there is danger to peace; or the bombardment is not flagrant",),
    }


def test_one_question_that_stands_in_the_way_is_told_so() -> None:
    everyone = ("ESP", "ITA", "PRT")
    assert told(pact(ASSIST + "  unless the act is provoked\n")) == {everyone: ("owed if the bombardment is not provoked",)}
    assert told(pact(ASSIST + "  only if the act is flagrant\n")) == {everyone: ()}
