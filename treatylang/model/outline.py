"""What other texts may refer to: the articles and labels of each treaty, before anything is bound."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from treatylang.model.articles import within_article
from treatylang.record import dataclass
from treatylang.syntax import tree as t

_REF = re.compile(r"^(?P<article>.*?)\s*(?:\[(?P<label>[a-z0-9-]+)\])?$")


@dataclass(frozen=True, slots=True)
class ClausePlace:
    """A clause by article, label and id."""

    article: str
    label: str | None
    id: str


@dataclass(frozen=True)
class Outline:
    """A treaty's id, its articles' numbers, and its clauses."""

    treaty: str
    form: str
    articles: tuple[str, ...]
    clauses: tuple[ClausePlace, ...]
    members: tuple[str, ...]
    members_of: str | None
    organs: tuple[str, ...] = ()

    def find(self, written: str) -> tuple[str, ...] | None:
        """Ids of the clauses that `5(1)[forces]`, `5(1)` or `5` names; None: no such article.

        An article of just that number goes before its sub-articles: where there is an Article I, `I` does not mean `I and II (peace)`.
        """
        match = _REF.match(written)
        article, label = (match.group("article"), match.group("label")) if match else (written, None)
        numbers = [article] if article in self._clauses_of else self._within(article)
        if not numbers:
            return None
        if label is not None:
            inside = sorted(at for number in numbers for at in self._labelled.get((number, label), ()))
        else:
            inside = sorted(at for number in numbers for at in self._clauses_of[number])
        if label is not None and not inside:
            return None
        return tuple(self.clauses[at].id for at in inside)

    @cached_property
    def _clauses_of(self) -> dict[str, list[int]]:
        """Which clauses each article has, by their place among all."""
        found: dict[str, list[int]] = {number: [] for number in self.articles}
        for at, clause in enumerate(self.clauses):
            found[clause.article].append(at)
        return found

    @cached_property
    def _labelled(self) -> dict[tuple[str, str | None], list[int]]:
        """The same, by the label too."""
        found: dict[tuple[str, str | None], list[int]] = {}
        for at, clause in enumerate(self.clauses):
            found.setdefault((clause.article, clause.label), []).append(at)
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.articles)

    def _within(self, article: str) -> list[str]:
        """The numbers of sub-articles: each begins with the article's number, so they stand together among the sorted ones."""
        found = []
        for at in range(bisect_left(self._sorted, article), len(self._sorted)):
            number = self._sorted[at]
            if not number.startswith(article):
                break
            if within_article(number, article):
                found.append(number)
        return found


def clause_id(article: t.Article, label: t.Name | None, versions: Mapping[str, int]) -> str:
    """`5(1)[territory]`, with `@` and its date where the article is one of several versions."""
    amended = ""
    if versions.get(article.number.text, 0) > 1 and article.dates and article.dates.since:
        amended = f"@{article.dates.since.text}"
    return article.number.text + (f"[{label.text}]" if label else "") + amended


def outline(document: t.Treaty) -> Outline:
    """The outline of a treaty."""
    articles = [section for section in document.sections if isinstance(section, t.Article)]
    versions = count_versions(document)
    clauses = tuple(
        ClausePlace(article.number.text, clause.label.text if clause.label else None, clause_id(article, clause.label, versions))
        for article in articles
        for clause in article.clauses
        if isinstance(clause, t.Clause)
    )
    numbers = tuple(dict.fromkeys(article.number.text for article in articles))
    parties = [section for section in document.sections if isinstance(section, t.Parties)]
    members = dict.fromkeys(code.text for each in parties for member in each.members for code in member.states)
    members_of = next((each.of.text for each in parties if each.of), None)
    organs = tuple(section.name.text for section in document.sections if isinstance(section, t.OrganDef))
    return Outline(document.id.text, document.form, numbers, clauses, tuple(members), members_of, organs)


def count_versions(document: t.Treaty) -> dict[str, int]:
    """How many articles carry each number."""
    counts: dict[str, int] = {}
    for section in document.sections:
        if isinstance(section, t.Article):
            counts[section.number.text] = counts.get(section.number.text, 0) + 1
    return counts
