"""Duties of one bearer that cannot all be kept (semantics, section 6).

Every duty stays in the answer.  Three grounds are seen: two duties of which the vocabulary says that they exclude each other; help
owed to both sides of a fight; and a deed that one duty asks and another forbids.  The last is found by supposing the deed and asking
who would break what.  A cited `subject to` or `overrides` decides which goes before; other rules are named, and decide nothing.
"""

from __future__ import annotations

from itertools import chain, count

from treatylang.decision.case import in_common_words
from treatylang.decision.decision import Conflict, Duty
from treatylang.decision.edges import Edges
from treatylang.decision.not_yet import bounded
from treatylang.events.situation import Act, Situation
from treatylang.record import dataclass, replace
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from treatylang.decision.decision import Decision
    from treatylang.decision.rows import Engine
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.plan.plan import Plan, TreatyPlan

_KINDLY = "benevolent_neutrality"
_LIVE = ("owed", "depends", "disputed", "breached")
_SUPPOSED = "supposed"  # ids of supposed deeds begin so; no event can use the sign that follows
_LATER = "Vienna Convention on the Law of Treaties, Article 30(3): where all parties to the earlier treaty are in the later, that prevails"
_APART = "Vienna Convention on the Law of Treaties, Article 30(4): each treaty binds toward its own parties"


def conflicts(
    decision: Decision, plan: Plan, situation: Situation, ask: Callable[[Situation], Decision], engine: Callable[[], Engine]
) -> tuple[Conflict, ...]:
    """The conflicts among the duties of a decision; `ask` answers a supposed situation as the decision was answered, by `engine`."""
    edges = Edges(plan, engine)
    live = [duty for duty in decision.duties if duty.verdict in _LIVE and duty.modality != "may"]
    known = {id for id, _ in decision.acts}
    words = in_common_words(situation, plan.vocabulary, plan.dictionary)
    live = [_with_opponents(duty, words, [act for act in situation.acts if act.id in known]) for duty in live]
    found: dict[tuple[str, str], Conflict] = {}
    weighed = count(1)
    for first, second, why in chain(_excluded(live, plan.vocabulary), _both_sides(live, plan.vocabulary)):
        _bounded(next(weighed))
        _add(found, edges, first, second, why)
    deeds = _deeds(live, decision.date, plan.vocabulary)
    if deeds:
        supposed = ask(replace(situation, acts=(*situation.acts, *(deed.act for deed in deeds))))
        owed = {duty.id for duty in decision.duties if duty.verdict != "not_owed"}
        for duty in supposed.duties:
            if not duty.standing and duty.id not in owed:
                continue  # the deed of somebody else would start it
            for deed in deeds:
                if duty.modality != "must_not" or deed.act.id not in duty.acts or duty.verdict not in ("breached", "depends"):
                    continue  # a duty that the deed would start is none that forbids it
                on = f" on {', '.join(deed.act.second)}"
                for asking in deed.asked_by.get(duty.bearer, ()):
                    _bounded(next(weighed))
                    why = f"{asking.duty} asks for {deed.act.kind}{on}, from which the other bids to refrain"
                    forbidding = _known_opponents(duty, asking, deed.act, edges)
                    if forbidding is not None:
                        _add(found, edges, asking, forbidding, why)
    return tuple(found[key] for key in sorted(found))


def _bounded(weighed: int) -> None:
    """Raise `NotYet` where a thousand duties conflict with a thousand others."""
    what = "an answer in which more than {most} pairs of duties may conflict"
    bounded(weighed, LIMITS.conflicts, what, "without conflicts it is")


def _add(found: dict[tuple[str, str], Conflict], edges: Edges, first: Duty, second: Duty, why: str) -> None:
    first, second = sorted((first, second), key=lambda duty: duty.id)
    if first.id == second.id or (first.id, second.id) in found:
        return
    sure = {first.verdict, second.verdict} <= {"owed", "breached"}
    if not sure and not edges.together(first, second):
        return
    order = edges.between(first, second)
    rules: tuple[str, ...] = ()
    if order.by is None:
        rules = (*order.named, *_of_law(edges, first.treaty, second.treaty))
    found[(first.id, second.id)] = Conflict(
        first.bearer, first.id, second.id, why, "owed" if sure else "depends", rules, order.prevails, order.by, order.lines
    )


# ---------------------------------------------------------------------------------------------------- grounds
def _with_opponents(duty: Duty, words: Vocabulary, acts: Iterable[Act]) -> Duty:
    """A duty to help one who was struck: where the text does not say against whom, against those who struck."""
    known = words.duties.get(duty.duty)
    if duty.against or known is None or not known.deeds:
        return duty
    struck = (act for act in acts if "hostile_act" in words.kinds[act.kind].above)
    by = dict.fromkeys(code for act in struck if duty.owed_to in act.second for code in act.by if code != duty.owed_to)
    return replace(duty, against=tuple(by))


def _excluded(live: list[Duty], words: Vocabulary) -> Iterator[tuple[Duty, Duty, str]]:
    """One who is to stay neutral toward a state may fight neither against it nor for it; where the text names none, against nobody.

    Benevolent neutrality is kindly to the one toward whom it is kept: help for him is no more than it allows.
    """
    helping: dict[tuple[str, str], list[Duty]] = {}
    for duty in live:
        if duty.against:
            helping.setdefault((duty.bearer, duty.duty), []).append(duty)
    helps = dict.fromkeys(help_ for _, help_ in helping)
    barred = {each: [help_ for help_ in helps if words.bars(each, help_)] for each in dict.fromkeys(duty.duty for duty in live)}
    for duty in live:
        toward = f" toward {duty.owed_to}" if duty.owed_to != "ALL" else ""
        for other in chain.from_iterable(helping.get((duty.bearer, help_), ()) for help_ in barred[duty.duty]):
            if duty.owed_to in ("ALL", *other.against):
                whom = "it" if toward else ", ".join(other.against)
                yield duty, other, f"{duty.duty}{toward} excludes {other.duty} against {whom}"
            elif duty.owed_to is not None and duty.owed_to == other.owed_to and _KINDLY not in (duty.strength, other.strength):
                yield duty, other, f"{duty.duty}{toward} excludes {other.duty} for it against {', '.join(other.against)}"


def _both_sides(live: list[Duty], words: Vocabulary) -> Iterator[tuple[Duty, Duty, str]]:
    helping = _by_bearer(duty for duty in live if duty.against and duty.duty in words.duties and words.duties[duty.duty].deeds)
    for alike in helping.values():
        owed_to: dict[str | None, list[Duty]] = {}
        for duty in alike:
            owed_to.setdefault(duty.owed_to, []).append(duty)
        for duty in alike:
            for other in chain.from_iterable(owed_to.get(code, ()) for code in duty.against):
                if duty.id < other.id and duty.owed_to in other.against:
                    yield duty, other, f"help is owed to {duty.owed_to} against {other.owed_to}, and the other way round"


def _by_bearer(duties: Iterable[Duty]) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(duty.bearer, []).append(duty)
    return found


@dataclass(frozen=True)
class _Deed:
    """A deed that is supposed, done by all whom a duty asks for it: each with the duties that do."""

    act: Act
    asked_by: dict[str, list[Duty]]


def _deeds(live: list[Duty], day: str, words: Vocabulary) -> list[_Deed]:
    """What the duties ask for, as acts of the day: force for one who is attacked is force in self-defence (Charter, Article 51)."""
    asked: dict[tuple[str, str, bool], dict[str, list[Duty]]] = {}
    for duty in live:
        known = words.duties.get(duty.duty)
        for kind in known.deeds if known is not None else ():
            hostile = "hostile_act" in words.kinds[kind].above
            defence = hostile and known is not None and known.atop != "OFFENSE"  # who joins his ally's war defends nobody
            toward = duty.against if hostile else (duty.owed_to,)
            for second in toward:
                if second is not None and second not in ("ALL", duty.bearer):
                    asked.setdefault((kind, second, defence), {}).setdefault(duty.bearer, []).append(duty)
    found = []
    for number, ((kind, second, defence), by) in enumerate(asked.items()):
        facts = {"in_self_defence": True} if defence else {}
        act = Act(f"{_SUPPOSED}#{number}", 10_000 + number, kind, tuple(by), (second,), date=day, facts=facts)
        found.append(_Deed(act, by))
    return found


def _known_opponents(duty: Duty, asking: Duty, act: Act, edges: Edges) -> Duty | None:
    """A duty that a supposed deed may break, as it is where the deed is against those whom the duty asking for it names.

    An act of an event does not say against whom help is given; here that is known.  None: the duty speaks of others.
    """
    so = [edges.opponent_fits(duty, atom, asking.against, act) for atom in duty.depends_on if atom.of[:1] == (act.id,)]
    if False in so:
        return None
    if duty.verdict == "depends" and so and all(so) and len(so) == len(duty.depends_on):
        return replace(duty, verdict="breached")
    return duty


# ---------------------------------------------------------------------------------------------------- what decides
def _of_law(edges: Edges, one: str, other: str) -> tuple[str, ...]:
    """What the law of treaties says of successive treaties on one matter; of a pledge, which is no treaty, nothing."""
    treaties = edges.plan.treaties[one], edges.plan.treaties[other]
    if one == other or any(each.form != "treaty" for each in treaties):
        return ()
    earlier, later = sorted(treaties, key=_made)
    if _made(earlier) < _made(later) and edges.possible_parties(earlier) <= edges.sure_parties(later):
        return (_LATER,)
    return (_APART,)


def _made(treaty: TreatyPlan) -> str:
    """When a treaty was made: the day of its signature, else that of its entry into force."""
    return treaty.signed or treaty.spell.since or ""
