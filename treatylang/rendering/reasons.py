"""In one line, what made a duty arise, or why none did: taken from its explanation."""

from __future__ import annotations

from treatylang.explanation.from_decision import explain, first_failure
from treatylang.rendering.phrases import readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.decision.decision import Duty
    from treatylang.explanation.step import Step


def trigger(duty: Duty, several: bool) -> str | None:
    """What the event holds that starts the clause: the act in the event's words, or the duty that this one follows from.

    `several`: the line stands for several bearers, so that a duty it follows from is told of each.
    """
    found = list(dict.fromkeys(_triggers(explain(duty), duty.bearer if several else "", duty.treaty)))
    if not found:
        return None
    more = f"; and {len(found) - 2} more" if len(found) > 2 else ""
    return "; ".join(found[:2]) + more


def failure(duty: Duty) -> str:
    """The first line of the rule that fails."""
    return first_failure(duty) or "nothing in the event fits it"


def _triggers(step: Step, bearer: str, treaty: str) -> Iterator[str]:
    for each in step.steps:
        if each.value is False or each.role in ("in force", "party", "unless", "lapses", "displaced", "says"):
            continue
        if each.role == "act":
            yield told(each)
        elif each.role == "duty":
            yield readable(_each(each.words, bearer)).replace(f" under {treaty}:", " under Article ")
        elif each.role == "when" and not _holds(each):
            yield each.words.removeprefix("when ")
        else:
            yield from _triggers(each, bearer, treaty)


def told(step: Step) -> str:
    """An act in the event's words; the pattern of the treaty that it fits goes before the colon."""
    pattern, colon, act = step.words.partition(": ")
    return act if colon else pattern


def _each(words: str, bearer: str) -> str:
    return f"each{words.removeprefix(bearer)}" if bearer and words.startswith(f"{bearer} ") else words


def _holds(step: Step) -> bool:
    """Whether an act or a duty is among the reasons of a step."""
    return any(each.role in ("act", "duty") or _holds(each) for each in step.steps if each.value is not False)
