"""What must hold of the renderers whatever the answer."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.rendering.answers import EVENTS, answer, library
from treatylang.api import read_event
from treatylang.decision.decision import Decision, Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import nearest_of
from treatylang.model.treaty import Doubt
from treatylang.rendering.decision_csv import COLUMNS, decision_csv
from treatylang.rendering.decision_json import decision_json, decision_object
from treatylang.rendering.decision_markdown import decision_markdown
from treatylang.rendering.decision_schema import VERDICTS, decision_schema
from treatylang.rendering.decision_table import View, decision_table
from treatylang.rendering.entries import always_holds, entries
from treatylang.rendering.in_colour import in_colour
from treatylang.rendering.layout import STYLES, plain, wrap
from treatylang.rendering.phrases import duty_phrase, owed_words
from treatylang.rendering.reasons import _shorter
from treatylang.rendering.why_not_text import why_not_text

SCHEMA = jsonschema.Draft202012Validator(decision_schema())
HOSTILE = "a\x1b[31mb\u202ec | d\n`e`"


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("why", [False, True])
def test_an_answer_fits_the_schema(event: str, why: bool) -> None:
    made = json.loads(decision_json([answer(event, not_owed=True)], why=why))
    SCHEMA.validate(made)
    SCHEMA.validate([made, made])


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(decision_schema())


def test_the_schema_refuses_what_is_none() -> None:
    made: dict[str, Any] = decision_object(answer("attack"))
    for broken in (
        {**made, "verdict": "owed"},
        {**made, "date": "yesterday"},
        {name: made[name] for name in made if name != "duties"},
    ):
        assert not SCHEMA.is_valid(broken)


def test_all_verdicts_are_known_to_the_schema() -> None:
    found = {duty.verdict for event in EVENTS for duty in answer(event, not_owed=True).duties}
    assert found == set(VERDICTS)


def test_the_same_answer_is_the_same_text() -> None:
    assert decision_json([answer("attack")], why=True) == decision_json([answer("attack")], why=True)


def test_every_duty_stands_in_one_entry() -> None:
    decision = answer("unclear", not_owed=True)
    shown = entries(decision, library().plan.vocabulary, standing=True)
    assert sum(len(each.bearers) * max(len(each.owed_to), 1) for each in shown) == len(decision.duties)


def test_sections_come_in_order_and_help_in_arms_first() -> None:
    shown = entries(answer("attack"), library().plan.vocabulary)
    sections = list(dict.fromkeys(each.section for each in shown))
    assert sections == [each for each in ("owed", "disputed", "depends", "permitted", "waiting") if each in sections]
    owed = [each.duty.duty for each in shown if each.section == "owed"]
    assert owed == ["defend", "assist", "report"]


def test_csv_has_its_columns_and_can_be_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO(decision_csv([answer("attack"), answer("unclear")]))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(answer("attack").duties) + len(answer("unclear").duties)


def hostile(**changes: object) -> Decision:
    decision = answer("attack", standing=False)
    return replace(decision, duties=tuple(replace(duty, **changes) for duty in decision.duties))  # type: ignore[arg-type]


def test_a_doubt_of_a_date_is_told_once_in_a_table_and_with_each_duty_elsewhere() -> None:
    decision, words = answer("attack", standing=False), library().plan.vocabulary
    why = "by a newspaper: the register would settle it"
    for text in (plain(decision_table(decision, words, View(None))), decision_markdown(decision, words)):
        assert text.count(why) == 1
    number = sum(each.treaty == "meadow-1950" for each in decision.duties)
    assert 1 < number < len(decision.duties)
    assert decision_csv([decision]).count(why) == decision_json([decision]).count(why) == number


def test_what_is_not_owed_is_told_with_the_doubts_of_its_clause_and_dates() -> None:
    situation = read_event(EVENTS["unclear"], library())
    decision = answer("unclear", not_owed=True, bearers=["BEL"])
    found = [each for each in decision.duties if each.verdict == "not_owed"]
    near = nearest_of(library().plan, situation, replace(decision, duties=tuple(found)), Wanted(bearers=("BEL",), not_owed=True))
    text = plain(why_not_text([(replace(each, doubt="the wording"), near[each.id]) for each in found], None))
    clauses = {each.id.rsplit("/", 1)[0] for each in found}
    assert text.count("in doubt: the wording") == len(clauses)
    of_meadow = sum(each.startswith("meadow-1950") for each in clauses)
    assert text.count("in doubt: meadow-1950, in force since 1950-02-01: of the last deposit") == of_meadow > 0


def test_a_date_by_which_one_is_no_party_is_told_where_nobody_owes_anything() -> None:
    unsure = Doubt("meadow-1950", "party", "the notice", ("TUR",), "until", "1990-01-01")
    decision, words = replace(answer("attack"), duties=(), conflicts=(), doubts=(unsure,)), library().plan.vocabulary
    line = "- meadow-1950, TUR until 1990-01-01: the notice\n"
    text, markdown = plain(decision_table(decision, words, View())), decision_markdown(decision, words)
    assert "No one owes anything" in text and line in text
    assert "No one owes anything" in markdown and line in markdown
    assert json.loads(decision_json([decision]))["dates_in_doubt"] == [
        {"treaty": "meadow-1950", "words": "TUR until 1990-01-01", "date": "1990-01-01", "why": "the notice"}
    ]


def test_what_is_not_shown_brings_no_doubt_along() -> None:
    decision, words = answer("attack"), library().plan.vocabulary
    decision = replace(decision, duties=tuple(each for each in decision.duties if always_holds(each)))
    assert any(each.dates_in_doubt() for each in decision.duties)
    assert "in doubt" not in plain(decision_table(decision, words, View(None)))
    assert "Dates and parties in doubt" in plain(decision_table(decision, words, View(None, standing=True)))


def test_no_cell_is_a_formula() -> None:
    for row in csv.reader(
        io.StringIO(decision_csv([hostile(doubt="=1+1", article="@x", doubts=(Doubt("=1", "parties", "=1+1"),))]))
    ):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_what_a_user_wrote_moves_no_cursor_and_breaks_no_table() -> None:
    unsure = (Doubt("meadow-1950", "parties", HOSTILE),)
    decision = replace(hostile(doubt=HOSTILE, doubts=unsure), title=HOSTILE, doubts=unsure)
    words = library().plan.vocabulary
    for text in (
        plain(decision_table(decision, words, View())),
        plain(decision_table(decision, words, View(None))),
        decision_markdown(decision, words),
        decision_json([decision]),
    ):
        assert "\x1b" not in text and "\u202e" not in text
    rows = [line for line in decision_markdown(decision, words).splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 1


def test_colour_moves_no_character() -> None:
    import re

    lines = decision_table(answer("attack", standing=False), library().plan.vocabulary, View())
    tinted = in_colour(lines)
    assert "\x1b[" in tinted
    assert re.sub(r"\x1b\[[0-9;]*m", "", tinted) == plain(lines)


def test_every_style_used_is_there() -> None:
    lines = decision_table(answer("unclear"), library().plan.vocabulary, View(standing=True))
    assert {style for line in lines for style, _ in line} <= set(STYLES)


def test_wrapping_loses_nothing() -> None:
    text = "one two " + "x" * 50 + " three"
    assert wrap(text, None) == [text]
    assert " ".join(wrap(text, 10)) == text
    assert wrap("", 10) == [""]


def duty(words: str, **changes: Any) -> Duty:
    """A duty of France to Poland."""
    plain_one: dict[str, Any] = {
        "id": "x:1/FRA>POL", "treaty": "x", "article": "1", "clause": None, "bearer": "FRA", "owed_to": "POL", "against": (),
        "duty": "assist", "act": None, "modality": "must", "strength": None, "force": "binding", "visibility": "public",
        "verdict": "owed", "words": words,
    }  # fmt: skip
    return Duty(**{**plain_one, **changes})


@pytest.mark.parametrize(
    ("made", "owed_to", "said"),
    [
        (duty("every party must assist the victim"), ["POL"], "must assist POL"),
        (duty("x must report to the organ", duty="report"), ["security_council"], "must report to the security council"),
        (
            duty("x must assist the victim", against=("DEU",), strength="all_means"),
            ["POL"],
            "must assist POL against DEU by all means",
        ),
        (duty("x must consult every other party since 1949-01-01", duty="consult"), ["ALL"], "must consult every other party"),
        (duty("x may jointly invite a state", duty="invite", modality="may", jointly=True), ["ALL"], "may jointly invite a state"),
        (duty("x should assist the victim"), ["POL", "ROU"], "must assist POL and ROU"),
        (duty("x must refrain from use_of_force", duty="refrain", modality="must_not"), ["ALL"], "must refrain from use of force"),
        (duty("x must not withdraw", duty="withdraw"), [], "must withdraw"),
        (
            duty("x must stay_neutral toward the victim by benevolent_neutrality", duty="stay_neutral"),
            ["GERREICH"],
            "must stay neutral toward GERREICH by benevolent neutrality",
        ),
        (duty("x must stay_neutral", duty="stay_neutral"), ["GERREICH"], "must stay neutral toward GERREICH"),
        (duty("x must respect base_areas of GBR", duty="respect"), ["GBR"], "must respect base areas of GBR"),
        (
            duty("x must guarantee border of the victim against the attacker", duty="guarantee", against=("BGR",)),
            ["GRC"],
            "must guarantee border of GRC against BGR",
        ),
        (
            duty("x must assist GRC with at least 150,000 men in salonica by all_means", strength="necessary_aid"),
            ["GRC"],
            "must assist GRC with at least 150,000 men in salonica by necessary aid",
        ),
        (
            duty("x must report spending_plan to the council by 2029-12-31 each year", duty="report"),
            ["a_council"],
            "must report spending plan to the a council by 2029-12-31 each year",
        ),
    ],
)
def test_a_duty_in_words(made: Duty, owed_to: list[str], said: str) -> None:
    assert duty_phrase(made, owed_to) == said


@pytest.mark.parametrize(
    ("words", "rule", "said"),
    [
        (
            "AUS must act_to_meet_common_danger USA under a-1:IV",
            'when a party (the helper) must act_to_meet_common_danger with another party under "IV"',
            "AUS must act to meet common danger with USA under a-1:IV",
        ),
        (
            "FRA must stay_neutral GERREICH under a-1:2",
            'unless a party must stay_neutral toward the victim under "2"',
            "FRA must stay neutral toward GERREICH under a-1:2",
        ),
        (
            "FRA must stay_neutral all under a-1:2",
            "when a party must stay_neutral under a-1",
            "FRA must stay neutral toward all others under a-1:2",
        ),
        ("BEL must defend USA under a-1:5", 'when a party must defend another party under "5"', "BEL must defend USA under a-1:5"),
        ("BEL must defend USA under a-1:5", "", "BEL must defend USA under a-1:5"),
    ],
)
def test_a_duty_that_starts_another_has_the_preposition_of_the_rule(words: str, rule: str, said: str) -> None:
    assert owed_words(words, rule) == said


def test_a_long_list_of_states_is_told_by_its_number() -> None:
    assert (
        _shorter("threat by A1 to B, C, D, E, F, G, H, 1962-10-22, Cuba")
        == "threat by A1 to B, C, D, E, ... (7 in all), 1962-10-22, Cuba"
    )
    assert _shorter("clash by A on B, 1962-10-22") == "clash by A on B, 1962-10-22"
