"""What is told to make a duty owed does, for treaties and events that nobody wrote."""

from __future__ import annotations

from hypothesis import given, seed

from tests.laws.making import Event, asked, events, examples, library_of, shown, treaties
from treatylang.api import decide, read_event
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking


@examples(25)
@given(treaties(), events())
def test_every_change_told_makes_the_duty_owed(text: str, event: Event) -> None:
    library = library_of(text)
    decision = asked(library, event)
    duties = [each for each in decision.duties if each.verdict == "not_owed"][:12]
    found = Asking(library.plan, read_event(event, library), decision.date, Wanted(not_owed=True)).of_all(duties)
    for duty, near in zip(duties, found, strict=True):
        if near.scene is None:
            continue
        assert near.changes and near.failed is not None, shown(text, event, duty.id)
        again = decide(near.scene.situation, on=near.scene.day, bearers=duty.bearer, conflicts=False, library=library)
        held = {each.id.rsplit("/", 1)[0] for each in again.duties if each.verdict in ("owed", "permitted")}
        assert duty.id.rsplit("/", 1)[0] in held, shown(text, event, duty.id, str(near.changes))


def test_the_law_has_something_to_say() -> None:
    """Of the treaties and events that are made, some have duties that a change makes owed."""
    told = []

    @seed(20261123)
    @examples(25)
    @given(treaties(), events())
    def count(text: str, event: Event) -> None:
        library = library_of(text)
        decision = asked(library, event)
        duties = [each for each in decision.duties if each.verdict == "not_owed"][:3]
        found = Asking(library.plan, read_event(event, library), decision.date, Wanted(not_owed=True)).of_all(duties)
        told.extend(each for each in found if each.changes)

    count()
    assert len(told) > 3
