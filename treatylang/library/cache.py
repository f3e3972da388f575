"""The compiled library, kept between commands.

Keyed by the content of every treaty file and by the program, so that a changed file is never answered from an old plan.  The file
holds plain data that cannot run, and anything odd in it means that the library is compiled again.
"""

from __future__ import annotations

import marshal
import sys

from treatylang.library import store as files
from treatylang.library.codec import Words, decode, encode, late_clause
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import Plan, TreatyPlan
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_MOST = 8
_COMPILERS = ("syntax", "model", "plan", "checks", "library")


@dataclass(frozen=True)
class Stored:
    """What the cache holds of a library."""

    plan: Plan
    bodies: frozenset[str]


def key_of(texts: Mapping[str, bytes]) -> str:
    """A name for the library that these files make with this program."""
    names = sorted(texts)
    return files.digest_of(
        f"{files.program(*_COMPILERS)} {sys.version}".encode(), *(part for name in names for part in (name.encode(), texts[name]))
    )


def fetch(key: str) -> Stored | None:
    """The library stored under a key; None where there is none, or none that can be trusted."""
    data = files.read(f"{key}.plan")
    if data is None:
        return None
    try:
        common, bodies, spells, successions, treaties = marshal.loads(data)
        maps: dict[str, Any] = {name: Words(words) if type(words) is dict else words for name, words in common.items()}
        vocabulary = Vocabulary(**maps)
        dates: Any = decode(spells)
        return Stored(Plan(_Lazy(treaties, vocabulary), vocabulary, dates, successions), frozenset(bodies))
    except (EOFError, ValueError, TypeError, LookupError):
        return None


def store(key: str, plan: Plan, bodies: frozenset[str]) -> None:
    """Keep a library."""
    treaties = {name: _marshalled(_packed(each, plan.vocabulary)) for name, each in plan.treaties.items()}
    common = {name: encode(getattr(plan.vocabulary, name)) for name in plan.vocabulary.__match_args__}
    data = _marshalled((common, sorted(bodies), encode(dict(plan.spells)), dict(plan.successions), treaties))
    files.write(f"{key}.plan", data, _MOST)


def _marshalled(data: Any) -> bytes:
    return marshal.dumps(data)


def _packed(treaty: TreatyPlan, common: Vocabulary) -> tuple[object, ...]:
    """A treaty's plan as data, its vocabulary as what it adds to the common one."""
    added = {}
    for name in common.__match_args__:
        own, base = getattr(treaty.vocabulary, name), getattr(common, name)
        if name != "strength_order" and own != base:
            added[name] = {word: encode(each) for word, each in own.items() if base.get(word) != each}
    fields = {name: encode(getattr(treaty, name)) for name in treaty.__match_args__ if name != "vocabulary"}
    return fields, added


class _Lazy(dict[str, TreatyPlan]):
    """Treaty plans that are taken out of their data when they are first asked for."""

    def __init__(self, packed: dict[str, bytes], common: Vocabulary) -> None:
        super().__init__(dict.fromkeys(packed))  # type: ignore[arg-type]
        self._packed = packed
        self._common = common

    def __getitem__(self, name: str) -> TreatyPlan:
        found: TreatyPlan | None = super().__getitem__(name)
        if found is None:
            found = _unpacked(self._packed[name], self._common)
            super().__setitem__(name, found)  # two threads may both do this: the plans are equal
        return found

    def values(self) -> Iterator[TreatyPlan]:  # type: ignore[override]
        return (self[name] for name in self)

    def items(self) -> Iterator[tuple[str, TreatyPlan]]:  # type: ignore[override]
        return ((name, self[name]) for name in self)

    def get(self, name: str, default: TreatyPlan | None = None) -> TreatyPlan | None:  # type: ignore[override]
        return self[name] if name in self else default  # noqa: SIM401 - `dict.get` would not decode it


def _unpacked(data: bytes, common: Vocabulary) -> TreatyPlan:
    fields: Any
    added: Any
    fields, added = marshal.loads(data)
    vocabulary = common
    if added:
        maps = {name: getattr(common, name) for name in common.__match_args__}
        for name, words in added.items():
            maps[name] = Words({**maps[name].data, **words})
        vocabulary = type(common)(**maps)
    clauses = tuple([late_clause(each) for each in fields.pop("clauses")])
    made: dict[str, Any] = {name: decode(each) for name, each in fields.items()}
    made["clauses"] = clauses
    return TreatyPlan(**made, vocabulary=vocabulary)
