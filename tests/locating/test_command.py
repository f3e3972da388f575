"""`treaty locate` as a user runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.command.running import ROOT, called, treaty
from tests.docs.shell import Folder
from treatylang import load, read_event
from treatylang.diagnostics import pages
from treatylang.diagnostics.diagnostic import InputError
from treatylang.locating import world as map_of_the_world

EVENT = """\
event: Two raids
date: 2015-05-01
acts:
  - kind: bombardment   # the first
    by: RUS
    on: POL
    target: territory
    place:
      name: "near Warsaw"
      lat: 52.2   # north
      lon: 21.0

  - {kind: bombardment, by: RUS, on: UKR, place: {lat: 45.3, lon: 34.3}}
"""
NO_EXTRA = "import sys; sys.modules['pyogrio'] = None; from treatylang.command.front import main; sys.exit(main())"


@pytest.fixture
def geo() -> None:
    pytest.importorskip("shapely")
    pytest.importorskip("pyogrio")


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "raids.yaml"
    path.write_text(EVENT, encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


# ------------------------------------------------------------------------------------------------ an event
@pytest.mark.usefixtures("geo")
def test_the_event_is_printed_with_its_places_and_else_as_it_was(event: Path) -> None:
    done = called("locate", str(event))
    assert done.returncode == 0
    added = [line for line in done.stdout.splitlines() if line not in EVENT.splitlines()]
    assert added == [
        "      territory_of: POL  # Natural Earth 1:110m as carried by pyogrio; boundaries as of today",
        "  # territory: crimea by Natural Earth 1:110m as carried by pyogrio; boundaries as of today; DISPUTED: held of UKR and held"
        " under RUS; the map is no finding",
        "  - {kind: bombardment, by: RUS, on: UKR, place: {lat: 45.3, lon: 34.3, territory: crimea}}",
    ]
    assert "TL1002" in done.stderr and "DISPUTED: held of UKR and held under RUS" in done.stderr
    assert event.read_text(encoding="utf-8") == EVENT


@pytest.mark.usefixtures("geo")
def test_what_is_printed_is_an_event_with_the_places(event: Path) -> None:
    first, second = read_event(called("locate", str(event)).stdout).acts
    assert first.place is not None and first.place.territory_of == "POL" and first.place.name == "near Warsaw"
    assert second.place is not None and second.place.territory == "crimea"


@pytest.mark.usefixtures("geo")
def test_it_can_be_asked_from_the_pipe(event: Path) -> None:
    before = called("query", str(event), "--treaty", "nato-1949", "--bearer", "DEU", "--format", "json")
    after = called(
        "query", "-", "--treaty", "nato-1949", "--bearer", "DEU", "--format", "json", text=called("locate", str(event)).stdout
    )
    verdicts = [
        {row["verdict"] for row in json.loads(done.stdout)["duties"] if row["duty"] == "defend"} for done in (before, after)
    ]
    assert verdicts == [{"depends"}, {"owed"}]


@pytest.mark.usefixtures("geo")
def test_a_second_time_changes_nothing(event: Path) -> None:
    once = called("locate", str(event)).stdout
    again = called("locate", "-", text=once)
    assert (again.stdout, again.stderr, again.returncode) == (once, "", 0)


@pytest.mark.usefixtures("geo")
def test_write_changes_the_file_itself(event: Path) -> None:
    printed = called("locate", str(event)).stdout
    done = called("locate", str(event), "--write")
    assert (done.returncode, event.read_text(encoding="utf-8")) == (0, printed)
    assert done.stdout == f"2 of 2 places resolved: {event}\n"
    assert called("locate", str(event), "--write").stdout == f"no place has coordinates alone: {event}\n"


@pytest.mark.usefixtures("geo")
def test_a_mark_of_utf_8_and_ends_of_lines_stay(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"
    data = b"\xef\xbb\xbf" + EVENT.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    assert called("locate", str(path), "--write").returncode == 0
    after = path.read_bytes()
    assert (
        after.startswith(b"\xef\xbb\xbfevent: Two raids\r\n")
        and after.count(b"\n") == after.count(b"\r\n") == data.count(b"\n") + 2
    )


@pytest.mark.usefixtures("geo")
def test_what_is_printed_has_the_bytes_of_the_file(tmp_path: Path) -> None:
    text = EVENT.replace("Two raids", "Zwei Überfälle").replace("\n", "\r\n")
    done = called("locate", "-", text=text, PYTHONIOENCODING="ascii")
    assert "event: Zwei Überfälle\r\n" in done.stdout and "\r\n      territory_of: POL  #" in done.stdout
    assert done.stdout.count("\n") == done.stdout.count("\r\n")


@pytest.mark.usefixtures("geo")
def test_json_takes_no_comments_and_says_so_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    given = {
        "event": "e",
        "date": "1985-05-01",
        "kind": "bombardment",
        "by": "USSR",
        "on": "POL",
        "place": {"lat": 52.2, "lon": 21},
    }
    path.write_text(json.dumps(given), encoding="utf-8")
    done = called("locate", str(path))
    assert json.loads(done.stdout)["place"] == {"lat": 52.2, "lon": 21, "territory_of": "POL"}
    assert "boundaries as of today, without room for a comment" in done.stderr
    assert "CHECK: boundaries as of today, not of 1985-05-01" in done.stderr


@pytest.mark.usefixtures("geo")
def test_what_is_not_resolved_is_told_and_left(tmp_path: Path) -> None:
    text = EVENT.replace("52.2 ", "54.4 ").replace("21.0", "19.9")  # near Kaliningrad
    done = called("locate", "-", "--strict", text=text)
    assert done.returncode == 4
    assert "TL1001" in done.stderr and "`territory_of: POL`" in done.stderr and "`territory_of: RUS`" in done.stderr
    assert "territory_of" not in done.stdout


@pytest.mark.usefixtures("geo")
def test_an_event_that_names_its_places_is_not_touched() -> None:
    for path in sorted((ROOT / "events").glob("*.yaml"))[::7]:
        done = called("locate", str(path))
        situation = read_event(path)
        alone = [act for act in situation.acts if act.place and act.place.latitude is not None and not (act.place.territory or act.place.territory_of or act.place.sea or act.place.region)]  # fmt: skip
        assert alone or (done.stdout == path.read_text(encoding="utf-8") and done.returncode == 0), path


@pytest.mark.usefixtures("geo")
@pytest.mark.parametrize("named", ["territory_of: unknown", "territory: svalbard", "sea: baltic_sea", "region: europe"])
def test_what_is_named_is_not_named_again(named: str) -> None:
    text = f"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: {{lat: 52.2, lon: 21.0, {named}}}\n"
    assert called("locate", "-", text=text).stdout == text


@pytest.mark.usefixtures("geo")
def test_json_for_other_programs(event: Path) -> None:
    found = json.loads(called("locate", str(event), "--format", "json").stdout)
    assert found["schema"] == "treatylang/located/1" and found["map"]["sure_km"] == 25
    first, second = found["places"]
    assert (first["act"], first["resolved"], first["cores"]) == ("act1", {"territory_of": "POL"}, ["europe"])
    assert second["doubts"] == ["DISPUTED: held of UKR and held under RUS; the map is no finding"]


@pytest.mark.usefixtures("geo")
def test_a_text_that_cannot_be_edited_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"
    text = "event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace:\n  lat: 52.2\n  lon: |-\n    21.0\nnote: n\n"
    path.write_text(text, encoding="utf-8")
    done = called("locate", str(path), "--write")
    assert done.returncode == 1 and "TL1004" in done.stderr and "`territory_of: POL`" in done.stderr
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("geo")
@pytest.mark.parametrize("code", ["TL1001", "TL1002", "TL1004"])
def test_the_page_of_a_code_shows_what_is_so(code: str, tmp_path: Path, cache: Path) -> None:
    shown = {heading: text for heading, _, text in pages.examples(pages.page(code) or "")}
    for heading in shown:
        (tmp_path / heading).mkdir()
    printed = {heading: Folder(tmp_path / heading, cache).run(text)[0] for heading, text in shown.items()}
    assert code in printed["Wrong"] and "TL10" not in printed["Right"] and "territory_of" in printed["Right"]


# ------------------------------------------------------------------------------------------------ a point
@pytest.mark.usefixtures("geo")
def test_a_point_alone() -> None:
    done = called("locate", "--at", "-51.8", "-59.9", "--date", "1982-04-02", "--land")
    assert done.returncode == 0
    assert done.stdout.startswith("territory: falkland_islands  # Natural Earth")
    assert "CHECK: boundaries as of today, not of 1982-04-02; DISPUTED: contested by GBR, ARG and held under ARG" in done.stdout
    assert "in the core of" not in done.stdout
    done = called("locate", "--at", "48.14", "11.58")
    assert done.stdout == (
        "territory_of: DEU  # Natural Earth 1:110m as carried by pyogrio; boundaries as of today\n"
        "# in the core of europe by the vocabulary: an answer finds that by the coordinates\n"
    )


@pytest.mark.usefixtures("geo")
def test_a_point_that_is_not_resolved() -> None:
    done = called("locate", "--at", "40.71", "-74.01", "--strict")
    assert done.returncode == 4
    assert "TL1001" in done.stderr and "`territory_of: USA`, the sea; `zone: land`" in done.stderr
    assert done.stdout == "# in the core of north_america by the vocabulary: an answer finds that by the coordinates\n"


# ------------------------------------------------------------------------------------------------ wrong use
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name an EVENT, or a point"),
        (("e.yaml", "--at", "1", "2"), "name an EVENT, or a point"),
        (("--at", "1"), "requires 2 arguments"),
        (("--at", "91", "2"), "LAT is a number from -90 to 90, not '91'"),
        (("--at", "1", "181"), "LON is a number from -180 to 180"),
        (("--at", "nan", "2"), "LAT is a number"),
        (("--at", "1e999", "2"), "LAT is a number"),
        (("--at", "52.2N", "21E"), "LAT is a number"),
        (("--at", "1", "2", "--date", "2001-02-30"), "no day '2001-02-30'"),
        (("--at", "1", "2", "--date", "0000"), "no day '0000'"),
        (("--at", "1", "2", "--write"), "--write changes a file"),
        (("-", "--write"), "--write changes a file"),
        (("e.yaml", "--date", "2001"), "go with --at"),
        (("e.yaml", "--land"), "go with --at"),
        (("--at", "1", "2", "--format", "xml"), "xml"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], words: str) -> None:
    done = called("locate", *arguments)
    assert done.returncode == 2 and words in done.stderr and not done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "TL0601"),
        (b"just a text", "TL0602"),
        (b"[1, 2]", "TL0602"),
        (b"\xff\xfe", "TL0102"),
        (b"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: {lat: 91, lon: 21.0}\n", "TL0606"),
        (b"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: {lat: 52.2}\n", "TL0604"),
        (b"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: &here {lat: 52.2, lon: 21.0}\n", "TL0602"),
        (b"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: *here\n", "TL0602"),
        (b"event: e\ndate: 2015-05-01\nkind: bombardment\nby: RUS\non: POL\nplace: {lat: .nan, lon: .inf}\n", "TL0606"),
        (b"x" * 70_000, "TL0101"),
    ],
)
def test_what_is_no_event_is_refused_as_a_query_refuses_it(text: bytes, code: str) -> None:
    done = called("locate", "-", text=text)
    assert done.returncode == 1 and code in done.stderr and not done.stdout
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there() -> None:
    done = called("locate", "nowhere.yaml")
    assert done.returncode == 1 and "TL0801" in done.stderr


@pytest.mark.usefixtures("geo")
def test_a_folder_that_cannot_be_written(event: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays whole; permissions do not keep the owner of the machine out, so the system's refusal is played."""
    import tempfile

    from treatylang.command.files import write_whole

    def refuse(**_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(InputError) as caught:
        write_whole(event, "half")
    assert caught.value.diagnostics[0].code == "TL0801" and event.read_text(encoding="utf-8") == EVENT


# ------------------------------------------------------------------------------------------------ without the extra
def test_without_the_extra_it_says_how_to_get_it(event: Path) -> None:
    done = treaty("locate", str(event), program=NO_EXTRA)
    assert done.returncode == 2 and "pip install 'treatylang[geo]'" in done.stderr
    assert "Traceback" not in done.stderr and not done.stdout


def test_a_query_does_not_need_the_extra_and_says_what_it_gives(event: Path) -> None:
    arguments = ("query", str(event), "--treaty", "nato-1949")
    with_it, without = called(*arguments), treaty(*arguments, program=NO_EXTRA)
    assert with_it.returncode == without.returncode == 0 and with_it.stdout == without.stdout
    assert "only coordinates tell where act1 took place: `treaty locate` names what they lie in" in without.stdout


def test_a_query_that_does_not_hang_on_the_place_says_nothing_of_it(event: Path) -> None:
    event.write_text(EVENT.replace("lon: 21.0", "lon: 21.0\n      territory_of: POL"), encoding="utf-8")
    assert "treaty locate" not in called("query", str(event), "--treaty", "nato-1949").stdout


@pytest.mark.usefixtures("geo")
@pytest.mark.parametrize("broken", [b"", b"no shapes"])
def test_a_map_that_is_missing_or_broken_is_told_of(broken: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyogrio

    folder = tmp_path / "pyogrio"
    if broken:
        file = folder / map_of_the_world.FILE
        file.parent.mkdir(parents=True)
        file.write_bytes(broken)
    monkeypatch.setattr(pyogrio, "__file__", str(folder / "__init__.py"))
    with pytest.raises(InputError) as caught:
        map_of_the_world.world.__wrapped__()
    (found,) = caught.value.diagnostics
    assert found.code == "TL1003" and "pyogrio" in found.message and found.hint


def test_asking_imports_nothing_of_it() -> None:
    """Neither a query nor the front door pays for the map."""
    import subprocess

    program = (
        "import sys, treatylang.command.query; print([m for m in sys.modules if 'locating' in m or m in ('shapely', 'pyogrio')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


# ------------------------------------------------------------------------------------------------ from Python
@pytest.mark.usefixtures("geo")
def test_a_program_may_ask_as_well() -> None:
    from treatylang.locating import locate

    found = locate(52.2, 21.0, "2015-05-01", load().plan.vocabulary)
    assert (found.field, found.value) == ("territory_of", "POL")
