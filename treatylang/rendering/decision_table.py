"""A decision as a text to read: headed sections, an entry for each clause, what the answer rests on at the end."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.rendering.conflicts_text import conflict_sentences
from treatylang.rendering.entries import Entry, dates_in_doubt, entries
from treatylang.rendering.layout import STYLES, Line, hanging, side_by_side, wrap
from treatylang.rendering.phrases import (
    COMPLETE,
    bearers_phrase,
    cited,
    doubt_phrase,
    duty_phrase,
    listed,
    marks,
    presumption_phrase,
)
from treatylang.rendering.reasons import failure, trigger
from treatylang.text.neutral import neutralise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.decision.decision import Decision, Deemed, Duty, Presumption
    from treatylang.model.vocabulary import Vocabulary

_HEADINGS = {
    "owed": ("OWED", "because of this event"),
    "disputed": ("DISPUTED", "the accounts or the readings lead to different answers"),
    "depends": ("DEPENDS", "on what the event leaves open"),
    "permitted": ("RIGHTS", "that this event gives"),
    "breached": ("BREACHES", "the forbidden act was done"),
    "waiting": ("WAITING", "only for a request or a decision that the event leaves open"),
    "standing": ("STANDING", "at all times"),
    "not_owed": ("NOT OWED", "with the first line of the rule that fails"),
}
_NAMED = 8  # so many bearers stand in the sentence; of more, their number does, and they follow on a line of their own
_LEFT = 34  # columns of the treaty and article at the most, where a longer one takes a line of its own
_MARGIN = 2
_STACKED = 60  # columns below which the article stands above the sentence, and not beside it
_NOBODY = "a reading that no named party holds"


@dataclass(frozen=True, slots=True)
class View:
    """How an answer is shown: the width (None: every entry on one line, however long), whether with the duties that always hold, how
    many clauses of such duties are left out, and what is to be said plainly below."""

    width: int | None = 100
    standing: bool = False
    left_out: int = 0
    plainly: tuple[str, ...] = ()


def decision_table(decision: Decision, vocabulary: Vocabulary, view: View) -> list[Line]:
    """The lines of an answer."""
    shown = entries(decision, vocabulary, standing=view.standing)
    lines = _head(decision, view)
    left = min(max((len(part) for each in shown for part in _where(each)), default=0), _LEFT) + 2
    for section in dict.fromkeys(each.section for each in shown):
        title, about = _HEADINGS[section]
        fits = view.width is None or len(title) + len(about) < view.width
        lines += [(), ((section if section in STYLES else "quiet", title), ("", f" {about}" if fits else ""))]
        inside = [each for each in shown if each.section == section]
        if section in ("waiting", "standing", "not_owed"):
            lines += [line for each in inside for line in _short(each, view)]
        else:
            for each in inside:
                lines += [] if view.width is None else [()]
                lines += _entry(each, left, view)
    if decision.conflicts:
        lines += [(), (("disputed", "CONFLICTS"), ("", " duties that cannot all be kept"))]
        for sentence in conflict_sentences(decision.conflicts):
            lines += hanging("", sentence, view.width, "- ", _MARGIN)
    if not shown:
        lines += [(), (("", "No one owes anything because of this event."),)]
    return lines + _foot(decision, shown, view)


def _head(decision: Decision, view: View) -> list[Line]:
    asked = len(decision.treaties)
    absent = sum(each.clause is None for each in decision.not_applicable)
    under = decision.treaties[0] if asked == 1 else f"{asked - absent} {'treaties' if asked - absent != 1 else 'treaty'} in force"
    day = f"on {decision.date}, under {under}"
    return [*hanging("title", decision.title, view.width), *hanging("aside", day, view.width)]


def _where(entry: Entry) -> tuple[str, str]:
    return entry.duty.treaty, cited(entry.duty.article, entry.duty.clause)


def _entry(entry: Entry, left: int, view: View) -> list[Line]:
    """The treaty and article on the left; the sentence, the bearers and the reason on the right."""
    treaty, article = _where(entry)
    if view.width is None:
        asides = "".join(f"  [{lead}{text}]" for _, lead, text in _remarks(entry))
        place, said, rest = (neutralise(each) for each in (f"{treaty}, {article}: ", _sentence(entry, True), asides))
        return [(("", " " * _MARGIN), ("where", place), ("duty", said), ("", rest))]
    stacked = view.width < _STACKED
    indent = 2 * _MARGIN if stacked else left + _MARGIN
    room = max(view.width - indent, 20)
    column: list[Line] = hanging("duty", _sentence(entry, False), room)
    if len(entry.bearers) > _NAMED:
        column += hanging("", " ".join(entry.bearers), room)
    for style, lead, text in _remarks(entry):
        column += hanging(style, lead + text, room)
    if stacked:
        above = hanging("where", f"{treaty}, {article}", view.width, "", _MARGIN)
        return [*above, *((("", " " * indent), *line) for line in column)]
    where: list[Line] = [*hanging("where", treaty, left - 2), *hanging("where", article, left - 2)]
    return side_by_side(where, column, left, _MARGIN)


def _sentence(entry: Entry, everyone: bool) -> str:
    """`FRA and GBR must defend POL`, with the number of bearers in the place of a long list."""
    who = listed(entry.bearers) if len(entry.bearers) <= _NAMED or everyone else bearers_phrase(entry.bearers)
    what = duty_phrase(entry.duty, entry.owed_to)
    by = f" by {entry.duty.by}" if entry.duty.by and f"by {entry.duty.by}" not in what else ""
    return f"{who} {what}{by}{marks(entry.duty)}"


def _remarks(entry: Entry) -> list[tuple[str, str, str]]:
    """What stands under the sentence, each a style, a lead and a text."""
    found: list[tuple[str, str, str]] = []
    duty = entry.duty
    if entry.hangs_on:
        found.append(("", "on ", "; ".join(entry.hangs_on)))
    found += [("aside", "", each) for each in entry.decided_by]
    says = _says(duty)
    if says:
        found.append(("", "", says))
    if entry.section in ("owed", "permitted", "breached", "disputed"):
        reason = trigger(duty, entry.last)
        if reason:
            found.append(("aside", "because ", reason))
    if duty.doubt:
        found.append(("mark", "in doubt: ", duty.doubt))
    found += [("mark", "also read: ", each) for each in duty.readings]
    return found


def _says(duty: Duty) -> str:
    """Who holds what, where they differ: `owed: USA; not owed: CUB`.  A value that no named party claims is told by the question alone."""
    if len({each.verdict for each in duty.says}) < 2:
        return ""
    by_verdict: dict[str, list[str]] = {}
    dates: dict[str, set[str]] = {}  # of readings that only their day tells apart
    parted = [(each, *each.who.partition("@")[::2]) for each in duty.says]
    for _, name, since in parted:
        dates.setdefault(name, set()).add(since)
    for each, name, since in parted:
        if not each.who.startswith(_NOBODY):
            by_verdict.setdefault(each.verdict, []).append(f"{name} since {since}" if len(dates[name]) > 1 else name)
    return "; ".join(f"{verdict.replace('_', ' ')}: {', '.join(dict.fromkeys(who))}" for verdict, who in by_verdict.items())


def _short(entry: Entry, view: View) -> list[Line]:
    """An entry of a section that is only glanced at: one line where it fits."""
    treaty, article = _where(entry)
    many = len(entry.bearers) > 3 and view.width is not None
    who = bearers_phrase(entry.bearers) if many else listed(entry.bearers)
    sentence = f"{who} {duty_phrase(entry.duty, entry.owed_to)}{marks(entry.duty)}"
    reason = ""
    if entry.section == "waiting":
        reason = f", on {'; '.join(entry.hangs_on)}"
    elif entry.section == "not_owed":
        reason = f": {failure(entry.duty)}"
    if entry.duty.doubt:
        reason += f" (in doubt: {entry.duty.doubt})"
    where = neutralise(f"{treaty}, {article}: ")
    lines = wrap(where + sentence + reason, view.width and view.width - _MARGIN - 2)
    begun = where if lines[0].startswith(where) else ""
    first: Line = (("", " " * _MARGIN), ("where", begun), ("", lines[0].removeprefix(begun)))
    return [first, *(((("", " " * (_MARGIN + 2) + line)),) for line in lines[1:])]


def _foot(decision: Decision, shown: list[Entry], view: View) -> list[Line]:
    lines: list[Line] = []
    for text in view.plainly:
        lines += hanging("quiet", text, view.width)
    for text in _fictions(decision.deemed):
        lines += hanging("", text, view.width)
    presumed = _presumed(entry.duty.presumed for entry in shown if entry.section not in ("standing", "not_owed"))
    if presumed:
        lines += hanging("quiet", "Presumed where the event is silent (--presume none asks without)", view.width)
        for text in presumed:
            lines += hanging("", text, view.width, "- ", _MARGIN)
    if decision.lists_all:
        lines += hanging("aside", f"Presumed: {COMPLETE}", view.width)
    doubts = dates_in_doubt(decision, standing=view.standing)
    if doubts:
        lines += hanging("mark", "Dates and parties in doubt", view.width)
        for each in doubts:
            lines += hanging("", doubt_phrase(each), view.width, "- ", _MARGIN)
    if view.left_out:
        clauses = "clause that always holds is" if view.left_out == 1 else "clauses that always hold are"
        lines += hanging("aside", f"{view.left_out} {clauses} not shown (see --standing)", view.width)
    absent = [each.treaty for each in decision.not_applicable if each.clause is None]
    if absent:
        lines += hanging("aside", f"Not in force on {decision.date}: {', '.join(absent)}", view.width)
    if decision.precision != "exact":
        lines += hanging("mark", "Approximate: a verdict called open here may hold whatever the open facts are", view.width)
    return [(), *lines] if lines else []


def _fictions(deemed: Iterable[Deemed]) -> list[str]:
    found = dict.fromkeys(f"{each.treaty}, Article {each.article}: {each.words} ({each.act})" for each in deemed)
    return list(found)


def _presumed(found: Iterable[tuple[Presumption, ...]]) -> list[str]:
    """Every presumption once: `not consented: consent must be clearly shown`."""
    every = dict.fromkeys(each for some in found for each in some)
    return list(dict.fromkeys(f"{presumption_phrase(each)}: {each.why}" for each in every))
