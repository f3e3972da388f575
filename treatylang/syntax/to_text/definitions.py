"""The lines of definitions and parties, as bits of text."""

from __future__ import annotations

from treatylang.syntax import tree as t
from treatylang.syntax.to_text.bits import LIST, PART, Bit, Bits, key, listed, quoted, ranked, word, words
from treatylang.syntax.to_text.phrases import dates, entity, quantity
from treatylang.text.article import article


def title(node: t.Text | None) -> Bits:
    """`"title"`; nothing for None."""
    return ranked([quoted(node)], PART) if node else []


# ---- parties
def states(node: t.Member) -> Bits:
    """`BEL FRA GBR`."""
    return [Bit(code.text, code.span, LIST if at else 0) for at, code in enumerate(node.states)]


def spell(node: t.Member | t.Suspension) -> Bits:
    """`since D until D denounced D disputed`."""
    denounced = node.denounced if isinstance(node, t.Member) else None
    notice = [Bit("denounced"), word(denounced)] if denounced else []
    return dates(node.dates) + notice + ([Bit("disputed")] if node.disputed else [])


def member(node: t.Member) -> Bits:
    """`BEL FRA since 1949-08-24 "note"`."""
    return states(node) + spell(node) + title(node.note)


def suspension(node: t.Suspension) -> Bits:
    """`suspended between USA and NZL since 1986-08-11`."""
    first, *rest = node.states
    who = [Bit("for"), word(first)] if not rest else [Bit("between"), word(first), Bit("and"), word(rest[0])]
    return [key("suspended", node), *who, *spell(node), *title(node.note)]


# ---- areas
def place(node: t.PlaceLine) -> Bits:
    """`islands of a party in north_atlantic north of 23.44N`, without its dates and note."""
    bits = [key("except", node)] if node.excluded else []
    bits += words(node.names)
    if node.holding and node.holder:
        bits += [Bit(node.holding), *entity(node.holder)]
    if node.regions:
        bits += [Bit("in", rank=PART), *words(node.regions)]
    return bits + (bound(node.bound) if node.bound else [])


def bound(node: t.Bound) -> Bits:
    """`north of 23.44N`."""
    return [key(node.side, node), Bit("of"), Bit(node.written)]


def polygon(node: t.Polygon) -> Bits:
    """`bounded by 90N 10W, 74N 10W`.  The tree does not know where the corners stand, so all of it has one place."""
    when = [Bit(bit.text) for bit in dates(node.dates)]
    return [Bit("bounded by", node.span), *_corners(node), *ranked(when, PART)]


def extent(node: t.Extent) -> Bits:
    """`within 90N 10W, 74N 10W`, likewise."""
    return [Bit("within", node.span), *_corners(node)]


def _corners(node: t.Polygon | t.Extent) -> Bits:
    return listed([Bit(f"{latitude} {longitude}")] for latitude, longitude in node.corners)


# ---- organs, measures
def vote(node: t.Vote) -> Bits:
    """`decides MATTERS by 2/3 of members`."""
    bits = [key("decides", node), *words(node.matters), Bit("by", rank=PART), word(node.rule)]
    bits += [Bit("of"), *([word(node.seats)] if node.seats else []), word(node.base)] if node.base else []
    bits += [Bit("quorum"), word(node.quorum)] if node.quorum else []
    bits += [Bit("without", rank=PART), *entity(node.without)] if node.without else []
    bits += [Bit("unless", rank=PART), *entity(node.objecting), Bit("objects")] if node.objecting else []
    return [*bits, *ranked(dates(node.dates), PART), *title(node.note)]


def part(node: t.Part) -> Bits:
    """`related_spending at most 1.5% of gdp`."""
    return [word(node.name), *(quantity(node.quantity) if node.quantity else [])]


# ---- words
def given(node: t.Given) -> Bits:
    """`not struck`, `killed at most 25`."""
    bits = [*([Bit("not")] if node.negated else []), word(node.name)]
    if node.comparison and node.number:
        bits += [Bit(node.comparison), word(node.number)]
    return bits


def line(node: t.Line | t.Polygon | t.Extent) -> Bits:
    """A line of a word's definition."""
    if isinstance(node, t.Polygon):
        return polygon(node)
    if isinstance(node, t.Extent):
        return extent(node)
    keyword, *rest = _line(node)
    start = Bit(keyword.text, node.span) if node.numbers else key(keyword.text, node)  # numbers have no place of their own
    return [start, *rest]


def _line(node: t.Line) -> Bits:
    names, facts = words(node.names), listed(given(each) for each in node.given)
    match node.form:
        case "parent":
            return [Bit("is"), *([Bit(article(node.names[0].text))] if node.word else []), *names]
        case "role_of":
            return [Bit(node.word), *names]
        case "owner":
            return [Bit("of"), *names]
        case "presumed":
            return [Bit("presumed"), *([Bit("not")] if node.word else []), *names, *_if(node)]
        case "needs":
            return [Bit("needs"), *facts]
        case "yields":
            return [Bit("yields to"), *facts]
        case "amounts_to":
            return [Bit("counts as"), *names, *([Bit("if", rank=PART), *facts] if facts else [])]
        case "because":
            return [Bit("because"), *([quoted(node.text)] if node.text else [])]
        case "position":
            return [Bit("near"), *(Bit(number) for number in node.numbers)]
        case "held":
            return [Bit("held"), Bit(node.word), *names, *dates(node.dates)]
        case "contested":
            return [Bit("contested by"), *names]
        case "cow":
            return [Bit("cow"), *listed([Bit(number)] for number in node.numbers)]
    # implies, excludes, ends, inside, unlisted, symmetric, exists, continues
    return [Bit(node.form), *names, *dates(node.dates)]


def _if(node: t.Line) -> Bits:
    return [Bit("if", rank=PART), *words(node.condition)] if node.condition else []
