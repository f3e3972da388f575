"""Files of figures in the three layouts, small ones of our own making, and what is wrong with bad ones."""

from __future__ import annotations

from io import BytesIO

import pytest

from tests.command.running import treaty
from treatylang import load
from treatylang.burden import sheet
from treatylang.burden.figures import words
from treatylang.burden.read import Reading, gathered, read_figures

PLAN = load().plan


def read(text: str | bytes) -> Reading:
    return read_figures("f.csv", text if isinstance(text, bytes) else text.encode(), PLAN)


def told(reading: Reading) -> list[tuple[str, int, str, float, str]]:
    return [(each.state, each.year, words(each.indicator), each.value, each.unit) for each in reading.figures]


HEAD = "state,year,indicator,value,source\n"


# ------------------------------------------------------------------------------------------------ the plain one
def test_a_plain_file() -> None:
    found = read(HEAD + 'DEU,2024,defence_spending % of gdp,2.12,"NATO, 2025"\nFRA,1914,men,"1,300,000",a book\n\nFRA,2024,gdp,,\n')
    assert told(found) == [("DEU", 2024, "defence_spending % of gdp", 2.12, "%"), ("FRA", 1914, "men", 1300000.0, "")]
    assert found.figures[0].source == "NATO, 2025"
    assert found.problems == ()


def test_columns_stand_in_any_order_and_may_have_units() -> None:
    found = read("\ufeffValue;Unit;Indicator;Year;State\n90600;EUR;defence_spending;2024;DEU\n")
    assert told(found) == [("DEU", 2024, "defence_spending", 90600.0, "EUR")]


def test_lines_may_end_as_on_any_machine() -> None:
    rows = [HEAD.strip(), "DEU,2024,gdp,1,x", "FRA,2024,gdp,2,x", "ITA,2024,gdp,3,x"]
    for end in ("\n", "\r\n", "\r"):
        assert [each[0] for each in told(read(end.join(rows)))] == ["DEU", "FRA", "ITA"]
        assert [each.code for each in read(end.join([*rows, "GER,2024,gdp,1,x"])).problems] == ["TL0902"]


def test_a_treaty_s_own_measure_may_be_named() -> None:
    assert told(read(HEAD + "DEU,2025,core_spending % of gdp,2.4,x\n"))[0][2] == "core_spending % of gdp"


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        ("GER,2024,gdp,1,x", "TL0902", "no state has the code `GER`"),
        ("DEU,2024,defense_spending,1,x", "TL0902", "no measure has the name `defense_spending`"),
        ("DEU,2024,defence_spending % of gpd,1,x", "TL0902", "no measure has the name `gpd`"),
        ("DEU,2024,men % of gdp,1,x", "TL0902", "no measure has the name `men`"),
        ("DEU,24,gdp,1,x", "TL0903", "`24` is no year"),
        ("DEU,٢٠٢٤,gdp,1,x", "TL0903", "`٢٠٢٤` is no year"),
        ("DEU,2024,gdp,-1,x", "TL0903", "`-1` is no figure"),
        ("DEU,2024,gdp,NaN,x", "TL0903", "`NaN` is no figure"),
        ("DEU,2024,gdp,1e999,x", "TL0903", "`1e999` is no figure"),
        ("DEU,2024,gdp,1_000,x", "TL0903", "`1_000` is no figure"),
        ('DEU,2024,gdp,"12,34",x', "TL0903", "`12,34` is no figure"),
        ('DEU,2024,gdp,"1"2,x', "TL0901", "this is no row of a CSV file"),
    ],
)
def test_a_bad_row_is_told_with_its_line(row: str, code: str, message: str) -> None:
    (problem,) = read(HEAD + "FRA,2024,gdp,1,x\n" + row + "\n").problems
    assert problem.code == code
    assert problem.message.startswith(message)
    assert problem.place is not None
    assert problem.place.position == (3, 1)


def test_every_fault_of_a_file_is_told_up_to_a_limit() -> None:
    assert len(read(HEAD + "GER,24,gpd,x,y\n").problems) == 4
    assert len(read(HEAD + "GER,24,gpd,x,y\n" * 50).problems) == 20


def test_figures_of_two_files_must_agree() -> None:
    one, same, other = (read(HEAD + f"DEU,2024,gdp,{value},x\n") for value in ("1", "1.0", "2"))
    assert gathered([one, same])[1] == ()
    (problem,) = gathered([one, other])[1]
    assert (problem.code, problem.message) == ("TL0904", "gdp of DEU in 2024 is 1 and 2")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "TL0901"),
        (b"\n\n", "TL0901"),
        (b"a,b\n1,2\n", "TL0901"),
        (b"\xff\xfes\x00", "TL0102"),
        ("state,year,indicator,value\nDEU,2024,gdp,é\n".encode("latin-1"), "TL0102"),
        (b"state,year\x00", "TL0103"),
        (b'state,year,indicator,value\n"DEU,2024', "TL0901"),
        (b"PK\x03\x04 no archive", "TL0901"),
        (b"state,year,indicator,value\n" + b"x" * 200_000, "TL0901"),
    ],
)
def test_what_is_no_file_of_figures_is_refused(data: bytes, code: str) -> None:
    assert [each.code for each in read(data).problems] == [code]


def test_too_large_a_file_is_refused() -> None:
    assert [each.code for each in read(b"," * (16 * 1024 * 1024 + 1)).problems] == ["TL0101"]


# ------------------------------------------------------------------------------------------------ the World Bank
INDICATOR = """\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2025-07-01",

"Country Name","Country Code","Indicator Name","Indicator Code","1960","2022","2023",
"Germany","DEU","Military expenditure (% of GDP)","MS.MIL.XPND.GD.ZS","","1.4","1.5",
"European Union","EUU","Military expenditure (% of GDP)","MS.MIL.XPND.GD.ZS","","1.5","1.6",
"""
DATABANK = """Series Name,Series Code,Country Name,Country Code,2022 [YR2022],2023 [YR2023]
Military expenditure (current USD),MS.MIL.XPND.CD,Germany,DEU,56000000000,..
GDP (current US$),NY.GDP.MKTP.CD,Germany,DEU,4000000000000,4500000000000
"Population, total",SP.POP.TOTL,Germany,DEU,83797985,83280000
"Armed forces personnel, total",MS.MIL.TOTL.P1,Germany,DEU,..,..
,,,,,
Data from database: World Development Indicators,,,,,
"""


def test_a_download_of_one_indicator() -> None:
    found = read(INDICATOR)
    assert told(found) == [
        ("DEU", 2022, "defence_spending % of gdp", 1.4, "%"),
        ("DEU", 2023, "defence_spending % of gdp", 1.5, "%"),
    ]
    assert found.passed_over == ("EUU",)
    assert found.figures[0].source == "World Bank, MS.MIL.XPND.GD.ZS"


def test_a_download_of_the_databank() -> None:
    assert told(read(DATABANK)) == [
        ("DEU", 2022, "defence_spending", 56e9, "current US$"),
        ("DEU", 2022, "gdp", 4e12, "current US$"),
        ("DEU", 2023, "gdp", 4.5e12, "current US$"),
    ]


def test_a_series_of_no_measure_is_told_of_where_there_is_no_other() -> None:
    (problem,) = read("\n".join([*DATABANK.split("\n")[:1], DATABANK.split("\n")[3]])).problems
    assert (problem.code, problem.message) == ("TL0902", "the series `SP.POP.TOTL` is of no measure")


def test_a_bad_figure_of_a_download() -> None:
    (problem,) = read(INDICATOR.replace('"1.4"', '"~1.4"')).problems
    assert (problem.code, problem.message) == ("TL0903", "`~1.4` is no figure (DEU, 2022)")


# ------------------------------------------------------------------------------------------------ SIPRI
SHARES: list[list[object]] = [
    ["Military expenditure by country as percentage of gross domestic product, 2022-2024     an example"],
    ["Figures are made up"],
    [None],
    ["Country", "Notes", 2022, 2023, 2024],
    ["Africa"],
    ["North Africa"],
    ["Algeria", "§4", 0.05, "...", ". ."],
    ["North America"],
    ["United States of America", None, 0.034, 0.0335, 0.034],
    ["Western Europe"],
    ["Türkiye ‡", "", 0.012, "xxx", 0.019],
    ["Atlantis", None, 0.5, 0.5, 0.5],
]
SHARE = "defence_spending % of gdp"
FOUND = [
    ("DZA", 2022, SHARE, 5.0, "%"),
    ("USA", 2022, SHARE, 3.4, "%"),
    ("USA", 2023, SHARE, 3.35, "%"),
    ("USA", 2024, SHARE, 3.4, "%"),
    ("TUR", 2022, SHARE, 1.2, "%"),
    ("TUR", 2024, SHARE, 1.9, "%"),
]


def as_csv(rows: list[list[object]], percent: bool = False) -> str:
    def cell(value: object) -> str:
        if isinstance(value, float) and percent:
            return f"{value * 100:.2f}%"
        return '"' + ("" if value is None else str(value)) + '"'

    return "\n".join(",".join(map(cell, row)) for row in rows) + "\n"


@pytest.mark.parametrize("percent", [False, True])
def test_a_sheet_saved_as_csv(percent: bool) -> None:
    found = read(as_csv(SHARES, percent))
    assert told(found) == FOUND
    assert found.passed_over == ("Atlantis",)
    assert found.figures[0].source == "SIPRI, share of GDP"


def workbook(**sheets: list[list[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        made = book.create_sheet(title.replace("_", " "))
        for row in rows:
            made.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_the_workbook_itself() -> None:
    dollars = [["Military expenditure by country, in millions of US$ at current prices and exchange rates, an example"], [None]]
    dollars += [["Country", "Notes", 2023, 2024], ["France", None, 61301.5, 64700]]
    data = workbook(Front_page=[["An example"]], Share_of_GDP=SHARES, Current_USD=dollars, Per_capita=SHARES)
    found = read(data)
    assert told(found) == [
        *FOUND,
        ("FRA", 2023, "defence_spending", 61301.5e6, "current US$"),
        ("FRA", 2024, "defence_spending", 64700e6, "current US$"),
    ]
    assert found.problems == ()


def test_a_workbook_of_something_else() -> None:
    assert [each.code for each in read(workbook(Sheet=[["a", "b"], [1, 2]])).problems] == ["TL0901"]


def test_a_workbook_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(Sheet=[["a"]])
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(sheet.MissingExtra, match=r"pip install 'treatylang\[xlsx\]'"):
        read(data)


def test_without_the_extra_the_command_says_what_to_install() -> None:
    data = workbook(Sheet=[["a"]])
    hidden = "import sys; sys.modules['openpyxl'] = None; from treatylang.command.front import main; main()"
    done = treaty("burden", "nato-1949", "--indicators", "-", text=data, program=hidden)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'treatylang[xlsx]'" in done.stderr


def test_names_that_sipri_writes_in_its_own_way() -> None:
    """Those of its list that are not the English names of the vocabulary, with either apostrophe."""
    named = {
        "Germany": "DEU",
        "China": "CHN",
        "Egypt": "EGY",
        "Côte d'Ivoire": "CIV",
        "Côte d’Ivoire": "CIV",
        "Kyrgyz Republic": "KGZ",
    }
    for name, code in named.items():
        rows = [*SHARES[:-2], [name, *SHARES[-2][1:]], *SHARES[-1:]]
        found = read(as_csv(rows))
        assert code in {each.state for each in found.figures}, name
        assert name not in found.passed_over
