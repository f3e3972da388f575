"""Voting rules bound: what is refused in them, and what the vocabulary's bodies keep of theirs."""

from __future__ import annotations

import pytest

from tests.asking import HEAD, vocabulary
from treatylang.model.time import Spell
from treatylang.model.votes import Vote, line_for
from treatylang.model.who import Choice
from treatylang.pipeline import Compiled, compile_sources
from treatylang.syntax.format import format_text
from treatylang.text.source import Source

ARTICLE = 'article "1" every party must report to the council\n'


def compiled(text: str) -> Compiled:
    return compile_sources([Source("t", text)], base=vocabulary())


def organ(lines: str) -> Compiled:
    return compiled(f"{HEAD}organ council of every party\n{lines}\n{ARTICLE}")


def votes(lines: str) -> tuple[Vote, ...]:
    return organ(lines).require().treaties["pact-1900"].organs["council"].votes


def test_all_that_a_line_can_say() -> None:
    (line,) = votes(
        'decides recommendation by 9 of 15 members quorum 2/3 without the violator unless a permanent_member objects since 1966-01-01 "note"'
    )
    assert line == Vote(
        ("recommendation",), "9", "members", "2/3", "the violator", "note", 15, "a permanent_member", Spell("1966-01-01")
    )
    (plain,) = votes("decides by 2/3")
    assert plain == Vote((), "2/3", "members", None, None, None)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("decides by show_of_hands", "TL0307", "`show_of_hands` is no voting rule"),
        ("decides by 3/2", "TL0307", "`3/2` is no part of a whole"),
        ("decides by 0/3", "TL0307", "`0/3` is no part of a whole"),
        ("decides by 0 of 15 members", "TL0307", "`0` is no number of members"),
        ("decides by 1.5 of 15 members", "TL0307", "`1.5` is no number of members"),
        ("decides by 9 of 2,000 members", "TL0307", "`2,000` is no number of members"),
        ("decides by 16 of 15 members", "TL0307", "16 votes cannot be had of 15 members"),
        ("decides by 9 of 15 voting", "TL0307", "only members can be counted beforehand, not those voting"),
        ("decides by 9 of 15 seats", "TL0307", "unknown base of votes `seats`"),
        ("decides by majority unless the violator objects", "TL0307", "`the violator` cannot tell whose no stops a decision"),
        ("decides by majority unless a permanent_membr objects", "TL0301", "unknown class `permanent_membr`"),
        ("decides by majority unless FRX objects", "TL0302", "unknown state `FRX`"),
        ("decides by majority unless any of FRA, FRX objects", "TL0302", "unknown state `FRX`"),
        ("decides by majority without an intrested_state", "TL0301", "unknown class `intrested_state`"),
        ("decides by majority without the viollator", "TL0301", "unknown role `viollator`"),
        ("decides recomendation by majority", "TL0301", "unknown decision `recomendation`"),
        ("decides by majority since 1949-02-30", "TL0501", "there is no day `1949-02-30`"),
        ("decides by majority decides by consensus", "TL0310", "`council` has two rules on the same days"),
        (
            "decides by 7 of 11 members until 1966-01-02 decides by 9 of 15 members since 1966-01-01",
            "TL0310",
            "`council` has two rules on the same days",
        ),
        (
            "decides recommendation by majority decides accession, recommendation by consensus",
            "TL0310",
            "`council` has two rules on `recommendation` on the same days",
        ),
    ],
)
def test_what_is_refused(line: str, code: str, said: str) -> None:
    (found,) = organ(line).errors
    assert (found.code, found.message) == (code, said)
    assert found.hint is not None


@pytest.mark.parametrize(
    "lines",
    [
        "decides by 7 of 11 members until 1966-01-01 decides by 9 of 15 members since 1966-01-01",
        "decides by majority decides recommendation by consensus",
        "decides by majority unless any of FRA, ESP objects",
        "decides by majority unless FRA objects",
        "decides by 3 of voting",
    ],
)
def test_what_is_taken(lines: str) -> None:
    assert votes(lines)


@pytest.mark.parametrize(
    ("of", "code"),
    [
        ("of every party", "TL0307"),
        ("of every member", "TL0307"),
        ("of every permanent_membr", "TL0301"),
        ("of any of FRA, FRX", "TL0302"),
    ],
)
def test_who_sits_in_a_body_of_the_vocabulary(of: str, code: str) -> None:
    (found,) = compiled(f'vocabulary "Bodies"\norgan moot "the moot" {of}\n  decides by majority\n').errors
    assert found.code == code


def test_bodies_of_the_vocabulary_keep_their_rules() -> None:
    bodies = vocabulary().bodies
    assert bodies["general_assembly"].of == Choice("every member of un-charter-1945", "every", "member", "un-charter-1945")
    council = bodies["security_council"].votes
    rules = {
        (matter, day): line_for(council, matter, day)
        for matter in ("calls_for", "convocation", "terms_of_settlement")
        for day in ("1965-12-31", "1966-01-01")
    }
    said = {key: (line.rule, line.seats, line.objecting, line.without) for key, line in rules.items() if line is not None}
    assert said == {
        ("calls_for", "1965-12-31"): ("7", 11, "a permanent_member", None),
        ("calls_for", "1966-01-01"): ("9", 15, "a permanent_member", None),
        ("convocation", "1965-12-31"): ("7", 11, None, None),
        ("convocation", "1966-01-01"): ("9", 15, None, None),
        ("terms_of_settlement", "1965-12-31"): ("7", 11, "a permanent_member", "an interested_state"),
        ("terms_of_settlement", "1966-01-01"): ("9", 15, "a permanent_member", "an interested_state"),
    }


def test_a_treaty_says_itself_how_its_own_organ_votes() -> None:
    """The vocabulary of a treaty names its organ and has no rule of it."""
    plan = organ("decides by majority").require().treaties["pact-1900"]
    assert plan.vocabulary.bodies["council"].votes == ()


def test_the_formatter_prints_all_of_a_line() -> None:
    line = "decides by 9 of 15 members quorum 2/3 without the violator unless a permanent_member objects since 1966-01-01 until 1970-01-01"
    text, problems = format_text(f"{HEAD}organ council of every party {line}\n{ARTICLE}")
    assert text is not None, problems
    assert f"  {line}\n" in text


def test_objects_is_reserved() -> None:
    (found,) = compiled(f'{HEAD}fact objects "objects" of act\n{ARTICLE}').errors
    assert (found.code, found.message) == ("TL0201", "unexpected `objects`")
