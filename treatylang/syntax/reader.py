"""Lark's tables, run: text -> our tree in one go.

Lark proves the grammar, builds its tables, and says what is wrong with a text.  Its own way to a tree makes an object of each word and
another, with twelve positions, of each rule applied, and all of it would be gone through again to make our tree: that takes five times
as long as this, which walks the same tables.  Where a text does not parse, lark takes over at that word, and raises what it would have
raised by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lark import Lark
from lark.grammar import Rule
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import _Parser

from treatylang.record import dataclass
from treatylang.syntax.from_lark import RULES, WORDS
from treatylang.text.source import Span

WORD_END = r"(?![A-Za-z0-9_-])"
_END = "$END"
_KEYWORD = re.compile("([a-z]+)" + re.escape(WORD_END))


@dataclass(frozen=True, slots=True)
class _Reduce:
    """What is done where a rule has been read: so many parts are taken, some of them kept, and one of another name is made."""

    name: str
    size: int
    keep: tuple[tuple[int, bool, int], ...] | None  # number of a part, whether it is a list, absent ones before it; None: all parts
    absent: int  # at the end
    single: bool  # a part that is kept alone is the whole
    word: int  # the number of the word which that part is, or -1: a word has its own place, without what stood beside it
    make: Callable[[Span, list[Any]], Any] | None  # None: the list itself, whose parts another rule will take


class Parser:
    """Reads texts; several threads may use it at once."""

    def __init__(self, lark: Lark) -> None:
        self.lark = lark
        self._table: Any = lark.parser.parser._parse_table
        self._rows: dict[int, dict[str, Any]] = {}  # of the states that were once reached
        self._rules: dict[int, _Reduce] = {}
        self._keywords, self._words = _lexer(lark)

    def parse(self, text: str, start: str) -> Any:
        """The tree of a text that is a `start`.  Raises lark's `UnexpectedInput`."""
        rows, keywords = self._rows, self._keywords
        state, done = self._table.start_states[start], self._table.end_states[start]
        states: list[int] = [state]
        values: list[Any] = []
        starts: list[int] = []
        ends: list[int] = []
        row = rows.get(state) or self._row(state)
        for found in self._words.finditer(text):
            sort: Any = found.lastgroup
            word = found[sort]
            if sort == "_WORD":
                sort = keywords.get(word, "NAME")
            elif sort == "_END":
                sort = _END
            step = row.get(sort)
            while step.__class__ is _Reduce:
                size = step.size
                if step.single and size == 1 and step.keep is None:
                    states.pop()
                else:
                    at, until = starts[-size], ends[-1]
                    parts = values[-size:]
                    if step.keep is not None:
                        parts = _kept(parts, step)
                    if step.single and len(parts) == 1:
                        value = parts[0]
                        if step.word >= 0:
                            at, until = starts[step.word - size], ends[step.word - size]
                    elif step.make is None:
                        value = parts
                    else:
                        value = step.make(Span(at, until), parts)
                    del states[-size:], values[-size:], starts[-size:], ends[-size:]
                    values.append(value)
                    starts.append(at)
                    ends.append(until)
                state = rows[states[-1]][step.name]
                if state == done and sort == _END:
                    return values[-1]
                states.append(state)
                row = rows.get(state) or self._row(state)
                step = row.get(sort)
            if step is None:
                break
            states.append(step)
            row = rows.get(step) or self._row(step)
            until = found.end()
            at = until - len(word)
            node = WORDS.get(sort)
            values.append(node(word, span=Span(at, until)) if node else word)
            starts.append(at)
            ends.append(until)
        return self._wrong(text, start, states, ends)

    def _wrong(self, text: str, start: str, states: list[int], ends: list[int]) -> Any:
        """Let lark say what is wrong with the next word."""
        rest: Any = self.lark.parser._make_lexer_thread(text)
        rest.state.line_ctr.feed(text[: ends[-1] if ends else 0])
        return _Parser(self._table, {}).parse(rest, start, [None] * len(ends), states)

    def _row(self, state: int) -> dict[str, Any]:
        """What follows in a state after each sort of word: the next state, or the rule that has been read."""
        steps = self._table.states[state].items()
        self._rows[state] = row = {str(sort): to if action is Shift else self._rule(to) for sort, (action, to) in steps}
        return row

    def _rule(self, rule: Rule) -> _Reduce:
        found = self._rules.get(id(rule))
        if found is None:
            found = self._rules[id(rule)] = _reduce(rule)
        return found


def _kept(parts: list[Any], step: _Reduce) -> list[Any]:
    kept: list[Any] = []
    for at, is_list, absent in step.keep or ():
        if absent:
            kept += [None] * absent
        if not is_list:
            kept.append(parts[at])
        elif kept:
            kept += parts[at]
        else:
            kept = parts[at]  # which nobody else has: adding to it keeps long lists cheap
    if step.absent:
        kept += [None] * step.absent
    return kept


def _reduce(rule: Rule) -> _Reduce:
    """A rule as lark means it: words in quotes are dropped, optional parts leave None, parts of a rule with `_` are taken out of it."""
    name = str(rule.origin.name)
    keep: list[tuple[int, bool, int]] = []
    absent, there = 0, 0
    for is_absent in rule.options.empty_indices or [False] * len(rule.expansion):
        if is_absent:
            absent += 1
            continue
        symbol: Any = rule.expansion[there]
        if rule.options.keep_all_tokens or not (symbol.is_term and symbol.filter_out):
            keep.append((there, not symbol.is_term and symbol.name.startswith("_"), absent))
            absent = 0
        there += 1
    whole = not absent and len(keep) == there and not any(is_list or before for _, is_list, before in keep)
    single = rule.options.expand1 and not rule.alias
    word = keep[0][0] if len(keep) == 1 and rule.expansion[keep[0][0]].is_term else -1
    listed = name.startswith("_")
    make = None if listed else RULES.get(name) if single else RULES[str(rule.alias or name)]
    return _Reduce(name, there, None if whole else tuple(keep), absent, single, word, make)


def _lexer(lark: Lark) -> tuple[dict[str, str], re.Pattern[str]]:
    """The sort of each keyword, and an expression for a word with the space and comments before it.

    Which sort a word is of does not hang on what stands around it: no two terminals of the grammar fit one word.
    """
    known = {each.name: each.pattern.to_regexp() for each in lark.terminals}
    space = [known.pop(name) for name in lark.lexer_conf.ignore]
    keywords = {found[1]: name for name, pattern in known.items() if (found := _KEYWORD.fullmatch(pattern))}
    sorts = "|".join(f"(?P<{name}>{pattern})" for name, pattern in known.items() if name not in keywords.values())
    rest = rf"(?P<_WORD>[a-z]+{WORD_END})|{sorts}|(?P<_END>\Z)|(?P<_WRONG>(?s:.))"
    return keywords, re.compile(f"(?:{'|'.join(space)})*+(?:{rest})")
