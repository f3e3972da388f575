"""What bodies have decided by the day of a case, as the event says or as the votes add up."""

from __future__ import annotations

from functools import cached_property

from treatylang.decision.formula import Atom, Formula, Leaf, all_of, either
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
        self._covered: dict[str, tuple[str, ...]] = {}
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

    def on(self, body: str, name: str) -> Iterator[DecisionFact]:
        """Those of them that decide a matter, by the word of the treaty that asks."""
        called = self.case.name(name)
        return (each for each in self.known(body) if each.decision == called)

    def days(self, body: str, name: str) -> list[str]:
        """The days on which a body decided a matter, or may have."""
        listed = [each for each in self.on(body, name) if each.date]
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
        known: bool | None = False
        seen = False
        since = ""
        counts: dict[bool | None, list[str]] = {}
        opened: dict[tuple[str, ...], list[tuple[DecisionFact, str | None]]] = {}
        for listed in self.on(body, name):
            each, how = self._counted(listed)
            about = self.is_about(each, started)
            if (targets and not self._is_on(each, targets)) or about is False:
                continue
            if about is None and is_taken(each) is False:  # what was not taken says nothing of an act that it may not be about
                continue
            if self.is_older(listed, started):
                since = " since the act"
                continue
            if about is None:
                each, how = replace(each, outcome="unknown"), f"open whether it is about {', '.join(act.id for act in started)}"
                listed = replace(listed, votes=None)
            seen = True
            taken = is_taken(each)
            known = True if taken or known is True else (None if taken is None else known)
            counts.setdefault(taken, []).extend([how] if how else [])
            if taken is None:
                opened.setdefault(self._told_of(listed, targets), []).append((listed, how if listed.votes else None))
        called = self.case.name(name)
        if seen:
            how = "; ".join(counts.get(known, ())) or None
            if known is not None:
                return Leaf(words, known, "stated", Atom(called, (body, *targets)), why=how)
            said = f"{words} ({how})" if how else words
            return either(
                *(
                    self._open(Leaf(said, None, "unknown", Atom(called, (body, *targets, *matter))), each)
                    for matter, each in opened.items()
                )
            )
        presumed = self.case.words.decisions[name].presumed if name in self.case.words.decisions else None
        if ending and self.case.presumes(name):
            return Leaf(words, False, "presumed", why=f"no such decision is listed{since}, and who relies on it must show it")
        if presumed is not None and self.case.presumes(name):
            return Leaf(words, presumed, "presumed", why=f"no such decision is listed{since}")
        open_ = (Leaf(words, None, "unknown", Atom(called, (body, *targets, *matter))) for matter in self.matters(started))
        return either(*open_)

    def matters(self, started: Sequence[Act]) -> list[tuple[str, ...]]:
        """What an open decision may be about, as a question tells it: each of the deeds that started the clause."""
        return list(dict.fromkeys(self._matter(act) for act in self._deeds(started) or started)) or [()]

    def _matter(self, act: Act) -> tuple[str, ...]:
        """How a question names the act that a decision is about: not at all where the event has one matter only.

        A decision about one act is one about all between the same two (`_concerns`), so that one of these stands for them: the first
        by its name, since the order of acts may mean nothing.
        """
        people = self._people(act)
        if not self._all_known(act):
            return () if len(self.case.acts) == 1 else (act.id,)
        if self.only_matter == people:
            return ()
        return (min(each.id for each in self.case.acts if self._people(each) == people),)

    @cached_property
    def only_matter(self) -> frozenset[str] | None:
        """Between whom all deeds of the case were, if all are known and all between the same."""
        deeds = self._deeds(self.case.acts) or self.case.acts
        found = {self._people(act) for act in deeds}
        return found.pop() if len(found) == 1 and all(self._all_known(act) for act in deeds) else None

    def _deeds(self, acts: Sequence[Act]) -> list[Act]:
        """Those that are no mere request or consent."""
        kinds = self.case.words.kinds
        return [act for act in acts if not kinds[act.kind].unlisted]

    def _told_of(self, listed: DecisionFact, targets: tuple[str, ...]) -> tuple[str, ...]:
        """Of what an open decision is: the matter it is about, else those on whom it is, where the question names nobody."""
        about = next((act for act in self.case.acts if act.id == listed.about), None)
        if about is not None:
            return self._matter(about)
        return () if targets else tuple(sorted(listed.on))

    def hanging(self, body: str, names: Sequence[str], acts: Sequence[Act], still: Leaf) -> Formula:
        """That a body has decided one of several matters about some acts, of which it is open whether it did (`still`): on what the votes
        hang."""
        found: list[tuple[DecisionFact, str | None]] = []
        for listed in self.known(body):
            each, how = self._counted(listed)
            if listed.decision in names and is_taken(each) is None and self.is_about(each, acts) is not False:
                found.append((listed, how if listed.votes else None))
        return self._open(still, found) if found else still

    def _open(self, still: Leaf, listed: Sequence[tuple[DecisionFact, str | None]]) -> Formula:
        """That one of several decisions that are open was taken; of one that was voted on, what is open about the voters stands beside it."""
        bodies = self.case.bodies
        if bodies is None or any(how is None for _, how in listed):
            return still
        found = either(*(bodies.decided(fact, still) for fact, _ in listed))
        return still if found == still else all_of((found,), still.words)

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

    def is_about(self, decided: DecisionFact, started: Sequence[Act]) -> bool | None:
        """Whether a decision is about one of the acts that started a clause, if any did: it names that act or one between the
        same two, or those on whom it is took part.  None: it may be, by whoever took part and is not known."""
        if not started:
            return True
        found = [self._concerns(decided, act) for act in started]
        return True if True in found else None if None in found else False

    def may_be_about(self, body: str, name: str, code: str, started: Sequence[Act]) -> bool:
        """Whether a decision on somebody, which was taken or may have been, is open to be about the acts that started a clause."""
        mine = [each for each in self.on(body, name) if code in each.on and self.is_about(each, started) is None]
        return any(is_taken(self._counted(each)[0]) is not False for each in mine)

    def covered(self, matter: str) -> tuple[str, ...]:
        """The acts, by their ids, about which a decision about one is too."""
        if matter not in self._covered:
            people = next(self._people(act) for act in self.case.acts if act.id == matter)
            acts = (act for act in self.case.acts if act.id != matter and self._all_known(act))
            self._covered[matter] = tuple([act.id for act in acts if people >= self._people(act)])
        return self._covered[matter]

    def _concerns(self, decided: DecisionFact, act: Act) -> bool | None:
        people = self._people(act)
        if decided.about is None:
            if not decided.on or not people or not people.isdisjoint(decided.on):
                return True
            return False if self._all_known(act) else None
        if decided.about == act.id:
            return True
        other = next((each for each in self.case.situation.acts if each.id == decided.about), None)
        if other is None:
            return False
        if self._people(other) >= people:
            return True if self._all_known(act) else None
        return None if people >= self._people(other) and not self._all_known(other) else False

    def _all_known(self, act: Act) -> bool:
        """Whether somebody is known at both ends of an act of which its kind has two."""
        roles = self.case.words.kinds[act.kind].roles
        return bool(self.case.doers(act) or "by" not in roles) and bool(self.case.second(act) or len(roles) < 2)

    def _people(self, act: Act) -> frozenset[str]:
        return frozenset((*self.case.doers(act), *self.case.second(act)))


def is_taken(each: DecisionFact) -> bool | None:
    if each.outcome is None or each.outcome == "unknown":
        return None
    return each.outcome == "adopted"
