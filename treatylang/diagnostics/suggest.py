"""`did you mean`: the nearest of the names that exist."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 64


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name closest to `word`, or None where nothing is close (Damerau-Levenshtein, at most a third of its length)."""
    best: str | None = None
    closer = _LONGEST  # what a name must not exceed to be nearer than the best so far
    folded = word[:_LONGEST].lower()
    letters = set(folded)
    for name in sorted(set(known)):
        allowed = min(closer, max(1, (max(len(name), len(folded)) + 1) // 3))
        if abs(len(name) - len(folded)) > allowed or len(letters.symmetric_difference(name.lower())) > 2 * allowed:
            continue  # one edit changes at most two letters
        distance = _distance(folded, name.lower(), allowed)
        if distance <= allowed:
            best, closer = name, distance - 1
    return best


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``did you mean `grave`?``, or None."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else None


def _distance(left: str, right: str, most: int = _LONGEST) -> int:
    """Edits between two words, a swap of neighbours counting as one (optimal string alignment); beyond `most` any greater number."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row, old = row, [i], before
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, old[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(last) > most:
            return most + 1
        before = last
    return row[-1]
