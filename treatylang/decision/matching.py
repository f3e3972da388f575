"""Conditions against a case: every way in which a condition can hold, each with the formula on which it rests.

An *environment* maps slots to what fills them: role words to codes (None: nobody known), act slots to acts.  A way that plainly fails
is left out, unless `keep` asks for it, so that an explanation can say what failed.
"""

from __future__ import annotations

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.env import Env
from treatylang.decision.evidence import Evidence
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, at_least, both, either, neg, value
from treatylang.decision.members import Members
from treatylang.decision.places import Places
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.articles import within_article
from treatylang.model.vocabulary import Kind
from treatylang.model.who import Body, Choice, Fixed, Slot, Who
from treatylang.plan.plan import TreatyPlan
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Way = tuple[Env, Formula]


@dataclass(frozen=True, slots=True)
class DeemedAct:
    """An act that a clause counts as of another kind, with the roles of that kind and on what it rests."""

    act: Act
    kind: str
    roles: tuple[tuple[str, str | None], ...]
    clause: str
    rests_on: Formula


@dataclass(frozen=True, slots=True)
class Owed:
    """A row of another clause, as a condition sees it."""

    clause: str
    bearer: str
    modal: str
    duty: str
    owed_to: str | None
    against: tuple[str, ...]
    applies: Formula


if TYPE_CHECKING:
    OwedRows = Callable[[c.TreatyRef], Iterator[Owed]]


class Matcher:
    """Matches the conditions of one clause of one treaty."""

    def __init__(
        self,
        case: Case,
        treaty: TreatyPlan,
        article: str,
        members: Members,
        deemed: tuple[DeemedAct, ...],
        owed: OwedRows,
        keep: bool,
    ) -> None:
        self.case = case
        self.treaty = treaty
        self.words = treaty.vocabulary
        self.article = article
        self.members = members
        self.actors = Actors(case, treaty, members)
        self.evidence = Evidence(case, self.actors, treaty.id, article)
        self.deemed = deemed
        self.owed = owed
        self.keep = keep
        self.ending = False  # inside `lapses` or `unless`, where silence of a body is presumed to mean no
        self.places = Places(case, treaty.areas, lambda who, code, day: self.actors.is_who(who, code, {}, day))

    # ------------------------------------------------------------------------------------------------ ways
    def ways(self, condition: c.Condition, env: Env, day: str) -> list[Way]:
        """Every way in which the condition can hold, from an environment."""
        match condition:
            case c.AllOf(terms=terms):
                return self._all(terms, env, day)
            case c.AnyOf(terms=terms):
                return [way for term in terms for way in self.ways(term, env, day)]
            case c.Happens(pattern=pattern):
                return self._acts(pattern, env, alleged=False)
            case c.Judged():
                return self._judged(condition, env, day)
            case c.OnDay(term=term, day=then):
                return self.ways(term, env, then)
            case c.Related(first=first, second=second) if _opens(first) or _opens(second):
                return self._related_ways(condition, env, day)
            case c.Owes():
                return self._owes(condition, env)
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
        return (
            either(*(formula for _, formula in ways))
            if ways
            else Leaf(condition.words, False, "presumed", why="nothing listed fits it")
        )

    def _all(self, terms: tuple[c.Condition, ...], env: Env, day: str) -> list[Way]:
        found: list[Way] = [(env, TRUE)]
        for term in terms:
            grown: list[Way] = []
            for known, formula in found:
                every = _every(term)
                if every is not None:
                    grown.append((known, both(formula, self._for_every(term, every, known, day))))
                    continue
                ways = self.ways(term, known, day)
                grown += [(more, both(formula, fresh)) for more, fresh in ways]
                if not ways and self.keep:
                    grown.append((known, both(formula, Leaf(term.words, False, "presumed", why="nothing listed fits it"))))
            found = grown
        return found

    # ------------------------------------------------------------------------------------------------ plain tests
    def _test(self, condition: c.Condition, env: Env, day: str) -> Formula:
        match condition:
            case c.NotSo(term=term):
                return neg(self.holds(term, dict(env), day), condition.words)
            case c.ActFact(act=slot, fact=fact):
                act = self._act(slot, env)
                return self.case.fact(act, fact) if act else _open(condition.words, fact)
            case c.ActKind(act=slot, kind=kind):
                act = self._act(slot, env)
                return self._is_kind(act, kind, env) if act else _open(condition.words, kind)
            case c.InPlace(act=slot, where=where):
                act = self._act(slot, env)
                return both(*(self._within(act, place, env) for place in where)) if act else _open(condition.words, "place")
            case c.Situation(fact=fact, where=where):
                return self._situation(condition, fact, where, env)
            case c.PartyFact(who=who, fact=fact):
                return self._of_one(who, env, condition.words, lambda code: self.case.party_fact(code, fact))
            case c.InClass(who=who, state_class=name):
                return self._of_one(who, env, condition.words, lambda code: self.case.in_class(code, name, day, self.words))
            case c.IsOne(who=who, test=test):
                return self._identity(who, test, env, day, condition.words)
            case c.Related():
                return self._related(condition, env, day)
            case c.Level(measure=measure, who=who, amount=amount):
                return self._of_one(who, env, condition.words, lambda code: self._level(code, measure, amount))
            case c.Count():
                return self._count(condition, env, day)
            case c.Decides(body=body, decision=decision, target=target):
                codes = () if target is None else self.actors.codes(target, env, day)
                return self.case.decision(body, decision, codes, self.ending)
            case c.InForce(treaty=treaty):
                plan = self.members.plan.treaties[treaty]
                return self.members.in_force(plan, self.case.day)
        ways = self.ways(condition, env, day)
        return either(*(formula for _, formula in ways))

    def _act(self, slot: str, env: Env) -> Act | None:
        found = env.get(slot)
        return found if isinstance(found, Act) else None

    def _of_one(self, who: Who, env: Env, words: str, test: Callable[[str], Formula]) -> Formula:
        """A test of the one that a reference means; unknown where nobody is known."""
        code = self.actors.code(who, env)
        return test(code) if code is not None else _open(words, words.replace(" ", "_"))

    def _identity(self, who: Who, test: Who, env: Env, day: str, words: str) -> Formula:
        code = self.actors.code(who, env)
        if code is None:
            return _open(words, "author")
        formula = self.actors.is_who(test, code, env, day)
        act = env.get(f"@{who.slot}") if isinstance(who, Slot) else None
        if isinstance(act, Act) and value(self.case.fact(act, "attributed")) is not True:
            return Leaf(words, None, "unknown", Atom("attributed", (act.id,)))
        return formula

    def _level(self, code: str, measure: str, amount: c.Amount) -> Formula:
        known = self.words.measures[measure]
        unit = f"{amount.number:g}% of {amount.of}" if amount.unit == "%" else f"{amount.number:g} {amount.unit}"
        words = f"{measure} of {code} is {amount.comparison} {unit}"
        written = self.case.situation.party_facts.get(code, {}).get(known.fact) if known.fact else None
        return self.case.number(words, written, Atom(known.fact or measure, (code,)), amount.comparison, amount.number)

    def _situation(self, condition: c.Situation, fact: str, where: tuple[c.Where, ...], env: Env) -> Formula:
        so = self.case.situation_fact(fact)
        if not where:
            return so
        there = [both(*(self._within(act, place, env) for place in where)) for act in self.case.acts if act.happened is not False]
        return both(so, either(*there) if there else _open(condition.words, "place"))

    def _count(self, condition: c.Count, env: Env, day: str) -> Formula:
        tests = []
        for code in self.actors.of_sort(condition.sort, day):
            narrowed = both(self.actors.is_sort(condition.sort, code, None, day), self.actors.fits(condition.that, code, env, day))
            if value(narrowed) is False:
                continue
            tests.append(both(narrowed, self._test(condition.each, {**env, "each": code}, day)))
        return at_least(condition.number, tuple(tests), condition.words)

    # ------------------------------------------------------------------------------------------------ relations
    def _related(self, condition: c.Related, env: Env, day: str) -> Formula:
        if condition.place_of is not None:
            act = self._act(condition.place_of, env)
            if act is None:
                return _open(condition.words, condition.relation)
            second = self.actors.code(condition.second, env) if condition.second else None
            return self._place_relation(condition, act, second, day)
        first = self.actors.code(condition.first, env) if condition.first else None
        second = self.actors.code(condition.second, env) if condition.second else None
        if first is None or (condition.second is not None and second is None):
            return _open(condition.words, condition.relation)
        if second is None:
            return either(*(formula for _, formula in self._pairs(condition, env, day)))
        formula = self.case.relation(condition.relation, first, second, day)
        if condition.of_sort is None or value(formula) is False:
            return formula
        return both(
            formula, Leaf(f"{condition.words}", None, "unknown", Atom(condition.relation, (first, second, condition.of_sort)))
        )

    def _place_relation(self, condition: c.Related, act: Act, second: str | None, day: str) -> Formula:
        if second is None:
            return _open(condition.words, condition.relation)
        if condition.relation == "administered":
            return self.places.administered(act, second, day)
        name = (act.place.territory or act.place.name or "") if act.place else ""
        if condition.relation == "recognised":
            return self.case.relation("recognised", name or act.id, second, day)
        if condition.relation == "claimed" and act.place and second in act.place.claimed_by:
            return Leaf(condition.words, True, "stated")
        return self.case.relation(condition.relation, name or act.id, second, day)

    def _related_ways(self, condition: c.Related, env: Env, day: str) -> list[Way]:
        if condition.place_of is not None:
            return [(env, self._related(condition, env, day))]
        return self._pairs(condition, env, day)

    def _pairs(self, condition: c.Related, env: Env, day: str) -> list[Way]:
        """A relation that introduces its ends: over the pairs of which the event or its acts say anything."""
        relation = self.words.relations[condition.relation]
        found: dict[tuple[str, str], None] = {}
        for name, first, second in self.case.pairs(day):
            if name == condition.relation:
                found[(first, second)] = None
                if relation.symmetric:
                    found[(second, first)] = None
        ways: list[Way] = []
        for first, second in found:
            known: Env = dict(env)
            tests = []
            for who, code in ((condition.first, first), (condition.second, second)):
                if who is None:
                    continue
                tests.append(self.actors.is_who(who, code, known, day))
                slot = who.slot if isinstance(who, Choice | Fixed) else None
                if slot is not None:
                    known[slot] = code
            formula = both(*tests, self.case.relation(condition.relation, first, second, day))
            if self.keep or value(formula) is not False:
                ways.append((known, formula))
        return ways

    def _party_ways(self, condition: c.Condition, who: Choice, env: Env, day: str) -> list[Way]:
        """A fact of `a party`: one way for each."""
        ways: list[Way] = []
        for code in self.actors.of_sort(who.sort, day):
            known: Env = {**env, who.slot: code} if who.slot else dict(env)
            test = self._test(condition.term, known, day) if isinstance(condition, c.NotSo) else self._test(condition, known, day)
            so = neg(test, condition.words) if isinstance(condition, c.NotSo) else test
            formula = both(self.actors.is_who(who, code, env, day), so)
            if self.keep or value(formula) is not False:
                ways.append((known, formula))
        return ways

    # ------------------------------------------------------------------------------------------------ acts
    def _is_kind(self, act: Act, kind: str, env: Env) -> Formula:
        deemed = [each.rests_on for each in self.deemed if each.act is act and kind in self.words.kinds[each.kind].above]
        return either(self.case.is_kind(act, kind, self.words), *deemed)

    def _within(self, act: Act, where: c.Where, env: Env) -> Formula:
        day = self.case.day_of(act)
        return self.places.within(act, where, lambda who, code: self.actors.is_who(who, code, env, day))

    def _acts(self, pattern: c.Pattern, env: Env, alleged: bool) -> list[Way]:
        kind = self.words.kinds[pattern.kind]
        ways: list[Way] = []
        denied = False
        for act in self.case.acts:
            limited = self._limited(act, kind)
            if limited is False:
                continue
            formula = self._alleged(act, kind) if alleged else self.case.is_kind(act, kind.name, self.words)
            if formula is FALSE and not (self.keep and not kind.unlisted):
                continue
            happened = self.case.happened(act)
            if value(happened) is False:
                denied = denied or self._denies(pattern, act, env)
            first, second = self.case.doers(act), self.case.second(act)
            fillers = {part.slot: (first, second)[index] if index < 2 else () for index, part in enumerate(pattern.roles)}
            if formula is FALSE:
                formula = Leaf(f"{act.kind} is {kind.name}", False, "table")
            ways += self._fill(pattern, act, both(happened, formula), fillers, env)
        ways += [way for each in self.deemed for way in self._deemed_ways(pattern, kind, each, env)]
        if kind.unlisted and not denied and not any(value(formula) is True for _, formula in ways):
            ways.append(self._unlisted(pattern, env))
        return ways

    def _limited(self, act: Act, kind: Kind) -> bool:
        """False where a request is made under another treaty or another article than this one."""
        if act.under is None or not kind.unlisted:
            return True
        treaty, article = act.under
        return treaty == self.treaty.id and (
            article is None or within_article(self.article, article) or within_article(article, self.article)
        )

    def _denies(self, pattern: c.Pattern, act: Act, env: Env) -> bool:
        """That nobody asked: the event says that such a request did not happen, and names no one but those meant here."""
        by = pattern.roles[0] if pattern.roles else None
        if by is None or by.who is None or not self.case.doers(act):
            return True
        code = self.actors.code(by.who, env)
        return code is None or code in self.case.doers(act)

    def _deemed_ways(self, pattern: c.Pattern, kind: Kind, each: DeemedAct, env: Env) -> list[Way]:
        if kind.name not in self.words.kinds[each.kind].above:
            return []
        roles = dict(each.roles)
        names = list(kind.roles.values())
        deemed_names = list(self.words.kinds[each.kind].roles.values())
        fillers: dict[str, tuple[str, ...]] = {}
        for index, part in enumerate(pattern.roles):
            name = deemed_names[index] if index < len(deemed_names) else names[index]
            code = roles.get(name)
            fillers[part.slot] = (code,) if code is not None else ()
        return self._fill(pattern, each.act, each.rests_on, fillers, env)

    def _fill(self, pattern: c.Pattern, act: Act, formula: Formula, fillers: dict[str, tuple[str, ...]], env: Env) -> list[Way]:
        """Every way to fill the roles of a pattern with the actors of an act."""
        day = self.case.day_of(act)
        kind = self.words.kinds[pattern.kind]
        found: list[tuple[Env, list[Formula]]] = [({**env, pattern.slot: act}, [formula])]
        for index, part in enumerate(pattern.roles):
            grown: list[tuple[Env, list[Formula]]] = []
            for known, tests in found:
                for code in fillers[part.slot] or (None,):
                    test = self._role(part, index, code, act, known, day)
                    if test is FALSE and not self.keep:
                        continue
                    filled: Env = {**known, part.slot: self.actors.for_whom(part.who, code)}
                    if index == 0 and code is not None:
                        filled[f"@{part.slot}"] = act
                    if index > 0 and part.who is None and kind.unlisted:
                        filled[f"~{part.slot}"] = None  # one who is merely asked is no stranger to the duty
                    grown.append((filled, [*tests, test]))
            found = grown
        ways: list[Way] = []
        for known, tests in found:
            more = self._details(pattern, act, known)
            whole = both(*tests, *more)
            if self.keep or value(whole) is not False:
                ways.append((known, all_of((whole,), self._told(pattern, act), "act")))
        return ways

    def _role(self, part: c.RolePart, index: int, code: str | None, act: Act, env: Env, day: str) -> Formula:
        if part.who is None:
            return TRUE
        if code is None:
            return Leaf(f"{part.preposition} {part.who.words}", None, "unknown", Atom(part.slot, (act.id,)))
        every = part.who if isinstance(part.who, Choice) and part.who.quantifier.startswith("every") else None
        test = TRUE if every is not None and part.who.words == code else self.actors.is_who(part.who, code, env, day)
        if test is FALSE:
            return Leaf(f"{code} is {part.who.words}", False, "table") if self.keep else FALSE
        if index == 0 and "attributed" in self.case.words.facts:
            attributed = self.case.fact(act, "attributed")
            if act.kind in self.case.words.kinds and "hostile_act" in self.case.words.kinds[act.kind].above:
                test = both(test, attributed)
        return test

    def _details(self, pattern: c.Pattern, act: Act, env: Env) -> list[Formula]:
        more: list[Formula] = []
        if pattern.targets:
            owner = next((env.get(part.slot) for part in pattern.roles if part.preposition != "by"), None)
            more.append(self.places.struck(act, pattern.targets, owner if isinstance(owner, str) else None))
        more += [self._within(act, where, env) for where in pattern.where]
        for amount in pattern.amounts:
            words = f"{act.kind} with {amount.comparison} {amount.number:g} {amount.unit}"
            atom = Atom(amount.unit, (act.id,))
            more.append(self.case.number(words, act.facts.get(amount.unit), atom, amount.comparison, amount.number))
        for aim in pattern.aims:
            more.append(Leaf(aim, None, "unknown", Atom(aim.replace(" ", "_"), (act.id,))))
        if pattern.of is not None:
            if act.under is not None:
                more.append(Leaf(f"{act.kind} of {pattern.of}", act.under[0] == pattern.of, "stated"))
            else:
                more.append(Leaf(f"{act.kind} of {pattern.of}", None, "unknown", Atom(act.kind, (pattern.of,))))
        return more

    def _unlisted(self, pattern: c.Pattern, env: Env) -> Way:
        """An act of a kind about which silence means that it is not known."""
        known: Env = dict(env)
        of = []
        for part in pattern.roles:
            code = self.actors.code(part.who, env) if part.who is not None else None
            known[part.slot] = code
            if code is not None:
                of.append(code)
        known[pattern.slot] = None
        return known, Leaf(pattern.words, None, "unknown", Atom(pattern.kind, tuple(of)))

    def _told(self, pattern: c.Pattern, act: Act) -> str:
        by = ", ".join(self.case.doers(act)) or "someone unknown"
        second = self.case.second(act)
        on = f" {self.words.kinds[act.kind].second} {', '.join(second)}" if second else ""
        where = f", {act.place.name or act.place.territory}" if act.place and (act.place.name or act.place.territory) else ""
        return f"{pattern.words}: {act.kind} by {by}{on}, {self.case.day_of(act)}{where}"

    # ------------------------------------------------------------------------------------------------ judgement
    def _alleged(self, act: Act, kind: Kind) -> Formula:
        """That the act could be taken for one of the kind, were somebody to judge so: its kind fits, or would amount to it."""
        if kind.name in self.words.kinds[act.kind].above:
            return TRUE
        reached = self.case.is_kind(act, kind.name, self.words)
        return TRUE if reached is not FALSE else FALSE

    def _judged(self, condition: c.Judged, env: Env, day: str) -> list[Way]:
        """What somebody holds is one question, answered by what they said, asked or found; where nobody did, it is open."""
        candidates: list[Way] = []
        if isinstance(condition.term, c.Happens):
            candidates = [
                (known, TRUE)
                for known, formula in self._acts(condition.term.pattern, env, alleged=True)
                if self._names_fit(formula)
            ]
        elif isinstance(condition.term, c.Situation):
            candidates = [(dict(env), TRUE)]
        else:
            candidates = [(dict(env), TRUE)]
        said, shown = self.evidence.of(
            condition.judge, env, day, [act for known, _ in candidates for act in known.values() if isinstance(act, Act)]
        )
        if not candidates and (said is not True or isinstance(condition.judge, Body)):  # a body finds something about an act
            return (
                [(dict(env), Leaf(condition.words, False, "presumed", why="no act listed could be so judged"))] if self.keep else []
            )
        if not candidates:
            candidates = [(dict(env), TRUE)]
        leaf = self._judgement(condition, env, said, shown)
        return [(known, leaf) for known, _ in candidates] if self.keep or value(leaf) is not False else []

    def _names_fit(self, formula: Formula) -> bool:
        """An act that might be judged so must at least concern those named; the rest is the judge's."""
        return not any(leaf.value is False and leaf.basis == "table" for leaf in _leaves(formula))

    def _judgement(self, condition: c.Judged, env: Env, said: bool | None, shown: str | None) -> Leaf:
        judge = self.actors.code(condition.judge, env) or condition.judge.words
        atom = Atom("judged_by", (judge, f"{self.treaty.id}:{self.article}"), shown or "request_for_consultation")
        if said is None:
            return Leaf(condition.words, None, "unknown", atom)
        why = "they said so, or asked for it" if said else "nobody asked"
        return Leaf(condition.words, said, "stated", atom, why=why)

    # ------------------------------------------------------------------------------------------------ duties as conditions
    def _owes(self, condition: c.Owes, env: Env) -> list[Way]:
        ways: list[Way] = []
        for ref in condition.under:
            for row in self.owed(ref):
                if not self._same_duty(row, condition):
                    continue
                known: Env = dict(env)
                tests = [self._end(condition.bearer, row.bearer, known)]
                if condition.object is not None:
                    tests.append(self._end(condition.object, row.owed_to, known))
                for enemy in row.against or (None,) if condition.against is not None else (None,):
                    fixed = [*tests]
                    filled: Env = dict(known)
                    if condition.against is not None:
                        fixed.append(self._end(condition.against, enemy, filled))
                    formula = both(
                        *fixed,
                        all_of(
                            (row.applies,),
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

    def _end(self, who: Who, code: str | None, env: Env) -> Formula:
        """That one end of a duty is who the condition names; a word that introduces takes it."""
        slot = who.slot if isinstance(who, Choice | Fixed) else None
        if code is None:
            if slot is not None:
                env[slot] = None
            return TRUE if isinstance(who, Choice) and who.quantifier.startswith("every") else FALSE
        test = self.actors.is_who(who, code, env, self.case.day)
        if slot is not None:
            env[slot] = code
        return test

    # ------------------------------------------------------------------------------------------------ every
    def _for_every(self, condition: c.Condition, every: Choice, env: Env, day: str) -> Formula:
        """`consent by every other party`: of each of them."""
        tests = []
        for code in self.actors.everyone(every, env, day):
            one = _narrow(condition, Fixed(code, (code,)))
            so = self.holds(one, dict(env), day)
            sure = self.actors.is_sort(every.sort, code, every.of, day)
            tests.append(so if value(sure) is True else either(neg(sure, f"{code} is no {every.sort}"), so))
        return all_of(tuple(tests), condition.words)


def _open(words: str, word: str) -> Leaf:
    """A question about someone, or an act, that the event does not name."""
    return Leaf(words, None, "unknown", Atom(word))


def _opens(who: Who | None) -> bool:
    return isinstance(who, Choice) or (isinstance(who, Fixed) and who.slot is not None and len(who.codes) > 1)


def _searches(condition: c.Condition) -> bool:
    """Whether a condition looks for acts, pairs or parties that fit it, rather than testing those already known."""
    match condition:
        case c.Related(first=first, second=second):
            return _opens(first) or _opens(second)
        case c.NotSo(term=term):
            return _subject(term) is not None
        case c.ActFact() | c.ActKind() | c.InPlace() | c.Situation() | c.Count() | c.Decides() | c.InForce():
            return False
        case c.Level(who=who) | c.PartyFact(who=who) | c.IsOne(who=who) | c.InClass(who=who):
            return isinstance(who, Choice)
    return True


def _subject(condition: c.Condition) -> Choice | None:
    """The `a party` of which a condition, that may be negated, says something."""
    match condition:
        case c.Level(who=who) | c.PartyFact(who=who) | c.IsOne(who=who) | c.InClass(who=who):
            return who if isinstance(who, Choice) and not who.quantifier.startswith("every") else None
    return None


def _every(condition: c.Condition) -> Choice | None:
    """The `every X` that a condition is about, if any."""
    ends: tuple[Who | None, ...] = ()
    match condition:
        case c.Happens(pattern=pattern):
            ends = tuple(part.who for part in pattern.roles)
        case c.Related(first=first, second=second):
            ends = (first, second)
        case c.PartyFact(who=who) | c.InClass(who=who) | c.Level(who=who) | c.IsOne(who=who):
            ends = (who,)
    return next((who for who in ends if isinstance(who, Choice) and who.quantifier.startswith("every")), None)


def _narrow(condition: c.Condition, one: Fixed) -> c.Condition:
    """The condition about one of them."""
    from treatylang.record import replace

    def swap(who: Who | None) -> Who | None:
        return one if isinstance(who, Choice) and who.quantifier.startswith("every") else who

    match condition:
        case c.Happens(pattern=pattern):
            roles = tuple(c.RolePart(part.preposition, part.slot, swap(part.who)) for part in pattern.roles)
            return c.Happens(f"{pattern.kind} {one.words}", replace(pattern, roles=roles))
        case c.Related():
            return replace(condition, first=swap(condition.first), second=swap(condition.second))
        case c.PartyFact() | c.InClass() | c.Level() | c.IsOne():
            return replace(condition, who=one)
    return condition


def _leaves(formula: Formula) -> Iterator[Leaf]:
    from treatylang.decision.formula import leaves

    return leaves(formula)
