"""Conflicts of duties in sentences: one for all bearers who stand between the same two clauses."""

from __future__ import annotations

from treatylang.rendering.phrases import listed, readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.decision.decision import Conflict


def conflict_sentences(conflicts: Sequence[Conflict]) -> list[str]:
    """`ESP cannot keep both a-1:1 (FRA) and b-2:1 (ALL): ...; not settled (...)`."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for each in conflicts:
        ends = tuple(_apart(duty) for duty in (each.first, each.second))
        prevails = _apart(each.prevails)[0] if each.prevails else None
        alike.setdefault((ends, each.why, each.verdict, each.rules, prevails, each.by), []).append(each.bearer)
    return [_sentence(key, bearers) for key, bearers in alike.items()]


def _sentence(key: tuple[object, ...], bearers: list[str]) -> str:
    ends, why, verdict, rules, prevails, by = key
    assert isinstance(ends, tuple) and isinstance(rules, tuple)
    told = " and ".join(f"{clause} (toward {to})" if to and to != "ALL" else clause for clause, to in ends)
    may = "cannot keep both" if verdict == "owed" else "may be unable to keep both"
    settled = f"{by}, and {prevails} goes before" if prevails else "; ".join(("Not settled here", *rules))
    return f"{listed(tuple(dict.fromkeys(bearers)))} {may} {told}: {readable(str(why))}. {settled}"


def _apart(duty: str) -> tuple[str, str]:
    """The clause of a duty's id, and to whom it is owed."""
    clause, _, ends = duty.rpartition("/")
    return clause, ends.partition(">")[2]
