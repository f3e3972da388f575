"""The vocabulary as text: its sorts, the words of a sort, one word with all that is known of it."""

from __future__ import annotations

from treatylang.model.vocabulary import in_words
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.organ_text import rule_words
from treatylang.rendering.treaty_text import columns_text, dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatylang.model.vocabulary import Fact, Vocabulary, Yield

    Homes = Mapping[str, tuple[str, ...]]  # of a word that only treaties define, by its name: which

# The sorts of words, each a field of the vocabulary, and what they are.
SORTS = {
    "kinds": "kinds of acts",
    "facts": "facts of an act, a party or the situation",
    "relations": "relations of two actors, or of an actor and a place",
    "decisions": "what a body may decide",
    "bodies": "bodies that belong to no one treaty",
    "duties": "verbs of duty",
    "strengths": "how much is owed, or by what way; strongest first",
    "targets": "what an act is directed at",
    "domains": "where force is used",
    "zones": "zones of the sea and the air",
    "regions": "regions and seas",
    "areas": "areas that several treaties share",
    "territories": "territories with a status of their own",
    "classes": "classes of states",
    "measures": "measures of effort",
    "states": "states and other actors",
}


def sorts_text(vocabulary: Vocabulary) -> list[Line]:
    """The sorts, and how many words each has."""
    return columns_text([(sort, str(len(getattr(vocabulary, sort))), about) for sort, about in SORTS.items()])


def words_text(vocabulary: Vocabulary, sort: str, width: int | None, homes: Homes | None = None) -> list[Line]:
    """Every word of a sort with its meaning, and the treaties whose own it is; strengths from the strongest down, all others by name."""
    words = getattr(vocabulary, sort)
    order = sorted(words)
    if sort == "strengths":
        order = [*vocabulary.strength_order, *(word for word in order if word not in vocabulary.strength_order)]
    longest = max(map(len, words), default=0)
    lines: list[Line] = []
    for word in order:
        lines += hanging("", _meaning(words[word]) + _presumed(words[word]) + _home(word, homes), width, word.ljust(longest + 2))
    return [(margin, ("where", lead), text) for margin, (_, lead), text in lines]


def word_text(vocabulary: Vocabulary, sort: str, word: str, width: int | None, homes: Homes | None = None) -> list[Line]:
    """One word: the whole entry, a line for each thing known."""
    entry = getattr(vocabulary, sort)[word]
    lines = hanging("title", f"{word}  {_meaning(entry)}", width)
    if word in (homes or {}):
        lines += hanging("", ", ".join((homes or {})[word]), width, "a word of: ", 2)
    for name in entry.__match_args__:
        value = getattr(entry, name)
        told = value is False if name in ("presumed", "foreign") else bool(value)
        if name in ("name", "meaning", "title") or not (
            told or value is True or (value == 0.0 and name in ("latitude", "longitude"))
        ):
            continue
        text = _value(name, value, word)
        if text:
            lines += hanging("", text, width, f"{_LABELS.get(name, name.replace('_', ' '))}: ", 2)
    return lines


_LABELS = {
    "above": "is a kind of",
    "below": "holds",
    "presumes": "presumed of it",
    "amounts_to": "amounts to",
    "yields": "yields to",
    "foreign": "presumed of a foreign state",
    "why": "because",
    "sovereigns": "held of",
    "administrators": "held under",
    "claimants": "contested by",
    "cow": "COW numbers",
    "atop": "counts in ATOP as",
    "votes": "it",
}


def _meaning(entry: object) -> str:
    return str(getattr(entry, "meaning", None) or getattr(entry, "title", None) or getattr(entry, "name", ""))


def _home(word: str, homes: Homes | None) -> str:
    treaties = (homes or {}).get(word)
    return f" (of {', '.join(treaties)})" if treaties else ""


def _presumed(entry: object) -> str:
    presumed = getattr(entry, "presumed", None)
    if presumed is None:
        return ""
    why: Fact | None = getattr(entry, "why", None)
    return f" - presumed {'so' if presumed else 'not so'}" + (f": {why}" if why else "")


def _value(name: str, value: object, word: str) -> str:
    match name, value:
        case "above" | "below", _:
            return ", ".join(_sorted(each for each in value if each != word))  # type: ignore[attr-defined]
        case "needs" | "presumes", dict():
            return in_words(value)
        case "amounts_to", dict():
            return "; ".join(f"{kind}{' if ' + in_words(facts) if facts else ''}" for kind, facts in value.items())
        case "roles", dict():
            return ", ".join(f"{preposition} {role}" for preposition, role in value.items())
        case "yields", tuple():
            return ", ".join(map(_ground, value))
        case "presumed" | "foreign", bool():
            return "so" if value else "not so"
        case "rings", tuple():
            return f"{len(value)} {'core' if len(value) == 1 else 'cores'} drawn by coordinates"
        case "extent", tuple():
            return f"within {len(value)} {'ring' if len(value) == 1 else 'rings'} of coordinates"
        case "parts", tuple() if value and hasattr(value[0], "words"):
            return "; ".join(f"{each.words} {dates(each.spell)}".strip() for each in value)
        case "votes", tuple():
            return "; ".join(f"{rule_words(each)} {dates(each.spell)}".strip() for each in value)
        case "of", _ if hasattr(value, "words"):
            return str(value.words)
        case "spell", _:
            return dates(value)  # type: ignore[arg-type]
        case "spells", tuple():
            return ", ".join(dates(each) for each in value)
        case "sovereigns" | "administrators" | "members", tuple():
            return ", ".join(f"{each.state} {dates(each.spell)}".strip() for each in value)
        case "continues", tuple():
            return ", ".join(f"{code} since {day}" for code, day in value)
        case _, bool():
            return "yes"
        case _, tuple() | frozenset():
            return ", ".join(str(each) for each in (value if isinstance(value, tuple) else sorted(value)))
    return str(value)


def _ground(ground: Yield) -> str:
    if ground.comparison is not None:
        return f"{ground.fact} {ground.comparison} {ground.number:g}"
    return f"{'' if ground.value else 'not '}{ground.fact}"


def _sorted(words: Iterable[str]) -> list[str]:
    found = list(words)
    return found if len(found) < 2 else sorted(found)
