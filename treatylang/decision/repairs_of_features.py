"""Other features of an act, whatever is wrong with it: who did it, on whom, what it was, where; and that there was none.

What a gap asks for is looked for by its own repairs.  Where a line asks that something be *not* so, anything else may do: here are some
of each sort that the words of the clause could tell apart.
"""

from __future__ import annotations

from treatylang.decision import changes as change
from treatylang.decision.changes import Change, Edit
from treatylang.decision.clause_words import patterns
from treatylang.decision.mending import Mending
from treatylang.decision.shortfall import FACT, FEATURE
from treatylang.decision.wording import with_article
from treatylang.events.situation import Act, Location
from treatylang.model import conditions as c
from treatylang.model.vocabulary import Kind
from treatylang.model.who import Choice, Slot, Who
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_KINDS = 8
_MOST_LANDS = 8
FEATURES = ("kind", "by", "second", "place", "happened")


class FeatureRepairs(Mending):
    """The same act in other ways."""

    def otherwise(self, act: Act, features: tuple[str, ...] = FEATURES) -> Iterator[Edit]:
        """The act with one feature otherwise."""
        if "by" in features:
            yield from self._by_another(act, False)
        if "second" in features:
            yield from self._by_another(act, True)
        if "kind" in features:
            yield from self._of_another_kind(act)
        if "place" in features:
            yield from self._anywhere_else(act)
        if "happened" in features:
            yield from self._no_act(act)

    def _no_act(self, act: Act) -> Iterator[Edit]:
        told = Change(f"there had been no {self._the(act).removeprefix('the ')}", True, False, "stated", "the event lists it")
        yield Edit(FEATURE, told, change.without_act(self.scene, act))

    def _by_another(self, act: Act, second: bool) -> Iterator[Edit]:
        """Done by another, or on another: told by the words of the pattern whom he fits, else by name."""
        case = self.fitting.case
        sides = (case.doers(act), case.second(act))
        roles = self.words.kinds[act.kind].roles
        if len(roles) <= second:
            return
        now = sides[second]
        preposition = self.words.kinds[act.kind].second if second else "by"
        instead = f" instead of {preposition} {', '.join(now)}" if now and len(now) < 4 else ""
        meant = [part.who for each in patterns(self.clause) for part in each.roles[second : second + 1] if part.who is not None]
        for code in self.fitting.anyone(self._asked_of(), (*sides[1 - second], *now)):
            words = next((_as(who, code) for who in meant if not isinstance(who, Slot) and self.fitting.fits(who, code)), code)
            told = Change(
                f"{self._the(act)} were {preposition} {words}{instead}",
                True,
                False if now else None,
                "stated" if now else "unknown",
                "" if now else "the event does not say",
            )
            changed = change.with_act(self.scene, act, change.with_side(act, second, code))
            yield Edit(FEATURE if now else FACT, told, changed)

    def _asked_of(self) -> list[Choice]:
        """The sorts and classes of states that the clause speaks of."""
        found: list[Choice] = []
        for condition in self._tests():
            if isinstance(condition, c.Pattern):
                found += [part.who for part in condition.roles if isinstance(part.who, Choice)]
            elif isinstance(condition, c.IsOne) and isinstance(condition.test, Choice):
                found.append(condition.test)
            elif isinstance(condition, c.InClass):
                found.append(Choice(condition.words, "a", condition.state_class))
        return found

    def _tests(self) -> Iterator[c.Condition | c.Pattern]:
        """What is asked, and what is asked not to be so."""
        for each in self.conditions.values():
            yield each
            while isinstance(each, c.NotSo):
                each = each.term
                yield each

    def _of_another_kind(self, act: Act) -> Iterator[Edit]:
        """Of a kind that starts the clause, or of which a line speaks; of kinds that the same words tell apart, one or two."""
        own = self.words.kinds[act.kind]
        asked = {each.kind for each in self._tests() if isinstance(each, c.Pattern | c.ActKind)}
        facts = {name: written for name, written in act.facts.items() if name not in self.words.kinds}
        alike_: dict[tuple[object, ...], int] = {}
        for wanted_name in dict.fromkeys((*(pattern.kind for pattern in patterns(self.clause)), *sorted(asked))):
            wanted = self.words.kinds[wanted_name]
            for name in (wanted.name, *sorted(wanted.below - {wanted.name})):
                kind = self.words.kinds[name]
                sort = (frozenset(asked & set(kind.above)), tuple(kind.roles))
                if name == act.kind or not alike(own, kind) or alike_.get(sort, 0) > 2 or len(alike_) > _MOST_KINDS:
                    continue
                alike_[sort] = alike_.get(sort, 0) + 1
                told = Change(f"{self._the(act)} were {with_article(name)}", True, False, "stated")
                changed = replace(act, kind=self._name(name), facts=facts)
                yield Edit(FEATURE, told, change.with_act(self.scene, act, changed))

    def _anywhere_else(self, act: Act) -> Iterator[Edit]:
        """In the lands of some, at sea, or where one of the lines says."""
        at = act.place.name or act.place.territory if act.place is not None else None
        instead = f" instead of at {at}" if at else ""
        codes = self.fitting.anyone(self._asked_of(), ())[:_MOST_LANDS]
        spots = [(f"in territory of {code}", Location(territory_of=code), ()) for code in codes]
        if "high_seas" in self.words.zones:
            spots.append(("on the high seas", Location(zone="high_seas"), ()))
        for words, place, targets in spots:
            told = Change(f"{self._the(act)} were {words}{instead}", True, False, "map")
            moved = replace(act, place=place, targets=targets or act.targets, domain=None)
            yield Edit(FEATURE, told, change.with_act(self.scene, act, moved))


def alike(one: Kind, other: Kind) -> bool:
    """Whether an act of one kind can sensibly be supposed to be of another: both are hostile acts, or threats."""
    return not other.unlisted and not set(one.above) & set(other.above) <= {"act"}


def _as(who: Who, code: str) -> str:
    """One who fits a role as the role's words have him: `another party` may be named, where others fit too."""
    return f"{who.words} (say {code})" if isinstance(who, Choice) else who.words
