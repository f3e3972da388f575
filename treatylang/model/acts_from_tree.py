"""Patterns of acts in the tree -> bound patterns: kinds, roles, places, targets, quantities."""

from __future__ import annotations

from itertools import chain

from treatylang.model import conditions as c
from treatylang.model.scope import Scope
from treatylang.model.who import Who
from treatylang.model.who_from_tree import WORDS_LISTED, WhoBinder
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase

_LAND = ("territory", "metropolitan_territory", "island", "islands", "border", "coast")
_TIME = ("day", "days", "week", "weeks", "month", "months", "year", "years")
_FREE = ("in", "with", "for", "from", "into", "over", "after", "within", "each")


class ActBinder(WhoBinder):
    """Binds patterns of acts."""

    def pattern(self, node: t.Act, words: str, scope: Scope, doer: Who | None = None) -> c.Pattern:
        """A pattern of acts in the words of the text; `doer` fills the first role of a prohibited act."""
        kind = self.words.kinds.get(node.kind.text)
        slot = scope.next_act()
        if kind is None:
            self.unknown_kind(node.kind)
            scope.doubtful.append(True)
            scope.acts[slot] = (node.kind.text,)
            for each in node.roles:  # so that one unknown kind gives one error
                if isinstance(each.filler, t.Some) and each.filler.called:
                    scope.roles[each.filler.called.text] = each.filler.called.text
            return c.Pattern(words, node.kind.text, slot, ())
        self.used.add(kind.name)
        scope.acts[slot] = (kind.name,)
        given: dict[str, t.Role] = {said.preposition: said for said in node.roles}
        targets: tuple[str, ...] = ()
        parts: list[c.RolePart] = []
        for preposition, word in kind.roles.items():
            role = given.get(preposition)
            free = role is not None and preposition in _FREE and not isinstance(role.filler, t.State | t.The | t.Some | t.AnyOf)
            if role is None or free:  # `with at least 2 divisions` is no role
                who = doer if preposition == "by" else None
                fresh = word not in scope.roles
                parts.append(c.RolePart(preposition, word if fresh else scope.nameless(), who))
                if fresh:
                    scope.roles[word] = word
                continue
            part, struck = self._fill(preposition, word, role, scope)
            parts.append(part)
            targets = targets or struck
        where, amounts, aims = self._free(kind.name, tuple(kind.roles), node.roles, scope)
        of, more = self._of(node)
        if node.of is not None and self.is_place(node.of.text):
            where += (c.Where(f"of {node.of.text}", (node.of.text,)),)
        return c.Pattern(words, kind.name, slot, tuple(parts), targets, where, amounts, of, aims + more)

    def _of(self, node: t.Act) -> tuple[str | None, tuple[str, ...]]:
        """What follows `KIND of`: a treaty that is broken, a kind that is threatened, a place that is divided."""
        if node.of is None or self.is_place(node.of.text):
            return None, ()
        if node.of.text in self.words.kinds:
            return None, (f"of {node.of.text}",)
        self.known_treaty(node.of)
        return node.of.text, ()

    def _fill(self, preposition: str, word: str, role: t.Role, scope: Scope) -> tuple[c.RolePart, tuple[str, ...]]:
        filler = role.filler
        targets: tuple[str, ...] = ()
        if isinstance(filler, t.Targets):
            targets = tuple(self._target(name) for name in filler.names)
            if filler.of is None:
                self._introduce(word, role, scope)
                return c.RolePart(preposition, word, None), targets
            filler = filler.of
        if not isinstance(filler, t.State | t.The | t.Some | t.AnyOf):
            self.report.add("TL0307", role, f"`{phrase(role)}`: after `{preposition}` stands who, not a quantity or a day")
            return c.RolePart(preposition, word, None), targets
        who = self.who(filler, scope, introducing=False)
        called = filler.called if isinstance(filler, t.Some | t.AnyOf) else None
        if called is not None:
            self._introduce(called.text, called, scope)
            return c.RolePart(preposition, called.text, who), targets
        if isinstance(filler, t.The):
            slot = word if word not in scope.roles else scope.nameless()
            scope.roles.setdefault(word, slot)
            return c.RolePart(preposition, slot, who), targets
        self._introduce(word, role, scope)
        return c.RolePart(preposition, word, who), targets

    def _free(
        self, kind: str, roles: tuple[str, ...], given: tuple[t.Role, ...], scope: Scope
    ) -> tuple[tuple[c.Where, ...], tuple[c.Amount, ...], tuple[str, ...]]:
        """Phrases that are not roles of the kind: places, quantities, aims."""
        where: list[c.Where] = []
        amounts: list[c.Amount] = []
        aims: list[str] = []
        seen: set[str] = set()
        for role in given:
            filler, preposition = role.filler, role.preposition
            if preposition in seen:
                self.report.add("TL0308", role, f"`{preposition}` is said twice of one act")
            seen.add(preposition)
            entity = isinstance(filler, t.State | t.The | t.Some | t.AnyOf)
            if preposition in roles and (entity or preposition not in _FREE):
                continue
            if (preposition in ("in", "from") or self._over_a_place(role)) and (place := self.where(role, scope)):
                where.append(place)
            elif preposition == "with" and isinstance(filler, t.Quantity):
                amounts.append(self.amount(filler))
            elif preposition in ("for", "after", "within", "each") or (preposition in _FREE and not entity):
                aims.append(phrase(role))
            else:
                taken = ", ".join(f"`{each}`" for each in roles) or "none"
                hint = f"`{kind}` takes {taken}, and `in` a place, `with` a quantity, `for` an aim"
                self.report.add("TL0308", role, f"`{kind}` has no role after `{preposition}`", hint)
        return tuple(where), tuple(amounts), tuple(aims)

    def where(self, role: t.Role, scope: Scope) -> c.Where | None:
        """`in europe`, `in territory of a designated_state`; None where it is no place."""
        filler = role.filler
        if not isinstance(filler, t.Targets) or role.preposition not in ("in", "from", "over"):
            return None
        names = tuple(name.text for name in filler.names)
        if filler.of is not None:
            for name in filler.names:
                if name.text not in _LAND and name.text not in self.words.targets and not self.is_place(name.text):
                    known = chain(_LAND, self.words.targets, self.words.regions, self.words.territories)
                    self.report.unknown("TL0301", name, "sort of land", name.text, known, WORDS_LISTED)
                self.used.add(name.text)
            holder = self.who(filler.of, scope)
            called = filler.of.called if isinstance(filler.of, t.Some | t.AnyOf) else None
            return c.Where(phrase(role), names, holder, called.text if called is not None else None, role.preposition)
        for name in filler.names:
            if not self.is_place(name.text):
                known = chain(self.words.regions, self.words.areas, self.words.territories, self.words.zones)
                self.report.unknown("TL0301", name, "place", name.text, known, "places are listed by `treaty vocabulary regions`")
            self.used.add(name.text)
        return c.Where(phrase(role), names, side=role.preposition)

    def _over_a_place(self, role: t.Role) -> bool:
        """`over own_frontiers`, `over territory of a party`; what else stands after `over` is an aim."""
        filler = role.filler
        if role.preposition != "over" or not isinstance(filler, t.Targets):
            return False
        return all(self.is_place(name.text) or (filler.of is not None and name.text in _LAND) for name in filler.names)

    def is_place(self, name: str) -> bool:
        words = self.words
        return (
            name in words.regions
            or name in words.areas
            or name in words.territories
            or name in words.zones
            or name in words.domains
        )

    def thing(self, name: t.Name) -> str:
        """What a duty is about, known: a target, a measure, a kind of act, a place."""
        words = self.words
        if not (name.text in words.targets or name.text in words.measures or name.text in words.kinds or self.is_place(name.text)):
            known = chain(words.targets, words.measures, words.kinds, words.areas, words.regions, words.territories)
            self.report.unknown("TL0301", name, "object of a duty", name.text, known, WORDS_LISTED)
        self.used.add(name.text)
        return name.text

    def whole(self, number: t.Number, most: int = 9999) -> int:
        """A number that counts something."""
        value = number.value
        if value != int(value) or not 1 <= value <= most:
            self.report.add("TL0405", number, f"`{number.text}` counts nothing", f"write a whole number from 1 to {most}")
            return 1
        return int(value)

    def _target(self, name: t.Name) -> str:
        if name.text not in self.words.targets:
            self.report.unknown("TL0301", name, "target", name.text, self.words.targets, WORDS_LISTED)
        self.used.add(name.text)
        return name.text

    def amount(self, node: t.Quantity) -> c.Amount:
        """A quantity; a share must be of a measure."""
        if node.unit == "%" and node.of is not None:
            self.used.add(node.of.text)
            if node.of.text not in self.words.measures:
                self.report.unknown("TL0405", node.of, "measure", node.of.text, self.words.measures, "a share is of a measure")
        elif node.unit != "%" and node.unit not in _TIME:
            fact = self.words.facts.get(node.unit)
            if fact is None or fact.type != "number":
                known = chain((each.name for each in self.words.facts.values() if each.type == "number"), _TIME)
                at = t.Name(node.unit, span=node.unit_span)
                self.report.unknown("TL0405", at, "unit", node.unit, known, "a unit is a fact that is a number, or a time")
        return c.Amount(node.comparison or "at least", node.number.value, node.unit, node.of.text if node.of else None)

    def unknown_kind(self, name: t.Name) -> None:
        if name.text in self.words.facts:
            owner = self.words.facts[name.text].owner
            hint = f"it is {a_fact_of(owner)}: write `the act is {name.text}`" if owner == "act" else f"it is {a_fact_of(owner)}"
            self.report.add("TL0307", name, f"`{name.text}` is no kind of act", hint)
        else:
            self.report.unknown("TL0301", name, "kind of act", name.text, self.words.kinds, WORDS_LISTED)


def a_fact_of(owner: str) -> str:
    """`a fact of an act`, of a party, of the situation."""
    return "a fact of " + {"act": "an act", "party": "a party", "situation": "the situation"}[owner]
