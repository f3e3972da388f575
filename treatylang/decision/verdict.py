"""Formulas -> verdicts: every account against the text and each reading of it that is not agreed."""

from __future__ import annotations

from treatylang.decision.formula import Atom, Formula, Leaf, deciding_leaves, leaves, open_leaves, value, valued
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Account = tuple[str, ...]  # (claimant,) or ("", atom word, *of, value): an anonymous account


@dataclass(frozen=True, slots=True)
class Says:
    """One account, or one reading, and the verdict that it leads to."""

    who: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with what it hangs on (atoms), who says what where it is disputed, and the presumptions it rests on."""

    verdict: str
    depends_on: tuple[Atom, ...] = ()
    says: tuple[Says, ...] = ()
    presumed: tuple[Leaf, ...] = ()
    exact: bool = True


def outcome(applies: Formula, violated: Formula | None, modal: str) -> Outcome:
    """The verdict of a row: `owed`, `permitted`, `breached`, `not_owed`, `depends` or `disputed`."""
    formulas = [applies] if violated is None else [applies, violated]
    plain = _verdict(value(applies), value(violated) if violated is not None else False, modal)
    if plain != "depends":  # what the case decides, no account and no reading changes
        return Outcome(plain, presumed=_presumed(formulas))
    every = [leaf for formula in formulas for leaf in leaves(formula)]
    accounts = _accounts(every)
    readings = sorted({leaf.atom for leaf in every if leaf.basis == "reading" and leaf.atom is not None}, key=lambda atom: atom.of)
    whose: list[Account | None] = [*accounts] or [None]
    found: dict[tuple[Account | None, Atom | None], str] = {}
    for reading in [None, *readings]:
        for account in whose:
            valuation = _valuation(account, reading)
            broken = valued(violated, valuation) if violated is not None else False
            found[(account, reading)] = _verdict(valued(applies, valuation), broken, modal)
    verdicts = set(found.values())
    presumed = _presumed(formulas)
    if len(verdicts) == 1 and "depends" not in verdicts:
        return Outcome(verdicts.pop(), presumed=presumed)
    claimed = [leaf.atom for leaf in every if leaf.claims and leaf.atom is not None]
    differ = len({found[(account, None)] for account in whose}) > 1
    changing = [each for each in readings if any(found[(account, each)] != found[(account, None)] for account in whose)]
    if "depends" not in verdicts:
        says = tuple(Says(_name(account, reading), verdict) for (account, reading), verdict in found.items())
        asked = [*(claimed if differ else ()), *changing]
        return Outcome("disputed", tuple(dict.fromkeys(asked)), says, presumed)
    undecided = [pair for pair, verdict in found.items() if verdict == "depends"]
    open_ones = [
        pair
        for account, reading in undecided
        for formula in formulas
        for pair in open_leaves(formula, _valuation(account, reading))
    ]
    atoms = tuple(dict.fromkeys(leaf.atom for leaf, _ in open_ones if leaf.atom is not None))
    if len(verdicts) > 1:  # the reading, or the account, decides too
        atoms = tuple(dict.fromkeys((*atoms, *(claimed if differ else ()), *changing)))
    signs: dict[Atom, set[bool]] = {}
    for leaf, sign in open_ones:
        if leaf.atom is not None:
            signs.setdefault(leaf.atom, set()).add(sign)
    exact = all(len(each) == 1 for each in signs.values())
    return Outcome("depends", atoms, (), presumed, exact)


def _verdict(holds: bool | None, broken: bool | None, modal: str) -> str:
    if holds is False:
        return "not_owed"
    if holds is None or broken is None:
        return "depends"
    if broken:
        return "breached"
    return "permitted" if modal == "may" else "owed"


def _valuation(account: Account | None, reading: Atom | None) -> Callable[[Leaf], bool | None]:
    def valuation(leaf: Leaf) -> bool | None:
        if leaf.basis == "reading":
            return leaf.atom == reading
        if leaf.claims:
            return _claimed(leaf, account)
        return leaf.value

    return valuation


def _claimed(leaf: Leaf, account: Account | None) -> bool | None:
    if account is None:
        return None
    for said, by in leaf.claims:
        if len(account) == 1 and account[0] in by:
            return said
        if not by and account == _anonymous(leaf, said):
            return said
    return None


def _anonymous(leaf: Leaf, said: bool | None) -> Account:
    atom = leaf.atom
    return ("", atom.word if atom else leaf.words, *(atom.of if atom else ()), str(said))


def _accounts(every: Iterable[Leaf]) -> list[Account]:
    found: dict[Account, None] = {}
    for leaf in every:
        for said, by in leaf.claims:
            for claimant in by:
                found[(claimant,)] = None
            if not by:
                found[_anonymous(leaf, said)] = None
    return sorted(found)


def _name(account: Account | None, reading: Atom | None) -> str:
    who = "" if account is None else account[0] or f"a reading that no named party holds ({account[1]}: {account[-1].lower()})"
    text = reading.of[0] if reading is not None else "the text"
    return f"{who}, {text}" if who and reading is not None else who or text


def _presumed(formulas: list[Formula]) -> tuple[Leaf, ...]:
    found = {leaf.words: leaf for formula in formulas for leaf in deciding_leaves(formula) if leaf.basis == "presumed"}
    return tuple(found.values())
