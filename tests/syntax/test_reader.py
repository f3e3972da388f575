"""What lark's tables give when we run them: the tree that lark's own tree would become, and the errors that lark itself raises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken

from tests.strategies import Trees
from treatylang.syntax import tree as t
from treatylang.syntax.from_lark import RULES, WORDS
from treatylang.syntax.grammar import packed, parser
from treatylang.syntax.to_text import print_document
from treatylang.text.source import Span

ROOT = Path(__file__).parents[2]
FILES = [path for folder in ("treaties", "tests") for path in sorted((ROOT / folder).rglob("*.treaty"))]
TREES = Trees()


@cache
def _lark() -> Lark:
    tables = packed(parser())  # quicker than building it
    tables["data"]["options"]["propagate_positions"] = True
    return Lark.load(tables)  # type: ignore[arg-type]


def _by_lark(text: str) -> t.Document:
    """The long way: lark's tree, and ours made of it from below."""
    done: list[Any] = []
    stack: list[tuple[Any, bool]] = [(_lark().parse(text, start="start"), False)]
    while stack:
        item, ready = stack.pop()
        if isinstance(item, Token):
            make = WORDS.get(item.type)
            done.append(make(str(item), span=Span(item.start_pos or 0, item.end_pos or 0)) if make else str(item))
        elif not isinstance(item, Tree):
            done.append(item)
        elif not ready:
            stack.append((item, True))
            stack.extend((child, False) for child in reversed(item.children))
        else:
            first = len(done) - len(item.children)
            parts = done[first:]
            del done[first:]
            done.append(RULES[str(item.data)](Span(item.meta.start_pos, item.meta.end_pos), parts))
    (document,) = done
    return document  # type: ignore[no-any-return]


def _with_places(document: t.Document) -> list[tuple[t.Node, Span]]:
    return [(node, node.span) for node in t.walk(document)]


def _error(error: UnexpectedInput) -> tuple[object, ...]:
    if not isinstance(error, UnexpectedToken):
        return type(error), error.pos_in_stream
    at_end = error.token.type == "$END"
    return type(error), at_end or error.pos_in_stream, error.token.type, str(error.token), error.accepts or error.expected


def _same(text: str) -> None:
    try:
        document = _by_lark(text)
    except UnexpectedInput as expected:
        with pytest.raises(UnexpectedInput) as raised:
            parser().parse(text, "start")
        assert _error(raised.value) == _error(expected), text
    else:
        assert _with_places(parser().parse(text, "start")) == _with_places(document)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_with_and_without_errors(path: Path) -> None:
    for text in path.read_text(encoding="utf-8").split("-----\n"):
        _same(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(TREES.documents)
def test_documents_made_up(document: t.Document) -> None:
    _same(print_document(document))


@pytest.mark.parametrize("at", range(0, 300, 7))
def test_a_text_cut_off_or_with_a_word_in_between(at: int) -> None:
    text = (ROOT / "treaties" / "nato-1949.treaty").read_text(encoding="utf-8")[1000:1300]
    text = f'treaty x-1 "X" in force since 1949-01-01 article "1" summary "a" {text}'
    for other in (text[:at], f"{text[:at]} every {text[at:]}", f"{text[:at]} 12a {text[at:]}"):
        _same(other)
