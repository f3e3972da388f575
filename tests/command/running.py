"""The command as a user runs it: `treaty` in a process of its own, `called` in the process of the tests, where it is quicker and its
coverage is seen; both say what came out."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from treatylang.command.front import main

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
    done = subprocess.run(
        [sys.executable, *started, *arguments],
        input=_bytes(text),
        capture_output=True,
        cwd=cwd,
        env=_environment({"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | environment),
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def called(*arguments: str, text: str | bytes = b"", cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `treaty` without a process."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(each), encoding="utf-8", newline="") for each in (_bytes(text), b"", b""))
    caller = patch.dict(os.environ, _environment(environment), clear=True)
    with chdir(cwd), caller, patch("sys.stdin", given), redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as left:
            code = left.code
        finally:
            gc.unfreeze()  # the door of `query` expects its process to end
            gc.enable()
    assert isinstance(code, int)
    return subprocess.CompletedProcess(["treaty", *arguments], code, _written(out), _written(err))


def _environment(given: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TREATYLANG_DEBUG")} | given


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def query(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """`treaty query` of the small library."""
    return treaty("query", "--library", LIBRARY, *arguments, **options)  # type: ignore[arg-type]
