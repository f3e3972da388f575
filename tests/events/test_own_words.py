"""Words of treaties in an event file: which are known, how they are named, and what is said of those that are not."""

from __future__ import annotations

import pytest

from tests.asking import event, library
from treatylang.api import read_event
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.events.situation import Situation
from treatylang.events.used import used

HEAD = "  in force since 1900-01-01 until 2100-01-01\nparties\n  FRA ESP PRT ITA since 1900-01-01\n"
ARTICLE = 'article "1"\n  every party must consult every other party\n'
FLOOD = (
    'treaty flood-1900 "Floods"\n'
    + HEAD
    + """
kind flood "water where it should not be"
  is act
  by author on sufferer
  counts as deluge if rising
kind deluge "a great flood"
  is act
  by author on sufferer
kind plea "a cry for help"
  is act
  by pleader to hearer
fact rising "the water rises"
  of act
  excludes falling
fact falling "the water falls"
  of act
fact dams "how many dams there are"
  of party
  is number
fact drought "there is a drought"
  of situation
relation upstream "higher up the river"
  of upper to lower
decision opening_of_dams "the dams are opened"
class riparian "on the river"
  FRA since 1900-01-01
region delta "where the river ends"
  inside europe
region lagoon "where it runs out"
  is sea
locality dyke "the dyke"
  is metropolitan
  inside delta
  held of FRA
target sluice "a sluice"
duty bail "take out water"
"""
    + ARTICLE
)
FIRE = (
    'treaty fire-1900 "Fires"\n'
    + HEAD
    + """
kind flood "a flood of sparks"
  is act
  by author on sufferer
fact rising "the flames rise"
  of act
class riparian "on the other river"
  ESP since 1900-01-01
duty bail "let somebody out"
"""
    + ARTICLE
)
WHOLE = """
actors: {HEN: {kind: government, speaks_for: FRA, class: riparian}}
acts:
  - {kind: flood, by: {class: riparian}, on: ESP, rising: true, deluge: false, target: sluice, place: {territory: dyke}}
  - {kind: plea, by: ESP, to: FRA, place: {sea: lagoon}}
  - {kind: bombardment, by: ESP, on: FRA, place: {region: delta}}
relations: [{upstream: [FRA, ESP]}]
parties: {FRA: {dams: 3}}
facts: {drought: unknown}
decisions: [{body: security_council, decision: opening_of_dams}]
presume: [rising]
expect:
  - {bearer: FRA, treaty: flood-1900, duty: bail, verdict: owed, depends_on: [drought, plea]}
"""


def said(text: str, *treaties: str) -> tuple[Diagnostic, ...]:
    """What is wrong with an event."""
    with pytest.raises(InputError) as caught:
        read_event(event(text), library(*treaties))
    return caught.value.diagnostics


def names(situation: Situation) -> set[str]:
    return {word for _, word in used(situation)}


def test_every_sort_of_word_that_a_treaty_defines_is_known() -> None:
    found = read_event(event(WHOLE), library(FLOOD))
    own = {
        "flood",
        "plea",
        "rising",
        "deluge",
        "sluice",
        "dyke",
        "lagoon",
        "delta",
        "upstream",
        "dams",
        "drought",
        "opening_of_dams",
        "riparian",
    }
    assert own <= names(found)
    assert found.not_presumed == {"rising"}
    assert (found.expect[0].duty, found.expect[0].depends_on) == ("bail", ("drought", "plea"))


def test_a_word_with_its_treaty_is_the_word() -> None:
    plain = read_event(event("kind: flood\nby: ESP\non: FRA\nrising: true\n"), library(FLOOD))
    named = read_event(event("kind: flood-1900:flood\nby: ESP\non: FRA\nflood-1900:rising: true\n"), library(FLOOD))
    assert (named.acts[0].kind, named.acts[0].facts) == (plain.acts[0].kind, plain.acts[0].facts) == ("flood", {"rising": True})


@pytest.mark.parametrize("as_json", [False, True])
def test_of_two_meanings_each_has_a_name(as_json: bool) -> None:
    happened: object = event("kind: fire-1900:flood\nby: ESP\non: FRA\nfire-1900:rising: true\nflood-1900:rising: false\n")
    if as_json:
        happened = {"event": "e", "date": "1960-05-05", "kind": "fire-1900:flood", "by": "ESP", "on": "FRA"}
    found = read_event(happened, library(FLOOD, FIRE))  # type: ignore[arg-type]
    assert found.acts[0].kind == "fire-1900:flood"
    assert as_json or found.acts[0].facts == {"fire-1900:rising": True, "flood-1900:rising": False}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("kind: flood\nby: ESP\non: FRA\n", "flood"),
        ("kind: bombardment\nby: ESP\non: FRA\nrising: true\n", "rising"),
        ("acts: [{kind: bombardment, by: ESP, on: FRA, rising: true}]\n", "rising"),
        ("kind: bombardment\nby: ESP\non: {class: riparian}\n", "riparian"),
        ("kind: bombardment\nby: ESP\non: FRA\npresume: [rising]\n", "rising"),
        ("kind: bombardment\nby: ESP\non: FRA\nexpect: [{bearer: FRA, treaty: any, duty: bail, verdict: owed}]\n", "bail"),
    ],
)
def test_a_bare_word_of_two_meanings_is_refused(text: str, word: str) -> None:
    (problem,) = said(text, FLOOD, FIRE)
    assert (problem.code, problem.message) == ("TL0620", f"`{word}` means one thing in `fire-1900` and another in `flood-1900`")
    assert problem.hint == f"write `fire-1900:{word}` or `flood-1900:{word}`"
    assert problem.place is not None and problem.place.span.end > problem.place.span.start


def test_a_row_of_expect_means_the_words_of_its_treaty() -> None:
    row = "expect: [{bearer: FRA, treaty: fire-1900, duty: bail, verdict: owed, depends_on: [flood]}]\n"
    found = read_event(event("kind: bombardment\nby: ESP\non: FRA\n" + row), library(FLOOD, FIRE))
    assert (found.expect[0].duty, found.expect[0].depends_on) == ("bail", ("fire-1900:flood",))


@pytest.mark.parametrize(
    ("text", "treaties", "code", "hint"),
    [
        ("kind: floood\nby: ESP\non: FRA\n", (FLOOD,), "TL0301", "did you mean `flood`?"),
        ("kind: delug\nby: ESP\non: FRA\n", (FLOOD, FIRE), "TL0301", "did you mean `deluge`?"),
        ("kind: floood\n", (FLOOD, FIRE), "TL0301", "did you mean `fire-1900:flood` or `flood-1900:flood`?"),
        ("kind: fire-1900:deluge\n", (FLOOD, FIRE), "TL0301", "did you mean `deluge`?"),
        ("kind: flood-1900:bombardment\n", (FLOOD,), "TL0301", "did you mean `bombardment`?"),
        ("kind: bombardment\nrissing: true\n", (FLOOD,), "TL0603", "did you mean `rising`?"),
        ("kind: bombardment\nplace: {territory: dike}\n", (FLOOD,), "TL0605", "did you mean `dyke`?"),
        ("kind: bombardment\nplace: {region: deltaa}\n", (FLOOD,), "TL0605", "did you mean `delta`?"),
        ("kind: bombardment\nrelations: [{upstrem: [FRA, ESP]}]\n", (FLOOD,), "TL0301", "did you mean `upstream`?"),
        ("kind: bombardment\nfacts: {drougt: true}\n", (FLOOD,), "TL0301", "did you mean `drought`?"),
        ("kind: bombardment\nby: {class: riperian}\n", (FLOOD,), "TL0301", "did you mean `riparian`?"),
    ],
)
def test_hints_know_the_words_of_treaties(text: str, treaties: tuple[str, ...], code: str, hint: str) -> None:
    (problem,) = said(text, *treaties)
    assert (problem.code, problem.hint) == (code, hint)


def test_the_rules_of_a_word_hold_for_an_event_that_uses_it() -> None:
    act = "kind: bombardment\nby: ESP\non: FRA\n"
    assert [each.code for each in said("kind: plea\nby: ESP\non: FRA\n", FLOOD)] == ["TL0611"]
    assert [each.code for each in said(act + "rising: 3\n", FLOOD)] == ["TL0606"]
    assert [each.code for each in said(act + "drought: true\n", FLOOD)] == ["TL0607"]
    assert [each.code for each in said(act + "rising: true\nfalling: true\n", FLOOD)] == ["TL0610"]
    assert [each.code for each in said(act + "flood-1900:rising: true\nflood-1900:falling: true\n", FLOOD, FIRE)] == ["TL0610"]


def test_one_word_under_two_names_is_written_twice() -> None:
    (problem,) = said("kind: bombardment\nby: ESP\non: FRA\nrising: true\nflood-1900:rising: false\n", FLOOD)
    assert (problem.code, problem.message) == ("TL0602", "`flood-1900:rising` is the same word as `rising`")


def test_a_word_that_no_treaty_of_the_library_defines_is_unknown() -> None:
    assert [each.code for each in said("kind: deluge\nby: ESP\non: FRA\n", FIRE)] == ["TL0301"]


def test_prose_may_hold_any_word() -> None:
    found = read_event(event("kind: bombardment\nby: ESP\non: FRA\nnote: flood\n"), library(FLOOD, FIRE))
    assert found.acts[0].kind == "bombardment"
