"""The calendar of a library: what begins, changes and ends on which day, as the texts themselves date it, and the terms that a clause
counts (`may withdraw with 1 year of notice each 5 years`)."""

from __future__ import annotations

import re

from treatylang.model.time import Spell, add, first_day, last_day
from treatylang.model.treaty import Deems, Doubt, Duty, Membership
from treatylang.plan.plan import ClausePlan, Guard, Plan, TreatyPlan, doubts_of, doubts_of_head
from treatylang.plan.snapshot import of_whom, undated
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("signature", "force", "party", "notice", "term", "suspension", "clause", "rider", "area", "secrecy", "deadline")
_EACH = re.compile(r"each (?:(?P<number>[1-9]\d{0,3}) )?(?P<unit>(?:day|month|year)s?)")
_DAY = len("YYYY-MM-DD")
_MOST_TERMS = 1000
_STAYS = "and for whoever gave no notice the next"
_NOTICE = ("gives notice", "give notice")
_RIDERS = {"reservation": "reservation", "proviso": "proviso", "agreed": "agreed reading", "claimed": "reading that is not agreed"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens to a treaty.

    `date` is `YYYY-MM-DD`, or `YYYY-MM` where only the month is known; `kind` one of `KINDS`; `words` say what; `note` is the remark that
    the treaty file makes beside it, `doubt` what it says to be doubtful in the date.  `computed_by` cites the clause by which the day was
    counted; None: the text itself dates it.
    """

    date: str
    treaty: str
    kind: str
    words: str
    note: str | None = None
    doubt: str | None = None
    computed_by: str | None = None


def calendar(plan: Plan, treaties: Iterable[str], since: str | None = None, until: str | None = None) -> tuple[Entry, ...]:
    """Everything dated of these treaties from the day `since` to the day `until`, both included, in order of days, then of treaties.

    What is known by its month only is there where some day of the month lies between the two.  Terms that renew themselves are counted
    to the end of the treaty, or to `until`; where there is neither, the first alone.
    """
    found = [entry for name in treaties for entry in _of_treaty(plan, plan.treaties[name], until)]
    inside = [
        entry
        for entry in dict.fromkeys(found)
        if (since is None or last_day(entry.date) >= since) and (until is None or first_day(entry.date) <= until)
    ]
    return tuple(sorted(inside, key=lambda entry: (entry.date, entry.treaty, KINDS.index(entry.kind), entry.words)))


def _of_treaty(plan: Plan, treaty: TreatyPlan, last: str | None) -> Iterator[Entry]:
    if treaty.signed:
        yield Entry(treaty.signed, treaty.id, "signature", "signed", doubt=_why(doubts_of_head(treaty), None))
    ends = "is no longer in force" + (", but for what continues" if treaty.continues else "")
    yield from _spell(treaty, treaty.spell, "force", "enters into force", ends, doubts=doubts_of_head(treaty))
    if treaty.secret is not None:
        yield from _spell(treaty, treaty.secret, "secrecy", "is secret", "is published")
    yield from _parties(treaty)
    for each in treaty.suspensions:
        pair = " and ".join(each.states)
        sure = ", disputed" if each.disputed else ""
        begins, ends = f"suspended for {pair}{sure}", f"no longer suspended for {pair}"
        doubts = doubts_of(treaty, each.spell, "suspended", each.states)
        yield from _spell(treaty, each.spell, "suspension", begins, ends, each.note, doubts)
    for area in treaty.areas.values():
        for part in area.parts:
            yield from _spell(
                treaty, part.spell, "area", f"{area.name}: {undated(part.words)}", f"{area.name}: no longer {undated(part.words)}"
            )
    riders: dict[Guard, list[str]] = {}
    for clause in treaty.clauses:
        yield from _clause(treaty, clause)
        yield from _terms(treaty, clause, last)
        for guard in _guards(clause):
            riders.setdefault(guard, []).append(_cited(clause))
    for guard, clauses in riders.items():
        words = f"{_RIDERS[guard.form]} to Article {', '.join(dict.fromkeys(clauses))}{of_whom(guard)}"
        yield from _spell(treaty, guard.spell, "rider", words, f"no longer: {words}", guard.title)


def _parties(treaty: TreatyPlan) -> Iterator[Entry]:
    """Accessions and withdrawals; of the first parties, who come with the treaty itself, nothing is said again but what is doubtful."""
    start, end = treaty.spell.since, treaty.spell.until
    of_all = next((each.why for each in treaty.doubts if each.of == "parties"), None)
    grouped: dict[tuple[str, tuple[str, str], str | None, str | None], list[str]] = {}
    begun = {(member.state, member.spell.since) for member in treaty.members}
    before = {(member.state, member.spell.until): member for member in treaty.members}
    for member in treaty.members:
        since, until = member.spell.since, member.spell.until
        last = before.get((member.state, since)) if since else None
        doubts = doubts_of(treaty, member.spell, "party", (member.state,))
        why = _why(doubts, "since") or of_all
        if since and (since != start or why) and (last is None or last.disputed != member.disputed):
            grouped.setdefault((since, _comes(member, last), last.note if last else None, why), []).append(member.state)
        if member.denounced:
            grouped.setdefault((member.denounced, _NOTICE, member.note, None), []).append(member.state)
        why = _why(doubts, "until")
        if until and (until != end or why) and (member.state, until) not in begun:
            grouped.setdefault((until, _goes(member), member.note, why), []).append(member.state)
    for (date, (of_one, of_several), note, why), states in grouped.items():
        kind = "notice" if of_one == _NOTICE[0] else "party"
        yield Entry(date, treaty.id, kind, f"{', '.join(states)} {of_several if len(states) > 1 else of_one}", note, why)


def _comes(member: Membership, last: Membership | None) -> tuple[str, str]:
    """What begins with a spell, of one state and of several; `last`: the spell that ends on that day."""
    if member.disputed:
        still = "still " if last else ""
        return f"may {still}be a party: it is disputed", f"may {still}be parties: it is disputed"
    return ("is a party beyond dispute", "are parties beyond dispute") if last else ("becomes a party", "become parties")


def _goes(member: Membership) -> tuple[str, str]:
    """What ends with a spell, of one state and of several."""
    of_one, of_several = "is no longer bound", "are no longer bound"
    if not member.denounced:
        return of_one, of_several
    return f"{of_one}, by its notice of {member.denounced}", f"{of_several}, by their notice of {member.denounced}"


def _clause(treaty: TreatyPlan, clause: ClausePlan) -> Iterator[Entry]:
    article = f"Article {_cited(clause)}"
    yield from _spell(
        treaty, clause.spell, "clause", f"{article} in this version", f"{article} no longer in this version", clause.title
    )
    if clause.secret is not None and clause.secret != treaty.secret:
        yield from _spell(treaty, clause.secret, "secrecy", f"{article} is secret", f"{article} is published")
    for norm in clause.norms:
        if isinstance(norm, Deems):
            continue
        yield from _spell(
            treaty, norm.spell, "clause", f"{article}: {undated(norm.words)}", f"{article}: no longer {undated(norm.words)}"
        )
        if isinstance(norm, Duty) and norm.by_day is not None:
            yield Entry(norm.by_day, treaty.id, "deadline", f"{article}: {norm.words}")


def _terms(treaty: TreatyPlan, clause: ClausePlan, last: str | None) -> Iterator[Entry]:
    """The ends of the terms of which a clause says that one may leave then, each with the last day for the notice.

    The first ends on the day that the clause names (`since`), or one term after it begins to hold.
    """
    cited, begins = f"Article {_cited(clause)}", clause.spell.since or treaty.spell.since
    for norm in clause.norms:
        term = _term(norm) if isinstance(norm, Duty) and clause.standing else None
        if term is None or begins is None or not isinstance(norm, Duty):
            continue
        number, unit = term
        first = norm.spell.since or _later(begins, number, unit)
        if first is None or len(first) != _DAY:  # nothing can be counted from a month
            continue
        given = norm.amount if norm.amount is not None and norm.amount.of == "notice" else None
        allowed = min((last_day(each.until) for each in (clause.spell, norm.spell) if each.until), default=None)
        stop = min((last_day(each) for each in (treaty.spell.until, last) if each), default=allowed or first)
        for count in range(_MOST_TERMS):
            end = _later(first, count * number, unit)
            notice = _later(end, -int(given.number), given.unit) if given and end else end
            if end is None or notice is None or notice > stop or (allowed is not None and end > allowed):
                break
            if given:
                yield Entry(notice, treaty.id, "term", f"last day of notice for the end of the term on {end}", computed_by=cited)
            if end <= stop:
                after = "and the treaty with it" if treaty.spell.until == end else f"{_STAYS}, of {number} {unit}, begins"
                yield Entry(end, treaty.id, "term", f"a term ends, {after}", computed_by=cited)


def _later(day: str, amount: int, unit: str) -> str | None:
    """The day so much later (or before), if the calendar has it."""
    try:
        found = add(day, amount, unit) if len(day) == _DAY else None
    except (OverflowError, ValueError):
        return None
    return found if found is not None and found[:4] >= "0001" and len(found) == _DAY else None


def _term(norm: Duty) -> tuple[int, str] | None:
    """How long the terms are at whose end one may leave; None: the norm says nothing of terms."""
    if norm.duty != "withdraw" or norm.modal != "may":
        return None
    terms = (found for found in map(_EACH.fullmatch, norm.aims) if found)
    return next(((int(found["number"] or 1), found["unit"]) for found in terms), None)


def _guards(clause: ClausePlan) -> Iterable[Guard]:
    """The riders of a clause, each once."""
    guards = [each.guard for each in clause.triggers] + [each.guard for each in clause.lines]
    guards += [each.guard for each in clause.strengths] + [each.guard for each in clause.manners]
    guards += [each.guard for each in (*clause.subject_to, *clause.overrides)]
    return dict.fromkeys(guard for guard in guards if guard is not None)


def _cited(clause: ClausePlan) -> str:
    return clause.article + (f"[{clause.label}]" if clause.label else "")


def _spell(
    treaty: TreatyPlan,
    spell: Spell | None,
    kind: str,
    begins: str,
    ends: str,
    note: str | None = None,
    doubts: tuple[Doubt, ...] = (),
) -> Iterator[Entry]:
    if spell is not None and spell.since:
        yield Entry(spell.since, treaty.id, kind, begins, note, _why(doubts, "since"))
    if spell is not None and spell.until:
        yield Entry(spell.until, treaty.id, kind, ends, note, _why(doubts, "until"))


def _why(doubts: tuple[Doubt, ...], bound: str | None) -> str | None:
    """What is doubtful in one of the dates."""
    return next((each.why for each in doubts if each.bound == bound), None)
