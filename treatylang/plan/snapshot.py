"""A treaty as it stands on a day, in its own words, and what is different between two of these."""

from __future__ import annotations

from treatylang.model.treaty import Deems, Duty, Prohibition
from treatylang.plan.plan import ClausePlan, Guard, Plan, TreatyPlan, party_list
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from treatylang.model.time import Spell

_ARTICLE = "Article "
_GUARDS = {"reservation": "reservation", "proviso": "proviso", "agreed": "agreed reading", "claimed": "reading, not agreed"}


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a treaty says; `article` where it stands, if the heading does not tell it."""

    words: str
    article: str | None = None

    @property
    def text(self) -> str:
        return f"Article {self.article}: {self.words}" if self.article is not None else self.words


@dataclass(frozen=True)
class Snapshot:
    """`sections` map a heading (`parties`, `area treaty_area`, `Article 5(1)`, `duty consult`) to what stands under it.

    `in_force` None: the day lies in a month of which the day is not known.
    """

    treaty: str
    title: str
    day: str
    in_force: bool | None
    sections: Mapping[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The same words, under one article in the first and under another in the second."""

    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """Under one heading, what only the first has, what only the second, and what has but another number."""

    section: str
    gone: tuple[str, ...]
    new: tuple[str, ...]
    renumbered: tuple[Renumbered, ...] = ()


def by_article(plan: Plan, treaty: str, day: str) -> Snapshot:
    """The treaty on a day, clause by clause: to be compared with itself."""
    of = plan.treaties[treaty]
    sections = _common(plan, of, day)
    for clause in _clauses(of, day):
        label = f"[{clause.label}]" if clause.label else ""
        sections.setdefault(f"{_ARTICLE}{clause.article}{label}", []).extend(map(Said, _words(clause, day)))
    return _snapshot(plan, of, day, sections)


def by_duty(plan: Plan, treaty: str, day: str) -> Snapshot:
    """The treaty on a day, duty by duty: to be compared with another treaty."""
    of = plan.treaties[treaty]
    sections = _common(plan, of, day)
    for clause in _clauses(of, day):
        whole = "; ".join(_words(clause, day))
        for verb in dict.fromkeys(_verb(norm) for norm in clause.norms if not isinstance(norm, Deems)):
            sections.setdefault(f"duty {verb}", []).append(Said(whole, clause.article))
    return _snapshot(plan, of, day, sections)


def changes(one: Snapshot, other: Snapshot) -> tuple[Change, ...]:
    """What is different, in the order of the first, then of the second.  The same words under another article are no difference but of
    its number."""
    found = []
    moved = _moved(one, other)
    for section in dict.fromkeys((*one.sections, *other.sections)):
        before, after = one.sections.get(section, ()), other.sections.get(section, ())
        gone = [said for said in before if said not in after]
        new = [said for said in after if said not in before]
        renumbered = list(_paired(gone, new))
        if section in moved:
            renumbered, gone = [moved[section]], []
        elif any(section == _ARTICLE + each.after for each in moved.values()):
            new = []
        if gone or new or renumbered:
            found.append(Change(section, tuple(each.text for each in gone), tuple(each.text for each in new), tuple(renumbered)))
    return tuple(found)


def _paired(gone: list[Said], new: list[Said]) -> Iterator[Renumbered]:
    """What stands in both lists in the same words, each once; it is taken out of them."""
    for said in list(gone):
        there = next((each for each in new if said.article is not None and each.words == said.words), None)
        if there is not None:
            gone.remove(said)
            new.remove(there)
            yield Renumbered(said.article or "", there.article or "", said.words)


def _moved(one: Snapshot, other: Snapshot) -> dict[str, Renumbered]:
    """Articles of the first alone that stand whole, in the same words, under a number of the second alone; by their heading."""
    left = [name for name in other.sections if name.startswith(_ARTICLE) and name not in one.sections]
    found = {}
    for name, said in one.sections.items():
        if name.startswith(_ARTICLE) and name not in other.sections and said:
            there = next((each for each in left if other.sections[each] == said), None)
            if there is not None:
                left.remove(there)
                words = "; ".join(each.words for each in said)
                found[name] = Renumbered(name.removeprefix(_ARTICLE), there.removeprefix(_ARTICLE), words)
    return found


def _snapshot(plan: Plan, treaty: TreatyPlan, day: str, sections: dict[str, list[Said]]) -> Snapshot:
    held = in_force(plan, treaty, day)
    kept = {name: tuple(dict.fromkeys(said)) for name, said in sections.items()} if held is not False else {}
    return Snapshot(treaty.id, treaty.title, day, held, kept)


def _common(plan: Plan, treaty: TreatyPlan, day: str) -> dict[str, list[Said]]:
    base = party_list(plan.treaties, treaty)
    sections: dict[str, list[str]] = {
        "parties": sorted(
            {each.state + (" (disputed)" if each.disputed else "") for each in base.members if holds(each.spell, day)}
        )
    }
    suspended = [" and ".join(each.states) for each in treaty.suspensions if holds(each.spell, day)]
    if suspended:
        sections["suspended"] = suspended
    for area in treaty.areas.values():
        sections[f"area {area.name}"] = [undated(part.words) for part in area.parts if holds(part.spell, day)]
    for organ in treaty.organs.values():
        sections[f"organ {organ.name}"] = [
            f"decides{' on ' + ', '.join(vote.matters) if vote.matters else ''} by {vote.rule}{' of ' + vote.base if vote.base else ''}"
            for vote in organ.votes
            if holds(vote.spell, day)
        ]
    return {name: [Said(words) for words in lines] for name, lines in sections.items()}


def _clauses(treaty: TreatyPlan, day: str) -> Iterator[ClausePlan]:
    return (clause for clause in treaty.clauses if holds(clause.spell, day))


def _words(clause: ClausePlan, day: str) -> Iterable[str]:
    """Every line of a clause that holds on a day, those of riders with whose they are."""
    for trigger in clause.triggers:
        if trigger.condition is not None and guard_holds(trigger.guard, day):
            words = trigger.words.removeprefix("when ").removeprefix("also when ")
            yield f"{'also ' if trigger.guard else ''}when {words}{whose(trigger.guard)}"
    for norm in clause.norms:
        if isinstance(norm, Deems) or holds(norm.spell, day):
            yield undated(norm.words)
    for each in clause.lines:
        if guard_holds(each.guard, day):
            yield each.line.words + whose(each.guard)
    for strength in clause.strengths:
        if guard_holds(strength.guard, day):
            yield f"by {strength.strength} instead{whose(strength.guard)}"
    for manner in clause.manners:
        if guard_holds(manner.guard, day):
            yield f"{'jointly' if manner.jointly else 'severally'}{whose(manner.guard)}"


def _verb(norm: Duty | Prohibition) -> str:
    return norm.duty if isinstance(norm, Duty) else f"refrain from {norm.act.kind}"


def in_force(plan: Plan, treaty: TreatyPlan, day: str) -> bool | None:
    """Whether a treaty is in force on a day; one of which fewer than two parties are left is not.  None: that hangs on a day inside a
    month, or past its end on what keeps it alive."""
    if is_alone(plan, treaty, day):
        return False
    held = treaty.spell.contains(day)
    return None if held is False and treaty.lasts.contains(day) is not False else held


def is_alone(plan: Plan, treaty: TreatyPlan, day: str) -> bool:
    """Whether fewer than two parties are left on a day."""
    since = plan.starts[treaty.id].alone_since
    return since is not None and since <= day


def holds(spell: Spell | None, day: str | None) -> bool:
    """Whether something holds on a day, or may; without a day, always."""
    return day is None or spell is None or spell.contains(day) is not False


def guard_holds(guard: Guard | None, day: str | None) -> bool:
    """The same of a rider."""
    return guard is None or holds(guard.spell, day)


def whose(guard: Guard | None) -> str:
    """Whose rider a line is, ` (reservation of ESP: On signature)`; nothing for the text itself."""
    if guard is None:
        return ""
    authors = of_whom(guard)
    return f" ({_GUARDS[guard.form]}{authors}{f': {guard.title}' if guard.title else ''})"


def of_whom(guard: Guard) -> str:
    """` of ESP`, those who made a rider or for whom it holds; nothing where it holds for all."""
    authors = ", ".join([each.words for each in guard.bearers] or guard.authors)
    return f" of {authors}" if authors else ""


def undated(words: str) -> str:
    """Words of a text without the dates at their end, which are told beside them."""
    for mark in (" since ", " until "):
        head, found, tail = words.rpartition(mark)
        if found and tail[:4].isdigit():
            words = head
    return words.rstrip()
