"""The JSON Schema of event files, made from the vocabulary: for editors, and for checking events without this library.

It knows the words and the shapes, not the rules between fields (order of dates, constraints, years of states): those are the
reader's.  It speaks of typed values, so unquoted `true` and `130` must be a boolean and a number before it is applied: `typed`.
"""

from __future__ import annotations

from treatylang.events.facts import fact_words
from treatylang.events.relations import relations_of
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.events.words import (
    ACTOR_KINDS,
    BOUNDARIES,
    CONFIDENCES,
    COUNTS,
    OF_GROUPS,
    ORDERS,
    OUTCOMES,
    RELATION_FIELDS,
    STATUSES,
    VERDICTS,
    VOTES,
    WAR,
)
from treatylang.text.limits import LIMITS
from treatylang.text.shapes import is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.events.tree import Node
    from treatylang.model.vocabulary import Vocabulary

    Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_VALUE_OF = {"truth": "truth", "number": "number", "states": "states"}


def event_schema(vocabulary: Vocabulary) -> Schema:
    """The schema (draft 2020-12) of an event file in the words of this vocabulary."""
    act = _act(vocabulary)
    short = {name: form for name, form in act.items() if name not in ("id", "date", "note")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "treatylang/event/1",
        "title": "treatylang event",
        "description": "One situation: what happened, who says so, what was decided. Scalars are typed before this is applied.",
        "type": "object",
        "required": ["event", "date"],
        "additionalProperties": False,
        "oneOf": [
            {"required": ["acts"], "not": {"anyOf": [{"required": [name]} for name in short]}},
            {"required": ["kind"], "not": {"required": ["acts"]}},
        ],
        "properties": {**_top(vocabulary), **short},
        "$defs": {**_common(vocabulary), "act": _object(act, "kind"), "place": _place(vocabulary)},
    }


def typed(node: Node) -> object:
    """A tree as plain data, unquoted `true`, `false` and numbers typed: what the schema is applied to."""
    if isinstance(node, Mapping):
        return {key.text: typed(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [typed(item) for item in node.items]
    return _typed_scalar(node)


def _typed_scalar(node: Scalar) -> object:
    if node.quoted:
        return node.text
    if node.text in ("true", "false"):
        return node.text == "true"
    if is_number(node.text):
        value = float(node.text)
        return int(value) if value.is_integer() and "e" not in node.text.lower() else value
    return node.text


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _enum(words: Iterable[str]) -> Schema:
    return {"enum": list(words)}


def _any(*forms: Schema) -> Schema:
    return {"anyOf": list(forms)}


def _list(form: Schema, least: int = 0, most: int = 0) -> Schema:
    found: Schema = {"type": "array", "items": form, "uniqueItems": True}
    return {**found, **({"minItems": least} if least else {}), **({"maxItems": most} if most else {})}


def _object(properties: Schema, *required: str) -> Schema:
    form: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**form, "required": list(required)} if required else form


def _rows(properties: Schema, *required: str) -> Schema:
    return {"type": "array", "items": _object(properties, *required)}


def _map(form: Schema) -> Schema:
    return {"type": "object", "propertyNames": _ref("code"), "additionalProperties": form}


def _value(*known: Schema, claims: Schema | None = None) -> Schema:
    """Known, `unknown`, or claimed: at least two values, each with those who say so."""
    claimed: Schema = {"type": "object", "minProperties": 2, "additionalProperties": _list(_ref("code"))}
    if claims is not None:
        claimed["propertyNames"] = claims
    return _any(*known, {"const": "unknown"}, _object({"claimed": claimed}, "claimed"))


def _number(sort: str) -> Schema:
    """A number, or one within bounds; `sort` integer of what counts."""
    bound: Schema = {"type": sort, "minimum": 0}
    return _value(bound, {**_object({"at_least": bound, "at_most": bound}), "minProperties": 1})


def _common(vocabulary: Vocabulary) -> Schema:
    code = _ref("code")
    target = _enum(vocabulary.targets)
    group: Schema = {"class": _enum(vocabulary.classes), "except": _ref("codes"), "parties_of": _ref("treaty")}
    return {
        "code": {"type": "string", "pattern": "^[A-Z][A-Z0-9_]{0,63}$"},
        "codes": _any(code, _list(code)),
        "day": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"},
        # A year alone is a number to whoever types scalars first.
        "moment": _any(
            {"type": "string", "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"}, {"type": "integer", "minimum": 1, "maximum": 9999}
        ),
        "slug": {"type": "string", "pattern": "^[a-z0-9-]{1,64}$"},
        "treaty": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "act_id": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"},
        "word": {"type": "string", "pattern": "^([a-z0-9-]+:)?[a-z][a-z0-9_]{0,63}$"},
        "text": _any(_TEXT, {"type": ["number", "boolean"]}),
        "truth": _value({"type": "boolean"}, claims=_enum(["true", "false"])),
        "number": _number("number"),
        "count": _number("integer"),
        "states": _value(_ref("codes"), claims=code),
        "group": {**_object(group), "oneOf": [{"required": ["class"]}, {"required": ["parties_of"]}]},
        "pair": {"type": "array", "minItems": 2, "maxItems": 2, "items": _any(code, _ref("territory"))},
        "kind": _enum(vocabulary.kinds),
        "target": _any(target, _list(target)),
        "territory": _enum(vocabulary.territories),
        "who": _any(code, _ref("group"), _list(_any(code, _ref("group")))),
    }


def _act(vocabulary: Vocabulary) -> Schema:
    form: Schema = {
        "id": _ref("act_id"),
        "kind": _ref("kind"),
        "by": _ref("who"),
        "on": _ref("who"),
        "to": _ref("who"),
        "against": _ref("codes"),
        "with": _ref("codes"),
        "target": _ref("target"),
        "domain": _enum(vocabulary.domains),
        "date": _ref("moment"),
        "until": _ref("moment"),
        "place": _ref("place"),
        "origin": _ref("place"),
        "response_to": _ref("act_id"),
        "under": {"type": "string", "pattern": "^[a-z0-9-]+\\s*(:.+)?$"},
        "happened": _ref("truth"),
        "note": _ref("text"),
    }
    return {**form, **_facts(vocabulary, "act")}


def _facts(vocabulary: Vocabulary, owner: str) -> Schema:
    form: Schema = {}
    for name in sorted(fact_words(vocabulary, owner)):
        fact = vocabulary.facts.get(name)
        form[name] = _ref("truth" if fact is None else "count" if name in COUNTS else _VALUE_OF[fact.type])
    return form


def _place(vocabulary: Vocabulary) -> Schema:
    zones = _enum(vocabulary.zones)
    seas = [name for name, region in vocabulary.regions.items() if region.sea]
    lands = [name for name, region in vocabulary.regions.items() if not region.sea]
    holder = _any(_ref("code"), {"const": "none"})
    form = _object(
        {
            "name": _ref("text"),
            "territory": _ref("territory"),
            "lat": {"type": "number", "minimum": -90, "maximum": 90},
            "lon": {"type": "number", "minimum": -180, "maximum": 180},
            "territory_of": _value(holder, claims=holder),
            "administered_by": _ref("states"),
            "claimed_by": _list(_ref("code")),
            "zone": _value(zones, claims=zones),
            "sea": _enum(seas),
            "region": _enum(lands),
            "boundary": _enum(BOUNDARIES),
        }
    )
    return {**form, "minProperties": 1, "dependentRequired": {"lat": ["lon"], "lon": ["lat"]}}


def _top(vocabulary: Vocabulary) -> Schema:
    return {
        "event": _ref("text"),
        "id": _ref("slug"),
        "date": _ref("day"),
        "as_of": _any(_ref("day"), _list(_ref("day"), 1, LIMITS.days)),
        "hypothetical": {"type": "boolean"},
        "treaties": _list(_ref("treaty")),
        "actors": _map(_actor(vocabulary)),
        "acts": {"type": "array", "items": _ref("act"), "maxItems": LIMITS.acts},
        "acts_order": _enum(ORDERS),
        "relations": {"type": "array", "items": _relation(vocabulary)},
        "parties": _map(_object(_facts(vocabulary, "party"))),
        "facts": _object(_facts(vocabulary, "situation")),
        "decisions": _decisions(vocabulary),
        "membership": _membership(),
        "presume": _any({"const": "none"}, _list(_ref("word"))),
        "note": _ref("text"),
        "expect": _expect(vocabulary),
    }


def _actor(vocabulary: Vocabulary) -> Schema:
    of_class = _enum([*vocabulary.classes, *OF_GROUPS])
    form: Schema = {
        "kind": _enum(ACTOR_KINDS),
        "name": _ref("text"),
        "based_in": _ref("states"),
        "speaks_for": _ref("code"),
        "of": _ref("codes"),
        "lawful": _ref("truth"),
        "class": _any(of_class, _list(of_class)),
    }
    return _object(form, "kind")


def _relation(vocabulary: Vocabulary) -> Schema:
    form: Schema = dict.fromkeys(relations_of(vocabulary), _ref("pair"))
    about: Schema = {"value": _ref("truth"), "since": _ref("moment"), "until": _ref("moment"), "note": _ref("text")}
    row = _object({**form, **{name: about[name] for name in RELATION_FIELDS}, "begun_by": _ref("code")})
    one_of = [{"required": [name]} for name in form]
    return {**row, "oneOf": one_of, "dependentRequired": {"begun_by": [WAR]}}


def _decisions(vocabulary: Vocabulary) -> Schema:
    # The organs of treaties, and bodies among the event's own actors, are known to the reader only.
    body = _any(_enum(vocabulary.bodies), _ref("word"), _ref("code"))
    form: Schema = {
        "body": body,
        "decision": _any(_enum(vocabulary.decisions), _ref("kind")),
        "outcome": _enum(OUTCOMES),
        "votes": _object(dict.fromkeys(VOTES, _list(_ref("code")))),
        "date": _ref("moment"),
        "on": _ref("codes"),
        "ref": _ref("text"),
        "about": _ref("act_id"),
        "note": _ref("text"),
    }
    items = {**_object(form, "body"), "not": {"required": ["outcome", "votes"]}}
    return {"type": "array", "items": items, "maxItems": LIMITS.decisions}


def _membership() -> Schema:
    form: Schema = {
        "party": _ref("code"),
        "treaty": _ref("treaty"),
        "status": _enum(STATUSES),
        "since": _ref("moment"),
        "until": _ref("moment"),
        "toward": _ref("codes"),
        "note": _ref("text"),
    }
    return _rows(form, "party", "treaty", "status")


def _expect(vocabulary: Vocabulary) -> Schema:
    end = _any(_ref("code"), _ref("word"))  # a word: a body
    form: Schema = {
        "bearer": _any({"const": "all"}, end, _list(end, 1)),
        "except": _ref("codes"),
        "treaty": _ref("treaty"),
        "article": _ref("text"),
        "duty": _enum(["any", *vocabulary.duties, "refrain"]),
        "verdict": _enum(VERDICTS),
        "owed_to": _any(end, _list(end)),
        "strength": _enum(vocabulary.strengths),
        "depends_on": _list(_ref("word")),
        "confidence": _enum(CONFIDENCES),
        "note": _ref("text"),
        "differs": _ref("text"),
    }
    return _rows(form, "bearer", "treaty", "duty", "verdict")
