"""Where the treaties lie: beside the package in a checkout, inside it in a wheel.

Paths are texts here and in the cache: `pathlib` alone would cost a query a tenth of its time.
"""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def library_folder() -> str:
    """The folder of the library that came with the program."""
    checkout = os.path.join(os.path.dirname(PACKAGE), "treaties")
    return checkout if os.path.isdir(checkout) else os.path.join(PACKAGE, "_library")


def in_checkout() -> bool:
    """Whether the program runs from a checkout, where its code changes while its version stays."""
    return os.path.isdir(os.path.join(os.path.dirname(PACKAGE), "treaties"))


def treaty_files(folder: str) -> list[str]:
    """Every `.treaty` file below a folder, in the order of their paths."""
    found = []
    for below, _, names in os.walk(folder):
        found += [os.path.join(below, name) for name in names if name.endswith(".treaty")]
    return sorted(found)
