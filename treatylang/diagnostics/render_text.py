"""Diagnostics as text for a terminal: the message, the line it is about with a caret under the place, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from treatylang.diagnostics.diagnostic import Diagnostic, Label, Place
from treatylang.record import dataclass
from treatylang.text.neutral import columns, neutralise

_WIDEST = 100  # columns of a line that are shown; a longer one is cut around the place
_BEFORE = 40  # of these, at most so many before the place
_LONGEST = 500  # characters of a message, a note or a file's name
_MOST = 3  # labels and notes that are shown
_TAB = "    "

_COLOURS = {"error": "1;31", "warning": "1;33", "gutter": "34", "label": "36", "strong": "1"}

Paint = Callable[[str, str], str]


def render_text(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """One block of lines for each diagnostic, with an empty line between blocks; `colour` adds ANSI colours.

    No control character of the user's text is ever passed on, and no line of it longer than a screen.
    """
    paint = _in_colour if colour else _plain
    return "\n".join("".join(f"{line}\n" for line in _block(each, paint)) for each in diagnostics)


def _in_colour(style: str, text: str) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def _plain(_style: str, text: str) -> str:
    return text


def _block(diagnostic: Diagnostic, paint: Paint) -> list[str]:
    severity = diagnostic.severity
    lines = [paint(severity, f"{severity}[{diagnostic.code}]") + paint("strong", f": {_clip(diagnostic.message)}")]
    labels, place = diagnostic.labels[:_MOST], diagnostic.place
    numbers = [each.position[0] for each in (place, *(label.place for label in labels)) if each is not None]
    gutter = len(str(max(numbers, default=1)))
    citation = _clip(diagnostic.citation) if diagnostic.citation else ""
    if place is not None:
        where = f"{_where(place)} ({citation})" if citation else _where(place)
        lines.append(" " * gutter + paint("gutter", "--> ") + where)
        lines += _excerpt(place, gutter, severity, "^", "", paint)
    elif citation:
        lines.append(" " * gutter + paint("gutter", "--> ") + citation)
    for label in labels:
        lines += _labelled(label, gutter, paint)
    rest = len(diagnostic.labels) - len(labels)
    notes = [*diagnostic.notes[:_MOST], *([f"{rest} more places are not shown"] if rest else [])]
    tails = [("note", note) for note in notes] + ([("hint", diagnostic.hint)] if diagnostic.hint else [])
    lines += [" " * gutter + paint("gutter", " = ") + paint("strong", f"{sort}:") + f" {_clip(text)}" for sort, text in tails]
    return lines


def _labelled(label: Label, gutter: int, paint: Paint) -> list[str]:
    head = " " * gutter + paint("gutter", "::: ") + _where(label.place)
    return [head, *_excerpt(label.place, gutter, "label", "-", label.message, paint)]


def _where(place: Place) -> str:
    line, column = place.position
    return f"{_clip(place.source.name)}:{line}:{column}"


def _clip(text: str) -> str:
    shown = neutralise(text[: _LONGEST + 1])
    return shown if len(text) <= _LONGEST and len(shown) <= 2 * _LONGEST else shown[: _LONGEST - 3] + "..."


def _excerpt(place: Place, gutter: int, style: str, mark: str, message: str, paint: Paint) -> list[str]:
    """The line of a place, and under it the marks, with a few words after them."""
    number, column = place.position
    window = _window(place.source.line(number), column - 1, column - 1 + max(place.span.end - place.span.start, 1))
    marks = mark * window.width + (f" {_clip(message)}" if message else "")
    return [
        paint("gutter", f"{number:>{gutter}} | ") + window.text if window.text else paint("gutter", f"{number:>{gutter}} |"),
        paint("gutter", f"{'':>{gutter}} | ") + " " * window.indent + paint(style, marks),
    ]


@dataclass(frozen=True, slots=True)
class _Window:
    """What is shown of a line; the place begins after `indent` columns and takes `width` (at least one)."""

    text: str
    indent: int
    width: int


def _window(line: str, start: int, end: int) -> _Window:
    """The part of a line around `[start, end)` that fits on a screen.

    Works outwards from the place, so that the cost does not grow with the line.  Characters are counted besides columns: a run of
    combining marks takes no column and would never fill the window.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    whole = len(line) <= _WIDEST and sum(map(columns, map(_cell, line))) <= _WIDEST
    first = 0 if whole else _reach(line, start, -1, _BEFORE)
    before = [_cell(each) for each in line[first:start]]
    indent = sum(map(columns, before)) + (3 if first else 0)
    last = len(line) if whole else _reach(line, start, 1, _WIDEST - indent)
    inside = [_cell(each) for each in line[start : min(end, last)]]
    after = [_cell(each) for each in line[min(end, last) : last]]
    text = ("..." if first else "") + "".join(before + inside + after) + ("..." if last < len(line) else "")
    return _Window(text.rstrip(), indent, max(sum(map(columns, inside)), 1))


def _reach(line: str, start: int, step: int, room: int) -> int:
    """How far from `start`, backwards or forwards, the line can be shown in `room` columns."""
    at, taken = start, 0
    for _ in range(room):
        following = at if step > 0 else at - 1
        if not 0 <= following < len(line):
            break
        taken += columns(_cell(line[following]))
        if taken > room:
            break
        at += step
    return at


def _cell(character: str) -> str:
    """What one character of a line is shown as."""
    return _TAB if character == "\t" else neutralise(character)
