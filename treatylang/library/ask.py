"""A question asked of a library: the last step, the same for programs and for the command line."""

from __future__ import annotations

from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.not_yet import NotYet
from treatylang.diagnostics.depth import TOO_DEEP
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.events.used import used
from treatylang.record import replace
from treatylang.text.collection import no_collection

_NEEDED = ("kinds", "targets", "classes")  # without knowing these nothing can be said of an act

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.decision import Decision
    from treatylang.events.situation import Situation
    from treatylang.library.load import Library
    from treatylang.plan.plan import Plan


def ask(library: Library, situation: Situation, day: str, wanted: Wanted) -> Decision:
    """The decision for one day.  Raises `InputError` where it needs what is not evaluated yet."""
    _check_words(library.plan, situation)
    if wanted.treaties is None and situation.treaties is None and library.own is not None:
        wanted = replace(wanted, treaties=library.treaties)  # what is only cited is not asked
    try:
        with no_collection():
            return decide_on(library.plan, situation, day, wanted)
    except RecursionError:
        raise InputError((TOO_DEEP,)) from None
    except NotYet as unfinished:
        hint = "the text is read and checked; ask without this treaty (`--treaty`) until it is evaluated"
        raise InputError((Diagnostic("TL0701", str(unfinished), None, hint),)) from unfinished


def _check_words(plan: Plan, situation: Situation) -> None:
    """Raise `InputError` for a word that means nothing in this library, or not one thing: the event was read with another."""
    words, own = plan.vocabulary, plan.dictionary
    for table, word in used(situation):
        if word not in plan.own and ":" not in word and table not in _NEEDED:
            continue
        tables = {"facts": ("facts", "kinds"), "decisions": ("decisions", "kinds")}.get(table, (table,))
        if own.named(word) != word and not any(word in getattr(words, each) for each in tables):
            hint = "read the event with the library that it is asked of"
            raise InputError((Diagnostic("TL0301", f"no treaty of this library defines `{word}`", None, hint),))
