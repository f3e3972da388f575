"""A point -> what an event may write of it: a territory, a state, a sea; or why the map does not say.

    locate(48.2, 16.4, "1999-05-01", load().plan.vocabulary)

The map has the boundaries of today and is coarse.  It is believed only well away from a boundary and a coast, where no land is known
that it does not draw or draws as a part of another, and where the boundary of today was there on the day.
"""

from __future__ import annotations

from treatylang.events.moments import earliest, latest
from treatylang.locating.outlines import DISPUTES, ISLANDS, SMALL_STATES, TERRITORIES
from treatylang.locating.rows import CLAIMED, OPEN, own_since
from treatylang.locating.world import SURE_KM, world
from treatylang.model.geometry import contains
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.locating.world import Near, Unit, World
    from treatylang.model.vocabulary import Hold, Territory, Vocabulary

LAST_CHANGE = "2011-07-09"
"""South Sudan: the last day on which a boundary between states moved so far that the map shows it."""

DAY_OF_THE_MAP = "2018-05-21"
"""Natural Earth 4.1.0, by the names on it; the day of a point of which none is given."""

_OUTLINES = (*TERRITORIES, *SMALL_STATES, *ISLANDS, *DISPUTES)
_OFF_THE_MAP = ("outer_space", "cyberspace")
_TAKEN = ("occupied", "disputed_place")
_AT_SEA = ("high_seas", "eez", "international_airspace")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a point may lie in.  `field` and `value` are what an event would write; None: words alone."""

    field: str | None
    value: str

    @property
    def words(self) -> str:
        return self.value if self.field is None else f"`{self.field}: {self.value}`"


@dataclass(frozen=True, slots=True)
class Located:
    """A point on a day.

    Resolved: `field` and `value` are what an event writes of it, `doubts` what has to be looked at with it.  Else `reason` says why not,
    and `candidates` what it may lie in.  `cores` are the regions and seas in whose core it lies, by the vocabulary: an answer finds
    those by the coordinates.
    """

    latitude: float
    longitude: float
    day: str
    field: str | None = None
    value: str | None = None
    doubts: tuple[str, ...] = ()
    reason: str | None = None
    candidates: tuple[Candidate, ...] = ()
    cores: tuple[str, ...] = ()

    @property
    def resolved(self) -> bool:
        return self.field is not None

    @property
    def historic(self) -> bool:
        """Whether the day lies before the boundaries that the map shows."""
        return earliest(self.day) < LAST_CHANGE


def locate(
    latitude: float, longitude: float, day: str, vocabulary: Vocabulary, zone: str | None = None, using: World | None = None
) -> Located:
    """What a point lies in on a day (a month or a year may stand for it).

    `zone` is what the event says of it: on `land` the coast is not asked, on the `high_seas` no land.  `using`: by default the map of the
    extra `geo`.  Raises `MissingExtra`, and `InputError` where the map cannot be read.
    """
    return _Point(latitude, longitude, day, vocabulary, zone, using or world()).located()


class _Point:
    """What is known of one point."""

    def __init__(self, latitude: float, longitude: float, day: str, vocabulary: Vocabulary, zone: str | None, map: World) -> None:
        self.latitude, self.longitude, self.day = latitude, longitude, day
        self.first, self.last = earliest(day), latest(day)
        self.vocabulary = vocabulary
        self.zone = zone
        self.near: Near = map.near(latitude, longitude)

    def located(self) -> Located:
        inside = [unit for unit, km in self.near.units if km == 0]
        around = self._around(inside)
        if self.zone in _OFF_THE_MAP:
            return self._open(f"`zone: {self.zone}` is nowhere on a map", ())
        if self.zone in _AT_SEA:
            if inside and self.near.water is None:
                return self._open(f"the event has it in `zone: {self.zone}`, and the map on land", self._units(inside))
            return self._at_sea()
        if around:
            named = (*self._units(unit for unit, _ in self.near.units), *around)
            return self._open("the map is not to be believed there: it leaves out or does not tell apart what may lie there", named)
        if len({(unit.named(self.first), unit.named(self.last)) for unit, _ in self.near.units}) > 1:
            words = f"a boundary lies nearer than {SURE_KM:g} km, and the map is no surer than that"
            return self._open(words, (*self._units(unit for unit, _ in self.near.units), *self._sea_candidate()))
        if inside:
            if self.near.water is not None and self.zone != "land":
                words = f"the coast lies nearer than {SURE_KM:g} km, and the map is no surer than that"
                return self._open(words, (*self._units(inside), Candidate(None, "the sea")))
            return self._in(inside[0])
        if self.zone == "land":
            return self._open(
                "the map has no land there; it draws no small islands", self._units(unit for unit, _ in self.near.units)
            )
        if self.near.units:
            words = f"it is at sea on the map, but nearer than {SURE_KM:g} km to a coast, and the map is no surer than that"
            return self._open(words, (*self._units(unit for unit, _ in self.near.units), Candidate(None, "the sea")))
        return self._at_sea()

    # ------------------------------------------------------------------------------------------------ on land
    def _in(self, unit: Unit) -> Located:
        """Well inside a unit of the map, whose outline of today need not be that of the day."""
        named = unit.named(self.first)
        if named is None:
            claims = tuple(Candidate("territory_of", code) for code in CLAIMED.get(unit.key, ()))
            return self._open(OPEN.get(unit.key, f"a land that is new on the map: {unit.name}"), claims)
        if named != unit.named(self.last):
            return self._open(f"its status changes in {self.day}", self._units((unit,)))
        field, value = named
        return self._territory(value) if field == "territory" else self._state(value)

    def _state(self, code: str) -> Located:
        state = self.vocabulary.states.get(code)
        mine = (Candidate("territory_of", code),)
        if state is None:
            return self._open(f"the vocabulary has no state `{code}`, whose land it is on the map", ())
        days = (self.first, self.last)
        if state.spells and not all(any(spell.contains(day) for spell in state.spells) for day in days):
            return self._open(f"it lies in {state.name} of today, which the table of states does not have on {self.day}", mine)
        since = own_since(code)
        if self.first < since:
            words = f"it lies in {state.name} of today, whose outline is known to have been the same only since {since}"
            return self._open(words, mine)
        return self._resolved("territory_of", code, self._historic())

    def _territory(self, name: str) -> Located:
        row = self.vocabulary.territories.get(name)
        if row is None:
            return self._open(f"the vocabulary has no territory `{name}`, in which it lies on the map", ())
        if not all(_holders(row.sovereigns, day) or self._claimed(row, day) for day in (self.first, self.last)):
            words = f"it lies in `territory: {name}`, and the table of territories has nobody who held or claimed it on {self.day}"
            return self._open(words, (Candidate("territory", name),))
        return self._resolved("territory", name, (*self._historic(), *self._disputes(row)))

    def _claimed(self, row: Territory, day: str) -> bool:
        """Whether one of those who contest it was a state on the day."""
        spells = [self.vocabulary.states[code].spells for code in row.claimants if code in self.vocabulary.states]
        return any(not each or any(spell.contains(day) for spell in each) for each in spells)

    def _disputes(self, row: Territory) -> tuple[str, ...]:
        """What the table says against anybody's simply having it."""
        title, hold = (_holders(holds, self.first) for holds in (row.sovereigns, row.administrators))
        held = f" and held under {', '.join(hold)}" if hold and hold != title else ""
        if row.claimants:
            return (f"DISPUTED: contested by {', '.join(row.claimants)}{held}; the map is no finding",)
        mark = "DISPUTED" if row.kind in _TAKEN else "CHECK"  # a protectorate is held under another, and yet in no dispute
        return (f"{mark}: held of {', '.join(title)}{held}; the map is no finding",) if held else ()

    # ------------------------------------------------------------------------------------------------ at sea
    def _at_sea(self) -> Located:
        """In a sea by its core: the map knows that there is no land, and the vocabulary what the sea is called."""
        seas = self._cores(seas=True)
        if len(seas) == 1:
            return self._resolved("sea", seas[0], ())
        if not seas:
            return self._open("it is at sea on the map, and in the core of no sea of the vocabulary", ())
        return self._open("it is at sea on the map, and in more than one sea", tuple(Candidate("sea", each) for each in seas))

    # ------------------------------------------------------------------------------------------------ pieces
    def _around(self, inside: list[Unit]) -> tuple[Candidate, ...]:
        """Outlines that hold the point, but for those of what the map itself has there."""
        rows = {unit.key for unit, _ in self.near.units}
        mine = {unit.named(self.first) for unit in inside}
        found: dict[Candidate, None] = {}
        for outline in _OUTLINES:
            if (outline.field, outline.value) in mine or (outline.rows and rows.isdisjoint(outline.rows)):
                continue
            if outline.counts(self.first, self.last) and outline.holds(self.latitude, self.longitude):
                found[Candidate(outline.field, outline.value)] = None
        return tuple(found)

    def _units(self, units: Iterable[Unit]) -> tuple[Candidate, ...]:
        """Units of the map as candidates; of a land whose state the map cannot tell, the words for it."""
        found: dict[Candidate, None] = {}
        for unit in units:
            named = unit.named(self.first)
            if named is not None:
                found[Candidate(*named)] = None
            else:
                found[Candidate(None, OPEN.get(unit.key, unit.name))] = None
        return tuple(found)

    def _sea_candidate(self) -> tuple[Candidate, ...]:
        return (Candidate(None, "the sea"),) if self.near.water is not None and self.zone != "land" else ()

    def _cores(self, seas: bool = False) -> tuple[str, ...]:
        """Regions and seas, or seas only, in whose core it lies; of one inside another the inner one."""
        regions = self.vocabulary.regions
        point = (self.latitude, self.longitude)
        found = [
            name
            for name, each in regions.items()
            if (each.sea or not seas) and any(contains(ring.corners, point) for ring in each.rings)
        ]
        return tuple(name for name in found if not any(name in regions[other].above for other in found if other != name))

    def _resolved(self, field: str, value: str, doubts: tuple[str, ...]) -> Located:
        return Located(self.latitude, self.longitude, self.day, field, value, doubts, cores=self._cores())

    def _open(self, reason: str, candidates: tuple[Candidate, ...]) -> Located:
        only = tuple(dict.fromkeys(candidates))
        return Located(self.latitude, self.longitude, self.day, reason=reason, candidates=only, cores=self._cores())

    def _historic(self) -> tuple[str, ...]:
        return () if self.first >= LAST_CHANGE else (f"CHECK: boundaries as of today, not of {self.day}",)


def _holders(holds: tuple[Hold, ...], day: str) -> tuple[str, ...]:
    """Who holds on a day, as far as that is sure."""
    return tuple(hold.state for hold in holds if hold.spell is None or hold.spell.contains(day) is True)
