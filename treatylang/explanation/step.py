"""An explanation: the tree of reasons of one duty, in the treaty's words, from which its verdict can be derived again."""

from __future__ import annotations

from treatylang.decision.formula import Atom
from treatylang.record import dataclass

Claims = tuple[tuple[bool | None, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """What no world may have: that `atom` has the value `value` and `other` has not the value `wanted`.

    `other` None: `atom` cannot have that value at all.  `claims`: who says what of `other`, where it is claimed and none of the steps.
    """

    atom: Atom
    value: bool
    other: Atom | None
    wanted: bool = True
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One line of reasons.

    `role`: in force, party, when, only if, unless, lapses, displaced, act, deemed, duty, breach, says, verdict, or nothing; `value` True,
    False or None (open); `basis` of a fact: stated, presumed, listed, table, map, follows, unknown, claimed, reading; `why` its ground.

    `join` is how the value comes from that of the steps below: `all`, `any`, `at least` (so many as `number`), `not` (of the one below);
    nothing where it has its value by itself.  Of the verdict it joins the parts of the rule, not `breach` and `says`.
    `atom` is the question that an open fact asks (equal atoms are one question), `claims` who answers it how.
    `id` is that by which a line of the text is cited: `nato-1949:5(1)[territory].lapses.1`.
    `bounds`, of the verdict: what the answers to its open questions have to do with each other.
    """

    words: str
    value: bool | None
    role: str = ""
    basis: str = ""
    why: str | None = None
    steps: tuple[Step, ...] = ()
    join: str = ""
    number: int | None = None
    id: str = ""
    atom: Atom | None = None
    claims: Claims = ()
    bounds: tuple[Bound, ...] = ()
