"""The trees of events that are not plain, kept between commands: one that was read before is asked again without a YAML parser."""

from __future__ import annotations

import marshal

from treatylang.events.read import is_json
from treatylang.events.tree import Mapping, Scalar, Sequence
from treatylang.library import store as files
from treatylang.text.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from treatylang.events.tree import Node
    from treatylang.text.limits import Limits
    from treatylang.text.source import Source

_MOST = 64


def tree_key(source: Source, limits: Limits) -> str:
    """A name for the tree of an event's text: by its content, by how it is read, and by the program."""
    how = f"{files.program('events', 'text')} {limits.event_depth} {limits.errors} {is_json(source)}"
    return files.digest_of(how.encode(), source.text.encode())


def fetch_tree(key: str) -> Node | None:
    """The tree of an event, if it was kept and can be trusted."""
    data = files.read(f"{key}.event")
    if data is None:
        return None
    try:
        return _planted(marshal.loads(data))
    except (EOFError, ValueError, TypeError, LookupError):
        return None


def store_tree(key: str, tree: Node) -> None:
    """Keep the tree of an event."""
    data: Any = _felled(tree)
    files.write(f"{key}.event", marshal.dumps(data), _MOST)


def _felled(node: Node) -> tuple[Any, ...]:
    """A node as plain data: its place, and a text, a list or pairs."""
    at = (node.span.start, node.span.end)
    if isinstance(node, Scalar):
        return (*at, node.text, node.quoted)
    if isinstance(node, Sequence):
        return (*at, [_felled(item) for item in node.items])
    return (*at, {index: (_felled(key), _felled(value)) for index, (key, value) in enumerate(node.entries)})


def _planted(data: Any) -> Node:
    span = Span(data[0], data[1])
    if isinstance(data[2], str):
        return Scalar(data[2], data[3], span)
    if isinstance(data[2], list):
        return Sequence(tuple([_planted(item) for item in data[2]]), span)
    entries = []
    for key, value in data[2].values():
        name = _planted(key)
        if not isinstance(name, Scalar):
            raise TypeError("a key that is no text")
        entries.append((name, _planted(value)))
    return Mapping(tuple(entries), span)
