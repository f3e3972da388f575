"""Law 15 at length: identical bytes under any hash seed, locale, time zone and depth of the caller, over all events of `events/`.

python -m tests.laws.determinism --seeds 50
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")
DEEP = 800


def answer(paths: list[str]) -> bytes:
    """All that is said of these events, with explanations, what is not owed, and conflicts, as one text."""
    from treatylang.api import decide, load
    from treatylang.rendering.decision_json import decision_json

    library = load()
    return decision_json([decide(path, library=library, not_owed=True) for path in paths], why=True, many=True).encode("ascii")


def under(frames: int, ask: Callable[[], bytes]) -> bytes:
    """What a caller gets who is so many frames deep himself."""
    return ask() if frames == 0 else under(frames - 1, ask)


def elsewhere(paths: list[str], frames: int = 0, **environment: str) -> tuple[str, bytes]:
    """The digest of the answer in a process of its own, and its output."""
    command = [sys.executable, "-m", "tests.laws.determinism", "--frames", str(frames), "--digest", *paths]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    done = subprocess.run(command, cwd=ROOT, env={**inherited, **environment}, capture_output=True, check=False)
    return done.stdout.decode().strip(), done.stderr


def settings(seeds: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Depths and environments: every seed; every locale with every time zone; a deep caller."""
    yield from ((0, {"PYTHONHASHSEED": str(seed)}) for seed in range(seeds))
    for locale in LOCALES:
        yield from ((0, {"LC_ALL": locale, "LANG": locale, "TZ": zone, "PYTHONHASHSEED": "0"}) for zone in ZONES)
    yield DEEP, {"PYTHONHASHSEED": "1"}


def differing(paths: list[str], seeds: int) -> list[str]:
    """Environments in which another answer came than in the first, or none."""
    found: list[str] = []
    first = ""
    for frames, environment in settings(seeds):
        digest, error = elsewhere(paths, frames, **environment)
        first = first or digest
        if len(digest) != 64 or digest != first:
            found.append(f"{frames} frames, {environment}: {digest} in place of {first} {error.decode(errors='replace')[-300:]}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.laws.determinism", description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--frames", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--digest", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("events", nargs="*", help="event files; all of events/ where none is given")
    options = parser.parse_args()
    paths = options.events or [f"events/{path.name}" for path in sorted((ROOT / "events").glob("*.yaml"))]
    if options.digest:
        print(hashlib.sha256(under(options.frames, lambda: answer(paths))).hexdigest())
        return 0
    found = differing(paths, options.seeds)
    print("\n".join(found) or f"{len(paths)} events, {sum(1 for _ in settings(options.seeds))} environments: the same bytes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
