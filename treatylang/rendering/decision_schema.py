"""The JSON Schema of answers, `treatylang/decision/1`: what a program that reads them may rely on."""

from __future__ import annotations

from treatylang.rendering.decision_json import SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
VERDICTS = ("owed", "not_owed", "depends", "disputed", "permitted", "breached")


def decision_schema() -> Schema:
    """The schema (draft 2020-12) of one answer, or of the list that several days or events give."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "treatylang decision",
        "description": "Who owes which duty to whom, on one day, for one event; several as a list.",
        "oneOf": [{"$ref": "#/$defs/decision"}, {"type": "array", "items": {"$ref": "#/$defs/decision"}}],
        "$defs": {
            "decision": _decision(),
            "duty": _duty(),
            "atom": _atom(),
            "answer": _atom(value=_FLAG),
            "doubt": _object({"treaty": _TEXT, "words": _TEXT, "date": _MAYBE, "why": _TEXT}),
            "presumption": _presumption(),
            "step": _step(),
            "claim": _claim(),
        },
    }


def _object(properties: Schema, *optional: str) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _decision() -> Schema:
    deemed = _object({"treaty": _TEXT, "article": _TEXT, "clause": _TEXT, "words": _TEXT, "act": _TEXT})
    conflict = _object(
        {
            "bearer": _TEXT,
            "duties": {**_list(_TEXT), "minItems": 2, "maxItems": 2, "description": "ids of duties"},
            "why": _TEXT,
            "verdict": {"enum": ["owed", "depends"], "description": "depends: one of the two is open"},
            "rules": {**_list(_TEXT), "description": "rules of law that may settle it; none decides here"},
            "prevails": {**_MAYBE, "description": "the duty that goes before by a cited edge"},
            "by": {**_MAYBE, "description": "that edge, in words"},
            "lines": {**_list(_TEXT), "description": "the lines of the texts that say so, by what they are cited"},
        }
    )
    absent = _object({"treaty": _TEXT, "clause": _MAYBE, "why": _TEXT})
    return _object(
        {
            "schema": {"const": SCHEMA},
            "event": {**_TEXT, "description": "the id of the event"},
            "title": _TEXT,
            "date": {**_DAY, "description": "the day asked about"},
            "treaties": {**_list(_TEXT), "description": "ids of the treaties asked"},
            "duties": _list(_ref("duty")),
            "deemed": {**_list(deemed), "description": "fictions: an act that a treaty counts as one on every party"},
            "not_applicable": {**_list(absent), "description": "treaties, or clauses of them, that are not in force on the day"},
            "conflicts": {**_list(conflict), "description": "pairs of duties of one bearer that cannot both be kept"},
            "dates_in_doubt": {
                **_list(_ref("doubt")),
                "description": "doubtful dates by which one who has part in an act is no party on the day, so that no duty tells them",
            },
            "acts_complete": {
                **_FLAG,
                "description": "presumed: the acts listed are all there were, requests, consents and the like apart",
            },
            "precision": {
                "enum": ["exact", "approximate"],
                "description": "approximate: a verdict may be `depends` that is the same in every world",
            },
        }
    )


def _duty() -> Schema:
    says = _object({"who": _TEXT, "verdict": {"enum": list(VERDICTS)}})
    return _object(
        {
            "id": {**_TEXT, "description": "`nato-1949:5(1)[territory]/GBR>USA`: the same in every answer"},
            "treaty": _TEXT,
            "article": _TEXT,
            "clause": {**_MAYBE, "description": "the label of the clause in its article"},
            "bearer": _TEXT,
            "owed_to": {**_MAYBE, "description": "`ALL`: to every other party; null: nothing has matched"},
            "against": _list(_TEXT),
            "duty": {**_TEXT, "description": "a verb of the vocabulary; `refrain` of a prohibition"},
            "act": {**_MAYBE, "description": "the forbidden kind, of a prohibition"},
            "modality": {"enum": ["must", "must_not", "may"]},
            "strength": _MAYBE,
            "amount": {
                "anyOf": [
                    _object({"comparison": _TEXT, "number": {"type": "number"}, "unit": _TEXT, "of": _MAYBE}),
                    {"type": "null"},
                ],
                "description": "how much is owed: `at least 700000 men`",
            },
            "force": {"enum": ["binding", "political"]},
            "visibility": {"enum": ["public", "secret"]},
            "verdict": {"enum": list(VERDICTS)},
            "depends_on": {**_list(_ref("atom")), "description": "the open questions on which the verdict hangs"},
            "owed_if": {**_list(_list(_ref("answer"))), "description": "the shortest sets of answers that would make it owed"},
            "not_owed_if": {**_list(_list(_ref("answer"))), "description": "and those by which it would not be owed"},
            "complete": {**_FLAG, "description": "that `owed_if` and `not_owed_if` leave no longer or further set out"},
            "says": {
                **_list(says),
                "description": "what each account and reading leads to, of a disputed verdict; with a reading that is not agreed, always",
            },
            "presumed": _list(_ref("presumption")),
            "acts": {**_list(_TEXT), "description": "ids of the acts that started the duty"},
            "words": {**_TEXT, "description": "the norm in the treaty's words"},
            "jointly": _FLAG,
            "standing": {**_FLAG, "description": "always on, not started by the event"},
            "by": {"anyOf": [_DAY, {"type": "null"}], "description": "the day by which it is to be done"},
            "since": {
                **_MAYBE,
                "description": "the day (or month, or year) from which it is owed, by the dates of the event and of the texts",
            },
            "until": {**_MAYBE, "description": "the first day on which it is owed no more, where a date of the texts tells it"},
            "doubt": {**_MAYBE, "description": "what is doubtful in the text of the clause"},
            "dates_in_doubt": {
                **_list(_ref("doubt")),
                "description": "doubts about dates of the treaty and of the parties concerned; `date` null: about its list of parties",
            },
            "readings": {
                "type": "array",
                "items": {"type": "string"},
                "description": "readings that are not agreed and change how the duty is kept, not whether it is owed",
            },
            "agreed": {**_list(_TEXT), "description": "agreed readings, in force on the day, by which the clause was read"},
            "nearest": {
                **_list(_object({"words": _TEXT, "value": _FLAG, "was": {"type": ["boolean", "null"]}, "basis": _TEXT})),
                "description": "with the reasons, of what is not owed: the smallest change found of the event that makes it owed, each as it was tried: the words, "
                "that they would then be so, and whether they are so now (null: open)",
            },
            "nearest_complete": {
                **_FLAG,
                "description": "that the search for it was not cut off: no smaller change was left untried",
            },
            "why": {**_ref("step"), "description": "the reasons, where they were asked for"},
        },
        "nearest",
        "nearest_complete",
        "why",
    )


def _atom(**more: Schema) -> Schema:
    shown = {**_TEXT, "description": "the kind of request that would show it, where it is somebody's judgement"}
    number: Schema = {"type": "number"}
    bound = {**_object({"comparison": _TEXT, "number": number}), "description": "what is asked of a number"}
    return _object({"word": _TEXT, "of": _list(_TEXT), "shown_by": shown, "bound": bound, **more}, "shown_by", "bound")


def _presumption() -> Schema:
    return _object({"words": _TEXT, "value": _FLAG, "why": _TEXT})


def _step() -> Schema:
    value: Schema = {"type": ["boolean", "null"], "description": "null: open"}
    joins = ["all", "any", "at least", "not", None]
    bound = _object(
        {"if": _ref("answer"), "then": {"anyOf": [_ref("answer"), {"type": "null"}]}, "claims": _list(_ref("claim"))}, "claims"
    )
    return _object(
        {
            "id": {**_MAYBE, "description": "by what a line of the text is cited: `nato-1949:5(1)[territory].lapses.1`"},
            "words": _TEXT,
            "value": value,
            "role": {**_MAYBE, "description": "its part in the rule: `when`, `only if`, `unless`, `lapses`, `displaced` ..."},
            "basis": {
                **_MAYBE,
                "description": "of a fact: stated, presumed, listed, table, map, follows, unknown, claimed, reading",
            },
            "why": _MAYBE,
            "atom": {**_ref("atom"), "description": "the question that an open fact asks; equal atoms are one question"},
            "claims": {**_list(_ref("claim")), "description": "who answers it how"},
            "join": {
                "enum": joins,
                "description": "how the value comes from the steps below; of the verdict, from those that are no `breach` and no `says`",
            },
            "number": {"type": "integer", "description": "of `at least`: how many of the steps"},
            "steps": _list(_ref("step")),
            "bounds": {
                **_list(bound),
                "description": "of the verdict, what binds its open questions: where the first has its value, the second has its own "
                "(null: the first cannot have it); `claims`: of a second that no step asks",
            },
        },
        "atom",
        "claims",
        "number",
        "bounds",
    )


def _claim() -> Schema:
    return _object({"value": {"type": ["boolean", "null"]}, "by": {**_list(_TEXT), "description": "empty: nobody is named"}})
