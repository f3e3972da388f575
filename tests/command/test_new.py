"""`treaty new`: a treaty file begun from options or from questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.command.running import treaty
from treatylang.command import new as command
from treatylang.command.app import app

GIVEN = ["--title", "A pact", "--in-force", "1950-01-01", "--party", "FRA", "--party", "ESP@1955-02"]


def new(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(app, ["new", *arguments], input=answers)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    monkeypatch.setattr(command, "_asks", lambda: True)


# ------------------------------------------------------------------------------------------------ from options


def test_to_standard_output() -> None:
    done = new("pact-1950", *GIVEN, "--signed", "1949-11")
    assert (done.exit_code, done.stderr) == (0, "")
    assert 'treaty pact-1950 "A pact"\n  signed 1949-11\n' in done.stdout
    assert "  FRA  since 1950-01-01\n  ESP  since 1955-02\n" in done.stdout
    assert new("pact-1950", *GIVEN, "--signed", "1949-11", "-o", "-").stdout == done.stdout


def test_a_file_that_check_accepts_and_fmt_leaves_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "pact-1950.treaty"
    done = new("pact-1950", *GIVEN, "--articles", "1, 2,3(1)", "--organ", "pact_council", "--area", "pact_area", "-o", str(path))
    assert (done.exit_code, done.stdout) == (0, f"written: {path}\n")
    text = path.read_text(encoding="utf-8")
    assert all(f'article "{number}"  check "not encoded yet"' in text for number in ("1", "2", "3(1)"))
    assert "organ pact_council " in text and "area pact_area " in text
    runner = CliRunner()
    assert runner.invoke(app, ["check", str(path)]).exit_code == 0
    assert runner.invoke(app, ["fmt", "--check", str(path)]).exit_code == 0
    assert runner.invoke(app, ["show", "pact-1950", "--library", str(path)]).exit_code == 0


def test_a_folder_takes_the_file(tmp_path: Path) -> None:
    assert new("pact-1950", *GIVEN, "-o", str(tmp_path)).exit_code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["pact-1950.treaty"]


def test_a_pledge_of_the_parties_of_a_treaty() -> None:
    done = new("summit-2020", "--title", "A summit", "--in-force", "2020-06-01", "--parties-of", "nato-1949", "--pledge")
    assert done.exit_code == 0
    assert 'pledge summit-2020 "A summit"' in done.stdout and "parties of nato-1949\n" in done.stdout


# ------------------------------------------------------------------------------------------------ what is refused


def test_a_file_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "pact-1950.treaty"
    path.write_text("mine")
    for output in (path, tmp_path):
        done = new("pact-1950", *GIVEN, "-o", str(output))
        assert done.exit_code == 2 and "exists" in done.stderr and "name another file" in done.stderr
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    path = tmp_path / "pact-1950.treaty"
    path.symlink_to(tmp_path / "elsewhere")
    assert new("pact-1950", *GIVEN, "-o", str(path)).exit_code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_is_named_for_its_treaty(tmp_path: Path) -> None:
    done = new("pact-1950", *GIVEN, "-o", str(tmp_path / "other.treaty"))
    assert done.exit_code == 2 and "'pact-1950.treaty'" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_there_is_not(tmp_path: Path) -> None:
    done = new("pact-1950", *GIVEN, "-o", str(tmp_path / "none" / "pact-1950.treaty"))
    assert done.exit_code == 1 and "TL0801" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("more", "code", "hint"),
    [
        (["pact-1950", "--party", "fra"], "TL0804", "did you mean `FRA`?"),
        (["pact-1950", "--party", "France@1950-01-01"], "TL0804", "did you mean `FRA`?"),
        (["pact-1950", "--party", "GBR", "--party", "GBR"], "TL0310", "give it once"),
        (["pact-1950", "--party", "GBR@1950-02-30"], "TL0501", "YYYY-MM-DD"),
        (["pact-1950", "--party", "GBR@"], "TL0501", "YYYY-MM-DD"),
        (["pact-1950", "--signed", "1949"], "TL0501", "YYYY-MM-DD"),
        (["pact-1950", "--signed", "1949-13"], "TL0501", "YYYY-MM-DD"),
        (["pact-1950", "--title", 'the "Pact"'], "TL0203", "use `'` inside"),
        (["pact-1950", "--title", " "], "TL0203", "as the treaty has it"),
        (["pact-1950", "--title", "a\u202eb"], "TL0103", "cannot be seen"),
        (["pact-1950", "--title", "a\x1bb"], "TL0103", "cannot be seen"),
        (["pact-1950", "--articles", '1,2"'], "TL0203", "use `'` inside"),
        (["pact-1950", "--articles", "1,2,1"], "TL0310", "give it once"),
        (["pact-1950", "--organ", "Council"], "TL0203", "`pact_council`"),
        (["pact-1950", "--organ", "when"], "TL0203", "`when_of_pact`"),
        (["pact-1950", "--organ", "moot", "--area", "moot"], "TL0310", "give it once"),
        (["pact-1950", "--area", "a" * 65], "TL0105", "at most 64 characters"),
        (["pact-1950", "--area", "europe"], "TL0311", "`europe_of_pact`"),
        (["Pact-1950"], "TL0203", "joined by `-`"),
        (["pact_of-1950"], "TL0203", "joined by `-`"),
        (["treaty"], "TL0203", "joined by `-`"),
        (["p-" + "a" * 63], "TL0105", "at most 64 characters"),
        (["nato-1949"], "TL0310", "`treaty show nato-1949`"),
    ],
)
def test_what_cannot_stand_is_a_mistake_of_usage(more: list[str], code: str, hint: str, tmp_path: Path) -> None:
    done = new(*GIVEN, *more, "-o", str(tmp_path))
    assert done.exit_code == 2 and done.stdout == ""
    assert f"error[{code}]" in done.stderr and hint in done.stderr
    assert not list(tmp_path.iterdir())


def test_all_that_is_wrong_is_told_at_once() -> None:
    done = new("Pact", "--title", "", "--in-force", "x", "--party", "QQQQ", "--organ", "A")
    assert done.exit_code == 2 and done.stderr.count("error[") == 5


def test_the_parties_of_no_treaty() -> None:
    done = new("summit-2020", "--title", "A summit", "--in-force", "2020-06-01", "--parties-of", "nato-1948")
    assert done.exit_code == 2 and "TL0804" in done.stderr and "`nato-1949`" in done.stderr


def test_parties_are_given_in_one_way() -> None:
    done = new("pact-1950", *GIVEN, "--parties-of", "nato-1949")
    assert done.exit_code == 2 and "exclude each other" in done.stderr


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ([], "ID, --title, --in-force, --party or --parties-of"),
        (["pact-1950"], "--title, --in-force, --party or --parties-of"),
        (["pact-1950", *GIVEN[:4]], "--party or --parties-of"),
        (GIVEN, "ID"),
    ],
)
def test_on_a_pipe_nothing_is_asked(given: list[str], missing: str) -> None:
    done = new(*given)
    assert done.exit_code == 2 and f"missing: {missing}." in done.stderr and done.stdout == ""


def test_bytes_that_are_no_text() -> None:
    done = treaty("new", "pact-1950", *GIVEN, "--title", b"a\xffb")  # type: ignore[arg-type]
    assert done.returncode == 2 and "error[TL0103]" in done.stderr


# ------------------------------------------------------------------------------------------------ from questions

ANSWERS = ["pact-1950", "A pact", "n", "1949-11-20", "1950-01-01", "FRA ESP PRT@1955-01-01", "1,2", "pact_council", "", "-"]


def test_questions_give_what_options_give(terminal: None) -> None:
    done = new(answers="\n".join(ANSWERS) + "\n")
    assert done.exit_code == 0
    parties = ["-p", "FRA", "-p", "ESP", "-p", "PRT@1955-01-01"]
    flags = ["--title", "A pact", "--signed", "1949-11-20", "--in-force", "1950-01-01", *parties]
    assert done.stdout == new("pact-1950", *flags, "--articles", "1,2", "--organ", "pact_council").stdout


def test_a_question_is_asked_until_its_answer_can_stand(terminal: None) -> None:
    wrong = ["Pact", "nato-1949", *ANSWERS[:5], "fra ESP", *ANSWERS[5:]]
    done = new(answers="\n".join(wrong) + "\n")
    assert done.exit_code == 0 and done.stdout == new(answers="\n".join(ANSWERS) + "\n").stdout
    assert done.stderr.count("error[") == 3 and "did you mean `FRA`?" in done.stderr


def test_commas_alone_are_no_answer(terminal: None) -> None:
    done = new(answers="\n".join([*ANSWERS[:5], ",", ANSWERS[5], ",", *ANSWERS[7:]]) + "\n")
    assert done.exit_code == 0 and done.stderr.count("error[TL0804]") == 1
    assert 'article "1"  check' in done.stdout and 'article "2"' not in done.stdout


def test_only_what_is_missing_is_asked_for(terminal: None) -> None:
    done = new("pact-1950", *GIVEN[:4], answers="nato-1949\n")
    assert done.exit_code == 0 and "parties of nato-1949\n" in done.stdout
    assert done.stderr.count(":") == 1, done.stderr


def test_what_was_given_is_judged_before_anything_is_asked(terminal: None) -> None:
    done = new("pact-1950", "--party", "fra", answers="")
    assert done.exit_code == 2 and "did you mean `FRA`?" in done.stderr and "Title" not in done.stderr


def test_the_file_is_asked_for_until_it_can_be_written(terminal: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pact-1950.treaty").write_text("mine")
    (tmp_path / "folder").mkdir()
    done = new(answers="\n".join([*ANSWERS[:-1], "", "folder"]) + "\n")
    assert done.exit_code == 0 and "exists" in done.stderr
    assert (tmp_path / "pact-1950.treaty").read_text() == "mine"
    assert (tmp_path / "folder" / "pact-1950.treaty").exists()


def test_who_stops_answering_leaves_nothing_behind(terminal: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new(answers="pact-1950\nA pact\n").exit_code != 0
    assert not list(tmp_path.iterdir())
