"""The tree of reasons of a duty as text: each line with a mark, what was presumed with its ground."""

from __future__ import annotations

from treatylang.explanation.from_decision import explain
from treatylang.record import dataclass, field, replace
from treatylang.rendering.entries import always_holds
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.phrases import cited, doubt_phrase, duty_phrase, marks, name_of, owed_words
from treatylang.rendering.reasons import told
from treatylang.rendering.relevant import relevant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

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
_NOTHING = "there is nothing on this day that could fit it"
_RULE = ("when", "only if", *_AGAINST)


@dataclass(frozen=True, slots=True)
class Look:
    """How a tree is shown: its width, the marks that the stream can carry, and whether no line is left out."""

    width: int | None = 100
    marks: Mapping[bool | None, str] = field(default_factory=lambda: UNICODE_MARKS)
    full: bool = False


def explanation_text(duty: Duty, look: Look) -> list[Line]:
    """The verdict as a sentence, then the reasons."""
    owed_to = (duty.owed_to,) if duty.owed_to else ()
    verdict = duty.verdict.replace("_", " ").upper() + (
        " at all times" if duty.verdict in ("owed", "permitted") and always_holds(duty) else ""
    )
    lines = hanging("title", f"{name_of(duty.bearer)} {duty_phrase(duty, owed_to)}{marks(duty)}: {verdict}", look.width)
    lines += hanging("where", f"{duty.treaty}, {cited(duty.article, duty.clause)}    {duty.id}", look.width)
    lines += hanging("aside", f'"{duty.words}"', look.width)
    if duty.doubt:
        lines += hanging("mark", f"in doubt: {duty.doubt}", look.width)
    for each in duty.dates_in_doubt():
        lines += hanging("mark", f"in doubt: {doubt_phrase(each)}", look.width)
    lines.append(())
    steps = list(explain(duty, bounds=False).steps)
    if not look.full:
        steps = [simpler(step) for step in steps]
        steps = relevant(steps) if duty.verdict == "not_owed" else steps
    for step in steps:
        lines += _step(step, None, 0, look, "")
    return lines


def simpler(step: Step) -> Step:
    """The same reasons in fewer lines.

    A line that repeats the one above it is left out, a negated fact is one line, and of alternatives one of which holds the others
    are not told.
    """
    inner = tuple(each if each.role == "says" else simpler(each) for each in step.steps)
    if step.words == "one of" and step.value:
        inner = tuple(each for each in inner if each.value)
    if step.words in ("one of", "all of") and not step.role and len(inner) == 1:
        return inner[0]
    inner = tuple(dict.fromkeys(part for each in inner for part in (each.steps if _says_nothing(each, step) else (each,))))
    if step.words in ("one of", "all of") and not step.role and not inner:
        return replace(step, words="nothing more is asked" if step.value else _NOTHING)
    if step.words.startswith("not: ") and not step.role and len(inner) == 1 and not inner[0].steps and not inner[0].role:
        return _negated(inner[0], step.value)
    if step.role in ("in force", "party") and len(inner) == 1 and not inner[0].steps and inner[0].words != _NOTHING:
        return replace(inner[0], value=step.value)
    if len(inner) == 1 and not inner[0].steps and not inner[0].role and step.role and inner[0].words in step.words:
        return replace(step, basis=inner[0].basis, why=inner[0].why, steps=())
    return replace(step, steps=inner)


def _says_nothing(step: Step, above: Step) -> bool:
    """Whether a line only holds together what the line above it holds together as well."""
    if step.words != "all of" or step.role:
        return False
    return above.join == "not" or (above.value == step.value and above.words != "one of")


def _negated(fact: Step, value: bool | None) -> Step:
    """`not consented`, with the basis and the ground of the fact."""
    if fact.words.split(" ", 1)[-1].startswith("(") or " " not in fact.words:
        return replace(fact, words=f"not {fact.words}", value=value)
    return replace(fact, words=f"not so: {fact.words}", value=value)


def _step(step: Step, above: Step | None, depth: int, look: Look, rule: str) -> list[Line]:
    """`rule` is the line of the treaty that the step belongs to."""
    rule = step.words if step.role in _RULE else rule
    style = _STYLES[step.value]
    mark = f"{look.marks[step.value]} "
    paragraph = hanging("duty" if step.role in _RULE else "", _said(step, above, rule), look.width, mark, 2 * depth)
    margin, _, text = paragraph[0]
    lines: list[Line] = [(margin, (style, mark), text), *paragraph[1:]]
    for each in step.steps:
        lines += _step(each, step, depth + 1, look, rule)
    return lines


def _said(step: Step, above: Step | None, rule: str) -> str:
    """The words of a line, and its ground where it is not plain from the event."""
    words = _uncited(step)
    ground = _ground(step)
    if step.role in _AGAINST:
        met, unmet, unknown = _AGAINST[step.role]
        words = words.removeprefix("not: ")
        said = met if step.value else unknown if step.value is None else unmet
        return f"{words} - {said}{f' ({ground})' if ground else ''}{_id(step)}"
    what, version, day = words.partition(" in this version on ")
    if version:
        words = f"this version of {what} is in force on {day}"
    if step.role == "act" and above is not None and words.partition(": ")[0] in above.words:
        words = told(step)
    elif step.role == "duty":
        words = owed_words(words, rule)
    elif step.role == "says":
        words = words.replace("_", " ")
    return (f"{words} - {ground}" if ground else words) + _id(step)


def _id(step: Step) -> str:
    """By what the line is cited."""
    return f" [{step.id}]" if step.id else ""


def _uncited(step: Step) -> str:
    """The words of a line without the name of the rider that its id has too."""
    rider = step.id.partition(":")[2].rsplit(".", 2)[0]
    return step.words.removesuffix(f" ({rider})") if rider else step.words


def _ground(step: Step) -> str:
    why = step.why or ""
    match step.basis:
        case "presumed":
            return why if why.startswith("presumed") else f"presumed: {why}" if why else "presumed"
        case "unknown":
            return "not known"
        case "claimed":
            return f"disputed: {why}" if why else "disputed"
        case "reading":
            return "a reading that not all share" + (f": {why}" if why else "")
    return why
