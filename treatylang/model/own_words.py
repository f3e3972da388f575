"""The words that treaties define for themselves, and by what names events speak of them.

An event may use a word of any treaty.  Treaties that give a word the same meaning share it; where two give it different meanings, the
bare word says nothing, and `treaty:word` names one.  So each meaning has one *name*: the bare word where it has only that meaning,
else the word with the first of the treaties that mean it.
"""

from __future__ import annotations

from treatylang.model.vocabulary import Kind, Region, State, StateClass, Territory, Vocabulary, Word, Yield
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    Home = tuple[tuple[str, ...], tuple[str, ...]]  # the treaties that give a word one meaning, the tables in which they have it
    OwnWords = Mapping[str, tuple[Home, ...]]

TABLES = (
    "kinds", "facts", "relations", "decisions", "duties", "targets", "strengths", "zones", "domains", "regions", "territories", "states",
    "classes", "measures",
)  # fmt: skip
_REFERENCES = (
    "name", "parent", "needs", "presumes", "amounts_to", "implies", "ends", "above", "yields", "excludes", "deeds", "regions", "home",
    "fact", "parts",
)  # fmt: skip
_OF_ANSWERS = ("duties", "strengths")  # these stand beside the treaty whose answer is expected
_SEPARATOR = ":"  # as in `nato-1949:5(1)`


def own_words(vocabularies: Mapping[str, Vocabulary], common: Vocabulary) -> dict[str, tuple[Home, ...]]:
    """The words that only treaties define, each with its meanings; `vocabularies` are those of the treaties by id."""
    defined = {treaty: own for treaty in sorted(vocabularies) if (own := _defined(vocabularies[treaty], common))}
    found: dict[str, dict[tuple[str, ...], list[list[str]]]] = {}
    for treaty, words in defined.items():
        for word, rows in words.items():
            alike = found.setdefault(word, {}).setdefault(tuple(map(_said, rows.values())), [])
            shared = next((each for each in alike if _same(defined, each[0], treaty, word, set())), None)
            if shared is None:
                alike.append([treaty])
            else:
                shared.append(treaty)
    made = {
        word: tuple(sorted((tuple(each), tuple(defined[each[0]][word])) for alike in meanings.values() for each in alike))
        for word, meanings in found.items()
    }
    return dict(sorted(made.items()))


def _defined(words: Vocabulary, common: Vocabulary) -> dict[str, dict[str, Any]]:
    """What a treaty adds to the common words: by word, what it is in which table."""
    found: dict[str, dict[str, Any]] = {}
    for table in TABLES:
        own, base = getattr(words, table), getattr(common, table)
        if own is not base:
            for word in own:
                if word not in base:
                    found.setdefault(word, {})[table] = own[word]
    return found


def _said(row: Any) -> str:
    """All that a definition itself says; what lies below it others say."""
    return repr([type(row).__name__, *(getattr(row, name) for name in row.__match_args__ if name != "below")])


def _same(defined: Mapping[str, dict[str, dict[str, Any]]], one: str, other: str, word: str, seen: set[str]) -> bool:
    """Whether two treaties mean the same by a word: they say the same of it, and mean the same by what they say."""
    if word in seen:
        return True
    seen.add(word)
    mine, yours = defined[one].get(word), defined[other].get(word)
    if mine is None and yours is None:
        return True  # a common word
    if (
        mine is None
        or yours is None
        or mine.keys() != yours.keys()
        or any(_said(mine[each]) != _said(yours[each]) for each in mine)
    ):
        return False
    return all(_same(defined, one, other, each, seen) for row in mine.values() for each in _mentioned(row))


def _mentioned(row: Any) -> Iterator[str]:
    """The words by which a definition explains its own."""
    for field in _REFERENCES:
        waiting = [getattr(row, field, None)]
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                yield value
            elif isinstance(value, Yield):
                yield value.fact
            elif isinstance(value, dict):
                waiting += [*value, *value.values()]
            elif isinstance(value, tuple):
                waiting += value


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The words of a library: the common ones, and those of its treaties by the names that events give them."""

    own: OwnWords
    common: Vocabulary
    vocabulary_of: Callable[[str], Vocabulary]  # of a treaty: the common words with its own on top

    def name(self, treaty: str, word: str) -> str:
        """The name of what a treaty means by a word."""
        for treaties, _ in self.own.get(word, ()):
            if treaty in treaties:
                return word if len(self.own[word]) == 1 else f"{treaties[0]}{_SEPARATOR}{word}"
        return word

    def named(self, written: str) -> str | None:
        """The name that was meant by what is written of an own word: the word alone, or `treaty:word`; None where it names none."""
        treaty, qualified, word = written.rpartition(_SEPARATOR)
        for treaties, _ in self.own.get(word, ()):
            if treaty in treaties if qualified else len(self.own[word]) == 1:
                return self.name(treaties[0], word)
        return None

    def meant(self, name: str) -> tuple[str, str] | None:
        """A treaty that has the word of a name, and the word."""
        treaty, _, word = name.rpartition(_SEPARATOR)
        for treaties, _ in self.own.get(word, ()):
            if treaty in ("", *treaties):
                return treaties[0], word
        return None

    def meanings(self, word: str) -> tuple[str, ...]:
        """The names of all that treaties mean by a bare word."""
        return tuple(self.name(treaties[0], word) for treaties, _ in self.own.get(word, ()))

    def names(self, *tables: str) -> Iterator[str]:
        """The names of all own words of these tables."""
        for word, homes in self.own.items():
            for treaties, where in homes:
                if not set(tables).isdisjoint(where):
                    yield self.name(treaties[0], word)

    def homes(self) -> dict[str, tuple[str, ...]]:
        """The treaties of each own word, by its name."""
        return {self.name(treaties[0], word): treaties for word, homes in self.own.items() for treaties, _ in homes}

    def defines(self, treaty: str) -> bool:
        """Whether a treaty has words of its own."""
        return any(treaty in treaties for homes in self.own.values() for treaties, _ in homes)

    def ambiguous(self, treaty: str) -> dict[str, str]:
        """The words of a treaty that another means otherwise, each with its name."""
        return {word: name for word in self.own if (name := self.name(treaty, word)) != word}

    # ------------------------------------------------------------------------------------------------ words for a reader
    def with_words_of(self, treaties: Iterable[str]) -> Vocabulary:
        """The common words and all that these treaties define, by their names."""
        more: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
        for treaty in treaties:
            names = self.ambiguous(treaty)
            for table in TABLES:
                own, base = getattr(self.vocabulary_of(treaty), table), getattr(self.common, table)
                for word in own:
                    if word not in base:
                        more[table][self.name(treaty, word)] = _renamed(own[word], names) if names else own[word]
        return with_more(self.common, more)

    def every_word(self) -> Vocabulary:
        """The common words, and all that treaties define, by their names."""
        return self.with_words_of(self._treaties())

    def as_written(self) -> Vocabulary:
        """Every word in every way in which an event may write it: bare where that is clear, and with each treaty that has it."""
        more: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
        for treaty in self._treaties():
            words = self.vocabulary_of(treaty)
            names = {word: f"{treaty}{_SEPARATOR}{word}" for word in self.own if self._has(treaty, word)}
            for word, name in names.items():
                for table in _tables(self.own[word], treaty):
                    row = getattr(words, table)[word]
                    more[table][name] = _renamed(row, names)
                    if len(self.own[word]) == 1 or table in _OF_ANSWERS:
                        more[table][word] = row
        return with_more(self.common, more)

    def seen_by(self, treaty: str | None, used: Iterable[str]) -> Vocabulary:
        """The words in which one treaty (None: whoever defines none) sees an event that uses these names.

        Its own words are there by their names too, where these are others.  What it does not define, it sees as what that is in the
        common vocabulary: a kind as of the common kinds above it, a locality as land of its holders; facts, relations and decisions
        of other treaties it does not see at all.
        """
        words = self.vocabulary_of(treaty) if treaty is not None else self.common
        more: dict[str, dict[str, Any]] = {}
        names = self.ambiguous(treaty) if treaty is not None else {}
        for word, name in names.items():
            for table in _tables(self.own[word], treaty):
                more.setdefault(table, {})[name] = getattr(words, table)[word]
        for name in used:
            home = self.meant(name)
            if home is None or (treaty is not None and self.name(treaty, home[1]) == name and self._has(treaty, home[1])):
                continue
            owner, word = home
            for table in _tables(self.own[word], owner):
                row = _in_common_words(
                    getattr(self.vocabulary_of(owner), table)[word], name, self.vocabulary_of(owner), self.common
                )
                if row is not None:
                    more.setdefault(table, {})[name] = row
        return with_more(words, more)

    def _treaties(self) -> list[str]:
        return sorted({treaty for homes in self.own.values() for treaties, _ in homes for treaty in treaties})

    def _has(self, treaty: str, word: str) -> bool:
        return any(treaty in treaties for treaties, _ in self.own.get(word, ()))


def with_more(words: Vocabulary, more: Mapping[str, Mapping[str, Any]]) -> Vocabulary:
    """A vocabulary with further rows in some of its tables; those that it has stay unread."""
    from collections import ChainMap

    changed: dict[str, Any] = {table: ChainMap(dict(rows), getattr(words, table)) for table, rows in more.items() if rows}
    return replace(words, **changed) if changed else words


def _tables(homes: tuple[Home, ...], treaty: str | None) -> tuple[str, ...]:
    return next((tables for treaties, tables in homes if treaty in treaties), ())


def _renamed(row: Any, names: Mapping[str, str]) -> Any:
    """A definition with the words that it uses by their names."""

    def by_name(value: Any) -> Any:
        if isinstance(value, str):
            return names.get(value, value)
        if isinstance(value, Yield):
            return replace(value, fact=by_name(value.fact))
        if isinstance(value, dict):
            return {by_name(key): by_name(each) for key, each in value.items()}
        if isinstance(value, frozenset):
            return frozenset(map(by_name, value))
        return tuple(map(by_name, value)) if isinstance(value, tuple) else value

    return replace(row, **{field: by_name(getattr(row, field)) for field in (*_REFERENCES, "below") if hasattr(row, field)})


def _in_common_words(row: Any, name: str, own: Vocabulary, common: Vocabulary) -> Any:
    """What a treaty's own word stands for where only the common words are known; None: nothing."""
    match row:
        case Kind():
            above = tuple(each for each in row.above if each in common.kinds)
            unlisted = bool(above) and common.kinds[above[0]].unlisted
            parent = above[0] if above else None
            return Kind(name, row.meaning, parent, row.roles, {}, {}, {}, (), (), unlisted, (name, *above), frozenset((name,)))
        case Word():
            known = {*common.targets, *common.zones, *common.domains}
            return Word(name, row.meaning, (name, *(each for each in row.above if each in known)))
        case Region():
            return replace(row, name=name, above=(name, *(each for each in row.above if each in common.regions)))
        case Territory():
            return replace(row, name=name, regions=_regions(row.regions, own, common))
        case StateClass():
            return replace(row, name=name, regions=_regions(row.regions, own, common))
        case State():
            return replace(row, home=_regions(row.home, own, common))
    return None


def _regions(names: tuple[str, ...], own: Vocabulary, common: Vocabulary) -> tuple[str, ...]:
    """Common regions that hold these."""
    found = (above for name in names if name in own.regions for above in own.regions[name].above)
    return tuple(dict.fromkeys(each for each in found if each in common.regions))
