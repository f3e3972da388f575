"""Bad treaty texts through `treaty check` and `treaty fmt`."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from tests.hostile.running import Done, assert_refused, assert_sane, process, run, state
from tests.hostile.texts import FOUR_TO_BIND, FOUR_TO_READ, HEAD, MEANINGLESS, NATO, TAIL, UNREADABLE, Sample
from treatylang.library.files import read_texts
from treatylang.library.find import library_folder
from treatylang.library.load import compile_files
from treatylang.text.limits import LIMITS

NAMES = {name: re.sub(r"\W+", "-", name) + ".treaty" for name in [*UNREADABLE, *MEANINGLESS]}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`treaty check` beside an empty library: what cannot be read needs none."""
    empty = str(tmp_path_factory.mktemp("empty"))
    monkeypatch.setattr("treatylang.library.find.library_folder", lambda: empty)


@pytest.fixture(scope="session")
def vocabulary() -> dict[str, bytes]:
    return read_texts(str(Path(library_folder()) / "nato-1949.treaty")).all


def _written(folder: Path, samples: dict[str, Sample]) -> dict[str, Path]:
    paths = {name: folder / NAMES[name] for name in samples}
    for name, path in paths.items():
        path.write_bytes(samples[name].data)
    return paths


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("command", [["check"], ["fmt"], ["fmt", "--diff"]], ids=" ".join)
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read(name: str, command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "bad-1900.treaty"
    sample = UNREADABLE[name]
    path.write_bytes(sample.data)
    before = state(tmp_path)
    done = run(*command, path)
    assert_sane(done)
    assert done.codes[0] == sample.code, done.err
    assert len(done.codes) <= LIMITS.errors
    assert re.search(rf"--> {re.escape(str(path))}:\d+:\d+", done.messages[0])
    assert f"{path}:{sample.at}" in done.messages[0]
    assert state(tmp_path) == before


def _each(done: Done, paths: dict[str, Path], samples: dict[str, Sample]) -> None:
    assert_sane(done)
    for name, path in paths.items():
        own = [each for each in done.messages if f"--> {path}:" in each]
        assert 1 <= len(own) <= LIMITS.errors, (name, own)
        assert own[0].startswith(f"error[{samples[name].code}]"), (name, own[0])
        assert f"{path}:{samples[name].at}" in own[0], (name, own[0])


def test_a_folder_of_bad_files_is_one_run(tmp_path: Path) -> None:
    samples = UNREADABLE | MEANINGLESS
    paths = _written(tmp_path, samples)
    before = state(tmp_path)
    done = process("check", tmp_path)
    own = {name: path for name, path in paths.items() if name not in MEANINGLESS}
    _each(done, own, UNREADABLE)
    assert f"{len(samples)} files" in done.out
    assert state(tmp_path) == before
    _each(process("fmt", *own.values()), own, UNREADABLE)
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", MEANINGLESS)
def test_what_means_nothing(name: str, vocabulary: dict[str, bytes]) -> None:
    sample = MEANINGLESS[name]
    files = vocabulary | {"bad-1900.treaty": sample.data}
    start = time.process_time()
    found = [each for each in compile_files(files).errors if each.place and each.place.source.name == "bad-1900.treaty"]
    assert time.process_time() - start < 20  # the vocabulary takes most of it
    assert found and found[0].place
    assert found[0].code == sample.code
    assert ":".join(map(str, found[0].place.position)) == sample.at
    assert len(found) <= LIMITS.errors
    assert all(each.hint for each in found)


def test_many_unknown_words_are_capped(vocabulary: dict[str, bytes]) -> None:
    text = HEAD + b"".join(b'article "%d"\n  every party must no_such%d\n' % (number, number) for number in range(1_000))
    found = compile_files(vocabulary | {"bad-1900.treaty": text}).errors
    assert len([each for each in found if each.place and each.place.source.name == "bad-1900.treaty"]) == LIMITS.errors


@pytest.mark.usefixtures("alone")
def test_four_mistakes_are_four_messages(tmp_path: Path) -> None:
    path = tmp_path / "bad-1900.treaty"
    path.write_bytes(FOUR_TO_READ)
    for command in ("check", "fmt"):
        done = run(command, path)
        assert_sane(done)
        assert [int(line) for line in re.findall(rf"--> {re.escape(str(path))}:(\d+):", done.err)] == [8, 11, 14, 17]


def test_four_wrong_words_are_four_messages(tmp_path: Path) -> None:
    path = tmp_path / "bad-1900.treaty"
    path.write_bytes(FOUR_TO_BIND)
    done = run("check", path)
    assert_sane(done)
    assert done.codes == ["TL0301", "TL0302", "TL0305", "TL0501"]
    assert "4 errors" in done.out


@pytest.mark.parametrize("eighths", range(1, 8))
def test_a_treaty_cut_anywhere_is_no_crash(eighths: int, vocabulary: dict[str, bytes]) -> None:
    cut = vocabulary | {"nato-1949.treaty": NATO[: len(NATO) * eighths // 8]}
    for each in compile_files(cut).diagnostics:
        assert each.place and each.place.position >= (1, 1)


def test_one_id_in_two_files_and_a_wrong_name(tmp_path: Path) -> None:
    good = HEAD.replace(b"bad-1900", b"good-1900") + TAIL
    (tmp_path / "good-1900.treaty").write_bytes(good)
    (tmp_path / "other-1900.treaty").write_bytes(good + b"\n# no copy\n")
    before = state(tmp_path)
    done = run("check", tmp_path)
    assert_sane(done)
    assert sorted(done.codes) == ["TL0310", "TL0802"], done.err
    assert f"{tmp_path / 'other-1900.treaty'}:1:8" in done.err
    assert "rename" in done.err
    assert state(tmp_path) == before


@pytest.mark.parametrize("command", ["check", "fmt"])
@pytest.mark.usefixtures("alone")
class TestPaths:
    """Paths that name no treaty file."""

    def test_missing(self, command: str, tmp_path: Path) -> None:
        done = run(command, tmp_path / "none.treaty")
        assert_sane(done)
        assert done.codes == ["TL0801"]

    def test_empty_folder(self, command: str, tmp_path: Path) -> None:
        done = run(command, tmp_path)
        assert_sane(done)
        assert done.codes == ["TL0801"]

    def test_folder_named_as_a_file(self, command: str, tmp_path: Path) -> None:
        (tmp_path / "bad-1900.treaty").mkdir()
        done = run(command, tmp_path / "bad-1900.treaty")
        assert_sane(done)
        assert done.codes == ["TL0801"]

    @pytest.mark.parametrize("name", ["a\x1b[31mb.treaty", "a\u202eb.treaty", "a\nb.treaty", "n" * 300 + ".treaty"])
    def test_names_that_a_terminal_obeys(self, command: str, name: str, tmp_path: Path) -> None:
        done = run(command, tmp_path / name)
        assert done.codes == ["TL0801"]
        assert_sane(done)
        if len(name) < 100:
            (tmp_path / name).write_bytes(b"treaty")
            done = run(command, tmp_path / name)
            assert_sane(done)
            assert done.codes == ["TL0202"]

    def test_link_to_itself(self, command: str, tmp_path: Path) -> None:
        path = tmp_path / "bad-1900.treaty"
        path.symlink_to(path)
        done = run(command, path)
        assert_sane(done)
        assert done.codes == ["TL0801"]

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
    def test_no_permission(self, command: str, tmp_path: Path) -> None:
        path = tmp_path / "bad-1900.treaty"
        path.write_bytes(HEAD + TAIL)
        path.chmod(0)
        done = run(command, path)
        assert_sane(done)
        assert done.codes == ["TL0801"]

    def test_usage(self, command: str, tmp_path: Path) -> None:
        done = run(command, "--no-such-option", tmp_path)
        assert done.code == 2
        assert "Traceback" not in done.err


@pytest.mark.usefixtures("alone")
def test_place_is_told_in_full(tmp_path: Path) -> None:
    path = tmp_path / "bad-1900.treaty"
    path.write_bytes(UNREADABLE["keywords glued"].data)
    assert_refused(run("check", path), "TL0201", f"{path}:2:3")
