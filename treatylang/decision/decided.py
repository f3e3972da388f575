"""What bodies have decided by the day of a case, as the event says or as the votes add up."""

from __future__ import annotations

from treatylang.decision.formula import Atom, Formula, Leaf
from treatylang.events.situation import Act, DecisionFact
from treatylang.model.time import first_day
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatylang.decision.case import Case


class Decided:
    """The decisions that are known in a case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lapsing = False  # inside `lapses`, where what was decided before the act that started the clause ends nothing

    def of(self, body: str) -> Iterator[DecisionFact]:
        """The decisions of a body that are known on the day, each with its outcome: as the event says, else as the votes add up."""
        for each in self.known(body):
            yield self._counted(each)[0]

    def known(self, body: str) -> Iterator[DecisionFact]:
        """The decisions of a body that are known on the day, as the event writes them."""
        for each in self.case.situation.decisions:
            if each.body == body and not (each.date and first_day(each.date) > self.case.day):
                yield each

    def days(self, body: str, name: str) -> list[str]:
        """The days on which a body decided a matter, or may have."""
        listed = [each for each in self.known(body) if each.decision == name and each.date]
        return [self.day_of(each) for each in listed if self._counted(each)[0].outcome in (None, "adopted", "unknown")]

    def day_of(self, listed: DecisionFact) -> str:
        """The day of a decision as the event writes it."""
        told = self.case.told
        return listed.date if told is None else told.day(told.decisions.get(id(listed), ""), listed.date)

    def _counted(self, fact: DecisionFact) -> tuple[DecisionFact, str | None]:
        """A decision with its outcome, and where votes had to be counted for it, how."""
        if fact.votes is None or fact.outcome is not None or self.case.bodies is None:
            return fact, None
        self.day_of(fact)  # who sits in a body is a question of the day
        carried, how = self.case.bodies.outcome(fact)
        return replace(fact, outcome={True: "adopted", False: "not_adopted", None: "unknown"}[carried]), how

    def taken(self, body: str, name: str, targets: tuple[str, ...], ending: bool, started: Sequence[Act] = ()) -> Formula:
        """That a body has decided a matter by the day, about the acts that started the clause (`started`, where any did).

        `ending`: a duty ends by it, so silence is presumed to mean no.
        """
        words = f"the {body} decides {name}" + (f" on {', '.join(targets)}" if targets else "")
        atom = Atom(name, (body, *targets))
        known: bool | None = False
        seen = False
        since = ""
        counts: dict[bool | None, list[str]] = {}
        for listed in self.known(body):
            if listed.decision != name:
                continue
            each, how = self._counted(listed)
            if (targets and not self._is_on(each, targets)) or not self._is_about(each, started):
                continue
            if self.is_older(listed, started):
                since = " since the act"
                continue
            seen = True
            taken = is_taken(each)
            known = True if taken or known is True else (None if taken is None else known)
            counts.setdefault(taken, []).extend([how] if how else [])
        if seen:
            how = "; ".join(counts.get(known, ())) or None
            if known is None:
                return Leaf(f"{words} ({how})" if how else words, None, "unknown", atom)
            return Leaf(words, known, "stated", atom, why=how)
        presumed = self.case.words.decisions[name].presumed if name in self.case.words.decisions else None
        if ending and self.case.presumes(name):
            return Leaf(words, False, "presumed", why=f"no such decision is listed{since}, and who relies on it must show it")
        if presumed is not None and self.case.presumes(name):
            return Leaf(words, presumed, "presumed", why=f"no such decision is listed{since}")
        return Leaf(words, None, "unknown", atom)

    def is_older(self, decided: DecisionFact, started: Sequence[Act]) -> bool:
        """Whether a decision by which a duty would lapse was made before all acts that started the clause: it is of another matter."""
        if not self.lapsing or not started or not decided.date:
            return False
        day = self.day_of(decided)
        return all(self.case.before(day, self.case.day_of(act)) for act in started)

    def _is_on(self, decided: DecisionFact, targets: tuple[str, ...]) -> bool:
        """Whether a decision may concern one of those whom a condition names: it names them, or is about an act of or on them."""
        if decided.on or decided.about is None:
            return not decided.on or not set(targets).isdisjoint(decided.on)
        return any(act.id == decided.about and not self._people(act).isdisjoint(targets) for act in self.case.situation.acts)

    def _is_about(self, decided: DecisionFact, started: Sequence[Act]) -> bool:
        """Whether a decision may be about one of the acts that started a clause, if any did: it names that act or one between the
        same two, or those on whom it is took part."""
        if not started:
            return True
        if decided.about is None:
            return any(not decided.on or not self._people(act) or not self._people(act).isdisjoint(decided.on) for act in started)
        named = [act for act in self.case.situation.acts if act.id == decided.about]
        return any(other.id == act.id or self._people(other) >= self._people(act) for other in named for act in started)

    def _people(self, act: Act) -> frozenset[str]:
        return frozenset((*self.case.doers(act), *self.case.second(act)))


def is_taken(each: DecisionFact) -> bool | None:
    if each.outcome is None or each.outcome == "unknown":
        return None
    return each.outcome == "adopted"
