"""`treaty test`: rows of events held against answers, in a small library of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from tests.command.running import ROOT
from treatylang.command.app import app

PACT = """treaty pact-1950 "A pact"
  in force since 1950-01-01
parties
  FRA ESP PRT since 1950-01-01
article "1"
  when    armed_attack on a party
  then    every other party must defend the victim against the attacker
  unless  the act is provoked
article "2"
  every party must refrain from use_of_force on another party
article "3"
  when    invasion on a party
  then    every other party must consult the victim
  and     every other party may withdraw
"""
ATTACK = "event: An attack\ndate: 1960-05-05\nkind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: FRA}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pact, in which one stands."""
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "pact-1950.treaty").write_text(PACT, encoding="utf-8")
    (tmp_path / "events").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def event(folder: Path, *rows: str, name: str = "events/attack.yaml", text: str = ATTACK) -> None:
    (folder / name).write_text(text + "expect:\n" + "".join(f"  - {{{row}}}\n" for row in rows), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["test", "--library", "treaties", *arguments])


def row(bearer: str = "ESP", duty: str = "defend", verdict: str = "owed", article: str = "1", more: str = "") -> str:
    return f'bearer: {bearer}, treaty: pact-1950, article: "{article}", duty: {duty}, verdict: {verdict}{more}'


def test_rows_that_are_met(here: Path) -> None:
    event(here, row(), row("all, except: [FRA]", more=", owed_to: FRA"), row("DEU", verdict="not_owed"))
    done = run()
    assert (done.exit_code, done.output) == (0, "1 event, 3 rows: 3 as expected\n")


def test_a_row_that_is_not_met_shows_what_was_found_alike_bearers_together(here: Path) -> None:
    event(here, row("[ESP, PRT, FRA]", verdict="not_owed"), row())
    done = run()
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "FAILS   events/attack.yaml:8 ESP, PRT, FRA defend: not owed (pact-1950, Article 1)",
        "    ESP, PRT on 1960-05-05: defend FRA: owed (pact-1950, Article 1)",
        "",
        "1 event, 2 rows: 1 as expected, 1 different",
    ]


def test_nothing_found_is_said(here: Path) -> None:
    event(here, row("FRA"))
    assert "    FRA on 1960-05-05: no such duty" in run().output


def test_each_day_of_as_of_is_asked(here: Path) -> None:
    event(here, row(), text=ATTACK + "as_of: [1960-05-05, 1960-06-01]\n")
    assert run().exit_code == 0
    event(here, row(verdict="not_owed"), text=ATTACK + "as_of: [1960-05-05, 1960-06-01]\n")
    assert "ESP on 1960-05-05" in run().output and "ESP on 1960-06-01" in run().output


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        (row(verdict="not_owed", more=', differs: "the attack was small"'), 0, "1 different as said"),
        (row(more=', differs: "the attack was small"'), 1, "is met after all: take out `differs: the attack was small`"),
        ("bearer: ESP, treaty: other-1950, duty: defend, verdict: owed", 0, "1 waiting for a treaty"),
    ],
)
def test_rows_that_say_why_and_rows_that_wait(here: Path, given: str, code: int, told: str) -> None:
    event(here, given)
    done = run()
    assert done.exit_code == code
    assert told in done.output
    assert done.stderr == ""


def test_run_chooses_by_name_and_all_shows_what_is_met(here: Path) -> None:
    event(here, row(), row("PRT"))
    done = run("--run", "PRT$", "--all")
    assert done.output.splitlines() == [
        "ok      events/attack.yaml:9 PRT defend: owed (pact-1950, Article 1)",
        "",
        "1 event, 1 row: 1 as expected",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--run", "("), "--run is no regular expression"),
        (("--run", "nobody"), "no row of `expect` is to be tested here"),
        (("--treaty", "pact-1951"), "did you mean `pact-1950`?"),
    ],
)
def test_what_cannot_be_asked_is_a_wrong_use(here: Path, arguments: tuple[str, ...], told: str) -> None:
    event(here, row())
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.output


def test_events_that_cannot_be_read_fail_and_the_others_are_tested(here: Path) -> None:
    event(here, row())
    event(here, "bearer: ESP", name="events/broken.yaml")
    done = run()
    assert done.exit_code == 1
    assert "TL06" in done.stderr and "broken.yaml" in done.stderr
    assert done.stdout == "1 event, 1 row: 1 as expected\n"
    (here / "events" / "attack.yaml").unlink()
    assert (run().exit_code, run().stdout) == (1, "")


def test_a_question_that_is_not_evaluated_yet_is_an_error_of_its_row(here: Path) -> None:
    (here / "treaties" / "pact-1950.treaty").write_text(PACT.replace("unless", "lapses 1 year after"), encoding="utf-8")
    event(here, row())
    done = run()
    assert done.exit_code == 1
    assert "TL0701" in done.output and "1 not answered" in done.output


STANDING = """article "4"
  [always] every party must cooperate with every other party
  [peace]
    when    danger_to_peace
    then    every party must cooperate with every other party
article "5"
  every party may withdraw
"""


def outcomes(here: Path, *rows: str, text: str = ATTACK) -> list[str]:
    (here / "treaties" / "pact-1950.treaty").write_text(PACT + STANDING, encoding="utf-8")
    event(here, *rows, text=text)
    return [each["outcome"] for each in json.loads(run("--format", "json").output)["rows"]]


def test_what_holds_at_all_times_meets_a_row_that_can_mean_nothing_else(here: Path) -> None:
    always = row(duty="cooperate", article="4[always]")
    assert outcomes(here, always, row(duty="withdraw", article="5", verdict="permitted")) == ["met", "met"]
    assert outcomes(here, row(duty="cooperate", article="4[always]", verdict="not_owed")) == ["differs"]
    assert outcomes(here, row("DEU", duty="cooperate", article="4[always]")) == ["differs"]
    before = row(duty="cooperate", article="4[always]", verdict="not_owed")
    assert outcomes(here, before, text=ATTACK.replace("1960-05", "1949-06")) == ["met"]


def test_what_holds_at_all_times_meets_no_row_that_may_mean_what_an_event_starts(here: Path) -> None:
    asked = row(duty="cooperate", article="4")
    assert outcomes(here, asked) == ["differs"]
    assert outcomes(here, row(duty="cooperate", article="4", verdict="not_owed")) == [
        "differs"
    ]  # whether peace is in danger is open
    quiet = ATTACK + "facts: {danger_to_peace: false}\n"
    assert outcomes(here, row(duty="cooperate", article="4", verdict="not_owed"), text=quiet) == ["met"]
    assert outcomes(here, asked, row(duty="cooperate", article="4[peace]"), text=quiet) == ["differs", "differs"]
    assert outcomes(here, asked, text=quiet.replace("false", "true")) == ["met"]


def test_a_ban_that_is_kept_is_owed_and_not_broken(here: Path) -> None:
    asked = [row(duty="refrain", article="2", verdict=each) for each in ("owed", "not_owed", "breached")]
    assert outcomes(here, *asked) == ["met", "met", "differs"]
    assert outcomes(here, *asked, text=ATTACK.replace("DEU", "ESP")) == ["differs", "differs", "met"]


def test_an_event_shows_nothing_of_a_treaty_that_its_rows_do_not_name(here: Path) -> None:
    (here / "treaties" / "other-1950.treaty").write_text(PACT.replace("pact-1950", "other-1950"), encoding="utf-8")
    event(here, row())
    assert ("pact-1950:1", True) not in gaps(here)
    assert ("other-1950:1", True) in gaps(here) and ("other-1950:1", False) in gaps(here)
    event(here, row().replace("pact-1950", "any"))
    assert ("other-1950:1", True) not in gaps(here)


def test_events_beside_treaties_and_named_ones(here: Path) -> None:
    (here / "treaties" / "tests" / "pact-1950").mkdir(parents=True)
    event(here, row(), name="treaties/tests/pact-1950/beside.yaml")
    event(here, row(verdict="not_owed"))
    assert "2 events, 2 rows" in run().output
    assert run("treaties").output == run("treaties/tests/pact-1950/beside.yaml").output == "1 event, 1 row: 1 as expected\n"


def test_json(here: Path) -> None:
    event(here, row(), row("PRT", verdict="not_owed"), row(verdict="not_owed", more=", differs: why"))
    done = run("--format", "json")
    told: dict[str, Any] = json.loads(done.output)
    assert told["format"] == "treatylang/test/1"
    assert run("--json").output == done.output
    assert [each["outcome"] for each in told["rows"]] == ["met", "differs", "differs as said"]
    assert told["rows"][1]["found"] == [
        {"date": "1960-05-05", "bearer": "PRT", "duties": [{"id": "pact-1950:1/PRT>FRA", "verdict": "owed"}]}
    ]
    assert (told["rows"][1]["file"], told["rows"][1]["line"]) == ("events/attack.yaml", 9)
    assert "coverage" not in told


def test_junit(here: Path) -> None:
    event(here, row(), row("PRT", verdict="not_owed", more=', note: "<a> & b"'), row(verdict="not_owed", more=', differs: "<why>"'))
    done = run("--junit", "out.xml")
    assert done.exit_code == 1
    written = (here / "out.xml").read_text(encoding="utf-8")
    assert run("--format", "junit").output == written
    (suite,) = ElementTree.fromstring(written)
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "3", "failures": "1", "errors": "0", "skipped": "1",
    }  # fmt: skip
    met, differs, said = suite
    assert list(met) == []
    assert differs[0].tag == "failure" and differs[0].text == "PRT on 1960-05-05: defend FRA: owed (pact-1950, Article 1)"
    assert said[0].get("message") == "<why>"


def test_a_report_that_cannot_be_written_is_an_error(here: Path) -> None:
    event(here, row())
    done = run("--junit", "nowhere/out.xml")
    assert done.exit_code == 1
    assert "cannot write `nowhere/out.xml`: no such file or directory" in done.stderr


def gaps(here: Path) -> list[tuple[str, bool]]:
    told = json.loads(run("--coverage", "--format", "json").output)["coverage"]
    found = [(each["id"], each["never"]) for each in told["missing"]]
    assert told["of"] - told["shown"] == len(found)
    return found


def test_coverage_counts_norms_and_lines_both_ways(here: Path) -> None:
    event(here, row())
    whole = gaps(here)
    assert ("pact-1950:1", True) not in whole and ("pact-1950:1", False) in whole
    assert ("pact-1950:1.when", True) not in whole and ("pact-1950:1.when", False) in whole
    assert ("pact-1950:1.unless.1", True) in whole and ("pact-1950:1.unless.1", False) not in whole  # presumed not provoked
    assert ("pact-1950:2", True) in whole  # nobody broke it
    assert {("pact-1950:3.consult", True), ("pact-1950:3.withdraw", True), ("pact-1950:3.when", True)} <= set(whole)
    event(here, row(verdict="not_owed"), name="events/provoked.yaml", text=ATTACK + "provoked: true\n")
    assert set(whole) - set(gaps(here)) == {("pact-1950:1", False), ("pact-1950:1.unless.1", True)}
    breach = ATTACK.replace("DEU", "ESP")
    event(here, row("ESP", "refrain", "breached", "2"), name="events/breach.yaml", text=breach)
    assert ("pact-1950:2", True) not in gaps(here) and ("pact-1950:2", False) not in gaps(here)


def test_a_norm_without_a_row_binds_nobody(here: Path) -> None:
    """Where nobody helps there is no helper of whom a row could say that he need not report."""
    report = (
        'article "4"\n  when    a party (the helper) must defend another party under "1"\n  then    the helper must notify PRT\n'
    )
    (here / "treaties" / "pact-1950.treaty").write_text(PACT + report, encoding="utf-8")
    event(here, row(duty="notify", article="4", verdict="not_owed"), text=ATTACK.replace("kind: bombardment", "kind: annexation"))
    whole = gaps(here)
    assert ("pact-1950:4", True) in whole and ("pact-1950:4", False) not in whole and ("pact-1950:4.when", False) not in whole
    event(here, row(duty="notify", article="4", more=", owed_to: PRT"))
    assert ("pact-1950:4", True) not in gaps(here) and ("pact-1950:4", False) in gaps(here)


def test_nothing_is_shown_of_a_norm_that_is_not_in_force(here: Path) -> None:
    event(here, row(verdict="not_owed"), text=ATTACK.replace("1960-05", "1949-06"))
    assert ("pact-1950:1", False) in gaps(here)


def test_a_line_of_a_reading_is_shown_though_it_is_not_agreed(here: Path) -> None:
    reading = 'reading of "1" by FRA "A note" since 1950-01-01\n  only if request_for_assistance by the victim\n'
    (here / "treaties" / "pact-1950.treaty").write_text(PACT + reading, encoding="utf-8")
    line = "pact-1950:reading of 1 by FRA@1950-01-01.only-if.1"
    calls = "acts:\n  - {kind: bombardment, by: DEU, on: FRA, place: {territory_of: FRA}}\n"
    ask = ATTACK.split("kind")[0] + calls + "  - {kind: request_for_assistance, by: FRA, to: ESP"
    event(here, row(), text=ask + "}\n")
    assert (line, True) not in gaps(here) and (line, False) in gaps(here)
    event(here, row(verdict="disputed"), text=ask + ", happened: false}\n")
    assert (line, True) in gaps(here) and (line, False) not in gaps(here)


def test_coverage_in_words(here: Path) -> None:
    event(here, row())
    told = run("--coverage").output
    assert "\npact-1950\n" in told
    assert "  never so      pact-1950:1.unless.1  unless the act is provoked\n" in told
    assert told.endswith(" - each norm and each line, so and not so\n")


def test_the_library_is_tested_from_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(app, ["test", "--format", "json"])
    rows = json.loads(done.output)["rows"]
    assert done.exit_code == 0, [each for each in rows if each["outcome"] == "differs"]
    assert sum(each["outcome"] == "met" for each in rows) >= 33
    assert not [each for each in rows if each["outcome"] == "waits"]  # a slip in an id would hide a row
    folders = {"events", *(f"treaties/tests/{path.stem}" for path in (ROOT / "treaties").glob("*.treaty"))}
    assert {Path(each["file"]).parent.as_posix() for each in rows} <= folders
