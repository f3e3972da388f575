"""The rules of the event file, broken: values, owners of facts, claims, facts that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "event: x\ndate: 2001-09-11\n"
ACT = HEAD + "acts:\n  - {kind: invasion, by: RUS, on: UKR, %s}\n"  # the act starts at column 5 of line 4, the gap at column 40
LIST = HEAD + "acts: []\n"  # what follows stands in line 4
CLASH = "cannot stand so together"
NEEDS = "`armed_attack` needs"

CASES: list[tuple[str, str, str, tuple[int, int], str | None]] = [
    # values of facts
    (ACT % "grave: yes", "TL0606", "`grave` is true or false, not `yes`", (4, 47), "write `true`"),
    (ACT % "grave: [true]", "TL0606", "`grave` is one value, not a list", (4, 47), None),
    (ACT % "grave: {at_least: 1}", "TL0603", "unknown field `at_least` in the value of `grave`", (4, 48), "write `claimed`"),
    (ACT % "killed: 1_000", "TL0606", "`killed` is a number, not `1_000`", (4, 48), "write `1000`"),
    (ACT % "killed: many", "TL0606", "`killed` is a number, not `many`", (4, 48), "in figures"),
    (ACT % "killed: -3", "TL0606", "`killed` is at least 0, not `-3`", (4, 48), "write `0` or more, or `unknown`"),
    (
        ACT % "killed: 4.5",
        "TL0606",
        "`killed` is a count, and `4.5` is not whole",
        (4, 48),
        "write `{at_least: 4, at_most: 5}` where it is not known",
    ),
    (ACT % "killed: {at_least: 0.5}", "TL0606", "`at_least` is a count, and `0.5` is not whole", (4, 59), None),
    (ACT % "killed: {claimed: {1.5: [USA], 2: []}}", "TL0606", "`killed` is a count, and `1.5` is not whole", (4, 59), None),
    (ACT % "killed: 1e999", "TL0606", "`killed`: `1e999` is too large", (4, 48), None),
    (
        ACT % "killed: {at_least: 5, at_most: 3}",
        "TL0610",
        "`at_least` 5 is more than `at_most` 3",
        (4, 48),
        "did you mean `{at_least: 3, at_most: 5}`?",
    ),
    (ACT % "killed: {}", "TL0606", "`killed` has no value", (4, 48), "`unknown`"),
    (ACT % "via_territory_of: true", "TL0302", "unknown state or actor `true`", (4, 58), None),
    (ACT % "place: {}", "TL0606", "a place says nothing", (4, 47), None),
    (ACT % "place: {lat: 51.69S, lon: 3}", "TL0606", "`lat` is a number, not `51.69S`", (4, 53), None),
    (ACT % "place: {lat: 91, lon: 3}", "TL0606", "`lat` is from -90 to 90, not `91`", (4, 53), "south and west are negative"),
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
    (
        ACT % "grave: {claimed: {true: [USA], false: [USA]}}",
        "TL0612",
        "`USA` claims two values at once",
        (4, 79),
        "leave it with the value",
    ),
    (ACT % "grave: {claimed: {true: [USA, USA], false: []}}", "TL0606", "`USA` stands twice in the list", (4, 70), None),
    (ACT % "killed: {claimed: {1: [USA], 1.0: []}}", "TL0612", "the claim `1.0` on `killed` stands twice", (4, 69), None),
    (ACT % "killed: {claimed: {1: [], 2: []}, at_least: 1}", "TL0614", "`killed` has both `claimed` and bounds", (4, 48), None),
    (ACT % "grave: {claimed: {maybe: [], false: []}}", "TL0606", "`grave` is true or false, not `maybe`", (4, 58), None),
    (
        ACT % "grave: {claimed: {true: [USSR], false: [USA]}}",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 65),
        "did you mean `RUS`?",
    ),
    (
        ACT % "happened: {claimed: {true: [USSR], false: [USA]}}",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 68),
        "did you mean `RUS`?",
    ),
    (
        LIST + "relations: [{at_war: [USA, CUB], value: {claimed: {true: [USSR], false: []}}}]",
        "TL0608",
        "`USSR` (Soviet Union) did not exist on 2001-09-11",
        (4, 59),
        None,
    ),
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
    (
        ACT % "first_use: true, in_self_defence: true",
        "TL0610",
        "`first_use` and `in_self_defence` cannot stand so together: `in_self_defence` excludes `first_use`",
        (4, 57),
        None,
    ),
    (
        ACT % "answering: true, first_use: true",
        "TL0610",
        f"`answering` and `first_use` {CLASH}: `answering` implies `in_self_defence`, and `in_self_defence` excludes `first_use`",
        (4, 57),
        None,
    ),
    (
        ACT % "opening_fire: true, answering: true",
        "TL0610",
        f"`opening_fire` and `answering` {CLASH}: `answering` implies `in_self_defence`, and `opening_fire` implies `first_use`, "
        "and `in_self_defence` excludes `first_use`",
        (4, 60),
        None,
    ),
    (ACT % "armed_attack: true, grave: false", "TL0610", f"`armed_attack` and `grave` {CLASH}: {NEEDS} `grave`", (4, 60), None),
    (
        ACT % "consented: true, armed_attack: true",
        "TL0610",
        f"`consented` and `armed_attack` {CLASH}: {NEEDS} not `consented`",
        (4, 57),
        None,
    ),
    (
        ACT % "agreed_beforehand: true, armed_attack: true",
        "TL0610",
        f"`agreed_beforehand` and `armed_attack` {CLASH}: `agreed_beforehand` implies `consented`, and {NEEDS} not `consented`",
        (4, 65),
        None,
    ),
    # the zone of a place, and whose it is
    (
        ACT % "place: {zone: high_seas, territory_of: USA}",
        "TL0610",
        f"`territory_of: USA` and `zone: high_seas` {CLASH}: that zone is no state's territory",
        (4, 65),
        "write `territory_of: none`, or `zone: territorial_sea` where it is territory",
    ),
    (
        ACT % "place: {territory_of: USA, zone: high_seas}",
        "TL0610",
        f"`territory_of: USA` and `zone: high_seas` {CLASH}: that zone is no state's territory",
        (4, 67),
        None,
    ),
    (
        ACT % "place: {territory: hawaii, zone: high_seas}",
        "TL0610",
        f"`territory: hawaii` and `zone: high_seas` {CLASH}: that zone is no state's territory",
        (4, 67),
        "take `territory` out",
    ),
    (
        ACT % "place: {zone: eez, territory_of: USA}",
        "TL0610",
        f"`territory_of: USA` and `zone: eez` {CLASH}: that zone is no state's territory",
        (4, 59),
        "zone: territorial_sea",
    ),
    (
        ACT % "place: {zone: international_airspace, territory_of: {claimed: {none: [RUS], USA: [USA]}}}",
        "TL0610",
        f"`territory_of: USA` and `zone: international_airspace` {CLASH}: that zone is no state's territory",
        (4, 78),
        "`zone` as a claim of the same",
    ),
    (
        ACT % "origin: {zone: outer_space, territory_of: USA}",
        "TL0610",
        f"`territory_of: USA` and `zone: outer_space` {CLASH}: that zone is no state's territory",
        (4, 68),
        "zone: national_airspace",
    ),
    (ACT % "happened: false, killed: 3", "TL0610", "`killed` is written of an act that did not happen", (4, 57), "take it out"),
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


@pytest.mark.parametrize(
    "place",
    [
        "{zone: high_seas, territory_of: none}",
        "{zone: high_seas, territory_of: unknown}",
        "{zone: territorial_sea, territory_of: USA}",
        "{zone: unknown, territory_of: USA}",
        "{zone: eez, territory: senkaku}",  # what lies in such a zone may be anybody's rock
        "{zone: {claimed: {high_seas: [RUS], territorial_sea: [USA]}}, territory_of: {claimed: {none: [RUS], USA: [USA]}}}",
    ],
)
def test_a_zone_of_nobody_goes_with_nobody(read: Callable[..., Any], place: str) -> None:
    situation, diagnostics = read(ACT % f"place: {place}")
    assert situation is not None and diagnostics == ()
