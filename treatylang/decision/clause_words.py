"""What a clause asks, by the words in which explanations tell it."""

from __future__ import annotations

from treatylang.model import conditions as c
from treatylang.model.treaty import Prohibition
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan


def conditions(plan: Plan, treaty: TreatyPlan, clause: ClausePlan) -> dict[str, c.Condition | c.Pattern]:
    """Everything that the clause, and those by which it starts, may ask, by the words in which explanations tell it."""
    found: dict[str, c.Condition | c.Pattern] = {}
    clauses = [clause, *(each for each in treaty.clauses if each.id != clause.id)]
    clauses += [
        each
        for ref in clause.asks
        if ref.treaty in plan.treaties and ref.treaty != treaty.id
        for each in plan.treaties[ref.treaty].clauses
        if not ref.clauses or each.id in ref.clauses
    ]
    for one in clauses:
        conditions = [trigger.condition for trigger in one.triggers if trigger.condition is not None]
        conditions += [each.line.condition for each in one.lines]
        for trigger in one.triggers:
            if trigger.condition is not None:
                found.setdefault(trigger.words, trigger.condition)
        for condition in conditions:
            for part in c.every_part(condition):
                found.setdefault(part.words, part)
                if isinstance(part, c.Happens):
                    found.setdefault(part.pattern.words, part.pattern)
        for norm in one.norms:
            if isinstance(norm, Prohibition):
                found.setdefault(norm.act.words, norm.act)
    return found


def patterns(clause: ClausePlan) -> list[c.Pattern]:
    """The patterns of acts by which a clause starts."""
    parts = (part for trigger in clause.triggers if trigger.condition for part in c.every_part(trigger.condition))
    return [part.pattern for part in parts if isinstance(part, c.Happens)]


def named_states(clause: ClausePlan) -> tuple[str, ...]:
    """The states that a clause names."""
    words = [each.line.words for each in clause.lines] + [trigger.words for trigger in clause.triggers]
    return tuple(
        dict.fromkeys(word for text in words for word in text.replace(",", " ").split() if word.isupper() and len(word) > 2)
    )
