"""Styled lines with colour, by rich.  Imported only where there is colour to show."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.style import Style

from treatylang.rendering.layout import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.rendering.layout import Line


def in_colour(lines: list[Line]) -> str:
    """The plain text with ANSI colours; without them it is the same, character by character."""
    colours = Console(file=StringIO(), force_terminal=True, color_system="standard", no_color=False)
    styles = {name: Style.parse(style) if style else None for name, style in STYLES.items()}
    text: list[str] = []
    for line in lines:
        spans = [(styles[style], part) for style, part in line if part]
        while spans and not spans[-1][1].rstrip():
            spans.pop()
        for number, (style, part) in enumerate(spans):
            shown = part.rstrip() if number == len(spans) - 1 else part
            text.append(style.render(shown, color_system=colours._color_system) if style and shown.strip() else shown)
        text.append("\n")
    return "".join(text)
