"""Changes of a text by its words and lines, so that most of what comes out is still read some way in."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_TOKEN = re.compile(rb'"[^"\n]*"|[A-Za-z0-9_./-]+|\n[ ]*|[ ]+|(?s:.)')


def mutated(data: bytes, pool: Sequence[bytes], words: Sequence[bytes], most: int, seed: int) -> bytes:
    """A text some words away from `data`: words or stretches taken out, doubled, moved, or taken from elsewhere."""
    chance = random.Random(seed)
    tokens = _TOKEN.findall(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at = chance.randrange(len(tokens) + 1)
        size = chance.choice((1, 1, 2, 5, 20))
        some = tokens[at : at + size]
        match chance.randrange(7):
            case 0:
                tokens[at : at + size] = []
            case 1:
                tokens[at:at] = some
            case 2:
                to = chance.randrange(len(tokens) + 1)
                tokens[to:to] = some
            case 3:
                tokens[at : at + 1] = [chance.choice(words)]
            case 4:
                tokens[at:at] = [b" ", chance.choice(words), b" "]
            case 5:
                other = _TOKEN.findall(chance.choice(pool))
                start = chance.randrange(len(other) + 1)
                tokens[at:at] = other[start : start + 4 * size]
            case _:
                others = [each for each in tokens if each.strip()]
                tokens[at : at + 1] = [chance.choice(others)] if others else []
    return b"".join(tokens)[:most]
