"""The tree of reasons of a duty as text: each line with a mark, what was presumed with its ground."""

from __future__ import annotations

from treatylang.explanation.from_decision import explain
from treatylang.record import dataclass, replace
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.phrases import duty_phrase, marks, name_of, readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.decision import Duty
    from treatylang.explanation.step import Step

UNICODE_MARKS = {True: "✓", False: "✗", None: "?"}
PLAIN_MARKS = {True: "y", False: "n", None: "?"}
_STYLES = {True: "yes", False: "no", None: "unknown"}

# Lines that take a duty away: what it means that they are met, are not met, or are open.
_AGAINST = {
    "unless": ("the exception does not hold", "the exception holds", "open whether the exception holds"),
    "lapses": ("it has not lapsed", "it has lapsed", "open whether it has lapsed"),
    "displaced": ("not displaced", "displaced", "open whether it is displaced"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a tree is shown: its width, and the marks that the stream can carry."""

    width: int | None = 100
    marks: dict[bool | None, str] = UNICODE_MARKS  # noqa: RUF009
    why: bool = True


def explanation_text(duty: Duty, look: Look) -> list[Line]:
    """The verdict as a sentence, then the reasons."""
    owed_to = (duty.owed_to,) if duty.owed_to else ()
    label = f" [{duty.clause}]" if duty.clause else ""
    verdict = duty.verdict.replace("_", " ").upper()
    lines = hanging("title", f"{name_of(duty.bearer)} {duty_phrase(duty, owed_to)}{marks(duty)}: {verdict}", look.width)
    lines += hanging("where", f"{duty.treaty}, Article {duty.article}{label}    {duty.id}", look.width)
    lines += hanging("aside", f'"{duty.words}"', look.width)
    if duty.doubt:
        lines += hanging("mark", f"in doubt: {duty.doubt}", look.width)
    lines.append(())
    for step in explain(duty).steps:
        lines += _step(simpler(step), 0, look)
    return lines


def simpler(step: Step) -> Step:
    """The same reasons with fewer lines: a negated fact is one line, and a line that only repeats its parent is left out."""
    inner = tuple(simpler(each) for each in step.steps)
    if step.words.startswith("not: ") and not step.role and len(inner) == 1 and not inner[0].steps and not inner[0].role:
        return _negated(inner[0], step)
    if len(inner) == 1 and not inner[0].role and not inner[0].basis and inner[0].words in ("all of", "one of"):
        inner = inner[0].steps if step.words not in ("all of", "one of") else inner
    if step.role in _AGAINST and len(inner) == 1 and inner[0].words.startswith("not "):
        return replace(step, steps=inner)
    return replace(step, steps=inner)


def _negated(fact: Step, negation: Step) -> Step:
    """`not consented`, with the basis and the ground of the fact."""
    words = fact.words if " (" in fact.words.split(" ", 2)[0] + " (" and fact.words.split(" ", 1)[-1].startswith("(") else f"so that {fact.words}"
    return replace(fact, words=f"not {words}", value=negation.value)


def _step(step: Step, depth: int, look: Look) -> list[Line]:
    mark = look.marks[step.value]
    style = _STYLES[step.value]
    paragraph = hanging("duty" if step.role in ("when", "only if", *_AGAINST) else "", _said(step), look.width, f"{mark} ", 2 * depth)
    margin, _, text = paragraph[0]
    lines: list[Line] = [(margin, (style, f"{mark} "), text), *paragraph[1:]]
    for each in step.steps:
        lines += _step(each, depth + 1, look)
    return lines


def _said(step: Step) -> str:
    """The words of a line, with its ground where it is not plain from the event."""
    words = step.words
    if step.role in _AGAINST:
        met, unmet, open_ = _AGAINST[step.role]
        return f"{words.removeprefix('not: ')} - {met if step.value else open_ if step.value is None else unmet}"
    if step.role in ("act", "duty", "deemed"):
        words = words if step.role != "duty" else readable(words)
    if step.role == "breach" or step.role == "says":
        return words
    match step.basis:
        case "presumed":
            return f"{words} - presumed: {step.why}" if step.why else f"{words} - presumed"
        case "unknown":
            return f"{words} - not known"
        case "claimed":
            return f"{words} - disputed: {step.why}" if step.why else f"{words} - disputed"
        case "reading":
            return f"{words} - a reading that not all share" + (f": {step.why}" if step.why else "")
    return f"{words} - {step.why}" if step.why else words
