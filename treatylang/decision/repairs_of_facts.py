"""Repairs of facts: of an act, a party or the whole situation; relations, decisions, requests."""

from __future__ import annotations

from treatylang.decision import changes as change
from treatylang.decision.changes import Change, Edit
from treatylang.decision.env import SOMEBODY
from treatylang.decision.repairs_of_places import PlaceRepairs
from treatylang.decision.shortfall import ANOTHER_ACT, FACT, Gap
from treatylang.decision.wording import now_of, of_fact, supposed, with_article
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.vocabulary import Vocabulary
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class FactRepairs(PlaceRepairs):
    """What mends what is said, presumed or left open."""

    def _fact(self, gap: Gap) -> Iterator[Edit]:
        leaf, atom = gap.leaf, gap.leaf.atom
        found = False
        if atom is not None:
            for edit in self._by_atom(gap):
                found = True
                yield edit
        if not found:
            yield from self._by_words(gap, leaf.words)

    def _by_atom(self, gap: Gap) -> Iterator[Edit]:
        atom = gap.leaf.atom
        assert atom is not None
        word, of = atom.word, atom.of
        acts = {act.id: act for act in self.scene.acts()}
        act = acts.get(of[0]) if of else None
        if word == "happened" and act is not None:
            told = Change(f"{self._the(act)} had {'' if gap.goal else 'not '}happened", True, gap.was, gap.leaf.basis, now_of(gap))
            changed = replace(act, happened=True) if gap.goal else replace(act, happened=False, facts={})
            yield Edit(FACT, told, change.with_act(self.scene, act, changed))
        elif word == "judged_by":
            yield from self._judged(gap)
        elif word in self.words.facts and act is not None:
            yield from self._of_act(gap, act, word)
        elif word in self.words.kinds and act is not None:
            told = Change(
                f"{self._the(act)} were {'' if gap.goal else 'not '}{with_article(word)}",
                True,
                gap.was,
                gap.leaf.basis,
                now_of(gap),
            )
            yield Edit(FACT, told, change.with_fact(self.scene, act, word, gap.goal))
        elif word in self.words.kinds:
            yield from self._asked_for(gap, word, of)
        elif word in self.words.relations and len(of) >= 2:
            if not all(map(self._is_named, of[:2])):
                return
            relation = self.words.relations[word]
            told = Change(supposed(gap.leaf.words, gap.goal), True, gap.was, gap.leaf.basis, now_of(gap))
            since = self._implied_since(word, of[0], of[1]) if len(of) > 2 and not gap.goal else None
            yield Edit(FACT, told, change.with_relation(self.scene, word, of[0], of[1], gap.goal, relation.symmetric, since))
        elif word in self.words.decisions and of:
            yield self._decided(gap, of[0], word, of[1:])
        elif word == "membership":
            yield from self._membership(gap)
        elif word in self.words.facts or atom.bound is not None:
            if not of or self._is_named(of[0]):
                yield from self._of_party_or_all(gap, word, of)
        elif act is not None and gap.act is not None:
            pattern = self._pattern(gap)
            for index, part in enumerate(pattern.roles[:2] if pattern is not None else ()):
                if part.slot == word and part.who is not None:
                    yield from self._side(gap, act, index, part.preposition, part.who)

    def _is_named(self, name: str) -> bool:
        """Whether it is a code or a place, and not some words for one whom the event does not name."""
        return name in self.words.states or name in self.words.territories or name in self.scene.situation.actors

    def _implied_since(self, relation: str, one: str, other: str) -> str | None:
        """The day of the act by which a relation holds between two, if one does."""
        case = self.fitting.case
        days = [
            case.day_of(act)
            for act in self.scene.acts()
            if any(relation in self.words.kinds[kind].implies for kind in self.words.kinds[act.kind].above)
            and {one, other} <= {*case.doers(act), *case.second(act)}
        ]
        return min(days, default=None)

    def _of_act(self, gap: Gap, act: Act, name: str) -> Iterator[Edit]:
        fact = self.words.facts[name]
        bound = gap.leaf.atom.bound if gap.leaf.atom is not None else None
        if bound is not None:
            told = Change(supposed(gap.leaf.words, gap.goal), True, gap.was, gap.leaf.basis, now_of(gap))
            yield Edit(FACT, told, change.with_fact(self.scene, act, self._name(name), beyond(bound, gap.goal)))
        elif fact.type == "truth":
            against = tuple(each for each, so in implied_by(self.words, name, gap.goal).items() if act.facts.get(each) is (not so))
            told = of_fact(self._the(act), name, fact.meaning, gap)
            for each in against:
                told = replace(told, words=f"{told.words}, and {'not ' if act.facts[each] else ''}{each}")
            if gap.leaf.basis == "follows" and not against:
                return  # from the kind of the act: it cannot be said of such an act
            kept = replace(act, facts={each: written for each, written in act.facts.items() if each not in against})
            scene = change.with_act(self.scene, act, kept)
            yield Edit(FACT + len(against), told, change.with_fact(scene, kept, self._name(name), gap.goal))

    def _of_party_or_all(self, gap: Gap, name: str, of: tuple[str, ...]) -> Iterator[Edit]:
        told = Change(supposed(gap.leaf.words, gap.goal), True, gap.was, gap.leaf.basis, now_of(gap))
        bound = gap.leaf.atom.bound if gap.leaf.atom is not None else None
        written: bool | float = gap.goal
        if bound is not None:
            written = beyond(bound, gap.goal)
        if of:
            yield Edit(FACT, told, change.with_party_fact(self.scene, of[0], self._name(name), written))
        elif name in self.words.facts and self.words.facts[name].owner == "situation":
            yield Edit(FACT, told, change.with_situation_fact(self.scene, self._name(name), written))

    def _by_words(self, gap: Gap, words: str) -> Iterator[Edit]:
        """A fact that is presumed, or follows from another: its leaf has no question of its own."""
        name, paren, _ = words.partition(" (")
        if paren and name in self.words.facts:
            if self.words.facts[name].owner == "situation":
                yield from self._of_party_or_all(gap, name, ())
            for act in self._acts(gap):
                yield from self._of_act(gap, act, name)
            return
        code, is_, rest = name.partition(" is ")
        if is_ and rest in self.words.facts:
            yield from self._of_party_or_all(gap, rest, (code,))
            return
        relation, _, tail = rest.partition(" ")
        if is_ and relation in self.words.relations:
            other = tail.split(" ")[1] if " " in tail else tail
            told = Change(supposed(words, gap.goal), True, gap.was, gap.leaf.basis, now_of(gap))
            symmetric = self.words.relations[relation].symmetric
            yield Edit(FACT, told, change.with_relation(self.scene, self._name(relation), code, other, gap.goal, symmetric))
            return
        body, decides, what = name.removeprefix("the ").partition(" decides ")
        if decides:
            decision, _, on = what.partition(" on ")
            yield self._decided(gap, body, decision, tuple(on.split(", ")) if on else ())
            return
        condition = self.conditions.get(words)
        if isinstance(condition, c.Judged):
            for part in c.every_part(condition.term):
                if isinstance(part, c.Happens):
                    yield from self._listed(part.pattern, ANOTHER_ACT)

    def _decided(self, gap: Gap, body: str, decision: str, on: tuple[str, ...]) -> Edit:
        acts = {act.id: act for act in self.scene.acts()}
        about = next((each for each in on if each in acts), None)
        on = tuple(each for each in on if each != about and self._is_named(each))
        of = (f" on {', '.join(on)}" if on else "") + (f" about {self._the(acts[about])}" if about is not None else "")
        words = f"the {body} {'had decided' if gap.goal else 'had not decided'} {decision}{of}"
        if decision.startswith(("finds_", "calls_", "invokes_")):  # these read as what the body does
            words = f"there were {'a' if gap.goal else 'no'} decision by which the {body} {decision}{of}"
        told = Change(words, True, gap.was, gap.leaf.basis, now_of(gap))
        return Edit(FACT, told, change.with_decision(self.scene, body, self._name(decision), on, gap.goal, about))

    def _asked_for(self, gap: Gap, kind: str, of: tuple[str, ...]) -> Iterator[Edit]:
        """A request, a consent: of these silence says nothing."""
        pattern = self._pattern_of(gap.leaf.words)
        unnamed = not all(each == SOMEBODY or self._is_named(each) for each in of)
        of = tuple(each if self._is_named(each) else "" for each in of)
        if not gap.goal:
            told = Change(f"there had been no {gap.leaf.words}", True, None, "unknown", "the event does not say")
            act = replace(change.new_act(kind, tuple(filter(None, of[:1]))), happened=False)
            yield Edit(FACT, told, change.with_more(self.scene, act))
        elif pattern is not None and (unnamed or not any(of)):
            yield from self._listed(pattern, FACT)
        else:
            told = Change(
                f"there were {with_article(gap.leaf.words)}{f' ({of[0]})' if of and of[0] not in ('', self.bearer) and self.as_it_is else ''}",
                True,
                None,
                "unknown",
                "the event does not say",
            )
            if of and of[0] in gap.leaf.words:
                told = replace(told, words=f"there were {with_article(gap.leaf.words)}")
            under = (pattern.of, None) if pattern is not None and pattern.of else None
            second = tuple(each for each in of[1:2] if each and each not in of[:1])
            act = change.new_act(kind, tuple(filter(None, of[:1])), second, under=under)
            yield Edit(FACT, told, change.with_more(self.scene, act))

    def _judged(self, gap: Gap) -> Iterator[Edit]:
        """What somebody holds, said by what would show it: a request under the clause, a finding of a body."""
        atom = gap.leaf.atom
        assert atom is not None
        judge, clause, *about = atom.of
        treaty, _, article = clause.partition(":")
        shown = atom.shown_by
        condition = self.conditions.get(gap.leaf.words)
        if shown == "jointly_found":
            yield from self._of_party_or_all(gap, shown, ())
        elif shown is not None and shown in self.words.decisions:
            yield self._decided(gap, judge, shown, tuple(about))
        elif shown is not None and shown in self.words.kinds:
            codes: tuple[str, ...] = (judge,)
            if judge not in self.words.states and judge not in self.scene.situation.actors:
                codes = self.fitting.who(condition.judge) if isinstance(condition, c.Judged) else ()
            for code in codes:
                who = judge if judge != code else code
                told = Change(f"there were {with_article(shown)} by {who}", True, gap.was, gap.leaf.basis, now_of(gap))
                if not gap.goal:
                    told = replace(told, words=f"there had been no {shown} by {who}")
                act = change.new_act(shown, (code,), under=(treaty, article))
                act = act if gap.goal else replace(act, happened=False)
                yield Edit(FACT, told, change.with_more(self.scene, act))
        elif judge in self.words.states:
            yield from self._of_party_or_all(gap, "satisfied", (judge,))


def implied_by(words: Vocabulary, name: str, so: bool) -> dict[str, bool]:
    """What a fact of an act implies of others, and these of others again."""
    found = {name: so}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        more: dict[str, bool] = {}
        if found[each]:
            more |= dict.fromkeys(words.facts[each].implies, True)
            more |= dict.fromkeys(words.facts[each].excludes, False)
            more |= {other.name: False for other in words.facts.values() if each in other.excludes}
        else:
            more |= {other.name: False for other in words.facts.values() if each in other.implies}
        for other, holds in more.items():
            if other not in found and other in words.facts:
                found[other] = holds
                waiting.append(other)
    del found[name]
    return found


def beyond(bound: tuple[str, float], so: bool) -> float:
    """A number for which a comparison holds, or does not."""
    comparison, number = bound
    return float(number if so else number + 1 if comparison == "at most" else max(number - 1, 0))
