"""Events from files and standard input, and the library they are asked of: what every command that asks begins with."""

from __future__ import annotations

import os
import sys
from errno import EBADF

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.files import shown_path
from treatylang.library.named import check_treaties
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    from treatylang.events.situation import Situation
    from treatylang.library.load import Library

    Kept = TypeVar("Kept")


def library_of(folder: str | None) -> Library:
    """The library that came with the program, or that of a folder.  Raises `InputError`."""
    from treatylang.library.load import load_library

    return load_library(folder)


def event_from(path: str, library: Library) -> tuple[Situation, tuple[Diagnostic, ...]]:
    """The situation of a file (`-`: standard input), and warnings about it.  Raises `InputError`."""
    from treatylang.library.events import read_for

    data, name = event_bytes(path)
    situation, found = read_for(library, data, name)
    if situation is None or any(each.severity == "error" for each in found):
        raise InputError(found)
    return situation, found


def event_bytes(path: str) -> tuple[bytes, str]:
    """At most a byte more than an event may have: that is enough to refuse it."""
    if path.endswith(".treaty"):
        hint = "an event is a YAML or JSON file; treaties of your own are named by `--library`"
        raise InputError((Diagnostic("TL0801", f"{shown_path(path)} is a treaty file, and no event", None, hint),))
    return _bytes(path, LIMITS.event_bytes, (".yaml", ".yml", ".json"), "an event")


def figures_bytes(path: str) -> tuple[bytes, str]:
    """Likewise of a file of figures."""
    return _bytes(path, LIMITS.figures_bytes, (".csv", ".xlsx"), "a file of figures")


def _bytes(path: str, most: int, endings: tuple[str, ...], what: str) -> tuple[bytes, str]:
    try:
        if path == "-":
            return standard_input(most), "<standard input>"
        with open(path, "rb") as file:
            return file.read(most + 1), path
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        shown, hint = (
            ("standard input", f"pipe {what} into it") if path == "-" else (shown_path(path), _beside(path, endings, what))
        )
        raise InputError((Diagnostic("TL0801", f"cannot read {shown}: {reason}", None, hint),)) from error


def _beside(path: str, endings: tuple[str, ...], what: str) -> str:
    """What may have been meant by a path that is none: a file of nearly this name in the same folder."""
    from treatylang.diagnostics.suggest import nearest

    if os.path.isdir(path):
        return f"{what} is one file: name it"
    folder, name = os.path.split(path)
    try:
        near = nearest(name, [each for each in os.listdir(folder or ".") if each.endswith(endings)])
    except (OSError, ValueError):
        near = None
    return f"did you mean `{os.path.join(folder, near)}`?" if near else "check the path"


def standard_input(most: int) -> bytes:
    """Standard input, at most a byte more than it may have.  Raises `OSError` where there is none (`<&-`)."""
    if sys.stdin is None:
        raise OSError(EBADF, "it is closed")
    return sys.stdin.buffer.read(most + 1)


class BadArgument(InputError):
    """An argument of the command names what there is not: the command was not given as it should be."""


def usage(check: Callable[..., Kept], *given: Any) -> Kept:
    """What a check gives; what it finds wrong is the fault of the command, and not of a file.  Raises `BadArgument`."""
    try:
        return check(*given)
    except InputError as error:
        raise BadArgument(error.diagnostics) from error


def no_such(what: str, hint: str, notes: tuple[str, ...] = ()) -> BadArgument:
    """That an argument names nothing: `no state `FRX``."""
    return BadArgument((Diagnostic("TL0804", f"no {what}", None, hint, notes=notes),))


def asked_treaties(given: Sequence[str], library: Library) -> tuple[str, ...] | None:
    """The treaties of `--treaty`, `all` for every one; None where none is given.  Raises `BadArgument`."""
    usage(check_treaties, [each for each in given if each != "all"], library)
    return (library.treaties if "all" in given else tuple(given)) or None
