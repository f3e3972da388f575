"""Where an act took place."""

from __future__ import annotations

from treatylang.events import fields
from treatylang.events.fields import Entry, read_fields
from treatylang.events.names import code_list
from treatylang.events.report import quote
from treatylang.events.situation import Claimed, Location
from treatylang.events.values import SOVEREIGN, STATES, ZONE, read_value
from treatylang.events.words import BOUNDARIES, OF_NOBODY, PLACE_FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.moments import Window
    from treatylang.events.scope import Scope
    from treatylang.events.tree import Node, Scalar

# A territory has one point in the table, and the largest of them (Algeria, Alaska, Greenland) reach far from it.
_FAR_KM = 2000


def read_place(scope: Scope, node: Node, when: Window) -> Location | None:
    """The place of an act; `administered_by` is a tuple of codes, `territory_of` one code or `none`."""
    entries = read_fields(scope, node, "a place", PLACE_FIELDS)
    if entries is None:
        return None
    if not entries:
        scope.report.error("TL0606", "a place says nothing", node.span, "write a name, a territory or coordinates, or take it out")
        return None
    latitude, longitude = _coordinates(scope, entries)
    territory = None
    if "territory" in entries:
        territory = fields.words(
            scope, entries["territory"][1], "territory", scope.vocabulary.territories, code="TL0605", table="territories"
        )
        if territory is not None and latitude is not None and longitude is not None:
            _near(scope, territory, latitude, longitude, entries["lat"][0])

    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    name, holder, administrator, zone = value("name"), value("territory_of"), value("administered_by"), value("zone")
    claimants, boundary = value("claimed_by"), value("boundary")
    found = Location(
        name=fields.line(scope, name, "`name`") if name else None,
        territory=territory,
        latitude=latitude,
        longitude=longitude,
        territory_of=read_value(scope, holder, "`territory_of`", SOVEREIGN, when) if holder else None,
        administered_by=read_value(scope, administrator, "`administered_by`", STATES, when) if administrator else None,
        claimed_by=code_list(scope, claimants, "`claimed_by`", when) if claimants else (),
        zone=read_value(scope, zone, "`zone`", ZONE) if zone else None,
        sea=_region(scope, entries["sea"][1], sea=True) if "sea" in entries else None,
        region=_region(scope, entries["region"][1], sea=False) if "region" in entries else None,
        boundary=fields.one_of(scope, boundary, "`boundary`", BOUNDARIES) if boundary else None,
    )
    _of_somebody(scope, entries, found)
    return found


def _of_somebody(scope: Scope, entries: dict[str, Entry], place: Location) -> None:
    """An error where a place lies in a zone that is nobody's, and is said to be the territory of somebody all the same.

    Banks and shoals of the table of territories lie in economic zones, and are not said to be anybody's thereby.
    """
    if not isinstance(place.zone, str):
        return
    kind = scope.vocabulary.zones.get(place.zone)
    nobodys = next((each for each in (kind.above if kind else (place.zone,)) if each in OF_NOBODY), None)
    whose = place.territory_of
    said = [value for value, _ in whose.values] if isinstance(whose, Claimed) else [whose]
    holder = next((each for each in said if isinstance(each, str) and each != "none"), None)
    named = ("territory", place.territory) if place.territory is not None and nobodys != "eez" else ("territory_of", holder)
    if nobodys is None or named[1] is None:
        return
    earlier, later = sorted((entries["zone"][0].span, entries[named[0]][0].span), key=lambda span: span.start)
    message = f"`{named[0]}: {named[1]}` and `zone: {place.zone}` cannot stand so together: that zone is no state's territory"
    instead = "territorial_sea" if nobodys in ("high_seas", "eez") else "national_airspace"
    if named[0] == "territory":
        hint = f"take `territory` out, or write `zone: {instead}`"
    elif isinstance(whose, Claimed):
        hint = f"write `zone` as a claim of the same, `{{claimed: {{{place.zone}: [...], {instead}: [...]}}}}`"
    else:
        hint = f"write `territory_of: none`, or `zone: {instead}` where it is territory"
    scope.report.error("TL0610", message, later, hint, label=(earlier, "against this"))


def _coordinates(scope: Scope, entries: dict[str, Entry]) -> tuple[float | None, float | None]:
    for name, other in (("lat", "lon"), ("lon", "lat")):
        if name in entries and other not in entries:
            scope.report.error("TL0604", f"`{name}` without `{other}`", entries[name][0].span, "write both, in decimal degrees")
    latitude = fields.number(scope, entries["lat"][1], "`lat`", -90.0, 90.0) if "lat" in entries else None
    longitude = fields.number(scope, entries["lon"][1], "`lon`", -180.0, 180.0) if "lon" in entries else None
    return latitude, longitude


def _region(scope: Scope, node: Node, sea: bool) -> str | None:
    """The name of a sea, or of a region that is none."""
    regions = scope.vocabulary.regions
    what, other = ("sea", "region") if sea else ("region", "sea")
    found = fields.scalar(scope, node, f"`{what}`")
    if found is None:
        return None
    row = regions.get(found.text)
    if row is not None and row.sea is sea:
        return found.text
    if row is not None:
        scope.report.error("TL0605", f"{quote(found.text)} is a {other}", found.span, f"write `{other}: {found.text}`")
        return None
    known = [name for name, region in regions.items() if region.sea is sea]
    fields.unknown(scope, "TL0605", f"unknown {what} {quote(found.text)}", found, known, tables=("regions",))
    return None


def _near(scope: Scope, territory: str, latitude: float, longitude: float, at: Scalar) -> None:
    row = scope.vocabulary.territories[territory]
    if row.latitude is None or row.longitude is None:
        return
    from treatylang.model.geometry import distance_km  # not at import: few events give coordinates

    distance = distance_km((latitude, longitude), (row.latitude, row.longitude))
    if distance > _FAR_KM:
        message = f"these coordinates lie {distance:,.0f} km from {quote(territory)}"
        hint = f"the territory is near {row.latitude:g}, {row.longitude:g}; north and east are positive"
        scope.report.warn("TL0615", message, at.span, hint)
