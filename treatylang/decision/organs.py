"""What an organ is, has decided and can still decide in one event: its rule, its members, each vote, and what hangs on its decisions."""

from __future__ import annotations

from treatylang.decision.bodies import Bodies, Sitting
from treatylang.decision.case import Case
from treatylang.decision.from_plan import Wanted, decide_on
from treatylang.decision.not_yet import NotYet
from treatylang.decision.votes import OPEN, Power, Roll, Rule, power
from treatylang.model import conditions as c
from treatylang.model.treaty import Duty, Organ
from treatylang.model.votes import Vote
from treatylang.model.who import Body
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatylang.events.situation import DecisionFact, Situation
    from treatylang.plan.plan import ClausePlan, Guard, Plan, TreatyPlan

OWN = ("may", "must", "should")
_VERDICTS = ("breached", "permitted", "owed", "disputed", "depends", "not_owed")  # the first of several goes before the others
_FORMS = {"only_if": "only if", "unless": "unless", "lapses": "lapses when", "continues": "continues while"}


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision of the event, as one treaty has the organ.  `outcome` is as written, or else as the votes add up; `counted` says which.

    `now` is what those can do whose votes are open, `ever` what all who vote could do before any of them did.
    """

    matter: str | None
    date: str
    on: tuple[str, ...]
    about: str | None
    ref: str | None
    outcome: str
    counted: bool
    sitting: Sitting
    now: Power | None
    ever: Power | None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule of an organ, and what its members can do by it (None: they are not all known); of those whom `without` leaves out nothing is
    known here.  `stopped_by`: those whose no stops a decision, by the rule."""

    line: Vote
    power: Power | None
    stopped_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hangs:
    """Something in a clause that hangs on the organ.

    how: `when`, `only if`, `unless`, `lapses when`, `continues while` it decides or finds something; or `may`, `must`, `should`: what it
    may do itself.  `words` say it in the treaty's own words; `then` what is owed by the clause, `but` its further conditions.  verdict:
    of what it may do itself, whether it may in this event (`permitted`, `depends` ...; None: not evaluated yet).
    """

    treaty: str
    clause: str
    how: str
    words: str
    then: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """The organ as one treaty sets it up (None: it stands in the vocabulary alone): its rules, its members, its decisions.

    doubtful: who may be a member, each with why it is open; complete: whether these are all.
    """

    treaty: str | None
    title: str
    of: str | None
    rules: tuple[Ruled, ...]
    members: tuple[str, ...]
    doubtful: tuple[tuple[str, str], ...]
    complete: bool
    decisions: tuple[Deciding, ...]


@dataclass(frozen=True, slots=True)
class OrganAnswer:
    """The answer to one question about an organ, for one day."""

    body: str
    event: str
    title: str
    date: str
    seats: tuple[Seat, ...]
    powers: tuple[Hangs, ...]


def organ_in(plan: Plan, situation: Situation, body: str, day: str, treaties: Sequence[str]) -> OrganAnswer:
    """The organ on a day, as those treaties have it that set it up (of these, if any of them does), and what these say of it."""
    case = Case(situation, plan.vocabulary, day, {}, plan.successions, dictionary=plan.dictionary)
    bodies = Bodies(case, plan)
    live = tuple(name for name in sorted(treaties) if plan.spells[name].contains(day) is not False)
    everywhere = [name for name, _ in bodies.organs(body) if plan.spells[name].contains(day) is not False]
    owners = [name for name in everywhere if name in live] or everywhere
    facts = list(case.decided.known(body))
    seats = tuple(
        _seat(bodies, plan.treaties[name], plan.treaties[name].organs[body], day, _decisions(bodies, facts, (name,)))
        for name in owners
    )
    if not seats:
        seats = (_seat(bodies, bodies.no_treaty, bodies.of_the_vocabulary(body), day, _decisions(bodies, facts, ())),)
    found = [each for name in live for each in _powers(plan.treaties[name], body, day)]
    verdicts = _verdicts(plan, situation, body, day, [each.treaty for each in found if each.how in OWN])
    powers = tuple(
        replace(each, verdict=verdicts.get((f"{each.treaty}:{each.clause}", each.words))) if each.how in OWN else each
        for each in sorted(found, key=lambda each: each.how not in OWN)
    )
    return OrganAnswer(body, situation.id, situation.title, day, seats, powers)


def _verdicts(plan: Plan, situation: Situation, body: str, day: str, treaties: Sequence[str]) -> dict[tuple[str, str], str]:
    """Whether it may, or must, do what these treaties say it may: by clause and words.  Where one act gives the power, it has it."""
    ranks = {verdict: rank for rank, verdict in enumerate(_VERDICTS)}
    found: dict[tuple[str, str], str] = {}
    for name in dict.fromkeys(treaties):
        try:
            wanted = Wanted((name,), (body,), not_owed=True, conflicts=False)
            duties = decide_on(plan, situation, day, wanted).duties
        except NotYet:
            continue
        for duty in duties:
            clause = f"{name}:{duty.article}" + (f"[{duty.clause}]" if duty.clause else "")
            versioned = duty.id.partition("/")[0]
            for key in {(clause, duty.words), (versioned, duty.words)}:
                best = min(found.get(key, duty.verdict), duty.verdict, key=lambda each: ranks[each])
                found[key] = best
    return found


def _decisions(bodies: Bodies, facts: list[DecisionFact], treaties: tuple[str, ...]) -> tuple[Deciding, ...]:
    return tuple(_deciding(each, bodies.sittings(each, treaties)[0]) for each in facts)


def _seat(bodies: Bodies, treaty: TreatyPlan, organ: Organ, day: str, decisions: tuple[Deciding, ...]) -> Seat:
    members, doubts, complete = bodies.members(treaty, organ, (day,))
    roll = Roll(dict.fromkeys((*members, *doubts), OPEN), frozenset(doubts), complete)
    rules = tuple(_ruled(bodies, treaty, line, day, roll) for line in organ.votes if line.spell.contains(day) is not False)
    of = organ.of.words if organ.of is not None else None
    return Seat(treaty.id or None, organ.title, of, rules, tuple(members), tuple(doubts.items()), complete, decisions)


def _ruled(bodies: Bodies, treaty: TreatyPlan, line: Vote, day: str, roll: Roll) -> Ruled:
    vetoes, may = bodies.objecting(treaty, line, day, roll.votes)
    whole = roll.seated(line.seats) if line.seats is not None and not (roll.complete or roll.doubtful) else roll
    known = power(Rule(line.rule, line.base, line.quorum, vetoes, may), whole) if whole.complete else None
    return Ruled(line, known, tuple(code for code in roll.votes if code in vetoes))


def _deciding(fact: DecisionFact, sitting: Sitting) -> Deciding:
    counted = fact.outcome is None and fact.votes is not None
    outcome = _outcome(sitting) if counted else fact.outcome or "unknown"
    now = ever = None
    if counted and sitting.rule is not None:
        now = power(sitting.rule, sitting.roll)
        ever = power(sitting.rule, sitting.roll.having(OPEN, sitting.roll.votes))
    return Deciding(fact.decision, fact.date, fact.on, fact.about, fact.ref, outcome, counted, sitting, now, ever)


def _outcome(sitting: Sitting) -> str:
    if sitting.carried is False and sitting.vetoed:
        return "vetoed"
    return {True: "adopted", False: "not_adopted", None: "unknown"}[sitting.carried]


def _powers(treaty: TreatyPlan, body: str, day: str) -> Iterator[Hangs]:
    """What hangs on an organ in the clauses of a treaty that are in force."""
    for clause in treaty.clauses:
        if clause.spell.contains(day) is False:
            continue
        then = tuple(norm.words for norm in clause.norms)
        for trigger in clause.triggers:
            if trigger.condition is not None and _live(trigger.guard, day) and _asks(trigger.condition, body):
                but = tuple(_line_words(each.line.form, each.line.words) for each in clause.lines if each.guard is None)
                yield Hangs(treaty.id, clause.id, "when", trigger.words.removeprefix("when "), then, but)
        yield from _lines(treaty, clause, body, day)
        for norm in clause.norms:
            if isinstance(norm, Duty) and any(isinstance(who, Body) and who.name == body for who in norm.bearers):
                conditions = tuple(trigger.words for trigger in clause.triggers if trigger.condition is not None)
                yield Hangs(treaty.id, clause.id, norm.modal, norm.words, (), conditions)


def _lines(treaty: TreatyPlan, clause: ClausePlan, body: str, day: str) -> Iterator[Hangs]:
    for each in clause.lines:
        if _live(each.guard, day) and _asks(each.line.condition, body):
            yield Hangs(treaty.id, clause.id, _FORMS[each.line.form], each.line.words, tuple(norm.words for norm in clause.norms))


def _live(guard: Guard | None, day: str) -> bool:
    return guard is None or guard.spell.contains(day) is not False


def _line_words(form: str, words: str) -> str:
    lead = _FORMS.get(form, form)
    return words if words.startswith(lead.split()[0]) else f"{lead} {words}"


def _asks(condition: c.Condition, body: str) -> bool:
    """Whether a condition asks what the organ decides, or what it finds."""
    for part in c.every_part(condition):
        if isinstance(part, c.Decides) and part.body == body:
            return True
        if isinstance(part, c.Judged) and isinstance(part.judge, Body) and part.judge.name == body:
            return True
    return False
