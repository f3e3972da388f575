"""What single articles of the library say, asked with the smallest event that brings them up.

Each row states the law as the text has it: who owes, on which facts, and above all who does not.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.model.articles import within_article

FORCE = "kind: use_of_force\nby: {by}\non: {on}\nplace: {{territory_of: {on}}}\n"


def rows(treaty: str, article: str, happened: str, date: str) -> list[Duty]:
    """The rows of one article of one treaty, the duties that are not owed too."""
    decision = decide(read_event(event(happened, date), real()), treaties=[treaty], not_owed=True, library=real())
    return [duty for duty in decision.duties if within_article(duty.article, article)]


def verdicts(treaty: str, article: str, happened: str, date: str, bearer: str) -> set[str]:
    return {duty.verdict for duty in rows(treaty, article, happened, date) if duty.bearer == bearer}


# ---- force: every article that refers to the Charter has the Charter's exceptions

# (treaty, article, date, who uses force, on whom)
FORCE_ARTICLES = (
    ("un-charter-1945", "2(4)", "1995-05-05", "FRA", "ESP"),
    ("nato-1949", "1", "1995-05-05", "FRA", "CHE"),
    ("csto", "CST 1(1)", "2005-05-05", "RUS", "KAZ"),
    ("anzus-1951", "I", "1965-05-05", "AUS", "IDN"),
    ("tiar-1947", "1", "1965-05-05", "USA", "DOM"),
    ("us-japan-1960", "I", "1965-05-05", "USA", "VNM"),
    ("us-korea-1953", "I", "1965-05-05", "USA", "VNM"),
    ("us-philippines-1951", "I", "1965-05-05", "USA", "VNM"),
    ("seato-1954", "I", "1965-05-05", "USA", "VNM"),
    ("warsaw-pact-1955", "1", "1968-08-21", "USSR", "CZSK"),
    ("au-pact-2005", "3", "2012-05-05", "TCD", "NER"),
)
# The pacts between the wars: the right of self-defence of general law, and that of the text; no Charter.
OLDER_FORCE_ARTICLES = (
    ("locarno-rhineland-1925", "2", "1930-05-05", "GERREICH", "BEL"),
    ("locarno-rhineland-1925", "2", "1930-05-05", "FRA", "GERREICH"),
    ("molotov-ribbentrop-1939", "I", "1941-03-03", "GERREICH", "USSR"),
)


@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), FORCE_ARTICLES + OLDER_FORCE_ARTICLES)
def test_force_that_nobody_allowed_is_a_breach(treaty: str, article: str, date: str, by: str, on: str) -> None:
    assert "breached" in verdicts(treaty, article, FORCE.format(by=by, on=on), date, by)


@pytest.mark.parametrize("fact", ["consented: true", "in_self_defence: true"])
@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), FORCE_ARTICLES + OLDER_FORCE_ARTICLES)
def test_force_with_consent_or_in_self_defence_is_none(treaty: str, article: str, date: str, by: str, on: str, fact: str) -> None:
    assert "breached" not in verdicts(treaty, article, FORCE.format(by=by, on=on) + fact, date, by)


@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), FORCE_ARTICLES)
def test_force_that_the_security_council_authorised_is_no_breach(treaty: str, article: str, date: str, by: str, on: str) -> None:
    assert "breached" not in verdicts(treaty, article, FORCE.format(by=by, on=on) + "authorised: true", date, by)


@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), FORCE_ARTICLES)
def test_self_defence_ends_when_the_council_has_acted(treaty: str, article: str, date: str, by: str, on: str) -> None:
    """Article 51: until the Council has taken the measures needed."""
    happened = f"""
        acts:
          - {{kind: use_of_force, by: {by}, on: {on}, place: {{territory_of: {on}}}, in_self_defence: true}}
        decisions:
          - {{body: security_council, decision: necessary_measures}}
        """
    assert "breached" in verdicts(treaty, article, happened, date, by)


@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), FORCE_ARTICLES)
def test_a_threat_has_no_other_exceptions_than_the_charter_gives(treaty: str, article: str, date: str, by: str, on: str) -> None:
    if treaty == "au-pact-2005":
        pytest.skip("its Article 3 speaks of force alone")
    threat = f"kind: threat_of_force\nby: {by}\nto: {on}\n"
    assert "breached" in verdicts(treaty, article, threat, date, by)
    assert "breached" not in verdicts(treaty, article, threat + "authorised: true", date, by)


# ---- Locarno: Germany and Belgium, Germany and France; nothing between Belgium and France


@pytest.mark.parametrize(("by", "on"), [("GERREICH", "BEL"), ("GERREICH", "FRA"), ("BEL", "GERREICH"), ("FRA", "GERREICH")])
def test_locarno_holds_between_germany_and_its_western_neighbours(by: str, on: str) -> None:
    attack = f"kind: invasion\nby: {by}\non: {on}\nplace: {{territory_of: {on}}}\nflagrant: true\ncrossing_frontier: true"
    assert verdicts("locarno-rhineland-1925", "4(1)", attack, "1930-05-05", on) == {"owed"}
    assert verdicts("locarno-rhineland-1925", "4(3)", attack, "1930-05-05", "GBR") & {"owed", "depends"}


@pytest.mark.parametrize(("by", "on"), [("FRA", "BEL"), ("BEL", "FRA")])
@pytest.mark.parametrize("kind", ["invasion", "breach"])
def test_locarno_does_not_hold_between_belgium_and_france(by: str, on: str, kind: str) -> None:
    attack = f"kind: {kind}\nby: {by}\non: {on}\nplace: {{territory_of: {on}}}\nflagrant: true\ncrossing_frontier: true"
    for article in ("4(1)", "4(2)", "4(3)"):
        found = {duty.verdict for duty in rows("locarno-rhineland-1925", article, attack, "1930-05-05") if "review" not in duty.id}
        assert found <= {"not_owed"}, article


def test_locarno_an_answer_to_a_flagrant_breach_of_the_zone_is_no_breach() -> None:
    """Article 2, second exception: for Belgium and France only."""
    happened = """
        acts:
          - {id: zone, kind: breach, by: GERREICH, on: FRA, place: {territory: rhineland}, flagrant: true}
          - {id: answer, kind: invasion, by: FRA, on: GERREICH, place: {territory_of: GERREICH}}
        """
    assert "owed" not in verdicts("locarno-rhineland-1925", "4(1)", happened, "1930-05-05", "GERREICH")
    assert "breached" not in verdicts("locarno-rhineland-1925", "2", happened, "1930-05-05", "FRA")


# ---- ECOWAS: a situation is one of a member

FAR = "kind: invasion\nby: RUS\non: UKR\nplace: {territory_of: UKR}"


@pytest.mark.parametrize("article", ["10", "22", "26", "52"])
def test_ecowas_far_from_west_africa_owes_nothing(article: str) -> None:
    assert {duty.verdict for duty in rows("ecowas-mechanism-1999", article, FAR, "2022-02-24")} <= {"not_owed"}


def test_ecowas_coup_in_a_member() -> None:
    coup = "acts: [{kind: coup, on: SLE, by: REBELS, place: {territory_of: SLE}}]\nactors: {REBELS: {kind: non_state}}\n"
    assert verdicts("ecowas-mechanism-1999", "22", coup, "2005-05-05", "NGA") == {"depends"}
    assert verdicts("ecowas-mechanism-1999", "26", coup, "2005-05-05", "NGA") == {"permitted"}
    sent = coup + "decisions: [{body: ecowas_authority, decision: dispatch_of_force}]\n"
    assert verdicts("ecowas-mechanism-1999", "22", sent, "2005-05-05", "NGA") == {"owed"}


def test_ecowas_other_situations_wait_for_the_council() -> None:
    """Article 25, last case: what the council adds, of a situation in a member."""
    disaster = "acts: [{kind: disaster, on: SLE, place: {territory_of: SLE}}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", disaster, "2005-05-05", "NGA") == {"depends"}
    started = disaster + "decisions: [{body: ecowas_authority, decision: initiation}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", started, "2005-05-05", "NGA") == {"permitted"}
    abroad = disaster.replace("SLE", "FRA") + "decisions: [{body: ecowas_authority, decision: initiation}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", abroad, "2005-05-05", "NGA") <= {"not_owed"}
