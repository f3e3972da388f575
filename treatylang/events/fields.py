"""Reading fields and plain values: each takes a node, gives the value or None, and reports what is wrong with it."""

from __future__ import annotations

from treatylang.events.moments import earliest, latest
from treatylang.events.renames import renamed
from treatylang.events.report import choices, foreign, quote, suggestion
from treatylang.events.tree import Mapping, Node, Scalar, Sequence, shape
from treatylang.model.time import is_day
from treatylang.text.shapes import is_moment, is_number
from treatylang.text.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from treatylang.events.scope import Scope

Entry = tuple[Scalar, Node]  # a field: its name as written, and its value

_UNTIL = "`until` is the first day on which it no longer holds: write a later one, or take it out"
_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "0"})


def read_fields(
    scope: Scope,
    node: Node,
    what: str,
    allowed: Collection[str],
    required: Iterable[str] = (),
    stranger: Callable[[Scalar], bool] | None = None,
    tables: tuple[str, ...] = (),
) -> dict[str, Entry] | None:
    """The fields of a mapping by name; `what` names it (`an act`).

    A field that is not allowed is an error, unless `stranger` knows better what to say of it (and gives True).  `tables`: those of the
    vocabulary whose words may be fields too.
    """
    if not isinstance(node, Mapping):
        hint = "write `{...}`, or its fields below it, each `name: value`"
        scope.report.error("TL0606", f"{what} is a mapping of fields, not {shown(node)}", node.span, hint)
        return None
    found: dict[str, Entry] = {}
    written = set()
    for key, value in node.entries:
        written.add(key.text)
        if key.text not in allowed:
            if stranger is None or not stranger(key):
                unknown(scope, "TL0603", f"unknown field {quote(key.text)} in {what}", key, allowed, tables=tables)
        elif isinstance(value, Scalar) and value.absent:
            scope.report.error("TL0604", f"{quote(key.text)} has no value", key.span, "write a value, or take the field out")
        else:
            found[key.text] = (key, value)
    for name in required:
        if name not in written:
            scope.report.error("TL0604", f"{what} needs `{name}`", head(node), f"write `{name}:` beside the other fields")
    return found


def head(node: Node) -> Span:
    """Where to point at a whole node: its first key, or its first character."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    return Span(node.span.start, max(node.span.start, min(node.span.end, node.span.start + 1)))


def shown(node: Node) -> str:
    """A node in a message: the user's own words where it is a text."""
    if isinstance(node, Scalar):
        return "nothing" if node.absent else quote(node.text)
    return shape(node)


def unknown(
    scope: Scope, code: str, message: str, word: Scalar, known: Iterable[str], *sorts: str, tables: tuple[str, ...] = ()
) -> None:
    """Report a word that does not exist, with the new word for an old one, the nearest one, or all of a few.

    `tables`: those of the vocabulary in which it was looked for.  A word that treaties mean differently there is told as such.
    """
    if word.text in scope.unclear and _is_unclear(scope, word, tables):
        return
    listed = "fields are listed by `treaty schema event`" if code == "TL0603" else "words are listed by `treaty vocabulary`"
    scope.report.error(
        code,
        message,
        word.span,
        lambda: renamed(word.text, *sorts) or foreign(word.text) + (_nearest(scope, word.text, known, tables) or listed),
    )


def _is_unclear(scope: Scope, word: Scalar, tables: tuple[str, ...]) -> bool:
    """Whether two treaties define a word of these tables, each otherwise: reported."""
    if scope.dictionary is None or not any(set(tables).intersection(where) for _, where in scope.dictionary.own[word.text]):
        return False
    *most, last = [f"`{treaties[0]}`" for treaties, _ in scope.dictionary.own[word.text]]
    message = f"{quote(word.text)} means one thing in {', '.join(most)} and another in {last}"
    scope.report.error("TL0620", message, word.span, f"write {choices(scope.dictionary.meanings(word.text))}")
    return True


def _nearest(scope: Scope, word: str, known: Iterable[str], tables: tuple[str, ...]) -> str | None:
    """The nearest word, also of those that only treaties define; of one that they mean differently, each by its name."""
    if scope.dictionary is None or not tables:
        return suggestion(word, known)
    names = {
        name.rpartition(":")[2]: scope.dictionary.meanings(name.rpartition(":")[2]) for name in scope.dictionary.names(*tables)
    }
    near = suggestion(word.rpartition(":")[2], {*known, *names})
    several = next((each for bare, each in names.items() if len(each) > 1 and near == f"did you mean `{bare}`?"), None)
    return f"did you mean {choices(several)}?" if several else near


def scalar(scope: Scope, node: Node, what: str) -> Scalar | None:
    """A node that must be a text (or number, or word)."""
    if isinstance(node, Scalar) and not node.absent:
        return node
    scope.report.error("TL0606", f"{what} is one value, not {shown(node)}", node.span, "write a text or a number")
    return None


def text(scope: Scope, node: Node, what: str) -> str | None:
    """Prose."""
    found = scalar(scope, node, what)
    return found.text if found else None


def line(scope: Scope, node: Node, what: str) -> str | None:
    """Prose of one line, not empty."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    stripped = found.text.strip()
    if not stripped or "\n" in stripped or "\r" in stripped:
        hint = "write something" if not stripped else "shorten it; what is longer goes into `note`"
        scope.report.error("TL0606", f"{what} is one line of text", found.span, hint)
        return None
    return stripped


def words(
    scope: Scope, node: Node, what: str, known: Collection[str], *sorts: str, code: str = "TL0301", table: str = ""
) -> str | None:
    """A word of a list; `what` names the list in the message (`kind of act`), `table` the vocabulary's."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if found.text in known:
        return found.text
    unknown(scope, code, f"unknown {what} {quote(found.text)}", found, known, *sorts, tables=(table,) if table else ())
    return None


def one_of(scope: Scope, node: Node, what: str, options: tuple[str, ...]) -> str | None:
    """One of a few words that belong to the event file itself."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if found.text in options:
        return found.text
    scope.report.error(
        "TL0606", f"{what} is not {quote(found.text)}", found.span, lambda: f"{foreign(found.text)}write {choices(options)}"
    )
    return None


def truth(scope: Scope, node: Node, what: str) -> bool | None:
    """`true` or `false`."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if found.text in ("true", "false"):
        return found.text == "true"
    folded = found.text.lower()
    meant = "`true`" if folded in _TRUE else "`false`" if folded in _FALSE else "`true` or `false`"
    scope.report.error(
        "TL0606", f"{what} is true or false, not {quote(found.text)}", found.span, f"{foreign(found.text)}write {meant}"
    )
    return None


def number(
    scope: Scope, node: Node, what: str, least: float | None = 0.0, most: float | None = None, whole: bool = False
) -> float | None:
    """A number in plain figures, within bounds; one that counts is `whole`."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if not is_number(found.text):
        bare = "".join(char for char in found.text if char not in "_, '")
        plain = bare if is_number(bare) and found.text[:1] not in "_, '" else ""
        hint = f"write `{plain}`" if plain and len(plain) < 32 else "write it in figures: `130`, `2.5`"
        scope.report.error("TL0606", f"{what} is a number, not {quote(found.text)}", found.span, hint)
        return None
    value = float(found.text)
    if value in (float("inf"), float("-inf")):
        scope.report.error("TL0606", f"{what}: {quote(found.text)} is too large", found.span, "look at the figures")
        return None
    if (least is not None and value < least) or (most is not None and value > most):
        both = least is not None and most is not None
        bounds = f"from {least:g} to {most:g}" if both else f"at least {least or 0:g}"
        hint = "write decimal degrees; south and west are negative" if both else "write `0` or more, or `unknown`"
        scope.report.error("TL0606", f"{what} is {bounds}, not {quote(found.text)}", found.span, hint)
        return None
    if whole and not value.is_integer():
        hint = f"write `{{at_least: {value // 1:.0f}, at_most: {value // 1 + 1:.0f}}}` where it is not known"
        scope.report.error("TL0606", f"{what} is a count, and {quote(found.text)} is not whole", found.span, hint)
        return None
    return value


def moment(scope: Scope, node: Node, what: str) -> str | None:
    """A day, or a month or year of which the day is not known."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if not is_moment(found.text):
        hint = "write it as `2001-09-11`; `1998-08` or `1992` where the day is not known"
        scope.report.error("TL0606", f"{what} is a date, not {quote(found.text)}", found.span, hint)
        return None
    if found.text < "0001" or (len(found.text) > 4 and not is_day(found.text)):
        scope.report.error("TL0501", f"{quote(found.text)} is not in the calendar", found.span, "look at the month and the day")
        return None
    return found.text


def day(scope: Scope, node: Node, what: str) -> str | None:
    """A whole day."""
    found = moment(scope, node, what)
    if found is not None and len(found) < 10:
        scope.report.error("TL0606", f"{what} is a whole day, not {quote(found)}", node.span, f"write `{found}-...` to the day")
        return None
    return found


def spell(scope: Scope, entries: dict[str, Entry]) -> tuple[str | None, str | None]:
    """`since` and `until` of a row; `until` is the first day outside."""
    since = moment(scope, entries["since"][1], "`since`") if "since" in entries else None
    until = moment(scope, entries["until"][1], "`until`") if "until" in entries else None
    if since and until and latest(until) <= earliest(since):
        scope.report.error(
            "TL0502", f"`until` {quote(until)} is not after `since` {quote(since)}", entries["until"][1].span, _UNTIL
        )
    return since, until


def items(scope: Scope, node: Node, what: str) -> tuple[Node, ...]:
    """The items of a list."""
    if isinstance(node, Sequence):
        return node.items
    scope.report.error("TL0606", f"{what} is a list, not {shown(node)}", node.span, "write `[...]`, or a line with `- ` for each")
    return ()


def too_many(scope: Scope, nodes: tuple[Node, ...], most: int, what: str, hint: str) -> bool:
    """Whether a list is longer than is read, which is reported at the first that is too many; `what` with its `{}` for the number."""
    if len(nodes) > most:
        scope.report.error("TL0101", f"{what.format(f'{len(nodes):,}')}, at most {most:,} are read", head(nodes[most]), hint)
    return len(nodes) > most


def one_or_more(node: Node) -> tuple[Node, ...]:
    """One item may stand without its list."""
    return node.items if isinstance(node, Sequence) else (node,)


def distinct(scope: Scope, found: Iterable[tuple[str | None, Node]]) -> tuple[str, ...]:
    """Values in order, without those that could not be read; one that stands twice is an error."""
    seen: dict[str, Node] = {}
    for value, node in found:
        if value is None:
            continue
        if value in seen:
            first = (seen[value].span, "first here")
            scope.report.error("TL0606", f"{quote(value)} stands twice in the list", node.span, "take one out", label=first)
        seen.setdefault(value, node)
    return tuple(seen)
