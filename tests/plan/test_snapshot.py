"""What is different between two days of a treaty, and between two treaties."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.asking import library, real
from tests.plan.test_calendar import PACT
from treatylang.command.app import app
from treatylang.plan.snapshot import Change, by_article, by_duty, changes


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
    assert told["changes"] == [{"section": "parties", "gone": [], "new": ["DEU", "GRC", "TUR"]}]
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
