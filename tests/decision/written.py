"""A situation as the event file that one would write for it."""

from __future__ import annotations

from typing import Any

from treatylang.events.situation import Act, Actor, Bounds, Claimed, Group, Location, Situation, Unknown, Value
from treatylang.model.vocabulary import Vocabulary


def written(situation: Situation, day: str, words: Vocabulary) -> dict[str, Any]:
    """The event as plain data, asked on one day."""
    made: dict[str, Any] = {"event": situation.title, "id": situation.id, "date": situation.date, "as_of": day}
    if situation.treaties is not None:
        made["treaties"] = list(situation.treaties)
    if situation.actors:
        made["actors"] = {code: _actor(actor) for code, actor in situation.actors.items()}
    if not situation.ordered:
        made["acts_order"] = "unknown"
    made["acts"] = [_act(act, words) for act in situation.acts]
    made["relations"] = [
        _less({each.name: [each.first, each.second], "value": _value(each.value), "since": each.since, "until": each.until})
        for each in situation.relations
    ]
    made["parties"] = {code: {name: _value(told) for name, told in facts.items()} for code, facts in situation.party_facts.items()}
    made["facts"] = {name: _value(told) for name, told in situation.facts.items()}
    made["decisions"] = [
        _less(
            {
                "body": each.body, "decision": each.decision, "date": each.date, "on": list(each.on), "about": each.about,
                "outcome": each.outcome if each.votes is None else None,
                "votes": {vote: list(codes) for vote, codes in each.votes.items()} if each.votes is not None else None,
            }
        )
        for each in situation.decisions
    ]  # fmt: skip
    made["membership"] = [
        _less(
            {"party": each.party, "treaty": each.treaty, "status": each.status, "since": each.since, "until": each.until,
             "toward": each.toward}
        )
        for each in situation.membership
    ]  # fmt: skip
    made["presume"] = sorted(situation.not_presumed) if situation.not_presumed is not None else "none"
    return {name: told for name, told in made.items() if told not in ([], {})}


def _actor(actor: Actor) -> dict[str, Any]:
    return _less(
        {
            "kind": actor.kind, "name": actor.name, "based_in": _value(actor.based_in) if actor.based_in else None,
            "speaks_for": actor.speaks_for, "of": list(actor.of), "class": list(actor.classes),
            "lawful": _value(actor.lawful) if actor.lawful is not None else None,
        }
    )  # fmt: skip


def _act(act: Act, words: Vocabulary) -> dict[str, Any]:
    made = _less(
        {
            "id": act.id, "kind": act.kind, "by": [*act.by, *map(_group, act.by_groups)], "target": list(act.targets),
            "to" if words.kinds[act.kind].second == "to" else "on": [*act.second, *map(_group, act.groups)], "domain": act.domain, "date": act.date,
            "until": act.until, "place": _place(act.place) if act.place is not None else None,
            "origin": _place(act.origin) if act.origin is not None else None, "response_to": act.response_to,
            "under": _under(act.under), "happened": None if act.happened is True else _value(act.happened),
        }
    )  # fmt: skip
    return made | {name: _value(told) for name, told in act.facts.items()}


def _under(under: tuple[str, str | None] | None) -> str | None:
    return None if under is None else under[0] if under[1] is None else f"{under[0]}:{under[1]}"


def _group(group: Group) -> dict[str, Any]:
    return _less({"class": group.state_class, "parties_of": group.parties_of, "except": list(group.excepted)})


def _place(place: Location) -> dict[str, Any]:
    return _less(
        {
            "name": place.name, "territory": place.territory, "lat": place.latitude, "lon": place.longitude, "sea": place.sea,
            "territory_of": _value(place.territory_of) if place.territory_of is not None else None,
            "administered_by": _value(place.administered_by) if place.administered_by is not None else None,
            "claimed_by": list(place.claimed_by), "zone": _value(place.zone) if place.zone is not None else None,
            "region": place.region, "boundary": place.boundary,
        }
    )  # fmt: skip


def _value(value: Value) -> Any:
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, Bounds):
        return _less({"at_least": value.at_least, "at_most": value.at_most})
    if isinstance(value, Claimed):
        return {"claimed": {_key(told): list(by) for told, by in value.values}}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _key(value: Value) -> Any:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(_value(value))


def _less(made: dict[str, Any]) -> dict[str, Any]:
    return {name: told for name, told in made.items() if told not in (None, [], {}, "")}
