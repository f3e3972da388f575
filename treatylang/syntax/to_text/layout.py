"""The canonical layout: which words stand on which line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from treatylang.record import replace
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import definitions as d
from treatylang.syntax.to_text import phrases as p
from treatylang.syntax.to_text.bits import (
    LIST,
    PART,
    WIDTH,
    Bit,
    Bits,
    Row,
    fill,
    joined,
    key,
    listed,
    quoted,
    ranked,
    row,
    word,
    words,
)

_STEP = 2
_KEYWORD = 7  # the width of `only if`
_COLUMN_KEYWORDS = frozenset({"when", "then", "and", "or", "unless", "only if"})
_COLUMN = 60  # the widest first column that leaves room for notes
_SHORT = 3  # lines of a section that may stand close to another of its sort
_ANY = 0  # a size that counts as short


def document_rows(document: t.Document) -> list[Row]:
    """Every line of the file, from the tree alone."""
    if isinstance(document, t.VocabularyDoc):
        head = fill([key("vocabulary", document), *d.title(document.title)], 0, 2 * _STEP)
        return head + _sections(document.definitions, dictionary=True)
    title = [key(document.form, document), word(document.id), *d.title(document.title)]
    return fill(title, 0, 2 * _STEP) + _head(document.head) + _sections(document.sections, dictionary=False)


def _head(head: t.Head) -> list[Row]:
    lines: list[Bits] = [[Bit("signed"), *p.day(head.signed)]] if head.signed else []
    lines.append([Bit("in force"), *p.dates(head.dates)])
    if head.source:
        lines.append([Bit("source"), quoted(head.source)])
    if head.secret:
        lines.append(p.secret(head.secret))
    return [each for line in lines for each in fill(line, _STEP, 3 * _STEP)] + _changes(head.tails, _STEP)


# ---- sections
def _sections(sections: Sequence[t.Section], dictionary: bool) -> list[Row]:
    blocks = [_section(section) for section in sections]
    if not blocks:
        return []
    sizes = [_ANY if dictionary else len(block) for block in blocks]
    close = [False, *(_close(*both) for both in pairwise(zip(sections, sizes, strict=True)))]
    opened = ([replace(block[0], opens=not near), *block[1:]] for near, block in zip(close, blocks, strict=True))
    return [each for block in opened for each in block]


def _close(before: tuple[t.Section, int], after: tuple[t.Section, int]) -> bool:
    """Neighbours of one sort stand without an empty line between them: in a treaty if both are short, in a vocabulary always."""
    (one, size), (other, other_size) = before, after
    if isinstance(one, t.Parties | t.Article) or type(one) is not type(other) or max(size, other_size) > _SHORT:
        return False
    return not (isinstance(one, t.WordDef) and isinstance(other, t.WordDef)) or one.word_class == other.word_class


def _section(section: t.Section) -> list[Row]:
    match section:
        case t.Parties():
            return _parties(section)
        case t.Suspension():
            return fill(d.suspension(section), 0, 2 * _STEP)
        case t.Article():
            return _article(section)
        case t.Reservation() | t.Reading():
            return _rider(section)
    return _definition(section)


def _parties(node: t.Parties) -> list[Row]:
    if node.of:
        return [row(0, [key("parties", node), Bit("of"), word(node.of)])]
    return [*fill([key("parties", node), *p.doubt(node.doubt)], 0, 2 * _STEP), *_members(node.members)]


# ---- tables
def _members(members: Sequence[t.Member]) -> list[Row]:
    return _table([(d.states(each), d.spell(each), d.title(each.note)) for each in members])


def _table(lines: Sequence[tuple[Bits, Bits, Bits]]) -> list[Row]:
    """Who or where, when, and a note, each in a column."""
    first = _width(
        (what for what, _, _ in lines), WIDTH - _STEP - 2 - _width((when for _, when, _ in lines if _is_plain(when)), WIDTH)
    )
    if first > _COLUMN and any(note for _, _, note in lines):
        first = _width((what for what, _, _ in lines), _COLUMN)
    second = _width((when for _, when, note in lines if note and _is_plain(when)), WIDTH)
    return [each for line in lines for each in _table_line(line, first, second)]


def _width(entries: Iterable[Bits], most: int) -> int:
    """The width of a column; an entry wider than `most` does not widen it."""
    return max((width for entry in entries if (width := len(joined(entry))) <= most), default=0)


def _is_plain(when: Bits) -> bool:
    """Dates with no doubt among them: one would make a column of the width of a sentence."""
    return all(bit.rank == 0 for bit in when)


def _table_line(line: tuple[Bits, Bits, Bits], first: int, second: int) -> list[Row]:
    """A line of a table; a note too wide for its column stands right after the dates, or on a line of its own."""
    what, when, note = line
    wide = max(first - len(joined(what)), 0) + 2
    dated = what + ranked(when, 0, wide)
    gap = wide if not when else max(second - len(joined(when)), 0) + 2 if _is_plain(when) else 2
    aligned = dated + ranked(note, PART, gap)
    if _STEP + len(joined(aligned)) <= WIDTH:
        return fill(aligned, _STEP, 2 * _STEP)
    return fill(dated + ranked(note, PART, 2), _STEP, 2 * _STEP)


# ---- definitions
def _definition(node: t.Definition) -> list[Row]:
    match node:
        case t.ClassDef():
            head = [key("class", node), word(node.name), *d.title(node.title)]
            regions = [Bit("in", rank=PART), *words(node.regions)] if node.regions else []
            return fill(head + regions, 0, 2 * _STEP) + _members(node.members)
        case t.AreaDef():
            return fill([key("area", node), word(node.name), *d.title(node.title)], 0, 2 * _STEP) + _places(node.places)
        case t.OrganDef():
            return _organ(node)
        case t.MeasureDef():
            return _measure(node)
        case t.StrengthsDef():
            return fill([key("strengths", node), *words(node.names)], 0, 2 * _STEP)
        case t.CodeDef():
            return _worded([key("code", node), word(node.code), *d.title(node.title)], node.lines)
        case t.WordDef():
            return _worded([key(node.word_class, node), word(node.name), *d.title(node.title)], node.lines)


def _places(places: Sequence[t.PlaceLine | t.Polygon]) -> list[Row]:
    """Lines in columns; a polygon stands between them with its corners below one another."""
    rows: list[Row] = []
    table: list[tuple[Bits, Bits, Bits]] = []
    for each in places:
        if isinstance(each, t.PlaceLine):
            table.append((d.place(each), p.dates(each.dates), d.title(each.note)))
        else:
            rows += _table(table) + _polygon(each)
            table = []
    return rows + _table(table)


def _polygon(node: t.Polygon) -> list[Row]:
    return fill(d.polygon(node), _STEP, _STEP + len("bounded by "))


def _extent(node: t.Extent) -> list[Row]:
    return fill(d.extent(node), _STEP, _STEP + len("within "))


def _organ(node: t.OrganDef) -> list[Row]:
    head = [key("organ", node), word(node.name), *d.title(node.title)]
    head += [Bit("of", rank=PART), *p.entity(node.of)] if node.of else []
    head += ranked(p.dates(node.dates), PART, 2)
    return fill(head, 0, 2 * _STEP) + [each for vote in node.votes for each in fill(d.vote(vote), _STEP, 3 * _STEP)]


def _measure(node: t.MeasureDef) -> list[Row]:
    head = [key("measure", node), word(node.name), *d.title(node.title)]
    head += [Bit("is", rank=PART, gap=2), word(node.fact)] if node.fact else []
    rows = fill(head, 0, 2 * _STEP)
    if node.parts:
        rows += fill([Bit("counts"), *listed(d.part(part) for part in node.parts)], _STEP, 3 * _STEP)
    return rows


def _worded(head: Bits, lines: Sequence[t.Line | t.Polygon | t.Extent]) -> list[Row]:
    """A word and its lines below it; roles that follow one another (`by attacker on victim`) share a line."""
    rows = fill(head, 0, 2 * _STEP)
    for are_roles, group in groupby(lines, _names_role):
        if are_roles:
            rows += fill([bit for line in group for bit in ranked(d.line(line), PART)], _STEP, 3 * _STEP)
        else:
            rows += [each for line in group for each in _word_line(line)]
    return rows


def _names_role(line: t.Line | t.Polygon | t.Extent) -> bool:
    return isinstance(line, t.Line) and line.form in ("owner", "role_of")


def _word_line(line: t.Line | t.Polygon | t.Extent) -> list[Row]:
    match line:
        case t.Polygon():
            return _polygon(line)
        case t.Extent():
            return _extent(line)
    return fill(d.line(line), _STEP, 3 * _STEP)


# ---- articles and riders
def _article(node: t.Article) -> list[Row]:
    head = [key("article", node), quoted(node.number), *d.title(node.title)]
    head += ranked(p.dates(node.dates), PART, 2) + ranked(p.secret(node.secret), PART, 2) + p.doubt(node.doubt)
    rows = fill(head, 0, 2 * _STEP)
    if node.summary:
        rows.append(row(_STEP, [Bit("summary"), quoted(node.summary)]))
    label_width = max((len(_label(each)[0].text) for each in node.clauses if _stands_beside(each)), default=0)
    return rows + [each for clause in node.clauses for each in _labelled(clause, label_width)]


def _label(node: t.Clause | t.Proviso) -> Bits:
    label = [Bit(f"[{node.label.text}]", node.label.span)] if node.label else []
    return label + p.doubt(node.doubt)


def _stands_beside(node: t.Clause | t.Proviso) -> bool:
    """A single norm, always on and without exceptions, stands on the line of its label."""
    return isinstance(node, t.Clause) and not (node.label is None or node.doubt or node.when or node.tails or node.norms[1:])


def _labelled(node: t.Clause | t.Proviso, label_width: int) -> list[Row]:
    label = _label(node)
    if not label:
        return _clause(node, _STEP)
    if _stands_beside(node) and isinstance(node, t.Clause):
        gap = label_width - len(label[0].text) + 1
        beside = row(_STEP, label + ranked(p.norm(node.norms[0]), 0, gap))
        if beside.indent + len(beside.text) <= WIDTH:
            return [beside]
    return [row(_STEP, label), *_clause(node, 2 * _STEP)]


def _clause(node: t.Clause | t.Proviso, indent: int) -> list[Row]:
    if isinstance(node, t.Proviso):
        return fill(p.proviso_head(node), indent, indent + 2 * _STEP) + _changes(node.changes, indent + _STEP)
    rows = _condition([Bit("when")], node.when, indent, always=True) if node.when else []
    first, *rest = node.norms
    if node.when:
        rows += _keyed([Bit("then"), *p.norm(first)], indent)
    else:
        rows += fill(p.norm(first), indent, indent + 2 * _STEP)
    for each in rest:
        rows += _keyed([Bit("and"), *p.norm(each)], indent)
    return rows + _changes(node.tails, indent)


def _rider(node: t.Reservation | t.Reading) -> list[Row]:
    reservation = isinstance(node, t.Reservation)
    head = [key("reservation" if reservation else "reading", node), Bit("to" if reservation else "of"), *p.refs(node.refs)]
    head += [Bit("by", rank=PART), *p.entities(node.authors)] if node.authors else []
    head += d.title(node.title) + ranked(p.dates(node.dates), LIST) + ranked(p.secret(node.secret), LIST)
    return fill(head, 0, 2 * _STEP) + _changes(node.changes, _STEP)


# ---- lines with a keyword
def _changes(nodes: Sequence[t.Change], indent: int) -> list[Row]:
    rows: list[Row] = []
    for node in nodes:
        given = p.condition(node)
        if given is None:
            rows += _keyed(p.lead(node), indent)
        else:
            rows += _condition(p.lead(node), given, indent, always=False)
    return rows


def _condition(lead: Bits, node: t.Expr, indent: int, always: bool) -> list[Row]:
    """A condition; terms joined by `and` or `or` each on a line, `always` or where one line would be too wide."""
    whole = [_padded(lead), *lead[1:], *p.expr(node)]
    if not isinstance(node, t.And | t.Or) or (not always and indent + len(joined(whole)) <= WIDTH):
        return fill(whole, indent, _hang(indent))
    joint = "and" if isinstance(node, t.And) else "or"
    rows = _keyed([*lead, *p.operand(node.terms[0])], indent)
    for term in node.terms[1:]:
        rows += _keyed([Bit(joint), *p.operand(term)], indent)
    return rows


def _keyed(bits: Bits, indent: int) -> list[Row]:
    return fill([_padded(bits), *bits[1:]], indent, _hang(indent))


def _padded(bits: Bits) -> Bit:
    """The first bit, its keyword as wide as the column in which those of a clause stand."""
    return replace(bits[0], text=bits[0].text.ljust(_KEYWORD)) if bits[0].text in _COLUMN_KEYWORDS else bits[0]


def _hang(indent: int) -> int:
    return indent + _KEYWORD + 1 + _STEP
