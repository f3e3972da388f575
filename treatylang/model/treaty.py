"""A treaty, bound: what it says, every name resolved, nothing yet applied to a date or an event."""

from __future__ import annotations

from treatylang.model.areas import Area
from treatylang.model.conditions import Amount, Condition, Pattern, TreatyRef
from treatylang.model.time import Spell
from treatylang.model.vocabulary import StateClass, Vocabulary
from treatylang.model.votes import Vote as Vote
from treatylang.model.who import Who
from treatylang.record import dataclass, field
from treatylang.text.source import NOWHERE, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell of one party; `disputed`: that it is one is a claim; `denounced`: the day or month of its notice, where it gave one."""

    state: str
    spell: Spell
    disputed: bool = False
    note: str | None = None
    denounced: str | None = None
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Suspension:
    """Between two states both ways, or (one state) of all duties of and to it."""

    states: tuple[str, ...]
    spell: Spell
    disputed: bool = False
    note: str | None = None
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A `check` on a date of the head, of a party or of a suspension, or on the whole list of parties.

    `of`: signed, in force, party, suspended or parties (the list).  `states`: whose spell it is, as the text has them; `codes`: these, and
    the states that continue them.  `bound`: since or until, of a spell.  `date`: the date that is doubted, None of the list.
    """

    treaty: str
    of: str
    why: str
    states: tuple[str, ...] = ()
    bound: str | None = None
    date: str | None = None
    codes: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """What is doubted, as the text has it: `in force since 1986-09-30`, `IRN until 1979-03`, `the parties`."""
        if self.of == "parties":
            return "the parties"
        what = " ".join(self.states) if self.of == "party" else self.of
        whose = f" for {' and '.join(self.states)}" if self.of == "suspended" else ""
        return " ".join(each for each in (what + whose, self.bound, self.date) if each)


@dataclass(frozen=True, slots=True)
class Organ:
    name: str
    title: str
    of: Who | None
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """`BEARER must DUTY ...`.  `owed_to` None: every other party (or the public, where `to_all_states`)."""

    words: str
    bearers: tuple[Who, ...]
    modal: str
    jointly: bool
    duty: str
    owed_to: Who | None
    against: Who | None
    strength: str | None
    amount: Amount | None
    things: tuple[str, ...]
    forum: str | None
    aims: tuple[str, ...]
    by_day: str | None
    spell: Spell
    to_all_states: bool = False
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Prohibition:
    """`BEARER must refrain from ACT`."""

    words: str
    bearers: tuple[Who, ...]
    modal: str
    jointly: bool
    act: Pattern
    spell: Spell
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Deems:
    """`it counts as KIND`: `roles` map a role of that kind to who fills it; `spread`: the fiction of an attack on all."""

    words: str
    kind: str
    roles: tuple[tuple[str, Who], ...]
    spread: bool
    at: Span = field(default=NOWHERE, compare=False)


Norm = Duty | Prohibition | Deems


@dataclass(frozen=True, slots=True)
class Line:
    """A line below a clause.  `form`: only_if, unless, lapses, continues, also_when; `amount`, `unit`: `lapses 1 year after`.

    `id` is that by which the line is cited: `nato-1949:5(1)[territory].lapses.1`.
    """

    form: str
    words: str
    condition: Condition
    amount: int = 0
    unit: str = ""
    id: str = ""
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What a line says besides a condition: `instead_by` a strength, `jointly`, `severally`, `subject_to`, `overrides`.

    `refs` go before the clause; the clause goes before those of `over`.  `id` is that by which the line is cited, `article` the one
    in which it stands (None: the head, a reservation or a reading).
    """

    form: str
    strength: str | None = None
    refs: tuple[TreatyRef, ...] = ()
    over: tuple[TreatyRef, ...] = ()
    id: str = ""
    article: str | None = None
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """A rule with its exceptions below it.  `id` is `5(1)[territory]`, for an amended article with `@` and its date."""

    id: str
    article: str
    label: str | None
    title: str | None
    summary: str | None
    doubt: str | None
    spell: Spell
    secret: Spell | None  # the spell in which it is secret; None: public
    when: Condition | None
    norms: tuple[Norm, ...]
    lines: tuple[Line, ...]
    edges: tuple[Change, ...]  # what goes before it, and what it goes before
    at: Span = field(default=NOWHERE, compare=False)

    @property
    def subject_to(self) -> tuple[TreatyRef, ...]:
        """What goes before it."""
        return _before(self.edges)


@dataclass(frozen=True, slots=True)
class Rider:
    """A reservation, proviso or reading, on one of the clauses it names (one that names three is three of these, with one id).

    `form`: reservation, proviso, agreed, claimed (a reading that is not agreed).

    `bearers`: the authors of a reservation, or the class for which a proviso holds; `authors` those who say a claimed reading.
    """

    id: str
    form: str
    title: str | None
    clause: str
    bearers: tuple[Who, ...]
    authors: tuple[str, ...]
    spell: Spell
    secret: Spell | None
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    words: str
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Treaty:
    """A whole treaty or pledge.  `vocabulary` is the common one with the treaty's own words on top."""

    id: str
    title: str
    form: str  # "treaty", "pledge"
    signed: str | None
    spell: Spell
    source: str | None
    secret: Spell | None
    members: tuple[Membership, ...]
    members_of: str | None
    suspensions: tuple[Suspension, ...]
    doubts: tuple[Doubt, ...]  # of dates, and of the list of parties
    organs: Mapping[str, Organ]
    areas: Mapping[str, Area]
    classes: Mapping[str, StateClass]
    clauses: tuple[Clause, ...]
    riders: tuple[Rider, ...]
    lines: tuple[Line, ...]  # of the head: they hold for every clause
    edges: tuple[Change, ...]  # of the head
    articles: tuple[tuple[str, str | None, str | None, str | None], ...]  # number, title, summary, doubt: every article, in order
    vocabulary: Vocabulary = field(repr=False, default_factory=Vocabulary)

    @property
    def subject_to(self) -> tuple[TreatyRef, ...]:
        """What goes before every clause."""
        return _before(self.edges)

    @property
    def overrides(self) -> tuple[TreatyRef, ...]:
        """What every clause goes before."""
        return tuple(ref for edge in self.edges for ref in edge.over)


def _before(edges: tuple[Change, ...]) -> tuple[TreatyRef, ...]:
    return tuple(ref for edge in edges for ref in edge.refs)
