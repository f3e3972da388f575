"""The lines of a clause (`only if`, `unless`, `lapses when`) and what a reservation or a reading changes in them."""

from __future__ import annotations

from treatylang.decision.env import Env
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, both, either, neg, value
from treatylang.decision.matching import Matcher
from treatylang.decision.not_yet import NotYet
from treatylang.events.situation import Act
from treatylang.model import conditions as c
from treatylang.model.time import Spell, add
from treatylang.model.treaty import Line
from treatylang.model.who import Fixed, Slot, Who
from treatylang.plan.plan import ClausePlan, Guard, GuardedLine, GuardedManner, GuardedRefs, GuardedStrength, Trigger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Guarded = Trigger | GuardedLine | GuardedRefs | GuardedStrength | GuardedManner


def holds_under(matcher: Matcher, guard: Guard | None, bearer: str | None, day: str) -> Formula:
    """That a rider's change holds: on its dates, for the bearer, in its text."""
    if guard is None:
        return TRUE
    if matcher.case.hides(guard.secret, guard.form in ("reservation", "claimed")):
        return FALSE
    terms = [dated(matcher, guard.spell, day, guard.rider)]
    if guard.bearers and bearer is not None:
        terms.append(either(*(_is_author(matcher, who, bearer, day) for who in guard.bearers)))
    if guard.form == "claimed":
        terms.append(
            Leaf(f"in the text as read by {guard.rider}", None, "reading", Atom("reading", (guard.rider,)), why=guard.title)
        )
    return both(*terms)


def _is_author(matcher: Matcher, who: Who, bearer: str, day: str) -> Formula:
    if isinstance(who, Fixed):
        return TRUE if any(bearer == matcher.case.today(code, day) for code in who.codes) else FALSE
    return matcher.actors.is_who(who, bearer, {}, day)


def tests(
    matcher: Matcher,
    lines: tuple[GuardedLine, ...],
    env: Env,
    bearer: str | None,
    day: str,
    kept: Formula = FALSE,
) -> list[Formula]:
    """Each line as a part of the rule, an exception as a node of its own; what is `kept` in force past its end does not lapse."""
    found: list[Formula] = []
    for each in lines:
        if each.line.form == "continues":
            continue
        guard = holds_under(matcher, each.guard, bearer, day)
        if guard is FALSE:
            continue
        formula = _line(matcher, each.line, env)
        if each.line.form == "lapses" and kept is not FALSE and value(formula) is not True:
            formula = either(formula, kept)
        words, role = each.line.words, each.line.form.replace("_", " ")
        title = f"{words} ({each.guard.rider})" if each.guard else words
        if guard is not TRUE:
            formula = either(neg(guard, f"outside {each.guard.rider if each.guard else ''}"), formula)
        found.append(all_of((formula,), title, role, each.line.id))
    return found


def _line(matcher: Matcher, line: Line, env: Env) -> Formula:
    if line.form == "only_if":
        return matcher.holds(line.condition, dict(env), matcher.case.day)
    matcher.ending = True
    matcher.case.decided.lapsing = line.form == "lapses" and not line.unit  # a term that runs from a decision is none of one act
    try:
        if line.unit:
            return neg(_after(matcher, line, env), line.words)
        return neg(matcher.holds(line.condition, dict(env), matcher.case.day), line.words)
    finally:
        matcher.ending = matcher.case.decided.lapsing = False


def _after(matcher: Matcher, line: Line, env: Env) -> Formula:
    """`lapses 1 year after the body decides`: that so long has passed since it did, or since an act that is named."""
    match line.condition:
        case c.Decides(body=body, decision=decision):
            so = matcher.holds(line.condition, dict(env), matcher.case.day)
            dates = matcher.case.decided.days(body, decision) if value(so) is not False else []
            if value(so) is False or (value(so) is None and not dates):
                return so
            return both(so, _passed(matcher, line, dates))
        case c.Happens(pattern=pattern):
            ways = matcher.ways(line.condition, dict(env), matcher.case.day)
            acts = ((way.get(pattern.slot), formula) for way, formula in ways)
            return either(
                *(
                    both(formula, _passed(matcher, line, [matcher.case.day_of(act)]) if isinstance(act, Act) else TRUE)
                    for act, formula in acts
                )
            )
    raise NotYet("`lapses ... after` what is no decision and no act", f"{matcher.treaty.id}, Article {matcher.article}")


def _passed(matcher: Matcher, line: Line, days: list[str]) -> Leaf:
    """That the time has passed since one of the days."""
    words, today = f"{line.amount} {line.unit} have passed", matcher.case.day
    passed = any(add(day[:10], line.amount, line.unit) <= today for day in days)
    return Leaf(words, passed, "follows")


def strength(matcher: Matcher, clause: ClausePlan, base: str | None, bearer: str, day: str) -> str | None:
    """The strength for this bearer: the clause's own, or that of a rider that holds for it."""
    for each in clause.strengths:
        if each.guard.form != "claimed" and value(holds_under(matcher, each.guard, bearer, day)) is True:
            return each.strength
    return base


def jointly(matcher: Matcher, clause: ClausePlan, base: bool, bearer: str, day: str) -> bool:
    """Whether the bearers owe it together."""
    for each in clause.manners:
        if each.guard.form != "claimed" and value(holds_under(matcher, each.guard, bearer, day)) is True:
            return each.jointly
    return base


def readings(matcher: Matcher, clause: ClausePlan, bearer: str, day: str) -> tuple[str, ...]:
    """Readings that are not agreed and change how the duty is kept, not whether: its strength, or jointly or severally."""
    changes = [(f"by {each.strength}", each.guard) for each in clause.strengths]
    changes += [("jointly" if each.jointly else "severally", each.guard) for each in clause.manners]
    found = []
    for says, guard in changes:
        if guard.form == "claimed" and holds_under(matcher, guard, bearer, day) is not FALSE:
            found.append(f"{says}, {guard.rider}" + (f": {guard.title}" if guard.title else ""))
    return tuple(found)


def readings_of(clause: ClausePlan) -> tuple[Guard, ...]:
    """The readings, agreed or not, that change a clause by any of their lines."""
    parts: tuple[Guarded, ...] = (*clause.triggers, *clause.lines, *clause.subject_to, *clause.strengths, *clause.manners)
    guards: Iterable[Guard | None] = (each.guard for each in parts)
    found = {guard.rider: guard for guard in guards if guard is not None and guard.form in ("claimed", "agreed")}
    return tuple(found.values())


def in_force(matcher: Matcher, riders: tuple[Guard, ...], form: str, days: Iterable[str]) -> tuple[str, ...]:
    """The readings of a form that hold on one of the days, in the text that is asked."""
    mine = (each for each in riders if each.form == form)
    return tuple(sorted(each.rider for each in mine if any(holds_under(matcher, each, None, day) is not FALSE for day in days)))


def dated(matcher: Matcher, spell: Spell, day: str, words: str) -> Formula:
    """That a part of a clause holds on its own dates."""
    if spell.since is None and spell.until is None:
        return TRUE
    if spell.contains(day) is False:
        return FALSE
    return matcher.case.in_spell(spell, day, f"{words} holds on {day}", (words,))


def about_bearer(each: GuardedLine) -> bool:
    """Whether a line may come out differently for each bearer: by its guard, or because it speaks of the bearer or the others."""
    if each.guard is not None and each.guard.bearers:
        return True
    return any(word in each.line.words for word in ("the bearer", "other"))


def split(clause: ClausePlan, act: c.Pattern) -> tuple[tuple[GuardedLine, ...], tuple[GuardedLine, ...]]:
    """Lines of a prohibition that speak of the forbidden act, and excuse it, and those that speak of the rule, and end it.

    An exception for an act of somebody, a consent or a breach by the victim, excuses; one for the state of things takes the rule away.
    """
    slots = {act.slot, *(part.slot for part in act.roles if not isinstance(part.who, Slot) or part.who.slot != part.slot)}
    slots |= {where.host for where in act.where if where.host is not None}
    of_act: list[GuardedLine] = []
    of_rule: list[GuardedLine] = []
    for each in clause.lines:
        if each.line.form == "continues":
            of_rule.append(each)
            continue
        parts = c.every_part(each.line.condition)
        excuses = each.line.form == "unless" and any(isinstance(part, c.Happens | c.Judged) for part in parts)
        (of_act if excuses or any(slots & _slots(part) for part in parts) else of_rule).append(each)
    return tuple(of_act), tuple(of_rule)


def _slots(condition: c.Condition) -> set[str | None]:
    """The act and the role words to which a condition itself refers."""
    ends = [
        getattr(condition, name, None)
        for name in ("who", "first", "second", "test", "target", "bearer", "object", "against", "judge")
    ]
    acts = {getattr(condition, "act", None), getattr(condition, "place_of", None)}
    return acts | {who.slot for who in ends if isinstance(who, Slot)}
