"""The vocabulary: every word that treaties and events may use, bound and typed.

Built from the tree of the `vocabulary` documents (and of a treaty's own definitions) by `from_tree`; read-only after that.
Words are lower-case ASCII; states and actors are upper-case codes.
"""

from __future__ import annotations

from treatylang.model.areas import Area
from treatylang.model.conditions import Amount
from treatylang.model.time import Spell
from treatylang.model.votes import Vote
from treatylang.model.who import Who
from treatylang.record import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act.  `roles` maps a preposition (`by`, `on`, `to`, `with` ...) to the name of the role, inherited ones included.

    `needs` and `presumes` map a fact to the value that is needed or presumed; `amounts_to` maps a kind to the facts, with their
    values, that make an act of this kind one of that kind too; `unlisted` is True where silence about acts of this kind means "not known".
    `above` holds the kind itself and all its parents, nearest first; `below` the kind itself and everything under it.
    """

    name: str
    meaning: str
    parent: str | None
    roles: Mapping[str, str]
    needs: Mapping[str, bool]
    presumes: Mapping[str, bool]
    amounts_to: Mapping[str, Mapping[str, bool]]
    implies: tuple[str, ...]
    ends: tuple[str, ...]
    unlisted: bool
    above: tuple[str, ...]
    below: frozenset[str]

    @property
    def doer(self) -> str:
        """The preposition of the first role: `by`."""
        return "by"

    @property
    def third(self) -> str | None:
        """The preposition, and the event file's field, of a third role: `against` or `with`."""
        return next(iter(list(self.roles)[2:]), None)

    @property
    def second(self) -> str:
        """The preposition, and the event file's field, of the second role: `on` or `to`."""
        for preposition in self.roles:
            if preposition != "by":
                return preposition
        return "on"


@dataclass(frozen=True, slots=True)
class Yield:
    """One ground on which a presumption is not used: the event states that `fact` is `value`, or compares so to `number`."""

    fact: str
    value: bool
    comparison: str | None = None  # "at most", "at least"
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an act, a party or the situation.

    `type` is `truth`, `number` or `states`.  `presumed` is what holds when the event is silent (None: unknown); `foreign` is what
    holds when the act is that of a state other than the victim.
    """

    name: str
    meaning: str
    owner: str  # "act", "party", "situation"
    type: str
    presumed: bool | None
    foreign: bool | None
    yields: tuple[Yield, ...]
    implies: tuple[str, ...]
    excludes: tuple[str, ...]
    why: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of two actors, or of an actor and a place: `FIRST is at_war with SECOND`.

    `roles` maps the preposition of the second (`with`, `by`, `to`) to its name; `first` names the first.  `implies` are facts of a party
    that are so of the first while it holds, and of the second too where it is symmetric.
    """

    name: str
    meaning: str
    first: str
    roles: Mapping[str, str]
    symmetric: bool
    presumed: bool | None
    why: str | None
    implies: tuple[str, ...] = ()

    def implied_of(self, first: str, second: str) -> tuple[str, ...]:
        """Those of a pair of whom it is so what the relation implies."""
        return (first, second) if self.symmetric else (first,)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body may decide; `presumed` is what holds when no such decision is listed (None: unknown)."""

    name: str
    meaning: str
    presumed: bool | None


@dataclass(frozen=True, slots=True)
class Body:
    """An organ or council that belongs to no encoded treaty alone (`security_council`), with the days between which it stood.

    `of` who sits in it (None: the situation says), `votes` how it decides, where no treaty of the library says so.
    """

    name: str
    meaning: str
    spell: Spell | None
    of: Who | None = None
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """A verb of duty.  `above` is itself and its parents; `atop` one of ATOP's obligations, or None; `excludes` the duties that
    cannot be kept together with it toward the same state; `deeds` the kinds of acts by which it is carried out."""

    name: str
    meaning: str
    above: tuple[str, ...]
    atop: str | None
    excludes: tuple[str, ...]
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has a meaning and, at the most, a parent: targets, strengths, zones, domains."""

    name: str
    meaning: str
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """Corners of a polygon as (latitude, longitude) in degrees, north and east positive; every side is a rhumb line."""

    corners: tuple[tuple[float, float], ...]
    spell: Spell | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region or a sea (`sea` True).  `above` is itself and all that it lies in.

    Where names do not decide, coordinates do: what lies in one of `rings`, its coarse cores, is in the region; what lies outside all
    of `extent` (empty: not told) is not.  Between the two it is open.
    """

    name: str
    meaning: str
    sea: bool
    above: tuple[str, ...]
    rings: tuple[Ring, ...]
    extent: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Hold:
    """That a state holds a territory during a spell (None: always)."""

    state: str
    spell: Spell | None


@dataclass(frozen=True, slots=True)
class Territory:
    """A row of the territory table: a part of a state, or a land of disputed title, with a status of its own.

    `kind` is metropolitan, department, island, dependency, occupied or disputed; `sovereigns` empty means that title is disputed
    among `claimants`; no `administrators` on a day means that the sovereign administers.
    """

    name: str
    meaning: str
    kind: str
    regions: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    sovereigns: tuple[Hold, ...]
    administrators: tuple[Hold, ...]
    claimants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state, or another actor known to the vocabulary.

    `sort` is `state`, `armed_group` or `organisation`; `cow` the Correlates of War numbers; `spells` when it was a member of
    the state system (empty: not limited); `home` the regions in which its home land lies; `continues` the code it succeeds, and
    since when; all its land, whenever it was its own, lies in `extent` (empty: not told).
    """

    code: str
    name: str
    sort: str
    cow: tuple[int, ...]
    spells: tuple[Spell, ...]
    home: tuple[str, ...]
    continues: tuple[tuple[str, str], ...] = ()  # (older code, day ISO)
    extent: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassMember:
    """That a state belongs to a class during a spell (None: while the state exists)."""

    state: str
    spell: Spell | None


@dataclass(frozen=True, slots=True)
class StateClass:
    """A class of states (`great_power`), by members or by the region they lie in."""

    name: str
    meaning: str
    members: tuple[ClassMember, ...]
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasurePart:
    """A measure that counts towards another, up to `cap` where there is one."""

    measure: str
    cap: Amount | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of effort; `fact` is the party's fact that gives its figure, where an event can state one; `parts` what counts
    towards it."""

    name: str
    meaning: str
    fact: str | None
    parts: tuple[MeasurePart, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All words.  Each map is keyed by the word."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    targets: Mapping[str, Word] = field(default_factory=dict)
    strengths: Mapping[str, Word] = field(default_factory=dict)
    strength_order: tuple[str, ...] = ()  # strongest first
    zones: Mapping[str, Word] = field(default_factory=dict)
    domains: Mapping[str, Word] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    territories: Mapping[str, Territory] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    classes: Mapping[str, StateClass] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)

    def needs_of(self, kind: str) -> dict[str, bool]:
        """What an act of a kind needs, by itself and as one of those above it; what the nearest says goes first."""
        return {fact: so for above in reversed(self.kinds[kind].above) for fact, so in self.kinds[above].needs.items()}

    def bars(self, one: str, other: str) -> bool:
        """Whether two duties exclude each other, by what is said of them or of the duties above them."""
        first, second = self.duties.get(one), self.duties.get(other)
        if first is None or second is None:
            return False
        says = {name for each in first.above for name in self.duties[each].excludes}
        said = {name for each in second.above for name in self.duties[each].excludes}
        return bool(says & set(second.above) or said & set(first.above))


def in_words(facts: Mapping[str, bool]) -> str:
    """Facts with the values that are asked for: `grave, not consented`."""
    return ", ".join(f"{'' if so else 'not '}{fact}" for fact, so in facts.items())
