"""What is wrong with the command itself, with the place it writes to, and with hostile and silly arguments."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.running import ATTACK, LIBRARY, QUIET, ROOT, called, query, treaty

REAL = str(ROOT / "events" / "nato-2001-911.yaml")
NO_TRACE = "Traceback"


# ------------------------------------------------------------------------------------------------ names that stand for nothing


@pytest.mark.parametrize(
    ("option", "value", "code", "hint"),
    [
        ("--treaty", "nato", "TL0804", "did you mean `nato-1949`, `nato-hague-2025` or `nato-vilnius-2023`?"),
        ("--treaty", "nato-1994", "TL0804", "`nato-1949`"),
        ("--treaty", "treaties/nato-1949.treaty", "TL0804", "`nato-1949`"),
        ("--treaty", "zzz", "TL0804", "`treaty list`"),
        ("--treaty", "", "TL0804", "`treaty list`"),
        ("--bearer", "fra", "TL0804", "`FRA`"),
        ("--bearer", "France", "TL0804", "`FRA`"),
        ("--bearer", "Iseland", "TL0804", "`ISL`"),
        ("--bearer", "", "TL0804", "`treaty states`"),
        ("--date", "2001-13-01", "TL0501", "YYYY-MM-DD"),
        ("--date", "2001-9-011", "TL0501", "YYYY-MM-DD"),
        ("--date", "", "TL0501", "YYYY-MM-DD"),
    ],
)
@pytest.mark.parametrize("command", [["query"], ["why", "--bearer", "ISL"]])
def test_a_value_that_names_nothing_is_a_mistake_of_usage(
    command: list[str], option: str, value: str, code: str, hint: str
) -> None:
    done = called(*command, REAL, option, value)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"error[{code}]" in done.stderr and hint in done.stderr


def test_show_and_list_alike() -> None:
    for arguments in (["show", "nato"], ["show", "nato-1949", "-d", ""], ["list", "-d", "2001-02-29"], ["states", "qqqqqq"]):
        assert called(*arguments).returncode == 2
    assert "`nato-1949`" in called("show", "nato").stderr


def test_an_actor_of_one_event_may_be_asked_of_all() -> None:
    done = query(ATTACK, QUIET, "--bearer", "ZZZ")
    assert (done.returncode, done.stdout) == (2, "")
    own = "event: e\ndate: 1998-03-02\nactors: {GANG: {kind: non_state}}\nacts:\n  - {kind: clash, by: GANG, on: ITA}\n"
    assert query(QUIET, "-", "--bearer", "GANG", text=own).returncode == 0


def test_a_duty_and_a_treaty_that_do_not_go_together() -> None:
    done = called("why", REAL, "nato-1949:4/GBR>ALL", "--treaty", "seato-1954")
    assert done.returncode == 2 and "Usage: treaty why" in done.stderr and "nato-1949" in done.stderr


# ------------------------------------------------------------------------------------------------ a folder that cites


def test_a_folder_may_cite_the_library_as_check_lets_it(tmp_path: Path) -> None:
    text = (ROOT / "treaties" / "nato-wales-2014.treaty").read_text().replace("nato-wales-2014", "nato-york-2015")
    (tmp_path / "nato-york-2015.treaty").write_text(text)
    assert called("check", str(tmp_path)).returncode == 0
    for library in (tmp_path, tmp_path / "nato-york-2015.treaty"):
        done = called("query", REAL, "--library", str(library), "--date", "2020-01-01")
        assert done.returncode == 0, done.stderr
        assert "under nato-york-2015" in done.stdout  # what is only cited is not asked
        assert called("list", "--library", str(library)).stdout.split()[0] == "nato-york-2015"
        assert len(called("list", "--library", str(library)).stdout.splitlines()) == 1


def test_a_copy_of_the_library_is_a_library(tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "treaties", copy)
    assert called("check", str(copy)).returncode == 0
    assert called("list", "--library", str(copy)).stdout == called("list").stdout


# ------------------------------------------------------------------------------------------------ where the answer goes


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")


@FULL
@pytest.mark.parametrize(
    "arguments", [["query", "-l", LIBRARY, ATTACK], ["query", "--help"], ["list"], ["schema", "decision"], ["--version"]]
)
def test_an_answer_that_cannot_be_written_is_no_bug(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), *arguments], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "treaty: could not write the answer: no space left on device\n"


@FULL
def test_where_not_even_errors_can_be_written() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, str(ROOT / "cli.py"), "show", "x"], stdout=full, stderr=full, check=False, cwd=ROOT)
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize(("redirection", "code"), [(">&-", 1), (">&- 2>&-", 1), ("<&-", 0), ("2>&-", 0)])
def test_streams_that_are_closed(redirection: str, code: int) -> None:
    done = subprocess.run(
        f'"{sys.executable}" cli.py list {redirection}', shell=True, capture_output=True, check=False, cwd=ROOT, text=True
    )
    assert done.returncode == code
    assert "internal error" not in done.stderr and NO_TRACE not in done.stderr and "Exception ignored" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
def test_standard_input_that_is_closed() -> None:
    for command in ("query -", "fmt -"):
        done = subprocess.run(
            f'"{sys.executable}" cli.py {command} <&-', shell=True, capture_output=True, check=False, cwd=ROOT, text=True
        )
        assert done.returncode == 1 and "TL0801" in done.stderr and "standard input" in done.stderr


# ------------------------------------------------------------------------------------------------ fmt and check


UNTIDY = 'treaty example-1949   "An example"\n  in force since 1949-08-24\n'


def test_fmt_without_a_path_formats_what_is_here(tmp_path: Path) -> None:
    done = called("fmt", cwd=tmp_path)
    assert done.returncode == 2 and "no treaty files here" in done.stderr
    here, below, inside = tmp_path / "example-1949.treaty", tmp_path / "other" / "x.treaty", tmp_path / "treaties" / "y.treaty"
    for path in (here, below):
        path.parent.mkdir(exist_ok=True)
        path.write_text(UNTIDY)
    assert called("fmt", cwd=tmp_path).stdout == "formatted: example-1949.treaty\n"
    assert here.read_text() != UNTIDY and below.read_text() == UNTIDY
    here.write_text(UNTIDY)
    inside.parent.mkdir()
    inside.write_text(UNTIDY)
    assert called("fmt", cwd=tmp_path).stdout == f"formatted: {Path('treaties', 'y.treaty')}\n"
    assert here.read_text() == UNTIDY and inside.read_text() != UNTIDY


def test_fmt_never_changes_the_installed_program(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "treatylang"
    (package / "_library").mkdir(parents=True)
    installed = package / "_library" / "example-1949.treaty"
    installed.write_text(UNTIDY)
    program = f"""
import sys
import treatylang.command.files as files
files.PACKAGE = {str(package)!r}
from treatylang.command.app import run_app
sys.exit(run_app(sys.argv[1:]))
"""
    done = treaty("fmt", str(installed), program=program)
    assert done.returncode == 1 and "installed program" in done.stderr
    assert installed.read_text() == UNTIDY
    assert treaty("fmt", "--check", str(installed), program=program).stdout.startswith("would be formatted")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
@pytest.mark.parametrize("command", [["check"], ["fmt"], ["query", QUIET, "-l"], ["query"]])
def test_no_more_is_read_than_is_allowed(command: list[str]) -> None:
    done = called(*command, "/dev/zero")
    assert done.returncode == 1 and "TL0101" in done.stderr


def test_check_tells_of_the_others_where_one_cannot_be_read() -> None:
    done = called("check", "nowhere.treaty", "treaties/nato-1949.treaty")
    assert done.returncode == 1 and "TL0801" in done.stderr
    assert done.stdout.endswith("2 files, 1 treaty: 1 error\n")


# ------------------------------------------------------------------------------------------------ shells


def completed(words: str) -> list[str]:
    done = called(_TREATY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1))
    assert done.returncode == 0 and done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("treaty query e.yaml --treaty us-p", ["plain,us-pakistan-1959", "plain,us-philippines-1951"]),
        ("treaty why e.yaml -t warsaw", ["plain,warsaw-pact-1955"]),
        ("treaty query e.yaml --bearer gb", ["plain,GBR"]),
        ("treaty show tiar", ["plain,tiar-1947"]),
        ("treaty states isr", ["plain,ISR"]),
        ("treaty vocabulary kinds armed_a", ["plain,armed_aggression", "plain,armed_attack"]),
        ("treaty vocabulary rel", ["plain,relations"]),
        ("treaty explain-code tl0619", ["plain,TL0619"]),
        ("treaty query eve", ["file,eve"]),
        ("treaty query e.yaml --library nowhere -t nato", []),
        (f"treaty query e.yaml --library {LIBRARY} -t mea", ["plain,meadow-1950"]),
    ],
)
def test_a_shell_completes(words: str, offered: list[str]) -> None:
    assert completed(words) == offered


def test_a_normal_start_reads_no_library_for_completion() -> None:
    program = """
import sys
import treatylang.command.app
sys.exit(", ".join(name for name in sys.modules if name.startswith(("treatylang.library.load", "treatylang.plan"))) or 0)
"""
    assert treaty(program=program).returncode == 0


# ------------------------------------------------------------------------------------------------ silly arguments


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query", ""], 1, "TL0801"),
        (["query", "events"], 1, "an event is one file"),
        (["query", "events/nato-2001-912.yaml"], 1, "did you mean `events/nato-2001-911.yaml`?"),
        (["query", "treaties/nato-1949.treaty"], 1, "is a treaty file"),
        (["query", "-"], 1, "the event is empty"),
        (["query", "x" * 5000], 1, "file name too long"),
        (["query", REAL, "-l", ""], 1, "TL0801"),
        (["query", REAL, "-f", "jsno"], 2, "'json'"),
        (["check", ""], 1, "no such file"),
        (["fmt", ""], 1, "no such file"),
        (["vocabulary", "kind"], 2, "`kinds`"),
        (["vocabulary", "kinds", "x" * 5000], 2, "`treaty vocabulary kinds`"),
        (["explain-code", ""], 2, "TL0804"),
        (["why", REAL, ":"], 2, "TL0804"),
    ],
)
def test_silly_arguments(arguments: list[str], code: int, said: str) -> None:
    done = called(*arguments)
    assert (done.returncode, done.stdout.replace("0 files, 0 treaties: 1 error\n", "").strip()) == (code, "")
    assert said in done.stderr
    assert NO_TRACE not in done.stderr and max(map(len, done.stderr.splitlines())) < 400


def test_a_narrow_terminal() -> None:
    for arguments in (["--all"], ["--standing"]):
        done = query(ATTACK, *arguments, COLUMNS="40")
        assert done.returncode == 0
        assert max(map(len, done.stdout.splitlines())) <= 40
