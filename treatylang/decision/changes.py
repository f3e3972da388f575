"""Changes of an event: each gives the event as it would then be, and says in words what would be otherwise."""

from __future__ import annotations

from treatylang.events.situation import Act, DecisionFact, Group, MembershipFact, RelationFact, Situation, Value
from treatylang.model.time import add, first_day
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from treatylang.events.situation import Location
    from treatylang.model.vocabulary import Vocabulary

    _V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Change:
    """What would have to be otherwise: `the invasion were in europe`.

    `value` and `was`: what it would be, and what it is (None: not known), on what basis; `now` says that in words.  `by`: of a duty
    that would have to be owed, what would make it so.
    """

    words: str
    value: bool
    was: bool | None
    basis: str
    now: str = ""
    by: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """An event, and the day asked about."""

    situation: Situation
    day: str

    def acts(self) -> tuple[Act, ...]:
        """The acts known on the day."""
        return tuple(act for act in self.situation.acts if first_day(act.date) <= self.day)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change, what it counts, and the event as it then is."""

    cost: int
    change: Change
    scene: Scene


def with_act(scene: Scene, act: Act, changed: Act) -> Scene:
    """The scene with an act in place of another."""
    acts = tuple(changed if each is act else each for each in scene.situation.acts)
    return Scene(replace(scene.situation, acts=acts), scene.day)


def with_fact(scene: Scene, act: Act, name: str, written: Value) -> Scene:
    """The scene with a fact of an act; what is written of it already gives way."""
    return with_act(scene, act, replace(act, facts={**act.facts, name: written}))


def without_act(scene: Scene, act: Act) -> Scene:
    """The scene in which an act did not happen."""
    return with_act(scene, act, replace(act, happened=False, facts={}))


def with_more(scene: Scene, act: Act) -> Scene:
    """The scene with a further act, on the day asked about."""
    named = {each.id for each in scene.situation.acts}
    number = len(named) + 1
    while f"act{number}" in named:
        number += 1
    seen, unseen = scene.acts(), [each for each in scene.situation.acts if first_day(each.date) > scene.day]
    acts = [*seen, replace(act, id=f"act{number}", date=_latest(scene)), *unseen]
    numbered = tuple(replace(each, index=index) for index, each in enumerate(acts))
    return Scene(replace(scene.situation, acts=numbered), scene.day)


def _latest(scene: Scene) -> str:
    """The day of the last act that is known: what is added comes after it, so that the order of the list stays that of the days."""
    days = [first_day(act.date) for act in scene.acts()]
    return max([scene.situation.date, *days]) if scene.situation.date <= scene.day else scene.day


def new_act(
    kind: str,
    by: tuple[str, ...] = (),
    second: tuple[str, ...] = (),
    place: Location | None = None,
    targets: tuple[str, ...] = (),
    under: tuple[str, str | None] | None = None,
    facts: dict[str, Value] | None = None,
) -> Act:
    """An act that is not yet part of a scene."""
    return Act("", 0, kind, by, second, targets=targets, place=place, under=under, facts=facts or {})


def undenied(scene: Scene, words: Vocabulary) -> Scene:
    """The scene without rows that deny what its acts imply: who invades is at war."""
    implied = {
        (name, frozenset((first, second)))
        for act in scene.situation.acts
        for kind in words.kinds[act.kind].above
        for name in words.kinds[kind].implies
        for first in act.by
        for second in act.second
    }
    known = scene.situation.relations
    kept = tuple(
        each for each in known if each.value is not False or (each.name, frozenset((each.first, each.second))) not in implied
    )
    return scene if len(kept) == len(known) else Scene(replace(scene.situation, relations=kept), scene.day)


def made_again(scene: Scene, before: Scene, after: Scene) -> Scene:
    """What one scene has otherwise than the scene before it, made in another: feature by feature of each act, row by row of the rest."""
    if before.day != after.day:
        return on_another_day(scene, _days(before.day, after.day))
    if before.day != scene.day:
        days = _days(before.day, scene.day)
        before, after = on_another_day(before, days), on_another_day(after, days)
    was, now = before.situation, after.situation
    own = {act.id: act for act in was.acts}
    made = {act.id: act for act in now.acts}
    acts = [_act_again(act, own[act.id], made[act.id]) if act.id in own and act.id in made else act for act in scene.situation.acts]
    more = [act for act in now.acts if act.id not in own and all(each.id != act.id for each in acts)]
    seen = sum(first_day(act.date) <= scene.day for act in acts)
    acts[seen:seen] = more
    known = scene.situation
    return Scene(
        replace(
            known,
            acts=tuple(replace(each, index=index) for index, each in enumerate(acts)),
            facts=_facts_again(known.facts, was.facts, now.facts),
            relations=_rows_again(known.relations, was.relations, now.relations),
            decisions=_rows_again(known.decisions, was.decisions, now.decisions),
            membership=_rows_again(known.membership, was.membership, now.membership),
            party_facts={
                code: _facts_again(known.party_facts.get(code, {}), was.party_facts.get(code, {}), now.party_facts.get(code, {}))
                for code in {**known.party_facts, **now.party_facts}
            },
        ),
        scene.day,
    )


def _days(one: str, other: str) -> int:
    from datetime import date

    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _act_again(act: Act, before: Act, after: Act) -> Act:
    names = (each for each in Act.__slots__ if each not in ("facts", "index"))
    changed = {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
    return replace(act, **changed, facts=_facts_again(act.facts, before.facts, after.facts))


def _facts_again(known: Mapping[str, _V], before: Mapping[str, _V], after: Mapping[str, _V]) -> dict[str, _V]:
    kept = {name: each for name, each in known.items() if name in after or name not in before}
    return kept | {name: each for name, each in after.items() if name not in before or before[name] != each}


def _rows_again(known: tuple[_V, ...], before: tuple[_V, ...], after: tuple[_V, ...]) -> tuple[_V, ...]:
    kept = [each for each in known if each in after or each not in before]
    return (*kept, *(each for each in after if each not in before and each not in kept))


def named(situation: Situation) -> set[str]:
    """Every code and body that an event names."""
    found: set[str] = set()
    for act in situation.acts:
        found |= {*act.by, *act.second}
        for place in (act.place, act.origin):
            for written in (place.territory_of, place.administered_by) if place is not None else ():
                found |= {written} if isinstance(written, str) else set(written) if isinstance(written, tuple) else set()
            found |= set(place.claimed_by) if place is not None else set()
    for relation in situation.relations:
        found |= {relation.first, relation.second}
    for decision in situation.decisions:
        found |= {decision.body, *decision.on, *(code for codes in (decision.votes or {}).values() for code in codes)}
    return found | set(situation.party_facts)


def with_side(act: Act, second: bool, code: str) -> Act:
    """The act with another who did it, or whom it struck."""
    none: tuple[Group, ...] = ()
    if second:
        return replace(act, second=(code,), groups=none)
    facts = {name: written for name, written in act.facts.items() if name != "attributed"}
    return replace(act, by=(code,), by_groups=none, facts=facts)


def with_relation(scene: Scene, name: str, first: str, second: str, so: bool, symmetric: bool, since: str | None = None) -> Scene:
    """The scene in which a relation holds between two, or does not; `since`: did not before that day."""
    pairs = {(first, second), (second, first)} if symmetric else {(first, second)}
    kept = tuple(each for each in scene.situation.relations if each.name != name or (each.first, each.second) not in pairs)
    return Scene(
        replace(scene.situation, relations=(*kept, RelationFact(name, first, second, so or since is not None, since))), scene.day
    )


def with_decision(scene: Scene, body: str, decision: str, on: tuple[str, ...], taken: bool, about: str | None = None) -> Scene:
    """The scene in which a body has decided a matter (`about` an act, by its id), or has not."""
    known = scene.situation.decisions
    if not taken:
        known = tuple(
            replace(each, outcome="not_adopted", votes=None) if (each.body, each.decision) == (body, decision) else each
            for each in known
        )
    else:  # what was not adopted that day stands against it
        known = tuple(each for each in known if (each.body, each.decision) != (body, decision) or each.outcome == "adopted")
    outcome = "adopted" if taken else "not_adopted"
    fact = DecisionFact(body, decision, outcome, date=_latest(scene), on=on, about=about)
    return Scene(replace(scene.situation, decisions=(*known, fact)), scene.day)


def with_party_fact(scene: Scene, code: str, name: str, written: Value) -> Scene:
    """The scene with a fact of a party."""
    facts = dict(scene.situation.party_facts)
    facts[code] = {**facts.get(code, {}), name: written}
    return Scene(replace(scene.situation, party_facts=facts), scene.day)


def with_situation_fact(scene: Scene, name: str, written: Value) -> Scene:
    """The scene with a fact of the whole situation."""
    return Scene(replace(scene.situation, facts={**scene.situation.facts, name: written}), scene.day)


def with_membership(scene: Scene, code: str, treaty: str, so: bool) -> Scene:
    """The scene in which the standing of a state in a treaty, open or denied by the event, is as told."""
    kept = tuple(each for each in scene.situation.membership if (each.party, each.treaty) != (code, treaty))
    fact = MembershipFact(code, treaty, "party" if so else "not_party")
    return Scene(replace(scene.situation, membership=(*kept, fact)), scene.day)


def on_another_day(scene: Scene, days: int) -> Scene:
    """The whole scene so many days later, or earlier."""
    known = scene.situation

    def day(date: str) -> str:
        return add(first_day(date), days, "days") if date else date

    def moved(date: str | None) -> str | None:
        return day(date) if date else None

    return Scene(
        replace(
            known,
            date=day(known.date),
            as_of=tuple(day(each) for each in known.as_of),
            acts=tuple(replace(each, date=day(each.date), until=moved(each.until)) for each in known.acts),
            decisions=tuple(replace(each, date=day(each.date)) for each in known.decisions),
            relations=tuple(replace(each, since=moved(each.since), until=moved(each.until)) for each in known.relations),
        ),
        add(scene.day, days, "days"),
    )
