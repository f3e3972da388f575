"""Clauses against a case: who owes what to whom, each with the formula on which it rests."""

from __future__ import annotations

from itertools import product

from treatylang.decision import ends, lines
from treatylang.decision.case import Case
from treatylang.decision.displacement import displaced
from treatylang.decision.env import DeemedAct, Env, acts_of, introduced
from treatylang.decision.force import Force
from treatylang.decision.formula import FALSE, TRUE, All, Formula, Leaf, Neg, all_of, both, either, nothing_fits, value
from treatylang.decision.matching import Grounds, Matcher, Owed, for_each_bearer
from treatylang.decision.members import Members
from treatylang.decision.merging import Key, Merged, add_ways, alike_norms, finish, new_entry
from treatylang.decision.not_yet import Spent, bounded
from treatylang.decision.patterns import may_fit
from treatylang.decision.row import Fiction, Row, RowWay
from treatylang.decision.untouched import Untouched
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.treaty import Deems, Duty, Prohibition
from treatylang.model.who import Body, Choice, Who
from treatylang.plan.plan import ClausePlan, Guard, GuardedLine, Plan, TreatyPlan, Trigger
from treatylang.record import replace
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


class Engine:
    """Evaluates clauses of a plan for one case, each at most once."""

    def __init__(self, case: Case, plan: Plan, members: Members, keep: bool = False, standing: bool = True) -> None:
        self.case = case
        self.plan = plan
        self.members = members
        self.keep = keep
        self.standing = standing
        self._grounds: dict[str, Grounds] = {}
        self._did: dict[str, frozenset[str]] = {}
        self._rows: dict[tuple[str, str], tuple[Row, ...]] = {}
        self._by_bearer: dict[tuple[str, str], tuple[tuple[Row, ...], dict[str, list[Row]]]] = {}
        self._started: dict[int, tuple[str, ...]] = {}  # by the identity of a row's formula, which lives as long as the row
        self._deemed: dict[str, tuple[DeemedAct, ...]] = {}
        self._fictions: dict[str, tuple[Fiction, ...]] = {}
        self.untouched = Untouched(case)
        self._everything: Engine | None = None
        self._spent = Spent()
        self.force = Force(case, members, self._matcher)
        members.goes_on = self.force.of_treaty

    # ------------------------------------------------------------------------------------------------ asking
    def rows(self, treaty: TreatyPlan, clause: ClausePlan) -> tuple[Row, ...]:
        """All rows of a clause, those displaced by another clause marked so in their formula."""
        key = (treaty.id, clause.id)
        if key not in self._rows:
            self._rows[key] = ()  # a cycle, which the checks refuse, ends here
            self._rows[key] = displaced(self, treaty, clause, self._clause(treaty, clause))
        return self._rows[key]

    def rows_of(self, treaty: TreatyPlan, clause: ClausePlan, bearer: str) -> list[Row]:
        """The rows of a clause that are one bearer's: a hundred bearers would each look through those of a hundred."""
        rows = self.rows(treaty, clause)
        key = (treaty.id, clause.id)
        if key not in self._by_bearer or self._by_bearer[key][0] is not rows:
            found: dict[str, list[Row]] = {}
            for row in rows:
                found.setdefault(row.bearer, []).append(row)
            self._by_bearer[key] = (rows, found)
        return self._by_bearer[key][1].get(bearer, [])

    def fictions(self, treaty: TreatyPlan) -> tuple[Fiction, ...]:
        """The acts that the treaty counts as acts on all."""
        self.deemed(treaty)
        return self._fictions[treaty.id]

    def deemed(self, treaty: TreatyPlan) -> tuple[DeemedAct, ...]:
        """Acts that the treaty's clauses count as of another kind, to a fixpoint: what is deemed may be deemed again."""
        if treaty.id not in self._deemed:
            self._deemed[treaty.id] = ()
            self._fictions[treaty.id] = ()
            found: dict[tuple[str, str, tuple[tuple[str, str | None], ...], str], DeemedAct] = {}
            fictions: dict[tuple[str, str], Fiction] = {}
            clauses = [clause for clause in treaty.clauses if clause.deems and self.may_start(treaty, clause)]
            grown = bool(clauses)
            while grown:
                fresh: dict[tuple[str, str, tuple[tuple[str, str | None], ...], str], list[DeemedAct]] = {}
                for clause in clauses:
                    for each, fiction in self._deeming(treaty, clause):
                        if fiction is not None:
                            fictions[(fiction.clause, fiction.act)] = fiction
                            continue
                        key = (each.act.id, each.kind, each.roles, clause.id)
                        if key not in found:
                            fresh.setdefault(key, []).append(each)
                grown = bool(fresh)
                for key, ways in fresh.items():  # several attackers may each lead to it
                    found[key] = replace(ways[0], rests_on=either(*(each.rests_on for each in ways))) if len(ways) > 1 else ways[0]
                self._deemed[treaty.id] = tuple(found.values())
            self._fictions[treaty.id] = tuple(fictions.values())
        return self._deemed[treaty.id]

    def owed(self, ref: c.TreatyRef) -> Iterator[Owed]:
        """Rows of the clauses that a reference names, for conditions that ask whether a duty is owed."""
        treaty = self.plan.treaties[ref.treaty]
        for clause in self.members.meant(ref):
            for row in self.rows(treaty, clause):
                if value(row.applies) is False:
                    continue
                duty = row.norm.duty if isinstance(row.norm, Duty) else "refrain"
                self._started[id(row.applies)] = row.acts
                ways = tuple((way.against, way.rests_on) for way in row.ways) if isinstance(row.norm, Duty) else ()
                yield Owed(clause.id, row.bearer, row.norm.modal, duty, row.owed_to, ways, row.applies)

    # ------------------------------------------------------------------------------------------------ one clause
    def may_start(self, treaty: TreatyPlan, clause: ClausePlan) -> bool:
        """Whether the text asked holds the clause, and an act is listed that can start it, if it needs one."""
        if self.case.hides(clause.secret):
            return False
        return self.keep or clause.standing or not self.untouched.is_untouched(treaty.id, clause.starts)

    def may_be_broken(self, treaty: TreatyPlan, clause: ClausePlan, acts: Collection[Act]) -> bool:
        """Whether one of the acts may be one that the clause forbids, or is deemed to be one."""
        case = self.case.seen_by(treaty)
        words = case.words
        if not clause.forbids or (clause.standing and self.untouched.is_untouched(treaty.id, clause.starts)):
            return False
        told = clause.standing and clause.starts is not None  # that nothing is deemed to be what the clause forbids
        for each in () if told else self.deemed(treaty):
            if (each.act.index < 0 or each.act in acts) and any(kind in words.kinds[each.kind].above for kind in clause.forbids):
                return True
        near = [act for act in acts if any(case.is_kind(act, kind) is not FALSE for kind in clause.forbids)]
        if not near:  # as is most often so: then the clause need not be looked into
            return False
        actors = self._ground(treaty).actors
        forbidden = [norm.act for norm in clause.norms if isinstance(norm, Prohibition)]
        return any(may_fit(self.case, actors, pattern, act) for pattern in forbidden for act in near)

    def _ground(self, treaty: TreatyPlan) -> Grounds:
        if treaty.id not in self._grounds:
            self._grounds[treaty.id] = Grounds(self.case, treaty, self.members, self._spent)
        return self._grounds[treaty.id]

    def _matcher(self, treaty: TreatyPlan, clause: ClausePlan, keep: bool | None = None) -> Matcher:
        deemed = self._deemed.get(treaty.id, ()) if clause.deems else self.deemed(treaty)
        grounds = self._ground(treaty)
        return Matcher(self.case, treaty, clause.article, grounds, deemed, self.owed, self.keep if keep is None else keep)

    def _clause(self, treaty: TreatyPlan, clause: ClausePlan) -> tuple[Row, ...]:
        if not self.may_start(treaty, clause) or treaty.lasts.contains(self.case.day) is False:
            return ()
        matcher = self._matcher(treaty, clause)
        merged: dict[Key, Merged] = {}
        alike = alike_norms(clause.norms)
        organs = [who.name for norm in clause.norms if not isinstance(norm, Deems) for who in norm.bearers if isinstance(who, Body)]
        forces: dict[str, Formula] = {}  # by the day
        envs: list[tuple[Env, str]] = []
        for trigger in clause.triggers:
            words = f"when {trigger.words}".replace("when also when", "also when")  # one text for all ways: it may be long
            for whose, env, formula in self._starts(matcher, treaty, trigger, organs):
                day = self._day(env)
                allowed = lines.holds_under(matcher, trigger.guard, None, day)
                if allowed is FALSE:
                    continue
                started = both(allowed, formula)
                when = TRUE if trigger.condition is None else all_of((started,), words, "when", trigger.id)
                if day not in forces:
                    forces[day] = self._in_force(treaty, clause, day)
                force = forces[day]
                if force is FALSE and not self.keep:
                    continue
                if self.keep:
                    envs.append((env, day))
                arisen = self._arisen(when) if clause.asks else ()
                for index, norm in zip(alike, clause.norms, strict=True):
                    if isinstance(norm, Duty):
                        self._duty(matcher, clause, index, norm, env, day, force, when, merged, whose, arisen)
                    elif isinstance(norm, Prohibition):
                        self._prohibition(matcher, clause, index, norm, env, day, force, when, merged, whose)
        if self.keep and not clause.standing:
            self._not_meant(matcher, clause, alike, merged, envs)
        met = {(index, bearer) for index, bearer, _, started in merged if started}
        read = lines.readings_of(clause)
        return tuple(finish(matcher, clause, each, read) for key, each in merged.items() if key[3] or key[:2] not in met)

    def _not_meant(
        self, matcher: Matcher, clause: ClausePlan, alike: list[int], merged: dict[Key, Merged], envs: list[tuple[Env, str]]
    ) -> None:
        """Of a norm that nobody bears here, since all whom it could mean take part in the act themselves: rows that say so."""
        treaty = matcher.treaty
        borne = {key[0] for key in merged}
        for (index, norm), (env, day) in product(zip(alike, clause.norms, strict=True), envs):
            if index in borne or isinstance(norm, Deems):
                continue
            dated = lines.dated(matcher, norm.spell, day, norm.words)
            taking_part = introduced(env).union(*(self.case.doers(act) for act in acts_of(env)))
            for bearer in ends.bearers(matcher, norm.bearers, {}, day):
                if bearer not in taking_part:
                    continue
                party = ends.bound(matcher, norm, bearer, day)
                meant = Leaf(f"{bearer} is one of those meant", False, "table", why="who takes part himself is not")
                force = self._in_force(treaty, clause, day)
                applies = _conjunction(force, party, dated, all_of((meant,), norm.words, "bearer"))
                key = (index, bearer, None, False)
                if party is FALSE or key in merged or self._fails(applies, matcher, clause):
                    continue
                merged[key] = new_entry(matcher, clause, norm, key, None, day)
                merged[key].violated.extend([FALSE] if isinstance(norm, Prohibition) else [])
                self._count_duty(matcher, clause)
                add_ways(merged[key], applies, [], day)

    def _starts(
        self, matcher: Matcher, treaty: TreatyPlan, trigger: Trigger, organs: list[str]
    ) -> Iterator[tuple[str | None, Env, Formula]]:
        """Every way in which a clause starts; and for whom, where it asks of the bearer or of all others: then for each bearer by itself."""
        if trigger.condition is None:
            yield None, {}, TRUE
            return
        found = False
        for whose in (*self.members.parties(treaty, self.case.day), *organs) if for_each_bearer(trigger.condition) else (None,):
            for env, formula in matcher.ways(trigger.condition, {} if whose is None else {"bearer": whose}, self.case.day):
                found = True
                yield whose, {slot: each for slot, each in env.items() if slot != "bearer"}, formula
        if not found and self.keep and trigger.guard is None:
            yield None, {}, nothing_fits(trigger.words)

    def _arisen(self, when: Formula) -> tuple[str, ...]:
        """The acts that started the duties from which a clause's own arises."""
        found: dict[str, None] = {}
        stack = [when]
        while stack:
            node = stack.pop()
            if isinstance(node, Leaf | Neg) or value(node) is False:
                continue  # a duty that must not be there starts nothing
            if isinstance(node, All) and node.role == "duty":
                found |= dict.fromkeys(self._started.get(id(node.terms[0]), ()))
            else:
                stack.extend(reversed(node.terms))
        return tuple(found)

    def _day(self, env: Env) -> str:
        """The day of the triggering act, the latest of several; without an act the day asked about."""
        days = [self.case.day_of(act) for act in acts_of(env)]
        return max(days) if days else self.case.day

    def _in_force(self, treaty: TreatyPlan, clause: ClausePlan, day: str) -> Formula:
        terms = self.force.of_clause(treaty, clause, day)
        if any(value(term) is False for term in terms) and not self.keep:
            return FALSE
        return all_of(terms, f"{treaty.id}, Article {clause.article} is in force", "in force")

    def _duty(
        self, matcher: Matcher, clause: ClausePlan, index: int, norm: Duty, env: Env, day: str, force: Formula, when: Formula,
        merged: dict[Key, Merged], whose: str | None, arisen: tuple[str, ...],
    ) -> None:  # fmt: skip
        dated = lines.dated(matcher, norm.spell, day, norm.words)
        if dated is FALSE and not self.keep:
            return
        alike = tuple([each for each in clause.lines if not lines.about_bearer(each)])
        for_one = tuple([each for each in clause.lines if lines.about_bearer(each)])
        kept = self.force.kept(matcher.treaty, clause)
        shared = lines.tests(matcher, alike, env, None, day, kept)
        started = value(when) is not False
        acts = (*[each.id for each in acts_of(env)], *arisen) if started else ()
        for bearer in ends.bearers(matcher, norm.bearers, env, day):
            if whose not in (None, bearer):
                continue
            party = ends.bound(matcher, norm, bearer, day)
            if party is FALSE:
                continue
            known: Env = {**env, "bearer": bearer}
            meant = ends.codes(matcher, norm.against, known)
            against = tuple([code for code in meant if code != bearer])
            if meant and not against:
                continue  # nobody owes a duty against himself
            rules = [*shared, *lines.tests(matcher, for_one, known, bearer, day, kept)] if for_one else shared
            for owed_to in ends.beneficiaries(matcher, norm.owed_to, known, day):
                if owed_to == bearer:
                    continue
                pair = ends.pair(matcher, norm, bearer, owed_to, day)
                applies = _conjunction(force, party, dated, when, pair, *rules)
                if self._fails(applies, matcher, clause):
                    continue
                key = (index, bearer, owed_to if started else None, started)
                if key not in merged:
                    strength = lines.strength(matcher, clause, norm.strength, bearer, day)
                    merged[key] = new_entry(matcher, clause, norm, key, strength, day)
                    self._count_duty(matcher, clause)
                add_ways(merged[key], applies, [RowWay(applies, acts, against)], day)

    def _fails(self, applies: Formula, matcher: Matcher, clause: ClausePlan) -> bool:
        """Whether it fails, and nobody asks why.  Raises `NotYet` where every party owes every other something in a thousand clauses."""
        fails, where = value(applies) is False, f"{matcher.treaty.id}, Article {clause.article}"
        if fails:
            self._spent.failed += 1
            bounded(self._spent.failed, LIMITS.failed, "an answer for which more than {most} formulas fail", where)
        else:
            self._spent.formulas += 1
            bounded(self._spent.formulas, LIMITS.formulas, "an answer of more than {most} formulas", where)
        return fails and not self.keep

    def _count_duty(self, matcher: Matcher, clause: ClausePlan) -> None:
        self._spent.duties += 1
        where = f"{matcher.treaty.id}, Article {clause.article}"
        bounded(self._spent.duties, LIMITS.duties, "an answer of more than {most} duties", where)

    def _prohibition(
        self, matcher: Matcher, clause: ClausePlan, index: int, norm: Prohibition, env: Env, day: str, force: Formula, when: Formula,
        merged: dict[Key, Merged], whose: str | None,
    ) -> None:  # fmt: skip
        dated = lines.dated(matcher, norm.spell, day, norm.words)
        if dated is FALSE and not self.keep:
            return
        idle = clause.standing and not self.standing  # only a breach is asked for, and only one who did something commits it
        if idle and not any(
            matcher.members.is_party(matcher.treaty, code, day) is not FALSE for code in self._doers(matcher.treaty)
        ):
            return
        of_act, of_rule = lines.split(clause, norm.act)
        kept = self.force.kept(matcher.treaty, clause)
        did = self._doers(matcher.treaty)
        for bearer in ends.bearers(matcher, norm.bearers, env, day, did if idle else None):
            if whose not in (None, bearer) or (idle and bearer not in did):
                continue
            known: Env = {**env, "bearer": bearer}
            party = ends.bound(matcher, norm, bearer, day)
            if party is FALSE:
                continue
            protected = ends.protected(matcher, norm, known)
            if protected == bearer:
                continue  # no duty to oneself
            members = matcher.members
            pair = (
                members.not_suspended(matcher.treaty, bearer, protected, day)
                if protected
                else members.somebody(matcher.treaty, bearer, day)
            )
            applies = _conjunction(force, party, dated, when, pair, *lines.tests(matcher, of_rule, known, bearer, day, kept))
            if self._fails(applies, matcher, clause):
                continue
            breaches = self._breaches(matcher, clause, norm, known, of_act, bearer, day)
            if idle and not breaches:
                continue
            key = (index, bearer, protected, value(when) is not False)
            if key not in merged:
                merged[key] = new_entry(matcher, clause, norm, key, None, day)
                self._count_duty(matcher, clause)
            merged[key].violated.append(either(*(breach for breach, _ in breaches)))
            add_ways(merged[key], applies, [RowWay(both(applies, breach), (act,), ()) for breach, act in breaches], day)

    def _breaches(
        self,
        matcher: Matcher,
        clause: ClausePlan,
        norm: Prohibition,
        known: Env,
        of_act: tuple[GuardedLine, ...],
        bearer: str,
        day: str,
    ) -> list[tuple[Formula, str]]:
        """The forbidden acts of a bearer: what each rests on, and the act."""
        breaches: list[tuple[Formula, str]] = []
        if bearer not in self._doers(matcher.treaty):
            return breaches
        strict = self._matcher(matcher.treaty, clause, keep=False)
        for more, formula in strict.ways(c.Happens(norm.act.words, norm.act), known, self.case.day):
            act = more.get(norm.act.slot)
            if not isinstance(act, Act):
                continue  # an act of which nothing is known breaks nothing yet
            other = next((more[part.slot] for part in norm.act.roles[1:2]), None)
            then = self.case.day_of(act)  # what was done before the rule, or its bearer, was bound broke nothing
            pair = matcher.members.not_suspended(matcher.treaty, bearer, other, then) if isinstance(other, str) else TRUE
            bound: Formula = TRUE
            if then != day:
                bound = both(self._in_force(matcher.treaty, clause, then), ends.bound(matcher, norm, bearer, then))
            breach = _conjunction(formula, pair, bound, *lines.tests(matcher, of_act, more, bearer, day))
            if value(breach) is not False or self.keep:  # one that is excused is told, with what excuses it
                breaches.append((breach, act.id))
        return breaches

    def _doers(self, treaty: TreatyPlan) -> frozenset[str]:
        """Everyone who did something, himself or by a government or force, or is deemed to have."""
        if treaty.id not in self._did:
            found = set(self.case.sides({code for act in self.case.acts for code in self.case.doers(act)}))
            for each in self.deemed(treaty):
                by = next(iter(treaty.vocabulary.kinds[each.kind].roles.values()), None)  # the first role is the doer's
                found |= {code for role, code in each.roles if role == by and code is not None}
            self._did[treaty.id] = frozenset(found)
        return self._did[treaty.id]

    def _deeming(self, treaty: TreatyPlan, clause: ClausePlan) -> Iterator[tuple[DeemedAct, Fiction | None]]:
        matcher = self._matcher(treaty, clause, keep=False)
        for trigger in clause.triggers:
            if trigger.condition is None:
                continue
            for env, formula in matcher.ways(trigger.condition, {}, self.case.day):
                day = self._day(env)
                act = next(iter(acts_of(env)), None)
                allowed = lines.holds_under(matcher, trigger.guard, None, day)
                if allowed is FALSE:
                    continue
                rules = lines.tests(matcher, clause.lines, env, None, day, self.force.kept(treaty, clause))
                whole = _conjunction(self._in_force(treaty, clause, day), both(allowed, formula), *rules)
                if value(whole) is False:
                    continue
                for norm in clause.norms:
                    if isinstance(norm, Deems):
                        yield from self._count_as(matcher, clause, norm, env, act, whole)

    def _count_as(
        self, matcher: Matcher, clause: ClausePlan, norm: Deems, env: Env, act: Act | None, whole: Formula
    ) -> Iterator[tuple[DeemedAct, Fiction | None]]:
        if act is None:
            act = Act("situation", -1, norm.kind, (), (), date=self.case.day)
        roles = tuple(sorted((word, matcher.actors.code(who, env)) for word, who in norm.roles if not isinstance(who, Choice)))
        deemed = DeemedAct(act, norm.kind, roles, clause.id, all_of((whole,), f"Article {clause.article}: {norm.words}", "deemed"))
        if norm.spread:
            yield deemed, Fiction(matcher.treaty.id, clause.id, norm.words, act.id, whole)
        else:
            yield deemed, None

    def means(self, treaty: TreatyPlan, who: Who, code: str, env: Env) -> Formula:
        """That a reference in a treaty means somebody, on the day asked about."""
        return self._ground(treaty).actors.is_who(who, code, env, self.case.day)

    # ------------------------------------------------------------------------------------------------ subject to
    def holds_for(self, treaty: TreatyPlan, clause: ClausePlan, guard: Guard | None, bearer: str) -> Formula:
        """That a line of a rider holds for a bearer on the day, in the text that is asked."""
        return TRUE if guard is None else lines.holds_under(self._matcher(treaty, clause), guard, bearer, self.case.day)

    def whole(self) -> Engine:
        """The engine that leaves out nothing: what always holds displaces too where nobody breaks it."""
        if self._everything is None:
            self._everything = self if self.standing else Engine(self.case, self.plan, self.members, self.keep)
        return self._everything


def _conjunction(*terms: Formula) -> Formula:
    """A conjunction of the parts of a rule that stays a node of its own, so that an explanation can name each part."""
    kept = tuple([term for term in terms if term is not TRUE])
    return FALSE if len(kept) == 1 and kept[0] is FALSE else all_of(kept)
