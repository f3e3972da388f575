"""Where the treaties lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def library_folder() -> Path:
    """The folder of the library that came with the program."""
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent / "treaties"
    return checkout if checkout.is_dir() else package / "_library"


def treaty_files(folder: Path) -> list[Path]:
    """Every `.treaty` file below a folder, in the order of their paths."""
    return sorted(folder.rglob("*.treaty"))
