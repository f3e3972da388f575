"""The command: see the package."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS = 2.0  # of CPU for one input
MEGABYTES = 500
_NO_ATHERIS = (
    "fuzzing needs atheris: pip install 'atheris>=3' (files can be tried without it: python -m tests.fuzz TARGET FILE ...)"
)


def main(arguments: list[str]) -> int:
    """The exit code; atheris itself never comes back, and ends with its own."""
    asked = _options(arguments)
    os.environ["TREATYLANG_CACHE"] = ""
    if asked.target == "shapes":
        from tests.fuzz.shapes import measure

        return measure(asked.files)
    if asked.files:
        return _replay(asked.target, [Path(each) for each in asked.files])
    try:
        import atheris
    except ModuleNotFoundError:
        print(_NO_ATHERIS, file=sys.stderr)
        return 2
    return _fuzz(atheris, asked)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Inputs that nobody wrote, against the readers.")
    parser.add_argument("target", choices=["treaty", "yaml", "json", "shapes"])
    parser.add_argument("files", nargs="*", help="files to try once each, in place of fuzzing; of `shapes`, names of shapes")
    parser.add_argument("--seconds", type=int, default=60, help="how long (60)")
    parser.add_argument("--length", type=int, default=4096, help="longest input in bytes (4096)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (1)")
    parser.add_argument("--corpus", help="a folder that keeps what was found on the way; else a new one")
    parser.add_argument("--findings", default=".", help="the folder where an input that breaks a rule is written (.)")
    return parser.parse_args(arguments)


def _replay(name: str, paths: list[Path]) -> int:
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS

    TARGETS[name](next(seeds(name)))  # what is built once is built now
    for path in paths:
        took = _timed(TARGETS[name], path.read_bytes())
        print(f"{path}: nothing broken, {took:.2f} s")
    return 0


def _timed(target: Callable[[bytes], None], data: bytes) -> float:
    start = time.process_time()
    target(data)
    return time.process_time() - start


def _alone(name: str, data: bytes) -> float:
    """How long an input takes where nothing watches which lines run: that costs three times as much."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        done = subprocess.run([sys.executable, "-m", "tests.fuzz", name, file.name], capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    return float(done.stdout.split()[-2])


def _fuzz(atheris: Any, asked: argparse.Namespace) -> int:
    with atheris.instrument_imports(include=["treatylang"], enable_loader_override=False):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.mutate import mutated
    from tests.fuzz.seeds import dictionary, seeds, words

    target = TARGETS[asked.target]
    pool = [each for each in seeds(asked.target) if len(each) <= asked.length]
    known = [each.encode() for each in words(asked.target)]
    chance = random.Random(asked.seed)

    def one(data: bytes) -> None:
        if _timed(target, data) > SECONDS and (took := _alone(asked.target, data)) > SECONDS:
            raise TimeoutError(f"{took:.1f} s for {len(data)} bytes, {SECONDS} s allowed")

    def change(data: bytes, most: int, seed: int) -> bytes:
        return mutated(data, pool, known, most, seed) if chance.random() < 0.6 else atheris.Mutate(data, most)

    corpus = Path(asked.corpus or tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(pool[:: max(1, len(pool) // 150)]):
        (corpus / f"seed-{number:04}").write_bytes(each)
    listed = corpus.parent / f"{corpus.name}.dict"
    listed.write_text(dictionary(asked.target), encoding="ascii")
    target(pool[0])  # what is built once is built now
    options = {
        "max_total_time": asked.seconds,
        "max_len": asked.length,
        "seed": asked.seed,
        "timeout": 60,
        "rss_limit_mb": MEGABYTES,
        "print_final_stats": 1,
        "artifact_prefix": f"{Path(asked.findings).resolve()}/",
        "dict": listed,
    }
    atheris.Setup([sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)], one, custom_mutator=change)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
