"""Repairs of places and days: the same act elsewhere, the same event while the text holds."""

from __future__ import annotations

from treatylang.decision import changes as change
from treatylang.decision.changes import Change, Edit
from treatylang.decision.repairs_of_acts import ActRepairs
from treatylang.decision.shortfall import ANOTHER_DAY, FACT, FEATURE, UNSAID, Gap
from treatylang.decision.wording import cited, now_of, one_of, only_then, supposed, with_article
from treatylang.events.situation import Act, Location
from treatylang.model import conditions as c
from treatylang.model.time import Spell, first_day, last_day
from treatylang.model.treaty import Deems
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class PlaceRepairs(ActRepairs):
    """What mends where and when it was."""

    def _place(self, gap: Gap) -> Iterator[Edit]:
        if gap.leaf.value is None and gap.leaf.atom is not None:
            yield from self._open_place(gap)
        pattern = self._pattern(gap)
        yield from self._day(gap)
        for act, index, part, _ in self.misfits(gap):
            assert part.who is not None
            yield from self._side(gap, act, index, part.preposition, part.who)
        for act in self._acts(gap):
            if pattern is not None:
                yield from self._elsewhere(gap, pattern, act)
                yield from self._on_its_way(gap, pattern, act)
            else:
                yield from self._in_line(gap, act)

    def misfits(self, gap: Gap) -> Iterator[tuple[Act, int, c.RolePart, str]]:
        """Where the formula does not say by what an act fails a pattern: those who took part and do not fit it."""
        pattern = self._pattern(gap) if gap.leaf.basis == UNSAID else None
        for act in self._acts(gap) if pattern is not None else ():
            sides = (self.fitting.case.doers(act), self.fitting.case.second(act))
            for index, part in enumerate(pattern.roles[:2] if pattern is not None else ()):
                for code in sides[index] if part.who is not None else ():
                    if not self.fitting.fits(part.who, code):
                        yield act, index, part, code

    def _elsewhere(self, gap: Gap, pattern: c.Pattern, act: Act) -> Iterator[Edit]:
        there = (each for each in pattern.where if each.side == "in")
        where = " ".join(each.words if each.holder is not None else f"in {', '.join(each.names)}" for each in there)
        struck = f"on {one_of(pattern.targets)}" if pattern.targets else ""
        if pattern.targets:
            to = next((part for part in pattern.roles if part.preposition != "by" and part.who is not None), None)
            struck += f" of {to.who.words}" if to is not None and to.who is not None else ""
        at = act.place.name or act.place.territory if act.place is not None else None
        instead = f" instead of at {at}" if at else ""
        basis = "map" if gap.leaf.basis == "map" else "stated"
        if gap.sort == "target" and not pattern.where:
            where = ""
        for place, targets in self.fitting.places(pattern, act):
            moved = replace(act, place=place, targets=targets or act.targets, domain=None)
            told = Change(f"{self._the(act)} were {f'{struck} {where}'.strip()}{instead}", True, False, basis)
            yield Edit(FEATURE, told, change.with_act(self.scene, act, moved))
        for target in pattern.targets:
            told = Change(
                f"{self._the(act)} were {struck}", True, False, "stated", "it struck something else" if act.targets else ""
            )
            yield Edit(FEATURE, told, change.with_act(self.scene, act, replace(act, targets=(self._name(target),))))

    def _on_its_way(self, gap: Gap, pattern: c.Pattern, act: Act) -> Iterator[Edit]:
        """The same act, come from where the text says, or gone over it."""
        cost = FACT if gap.leaf.value is None else FEATURE
        for where in (each for each in pattern.where if each.side != "in"):
            went = "come" if where.side == "from" else "gone"
            told = Change(f"{self._the(act)} had {went} {where.words}", True, gap.was, gap.leaf.basis, now_of(gap))
            for place in self.fitting.places_in((replace(where, side="in", host=None),), act):
                if where.side == "from":
                    yield Edit(cost, told, change.with_act(self.scene, act, replace(act, origin=place)))
                elif isinstance(place.territory_of, str):
                    yield Edit(cost, told, change.with_fact(self.scene, act, self._name("via_territory_of"), (place.territory_of,)))

    def _open_place(self, gap: Gap) -> Iterator[Edit]:
        """What the event leaves open of a place, said."""
        atom = gap.leaf.atom
        assert atom is not None
        told = Change(supposed(gap.leaf.words, gap.goal), True, None, gap.leaf.basis, now_of(gap))
        for act in self._acts(gap):
            place = act.place or Location()
            made = None
            match atom.word, atom.of:
                case "sovereign_of", (code, _):
                    made = replace(place, territory_of=code if gap.goal else "none")
                case "administered", (_, code):
                    made = replace(place, administered_by=(code,) if gap.goal else ())
                case "zone", (_, zone) if gap.goal:
                    made = replace(place, zone=zone)
                case "place", (_, name) if name in self.words.regions and gap.goal:
                    sea = self.words.regions[name].sea
                    made = replace(place, sea=name) if sea else replace(place, region=name)
                case "place", (_, name) if name in self.words.territories and gap.goal:
                    made = replace(place, territory=name)
                case "target", (target, _) if gap.goal:
                    struck = Change(f"{self._the(act)} had struck {with_article(target)}", True, None, gap.leaf.basis, now_of(gap))
                    yield Edit(FACT, struck, change.with_act(self.scene, act, replace(act, targets=(target,))))
            if made is not None:
                yield Edit(FACT, told, change.with_act(self.scene, act, replace(act, place=made)))

    def _day(self, gap: Gap) -> Iterator[Edit]:
        """The whole event on the nearest day on which the text holds, if all whom it names existed then."""
        for what, spell in self._dated(gap):
            moved = days_to(spell, self.scene.day)
            if moved is None:
                continue
            days, bound = moved
            try:
                scene = change.on_another_day(self.scene, days)
            except (OverflowError, ValueError):  # before the first year that a calendar has, or after the last
                continue
            if all(self.fitting.is_there(code, scene.day) for code in change.named(scene.situation)):
                words = f"it were on {bound} or later" if days > 0 else f"it had been before {bound}"
                yield Edit(ANOTHER_DAY, Change(words, True, False, "day", only_then(what, days, bound)), scene)

    def bars(self, gap: Gap) -> Iterator[str]:
        """What of the text that would be needed does not hold on the day."""
        for what, spell in self._dated(gap):
            moved = days_to(spell, self.scene.day)
            if moved is not None:
                yield only_then(what, *moved)

    def _dated(self, gap: Gap) -> Iterator[tuple[str, Spell]]:
        """The parts of the text on whose dates a gap turns."""
        if gap.sort == "day":
            yield f"this version of {cited(self.clause.article)} is in force", self.clause.spell
            yield f"{self.treaty.id} is in force", self.treaty.spell
            for norm in self.clause.norms:
                if not isinstance(norm, Deems):
                    yield "it holds", norm.spell
        pattern = self._pattern(gap) if gap.sort == "place" else None
        for name in [each for where in pattern.where for each in where.names] if pattern is not None else ():
            area = self.treaty.areas.get(name)
            for spell in {part.spell for part in area.parts if part.spell is not None} if area is not None else ():
                yield f"{name} is in the text", spell


def days_to(spell: Spell, day: str) -> tuple[int, str] | None:
    """By how many days one would have to be later, or earlier, to lie in a spell, and the bound; None where it lies there."""
    if spell.contains(day) is not False:
        return None
    from datetime import date

    today = date.fromisoformat(day)
    if spell.since is not None and first_day(spell.since) > day:
        begin = last_day(spell.since) if len(spell.since) < 10 else spell.since
        return (date.fromisoformat(begin) - today).days, spell.since
    assert spell.until is not None
    return (date.fromisoformat(first_day(spell.until)) - today).days - 1, spell.until
