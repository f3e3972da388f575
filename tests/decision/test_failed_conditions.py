"""A test of those already known that fails is told with its own grounds, and not as a search that found nothing."""

from __future__ import annotations

import pytest

from tests.asking import event, library
from tests.decision.test_plain_conditions import ATTACK, HEAD, only_if, text
from tests.decision.told import below, part
from treatylang.api import decide, read_event

FACTS = """parties: {FRA: {overwhelmed: false, spending_share: 1}}
relations: [{at_war: [FRA, DEU], value: false}]
facts: {danger_to_peace: false}
grave: true
destructive: false
place: {region: east_asia}
"""


def unless(condition: str, happened: str = ATTACK + FACTS, *, shown: bool = False) -> str:
    """On what the exception rests for ESP, without ways that fail unless they are to be shown."""
    known = library(
        f'{HEAD}article "1" when armed_attack on a party then every other party must assist the victim unless {condition}'
    )
    decision = decide(read_event(event(happened), known), library=known, not_owed=shown)
    (duty,) = (each for each in decision.duties if each.bearer == "ESP")
    return below(part(duty, "unless"))


@pytest.mark.parametrize(
    ("condition", "grounds"),
    [
        ("the victim is overwhelmed", "- FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)"),
        ("the attacker is communist", "- DEU is a communist [table]"),
        ("the attacker is a great_power", "- DEU is a great_power [table]"),
        (
            "defence_spending of the victim is at least 2% of gdp",
            "- defence_spending of FRA is at least 2% of gdp [stated] asks spending_share(FRA)",
        ),
        ("the victim is at_war with the attacker", "- FRA is at_war with DEU [stated] asks at_war(DEU, FRA)"),
        (
            "the act is destructive",
            "- destructive (people were killed or hurt, or things destroyed) [stated] asks destructive(act1)",
        ),
        ("the act is in europe", "- the place of act1 is in europe [stated]"),
        (
            "danger_to_peace",
            "- danger_to_peace (the peace of the region or community is endangered) [stated] asks danger_to_peace()",
        ),
        (
            "the security_council decides necessary_measures",
            "- the security_council decides necessary_measures [presumed]: no such decision is listed, and who relies on it must show it",
        ),
        ("the victim is not a great_power", "- not 'the victim is not a great_power'\n  + FRA is a great_power [table]"),
        (
            "not (the act is grave)",
            "- not 'not (the act is grave)'\n  + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)",
        ),
    ],
)
def test_a_plain_test_that_fails_gives_its_grounds(condition: str, grounds: str) -> None:
    assert unless(condition) == text(f"+ not 'unless {condition}'\n") + "\n" + "\n".join(
        f"  {line}" for line in grounds.split("\n")
    )


def test_grounds_of_several_tests() -> None:
    assert unless("the victim is overwhelmed and the act is destructive") == text(
        """
        + not 'unless the victim is overwhelmed and the act is destructive'
          - all
            - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
            - destructive (people were killed or hurt, or things destroyed) [stated] asks destructive(act1)
        """
    )
    assert unless("the victim is overwhelmed or the act is destructive") == text(
        """
        + not 'unless the victim is overwhelmed or the act is destructive'
          - any
            - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
            - destructive (people were killed or hurt, or things destroyed) [stated] asks destructive(act1)
        """
    )
    assert unless("not (the act is grave or the victim is overwhelmed)") == text(
        """
        + not 'unless not (the act is grave or the victim is overwhelmed)'
          - not 'not (the act is grave or the victim is overwhelmed)'
            + any
              + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
              - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
        """
    )
    assert unless("not (the act is grave and the attacker is not a great_power)") == text(
        """
        + not 'unless not (the act is grave and the attacker is not a great_power)'
          - not 'not (the act is grave and the attacker is not a great_power)'
            + all
              + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
              + not 'the attacker is not a great_power'
                - DEU is a great_power [table]
        """
    )


def test_a_plain_test_of_another_day_gives_its_grounds() -> None:
    assert unless("the victim is communist as of 1930-01-01") == text(
        """
        + not 'unless the victim is communist as of 1930-01-01'
          - FRA is a communist [table]
        """
    )


def test_a_search_that_finds_nothing_says_so() -> None:
    assert unless("mobilisation by a party") == text(
        """
        + not 'unless mobilisation by a party'
          - mobilisation by a party [listed]: nothing listed fits it
        """
    )
    assert unless("a party is communist") == text(
        """
        + not 'unless a party is communist'
          - a party is communist [listed]: nothing listed fits it
        """
    )
    assert unless("mobilisation by a party and the victim is a great_power") == text(
        """
        + not 'unless mobilisation by a party and the victim is a great_power'
          - mobilisation by a party and the victim is a great_power [listed]: nothing listed fits it
        """
    )
    assert unless("mobilisation by a party or a party is communist") == text(
        """
        + not 'unless mobilisation by a party or a party is communist'
          - mobilisation by a party or a party is communist [listed]: nothing listed fits it
        """
    )


def test_no_way_is_told_where_one_part_finds_nothing() -> None:
    assert unless("mobilisation by ESP and the victim is a great_power", shown=True) == text(
        """
        + not 'unless mobilisation by ESP and the victim is a great_power'
          - all
            - all (act) 'mobilisation by ESP: bombardment by DEU on FRA, 1960-05-05'
            + FRA is a great_power [table]
        """
    )
    assert unless("the act is grave and mobilisation by ESP", shown=True) == text(
        """
        + not 'unless the act is grave and mobilisation by ESP'
          - all
            + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
            - all (act) 'mobilisation by ESP: bombardment by DEU on FRA, 1960-05-05'
        """
    )
    assert unless("rebellion on a party (the weak) and the weak is overwhelmed", shown=True) == text(
        """
        + not 'unless rebellion on a party (the weak) and the weak is overwhelmed'
          - all
            - all (act) 'rebellion on a party (the weak): bombardment by DEU on FRA, 1960-05-05'
            - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
        """
    )


def test_each_way_of_an_alternative_is_told() -> None:
    assert unless("a party is overwhelmed or the act is destructive", shown=True) == text(
        """
        ? not 'unless a party is overwhelmed or the act is destructive'
          ? any
            - all
              + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
            ? all
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
            ? all
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
            - destructive (people were killed or hurt, or things destroyed) [stated] asks destructive(act1)
        """
    )
    assert unless("a party is overwhelmed or the act is destructive") == text(
        """
        ? not 'unless a party is overwhelmed or the act is destructive'
          ? any
            ? all
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
            ? all
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_a_day_holds_for_all_that_stands_before_it() -> None:
    assert unless("not (the victim is at_war with the attacker) as of 1930-01-01", ATTACK) == text(
        """
        ? not 'unless not (the victim is at_war with the attacker) as of 1930-01-01'
          ? not 'not (the victim is at_war with the attacker)'
            ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
        """
    )
    assert unless("not (the victim is at_war with the attacker or the victim is communist) as of 1930-01-01", ATTACK) == text(
        """
        ? not 'unless not (the victim is at_war with the attacker or the victim is communist) as of 1930-01-01'
          ? not 'not (the victim is at_war with the attacker or the victim is communist)'
            ? any
              ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
              - FRA is a communist [table]
        """
    )
    assert unless("(the victim is at_war with the attacker or the victim is communist) as of 1930-01-01", ATTACK) == text(
        """
        ? not 'unless (the victim is at_war with the attacker or the victim is communist) as of 1930-01-01'
          ? any
            ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
            - FRA is a communist [table]
        """
    )
    assert unless("(the victim is at_war with the attacker and the victim is a great_power) as of 1930-01-01", ATTACK) == text(
        """
        ? not 'unless (the victim is at_war with the attacker and the victim is a great_power) as of 1930-01-01'
          ? all
            ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
            + FRA is a great_power [table]
        """
    )
    assert unless("(a party is at_war with the attacker and the bearer is not a great_power) as of 1930-01-01", ATTACK) == text(
        """
        ? not 'unless (a party is at_war with the attacker and the bearer is not a great_power) as of 1930-01-01'
          ? any
            ? all
              ? all
                + all
                  + FRA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
                  + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
                ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
              + not 'the bearer is not a great_power'
                - ESP is a great_power [table]
            ? all
              ? all
                + all
                  + ESP is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
                  + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
                ? ESP is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, ESP, 1930-01-01)
              + not 'the bearer is not a great_power'
                - ESP is a great_power [table]
            ? all
              ? all
                + all
                  + ITA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
                  + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
                ? ITA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, ITA, 1930-01-01)
              + not 'the bearer is not a great_power'
                - ESP is a great_power [table]
        """
    )
    assert unless("(a party is at_war with the attacker or ITA is a great_power) as of 1930-01-01", ATTACK, shown=True) == text(
        """
        - not 'unless (a party is at_war with the attacker or ITA is a great_power) as of 1930-01-01'
          + any
            ? all
              + all
                + FRA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
                + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
            ? all
              + all
                + ESP is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
                + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              ? ESP is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, ESP, 1930-01-01)
            ? all
              + all
                + ITA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
                + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              ? ITA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, ITA, 1930-01-01)
            + ITA is a great_power [table]
        """
    )


def test_an_act_that_is_not_listed_leaves_what_is_asked_of_it_open() -> None:
    """A request of which the event says nothing may have been made; of it nothing is known."""
    assert only_if("request_for_assistance by the victim and the request_for_assistance is deliberate") == text(
        """
        ? all
          ? request_for_assistance by the victim [unknown] asks request_for_assistance(FRA)
          ? the request_for_assistance is deliberate [unknown] asks deliberate(request_for_assistance, FRA)
        """
    )
    assert only_if("request_for_assistance by the victim and the request_for_assistance is an invocation") == text(
        """
        ? all
          ? request_for_assistance by the victim [unknown] asks request_for_assistance(FRA)
          ? the request_for_assistance is an invocation [unknown] asks invocation(request_for_assistance, FRA)
        """
    )
    assert only_if("request_for_assistance by the victim and the request_for_assistance is in europe") == text(
        """
        ? all
          ? request_for_assistance by the victim [unknown] asks request_for_assistance(FRA)
          ? the request_for_assistance is in europe [unknown] asks place(request_for_assistance, FRA, in europe)
        """
    )


def test_each_judgement_that_fails() -> None:
    """Without what is not owed, a way that fails is left out, of whatever sort it is."""
    denied = (
        "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n"
        "  - {kind: request_for_consultation, by: ITA, to: ESP, happened: false}\n"
    )
    assert unless("threat by a party (the troublemaker) to a party (the troubled) as judged by ITA", denied) == text(
        """
        + not 'unless threat by a party (the troublemaker) to a party (the troubled) as judged by ITA'
          - threat by a party (the troublemaker) to a party (the troubled) as judged by ITA [listed]: nothing listed fits it
        """
    )
    assert unless("danger_to_peace as judged by ITA", denied) == text(
        """
        + not 'unless danger_to_peace as judged by ITA'
          - danger_to_peace as judged by ITA [listed]: nothing listed fits it
        """
    )
    assert unless("danger_to_peace as judged by ITA", denied, shown=True) == text(
        """
        + not 'unless danger_to_peace as judged by ITA'
          - danger_to_peace as judged by ITA [stated] asks judged_by(ITA, pact-1900:1) shown by request_for_consultation: nobody asked
        """
    )


def test_a_fact_may_be_judged() -> None:
    assert unless("the act is grave as judged by the bearer") == text(
        """
        ? not 'unless the act is grave as judged by the bearer'
          ? the act is grave as judged by the bearer [unknown] asks judged_by(ESP, pact-1900:1) shown by invocation
        """
    )
