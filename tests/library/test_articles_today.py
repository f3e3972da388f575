"""What alliances of today say article by article: the Sahel, Central Africa, the Caribbean, Europe, the Gulf, the Pacific.

Each row is one fact of law, with the smallest event that brings it up: who owes it, and above all who does not, and since when.
A verdict of `not_owed` is also that of a treaty not in force.
"""

from __future__ import annotations

import pytest

from tests.asking import event, real
from tests.library.test_articles import rows, verdicts
from treatylang.api import decide, read_event

# (article or clause, bearer, day, what happened, verdict, why)
Row = tuple[str, str, str, str, str, str]


def ids(table: tuple[Row, ...]) -> list[str]:
    return [f"{row[0]}-{row[1]}-{row[5]}" for row in table]


def holds(treaty: str, row: Row) -> None:
    article, bearer, day, happened, verdict, _ = row
    found = verdicts(treaty, article, happened, day, bearer)
    if verdict == "not_owed":
        assert found <= {"not_owed"}
    else:
        assert found == {verdict}


def deed(kind: str, by: str, on: str, more: str = "", where: str | None = None) -> str:
    """One act of a state on another, on the land of the second unless it is said where."""
    place = f"{{territory_of: {on}}}" if where is None else where
    return f"kind: {kind}\nby: {by}\non: {on}\nplace: {place}\n{more}"


def deeds(*acts: str, rest: str = "") -> str:
    return f"acts: [{', '.join(acts)}]\n{rest}"


BAND = "actors: {BAND: {kind: non_state}}\n"
QUIET = "kind: unrest\non: FRA\nby: []"

# ---- Economic Community of Central African States

RISING = "{kind: rebellion, by: BAND, on: CAF, place: {territory_of: CAF}}"
COUP = "{kind: coup, by: BAND, on: GAB, place: {territory_of: GAB}}"
RIOT = "{kind: unrest, by: BAND, on: CMR, place: {territory_of: CMR}, directed_from_abroad: false}"
SENT = "decisions: [{body: eccas_conference, decision: dispatch_of_force}]\n"
NOT_SENT = "decisions: [{body: eccas_conference, decision: dispatch_of_force, outcome: not_adopted}]\n"
DANGER = "facts: {danger_to_peace: true}\n"
CALM = "facts: {danger_to_peace: false}\n"

ECCAS: tuple[Row, ...] = (
    ("Pact 2-3[aggression]", "GAB", "2010-05-05", deed("invasion", "SDN", "TCD"), "owed", "an attack on one"),
    ("Pact 2-3[aggression]", "TCD", "2010-05-05", deed("invasion", "SDN", "TCD"), "not_owed", "not to oneself"),
    ("Pact 2-3[aggression]", "GAB", "2010-05-05", deed("invasion", "SDN", "EGY"), "not_owed", "Egypt is no member"),
    ("Pact 2-3[aggression]", "GAB", "2010-05-05", deed("invasion", "SDN", "TCD", "consented: true"), "not_owed", "asked in"),
    ("Pact 2-3[aggression]", "GAB", "2003-05-05", deed("invasion", "SDN", "TCD"), "not_owed", "not yet in force"),
    ("Pact 2-3[aggression]", "RWA", "2006-05-05", deed("invasion", "SDN", "TCD"), "owed", "Rwanda was in"),
    ("Pact 2-3[aggression]", "RWA", "2010-05-05", deed("invasion", "SDN", "TCD"), "not_owed", "Rwanda had left"),
    ("Pact 2-3[aggression]", "RWA", "2020-05-05", deed("invasion", "SDN", "TCD"), "disputed", "back, but in the Pact?"),
    (
        "Pact 2-3[aggression]",
        "GAB",
        "2010-05-05",
        deed("invasion", "SDN", "TCD", "in_self_defence: true"),
        "not_owed",
        "self-defence",
    ),
    ("Pact 2-3[threat]", "COG", "2010-05-05", "kind: ultimatum\nby: SDN\nto: TCD", "owed", "an armed threat suffices"),
    ("Pact 2-3[threat]", "COG", "2010-05-05", deed("coercion", "SDN", "TCD"), "not_owed", "a threat that is not armed"),
    ("Pact 12[force]", "RWA", "2005-05-05", deed("invasion", "RWA", "COD"), "breached", "the pact of 1996 comes with this one"),
    ("Pact 12[force]", "RWA", "2005-05-05", deed("invasion", "RWA", "COD", "consented: true"), "owed", "with consent"),
    ("Pact 12[force]", "RWA", "2005-05-05", deed("invasion", "RWA", "COD", "in_self_defence: true"), "owed", "in self-defence"),
    ("Pact 12[force]", "RWA", "2005-05-05", deed("invasion", "RWA", "COD", "authorised: true"), "owed", "with authority"),
    ("Pact 12[force]", "RWA", "2005-05-05", deed("invasion", "RWA", "UGA"), "owed", "Uganda is no member"),
    ("Pact 12[force]", "RWA", "2009-05-05", deed("invasion", "RWA", "COD"), "not_owed", "Rwanda had left"),
    ("Pact 12[settlement]", "AGO", "2010-05-05", QUIET, "owed", "at all times"),
    ("COPAX 2", "AGO", "2010-05-05", QUIET, "owed", "at all times"),
    ("COPAX 23", "AGO", "2010-05-05", QUIET, "owed", "units kept ready"),
    ("COPAX 24", "GAB", "2013-05-05", deeds(RISING, rest=BAND), "depends", "the Conference has not spoken"),
    ("COPAX 24", "GAB", "2013-05-05", deeds(RISING, rest=BAND + SENT), "owed", "the Conference sends the force"),
    ("COPAX 24", "GAB", "2013-05-05", deeds(RISING, rest=BAND + NOT_SENT), "not_owed", "it does not"),
    ("COPAX 24", "CAF", "2013-05-05", deeds(RISING, rest=BAND + SENT), "not_owed", "not the one to be helped"),
    ("COPAX 24", "CMR", "2023-09-01", deeds(COUP, rest=BAND + SENT), "owed", "overthrow of the constitutional order"),
    ("COPAX 24", "GAB", "2013-05-05", deeds(RIOT, rest=BAND + SENT + DANGER), "owed", "internal, and the peace in danger"),
    ("COPAX 24", "GAB", "2013-05-05", deeds(RIOT, rest=BAND + SENT + CALM), "not_owed", "a riot that endangers no peace"),
    (
        "COPAX 24",
        "GAB",
        "2013-05-05",
        deed("coercion", "SDN", "TCD") + SENT + DANGER,
        "owed",
        "another threat, and the peace in danger",
    ),
    ("COPAX 24", "GAB", "2013-05-05", deed("coercion", "SDN", "TCD") + SENT + CALM, "not_owed", "pressure that endangers no peace"),
    (
        "COPAX 24",
        "GAB",
        "2013-05-05",
        "kind: ultimatum\nby: SDN\nto: TCD\n" + SENT + CALM,
        "owed",
        "the threat of a conflict is a case",
    ),
    ("COPAX 24", "GAB", "2022-02-24", deed("invasion", "RUS", "UKR") + SENT, "not_owed", "far from the region"),
    ("COPAX 24", "GAB", "2005-05-05", deed("invasion", "RWA", "COD") + SENT, "owed", "war between members"),
    ("COPAX 24", "RWA", "2005-05-05", deed("invasion", "RWA", "COD") + SENT, "not_owed", "not who began it"),
    ("COPAX 8", "eccas_conference", "2013-05-05", deeds(RISING, rest=BAND), "permitted", "its power"),
    ("COPAX 8", "eccas_conference", "2022-02-24", deed("invasion", "RUS", "UKR"), "not_owed", "no power elsewhere"),
)


@pytest.mark.parametrize("row", ECCAS, ids=ids(ECCAS))
def test_central_africa(row: Row) -> None:
    holds("eccas-2000", row)


# ---- Alliance of Sahel States

RAID = "kind: armed_bands\nby: BAND\non: MLI\ntarget: population\nplace: {territory_of: MLI}\n" + BAND
TERROR = "kind: terrorism\nby: BAND\non: MLI\ntarget: %s\nplace: {territory_of: MLI}\n" + BAND
AZAWAD = "kind: rebellion\nby: BAND\non: MLI\nplace: {territory_of: MLI}\n" + BAND
NOT_FED = "directed_from_abroad: false"
ABROAD = "{territory_of: none, zone: high_seas}"

SAHEL: tuple[Row, ...] = (
    ("4", "BFA", "2024-05-05", QUIET, "owed", "terrorism is fought at all times"),
    ("4", "BFA", "2023-09-15", QUIET, "not_owed", "before signature"),
    ("5", "BFA", "2024-05-05", AZAWAD, "owed", "a rebellion in a member is a case"),
    ("5", "MLI", "2024-05-05", AZAWAD, "not_owed", "no help to oneself"),
    ("5", "BFA", "2024-05-05", "kind: ultimatum\nby: DZA\nto: MLI", "owed", "another danger"),
    ("5", "BFA", "2024-05-05", "kind: ultimatum\nby: DZA\nto: MAR", "not_owed", "Morocco is no party"),
    ("5", "BFA", "2024-05-05", AZAWAD.replace("rebellion", "unrest") + NOT_FED, "not_owed", "a riot is no rebellion"),
    ("6[aid]", "BFA", "2024-05-05", deed("invasion", "NGA", "NER"), "owed", "an attack"),
    ("6[aid]", "NER", "2024-05-05", deed("invasion", "NGA", "NER"), "not_owed", "not to oneself"),
    ("6[aid]", "BFA", "2024-05-05", deed("airspace_violation", "DZA", "MLI"), "owed", "wider than armed attack"),
    ("6[aid]", "BFA", "2024-05-05", deed("occupation", "DZA", "MLI"), "owed", "land that is held"),
    ("6[aid]", "BFA", "2024-05-05", deed("annexation", "DZA", "MLI"), "owed", "land that is taken"),
    ("6[aid]", "BFA", "2024-05-05", deed("clash", "DZA", "MLI", "provoked: true"), "owed", "no exception for provocation"),
    ("6[aid]", "BFA", "2024-05-05", deed("invasion", "RUS", "MLI", "consented: true"), "not_owed", "forces asked in"),
    ("6[aid]", "BFA", "2024-05-05", deed("bombardment", "DZA", "MLI", "in_self_defence: true"), "not_owed", "self-defence"),
    ("6[aid]", "BFA", "2024-05-05", deed("economic_pressure", "DZA", "MLI"), "not_owed", "sanctions take no land"),
    ("6[aid]", "BFA", "2024-05-05", deed("invasion", "NGA", "BEN"), "not_owed", "Benin is no party"),
    ("6[aid]", "BFA", "2024-05-05", deed("invasion", "MLI", "NER"), "owed", "a member may be the attacker"),
    ("6[aid]", "MLI", "2024-05-05", deed("invasion", "MLI", "NER"), "not_owed", "the attacker owes no help"),
    ("6[aid]", "BFA", "2023-09-15", deed("invasion", "NGA", "NER"), "not_owed", "before signature"),
    ("6[aid]", "NER", "2024-05-05", RAID, "owed", "a band"),
    ("6[aid]", "NER", "2024-05-05", RAID.replace("{territory_of: MLI}", ABROAD), "not_owed", "a band, on no land of Mali's"),
    (
        "6[aid]",
        "NER",
        "2024-05-05",
        RAID.replace("{territory_of: MLI}", ABROAD).replace("population", "forces"),
        "owed",
        "a band, on its forces abroad",
    ),
    ("6[aid]", "NER", "2024-05-05", TERROR % "population" + NOT_FED, "not_owed", "terror on civilians: Articles 4 and 5"),
    ("6[aid]", "NER", "2024-05-05", TERROR % "population" + "directed_from_abroad: true", "owed", "terror led from abroad"),
    ("6[aid]", "NER", "2024-05-05", TERROR % "base", "owed", "terror on the forces: Article 7"),
    (
        "6[aid]",
        "NER",
        "2024-05-05",
        deed("bombardment", "FRA", "MLI", "target: aircraft", ABROAD),
        "owed",
        "forces abroad: Article 7",
    ),
    ("6[aid]", "NER", "2024-05-05", deed("bombardment", "FRA", "MLI", "target: mission", ABROAD), "not_owed", "an embassy is none"),
    (
        "6[aid]",
        "NER",
        "2024-05-05",
        deed("bombardment", "FRA", "MLI", "target: aircraft\nin_self_defence: true", ABROAD),
        "not_owed",
        "self-defence against forces abroad",
    ),
    (
        "6[aid]",
        "NER",
        "2024-05-05",
        deed("clash", "FRA", "MLI", "target: forces\nconsented: true", ABROAD),
        "not_owed",
        "what Mali agreed to, abroad",
    ),
    ("8[force]", "MLI", "2024-05-05", deed("clash", "MLI", "NER"), "breached", "no force among them"),
    ("8[force]", "MLI", "2024-05-05", deed("clash", "MLI", "NER", "consented: true"), "owed", "with consent"),
    ("8[force]", "MLI", "2024-05-05", deed("clash", "MLI", "NER", "in_self_defence: true"), "owed", "in self-defence"),
    ("8[force]", "MLI", "2024-05-05", deed("clash", "MLI", "NER", "authorised: true"), "owed", "with authority"),
    ("8[force]", "MLI", "2024-05-05", deed("clash", "MLI", "DZA"), "owed", "only among members"),
    ("8[threat]", "MLI", "2024-05-05", "kind: ultimatum\nby: MLI\nto: NER", "breached", "no threat of force"),
    ("8[threat]", "MLI", "2024-05-05", "kind: ultimatum\nby: MLI\nto: NER\nauthorised: true", "owed", "with authority"),
    ("8[threat]", "MLI", "2024-05-05", "kind: ultimatum\nby: MLI\nto: NER\nin_self_defence: true", "owed", "in self-defence"),
    ("8[threat]", "MLI", "2024-05-05", deed("clash", "MLI", "NER"), "owed", "force is dealt with as force"),
    ("8[blockade]", "NER", "2024-05-05", deed("blockade", "NER", "BFA"), "breached", "no blockade among them"),
    ("8[blockade]", "NER", "2024-05-05", deed("blockade", "NER", "BFA", "in_self_defence: true"), "owed", "in self-defence"),
    ("8[blockade]", "NER", "2024-05-05", deed("blockade", "NER", "BFA", "authorised: true"), "owed", "with authority"),
    ("8[blockade]", "NER", "2024-05-05", deed("blockade", "NER", "BEN"), "owed", "Benin is no party"),
    ("8[irregulars]", "NER", "2024-05-05", "kind: lending_of_territory\nby: NER\non: MLI", "breached", "bands let in"),
    ("8[irregulars]", "NER", "2024-05-05", "kind: lending_of_territory\nby: NER\non: BEN", "owed", "against others not said here"),
    ("8[bands]", "NER", "2024-05-05", QUIET, "owed", "at all times"),
    ("Accession", "alliance_organs", "2024-05-05", QUIET, "permitted", "open to others"),
    ("Denunciation", "NER", "2024-05-05", QUIET, "permitted", "at any time"),
    ("Denunciation", "TCD", "2024-05-05", QUIET, "not_owed", "Chad is no party"),
)


@pytest.mark.parametrize("row", SAHEL, ids=ids(SAHEL))
def test_sahel(row: Row) -> None:
    holds("aes-2023", row)


# ---- Regional Security System

VENEZUELA = deed("invasion", "VEN", "GUY")
RAIDERS = "kind: armed_attack\nby: BAND\non: DMA\nplace: {territory_of: DMA}\n" + BAND
ASKED = "kind: request_for_assistance\nby: {by}\nto: {to}\nhappened: {yes}"

CARIBBEAN: tuple[Row, ...] = (
    ("4 (armed attack)", "BRB", "2023-12-05", VENEZUELA, "owed", "a third state attacks"),
    ("4 (armed attack)", "GUY", "2023-12-05", VENEZUELA, "not_owed", "not to oneself"),
    ("4 (armed attack)", "BRB", "2021-12-05", VENEZUELA, "not_owed", "Guyana had not joined"),
    ("4 (armed attack)", "BRB", "2022-06-05", VENEZUELA, "disputed", "the year in which it joined"),
    ("4 (armed attack)", "TTO", "2023-12-05", VENEZUELA, "not_owed", "Trinidad is no member"),
    ("4 (armed attack)", "BRB", "2005-05-05", RAIDERS, "owed", "from any other source: a band"),
    ("4 (armed attack)", "BRB", "2005-05-05", deed("invasion", "GRD", "VCT"), "not_owed", "a member is no third state"),
    ("4 (armed attack)", "BRB", "2005-05-05", deed("invasion", "VEN", "TTO"), "not_owed", "Trinidad is no member"),
    ("4 (armed attack)", "BRB", "2005-05-05", "kind: ultimatum\nby: VEN\nto: DMA", "not_owed", "a threat is no attack"),
    ("4 (armed attack)", "BRB", "1998-05-05", deed("invasion", "VEN", "DMA"), "depends", "signed; who had ratified?"),
    ("4 (armed attack)", "BRB", "1995-05-05", deed("invasion", "VEN", "DMA"), "not_owed", "before signature"),
    ("4 (armed attack)", "BRB", "2005-05-05", deed("invasion", "VEN", "DMA", "provoked: true"), "owed", "provocation is not named"),
    ("4(1)", "BRB", "2005-05-05", QUIET, "owed", "at all times"),
    ("5-6", "BRB", "2005-05-05", ASKED.format(by="GRD", to="BRB", yes="true"), "owed", "a member asks"),
    ("5-6", "BRB", "2005-05-05", ASKED.format(by="GRD", to="BRB", yes="false"), "not_owed", "nobody asked"),
    (
        "5-6",
        "BRB",
        "2005-05-05",
        ASKED.format(by="HTI", to="BRB", yes="true"),
        "depends",
        "Haiti is no member; has a member asked?",
    ),
    ("5-6", "HTI", "2005-05-05", ASKED.format(by="GRD", to="BRB", yes="true"), "not_owed", "Haiti is no member"),
    ("7-8", "BRB", "2005-05-05", QUIET, "owed", "the ministers meet"),
    ("Withdrawal", "BRB", "2005-05-05", QUIET, "permitted", "a member may leave"),
)


@pytest.mark.parametrize("row", CARIBBEAN, ids=ids(CARIBBEAN))
def test_caribbean(row: Row) -> None:
    holds("rss-1996", row)


def test_in_the_caribbean_each_judges_what_help_it_gives() -> None:
    owed = [each for each in rows("rss-1996", "4 (armed attack)", VENEZUELA, "2023-12-05") if each.verdict == "owed"]
    assert {each.strength for each in owed} == {"measures_deemed_necessary"}
    assert {each.bearer for each in owed} == {"ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT"}


# ---- Russia and Belarus

ASK_RUSSIA = "{kind: request_for_assistance, by: BLR, to: RUS, happened: %s}"
INVADED = "{kind: invasion, by: POL, on: BLR, place: {territory_of: BLR}}"
MENACED = "{kind: ultimatum, by: POL, to: BLR}"
DELIBERATE = "kind: ultimatum\nby: {by}\nto: {to}\ndeliberate: {meant}"
CRITICAL = deed("invasion", "POL", "BLR", "threatening_independence: %s")

UNION_STATE: tuple[Row, ...] = (
    (
        "Support[support]",
        "RUS",
        "2025-06-05",
        DELIBERATE.format(by="POL", to="BLR", meant="true"),
        "owed",
        "a threat that is meant",
    ),
    ("Support[support]", "BLR", "2025-06-05", DELIBERATE.format(by="POL", to="RUS", meant="true"), "owed", "the other way round"),
    ("Support[support]", "RUS", "2025-06-05", DELIBERATE.format(by="POL", to="BLR", meant="false"), "not_owed", "an accident"),
    (
        "Support[support]",
        "RUS",
        "2025-06-05",
        DELIBERATE.format(by="POL", to="UKR", meant="true"),
        "not_owed",
        "Ukraine is no party",
    ),
    ("Support[support]", "RUS", "2025-03-12", DELIBERATE.format(by="POL", to="BLR", meant="true"), "not_owed", "not yet in force"),
    ("Support[relations]", "RUS", "2025-06-05", DELIBERATE.format(by="POL", to="BLR", meant="true"), "owed", "with words too"),
    ("Support[relations]", "RUS", "2025-06-05", DELIBERATE.format(by="POL", to="BLR", meant="false"), "not_owed", "an accident"),
    ("Sanctions", "RUS", "2025-06-05", deed("economic_pressure", "POL", "BLR"), "owed", "sanctions are met in common"),
    ("Sanctions", "RUS", "2025-06-05", deed("economic_pressure", "POL", "RUS"), "not_owed", "not for oneself"),
    ("Sanctions", "RUS", "2025-06-05", deed("economic_pressure", "POL", "CUB"), "not_owed", "Cuba is no party"),
    ("4(1)", "RUS", "2025-06-05", deed("invasion", "POL", "BLR"), "owed", "an armed attack"),
    ("4(1)", "BLR", "2025-06-05", deed("invasion", "UKR", "RUS"), "owed", "the other way round"),
    ("4(1)", "BLR", "2025-06-05", deed("invasion", "UKR", "RUS", "in_self_defence: true"), "not_owed", "self-defence is no attack"),
    ("4(1)", "BLR", "2024-08-06", deed("invasion", "UKR", "RUS"), "not_owed", "before signature"),
    ("4(1)", "BLR", "2025-03-12", deed("invasion", "UKR", "RUS"), "not_owed", "the day before"),
    ("4(1)", "KAZ", "2025-06-05", deed("invasion", "UKR", "RUS"), "not_owed", "Kazakhstan is no party"),
    ("4(1)", "RUS", "2025-06-05", "kind: ultimatum\nby: POL\nto: BLR", "not_owed", "a threat is no attack"),
    ("4(2)(b)", "RUS", "2025-06-05", deeds(INVADED, ASK_RUSSIA % "true"), "owed", "attacked, and asks"),
    ("4(2)(b)", "RUS", "2025-06-05", deeds(INVADED, ASK_RUSSIA % "false"), "not_owed", "attacked, and does not ask"),
    ("4(2)(b)", "RUS", "2025-06-05", deeds(MENACED, ASK_RUSSIA % "true"), "owed", "a direct threat suffices here"),
    ("4(2)(b)", "RUS", "2025-06-05", deeds(INVADED), "depends", "has it asked?"),
    ("4(3)", "RUS", "2025-06-05", deed("invasion", "POL", "BLR"), "owed", "who defends reports"),
    ("4(3)", "RUS", "2025-03-12", deed("invasion", "POL", "BLR"), "not_owed", "not yet in force"),
    ("5", "BLR", "2025-06-05", QUIET, "permitted", "may let them in, must not"),
    ("5", "RUS", "2025-06-05", QUIET, "not_owed", "Russia grants no bases"),
    ("6[mass-weapons]", "RUS", "2025-06-05", deed("nuclear_use", "USA", "BLR"), "permitted", "a right, no duty"),
    ("6[mass-weapons]", "RUS", "2025-06-05", deed("invasion", "POL", "BLR"), "not_owed", "no such weapon was used"),
    ("6[mass-weapons]", "BLR", "2025-06-05", deed("nuclear_use", "USA", "BLR"), "not_owed", "the weapons are Russia's"),
    ("6[conventional]", "RUS", "2025-06-05", CRITICAL % "true", "permitted", "a critical threat"),
    ("6[conventional]", "RUS", "2025-06-05", CRITICAL % "false", "not_owed", "not critical"),
    ("6[conventional]", "RUS", "2025-06-05", deed("invasion", "POL", "BLR"), "depends", "a judgement"),
    ("Term", "BLR", "2030-05-05", QUIET, "not_owed", "not within the ten years"),
    ("Term", "BLR", "2035-05-05", QUIET, "permitted", "then"),
)


@pytest.mark.parametrize("row", UNION_STATE, ids=ids(UNION_STATE))
def test_russia_and_belarus(row: Row) -> None:
    holds("rus-blr-2024", row)


def test_help_to_belarus_is_as_the_heads_of_state_agree() -> None:
    found = rows("rus-blr-2024", "4(2)(b)", deeds(INVADED, ASK_RUSSIA % "true"), "2025-06-05")
    assert {each.strength for each in found if each.verdict == "owed"} == {"agreed_measures"}


# ---- Azerbaijan and Turkey

ARMENIA = deed("invasion", "ARM", "AZE")
IN_ITS_VIEW = ARMENIA + "judged_by: [AZE]"
ARTSAKH = "kind: armed_attack\nby: BAND\non: AZE\nplace: {territory_of: AZE}\njudged_by: [AZE]\n" + BAND

SHUSHA: tuple[Row, ...] = (
    ("Consultation", "TUR", "2023-05-05", IN_ITS_VIEW, "owed", "in the view of the one concerned"),
    ("Consultation", "TUR", "2023-05-05", ARMENIA, "depends", "has it said so?"),
    ("Consultation", "TUR", "2023-05-05", ARMENIA + "judged_by: [TUR]", "depends", "the other's view does not suffice"),
    ("Consultation", "TUR", "2023-05-05", ARTSAKH, "not_owed", "a third state, no armed group"),
    ("Consultation", "TUR", "2023-05-05", deed("invasion", "ARM", "GEO", "judged_by: [AZE]"), "not_owed", "Georgia is no party"),
    ("Consultation", "TUR", "2021-06-14", IN_ITS_VIEW, "not_owed", "before signature"),
    ("Consultation", "TUR", "2021-11-16", IN_ITS_VIEW, "disputed", "signed; not yet approved by the parliaments"),
    ("Consultation", "TUR", "2022-03-22", IN_ITS_VIEW, "disputed", "approved, not yet in the gazette"),
    ("Consultation", "TUR", "2022-03-23", IN_ITS_VIEW, "owed", "approved and published"),
    ("Aid", "TUR", "2023-05-05", IN_ITS_VIEW, "owed", "the aid is to be settled by talks"),
    ("Aid", "AZE", "2023-05-05", deed("invasion", "SYR", "TUR", "judged_by: [TUR]"), "owed", "the other way round"),
    ("Aid", "AZE", "2023-05-05", "kind: ultimatum\nby: GRC\nto: TUR\njudged_by: [TUR]", "owed", "a threat suffices"),
    ("Aid", "TUR", "2023-05-05", ARMENIA, "depends", "has it said so?"),
    ("Aid", "AZE", "2023-05-05", IN_ITS_VIEW, "not_owed", "not to oneself"),
    ("Aid", "TUR", "2023-05-05", ARTSAKH, "not_owed", "a third state, no armed group"),
    ("Aid", "PAK", "2023-05-05", IN_ITS_VIEW, "not_owed", "Pakistan is no party"),
    ("Security councils", "TUR", "2023-05-05", QUIET, "owed", "they meet"),
    ("Security councils", "TUR", "2021-06-14", QUIET, "not_owed", "before signature"),
    ("Forces", "TUR", "2023-05-05", QUIET, "owed", "joint efforts"),
    ("Foreign policy", "AZE", "2023-05-05", QUIET, "owed", "joint efforts"),
)


@pytest.mark.parametrize("row", SHUSHA, ids=ids(SHUSHA))
def test_azerbaijan_and_turkey(row: Row) -> None:
    holds("shusha-2021", row)


def test_shusha_fixes_no_aid() -> None:
    found = [each for each in rows("shusha-2021", "Aid", IN_ITS_VIEW, "2023-05-05") if each.bearer == "TUR"]
    assert {(each.verdict, each.strength) for each in found} == {("owed", "agreed_measures")}


# ---- Saudi Arabia and Pakistan: the text is not published

ON_PAKISTAN = deed("invasion", "IND", "PAK")

GULF: tuple[Row, ...] = (
    ("Joint statement (aggression)", "SAU", "2025-11-05", ON_PAKISTAN, "depends", "signed; is it in force?"),
    ("Joint statement (aggression)", "PAK", "2025-11-05", deed("invasion", "IRN", "SAU"), "depends", "the other way round"),
    (
        "Joint statement (aggression)",
        "PAK",
        "2026-05-05",
        deed("bombardment", "IRN", "SAU"),
        "owed",
        "both have applied it by then",
    ),
    (
        "Joint statement (aggression)",
        "TUR",
        "2026-09-05",
        deed("bombardment", "IRN", "SAU"),
        "not_owed",
        "Turkey is in another pact",
    ),
    ("Joint statement (aggression)", "PAK", "2025-11-05", ON_PAKISTAN, "not_owed", "not to oneself"),
    ("Joint statement (aggression)", "SAU", "2025-05-07", ON_PAKISTAN, "not_owed", "before signature"),
    ("Joint statement (aggression)", "SAU", "2025-11-05", deed("invasion", "IND", "BGD"), "not_owed", "Bangladesh is no party"),
    ("Joint statement (aggression)", "SAU", "2025-11-05", ON_PAKISTAN + "consented: true", "not_owed", "asked in"),
    ("Joint statement (aggression)", "SAU", "2025-11-05", ON_PAKISTAN + "in_self_defence: true", "not_owed", "self-defence"),
    ("Joint statement (aggression)", "QAT", "2025-11-05", ON_PAKISTAN, "not_owed", "Qatar is no party"),
    ("Joint statement (aggression)", "SAU", "2025-11-05", deed("coercion", "IND", "PAK"), "not_owed", "pressure is no aggression"),
    ("Joint statement (cooperation)", "SAU", "2025-11-05", QUIET, "disputed", "signed; is it in force?"),
    ("Joint statement (cooperation)", "SAU", "2026-05-05", QUIET, "owed", "both have applied it by then"),
    ("Joint statement (cooperation)", "SAU", "2025-05-05", QUIET, "not_owed", "before signature"),
)


@pytest.mark.parametrize("row", GULF, ids=ids(GULF))
def test_saudi_arabia_and_pakistan(row: Row) -> None:
    holds("sau-pak-2025", row)


def test_what_saudi_arabia_owes_is_not_public() -> None:
    found = [
        each for each in rows("sau-pak-2025", "Joint statement (aggression)", ON_PAKISTAN, "2025-11-05") if each.bearer == "SAU"
    ]
    assert {each.strength for each in found} == {"unpublished_terms"}
    assert all(each.doubt and "not published" in each.doubt for each in found)


# ---- Papua New Guinea and Australia

ON_PAPUA = deed("invasion", "CHN", "PNG")
ENGAGED = "kind: conflicting_engagement\nby: PNG\non: CHN"

PACIFIC: tuple[Row, ...] = (
    ("Armed attack", "AUS", "2026-07-07", ON_PAPUA, "not_owed", "signed, not yet in force"),
    ("Armed attack", "AUS", "2026-07-08", ON_PAPUA, "owed", "the first day"),
    ("Armed attack", "PNG", "2026-09-05", deed("invasion", "CHN", "AUS"), "owed", "the other way round"),
    ("Armed attack", "PNG", "2026-09-05", ON_PAPUA, "not_owed", "not to oneself"),
    ("Armed attack", "AUS", "2026-09-05", deed("invasion", "CHN", "SLB"), "not_owed", "the Solomon Islands are no party"),
    ("Armed attack", "AUS", "2026-09-05", "kind: ultimatum\nby: CHN\nto: PNG", "not_owed", "a threat is no attack"),
    ("Armed attack", "AUS", "2026-09-05", deed("clash", "USA", "PNG", "consented: true"), "not_owed", "forces asked in"),
    (
        "Armed attack",
        "PNG",
        "2026-09-05",
        deed("bombardment", "IRN", "AUS", "target: warship", "{sea: persian_gulf, territory_of: none}"),
        "not_owed",
        "outside the Pacific",
    ),
    (
        "Armed attack",
        "PNG",
        "2026-09-05",
        deed("bombardment", "CHN", "AUS", "target: warship", "{sea: west_pacific, territory_of: none}"),
        "owed",
        "a ship in the Pacific",
    ),
    ("Armed attack", "USA", "2026-09-05", ON_PAPUA, "not_owed", "the United States are no party"),
    ("Forces", "AUS", "2026-09-05", QUIET, "owed", "at all times"),
    ("Recruitment", "AUS", "2026-09-05", QUIET, "permitted", "each may"),
    ("Recruitment", "AUS", "2026-07-07", QUIET, "not_owed", "not yet in force"),
    ("Access", "PNG", "2026-09-05", QUIET, "owed", "lets them in"),
    ("Access", "AUS", "2026-09-05", QUIET, "not_owed", "one way"),
    ("Third parties", "PNG", "2026-09-05", ENGAGED, "breached", "an arrangement that undoes it"),
    ("Third parties", "PNG", "2026-09-05", ENGAGED.replace("conflicting_", ""), "owed", "another arrangement is free"),
    ("Third parties", "PNG", "2026-07-07", ENGAGED, "not_owed", "not yet in force"),
    ("Review", "PNG", "2026-09-05", QUIET, "owed", "the ministers meet"),
    ("Disputes", "PNG", "2026-09-05", "facts: {question_of_compliance: true}\n" + QUIET, "owed", "a question of the treaty"),
    ("Disputes", "PNG", "2026-09-05", "facts: {question_of_compliance: false}\n" + QUIET, "not_owed", "none"),
    ("Termination", "PNG", "2026-09-05", QUIET, "permitted", "at any time"),
    ("Termination", "PNG", "2026-07-07", QUIET, "not_owed", "not yet in force"),
)


@pytest.mark.parametrize("row", PACIFIC, ids=ids(PACIFIC))
def test_papua_new_guinea_and_australia(row: Row) -> None:
    holds("pukpuk-2025", row)


def test_pukpuk_leaves_it_to_constitutional_processes() -> None:
    found = [each for each in rows("pukpuk-2025", "Armed attack", ON_PAPUA, "2026-09-05") if each.bearer == "AUS"]
    assert {(each.verdict, each.strength) for each in found} == {("owed", "constitutional_processes")}


# ---- France and Greece

AEGEAN = deed("invasion", "TUR", "GRC", "judged_by: %s")
AT_SEA = deed("bombardment", "TUR", "GRC", "target: warship\njudged_by: [FRA, GRC]", "{sea: mediterranean_sea, territory_of: none}")

FRANCE_GREECE: tuple[Row, ...] = (
    ("2", "FRA", "2023-05-05", AEGEAN % "[FRA, GRC]", "owed", "found together; an ally may be the attacker"),
    ("2", "FRA", "2023-05-05", AEGEAN % "[GRC]", "depends", "the finding of one alone does not suffice"),
    ("2", "FRA", "2023-05-05", deed("invasion", "TUR", "GRC"), "depends", "nothing was found yet"),
    ("2", "GRC", "2023-05-05", deed("invasion", "RUS", "FRA", "judged_by: [FRA, GRC]"), "owed", "the other way round"),
    ("2", "GRC", "2023-05-05", AEGEAN % "[FRA, GRC]", "not_owed", "not to oneself"),
    ("2", "FRA", "2023-05-05", AT_SEA, "not_owed", "a ship at sea is no territory"),
    ("2", "FRA", "2023-05-05", deed("invasion", "TUR", "CYP", "judged_by: [FRA, GRC]"), "not_owed", "Cyprus is no party"),
    ("2", "FRA", "2021-09-27", AEGEAN % "[FRA, GRC]", "not_owed", "before signature"),
    ("2", "FRA", "2021-11-05", AEGEAN % "[FRA, GRC]", "not_owed", "not yet in force"),
    ("2", "FRA", "2021-12-15", AEGEAN % "[FRA, GRC]", "depends", "the day in December is not known"),
    ("2", "FRA", "2027-05-05", AEGEAN % "[FRA, GRC]", "depends", "five years are over: renewed?"),
    ("1[regular]", "FRA", "2023-05-05", QUIET, "owed", "at all times"),
    ("1[crisis]", "FRA", "2023-05-05", "kind: ultimatum\nby: TUR\nto: GRC", "owed", "tension"),
    ("1[crisis]", "FRA", "2023-05-05", "kind: ultimatum\nby: TUR\nto: CYP", "not_owed", "Cyprus is no party"),
    ("3-30[cooperation]", "GRC", "2023-05-05", QUIET, "owed", "at all times"),
    ("3-30[information]", "GRC", "2023-05-05", QUIET, "owed", "at all times"),
)


@pytest.mark.parametrize("row", FRANCE_GREECE, ids=ids(FRANCE_GREECE))
def test_france_and_greece(row: Row) -> None:
    holds("fra-grc-2021", row)


# ---- France and Poland

ON_POLAND = deed("invasion", "RUS", "POL")

FRANCE_POLAND: tuple[Row, ...] = (
    ("4(2)", "FRA", "2026-03-05", ON_POLAND, "owed", "an attack on its land"),
    ("4(2)", "POL", "2026-03-05", deed("invasion", "RUS", "FRA"), "owed", "the other way round"),
    ("4(2)", "POL", "2026-03-05", ON_POLAND, "not_owed", "not to oneself"),
    ("4(2)", "DEU", "2026-03-05", ON_POLAND, "not_owed", "Germany is no party"),
    ("4(2)", "FRA", "2025-09-10", ON_POLAND, "not_owed", "signed, not yet in force"),
    ("4(2)", "FRA", "2026-01-21", ON_POLAND, "not_owed", "the day before"),
    ("4(2)", "FRA", "2026-01-22", ON_POLAND, "owed", "the first day"),
    ("4(2)", "FRA", "2026-03-05", deed("invasion", "RUS", "LTU"), "not_owed", "Lithuania is no party"),
    (
        "4(2)",
        "FRA",
        "2026-03-05",
        deed("bombardment", "RUS", "POL", "target: warship", "{sea: baltic_sea, territory_of: none}"),
        "not_owed",
        "a ship at sea is no territory",
    ),
    ("4(2)", "FRA", "2026-03-05", deed("clash", "DEU", "POL", "consented: true"), "not_owed", "forces asked in"),
    ("4(2)", "FRA", "2026-03-05", deed("coercion", "BLR", "POL"), "not_owed", "hybrid pressure is no armed aggression"),
    ("4(1)", "FRA", "2026-03-05", QUIET, "owed", "at all times"),
    ("1-3", "FRA", "2026-03-05", QUIET, "owed", "at all times"),
    ("4 (forces)[capability]", "FRA", "2026-03-05", QUIET, "owed", "at all times"),
    ("4 (forces)[forces]", "FRA", "2026-03-05", QUIET, "owed", "at all times"),
    ("4 (forces)[consultation]", "FRA", "2026-03-05", QUIET, "owed", "each year"),
    ("4 (hybrid)", "POL", "2026-03-05", QUIET, "owed", "at all times"),
    ("4 (hybrid)", "POL", "2025-09-05", QUIET, "not_owed", "not yet in force"),
)


@pytest.mark.parametrize("row", FRANCE_POLAND, ids=ids(FRANCE_POLAND))
def test_france_and_poland(row: Row) -> None:
    holds("nancy-2025", row)


def test_nancy_promises_less_than_aachen() -> None:
    """The treaty with Germany says all means; that with Poland says help, by military means as well."""
    nancy = [each for each in rows("nancy-2025", "4(2)", ON_POLAND, "2026-03-05") if each.verdict == "owed"]
    aachen = [each for each in rows("aachen-2019", "4(1)", deed("invasion", "RUS", "DEU"), "2026-03-05") if each.verdict == "owed"]
    assert {each.strength for each in nancy} == {"necessary_aid"}
    assert {each.strength for each in aachen} == {"all_means"}


@pytest.mark.parametrize("treaty", ["eccas-2000", "sau-pak-2025"])
def test_what_was_not_read_is_marked(treaty: str) -> None:
    """Every duty of a text that nobody here has read says so, but those of the two articles that studies cite."""
    decision = decide(read_event(event(QUIET, "2025-11-05"), real()), treaties=[treaty], library=real())
    assert decision.duties
    assert all(each.doubt for each in decision.duties if "COPAX 8" not in each.article)
