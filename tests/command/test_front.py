"""The front door: what it lets through by itself, and that it never answers otherwise than the click commands."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.command.running import ATTACK, LIBRARY, QUIET, ROOT, SMALL, UNCLEAR, query, treaty
from treatylang.command.app import app
from treatylang.command.front import guarded
from treatylang.command.query_command import query as query_command
from treatylang.command.query_options import QUERY, Query, read_plainly

BY_CLICK = "import sys; from treatylang.command.app import run_app; sys.exit(run_app(sys.argv[1:]))"
NO_TRACE = "Traceback"


@pytest.mark.parametrize(
    "arguments",
    [
        [ATTACK],
        [ATTACK, UNCLEAR, QUIET],
        [UNCLEAR, "--strict", "--bearer=BEL", "-b", "ESP"],
        [ATTACK, "--date", "1998-03-02", "--all", "--standing"],
        [ATTACK, "-f", "json", "--why", "--treaty", "meadow-1950"],
        [ATTACK, "--format=csv", "--presume", "none"],
        [ATTACK, "-f", "markdown", "--wide"],
        [ATTACK, "nowhere.yaml"],
        [ATTACK, "--treaty", "meadow-1905"],
        [ATTACK, "--treaty", "all", "--colour", "never"],
        [ATTACK, "--bearer", "ZZZ"],
        [ATTACK, "--date", "1998-02-30"],
    ],
)
def test_both_doors_answer_alike(arguments: list[str]) -> None:
    given = ["query", "--library", LIBRARY, *arguments]
    assert read_plainly(given[1:]) is not None
    fast, slow = treaty(*given), treaty(*given, program=BY_CLICK)
    assert (fast.returncode, fast.stdout, fast.stderr) == (slow.returncode, slow.stdout, slow.stderr)
    assert NO_TRACE not in fast.stderr


def test_plain_questions_are_read_as_click_reads_them() -> None:
    for arguments in (
        ["a.yaml"],
        ["-t", "x", "a.yaml", "--treaty=y", "-"],
        ["--strict", "--wide", "a", "b", "-f", "json", "-f", "csv", "--presume", "none", "--library", "folder"],
    ):
        seen: list[Query] = []
        probe = query_command.make_context("query", list(arguments))
        seen.append(Query(**probe.params))
        assert read_plainly(arguments) == seen[0]


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--help"], ["a", "-h"], ["a", "--formt", "json"], ["a", "-f", "xml"], ["a", "--treaty"], ["a", "--strict=yes"], ["-", "-"],
        ["--", "a"], ["a", "-fjson"], ["a", "--treaty", "--all"], ["a", "-t=x"], ["--wide"],
    ],
)  # fmt: skip
def test_all_else_is_left_to_click(arguments: list[str]) -> None:
    assert read_plainly(arguments) is None


def test_a_plain_question_loads_no_click() -> None:
    heavy = ["click", "lark", "json", "rich", "dataclasses", "typing", "inspect", "argparse", "subprocess", "csv"]
    program = f"""
import sys
from treatylang.command.query_options import read_plainly
from treatylang.command.query import run
assert run(read_plainly(sys.argv[1:])) == 0
loaded = [name for name in {heavy!r} if name in sys.modules]
sys.exit(", ".join(loaded) if set(loaded) & {{"click", "lark", "json", "rich"}} else 0)
"""
    arguments = ["--library", LIBRARY, ATTACK]
    assert treaty(*arguments, program=program).returncode == 0  # compiles the library, with lark
    done = treaty(*arguments, program=program)
    assert done.returncode == 0, done.stderr


def test_every_option_has_a_field_and_every_field_an_option() -> None:
    assert {option.field for option in QUERY} | {"events"} == set(Query.__match_args__)
    names = [name for option in QUERY for name in (option.name, option.short) if name]
    assert len(names) == len(set(names))
    for option in QUERY:
        assert option.default is None or getattr(Query(("e",)), option.field) == option.default


def test_standard_input() -> None:
    text = (SMALL / "events" / "attack.yaml").read_text()
    from_file, from_pipe = query(ATTACK), query("-", text=text)
    assert from_pipe.returncode == 0
    assert from_pipe.stdout == from_file.stdout
    assert query("-", text="event: [").returncode == 1
    twice = query("-", "-", text=text)
    assert twice.returncode == 2
    assert "once" in twice.stderr


def test_exit_codes() -> None:
    assert query(QUIET).returncode == 0
    assert query(UNCLEAR).returncode == 0
    assert query(UNCLEAR, "--strict").returncode == 4
    assert query(QUIET, "--strict").returncode == 0
    assert query(UNCLEAR, "nowhere.yaml", "--strict").returncode == 1
    assert treaty("query").returncode == 2
    assert query(ATTACK, "--format", "xml").returncode == 2
    assert treaty("querry").returncode == 2
    assert treaty().returncode == 2
    assert treaty("--version").returncode == 0


def test_a_bad_file_is_one_message_and_the_others_are_answered() -> None:
    done = query("nowhere.yaml", QUIET)
    assert done.returncode == 1
    assert "TL0801" in done.stderr and "no such file" in done.stderr
    assert "Nothing that a treaty names" in done.stdout


@pytest.mark.parametrize("text", [b"\x00\x01\x02", b"\xff\xfe\x00", b"", b"- - -", b"x" * 100_000, b"\x1b[31m: red"])
def test_bad_input_is_a_message(text: bytes) -> None:
    done = query("-", text=text)
    assert done.returncode == 1
    assert "error[TL0" in done.stderr
    assert NO_TRACE not in done.stderr and "\x1b" not in done.stderr


def test_a_folder_is_no_event() -> None:
    done = query(str(SMALL))
    assert done.returncode == 1
    assert "TL0801" in done.stderr


def test_a_name_that_no_file_can_have() -> None:
    assert guarded(lambda: CliRunner().invoke(app, ["query", "a\0b"]).exit_code) == 1


def test_an_empty_library_is_a_message(tmp_path: object) -> None:
    done = treaty("query", ATTACK, "--library", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "TL0801" in done.stderr


def test_no_colour_without_a_terminal() -> None:
    assert "\x1b" not in query(ATTACK).stdout


def test_colour_when_it_is_asked_for() -> None:
    pytest.importorskip("rich")
    tinted = query(ATTACK, "--colour", "always")
    assert "\x1b[" in tinted.stdout
    assert "\x1b" not in query(ATTACK, "--colour", "never").stdout


def test_colour_without_rich_says_how_to_have_it() -> None:
    program = """
import sys
sys.modules["rich"] = None
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "rich" else find(name, *rest)
from treatylang.command.front import main
main(sys.argv[1:])
"""
    arguments = ["query", "--library", LIBRARY, ATTACK, "--colour", "always"]
    done = treaty(*arguments, program=program)
    assert done.returncode == 2
    assert "treatylang[rich]" in done.stderr
    assert NO_TRACE not in done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of its own")
@pytest.mark.parametrize(("environment", "tinted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_on_a_terminal(environment: dict[str, str], tinted: bool) -> None:
    pytest.importorskip("rich")
    outer, inner = os.openpty()
    given = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, str(ROOT / "cli.py"), "query", "--library", LIBRARY, QUIET]
    process = subprocess.Popen(command, stdout=inner, stderr=inner, env={**given, "TERM": "xterm", **environment})
    os.close(inner)
    text = b""
    while True:
        try:
            part = os.read(outer, 4096)
        except OSError:
            break
        if not part:
            break
        text += part
    os.close(outer)
    assert process.wait() == 0
    assert (b"\x1b[" in text) is tinted


def test_a_reader_who_goes_away_is_no_error() -> None:
    for arguments in ([], ["-f", "json"]):
        command = [sys.executable, str(ROOT / "cli.py"), "query", "--library", LIBRARY, ATTACK, "--standing", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()
        assert process.wait() == 141
        assert said == b""


def test_a_narrow_encoding_is_no_error() -> None:
    done = treaty("why", ATTACK, "--library", LIBRARY, "--bearer", "BEL", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\ny when armed_attack" in done.stdout


def test_a_bug_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> int:
        raise KeyError("\x1b[31m")

    monkeypatch.delenv("TREATYLANG_DEBUG", raising=False)
    assert guarded(broken) == 70
    said = capsys.readouterr().err
    assert "internal error: KeyError" in said and "report" in said
    assert NO_TRACE not in said and "\x1b" not in said
    monkeypatch.setenv("TREATYLANG_DEBUG", "1")
    assert guarded(broken) == 70
    assert NO_TRACE in capsys.readouterr().err


def test_stopped_by_hand() -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    assert guarded(stopped) == 130
