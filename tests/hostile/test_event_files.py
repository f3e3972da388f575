"""Bad event files through `treaty query`, and odd words that are no mistake."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.hostile.event_files import FOUR, HEAD, SAMPLES
from tests.hostile.running import assert_sane, process, run, state
from treatylang.library.events import read_for
from treatylang.library.load import Library
from treatylang.text.limits import LIMITS


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bad_event(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    path = tmp_path / f"event{sample.ending}"
    path.write_bytes(sample.data)
    before = state(tmp_path)
    done = run("query", path)
    assert_sane(done)
    assert done.out == ""
    assert done.codes[0].startswith(sample.code), done.err
    assert f"--> {path}:{sample.at}" in done.messages[0], done.err
    assert len(done.codes) <= LIMITS.errors
    assert state(tmp_path) == before


def test_all_in_one_process(tmp_path: Path) -> None:
    paths = []
    for number, sample in enumerate(SAMPLES.values()):
        paths.append(tmp_path / f"event{number}{sample.ending}")
        paths[-1].write_bytes(sample.data)
    before = state(tmp_path)
    done = process("query", *paths)
    assert_sane(done)
    assert done.out == ""
    for path, sample in zip(paths, SAMPLES.values(), strict=True):
        own = [each for each in done.messages if f"--> {path}:" in each]
        assert own and own[0].startswith(f"error[{sample.code}"), (path, own[:1])
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", ["aliases", "lists in lists", "12 MB", "raw escape", "UTF-16", "empty"])
def test_standard_input(name: str) -> None:
    done = process("query", "-", given=SAMPLES[name].data)
    assert_sane(done)
    assert done.out == ""
    assert done.codes[0] == SAMPLES[name].code
    assert "--> <standard input>:" in done.err


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_bad_event_gives_no_answer_in_any_form(form: str, tmp_path: Path) -> None:
    path = tmp_path / "event.yaml"
    path.write_bytes(FOUR)
    done = run("query", path, "--format", form)
    assert_sane(done)
    assert done.out == ""
    assert done.codes == ["TL0501", "TL0301", "TL0302", "TL0603"]
    assert re.findall(r"event\.yaml:(\d+):", done.err) == ["2", "3", "4", "6"]


class TestPaths:
    """Paths that name no event file."""

    @pytest.mark.parametrize("name", ["none.yaml", "a\x1b[31mb.yaml", "a\u202eb.yaml", "a\0b", "n" * 300])
    def test_missing(self, name: str, tmp_path: Path) -> None:
        done = run("query", str(tmp_path / name))
        assert_sane(done)
        assert done.codes == ["TL0801"]

    def test_folder(self, tmp_path: Path) -> None:
        done = run("query", tmp_path)
        assert_sane(done)
        assert done.codes == ["TL0801"]

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
    def test_no_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "event.yaml"
        path.write_bytes(HEAD)
        path.chmod(0)
        done = run("query", path)
        assert_sane(done)
        assert done.codes == ["TL0801"]

    def test_usage(self) -> None:
        for arguments in ([], ["--no-such-option"], ["x.yaml", "--format", "\x1b[31m"]):
            done = run("query", *arguments)
            assert done.code == 2
            assert "Traceback" not in done.err
            assert "\x1b" not in done.out + done.err


WORDS = ["NO", "on", "off", "yes", "true", "null", "12:30", "2001-09-11", "1_000", "~", "0o17", "0x1F", ".5", "1e3", "=", ".nan"]


@pytest.mark.parametrize("word", WORDS)
def test_odd_words_stay_as_they_are_written(word: str, library: Library, tmp_path: Path) -> None:
    text = f"event: {word}\ndate: 2001-09-11\nacts:\n  - {{kind: invasion, by: AFG, on: USA, note: {word}}}\nnote: {word}\n"
    path = tmp_path / "event.yaml"
    path.write_text(text, encoding="utf-8")
    situation, found = read_for(library, path.read_bytes(), str(path))
    assert situation is not None, found
    assert (situation.title, situation.acts[0].note) == (word, word)
    done = run("query", path, "--treaty", "anzus-1951", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["title"] == word
