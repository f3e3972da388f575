"""What is known of a treaty before it is encoded, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.events.report import choices, quote
from treatylang.library.load import Library
from treatylang.library.named import checked_day, names_like
from treatylang.record import dataclass
from treatylang.rendering.vocabulary_text import SORTS
from treatylang.syntax.grammar import keywords
from treatylang.text.limits import LIMITS
from treatylang.text.shapes import is_slug, is_treaty_id


@dataclass(frozen=True)
class Draft:
    """The head, the parties and the names of a treaty.

    Days may be months, as `1938-06`.  `parties` are codes, each with the first day of its spell, None for that of entry into force; or the
    parties are those of the treaty `parties_of`.
    """

    id: str
    title: str
    in_force: str
    signed: str | None = None
    pledge: bool = False
    parties: tuple[tuple[str, str | None], ...] = ()
    parties_of: str | None = None
    articles: tuple[str, ...] = ("1",)
    organs: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


def faults(draft: Draft, library: Library) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a draft, one part after the other; what the treaties of a library say is known."""
    found = [*_id(draft.id, library), *_text(draft.title, "title")]
    for day in dict.fromkeys((draft.signed, draft.in_force, *(since for _, since in draft.parties))):
        found += _day(day) if day is not None else ()
    found += _states([code for code, _ in draft.parties], library)
    if draft.parties_of is not None and draft.parties_of not in library.plan.treaties:
        titles = {name: treaty.title for name, treaty in library.plan.treaties.items()}
        found.append(_no("treaty", draft.parties_of, titles, "treaties are listed by `treaty list`"))
    for number in draft.articles:
        found += _text(number, "number of an article")
    found += _once(draft.articles, "article")
    for name in (*draft.organs, *draft.areas):
        found += _word(name)
    found += _once((*draft.organs, *draft.areas), "name")
    for name in draft.areas:
        found += _own(name, library)
    return tuple(found)


def _id(text: str, library: Library) -> Iterator[Diagnostic]:
    if not (is_treaty_id(text) or is_slug(text)) or text in keywords():
        hint = "lower-case words joined by `-`, by custom with the year of signature: `saadabad-1937`"
        yield Diagnostic("TL0203", f"{quote(text)} is no id of a treaty", None, hint)
    elif len(text) > LIMITS.name:
        yield _too_long(text)
    elif text in library.plan.treaties:
        hint = f"`treaty show {text}` shows it; for another text choose another id"
        yield Diagnostic("TL0310", f"the library has a treaty `{text}` already", None, hint)


def _text(text: str, what: str) -> Iterator[Diagnostic]:
    """A text as it may stand between quotation marks."""
    if not text.strip():
        yield Diagnostic("TL0203", f"the {what} is empty", None, "write it as the treaty has it")
    elif '"' in text or "\n" in text or "\r" in text:
        hint = "texts of the language stand between double quotation marks: use `'` inside"
        yield Diagnostic("TL0203", f"the {what} {quote(text)} has a quotation mark or a line end in it", None, hint)


def _day(text: str) -> tuple[Diagnostic, ...]:
    """A day, or a month where nobody knows the day."""
    try:
        checked_day(f"{text}-01" if len(text) == 7 else text)
    except InputError:
        return (
            Diagnostic("TL0501", f"there is no day {quote(text)}", None, "`YYYY-MM-DD`, or `YYYY-MM` where the day is not known"),
        )
    return ()


def _states(codes: list[str], library: Library) -> Iterator[Diagnostic]:
    known = {code: state.name for code, state in library.plan.vocabulary.states.items()}
    for code in dict.fromkeys(codes):
        if code not in known:
            yield _no("state", code, known, "codes are listed by `treaty states`")
    yield from _once(codes, "party", "; a second spell of a party is a line of its own in the file")


def _once(given: Iterable[str], what: str, advice: str = "") -> Iterator[Diagnostic]:
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for each in given:
        if each in seen:
            twice[each] = None
        seen.add(each)
    for each in twice:
        yield Diagnostic("TL0310", f"the {what} {quote(each)} is given twice", None, f"give it once{advice}")


def _word(name: str) -> Iterator[Diagnostic]:
    """The name of an organ or an area."""
    if not is_slug(name) or "__" in name or name.endswith("_"):
        yield Diagnostic("TL0203", f"{quote(name)} is no name", None, "lower-case words joined by `_`: `pact_council`")
    elif name in keywords():
        yield Diagnostic("TL0203", f"`{name}` is a reserved word and cannot be a name", None, f"add a word to it: `{name}_of_pact`")
    elif len(name) > LIMITS.name:
        yield _too_long(name)


def _own(name: str, library: Library) -> Iterator[Diagnostic]:
    """The name of an area means nothing else in the vocabulary; a body may stand there as well."""
    words = library.plan.vocabulary
    if any(name in getattr(words, sort) for sort in SORTS):
        yield Diagnostic("TL0311", f"`{name}` shadows a word of the vocabulary", None, f"choose another name: `{name}_of_pact`")


def _too_long(name: str) -> Diagnostic:
    return Diagnostic(
        "TL0105", f"name of {len(name)} characters: {quote(name)}", None, f"names have at most {LIMITS.name} characters"
    )


def _no(what: str, name: str, known: dict[str, str], listed: str) -> Diagnostic:
    near = names_like(name, known)
    offered = f"did you mean {choices(near)}? " if near else ""
    return Diagnostic("TL0804", f"no {what} {quote(name)}", None, offered + listed)
