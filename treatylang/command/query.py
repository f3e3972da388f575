"""`treaty query`: who owes what to whom.  Free of click, so that the fast door can run it alone."""

from __future__ import annotations

import sys

from treatylang.command.asking import BadArgument, asked_treaties, event_bytes, event_from, usage
from treatylang.command.console import Noted, console, write
from treatylang.command.exits import ANSWERED, INPUT_ERROR, UNDETERMINED, USAGE, worst
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library.answers import fetch_answer, store_answer
from treatylang.library.files import read_texts
from treatylang.library.keys import answer_key, library_key
from treatylang.library.named import check_bearers, checked_day
from treatylang.library.store import folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.command.console import Console
    from treatylang.command.query_options import Query
    from treatylang.decision.decision import Decision
    from treatylang.decision.from_plan import Wanted
    from treatylang.decision.nearest import Nearest
    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.events.situation import Situation
    from treatylang.library.files import Texts
    from treatylang.library.load import Library

    _Read = tuple[Situation, tuple[Diagnostic, ...]]


def run(query: Query) -> int:
    """Ask, print, and say how it went.  Raises `UsageProblem`."""
    out = console(query.colour)
    with_notes = Noted(out)
    try:
        texts = read_texts(query.library)
    except InputError as error:
        with_notes.report(error.diagnostics)
        return INPUT_ERROR
    library = library_key(texts.all)
    key = _key(query, out, library)
    kept = fetch_answer(key) if key is not None else None
    if kept is not None:
        write(kept[1])
        return kept[0]
    code = _answer(query, with_notes, texts, library)
    if key is not None and code in (ANSWERED, UNDETERMINED) and not with_notes.complained:
        store_answer(key, code, "".join(with_notes.written))
    return code


def _key(query: Query, out: Console, library: str) -> str | None:
    """A name for this answer; None where it is not to be kept, as what is read from standard input."""
    if "-" in query.events or folder() is None:
        return None
    try:
        events = [event_bytes(path)[0] for path in query.events]
        question = f"{query!r} {out!r} {out.unicode} {sys.stdout.encoding}"
        return answer_key(question, library, events)
    except InputError:
        return None  # what is wrong is told when the question is asked


def _answer(query: Query, out: Noted, texts: Texts, key: str) -> int:
    """Ask and print."""
    from treatylang.library.load import library_of_texts

    try:
        days = tuple(usage(checked_day, day) for day in query.date)
        library = library_of_texts(texts, key)
        treaties = asked_treaties(query.treaty, library)
        read = [_read(path, library) for path in query.events]
        situations = [each[0] for each in read if not isinstance(each, InputError)]
        if len(situations) == len(read):  # an event that cannot be read may bring along any actor
            usage(check_bearers, query.bearer, situations, library)
    except InputError as error:
        out.report(error.diagnostics)
        return USAGE if isinstance(error, BadArgument) else INPUT_ERROR
    found: list[Decision] = []
    near: list[dict[str, Nearest]] = []
    codes: list[int] = []
    for each in read:
        try:
            if isinstance(each, InputError):
                raise each
            for decision, nearest in _decisions(each, query, days, treaties, library, out):
                if query.strict and any(duty.verdict in ("depends", "disputed") for duty in decision.duties):
                    codes.append(UNDETERMINED)
                if query.format == "table":
                    _table(decision, each[0], query, library, out, first=not found)
                found.append(decision)
                near.append(nearest)
        except InputError as error:
            out.report(error.diagnostics)
            codes.append(INPUT_ERROR)
    if query.format != "table" and (found or not codes):
        _whole(found, near, query, library, out)
    return worst(codes or [ANSWERED])


def _read(path: str, library: Library) -> _Read | InputError:
    """What an event file holds; what is wrong with it is told when its turn comes."""
    try:
        return event_from(path, library)
    except InputError as error:
        return error


def _decisions(
    event: _Read, query: Query, days: tuple[str, ...], treaties: tuple[str, ...] | None, library: Library, out: Noted
) -> Iterator[tuple[Decision, dict[str, Nearest]]]:
    """Each answer; with the reasons in JSON, what is nearest of all that is not owed."""
    from treatylang.decision.from_plan import Wanted
    from treatylang.library.ask import ask

    situation, warnings = event
    if warnings:
        out.report(warnings)
    wanted = Wanted(treaties, query.bearer, query.standing, query.all, query.presume != "none", text=query.text)
    for day in days or situation.as_of:
        decision = ask(library, situation, day, wanted)
        yield decision, _nearest(decision, situation, wanted, library) if query.why and query.format == "json" else {}


def _nearest(decision: Decision, situation: Situation, wanted: Wanted, library: Library) -> dict[str, Nearest]:
    from treatylang.decision.nearest import nearest_of

    return nearest_of(library.plan, situation, decision, wanted)


def _table(decision: Decision, situation: Situation, query: Query, library: Library, out: Noted, *, first: bool) -> None:
    """Each answer as soon as it is known, an empty line between two."""
    from treatylang.rendering.coordinates_alone import coordinates_alone
    from treatylang.rendering.decision_table import View, decision_table
    from treatylang.rendering.entries import standing_clauses
    from treatylang.rendering.plainly import plainly

    always = 0 if query.standing else standing_clauses(decision, library.plan)
    said = (*(() if query.bearer else plainly(decision, situation, library.plan)), *coordinates_alone(decision, situation))
    view = View(None if query.wide else out.console.width, query.standing, always, said)
    lines = decision_table(decision, library.plan.vocabulary, view)
    out.show(lines if first else [(), *lines])


def _whole(found: list[Decision], near: list[dict[str, Nearest]], query: Query, library: Library, out: Noted) -> None:
    """A form in which all answers make one text."""
    if query.format == "json":
        from treatylang.rendering.decision_json import decision_json

        many = len(query.events) > 1 or len(query.date) > 1 or len(found) != 1
        out.write(decision_json(found, why=query.why, many=many, nearest=near))
    elif query.format == "csv":
        from treatylang.rendering.decision_csv import decision_csv

        out.write(decision_csv(found))
    else:
        from treatylang.rendering.decision_markdown import decision_markdown

        parts = [decision_markdown(each, library.plan.vocabulary, standing=query.standing) for each in found]
        out.write("\n".join(parts))
