"""Where an act took place: territories, regions, seas, zones, areas.

Names come before geometry: what the event writes, then the territory table, then the home regions of the state whose land it is;
coordinates decide where names do not (parallels, polygons, home land that lies in several regions).
"""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, both, either, neg
from treatylang.decision.formula import value as formula_value
from treatylang.events.situation import Act, Claimed, Location, RelationFact, Value
from treatylang.events.words import OF_NOBODY
from treatylang.model.areas import Area, Bound, NamedPart, PolygonPart
from treatylang.model.conditions import Where
from treatylang.model.time import Spell
from treatylang.model.vocabulary import Hold, Territory
from treatylang.model.who import Fixed, Who
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from treatylang.decision.points import Bearing

    WhoTest = Callable[[Who, str, str], Formula]

_NOWHERE = Location()
_VIA = "via_territory_of"
_LAND = frozenset({"territory", "metropolitan_territory"})  # sorts that are decided by whose land it is, whatever was struck there


class Places:
    """Answers about the places of one case; `areas` are those of the treaty in hand, over those of the vocabulary."""

    def __init__(self, case: Case, areas: Mapping[str, Area], is_who: WhoTest) -> None:
        self.case = case
        self.words = case.words
        self.areas = areas
        self.is_who = is_who
        self._named: dict[tuple[str, str, str], Formula] = {}

    # ------------------------------------------------------------------------------------------------ whose land
    def sovereign(self, act: Act, code: str) -> Formula:
        """That the place is territory of `code`: by what is written, by the table."""
        place = act.place or _NOWHERE
        day = self.case.day_of(act)
        words = f"{_called(act)} is territory of {code}"
        atom = Atom("sovereign_of", (code, _called(act)))
        written = place.territory_of
        if isinstance(written, str):
            if written == "none":
                return Leaf(words, False, "stated")
            same = self.case.reads(code, written, day)
            return (
                Leaf(words, True, "stated", atom)
                if same is TRUE
                else both(same)
                if same is not FALSE
                else Leaf(words, False, "stated", atom)
            )
        if isinstance(written, Claimed):
            claims = tuple((value == code if isinstance(value, str) else None, by) for value, by in written.values)
            return Leaf(words, None, "claimed", atom, claims)
        if written is None and (said := self._said("sovereign_of", place, code, day, words, atom)) is not None:
            return said
        row = self._row(place)
        if written is None and row is not None:
            holders = _holders(row.sovereigns, day)
            if any(self.case.reads(code, each, day) is not FALSE for each, sure in holders if sure):
                return Leaf(words, True, "map", atom)
            if not holders and code in row.claimants:
                return Leaf(words, None, "unknown", atom)
            if any(each == code for each, _ in holders):
                return Leaf(words, None, "unknown", atom)
            return Leaf(words, False, "map", atom)
        if written is None and _at_sea(place):
            return Leaf(words, False, "follows", why=f"it lies in {place.zone}")
        if row is None and (far := self._abroad(place, code)):
            return Leaf(words, False, "follows", why=far)
        return Leaf(words, None, "unknown", atom)

    def administered(self, act: Act, code: str, day: str | None = None) -> Formula:
        """That `code` holds and runs the place in fact; by default the sovereign does, unless it is occupied or disputed."""
        place = act.place or _NOWHERE
        words = f"{_called(act)} is administered by {code}"
        atom = Atom("administered", (_called(act), code))
        written = place.administered_by
        if isinstance(written, str):
            written = (written,)
        if isinstance(written, tuple):
            return Leaf(words, code in written, "stated", atom)
        if isinstance(written, Claimed):
            claims = tuple((code == value or (isinstance(value, tuple) and code in value), by) for value, by in written.values)
            return Leaf(words, None, "claimed", atom, claims)
        if written is not None:
            return Leaf(words, None, "unknown", atom)
        if (said := self._said("administered", place, code, day or self.case.day_of(act), words, atom)) is not None:
            return said
        row = self._row(place)
        if row is not None:
            holders = _holders(row.administrators, day or self.case.day_of(act))
            if holders:
                if any(each == code and sure for each, sure in holders):
                    return Leaf(words, True, "map", atom)
                if any(each == code for each, _ in holders):
                    return Leaf(words, None, "unknown", atom)
                return Leaf(words, False, "map", atom)
            if not _holders(row.sovereigns, day or self.case.day_of(act)):
                return Leaf(words, None, "unknown", atom)
        return self.sovereign(act, code)

    def _said(self, relation: str, place: Location, code: str, day: str, words: str, atom: Atom) -> Formula | None:
        """What rows of the event say of a territory and somebody; None where none does.  Where they give it to another, and say
        nothing of him, it is open whether he holds it besides."""
        rows = self._rows(relation, place)
        if any(each == code for each, _ in rows):
            name = place.territory or ""
            return self.case.relation(relation, *((name, code) if relation == "administered" else (code, name)), day)
        if any(fact.value is True and Spell(fact.since, fact.until).contains(day) is not False for _, fact in rows):
            return Leaf(words, None, "unknown", atom)
        return None

    def _rows(self, relation: str, place: Location) -> list[tuple[str, RelationFact]]:
        """The rows of the event on who holds a territory, each with whom it names."""
        if place.territory is None:
            return []
        rows = [fact for fact in self.case.situation.relations if fact.name == relation]
        pairs = [((fact.first, fact.second) if relation == "administered" else (fact.second, fact.first), fact) for fact in rows]
        return [(code, fact) for (name, code), fact in pairs if name == place.territory]

    def holders(self, act: Act, sorts: tuple[str, ...], holding: str | None = None) -> tuple[str, ...]:
        """Codes of which it may be asked whether the place is theirs; `under`: whether they administer it.  Who does either does not
        tell who does the other, but that the sovereign administers where nothing else is written."""
        place = act.place or _NOWHERE
        found: dict[str, None] = {}
        run = (place.administered_by,) if holding == "under" or "island" in sorts else ()
        own = () if holding == "under" and place.administered_by is not None else (place.territory_of,)
        for written in (*own, *run):
            if isinstance(written, str) and written != "none":
                found[written] = None
            elif isinstance(written, tuple):
                found |= dict.fromkeys(written)
            elif isinstance(written, Claimed):
                found |= {value: None for value, _ in written.values if isinstance(value, str)}
        row = self._row(place)
        if row is not None:
            day = self.case.day_of(act)
            found |= dict.fromkeys(code for code, _ in (*_holders(row.sovereigns, day), *_holders(row.administrators, day)))
            found |= dict.fromkeys(row.claimants)
        for relation in ("administered", "sovereign_of"):
            found |= dict.fromkeys(code for code, _ in self._rows(relation, place))
        found |= dict.fromkeys(place.claimed_by)
        return tuple(found)

    def struck(self, act: Act, targets: tuple[str, ...], owner: str | None) -> Formula:
        """That one of the targets was struck.  Land is decided by the place, whatever was struck; the rest by what was."""
        return either(*(self._struck(act, target, owner) for target in targets))

    def _struck(self, act: Act, target: str, owner: str | None) -> Formula:
        place, row = act.place or _NOWHERE, self._row(act.place or _NOWHERE)
        if target == "territory":
            return self.sovereign(act, owner) if owner else TRUE
        if target == "metropolitan_territory":
            if row is not None and row.kind != "metropolitan":
                return Leaf(f"{_called(act)} is home land (the table has it as {row.kind})", False, "map")
            return self.sovereign(act, owner) if owner else TRUE
        if target == "island":
            island = row.kind == "island" if row is not None else None
            listed = any("island" in self.words.targets[each].above for each in act.targets)
            if not listed and not island:
                return Leaf(f"{_called(act)} is an island", False, "map" if row is not None else "stated")
            return either(self.sovereign(act, owner), self.administered(act, owner)) if owner else TRUE
        words = f"{target} struck"
        for each in act.targets:
            if target in self.words.targets[each].above:
                return Leaf(words, True, "stated")
        if not act.targets or any(each in self.words.targets[target].above for each in act.targets):
            return Leaf(words, None, "unknown", Atom("target", (self.case.name(target), act.id)))
        if place.zone == target:
            return Leaf(words, True, "stated")
        return Leaf(words, False, "stated")

    # ------------------------------------------------------------------------------------------------ in a place
    def within(self, act: Act, where: Where, env_test: Callable[[Who, str], Formula]) -> Formula:
        """That the act took place there, came from there, or went over it."""
        if where.side == "over":
            return self._over(act, where, env_test)
        if where.side == "from" and act.origin is None:
            return Leaf(where.words, None, "unknown", Atom("origin", (act.id, where.words)))
        return self._lies(self._origin(act) if where.side == "from" else act, where, env_test)

    def hosts(self, act: Act, where: Where) -> tuple[str, ...]:
        """Codes of which it may be asked whether it is theirs: where the act took place, whence it came, over whose land it went."""
        spots = [act]
        if where.side == "over":
            written = act.facts.get(self.case.name(_VIA))
            spots = [self._way(act, code) for value, _ in _values(written) for code in value]
        elif where.side == "from":
            spots = [self._origin(act)]
        return tuple(dict.fromkeys(code for spot in spots for code in self.holders(spot, where.names)))

    def _lies(self, act: Act, where: Where, env_test: Callable[[Who, str], Formula]) -> Formula:
        if where.holder is None:
            return either(*(self.in_name(act, name) for name in where.names))
        options = [
            both(env_test(where.holder, code), self.struck(act, where.names, code)) for code in self.holders(act, where.names)
        ]
        if options or (_of_nobody(act) and _LAND.issuperset(where.names)):
            return either(*options)
        if far := self._all_abroad(act, where.holder, where.names):
            return Leaf(where.words, False, "follows", why=far)
        return Leaf(where.words, None, "unknown", Atom("place", (act.id, where.words)))

    def _over(self, act: Act, where: Where, env_test: Callable[[Who, str], Formula]) -> Formula:
        """That the act went over some land: by the states whose land the event says that it went through."""

        def through(codes: tuple[str, ...]) -> Formula:
            return either(*(self._lies(self._way(act, code), where, env_test) for code in codes))

        name = self.case.name(_VIA)
        written, atom = act.facts.get(name), Atom(name, (act.id, where.words))
        if isinstance(written, tuple):
            return through(written) if written else Leaf(where.words, False, "stated", atom)
        if isinstance(written, Claimed):
            claims = tuple((formula_value(through(codes)), by) for codes, by in _values(written))
            return Leaf(where.words, None, "claimed", atom, claims)
        return Leaf(where.words, None, "unknown", atom)

    def _origin(self, act: Act) -> Act:
        """The act as if it had taken place where it came from."""
        return replace(
            act, id=f"the origin of {act.id}", date=self.case.day_of(act), place=act.origin, origin=None, domain=None, targets=()
        )

    def _way(self, act: Act, code: str) -> Act:
        """The act as if it had taken place on the land of a state that it went through."""
        way, place = f"the way of {act.id} through {code}", Location(territory_of=code)
        return replace(act, id=way, date=self.case.day_of(act), place=place, origin=None, domain=None, targets=())

    def in_name(self, act: Act, name: str) -> Formula:
        """That the act took place in a named region, sea, locality, zone or area."""
        key = (act.id, act.kind, name)
        if key not in self._named:
            self._named[key] = self._in_name(act, name)
        return self._named[key]

    def _in_name(self, act: Act, name: str) -> Formula:
        if name in self.areas:
            return self._in_area(act, self.areas[name])
        if name in self.words.areas:
            return self._in_area(act, self.words.areas[name])
        place = act.place or _NOWHERE
        if name in self.words.domains or name in self.words.zones:
            return self._in_zone(act, place, name)
        if name in self.words.territories:
            return self._in_locality(act, place, name)
        return self._in_region(act, place, name)

    def _in_zone(self, act: Act, place: Location, name: str) -> Formula:
        words = f"{_called(act)} is in {name}"
        if act.domain is not None and name in (act.domain, {"cyber": "cyberspace", "space": "outer_space"}.get(act.domain)):
            return Leaf(words, True, "stated")
        if isinstance(place.zone, str):
            return Leaf(words, name in self._zone_above(place.zone), "stated")
        if act.domain is not None and place.zone is None:
            return Leaf(words, False, "stated")
        whose = place.territory_of
        if (
            place.zone is None
            and isinstance(whose, str)
            and whose != "none"
            and not set(self._zone_above(name)).isdisjoint(OF_NOBODY)
        ):
            return Leaf(words, False, "follows", why=f"it is territory of {whose}")
        return Leaf(words, None, "unknown", Atom("zone", (act.id, self.case.name(name))))

    def _zone_above(self, zone: str) -> tuple[str, ...]:
        return self.words.zones[zone].above if zone in self.words.zones else (zone,)

    def _in_locality(self, act: Act, place: Location, name: str) -> Formula:
        words = f"{_called(act)} is in {name}"
        if place.territory is not None:
            return Leaf(words, place.territory == self.case.name(name), "stated")
        if place.name is not None and place.name.lower().replace(" ", "_") == name:
            return Leaf(words, True, "stated")
        row = self.words.territories[name]
        owners = {code for code, _ in _holders(row.sovereigns, self.case.day_of(act))} | set(row.claimants)
        if isinstance(place.territory_of, str) and owners and place.territory_of not in owners:
            return Leaf(words, False, "follows", why=f"{name} is of {', '.join(sorted(owners))}")
        known, basis, _ = self._regions(place)
        if not known and row.kind != "island":
            known, basis = self._cores(place, self.words.regions), "follows"
        apart = all(
            not self.case.lies_in(known, mine) and not self.case.lies_in([mine], each) for mine in row.regions for each in known
        )
        if known and row.regions and apart:
            return Leaf(words, False, basis, why=f"{name} lies in {', '.join(row.regions)}")
        for mine in row.regions:
            if far := self._beyond(place, mine):
                return Leaf(words, False, "follows", why=f"{name} lies in {mine}, and {far}")
        return Leaf(words, None, "unknown", Atom("place", (act.id, self.case.name(name))))

    def _in_region(self, act: Act, place: Location, name: str) -> Formula:
        words = f"{_called(act)} is in {name}"
        atom = Atom("place", (act.id, self.case.name(name)))
        known, basis, home = self._regions(place)
        why = next(filter(None, (self._beyond(place, each) for each in self._home(place))), None) if basis == "follows" else None
        if known and self.case.lies_in(known, name):
            if not home or len(known) == 1 or all(self.case.lies_in([each], name) for each in known):
                return Leaf(words, True, basis, why=why)
            return self._by_core(known, name, words, atom, self._cores(place, known))
        if known and (basis != "stated" or not any(self.case.lies_in([name], each) for each in known)):
            return Leaf(words, False, basis, why=why)
        return self._by_point(place, name, words, atom)

    def _by_point(self, place: Location, name: str, words: str, atom: Atom) -> Formula:
        """No name decides: coordinates in its core or outside its extent do, and so do, of a sea, coordinates in the core of another sea."""
        for core in self._cores(place, (name,)):
            return Leaf(words, True, "follows", why=f"its coordinates lie in the core of {core}")
        if far := self._beyond(place, name):
            return Leaf(words, False, "follows", why=far)
        if self.words.regions[name].sea:
            seas = tuple(each.name for each in self.words.regions.values() if each.sea and name not in each.above)
            for core in self._cores(place, seas):
                if not self.case.lies_in([name], core):
                    return Leaf(words, False, "follows", why=f"its coordinates lie in the core of {core}")
        return Leaf(words, None, "unknown", atom)

    def _regions(self, place: Location) -> tuple[tuple[str, ...], str, bool]:
        """Regions known to hold the place, on what basis, and whether they are merely those of a home land: of these, those in which its
        coordinates, where it has any, can lie."""
        named = tuple(each for each in (place.sea, place.region) if each is not None)
        row = self._row(place)
        if row is not None:
            return (*named, *row.regions), "map", False
        if named:
            return named, "stated", False
        home = self._home(place)
        left = tuple(each for each in home if not self._beyond(place, each))
        if not left:
            return (), "unknown", False
        return left, "map" if left == home else "follows", True

    def _home(self, place: Location) -> tuple[str, ...]:
        """The home regions of the state whose land it is, if that is told."""
        code = place.territory_of
        return self.words.states[code].home if isinstance(code, str) and code in self.words.states else ()

    def _by_core(self, known: tuple[str, ...], name: str, words: str, atom: Atom, cores: tuple[str, ...]) -> Formula:
        """Home land in several regions: coordinates decide against their coarse cores."""
        if cores and all(self.case.lies_in([each], name) for each in cores):
            return Leaf(words, True, "follows", why=f"its coordinates lie in the core of {cores[0]}")
        if cores and not self.case.lies_in(cores, name):
            return Leaf(words, False, "follows", why=f"its coordinates lie in the core of {cores[0]}")
        return Leaf(words, None, "unknown", atom)

    def _cores(self, place: Location, regions: Iterable[str]) -> tuple[str, ...]:
        """Those of the regions in whose core, or the core of a part of which, the coordinates lie."""
        bearing = self._bearing(place)
        return tuple(name for name in regions if name in bearing.inside) if bearing else ()

    def _beyond(self, place: Location, name: str) -> str:
        """Why its coordinates cannot lie in a region; empty where they may, or there are none."""
        bearing = self._bearing(place)
        return f"its coordinates lie outside the extent of {bearing.beyond[name]}" if bearing and name in bearing.beyond else ""

    def _abroad(self, place: Location, code: str) -> str:
        """Why its coordinates cannot lie in the land of a state; empty where they may, or there are none."""
        state = self.words.states.get(code)
        if state is None or not state.extent or place.latitude is None or place.longitude is None:
            return ""
        from treatylang.decision.points import outside

        return (
            f"its coordinates lie outside the extent of {code}" if outside(state.extent, (place.latitude, place.longitude)) else ""
        )

    def _all_abroad(self, act: Act, holder: Who | None, sorts: tuple[str, ...]) -> str:
        """Why its coordinates cannot lie in the land of any of the states that are named; empty where they may."""
        if not isinstance(holder, Fixed) or not _LAND.issuperset(sorts):
            return ""
        far = [self._abroad(act.place or _NOWHERE, code) for code in holder.codes]
        return " and ".join(far) if all(far) else ""

    def _bearing(self, place: Location) -> Bearing | None:
        """How its coordinates lie to the regions; None where there are none."""
        if place.latitude is None or place.longitude is None:
            return None
        point = (place.latitude, place.longitude)
        if point not in self.case.bearings:
            from treatylang.decision.points import bearing  # not at import: few events give coordinates

            self.case.bearings[point] = bearing(self.words.regions, point)
        return self.case.bearings[point]

    # ------------------------------------------------------------------------------------------------ areas
    def _in_area(self, act: Act, area: Area) -> Formula:
        day = self.case.day_of(act)
        inside: list[Formula] = []
        outside: list[Formula] = []
        for part in area.parts:
            dated = self._dated(part, day)
            if dated is FALSE:
                continue
            test = both(dated, self._in_part(act, part))
            if isinstance(part, NamedPart) and part.excluded:
                outside.append(neg(test, f"except {part.words.removeprefix('except ')}"))
            else:
                inside.append(test)
        union = either(*inside)
        return both(union, *outside)

    def _dated(self, part: NamedPart | PolygonPart, day: str) -> Formula:
        if part.spell is None or part.spell.contains(day) is True:
            return TRUE
        if part.spell.contains(day) is False:
            return FALSE
        return self.case.in_spell(part.spell, day, f"`{part.words}` holds on {day}", (part.words,))

    def _in_part(self, act: Act, part: NamedPart | PolygonPart) -> Formula:
        place = act.place or _NOWHERE
        if isinstance(part, PolygonPart):
            point = self._point(place)
            words = f"{_called(act)} is inside the ring"
            if point is None:
                return Leaf(words, None, "unknown", Atom("inside", (act.id, part.words)))
            from treatylang.model.geometry import contains

            return Leaf(f"{words} ({point[0]:g}, {point[1]:g})", contains(part.corners, point), "follows", why="by its coordinates")
        tests: list[Formula] = []
        if part.sorts:
            tests.append(self._land(act, part))
        elif part.places:
            tests.append(either(*(self.in_name(act, name) for name in part.places)))
        if part.regions:
            tests.append(either(*(self.in_name(act, name) for name in part.regions)))
        if part.bound is not None:
            tests.append(self._past(act, place, part.bound))
        return both(*tests)

    def _land(self, act: Act, part: NamedPart) -> Formula:
        day = self.case.day_of(act)
        options = []
        holders = self.holders(act, part.sorts, part.holding)
        for code in holders:
            mine = self.is_who(part.holder, code, day) if part.holder is not None else TRUE
            if mine is FALSE:
                continue
            for sort in part.sorts:
                if part.holding == "under":
                    options.append(
                        both(mine, self.administered(act, code), *([] if sort == "territory" else [self._struck(act, sort, None)]))
                    )
                else:
                    options.append(both(mine, self._struck(act, sort, code)))
        if not holders and not _of_nobody(act):
            words = f"{_called(act)} is {part.words}"
            if part.holding != "under" and (far := self._all_abroad(act, part.holder, part.sorts)):
                return Leaf(words, False, "follows", why=far)
            return Leaf(words, None, "unknown", Atom("place", (act.id, part.words)))
        return either(*options)

    def _past(self, act: Act, place: Location, bound: Bound) -> Formula:
        words = f"{_called(act)} lies {bound.side} of {abs(bound.degrees):g}"
        point = self._point(place)
        if point is None:
            return Leaf(words, None, "unknown", Atom(bound.side, (act.id, f"{abs(bound.degrees):g}")))
        if bound.side in ("north", "south"):
            result = point[0] > bound.degrees if bound.side == "north" else point[0] < bound.degrees
        else:  # east or west: within half a turn of the meridian
            offset = (point[1] - bound.degrees) % 360
            result = 0 < offset < 180 if bound.side == "east" else 180 < offset < 360
        return Leaf(words, result, "follows", why=f"it lies at {point[0]:g}, {point[1]:g}")

    def _point(self, place: Location) -> tuple[float, float] | None:
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
        row = self._row(place)
        if row is not None and row.latitude is not None and row.longitude is not None:
            return row.latitude, row.longitude
        return None

    def _row(self, place: Location) -> Territory | None:
        return self.words.territories.get(place.territory) if place.territory else None


def _holders(holds: tuple[Hold, ...], day: str) -> list[tuple[str, bool]]:
    """Who holds on a day, each with whether that is sure."""
    found = []
    for hold in holds:
        inside = True if hold.spell is None else hold.spell.contains(day)
        if inside is not False:
            found.append((hold.state, inside is True))
    return found


def _values(written: Value | None) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The states that a fact names, by those who say so; nobody, where it is simply written."""
    if isinstance(written, Claimed):
        return tuple((value if isinstance(value, tuple) else (), by) for value, by in written.values)
    return ((written, ()),) if isinstance(written, tuple) else ()


def _at_sea(place: Location) -> bool:
    return place.zone in OF_NOBODY


def _of_nobody(act: Act) -> bool:
    """Whether it is told that the place is no state's land."""
    place = act.place or _NOWHERE
    return place.territory_of == "none" or (place.territory_of is None and _at_sea(place))


def _called(act: Act) -> str:
    if act.place is not None:
        named = act.place.name or act.place.territory
        if named:
            return named
    return f"the place of {act.id}"
