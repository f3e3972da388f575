"""Files -> a library ready to be asked: from the cache where it is warm, else compiled from the texts."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.library import cache
from treatylang.library.files import Texts, read_texts
from treatylang.library.keys import library_key
from treatylang.plan.plan import Plan
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS, Limits
from treatylang.text.screen import screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.pipeline import Compiled
    from treatylang.text.source import Source


@dataclass(frozen=True)
class Library:
    """Treaties, compiled; safe to share between threads.

    `plan` is what every question is asked of; `bodies` the organs of all treaties, which an event may name.  `own` are the treaties
    of the user's folder, where the plan holds others besides that they cite; None where it holds no others.

    >>> from treatylang import decide, load
    >>> library = load()
    >>> [each for each in library.treaties if each.startswith("nato")][0]
    'nato-1949'
    >>> event = {"event": "e", "date": "1950-06-25", "kind": "invasion", "by": "PRK", "on": "KOR"}
    >>> decide(event, library=library).date
    '1950-06-25'
    """

    plan: Plan
    bodies: frozenset[str]
    own: tuple[str, ...] | None = None

    @property
    def treaties(self) -> tuple[str, ...]:
        """Ids of all treaties and pledges, sorted; not of those that are only cited."""
        return tuple(sorted(self.plan.treaties if self.own is None else self.own))


def load_library(folder: str | None = None, *, limits: Limits = LIMITS, use_cache: bool = True) -> Library:
    """The library that came with the program, or the treaties below `folder` read with its vocabulary and what they cite of it.

    Raises `InputError` with every error of every file.
    """
    texts = read_texts(folder)
    return library_of_texts(texts, library_key(texts.all) if use_cache else None, limits)


def library_of_texts(texts: Texts, key: str | None, limits: Limits = LIMITS) -> Library:
    """The library of these files; `key` is its name in the cache, None where that is not to be used."""
    if key is not None:
        stored = cache.fetch(key)
        if stored is not None:
            return Library(stored.plan, stored.bodies, texts.own)
    plan = compile_texts(texts, limits, use_cache=key is not None).require()
    bodies = frozenset(organ for treaty in plan.treaties.values() for organ in treaty.organs)
    if key is not None:
        cache.store(key, plan, bodies)
    return Library(plan, bodies, texts.own)


def compile_texts(texts: Texts, limits: Limits = LIMITS, *, use_cache: bool = True) -> Compiled:
    """Compile files among the library; its vocabulary is bound once and kept, unless the files define words themselves."""
    if texts.define_words:
        return compile_files(texts.all, limits, elsewhere=texts.elsewhere)
    key = library_key(texts.words) if use_cache else None
    words = cache.fetch_words(key) if key is not None else None
    if words is None:
        bound = compile_files(texts.words, limits)
        if bound.diagnostics:
            return compile_files(texts.all, limits, elsewhere=texts.elsewhere)  # they belong to the answer
        words = bound.vocabulary
        if key is not None:
            cache.store_words(key, words)
    return compile_files(texts.files, limits, words, texts.elsewhere)


def compile_files(
    files: dict[str, bytes], limits: Limits = LIMITS, base: Vocabulary | None = None, elsewhere: tuple[str, ...] = ()
) -> Compiled:
    """Screen and compile; what screening refuses is among the diagnostics.  `base`, `elsewhere`: see `compile_sources`."""
    from treatylang.library.parsers import parser
    from treatylang.pipeline import compile_sources

    sources: list[Source] = []
    refused: list[Diagnostic] = []
    for name, data in files.items():
        source, problems = screen(name, data, limits.treaty_bytes, limits.errors)
        refused.extend(problems)
        if source is not None:
            sources.append(source)
    return compile_sources(sources, limits, tuple(refused), base, elsewhere, parser)
