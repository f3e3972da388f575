"""In one line, what made a duty arise, or why none did: taken from its explanation."""

from __future__ import annotations

from treatylang.decision.shortfall import failing, shortfalls
from treatylang.decision.wording import denied, with_article
from treatylang.explanation.from_decision import explain
from treatylang.rendering.phrases import owed_words, readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.decision.decision import Duty
    from treatylang.decision.nearest import Nearest
    from treatylang.decision.shortfall import Gap
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
    """The line of the rule that fails first, of the way that is nearest to holding; of an act that does not fit, the pattern for it."""
    gap = failing(next(iter(shortfalls(duty.applies)), ())) if duty.applies is not None else None
    if gap is None or not (gap.line or gap.leaf.words):
        return "nothing in the event fits it"
    return _condition(gap).removeprefix("when ")


def falls_short(near: Nearest) -> str:
    """The condition that fails first of the way nearest to holding, in the treaty's words, and what of the event fails it."""
    gap = near.failed
    if gap is None:
        return "nothing in the event fits it"
    if near.gives_way:
        return f"it gives way to {readable(near.gives_way)}"
    if gap.sort == "day":
        return readable(next((each.now for each in near.changes if each.basis == "day"), near.bar or gap.line))
    condition = readable(_condition(gap))
    detail = readable(near.bar if near.bar and (near.changes or gap.sort == "role") else _detail(gap))
    if gap.leaf.words == condition or gap.role == "party" or (not gap.line and gap.act is None):
        return detail or condition
    return f"{condition} - {detail}" if detail and detail not in condition else condition


def _condition(gap: Gap) -> str:
    if gap.displaced is not None:
        return f"it gives way: {gap.displaced[0]}"
    if gap.act is not None and gap.fits and gap.role in ("when", ""):
        return f"when {gap.act.partition(': ')[0]}"
    if gap.leaf.basis == "listed" and gap.role == "when":
        return f"when {gap.leaf.words}"
    return gap.line or gap.leaf.words


def _detail(gap: Gap) -> str:
    """`Stanley is not in europe`, `presumed not so: grave (...)`, `the event lists none`."""
    leaf = gap.leaf
    if leaf.words == gap.line:
        return ""
    if gap.act is not None and not gap.fits and leaf.value is not None:
        return f"the event lists {with_article(gap.act.partition(': ')[2])}"
    if leaf.basis == "listed" or (leaf.why or "").startswith("no act listed"):
        return (
            "no such duty is owed"
            if any(modal in leaf.words for modal in (" must ", " may ", " should "))
            else "the event lists none"
        )
    if gap.sort == "kind" and gap.goal:
        one, _, other = leaf.words.partition(" is ")
        return f"{with_article(one)} is no {other.removeprefix('an ').removeprefix('a ')}"
    if leaf.value is None:
        return f"{'disputed' if leaf.basis == 'claimed' else 'not known'}: {leaf.words}"
    presumed = "presumed: " if leaf.basis == "presumed" else ""
    return presumed + (leaf.words if leaf.value else denied(leaf.words))


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
