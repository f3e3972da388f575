"""Actors that the event brings along."""

from __future__ import annotations

from treatylang.events import fields, names
from treatylang.events.fields import read_fields
from treatylang.events.report import quote
from treatylang.events.situation import Actor
from treatylang.events.tree import Mapping, Scalar
from treatylang.events.values import STATES, TRUTH, read_value
from treatylang.events.words import ACTOR_FIELDS, ACTOR_KINDS, OF_GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.scope import Scope
    from treatylang.events.tree import Node


def declared(node: Node | None) -> dict[str, str]:
    """The codes that the file declares, with their kinds as written: they must be known before any name is checked."""
    found = {}
    for key, row in node.entries if isinstance(node, Mapping) else ():
        kind = ""
        for name, value in row.entries if isinstance(row, Mapping) else ():
            if name.text == "kind" and isinstance(value, Scalar):
                kind = value.text
        found[key.text] = kind
    return found


def read_actors(scope: Scope, node: Node) -> dict[str, Actor]:
    """The rows of `actors` by code."""
    if not isinstance(node, Mapping):
        hint = "write `X: {kind: non_state, name: ...}`"
        scope.report.error("TL0606", f"`actors` is a mapping of codes, not {fields.shown(node)}", node.span, hint)
        return {}
    found = {}
    for key, row in node.entries:
        known = scope.vocabulary.states.get(key.text)
        if known is not None and known.sort == "state":
            message = f"{quote(key.text)} is in the state table ({known.name})"
            scope.report.error("TL0605", message, key.span, "take it out, or give the actor a code of its own")
        if names.actor_code(scope, key):
            actor = _actor(scope, key.text, row)
            if actor is not None:
                found[key.text] = actor
    return found


def _actor(scope: Scope, code: str, row: Node) -> Actor | None:
    entries = read_fields(scope, row, "an actor", ACTOR_FIELDS, ("kind",))
    if entries is None:
        return None

    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    when = scope.when
    kind = fields.one_of(scope, node, "the kind of an actor", ACTOR_KINDS) if (node := value("kind")) else None
    return Actor(
        code=code,
        kind=kind or "",
        name=fields.line(scope, node, "`name`") if (node := value("name")) else None,
        based_in=read_value(scope, node, "`based_in`", STATES, when) if (node := value("based_in")) else None,
        speaks_for=names.code(scope, node, "`speaks_for`", when) if (node := value("speaks_for")) else None,
        of=names.codes(scope, node, "`of`", when) if (node := value("of")) else (),
        lawful=read_value(scope, node, "`lawful`", TRUTH) if (node := value("lawful")) else None,
        classes=_classes(scope, node, kind) if (node := value("class")) else (),
    )


def _classes(scope: Scope, node: Node, kind: str | None) -> tuple[str, ...]:
    known = [*scope.vocabulary.classes, *(OF_GROUPS if kind == "non_state" else ())]
    found = [(fields.words(scope, item, "class", known, table="classes"), item) for item in fields.one_or_more(node)]
    return fields.distinct(scope, found)
