"""Plan and situation -> decisions, one for each day of `as_of`."""

from __future__ import annotations

from treatylang.decision.alike import Alike
from treatylang.decision.case import Case
from treatylang.decision.conflicts import conflicts
from treatylang.decision.constraints import Constraints
from treatylang.decision.decision import Decision, Deemed, NotApplicable, Presumption
from treatylang.decision.decision import Duty as DutyRow
from treatylang.decision.formula import FALSE, Formula, value
from treatylang.decision.members import Members
from treatylang.decision.not_yet import bounded
from treatylang.decision.possible import is_possible
from treatylang.decision.row import Row
from treatylang.decision.rows import Engine
from treatylang.decision.term import Terms
from treatylang.decision.untouched import Untouched
from treatylang.decision.verdict import Outcome, outcome
from treatylang.events.situation import Act, Situation
from treatylang.model.time import reached
from treatylang.model.treaty import Deems, Doubt, Duty, Prohibition
from treatylang.plan.plan import ClausePlan, Plan, Starts, TreatyPlan, party_list
from treatylang.record import dataclass, replace
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Making = Callable[[Case, Plan, Members, bool, bool], Engine]

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


def decide_clause(
    plan: Plan, treaty: TreatyPlan, clause: ClausePlan, situation: Situation, day: str, wanted: Wanted, making: Making = Engine
) -> tuple[DutyRow, ...]:
    """What one clause of a treaty asks on a day.  Raises `NotYet`."""
    whole = _engine(plan, situation, day, wanted, making)
    case = whole.case
    if plan.spells[treaty.id].contains(day) is False or _is_alone(plan, treaty.id, case.situation, day):
        return ()
    engine = _asking(plan, situation, day, wanted, whole, len(situation.acts), making)
    return tuple(_clause(engine, case, treaty, clause, wanted, _Outcomes(case, plan), ()))


def _decide(plan: Plan, situation: Situation, day: str, wanted: Wanted, supposed: tuple[Act, ...] = ()) -> Decision:
    """The decision without conflicts; where acts are supposed, only what they may break."""
    whole = _engine(plan, situation, day, wanted)
    engine = _asking(plan, situation, day, wanted, whole, len(situation.acts) - len(supposed), Engine)
    case, situation = whole.case, whole.case.situation
    _bounded(case)
    asked = wanted.treaties or situation.treaties or tuple(plan.treaties)
    if wanted.text != "all":  # of a treaty that is hidden whole, nothing is said
        asked = tuple(name for name in asked if not case.hides(plan.treaties[name].secret))
    outcomes = _Outcomes(case, plan)
    duties: list[DutyRow] = []
    deemed: list[Deemed] = []
    absent: list[NotApplicable] = []
    doubts: list[Doubt] = []
    broken = Untouched(case, supposed) if supposed else None
    passing = not (wanted.standing or wanted.not_owed)  # over treaties in which nothing starts
    for name in sorted(asked):
        if plan.spells[name].contains(day) is False:
            absent.append(NotApplicable(name, None, f"not in force on {day}"))
            continue
        starts = plan.starts[name]
        if _is_alone(plan, name, situation, day):
            absent.append(NotApplicable(name, None, f"fewer than two parties are left on {day}"))
            continue
        absent += _versions_out(name, starts, day)
        doubts += _keeping_out(plan, name, whole.members, case)
        if passing and whole.untouched.is_untouched(name, starts.acts):
            continue
        if broken is not None and broken.is_untouched(name, starts.breaches):
            continue
        treaty = plan.treaties[name]
        duties += _treaty(engine, case, treaty, wanted, outcomes, supposed)
        deemed += [
            Deemed(name, whole.members.clauses(name)[each.clause].article, each.clause, each.words, each.act)
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
        doubts=tuple(doubts),
        lists_all=case.lists_all,
    )


def _keeping_out(plan: Plan, name: str, members: Members, case: Case) -> list[Doubt]:
    """The doubtful dates by which one who has part in an act is plainly no party on the day: he left before it, or came after."""
    doubts = plan.starts[name].doubts
    if not doubts:  # as is most often so: then nobody is looked for
        return []
    named = {code for act in case.acts for code in (*case.doers(act), *case.second(act))}
    found = [each for each in doubts if named & each.codes and reached(each.date or "", case.day) is (each.bound == "until")]
    return [
        each for each in found if any(members.is_party(plan.treaties[name], code, case.day) is FALSE for code in named & each.codes)
    ]


def _bounded(case: Case) -> None:
    """Raises `NotYet` where dozens of states do as many acts to dozens of others."""
    pairs = sum(len(case.doers(act)) * len(case.second(act)) for act in case.acts)
    bounded(pairs, LIMITS.pairs, "an event with more than {most} pairs of one that acts and one acted on", case.situation.id)


def _is_alone(plan: Plan, treaty: str, situation: Situation, day: str) -> bool:
    """Whether fewer than two parties are left, which no standing that the event tells could change."""
    since = plan.starts[treaty].alone_since
    return since is not None and since <= day and all(fact.treaty != treaty for fact in situation.membership)


def _asking(
    plan: Plan, situation: Situation, day: str, wanted: Wanted, whole: Engine, own: int, making: Making
) -> Engine | Moments:
    """What is asked for rows: the engine itself; over all days that acts and decisions may have, where the event dates one by a month or
    a year.  `own`: so many acts are of the event itself, and not supposed."""
    known = whole.case.situation
    if not (any(len(act.date) < 10 for act in known.acts) or any(0 < len(each.date) < 10 for each in known.decisions)):
        return whole
    from treatylang.decision.moments import Moments  # not at import: few events have such dates

    return Moments(plan, situation, day, own, lambda dated, told: _engine(plan, dated, day, wanted, making, told))


def _engine(
    plan: Plan, situation: Situation, day: str, wanted: Wanted, making: Making = Engine, told: Told | None = None
) -> Engine:
    """What evaluates the clauses for one case."""
    if not wanted.presume:
        situation = replace(situation, not_presumed=None)
    case = Case(situation, plan.vocabulary, day, _parties(plan, situation), plan.successions, wanted.text, plan.dictionary)
    case.told = told
    if any(each.votes is not None for each in situation.decisions):
        from treatylang.decision.bodies import Bodies

        case.bodies = Bodies(case, plan)
    return making(case, plan, Members(case, plan), wanted.not_owed, wanted.standing)


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


def _treaty(
    engine: Engine | Moments, case: Case, treaty: TreatyPlan, wanted: Wanted, outcomes: _Outcomes, supposed: tuple[Act, ...]
) -> Iterable[DutyRow]:
    for clause in treaty.clauses:
        yield from _clause(engine, case, treaty, clause, wanted, outcomes, supposed)


def _clause(
    engine: Engine | Moments,
    case: Case,
    treaty: TreatyPlan,
    clause: ClausePlan,
    wanted: Wanted,
    outcomes: _Outcomes,
    supposed: tuple[Act, ...],
) -> Iterable[DutyRow]:
    if not engine.may_start(treaty, clause):
        return
    breach_only = supposed or (clause.standing and not wanted.standing)
    if breach_only and not engine.may_be_broken(treaty, clause, supposed or case.acts):
        return
    rows = engine.rows(treaty, clause)
    if not rows:
        return
    several = sum(not isinstance(each, Deems) for each in clause.norms) > 1
    secret = clause.secret is not None and clause.secret.contains(case.day) is not False
    for row in rows:
        if wanted.bearers and row.bearer not in wanted.bearers:
            continue
        if supposed and not any(act.id in row.acts for act in supposed):
            continue
        duty = _duty(row, several, secret, outcomes)
        if duty.verdict == "not_owed" and not wanted.not_owed:
            continue
        if clause.standing and not wanted.standing and duty.verdict in ("owed", "permitted"):
            continue
        yield duty


class _Outcomes:
    """Outcomes of rows, those of rules that are alike asked once: a thousand clauses may ask the same of an event."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.terms = Terms(case, plan)
        self._constraints: dict[int, Constraints] = {}
        self._known: dict[tuple[object, ...], tuple[Outcome, tuple[Presumption, ...]]] = {}
        self._possible: dict[tuple[int, int], bool] = {}
        self._alike = Alike()

    def of(self, row: Row) -> tuple[Outcome, tuple[Presumption, ...]]:
        constraints = self.constraints(row.treaty)
        violated = None if row.violated is None else self._alike.number(row.violated)
        key = (id(constraints), row.norm.modal, row.claimed, violated, self._alike.number(row.applies))
        if key not in self._known:
            found = outcome(row.applies, row.violated, row.norm.modal, constraints, row.claimed)
            presumed = tuple(Presumption(leaf.words, bool(leaf.value), leaf.why or "presumed") for leaf in found.presumed)
            self._known[key] = (found, presumed)
        return self._known[key]

    def constraints(self, treaty: TreatyPlan) -> Constraints:
        """What the words of a treaty say cannot be otherwise; where it has none of its own, the same for all."""
        seen = self.case.seen_by(treaty)
        if id(seen) not in self._constraints:
            self._constraints[id(seen)] = Constraints(seen)
        return self._constraints[id(seen)]

    def ways(self, row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The acts of a row, and against whom it is, by those of its ways that some world has.

        A way that three-valued logic leaves open is asked only where it would add an act or an opponent to those of the others.
        """
        alone = len(row.ways) < 2 and not isinstance(row.norm, Prohibition)  # then the verdict has asked already
        if alone:
            return row.acts, row.against
        kept = [way for way in row.ways if value(way.rests_on) is True]
        if len(kept) == len(row.ways):
            return row.acts, row.against
        known = {name for way in kept for name in (*way.acts, *way.against)}
        for way in row.ways:
            if value(way.rests_on) is not None or (known.issuperset(way.acts) and known.issuperset(way.against)):
                continue
            if self._is_possible(way.rests_on, row.treaty):
                kept.append(way)
                known.update(way.acts, way.against)
        acts = {act for way in kept for act in way.acts}
        against = {code for way in kept for code in way.against}
        return tuple(each for each in row.acts if each in acts), tuple(each for each in row.against if each in against)

    def _is_possible(self, rests_on: Formula, treaty: TreatyPlan) -> bool:
        constraints = self.constraints(treaty)
        key = (id(constraints), self._alike.number(rests_on))
        if key not in self._possible:
            self._possible[key] = is_possible(rests_on, constraints)
        return self._possible[key]


def _duty(row: Row, several: bool, secret: bool, outcomes: _Outcomes) -> DutyRow:
    """A row as an answer; `several`: its clause has other norms beside."""
    norm, clause, treaty = row.norm, row.clause, row.treaty
    result, presumed = outcomes.of(row)
    acts, against = outcomes.ways(row)
    forbids = isinstance(norm, Prohibition)
    duty = norm.duty if isinstance(norm, Duty) else "refrain"
    owed_to = row.owed_to or ("ALL" if row.matched else None)
    since, until = (None, None) if result.verdict == "not_owed" else outcomes.terms.of(row, acts)
    return DutyRow(
        id=f"{treaty.id}:{clause.id}" + (f".{duty}" if several else "") + f"/{row.bearer}" + (f">{owed_to}" if owed_to else ""),
        treaty=treaty.id,
        article=clause.article,
        clause=clause.label,
        bearer=row.bearer,
        owed_to=owed_to,
        against=against,
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
        acts=acts,
        words=norm.words,
        jointly=row.jointly,
        standing=clause.standing,
        by=norm.by_day if isinstance(norm, Duty) else None,
        doubt=clause.doubt,
        readings=row.readings,
        agreed=row.agreed,
        amount=norm.amount if isinstance(norm, Duty) else None,
        since=since,
        until=until,
        exact=result.exact,
        doubts=treaty.doubts,
        applies=row.applies,
        violated=row.violated,
        constraints=outcomes.constraints(treaty),
    )
