"""Lark's parse tree -> our tree.  One small function a rule, called bottom-up from an explicit stack: depth costs no recursion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lark import Token, Tree

from treatylang.syntax import tree as t
from treatylang.text.source import Span

Parts = list[Any]
_RULES: dict[str, Callable[[Span, Parts], Any]] = {}


def build(root: Any, shift: int) -> Any:
    """The node for a parse tree, its spans moved on by `shift` code points."""
    done: list[Any] = []
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        item, ready = stack.pop()
        if not isinstance(item, Tree):
            done.append(_token(item, shift) if isinstance(item, Token) else item)
        elif not ready:
            stack.append((item, True))
            stack.extend((child, False) for child in reversed(item.children))
        else:
            count = len(item.children)
            parts = done[len(done) - count :]
            del done[len(done) - count :]
            meta = item.meta
            span = Span(meta.start_pos + shift, meta.end_pos + shift)
            done.append(_RULES[str(item.data)](span, parts))
    return done[0]


def _token(token: Token, shift: int) -> Any:
    start, end = token.start_pos or 0, token.end_pos or 0
    span = Span(start + shift, end + shift)
    text = str(token)
    match token.type:
        case "NAME" | "ID":
            return t.Name(text, span=span)
        case "LABEL":
            return t.Name(text[1:-1], span=span)
        case "STATE":
            return t.Code(text, span=span)
        case "DATE":
            return t.Day(text, span=span)
        case "NUMBER":
            return t.Number(text, span=span)
        case "STRING":
            return t.Text(text[1:-1], span=span)
        case "TEXT":
            return t.Text(text[3:-3], span=span)
        case "FRACTION":
            return t.Name(text, span=span)
    return text  # LAT, LON, and keywords that a rule keeps


def _rule(*names: str) -> Callable[[Callable[[Span, Parts], Any]], Callable[[Span, Parts], Any]]:
    def register(function: Callable[[Span, Parts], Any]) -> Callable[[Span, Parts], Any]:
        for name in names:
            _RULES[name] = function
        return function

    return register


def _all(parts: Parts, *types: type) -> tuple[Any, ...]:
    return tuple(part for part in parts if isinstance(part, types))


def _one(parts: Parts, *types: type) -> Any:
    return next((part for part in parts if isinstance(part, types)), None)


_ENTITY = (t.State, t.The, t.Some, t.AnyOf)
_TAIL = (t.OnlyIf, t.Unless, t.LapsesWhen, t.LapsesAfter, t.ContinuesWhile, t.SubjectTo, t.Overrides)
_CHANGE = (*_TAIL, t.AlsoWhen, t.InsteadBy, t.Jointly, t.Severally)


class _Article:
    """That `a` or `an` was written."""


# ---- documents
def _document(form: str) -> Callable[[Span, Parts], Any]:
    return lambda span, c: t.Treaty(form, c[0], c[1], c[2], tuple(c[3:]), span=span)


_RULES["treaty"] = _document("treaty")
_RULES["pledge"] = _document("pledge")
_RULES["vocabulary"] = lambda span, c: t.VocabularyDoc(c[0], tuple(c[1:]), span=span)
_RULES["id"] = lambda span, c: c[0]


@_rule("head")
def _head(span: Span, c: Parts) -> t.Head:
    signed, dates, source, secret = c[:4]
    return t.Head(signed, dates, source, secret, tuple(c[4:]), span=span)


_RULES["secret"] = lambda span, c: t.Secret(c[0], span=span)
_RULES["since"] = lambda span, c: t.Dates(c[0], c[1], span=span)
_RULES["until"] = lambda span, c: t.Dates(None, c[0], span=span)


# ---- parties
@_rule("parties")
def _parties(span: Span, c: Parts) -> t.Parties:
    return t.Parties(_all(c, t.Member), _one(c, t.Name), span=span)


@_rule("member")
def _member(span: Span, c: Parts) -> t.Member:
    dates, disputed, note = c[-3:]
    return t.Member(tuple(c[:-3]), dates, disputed is not None, note, span=span)


@_rule("suspension")
def _suspension(span: Span, c: Parts) -> t.Suspension:
    dates, disputed, note = c[-3:]
    return t.Suspension(_all(c, t.Code), dates, disputed is not None, note, span=span)


# ---- definitions
@_rule("class_")
def _class(span: Span, c: Parts) -> t.ClassDef:
    return t.ClassDef(c[0], c[1], c[2] or (), tuple(c[3:]), span=span)


@_rule("area")
def _area(span: Span, c: Parts) -> t.AreaDef:
    return t.AreaDef(c[0], c[1], tuple(c[2:]), span=span)


@_rule("organ")
def _organ(span: Span, c: Parts) -> t.OrganDef:
    return t.OrganDef(c[0], c[1], c[2], c[3], tuple(c[4:]), span=span)


@_rule("measure")
def _measure(span: Span, c: Parts) -> t.MeasureDef:
    return t.MeasureDef(c[0], c[1], c[2], c[3] or (), span=span)


@_rule("word")
def _word(span: Span, c: Parts) -> t.WordDef:
    return t.WordDef(c[0], c[1], c[2], tuple(c[3:]), span=span)


_RULES["word_class"] = lambda span, c: c[0]
_RULES["word_line"] = lambda span, c: c[0]  # a polygon
_RULES["code"] = lambda span, c: t.CodeDef(c[0], c[1], tuple(c[2:]), span=span)
_RULES["strengths"] = lambda span, c: t.StrengthsDef(c[0], span=span)
_RULES["parent"] = lambda span, c: t.Line("parent", (c[1],), word="a" if c[0] else "", span=span)
_RULES["role_of"] = lambda span, c: t.Line("role_of", (c[1],), word=c[0], span=span)
_RULES["owner"] = lambda span, c: t.Line("owner", (c[0],), span=span)
_RULES["presumed"] = lambda span, c: t.Line("presumed", c[1], word=c[0] or "", condition=c[2] or (), span=span)
_RULES["needs"] = lambda span, c: t.Line("needs", given=c[0], span=span)
_RULES["yields"] = lambda span, c: t.Line("yields", given=tuple(c), span=span)
_RULES["implies"] = lambda span, c: t.Line("implies", c[0], span=span)
_RULES["excludes"] = lambda span, c: t.Line("excludes", c[0], span=span)
_RULES["ends"] = lambda span, c: t.Line("ends", c[0], span=span)
_RULES["amounts_to"] = lambda span, c: t.Line("amounts_to", (c[0],), condition=c[1] or (), span=span)
_RULES["unlisted"] = lambda span, c: t.Line("unlisted", span=span)
_RULES["symmetric"] = lambda span, c: t.Line("symmetric", span=span)
_RULES["because"] = lambda span, c: t.Line("because", text=c[0], span=span)
_RULES["inside"] = lambda span, c: t.Line("inside", c[0], span=span)
_RULES["position"] = lambda span, c: t.Line("position", numbers=(c[0], c[1]), span=span)
_RULES["held"] = lambda span, c: t.Line("held", (c[1],), word=c[0], dates=c[2], span=span)
_RULES["contested"] = lambda span, c: t.Line("contested", tuple(c), span=span)
_RULES["cow"] = lambda span, c: t.Line("cow", numbers=tuple(number.text for number in c), span=span)
_RULES["exists"] = lambda span, c: t.Line("exists", dates=c[0], span=span)
_RULES["continues"] = lambda span, c: t.Line("continues", (c[0],), dates=c[1], span=span)
_RULES["facts"] = lambda span, c: tuple(c)
_RULES["fact"] = lambda span, c: t.Given(c[0] is not None, c[1], span=span)
_RULES["parts"] = lambda span, c: tuple(c)
_RULES["part"] = lambda span, c: t.Part(c[0], c[1], span=span)
_RULES["names"] = lambda span, c: tuple(c)
_RULES["holding"] = lambda span, c: c[0]


@_rule("gives")
def _gives(span: Span, c: Parts) -> t.Given:
    return t.Given(c[0] is not None, c[1], c[2], c[3], span=span)


@_rule("place")
def _place(span: Span, c: Parts) -> Any:
    if len(c) == 1:  # a polygon
        return c[0]
    excluded, names, holding, holder, regions, bound, dates, note = c
    return t.PlaceLine(excluded is not None, names, holding, holder, regions or (), bound, dates, note, span=span)


@_rule("polygon")
def _polygon(span: Span, c: Parts) -> t.Polygon:
    numbers = [part for part in c if isinstance(part, str)]
    return t.Polygon(tuple(zip(numbers[::2], numbers[1::2], strict=True)), _one(c, t.Dates), span=span)


@_rule("bound")
def _bound(span: Span, c: Parts) -> t.Bound:
    return t.Bound(c[0], degrees(c[-1]), c[-1], span=span)


def degrees(written: str) -> float:
    """`47.5N` as a number, north and east positive."""
    number = float(written[:-1])
    return -number if written[-1] in "SW" else number


@_rule("vote")
def _vote(span: Span, c: Parts) -> t.Vote:
    matters, rule, base, quorum, without, objecting, dates, note = c
    seats, base = base or (None, None)
    return t.Vote(matters or (), rule, seats, base, quorum, without, objecting, dates, note, span=span)


@_rule("vote_base")
def _vote_base(_span: Span, c: Parts) -> tuple[t.Number | None, t.Name]:
    seats, base = c
    return seats, base


# ---- articles
@_rule("article")
def _article(span: Span, c: Parts) -> t.Article:
    number, title, dates, secret, doubt, summary = c[:6]
    return t.Article(number, title, dates, secret, doubt, summary, tuple(c[6:]), span=span)


_RULES["summary"] = lambda span, c: c[0]
_RULES["doubt"] = lambda span, c: c[0]


@_rule("labelled")
def _labelled(span: Span, c: Parts) -> Any:
    label, doubt, clause = c
    if isinstance(clause, t.Proviso):
        return t.Proviso(label, doubt, clause.refs, clause.bearers, clause.changes, span=span)
    return t.Clause(label, doubt, clause.when, clause.norms, clause.tails, span=span)


_RULES["rule"] = lambda span, c: t.Clause(None, None, c[0], c[1], tuple(c[2:]), span=span)
_RULES["standing"] = lambda span, c: t.Clause(None, None, None, c[0], tuple(c[1:]), span=span)
_RULES["proviso"] = lambda span, c: t.Proviso(None, None, c[0], c[1], tuple(c[2:]), span=span)
_RULES["norms"] = lambda span, c: tuple(c)
_RULES["norm"] = lambda span, c: t.Norm(c[0], c[1], c[2] is not None, c[3], c[4], span=span)
_RULES["deeming"] = lambda span, c: t.Deeming(c[0], span=span)
_RULES["modal"] = lambda span, c: c[0]


@_rule("bearer")
def _bearer(span: Span, c: Parts) -> tuple[Any, ...]:
    return tuple(t.State(part, span=part.span) if isinstance(part, t.Code) else part for part in c)


_RULES["deed"] = lambda span, c: t.Deed(c[0], c[1], c[2], tuple(c[3:]), span=span)
_RULES["refrain"] = lambda span, c: t.Refrain(c[0], span=span)
_RULES["only_if"] = lambda span, c: t.OnlyIf(c[0], span=span)
_RULES["unless"] = lambda span, c: t.Unless(c[0], span=span)
_RULES["lapses_when"] = lambda span, c: t.LapsesWhen(c[0], span=span)
_RULES["lapses_after"] = lambda span, c: t.LapsesAfter(c[0], c[1], c[2], span=span)
_RULES["continues_while"] = lambda span, c: t.ContinuesWhile(c[0], span=span)
_RULES["subject_to"] = lambda span, c: t.SubjectTo(c[0], span=span)
_RULES["overrides"] = lambda span, c: t.Overrides(c[0], span=span)
_RULES["also_when"] = lambda span, c: t.AlsoWhen(c[0], span=span)
_RULES["instead_by"] = lambda span, c: t.InsteadBy(c[0], span=span)
_RULES["jointly"] = lambda span, c: t.Jointly(span=span)
_RULES["severally"] = lambda span, c: t.Severally(span=span)


@_rule("reservation")
def _reservation(span: Span, c: Parts) -> t.Reservation:
    refs, authors, title, dates, secret = c[:5]
    return t.Reservation(refs, authors, title, dates, secret, tuple(c[5:]), span=span)


@_rule("reading")
def _reading(span: Span, c: Parts) -> t.Reading:
    refs, authors, title, dates, secret = c[:5]
    return t.Reading(refs, authors or (), title, dates, secret, tuple(c[5:]), span=span)


_RULES["refs"] = lambda span, c: tuple(c)
_RULES["others"] = lambda span, c: tuple(c)
_RULES["every_treaty"] = lambda span, c: t.EveryTreaty(_all(c, t.Name), span=span)


@_rule("ref")
def _ref(span: Span, c: Parts) -> t.Ref:
    if isinstance(c[0], t.Text):
        return t.Ref(c[1], c[0], span=span)
    return t.Ref(c[0], None, span=span)


# ---- conditions
_RULES["and_"] = lambda span, c: t.And(tuple(c), span=span)
_RULES["or_"] = lambda span, c: t.Or(tuple(c), span=span)
_RULES["not_"] = lambda span, c: t.Not(c[0], span=span)
_RULES["qualified"] = lambda span, c: t.Qualified(c[0], tuple(c[1:]), span=span)
_RULES["as_of"] = lambda span, c: t.AsOf(c[0], span=span)
_RULES["judged_by"] = lambda span, c: t.JudgedBy(c[0], span=span)
_RULES["no_act"] = lambda span, c: t.NoAct(c[0], span=span)
_RULES["is_"] = lambda span, c: t.Is(c[0], c[1] is not None, c[2], span=span)
_RULES["count"] = lambda span, c: t.Count(c[0], c[1], c[2], c[3] is not None, c[4], span=span)
_RULES["decides"] = lambda span, c: t.Decides(c[0], c[1], tuple(c[2:]), span=span)
_RULES["owes"] = lambda span, c: t.Owes(c[0], c[1], c[2], c[3], span=span)
_RULES["treaty_in_force"] = lambda span, c: t.TreatyInForce(c[0], c[1] is not None, span=span)
_RULES["act"] = lambda span, c: t.Act(c[0], c[1], tuple(c[2:]), span=span)
_RULES["atom"] = lambda span, c: c[0]  # parentheses
_RULES["measure_of"] = lambda span, c: t.MeasureOf(c[0], c[1], span=span)
_RULES["quality"] = lambda span, c: t.Quality(c[0], c[1], tuple(c[2:]), span=span)
_RULES["located"] = lambda span, c: t.Located(tuple(c), span=span)
_RULES["role"] = lambda span, c: t.Role(c[0], c[1], span=span)
_RULES["prep"] = lambda span, c: c[0]
_RULES["day"] = lambda span, c: c[0]
_RULES["targets"] = lambda span, c: t.Targets(c[0], c[1], span=span)
_RULES["comparison"] = lambda span, c: " ".join(c)


@_rule("share")
def _share(span: Span, c: Parts) -> t.Quantity:
    return t.Quantity(c[0], c[1], "%", c[2], span=span)


@_rule("amount")
def _amount(span: Span, c: Parts) -> t.Quantity:
    return t.Quantity(c[0], c[1], c[2].text, c[3], span=span, unit_span=c[2].span)


# ---- who
_RULES["state"] = lambda span, c: t.State(c[0], span=span)
_RULES["the"] = lambda span, c: t.The(c[0], span=span)
_RULES["any_of"] = lambda span, c: t.AnyOf(_all(c, t.Code), _one(c, t.Name), span=span)
_RULES["entity_of"] = lambda span, c: c[0]
_RULES["of_the"] = lambda span, c: t.The(c[0], span=span)
_RULES["classes"] = lambda span, c: c[0] if isinstance(c[0], t.Name) else t.Name(str(c[0]), span=span)


_RULES["a_an"] = lambda span, c: _Article()


@_rule("quantifier")
def _quantifier(span: Span, c: Parts) -> str:
    words = " ".join(part for part in c if part)
    return "a" if words == "an" else words


@_rule("quantified")
def _quantified(span: Span, c: Parts) -> t.Some:
    quantifier, name, of, that, called = c
    return t.Some(quantifier, name, of, that, called, span=span)


@_rule("that")
def _that(span: Span, c: Parts) -> t.That:
    return t.That(c[0] is not None, _all(c, t.Code), _one(c, t.Name), _one(c, _Article) is not None, span=span)
