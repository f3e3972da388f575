"""The rules of the event file, broken: fields, dates, words, names, roles; old words; how messages are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.asking import real
from treatylang.library.events import read_for

HEAD = "event: x\ndate: 2001-09-11\n"
ACT = HEAD + "acts:\n  - {kind: invasion, by: RUS, on: UKR, %s}\n"  # the act starts at column 5 of line 4, the gap at column 40
ASKED = HEAD + 'acts:\n  - {kind: request, by: USA, to: NATO, under: "%s"}\n'
LIST = HEAD + "acts: []\n"  # what follows stands in line 4

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
    (
        HEAD + "kind: inv\u0430sion",
        "TL0301",
        "unknown kind of act `inv\u0430sion`",
        (3, 7),
        "`\u0430` is U+0430 CYRILLIC SMALL LETTER A; did you mean `invasion`?",
    ),
    (
        HEAD + "kind: invasion\nby: \u0420OL",
        "TL0302",
        "unknown state or actor `\u0420OL`",
        (4, 5),
        "is U+0420 CYRILLIC CAPITAL LETTER ER; did you mean `POL` (Poland)?",
    ),
    (ACT % "gr\u0430ve: true", "TL0603", "unknown field `gr\u0430ve` in an act", (4, 40), "U+0430 CYRILLIC SMALL LETTER A"),
    (ACT % "grave: tru\u0435", "TL0606", "`grave` is true or false, not `tru\u0435`", (4, 47), "U+0435 CYRILLIC SMALL LETTER IE"),
    (LIST + "treaties: [nato-1948]", "TL0303", "unknown treaty `nato-1948`", (4, 12), "did you mean `nato-1949`?"),
    (
        ACT % 'under: "nato-1949:4"',
        "TL0603",
        "`under` belongs to requests, consents, releases and breaches, not to `invasion`",
        (4, 40),
        "an act of its own",
    ),
    (ASKED % "nato-1949:44", "TL0304", "`nato-1949` has no article `44`", (4, 47), "did you mean `4`?"),
    (ASKED % "nato-1949:5(3)", "TL0304", "`nato-1949` has no article `5(3)`", (4, 47), "did you mean `5(1)`?"),
    (ASKED % "nato-1949:5(1)[fleets]", "TL0304", "`nato-1949` has no article `5(1)[fleets]`", (4, 47), "did you mean"),
    (ASKED % "nato-1949:8", "TL0304", "`nato-1949` has no article `8`", (4, 47), "did you mean `7-9`?"),
    (ASKED % "nato-1949:XIV", "TL0304", "`nato-1949` has no article `XIV`", (4, 47), "write `4`, `5(1)`"),
    (ASKED % "anzus-1951:4", "TL0304", "`anzus-1951` has no article `4`", (4, 47), "did you mean `IV(1)` or `IV(2)`?"),
    (ASKED % "csto:4", "TL0304", "`csto` has no article `4`", (4, 47), "did you mean `CST 4`?"),
    (ASKED % "tiar-1947:100", "TL0304", "`tiar-1947` has no article `100`", (4, 47), "did you mean `10`?"),
    (ASKED % "tiar-1947:third", "TL0304", "`tiar-1947` has no article `third`", (4, 47), "listed by `treaty show tiar-1947`"),
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
    (
        HEAD + "acts: [{kind: peace, by: RUS, with: UKR}]",
        "TL0611",
        "`with` is the preposition of a treaty; an event names the second side by `on` or `to`",
        (3, 31),
        "write `on:`",
    ),
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


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("{kind: bombardment, by: USA, on: USA}", "`USA` is both attacker and victim of one bombardment"),
        ("{kind: ultimatum, by: USA, to: [FRA, USA]}", "`USA` is both threatener and threatened of one ultimatum"),
        ("{kind: declaration_of_war, by: [FRA, USA], on: USA}", "`USA` is both declarer and enemy of one declaration_of_war"),
    ],
)
def test_nobody_attacks_himself(act: str, said: str) -> None:
    situation, (found,) = read_for(real(), f"event: x\ndate: 2001-09-11\nacts:\n  - {act}\n".encode(), "event.yaml")
    assert situation is None
    assert (found.code, found.severity, found.message) == ("TL0618", "error", said)
    line = f"  - {act}"
    assert found.place is not None and found.place.position == (4, line.rindex("USA") + 1)
    assert [label.place.position for label in found.labels] == [(4, line.index("USA") + 1)]
    assert "internal_conflict" in (found.hint or "")


@pytest.mark.parametrize(
    "act", ["unrest, by: USA, on: USA", "mass_violence, by: USA, on: USA", "disaster, by: USA, on: USA", "breach, by: USA, on: USA"]
)
def test_what_a_state_may_do_to_itself(act: str) -> None:
    text = f"event: x\ndate: 2001-09-11\nacts:\n  - {{kind: {act}}}\n"
    assert read_for(real(), text.encode(), "event.yaml")[1] == ()


def test_a_day_before_the_event_is_a_warning(read: Callable[..., Any]) -> None:
    text = (
        "event: x\ndate: 2001-09-11\nas_of: [2001-09-10, 2001-09-11, 2001-10-01]\nacts:\n  - {kind: threat, by: RUS, to: UKR%s}\n"
    )
    situation, (found,) = read(text % "")
    assert situation.as_of == ("2001-09-10", "2001-09-11", "2001-10-01")
    assert (found.code, found.severity, found.place.position) == ("TL0619", "warning", (3, 9))
    assert "2001-09-10" in found.message and "2001-09-11" in found.hint
    for earlier in ("2001-09-10", "2001-09", "2001"):  # an act of that day, or that may be, is seen
        assert read(text % f", date: {earlier}")[1] == ()


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
