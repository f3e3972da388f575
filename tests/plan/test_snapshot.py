"""What is different between two days of a treaty, and between two treaties."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.asking import library, real
from tests.plan.test_calendar import PACT
from treatylang.command.app import app
from treatylang.plan.snapshot import Change, Renumbered, by_article, by_duty, changes


def between(one: str, other: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    plan = library(PACT).plan
    found = changes(by_article(plan, "pact-1950", one), by_article(plan, "pact-1950", other))
    return {each.section: (each.gone, each.new) for each in found}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1951-01-01", "1951-12-31", {}),
        (
            "1951-01-01",
            "1957-01-01",
            {"parties": ((), ("GRC (disputed)", "ITA", "PRT", "TUR"))},
        ),
        (
            "1959-12-31",
            "1960-01-01",
            {"Article 2": ((), ("every party may withdraw with 1 year of notice",))},
        ),
        (
            "1962-07-01",
            "1962-07-05",
            {"area here": (("africa",), ())},
        ),
        (
            "1963-12-31",
            "1964-01-01",
            {"Article 1": (("every other party must assist the victim",), ("every other party may assist the victim",))},
        ),
        (
            "1963-05-04",
            "1963-05-05",
            {
                "Article 1": ((), ("unless danger_to_peace (agreed reading: A summit)",)),
                "Article 2": ((), ("unless danger_to_peace (agreed reading: A summit)",)),
            },
        ),
        (
            "1965-06-01",
            "1966-01-01",
            {"suspended": (("FRA and ESP",), ())},
        ),
    ],
)
def test_two_days_of_a_treaty(one: str, other: str, expected: dict[str, object]) -> None:
    assert between(one, other) == expected
    assert between(other, one) == {name: (new, gone) for name, (gone, new) in expected.items()}  # type: ignore[misc]


def test_a_treaty_that_is_not_in_force_has_nothing() -> None:
    plan = library(PACT).plan
    after = by_article(plan, "pact-1950", "1971-01-01")
    assert (after.in_force, dict(after.sections)) == (False, {})
    assert by_article(plan, "pact-1950", "1970-06-10").in_force is None
    assert by_article(real().plan, "warsaw-pact-1955", "1991-07-01").in_force is False


def test_a_treaty_does_not_differ_from_itself() -> None:
    for name in real().treaties:
        plan = real().plan
        assert changes(by_article(plan, name, "1985-01-01"), by_article(plan, name, "1985-01-01")) == ()
        assert changes(by_duty(plan, name, "1985-01-01"), by_duty(plan, name, "1985-01-01")) == ()


def test_two_treaties_are_compared_duty_by_duty() -> None:
    other = PACT.replace("pact-1950", "pact-1951").replace("FRA ESP  since", "FRA POL  since").replace("must assist", "must defend")
    other = other.replace("between FRA and ESP", "between FRA and POL").replace("by ESP", "by POL")
    plan = library(PACT, other).plan
    found = changes(by_duty(plan, "pact-1950", "1951-01-01"), by_duty(plan, "pact-1951", "1951-01-01"))
    unless = "unless the act is provoked (reservation of {}: On signature)"
    text = "Article 1: when armed_attack on a party in here; every other party must {} the victim; " + unless
    assert found == (
        Change("parties", ("ESP",), ("POL",)),
        Change("duty assist", (text.format("assist", "ESP"),), ()),
        Change("duty defend", (), (text.format("defend", "POL"),)),
    )


def test_a_clause_under_another_number_is_the_same() -> None:
    """Told as renumbered; what differs in a word is a difference, wherever it stands."""
    pact = 'treaty {} "A pact"\n  in force since 1950-01-01\nparties\n  FRA ESP  since 1950-01-01\n'
    consult = 'article "{}"\n  every party must consult every other party\n'
    aid = 'article "{}"\n  when    armed_attack on a party\n  then    every other party must {} the victim\n'
    leave = 'article "{}"\n  every party may withdraw with {} of notice\n'
    one = (
        pact.format("one-1950")
        + consult.format("1")
        + consult.format("2")
        + aid.format("3", "assist")
        + leave.format("4", "1 year")
    )
    other = pact.format("other-1950") + aid.format("I", "assist") + leave.format("II", "2 years") + consult.format("2")
    plan = library(one, other).plan
    found = changes(by_duty(plan, "one-1950", "1951-01-01"), by_duty(plan, "other-1950", "1951-01-01"))
    assert found == (
        Change("duty consult", ("Article 1: every party must consult every other party",), ()),
        Change(
            "duty assist", (), (), (Renumbered("3", "I", "when armed_attack on a party; every other party must assist the victim"),)
        ),
        Change(
            "duty withdraw",
            ("Article 4: every party may withdraw with 1 year of notice",),
            ("Article II: every party may withdraw with 2 years of notice",),
        ),
    )
    sides = ("triple-alliance-1882@1913-01-01", "triple-alliance-1912@1914-08-01")
    assert "  = Article 6 is Article 12: every party must keep_secret\n" in CliRunner().invoke(app, ["diff", *sides]).output
    told = json.loads(CliRunner().invoke(app, ["diff", *sides, "-f", "json"]).output)["changes"]
    secret = next(each for each in told if each["section"] == "duty keep_secret")
    assert (secret["gone"], secret["new"]) == ([], [])
    assert secret["renumbered"] == [{"from": "6", "to": "12", "words": "every party must keep_secret"}]


def test_an_article_of_one_treaty_gets_another_number() -> None:
    text = PACT.replace(
        'article "2"\n', 'article "2" until 1966-01-01\n  every party must exchange_information with every other party\n'
    )
    text = text.replace("  every party may withdraw with 1 year of notice since 1960-01-01\n", "")
    text += 'article "2a" since 1966-01-01\n  every party must exchange_information with every other party\n'
    text = text.replace('reading of "1", "2"', 'reading of "1"')
    plan = library(text).plan
    for one, other, pair in (("1965-06-01", "1967-01-01", ("2", "2a")), ("1967-01-01", "1965-06-01", ("2a", "2"))):
        found = changes(by_article(plan, "pact-1950", one), by_article(plan, "pact-1950", other))
        words = "every party must exchange_information with every other party"
        assert Change(f"Article {pair[0]}", (), (), (Renumbered(*pair, words),)) in found
        assert {each.section for each in found} == {f"Article {pair[0]}", "suspended"}


def test_the_command() -> None:
    done = CliRunner().invoke(app, ["diff", "nato-1949@1952-02-17", "nato-1949@1955-05-06"])
    assert done.output.splitlines() == [
        "- nato-1949 on 1952-02-17  North Atlantic Treaty",
        "+ nato-1949 on 1955-05-06  North Atlantic Treaty",
        "",
        "parties",
        "  + DEU GRC TUR",
    ]
    told = json.loads(CliRunner().invoke(app, ["diff", "nato-1949@1952-02-17", "nato-1949@1955-05-06", "-f", "json"]).output)
    assert told["changes"] == [{"section": "parties", "gone": [], "new": ["DEU", "GRC", "TUR"], "renumbered": []}]
    same = CliRunner().invoke(app, ["diff", "nato-1949@1953-01-01", "nato-1949@1953-01-02"])
    assert same.output.endswith("\nno difference\n")
    gone = CliRunner().invoke(app, ["diff", "nato-1949@1940-01-01", "nato-1949@1953-01-02"])
    assert "- nato-1949 on 1940-01-01, not in force" in gone.output


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("nato-1949", "say of which day: nato-1949@YYYY-MM-DD"),
        ("nato-1949@1949", "there is no day `1949`"),
        ("nato-1948@1949-08-24", "did you mean `nato-1949`?"),
    ],
)
def test_what_cannot_be_compared(side: str, told: str) -> None:
    done = CliRunner().invoke(app, ["diff", side, "nato-1949@2000-01-01"])
    assert done.exit_code == 2
    assert told in done.output
