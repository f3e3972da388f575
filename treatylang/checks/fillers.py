"""Who can stand in a place.  Sound and simple: what is not plain from codes, sorts and the list of parties counts as possible."""

from __future__ import annotations

from collections.abc import Iterable

from treatylang.checks.entry import Entry, Library, parties, readers
from treatylang.model.who import Body, Choice, Filter, Fixed, Who

PARTY = Choice("a party", "a", "party")
_ANYONE = ("actor", "participant")
_ABOVE = {"third_state": ("state", "non_party"), "terrorist_group": ("armed_group",)}
_APART = [
    frozenset(pair)
    for pair in (
        ("party", "non_party"),
        ("party", "third_state"),
        ("state", "armed_group"),
        ("state", "terrorist_group"),
        ("third_state", "armed_group"),
        ("third_state", "terrorist_group"),
    )
]


class Fillers:
    """Compares entities of one treaty."""

    def __init__(self, entry: Entry, library: Library) -> None:
        self.words = entry.treaty.vocabulary
        self._readers: dict[str, frozenset[str]] = {}
        self._library = library
        self.listed = parties(entry, library)
        self._parties = self._read(self.listed) if self.listed is not None else None

    def empty(self, who: Who) -> bool:
        """That nobody can be meant: `a party that is not a party`."""
        if not isinstance(who, Choice):
            return False
        sorts, barred = _sorts(who), _barred(who)
        if sorts & barred or any(pair <= sorts for pair in _APART):
            return True
        return self.closed(who) == frozenset()

    def disjoint(self, one: Who, other: Who) -> bool:
        """That nobody is both."""
        first, second = self.closed(one), self.closed(other)
        if first is not None and second is not None and first.isdisjoint(second):
            return True
        if (first and first <= self._not(other)) or (second and second <= self._not(one)):
            return True
        sorts, more = _sorts(one), _sorts(other)
        return bool(sorts & _barred(other) or more & _barred(one)) or any(pair <= sorts | more for pair in _APART)

    def within(self, one: Who, other: Who) -> bool:
        """That whoever is the first is the second too."""
        if isinstance(one, Fixed) and isinstance(other, Fixed):
            return set(one.codes) <= set(other.codes)
        if isinstance(one, Body) and isinstance(other, Body):
            return one.name == other.name
        if isinstance(one, Choice) and isinstance(other, Fixed):
            that = one.that
            return that is not None and not that.negated and that.sort is None and set(that.states) <= set(other.codes)
        if isinstance(other, Choice) and other.quantifier == "a" and isinstance(one, Choice):
            same = other.of is None or (one.sort, one.of) == (other.sort, other.of)
            return same and other.sort in _sorts(one) and other.that in (None, one.that)
        return False

    def bound(self, who: Who) -> bool:
        """That somebody meant can be a party, and so bear a duty; an organ always can."""
        if isinstance(who, Body) or self._parties is None:
            return True
        if isinstance(who, Choice) and who.sort in self.words.classes:
            known = self.words.classes[who.sort]
            members = self._read(each.state for each in known.members)
            if members and not known.regions and members.isdisjoint(self._parties):
                return False
        return not self.empty(who) and not self.disjoint(who, PARTY)

    def closed(self, who: Who) -> frozenset[str] | None:
        """All codes that can be meant, where they can be counted; None: anybody might be."""
        if isinstance(who, Fixed):
            return self._read(who.codes)
        if not isinstance(who, Choice):
            return None
        found: frozenset[str] | None = None
        if who.sort == "party" and who.of is None:
            found = self._parties
        elif who.sort == "member" and who.of is not None and who.of in self._library:
            listed = parties(self._library[who.of], self._library)
            found = self._read(listed) if listed is not None else None
        that = who.that
        if that is not None and not that.negated and that.sort is None:
            named = self._read(that.states)
            found = named if found is None else found & named
        return found - self._not(who) if found is not None else None

    def _not(self, who: Who) -> frozenset[str]:
        """Codes that are surely not meant: `a state that is not FRA`."""
        if isinstance(who, Choice) and who.that is not None and who.that.negated:
            return self._read(who.that.states)
        return frozenset()

    def _read(self, codes: Iterable[str]) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for code in codes:
            if code not in self._readers:
                self._readers[code] = readers(code, self.words)
            found |= self._readers[code]
        return found


def _sorts(who: Who) -> frozenset[str]:
    """Sorts to which whoever is meant belongs."""
    if not isinstance(who, Choice):
        return frozenset()
    found = {who.sort} if who.of is None else set()
    if who.that is not None and not who.that.negated and who.that.sort is not None:
        found.add(who.that.sort)
    return frozenset(found).union(_ANYONE, *(_ABOVE.get(each, ()) for each in found))


def _barred(who: Who) -> frozenset[str]:
    """Sorts to which whoever is meant does not belong."""
    match who:
        case Choice(that=Filter(negated=True, sort=str(sort))):
            return frozenset({sort, *(below for below, above in _ABOVE.items() if sort in above)})
    return frozenset()
