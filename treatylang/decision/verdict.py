"""Formulas -> verdicts: every account against the text and each reading of it that is not agreed, over all worlds of each."""

from __future__ import annotations

from itertools import groupby

from treatylang.decision.accounts import TEXT, Account, Claimed, accounts_of, binding, name_of, valuation_of
from treatylang.decision.constraints import Constraints
from treatylang.decision.formula import Atom, Formula, Leaf, deciding_leaves, open_leaves, value, valued
from treatylang.decision.sufficient import Sufficient, sufficient
from treatylang.decision.worlds import Worlds, asked
from treatylang.record import dataclass
from treatylang.text.limits import LIMITS, Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.decision.formula import Valuation

_UNTOLD = Sufficient(complete=False)


@dataclass(frozen=True, slots=True)
class Says:
    """One account, or one reading, and the verdict that it leads to."""

    who: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with what it hangs on (essential atoms), the shortest sets of facts that would decide it, and the presumptions it rests on.

    `says`: who says what where it is disputed, and wherever a reading bears on it what the text and each reading lead to.
    `exact` False: too many open atoms, so that less may be decided than is so.
    """

    verdict: str
    depends_on: tuple[Atom, ...] = ()
    owed_if: Sufficient = Sufficient()
    not_owed_if: Sufficient = Sufficient()
    says: tuple[Says, ...] = ()
    presumed: tuple[Leaf, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _View:
    """Accounts that claim the same of everything, against the text or one reading, and the verdict to which they lead."""

    accounts: tuple[Account, ...]
    reading: Atom | None
    verdict: str


@dataclass(frozen=True, slots=True)
class _Tables:
    """The worlds of one view: those that there are, those in which the duty is owed (or the right given), those of a breach."""

    worlds: Worlds
    allowed: int
    holds: int
    broken: int


def outcome(
    applies: Formula, violated: Formula | None, modal: str, constraints: Constraints, readings: Sequence[str] = (),
    limits: Limits = LIMITS,
) -> Outcome:  # fmt: skip
    """The verdict of a row: `owed`, `permitted`, `breached`, `not_owed`, `depends` or `disputed` (semantics, 2).

    `readings`: those that are not agreed and bear on the row, whether or not it hangs on them.
    """
    formulas = [applies] if violated is None else [applies, violated]
    plain = _verdict(value(applies), value(violated) if violated is not None else False, modal)
    if plain != "depends":  # what the case decides, no account and no reading changes
        says = tuple(Says(who, plain) for who in (TEXT, *sorted(set(readings)))) if readings else ()
        return Outcome(plain, says=says, presumed=_presumed(formulas))
    every = [leaf for formula in formulas for leaf, _ in open_leaves(formula)]
    read = {leaf.atom for leaf in every if leaf.basis == "reading" and leaf.atom is not None}
    texts = [None, *sorted({*read, *(Atom("reading", (rider,)) for rider in readings)})]
    accounts = accounts_of(every, constraints)
    whose: list[tuple[Account, ...]] = [*accounts] or [()]
    if len(texts) * len(whose) * len(every) > limits.views:
        return Outcome(
            "depends", tuple(sorted({asked(leaf) for leaf in every})), _UNTOLD, _UNTOLD, (), _presumed(formulas), exact=False
        )
    valuations = [(those, reading, valuation_of(those[0] if those else (), reading)) for reading in texts for those in whose]
    claims = Claimed(formulas, every)
    atoms = sorted(claims.open_in_any([valuation for _, _, valuation in valuations]))
    if not limits.decides(len(atoms), len(valuations)):
        return _weakly(formulas, modal, valuations, atoms, every, claims)

    worlds = Worlds(atoms)
    tables = [_tables(worlds, applies, violated, valuation, constraints) for _, _, valuation in valuations]
    views = [
        _View(those, reading, _by_table(table, modal))
        for (those, reading, _), table in zip(valuations, tables, strict=True)
        if table.allowed
    ]
    kept = [valuation for (_, _, valuation), table in zip(valuations, tables, strict=True) if table.allowed]
    tables = [table for table in tables if table.allowed]
    presumed = _presumed(formulas)
    found = [(table.holds, table.broken) for table in tables]
    claimed = _mattering(applies, violated, valuations, every, claims, constraints, limits) if accounts else set()
    telling = claimed  # where nothing that is asked is claimed itself, what tells the accounts apart binds it
    if accounts and not claimed:
        telling = set(map(asked, binding(every, constraints)))
    settled = _settled(views, telling, presumed)
    if settled is not None:
        return settled
    hangs = {atom for table in tables for atom in atoms if _essential(table, atom)}
    hangs = hangs or set(atoms)  # so bound to each other that none can change alone
    hangs |= _telling(views, found, claimed)
    whole = _of_all_views(applies, violated, atoms, every, kept, constraints, limits) if len(tables) > 1 else tables[0]
    owed_if, not_owed_if = _decided_by(whole) if whole is not None else (_UNTOLD, _UNTOLD)
    return Outcome("depends", tuple(sorted(hangs)), owed_if, not_owed_if, _says_of_readings(views), presumed)


def _of_all_views(
    applies: Formula, violated: Formula | None, atoms: list[Atom], every: list[Leaf], valuations: list[Valuation],
    constraints: Constraints, limits: Limits,
) -> _Tables | None:  # fmt: skip
    """The worlds of all accounts and readings as those of one view; None where there are too many to tell.

    Whose account is right, and which reading, is a question as any other: `owed if the act was provoked, and ...`.
    """
    told = {asked(leaf): leaf for leaf in every if leaf.claims or leaf.basis == "reading"}
    every_atom = sorted({*atoms, *told})
    if not limits.decides(len(every_atom), len(valuations)):
        return None
    worlds = Worlds(every_atom)
    allowed = 0
    for valuation in valuations:
        mine = worlds.obeying(constraints, valuation)
        for atom, leaf in told.items():
            said = valuation(leaf)
            mine &= worlds.full if said is None else worlds.of(atom, said)
        allowed |= mine
    found = _tables(worlds, applies, violated, lambda leaf: leaf.value, constraints)
    return _Tables(worlds, allowed, found.holds & allowed, found.broken & allowed)


def _decided_by(table: _Tables) -> tuple[Sufficient, Sufficient]:
    """The shortest sets of facts by which it is owed, and those by which it is not."""
    worlds, allowed = table.worlds, table.allowed
    owed, not_owed = table.holds & ~table.broken, allowed & ~table.holds
    return sufficient(worlds, owed, allowed), sufficient(worlds, not_owed, allowed)


def _tables(
    worlds: Worlds,
    applies: Formula,
    violated: Formula | None,
    valuation: Valuation,
    constraints: Constraints,
) -> _Tables:
    allowed = worlds.obeying(constraints, valuation)
    holds = worlds.table(applies, valuation)
    broken = worlds.table(violated, valuation) & holds if violated is not None else 0
    return _Tables(worlds, allowed, holds & allowed, broken & allowed)


def _by_table(table: _Tables, modal: str) -> str:
    if not table.holds:
        return "not_owed"
    if table.holds != table.allowed or table.broken not in (0, table.allowed):
        return "depends"
    return _verdict(True, bool(table.broken), modal)


def _essential(table: _Tables, atom: Atom) -> bool:
    """Whether its flip alone changes the verdict in some world."""
    return any(table.worlds.flips(atom, each, table.allowed) for each in (table.holds, table.broken))


def _weakly(
    formulas: list[Formula],
    modal: str,
    valuations: list[tuple[tuple[Account, ...], Atom | None, Valuation]],
    atoms: list[Atom],
    every: list[Leaf],
    claims: Claimed,
) -> Outcome:
    """Above the limit, by Kleene's logic: less decided, never wrong, and exact where every open atom stands with one sign only."""
    views = []
    for those, reading, valuation in valuations:
        known = claims.unchanged(valuation)
        broken = valued(formulas[1], valuation, known) if len(formulas) > 1 else False
        views.append(_View(those, reading, _verdict(valued(formulas[0], valuation, known), broken, modal)))
    presumed = _presumed(formulas)
    found = [view.verdict for view in views]
    claimed = _claims(every)
    settled = _settled(views, claimed, presumed)
    if settled is not None:
        return settled
    hangs = set(atoms) | _telling(views, found, claimed)
    hangs |= {view.reading for view in views if view.reading and view.verdict == "depends"}  # it may find what the text does not
    return Outcome("depends", tuple(sorted(hangs)), _UNTOLD, _UNTOLD, _says_of_readings(views), presumed, exact=False)


def _settled(views: list[_View], claimed: set[Atom], presumed: tuple[Leaf, ...]) -> Outcome | None:
    """The outcome where every view decides: what they agree on, or a dispute."""
    verdicts = {view.verdict for view in views}
    if "depends" in verdicts:
        return None
    if len(verdicts) == 1:
        return Outcome(verdicts.pop(), says=_says_of_readings(views), presumed=presumed)
    hangs = _telling(views, [view.verdict for view in views], claimed)
    return Outcome("disputed", tuple(sorted(hangs)), says=_says(views), presumed=presumed)


def _says(views: list[_View]) -> tuple[Says, ...]:
    """What each account leads to: reading by reading, the accounts by name."""
    found: list[Says] = []
    for reading, those in groupby(views, lambda view: view.reading):
        said = [(account, view.verdict) for view in those for account in view.accounts or ((),)]
        found += (Says(name_of(account, reading), verdict) for account, verdict in sorted(said))
    return tuple(found)


def _says_of_readings(views: list[_View]) -> tuple[Says, ...]:
    """What each reading leads to, though they do not part the answer; accounts that do not are not told one by one."""
    return _says(views) if any(view.reading for view in views) else ()


def _telling(views: list[_View], found: Sequence[object], claimed: set[Atom]) -> set[Atom]:
    """What tells the views apart: the claimed facts that matter, and the readings that find what the text does not."""
    seen = {(view.accounts, view.reading): each for view, each in zip(views, found, strict=True)}
    return claimed | {
        view.reading for view in views if view.reading and seen[view.accounts, view.reading] != seen.get((view.accounts, None))
    }


def _claims(every: list[Leaf]) -> set[Atom]:
    return {asked(leaf) for leaf in every if leaf.claims}


def _mattering(
    applies: Formula,
    violated: Formula | None,
    valuations: list[tuple[tuple[Account, ...], Atom | None, Valuation]],
    every: list[Leaf],
    claims: Claimed,
    constraints: Constraints,
    limits: Limits,
) -> set[Atom]:
    """The claimed facts of which one alone, were it not as some account has it, would change what that account finds.

    All of them where there are too many open facts to tell.
    """
    claimed = _claims(every)
    leaves: dict[Atom, list[Leaf]] = {atom: [] for atom in sorted(claimed)}
    for leaf in every:
        if leaf.claims:
            leaves[asked(leaf)].append(leaf)
    changed = [
        (
            valuation,
            [(atom, _but(atom, valuation)) for atom, those in leaves.items() if any(valuation(leaf) is not None for leaf in those)],
        )
        for _, _, valuation in valuations
    ]  # of what an account says nothing, there is nothing to change
    all_ways = [each for valuation, others in changed if others for each in (valuation, *(other for _, other in others))]
    atoms = sorted(claims.open_in_any(all_ways))
    if not limits.decides(len(atoms), len(all_ways)):
        return claimed
    worlds = Worlds(atoms)
    found: set[Atom] = set()
    for valuation, others in changed:
        left = [(atom, other) for atom, other in others if atom not in found]
        if not left:
            continue
        so = _tables(worlds, applies, violated, valuation, constraints)
        for atom, but in left:
            other = _tables(worlds, applies, violated, but, constraints)
            if ((so.holds ^ other.holds) | (so.broken ^ other.broken)) & so.allowed & other.allowed:
                found.add(atom)
    return found


def _but(atom: Atom, valuation: Valuation) -> Valuation:
    """The same valuation, but for one fact."""

    def otherwise(leaf: Leaf) -> bool | None:
        said = valuation(leaf)
        return not said if said is not None and leaf.claims and asked(leaf) == atom else said

    return otherwise


def _verdict(holds: bool | None, broken: bool | None, modal: str) -> str:
    if holds is False:
        return "not_owed"
    if holds is None or broken is None:
        return "depends"
    if broken:
        return "breached"
    return "permitted" if modal == "may" else "owed"


def _presumed(formulas: list[Formula]) -> tuple[Leaf, ...]:
    found = {(leaf.words, leaf.why): leaf for formula in formulas for leaf in deciding_leaves(formula) if leaf.basis == "presumed"}
    return tuple(found.values())
