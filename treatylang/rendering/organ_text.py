"""What is known of an organ, as a text to read: its rules and members, its decisions with their votes, what hangs on them."""

from __future__ import annotations

from treatylang.decision.organs import OWN
from treatylang.decision.votes import CAST, OPEN, is_named
from treatylang.rendering.layout import Line, hanging
from treatylang.rendering.phrases import name_of, spaced
from treatylang.text.neutral import neutralise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatylang.decision.organs import Deciding, Hangs, OrganAnswer, Seat
    from treatylang.decision.votes import Power
    from treatylang.model.votes import Vote

_STYLES = {"adopted": "yes", "not_adopted": "no", "vetoed": "no", "no_decision": "no", "unknown": "unknown"}
_OUTCOMES = {"unknown": "OPEN"}
_CAST = {"yes": "yes", "no": "no", "abstain": "abstained", "absent": "absent", OPEN: "open"}
_NO_RULE = "the treaty has no rule by which it decides: votes cannot be counted, an `outcome` can be read"
_NO_TREATY = "nothing in force on this day says how it votes: votes cannot be counted, an `outcome` can be read"
_NO_DECISION = "the event lists no decision of it that is known on this day"


def organ_text(answer: OrganAnswer, width: int | None) -> list[Line]:
    """The lines of an answer."""
    lines = hanging("title", f"{name_of(answer.body)}, on {answer.date}", width)
    lines += hanging("aside", answer.title, width)
    for seat in answer.seats:
        lines += [(), *_seat(seat, answer.date, width)]
    own = [each for each in answer.powers if each.how in OWN]
    if own:
        lines += [(), (("quiet", "POWERS"), ("", " what it may do itself, and whether it may on these facts"))]
        lines += [line for each in own for line in _hangs(each, width)]
    lines += [(), (("quiet", "HANGS ON IT"), ("", " the clauses that wait for what it decides, or end by it"))]
    lines += [line for each in answer.powers if each.how not in OWN for line in _hangs(each, width)]
    if len(own) == len(answer.powers):
        lines += hanging("", "nothing in the treaties asked", width, "", 2)
    return lines


def _seat(seat: Seat, day: str, width: int | None) -> list[Line]:
    where = seat.treaty or "vocabulary"
    lines: list[Line] = [(("where", where), ("", f"  {neutralise(seat.title)}" if seat.title else ""))]
    members = [*seat.members, *(code for code, _ in seat.doubtful)]
    if seat.complete:
        number = str(len(seat.members)) if not seat.doubtful else f"{len(seat.members)} to {len(members)}"
        lines += hanging("", f"of {seat.of}: {number} {'member' if number == '1' else 'members'} on {day}", width, "", 2)
    else:
        of = f"of {seat.of}; " if seat.of else ""
        seats = next((rule.line.seats for rule in seat.rules if rule.line.seats), None)
        known = f"{seats} members, of whom" if seats else "its members:"
        lists = f"the library lists {len(members)}" if members else "the library lists none"
        lines += hanging("unknown", f"{of}{known} {lists}; an event names the others", width, "", 2)
    lines += hanging("", ", ".join(seat.members), width, "", 4) if seat.members else []
    lines += [line for code, why in seat.doubtful for line in hanging("unknown", f"{code}: {why}", width, "? ", 4)]
    for each in seat.rules:
        lines += hanging("duty", rule_words(each.line), width, "", 2)
        if each.power is not None:
            aside = ", where nobody stands aside" if each.line.without else ""
            lines += hanging("", power_words(each.power, "of the members", each.stopped_by) + aside, width, "", 4)
    if not seat.rules:
        lines += hanging("unknown", _NO_RULE if seat.treaty else _NO_TREATY, width, "", 2)
    lines += [(), (("quiet", "DECISIONS"),)]
    lines += [line for each in seat.decisions for line in _deciding(each, width)]
    return lines if seat.decisions else [*lines, *hanging("", _NO_DECISION, width, "", 2)]


def rule_words(line: Vote) -> str:
    """`decides designation by 2/3 of members, quorum 2/3, without the violator (Article 8)`."""
    about = f" {', '.join(spaced(each) for each in line.matters)}" if line.matters else ""
    quorum = f", quorum {line.quorum}" if line.quorum else ""
    without = f", without {spaced(line.without)}" if line.without else ""
    objecting = f", unless {spaced(line.objecting)} objects" if line.objecting else ""
    note = f" ({line.note})" if line.note else ""
    base = (
        f" of {line.seats} members"
        if line.seats
        else ""
        if line.rule == "consensus" and line.base == "members"
        else f" of {line.base}"
    )
    return f"decides{about} by {line.rule}{base}{quorum}{without}{objecting}{note}"


def power_words(power: Power, whose: str, stopped_by: Sequence[str] = ()) -> str:
    """`14 of the members carry it, 8 stop it by voting no`; `stopped_by` are those whose no alone stops it."""
    if power.carry == 0:
        return "nobody can stop it any more"
    if power.block == 0:
        return "nobody can carry it any more"
    among = f", {_and(stopped_by)} among them" if stopped_by and power.carry else ""
    carry = "no number surely carries it" if power.carry is None else f"{power.carry} {whose} carry it{among}"
    stops = "by staying away" if power.stop_by == "absent" else "by voting no"
    if power.block is None:
        return f"{carry}, no number surely stops it"
    if power.block == 1 and stopped_by:
        return f"{carry}; the no of any of these stops it"
    if power.block == 1:
        return f"{carry}, {'each alone' if len(power.blocks_alone) > 1 else 'one'} can stop it {stops}"
    return f"{carry}, {power.block} stop it {stops}"


def _and(codes: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(codes[:-1]), codes[-1]) if part)


def _deciding(each: Deciding, width: int | None) -> list[Line]:
    matter = spaced(each.matter) if each.matter else "a matter"
    on = f" on {', '.join(each.on)}" if each.on else ""
    tail = f", {each.date}" if each.date else ""
    about = f" (about {each.about})" if each.about else ""
    outcome = _OUTCOMES.get(each.outcome, spaced(each.outcome).upper())
    lines: list[Line] = [
        (
            ("", "  "),
            (_STYLES[each.outcome], outcome),
            ("duty", f"  {neutralise(matter + on)}"),
            ("aside", neutralise(about + tail)),
        )
    ]
    if each.ref:
        lines += hanging("aside", each.ref, width, "", 4)
    if not each.counted:
        return [*lines, *hanging("", "as the event says", width, "", 4)]
    sitting = each.sitting
    lines += hanging("", sitting.why, width, "", 4)
    for vote in (*CAST, OPEN):
        voters = [code for code, cast in sitting.roll.votes.items() if cast == vote]
        named = [code for code in voters if is_named(code)]
        others = [f"{len(voters) - len(named)} whom the event does not name"] if len(voters) > len(named) else []
        if voters:
            lines += hanging("", ", ".join(named + others), width, f"{_CAST[vote]} {len(voters)}: ", 4)
    lines += _apart(sitting.aside.items(), "does not vote", width)
    lines += [line for code, why in sitting.doubts.items() for line in hanging("unknown", f"{code}: {why}", width, "? ", 4)]
    lines += _apart(((code, "no member on the day") for code in sitting.strangers), "is not counted", width)
    if each.now is not None and each.outcome == "unknown" and not sitting.roll.undecided:
        lines += hanging("unknown", "no more vote is open: it hangs on who counts", width, "", 4)
    elif each.now is not None and each.outcome == "unknown":
        stops = [code for code in each.now.blocks_alone if sitting.rule is not None and code in sitting.rule.vetoes]
        lines += hanging("unknown", f"of the open votes: {power_words(each.now, 'of them', stops)}", width, "", 4)
        for alone, does in ((each.now.carries_alone, "carry"), (each.now.blocks_alone, "stop")):
            lines += hanging("unknown", ", ".join(alone), width, f"can {does} it alone: ", 4) if alone else []
    return lines


def _apart(rows: Iterable[tuple[str, str]], what: str, width: int | None) -> list[Line]:
    return [line for code, why in rows for line in hanging("", f"{code} {what}: {spaced(why)}", width, "", 4)]


def _hangs(each: Hangs, width: int | None) -> list[Line]:
    if each.how in OWN:
        verdict = each.verdict or "not evaluated yet"
        style = {"permitted": "yes", "owed": "yes", "not_owed": "no"}.get(verdict, "unknown")
        shown = {"not_owed": "NOT GIVEN"}.get(verdict, spaced(verdict).upper())
        lines: list[Line] = [(("", "  "), (style, shown), ("where", f"  {each.treaty}:{each.clause}"))]
        lines += hanging("", each.words, width, "", 4)
    else:
        lines = hanging("where", f"{each.treaty}:{each.clause}", width, "", 2)
        lead = "" if each.words.startswith((each.how.split()[0], "also ")) else f"{each.how} "
        lines += hanging("", f"{lead}{each.words}", width, "", 4)
        lines += [line for words in each.then for line in hanging("", words, width, "then " if each.how == "when" else "of ", 6)]
    lines += [line for words in each.but for line in hanging("aside", words, width, "if " if each.how in OWN else "", 6)]
    return lines
