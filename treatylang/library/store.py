"""The user's cache folder: files that are whole, checked, and few.

Written to a temporary file and renamed, so that a reader never sees half of one and concurrent writers do no harm.  Never trusted
blindly: a file is refused unless its checksum fits.  A cache that cannot be written is no error.
"""

from __future__ import annotations

import os
import sys

from treatylang.library.find import PACKAGE, in_checkout
from treatylang.version import __version__

try:
    from _blake2 import blake2b  # what hashlib gives, without loading OpenSSL beside it
except ImportError:  # an interpreter built otherwise
    from hashlib import blake2b

_MAGIC = b"treatylang cache 1\n"
_DIGEST = 32
_WRITTEN: dict[str, list[tuple[str, int]]] = {}
FOLDERS = (
    "", "text", "diagnostics", "syntax", "model", "events", "checks", "plan", "decision", "explanation", "rendering", "library", "command",
)  # fmt: skip


def digest_of(*parts: bytes) -> str:
    """A name for these parts, each told from its neighbours."""
    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(f"{len(part)}\n".encode())
        digest.update(part)
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


def read(name: str) -> memoryview | None:
    """What a file of the cache holds, if its checksum fits; not copied, since a library is large."""
    where = folder()
    if where is None:
        return None
    try:
        with open(os.path.join(where, name), "rb") as file:
            data = file.read()
    except OSError:
        return None
    head = len(_MAGIC) + _DIGEST
    content = memoryview(data)[head:]
    if not data.startswith(_MAGIC) or blake2b(content, digest_size=_DIGEST).digest() != data[len(_MAGIC) : head]:
        return None
    return content


def write(name: str, data: bytes, most: int) -> None:
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
    if len(files) > most:
        for old in sorted(files, key=os.path.getmtime, reverse=True)[most:]:
            os.unlink(old)


def program(*folders: str) -> str:
    """The version; in a checkout, where it stays while the code changes, also when the modules of these folders were last written."""
    if not in_checkout():
        return __version__
    return f"{__version__} {[_times(part) for part in folders]}"


def _times(part: str) -> list[tuple[str, int]]:
    """When the modules of a folder were last written, as this process found it first."""
    if part not in _WRITTEN:
        found: list[tuple[str, int]] = []
        folders = [os.path.join(PACKAGE, part)]
        while folders:
            with os.scandir(folders.pop()) as entries:
                for each in entries:
                    if each.name.endswith((".py", ".lark")):
                        found.append((each.path, each.stat().st_mtime_ns))
                    elif part and each.is_dir() and each.name != "__pycache__":
                        folders.append(each.path)
        _WRITTEN[part] = sorted(found)
    return _WRITTEN[part]
