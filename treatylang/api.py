"""What other programs call.  `treatylang` re-exports it."""

from __future__ import annotations

import os

from treatylang.decision.decision import Decision, Duty
from treatylang.decision.from_plan import Wanted
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.events.situation import Situation
from treatylang.explanation.from_decision import explain as _explain
from treatylang.explanation.step import Step
from treatylang.library.ask import ask
from treatylang.library.events import read_for
from treatylang.library.files import shown_path
from treatylang.library.load import Library, load_library
from treatylang.library.named import check_bearers, check_treaties, checked_day
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Any

    Event = Situation | str | bytes | os.PathLike[str] | Mapping[str, Any]


def load(folder: str | os.PathLike[str] | None = None) -> Library:
    """The library that comes with treatylang, or the `.treaty` files of a folder (or one file), read with its vocabulary.

    Raises `InputError` with every error of every file.

    >>> library = load()
    >>> "nato-1949" in library.treaties
    True
    """
    return load_library(os.fspath(folder) if folder is not None else None)


def read_event(event: str | bytes | os.PathLike[str] | Mapping[str, Any], library: Library | None = None) -> Situation:
    """A situation from a path, from the text of an event file (YAML or JSON), or from a mapping of the same form.

    A `str` is the text of an event where it has more than one line or begins with `{`, and else a path.
    Raises `InputError` with every error of the event.

    >>> situation = read_event({"event": "Fort attacked", "date": "1950-06-25", "kind": "invasion", "by": "PRK", "on": "KOR"})
    >>> situation.date
    '1950-06-25'
    """
    library = library or load()
    data, name = _event_bytes(event)
    situation, problems = read_for(library, data, name)
    errors = tuple(each for each in problems if each.severity == "error")
    if situation is None or errors:
        raise InputError(errors or problems)
    return situation


def decide(
    event: Event,
    *,
    on: str | date | None = None,
    treaties: str | Iterable[str] | None = None,
    bearers: str | Iterable[str] = (),
    not_owed: bool = False,
    standing: bool = True,
    presume: bool = True,
    conflicts: bool = True,
    text: str = "all",
    library: Library | None = None,
) -> Decision:
    """Who owes what to whom.

    `on` is the day asked about (`YYYY-MM-DD`, by default the event's first `as_of`); `treaties` ids, by default those the event names,
    or all; `bearers` codes of states or of the event's actors; `not_owed` asks also for what a treaty names and does not owe;
    `standing=False` leaves out duties that hold at all times; `presume=False` switches every presumption off;
    `conflicts=False` leaves out which duties cannot all be kept; `text` is `public`,
    `signatories` or `all`: with how much of what is secret.  Raises `InputError`, also for a day, a treaty or a bearer that there
    is not.

    >>> decision = decide({"event": "e", "date": "2018-06-01", "kind": "bombardment", "by": "PRK", "on": "USA", "target": "territory",
    ...                    "place": {"territory": "alaska"}}, treaties=["nato-1949"])
    >>> sorted({duty.verdict for duty in decision.duties if duty.article == "5(1)" and duty.duty == "defend"})
    ['owed']
    """
    library = library or load()
    situation = event if isinstance(event, Situation) else read_event(event, library)
    day = checked_day(str(on)) if on is not None else situation.as_of[0]
    named = _several(treaties) if treaties is not None else None
    check_treaties(named or (), library)
    if text not in ("public", "signatories", "all"):
        raise InputError((Diagnostic("TL0804", f"no text `{text}`", None, "a text is `public`, `signatories` or `all`"),))
    whose = _several(bearers)
    check_bearers(whose, (situation,), library)
    return ask(library, situation, day, Wanted(named, whose, standing, not_owed, presume, conflicts, text))


def explain(duty: Duty) -> Step:
    """The tree of reasons of a duty: the rule with each of its lines, what held, what failed, what was presumed.

    >>> decision = decide({"event": "e", "date": "2018-06-01", "kind": "bombardment", "by": "PRK", "on": "USA", "target": "territory",
    ...                    "place": {"territory": "alaska"}}, treaties=["nato-1949"], bearers=["GBR"])
    >>> duty = next(duty for duty in decision.duties if duty.duty == "defend")
    >>> explain(duty).value
    True
    """
    return _explain(duty)


def _several(names: str | Iterable[str]) -> tuple[str, ...]:
    """One name may stand without its list."""
    return (names,) if isinstance(names, str) else tuple(names)


def _event_bytes(event: str | bytes | os.PathLike[str] | Mapping[str, Any]) -> tuple[bytes, str]:
    """The content, at most a byte more than an event may have, and the name that messages show."""
    if isinstance(event, bytes):
        return event, "<event>"
    if isinstance(event, str) and _is_text(event):
        return event.encode("utf-8", "surrogatepass"), "<event>"
    if not isinstance(event, str | os.PathLike):
        return _written(event), "<event>.json"
    try:
        with open(event, "rb") as file:
            return file.read(LIMITS.event_bytes + 1), os.fspath(event)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        hint = "check the path; the text of an event has more than one line, or begins with `{`"
        raise InputError((Diagnostic("TL0801", f"cannot read {shown_path(os.fspath(event))}: {reason}", None, hint),)) from error


def _is_text(event: str) -> bool:
    """An event has two fields at the least: on one line only a mapping in braces can hold them.  A path may hold a colon."""
    return "\n" in event or "\r" in event or event.lstrip().startswith("{")


def _written(event: Mapping[str, Any]) -> bytes:
    """A mapping as the JSON that it would be in a file."""
    import json

    try:
        return json.dumps(event, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, RecursionError) as error:
        hint = "an event is a mapping of texts, numbers, lists and mappings"
        raise InputError((Diagnostic("TL0602", f"the event cannot be written as JSON: {error}", None, hint),)) from error
