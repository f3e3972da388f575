"""Events that are right: what each field becomes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from treatylang.events.schema import typed
from treatylang.events.situation import UNKNOWN, Bounds, Claimed, Group, Situation

HEAD = "event: x\ndate: 2001-09-11\n"
ACT = HEAD + "acts:\n  - {kind: terrorism, by: AL_QAEDA, on: USA, %s}\n"


@pytest.fixture
def good(read: Callable[..., Any]) -> Callable[..., Situation]:
    def reading(text: str | bytes, name: str = "event.yaml", **options: object) -> Situation:
        situation, found = read(text, name, **options)
        assert found == ()
        assert isinstance(situation, Situation)
        return situation

    return reading


WHOLE = """\
event: A missile
id: a-missile
date: 2001-09-11
as_of: [2001-09-20, 2001-09-12]
hypothetical: true
treaties: [nato-1949, csto]
actors:
  KADAR: {kind: government, name: Kadar, speaks_for: POL, lawful: unknown, based_in: [POL, UKR], class: [communist]}
  CRITICS: {kind: reading}
  COUNCIL: {kind: body}
  JOINT: {kind: force, of: [USA, GBR]}
acts:
  - id: strike
    kind: terrorism
    by: [AL_QAEDA, JOINT]
    on: USA
    target: [territory, forces]
    domain: air
    date: 2001-09
    until: 2001-10-01
    place: {name: "New York", territory_of: USA, lat: 40.71, lon: -74.01, zone: land, region: europe, boundary: settled}
    killed: 2900
    grave: {claimed: {true: [USA, GBR], false: [CRITICS]}}
    via_territory_of: POL
    armed_attack: unknown
    note: |
      several
      lines
  - {kind: invocation, by: USA, to: NATO, under: "nato-1949:5(1)", response_to: strike, happened: unknown}
  - {kind: request_for_consultation, by: [POL], to: [{parties_of: nato-1949, except: [POL]}, UKR], under: nato-1949}
acts_order: unknown
relations:
  - {at_war: [RUS, UKR], since: 1999, begun_by: RUS}
  - {suspended: [USA, GBR]}
  - {administered: [senkaku, JPN], value: {claimed: {true: [USA], false: []}}, until: 2001-12, note: x}
parties: {POL: {resisting: true, spending_share: {at_least: 2.5}}}
facts: {danger_to_peace: false}
decisions:
  - {body: security_council, decision: calls_for, ref: Res. 502, on: RUS, about: strike}
  - {body: COUNCIL, votes: {yes: [USA], no: [POL, GBR], unknown: []}, date: 2001-09-12}
  - {body: security_council, decision: invasion, outcome: vetoed}
membership:
  - {party: CUB, treaty: tiar-1947, status: excluded, since: 1962-01}
  - {party: USA, treaty: anzus-1951, status: suspended, toward: [GBR, FRA]}
presume: [grave, provoked]
note: prose
expect:
  - {bearer: [POL, USA], treaty: nato-1949, article: "4", duty: consult, verdict: owed, owed_to: [UKR, GBR]}
  - {bearer: all, except: [CUB], treaty: any, duty: any, verdict: depends, depends_on: [grave, membership], confidence: settled}
"""


def test_a_whole_event(good: Callable[..., Situation]) -> None:
    event = good(WHOLE)
    assert (event.title, event.id, event.date) == ("A missile", "a-missile", "2001-09-11")
    assert (event.as_of, event.hypothetical, event.ordered) == (("2001-09-20", "2001-09-12"), True, False)
    assert event.treaties == ("nato-1949", "csto")
    assert event.not_presumed == frozenset({"grave", "provoked"})
    assert event.facts == {"danger_to_peace": False}
    assert event.party_facts == {"POL": {"resisting": True, "spending_share": Bounds(2.5, None)}}
    kadar = event.actors["KADAR"]
    assert (kadar.kind, kadar.speaks_for, kadar.lawful, kadar.based_in) == ("government", "POL", UNKNOWN, ("POL", "UKR"))
    assert (kadar.classes, event.actors["JOINT"].of) == (("communist",), ("USA", "GBR"))


def test_acts(good: Callable[..., Situation]) -> None:
    strike, invocation, request = good(WHOLE).acts
    assert [act.id for act in (strike, invocation, request)] == ["strike", "act2", "act3"]
    assert [act.index for act in (strike, invocation, request)] == [0, 1, 2]
    assert (strike.by, strike.second, strike.targets, strike.domain) == (
        ("AL_QAEDA", "JOINT"),
        ("USA",),
        ("territory", "forces"),
        "air",
    )
    assert (strike.date, strike.until, invocation.date) == ("2001-09", "2001-10-01", "2001-09-11")
    assert strike.facts == {
        "killed": 2900.0,
        "grave": Claimed(((True, ("USA", "GBR")), (False, ("CRITICS",)))),
        "via_territory_of": ("POL",),
        "armed_attack": UNKNOWN,
    }
    assert strike.note == "several\nlines\n"
    assert strike.place is not None
    assert (strike.place.name, strike.place.latitude, strike.place.longitude) == ("New York", 40.71, -74.01)
    assert (strike.place.territory_of, strike.place.zone, strike.place.boundary) == ("USA", "land", "settled")
    assert (invocation.second, invocation.under, invocation.response_to) == (("NATO",), ("nato-1949", "5(1)"), "strike")
    assert (invocation.happened, strike.happened) == (UNKNOWN, True)
    assert (request.second, request.groups) == (("UKR",), (Group(None, "nato-1949", ("POL",)),))
    assert request.under == ("nato-1949", None)
    assert strike.at is not None
    assert strike.at.position == (13, 5)


def test_rows(good: Callable[..., Situation]) -> None:
    event = good(WHOLE)
    war, suspended, held = event.relations
    assert (suspended.name, suspended.first, suspended.second) == ("suspended", "USA", "GBR")
    assert (war.name, war.first, war.second, war.value, war.since, war.begun_by) == ("at_war", "RUS", "UKR", True, "1999", "RUS")
    assert (held.first, held.second, held.value) == ("senkaku", "JPN", Claimed(((True, ("USA",)), (False, ()))))
    calls, counted, vetoed = event.decisions
    assert (calls.body, calls.decision, calls.outcome, calls.date) == ("security_council", "calls_for", "adopted", "2001-09-11")
    assert (calls.ref, calls.on, calls.about) == ("Res. 502", ("RUS",), "strike")
    assert (counted.outcome, counted.votes, counted.date) == (
        None,
        {"yes": ("USA",), "no": ("POL", "GBR"), "unknown": ()},
        "2001-09-12",
    )
    assert (vetoed.decision, vetoed.outcome) == ("invasion", "vetoed")
    assert [(row.party, row.status, row.since, row.toward) for row in event.membership] == [
        ("CUB", "excluded", "1962-01", None),
        ("USA", "suspended", None, "GBR"),
        ("USA", "suspended", None, "FRA"),
    ]
    first, second, third = event.expect
    assert (first.bearers, first.everyone, first.article, first.owed_to, second.owed_to) == (
        ("POL", "USA"),
        False,
        "4",
        "UKR",
        "GBR",
    )
    assert (third.bearers, third.everyone, third.excepted, third.treaty) == ((), True, ("CUB",), "any")
    assert (third.depends_on, third.confidence) == (("grave", "membership"), "settled")


def test_json_and_yaml_give_the_same(good: Callable[..., Situation]) -> None:
    from treatylang.events.from_yaml import from_yaml
    from treatylang.text.source import Source

    tree, _ = from_yaml(Source("e", WHOLE))
    assert tree is not None
    text = json.dumps(typed(tree), indent=1)
    from_json, from_yaml_text = good(text, "event.json"), good(WHOLE)
    for name in ("title", "as_of", "actors", "facts", "party_facts", "not_presumed"):
        assert getattr(from_json, name) == getattr(from_yaml_text, name)
    assert [act.facts for act in from_json.acts] == [act.facts for act in from_yaml_text.acts]
    assert good(text, "<text>").title == good(text, "event.yaml").title == "A missile"


def test_the_short_form(good: Callable[..., Situation]) -> None:
    event = good(HEAD + "kind: clash\nby: []\non: USA\narmed_attack: false\nnote: the event's\nid: short\n", "a/b.yaml")
    (act,) = event.acts
    assert (event.id, act.id, act.kind, act.by, act.second) == ("short", "act1", "clash", (), ("USA",))
    assert (act.date, act.note, act.facts) == ("2001-09-11", None, {"armed_attack": False})


def test_defaults(good: Callable[..., Situation]) -> None:
    event = good(HEAD + "acts: []\n", "Some dir/Two words_1.YAML")
    assert (event.id, event.as_of, event.treaties, event.not_presumed) == ("two-words-1", ("2001-09-11",), None, frozenset())
    assert (event.ordered, event.hypothetical) == (True, False)
    assert good(HEAD + "acts: []\npresume: none\n").not_presumed is None
    assert good(HEAD + "acts: []\n", "<>").id == "event"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("grave: true", True),
        ("grave: 'true'", True),
        ("grave: false", False),
        ("grave: unknown", UNKNOWN),
        ("grave: {claimed: {true: [], false: []}}", Claimed(((True, ()), (False, ())))),
        ("killed: 0", 0.0),
        ("killed: 2.50e2", 250.0),
        ("killed: {at_least: 33}", Bounds(33.0, None)),
        ("killed: {at_least: 1, at_most: 5}", Bounds(1.0, 5.0)),
        ("killed: {claimed: {1: [USA], 20: []}}", Claimed(((1.0, ("USA",)), (20.0, ())))),
        ("via_territory_of: [POL, AL_QAEDA]", ("POL", "AL_QAEDA")),
        ("via_territory_of: []", ()),
        ("via_territory_of: {claimed: {POL: [USA], UKR: []}}", Claimed(((("POL",), ("USA",)), (("UKR",), ())))),
    ],
)
def test_values(good: Callable[..., Situation], written: str, value: object) -> None:
    (act,) = good(ACT % written).acts
    assert list(act.facts.values()) == [value]


@pytest.mark.parametrize(
    ("written", "owner", "administrators"),
    [
        ("territory_of: none", "none", None),
        ("territory_of: unknown", UNKNOWN, None),
        ("territory_of: {claimed: {none: [USA], POL: []}}", Claimed((("none", ("USA",)), ("POL", ()))), None),
        ("administered_by: JPN", None, ("JPN",)),
        ("administered_by: [JPN, USA]", None, ("JPN", "USA")),
        ("administered_by: {claimed: {JPN: [], USA: []}}", None, Claimed(((("JPN",), ()), (("USA",), ())))),
    ],
)
def test_holders_of_a_place(good: Callable[..., Situation], written: str, owner: object, administrators: object) -> None:
    (act,) = good(ACT % f"place: {{{written}}}").acts
    assert act.place is not None
    assert (act.place.territory_of, act.place.administered_by) == (owner, administrators)


def test_groups_may_stand_on_both_sides(good: Callable[..., Situation]) -> None:
    (act,) = good(HEAD + "kind: threat\nby: {class: communist}\nto: {class: american_state, except: CUB}\n").acts
    assert (act.by, act.by_groups) == ((), (Group("communist", None),))
    assert (act.second, act.groups) == ((), (Group("american_state", None, ("CUB",)),))


@pytest.mark.parametrize(
    "facts",
    [
        "killed: 0, destructive: false",
        "killed: {at_most: 5}, destructive: false",
        "killed: unknown, destructive: false",
        "directly_provoked: false, provoked: true",
        "directly_provoked: true",
        "in_self_defence: true, first_use: false",
        "answering: false, first_use: true",
        "answering: false, in_self_defence: true",
        "armed_attack: false, grave: true, consented: true",
        "armed_attack: unknown, grave: false",
        "armed_attack: {claimed: {true: [USA], false: [RUS]}}, grave: {claimed: {true: [USA], false: [RUS]}}",
        "grave: false, consented: true",
        "directly_provoked: {claimed: {true: [USA], false: [GBR]}}, provoked: {claimed: {true: [USA], false: [GBR]}}",
        "directly_provoked: {claimed: {true: [], false: [GBR]}}, provoked: {claimed: {true: [USA], false: []}}",
    ],
)
def test_facts_that_agree(good: Callable[..., Situation], facts: str) -> None:
    good(ACT % facts)


@pytest.mark.parametrize(
    ("date", "state"),
    [("1939-09-01", "POL"), ("1940-05-10", "DNK"), ("1941-01-01", "POL"), ("1991-12-25", "USSR"), ("1841-01-01", "ARG")],
)
def test_states_in_a_gap_of_their_years_exist(good: Callable[..., Situation], date: str, state: str) -> None:
    good(f"event: x\ndate: {date}\nkind: act\nby: USA\non: {state}\n")


def test_a_claimant_may_speak_of_what_was_before_it(good: Callable[..., Situation]) -> None:
    good("event: x\ndate: 1950-01-01\nkind: act\ngrave: {claimed: {true: [RUS], false: []}}\n")
    good(HEAD + "actors: {USSR_HEIRS: {kind: non_state}}\nkind: act\ngrave: {claimed: {true: [USSR_HEIRS], false: [NATO]}}\n")


@pytest.mark.parametrize(
    "under", ["nato-1949", "nato-1949:5", "nato-1949:5(1)", "nato-1949:5(1)[forces]", "nato-1949:4(a)", "nato-1949:7-9"]
)
def test_articles_and_parts_of_them(good: Callable[..., Situation], under: str) -> None:
    (act,) = good(HEAD + f'kind: invocation\nby: USA\nunder: "{under}"\n').acts
    assert act.under == (under.partition(":")[0], under.partition(":")[2] or None)


def test_a_treaty_nearly_named_is_warned_of_with_its_name(read: Callable[..., Any]) -> None:
    situation, (warning,) = read(HEAD + 'kind: invocation\nby: USA\nunder: "nato-1948:4"\n')
    assert situation is not None
    assert (warning.code, warning.hint) == ("TL0617", "did you mean `nato-1949`?")


def test_one_who_is_expected_to_owe_may_come_to_be_by_the_day_asked_about(good: Callable[..., Situation]) -> None:
    row = "expect: [{bearer: RUS, treaty: csto, duty: defend, verdict: owed}]\n"
    good("event: x\ndate: 1991-12-01\nas_of: [1991-12-01, 1992-05-15]\nkind: act\n" + row)


def test_a_partial_date_counts_where_it_is_certain(good: Callable[..., Situation]) -> None:
    good(HEAD + "acts:\n - {kind: act, date: 1998-08-20}\n - {kind: act, date: 1998-08}\n - {kind: act, date: 1998}\n")
    good("event: x\ndate: 1995-01-01\nacts: [{kind: act, by: RUS, date: 1991}]\n")


def test_kinds_with_another_preposition_take_either_field(good: Callable[..., Situation]) -> None:
    (act,) = good(HEAD + "kind: peace\nby: USA\non: JPN\n").acts
    assert act.second == ("JPN",)


def test_rows_that_hold_at_different_times(good: Callable[..., Situation]) -> None:
    good(HEAD + "acts: []\nrelations:\n - {at_war: [USA, GBR], until: 1990}\n - {at_war: [GBR, USA], since: 1995, value: false}\n")


@pytest.mark.parametrize(
    "row",
    [
        "{at_war: [USA, GBR], value: false, until: 2001-09-11}",
        "{at_war: [USA, GBR], value: false, since: 2001-09-12}",
        "{at_war: [USA, GBR], value: false, since: 2001}",
        "{at_war: [USA, FRA], value: false}",
        "{at_war: [USA, GBR], value: unknown}",
        "{at_war: [USA, GBR], value: true}",
        "{assisting: [USA, GBR], value: false}",
    ],
)
def test_relations_that_agree_with_the_acts(good: Callable[..., Situation], row: str) -> None:
    good(HEAD + f"kind: declaration_of_war\nby: USA\non: GBR\nrelations: [{row}]\n")


def test_an_act_that_may_not_have_been_or_a_war_that_ended_denies_nothing(good: Callable[..., Situation]) -> None:
    war, over = "{kind: declaration_of_war, by: USA, on: GBR%s}", "relations: [{at_war: [USA, GBR], value: false}]\n"
    good(HEAD + f"acts: [{war % ', happened: unknown'}]\n{over}")
    good(HEAD + f"acts: [{war % ', happened: false'}]\n{over}")
    good(HEAD + f"acts: [{war % ''}, {{kind: peace, by: USA, on: GBR, date: 2001-12-01}}]\n{over}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        (", ref: Draft 1", ", ref: Draft 2, outcome: vetoed"),
        (", on: RUS", ", on: UKR, outcome: vetoed"),
        (", date: 2001-09-10", ", outcome: vetoed"),
        (", date: 2001-09", ", date: 2001-09, outcome: vetoed"),
        (", outcome: unknown", ", outcome: vetoed"),
        (", outcome: no_decision", ", outcome: vetoed"),
    ],
)
def test_decisions_that_agree(good: Callable[..., Situation], one: str, other: str) -> None:
    row = "{body: security_council, decision: calls_for%s}"
    good(HEAD + f"acts: []\ndecisions: [{row % one}, {row % other}]\n")


def test_organs_of_treaties_decide(good: Callable[..., Situation], read: Callable[..., Any]) -> None:
    text = HEAD + "acts: []\ndecisions: [{body: organ_of_consultation}]\n"
    assert good(text, bodies=frozenset({"organ_of_consultation"})).decisions[0].body == "organ_of_consultation"
    assert [found.code for found in read(text)[1]] == ["TL0605"]


@pytest.mark.parametrize("text", [HEAD + "acts: []\n", "﻿" + HEAD + "acts: []\n", (HEAD + "acts: []\n").replace("\n", "\r\n")])
def test_marks_and_line_ends(good: Callable[..., Situation], text: str) -> None:
    assert good(text).date == "2001-09-11"
