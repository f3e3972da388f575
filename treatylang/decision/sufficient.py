"""The shortest sets of facts that suffice: prime implicants of a truth table, the shortest first.

By Shannon's expansion: what suffices whatever atom x is, then what needs x to be so, then what needs it not to be (Quine 1952).  Sets
longer than a limit are left out, and then the answer says that it is not complete.
"""

from __future__ import annotations

from functools import lru_cache

from treatylang.decision.formula import Atom
from treatylang.decision.worlds import Worlds, column
from treatylang.record import dataclass

Literal = tuple[Atom, bool]
LONGEST, MOST = 6, 6


@dataclass(frozen=True, slots=True)
class Sufficient:
    """Sets of facts, each enough; `complete` False where longer or further ones are left out."""

    sets: tuple[tuple[Literal, ...], ...] = ()
    complete: bool = True


def sufficient(worlds: Worlds, target: int, allowed: int, longest: int = LONGEST, most: int = MOST) -> Sufficient:
    """The shortest sets of facts that put every allowed world in which they hold into `target`; the atoms are sorted."""
    sets, complete = _sufficient(len(worlds.atoms), target, allowed, longest, most)
    return Sufficient(tuple([tuple([(worlds.atoms[number], value) for number, value in each]) for each in sets]), complete)


_Numbered = tuple[tuple[int, bool], ...]  # literals, each by the number of its atom


@lru_cache(maxsize=32)  # clauses that ask alike of an event, by the hundred, have the same answer; a table may be 128 KiB
def _sufficient(width: int, target: int, allowed: int, longest: int, most: int) -> tuple[tuple[_Numbered, ...], bool]:
    full = (1 << (1 << width)) - 1
    sets = [tuple(sorted(cube)) for cube in _primes(target | (full ^ allowed), width, longest, {})]
    sets = [each for each in sets if _worlds_of(width, each) & allowed]  # a set that no world has says nothing
    sets.sort(key=lambda each: (len(each), each))
    kept = tuple(sets[:most])
    covered = 0
    for each in kept:
        covered |= _worlds_of(width, each)
    return kept, len(kept) == len(sets) and not target & allowed & ~covered


def _worlds_of(width: int, literals: _Numbered) -> int:
    full = found = (1 << (1 << width)) - 1
    for number, value in literals:
        found &= column(number, width) if value else full ^ column(number, width)
    return found


_Cube = frozenset[tuple[int, bool]]


def _primes(table: int, width: int, longest: int, known: dict[tuple[int, int, int], tuple[_Cube, ...]]) -> tuple[_Cube, ...]:
    """Prime implicants of at most `longest` literals of a table over the first `width` atoms."""
    full = (1 << (1 << width)) - 1
    if table == full:
        return (frozenset(),)
    if not table or not longest:
        return ()
    key = (table, width, longest)
    if key not in known:
        half = 1 << (width - 1)
        without, with_it = table & ((1 << half) - 1), table >> half
        either_way = _primes(without & with_it, width - 1, longest, known)
        found = list(either_way)
        for value, part in ((False, without), (True, with_it)):
            found += [
                cube | {(width - 1, value)}
                for cube in _primes(part, width - 1, longest - 1, known)
                if not any(shorter <= cube for shorter in either_way)
            ]
        known[key] = tuple(found)
    return known[key]
