"""The `.treaty` files that a command is given: paths, folders, or none for those that came with the program."""

from __future__ import annotations

import os
from pathlib import Path

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.find import library_folder, treaty_files


def named_files(paths: tuple[str, ...]) -> list[Path]:
    """Every file that the paths name, each once; a folder stands for those below it.  Raises `InputError`."""
    problems: list[Diagnostic] = []
    found: dict[Path, None] = {}
    for text in paths or (str(library_folder()),):
        path = Path(text)
        folder = os.path.isdir(text)  # of a path, `is_dir` raises for a name that is too long
        inside = [Path(each) for each in treaty_files(text)] if folder else [path]
        if not inside:
            problems.append(Diagnostic("TL0801", f"no treaty file in `{text}`", None, "treaty files end in `.treaty`"))
        for each in inside:
            found[shown_path(each) if not paths else each] = None
    if problems:
        raise InputError(tuple(problems))
    return list(found)


def shown_path(path: Path) -> Path:
    """A path as it is shortest from here."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def bytes_of(path: Path) -> bytes:
    """The content of a file.  Raises `InputError`."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError((cannot("read", path, error),)) from error


def cannot(verb: str, path: Path, error: Exception) -> Diagnostic:
    """TL0801 for a file that the operating system refuses."""
    reason = (getattr(error, "strerror", None) or str(error) or "unknown reason").lower()
    return Diagnostic("TL0801", f"cannot {verb} `{path}`: {reason}", None, "check the path and its permissions")
