"""The small pieces that a printed line is made of, and how too long a line is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatylang.record import dataclass, replace
from treatylang.syntax import tree as t
from treatylang.text.source import NOWHERE, Span

WIDTH = 132

# How gladly a line is broken before a bit; the highest rank in the line wins, of equals the last.
LIST, PART, JOIN = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Bit:
    """Words that are never parted: their text, the place in the source they stand for, and the spaces before them."""

    text: str
    span: Span = NOWHERE
    rank: int = 0
    gap: int = 1


Bits = list[Bit]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file.  `span` covers what the source had in it; `opens`: an empty line goes before it."""

    indent: int
    text: str
    span: Span
    opens: bool = False


# ---- making bits
def word(node: t.Name | t.Code | t.Day | t.Number) -> Bit:
    """A word as written."""
    return Bit(node.text, node.span)


def quoted(node: t.Text) -> Bit:
    """A string; three marks where it has line ends or quotation marks of its own (or nothing) in it."""
    mark = '"""' if not node.text or '"' in node.text or "\n" in node.text else '"'
    return Bit(f"{mark}{node.text}{mark}", node.span)


def key(text: str, node: t.Node) -> Bit:
    """The keyword with which a node begins: comments need the place where it stands."""
    start = node.span.start
    return Bit(text, Span(start, start + len(text)) if node.span is not NOWHERE else NOWHERE)


def ranked(bits: Bits, rank: int, gap: int = 1) -> Bits:
    """The bits, the first of them with another rank and gap."""
    return [Bit(bits[0].text, bits[0].span, rank, gap), *bits[1:]] if bits else bits


def listed(items: Iterable[Bits]) -> Bits:
    """`A, B, C`."""
    out: Bits = []
    for item in items:
        if out:
            last = out[-1]
            out[-1] = Bit(last.text + ",", last.span, last.rank, last.gap)
        out += ranked(item, LIST if out else 0)
    return out


def words(nodes: Iterable[t.Name | t.Code | t.Number]) -> Bits:
    """`A, B, C` of single words."""
    every = list(nodes)  # there may be a hundred thousand: one bit for each, and no more
    last = len(every) - 1
    return [Bit(node.text + "," if at < last else node.text, node.span, LIST if at else 0) for at, node in enumerate(every)]


def enclosed(bits: Bits) -> Bits:
    """`(...)`."""
    inner = [replace(bits[0], text="(" + bits[0].text), *bits[1:]]
    return [*inner[:-1], replace(inner[-1], text=inner[-1].text + ")")]


# ---- making lines
def joined(bits: Sequence[Bit]) -> str:
    """One line, with the gaps that the layout wants."""
    return "".join((" " * bit.gap if at else "") + bit.text for at, bit in enumerate(bits))


def row(indent: int, bits: Sequence[Bit]) -> Row:
    """One line, however wide."""
    spans = [bit.span for bit in bits if bit.span is not NOWHERE]
    return Row(indent, joined(bits).rstrip(), Span(spans[0].start, spans[-1].end) if spans else NOWHERE)


def fill(bits: Sequence[Bit], indent: int, hang: int) -> list[Row]:
    """One line or, where it would be too wide, several, those after the first indented by `hang`."""
    rows: list[Row] = []
    line: Bits = []
    width = indent
    for bit in bits:
        line.append(bit)
        width += len(bit.text) + (bit.gap if len(line) > 1 else 0)
        while width > WIDTH and (cut := _cut(line)):
            rows.append(row(hang if rows else indent, line[:cut]))
            line = line[cut:]
            width = hang + len(joined(line))
    rows.append(row(hang if rows else indent, line))
    return rows


def _cut(line: Bits) -> int:
    """Where to break: before the bit of the highest rank, the last of equals; 0 where there is none."""
    best = 0
    for at in range(1, len(line)):
        if line[at].rank > 0 and (best == 0 or line[at].rank >= line[best].rank):
            best = at
    return best
