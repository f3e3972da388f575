"""What an open vote hangs on: whether somebody is a member, whose government is lawful, whose no is a veto, and the votes themselves.

Each such question is put beside the votes, so that an answer names it where it matters and only there.  Every set of answers gives a
roll that is counted by the rule; where all sets count alike, nothing hangs on them.
"""

from __future__ import annotations

from itertools import product

from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, both, either, neg
from treatylang.decision.votes import CAST, OPEN, Roll, Rule, carried
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MEMBER, LAWFUL, VETO = "member", "lawful", "veto"
_MOST = 8  # questions that are put one by one; of more, the rest stays part of the vote


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one who votes: whether `code` is a member, has a veto, or is spoken for by the government `by`, which voted `vote`.

    `treaty`: under which it is asked; `formula`: that it is so.
    """

    sort: str
    code: str
    treaty: str | None
    formula: Formula
    by: str = ""
    vote: str = ""

    @property
    def key(self) -> _Key:
        """The same question for every treaty that has the body, but whether one is a member of it."""
        return self.sort, self.code, self.by, "" if self.sort == LAWFUL else self.treaty or ""


_Key = tuple[str, str, str, str]
_Answers = dict[_Key, bool]
_Signature = tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A roll with the rule by which it is counted, and the questions that are open about it.

    `doubtful`: those who may not count for a reason of which no question is put.
    """

    rule: Rule
    roll: Roll
    questions: tuple[Question, ...]
    doubtful: frozenset[str]

    def under(self, answers: Mapping[_Key, bool]) -> tuple[Rule, Roll]:
        """The rule and the roll where these questions are answered."""
        rule, roll = self.rule, self.roll
        spoken: dict[str, set[str]] = {}
        waiting: set[str] = set()
        for each in self.questions:
            so, code = answers.get(each.key), each.code
            if each.sort == LAWFUL:
                spoken.setdefault(code, set()).update({each.vote} if so else ())
                waiting |= {code} if so is None else set()
            elif so is None:
                continue
            elif each.sort == VETO:
                rule = replace(rule, vetoes=rule.vetoes | ({code} if so else frozenset()), may_veto=rule.may_veto - {code})
            elif so:
                roll = replace(roll, doubtful=(roll.doubtful - {code}) | (self.doubtful & {code}))
            else:
                roll = roll.without((code,))
        members = {each.code for each in self.questions if each.sort == MEMBER and each.key not in answers}
        for code, votes in spoken.items():
            if code in roll.votes and code not in waiting:
                sure = roll if code in members | self.doubtful else replace(roll, doubtful=roll.doubtful - {code})
                rule, roll = _cast(rule, sure, code, votes)
        return rule, roll


def _cast(rule: Rule, roll: Roll, code: str, votes: set[str]) -> tuple[Rule, Roll]:
    """The vote of a state by its lawful government; open where two of them vote against each other, or none is lawful."""
    vote = votes.pop() if len(votes) == 1 else OPEN
    if vote == "recused":
        return rule, roll.without((code,))
    if vote == "veto":
        return replace(rule, vetoes=rule.vetoes | {code}), roll.having("no", (code,))
    return rule, roll.having(vote, (code,))


def hanging(counts: Sequence[Count], decided: Leaf) -> Formula:
    """That a body has decided, of which the votes leave it open: `decided`, put as far as can be by the questions about those who vote.

    `counts`: the body as each treaty has it; they must agree.
    """
    questions = tuple({each.key: each for count in counts for each in count.questions}.values())[:_MOST]
    found = dict(_outcomes(counts, questions, 0, {}))
    signatures = {each for each in found.values() if not isinstance(each, bool)}
    leaves = _by_votes(signatures, found, questions, decided)
    return _tree(questions, (), found, leaves)


_Path = tuple[bool, ...]  # the answers to the first questions, in their order


def _outcomes(
    counts: Sequence[Count], questions: tuple[Question, ...], asked: int, answers: _Answers
) -> Iterator[tuple[_Path, bool | _Signature]]:
    """What each set of answers leads to: an outcome, or how it still hangs on the votes."""
    under = [count.under(answers) for count in counts]
    outcomes = {carried(rule, roll) for rule, roll in under}
    path = tuple(answers[each.key] for each in questions[:asked])
    if outcomes in ({True}, {False}):
        yield path, outcomes == {True}
    elif asked == len(questions):
        yield path, tuple(_agreed(under, completion) for completion in _completions(counts))
    else:
        for so in (True, False):
            yield from _outcomes(counts, questions, asked + 1, {**answers, questions[asked].key: so})


def _agreed(under: Sequence[tuple[Rule, Roll]], completion: Mapping[str, str]) -> bool | None:
    outcomes = set()
    for rule, roll in under:
        by_vote: dict[str, list[str]] = {}
        for code, vote in completion.items():
            if roll.votes.get(code) == OPEN:
                by_vote.setdefault(vote, []).append(code)
        for vote, codes in by_vote.items():
            roll = roll.having(vote, codes)
        outcomes.add(carried(rule, roll))
    return outcomes.pop() if len(outcomes) == 1 else None


def _completions(counts: Sequence[Count]) -> Iterator[dict[str, str]]:
    """Votes of those whose vote is open: all of them where they are few, else enough to tell one threshold from another."""
    codes = tuple(dict.fromkeys(code for count in counts for code, vote in count.roll.votes.items() if vote == OPEN))
    if len(codes) <= 3:
        yield from (dict(zip(codes, votes, strict=True)) for votes in product(CAST, repeat=len(codes)))
        return
    if len(codes) <= 6:
        yield from (dict(zip(codes, votes, strict=True)) for votes in product(("yes", "no"), repeat=len(codes)))
    for order, against in product((codes, codes[::-1]), ("no", "absent")):
        for number in range(len(order) + 1):
            yield {**dict.fromkeys(order[:number], "yes"), **dict.fromkeys(order[number:], against)}


def _by_votes(
    signatures: set[_Signature], found: Mapping[_Path, bool | _Signature], questions: tuple[Question, ...], decided: Leaf
) -> dict[_Signature, Formula]:
    """What the votes decide where the questions leave it to them: one thing, or another where fewer votes are enough."""
    base = [all(each[number] for each in signatures) for number in range(max(map(len, signatures), default=0))]
    whole: Formula = decided if any(base) else FALSE
    leaves: dict[_Signature, Formula] = {}
    for path, each in found.items():
        if isinstance(each, bool) or each in leaves:
            continue
        if whole is FALSE or [so is True for so in each] == base:
            whole = leaves[each] = decided
            continue
        told = [_told(question, so) for question, so in zip(questions, path, strict=False)]
        atom = Atom("enough_votes", (*((decided.atom.of[0], decided.atom.word) if decided.atom else ()), *told))
        leaves[each] = either(whole, Leaf(f"its open votes are enough where {', '.join(told)}", None, "unknown", atom))
    return leaves


def _told(question: Question, so: bool) -> str:
    if question.sort == LAWFUL:
        return f"{question.by} {'speaks' if so else 'does not speak'} for {question.code}"
    if question.sort == VETO:
        return f"{question.code} {'has' if so else 'has no'} veto"
    return f"{question.code} {'counts' if so else 'does not count'}"


def _tree(
    questions: tuple[Question, ...], path: _Path, found: Mapping[_Path, bool | _Signature], leaves: Mapping[_Signature, Formula]
) -> Formula:
    end = found.get(path)
    if end is not None:
        return leaves[end] if not isinstance(end, bool) else TRUE if end else FALSE
    question = questions[len(path)]
    so, not_so = (_tree(questions, (*path, each), found, leaves) for each in (True, False))
    if so == not_so:
        return so
    words = f"not: {_told(question, True)}"
    return either(both(question.formula, so), both(neg(question.formula, words), not_so))
