"""States, actors, treaties, groups: the names of those who act, checked to exist, and states to exist at the time."""

from __future__ import annotations

from treatylang.events.fields import Entry, distinct, items, one_or_more, read_fields, scalar, unknown, words
from treatylang.events.moments import LAST, Window, bounds, lifetime, outside
from treatylang.events.report import choices, foreign, quote, suggestion
from treatylang.events.situation import Group
from treatylang.events.tree import Mapping, Node, Scalar
from treatylang.events.words import GROUP_FIELDS
from treatylang.model.articles import within_article
from treatylang.text.limits import LIMITS
from treatylang.text.shapes import is_code, is_slug, is_treaty_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatylang.events.scope import Scope

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def code(scope: Scope, node: Node, what: str, when: Window | None = None, may_be_reading: bool = False) -> str | None:
    """The code of a state or actor; with `when`, a state must have existed on some day of it."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    name = found.text
    if name in scope.actors:
        if scope.actors[name] == "reading" and not may_be_reading:
            message = f"{quote(name)} is a reading, which can only claim"
            scope.report.error("TL0606", message, found.span, "name it in a `claimed` value, or give the actor another kind")
            return None
        return name
    if name in scope.unclear:
        unknown(scope, "TL0302", f"unknown state or actor {quote(name)}", found, scope.vocabulary.states, tables=("states",))
        return None
    if name not in scope.vocabulary.states:
        scope.report.error(
            "TL0302", f"unknown state or actor {quote(name)}", found.span, lambda: foreign(name) + _nearest_state(scope, name)
        )
        return None
    if when is not None:
        _existed(scope, found, when)
    return name


def codes(scope: Scope, node: Node, what: str, when: Window | None = None, may_be_reading: bool = False) -> tuple[str, ...]:
    """One code or a list of them."""
    return distinct(scope, [(code(scope, item, what, when, may_be_reading), item) for item in one_or_more(node)])


def code_list(scope: Scope, node: Node, what: str, when: Window | None = None, may_be_reading: bool = False) -> tuple[str, ...]:
    """A list of codes."""
    return distinct(scope, [(code(scope, item, what, when, may_be_reading), item) for item in items(scope, node, what)])


def codes_and_groups(scope: Scope, node: Node, what: str, when: Window) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """One or a list of codes and groups; groups stay as they are, to be resolved on the day of the act."""
    groups = []
    found: list[tuple[str | None, Node]] = []
    for item in one_or_more(node):
        if isinstance(item, Mapping):
            group = _group(scope, item, when)
            if group is not None:
                groups.append(group)
        else:
            found.append((code(scope, item, what, when), item))
    return distinct(scope, found), tuple(groups)


def treaty(scope: Scope, node: Node, what: str = "`treaty`", asked: bool = True) -> str | None:
    """The id of a known treaty.  Where nothing is `asked` of it, one that the library lacks is told and kept."""
    found = scalar(scope, node, what)
    if found is None:
        return None
    if found.text in scope.treaty_ids:
        return found.text
    if not asked and is_treaty_id(found.text):
        _absent(scope, found)
        return found.text
    unknown(scope, "TL0303", f"unknown treaty {quote(found.text)}", found, scope.treaty_ids)
    return None


def provision(scope: Scope, node: Node) -> tuple[str, str | None] | None:
    """`treaty` or `treaty:article`, of the field `under`."""
    found = scalar(scope, node, "`under`")
    if found is None:
        return None
    name, colon, article = (part.strip() for part in found.text.partition(":"))
    written = Scalar(name, True, found.span)
    if name not in scope.treaty_ids and not is_treaty_id(name):
        unknown(scope, "TL0303", f"unknown treaty {quote(name)}", written, scope.treaty_ids)
        return None
    if name not in scope.treaty_ids:
        _absent(scope, written)
    if colon and not article:
        scope.report.error(
            "TL0606",
            f"no article after the colon of {quote(found.text)}",
            found.span,
            "write `treaty:article`, or the treaty alone",
        )
        return None
    if article and name in scope.treaty_ids and scope.articles is not None:
        _article(scope, found, name, article, scope.articles(name))
    return name, article or None


def _article(scope: Scope, found: Scalar, treaty: str, article: str, known: Sequence[str]) -> None:
    """An article that the treaty has, or a part of one: under any other no clause is ever asked for."""
    labelled = "[" in article
    if article in known or (
        not labelled and any(within_article(each, article) or article.startswith(f"{each}(") for each in known)
    ):
        return

    def hint() -> str:
        same = dict.fromkeys(each for each in known if "[" not in each and _meant(article, each))
        near = f"did you mean {choices(same)}?" if same else suggestion(article, known) if len(article) > 1 else None
        return near or f"its articles are listed by `treaty show {treaty}`"

    scope.report.error("TL0304", f"{quote(treaty)} has no article {quote(article)}", found.span, hint)


def _meant(article: str, known: str) -> bool:
    """Whether a number is that of an article cited otherwise: `4` of `IV`, of `CST 4(1)`, of `4-5`."""
    if article.isdecimal() and len(article) < 4:
        first, dash, last = known.partition("-")
        if dash and first.isdecimal() and last.isdecimal() and int(first) <= int(article) <= int(last):
            return True
        if 0 < int(article) <= len(_ROMAN) and within_article(known, _ROMAN[int(article) - 1]):
            return True
    return within_article(known.rpartition(" ")[2], article)


def _absent(scope: Scope, found: Scalar) -> None:
    """An event may speak of a treaty that nobody has encoded yet; it may also be a slip."""
    hint = suggestion(found.text, scope.treaty_ids)
    message = f"treaty {quote(found.text)} is not in the library"
    scope.report.warn("TL0617", message, found.span, hint or "treaties are listed by `treaty list`")


def act_id(scope: Scope, node: Node, what: str = "`id`") -> str | None:
    """The id of an act, as it may be written."""
    found = scalar(scope, node, what)
    if found is None or not well_formed(scope, found, is_slug, f"{what} of an act is lower-case ASCII, like `first_strike`"):
        return None
    return found.text


def actor_code(scope: Scope, key: Scalar) -> bool:
    """Whether a key can be the code of an actor."""
    return well_formed(scope, key, is_code, "the code of an actor is upper-case ASCII, like `AL_QAEDA`")


def well_formed(scope: Scope, found: Scalar, form: Callable[[str], bool], rule: str) -> bool:
    """Whether a name that the file itself brings along has the right form and length."""
    if len(found.text) > LIMITS.name:
        scope.report.error("TL0105", f"{quote(found.text)} is longer than {LIMITS.name} characters", found.span, "shorten it")
        return False
    if not form(found.text):
        scope.report.error("TL0606", f"{quote(found.text)} is no name here", found.span, rule)
        return False
    return True


def _group(scope: Scope, node: Mapping, when: Window) -> Group | None:
    entries = read_fields(scope, node, "a group", GROUP_FIELDS)
    if entries is None:
        return None
    both = "class" in entries and "parties_of" in entries
    if both or not ("class" in entries or "parties_of" in entries):
        message = "a group has both `class` and `parties_of`" if both else "a group needs `class` or `parties_of`"
        scope.report.error("TL0614" if both else "TL0604", message, node.span, "write one of the two")
        return None
    of_class = words(scope, entries["class"][1], "class", scope.vocabulary.classes, table="classes") if "class" in entries else None
    of_treaty = treaty(scope, entries["parties_of"][1], "`parties_of`") if "parties_of" in entries else None
    if of_class is None and of_treaty is None:
        return None
    return Group(of_class, of_treaty, excepted(scope, entries, when))


def excepted(scope: Scope, entries: dict[str, Entry], when: Window | None = None) -> tuple[str, ...]:
    """The codes of `except`."""
    return codes(scope, entries["except"][1], "`except`", when) if "except" in entries else ()


def spoke(scope: Scope, found: Scalar, when: Window) -> None:
    """Whoever says something of an act must be there after it: a state may speak of what was before it, not of what came after."""
    if found.text in scope.vocabulary.states and found.text not in scope.actors:
        _existed(scope, found, when, or_later=True)


def _existed(scope: Scope, found: Scalar, when: Window, or_later: bool = False) -> None:
    state = scope.vocabulary.states[found.text]
    life = lifetime(state.spells)
    if life is None or not outside(Window(when.first, LAST) if or_later else when, life):
        return
    days = when.first if when.first == when.last else f"{when.first} to {when.last}"
    message = f"{quote(found.text)} ({state.name}) did not exist on {days}"
    scope.report.error("TL0608", message, found.span, lambda: f"it stands {bounds(life)}{_kin(scope, found.text, when)}")


def _kin(scope: Scope, name: str, when: Window) -> str:
    """The state that stood in its place on the day: one it continues, or one that continues it."""
    states = scope.vocabulary.states
    near = [older for older, _ in states[name].continues if older in states]
    near += [state.code for state in states.values() if any(older == name for older, _ in state.continues)]
    alive = [other for other in near if (life := lifetime(states[other].spells)) is None or not outside(when, life)]
    return f"; did you mean {choices(sorted(set(alive)))}?" if alive else ""


def _nearest_state(scope: Scope, name: str) -> str:
    """The state that was meant: by its name, or by the nearest code."""
    folded = name.casefold()
    for state in scope.vocabulary.states.values():
        if state.name.casefold() == folded:
            return f"did you mean `{state.code}` ({state.name})?"
    near = suggestion(name, [*scope.vocabulary.states, *scope.actors])
    if near is None:
        return "codes are ISO 3166-1 alpha-3; an actor that is no state of the table is declared under `actors`"
    for known in scope.vocabulary.states.values():
        if near == f"did you mean `{known.code}`?":
            return f"did you mean `{known.code}` ({known.name})?"
    return near


def is_text(node: Node, word: str) -> bool:
    """Whether a node is just this word."""
    return isinstance(node, Scalar) and node.text == word
