"""An event file, from bytes to a situation: text, tree, situation."""

from __future__ import annotations

from treatylang.events.from_plain_yaml import from_plain_yaml
from treatylang.events.from_tree import Known, from_tree
from treatylang.events.report import in_order
from treatylang.text.limits import LIMITS
from treatylang.text.screen import screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.events.scope import Articles, Membership
    from treatylang.events.situation import Situation
    from treatylang.events.tree import Node
    from treatylang.model.own_words import Dictionary
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.text.limits import Limits
    from treatylang.text.source import Source


def read_event(
    data: bytes,
    name: str,
    vocabulary: Vocabulary,
    treaty_ids: frozenset[str],
    limits: Limits = LIMITS,
    membership: Membership | None = None,
    articles: Articles | None = None,
    bodies: frozenset[str] = frozenset(),
    dictionary: Dictionary | None = None,
    trees: Callable[[Source, Limits], tuple[Node | None, tuple[Diagnostic, ...]]] | None = None,
) -> tuple[Situation | None, tuple[Diagnostic, ...]]:
    """The situation of an event file, or everything that is wrong with it; warnings stand beside a situation.

    `name` is what messages show, and its ending says YAML or JSON.  `bodies` are the organs of treaties, which may decide beside
    those of the vocabulary.  With `membership`, statuses are checked against the parties that the treaties themselves list, with
    `articles` what an act is done under against the articles that they have.  `dictionary` has the words that only treaties define.  `trees` reads the tree of a text, by default `read_tree`.
    """
    source, found = screen(name, data, limits.event_bytes, limits.errors)
    if source is None:
        return None, found
    tree, found = (trees or read_tree)(source, limits)
    if tree is None:
        return None, found
    situation, more = from_tree(tree, source, Known(vocabulary, treaty_ids, bodies, membership, articles, dictionary), limits)
    # A tree may stand beside errors of its own; a situation never does.
    return (None if found else situation), _capped(found, more, limits.errors)


def read_tree(source: Source, limits: Limits = LIMITS) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a text: JSON or YAML by the ending of its name, else JSON where it starts with a bracket."""
    if is_json(source):
        from treatylang.events.from_json import from_json

        return from_json(source, limits)
    tree = from_plain_yaml(source.text, limits.event_depth)
    if tree is not None:
        return tree, ()
    from treatylang.events.from_yaml import from_yaml

    return from_yaml(source, limits)


def is_json(source: Source) -> bool:
    """Whether a text is to be read as JSON."""
    name = source.name.lower()
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    return source.text.lstrip(" \t\r\n")[:1] in ("{", "[")


def _capped(first: tuple[Diagnostic, ...], second: tuple[Diagnostic, ...], limit: int) -> tuple[Diagnostic, ...]:
    return in_order((*first, *second)[: max(limit, len(first))])
