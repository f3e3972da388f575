"""Where the map must not have the last word: lands that it does not draw, or draws as a part of others, and lands whose title is in
dispute.

Each outline is coarse and rather too wide.  A point in one is never resolved; what it may lie in is told.  Where the vocabulary has a
row for the place, or a code, that is named.
"""

from __future__ import annotations

from treatylang.locating.shapes import Circle, Ring, Shape, box
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a place is to be looked for.

    `field` and `value` are what an event would write of it (`territory`, `territory_of`; None: words alone).  `rows`: only where one of
    these rows of the map is near (empty: anywhere).  No shapes: wherever they are.  It counts from `since` until `until`.
    """

    field: str | None
    value: str
    shapes: tuple[Shape, ...]
    rows: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None

    def holds(self, latitude: float, longitude: float) -> bool:
        return not self.shapes or any(shape.holds(latitude, longitude) for shape in self.shapes)

    def counts(self, first: str, last: str) -> bool:
        """Whether it counts on some day from `first` to `last`."""
        return (self.since is None or self.since <= last) and (self.until is None or first < self.until)


def _land(name: str, *shapes: Shape, rows: str = "", since: str | None = None, until: str | None = None) -> Outline:
    return Outline("territory", name, shapes, frozenset(rows.split()), since, until)


def _state(code: str, *shapes: Shape) -> Outline:
    return Outline("territory_of", code, shapes)


def _claim(words: str, *shapes: Shape, rows: str = "", since: str | None = None, until: str | None = None) -> Outline:
    return Outline(None, words, shapes, frozenset(rows.split()), since, until)


# Rows of the table of territories, in its order; those that the map has for itself stand in `rows`.
TERRITORIES = (
    _land("alaska", box(50, 170, 56, -160), box(51, -175, 72, -128)),
    _land("saint_pierre_miquelon", Circle(46.9, -56.3, 35)),
    _land("bermuda", Circle(32.3, -64.78, 30)),
    _land("guantanamo", Circle(19.95, -75.15, 25)),
    _land("guadeloupe", Circle(16.15, -61.5, 55)),
    _land("martinique", Circle(14.64, -61.02, 45)),
    _land("panama_canal_zone", Circle(9.1, -79.7, 50), until="1979-10-01"),
    _land("falkland_islands", box(-53.2, -62.2, -50.7, -57)),
    _land("south_georgia", Circle(-54.4, -36.8, 120)),
    _land("azores", box(36.5, -31.9, 40.2, -24.6)),
    _land("madeira", Circle(32.8, -16.8, 90), Circle(30.1, -15.9, 20)),
    _land("canary_islands", box(27.4, -18.5, 29.6, -13.2)),
    _land("faroe_islands", Circle(62, -6.8, 80)),
    _land("jan_mayen", Circle(71, -8.4, 50)),
    _land("svalbard", box(73.8, 8, 81.5, 36)),
    _land("gibraltar", Circle(36.14, -5.35, 15)),
    _land("west_germany", box(47.2, 5.8, 55.2, 13.95), rows="DEU", since="1945-06-05", until="1955-05-05"),
    _land("former_ddr", box(50.1, 9.8, 54.9, 15.1), rows="DEU", since="1945-06-05", until="1990-10-03"),
    _land("berlin_west", Circle(52.51, 13.3, 35), rows="DEU", since="1945-05-08", until="1990-10-03"),
    _land("berlin_east", Circle(52.51, 13.45, 35), rows="DEU", since="1945-05-08", until="1990-10-03"),
    _land("rhineland", box(47.4, 5.8, 52, 9.3), rows="DEU", until="1945-05-08"),
    _land("western_austria", rows="AUT", since="1945-04-27", until="1955-07-27"),
    _land("trieste", Circle(45.65, 13.77, 40), until="1977-04-03"),
    _land("sudetenland", rows="CZE", since="1918-10-28", until="1945-05-08"),
    _land("danzig", Circle(54.25, 18.85, 50), since="1920-01-10", until="1945-08-16"),
    _land("westerplatte", Circle(54.41, 18.67, 10), since="1920-01-10", until="1945-08-16"),
    _land("eastern_poland", box(47.7, 22.4, 56.2, 28.6), rows="BLR UKR LTU POL", since="1918-11-11", until="1945-08-16"),
    _land("bessarabia", box(45.1, 26.5, 48.6, 30.4), rows="MDA UKR", until="1991-12-26"),
    _land("crimea", box(44.1, 32.2, 46.3, 36.8)),
    _land("south_ossetia", Circle(42.35, 44, 55), rows="GEO RUS"),
    _land("nagorno_karabakh", Circle(39.85, 46.7, 85), rows="AZE ARM", until="2023-09-20"),
    _land("pirot", Circle(43.16, 22.59, 25), until="2006-06-05"),
    _land("kumanovo", Circle(42.13, 21.71, 25), until="1993-04-08"),
    _land("gevgelija", Circle(41.14, 22.5, 25), until="1993-04-08"),
    _land("goumenitsa", Circle(40.95, 22.45, 25), until="1920-08-10"),
    _land("salonica", Circle(40.64, 22.94, 30), until="1920-08-10"),
    _land("pangaion", Circle(40.9, 24.1, 35), until="1920-08-10"),
    _land("lampedusa", Circle(35.6, 12.6, 45)),
    _land("malta", Circle(35.92, 14.4, 35)),
    _land("crete", box(34.5, 23.2, 35.8, 26.5)),
    _land("kastellorizo", Circle(36.15, 29.59, 20)),
    _land("cyprus", box(34.4, 32.1, 35.8, 34.8)),
    _land("north_cyprus", box(34.95, 32.5, 35.8, 34.8), since="1974-07-20"),
    _land("akrotiri_dhekelia", Circle(34.6, 32.97, 15), Circle(35, 33.75, 15), since="1960-08-16"),
    _land("golan", Circle(33.05, 35.8, 45), rows="ISR SYR LBN JOR"),
    _land("west_bank", Circle(31.78, 35.23, 20), Ring(((32.6, 34.95), (32.6, 35.6), (31.3, 35.6), (31.3, 34.8)))),
    _land("cyrenaica", box(19, 18, 34, 26), rows="LBY", until="1951-12-24"),
    _land("tripolitania", box(19, 9, 34, 26), rows="LBY", until="1951-12-24"),
    _land("ceuta", Circle(35.89, -5.32, 15)),
    _land("melilla", Circle(35.29, -2.94, 15)),
    _land("western_sahara", box(20.7, -17.3, 27.9, -8.5)),
    _land("reunion", Circle(-21.1, 55.5, 55)),
    _land("cocos_islands", Circle(-12.1, 96.85, 45)),
    _land("christmas_island", Circle(-10.48, 105.63, 30)),
    _land(
        "kashmir",
        Ring(
            (
                (37.2, 75),
                (37, 72.5),
                (35.6, 72.4),
                (34.8, 73.3),
                (33, 73.5),
                (32.35, 74.6),
                (32.1, 75.7),
                (31.9, 78.3),
                (32.4, 79.6),
                (34.4, 80.5),
                (36, 80.6),
                (36.6, 77),
            )
        ),
        rows="IND PAK CHN AFG TJK",
        since="1947-08-14",
    ),
    _land("goa", Circle(15.4, 74, 75), Circle(20.4, 72.9, 25), Circle(20.72, 70.98, 20), until="1961-12-19"),
    _land("indochina", rows="VNM LAO KHM", until="1954-07-21"),
    _land("free_vietnam", box(8, 102, 17.3, 110), rows="VNM", since="1954-07-21", until="1976-07-02"),
    _land("thitu", Circle(11.05, 114.28, 25)),
    _land("second_thomas_shoal", Circle(9.72, 115.87, 30)),
    _land("scarborough_shoal", Circle(15.18, 117.76, 35)),
    _land("reed_bank", Circle(11.4, 116.8, 80)),
    _land("hong_kong", Circle(22.35, 114.12, 45)),
    _land("macau", Circle(22.17, 113.56, 15)),
    _land("taiwan", box(21.7, 119.9, 25.6, 122.2)),
    _land("pescadores", Circle(23.55, 119.58, 45)),
    _land("quemoy", Circle(24.44, 118.35, 30)),
    _land("matsu", Circle(26.2, 120.2, 60)),
    _land("yijiangshan", Circle(28.55, 121.9, 40), until="1955-02-26"),
    _land("manchuria", box(38.6, 115.4, 53.7, 135.2), rows="CHN", until="1945-08-18"),
    _land("port_arthur", Circle(38.95, 121.45, 65), until="1955-05-24"),
    _land("zhenbao", Circle(46.49, 133.84, 20), until="1991-05-19"),
    _land("southern_sakhalin", box(45.7, 141.5, 50.1, 145), rows="RUS", until="1945-08-25"),
    _land("southern_kurils", box(43.25, 145.45, 45.7, 149.2)),
    _land("hokkaido", Ring(((41.3, 139.2), (41.3, 140.4), (41.7, 141.2), (41.7, 145.9), (45.7, 145.9), (45.7, 140.8)))),
    _land("senkaku", Circle(25.8, 123.7, 100)),
    _land("okinawa", box(23.9, 122.8, 29, 131.5)),
    _land("bonin_islands", box(20.3, 140.4, 28, 143), Circle(20.42, 136.08, 15)),
    _land("liancourt_rocks", Circle(37.24, 131.87, 25)),
    _land("baengnyeong", Circle(37.93, 124.7, 25)),
    _land("yeonpyeong", Circle(37.67, 125.7, 20)),
    _land("hawaii", box(18.5, -179, 29, -154.4)),
    _land("guam", Circle(13.44, 144.79, 40)),
    _land("new_caledonia", box(-23.2, 163, -18, 168.6)),
)

# States that the map does not draw.
SMALL_STATES = (
    _state("AND", Circle(42.55, 1.57, 30)),
    _state("ATG", Circle(17.35, -61.8, 50)),
    _state("BHR", Circle(26.05, 50.6, 40)),
    _state("BRB", Circle(13.18, -59.55, 30)),
    _state("COM", Circle(-12, 43.85, 100)),
    _state("CPV", Circle(16, -24, 190)),
    _state("DMA", Circle(15.42, -61.35, 40)),
    _state("FSM", Circle(9.55, 138.1, 200), Circle(7.4, 150, 400), Circle(6.9, 158.2, 250), Circle(5.3, 163, 40)),
    _state("GRD", Circle(12.25, -61.6, 50)),
    _state("KIR", Circle(1, 173.5, 450), Circle(-3.7, -171.8, 300), Circle(2, -157.5, 450), Circle(-10.5, -151, 300)),
    _state("KNA", Circle(17.28, -62.7, 40)),
    _state("LCA", Circle(13.9, -60.97, 40)),
    _state("LIE", Circle(47.15, 9.55, 20)),
    _state("MCO", Circle(43.74, 7.42, 8)),
    _state("MDV", Circle(3.2, 73.2, 500)),
    _state("MHL", Circle(9, 168.5, 600)),
    _state("MUS", Circle(-20.25, 57.6, 60), Circle(-19.7, 63.4, 30), Circle(-10.4, 56.6, 30), Circle(-16.6, 59.6, 60)),
    _state("NRU", Circle(-0.53, 166.93, 20)),
    _state("PLW", Circle(6.5, 133.8, 250)),
    _state("SGP", Circle(1.35, 103.85, 35)),
    _state("SMR", Circle(43.94, 12.46, 15)),
    _state("STP", Circle(0.25, 6.6, 40), Circle(1.6, 7.4, 30)),
    _state("SYC", Circle(-4.6, 55.6, 150), Circle(-7, 53, 180), Circle(-9.6, 47, 220)),
    _state("TON", Circle(-19.5, -174.7, 400)),
    _state("TUV", Circle(-8, 178.2, 350)),
    _state("VCT", Circle(13, -61.25, 60)),
    _state("WSM", Circle(-13.75, -172.1, 110)),
    _claim("Vatican City, the Holy See, which the table of states does not have", Circle(41.903, 12.453, 1.5)),
)

# Islands and lands that the map does not draw, or that lie close to the shore of another state; and dependencies without a row of
# their own, which are no home land.
ISLANDS = (
    _state("GRC", Circle(39.2, 26.2, 55), Circle(38.4, 26.05, 40), Circle(37.7, 26.8, 35), Circle(36.85, 27.1, 40),
           Circle(36.2, 27.95, 55), Circle(36.6, 27.85, 15), Circle(37.2, 26.85, 40), Circle(39.9, 25.25, 35), Circle(39.65, 19.8, 55),
           Circle(37, 25.2, 140), Circle(40.5, 25.5, 25)),
    _state("TUR", Circle(40.2, 25.85, 20), Circle(39.83, 26.07, 10)),
    _state("JPN", Circle(34.4, 129.35, 60), Circle(33.75, 129.7, 25), Circle(32.7, 128.75, 45)),
    _state("KOR", Circle(33.38, 126.55, 60), Circle(37.5, 130.87, 25)),
    _state("VNM", Circle(10.2, 104, 45), Circle(9.3, 103.5, 20)),
    _state("KHM", Circle(10.5, 103.2, 40)),
    _state("DNK", Circle(55.13, 14.92, 40)),
    _state("SWE", Circle(57.6, 18.6, 100)),
    _state("FIN", Circle(60.2, 20, 75)),
    _state("EST", Circle(58.5, 22.5, 90)),
    _state("UKR", Circle(45.25, 30.2, 15)),
    _state("ITA", Circle(36.78, 12, 20)),
    _state("ESP", Circle(39.5, 2.9, 190), Circle(35.22, -3.89, 10), Circle(35.18, -2.43, 10), Circle(35.91, -5.42, 5),
           Circle(35.94, -3.03, 10)),
    _state("GBR", Circle(59.5, -2.2, 200), Circle(57.7, -7.2, 120), Circle(49.95, -6.3, 30)),
    _state("IND", Circle(10, 93, 450), Circle(11, 72.7, 220)),
    _state("MMR", Circle(14.1, 93.37, 25)),
    _state("YEM", Circle(12.5, 53.5, 170), Circle(13.7, 42.7, 40), Circle(15.1, 42.1, 30)),
    _state("TZA", Circle(-6.1, 39.4, 60), Circle(-5.2, 39.75, 45)),
    _state("GNQ", Circle(3.5, 8.7, 60), Circle(-1.43, 5.63, 20), Circle(0.9, 9.35, 20)),
    _state("ECU", Circle(-0.5, -90.7, 270)),
    _state("CHL", Circle(-27.1, -109.35, 30), Circle(-33.7, -79.8, 120)),
    _state("COL", Circle(13, -81.5, 120)),
    _state("RUS", Circle(80.6, 55, 320), box(45.8, 149, 51.2, 157)),
    _state("USA", Circle(65.75, -168.95, 10)),
    _state("AUS", Circle(-54.5, 158.9, 40), Circle(-31.55, 159.1, 20), Circle(-53.1, 73.5, 60)),
    _state("NZL", Circle(-44, -176.5, 70), Circle(-50.7, 166.1, 50), Circle(-29.3, -177.9, 30)),
    _state("ZAF", Circle(-46.8, 37.8, 50)),
    _state("BHS", Ring(((27.6, -79.5), (24, -79.5), (22.3, -76.5), (21, -74.5), (20.8, -73), (22.5, -72.5), (25, -75.5), (27.5, -77)))),
    _state("VUT", Circle(-17.7, 168.4, 80), Circle(-19.4, 169.4, 120), Circle(-13.8, 167.5, 80)),
    _state("TTO", Circle(11.25, -60.7, 35)),
    _state("BRA", Circle(-3.85, -32.4, 25), Circle(-20.5, -29.1, 60)),
    _claim("Aruba, Curaçao or Bonaire (NLD)", Circle(12.52, -69.97, 30), Circle(12.2, -69, 45), Circle(12.2, -68.28, 35)),
    _claim("the Leeward Islands under France, the Netherlands and Britain (FRA, NLD, GBR)", Circle(17.9, -63.05, 60),
           Circle(16.74, -62.2, 25)),
    _claim("the Virgin Islands (USA, GBR)", Circle(18.3, -64.7, 75)),
    _claim("Turks and Caicos (GBR)", Circle(21.7, -71.8, 90)),
    _claim("Cayman Islands (GBR)", Circle(19.5, -80.5, 120)),
    _claim("the Channel Islands (dependencies of the British Crown)", Circle(49.4, -2.4, 55)),
    _claim("the Isle of Man (a dependency of the British Crown)", Circle(54.23, -4.55, 40)),
    _claim("Saint Helena, Ascension or Tristan da Cunha (GBR)", Circle(-15.96, -5.7, 30), Circle(-7.95, -14.36, 30),
           Circle(-37.2, -12.4, 50), Circle(-40.3, -9.9, 30)),
    _claim("Mayotte (FRA; claimed by COM)", Circle(-12.83, 45.15, 40)),
    _claim("the Chagos Archipelago (GBR, MUS)", Circle(-6.3, 71.9, 200)),
    _claim("islands of the Mozambique Channel and Tromelin (FRA; claimed by others)", Circle(-22.35, 40.37, 20), Circle(-17.05, 42.72, 20),
           Circle(-11.55, 47.35, 30), Circle(-15.89, 54.52, 15), Circle(-21.45, 39.7, 25)),
    _claim("the Northern Marianas (USA)", Circle(16.5, 145.7, 330), Circle(14.15, 145.2, 40)),
    _claim("American Samoa (USA)", Circle(-14.3, -170.4, 140)),
    _claim("Wake, Johnston, Howland, Baker, Jarvis, Palmyra (USA)", Circle(19.28, 166.65, 20), Circle(16.73, -169.53, 20),
           Circle(0.5, -176.55, 60), Circle(-0.37, -160, 20), Circle(6.1, -162.2, 70)),
    _claim("Wallis and Futuna (FRA)", Circle(-13.3, -176.2, 30), Circle(-14.3, -178.1, 40)),
    _claim("French Polynesia (FRA)", Circle(-17.6, -150.5, 300), Circle(-18, -143.5, 700), Circle(-9.4, -139.8, 200),
           Circle(-24, -149, 450), Circle(-23.1, -135, 80)),
    _claim("Clipperton (FRA)", Circle(10.3, -109.2, 20)),
    _claim("the Cook Islands or Niue (associated with NZL)", Circle(-20.5, -159, 350), Circle(-11, -161.5, 400), Circle(-19.05, -169.9, 30)),
    _claim("Tokelau (NZL)", Circle(-9.1, -171.9, 120)),
    _claim("Pitcairn (GBR)", Circle(-24.7, -127.8, 380)),
    _claim("Norfolk Island (AUS)", Circle(-29.03, 167.95, 25)),
    _claim("Bouvet or Peter I Island (NOR)", Circle(-54.42, 3.35, 20), Circle(-68.8, -90.6, 30)),
    _claim("the Crozet, Saint-Paul and Amsterdam islands (FRA)", Circle(-46.3, 51.2, 100), Circle(-38.3, 77.55, 70)),
    _claim("the South Sandwich Islands (GBR; claimed by ARG)", Circle(-57.8, -26.7, 250)),
    _claim("the South Orkney or South Shetland islands (south of 60S: Antarctic Treaty)", Circle(-60.6, -45.5, 100), Circle(-62.3, -59, 220)),
)  # fmt: skip

# Lands whose title or hold is in dispute, and which have no row of their own.
DISPUTES = (
    _claim("Abkhazia (GEO; held by its own authorities with RUS)", Ring(((42.3, 41.7), (43, 42.3), (43.7, 41.2), (43.6, 39.9), (43.1, 40.2),
           (42.6, 41))), rows="GEO RUS", since="1992-07-23"),
    _claim("Transnistria (MDA; held by its own authorities)", Ring(((46.3, 29.4), (46.6, 30.2), (47.4, 29.7), (48.3, 29), (48.3, 28.4),
           (47.6, 28.7), (46.9, 29.2))), rows="MDA UKR", since="1990-09-02"),
    _claim("the east of Ukraine (UKR; held in part by RUS or by those whom it backed)", Ring(((46.7, 37), (47.9, 36.5), (50.2, 37.6),
           (50.2, 40.3), (47.8, 40.3), (46.7, 38.5))), rows="UKR RUS", since="2014-04-06"),
    _claim("the south and east of Ukraine (UKR; held in part by RUS)", Ring(((45.9, 31.4), (47.7, 32.6), (48.1, 34.9), (50.2, 37),
           (50.2, 40.3), (47.8, 40.3), (45.9, 36))), rows="UKR RUS", since="2022-02-24"),
    _claim("Arunachal Pradesh (IND; claimed by CHN)", Ring(((26.5, 91.4), (26.5, 97.6), (29.7, 97.6), (29.7, 95), (28.2, 91.4))),
           rows="IND CHN BTN MMR", since="1949-10-01"),
    _claim("Sikkim, a protected state until 1975", Circle(27.55, 88.5, 65), rows="IND CHN NPL BTN", until="1975-05-16"),
    _claim("the Halaib triangle or Bir Tawil (EGY, SDN)", box(21.6, 33, 23.3, 37), rows="EGY SDN", since="1956-01-01"),
    _claim("Abyei (SDN, SSD)", Circle(9.75, 28.6, 110), rows="SDN SSD", since="2011-07-09"),
    _claim("the Ilemi triangle (KEN, SSD, ETH)", Circle(4.9, 35.3, 90), rows="KEN SSD ETH"),
    _claim("the Essequibo (GUY; claimed by VEN)", Ring(((8.6, -60), (6.9, -58.2), (4, -58.4), (1, -58.8), (1, -60.5), (5.3, -61.6))),
           rows="GUY VEN"),
    _claim("Belize (claimed in part by GTM)", rows="BLZ"),
    _claim("the Gaza Strip, which the map does not draw (PSE; held by EGY until 1967, then by ISR)", Circle(31.42, 34.38, 30)),
    _claim("Kuwait, occupied by Iraq", box(28.3, 46.3, 30.3, 48.8), rows="KWT IRQ", since="1990-08-02", until="1991-02-28"),
    _claim("the Aouzou strip (TCD; held by LBY)", box(20.8, 15, 23.7, 24.2), rows="TCD LBY", since="1973-01-01", until="1994-05-30"),
    _claim("land between SAU and YEM that had no boundary", box(16.4, 43.8, 20.5, 52.9), rows="SAU YEM OMN", until="2000-06-12"),
    _claim("the Spanish or the international zone of Morocco", box(34.7, -6.5, 36.1, -1.8), box(27.6, -13.4, 29.2, -8.5), Circle(29.37, -10.1, 40),
           rows="MAR", since="1912-11-27", until="1958-04-10"),
    _claim("Ifni (ESP)", Circle(29.37, -10.1, 40), rows="MAR", until="1969-06-30"),
    _claim("the Sahara south of Algeria, before France had it", box(18, -9, 33, 12.5), rows="DZA", until="1905-01-01"),
    _claim("the land of Memel", Circle(55.4, 21.4, 60), rows="LTU", until="1945-01-28"),
    _claim("land round Badme (ERI, ETH)", Circle(14.73, 37.8, 40), rows="ERI ETH", since="1998-05-06"),
    _claim("the Paracel Islands (held by CHN; claimed by VNM, TWN)", Circle(16.5, 112, 130)),
    _claim("the Spratly Islands (claimed by CHN, TWN, VNM, PHL, MYS)", box(6.8, 111, 12, 117.5)),
    _claim("Pratas (held by TWN; claimed by CHN)", Circle(20.7, 116.75, 40)),
    _claim("Abu Musa or the Tunbs (held by IRN; claimed by ARE)", Circle(25.88, 55.03, 15), Circle(26.26, 55.25, 20)),
    _claim("Tiran or Sanafir (EGY, SAU)", Circle(27.95, 34.6, 15)),
    _claim("Hans Island (CAN, DNK)", Circle(80.83, -66.46, 10)),
    _claim("Navassa (USA, HTI)", Circle(18.4, -75.01, 10)),
)  # fmt: skip
