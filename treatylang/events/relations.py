"""Relations that hold between two: at war, assisting, administered by."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Place
from treatylang.events import fields, names
from treatylang.events.facts import joint
from treatylang.events.fields import head, read_fields, unknown
from treatylang.events.moments import FIRST, LAST, Window, earliest, latest, window
from treatylang.events.report import quote
from treatylang.events.situation import RelationFact
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.events.values import TRUTH, read_value
from treatylang.events.words import RELATION_FIELDS, WAR
from treatylang.model.vocabulary import Relation

TYPE_CHECKING = False
if TYPE_CHECKING:
    import collections.abc

    from treatylang.events.scope import Scope
    from treatylang.events.situation import Act
    from treatylang.events.tree import Node
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.text.source import Span

_PLACE = "place"  # the role that a territory plays
_PAIR = "write two names in the order in which it reads: `{at_war: [RUS, UKR]}`"


# `suspended` is a section of treaties, so that the vocabulary cannot define it; an event states it as a relation.
_SUSPENDED = Relation("suspended", "duties between the two are suspended", "party", {"to": "other"}, True, None, None)


def relations_of(vocabulary: Vocabulary) -> dict[str, Relation]:
    """The relations that an event may state."""
    return {_SUSPENDED.name: _SUSPENDED, **vocabulary.relations}


def read_relations(scope: Scope, node: Node, acts: collections.abc.Sequence[tuple[Act, Span]]) -> tuple[RelationFact, ...]:
    """The rows of `relations`, which must agree with one another and with the acts, each given with the place that names its kind."""
    found = [(fact, row) for row in fields.items(scope, node, "`relations`") if (fact := _relation(scope, row)) is not None]
    _agree(scope, found)
    _agree_with_acts(scope, found, acts)
    return tuple(fact for fact, _ in found)


def _agree(scope: Scope, rows: list[tuple[RelationFact, Node]]) -> None:
    """No relation of the same two may be both true and false on a day.  Rows are swept by their beginning, each against the one of
    the other value that lasts longest: comparing all with all would let a file of many rows take minutes."""
    known = relations_of(scope.vocabulary)
    said: dict[tuple[str, str, str], list[tuple[RelationFact, Node]]] = {}
    for fact, row in rows:
        if isinstance(fact.value, bool):
            pair = (fact.first, fact.second)
            first, second = sorted(pair) if known[fact.name].symmetric else pair
            said.setdefault((fact.name, first, second), []).append((fact, row))
    for same in said.values():
        longest: dict[bool, tuple[str, Node]] = {}
        for fact, row in sorted(same, key=lambda said: _sure(said[0]).first):
            sure, value = _sure(fact), fact.value is True
            other = longest.get(not value)
            if other is not None and sure.first < other[0] and sure.first < sure.last:
                earlier, later = sorted((head(row), head(other[1])))
                message = f"`{fact.name}` is both true and false of {quote(fact.first)} and {quote(fact.second)}"
                scope.report.error("TL0610", message, later, "keep one, or give them dates", label=(earlier, "against this"))
            if value not in longest or longest[value][0] < sure.last:
                longest[value] = (sure.last, row)


def _agree_with_acts(scope: Scope, rows: list[tuple[RelationFact, Node]], acts: collections.abc.Sequence[tuple[Act, Span]]) -> None:
    """What an act brings about is not denied of its day: who has declared war is at war."""
    known = relations_of(scope.vocabulary)
    kinds = scope.vocabulary.kinds
    above = {act.kind: kinds[act.kind].above for act, _ in acts if act.kind}
    ended = {name for kinds_above in above.values() for kind in kinds_above for name in kinds[kind].ends}
    brought: dict[tuple[str, str], list[tuple[Act, Span]]] = {}
    for act, at in acts:
        implied = {name for kind in above.get(act.kind, ()) for name in kinds[kind].implies}
        for name in implied:
            for doer in act.by:
                brought.setdefault((name, doer), []).append((act, at))
    for fact, row in rows if brought else ():
        pairs = [(fact.first, fact.second), (fact.second, fact.first)][: 2 if known[fact.name].symmetric else 1]
        if fact.value is True or (fact.name in ended and fact.since is None and fact.until is None):
            continue  # of no day in particular, and there was one on which it no longer held
        found = ((one, two, act, at) for one, two in pairs for act, at in brought.get((fact.name, one), ()) if two in act.second)
        for doer, other, act, at in found:
            if _denied(scope, fact, head(row), (doer, act, other), at):
                break


def _denied(scope: Scope, fact: RelationFact, row: Span, deed: tuple[str, Act, str], at: Span) -> bool:
    doer, act, other = deed
    sure, when = _sure(fact), window(act.date or None)
    if not (sure.first <= when.first and when.last < sure.last):
        return False
    for happened, value, account in joint(act.happened, fact.value):
        if happened is True and value is False:
            where = f" in the account of {quote(account)}" if account else ""
            deed_words = f"{quote(act.kind)} by {quote(doer)} on {quote(other)} implies `{fact.name}`"
            earlier, later = sorted((row, at))
            hint = f"take one out, or give the relation the days on which it was so; this act was on {act.date}"
            message = f"{deed_words}, which is false of the two{where}"
            scope.report.error("TL0610", message, later, hint, label=(earlier, "against this"))
            return True
    return False


def _relation(scope: Scope, row: Node) -> RelationFact | None:
    known = relations_of(scope.vocabulary)
    allowed = [*known, *RELATION_FIELDS]
    named = [key for key, _ in row.entries if key.text in known] if isinstance(row, Mapping) else []
    if any(key.text == WAR for key in named):
        allowed.append("begun_by")
    strangers: list[Scalar] = []

    def stranger(key: Scalar) -> bool:
        strangers.append(key)
        if key.text == "begun_by":
            scope.report.error("TL0603", f"`begun_by` belongs to `{WAR}` only", key.span, "take it out")
        else:
            unknown(scope, "TL0301", f"unknown relation {quote(key.text)}", key, allowed, "relation", tables=("relations",))
        return True

    entries = read_fields(scope, row, "a relation", allowed, stranger=stranger)
    if entries is None:
        return None
    if len(named) > 1:
        message = f"a row has both {quote(named[0].text)} and {quote(named[1].text)}"
        scope.report.error("TL0614", message, named[1].span, "write a row for each", label=(named[0].span, "first here"))
        return None
    if not named and not strangers:
        scope.report.error("TL0604", "a row of `relations` names no relation", head(row), _PAIR)
    since, until = fields.spell(scope, entries)
    when = _days(scope, since, until)
    value = read_value(scope, entries["value"][1], "`value`", TRUTH, when) if "value" in entries else True
    if "note" in entries:
        fields.text(scope, entries["note"][1], "`note`")
    if not named or named[0].text not in entries:
        return None
    begun_by = names.code(scope, entries["begun_by"][1], "`begun_by`", when) if "begun_by" in entries else None
    pair = _pair(scope, known[named[0].text], entries[named[0].text][1], when)
    if pair is None or value is None:
        return None
    return RelationFact(named[0].text, *pair, value, since, until, begun_by, Place(scope.report.source, row.span))


def _days(scope: Scope, since: str | None, until: str | None) -> Window:
    """The days that a row speaks of: those of its spell, an open end reaching to the event's own."""
    spoken = window(since or until or scope.date or None, until)
    return Window(spoken.first, max(spoken.last, spoken.first if until or not scope.date else scope.when.last))


def _pair(scope: Scope, relation: Relation, node: Node, when: Window) -> tuple[str, str] | None:
    if not isinstance(node, Sequence) or len(node.items) != 2:
        what = f"a list of {len(node.items)}" if isinstance(node, Sequence) else fields.shown(node)
        scope.report.error("TL0606", f"`{relation.name}` joins two, not {what}", node.span, _PAIR)
        return None
    roles = (relation.first, next(iter(relation.roles.values()), ""))
    places = [isinstance(item, Scalar) and item.text in scope.vocabulary.territories for item in node.items]
    if _PLACE in roles and places == [role != _PLACE for role in roles]:
        hint = f"`{relation.name}` reads {_reading(relation)}"
        scope.report.error("TL0606", f"the pair of `{relation.name}` stands the wrong way round", node.span, hint)
        return None
    first, second = (_member(scope, relation, item, role, when) for item, role in zip(node.items, roles, strict=True))
    if first is None or second is None:
        return None
    if first == second and _PLACE not in roles:
        scope.report.error("TL0606", f"`{relation.name}` joins {quote(first)} with itself", node.span, _PAIR)
        return None
    return first, second


def _member(scope: Scope, relation: Relation, node: Node, role: str, when: Window) -> str | None:
    """One of the pair: an actor, or a territory where the relation can have a place there."""
    territories = scope.vocabulary.territories
    if isinstance(node, Scalar) and node.text in territories:
        if relation.symmetric:
            scope.report.error("TL0606", f"`{relation.name}` joins actors, and {quote(node.text)} is a place", node.span, _PAIR)
            return None
        return node.text
    if role == _PLACE and isinstance(node, Scalar) and node.text[:1].islower():
        return fields.words(scope, node, "territory", territories, code="TL0605", table="territories")
    return names.code(scope, node, f"`{relation.name}`", when)


def _reading(relation: Relation) -> str:
    preposition, second = next(iter(relation.roles.items()), ("", "other"))
    return f"`[{relation.first}, {second}]`: {relation.first} is {relation.name} {preposition} {second}".replace("  ", " ")


def _sure(fact: RelationFact) -> Window:
    """From the first day that a row surely covers to the first that it may not."""
    return Window(latest(fact.since) if fact.since else FIRST, earliest(fact.until) if fact.until else LAST)
