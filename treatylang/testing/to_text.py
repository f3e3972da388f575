"""What came of the tests, as a text for people: what differs in rows, then a line that counts."""

from __future__ import annotations

from treatylang.testing.run import FAILURES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatylang.decision.decision import Duty
    from treatylang.testing.compare import Difference
    from treatylang.testing.coverage import Gap
    from treatylang.testing.run import Tested

_COUNTED = (
    ("met", "as expected"), ("differs as said", "different as said"), ("waits", "waiting for a treaty"),
    ("differs", "different"), ("met after all", "met though said to differ"), ("error", "not answered"),
)  # fmt: skip


def to_text(tested: Sequence[Tested], *, everything: bool = False) -> str:
    """Every row that fails, with what was found in its place; with `everything` the others too, a line each."""
    lines: list[str] = []
    for each in tested:
        if each.outcome in FAILURES:
            lines += _failure(each)
        elif everything:
            lines.append(f"{_MARKS[each.outcome]} {where(each)} {expected(each)}" + _why(each))
    return "\n".join([*lines, *([""] if lines else []), summary(tested)]) + "\n"


_MARKS = {"met": "ok     ", "differs as said": "differs", "waits": "waits  "}


def where(tested: Tested) -> str:
    """`events/nato-2001-911.yaml:25`."""
    return f"{tested.path}:{tested.line}" if tested.line else tested.path


def expected(tested: Tested) -> str:
    """`GBR, FRA defend USA owed (nato-1949, Article 5)`."""
    row = tested.row
    who = "all" + (f" but {', '.join(row.excepted)}" if row.excepted else "") if row.everyone else ", ".join(row.bearers)
    toward = f" {row.owed_to}" if row.owed_to else ""
    by = f" by {row.strength}" if row.strength else ""
    hangs = f" on {', '.join(row.depends_on)}" if row.depends_on else ""
    article = f", Article {row.article}" if row.article is not None else ""
    return f"{who} {row.duty}{toward}{by}: {row.verdict.replace('_', ' ')}{hangs} ({row.treaty}{article})"


def found(difference: Difference) -> str:
    """What was found for a bearer in place of what was expected."""
    return "; ".join(_duty(duty) for duty in difference.found) or "no such duty"


def summary(tested: Sequence[Tested]) -> str:
    """`23 events, 121 rows: 108 as expected, 5 different as said, 8 waiting for a treaty`."""
    events = len({each.path for each in tested})
    parts = [f"{number} {words}" for outcome, words in _COUNTED if (number := sum(each.outcome == outcome for each in tested))]
    rows = f"{events} {'event' if events == 1 else 'events'}, {len(tested)} {'row' if len(tested) == 1 else 'rows'}"
    return f"{rows}: {', '.join(parts) or 'nothing asked'}"


def gaps_text(gaps: Iterable[Gap], shown: int, every: int) -> str:
    """What no test has shown, by treaty, and how much is shown in all."""
    lines: list[str] = []
    treaty = ""
    for gap in gaps:
        if gap.treaty != treaty:
            treaty = gap.treaty
            lines += ["", treaty]
        lines.append(f"  never {'so    ' if gap.never else 'not so'}  {gap.id}  {gap.words}")
    share = f" ({100 * shown // every} %)" if every else ""
    return "\n".join([*lines, "", f"shown: {shown} of {every}{share} - each norm and each line, so and not so"]) + "\n"


def _failure(tested: Tested) -> list[str]:
    head = f"FAILS   {where(tested)} {expected(tested)}"
    if tested.outcome == "error":
        return [head, *(f"    {error.code}: {error.message}" for error in tested.errors)]
    if tested.outcome == "met after all":
        return [head, f"    is met after all: take out `differs: {tested.row.differs}`"]
    alike: dict[tuple[str, str], list[str]] = {}
    for each in tested.differences:
        alike.setdefault((each.date, found(each)), []).append(each.bearer)
    return [head, *(f"    {', '.join(bearers)} on {date}: {text}" for (date, text), bearers in alike.items())]


def _duty(duty: Duty) -> str:
    toward = f" {duty.owed_to}" if duty.owed_to and duty.owed_to != "ALL" else ""
    by = f" by {duty.strength}" if duty.strength else ""
    hangs = f" on {', '.join(dict.fromkeys(atom.word for atom in duty.depends_on))}" if duty.depends_on else ""
    return f"{duty.duty}{toward}{by}: {duty.verdict.replace('_', ' ')}{hangs} ({duty.treaty}, Article {duty.article})"


def _why(tested: Tested) -> str:
    return f" - {tested.row.differs}" if tested.row.differs else ""
