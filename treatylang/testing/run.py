"""Events with what they expect -> which rows are met."""

from __future__ import annotations

from treatylang.decision.from_plan import Wanted
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.events.situation import Expectation, Situation
from treatylang.library.ask import ask
from treatylang.library.load import Library
from treatylang.record import dataclass, replace
from treatylang.testing.compare import Difference, differences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatylang.testing.coverage import Coverage

FAILURES = ("differs", "met after all", "error")


@dataclass(frozen=True, slots=True)
class Tested:
    """A row and how it came out.

    `outcome`: `met`; `differs`; `differs as said`, where the row itself says why (`differs: ...`); `met after all`, where it says so and
    is met; `waits`, for a treaty that the library has not; `error`, where the question could not be answered.
    """

    path: str
    event: str
    row: Expectation
    outcome: str
    differences: tuple[Difference, ...] = ()
    errors: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """`nato-2001-911 nato-1949 Article 5 defend USA`: what `--run` looks at."""
        row = self.row
        article = f" Article {row.article}" if row.article is not None else ""
        who = " ".join(row.bearers) if not row.everyone else " ".join(("all", *(f"-{code}" for code in row.excepted)))
        return f"{self.event} {row.treaty}{article} {row.duty} {who}"

    @property
    def line(self) -> int:
        """The line of the row in its file, 0 where it has none."""
        return self.row.at.position[0] if self.row.at is not None else 0


def run_event(
    path: str, situation: Situation, library: Library, wanted: Callable[[str], bool], coverage: Coverage | None = None
) -> list[Tested]:
    """Every row of an event whose name is `wanted`; `coverage` notes what the answers made true and false.

    Only the treaties that the rows name are asked: of the others the event expects nothing.
    """
    rows = [Tested(path, situation.id, row, "waits") for row in situation.expect]
    rows = [row for row in rows if wanted(row.name)]
    if not rows:
        return []
    missed: dict[int, list[Difference]] = {}
    wants = Wanted(treaties=_asked(rows, situation, library), not_owed=coverage is not None, conflicts=False)
    for day in situation.as_of:
        try:
            decision = ask(library, situation, day, wants)
            if coverage is not None:
                coverage.note(decision)
                decision = replace(decision, duties=tuple(duty for duty in decision.duties if duty.verdict != "not_owed"))
        except InputError as error:  # what is not evaluated yet
            return [Tested(path, situation.id, each.row, "error", errors=error.diagnostics) for each in rows]
        for number, each in enumerate(rows):
            if _known(each.row, library):
                missed.setdefault(number, []).extend(differences(decision, each.row, library))
    return [
        Tested(path, situation.id, each.row, _outcome(each.row, missed[number]), tuple(missed[number]))
        if number in missed
        else each
        for number, each in enumerate(rows)
    ]


def _asked(rows: list[Tested], situation: Situation, library: Library) -> tuple[str, ...] | None:
    """The treaties that rows name, of those that the event asks; None, where one says `any`, for all that it asks."""
    named = dict.fromkeys(each.row.treaty for each in rows if _known(each.row, library))
    if "any" in named:
        return None
    return tuple(name for name in named if situation.treaties is None or name in situation.treaties)


def _known(row: Expectation, library: Library) -> bool:
    return row.treaty == "any" or row.treaty in library.plan.treaties


def _outcome(row: Expectation, missed: list[Difference]) -> str:
    if row.differs is None:
        return "differs" if missed else "met"
    return "differs as said" if missed else "met after all"
