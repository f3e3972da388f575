"""The cache of the compiled library: the same answers, never a stale or damaged plan, safe in parallel."""

from __future__ import annotations

import marshal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lark.exceptions import UnexpectedInput

from tests.asking import HEAD, event
from treatylang.api import decide, read_event
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library import answers, cache, store
from treatylang.library.files import read_texts
from treatylang.library.load import load_library
from treatylang.library.parsers import parser
from treatylang.syntax import grammar

RULE = 'article "1" when armed_attack on a party then every other party must defend the victim\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one treaty, and a cache of its own."""
    monkeypatch.setenv("TREATYLANG_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "treaties"
    folder.mkdir()
    (folder / "pact-1900.treaty").write_text(HEAD + RULE, encoding="utf-8")
    return folder


def plans(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").glob("*.plan"))


def answer(folder: Path, note: str = "plain") -> object:
    library = load_library(str(folder))
    situation = read_event(event(f"kind: bombardment\nby: DEU\non: FRA\nnote: {note}"), library)
    return decide(situation, library=library)


def test_warm_answers_are_the_cold_ones(own: Path, tmp_path: Path) -> None:
    cold = answer(own)
    assert [path.suffix for path in plans(tmp_path)] == [".plan"]
    assert answer(own) == cold
    assert len(plans(tmp_path)) == 1


def test_the_whole_library_comes_back_as_it_went_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from treatylang.library.load import compile_files

    monkeypatch.setenv("TREATYLANG_CACHE", str(tmp_path))
    plan = compile_files(read_texts(None).all).require()
    cache.store("k", plan, frozenset({"x"}))
    stored = cache.fetch("k")
    assert stored is not None and stored.bodies == {"x"} and stored.plan.successions == plan.successions
    for name, treaty in plan.treaties.items():
        back = stored.plan.treaties[name]
        for clause, late in zip(treaty.clauses, back.clauses, strict=True):
            assert {field: getattr(late, field) for field in clause.__match_args__} == {
                field: getattr(clause, field) for field in clause.__match_args__
            }
        for field in set(treaty.__match_args__) - {"clauses", "vocabulary"}:
            assert getattr(back, field) == getattr(treaty, field)
        for field in treaty.vocabulary.__match_args__:
            assert getattr(back.vocabulary, field) == getattr(treaty.vocabulary, field)
    assert dict(stored.plan.treaties) == {name: stored.plan.treaties[name] for name in plan.treaties}


def test_a_changed_file_is_never_answered_from_an_old_plan(own: Path, tmp_path: Path) -> None:
    first = answer(own)
    (own / "pact-1900.treaty").write_text(HEAD + RULE.replace("defend", "consult"), encoding="utf-8")
    assert answer(own) != first
    assert len(plans(tmp_path)) == 2


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "garbage", "folder"])
def test_a_damaged_plan_is_compiled_again(own: Path, tmp_path: Path, damage: str) -> None:
    good = answer(own)
    (path,) = plans(tmp_path)
    data = path.read_bytes()
    broken = {
        "empty": b"",
        "cut": data[: len(data) // 2],
        "flipped": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        "garbage": b"\x80\x04x",
    }
    path.unlink()
    if damage == "folder":
        path.mkdir()
    else:
        path.write_bytes(broken[damage])
    assert answer(own) == good


@pytest.mark.parametrize("suffix", [".words", ".parser"])
@pytest.mark.parametrize("damage", ["cut", "resealed"])
def test_a_damaged_vocabulary_or_parser_is_made_again(own: Path, tmp_path: Path, suffix: str, damage: str) -> None:
    parser.cache_clear()
    good = answer(own)
    found = {path.suffix: path for path in (tmp_path / "cache").iterdir()}
    assert {".plan", ".words", ".parser"} <= set(found)
    found[".plan"].unlink()
    if damage == "cut":
        found[suffix].write_bytes(found[suffix].read_bytes()[:-5])
    else:  # a checksum that fits, and data that were never ours
        store.write(found[suffix].name, marshal.dumps(["what", {"is": "this"}]), 8)
    parser.cache_clear()
    assert answer(own) == good
    parser.cache_clear()


def test_a_kept_parser_parses_like_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TREATYLANG_CACHE", str(tmp_path))
    texts = [data.decode() for data in read_texts(None).all.values()]
    kept = grammar.unpacked(marshal.loads(marshal.dumps(grammar.packed(grammar.parser()))))
    for text in texts:
        assert kept.parse(text, start="start") == grammar.parser().parse(text, start="start")
    with pytest.raises(UnexpectedInput) as new:
        grammar.parser().parse("treaty x", start="start")
    with pytest.raises(UnexpectedInput) as old:
        kept.parse("treaty x", start="start")
    assert str(new.value) == str(old.value)


def test_words_of_the_user_are_never_taken_from_the_cache(own: Path) -> None:
    """A folder with a vocabulary of its own in the place of one of the library's is compiled from its texts."""
    (own / "vocabulary").mkdir()
    acts = read_texts(None).words["treaties/vocabulary/acts.treaty"].decode()
    (own / "vocabulary" / "acts.treaty").write_text(acts.replace("bombardment", "shelling"), encoding="utf-8")
    with pytest.raises(InputError):
        answer(own)


def test_a_cache_that_cannot_be_written_is_no_error(own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    good = answer(own)
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in (str(tmp_path / "file" / "below"), ""):
        monkeypatch.setenv("TREATYLANG_CACHE", place)
        assert answer(own) == good


def test_the_plan_holds_nothing_that_runs(own: Path, tmp_path: Path) -> None:
    """The data is read by `marshal`, never by `pickle`."""
    answer(own)
    (path,) = plans(tmp_path)
    data = path.read_bytes()[len(b"treatylang cache 1\n") + 32 :]
    allowed = (tuple, list, dict, frozenset, str, int, float, bool, bytes, type(None))

    def walk(value: object) -> None:
        assert isinstance(value, allowed)
        if isinstance(value, dict):
            value = (*value.keys(), *value.values())
        if isinstance(value, tuple | list | frozenset):
            for each in value:
                walk(each)

    walk(marshal.loads(data))


def test_threads_and_processes_at_once(own: Path, tmp_path: Path) -> None:
    good = answer(own)
    for path in plans(tmp_path):
        path.unlink()
    script = (
        "import sys, treatylang\n"
        "library = treatylang.load(sys.argv[1])\n"
        "print(len(treatylang.decide({'event': 'e', 'date': '1960-05-05', 'kind': 'bombardment', 'by': 'DEU', 'on': 'FRA'}, library=library).duties))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(own)], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert all(each == good for each in pool.map(lambda _: answer(own), range(8)))
    assert {each.communicate()[0].strip() for each in running} == {"3"}
    assert not list((tmp_path / "cache").glob("*.tmp"))


def test_old_plans_are_tidied_away(own: Path, tmp_path: Path) -> None:
    for number in range(12):
        (own / "pact-1900.treaty").write_text(HEAD + RULE + f"# {number}\n", encoding="utf-8")
        load_library(str(own))
    assert len(plans(tmp_path)) <= 8


def test_the_tree_of_an_event_is_kept_and_not_trusted_blindly(own: Path, tmp_path: Path) -> None:
    good = answer(own)
    assert not list((tmp_path / "cache").glob("*.event"))  # a plain one is read as quickly from its text
    long = "over\n  two lines"
    assert answer(own, long) == good
    (kept,) = (tmp_path / "cache").glob("*.event")
    assert answer(own, long) == good
    for damage in (b"", kept.read_bytes()[:-3], b"garbage"):
        kept.write_bytes(damage)
        assert answer(own, long) == good


def test_an_event_with_a_complaint_is_not_kept(own: Path, tmp_path: Path) -> None:
    library = load_library(str(own))
    for _ in range(2):
        with pytest.raises(InputError, match="TL060"):
            read_event("event: x\ndate: 1960-05-05\ndate: 1960-05-06\nkind: invasion\nby: DEU\non: FRA\n", library)
    assert not list((tmp_path / "cache").glob("*.event"))


def test_a_very_long_answer_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TREATYLANG_CACHE", str(tmp_path))
    most = "\u00e4" * (512 * 1024 - 1) + "a"  # with the exit code exactly 1 MiB
    answers.store_answer("most", 0, most)
    assert answers.fetch_answer("most") == (0, most)
    answers.store_answer("more", 0, most + "a")
    assert answers.fetch_answer("more") is None
    assert [path.name for path in tmp_path.iterdir()] == ["most.answer"]
