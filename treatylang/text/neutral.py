"""A user's text made safe to show on a terminal.

Whatever somebody put into a file, its name or an event may end up in a message: an escape sequence would recolour or retitle the
terminal, a direction mark would show words in another order than they are read.  Both are shown as what they are.
"""

from __future__ import annotations

from treatylang.text.screen import is_hidden

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def neutralise(text: str) -> str:
    """The text on one line, every character that does not show itself written out: `\\x1b`, `\\n`, `<U+202E>`.

    Letters of any script, spaces and combining marks stay as they are.

    >>> print(neutralise("a\\x1b[31mb\\u202ec"))
    a\\x1b[31mb<U+202E>c
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def columns(text: str) -> int:
    """How many columns of a terminal a neutralised text takes: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _shown(character: str) -> str:
    from unicodedata import category  # not at import: most texts do not need it

    if character in _SHORT:
        return _SHORT[character]
    drawn = character.isprintable() or category(character) == "Zs"  # a no-break space is a space
    if drawn and not is_hidden(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"<U+{code:04X}>"


def _width(character: str) -> int:
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":  # the latter: Hangul vowels and finals
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
