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
    """The rows of one article (or of one clause, `9[support]`), the duties that are not owed too; there must be some."""
    decision = decide(read_event(event(happened, date), real()), treaties=[treaty], not_owed=True, library=real())
    clause = f"{treaty}:{article}/"
    found = [duty for duty in decision.duties if within_article(duty.article, article) or duty.id.startswith(clause)]
    in_force = all(each.treaty != treaty for each in decision.not_applicable)
    assert found or not in_force, f"{treaty} has no row of {article}: {[duty.id for duty in decision.duties]}"
    return found


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


@pytest.mark.parametrize(("treaty", "article", "date", "by", "on"), [row for row in FORCE_ARTICLES if row[0] != "au-pact-2005"])
def test_a_threat_has_no_other_exceptions_than_the_charter_gives(treaty: str, article: str, date: str, by: str, on: str) -> None:
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
    assert verdicts("ecowas-mechanism-1999", "26", coup, "2005-05-05", "NGA") == {"depends"}
    coup += "parties: {SLE: {democratically_elected: true}}\n"
    assert verdicts("ecowas-mechanism-1999", "22", coup, "2005-05-05", "NGA") == {"depends"}
    assert verdicts("ecowas-mechanism-1999", "26", coup, "2005-05-05", "NGA") == {"permitted"}
    sent = coup + "decisions: [{body: ecowas_authority, decision: dispatch_of_force}]\n"
    assert verdicts("ecowas-mechanism-1999", "22", sent, "2005-05-05", "NGA") == {"owed"}


@pytest.mark.parametrize("clause", ["52[un]", "52[au]"])
def test_ecowas_the_council_reports_on_the_force_that_it_sends(clause: str) -> None:
    invaded = "acts: [{kind: invasion, by: FRA, on: SLE, place: {territory_of: SLE}}]\n"
    sent = invaded + "decisions: [{body: ecowas_authority, decision: dispatch_of_force}]\n"
    assert verdicts("ecowas-mechanism-1999", clause, sent, "2005-05-05", "ecowas_authority") == {"owed"}
    declined = sent.replace("dispatch_of_force", "dispatch_of_force, outcome: not_adopted")
    assert verdicts("ecowas-mechanism-1999", clause, declined, "2005-05-05", "ecowas_authority") <= {"not_owed"}
    elsewhere = sent.replace("SLE", "UKR")
    assert verdicts("ecowas-mechanism-1999", clause, elsewhere, "2005-05-05", "ecowas_authority") <= {"not_owed"}


def test_ecowas_other_situations_wait_for_the_council() -> None:
    """Article 25, last case: what the council adds, of a situation in a member."""
    disaster = "acts: [{kind: disaster, on: SLE, place: {territory_of: SLE}}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", disaster, "2005-05-05", "NGA") == {"depends"}
    started = disaster + "decisions: [{body: ecowas_authority, decision: initiation}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", started, "2005-05-05", "NGA") == {"permitted"}
    abroad = disaster.replace("SLE", "FRA") + "decisions: [{body: ecowas_authority, decision: initiation}]\n"
    assert verdicts("ecowas-mechanism-1999", "26", abroad, "2005-05-05", "NGA") <= {"not_owed"}


# ---- articles that were missing, or said more than their text


def test_csto_force_is_decided_against_aggression_on_a_member() -> None:
    """Article 6: to repel aggression; the Council's decision alone starts nothing elsewhere."""
    assert {duty.verdict for duty in rows("csto", "CST 6", FAR, "2022-02-24")} <= {"not_owed"}
    near = "kind: invasion\nby: AFG\non: TJK\nplace: {territory_of: TJK}"
    assert verdicts("csto", "CST 6", near, "2022-02-24", "KAZ") == {"depends"}


def test_csto_peacekeepers_only_since_the_agreement_is_in_force() -> None:
    happened = """
        acts:
          - {kind: rebellion, by: REBELS, on: KGZ, place: {territory_of: KGZ}}
          - {kind: request_for_assistance, by: KGZ, to: CSTO}
        actors: {REBELS: {kind: non_state}}
        decisions: [{body: csto_council, decision: dispatch_of_force}]
        """
    assert verdicts("csto", "Peacekeeping agreement 2007", happened, "2008-05-05", "RUS") <= {"not_owed"}
    assert verdicts("csto", "Peacekeeping agreement 2007", happened, "2010-05-05", "RUS") == {"owed"}


def test_rio_measures_need_a_case_of_the_treaty() -> None:
    """Article 20: the measures of Article 8, which are those of Articles 3 and 6."""
    assert {duty.verdict for duty in rows("tiar-1947", "20", FAR, "2022-02-24")} <= {"not_owed"}
    near = "kind: invasion\nby: RUS\non: CUB\nplace: {territory_of: CUB}"
    assert "depends" in verdicts("tiar-1947", "20", near, "2022-02-24", "BRA")


def test_us_japan_operations_for_an_attacked_america_in_japan_need_no_prior_consultation() -> None:
    """Notes of 1960: operations under Article V are outside prior consultation, whichever party was attacked."""
    happened = """
        acts:
          - {id: strike, kind: bombardment, by: PRK, on: USA, target: base, place: {territory_of: JPN}}
          - {id: answer, kind: combat_operation, by: USA, on: PRK, place: {territory_of: JPN}}
        """
    assert verdicts("us-japan-1960", "Notes of 1960", happened, "1995-05-05", "USA") <= {"not_owed"}
    alone = "kind: combat_operation\nby: USA\non: VNM\nplace: {territory_of: JPN}"
    assert verdicts("us-japan-1960", "Notes of 1960", alone, "1965-05-05", "USA") & {"owed"}


SOUTH_CHINA_SEA = "kind: bombardment\nby: CHN\non: PHL\ntarget: {target}\nplace: {{sea: south_china_sea, territory_of: none}}"


def test_the_south_china_sea_is_read_into_the_treaty_by_both_parties_since_2023() -> None:
    """The Guidelines of 3 May 2023 speak of forces, public vessels and aircraft; the text names the Pacific."""
    warship = SOUTH_CHINA_SEA.format(target="warship")
    assert verdicts("us-philippines-1951", "IV", warship, "2010-05-05", "USA") <= {"not_owed"}
    assert "owed" in verdicts("us-philippines-1951", "IV", warship, "2024-05-05", "USA")
    island = "kind: invasion\nby: CHN\non: PHL\ntarget: island\nplace: {territory: thitu}"
    assert verdicts("us-philippines-1951", "IV[pacific]", island, "2024-05-05", "USA") <= {"not_owed"}


def test_a_threat_to_the_triple_alliance_is_one_of_a_great_power() -> None:
    """Article 5: the cases of the articles before it, in which France or another great power is the adversary."""
    for treaty, article, date in (
        ("triple-alliance-1882", "5(1)", "1910-05-05"),
        ("triple-alliance-1912", "5[concert]", "1914-07-20"),
    ):
        small = "kind: threat_of_force\nby: SRB\nto: AUTHUN"
        assert verdicts(treaty, article, small, date, "ITA") <= {"not_owed"}
        assert "owed" in verdicts(treaty, article, small.replace("SRB", "RUSEMP"), date, "ITA")


def test_italian_action_in_north_africa_that_ends_in_war_with_france_binds_germany() -> None:
    """Article 10 of 1912: action there, or on French soil in Europe; the war that follows is Germany's at Italy's request."""
    happened = """
        acts:
          - {kind: expansion, by: FRA, place: {name: Fez, territory: morocco}}
          - {kind: invasion, by: ITA, on: OTTOMAN, place: {name: Tripoli, territory: tripolitania}}
          - {kind: declaration_of_war, by: FRA, on: ITA}
          - {kind: request_for_assistance, by: ITA, to: GERREICH}
        """
    assert verdicts("triple-alliance-1912", "10", happened, "1914-07-20", "GERREICH") == {"owed"}


def test_germany_supports_italian_occupation_only_after_agreement() -> None:
    """Article 9 of 1912: after a formal agreement beforehand."""
    taken = "acts: [{kind: occupation, by: ITA, place: {name: Bengazi, territory: cyrenaica}}"
    alone = taken + ", {kind: prior_agreement, by: GERREICH, to: ITA, happened: false}]"
    assert verdicts("triple-alliance-1912", "9[support]", alone, "1914-07-20", "GERREICH") <= {"not_owed"}
    agreed = taken.replace("acts: [", "acts: [{kind: prior_agreement, by: GERREICH, to: ITA}, ") + "]"
    found = [each for each in rows("triple-alliance-1912", "9", agreed, "1914-07-20") if each.duty == "assist"]
    assert [(each.bearer, each.verdict) for each in found] == [("GERREICH", "owed")]


def test_the_dual_alliance_binds_to_warn_russia() -> None:
    """Article IV calls it a duty of loyalty, not a right."""
    armed = "kind: show_of_force\nby: RUSEMP\nto: GERREICH"
    found = [duty for duty in rows("dual-alliance-1879", "IV", armed, "1890-05-05") if duty.duty == "notify"]
    assert found
    assert {duty.verdict for duty in found} == {"owed"}


def test_what_was_published_is_kept_secret_no_longer() -> None:
    day = "kind: unrest\non: GERREICH\nby: []"
    assert "owed" in {duty.verdict for duty in rows("dual-alliance-1879", "IV", day, "1887-05-05") if duty.duty == "keep_secret"}
    later = {duty.verdict for duty in rows("dual-alliance-1879", "IV", day, "1890-05-05") if duty.duty == "keep_secret"}
    assert later <= {"not_owed"}


def test_a_victim_that_defends_itself_reports() -> None:
    """Article 51: measures taken in self-defence are reported, those of the victim too."""
    happened = """
        acts:
          - {id: landing, kind: invasion, by: ARG, on: GBR, place: {territory_of: GBR}}
          - {id: answer, kind: bombardment, by: GBR, on: ARG, place: {territory_of: GBR}, in_self_defence: true}
        """
    assert "owed" in verdicts("un-charter-1945", "51", happened, "1982-05-02", "GBR")
    assert "owed" not in verdicts("un-charter-1945", "51", happened, "1982-05-02", "ARG")


def test_soviet_and_czech_governments_press_for_a_recommendation() -> None:
    """Protocol I: they act together so that the Council speaks soon."""
    attack = "kind: invasion\nby: GERREICH\non: CZSK\nplace: {territory_of: CZSK}"
    found = [each for each in rows("soviet-czech-1935", "Protocol I", attack, "1938-05-05") if each.duty == "seek_decision"]
    assert {each.bearer: each.verdict for each in found} == {"CZSK": "owed", "USSR": "owed"}


def test_france_and_czechoslovakia_consult_over_austria() -> None:
    anschluss = "kind: threat\nby: GERREICH\nto: AUT\nthreatening_independence: true"
    assert verdicts("franco-czech-1924-25", "1924 3", anschluss, "1938-03-11", "FRA") == {"owed"}
    assert verdicts("franco-czech-1924-25", "1924 3", anschluss.replace("AUT", "LTU"), "1938-03-11", "FRA") <= {"not_owed"}


def test_the_vilnius_pledge_is_political_and_a_floor() -> None:
    found = [
        duty
        for duty in rows("nato-vilnius-2023", "27", "kind: unrest\non: FRA\nby: []", "2023-09-05")
        if duty.bearer == "DEU" and duty.verdict != "not_owed"
    ]
    assert {duty.force for duty in found} == {"political"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("treaty", "articles"),
    [
        ("anzus-1951", {"I", "II", "III", "IV(1)", "IV(2)", "V", "VI", "VII", "VIII", "X"}),
        ("csto", {"CST 1(1)", "CST 1(2)", "CST 2", "CST 4(1)", "CST 4(2)", "CST 4(3)", "CST 6", "CST 8", "CST 9", "CST 11"}),
        ("eu-teu-42-7", {"42(2)", "42(3)", "42(7) s1", "42(7) s2", "42(7) s3", "50", "Declarations 13, 14", "Irish Protocol 2013"}),
        ("franco-czech-1924-25", {f"1924 {number}" for number in range(1, 8)}),
        ("molotov-ribbentrop-1939", {"I", "II", "III", "IV", "V", "VI", "Secret 1", "Secret 2", "Secret 4"}),
        ("seato-1954", {"I", "II", "III", "IV(1)", "IV(2)", "IV(3)", "V", "VI", "VII", "VIII", "X"}),
        ("tiar-1947", {"1", "2", "3(1)", "3(2)", "5", "6", "7", "8", "9", "11-16", "17-19", "20", "25"}),
        ("triple-alliance-1912", {str(number) for number in range(1, 15)}),
        ("us-japan-1960", {"I", "II", "III", "IV", "V(1)", "V(2)", "VI", "VII", "X", "Notes of 1960"}),
        ("warsaw-pact-1955", {str(number) for number in range(1, 12)}),
    ],
)
def test_articles_that_can_be_cited(treaty: str, articles: set[str]) -> None:
    assert articles <= {number for number, *_ in real().plan.treaties[treaty].articles}


@pytest.mark.parametrize(
    ("treaty", "article", "date"),
    [("arab-league-1950", "6", "2022-02-24"), ("locarno-rhineland-1925", "4(3)[review]", "1933-05-05")],
)
def test_a_decision_of_a_body_needs_a_case_of_its_treaty(treaty: str, article: str, date: str) -> None:
    far = "kind: invasion\nby: JPN\non: CHN\nplace: {territory_of: CHN}"
    assert {duty.verdict for duty in rows(treaty, article, far, date)} == {"not_owed"}


def test_arab_league_measures_wait_for_the_council() -> None:
    near = "kind: invasion\nby: ISR\non: LBN\nplace: {territory_of: LBN}"
    assert verdicts("arab-league-1950", "6", near, "1982-06-06", "JOR") == {"depends"}


def test_the_declarations_of_1882_leave_out_great_britain() -> None:
    """They reach the concert of Article 5(1) too, and are doubtful after the renewals; the answer says so."""
    threat = "kind: threat_of_force\nby: {}\nto: ITA"
    assert verdicts("triple-alliance-1882", "5(1)", threat.format("GBR"), "1885-05-05", "GERREICH") <= {"not_owed"}
    found = rows("triple-alliance-1882", "5(1)", threat.format("FRA"), "1885-05-05")
    assert {duty.verdict for duty in found if duty.bearer == "GERREICH"} == {"owed"}
    assert all(duty.doubt and "renewals" in duty.doubt for duty in found)


def test_russia_that_attacks_together_with_another_stands_behind_it() -> None:
    """Dual Alliance II(2): active cooperation of Russia; both who attack are met with the whole forces."""
    joint = "kind: invasion\nby: [FRA, RUSEMP]\non: GERREICH\nplace: {territory_of: GERREICH}"
    assert verdicts("dual-alliance-1879", "I", joint, "1890-05-05", "AUTHUN") >= {"owed"}
    assert verdicts("dual-alliance-1879", "II(2)", joint, "1890-05-05", "AUTHUN") == {"owed"}
    neutral = [each for each in rows("dual-alliance-1879", "II(1)", joint, "1890-05-05") if each.duty == "stay_neutral"]
    assert {each.verdict for each in neutral} == {"not_owed"}  # not to help the attackers stays owed, and goes with it
