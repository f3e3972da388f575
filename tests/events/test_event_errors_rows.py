"""The rules of the event file, broken: acts among one another, actors, relations, decisions, expectations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "event: x\ndate: 2001-09-11\n"
ACT = HEAD + "acts:\n  - {kind: invasion, by: RUS, on: UKR, %s}\n"  # the act starts at column 5 of line 4, the gap at column 40
LIST = HEAD + "acts: []\n"  # what follows stands in line 4

WAR = HEAD + "acts:\n  - {kind: declaration_of_war, by: RUS, on: [GBR, UKR]%s}\nrelations:\n  - {at_war: [%s], value: %s}\n"
DENIED = "`declaration_of_war` by `RUS` on `UKR` implies `at_war`, which is false of the two"
VETO = (
    LIST + "decisions:\n  - {body: security_council, decision: calls_for%s}\n  - {body: security_council, decision: calls_for%s}\n"
)

CASES: list[tuple[str, str, str, tuple[int, int], str | None]] = [
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
    # relations against what acts bring about
    (WAR % ("", "UKR, RUS", "false"), "TL0610", DENIED, (6, 6), "this act was on 2001-09-11"),
    (WAR % ("", "RUS, UKR", "false, since: 2001-09-11"), "TL0610", DENIED, (6, 6), None),
    (WAR % (", date: 2001-09", "RUS, UKR", "false, until: 2001-10-01"), "TL0610", DENIED, (6, 6), None),
    (
        WAR % ("", "RUS, UKR", "{claimed: {true: [UKR], false: [RUS]}}"),
        "TL0610",
        f"{DENIED} in the account of `RUS`",
        (6, 6),
        None,
    ),
    # decisions
    (
        VETO % ("", ", outcome: vetoed"),
        "TL0610",
        "`calls_for` of `security_council` on 2001-09-11 is both `adopted` and `vetoed`",
        (6, 6),
        "told apart by `ref`",
    ),
    (
        VETO % (", on: [RUS, UKR], outcome: not_adopted", ", on: [UKR, RUS], outcome: adopted"),
        "TL0610",
        "`calls_for` of `security_council` on 2001-09-11 is both `not_adopted` and `adopted`",
        (6, 6),
        None,
    ),
    # expectations
    (
        LIST + "expect: [{bearer: [USA, USSR], treaty: any, duty: any, verdict: owed}]",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 25),
        "did you mean `RUS`?",
    ),
    (
        LIST + "expect: [{bearer: all, except: [USSR], treaty: any, duty: any, verdict: owed}]",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 33),
        None,
    ),
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
    assert found.hint
    if hint is not None:
        assert hint in (found.hint or "")
