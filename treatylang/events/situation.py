"""The situation: an event file, read and typed.  Facts and claims, never duties.

Days are ISO texts; a date known only by its month or year is kept as written (`1998-08`, `1992`).  Names are those of the
vocabulary, of the state table, or of the event's own `actors`.
"""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Place as SourcePlace
from treatylang.record import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Unknown:
    """Written as `unknown`: open, even where the vocabulary has a presumption."""


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number known only within bounds, both inclusive; None is open."""

    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """Different values, each with the codes of those who say so; nobody named: a reading that no named party holds.

    Values are those of a known fact; pairs stand in the order of the file.
    """

    values: tuple[tuple[Known, tuple[str, ...]], ...]


Known = bool | float | str | tuple[str, ...]
Value = bool | float | str | tuple[str, ...] | Unknown | Bounds | Claimed


@dataclass(frozen=True, slots=True)
class Location:
    """Where an act took place.  None: not written.  `territory_of` `"none"`: no sovereign.  `administered_by`, when known, is
    always a tuple of codes, and so are the values claimed of it; `territory_of` and `zone` are single words."""

    name: str | None = None
    territory: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    territory_of: Value | None = None
    administered_by: Value | None = None
    claimed_by: tuple[str, ...] = ()
    zone: Value | None = None
    sea: str | None = None
    region: str | None = None
    boundary: str | None = None

    @property
    def is_coordinates_alone(self) -> bool:
        """Whether it has coordinates, and nothing by which a map or a table finds it."""
        named = (self.territory, self.territory_of, self.sea, self.region)
        return self.latitude is not None and all(each is None for each in named)


@dataclass(frozen=True, slots=True)
class Group:
    """A group that stands for its members: a class of states or the parties of a treaty on the day, less some."""

    state_class: str | None
    parties_of: str | None
    excepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Something done.  `by` empty: nobody known.  `second` holds the field `on` (or `to`) of its kind; a Group is not yet resolved.

    `facts` holds what the event writes of it, kinds used as facts too (`armed_attack: false`); a fact of type `states` is always a
    tuple.  `happened` is True, False, UNKNOWN or Claimed.  `under` is (treaty, article or None).  `by_groups` holds the groups
    among those who did it, as `groups` does for the second field.  `origin` is whence it came.  `third` are those in the third role of
    its kind: against whom help is given or asked for.
    """

    id: str
    index: int
    kind: str
    by: tuple[str, ...]
    second: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    targets: tuple[str, ...] = ()
    domain: str | None = None
    date: str = ""
    until: str | None = None
    place: Location | None = None
    response_to: str | None = None
    under: tuple[str, str | None] | None = None
    happened: Value = True
    facts: Mapping[str, Value] = field(default_factory=dict)
    note: str | None = None
    at: SourcePlace | None = None
    by_groups: tuple[Group, ...] = ()
    origin: Location | None = None
    third: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationFact:
    """That a relation holds between two, in the order in which it reads: `first is at_war with second`."""

    name: str
    first: str
    second: str
    value: Value = True
    since: str | None = None
    until: str | None = None
    begun_by: str | None = None
    at: SourcePlace | None = None


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """What a body decided.  `outcome` adopted, not_adopted, vetoed, no_decision or unknown; or `votes`, voters by vote.

    `about` is the id of the act that the decision is about, where the event says so.
    """

    body: str
    decision: str | None
    outcome: str | None = "adopted"
    votes: Mapping[str, tuple[str, ...]] | None = None
    date: str = ""
    on: tuple[str, ...] = ()
    ref: str | None = None
    at: SourcePlace | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """Status of a party in a treaty: party, not_party, denounced, frozen, excluded, suspended (`toward`), contested."""

    party: str
    treaty: str
    status: str
    since: str | None = None
    until: str | None = None
    toward: str | None = None
    at: SourcePlace | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor that the event brings along.  `kind`: state, government, non_state, force, organisation, body, reading."""

    code: str
    kind: str
    name: str | None = None
    based_in: Value | None = None
    speaks_for: str | None = None
    of: tuple[str, ...] = ()
    lawful: Value | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """An expected row of the answer, for tests; never evaluated.  `bearers` empty with `everyone`: all parties, less `excepted`.

    `differs`: why the answer differs from it on purpose.
    """

    bearers: tuple[str, ...]
    everyone: bool
    excepted: tuple[str, ...]
    treaty: str
    article: str | None
    duty: str
    verdict: str
    owed_to: str | None = None
    strength: str | None = None
    depends_on: tuple[str, ...] = ()
    confidence: str | None = None
    note: str | None = None
    differs: str | None = None
    at: SourcePlace | None = None


@dataclass(frozen=True)
class Situation:
    """A whole event.

    >>> from treatylang import decide, read_event
    >>> situation = read_event({"event": "Fort taken", "date": "1950-06-25", "kind": "invasion", "by": "PRK", "on": "KOR", "killed": 40})
    >>> situation.title, situation.as_of
    ('Fort taken', ('1950-06-25',))
    >>> act = situation.acts[0]
    >>> act.kind, act.by, act.second, act.facts
    ('invasion', ('PRK',), ('KOR',), {'killed': 40.0})
    >>> decide(situation).event == situation.id
    True
    """

    title: str
    id: str
    date: str
    as_of: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    hypothetical: bool = False
    treaties: tuple[str, ...] | None = None  # None: all
    actors: Mapping[str, Actor] = field(default_factory=dict)
    ordered: bool = True  # False: acts_order: unknown
    relations: tuple[RelationFact, ...] = ()
    party_facts: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)
    decisions: tuple[DecisionFact, ...] = ()
    membership: tuple[MembershipFact, ...] = ()
    not_presumed: frozenset[str] | None = frozenset()  # None: no presumption at all
    expect: tuple[Expectation, ...] = ()
