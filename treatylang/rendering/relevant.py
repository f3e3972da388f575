"""Of the reasons why a duty is not owed, those on which it turns.

A rule fails by one of its lines; what else it asks, what was presumed for that, and the exceptions that do not hold either, would
only hide the reason.
"""

from __future__ import annotations

from treatylang.record import replace
from treatylang.text.article import article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.explanation.step import Step

_STANDING = ("in force", "party")
_KEPT = (*_STANDING, "when", "")


def relevant(steps: Iterable[Step]) -> list[Step]:
    """The lines of a rule that fails: those that fail with what fails in them, and in one line each what was met before."""
    parts = [part for step in steps for part in _apart(step)]
    if all(each.value is not False for each in parts):
        return parts
    no_party = any(each.value is False and each.role in _STANDING for each in parts)  # then nothing else was ever asked
    found = []
    for each in parts:
        if no_party and each.role not in _STANDING:
            continue
        if each.value is False:
            found.append(_failing(each))
        elif each.value and each.role in _KEPT:
            found.append(replace(each, steps=()))
    return list(dict.fromkeys(found))


def _apart(step: Step) -> list[Step]:
    """Of several ways in which a rule may be met, what is common to all of them, and then the ways."""
    ways = step.steps
    if step.words != "one of" or step.role or len(ways) < 2 or any(each.words != "all of" or each.role for each in ways):
        return [step]
    common = [each for each in ways[0].steps if all(each in way.steps for way in ways)]
    left = [tuple(each for each in way.steps if each not in common) for way in ways]
    if not common or not all(left):
        return [*common] or [step]
    if all(len(way) == 1 for way in left):
        return [*common, *_one_line([way[0] for way in left])]
    return [*common, replace(step, steps=tuple(replace(way, steps=own) for way, own in zip(ways, left, strict=True)))]


def _one_line(ways: list[Step]) -> list[Step]:
    """Ways that differ only in the acts held against the same line of the rule, as that line with all of them."""
    first = ways[0]
    if (
        any((each.words, each.role, each.value) != (first.words, first.role, first.value) for each in ways)
        or first.value is not False
    ):
        return [replace(first, words="one of", role="", basis="", why=None, steps=tuple(ways))]
    return [replace(first, steps=tuple(dict.fromkeys(inner for each in ways for inner in each.steps)))]


def _failing(step: Step) -> Step:
    """A line that fails, with those below it by which it does."""
    failing = [each for each in step.steps if each.value is False]
    if not failing or "at least " in step.words:  # of a count, those who are in it are as telling as those who are not
        return step
    kind = _other_kind(step, failing)
    if kind:
        return replace(step, why=f"not {article(kind)} {kind}", steps=())
    return replace(step, steps=tuple(dict.fromkeys(_failing(each) for each in failing)))


def _other_kind(step: Step, failing: list[Step]) -> str | None:
    """The kind that an act would have to be of and is not: then it does not matter who did it to whom."""
    if step.role != "act":
        return None
    act = step.words.rpartition(": ")[2].split(" ", 1)[0]
    return next((each.words.removeprefix(f"{act} is ") for each in failing if each.words.startswith(f"{act} is ")), None)
