"""Expressions of the tree -> bound conditions: `and`, `or`, acts, counts, decisions, duties, references."""

from __future__ import annotations

from itertools import chain

from treatylang.model import conditions as c
from treatylang.model.predicates_from_tree import PredicateBinder
from treatylang.model.scope import Scope
from treatylang.model.spells import check_day
from treatylang.model.who import Body
from treatylang.model.who_from_tree import WORDS_LISTED
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase


class Binder(PredicateBinder):
    """Binds the conditions of one treaty."""

    def condition(self, node: t.Expr, scope: Scope) -> c.Condition:
        """One expression; what it introduces is added to `scope`."""
        words = self._phrase(node)
        match node:
            case t.And(terms=terms):
                return c.AllOf(words, tuple(self.condition(term, scope) for term in terms))
            case t.Or(terms=terms):
                return self._or(words, terms, scope)
            case t.Not(term=term):
                return c.NotSo(words, self.condition(term, scope.copy()))
            case t.NoAct(act=act):
                return c.NotSo(words, self._act(act, self._phrase(act), scope.copy()))
            case t.Qualified(term=term, qualifiers=qualifiers):
                return self._qualified(words, term, qualifiers, scope)
            case t.Act():
                return self._act(node, words, scope)
            case t.Is():
                return self.state_of_affairs(node, words, scope)
            case t.Count():
                return self._count(node, words, scope)
            case t.Decides():
                return self._decides(node, words, scope)
            case t.Owes():
                return self._owes(node, words, scope)
            case t.TreatyInForce(treaty=treaty, negated=negated):
                self.known_treaty(treaty)
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

    def _act(self, node: t.Act, words: str, scope: Scope) -> c.Condition:
        name = node.kind.text
        fact = self.words.facts.get(name)
        if fact is not None and fact.owner == "situation":
            where = tuple(place for role in node.roles if (place := self.where(role, scope)))
            for role in node.roles:
                if role.preposition != "in":
                    self.report.add(
                        "TL0308", role, f"`{name}` is a fact of the situation and takes only `in`, not `{role.preposition}`"
                    )
            self.used.add(name)
            return c.Situation(words, name, where)
        return c.Happens(words, self.pattern(node, words, scope))

    def _count(self, node: t.Count, words: str, scope: Scope) -> c.Condition:
        inner = scope.copy()
        inner.roles["each"] = "each"
        sort = self._sort(node.of_class, plural=True)
        each = self.predicate(t.Is(t.The(t.Name("each")), False, node.predicate, span=node.span), words, inner)
        if node.negated:
            each = c.NotSo(words, each)
        return c.Count(words, self.whole(node.number), sort, self._that(node.that), each)

    def _decides(self, node: t.Decides, words: str, scope: Scope) -> c.Condition:
        body = self.who(node.body, scope)
        if not isinstance(body, Body):
            self.report.add(
                "TL0307",
                node.body,
                f"`{phrase(node.body)}` is no organ, so it decides nothing",
                "organs are defined by `organ NAME`",
            )
            return c.AllOf(words, ())
        decision = node.decision.text
        self.used.update((decision, body.name))
        if decision not in self.words.decisions and decision not in self.words.kinds:
            self.report.unknown("TL0301", node.decision, "decision", decision, self.words.decisions, WORDS_LISTED)
        target = None
        for role in node.roles:
            if isinstance(role.filler, t.State | t.The | t.Some | t.AnyOf):
                target = self.who(role.filler, scope)
        return c.Decides(words, body.name, decision, target)

    def _owes(self, node: t.Owes, words: str, scope: Scope) -> c.Condition:
        bearer = self.who(node.bearer, scope)
        under = self.refs(node.under)
        if isinstance(node.deed, t.Refrain):
            return c.Owes(words, bearer, node.modal, "refrain", None, None, under)
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
        return c.Owes(words, bearer, node.modal, verb, owed_to, against, under)

    def _phrase(self, node: t.Expr) -> str:
        """The words of a condition; those of one made of others are put together from theirs, which each level would print again."""
        found = self.phrases.get(id(node))
        if found is None:
            match node:
                case t.And(terms=terms) | t.Or(terms=terms):
                    joint = " and " if isinstance(node, t.And) else " or "
                    found = joint.join([self._operand(term) for term in terms])
                case t.Not(term=term):
                    found = f"not ({self._phrase(term)})"
                case t.Qualified(term=term, qualifiers=qualifiers):
                    inner = f"({self._phrase(term)})" if isinstance(term, t.Qualified) else self._operand(term)
                    found = " ".join([inner, *map(phrase, qualifiers)])
                case _:
                    found = phrase(node)
            self.phrases[id(node)] = found
        return found

    def _operand(self, node: t.Expr) -> str:
        return f"({self._phrase(node)})" if isinstance(node, t.And | t.Or) else self._phrase(node)

    def duty_word(self, name: t.Name) -> str:
        """A verb of duty, known."""
        if name.text not in self.words.duties:
            self.report.unknown("TL0301", name, "duty", name.text, self.words.duties, WORDS_LISTED)
        self.used.add(name.text)
        return name.text

    def refs(self, nodes: tuple[t.Ref | t.EveryTreaty, ...]) -> tuple[c.TreatyRef, ...]:
        """References to articles, clauses or treaties, resolved to ids of clauses."""
        found = []
        for node in nodes:
            if isinstance(node, t.EveryTreaty):
                found.append(c.TreatyRef(c.EVERY, (), tuple(name.text for name in node.but if self.known_treaty(name))))
                continue
            treaty = node.treaty.text if node.treaty else self.treaty
            if node.treaty is not None and not self.known_treaty(node.treaty):
                continue
            if node.article is None:
                found.append(c.TreatyRef(treaty, ()))
                continue
            known, place = self.outlines[treaty], (treaty, node.article.text)
            if place not in self.found:
                self.found[place] = known.find(node.article.text)
            clauses = self.found[place]
            if clauses is None:
                names = chain(known.articles, (each.id for each in known.clauses))
                self.report.unknown(
                    "TL0304", node.article, f"article of {treaty}", node.article.text, names, f"`treaty show {treaty}` lists them"
                )
            elif clauses:  # an article that is only cited regulates nothing
                found.append(c.TreatyRef(treaty, clauses))
        return tuple(found)
