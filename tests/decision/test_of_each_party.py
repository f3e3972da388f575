"""Conditions about `a party`, `every party`, `at least 2 parties`: one way or one test for each of those meant."""

from __future__ import annotations

from tests.decision.test_failed_conditions import unless
from tests.decision.test_plain_conditions import ATTACK, OTHER, duty_of_spain, only_if, text
from tests.decision.told import question
from treatylang.decision.formula import leaves

OVERWHELMED = ATTACK + "parties: {FRA: {overwhelmed: true}, ESP: {overwhelmed: false}}\n"
CONTESTED = ATTACK + "membership: [{party: ITA, treaty: pact-1900, status: contested}]\n"


def test_a_party_is_one_way_for_each_that_may_be_it() -> None:
    assert only_if("a party is overwhelmed", OVERWHELMED) == text(
        """
        + any
          + all
            + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          - all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_a_way_that_fails_is_left_out_unless_it_is_asked_for() -> None:
    assert only_if("a party is overwhelmed", OVERWHELMED, shown=False) == text(
        """
        + any
          + all
            + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("a party is not overwhelmed", OVERWHELMED, shown=False) == text(
        """
        + any
          + all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            + not 'a party is not overwhelmed'
              - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? not 'a party is not overwhelmed'
              ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_that_a_party_is_not_so_is_sought_among_all() -> None:
    assert only_if("a party is not overwhelmed", OVERWHELMED) == text(
        """
        + any
          - all
            + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            - not 'a party is not overwhelmed'
              + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          + all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            + not 'a party is not overwhelmed'
              - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? not 'a party is not overwhelmed'
              ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_the_word_that_a_party_is_given_stands_for_it_in_what_follows() -> None:
    assert only_if("a party (the weak) is overwhelmed and the weak is not resisting", OVERWHELMED, shown=False) == text(
        """
        ? any
          ? all
            + all
              + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
            ? not 'the weak is not resisting'
              ? FRA is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(FRA)
          ? all
            ? all
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
            ? not 'the weak is not resisting'
              ? ITA is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(ITA)
        """
    )
    assert only_if("a party (the strong) is not overwhelmed and the strong is resisting", OVERWHELMED, shown=False) == text(
        """
        ? any
          ? all
            + all
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              + not 'a party (the strong) is not overwhelmed'
                - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
            ? ESP is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(ESP)
          ? all
            ? all
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              ? not 'a party (the strong) is not overwhelmed'
                ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
            ? ITA is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(ITA)
        """
    )


def test_a_party_other_than_those_introduced() -> None:
    assert only_if("another party is overwhelmed", OVERWHELMED) == text(
        """
        ? any
          - all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_a_party_that_is_of_a_class_on_another_day() -> None:
    assert only_if("a party is a great_power as of 1930-01-01", ATTACK, shown=False) == text(
        """
        + any
          + all
            + all
              + FRA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            + FRA is a great_power [table]
          + all
            + all
              + ITA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            + ITA is a great_power [table]
        """
    )
    assert only_if("a party is not a great_power as of 1950-01-01", ATTACK, shown=False) == text(
        """
        + any
          + all
            + all
              + ESP is party to pact-1900 on 1950-01-01 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            + not 'a party is not a great_power'
              - ESP is a great_power [table]
          + all
            + all
              + ITA is party to pact-1900 on 1950-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            + not 'a party is not a great_power'
              - ITA is a great_power [table]
        """
    )
    assert only_if("a party is communist as of 1950-01-01") == text(
        """
        - any
          - all
            + all
              + FRA is party to pact-1900 on 1950-01-01 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            - FRA is a communist [table]
          - all
            + all
              + ESP is party to pact-1900 on 1950-01-01 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            - ESP is a communist [table]
          - all
            + all
              + ITA is party to pact-1900 on 1950-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            - ITA is a communist [table]
        """
    )


def test_a_level_of_a_party() -> None:
    spending = ATTACK + "parties: {ITA: {spending_share: 2.5}, ESP: {spending_share: 1}, FRA: {spending_share: 1.9}}"
    assert only_if("defence_spending of a party is at least 2% of gdp", spending, shown=False) == text(
        """
        + all
          + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
          + defence_spending of ITA is at least 2% of gdp [stated] asks spending_share(ITA)
        """
    )
    assert only_if("defence_spending of every party is at least 2% of gdp", spending) == text(
        """
        - all 'defence_spending of every party is at least 2% of gdp'
          - defence_spending of FRA is at least 2% of gdp [stated] asks spending_share(FRA)
          - defence_spending of ESP is at least 2% of gdp [stated] asks spending_share(ESP)
          + defence_spending of ITA is at least 2% of gdp [stated] asks spending_share(ITA)
        """
    )


def test_every_party_is_each_of_them() -> None:
    assert only_if("every party is overwhelmed", OVERWHELMED) == text(
        """
        - all 'every party is overwhelmed'
          + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("every party is communist") == text(
        """
        - all 'every party is communist'
          - FRA is a communist [table]
          - ESP is a communist [table]
          - ITA is a communist [table]
        """
    )
    assert only_if("every party is a great_power as of 1930-01-01") == text(
        """
        - all 'every party is a great_power'
          + FRA is a great_power [table]
          - ESP is a great_power [table]
          + ITA is a great_power [table]
        """
    )


def test_every_other_party_leaves_out_the_bearer_alone() -> None:
    assert only_if("every other party is overwhelmed", OVERWHELMED) == text(
        """
        ? all 'every other party is overwhelmed'
          + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("consent by every other party") == text(
        """
        ? all 'consent by every other party'
          ? consent by every other party [unknown] asks consent(FRA)
          ? consent by every other party [unknown] asks consent(ITA)
        """
    )


def test_every_party_at_one_end_of_a_relation() -> None:
    assert only_if("every party is at_war with the attacker") == text(
        """
        ? all 'every party is at_war with the attacker'
          ? FRA is at_war with DEU [unknown] asks at_war(DEU, FRA)
          ? ESP is at_war with DEU [unknown] asks at_war(DEU, ESP)
          ? ITA is at_war with DEU [unknown] asks at_war(DEU, ITA)
        """
    )
    assert only_if("the attacker is at_war with every party") == text(
        """
        ? all 'the attacker is at_war with every party'
          ? DEU is at_war with FRA [unknown] asks at_war(DEU, FRA)
          ? DEU is at_war with ESP [unknown] asks at_war(DEU, ESP)
          ? DEU is at_war with ITA [unknown] asks at_war(DEU, ITA)
        """
    )
    assert only_if("every party is at_war with the attacker as of 1950-01-01") == text(
        """
        ? all 'every party is at_war with the attacker'
          ? FRA is at_war with DEU on 1950-01-01 [unknown] asks at_war(DEU, FRA, 1950-01-01)
          ? ESP is at_war with DEU on 1950-01-01 [unknown] asks at_war(DEU, ESP, 1950-01-01)
          ? ITA is at_war with DEU on 1950-01-01 [unknown] asks at_war(DEU, ITA, 1950-01-01)
        """
    )


def test_one_who_may_be_a_party_counts_only_if_it_is() -> None:
    assert only_if("every party is overwhelmed", CONTESTED) == text(
        """
        ? all 'every party is overwhelmed'
          ? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)
          ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
          ? any
            ? not 'ITA is no party'
              ? ITA is party to pact-1900 on 1960-05-05 [unknown] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("consent by every other party", CONTESTED) == text(
        """
        ? all 'consent by every other party'
          ? consent by every other party [unknown] asks consent(FRA)
          ? any
            ? not 'ITA is no party'
              ? ITA is party to pact-1900 on 1960-05-05 [unknown] asks membership(ITA, pact-1900)
            ? consent by every other party [unknown] asks consent(ITA)
        """
    )


def test_every_one_of_a_class_is_those_who_were_ever_in_it() -> None:
    """Those who are not of it today are told to be none, and nothing is asked of them."""
    assert only_if("consent by every npt_nuclear_state") == text(
        """
        + all 'consent by every npt_nuclear_state'
          + any
            + not 'USA is no npt_nuclear_state'
              - USA is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(USA)
          + any
            + not 'GBR is no npt_nuclear_state'
              - GBR is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(GBR)
          + any
            + not 'USSR is no npt_nuclear_state'
              - USSR is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(USSR)
          + any
            + not 'RUS is no npt_nuclear_state'
              - RUS is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(RUS)
          + any
            + not 'FRA is no npt_nuclear_state'
              - FRA is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(FRA)
          + any
            + not 'CHN is no npt_nuclear_state'
              - CHN is a npt_nuclear_state [table]
            ? consent by every npt_nuclear_state [unknown] asks consent(CHN)
        """
    )


def test_who_failed_to_consent_is_told_by_name() -> None:
    denied = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: consent, by: [FRA, ITA], to: ESP, happened: false}\n"
    assert only_if("consent by every other party", denied) == text(
        """
        - all 'consent by every other party'
          - any
            - all (act) 'consent by every other party: consent by FRA, ITA to ESP, 1960-05-05'
            - all (act) 'consent by every other party: consent by FRA, ITA to ESP, 1960-05-05'
          - any
            - all (act) 'consent by every other party: consent by FRA, ITA to ESP, 1960-05-05'
            - all (act) 'consent by every other party: consent by FRA, ITA to ESP, 1960-05-05'
        """
    )
    assert (
        only_if("consent by every other party or the act is grave", denied, shown=False)
        == "+ grave (has the scale and effects of an armed attack) [presumed]: presumed of every bombardment"
    )


def test_so_many_parties() -> None:
    assert only_if("at least 2 parties are overwhelmed", OVERWHELMED) == text(
        """
        ? at least 2 'at least 2 parties are overwhelmed'
          + all
            + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            + FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
          - all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("at least 1 parties that are not FRA are overwhelmed", OVERWHELMED, shown=False) == text(
        """
        ? at least 1 'at least 1 parties that are not FRA are overwhelmed'
          - all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            - ESP is overwhelmed (its own means are not enough) [stated] asks overwhelmed(ESP)
          ? all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("at least 2 parties are overwhelmed", CONTESTED) == text(
        """
        ? at least 2 'at least 2 parties are overwhelmed'
          ? all
            + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            ? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)
          ? all
            + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
            ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
          ? all
            ? ITA is party to pact-1900 on 1960-05-05 [unknown] asks membership(ITA, pact-1900)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


def test_so_many_of_a_class_on_a_day() -> None:
    assert only_if("at least 2 great_powers that are parties are at_war with the attacker as of 1930-01-01") == text(
        """
        ? at least 2 'at least 2 great_powers that are parties are at_war with the attacker'
          ? all
            + all
              + FRA is a great_power [table]
              + all
                + FRA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
                + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
            ? FRA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, FRA, 1930-01-01)
          ? all
            + all
              + ITA is a great_power [table]
              + all
                + ITA is party to pact-1900 on 1930-01-01 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
                + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            ? ITA is at_war with DEU on 1930-01-01 [unknown] asks at_war(DEU, ITA, 1930-01-01)
        """
    )
    assert only_if("at least 2 great_powers that are not parties are at_war with the victim") == text(
        """
        ? at least 2 'at least 2 great_powers that are not parties are at_war with the victim'
          ? all
            + USA is a great_power [table]
            ? USA is at_war with FRA [unknown] asks at_war(FRA, USA)
          ? all
            + GBR is a great_power [table]
            ? GBR is at_war with FRA [unknown] asks at_war(FRA, GBR)
          ? all
            + USSR is a great_power [table]
            ? USSR is at_war with FRA [unknown] asks at_war(FRA, USSR)
          ? all
            + CHN is a great_power [table]
            ? CHN is at_war with FRA [unknown] asks at_war(CHN, FRA)
        """
    )


def test_every_party_is_the_bearer_too() -> None:
    assert only_if("every party is overwhelmed and the bearer is resisting") == text(
        """
        ? all
          ? all 'every party is overwhelmed'
            ? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)
            ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
          ? ESP is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(ESP)
        """
    )


def test_of_every_party_that_did_nothing_it_is_told_by_name() -> None:
    assert unless("mobilisation by every party") == text(
        """
        + not 'unless mobilisation by every party'
          - all 'mobilisation by every party'
            - mobilisation FRA [listed]: nothing listed fits it
            - mobilisation ESP [listed]: nothing listed fits it
            - mobilisation ITA [listed]: nothing listed fits it
        """
    )
    assert unless("every party is overwhelmed") == text(
        """
        + not 'unless every party is overwhelmed'
          - all 'every party is overwhelmed'
            - FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)
            ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
            ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )


PEACE = (
    ATTACK
    + "relations: [{at_war: [FRA, DEU], value: false}, {at_war: [ESP, DEU], value: false}, {at_war: [ITA, DEU], value: false}]"
)


def test_no_party_at_war_is_a_search_that_finds_nothing() -> None:
    assert unless("a party is at_war with the attacker", PEACE, shown=True) == text(
        """
        + not 'unless a party is at_war with the attacker'
          - any
            - all
              + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
              - FRA is at_war with DEU [stated] asks at_war(DEU, FRA)
            - all
              + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
              - ESP is at_war with DEU [stated] asks at_war(DEU, ESP)
            - all
              + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
              - ITA is at_war with DEU [stated] asks at_war(DEU, ITA)
        """
    )
    assert unless("a party is at_war with the attacker", PEACE) == text(
        """
        + not 'unless a party is at_war with the attacker'
          - a party is at_war with the attacker [listed]: nothing listed fits it
        """
    )
    assert unless("the attacker is at_war with a party", PEACE) == text(
        """
        + not 'unless the attacker is at_war with a party'
          - the attacker is at_war with a party [listed]: nothing listed fits it
        """
    )


def test_a_consent_of_which_nobody_knows_the_author_may_be_that_of_each() -> None:
    unsigned = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: consent, by: [], to: ESP}\n"
    rule = duty_of_spain("consent by every other party", unsigned).applies
    assert rule is not None
    assert {"by FRA", "by ITA"} <= {leaf.words for leaf in leaves(rule)}


def test_every_member_of_another_treaty() -> None:
    """Of whoever the event names; who is no member is not asked."""
    named = ATTACK + "relations: [{assisting: [ESP, FRA]}, {assisting: [USA, FRA]}]"
    duty = duty_of_spain("every member of other-1950 is overwhelmed", named, other=(OTHER.format(until="1970-01-01"),))
    assert [question(atom) for atom in duty.depends_on] == ["overwhelmed(ESP)", "overwhelmed(FRA)", "overwhelmed(USA)"]


def test_the_word_given_to_one_at_the_end_of_a_relation() -> None:
    war = ATTACK + "relations: [{at_war: [ITA, DEU]}, {at_war: [FRA, DEU], value: false}, {at_war: [ESP, DEU], value: false}]\n"
    assert only_if("the attacker is at_war with a party (the foe) and the foe is overwhelmed", war, shown=False) == text(
        """
        ? all
          + all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            + DEU is at_war with ITA [stated] asks at_war(DEU, ITA)
          ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
    assert only_if("a party (the foe) is at_war with the attacker and the foe is overwhelmed", war, shown=False) == text(
        """
        ? all
          + all
            + ITA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ITA, pact-1900)
            + ITA is at_war with DEU [stated] asks at_war(DEU, ITA)
          ? ITA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ITA)
        """
    )
