"""Every command but `query`, and the page that documents all of them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from tests.command.running import ATTACK, LIBRARY, QUIET, ROOT, UNCLEAR, called
from treatylang.command.app import app
from treatylang.command.exits import worst
from treatylang.command.reference import reference
from treatylang.diagnostics import pages
from treatylang.events.read import read_tree
from treatylang.events.schema import typed
from treatylang.text.source import Source

GOOD = 'treaty example-1949 "An example"\n  in force since 1949-08-24\n\nparties\n  FRA GBR  since 1949-08-24\n'
UNTIDY = GOOD.replace("  FRA GBR  since", "  FRA GBR     since") + "# a remark\n"
FORMATTED = "example-1949.treaty"


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=text)


def small(*arguments: str) -> Result:
    return run(*arguments, "--library", LIBRARY)


# ------------------------------------------------------------------------------------------------ why


def test_why_by_id() -> None:
    done = small("why", ATTACK, "meadow-1950:5[attack]/BEL>ITA")
    assert done.exit_code == 0
    assert done.stdout.startswith("BEL must defend ITA against ALB by measures deemed necessary: OWED\n")
    assert "presumed of every invasion" in done.stdout


def test_why_of_a_clause_is_of_all_whom_it_binds() -> None:
    done = small("why", ATTACK, "meadow-1950:5[attack]")
    assert done.stdout.count(": OWED") == 9


def test_why_by_bearer() -> None:
    few = small("why", ATTACK, "--bearer", "BEL", "--treaty", "meadow-1950")
    every = small("why", ATTACK, "--bearer", "BEL", "--treaty", "meadow-1950", "--all")
    assert few.exit_code == every.exit_code == 0
    assert "NOT OWED" not in few.stdout and "NOT OWED" in every.stdout


def test_why_as_json() -> None:
    made = json.loads(small("why", ATTACK, "meadow-1950:5[attack]/BEL>ITA", "-f", "json").stdout)
    assert [each["id"] for each in made] == ["meadow-1950:5[attack]/BEL>ITA"]
    assert made[0]["why"]["value"] is True and made[0]["why"]["steps"]


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("meadow-1950:5[attack]/BEL>ITT", "meadow-1950:5[attack]/BEL>ITA"),
        ("meadow-1950:5[atack]", "meadow-1950:5[attack]"),
        ("meadow-1905:5[attack]/BEL>ITA", "meadow-1950"),
    ],
)
def test_why_of_an_unknown_duty_names_the_nearest(wanted: str, hint: str) -> None:
    done = small("why", ATTACK, wanted)
    assert done.exit_code == 2
    assert "TL0804" in done.stderr and f"did you mean `{hint}`" in done.stderr


def test_why_of_what_is_no_duty_tells_nothing_of_other_treaties() -> None:
    event = "event: x\ndate: 1952-02-10\nkind: invasion\nby: USSR\non: TUR\n"
    done = run("why", "-", "zzz", text=event)
    assert done.exit_code == 2 and "no duty `zzz`" in done.stderr
    assert "in force" not in done.stderr
    of_one = run("why", "-", "csto:CST 4", text=event)
    assert "note: csto: not in force on 1952-02-10" in of_one.stderr
    assert "note: csto: not in force on 1952-02-10" in run("why", "-", "zzz", "--treaty", "csto", text=event).stderr


def test_why_needs_to_be_told_what() -> None:
    assert small("why", ATTACK).exit_code == 2


def test_why_where_nothing_is_owed() -> None:
    absent = small("why", QUIET, "--bearer", "BEL")
    assert (absent.exit_code, absent.stdout) == (0, "Not in force on 1960-01-01: hedge-1980.\n")
    assert "--all" in small("why", QUIET, "--bearer", "CHN", "--treaty", "meadow-1950").stdout
    nobody = small("why", QUIET, "--bearer", "CHN", "--treaty", "meadow-1950", "--all")
    assert "--all" not in nobody.stdout and "no duty to explain" in nobody.stdout


def test_why_not_tells_what_fails_and_nothing_else() -> None:
    done = run("why", "events/nato-2001-911.yaml", "nato-1949:5(1)[forces]/ISL")
    assert "NOT OWED" in done.stdout and "✗ vessels struck" in done.stdout
    for needless in ("presumed", "lapses", "✓ grave", "New York is territory"):
        assert needless not in done.stdout
    other_kind = run("why", "events/nato-2001-911.yaml", "nato-1949:12/ISL").stdout
    assert "✗ terrorism by AL_QAEDA on USA, 2001-09-11, New York - not a request_for_review\n" in other_kind
    assert "AL_QAEDA is a party" not in other_kind
    out_of_force = run("why", "events/1914-08-04-belgium.yaml", "london-1839:1870 treaties[france]/GBR").stdout
    assert out_of_force.count("✗") == 2 and "one of" not in out_of_force and "this version of" in out_of_force
    assert "presumed" in run("why", "events/nato-2001-911.yaml", "nato-1949:5(1)[forces]/ISL", "--full").stdout


# ------------------------------------------------------------------------------------------------ check and fmt


def test_check_of_the_library_as_it_is() -> None:
    done = called("check", "--format", "json")
    assert done.returncode == (1 if any(each["severity"] == "error" for each in json.loads(done.stdout)) else 0)


def test_check_says_what_is_wrong_and_exits_with_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "example-1949.treaty", tmp_path / "other-1950.treaty"
    good.write_text(GOOD)
    done = run("check", str(good))
    assert (done.exit_code, done.stdout) == (0, "1 file, 1 treaty: no errors\n")
    bad.write_text(GOOD.replace("example-1949", "other-1950").replace("FRA", "FRX"))
    done = run("check", str(tmp_path))
    assert done.exit_code == 1
    assert "TL0302" in done.stderr
    assert done.stdout.endswith("2 files, 2 treaties: 1 error\n")
    assert json.loads(run("check", str(bad), "-f", "json").stdout)[0]["code"] == "TL0302"
    assert json.loads(run("check", str(bad), "-f", "sarif").stdout)["runs"][0]["results"][0]["ruleId"] == "TL0302"


def test_check_of_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.treaty", tmp_path):
        done = run("check", str(path))
        assert done.exit_code == 1
        assert "TL0801" in done.stderr
        assert json.loads(run("check", str(path), "-f", "json").stdout)[0]["code"] == "TL0801"


def test_a_file_may_refer_to_the_library_and_take_the_place_of_a_treaty(tmp_path: Path) -> None:
    path = tmp_path / "nato-1949.treaty"
    path.write_text((ROOT / "treaties" / "nato-1949.treaty").read_text())
    assert run("check", str(path)).exit_code == 0


def test_the_examples_of_the_pages_do_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("example.treaty", "example-1949.treaty"):
        Path(name).write_text('treaty example-1949 "An example"\n  in force since 1949-08-24\n')
    for code in ("TL0801", "TL0802", "TL0804"):
        for heading, _, text in pages.examples(pages.page(code) or ""):
            command = text.strip().splitlines()[-1].split()
            done = run(*command[1:])
            assert (code in done.stderr) is (heading == "Wrong"), (code, heading)
            assert done.exit_code == (0 if heading == "Right" else 2 if code == "TL0804" else 1)


def test_fmt_writes_once_and_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / FORMATTED
    path.write_text(UNTIDY)
    path.chmod(0o640)
    assert run("fmt", str(path), "--check").exit_code == 1
    assert path.read_text() == UNTIDY
    patch = run("fmt", str(path), "--diff")
    assert patch.exit_code == 0 and "-  FRA GBR     since" in patch.stdout
    assert path.read_text() == UNTIDY
    assert run("fmt", str(path)).exit_code == 0
    assert "# a remark" in path.read_text() and path.read_text() != UNTIDY
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert run("fmt", str(path)).exit_code == run("fmt", str(path), "--check").exit_code == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert [each.name for each in tmp_path.iterdir()] == [FORMATTED]


def test_fmt_follows_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / FORMATTED, tmp_path / "link.treaty"
    path.write_text(UNTIDY)
    link.symlink_to(path)
    assert run("fmt", str(link)).exit_code == 0
    assert link.is_symlink() and path.read_text() != UNTIDY


def test_fmt_leaves_a_broken_file_alone(tmp_path: Path) -> None:
    path = tmp_path / FORMATTED
    path.write_text("treaty x\n")
    done = run("fmt", str(path))
    assert done.exit_code == 1 and "error[TL02" in done.stderr
    assert path.read_text() == "treaty x\n"


def test_fmt_of_standard_input() -> None:
    done = run("fmt", "-", text=UNTIDY)
    assert done.exit_code == 0 and "FRA GBR  since" in done.stdout
    assert run("fmt", "-", "--check", text=UNTIDY).exit_code == 1
    assert run("fmt", "-", "other", text=UNTIDY).exit_code == 2


# ------------------------------------------------------------------------------------------------ looking things up


def test_list_and_show() -> None:
    assert small("list").stdout.splitlines()[1].startswith("meadow-1950")
    assert "not in force" in small("list", "--date", "1970-01-01").stdout
    done = small("show", "meadow-1950", "--date", "1960-01-01")
    assert done.exit_code == 0 and "10 parties on 1960-01-01" in done.stdout
    near = small("show", "meadow-1905")
    assert near.exit_code == 2 and "did you mean `meadow-1950`" in near.stderr
    for command in (["list"], ["show", "meadow-1950"]):
        assert "TL0501" in small(*command, "--date", "1960-13-01").stderr


def test_a_treaty_that_fewer_than_two_are_left_of_is_not_in_force() -> None:
    listed = {line.split()[0]: line for line in run("list", "--date", "2022-01-01").stdout.splitlines()}
    for name in ("dual-alliance-1879", "franco-russian-1892", "ottoman-german-1914", "soviet-czech-1935"):
        assert "not in force  0 parties" in listed[name], name
    assert "  in force      3 parties" in listed["anzus-1951"]
    assert "  in force      2 parties" in run("list", "--date", "1936-01-01").stdout.partition("\nsoviet-czech-1935")[2]


def test_show_on_a_day_gives_what_is_in_force_then() -> None:
    before = run("show", "nato-1949", "--date", "1940-01-01").stdout
    assert "not in force on 1940-01-01\n" in before
    assert "Article" not in before and "area" not in before and "parties" not in before
    gone = run("show", "soviet-czech-1935", "--date", "2022-01-01").stdout
    assert "not in force on 2022-01-01 (fewer than two parties are left)\n" in gone and "Article" not in gone
    assert "Article" in run("show", "nato-1949", "--date", "1960-01-01").stdout


def test_show_lists_the_corners_of_a_polygon() -> None:
    area = run("show", "tiar-1947").stdout
    assert "    90N 10W, 74N 10W, 47.5N 50W, 35N 60W, 20N 60W\n" in area and "65.5N 168.9681W, 90N 168.9681W\n" in area


def test_every_treaty_of_the_library_can_be_shown() -> None:
    for path in sorted((ROOT / "treaties").glob("*.treaty")):
        done = run("show", path.stem)
        assert done.exit_code == 0, done.output


def test_states() -> None:
    assert small("states", "FRA").stdout.startswith("FRA  France")
    assert small("states", "frAnc").exit_code == 0
    german = [line.split()[0] for line in run("states", "255").stdout.splitlines()]
    assert german == ["DEU", "GERREICH", "PRUSSIA"]
    assert [line.split()[0] for line in run("states", "002").stdout.splitlines()] == ["USA"]
    assert run("states", "9999").exit_code == 2
    done = small("states", "Frence")
    assert done.exit_code == 2 and "did you mean `France`" in done.stderr


def test_vocabulary() -> None:
    sorts = small("vocabulary").stdout
    assert sorts.splitlines()[0].startswith("kinds")
    for sort in sorts.splitlines():
        assert small("vocabulary", sort.split()[0]).exit_code == 0
    entry = small("vocabulary", "kinds", "armed_attack").stdout
    assert "needs: grave" in entry and "roles: by attacker, on victim" in entry
    assert small("vocabulary", "armed_attack").stdout == entry
    assert "presumed" in small("vocabulary", "facts").stdout
    for wrong in (["kinds", "armed_atack"], ["armed_atack"]):
        assert "did you mean `armed_attack`" in small("vocabulary", *wrong).stderr
    assert small("vocabulary", "kinda", "armed_attack").exit_code == 2


def test_every_word_can_be_looked_up() -> None:
    from treatylang.api import load
    from treatylang.rendering.layout import plain
    from treatylang.rendering.vocabulary_text import SORTS, word_text

    words = load().plan.vocabulary
    for sort in SORTS:
        for word in getattr(words, sort):
            text = plain(word_text(words, sort, word, 100))
            assert text.startswith(word) and "object at" not in text and "Spell(" not in text, text


def test_schemas() -> None:
    decision = json.loads(small("schema", "decision").stdout)
    answer = json.loads(small("query", ATTACK, UNCLEAR, "-f", "json").stdout)
    jsonschema.validate(answer, decision)
    event = json.loads(small("schema", "event").stdout)
    tree, _ = read_tree(Source("attack.yaml", Path(ATTACK).read_text()))
    assert tree is not None
    jsonschema.validate(typed(tree), event)
    assert run("schema", "treaty").exit_code == 2


def test_explain_code() -> None:
    assert run("explain-code", "tl0302").stdout.startswith("# TL0302: unknown state\n")
    done = run("explain-code", "TL9999")
    assert done.exit_code == 2 and "TL0804" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    done = run("completion", shell)
    assert done.exit_code == 0 and "_TREATY_COMPLETE" in done.stdout


def test_completion_completes() -> None:
    done = called(_TREATY_COMPLETE="bash_complete", COMP_WORDS="treaty ch", COMP_CWORD="1")
    assert done.stdout == "plain,check\n"


def test_a_near_command_is_named() -> None:
    done = run("chek")
    assert done.exit_code == 2 and "Did you mean 'check'" in done.stderr


def test_the_worst_of_several() -> None:
    assert worst([0, 4, 0]) == 4
    assert worst([4, 1]) == 1
    assert worst([]) == 0


# ------------------------------------------------------------------------------------------------ the page


def test_the_page_of_commands_is_up_to_date() -> None:
    """Else: python -m treatylang.command.reference > docs/commands.md"""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == reference()


def test_every_command_and_option_is_on_the_page_with_a_word_about_it() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in app.commands.items():
        section = page.split(f"## treaty {name}\n", 1)[1].split("\n## ", 1)[0]
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (name, parameter.name)
                assert all(opt in section for opt in parameter.opts), (name, parameter.opts)


def test_only_the_command_line_imports_click() -> None:
    for path in (ROOT / "treatylang").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "import click" in text or "from click" in text:
            assert path.parent.name == "command", path


def test_why_not_tells_what_stands_between() -> None:
    done = run("why", "events/nato-1982-falklands.yaml", "--treaty", "nato-1949", "--not")
    assert done.exit_code == 0
    told = " ".join(done.stdout.split())
    assert "fails when armed attack on territory of a party in treaty area - Stanley is not in europe" in told
    assert "owed if the invasion were on territory of a party in treaty area instead of at Stanley" in told
    assert "GRC, TUR and DEU: fails when armed attack on vessels" in told  # no parties yet in 1951
    assert "cannot be owed on this day: vessels area is in the text only until 1952-02-15" in told
    assert "14 states (BEL, CAN, DNK, FRA, ISL, ITA ...)" in told and "PRT, USA, GRC" not in told
    assert "PRT, USA, GRC" in run("why", "events/nato-1982-falklands.yaml", "--not", "--full").stdout
    made = json.loads(run("why", "events/nato-1982-falklands.yaml", "--treaty", "nato-1949", "--not", "-f", "json").stdout)
    assert {each["verdict"] for each in made} == {"not_owed"}
    assert any(each["nearest"] for each in made)
    assert {tuple(change) for each in made for change in each["nearest"]} == {("words", "value", "was", "basis")}


def test_what_is_nearest_is_the_same_in_every_answer() -> None:
    """Of a duty that is not owed `query` and `why` tell the changes that `why --not` has tried."""
    asked = ("events/nato-1982-falklands.yaml", "--treaty", "nato-1949", "-f", "json")
    told = {each["id"]: each["nearest"] for each in json.loads(run("why", *asked, "--not").stdout)}
    assert any(told.values())
    for more in (("why", *asked, "--all"), ("query", *asked, "--all", "--why", "--standing")):
        made = json.loads(run(*more).stdout)
        duties = made["duties"] if more[0] == "query" else made
        assert {each["id"]: each["nearest"] for each in duties if "nearest" in each} == told
        assert all(("nearest" in each) is (each["verdict"] == "not_owed") for each in duties)
    assert "nearest" not in run("query", *asked, "--all").stdout


def test_why_not_asks_the_treaties_of_the_event_where_none_is_named() -> None:
    done = run("why", "events/csto-2020-karabakh.yaml", "--not")
    assert done.exit_code == 0 and "csto, CST 4(2)" in done.stdout
    assert "would have the right if" in done.stdout  # the council may suspend one who breaches
    assert "text of 2010-12-10" in done.stdout


def test_why_not_names_the_treaties_that_are_not_in_force() -> None:
    event = "event: x\ndate: 1952-02-10\nkind: invasion\nby: USSR\non: TUR\n"
    done = run("why", "-", "--not", "--treaty", "nato-1949", "--treaty", "csto", text=event)
    assert "Not in force on 1952-02-10: csto." in done.stdout
    none = run("why", "-", "--not", "--treaty", "csto", text=event)
    assert none.stdout == "Not in force on 1952-02-10: csto.\n"
