"""The bytes of treaty files, by the name that a message shows."""

from __future__ import annotations

import os

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.find import library_folder, treaty_files
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS

_LONGEST = 200  # characters of a path in a message
_USUAL = 32 * 1024  # bytes of a treaty file, and seldom more
_VOCABULARY = "treaties/vocabulary/"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Texts:
    """Treaty files by the names that messages show.

    files: those that were asked for, and the treaties of the library that stand beside them.  words: the vocabulary files of the
    library that are read with them.  own: ids of the treaties that were asked for, None where that is all of them.  elsewhere: ids of
    the library's treaties that need not be read.
    """

    files: dict[str, bytes]
    words: dict[str, bytes]
    own: tuple[str, ...] | None = None
    elsewhere: tuple[str, ...] = ()

    @property
    def all(self) -> dict[str, bytes]:
        """Every file."""
        return {**self.words, **self.files}

    @property
    def define_words(self) -> bool:
        """Whether a vocabulary is among the files."""
        return any(_head(data)[0] == b"vocabulary" for data in self.files.values())


def read_texts(folder: str | None) -> Texts:
    """The library that came with the program, or a folder or file of the user among the library (`beside_library`)."""
    library = library_folder()
    if folder is None:
        every = _below(library, library)
        words = {name: data for name, data in every.items() if name.startswith(_VOCABULARY)}
        return Texts({name: data for name, data in every.items() if name not in words}, words)
    whole = os.path.isdir(folder)
    paths = treaty_files(folder) if whole else [folder]
    if whole and not paths:
        raise InputError((Diagnostic("TL0801", f"no treaty file in `{folder}`", None, "treaty files end in `.treaty`"),))
    return beside_library({path: bytes_of(path) for path in paths})


def beside_library(found: dict[str, bytes], *, citing: bool = False) -> Texts:
    """Files of the user, by path, with what they need of the library: its vocabulary and those of its treaties that they cite.

    A file takes the place of the library's file of that name and folder, a treaty of the library's treaty of that id.  `citing`: also
    the treaties of the library that cite one whose place is taken, since that may break them.
    """
    library = library_folder()
    own = tuple(dict.fromkeys(id for id in map(_declared, found.values()) if id))
    words = _below(os.path.join(library, "vocabulary"), library, [os.path.realpath(path).replace(os.sep, "/") for path in found])
    names = [name.removesuffix(".treaty") for name in os.listdir(library) if name.endswith(".treaty")]
    others = [name for name in sorted(names) if name not in own]
    texts = {name: bytes_of(os.path.join(library, f"{name}.treaty")) for name in others}
    taken = [id.encode() for id in own if id in names] if citing else []
    start = {name: text for name, text in texts.items() if any(id in text for id in taken)}
    cited = _cited(texts, [*found.values(), *start.values()]) | start
    files = {f"treaties/{name}.treaty": texts[name] for name in sorted(cited)}
    return Texts({**files, **found}, words, own if cited else None, tuple(name for name in others if name not in cited))


def _cited(texts: dict[str, bytes], by: list[bytes]) -> dict[str, bytes]:
    """Of the treaties of the library those whose ids stand in these texts, and those that they cite in turn.

    An id in a remark brings its treaty along as well: that costs a little, and changes no answer.
    """
    cited: dict[str, bytes] = {}
    while by:
        text = by.pop()
        for name in [each for each in texts if each not in cited and each.encode() in text]:
            cited[name] = texts[name]
            by.append(texts[name])
    return cited


def _declared(data: bytes) -> str | None:
    """The id of the treaty or pledge that a text holds, as its first line gives it."""
    sort, name = _head(data)
    return name.decode("utf-8", "replace") if sort in (b"treaty", b"pledge") and name else None


def _head(data: bytes) -> tuple[bytes, bytes]:
    """The first two words of a text."""
    for line in data.removeprefix(b"\xef\xbb\xbf").splitlines():
        words = line.split()
        if words and not words[0].startswith(b"#"):
            return words[0], words[1] if len(words) > 1 else b""
    return b"", b""


def _below(folder: str, root: str, but: Collection[str] = ()) -> dict[str, bytes]:
    """The files of the library, without those of which one of the paths `but` takes the place."""
    found = {}
    for path in treaty_files(folder):
        inside = path[len(root) :].replace(os.sep, "/")
        if not any(each.endswith(inside) for each in but):
            found["treaties" + inside] = bytes_of(path)
    return found


def shown_path(path: str) -> str:
    """A path in a message: of a very long one its end, so that the message itself is not cut."""
    return f"`{path}`" if len(path) <= _LONGEST else f"`...{path[-_LONGEST:]}`"


def bytes_of(path: str) -> bytes:
    """The content of a file, at most a byte more than it may have: that is enough to refuse it.  Raises `InputError`."""
    try:
        with open(path, "rb") as file:
            data = file.read(_USUAL)  # room for the largest that is allowed costs more than the reading
            if len(data) == _USUAL:
                data += file.read(LIMITS.treaty_bytes + 1 - _USUAL)
            return data
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        message = f"cannot read {shown_path(path)}: {reason}"
        raise InputError((Diagnostic("TL0801", message, None, "check the path and its permissions"),)) from error
