"""Whole answers, kept between commands.

An answer is a function of the program, the texts of the library, the texts of the events and the question: it knows no clock and no
chance.  So one that was given before is given again, byte for byte, without asking.
"""

from __future__ import annotations

from treatylang.library import store

_MOST = 64
_BYTES = 1024 * 1024  # a longer one would crowd the user's disk for the sake of one question


def fetch_answer(key: str) -> tuple[int, str] | None:
    """The exit code and the text that were kept."""
    data = store.read(f"{key}.answer")
    if data is None or len(data) < 1:
        return None
    return data[0], str(data[1:], "utf-8", "surrogatepass")


def store_answer(key: str, code: int, text: str) -> None:
    """Keep an answer, unless it is very long."""
    data = bytes([code]) + text.encode("utf-8", "surrogatepass")
    if len(data) <= _BYTES:
        store.write(f"{key}.answer", data, _MOST)
