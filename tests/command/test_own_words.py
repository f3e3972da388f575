"""Words that only treaties define, at the command line: asked, listed, in the schema, and in what would change an answer."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from tests.command.running import called
from treatylang.command.app import app
from treatylang.events.read import read_tree
from treatylang.events.schema import typed
from treatylang.text.source import Source

HEAD = "  in force since 1900-01-01\n\nparties\n  FRA ESP PRT ITA  since 1900-01-01\n\n"
RAYS = (
    'treaty rays-1900 "Rays"\n'
    + HEAD
    + 'kind ray_attack "an attack by rays"\n  is use_of_force\n  by attacker on victim\nfact bright "the ray is bright"\n  of act\n'
    + 'article "1"\n  when ray_attack on a party\n  then every other party must defend the victim\n  unless the act is bright\n'
)
SUNS = (
    'treaty suns-1900 "Suns"\n'
    + HEAD
    + 'kind sunrise "the sun rises"\n  is act\n  by riser\nfact bright "the sun is bright"\n  of act\n'
    + 'article "1"\n  when sunrise\n  then every party must consult every other party\n  only if the act is bright\n'
    + 'article "2"\n  when use_of_force on a party\n  then every other party must assist the victim\n'
)
EVENT = "event: e\ndate: 1960-05-05\nkind: {kind}\nby: TUR\non: FRA\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "rays-1900.treaty").write_text(RAYS)
    (tmp_path / "suns-1900.treaty").write_text(SUNS)
    return tmp_path


def run(library: Path, *arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, [*arguments, "--library", str(library)], input=text)


def test_an_event_is_asked_in_the_words_of_a_treaty(library: Path) -> None:
    happened = EVENT.format(kind="ray_attack") + "rays-1900:bright: false\n"
    owed = json.loads(run(library, "query", "-", "-f", "json", text=happened).stdout)["duties"]
    assert {each["id"] for each in owed if each["verdict"] == "owed"} == {
        f"{article}/{code}>FRA" for article in ("rays-1900:1", "suns-1900:2") for code in ("ESP", "PRT", "ITA")
    }
    one = json.loads(run(library, "query", "-", "-f", "json", "--treaty", "suns-1900", text=happened).stdout)["duties"]
    assert {each["treaty"] for each in one if each["verdict"] == "owed"} == {"suns-1900"}


def test_what_is_open_is_told_by_a_name_that_an_event_can_have(library: Path) -> None:
    asked = json.loads(
        run(library, "query", "-", "-f", "json", "--treaty", "rays-1900", text=EVENT.format(kind="ray_attack")).stdout
    )
    assert {atom["word"] for each in asked["duties"] for atom in each["depends_on"]} == {"rays-1900:bright"}


def test_a_folder_is_its_own_dictionary(library: Path) -> None:
    done = run(library, "query", "-", text=EVENT.format(kind="habsburg_restoration"))
    assert done.exit_code == 1 and "TL0301" in done.stderr
    there = called("query", "-", text="event: e\ndate: 1926-05-01\nkind: habsburg_restoration\nby: AUT\n")
    assert there.returncode == 0 and "franco-czech-1924-25" in there.stdout
    unknown = called("query", "-", text="event: e\ndate: 1926-05-01\nkind: ray_attack\nby: AUT\n")
    assert unknown.returncode == 1 and "TL0301" in unknown.stderr


def test_a_word_of_two_meanings(library: Path) -> None:
    done = run(library, "query", "-", text=EVENT.format(kind="bombardment") + "bright: true\n")
    assert done.exit_code == 1
    assert "error[TL0620]: `bright` means one thing in `rays-1900` and another in `suns-1900`" in done.stderr
    assert "hint: write `rays-1900:bright` or `suns-1900:bright`" in done.stderr


def test_a_cached_library_answers_alike(library: Path) -> None:
    (library / "event.yaml").write_text(EVENT.format(kind="ray_attack") + "suns-1900:bright: true\nrays-1900:bright: unknown\n")
    asked = ("query", str(library / "event.yaml"), "-f", "json", "--library", str(library))
    cold, warm, none = (called(*asked, TREATYLANG_CACHE=str(folder)) for folder in (library / "c", library / "c", ""))
    assert cold.returncode == 0 and cold.stdout == warm.stdout == none.stdout


def test_words_are_listed_with_their_treaty(library: Path) -> None:
    listed = run(library, "vocabulary", "kinds").stdout
    assert "an attack by rays (of rays-1900)" in listed
    facts = " ".join(run(library, "vocabulary", "facts").stdout.split())
    assert (
        "rays-1900:bright the ray is bright (of rays-1900)" in facts
        and "suns-1900:bright the sun is bright (of suns-1900)" in facts
    )
    entry = run(library, "vocabulary", "kinds", "ray_attack").stdout
    assert "a word of: rays-1900" in entry and "use_of_force" in entry
    assert run(library, "vocabulary", "rays-1900:ray_attack").stdout == entry
    both = run(library, "vocabulary", "bright").stdout
    assert "the ray is bright" in both and "the sun is bright" in both
    assert "the sun is bright" not in run(library, "vocabulary", "facts", "rays-1900:bright").stdout
    assert "did you mean `ray_attack`" in run(library, "vocabulary", "ray_atack").stderr


def test_the_schema_takes_what_the_reader_takes(library: Path) -> None:
    schema = json.loads(run(library, "schema", "event").stdout)

    def taken(text: str) -> bool:
        tree, _ = read_tree(Source("e.yaml", text))
        assert tree is not None
        read = run(library, "query", "-", text=text).exit_code == 0
        assert read is jsonschema.Draft202012Validator(schema).is_valid(typed(tree)), text
        return read

    assert taken(EVENT.format(kind="ray_attack"))
    assert taken(EVENT.format(kind="rays-1900:ray_attack") + "rays-1900:bright: true\npresume: ['suns-1900:bright']\n")
    assert not taken(EVENT.format(kind="ray_attak"))
    assert not taken(EVENT.format(kind="suns-1900:ray_attack"))
    assert not taken(EVENT.format(kind="ray_attack") + "bright: true\n")


def test_what_would_change_an_answer_may_be_a_word_of_a_treaty(library: Path) -> None:
    text = EVENT.format(kind="blockade").replace("on: FRA", "on: GRC")
    told = run(library, "why", "-", "--not", "--treaty", "suns-1900", text=text).stdout
    assert "there were a sunrise" in " ".join(told.split())
