"""Numbers of articles."""

from __future__ import annotations


def within_article(number: str, article: str) -> bool:
    """Whether article `number` is `article` or one of its sub-articles: `5(1)` lies in `5`, `50` does not."""
    return number == article or number.startswith((article + "(", article + "[", article + " "))
