"""How a body decides."""

from __future__ import annotations

from treatylang.model.time import ALWAYS, Spell
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """A voting rule.

    rule: consensus, unanimity, majority, a fraction of the base, or a number of votes.  base: members, present, voting or participants;
    `seats`: how many members there are, where the text says it.  without: who does not vote; objecting: whose no stops the matter;
    both in the text's own words.  spell: when this is the rule.
    """

    matters: tuple[str, ...]
    rule: str
    base: str
    quorum: str | None
    without: str | None
    note: str | None
    seats: int | None = None
    objecting: str | None = None
    spell: Spell = ALWAYS


def line_for(votes: tuple[Vote, ...], matter: str | None, day: str) -> Vote | None:
    """The rule for a matter on a day: a line that names it goes before the general line."""
    live = [line for line in votes if line.spell.contains(day) is not False]
    named = next((line for line in live if matter is not None and matter in line.matters), None)
    return named or next((line for line in live if not line.matters), None)
