"""What single articles of the treaties made after 1945 say, asked with the smallest event that brings them up.

Each row is a fact of law: who owes, on which day, and above all who does not, with the reason.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from treatylang.api import decide, read_event
from treatylang.decision.decision import Duty
from treatylang.model.articles import within_article

Row = tuple[str, str, str, str, str, str]
"""Article, day, what happened, bearer, verdict (`none`: nothing is owed, and nothing depends), reason."""


def duties(treaty: str, article: str, date: str, happened: str) -> list[Duty]:
    """What one article (or one clause of it, `9[support]`) says of an event; the article must be there to be cited."""
    plan = real().plan.treaties[treaty]
    names = {number for number, *_ in plan.articles} | {clause.id for clause in plan.clauses}
    assert article in names, f"{treaty} has no {article}: {sorted(names)}"
    decision = decide(read_event(event(happened, date), real()), treaties=[treaty], not_owed=True, library=real())
    clause = (f"{treaty}:{article}/", f"{treaty}:{article}.")
    return [each for each in decision.duties if within_article(each.article, article) or each.id.startswith(clause)]


def said(treaty: str, article: str, date: str, happened: str, bearer: str) -> str:
    """The one verdict on a bearer other than not_owed, or `none`."""
    found = {each.verdict for each in duties(treaty, article, date, happened) if each.bearer == bearer} - {"not_owed"}
    assert len(found) <= 1, found
    return found.pop() if found else "none"


def attack(by: str, on: str, place: str = "", kind: str = "invasion", more: str = "") -> str:
    where = f"{{{place}}}" if place else f"{{territory_of: {on}}}"
    return f"kind: {kind}\nby: {by}\non: {on}\nplace: {where}\n{more}"


def acts(*each: str, more: str = "") -> str:
    return "acts:\n" + "".join(f"  - {{{one}}}\n" for one in each) + more


def decided(body: str, decision: str, outcome: str = "adopted") -> str:
    return f"decisions: [{{body: {body}, decision: {decision}, outcome: {outcome}}}]\n"


QUIET = "kind: unrest\non: NOR\nby: []\n"
"""An event that brings up nothing, for duties that are always on."""


# ---- Western European Union

LEBANON = "kind: threat, by: SYR, to: LBN"

WEU: tuple[Row, ...] = (
    ("V", "1960-05-05", attack("USSR", "DEU"), "GBR", "owed", "an attack in Europe on a member"),
    ("V", "1960-05-05", attack("USSR", "DEU"), "DEU", "none", "nobody owes help to itself"),
    ("V", "1955-05-05", attack("USSR", "FRA"), "GBR", "none", "the day before it came into force"),
    ("V", "2011-06-29", attack("RUS", "DEU"), "FRA", "owed", "the last day on which it was law"),
    ("V", "2011-06-30", attack("RUS", "DEU"), "FRA", "none", "no longer law"),
    ("V", "1982-04-02", attack("ARG", "GBR", "territory: falkland_islands"), "FRA", "none", "not in Europe"),
    ("V", "1957-05-05", attack("MAR", "FRA", "territory: algeria"), "BEL", "none", "Algeria is in Africa, a department or not"),
    ("V", "1989-05-05", attack("DZA", "ESP"), "FRA", "none", "Spain is not a member before 1990"),
    ("V", "1991-05-05", attack("DZA", "ESP"), "FRA", "owed", "Spain is a member since 1990-03-27"),
    ("V", "1991-05-05", attack("DZA", "ESP", "territory: ceuta"), "FRA", "none", "Ceuta is in Africa"),
    ("V", "1965-05-05", attack("TUR", "ITA"), "FRA", "owed", "the text of 1954 makes no exception for allies"),
    ("V", "1970-05-05", attack("DEU", "FRA"), "GBR", "owed", "nor for members: an ally's attack is an attack"),
    ("V", "1993-05-05", attack("DEU", "FRA"), "GBR", "none", "until Petersberg, which has both cases"),
    ("V", "1996-05-05", attack("TUR", "GRC"), "FRA", "none", "Petersberg 1992: not between members of the two alliances"),
    ("V", "1996-05-05", attack("ALB", "GRC"), "FRA", "owed", "Albania is then in neither"),
    (
        "V",
        "1970-05-05",
        attack("USSR", "NLD", kind="threat_of_force").replace("on:", "to:"),
        "BEL",
        "none",
        "a threat is no attack",
    ),
    ("V", "1960-05-05", attack("USSR", "AUT"), "ITA", "none", "Austria is no member"),
    ("VI", "1960-05-05", attack("USSR", "DEU"), "GBR", "owed", "what is done is reported"),
    (
        "VI",
        "1982-04-02",
        attack("ARG", "GBR", "territory: falkland_islands"),
        "FRA",
        "none",
        "where no help is owed, nothing is to report",
    ),
    ("VII", "1960-05-05", "kind: hostile_alliance\nby: ITA\non: FRA\n", "ITA", "breached", "an alliance against a member"),
    (
        "VIII[threat]",
        "1958-05-05",
        acts(LEBANON, "kind: request_for_consultation, by: FRA, to: GBR"),
        "DEU",
        "owed",
        "wherever it arises",
    ),
    (
        "VIII[threat]",
        "1958-05-05",
        acts(
            LEBANON,
            "kind: request_for_consultation, by: LBN, to: GBR",
            "kind: request_for_meeting, by: FRA, to: GBR, happened: false",
        ),
        "DEU",
        "depends",
        "Lebanon may not ask; whether a member asked for consultation is not said",
    ),
    (
        "VIII[threat]",
        "1958-05-05",
        acts(
            LEBANON,
            "kind: request_for_consultation, by: [], to: GBR, happened: false",
            "kind: request_for_meeting, by: [], to: GBR, happened: false",
        ),
        "DEU",
        "none",
        "no member asked",
    ),
    (
        "VIII[peace]",
        "1974-01-05",
        acts("kind: request_for_meeting, by: NLD, to: FRA", more="facts: {danger_to_peace: true}\n"),
        "ITA",
        "owed",
        "on any situation that may threaten peace",
    ),
    (
        "VIII[peace]",
        "1974-01-05",
        acts("kind: request_for_meeting, by: NLD, to: FRA", more="facts: {danger_to_peace: false}\n"),
        "ITA",
        "depends",
        "a danger to economic stability suffices too, and is open",
    ),
    ("X", "1965-05-05", "kind: dispute\nby: BEL\non: NLD\n", "NLD", "owed", "disputes among members"),
    ("X", "1965-05-05", "kind: dispute\nby: BEL\non: CHE\n", "BEL", "none", "Switzerland is no member"),
    ("XII", "1998-08-24", QUIET, "FRA", "none", "within the fifty years"),
    ("XII", "1998-08-25", QUIET, "FRA", "permitted", "after fifty years, on a year's notice"),
    (
        "Protocol II, VI[maintain]",
        "1965-05-05",
        QUIET,
        "GBR",
        "depends",
        "unless the majority agreed or there is an emergency overseas",
    ),
    ("Protocol II, VI[withdrawal]", "1965-05-05", QUIET, "GBR", "owed", "stands, emergency or not"),
    ("Protocol II, VI[withdrawal]", "1965-05-05", QUIET, "FRA", "none", "Britain alone promised it"),
    ("Protocol III, 1", "1965-05-05", QUIET, "DEU", "owed", "Germany gave such weapons up"),
    ("Protocol III, 1", "1965-05-05", QUIET, "FRA", "none", "France did not"),
    ("Protocol III, 2", "1983-05-05", QUIET, "DEU", "owed", "the limits hold until the Council lifts them"),
    ("Protocol III, 2", "1985-05-05", QUIET, "DEU", "none", "the list ended in 1984"),
)


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), WEU)
def test_weu(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("weu-1954", article, date, happened, bearer) == verdict, reason


def test_weu_help_ends_when_the_council_of_the_united_nations_has_acted() -> None:
    happened = acts(
        "kind: invasion, by: USSR, on: DEU, place: {territory_of: DEU}", more=decided("security_council", "necessary_measures")
    )
    assert said("weu-1954", "V", "1960-05-05", happened, "FRA") == "none"


# ---- the solidarity clause of the European Union

PARIS = "kind: terrorism, by: ISIS, on: FRA, target: population, place: {territory_of: FRA}, killed: 130"
FLOOD = "kind: disaster, on: SVN, place: {territory_of: SVN}"
ASKED = "kind: request_for_assistance, by: {}, to: EU"
NOT_ASKED = "kind: request_for_assistance, by: {}, to: EU, happened: false"
FRANCE_ASKS, SLOVENIA_ASKS = ASKED.format("FRA"), ASKED.format("SVN")
UNDER_ANOTHER = 'kind: request_for_assistance, by: FRA, to: EU, under: "eu-teu-42-7:42(7)"'

SOLIDARITY: tuple[Row, ...] = (
    ("222(2)", "2015-11-17", acts(PARIS, FRANCE_ASKS), "DEU", "owed", "struck by terrorists, and asks"),
    ("222(2)", "2015-11-17", acts(PARIS, FRANCE_ASKS), "IRL", "owed", "neutrality is no exception, only a choice of means"),
    ("222(2)", "2015-11-17", acts(PARIS, FRANCE_ASKS), "DNK", "owed", "Denmark's protocol is about defence alone"),
    ("222(2)", "2015-11-17", acts(PARIS, UNDER_ANOTHER, NOT_ASKED.format("FRA")), "DEU", "none", "France asked under Article 42(7) alone"),
    ("222(2)", "2015-11-17", acts(PARIS, ASKED.format("DEU")), "DEU", "depends", "others cannot ask for it; whether it asked is not said"),
    ("222(2)", "2023-08-05", acts(FLOOD, SLOVENIA_ASKS), "FRA", "owed", "a disaster"),
    ("222(2)", "2023-08-05", acts(FLOOD, NOT_ASKED.format("SVN")), "FRA", "none", "not asked"),
    ("222(2)", "2023-08-05", acts(FLOOD.replace("SVN", "TUR"), ASKED.format("TUR")), "FRA", "none", "Turkey is no member"),
    ("222(2)", "2015-11-17", acts("kind: invasion, by: RUS, on: FRA, place: {territory_of: FRA}", FRANCE_ASKS), "DEU", "none", "war is another clause"),
    ("222(2)", "2004-03-11", acts(PARIS.replace("FRA", "ESP"), ASKED.format("ESP")), "FRA", "none", "not yet in force"),
    ("222(2)", "2012-08-05", acts(FLOOD, SLOVENIA_ASKS), "HRV", "none", "Croatia is a member since 2013-07-01"),
    ("222(2)", "2019-08-05", acts(FLOOD, SLOVENIA_ASKS), "GBR", "owed", "still a member"),
    ("222(2)", "2020-02-01", acts(FLOOD, SLOVENIA_ASKS), "GBR", "none", "no member any more"),
    ("222(1)[together-attack]", "2015-11-17", acts(PARIS, NOT_ASKED.format("FRA")), "DEU", "owed", "to act together, no request is needed"),
    ("222(1)[attack]", "2012-11-17", acts(PARIS, FRANCE_ASKS), "union_institutions", "owed", "before the Decision of 2014 a request is enough"),
    ("222(1)[attack]", "2012-11-17", acts(PARIS, NOT_ASKED.format("FRA")), "union_institutions", "none", "not asked"),
    ("222(1)[attack]", "2012-11-17", acts(PARIS.replace("place: {territory_of: FRA}", "place: {territory_of: MLI}"), FRANCE_ASKS),
     "union_institutions", "none", "on the soil of a member only"),
    ("222(1)[attack]", "2015-11-17", acts(PARIS, UNDER_ANOTHER, NOT_ASKED.format("FRA")), "union_institutions", "none", "asked under another clause"),
    ("222(1)[disaster]", "2012-08-05", acts(FLOOD, SLOVENIA_ASKS), "union_institutions", "owed", "before the Decision of 2014 a request is enough"),
    ("222(1)[disaster]", "2012-08-05", acts(FLOOD, NOT_ASKED.format("SVN")), "union_institutions", "none", "not asked"),
    ("222(1)[prevention]", "2015-11-17", QUIET, "union_institutions", "owed", "prevention needs no attack"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), SOLIDARITY)
def test_solidarity(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("eu-tfeu-222", article, date, happened, bearer) == verdict, reason


def test_solidarity_the_union_is_called_by_a_member_that_is_overwhelmed() -> None:
    """Decision 2014/415, 4: the member judges it, and shows it by an invocation."""
    asked = acts(PARIS, FRANCE_ASKS, 'kind: invocation, by: FRA, to: EU, under: "eu-tfeu-222:222(1)"')
    assert said("eu-tfeu-222", "222(1)[attack]", "2015-11-17", asked, "union_institutions") == "owed"
    assert said("eu-tfeu-222", "222(1)[attack]", "2015-11-17", acts(PARIS, FRANCE_ASKS), "union_institutions") == "depends"
    able = acts(PARIS, FRANCE_ASKS, more="parties: {FRA: {overwhelmed: false}}\n")
    assert said("eu-tfeu-222", "222(2)[attack]", "2015-11-17", able, "DEU") == "owed", "the members' own duty has no such condition"


@pytest.mark.parametrize(
    ("clause", "happened"), [("222(1)[attack]", acts(PARIS, FRANCE_ASKS)), ("222(1)[disaster]", acts(FLOOD, SLOVENIA_ASKS))]
)
def test_solidarity_what_the_union_gives_is_the_help_that_is_needed(clause: str, happened: str) -> None:
    (found,) = [each for each in duties("eu-tfeu-222", clause, "2012-11-17", happened) if each.verdict == "owed"]
    assert (found.bearer, found.strength) == ("union_institutions", "necessary_aid")


# ---- the United States and the Republic of China

TAIWAN = "territory: taiwan"
STRIKE = "kind: bombardment, by: TWN, on: CHN, place: {territory_of: CHN}"

ROC: tuple[Row, ...] = (
    ("V(1)", "1958-08-23", attack("CHN", "TWN", TAIWAN), "USA", "owed", "Taiwan is named"),
    ("V(1)", "1958-08-23", attack("CHN", "TWN", "territory: pescadores"), "USA", "owed", "the Pescadores are named"),
    ("V(1)", "1958-08-23", attack("CHN", "TWN", "territory: quemoy"), "USA", "none", "Quemoy is not"),
    ("V(1)", "1955-01-20", attack("CHN", "TWN", TAIWAN), "USA", "none", "not yet in force"),
    ("V(1)", "1979-12-31", attack("CHN", "TWN", TAIWAN), "USA", "owed", "the year of notice runs out, recognition or not"),
    ("V(1)", "1980-01-01", attack("CHN", "TWN", TAIWAN), "USA", "none", "ended"),
    ("V(1)", "1958-08-23", attack("CHN", "USA", TAIWAN, kind="bombardment", more="target: base\n"), "USA", "owed", "bases lie on the land attacked"),
    ("V(1)", "1958-08-23", attack("CHN", "USA", TAIWAN, kind="bombardment", more="target: base\n"), "TWN", "none", "no American territory"),
    ("V(1)", "1960-05-05", attack("USSR", "USA", "territory: guam"), "TWN", "owed", "an American island in the West Pacific"),
    ("V(1)", "1960-05-05", attack("USSR", "USA", "territory: okinawa"), "TWN", "owed", "Okinawa was under American jurisdiction"),
    ("V(1)", "1973-05-05", attack("USSR", "JPN", "territory: okinawa"), "TWN", "none", "Okinawa is Japan's again"),
    ("V(1)", "1960-05-05", attack("USSR", "USA", "territory: alaska"), "TWN", "none", "Alaska is no island there"),
    ("V(1)", "1960-05-05", attack("USSR", "USA", "territory: hawaii"), "TWN", "none", "Hawaii is not in the West Pacific"),
    ("V(1)", "1965-05-05", attack("VNM", "USA", "sea: south_china_sea, territory_of: none", "bombardment", "target: warship\n"), "TWN", "none",
     "ships are not covered"),
    ("V(2)", "1958-08-23", attack("CHN", "TWN", TAIWAN), "USA", "owed", "measures are reported"),
    ("I[force]", "1958-08-23", acts(STRIKE), "TWN", "breached", "force against another state"),
    ("Notes of 10 December 1954[china]", "1958-08-23", acts(STRIKE, "kind: consent, by: USA, to: TWN, happened: false"), "TWN", "breached",
     "no joint agreement"),
    ("Notes of 10 December 1954[china]", "1958-08-23", acts(STRIKE, "kind: consent, by: USA, to: TWN"), "TWN", "owed", "agreed: no breach"),
    ("Notes of 10 December 1954[china]", "1958-08-23", acts(STRIKE + ", in_self_defence: true"), "TWN", "owed", "plain self-defence: no breach"),
    ("VII", "1960-05-05", QUIET, "USA", "none", "bases are granted to it, not by it"),
    ("VII", "1960-05-05", QUIET, "TWN", "owed", "the Republic of China grants them"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), ROC)
def test_roc(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("us-roc-1954", article, date, happened, bearer) == verdict, reason


def test_roc_the_senate_asked_for_an_attack_from_outside() -> None:
    """A rebellion on Taiwan that is grave: the text does not say external, the Senate's report does."""
    inside = "kind: armed_attack\nby: REBELS\non: TWN\nplace: {territory: taiwan}\ndirected_from_abroad: false\nactors: {REBELS: {kind: non_state}}\n"
    assert said("us-roc-1954", "V(1)", "1960-05-05", inside, "USA") == "disputed"


def test_roc_measures_end_when_the_security_council_has_acted() -> None:
    happened = attack("CHN", "TWN", TAIWAN) + decided("security_council", "necessary_measures")
    assert said("us-roc-1954", "V(1)", "1958-08-23", happened, "USA") == "none"


# ---- the Budapest Memorandum

CRIMEA = attack("RUS", "UKR", "territory: crimea")
DEFENCE = "in_self_defence: true\n"

BUDAPEST: tuple[Row, ...] = (
    ("2[force]", "2014-03-01", CRIMEA, "RUS", "breached", "force against Ukraine"),
    ("2[force]", "2014-03-01", CRIMEA, "USA", "owed", "the others have not broken it"),
    ("2[force]", "2008-08-08", attack("RUS", "GEO"), "RUS", "owed", "Georgia has no such promise: no breach"),
    ("2[force]", "2014-03-01", attack("UKR", "RUS"), "UKR", "none", "Ukraine promises nothing here"),
    ("2[force]", "1994-12-04", CRIMEA, "RUS", "none", "not yet signed"),
    ("2[force]", "2014-03-01", CRIMEA + DEFENCE, "RUS", "owed", "self-defence is excepted"),
    ("2[threat]", "2021-12-17", "kind: threat_of_force\nby: RUS\nto: UKR\n", "RUS", "breached", "a threat is enough"),
    ("3", "2013-08-14", "kind: economic_pressure\nby: RUS\non: UKR\n", "RUS", "depends", "whether with the aim that the text names"),
    ("3", "2013-08-14", "kind: economic_pressure\nby: RUS\non: MDA\n", "RUS", "owed", "pressure on another is no breach"),
    ("4", "2014-03-01", CRIMEA, "USA", "none", "no nuclear weapon is used or threatened with"),
    ("4", "2024-05-05", "kind: nuclear_threat\nby: RUS\nto: UKR\n", "GBR", "owed", "a threat with them"),
    ("4", "2024-05-05", "kind: nuclear_threat\nby: RUS\nto: POL\n", "GBR", "none", "to Ukraine only"),
    ("4", "2024-05-05", "kind: nuclear_use\nby: RUS\non: UKR\nplace: {territory_of: UKR}\n", "UKR", "none", "Ukraine receives, and does not owe"),
    ("5", "2024-05-05", "kind: nuclear_use\nby: RUS\non: UKR\nplace: {territory_of: UKR}\n", "RUS", "breached", "never against Ukraine"),
    ("5", "2024-05-05", CRIMEA, "RUS", "owed", "other weapons are paragraph 2"),
    ("6", "2014-03-01", CRIMEA, "USA", "owed", "a question about these commitments"),
    ("6", "2014-03-01", CRIMEA, "RUS", "owed", "the one whose deed it is consults too"),
    ("6", "2014-03-01", CRIMEA, "UKR", "owed", "and Ukraine"),
    ("6", "2008-08-08", attack("RUS", "GEO"), "USA", "none", "no question about Ukraine"),
    ("6", "2014-03-01", attack("ROU", "UKR"), "USA", "none", "Romania promised nothing, and no nuclear weapon is used"),
    ("6", "2014-03-18", "kind: annexation\nby: RUS\non: UKR\nplace: {territory: crimea}\n", "GBR", "owed", "its borders"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), BUDAPEST)
def test_budapest(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("budapest-1994", article, date, happened, bearer) == verdict, reason


def test_budapest_a_nuclear_answer_to_an_attack_with_a_nuclear_ally_is_excepted() -> None:
    """Paragraph 5: only where Ukraine attacked, and a nuclear power was with it."""
    both = acts(
        "kind: invasion, by: UKR, on: RUS, place: {territory_of: RUS}",
        "kind: nuclear_use, by: RUS, on: UKR, place: {territory_of: UKR}",
    )
    allied = both + "relations: [{allied: [UKR, FRA]}]\n"
    assert said("budapest-1994", "5", "1999-05-05", both, "RUS") == "breached"
    assert said("budapest-1994", "5", "1999-05-05", allied, "RUS") == "owed"


def test_budapest_what_the_text_calls_a_commitment_is_political() -> None:
    for article in ("1", "3", "5"):
        assert {each.force for each in duties("budapest-1994", article, "2014-03-01", QUIET)} == {"political"}, article
    assert {each.force for each in duties("budapest-1994", "2[force]", "2014-03-01", QUIET)} == {"binding"}


# ---- Brussels and Dunkirk

MEETING = "kind: request_for_meeting, by: {}, to: FRA"
NOBODY_ASKS = (
    "kind: request_for_meeting, by: [], to: FRA, happened: false",
    "kind: request_for_consultation, by: [], to: FRA, happened: false",
)

BRUSSELS: tuple[Row, ...] = (
    ("IV", "1950-05-05", attack("USSR", "NLD"), "GBR", "owed", "an attack in Europe, whoever makes it"),
    ("IV", "1950-05-05", attack("DEU", "FRA"), "BEL", "owed", "Germany too"),
    ("IV", "1948-08-24", attack("USSR", "NLD"), "GBR", "none", "not yet in force"),
    ("IV", "1955-05-06", attack("USSR", "NLD"), "GBR", "none", "replaced"),
    ("IV", "1950-05-05", attack("VIET_MINH", "FRA", "territory: indochina"), "GBR", "none", "Indochina is not in Europe"),
    ("IV", "1950-05-05", attack("USSR", "DEU"), "FRA", "none", "Germany is no party"),
    ("IV", "1950-05-05", attack("USSR", "ITA"), "FRA", "none", "nor is Italy"),
    ("V", "1950-05-05", attack("USSR", "NLD"), "LUX", "owed", "what is done is reported"),
    ("VI", "1950-05-05", "kind: hostile_alliance\nby: FRA\non: GBR\n", "FRA", "breached", "against another party"),
    ("VI", "1949-04-04", "kind: hostile_alliance\nby: FRA\non: USSR\n", "FRA", "owed", "against others it is free: no breach"),
    ("VII[threat]", "1950-06-27", acts("kind: threat, by: PRK, to: KOR", MEETING.format("GBR")), "LUX", "owed", "in whatever area"),
    ("VII[threat]", "1950-06-27", acts("kind: threat, by: PRK, to: KOR", *NOBODY_ASKS), "LUX", "none", "nobody asked"),
    ("VII[threat]", "1950-06-27", acts("kind: threat, by: PRK, to: KOR", MEETING.format("KOR"), *NOBODY_ASKS[1:]), "LUX", "depends",
     "only a party may ask; whether one did is not said"),
    ("VII[germany]", "1952-05-05", acts("kind: expansion, by: DEU, on: POL", MEETING.format("FRA")), "GBR", "owed", "a German policy of aggression"),
    ("VII[germany]", "1952-05-05", acts("kind: expansion, by: USSR, on: POL", MEETING.format("FRA")), "GBR", "none", "not Germany's"),
    ("VIII", "1950-05-05", "kind: dispute\nby: FRA\non: GBR\n", "FRA", "owed", "the Minquiers and Ecrehos: to the Court"),
    ("VIII", "1950-05-05", "kind: dispute\nby: FRA\non: CHE\n", "FRA", "none", "Switzerland is no party"),
    ("IX", "1950-05-05", QUIET, "BEL", "permitted", "others may be asked in, by all together"),
)  # fmt: skip

DUNKIRK: tuple[Row, ...] = (
    ("I", "1952-05-05", "kind: threat\nby: DEU\nto: FRA\n", "GBR", "owed", "a German threat"),
    ("I", "1952-05-05", "kind: threat\nby: USSR\nto: FRA\n", "GBR", "none", "no other threat"),
    ("I", "1952-05-05", "kind: threat\nby: DEU\nto: BEL\n", "GBR", "none", "Belgium is no party"),
    ("II[attack]", "1952-05-05", attack("DEU", "FRA"), "GBR", "owed", "attacked by Germany"),
    ("II[attack]", "1952-05-05", attack("DEU", "GBR", "territory: malta"), "FRA", "owed", "no area is set"),
    ("II[attack]", "1952-05-05", attack("USSR", "FRA"), "GBR", "none", "attacked by another"),
    ("II[attack]", "1947-09-07", attack("USSR", "FRA"), "GBR", "none", "not yet in force"),
    ("II[attack]", "1952-05-05", attack("FRA", "DEU"), "GBR", "none", "who attacks Germany alone has no claim"),
    ("II[agreed]", "1952-05-05", attack("FRA", "DEU"), "GBR", "none", "no action was agreed, and Germany threatened nobody"),
    ("II[agreed]", "1952-05-05", acts("kind: threat, by: DEU, to: FRA", "kind: prior_agreement, by: GBR, on: FRA",
     "kind: invasion, by: FRA, on: DEU, place: {territory_of: DEU}"), "GBR", "owed", "action agreed on a German threat"),
    ("II[agreed]", "1952-05-05", acts("kind: threat, by: DEU, to: FRA", "kind: prior_agreement, by: GBR, on: FRA, happened: false",
     "kind: invasion, by: FRA, on: DEU, place: {territory_of: DEU}"), "GBR", "none", "not agreed"),
    ("II[enforcement]", "1952-05-05", attack("FRA", "DEU", more="authorised: true\n"), "GBR", "owed", "enforcement by the Security Council"),
    ("II[enforcement]", "1952-05-05", attack("FRA", "DEU"), "GBR", "none", "nobody authorised it"),
    ("III", "1952-05-05", "kind: breach\nby: DEU\non: FRA\n", "GBR", "depends", "whether an economic duty"),
    ("III", "1952-05-05", "kind: breach\nby: ITA\non: FRA\n", "GBR", "none", "Germany only"),
    ("V(1)[engagement]", "1952-05-05", "kind: conflicting_engagement\nby: FRA\non: DEU\n", "FRA", "breached", "a duty at odds with the treaty"),
    ("VI", "1996-09-07", QUIET, "FRA", "none", "too early to end it"),
    ("VI", "1998-05-05", QUIET, "FRA", "permitted", "then on a year's notice"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), BRUSSELS)
def test_brussels(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("brussels-1948", article, date, happened, bearer) == verdict, reason


def test_brussels_help_ends_when_the_security_council_has_acted() -> None:
    happened = attack("USSR", "NLD") + decided("security_council", "necessary_measures")
    assert said("brussels-1948", "IV", "1950-05-05", happened, "GBR") == "none"


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), DUNKIRK)
def test_dunkirk(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("dunkirk-1947", article, date, happened, bearer) == verdict, reason


# ---- the Balkan pact of 1954

BALKAN: tuple[Row, ...] = (
    ("II(1)", "1956-05-05", attack("BGR", "YUG"), "GRC", "owed", "on the territory of a party"),
    ("II(1)", "1956-05-05", attack("USSR", "TUR", "territory: turkey_asia"), "YUG", "owed", "on any part of it, in Asia too"),
    ("II(1)", "1955-05-20", attack("BGR", "YUG"), "GRC", "none", "not yet in force"),
    ("II(1)", "1975-05-21", attack("BGR", "YUG"), "GRC", "none", "the twenty years are over"),
    ("II(1)", "1956-05-05", attack("BGR", "YUG", "zone: high_seas, territory_of: none", "bombardment", "target: warship\n"), "GRC", "none", "ships at sea are not territory"),
    ("II(1)", "1956-05-05", attack("YUG", "BGR"), "GRC", "none", "the ally is the attacker"),
    ("II(1)", "1974-07-20", attack("TUR", "CYP"), "YUG", "none", "Cyprus is no party"),
    ("II(1)", "1956-05-05", "kind: threat_of_force\nby: USSR\nto: YUG\n", "TUR", "none", "a threat is no aggression"),
    ("II(2)", "1956-05-05", attack("BGR", "YUG"), "GRC", "owed", "no separate peace with the aggressor"),
    ("II(2)", "1956-05-05", "kind: unrest\non: YUG\nby: []\n", "GRC", "depends", "who is behind the unrest, if anyone, is not known"),
    ("V", "1956-05-05", attack("BGR", "YUG"), "YUG", "owed", "all consult, the victim too"),
    ("VI(2)", "1956-05-05", attack("USSR", "NOR"), "YUG", "owed", "Norway is an Atlantic ally of Greece and Turkey"),
    ("II(1)", "1956-05-05", attack("USSR", "NOR"), "GRC", "none", "but no help follows from this treaty"),
    ("VI(2)", "1956-05-05", attack("USSR", "DEU"), "YUG", "none", "Germany was no ally on the day of signature"),
    ("VI(2)", "1956-05-05", attack("USSR", "HUN"), "YUG", "none", "nor is Hungary one"),
    ("VII", "1956-05-05", attack("BGR", "YUG"), "YUG", "owed", "the victim reports the attack"),
    ("VII", "1956-05-05", attack("BGR", "YUG"), "TUR", "owed", "and the helpers what they do"),
    ("VIII[alliance]", "1956-05-05", "kind: hostile_alliance\nby: GRC\non: TUR\n", "GRC", "breached", "against another party"),
    ("XII", "1956-05-05", QUIET, "YUG", "permitted", "with the consent of all"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), BALKAN)
def test_balkan_1954(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("balkan-pact-1954", article, date, happened, bearer) == verdict, reason


def test_balkan_1954_a_separate_peace_is_a_breach_unless_the_others_agree() -> None:
    alone = ("kind: invasion, by: BGR, on: YUG, place: {territory_of: YUG}", "kind: separate_peace, by: GRC, on: BGR")
    agreed = (alone[0], "kind: consent, by: TUR, to: GRC", "kind: consent, by: YUG, to: GRC", alone[1])
    refused = (alone[0], "kind: consent, by: [TUR, YUG], to: GRC, happened: false", alone[1])
    assert said("balkan-pact-1954", "II(2)", "1956-05-05", acts(*refused), "GRC") == "breached"
    assert said("balkan-pact-1954", "II(2)", "1956-05-05", acts(*agreed), "GRC") == "owed"


def test_balkan_1954_help_ends_when_the_security_council_has_acted() -> None:
    happened = attack("BGR", "YUG") + decided("security_council", "necessary_measures")
    assert said("balkan-pact-1954", "II(1)", "1956-05-05", happened, "GRC") == "none"


def test_balkan_1954_the_flag_attack_on_all_makes_no_new_victims() -> None:
    """The fiction of Article II does not oblige anybody to help one who was not attacked."""
    found = duties("balkan-pact-1954", "II(1)", "1956-05-05", attack("BGR", "YUG"))
    assert {each.owed_to for each in found if each.verdict == "owed"} == {"YUG"}


# ---- the Baghdad Pact: an alliance in name

HELP = {"assist", "defend", "join", "act_to_meet_common_danger", "guarantee", "take_measures", "consult"}

BAGHDAD: tuple[Row, ...] = (
    ("1", "1956-05-05", QUIET, "IRN", "owed", "cooperation, always"),
    ("1", "1955-06-05", QUIET, "PAK", "none", "Pakistan is a party since 1955-09-23"),
    ("1", "1959-05-05", QUIET, "IRQ", "none", "Iraq had left"),
    ("1", "1958-09-05", QUIET, "USA", "none", "the United States never became a party"),
    ("1", "1979-10-03", QUIET, "GBR", "owed", "the pact outlived the organisation by some days"),
    ("1", "1979-10-04", QUIET, "GBR", "none", "ended by the notes of Ankara"),
    ("3[interference]", "1956-05-05", "kind: interference\nby: TUR\non: IRQ\n", "TUR", "breached", "in a party's internal affairs"),
    ("3[interference]", "1957-08-05", "kind: interference\nby: TUR\non: SYR\n", "TUR", "owed", "Syria is no party: no breach"),
    ("3[settlement]", "1956-05-05", "kind: dispute\nby: IRN\non: IRQ\n", "IRQ", "owed", "a dispute between parties"),
    ("3[settlement]", "1965-05-05", "kind: dispute\nby: PAK\non: IND\n", "PAK", "none", "India is no party"),
    ("4(2)", "1956-05-05", "kind: conflicting_engagement\nby: IRQ\non: EGY\n", "IRQ", "breached", "new engagements at odds with it"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), BAGHDAD)
def test_baghdad(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("baghdad-pact-1955", article, date, happened, bearer) == verdict, reason


@pytest.mark.parametrize(
    ("by", "on", "date"), [("USSR", "IRN", "1957-05-05"), ("IND", "PAK", "1965-09-06"), ("EGY", "IRQ", "1958-05-05")]
)
def test_baghdad_no_attack_makes_a_duty_to_help(by: str, on: str, date: str) -> None:
    """Article 1 is cooperation, and the measures are left to special agreements."""
    decision = decide(
        read_event(event(attack(by, on), date), real()), treaties=["baghdad-pact-1955"], not_owed=True, library=real()
    )
    assert {each.duty for each in decision.duties}.isdisjoint(HELP)


# ---- Finland and the Soviet Union

NATO_ATTACK = attack("USA", "FIN")
WITH_GERMANY = "relations: [{allied: [USA, DEU]}]\n"
JOINT = "facts: {jointly_found: true}\n"

YYA: tuple[Row, ...] = (
    ("1(1)", "1960-05-05", attack("DEU", "FIN"), "FIN", "owed", "Germany attacks Finland"),
    ("1(1)", "1960-05-05", NATO_ATTACK, "FIN", "owed", "Germany is in the Atlantic alliance since 1955: its members are its allies"),
    ("1(1)", "1952-05-05", NATO_ATTACK, "FIN", "none", "and before it is not"),
    ("1(1)", "1952-05-05", NATO_ATTACK + WITH_GERMANY, "FIN", "owed", "unless the event says that they are allied"),
    ("1(1)", "1960-05-05", attack("SWE", "FIN"), "FIN", "none", "neither Germany nor its ally"),
    ("1(1)", "1960-05-05", attack("DEU", "USSR", "territory_of: FIN"), "FIN", "owed", "the Soviet Union is attacked in Finland"),
    ("1(1)", "1960-05-05", attack("DEU", "USSR"), "FIN", "depends", "whether through Finland"),
    ("1(1)", "1969-03-02", attack("CHN", "USSR"), "FIN", "none", "China is not the enemy of this treaty"),
    ("1(1)", "1948-05-30", attack("USA", "FIN") + WITH_GERMANY.replace("DEU", "JPN"), "FIN", "none", "not yet in force"),
    ("1(1)", "1992-01-20", attack("DEU", "FIN"), "FIN", "none", "ended"),
    ("1(1)", "1960-05-05", attack("DEU", "FIN"), "USSR", "none", "this duty is Finland's alone"),
    ("1(2)", "1960-05-05", acts("kind: invasion, by: DEU, on: FIN, place: {territory_of: FIN}", "kind: consent, by: FIN, to: USSR"), "USSR",
     "owed", "agreed"),
    ("1(2)", "1960-05-05", acts("kind: invasion, by: DEU, on: FIN, place: {territory_of: FIN}", "kind: consent, by: FIN, to: USSR, happened: false"),
     "USSR", "none", "Finland did not agree"),
    ("1(2)", "1960-05-05", attack("DEU", "FIN"), "USSR", "depends", "whether Finland agrees"),
    ("2[finland]", "1961-10-30", "kind: threat\nby: DEU\nto: FIN\n" + JOINT, "FIN", "owed", "found together"),
    ("2[finland]", "1961-10-30", "kind: threat\nby: DEU\nto: FIN\njudged_by: [USSR]\n", "FIN", "depends", "one alone does not establish it"),
    ("2[finland]", "1961-10-30", "kind: threat\nby: DEU\nto: FIN\nfacts: {jointly_found: false}\n", "USSR", "none", "they did not find it"),
    ("2[finland]", "1961-10-30", "kind: threat\nby: SWE\nto: FIN\n" + JOINT, "FIN", "none", "not a threat of Germany or its ally"),
    ("4", "1960-05-05", "kind: hostile_alliance\nby: FIN\non: USSR\n", "FIN", "breached", "an alliance against the other"),
    ("4", "1960-05-05", "kind: hostile_alliance\nby: USSR\non: USA\n", "USSR", "owed", "against others it is free: no breach"),
    ("6[interference]", "1960-05-05", "kind: interference\nby: USSR\non: FIN\n", "USSR", "breached", "in internal affairs"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), YYA)
def test_yya(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("yya-1948", article, date, happened, bearer) == verdict, reason


# ---- Cyprus, Greece and Turkey

RINGS = "actors: {OFFICERS: {kind: non_state}}\n"
COUP = "kind: coup\nby: OFFICERS\non: CYP\nplace: {territory_of: CYP}\n" + RINGS

CYPRUS: tuple[Row, ...] = (
    ("II[direct]", "1961-05-05", attack("EGY", "CYP"), "GRC", "owed", "any attack on Cyprus"),
    ("II[direct]", "1961-05-05", attack("EGY", "CYP"), "TUR", "owed", "both resist it"),
    ("II[direct]", "1960-08-15", attack("EGY", "GRC"), "TUR", "none", "not yet in force"),
    ("II[direct]", "1961-05-05", attack("BGR", "GRC"), "TUR", "none", "Greece is no beneficiary"),
    ("II[direct]", "1961-05-05", attack("BGR", "GRC"), "CYP", "none", "and Cyprus owes Greece no help"),
    ("II[direct]", "1961-05-05", attack("TUR", "CYP"), "GRC", "owed", "an attack by a party is an attack"),
    ("II[direct]", "1961-05-05", attack("TUR", "CYP"), "TUR", "none", "the attacker does not help against itself"),
    ("II[direct]", "1974-07-20", attack("TUR", "CYP"), "GRC", "disputed", "whether the treaty still binds Cyprus, which ended it in 1964"),
    ("II[own-defence]", "1961-05-05", attack("EGY", "CYP"), "CYP", "owed", "Cyprus resists as well"),
    ("II[indirect]", "1961-05-05", "kind: subversion\nby: EGY\non: CYP\n", "TUR", "owed", "indirect attack"),
    ("II[coup]", "1961-05-05", COUP + "supported_from_abroad: true\n", "TUR", "owed", "a coup made from outside"),
    ("II[coup]", "1961-05-05", COUP + "supported_from_abroad: false\n", "TUR", "none", "a quarrel of Cypriots alone"),
    ("III", "1961-05-05", QUIET, "CYP", "owed", "the headquarters lie in Cyprus"),
    ("III", "1961-05-05", QUIET, "GRC", "none", "and nowhere else"),
    ("IV[greece]", "1961-05-05", QUIET, "GRC", "owed", "950 men"),
    ("IV[greece]", "1961-05-05", QUIET, "TUR", "none", "Turkey has its own number"),
    ("IV[training]", "1961-05-05", QUIET, "CYP", "none", "the contingents train, Cyprus is trained"),
    ("Additional Protocol II[special]", "1961-05-05", QUIET, "TUR", "permitted", "one member may call the committee"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), CYPRUS)
def test_cyprus_alliance(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("cyprus-alliance-1960", article, date, happened, bearer) == verdict, reason


# ---- the agreements of 1959: Pakistan and Liberia

ON_PAKISTAN = "kind: invasion, by: {}, on: PAK, place: {{territory_of: PAK}}"
PAKISTAN_ASKS = "kind: request_for_assistance, by: PAK, to: USA"
PAKISTAN_DOES_NOT = PAKISTAN_ASKS + ", happened: false"

PAKISTAN: tuple[Row, ...] = (
    ("I", "1959-04-05", acts(ON_PAKISTAN.format("IND"), PAKISTAN_ASKS), "USA", "none", "India is not communist"),
    ("I", "1965-09-06", acts(ON_PAKISTAN.format("IND"), PAKISTAN_ASKS), "USA", "disputed", "Pakistan took a note of 1959 to cover any aggression"),
    ("I", "1965-09-06", acts(ON_PAKISTAN.format("USSR"), PAKISTAN_ASKS), "USA", "owed", "the Soviet Union is"),
    ("I", "1962-11-05", acts(ON_PAKISTAN.format("CHN"), PAKISTAN_ASKS), "USA", "owed", "China too"),
    ("I", "1965-09-06", acts(ON_PAKISTAN.format("USSR"), PAKISTAN_DOES_NOT), "USA", "none", "only at its request"),
    ("I", "1959-03-04", acts(ON_PAKISTAN.format("USSR"), PAKISTAN_ASKS), "USA", "none", "not yet signed"),
    ("I", "1962-10-27", acts("kind: invasion, by: USSR, on: USA, place: {territory: alaska}", "kind: request_for_assistance, by: USA, to: PAK"),
     "PAK", "none", "Pakistan owes no help in return"),
    ("II", "1960-05-05", QUIET, "USA", "owed", "aid is owed by the one"),
    ("II", "1960-05-05", QUIET, "PAK", "none", "not by the other"),
    ("III", "1960-05-05", QUIET, "PAK", "owed", "which uses it as agreed"),
    ("VI", "1960-05-05", QUIET, "PAK", "permitted", "either may end it"),
)  # fmt: skip

BANDS = "kind: armed_bands\nby: NPFL\non: LBR\nplace: {territory_of: LBR}\nactors: {NPFL: {kind: non_state}}\n"

LIBERIA: tuple[Row, ...] = (
    ("I", "1960-05-05", attack("GIN", "LBR"), "USA", "owed", "aggression: they settle what to do"),
    ("I", "1960-05-05", attack("GIN", "LBR"), "LBR", "owed", "both do"),
    ("I", "1960-05-05", "kind: threat_of_force\nby: GIN\nto: LBR\n", "USA", "owed", "a threat is enough"),
    ("I", "1962-10-27", attack("USSR", "USA", "territory: alaska"), "LBR", "none", "Liberia alone is protected"),
    ("I", "1959-07-07", attack("GIN", "LBR"), "USA", "none", "not yet signed"),
    ("I", "1980-04-12", "kind: coup\nby: OFFICERS\non: LBR\nplace: {territory_of: LBR}\ndirected_from_abroad: false\n" + RINGS, "USA", "none",
     "a coup from within"),
    ("I[aggression]", "1989-12-24", BANDS + "directed_from_abroad: true\ngrave: true\n", "USA", "owed", "bands sent from outside in force"),
    ("I[aggression]", "1989-12-24", BANDS + "directed_from_abroad: true\n", "USA", "depends", "whether grave enough"),
    ("I[aggression]", "1989-12-24", BANDS + "directed_from_abroad: false\n", "USA", "none", "a rising inside"),
    ("II", "1960-05-05", QUIET, "LBR", "none", "aid flows one way"),
    ("III", "1960-05-05", QUIET, "LBR", "owed", "and is used as agreed"),
)  # fmt: skip


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), PAKISTAN)
def test_pakistan(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("us-pakistan-1959", article, date, happened, bearer) == verdict, reason


@pytest.mark.parametrize(("article", "date", "happened", "bearer", "verdict", "reason"), LIBERIA)
def test_liberia(article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said("us-liberia-1959", article, date, happened, bearer) == verdict, reason


def test_liberia_is_owed_talks_and_no_help() -> None:
    found = duties("us-liberia-1959", "I", "1960-05-05", attack("GIN", "LBR"))
    assert {each.duty for each in found} == {"consult"}


# ---- force: the articles that refer to the Charter have the Charter's exceptions

# (treaty, its articles on force and on threats, day, who uses force, on whom)
CHARTER_FORCE = (
    ("us-roc-1954", "I[force]", "I[threat]", "1958-05-05", "USA", "CHN"),
    ("balkan-pact-1954", "I[force]", "I[threat]", "1956-05-05", "YUG", "ALB"),
    ("budapest-1994", "2[force]", "2[threat]", "2014-05-05", "RUS", "UKR"),
)
COUNCIL_HAS_ACTED = decided("security_council", "necessary_measures")


@pytest.mark.parametrize(("treaty", "force", "threat", "date", "by", "on"), CHARTER_FORCE)
def test_force_and_the_exceptions_of_the_charter(treaty: str, force: str, threat: str, date: str, by: str, on: str) -> None:
    used = f"kind: use_of_force\nby: {by}\non: {on}\nplace: {{territory_of: {on}}}\n"
    threatened = f"kind: threat_of_force\nby: {by}\nto: {on}\n"
    assert said(treaty, force, date, used, by) == "breached"
    assert said(treaty, force, date, used + "consented: true\n", by) == "owed"
    assert said(treaty, force, date, used + DEFENCE, by) == "owed"
    assert said(treaty, force, date, used + DEFENCE + COUNCIL_HAS_ACTED, by) == "breached"
    assert said(treaty, force, date, used + "authorised: true\n", by) == "owed"
    assert said(treaty, threat, date, threatened, by) == "breached"
    assert said(treaty, threat, date, used, by) == "owed", "force used is judged as force, not as a threat too"
    assert said(treaty, threat, date, threatened + DEFENCE, by) == "owed"
    assert said(treaty, threat, date, threatened + DEFENCE + COUNCIL_HAS_ACTED, by) == "breached"
    assert said(treaty, threat, date, threatened + "authorised: true\n", by) == "owed"


# ---- single lines that the tables above leave out

LEAVE_TO_WITHDRAW = decided("weu_council", "withdrawal_of_forces")
AMERICAN_STRIKE = "kind: bombardment, by: USA, on: CHN, place: {territory_of: CHN}"
NUCLEAR_ANSWER = ("kind: invasion, by: UKR, on: POL, place: {territory_of: POL}",
                  "kind: nuclear_use, by: USA, on: UKR, place: {territory_of: UKR}")  # fmt: skip
POLAND_IS_AN_ALLY = "{allied: [POL, USA]}"
UKRAINE_HAS_ONE_TOO = "{allied: [UKR, RUS]}"

LINES: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("weu-1954", "VIII[threat]", "1960-05-05", acts(MEETING.format("GBR")), "DEU", "none", "a request without a threat is another case"),
    ("weu-1954", "Protocol II, VI[maintain]", "1965-05-05", LEAVE_TO_WITHDRAW + QUIET, "GBR", "none", "the majority agreed"),
    ("weu-1954", "Protocol II, VI[withdrawal]", "1965-05-05", LEAVE_TO_WITHDRAW + QUIET, "GBR", "none", "the majority agreed"),
    ("brussels-1948", "VII[threat]", "1950-05-05", acts(MEETING.format("GBR")), "LUX", "none", "no threat is shown"),
    ("brussels-1948", "VII[peace]", "1950-05-05", acts(MEETING.format("GBR"), more="facts: {danger_to_peace: false}\n"), "LUX", "depends",
     "on a danger to economic stability"),
    ("brussels-1948", "VII[peace]", "1950-05-05", acts(MEETING.format("GBR"), more="facts: {danger_to_peace: true}\n"), "LUX", "owed", "peace"),
    ("brussels-1948", "VIII", "1950-05-05", "kind: dispute\nby: FRA\non: GBR\n", "GBR", "owed", "both sides of a dispute"),
    ("dunkirk-1947", "II[agreed]", "1952-05-05", acts("kind: prior_agreement, by: GBR, on: FRA",
     "kind: invasion, by: FRA, on: DEU, place: {territory_of: DEU}"), "GBR", "none", "agreed, but against no German threat"),
    ("eu-tfeu-222", "222(2)[disaster]", "2023-08-05", acts(FLOOD, SLOVENIA_ASKS), "SVN", "owed", "the member struck takes part in the Council"),
    ("eu-tfeu-222", "222(2)[attack]", "2015-11-17", acts(PARIS, FRANCE_ASKS), "FRA", "owed", "and so does this one"),
    ("eu-tfeu-222", "222(1)[disaster]", "2012-08-05", acts(FLOOD, SLOVENIA_ASKS), "union_institutions", "owed", "asked, on its soil"),
    ("eu-tfeu-222", "222(1)[disaster]", "2012-08-05", acts(FLOOD, NOT_ASKED.format("SVN")), "union_institutions", "none", "not asked"),
    ("eu-tfeu-222", "222(1)[disaster]", "2012-08-05", acts(FLOOD.replace("{territory_of: SVN}", "{territory_of: SRB}"), SLOVENIA_ASKS),
     "union_institutions", "none", "not on its soil"),
    ("us-roc-1954", "V(1)[china]", "1960-05-05", attack("TWN", "USA", TAIWAN), "USA", "none", "the Republic of China is no victim of its own attack"),
    ("us-roc-1954", "V(1)[america]", "1960-05-05", attack("USSR", "USA", "territory: guam") + COUNCIL_HAS_ACTED, "TWN", "none", "the Council acted"),
    ("us-roc-1954", "Notes of 10 December 1954[america]", "1958-08-23",
     acts(AMERICAN_STRIKE, "kind: consent, by: TWN, to: USA, happened: false"), "USA", "depends", "whether from Taiwan"),
    ("us-roc-1954", "Notes of 10 December 1954[america]", "1958-08-23", acts(AMERICAN_STRIKE, "kind: consent, by: TWN, to: USA"), "USA", "owed",
     "agreed: no breach, from wherever"),
    ("us-roc-1954", "Notes of 10 December 1954[america]", "1958-08-23", acts(AMERICAN_STRIKE + ", in_self_defence: true"), "USA", "owed",
     "plain self-defence: no breach"),
    ("budapest-1994", "5", "1999-05-05", acts(*NUCLEAR_ANSWER, more=f"relations: [{POLAND_IS_AN_ALLY}]\n"), "USA", "breached",
     "Ukraine had no nuclear ally"),
    ("budapest-1994", "5", "1999-05-05", acts(*NUCLEAR_ANSWER, more=f"relations: [{UKRAINE_HAS_ONE_TOO}]\n"), "USA", "breached",
     "who was attacked was no ally of America in the event"),
    ("budapest-1994", "5", "1999-05-05", acts(*NUCLEAR_ANSWER, more=f"relations: [{POLAND_IS_AN_ALLY}, {UKRAINE_HAS_ONE_TOO}]\n"), "USA", "owed",
     "an attack on an ally, with a nuclear power"),
    ("budapest-1994", "6", "2021-12-17", "kind: threat\nby: RUS\nto: UKR\n", "GBR", "owed", "a threat of one of the three"),
    ("budapest-1994", "6", "2021-12-17", "kind: threat\nby: ROU\nto: UKR\n", "GBR", "none", "of nobody else"),
    ("budapest-1994", "6", "2014-03-05", "kind: occupation\nby: RUS\non: UKR\nplace: {territory: crimea}\n", "USA", "owed", "its land is held"),
    ("budapest-1994", "6", "2014-03-05", 'kind: breach\nby: RUS\non: UKR\nunder: "budapest-1994"\n', "USA", "owed", "a breach of the memorandum"),
    ("budapest-1994", "6", "2014-03-05", 'kind: breach\nby: RUS\non: UKR\nunder: "nato-1949"\n', "USA", "none", "of another text"),
    ("budapest-1994", "6", "2014-03-05", attack("PRK", "UKR", kind="nuclear_use"), "USA", "owed", "nuclear weapons, by whomever"),
    ("budapest-1994", "6", "2014-03-05", "kind: nuclear_threat\nby: PRK\nto: UKR\n", "USA", "owed", "or a threat with them"),
    ("balkan-pact-1954", "V", "1956-05-05", attack("BGR", "YUG", "zone: high_seas, territory_of: none", "bombardment", "target: warship\n"), "GRC",
     "none", "ships at sea are not territory"),
    ("balkan-pact-1954", "VII[victim]", "1956-05-05", attack("BGR", "YUG", "zone: high_seas, territory_of: none", "bombardment",
     "target: warship\n"), "YUG", "none", "nor is that reported under this treaty"),
    ("yya-1948", "1(1)", "1960-05-05", attack("DEU", "FIN", "zone: high_seas, territory_of: none", "bombardment", "target: warship\n"), "FIN", "none",
     "within the frontiers of Finland only"),
    ("yya-1948", "1(2)", "1960-05-05", attack("DEU", "FIN", "zone: high_seas, territory_of: none", "bombardment", "target: warship\n"), "USSR", "none",
     "and so is the help"),
    ("yya-1948", "1(2)[through-finland]", "1952-05-05", acts("kind: invasion, by: DEU, on: USSR, place: {territory_of: FIN}",
     "kind: consent, by: FIN, to: USSR"), "USSR", "owed", "attacked in Finland, and Finland agrees"),
    ("yya-1948", "1(2)[through-finland]", "1952-05-05", acts("kind: invasion, by: DEU, on: USSR, place: {territory_of: FIN}",
     "kind: consent, by: FIN, to: USSR, happened: false"), "USSR", "none", "Finland does not agree"),
    ("yya-1948", "1(2)[through-finland]", "1952-05-05", acts("kind: invasion, by: CHN, on: USSR, place: {territory_of: FIN}",
     "kind: consent, by: FIN, to: USSR"), "USSR", "none", "neither Germany nor its ally"),
    ("cyprus-alliance-1960", "II[indirect]", "1961-05-05", "kind: armed_bands\nby: OFFICERS\non: CYP\nplace: {territory_of: CYP}\n" + RINGS, "GRC",
     "owed", "bands are an indirect attack, grave or not"),
    ("cyprus-alliance-1960", "II[indirect]", "1961-05-05", "kind: subversion\nby: EGY\non: GRC\n", "TUR", "none", "Greece is no beneficiary"),
    ("us-liberia-1959", "I[threat]", "1960-05-05", attack("GIN", "LBR"), "USA", "none", "aggression is the other case, and not both"),
)  # fmt: skip


@pytest.mark.parametrize(("treaty", "article", "date", "happened", "bearer", "verdict", "reason"), LINES)
def test_single_lines(treaty: str, article: str, date: str, happened: str, bearer: str, verdict: str, reason: str) -> None:
    assert said(treaty, article, date, happened, bearer) == verdict, reason


def test_dunkirk_default_allows_agreed_action() -> None:
    """Article III: they consult, and may then act as agreed."""
    found = duties("dunkirk-1947", "III", "1952-05-05", "kind: breach\nby: DEU\non: FRA\n")
    assert {each.duty for each in found} == {"consult", "take_measures"}
