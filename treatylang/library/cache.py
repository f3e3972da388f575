"""The compiled library, kept between commands.

Keyed by the content of every treaty file and by the program, so that a changed file is never answered from an old plan.  The file
holds plain data that cannot run, and anything odd in it means that the library is compiled again.
"""

from __future__ import annotations

import marshal

from treatylang.library import store as files
from treatylang.library.codec import LateClause, LateTreaty, Words, decode, encode, pack, pack_words, unpack
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import Plan, TreatyPlan
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_MOST = 8


@dataclass(frozen=True)
class Stored:
    """What the cache holds of a library."""

    plan: Plan
    bodies: frozenset[str]


def fetch(key: str) -> Stored | None:
    """The library stored under a key; None where there is none, or none that can be trusted."""
    data = files.read(f"{key}.plan")
    if data is None:
        return None
    try:
        common, bodies, spells, successions, treaties, starts, own = marshal.loads(data)
        maps: dict[str, Any] = {name: Words(words) if type(words) is dict else words for name, words in common.items()}
        vocabulary = Vocabulary(**maps)
        dates: Any = decode(spells)
        late: Any = _Treaties(treaties, vocabulary)
        index: Any = Words(starts)
        return Stored(Plan(late, vocabulary, dates, successions, index, own), frozenset(bodies))
    except (EOFError, ValueError, TypeError, LookupError):
        return None


def store(key: str, plan: Plan, bodies: frozenset[str]) -> None:
    """Keep a library."""
    treaties: Any = {name: marshal.dumps(_packed(each, plan.vocabulary)) for name, each in plan.treaties.items()}
    common = {name: _packed_words(getattr(plan.vocabulary, name)) for name in plan.vocabulary.__match_args__}
    starts, own = _packed_words(plan.starts), dict(plan.own)
    data: Any = (common, sorted(bodies), encode(dict(plan.spells)), dict(plan.successions), treaties, starts, own)
    files.write(f"{key}.plan", marshal.dumps(data), _MOST)


def fetch_words(key: str) -> Vocabulary | None:
    """The bound vocabulary stored under a key, all of it."""
    data = files.read(f"{key}.words")
    if data is None:
        return None
    try:
        found = decode(marshal.loads(data))
    except (EOFError, ValueError, TypeError, LookupError):
        return None
    return found if isinstance(found, Vocabulary) else None


def store_words(key: str, words: Vocabulary) -> None:
    """Keep a bound vocabulary."""
    data: Any = encode(words)
    files.write(f"{key}.words", marshal.dumps(data), _MOST)


def _packed_words(words: object) -> object:
    return pack_words(words) if isinstance(words, dict) else encode(words)


def _packed(treaty: TreatyPlan, common: Vocabulary) -> Any:
    """A treaty's plan as data, its vocabulary as what it adds to the common one."""
    added = {}
    for name in common.__match_args__:
        own, base = getattr(treaty.vocabulary, name), getattr(common, name)
        if name != "strength_order" and own != base:
            added[name] = pack_words({word: each for word, each in own.items() if base.get(word) != each})
    return pack(treaty, clauses=[pack(clause) for clause in treaty.clauses], vocabulary=added)


class _Treaties:
    """Treaty plans that are taken out of their data when they are first asked for: a mapping, and no `dict` (see `Words`)."""

    __slots__ = ("common", "packed", "plans")

    def __init__(self, packed: dict[str, bytes], common: Vocabulary) -> None:
        self.packed = packed
        self.common = common
        self.plans: dict[str, TreatyPlan] = {}

    def __getitem__(self, name: str) -> TreatyPlan:
        found = self.plans.get(name)
        if found is None:
            found = self.plans[name] = _unpacked(
                self.packed[name], self.common
            )  # two threads may both do this: the plans are equal
        return found

    def __contains__(self, name: object) -> bool:
        return name in self.packed

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self.packed else default

    def keys(self) -> Any:
        return self.packed.keys()

    def values(self) -> Any:
        return [self[name] for name in self.packed]

    def items(self) -> Any:
        return [(name, self[name]) for name in self.packed]


def _unpacked(data: bytes, common: Vocabulary) -> TreatyPlan:
    packed = marshal.loads(data)
    vocabulary = common
    added = packed[0]["vocabulary"]
    if added:
        maps = {name: getattr(common, name) for name in common.__match_args__}
        for name, words in added.items():
            maps[name] = Words({**maps[name].data, **words})
        vocabulary = type(common)(**maps)
    return unpack(
        LateTreaty, packed, vocabulary=vocabulary, clauses=tuple([unpack(LateClause, each) for each in packed[0]["clauses"]])
    )
