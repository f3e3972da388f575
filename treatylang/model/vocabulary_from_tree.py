"""Vocabulary documents -> the vocabulary.  Also used for a treaty's own definitions, which extend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from treatylang.model import vocabulary as v
from treatylang.model.areas import Area, Bound, NamedPart, PolygonPart
from treatylang.model.conditions import Amount
from treatylang.model.report import Report
from treatylang.model.scope import Scope
from treatylang.model.spells import spell_of
from treatylang.model.time import Spell
from treatylang.model.votes_from_tree import bind_votes
from treatylang.model.who import Who
from treatylang.model.who_from_tree import WhoBinder
from treatylang.record import dataclass, replace
from treatylang.syntax import tree as t
from treatylang.syntax.from_lark import degrees
from treatylang.text.limits import LIMITS

_PLACE_SORTS = ("territory", "metropolitan_territory", "island", "border", "coast")


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition with the report of the document it stands in."""

    node: t.Definition
    report: Report


def bind_vocabulary(definitions: Iterable[Defined], base: v.Vocabulary | None = None, of_treaty: bool = False) -> v.Vocabulary:
    """All definitions, in any order, on top of `base`; `of_treaty`: a treaty's own.  Errors go to the report of each."""
    binder = _Binder(base or v.Vocabulary(), of_treaty)
    items = list(definitions)
    binder.collect(items)
    return binder.finish()


class _Binder:
    def __init__(self, base: v.Vocabulary, of_treaty: bool) -> None:
        self.base = base
        self.of_treaty = of_treaty
        self.words: dict[str, dict[str, tuple[t.WordDef, Report]]] = {}
        self.maps: dict[str, dict[str, Any]] = {
            name: dict(getattr(base, name)) for name in v.Vocabulary.__dataclass_fields__ if name != "strength_order"
        }
        self.order = base.strength_order
        self.seen: dict[tuple[str, str], t.Node] = {}
        self.areas: list[tuple[t.AreaDef, Report]] = []
        self.organs: list[tuple[t.OrganDef, Report]] = []
        self.defined: list[Defined] = []

    # ---- pass one: names
    def collect(self, items: list[Defined]) -> None:
        self.defined = items
        for item in items:
            node, report = item.node, item.report
            match node:
                case t.WordDef(word_class=sort, name=name):
                    if self._fresh(sort, name, report):
                        self.words.setdefault(sort, {})[name.text] = (node, report)
                case t.CodeDef(code=code):
                    if self._fresh("code", code, report):
                        self.maps["states"][code.text] = _state(node, report)
                case t.ClassDef(name=name):
                    if self._fresh("class", name, report):
                        self.maps["classes"][name.text] = self._class(node, report)
                case t.AreaDef(name=name):
                    if self._fresh("area", name, report):
                        self.areas.append((node, report))
                        self.maps["areas"][name.text] = Area(name.text, _title(node), ())
                case t.OrganDef(name=name):
                    if self._fresh("organ", name, report):
                        spell = spell_of(node.dates, report) if node.dates else None
                        self.maps["bodies"][name.text] = v.Body(name.text, _title(node), spell)
                        if not self.of_treaty:  # of its own organs a treaty is asked
                            self.organs.append((node, report))
                case t.MeasureDef(name=name):
                    if self._fresh("measure", name, report):
                        fact = node.fact.text if node.fact else None
                        parts = tuple(v.MeasurePart(part.name.text, _cap(part)) for part in node.parts)
                        self.maps["measures"][name.text] = v.Measure(name.text, _title(node), fact, parts)
                case t.StrengthsDef(names=names):
                    self.order = tuple(name.text for name in names)

    def _fresh(self, sort: str, name: t.Name | t.Code, report: Report) -> bool:
        """Whether a name is new.  What a body decides may bear the name of a kind of act, and a domain that of a zone."""
        key = name.text
        space = sort if sort in ("decision", "domain") else ""
        if (space, key) in self.seen:
            first = self.seen[(space, key)]
            report.add(
                "TL0310", name, f"`{key}` is defined twice", "a name has one meaning: rename one of them", (first, "first here")
            )
            return False
        self.seen[(space, key)] = name
        if sort != "organ" and any(key in getattr(self.base, table) for table in self.maps if not space or table == f"{space}s"):
            report.add("TL0311", name, f"`{key}` shadows a word of the vocabulary", "choose another name")
            return False
        return True

    # ---- pass two: everything that refers to other names
    def finish(self) -> v.Vocabulary:
        maps = self.maps
        simple: dict[str, tuple[str, Callable[[t.WordDef, Report], Any]]] = {
            "fact": ("facts", self._fact),
            "relation": ("relations", self._relation),
            "decision": ("decisions", self._decision),
            "duty": ("duties", self._duty),
            "target": ("targets", lambda node, report: self._word("target", node, report)),
            "strength": ("strengths", lambda node, report: self._word("strength", node, report)),
            "zone": ("zones", lambda node, report: self._word("zone", node, report)),
            "domain": ("domains", lambda node, report: self._word("domain", node, report)),
            "region": ("regions", self._region),
            "locality": ("territories", self._territory),
        }
        for sort, (target, make) in simple.items():
            for name, (node, report) in self.words.get(sort, {}).items():
                maps[target][name] = make(node, report)
        self._kinds()
        for definition in self.defined:
            self._words_inside(definition.node, definition.report)
        for area, report in self.areas:
            maps["areas"][area.name.text] = self.area(area, report, lambda entity: None)
        words = v.Vocabulary(**maps, strength_order=self.order)
        for organ, report in self.organs:
            of = _members_of(organ.of, words, report) if organ.of else None
            body = maps["bodies"][organ.name.text]
            maps["bodies"][organ.name.text] = replace(body, of=of, votes=bind_votes(organ, words, report))
        return words

    def _above(self, sort: str, known: Mapping[str, Any], node: t.WordDef, report: Report, form: str = "parent") -> tuple[str, ...]:
        """The word and its parents, nearest first; a parent of the base vocabulary brings its own.

        Every word keeps all that are above it, so that chains without a bound would take memory by the square of their length.
        """
        found: list[str] = []
        stack: list[tuple[str, t.Node]] = [(node.name.text, node.name)]
        own = self.words.get(sort, {})
        while stack and not report.full:
            name, at = stack.pop(0)
            if len(found) > LIMITS.nesting:
                hint = "say what it is in fewer steps: nobody could follow so many"
                report.add("TL0104", node.name, f"more than {LIMITS.nesting} words lie above `{node.name.text}`", hint)
                return (node.name.text,)
            if name in found:
                if name == node.name.text:
                    report.add("TL0403", node.name, f"`{name}` lies above itself", "take one of the parents away")
                continue
            if name in own:
                found.append(name)
                for line in _lines(own[name][0], form):
                    stack.extend((parent.text, parent) for parent in line.names if parent.text not in ("sea",))
            elif name in known:
                found.extend(above for above in known[name].above if above not in found)
            else:
                report.unknown("TL0301", at, sort, name, chain(own, known))
        return tuple(found) or (node.name.text,)

    def _word(self, sort: str, node: t.WordDef, report: Report) -> v.Word:
        known = self.maps[{"target": "targets", "strength": "strengths", "zone": "zones", "domain": "domains"}[sort]]
        return v.Word(node.name.text, _title(node), self._above(sort, known, node, report))

    def _fact(self, node: t.WordDef, report: Report) -> v.Fact:
        name = node.name.text
        presumed, foreign = _presumption(node)
        sort = _first(node, "parent") or "truth"
        if sort not in ("truth", "number", "states"):
            report.add(
                "TL0307", node.name, f"a fact is a `number` or `states`, not `{sort}`", "leave the line out for true or false"
            )
        owner = _first(node, "owner") or "act"
        if owner not in ("act", "party", "situation"):
            report.add("TL0309", node.name, f"a fact is `of` act, party or situation, not `{owner}`")
        yields = tuple(
            v.Yield(g.name.text, not g.negated, g.comparison, g.number.value if g.number else None)
            for line in _lines(node, "yields")
            for g in line.given
        )
        for form in ("implies", "excludes"):
            for word in _names(node, form):
                self._known_fact(word, report)
        implies, excludes = (tuple(word.text for word in _names(node, form)) for form in ("implies", "excludes"))
        return v.Fact(name, _title(node), owner, sort, presumed, foreign, yields, implies, excludes, _because(node))

    def _known_fact(self, word: t.Name | t.Code, report: Report) -> None:
        known, own = self.maps["facts"], self.words.get("fact", {})
        if word.text not in known and word.text not in own:
            report.unknown("TL0301", word, "fact", word.text, chain(known, own))

    def _are_of_parties(self, words: Iterable[t.Name | t.Code], report: Report) -> None:
        """Facts that a relation may imply of those between whom it holds."""
        for word in words:
            self._known_fact(word, report)
            fact = self.maps["facts"].get(word.text)
            if fact is not None and (fact.owner, fact.type) != ("party", "truth"):
                report.add("TL0309", word, f"`{word.text}` is of {fact.owner}: a relation implies what is so, or not, of a party")

    def _relation(self, node: t.WordDef, report: Report) -> v.Relation:
        roles = {line.word: line.names[0].text for line in _lines(node, "role_of")}
        presumed, _ = _presumption(node)
        symmetric = bool(list(_lines(node, "symmetric")))
        first, implies = _first(node, "owner") or "first", tuple(word.text for word in _names(node, "implies"))
        return v.Relation(node.name.text, _title(node), first, roles, symmetric, presumed, _because(node), implies)

    def _decision(self, node: t.WordDef, report: Report) -> v.Decision:
        return v.Decision(node.name.text, _title(node), _presumption(node)[0])

    def _duty(self, node: t.WordDef, report: Report) -> v.Duty:
        above = self._above("duty", self.maps["duties"], node, report)
        atop = next((line.names[0].text for line in _lines(node, "amounts_to")), None)
        excludes = tuple(word.text for word in _names(node, "excludes"))
        inherited = (deed for each in above[1:] if each in self.maps["duties"] for deed in self.maps["duties"][each].deeds)
        deeds = dict.fromkeys((*(word.text for word in _names(node, "implies")), *inherited))
        return v.Duty(node.name.text, _title(node), above, atop, excludes, tuple(deeds))

    def _region(self, node: t.WordDef, report: Report) -> v.Region:
        above = self._above("region", self.maps["regions"], node, report, form="inside")
        sea = _first(node, "parent") == "sea"
        rings = tuple(_ring(line, report) for line in node.lines if isinstance(line, t.Polygon))
        return v.Region(node.name.text, _title(node), sea, above, rings, _extent(node, report))

    def _territory(self, node: t.WordDef, report: Report) -> v.Territory:
        held: dict[str, list[v.Hold]] = {"of": [], "under": []}
        for line in _lines(node, "held"):
            state = line.names[0]
            if state.text not in self.maps["states"]:
                report.unknown("TL0302", state, "state", state.text, self.maps["states"], "states are listed by `treaty states`")
            held[line.word].append(v.Hold(state.text, spell_of(line.dates, report) if line.dates else None))
        regions = tuple(name.text for name in _names(node, "inside"))
        for name in _names(node, "inside"):
            if name.text not in self.words.get("region", {}) and name.text not in self.maps["regions"]:
                report.unknown("TL0301", name, "region", name.text, chain(self.words.get("region", {}), self.maps["regions"]))
        where = next(_lines(node, "position"), None)
        latitude, longitude = (degrees(where.numbers[0]), degrees(where.numbers[1])) if where else (None, None)
        claimants = tuple(name.text for name in _names(node, "contested"))
        kind = _first(node, "parent") or "metropolitan"
        return v.Territory(
            node.name.text, _title(node), kind, regions, latitude, longitude, tuple(held["of"]), tuple(held["under"]), claimants
        )

    def _class(self, node: t.ClassDef, report: Report) -> v.StateClass:
        members = tuple(
            v.ClassMember(code.text, spell_of(member.dates, report)) for member in node.members for code in member.states
        )
        return v.StateClass(node.name.text, _title(node), members, tuple(name.text for name in node.regions))

    def area(self, node: t.AreaDef, report: Report, who: Callable[[t.Entity], Who | None]) -> Area:
        parts: list[NamedPart | PolygonPart] = []
        for place in node.places:
            if isinstance(place, t.Polygon):
                ring = _ring(place, report)
                parts.append(PolygonPart("bounded by its corners", ring.corners, ring.spell))
            else:
                parts.append(area_part(place, report, self.maps, who))
        return Area(node.name.text, _title(node), tuple(parts))

    # ---- names inside definitions that nothing above looks up
    def _words_inside(self, node: t.Definition, report: Report) -> None:
        match node:
            case t.ClassDef(regions=regions, members=members):
                self._known(regions, "region", ("regions",), report)
                self._known((code for member in members for code in member.states), "state", ("states",), report)
            case t.MeasureDef(fact=fact, parts=parts):
                self._known((fact,) if fact else (), "fact", ("facts",), report)
                self._known((part.name for part in parts), "measure", ("measures",), report)
                for cap in (part.quantity for part in parts if part.quantity is not None):
                    if cap.comparison != "at most" or cap.unit != "%":
                        hint = "write a share: `counts NAME at most 1.5% of gdp`"
                        report.add("TL0405", cap, "what counts towards a measure is capped by a share of a measure", hint)
                    elif cap.of is not None:
                        self._known((cap.of,), "measure", ("measures",), report)
            case t.CodeDef():
                self._known(_names(node, "continues"), "state", ("states",), report)
                self._known(_names(node, "inside"), "region", ("regions",), report)
                for line in _lines(node, "cow"):
                    if any(not number.isdecimal() for number in line.numbers):
                        hint = "numbers of the Correlates of War are whole: `cow 255, 260`"
                        report.add("TL0307", line, f"`{', '.join(line.numbers)}` is no number of a state", hint)
            case t.WordDef(word_class=sort):
                self._known(_names(node, "contested"), "state", ("states",), report)
                self._known(_names(node, "ends"), "relation", ("relations",), report)
                if sort == "kind":
                    self._known(_names(node, "implies"), "relation", ("relations",), report)
                if sort == "duty":
                    self._known(_names(node, "excludes"), "duty", ("duties",), report)
                if sort == "relation":
                    self._are_of_parties(_names(node, "implies"), report)
                yields = [given.name for line in _lines(node, "yields") for given in line.given]
                conditions = [word for line in _lines(node, "presumed") for word in line.condition if word.text != "foreign_state"]
                self._known((*yields, *conditions), "fact", ("facts",), report)
                for line in _lines(node, "position"):
                    _on_globe(line, degrees(line.numbers[0]), degrees(line.numbers[1]), report)
            case t.AreaDef(places=places):
                for place in places:
                    if isinstance(place, t.PlaceLine) and place.bound is not None:
                        across = place.bound.side in ("north", "south")
                        latitude, longitude = (place.bound.degrees, 0.0) if across else (0.0, place.bound.degrees)
                        _on_globe(place.bound, latitude, longitude, report)

    def _known(self, names: Iterable[t.Name | t.Code], sort: str, tables: tuple[str, ...], report: Report) -> None:
        for name in names:
            if not any(name.text in self.maps[table] for table in tables):
                code, listed = ("TL0302", "states are listed by `treaty states`") if sort == "state" else ("TL0301", None)
                report.unknown(code, name, sort, name.text, chain.from_iterable(self.maps[table] for table in tables), listed)

    # ---- kinds
    def _kinds(self) -> None:
        own, known = self.words.get("kind", {}), self.maps["kinds"]
        above = {name: self._above("kind", known, node, report) for name, (node, report) in own.items()}
        for name, (node, report) in own.items():
            known[name] = self._kind(node, report, above[name])
        below: dict[str, set[str]] = {}
        for name in own:  # the vocabulary's kinds learn of the treaty's own kinds below them
            for parent in above[name][1:]:
                below.setdefault(parent, set()).add(name)
        for parent, names in below.items():
            known[parent] = replace(known[parent], below=known[parent].below | names)
        for name, (node, report) in own.items():
            if known[name].amounts_to and len(self._amounting(name)) > LIMITS.nesting:
                hint = "say what it amounts to in fewer steps: nobody could follow so many"
                report.add("TL0104", node.name, f"`{name}` counts, step by step, as more than {LIMITS.nesting} other kinds", hint)
                known[name] = replace(known[name], amounts_to={})  # the square of a long chain is not to be looked at

    def _amounting(self, name: str) -> set[str]:
        """The kinds that an act of a kind may count as, by any number of steps; looked for no further than is allowed."""
        kinds: dict[str, v.Kind] = self.maps["kinds"]
        found: set[str] = set()
        rest = [name]
        while rest and len(found) <= LIMITS.nesting:
            for above in kinds[rest.pop()].above:
                for target in kinds[above].amounts_to:
                    if target in kinds and target not in found:
                        found.add(target)
                        rest.append(target)
        return found

    def _kind(self, node: t.WordDef, report: Report, above: tuple[str, ...]) -> v.Kind:
        own = self.words.get("kind", {})
        known: dict[str, v.Kind] = self.maps["kinds"]
        roles: dict[str, str] = {}
        presumes: dict[str, bool] = {}
        unlisted = False
        for each in above:  # nearest first
            if each in own:
                lines = own[each][0]
                near = {line.word: line.names[0].text for line in _lines(lines, "role_of")}
                given = {word.text: line.word != "not" for line in _lines(lines, "presumed") for word in line.names}
                unlisted = unlisted or bool(list(_lines(lines, "unlisted")))
            else:
                near, given = dict(known[each].roles), dict(known[each].presumes)
                unlisted = unlisted or known[each].unlisted
            if not roles:
                roles = near
            presumes = {**given, **presumes}
        needs = {g.name.text: not g.negated for line in _lines(node, "needs") for g in line.given}
        amounts = {line.names[0].text: {g.name.text: not g.negated for g in line.given} for line in _lines(node, "amounts_to")}
        asked = (g.name for form in ("needs", "amounts_to") for line in _lines(node, form) for g in line.given)
        for word in [*_names(node, "presumed"), *asked]:
            self._known_fact(word, report)
        for line in _lines(node, "amounts_to"):
            if line.names[0].text not in own and line.names[0].text not in known:
                report.unknown("TL0301", line.names[0], "kind of act", line.names[0].text, chain(own, known))
        implies, ends = (tuple(word.text for word in _names(node, form)) for form in ("implies", "ends"))
        parent = above[1] if len(above) > 1 else None
        below = frozenset([node.name.text])
        return v.Kind(node.name.text, _title(node), parent, roles, needs, presumes, amounts, implies, ends, unlisted, above, below)


class _OfBody(WhoBinder):
    """A treaty is named here and not looked up, since words are bound before treaties: where there is none, its members are unknown."""

    def known_treaty(self, name: t.Name) -> bool:
        return True


def _members_of(node: t.Entity, words: v.Vocabulary, report: Report) -> Who | None:
    """Who sits in a body of the vocabulary."""
    if isinstance(node, t.Some) and (node.name.text == "party" or (node.name.text == "member" and node.of is None)):
        report.add("TL0307", node.name, "a vocabulary has no parties", "name the treaty: `of every member of un-charter-1945`")
        return None
    return _OfBody(report, words, {}, "", ()).who(node, Scope(), introducing=False)


def area_part(
    place: t.PlaceLine, report: Report, maps: Mapping[str, Mapping[str, Any]], who: Callable[[t.Entity], Who | None]
) -> NamedPart:
    """One line of an area, its names told apart into sorts of land and named places."""
    places: list[str] = []
    sorts: list[str] = []
    listed = "places are listed by `treaty vocabulary regions`"
    for name in place.names:
        sort = name.text[:-1] if name.text == "islands" else name.text
        if sort in _PLACE_SORTS and place.holding:
            sorts.append(sort)
        elif any(name.text in maps[table] for table in ("regions", "territories", "areas", "zones")):
            places.append(name.text)
        else:
            known = chain(_PLACE_SORTS, *(maps[table] for table in ("regions", "territories", "areas", "zones")))
            report.unknown("TL0406", name, "place", name.text, known, listed)
    for name in place.regions:
        if not any(name.text in maps[table] for table in ("regions", "territories", "areas", "zones")):
            report.unknown("TL0406", name, "place", name.text, chain(maps["regions"], maps["areas"]), listed)
    bound = Bound(place.bound.side, place.bound.degrees) if place.bound else None
    holder = who(place.holder) if place.holder else None
    from treatylang.syntax.to_text import phrase

    spell = spell_of(place.dates, report) if place.dates else None
    regions = tuple(name.text for name in place.regions)
    return NamedPart(phrase(place), place.excluded, tuple(places), tuple(sorts), place.holding, holder, regions, bound, spell)


# ---------------------------------------------------------------------------------------------------------------- reading lines
def _lines(node: t.WordDef | t.CodeDef, form: str) -> Any:
    return (line for line in node.lines if isinstance(line, t.Line) and line.form == form)


def _cap(part: t.Part) -> Amount | None:
    """Up to how much a part counts."""
    cap = part.quantity
    return Amount("at most", cap.number.value, cap.unit, cap.of.text if cap.of else None) if cap is not None else None


def _names(node: t.WordDef | t.CodeDef, form: str) -> list[t.Name | t.Code]:
    return [name for line in _lines(node, form) for name in line.names]


def _first(node: t.WordDef | t.CodeDef, form: str) -> str | None:
    return next((name.text for name in _names(node, form)), None)


def _title(node: Any) -> str:
    return node.title.text if node.title else ""


def _because(node: t.WordDef) -> str | None:
    return next((line.text.text for line in _lines(node, "because")), None)


def _presumption(node: t.WordDef) -> tuple[bool | None, bool | None]:
    """What is presumed of the word itself: always, and of an act by a foreign state."""
    always = foreign = None
    for line in _lines(node, "presumed"):
        if any(word.text == "foreign_state" for word in line.condition):
            foreign = line.word != "not"
        else:
            always = line.word != "not"
    return always, foreign


def _extent(node: t.WordDef | t.CodeDef, report: Report) -> tuple[v.Ring, ...]:
    return tuple(_ring(line, report) for line in node.lines if isinstance(line, t.Extent))


def _ring(node: t.Polygon | t.Extent, report: Report) -> v.Ring:
    corners = tuple((degrees(latitude), degrees(longitude)) for latitude, longitude in node.corners)
    for latitude, longitude in corners:
        if abs(latitude) > 90 or abs(longitude) > 180:
            report.add(
                "TL0412", node, f"corner {latitude:g}, {longitude:g} is off the globe", "latitudes end at 90, longitudes at 180"
            )
    if len(corners) < 3:
        report.add("TL0412", node, "a ring needs three corners", "add the missing corners")
    elif abs(_turn(corners)) > 1e-6:
        hint = "give the pole as two corners, one on the longitude of each side that reaches it (`90N 10W`)"
        report.add("TL0412", node, "the ring runs round a pole without touching it", hint)
    dates = node.dates if isinstance(node, t.Polygon) else None
    return v.Ring(corners, spell_of(dates, report) if dates else None)


def _on_globe(node: t.Node, latitude: float, longitude: float, report: Report) -> None:
    if abs(latitude) > 90 or abs(longitude) > 180:
        hint = "latitudes end at 90, longitudes at 180"
        report.add("TL0412", node, f"latitude {latitude:g}, longitude {longitude:g} is off the globe", hint)


def _turn(corners: tuple[tuple[float, float], ...]) -> float:
    """Degrees of longitude gone through on a way round, each side the short way: 0, or 360 where a pole is inside."""
    turned = 0.0
    for here, there in zip(corners, (*corners[1:], corners[0]), strict=True):
        turned += (there[1] - here[1] + 180) % 360 - 180
    return turned


def _state(node: t.CodeDef, report: Report) -> v.State:
    cow = tuple(int(number) for line in _lines(node, "cow") for number in line.numbers if number.isdecimal())
    spells = tuple(
        Spell(line.dates.since.text if line.dates.since else None, line.dates.until.text if line.dates.until else None)
        for line in _lines(node, "exists")
        if line.dates
    )
    continues = tuple((line.names[0].text, line.dates.since.text if line.dates.since else "") for line in _lines(node, "continues"))
    home = tuple(name.text for name in _names(node, "inside"))
    name, sort = _title(node) or node.code.text, _first(node, "parent") or "state"
    return v.State(node.code.text, name, sort, cow, spells, home, continues, _extent(node, report))
