"""Laws 9 and 14: days."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.making import (
    Event,
    also,
    asked,
    compiled,
    differing,
    documents,
    events,
    examples,
    library_of,
    shown,
    treaties,
    verdicts,
    without_words,
)
from tests.laws.test_parties import plain, unordered
from treatylang.record import replace
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import print_document

DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
VAGUE = r"\b\d{4}-\d{2}\b(?!-)"
GOES_ON = r"continues while"  # past its end: then there is something on the `until` date, and after it
ALWAYS_STATES = (r"\bgreat_power\b", r"\beurope\b")


def moved(text: str, days: int) -> str:
    """Every day of a text so many days later."""
    return DAY.sub(lambda found: (date.fromisoformat(found[0]) + timedelta(days)).isoformat(), text)


def happening(event: Event, day: str) -> Event:
    """The event with its day, and the others beside it, moved there; asked about that day."""
    days = (date.fromisoformat(day) - date.fromisoformat(event["date"])).days
    made: Event = json.loads(moved(json.dumps(event), days))
    made.pop("as_of", None)
    return made


def nothing_of(document: t.Treaty, event: Event, fits: str) -> None:
    """No row of which the id fits is more than not owed."""
    text = print_document(document)
    found = {name: said for name, said in verdicts(asked(library_of(text), event)).items() if re.search(fits, name)}
    assert not found, shown(text, event, str(found))


BEFORE_AND_AFTER = st.sampled_from(("1949-12-31", "1949-06-01", "1961-01-01", "1961-01-02", "1975-01-01"))


@examples(20)
@given(documents(without_words(r"until", r"1961-01-01", GOES_ON)), events(), BEFORE_AND_AFTER)
def test_law_9_nothing_outside_the_treaty(document: t.Treaty, event: Event, day: str) -> None:
    """Nothing before entry into force; nothing on or after the `until` date: of a treaty."""
    head = replace(document.head, dates=replace(document.head.dates, until=t.Day("1961-01-01")))
    nothing_of(replace(document, head=head), happening(event, day), ".")


@examples(20)
@given(documents(without_words(r"since 19(?!50)", r"until", VAGUE, GOES_ON)), events(), BEFORE_AND_AFTER)
def test_law_9_nothing_outside_the_version_of_an_article(document: t.Treaty, event: Event, day: str) -> None:
    """Nothing before entry into force; nothing on or after the `until` date: of an article's version."""
    dates = t.Dates(t.Day("1960-01-01"), t.Day("1961-01-01"))
    sections = tuple(
        replace(each, dates=dates) if isinstance(each, t.Article) and each.number.text == "1" else each
        for each in document.sections
    )
    nothing_of(replace(document, sections=sections), happening(event, day), r":1/|:1\.")


@examples(20)
@given(documents(), events(), BEFORE_AND_AFTER)
def test_law_9_nothing_for_who_is_not_yet_or_no_longer_a_party(document: t.Treaty, event: Event, day: str) -> None:
    """Nothing before entry into force; nothing on or after the `until` date: of a party's membership."""
    parties = t.Parties(
        (
            t.Member((t.Code("FRA"), t.Code("ESP"), t.Code("PRT")), t.Dates(t.Day("1940-01-01"), None), False, None),
            t.Member((t.Code("ITA"),), t.Dates(t.Day("1950-01-01"), t.Day("1961-01-01")), False, None),
        ),
        None,
    )
    head = replace(document.head, dates=t.Dates(t.Day("1940-01-01"), None))
    sections = tuple(parties if isinstance(each, t.Parties) else each for each in document.sections)
    event = happening(event, day)
    event["acts"] = [act for act in event["acts"] if act["date"] == day]  # of acts on two days one may fall inside
    assume(event["acts"])
    nothing_of(replace(document, head=head, sections=sections), event, "/ITA")


@examples(20)
@given(treaties(without_words(VAGUE, "months", *ALWAYS_STATES)), events(), st.integers(-400, 3000))
def test_law_14_shifting_every_date_commutes(text: str, event: Event, days: int) -> None:
    """Shifting every date by n days commutes (clauses with day-based periods only)."""
    other_text, other_event = moved(text, days), moved(json.dumps(event), days)
    before, after = plain(asked(library_of(text), event)), plain(also(compiled(other_text), other_event))
    expected = {moved(name, days): unordered(moved(row, days)) for name, row in before.items()}
    found = {name: unordered(row) for name, row in after.items()}
    assert expected == found, shown([text, other_text], other_event, differing(expected, found))
