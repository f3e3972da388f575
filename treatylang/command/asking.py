"""Events from files and standard input, and the library they are asked of: what every command that asks begins with."""

from __future__ import annotations

import sys

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.model.time import is_day
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.events.situation import Situation
    from treatylang.library.load import Library


def library_of(folder: str | None) -> Library:
    """The library that came with the program, or that of a folder.  Raises `InputError`."""
    from treatylang.library.load import load_library

    return load_library(folder)


def event_from(path: str, library: Library) -> tuple[Situation, tuple[Diagnostic, ...]]:
    """The situation of a file (`-`: standard input), and warnings about it.  Raises `InputError`."""
    from treatylang.library.events import read_for

    data, name = event_bytes(path)
    situation, found = read_for(library, data, name)
    if situation is None or any(each.severity == "error" for each in found):
        raise InputError(found)
    return situation, found


def event_bytes(path: str) -> tuple[bytes, str]:
    """At most a byte more than an event may have: that is enough to refuse it."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(LIMITS.event_bytes + 1), "<standard input>"
        with open(path, "rb") as file:
            return file.read(LIMITS.event_bytes + 1), path
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        raise InputError((Diagnostic("TL0801", f"cannot read `{path}`: {reason}", None, "check the path"),)) from error


def check_bearers(bearers: Sequence[str], situation: Situation, library: Library) -> None:
    """Raise `InputError` for a code that names nobody: the answer to it would look like `no one is bound`."""
    words = library.plan.vocabulary
    for code in bearers:
        if not any(code in known for known in (words.states, situation.actors, words.bodies, library.bodies)):
            from treatylang.diagnostics.suggest import did_you_mean

            hint = did_you_mean(code, [*words.states, *situation.actors]) or "codes are listed by `treaty states`"
            raise InputError((Diagnostic("TL0804", f"no state `{code}`", None, hint),))


def checked_day(text: str) -> str:
    """A day of the calendar, as it is given.  Raises `InputError`."""
    digits = text[:4] + text[5:7] + text[8:]
    well_formed = len(text) == 10 and text[4] == text[7] == "-" and digits.isascii() and digits.isdigit()
    if not (well_formed and is_day(text)):
        raise InputError((Diagnostic("TL0501", f"there is no day `{text}`", None, "days are `YYYY-MM-DD`"),))
    return text
