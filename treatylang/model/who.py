"""Who is meant: bound entities.  `words` are the treaty's own, for explanations."""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """`that is not a great_power`: negated or not, a list of codes or a sort."""

    negated: bool
    states: tuple[str, ...]
    sort: str | None


@dataclass(frozen=True, slots=True)
class Fixed:
    """One of the named states or actors; `slot` is the role word that it fills, if any."""

    words: str
    codes: tuple[str, ...]
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """Refers to what a role word stands for; `bearer` is always there."""

    words: str
    slot: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organ."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """`a party`, `another state`, `every guarantor`.

    `sort` is party, non_party, state, third_state, actor, armed_group, terrorist_group, participant, or the name of a class;
    `of` the treaty of which it must be a member (None: this one, for parties); `slot` the word under which it is introduced.
    """

    words: str
    quantifier: str  # "a", "another", "every", "every other"
    sort: str
    of: str | None = None
    that: Filter | None = None
    slot: str | None = None


Who = Fixed | Slot | Body | Choice

SORTS = ("party", "non_party", "state", "third_state", "actor", "armed_group", "terrorist_group", "participant", "member")
