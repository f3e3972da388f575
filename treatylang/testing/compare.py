"""A decision against a row that an event expects of it."""

from __future__ import annotations

from treatylang.decision.decision import Decision, Duty
from treatylang.events.situation import Expectation
from treatylang.library.load import Library
from treatylang.model.articles import within_article
from treatylang.model.treaty import Deems
from treatylang.model.treaty import Duty as Norm
from treatylang.plan.plan import party_list
from treatylang.record import dataclass
from treatylang.rendering.entries import always_holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Difference:
    """A bearer for whom a row is not met, on a day; `found` are the duties that came nearest, none where there is no such duty."""

    date: str
    bearer: str
    found: tuple[Duty, ...]


def differences(decision: Decision, row: Expectation, library: Library) -> tuple[Difference, ...]:
    """Those bearers for whom the decision is not as expected.

    A row asks for some duty of its description with its verdict; `not_owed`, that there is none with another.  `depends` is met by a
    dispute too.  What holds at all times meets a row only where all that it may mean does (`_means_what_always_holds`).
    """
    found = []
    always = _means_what_always_holds(row, library)
    for bearer in _bearers(decision, row, library):
        duties = tuple(duty for duty in decision.duties if duty.bearer == bearer and _concerns(duty, row, library, always))
        if not _as_expected(duties, row):
            found.append(Difference(decision.date, bearer, duties))
    return tuple(found)


def _bearers(decision: Decision, row: Expectation, library: Library) -> Iterable[str]:
    if not row.everyone:
        return row.bearers
    members = party_list(library.plan.treaties, library.plan.treaties[row.treaty]).members
    codes = dict.fromkeys(member.state for member in members if member.spell.contains(decision.date) is not False)
    return [code for code in codes if code not in row.excepted]


def _means_what_always_holds(row: Expectation, library: Library) -> bool:
    """Whether every clause that a row may mean holds at all times: else nobody could tell that another did start."""
    if row.treaty not in library.plan.treaties:
        return False
    meant = [
        clause.standing
        for clause in library.plan.treaties[row.treaty].clauses
        for norm in clause.norms
        if not isinstance(norm, Deems)
        and _is_cited(clause.article, clause.label, row)
        and _is_duty(norm.duty if isinstance(norm, Norm) else "refrain", row.treaty, row, library)
    ]
    return bool(meant) and all(meant)


def _concerns(duty: Duty, row: Expectation, library: Library, always: bool) -> bool:
    if row.treaty not in ("any", duty.treaty) or not _is_cited(duty.article, duty.clause, row):
        return False
    kept = duty.modality == "must_not" and row.verdict != "owed"  # of a ban, `not_owed` asks that nobody breaks it
    if always_holds(duty) and (kept or not always):
        return False
    if row.owed_to is not None and duty.owed_to not in (row.owed_to, "ALL") and row.verdict != "not_owed":
        return False
    if row.strength is not None and duty.strength != row.strength:
        return False
    return _is_duty(duty.duty, duty.treaty, row, library)


def _is_cited(article: str, label: str | None, row: Expectation) -> bool:
    """Whether a row cites this clause: itself, `2[peace]`, or an article in which it lies."""
    return row.article is None or within_article(f"{article}[{label}]" if label is not None else article, row.article)


def _is_duty(duty: str, treaty: str, row: Expectation, library: Library) -> bool:
    return row.duty == "any" or not _family(duty, treaty, library).isdisjoint(_family(row.duty, treaty, library))


def _family(duty: str, treaty: str, library: Library) -> frozenset[str]:
    """A duty and those above it, in the words of a treaty."""
    known = library.plan.treaties[treaty].vocabulary.duties
    return frozenset(known[duty].above) if duty in known else frozenset((duty,))


def _as_expected(duties: tuple[Duty, ...], row: Expectation) -> bool:
    if row.verdict == "not_owed":
        return all(duty.verdict == "not_owed" for duty in duties)
    accepted = ("depends", "disputed") if row.verdict == "depends" else (row.verdict,)
    return any(duty.verdict in accepted and set(row.depends_on) <= _words(duty) for duty in duties)


def _words(duty: Duty) -> set[str]:
    return {word for atom in duty.depends_on for word in (atom.word, atom.shown_by) if word}
