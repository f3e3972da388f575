"""What the parser waited for, in words."""

from __future__ import annotations

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
