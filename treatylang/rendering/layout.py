"""Lines of styled text, and how they are broken to a width.

A line is a tuple of spans, each a style and a text.  Plain text is the spans joined: colour never moves a character.
"""

from __future__ import annotations

from treatylang.text.neutral import columns, neutralise

Span = tuple[str, str]  # style, text; the styles are those of `STYLES`
Line = tuple[Span, ...]

# What a style looks like where there is colour, in the words of rich.
STYLES = {
    "": "",
    "title": "bold",
    "owed": "bold red",
    "disputed": "bold magenta",
    "depends": "bold yellow",
    "permitted": "bold green",
    "breached": "bold white on red",
    "quiet": "bold",
    "where": "cyan",
    "duty": "bold",
    "aside": "dim",
    "mark": "yellow",
    "yes": "green",
    "no": "red",
    "unknown": "yellow",
}


def plain(lines: list[Line]) -> str:
    """The text without colour, no space at the end of a line."""
    return "".join("".join(text for _, text in line).rstrip() + "\n" for line in lines)


def wrap(text: str, width: int | None) -> list[str]:
    """The text, made safe to show, in lines of at most `width` columns (None: one line); a word longer than that stands alone."""
    safe = neutralise(text)
    if width is None or columns(safe) <= width:
        return [safe]
    lines: list[str] = []
    line, taken = "", 0
    for word in safe.split(" "):
        size = columns(word)
        if line and taken + 1 + size > width:
            lines.append(line)
            line, taken = word, size
        else:
            taken += size + (1 if line else 0)
            line = f"{line} {word}" if line else word
    lines.append(line)
    return lines


def hanging(style: str, text: str, width: int | None, first: str = "", indent: int = 0) -> list[Line]:
    """A paragraph of one style: `first` before its first line, the same room before the others, all below an indent."""
    room = None if width is None else max(width - indent - columns(first), 20)
    margin = " " * indent
    made: list[Line] = []
    for number, line in enumerate(wrap(text, room)):
        lead = first if number == 0 else " " * columns(first)
        made.append((("", margin), ("aside", lead), (style, line)))
    return made


def side_by_side(left: list[Line], right: list[Line], width: int, indent: int) -> list[Line]:
    """Two blocks beside each other; the right one begins after `width` columns."""
    made: list[Line] = []
    for number in range(max(len(left), len(right))):
        one: Line = left[number] if number < len(left) else ()
        other: Line = right[number] if number < len(right) else ()
        room = width - sum(columns(text) for _, text in one)
        made.append((("", " " * indent), *one, ("", " " * max(room, 1)), *other))
    return made


def cut(text: str, most: int) -> str:
    """At most so many characters, with a sign where more were there."""
    return text if len(text) <= most else text[: most - 3] + "..."
