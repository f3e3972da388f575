"""An explanation replayed: the value of each step of the JSON worked out anew from the steps below it, by its role and its words alone.

It shares nothing with the evaluator.  Where a step does not say how its parts hang together, `Untold` is raised, and never guessed.
"""

from __future__ import annotations

import itertools
import re
from typing import Any

Step = dict[str, Any]
Values = dict[str, bool]

ALL = ("verdict", "in force", "party", "when", "only if", "act", "deemed", "duty", "breach", "owed")
NOT = ("unless", "lapses", "displaced")
MOST_OPEN = 8


class Untold(Exception):
    """A step that does not say how its value comes from those below it."""


class Wrong(Exception):
    """A step of which the value is another than what follows from those below it."""


def replayed(step: Step, given: Values) -> bool | None:
    """The value of a step; open facts have those that are given, by their words.  `Wrong` where the step itself says another."""
    parts = [each for each in step["steps"] if each["role"] not in ("says", "breach")]
    if not step["steps"]:
        value = given.get(step["words"]) if step["value"] is None else step["value"]
        return None if value is None else bool(value)
    value = combined(step, [replayed(each, given) for each in parts])
    if not given and step["role"] != "verdict" and value != step["value"]:
        raise Wrong(f"{step['words']}: {step['value']}, and {value} follows from its steps")
    return value


def combined(step: Step, values: list[bool | None]) -> bool | None:
    words, role = step["words"], step["role"]
    least = re.match(r"(?:not: )?at least (\d+)", words)
    if words == "one of":
        return negated(conjunction([negated(each) for each in values]))
    if words.startswith("not: ") and len(values) == 1:
        return negated(values[0])
    if role in NOT:
        if len(values) == 1:
            return negated(values[0])
        raise Untold(f"{role}: {words}: {len(values)} steps")
    if words == "all of" or role in ALL:
        return conjunction(values)
    if least and len(values) > 1:
        number = int(least[1])
        so = values.count(True)
        return True if so >= number else False if so + values.count(None) < number else None
    if len(values) == 1:
        return values[0]
    raise Untold(f"{role}: {words}: {len(values)} steps")


def negated(value: bool | None) -> bool | None:
    return None if value is None else not value


def conjunction(values: list[bool | None]) -> bool | None:
    return False if False in values else None if None in values else True


def open_words(step: Step) -> set[str]:
    if not step["steps"]:
        return {step["words"]} if step["value"] is None and step["role"] != "says" else set()
    return {word for each in step["steps"] for word in open_words(each)}


def verdicts(step: Step, modality: str) -> set[str]:
    """The verdicts that the steps allow: one where they decide, every one that a completion gives where they do not."""
    found = {said(step, modality, {})}
    if found != {"depends"}:
        return found
    words = sorted(open_words(step))
    if len(words) > MOST_OPEN:
        return {"depends"}
    return {
        said(step, modality, dict(zip(words, values, strict=True)))
        for values in itertools.product((True, False), repeat=len(words))
    }


def said(step: Step, modality: str, given: Values) -> str:
    holds = replayed(step, given)
    breach = [replayed(each, given) for each in step["steps"] if each["role"] == "breach"]
    if holds is False:
        return "not_owed"
    if holds is None or None in breach:
        return "depends"
    return "breached" if True in breach else "permitted" if modality == "may" else "owed"
