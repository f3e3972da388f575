"""Bound conditions: what must be so, every name resolved.

`words` are the treaty's own words, kept for explanations.  Slots are role words (`victim`), act slots `#0`, `#1` in the order in which
a clause introduces acts.
"""

from __future__ import annotations

from treatylang.model.who import Filter, Who
from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: `at least 2 divisions`, `at least 2 % of gdp`; no comparison is at least."""

    comparison: str
    number: float
    unit: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """`in europe`: a place that must hold the act; `names` are alternatives (regions, areas, localities, zones).

    `side`: `in`, where it was; `from`, whence it came; `over`, over whose land it went.
    With `holder`, the names are sorts of land (territory) of that holder; `host` is the role word that he then has, if any.
    """

    words: str
    names: tuple[str, ...]
    holder: Who | None = None
    host: str | None = None
    side: str = "in"


@dataclass(frozen=True, slots=True)
class RolePart:
    """A role of a pattern: its preposition, the slot it fills, and who may fill it (None: anyone)."""

    preposition: str
    slot: str
    who: Who | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of acts.  `roles` are the kind's, in order; `targets` what must have been struck, of the second role's filler.

    `aims` are `for`, `into`, `after` ... phrases that no field of an event answers: each is an open question.
    """

    words: str
    kind: str
    slot: str
    roles: tuple[RolePart, ...]
    targets: tuple[str, ...] = ()
    where: tuple[Where, ...] = ()
    amounts: tuple[Amount, ...] = ()
    of: str | None = None
    aims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happens:
    """An act of the pattern has happened."""

    words: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Situation:
    """A fact of the situation, `danger_to_peace in balkans`."""

    words: str
    fact: str
    where: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf:
    words: str
    terms: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    words: str
    terms: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NotSo:
    words: str
    term: Condition


@dataclass(frozen=True, slots=True)
class ActFact:
    """`the act is grave`."""

    words: str
    act: str
    fact: str


@dataclass(frozen=True, slots=True)
class ActKind:
    """`the act is an armed_attack`."""

    words: str
    act: str
    kind: str


@dataclass(frozen=True, slots=True)
class PartyFact:
    """`the victim is overwhelmed`."""

    words: str
    who: Who
    fact: str


@dataclass(frozen=True, slots=True)
class Related:
    """A relation between two: `first` is a Who, or the slot of an act whose place is meant.

    `second` None: with anyone.  `of_sort` is a sort that the event cannot know of (`by arbitration_treaty`).
    """

    words: str
    relation: str
    first: Who | None
    place_of: str | None
    second: Who | None
    of_sort: str | None = None


@dataclass(frozen=True, slots=True)
class IsOne:
    """`the attacker is a great_power`, `the bearer is DNK`."""

    words: str
    who: Who
    test: Who


@dataclass(frozen=True, slots=True)
class InClass:
    """`the attacker is communist`."""

    words: str
    who: Who
    state_class: str


@dataclass(frozen=True, slots=True)
class InPlace:
    """`the act is in pact_area`."""

    words: str
    act: str
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """`defence_spending of a party (the ally) is at least 2% of gdp`."""

    words: str
    measure: str
    who: Who
    amount: Amount


@dataclass(frozen=True, slots=True)
class Count:
    """`at least 2 great_powers that are not parties are at_war with the victim`: `each` holds of that many, in slot `each`."""

    words: str
    number: int
    sort: str
    that: Filter | None
    each: Condition


@dataclass(frozen=True, slots=True)
class Decides:
    """A body has decided a matter, `on` or `for` someone (`target`)."""

    words: str
    body: str
    decision: str
    target: Who | None = None


EVERY = "*"  # stands for the id of every treaty but the own one


@dataclass(frozen=True, slots=True)
class TreatyRef:
    """A treaty, or clauses of one: `clauses` are ids (`5(1)[territory]`), none meaning all.

    `treaty` may be `EVERY`: every other treaty, a pledge being none, except those of `but`.
    """

    treaty: str
    clauses: tuple[str, ...]
    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owes:
    """A duty as a condition: it is owed by `bearer` under one of the references."""

    words: str
    bearer: Who
    modal: str
    duty: str
    object: Who | None
    against: Who | None
    under: tuple[TreatyRef, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    words: str
    treaty: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What `judge` holds or finds, not what is so; one atom."""

    words: str
    term: Condition
    judge: Who


@dataclass(frozen=True, slots=True)
class OnDay:
    """`... as of 1940-09-27`."""

    words: str
    term: Condition
    day: str


Condition = (
    Happens
    | Situation
    | AllOf
    | AnyOf
    | NotSo
    | ActFact
    | ActKind
    | PartyFact
    | Related
    | IsOne
    | InClass
    | InPlace
    | Level
    | Count
    | Decides
    | Owes
    | InForce
    | Judged
    | OnDay
)


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside one."""
    match condition:
        case AllOf(terms=terms) | AnyOf(terms=terms):
            return terms
        case NotSo(term=term) | Judged(term=term) | OnDay(term=term):
            return (term,)
        case Count(each=each):
            return (each,)
    return ()


def every_part(condition: Condition) -> tuple[Condition, ...]:
    """A condition and all inside it."""
    found = [condition]
    for each in found:
        found.extend(parts(each))
    return tuple(found)
