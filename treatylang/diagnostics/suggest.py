"""`did you mean`: the nearest of the names that exist."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 64


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name closest to `word`, or None where nothing is close (Damerau-Levenshtein, at most a third of its length)."""
    best: tuple[int, str] | None = None
    folded = word[:_LONGEST].lower()
    for name in sorted(set(known)):
        allowed = max(1, (max(len(name), len(folded)) + 1) // 3)
        if abs(len(name) - len(folded)) > allowed:
            continue
        distance = _distance(folded, name.lower())
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, name)
    return best[1] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``did you mean `grave`?``, or None."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else None


def _distance(left: str, right: str) -> int:
    """Edits between two words, a swap of neighbours counting as one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row, old = row, [i], before
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, old[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
