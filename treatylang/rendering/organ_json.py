"""What is known of an organ as JSON, `treatylang/organ/1`."""

from __future__ import annotations

import json

from treatylang.decision.votes import is_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.organs import Deciding, OrganAnswer, Seat
    from treatylang.decision.votes import Power
    from treatylang.model.votes import Vote

SCHEMA = "treatylang/organ/1"


def organ_json(answer: OrganAnswer) -> str:
    """The answer as an object, indented, in ASCII, always in the same order."""
    return json.dumps(organ_object(answer), indent=2) + "\n"


def organ_object(answer: OrganAnswer) -> dict[str, object]:
    """The answer as plain data; every key is always there."""
    return {
        "schema": SCHEMA,
        "body": answer.body,
        "event": answer.event,
        "title": answer.title,
        "date": answer.date,
        "seats": [_seat(each) for each in answer.seats],
        "powers": [
            {
                "treaty": each.treaty,
                "clause": each.clause,
                "how": each.how,
                "words": each.words,
                "then": list(each.then),
                "but": list(each.but),
                "verdict": each.verdict,
            }
            for each in answer.powers
        ],
    }


def _seat(seat: Seat) -> dict[str, object]:
    return {
        "treaty": seat.treaty,
        "title": seat.title,
        "of": seat.of,
        "rules": [
            {**_rule(each.line), "power": _power(each.power) if each.power else None, "stopped_by": list(each.stopped_by)}
            for each in seat.rules
        ],
        "members": list(seat.members),
        "doubtful": [{"code": code, "why": why} for code, why in seat.doubtful],
        "complete": seat.complete,
        "decisions": [_deciding(each) for each in seat.decisions],
    }


def _rule(line: Vote) -> dict[str, object]:
    return {
        "matters": list(line.matters),
        "rule": line.rule,
        "base": line.base,
        "seats": line.seats,
        "quorum": line.quorum,
        "without": line.without,
        "objecting": line.objecting,
        "since": line.spell.since,
        "until": line.spell.until,
        "note": line.note,
    }


def _deciding(each: Deciding) -> dict[str, object]:
    sitting = each.sitting
    votes: dict[str, list[str]] = {vote: [] for vote in ("yes", "no", "abstain", "absent", "unknown")}
    for code, vote in sitting.roll.votes.items() if each.counted else ():
        if is_named(code):
            votes[vote].append(code)
    return {
        "decision": each.matter,
        "date": each.date,
        "on": list(each.on),
        "about": each.about,
        "ref": each.ref,
        "outcome": each.outcome,
        "basis": "counted" if each.counted else "stated",
        "rule": _rule(sitting.line) if sitting.line is not None else None,
        "why": sitting.why if each.counted else None,
        "votes": votes if each.counted else None,
        "unnamed": sitting.roll.unnamed if each.counted else 0,
        "aside": [{"code": code, "why": why} for code, why in sitting.aside.items()],
        "doubtful": [{"code": code, "why": why} for code, why in sitting.doubts.items()],
        "one_may_stand_aside": sitting.roll.one_aside,
        "not_members": list(sitting.strangers),
        "open_votes": _power(each.now) if each.now is not None else None,
        "all_votes": _power(each.ever) if each.ever is not None else None,
    }


def _power(power: Power) -> dict[str, object]:
    return {
        "carry": power.carry,
        "stop": power.block,
        "stop_by": power.stop_by,
        "carry_alone": list(power.carries_alone),
        "stop_alone": list(power.blocks_alone),
    }
