"""Who is meant: codes for the words of a text, and whether an actor of the event is one of those meant."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.env import FILLING, Env, Unnamed, introduced
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, both, either, neg, value
from treatylang.decision.members import Members
from treatylang.events.situation import Act
from treatylang.model.who import Body, Choice, Filter, Fixed, Slot, Who
from treatylang.plan.plan import TreatyPlan


class Actors:
    """The actors of a case as one treaty speaks of them."""

    def __init__(self, case: Case, treaty: TreatyPlan, members: Members) -> None:
        self.case = case = case.seen_by(treaty)
        self.treaty = treaty
        self.words = case.words
        self.members = members

    def code(self, who: Who, env: Env) -> str | None:
        """The code that a plain reference means."""
        match who:
            case Slot(slot=slot):
                found = env.get(slot)
                return found if isinstance(found, str) else None
            case Fixed(codes=(code,)):
                return code
            case Body(name=name):
                return name
            case Choice(slot=slot) if slot is not None:
                found = env.get(slot)
                return found if isinstance(found, str) else None
        return None

    def codes(self, who: Who, env: Env, day: str) -> tuple[str, ...]:
        code = self.code(who, env)
        if code is not None:
            return (code,)
        return who.codes if isinstance(who, Fixed) else ()

    def is_who(self, who: Who, code: str, env: Env, day: str) -> Formula:
        """That an actor is one of those meant."""
        match who:
            case Fixed(codes=codes):
                return either(*(self.case.reads(each, code, day) for each in codes))
            case Slot(slot=slot):
                found = env.get(slot)
                if isinstance(found, Unnamed):
                    may = TRUE if found.who is None else self._may_be(found.who, code, day)
                    return both(may, Leaf(f"{code} is {who.words}", None, "unknown", Atom(slot, (*found.of, code))))
                if found is None:
                    return Leaf(f"{code} is {who.words}", None, "unknown", Atom(slot, (code,)))
                return self.case.reads(found, code, day) if isinstance(found, str) else FALSE
            case Body(name=name):
                return TRUE if name == code else FALSE
            case Choice(quantifier=quantifier, sort=sort, of=of, that=that):
                if quantifier in ("another", "every other") and self.for_whom(who, code) in self._met(env):
                    return FALSE  # a government is no other state than its own
                return both(self.is_sort(sort, code, of, day), self.fits(that, code, env, day))

    def _may_be(self, who: Who, code: str, day: str) -> Formula:
        """That one is of those whom a text lets somebody be; who else had been met by then is not asked."""
        if isinstance(who, Choice):
            return both(self.is_sort(who.sort, code, who.of, day), self.fits(who.that, code, {}, day))
        return self.is_who(who, code, {}, day)

    def is_sort(self, sort: str, code: str, of: str | None, day: str) -> Formula:
        actor = self.case.situation.actors.get(code)
        if actor is not None and actor.speaks_for is not None and sort not in ("actor", "armed_group"):
            return both(self.case.party_fact(code, "lawful"), self.is_sort(sort, actor.speaks_for, of, day))
        if actor is not None and actor.of and sort not in ("actor", "armed_group"):
            return either(*(self.is_sort(sort, each, of, day) for each in actor.of))
        match sort:
            case "party":
                return self.members.is_party(self.treaty, code, day)
            case "member":
                return self._is_member(self.members.plan.treaties[of], code, day) if of else FALSE
            case "non_party" | "third_state":
                party = self.members.is_party(self.treaty, code, day)
                outside = neg(party, f"{code} is no party") if party is not FALSE else TRUE
                return both(outside, TRUE if self.case.is_state(code) else FALSE) if sort == "third_state" else outside
            case "state":
                return TRUE if self.case.is_state(code) else FALSE
            case "actor" | "participant":
                return TRUE
            case "armed_group":
                return TRUE if self.case.is_armed_group(code) else FALSE
            case "terrorist_group":  # never supposed: the event says it, or it is open
                if not self.case.is_armed_group(code):
                    return FALSE
                said = actor is not None and sort in actor.classes
                return Leaf(f"{code} is a terrorist group", said or None, "stated" if said else "unknown", Atom(sort, (code,)))
        return self.case.in_class(code, sort, day)

    def fits(self, narrowed: Filter | None, code: str, env: Env, day: str) -> Formula:
        if narrowed is None:
            return TRUE
        tests = [self.case.reads(state, code, day) for state in narrowed.states]
        if narrowed.sort is not None:
            tests.append(self.is_sort(narrowed.sort, code, None, day))
        found = either(*tests)
        if not narrowed.negated:
            return found
        return TRUE if found is FALSE else FALSE if found is TRUE else neg(found, "that is not")

    def _is_member(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        """That one is a party of a treaty that is in force, or may go on past its end."""
        party = self.members.is_party(treaty, code, day)
        return both(party, self.members.in_force(treaty, day)) if treaty.continues and party is not FALSE else party

    def of_sort(self, sort: str, day: str, of: str | None = None) -> tuple[str, ...]:
        """Codes that may be of a sort; `of` is the treaty whose members are meant."""
        if sort == "party":
            return self.members.parties(self.treaty, day)
        if sort == "member" and of is not None:
            treaty = self.members.plan.treaties[of]
            codes = self.members.parties(treaty, day)
            return tuple(code for code in codes if self._is_member(treaty, code, day) is not FALSE) if treaty.continues else codes
        if sort in self.words.classes:
            members = dict.fromkeys(self.case.today(member.state, day) for member in self.words.classes[sort].members)
            return (*members, *(code for code in self._event_class(sort) if code not in members))
        return self.named()

    def everyone(self, who: Choice, env: Env, day: str, among: frozenset[str] | None = None) -> tuple[str, ...]:
        """Codes of `every party`, `every other guarantor`; the other leaves out whomever was introduced, and the bearer.  Of parties,
        `among` asks for some only."""
        skipped = introduced(env) | self._joint(env) if who.quantifier == "every other" else frozenset()
        if "bearer" in env and who.quantifier == "every other":
            skipped = skipped | {str(env["bearer"])}
        if who.sort == "party" and among is not None:
            some = [code for code in sorted(among) if self.members.is_party(self.treaty, code, day) is not FALSE]
        else:
            some = list(self.of_sort(who.sort, day, who.of))
        return tuple(code for code in some if code not in skipped and value(self.belongs(who, code, day)) is not False)

    def belongs(self, who: Choice, code: str, day: str) -> Formula:
        """That one is of the sort named, and not left out; that a party is one is asked by itself."""
        sort = TRUE if who.sort in ("party", "member") else self.is_sort(who.sort, code, who.of, day)
        return sort if who.that is None else both(sort, self.fits(who.that, code, {}, day))

    def _met(self, env: Env) -> frozenset[str]:
        """Whoever was introduced, with the states that they stand for, and all who did the acts that are matched."""
        before = {slot: each for slot, each in env.items() if each is not env.get(FILLING)}
        return self.case.sides(introduced(env) | _doers(env) | self._joint(before))

    def others(self, env: Env, code: str) -> Env:
        """Whoever is known besides one: he himself does not keep him from being `another party`."""
        return {
            slot: one
            for slot, one in env.items()
            if one != code and not (slot.startswith("@") and isinstance(one, Act) and code in self.case.doers(one))
        }

    def _joint(self, env: Env) -> frozenset[str]:
        """All who did an act together: each is introduced by it, whichever of them a role word stands for."""
        acts = [act for slot, act in env.items() if slot.startswith("@") and isinstance(act, Act)]
        return frozenset(code for act in acts if not self.case.disowned(act) for code in self.case.doers(act))

    def _event_class(self, sort: str) -> tuple[str, ...]:
        return tuple(code for code, actor in self.case.situation.actors.items() if self.case.name(sort) in actor.classes)

    def named(self) -> tuple[str, ...]:
        """Everyone whom the event names in an act or a relation."""
        found: dict[str, None] = {}
        for act in self.case.acts:
            found |= dict.fromkeys((*self.case.doers(act), *self.case.second(act), *act.third))
        for fact in self.case.situation.relations:
            found |= {fact.first: None, fact.second: None}
        return tuple(found)

    def for_whom(self, who: Who | None, code: str | None) -> str | None:
        """The state that a government stands for, where the text means a state."""
        actor = self.case.situation.actors.get(code) if code is not None else None
        means_actor = isinstance(who, Choice) and who.sort in ("actor", "armed_group")
        return actor.speaks_for if actor is not None and actor.speaks_for and not means_actor else code

    def author(self, who: Who | None, code: str | None, act: Act) -> str | None:
        """For whom the doer of an act stands: in a strife of two governments of one state, for no state but itself."""
        state = self.for_whom(who, code)
        alike = (who is None or isinstance(who, Choice)) and state in self.case.sides(self.case.second(act))
        return code if alike else state


def _doers(env: Env) -> frozenset[str]:
    """Whoever did the acts that are matched, the bearer too where he did one."""
    return frozenset(code for slot, code in env.items() if isinstance(code, str) and f"@{slot}" in env)
