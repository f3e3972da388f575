"""Truth tables: a formula over n open atoms as one integer of 2**n bits, a bit for each world.

Bit w of a table is the value in world w; atom i is true in the worlds whose number has bit i.  Twenty atoms make a table of 128 KiB,
on which a connective is one operation on integers.  (Knuth, The Art of Computer Programming 4A, 7.1.3, calls the columns magic masks.)
"""

from __future__ import annotations

from functools import lru_cache

from treatylang.decision.formula import All, Any, Atom, Formula, Leaf, Neg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatylang.decision.constraints import Constraints
    from treatylang.decision.formula import Valuation


class Worlds:
    """All valuations of some atoms."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.atoms = tuple(atoms)
        self.full = (1 << (1 << len(self.atoms))) - 1
        self._column = {atom: column(number, len(self.atoms)) for number, atom in enumerate(self.atoms)}

    def of(self, atom: Atom, value: bool = True) -> int:
        """The worlds in which an atom has a value."""
        return self._column[atom] if value else self.full ^ self._column[atom]

    def table(self, formula: Formula, valuation: Valuation) -> int:
        """The worlds in which a formula holds; `valuation` decides the leaves that are not open."""
        known: dict[int, int] = {}

        def walk(node: Formula) -> int:
            found = known.get(id(node))
            if found is None:
                found = known[id(node)] = self._node(node, walk, valuation)
            return found

        table = walk(formula)
        known.clear()  # what walks holds on to itself, and to tables of 128 KiB
        return table

    def _node(self, node: Formula, walk: Callable[[Formula], int], valuation: Valuation) -> int:
        if isinstance(node, Leaf):
            value = valuation(node)
            if value is None:  # one that has no column is decided over by a node above, whatever it is
                return self._column.get(asked(node), 0)
            return self.full if value else 0
        if node.now is not None:
            return self.full if node.now else 0
        if isinstance(node, Neg):
            return self.full ^ walk(node.term)
        if isinstance(node, All):
            found = self.full
            for term in node.terms:
                found &= walk(term)
                if not found:
                    break
            return found
        if isinstance(node, Any):
            found = 0
            for term in node.terms:
                found |= walk(term)
                if found == self.full:
                    break
            return found
        exactly = [self.full]  # worlds in which at least so many of the terms seen hold
        for term in node.terms:
            holds = walk(term)
            exactly = [
                self.full,
                *(more | (fewer & holds) for fewer, more in zip(exactly, [*exactly[1:], 0], strict=True)),
            ][: node.number + 1]
        return exactly[node.number] if node.number < len(exactly) else 0

    def obeying(self, constraints: Constraints, valuation: Valuation) -> int:
        """The worlds that break no constraint; `valuation` decides the facts that the atoms are bound to."""
        found = self.full
        for one, value, other, wanted in constraints.among(self.atoms):
            found &= self.of(one, not value) | self.of(other, wanted)
        for atom in self.atoms:
            for value, leaf, wanted in constraints.with_facts(atom):
                if valuation(leaf) is (not wanted):
                    found &= self.of(atom, not value)
        return found

    def flips(self, atom: Atom, table: int, allowed: int) -> bool:
        """Whether the flip of one atom alone, between two worlds that are allowed, takes it into the table or out of it."""
        step = 1 << self.atoms.index(atom)
        pairs = allowed & (allowed >> step) & (self.full ^ self._column[atom])
        return bool((table ^ (table >> step)) & pairs)


@lru_cache(maxsize=256)
def column(number: int, width: int) -> int:
    """The worlds, of `width` atoms, in which atom `number` is true."""
    size = 1 << number
    found = ((1 << size) - 1) << size
    while (size := 2 * size) < 1 << width:  # doubling takes a fraction of the time that a division takes
        found |= found << size
    return found


def asked(leaf: Leaf) -> Atom:
    """The question that an open leaf asks."""
    return leaf.atom if leaf.atom is not None else Atom(leaf.words)
