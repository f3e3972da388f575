"""A treaty's tree -> the bound treaty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.conditions_from_tree import Binder
from treatylang.model.outline import Outline, clause_id, count_versions
from treatylang.model.precedence import riders_turned_round, turned_round
from treatylang.model.report import Report
from treatylang.model.scope import Scope
from treatylang.model.spells import check_day, notice_in, spell_of
from treatylang.model.time import Spell
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.vocabulary_from_tree import Defined, area_part, bind_vocabulary
from treatylang.model.votes_from_tree import bind_votes, names_in
from treatylang.model.who import Body, Choice, Fixed, Slot, Who
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase
from treatylang.text.limits import LIMITS

_ENTITY = (t.State, t.The, t.Some, t.AnyOf)
_SLOTS = {"against": "adversary", "strength": "strength", "forum": "place", "by_day": "day by which", "amount": "quantity"}
_ONE = "keep one of them, or write two duties joined by `and`"
_SORTS: dict[type, str] = {
    t.OnlyIf: "only-if",
    t.Unless: "unless",
    t.LapsesWhen: "lapses",
    t.LapsesAfter: "lapses",
    t.ContinuesWhile: "continues",
    t.SubjectTo: "subject-to",
    t.Overrides: "overrides",
    t.AlsoWhen: "also-when",
    t.InsteadBy: "instead-by",
    t.Jointly: "jointly",
    t.Severally: "severally",
}


def bind_treaty(
    document: t.Treaty, report: Report, common: Vocabulary, outlines: Mapping[str, Outline], elsewhere: Iterable[str] = ()
) -> tuple[m.Treaty, frozenset[str]]:
    """The bound treaty, and the names that it uses.

    `outlines` has one for every treaty that was read, this one too; `elsewhere` are ids of others that could have been meant.
    """
    return _TreatyBinder(document, report, common, outlines, elsewhere).bind()


class _TreatyBinder:
    def __init__(
        self,
        document: t.Treaty,
        report: Report,
        common: Vocabulary,
        outlines: Mapping[str, Outline],
        elsewhere: Iterable[str],
    ) -> None:
        self.document = document
        self.report = report
        definitions = [section for section in document.sections if isinstance(section, t.Definition)]
        self.organs_defined = [section for section in definitions if isinstance(section, t.OrganDef)]
        self.words = bind_vocabulary((Defined(definition, report) for definition in definitions), common, of_treaty=True)
        own = outlines[document.id.text]
        organs = {*own.organs, *(outlines[own.members_of].organs if own.members_of and own.members_of in outlines else ())}
        self.binder = Binder(report, self.words, outlines, document.id.text, organs, elsewhere)
        self.versions = count_versions(document)
        self.scopes: dict[str, Scope] = {}
        self.numbers: dict[tuple[str, str], int] = {}
        self.edges = 0  # clauses that go before others, each counted for each
        self.clauses = len(own.clauses)
        self.of_head = {id(tail) for tail in document.head.tails}

    def bind(self) -> tuple[m.Treaty, frozenset[str]]:
        document, sections, head = self.document, self.document.sections, self.document.head
        check_day(head.signed, self.report)
        lines, head_edges = self._tails(head.tails, Scope(), self._ids(head.tails, document.id.text))
        bound = [clause for each in sections if isinstance(each, t.Article) for clause in self._article(each)]
        clauses, edges = turned_round(document.id.text, bound, head_edges)
        areas: dict[str, Any] = {}
        for each in sections:
            if isinstance(each, t.AreaDef) and each.name.text not in areas and self._is_bound(each):
                areas[each.name.text] = self._area(each)
        treaty = m.Treaty(
            id=document.id.text,
            title=document.title.text,
            form=document.form,
            signed=head.signed.text if head.signed else None,
            spell=spell_of(head.dates, self.report),
            source=head.source.text if head.source else None,
            secret=self._secret(head.secret),
            members=tuple(member for each in sections if isinstance(each, t.Parties) for member in self._members(each)),
            members_of=self._members_of(),
            suspensions=tuple(self._suspension(each) for each in sections if isinstance(each, t.Suspension)),
            doubts=self._doubts(),
            organs={each.name.text: self._organ(each) for each in self.organs_defined},
            areas=areas,
            classes=dict(self.words.classes),
            clauses=clauses,
            riders=tuple(rider for each in sections for rider in self._riders(each)),
            lines=lines,
            edges=edges,
            articles=tuple(
                (each.number.text, _said(each.title), _said(each.summary), _said(each.doubt))
                for each in sections
                if isinstance(each, t.Article)
            ),
            vocabulary=self.words,
        )
        return treaty, frozenset(self.binder.used)

    # ------------------------------------------------------------------------------------------------ parties
    def _members(self, node: t.Parties) -> list[m.Membership]:
        found = []
        for member in node.members:
            spell = spell_of(member.dates, self.report)
            note, notice = (each.text if each else None for each in (member.note, member.denounced))
            if member.denounced is not None:
                notice_in(member.denounced, spell, self.report)
            for code in member.states:
                self.binder.state(code)
                found.append(m.Membership(code.text, spell, member.disputed, note, notice, code.span))
        return found

    def _members_of(self) -> str | None:
        for each in self.document.sections:
            if isinstance(each, t.Parties) and each.of is not None:
                if each.of.text in self.binder.outlines:
                    return each.of.text
                self.report.unknown(
                    "TL0303", each.of, "treaty", each.of.text, self.binder.treaties, "treaties are listed by `treaty list`"
                )
        return None

    def _suspension(self, node: t.Suspension) -> m.Suspension:
        for code in node.states:
            self.binder.state(code)
        states = tuple(code.text for code in node.states)
        return m.Suspension(
            states, spell_of(node.dates, self.report), node.disputed, node.note.text if node.note else None, node.span
        )

    def _doubts(self) -> tuple[m.Doubt, ...]:
        """What is doubtful in dates and parties, in the order of the text; none where it is too much."""
        found = tuple(self._written_doubts())
        if len(found) > LIMITS.doubts:
            message = f"{len(found):,} dates of one treaty are marked with `check`"
            hint = f"at most {LIMITS.doubts:,}: what is doubtful in all of them stands after `parties`"
            self.report.add("TL0104", self.document.id, message, hint)
            return ()
        return found

    def _written_doubts(self) -> Iterator[m.Doubt]:
        head, own = self.document.head, self.document.id.text
        if head.signed is not None and head.signed.doubt is not None:
            yield m.Doubt(own, "signed", head.signed.doubt.text, date=head.signed.text)
        yield from _doubts_of(head.dates, own, "in force", ())
        for each in self.document.sections:
            if isinstance(each, t.Parties):
                if each.doubt is not None:
                    yield m.Doubt(own, "parties", each.doubt.text)
                for member in each.members:
                    yield from _doubts_of(member.dates, own, "party", member.states)
            elif isinstance(each, t.Suspension):
                yield from _doubts_of(each.dates, own, "suspended", each.states)

    def _secret(self, node: t.Secret | None) -> Spell | None:
        if node is None:
            return None
        check_day(node.until, self.report)
        return Spell(None, node.until.text if node.until else None)

    # ------------------------------------------------------------------------------------------------ definitions
    def _organ(self, node: t.OrganDef) -> m.Organ:
        votes = bind_votes(node, self.words, self.report)
        self.binder.used.update(names_in(node))
        of = self.binder.who(node.of, Scope()) if node.of else None
        return m.Organ(node.name.text, node.title.text if node.title else "", of, votes)

    def _is_bound(self, node: t.AreaDef) -> bool:
        """Whether the vocabulary has an area as it is defined here; one that shadows another word, or is defined again, it has refused."""
        known = self.words.areas.get(node.name.text)
        return known is not None and len(known.parts) == len(node.places)

    def _area(self, node: t.AreaDef) -> Any:
        """The area again, now that entities can be bound (`territory of a party`)."""
        maps = {name: getattr(self.words, name) for name in ("regions", "territories", "areas", "zones")}
        quiet = Report(self.report.source, self.document, limit=0)  # its words were checked when the vocabulary was bound
        parts = []
        for old, place in zip(self.words.areas[node.name.text].parts, node.places, strict=True):
            if isinstance(place, t.PlaceLine):
                parts.append(area_part(place, quiet, maps, lambda entity: self.binder.who(entity, Scope())))
                self.binder.used.update(name.text for name in (*place.names, *place.regions))
            else:
                parts.append(old)  # type: ignore[arg-type]
        return type(self.words.areas[node.name.text])(node.name.text, node.title.text if node.title else "", tuple(parts))

    # ------------------------------------------------------------------------------------------------ articles
    def _article(self, node: t.Article) -> list[m.Clause]:
        if self.report.full:  # no more would be told, and a treaty with errors is not asked
            return []
        return [self._clause(node, clause) for clause in node.clauses if isinstance(clause, t.Clause)]

    def _clause(self, article: t.Article, node: t.Clause) -> m.Clause:
        scope = Scope()
        when = self.binder.condition(node.when, scope) if node.when else None
        norms = tuple(norm for each in node.norms for norm in self._norm(each, scope))
        name = clause_id(article, node.label, self.versions)
        ids = self._ids(node.tails, f"{self.document.id.text}:{name}")
        lines, edges = self._tails(node.tails, scope, ids, article.number.text)
        self.scopes[name] = scope
        doubt = node.doubt or article.doubt
        return m.Clause(
            id=name,
            article=article.number.text,
            label=node.label.text if node.label else None,
            title=article.title.text if article.title else None,
            summary=article.summary.text if article.summary else None,
            doubt=doubt.text if doubt else None,
            spell=spell_of(article.dates, self.report),
            secret=self._secret(article.secret),
            when=when,
            norms=norms,
            lines=lines,
            edges=edges,
            at=node.span,
        )

    def _norm(self, node: t.Norm | t.Deeming, scope: Scope) -> list[m.Norm]:
        if isinstance(node, t.Deeming):
            return [self._deems(node, scope)]
        if self.document.form == "pledge" and node.modal == "must":
            self.report.add("TL0402", node, "`must` in a pledge", "a pledge is political: write `should`, or `may`")
        bearers = tuple(self.binder.who(bearer, scope.copy()) for bearer in node.bearers)
        spell = spell_of(node.dates, self.report)
        if isinstance(node.deed, t.Refrain):
            pattern = self.binder.pattern(node.deed.act, phrase(node.deed.act), scope, doer=Slot("the bearer", "bearer"))
            return [m.Prohibition(phrase(node), bearers, node.modal, node.jointly, pattern, spell, node.span)]
        return [self._duty(node, node.deed, bearers, spell, scope)]

    def _duty(self, node: t.Norm, deed: t.Deed, bearers: tuple[Who, ...], spell: Spell, scope: Scope) -> m.Duty:
        verb = self.binder.duty_word(deed.verb)
        found: dict[str, Any] = {"owed_to": None, "against": None, "strength": None, "forum": None, "by_day": None, "amount": None}
        things: list[str] = []
        aims: list[str] = []
        named = False  # whether the duty names to whom it is owed

        def fill(slot: str, what: Any, at: t.Node) -> None:
            """One filler of each slot: the text must not lose one of two without a word."""
            if found[slot] is not None:
                self.report.add("TL0308", at, f"a duty has one {_SLOTS[slot]}, and `{phrase(at)}` is a second", _ONE)
            else:
                found[slot] = what

        if isinstance(deed.object, t.Targets):
            things = [self.binder.thing(name) for name in deed.object.names]
            if deed.object.of is not None:
                found["owed_to"], named = self.binder.who(deed.object.of, scope.copy()), True
        elif deed.object is not None:
            found["owed_to"], named = self.binder.who(deed.object, scope.copy()), True
        if deed.quantity is not None:
            found["amount"] = self.binder.amount(deed.quantity)
        for role in deed.roles:
            filler, preposition = role.filler, role.preposition
            if isinstance(filler, _ENTITY):
                who = self.binder.who(filler, scope.copy())
                if preposition == "in" and isinstance(who, Body):
                    fill("forum", phrase(role), role)
                elif preposition in ("against", "on"):
                    fill("against", who, role)
                elif preposition in ("to", "toward", "with", "from") and not named:
                    found["owed_to"], named = who, True
                elif preposition in ("to", "toward", "with", "from"):
                    aims.append(phrase(role))
                else:
                    self.report.add(
                        "TL0308",
                        role,
                        f"a duty has no role after `{preposition}`",
                        "it takes against, to, toward, with, in, for, by",
                    )
            elif preposition == "by" and isinstance(filler, t.Day):
                check_day(filler, self.report)
                fill("by_day", filler.text, role)
            elif preposition == "by" and isinstance(filler, t.Targets) and filler.of is None:
                for name in filler.names:
                    fill("strength", self._strength(name), name)
            elif preposition == "with" and isinstance(filler, t.Quantity):
                fill("amount", self.binder.amount(filler), role)
            elif preposition == "in" and isinstance(filler, t.Targets) and filler.of is None:
                if self.binder.where(role, scope.copy()):
                    fill("forum", phrase(role), role)
            elif preposition == "by":
                self.report.add(
                    "TL0307",
                    role,
                    f"`{phrase(role)}`: after `by` stands a strength or a day",
                    "strengths are listed by `treaty vocabulary strengths`",
                )
            else:
                aims.append(phrase(role))
        owed_to = found["owed_to"]
        whole = owed_to if isinstance(owed_to, Choice) and owed_to.that is None else None
        everyone = whole is not None and whole.quantifier == "every" and whole.sort in ("state", "actor", "armed_group")
        if everyone or (whole is not None and whole.sort == "party" and whole.quantifier in ("every", "every other")):
            found["owed_to"] = None
        return m.Duty(
            phrase(node), bearers, node.modal, node.jointly, verb, found["owed_to"], found["against"], found["strength"], found["amount"],
            tuple(things), found["forum"], tuple(aims), found["by_day"], spell, everyone, node.span,
        )  # fmt: skip

    def _strength(self, name: t.Name) -> str:
        if name.text not in self.words.strengths:
            self.report.unknown(
                "TL0307", name, "strength", name.text, self.words.strengths, "strengths are listed by `treaty vocabulary strengths`"
            )
        self.binder.used.add(name.text)
        return name.text

    def _deems(self, node: t.Deeming, scope: Scope) -> m.Deems:
        name = node.act.kind
        kind = self.words.kinds.get(name.text)
        if kind is None:
            self.report.unknown(
                "TL0301", name, "kind of act", name.text, self.words.kinds, "words are listed by `treaty vocabulary`"
            )
            return m.Deems(phrase(node), name.text, (), False, node.span)
        self.binder.used.add(kind.name)
        roles: list[tuple[str, Who]] = []
        spread = False
        for role in node.act.roles:
            if role.preposition not in kind.roles:
                takes = ", ".join(f"`{each}`" for each in kind.roles)
                self.report.add("TL0308", role, f"`{kind.name}` has no role after `{role.preposition}`", f"it takes {takes}")
            elif isinstance(role.filler, _ENTITY):
                who = self.binder.who(role.filler, scope.copy(), introducing=False)
                if isinstance(who, Choice) and who.quantifier.startswith("every"):
                    spread = True
                roles.append((kind.roles[role.preposition], who))
        given = {word for word, _ in roles}
        for word in kind.roles.values():
            if word not in given and word in scope.roles:
                roles.append((word, Slot(f"the {word}", scope.roles[word])))
        return m.Deems(phrase(node), kind.name, tuple(roles), spread, node.span)

    def _ids(self, tails: tuple[t.Change, ...], place: str) -> list[str]:
        """By what each line is cited: the place where it stands, its sort, and the how many-th of its sort it is there."""
        found = []
        for tail in tails:
            key = (place, _SORTS[type(tail)])
            self.numbers[key] = self.numbers.get(key, 0) + 1
            found.append(f"{place}.{key[1]}.{self.numbers[key]}")
        return found

    def _tails(
        self, tails: tuple[t.Change, ...], scope: Scope, ids: list[str], article: str | None = None
    ) -> tuple[tuple[m.Line, ...], tuple[m.Change, ...]]:
        """Lines below a clause or in a rider: conditions, and other changes."""
        lines: list[m.Line] = []
        changes: list[m.Change] = []
        forms: dict[type, str] = {t.OnlyIf: "only_if", t.Unless: "unless", t.LapsesWhen: "lapses", t.ContinuesWhile: "continues"}
        for tail, name in zip(tails, ids, strict=True):
            match tail:
                case t.OnlyIf() | t.Unless() | t.LapsesWhen() | t.ContinuesWhile():
                    condition = self.binder.condition(tail.condition, scope.copy())
                    lines.append(m.Line(forms[type(tail)], phrase(tail), condition, id=name, at=tail.span))
                case t.LapsesAfter(number=number, unit=unit):
                    if unit.text.rstrip("s") not in ("day", "month", "year"):
                        self.report.unknown("TL0405", unit, "unit of time", unit.text, ("days", "months", "years"))
                    condition = self.binder.condition(tail.condition, scope.copy())
                    lines.append(m.Line("lapses", phrase(tail), condition, self.binder.whole(number), unit.text, name, tail.span))
                case t.AlsoWhen():
                    fresh = Scope()
                    condition = self.binder.condition(tail.condition, fresh)
                    missing = sorted(word for word in scope.roles if word not in fresh.roles and not word.startswith("_"))
                    if missing:
                        shown = ", ".join(f"`the {word}`" for word in missing)
                        self.report.add(
                            "TL0305",
                            tail,
                            f"`also when` does not introduce {shown}",
                            "the clause that it adds to uses them: name them `(the WORD)`",
                        )
                    lines.append(m.Line("also_when", phrase(tail), condition, id=name, at=tail.span))
                case t.SubjectTo():
                    changes.append(
                        m.Change(
                            "subject_to",
                            refs=self._weighed(tail, self.binder.refs(tail.refs)),
                            id=name,
                            article=article,
                            at=tail.span,
                        )
                    )
                case t.Overrides():
                    changes.append(
                        m.Change(
                            "overrides",
                            over=self._weighed(tail, self.binder.refs(tail.refs)),
                            id=name,
                            article=article,
                            at=tail.span,
                        )
                    )
                case t.InsteadBy(strength=strength):
                    changes.append(m.Change("instead_by", self._strength(strength), id=name, article=article, at=tail.span))
                case t.Jointly():
                    changes.append(m.Change("jointly", id=name, article=article, at=tail.span))
                case t.Severally():
                    changes.append(m.Change("severally", id=name, article=article, at=tail.span))
        return tuple(lines), tuple(changes)

    def _weighed(self, at: t.Node, refs: tuple[c.TreatyRef, ...]) -> tuple[c.TreatyRef, ...]:
        """The references, where all of the treaty together name no more clauses than can be weighed against each other."""
        before, most = self.edges, LIMITS.edges
        named = sum(len(ref.clauses) or self.clauses for ref in refs if ref.treaty == self.document.id.text)
        self.edges += named * (self.clauses if id(at) in self.of_head else 1)  # the head speaks of every clause
        if before <= most < self.edges:
            message = f"clauses that go before others, more than {most:,} in one treaty, each counted for each"
            self.report.add("TL0104", at, message, "name the clauses that are meant")
        return refs if self.edges <= most else ()

    # ------------------------------------------------------------------------------------------------ riders
    def _riders(self, node: t.Section) -> list[m.Rider]:
        match node:
            case t.Reservation(authors=authors):
                bearers = tuple(self.binder.who(author, Scope()) for author in authors)
                return self._rider(
                    node,
                    "reservation",
                    bearers,
                    (),
                    node.refs,
                    node.changes,
                    spell_of(node.dates, self.report),
                    node.secret,
                    node.title,
                )
            case t.Reading(authors=authors):
                agreed = any(isinstance(author, t.Some) and author.quantifier == "every" for author in authors)
                who = [self.binder.who(author, Scope()) for author in authors]
                codes = tuple(code for each in who if isinstance(each, Fixed) for code in each.codes)
                form = "agreed" if agreed else "claimed"
                return self._rider(
                    node, form, (), codes, node.refs, node.changes, spell_of(node.dates, self.report), node.secret, node.title
                )
            case t.Article(clauses=clauses):
                found = []
                for clause in clauses:
                    if isinstance(clause, t.Proviso):
                        bearers = (self.binder.who(clause.bearers, Scope()),) if clause.bearers else ()
                        dates = spell_of(node.dates, self.report)
                        found += self._rider(
                            clause, "proviso", bearers, (), clause.refs, clause.changes, dates, node.secret, node.title, node
                        )
                return found
        return []

    def _rider(
        self,
        node: t.Reservation | t.Reading | t.Proviso,
        form: str,
        bearers: tuple[Who, ...],
        authors: tuple[str, ...],
        refs: tuple[t.Ref, ...],
        changes: tuple[t.Change, ...],
        spell: Spell,
        secret: t.Secret | None,
        title: t.Text | None,
        article: t.Article | None = None,
    ) -> list[m.Rider]:
        targets = [clause for ref in self.binder.refs(refs) for clause in self._targets(ref)]
        if len(targets) * len(changes) > LIMITS.changes:
            message = f"{len(changes):,} lines that change {len(targets):,} clauses each"
            self.report.add("TL0104", node, message, f"at most {LIMITS.changes:,} together: name the clauses that are meant")
            return []
        by = " by " + ", ".join(_who_words(each) for each in bearers) if form == "reservation" else ""
        by = by or (" by " + ", ".join(authors) if authors else "")
        if article is not None:
            label = f"[{node.label.text}]" if isinstance(node, t.Proviso) and node.label else ""
            name = article.number.text + label
        else:
            word = "reservation" if form == "reservation" else "reading"
            on = ", ".join(phrase(ref).strip('"') for ref in refs)
            name = f"{word} of {on}{by}" + (f"@{spell.since}" if spell.since else "")
        ids = self._ids(changes, f"{self.document.id.text}:{name}")
        number = article.number.text if article is not None else None
        found = []
        for target in targets:
            lines, other = self._tails(changes, self.scopes.get(target, Scope()), ids, number)
            found.append(
                m.Rider(
                    name,
                    form,
                    title.text if title else None,
                    target,
                    bearers,
                    authors,
                    spell,
                    self._secret(secret),
                    lines,
                    other,
                    "; ".join(phrase(change) for change in changes),
                    node.span,
                )
            )
        return [*found, *riders_turned_round(self.document.id.text, found, self.scopes)]

    def _targets(self, ref: c.TreatyRef) -> tuple[str, ...]:
        if ref.treaty != self.document.id.text:
            self.report.add("TL0304", self.document.id, f"a rider changes clauses of its own treaty, not of `{ref.treaty}`")
            return ()
        return ref.clauses or tuple(self.scopes)


def _who_words(who: Who) -> str:
    return ", ".join(who.codes) if isinstance(who, Fixed) else who.words


def _doubts_of(dates: t.Dates, treaty: str, of: str, codes: tuple[t.Code, ...]) -> Iterator[m.Doubt]:
    """What the dates of a spell say to be doubtful in themselves."""
    states = tuple(code.text for code in codes)
    for bound, day in (("since", dates.since), ("until", dates.until)):
        if day is not None and day.doubt is not None:
            yield m.Doubt(treaty, of, day.doubt.text, states, bound, day.text)


def _said(text: t.Text | None) -> str | None:
    return text.text if text is not None else None
