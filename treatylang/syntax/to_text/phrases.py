"""Who, what, when and on what condition, as bits of text: everything that can stand inside a clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from treatylang.syntax import tree as t
from treatylang.syntax.to_text.bits import JOIN, PART, Bit, Bits, enclosed, key, listed, quoted, ranked, word, words
from treatylang.text.article import article


# ---- dates, references
def dates(node: t.Dates | None) -> Bits:
    """`since D until D`; nothing for None."""
    if node is None:
        return []
    since = [Bit("since"), *day(node.since)] if node.since else []
    after_doubt = node.since is not None and node.since.doubt is not None
    until = [Bit("until", rank=JOIN if after_doubt else 0), *day(node.until)] if node.until else []
    return since + until


def day(node: t.Day) -> Bits:
    """`D check "reason"`."""
    return [word(node), *doubt(node.doubt)]


def doubt(node: t.Text | None) -> Bits:
    """`check "reason"`; nothing for None."""
    return [Bit("check", rank=PART, gap=2), quoted(node)] if node else []


def secret(node: t.Secret | None) -> Bits:
    """`secret until D`; nothing for None."""
    if node is None:
        return []
    return [key("secret", node), *dates(t.Dates(until=node.until))]


def ref(node: t.Ref | t.EveryTreaty) -> Bits:
    """`"5(1)" of nato-1949`, `every other treaty except nato-1949`."""
    if isinstance(node, t.EveryTreaty):
        return [key("every other treaty", node), *(bit for name in node.but for bit in (Bit("except", rank=PART), word(name)))]
    if node.article is None:
        return [word(node.treaty)] if node.treaty else []
    return [quoted(node.article), *([Bit("of"), word(node.treaty)] if node.treaty else [])]


def refs(nodes: Sequence[t.Ref | t.EveryTreaty]) -> Bits:
    """`"2", "3"`."""
    return listed(ref(node) for node in nodes)


# ---- who
def entity(node: t.Entity) -> Bits:
    """`FRA`, `the victim`, `a state that is not FRA (the enemy)`, `any of BEL, NLD`."""
    match node:
        case t.State(code=code):
            return [word(code)]
        case t.The(name=name):
            return [key("the", node), word(name)]
        case t.Some():
            return _some(node)
        case t.AnyOf(states=states, called=called):
            return [key("any", node), Bit("of"), *words(states), *_called(called)]
    assert_never(node)


def entities(nodes: Sequence[t.Entity]) -> Bits:
    """One, or a list of states."""
    return listed(entity(node) for node in nodes)


def _some(node: t.Some) -> Bits:
    quantifier = article(node.name.text) if node.quantifier == "a" else node.quantifier
    bits = [key(quantifier, node), word(node.name)]
    match node.of:
        case t.The():
            bits += [Bit("of"), *entity(node.of)]
        case t.Code() | t.Name():
            bits += [Bit("of"), word(node.of)]
    if node.that is not None:
        bits += ranked(that(node.that), PART)
    return bits + _called(node.called)


def _called(name: t.Name | None) -> Bits:
    return enclosed([Bit("the"), word(name)]) if name else []


def that(node: t.That, verb: str = "is") -> Bits:
    """`that is not a party`; `verb` is `are` after a plural."""
    bits = [key("that", node), Bit(verb), *_not(node.negated)]
    if node.of_class is None:
        several = [Bit("any"), Bit("of")] if len(node.states) > 1 else []
        return bits + several + words(node.states)
    return [*bits, *([Bit(article(node.of_class.text))] if node.article else []), word(node.of_class)]


def _not(negated: bool) -> Bits:
    return [Bit("not")] if negated else []


# ---- what
def quantity(node: t.Quantity) -> Bits:
    """`at least 2% of gdp`, `6 months of notice`."""
    bits = [Bit(node.comparison)] if node.comparison else []
    if node.unit == "%":
        bits.append(Bit(node.number.text + "%", node.number.span))
    else:
        bits += [word(node.number), Bit(node.unit, node.unit_span)]
    return bits + ([Bit("of"), word(node.of)] if node.of else [])


def targets(node: t.Targets) -> Bits:
    """`forces, vessels of a party`."""
    return words(node.names) + ([Bit("of"), *entity(node.of)] if node.of else [])


def filler(node: t.Filler) -> Bits:
    """What follows a preposition."""
    match node:
        case t.Targets():
            return targets(node)
        case t.Quantity():
            return quantity(node)
        case t.Day():
            return [word(node)]
    return entity(node)


def role(node: t.Role) -> Bits:
    """`on territory of a party`."""
    return [key(node.preposition, node), *filler(node.filler)]


def roles(nodes: Sequence[t.Role]) -> Bits:
    """Phrases one after another; a long line may be broken before each."""
    return [bit for node in nodes for bit in ranked(role(node), PART)]


def act(node: t.Act) -> Bits:
    """`armed_attack by a state on a party in europe`."""
    return [word(node.kind), *([Bit("of"), word(node.of)] if node.of else []), *roles(node.roles)]


# ---- conditions
def expr(node: t.Expr) -> Bits:
    """A condition; parentheses only where the tree needs them."""
    match node:
        case t.Act():
            return act(node)
        case t.And(terms=terms):
            return _junction("and", terms)
        case t.Or(terms=terms):
            return _junction("or", terms)
        case t.Not(term=term):
            return [key("not", node), *enclosed(expr(term))]
        case t.Qualified(term=term, qualifiers=qualifiers):
            inner = enclosed(expr(term)) if isinstance(term, t.Qualified) else operand(term)
            return inner + [bit for each in qualifiers for bit in ranked(qualifier(each), PART)]
        case t.NoAct():
            return [key("no", node), *act(node.act)]
        case t.Is():
            return [*subject(node.subject), Bit("is"), *_not(node.negated), *predicate(node.predicate)]
        case t.Count():
            return _count(node)
        case t.Decides():
            return [*entity(node.body), Bit("decides"), word(node.decision), *roles(node.roles)]
        case t.Owes():
            bits = [*entity(node.bearer), Bit(node.modal), *deed(node.deed)]
            return [*bits, Bit("under", rank=PART), *refs(node.under)]
        case t.TreatyInForce():
            return [word(node.treaty), Bit("is"), *_not(node.negated), Bit("in force")]
    assert_never(node)


def _junction(joint: str, terms: Sequence[t.Expr]) -> Bits:
    bits = operand(terms[0])
    for term in terms[1:]:
        bits += [Bit(joint, rank=JOIN), *operand(term)]
    return bits


def operand(node: t.Expr) -> Bits:
    """A condition beside others: in parentheses if it is made of several itself."""
    return enclosed(expr(node)) if isinstance(node, t.And | t.Or) else expr(node)


def qualifier(node: t.AsOf | t.JudgedBy) -> Bits:
    """`as of 1940-09-27`, `as judged by a party`."""
    if isinstance(node, t.AsOf):
        return [key("as of", node), word(node.day)]
    return [key("as judged by", node), *entity(node.judge)]


def subject(node: t.Entity | t.MeasureOf) -> Bits:
    """What stands before `is`."""
    if isinstance(node, t.MeasureOf):
        return [word(node.measure), Bit("of"), *entity(node.of)]
    return entity(node)


def predicate(node: t.Predicate) -> Bits:
    """What stands after `is`."""
    match node:
        case t.Quality(name=name, object=thing):
            return [word(name), *(entity(thing) if thing else []), *roles(node.roles)]
        case t.Located():
            first, *rest = node.roles
            return role(first) + roles(rest)
        case t.Quantity():
            return quantity(node)
    return entity(node)


def _count(node: t.Count) -> Bits:
    bits = [key("at least", node), word(node.number), word(node.of_class)]
    if node.that is not None:
        bits += ranked(that(node.that, "are"), PART)
    return [*bits, Bit("are"), *_not(node.negated), *predicate(node.predicate)]


# ---- norms
def deed(node: t.Deed | t.Refrain) -> Bits:
    """`defend the victim by all_means`, `refrain from use_of_force`."""
    if isinstance(node, t.Refrain):
        return [key("refrain from", node), *act(node.act)]
    thing = targets(node.object) if isinstance(node.object, t.Targets) else entity(node.object) if node.object else []
    return [word(node.verb), *thing, *(quantity(node.quantity) if node.quantity else []), *roles(node.roles)]


def norm(node: t.Norm | t.Deeming) -> Bits:
    """`every party must consult`, `it counts as armed_attack on every party`."""
    if isinstance(node, t.Deeming):
        return [key("it counts as", node), *act(node.act)]
    jointly = [Bit("jointly")] if node.jointly else []
    bits = [*entities(node.bearers), Bit(node.modal), *jointly, *deed(node.deed)]
    return bits + ranked(dates(node.dates), PART, gap=2)


# ---- lines below a clause
def lead(node: t.Change) -> Bits:
    """The keywords of a line: all of it that is no condition."""
    match node:
        case t.OnlyIf():
            return [key("only if", node)]
        case t.Unless():
            return [key("unless", node)]
        case t.LapsesWhen():
            return [key("lapses when", node)]
        case t.LapsesAfter(number=number, unit=unit):
            return [key("lapses", node), word(number), word(unit), Bit("after")]
        case t.ContinuesWhile():
            return [key("continues while", node)]
        case t.SubjectTo():
            return [key("subject to", node), *refs(node.refs)]
        case t.Overrides():
            return [key("overrides", node), *refs(node.refs)]
        case t.AlsoWhen():
            return [key("also when", node)]
        case t.InsteadBy(strength=strength):
            return [key("instead by", node), word(strength)]
        case t.Jointly():
            return [key("jointly", node)]
        case t.Severally():
            return [key("severally", node)]
    assert_never(node)


def condition(node: t.Change) -> t.Expr | None:
    """The condition of a line, if it has one."""
    match node:
        case t.OnlyIf() | t.Unless() | t.LapsesWhen() | t.LapsesAfter() | t.ContinuesWhile() | t.AlsoWhen():
            return node.condition
    return None


def change(node: t.Change) -> Bits:
    """`unless the act is provoked`."""
    given = condition(node)
    return lead(node) + (expr(given) if given else [])


def clause(node: t.Clause | t.Proviso) -> Bits:
    """A whole clause in one line, without its label."""
    if isinstance(node, t.Proviso):
        return proviso_head(node) + [bit for each in node.changes for bit in change(each)]
    when = [Bit("when"), *expr(node.when), Bit("then")] if node.when else []
    norms = norm(node.norms[0]) + [bit for each in node.norms[1:] for bit in (Bit("and"), *norm(each))]
    return when + norms + [bit for each in node.tails for bit in change(each)]


def proviso_head(node: t.Proviso) -> Bits:
    """`proviso to "3" for every neutral`."""
    bits = [key("proviso", node) if node.label is None else Bit("proviso"), Bit("to"), *refs(node.refs)]
    return bits + ([Bit("for", rank=PART), *entity(node.bearers)] if node.bearers else [])
