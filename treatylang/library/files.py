"""The bytes of treaty files, by the name that a message shows."""

from __future__ import annotations

import os

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.find import library_folder, treaty_files
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS

_LONGEST = 200  # characters of a path in a message
_USUAL = 32 * 1024  # bytes of a treaty file, and seldom more

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Texts:
    """Treaty files, and which of the treaties in them were asked for; `own` None: all of them."""

    files: dict[str, bytes]
    own: tuple[str, ...] | None


def read_files(folder: str | None) -> dict[str, bytes]:
    """The bytes of every treaty file by the name a message shows; see `read_texts`."""
    return read_texts(folder).files


def read_texts(folder: str | None) -> Texts:
    """The library that came with the program, or a folder or file of the user.

    On top of the latter come the vocabulary and those treaties of the library that it cites, each unless it has one of its own.
    """
    library = library_folder()
    if folder is None:
        return Texts(_below(library, library), None)
    whole = os.path.isdir(folder)
    paths = treaty_files(folder) if whole else [folder]
    if whole and not paths:
        raise InputError((Diagnostic("TL0801", f"no treaty file in `{folder}`", None, "treaty files end in `.treaty`"),))
    found = {path: _bytes(path) for path in paths}
    own = tuple(each for each in map(_declared, found.values()) if each)
    inside = {path[len(folder) :].strip(os.sep) for path in paths} if whole else set()
    words = _below(os.path.join(library, "vocabulary"), library, inside)
    cited = _cited(library, found, own)
    return Texts({**words, **cited, **found}, own if cited else None)


def _cited(library: str, found: dict[str, bytes], own: tuple[str, ...]) -> dict[str, bytes]:
    """The treaties of the library whose ids stand in these texts, and those that they cite in turn.

    An id in a remark brings its treaty along as well: that costs a little, and changes no answer.
    """
    known = {name.removesuffix(".treaty") for name in os.listdir(library) if name.endswith(".treaty")} - set(own)
    cited: dict[str, bytes] = {}
    texts = list(found.values())
    while texts:
        text = texts.pop()
        for name in sorted(each for each in known if each.encode() in text):
            known.discard(name)
            shown, path = f"treaties/{name}.treaty", os.path.join(library, f"{name}.treaty")
            cited[shown] = _bytes(path)
            texts.append(cited[shown])
    return cited


def _declared(data: bytes) -> str | None:
    """The id of the treaty or pledge that a text holds, as its first line gives it."""
    for line in data.splitlines():
        words = line.split()
        if words and not words[0].startswith(b"#"):
            return words[1].decode("utf-8", "replace") if words[0] in (b"treaty", b"pledge") and len(words) > 1 else None
    return None


def _below(folder: str, root: str, but: Collection[str] = ()) -> dict[str, bytes]:
    """The files of the library, without those `but` that the user's folder holds at the same place."""
    paths = [path for path in treaty_files(folder) if path[len(root) :].strip(os.sep) not in but]
    return {"treaties" + path[len(root) :].replace(os.sep, "/"): _bytes(path) for path in paths}


def shown_path(path: str) -> str:
    """A path in a message: of a very long one its end, so that the message itself is not cut."""
    return f"`{path}`" if len(path) <= _LONGEST else f"`...{path[-_LONGEST:]}`"


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(_USUAL)  # room for the largest that is allowed costs more than the reading
            if len(data) == _USUAL:
                data += file.read(LIMITS.treaty_bytes + 1 - _USUAL)  # a byte more than is allowed is enough to refuse it
            return data
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        message = f"cannot read {shown_path(path)}: {reason}"
        raise InputError((Diagnostic("TL0801", message, None, "check the path and its permissions"),)) from error
