"""Where an input leads deeper than Python can go, that is an error of the input with a code, and no fault of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import event, library, pact
from treatylang import pipeline
from treatylang.api import decide, read_event
from treatylang.command.front import guarded
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library import ask

_PACT = pact('article "1" every party must consult every other party')


def _deeper(*_: object) -> object:
    return _deeper()


def test_a_question_too_deep_is_an_error_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    known = library(_PACT)
    asked = read_event(event("kind: invasion\nby: AFG\non: FRA\n"), known)
    monkeypatch.setattr(ask, "decide_on", _deeper)
    with pytest.raises(InputError) as found:
        decide(asked, library=known)
    (said,) = found.value.diagnostics
    assert said.code == "TL0104" and said.hint


@pytest.mark.parametrize("stage", ["parse", "bind_treaty", "check_library", "compile_plan"])
def test_a_text_too_deep_is_an_error_of_the_input(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from treatylang.command.app import run_app

    (tmp_path / "deep.treaty").write_text(_PACT)
    monkeypatch.setenv("TREATYLANG_CACHE", "")
    monkeypatch.setattr(pipeline, stage, _deeper)
    assert guarded(lambda: run_app(["check", str(tmp_path / "deep.treaty")])) == 1
    assert "TL0104" in capsys.readouterr().err
