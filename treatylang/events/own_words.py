"""The words of an event that only treaties define: found before anything is read, and each put by its name.

A file that uses none is read with the common words alone, and no treaty's are looked at.
"""

from __future__ import annotations

from treatylang.events.report import quote
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.record import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.events.report import Report
    from treatylang.events.tree import Node
    from treatylang.model.own_words import Dictionary
    from treatylang.model.vocabulary import Vocabulary

_EXPECT = "expect"  # its rows name the treaty whose words they use


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in which one event is read: the common ones with those of the treaties whose words it uses, and its tree with each of
    them by its name.  `unclear`: words that it uses bare, and that treaties mean differently."""

    tree: Mapping
    vocabulary: Vocabulary
    dictionary: Dictionary | None = None
    unclear: frozenset[str] = field(default_factory=frozenset)


def wording(tree: Mapping, vocabulary: Vocabulary, dictionary: Dictionary | None, report: Report) -> Wording:
    """The wording of an event; two names of one word for the same thing are reported."""
    if dictionary is None or not dictionary.own:
        return Wording(tree, vocabulary)
    own = dictionary.own
    used = {text for text in _texts(tree) if text in own or (":" in text and text.rpartition(":")[2] in own)}
    if not used:
        return Wording(tree, vocabulary, dictionary)
    names = {text: name for text in used if (name := dictionary.named(text)) is not None}
    rows = [_in_row(row, dictionary) for row in _rows(tree)]
    treaties = [dictionary.meant(name) for name in (*names.values(), *(each for row in rows for each in row.values()))]
    words = dictionary.with_words_of(sorted({each[0] for each in treaties if each is not None}))
    written = _put(tree, {text: name for text, name in names.items() if text != name}, report)
    if rows:
        written = _with_rows(written, iter(rows), report)
    unclear = frozenset(text for text in used if text in own and text not in names)
    return Wording(written, words, dictionary, unclear)


def _texts(tree: Node) -> Iterator[str]:
    """Every text of a tree, names of fields too."""
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node.text
        elif isinstance(node, Sequence):
            waiting += node.items
        else:
            for key, value in node.entries:
                yield key.text
                waiting.append(value)


def _put(node: Node, names: dict[str, str], report: Report) -> Mapping:
    """A mapping in which each text that is written otherwise than by its name is put by it."""
    found = _named(node, names, report) if names else node
    assert isinstance(found, Mapping)
    return found


def _named(node: Node, names: dict[str, str], report: Report) -> Node:
    if isinstance(node, Scalar):
        return replace(node, text=names[node.text]) if node.text in names else node
    if isinstance(node, Sequence):
        return replace(node, items=tuple([_named(item, names, report) for item in node.items]))
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.entries:
        name = names.get(key.text, key.text)
        if name in entries:
            first = entries[name][0]
            message = (
                f"{quote(key.text)} is the same word as {quote(first.text)}"
                if first.text != key.text
                else f"{quote(name)} stands twice"
            )
            report.error("TL0602", message, key.span, "keep one of them", label=(first.span, "first here"))
            continue
        entries[name] = (key if name == key.text else replace(key, text=name), _named(value, names, report))
    return replace(node, entries=tuple(entries.values()))


def _rows(tree: Mapping) -> list[Node]:
    """The rows of `expect`: each names its treaty, and means its words."""
    return [row for key, value in tree.entries if key.text == _EXPECT and isinstance(value, Sequence) for row in value.items]


def _in_row(row: Node, dictionary: Dictionary) -> dict[str, str]:
    """What the words of a row mean that only its treaty's name makes clear."""
    fields = {key.text: value for key, value in row.entries} if isinstance(row, Mapping) else {}
    treaty = fields.get("treaty")
    if not isinstance(treaty, Scalar):
        return {}
    return {
        text: name
        for text in _texts(row)
        if text in dictionary.own
        if dictionary.named(text) is None and (name := dictionary.name(treaty.text, text)) != text
    }


def _with_rows(tree: Mapping, rows: Iterator[dict[str, str]], report: Report) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    for key, value in tree.entries:
        if key.text == _EXPECT and isinstance(value, Sequence):
            value = replace(value, items=tuple([_named(row, next(rows, {}), report) for row in value.items]))
        entries.append((key, value))
    return replace(tree, entries=tuple(entries))
