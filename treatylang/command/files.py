"""The `.treaty` files that a command is given: paths, folders, or none."""

from __future__ import annotations

import os
from pathlib import Path

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.library.files import shown_path as shown
from treatylang.library.find import PACKAGE, library_folder, treaty_files


def named_files(paths: tuple[str, ...]) -> list[Path]:
    """Every file that the paths name, each once; a folder stands for those below it, and no path for the library.

    Raises `InputError`.
    """
    problems: list[Diagnostic] = []
    found: dict[Path, None] = {}
    for text in paths or (str(library_folder()),):
        path = Path(text)
        if not text:  # `Path("")` is the folder that one stands in
            problems.append(Diagnostic("TL0801", "cannot read ``: no such file or directory", None, "name a file or a folder"))
            continue
        folder = os.path.isdir(text)  # of a path, `is_dir` raises for a name that is too long
        inside = [Path(each) for each in treaty_files(text)] if folder else [path]
        if not inside:
            problems.append(Diagnostic("TL0801", f"no treaty file in `{text}`", None, "treaty files end in `.treaty`"))
        for each in inside:
            found[shown_path(each) if not paths else each] = None
    if problems:
        raise InputError(tuple(problems))
    return list(found)


def files_here() -> list[Path]:
    """The treaties of the folder that one stands in: those below its folder `treaties`, else those that lie in it itself."""
    return [Path(each) for each in treaty_files("treaties")] or sorted(Path().glob("*.treaty"))


def is_installed(path: Path) -> bool:
    """Whether a file belongs to the installed program, which is the package manager's to change."""
    return os.path.realpath(path).startswith(os.path.realpath(PACKAGE) + os.sep)


def shown_path(path: Path) -> Path:
    """A path as it is shortest from here."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def cannot(verb: str, path: Path, error: Exception) -> Diagnostic:
    """TL0801 for a file that the operating system refuses."""
    reason = (getattr(error, "strerror", None) or str(error) or "unknown reason").lower()
    return Diagnostic("TL0801", f"cannot {verb} {shown(str(path))}: {reason}", None, "check the path and its permissions")


def write_whole(path: Path, text: str) -> None:
    """Write beside the file and rename over it, so that nobody ever reads half of it.  Raises `InputError`."""
    import tempfile

    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.exists() and not target.is_file():  # a pipe or a terminal takes the text as it comes
            target.write_text(text, encoding="utf-8", newline="")
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else _mode())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise InputError((cannot("write", path, error),)) from error


def _mode() -> int:
    """The permissions of a new file, as the user wants them."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
