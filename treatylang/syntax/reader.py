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
    alone: bool  # and there is but one
    grows: bool  # the first part is a list of this name, to which the last part alone is added
    word: int  # the number of the word which that part is, or -1: a word has its own place, without what stood beside it
    make: Callable[[Span, list[Any]], Any] | None  # None: the list itself, whose parts another rule will take


class _State(dict[str, Any]):
    """What follows after each sort of word, and after each part that has been made: the next state, or the rule that has been read.

    It is filled when it is first asked: of a thousand and more states a text reaches few.
    """

    __slots__ = ("_parser", "number")

    def __init__(self, parser: Parser, number: int) -> None:
        self._parser: Parser | None = parser
        self.number = number

    def __missing__(self, sort: str) -> Any:
        if self._parser is not None:
            self.update(self._parser.steps(self.number))
            self._parser = None
        return self.get(sort)


class Parser:
    """Reads texts; several threads may use it at once."""

    def __init__(self, lark: Lark) -> None:
        self.lark = lark
        self._table: Any = lark.parser.parser._parse_table
        self._states = {number: _State(self, number) for number in self._table.states}
        self._rules: dict[int, _Reduce] = {}
        self._sorts, self._keywords, self._words = _lexer(lark)

    def parse(self, text: str, start: str) -> Any:
        """The tree of a text that is a `start`.  Raises lark's `UnexpectedInput`."""
        sorts, keywords = self._sorts, self._keywords
        state, done = self._states[self._table.start_states[start]], self._states[self._table.end_states[start]]
        states: list[_State] = [state]
        values: list[Any] = []
        starts: list[int] = []
        ends: list[int] = []
        for found in self._words.finditer(text):
            group: Any = found.lastindex
            word = found[group]
            sort = sorts[group] or keywords.get(word, "NAME")
            step = state[sort]
            while step.__class__ is _Reduce:
                size = step.size
                if step.grows:  # and so leads back to the state in which the list itself was read
                    values[-size].append(values[-1])
                    ends[-size] = ends[-1]
                    size -= 1
                    del states[-size:], values[-size:], starts[-size:], ends[-size:]
                    state = states[-1]
                    step = state[sort]
                    continue
                if step.alone:
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
                state = states[-1][step.name]
                if state is done and sort == _END:
                    return values[-1]
                states.append(state)
                step = state[sort]
            if step is None:
                break
            state = step
            states.append(state)
            until = found.end()
            at = until - len(word)
            node = WORDS.get(sort)
            values.append(node(word, span=Span(at, until)) if node else word)
            starts.append(at)
            ends.append(until)
        return self._wrong(text, start, [each.number for each in states], ends)

    def _wrong(self, text: str, start: str, states: list[int], ends: list[int]) -> Any:
        """Let lark say what is wrong with the next word."""
        rest: Any = self.lark.parser._make_lexer_thread(text)
        rest.state.line_ctr.feed(text[: ends[-1] if ends else 0])
        return _Parser(self._table, {}).parse(rest, start, [None] * len(ends), states)

    def steps(self, state: int) -> dict[str, Any]:
        """What follows in a state."""
        steps = self._table.states[state].items()
        return {str(sort): self._states[to] if action is Shift else self._rule(to) for sort, (action, to) in steps}

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
    grows = listed and keep == [(0, True, 0), (there - 1, False, 0)] and not absent and str(rule.expansion[0].name) == name
    alone = single and there == 1 and whole
    return _Reduce(name, there, None if whole else tuple(keep), absent, single, alone, grows, word, make)


def _lexer(lark: Lark) -> tuple[list[str], dict[str, str], re.Pattern[str]]:
    """The sort of word that each group of the expression stands for, none for a plain word; the sort of each keyword; and an expression
    for a word with the space and comments before it.

    Which sort a word is of does not hang on what stands around it: no two terminals of the grammar fit one word.
    """
    known = {each.name: each.pattern.to_regexp() for each in lark.terminals}
    space = [known.pop(name) for name in lark.lexer_conf.ignore]
    keywords = {found[1]: name for name, pattern in known.items() if (found := _KEYWORD.fullmatch(pattern))}
    sorts = "|".join(f"(?P<{name}>{pattern})" for name, pattern in known.items() if name not in keywords.values())
    rest = rf"(?P<_WORD>[a-z]+{WORD_END})|{sorts}|(?P<_END>\Z)|(?P<_WRONG>(?s:.))"
    words = re.compile(f"(?:{'|'.join(space)})*+(?:{rest})")
    names = {number: name for name, number in words.groupindex.items()}
    special = {"_WORD": "", "_END": _END}
    return [special.get(name := names.get(number, ""), name) for number in range(words.groups + 1)], keywords, words
