"""Compare a decision with what an event expects of it (decision 20 of the design)."""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.decision.decision import Decision, Duty
from treatylang.events.situation import Expectation
from treatylang.library.load import Library
from treatylang.model.articles import within_article


def differences(decision: Decision, row: Expectation, library: Library) -> list[str]:
    """What differs, one line for each bearer; nothing where the decision is as expected."""
    found = []
    for bearer in _bearers(decision, row, library):
        duties = [duty for duty in decision.duties if duty.bearer == bearer and _concerns(duty, row, library)]
        if not _as_expected(duties, row):
            shown = ", ".join(f"{duty.id} {duty.verdict}" for duty in duties) or "no such row"
            found.append(f"{bearer}: expected {row.duty} {row.verdict}, got {shown}")
    return found


def _bearers(decision: Decision, row: Expectation, library: Library) -> Iterable[str]:
    if not row.everyone:
        return row.bearers
    members = library.plan.treaties[row.treaty].members
    codes = dict.fromkeys(member.state for member in members if member.spell.contains(decision.date) is not False)
    return [code for code in codes if code not in row.excepted]


def _concerns(duty: Duty, row: Expectation, library: Library) -> bool:
    if row.treaty not in ("any", duty.treaty) or (duty.standing and row.verdict not in ("breached",)):
        return False
    if row.article is not None and not within_article(duty.article, row.article):
        return False
    if row.owed_to is not None and duty.owed_to not in (row.owed_to, "ALL") and row.verdict != "not_owed":
        return False
    if row.strength is not None and duty.strength != row.strength:
        return False
    return row.duty == "any" or _family(duty.duty, library) & _family(row.duty, library) != set()


def _family(duty: str, library: Library) -> set[str]:
    known = library.plan.vocabulary.duties
    return set(known[duty].above) if duty in known else {duty}


def _as_expected(duties: list[Duty], row: Expectation) -> bool:
    if row.verdict == "not_owed":
        return all(duty.verdict == "not_owed" for duty in duties)
    accepted = {"depends": {"depends", "disputed"}, "disputed": {"disputed"}}.get(row.verdict, {row.verdict})
    return any(duty.verdict in accepted and set(row.depends_on) <= _words(duty) for duty in duties)


def _words(duty: Duty) -> set[str]:
    return {word for atom in duty.depends_on for word in (atom.word, atom.shown_by) if word}
