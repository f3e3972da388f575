"""What each row of the map is in the words of the vocabulary.

The map has a row for each country, with the code of ISO 3166-1 or, where that is `-99`, a name only.  Every row is here: as a state,
as a row of the table of territories, or as land of which the map alone cannot say whose it is.  A part of a row may be another
territory than the rest; it is cut out by a ring.

A map of today says nothing of the boundaries of another day.  So each state has a day from which today's outline was, as coarsely as
it is drawn, its own; where none is written, that of the treaties of peace of 1947.  Smaller changes since then stand in `outlines`.
"""

from __future__ import annotations

from treatylang.locating.shapes import Ring, box
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of territories that a row of the map is until a day (None: to this day), and the state after that."""

    territory: str
    until: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of a row of the map inside a ring, which is a territory of its own."""

    row: str
    territory: str
    ring: Ring


NAMES = {
    "France": "FRA",
    "Norway": "NOR",
    "Kosovo": "XKX",
    "N. Cyprus": "CYN",
    "Northern Cyprus": "CYN",
    "Somaliland": "SOL",
}
"""Codes of rows that have none in some versions of the map; CYN and SOL are those by which Natural Earth itself calls them."""

_STATES = """
    AFG AGO ALB ARE ARG ARM AUS AUT AZE BDI BEL BEN BFA BGR BHS BIH BLR BLZ BOL BRA BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COG COL
    CRI CUB CZE DEU DJI DNK DOM ECU ERI ESP ETH FJI FRA GAB GBR GEO GHA GIN GMB GNB GNQ GRC GTM GUY HND HRV HTI HUN IDN IND IRL IRN
    IRQ ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KOR KWT LAO LBN LBR LBY LKA LSO LUX MDA MDG MEX MKD MLI MMR MNE MNG MOZ MRT MWI MYS NAM
    NER NGA NIC NLD NOR NPL NZL OMN PAK PAN PER PHL PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SLB SLE SLV SOM SRB SSD SUR SVK
    SVN SWE SWZ SYR TCD TGO THA TJK TKM TTO TUR TZA UGA UKR URY USA UZB VEN VNM VUT YEM ZAF ZMB ZWE
"""
STATES = frozenset(_STATES.split())

TERRITORIES = {
    "BGD": Row("east_pakistan", "1971-12-16", "BGD"),
    "COD": Row("belgian_congo", "1960-06-30", "COD"),
    "CYN": Row("north_cyprus"),
    "CYP": Row("cyprus"),
    "DZA": Row("algeria", "1962-07-03", "DZA"),
    "EGY": Row("egypt", "1922-02-28", "EGY"),
    "ESH": Row("western_sahara"),
    "EST": Row("estonia", "1991-09-06", "EST"),
    "FIN": Row("finland_territory", "1917-12-06", "FIN"),
    "FLK": Row("falkland_islands"),
    "GRL": Row("greenland"),
    "ISL": Row("iceland"),
    "LTU": Row("lithuania", "1991-09-06", "LTU"),
    "LVA": Row("latvia", "1991-09-06", "LVA"),
    "MAR": Row("morocco", "1956-03-02", "MAR"),
    "NCL": Row("new_caledonia"),
    "PRI": Row("puerto_rico"),
    "PSE": Row("west_bank"),
    "TLS": Row("east_timor"),
    "TUN": Row("tunisia", "1956-03-20", "TUN"),
    "TWN": Row("taiwan"),
}

OPEN = {
    "ATA": "Antarctica: claims to its land are neither upheld nor given up (Antarctic Treaty, Article IV)",
    "ATF": "the French Southern and Antarctic Lands, of France and yet not its home land: the table of territories has no row for them",
    "SOL": "Somaliland, which says that it is a state; Somalia claims it",
    "XKX": "Kosovo, which some states hold to be a state and others a part of Serbia",
}
"""Rows of which the map alone cannot say whose they are."""

CLAIMED = {"SOL": ("SOM",), "XKX": ("XKX", "SRB")}
"""Codes that such a row may be of, for the one who decides it."""

CUTS = (
    Cut("USA", "alaska", box(51, -180, 72, -129.5)),
    Cut("USA", "hawaii", box(18, -161, 23, -154)),
    Cut("FRA", "french_guiana", box(1, -55, 7, -51)),
    Cut("NOR", "svalbard", box(74, 5, 82, 36)),
    Cut("RUS", "crimea", box(44, 32, 46.25, 36.6)),
    Cut("GRC", "crete", box(34.5, 23, 35.8, 26.6)),
    Cut("MAR", "western_sahara", box(20.7, -17.5, 27.667, -8.67)),  # its northern limit is that parallel
    Cut("MYS", "malay_peninsula", box(1, 99.5, 7, 104.6)),
    Cut("MYS", "sabah", Ring(((7.5, 115.2), (5.1, 115.4), (4.9, 115.55), (4.1, 115.85), (3.9, 119.5), (7.5, 119.5)))),
    Cut("MYS", "sarawak", Ring(((0.5, 109), (2.5, 109), (5.1, 115.4), (4.9, 115.55), (4.1, 115.85), (0.5, 115.85)))),
    Cut(  # along the straits
        "TUR",
        "turkey_asia",
        Ring(
            (
                (35, 25.2),
                (39.5, 25.5),
                (40.05, 26.15),
                (40.4, 26.7),
                (40.75, 28),
                (41, 29),
                (41.25, 29.13),
                (43, 29.2),
                (43, 46),
                (35, 46),
            )
        ),
    ),
    Cut(  # along the strait of Tsugaru
        "JPN",
        "hokkaido",
        Ring(((41.35, 139), (41.35, 140.3), (41.65, 140.75), (41.8, 141.5), (41.8, 146), (46, 146), (46, 139))),
    ),
    Cut(  # along the canal of Suez
        "EGY",
        "sinai",
        Ring(((31.4, 32.3), (30.6, 32.32), (29.95, 32.56), (28.9, 32.9), (27.5, 34), (27.6, 34.8), (29.6, 35), (31.4, 34.4))),
    ),
)

_PEACE_OF_1947 = "1947-09-15"
_OWN_SINCE = {
    "ARG": "1902-11-20",
    "AUS": "1901-01-01",
    "BEL": "1920-09-20",
    "BOL": "1938-07-21",
    "BRA": "1909-09-08",
    "CAN": "1949-03-31",
    "CHE": "1815-11-20",
    "CHL": "1929-08-28",
    "CHN": "1951-05-23",
    "CMR": "1961-10-01",
    "CUB": "1902-05-20",
    "DEU": "1957-01-01",
    "DNK": "1920-07-05",
    "DOM": "1936-03-09",
    "ESP": "1815-11-20",
    "ETH": "1955-02-28",
    "FRA": "1920-01-10",
    "GBR": "1922-12-06",
    "HTI": "1936-03-09",
    "IDN": "1963-05-01",
    "IND": "1948-09-18",
    "IRL": "1922-12-06",
    "ISR": "1949-07-20",
    "JPN": "1868-01-03",
    "KOR": "1953-07-27",
    "LUX": "1839-06-08",
    "MAR": "1958-04-10",
    "MEX": "1854-06-30",
    "NLD": "1839-06-08",
    "NOR": "1905-10-26",
    "NZL": "1907-09-26",
    "PAK": "1948-03-27",
    "PRK": "1953-07-27",
    "PRT": "1815-11-20",
    "PRY": "1938-07-21",
    "SWE": "1815-11-20",
    "TUR": "1939-07-23",
    "URY": "1851-10-12",
    "USA": "1854-06-30",
    "YEM": "1990-05-22",
    "ZAF": "1910-05-31",
}


def own_since(state: str) -> str:
    """The day from which the outline of today was, as coarsely as the map draws it, that of the state."""
    return _OWN_SINCE.get(state, _PEACE_OF_1947)


def key_of(code: str, name: str) -> str:
    """The code by which a row of the map stands here."""
    return NAMES.get(name, name) if code in ("-99", "") else code


def known(key: str) -> bool:
    """Whether a row of the map is here; a newer version of the map may have others."""
    return key in STATES or key in TERRITORIES or key in OPEN
