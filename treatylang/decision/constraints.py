"""What the vocabulary says cannot be otherwise: the constraints that every world obeys.

Facts of one act that imply or exclude each other, thresholds of one number, parts of regions and of targets, and the order of dates.
Each is a clause of two literals, so that what follows from several is found by following them one after the other.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product

from treatylang.decision.case import Case
from treatylang.decision.env import SOMEBODY
from treatylang.decision.formula import Atom, Formula, Leaf
from treatylang.decision.kinds import stated
from treatylang.model.time import last_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatylang.events.situation import Act

_DATED = ("since", "until")
Implication = tuple[Atom, bool, Atom, bool]  # where the first has its value, the second must have its own


class Constraints:
    """The constraints of one case on the atoms of a formula."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.words = case.words
        self._acts = {act.id: act for act in case.acts}
        self._among: dict[tuple[Atom, ...], tuple[Implication, ...]] = {}
        self._beside: dict[Atom, tuple[tuple[bool, Leaf, bool], ...]] = {}
        self._following: dict[tuple[str, bool], tuple[tuple[str, bool], ...]] = {}

    def among(self, atoms: Sequence[Atom]) -> tuple[Implication, ...]:
        """Between the atoms themselves."""
        key = tuple(atoms)
        if key not in self._among:
            self._among[key] = tuple(self._find_among(key))
        return self._among[key]

    def _find_among(self, atoms: tuple[Atom, ...]) -> Iterator[Implication]:
        """Asked only of those that can be bound: about the same act or party, two days, or whether an act happened and all else."""
        about: dict[str, list[Atom]] = {}
        for atom in atoms:
            about.setdefault(self._subject(atom), []).append(atom)
        present = frozenset(atoms)
        for one in atoms:
            for other in atoms if one.word == "happened" else about[self._subject(one)]:
                if other is not one:
                    yield from self._between(one, other)
            yield from ((one, True, other, True) for other in self._brings(one) if other in present)

    def _subject(self, atom: Atom) -> str:
        """That of which only such atoms are asked as can be bound to each other."""
        if atom.word in _DATED:
            return "a day"
        if not atom.of or (atom.word in self.words.kinds and atom.of[0] not in self._acts):
            return "a deed"
        return f"{atom.word} of {atom.of[0]}" if atom.word in self.words.decisions else atom.of[0]

    def _brings(self, one: Atom) -> Iterator[Atom]:
        """What is so where a relation holds, or a body has decided about an act: a fact of a party; the same about other acts, and at all."""
        relation = self.words.relations.get(self.case.word(one.word))
        if relation is not None and relation.implies and len(one.of) == 2:
            for code, name in product(relation.implied_of(*one.of), relation.implies):
                yield Atom(self.case.name(name), (code,))
        if one.word in self.words.decisions and one.of and one.of[-1] in self._acts:
            *rest, matter = one.of
            if self.case.decided.only_matter is None and not any(self.case.decided.known(one.of[0])):
                yield Atom(one.word, tuple(rest))
            yield from (Atom(one.word, (*rest, other)) for other in self.case.decided.covered(matter))

    def with_facts(self, atom: Atom) -> tuple[tuple[bool, Leaf, bool], ...]:
        """Against facts that are decided, or claimed: where the atom has the value, the leaf must have the other."""
        if atom not in self._beside:
            self._beside[atom] = tuple(self._with_facts(atom))
        return self._beside[atom]

    def _with_facts(self, atom: Atom) -> Iterator[tuple[bool, Leaf, bool]]:
        for each in self.case.acts if atom.word in self.words.relations else ():
            happened = self.case.happened(each)
            if isinstance(happened, Leaf) and happened.claims and self._implies(each, atom):
                yield False, happened, False
        yield from self._with_parties(atom)
        act = self._acts.get(atom.of[0]) if len(atom.of) == 1 else None
        if act is None or atom.bound is not None:
            return
        for value in (True, False):
            for name, wanted in self._follows(atom.word, value):
                leaf = self._said(act, name) if name != atom.word else None
                if isinstance(leaf, Leaf) and (leaf.value is not None or leaf.claims):
                    yield value, leaf, wanted

    def _said(self, act: Act, name: str) -> Formula | None:
        """What is so of a fact of an act; of a kind, what the event itself says."""
        word = self.case.word(name)
        fact = self.words.facts.get(word)
        if fact is not None:
            return self.case.fact(act, word) if fact.type != "number" else None
        return stated(self.case, act, word) if name in act.facts else None

    def _with_parties(self, atom: Atom) -> Iterator[tuple[bool, Leaf, bool]]:
        """A relation of this day against what it implies of those between whom it is; such a fact against the relations."""
        word = self.case.word(atom.word)
        relation, fact = self.words.relations.get(word), self.words.facts.get(word)
        if relation is not None and len(atom.of) == 2:
            told = self.case.situation.party_facts
            for code, name in product(relation.implied_of(*atom.of), relation.implies):
                leaf = self.case.party_fact(code, name) if self.case.name(name) in told.get(code, {}) else None
                if isinstance(leaf, Leaf) and (leaf.value is not None or leaf.claims):
                    yield True, leaf, True
        elif fact is not None and fact.owner == "party" and len(atom.of) == 1:
            for _, so in self.case.held_by(atom.of[0], word):
                if isinstance(so, Leaf) and so.claims:
                    yield False, so, False

    def _between(self, one: Atom, other: Atom) -> Iterator[Implication]:
        if one.word == other.word:
            yield from self._same_word(one, other)
        if one.of == other.of and one.bound is None and other.bound is None and one.of and one.of[0] in self._acts:
            for value in (True, False):
                for name, wanted in self._follows(one.word, value):
                    if name == other.word:
                        yield one, value, other, wanted
        if one.word == "happened" and one.of and self._implies(self._acts.get(one.of[0]), other):
            yield one, True, other, True
        ended = (one.word, other.word) == ("until", "since") and one.of[:-2] == other.of[:-2]
        if ended and self._no_later(one.of[-1], other.of[-1]):
            yield one, True, other, True  # what has ended had begun

    def _implies(self, act: Act | None, relation: Atom) -> bool:
        """Whether an act, did it happen, brings a relation about that no other act ends: an invasion is war."""
        if act is None or relation.word not in self.words.relations or len(relation.of) != 2:
            return False
        if len(act.date) < 10 and last_day(act.date) > self.case.day:  # it may not have come yet
            return False
        if act.facts.get("consented", False) is not False or act.facts.get("attributed", True) is not True:
            return False  # then it is a question of its own (`Case.relation`)
        ended = {
            name for each in self.case.acts for kind in self.words.kinds[each.kind].above for name in self.words.kinds[kind].ends
        }
        word = self.case.word(relation.word)
        brings = {name for kind in self.words.kinds[act.kind].above for name in self.words.kinds[kind].implies} - ended
        pairs = ((first, second) for first in self.case.doers(act) for second in self.case.second(act))
        order = sorted if self.words.relations[relation.word].symmetric else tuple
        return word in brings and any(tuple(order(pair)) == relation.of for pair in pairs)

    def _same_word(self, one: Atom, other: Atom) -> Iterator[Implication]:
        if one.bound is not None and other.bound is not None and one.of == other.of:
            for value in (True, False):
                for wanted in (True, False):
                    if _inside(_range(one.bound, value), _range(other.bound, wanted)):
                        yield one, value, other, wanted
        elif one.word in _DATED and one != other and self._no_later(one.of[-1], other.of[-1]):
            if one.of[:-1] == other.of[:-1] or self._follows_in_time(one, other):
                yield one, True, other, True  # what has come on a day has come on every later one
        elif one.word == "place" and len(one.of) == len(other.of) == 2 and one.of[0] == other.of[0]:
            region = self.words.regions.get(one.of[1])
            if region is not None and self.case.word(other.of[1]) in region.above and other.of[1] != one.of[1]:
                yield one, True, other, True
        elif one.word in self.words.kinds and one != other and len(one.of) >= len(other.of) and _is_part(other.of, one.of):
            yield one, True, other, True  # who asked a certain one has asked

    def _no_later(self, one: str, other: str) -> bool:
        """Whether a day is no later than another; of acts whose days share a stretch, by their order in the event."""
        if one == other or one[:10] != other[:10]:
            return one[:10] <= other[:10]
        first, second = (self._acts.get(each[11:]) for each in (one, other))
        return first is not None and second is not None and first.index < second.index

    def _follows_in_time(self, one: Atom, other: Atom) -> bool:
        """Whether both ask of acts by what day they took place, and what stands below in the event took place no earlier."""
        if one.word != "since" or not len(one.of) == len(other.of) == 3:
            return False
        first, second = self._acts.get(one.of[0]), self._acts.get(other.of[0])
        return first is not None and second is not None and first.index > second.index

    @cached_property
    def _needing(self) -> tuple[tuple[str, dict[str, bool]], ...]:
        """The kinds that need facts."""
        found = ((kind, self.words.needs_of(kind)) for kind in self.words.kinds)
        return tuple((kind, needs) for kind, needs in found if needs)

    def _follows(self, name: str, value: bool) -> tuple[tuple[str, bool], ...]:
        """All that a value of a fact implies of other facts, by however many steps."""
        if (name, value) in self._following:
            return self._following[name, value]
        found: dict[tuple[str, bool], None] = {}
        waiting = [(name, value)]
        while waiting:
            for each in self._next(*waiting.pop()):
                if each not in found and each != (name, value):
                    found[each] = None
                    waiting.append(each)
        self._following[name, value] = tuple(found)
        return self._following[name, value]

    def _next(self, name: str, value: bool) -> Iterator[tuple[str, bool]]:
        facts, word, called = self.words.facts, self.case.word(name), self.case.name
        if word in self.words.kinds:
            kind = self.words.kinds[word]
            yield from ((called(each), value) for each in (kind.above if value else sorted(kind.below)) if each != word)
            yield from ((called(fact), so) for fact, so in self.words.needs_of(word).items() if value)
            return
        yield from ((called(kind), False) for kind, needs in self._needing if needs.get(word, value) is not value)
        for other, fact in facts.items():
            if other == word:
                if value:
                    yield from ((called(each), True) for each in fact.implies if each in facts)
                    yield from ((called(each), False) for each in fact.excludes if each in facts)
            elif (value and word in fact.excludes) or (not value and word in fact.implies):
                yield called(other), False


def _is_part(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Whether one says of a deed no more than the other does."""
    return all(one in (other, SOMEBODY) for one, other in zip(less, more, strict=False))


def _range(bound: tuple[str, float], holds: bool) -> tuple[float, bool, float, bool]:
    """From where (and whether it is inside) to where a comparison, or its denial, lets a number lie."""
    infinite = float("inf")
    comparison, number = bound
    if comparison == "at most":
        return (-infinite, False, number, True) if holds else (number, False, infinite, False)
    return (number, True, infinite, False) if holds else (-infinite, False, number, False)


def _inside(one: tuple[float, bool, float, bool], other: tuple[float, bool, float, bool]) -> bool:
    low = other[0] < one[0] or (other[0] == one[0] and (other[1] or not one[1]))
    high = other[2] > one[2] or (other[2] == one[2] and (other[3] or not one[3]))
    return low and high
