"""Conditions against a case: every way in which a condition can hold, each with the formula on which it rests.

An *environment* maps slots to what fills them: role words to codes (None: nobody known), act slots to acts.  A way that plainly fails
is left out, unless `keep` asks for it, so that an explanation can say what failed.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import product

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.env import DeemedAct, Env, Unnamed, Way, acts_of, described
from treatylang.decision.evidence import Evidence
from treatylang.decision.formula import (
    FALSE,
    TRUE,
    Atom,
    Formula,
    Leaf,
    all_of,
    at_least,
    both,
    either,
    neg,
    nothing_fits,
    open_question,
    value,
)  # fmt: skip
from treatylang.decision.members import Members
from treatylang.decision.not_yet import FITS, Spent, bounded
from treatylang.decision.patterns import Patterns
from treatylang.decision.places import Places
from treatylang.decision.relations import Relations, opens
from treatylang.events.situation import Act, Claimed, Value
from treatylang.model import conditions as c
from treatylang.model.treaty import Duty
from treatylang.model.who import Body, Choice, Fixed, Slot, Who
from treatylang.plan.plan import TreatyPlan
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Parts = tuple["_Parts", Formula] | None  # what a way rests on so far, the last first


@dataclass(frozen=True, slots=True)
class Owed:
    """A row of another clause, as a condition sees it; `ways`: those in which it comes about, each with whom it is then against."""

    clause: str
    bearer: str
    modal: str
    duty: str
    owed_to: str | None
    ways: tuple[tuple[tuple[str, ...], Formula], ...]
    applies: Formula


if TYPE_CHECKING:
    OwedRows = Callable[[c.TreatyRef], Iterator[Owed]]


class Grounds:
    """What all clauses of a treaty are matched on in one case: who is party, who is meant, where it was."""

    def __init__(self, case: Case, treaty: TreatyPlan, members: Members, spent: Spent) -> None:
        case = case.seen_by(treaty)
        self.members = members
        self.spent = spent
        self.actors = Actors(case, treaty, members)
        self.places = Places(case, treaty.areas, lambda who, code, day: self.actors.is_who(who, code, {}, day))


class Matcher:
    """Matches the conditions of one clause of one treaty."""

    def __init__(
        self,
        case: Case,
        treaty: TreatyPlan,
        article: str,
        grounds: Grounds,
        deemed: tuple[DeemedAct, ...],
        owed: OwedRows,
        keep: bool,
    ) -> None:
        self.case = case = case.seen_by(treaty)
        self.treaty = treaty
        self.words = case.words
        self.article = article
        self.grounds = grounds
        self.members = grounds.members
        self.actors = grounds.actors
        self.evidence = Evidence(case, self.actors, treaty.id, article)
        self.owed = owed
        self.keep = keep
        self.ending = False  # inside `lapses` or `unless`, where silence of a body is presumed to mean no
        self.as_of: str | None = None  # inside `as of`, the day that it names
        self.patterns = Patterns(case, treaty, article, self.actors, grounds.places, deemed, keep)
        self._where = f"{treaty.id}, Article {article}"
        self._times = LIMITS.kept if keep else 1
        self.relations = Relations(case, self.actors, grounds.places, keep)

    # ------------------------------------------------------------------------------------------------ ways
    def ways(self, condition: c.Condition, env: Env, day: str) -> list[Way]:
        """Every way in which the condition can hold, from an environment.  Raises `NotYet` where there are too many in all."""
        found = self._ways(condition, env, day)
        self.grounds.spent.ways += 1 + sum(value(formula) is not False for _, formula in found)
        bounded(
            self.grounds.spent.ways, LIMITS.ways * self._times, "treaties that the event fits in more than {most} ways", self._where
        )
        return found

    def _ways(self, condition: c.Condition, env: Env, day: str) -> list[Way]:
        every = _every(condition)
        if every is not None:
            formula = self._for_every(condition, every, env, day)
            return [(env, formula)] if self.keep or value(formula) is not False else []
        match condition:
            case c.AllOf(terms=terms):
                return self._all(terms, env, day)
            case c.AnyOf(terms=terms):
                return self._any(terms, env, day)
            case c.Happens(pattern=pattern):
                return self.patterns.ways(pattern, env)
            case c.Judged():
                return self._judged(condition, env, day)
            case c.OnDay(term=term, day=then):
                with self._on(then):
                    return self.ways(term, env, then)
            case c.Related(first=first, second=second) if opens(first) or opens(second):
                return self.relations.ways(condition, env, day)
            case c.Owes():
                return self._owes(condition, env)
            case c.Decides(target=Choice() as on) if _introduces(on):
                return self._decides(condition, on, env, day)
            case c.Level(who=who) | c.PartyFact(who=who) | c.IsOne(who=who) | c.InClass(who=who) if isinstance(who, Choice):
                return self._party_ways(condition, who, env, day)
            case c.NotSo(term=term) if (subject := _subject(term)) is not None:
                return self._party_ways(condition, subject, env, day)
        formula = self._test(condition, env, day)
        return [(env, formula)] if self.keep or value(formula) is not False else []

    def holds(self, condition: c.Condition, env: Env, day: str) -> Formula:
        """That the condition holds in some way."""
        every = _every(condition)
        if every is not None:
            return self._for_every(condition, every, env, day)
        if not _searches(condition):  # a plain test, that fails on grounds of its own
            return self._test(condition, env, day)
        ways = self.ways(condition, env, day)
        return either(*(formula for _, formula in ways)) if ways else nothing_fits(condition.words)

    def _all(self, terms: tuple[c.Condition, ...], env: Env, day: str) -> list[Way]:
        found: list[tuple[Env, _Parts]] = [(env, None)]
        for term in terms:
            grown: list[tuple[Env, _Parts]] = []
            for known, parts in found:
                ways = self.ways(term, known, day)
                grown += [(more, (parts, fresh)) for more, fresh in ways]
                if not ways and self.keep:
                    grown.append((known, (parts, nothing_fits(term.words))))
                bounded(len(grown), LIMITS.ways_of_one * self._times, FITS, self._where)
            found = grown
        return [(known, both(*_in_order(parts))) for known, parts in found]

    def _any(self, terms: tuple[c.Condition, ...], env: Env, day: str) -> list[Way]:
        found: list[Way] = []
        for term in terms:
            found += self.ways(term, env, day)
            bounded(len(found), LIMITS.ways_of_one * self._times, FITS, self._where)
        return found

    # ------------------------------------------------------------------------------------------------ plain tests
    def _test(self, condition: c.Condition, env: Env, day: str) -> Formula:
        match condition:
            case c.NotSo(term=term):
                return neg(self.holds(term, dict(env), day), condition.words)
            case c.AllOf(terms=terms) if not _searches(condition):
                return both(*(self.holds(term, dict(env), day) for term in terms))
            case c.AnyOf(terms=terms) if not _searches(condition):
                return either(*(self.holds(term, dict(env), day) for term in terms))
            case c.ActFact(act=slot, fact=fact):
                act = self._act(slot, env)
                return self.case.fact(act, fact) if act else open_question(condition.words, fact, _of(env.get(slot)))
            case c.ActKind(act=slot, kind=kind):
                act = self._act(slot, env)
                return self.patterns.is_kind(act, kind) if act else open_question(condition.words, kind, _of(env.get(slot)))
            case c.InPlace(act=slot, where=where):
                act = self._act(slot, env)
                if act is None:
                    return both(*(open_question(condition.words, "place", (*_of(env.get(slot)), place.words)) for place in where))
                return both(*(self.patterns.within(act, place, env) for place in where))
            case c.Situation(fact=fact, where=where):
                return self._situation(condition, fact, where, env)
            case c.PartyFact(who=who, fact=fact):
                return self._of_one(who, env, condition.words, fact, lambda code: self.case.party_fact(code, fact))
            case c.InClass(who=who, state_class=name):
                return self._of_one(who, env, condition.words, name, lambda code: self.case.in_class(code, name, day))
            case c.IsOne(who=who, test=test):
                return self._identity(who, test, env, day, condition.words)
            case c.Related():
                return self.relations.holds(condition, env, day)
            case c.Level(measure=measure, who=who, amount=amount):
                return self._level(self.actors.code(who, env) or described(who, env), measure, amount)
            case c.Count():
                return self._count(condition, env, day)
            case c.Decides(target=Slot() as target) if self.actors.code(target, env) is None:
                return self._decided_on_somebody(condition, target, env, day)
            case c.Decides(target=target) if not _introduces(target):
                return self._decided(condition, () if target is None else self.actors.codes(target, env, day), env)
            case c.InForce(treaty=treaty):
                plan = self.members.plan.treaties[treaty]
                return self.members.in_force(plan, self.as_of or self.case.day)
            case c.OnDay(term=term, day=then):
                with self._on(then):
                    return self.holds(term, dict(env), then)
        ways = self.ways(condition, env, day)
        return either(*(formula for _, formula in ways))

    @contextmanager
    def _on(self, day: str) -> Iterator[None]:
        """Inside `as of` a day."""
        before, self.as_of = self.as_of, day
        try:
            yield
        finally:
            self.as_of = before

    def _act(self, slot: str, env: Env) -> Act | None:
        found = env.get(slot)
        return found if isinstance(found, Act) else None

    def _of_one(self, who: Who, env: Env, words: str, asked: str, test: Callable[[str], Formula]) -> Formula:
        """A test of the one that a reference means; unknown where nobody is known."""
        code = self.actors.code(who, env)
        return test(code) if code is not None else open_question(words, self.case.name(asked), (described(who, env),))

    def _identity(self, who: Who, test: Who, env: Env, day: str, words: str) -> Formula:
        code = self.actors.code(who, env)
        if code is None:
            slot = who.slot if isinstance(who, Slot) else ""
            return open_question(words, slot or "author", (*_of(env.get(slot)), test.words))
        formula = self.actors.is_who(test, code, self.actors.others(env, code) if isinstance(test, Choice) else env, day)
        act = env.get(f"@{who.slot}") if isinstance(who, Slot) else None
        if isinstance(act, Act) and value(attributed := self.case.fact(act, "attributed")) is not True:
            other = Leaf(words, None, "unknown", Atom("author", (act.id, test.words)))  # were it the deed of somebody else
            return either(both(attributed, formula), both(neg(attributed, "not attributed"), other))
        return formula

    def _level(self, code: str, measure: str, amount: c.Amount) -> Formula:
        known = self.words.measures[measure]
        unit = f"{amount.number:g}% of {amount.of}" if amount.unit == "%" else f"{amount.number:g} {amount.unit}"
        words = f"{measure} of {code} is {amount.comparison} {unit}"
        name = self.case.name(known.fact or measure)
        written = self.case.situation.party_facts.get(code, {}).get(name) if known.fact else None
        return self.case.number(words, written, Atom(name, (code,)), amount.comparison, amount.number)

    def _situation(self, condition: c.Situation, fact: str, where: tuple[c.Where, ...], env: Env) -> Formula:
        so = self.case.situation_fact(fact)
        return both(so, self._happens_in(condition.words, where, env)) if where else so

    def _happens_in(self, words: str, where: tuple[c.Where, ...], env: Env) -> Formula:
        """That some act of the case takes place there; open where no act is listed."""
        acts = [act for act in self.case.acts if act.happened is not False and not self.words.kinds[act.kind].unlisted]
        there = [both(self.case.happened(act), *(self.patterns.within(act, place, env) for place in where)) for act in acts]
        return either(*there) if there else both(*(open_question(words, "place", ("it", place.words)) for place in where))

    def _decided(self, condition: c.Decides, codes: tuple[str, ...], env: Env) -> Formula:
        started = acts_of(env)
        return self.case.decided.taken(condition.body, condition.decision, codes, self.ending, started)

    def _decided_on_somebody(self, condition: c.Decides, target: Slot, env: Env, day: str) -> Formula:
        """A decision on one of whom it is not known who he is: he may be one of those on whom the body decided."""
        listed = list(self.case.decided.on(condition.body, condition.decision))
        if not any(each.on for each in listed):
            return self._decided(condition, (), env)
        codes = dict.fromkeys(code for each in listed for code in each.on)
        he = [both(self.actors.is_who(target, code, env, day), self._decided(condition, (code,), env)) for code in codes]
        return either(*he, self._decided(condition, (target.words,), env))

    def _decides(self, condition: c.Decides, on: Choice, env: Env, day: str) -> list[Way]:
        """A decision on one whom the text introduces: a way for each on whom the body decided; else on whom is not known."""
        listed = list(self.case.decided.on(condition.body, condition.decision))
        told = {code for each in listed if each.outcome in _TOLD for code in each.on}
        ways: list[Way] = []
        nobody: tuple[str, ...] = ()
        for code in dict.fromkeys(code for each in listed for code in each.on):
            decided = self._decided(condition, (code,), env)
            if code in told and value(decided) is None and not self._may_concern(condition, code, env):
                continue  # what is told of it is of another matter
            if all(each.on for each in listed):
                nobody = (on.words,)
            so = both(self.actors.is_who(on, code, env, day), decided)
            if self.keep or value(so) is not False:
                ways.append(({**env, on.slot: code} if on.slot else dict(env), so))
        if not any(value(so) is True for _, so in ways):
            so = self._decided(condition, nobody, env)
            if self.keep or value(so) is not False:
                ways.append((dict(env), so))
        return ways

    def _may_concern(self, condition: c.Decides, code: str, env: Env) -> bool:
        """Whether what was decided on somebody may be about the acts that started the clause, by one who is not known."""
        started = acts_of(env)
        return self.case.decided.may_be_about(condition.body, condition.decision, code, started)

    def _count(self, condition: c.Count, env: Env, day: str) -> Formula:
        tests = []
        for code in self.actors.of_sort(condition.sort, day):
            narrowed = both(self.actors.is_sort(condition.sort, code, None, day), self.actors.fits(condition.that, code, env, day))
            if value(narrowed) is False:
                continue
            tests.append(both(narrowed, self._test(condition.each, {**env, "each": code}, day)))
        self.grounds.spent.ways += sum(value(test) is not False for test in tests)
        return at_least(condition.number, tuple(tests), condition.words)

    def _party_ways(self, condition: c.Condition, who: Choice, env: Env, day: str) -> list[Way]:
        """A fact of `a party`: one way for each."""
        ways: list[Way] = []
        for code in self.actors.of_sort(who.sort, day, who.of):
            known: Env = {**env, who.slot: code} if who.slot else dict(env)
            test = self._test(condition.term, known, day) if isinstance(condition, c.NotSo) else self._test(condition, known, day)
            so = neg(test, condition.words) if isinstance(condition, c.NotSo) else test
            formula = both(self.actors.is_who(who, code, env, day), so)
            if self.keep or value(formula) is not False:
                ways.append((known, formula))
        return ways

    # ------------------------------------------------------------------------------------------------ judgement
    def _judged(self, condition: c.Judged, env: Env, day: str) -> list[Way]:
        """What somebody holds is one question, answered by what they said, asked or found; where nobody did, it is open.

        What they said of one act, or a body found of it, they did not say of another.
        """
        candidates: list[Way] = []
        if isinstance(condition.term, c.Happens):
            candidates = [
                (known, TRUE)
                for known, formula in self.patterns.ways(condition.term.pattern, env, alleged=True)
                if value(formula) is not False
            ]
        elif isinstance(condition.term, c.Situation) and condition.term.where:
            there = self._happens_in(condition.words, condition.term.where, env)
            candidates = [(dict(env), TRUE)] if value(there) is not False else []
        else:
            candidates = [(dict(env), TRUE)]
        if not candidates:
            said, shown, why = self.evidence.of(condition.judge, condition.term, env, day, [], [])
            if said is not True or _finds(condition.judge):
                none = Leaf(condition.words, False, "presumed", why="no act listed could be so judged")
                return [(dict(env), none)] if self.keep else []
            return [(dict(env), self._judgement(condition, env, [], said, shown, why))]
        ways: list[Way] = []
        all_acts: dict[str | None, list[Act]] = {}
        leaves: dict[tuple[str | None, tuple[str, ...]], Formula] = {}
        for known, _ in candidates:  # the judge may be one whom the act brings in
            all_acts.setdefault(self.actors.code(condition.judge, known), []).extend(acts_of(known))
        for known, _ in candidates:
            judge, mine = self.actors.code(condition.judge, known), acts_of(known)
            key = (judge, tuple([act.id for act in mine]))
            if key not in leaves:
                said, shown, why = self.evidence.of(condition.judge, condition.term, known, day, mine, all_acts[judge])
                leaves[key] = self._judgement(condition, known, mine, said, shown, why)
            if self.keep or value(leaves[key]) is not False:
                ways.append((known, leaves[key]))
        return ways

    def _judgement(
        self, condition: c.Judged, env: Env, acts: list[Act], said: Value | None, shown: str | None, why: str
    ) -> Formula:  # fmt: skip
        judge = self.actors.code(condition.judge, env) or condition.judge.words
        matter = self.case.decided.matters(acts)[0] if isinstance(condition.judge, Body) else ()
        atom = Atom("judged_by", (judge, f"{self.treaty.id}:{self.article}", *matter), shown)
        if isinstance(said, Claimed):
            return self.case.truth(condition.words, said, atom)
        if not isinstance(said, bool):
            still = Leaf(condition.words, None, "unknown", atom)
            return (
                self.evidence.open(condition.judge.name, condition.term, acts, still)
                if isinstance(condition.judge, Body)
                else still
            )
        return Leaf(condition.words, said, "stated", atom, why=why)

    # ------------------------------------------------------------------------------------------------ duties as conditions
    def _owes(self, condition: c.Owes, env: Env) -> list[Way]:
        ways: list[Way] = []
        for ref in condition.under:
            for row in self.owed(ref):
                if not self._same_duty(row, condition):
                    continue
                norms = self._norms(ref, row)
                enemies = _enemies(row) if condition.against is not None else {None: ()}
                for (whom, sure), (enemy, against) in product(
                    self._to_whom(ref, row, condition.object, norms, env), enemies.items()
                ):
                    filled: Env = dict(env)
                    of = (f"{ref.treaty}:{row.clause}", row.bearer)
                    fixed = [self._end(condition.bearer, row.bearer, filled, of), sure]
                    if condition.object is not None:
                        somebody = any(norm.owed_to is not None for norm in norms)
                        fixed.append(self._end(condition.object, whom, filled, of, "to" if somebody else None))
                    if condition.against is not None:
                        somebody = any(norm.against is not None for norm in norms)
                        fixed.append(self._end(condition.against, enemy, filled, of, "against" if somebody else None))
                    formula = both(
                        *fixed,
                        all_of(
                            (row.applies, *against),
                            f"{row.bearer} {row.modal} {row.duty} {row.owed_to or 'all'} under {ref.treaty}:{row.clause}",
                            "duty",
                        ),
                    )
                    if self.keep or value(formula) is not False:
                        ways.append((filled, formula))
        return ways

    def _same_duty(self, row: Owed, condition: c.Owes) -> bool:
        if row.modal != condition.modal and not (condition.modal == "must" and row.modal == "should"):
            return False
        known = self.words.duties.get(row.duty)
        return row.duty == condition.duty or (known is not None and condition.duty in known.above)

    def _norms(self, ref: c.TreatyRef, row: Owed) -> list[Duty]:
        """The norms by which a duty is owed."""
        norms = [norm for norm in self.members.clauses(ref.treaty)[row.clause].norms if isinstance(norm, Duty)]
        return [norm for norm in norms if (norm.modal, norm.duty) == (row.modal, row.duty)]

    def _to_whom(
        self, ref: c.TreatyRef, row: Owed, who: Who | None, norms: list[Duty], env: Env
    ) -> list[tuple[str | None, Formula]]:
        """To whom a duty is owed, where one of them is meant: what is owed to all other parties is owed to each."""
        to_all = row.owed_to is None and any(norm.owed_to is None for norm in norms)
        if not to_all or who is None or (isinstance(who, Choice) and who.quantifier.startswith("every")):
            return [(row.owed_to, TRUE)]
        treaty, day = self.members.plan.treaties[ref.treaty], self.case.day
        each = [code for code in self.members.parties(treaty, day) if code != row.bearer]
        sure: list[tuple[str | None, Formula]] = [
            (code, both(self.members.is_party(treaty, code, day), self.members.not_suspended(treaty, row.bearer, code, day)))
            for code in each
            if self.actors.is_who(who, code, env, day) is not FALSE
        ]
        return sure or [(None, FALSE)]

    def _end(self, who: Who, code: str | None, env: Env, of: tuple[str, ...], unknown: str | None = None) -> Formula:
        """That one end of a duty (`of` a clause, of a bearer) is who the condition names; a word that introduces takes it.  `unknown`:
        how the duty speaks of somebody at that end of whom nobody knows who it is."""
        slot = who.slot if isinstance(who, Choice | Fixed) else None
        if code is None:
            if slot is not None:
                env[slot] = Unnamed(of, who)
            if unknown is not None:
                return open_question(f"{unknown} {who.words}", f"{unknown}_{who.words.replace(' ', '_')}", of)
            return TRUE if isinstance(who, Choice) and who.quantifier.startswith("every") else FALSE
        test = self.actors.is_who(who, code, env, self.case.day)
        if slot is not None:
            env[slot] = code
        return test

    # ------------------------------------------------------------------------------------------------ every
    def _for_every(self, condition: c.Condition, every: Choice, env: Env, day: str) -> Formula:
        """`consent by every other party`: of each of them; of `every party` with `every other`, of each with each but itself."""
        ends = _all_every(condition)
        tests = []
        for codes in product(*(self.actors.of_sort(each.sort, day, each.of) for each in ends)):
            but = env.get("bearer") if every.quantifier == "every other" else None  # in a condition: all but the bearer
            if codes[0] == but or len(set(codes)) < len(codes):
                continue
            one = _narrow(condition, tuple(Fixed(code, (code,)) for code in codes))
            if isinstance(one, c.Related) and self._with_itself(one, env):
                continue
            meant = [
                both(self.actors.is_sort(each.sort, code, each.of, day), self.actors.fits(each.that, code, env, day))
                for code, each in zip(codes, ends, strict=True)
            ]
            if any(sure is FALSE for sure in meant):
                continue
            so = self.holds(one, dict(env), day)
            for code, each, sure in zip(codes, ends, meant, strict=True):
                so = so if value(sure) is True else either(neg(sure, f"{code} is no {each.sort}"), so)
            tests.append(so)
        return all_of(tuple(tests), condition.words)

    def _with_itself(self, related: c.Related, env: Env) -> bool:
        """Whether one stands at both ends: nobody is at war with himself, and none is asked to be."""
        first, second = (self.actors.code(who, env) if who is not None else None for who in (related.first, related.second))
        return first is not None and first == second


def for_each_bearer(condition: c.Condition) -> bool:
    """Whether a condition may come out differently for each bearer: it names the bearer, or `every other party`, all but the bearer."""
    if "the bearer" in condition.words:
        return True
    found = [_every(part) for part in c.every_part(condition)]
    return any(every is not None and every.quantifier == "every other" for every in found)


def _searches(condition: c.Condition) -> bool:
    """Whether a condition looks for acts, pairs or parties that fit it, rather than testing those already known."""
    match condition:
        case c.Related(first=first, second=second):
            return opens(first) or opens(second)
        case c.NotSo(term=term):
            return _subject(term) is not None
        case c.OnDay(term=term):
            return _searches(term)
        case c.AllOf(terms=terms) | c.AnyOf(terms=terms):
            return any(_searches(term) for term in terms)
        case c.Decides(target=target):
            return _introduces(target)
        case c.ActFact() | c.ActKind() | c.InPlace() | c.Situation() | c.Count() | c.InForce():
            return False
        case c.Level(who=who) | c.PartyFact(who=who) | c.IsOne(who=who) | c.InClass(who=who):
            return isinstance(who, Choice)
    return True


def _enemies(row: Owed) -> dict[str | None, tuple[Formula, ...]]:
    """Against whom a duty is owed, each with what more it takes to be against him; None: nobody, or one of whom nobody knows who he is."""
    found: dict[str | None, list[Formula]] = {}
    for against, rests_on in row.ways:
        for code in against or (None,):
            found.setdefault(code, []).append(rests_on)
    alone = {code: either(*ways) for code, ways in found.items()} if len(found) > 1 else dict.fromkeys(found, TRUE)
    return {code: () if value(formula) is True else (formula,) for code, formula in alone.items()} or {None: ()}


_TOLD = ("adopted", "not_adopted", "vetoed", "no_decision")


def _finds(judge: Who) -> bool:
    """Whether a judgement is a finding, by a body or by all jointly: one about something.  A party may see a threat where no act is."""
    return isinstance(judge, Body) or (isinstance(judge, Choice) and judge.quantifier.startswith("every"))


def _introduces(who: Who | None) -> bool:
    """Whether the words bring in somebody new: `on a state (the culprit)`."""
    return isinstance(who, Choice) and not who.quantifier.startswith("every")


def _subject(condition: c.Condition) -> Choice | None:
    """The `a party` of which a condition, that may be negated, says something."""
    match condition:
        case c.Level(who=who) | c.PartyFact(who=who) | c.IsOne(who=who) | c.InClass(who=who):
            return who if isinstance(who, Choice) and not who.quantifier.startswith("every") else None
    return None


def _in_order(parts: _Parts) -> list[Formula]:
    """What a way rests on, the first first."""
    found: list[Formula] = []
    while parts is not None:
        parts, last = parts
        found.append(last)
    return found[::-1]


def _of(unnamed: object) -> tuple[str, ...]:
    """Of what somebody, or something, that the event does not name is asked."""
    return unnamed.of if isinstance(unnamed, Unnamed) else ()


def _every(condition: c.Condition) -> Choice | None:
    """The `every X` that a condition is about, if any: the first of two."""
    return next(iter(_all_every(condition)), None)


def _all_every(condition: c.Condition) -> tuple[Choice, ...]:
    """Each `every X` that a condition is about."""
    ends: tuple[Who | None, ...] = ()
    match condition:
        case c.Happens(pattern=pattern):
            ends = tuple(part.who for part in pattern.roles)
        case c.Related(first=first, second=second):
            ends = (first, second)
        case c.PartyFact(who=who) | c.InClass(who=who) | c.Level(who=who) | c.IsOne(who=who):
            ends = (who,)
    return tuple(who for who in ends if isinstance(who, Choice) and who.quantifier.startswith("every"))


def _narrow(condition: c.Condition, those: tuple[Fixed, ...]) -> c.Condition:
    """The condition about one of them, or about one for each `every`."""
    from treatylang.record import replace

    left = iter(those)

    def swap(who: Who | None) -> Who | None:
        return next(left) if isinstance(who, Choice) and who.quantifier.startswith("every") else who

    match condition:
        case c.Happens(pattern=pattern):
            roles = tuple(c.RolePart(part.preposition, part.slot, swap(part.who)) for part in pattern.roles)
            return c.Happens(f"{pattern.kind} {' '.join(one.words for one in those)}", replace(pattern, roles=roles))
        case c.Related():
            return replace(condition, first=swap(condition.first), second=swap(condition.second))
        case c.PartyFact() | c.InClass() | c.Level() | c.IsOne():
            return replace(condition, who=those[0])
    return condition
