"""The JSON Schema of what is known of an organ, `treatylang/organ/1`: what a program that reads it may rely on."""

from __future__ import annotations

from treatylang.rendering.organ_json import SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_FLAG: Schema = {"type": "boolean"}
_CODES: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_DAY: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
_BOUND: Schema = {"type": ["string", "null"], "pattern": "^\\d{4}-\\d{2}(-\\d{2})?$"}
OUTCOMES = ("adopted", "not_adopted", "vetoed", "no_decision", "unknown")
FORMS = ("when", "only if", "unless", "lapses when", "continues while", "may", "must", "should")
VERDICTS = ("permitted", "owed", "not_owed", "depends", "disputed", "breached")


def organ_schema() -> Schema:
    """The schema (draft 2020-12) of one answer."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "treatylang organ",
        "description": "How a body decides, what it has decided in an event, who can still carry or stop it, and what hangs on it.",
        **_object(
            {
                "schema": {"const": SCHEMA},
                "body": _TEXT,
                "event": {**_TEXT, "description": "the id of the event"},
                "title": _TEXT,
                "date": {**_DAY, "description": "the day asked about"},
                "seats": {**_list(_seat()), "description": "the body as each treaty has it that sets it up, or the vocabulary"},
                "powers": {**_list(_hangs()), "description": "what it may do itself, and the clauses that hang on what it decides"},
            }
        ),
        "$defs": {"rule": _rule(), "power": _power(), "why": _object({"code": _TEXT, "why": _TEXT})},
    }


def _object(properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _rule_fields() -> Schema:
    return {
        "matters": {**_CODES, "description": "the matters that the line names; none: all others"},
        "rule": {
            "type": "string",
            "pattern": "^(consensus|unanimity|majority|\\d+/\\d+|\\d+)$",
            "description": "a fraction of the base, or a number of votes",
        },
        "base": {"enum": ["members", "present", "voting", "participants"]},
        "seats": _or_null({**_COUNT, "description": "how many members there are, where the rule says it"}),
        "quorum": _or_null({"type": "string", "pattern": "^\\d+/\\d+$"}),
        "without": {**_MAYBE, "description": "who does not vote"},
        "objecting": {**_MAYBE, "description": "whose no stops the matter"},
        "since": _BOUND,
        "until": _BOUND,
        "note": _MAYBE,
    }


def _rule() -> Schema:
    return _object(_rule_fields())


def _seat() -> Schema:
    members = {
        "power": {**_or_null(_ref("power")), "description": "of all the members; null where they are not all known"},
        "stopped_by": {**_CODES, "description": "those whose no stops it"},
    }
    return _object(
        {
            "treaty": {**_MAYBE, "description": "null: the vocabulary alone has it"},
            "title": _TEXT,
            "of": {**_MAYBE, "description": "who are its members, in the treaty's words"},
            "rules": _list(_object({**_rule_fields(), **members})),
            "members": _CODES,
            "doubtful": {**_list(_ref("why")), "description": "who may be a member"},
            "complete": {**_FLAG, "description": "whether these are all its members"},
            "decisions": _list(_deciding()),
        }
    )


def _deciding() -> Schema:
    votes = _object(dict.fromkeys(("yes", "no", "abstain", "absent", "unknown"), _CODES))
    return _object(
        {
            "decision": _MAYBE,
            "date": {"type": "string", "pattern": "^(\\d{4}(-\\d{2}){0,2})?$"},
            "on": {**_CODES, "description": "whom it concerns"},
            "about": {**_MAYBE, "description": "the id of the act that it is about"},
            "ref": _MAYBE,
            "outcome": {"enum": list(OUTCOMES), "description": "vetoed: votes enough, and the no of one who can stop it"},
            "basis": {"enum": ["counted", "stated"], "description": "whether votes were counted, or the event states the outcome"},
            "rule": {**_or_null(_ref("rule")), "description": "the rule by which it was decided; null: none is known"},
            "why": {**_MAYBE, "description": "the count in words"},
            "votes": _or_null(votes),
            "unnamed": {**_COUNT, "description": "members whom nobody names; their votes are open"},
            "aside": {**_list(_ref("why")), "description": "members that do not vote on it"},
            "doubtful": {**_list(_ref("why")), "description": "those of whom it is open whether they count"},
            "one_may_stand_aside": {**_FLAG, "description": "that one member may not count, and nobody knows which"},
            "not_members": {**_CODES, "description": "those who are said to have voted and are no members on the day"},
            "open_votes": {**_or_null(_ref("power")), "description": "what those can still do whose votes are open"},
            "all_votes": {**_or_null(_ref("power")), "description": "what those who vote could do before any of them did"},
        }
    )


def _power() -> Schema:
    number = _or_null(_COUNT)
    return _object(
        {
            "carry": {**number, "description": "how many surely carry it; 0: carried already; null: no number does"},
            "stop": {**number, "description": "how many surely stop it; 0: it has failed already; null: no number does"},
            "stop_by": {"enum": ["no", "absent"]},
            "carry_alone": _CODES,
            "stop_alone": _CODES,
        }
    )


def _hangs() -> Schema:
    return _object(
        {
            "treaty": _TEXT,
            "clause": _TEXT,
            "how": {"enum": list(FORMS), "description": "may, must, should: what the body may do itself"},
            "words": _TEXT,
            "then": {**_CODES, "description": "what the clause says is owed"},
            "but": {**_CODES, "description": "its further conditions"},
            "verdict": {
                "enum": [*VERDICTS, None],
                "description": "of what it may do itself, whether it may on these facts; null: not asked, or not evaluated yet",
            },
        }
    )
