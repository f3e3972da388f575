"""What went before an act, and what is said of it: who struck first, wars that acts begin, decisions about an act, joint forces."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, pact, verdicts

ASSIST = 'article "1" when armed_attack on a party then every other party must assist the victim\n'
FIRST = pact(ASSIST + "  only if the act is first_use\n")
BOTH = "{order}acts:\n  - {{id: first, kind: bombardment, by: {by}, on: DEU{more}}}\n  - {{kind: bombardment, by: DEU, on: FRA}}\n"


def struck(order: str = "", more: str = "", by: str = "FRA", head: str = "") -> str:
    return event(head + BOTH.format(order=order, more=more, by=by))


def one(treaty: str, happened: str, row: str = "1/ESP>FRA") -> str:
    return verdicts(treaty, happened).get(row, "not_owed")


# ------------------------------------------------------------------------------------------------ who struck first
@pytest.mark.parametrize(
    ("happened", "verdict"),
    [
        (struck(), "not_owed"),
        (struck(order="acts_order: unknown\n"), "depends"),
        (struck(more=", happened: {claimed: {true: [DEU], false: [FRA]}}"), "disputed"),
        (struck(more=", happened: unknown"), "depends"),
        (struck(more=", happened: false"), "owed"),
        (struck(more=", attributed: false"), "owed"),
        (struck(by="GOV", head="actors: {GOV: {kind: government, speaks_for: FRA, lawful: true}}\n"), "not_owed"),
    ],
)
def test_who_struck_first(happened: str, verdict: str) -> None:
    assert one(FIRST, happened) == verdict


@pytest.mark.parametrize(
    ("war", "verdict"),
    [
        ("begun_by: FRA, since: 1960-05-01", "not_owed"),
        ("begun_by: FRA", "not_owed"),
        ("begun_by: DEU, since: 1960-05-01", "owed"),
        ("since: 1960-05-01", "owed"),
        ("begun_by: FRA, since: 1959-05-01, until: 1960-05-01", "owed"),  # that war is over
        ("begun_by: FRA, since: 1960-05-01, value: false", "owed"),
        ("begun_by: FRA, since: 1960-05-01, value: unknown", "depends"),
        ("begun_by: FRA, since: 1960-05-05", "depends"),  # on the day of the act: which came first?
        ("begun_by: FRA, since: 1960-05", "depends"),
    ],
)
def test_a_victim_who_began_the_war_used_force_first(war: str, verdict: str) -> None:
    bombed = "acts: [{kind: bombardment, by: DEU, on: FRA}]\nrelations: [{at_war: [FRA, DEU], %s}]\n"
    assert one(FIRST, event(bombed % war)) == verdict
    assert one(FIRST, event(bombed.replace("[FRA, DEU]", "[DEU, FRA]") % war)) == verdict


def test_a_war_begun_with_another_is_no_force_against_the_author() -> None:
    bombed = "acts: [{kind: bombardment, by: DEU, on: FRA}]\nrelations: [{at_war: [FRA, ITA], begun_by: FRA, since: 1960-05-01}]\n"
    assert one(FIRST, event(bombed)) == "owed"


def test_in_acts_without_order_the_order_of_lines_says_nothing() -> None:
    acts = ["  - {id: a, kind: bombardment, by: FRA, on: DEU}\n", "  - {id: b, kind: bombardment, by: DEU, on: FRA}\n"]
    answers = {one(FIRST, event("acts_order: unknown\nacts:\n" + "".join(each))) for each in (acts, acts[::-1])}
    assert answers == {"depends"}


def test_an_answer_to_force_may_be_defence() -> None:
    treaty = pact('article "1" every party must refrain from use_of_force on another state\n  unless the act is in_self_defence\n')
    acts = "acts:\n  - {id: first, kind: invasion, by: DEU, on: FRA}\n  - {kind: bombardment, by: FRA, on: DEU%s}\n"
    assert one(treaty, event(acts % ", response_to: first"), "1/FRA>ALL") == "depends"
    assert one(treaty, event(acts % ""), "1/FRA>ALL") == "breached"


def test_force_for_another_who_was_attacked_may_be_collective_defence() -> None:
    treaty = pact('article "1" every party must refrain from use_of_force on another state\n  unless the act is in_self_defence\n')
    acts = "acts:\n  - {id: first, kind: %s, by: DEU, on: BEL}\n  - {kind: bombardment, by: FRA, on: %s%s}\n"
    assert one(treaty, event(acts % ("invasion", "DEU", ", response_to: first")), "1/FRA>ALL") == "depends"
    assert one(treaty, event(acts % ("invasion", "DEU", "")), "1/FRA>ALL") == "breached"
    assert (
        one(treaty, event(acts % ("threat", "DEU", ", response_to: first")).replace("on: BEL", "to: BEL"), "1/FRA>ALL")
        == "breached"
    )
    assert one(treaty, event(acts % ("invasion", "ITA", ", response_to: first")), "1/FRA>ALL") == "breached"
    never = event(acts % ("invasion", "DEU", ", response_to: first")).replace("on: BEL", "on: BEL, happened: false")
    assert one(treaty, never, "1/FRA>ALL") == "breached"


# ------------------------------------------------------------------------------------------------ wars
WAR = pact('article "1" when a party (the ally) is at_war with a state (the enemy) then every other party must assist the ally\n')
OTHER = pact(ASSIST + "  only if the victim is at_war with the attacker\n")


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("", "owed"),
        (", attributed: false", "not_owed"),
        (", consented: true", "not_owed"),
        (", happened: unknown", "depends"),
        (", happened: {claimed: {true: [FRA], false: [DEU]}}", "depends"),  # who denies it may be at war for other reasons
    ],
)
def test_a_war_begun_by_an_act_is_as_sure_as_the_act(more: str, verdict: str) -> None:
    found = one(WAR, event(f"acts: [{{kind: invasion, by: DEU, on: FRA{more}}}]\n"))
    assert found == verdict or (verdict == "not_owed" and found == "depends")  # of other wars the event says nothing
    assert (found == "owed") is (verdict == "owed")


def test_a_peace_that_is_not_known_leaves_the_war_open() -> None:
    acts = "acts:\n  - {kind: declaration_of_war, by: DEU, on: FRA}\n  - {id: peace, kind: peace, by: DEU, to: FRA%s}\n"
    answers = [one(WAR, event(acts % more)) for more in ("", ", happened: unknown", ", happened: false")]
    assert answers == ["not_owed", "depends", "owed"]


def test_what_is_open_about_the_act_is_what_the_war_hangs_on() -> None:
    rows = {duty.id: duty for duty in ask(OTHER, event("acts: [{kind: invasion, by: DEU, on: FRA, happened: unknown}]\n")).duties}
    duty = rows["pact-1900:1/ESP>FRA"]
    assert {atom.word for atom in duty.depends_on} == {"happened"}
    assert [[(atom.word, value) for atom, value in each] for each in duty.owed_if.sets] == [[("happened", True)]]


BELLIGERENT = pact('article "1" when a party (the ally) is belligerent then every other party must consult the ally\n')


@pytest.mark.parametrize(
    ("happened", "verdict"),
    [
        ("relations: [{at_war: [FRA, DEU]}]\nacts: [{kind: clash, by: DEU, on: GBR}]\n", "owed"),
        ("relations: [{at_war: [FRA, DEU], value: unknown}]\nacts: [{kind: clash, by: DEU, on: GBR}]\n", "depends"),
        ("acts: [{kind: invasion, by: DEU, on: FRA, happened: unknown}]\n", "depends"),
        ("acts: [{kind: invasion, by: DEU, on: FRA, happened: false}]\n", "depends"),
        ("acts: [{kind: invasion, by: DEU, on: FRA}]\n", "owed"),
    ],
)
def test_a_belligerent_is_one_who_is_at_war(happened: str, verdict: str) -> None:
    assert one(BELLIGERENT, event(happened)) == verdict


# ------------------------------------------------------------------------------------------------ decisions
LAPSES = pact(ASSIST + "  lapses when the security_council decides necessary_measures\n")
TWO = (
    "acts:\n  - {id: kashmir, kind: bombardment, by: IND, on: PAK, date: 1960-05-01}\n"
    "  - {id: porto, kind: bombardment, by: GBR, on: PRT, date: 1960-05-03}\n"
    "decisions: [{body: security_council, decision: necessary_measures, outcome: adopted, date: 1960-05-04%s}]\n"
)


@pytest.mark.parametrize(
    ("about", "verdict"),
    [
        (", on: [IND], about: kashmir", "owed"),
        (", about: kashmir", "owed"),
        (", on: [IND]", "owed"),
        (", about: porto", "not_owed"),
        (", on: [GBR]", "not_owed"),
        ("", "not_owed"),
    ],
)
def test_measures_about_another_matter_end_nothing(about: str, verdict: str) -> None:
    assert one(LAPSES, event(TWO % about), "1/ESP>PRT") == verdict


# ------------------------------------------------------------------------------------------------ joint forces
def test_an_attack_on_a_joint_force_is_one_on_those_whose_it_is() -> None:
    happened = "actors: {EUFOR: {kind: force, of: [FRA, GBR]}}\nacts: [{kind: bombardment, by: DEU, on: EUFOR}]\n"
    assert set(verdicts(pact(ASSIST), event(happened))) == {"1/ESP>FRA", "1/ITA>FRA", "1/PRT>FRA"}


def test_one_of_those_who_attack_jointly_owes_no_help() -> None:
    happened = "actors: {EUFOR: {kind: force, of: [ESP, GBR]}}\nacts: [{kind: bombardment, by: EUFOR, on: FRA}]\n"
    assert set(verdicts(pact(ASSIST), event(happened))) == {"1/ITA>FRA", "1/PRT>FRA"}


# ------------------------------------------------------------------------------------------------ precedence inside a treaty
def test_a_duty_toward_another_displaces_nothing() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must assist the victim by all_means\n  subject to "2"\n'
        'article "2" when armed_attack by GBR on a party then every other party must assist the victim by best_efforts\n'
    )
    attacks = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: bombardment, by: GBR, on: PRT}\n"
    found = verdicts(treaty, event(attacks))
    assert found["1/ESP>FRA"] == "owed" and found["2/ESP>PRT"] == "owed" and "1/ESP>PRT" not in found


def test_neutrality_toward_one_leaves_help_against_another() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim against the attacker\n  subject to "2"\n'
        'article "2" when declaration_of_war by a party (the starter) then every other party must stay_neutral toward the starter\n'
    )
    acts = "acts:\n  - {kind: declaration_of_war, by: FRA, on: DEU}\n  - {kind: bombardment, by: %s, on: PRT}\n"
    assert one(treaty, event(acts % "GBR"), "1/ESP>PRT") == "owed"
    assert one(treaty, event(acts % "FRA"), "1/ESP>PRT") == "not_owed"


# ------------------------------------------------------------------------------------------------ who can break a rule
def test_nobody_breaks_a_rule_by_what_was_done_to_him() -> None:
    treaty = pact(
        'kind trouble "trouble" is act by maker on affected\n'
        'article "1" every party must refrain from use_of_force on another party\n'
        'article "2" when use_of_force on a party then it counts as trouble on the victim\n'
    )
    duties = ask(treaty, event("acts: [{kind: bombardment, by: [], on: FRA}]\n")).duties
    assert {duty.verdict for duty in duties if duty.bearer == "FRA" and duty.modality == "must_not"} == {"owed"}


# ------------------------------------------------------------------------------------------------ the bearer in `when`
def test_what_is_asked_of_the_bearer_is_asked_of_each() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party and the bearer is at_war with the attacker then every other party must assist the victim\n'
    )
    happened = "relations:\n  - {at_war: [ESP, DEU]}\n  - {at_war: [ITA, DEU], value: false}\nacts: [{kind: bombardment, by: DEU, on: FRA}]\n"
    assert verdicts(treaty, event(happened)) == {"1/ESP>FRA": "owed", "1/PRT>FRA": "depends"}
    duty = next(each for each in ask(treaty, event(happened)).duties if each.bearer == "PRT")
    assert [(atom.word, set(atom.of)) for atom in duty.depends_on] == [("at_war", {"PRT", "DEU"})]


def test_a_request_to_the_bearer_binds_the_one_who_was_asked() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party and request_for_assistance by the victim to the bearer '
        "then every other party must assist the victim\n"
    )
    happened = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: request_for_assistance, by: FRA, to: ESP}\n"
    assert verdicts(treaty, event(happened))["1/ESP>FRA"] == "owed"


def test_that_the_bearer_was_asked_is_open_where_no_request_to_it_is_listed() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party and request_for_assistance by the victim to the bearer '
        "then every other party must assist the victim\n"
    )
    attack = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n"
    assert verdicts(treaty, event(attack)) == {"1/ESP>FRA": "depends", "1/ITA>FRA": "depends", "1/PRT>FRA": "depends"}
    asked = attack + "  - {kind: request_for_assistance, by: FRA, to: ESP}\n"
    assert verdicts(treaty, event(asked)) == {"1/ESP>FRA": "owed", "1/ITA>FRA": "depends", "1/PRT>FRA": "depends"}


def test_judged_by_the_bearer_is_each_for_itself() -> None:
    treaty = pact('article "1" when threat to a party as judged by the bearer then every other party must consult the threatened\n')
    happened = "acts: [{kind: threat_of_force, by: DEU, to: FRA, judged_by: [PRT]}]\n"
    found = verdicts(treaty, event(happened))
    assert found["1/PRT>FRA"] == "owed" and found["1/ESP>FRA"] == "depends"


# ------------------------------------------------------------------------------------------------ days known by month
@pytest.mark.parametrize(
    ("day", "verdict"), [("1960-06-30", "owed"), ("1960-07-05", "depends"), ("1960-07-30", "not_owed"), ("1970-01-01", "not_owed")]
)
def test_a_time_that_runs_from_some_day_of_a_month(day: str, verdict: str) -> None:
    treaty = pact(ASSIST + "  lapses 30 days after the security_council decides necessary_measures\n")
    happened = (
        f"as_of: [{day}]\nacts: [{{kind: bombardment, by: DEU, on: FRA}}]\n"
        "decisions: [{body: security_council, decision: necessary_measures, outcome: adopted, date: 1960-06}]\n"
    )
    assert one(treaty, event(happened)) == verdict
    by_release = pact(ASSIST + "  lapses 30 days after release by the victim\n")
    released = f"as_of: [{day}]\nacts:\n  - {{kind: bombardment, by: DEU, on: FRA}}\n  - {{kind: release, by: FRA, to: ESP, date: 1960-06}}\n"
    assert one(by_release, event(released)) == verdict


@pytest.mark.parametrize(("day", "verdict"), [("1960-04-30", "owed"), ("1960-05-05", "depends"), ("1960-06-01", "not_owed")])
def test_an_exclusion_on_some_day_of_a_month(day: str, verdict: str) -> None:
    happened = (
        f"as_of: [{day}]\nacts: [{{kind: bombardment, by: DEU, on: FRA, date: 1960-04-01}}]\n"
        "membership: [{treaty: pact-1900, party: ESP, status: excluded, since: 1960-05}]\n"
    )
    assert one(pact(ASSIST), event(happened)) == verdict


def test_one_to_whom_the_act_is_not_attributed_is_no_attacker() -> None:
    happened = "acts: [{kind: bombardment, by: ESP, on: FRA, attributed: %s}]\n"
    assert one(pact(ASSIST), event(happened % "true")) == "not_owed"
    assert one(pact(ASSIST), event(happened % "false")) == "owed"


# ------------------------------------------------------------------------------------------------ decisions older than the act
ATTACKED_AND_ASKED = (
    "acts:\n  - {kind: bombardment, by: DEU, on: FRA, date: 1960-04-10}\n  - {kind: request_for_assistance, by: FRA, to: ESP}\n"
)
OLDER = "decisions:\n  - {{body: security_council, decision: necessary_measures, date: {}}}\n"


@pytest.mark.parametrize(
    ("line", "date", "verdict"),
    [
        ("lapses when", "1950-06-27", "owed"),
        ("lapses when", "1960-05-04", "owed"),
        ("lapses when", "1960-04", "owed"),
        ("lapses when", "1960-05-05", "not_owed"),
        ("lapses when", "1960-05", "depends"),  # it may have been before that day, on it or after
        ("lapses 1 day after", "1950-06-27", "not_owed"),  # a term that runs from a decision is none of one act
        ("unless", "1950-06-27", "not_owed"),
    ],
)
def test_a_decision_older_than_the_act_ends_no_duty_that_the_act_began(line: str, date: str, verdict: str) -> None:
    treaty = pact(f"{ASSIST}  {line} the security_council decides necessary_measures\n")
    assert one(treaty, event("kind: bombardment\nby: DEU\non: FRA\n" + OLDER.format(date))) == verdict


def test_of_several_acts_that_started_a_clause_the_first_counts() -> None:
    asked = ASSIST.replace(" then", " and request_for_assistance by the victim then")
    treaty = pact(f"{asked}  lapses when the security_council decides necessary_measures\n")
    for date, verdict in (("1960-03", "owed"), ("1960-04-15", "not_owed")):
        assert one(treaty, event(ATTACKED_AND_ASKED + OLDER.format(date))) == verdict


def test_a_duty_that_no_act_started_ends_by_an_old_decision() -> None:
    treaty = pact(
        'article "1" every party must consult every other party lapses when the security_council decides necessary_measures\n'
    )
    assert one(treaty, event("kind: bombardment\nby: DEU\non: FRA\n" + OLDER.format("1950-06-27"))) == "not_owed"


# ------------------------------------------------------------------------------------------------ denunciation
LEAVES = ASSIST + 'article "2" every party may withdraw {}\n'
GONE = "kind: bombardment\nby: DEU\non: FRA\nmembership: [{{party: ESP, treaty: pact-1900, status: denounced, since: {}}}]\n"


@pytest.mark.parametrize(
    ("notice", "since", "verdict"),
    [
        ("with 1 year of notice", "1959-05-04", "not_owed"),
        ("with 1 year of notice", "1959-05-05", "not_owed"),  # its last day was the day before
        ("with 1 year of notice", "1959-05-06", "owed"),
        ("with 2 years of notice", "1959-05-04", "owed"),
        ("with 6 months of notice", "1959-11-05", "not_owed"),
        ("with 30 days of notice", "1960-04-20", "owed"),
        ("with 1 year of notice", "1959-05", "depends"),
        ("with 1 year of notice", "1959-04", "not_owed"),
        ("", "1950-01-01", "owed"),
        ("with 1 year of notice each 6 years", "1950-01-01", "owed"),  # when the term ends, is not said
        ("with 1 year of notice since 1958-01-01", "1957-06-01", "owed"),  # given before the treaty allowed it
    ],
)
def test_a_denunciation_binds_until_its_notice_has_run_out(notice: str, since: str, verdict: str) -> None:
    assert one(pact(LEAVES.format(notice)), event(GONE.format(since))) == verdict


def test_whoever_has_left_is_owed_nothing_either() -> None:
    left = GONE.format("1959-05-04").replace("party: ESP", "party: FRA")
    assert one(pact(LEAVES.format("with 1 year of notice")), event(left)) == "not_owed"


def test_the_notice_may_run_out_between_the_act_and_the_day_asked_about() -> None:
    head = event(GONE.format("1959-05-10"))
    treaty = pact(LEAVES.format("with 1 year of notice"))
    assert one(treaty, head + "as_of: 1960-05-09\n") == "owed"
    assert one(treaty, head + "as_of: 1960-05-10\n") == "not_owed"


def test_an_act_that_goes_on_counts_for_its_first_day() -> None:
    """A text that comes while it goes on asks of the day on which it was begun; a second act says that it went on."""
    text = pact('article "1" since 1960-06-01 when blockade on a party then ESP must assist the victim')
    begun = "{kind: blockade, by: DEU, on: FRA, grave: true, date: 1960-05-05, until: 1960-07-30}"
    still = "{kind: blockade, by: DEU, on: FRA, grave: true, date: 1960-06-10, until: 1960-07-30}"
    assert verdicts(text, event(f"as_of: 1960-06-20\nacts: [{begun}]")) == {}
    assert verdicts(text, event(f"as_of: 1960-06-20\nacts: [{begun}, {still}]")) == {"1/ESP>FRA": "owed"}
