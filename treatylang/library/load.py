"""Files -> a library ready to be asked: from the cache where it is warm, else compiled from the texts."""

from __future__ import annotations

import os

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library import cache
from treatylang.library.find import library_folder, treaty_files
from treatylang.plan.plan import Plan
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS, Limits
from treatylang.text.screen import screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.pipeline import Compiled
    from treatylang.text.source import Source


@dataclass(frozen=True)
class Library:
    """Treaties, compiled; safe to share between threads.

    `plan` is what every question is asked of; `bodies` the organs of all treaties, which an event may name.
    """

    plan: Plan
    bodies: frozenset[str]

    @property
    def treaties(self) -> tuple[str, ...]:
        """Ids of all treaties and pledges, sorted."""
        return tuple(sorted(self.plan.treaties))


def load_library(folder: str | None = None, *, limits: Limits = LIMITS, use_cache: bool = True) -> Library:
    """The library that came with the program, or the treaties below `folder` read with its vocabulary.

    Raises `InputError` with every error of every file.
    """
    files = read_files(folder)
    key = cache.key_of(files) if use_cache else None
    if key is not None:
        stored = cache.fetch(key)
        if stored is not None:
            return Library(stored.plan, stored.bodies)
    plan = compile_files(files, limits).require()
    bodies = frozenset(organ for treaty in plan.treaties.values() for organ in treaty.organs)
    if key is not None:
        cache.store(key, plan, bodies)
    return Library(plan, bodies)


def read_files(folder: str | None) -> dict[str, bytes]:
    """The bytes of every treaty file by the name a message shows; a folder or file of the user comes on top of the vocabulary."""
    own = library_folder()
    found = _below(own, own) if folder is None else _below(os.path.join(own, "vocabulary"), own)
    if folder is not None:
        whole = os.path.isdir(folder)
        paths = treaty_files(folder) if whole else [folder]
        if whole and not paths:
            hint = "treaty files end in `.treaty`"
            raise InputError((Diagnostic("TL0801", f"no treaty file in `{folder}`", None, hint),))
        found |= {path: _bytes(path) for path in paths}
    return found


def compile_files(files: dict[str, bytes], limits: Limits = LIMITS) -> Compiled:
    """Screen and compile; what screening refuses is among the diagnostics."""
    from treatylang.pipeline import compile_sources

    sources: list[Source] = []
    refused: list[Diagnostic] = []
    for name, data in files.items():
        source, problems = screen(name, data, limits.treaty_bytes, limits.errors)
        refused.extend(problems)
        if source is not None:
            sources.append(source)
    return compile_sources(sources, limits, tuple(refused))


def _below(folder: str, root: str) -> dict[str, bytes]:
    return {"treaties" + path[len(root) :].replace(os.sep, "/"): _bytes(path) for path in treaty_files(folder)}


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError((Diagnostic("TL0801", f"cannot read `{path}`: {reason.lower()}", None, "check the path and its permissions"),)) from error
