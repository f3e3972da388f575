"""`decides` lines -> the voting rules of a body, of a treaty or of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from treatylang.model.report import Report
from treatylang.model.spells import spell_of
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.votes import Vote
from treatylang.model.who import SORTS
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase

_RULES = ("consensus", "unanimity", "majority")
_BASES = ("members", "present", "voting", "participants")


def bind_votes(node: t.OrganDef, words: Vocabulary, report: Report) -> tuple[Vote, ...]:
    """The rules of a body; what is wrong with them goes to the report."""
    votes = tuple(_vote(line, words, report) for line in node.votes)
    for matter, lines in _by_matter(node, votes).items():
        for earlier, later in _on_the_same_days(lines):
            on = f" on `{matter}`" if matter else ""
            hint = "one rule for each matter and day: give the lines dates that do not overlap, or take one away"
            report.add("TL0310", later, f"`{node.name.text}` has two rules{on} on the same days", hint, (earlier, "the first"))
    return votes


def _by_matter(node: t.OrganDef, votes: tuple[Vote, ...]) -> dict[str, list[tuple[Vote, t.Vote]]]:
    """The lines on each matter; `` for all that no line names."""
    found: dict[str, list[tuple[Vote, t.Vote]]] = {}
    for line, vote in zip(node.votes, votes, strict=True):
        for matter in dict.fromkeys(vote.matters or ("",)):
            found.setdefault(matter, []).append((vote, line))
    return found


def _on_the_same_days(lines: list[tuple[Vote, t.Vote]]) -> Iterator[tuple[t.Vote, t.Vote]]:
    """Lines that are the rule on some day that another has too, with that one; each pair in the order of the text."""
    by_date = sorted(lines, key=lambda each: each[0].spell.since or "")
    last = by_date[0]
    for each in by_date[1:]:
        if each[0].spell.meets(last[0].spell):
            first, second = sorted((last[1], each[1]), key=lambda node: node.span.start)
            yield first, second
        last = max(last, each, key=lambda one: one[0].spell.until or "9999")


def names_in(node: t.OrganDef) -> Iterator[str]:
    """The words that its rules use."""
    for line in node.votes:
        yield from (matter.text for matter in line.matters)
        yield from (each.name.text for each in (line.without, line.objecting) if isinstance(each, t.Some))


def _vote(node: t.Vote, words: Vocabulary, report: Report) -> Vote:
    for matter in node.matters:
        if matter.text not in words.decisions and matter.text not in words.kinds:
            report.unknown(
                "TL0301", matter, "decision", matter.text, words.decisions, "decisions are listed by `treaty vocabulary decisions`"
            )
    seats = _whole(node.seats, report) if node.seats else None
    rule = _rule(node.rule, seats, report)
    base = node.base.text if node.base else "members"
    if base not in _BASES:
        report.unknown(
            "TL0307", node.base or node, "base of votes", base, _BASES, "bases are members, present, voting and participants"
        )
    elif node.seats and base != "members":
        hint = f"write `of {base}`, or `of {node.seats.text} members`"
        report.add("TL0307", node.seats, f"only members can be counted beforehand, not those {base}", hint)
    _someone(node.without, words, report)
    _someone(node.objecting, words, report)
    if isinstance(node.objecting, t.The):
        hint = "name a class (`a permanent_member`) or states"
        report.add("TL0307", node.objecting, f"`{phrase(node.objecting)}` cannot tell whose no stops a decision", hint)
    return Vote(
        matters=tuple(each.text for each in node.matters),
        rule=rule,
        base=base,
        quorum=node.quorum.text if node.quorum else None,
        without=phrase(node.without) if node.without else None,
        note=node.note.text if node.note else None,
        seats=seats,
        objecting=phrase(node.objecting) if node.objecting else None,
        spell=spell_of(node.dates, report),
    )


def _rule(node: t.Name | t.Number, seats: int | None, report: Report) -> str:
    if isinstance(node, t.Number):
        number = _whole(node, report)
        if number is not None and seats is not None and number > seats:
            report.add(
                "TL0307",
                node,
                f"{number} votes cannot be had of {seats} members",
                "the votes needed stand first: `9 of 15 members`",
            )
        return str(number or 1)
    if "/" in node.text:
        part, whole = (int(number) for number in node.text.split("/"))
        if not 0 < part <= whole:
            report.add("TL0307", node, f"`{node.text}` is no part of a whole", "a fraction lies between 0 and 1")
    elif node.text not in _RULES:
        hint = "rules are consensus, unanimity, majority, a fraction or a number of votes"
        report.add("TL0307", node, f"`{node.text}` is no voting rule", hint)
    return node.text


def _whole(node: t.Number, report: Report) -> int | None:
    text = node.text.replace(",", "")
    if text.isdecimal() and 0 < int(text) <= 1000:
        return int(text)
    report.add("TL0307", node, f"`{node.text}` is no number of members", "members are counted by whole numbers, up to 1,000")
    return None


def _someone(node: t.Entity | None, words: Vocabulary, report: Report) -> None:
    """Report a class, a role or a state that there is not."""
    match node:
        case t.Some(name=name) if name.text not in words.classes and name.text not in SORTS:
            report.unknown("TL0301", name, "class", name.text, words.classes, "classes are listed by `treaty vocabulary classes`")
        case t.The(name=name):
            roles = {role for kind in words.kinds.values() for role in kind.roles.values()}
            if name.text not in roles:
                report.unknown(
                    "TL0301", name, "role", name.text, sorted(roles), "a role is that of an act: `the violator`, `the aggressor`"
                )
        case t.State(code=code):
            _state(code, words, report)
        case t.AnyOf(states=states):
            for code in states:
                _state(code, words, report)


def _state(code: t.Code, words: Vocabulary, report: Report) -> None:
    if code.text not in words.states:
        report.unknown("TL0302", code, "state", code.text, words.states, "states are listed by `treaty states`")
