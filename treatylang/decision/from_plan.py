"""Plan and situation -> decisions, one for each day of `as_of`."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.conflicts import conflicts
from treatylang.decision.constraints import Constraints
from treatylang.decision.decision import Decision, Deemed, NotApplicable, Presumption
from treatylang.decision.decision import Duty as DutyRow
from treatylang.decision.formula import All, Any, Formula, value
from treatylang.decision.members import Members
from treatylang.decision.rows import Engine, Row
from treatylang.decision.untouched import Untouched
from treatylang.decision.verdict import Outcome, outcome
from treatylang.events.situation import Act, Situation
from treatylang.model.treaty import Deems, Duty, Prohibition
from treatylang.plan.plan import Plan, Starts, TreatyPlan, party_list
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.decision.moments import Moments
    from treatylang.decision.untold import Told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for.

    treaties: ids, None for those of the event (or all).  bearers: codes, empty for all.  standing: also duties that are always on and
    kept.  not_owed: also what a treaty names and does not owe here.  presume: False switches every presumption off.
    conflicts: also which of the duties cannot all be kept.  text: `public`, what had been published by the day; `signatories`, also
    what all who signed knew; `all`, also secret reservations and readings of some of them.
    """

    treaties: tuple[str, ...] | None = None
    bearers: tuple[str, ...] = ()
    standing: bool = True
    not_owed: bool = False
    presume: bool = True
    conflicts: bool = True
    text: str = "all"


def decide_on(plan: Plan, situation: Situation, day: str, wanted: Wanted) -> Decision:
    """The decision for one day.  Raises `NotYet` where the answer needs a construct that is not evaluated yet."""
    decision = _decide(plan, situation, day, wanted)
    if not wanted.conflicts:
        return decision

    def suppose(changed: Situation) -> Decision:
        supposed = changed.acts[len(situation.acts) :]
        return _decide(plan, changed, day, replace(wanted, standing=False, not_owed=False), supposed)

    return replace(decision, conflicts=conflicts(decision, plan, situation, suppose, lambda: _engine(plan, situation, day, wanted)))


def _decide(plan: Plan, situation: Situation, day: str, wanted: Wanted, supposed: tuple[Act, ...] = ()) -> Decision:
    """The decision without conflicts; where acts are supposed, only what they may break."""
    whole = _engine(plan, situation, day, wanted)
    case, situation = whole.case, whole.case.situation
    engine: Engine | Moments = whole
    if any(len(act.date) < 10 for act in situation.acts) or any(0 < len(each.date) < 10 for each in situation.decisions):
        engine = _over_all_days(plan, situation, day, wanted, supposed)
    asked = wanted.treaties or situation.treaties or tuple(plan.treaties)
    outcomes = _Outcomes(Constraints(case))
    duties: list[DutyRow] = []
    deemed: list[Deemed] = []
    absent: list[NotApplicable] = []
    broken = Untouched(case, supposed) if supposed else None
    passing = not (wanted.standing or wanted.not_owed)  # over treaties in which nothing starts
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
        if passing and whole.untouched.is_untouched(name, starts.acts):
            continue
        if broken is not None and broken.is_untouched(name, starts.breaches):
            continue
        treaty = plan.treaties[name]
        duties += _treaty(engine, case, treaty, wanted, outcomes, supposed)
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
        tuple((act.id, act.kind) for act in case.acts),
    )


def _over_all_days(plan: Plan, situation: Situation, day: str, wanted: Wanted, supposed: tuple[Act, ...]) -> Moments:
    """The same over all days that acts and decisions may have which the event dates by a month or a year."""
    from treatylang.decision.moments import Moments  # not at import: few events have such dates

    own = len(situation.acts) - len(supposed)
    return Moments(plan, situation, day, own, lambda dated, told: _engine(plan, dated, day, wanted, told))


def _engine(plan: Plan, situation: Situation, day: str, wanted: Wanted, told: Told | None = None) -> Engine:
    """What evaluates the clauses for one case."""
    if not wanted.presume:
        situation = replace(situation, not_presumed=None)
    case = Case(situation, plan.vocabulary, day, _parties(plan, situation), plan.successions, wanted.text)
    case.told = told
    if any(each.votes is not None for each in situation.decisions):
        from treatylang.decision.bodies import Bodies

        case.bodies = Bodies(case, plan)
    return Engine(case, plan, Members(case, plan), wanted.not_owed, wanted.standing)


def _parties(plan: Plan, situation: Situation) -> dict[str, tuple[str, ...]]:
    """Parties on the event's day of the treaties for whose parties a group of the event stands."""
    named = {group.parties_of for act in situation.acts for group in (*act.groups, *act.by_groups) if group.parties_of}
    found = {}
    for name in named:
        if name in plan.treaties:
            treaty = plan.treaties[name]
            base = party_list(plan.treaties, treaty)
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


def _treaty(
    engine: Engine | Moments, case: Case, treaty: TreatyPlan, wanted: Wanted, outcomes: _Outcomes, supposed: tuple[Act, ...]
) -> Iterable[DutyRow]:
    for clause in treaty.clauses:
        if not engine.may_start(treaty, clause):
            continue
        breach_only = supposed or (clause.standing and not wanted.standing)
        if breach_only and not engine.may_be_broken(treaty, clause, supposed or case.acts):
            continue
        rows = engine.rows(treaty, clause)
        if not rows:
            continue
        several = sum(not isinstance(each, Deems) for each in clause.norms) > 1
        secret = clause.secret is not None and clause.secret.contains(case.day) is not False
        for row in rows:
            if wanted.bearers and row.bearer not in wanted.bearers:
                continue
            duty = _duty(row, several, secret, outcomes)
            if duty.verdict == "not_owed" and not wanted.not_owed:
                continue
            if clause.standing and not wanted.standing and duty.verdict in ("owed", "permitted"):
                continue
            yield duty


class _Outcomes:
    """Outcomes of rows; bearers of one clause whose membership is plain share all else of the formula, and so the outcome."""

    def __init__(self, constraints: Constraints) -> None:
        self.constraints = constraints
        self._known: dict[tuple[object, ...], tuple[Outcome, tuple[Presumption, ...]]] = {}

    def of(self, row: Row) -> tuple[Outcome, tuple[Presumption, ...]]:
        key = (row.norm.modal, row.violated if row.violated is None else id(row.violated), _shared(row.applies))
        if key not in self._known:
            found = outcome(row.applies, row.violated, row.norm.modal, self.constraints)
            presumed = tuple(Presumption(leaf.words, bool(leaf.value), leaf.why or "presumed") for leaf in found.presumed)
            self._known[key] = (found, presumed)
        return self._known[key]


def _shared(formula: Formula) -> object:
    """The parts of a rule that a bearer who is plainly a party shares with others, each by its identity; rows keep them alive."""
    if isinstance(formula, All) and not formula.role:
        return (
            All,
            *[_shared(term) for term in formula.terms if not (isinstance(term, All) and term.role == "party" and term.now)],
        )
    if isinstance(formula, Any) and not formula.role:
        return (Any, *[_shared(term) for term in formula.terms])
    return id(formula)


def _duty(row: Row, several: bool, secret: bool, outcomes: _Outcomes) -> DutyRow:
    """A row as an answer; `several`: its clause has other norms beside."""
    norm, clause, treaty = row.norm, row.clause, row.treaty
    result, presumed = outcomes.of(row)
    forbids = isinstance(norm, Prohibition)
    duty = norm.duty if isinstance(norm, Duty) else "refrain"
    owed_to = row.owed_to or ("ALL" if row.matched else None)
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
        presumed=presumed,
        acts=row.acts,
        words=norm.words,
        jointly=row.jointly,
        standing=clause.standing,
        by=norm.by_day if isinstance(norm, Duty) else None,
        doubt=clause.doubt,
        readings=row.readings,
        amount=norm.amount if isinstance(norm, Duty) else None,
        exact=result.exact,
        applies=row.applies,
        violated=row.violated,
        constraints=outcomes.constraints,
    )
