"""The facts of an act, a party or the situation, as written, and whether they can all be true together."""

from __future__ import annotations

from treatylang.events.fields import Entry, read_fields, unknown
from treatylang.events.renames import renamed
from treatylang.events.report import quote
from treatylang.events.situation import Bounds, Claimed
from treatylang.events.values import TRUTH, read_value, sort_of
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatylang.events.moments import Window
    from treatylang.events.scope import Scope
    from treatylang.events.situation import Value
    from treatylang.events.tree import Node, Scalar
    from treatylang.model.vocabulary import Vocabulary

    # Two values that one account holds together; the account's name, where it is a named one.
    Pair = tuple[Value, Value, str | None]

_PLACE_OF = {"act": "an act", "party": "a party", "situation": "the situation"}
_WRITE_UNDER = {"act": "write it in the act", "party": "write it under `parties`", "situation": "write it under `facts`"}


@dataclass(frozen=True, slots=True)
class Written:
    """A value with the place of its name."""

    value: Value
    key: Scalar


def fact_words(vocabulary: Vocabulary, owner: str) -> frozenset[str]:
    """The facts that an act, a party or the situation may have; of an act also the kinds that others can amount to."""
    own = {fact.name for fact in vocabulary.facts.values() if fact.owner == owner}
    if owner == "act":
        own.update(result for kind in vocabulary.kinds.values() for result in kind.amounts_to)
    return frozenset(own)


def misplaced(scope: Scope, key: Scalar, owner: str) -> bool:
    """Report a fact that belongs to another owner, a kind written as a fact, or an old word; whether it was one of them."""
    fact = scope.vocabulary.facts.get(key.text)
    if fact is not None:
        message = f"{quote(key.text)} is a fact of {_PLACE_OF[fact.owner]}, not of {_PLACE_OF[owner]}"
        scope.report.error("TL0607", message, key.span, _WRITE_UNDER[fact.owner])
        return True
    if key.text in scope.vocabulary.kinds:
        hint = f"write `kind: {key.text}`" if owner == "act" else "an act of this kind stands under `acts`"
        scope.report.error("TL0607", f"{quote(key.text)} is a kind of act, not a fact", key.span, hint)
        return True
    new = renamed(key.text, "fact")
    if new is not None:
        scope.report.error("TL0301", f"{quote(key.text)} is an old word", key.span, new)
    return new is not None


def read_facts(scope: Scope, entries: dict[str, Entry], owner: str, when: Window | None) -> dict[str, Written]:
    """The facts among the fields."""
    found: dict[str, Written] = {}
    for name, (key, node) in entries.items():
        fact = scope.vocabulary.facts.get(name)
        sort = sort_of(fact) if fact is not None else TRUTH
        value = read_value(scope, node, f"`{name}`", sort, when)
        if value is not None:
            found[name] = Written(value, key)
    _agree(scope, found)
    return found


def read_fact_map(scope: Scope, node: Node, what: str, owner: str) -> dict[str, Value]:
    """A mapping of facts only: of a party, or of the situation."""
    allowed = fact_words(scope.vocabulary, owner)

    def stranger(key: Scalar) -> bool:
        if misplaced(scope, key, owner):
            return True
        unknown(scope, "TL0301", f"unknown fact {quote(key.text)}", key, allowed, tables=("facts",))
        return True

    entries = read_fields(scope, node, what, allowed, stranger=stranger)
    if entries is None:
        return {}
    return {name: written.value for name, written in read_facts(scope, entries, owner, scope.when).items()}


def _agree(scope: Scope, written: Mapping[str, Written]) -> None:
    """Every two written facts must be able to hold together, in each account."""
    if len(written) < 2:
        return
    follows = {name: follow(scope.vocabulary, name) for name in written}
    for number, (name, first) in enumerate(written.items()):
        for other, second in list(written.items())[number + 1 :]:
            rule = _apart(follows, name, other)
            if rule is not None:
                _clash(scope, (name, first), (other, second), holds=True, rule=rule)
            if other in follows[name].holds:
                _clash(scope, (name, first), (other, second), holds=False, rule=follows[name].holds[other])
            if name in follows[other].holds:
                _clash(scope, (other, second), (name, first), holds=False, rule=follows[other].holds[name])


def _apart(follows: Mapping[str, Following], name: str, other: str) -> str | None:
    """Why two facts exclude each other, directly or by what they imply."""
    for one, two in ((name, other), (other, name)):
        for each, rule in follows[one].fails.items():
            if each == two:
                return rule
            if each in follows[two].holds:
                return f"{follows[two].holds[each]}, and {rule}"
    return None


def _clash(scope: Scope, first: tuple[str, Written], second: tuple[str, Written], holds: bool, rule: str) -> None:
    for left, right, account in joint(first[1].value, second[1].value):
        if holding(left) is True and holding(right) is holds:
            where = f" in the account of {quote(account)}" if account else ""
            message = f"`{first[0]}` and `{second[0]}` cannot stand so together{where}: {rule}"
            later, earlier = sorted((first[1].key, second[1].key), key=lambda key: key.span.start, reverse=True)
            label = (earlier.span, "against this")
            scope.report.error("TL0610", message, later.span, "change one, or write `unknown`", label=label)
            return


@dataclass(frozen=True, slots=True)
class Following:
    """What must hold, and what cannot, where a fact holds; each with the rules of the vocabulary that say so."""

    holds: Mapping[str, str]
    fails: Mapping[str, str]


def follow(vocabulary: Vocabulary, name: str) -> Following:
    """All that follows from a fact, or from an act's being of a kind, by however many steps."""
    holds = {name: ""}
    fails: dict[str, str] = {}
    chained = {name}  # what implications alone lead to: they are told as one
    waiting = [name]
    while waiting:
        word = waiting.pop(0)
        for other, value, rule in _next(vocabulary, word):
            said = f"{holds[word]}, and {rule}" if holds[word] else rule
            if not value:
                fails.setdefault(other, said)
            elif other not in holds:
                if word in chained and rule.startswith(f"`{word}` implies"):
                    chained.add(other)
                    said = f"`{name}` implies `{other}`"
                holds[other] = said
                waiting.append(other)
    del holds[name]
    return Following(holds, fails)


def _next(vocabulary: Vocabulary, word: str) -> Iterator[tuple[str, bool, str]]:
    """What follows by one rule: another word, whether it holds, the rule."""
    fact = vocabulary.facts.get(word)
    if fact is not None:
        yield from ((other, True, f"`{word}` implies `{other}`") for other in fact.implies)
        yield from ((other, False, f"`{word}` excludes `{other}`") for other in fact.excludes)
    for other, row in vocabulary.facts.items():
        if word in row.excludes:
            yield other, False, f"`{other}` excludes `{word}`"
    kind = vocabulary.kinds.get(word)
    if kind is not None:
        yield from ((above, True, f"`{word}` is a kind of `{above}`") for above in kind.above if above != word)
        needs = vocabulary.needs_of(word)
        yield from ((fact, value, f"`{word}` needs {'' if value else 'not '}`{fact}`") for fact, value in needs.items())


def joint(left: Value, right: Value) -> Iterator[Pair]:
    """The pairs of values that some account holds: a claimant holds what it claims, and what is not claimed is common ground."""
    if isinstance(left, Claimed) and isinstance(right, Claimed):
        for value, who in left.values:
            for other, also in right.values:
                for name in who:
                    if name in also:
                        yield value, other, name
    elif isinstance(left, Claimed):
        yield from ((value, right, who[0] if who else None) for value, who in left.values)
    elif isinstance(right, Claimed):
        yield from ((left, value, who[0] if who else None) for value, who in right.values)
    else:
        yield left, right, None


def holding(value: Value) -> bool | None:
    """Whether a fact with this value holds: a number does when it is above zero, a list when it names anyone."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (float, int)):
        return value > 0
    if isinstance(value, Bounds):
        if value.at_least is not None and value.at_least > 0:
            return True
        return False if value.at_most is not None and value.at_most <= 0 else None
    return bool(value) if isinstance(value, tuple) else None
