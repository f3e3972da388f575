"""Who bears a norm, and to whom it is owed: the ends of a row."""

from __future__ import annotations

from treatylang.decision.env import Env
from treatylang.decision.formula import FALSE, TRUE, Formula, Leaf, both, either, value
from treatylang.decision.matching import Matcher
from treatylang.model.treaty import Duty, Prohibition
from treatylang.model.who import Body, Choice, Fixed, Slot, Who


def bearers(matcher: Matcher, named: tuple[Who, ...], env: Env, day: str, among: frozenset[str] | None = None) -> tuple[str, ...]:
    """Those who bear a norm, or may; of all parties only those `among` some, where no others are asked for."""
    found: dict[str, None] = {}
    for who in named:
        match who:
            case Choice(quantifier="every" | "every other"):
                found |= dict.fromkeys(matcher.actors.everyone(who, env, day, among))
            case Choice():
                found |= dict.fromkeys(code for code in matcher.actors.everyone(who, {}, day) if code not in env.values())
            case Fixed():
                found |= dict.fromkeys(matcher.case.today(code, day) for code in who.codes)
            case _:
                found |= dict.fromkeys(codes(matcher, who, env))
    return tuple(found)


def codes(matcher: Matcher, who: Who | None, env: Env) -> tuple[str, ...]:
    """Codes of those whom a plain reference means."""
    if who is None:
        return ()
    if isinstance(who, Fixed):
        return who.codes
    code = matcher.actors.code(who, env)
    return (code,) if code is not None else ()


def beneficiaries(matcher: Matcher, who: Who | None, env: Env, day: str) -> tuple[str | None, ...]:
    """Those to whom a duty is owed, a row each; None: all other parties, or nobody known."""
    match who:
        case None:
            return (None,)
        case Choice(quantifier="every" | "every other"):
            return matcher.actors.everyone(who, env, day)
        case Choice():
            return (None,)
        case Fixed():
            return tuple(matcher.case.today(code, day) for code in who.codes)
    return codes(matcher, who, env) or (None,)


def protected(matcher: Matcher, norm: Prohibition, env: Env) -> str | None:
    """The one whom a prohibition names; None: all."""
    kinds = matcher.case.words.kinds
    harmful = norm.act.kind not in kinds or any(root in kinds[norm.act.kind].above for root in ("hostile_act", "threat", "breach"))
    for part in norm.act.roles[1:2]:
        if not harmful and part.preposition not in ("on", "against"):
            return None  # `refrain from separate_peace with the enemy` is owed to the allies
        if isinstance(part.who, Fixed) and len(part.who.codes) == 1:
            return part.who.codes[0]
        if isinstance(part.who, Slot):
            found = env.get(part.who.slot)
            return found if isinstance(found, str) else None
    return None


def bound(matcher: Matcher, norm: Duty | Prohibition, bearer: str, day: str) -> Formula:
    """That the bearer is bound: an organ always, a state as a party.  FALSE: it can bear nothing here, and has no row."""
    for who in norm.bearers:
        if isinstance(who, Body) and who.name == bearer:
            return TRUE
    meant = _meant(matcher, norm.bearers, bearer, day)
    if value(meant) is False:
        return FALSE
    party = matcher.members.bound(matcher.treaty, bearer, day)
    if party is FALSE:
        named = any(isinstance(who, Fixed) for who in norm.bearers)  # then it is told why it owes nothing
        return Leaf(f"{bearer} is party to {matcher.treaty.id} on {day}", False, "table") if matcher.keep and named else FALSE
    return both(meant, party)


def _meant(matcher: Matcher, named: tuple[Who, ...], code: str, day: str) -> Formula:
    """That one is of the sort that a norm names, and not of those whom it leaves out; of one whom it names otherwise, that is so."""
    sorts = [who for who in named if isinstance(who, Choice)]
    if len(sorts) < len(named):
        return TRUE
    return either(*(matcher.actors.belongs(who, code, day) for who in sorts))


def pair(matcher: Matcher, norm: Duty, bearer: str, owed_to: str | None, day: str) -> Formula:
    """That the one to whom it is owed is a party where the text names it, and that the pair is not suspended; where it is owed to all,
    that some other is left."""
    if owed_to is None:
        return TRUE if norm.modal == "may" else matcher.members.somebody(matcher.treaty, bearer, day)
    terms = []
    if isinstance(norm.owed_to, Choice):
        terms.append(_meant(matcher, (norm.owed_to,), owed_to, day))
    if isinstance(norm.owed_to, Fixed) and matcher.members.ever(matcher.treaty, owed_to):
        terms.append(matcher.members.is_party(matcher.treaty, owed_to, day))
    terms.append(matcher.members.not_suspended(matcher.treaty, bearer, owed_to, day))
    return both(*terms)
