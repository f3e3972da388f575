"""Votes counted by a rule: carried, failed or open, and who can still carry or stop the matter.  Integers only.

An outcome is decided as soon as no completion of the open votes changes it.  No completion is listed: votes of members are alike, save for
those whose no is a veto, so that a few extreme completions speak for all of them, however many members there are.
"""

from __future__ import annotations

from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CAST = ("yes", "no", "abstain", "absent")
OPEN = "unknown"
_UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a body decides.

    rule: `consensus` (nobody objects), `unanimity` (every one of the base says yes), `majority` (more than half of the base), a
    fraction of it, `2/3`, or a number of votes, `9`.  base: `members`, `present` (all who are there, those who abstain too), `voting`
    (yes and no alone) or `participants` (those who take part in a sub-format: as `present`).  quorum: the part of the members that must
    be there.  vetoes: members whose no stops the matter, whatever the others say; may_veto: those of whom it is open whether theirs does.
    """

    rule: str
    base: str = "members"
    quorum: str | None = None
    vetoes: frozenset[str] = frozenset()
    may_veto: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Roll:
    """The members that count, each with its vote: yes, no, abstain, absent or unknown; the recused are not among them.

    doubtful: those who may not count at all, as their membership or their recusal is open.  complete: False where there may be members
    whom nothing names.  one_aside: one of them, nobody knows which, may have to stand aside.
    """

    votes: Mapping[str, str]
    doubtful: frozenset[str] = frozenset()
    complete: bool = True
    one_aside: bool = False

    def without(self, codes: Iterable[str]) -> Roll:
        """The roll of the others."""
        gone = frozenset(codes)
        votes = {code: vote for code, vote in self.votes.items() if code not in gone}
        return Roll(votes, self.doubtful - gone, self.complete, self.one_aside)

    def seated(self, seats: int) -> Roll:
        """The roll of a body of so many seats: those whom nobody names are there too, and their votes are open."""
        unnamed = {f"{_UNNAMED}{number}": OPEN for number in range(len(self.votes), seats)}
        return Roll({**self.votes, **unnamed}, self.doubtful, True, self.one_aside)

    @property
    def unnamed(self) -> int:
        """How many of them nobody names."""
        return sum(not is_named(code) for code in self.votes)

    @property
    def undecided(self) -> tuple[str, ...]:
        """Those who surely count and whose vote is open."""
        return tuple(code for code, vote in self.votes.items() if vote == OPEN and code not in self.doubtful)

    def having(self, vote: str, of: Iterable[str]) -> Roll:
        """The roll in which these have voted so."""
        return Roll({**self.votes, **dict.fromkeys(of, vote)}, self.doubtful, self.complete, self.one_aside)


def is_named(code: str) -> bool:
    """Whether this is somebody's code, and not a seat of which nobody knows whose it is."""
    return not code.startswith(_UNNAMED)


@dataclass(frozen=True, slots=True)
class Power:
    """What those whose votes are open can do; the numbers are the smallest.

    carry: how many of them carry the matter, whatever the others do (0: it is carried; None: no number does); each of `blocks_alone`
    must be among them.  block: how many of them stop it (0: it has failed; None: no number does), and stop_by: by voting `no`, or by
    being `absent`.  carries_alone, blocks_alone: who needs nobody else.
    """

    carry: int | None
    block: int | None
    stop_by: str
    carries_alone: tuple[str, ...] = ()
    blocks_alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counts:
    yes: int
    no: int
    abstain: int
    absent: int
    vetoed: bool = False


def carried(rule: Rule, roll: Roll) -> bool | None:
    """Whether the matter is carried: the same in every completion, or else None."""
    rules = (rule, replace(rule, vetoes=rule.vetoes | rule.may_veto)) if rule.may_veto else (rule,)
    outcomes = {_carried(one, each) for one in rules for each in _with_one_aside(one, roll)}
    return outcomes.pop() if len(outcomes) == 1 else None


def _carried(rule: Rule, roll: Roll) -> bool | None:
    if all(_carries(rule, counts) for counts in _worst(rule, roll)):
        return True
    return None if any(_carries(rule, counts) for counts in _best(rule, roll)) else False


def _with_one_aside(rule: Rule, roll: Roll) -> Iterator[Roll]:
    """The roll as it is and, where one may stand aside, without one of each sort of members that are alike."""
    yield roll
    alike = (
        {(vote, code in rule.vetoes, code in roll.doubtful): code for code, vote in roll.votes.items()} if roll.one_aside else {}
    )
    for code in alike.values():
        yield Roll({each: vote for each, vote in roll.votes.items() if each != code}, roll.doubtful - {code}, roll.complete)


def power(rule: Rule, roll: Roll) -> Power:
    """What those whose votes are open can still do."""
    now = carried(rule, roll)
    if now is not None:
        return Power(0 if now else None, None if now else 0, "no")
    undecided = roll.undecided
    stops = rule.vetoes | rule.may_veto
    plain = tuple(code for code in undecided if code not in stops)
    vetoes = (*(each for each in undecided if each in rule.vetoes), *(each for each in undecided if each in stops - rule.vetoes))
    named = [code for code in undecided if is_named(code)]
    carry = _fewest(rule, roll, (*vetoes, *plain), "yes")  # without those who have a veto nothing is carried
    block, stop_by = _fewest(rule, roll, (*vetoes, *plain), "no"), "no"
    away = _fewest(rule, roll, (*plain, *vetoes), "absent")
    if away is not None and (block is None or away < block):
        block, stop_by = away, "absent"
    return Power(
        carry,
        block,
        stop_by,
        tuple(code for code in named if carried(rule, roll.having("yes", (code,))) is True),
        tuple(code for code in named if any(carried(rule, roll.having(way, (code,))) is False for way in ("no", "absent"))),
    )


def votes_needed(rule: str, base: int) -> int:
    """How many of the base must say yes."""
    if rule.isdecimal():
        return int(rule)
    if rule == "unanimity":
        return base
    if rule == "majority":
        return base // 2 + 1
    part, whole = _fraction(rule)
    return max(-(-part * base // whole), 1)


def _fewest(rule: Rule, roll: Roll, codes: tuple[str, ...], vote: str) -> int | None:
    """How many of them, the first ones first, decide the matter by voting so: for it by yes, against it by anything else."""
    for number in range(1, len(codes) + 1):
        if carried(rule, roll.having(vote, codes[:number])) is (vote == "yes"):
            return number
    return None


def _worst(rule: Rule, roll: Roll) -> Iterator[_Counts]:
    """Completions of which one fails if any does.

    A share of yes is least where whoever may do so votes no; a quorum, where whoever may do so stays away.
    """
    sure, may = _split(rule, roll)
    yes, no, abstain, absent = (sure[vote] for vote in CAST)
    some = sure[OPEN] + may[OPEN]
    vetoed = bool(sure["veto"] or may["veto"])
    open_veto = any(vote == OPEN and code in rule.vetoes for code, vote in roll.votes.items())
    yield _Counts(yes, no + may["no"] + some, abstain + may["abstain"], absent + may["absent"], vetoed or open_veto)
    yield _Counts(yes, no, abstain, absent + may["absent"] + some, bool(sure["veto"]))


def _best(rule: Rule, roll: Roll) -> Iterator[_Counts]:
    """Completions of which one carries if any does: whoever may votes yes.  Who may leave the base and has voted no, or abstained, does
    so, unless it takes them for the quorum, or by consensus for anybody to be there at all."""
    sure, may = _split(rule, roll)
    yes = sure["yes"] + may["yes"] + sure[OPEN] + may[OPEN]
    for no in range((may["no"] if rule.quorum else 0) + 1):
        for abstain in range((may["abstain"] if rule.quorum or rule.rule == "consensus" else 0) + 1):
            yield _Counts(yes, sure["no"] + no, sure["abstain"] + abstain, sure["absent"], bool(sure["veto"]))


def _split(rule: Rule, roll: Roll) -> tuple[dict[str, int], dict[str, int]]:
    """How many have voted how, of those who surely count and of those who may; a no that is a veto counts among neither's."""
    sure, may = (dict.fromkeys((*CAST, OPEN, "veto"), 0) for _ in range(2))
    for code, vote in roll.votes.items():
        counts = may if code in roll.doubtful else sure
        counts["veto" if vote == "no" and code in rule.vetoes else vote] += 1
    if not roll.complete:  # so many that they could outvote all who are known
        wholes = [_fraction(each)[1] for each in (rule.rule, rule.quorum or "") if "/" in each]
        may[OPEN] += max([2, *wholes]) * (len(roll.votes) + 1)
    return sure, may


def _carries(rule: Rule, votes: _Counts) -> bool:
    """One completion, every vote known."""
    present = votes.yes + votes.no + votes.abstain
    members = present + votes.absent
    if votes.vetoed or not present:
        return False
    if rule.quorum is not None:
        part, whole = _fraction(rule.quorum)
        if whole * present < part * members:
            return False
    if rule.rule == "consensus":
        return votes.no == 0
    base = {"members": members, "voting": votes.yes + votes.no}.get(rule.base, present)
    return votes.yes > 0 and votes.yes >= votes_needed(rule.rule, base)


def _fraction(text: str) -> tuple[int, int]:
    part, _, whole = text.partition("/")
    return int(part), int(whole)
