"""Who says what: the accounts of disputed facts, those that claim the same of everything as one, and what each leaves of a formula."""

from __future__ import annotations

from treatylang.decision.constraints import Constraints
from treatylang.decision.formula import Atom, Formula, Leaf, Neg, open_leaves
from treatylang.decision.worlds import asked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatylang.decision.formula import Valuation

TEXT = "the text"
Account = tuple[str, ...]  # (claimant,) or ("", atom word, *of, value): an anonymous account


def valuation_of(account: Account, reading: Atom | None) -> Valuation:
    def valuation(leaf: Leaf) -> bool | None:
        if leaf.basis == "reading":
            return leaf.atom == reading
        if leaf.claims:
            return _claimed(leaf, account)
        return leaf.value

    return valuation


class Claimed:
    """Where claimed and read facts stand in some formulas, of which the case leaves the leaves `every` open.

    What is not above one of them no account changes, and of hundreds of accounts each may speak of two facts, in a formula of
    thousands of parts.
    """

    def __init__(self, formulas: Sequence[Formula], every: Sequence[Leaf]) -> None:
        self._formulas = formulas
        self._every = every
        self._leaves = {id(leaf): leaf for leaf in every if leaf.claims or leaf.basis == "reading"}
        self._open: dict[int, bool | None] = {}  # every part that the case leaves open, by identity
        self._above: dict[int, list[int]] = {}
        waiting = list(formulas) if self._leaves else []
        while waiting:
            node = waiting.pop()
            if isinstance(node, Leaf) or node.now is not None or id(node) in self._open:
                continue
            self._open[id(node)] = None
            terms = (node.term,) if isinstance(node, Neg) else node.terms
            for term in terms:
                self._above.setdefault(id(term), []).append(id(node))
            waiting += terms

    def unchanged(self, valuation: Valuation) -> dict[int, bool | None]:
        """The parts, by identity, that are as open under a valuation as the case leaves them; a copy."""
        found = dict(self._open)
        waiting = [name for name, leaf in self._leaves.items() if valuation(leaf) is not None]
        while waiting:
            for above in self._above.get(waiting.pop(), ()):
                if above in found:
                    del found[above]
                    waiting.append(above)
        return found

    def open_in_any(self, valuations: Sequence[Valuation]) -> set[Atom]:
        """What at least one of the valuations leaves open of what the case does.

        More facts close more, and never open: so it is found as soon as all that can be open has been met, which of many accounts is
        after two or three.
        """
        if not self._leaves:
            return set(map(asked, self._every))
        waiting = {
            asked(leaf)
            for leaf in self._every
            if leaf.basis != "reading" and (not leaf.claims or any(valuation(leaf) is None for valuation in valuations))
        }
        found: set[Atom] = set()
        for valuation in valuations:
            known = self.unchanged(valuation)
            found.update(asked(leaf) for formula in self._formulas for leaf, _ in open_leaves(formula, valuation, known))
            if len(found) == len(waiting):
                break
        return found


def _claimed(leaf: Leaf, account: Account) -> bool | None:
    for said, by in leaf.claims:
        if len(account) == 1 and account[0] in by:
            return said
        if not by and account == _anonymous(leaf, said):
            return said
    return None


def _anonymous(leaf: Leaf, said: bool | None) -> Account:
    return ("", *_of(leaf), str(said))


def _of(leaf: Leaf) -> tuple[str, ...]:
    """What is claimed, in words."""
    return (leaf.atom.word, *leaf.atom.of) if leaf.atom else (leaf.words,)


def accounts_of(every: list[Leaf], constraints: Constraints) -> list[tuple[Account, ...]]:
    """The accounts of what is asked, and of what binds it: whoever claims that an act was directly provoked holds that it was provoked.
    Those that claim the same of everything are one: there may be hundreds, each asked of every world."""
    claimed = _told_apart([*every, *binding(every, constraints)])
    told: dict[Account, list[tuple[int, bool | None]]] = {
        account: [] for leaf in claimed for said, by in leaf.claims for account in _who(leaf, said, by)
    }
    for number, leaf in enumerate(claimed):
        first: dict[Account, bool | None] = {}
        for said, by in leaf.claims:
            for account in _who(leaf, said, by):
                first.setdefault(account, said)
        for account, said in first.items():
            told[account].append((number, said))
    alike: dict[tuple[tuple[int, bool | None], ...], list[Account]] = {}
    for account in sorted(told):
        alike.setdefault(tuple(told[account]), []).append(account)
    return [tuple(those) for those in alike.values()]


def binding(every: Iterable[Leaf], constraints: Constraints) -> Iterator[Leaf]:
    """The facts that bind what is asked, and are claimed."""
    for atom in dict.fromkeys(map(asked, every)):
        yield from (leaf for _, leaf, _ in constraints.with_facts(atom) if leaf.claims)


def _told_apart(every: Iterable[Leaf]) -> list[Leaf]:
    """One leaf for each claim."""
    return list({(id(leaf.claims), _of(leaf)): leaf for leaf in every if leaf.claims}.values())


def _who(leaf: Leaf, said: bool | None, by: tuple[str, ...]) -> list[Account]:
    return [(claimant,) for claimant in by] or [_anonymous(leaf, said)]


def name_of(account: Account, reading: Atom | None) -> str:
    who = "" if not account else account[0] or f"a reading that no named party holds ({account[1]}: {account[-1].lower()})"
    text = reading.of[0] if reading is not None else TEXT
    return f"{who}, {text}" if who and reading is not None else who or text
