"""`treaty organ`: the rule of a body, its members, its decisions, and what hangs on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.command.running import ROOT
from treatylang.command.app import app

TREATY = """treaty league-1950 "A league"
  in force since 1950-01-01
parties
  FRA ESP PRT ITA BEL  since 1950-01-01
  GBR                  since 1950-01-01 disputed "its letter is contested"
organ league_assembly "Articles 4 and 5" of any of FRA, ESP, PRT, ITA
  decides by 2/3 of members quorum 1/2 "Article 4"
  decides suspension_of_member by consensus of members without the violator "Article 5"
article "6"
  when    the league_assembly decides collective_measures
  then    every party must take_measures by binding_decision
  only if consent by the bearer
article "7"
  when    breach by a party
  then    the league_assembly may suspend the violator
article "8"
  when    armed_attack on a party
  then    every other party must assist the victim
  lapses when the league_assembly decides necessary_measures
"""
EVENT = """event: A vote
date: 1960-05-05
kind: bombardment
by: DEU
on: FRA
decisions:
  - {body: league_assembly, decision: collective_measures, votes: {yes: [FRA], no: [ITA], absent: [BEL]}, ref: Res. 1}
  - {body: league_assembly, decision: suspension_of_member, on: ITA, votes: {yes: [FRA, ESP, PRT], no: [ITA]}}
  - {body: league_assembly, decision: necessary_measures, outcome: vetoed}
  - {body: league_assembly, decision: recommendation, date: 1960-06-01}
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "league-1950.treaty").write_text(TREATY, encoding="utf-8")
    (tmp_path / "vote.yaml").write_text(EVENT, encoding="utf-8")
    return {"library": str(tmp_path / "league-1950.treaty"), "event": str(tmp_path / "vote.yaml")}


def organ(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["organ", *arguments])


def asked(files: dict[str, str], *more: str, body: str = "league_assembly") -> Result:
    return organ(body, files["event"], "--library", files["library"], *more)


def answer(files: dict[str, str], *more: str) -> dict[str, Any]:
    done = asked(files, "--format", "json", *more)
    assert done.exit_code == 0, done.output
    made = json.loads(done.stdout)
    assert isinstance(made, dict)
    return made


def test_the_whole_answer(files: dict[str, str]) -> None:
    done = asked(files)
    assert done.exit_code == 0
    assert (
        done.stdout.splitlines()
        == """\
the league assembly, on 1960-05-05
A vote

league-1950  Articles 4 and 5
  of any of FRA, ESP, PRT, ITA: 4 members on 1960-05-05
    FRA, ESP, PRT, ITA
  decides by 2/3 of members, quorum 1/2 (Article 4)
    3 of the members carry it, 2 stop it by voting no
  decides suspension of member by consensus, without the violator (Article 5)
    4 of the members carry it, each alone can stop it by voting no, where nobody stands aside

DECISIONS
  OPEN  collective measures, 1960-05-05
    Res. 1
    1 of 4 members said yes, 2/3 needed (3); 2 there, quorum 1/2; open: votes of ESP, PRT
    yes 1: FRA
    no 1: ITA
    open 2: ESP, PRT
    BEL is not counted: no member on the day
    of the open votes: 2 of them carry it, each alone can stop it by voting no
    can stop it alone: ESP, PRT
  ADOPTED  suspension of member on ITA, 1960-05-05
    no objection, consensus needed
    yes 3: FRA, ESP, PRT
    ITA does not vote: without the violator
  VETOED  necessary measures, 1960-05-05
    as the event says

HANGS ON IT what it may do, and the clauses that wait for it or end by it
  league-1950:6
    when the league_assembly decides collective_measures
      then every party must take_measures by binding_decision
      only if consent by the bearer
  league-1950:7
    the league_assembly may suspend the violator
      if breach by a party
  league-1950:8
    lapses when the league_assembly decides necessary_measures
      of every other party must assist the victim
""".splitlines()
    )


def test_json(files: dict[str, str]) -> None:
    made = answer(files)
    (seat,) = made["seats"]
    assert (made["schema"], made["body"], made["date"]) == ("treatylang/organ/1", "league_assembly", "1960-05-05")
    first, second, third = seat["decisions"]
    assert (first["outcome"], first["basis"], first["not_members"]) == ("unknown", "counted", ["BEL"])
    assert first["votes"] == {"yes": ["FRA"], "no": ["ITA"], "abstain": [], "absent": [], "unknown": ["ESP", "PRT"]}
    assert first["open_votes"] == {"carry": 2, "stop": 1, "stop_by": "no", "carry_alone": [], "stop_alone": ["ESP", "PRT"]}
    assert first["all_votes"] == {"carry": 3, "stop": 2, "stop_by": "no", "carry_alone": [], "stop_alone": []}
    assert (second["outcome"], second["aside"]) == ("adopted", [{"code": "ITA", "why": "without the violator"}])
    assert (third["outcome"], third["basis"], third["votes"], third["why"]) == ("vetoed", "stated", None, None)
    assert [(each["clause"], each["how"]) for each in made["powers"]] == [("6", "when"), ("7", "may"), ("8", "lapses when")]


def test_a_later_day_sees_later_decisions(files: dict[str, str]) -> None:
    assert len(answer(files)["seats"][0]["decisions"]) == 3
    assert len(answer(files, "--date", "1960-06-01")["seats"][0]["decisions"]) == 4


def test_a_member_in_doubt_is_told_with_the_reason(files: dict[str, str]) -> None:
    text = TREATY.replace("of any of FRA, ESP, PRT, ITA", "of every party")
    Path(files["library"]).write_text(text, encoding="utf-8")
    done = asked(files)
    assert "of every party: 5 to 6 members on 1960-05-05" in done.stdout
    assert "    ? GBR: GBR is party to league-1950 on 1960-05-05: its letter is contested\n" in done.stdout
    assert answer(files)["seats"][0]["doubtful"][0]["code"] == "GBR"


def test_where_only_the_membership_is_open(files: dict[str, str]) -> None:
    text = TREATY.replace("of any of FRA, ESP, PRT, ITA", "of every party").replace("2/3 of members quorum 1/2", "unanimity")
    Path(files["library"]).write_text(text, encoding="utf-8")
    all_others = EVENT.replace("{yes: [FRA], no: [ITA], absent: [BEL]}", "{yes: [FRA, ESP, PRT, ITA, BEL], no: [GBR]}")
    Path(files["event"]).write_text(all_others, encoding="utf-8")
    assert "    no more vote is open: it hangs on who counts\n" in asked(files).stdout


def test_a_body_of_the_vocabulary_alone(files: dict[str, str]) -> None:
    done = asked(files, body="security_council")
    assert done.exit_code == 0
    assert "vocabulary  Security Council of the United Nations\n" in done.stdout
    assert "no treaty in force on this day sets it up" in done.stdout
    assert "nothing in the treaties asked" in done.stdout


def test_a_body_that_there_is_not(files: dict[str, str]) -> None:
    done = asked(files, body="league_asembly")
    assert done.exit_code == 2
    assert "TL0804" in done.stderr and "did you mean `league_assembly`" in done.stderr


@pytest.mark.parametrize(("more", "code"), [(["--treaty", "nowhere-1900"], "TL0804"), (["--date", "1960-13-01"], "TL0501")])
def test_bad_arguments(files: dict[str, str], more: list[str], code: str) -> None:
    done = asked(files, *more)
    assert done.exit_code == 2 and code in done.stderr


def test_an_event_with_errors(files: dict[str, str]) -> None:
    Path(files["event"]).write_text(EVENT.replace("bombardment", "bombardmint"), encoding="utf-8")
    done = asked(files)
    assert done.exit_code == 1 and "TL0301" in done.stderr and done.stdout == ""


def test_an_organ_of_the_library() -> None:
    done = organ("organ_of_consultation", str(ROOT / "events" / "rio-1962-punta-del-este.yaml"))
    assert done.exit_code == 0
    assert "ADOPTED  exclusion of member on CUB, 1962-01-31\n" in done.stdout
    assert "14 of 21 members said yes, 2/3 needed (14); 21 there, quorum 2/3\n" in done.stdout
