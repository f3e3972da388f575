"""What other programs call.  `treatylang` re-exports it."""

from __future__ import annotations

import os

from treatylang.decision.decision import Decision, Duty
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.not_yet import NotYet
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.diagnostics.suggest import did_you_mean
from treatylang.events.situation import Situation
from treatylang.explanation.from_decision import explain as _explain
from treatylang.explanation.step import Step
from treatylang.library.events import read_for
from treatylang.library.load import Library, load_library
from treatylang.model.time import is_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
    on: str | None = None,
    treaties: Iterable[str] | None = None,
    bearers: Iterable[str] = (),
    not_owed: bool = False,
    standing: bool = True,
    presume: bool = True,
    library: Library | None = None,
) -> Decision:
    """Who owes what to whom.

    `on` is the day asked about (`YYYY-MM-DD`, by default the event's first `as_of`); `treaties` ids, by default those the event names,
    or all; `bearers` codes of states; `not_owed` asks also for what a treaty names and does not owe; `standing=False` leaves out duties
    that hold at all times; `presume=False` switches every presumption off.  Raises `InputError`.

    >>> decision = decide({"event": "e", "date": "2018-06-01", "kind": "bombardment", "by": "PRK", "on": "USA", "target": "territory",
    ...                    "place": {"territory": "alaska"}}, treaties=["nato-1949"])
    >>> sorted({duty.verdict for duty in decision.duties if duty.article == "5(1)" and duty.duty == "defend"})
    ['owed']
    """
    library = library or load()
    situation = event if isinstance(event, Situation) else read_event(event, library)
    day = on or situation.as_of[0]
    if len(day) != 10 or not day.replace("-", "").isdigit() or not is_day(day):
        raise InputError((Diagnostic("TL0501", f"there is no day `{day}`", None, "days are `YYYY-MM-DD`"),))
    named = tuple(treaties) if treaties is not None else None
    for each in named or ():
        if each not in library.plan.treaties:
            raise InputError(
                (Diagnostic("TL0804", f"no treaty `{each}` in the library", None, did_you_mean(each, library.treaties)),)
            )
    try:
        return decide_on(library.plan, situation, day, Wanted(named, tuple(bearers), standing, not_owed, presume))
    except NotYet as unfinished:
        hint = "the text is read and checked; ask without this treaty (`--treaty`) until it is evaluated"
        raise InputError((Diagnostic("TL0701", str(unfinished), None, hint),)) from unfinished


def explain(duty: Duty) -> Step:
    """The tree of reasons of a duty: the rule with each of its lines, what held, what failed, what was presumed.

    >>> decision = decide({"event": "e", "date": "2018-06-01", "kind": "bombardment", "by": "PRK", "on": "USA", "target": "territory",
    ...                    "place": {"territory": "alaska"}}, treaties=["nato-1949"], bearers=["GBR"])
    >>> duty = next(duty for duty in decision.duties if duty.duty == "defend")
    >>> explain(duty).value
    True
    """
    return _explain(duty)


def _event_bytes(event: str | bytes | os.PathLike[str] | Mapping[str, Any]) -> tuple[bytes, str]:
    if not isinstance(event, str | bytes | os.PathLike):
        import json

        return json.dumps(event, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass"), "<event>.json"
    if isinstance(event, bytes):
        return event, "<event>"
    if isinstance(event, str) and ("\n" in event or ":" in event):
        return event.encode("utf-8", "surrogatepass"), "<event>"
    try:
        with open(event, "rb") as file:
            return file.read(), os.fspath(event)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise InputError((Diagnostic("TL0801", f"cannot read `{os.fspath(event)}`: {reason}", None, "check the path"),)) from error
