"""Who is bound by what, and when: facts of accession, withdrawal and dissolution, stated here a second time on purpose."""

from __future__ import annotations

import pytest

from tests.asking import real

NATO_1949 = "BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA"
NATO_1999 = f"{NATO_1949} GRC TUR DEU ESP CZE HUN POL"
NATO_2004 = f"{NATO_1999} BGR EST LTU LVA ROU SVK SVN"
EU_2009 = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
RIO_1955 = "ARG BOL BRA CHL COL CRI CUB DOM ECU GTM HND HTI MEX NIC PAN PER PRY SLV URY USA VEN"
RIO_2020 = "ARG BHS BRA CHL COL CRI DOM GTM HND HTI PAN PER PRY SLV TTO URY USA"

# (treaty, day, who is bound); an empty text: nobody, or not in force.  Last day before and first day of each change.
BOUND = (
    ("nato-1949", "1949-08-23", ""),
    ("nato-1949", "1949-08-24", NATO_1949),
    ("nato-1949", "1952-02-17", NATO_1949),
    ("nato-1949", "1952-02-18", f"{NATO_1949} GRC TUR"),
    ("nato-1949", "1955-05-05", f"{NATO_1949} GRC TUR"),
    ("nato-1949", "1955-05-06", f"{NATO_1949} GRC TUR DEU"),
    ("nato-1949", "1982-05-30", f"{NATO_1949} GRC TUR DEU ESP"),
    ("nato-1949", "1999-03-12", NATO_1999),
    ("nato-1949", "2004-03-28", NATO_1999),
    ("nato-1949", "2004-03-29", NATO_2004),
    ("nato-1949", "2009-04-01", f"{NATO_2004} ALB HRV"),
    ("nato-1949", "2017-06-05", f"{NATO_2004} ALB HRV MNE"),
    ("nato-1949", "2020-03-27", f"{NATO_2004} ALB HRV MNE MKD"),
    ("nato-1949", "2023-04-03", f"{NATO_2004} ALB HRV MNE MKD"),
    ("nato-1949", "2023-04-04", f"{NATO_2004} ALB HRV MNE MKD FIN"),
    ("nato-1949", "2024-03-06", f"{NATO_2004} ALB HRV MNE MKD FIN"),
    ("nato-1949", "2024-03-07", f"{NATO_2004} ALB HRV MNE MKD FIN SWE"),
    ("csto", "1994-04-19", ""),
    ("csto", "1994-04-20", "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB"),
    ("csto", "1999-04-01", "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB"),
    ("csto", "1999-04-02", "ARM BLR KAZ KGZ RUS TJK"),
    ("csto", "2006-08-16", "ARM BLR KAZ KGZ RUS TJK UZB"),
    ("csto", "2012-12-18", "ARM BLR KAZ KGZ RUS TJK UZB"),
    ("csto", "2012-12-19", "ARM BLR KAZ KGZ RUS TJK"),
    ("anzus-1951", "1952-04-28", ""),
    ("anzus-1951", "1952-04-29", "AUS NZL USA"),
    ("anzus-1951", "1990-01-01", "AUS NZL USA"),
    ("tiar-1947", "1948-12-02", ""),
    ("tiar-1947", "1948-12-03", "BRA COL CRI DOM HND HTI MEX NIC PAN PRY SLV URY USA VEN"),
    ("tiar-1947", "1948-12-09", "BRA COL CRI CUB DOM HND HTI MEX NIC PAN PRY SLV URY USA VEN"),
    ("tiar-1947", "1955-04-06", RIO_1955),
    ("tiar-1947", "2004-09-05", f"{RIO_1955} TTO BHS".replace("CUB ", "")),
    ("tiar-1947", "2004-09-06", f"{RIO_1955} TTO BHS".replace("CUB ", "").replace("MEX ", "")),
    ("tiar-1947", "2020-06-01", RIO_2020),
    ("us-japan-1960", "1960-06-22", ""),
    ("us-japan-1960", "1960-06-23", "JPN USA"),
    ("us-philippines-1951", "1952-08-26", ""),
    ("us-philippines-1951", "1952-08-27", "PHL USA"),
    ("seato-1954", "1955-02-18", ""),
    ("seato-1954", "1955-02-19", "AUS FRA GBR NZL PAK PHL THA USA"),
    ("seato-1954", "1973-11-06", "AUS FRA GBR NZL PAK PHL THA USA"),
    ("seato-1954", "1973-11-07", "AUS FRA GBR NZL PHL THA USA"),
    ("seato-1954", "1990-01-01", "AUS FRA GBR NZL PHL THA USA"),
    ("eu-teu-42-7", "2009-11-30", ""),
    ("eu-teu-42-7", "2009-12-01", f"{EU_2009} GBR"),
    ("eu-teu-42-7", "2013-07-01", f"{EU_2009} GBR HRV"),
    ("eu-teu-42-7", "2020-01-31", f"{EU_2009} GBR HRV"),
    ("eu-teu-42-7", "2020-02-01", f"{EU_2009} HRV"),
    ("warsaw-pact-1955", "1955-06-03", ""),
    ("warsaw-pact-1955", "1955-06-04", "ALB BGR CZSK DDR HUN POL ROU USSR"),
    ("warsaw-pact-1955", "1956-11-03", "ALB BGR CZSK DDR HUN POL ROU USSR"),
    ("warsaw-pact-1955", "1968-09-12", "ALB BGR CZSK DDR HUN POL ROU USSR"),
    ("warsaw-pact-1955", "1968-09-13", "BGR CZSK DDR HUN POL ROU USSR"),
    ("warsaw-pact-1955", "1990-09-24", "BGR CZSK HUN POL ROU USSR"),
    ("warsaw-pact-1955", "1991-07-01", ""),
    ("triple-alliance-1882", "1882-05-29", ""),
    ("triple-alliance-1882", "1882-05-30", "AUTHUN GERREICH ITA"),
    ("triple-alliance-1882", "1914-07-07", "AUTHUN GERREICH ITA"),
    ("triple-alliance-1882", "1914-07-08", ""),
    ("triple-alliance-1912", "1914-07-07", ""),
    ("triple-alliance-1912", "1914-07-08", "AUTHUN GERREICH ITA"),
    ("triple-alliance-1912", "1915-05-03", "AUTHUN GERREICH ITA"),
    ("triple-alliance-1912", "1915-05-04", ""),
    ("dual-alliance-1879", "1879-10-20", ""),
    ("dual-alliance-1879", "1879-10-21", "AUTHUN GERREICH"),
    ("dual-alliance-1879", "1918-12-01", ""),
    ("ottoman-german-1914", "1914-08-02", "GERREICH OTTOMAN"),
    ("ottoman-german-1914", "1914-08-05", "AUTHUN GERREICH OTTOMAN"),
    ("ottoman-german-1914", "1918-12-01", ""),
    ("soviet-czech-1935", "1935-06-07", ""),
    ("soviet-czech-1935", "1935-06-08", "CZSK USSR"),
    ("franco-czech-1924-25", "1924-03-03", ""),
    ("franco-czech-1924-25", "1924-03-04", "CZSK FRA"),
    ("franco-czech-1924-25", "1939-03-16", ""),
    ("anglo-polish-1939", "1939-08-24", ""),
    ("anglo-polish-1939", "1939-08-25", "GBR POL"),
    ("molotov-ribbentrop-1939", "1939-08-23", "GERREICH USSR"),
    ("molotov-ribbentrop-1939", "1941-06-22", "GERREICH USSR"),
    ("molotov-ribbentrop-1939", "1941-06-23", ""),
    ("tripartite-1940", "1940-09-27", "GERREICH ITA JPN"),
    ("tripartite-1940", "1940-11-24", "GERREICH HUN ITA JPN ROU SVKREP"),
    ("tripartite-1940", "1941-03-01", "BGR GERREICH HUN ITA JPN ROU SVKREP"),
    ("tripartite-1940", "1941-03-26", "BGR GERREICH HUN ITA JPN ROU SVKREP YUG"),
    ("tripartite-1940", "1941-03-27", "BGR GERREICH HUN ITA JPN ROU SVKREP"),
    ("tripartite-1940", "1941-06-15", "BGR GERREICH HUN ITA JPN NDH ROU SVKREP"),
    ("tripartite-1940", "1944-01-01", "BGR GERREICH HUN JPN NDH ROU SVKREP"),
    ("tripartite-1940", "1945-06-01", "JPN"),
    ("tripartite-1940", "1949-01-01", ""),
    ("london-1839", "1839-06-07", ""),
    ("london-1839", "1839-06-08", "AUTHUN BEL FRA GBR NLD PRUSSIA RUSEMP"),
    ("london-1839", "1914-08-04", "AUTHUN BEL FRA GBR NLD PRUSSIA RUSEMP"),
    ("london-1839", "1920-01-10", ""),
    ("locarno-rhineland-1925", "1926-09-14", "BEL FRA GBR GERREICH ITA"),
    ("locarno-rhineland-1925", "1936-03-07", "BEL FRA GBR GERREICH ITA"),
)  # fmt: skip

# Spells that are a claim: who says that the state was bound is not agreed with.
CLAIMED = (
    ("tiar-1947", "1965-01-01", "CUB"),
    ("tiar-1947", "2020-06-01", "CUB VEN"),
    ("locarno-rhineland-1925", "1938-01-01", "FRA GBR ITA"),
    ("un-charter-1945", "1960-01-01", "CHN"),
    ("un-charter-1945", "1995-01-01", "YUG"),
)

# The number of Members at the end of some years, as the United Nations counts them.
MEMBERS = (
    (1945, 51),
    (1950, 60),
    (1955, 76),
    (1960, 99),
    (1975, 144),
    (1985, 159),
    (1991, 166),
    (1993, 184),
    (2002, 191),
    (2011, 193),
)


def bound(treaty: str, day: str, disputed: bool = False) -> set[str]:
    plan = real().plan.treaties[treaty]
    if plan.spell.contains(day) is not True:
        return set()
    return {member.state for member in plan.members if member.spell.contains(day) is True and member.disputed is disputed}


@pytest.mark.parametrize(("treaty", "day", "expected"), BOUND)
def test_who_is_bound(treaty: str, day: str, expected: str) -> None:
    assert bound(treaty, day) == set(expected.split())


@pytest.mark.parametrize(("treaty", "day", "expected"), CLAIMED)
def test_whose_standing_is_a_claim(treaty: str, day: str, expected: str) -> None:
    assert bound(treaty, day, disputed=True) == set(expected.split())


@pytest.mark.parametrize(("year", "number"), MEMBERS)
def test_how_many_members_the_united_nations_have(year: int, number: int) -> None:
    """Yugoslavia, whose standing from 1992 to 2000 was a claim, is counted there."""
    day = f"{year}-12-31"
    assert len(bound("un-charter-1945", day)) + ("YUG" in bound("un-charter-1945", day, disputed=True)) == number


@pytest.mark.parametrize("name", ["nato-hague-2025", "nato-vilnius-2023", "nato-wales-2014"])
def test_pledges_of_the_alliance_follow_its_members(name: str) -> None:
    assert real().plan.treaties[name].members_of == "nato-1949"
