"""The case: a situation on one day, asked for facts.

Every answer is a formula whose leaves say on what they rest: written in the event, presumed (with the ground), a table of the
vocabulary, following from another fact, or unknown.  Acts and decisions after the day are invisible.
"""

from __future__ import annotations

from treatylang.decision.decided import Decided, is_taken
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, both, either, neg, value
from treatylang.decision.kinds import is_kind
from treatylang.events.situation import Act, Bounds, Claimed, Group, RelationFact, Situation, Value
from treatylang.events.used import used
from treatylang.events.words import ACTS
from treatylang.model.time import Spell, first_day, reached
from treatylang.model.vocabulary import Fact, Vocabulary
from treatylang.record import replace
from treatylang.text.article import with_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from treatylang.decision.bodies import Bodies
    from treatylang.decision.points import Bearing
    from treatylang.decision.untold import Told
    from treatylang.model.own_words import Dictionary
    from treatylang.plan.plan import TreatyPlan


class Case:
    """A situation, the vocabulary it is read in, and the day for which duties are asked."""

    def __init__(
        self, situation: Situation, vocabulary: Vocabulary, day: str, parties_of: Mapping[str, tuple[str, ...]],
        successions: Mapping[str, tuple[tuple[str, str], ...]], text: str = "all", dictionary: Dictionary | None = None,
    ) -> None:  # fmt: skip
        self.text = text
        self.situation = situation
        self.common = vocabulary
        self.dictionary = dictionary
        self._used = own_names(situation, dictionary)
        self.words = in_common_words(situation, vocabulary, dictionary, self._used)
        self._names: Mapping[str, str] = {}  # of one treaty's words, where these are others than the words
        self._seen: dict[str, Case] = {}
        self._whole: Case | None = None  # of which this is what one treaty sees
        self.day = day
        self.acts = tuple(act for act in situation.acts if first_day(act.date) <= day)
        self._parties_of = parties_of
        self._seconds: dict[str, tuple[str, ...]] = {}
        self._doers: dict[str, tuple[str, ...]] = {}
        self._successions = successions
        self._facts: dict[tuple[str, str], Formula] = {}
        self._kinds: dict[tuple[str, str], Formula] = {}
        self._relations: dict[tuple[str, str, str, str], Formula] = {}
        self._in_class: dict[tuple[str, str, str], Formula] = {}
        self.bearings: dict[tuple[float, float], Bearing] = {}  # how points lie to regions, as far as asked
        self.decided = Decided(self)
        self.bodies: Bodies | None = None  # by whose rules votes are counted; without them votes leave a decision open
        self.told: Told | None = None  # of days that the event does not tell, where it leaves some open: what this world settles

    def seen_by(self, treaty: TreatyPlan) -> Case:
        """The case in the words of one treaty, which its clauses ask for, and which no other treaty's clauses hear of."""
        if self._whole is not None:
            return self._whole.seen_by(treaty)
        if treaty.vocabulary is self.common:
            return self
        if treaty.id not in self._seen:
            self._seen[treaty.id] = self._of(treaty)
        return self._seen[treaty.id]

    def _of(self, treaty: TreatyPlan) -> Case:
        words, names = treaty.vocabulary, {}
        if self.dictionary is not None:
            if not self.dictionary.defines(treaty.id):
                return self
            words, names = self.dictionary.seen_by(treaty.id, self._used), self.dictionary.ambiguous(treaty.id)
        seen = Case(self.situation, words, self.day, self._parties_of, self._successions, self.text)
        seen._names, seen._whole, seen.bodies, seen.told = names, self, self.bodies, self.told
        return seen

    def name(self, word: str) -> str:
        """By what name an event speaks of a word of the treaty that sees the case."""
        return self._names.get(word, word)

    def word(self, name: str) -> str:
        """The treaty's word for what an event names."""
        return next((word for word, each in self._names.items() if each == name), name)

    # ------------------------------------------------------------------------------------------------ acts
    def day_of(self, act: Act) -> str:
        """The act's day.  One known only by its month or year is for a world to settle (`moments.py`); where none is asked, what is
        looked for needs some day that it may be: the event's where it lies in it, else the first."""
        if self.told is not None:
            return self.told.day(act.id, act.date)
        if len(act.date) == 10:
            return act.date
        return self.situation.date if self.situation.date.startswith(act.date) else first_day(act.date)

    def dated(self, act: Act) -> str:
        """When the act was, in words."""
        written = None if self.told is None else self.told.written.get(act.id)
        return act.date if written is None else f"{written}, the day is not known"

    def before(self, one: str, other: str) -> bool:
        """Whether a day lies before another."""
        return one < other if self.told is None else self.told.before(one, other)

    def second(self, act: Act) -> tuple[str, ...]:
        """Who fills the act's second role, groups resolved to their members on its day."""
        if act.id not in self._seconds:
            found = dict.fromkeys(self._whose(act.second))
            found |= dict.fromkeys(self._members(act, act.groups))
            self._seconds[act.id] = tuple(found)
        return self._seconds[act.id]

    def doers(self, act: Act) -> tuple[str, ...]:
        """Who did it, groups resolved to their members on its day; nobody where nobody is known."""
        if act.id not in self._doers:
            self._doers[act.id] = tuple(dict.fromkeys((*self._whose(act.by), *self._members(act, act.by_groups))))
        return self._doers[act.id]

    def disowned(self, act: Act) -> bool:
        """Whether the event says that a hostile act is not to be put down to those named as its authors."""
        return act.facts.get("attributed") is False and "hostile_act" in self.words.kinds[act.kind].above

    def _whose(self, codes: tuple[str, ...]) -> Iterator[str]:
        """Those named, and in the place of a force, which is nobody of its own, the states whose it is."""
        for code in codes:
            actor = self.situation.actors.get(code)
            yield from actor.of if actor is not None and actor.of else (code,)

    def happened(self, act: Act) -> Formula:
        """That it took place at all."""
        if act.happened is True:
            return TRUE
        return self.truth(f"{act.kind} took place", act.happened, Atom("happened", (act.id,)))

    def is_kind(self, act: Act, kind: str) -> Formula:
        """That the act is, or amounts to, one of `kind`."""
        key = (act.id, kind)
        if key not in self._kinds:
            self._kinds[key] = is_kind(self, act, kind)
        return self._kinds[key]

    def _members(self, act: Act, groups: tuple[Group, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for group in groups:
            members: Iterable[str] = ()
            if group.state_class:
                members = self.class_members(group.state_class, self.day_of(act))
            elif group.parties_of:
                members = self._parties_of.get(group.parties_of, ())
            found |= dict.fromkeys(code for code in members if code not in group.excepted)
        return tuple(found)

    # ------------------------------------------------------------------------------------------------ facts
    def fact(self, act: Act, name: str) -> Formula:
        """A fact of an act, by what is written, by constraints, by presumptions, else unknown."""
        key = (act.id, name)
        if key not in self._facts:
            self._facts[key] = self._fact(act, self.words.facts[name])
        return self._facts[key]

    def _fact(self, act: Act, fact: Fact) -> Formula:
        name = self.name(fact.name)
        atom = Atom(name, (act.id,))
        words = f"{fact.name} ({fact.meaning})"
        if name in act.facts:
            return self.truth(words, act.facts[name], atom)
        for other, holds, ground in self._implied(act, fact):
            return Leaf(words, holds, "follows", why=f"{other} is {ground}")
        if fact.name == "first_use" and (answers := self._answers(act)) is not FALSE:
            return both(neg(answers, words), self._supposed(act, fact, words, atom))
        return self._supposed(act, fact, words, atom)

    def _supposed(self, act: Act, fact: Fact, words: str, atom: Atom) -> Leaf:
        """A fact of which the event says nothing: presumed, or unknown."""
        if fact.name == "authorised" and self._authorises_force(act):
            return Leaf(words, None, "unknown", atom, why="a council authorised force; whether this act, the event does not say")
        presumed = self._presumption(act, fact)
        defence = fact.name in ("in_self_defence", "first_use")  # the one excludes the other
        if defence and presumed is not None and self._may_defend(act):
            return Leaf(words, None, "unknown", atom, why="it answers force of the other side: whether it was defence, is not said")
        if presumed is not None and self.presumes(fact.name) and not self._prejudges(act, fact, presumed[0]):
            return Leaf(words, presumed[0], "presumed", why=presumed[1])
        return Leaf(words, None, "unknown", atom)

    def _may_defend(self, act: Act) -> bool:
        """Whether the event says that an act answers another, and it answers force of the other side: against its author, or, where that is
        the act it answers, against a third (collective self-defence: whether he asked for it belongs to what is not said)."""
        if not act.response_to:
            return False
        first = next((each for each in self.acts if each.id == act.response_to), None)
        for_another = (
            first is not None
            and "use_of_force" in self.words.kinds[first.kind].above
            and bool(self.sides(self.doers(first)) & self.sides(self.second(act)))
            and self._done(first) is not FALSE
        )
        return for_another or self._answers(act) is not FALSE

    def _prejudges(self, act: Act, fact: Fact, presumed: bool) -> bool:
        """Whether the presumption would decide, by what one fact implies of another, what the event leaves open or disputed."""
        for name, written in act.facts.items():
            other = self.words.facts.get(name)
            if other is None or other.type == "number" or isinstance(written, bool):
                continue
            if presumed and (other.name in (*fact.implies, *fact.excludes) or fact.name in other.excludes):
                return True
            if not presumed and fact.name in other.implies:
                return True
        return any(
            not isinstance(act.facts[self.name(kind)], bool) and needs.get(fact.name, presumed) is not presumed
            for kind, needs in self._needs_told(act)
        )

    def _needs_told(self, act: Act) -> Iterator[tuple[str, Mapping[str, bool]]]:
        """The kinds of which the event says whether the act is one, each with what that needs."""
        for name in act.facts:
            if (kind := self.word(name)) in self.words.kinds:
                yield kind, self.words.needs_of(kind)

    def _authorises_force(self, act: Act) -> bool:
        """That the council of the day authorised force, about this act or about none in particular: then nothing is presumed."""
        return any(
            each.decision == "use_of_force" and each.about in (None, act.id) and is_taken(each) is not False
            for body in ("security_council", "league_council")
            for each in self.decided.of(body)
        )

    def _implied(self, act: Act, fact: Fact) -> Iterator[tuple[str, bool, str]]:
        """What the written facts of the act imply of this one: (other fact, value, ground)."""
        for name, written in act.facts.items():
            other = self.words.facts.get(name)
            if other is None:
                continue
            holds = _above_zero(written) if other.type == "number" else written is True
            if holds and fact.name in other.implies:
                yield name, True, "so"
            if holds and (fact.name in other.excludes or other.name in fact.excludes):
                yield name, False, "so"
            if written is False and other.name in fact.implies:
                yield name, False, "not so"
        for kind, needs in self._needs_told(act):
            if act.facts[self.name(kind)] is True and fact.name in needs:
                yield kind, needs[fact.name], "so"
        if fact.name == "crossing_frontier" and act.kind in ("invasion", "incursion"):
            yield act.kind, True, "a crossing"

    def _answers(self, act: Act) -> Formula:
        """That a victim of the act had used force against its author before, in this event, or in a war that it began."""
        ways: list[Formula] = []
        for other in self.acts:
            if other.id == act.id or "use_of_force" not in self.words.kinds[other.kind].above:
                continue
            if not (
                self.sides(self.doers(other)) & self.sides(self.second(act))
                and self.sides(self.second(other)) & self.sides(self.doers(act))
            ):
                continue
            before = self._before(other, act)
            done = self._done(other)
            if before is not FALSE and done is not FALSE:
                ways.append(both(done, before))
        return either(*ways, *self._wars_begun(act))

    def _wars_begun(self, act: Act) -> Iterator[Formula]:
        """That a victim of the act had begun a war with its author before, as the event says: whoever begins one uses force first."""
        for war in self.situation.relations:
            if war.begun_by not in (war.first, war.second):
                continue
            other = war.second if war.begun_by == war.first else war.first
            if not (
                self.sides((war.begun_by,)) & self.sides(self.second(act)) and self.sides((other,)) & self.sides(self.doers(act))
            ):
                continue
            day = self.day_of(act)
            if Spell(war.since, war.until).contains(day) is False:
                continue
            so = self.relation(war.name, war.first, war.second, day)
            if war.since == day:  # which of the two came first that day is not said
                of = (war.name, war.first, war.second, day, day)
                so = both(so, Leaf(f"the war was begun before {act.id}", None, "unknown", Atom("since", of)))
            if value(so) is not False:
                yield so

    def sides(self, codes: Iterable[str]) -> frozenset[str]:
        """The codes, and the states for which they act."""
        found = set(codes)
        for code in codes:
            actor = self.situation.actors.get(code)
            if actor is not None:
                found |= {*actor.of, *([actor.speaks_for] if actor.speaks_for else [])}
        return frozenset(found)

    def _before(self, one: Act, other: Act) -> Formula:
        """That one act went before another: by their days, else by their order in the event, if that tells anything."""
        if self.situation.ordered:  # days do not run backwards in an event
            return TRUE if one.index < other.index else FALSE
        first, second = self.day_of(one)[:10], self.day_of(other)[:10]
        if first != second:
            return TRUE if first < second else FALSE
        low, high = sorted((one.id, other.id))
        leaf = Leaf(f"{low} went before {high}", None, "unknown", Atom("went_before", (low, high)))
        return leaf if one.id == low else neg(leaf, f"{high} went before {low}")

    def _presumption(self, act: Act, fact: Fact) -> tuple[bool, str] | None:
        """The presumed value and its ground, from the kind of the act, from its author, or from the fact itself."""
        if any(self._yields(act, ground.fact, ground.value, ground.comparison, ground.number) for ground in fact.yields):
            return None
        for kind in self.words.kinds[act.kind].above:
            presumes = self.words.kinds[kind].presumes
            if fact.name in presumes:
                return presumes[fact.name], f"presumed of every {kind.replace('_', ' ')}"
        if fact.foreign is not None and self._foreign(act):
            return fact.foreign, f"{', '.join(self.doers(act))} is a state other than the victim"
        if fact.presumed is not None:
            return fact.presumed, fact.why or "presumed"
        return None

    def _yields(self, act: Act, name: str, wanted: bool, comparison: str | None, number: float | None) -> bool:
        written = act.facts.get(self.name(name))
        said = [value for value, _ in written.values] if isinstance(written, Claimed) else [written]
        if comparison is None:
            return wanted in said  # also where only some say so
        return any(_may_compare(each, comparison, number or 0) for each in said)

    def _foreign(self, act: Act) -> bool:
        """That every author is a state, none of them the victim, and the attribution is not in doubt."""
        if act.facts.get("attributed", True) is not True or not self.doers(act):
            return False
        return all(self.is_state(code) and code not in self.second(act) for code in self.doers(act))

    @property
    def lists_all(self) -> bool:
        """Whether the event's list of acts is taken to be complete, for kinds of which one would hear (decision 7)."""
        return ACTS not in (self.situation.not_presumed or ())

    def presumes(self, fact: str) -> bool:
        """Whether the event leaves this presumption on."""
        switched_off = self.situation.not_presumed
        return switched_off is not None and self.name(fact) not in switched_off

    def party_fact(self, code: str, name: str) -> Formula:
        """A fact of a party."""
        fact = self.words.facts[name]
        atom = Atom(self.name(name), (code,))
        said = f"{code} is {name} ({fact.meaning})"
        told = self.situation.party_facts.get(code, {})
        written = told.get(atom.word)
        if isinstance(written, bool | Claimed):
            return self.truth(said, written, atom)
        grounds = self.held_by(code, name)
        sure = next((relation for relation, so in grounds if value(so) is True), None)
        if sure is not None:
            return Leaf(said, True, "follows", why=f"it is {sure.replace('_', ' ')}")
        if atom.word in told:
            return self.truth(said, told[atom.word], atom)
        open_ = [so for _, so in grounds if so is not FALSE and value(so) is None]
        if open_:
            return either(*open_, self._unwritten(said, fact, atom))  # of others the event says nothing
        actor = self.situation.actors.get(code)
        if name == "lawful" and actor is not None and actor.lawful is not None:
            return self.truth(said, actor.lawful, atom)
        return self._unwritten(said, fact, atom)

    def held_by(self, code: str, name: str) -> list[tuple[str, Formula]]:
        """The relations of one with others that imply a fact of him, as far as the event speaks of such."""
        implying = [each for each in self.words.relations.values() if name in each.implies]
        if not implying:
            return []
        pairs = dict.fromkeys(self.pairs(self.day))
        return [
            (relation, self.relation(relation, first, second, self.day))
            for relation, first, second in pairs
            if any(each.name == relation and code in each.implied_of(first, second) for each in implying)
        ]

    def _unwritten(self, words: str, fact: Fact, atom: Atom) -> Leaf:
        """A fact of a party or of the situation of which the event says nothing: presumed, or unknown."""
        if fact.presumed is not None and self.presumes(fact.name):
            return Leaf(words, fact.presumed, "presumed", why=fact.why)
        return Leaf(words, None, "unknown", atom)

    def situation_fact(self, name: str) -> Formula:
        """A fact of the whole situation."""
        fact = self.words.facts[name]
        atom = Atom(self.name(name))
        said = f"{name} ({fact.meaning})"
        if atom.word in self.situation.facts:
            return self.truth(said, self.situation.facts[atom.word], atom)
        return self._unwritten(said, fact, atom)

    def truth(self, words: str, written: Value, atom: Atom) -> Leaf:
        """A written value of a yes-or-no fact as a leaf."""
        if isinstance(written, bool):
            return Leaf(words, written, "stated", atom)
        if isinstance(written, Claimed):
            claims = tuple((value if isinstance(value, bool) else None, by) for value, by in written.values)
            return Leaf(words, None, "claimed", atom, claims)
        return Leaf(words, None, "unknown", atom)

    def number(self, words: str, written: Value | None, atom: Atom, comparison: str, wanted: float) -> Leaf:
        """A comparison with a written number, or with bounds, as a leaf."""
        atom = replace(atom, bound=(comparison, wanted))
        low = high = None
        if isinstance(written, bool):
            return Leaf(words, None, "unknown", atom)
        if isinstance(written, int | float):
            low = high = float(written)
        elif isinstance(written, Bounds):
            low, high = written.at_least, written.at_most
        elif isinstance(written, Claimed):
            claims = tuple(
                (_compare(float(value), comparison, wanted), by) for value, by in written.values if isinstance(value, int | float)
            )
            return Leaf(words, None, "claimed", atom, claims)
        if comparison == "at most":
            result = True if high is not None and high <= wanted else False if low is not None and low > wanted else None
        else:
            result = True if low is not None and low >= wanted else False if high is not None and high < wanted else None
        return Leaf(words, result, "stated" if result is not None else "unknown", atom)

    # ------------------------------------------------------------------------------------------------ days
    def in_spell(self, spell: Spell, day: str, words: str, subject: tuple[str, ...]) -> Formula:
        """That a day lies in a spell of the library's, open in a month of which the day is not known."""
        inside = spell.contains(day)
        if inside is not None:
            return Leaf(words, inside, "table")
        begun = TRUE if spell.since is None else _come(words, "since", spell.since, day, subject)
        ended = FALSE if spell.until is None else _come(words, "until", spell.until, day, subject)
        return both(begun, TRUE if ended is FALSE else FALSE if ended is TRUE else neg(ended, f"{words} no more"))

    def hides(self, secret: Spell | None, of_one: bool = False) -> bool:
        """Whether a secret part is left out of the text that is asked: the public's, or what all signatories knew (`of_one`: a
        reservation or reading of some of them)."""
        if secret is None or self.text == "all" or (self.text == "signatories" and not of_one):
            return False
        return secret.contains(self.day) is not False

    # ------------------------------------------------------------------------------------------------ actors
    def is_state(self, code: str) -> bool:
        """Whether a code is a state's: of the table, or one that the event brings."""
        actor = self.situation.actors.get(code)
        if actor is not None:
            return actor.kind == "state"
        known = self.words.states.get(code)
        return known is not None and known.sort == "state"

    def is_armed_group(self, code: str) -> bool:
        actor = self.situation.actors.get(code)
        if actor is not None:
            return actor.kind == "non_state"
        known = self.words.states.get(code)
        return known is not None and known.sort == "armed_group"

    def today(self, code: str, day: str) -> str:
        """The code, or on a later day the one that continues it: a text's PRUSSIA reads GERREICH from 1871."""
        for new, since in self._successions.get(code, ()):
            if since <= day:
                return self.today(new, day)
        return code

    def reads(self, code: str, actor: str, day: str) -> Formula:
        """That `actor`, of the event, is whom a text means by `code`: itself, its successor, its lawful government, its force."""
        if code == actor:
            return TRUE
        if code in self._successions and actor in self.words.states and self.today(code, day) == actor:
            return Leaf(f"{actor} continues {code}", True, "table")
        own = self.situation.actors.get(actor)
        if own is None:
            return FALSE
        if own.speaks_for == code:
            return self.party_fact(actor, "lawful")
        if code in own.of:
            return Leaf(f"{actor} is a force of {code}", True, "stated")
        return FALSE

    def class_members(self, name: str, day: str) -> tuple[str, ...]:
        """Codes that may belong to a class on a day, from the table and from the event's own actors."""
        found = dict.fromkeys(
            self.today(member.state, day)
            for member in self.words.classes[name].members
            if member.spell is None or member.spell.contains(day) is not False
        )
        for region in self.words.classes[name].regions:
            found |= dict.fromkeys(code for code, state in self.words.states.items() if self.lies_in(state.home, region))
        found |= dict.fromkeys(code for code, actor in self.situation.actors.items() if name in actor.classes)
        return tuple(found)

    def in_class(self, code: str, name: str, day: str) -> Formula:
        """That an actor belongs to a class on a day."""
        key = (code, name, day)
        if key not in self._in_class:
            self._in_class[key] = self._belongs(code, name, day)
        return self._in_class[key]

    def _belongs(self, code: str, name: str, day: str) -> Formula:
        text = f"{code} is {with_article(name)}"
        actor = self.situation.actors.get(code)
        if actor is not None and (self.name(name) in actor.classes or actor.kind == "state"):
            if not actor.classes:
                return Leaf(text, None, "unknown", Atom(self.name(name), (code,)))
            return Leaf(text, self.name(name) in actor.classes, "stated")
        known = self.words.classes[name]
        found = [
            TRUE if member.spell is None else self.in_spell(member.spell, day, text, (self.name(name), code))
            for member in known.members
            if self.today(member.state, day) == code and (member.spell is None or member.spell.contains(day) is not False)
        ]
        if known.regions and code in self.words.states:
            found += [TRUE for region in known.regions if self.lies_in(self.words.states[code].home, region)]
        if found and not any(value(each) is True for each in found):
            return either(*found)
        return Leaf(text, bool(found), "table")

    def lies_in(self, regions: Iterable[str], region: str) -> bool:
        """Whether one of the regions is `region` or lies in it."""
        return any(region in self.words.regions[each].above for each in regions if each in self.words.regions)

    # ------------------------------------------------------------------------------------------------ relations
    def pairs(self, day: str) -> Iterator[tuple[str, str, str]]:
        """Pairs of which the event says, or of which its acts imply, that a relation may hold on a day: (relation, first, second)."""
        for fact in self.situation.relations:
            if fact.value is not False and _in_time(fact, day) is not False:
                yield fact.name, fact.first, fact.second
        for act in self.acts:
            if self._is_done_by(act, day):
                for name in self._implied_relations(act):
                    for first in self.doers(act):
                        for second in self.second(act):
                            yield name, first, second

    def _is_done_by(self, act: Act, day: str) -> bool:
        """Whether an act was done by a day; those that are known all were by the day asked about."""
        return day == self.day or not self.before(day, self.day_of(act))

    def _implied_relations(self, act: Act) -> tuple[str, ...]:
        return tuple(name for kind in self.words.kinds[act.kind].above for name in self.words.kinds[kind].implies)

    def relation(self, name: str, first: str, second: str, day: str) -> Formula:
        """That a relation holds between two on a day."""
        key = (name, first, second, day)
        if key not in self._relations:
            self._relations[key] = self._relation(name, first, second, day)
        return self._relations[key]

    def _relation(self, name: str, first: str, second: str, day: str) -> Formula:
        relation = self.words.relations[name]
        preposition = next(iter(relation.roles), "")
        words = f"{first} is {name} {preposition} {second}".replace("  ", " ") + ("" if day == self.day else f" on {day}")
        ends = tuple(sorted((first, second))) if relation.symmetric else (first, second)
        called = self.name(name)
        atom = Atom(called, ends if day == self.day else (*ends, day))  # of another day it is another question
        orders = {(first, second), (second, first)} if relation.symmetric else {(first, second)}
        rows = [each for each in self.situation.relations if each.name == called and (each.first, each.second) in orders]
        told = [(each, _in_time(each, day)) for each in reversed(rows)]
        for fact, inside in sorted(
            told, key=lambda row: (True, None, False).index(row[1])
        ):  # first of the day itself, the last written
            if inside is True or (inside is None and fact.value is not True):
                return self.truth(words, fact.value, atom)
            if inside is False and any(each.value is True for each in rows):  # whose days say when it was so
                return Leaf(words, False, "stated", atom)
            return Leaf(words, None, "unknown", atom)
        state: Formula = Leaf(words, None, "unknown", atom)
        if relation.presumed is not None and self.presumes(name):
            state = Leaf(words, relation.presumed, "presumed", why=relation.why)
        for act in self.acts:
            if not any((a, b) in orders for a in self.doers(act) for b in self.second(act)):
                continue
            kinds = [self.words.kinds[kind] for kind in self.words.kinds[act.kind].above]
            begins = any(name in kind.implies for kind in kinds)
            if not begins and not any(name in kind.ends for kind in kinds):
                continue
            done = self._done(act)
            if done is FALSE or not self._is_done_by(act, day):
                continue
            leaf = Leaf(words, begins, "follows", why=f"{act.kind} {'implies' if begins else 'ends'} it")
            if done is TRUE:
                state = leaf
            elif begins:
                state = either(both(done, leaf), state)
            else:
                state = both(neg(done, f"no {act.kind}"), state)
        return state

    def _done(self, act: Act) -> Formula:
        """That an act happened, was theirs to whom it is put down, and was not consented to, as far as the event speaks of it."""
        terms = [self.happened(act)]
        if "hostile_act" in self.words.kinds[act.kind].above:
            if "attributed" in act.facts:
                terms.append(self.fact(act, "attributed"))
            if "consented" in act.facts:
                terms.append(neg(self.fact(act, "consented"), "not consented"))
        found = both(*terms)
        return TRUE if value(found) is True else FALSE if value(found) is False else found


def own_names(situation: Situation, dictionary: Dictionary | None) -> tuple[str, ...]:
    """The names in a situation of words that only treaties define."""
    if dictionary is None or not dictionary.own:
        return ()
    own = dictionary.own
    return tuple(
        dict.fromkeys(word for _, word in used(situation) if (word in own or ":" in word) and dictionary.meant(word) is not None)
    )


def in_common_words(
    situation: Situation, vocabulary: Vocabulary, dictionary: Dictionary | None, names: tuple[str, ...] | None = None
) -> Vocabulary:
    """The common words, with what the own words of treaties that a situation uses are in them."""
    names = own_names(situation, dictionary) if names is None else names
    return dictionary.seen_by(None, names) if dictionary is not None and names else vocabulary


def _come(words: str, end: str, bound: str, day: str, subject: tuple[str, ...]) -> Formula:
    """That an end of a spell has come on a day."""
    come = reached(bound, day)
    if come is None:
        return Leaf(f"{words} ({end} {bound})", None, "unknown", Atom(end, (*subject, bound, day)))
    return TRUE if come else FALSE


def _in_time(fact: RelationFact, day: str) -> bool | None:
    """Whether the relation's dates hold the day; without dates it holds on the days asked about, and is open for earlier ones."""
    return Spell(fact.since, fact.until).contains(day)


def _above_zero(written: Value) -> bool:
    if isinstance(written, Bounds):
        return (written.at_least or 0) > 0
    return not isinstance(written, bool) and isinstance(written, int | float) and written > 0


def _may_compare(written: Value | None, comparison: str, wanted: float) -> bool:
    """Whether a written number, or one within written bounds that decide it, compares so."""
    if isinstance(written, Bounds):
        written = written.at_most if comparison == "at most" else written.at_least
    if isinstance(written, bool) or not isinstance(written, int | float):
        return False
    return _compare(written, comparison, wanted)


def _compare(number: float, comparison: str, wanted: float) -> bool:
    return number <= wanted if comparison == "at most" else number >= wanted
