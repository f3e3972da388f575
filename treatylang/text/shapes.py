"""Shapes of words, told without regular expressions: importing `re` and compiling a dozen of them costs as much as starting Python."""

from __future__ import annotations

_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_CODE = _UPPER | _DIGITS | {"_"}
_SLUG = _LOWER | _DIGITS | {"_"}
_PART = _LOWER | _DIGITS


def is_code(text: str) -> bool:
    """An upper-case code, `AL_QAEDA`."""
    return text[:1] in _UPPER and _CODE.issuperset(text)


def is_slug(text: str) -> bool:
    """A lower-case word, `first_strike`."""
    return text[:1] in _LOWER and _SLUG.issuperset(text)


def is_treaty_id(text: str) -> bool:
    """Lower-case words joined by hyphens, at least two: `nato-1949`."""
    parts = text.split("-")
    return len(parts) > 1 and text[:1] in _LOWER and all(part and _PART.issuperset(part) for part in parts)


def is_moment(text: str) -> bool:
    """A day, a month or a year: `1949-04-04`, `1949-04`, `1949` (not yet checked to exist)."""
    parts = text.split("-")
    return [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2]) and all(_DIGITS.issuperset(part) for part in parts)


def is_number(text: str) -> bool:
    """A decimal number, with a sign and an exponent of at most three figures if need be."""
    mantissa, mark, exponent = text.replace("E", "e").partition("e")
    if mark and not (exponent.lstrip("+-") and len(exponent.lstrip("+-")) <= 3 and _whole(exponent)):
        return False
    if mantissa[:1] in ("+", "-"):
        mantissa = mantissa[1:]
    whole, point, part = mantissa.partition(".")
    return bool(whole) and _DIGITS.issuperset(whole) and (not point or (bool(part) and _DIGITS.issuperset(part)))


def _whole(text: str) -> bool:
    figures = text[1:] if text[:1] in ("+", "-") else text
    return bool(figures) and _DIGITS.issuperset(figures)
