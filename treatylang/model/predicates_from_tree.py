"""What is said with `is` in the tree -> bound conditions: facts, relations, classes, places, levels."""

from __future__ import annotations

from itertools import chain

from treatylang.model import conditions as c
from treatylang.model.acts_from_tree import ActBinder, a_fact_of
from treatylang.model.scope import Scope
from treatylang.model.vocabulary import Fact
from treatylang.model.who import Who
from treatylang.model.who_from_tree import WORDS_LISTED
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase


class PredicateBinder(ActBinder):
    """Binds states of affairs: `the victim is at_war with the attacker`."""

    def state_of_affairs(self, node: t.Is, words: str, scope: Scope) -> c.Condition:
        inner = self.predicate(node, words, scope)
        return c.NotSo(words, inner) if node.negated else inner

    def predicate(self, node: t.Is, words: str, scope: Scope) -> c.Condition:
        subject, predicate = node.subject, node.predicate
        if isinstance(subject, t.MeasureOf):
            return self._level(subject, predicate, words, scope)
        if isinstance(predicate, t.Quantity):
            self.report.add(
                "TL0405", predicate, f"`{phrase(predicate)}` needs a measure before `is`", "write `MEASURE of WHO is at least ...`"
            )
            return c.AllOf(words, ())
        if isinstance(subject, t.The) and (act := self._act_word(subject.name, scope)):
            return self._of_act(act, subject.name.text == "place", predicate, words, scope)
        who = self.who(subject, scope)
        if isinstance(predicate, t.Located):
            self.report.add("TL0307", predicate, "only an act or a place can be in a place", "write `the act is in ...`")
            return c.AllOf(words, ())
        if isinstance(predicate, t.State | t.The | t.Some | t.AnyOf):
            return c.IsOne(words, who, self.who(predicate, scope.copy(), introducing=False))
        return self._quality(who, predicate, words, scope)

    def _quality(self, who: Who, node: t.Quality, words: str, scope: Scope) -> c.Condition:
        name = node.name.text
        self.used.add(name)
        if name in self.words.relations:
            second, sort = self._second(node, scope)
            return c.Related(words, name, who, None, second, sort)
        fact = self.words.facts.get(name)
        if fact is not None and fact.owner == "party":
            self._truth(node.name, fact)
            return c.PartyFact(words, who, name)
        if fact is not None:
            hint = f"write `the act is {name}`" if fact.owner == "act" else f"write `{name}` alone"
            self.report.add("TL0309", node.name, f"`{name}` is {a_fact_of(fact.owner)}, not of a party", hint)
            return c.AllOf(words, ())
        if name in self.words.classes:
            return c.InClass(words, who, name)
        self._unknown_quality(node.name)
        return c.AllOf(words, ())

    def _second(self, node: t.Quality, scope: Scope) -> tuple[Who | None, str | None]:
        relation = self.words.relations[node.name.text]
        second: Who | None = self.who(node.object, scope) if node.object else None
        sort = None
        for role in node.roles:
            filler = role.filler
            if isinstance(filler, t.State | t.The | t.Some | t.AnyOf):
                if role.preposition not in relation.roles:
                    takes = ", ".join(f"`{each}`" for each in relation.roles)
                    self.report.add(
                        "TL0308", role, f"`{relation.name}` has no role after `{role.preposition}`", f"it takes {takes}"
                    )
                second = self.who(filler, scope)
            else:
                for name in filler.names if isinstance(filler, t.Targets) else ():
                    if name.text not in self.words.kinds:  # `by arbitration_treaty`
                        hint = "write who: a state, `the ROLE`, `a party`"
                        self.report.add("TL0307", role, f"`{name.text}` is no one to whom `{relation.name}` could relate", hint)
                if role.preposition not in relation.roles:
                    takes = ", ".join(f"`{each}`" for each in relation.roles) or "none"
                    message = f"`{relation.name}` has no role after `{role.preposition}`"
                    self.report.add("TL0308", role, message, f"it takes {takes}")
                sort = phrase(role)
        return second, sort

    def _of_act(self, act: str, place: bool, predicate: t.Predicate, words: str, scope: Scope) -> c.Condition:
        match predicate:
            case t.Located(roles=roles):
                where = tuple(found for role in roles if (found := self.where(role, scope.copy())))
                if not where:
                    self.report.add("TL0308", predicate, f"`{phrase(predicate)}` names no place", "write `is in europe`")
                return c.InPlace(words, act, where)
            case t.Quality(name=name) if name.text in self.words.relations:
                self.used.add(name.text)
                second, sort = self._second(predicate, scope)
                return c.Related(words, name.text, None, act, second, sort)
            case t.Quality(name=name):
                self.used.add(name.text)
                fact = self.words.facts.get(name.text)
                if fact is None and name.text in self.words.classes:
                    hint = "write `the attacker is ...`, with the role that is meant"
                    self.report.add("TL0309", name, f"`{name.text}` is said of a state, not of an act", hint)
                elif fact is None:
                    self._unknown_quality(name)
                elif fact.owner == "act" and place:
                    self.report.add(
                        "TL0309", name, f"`{name.text}` is a fact of an act, not of a place", f"write `the act is {name.text}`"
                    )
                elif fact.owner == "act":
                    self._truth(name, fact)
                else:
                    message = f"`{name.text}` is {a_fact_of(fact.owner)}, not of an act"
                    self.report.add(
                        "TL0309", name, message, f"write `the victim is {name.text}`" if fact.owner == "party" else None
                    )
                return c.ActFact(words, act, name.text)
            case t.Some(quantifier="a", name=name) if not place:
                if name.text not in self.words.kinds:
                    self.unknown_kind(name)
                self.used.add(name.text)
                return c.ActKind(words, act, name.text)
        self.report.add(
            "TL0307", predicate, f"an act cannot be `{phrase(predicate)}`", "after `the act is` stands a fact, a kind or a place"
        )
        return c.AllOf(words, ())

    def _act_word(self, name: t.Name, scope: Scope) -> str | None:
        """The act slot that `the act`, `the place` or `the KIND` means; None where it is a role word."""
        word = name.text
        if word in scope.roles or word in self.organs or word == "bearer":
            return None
        if word in ("act", "place"):
            slots = list(scope.acts)
        elif word in self.words.kinds:
            slots = [slot for slot, kinds in scope.acts.items() if any(word in self._above(kind) for kind in kinds)]
        else:
            return None
        if len(slots) == 1:
            return slots[0]
        if not slots:
            self.report.add("TL0305", name, f"`the {word}`: no such act is introduced before it", "`when` must introduce it")
            return "#0"
        kinds = ", ".join(f"`the {kind}`" for found in scope.acts.values() for kind in found)
        self.report.add("TL0306", name, f"`the {word}` could be any of {len(slots)} acts", f"name one by its kind: {kinds}")
        return slots[0]

    def _above(self, kind: str) -> tuple[str, ...]:
        known = self.words.kinds.get(kind)
        return known.above if known else (kind,)

    def _level(self, subject: t.MeasureOf, predicate: t.Predicate, words: str, scope: Scope) -> c.Condition:
        measure = subject.measure.text
        self.used.add(measure)
        if measure not in self.words.measures:
            self.report.unknown("TL0301", subject.measure, "measure", measure, self.words.measures)
        who = self.who(subject.of, scope)
        if not isinstance(predicate, t.Quantity):
            self.report.add(
                "TL0405",
                predicate,
                f"a measure compares with a quantity, not with `{phrase(predicate)}`",
                "write `is at least 2% of gdp`",
            )
            return c.AllOf(words, ())
        return c.Level(words, measure, who, self.amount(predicate))

    def _truth(self, name: t.Name, fact: Fact) -> None:
        """Report a fact that is neither true nor false."""
        if fact.type == "number":
            with_number = f"write `with at least 1 {name.text}` after the kind of act"
            message = f"`{name.text}` is a number, neither true nor false"
            self.report.add("TL0309", name, message, with_number if fact.owner == "act" else None)
        elif fact.type == "states":
            self.report.add("TL0309", name, f"`{name.text}` names states and is neither true nor false")

    def _unknown_quality(self, name: t.Name) -> None:
        known = chain(self.words.relations, self.words.facts, self.words.classes)
        self.report.unknown("TL0301", name, "fact, relation or class", name.text, known, WORDS_LISTED)
