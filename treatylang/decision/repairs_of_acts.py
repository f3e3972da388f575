"""Repairs of acts: another act, or the same of another kind, by another, on another."""

from __future__ import annotations

from treatylang.decision import changes as change
from treatylang.decision.changes import Change, Edit
from treatylang.decision.clause_words import patterns
from treatylang.decision.repairs_of_features import FeatureRepairs, alike
from treatylang.decision.shortfall import ANOTHER_ACT, FACT, FEATURE, Gap
from treatylang.decision.wording import now_of, supposed, with_article
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.treaty import Deems
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class ActRepairs(FeatureRepairs):
    """What mends who did what to whom."""

    def _no_such_act(self, gap: Gap) -> Iterator[Edit]:
        for act in self._acts(gap):
            yield from self._no_act(act)

    def _another_act(self, gap: Gap) -> Iterator[Edit]:
        """An act that the event does not list; of a condition on something else, what makes that so."""
        pattern = self._pattern_of(gap.leaf.words)
        condition = self.conditions.get(gap.leaf.words)
        for each in dict.fromkeys((*([pattern] if pattern is not None else []), *patterns(self.clause))):
            yield from self._not_on_the_bearer(gap, each)
        if pattern is None and condition is not None and not isinstance(condition, c.Pattern):
            for part in c.every_part(condition):
                if isinstance(part, c.Happens):
                    yield from self._listed(part.pattern, ANOTHER_ACT)
                elif isinstance(part, c.Situation):
                    for act in self._acts(gap):
                        yield from self._in_line(gap, act)
        if pattern is not None:
            yield from self._listed(pattern, ANOTHER_ACT)
        for act in self._acts(gap) if gap.role == "bearer" and "attributed" in self.words.facts else ():
            if self.bearer in self.fitting.case.doers(act):
                told = Change(
                    f"{self._the(act)} were not attributed to {self.bearer}", True, False, "presumed", "presumed otherwise"
                )
                yield Edit(FACT, told, change.with_fact(self.scene, act, self._name("attributed"), False))
        for each in patterns(self.clause) if gap.role == "bearer" else ():
            for act in self._acts(gap) if len(each.roles) > 1 else ():
                yield from self._both_sides(act, *each.roles[:2])
            yield from self._listed(each, ANOTHER_ACT)

    def _in_line(self, gap: Gap, act: Act) -> Iterator[Edit]:
        condition = self._line(gap)
        for part in c.every_part(condition) if condition is not None else ():
            if isinstance(part, c.InPlace | c.Situation) and part.where and gap.goal:
                for place in self.fitting.places_in(part.where, act):
                    told = Change(f"{self._the(act)} were {' '.join(each.words for each in part.where)}", True, False, "map")
                    yield Edit(FEATURE, told, change.with_act(self.scene, act, replace(act, place=place, domain=None)))

    def _not_on_the_bearer(self, gap: Gap, pattern: c.Pattern) -> Iterator[Edit]:
        """Who is struck himself owes nothing: the same act on another."""
        for act in self._acts(gap):
            sides = (self.fitting.case.doers(act), self.fitting.case.second(act))
            for index, part in enumerate(pattern.roles[:2]):
                if self.bearer in sides[index] and (part.who is None or not isinstance(part.who, Fixed)):
                    who = part.who or Choice("another state", "another", "state")
                    for edit in self._side(gap, act, index, part.preposition, who):
                        yield replace(edit, cost=FEATURE, change=replace(edit.change, was=False, basis="stated"))

    def _listed(self, pattern: c.Pattern, cost: int) -> Iterator[Edit]:
        basis = "unknown" if cost == FACT else "listed"
        now = "the event does not say" if cost == FACT else ""
        told = Change(f"there were {with_article(pattern.words)}", True, None if cost == FACT else False, basis, now)
        for act in self.fitting.acts(pattern):
            yield Edit(cost, told, change.with_more(self.scene, act))
        if pattern.kind not in self.plan.vocabulary.kinds:
            for each in self._counted_as(pattern.kind):
                yield from self._listed(each, cost)

    def _counted_as(self, kind: str) -> Iterator[c.Pattern]:
        """The acts that the treaty counts as one of a kind of its own."""
        for clause in self.treaty.clauses:
            if any(isinstance(norm, Deems) and kind in self.words.kinds[norm.kind].above for norm in clause.norms):
                yield from (each for each in patterns(clause) if each.kind in self.plan.vocabulary.kinds)

    def _kind(self, gap: Gap) -> Iterator[Edit]:
        pattern = self._pattern(gap)
        if pattern is None:
            return
        wanted = self.words.kinds[pattern.kind]
        for act in self._acts(gap):
            own = self.words.kinds[act.kind]
            if not alike(own, wanted):
                continue
            told = Change(f"{self._the(act)} were {with_article(wanted.name)}", True, False, "stated", "")
            facts = {name: written for name, written in act.facts.items() if name not in self.words.kinds}
            for name in (wanted.name, *sorted(wanted.below - {wanted.name})[:3]):
                changed = replace(act, kind=self._name(name), facts=facts)
                yield Edit(FEATURE, told, change.with_act(self.scene, act, changed))

    def _another_kind(self, gap: Gap) -> Iterator[Edit]:
        """`unless the act is a hostile_act`: a kind that starts the clause, and is none of these, or is one."""
        said, _, wanted = gap.leaf.words.partition(" is ")
        wanted = wanted.removeprefix("an ").removeprefix("a ")
        if wanted not in self.words.kinds:
            return
        for act in self._acts(gap):
            if act.kind != said:
                continue
            for pattern in patterns(self.clause):
                for name in (pattern.kind, *sorted(self.words.kinds[pattern.kind].below)):
                    if (wanted in self.words.kinds[name].above) is not gap.goal:
                        continue
                    words = f"{self._the(act)} were {with_article(name)}{f' and no {wanted}' if not gap.goal else ''}"
                    facts = {each: written for each, written in act.facts.items() if each not in self.words.kinds}
                    changed = change.with_act(self.scene, act, replace(act, kind=self._name(name), facts=facts))
                    yield Edit(FEATURE, Change(words, True, False, "stated"), changed)

    def _of_a_pair(self, gap: Gap) -> Iterator[Edit]:
        """What is suspended between two may be owed to another."""
        atom = gap.leaf.atom
        if atom is None or atom.word != "suspended" or len(atom.of) != 3:
            return
        for act in self._acts(gap):
            for pattern in patterns(self.clause):
                for index, part in enumerate(pattern.roles[:2]):
                    if index == 1 and part.who is not None:
                        yield from self._side(gap, act, index, part.preposition, part.who)

    def _role(self, gap: Gap) -> Iterator[Edit]:
        atom = gap.leaf.atom
        if atom is not None and atom.word == "membership" and gap.leaf.basis != "table":
            yield from self._membership(gap)
        pattern = self._pattern(gap)
        if pattern is None:
            yield from self._one_who_is(gap)
            return
        for act in self._acts(gap):
            for index, part in enumerate(pattern.roles[:2]):
                if part.who is not None:
                    yield from self._side(gap, act, index, part.preposition, part.who)
            if len(pattern.roles) > 1:
                yield from self._both_sides(act, pattern.roles[0], pattern.roles[1])

    def _both_sides(self, act: Act, first: c.RolePart, second: c.RolePart) -> Iterator[Edit]:
        """Where the only one who could be struck is he who strikes, or the bearer: others on both sides."""
        case, kind = self.fitting.case, self.words.kinds[act.kind]
        striker = first.who or Choice("another state", "another", "state")
        if second.who is None or not case.doers(act) or not case.second(act):
            return
        struck = [code for code in self.fitting.who(second.who, case.second(act)) if code != self.bearer]
        if any(code not in case.doers(act) for code in struck):
            return
        told = Change(
            f"{self._the(act)} were by {striker.words} instead of by {', '.join(case.doers(act))} and {kind.second} {second.who.words} "
            f"instead of {kind.second} {', '.join(case.second(act))}",
            True,
            False,
            "stated",
        )
        for code in struck:
            for other in self.fitting.who(striker, (code, self.bearer, *case.doers(act))):
                changed = change.with_side(change.with_side(act, True, code), False, other)
                yield Edit(2 * FEATURE, told, change.with_act(self.scene, act, changed))

    def _side(self, gap: Gap, act: Act, index: int, preposition: str, who: Who) -> Iterator[Edit]:
        case = self.fitting.case
        sides = (case.doers(act), case.second(act))
        now = sides[index]
        open_ = not now or gap.leaf.value is None
        if index == 1:
            preposition = self.words.kinds[act.kind].second
        instead = f" instead of {preposition} {', '.join(now)}" if now and len(now) < 4 else ""
        for code in self.fitting.who(who, (*sides[1 - index], *now)):
            meant = f"{who.words} ({code})" if isinstance(who, Slot) else who.words
            told = Change(
                f"{self._the(act)} were {preposition} {meant}{instead}",
                True,
                None if open_ else False,
                "unknown" if open_ else "stated",
                "" if now else "the event does not say",
            )
            yield Edit(
                FACT if not now else FEATURE, told, change.with_act(self.scene, act, change.with_side(act, index == 1, code))
            )

    def _one_who_is(self, gap: Gap) -> Iterator[Edit]:
        """`the attacker is a great_power`: another who did it, or whom it struck."""
        condition = self._line(gap)
        for part in c.every_part(condition) if condition is not None else ():
            if not isinstance(part, c.IsOne | c.InClass) or not isinstance(part.who, Slot) or not gap.goal:
                continue
            meant = part.test if isinstance(part, c.IsOne) else Choice(part.words, "a", part.state_class)
            for act in self._acts(gap):
                for index, preposition in self._sides_of(part.who.slot, act):
                    for edit in self._side(gap, act, index, preposition, meant):
                        yield replace(edit, change=replace(edit.change, words=supposed(part.words, True)))

    def _sides_of(self, slot: str, act: Act) -> Iterator[tuple[int, str]]:
        """Which side of an act a role word means: by the patterns that introduce it, else by the kind."""
        for pattern in patterns(self.clause):
            for index, part in enumerate(pattern.roles[:2]):
                if part.slot == slot or (part.who is not None and getattr(part.who, "slot", None) == slot):
                    yield index, part.preposition
        for index, (preposition, role) in enumerate(list(self.words.kinds[act.kind].roles.items())[:2]):
            if role == slot:
                yield index, preposition

    def _membership(self, gap: Gap) -> Iterator[Edit]:
        assert gap.leaf.atom is not None
        code, treaty = gap.leaf.atom.of
        told = Change(f"{code} were {'' if gap.goal else 'not '}party to {treaty}", True, gap.was, gap.leaf.basis, now_of(gap))
        yield Edit(FACT, told, change.with_membership(self.scene, code, treaty, gap.goal))
