"""The plan: the compiled, immutable form of a treaty, from which every engine runs.

Riders are applied: each trigger, line and strength carries a *guard* that says for whom, from when and in which text it holds.  The
exact engine asks a guard for a formula; an engine for decided events resolves it by date once.  `starts` lets an engine skip a clause
that no act of the event can start or break.  Nothing here knows of an event.
"""

from __future__ import annotations

from treatylang.model.areas import Area
from treatylang.model.conditions import Condition, TreatyRef
from treatylang.model.own_words import Dictionary
from treatylang.model.time import Spell
from treatylang.model.treaty import Doubt, Line, Membership, Norm, Organ, Suspension
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import Who
from treatylang.record import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatylang.model.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class Guard:
    """Where a change by a rider holds.

    `form`: reservation, proviso, agreed or claimed; `bearers`: for whom (empty: for all); `spell`: for acts of which days; `authors`
    say a claimed reading, which holds in their text only.
    """

    rider: str
    form: str
    title: str | None
    bearers: tuple[Who, ...]
    spell: Spell
    authors: tuple[str, ...]
    secret: Spell | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """What starts a clause; `condition` None: always on.  `guard` None: the clause's own text; else `id` cites the rider's line."""

    words: str
    condition: Condition | None
    guard: Guard | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class GuardedLine:
    line: Line
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class GuardedRefs:
    """What goes before a clause, or what a clause goes before, by one line of the text.

    `form`: whether the line says `subject_to` or `overrides`; `id`: how it is cited; `article`: where it stands (None: in the head,
    a reservation or a reading).
    """

    refs: tuple[TreatyRef, ...]
    guard: Guard | None = None
    form: str = "subject_to"
    id: str = ""
    article: str | None = None


@dataclass(frozen=True, slots=True)
class GuardedStrength:
    strength: str
    guard: Guard


@dataclass(frozen=True, slots=True)
class GuardedManner:
    """`jointly` or `severally`, by a rider."""

    jointly: bool
    guard: Guard


@dataclass(frozen=True, slots=True)
class Start:
    """An act that may start something: of one of these kinds, and, where it names any, by one of these and on one of those."""

    kinds: frozenset[str]
    first: frozenset[str] | None
    second: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class ClausePlan:
    """A clause with all that its treaty's head and riders add to it.

    `subject_to`: what goes before it, whoever says so; `overrides`: what it goes before, by its own text.

    `starts`: one of these must be listed for the clause to start, or where it is `standing`, that is always on, to be broken (None: it
    may start without).  `forbids`: the kinds of acts it forbids.  `asks`: treaties and clauses whose duties it waits for.
    """

    id: str
    article: str
    label: str | None
    title: str | None
    summary: str | None
    doubt: str | None
    spell: Spell
    secret: Spell | None
    triggers: tuple[Trigger, ...]
    norms: tuple[Norm, ...]
    lines: tuple[GuardedLine, ...]
    subject_to: tuple[GuardedRefs, ...]
    overrides: tuple[GuardedRefs, ...]
    strengths: tuple[GuardedStrength, ...]
    manners: tuple[GuardedManner, ...]
    starts: tuple[Start, ...] | None
    standing: bool
    forbids: tuple[str, ...]
    asks: tuple[TreatyRef, ...]
    deems: bool


@dataclass(frozen=True)
class TreatyPlan:
    """A treaty ready to be asked.  `vocabulary` is the common one with the treaty's own words on top; `continues`: a line keeps some of it
    in force past its end."""

    id: str
    title: str
    form: str
    spell: Spell
    signed: str | None
    source: str | None
    secret: Spell | None
    members: tuple[Membership, ...]
    members_of: str | None
    suspensions: tuple[Suspension, ...]
    organs: Mapping[str, Organ]
    areas: Mapping[str, Area]
    clauses: tuple[ClausePlan, ...]
    articles: tuple[tuple[str, str | None, str | None, str | None], ...]  # number, title, summary, doubt
    subject_to: tuple[TreatyRef, ...]  # of the head
    overrides: tuple[TreatyRef, ...]
    vocabulary: Vocabulary = field(repr=False, default_factory=Vocabulary)
    continues: bool = False
    doubts: tuple[Doubt, ...] = ()  # about its dates and parties, and then about those of the treaty whose parties it has

    @property
    def lasts(self) -> Spell:
        """The days on which some of it may be in force: without an end where something may keep it alive."""
        return Spell(self.spell.since) if self.continues else self.spell


def party_list(treaties: Mapping[str, TreatyPlan], treaty: TreatyPlan) -> TreatyPlan:
    """The treaty in which its parties are listed: itself, or for a pledge the treaty of those who give it."""
    return treaties[treaty.members_of] if treaty.members_of else treaty


def doubts_of(treaty: TreatyPlan, spell: Spell, of: str, states: tuple[str, ...]) -> tuple[Doubt, ...]:
    """What is doubtful in the dates of one spell: `party` or `suspended`, of these states."""
    ends = (("since", spell.since), ("until", spell.until))
    found = (each for each in treaty.doubts if each.of == of and (each.bound, each.date) in ends)
    return tuple([each for each in found if set(states) <= set(each.states)])


def doubts_of_head(treaty: TreatyPlan) -> tuple[Doubt, ...]:
    """What is doubtful in the day of signature and in those of its force."""
    return tuple([each for each in treaty.doubts if each.treaty == treaty.id and each.of in ("signed", "in force")])


@dataclass(frozen=True, slots=True)
class Starts:
    """What can be told of a treaty without its plan.

    `acts`: one of them must be listed for the treaty to ask anything, or to be broken (None: something may start without).
    `breaches`: those that may break what it forbids (None: any may).
    `versions`: clauses that are in force for a time; `standing`: when the duties that always hold are in force.
    `alone_since`: the day from which fewer than two parties are left, so that there is no treaty.
    `doubts`: those about the dates of its parties.
    """

    acts: tuple[Start, ...] | None
    breaches: tuple[Start, ...] | None
    versions: tuple[tuple[str, Spell], ...]
    standing: tuple[Spell, ...]
    alone_since: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A whole library.

    `spells` say when each treaty is in force, so that one which is not need not be looked into; `successions` map an old code to the
    codes that continue it, each with the day since when; by `starts` a treaty that an event does not touch is passed over; `own` are
    the words that only treaties define.
    """

    treaties: Mapping[str, TreatyPlan]
    vocabulary: Vocabulary = field(repr=False)
    spells: Mapping[str, Spell] = field(repr=False)
    successions: Mapping[str, tuple[tuple[str, str], ...]] = field(repr=False)
    starts: Mapping[str, Starts] = field(repr=False)
    own: OwnWords = field(repr=False, default_factory=dict)

    @property
    def dictionary(self) -> Dictionary:
        """Every word that an event may use: the common ones, and those of the treaties."""
        return Dictionary(self.own, self.vocabulary, lambda treaty: self.treaties[treaty].vocabulary)
