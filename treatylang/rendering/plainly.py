"""What a treaty does not promise, said plainly: many an instrument is named after a help that its text does not owe."""

from __future__ import annotations

from treatylang.model.treaty import Duty as Norm
from treatylang.rendering.phrases import spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatylang.decision.decision import Decision, Duty
    from treatylang.events.situation import Situation
    from treatylang.model.vocabulary import Duty as Verb
    from treatylang.plan.plan import Plan

_MOST = 8  # of more treaties, nobody asks about each
_OPEN = ("owed", "depends", "disputed")


def plainly(decision: Decision, situation: Situation, plan: Plan) -> tuple[str, ...]:
    """A sentence for each treaty under which an event of force makes no help due, not even perhaps, or none that binds; where few treaties are asked.

    The decision must be of all bearers.
    """
    words = plan.vocabulary
    hostile = words.kinds["use_of_force"].below if "use_of_force" in words.kinds else ()
    if len(decision.treaties) > _MOST or not any(act.kind in hostile for act in situation.acts):
        return ()
    absent = {each.treaty for each in decision.not_applicable if each.clause is None}
    said: list[str] = []
    for name in decision.treaties:
        help_ = [] if name in absent else _help(name, decision, plan)
        if name not in absent and not help_:
            said.append(_of_one(name, decision, plan))
        elif help_ and all(duty.force == "political" for duty in help_):
            said.append(f"{name}: it binds nobody in law to help; what it asks is a political promise")
    return tuple(said)


def _help(treaty: str, decision: Decision, plan: Plan) -> list[Duty]:
    """The help that is owed, or may be, or is a right, by what the event brings about."""
    duties = plan.treaties[treaty].vocabulary.duties
    owed = (each for each in decision.duties if each.treaty == treaty and each.verdict in (*_OPEN, "permitted"))
    return [each for each in owed if _is_help(each.duty, duties)]


def _is_help(verb: str, duties: Mapping[str, Verb]) -> bool:
    return verb in duties and "assist" in duties[verb].above


def _of_one(treaty: str, decision: Decision, plan: Plan) -> str:
    promised = any(_is_help(norm.duty, plan.treaties[treaty].vocabulary.duties) for norm in _norms(treaty, decision.date, plan))
    none = "no duty to defend or assist arises here" if promised else "its text has no duty to defend or assist"
    asked = [duty for duty in decision.duties if duty.treaty == treaty and duty.verdict in _OPEN and not duty.standing]
    verbs = list(dict.fromkeys(spaced(duty.duty) for duty in asked))
    if not verbs:
        return f"{treaty}: {none}"
    certain = all(duty.verdict == "owed" for duty in asked)
    return f"{treaty}: {none}; it asks {'' if certain else 'at the most '}to {' and to '.join(verbs)}"


def _norms(treaty: str, day: str, plan: Plan) -> Iterator[Norm]:
    for clause in plan.treaties[treaty].clauses:
        for norm in clause.norms:
            if isinstance(norm, Norm) and clause.spell.contains(day) is not False and norm.spell.contains(day) is not False:
                yield norm
