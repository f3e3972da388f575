"""What bad input costs: `treaty check` of every bad treaty text of the tests, each a process of its own, the slowest first.

    python benchmarks/hostile.py [ROUNDS]

Milliseconds (the least of ROUNDS), exit code, and the bytes of the messages; the library is warm, as it is after the first command.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.hostile.texts import HEAD, MEANINGLESS, TAIL, UNREADABLE  # noqa: E402

_MANY = range(5000)
FLOODS = {
    "5,000 unknown duties": HEAD + b"".join(b'article "%d"\n  every party must defnd every other party\n' % each for each in _MANY),
    "5,000 articles that do not parse": HEAD
    + b"".join(b'article "%d"\n  every party must must defend a party\n' % each for each in _MANY),
    "5,000 articles of one number": HEAD + TAIL * 5000,
    "5,000 conditions": HEAD + b'article "1" when ' + b" and ".join([b"threat to a party"] * 5000) + TAIL[11:],
}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    texts = {name: sample.data for samples in (UNREADABLE, MEANINGLESS) for name, sample in samples.items()} | FLOODS
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TREATYLANG_CACHE": str(Path(scratch) / "cache")}
        path = Path(scratch) / "bad-1900.treaty"
        for name, data in {"": HEAD + TAIL, **texts}.items():  # the first warms the cache
            path.write_bytes(data)
            runs = [run(path, environment) for _ in range(rounds)]
            rows.append((min(each[0] for each in runs), name, *runs[0][1:]))
    for taken, name, code, size in sorted(rows[1:], reverse=True):
        print(f"{taken:8.0f} ms  exit {code}  {size:6} bytes  {name}")


def run(path: Path, environment: dict[str, str]) -> tuple[float, int, int]:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "treatylang", "check", str(path)], env=environment, capture_output=True, check=False
    )
    return (time.perf_counter() - started) * 1000, done.returncode, len(done.stderr)


if __name__ == "__main__":
    main()
