"""Rows that give way, inside one treaty, to a clause that goes before theirs (decision 15)."""

from __future__ import annotations

from treatylang.decision.formula import FALSE, TRUE, Formula, both, either, neg, value
from treatylang.decision.row import Row, under
from treatylang.model.treaty import Duty, Prohibition
from treatylang.plan.plan import ClausePlan, TreatyPlan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.rows import Engine


def displaced(engine: Engine, treaty: TreatyPlan, clause: ClausePlan, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a clause, each under the condition that none goes before it which regulates the same."""
    if not rows:
        return rows
    targets = [(edge, ref) for edge in clause.subject_to for ref in edge.refs if ref.treaty == treaty.id]
    if not targets:
        return rows
    found = []
    for row in rows:
        terms: list[Formula] = []
        for edge, ref in targets:
            holds = engine.holds_for(treaty, clause, edge.guard, row.bearer)
            for other in () if holds is FALSE else engine.members.meant(ref):
                if other.id == clause.id:
                    continue
                for first in engine.whole().rows_of(treaty, other, row.bearer):
                    if value(first.applies) is False:
                        continue
                    if (apart := _apart(treaty, row, first)) is not FALSE:
                        words = f"displaced by {treaty.id}:{other.id}"
                        terms.append(neg(both(holds, first.applies, apart), words, "displaced", edge.id))
        found.append(under(row, terms) if terms else row)
    return tuple(found)


def _apart(treaty: TreatyPlan, row: Row, first: Row) -> Formula:
    """That both regulate one duty toward the same state, or cannot both be kept.

    Kindly neutrality toward an ally goes with help for him, and is no conflict; but a text that puts it before the help says that the duty
    falls to neutrality (the ally that began the war alone: Greece and Serbia, 1913), and one that puts it after, that it rises to help.
    Two prohibitions are one duty where they forbid acts of one kind.
    """
    if isinstance(row.norm, Prohibition) and isinstance(first.norm, Prohibition):
        return TRUE if row.norm.act.kind == first.norm.act.kind and _same_state(row, first) else FALSE
    one = row.norm.duty if isinstance(row.norm, Duty) else "refrain"
    two = first.norm.duty if isinstance(first.norm, Duty) else "refrain"
    duties = treaty.vocabulary.duties
    above_one = duties[one].above if one in duties else (one,)
    above_two = duties[two].above if two in duties else (two,)
    if set(above_one) & set(above_two):
        return TRUE if _same_state(row, first) else FALSE
    if not treaty.vocabulary.bars(one, two):
        return FALSE
    return both(_in_one_war(row, first), _in_one_war(first, row))


def _in_one_war(help_: Row, other: Row) -> Formula:
    """That help concerns the one to whom the other duty is owed: neutrality in another war than that in which help is owed is no obstacle.

    Help that comes about in several ways may be against another in each.
    """
    if other.owed_to in (None, help_.owed_to) or not help_.against:
        return TRUE
    meant = [way.rests_on for way in help_.ways if other.owed_to in way.against]
    named = [way.rests_on for way in help_.ways if way.against]
    if len(meant) == len(help_.ways):
        return TRUE
    against_nobody = [neg(either(*named), "help against nobody")] if len(named) < len(help_.ways) else []
    return either(*meant, *against_nobody)


def _same_state(row: Row, first: Row) -> bool:
    return row.owed_to == first.owed_to or None in (row.owed_to, first.owed_to)
