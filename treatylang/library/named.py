"""What a question names must be there: the day in the calendar, the treaties in the library, the states in the vocabulary."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.model.time import is_day
from treatylang.text.shapes import is_moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatylang.events.situation import Situation
    from treatylang.library.load import Library

_FEW = 3  # names that a hint offers


def checked_day(text: str) -> str:
    """A day of the calendar, as it is given.  Raises `InputError`."""
    if not (len(text) == 10 and is_moment(text) and text > "0001" and is_day(text)):
        from treatylang.events.report import quote

        hint = "write it `YYYY-MM-DD`, as `2001-09-11`"
        raise InputError((Diagnostic("TL0501", f"there is no day {quote(text)}", None, hint),))
    return text


def check_treaties(treaties: Iterable[str], library: Library) -> None:
    """Raise `InputError` with every id that no treaty has."""
    absent = [each for each in dict.fromkeys(treaties) if each not in library.plan.treaties]
    _refuse("treaty", " in the library", absent, dict.fromkeys(library.plan.treaties, ""), "treaties are listed by `treaty list`")


def check_bearers(bearers: Iterable[str], situations: Sequence[Situation], library: Library) -> None:
    """Raise `InputError` for a code that names nobody: the answer to it would look like `no one is bound`."""
    words = library.plan.vocabulary
    absent = [each for each in dict.fromkeys(bearers) if not _is_anyone(each, situations, library)]
    if absent:
        own = {code: actor.name or "" for each in situations for code, actor in each.actors.items()}
        known = {code: state.name for code, state in words.states.items()} | own
        _refuse("state", "", absent, known, "codes are listed by `treaty states`")


def _is_anyone(code: str, situations: Sequence[Situation], library: Library) -> bool:
    words = library.plan.vocabulary
    brought = any(code in each.actors for each in situations)
    return (
        brought
        or any(code in known for known in (words.states, words.bodies, library.bodies))
        or code in library.plan.dictionary.names("states")
    )


def _refuse(what: str, where: str, absent: list[str], known: Mapping[str, str], listed: str) -> None:
    """`known` are the names that there are, each with a longer one by which it may have been meant."""
    from treatylang.events.report import choices, quote

    found = []
    for name in absent:
        near = names_like(name, known)
        offered = f"did you mean {choices(near)}? " if near else ""
        found.append(Diagnostic("TL0804", f"no {what} {quote(name)}{where}", None, offered + listed))
    if found:
        raise InputError(tuple(found))


def names_like(word: str, known: Mapping[str, str]) -> list[str]:
    """A few names that may have been meant: what the word begins or stands in, what is called so, else the nearest."""
    from treatylang.diagnostics.suggest import nearest

    folded = word.strip().rpartition("/")[2].removesuffix(".treaty").casefold()
    if not folded:
        return []
    names = sorted(known)
    exact = [name for name in names if folded in (name.casefold(), known[name].casefold())]
    begun = [name for name in names if name.casefold().startswith(folded)] if len(folded) > 1 else []
    inside = [name for name in names if folded in known[name].casefold() or folded in name.casefold()] if len(folded) > 2 else []
    found = exact or begun or inside
    if not found:
        by_name = {known[name]: name for name in reversed(names) if known[name]}
        near = nearest(folded, [*names, *by_name])
        found = [by_name.get(near, near)] if near else []
    return found[:_FEW]
