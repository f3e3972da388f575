"""Event files asked of a library: read with its words, its treaties and their parties."""

from __future__ import annotations

from treatylang.events.from_plain_yaml import from_plain_yaml
from treatylang.events.read import is_json, read_event, read_tree
from treatylang.plan.plan import party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.events.situation import Situation
    from treatylang.events.tree import Node
    from treatylang.library.load import Library
    from treatylang.text.limits import Limits
    from treatylang.text.source import Source


def read_for(library: Library, data: bytes, name: str) -> tuple[Situation | None, tuple[Diagnostic, ...]]:
    """The situation of an event file, or what is wrong with it; `name` is what messages show."""

    def is_party(treaty: str, state: str, day: str) -> bool | None:
        """Whether the treaty's own list has the state on a day; None where the list leaves it open."""
        plan = library.plan.treaties[treaty]
        base = party_list(library.plan.treaties, plan)
        open_ = False
        for member in base.members:
            inside = member.spell.contains(day) if member.state == state else False
            if inside and not member.disputed:
                return True
            open_ = open_ or inside is None or (member.disputed and inside is not False)
        return None if open_ else False

    def articles(treaty: str) -> tuple[str, ...]:
        """All that can be cited of a treaty, as an event cites it."""
        plan = library.plan.treaties[treaty]
        return (*(article[0] for article in plan.articles), *(clause.id for clause in plan.clauses))

    plan = library.plan
    return read_event(
        data,
        name,
        plan.vocabulary,
        frozenset(plan.treaties),
        membership=is_party,
        articles=articles,
        bodies=library.bodies,
        dictionary=plan.dictionary,
        trees=_kept_tree,
    )


def _kept_tree(source: Source, limits: Limits) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a text; of one that needs a parser from the cache, where it was read before without a complaint."""
    plain = None if is_json(source) else from_plain_yaml(source.text, limits.event_depth)
    if plain is not None:
        return plain, ()
    from treatylang.library import trees

    key = trees.tree_key(source, limits)
    kept = trees.fetch_tree(key)
    if kept is not None:
        return kept, ()
    tree, found = read_tree(source, limits)
    if tree is not None and not found:
        trees.store_tree(key, tree)
    return tree, found
