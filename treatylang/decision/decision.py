"""The decision: who owes which duty to whom, on one day, for one event.  Frozen, and printed as a reader would say it."""

from __future__ import annotations

from treatylang.decision.formula import Atom, Formula, deciding_leaves
from treatylang.decision.sufficient import Sufficient
from treatylang.decision.verdict import Says
from treatylang.model.conditions import Amount
from treatylang.model.treaty import Doubt
from treatylang.record import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.constraints import Constraints

STANDING_OF = ("membership", "suspended", "since", "until")  # questions of the standing of a party or of the treaty


@dataclass(frozen=True, slots=True)
class Presumption:
    """A presumption that the verdict rests on: the fact in words, what is presumed, and on what ground."""

    words: str
    value: bool
    why: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, right or prohibition, with its verdict.

    Attributes:
        id: `nato-1949:5(1)[territory]/GBR>USA`.
        bearer, owed_to: codes; `owed_to` `"ALL"` where it is owed to every other party, None where nothing has matched.
        against: codes of those against whom it is owed.
        duty: a verb of the vocabulary; `act` the forbidden kind, of a prohibition.
        modality: must, must_not or may; force: binding or political; visibility: public or secret.
        strength: a word of the vocabulary's scale, or None.
        verdict: owed, not_owed, depends, disputed, permitted or breached.
        depends_on: the open questions on which the verdict hangs: the flip of each changes it in some world.
        owed_if, not_owed_if: the shortest sets of answers to them that would decide the verdict.
        says: who says what, of a disputed verdict and wherever a reading that is not agreed bears on the clause.
        standing: always on, not started by the event.
        by: the day `YYYY-MM-DD` by which it must be met, or None.
        since, until: the days (`YYYY-MM-DD`, or a month or year) from which it is owed, and from which no more, as the dates of the
            event and of the texts have it; None where there is none.
        doubt: why the encoding of the clause is doubtful, where it is marked so.
        doubts: what is doubtful in the dates and parties of its treaty; `dates_in_doubt` has those that concern this duty.
        amount: how much is owed, where the text says so.
        readings: readings that are not agreed and change how the duty is kept (its strength, jointly or severally).
        agreed: the agreed readings by which the clause was read.
        applies, violated: the formulas the verdict rests on; constraints: what no world of the case may have.

    >>> from treatylang import decide
    >>> decision = decide({"event": "e", "date": "2018-06-01", "kind": "bombardment", "by": "PRK", "on": "USA", "target": "territory",
    ...                    "place": {"territory": "alaska"}}, treaties="nato-1949", bearers="GBR", standing=False)
    >>> duty = next(each for each in decision.duties if each.duty == "defend")
    >>> print(duty)
    GBR must defend USA: owed (nato-1949, Article 5(1))
    >>> duty.verdict, duty.strength, duty.presumed[0].words
    ('owed', 'measures_deemed_necessary', 'grave (has the scale and effects of an armed attack)')
    """

    id: str
    treaty: str
    article: str
    clause: str | None
    bearer: str
    owed_to: str | None
    against: tuple[str, ...]
    duty: str
    act: str | None
    modality: str
    strength: str | None
    force: str
    visibility: str
    verdict: str
    depends_on: tuple[Atom, ...] = ()
    owed_if: Sufficient = Sufficient()
    not_owed_if: Sufficient = Sufficient()
    says: tuple[Says, ...] = ()
    presumed: tuple[Presumption, ...] = ()
    acts: tuple[str, ...] = ()
    words: str = ""
    jointly: bool = False
    standing: bool = False
    by: str | None = None
    doubt: str | None = None
    readings: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    amount: Amount | None = None
    since: str | None = None
    until: str | None = None
    exact: bool = True
    doubts: tuple[Doubt, ...] = field(default=(), repr=False, compare=False)
    applies: Formula | None = field(default=None, repr=False, compare=False)
    violated: Formula | None = field(default=None, repr=False, compare=False)
    constraints: Constraints | None = field(default=None, repr=False, compare=False)

    def dates_in_doubt(self) -> tuple[Doubt, ...]:
        """The doubts that concern it: those of the treaty, and those of the parties who bear it, to whom it is owed, or whose membership
        decides."""
        if not any(each.codes for each in self.doubts):
            return self.doubts
        whose = {self.bearer, self.owed_to}
        for formula in (self.applies, self.violated):
            for leaf in deciding_leaves(formula) if formula is not None else ():
                if leaf.atom is not None and leaf.atom.word in STANDING_OF and leaf.atom.of[-1] == self.treaty:
                    whose.update(leaf.atom.of)

        def concerns(doubt: Doubt) -> bool:
            pair = doubt.of == "suspended" and self.owed_to != "ALL"  # of which both must be meant
            return not doubt.codes or len(whose & doubt.codes) >= (len(doubt.states) if pair else 1)

        return tuple(each for each in self.doubts if concerns(each))

    def __str__(self) -> str:
        toward = f" {self.owed_to}" if self.owed_to and self.owed_to != "ALL" else " all others" if self.owed_to else ""
        hangs = f" on {', '.join(dict.fromkeys(atom.word for atom in self.depends_on))}" if self.depends_on else ""
        act = f" from {self.act}" if self.act else ""
        modal = "must" if self.modality == "must_not" else self.modality  # `must refrain from` is said by the duty
        return f"{self.bearer} {modal} {self.duty}{act}{toward}: {self.verdict}{hangs} ({self.treaty}, Article {self.article})"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two duties of one bearer that cannot both be kept.

    `first`, `second`: ids of duties.  `verdict`: owed where both are sure, else depends.  `rules`: rules of law that may settle it, of
    which none decides; `prevails`: the duty that goes before by a cited edge, and `by` that edge; `lines`: by what it is cited.
    """

    bearer: str
    first: str
    second: str
    why: str
    verdict: str
    rules: tuple[str, ...]
    prevails: str | None = None
    by: str | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deemed:
    """A flag: the treaty counts an act as one on every party.  It multiplies no duty."""

    treaty: str
    article: str
    clause: str
    words: str
    act: str


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A treaty, or a clause of one, that is not in force on the day."""

    treaty: str
    clause: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to one event for one day.

    `duties` are in the order of treaty, article, bearer; `not_owed` rows are there only if asked for.  `acts` are
    the acts known on the day, each with its kind.  `doubts`: doubtful dates by which one who has part in an act is no party on the
    day, so that no duty tells them.  `lists_all`: the list of acts was taken to be complete, for kinds of which one would hear; a presumption
    that the event switches off by `presume: [acts]`.  `precision` is `exact`, or
    `approximate` where three-valued logic may call `depends` what holds in every world.

    >>> from treatylang import decide
    >>> decision = decide({"event": "Fort taken", "date": "1982-04-02", "kind": "invasion", "by": "ARG", "on": "GBR",
    ...                    "place": {"territory": "falkland_islands"}}, treaties="nato-1949", bearers="USA", standing=False)
    >>> print(decision)
    Fort taken (1982-04-02)
      USA must consult all others: depends on judged_by (nato-1949, Article 4)
    >>> decision.owed()
    ()
    >>> decision.treaties, decision.not_applicable, decision.precision
    (('nato-1949',), (), 'exact')
    """

    event: str
    title: str
    date: str
    duties: tuple[Duty, ...]
    deemed: tuple[Deemed, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    treaties: tuple[str, ...] = ()
    precision: str = "exact"
    acts: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    lists_all: bool = True

    def owed(self) -> tuple[Duty, ...]:
        """The duties that are owed, standing ones left out."""
        return tuple(duty for duty in self.duties if duty.verdict == "owed" and not duty.standing)

    def __str__(self) -> str:
        lines = [f"{self.title} ({self.date})"]
        lines += [
            f"  {duty}" for duty in self.duties if duty.verdict != "not_owed" and not (duty.standing and duty.verdict == "owed")
        ]
        return "\n".join(lines)
