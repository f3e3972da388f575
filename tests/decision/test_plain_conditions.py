"""Conditions that test those already known: what each asks, word for word, and on what it rests."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.asking import event, library
from tests.decision.told import below, part, parts
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.diagnostics.diagnostic import InputError
from treatylang.text.limits import Limits

HEAD = """treaty pact-1900 "A pact of three"
  in force since 1900-01-01
parties
  FRA ESP ITA since 1900-01-01
"""
ATTACK = "kind: bombardment\nby: DEU\non: FRA\n"
BY_SOMEBODY = "kind: bombardment\non: FRA\n"


def duty_of_spain(
    condition: str, happened: str = ATTACK, *, shown: bool = True, more: str = "", other: tuple[str, ...] = ()
) -> Duty:
    """Of Spain, which has to help France only if the condition holds; `shown`: with the ways in which it fails."""
    rule = f'article "1" when armed_attack on a party then every other party must assist the victim only if {condition}'
    known = library(HEAD + more + rule, *other)
    decision = decide(read_event(event(happened), known), library=known, not_owed=shown)
    (duty,) = (each for each in decision.duties if each.bearer == "ESP" and each.treaty == "pact-1900")
    return duty


def only_if(condition: str, happened: str = ATTACK, *, shown: bool = True, more: str = "", other: tuple[str, ...] = ()) -> str:
    """On what the condition rests; `more`: definitions of the treaty, `other`: treaties beside it."""
    return below(part(duty_of_spain(condition, happened, shown=shown, more=more, other=other), "only if"))


def text(written: str) -> str:
    return dedent(written).strip()


def test_a_fact_of_one_whom_nobody_knows_is_one_open_question() -> None:
    assert (
        only_if("the attacker is overwhelmed", BY_SOMEBODY)
        == "? the attacker is overwhelmed [unknown] asks overwhelmed(the attacker of act1)"
    )
    assert (
        only_if("the attacker is communist", BY_SOMEBODY)
        == "? the attacker is communist [unknown] asks communist(the attacker of act1)"
    )
    assert (
        only_if("defence_spending of the attacker is at least 2% of gdp", BY_SOMEBODY)
        == "? defence_spending of the attacker of act1 is at least 2% of gdp [unknown] asks spending_share(the attacker of act1)"
    )
    assert (
        only_if("the attacker is a great_power", BY_SOMEBODY)
        == "? the attacker is a great_power [unknown] asks attacker(act1, a great_power)"
    )


def test_the_victim_is_known_by_its_code() -> None:
    assert (
        only_if("the victim is overwhelmed")
        == "? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)"
    )
    assert (
        only_if("the victim is overwhelmed", ATTACK + "parties: {FRA: {overwhelmed: true}}")
        == "+ FRA is overwhelmed (its own means are not enough) [stated] asks overwhelmed(FRA)"
    )
    assert only_if("the victim is not overwhelmed") == text(
        """
        ? not 'the victim is not overwhelmed'
          ? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)
        """
    )
    assert only_if("the attacker is not communist") == text(
        """
        + not 'the attacker is not communist'
          - DEU is a communist [table]
        """
    )


def in_each_way(condition: str, happened: str) -> list[str]:
    return parts(duty_of_spain(condition, happened), "only if")


def test_an_author_who_may_be_another_leaves_open_whether_that_other_is_meant() -> None:
    """Either it was his deed, and he is tested, or it was that of somebody of whom nothing is known."""
    doubtful = "kind: bombardment\nby: GBR\non: FRA\nattributed: unknown"
    assert in_each_way("the attacker is a great_power", doubtful) == [
        "? the attacker is a great_power [unknown] asks attacker(act1, a great_power)",
        text(
            """
            ? any
              ? all
                ? attributed (the deed is that of those named after `by`) [unknown] asks attributed(act1)
                + GBR is a great_power [table]
              ? all
                ? not 'not attributed'
                  ? attributed (the deed is that of those named after `by`) [unknown] asks attributed(act1)
                ? the attacker is a great_power [unknown] asks author(act1, a great_power)
            """
        ),
    ]
    stated = doubtful.replace("unknown", "true")
    assert only_if("the attacker is a great_power", stated) == "+ GBR is a great_power [table]"
    disowned = doubtful.replace("unknown", "false")
    assert (
        only_if("the attacker is a great_power", disowned)
        == "? the attacker is a great_power [unknown] asks attacker(act1, a great_power)"
    )


def test_only_the_author_of_an_act_may_be_another() -> None:
    doubtful = "kind: bombardment\nby: GBR\non: FRA\nattributed: unknown"
    assert in_each_way("the victim is a great_power", doubtful) == ["+ FRA is a great_power [table]"]
    assert in_each_way("FRA is a great_power", doubtful) == ["+ FRA is a great_power [table]"]


def test_a_body_is_of_no_class_of_states() -> None:
    assert only_if("the security_council is a great_power") == "- security_council is a great_power [table]"
    assert only_if("the security_council is communist") == "- security_council is a communist [table]"


def test_who_is_tested_against_another_role() -> None:
    assert only_if("the victim is the bearer") == "- any"
    assert only_if("the attacker is a state that is not a party") == "+ all"


def test_a_class_is_asked_for_its_day() -> None:
    assert (
        only_if("the attacker is a great_power as of 1910-01-01", ATTACK.replace("DEU", "ITA")) == "+ ITA is a great_power [table]"
    )
    assert only_if("the bearer is communist as of 1950-01-01") == "- ESP is a communist [table]"


def test_a_level_is_told_with_its_unit() -> None:
    assert (
        only_if("defence_spending of the victim is at least 2% of gdp")
        == "? defence_spending of FRA is at least 2% of gdp [unknown] asks spending_share(FRA)"
    )
    told_by_itself = ATTACK + "parties: {FRA: {spending_share: 2.5}}"
    assert (
        only_if("defence_spending of the victim is at least 2% of gdp", told_by_itself)
        == "+ defence_spending of FRA is at least 2% of gdp [stated] asks spending_share(FRA)"
    )
    assert (
        only_if("defence_spending of the victim is at most 2% of gdp", told_by_itself)
        == "- defence_spending of FRA is at most 2% of gdp [stated] asks spending_share(FRA)"
    )
    assert (
        only_if("support_to_ukraine of the victim is at least 5 men")
        == "? support_to_ukraine of FRA is at least 5 men [unknown] asks support_to_ukraine(FRA)"
    )


def test_the_question_of_a_level_keeps_its_bound() -> None:
    (atom,) = duty_of_spain("defence_spending of the victim is at most 1.5% of gdp").depends_on
    assert (atom.word, atom.of, atom.bound) == ("spending_share", ("FRA",), ("at most", 1.5))
    (atom,) = duty_of_spain("support_to_ukraine of the victim is at least 5 men").depends_on
    assert (atom.word, atom.of, atom.bound) == ("support_to_ukraine", ("FRA",), ("at least", 5))


def test_a_fact_of_the_situation_in_a_place_is_where_the_acts_are() -> None:
    assert (
        only_if("danger_to_peace")
        == "? danger_to_peace (the peace of the region or community is endangered) [unknown] asks danger_to_peace()"
    )
    assert only_if("danger_to_peace in europe") == text(
        """
        ? all
          ? danger_to_peace (the peace of the region or community is endangered) [unknown] asks danger_to_peace()
          ? the place of act1 is in europe [unknown] asks place(act1, europe)
        """
    )
    so = "facts: {danger_to_peace: true}\n"
    assert only_if("danger_to_peace in europe", ATTACK + so + "place: {region: balkans}") == text(
        """
        + all
          + danger_to_peace (the peace of the region or community is endangered) [stated] asks danger_to_peace()
          + the place of act1 is in europe [stated]
        """
    )
    assert only_if("danger_to_peace in europe, east_asia", ATTACK + so) == text(
        """
        ? all
          + danger_to_peace (the peace of the region or community is endangered) [stated] asks danger_to_peace()
          ? any
            ? the place of act1 is in europe [unknown] asks place(act1, europe)
            ? the place of act1 is in east_asia [unknown] asks place(act1, east_asia)
        """
    )


def test_what_only_may_have_happened_shows_no_place_for_certain() -> None:
    so = "facts: {danger_to_peace: true}\n"
    assert only_if("danger_to_peace in europe", f"{ATTACK}{so}happened: unknown\nplace: {{region: balkans}}") == text(
        """
        ? all
          + danger_to_peace (the peace of the region or community is endangered) [stated] asks danger_to_peace()
          ? all
            ? bombardment took place [unknown] asks happened(act1)
            + the place of act1 is in europe [stated]
        """
    )


@pytest.mark.parametrize(
    "other",
    [
        "{kind: request_for_assistance, by: FRA, to: ESP, place: {region: europe}}",
        "{kind: accident, by: DEU, on: FRA, happened: false}",
    ],
)
def test_a_request_and_what_did_not_happen_show_no_place(other: str) -> None:
    acts = f"acts:\n  - {{kind: bombardment, by: DEU, on: FRA, place: {{region: east_asia}}}}\n  - {other}\n"
    assert only_if("danger_to_peace in europe", acts + "facts: {danger_to_peace: true}") == text(
        """
        - all
          + danger_to_peace (the peace of the region or community is endangered) [stated] asks danger_to_peace()
          - the place of act1 is in europe [stated]
        """
    )


def test_facts_of_the_act() -> None:
    assert (
        only_if("the act is grave", ATTACK + "grave: unknown")
        == "? grave (has the scale and effects of an armed attack) [unknown] asks grave(act1)"
    )
    assert only_if("the act is in europe", ATTACK) == "? the place of act1 is in europe [unknown] asks place(act1, europe)"
    assert only_if("the act is in europe and the act is grave", ATTACK + "grave: true") == text(
        """
        ? all
          ? the place of act1 is in europe [unknown] asks place(act1, europe)
          + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
        """
    )
    assert only_if("the act is an armed_attack or the act is grave", ATTACK + "grave: true\narmed_attack: unknown") == text(
        """
        + any
          ? bombardment is an armed_attack [unknown] asks armed_attack(act1)
          + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
        """
    )


def test_a_negation_keeps_the_words_of_the_text() -> None:
    assert only_if("not (the act is grave and the victim is overwhelmed)", ATTACK + "grave: true") == text(
        """
        ? not 'not (the act is grave and the victim is overwhelmed)'
          ? all
            + grave (has the scale and effects of an armed attack) [stated] asks grave(act1)
            ? FRA is overwhelmed (its own means are not enough) [unknown] asks overwhelmed(FRA)
        """
    )


def test_a_decision_is_asked_of_those_whom_it_concerns() -> None:
    assert (
        only_if("the security_council decides necessary_measures")
        == "- the security_council decides necessary_measures [presumed]: no such decision is listed"
    )
    assert (
        only_if("the security_council decides necessary_measures on the attacker")
        == "- the security_council decides necessary_measures on DEU [presumed]: no such decision is listed"
    )
    assert (
        only_if("the security_council decides necessary_measures on the attacker", BY_SOMEBODY)
        == "- the security_council decides necessary_measures [presumed]: no such decision is listed"
    )
    taken = "decisions: [{body: security_council, decision: necessary_measures, on: AUT}]"
    assert (
        only_if("the security_council decides necessary_measures on any of AUT, HUN", ATTACK + taken)
        == "- the security_council decides necessary_measures on AUT, HUN [presumed]: no such decision is listed"
    )


OTHER = """treaty other-1950 "Another pact"
  in force since 1950-01-01 until {until}
parties
  FRA ESP USA since 1950-01-01
article "1" every party must consult every other party
"""


def test_whether_another_treaty_is_in_force() -> None:
    assert (
        only_if("other-1950 is in force", other=(OTHER.format(until="1970-01-01"),))
        == "+ other-1950 is in force on 1960-05-05 (since 1950-01-01 until 1970-01-01) [table]"
    )
    assert (
        only_if("other-1950 is in force", other=(OTHER.format(until="1960-05-05"),))
        == "- other-1950 is in force on 1960-05-05 (since 1950-01-01 until 1960-05-05) [table]"
    )
    assert only_if("other-1950 is not in force", other=(OTHER.format(until="1960-05"),)) == text(
        """
        ? not 'other-1950 is not in force'
          ? not 'other-1950 is in force on 1960-05-05 (since 1950-01-01 until 1960-05) no more'
            ? other-1950 is in force on 1960-05-05 (since 1950-01-01 until 1960-05) (until 1960-05) [unknown] asks until(other-1950, 1960-05, 1960-05-05)
        """
    )


def test_a_class_of_the_treaty_itself() -> None:
    neutral = 'class neutral "keeps out of blocs"\n  ESP since 1900-01-01\n'
    assert only_if("the bearer is neutral", more=neutral) == "+ ESP is a neutral [table]"
    assert only_if("the victim is neutral", more=neutral) == "- FRA is a neutral [table]"
    assert only_if("every neutral is resisting", more=neutral) == text(
        """
        ? all 'every neutral is resisting'
          ? ESP is resisting (the state fights, or finds it vital to resist) [unknown] asks resisting(ESP)
        """
    )


def test_land_of_one_who_has_a_role() -> None:
    on_land = ATTACK + "place: {territory_of: FRA}"
    assert (
        only_if("the act is in territory of the victim", on_land)
        == "+ the place of act1 is territory of FRA [stated] asks sovereign_of(FRA, the place of act1)"
    )
    assert only_if("danger_to_peace in territory of the victim", on_land) == text(
        """
        ? all
          ? danger_to_peace (the peace of the region or community is endangered) [unknown] asks danger_to_peace()
          + the place of act1 is territory of FRA [stated] asks sovereign_of(FRA, the place of act1)
        """
    )
    assert only_if("danger_to_peace in territory of the attacker", on_land) == "- any"


def test_a_fact_of_the_situation_without_a_place_asks_for_none() -> None:
    assert (
        only_if("danger_to_peace", ATTACK + "happened: unknown")
        == "? danger_to_peace (the peace of the region or community is endangered) [unknown] asks danger_to_peace()"
    )


def test_a_fact_in_a_place_where_no_act_is_listed() -> None:
    """A request says nothing of where the danger is."""
    known = library(f'{HEAD}article "1" every party must consult every other party unless danger_to_peace in europe')
    asked = "kind: request_for_consultation\nby: FRA\nto: ESP"
    (duty,) = (each for each in decide(read_event(event(asked), known), library=known).duties if each.bearer == "ESP")
    assert below(part(duty, "unless")) == text(
        """
        ? not 'unless danger_to_peace in europe'
          ? all
            ? danger_to_peace (the peace of the region or community is endangered) [unknown] asks danger_to_peace()
            ? danger_to_peace in europe [unknown] asks place(it, in europe)
        """
    )


def test_more_ways_than_the_limit_are_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three parties that may be weak and three that may fight: nine ways."""
    condition = "a party (the weak) is overwhelmed and a party (the strong) is resisting"
    monkeypatch.setattr("treatylang.decision.matching.LIMITS", Limits(ways_of_one=9, kept=1))
    assert duty_of_spain(condition).verdict == "depends"
    monkeypatch.setattr("treatylang.decision.matching.LIMITS", Limits(ways_of_one=8, kept=1))
    with pytest.raises(InputError, match=r"a condition that the event fits in more than 8 ways .*pact-1900, Article 1"):
        duty_of_spain(condition)


def test_who_holds_the_place() -> None:
    held = ATTACK + "place: {territory_of: FRA, administered_by: ITA}"
    assert (
        only_if("the place is administered by the victim", held)
        == "- the place of act1 is administered by FRA [stated] asks administered(the place of act1, FRA)"
    )
    assert (
        only_if("the place is administered by ITA", held)
        == "+ the place of act1 is administered by ITA [stated] asks administered(the place of act1, ITA)"
    )
    assert (
        only_if("the place is administered by the attacker", BY_SOMEBODY)
        == "? the place is administered by the attacker [unknown] asks administered(act1, the attacker of act1)"
    )


def test_a_decision_may_be_on_one_whom_nobody_knows() -> None:
    """Whether the attacker is the one on whom the council decided is not known."""
    words = "the security_council decides necessary_measures on the attacker"
    taken = "decisions: [{body: security_council, decision: necessary_measures, on: FRA}]"
    assert duty_of_spain(words, BY_SOMEBODY + taken).verdict == "depends"
    bare = "decisions: [{body: security_council, decision: necessary_measures}]"
    assert duty_of_spain(words, BY_SOMEBODY + bare).verdict == "owed"
    denied = "decisions: [{body: security_council, decision: necessary_measures, outcome: vetoed}]"
    assert duty_of_spain(words, BY_SOMEBODY + denied).verdict == "not_owed"


def test_a_treaty_is_in_force_as_of_the_day_that_is_named() -> None:
    other = """treaty other-1950 "Another"
  in force since 1950-01-01 until 1960-01-01
parties
  GBR USA since 1950-01-01
article "1" every party must consult every other party
"""
    for condition, verdict in (
        ("other-1950 is in force as of 1955-01-01", "owed"),
        ("not (other-1950 is in force) as of 1955-01-01", "not_owed"),
        ("(other-1950 is in force as of 1949-01-01) as of 1955-01-01", "not_owed"),
        ("other-1950 is in force as of 1949-01-01", "not_owed"),
        ("other-1950 is in force", "not_owed"),  # on the day asked about
        ("not (other-1950 is in force as of 1949-01-01 or other-1950 is in force)", "owed"),
        ("not (other-1950 is in force as of 1955-01-01 and other-1950 is in force)", "owed"),
    ):
        assert duty_of_spain(condition, other=(other,)).verdict == verdict, condition


@pytest.mark.parametrize(
    ("where", "limits", "what"),
    [
        ("matching", Limits(ways=0), "treaties that the event fits in more than 0 ways .*pact-1900, Article 1"),
        ("rows", Limits(formulas=0), "an answer of more than 0 formulas .*pact-1900, Article 1"),
        ("rows", Limits(duties=0), "an answer of more than 0 duties .*pact-1900, Article 1"),
        ("from_plan", Limits(pairs=0), "an event with more than 0 pairs of one that acts and one acted on"),
    ],
)
def test_a_question_that_costs_more_than_its_bound_is_refused_by_name(
    where: str, limits: Limits, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"treatylang.decision.{where}.LIMITS", Limits())
    assert duty_of_spain("a party is overwhelmed").verdict == "depends"
    monkeypatch.setattr(f"treatylang.decision.{where}.LIMITS", limits)
    with pytest.raises(InputError, match=what):
        duty_of_spain("a party is overwhelmed")
