"""Where the time of a `treaty query` of a new event goes: each stage of one process, the least of several.

    python benchmarks/stages.py [ROUNDS] [EVENT]

The stages are those of `treatylang.command.query`, called one by one, with the imports that each needs; the library is warm.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGES = """
import gc, json, sys, time
gc.disable()
times, last = {}, time.perf_counter()
def lap(name):
    global last
    times[name] = (time.perf_counter() - last) * 1e3
    last = time.perf_counter()
import treatylang.command.front, treatylang.command.query, treatylang.command.query_options
from treatylang.command.asking import event_bytes, event_from
from treatylang.library.files import read_texts
from treatylang.library.keys import library_key
lap("import of the front door")
texts = read_texts(None)
key = library_key(texts.all)
lap("files and key")
from treatylang.library.load import library_of_texts
lap("import of plans")
library = library_of_texts(texts, key)
lap("plans from the cache")
import treatylang.library.events
lap("import of events")
situation, _ = event_from(sys.argv[1], library)
lap("event")
from treatylang.api import decide
lap("import of decisions")
decision = decide(situation, standing=False, library=library)
lap("decision")
from treatylang.rendering.decision_table import View, decision_table
from treatylang.rendering.entries import standing_clauses
from treatylang.rendering.layout import plain
lap("import of tables")
plain(decision_table(decision, library.plan.vocabulary, View(100, False, standing_clauses(decision, library.plan))))
lap("table")
print(json.dumps(times))
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    event = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "events" / "nato-2001-911.yaml"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as scratch:
        environment |= {"PYTHONPATH": str(ROOT), "TREATYLANG_CACHE": scratch}
        found = [run(event, environment) for _ in range(rounds + 1)][1:]  # the first one compiles
    for stage in found[0]:
        print(f"{stage:28} {min(each[stage] for each in found):8.2f} ms")
    print(f"{'in all':28} {min(sum(each.values()) for each in found):8.2f} ms")


def run(event: Path, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-c", STAGES, str(event)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


if __name__ == "__main__":
    main()
