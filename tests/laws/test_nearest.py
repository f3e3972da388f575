"""What is told to make a duty owed does, no less of it does, and no smaller change: for treaties and events that nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from hypothesis import given, seed

from tests.decision.single_changes import single
from tests.decision.written import written
from tests.laws.making import Event, asked, events, examples, library_of, shown, treaties
from treatylang.api import decide, explain, read_event
from treatylang.decision.decision import Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking, Nearest
from treatylang.diagnostics.diagnostic import InputError
from treatylang.events.situation import Act, Situation
from treatylang.explanation.step import Step
from treatylang.library.load import Library
from treatylang.record import replace
from treatylang.rendering.decision_json import duty_object
from treatylang.rendering.phrases import readable
from treatylang.rendering.reasons import falls_short

HELD = ("owed", "permitted")


def every(library: Library, event: Event, most: int) -> list[tuple[Duty, Nearest]]:
    """Some duties that are not owed, each with what would change it."""
    decision = asked(library, event)
    duties = [each for each in decision.duties if each.verdict == "not_owed"][:most]
    found = Asking(library.plan, read_event(event, library), decision.date, Wanted(not_owed=True)).of_all(duties)
    return list(zip(duties, found, strict=True))


def held(library: Library, situation: Situation | dict[str, Any], day: str) -> set[tuple[str, str]]:
    """Who owes what by which clause, or may do it."""
    found = decide(situation, on=day, conflicts=False, library=library).duties
    return {(each.id.rsplit("/", 1)[0], each.bearer) for each in found if each.verdict in HELD}


def of(duty: Duty) -> tuple[str, str]:
    return duty.id.rsplit("/", 1)[0], duty.bearer


@examples(25)
@given(treaties(), events())
def test_every_change_told_makes_the_duty_owed(text: str, event: Event) -> None:
    library = library_of(text)
    for duty, near in every(library, event, 12):
        if near.scene is None:
            continue
        assert near.changes and near.failed is not None, shown(text, event, duty.id)
        assert of(duty) in held(library, near.scene.situation, near.scene.day), shown(text, event, duty.id, str(near.changes))
        told = duty_object(duty, nearest=near)["nearest"]
        assert isinstance(told, list) and all(each["was"] is not each["value"] for each in told)


@examples(20)
@given(treaties(), events())
def test_no_part_of_the_change_told_would_do(text: str, event: Event) -> None:
    library = library_of(text)
    found = every(library, event, 8)
    situation = read_event(event, library)
    for duty, near in found:
        if near.scene is None or len(near.changes) < 2 or near.scene.day != situation.as_of[0]:
            continue
        owed = {each.owed_to for each in asked(library, event).duties if of(each) == of(duty) and each.verdict in HELD}
        for fewer in parts(situation, near.scene.situation):
            if owed or of(duty) not in held(library, fewer, near.scene.day):
                continue
            assert not is_event(fewer, near.scene.day, library), shown(text, event, duty.id, str(near.changes))


def parts(before: Situation, after: Situation) -> Iterator[Situation]:
    """The event with some, and not all, of what another has otherwise: acts feature by feature, the rest row by row."""
    changes: list[tuple[str, Any]] = []
    own = {act.id: act for act in before.acts}
    for act in after.acts:
        if act.id not in own:
            changes.append(("act", act))
        elif act != replace(own[act.id], index=act.index):
            changes += [("feature", (act.id, names)) for names in FEATURES if differ(own[act.id], act, names)]
    for name in ("relations", "decisions", "membership", "facts", "party_facts"):
        if getattr(before, name) != getattr(after, name):
            changes.append(("rows", name))
    for size in range(1, len(changes)):
        for some in combinations(changes, size):
            acts = list(before.acts)
            rows = {}
            for sort, what in some:
                if sort == "act":
                    acts.append(replace(what, index=len(acts)))
                elif sort == "rows":
                    rows[what] = getattr(after, what)
                else:
                    to = next(each for each in after.acts if each.id == what[0])
                    acts = [replace(each, **{n: getattr(to, n) for n in what[1]}) if each.id == to.id else each for each in acts]
            yield replace(before, acts=tuple(acts), **rows)


FEATURES = (("kind", "facts"), ("by", "by_groups"), ("second", "groups"), ("place", "targets", "domain", "origin"), ("happened",))


def differ(one: Act, other: Act, names: tuple[str, ...]) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in names)


@examples(20)
@given(treaties(), events())
def test_no_single_change_is_smaller_than_what_is_told(text: str, event: Event) -> None:
    library = library_of(text)
    found = every(library, event, 12)
    situation = read_event(event, library)
    day = situation.as_of[0]
    before = held(library, situation, day)
    hard = [
        (duty, near) for duty, near in found if not near.cut and of(duty) not in before and (near.cost, len(near.changes)) != (1, 1)
    ]
    for cost, changed in single(situation, library.plan.vocabulary) if hard else ():
        after: set[tuple[str, str]] | None = None
        for duty, near in hard:
            if near.changes and (cost, 1) >= (near.cost, len(near.changes)):
                continue
            after = held(library, changed, day) if after is None else after
            assert of(duty) not in after or not is_event(changed, day, library), shown(
                text, event, duty.id, str(near.changes), str(differing(situation, changed))
            )


def differing(one: Situation, other: Situation) -> list[object]:
    return [
        getattr(other, name)
        for name in ("acts", "relations", "decisions", "facts", "party_facts")
        if getattr(one, name) != getattr(other, name)
    ]


def is_event(situation: Situation, day: str, library: Library) -> bool:
    """Whether an event file could say so."""
    try:
        read_event(written(situation, day, library.plan.dictionary.every_word()), library)
    except InputError:
        return False
    return True


@examples(60)
@given(treaties(), events())
def test_what_is_said_to_fail_is_not_so(text: str, event: Event) -> None:
    library = library_of(text)
    for duty, near in every(library, event, 12):
        words = falls_short(near).partition(" - ")[0]
        if near.gives_way:
            steps = [each for each in every_step(explain(duty)) if each.role == "displaced"]
            assert any(each.value is not True for each in steps), shown(text, event, duty.id, words)
            continue
        steps = [each for each in every_step(explain(duty)) if words in (readable(each.words), _pattern(each))]
        assert not steps or any(each.value is not True for each in steps), shown(text, event, duty.id, words)


def every_step(step: Step) -> Iterator[Step]:
    yield step
    for each in step.steps:
        yield from every_step(each)


def _pattern(step: Step) -> str:
    """`when armed attack on a party`, of an act held against it."""
    return readable(f"when {step.words.partition(': ')[0]}") if step.role == "act" else ""


def test_the_law_has_something_to_say() -> None:
    """Of the treaties and events that are made, some have duties that a change makes owed, or that take several."""
    told: list[Nearest] = []

    @seed(20261123)
    @examples(40)
    @given(treaties(), events())
    def count(text: str, event: Event) -> None:
        told.extend(near for _, near in every(library_of(text), event, 4))

    count()
    assert sum(bool(each.changes) for each in told) > 10
    assert sum(len(each.changes) > 1 for each in told) > 3
