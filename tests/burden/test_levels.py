"""Who is asked for which level in a year, whether the figures reach it, and whereto they tend."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.command.running import called
from treatylang import load
from treatylang.burden.levels import levels_of, standings, trends, with_pledges
from treatylang.burden.read import gathered, read_figures

PLAN = load().plan
HEAD = "state,year,indicator,value,source\n"
SHARE = "defence_spending % of gdp"


def rows_of(name: str, text: str, *years: int, bearers: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    figures, problems = gathered([read_figures("f.csv", (HEAD + text).encode(), PLAN)])
    assert problems == ()
    return standings(PLAN, with_pledges(PLAN, (name,)), figures, years or figures.years, bearers)


def stood(name: str, text: str, *years: int) -> dict[tuple[str, str, int], tuple[str, bool | None]]:
    return {
        (row.level.article + (f"[{row.level.label}]" if row.level.label else ""), row.state, row.year): (row.bound, row.met)
        for row in rows_of(name, text, *years)
    }


# Each row: what the Wales declaration, paragraph 14, asks of an ally in a year, by what it spends.
@pytest.mark.parametrize(
    ("figures", "year", "clause", "expected"),
    [
        (f"DEU,2016,{SHARE},1.2,x", 2016, "14(b)[total]", ("owed", False)),  # below two per cent: to be reached in ten years
        (f"DEU,2016,{SHARE},1.2,x", 2016, "14(a)[total]", None),
        (f"GRC,2016,{SHARE},2.4,x", 2016, "14(a)[total]", ("owed", True)),  # who spends enough is to keep to it
        (f"GRC,2016,{SHARE},2.4,x", 2016, "14(b)[total]", None),
        (f"GRC,2016,{SHARE},2,x", 2016, "14(a)[total]", ("owed", True)),  # exactly two is enough
        ("GRC,2016,gdp,100,x", 2016, "14(a)[total]", ("depends", None)),  # nothing known: it may be either
        (f"SWE,2016,{SHARE},1.1,x", 2016, "14(b)[total]", None),  # no ally before 2024
        (f"DEU,2013,{SHARE},1.2,x", 2013, "14(b)[total]", None),  # before the pledge
        ("DEU,2016,equipment_spending % of defence_spending,12,x", 2016, "14(b)[equipment]", ("owed", False)),
    ],
)
def test_wales(figures: str, year: int, clause: str, expected: tuple[str, bool | None] | None) -> None:
    state = figures[:3]
    assert stood("nato-wales-2014", figures + "\n", year).get((clause, state, year)) == expected


def test_who_joins_in_a_year_is_asked_on_its_last_day() -> None:
    found = stood("nato-vilnius-2023", f"SWE,2023,{SHARE},1.5,x\nSWE,2024,{SHARE},2.1,x\n")
    assert ("27[total]", "SWE", 2023) not in found
    assert found["27[total]", "SWE", 2024] == ("owed", True)


@pytest.mark.parametrize(
    ("figures", "clause", "expected"),
    [
        ("DEU,2025,core_spending % of gdp,3.5,x\nDEU,2025,related_spending % of gdp,1.5,x\n", "2", ("owed", True)),
        ("DEU,2025,core_spending % of gdp,3.4,x\nDEU,2025,related_spending % of gdp,3,x\n", "2", ("owed", False)),  # capped at 1.5
        ("DEU,2025,core_spending % of gdp,5,x\n", "2", ("owed", True)),  # the core alone is five
        ("DEU,2025,core_spending % of gdp,3.4,x\n", "2", ("owed", False)),  # 4.9 with the whole of the cap
        ("DEU,2025,core_spending % of gdp,3.6,x\n", "2", ("owed", None)),
        (f"DEU,2025,{SHARE},3.6,x\n", "3[core]", ("owed", True)),  # what goes to Ukraine comes on top
        (f"DEU,2025,{SHARE},3.4,x\n", "3[core]", ("owed", None)),
        ("ESP,2025,core_spending % of gdp,2.1,x\n", "3[core]", ("depends", False)),  # its reservation is a judgement
    ],
)
def test_the_hague(figures: str, clause: str, expected: tuple[str, bool | None]) -> None:
    assert stood("nato-hague-2025", figures)[clause, figures[:3], 2025] == expected


def test_the_alliance_is_asked_with_its_pledges() -> None:
    assert {level.treaty for level in levels_of(PLAN, with_pledges(PLAN, ("nato-1949",)))} == {
        "nato-hague-2025",
        "nato-vilnius-2023",
        "nato-wales-2014",
    }


def test_men_that_are_owed_if_called_on() -> None:
    (row,) = (row for row in rows_of("franco-russian-1892", "FRA,1913,men,1200000,x\n") if row.state == "FRA")
    assert (row.level.standing, row.met, row.gap, row.bound) == (False, False, -100000, "not_owed")


def test_a_level_is_due_from_its_day() -> None:
    by_year = {row.year: row.due for row in rows_of("nato-hague-2025", "DEU,2034,gdp,1,x\nDEU,2035,gdp,1,x\n", bearers=("DEU",))}
    assert by_year == {2034: False, 2035: True}


def test_a_trend_is_the_line_of_least_squares() -> None:
    text = "".join(f"DEU,{year},{SHARE},{value},x\n" for year, value in ((2018, 1.0), (2019, 1.1), (2021, 1.5), (2022, 1.4)))
    rows = rows_of("nato-wales-2014", text, bearers=("DEU",))
    (line,) = {line for (level, _), line in trends(rows).items() if level.measure == "defence_spending"}
    assert line.years == (2018, 2019, 2021, 2022)
    assert line.pace == pytest.approx(0.12)  # by hand: (2*.25 + 1*.15 + 1*.25 + 2*.15) / 10
    assert line.reaches == 2027  # 1.49 in 2022, and 0.51 lacking: five years


def test_a_trend_needs_two_years_and_a_falling_one_reaches_nothing() -> None:
    assert trends(rows_of("nato-wales-2014", f"DEU,2018,{SHARE},1.0,x\n", bearers=("DEU",))) == {}
    falling = rows_of("nato-wales-2014", f"DEU,2018,{SHARE},1.0,x\nDEU,2019,{SHARE},0.9,x\n", bearers=("DEU",))
    assert {line.reaches for line in trends(falling).values()} == {None}


# ------------------------------------------------------------------------------------------------ the command
FIGURES = f"""{HEAD}DEU,2014,{SHARE},1.19,made up
DEU,2024,{SHARE},2.1,made up
GRC,2024,defence_spending,7000,made up
GRC,2024,gdp,200000,made up
ESP,2024,{SHARE},1.28,made up
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "figures.csv"
    path.write_text(FIGURES, encoding="utf-8")
    return str(path)


def test_the_text(file: str) -> None:
    done = called("burden", "nato-vilnius-2023", "-i", file, "-b", "DEU", "-b", "GRC", "-b", "ESP", "-b", "ISL")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n\n")[0].split("\n") == [
        "nato-vilnius-2023, Article 27[total]: defence_spending at least 2% of gdp (does not bind in law)",
        "  GRC  3.50 %  met, 1.50 over",
        "  DEU  2.10 %  met, 0.10 over",
        "  ESP  1.28 %  0.72 short",
        "  ISL: not known: no figure of defence_spending % of gdp",
        "  2 of 4 reach it in 2024; of 1 it is not known",
    ]


def test_several_years(file: str) -> None:
    done = called("burden", "nato-1949", "-i", file, "-b", "DEU", "--from", "2014", "--to", "2024")
    assert "  DEU  2.10 %  met, 0.10 over  up 0.09 points a year, 2014-2024" in done.stdout
    assert "  DEU  1.19 % (2014)  0.81 short so far" in done.stdout


def test_a_last_year_of_which_nothing_is_known_hides_no_year_before(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text(
        f"state,year,indicator,value,source\nTUR,2022,{SHARE},1.2,x\nTUR,2023,{SHARE},1.5,x\nDEU,2024,{SHARE},2.1,x\n",
        encoding="utf-8",
    )
    done = called(
        "burden", "nato-vilnius-2023", "-i", str(path), "--from", "2023", "--to", "2024", "-b", "TUR", "-b", "DEU", "-b", "ISL"
    )
    assert done.stdout.split("\n\n")[0].split("\n")[1:] == [
        "  DEU  2.10 %         met, 0.10 over",
        "  TUR  1.50 % (2023)  0.50 short; of 2024 it is not known",
        "  ISL: not known: no figure of defence_spending % of gdp",
        "  1 of 3 reach it in 2024; of 2 it is not known",
    ]


def test_json_and_csv_tell_the_same(file: str) -> None:
    told = json.loads(called("burden", "nato-vilnius-2023", "-i", file, "-f", "json").stdout)
    assert told["format"] == "treatylang/burden/1"
    level = next(each for each in told["levels"] if each["clause"] == "total")
    assert (level["measure"], level["level"], level["unit"], level["force"]) == ("defence_spending", 2.0, "% of gdp", "political")
    spain = next(each for each in level["standings"] if each["state"] == "ESP")
    assert spain == {
        "state": "ESP", "year": 2024, "bound": "owed", "depends_on": [], "value": 1.28, "at_least": 1.28, "at_most": 1.28, "met": False,
        "gap": -0.72, "missing": [], "source": ["made up"],
    }  # fmt: skip
    table = list(csv.DictReader(StringIO(called("burden", "nato-vilnius-2023", "-i", file, "-f", "csv").stdout)))
    assert len(table) == sum(len(each["standings"]) for each in told["levels"])
    row = next(each for each in table if each["state"] == "ESP" and each["clause"] == "total")
    assert (row["value"], row["met"], row["gap"], row["missing"]) == ("1.28", "false", "-0.72", "")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("burden", "nato-1949"), 2, "say where the figures are"),
        (("burden", "nato-1994", "-i", "FILE"), 2, "did you mean `nato-1949`?"),
        (("burden", "csto", "-i", "FILE"), 1, "csto sets no level"),
        (("burden", "nato-1949", "-i", "no.csv"), 1, "cannot read"),
        (("burden", "nato-1949", "-i", "FILE", "-y", "24"), 2, "--year: there is no year '24'"),
        (("burden", "nato-1949", "-i", "FILE", "-y", "2024", "--to", "2025"), 2, "give one or the other"),
        (("burden", "nato-1949", "-i", "FILE", "--from", "2025", "--to", "2024"), 2, "--to 2024 lies before --from 2025"),
        (("burden", "nato-1949", "-i", "FILE", "-b", "GER"), 2, "GER"),
    ],
)
def test_mistakes(file: str, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = called(*(file if each == "FILE" else each for each in arguments))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_a_year_without_figures_and_one_without_the_pledge(file: str) -> None:
    assert "of 32 it is not known" in called("burden", "nato-vilnius-2023", "-i", file, "-y", "2025").stdout
    assert called("burden", "nato-hague-2025", "-i", file, "-y", "2014").stdout == "Nobody is asked for a level in these years.\n"
