"""The library that comes with the program: whole, checked, and independent of the order of its files."""

from __future__ import annotations

import random

import pytest

from tests.asking import event, real
from treatylang.api import decide, read_event
from treatylang.library.files import read_texts
from treatylang.library.load import Library, compile_files
from treatylang.model.conditions import EVERY
from treatylang.model.time import is_day

ENCODED = (
    "anglo-polish-1939", "anzus-1951", "csto", "dual-alliance-1879", "eu-teu-42-7", "franco-czech-1924-25", "london-1839",
    "molotov-ribbentrop-1939", "nato-1949", "nato-hague-2025", "nato-vilnius-2023", "nato-wales-2014", "ottoman-german-1914", "seato-1954",
    "soviet-czech-1935", "tiar-1947", "tripartite-1940", "triple-alliance-1882", "triple-alliance-1912", "un-charter-1945",
    "us-japan-1960", "us-philippines-1951", "warsaw-pact-1955",
)  # fmt: skip


def test_what_is_encoded() -> None:
    assert set(ENCODED) <= set(real().treaties)


def test_no_errors_and_no_warnings() -> None:
    compiled = compile_files(read_texts(None).all)
    assert [f"{each.code} {each.citation}: {each.message}" for each in compiled.diagnostics] == []


@pytest.mark.parametrize("name", sorted(real().treaties))
def test_every_clause_that_binds_cites_its_article_and_has_words(name: str) -> None:
    treaty = real().plan.treaties[name]
    for clause in treaty.clauses:
        assert clause.article
        assert clause.summary, f"{name}:{clause.id} has no summary"
        assert all(norm.words for norm in clause.norms)


@pytest.mark.parametrize("name", ENCODED)
def test_dates_are_days_or_months(name: str) -> None:
    treaty = real().plan.treaties[name]
    for member in treaty.members:
        for bound in (member.spell.since, member.spell.until):
            assert bound is None or is_day(bound)


def test_the_order_of_files_does_not_matter() -> None:
    files = read_texts(None).all
    names = list(files)
    random.Random(7).shuffle(names)
    shuffled = compile_files({name: files[name] for name in names}).require()
    other = Library(shuffled, real().bodies)
    attack = event("kind: invasion\nby: RUS\non: EST\ntarget: territory\nplace: {territory_of: EST}", "2024-05-05")
    assert decide(read_event(attack, real()), library=real()) == decide(read_event(attack, other), library=other)


def test_acts_without_order_may_stand_in_any_order() -> None:
    acts = ["  - {id: a, kind: invasion, by: RUS, on: EST}", "  - {id: b, kind: request_for_assistance, by: EST, to: NATO}"]
    answers = [
        {
            (duty.id, duty.verdict)
            for duty in decide(
                read_event(event("acts_order: unknown\nacts:\n" + "\n".join(order) + "\n", "2024-05-05"), real()), library=real()
            ).duties
        }
        for order in (acts, acts[::-1])
    ]
    assert answers[0] == answers[1]


def test_every_treaty_can_be_asked_on_every_decade() -> None:
    """No treaty and no date makes the evaluator fail."""
    for year in range(1830, 2031, 10):
        situation = read_event(
            event("kind: invasion\nby: A_STATE\non: FRA\nactors: {A_STATE: {kind: state}}", f"{year}-03-03"), real()
        )
        decision = decide(situation, library=real(), not_owed=True)
        assert decision.date == f"{year}-03-03"


def test_what_goes_before_another_treaty_is_said_by_an_article() -> None:
    found = {}
    for name, treaty in real().plan.treaties.items():
        assert not treaty.subject_to and not treaty.overrides, f"{name}: what stands in the head cites no article"
        for clause in treaty.clauses:
            for edge in (*clause.subject_to, *clause.overrides):
                found |= {(name, ref.treaty): edge.article for ref in edge.refs if ref.treaty != name}
    assert found == {
        ("anzus-1951", "un-charter-1945"): "VI",
        ("arab-league-1950", "un-charter-1945"): "11",
        ("au-pact-2005", "un-charter-1945"): "17",
        ("baghdad-pact-1955", "arab-league-1950"): "4(1)",
        ("baghdad-pact-1955", "balkan-pact-1954"): "4(1)",
        ("baghdad-pact-1955", "nato-1949"): "4(1)",
        ("baghdad-pact-1955", "un-charter-1945"): "4(1)",
        ("balkan-pact-1954", "nato-1949"): "X",
        ("balkan-pact-1954", "un-charter-1945"): "IX",
        ("brussels-1948", "un-charter-1945"): "V",
        ("csto", "un-charter-1945"): "CST 8 s1",
        ("dunkirk-1947", "un-charter-1945"): "V(2)",
        ("ecowas-mechanism-1999", "ecowas-pmad-1981"): "53",
        ("eu-teu-42-7", "nato-1949"): "42(7) s3",
        ("eu-teu-42-7", "un-charter-1945"): "Declarations 13, 14",
        ("nancy-2025", "eu-teu-42-7"): "4(2)",
        ("nancy-2025", "nato-1949"): "4(2)",
        ("franco-soviet-1935", "locarno-rhineland-1925"): "Protocol II",
        ("nato-1949", "un-charter-1945"): "7",
        ("sadc-2003", "un-charter-1945"): "Other engagements",
        ("seato-1954", "un-charter-1945"): "VI s1",
        ("tiar-1947", "un-charter-1945"): "10",
        ("us-japan-1960", "un-charter-1945"): "VII",
        ("us-philippines-1951", "un-charter-1945"): "VI",
        ("us-roc-1954", "un-charter-1945"): "VIII",
        ("un-charter-1945", EVERY): "103",
        ("weu-1954", "un-charter-1945"): "VI",
        ("yya-1948", "un-charter-1945"): "7",
    }
