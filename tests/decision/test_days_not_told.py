"""Acts, requests and decisions that an event dates by a month or a year: open where their day matters, and only there."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, library, pact, row, verdicts
from treatylang.api import explain, read_event
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.not_yet import NotYet
from treatylang.explanation.step import Step
from treatylang.rendering.questions import Questions
from treatylang.text.limits import Limits

WHEN = 'article "1" when armed_attack on a party then every other party must assist the victim\n'
BOMBED = "as_of: [{day}]\nacts: [{{kind: bombardment, by: DEU, on: FRA, date: {date}}}]\n"


def bombed(date: str, day: str = "1962-01-01") -> str:
    return event(BOMBED.format(date=date, day=day))


def asked(treaty: str, happened: str) -> tuple[str, set[tuple[str, ...]]]:
    """The verdict of ESP toward FRA, and the questions on which it hangs."""
    found = [each for each in ask(treaty, happened).duties if each.id.endswith(":1/ESP>FRA")]
    if not found:
        return "not_owed", set()
    return found[0].verdict, {(atom.word, *map(str, atom.of)) for atom in found[0].depends_on}


def since(day: str, until: str = "2100-01-01") -> str:
    return pact(WHEN).replace("since 1900-01-01 until 2100-01-01", f"since {day} until {until}", 1)


# ------------------------------------------------------------------------------------------------ the treaty
@pytest.mark.parametrize(
    ("begins", "date", "verdict", "question"),
    [
        ("1960-04-30", "1960-05", "owed", None),
        ("1960-05-01", "1960-05", "owed", None),
        ("1960-05-15", "1960-05", "depends", ("since", "act1", "1960-05", "1960-05-14")),
        ("1960-05-31", "1960-05", "depends", ("since", "act1", "1960-05", "1960-05-30")),
        ("1960-06-01", "1960-05", "not_owed", None),
        ("1960-06-01", "1960", "depends", ("since", "act1", "1960", "1960-05-31")),
        ("1960-02-29", "1960-02", "depends", ("since", "act1", "1960-02", "1960-02-28")),
        ("1960-05", "1960-05", "depends", ("since", "pact-1900", "1960-05", "the day of act1")),
    ],
)
def test_an_act_in_a_month_in_which_a_treaty_begins(begins: str, date: str, verdict: str, question: tuple[str, ...] | None) -> None:
    assert asked(since(begins), bombed(date)) == (verdict, {question} - {None})


def test_a_treaty_that_is_in_force_for_a_part_of_the_month_asks_for_both_ends() -> None:
    gap = pact(WHEN).replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA PRT since 1900-01-01\n  ESP since 1960-05-10 until 1960-05-20\n"
    )
    ends = {("since", "act1", "1960-05", "1960-05-09"), ("since", "act1", "1960-05", "1960-05-19")}
    assert asked(gap, bombed("1960-05", "1960-05-19"))[1] == {
        ("since", "act1", "1960-05", each) for each in ("1960-05-09", "1960-05-19")
    }
    assert asked(gap, bombed("1960-05"))[0] == "not_owed"  # it is no party any more
    spells = gap.replace("until 1960-05-20", "until 1960-05-20\n  ESP since 1960-05-25")
    assert asked(spells, bombed("1960-05")) == ("depends", ends | {("since", "act1", "1960-05", "1960-05-24")})


def test_nothing_is_asked_where_all_days_come_to_the_same() -> None:
    """A version each side of the day, of the same duty."""
    text = WHEN.replace('"1" when', '"1" until 1960-05-15 when') + WHEN.replace('"1" when', '"1" since 1960-05-15 when')
    found = verdicts(pact(text), bombed("1960-05"))
    assert {name: verdict for name, verdict in found.items() if "ESP>" in name}  # two clauses, each of them for some days
    assert set(found.values()) == {"depends"}
    assert asked(pact(WHEN), bombed("1960-05")) == ("owed", set())


def test_an_act_is_not_seen_before_its_day() -> None:
    assert asked(pact(WHEN), bombed("1960-05", "1960-05-31")) == ("owed", set())
    assert asked(pact(WHEN), bombed("1960-05", "1960-05-30")) == ("depends", {("since", "act1", "1960-05", "1960-05-30")})
    assert asked(pact(WHEN), bombed("1960-05", "1960-04-30"))[0] == "not_owed"


# ------------------------------------------------------------------------------------------------ one day in one world
PAIR = pact(WHEN).replace(
    "FRA ESP PRT ITA since 1900-01-01", "FRA ESP since 1900-01-01\n  PRT since 1900-01-01 until 1960-05-15\n  ITA since 1960-05-15"
)


def test_one_act_has_one_day_in_all_rows() -> None:
    """The rows of Portugal and of Italy hang on one question, from its two sides."""
    found = {duty.bearer: duty for duty in ask(PAIR, bombed("1960-05", "1960-05-14")).duties}
    (out,) = found["PRT"].owed_if.sets
    assert [(str(atom.of[-1]), value) for atom, value in out] == [("1960-05-14", True)]
    late = {duty.bearer: duty for duty in ask(PAIR, bombed("1960-05")).duties}
    (come,) = late["ITA"].owed_if.sets
    assert [(str(atom.of[-1]), value) for atom, value in come] == [("1960-05-14", False)]
    assert late["ESP"].verdict == "owed"


@pytest.mark.parametrize(("other", "verdict"), [("1960-05-20", "owed"), ("1960-05-10", "depends")])
def test_an_act_lies_on_no_earlier_day_than_one_above_it(other: str, verdict: str) -> None:
    acts = f"as_of: [1962-01-01]\nacts:\n  - {{kind: clash, by: GBR, on: DEU, date: {other}}}\n  - {{kind: bombardment, by: DEU, on: FRA, date: 1960-05}}\n"
    assert asked(since("1960-05-15"), event(acts))[0] == verdict


@pytest.mark.parametrize(("other", "verdict"), [("1960-05-14", "not_owed"), ("1960-05-20", "depends")])
def test_an_act_lies_on_no_later_day_than_one_below_it(other: str, verdict: str) -> None:
    acts = f"as_of: [1962-01-01]\nacts:\n  - {{kind: bombardment, by: DEU, on: FRA, date: 1960-05}}\n  - {{kind: clash, by: GBR, on: DEU, date: {other}}}\n"
    assert asked(since("1960-05-15"), event(acts))[0] == verdict


def test_of_two_acts_in_one_month_the_second_is_never_the_only_one_before_a_day() -> None:
    """Where the war was declared before there was a treaty, the attack that stands above it went before too."""
    both = 'article "1" when armed_attack on FRA and declaration_of_war on FRA then every other party must assist the victim\n'
    acts = "as_of: [1962-01-01]\nacts:\n  - {id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-05}\n  - {id: b, kind: declaration_of_war, by: DEU, on: FRA, date: 1960-05}\n"
    verdict, questions = asked(since("1960-05-15").replace(WHEN, both), event(acts))
    assert (verdict, questions) == ("depends", {("since", "b", "1960-05", "1960-05-14")})  # the later of the two counts


# ------------------------------------------------------------------------------------------------ requests and decisions
JUDGED = 'article "1" when threat to a party as judged by the threatened then every other party must consult the threatened\n'


@pytest.mark.parametrize(
    ("asked_on", "verdict"), [("1960-04", "depends"), ("1960-05", "depends"), ("1960-06", "owed"), ("1960", "depends")]
)
def test_a_request_that_may_have_gone_before_what_it_is_about(asked_on: str, verdict: str) -> None:
    acts = (
        "as_of: [1962-01-01]\nacts_order: unknown\nacts:\n  - {id: asked, kind: request_for_consultation, by: FRA, to: ESP, date: %s}\n"
        "  - {kind: threat_of_force, by: DEU, to: FRA, date: %s}\n"
    )
    below = "as_of: [1962-01-01]\nacts:\n  - {kind: threat_of_force, by: DEU, to: FRA, date: 1960-05}\n  - {kind: request_for_consultation, by: FRA, to: ESP, date: 1960-06}\n"
    happened = event(below) if asked_on == "1960-06" else event(acts % (asked_on, "1960-05"))
    assert row(pact(JUDGED), happened, "ESP").verdict == verdict


def test_a_decision_of_the_month_of_the_act_may_be_older_than_it() -> None:
    text = pact(WHEN + "  lapses when the security_council decides necessary_measures\n")
    decided = "decisions: [{body: security_council, decision: necessary_measures, date: %s}]\n"
    name = "security_council: necessary_measures"
    assert asked(text, bombed("1960-05") + decided % "1960-05") == ("depends", {("earlier_day", name, "act1")})
    assert asked(text, bombed("1960-05") + decided % "1960-04")[0] == "owed"
    assert asked(text, bombed("1960-05") + decided % "1960-06")[0] == "not_owed"
    verdict, questions = asked(text, bombed("1960-05-10") + decided % "1960-05")
    assert (verdict, questions) == ("depends", {("since", "security_council", "necessary_measures", "1960-05", "1960-05-09")})


def test_two_decisions_of_one_matter_have_days_of_their_own() -> None:
    text = pact(WHEN + "  lapses 10 days after the security_council decides necessary_measures\n")
    decided = "decisions:\n  - {body: security_council, decision: necessary_measures, date: 1960-05, ref: a}\n  - {body: security_council, decision: necessary_measures, date: 1960-06, ref: b}\n"
    happened = bombed("1960-05-01", "1960-06-05") + decided
    assert asked(text, happened) == ("depends", {("since", "security_council", "necessary_measures", "1960-05", "1960-05-26")})


# ------------------------------------------------------------------------------------------------ who struck first
@pytest.mark.parametrize(("order", "verdict"), [("", "not_owed"), ("acts_order: unknown\n", "depends")])
def test_of_two_acts_of_one_month_the_order_of_the_list_tells_which_was_first(order: str, verdict: str) -> None:
    text = pact(WHEN + "  only if the act is first_use\n")
    acts = "acts:\n  - {id: first, kind: bombardment, by: FRA, on: DEU, date: 1960-05}\n  - {kind: bombardment, by: DEU, on: FRA, date: 1960-05}\n"
    assert asked(text, event(f"as_of: [1962-01-01]\n{order}{acts}"))[0] == verdict


# ------------------------------------------------------------------------------------------------ breaches
def test_a_forbidden_act_may_lie_before_the_prohibition() -> None:
    text = since("1960-05-15").replace(WHEN, 'article "1" every party must refrain from armed_attack on another party\n')
    acts = "as_of: [1962-01-01]\nacts: [{kind: bombardment, by: ESP, on: FRA, date: 1960-05}]\n"
    found = verdicts(text, event(acts))
    assert found["1/ESP>ALL"] == "depends" and found["1/PRT>ALL"] == "owed"
    assert verdicts(text, event(acts.replace("1960-05}", "1960-06}")))["1/ESP>ALL"] == "breached"


def test_a_territory_that_changed_hands_in_the_month() -> None:
    """Algeria was French until 3 July 1962."""
    text = pact('article "1" when armed_attack on territory of a party then every other party must assist the victim\n')
    acts = "as_of: [1963-01-01]\nacts: [{kind: bombardment, by: DEU, on: FRA, date: %s, target: territory, place: {territory: algeria}}]\n"
    assert asked(text, event(acts % "1962-06"))[0] == "owed"
    assert asked(text, event(acts % "1962-07")) == ("depends", {("since", "act1", "1962-07", "1962-07-02")})


# ------------------------------------------------------------------------------------------------ in words
def test_what_is_asked_of_a_day_is_said_in_words() -> None:
    text = pact(WHEN + "  lapses when the security_council decides necessary_measures\n").replace(
        "since 1900-01-01 until", "since 1960-05 until", 1
    )
    decided = "decisions: [{body: security_council, decision: necessary_measures, date: 1960}]\n"
    decision = ask(text, bombed("1960-05") + decided)
    duty = next(each for each in decision.duties if each.id.endswith(":1/ESP>FRA"))
    questions = Questions(library(text).plan.vocabulary, dict(decision.acts))
    measures = "the decision of the security council (necessary measures)"
    assert [questions.question(atom) for atom in duty.depends_on] == [
        f"whether the day of {measures} is earlier than that of the bombardment",
        "whether pact-1900 (since 1960-05) has begun by the day of the bombardment",
        f"whether {measures} is taken by 1960-04-30",
        f"whether {measures} is taken by 1960-05-31",
    ]


def test_an_explanation_says_that_the_day_is_not_known() -> None:
    words = [step.words for step in _steps(explain(row(since("1960-05-15"), bombed("1960-05"), "ESP")))]
    assert "bombardment by DEU (1960-05) took place by 1960-05-14" in words
    assert any(each.endswith("bombardment by DEU on FRA, 1960-05, the day is not known") for each in words)
    assert "pact-1900 is in force on 1960-05-14" not in words
    always = [step.words for step in _steps(explain(row(pact(WHEN), bombed("1960-05"), "ESP")))]
    assert "ESP is party to pact-1900 on the day of act1 (since 1900-01-01)" in always


def _steps(step: Step) -> list[Step]:
    return [step, *(each for inner in step.steps for each in _steps(inner))]


def test_too_many_ways_are_refused_and_not_guessed() -> None:
    acts = "as_of: [1960-12-31]\nacts:\n" + "  - {kind: bombardment, by: DEU, on: FRA, date: 1960}\n" * 12
    gaps = "".join(f"\n  ESP since 1960-{month:02}-10 until 1960-{month:02}-20" for month in range(1, 13))
    text = pact(WHEN).replace("FRA ESP PRT ITA since 1900-01-01", "FRA PRT since 1900-01-01" + gaps)
    with pytest.raises(NotYet, match="more than 1,000 ways"):
        decide_on(library(text).plan, read_event(event(acts), library(text)), "1960-12-31", Wanted())


def test_many_worlds_of_many_acts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    acts = "as_of: [1960-12-31]\nacts:\n" + "  - {kind: bombardment, by: DEU, on: FRA, date: 1960}\n" * 2
    text = pact(WHEN).replace("FRA ESP PRT ITA since 1900-01-01", "FRA PRT since 1900-01-01\n  ESP since 1960-06-10")
    asked = library(text)
    assert decide_on(asked.plan, read_event(event(acts), asked), "1960-12-31", Wanted()).duties
    monkeypatch.setattr("treatylang.decision.moments.LIMITS", Limits(ordered=1))
    with pytest.raises(NotYet, match="leaves so many days of its 2 acts open"):
        decide_on(asked.plan, read_event(event(acts), asked), "1960-12-31", Wanted())
