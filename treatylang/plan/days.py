"""The days on which something of a treaty, or of what it speaks of, begins or ends: between two of them nothing changes."""

from __future__ import annotations

from collections.abc import Mapping

from treatylang.model.conditions import Amount
from treatylang.model.time import Spell, add, first_day, last_day
from treatylang.model.treaty import Line
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import Plan, TreatyPlan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def days_of(plan: Plan, treaty: TreatyPlan, today: str, names: Iterable[str] = (), left: Iterable[str] = ()) -> frozenset[str]:
    """Of a treaty and those that it names, and of the classes, territories and states that these and `names` speak of; with them the
    day from which on a time that a line counts has not passed by `today`, and the end of a notice that was given on the days `left`."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting: list[object] = [treaty, tuple(names)]
    words = treaty.vocabulary
    tables = (plan.treaties, plan.successions, words.classes, words.territories, words.areas, words.states)
    while waiting:
        for part in _parts(waiting.pop()):
            if isinstance(part, Spell):
                found |= {day for bound in (part.since, part.until) if bound for day in _begins(bound)}
            elif isinstance(part, Line) and part.unit:
                found |= _first_not_passed(today, part.amount or 0, part.unit)
            elif isinstance(part, Amount) and part.of == "notice":
                found |= {add(day, int(part.number), part.unit) for date in left for day in (first_day(date), last_day(date))}
            elif isinstance(part, str) and part not in seen:
                seen.add(part)
                found |= {part} if _is_day(part) else set()
                waiting += [table[part] for table in tables if part in table]
    return frozenset(found)


def _begins(bound: str) -> Iterable[str]:
    """The day on which a bound has come; of a month, on which it may have, and on which it has."""
    return (bound,) if len(bound) == 10 else around(bound)


def around(moment: str) -> frozenset[str]:
    """The day on which a moment, a day, a month or a year, begins, and that on which it is past."""
    return frozenset((first_day(moment), add(last_day(moment), 1, "day")))


def _first_not_passed(today: str, amount: int, unit: str) -> set[str]:
    """The first day from which on a time has not passed by today."""
    try:
        near = [add(add(today, -amount, unit), number, "day") for number in range(-4, 5)]  # months are of unequal length
    except (ValueError, OverflowError):  # before there were days
        return set()
    return set([day for day in near if add(day, amount, unit) > today][:1])


def _is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()


def _parts(whole: object) -> Iterator[object]:
    """Every spell, line, amount and word in a record, however deep."""
    stack = [whole]
    while stack:
        each = stack.pop()
        if isinstance(each, str | Spell | Line | Amount):
            yield each
        if isinstance(each, Mapping):
            stack += [*each.keys(), *each.values()]
        elif isinstance(each, tuple | list | frozenset):
            stack += each
        elif not isinstance(each, Vocabulary | str | Spell):
            stack += [getattr(each, name) for name in getattr(type(each), "__match_args__", ())]
