"""The bytes of treaty files, by the name that a message shows."""

from __future__ import annotations

import os

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.find import library_folder, treaty_files
from treatylang.text.limits import LIMITS


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


def _below(folder: str, root: str) -> dict[str, bytes]:
    return {"treaties" + path[len(root) :].replace(os.sep, "/"): _bytes(path) for path in treaty_files(folder)}


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(LIMITS.treaty_bytes + 1)  # a byte more than is allowed is enough to refuse it
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError(
            (Diagnostic("TL0801", f"cannot read `{path}`: {reason.lower()}", None, "check the path and its permissions"),)
        ) from error
