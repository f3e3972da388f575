"""`treaty why`: the reasons of a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files
from treatylang.command.query_options import BEARER, COLOUR, LIBRARY, PRESUME, TEXT, TREATY, Option

if TYPE_CHECKING:
    from treatylang.command.console import Console
    from treatylang.decision.decision import Decision, Duty
    from treatylang.decision.nearest import Nearest
    from treatylang.library.load import Library

_OPTIONS = (
    TREATY,
    Option("--date", "-d", "value", "DAY", "The day asked about, YYYY-MM-DD; without it, the first of the event's `as_of`."),
    BEARER,
    Option("--format", "-f", "value", "", "How the reasons are written.", ("text", "json"), "text"),
    PRESUME,
    TEXT,
    Option("--all", None, "flag", "", "Also what is not owed, with the lines of the rule that fail, and what holds at all times."),
    Option(
        "--not", None, "flag", "", "What is not owed only: what fails, and the smallest change of facts that would make it owed."
    ),
    Option("--full", None, "flag", "", "Every line, also those that repeat another, or on which nothing turns."),
    LIBRARY,
    COLOUR,
)


@click.command()
@click.argument("event", shell_complete=files)
@click.argument("duty", required=False, metavar="[DUTY-ID]")
@options(_OPTIONS)
def why(
    event: str,
    duty: str | None,
    treaty: tuple[str, ...],
    date: str | None,
    bearer: tuple[str, ...],
    format: str,
    presume: str,
    text: str,
    all: bool,
    not_owed: bool,
    full: bool,
    library: str | None,
    colour: str,
) -> None:
    """Why a duty is owed, or not: the tree of reasons.

    DUTY-ID is that of `treaty query --format json`, such as 'nato-1949:5(1)[territory]/GBR>USA', or the part before the slash for all
    whom the clause binds. Without it, the duties of --bearer or --treaty are explained.

    Every line has a mark: it holds, it does not, or it is open. A presumption is told with its ground.
    """
    from treatylang.command.asking import event_from, library_of, usage
    from treatylang.command.console import console, report, write
    from treatylang.decision.from_plan import Wanted
    from treatylang.decision.nearest import nearest_of
    from treatylang.library.ask import ask
    from treatylang.library.named import check_bearers, checked_day
    from treatylang.record import replace

    if duty is None and not treaty and not bearer and not not_owed:
        raise click.UsageError("name a DUTY-ID, a --bearer or a --treaty: the reasons of every duty at once would be a book.")
    out = console(colour)
    day = usage(checked_day, date) if date is not None else None
    books = library_of(library)
    named = _treaties(duty, treaty, books)
    situation, warnings = event_from(event, books)
    usage(check_bearers, bearer, (situation,), books)
    report(warnings)
    wanted = Wanted(
        named, bearer, not_owed=all or not_owed or duty is not None, presume=presume != "none", conflicts=False, text=text
    )
    decision = ask(books, situation, day or situation.as_of[0], wanted)
    found = _found(decision, duty) if duty is not None else _asked(decision, all or not_owed)
    if not_owed:
        found = [each for each in found if each.verdict == "not_owed"]
    if format == "json":
        import json

        from treatylang.rendering.decision_json import duty_object

        near = nearest_of(books.plan, situation, replace(decision, duties=tuple(found)), wanted)
        write(json.dumps([duty_object(each, why=True, nearest=near.get(each.id)) for each in found], indent=2) + "\n")
        return
    if not_owed:
        near = nearest_of(books.plan, situation, replace(decision, duties=tuple(found)), wanted)
        _why_not(decision, [(each, near[each.id]) for each in found], full, out)
        return
    from treatylang.rendering.explanation_text import PLAIN_MARKS, UNICODE_MARKS, Look, explanation_text

    look = Look(out.width, UNICODE_MARKS if out.unicode else PLAIN_MARKS, full)
    for number, each in enumerate(found):
        out.show([*([()] if number else []), *explanation_text(each, look)])
    if not found:
        write(_nothing(decision, all))


def _why_not(decision: Decision, found: list[tuple[Duty, Nearest]], full: bool, out: Console) -> None:
    """What is not owed, why, and what would change it; then the treaties of which nothing can be."""
    from treatylang.command.console import write
    from treatylang.rendering.why_not_text import not_in_force, why_not_text

    if not found:
        write(_nothing_denied(decision))
        return
    out.show(why_not_text(found, out.width, full))
    absent = [each.treaty for each in decision.not_applicable if each.clause is None]
    if absent:
        out.show(not_in_force(absent, decision.date, out.width))


def _nothing(decision: Decision, everything: bool) -> str:
    """Why there is nothing to explain."""
    absent = [each.treaty for each in decision.not_applicable if each.clause is None]
    if absent and len(absent) == len(decision.treaties):
        return f"Not in force on {decision.date}: {', '.join(absent)}.\n"
    if everything:
        return f"No clause of the treaties asked names such a bearer on {decision.date}: there is no duty to explain.\n"
    return "No duty of those asked about arises from this event (--all explains why).\n"


def _nothing_denied(decision: Decision) -> str:
    """Why there is nothing that is not owed."""
    if decision.duties:
        return f"Nothing that binds anybody on {decision.date} by the treaties asked is plainly not owed: it is owed, open or breached.\n"
    return _nothing(decision, True)


def _treaties(duty: str | None, given: tuple[str, ...], library: Library) -> tuple[str, ...] | None:
    """The treaty that a duty's id names, else those given, else those of the event.  Raises `BadArgument`."""
    from treatylang.command.asking import asked_treaties

    named = asked_treaties(given, library)
    if duty is None or ":" not in duty:
        return named
    of = duty.split(":", 1)[0]
    found = asked_treaties((of,), library)
    if named is not None and of not in named:
        raise click.UsageError(f"the DUTY-ID names {of}, which --treaty leaves out.")
    return found


def _asked(decision: Decision, everything: bool) -> list[Duty]:
    from treatylang.rendering.entries import always_holds

    return [each for each in decision.duties if everything or (each.verdict != "not_owed" and not always_holds(each))]


def _found(decision: Decision, wanted: str) -> list[Duty]:
    """The duties of an id, or of a clause's.  Raises `BadArgument` where there is none."""
    from treatylang.command.asking import no_such
    from treatylang.diagnostics.suggest import nearest
    from treatylang.rendering.entries import clause_id

    found = [each for each in decision.duties if wanted in (each.id, clause_id(each))]
    if found:
        return found
    clause, slash, _ = wanted.partition("/")
    of_clause = [each.id for each in decision.duties if clause_id(each) == clause]
    near = nearest(wanted, of_clause or [each.id for each in decision.duties]) if slash else None
    near = near or next(iter(of_clause), None) or nearest(clause, {clause_id(each) for each in decision.duties})
    hint = f"did you mean `{near}`?" if near else "ids are those of `treaty query --all --format json`"
    of = wanted.partition(":")[0] if ":" in wanted or len(decision.treaties) > 1 else decision.treaties[0]
    notes = tuple(f"{each.treaty}: {each.why}" for each in decision.not_applicable if each.clause is None and each.treaty == of)
    raise no_such(f"duty `{wanted}` on {decision.date}", hint, notes)
