"""The fuzzing itself: every seed keeps the promises, so do many small changes of them, and what was once found."""

from __future__ import annotations

import builtins
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.__main__ import main
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import dictionary, seeds, words
from tests.fuzz.shapes import crowded, events, jsons, treaties
from tests.fuzz.targets import TARGETS, Broken, _told
from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.text.limits import LIMITS
from treatylang.text.source import Source, Span

FOUND = Path(__file__).parent / "found"  # inputs that once broke a promise, each in the folder of its target


@pytest.fixture(scope="module", autouse=True)
def no_cache() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TREATYLANG_CACHE", "")
        yield


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_small_changes_of_them(name: str) -> None:
    pool = [each for each in seeds(name) if len(each) < 1500]
    known = [each.encode() for each in words(name)]
    chance = random.Random(1)
    for number in range(24):
        seed = chance.choice(pool)
        TARGETS[name](seed if number < 6 else mutated(seed, pool, known, 4096, number))


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_once_found(name: str) -> None:
    for path in sorted((FOUND / name).glob("*")):
        TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe", b"\n", b'"', b"{", b"[" * 500, b"treaty", b"vocabulary", b"- " * 100])
def test_bytes_that_are_nothing(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", ["treaty", "yaml", "json"])
def test_small_ones_of_every_ugly_shape(name: str) -> None:
    for text in {"treaty": treaties, "yaml": events, "json": jsons}[name](400).values():
        TARGETS[name](text.encode())


def test_shapes_are_as_long_as_the_limit() -> None:
    for most, made in ((LIMITS.treaty_bytes, treaties), (LIMITS.event_bytes, events), (LIMITS.event_bytes, jsons)):
        for name, text in made(most).items():
            assert most - 1000 < len(text.encode()) <= most, name


def test_crowded_events_are_read() -> None:
    """None is refused for its length: each comes to be answered, or is refused for what it says."""
    for name, text in crowded(LIMITS.event_bytes).items():
        assert 8 <= text.count("\n  - {") <= LIMITS.acts, name


def test_a_broken_promise_is_told() -> None:
    inside, outside = (Place(Source("x", "abc"), Span(start, start + 1)) for start in (0, 4))
    _told((Diagnostic("TL0201", "odd", inside),), True)
    for found, failed in (((), True), ((Diagnostic("TL0201", "odd", outside),), True), ((Diagnostic("TL9999", "odd"),), False)):
        with pytest.raises((Broken, KeyError)):
            _told(found, failed)


def test_changes_are_the_same_for_the_same_number() -> None:
    pool, known = list(seeds("yaml")), [b"x"]
    made = {mutated(pool[0], pool, known, 4096, number) for number in range(50)}
    assert made == {mutated(pool[0], pool, known, 4096, number) for number in range(50)} and len(made) > 40


def test_the_dictionary_is_what_libfuzzer_reads() -> None:
    lines = dictionary("treaty").splitlines()
    assert '"security_council"' in lines and '"\\x22"' in lines
    assert all(line[0] == line[-1] == '"' and '"' not in line[1:-1] and line.isascii() for line in lines)


def test_without_atheris_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "atheris":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert main(["yaml", "--seconds", "1"]) == 2
    assert "pip install 'atheris>=3'" in capsys.readouterr().err


def test_files_can_be_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"event: [x\n")
    assert main(["yaml", str(path)]) == 0
    assert f"{path}: nothing broken" in capsys.readouterr().out
