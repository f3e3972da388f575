"""Patterns of acts against the acts of a case: `armed_attack by a state (the attacker) on a party in europe`.

Each way fills the roles of the pattern with actors of one act, and carries the formula on which it rests.
"""

from __future__ import annotations

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.env import FILLING, SOMEBODY, DeemedAct, Env, Unnamed, Way
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, both, either, neg, value
from treatylang.decision.not_yet import FITS, bounded
from treatylang.decision.places import Places
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.articles import within_article
from treatylang.model.vocabulary import Kind
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.plan.plan import TreatyPlan
from treatylang.record import replace
from treatylang.text.limits import LIMITS


class Patterns:
    """The acts of one case, as the patterns of one clause meet them."""

    def __init__(
        self,
        case: Case,
        treaty: TreatyPlan,
        article: str,
        actors: Actors,
        places: Places,
        deemed: tuple[DeemedAct, ...],
        keep: bool,
    ) -> None:
        self.case = case
        self.treaty = treaty
        self.words = case.words
        self.article = article
        self.actors = actors
        self.places = places
        self.deemed = deemed
        self._of_kind: dict[str, list[DeemedAct]] = {}
        self.keep = keep

    def is_kind(self, act: Act, kind: str) -> Formula:
        """That the act is of the kind, amounts to it, or is deemed to be of it."""
        deemed = [each.rests_on for each in self.deemed if each.act is act and kind in self.words.kinds[each.kind].above]
        return either(self.case.is_kind(act, kind), *deemed)

    def within(self, act: Act, where: c.Where, env: Env) -> Formula:
        """That the act took place there.  Where the text speaks of the land of one whom a word means, the question is about him: `the
        victim` may be another in another way."""
        day, holder = self.case.day_of(act), where.holder
        if isinstance(holder, Slot) and (code := self.actors.code(holder, env)) is not None:
            where = replace(where, words=where.words.replace(holder.words, code))
        return self.places.within(act, where, lambda who, code: self.actors.is_who(who, code, env, day))

    def _hosts(self, act: Act, where: c.Where, env: Env) -> list[Way]:
        """The ways in which an act took place there: one for each whose land it may be, where the text gives him a name."""
        if where.holder is None or where.host is None:
            return [(env, self.within(act, where, env))]
        ways: list[Way] = []
        for code in self.places.hosts(act, where):
            his = self.within(act, replace(where, holder=Fixed(where.holder.words, (code,)), host=None), env)
            formula = both(self.actors.is_who(where.holder, code, env, self.case.day_of(act)), his)
            if self.keep or formula is not FALSE:
                ways.append(({**env, where.host: code}, formula))
        return ways or [({**env, where.host: Unnamed((act.id,), where.holder)}, self.within(act, where, env))]

    def ways(self, pattern: c.Pattern, env: Env, alleged: bool = False) -> list[Way]:
        kind = self.words.kinds[pattern.kind]
        ways: list[Way] = []
        denied: list[Formula] = []
        by = self._known_doer(pattern, kind, env)
        for act in self.case.acts:
            limited = self._limited(act, kind)
            if limited is False:
                continue
            formula = self._alleged(act, kind) if alleged else self.case.is_kind(act, kind.name)
            if formula is FALSE and not (self.keep and not self._may_be_unlisted(kind)):
                continue
            first = self.case.doers(act)
            if by is not None and first:
                first = self._of_whom(act, by)
                if not first:
                    continue
            happened = self.case.happened(act)
            if value(happened) is not True:  # were it not made, nobody would have asked
                denied.append(self._denies(pattern, act, env))
            ends = (first, self.case.second(act), act.third)
            fillers = {part.slot: ends[index] if index < 3 else () for index, part in enumerate(pattern.roles)}
            if formula is FALSE:
                formula = Leaf(f"{act.kind} is {kind.name}", False, "table")
            ways += self._fill(pattern, act, both(happened, formula), fillers, env)
            bounded(
                len(ways), LIMITS.ways_of_one * (LIMITS.kept if self.keep else 1), FITS, f"{self.treaty.id}, Article {self.article}"
            )
        ways += [way for each in self._deemed_as(kind.name) for way in self._deemed_ways(pattern, kind, each, env)]
        sure = [formula for _, formula in ways] + denied
        if self._may_be_unlisted(kind) and not any(value(formula) is True for formula in sure):
            ways.append(self._unlisted(pattern, env, [*denied, *(formula for _, formula in ways)]))
        return ways

    def _known_doer(self, pattern: c.Pattern, kind: Kind, env: Env) -> str | None:
        """Who alone can have done it, where the pattern names one: then the acts of others need not be looked into."""
        first = pattern.roles[0].who if pattern.roles else None
        return self.actors.code(first, env) if first is not None and not self.keep and not self._may_be_unlisted(kind) else None

    def _may_be_unlisted(self, kind: Kind) -> bool:
        """Whether there may have been an act of a kind that the event does not list."""
        return kind.unlisted or not self.case.lists_all

    def _of_whom(self, act: Act, code: str) -> tuple[str, ...]:
        """Those who did it who may be meant by a code."""
        day = self.case.day_of(act)
        return tuple([doer for doer in self.case.doers(act) if self.case.reads(code, doer, day) is not FALSE])

    def _limited(self, act: Act, kind: Kind) -> bool:
        """False where a request is made under another treaty or another article than this one."""
        if act.under is None or not kind.unlisted:
            return True
        treaty, article = act.under
        return treaty == self.treaty.id and (
            article is None or within_article(self.article, article) or within_article(article, self.article)
        )

    def _denies(self, pattern: c.Pattern, act: Act, env: Env) -> Formula:
        """That nobody asked: the event says that such a request did not happen, and names no one but those meant here."""
        by = pattern.roles[0] if pattern.roles else None
        if by is None or by.who is None or not self.case.doers(act):
            return TRUE
        day = self.case.day_of(act)
        return either(*(self.actors.is_who(by.who, code, env, day) for code in self.case.doers(act)))

    def _deemed_as(self, kind: str) -> list[DeemedAct]:
        """What the treaty counts as an act of a kind, or of a kind of it."""
        if kind not in self._of_kind:
            self._of_kind[kind] = [each for each in self.deemed if kind in self.words.kinds[each.kind].above]
        return self._of_kind[kind]

    def _deemed_ways(self, pattern: c.Pattern, kind: Kind, each: DeemedAct, env: Env) -> list[Way]:
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
        found: list[tuple[Env, list[Formula]]] = [({**env, pattern.slot: act, FILLING: act}, [formula])]
        for index, part in enumerate(pattern.roles):
            grown: list[tuple[Env, list[Formula]]] = []
            of_whom = self._of_whom_is_open(act) if index == 0 and part.who is None and fillers[part.slot] else None
            for known, tests in found:
                if of_whom is not None:  # it may be the deed of somebody else, and those named then are strangers to it
                    grown.append(({**known, part.slot: Unnamed((act.id,))}, [*tests, neg(of_whom, "not attributed")]))
                    tests = [*tests, of_whom]
                for code in fillers[part.slot] or (None,):
                    test = self._role(part, index, code, act, known, day)
                    if test is FALSE and not self.keep:
                        continue
                    unknown = index == 0 and part.who is None and self.case.disowned(act)
                    meant = self.actors.author(part.who, code, act) if index == 0 else self.actors.for_whom(part.who, code)
                    filled: Env = {
                        **known,
                        part.slot: self._unnamed(part.who, (act.id,), known) if unknown or meant is None else meant,
                    }
                    if index == 0 and code is not None:
                        filled[f"@{part.slot}"] = act
                    if (index > 0 and part.who is None and kind.unlisted) or _is_bearer(part.who):
                        filled[f"~{part.slot}"] = None  # one who is merely asked is no stranger to the duty
                    grown.append((filled, [*tests, test]))
            found = grown
        ways: list[Way] = []
        for filling, tests in found:
            known = {slot: each for slot, each in filling.items() if slot != FILLING}
            struck, more = self._struck(pattern, act, known), self._details(pattern, act)
            for hosted, there in self._there(pattern.where, act, known):
                whole = both(*tests, struck, *there, *more)
                if self.keep or value(whole) is not False:
                    ways.append((hosted, all_of((whole,), self._told(pattern, act), "act")))
        return ways

    def _there(self, where: tuple[c.Where, ...], act: Act, env: Env) -> list[tuple[Env, list[Formula]]]:
        """Every way in which an act lies in all the places that a pattern names."""
        found: list[tuple[Env, list[Formula]]] = [(env, [])]
        for each in where:
            found = [(more, [*tests, so]) for known, tests in found for more, so in self._hosts(act, each, known)]
        return found

    def _of_whom_is_open(self, act: Act) -> Formula | None:
        """That a hostile act is to be put down to those named as its authors, where the event leaves that open."""
        if "attributed" not in act.facts or "hostile_act" not in self.case.words.kinds[act.kind].above:
            return None
        attributed = self.case.fact(act, "attributed")
        return attributed if value(attributed) is None else None

    def _role(self, part: c.RolePart, index: int, code: str | None, act: Act, env: Env, day: str) -> Formula:
        if part.who is None:
            return TRUE
        if code is None:
            meant = (self.actors.code(part.who, env) if isinstance(part.who, Slot) else None) or part.who.words
            return Leaf(f"{part.preposition} {meant}", None, "unknown", Atom(part.slot, (act.id, meant)))
        every = part.who if isinstance(part.who, Choice) and part.who.quantifier.startswith("every") else None
        test = TRUE if every is not None and part.who.words == code else self.actors.is_who(part.who, code, env, day)
        if test is FALSE:
            return Leaf(f"{code} is {part.who.words}", False, "table") if self.keep else FALSE
        if index == 0 and "attributed" in self.case.words.facts:
            attributed = self.case.fact(act, "attributed")
            if act.kind in self.case.words.kinds and "hostile_act" in self.case.words.kinds[act.kind].above:
                test = both(test, attributed)
        return test

    def _struck(self, pattern: c.Pattern, act: Act, env: Env) -> Formula:
        if not pattern.targets:
            return TRUE
        owner = next((env.get(part.slot) for part in pattern.roles if part.preposition != "by"), None)
        return self.places.struck(act, pattern.targets, owner if isinstance(owner, str) else None)

    def _details(self, pattern: c.Pattern, act: Act) -> list[Formula]:
        more: list[Formula] = []
        for amount in pattern.amounts:
            words = f"{act.kind} with {amount.comparison} {amount.number:g} {amount.unit}"
            name = self.case.name(amount.unit)
            atom = Atom(name, (act.id,))
            more.append(self.case.number(words, act.facts.get(name), atom, amount.comparison, amount.number))
        for aim in pattern.aims:
            more.append(Leaf(aim, None, "unknown", Atom(aim.replace(" ", "_"), (act.id,))))
        if pattern.of is not None:
            if act.under is not None:
                more.append(Leaf(f"{act.kind} of {pattern.of}", act.under[0] == pattern.of, "stated"))
            else:
                more.append(Leaf(f"{act.kind} of {pattern.of}", None, "unknown", Atom(act.kind, (act.id, pattern.of))))
        return more

    def _unlisted(self, pattern: c.Pattern, env: Env, listed: list[Formula]) -> Way:
        """An act of a kind about which silence means that it is not known: of one that is listed, or said not to have been, there is no
        silence (`listed`: that each is such a one)."""
        known: Env = dict(env)
        atom = Atom(self.case.name(pattern.kind), self._whose(pattern, env))
        of = (pattern.kind, *atom.of)
        for part in pattern.roles:
            code = self.actors.code(part.who, env) if part.who is not None else None
            known[part.slot] = self._unnamed(part.who, of, env) if code is None else code
            if _is_bearer(part.who):
                known[f"~{part.slot}"] = None  # as of a request that is listed: to be asked makes nobody a stranger to the duty
        known[pattern.slot] = Unnamed(of)
        strangers = [neg(each, "of somebody else it is told") for each in listed if value(each) is None]
        return known, both(*strangers, Leaf(pattern.words, None, "unknown", atom))

    def _whose(self, pattern: c.Pattern, env: Env) -> tuple[str, ...]:
        """Between whom an act that is not listed would be, in the order of its roles: `("FRA",)`, `(SOMEBODY, "ITA")`; and what more is
        said of it.  What differs in this is another question."""
        ends = [SOMEBODY if part.who is None else self.actors.code(part.who, env) or part.who.words for part in pattern.roles]
        while ends and ends[-1] == SOMEBODY:
            ends.pop()
        more = pattern.where or pattern.targets or pattern.amounts or pattern.aims or pattern.of
        return (*ends, pattern.words) if more else tuple(ends)

    def _unnamed(self, who: Who | None, of: tuple[str, ...], env: Env) -> Unnamed:
        """One who has a part in an act and is not named: the same whom another word means, or whom the text lets him be."""
        if not isinstance(who, Slot):
            return Unnamed(of, who)
        found = env.get(who.slot)
        if isinstance(found, Unnamed):
            return found
        return Unnamed(of, Fixed(who.words, (found,)) if isinstance(found, str) else None)

    def _told(self, pattern: c.Pattern, act: Act) -> str:
        by = ", ".join(self.case.doers(act)) or "someone unknown"
        second = self.case.second(act)
        on = f" {self.words.kinds[act.kind].second} {', '.join(second)}" if second else ""
        where = f", {act.place.name or act.place.territory}" if act.place and (act.place.name or act.place.territory) else ""
        return f"{pattern.words}: {act.kind} by {by}{on}, {self.case.dated(act)}{where}"

    def _alleged(self, act: Act, kind: Kind) -> Formula:
        """That the act could be taken for one of the kind, were somebody to judge so: its kind fits, or would amount to it."""
        if kind.name in self.words.kinds[act.kind].above:
            return TRUE
        reached = self.case.is_kind(act, kind.name)
        return TRUE if reached is not FALSE else FALSE


def _is_bearer(who: Who | None) -> bool:
    return isinstance(who, Slot) and who.slot == "bearer"


def may_fit(case: Case, actors: Actors, pattern: c.Pattern, act: Act) -> bool:
    """Whether an act may fit as it stands, as far as its kind and those to whom it was done tell: a quick no for all bearers."""
    if actors.case.is_kind(act, pattern.kind) is FALSE:
        return False
    second = case.second(act)
    who = pattern.roles[1].who if len(pattern.roles) > 1 else None
    if not second or not isinstance(who, Choice | Fixed):
        return True
    day = case.day_of(act)
    return any(actors.is_who(who, code, {}, day) is not FALSE for code in second)
