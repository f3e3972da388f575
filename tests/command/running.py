"""The command as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "rendering"
LIBRARY = str(SMALL / "library")
ATTACK = str(SMALL / "events" / "attack.yaml")
UNCLEAR = str(SMALL / "events" / "unclear.yaml")
QUIET = str(SMALL / "events" / "quiet.yaml")


def treaty(
    *arguments: str, text: str | bytes = b"", cwd: Path = ROOT, program: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `treaty`; `program` is Python code in place of the front door."""
    started = ["-c", program] if program else [str(ROOT / "cli.py")]
    given = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TREATYLANG_DEBUG")}
    done = subprocess.run(
        [sys.executable, *started, *arguments],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        cwd=cwd,
        env={**given, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def query(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """`treaty query` of the small library."""
    return treaty("query", "--library", LIBRARY, *arguments, **options)  # type: ignore[arg-type]
