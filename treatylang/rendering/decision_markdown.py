"""Decisions as Markdown tables, to paste into a paper."""

from __future__ import annotations

from treatylang.rendering.conflicts_text import conflict_sentences
from treatylang.rendering.entries import dates_in_doubt, entries
from treatylang.rendering.phrases import doubt_phrase, duty_phrase, listed, marks
from treatylang.text.neutral import neutralise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.decision import Decision
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.rendering.entries import Entry

_SPECIAL = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>|#"})


def decision_markdown(decision: Decision, vocabulary: Vocabulary, *, standing: bool = False) -> str:
    """A heading, and a table with a row for each clause and those whom it binds alike."""
    lines = [f"**{_escaped(decision.title)}** ({decision.date})", ""]
    found = entries(decision, vocabulary, standing=standing)
    if found:
        lines += ["| treaty | article | bearer | duty | verdict |", "|---|---|---|---|---|"]
        lines += [_row(each) for each in found]
    else:
        lines += ["No one owes anything because of this event."]
    if decision.conflicts:
        lines += ["", "Duties that cannot all be kept:", ""]
        lines += [f"- {_escaped(each)}" for each in conflict_sentences(decision.conflicts)]
    doubts = dates_in_doubt(decision, standing=standing)
    if doubts:
        lines += ["", "Dates and parties in doubt:", ""]
        lines += [f"- {_escaped(doubt_phrase(each))}" for each in doubts]
    return "\n".join(lines) + "\n"


def _row(entry: Entry) -> str:
    duty = entry.duty
    label = f" [{duty.clause}]" if duty.clause else ""
    verdict = duty.verdict.replace("_", " ")
    if entry.hangs_on:
        verdict += f" on {'; '.join(entry.hangs_on)}"
    if duty.doubt:
        verdict += f" (text in doubt: {duty.doubt})"
    sentence = duty_phrase(duty, entry.owed_to) + (f" by {duty.by}" if duty.by else "") + marks(duty)
    cells = (duty.treaty, f"{duty.article}{label}", listed(entry.bearers), sentence, verdict)
    return f"| {' | '.join(_escaped(each) for each in cells)} |"


def _escaped(text: str) -> str:
    return neutralise(text).translate(_SPECIAL)
