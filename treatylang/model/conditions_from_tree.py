"""Expressions of the tree -> bound conditions: role words, kinds, facts, places resolved and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatylang.model import conditions as c
from treatylang.model.outline import Outline
from treatylang.model.report import Report
from treatylang.model.scope import Scope
from treatylang.model.spells import check_day
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import SORTS, Body, Choice, Filter, Fixed, Slot, Who
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase

_STATES_LISTED = "states are listed by `treaty states`"
_WORDS_LISTED = "words are listed by `treaty vocabulary`"
_FREE = ("in", "with", "for", "from", "into", "over", "after", "within", "each")
_LAND = ("territory", "metropolitan_territory", "island", "border", "coast")


class Binder:
    """Binds the conditions of one treaty."""

    def __init__(
        self, report: Report, words: Vocabulary, outlines: Mapping[str, Outline], treaty: str, organs: Iterable[str]
    ) -> None:
        self.report = report
        self.words = words
        self.outlines = outlines
        self.treaty = treaty
        self.organs = frozenset(organs) | frozenset(words.bodies)
        self.used: set[str] = set()

    # ------------------------------------------------------------------------------------------------ conditions
    def condition(self, node: t.Expr, scope: Scope) -> c.Condition:
        """One expression; what it introduces is added to `scope`."""
        words = phrase(node)
        match node:
            case t.And(terms=terms):
                return c.AllOf(words, tuple(self.condition(term, scope) for term in terms))
            case t.Or(terms=terms):
                return self._or(words, terms, scope)
            case t.Not(term=term):
                return c.NotSo(words, self.condition(term, scope.copy()))
            case t.NoAct(act=act):
                return c.NotSo(words, self._act(act, scope.copy()))
            case t.Qualified(term=term, qualifiers=qualifiers):
                return self._qualified(words, term, qualifiers, scope)
            case t.Act():
                return self._act(node, scope)
            case t.Is():
                return self._is(node, scope)
            case t.Count():
                return self._count(node, scope)
            case t.Decides():
                return self._decides(node, scope)
            case t.Owes():
                return self._owes(node, scope)
            case t.TreatyInForce(treaty=treaty, negated=negated):
                self._known_treaty(treaty)
                inner = c.InForce(words, treaty.text)
                return c.NotSo(words, inner) if negated else inner

    def _or(self, words: str, terms: tuple[t.Expr, ...], scope: Scope) -> c.Condition:
        start, most = list(scope.counter), list(scope.counter)
        branches, bound = [], []
        for term in terms:
            branch = scope.copy()
            scope.counter[:] = start  # acts of alternative branches share their slots
            bound.append(self.condition(term, branch))
            most = [max(pair) for pair in zip(most, scope.counter, strict=True)]
            branches.append(branch)
        scope.counter[:] = most
        scope.merge(branches)
        return c.AnyOf(words, tuple(bound))

    def _qualified(self, words: str, term: t.Expr, qualifiers: tuple[t.AsOf | t.JudgedBy, ...], scope: Scope) -> c.Condition:
        inner = self.condition(term, scope)
        for qualifier in qualifiers:
            if isinstance(qualifier, t.AsOf):
                check_day(qualifier.day, self.report)
                inner = c.OnDay(words, inner, qualifier.day.text)
            else:
                inner = c.Judged(words, inner, self.who(qualifier.judge, scope.copy()))
        return inner

    # ------------------------------------------------------------------------------------------------ acts
    def _act(self, node: t.Act, scope: Scope) -> c.Condition:
        name = node.kind.text
        fact = self.words.facts.get(name)
        if fact is not None and fact.owner == "situation":
            where = tuple(place for role in node.roles if (place := self._where(role, scope)))
            for role in node.roles:
                if role.preposition != "in":
                    self.report.add(
                        "TL0308", role, f"`{name}` is a fact of the situation and takes only `in`, not `{role.preposition}`"
                    )
            self.used.add(name)
            return c.Situation(phrase(node), name, where)
        return c.Happens(phrase(node), self.pattern(node, scope))

    def pattern(self, node: t.Act, scope: Scope, doer: Who | None = None) -> c.Pattern:
        """A pattern of acts; `doer` fills the first role of a prohibited act."""
        kind = self.words.kinds.get(node.kind.text)
        slot = scope.next_act()
        if kind is None:
            self._unknown_kind(node.kind)
            scope.doubtful.append(True)
            scope.acts[slot] = (node.kind.text,)
            for each in node.roles:  # so that one unknown kind gives one error
                if isinstance(each.filler, t.Some) and each.filler.called:
                    scope.roles[each.filler.called.text] = each.filler.called.text
            return c.Pattern(phrase(node), node.kind.text, slot, ())
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
        if node.of is not None and self._is_place(node.of.text):
            where += (c.Where(f"of {node.of.text}", (node.of.text,)),)
        return c.Pattern(phrase(node), kind.name, slot, tuple(parts), targets, where, amounts, of, aims + more)

    def _of(self, node: t.Act) -> tuple[str | None, tuple[str, ...]]:
        """What follows `KIND of`: a treaty that is broken, a kind that is threatened, a place that is divided."""
        if node.of is None or self._is_place(node.of.text):
            return None, ()
        if node.of.text in self.words.kinds:
            return None, (f"of {node.of.text}",)
        self._known_treaty(node.of)
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

    def _introduce(self, word: str, at: t.Node, scope: Scope) -> None:
        if word in scope.roles:
            hint = f"refer to the first (`the {word}`), or give the second a name: `(the other_{word})`"
            self.report.add("TL0306", at, f"two different roles would be called `the {word}`", hint)
        scope.roles[word] = word

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
            if preposition in ("in", "from") and (place := self._where(role, scope)):
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

    def _where(self, role: t.Role, scope: Scope) -> c.Where | None:
        """`in europe`, `in territory of a designated_state`; None where it is no place."""
        filler = role.filler
        if not isinstance(filler, t.Targets) or role.preposition not in ("in", "from"):
            return None
        names = tuple(name.text for name in filler.names)
        if filler.of is not None:
            holder = self.who(filler.of, scope)
            called = filler.of.called if isinstance(filler.of, t.Some | t.AnyOf) else None
            if called is not None:
                scope.roles[called.text] = called.text
            return c.Where(phrase(role), names, holder)
        for name in filler.names:
            if not self._is_place(name.text):
                known = [*self.words.regions, *self.words.areas, *self.words.territories, *self.words.zones]
                self.report.unknown("TL0301", name, "place", name.text, known, "places are listed by `treaty vocabulary regions`")
            self.used.add(name.text)
        return c.Where(phrase(role), names)

    def _is_place(self, name: str) -> bool:
        words = self.words
        return (
            name in words.regions
            or name in words.areas
            or name in words.territories
            or name in words.zones
            or name in words.domains
        )

    def _target(self, name: t.Name) -> str:
        if name.text not in self.words.targets:
            self.report.unknown("TL0301", name, "target", name.text, self.words.targets, _WORDS_LISTED)
        self.used.add(name.text)
        return name.text

    # ------------------------------------------------------------------------------------------------ `is`
    def _is(self, node: t.Is, scope: Scope) -> c.Condition:
        words = phrase(node)
        inner = self._predicate(node, words, scope)
        return c.NotSo(words, inner) if node.negated else inner

    def _predicate(self, node: t.Is, words: str, scope: Scope) -> c.Condition:
        subject, predicate = node.subject, node.predicate
        if isinstance(subject, t.MeasureOf):
            return self._level(subject, predicate, words, scope)
        if isinstance(predicate, t.Quantity):
            self.report.add(
                "TL0405", predicate, f"`{phrase(predicate)}` needs a measure before `is`", "write `MEASURE of WHO is at least ...`"
            )
            return c.AllOf(words, ())
        if isinstance(subject, t.The) and (act := self.act_word(subject.name, scope)):
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
            return c.PartyFact(words, who, name)
        if fact is not None:
            hint = f"write `the act is {name}`" if fact.owner == "act" else f"write `{name}` alone"
            self.report.add("TL0309", node.name, f"`{name}` is a fact of {_a(fact.owner)}, not of a party", hint)
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
                sort = phrase(role)
        return second, sort

    def _of_act(self, act: str, place: bool, predicate: t.Predicate, words: str, scope: Scope) -> c.Condition:
        match predicate:
            case t.Located(roles=roles):
                where = tuple(found for role in roles if (found := self._where(role, scope.copy())))
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
                if fact is None:
                    self._unknown_quality(name)
                elif fact.owner != "act" or fact.type != "truth":
                    hint = f"write `the victim is {name.text}`" if fact.owner == "party" else None
                    self.report.add("TL0309", name, f"`{name.text}` is a fact of {_a(fact.owner)}, not of an act", hint)
                return c.ActFact(words, act, name.text)
            case t.Some(quantifier="a", name=name) if not place:
                if name.text not in self.words.kinds:
                    self._unknown_kind(name)
                self.used.add(name.text)
                return c.ActKind(words, act, name.text)
        self.report.add(
            "TL0307", predicate, f"an act cannot be `{phrase(predicate)}`", "after `the act is` stands a fact, a kind or a place"
        )
        return c.AllOf(words, ())

    def act_word(self, name: t.Name, scope: Scope) -> str | None:
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

    def amount(self, node: t.Quantity) -> c.Amount:
        """A quantity; a share must be of a measure."""
        if node.unit == "%" and node.of is not None:
            self.used.add(node.of.text)
            if node.of.text not in self.words.measures:
                self.report.unknown("TL0405", node.of, "measure", node.of.text, self.words.measures, "a share is of a measure")
        return c.Amount(node.comparison or "at least", node.number.value, node.unit, node.of.text if node.of else None)

    # ------------------------------------------------------------------------------------------------ counts, bodies, duties
    def _count(self, node: t.Count, scope: Scope) -> c.Condition:
        inner = scope.copy()
        inner.roles["each"] = "each"
        sort = self._sort(node.of_class, plural=True)
        each = self._predicate(t.Is(t.The(t.Name("each")), False, node.predicate, span=node.span), phrase(node), inner)
        if node.negated:
            each = c.NotSo(phrase(node), each)
        return c.Count(phrase(node), int(node.number.value), sort, self._that(node.that), each)

    def _decides(self, node: t.Decides, scope: Scope) -> c.Condition:
        body = self.who(node.body, scope)
        if not isinstance(body, Body):
            self.report.add(
                "TL0307",
                node.body,
                f"`{phrase(node.body)}` is no organ, so it decides nothing",
                "organs are defined by `organ NAME`",
            )
            return c.AllOf(phrase(node), ())
        decision = node.decision.text
        self.used.update((decision, body.name))
        if decision not in self.words.decisions and decision not in self.words.kinds:
            self.report.unknown("TL0301", node.decision, "decision", decision, self.words.decisions, _WORDS_LISTED)
        target = None
        for role in node.roles:
            if isinstance(role.filler, t.State | t.The | t.Some | t.AnyOf):
                target = self.who(role.filler, scope)
        return c.Decides(phrase(node), body.name, decision, target)

    def _owes(self, node: t.Owes, scope: Scope) -> c.Condition:
        bearer = self.who(node.bearer, scope)
        under = self.refs(node.under)
        if isinstance(node.deed, t.Refrain):
            return c.Owes(phrase(node), bearer, node.modal, "refrain", None, None, under)
        verb = self.duty_word(node.deed.verb)
        owed_to = self.who(node.deed.object, scope) if isinstance(node.deed.object, t.State | t.The | t.Some | t.AnyOf) else None
        against = None
        for role in node.deed.roles:
            if isinstance(role.filler, t.State | t.The | t.Some | t.AnyOf):
                who = self.who(role.filler, scope)
                if role.preposition == "against":
                    against = who
                elif owed_to is None:
                    owed_to = who
        return c.Owes(phrase(node), bearer, node.modal, verb, owed_to, against, under)

    def duty_word(self, name: t.Name) -> str:
        """A verb of duty, known."""
        if name.text not in self.words.duties:
            self.report.unknown("TL0301", name, "duty", name.text, self.words.duties, _WORDS_LISTED)
        self.used.add(name.text)
        return name.text

    def refs(self, nodes: tuple[t.Ref, ...]) -> tuple[c.TreatyRef, ...]:
        """References to articles, clauses or treaties, resolved to ids of clauses."""
        found = []
        for node in nodes:
            treaty = node.treaty.text if node.treaty else self.treaty
            if node.treaty is not None and not self._known_treaty(node.treaty):
                continue
            if node.article is None:
                found.append(c.TreatyRef(treaty, ()))
                continue
            known = self.outlines[treaty]
            clauses = known.find(node.article.text)
            if clauses is None:
                names = [*known.articles, *(each.id for each in known.clauses)]
                self.report.unknown(
                    "TL0304", node.article, f"article of {treaty}", node.article.text, names, f"`treaty show {treaty}` lists them"
                )
            elif clauses:  # an article that is only cited regulates nothing
                found.append(c.TreatyRef(treaty, clauses))
        return tuple(found)

    def _known_treaty(self, name: t.Name) -> bool:
        if name.text in self.outlines:
            return True
        self.report.unknown("TL0303", name, "treaty", name.text, self.outlines, "treaties are listed by `treaty list`")
        return False

    # ------------------------------------------------------------------------------------------------ who
    def who(self, node: t.Entity, scope: Scope, introducing: bool = True) -> Who:
        """An entity.  With `introducing`, `a state (the enemy)` gets a slot of its own; in a role, the role gives it."""
        words = phrase(node)
        match node:
            case t.State(code=code):
                self.state(code)
                return Fixed(words, (code.text,))
            case t.AnyOf(states=states, called=called):
                for code in states:
                    self.state(code)
                return Fixed(words, tuple(code.text for code in states), self._slot(called, scope, introducing))
            case t.The(name=name):
                return self._the(name, words, scope)
            case t.Some(quantifier=quantifier, name=name, of=of, that=that, called=called):
                sort = self._sort(name)
                member_of = None
                if isinstance(of, t.Name):
                    self._known_treaty(of)
                    member_of = of.text
                elif of is not None:
                    self.report.add(
                        "TL0307", of, f"`{words}`: only `member of TREATY` is understood here", "write `a member of nato-1949`"
                    )
                return Choice(words, quantifier, sort, member_of, self._that(that), self._slot(called, scope, introducing))

    def _slot(self, called: t.Name | None, scope: Scope, introducing: bool) -> str | None:
        if not introducing:
            return None
        if called is None:
            return scope.nameless()
        self._introduce(called.text, called, scope)
        return called.text

    def _the(self, name: t.Name, words: str, scope: Scope) -> Who:
        word = name.text
        if word == "bearer":
            return Slot(words, "bearer")
        if word in scope.roles:
            return Slot(words, scope.roles[word])
        if word in self.organs:
            self.used.add(word)
            return Body(words, word)
        if scope.doubtful:
            return Slot(words, word)
        known = sorted(each for each in scope.roles if not each.startswith("_"))
        shown = ", ".join(f"`the {each}`" for each in known)
        hint = f"introduced here: {shown}" if known else "nothing is introduced before it: `when` introduces the roles of its acts"
        self.report.add("TL0305", name, f"`the {word}` refers to nothing", hint)
        return Slot(words, word)

    def _sort(self, name: t.Name, plural: bool = False) -> str:
        """party, state, a class ...; a count takes the regular plural."""
        word = name.text
        candidates = [word] if not plural else singulars(word)
        for candidate in candidates:
            if candidate in SORTS or candidate in self.words.classes:
                self.used.add(candidate)
                return candidate
        self.report.unknown(
            "TL0301", name, "class", word, [*SORTS, *self.words.classes], "classes are listed by `treaty vocabulary classes`"
        )
        return "state"

    def _that(self, node: t.That | None) -> Filter | None:
        if node is None:
            return None
        for code in node.states:
            self.state(code)
        sort = None
        if node.of_class is not None:
            name = node.of_class
            plural = name.text not in SORTS and name.text not in self.words.classes
            sort = self._sort(name, plural)
        return Filter(node.negated, tuple(code.text for code in node.states), sort)

    def state(self, code: t.Code) -> None:
        """Report a code that no state has."""
        if code.text not in self.words.states:
            self.report.unknown("TL0302", code, "state", code.text, self.words.states, _STATES_LISTED)

    def _unknown_kind(self, name: t.Name) -> None:
        if name.text in self.words.facts:
            owner = self.words.facts[name.text].owner
            hint = (
                f"it is a fact of {_a(owner)}: write `the act is {name.text}`" if owner == "act" else f"it is a fact of {_a(owner)}"
            )
            self.report.add("TL0307", name, f"`{name.text}` is no kind of act", hint)
        else:
            self.report.unknown("TL0301", name, "kind of act", name.text, self.words.kinds, _WORDS_LISTED)

    def _unknown_quality(self, name: t.Name) -> None:
        known = [*self.words.relations, *self.words.facts, *self.words.classes]
        self.report.unknown("TL0301", name, "fact, relation or class", name.text, known, _WORDS_LISTED)


def singulars(word: str) -> list[str]:
    """What a regular plural may be the plural of."""
    found = []
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("s"):
        found.append(word[:-1])
    return [*found, word]


def _a(owner: str) -> str:
    return {"act": "an act", "party": "a party", "situation": "the situation"}[owner]
