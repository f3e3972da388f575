"""`treaty query`: who owes what to whom.  Free of click, so that the fast door can run it alone."""

from __future__ import annotations

import sys

from treatylang.command.asking import check_bearers, checked_day, event_bytes, event_from
from treatylang.command.console import Noted, console, write
from treatylang.command.exits import ANSWERED, INPUT_ERROR, UNDETERMINED, worst
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library.answers import fetch_answer, store_answer
from treatylang.library.files import read_files
from treatylang.library.keys import answer_key, library_key
from treatylang.library.store import folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.command.console import Console
    from treatylang.command.query_options import Query
    from treatylang.decision.decision import Decision
    from treatylang.library.load import Library


def run(query: Query) -> int:
    """Ask, print, and say how it went.  Raises `UsageProblem`."""
    out = console(query.colour)
    with_notes = Noted(out)
    try:
        files = read_files(query.library)
    except InputError as error:
        with_notes.report(error.diagnostics)
        return INPUT_ERROR
    library = library_key(files)
    key = _key(query, out, library)
    kept = fetch_answer(key) if key is not None else None
    if kept is not None:
        write(kept[1])
        return kept[0]
    code = _answer(query, with_notes, files, library)
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


def _answer(query: Query, out: Noted, files: dict[str, bytes], key: str) -> int:
    """Ask and print."""
    from treatylang.library.load import library_of_files

    try:
        library = library_of_files(files, key)
    except InputError as error:
        out.report(error.diagnostics)
        return INPUT_ERROR
    found: list[Decision] = []
    codes: list[int] = []
    for path in query.events:
        try:
            for decision in _decisions(path, query, library, out):
                if query.strict and any(duty.verdict in ("depends", "disputed") for duty in decision.duties):
                    codes.append(UNDETERMINED)
                if query.format == "table":
                    _table(decision, query, library, out, first=not found)
                found.append(decision)
        except InputError as error:
            out.report(error.diagnostics)
            codes.append(INPUT_ERROR)
    if query.format != "table" and (found or not codes):
        _whole(found, query, library, out)
    return worst(codes or [ANSWERED])


def _decisions(path: str, query: Query, library: Library, out: Noted) -> Iterator[Decision]:
    from treatylang.api import decide

    situation, warnings = event_from(path, library)
    if warnings:
        out.report(warnings)
    check_bearers(query.bearer, situation, library)
    treaties = (library.treaties if "all" in query.treaty else query.treaty) or None
    for day in query.date or situation.as_of:
        yield decide(
            situation,
            on=checked_day(day),
            treaties=treaties,
            bearers=query.bearer,
            not_owed=query.all,
            standing=query.standing,
            presume=query.presume != "none",
            library=library,
        )


def _table(decision: Decision, query: Query, library: Library, out: Noted, *, first: bool) -> None:
    """Each answer as soon as it is known, an empty line between two."""
    from treatylang.rendering.decision_table import View, decision_table
    from treatylang.rendering.entries import standing_clauses

    always = 0 if query.standing else standing_clauses(decision, library.plan)
    view = View(None if query.wide else out.console.width, query.standing, always)
    lines = decision_table(decision, library.plan.vocabulary, view)
    out.show(lines if first else [(), *lines])


def _whole(found: list[Decision], query: Query, library: Library, out: Noted) -> None:
    """A form in which all answers make one text."""
    if query.format == "json":
        from treatylang.rendering.decision_json import decision_json

        many = len(query.events) > 1 or len(query.date) > 1 or len(found) != 1
        out.write(decision_json(found, why=query.why, many=many))
    elif query.format == "csv":
        from treatylang.rendering.decision_csv import decision_csv

        out.write(decision_csv(found))
    else:
        from treatylang.rendering.decision_markdown import decision_markdown

        parts = [decision_markdown(each, library.plan.vocabulary, standing=query.standing) for each in found]
        out.write("\n".join(parts))
