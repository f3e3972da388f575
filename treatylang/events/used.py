"""The words of the vocabulary that a situation uses, each with the table in which it stands."""

from __future__ import annotations

from treatylang.events.situation import Claimed
from treatylang.events.words import OF_GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.events.situation import Act, Location, Situation, Value


def used(situation: Situation) -> Iterator[tuple[str, str]]:
    """(table, word), in no order that means anything; a fact of an act may be a kind to which others amount."""
    for act in situation.acts:
        yield from _of_act(act)
    for relation in situation.relations:
        yield "relations", relation.name
        for end in (relation.first, relation.second):
            yield ("territories" if end.islower() else "states"), end
    for code, facts in situation.party_facts.items():
        yield "states", code
        yield from (("facts", name) for name in facts)
    yield from (("facts", name) for name in situation.facts)
    yield from (("decisions", each.decision) for each in situation.decisions if each.decision is not None)
    yield from (("classes", name) for actor in situation.actors.values() for name in actor.classes if name not in OF_GROUPS)


def _of_act(act: Act) -> Iterator[tuple[str, str]]:
    yield "kinds", act.kind
    yield from (("facts", name) for name in act.facts)
    yield from (("targets", name) for name in act.targets)
    yield from (("states", code) for code in (*act.by, *act.second, *act.third))
    for group in (*act.by_groups, *act.groups):
        if group.state_class is not None:
            yield "classes", group.state_class
    if act.domain is not None:
        yield "domains", act.domain
    for place in (act.place, act.origin):
        if place is not None:
            yield from _of_place(place)


def _of_place(place: Location) -> Iterator[tuple[str, str]]:
    if place.territory is not None:
        yield "territories", place.territory
    yield from (("regions", name) for name in (place.sea, place.region) if name is not None)
    yield from (("zones", name) for name in _said(place.zone))
    yield from (("states", code) for held in (place.territory_of, place.administered_by) for code in _said(held))
    yield from (("states", code) for code in place.claimed_by)


def _said(value: Value | None) -> Iterator[str]:
    """The words of a value, whoever says it."""
    values = [each for each, _ in value.values] if isinstance(value, Claimed) else [value]
    for each in values:
        yield from (each,) if isinstance(each, str) else each if isinstance(each, tuple) else ()
