"""Names under which things are kept: each says all on which what is kept depends, so that nothing old is ever taken for new."""

from __future__ import annotations

import sys

from treatylang.library.store import FOLDERS, digest_of, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_COMPILERS = ("syntax", "model", "plan", "checks", "library")


def library_key(texts: Mapping[str, bytes]) -> str:
    """A name for the library that these files make with this program."""
    parts = [part for name in sorted(texts) for part in (name.encode(), texts[name])]
    return digest_of(f"{program(*_COMPILERS)} {sys.version}".encode(), *parts)


def answer_key(question: str, library: str, events: list[bytes]) -> str:
    """A name for the answer to a question (all that shapes it, as a text) about these events, by the library of that name."""
    return digest_of(program(*FOLDERS).encode(), question.encode(), library.encode(), *events)
