"""Laws 15 and 21: the same bytes again and everywhere; and any bytes as input."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.asking import vocabulary
from tests.laws.determinism import ROOT, differing, elsewhere, under
from tests.laws.making import Event, asked, documents, events, examples, library_of, shown, treaties
from treatylang.api import decide, read_event
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.diagnostics.registry import CODES
from treatylang.pipeline import compile_sources
from treatylang.rendering.decision_json import decision_json
from treatylang.syntax.to_text import print_document
from treatylang.text.limits import LIMITS
from treatylang.text.screen import screen

HISTORY = [
    "events/1914-07-28-serbia.yaml",
    "events/nato-2000-cole.yaml",
    "events/csto-2020-karabakh.yaml",
    "events/wp-1956-hungary.yaml",
]


# ---- law 15
@examples(12)
@given(treaties(), st.lists(events(), min_size=2, max_size=3))
def test_law_15_batch_is_the_loop_of_singles_and_a_second_run_the_first(text: str, several: list[Event]) -> None:
    """Batch = loop of singles; second run = first run."""
    library = library_of(text)
    found = [asked(library, event, conflicts=True) for event in several]
    again = [asked(library, event, conflicts=True) for event in reversed(several)][::-1]
    batch = decision_json(found, why=True, many=True)
    assert batch == decision_json(again, why=True, many=True), shown(text, json.dumps(several))
    singles = [json.loads(decision_json([each], why=True)) for each in again]
    assert json.loads(batch) == singles, shown(text, json.dumps(several))


@examples(3)
@given(treaties(), events())
def test_law_15_a_deep_caller_gets_the_same(text: str, event: Event) -> None:
    """Identical bytes under any caller depth."""
    library = library_of(text)

    def ask() -> bytes:
        return decision_json([asked(library, event)], why=True).encode("ascii")

    assert under(800, ask) == ask(), shown(text, event)


def test_law_15_identical_bytes_everywhere() -> None:
    """Identical bytes under any hash seed, locale, time zone, caller depth: some of each (all: `python -m tests.laws.determinism`)."""
    turkish = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}
    runs = [(0, {"PYTHONHASHSEED": str(seed)}) for seed in range(4)] + [(800, {"PYTHONHASHSEED": "4", **turkish})]
    found = {elsewhere(HISTORY, frames, **environment) for frames, environment in runs}
    assert len(found) == 1, found
    ((digest, error),) = found
    assert len(digest) == 64, error


def test_the_command_of_law_15_sees_a_run_that_gives_no_answer() -> None:
    assert differing.__module__ == "tests.laws.determinism"
    digest, error = elsewhere(["events/no-such.yaml"])
    assert not digest
    assert b"no-such" in error
    assert (ROOT / HISTORY[0]).exists()


# ---- law 21
def typed(found: tuple[Diagnostic, ...]) -> None:
    """Each error has a code, words, and a place in the input."""
    assert found
    for each in found:
        assert each.code in CODES, each
        assert each.message, each
        assert each.place is not None, each
        line, column = each.place.position
        assert line >= 1, each
        assert column >= 1, each


def bitten(text: bytes) -> st.SearchStrategy[bytes]:
    """A text with some bytes taken out, put in, doubled or replaced."""
    places = st.integers(0, len(text))
    junk = st.binary(max_size=6) | st.sampled_from(
        [b"\xff", b"\0", b"{", b"}", b"[", b'"', b"unless", b"since", b"9" * 40, b"\xc2\xa0", b"&a", b"- "]
    )

    @st.composite
    def bites(draw: st.DrawFn) -> bytes:
        made = text
        for _ in range(draw(st.integers(1, 3))):
            one, other = sorted((draw(places), draw(places)))
            other = min(other, one + draw(st.integers(0, 40)))
            made = made[:one] + draw(junk) + made[one:other] * draw(st.integers(0, 2)) + made[other:]
        return made

    return bites()


def treaty_bytes(data: bytes) -> None:
    source, refused = screen("t.treaty", data, LIMITS.treaty_bytes, LIMITS.errors)
    if source is None:
        typed(refused)
        return
    found = compile_sources([source], LIMITS, refused, base=vocabulary())
    if found.plan is None:
        typed(found.errors)
        assert len(found.errors) <= LIMITS.errors
    else:
        library_of(source.text)


@examples(75)
@given(st.data())
def test_law_21_any_bytes_as_a_treaty(data: st.DataObject) -> None:
    """Any bytes as input: a typed error with a position, or an answer, within the budget; of a treaty."""
    form = data.draw(st.integers(0, 3))
    if form == 0:
        treaty_bytes(data.draw(st.binary(max_size=300)))
    elif form == 1:
        treaty_bytes(b'treaty a-1 "A"\n' + data.draw(st.text(max_size=200)).encode("utf-8", "replace"))
    else:
        treaty_bytes(data.draw(bitten(print_document(data.draw(documents())).encode())))


def event_bytes(text: str, data: bytes) -> None:
    library = library_of(text)
    try:
        situation = read_event(data, library)
    except InputError as refused:
        typed(refused.diagnostics)
        return
    try:
        decide(situation, library=library, not_owed=True)
    except InputError as refused:
        assert refused.diagnostics[0].code in CODES


@examples(75)
@given(treaties(), st.data())
def test_law_21_any_bytes_as_an_event(text: str, data: st.DataObject) -> None:
    """Any bytes as input: a typed error with a position, or an answer, within the budget; of an event."""
    form = data.draw(st.integers(0, 4))
    if form == 0:
        event_bytes(text, data.draw(st.binary(max_size=300)))
    elif form == 1:
        event_bytes(text, b"event: e\ndate: 1960-05-05\n" + data.draw(st.text(max_size=200)).encode("utf-8", "replace"))
    elif form == 2:
        path = data.draw(st.sampled_from(sorted((ROOT / "events").glob("*.yaml"))))
        event_bytes(text, data.draw(bitten(path.read_bytes())))
    else:
        event_bytes(text, data.draw(bitten(json.dumps(data.draw(events())).encode())))
