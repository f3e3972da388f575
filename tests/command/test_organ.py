"""`treaty organ`: the rule of a body, its members, its decisions, and what hangs on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from tests.command.running import ROOT
from treatylang.api import read_event
from treatylang.command.app import app
from treatylang.rendering.organ_schema import organ_schema

SCHEMA = jsonschema.Draft202012Validator(organ_schema())

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

POWERS what it may do itself, and whether it may on these facts
  NOT GIVEN  league-1950:7
    the league_assembly may suspend the violator
      if breach by a party

HANGS ON IT the clauses that wait for what it decides, or end by it
  league-1950:6
    when the league_assembly decides collective_measures
      then every party must take_measures by binding_decision
      only if consent by the bearer
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
    assert [(each["clause"], each["how"]) for each in made["powers"]] == [("7", "may"), ("6", "when"), ("8", "lapses when")]


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


def test_a_body_without_a_rule(files: dict[str, str]) -> None:
    done = asked(files, body="oas_council")
    assert done.exit_code == 0
    assert "vocabulary  Council of the Organization of American States, acting as provisional organ\n" in done.stdout
    assert "nothing in force on this day says how it votes" in done.stdout
    assert "nothing in the treaties asked" in done.stdout


COUNCIL = """event: Before the Council
date: 2022-02-27
kind: invasion
by: RUS
on: UKR
decisions:
  - body: security_council
    decision: calls_for
    on: RUS
    date: 2022-02-25
    votes: {yes: [USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL, KEN, MEX, NOR], no: [RUS], abstain: [CHN, IND, ARE]}
  - body: security_council
    decision: necessary_measures
    votes: {yes: [USA, GBR, FRA, ALB, BRA, GAB, GHA]}
"""


def test_the_security_council(files: dict[str, str]) -> None:
    Path(files["event"]).write_text(COUNCIL, encoding="utf-8")
    done = asked(files, body="security_council")
    assert done.exit_code == 0
    assert (
        done.stdout.partition("\nHANGS ON IT")[0].splitlines()
        == """\
the security council, on 2022-02-27
Before the Council

vocabulary  Security Council of the United Nations
  15 members, of whom the library lists 5; an event names the others
    USA, GBR, FRA, RUS, CHN
  decides by 9 of 15 members, unless a permanent member objects (Article 27(3))
    9 of the members carry it, USA, GBR, FRA, RUS and CHN among them; the no of any of these stops
    it
  decides terms of settlement by 9 of 15 members, without an interested state, unless a permanent
  member objects (Article 27(3))
    9 of the members carry it, USA, GBR, FRA, RUS and CHN among them; the no of any of these stops
    it, where nobody stands aside
  decides convocation by 9 of 15 members (Article 27(2): on procedure)
    9 of the members carry it, 7 stop it by voting no

DECISIONS
  VETOED  calls for on RUS, 2022-02-25
    vetoed by RUS
    yes 11: USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL, KEN, MEX, NOR
    no 1: RUS
    abstained 3: CHN, IND, ARE
  OPEN  necessary measures, 2022-02-27
    7 of 15 members said yes, 9 needed; open: votes of RUS, CHN and 6 members whom the event does
    not name
    yes 7: USA, GBR, FRA, ALB, BRA, GAB, GHA
    open 8: RUS, CHN, 6 whom the event does not name
    of the open votes: 2 of them carry it, RUS and CHN among them; the no of any of these stops it
    can stop it alone: RUS, CHN
""".splitlines()
    )


def test_the_security_council_as_json(files: dict[str, str]) -> None:
    Path(files["event"]).write_text(COUNCIL, encoding="utf-8")
    made = json.loads(asked(files, "-f", "json", body="security_council").stdout)
    SCHEMA.validate(made)
    (seat,) = made["seats"]
    assert (seat["treaty"], seat["complete"], seat["members"]) == (None, False, ["USA", "GBR", "FRA", "RUS", "CHN"])
    vetoed, still = seat["decisions"]
    assert (vetoed["outcome"], vetoed["unnamed"], vetoed["rule"]["objecting"]) == ("vetoed", 0, "a permanent_member")
    assert (still["outcome"], still["unnamed"], still["votes"]["unknown"]) == ("unknown", 6, ["RUS", "CHN"])
    assert still["open_votes"] == {"carry": 2, "stop": 1, "stop_by": "no", "carry_alone": [], "stop_alone": ["RUS", "CHN"]}


def test_too_few_votes_are_no_veto(files: dict[str, str]) -> None:
    few = COUNCIL.replace(
        "yes: [USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL, KEN, MEX, NOR]", "yes: [USA, GBR, FRA, ALB, BRA, GAB, GHA, IRL]"
    )
    Path(files["event"]).write_text(few.replace("abstain: [CHN", "abstain: [KEN, MEX, NOR, CHN"), encoding="utf-8")
    done = asked(files, body="security_council")
    assert "  NOT ADOPTED  calls for on RUS, 2022-02-25\n    8 of 15 members said yes, 9 needed\n" in done.stdout


@pytest.mark.parametrize("event", sorted(path.stem for path in (ROOT / "events").glob("*.yaml") if "votes:" in path.read_text()))
def test_every_answer_fits_the_schema(event: str) -> None:
    situation = read_event(ROOT / "events" / f"{event}.yaml")
    assert any(each.votes is not None for each in situation.decisions)
    for body in {each.body for each in situation.decisions} | {"security_council", "general_assembly", "league_council"}:
        done = organ(body, str(ROOT / "events" / f"{event}.yaml"), "--format", "json")
        SCHEMA.validate(json.loads(done.stdout))


def test_the_answers_of_small_treaties_fit_the_schema(files: dict[str, str]) -> None:
    for body in ("league_assembly", "security_council", "oas_council"):
        SCHEMA.validate(json.loads(asked(files, "--format", "json", body=body).stdout))


def test_the_schema_is_published() -> None:
    shown = CliRunner().invoke(app, ["schema", "organ"])
    assert shown.exit_code == 0 and json.loads(shown.stdout) == organ_schema()
    jsonschema.Draft202012Validator.check_schema(organ_schema())


@pytest.mark.parametrize("change", [{"date": "today"}, {"powers": None}, {"more": 1}, {"schema": "treatylang/organ/2"}])
def test_the_schema_refuses_what_is_none(files: dict[str, str], change: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid(answer(files) | change)


@pytest.mark.parametrize(
    ("cast", "verdict"), [("happened: true", "permitted"), ("happened: unknown", "depends"), ("happened: false", "not_owed")]
)
def test_whether_it_may_on_these_facts(files: dict[str, str], cast: str, verdict: str) -> None:
    breach = EVENT.replace("kind: bombardment\nby: DEU\non: FRA", f"kind: breach\nby: ITA\non: FRA\n{cast}")
    Path(files["event"]).write_text(breach, encoding="utf-8")
    (may,) = [each for each in answer(files)["powers"] if each["how"] == "may"]
    assert (may["clause"], may["verdict"]) == ("7", verdict)
    assert {each["verdict"] for each in answer(files)["powers"] if each["how"] != "may"} == {None}


def test_a_power_of_a_treaty_that_is_not_evaluated_yet(files: dict[str, str]) -> None:
    unfinished = TREATY + 'article "9"\n  every party must consult every other party\n  lapses 1 year after danger_to_peace\n'
    Path(files["library"]).write_text(unfinished, encoding="utf-8")
    done = asked(files)
    assert done.exit_code == 0 and "  NOT EVALUATED YET  league-1950:7\n" in done.stdout


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
