"""Whether a formula holds in some world of some account: a question short of a verdict, asked of each way in which a duty comes about."""

from __future__ import annotations

from treatylang.decision.accounts import accounts_of, valuation_of
from treatylang.decision.constraints import Constraints
from treatylang.decision.formula import Atom, Formula, Leaf, open_leaves, value, valued
from treatylang.decision.worlds import Worlds, asked
from treatylang.text.limits import LIMITS, Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def is_possible(formula: Formula, constraints: Constraints, limits: Limits = LIMITS) -> bool:
    """Whether some world that the case allows has it, in some account and some reading; True where that is more than can be asked."""
    now = value(formula)
    if now is not None:
        return now
    opened = list(open_leaves(formula))
    every = [leaf for leaf, _ in opened]
    if _is_free(opened, constraints):
        return True
    texts = [None, *sorted({leaf.atom for leaf in every if leaf.basis == "reading" and leaf.atom is not None})]
    accounts = [those[0] for those in accounts_of(every, constraints)] or [()]
    if len(texts) * len(accounts) * len(every) > limits.views:
        return True
    for reading in texts:
        for account in accounts:
            valuation = valuation_of(account, reading)
            so = valued(formula, valuation)
            if so is False:
                continue
            atoms = sorted({asked(leaf) for leaf, _ in open_leaves(formula, valuation)})
            if not limits.decides(len(atoms)):
                return True
            worlds = Worlds(atoms)
            if worlds.table(formula, valuation) & worlds.obeying(constraints, valuation):
                return True
    return False


def _is_free(opened: Sequence[tuple[Leaf, bool]], constraints: Constraints) -> bool:
    """Whether nothing ties what is open: each asked with one sign only, none claimed or read, none bound to another or to a fact.

    Then Kleene's logic, which left it open, misses nothing (the formula is unate), and some world has it.
    """
    signs: dict[Atom, bool] = {}
    for leaf, plain in opened:
        if leaf.claims or leaf.basis == "reading" or signs.setdefault(asked(leaf), plain) is not plain:
            return False
    return not any(constraints.with_facts(atom) for atom in signs) and not constraints.among(tuple(signs))
