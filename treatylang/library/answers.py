"""Whole answers, kept between commands.

An answer is a function of the program, the texts of the library, the texts of the events and the question: it knows no clock and no
chance.  So one that was given before is given again, byte for byte, without asking.
"""

from __future__ import annotations

from treatylang.library import store

_MOST = 64


def fetch_answer(key: str) -> tuple[int, str] | None:
    """The exit code and the text that were kept."""
    data = store.read(f"{key}.answer")
    if data is None or len(data) < 1:
        return None
    return data[0], str(data[1:], "utf-8", "surrogatepass")


def store_answer(key: str, code: int, text: str) -> None:
    """Keep an answer."""
    store.write(f"{key}.answer", bytes([code]) + text.encode("utf-8", "surrogatepass"), _MOST)
