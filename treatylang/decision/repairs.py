"""Changes of an event that might mend one fact that a duty falls short of.

They are tried, not trusted: whether one brings the duty nearer, only a new decision tells (`nearest`).
"""

from __future__ import annotations

from treatylang.decision import changes as change
from treatylang.decision.changes import Change, Edit, Scene
from treatylang.decision.fitting import Fitting
from treatylang.decision.shortfall import ANOTHER_ACT, ANOTHER_DAY, FACT, FEATURE, Gap
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.time import Spell, first_day, last_day
from treatylang.model.treaty import Deems, Prohibition
from treatylang.model.vocabulary import Kind, Vocabulary
from treatylang.model.who import Choice, Fixed, Slot, Who
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NOW = {
    "stated": "the event says otherwise",
    "presumed": "presumed otherwise",
    "unknown": "the event does not say",
    "claimed": "that is disputed",
    "follows": "it is not so",
    "map": "it is not so",
    "table": "it is not so",
    "listed": "",
}


class Repairs:
    """What might mend the gaps of one clause's rule, for a bearer, in one scene."""

    def __init__(self, plan: Plan, treaty: TreatyPlan, clause: ClausePlan, scene: Scene, bearer: str) -> None:
        self.plan = plan
        self.treaty = treaty
        self.clause = clause
        self.scene = scene
        self.bearer = bearer
        self.words: Vocabulary = treaty.vocabulary
        self.conditions = _conditions(plan, treaty, clause)
        self.fitting = Fitting(plan, treaty, scene, bearer, _named(clause))

    def of(self, gap: Gap) -> Iterator[Edit]:
        """Edits that might mend a gap."""
        if gap.sort == "rule":
            yield from self._of_a_pair(gap)
            return
        if gap.sort == "kind" and gap.act is None:
            yield from self._another_kind(gap)
            return
        if gap.sort in ("kind", "role", "place", "target") and not gap.goal and gap.act is not None:
            yield from self._no_such_act(gap)
            return
        match gap.sort:
            case "day":
                yield from self._day(gap)
            case "act":
                yield from self._another_act(gap)
            case "kind":
                yield from self._kind(gap)
            case "role":
                yield from self._role(gap)
            case "place" | "target":
                yield from self._place(gap)
            case "fact":
                yield from self._fact(gap)

    # ------------------------------------------------------------------------------------------------ which act, which pattern
    def _acts(self, gap: Gap) -> list[Act]:
        """The acts that a gap may be about: that which was held against the pattern; else all."""
        acts = [act for act in self.scene.acts() if act.happened is not False]
        if gap.leaf.atom is not None:
            named = [act for act in self.scene.acts() if act.id in gap.leaf.atom.of]
            if named:
                return named
        if gap.act is None:
            return acts
        held = gap.act.partition(": ")[2]
        case = self.fitting.case
        return [act for act in acts if held.startswith(f"{act.kind} by {', '.join(case.doers(act)) or 'someone'}")]

    def _pattern(self, gap: Gap) -> c.Pattern | None:
        words = gap.act.partition(": ")[0] if gap.act is not None else gap.leaf.words
        return self._pattern_of(words)

    def _pattern_of(self, words: str) -> c.Pattern | None:
        found = self.conditions.get(words)
        if isinstance(found, c.Pattern):
            return found
        return found.pattern if isinstance(found, c.Happens) else None

    def _the(self, act: Act) -> str:
        """An act as it is spoken of: `the invasion`, with who did it where there are several."""
        if sum(each.kind == act.kind for each in self.scene.acts()) < 2:
            return f"the {act.kind}"
        case = self.fitting.case
        second = case.second(act)
        on = f" {self.words.kinds[act.kind].second} {', '.join(second)}" if second else ""
        return f"the {act.kind} by {', '.join(case.doers(act)) or 'someone unknown'}{on}"

    # ------------------------------------------------------------------------------------------------ the day
    def _day(self, gap: Gap) -> Iterator[Edit]:
        """The whole event on the nearest day on which the text holds, if all whom it names existed then."""
        for what, spell in self._dated(gap):
            moved = _moved(spell, self.scene.day)
            if moved is None:
                continue
            days, bound = moved
            scene = change.on_another_day(self.scene, days)
            if all(self.fitting.is_there(code, scene.day) for code in change.named(scene.situation)):
                words = f"it were on {bound} or later" if days > 0 else f"it had been before {bound}"
                yield Edit(ANOTHER_DAY, Change(words, True, False, "day", _only_then(what, days, bound)), scene)

    def bars(self, gap: Gap) -> Iterator[str]:
        """What of the text that would be needed does not hold on the day."""
        for what, spell in self._dated(gap):
            moved = _moved(spell, self.scene.day)
            if moved is not None:
                yield _only_then(what, *moved)

    def _dated(self, gap: Gap) -> Iterator[tuple[str, Spell]]:
        """The parts of the text on whose dates a gap turns."""
        if gap.sort == "day":
            yield f"this version of {cited(self.clause.article)} is in force", self.clause.spell
            yield f"{self.treaty.id} is in force", self.treaty.spell
            for norm in self.clause.norms:
                if not isinstance(norm, Deems):
                    yield "it holds", norm.spell
        pattern = self._pattern(gap) if gap.sort == "place" else None
        for name in [each for where in pattern.where for each in where.names] if pattern is not None else ():
            area = self.treaty.areas.get(name)
            for spell in {part.spell for part in area.parts if part.spell is not None} if area is not None else ():
                yield f"{name} is in the text", spell

    # ------------------------------------------------------------------------------------------------ acts
    def _no_such_act(self, gap: Gap) -> Iterator[Edit]:
        for act in self._acts(gap):
            told = Change(f"there had been no {self._the(act).removeprefix('the ')}", True, False, "stated", "the event lists it")
            yield Edit(FEATURE, told, change.without_act(self.scene, act))

    def _another_act(self, gap: Gap) -> Iterator[Edit]:
        """An act that the event does not list; of a condition on something else, what makes that so."""
        pattern = self._pattern_of(gap.leaf.words)
        condition = self.conditions.get(gap.leaf.words)
        if pattern is None and condition is not None:
            for part in c.every_part(condition):
                if isinstance(part, c.Happens):
                    yield from self._listed(part.pattern, ANOTHER_ACT)
                elif isinstance(part, c.Situation):
                    for act in self._acts(gap):
                        yield from self._in_line(gap, act)
        if pattern is not None:
            yield from self._not_on_the_bearer(gap, pattern)
            yield from self._listed(pattern, ANOTHER_ACT)

    def _not_on_the_bearer(self, gap: Gap, pattern: c.Pattern) -> Iterator[Edit]:
        """Who is struck himself owes nothing: the same act on another."""
        for act in self._acts(gap):
            sides = (self.fitting.case.doers(act), self.fitting.case.second(act))
            for index, part in enumerate(pattern.roles[:2]):
                if self.bearer in sides[index] and (part.who is None or not isinstance(part.who, Fixed)):
                    who = part.who or Choice("another", "another", "state")
                    for edit in self._side(gap, act, index, part.preposition, who):
                        yield replace(edit, cost=FEATURE, change=replace(edit.change, was=False, basis="stated"))

    def _listed(self, pattern: c.Pattern, cost: int) -> Iterator[Edit]:
        basis = "unknown" if cost == FACT else "listed"
        now = "the event does not say" if cost == FACT else ""
        told = Change(f"there were {_a(pattern.words)}", True, None if cost == FACT else False, basis, now)
        for act in self.fitting.acts(pattern):
            yield Edit(cost, told, change.with_more(self.scene, act))
        if pattern.kind not in self.plan.vocabulary.kinds:  # what counts as one, by the treaty's own word
            for clause in self.treaty.clauses:
                if any(isinstance(norm, Deems) and pattern.kind in self.words.kinds[norm.kind].above for norm in clause.norms):
                    for trigger in clause.triggers:
                        for part in c.every_part(trigger.condition) if trigger.condition is not None else ():
                            if isinstance(part, c.Happens) and part.pattern.kind in self.plan.vocabulary.kinds:
                                yield from self._listed(part.pattern, cost)

    def _kind(self, gap: Gap) -> Iterator[Edit]:
        pattern = self._pattern(gap)
        if pattern is None:
            return
        wanted = self.words.kinds[pattern.kind]
        for act in self._acts(gap):
            own = self.words.kinds[act.kind]
            if not alike(own, wanted):
                continue
            told = Change(f"{self._the(act)} were {_a(wanted.name)}", True, False, "stated", "")
            facts = {name: written for name, written in act.facts.items() if name not in self.words.kinds}
            for name in (wanted.name, *sorted(wanted.below - {wanted.name})[:3]):
                if name in self.plan.vocabulary.kinds:
                    changed = replace(act, kind=name, facts=facts)
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
            for pattern in _patterns(self.clause):
                for name in (pattern.kind, *sorted(self.words.kinds[pattern.kind].below)):
                    kind = self.plan.vocabulary.kinds.get(name)
                    if kind is None or (wanted in kind.above) is not gap.goal:
                        continue
                    words = f"{self._the(act)} were {_a(name)}{f' and no {wanted}' if not gap.goal else ''}"
                    facts = {each: written for each, written in act.facts.items() if each not in self.words.kinds}
                    changed = change.with_act(self.scene, act, replace(act, kind=name, facts=facts))
                    yield Edit(FEATURE, Change(words, True, False, "stated"), changed)

    def _of_a_pair(self, gap: Gap) -> Iterator[Edit]:
        """What is suspended between two may be owed to another."""
        atom = gap.leaf.atom
        if atom is None or atom.word != "suspended" or len(atom.of) != 3:
            return
        for act in self._acts(gap):
            for pattern in _patterns(self.clause):
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
            for act in self._acts(gap):
                for index, preposition in self._sides_of(part.who.slot, act):
                    for edit in self._side(gap, act, index, preposition, part.test if isinstance(part, c.IsOne) else part.who):
                        yield replace(edit, change=replace(edit.change, words=_so(part.words, True)))

    def _sides_of(self, slot: str, act: Act) -> Iterator[tuple[int, str]]:
        """Which side of an act a role word means: by the patterns that introduce it, else by the kind."""
        for pattern in _patterns(self.clause):
            for index, part in enumerate(pattern.roles[:2]):
                if part.slot == slot or (part.who is not None and getattr(part.who, "slot", None) == slot):
                    yield index, part.preposition
        for index, (preposition, role) in enumerate(list(self.words.kinds[act.kind].roles.items())[:2]):
            if role == slot:
                yield index, preposition

    def _line(self, gap: Gap) -> c.Condition | None:
        """The condition of the line in which a gap stands."""
        words = gap.line
        for prefix in ("only if ", "unless ", "lapses when ", "when "):
            words = words.removeprefix(prefix)
        rider = words.rfind(" (")  # a line of a rider is told with its name
        own = self.conditions.get(words[:rider]) if rider > 0 else None
        found = self.conditions.get(words) or own or self.conditions.get(gap.line) or self.conditions.get(gap.leaf.words)
        return None if isinstance(found, c.Pattern) else found

    def _membership(self, gap: Gap) -> Iterator[Edit]:
        assert gap.leaf.atom is not None
        code, treaty = gap.leaf.atom.of
        told = Change(f"{code} were {'' if gap.goal else 'not '}party to {treaty}", True, gap.leaf.value, gap.leaf.basis, _now(gap))
        yield Edit(FACT, told, change.with_membership(self.scene, code, treaty, gap.goal))

    # ------------------------------------------------------------------------------------------------ places
    def _place(self, gap: Gap) -> Iterator[Edit]:
        if gap.leaf.value is None and gap.leaf.atom is not None:
            yield from self._open_place(gap)
        pattern = self._pattern(gap)
        yield from self._day(gap)
        for act in self._acts(gap):
            if pattern is not None:
                yield from self._elsewhere(gap, pattern, act)
            else:
                yield from self._in_line(gap, act)

    def _elsewhere(self, gap: Gap, pattern: c.Pattern, act: Act) -> Iterator[Edit]:
        where = " ".join(each.words if each.holder is not None else f"in {', '.join(each.names)}" for each in pattern.where)
        struck = f"on {', '.join(pattern.targets)}" if pattern.targets else ""
        if pattern.targets:
            to = next((part for part in pattern.roles if part.preposition != "by" and part.who is not None), None)
            struck += f" of {to.who.words}" if to is not None and to.who is not None else ""
        at = act.place.name or act.place.territory if act.place is not None else None
        instead = f" instead of at {at}" if at else ""
        basis = "map" if gap.leaf.basis == "map" else "stated"
        if gap.sort == "target" and not pattern.where:
            where = ""
        for place, targets in self.fitting.places(pattern, act):
            moved = replace(act, place=place, targets=targets or act.targets, domain=None)
            told = Change(f"{self._the(act)} were {f'{struck} {where}'.strip()}{instead}", True, False, basis)
            yield Edit(FEATURE, told, change.with_act(self.scene, act, moved))
        for target in pattern.targets:
            told = Change(f"{self._the(act)} were {struck}", True, False, "stated", "it struck something else" if act.targets else "")
            yield Edit(FEATURE, told, change.with_act(self.scene, act, replace(act, targets=(target,))))

    def _in_line(self, gap: Gap, act: Act) -> Iterator[Edit]:
        condition = self._line(gap)
        for part in c.every_part(condition) if condition is not None else ():
            if isinstance(part, c.InPlace | c.Situation) and part.where and gap.goal:
                for place in self.fitting.places_in(part.where, act):
                    told = Change(f"{self._the(act)} were {' '.join(each.words for each in part.where)}", True, False, "map")
                    yield Edit(FEATURE, told, change.with_act(self.scene, act, replace(act, place=place, domain=None)))

    def _open_place(self, gap: Gap) -> Iterator[Edit]:
        """What the event leaves open of a place, said."""
        atom = gap.leaf.atom
        assert atom is not None
        told = Change(_so(gap.leaf.words, gap.goal), True, None, gap.leaf.basis, _now(gap))
        for act in self._acts(gap):
            from treatylang.events.situation import Location

            place = act.place or Location()
            made = None
            match atom.word, atom.of:
                case "sovereign_of", (code, _):
                    made = replace(place, territory_of=code if gap.goal else "none")
                case "administered", (_, code):
                    made = replace(place, administered_by=(code,) if gap.goal else ())
                case "zone", (_, zone) if gap.goal:
                    made = replace(place, zone=zone)
                case "place", (_, name) if name in self.words.regions and gap.goal:
                    sea = self.words.regions[name].sea
                    made = replace(place, sea=name) if sea else replace(place, region=name)
                case "place", (_, name) if name in self.words.territories and gap.goal:
                    made = replace(place, territory=name)
                case "target", (target, _) if gap.goal:
                    struck = Change(f"{self._the(act)} had struck {_a(target)}", True, None, gap.leaf.basis, _now(gap))
                    yield Edit(FACT, struck, change.with_act(self.scene, act, replace(act, targets=(target,))))
            if made is not None:
                yield Edit(FACT, told, change.with_act(self.scene, act, replace(act, place=made)))

    # ------------------------------------------------------------------------------------------------ facts
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
            told = Change(f"{self._the(act)} had {'' if gap.goal else 'not '}happened", True, gap.leaf.value, gap.leaf.basis, _now(gap))
            changed = replace(act, happened=True) if gap.goal else replace(act, happened=False, facts={})
            yield Edit(FACT, told, change.with_act(self.scene, act, changed))
        elif word == "judged_by":
            yield from self._judged(gap)
        elif word in self.words.facts and act is not None:
            yield from self._of_act(gap, act, word)
        elif word in self.words.kinds and act is not None:
            told = Change(f"{self._the(act)} were {'' if gap.goal else 'not '}{_a(word)}", True, gap.leaf.value, gap.leaf.basis, _now(gap))
            yield Edit(FACT, told, change.with_fact(self.scene, act, word, gap.goal))
        elif word in self.words.kinds:
            yield from self._asked_for(gap, word, of)
        elif word in self.words.relations and len(of) >= 2:
            relation = self.words.relations[word]
            told = Change(_so(gap.leaf.words, gap.goal), True, gap.leaf.value, gap.leaf.basis, _now(gap))
            scene = change.with_relation(self.scene, word, of[0], of[1], gap.goal, relation.symmetric)
            yield Edit(FACT, told, scene)
        elif word in self.words.decisions and of:
            yield self._decided(gap, of[0], word, of[1:])
        elif word == "membership":
            yield from self._membership(gap)
        elif word in self.words.facts or atom.bound is not None:
            yield from self._of_party_or_all(gap, word, of)
        elif act is not None and gap.act is not None:
            pattern = self._pattern(gap)
            for index, part in enumerate(pattern.roles[:2] if pattern is not None else ()):
                if part.slot == word and part.who is not None:
                    yield from self._side(gap, act, index, part.preposition, part.who)

    def _of_act(self, gap: Gap, act: Act, name: str) -> Iterator[Edit]:
        fact = self.words.facts[name]
        bound = gap.leaf.atom.bound if gap.leaf.atom is not None else None
        if bound is not None:
            told = Change(_so(gap.leaf.words, gap.goal), True, gap.leaf.value, gap.leaf.basis, _now(gap))
            yield Edit(FACT, told, change.with_fact(self.scene, act, name, _beyond(bound, gap.goal)))
        elif fact.type == "truth":
            against = tuple(each for each, so in _follows(self.words, name, gap.goal).items() if act.facts.get(each) is (not so))
            told = _of_fact(self._the(act), name, fact.meaning, gap)
            for each in against:
                told = replace(told, words=f"{told.words}, and {'not ' if act.facts[each] else ''}{each}")
            if gap.leaf.basis == "follows" and not against:
                return  # from the kind of the act: it cannot be said of such an act
            kept = replace(act, facts={each: written for each, written in act.facts.items() if each not in against})
            scene = change.with_act(self.scene, act, kept)
            yield Edit(FACT + len(against), told, change.with_fact(scene, kept, name, gap.goal))

    def _of_party_or_all(self, gap: Gap, name: str, of: tuple[str, ...]) -> Iterator[Edit]:
        told = Change(_so(gap.leaf.words, gap.goal), True, gap.leaf.value, gap.leaf.basis, _now(gap))
        bound = gap.leaf.atom.bound if gap.leaf.atom is not None else None
        written: bool | float = gap.goal
        if bound is not None:
            written = _beyond(bound, gap.goal)
        if of:
            yield Edit(FACT, told, change.with_party_fact(self.scene, of[0], name, written))
        elif name in self.words.facts and self.words.facts[name].owner == "situation":
            yield Edit(FACT, told, change.with_situation_fact(self.scene, name, written))

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
        if rest.startswith("party to "):  # the event itself takes it out
            treaty = rest.split(" ")[2]
            told = Change(f"{code} were bound as a party to {treaty}", True, gap.leaf.value, gap.leaf.basis, _now(gap))
            yield Edit(FACT, told, change.without_membership(self.scene, code, treaty))
            return
        if is_ and rest in self.words.facts:
            yield from self._of_party_or_all(gap, rest, (code,))
            return
        relation, _, tail = rest.partition(" ")
        if is_ and relation in self.words.relations:
            other = tail.split(" ")[1] if " " in tail else tail
            told = Change(_so(words, gap.goal), True, gap.leaf.value, gap.leaf.basis, _now(gap))
            symmetric = self.words.relations[relation].symmetric
            yield Edit(FACT, told, change.with_relation(self.scene, relation, code, other, gap.goal, symmetric))
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
        of = f" on {', '.join(on)}" if on else ""
        told = Change(
            f"the {body} {'had decided' if gap.goal else 'had not decided'} {decision}{of}", True, gap.leaf.value, gap.leaf.basis, _now(gap)
        )
        return Edit(FACT, told, change.with_decision(self.scene, body, decision, on, gap.goal))

    def _asked_for(self, gap: Gap, kind: str, of: tuple[str, ...]) -> Iterator[Edit]:
        """A request, a consent: of these silence says nothing."""
        pattern = self._pattern_of(gap.leaf.words)
        if not gap.goal:
            told = Change(f"there had been no {gap.leaf.words}", True, None, "unknown", "the event does not say")
            act = replace(change.new_act(kind, of[:1]), happened=False)
            yield Edit(FACT, told, change.with_more(self.scene, act))
        elif pattern is not None and not of:
            yield from self._listed(pattern, FACT)
        else:
            told = Change(f"there were {_a(gap.leaf.words)}{f' ({of[0]})' if of and of[0] != self.bearer else ''}", True, None, "unknown", "the event does not say")
            if of and of[0] in gap.leaf.words:
                told = replace(told, words=f"there were {_a(gap.leaf.words)}")
            under = (pattern.of, None) if pattern is not None and pattern.of else None
            act = change.new_act(kind, of[:1], tuple(each for each in of[1:2] if each not in of[:1]), under=under)
            yield Edit(FACT, told, change.with_more(self.scene, act))

    def _judged(self, gap: Gap) -> Iterator[Edit]:
        """What somebody holds, said by what would show it: a request under the clause, a finding of a body."""
        atom = gap.leaf.atom
        assert atom is not None
        judge, clause = atom.of
        treaty, _, article = clause.partition(":")
        shown = atom.shown_by
        condition = self.conditions.get(gap.leaf.words)
        if shown == "jointly_found":
            yield from self._of_party_or_all(gap, shown, ())
        elif shown is not None and shown in self.words.decisions:
            yield self._decided(gap, judge, shown, ())
        elif shown is not None and shown in self.words.kinds:
            codes: tuple[str, ...] = (judge,)
            if judge not in self.words.states and judge not in self.scene.situation.actors:
                codes = self.fitting.who(condition.judge) if isinstance(condition, c.Judged) else ()
            for code in codes:
                who = judge if judge != code else code
                told = Change(f"there were {_a(shown)} by {who}", True, gap.leaf.value, gap.leaf.basis, _now(gap))
                if not gap.goal:
                    told = replace(told, words=f"there had been no {shown} by {who}")
                act = change.new_act(shown, (code,), under=(treaty, article))
                act = act if gap.goal else replace(act, happened=False)
                yield Edit(FACT, told, change.with_more(self.scene, act))
        elif judge in self.words.states:
            yield from self._of_party_or_all(gap, "satisfied", (judge,))


def _conditions(plan: Plan, treaty: TreatyPlan, clause: ClausePlan) -> dict[str, c.Condition | c.Pattern]:
    """Everything that the clause, and those by which it starts, may ask, by the words in which explanations tell it."""
    found: dict[str, c.Condition | c.Pattern] = {}
    clauses = [clause, *(each for each in treaty.clauses if each.id != clause.id)]
    clauses += [
        each
        for ref in clause.asks
        if ref.treaty in plan.treaties and ref.treaty != treaty.id
        for each in plan.treaties[ref.treaty].clauses
        if not ref.clauses or each.id in ref.clauses
    ]
    for one in clauses:
        conditions = [trigger.condition for trigger in one.triggers if trigger.condition is not None]
        conditions += [each.line.condition for each in one.lines]
        for trigger in one.triggers:
            if trigger.condition is not None:
                found.setdefault(trigger.words, trigger.condition)
        for condition in conditions:
            for part in c.every_part(condition):
                found.setdefault(part.words, part)
                if isinstance(part, c.Happens):
                    found.setdefault(part.pattern.words, part.pattern)
        for norm in one.norms:
            if isinstance(norm, Prohibition):
                found.setdefault(norm.act.words, norm.act)
    return found


def _follows(words: Vocabulary, name: str, so: bool) -> dict[str, bool]:
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


def _beyond(bound: tuple[str, float], so: bool) -> float:
    """A number for which a comparison holds, or does not."""
    comparison, number = bound
    return float(number if so else number + 1 if comparison == "at most" else max(number - 1, 0))


def alike(one: Kind, other: Kind) -> bool:
    """Whether an act of one kind can sensibly be supposed to be of another: both are hostile acts, or threats."""
    return not other.unlisted and not set(one.above) & set(other.above) <= {"act"}


def _patterns(clause: ClausePlan) -> list[c.Pattern]:
    """The patterns of acts by which a clause starts."""
    parts = (part for trigger in clause.triggers if trigger.condition for part in c.every_part(trigger.condition))
    return [part.pattern for part in parts if isinstance(part, c.Happens)]


def _named(clause: ClausePlan) -> tuple[str, ...]:
    """The states that a clause names."""
    words = [each.line.words for each in clause.lines] + [trigger.words for trigger in clause.triggers]
    return tuple(dict.fromkeys(word for text in words for word in text.replace(",", " ").split() if word.isupper() and len(word) > 2))


def _moved(spell: Spell, day: str) -> tuple[int, str] | None:
    """By how many days one would have to be later, or earlier, to lie in a spell, and the bound; None where it lies there."""
    if spell.contains(day) is not False:
        return None
    from datetime import date

    today = date.fromisoformat(day)
    if spell.since is not None and first_day(spell.since) > day:
        begin = last_day(spell.since) if len(spell.since) < 10 else spell.since
        return (date.fromisoformat(begin) - today).days, spell.since
    assert spell.until is not None
    return (date.fromisoformat(first_day(spell.until)) - today).days - 1, spell.until


def _only_then(what: str, days: int, bound: str) -> str:
    return f"{what} only from {bound} on" if days > 0 else f"{what} only until {bound}"


def cited(article: str) -> str:
    """`Article 4`; an article that has a name keeps it."""
    return f"Article {article}" if article[:1].isdigit() else article


def _of_fact(the: str, name: str, meaning: str, gap: Gap) -> Change:
    return Change(
        f"{the} were {'' if gap.goal else 'not '}{name} ({meaning})", True, gap.leaf.value, gap.leaf.basis, _now(gap)
    )


def _now(gap: Gap) -> str:
    return "the event does not say" if gap.leaf.value is None and gap.leaf.basis != "claimed" else _NOW.get(gap.leaf.basis, "")


def _so(words: str, so: bool) -> str:
    """`FRA is at_war with DEU` as what would have to be: `FRA were at_war with DEU`."""
    one, is_, rest = words.partition(" is ")
    if not is_:
        return words if so else f"it were not so that {words}"
    return f"{one} were {'' if so else 'not '}{rest}"


_WITHOUT_ARTICLE = frozenset(
    "terrorism subversion harassment coercion economic_pressure economic_measures sabotage unrest mass_violence assistance interference "
    "arrears_of_dues diplomatic_measures lending_of_territory hosting_of_forces stationing_of_forces imminent_war peace".split()
)


def _a(word: str) -> str:
    if word.split(" ", 1)[0] in _WITHOUT_ARTICLE:
        return word
    return ("an " if word[0] in "aeiou" and not word.startswith(("uni", "use", "eu")) else "a ") + word
