"""What a second reading of treaties mended, from Aachen to the solidarity clause.

A row is one fact of law, with the smallest event that brings it up. Beside a mend stands its other side, which held before.
"""

from __future__ import annotations

import pytest

from tests.library.test_articles_today import QUIET, Row, deed, deeds, holds, ids

CONSENTED = "consented: true"
DEFENDED = "in_self_defence: true"


# ---- West Africa 1981: force that was asked in, or answers an attack, is no aggression

DEFENCE_1981: tuple[Row, ...] = (
    ("3[aggression]", "NGA", "1990-05-05", deed("invasion", "FRA", "GHA"), "owed", "aggression"),
    ("3[aggression]", "NGA", "1990-05-05", deed("invasion", "FRA", "GHA", CONSENTED), "not_owed", "forces asked in"),
    ("3[aggression]", "NGA", "1990-05-05", deed("invasion", "FRA", "GHA", DEFENDED), "not_owed", "an answer to an attack"),
    ("17[mediation]", "ecowas_authority", "1998-05-05", deed("use_of_force", "NGA", "SLE"), "owed", "war between members"),
    (
        "17[mediation]",
        "ecowas_authority",
        "1998-05-05",
        deed("use_of_force", "NGA", "SLE", CONSENTED),
        "not_owed",
        "Nigeria asked in",
    ),
    ("3[threat]", "NGA", "1990-05-05", deed("invasion", "FRA", "GHA", CONSENTED), "not_owed", "nobody threatens who was asked in"),
    ("3[threat]", "NGA", "1990-05-05", "kind: ultimatum\nby: FRA\nto: GHA", "owed", "a threat of force"),
    (
        "3[aggression]",
        "NGA",
        "1990-05-05",
        deed("use_of_force", "FRA", "GHA", "authorised: true"),
        "not_owed",
        "by leave of the United Nations",
    ),
    (
        "3[aggression]",
        "NGA",
        "1990-05-05",
        deed("use_of_force", "FRA", "GHA"),
        "owed",
        "any force of a state, if it is against the charters",
    ),
)


@pytest.mark.parametrize("row", DEFENCE_1981, ids=ids(DEFENCE_1981))
def test_west_african_defence(row: Row) -> None:
    holds("ecowas-pmad-1981", row)


# ---- African Union 2005

GROUP = "actors: {BAND: {kind: non_state%s}}\nkind: act\nby: BAND\n"
UNION: tuple[Row, ...] = (
    ("4(b)", "MLI", "2012-05-05", deed("invasion", "FRA", "NER"), "owed", "aggression"),
    ("4(b)", "MLI", "2012-05-05", deed("invasion", "FRA", "NER", CONSENTED), "not_owed", "forces asked in"),
    ("4(b)", "MLI", "2012-05-05", deed("invasion", "FRA", "NER", DEFENDED), "not_owed", "an answer to an attack"),
    ("4(b)", "MLI", "2012-05-05", deed("annexation", "SDN", "TCD"), "owed", "land that is taken"),
    ("4(b)", "MLI", "2012-05-05", deed("occupation", "SDN", "TCD", CONSENTED), "not_owed", "let in"),
    ("3[threat]", "TCD", "2012-05-05", "kind: ultimatum\nby: TCD\nto: NER", "breached", "a threat of force to a party"),
    ("3[threat]", "TCD", "2012-05-05", "kind: ultimatum\nby: TCD\nto: SDN", "owed", "Sudan is no party"),
    ("3[crimes]", "TCD", "2012-05-05", QUIET, "owed", "genocide and mass murder are prevented"),
    ("5[harm]", "TCD", "2012-05-05", "kind: lending_of_territory\nby: TCD\non: NER", "breached", "soil lent against a party"),
    ("5[terrorists]", "GHA", "2012-05-05", GROUP % ", class: terrorist_group", "owed", "no place for terrorists"),
    ("5[terrorists]", "GHA", "2012-05-05", GROUP % "", "depends", "whether it is one of terrorists is for the event to say"),
    ("6", "GHA", "2012-05-05", QUIET, "owed", "legal help"),
    ("7[help]", "GHA", "2009-05-05", QUIET, "not_owed", "before entry into force"),
)


@pytest.mark.parametrize("row", UNION, ids=ids(UNION))
def test_african_union(row: Row) -> None:
    holds("au-pact-2005", row)


# ---- the Balkan Entente: the aggressor is who is first, and the declarations reach whom they were made for

BY_BULGARIA = "{kind: invasion, by: BGR, on: YUG, place: {territory_of: YUG}}"
BY_ITALY = "{kind: invasion, by: ITA, on: YUG, place: {territory_of: YUG}}"
BY_MOSCOW = "{kind: invasion, by: USSR, on: YUG, place: {territory_of: YUG}}"
GREECE_INVADED = "{kind: invasion, by: BGR, on: GRC, place: {territory_of: GRC}}"
GREECE_INVADES = "{kind: invasion, by: GRC, on: ALB, place: {territory_of: ALB}}"
AGAINST_ALBANIA = "{kind: invasion, by: YUG, on: ALB, place: {territory_of: ALB}}"

ENTENTE: tuple[Row, ...] = (
    ("1", "ROU", "1935-05-05", deed("invasion", "BGR", "GRC"), "owed", "the first to invade"),
    ("1", "ROU", "1935-05-05", deed("invasion", "BGR", "GRC", DEFENDED), "not_owed", "an answer to an attack"),
    ("1", "ROU", "1935-05-05", deed("invasion", "BGR", "GRC", "first_use: false"), "not_owed", "not the first"),
    ("1", "ROU", "1935-05-05", deed("declaration_of_war", "BGR", "GRC"), "owed", "a declaration of war"),
    ("1", "ROU", "1935-05-05", deeds(GREECE_INVADED, GREECE_INVADES), "not_owed", "nothing for an aggressor"),
    ("Annex 3", "ROU", "1935-05-05", deeds(BY_BULGARIA, BY_ITALY), "owed", "Bulgaria joins Italy"),
    ("Annex 3", "ROU", "1935-05-05", deeds(BY_BULGARIA, BY_ITALY, AGAINST_ALBANIA), "not_owed", "nothing for an aggressor"),
    ("Annex 3", "GRC", "1935-05-05", deeds(BY_BULGARIA, BY_ITALY), "not_owed", "no war of Greece with a great power"),
    ("Annex 3", "TUR", "1935-05-05", deeds(BY_BULGARIA, BY_ITALY), "owed", "Turkey's declaration names the Soviet Union"),
    ("Annex 3", "TUR", "1935-05-05", deeds(BY_BULGARIA, BY_MOSCOW), "not_owed", "nothing of Turkey's against the Soviet Union"),
    ("Annex 3", "ROU", "1935-05-05", deeds(BY_BULGARIA, BY_MOSCOW), "owed", "Romania declared nothing"),
    ("2[steps]", "TUR", "1935-05-05", "kind: political_step\nby: TUR\non: BGR", "owed", "the others are told"),
    ("2[steps]", "TUR", "1935-05-05", "kind: political_step\nby: TUR\non: GRC", "not_owed", "Greece is in the pact"),
    ("Annex 8[leave]", "TUR", "1936-05-05", QUIET, "not_owed", "none leaves before the year that ends a term"),
)


@pytest.mark.parametrize("row", ENTENTE, ids=ids(ENTENTE))
def test_balkan_entente(row: Row) -> None:
    holds("balkan-pact-1934", row)


# ---- Britain and Poland 1939

RESISTS = "parties: {POL: {resisting: true}}\n"
CLEAR = "threatening_independence: true\n"
AT_WAR = "relations: [{at_war: [GBR, GERREICH]}]\n"
BELGIUM = "kind: invasion\nby: GERREICH\non: BEL\nplace: {territory_of: BEL}\n"
SQUEEZE = "kind: economic_pressure\nby: GERREICH\non: POL\n"

POLAND: tuple[Row, ...] = (
    ("2(1)", "GBR", "1939-08-30", "kind: threat\nby: GERREICH\nto: POL\nplace: {territory: danzig}\n" + RESISTS, "owed", "Danzig"),
    (
        "2(1)",
        "GBR",
        "1939-08-30",
        "kind: threat\nby: GERREICH\nto: POL\nplace: {territory: westerplatte}\n" + CLEAR + RESISTS,
        "not_owed",
        "no other case was settled",
    ),
    ("2(2)", "POL", "1939-08-30", BELGIUM + CLEAR + AT_WAR, "depends", "whether the ally itself was clearly menaced"),
    ("2(2)", "POL", "1939-08-30", BELGIUM + CLEAR + "menacing_a_party: true\n" + AT_WAR, "owed", "a clear menace"),
    ("2(2)", "POL", "1939-08-30", BELGIUM + CLEAR + "menacing_a_party: false\n" + AT_WAR, "not_owed", "no menace"),
    (
        "2(2)",
        "POL",
        "1939-08-30",
        BELGIUM + "threatening_independence: false\nthreatening_neutrality: true\nmenacing_a_party: true\n" + AT_WAR,
        "owed",
        "neutrality is enough",
    ),
    ("3", "GBR", "1939-08-30", SQUEEZE + CLEAR, "owed", "an attempt on independence"),
    ("3", "GBR", "1939-08-30", SQUEEZE + "threatening_independence: false\n", "not_owed", "a tariff war"),
    ("4", "GBR", "1939-08-30", QUIET, "owed", "the staffs"),
)


@pytest.mark.parametrize("row", POLAND, ids=ids(POLAND))
def test_britain_and_poland(row: Row) -> None:
    holds("anglo-polish-1939", row)


# ---- Persia and Siam: each has its side of the line

TABRIZ = "{lat: 38.08, lon: 46.29, territory_of: IRN}"
SHIRAZ = "{lat: 29.6, lon: 52.5, territory_of: IRN}"
BATTAMBANG = "{lat: 13.1, lon: 103.2, territory_of: THA}"
KEDAH = "{lat: 6.1, lon: 100.4, territory_of: THA}"

LINES: tuple[tuple[str, Row], ...] = (
    (
        "anglo-russian-1907",
        ("Persia III[russia]", "RUSEMP", "1909-05-05", deed("obstruction", "RUSEMP", "GBR", where=TABRIZ), "owed", "its own zone"),
    ),
    (
        "anglo-russian-1907",
        (
            "Persia III[britain]",
            "GBR",
            "1909-05-05",
            deed("obstruction", "GBR", "RUSEMP", where="{lat: 30.9, lon: 61.2, territory_of: IRN}"),
            "owed",
            "its own zone",
        ),
    ),
    (
        "anglo-french-1904",
        ("Siam[influence]", "GBR", "1906-05-05", deed("obstruction", "GBR", "FRA", where=BATTAMBANG), "breached", "east"),
    ),
    (
        "anglo-french-1904",
        ("Siam[influence]", "GBR", "1906-05-05", deed("obstruction", "GBR", "FRA", where=KEDAH), "owed", "its own side"),
    ),
    (
        "anglo-french-1904",
        ("Siam[influence-of-britain]", "FRA", "1906-05-05", deed("obstruction", "FRA", "GBR", where=KEDAH), "breached", "west"),
    ),
    (
        "anglo-french-1904",
        (
            "Siam[influence-of-britain]",
            "FRA",
            "1906-05-05",
            deed("obstruction", "FRA", "GBR", where=BATTAMBANG),
            "owed",
            "its own side",
        ),
    ),
)


@pytest.mark.parametrize(("treaty", "row"), LINES, ids=[f"{treaty}-{row[0]}-{row[5]}" for treaty, row in LINES])
def test_each_side_of_the_line(treaty: str, row: Row) -> None:
    holds(treaty, row)


# ---- the rest, a few rows each

COUP = "acts: [{kind: coup, by: BAND, on: SLE, place: {territory_of: SLE}}]\nactors: {BAND: {kind: non_state}}\n"
ADMITTED = (
    "kind: admission\nby: TUR\non: ISR\nrelations: [{recognised: [ISR, TUR], value: %s}, {recognised: [ISR, IRQ], value: %s}]\n"
)

REST: tuple[tuple[str, Row], ...] = (
    ("ecowas-mechanism-1999", ("26", "NGA", "2005-05-05", COUP, "depends", "was the government elected")),
    (
        "ecowas-mechanism-1999",
        ("26", "NGA", "2005-05-05", COUP + "parties: {SLE: {democratically_elected: true}}\n", "permitted", "it was"),
    ),
    ("ecowas-mechanism-1999", ("26", "GHA", "2000-05-05", deed("use_of_force", "NGA", "SLE"), "permitted", "war between members")),
    (
        "ecowas-mechanism-1999",
        ("26", "GHA", "2000-05-05", deed("use_of_force", "NGA", "SLE", CONSENTED), "depends", "asked in: for the council to add"),
    ),
    ("baghdad-pact-1955", ("5", "TUR", "1957-05-05", ADMITTED % ("true", "false"), "breached", "Iraq does not recognise it")),
    ("baghdad-pact-1955", ("5", "TUR", "1957-05-05", ADMITTED % ("true", "true"), "owed", "both recognise it")),
    ("eu-teu-42-7", ("42(3)[available]", "DNK", "2015-05-05", QUIET, "not_owed", "the Danish protocol")),
    ("eu-teu-42-7", ("42(3)[available]", "DNK", "2022-07-01", QUIET, "owed", "given up")),
    ("eu-teu-42-7", ("42(3)[available]", "SWE", "2015-05-05", QUIET, "owed", "no protocol of Sweden's")),
    (
        "arab-league-1950",
        (
            "3[emergency]",
            "EGY",
            "1960-05-05",
            "kind: unrest\non: SYR\nby: []\nfacts: {danger_to_peace: true}",
            "owed",
            "an emergency",
        ),
    ),
    ("csto", ("Charter 9", "KAZ", "2003-09-18", QUIET, "owed", "positions brought together")),
    ("csto", ("Charter 9", "KAZ", "2003-09-17", QUIET, "not_owed", "before the Charter")),
    ("au-pact-2005", ("9", "au_psc", "2012-05-05", QUIET, "owed", "its task")),
    ("anzus-1951", ("VIII", "anzus_council", "1965-05-05", QUIET, "permitted", "it may keep in touch with others")),
    ("arab-league-1950", ("7", "EGY", "1960-05-05", QUIET, "owed", "economic cooperation")),
    (
        "anglo-portuguese",
        ("1703 II-IV[offices]", "GBR", "1801-05-05", deed("invasion", "ESP", "PRT"), "owed", "good offices first"),
    ),
    (
        "anglo-portuguese",
        ("1703 II-IV[offices]", "GBR", "1801-05-05", "kind: ultimatum\nby: FRA\nto: PRT", "owed", "a suspicion is enough"),
    ),
    ("anglo-portuguese", ("1703 II-IV[aid]", "GBR", "1801-05-05", "kind: ultimatum\nby: FRA\nto: PRT", "not_owed", "no war yet")),
    ("cyprus-1960", ("I[promotion]", "CYP", "1970-05-05", QUIET, "owed", "what furthers union is forbidden")),
)


@pytest.mark.parametrize(("treaty", "row"), REST, ids=[f"{treaty}-{row[0]}-{row[5]}" for treaty, row in REST])
def test_mended_articles(treaty: str, row: Row) -> None:
    holds(treaty, row)
