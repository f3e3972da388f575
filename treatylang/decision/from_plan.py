"""Plan and situation -> decisions, one for each day of `as_of`."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.constraints import Constraints
from treatylang.decision.decision import Decision, Deemed, NotApplicable, Presumption
from treatylang.decision.decision import Duty as DutyRow
from treatylang.decision.formula import FALSE, All, value
from treatylang.decision.members import Members
from treatylang.decision.rows import Engine, Row
from treatylang.decision.untouched import Untouched
from treatylang.decision.verdict import Outcome, outcome
from treatylang.events.situation import Situation
from treatylang.model.treaty import Deems, Duty, Prohibition
from treatylang.plan.plan import ClausePlan, Plan, Starts, TreatyPlan
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for.

    treaties: ids, None for those of the event (or all).  bearers: codes, empty for all.  standing: also duties that are always on and
    kept.  not_owed: also what a treaty names and does not owe here.  presume: False switches every presumption off.
    """

    treaties: tuple[str, ...] | None = None
    bearers: tuple[str, ...] = ()
    standing: bool = True
    not_owed: bool = False
    presume: bool = True


def decide_on(plan: Plan, situation: Situation, day: str, wanted: Wanted) -> Decision:
    """The decision for one day.  Raises `NotYet` where the answer needs a construct that is not evaluated yet."""
    if not wanted.presume:
        situation = replace(situation, not_presumed=None)
    asked = wanted.treaties or situation.treaties or tuple(plan.treaties)
    case = Case(situation, plan.vocabulary, day, _parties(plan, situation), plan.successions)
    if any(each.votes is not None for each in situation.decisions):
        from treatylang.decision.bodies import Bodies

        case.bodies = Bodies(case, plan)
    members = Members(case, plan)
    engine = Engine(case, plan, members, wanted.not_owed, wanted.standing)
    outcomes = _Outcomes(Constraints(case))
    duties: list[DutyRow] = []
    deemed: list[Deemed] = []
    absent: list[NotApplicable] = []
    untouched = Untouched(case) if not (wanted.standing or wanted.not_owed) else None
    contested = {fact.treaty for fact in situation.membership}
    for name in sorted(asked):
        if plan.spells[name].contains(day) is False:
            absent.append(NotApplicable(name, None, f"not in force on {day}"))
            continue
        starts = plan.starts[name]
        if starts.alone_since is not None and starts.alone_since <= day and name not in contested:
            absent.append(NotApplicable(name, None, f"fewer than two parties are left on {day}"))
            continue
        absent += _versions_out(name, starts, day)
        if untouched is not None and untouched.is_untouched(name, starts):
            continue
        treaty = plan.treaties[name]
        duties += _treaty(engine, treaty, wanted, outcomes)
        deemed += [
            Deemed(name, _article(treaty, each.clause), each.clause, each.words, each.act)
            for each in engine.fictions(treaty)
            if value(each.rests_on) is True
        ]
    exact = all(duty.exact for duty in duties)
    return Decision(
        situation.id,
        situation.title,
        day,
        tuple(duties),
        tuple(deemed),
        tuple(absent),
        tuple(sorted(asked)),
        "exact" if exact else "approximate",
    )


def _parties(plan: Plan, situation: Situation) -> dict[str, tuple[str, ...]]:
    """Parties on the event's day of the treaties for whose parties a group of the event stands."""
    named = {group.parties_of for act in situation.acts for group in (*act.groups, *act.by_groups) if group.parties_of}
    found = {}
    for name in named:
        if name in plan.treaties:
            treaty = plan.treaties[name]
            base = plan.treaties[treaty.members_of] if treaty.members_of else treaty
            codes = [member.state for member in base.members if member.spell.contains(situation.date) is not False]
            found[name] = tuple(dict.fromkeys(codes))
    return found


def _versions_out(treaty: str, starts: Starts, day: str) -> list[NotApplicable]:
    return [
        NotApplicable(treaty, clause, f"this version is not in force on {day}")
        for clause, spell in starts.versions
        if spell.contains(day) is False
    ]


def _article(treaty: TreatyPlan, clause_id: str) -> str:
    return next(clause.article for clause in treaty.clauses if clause.id == clause_id)


def _treaty(engine: Engine, treaty: TreatyPlan, wanted: Wanted, outcomes: _Outcomes) -> Iterable[DutyRow]:
    for clause in treaty.clauses:
        if not engine.may_start(clause):
            continue
        if clause.standing and not wanted.standing and not _may_be_broken(engine, treaty, clause):
            continue
        for row in engine.rows(treaty, clause):
            if wanted.bearers and row.bearer not in wanted.bearers:
                continue
            duty = _duty(engine, row, clause.standing, outcomes)
            if duty.verdict == "not_owed" and not wanted.not_owed:
                continue
            if clause.standing and not wanted.standing and duty.verdict in ("owed", "permitted"):
                continue
            yield duty


def _may_be_broken(engine: Engine, treaty: TreatyPlan, clause: ClausePlan) -> bool:
    """Whether some act listed is of a forbidden kind, or may amount to one."""
    for kind in clause.forbids:
        deemed = any(kind in treaty.vocabulary.kinds[each.kind].above for each in engine.deemed(treaty))
        if deemed or any(engine.case.is_kind(act, kind, treaty.vocabulary) is not FALSE for act in engine.case.acts):
            return True
    return False


class _Outcomes:
    """Outcomes of rows; bearers of one clause whose membership is plain share the formula, and so the outcome."""

    def __init__(self, constraints: Constraints) -> None:
        self._constraints = constraints
        self._known: dict[tuple[object, ...], Outcome] = {}

    def of(self, row: Row) -> Outcome:
        applies = row.applies
        if not isinstance(applies, All) or applies.role or not (row.violated is None or row.violated is FALSE):
            return outcome(applies, row.violated, row.norm.modal, self._constraints)
        parts = [id(term) for term in applies.terms if not (isinstance(term, All) and term.role == "party" and term.now)]
        key = (row.norm.modal, row.violated is None, *parts)
        if key not in self._known:
            self._known[key] = outcome(applies, row.violated, row.norm.modal, self._constraints)
        return self._known[key]


def _duty(engine: Engine, row: Row, standing: bool, outcomes: _Outcomes) -> DutyRow:
    norm, clause, treaty = row.norm, row.clause, row.treaty
    result = outcomes.of(row)
    forbids = isinstance(norm, Prohibition)
    duty = norm.duty if isinstance(norm, Duty) else "refrain"
    owed_to = row.owed_to or ("ALL" if row.matched else None)
    several = sum(not isinstance(each, Deems) for each in clause.norms) > 1
    secret = clause.secret is not None and clause.secret.contains(engine.case.day) is not False
    return DutyRow(
        id=f"{treaty.id}:{clause.id}" + (f".{duty}" if several else "") + f"/{row.bearer}" + (f">{owed_to}" if owed_to else ""),
        treaty=treaty.id,
        article=clause.article,
        clause=clause.label,
        bearer=row.bearer,
        owed_to=owed_to,
        against=row.against,
        duty=duty,
        act=norm.act.kind if isinstance(norm, Prohibition) else None,
        modality="may" if norm.modal == "may" else "must_not" if forbids else "must",
        strength=row.strength,
        force="political" if norm.modal == "should" or treaty.form == "pledge" else "binding",
        visibility="secret" if secret else "public",
        verdict=result.verdict,
        depends_on=result.depends_on,
        owed_if=result.owed_if,
        not_owed_if=result.not_owed_if,
        says=result.says,
        presumed=tuple(Presumption(leaf.words, bool(leaf.value), leaf.why or "presumed") for leaf in result.presumed),
        acts=row.acts,
        words=norm.words,
        jointly=row.jointly,
        standing=standing,
        by=norm.by_day if isinstance(norm, Duty) else None,
        doubt=clause.doubt,
        readings=row.readings,
        exact=result.exact,
        applies=row.applies,
        violated=row.violated,
    )
