"""The parser, built once from `treaty.lark`.  The only module that builds a Lark object."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import PatternRE, PatternStr, TerminalDef

from treatylang.syntax.reader import WORD_END
from treatylang.syntax.reader import Parser as Parser

BUILT_WITH = f"lark {lark.__version__}"
_NUMBER_END = r"(?![.,/]\d)"  # `1,300,0000` is no number
_WORDS = ("STATE", "ID", "DATE", "FRACTION", "LAT", "LON", "NUMBER")


@cache
def grammar_text() -> str:
    """The text of the grammar."""
    return files(__package__).joinpath("treaty.lark").read_text(encoding="utf-8")


@cache
def keywords() -> tuple[str, ...]:
    """The reserved words: every lower-case word in quotes in the grammar."""
    return tuple(sorted(set(re.findall(r'"([a-z]+)"', re.sub(r"(?m)//.*$", "", grammar_text())))))


def _whole_words(terminal: Any) -> None:
    """Let every word and number end at a word boundary, so that `inforce` is no `in force`; and let no name be a keyword."""
    pattern = terminal.pattern
    if isinstance(pattern, PatternStr) and pattern.value.isalpha():
        terminal.pattern = PatternRE(pattern.value + WORD_END, pattern.flags)
        terminal.priority = 1
    elif terminal.name == "NAME":
        reserved = "|".join(keywords())
        terminal.pattern = PatternRE(f"(?!(?:{reserved}){WORD_END}){pattern.value}{WORD_END}", pattern.flags)
    elif terminal.name in _WORDS:
        end = WORD_END + (_NUMBER_END if terminal.name in ("NUMBER", "FRACTION") else "")
        terminal.pattern = PatternRE(f"(?:{pattern.value}){end}", pattern.flags)


def build(**options: Any) -> Lark:
    """Lark's own parser, fresh; `strict=True` (needs `interegular`) proves that the grammar has no conflict and no colliding terminals."""
    settings: dict[str, Any] = {
        "parser": "lalr",
        "lexer": "contextual",
        "start": ["start", "section"],
        "maybe_placeholders": True,
        "edit_terminals": _whole_words,
    }
    return Lark(grammar_text(), **(settings | options))


def packed(parser: Parser) -> dict[str, Any]:
    """A parser's tables as plain data, which cannot run: building them anew takes most of a second."""
    data, memo = parser.lark.memo_serialize([TerminalDef, Rule])
    options = {name: value for name, value in data["options"].items() if name != "edit_terminals"}  # a function, its work done
    return {"data": _plain({**data, "options": options}), "memo": _plain(memo)}


def unpacked(tables: dict[str, Any]) -> Parser:
    """The parser that was packed.  Raises LookupError, TypeError, ValueError or AttributeError on data that `packed` never made."""
    return Parser(Lark.load(tables))


def _plain(value: Any) -> Any:
    """Data of subclasses of the built-in types, as lark has them, as data of the types themselves."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, dict):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        made = next(kind for kind in (list, tuple, set, frozenset) if isinstance(value, kind))
        return made(_plain(each) for each in value)
    return value


@cache
def parser() -> Parser:
    """The parser that the program uses; parsing with it is safe in several threads."""
    return Parser(build())
