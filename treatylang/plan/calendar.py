"""The calendar of a library: what begins, changes and ends on which day, as the texts themselves date it."""

from __future__ import annotations

from treatylang.model.time import Spell, first_day, last_day
from treatylang.model.treaty import Deems, Doubt, Duty, Membership
from treatylang.plan.plan import ClausePlan, Guard, Plan, TreatyPlan, doubts_of, doubts_of_head
from treatylang.plan.snapshot import of_whom, undated
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("signature", "force", "party", "suspension", "clause", "rider", "area", "secrecy", "deadline")
_RIDERS = {"reservation": "reservation", "proviso": "proviso", "agreed": "agreed reading", "claimed": "reading that is not agreed"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens to a treaty.

    `date` is `YYYY-MM-DD`, or `YYYY-MM` where only the month is known; `kind` one of `KINDS`; `words` say what; `note` is the remark that
    the treaty file makes beside it, `doubt` what it says to be doubtful in the date.
    """

    date: str
    treaty: str
    kind: str
    words: str
    note: str | None = None
    doubt: str | None = None


def calendar(plan: Plan, treaties: Iterable[str], since: str | None = None, until: str | None = None) -> tuple[Entry, ...]:
    """Everything dated of these treaties from the day `since` to the day `until`, both included, in order of days, then of treaties.

    What is known by its month only is there where some day of the month lies between the two.
    """
    found = [entry for name in treaties for entry in _of_treaty(plan, plan.treaties[name])]
    inside = [
        entry
        for entry in dict.fromkeys(found)
        if (since is None or last_day(entry.date) >= since) and (until is None or first_day(entry.date) <= until)
    ]
    return tuple(sorted(inside, key=lambda entry: (entry.date, entry.treaty, KINDS.index(entry.kind), entry.words)))


def _of_treaty(plan: Plan, treaty: TreatyPlan) -> Iterator[Entry]:
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
        why = _why(doubts, "until")
        if until and (until != end or why) and (member.state, until) not in begun:
            grouped.setdefault((until, ("is no longer bound", "are no longer bound"), member.note, why), []).append(member.state)
    for (date, (of_one, of_several), note, why), states in grouped.items():
        yield Entry(date, treaty.id, "party", f"{', '.join(states)} {of_several if len(states) > 1 else of_one}", note, why)


def _comes(member: Membership, last: Membership | None) -> tuple[str, str]:
    """What begins with a spell, of one state and of several; `last`: the spell that ends on that day."""
    if member.disputed:
        still = "still " if last else ""
        return f"may {still}be a party: it is disputed", f"may {still}be parties: it is disputed"
    return ("is a party beyond dispute", "are parties beyond dispute") if last else ("becomes a party", "become parties")


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
