"""Why duties that a treaty names are not owed, and the smallest change of facts that would make them so: an entry for each clause."""

from __future__ import annotations

from treatylang.decision.wording import denied, with_article
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.phrases import bearers_phrase, cited, doubt_phrase, listed, readable
from treatylang.rendering.reasons import falls_short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.decision.changes import Change
    from treatylang.decision.decision import Duty
    from treatylang.decision.nearest import Nearest
    from treatylang.decision.shortfall import Gap

_EACH = "\x00"  # stands for a bearer
_NAMED = 6  # bearers that are named in a row
_MOST_GROUPS = 3  # of one clause
_CUT = "the search was cut off"


def why_not_text(found: Sequence[tuple[Duty, Nearest]], width: int | None, full: bool = False) -> list[Line]:
    """For each clause, those for whom the same stands in the way: what fails, and what would have to be otherwise."""
    clauses: dict[str, dict[tuple[str, str], list[Duty]]] = {}
    for duty, near in found:
        fails = falls_short(near)
        told = (_of_each(fails, duty), _of_each(would(duty, near, fails), duty))
        clauses.setdefault(duty.id.rsplit("/", 1)[0], {}).setdefault(told, []).append(duty)
    lines: list[Line] = []
    for each in clauses.values():
        groups = _joined(each)
        first = next(iter(groups.values()))[0]
        head = f"{first.treaty}, {cited(first.article, first.clause)}{_version(first)}: {readable(first.words)}"
        lines += [*([()] if lines else []), *hanging("duty", head, width)]
        shown = list(groups.items()) if full else list(groups.items())[:_MOST_GROUPS]
        for told, duties in shown:
            name = duties[0].bearer if all(each.bearer == duties[0].bearer for each in duties) else "each"
            fails, would_be = (each.replace(_EACH, name) for each in told)
            lines += hanging("", f"{_who(duties, full)}:", width, "", 2)
            lines += hanging("", fails, width, "fails    ", 4)
            lines += hanging(
                "", would_be[len("owed if ") :] if would_be.startswith("owed if ") else would_be, width, _lead(would_be), 4
            )
        left = [duty.bearer for _, duties in list(groups.items())[len(shown) :] for duty in duties]
        if left:
            bearers = tuple(dict.fromkeys(left))
            number = bearers_phrase(bearers) if len(bearers) > 1 else "1 state" if bearers[0].isupper() else "1 bearer"
            more = f"{number} more, by other changes (`--full` shows them)"
            lines += hanging("aside", more, width, "", 2)
        dates = dict.fromkeys(each for duties in groups.values() for duty in duties for each in duty.dates_in_doubt())
        doubts = [*([first.doubt] if first.doubt else []), *map(doubt_phrase, dates)]
        for doubt in doubts:
            lines += hanging("mark", f"in doubt: {doubt}", width, "", 2)
    return lines


def _joined(groups: dict[tuple[str, str], list[Duty]]) -> dict[tuple[str, str], list[Duty]]:
    """The groups, one of a single bearer put to another of which the same is said when he is named."""
    found = dict(groups)
    for told, duties in groups.items():
        named = (told[0].replace(_EACH, duties[0].bearer), told[1].replace(_EACH, duties[0].bearer))
        if named != told and named in found and all(each.bearer == duties[0].bearer for each in duties):
            found[named] = [*found.pop(told), *found[named]]
    return found


def not_in_force(names: Sequence[str], day: str, width: int | None) -> list[Line]:
    """The treaties asked of which nothing can be owed on the day."""
    return [(), *hanging("aside", f"Not in force on {day}: {', '.join(names)}.", width)]


def _of_each(words: str, duty: Duty) -> str:
    """What is said of the bearer himself, as it may be said of several."""
    for standing in ("is party to", "is not party to", "was a party", "is a party only"):
        words = words.replace(f"{duty.bearer} {standing}", f"{_EACH} {standing}")
    return words


def _version(duty: Duty) -> str:
    """Of an article that was amended, which text is meant."""
    _, at, day = duty.id.rsplit("/", 1)[0].partition("@")
    return f" (text of {day[:10]})" if at else ""


def _lead(would_be: str) -> str:
    return "owed if  " if would_be.startswith("owed if ") else ""


def _who(duties: Sequence[Duty], full: bool) -> str:
    bearers = tuple(dict.fromkeys(each.bearer for each in duties))
    if len(bearers) <= _NAMED or full:
        return listed(bearers)
    return f"{bearers_phrase(bearers)} ({', '.join(bearers[:_NAMED])} ...)"


def would(duty: Duty, near: Nearest, said: str = "") -> str:
    """By what a duty would be owed, or a right given; or why not by anything.  What is `said` is not said again."""
    right = duty.modality == "may"
    if near.changes:
        smaller = f" ({_CUT}: a smaller change may do)" if near.cut else ""
        return f"{'would have the right if' if right else 'owed if'} {changes_told(near.changes, said)}{smaller}"
    cannot = "cannot have the right" if right else "cannot be owed"
    if near.bar:
        why = readable(near.bar)
        return f"{cannot} on this day" if why in said else f"{cannot} on this day: {why}"
    takes = ", and ".join(dict.fromkeys(_plain(words) for gap in near.gaps[:3] if (words := _taken(gap))))
    found = "no change of this event was found that would do" + (f", {_CUT}" if near.cut else "")
    return f"{found}; it would take: {takes}" if takes else found


def _taken(gap: Gap) -> str:
    """What a gap needs; of who took part in an act, and of its kind, the act that the treaty means: nobody can be somebody else."""
    if gap.displaced is not None:
        return f"that {gap.displaced[0].removeprefix('displaced by ')} did not apply"
    if gap.act is not None and not gap.fits:
        return f"no {gap.act.partition(': ')[0]}"
    if gap.act is not None and gap.sort in ("role", "kind") and gap.goal:
        return with_article(gap.act.partition(": ")[0])
    words = gap.leaf.words or gap.line
    return words if gap.goal else denied(words)


def _plain(words: str) -> str:
    """A condition without the word that begins its line, and without the name of the rider that has it."""
    for lead in ("when ", "only if ", "unless "):
        words = words.removeprefix(lead)
    return readable(words)


def changes_told(changes: Sequence[Change], said: str = "") -> str:
    """`the unrest were forcible and grave [the event does not say], and there were a request for assistance by the victim`."""
    told: list[tuple[str, list[str], str]] = []  # of whom, what, how it is now
    for each in changes:
        subject, were, rest = readable(each.words).replace(" any of ", " one of ").partition(" were ")
        now = readable(each.now)
        now = "" if now and now in said else now
        alike = told and were and told[-1][0] == subject and told[-1][2] == now and not each.by and subject != "there"
        if alike:
            told[-1][1].append(rest)
        elif each.by:
            told.append(("", [f"{readable(each.words)} (which would be so if {changes_told(each.by)})"], now))
        else:
            told.append((subject if were else "", [rest if were else subject], now))
    return ", and ".join(_sentence(*each) for each in told)


def _sentence(subject: str, what: list[str], now: str) -> str:
    said = what[0] if len(what) == 1 else f"{', '.join(what[:-1])} and {what[-1]}"
    return (f"{subject} were {said}" if subject else said) + (f" [{now}]" if now else "")
