"""In one line, what made a duty arise, or why none did: taken from its explanation."""

from __future__ import annotations

from treatylang.explanation.from_decision import explain, first_failure
from treatylang.rendering.phrases import owed_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.decision.decision import Duty
    from treatylang.explanation.step import Step

_MOST = 6  # states that are named in a row


def trigger(first: Duty, last: Duty) -> str | None:
    """What the event holds that starts the clause: the act in the event's words, or the duty that this one follows from.

    `first` and `last` are those of the first and the last bearer of a line; what is told of all is what is so of both.
    """
    found = _distinct(first)
    if first.bearer != last.bearer:
        of_each = [_each(words, first.bearer) for words in found]
        found = of_each if of_each == [_each(words, last.bearer) for words in _distinct(last)] else found
    if not found:
        return None
    more = f"; and {len(found) - 2} more" if len(found) > 2 else ""
    return "; ".join(found[:2]) + more


def _distinct(duty: Duty) -> list[str]:
    return list(dict.fromkeys(_triggers(explain(duty, bounds=False), duty.treaty)))


def failure(duty: Duty) -> str:
    """The first line of the rule that fails, in the treaty's words; of an act that does not fit, the pattern that it would have to."""
    found = first_failure(duty)
    return found.partition(": ")[0] if found else "nothing in the event fits it"


def _triggers(step: Step, treaty: str, rule: str = "") -> Iterator[str]:
    """`rule` is the line of the treaty that the step belongs to."""
    rule = step.words if step.role in ("when", "only if") else rule
    for each in step.steps:
        if each.value is False or each.role in ("in force", "party", "unless", "lapses", "displaced", "says"):
            continue
        if each.role == "act":
            yield told(each)
        elif each.role == "duty":
            yield owed_words(each.words, rule).replace(f" under {treaty}:", " under Article ")
        elif each.role == "when" and not _holds(each):
            yield each.words.removeprefix("when ")
        else:
            yield from _triggers(each, treaty, rule)


def told(step: Step) -> str:
    """An act in the event's words; the pattern of the treaty that it fits goes before the colon."""
    pattern, colon, act = step.words.partition(": ")
    return _shorter(act) if colon else pattern


def _shorter(act: str) -> str:
    """A long list of states is told by its beginning and its number."""
    parts = act.split(", ")
    end = next((at for at, part in enumerate(parts[1:], 1) if not part.isupper()), len(parts))
    return act if end <= _MOST else ", ".join([*parts[: _MOST - 2], f"... ({end} in all)", *parts[end:]])


def _each(words: str, bearer: str) -> str:
    return f"each{words.removeprefix(bearer)}" if words.startswith(f"{bearer} ") else words


def _holds(step: Step) -> bool:
    """Whether an act or a duty is among the reasons of a step."""
    return any(each.role in ("act", "duty") or _holds(each) for each in step.steps if each.value is not False)
