"""Exceptions, further conditions, ends, riders, suspensions, time: what takes a duty away or changes it."""

from __future__ import annotations

import pytest

import treatylang
from tests.asking import ask, event, pact, row, verdicts
from treatylang.explanation.from_decision import explain
from treatylang.rendering.reasons import failure

ATTACK = event("kind: bombardment\nby: DEU\non: FRA")
RULE = 'article "1" when armed_attack on a party then every other party must defend the victim by all_means'


def test_an_exception_is_shown_as_itself() -> None:
    text = pact(RULE + " unless the act is provoked")
    assert row(text, ATTACK, "ESP").verdict == "owed"
    duty = row(text, event("kind: bombardment\nby: DEU\non: FRA\nprovoked: true"), "ESP")
    assert duty.verdict == "not_owed"
    assert failure(duty) == "unless the act is provoked"


def test_only_if() -> None:
    text = pact(RULE + " only if the victim is resisting")
    assert [atom.word for atom in row(text, ATTACK, "ESP").depends_on] == ["resisting"]
    assert row(text, ATTACK + "\nparties: {FRA: {resisting: true}}", "ESP").verdict == "owed"
    failed = row(text, ATTACK + "\nparties: {FRA: {resisting: false}}", "ESP")
    assert failure(failed) == "only if the victim is resisting"


def test_measures_lapse_when_the_council_has_acted() -> None:
    text = pact(RULE + " lapses when the security_council decides necessary_measures")
    assert row(text, ATTACK, "ESP").verdict == "owed"
    acted = "\ndecisions:\n  - {body: security_council, decision: necessary_measures%s}"
    assert row(text, ATTACK + acted % "", "ESP").verdict == "not_owed"
    assert row(text, ATTACK + acted % ", outcome: vetoed", "ESP").verdict == "owed"
    assert row(text, ATTACK + acted % ", outcome: unknown", "ESP").verdict == "depends"
    assert row(text, ATTACK + acted % ", date: 1960-06-01", "ESP").verdict == "owed"


def test_a_decision_that_a_duty_waits_for_is_unknown() -> None:
    text = pact(
        'article "1" when the security_council decides collective_measures then every party must take_measures by binding_decision'
    )
    assert row(text, ATTACK, "ESP").verdict == "depends"


@pytest.mark.parametrize(("decided", "expected"), [("1959-05-05", "not_owed"), ("1959-05-06", "owed")])
def test_lapses_after_a_decision(decided: str, expected: str) -> None:
    text = pact(RULE + " lapses 1 year after the security_council decides sufficient_protection")
    finding = f"\ndecisions:\n  - {{body: security_council, decision: sufficient_protection, date: {decided}}}"
    assert row(text, ATTACK + finding, "ESP").verdict == expected


def test_a_decision_that_failed_starts_no_time() -> None:
    text = pact(RULE + " lapses 1 year after the security_council decides sufficient_protection")
    finding = (
        "\ndecisions:\n  - {body: security_council, decision: sufficient_protection, date: 1950-01-01, outcome: not_adopted}\n"
        "  - {body: security_council, decision: sufficient_protection, date: 1960-01-01}"
    )
    assert row(text, ATTACK + finding, "ESP").verdict == "owed"


@pytest.mark.parametrize(("made", "expected"), [("1960-02-05", "not_owed"), ("1960-02-06", "owed")])
def test_lapses_after_an_act(made: str, expected: str) -> None:
    text = pact(RULE + " lapses 3 months after peace by the victim with the attacker")
    acts = event(
        "acts:\n  - {kind: bombardment, by: DEU, on: FRA, date: 1960-01-01, place: {territory_of: FRA}}\n"
        f"  - {{kind: peace, by: FRA, on: DEU, date: {made}}}"
    )
    assert row(text, acts, "ESP").verdict == expected


def test_what_is_not_evaluated_yet_is_an_error_and_never_silence() -> None:
    text = pact(RULE + " lapses 1 year after danger_to_peace")
    with pytest.raises(treatylang.InputError) as error:
        ask(text, ATTACK)
    assert error.value.diagnostics[0].code == "TL0701"


def test_readings_of_how_a_duty_is_kept_are_told() -> None:
    text = pact(
        RULE + '\nreading of "1" by ITA "Note of 1955" instead by necessary_aid\nreading of "1" by PRT "Note of 1956" jointly\n'
    )
    duty = row(text, ATTACK, "ESP")
    assert (duty.strength, duty.jointly) == ("all_means", False)
    assert duty.readings == ("by necessary_aid, reading of 1 by ITA: Note of 1955", "jointly, reading of 1 by PRT: Note of 1956")


def test_a_reservation_changes_the_duty_of_its_author_alone() -> None:
    text = pact(RULE + '\nreservation to "1" by ESP unless the attacker is DEU\n')
    assert verdicts(text, ATTACK) == {"1/PRT>FRA": "owed", "1/ITA>FRA": "owed"}


def test_a_reservation_holds_from_its_date() -> None:
    text = pact(RULE + '\nreservation to "1" by ESP since 1960-05-06 unless the attacker is DEU\n')
    assert "1/ESP>FRA" in verdicts(text, ATTACK)


def test_a_proviso_for_a_class_changes_the_strength() -> None:
    text = pact(
        RULE
        + '\nclass neutral\n  PRT since 1950-01-01\narticle "2" proviso to "1" for every neutral instead by own_defence_policy\n'
    )
    assert row(text, ATTACK, "PRT").strength == "own_defence_policy"
    assert row(text, ATTACK, "ESP").strength == "all_means"


def test_an_agreed_reading_binds_from_its_date() -> None:
    text = pact(RULE + '\nreading of "1" by every party "Declaration of 1955" since 1955-01-01 unless the attacker is DEU\n')
    assert verdicts(text, ATTACK) == {}
    assert len(verdicts(text, event("kind: bombardment\nby: DEU\non: FRA", "1954-05-05"))) == 3


def test_a_claimed_reading_makes_a_dispute() -> None:
    text = pact(RULE + '\nreading of "1" by ITA "Note of 1955" unless the attacker is DEU\n')
    duty = row(text, ATTACK, "ESP")
    assert duty.verdict == "disputed"
    assert {each.verdict for each in duty.says} == {"owed", "not_owed"}
    assert any("ITA" in each.who for each in duty.says)


def test_claims_make_accounts() -> None:
    text = pact(
        'article "1" when internal_conflict on a party then every other party must assist the government only if the act is supported_from_abroad'
    )
    rising = "actors:\n  REBELS: {kind: non_state}\nkind: rebellion\nby: REBELS\non: PRT\nsupported_from_abroad: {claimed: {true: [PRT], false: [%s]}}"
    assert row(text, event(rising % "ESP"), "FRA").verdict == "disputed"
    assert row(text, event(rising % ""), "FRA").verdict == "disputed"


def test_another_trigger() -> None:
    text = pact(RULE + '\nreading of "1" by every party "Declaration" since 1950-01-01 also when cyber_operation on a party\n')
    assert "1/ESP>FRA" in verdicts(text, event("kind: cyber_operation\nby: DEU\non: FRA"))


def test_suspension_between_two_is_both_ways() -> None:
    text = pact("suspended between FRA and ESP since 1950-01-01\n" + RULE)
    assert set(verdicts(text, ATTACK)) == {"1/PRT>FRA", "1/ITA>FRA"}
    assert set(verdicts(text, event("kind: bombardment\nby: DEU\non: ESP"))) == {"1/PRT>ESP", "1/ITA>ESP"}
    disputed = pact("suspended between FRA and ESP since 1950-01-01 disputed\n" + RULE)
    assert verdicts(disputed, ATTACK)["1/ESP>FRA"] == "disputed"


def test_suspension_of_one_silences_all_its_duties() -> None:
    text = pact("suspended for FRA since 1950-01-01 until 1961-01-01\n" + RULE)
    assert verdicts(text, ATTACK) == {}
    assert len(verdicts(text, event("kind: bombardment\nby: DEU\non: FRA", "1961-01-01"))) == 3


def test_membership_in_doubt() -> None:
    text = pact(RULE)
    status = ATTACK + "\nmembership:\n  - {party: ESP, treaty: pact-1900, status: %s}"
    assert verdicts(text, status % "contested")["1/ESP>FRA"] == "depends"
    assert "1/ESP>FRA" not in verdicts(text, status % "excluded")
    assert verdicts(text, status % "denounced")["1/ESP>FRA"] == "owed"


def test_subject_to_displaces_inside_a_treaty() -> None:
    text = pact(
        """
        article "1" when armed_attack on a party then every other party must assist the victim by necessary_aid subject to "2"
        article "2" when invasion on a party then every other party must assist the victim by all_means
        """
    )
    assert set(verdicts(text, ATTACK)) == {"1/ESP>FRA", "1/PRT>FRA", "1/ITA>FRA"}
    invaded = event("kind: invasion\nby: DEU\non: FRA")
    assert set(verdicts(text, invaded)) == {"2/ESP>FRA", "2/PRT>FRA", "2/ITA>FRA"}
    duty = next(d for d in ask(text, invaded).duties if d.id == "pact-1900:1/ESP>FRA")
    assert any(step.role == "displaced" for step in explain(duty).steps)


def test_time_is_half_open() -> None:
    text = pact(RULE)
    attack = "kind: bombardment\nby: GBR\non: FRA"
    assert verdicts(text, event(attack, "1899-12-31")) == {}
    assert len(verdicts(text, event(attack, "1900-01-01"))) == 3
    ended = text.replace("until 2100-01-01", "until 1960-05-05")
    assert verdicts(ended, event(attack)) == {}
    assert len(verdicts(ended, event(attack, "1960-05-04"))) == 3


def test_a_month_is_honest_about_the_day() -> None:
    text = pact(RULE).replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA PRT ITA since 1900-01-01\n  ESP since 1900-01-01 until 1960-05"
    )
    assert verdicts(text, ATTACK)["1/ESP>FRA"] == "depends"
    assert "1/ESP>FRA" not in verdicts(text, event("kind: bombardment\nby: DEU\non: FRA", "1960-06-01"))


def test_an_amended_article_is_two_versions() -> None:
    text = pact(
        """
        article "1" until 1950-01-01 when armed_attack on a party then every other party must assist the victim
        article "1" since 1950-01-01 when armed_attack on a party then every other party must consult the victim
        """
    )
    assert set(verdicts(text, ATTACK)) == {"1@1950-01-01/ESP>FRA", "1@1950-01-01/PRT>FRA", "1@1950-01-01/ITA>FRA"}
    assert any(each.clause == "1" for each in ask(text, ATTACK).not_applicable)


def test_rights_are_permitted_and_never_owed() -> None:
    text = pact('article "1" when armed_attack on a party then every other party may intervene')
    assert set(verdicts(text, ATTACK).values()) == {"permitted"}


def test_a_pledge_is_political() -> None:
    text = pact(RULE.replace("must", "should")).replace("treaty pact", "pledge pact")
    assert row(text, ATTACK, "ESP").force == "political"


def test_a_standing_prohibition_and_its_breach() -> None:
    text = pact('article "1" every party must refrain from use_of_force on another state unless the act is in_self_defence')
    assert set(verdicts(text, ATTACK).values()) == {"owed"}
    broken = event("kind: bombardment\nby: ESP\non: MAR")
    duty = row(text, broken, "ESP")
    assert (duty.verdict, duty.duty, duty.act, duty.modality, duty.acts) == (
        "breached",
        "refrain",
        "use_of_force",
        "must_not",
        ("act1",),
    )
    assert verdicts(text, broken + "\nin_self_defence: unknown")["1/ESP>ALL"] == "depends"
    assert verdicts(text, broken + "\nin_self_defence: true")["1/ESP>ALL"] == "owed"


def test_a_duty_that_hangs_on_a_duty_of_another_treaty() -> None:
    other = 'treaty league-1901 "A league"\n in force since 1901-01-01\nparties\n  BEL FRA since 1901-01-01\n'
    other += 'article "1" when FRA must assist PRT under pact-1900 then BEL must join FRA\n'
    texts = (pact(RULE), other)
    on_portugal = event("kind: bombardment\nby: DEU\non: PRT")
    assert verdicts(texts, on_portugal)["1/BEL>FRA"] == "owed"
    assert "1/BEL>FRA" not in verdicts(texts, ATTACK)


def test_counts_as_gives_a_kind_and_spreads_no_duty() -> None:
    text = pact(
        """
        article "1" when coup on a party then it counts as status_breach on the government
        article "2" when status_breach on a party then every other party must consult every other party
        article "3" when armed_attack on a party then it counts as armed_attack on every party and every other party must assist the victim
        """
    )
    coup = event("actors:\n  JUNTA: {kind: non_state}\nkind: coup\nby: JUNTA\non: PRT")
    assert {id: verdict for id, verdict in verdicts(text, coup).items() if id.startswith("2")} == {
        "2/FRA>ALL": "owed", "2/ESP>ALL": "owed", "2/ITA>ALL": "owed",
    }  # fmt: skip
    decision = ask(text, ATTACK)
    assert [each.clause for each in decision.deemed] == ["3"]
    assert all(duty.owed_to in ("FRA", None) for duty in decision.duties)


def test_succession_of_a_code() -> None:
    text = 'treaty old-1850 "An old pact"\n in force since 1850-01-01\nparties\n  PRUSSIA BEL since 1850-01-01\n'
    text += 'article "1" when armed_attack on BEL then every other party must defend BEL\n'
    attack = "kind: bombardment\nby: FRA\non: BEL"
    assert set(verdicts(text, event(attack, "1869-01-01"))) == {"1/PRUSSIA>BEL"}
    assert set(verdicts(text, event(attack, "1880-01-01"))) == {"1/GERREICH>BEL"}


def test_bearers_and_treaties_can_be_chosen() -> None:
    assert {duty.bearer for duty in ask(pact(RULE), ATTACK, bearers=["ESP"]).duties} == {"ESP"}


def test_a_level_of_effort() -> None:
    text = pact(
        'article "1" when defence_spending of a party (the ally) is not at least 2% of gdp then the ally should maintain defence_spending at least 2% of gdp by 2024-09-05'
    )
    low = ATTACK + "\nparties: {ESP: {spending_share: 1.2}, FRA: {spending_share: 2.1}}"
    found = {duty.bearer: duty for duty in ask(text, low).duties}
    assert found["ESP"].verdict == "owed" and found["ESP"].by == "2024-09-05"
    assert found["FRA"].verdict == "not_owed"
    assert found["PRT"].verdict == "depends"


# ------------------------------------------------------------------------------------------------ what the event says of standing
PAIR = event("{standing}\nas_of: [1960-05-20]\nacts: [{{kind: bombardment, by: DEU, on: FRA}}]\n")
TOWARD = "membership: [{party: ESP, treaty: pact-1900, status: suspended, toward: FRA, since: %s}]"
RELATED = "relations: [{suspended: [ESP, FRA], since: %s}]"


@pytest.mark.parametrize("form", [TOWARD, RELATED])
@pytest.mark.parametrize(
    ("since", "verdict"),
    [("1960-05-01", "not_owed"), ("1960-05-10", "not_owed"), ("1960-05-25", "owed"), ("1960-05", "depends"), ("1960-06", "owed")],
)
def test_a_pair_is_suspended_on_the_day_of_the_act_or_on_that_asked_about(form: str, since: str, verdict: str) -> None:
    happened = PAIR.format(standing=form % since)
    assert verdicts(pact(RULE), happened).get("1/ESP>FRA", "not_owed") == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("contested, since: 1955-01-01", "excluded, since: 1955-01-01", "depends"),
        ("excluded, since: 1955-01-01", "excluded, since: 1960-05", "not_owed"),
        ("suspended, since: 1960-05", "frozen, since: 1959-01-01", "not_owed"),
    ],
)
def test_the_order_in_which_an_event_tells_a_standing_does_not_matter(first: str, second: str, verdict: str) -> None:
    rows = [f"  - {{party: ESP, treaty: pact-1900, status: {each}}}\n" for each in (first, second)]
    for order in (rows, rows[::-1]):
        happened = event("membership:\n" + "".join(order) + "acts: [{kind: bombardment, by: DEU, on: FRA}]\n")
        assert verdicts(pact(RULE), happened).get("1/ESP>FRA", "not_owed") == verdict


@pytest.mark.parametrize("standing", [True, False])
def test_a_rule_is_displaced_whether_or_not_what_always_holds_is_asked_for(standing: bool) -> None:
    text = pact(
        'article "1" every party must refrain from use_of_force on another state '
        'article "3" every party must refrain from use_of_force on another party overrides "1"'
    )
    found = verdicts(text, event("kind: bombardment\nby: ESP\non: DEU"), standing=standing)
    assert "pact-1950:1/ESP>ALL" not in found
    assert not any(verdict == "breached" for verdict in found.values())
