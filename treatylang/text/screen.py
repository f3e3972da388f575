"""From bytes to a text that is safe to read: size, encoding and characters, checked before anything else looks at them.

Characters that a reader cannot see, or that change the order in which a line is shown, are refused everywhere, comments and
strings included: what a lawyer reads on the screen must be what the engine reads.
"""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source, Span

_PLAIN = bytes([9, 10, 13, *range(32, 127)])
# Hidden: control, format, surrogate and private-use characters, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# Letters and marks by their category, and yet drawn as nothing: fillers of Hangul, Khmer vowels, a combining joiner, selectors.
_DRAWN_AS_NOTHING = frozenset(
    {
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x3164,
        0xFFA0,
        *range(0x180B, 0x1810),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    }
)
_CONTROL_NAMES = {
    0x00: "NUL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "LINE TABULATION",
    0x0C: "FORM FEED",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
}
_UTF8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def screen(source_name: str, data: bytes, limit: int, errors: int = LIMITS.errors) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of `data`, or why it is refused.

    A leading UTF-8 byte order mark is not part of the text: columns are those that an editor shows.
    """
    if len(data) > limit:
        return None, (_too_large(Source(source_name, ""), limit),)
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            place = Place(Source(source_name, ""), Span(0, 0))
            return None, (Diagnostic("TL0102", f"the text is {encoding}, not UTF-8", place, "save the file as UTF-8"),)
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(source_name, data, error),)
    if not data.translate(None, _PLAIN):
        return Source(source_name, text), ()  # printable ASCII: nothing to look for
    return _screened(Source(source_name, text), errors)


def screen_text(
    source_name: str, text: str, limit: int, errors: int = LIMITS.errors
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """As `screen`, for a text that a caller already holds; it may carry lone surrogates, which no bytes can."""
    source = Source(source_name, text)
    # A code point is at least a byte and at most four: only texts between the two need to be measured.
    if len(text) > limit or (len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit):
        return None, (_too_large(source, limit),)
    return _screened(source, errors)


def is_hidden(char: str) -> bool:
    """Whether a character is refused in any input: it cannot be seen, or changes how others are shown."""
    if char in "\t\n\r":
        return False
    if " " <= char <= "~":
        return False
    from unicodedata import category

    point = ord(char)
    noncharacter = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return noncharacter or point in _DRAWN_AS_NOTHING or category(char) in _HIDDEN


def hidden_in(text: str) -> frozenset[str]:
    """The characters of a text that are refused; quick, as each different character is looked at once."""
    if text.isascii() and text.isprintable():
        return frozenset()
    return frozenset(filter(is_hidden, set(text)))


def name_of(char: str) -> str:
    """A character by code point and Unicode name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    from unicodedata import name

    point = ord(char)
    label = name(char, "") or _CONTROL_NAMES.get(point) or _sort_of(point)
    return f"U+{point:04X} {label}"


def _sort_of(point: int) -> str:
    if 0xD800 <= point <= 0xDFFF:
        return "half of a surrogate pair"
    if point < 0xA0:
        return "control character"
    return "character without a name"


def _screened(source: Source, errors: int) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    hidden = hidden_in(source.text)
    if not hidden:
        return source, ()
    found = []
    for offset, char in enumerate(source.text):
        if char in hidden:
            place = Place(source, Span(offset, offset + 1))
            found.append(Diagnostic("TL0103", f"character {name_of(char)} is not allowed", place, _remedy(char)))
            if len(found) >= errors:
                break
    return None, tuple(found)


def _remedy(char: str) -> str:
    if char == "\0":
        return "the file may be binary or UTF-16; save it as UTF-8 text"
    return "take it out: it cannot be seen, or changes how the line is shown"


def _too_large(source: Source, limit: int) -> Diagnostic:
    """The size is not told: of a file that is too large no more is read than shows it."""
    message = f"the text has more than {limit:,} bytes"
    return Diagnostic("TL0101", message, Place(source, Span(0, 0)), "split it, or raise the limit")


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    """Points into the text as far as it can be shown: what does not decode appears as replacement characters."""
    source = Source(name, data.decode("utf-8", "replace"))
    offset = len(data[: error.start].decode("utf-8"))
    byte = data[error.start]
    half = byte == 0xED and data[error.start + 1 : error.start + 2] >= b"\xa0"
    hint = "half of a surrogate pair has no place in UTF-8" if half else "save the file as UTF-8"
    return Diagnostic("TL0102", f"byte 0x{byte:02X} is not UTF-8 here", Place(source, Span(offset, offset + 1)), hint)
