"""Formulas that are built alike of the same facts, whatever words stand at their inner nodes: they have the same outcome."""

from __future__ import annotations

from treatylang.decision.formula import All, AtLeast, Formula, Leaf, Neg

_PARTY = 0  # the number of all who are plainly parties: bearers of whom it is so share all else of a rule


class Alike:
    """Numbers formulas: those of one number are alike."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._known: dict[int, int] = {}  # by identity
        self._kept: list[Formula] = []  # whole formulas, so that no identity is taken twice

    def number(self, formula: Formula) -> int:
        """The number of a formula, which may be as deep as clauses lean on each other: so from the leaves up, without recursion."""
        known = self._known
        if id(formula) in known:
            return known[id(formula)]
        self._kept.append(formula)
        stack = [formula]
        while stack:
            node = stack[-1]
            if isinstance(node, All) and node.role == "party" and node.now:
                known[id(node)] = _PARTY
            else:
                if isinstance(node, Leaf):
                    key: tuple[object, ...] = (node.words, node.value, node.basis, node.atom, id(node.claims), node.why)
                else:
                    terms = (node.term,) if isinstance(node, Neg) else node.terms
                    try:
                        key = (
                            type(node),
                            isinstance(node, AtLeast) and node.number,
                            node.now,
                            *[known[id(each)] for each in terms],
                        )
                    except KeyError:
                        stack += [each for each in terms if id(each) not in known]
                        continue
                known[id(node)] = self._numbers.setdefault(key, len(self._numbers) + 1)
            stack.pop()
        return known[id(formula)]
