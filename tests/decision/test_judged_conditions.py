"""What somebody judges: one question for each judge and article, what answers it, and what could be judged so at all."""

from __future__ import annotations

from tests.asking import event, library
from tests.decision.test_plain_conditions import HEAD, text
from tests.decision.told import below, part
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty

ATTACK = "  - {kind: bombardment, by: DEU, on: FRA, place: {region: balkans}}\n"
CALL = "  - {kind: request_for_consultation, by: FRA, to: ESP}\n"
ORGAN = "organ pact_council of every party decides by consensus\n"


def duties(condition: str, acts: str = ATTACK, more: str = "", *, shown: bool = True) -> list[Duty]:
    """Of a pact whose parties have to consult when somebody judges something."""
    known = library(f'{HEAD}{ORGAN}article "4" when {condition} then every party must consult every other party')
    return list(decide(read_event(event(f"acts:\n{acts}{more}"), known), library=known, not_owed=shown).duties)


def when(condition: str, acts: str = ATTACK, more: str = "", *, shown: bool = True) -> str:
    """On what the judgement rests, for Spain; for the words of the condition stands `it`."""
    (duty,) = (each for each in duties(condition, acts, more, shown=shown) if each.bearer == "ESP")
    told = below(part(duty, "when"))
    assert told[1:].startswith(f" {condition} [")
    return told.replace(condition, "it", 1)


def test_each_judge_is_asked_under_the_article() -> None:
    assert (
        when("threat to a party as judged by a party")
        == "? it [unknown] asks judged_by(a party, pact-1900:4) shown by request_for_consultation"
    )
    assert (
        when("threat to a party as judged by FRA")
        == "? it [unknown] asks judged_by(FRA, pact-1900:4) shown by request_for_consultation"
    )
    assert (
        when("threat to a party as judged by every party")
        == "? it [unknown] asks judged_by(every party, pact-1900:4) shown by jointly_found"
    )
    assert (
        when("armed_attack on a party as judged by the pact_council")
        == "? it [unknown] asks judged_by(pact_council, pact-1900:4) shown by finds_attack"
    )
    assert (
        when("armed_attack on a party as judged by the bearer")
        == "? it [unknown] asks judged_by(ESP, pact-1900:4) shown by invocation"
    )
    assert (
        when("danger_to_peace as judged by a party")
        == "? it [unknown] asks judged_by(a party, pact-1900:4) shown by request_for_consultation"
    )


def test_a_call_for_consultation_shows_that_a_threat_is_seen() -> None:
    assert (
        when("threat to a party as judged by a party", ATTACK + CALL)
        == "+ it [stated] asks judged_by(a party, pact-1900:4): they said so, or asked for it"
    )
    assert (
        when("threat to a party as judged by FRA", ATTACK + CALL)
        == "+ it [stated] asks judged_by(FRA, pact-1900:4): they said so, or asked for it"
    )
    assert (
        when("threat to a party as judged by ITA", ATTACK + CALL)
        == "? it [unknown] asks judged_by(ITA, pact-1900:4) shown by request_for_consultation"
    )


def test_that_nobody_called_shows_that_none_is_seen() -> None:
    denied = ATTACK + CALL.replace("}", ", happened: false}")
    assert (
        when("threat to a party as judged by a party", denied)
        == "- it [stated] asks judged_by(a party, pact-1900:4) shown by request_for_consultation: nobody asked"
    )
    assert duties("threat to a party as judged by a party", denied, shown=False) == []


def test_what_a_party_says_of_itself() -> None:
    says = "parties: {FRA: {satisfied: %s}}\n"
    assert (
        when("threat to a party as judged by FRA", more=says % "true")
        == "+ it [stated] asks judged_by(FRA, pact-1900:4): FRA is satisfied that it is so"
    )
    assert (
        when("threat to a party as judged by FRA", more=says % "false")
        == "- it [stated] asks judged_by(FRA, pact-1900:4): FRA is not satisfied that it is so"
    )
    claimed = says % "{claimed: {true: [FRA], false: [DEU]}}"
    assert when("threat to a party as judged by FRA", more=claimed) == "? it [claimed] asks judged_by(FRA, pact-1900:4) +FRA -DEU"


def test_only_what_could_be_so_judged_is_a_question() -> None:
    """An attack may be judged a threat; an accident among others is none to a party."""
    accident = "  - {kind: accident, by: DEU, on: AUT}\n"
    assert (
        when("armed_attack on a party as judged by the pact_council", accident)
        == "- it [presumed]: no act listed could be so judged"
    )
    assert duties("armed_attack on a party as judged by the pact_council", accident, shown=False) == []
    assert when("threat to a party as judged by a party", accident) == "- it [presumed]: no act listed could be so judged"


def test_an_act_must_concern_those_who_are_named() -> None:
    on_austria = ATTACK.replace("FRA", "AUT")
    assert (
        when("armed_attack on a party as judged by the pact_council", on_austria)
        == "- it [presumed]: no act listed could be so judged"
    )
    assert (
        when("armed_attack on a party in europe as judged by the pact_council", ATTACK.replace("balkans", "east_asia"))
        == "- it [presumed]: no act listed could be so judged"
    )
    assert (
        when("armed_attack on a party in europe as judged by the pact_council", ATTACK)
        == "? it [unknown] asks judged_by(pact_council, pact-1900:4) shown by finds_attack"
    )
    blockade = "  - {kind: blockade, by: DEU, on: FRA, grave: false}\n"
    assert (
        when("armed_attack on a party as judged by the pact_council", blockade)
        == "? it [unknown] asks judged_by(pact_council, pact-1900:4) shown by finds_attack"
    )


def test_what_fits_as_a_whole_may_be_judged() -> None:
    """That the author is no great power, and in which of several places it was: one part that is not so takes nothing away."""
    for condition in (
        "armed_attack by a state that is not a great_power on a party as judged by the pact_council",
        "armed_attack on a party in europe, east_asia as judged by the pact_council",
        "armed_attack on a party in east_asia, europe as judged by the pact_council",
    ):
        assert when(condition) == "? it [unknown] asks judged_by(pact_council, pact-1900:4) shown by finds_attack"
    assert (
        when(
            "armed_attack by a state that is not a great_power on a party as judged by the pact_council",
            ATTACK.replace("DEU", "GBR"),
        )
        == "- it [presumed]: no act listed could be so judged"
    )


def test_a_party_that_says_so_needs_no_act() -> None:
    """A request shows that it sees a threat, of whatever kind the event has nothing about."""
    only = "  - {kind: request_for_consultation, by: FRA, to: ESP}\n"
    assert (
        when("threat to a party as judged by a party", only)
        == "+ it [stated] asks judged_by(a party, pact-1900:4): they said so, or asked for it"
    )
    assert when("threat to a party as judged by ITA", only) == "- it [presumed]: no act listed could be so judged"


def test_a_danger_lies_where_the_acts_are() -> None:
    assert (
        when("danger_to_peace in europe as judged by a party")
        == "? it [unknown] asks judged_by(a party, pact-1900:4) shown by request_for_consultation"
    )
    assert when("danger_to_peace in east_asia as judged by a party") == "- it [presumed]: no act listed could be so judged"
    assert (
        when("danger_to_peace in europe as judged by a party", CALL)
        == "+ it [stated] asks judged_by(a party, pact-1900:4): they said so, or asked for it"
    )
    assert (
        when("danger_to_peace in east_asia as judged by a party", ATTACK + CALL)
        == "+ it [stated] asks judged_by(a party, pact-1900:4): they said so, or asked for it"
    )


def test_a_finding_of_a_body() -> None:
    found = "decisions: [{body: pact_council, decision: finds_attack%s}]"
    assert (
        when("armed_attack on a party as judged by the pact_council", more=found % "")
        == "+ it [stated] asks judged_by(pact_council, pact-1900:4) shown by finds_attack: the pact_council adopted finds_attack"
    )
    assert (
        when("armed_attack on a party as judged by the pact_council", more=found % ", outcome: not_adopted")
        == "- it [stated] asks judged_by(pact_council, pact-1900:4) shown by finds_attack: the pact_council did not adopt finds_attack"
    )
    assert (
        when("armed_attack on a party as judged by the pact_council", more=found % ", outcome: unknown")
        == "? it [unknown] asks judged_by(pact_council, pact-1900:4) shown by finds_attack"
    )


def test_the_judgement_knows_what_was_judged() -> None:
    """The roles of the act stand for the actors of the act that was judged."""
    known = library(
        f'{HEAD}article "4" when threat to a party as judged by a party then every other party must assist the threatened'
    )
    decision = decide(read_event(event("acts:\n" + ATTACK + CALL), known), library=known)
    assert [(duty.bearer, duty.owed_to, duty.verdict) for duty in decision.duties] == [
        ("ESP", "FRA", "owed"),
        ("ITA", "FRA", "owed"),
    ]


def test_a_body_that_found_nothing_of_the_kind_is_no_exception() -> None:
    known = library(
        f'{HEAD}{ORGAN}article "1" every party must consult every other party '
        "unless armed_attack on a party as judged by the pact_council"
    )
    accident = read_event(event("kind: accident\nby: DEU\non: AUT"), known)
    (duty,) = (each for each in decide(accident, library=known).duties if each.bearer == "ESP")
    assert below(part(duty, "unless")) == text(
        """
        + not 'unless armed_attack on a party as judged by the pact_council'
          - armed_attack on a party as judged by the pact_council [listed]: nothing listed fits it
        """
    )
    (duty,) = (each for each in decide(accident, library=known, not_owed=True).duties if each.bearer == "ESP")
    assert below(part(duty, "unless")) == text(
        """
        + not 'unless armed_attack on a party as judged by the pact_council'
          - armed_attack on a party as judged by the pact_council [presumed]: no act listed could be so judged
        """
    )


def test_what_is_judged_lies_in_the_land_of_one_who_has_a_role() -> None:
    known = library(
        f'{HEAD}article "1" when armed_attack on a party and danger_to_peace in territory of the victim as judged by the bearer '
        "then every other party must assist the victim"
    )
    for land, verdicts in (("FRA", ["depends", "depends"]), ("ITA", ["not_owed", "not_owed"])):
        happened = read_event(event(f"kind: bombardment\nby: DEU\non: FRA\nplace: {{territory_of: {land}}}"), known)
        assert [duty.verdict for duty in decide(happened, library=known, not_owed=True).duties] == verdicts


def test_one_whom_the_act_brings_in_may_be_the_judge() -> None:
    """Each victim judges the attack on itself."""
    words = "armed_attack on a party as judged by the victim"
    assert when(words) == "? it [unknown] asks judged_by(FRA, pact-1900:4) shown by invocation"
    called = "  - {kind: invocation, by: FRA, to: ESP}\n"
    assert when(words, ATTACK + called).startswith("+ it [stated] asks judged_by(FRA, pact-1900:4)")
    assert when(words, ATTACK.replace("on: FRA", "on: FRA, judged_by: [FRA]")).startswith("+ it [stated]")
    assert when(words, ATTACK.replace("on: FRA", "on: FRA, judged_by: [ITA]")).startswith("? it [unknown]")
    unknown = when(words, ATTACK.replace(", on: FRA", ""))
    assert unknown == "? it [unknown] asks judged_by(the victim, pact-1900:4) shown by invocation"


def test_of_several_victims_each_judges_for_itself() -> None:
    known = library(
        f'{HEAD}article "4" when armed_attack on a party as judged by the victim then every other party must assist the victim'
    )
    acts = (
        "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: bombardment, by: DEU, on: ESP}\n"
        "parties: {FRA: {satisfied: false}, ESP: {satisfied: true}}\n"
    )
    found = decide(read_event(event(acts), known), library=known).duties
    assert [(duty.bearer, duty.owed_to, duty.verdict) for duty in found] == [("FRA", "ESP", "owed"), ("ITA", "ESP", "owed")]


def test_what_the_parties_found_jointly_is_told() -> None:
    for so, told in (
        ("true", "+ it [stated] asks {}: they found so jointly"),
        ("false", "- it [stated] asks {}: they did not find so jointly"),
    ):
        found = when("threat to a party as judged by every party", more=f"facts: {{jointly_found: {so}}}")
        assert found == told.format("judged_by(every party, pact-1900:4)")


def test_what_did_not_happen_was_not_found() -> None:
    """A request shows that its author sees a threat; a finding is one about something."""
    clash = "  - {kind: clash, by: DEU, on: CHE, happened: false}\n"
    words = "threat to a party as judged by %s"
    for acts in (clash, clash.replace(", happened: false", "")):
        found = when(words % "every party", acts, "facts: {jointly_found: true}")
        assert found == "- it [presumed]: no act listed could be so judged"
    assert when(words % "a party", clash + CALL).startswith("+ it [stated]")


def test_one_finding_that_is_adopted_is_enough() -> None:
    found = (
        "decisions: [{body: pact_council, decision: finds_attack, outcome: %s}, {body: pact_council, decision: %s, outcome: %s}]"
    )
    words = "armed_attack on a party as judged by the pact_council"
    for one, what, two, told in (
        ("not_adopted", "invokes_clause", "adopted", "+ it [stated] asks {}: the pact_council adopted invokes_clause"),
        ("adopted", "invokes_clause", "unknown", "+ it [stated] asks {}: the pact_council adopted finds_attack"),
        ("unknown", "invokes_clause", "adopted", "+ it [stated] asks {}: the pact_council adopted invokes_clause"),
        ("adopted", "invokes_clause", "vetoed", "+ it [stated] asks {}: the pact_council adopted finds_attack"),
        ("not_adopted", "invokes_clause", "unknown", "? it [unknown] asks {}"),
    ):
        told = told.format("judged_by(pact_council, pact-1900:4) shown by finds_attack")
        assert when(words, more=found % (one, what, two)) == told
