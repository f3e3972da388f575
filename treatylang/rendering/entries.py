"""Duties -> entries: one for all bearers of whom a clause asks the same, so that an answer is read by clauses and not by states."""

from __future__ import annotations

from treatylang.decision.decision import STANDING_OF
from treatylang.decision.formula import value
from treatylang.record import dataclass, replace
from treatylang.rendering.questions import Questions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatylang.decision.decision import Decision, Duty
    from treatylang.decision.formula import Atom
    from treatylang.model.treaty import Doubt
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.plan.plan import Plan

# The sections of an answer, in the order in which they are read.
SECTIONS = ("owed", "disputed", "depends", "permitted", "breached", "waiting", "standing", "not_owed")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an answer.  `duty` stands for all that are alike, `last` is the last of them; `hangs_on` the open questions in words."""

    section: str
    duty: Duty
    last: Duty
    bearers: tuple[str, ...]
    owed_to: tuple[str, ...]
    hangs_on: tuple[str, ...]
    decided_by: tuple[str, ...] = ()  # `owed if ...`, `not owed if ...`, where the questions alone do not tell it


def entries(decision: Decision, vocabulary: Vocabulary, *, standing: bool = False) -> list[Entry]:
    """The entries of an answer: section by section, help in arms before other duties, the stronger before the weaker.

    Duties that always hold have an entry only with `standing`, or where they are not simply kept.
    """
    asked = Questions(vocabulary, dict(decision.acts))
    found: dict[tuple[object, ...], Entry] = {}
    for duty in decision.duties:
        section = _section(duty, vocabulary)
        if section == "standing" and not standing:
            continue
        hangs_on = tuple(dict.fromkeys(_hangs_on(duty, asked)))
        to = (duty.owed_to,) if duty.owed_to else ()
        key = (section, *_alike(duty), to, hangs_on)
        known = found.get(key)
        if known is None:
            found[key] = Entry(section, duty, duty, (duty.bearer,), to, hangs_on)
        elif duty.bearer not in known.bearers:
            found[key] = replace(known, last=duty, bearers=(*known.bearers, duty.bearer))
    merged = [_told(each, asked) for each in _same_bearers(found.values())]
    order = {word: number for number, word in enumerate(vocabulary.strength_order)}
    keyed = [(_rank(each, order, vocabulary), number, each) for number, each in enumerate(merged)]
    return [each for _, _, each in sorted(keyed, key=lambda item: item[:2])]


def always_holds(duty: Duty) -> bool:
    """Whether a duty or right is there at all times, whatever happened; who is bound by it may be open, that it is kept is not."""
    kept = duty.violated is None or value(duty.violated) is False
    return duty.standing and kept and duty.verdict != "not_owed"


def standing_clauses(decision: Decision, plan: Plan) -> int:
    """How many clauses of the treaties asked hold at all times, on the day of the answer."""
    absent = {each.treaty for each in decision.not_applicable if each.clause is None}
    return sum(
        spell.contains(decision.date) is not False
        for name in decision.treaties
        if name not in absent
        for spell in plan.starts[name].standing
    )


def dates_in_doubt(decision: Decision, *, standing: bool = False) -> list[Doubt]:
    """What is doubtful in the dates and parties on which an answer rests, each once; those of duties that always hold with `standing`."""
    shown = (duty for duty in decision.duties if duty.doubts and (standing or not always_holds(duty)))
    return list(dict.fromkeys((*(each for duty in shown for each in duty.dates_in_doubt()), *decision.doubts)))


def clause_id(duty: Duty) -> str:
    """The part of a duty's id that names the clause: `nato-1949:5(1)[territory]`."""
    return duty.id.rsplit("/", 1)[0]


def _section(duty: Duty, vocabulary: Vocabulary) -> str:
    if always_holds(duty):
        return "standing"
    if duty.verdict == "depends" and not duty.acts and _waits(duty, vocabulary):
        return "waiting"
    return duty.verdict


def _waits(duty: Duty, vocabulary: Vocabulary) -> bool:
    """Whether what is open is a request or a decision of which the event says nothing: nearly every treaty has such a clause.

    Whether the bearer is a party at all may be open besides.
    """
    asked = [atom.word in vocabulary.kinds or atom.word in vocabulary.decisions for atom in duty.depends_on]
    return any(asked) and all(known or atom.word in STANDING_OF for known, atom in zip(asked, duty.depends_on, strict=True))


def _hangs_on(duty: Duty, asked: Questions) -> Iterable[str]:
    """The open questions, the bearer called so, that the question of each may be one for all."""
    return (asked.question(_of_bearer(atom, duty)) for atom in duty.depends_on)


def _of_bearer(atom: Atom, duty: Duty) -> Atom:
    return replace(atom, of=tuple("the bearer" if each == duty.bearer else each for each in atom.of))


def _told(entry: Entry, asked: Questions) -> Entry:
    """With what decides it, and the bearer by name in the questions, where there is one only."""
    duty = entry.duty
    if not entry.hangs_on:
        return entry

    def named(atom: Atom) -> Atom:
        return atom if len(entry.bearers) == 1 else _of_bearer(atom, duty)

    decided = []
    if len(duty.depends_on) > 1 or _if_not(duty):
        owed = "permitted" if duty.modality == "may" else "owed"
        decided.append((owed, duty.owed_if))
        if not duty.owed_if.complete:  # else it is plain from what suffices
            decided.append((f"not {owed}", duty.not_owed_if))
    hangs_on = tuple(dict.fromkeys(asked.question(named(atom)) for atom in duty.depends_on))
    told = tuple(f"{lead} if {words}" for lead, found in decided if (words := asked.sets(found, named)))
    return replace(entry, hangs_on=hangs_on, decided_by=told)


def _if_not(duty: Duty) -> bool:
    """Whether the one open question stands in the way: `on whether the act is provoked` alone would be taken for the contrary."""
    return duty.modality != "must_not" and any(so is False for each in duty.owed_if.sets for _, so in each)


def _alike(duty: Duty) -> tuple[object, ...]:
    said: tuple[object, ...] = tuple((each.who, each.verdict) for each in duty.says)
    for found in (duty.owed_if, duty.not_owed_if):  # the same questions may decide of two bearers in contrary ways
        said += (frozenset(frozenset((_of_bearer(atom, duty), so) for atom, so in each) for each in found.sets), found.complete)
    what = (clause_id(duty), duty.duty, duty.act, duty.words, duty.strength, duty.against, duty.by)
    return (*what, duty.verdict, duty.standing, duty.modality, duty.force, duty.visibility, duty.jointly, duty.acts, said)


def _same_bearers(found: Iterable[Entry]) -> list[Entry]:
    """Entries that differ only in to whom the duty is owed, as one."""
    merged: dict[tuple[object, ...], Entry] = {}
    for each in found:
        each = replace(each, bearers=tuple(sorted(each.bearers)))
        key = (each.section, *_alike(each.duty), each.bearers, each.hangs_on)
        known = merged.get(key)
        merged[key] = replace(known, owed_to=tuple(sorted({*known.owed_to, *each.owed_to}))) if known else each
    return list(merged.values())


def _rank(entry: Entry, order: dict[str, int], vocabulary: Vocabulary) -> tuple[int, int, int]:
    duty = entry.duty
    verb = vocabulary.duties.get(duty.duty)
    helps = verb is not None and "assist" in verb.above
    strength = order.get(duty.strength, len(order)) if duty.strength else len(order)
    if entry.section in ("waiting", "standing", "not_owed", "breached"):
        return SECTIONS.index(entry.section), 0, 0
    return SECTIONS.index(entry.section), 0 if helps else 1, strength
