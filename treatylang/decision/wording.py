"""Supposed changes in words: what would have to be so, and how it is now."""

from __future__ import annotations

from treatylang.decision.changes import Change
from treatylang.decision.shortfall import Gap

_NOW = {
    "stated": "the event says otherwise",
    "presumed": "presumed otherwise",
    "unknown": "the event does not say",
    "claimed": "that is disputed",
    "follows": "it is not so",
    "map": "it is not so",
    "table": "it is not so",
    "listed": "",
}


def of_fact(the: str, name: str, meaning: str, gap: Gap) -> Change:
    return Change(f"{the} were {'' if gap.goal else 'not '}{name} ({meaning})", True, gap.was, gap.leaf.basis, now_of(gap))


def now_of(gap: Gap) -> str:
    return "the event does not say" if gap.leaf.value is None and gap.leaf.basis != "claimed" else _NOW.get(gap.leaf.basis, "")


def supposed(words: str, so: bool) -> str:
    """`FRA is at_war with DEU` as what would have to be: `FRA were at_war with DEU`."""
    one, is_, rest = words.partition(" is ")
    if not is_ or "(" in one:  # that is in the meaning of the word, which stands behind it
        return f"it were {'' if so else 'not '}so that {words}"
    return f"{one} were {'' if so else 'not '}{rest}"


def denied(words: str) -> str:
    """What is, or is not, said of what is not so: `FRA is no great_power`, `not grave (...)`."""
    one, is_, rest = words.partition(" is ")
    if is_ and "(" not in one:
        if " that is " in rest:
            return f"{one} is not such"
        if rest.startswith("any of "):
            return f"{one} is none of {rest[7:]}"
        return f"{one} is no {rest[2:]}" if rest.startswith("a ") else f"{one} is not {rest}"
    if words.endswith(" struck"):
        return f"no {words}"
    return f"not {words}" if words.split(" ", 1)[-1].startswith("(") else f"not so: {words}"


def only_then(what: str, days: int, bound: str) -> str:
    return f"{what} only from {bound} on" if days > 0 else f"{what} only until {bound}"


def cited(article: str) -> str:
    """`Article 4`; an article that has a name keeps it."""
    return f"Article {article}" if article.split("(", 1)[0].strip("0123456789IVXLC-") == "" else article


_WITHOUT_ARTICLE = frozenset(
    (
        "terrorism", "subversion", "harassment", "coercion", "economic_pressure", "economic_measures", "sabotage", "unrest", "peace",
        "mass_violence", "assistance", "interference", "arrears_of_dues", "diplomatic_measures", "lending_of_territory",
        "hosting_of_forces", "stationing_of_forces", "imminent_war",
    )
)  # fmt: skip


def with_article(word: str) -> str:
    if word.split(" ", 1)[0] in _WITHOUT_ARTICLE:
        return word
    return ("an " if word[0] in "aeiou" and not word.startswith(("uni", "use", "eu")) else "a ") + word


def one_of(words: tuple[str, ...]) -> str:
    """`forces, vessels or aircraft`."""
    return " or ".join(each for each in (", ".join(words[:-1]), *words[-1:]) if each)
