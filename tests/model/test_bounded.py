"""However many mistakes a text has, the work on them is bounded: names are sought for those only that are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.harness import HEAD, diagnose
from treatylang.checks import unused_names
from treatylang.diagnostics import suggest
from treatylang.model import report
from treatylang.model.treaty_from_tree import _TreatyBinder
from treatylang.syntax import tree as t
from treatylang.text.limits import LIMITS

MANY = 300
FLOODS = {
    "duties": lambda number: f'article "{number}" FRA must zz{number}_q GBR\n',
    "kinds": lambda number: f'article "{number}" when z{number} then FRA must consult GBR\n',
    "role words": lambda number: f'article "{number}" when threat then FRA must consult the x{number}\n',
    "references": lambda number: f'article "{number}" FRA must consult GBR subject to "z{number}"\n',
    "riders": lambda number: f'reservation to "z{number}" by FRA severally\n',
    "parents": lambda number: f"kind k{number}x is z{number}y\n",
    "places": lambda number: f"area a{number}x b{number}y of FRA\n",
    "states": lambda number: f"class c{number}x Z{number} since 1950-01-01\nsuspended for Z{number} since 1950-01-01\n",
}


@pytest.mark.parametrize("flood", FLOODS)
def test_near_names_are_sought_for_those_errors_only_that_are_told(flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()

    def counted(word: str, known: object) -> str | None:
        calls["sought"] += 1
        return suggest.did_you_mean(word, known)  # type: ignore[arg-type]

    monkeypatch.setattr(report, "did_you_mean", counted)
    (found,) = diagnose(HEAD + "".join(FLOODS[flood](number) for number in range(MANY)))
    assert len([each for each in found if each.severity == "error"]) == LIMITS.errors
    assert calls["sought"] <= LIMITS.errors


def test_clauses_are_bound_until_no_more_errors_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    bound: list[str] = []
    bind: Callable[..., object] = _TreatyBinder._clause

    def counted(self: _TreatyBinder, article: t.Article, clause: t.Clause) -> object:
        if self.document.id.text == "example-1949":
            bound.append(article.number.text)
        return bind(self, article, clause)

    monkeypatch.setattr(_TreatyBinder, "_clause", counted)
    diagnose(HEAD + "".join(FLOODS["duties"](number) for number in range(MANY)))
    assert bound == [str(number) for number in range(LIMITS.errors)]


def test_each_definition_is_looked_through_once_for_the_names_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[t.Node] = []
    names = unused_names._names

    def counted(node: t.Node) -> set[str]:
        looked.append(node)
        return names(node)

    monkeypatch.setattr(unused_names, "_names", counted)
    diagnose(HEAD + "".join(f"kind k{number}x is act\n" for number in range(MANY)))
    assert len([node for node in looked if isinstance(node, t.WordDef) and node.name.text.startswith("k")]) == MANY


@pytest.mark.parametrize("edge", ["subject to", "overrides"])
def test_clauses_that_go_before_others_are_bounded(edge: str) -> None:
    first = 'article "0"\n' + "".join(f"  [c{n}] FRA must consult GBR\n" for n in range(400))
    (found,) = diagnose(HEAD + first + "".join(f'article "{n + 1}" FRA must assist GBR {edge} "0"\n' for n in range(251)))
    assert [each.code for each in found if each.severity == "error"] == ["TL0104"]
    (found,) = diagnose(HEAD + first + "".join(f'article "{n + 1}" FRA must assist GBR {edge} "0"\n' for n in range(3)))
    assert "TL0104" not in {each.code for each in found}


def test_what_the_head_puts_before_all_clauses_counts_for_each() -> None:
    head = HEAD.replace("parties\n", '  subject to "0"\nparties\n')
    (found,) = diagnose(head + 'article "0"\n' + "".join(f"  [c{n}] FRA must consult GBR\n" for n in range(320)))
    assert [each.code for each in found if each.severity == "error"] == ["TL0104"]
