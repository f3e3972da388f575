"""Bound treaties -> the plan: riders applied, clauses indexed by what can start them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.own_words import own_words
from treatylang.model.vocabulary import Vocabulary
from treatylang.plan.plan import (
    ClausePlan,
    Guard,
    GuardedLine,
    GuardedManner,
    GuardedRefs,
    GuardedStrength,
    Plan,
    TreatyPlan,
    Trigger,
    party_list,
)
from treatylang.plan.starts import Library, Successions, continued, with_starts
from treatylang.record import replace


def compile_plan(treaties: Iterable[m.Treaty], vocabulary: Vocabulary) -> Plan:
    """The plan of a library."""
    plans = {treaty.id: compile_treaty(treaty) for treaty in sorted(treaties, key=lambda each: each.id)}
    successions: dict[str, tuple[tuple[str, str], ...]] = {}
    for new, state in vocabulary.states.items():
        for old, since in state.continues:
            successions[old] = (*successions.get(old, ()), (new, since))
    kinds: dict[int, _Kinds] = {}

    def listed(kind: str, words: Vocabulary) -> frozenset[str] | None:
        if id(words) not in kinds:
            kinds[id(words)] = _Kinds(words)
        return kinds[id(words)].listed(kind)

    plans = {name: replace(each, doubts=_doubts(each, plans, successions)) for name, each in plans.items()}
    library = Library(plans, vocabulary, successions, listed)
    read = {name: with_starts(each, library) for name, each in plans.items()}
    plans = {name: each for name, (each, _) in read.items()}
    starts = {name: each for name, (_, each) in read.items()}
    own = own_words({name: each.vocabulary for name, each in plans.items()}, vocabulary)
    return Plan(plans, vocabulary, {name: each.lasts for name, each in plans.items()}, successions, starts, own)


def _doubts(treaty: TreatyPlan, plans: Mapping[str, TreatyPlan], successions: Successions) -> tuple[m.Doubt, ...]:
    """What is doubtful in the dates and parties on which duties of a treaty hang, each with all codes that a state may bear."""
    base = party_list(plans, treaty)
    found = treaty.doubts if base is treaty else (*treaty.doubts, *base.doubts)
    return tuple([replace(each, codes=continued(each.states, successions)) for each in found])


def compile_treaty(treaty: m.Treaty) -> TreatyPlan:
    """The plan of one treaty."""
    riders: dict[str, list[m.Rider]] = {}
    for rider in treaty.riders:
        riders.setdefault(rider.clause, []).append(rider)
    clauses = tuple(_clause(treaty, clause, riders.get(clause.id, ())) for clause in treaty.clauses)
    return TreatyPlan(
        id=treaty.id,
        title=treaty.title,
        form=treaty.form,
        spell=treaty.spell,
        signed=treaty.signed,
        source=treaty.source,
        secret=treaty.secret,
        members=treaty.members,
        members_of=treaty.members_of,
        suspensions=treaty.suspensions,
        organs=treaty.organs,
        areas=treaty.areas,
        clauses=clauses,
        articles=treaty.articles,
        subject_to=tuple(ref for edge in treaty.edges if edge.form == "subject_to" for ref in edge.refs),
        overrides=treaty.overrides,
        vocabulary=treaty.vocabulary,
        continues=any(each.line.form == "continues" for clause in clauses for each in clause.lines),
        doubts=treaty.doubts,
    )


def _clause(treaty: m.Treaty, clause: m.Clause, riders: Iterable[m.Rider]) -> ClausePlan:
    words = clause.when.words if clause.when else "always"
    triggers = [Trigger(words, clause.when)]
    lines = [GuardedLine(line) for line in (*clause.lines, *treaty.lines)]
    edges = _edges((*clause.edges, *treaty.edges), None)
    strengths: list[GuardedStrength] = []
    manners: list[GuardedManner] = []
    for rider in riders:
        guard = Guard(rider.id, rider.form, rider.title, rider.bearers, rider.spell, rider.authors, rider.secret)
        for line in rider.lines:
            if line.form == "also_when":
                triggers.append(Trigger(line.words, line.condition, guard, line.id))
            else:
                lines.append(GuardedLine(line, guard))
        for change in rider.changes:
            if change.form == "instead_by" and change.strength is not None:
                strengths.append(GuardedStrength(change.strength, guard))
            elif change.form in ("subject_to", "overrides"):
                edges += _edges((change,), guard)
            else:
                manners.append(GuardedManner(change.form == "jointly", guard))
    conditions = [trigger.condition for trigger in triggers] + [each.line.condition for each in lines]
    asks = tuple(dict.fromkeys(ref for condition in conditions if condition for ref in _asked(condition)))
    return ClausePlan(
        id=clause.id,
        article=clause.article,
        label=clause.label,
        title=clause.title,
        summary=clause.summary,
        doubt=clause.doubt,
        spell=clause.spell,
        secret=clause.secret or treaty.secret,
        triggers=tuple(triggers),
        norms=clause.norms,
        lines=tuple(lines),
        subject_to=tuple(each for each, yields in edges if yields),
        overrides=tuple(each for each, yields in edges if not yields),
        strengths=tuple(strengths),
        manners=tuple(manners),
        starts=None,
        standing=all(trigger.condition is None for trigger in triggers),
        forbids=tuple(norm.act.kind for norm in clause.norms if isinstance(norm, m.Prohibition)),
        asks=asks,
        deems=any(isinstance(norm, m.Deems) for norm in clause.norms),
    )


def _edges(changes: tuple[m.Change, ...], guard: Guard | None) -> list[tuple[GuardedRefs, bool]]:
    """What goes before a clause (True), and what it goes before."""
    found = []
    for change in changes:
        for refs, yields in ((change.refs, True), (change.over, False)):
            if refs:
                found.append((GuardedRefs(refs, guard, change.form, change.id, change.article), yields))
    return found


def _asked(condition: c.Condition) -> list[c.TreatyRef]:
    return [ref for part in c.every_part(condition) if isinstance(part, c.Owes) for ref in part.under]


class _Kinds:
    """The kinds of acts of a vocabulary, each looked up once: a long treaty asks for the same few time and again."""

    def __init__(self, words: Vocabulary) -> None:
        self._kinds = words.kinds
        self._amounting: dict[str, list[str]] = {}  # which kinds may amount to each
        for name, kind in words.kinds.items():
            for target in kind.amounts_to:
                self._amounting.setdefault(target, []).append(name)
        self._found: dict[str, frozenset[str] | None] = {}

    def listed(self, name: str) -> frozenset[str] | None:
        """Kinds whose acts are, or may amount to, acts of this kind; None: none need be listed."""
        if name not in self._found:
            self._found[name] = self._listed(name)
        return self._found[name]

    def _listed(self, name: str) -> frozenset[str] | None:
        kind = self._kinds.get(name)
        if kind is None or kind.unlisted:
            return None
        found = set(kind.below)
        rest = list(found)
        while rest:
            for other in self._amounting.get(rest.pop(), ()):
                new = self._kinds[other].below - found
                found |= new
                rest += new
        return frozenset(found)
