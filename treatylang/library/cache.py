"""The compiled library, and the trees of events, kept in the user's cache folder.

Keyed by the content of every treaty file and by the version of the program, so that a changed file is never answered from an old
plan.  Written to a temporary file and renamed, so that a reader never sees half of one and concurrent writers do no harm.  Never
trusted blindly: the file holds plain data that cannot run, is refused unless its checksum fits, and anything odd in it means that the
library is compiled again.  A cache that cannot be written is no error.
"""

from __future__ import annotations

import marshal
import os
import sys

try:
    from _blake2 import blake2b  # what hashlib gives, without loading OpenSSL beside it
except ImportError:  # an interpreter built otherwise
    from hashlib import blake2b

from treatylang.events.read import is_json
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.library.codec import Words, decode, encode, late_clause
from treatylang.library.find import PACKAGE, in_checkout
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import Plan, TreatyPlan
from treatylang.record import dataclass
from treatylang.text.source import Span
from treatylang.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as AnyMapping
    from typing import Any

    from treatylang.events.tree import Node
    from treatylang.text.limits import Limits
    from treatylang.text.source import Source


_MAGIC = b"treatylang plan 1\n"
_DIGEST = 32
_PLANS, _TREES = 8, 64  # kept at most
_COMPILERS = ("syntax", "model", "plan", "checks", "library")


@dataclass(frozen=True)
class Stored:
    """What the cache holds of a library."""

    plan: Plan
    bodies: frozenset[str]


def key_of(files: AnyMapping[str, bytes]) -> str:
    """A name for the library that these files make with this program."""
    digest = blake2b(digest_size=20)
    digest.update(f"{__version__} {sys.version} {_program(*_COMPILERS)}".encode())
    for name in sorted(files):
        digest.update(f"\n{name} {len(files[name])}\n".encode())
        digest.update(files[name])
    return digest.hexdigest()


def folder() -> str | None:
    """The user's cache folder for us, None where there is none (`TREATYLANG_CACHE` names one, or is empty for none)."""
    chosen = os.environ.get("TREATYLANG_CACHE")
    if chosen is not None:
        return chosen or None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return os.path.join(base, "treatylang", "cache") if base else None
    base = os.environ.get("XDG_CACHE_HOME")
    if base and os.path.isabs(base):
        return os.path.join(base, "treatylang")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "treatylang") if home != "~" else None


def fetch(key: str) -> Stored | None:
    """The library stored under a key; None where there is none, or none that can be trusted."""
    data = _read(f"{key}.plan")
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


def tree_key(source: Source, limits: Limits) -> str:
    """A name for the tree of an event's text: by its content, by how it is read, and by the program."""
    digest = blake2b(digest_size=20)
    digest.update(f"{__version__} {_program('events', 'text')} {limits.event_depth} {limits.errors} {is_json(source)}\n".encode())
    digest.update(source.text.encode())
    return digest.hexdigest()


def fetch_tree(key: str) -> Node | None:
    """The tree of an event, if it was kept and can be trusted."""
    data = _read(f"{key}.event")
    if data is None:
        return None
    try:
        return _planted(marshal.loads(data))
    except (EOFError, ValueError, TypeError, LookupError):
        return None


def store_tree(key: str, tree: Node) -> None:
    """Keep the tree of an event."""
    _write(f"{key}.event", _marshalled(_felled(tree)), _TREES)


def _felled(node: Node) -> tuple[Any, ...]:
    """A node as plain data: its place, and a text, a list or pairs."""
    at = (node.span.start, node.span.end)
    if isinstance(node, Scalar):
        return (*at, node.text, node.quoted)
    if isinstance(node, Sequence):
        return (*at, [_felled(item) for item in node.items])
    return (*at, {index: (_felled(key), _felled(value)) for index, (key, value) in enumerate(node.entries)})


def _planted(data: Any) -> Node:
    span = Span(data[0], data[1])
    if isinstance(data[2], str):
        return Scalar(data[2], data[3], span)
    if isinstance(data[2], list):
        return Sequence(tuple([_planted(item) for item in data[2]]), span)
    entries = []
    for key, value in data[2].values():
        name = _planted(key)
        if not isinstance(name, Scalar):
            raise TypeError("a key that is no text")
        entries.append((name, _planted(value)))
    return Mapping(tuple(entries), span)


def _read(name: str) -> bytes | None:
    """What a file of the cache holds, if its checksum fits."""
    where = folder()
    if where is None:
        return None
    try:
        with open(os.path.join(where, name), "rb") as file:
            data = file.read()
    except OSError:
        return None
    head = len(_MAGIC) + _DIGEST
    if not data.startswith(_MAGIC) or blake2b(data[head:], digest_size=_DIGEST).digest() != data[len(_MAGIC) : head]:
        return None
    return data[head:]


def _write(name: str, data: bytes, most: int) -> None:
    """Keep a file, whole or not at all, and of its sort no more than `most`; whatever goes wrong, no answer depends on it."""
    where = folder()
    if where is None:
        return
    content = _MAGIC + blake2b(data, digest_size=_DIGEST).digest() + data
    temporary = os.path.join(where, f"{name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        os.makedirs(where, exist_ok=True)
        try:
            with open(temporary, "wb") as file:
                file.write(content)
            os.replace(temporary, os.path.join(where, name))
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
        _tidy(where, os.path.splitext(name)[1], most)
    except OSError:
        return


def _tidy(where: str, ending: str, most: int) -> None:
    """Keep the newest files of a sort."""
    files = [os.path.join(where, name) for name in os.listdir(where) if name.endswith(ending)]
    for old in sorted(files, key=os.path.getmtime, reverse=True)[most:]:
        os.unlink(old)


def store(key: str, plan: Plan, bodies: frozenset[str]) -> None:
    """Keep a library."""
    treaties = {name: _marshalled(_packed(each, plan.vocabulary)) for name, each in plan.treaties.items()}
    common = {name: encode(getattr(plan.vocabulary, name)) for name in plan.vocabulary.__match_args__}
    data = _marshalled((common, sorted(bodies), encode(dict(plan.spells)), dict(plan.successions), treaties))
    _write(f"{key}.plan", data, _PLANS)


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
        return self[name] if name in self else default


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


def _program(*folders: str) -> str:
    """In a checkout, where the version stays while the code changes: when its modules were last written."""
    if not in_checkout():
        return ""
    times = []
    for part in folders:
        with os.scandir(os.path.join(PACKAGE, part)) as entries:
            times += [(entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith((".py", ".lark"))]
    return str(sorted(times))
