"""Duties and open questions in the words of a sentence."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.decision.decision import Duty, Presumption
    from treatylang.model.treaty import Doubt

_NAMING = ("to", "toward", "with", "from", "on")  # before the one to whom a duty is owed
_PHRASES = frozenset((*_NAMING, "of", "against", "in", "for", "by", "within", "each", "at", "into", "over", "after"))
_CODE_BODY = str.maketrans("", "", "0123456789_")


def spaced(word: str) -> str:
    """A word of the vocabulary as it is read: `act_to_meet_common_danger` -> `act to meet common danger`."""
    return word.replace("_", " ")


def readable(words: str) -> str:
    """A sentence with the words of the vocabulary spaced; codes stay."""
    return " ".join(spaced(word) if word.islower() else word for word in words.split(" "))


def name_of(code: str) -> str:
    """An actor: codes stay, organs are read with an article."""
    return code if " " in code or code.translate(_CODE_BODY).isupper() else f"the {spaced(code)}"


def cited(article: str, label: str | None) -> str:
    """`Article 5(1) [territory]`; an article that has a name instead of a number keeps it: `Notes of 1960`."""
    number = article.split("(", 1)[0].strip("0123456789IVXLC-") == ""
    return f"{'Article ' if number else ''}{article}{f' [{label}]' if label else ''}"


def duty_phrase(duty: Duty, owed_to: Sequence[str]) -> str:
    """What is to be done: `must defend USA against AL_QAEDA by measures deemed necessary`.

    What does not bind in law is what they should do.  Where the duty is owed to one named, the sentence is made of the codes; where to
    all others, it is the treaty's own.
    """
    modal = "may" if duty.modality == "may" else "should" if duty.force == "political" else "must"
    jointly = " jointly" if duty.jointly else ""
    own = duty_words(duty)
    if duty.duty == "refrain" or not owed_to or "ALL" in owed_to:
        against = f" (against {listed(duty.against)})" if duty.against and owed_to else ""
        tail = own.removeprefix("jointly ").removeprefix("severally ")
        return f"{modal}{jointly} {tail}{against}"
    return f"{modal}{jointly} {_deed(duty, owed_to)}"


def _deed(duty: Duty, owed_to: Sequence[str]) -> str:
    """The treaty's words for the deed, with codes where these name whom it is owed to, and against whom."""
    words = next(iter(duty.words.split(f" {duty.duty} ", 1)[1:]), "")
    phrases = _phrases(words.split(" since ", 1)[0].split(" until ", 1)[0])
    naming = _naming(phrases)
    told = {"against": listed(duty.against) if duty.against else "", "by": spaced(duty.strength or "")}
    said = [spaced(duty.duty), *([f"toward {listed(owed_to)}"] if naming is None else [])]
    for number, (preposition, text) in enumerate(phrases):
        if number == naming:
            text = listed(owed_to)
        elif preposition in told and not text[:1].isdigit():  # the treaty's `by 2024-09-05` stays
            text = told.pop(preposition) or text  # who is fought may be known by now, a reservation may have changed the strength
        said.append(f"{preposition} {readable(text)}".strip() if text else "")
    said += [f"{preposition} {text}" for preposition, text in told.items() if text]
    return " ".join(filter(None, said))


def _phrases(words: str) -> list[tuple[str, str]]:
    """`the victim against the attacker` -> `("", the victim)`, `(against, the attacker)`: the object has no preposition."""
    found: list[tuple[str, str]] = []
    before = ""
    for word in words.split(" ") if words else ():
        starts = word in _PHRASES and before not in ("any", "each", "one", "%") and not (before == "with" and word == "at")
        if starts and not (word == "of" and before.endswith("%")):
            found.append((word, ""))
        elif found:
            preposition, text = found[-1]
            found[-1] = (preposition, f"{text} {word}".strip())
        else:
            found.append(("", word))
        before = word
    return found


def _naming(phrases: Sequence[tuple[str, str]]) -> int | None:
    """The phrase that names to whom a duty is owed: `of` something of his, `to`, `toward` or `with` him, else the object."""
    for number, (preposition, text) in enumerate(phrases):
        owner = preposition == "of" and number == 1 and phrases[0][0] == ""
        if owner or (preposition in _NAMING and not text.startswith(("at ", *"0123456789"))):
            return number
    return 0 if phrases and not phrases[0][0] else None


def duty_words(duty: Duty) -> str:
    """The treaty's words after the modal, without dates, and as they are read."""
    words = duty.words
    for modal in (" must not ", " must ", " may ", " should "):
        if modal in words:
            words = words.split(modal, 1)[1]
            break
    for dates in (" since ", " until "):
        words = words.split(dates, 1)[0]
    return readable(words)


def owed_words(words: str, rule: str) -> str:
    """A duty that starts another one, `AUS must act_to_meet_common_danger USA under ...`, with the preposition of the rule's words."""
    bearer, modal, verb, *rest = words.split(" ")
    _, verb_there, after = rule.partition(f" {verb} ")
    found = _phrases(f" {after}".split(" under ", 1)[0].strip())
    naming = _naming(found)
    preposition = found[naming][0] if naming is not None else "toward" if verb_there else ""
    object_ = " ".join(f"{first} {text}".strip() for first, text in found[: naming or 0])
    told = ["all others" if rest[:1] == ["all"] else name_of(" ".join(rest[:1])), *rest[1:]]
    return " ".join(each for each in (bearer, modal, spaced(verb), readable(object_), preposition, *told) if each)


def marks(duty: Duty) -> str:
    """What a reader must know of the clause: that it does not bind, that it is secret."""
    found = [*(["political"] if duty.force == "political" else []), *(["secret"] if duty.visibility == "secret" else [])]
    return f" ({', '.join(found)})" if found else ""


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    shown = [name_of(each) for each in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def bearers_phrase(bearers: Sequence[str]) -> str:
    """How many there are, where they are too many for a sentence."""
    every = all(name_of(each) == each for each in bearers)
    return f"{len(bearers)} {'states' if every else 'bearers'}"


COMPLETE = "no acts but those listed, requests and the like apart (`presume: [acts]` asks without)"


def presumption_phrase(presumed: Presumption) -> str:
    """What is presumed: `grave (...)`, `not consented (...)`, `not so: the security_council decides necessary_measures`."""
    if presumed.value:
        return presumed.words
    is_fact = presumed.words.split(" ", 1)[-1].startswith("(")
    return f"not {presumed.words}" if is_fact else f"not so: {presumed.words}"


def doubt_phrase(doubt: Doubt) -> str:
    """What is doubtful: `sau-pak-2025, in force since 2025-09-17: the day of signature; ...`."""
    return f"{doubt.treaty}, {doubt.words}: {doubt.why}"
