"""Whether a treaty and its clauses are in force on a day: in their spells, or past the end while a line `continues while` is so."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.formula import FALSE, Formula, all_of, both, either, value
from treatylang.decision.lines import holds_under
from treatylang.decision.matching import Matcher
from treatylang.decision.members import Members
from treatylang.decision.not_yet import NotYet
from treatylang.model.time import Spell, last_day, reached
from treatylang.plan.plan import ClausePlan, GuardedLine, TreatyPlan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Lines = tuple[GuardedLine, ...]


class Force:
    """What is in force in one case; `matcher` gives what asks the conditions of a clause."""

    def __init__(self, case: Case, members: Members, matcher: Callable[[TreatyPlan, ClausePlan], Matcher]) -> None:
        self.case = case
        self.members = members
        self.matcher = matcher
        self._alive: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Formula] = {}

    def of_treaty(self, treaty: TreatyPlan, day: str) -> Formula:
        """That a treaty is in force on a day, or goes on with all its clauses."""
        return self._treaty(treaty, treaty.clauses[0], _keep_all(treaty), day)

    def of_clause(self, treaty: TreatyPlan, clause: ClausePlan, day: str) -> tuple[Formula, ...]:
        """That a clause is in force on a day: its treaty then and on the day asked about, and this version of it."""
        kept = _keep(clause) if treaty.continues else ()
        terms = [self._treaty(treaty, clause, kept, day)]
        if day != self.case.day and value(still := self._treaty(treaty, clause, kept, self.case.day)) is not True:
            terms.append(still)  # nothing on or after the day on which it ends
        inside = clause.spell.contains(day)
        if inside is not True or clause.spell.since or clause.spell.until:
            words = f"Article {clause.article} in this version on {day}"

            def in_spell(spell: Spell) -> Formula:
                return self.case.in_spell(spell, day, words, (treaty.id, clause.id))

            terms.append(self._lasting(treaty, clause, kept, clause.spell, day, in_spell) if kept else in_spell(clause.spell))
        return tuple(terms)

    def kept(self, treaty: TreatyPlan, clause: ClausePlan) -> Formula:
        """That a clause, had it lapsed, would be kept in force on the day asked about."""
        lines = _keep(clause) if treaty.continues else ()
        return self._kept(treaty, clause, lines, (self.case.day,)) if lines else FALSE

    def _treaty(self, treaty: TreatyPlan, clause: ClausePlan, kept: Lines, day: str) -> Formula:
        def in_spell(spell: Spell) -> Formula:
            return self.members.in_spell(treaty, spell, day)

        return self._lasting(treaty, clause, kept, treaty.spell, day, in_spell) if kept else in_spell(treaty.spell)

    def _lasting(
        self,
        treaty: TreatyPlan,
        clause: ClausePlan,
        kept: Lines,
        spell: Spell,
        day: str,
        in_spell: Callable[[Spell], Formula],
    ) -> Formula:
        """That a day lies in a spell, or after its end while what keeps it alive is so without a break.

        It is asked of the day on which it would have ended, of the day itself, and of each day between them on which something in the
        event changes.
        """
        inside = in_spell(spell)
        if spell.until is None or reached(spell.until, day) is False:
            return inside
        end = min(last_day(spell.until), day)
        days = (end, *self._changes(end, day), day)
        begun, alive = in_spell(Spell(spell.since)), self._kept(treaty, clause, kept, days)
        return either(inside, alive if value(begun) is True else both(begun, alive))

    def _kept(self, treaty: TreatyPlan, clause: ClausePlan, kept: Lines, days: tuple[str, ...]) -> Formula:
        """That one of the lines is so on each of some days."""
        key = (treaty.id, tuple(each.line.id for each in kept), days)
        if key not in self._alive:
            self._alive[key] = FALSE  # nothing is in force because it is in force
            matcher = self.matcher(treaty, clause)
            self._alive[key] = either(*(_throughout(matcher, each, days) for each in kept))
        return self._alive[key]

    def _changes(self, after: str, before: str) -> tuple[str, ...]:
        """The days between two on which a relation of the event begins or ends, or something is done or decided."""
        told = self.case.situation

        def dates() -> Iterator[str | None]:
            for fact in told.relations:
                yield from (fact.since, fact.until)
            yield from (act.date for act in told.acts)
            yield from (each.date for each in told.decisions)

        return tuple(sorted({day[:10] for day in dates() if day is not None and len(day) >= 10 and after < day[:10] < before}))


def _keep(clause: ClausePlan) -> Lines:
    """The lines that keep a clause in force past its end."""
    return tuple(each for each in clause.lines if each.line.form == "continues")


def _keep_all(treaty: TreatyPlan) -> Lines:
    """The lines that keep every clause of a treaty in force, and so the treaty."""
    first, *others = (_keep(clause) for clause in treaty.clauses)
    ids = [{each.line.id for each in lines} for lines in others]
    return tuple(each for each in first if all(each.line.id in mine for mine in ids))


def _throughout(matcher: Matcher, each: GuardedLine, days: tuple[str, ...]) -> Formula:
    if each.guard is not None and each.guard.bearers:
        raise NotYet("`continues while` for some of the parties", f"{matcher.treaty.id}, Article {matcher.article}")
    so = both(*(matcher.holds(each.line.condition, {}, day) for day in dict.fromkeys(days)))
    return all_of((both(holds_under(matcher, each.guard, None, days[-1]), so),), each.line.words, "continues", each.line.id)
