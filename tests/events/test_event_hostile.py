"""Any bytes: a coded message with a place, or a situation; never an exception, never a long wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatylang.diagnostics.registry import CODES
from treatylang.text.limits import Limits

WIDE = Limits(event_bytes=10_000_000)
SEED = """\
event: x
date: 2001-09-11
treaties: [nato-1949]
actors: {X: {kind: force, of: [USA]}}
acts:
  - {id: a, kind: clash, by: [USA], on: {class: communist}, date: 2001-09, killed: {at_least: 3}, happened: unknown}
  - {kind: threat, to: RUS, response_to: a, place: {territory: hawaii, lat: 1, lon: 2}, grave: {claimed: {true: [X], false: []}}}
relations: [{at_war: [RUS, UKR], since: 1999}]
decisions: [{body: NATO, votes: {yes: [USA]}}]
membership: [{party: CUB, treaty: tiar-1947, status: frozen}]
expect: [{bearer: all, treaty: any, duty: any, verdict: owed}]
"""
HOSTILE = {
    "empty": b"",
    "blank": b" \n\t\n",
    "a list": b"[]",
    "a list of acts": b"- {kind: act}\n",
    "a scalar": b"x",
    "a number": b"1",
    "null": b"null",
    "open lists": b"[" * 100_000,
    "open mappings": b'{"a":' * 100_000,
    "open blocks": b"- " * 100_000,
    "open lines": b"[\n" * 100_000,
    "colons": b"a: " * 20_000,
    "question marks": b"? " * 30_000,
    "quotes": b'"' * 50_000,
    "hashes": b"#" * 60_000,
    "aliases": b"*a " * 20_000,
    "a bomb": b"a: &a [x]\n" + b"\n".join(b"k%d: [%s]" % (n, b",".join([b"*a"] * 50)) for n in range(200)),
    "a merge": b"a: &a {b: 1}\n<<: *a\n",
    "a tag": b"!!python/object/new:os.system [echo]",
    "keys that are maps": b"{{a: b}: {c: d}}: e",
    "the same key": b"a: 1\n" * 9_000,
    "other keys": b"\n".join(b"kind%d: 1" % n for n in range(5_000)),
    "unknown states": b"event: x\ndate: 2001-01-01\nkind: act\nby: [" + b", ".join(b"A%d" % n for n in range(8_000)) + b"]",
    "one state": b"event: x\ndate: 2001-01-01\nkind: act\nby: [" + b"USA, " * 10_000 + b"]",
    "many relations": b"event: x\ndate: 2001-01-01\nacts: []\nrelations:\n" + b"- {at_war: [USA, GBR]}\n" * 2_500,
    "many acts": b"event: x\ndate: 2001-01-01\nacts:\n" + b"- {kind: act, response_to: act9999}\n" * 1_700,
    "a long word": b"event: x\ndate: 2001-01-01\nkind: " + b"a" * 60_000,
    "a long number": b"event: x\ndate: 2001-01-01\nkind: act\nkilled: " + b"9" * 60_000,
    "a loose number": b"event: x\ndate: 2001-01-01\nkind: act\nkilled: '" + b"1_" * 30_000 + b"x'",
    "a surrogate": b'{"event": "\\ud800"}',
    "a raw surrogate": b"event: \xed\xa0\x80",
    "NaN": b'{"event": NaN, "date": Infinity}',
    "utf-16": "event: x".encode("utf-16"),
    "latin-1": "event: é".encode("latin-1"),
    "zeros": b"\0" * 60_000,
    "overrides": "\u202e".encode() * 20_000,
    "too large": b"x" * 70_000,
}


@pytest.mark.parametrize("name", ["event.yaml", "event.json", "<text>"])
@pytest.mark.parametrize("limits", [Limits(), WIDE], ids=["capped", "wide"])
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input(read: Callable[..., Any], data: bytes, limits: Limits, name: str) -> None:
    start = time.process_time()
    situation, found = read(data, name, limits=limits)
    assert time.process_time() - start < 5  # a guard against quadratic work, no measurement
    assert 1 <= len(found) <= limits.errors or situation is not None
    for each in found:
        assert each.code in CODES
        assert each.place is not None
        assert each.place.position >= (1, 1)
        assert "\n" not in each.message
        assert each.message.isprintable()
        assert len(each.message) < 400


def sane(situation: object, found: object) -> None:
    assert isinstance(found, tuple)
    errors = [each for each in found if each.severity == "error"]
    assert (situation is None) is bool(errors)
    assert all(each.place is not None for each in found)


fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzz
@given(data=st.binary(max_size=200), name=st.sampled_from(["e.yaml", "e.json", "e"]))
def test_any_bytes(read: Callable[..., Any], data: bytes, name: str) -> None:
    sane(*read(data, name))


@fuzz
@given(
    data=st.text(st.sampled_from(list("{}[]:,-?&*!|>'\"%@`#\n \tax1<")), max_size=60), name=st.sampled_from(["e.yaml", "e.json"])
)
def test_any_punctuation(read: Callable[..., Any], data: str, name: str) -> None:
    sane(*read(data, name))


@fuzz
@given(st.data())
def test_an_event_with_a_few_words_changed(read: Callable[..., Any], data: st.DataObject) -> None:
    words = SEED.replace("\n", " \n").split(" ")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(words) - 1))
        other = st.sampled_from(
            ["", "x", "[]", "{}", "unknown", "true", "1992", "[[a]]", "{claimed: {true: [], false: []}}", "USA,", "~", *words]
        )
        words[at] = data.draw(other)
    sane(*read(" ".join(words)))


def test_the_seed_is_good(read: Callable[..., Any]) -> None:
    situation, found = read(SEED)
    assert (situation is None, [each.code for each in found]) == (False, ["TL0615"])
