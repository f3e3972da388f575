"""Treaties as text: the list of a library, and one treaty with all it holds, at all times or on a day."""

from __future__ import annotations

from treatylang.model.areas import PolygonPart
from treatylang.model.conditions import EVERY
from treatylang.model.treaty import Deems
from treatylang.plan.plan import doubts_of, doubts_of_head, party_list
from treatylang.plan.snapshot import guard_holds, holds, in_force, is_alone, whose
from treatylang.rendering.layout import Line, hanging
from treatylang.text.neutral import columns, neutralise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatylang.model.conditions import TreatyRef
    from treatylang.model.time import Spell
    from treatylang.model.treaty import Doubt, Membership
    from treatylang.plan.plan import ClausePlan, Guard, GuardedRefs, Plan, TreatyPlan

_CORNERS = 5  # to a line


def members_of(treaty: TreatyPlan, plan: Plan, day: str | None) -> list[Membership]:
    """The parties, of a pledge those of its treaty; with a day, those that are one then, or of whom that is not known."""
    base = party_list(plan.treaties, treaty)
    return [each for each in base.members if day is None or each.spell.contains(day) is not False]


def dates(spell: Spell | None, always: str = "") -> str:
    """`since 1949-08-24 until 1955-01-01`."""
    if spell is None:
        return always
    parts = [f"{word} {day}" for word, day in (("since", spell.since), ("until", spell.until)) if day]
    return " ".join(parts) or always


def columns_text(rows: Sequence[Sequence[str]]) -> list[Line]:
    """Rows as aligned columns, the first of them a place."""
    safe = [[neutralise(cell) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*safe, strict=True)] if safe else []
    made: list[Line] = []
    for row in safe:
        cells = [cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)]
        made.append((("where", cells[0]), ("", "  " + "  ".join(cells[1:]) if cells[1:] else "")))
    return made


def treaty_list(plan: Plan, day: str | None, names: Iterable[str] | None = None) -> list[Line]:
    """A line for each treaty: its id, when it is in force, how many parties it has (on the day), its title."""
    rows = []
    for name in sorted(plan.treaties if names is None else names):
        treaty = plan.treaties[name]
        states = {each.state for each in members_of(treaty, plan, day)}
        when = dates(treaty.spell, "always")
        if day is not None:
            held = in_force(plan, treaty, day)
            when = {True: "in force", False: "not in force", None: "not known"}[held]
            states = states if held is not False else set()
        rows.append((name, when, f"{len(states)} {'party' if len(states) == 1 else 'parties'}", treaty.title))
    return columns_text(rows)


def treaty_text(treaty: TreatyPlan, plan: Plan, day: str | None, width: int | None) -> list[Line]:
    """One treaty; with a day, what holds of it then: of one that is not in force its head alone."""
    lines = _head(treaty, width)
    held = in_force(plan, treaty, day) if day is not None else True
    if held is not True:
        alone = " (fewer than two parties are left)" if day is not None and is_alone(plan, treaty, day) else ""
        said = f"not in force on {day}{alone}" if held is False else f"not known whether in force on {day}"
        ended = treaty.spell.until is not None and day is not None and treaty.spell.contains(day) is False
        past = ": past its end, only what `continues while` says keeps it alive" if held is None and ended else ""
        lines += hanging("mark", said + past, width)
    if held is False:
        return lines + hanging("aside", "without --date: all that it ever said", width)
    lines += _parties(treaty, plan, day, width)
    for area in treaty.areas.values():
        parts = [each for each in area.parts if holds(each.spell, day)]
        if parts:
            lines += [(), (("quiet", f"area {area.name}"), ("", f"  {neutralise(area.title)}" if area.title else ""))]
            for each in parts:
                lines += hanging("", f"{each.words}  {dates(each.spell) if day is None else ''}".rstrip(), width, "", 2)
                if isinstance(each, PolygonPart):
                    lines += _corners(each, width)
    for organ in treaty.organs.values():
        lines += [(), (("quiet", f"organ {organ.name}"), ("", f"  {neutralise(organ.title)}" if organ.title else ""))]
        for vote in organ.votes:
            about = f" on {', '.join(vote.matters)}" if vote.matters else ""
            note = f" ({vote.note})" if vote.note else ""
            base = f" of {vote.base}" if vote.base else ""
            lines += hanging("", f"decides{about} by {vote.rule}{base}{note}", width, "", 2)
    articles = {each.article for each in treaty.clauses}
    known = {number: (title, summary, doubt) for number, title, summary, doubt in treaty.articles}
    for number in dict.fromkeys([*known, *articles]):
        clauses = [each for each in treaty.clauses if each.article == number and holds(each.spell, day)]
        if not clauses and number in articles:
            continue
        title, summary, doubt = known.get(number, (None, None, None))
        lines += [(), (("title", f"Article {neutralise(number)}"), ("", f"  {neutralise(title)}" if title else ""))]
        if summary:
            lines += hanging("aside", summary, width, "", 2)
        if doubt and not clauses:
            lines += hanging("mark", f"in doubt: {doubt}", width, "", 2)
        for clause in clauses:
            lines += _clause(clause, treaty.id, day, width)
        for words in _provisos(treaty, number, day):
            lines += hanging("", words, width, "", 4)
    return lines


def _corners(ring: PolygonPart, width: int | None) -> list[Line]:
    """The corners of a ring as the treaty writes them, `74N 10W`, a few to a line so that none is torn apart."""

    def degrees(number: float, positive: str, negative: str) -> str:
        return f"{abs(number):.12g}{negative if number < 0 else positive}"

    written = [f"{degrees(latitude, 'N', 'S')} {degrees(longitude, 'E', 'W')}" for latitude, longitude in ring.corners]
    rows = [", ".join(written[at : at + _CORNERS]) for at in range(0, len(written), _CORNERS)]
    return [line for row in rows for line in hanging("", row, width, "", 4)]


def _head(treaty: TreatyPlan, width: int | None) -> list[Line]:
    lines = hanging("title", f"{treaty.id}  {treaty.title}", width)
    facts = [
        "a pledge, which does not bind in law" if treaty.form == "pledge" else "",
        f"signed {treaty.signed}" if treaty.signed else "",
        f"in force {dates(treaty.spell, 'always')}",
        f"secret {dates(treaty.secret)}".rstrip() if treaty.secret is not None else "",
        treaty.source or "",
    ]
    lines += hanging("aside", ", ".join(each for each in facts if each), width)
    for each in doubts_of_head(treaty):
        lines += hanging("mark", f"in doubt: {each.words}: {each.why}", width)
    for words, refs in (("subject to", treaty.subject_to), ("overrides", treaty.overrides)):
        if refs:
            lines += hanging("aside", f"{words} {_named(refs, treaty.id)}", width)
    return lines


def _parties(treaty: TreatyPlan, plan: Plan, day: str | None, width: int | None) -> list[Line]:
    """The parties by the dates on which they became and ceased to be one."""
    found = members_of(treaty, plan, day)
    codes = sorted({each.state for each in found})
    heading = f"{len(codes)} {'party' if len(codes) == 1 else 'parties'}"
    lines: list[Line] = [(), (("quiet", heading), ("", f" on {day}" if day else ""))]
    for doubt in treaty.doubts:
        if doubt.of == "parties":
            lines += hanging("mark", f"in doubt: {doubt.why}", width, "", 2)
    by_dates: dict[tuple[str, bool, str | None, tuple[Doubt, ...]], list[str]] = {}
    for member in found:
        doubts = doubts_of(treaty, member.spell, "party", (member.state,))
        spell = dates(member.spell, "always") + (f", denounced {member.denounced}" if member.denounced else "")
        by_dates.setdefault((spell, member.disputed, member.note, doubts), []).append(member.state)
    for (spell, disputed, note, doubts), states in by_dates.items():
        about = f"  {'disputed  ' if disputed else ''}{spell}" + (f"  ({note})" if note else "")
        lines += hanging("", " ".join(sorted(states)) + about, width, "", 2) + _in_doubt(doubts, width)
    for each in treaty.suspensions:
        if holds(each.spell, day):
            about = f"{', disputed' if each.disputed else ''}{f' ({each.note})' if each.note else ''}"
            lines += hanging("mark", f"suspended for {' and '.join(each.states)} {dates(each.spell)}{about}", width, "", 2)
            lines += _in_doubt(doubts_of(treaty, each.spell, "suspended", each.states), width)
    return lines


def _in_doubt(doubts: Iterable[Doubt], width: int | None) -> list[Line]:
    """Under a spell, what is doubtful in its dates."""
    return [line for each in doubts for line in hanging("mark", f"in doubt: {each.bound} {each.date}: {each.why}", width, "", 4)]


def _clause(clause: ClausePlan, treaty: str, day: str | None, width: int | None) -> list[Line]:
    """The words of a clause, its lines below it, and what riders add with their names."""
    label = f"[{clause.label}] " if clause.label else ""
    lines: list[Line] = []
    about = [
        dates(clause.spell) if day is None else "",
        "secret" if clause.secret is not None and holds(clause.secret, day) else "",
    ]
    note = ", ".join(each for each in about if each)
    for trigger in clause.triggers:
        if trigger.condition is not None and guard_holds(trigger.guard, day):
            words = trigger.words.removeprefix("when ").removeprefix("also when ")
            lines += hanging("", f"{'also ' if trigger.guard else ''}when {words}{_by(trigger.guard)}", width, "", 4)
    for norm in clause.norms:
        if not isinstance(norm, Deems) and not holds(norm.spell, day):
            continue
        lines += hanging("duty", norm.words, width, "", 4)
    for held in clause.lines:
        if guard_holds(held.guard, day):
            lines += hanging("", held.line.words + _by(held.guard), width, "", 4)
    for strength in clause.strengths:
        if guard_holds(strength.guard, day):
            lines += hanging("", f"by {strength.strength} instead{_by(strength.guard)}", width, "", 4)
    for edge in _said(clause):
        if (edge.guard is None) is (edge.article is not None) and guard_holds(
            edge.guard, day
        ):  # its own lines, not those of the head
            lines += hanging("", _precedence(edge, treaty) + _by(edge.guard), width, "", 4)
    for manner in clause.manners:
        if guard_holds(manner.guard, day):
            lines += hanging("", f"{'jointly' if manner.jointly else 'severally'}{_by(manner.guard)}", width, "", 4)
    head: list[Line] = [(("", "  "), ("where", neutralise(label)), ("aside", neutralise(note)))] if label or note else []
    doubt = hanging("mark", f"in doubt: {clause.doubt}", width, "", 4) if clause.doubt else []
    return [*head, *lines, *doubt]


def _provisos(treaty: TreatyPlan, article: str, day: str | None) -> list[str]:
    """The provisos of an article by which one provision goes before another, with the clauses of which they say so."""
    whose: dict[tuple[str, str], list[str]] = {}
    for clause in treaty.clauses:
        for edge in _said(clause):
            if edge.guard is not None and edge.article == article and guard_holds(edge.guard, day):
                whom = "".join(f" for {each.words}" for each in edge.guard.bearers)
                whose.setdefault((edge.id, _precedence(edge, treaty.id) + whom), []).append(clause.id)
    every = len(treaty.clauses)
    return [words if len(of) == every else f"{', '.join(of)}: {words}" for (_, words), of in whose.items()]


def _said(clause: ClausePlan) -> list[GuardedRefs]:
    """What goes before a clause, or after it, by lines that speak of it."""
    return [*(each for each in clause.subject_to if each.form == "subject_to"), *clause.overrides]


def _precedence(edge: GuardedRefs, own: str) -> str:
    """`overrides every other treaty`."""
    return f"{edge.form.replace('_', ' ')} {_named(edge.refs, own)}"


def _named(refs: Iterable[TreatyRef], own: str) -> str:
    found = []
    for ref in refs:
        of = "" if ref.treaty == own else f" of {ref.treaty}"
        if ref.treaty == EVERY:
            found.append(" except ".join(("every other treaty", *ref.but)))
        else:
            found.append(", ".join(ref.clauses) + of if ref.clauses else ref.treaty)
    return ", ".join(found)


def _by(guard: Guard | None) -> str:
    """Whose rider a line is, a little apart from it."""
    return f" {whose(guard)}" if guard is not None else ""
