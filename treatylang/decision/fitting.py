"""Who and where a pattern of a treaty could mean: actors that fit a role, places that lie where it says, acts that fit it whole."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.changes import new_act
from treatylang.decision.formula import value
from treatylang.decision.matching import Grounds
from treatylang.decision.members import Members
from treatylang.decision.not_yet import Spent
from treatylang.events.situation import Act, Location
from treatylang.model import conditions as c
from treatylang.model.areas import Area, Bound, NamedPart, PolygonPart
from treatylang.model.who import Body, Choice, Fixed, Slot, Who
from treatylang.plan.plan import Plan, TreatyPlan
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatylang.decision.changes import Scene
    from treatylang.events.situation import Value

    Fields = dict[str, object]

_MOST_WHO, _MOST_PLACES = 4, 10
_MOST_ALIKE = 3  # of one sort, of those whom the event does not name
_LAND = ("territory", "metropolitan_territory", "territories", "land")
_WELL_KNOWN = ("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "BRA", "IND", "CHE", "SWE")  # tried where nobody named fits


class Fitting:
    """What fits the patterns of one treaty in one scene, for a bearer."""

    def __init__(self, plan: Plan, treaty: TreatyPlan, scene: Scene, bearer: str, named: tuple[str, ...] = ()) -> None:
        self.plan = plan
        self.treaty = treaty
        self.scene = scene
        self.bearer = bearer
        self.named = named  # by the text
        self.case = Case(scene.situation, plan.vocabulary, scene.day, {}, plan.successions, dictionary=plan.dictionary).seen_by(
            treaty
        )
        self.words = self.case.words
        self.members = Members(self.case, plan)
        self.actors = Grounds(self.case, treaty, self.members, Spent()).actors

    # ------------------------------------------------------------------------------------------------ who
    def who(self, who: Who | None, besides: Iterable[str] = ()) -> tuple[str, ...]:
        """Some who fit a role: first those whom the event names, then others; of all, the bearer last."""
        found = dict.fromkeys(code for code in self._candidates(who) if code not in besides and self.is_there(code, self.scene.day))
        fit = [code for code in found if self.fits(who, code)]
        fit.sort(key=lambda code: code == self.bearer)
        return tuple(fit[:_MOST_WHO])

    def anyone(self, sorts: Iterable[Choice], besides: Iterable[str] = ()) -> tuple[str, ...]:
        """Whoever the event and the text name, and some of each sort of states, and of none: one of all that words could tell apart."""
        named = (
            *self.actors.named(),
            *self.scene.situation.actors,
            *(self.case.today(code, self.scene.day) for code in self.named),
        )
        wanted = [*{(each.sort, each.of): each for each in sorts}.values(), Choice("a party", "a", "party")]
        found = dict.fromkeys(named)
        for who in wanted:
            found |= dict.fromkeys(self.who(who, found)[:_MOST_ALIKE])
        strangers = [code for code in _WELL_KNOWN if code not in found and not self.fits(wanted[-1], code)]
        found |= dict.fromkeys(strangers[:_MOST_ALIKE])
        return tuple(code for code in found if code not in besides and self.is_there(code, self.scene.day))

    def _candidates(self, who: Who | None) -> Iterator[str]:
        if isinstance(who, Body):
            yield who.name
            return
        if isinstance(who, Slot) and who.slot == "bearer":
            yield self.bearer
            return
        if isinstance(who, Fixed):
            yield from (self.case.today(code, self.scene.day) for code in who.codes)
            return
        if isinstance(who, Slot):  # who takes part in what is supposed is meant first
            for act in reversed(self.scene.acts()):
                yield from (*self.case.second(act), *self.case.doers(act))
        yield from self.actors.named()
        yield from self.scene.situation.actors
        yield from (self.case.today(code, self.scene.day) for code in self.named)
        if isinstance(who, Choice):
            yield from self.actors.of_sort(who.sort, self.scene.day)
            if who.of:
                yield from self.members.parties(self.plan.treaties[who.of], self.scene.day)
        yield from self.members.parties(self.treaty, self.scene.day)
        yield from _WELL_KNOWN

    def fits(self, who: Who | None, code: str) -> bool:
        """Whether one surely fits a role; a role word may mean anybody."""
        if who is None or isinstance(who, Slot):
            return True
        return value(self.actors.is_who(who, code, {}, self.scene.day)) is True

    def is_there(self, code: str, day: str) -> bool:
        """Whether a state or a body exists on a day."""
        body = self.treaty.vocabulary.bodies.get(code)
        if body is not None:
            return body.spell is None or body.spell.contains(day) is not False
        state = self.words.states.get(code)
        if state is None or not state.spells:
            return True
        return any(each.contains(day) is not False for each in state.spells)

    # ------------------------------------------------------------------------------------------------ where
    def places(self, pattern: c.Pattern, act: Act) -> tuple[tuple[Location, tuple[str, ...]], ...]:
        """Places that lie where a pattern says, each with what would be struck there."""
        return self._places(pattern.where, pattern.targets, pattern, act)

    def places_in(self, where: tuple[c.Where, ...], act: Act) -> tuple[Location, ...]:
        """Places that lie where a condition says."""
        return tuple(place for place, _ in self._places(where, (), None, act))

    def _places(
        self, where: tuple[c.Where, ...], targets: tuple[str, ...], pattern: c.Pattern | None, act: Act
    ) -> tuple[tuple[Location, tuple[str, ...]], ...]:
        victim = next(iter(self.case.second(act)), None)
        found: list[Fields] = [{}]
        land = tuple(each for each in targets if each in _LAND or each == "island")
        if land and victim is not None:
            found = list(self._land(land, victim))
        for each in (each for each in where if each.side == "in"):
            found = [both for one in found for other in self._where(each, pattern, act, victim) if (both := _merged(one, other))]
        struck = tuple(self.case.name(each) for each in targets if each not in _LAND)[:1]
        made: dict[tuple[Location, tuple[str, ...]], None] = {}
        if victim is not None:
            found += [{**each, "territory_of": victim} for each in found if not {"territory_of", "territory", "zone"} & set(each)]
        for fields in found[:_MOST_PLACES]:
            island = fields.pop("target", None)
            struck_there = struck or ((str(island),) if island else ())
            if fields:
                made[Location(**fields), struck_there] = None  # type: ignore[arg-type]
        return tuple(made)

    def _land(self, sorts: Iterable[str], holder: str) -> Iterator[Fields]:
        for sort in sorts:
            if sort == "island":
                for name, row in self.words.territories.items():
                    if row.kind == "island" and any(self._holds(each.state, holder) for each in row.sovereigns):
                        yield {"territory": name, "territory_of": holder}
                yield {"territory_of": holder, "target": "island"}
            else:
                yield {"territory_of": holder}

    def _holds(self, state: str, holder: str) -> bool:
        return self.case.today(state, self.scene.day) == holder

    def _where(self, where: c.Where, pattern: c.Pattern | None, act: Act, victim: str | None) -> Iterator[Fields]:
        if where.holder is not None:
            holder = self._holder(where.holder, pattern, act, victim)
            if holder is not None:
                for name in where.names:
                    yield from self._land((name if name == "island" else "territory",), holder)
            return
        for name in where.names:
            yield from self._named(name, victim)

    def _holder(self, who: Who, pattern: c.Pattern | None, act: Act, victim: str | None) -> str | None:
        """Whose land is meant: of a role of the act, of a state that is named, else the victim's or another's who fits."""
        if isinstance(who, Slot):
            roles = [part.slot for part in pattern.roles] if pattern is not None else []
            if roles and who.slot == roles[0]:
                return next(iter(self.case.doers(act)), None)
            return self.bearer if who.slot == "bearer" else victim
        if victim is not None and self.fits(who, victim):
            return victim
        return next(iter(self.who(who)), None)

    def _named(self, name: str, victim: str | None) -> Iterator[Fields]:
        area = self.treaty.areas.get(name) or self.words.areas.get(name)
        if area is not None:
            yield from self._in_area(area, victim)
        elif name in self.words.zones or name in self.words.domains:
            yield {"zone": self.case.name(name)}
        elif name in self.words.territories:
            yield {"territory": self.case.name(name)}
        elif name in self.words.regions:
            yield {"sea" if self.words.regions[name].sea else "region": self.case.name(name)}

    def _in_area(self, area: Area, victim: str | None) -> Iterator[Fields]:
        for part in area.parts:
            if part.spell is not None and part.spell.contains(self.scene.day) is False:
                continue
            if isinstance(part, PolygonPart):
                yield _point(part.corners)
            elif not part.excluded:
                yield from self._in_part(part, victim)

    def _in_part(self, part: NamedPart, victim: str | None) -> Iterator[Fields]:
        found: list[Fields] = [{}]
        if part.sorts:
            found = list(self._land_of(part, victim))
        elif part.places:
            found = [each for name in part.places for each in self._named(name, victim)]
        if part.regions:
            inside = [each for name in part.regions for each in self._named(name, victim)]
            found = [both for one in found for other in inside if (both := _merged(one, other))]
        if part.bound is not None:
            found = [{**each, **_beyond(part.bound, self._core(each))} for each in found if "territory" not in each] + [
                each for each in found if "territory" in each
            ]
        yield from found

    def _land_of(self, part: NamedPart, victim: str | None) -> Iterator[Fields]:
        holders = [victim] if victim is not None and (part.holder is None or self.fits(part.holder, victim)) else []
        if isinstance(part.holder, Fixed):
            holders = [self.case.today(code, self.scene.day) for code in part.holder.codes]
        for holder in holders or list(self.who(part.holder)):
            for each in self._land(part.sorts, holder):
                yield {**each, "administered_by": (holder,)} if part.holding == "under" else each

    def _core(self, fields: Fields) -> tuple[float, float]:
        """A point in the middle of the region, if it has a core."""
        name = fields.get("sea") or fields.get("region")
        region = self.words.regions.get(name) if isinstance(name, str) else None
        if region is None or not region.rings:
            return (0.0, 0.0)
        point = _point(region.rings[0].corners)
        return float(str(point["latitude"])), float(str(point["longitude"]))

    # ------------------------------------------------------------------------------------------------ acts
    def acts(self, pattern: c.Pattern) -> Iterator[Act]:
        """Acts that fit a pattern whole."""
        kind = self.words.kinds[pattern.kind]
        sides = list(kind.roles.values())
        parts = {part.slot: part.who for part in pattern.roles}
        firsts = self.who(next(iter(parts.values()), None)) if pattern.roles else ()
        second_part = pattern.roles[1] if len(pattern.roles) > 1 else None
        facts: dict[str, Value] = {self.case.name(amount.unit): float(amount.number) for amount in pattern.amounts}
        for first in firsts[:3] or ((None,) if not pattern.roles else ()):
            by = (first,) if first is not None else ()
            seconds = self.who(second_part.who, by)[:3] if second_part is not None and len(sides) > 1 else (None,)
            for second in seconds:
                act = new_act(self.case.name(pattern.kind), by, (second,) if second is not None else (), facts=facts)
                if pattern.of is not None:
                    act = replace(act, under=(pattern.of, None))
                spots = self.places(pattern, act) or ((None, pattern.targets[:1]),)
                for place, targets in spots[:3]:
                    yield replace(act, place=place, targets=targets)


def _merged(one: Fields, other: Fields) -> Fields | None:
    """Both at once; None where they pull apart."""
    if any(name in one and one[name] != told for name, told in other.items()):
        return None
    return {**one, **other}


def _point(corners: tuple[tuple[float, float], ...]) -> Fields:
    """A point in the middle of a ring."""
    return {
        "latitude": round(sum(each[0] for each in corners) / len(corners), 2),
        "longitude": round(sum(each[1] for each in corners) / len(corners), 2),
    }


def _beyond(bound: Bound, core: tuple[float, float]) -> Fields:
    """A point on the right side of a bound."""
    latitude, longitude = core
    step = 1.0
    if bound.side == "north":
        latitude = max(latitude, min(bound.degrees + step, 89.0))
    elif bound.side == "south":
        latitude = min(latitude, max(bound.degrees - step, -89.0))
    elif bound.side == "east":
        longitude = (bound.degrees + step + 180) % 360 - 180
    else:
        longitude = (bound.degrees - step + 180) % 360 - 180
    return {"latitude": latitude, "longitude": longitude}
