"""What `treaty query` costs as a whole process, beside starting Python and importing click, in alternation.

    python benchmarks/startup.py [ROUNDS]

Cases: `again` asks what was asked before; `variant` asks a known event another question; `new event` asks an event never seen, of a
library that is warm; `cold` compiles the library first.  Medians and minima in milliseconds, and ratios of the minima, which a busy
machine disturbs least.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVENT = ROOT / "events" / "nato-2001-911.yaml"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as scratch:
        times = measure(rounds, Path(scratch))
    floor, click = min(times["python -c pass"]), min(times['python -c "import click"'])
    print(f"{'case':34} {'median':>8} {'min':>8} {'x pass':>8} {'x click':>8}")
    for name, found in times.items():
        print(f"{name:34} {statistics.median(found):8.1f} {min(found):8.1f} {min(found) / floor:8.2f} {min(found) / click:8.2f}")


def measure(rounds: int, scratch: Path) -> dict[str, list[float]]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "TREATYLANG_CACHE": str(scratch / "cache")}
    treaty = [sys.executable, "-m", "treatylang", "query"]
    run([*treaty, str(EVENT)], environment)  # warm

    times: dict[str, list[float]] = {}
    for number in range(rounds):
        new = scratch / f"event-{number}.yaml"
        new.write_text(EVENT.read_text(encoding="utf-8") + f"\n# {number}\n", encoding="utf-8")
        cases = {
            "python -c pass": [sys.executable, "-c", "pass"],
            'python -c "import click"': [sys.executable, "-c", "import click"],
            "treaty query, again": [*treaty, str(EVENT)],
            "treaty query, variant": [*treaty, str(EVENT), "--date", f"2001-10-{number % 28 + 1:02d}"],
            "treaty query, new event": [*treaty, str(new)],
            "treaty query, new event, one treaty": [*treaty, str(new), "--treaty", "nato-1949"],
        }
        for name, command in cases.items():
            times.setdefault(name, []).append(run(command, environment))
    cold = environment | {"TREATYLANG_CACHE": ""}
    times["treaty query, cold"] = [run([*treaty, str(EVENT)], cold) for _ in range(3)]
    return times


def run(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    main()
