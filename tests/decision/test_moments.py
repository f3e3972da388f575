"""Answers for days that the event does not tell: which of them come to the same, and how they are joined."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, library, pact, row
from tests.decision.told import told
from treatylang.api import decide, read_event
from treatylang.decision.formula import FALSE, Atom, Formula, Leaf, all_of, any_of, at_least, leaves, neg
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.moments import _Fork, _over, _same
from treatylang.decision.not_yet import NotYet
from treatylang.text.limits import Limits


def leaf(words: str, atom: str | None = None, basis: str = "unknown", value: bool | None = None, **more: object) -> Leaf:
    return Leaf(words, value, basis, Atom(atom) if atom else None, **more)  # type: ignore[arg-type]


A, B, C = (leaf(f"whether {name}", name) for name in "abc")
CLAIM = ((True, ("FRA",)), (False, ("DEU",)))
GRAVE = leaf("grave", None, "presumed", True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (leaf("on 1 May", "a"), leaf("on 2 May", "a"), True),  # one question in other words
        (leaf("whether", "a"), leaf("whether", "b"), False),
        (leaf("whether"), leaf("whether"), True),
        (leaf("whether"), leaf("or not"), False),
        (A, leaf("whether a", "a", "claimed"), False),
        (leaf("x", "x", "claimed", claims=CLAIM), leaf("x", "x", "claimed", claims=CLAIM), True),
        (leaf("x", "x", "claimed", claims=CLAIM), leaf("x", "x", "claimed", claims=CLAIM[:1]), False),
        (neg(A), neg(leaf("again", "a")), True),
        (neg(A), neg(B), False),
        (neg(A), A, False),
        (A, neg(A), False),
        (A, all_of((A,)), False),
        (all_of((A,)), A, False),
        (all_of((A, B)), all_of((leaf("again", "a"), B), "in other words"), True),
        (all_of((A, B)), all_of((A, C)), False),
        (all_of((A, B)), any_of((A, B)), False),
        (all_of((A, B)), all_of((A, B, C)), False),
        (all_of((A, B, C)), all_of((A, B)), False),
        (at_least(1, (A, B)), at_least(1, (leaf("again", "a"), B)), True),
        (at_least(1, (A, B)), at_least(2, (A, B)), False),
        (at_least(1, (A, B)), all_of((A, B)), False),
        (A, FALSE, False),
        (leaf("so", None, "stated", True), leaf("plainly", None, "table", True), True),  # decided alike, by whatever
        (leaf("so", None, "stated", True), leaf("so", None, "stated", False), False),
        (GRAVE, leaf("grave", None, "stated", True), False),  # unless the one is presumed
        (GRAVE, leaf("grave", None, "presumed", True), True),
        (GRAVE, leaf("deliberate", None, "presumed", True), False),
        (all_of((GRAVE, A)), all_of((leaf("grave", None, "stated", True), A)), False),
    ],
)
def test_answers_that_come_to_the_same(one: Formula, other: Formula, same: bool) -> None:
    assert _same(one, other) is same
    assert _same(other, one) is same
    assert _same(one, one) and _same(other, other)


FIRST, SECOND, THIRD = (leaf(f"by the {day}", f"day {day}") for day in ("first", "second", "third"))
BOUNDS = tuple((each, f"after {each.words.removeprefix('by ')}") for each in (FIRST, SECOND, THIRD))
NO, YES = leaf("no", None, "stated", False), leaf("yes", None, "stated", True)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((A, A, A, A), "? whether a [unknown] asks a()"),
        ((A, A, A, NO), "? all\n  ? by the third [unknown] asks day third()\n  ? whether a [unknown] asks a()"),
        (
            (A, A, A, B),
            """? any
  ? all
    ? by the third [unknown] asks day third()
    ? whether a [unknown] asks a()
  ? all
    ? not 'after the third'
      ? by the third [unknown] asks day third()
    ? whether b [unknown] asks b()""",
        ),
        (
            (NO, A, A, NO),
            """? all
  ? not 'after the first'
    ? by the first [unknown] asks day first()
  ? by the third [unknown] asks day third()
  ? whether a [unknown] asks a()""",
        ),
        ((NO, NO, NO, NO), "- no [stated]"),
        (
            (NO, NO, NO, YES),
            """? all
  ? not 'after the third'
    ? by the third [unknown] asks day third()
  + yes [stated]""",
        ),
    ],
)
def test_answers_of_neighbours_are_one(options: tuple[Formula, ...], expected: str) -> None:
    assert told(_over(_Fork(BOUNDS, options), lambda answer: answer)) == expected


# ------------------------------------------------------------------------------------------------ what is asked, in words
WHEN = 'article "1" when armed_attack on a party then every other party must assist the victim\n'
FROM_THE_MIDDLE = pact(WHEN).replace("since 1900-01-01 until 2100-01-01", "since 1960-05-15 until 2100-01-01", 1)


def days_asked(treaty: str, happened: str) -> set[tuple[str, str]]:
    found = row(treaty, happened, "ESP").applies
    assert found is not None
    days = ("since", "earlier_day")
    return {(each.words, each.basis) for each in leaves(found) if each.atom is not None and each.atom.word in days}


def acts(*rows: str) -> str:
    return event("as_of: [1962-01-01]\nacts:\n" + "".join(f"  - {{{each}}}\n" for each in rows))


def test_an_act_is_called_by_its_kind_those_who_did_it_and_its_date() -> None:
    bombed = acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05")
    assert days_asked(FROM_THE_MIDDLE, bombed) == {("bombardment by DEU (1960-05) took place by 1960-05-14", "unknown")}
    together = acts("kind: bombardment, by: [DEU, JPN], on: FRA, date: 1960-05")
    assert days_asked(FROM_THE_MIDDLE, together) == {("bombardment by DEU, JPN (1960-05) took place by 1960-05-14", "unknown")}


def test_a_decision_is_called_by_its_body_and_its_matter() -> None:
    text = pact(WHEN + "  lapses when the security_council decides necessary_measures\n")
    decided = "decisions: [{body: security_council, decision: necessary_measures, date: 1960-05}]\n"
    dated = acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05-10") + decided
    name = "security_council: necessary_measures"
    assert days_asked(text, dated) == {(f"the decision of the {name} (1960-05) took place by 1960-05-09", "unknown")}
    of_the_month = acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05") + decided
    assert days_asked(text, of_the_month) == {(f"{name} lies on an earlier day than act1", "unknown")}


def test_an_act_of_the_month_that_ends_on_the_day_asked_about_has_been() -> None:
    """And of one that begins on that day it is asked whether it was then, or later."""
    last, first = (
        f"as_of: [1960-05-{day}]\nacts: [{{kind: bombardment, by: DEU, on: FRA, date: 1960-05}}]\n" for day in ("31", "01")
    )
    assert row(pact(WHEN), event(last), "ESP").verdict == "owed"
    found = row(pact(WHEN), event(first), "ESP")
    assert (found.verdict, [atom.of[-1] for atom in found.depends_on]) == ("depends", ["1960-05-01"])


# ------------------------------------------------------------------------------------------------ what is joined
def from_the_middle(text: str) -> str:
    return pact(text).replace("since 1900-01-01 until 2100-01-01", "since 1960-05-15 until 2100-01-01", 1)


FICTION = 'article "1" when armed_attack on a party then it counts as armed_attack on every party and every other party must assist the victim\n'


def deemed(text: str, date: str, on: str = "FRA") -> list[str]:
    return [each.act for each in ask(text, acts(f"kind: bombardment, by: DEU, on: {on}, date: {date}")).deemed]


def test_an_act_counts_as_one_on_all_where_it_does_whenever_it_was() -> None:
    assert deemed(from_the_middle(FICTION), "1960-04") == []
    assert deemed(from_the_middle(FICTION), "1960-05") == []
    assert deemed(from_the_middle(FICTION), "1960-06") == ["act1"]
    ended = pact(FICTION).replace("until 2100-01-01", "until 1960-05-15", 1)
    assert deemed(ended, "1960-05") == []
    joined = pact(FICTION).replace(
        "FRA ESP PRT ITA since 1900-01-01", "FRA PRT ITA since 1900-01-01\n  ESP since 1900-01-01 until 1960-05-15"
    )
    assert deemed(joined, "1960-05", "ESP") == []
    assert deemed(joined, "1960-05", "[FRA, ESP]") == ["act1"]


READ_SO = 'article "1"\n  when armed_attack on a party\n  then every other party must assist the victim by all_means\nreading of "1" by {} since 1960-05-20\n  instead by measures_deemed_necessary\n'


def test_a_reading_of_some_of_the_days_is_named() -> None:
    bombed = acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05")
    agreed = row(from_the_middle(READ_SO.format("every party")), bombed, "ESP")
    assert (agreed.verdict, agreed.agreed, agreed.readings, agreed.says) == ("depends", ("reading of 1@1960-05-20",), (), ())
    claimed = row(from_the_middle(READ_SO.format('ITA "As it sees fit"')), bombed, "ESP")
    name = "reading of 1 by ITA@1960-05-20"
    assert (claimed.verdict, claimed.agreed) == ("depends", ())
    assert claimed.readings == (f"by measures_deemed_necessary, {name}: As it sees fit",)
    assert [each.who for each in claimed.says] == ["the text", name]


def test_the_acts_of_a_row_are_those_of_all_days() -> None:
    attacks = acts(
        "id: c, kind: bombardment, by: GBR, on: FRA, date: 1960-04",
        "id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-05",
        "id: b, kind: bombardment, by: JPN, on: FRA, date: 1960-06-20",
    )
    found = row(FROM_THE_MIDDLE, attacks, "ESP")
    assert (found.verdict, set(found.acts)) == ("owed", {"a", "b"})


def test_a_prohibition_names_the_acts_that_may_break_it() -> None:
    text = from_the_middle('article "1" every party must refrain from armed_attack on another party\n')
    attacks = acts(
        "id: a, kind: bombardment, by: ESP, on: FRA, date: 1960-05", "id: b, kind: bombardment, by: ESP, on: ITA, date: 1960-05"
    )
    found = row(text, attacks, "ESP")
    assert (found.verdict, set(found.acts)) == ("depends", {"a", "b"})
    found = row(text, attacks.replace("on: FRA, date: 1960-05", "on: FRA, date: 1960-04"), "ESP")
    assert (found.verdict, found.acts) == ("depends", ("b",))


# ------------------------------------------------------------------------------------------------ bounds
def answered(limits: Limits, monkeypatch: pytest.MonkeyPatch) -> NotYet | None:
    """What is refused, of two acts of one month and a decision."""
    known = library(FROM_THE_MIDDLE)
    happened = acts(*["kind: bombardment, by: DEU, on: FRA, date: 1960-05"] * 2)
    happened += "decisions: [{body: security_council, decision: calls_for, date: 1960-01-01}]\n"
    monkeypatch.setattr("treatylang.decision.moments.LIMITS", limits)
    try:
        decide_on(known.plan, read_event(happened, known), "1962-01-01", Wanted())
    except NotYet as error:
        return error
    return None


def test_the_acts_and_decisions_of_all_orders_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each order counts as twenty, and its acts and decisions."""
    assert answered(Limits(ordered=7 * 23), monkeypatch) is None
    error = answered(Limits(ordered=7 * 23 - 1), monkeypatch)
    assert error is not None
    assert error.what == "an event that leaves so many days of its 2 acts open in so many ways"
    assert error.where == "give the days that are known, or ask of fewer acts"


def test_the_orders_of_one_clause_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(Limits(orders=5), monkeypatch) is None
    error = answered(Limits(orders=4), monkeypatch)
    assert error is not None
    assert error.what == "an event that leaves the days of its acts open in more than 4 ways that matter to one clause"
    assert error.where == "pact-1900"


# ------------------------------------------------------------------------------------------------ breaches, and acts in their order
@pytest.mark.parametrize(("by", "on", "date", "found"), [
    ("ESP", "FRA", "1960-05", {"ESP": "depends"}),
    ("ESP", "FRA", "1960-06", {"ESP": "breached"}),
    ("ESP", "FRA", "1960-04", {}),
    ("DEU", "FRA", "1960-05", {}),
])  # fmt: skip
def test_of_prohibitions_only_what_may_be_broken_on_some_day_is_answered(
    by: str, on: str, date: str, found: dict[str, str]
) -> None:
    known = library(from_the_middle('article "1" every party must refrain from armed_attack on another party\n'))
    happened = read_event(acts(f"kind: bombardment, by: {by}, on: {on}, date: {date}"), known)
    duties = decide_on(known.plan, happened, "1962-01-01", Wanted(standing=False)).duties
    assert {duty.bearer: duty.verdict for duty in duties if duty.verdict in ("depends", "breached")} == found


def test_an_act_above_one_that_was_before_a_day_was_before_it_too() -> None:
    """The later of the two counts, and is the first that is asked about."""
    both = 'article "1" when declaration_of_war on FRA and armed_attack on FRA then every other party must assist the victim\n'
    happened = acts(
        "id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-05",
        "id: b, kind: declaration_of_war, by: DEU, on: FRA, date: 1960-05",
    )
    duties = [duty for duty in ask(from_the_middle(both), happened).duties if duty.bearer == "ESP"]
    assert {(duty.verdict, tuple(atom.of for atom in duty.depends_on)) for duty in duties} == {
        ("depends", (("b", "1960-05", "1960-05-14"),))
    }


def test_a_membership_that_the_event_contests_for_some_days_bounds_what_is_asked() -> None:
    contested = "membership:\n  - {party: ESP, treaty: pact-1900, status: contested, since: 1960-05-12, until: 1960-05-20}\n"
    found = row(pact(WHEN), acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05") + contested, "ESP")
    assert found.verdict == "depends"
    assert [(atom.word, atom.of[-1]) for atom in found.depends_on] == [
        ("membership", "pact-1900"),
        ("since", "1960-05-11"),
        ("since", "1960-05-19"),
    ]


def test_a_treaty_suspended_for_some_days_bounds_what_is_asked() -> None:
    suspended = "relations:\n  - {suspended: [ESP, FRA], since: 1960-05-12, until: 1960-05-20}\n"
    found = row(pact(WHEN), acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05") + suspended, "ESP")
    assert found.verdict == "depends"
    assert [(atom.word, atom.of[-1]) for atom in found.depends_on] == [("since", "1960-05-11"), ("since", "1960-05-19")]


# ------------------------------------------------------------------------------------------------ what a day may hang on
AID = """treaty aid-1900 "Aid"
  in force since 1900-01-01
parties
  FRA ESP PRT since 1900-01-01
  ITA DEU since 1900-01-01 until 1960-05-15
organ council of every party
  decides by 3/4 of members
"""
VOTED = """
as_of: 1960-06-10
acts: [{kind: bombardment, by: JPN, on: FRA, date: 1960-04-01}]
decisions: [{body: council, decision: collective_measures, date: %s, votes: {yes: [FRA, ESP, ITA, DEU], no: [PRT]}}]
"""


@pytest.mark.parametrize(("date", "verdict"), [("1960-05-14", "owed"), ("1960-05-15", "depends"), ("1960-05", "depends")])
def test_votes_of_the_month_are_counted_by_each_treaty_that_sets_up_the_body(date: str, verdict: str) -> None:
    """Until two members of the other treaty leave it, three of four of its members say yes as well."""
    waits = "when armed_attack on a party and the council decides collective_measures then ESP must consult PRT\n"
    text = pact(f'organ council of every party\n  decides by majority\narticle "1" {waits}')
    found = row((text, AID), event(VOTED % date), "ESP")
    assert found.verdict == verdict
    asked = {atom.of[-1] for atom in found.depends_on if atom.word == "since"}
    assert asked == ({"1960-05-14"} if date == "1960-05" else set())


@pytest.mark.parametrize(("date", "verdict"), [("1960-05-14", "not_owed"), ("1960-05-15", "owed"), ("1960-05", "depends")])
def test_a_member_whose_notice_runs_out_in_the_month_of_a_vote(date: str, verdict: str) -> None:
    """With ESP two of four say yes, without it two of three."""
    waits = "when armed_attack on a party and the council decides collective_measures then ITA must consult PRT\n"
    text = pact(
        f'organ council of every party\n  decides by majority\narticle "1" {waits}'
        'article "2" every party may withdraw with 1 year of notice\n'
    )
    happened = VOTED.replace("[FRA, ESP, ITA, DEU], no: [PRT]", "[FRA, ITA], no: [ESP, PRT]") % date
    left = "membership: [{party: ESP, treaty: pact-1900, status: denounced, since: 1959-05-15}]\n"
    (found,) = [duty for duty in ask(text, event(happened + left)).duties if (duty.bearer, duty.article) == ("ITA", "1")]
    assert found.verdict == verdict
    assert {atom.of[-1] for atom in found.depends_on} == ({"1960-05-14"} if date == "1960-05" else set())


def test_what_has_an_end_and_no_beginning_bounds_what_is_asked_by_its_end() -> None:
    ended = "relations:\n  - {suspended: [ESP, FRA], until: 1960-05-12}\n"
    found = row(pact(WHEN), acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05") + ended, "ESP")
    assert (found.verdict, [atom.of[-1] for atom in found.depends_on]) == ("depends", ["1960-05-11"])


@pytest.mark.parametrize("shown", [True, False])
def test_an_act_above_one_that_was_before_a_day_is_not_asked_about(shown: bool) -> None:
    """Of two acts in their order the later one bounds the earlier one too; without what is not owed it is the first to be asked about."""
    both = "when declaration_of_war on FRA and armed_attack on FRA then every other party must assist the victim\n"
    happened = acts(
        "id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-05",
        "id: b, kind: declaration_of_war, by: DEU, on: FRA, date: 1960-05",
    )
    known = library(pact(f'article "1" until 1960-05-15 {both}'))
    found = decide(read_event(happened, known), library=known, not_owed=shown).duties
    hangs = {tuple(atom.of for atom in duty.depends_on) for duty in found if duty.bearer == "ESP"}
    assert hangs == {(("b", "1960-05", "1960-05-14"),)}
    known = library(from_the_middle(f'article "1" {both}'))
    found = decide(read_event(happened, known), library=known, not_owed=shown).duties
    assert {duty.verdict for duty in found if duty.bearer == "ESP"} == {
        "depends"
    }  # where b was after that day, a may have been too


def test_an_act_of_nobody_is_called_by_its_kind_and_date() -> None:
    bombed = acts("kind: bombardment, by: [], on: FRA, date: 1960-05")
    assert days_asked(FROM_THE_MIDDLE, bombed) == {("bombardment (1960-05) took place by 1960-05-14", "unknown")}


LAPSES = pact(WHEN + "  lapses when the security_council decides necessary_measures\n")
MEASURES = "decisions: [{body: security_council, decision: necessary_measures%s}]\n"


@pytest.mark.parametrize(("as_of", "asked"), [("1960-05-10", "1960-05-10"), ("1960-05-01", "1960-05-01"), ("1960-05-31", None)])
def test_a_decision_of_the_month_may_be_still_to_come(as_of: str, asked: str | None) -> None:
    bombed = f"as_of: {as_of}\nacts: [{{kind: bombardment, by: DEU, on: FRA, date: 1960-04-01}}]\n"
    found = row(LAPSES, event(bombed + MEASURES % ", date: 1960-05"), "ESP")
    assert found.verdict == ("depends" if asked else "not_owed")
    assert [atom.of[-1] for atom in found.depends_on] == ([asked] if asked else [])


@pytest.mark.parametrize("as_of", ["1960-05-01", "1960-05-10"])
def test_a_decision_for_which_a_duty_waits_may_be_still_to_come(as_of: str) -> None:
    waits = pact(WHEN.replace("a party then", "a party and the security_council decides finds_attack then"))
    decided = "decisions: [{body: security_council, decision: finds_attack, date: 1960-05}]\n"
    bombed = event(f"as_of: {as_of}\nacts: [{{kind: bombardment, by: DEU, on: FRA, date: 1960-04-01}}]\n{decided}")
    found = row(waits, bombed, "ESP")
    assert found.verdict == "depends"
    assert as_of in {atom.of[-1] for atom in found.depends_on}


def test_an_act_below_one_that_is_still_to_come_has_not_been() -> None:
    happened = (
        "as_of: 1960-05-10\nacts:\n  - {kind: clash, by: DEU, on: GBR, date: 1960-05-20}\n"
        "  - {kind: bombardment, by: DEU, on: FRA, date: 1960-05}\n"
    )
    assert {duty.verdict for duty in ask(pact(WHEN), event(happened)).duties} <= {"not_owed"}


def test_two_that_have_one_day_left_were_on_the_same_day() -> None:
    """Neither was on an earlier day, and nothing is asked about it."""
    happened = (
        "as_of: 1960-05-15\nacts:\n  - {kind: clash, by: DEU, on: GBR, date: 1960-05-15}\n"
        "  - {kind: bombardment, by: DEU, on: FRA, date: 1960-05}\n"
    )
    found = row(LAPSES, event(happened + MEASURES % ", date: 1960-05"), "ESP")
    assert "earlier_day" not in {atom.word for atom in found.depends_on}


# ------------------------------------------------------------------------------------------------ one row of all days
def test_two_duties_to_one_are_two_rows() -> None:
    text = from_the_middle(
        WHEN.replace("must assist the victim", "must assist the victim and every other party must consult the victim")
    )
    found = ask(text, acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05")).duties
    assert sorted((duty.duty, duty.verdict) for duty in found if duty.bearer == "ESP") == [
        ("assist", "depends"),
        ("consult", "depends"),
    ]


def test_a_duty_to_nobody_in_particular_has_no_second_row_for_the_days_on_which_it_is_not_started() -> None:
    text = from_the_middle(WHEN.replace("must assist the victim", "must mobilise"))
    assert row(text, acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05"), "ESP").verdict == "depends"


def test_a_duty_that_no_day_starts_is_still_answered() -> None:
    found = ask(FROM_THE_MIDDLE, acts("kind: bombardment, by: DEU, on: GBR, date: 1960-05")).duties
    assert {duty.bearer: duty.verdict for duty in found} == dict.fromkeys(("FRA", "ESP", "PRT", "ITA"), "not_owed")


def test_an_act_that_counts_on_some_days_stands_beside_one_that_is_excused() -> None:
    text = from_the_middle(WHEN + "  unless the act is destructive\n")
    attacks = acts(
        "id: b, kind: bombardment, by: JPN, on: FRA, date: 1960-05, destructive: false",
        "id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-06-01, destructive: true",
    )
    found = row(text, attacks, "ESP")
    assert (found.verdict, found.acts) == ("depends", ("b",))


def test_an_act_that_counts_on_some_days_stands_beside_one_that_is_open_on_all() -> None:
    text = from_the_middle(WHEN.replace("must assist the victim", "must defend the victim against the attacker"))
    attacks = acts(
        "id: b, kind: bombardment, by: JPN, on: FRA, date: 1960-05",
        "id: a, kind: bombardment, by: DEU, on: FRA, date: 1960-06-01, happened: unknown",
    )
    found = row(text, attacks, "ESP")
    assert (found.verdict, set(found.acts), set(found.against)) == ("depends", {"a", "b"}, {"DEU", "JPN"})
    assert found.since == "1960-05-15"  # since the earlier of the two, as far as the treaty was there


def test_a_duty_that_fails_on_every_day_says_why() -> None:
    """Before the treaty was there nothing started it, and from then on it is excused."""
    text = from_the_middle(WHEN + "  unless the act is destructive\n")
    found = row(text, acts("kind: bombardment, by: DEU, on: FRA, date: 1960-05, destructive: true"), "ESP")
    assert found.verdict == "not_owed" and found.applies is not None
    assert [each.words for each in leaves(found.applies) if each.value is False] != []
