"""What the parser waited for, and what a word that is none was meant to be, in words."""

from __future__ import annotations

import re
from collections.abc import Collection

from treatylang.syntax.grammar import keywords

_WORDS = {
    "NAME": "a word",
    "STATE": "a state's code",
    "ID": "a treaty's id",
    "DATE": "a date (`1949-04-04` or `1949-04`)",
    "STRING": "a text in quotes",
    "TEXT": "a text in quotes",
    "NUMBER": "a number",
    "FRACTION": "a fraction (`2/3`)",
    "LABEL": "a label (`[aid]`)",
    "LAT": "a latitude (`23.44N`)",
    "LON": "a longitude (`10W`)",
    "COMMA": "`,`",
    "LPAR": "`(`",
    "RPAR": "`)`",
    "PERCENT": "`%`",
    "$END": "the end of the text",
}
_MOST = 8


def describe(expected: list[str]) -> str:
    """`a word, `then` or `(`` for the names of terminals; at most eight are named."""
    named = []
    for terminal in expected:
        word = _WORDS.get(terminal, f"`{terminal.lower()}`")
        if word not in named:
            named.append(word)
    named.sort(key=lambda word: (word.startswith("`"), word))
    rest = len(named) - _MOST
    if rest > 1:
        return ", ".join(named[:_MOST]) + f" or one of {rest} other words"
    return " or ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else "".join(named)


# ---- words that ran together
_LONGEST_GLUED = 32
_SPACE = "words end at a space"
_NUMBER = re.compile(r"(\d[\d,./-]*[NSEW]?)([A-Za-z_\d].*)?")
_CODE_AND_MORE = re.compile(r"([A-Z][A-Z0-9_]+)([a-z].*)")
_WORD_AND_CODE = re.compile(r"([a-z][a-z0-9_]*)([A-Z][A-Z0-9_]*)")


def unglued(word: str, first: Collection[str]) -> str | None:
    """A hint where a word is a keyword of `first` with another keyword, or a date, behind it: `inforce`, `since1900-01-01`."""
    for cut in range(2, min(len(word), _LONGEST_GLUED) - 1):
        if word[:cut] in first and (word[cut:] in keywords() or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", word[cut:])):
            return f"did you mean `{word[:cut]} {word[cut:]}`? {_SPACE}"
    return None


def no_word(word: str) -> str:
    """A hint for characters that make no word: two words without a space, a code or a name in mixed case, a number that is none."""
    if match := _NUMBER.fullmatch(word):
        number, rest = match.groups()
        if rest and len(rest) > 1:
            return f"did you mean `{number} {rest}`? {_SPACE}"
        if "-" in word:
            return "a day is written `1949-04-04`, a month `1949-04`"
        return "numbers are written `1300000`, `1,300,000` or `0.5`, parts `2/3`, places `23.44N` and `10W`"
    if match := _CODE_AND_MORE.fullmatch(word):
        code, rest = match.groups()
        if rest in keywords() and len(rest) > 1:
            return f"did you mean `{code} {rest}`? {_SPACE}"
        return f"a code is upper case throughout (`{word.upper()}`), and a space stands before the next word (`{code} {rest}`)"
    if (match := _WORD_AND_CODE.fullmatch(word)) and match[1] in keywords():
        return f"did you mean `{match[1]} {match[2]}`? {_SPACE}"
    return "words are lower case joined by `_`, codes of states upper case, treaties lower case joined by `-`"
