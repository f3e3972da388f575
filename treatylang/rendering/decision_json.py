"""A decision as JSON, `treatylang/decision/1`.  Its schema is `decision_schema`."""

from __future__ import annotations

import json

from treatylang.explanation.from_decision import explain
from treatylang.rendering.explanation_json import atom_object, step_object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatylang.decision.changes import Change
    from treatylang.decision.decision import Conflict, Decision, Duty
    from treatylang.decision.nearest import Nearest
    from treatylang.decision.sufficient import Sufficient
    from treatylang.model.conditions import Amount
    from treatylang.model.treaty import Doubt

    Near = Mapping[str, Nearest]  # by the id of the duty

SCHEMA = "treatylang/decision/1"


def decision_json(
    decisions: Sequence[Decision], *, why: bool = False, many: bool = False, nearest: Sequence[Near] | None = None
) -> str:
    """One decision as an object, several (or `many`) as a list, indented, in ASCII, always in the same order."""
    known: Sequence[Near] = nearest if nearest is not None else [{}] * len(decisions)
    found = [decision_object(each, why=why, nearest=near) for each, near in zip(decisions, known, strict=True)]
    return json.dumps(found if many or len(found) != 1 else found[0], indent=2) + "\n"


def decision_object(
    decision: Decision, *, why: bool = False, duties: Iterable[Duty] | None = None, nearest: Near | None = None
) -> dict[str, object]:
    """A decision as plain data; `duties` in place of all of them."""
    near = nearest or {}
    return {
        "schema": SCHEMA,
        "event": decision.event,
        "title": decision.title,
        "date": decision.date,
        "treaties": list(decision.treaties),
        "duties": [
            duty_object(each, why=why, nearest=near.get(each.id)) for each in (decision.duties if duties is None else duties)
        ],
        "deemed": [
            {"treaty": each.treaty, "article": each.article, "clause": each.clause, "words": each.words, "act": each.act}
            for each in decision.deemed
        ],
        "not_applicable": [{"treaty": each.treaty, "clause": each.clause, "why": each.why} for each in decision.not_applicable],
        "conflicts": [_conflict(each) for each in decision.conflicts],
        "dates_in_doubt": [_doubt(each) for each in decision.doubts],
        "acts_complete": decision.lists_all,
        "precision": decision.precision,
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "bearer": conflict.bearer,
        "duties": [conflict.first, conflict.second],
        "why": conflict.why,
        "verdict": conflict.verdict,
        "rules": list(conflict.rules),
        "prevails": conflict.prevails,
        "by": conflict.by,
        "lines": list(conflict.lines),
    }


def _doubt(doubt: Doubt) -> dict[str, object]:
    return {"treaty": doubt.treaty, "words": doubt.words, "date": doubt.date, "why": doubt.why}


def duty_object(duty: Duty, *, why: bool = False, nearest: Nearest | None = None) -> dict[str, object]:
    """A duty as plain data; every key always there, but `why` and `nearest` only where they are asked for."""
    made: dict[str, object] = {
        "id": duty.id,
        "treaty": duty.treaty,
        "article": duty.article,
        "clause": duty.clause,
        "bearer": duty.bearer,
        "owed_to": duty.owed_to,
        "against": list(duty.against),
        "duty": duty.duty,
        "act": duty.act,
        "modality": duty.modality,
        "strength": duty.strength,
        "amount": _amount(duty.amount),
        "force": duty.force,
        "visibility": duty.visibility,
        "verdict": duty.verdict,
        "depends_on": [atom_object(each) for each in duty.depends_on],
        "owed_if": _sets(duty.owed_if),
        "not_owed_if": _sets(duty.not_owed_if),
        "complete": duty.owed_if.complete and duty.not_owed_if.complete,
        "says": [{"who": each.who, "verdict": each.verdict} for each in duty.says],
        "presumed": [{"words": each.words, "value": each.value, "why": each.why} for each in duty.presumed],
        "acts": list(duty.acts),
        "words": duty.words,
        "jointly": duty.jointly,
        "standing": duty.standing,
        "by": duty.by,
        "since": duty.since,
        "until": duty.until,
        "doubt": duty.doubt,
        "dates_in_doubt": [_doubt(each) for each in duty.dates_in_doubt()],
        "readings": list(duty.readings),
        "agreed": list(duty.agreed),
    }
    if nearest is not None:
        made["nearest"] = [_change(each) for each in nearest.changes]
        made["nearest_complete"] = not nearest.cut
    if why:
        made["why"] = step_object(explain(duty))
    return made


def _change(change: Change) -> dict[str, object]:
    return {"words": change_words(change), "value": change.value, "was": change.was, "basis": change.basis}


def change_words(change: Change) -> str:
    """A change in the words of the vocabulary, with what would make a duty owed that it waits for."""
    return f"{change.words}, which would be so if {', and '.join(map(change_words, change.by))}" if change.by else change.words


def _amount(amount: Amount | None) -> dict[str, object] | None:
    if amount is None:
        return None
    return {"comparison": amount.comparison, "number": amount.number, "unit": amount.unit, "of": amount.of}


def _sets(found: Sufficient) -> list[list[dict[str, object]]]:
    return [[{**atom_object(atom), "value": value} for atom, value in each] for each in found.sets]
