"""What each rule and word of the grammar becomes in our tree: one small function a rule, which is given its place and its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from treatylang.syntax import tree as t
from treatylang.text.source import Span

Parts = list[Any]
RULES: dict[str, Callable[[Span, Parts], Any]] = {}
# Words not listed stay texts: latitudes, longitudes, and keywords that a rule keeps.
WORDS: dict[str, Callable[..., Any]] = {
    "NAME": t.Name,
    "ID": t.Name,
    "FRACTION": t.Name,
    "LABEL": lambda text, span: t.Name(text[1:-1], span=span),
    "STATE": t.Code,
    "DATE": t.Day,
    "NUMBER": t.Number,
    "STRING": lambda text, span: t.Text(text[1:-1], span=span),
    "TEXT": lambda text, span: t.Text(text[3:-3], span=span),
}


def _rule(*names: str) -> Callable[[Callable[[Span, Parts], Any]], Callable[[Span, Parts], Any]]:
    def register(function: Callable[[Span, Parts], Any]) -> Callable[[Span, Parts], Any]:
        for name in names:
            RULES[name] = function
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


RULES["treaty"] = _document("treaty")
RULES["pledge"] = _document("pledge")
RULES["vocabulary"] = lambda span, c: t.VocabularyDoc(c[0], tuple(c[1:]), span=span)
RULES["id"] = lambda span, c: c[0]


@_rule("head")
def _head(span: Span, c: Parts) -> t.Head:
    signed, dates, source, secret = c[:4]
    return t.Head(signed, dates, source, secret, tuple(c[4:]), span=span)


RULES["secret"] = lambda span, c: t.Secret(c[0], span=span)
RULES["since"] = lambda span, c: t.Dates(c[0], c[1], span=Span(span.start, (c[1] or c[0]).span.end))  # without the last doubt
RULES["until"] = lambda span, c: t.Dates(None, c[0], span=Span(span.start, c[0].span.end))
RULES["dated"] = lambda span, c: t.Day(c[0].text, c[1], span=c[0].span) if c[1] else c[0]


# ---- parties
@_rule("parties")
def _parties(span: Span, c: Parts) -> t.Parties:
    return t.Parties(_all(c, t.Member), _one(c, t.Name), _one(c, t.Text), span=span)


@_rule("member")
def _member(span: Span, c: Parts) -> t.Member:
    dates, disputed, note = c[-3:]
    return t.Member(tuple(c[:-3]), dates, disputed is not None, note, span=span)


@_rule("party")
def _party(span: Span, c: Parts) -> t.Member:
    dates, denounced, disputed, note = c[-4:]
    return t.Member(tuple(c[:-4]), dates, disputed is not None, note, denounced, span=span)


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


RULES["word_class"] = lambda span, c: c[0]
RULES["word_line"] = lambda span, c: c[0]  # a polygon
RULES["code"] = lambda span, c: t.CodeDef(c[0], c[1], tuple(c[2:]), span=span)
RULES["strengths"] = lambda span, c: t.StrengthsDef(c[0], span=span)
RULES["parent"] = lambda span, c: t.Line("parent", (c[1],), word="a" if c[0] else "", span=span)
RULES["role_of"] = lambda span, c: t.Line("role_of", (c[1],), word=c[0], span=span)
RULES["owner"] = lambda span, c: t.Line("owner", (c[0],), span=span)
RULES["presumed"] = lambda span, c: t.Line("presumed", c[1], word=c[0] or "", condition=c[2] or (), span=span)
RULES["needs"] = lambda span, c: t.Line("needs", given=c[0], span=span)
RULES["yields"] = lambda span, c: t.Line("yields", given=tuple(c), span=span)
RULES["implies"] = lambda span, c: t.Line("implies", c[0], span=span)
RULES["excludes"] = lambda span, c: t.Line("excludes", c[0], span=span)
RULES["ends"] = lambda span, c: t.Line("ends", c[0], span=span)
RULES["amounts_to"] = lambda span, c: t.Line("amounts_to", (c[0],), given=c[1] or (), span=span)
RULES["unlisted"] = lambda span, c: t.Line("unlisted", span=span)
RULES["symmetric"] = lambda span, c: t.Line("symmetric", span=span)
RULES["because"] = lambda span, c: t.Line("because", text=c[0], span=span)
RULES["inside"] = lambda span, c: t.Line("inside", c[0], span=span)
RULES["position"] = lambda span, c: t.Line("position", numbers=(c[0], c[1]), span=span)
RULES["held"] = lambda span, c: t.Line("held", (c[1],), word=c[0], dates=c[2], span=span)
RULES["contested"] = lambda span, c: t.Line("contested", tuple(c), span=span)
RULES["cow"] = lambda span, c: t.Line("cow", numbers=tuple(number.text for number in c), span=span)
RULES["exists"] = lambda span, c: t.Line("exists", dates=c[0], span=span)
RULES["continues"] = lambda span, c: t.Line("continues", (c[0],), dates=c[1], span=span)
RULES["extent"] = lambda span, c: t.Extent(tuple(zip(c[::2], c[1::2], strict=True)), span=span)
RULES["facts"] = lambda span, c: tuple(c)
RULES["fact"] = lambda span, c: t.Given(c[0] is not None, c[1], span=span)
RULES["parts"] = lambda span, c: tuple(c)
RULES["part"] = lambda span, c: t.Part(c[0], c[1], span=span)
RULES["names"] = lambda span, c: tuple(c)
RULES["holding"] = lambda span, c: c[0]


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
    *numbers, dates = c
    return t.Polygon(tuple(zip(numbers[::2], numbers[1::2], strict=True)), dates, span=span)


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


RULES["summary"] = lambda span, c: c[0]
RULES["doubt"] = lambda span, c: c[0]


@_rule("labelled")
def _labelled(span: Span, c: Parts) -> Any:
    label, doubt, clause = c
    if isinstance(clause, t.Proviso):
        return t.Proviso(label, doubt, clause.refs, clause.bearers, clause.changes, span=span)
    return t.Clause(label, doubt, clause.when, clause.norms, clause.tails, span=span)


RULES["rule"] = lambda span, c: t.Clause(None, None, c[0], c[1], tuple(c[2:]), span=span)
RULES["standing"] = lambda span, c: t.Clause(None, None, None, c[0], tuple(c[1:]), span=span)
RULES["proviso"] = lambda span, c: t.Proviso(None, None, c[0], c[1], tuple(c[2:]), span=span)
RULES["norms"] = lambda span, c: tuple(c)
RULES["norm"] = lambda span, c: t.Norm(c[0], c[1], c[2] is not None, c[3], c[4], span=span)
RULES["deeming"] = lambda span, c: t.Deeming(c[0], span=span)
RULES["modal"] = lambda span, c: c[0]


@_rule("bearer")
def _bearer(span: Span, c: Parts) -> tuple[Any, ...]:
    return tuple(t.State(part, span=part.span) if isinstance(part, t.Code) else part for part in c)


RULES["deed"] = lambda span, c: t.Deed(c[0], c[1], c[2], tuple(c[3:]), span=span)
RULES["refrain"] = lambda span, c: t.Refrain(c[0], span=span)
RULES["only_if"] = lambda span, c: t.OnlyIf(c[0], span=span)
RULES["unless"] = lambda span, c: t.Unless(c[0], span=span)
RULES["lapses_when"] = lambda span, c: t.LapsesWhen(c[0], span=span)
RULES["lapses_after"] = lambda span, c: t.LapsesAfter(c[0], c[1], c[2], span=span)
RULES["continues_while"] = lambda span, c: t.ContinuesWhile(c[0], span=span)
RULES["subject_to"] = lambda span, c: t.SubjectTo(c[0], span=span)
RULES["overrides"] = lambda span, c: t.Overrides(c[0], span=span)
RULES["also_when"] = lambda span, c: t.AlsoWhen(c[0], span=span)
RULES["instead_by"] = lambda span, c: t.InsteadBy(c[0], span=span)
RULES["jointly"] = lambda span, c: t.Jointly(span=span)
RULES["severally"] = lambda span, c: t.Severally(span=span)


@_rule("reservation")
def _reservation(span: Span, c: Parts) -> t.Reservation:
    refs, authors, title, dates, secret = c[:5]
    return t.Reservation(refs, authors, title, dates, secret, tuple(c[5:]), span=span)


@_rule("reading")
def _reading(span: Span, c: Parts) -> t.Reading:
    refs, authors, title, dates, secret = c[:5]
    return t.Reading(refs, authors or (), title, dates, secret, tuple(c[5:]), span=span)


RULES["refs"] = lambda span, c: tuple(c)
RULES["others"] = lambda span, c: tuple(c)
RULES["every_treaty"] = lambda span, c: t.EveryTreaty(_all(c, t.Name), span=span)


@_rule("ref")
def _ref(span: Span, c: Parts) -> t.Ref:
    if isinstance(c[0], t.Text):
        return t.Ref(c[1], c[0], span=span)
    return t.Ref(c[0], None, span=span)


# ---- conditions
RULES["and_"] = lambda span, c: t.And(tuple(c), span=span)
RULES["or_"] = lambda span, c: t.Or(tuple(c), span=span)
RULES["not_"] = lambda span, c: t.Not(c[0], span=span)
RULES["qualified"] = lambda span, c: t.Qualified(c[0], tuple(c[1:]), span=span)
RULES["as_of"] = lambda span, c: t.AsOf(c[0], span=span)
RULES["judged_by"] = lambda span, c: t.JudgedBy(c[0], span=span)
RULES["no_act"] = lambda span, c: t.NoAct(c[0], span=span)
RULES["is_"] = lambda span, c: t.Is(c[0], c[1] is not None, c[2], span=span)
RULES["count"] = lambda span, c: t.Count(c[0], c[1], c[2], c[3] is not None, c[4], span=span)
RULES["decides"] = lambda span, c: t.Decides(c[0], c[1], tuple(c[2:]), span=span)
RULES["owes"] = lambda span, c: t.Owes(c[0], c[1], c[2], c[3], span=span)
RULES["treaty_in_force"] = lambda span, c: t.TreatyInForce(c[0], c[1] is not None, span=span)
RULES["act"] = lambda span, c: t.Act(c[0], c[1], tuple(c[2:]), span=span)
RULES["atom"] = lambda span, c: c[0]  # parentheses
RULES["measure_of"] = lambda span, c: t.MeasureOf(c[0], c[1], span=span)
RULES["quality"] = lambda span, c: t.Quality(c[0], c[1], tuple(c[2:]), span=span)
RULES["located"] = lambda span, c: t.Located(tuple(c), span=span)
RULES["role"] = lambda span, c: t.Role(c[0], c[1], span=span)
RULES["prep"] = lambda span, c: c[0]
RULES["day"] = lambda span, c: c[0]
RULES["targets"] = lambda span, c: t.Targets(c[0], c[1], span=span)
RULES["comparison"] = lambda span, c: " ".join(c)


@_rule("share")
def _share(span: Span, c: Parts) -> t.Quantity:
    return t.Quantity(c[0], c[1], "%", c[2], span=span)


@_rule("amount")
def _amount(span: Span, c: Parts) -> t.Quantity:
    return t.Quantity(c[0], c[1], c[2].text, c[3], span=span, unit_span=c[2].span)


# ---- who
RULES["state"] = lambda span, c: t.State(c[0], span=span)
RULES["the"] = lambda span, c: t.The(c[0], span=span)
RULES["any_of"] = lambda span, c: t.AnyOf(_all(c, t.Code), _one(c, t.Name), span=span)
RULES["entity_of"] = lambda span, c: c[0]
RULES["of_the"] = lambda span, c: t.The(c[0], span=span)
RULES["classes"] = lambda span, c: c[0] if isinstance(c[0], t.Name) else t.Name(str(c[0]), span=span)


RULES["a_an"] = lambda span, c: _Article()


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
