"""The indefinite article: `an act`, `a european_state`, `a use_of_force`, `an hour`."""

from __future__ import annotations

_SPOKEN_WITH_A_VOWEL = ("heir", "honest", "honour", "hour")
_SPOKEN_WITH_A_CONSONANT = ("eu", "one", "once")


def article(word: str) -> str:
    """`a` or `an`, by the sound of an English word."""
    if word.startswith(_SPOKEN_WITH_A_VOWEL):
        return "an"
    if word[:1] not in ("a", "e", "i", "o", "u") or word.startswith(_SPOKEN_WITH_A_CONSONANT):
        return "a"
    long_u = word[0] == "u" and word[1:2] in ("r", "s", "t") and word[2:3] in ("a", "e", "i")  # use, utility
    return "a" if long_u or (word.startswith("uni") and word[3:4] not in ("d", "m", "n")) else "an"  # but unimportant


def with_article(word: str) -> str:
    """The word behind its article."""
    return f"{article(word)} {word}"
