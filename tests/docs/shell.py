"""Runs what a document shows, in a folder of its own, and compares what it prints."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.docs.blocks import ROOT, Block

# As a reader has it: `treaty` on the path.
_PRELUDE = f'treaty() {{ "{sys.executable}" -m treatylang "$@"; }}\n'


@dataclass
class Folder:
    """Where the commands of one document run, beside the library and its events."""

    path: Path
    cache: Path

    def __post_init__(self) -> None:
        for name in ("events", "treaties"):
            (self.path / name).symlink_to(ROOT / name, target_is_directory=True)

    def write(self, block: Block) -> None:
        """`file=` writes a file, `add=` adds to the end of one."""
        if "file" in block.options:
            (self.path / block.options["file"]).write_text(block.text, encoding="utf-8")
        else:
            with (self.path / block.options["add"]).open("a", encoding="utf-8") as file:
                file.write(block.text)

    def run(self, commands: str) -> tuple[str, int]:
        """What the commands print, both streams as a terminal shows them, and the exit code of the last."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "TREATYLANG_CACHE": str(self.cache),
            "COLUMNS": "100",
            "NO_COLOR": "1",
        }
        done = subprocess.run(
            ["bash", "-c", _PRELUDE + commands],
            cwd=self.path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        return done.stdout, done.returncode


def fits(expected: str, printed: str) -> bool:
    """Whether a text is as shown: a line `...` stands for any lines, `...` inside a line for anything in it."""
    parts = []
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == "...":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append("[^\n]*?".join(re.escape(piece) for piece in line.rstrip().split("...")) + r"\n")
    found = "".join(line.rstrip() + "\n" for line in printed.rstrip("\n").split("\n"))
    return re.fullmatch("".join(parts), found) is not None


def doctested(block: Block, names: dict[str, object]) -> str:
    """What fails in a block of Python, read as a doctest; `names` are kept from one block of a document to the next."""
    test = doctest.DocTestParser().get_doctest(block.text, names, block.place, block.place, 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    runner.run(test, out=report.append, clear_globs=False)
    names |= test.globs
    return "".join(report)
