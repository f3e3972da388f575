"""Every rule of the event file, broken: the code, the message, the place and the hint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "event: x\ndate: 2001-09-11\n"
ACT = HEAD + "acts:\n  - {kind: invasion, by: RUS, on: UKR, %s}\n"  # the act starts at column 5 of line 4, the gap at column 40
LIST = HEAD + "acts: []\n"  # what follows stands in line 4
CLASH = "cannot stand so together"

CASES: list[tuple[str, str, str, tuple[int, int], str | None]] = [
    # fields
    (LIST + "atcs: 1", "TL0603", "unknown field `atcs` in an event", (4, 1), "did you mean `acts`?"),
    (ACT % "xqzw: true", "TL0603", "unknown field `xqzw` in an act", (4, 40), None),
    (ACT % "kiled: 3", "TL0603", "unknown field `kiled` in an act", (4, 40), "did you mean `killed`?"),
    (ACT % "place: {latt: 3}", "TL0603", "unknown field `latt` in a place", (4, 48), "did you mean `lat`?"),
    (ACT % "note: ", "TL0604", "`note` has no value", (4, 40), "write a value, or take the field out"),
    ("date: 2001-09-11\nacts: []", "TL0604", "an event needs `event`", (1, 1), "write `event:` beside the other fields"),
    ("event: x\nacts: []", "TL0604", "an event needs `date`", (1, 1), "write `date:` beside the other fields"),
    (HEAD, "TL0604", "an event needs `acts`, or `kind` for a single act", (1, 1), "write `acts:`"),
    (HEAD + "by: USA", "TL0604", "the short form needs `kind`", (3, 1), "write `acts:`"),
    (HEAD + "acts: [{by: USA}]", "TL0604", "an act needs `kind`", (3, 9), "write `kind:`"),
    (HEAD + "acts: x", "TL0606", "`acts` is a list, not `x`", (3, 7), "write `[...]`"),
    (HEAD + "acts: [x]", "TL0606", "an act is a mapping of fields, not `x`", (3, 8), None),
    (
        HEAD + "acts: []\nkind: act",
        "TL0614",
        "both `acts` and `kind`, which belongs to the short form",
        (4, 1),
        "move it into an act",
    ),
    ('event: "a\\nb"\ndate: 2001-09-11\nacts: []', "TL0606", "`event` is one line of text", (1, 8), None),
    (LIST + "id: A b", "TL0606", "`id` is a slug, not `A b`", (4, 5), "`a-b`"),
    (LIST + "acts_order: random", "TL0606", "`acts_order` is not `random`", (4, 13), "write `listed` or `unknown`"),
    (LIST + "hypothetical: Yes", "TL0606", "`hypothetical` is true or false, not `Yes`", (4, 15), "write `true`"),
    # dates
    ("event: x\ndate: 11.9.2001\nacts: []", "TL0606", "`date` is a date, not `11.9.2001`", (2, 7), "2001-09-11"),
    ("event: x\ndate: 2001-09\nacts: []", "TL0606", "`date` is a whole day, not `2001-09`", (2, 7), None),
    ("event: x\ndate: 2001-02-29\nacts: []", "TL0501", "`2001-02-29` is not in the calendar", (2, 7), None),
    (ACT % "date: 2001-13", "TL0501", "`2001-13` is not in the calendar", (4, 46), None),
    (ACT % "date: 0000", "TL0501", "`0000` is not in the calendar", (4, 46), None),
    (ACT % "until: 2001-09-10", "TL0609", "`until` `2001-09-10` lies before `date` `2001-09-11`", (4, 47), None),
    (LIST + "as_of: []", "TL0606", "`as_of` names no day", (4, 8), "write a day"),
    (LIST + "as_of: [2001-09-11, 2001-09]", "TL0606", "`as_of` is a whole day, not `2001-09`", (4, 21), None),
    (
        HEAD + "acts:\n - {kind: act, date: 2001-09-12}\n - {kind: act}",
        "TL0609",
        "`act2` (2001-09-11) lies before `act1` (2001-09-12), which stands above it",
        (5, 5),
        "without a date of its own the act has the event's",
    ),
    (
        HEAD
        + "acts:\n - {kind: act, date: 1992}\n - {kind: act, date: 1998-08}\n - {kind: act, date: 1998-07-31}\nacts_order: unknown",
        "TL0609",
        "`act3` (1998-07-31) lies before `act2` (1998-08), which stands above it",
        (6, 22),
        "list acts in the order in which they happened",
    ),
    # words and names
    (HEAD + "kind: invasoin", "TL0301", "unknown kind of act `invasoin`", (3, 7), "did you mean `invasion`?"),
    (ACT % "target: submarine", "TL0301", "unknown target `submarine`", (4, 48), "write `forces`, `island`"),
    (ACT % "domain: seas", "TL0301", "unknown domain `seas`", (4, 48), "did you mean `sea`?"),
    (ACT % "place: {zone: sand}", "TL0301", "unknown zone `sand`", (4, 54), "did you mean `land`?"),
    (ACT % "place: {territory: hawai}", "TL0605", "unknown territory `hawai`", (4, 59), "did you mean `hawaii`?"),
    (ACT % "place: {sea: blck_sea}", "TL0605", "unknown sea `blck_sea`", (4, 53), "did you mean `black_sea`?"),
    (ACT % "place: {sea: europe}", "TL0605", "`europe` is a region", (4, 53), "write `region: europe`"),
    (ACT % "place: {region: black_sea}", "TL0605", "`black_sea` is a sea", (4, 56), "write `sea: black_sea`"),
    (
        HEAD + "kind: invasion\nby: RUSS",
        "TL0302",
        "unknown state or actor `RUSS`",
        (4, 5),
        "did you mean `RUS` (Russian Federation)?",
    ),
    (HEAD + "kind: invasion\nby: france", "TL0302", "unknown state or actor `france`", (4, 5), "did you mean `FRA` (France)?"),
    (HEAD + "kind: invasion\nby: QQQQQQ", "TL0302", "unknown state or actor `QQQQQQ`", (4, 5), "declared under `actors`"),
    (LIST + "treaties: [nato-1948]", "TL0303", "unknown treaty `nato-1948`", (4, 12), "did you mean `nato-1949`?"),
    (ACT % 'under: "nato:4"', "TL0303", "unknown treaty `nato`", (4, 47), None),
    (ACT % 'under: "csto:"', "TL0606", "no article after the colon of `csto:`", (4, 47), None),
    (HEAD + "kind: invasion\nby: [USA, GBR, USA]", "TL0606", "`USA` stands twice in the list", (4, 16), "take one out"),
    # a state outside its years
    (
        HEAD + "kind: invasion\nby: USSR",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 5),
        "it stands from 1922-12-30 until 1991-12-26; did you mean `RUS`?",
    ),
    (
        "event: x\ndate: 1991-12-25\nkind: invasion\nby: RUS",
        "TL0608",
        "`RUS` (Russian Federation) did not exist on 1991-12-25",
        (4, 5),
        "it stands from 1991-12-26; did you mean `USSR`?",
    ),
    (ACT % "place: {territory_of: USSR}", "TL0608", "`USSR` (Soviet Union) did not exist on 2001-09-11", (4, 62), None),
    (LIST + "relations: [{at_war: [USA, USSR]}]", "TL0608", "`USSR` (Soviet Union) did not exist on 2001-09-11", (4, 28), None),
    (
        LIST + "decisions: [{body: league_council, decision: resolution}]",
        "TL0608",
        "`league_council` did not exist on 2001-09-11",
        (4, 20),
        "it stands from 1920-01-10 until 1946-04-18",
    ),
    # roles
    (HEAD + "kind: ultimatum\nby: RUS\non: UKR", "TL0611", "`ultimatum` takes `to`, not `on`", (5, 1), "write `to:`"),
    (HEAD + "kind: invasion\nby: RUS\nto: UKR", "TL0611", "`invasion` takes `on`, not `to`", (5, 1), "write `on:`"),
    (HEAD + "kind: act\non: {class: great}", "TL0301", "unknown class `great`", (4, 13), None),
    (HEAD + "kind: act\non: {parties_of: nato}", "TL0303", "unknown treaty `nato`", (4, 18), None),
    (HEAD + "kind: act\non: {except: [USA]}", "TL0604", "a group needs `class` or `parties_of`", (4, 5), None),
    (
        HEAD + "kind: act\non: {class: communist, parties_of: csto}",
        "TL0614",
        "a group has both `class` and `parties_of`",
        (4, 5),
        None,
    ),
    # values of facts
    (ACT % "grave: yes", "TL0606", "`grave` is true or false, not `yes`", (4, 47), "write `true`"),
    (ACT % "grave: [true]", "TL0606", "`grave` is one value, not a list", (4, 47), None),
    (ACT % "grave: {at_least: 1}", "TL0603", "unknown field `at_least` in the value of `grave`", (4, 48), "write `claimed`"),
    (ACT % "killed: 1_000", "TL0606", "`killed` is a number, not `1_000`", (4, 48), "write `1000`"),
    (ACT % "killed: many", "TL0606", "`killed` is a number, not `many`", (4, 48), "in figures"),
    (ACT % "killed: -3", "TL0606", "`killed` is at least 0, not `-3`", (4, 48), None),
    (ACT % "killed: 1e999", "TL0606", "`killed`: `1e999` is too large", (4, 48), None),
    (ACT % "killed: {at_least: 5, at_most: 3}", "TL0610", "`at_least` 5 is more than `at_most` 3", (4, 48), None),
    (ACT % "killed: {}", "TL0606", "`killed` has no value", (4, 48), "`unknown`"),
    (ACT % "via_territory_of: true", "TL0302", "unknown state or actor `true`", (4, 58), None),
    (ACT % "place: {}", "TL0606", "a place says nothing", (4, 47), None),
    (ACT % "place: {lat: 51.69S, lon: 3}", "TL0606", "`lat` is a number, not `51.69S`", (4, 53), None),
    (ACT % "place: {lat: 91, lon: 3}", "TL0606", "`lat` is from -90 to 90, not `91`", (4, 53), None),
    (ACT % "place: {lat: 9}", "TL0604", "`lat` without `lon`", (4, 48), "write both"),
    (
        ACT % "place: {boundary: vague}",
        "TL0606",
        "`boundary` is not `vague`",
        (4, 58),
        "write `settled`, `disputed` or `undelimited`",
    ),
    # owners of facts
    (ACT % "resisting: true", "TL0607", "`resisting` is a fact of a party, not of an act", (4, 40), "write it under `parties`"),
    (
        ACT % "danger_to_peace: true",
        "TL0607",
        "`danger_to_peace` is a fact of the situation, not of an act",
        (4, 40),
        "under `facts`",
    ),
    (ACT % "ultimatum: true", "TL0607", "`ultimatum` is a kind of act, not a fact", (4, 40), "write `kind: ultimatum`"),
    (LIST + "facts: {grave: true}", "TL0607", "`grave` is a fact of an act, not of the situation", (4, 9), "write it in the act"),
    (LIST + "facts: {invasion: true}", "TL0607", "`invasion` is a kind of act, not a fact", (4, 9), None),
    (LIST + "facts: {dangr_to_peace: true}", "TL0301", "unknown fact `dangr_to_peace`", (4, 9), "did you mean `danger_to_peace`?"),
    (LIST + "parties: {POL: {grave: true}}", "TL0607", "`grave` is a fact of an act, not of a party", (4, 17), None),
    (LIST + "parties: {POL: {lawfull: true}}", "TL0301", "unknown fact `lawfull`", (4, 17), "did you mean `lawful`?"),
    # claims
    (
        ACT % "grave: {claimed: {true: [USA]}}",
        "TL0612",
        "the claims on `grave` need at least two values",
        (4, 57),
        "`[]` stands for",
    ),
    (
        ACT % "grave: {claimed: true}",
        "TL0612",
        "`claimed` holds values and who claims them, not `true`",
        (4, 57),
        "write `{claimed:",
    ),
    (ACT % "grave: {claimed: {true: USA, false: []}}", "TL0612", "claimants are a list, not `USA`", (4, 64), "write `[USA]`"),
    (ACT % "grave: {claimed: {true: [USA], false: [USA]}}", "TL0612", "`USA` claims two values at once", (4, 79), None),
    (ACT % "grave: {claimed: {true: [USA, USA], false: []}}", "TL0606", "`USA` stands twice in the list", (4, 70), None),
    (ACT % "killed: {claimed: {1: [USA], 1.0: []}}", "TL0612", "the claim `1.0` on `killed` stands twice", (4, 69), None),
    (ACT % "killed: {claimed: {1: [], 2: []}, at_least: 1}", "TL0614", "`killed` has both `claimed` and bounds", (4, 48), None),
    (ACT % "grave: {claimed: {maybe: [], false: []}}", "TL0606", "`grave` is true or false, not `maybe`", (4, 58), None),
    # facts that cannot hold together
    (
        ACT % "directly_provoked: true, provoked: false",
        "TL0610",
        "`directly_provoked` and `provoked` cannot stand so together: `directly_provoked` implies `provoked`",
        (4, 65),
        "change one, or write `unknown`",
    ),
    (
        ACT % "destructive: false, killed: 2",
        "TL0610",
        "`killed` and `destructive` cannot stand so together: `killed` implies `destructive`",
        (4, 60),
        None,
    ),
    (
        ACT % "destructive: false, killed: {at_least: 1}",
        "TL0610",
        "`killed` and `destructive` cannot stand so together: `killed` implies `destructive`",
        (4, 60),
        None,
    ),
    (
        ACT % "sent_from_abroad: true, supported_from_abroad: false",
        "TL0610",
        f"`sent_from_abroad` and `supported_from_abroad` {CLASH}: `sent_from_abroad` implies `supported_from_abroad`",
        (4, 64),
        None,
    ),
    (
        ACT % "in_self_defence: true, first_use: true",
        "TL0610",
        "`in_self_defence` and `first_use` cannot stand so together: `in_self_defence` excludes `first_use`",
        (4, 63),
        None,
    ),
    (
        ACT % "provoked: false, directly_provoked: {claimed: {true: [USA], false: [RUS]}}",
        "TL0610",
        f"`directly_provoked` and `provoked` {CLASH} in the account of `USA`: `directly_provoked` implies `provoked`",
        (4, 57),
        None,
    ),
    (
        ACT % "provoked: {claimed: {false: [USA], true: [GBR]}}, directly_provoked: {claimed: {true: [USA], false: [RUS]}}",
        "TL0610",
        f"`directly_provoked` and `provoked` {CLASH} in the account of `USA`: `directly_provoked` implies `provoked`",
        (4, 90),
        None,
    ),
    (ACT % "happened: false, killed: 3", "TL0610", "`killed` is written of an act that did not happen", (4, 57), "take it out"),
    # acts among one another
    (
        HEAD + "acts:\n - {kind: act, id: a}\n - {kind: act, id: a}",
        "TL0613",
        "two acts have the id `a`",
        (5, 20),
        "an id of its own",
    ),
    (HEAD + "acts:\n - {kind: act, id: act2}\n - {kind: act}", "TL0613", "two acts have the id `act2`", (4, 20), "by their place"),
    (ACT % "id: Strike", "TL0606", "`Strike` is no name here", (4, 44), "lower-case ASCII"),
    (ACT % ("id: " + "a" * 65), "TL0105", f"`{'a' * 64}...` is longer than 64 characters", (4, 44), None),
    (ACT % "response_to: strik", "TL0613", "no act has the id `strik`", (4, 53), "write `act1`"),
    (ACT % "response_to: act1", "TL0613", "`act1` answers itself", (4, 53), "an act answers one that stands above it"),
    (
        HEAD + "acts:\n - {kind: act, response_to: b}\n - {kind: act, id: b}",
        "TL0613",
        "`act1` answers the later act `b`",
        (4, 29),
        None,
    ),
    (LIST + "decisions: [{body: oas_council, about: b}]", "TL0613", "no act has the id `b`", (4, 40), None),
    # actors
    (LIST + "actors: {POL: {kind: state}}", "TL0605", "`POL` is in the state table (Poland)", (4, 10), None),
    (LIST + "actors: {rebels: {kind: non_state}}", "TL0606", "`rebels` is no name here", (4, 10), "upper-case ASCII"),
    (
        LIST + "actors: {REBELS: {kind: gang}}",
        "TL0606",
        "the kind of an actor is not `gang`",
        (4, 25),
        "write `state`, `government`",
    ),
    (LIST + "actors: {REBELS: {name: x}}", "TL0604", "an actor needs `kind`", (4, 19), None),
    (LIST + "actors: [REBELS]", "TL0606", "`actors` is a mapping of codes, not a list", (4, 9), None),
    (
        HEAD + "kind: act\nby: CRITICS\nactors: {CRITICS: {kind: reading}}",
        "TL0606",
        "`CRITICS` is a reading, which can only claim",
        (4, 5),
        None,
    ),
    (
        LIST + "actors: {KADAR: {kind: government, lawful: true}}\nparties: {KADAR: {lawful: true}}",
        "TL0614",
        "`lawful` of `KADAR` stands under `actors` and under `parties`",
        (5, 1),
        None,
    ),
    # relations
    (LIST + "relations: [{at_warr: [USA, GBR]}]", "TL0301", "unknown relation `at_warr`", (4, 14), "did you mean `at_war`?"),
    (LIST + "relations: [{since: 1990}]", "TL0604", "a row of `relations` names no relation", (4, 14), "{at_war: [RUS, UKR]}"),
    (
        LIST + "relations: [{at_war: [USA, GBR], backed: [USA, GBR]}]",
        "TL0614",
        "a row has both `at_war` and `backed`",
        (4, 34),
        None,
    ),
    (LIST + "relations: [{at_war: [USA]}]", "TL0606", "`at_war` joins two, not a list of 1", (4, 22), None),
    (LIST + "relations: [{at_war: USA}]", "TL0606", "`at_war` joins two, not `USA`", (4, 22), None),
    (LIST + "relations: [{at_war: [USA, USA]}]", "TL0606", "`at_war` joins `USA` with itself", (4, 22), None),
    (LIST + "relations: [{at_war: [USA, hawaii]}]", "TL0606", "`at_war` joins actors, and `hawaii` is a place", (4, 28), None),
    (
        LIST + "relations: [{administered: [JPN, senkaku]}]",
        "TL0606",
        "the pair of `administered` stands the wrong way round",
        (4, 28),
        "`administered` reads `[place, administrator]`: place is administered by administrator",
    ),
    (
        LIST + "relations: [{administered: [senkak, JPN]}]",
        "TL0605",
        "unknown territory `senkak`",
        (4, 29),
        "did you mean `senkaku`?",
    ),
    (LIST + "relations: [{backed: [USA, GBR], begun_by: USA}]", "TL0603", "`begun_by` belongs to `at_war` only", (4, 34), None),
    (
        LIST + "relations: [{at_war: [USA, GBR], since: 2001-05-01, until: 2001-05-01}]",
        "TL0502",
        "`until` `2001-05-01` is not after `since` `2001-05-01`",
        (4, 60),
        None,
    ),
    (
        LIST + "relations:\n - {at_war: [USA, GBR]}\n - {at_war: [GBR, USA], value: false}",
        "TL0610",
        "`at_war` is both true and false of `GBR` and `USA`",
        (6, 5),
        "keep one, or give them dates",
    ),
    # decisions
    (LIST + "decisions: [{decision: resolution}]", "TL0604", "a decision needs `body`", (4, 14), None),
    (
        LIST + "decisions: [{body: security_concil}]",
        "TL0605",
        "unknown body `security_concil`",
        (4, 20),
        "did you mean `security_council`?",
    ),
    (LIST + "decisions: [{body: USA}]", "TL0606", "`USA` is no body that decides", (4, 20), None),
    (LIST + "decisions: [{body: NATO, decision: resolutoin}]", "TL0301", "unknown decision `resolutoin`", (4, 36), "`resolution`"),
    (LIST + "decisions: [{body: NATO, outcome: passed}]", "TL0606", "`outcome` is not `passed`", (4, 35), "write `adopted`"),
    (
        LIST + "decisions: [{body: NATO, outcome: adopted, votes: {yes: [USA]}}]",
        "TL0614",
        "a decision has both `outcome` and `votes`",
        (4, 44),
        "keep one of the two",
    ),
    (LIST + "decisions: [{body: NATO, votes: {aye: [USA]}}]", "TL0603", "unknown field `aye` in `votes`", (4, 34), None),
    (
        LIST + "decisions: [{body: NATO, votes: {yes: [USA], no: [USA]}}]",
        "TL0610",
        "`USA` votes both `yes` and `no`",
        (4, 46),
        None,
    ),
    # membership
    (
        LIST + "membership: [{party: CUB, treaty: tiar-1947, status: gone}]",
        "TL0606",
        "`status` is not `gone`",
        (4, 54),
        "`excluded`",
    ),
    (LIST + "membership: [{party: CUB, treaty: tiar-1947}]", "TL0604", "a row of `membership` needs `status`", (4, 15), None),
    (
        LIST + "membership: [{party: CUB, treaty: tiar-1947, status: frozen, toward: USA}]",
        "TL0614",
        "`toward` belongs to `suspended`, not to `frozen`",
        (4, 62),
        None,
    ),
    # presumptions
    (LIST + "presume: grave", "TL0606", "`presume` is a list, not `grave`", (4, 10), None),
    (LIST + "presume: [gravee]", "TL0301", "unknown word `gravee`", (4, 11), "did you mean `grave`?"),
    # expectations
    (LIST + "expect: [{bearer: USA, treaty: any, duty: any}]", "TL0604", "a row of `expect` needs `verdict`", (4, 11), None),
    (
        LIST + "expect: [{bearer: USA, treaty: any, duty: any, verdict: yes}]",
        "TL0606",
        "`verdict` is not `yes`",
        (4, 57),
        "write `owed`",
    ),
    (
        LIST + "expect: [{bearer: [], treaty: any, duty: any, verdict: owed}]",
        "TL0606",
        "`bearer` names nobody",
        (4, 19),
        None,
    ),
    (
        LIST + "expect: [{bearer: USA, except: [GBR], treaty: any, duty: defnd, verdict: owed}]",
        "TL0614",
        "`except` goes with `bearer: all`",
        (4, 24),
        None,
    ),
    # the top level
    ("[]", "TL0602", "an event is a mapping of fields, not a list", (1, 1), "an event starts with"),
    ("hello", "TL0602", "an event is a mapping of fields, not `hello`", (1, 1), None),
]


@pytest.mark.parametrize(
    ("text", "code", "message", "position", "hint"), CASES, ids=[f"{case[1]} {case[2][:40]}" for case in CASES]
)
def test_errors(read: Callable[..., Any], text: str, code: str, message: str, position: tuple[int, int], hint: str | None) -> None:
    situation, diagnostics = read(text)
    assert situation is None
    told = [(found.code, found.message, found.place.position) for found in diagnostics]
    assert (code, message, position) in told
    found = diagnostics[told.index((code, message, position))]
    assert "\n" not in found.message
    assert not found.message.endswith(".")
    if hint is not None:
        assert hint in (found.hint or "")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (ACT % "authorised_by_unsc: true", "`authorised_by_unsc` is now `authorised`"),
        (LIST + "facts: {peace_endangered: true}", "`peace_endangered` is now `danger_to_peace`"),
        (LIST + "relations: [{gives_assistance: [USA, GBR]}]", "`gives_assistance` is now `assisting`"),
        (LIST + "relations: [{administers: [JPN, senkaku]}]", "`administers` is now `administered`, with the pair turned round"),
        (
            LIST + "relations: [{has_treaty: [USA, GBR]}]",
            "`has_treaty` is now `bound`, or `allied` where the treaty is an alliance",
        ),
        (LIST + "decisions: [{body: NATO, decision: takes_measures}]", "`takes_measures` is now `necessary_measures`"),
        (LIST + "presume: [authorised_by_unsc]", "`authorised_by_unsc` is now `authorised`"),
        (
            LIST + "expect: [{bearer: USA, treaty: any, duty: not_conflict, verdict: owed}]",
            "`not_conflict` is now `refrain`",
        ),
        (
            LIST + "expect: [{bearer: USA, treaty: any, duty: any, verdict: owed, strength: as_deemed_necessary}]",
            "`as_deemed_necessary` is now `measures_deemed_necessary`",
        ),
        (
            LIST + "expect: [{bearer: USA, treaty: any, duty: any, verdict: owed, strength: political}]",
            "`political` was dropped: a quantity, the duty, `may` or `should` says it",
        ),
        (
            LIST + "expect: [{bearer: USA, treaty: any, duty: any, verdict: depends, depends_on: [imposes_measures]}]",
            "`imposes_measures` is now `collective_measures`",
        ),
    ],
)
def test_old_words_name_the_new(read: Callable[..., Any], text: str, hint: str) -> None:
    situation, (found,) = read(text)
    assert situation is None
    assert (found.code, found.hint) == ("TL0301", hint)


def test_all_errors_of_a_file_in_the_order_of_the_text(read: Callable[..., Any]) -> None:
    text = (
        "event: x\ndate: 2001-09-11\ndate: 2001-09-12\nacts:\n  - {kind: invasoin, by: RUSS, on: UKR, grave: perhaps}\nexpekt: []\n"
    )
    _, diagnostics = read(text)
    assert [(found.code, found.place.position[0]) for found in diagnostics] == [
        ("TL0602", 3),
        ("TL0301", 5),
        ("TL0302", 5),
        ("TL0606", 5),
        ("TL0603", 6),
    ]


def test_the_first_place_is_shown_too(read: Callable[..., Any]) -> None:
    _, (found,) = read(ACT % "directly_provoked: true, provoked: false")
    assert [label.place.position for label in found.labels] == [(4, 40)]


def test_errors_are_capped(read: Callable[..., Any]) -> None:
    _, diagnostics = read(LIST + "\n".join(f"f{n}: 1" for n in range(3000)))
    assert len(diagnostics) == 20


def test_far_from_its_territory_is_a_warning(read: Callable[..., Any]) -> None:
    situation, (found,) = read(ACT % "place: {territory: hawaii, lat: 21.3, lon: 157.86}")
    assert situation is not None
    assert (found.code, found.severity) == ("TL0615", "warning")
    assert found.message == "these coordinates lie 4,572 km from `hawaii`"
    assert read(ACT % "place: {territory: hawaii, lat: 21.36, lon: -157.95}")[1] == ()


def test_a_status_against_the_list(read: Callable[..., Any]) -> None:
    def listed(treaty: str, state: str, day: str) -> bool | None:
        return {"USA": True, "CUB": day < "1962-01-31", "GBR": False}.get(state)

    def told(row: str) -> list[str]:
        text = f"event: x\ndate: 1962-10-22\nacts: []\nmembership: [{{treaty: tiar-1947, {row}}}]"
        return [f"{found.code} {found.message}" for found in read(text, membership=listed)[1]]

    by_the_list = "by the treaty's own list"
    assert told("party: USA, status: party") == []
    assert told("party: USA, status: not_party") == [f"TL0616 `USA` is a party to `tiar-1947` on 1962-10-22, {by_the_list}"]
    assert told("party: GBR, status: party") == [f"TL0616 `GBR` is not a party to `tiar-1947` on 1962-10-22, {by_the_list}"]
    assert told("party: GBR, status: denounced, since: 1950") == [
        f"TL0616 `GBR` is not a party to `tiar-1947` on 1950-01-01, {by_the_list}"
    ]
    assert told("party: CUB, status: excluded, since: 1962-01") == []
    assert told("party: CUB, status: excluded") == []
    assert told("party: GBR, status: contested") == []
    assert told("party: FRA, status: party") == []
