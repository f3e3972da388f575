"""Duties as conditions: `a party must defend another party under "5"` holds where that duty is owed, whoever is at its ends."""

from __future__ import annotations

import pytest

from tests.asking import event, library, pact, verdicts
from tests.decision.test_plain_conditions import ATTACK, HEAD, text
from tests.decision.told import below, part
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty

FIVE = 'article "5" when armed_attack on a party then every other party {} the victim against the attacker\n'


def duties(
    of: str, condition: str, *, happened: str = ATTACK, shown: bool = True, then: str = "report to the security_council"
) -> list[Duty]:
    """Of Article 6, by which a party (the helper) has something to do when it is under a duty."""
    known = library(f'{HEAD}{FIVE.format(of)}article "6" when {condition} then the helper must {then}\n')
    decision = decide(read_event(event(happened), known), library=known, not_owed=shown)
    return [each for each in decision.duties if each.article == "6"]


def when(of: str, condition: str, *, happened: str = ATTACK, shown: bool = True) -> str:
    """On what the condition rests, for Spain."""
    (duty,) = (each for each in duties(of, condition, happened=happened, shown=shown) if each.bearer == "ESP")
    return below(part(duty, "when"))


def test_the_duty_of_each_bearer_is_a_way() -> None:
    assert when("must defend", 'a party (the helper) must defend another party under "5"') == text(
        """
        + all
          + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
          + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
          + all (duty) 'ESP must defend FRA under pact-1900:5'
        """
    )
    found = duties("must defend", 'a party (the helper) must defend another party under "5"', shown=False)
    assert [(duty.bearer, duty.verdict) for duty in found] == [("ESP", "owed"), ("ITA", "owed")]


def test_the_words_given_to_its_ends_stand_for_those_who_are_there() -> None:
    found = duties(
        "must defend",
        'a party (the helper) must defend another party (the helped) against a state (the enemy) under "5"',
        then="consult the helped against the enemy",
    )
    assert [(duty.bearer, duty.owed_to, duty.against, duty.verdict) for duty in found] == [
        ("ESP", "FRA", ("DEU",), "owed"),
        ("ITA", "FRA", ("DEU",), "owed"),
    ]


def test_each_of_several_enemies_is_a_way() -> None:
    found = duties(
        "must defend",
        'a party (the helper) must defend another party (the helped) against a state (the enemy) under "5"',
        then="consult the helped against the enemy",
        happened=ATTACK.replace("DEU", "[DEU, AUT]"),
    )
    assert [(duty.bearer, duty.against) for duty in found] == [("ESP", ("DEU", "AUT")), ("ITA", ("DEU", "AUT"))]


@pytest.mark.parametrize(
    ("ends", "verdict"),
    [
        ("FRA", "owed"),
        ("ITA", "not_owed"),
        ("FRA against DEU", "owed"),
        ("FRA against AUT", "not_owed"),
        ("ITA against DEU", "not_owed"),
        ("any of FRA, ITA against any of DEU, AUT", "owed"),
        ("a party that is not FRA", "not_owed"),
    ],
)
def test_the_ends_must_be_those_named(ends: str, verdict: str) -> None:
    condition = f'a party (the helper) must defend {ends} under "5"'
    assert [duty.verdict for duty in duties("must defend", condition) if duty.bearer == "ESP"] == [verdict]
    found = duties("must defend", condition, shown=False)
    assert [duty.bearer for duty in found] == (["ESP", "ITA"] if verdict == "owed" else [])


def test_the_ends_are_told() -> None:
    assert when("must defend", 'a party (the helper) must defend FRA against DEU under "5"') == text(
        """
        + all
          + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
          + all (duty) 'ESP must defend FRA under pact-1900:5'
        """
    )


@pytest.mark.parametrize(
    ("owed", "asked", "met"),
    [
        ("must", "must", True),
        ("should", "should", True),
        ("may", "may", True),
        ("should", "must", True),  # of a political text a duty is what it asks for
        ("must", "should", False),
        ("may", "must", False),
        ("must", "may", False),
        ("may", "should", False),
        ("should", "may", False),
    ],
)
def test_a_right_is_no_duty(owed: str, asked: str, met: bool) -> None:
    found = duties(f"{owed} defend", f'a party (the helper) {asked} defend another party under "5"')
    assert bool(found) is met


def test_a_duty_holds_where_one_below_it_is_owed() -> None:
    """To defend is to assist, and not the other way."""
    assert when("must defend", 'a party (the helper) must assist another party under "5"') == text(
        """
        + all
          + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
          + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
          + all (duty) 'ESP must defend FRA under pact-1900:5'
        """
    )
    assert duties("must assist", 'a party (the helper) must defend another party under "5"') == []
    assert duties("must consult", 'a party (the helper) must defend another party under "5"') == []


TALKS = (
    HEAD + 'article "5" every party must consult every other party\narticle "6" every party must report to the security_council\n'
)


def exception(condition: str, *, shown: bool = True) -> str:
    """Of the duty of Spain to report."""
    known = library(f"{TALKS}  unless {condition}")
    decision = decide(read_event(event(ATTACK), known), library=known, not_owed=shown)
    (duty,) = (each for each in decision.duties if each.bearer == "ESP" and each.article == "6")
    return below(part(duty, "unless"))


def test_a_duty_to_all_is_one_to_every_party() -> None:
    assert exception('ESP must consult every other party under "5"') == text(
        """
        - not 'unless ESP must consult every other party under "5"'
          + all (duty) 'ESP must consult all under pact-1900:5'
        """
    )
    assert exception('ESP must consult every party under "5"') == text(
        """
        - not 'unless ESP must consult every party under "5"'
          + all (duty) 'ESP must consult all under pact-1900:5'
        """
    )
    assert exception('ESP must consult under "5"') == text(
        """
        - not 'unless ESP must consult under "5"'
          + all (duty) 'ESP must consult all under pact-1900:5'
        """
    )


def test_a_duty_that_nobody_has_is_told_in_the_words_of_the_text() -> None:
    assert exception('ESP must defend FRA under "5"', shown=False) == text(
        """
        + not 'unless ESP must defend FRA under "5"'
          - ESP must defend FRA under "5" [listed]: nothing listed fits it
        """
    )
    assert exception('DEU must consult every party under "5"', shown=False) == text(
        """
        + not 'unless DEU must consult every party under "5"'
          - DEU must consult every party under "5" [listed]: nothing listed fits it
        """
    )


def test_of_a_duty_that_nobody_has_the_rest_of_the_condition_is_told_too() -> None:
    assert exception('ESP must defend FRA under "5" and ESP is overwhelmed') == text(
        """
        + not 'unless ESP must defend FRA under "5" and ESP is overwhelmed'
          - all
            - ESP must defend FRA under "5" [listed]: nothing listed fits it
            ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
        """
    )
    assert exception('ESP is overwhelmed and ESP must defend FRA under "5"') == text(
        """
        + not 'unless ESP is overwhelmed and ESP must defend FRA under "5"'
          - all
            ? ESP is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(ESP)
            - ESP must defend FRA under "5" [listed]: nothing listed fits it
        """
    )


def test_one_duty_of_several_in_a_clause() -> None:
    both = "must consult the victim and every other party must defend"
    found = duties(both, 'a party (the helper) must defend another party under "5"', shown=False)
    assert [(duty.bearer, duty.verdict) for duty in found] == [("ESP", "owed"), ("ITA", "owed")]


def test_who_the_enemies_are_is_no_matter_where_none_is_named() -> None:
    two = ATTACK.replace("DEU", "[DEU, AUT]")
    assert when("must defend", 'a party (the helper) must defend another party under "5"', happened=two) == text(
        """
        + all
          + ESP is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(ESP, pact-1900)
          + FRA is party to pact-1900 on 1960-05-05 (since 1900-01-01) [table] asks membership(FRA, pact-1900)
          + all (duty) 'ESP must defend FRA under pact-1900:5'
        """
    )


def test_a_power_of_a_body() -> None:
    known = library(
        HEAD + "organ pact_council of every party decides by consensus\n"
        'article "5" when armed_attack on a party then the pact_council may suspend the attacker\n'
        'article "6" when the pact_council may suspend a state under "5" then every party must consult every other party\n'
    )
    found = [each for each in decide(read_event(event(ATTACK), known), library=known).duties if each.article == "6"]
    assert [(each.bearer, each.verdict) for each in found] == [("FRA", "owed"), ("ESP", "owed"), ("ITA", "owed")]
    assert below(part(found[0], "when")) == "+ all (duty) 'pact_council may suspend DEU under pact-1900:5'"


def rest(then: str, more: str = "") -> list[Duty]:
    """Of Article 6, by which one who has to consult `the rest` has something to do."""
    known = library(
        f'{HEAD}article "5" every party must consult every other party\n'
        f'article "6" when a party (the talker) must consult every other party (the rest) under "5" {more}then the talker must {then}'
    )
    decision = decide(read_event(event(ATTACK), known), library=known)
    return [each for each in decision.duties if each.article == "6"]


def test_a_word_for_all_to_whom_a_duty_is_owed_stands_for_nobody_in_particular() -> None:
    found = rest("report to the security_council", "and the rest is overwhelmed ")
    assert [[atom.word for atom in duty.depends_on] for duty in found] == [["overwhelmed"]] * 3


def test_what_is_owed_to_all_may_be_answered_to_all() -> None:
    assert [(each.bearer, each.owed_to, each.verdict) for each in rest("assist the rest")] == [
        ("FRA", "ALL", "owed"),
        ("ESP", "ALL", "owed"),
        ("ITA", "ALL", "owed"),
    ]


def test_a_duty_to_one_who_has_a_role_in_what_happened() -> None:
    known = library(
        HEAD + FIVE.format("must defend") + 'article "6" when armed_attack on a party and ITA must defend the victim under "5" '
        "then every other party must consult the victim"
    )
    found = decide(read_event(event(ATTACK.replace("FRA", "[FRA, ITA]")), known), library=known, not_owed=True).duties
    assert {(each.bearer, each.owed_to): each.verdict for each in found if each.article == "6"} == {
        ("ESP", "FRA"): "owed",
        ("ITA", "FRA"): "owed",
        ("FRA", None): "not_owed",  # only of the attack on ITA, whom ITA need not defend
    }


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        ("ESP must consult FRA", "owed"),
        ("ESP must consult ITA", "owed"),
        ("ESP must consult ESP", "not_owed"),  # none is owed to oneself
        ("ESP must consult DEU", "not_owed"),
        ("ESP must consult another party", "owed"),
        ("ESP must consult a party that is not FRA", "owed"),
        ("ESP must consult a great_power", "owed"),
        ("ESP must consult any of FRA, DEU", "owed"),
    ],
)
def test_what_is_owed_to_all_is_owed_to_each(condition: str, verdict: str) -> None:
    known = library(f'{TALKS}  only if {condition} under "5"')
    found = decide(read_event(event(ATTACK.replace("FRA", "ITA")), known), library=known, not_owed=True).duties
    assert [each.verdict for each in found if each.bearer == "FRA" and each.article == "6"] == [verdict]


def test_one_to_whom_a_duty_to_all_is_owed_takes_the_word_for_him() -> None:
    known = library(
        f'{HEAD}article "5" every party must consult every other party\n'
        'article "6" when ITA must consult another party (the rest) under "5" then ITA must assist the rest'
    )
    found = decide(read_event(event(ATTACK), known), library=known).duties
    assert [(each.owed_to, each.verdict) for each in found if each.article == "6"] == [("FRA", "owed"), ("ESP", "owed")]


def test_a_duty_against_one_whom_nobody_knows_may_be_against_a_state() -> None:
    somebody = "kind: bombardment\non: FRA\n"
    for against, known, unknown in (
        (" against a state (the foe)", "owed", "depends"),
        (" against DEU", "owed", "depends"),
        (" against AUT", "not_owed", "depends"),
        ("", "owed", "owed"),
    ):
        words = f'a party (the helper) must defend FRA{against} under "5"'
        for happened, verdict in ((ATTACK, known), (somebody, unknown)):
            found = duties("must defend", words, happened=happened)
            assert [each.verdict for each in found if each.bearer == "ESP"] == [verdict], (words, happened)


def test_a_duty_against_nobody_is_against_no_state() -> None:
    words = 'ESP must consult FRA against a state (the foe) under "5"'
    assert exception(words).startswith(f"+ not 'unless {words}'")


def test_a_duty_carries_the_acts_of_the_duty_from_which_it_arises() -> None:
    (of_spain,) = (
        each
        for each in duties("must defend", 'a party (the helper) must defend another party under "5"', shown=False)
        if each.bearer == "ESP"
    )
    assert of_spain.acts == ("act1",)


def test_a_duty_two_steps_away_carries_them_too_and_one_that_must_not_be_there_gives_none() -> None:
    known = library(
        f"{HEAD}{FIVE.format('must defend')}"
        'article "6" when a party (the helper) must defend another party under "5" then the helper must report to the security_council\n'
        'article "7" when a party (the helper) must report to the security_council under "6" then the helper must mobilise\n'
        'article "8" when not (ESP must consult every other party under "9") then ESP must mobilise\n'
        'article "9" when armed_attack on ESP then ESP must consult every other party\n'
    )
    decision = decide(read_event(event(ATTACK), known), library=known)
    acts = {duty.article: duty.acts for duty in decision.duties if duty.bearer == "ESP" and duty.verdict == "owed"}
    assert acts == {"5": ("act1",), "6": ("act1",), "7": ("act1",), "8": ()}


# ---------------------------------------------------------------------------------------------------- against several
DEFEND = 'article "1" when armed_attack on a party then every other party must defend the victim against the attacker\n'
AGAINST = 'article "2" when a party (the helper) must defend another party against a state (the foe) under "1"%s then the helper must consult the foe'


def against(more: str, one: str, two: str) -> dict[str, str]:
    acts = f"acts: [{{kind: bombardment, by: DEU, on: FRA{one}}}, {{kind: bombardment, by: {two}, on: FRA}}]"
    found = verdicts(pact(DEFEND + AGAINST % more), event(acts))
    return {name.removeprefix("2/ESP>"): verdict for name, verdict in found.items() if name.startswith("2/ESP")}


def test_a_duty_against_several_rests_for_each_on_what_he_did() -> None:
    assert against("", "", "GBR") == {"DEU": "owed", "GBR": "owed"}
    assert against("", ", happened: unknown", "GBR") == {"DEU": "depends", "GBR": "owed"}
    assert against("", ", happened: false", "GBR") == {"GBR": "owed"}


def test_of_one_whom_nobody_knows_it_stays_open_what_he_is() -> None:
    nuclear = " and the foe is a nuclear_power"
    assert against(nuclear, "", "GBR") == {"GBR": "owed"}
    assert against(nuclear, "", "CHE") == {}
    assert list(against(nuclear, "", "[]").values()) == ["depends"]


# ---------------------------------------------------------------------------------------------------- against somebody unknown
FOE = 'a party (the helper) must defend FRA against {} (the foe) under "5" and {}'


def test_one_whom_nobody_knows_is_told_by_the_duty_against_him() -> None:
    found = when("must defend", FOE.format("a state", "the foe is overwhelmed"), happened="kind: bombardment\non: FRA\n")
    assert "? against a state (the foe) [unknown] asks against_a_state_(the_foe)(pact-1900:5, ESP)" in found
    assert "? the foe is overwhelmed [unknown] asks overwhelmed(the foe of pact-1900:5 (ESP))" in found


@pytest.mark.parametrize(("whom", "verdict"), [("ITA", "depends"), ("DEU", "not_owed")])
def test_one_whom_nobody_knows_is_whom_the_text_lets_him_be(whom: str, verdict: str) -> None:
    acts = f"acts:\n  - {{kind: bombardment, by: [], on: FRA}}\n  - {{kind: declaration_of_war, by: FRA, on: {whom}}}\n"
    found = duties("must defend", FOE.format("a party", "declaration_of_war by FRA on the foe"), happened=acts)
    assert {each.verdict for each in found if each.bearer == "ESP"} == {verdict}
