"""Large inputs of ugly shapes, each as long as the limit allows, and what reading each of them takes."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tests.asking import real, vocabulary
from treatylang.decision.from_plan import Wanted
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library.ask import ask
from treatylang.library.events import read_for
from treatylang.library.load import Library
from treatylang.model.time import Spell
from treatylang.pipeline import compile_sources
from treatylang.syntax.format import format_text
from treatylang.syntax.grammar import parser
from treatylang.text.limits import LIMITS
from treatylang.text.screen import screen

SECONDS = 2.0  # of CPU, for checking, formatting or asking one input
MEGABYTES = 500
_Made = TypeVar("_Made")
_PATIENCE = 20  # seconds of CPU, after which a shape is given up
_HEAD = 'treaty big-1950 "Big" in force since 1950-01-01 parties FRA GBR ITA since 1950-01-01\n'
_DUTY = "every party must consult every other party"
_EVENT = "event: big\ndate: 2001-09-11\n"
_STATES = tuple(sorted(name for name, state in vocabulary().states.items() if name.isalpha() and len(name) == 3))[:190]
_LIVING = tuple(
    name
    for name in _STATES
    if any(each.contains("2001-09-11") for each in vocabulary().states[name].spells or (Spell(None, None),))
)
_WIDE = f'treaty big-1950 "Big" in force since 1950-01-01 parties {" ".join(_LIVING[:150])} since 1950-01-01\n'
_ASKED = f"""{_EVENT}acts:
  - {{kind: bombardment, by: AFG, on: [FRA, GBR], grave: unknown, place: {{territory_of: FRA, lat: 48.8, lon: 2.3}}}}
  - {{kind: threat, by: AFG, to: [FRA, GBR]}}
  - {{kind: request_for_assistance, by: FRA, to: [GBR], happened: unknown}}
facts: {{danger_to_peace: unknown}}
"""
_ACT = "kind: invasion\nby: AFG\non: USA\n"


def _filled(head: str, line: Callable[[int], str], limit: int, tail: str = "", most: int | None = None) -> str:
    """A text of as many lines as there is room for, or `most`."""
    parts, size, number = [head], len(head) + len(tail), 0
    while number != most and size + len(made := line(number)) < limit:
        parts.append(made)
        size += len(made)
        number += 1
    return "".join([*parts, tail])


def _but(state: str) -> str:
    """A hundred and fifty states but this one, as a list."""
    return ", ".join(each for each in _LIVING[:150] if each != state)


def _listed(head: str, word: str, between: str, limit: int, tail: str = "") -> str:
    return head + between.join([word] * ((limit - len(head) - len(tail) - len(word)) // len(word + between))) + tail


def _nested(depth: int) -> str:
    """A condition in so many parentheses, `and` and `or` by turns."""
    opened = "".join(f"threat {('and', 'or')[n % 2]} (" for n in range(depth))
    return f"{opened}threat{')' * depth}"


def treaties(most: int) -> dict[str, str]:
    """Treaty texts of at most so many bytes, by name."""
    deep = "(" * 60 + "threat to a party" + ")" * 60
    made: dict[str, tuple[str, Callable[[int], str], str]] = {
        "articles": (_HEAD, lambda n: f'article "{n}" {_DUTY}\n', ""),
        "clauses of one article": (f'{_HEAD}article "1"\n', lambda n: f"[c{n}] when threat to a party then {_DUTY}\n", ""),
        "the same duty again": (f'{_HEAD}article "1" {_DUTY}', lambda n: f" and {_DUTY}", ""),
        "parentheses": (_HEAD, lambda n: f'article "{n}" when {deep} then {_DUTY}\n', ""),
        "one long or": (f'{_HEAD}article "1" when threat to a party', lambda n: " or threat to a party", f" then {_DUTY}"),
        "one long and": (f'{_HEAD}article "1" when danger_to_peace', lambda n: " and danger_to_peace", f" then {_DUTY}"),
        "many acts": (f'{_HEAD}article "1" when threat', lambda n: f" and threat by a state (the s{n})", f" then {_DUTY}"),
        "only if": (f'{_HEAD}article "1" {_DUTY}\n', lambda n: " only if danger_to_peace\n", ""),
        "unless": (f'{_HEAD}article "1" when threat to a party then {_DUTY}\n', lambda n: " unless the act is provoked\n", ""),
        "spells": (
            _HEAD,
            lambda n: f"parties AUS since {1900 + n % 100}-{n % 12 + 1:02}-{n % 28 + 1:02}\n",
            f'article "1" {_DUTY}',
        ),
        "versions": (_HEAD, lambda n: f'article "1" since {1950 + n % 100}-{n % 12 + 1:02}-01 {_DUTY}\n', ""),
        "comments": (_HEAD, lambda n: "# c\n", f'article "1" {_DUTY}'),
        "comment after each word": (f'{_HEAD}article "1" when threat', lambda n: " #c\nor #c\nthreat", f" then {_DUTY}"),
        "quotes": (_HEAD, lambda n: '"a" ', ""),
        "open quotes": (_HEAD, lambda n: '"a\n', ""),
        "long texts that open": (f'{_HEAD}article "1" summary """', lambda n: ' a" b""', ""),
        "errors": (_HEAD, lambda n: f'article "{n}" every must x\n', ""),
        "an error at the end": (_HEAD, lambda n: f'article "{n}" {_DUTY}\n', "article"),
        "unknown words": (_HEAD, lambda n: f'article "{n}" every party must no_such_duty_{n}\n', ""),
        "unknown states": (_HEAD + "parties\n", lambda n: f"Z{n} ", "since 1950-01-01"),
        "definitions and a word like them": (_HEAD, lambda n: f"fact fact_{n} of act\n", f'article "1" when fact_x then {_DUTY}'),
        "chain of kinds": (f"{_HEAD}kind k0 is act\n", lambda n: f"kind k{n + 1} is k{n}\n", f'article "1" {_DUTY}'),
        "kinds of one": (f"{_HEAD}kind k is act\n", lambda n: f"kind k{n} is k\n", f'article "1" {_DUTY}'),
        "kinds of many": (_HEAD, lambda n: f"kind k{n} " + "is act " * 10 + "\n", f'article "1" {_DUTY}'),
        "chain of regions": (f"{_HEAD}region r0\n", lambda n: f"region r{n + 1} inside r{n}\n", f'article "1" {_DUTY}'),
        "chain of duties": (f"{_HEAD}duty d0\n", lambda n: f"duty d{n + 1} is d{n}\n", f'article "1" {_DUTY}'),
        "chain of strengths": (f"{_HEAD}strength s0\n", lambda n: f"strength s{n + 1} is s{n}\n", f'article "1" {_DUTY}'),
        "chain of targets": (f"{_HEAD}target t0\n", lambda n: f"target t{n + 1} is t{n}\n", f'article "1" {_DUTY}'),
        "chain of facts": (f"{_HEAD}fact f0 of act\n", lambda n: f"fact f{n + 1} of act implies f{n}\n", f'article "1" {_DUTY}'),
        "chain of areas": (f"{_HEAD}area a0 europe\n", lambda n: f"area a{n + 1} a{n}\n", f'article "1" {_DUTY}'),
        "chain of measures": (f"{_HEAD}measure m0\n", lambda n: f"measure m{n + 1} counts m{n}\n", f'article "1" {_DUTY}'),
        "ring of kinds": (f"{_HEAD}kind k0 is k1\n", lambda n: f"kind k{n + 1} is k{n + 2}\n", f'article "1" {_DUTY}'),
        "parts of an area": (f"{_HEAD}area one europe\n", lambda n: "territory of a party in europe\n", f'article "1" {_DUTY}'),
        "corners": (f"{_HEAD}area one bounded by 1N 1E", lambda n: f", {n % 80}N {n % 170}E", f'\narticle "1" {_DUTY}'),
        "members of a class": (f"{_HEAD}class c\n", lambda n: "FRA since 1950-01-01\n", f'article "1" {_DUTY}'),
        "voting rules": (f"{_HEAD}organ o of every party\n", lambda n: "decides by majority\n", f'article "1" {_DUTY}'),
        "voting rules by date": (
            f"{_HEAD}organ o of every party\n",
            lambda n: f"decides by majority since {1000 + n}-01-01 until {1001 + n}-01-01\n",
            f'article "1" {_DUTY}',
        ),
        "matters of a rule": (
            f"{_HEAD}organ o of every party decides recommendation",
            lambda n: ", recommendation",
            f' by majority article "1" {_DUTY}',
        ),
        "organs": (_HEAD, lambda n: f"organ o{n} of every party decides by majority\n", f'article "1" {_DUTY}'),
        "readings": (f'{_HEAD}article "1" {_DUTY}\n', lambda n: 'reading of "1" by FRA "n" unless danger_to_peace\n', ""),
        "reservations": (f'{_HEAD}article "1" {_DUTY}\n', lambda n: 'reservation to "1" by FRA unless danger_to_peace\n', ""),
        "provisos": (f'{_HEAD}article "1" {_DUTY}\n', lambda n: f'article "p{n}" proviso to "1" severally\n', ""),
        "chain of references": (f'{_HEAD}article "0" {_DUTY}\n', lambda n: f'article "{n + 1}" {_DUTY} subject to "{n}"\n', ""),
        "ring of references": (_HEAD, lambda n: f'article "{n}" {_DUTY} subject to "{n + 1}"\n', ""),
        "references": (f'{_HEAD}article "1" {_DUTY} subject to "2"', lambda n: ', "2"', f' article "2" {_DUTY}'),
        "references to nothing": (f'{_HEAD}article "1" {_DUTY} subject to "2"', lambda n: f', "x{n}"', ""),
        "any of": (f'{_HEAD}article "1" when threat to any of FRA', lambda n: ", FRA", f" then {_DUTY}"),
        "duties under duties": (
            f'{_HEAD}article "0" {_DUTY}\n',
            lambda n: f'article "{n + 1}" when FRA must consult every other party under "{n}" then {_DUTY}\n',
            "",
        ),
        "counts as in a ring": (
            _HEAD,
            lambda n: f'kind k{n} is act by doer on struck article "{n}" when k{n} then it counts as k{n + 1}\n',
            "",
        ),
        "long names": (_HEAD, lambda n: f"fact {'a' * 50}_{n} of act\n", f'article "1" {_DUTY}'),
        "suspensions": (_HEAD, lambda n: "suspended between FRA and GBR since 1960-01-01\n", f'article "1" {_DUTY}'),
        "codes that continue": (
            f"{_HEAD}code AA0\n",
            lambda n: f"code AA{n + 1} continues AA{n} since 1950-01-01\n",
            f'article "1" {_DUTY}',
        ),
        "random words": (_HEAD, lambda n: f"{('when', 'the', 'of', 'article', 'a', 'is', 'not', '(')[n * 7919 % 8]} ", ""),
        "acts of one sort": (f'{_HEAD}article "1" when threat by a state', lambda n: " and threat by a state", f" then {_DUTY}"),
        "what one actor is": (
            f'{_HEAD}article "1" when threat by a state',
            lambda n: f" and the threatener is {('FRA', 'not ITA', 'a party', 'a great_power')[n % 4]}",
            f" then {_DUTY}",
        ),
        "deep conditions": (_HEAD, lambda n: f'article "{n}" when {_nested(56)} then {_DUTY}\n', ""),
        "one deep condition": (
            f'{_HEAD}article "1" when {"threat and (danger_to_peace or (" * 30}threat to a party',
            lambda n: " or threat to a party",
            "))" * 30 + f" then {_DUTY}",
        ),
        "duties and exceptions of one clause": (
            f'{_HEAD}article "1" when threat to a party then {_DUTY}'
            + "".join(f" and {('FRA', 'GBR', 'ITA')[n % 3]} must assist the threatened" for n in range(most // 100)),
            lambda n: " unless the act is provoked",
            "",
        ),
        "conditions and exceptions of one clause": (
            f'{_HEAD}article "1" when threat to a party then {_DUTY}' + " only if danger_to_peace" * 30,
            lambda n: " unless the act is provoked",
            "",
        ),
        "also when": (
            f'{_HEAD}article "1" when threat to a party then {_DUTY}\nreading of "1"',
            lambda n: " also when threat to a party",
            "",
        ),
        "changes of all clauses": (
            _HEAD
            + "".join(f'article "{n}" {_DUTY}\n' for n in range(most // 100))
            + "reading of "
            + ", ".join(f'"{n}"' for n in range(most // 100)),
            lambda n: " unless danger_to_peace",
            "",
        ),
        "kinds, and clauses of all of them": (
            _HEAD + "kind k is act\n" + "".join(f"kind k{n} is k\n" for n in range(most // 32)),
            lambda n: f'article "{n}" when k or k{n} then {_DUTY}\n',
            "",
        ),
        "kinds that count as others": (
            f"{_HEAD}kind k0 is act\n",
            lambda n: f'kind k{n + 1} is act counts as k{n} article "{n}" when k{n} then {_DUTY}\n',
            "",
        ),
        "clauses subject to each other": (
            f'{_HEAD}article "1"\n',
            lambda n: f'[c{n}] {_DUTY} subject to "1[c{n + 1}]"\n',
            f"[end] {_DUTY}",
        ),
        "references to an article of many clauses": (
            f'{_HEAD}article "1"\n' + "".join(f"[c{n}] {_DUTY}\n" for n in range(most // 110)),
            lambda n: f'article "a{n}" {_DUTY} subject to "1"\n',
            "",
        ),
        "sub-articles": (
            f'{_HEAD}article "0(1)" {_DUTY}\n',
            lambda n: f'article "{n + 1}(1)" {_DUTY} subject to "{n}"\n',
            "",
        ),
        "reservations by date": (
            f'{_HEAD}article "1" {_DUTY} by all_means\n',
            lambda n: f'reservation to "1" by FRA since {1000 + n}-01-01 until {1001 + n}-01-01 instead by consultation\n',
            "",
        ),
        "parties and spells": (
            'treaty big-1950 "Big" in force since 1950-01-01 parties\n',
            lambda n: f"{('FRA', 'GBR', 'ITA')[n % 3]} since {1000 + n // 3}-01-01 until {1000 + n // 3}-06-01\n",
            f'article "1" {_DUTY}',
        ),
        "names of one letter": (f"{_HEAD}fact b of act fact f of act implies b", lambda n: ",b", f' article "1" {_DUTY}'),
        "states": (f"{_HEAD}locality rock contested by FRA", lambda n: ",GBR", f' article "1" {_DUTY}'),
        "spells of all states": (
            'treaty big-1950 "Big" in force since 1950-01-01 parties\n',
            lambda n: f"{_STATES[n % 190]} since {1950 + n // 190}-01-01 until {1950 + n // 190}-06-01\n",
            f'article "1" {_DUTY}',
        ),
        "spells of all states at once": (
            'treaty big-1950 "Big" in force since 1950-01-01 parties\n',
            lambda n: f"{' '.join(_STATES)} since {1950 + n}-01-01 until {1950 + n}-06-01\n",
            f'article "1" when threat to a party then {_DUTY}',
        ),
        "strengths by date": (
            f'{_HEAD}article "1" {_DUTY} by all_means\n',
            lambda n: f'reservation to "1" by FRA since {1950 + n}-01-01 until {1951 + n}-01-01 instead by best_efforts\n',
            "",
        ),
        "strengths that do not end": (
            f'{_HEAD}article "1" {_DUTY} by all_means\n',
            lambda n: f'reservation to "1" by FRA since {1950 + n}-01-01 instead by best_efforts\n',
            "",
        ),
        "strengths by state": (
            f'{_HEAD}article "1" {_DUTY} by all_means\n',
            lambda n: (
                f'reservation to "1" by {_STATES[n % 190]}, {_STATES[n // 190 % 190]} since {1950 + n % 1000}-01-01'
                f" instead by {('best_efforts', 'constitutional_processes')[n % 2]}\n"
            ),
            "",
        ),
        "overrides in a ring": (_HEAD, lambda n: f'article "{n}" {_DUTY} overrides "{n + 1}"\n', ""),
        "duties under duties, turned": (
            f'{_HEAD}article "9999" {_DUTY}\n',
            lambda n: f'article "{9998 - n}" {_DUTY} only if FRA must consult every other party under "{9999 - n}"\n',
            "",
        ),
        "deep negations": (_HEAD, lambda n: f'article "{n}" when {"not (" * 60}threat to a party{")" * 60} then {_DUTY}\n', ""),
        "words nearly those that are defined": (
            _HEAD + "".join(f"kind some_kind_of_act_{n} is act\n" for n in range(most // 64)),
            lambda n: f'article "{n}" when sum_kind_of_act_{n} then {_DUTY}\n',
            "",
        ),
        "words as long as may be": (_HEAD, lambda n: f'article "{n}" when {"ab_" * 19}c{n} then {_DUTY}\n', ""),
        "many classes": (_HEAD, lambda n: f"class c{n} FRA GBR since 1950-01-01\n", f'article "1" {_DUTY}'),
        "polygons": (
            _HEAD,
            lambda n: f"area a{n} bounded by 10N 10E, 20N 10E, 20N {20 + n % 90}E, 10N 20E\n",
            f'article "1" when threat to a party in a1 then {_DUTY}',
        ),
        "parts that are left out": (
            f"{_HEAD}area one europe\n",
            lambda n: "except territory of FRA in europe\n",
            f'article "1" {_DUTY}',
        ),
        "decisions waited for": (
            _HEAD,
            lambda n: f'article "{n}" when the security_council decides necessary_measures then {_DUTY}\n',
            "",
        ),
        "counts": (
            _HEAD,
            lambda n: f'article "{n}" when at least 2 great_powers that are not parties are at_war with FRA then {_DUTY}\n',
            "",
        ),
        "judgements": (_HEAD, lambda n: f'article "{n}" when danger_to_peace as judged by a party then {_DUTY}\n', ""),
        "judgements of threats": (
            _HEAD,
            lambda n: f'article "{n}" when threat to a party as judged by the threatened then {_DUTY}\n',
            "",
        ),
        "states at war": (_HEAD, lambda n: f'article "{n}" when a party is at_war with a state then {_DUTY}\n', ""),
        "many parties": (
            _WIDE,
            lambda n: f'article "{n}" when threat to a party then every party must assist every other party\n',
            "",
        ),
        "many parties at war": (_WIDE, lambda n: f'article "{n}" when a party is at_war with a state then {_DUTY}\n', ""),
        "many parties forbidden": (
            _WIDE,
            lambda n: f'article "{n}" every party must refrain from armed_attack on every other party\n',
            "",
        ),
        "many bearers asked of": (_WIDE, lambda n: f'article "{n}" when threat to the bearer then {_DUTY}\n', ""),
        "many bearers, a line for each": (
            _WIDE,
            lambda n: f'article "{n}" when threat to a party then {_DUTY} only if the bearer is a great_power\n',
            "",
        ),
        "many bearers that give way": (
            f'{_WIDE}article "0" {_DUTY}\n',
            lambda n: f'article "{n + 1}" {_DUTY} subject to "0"\n',
            "",
        ),
        "each of many at war with each of others": (
            _HEAD,
            lambda n: (
                f'article "{n}" when any of {", ".join(_STATES[:60])} (the one) is at_war with any of {", ".join(_STATES[60:120])}'
                f" then {_DUTY}\n"
            ),
            "",
        ),
        "a class of all states at war": (
            f"{_HEAD}class c {' '.join(_STATES)} since 1950-01-01\n",
            lambda n: f'article "{n}" when a c is at_war with a party then {_DUTY}\n',
            "",
        ),
        "a class of all states counted": (
            f"{_HEAD}class c {' '.join(_STATES)} since 1950-01-01\n",
            lambda n: f'article "{n}" when at least 2 c are at_war with FRA then {_DUTY}\n',
            "",
        ),
        "help that is forbidden": (
            _HEAD,
            lambda n: (
                f'article "{n}" when threat to a party then every '
                + ("party must refrain from assistance to the threatened\n", "other party must assist the threatened\n")[n % 2]
            ),
            "",
        ),
        "prohibitions": (_HEAD, lambda n: f'article "{n}" every party must refrain from armed_attack on every other party\n', ""),
        "dated duties": (_HEAD, lambda n: f'article "{n}" {_DUTY} since {1950 + n % 100}-01-01\n', ""),
        "conditions on the bearer": (_HEAD, lambda n: f'article "{n}" when threat to the bearer then {_DUTY}\n', ""),
        "one long word": (_HEAD, lambda n: "a" * 1000, ""),
        "one long string": (f'{_HEAD}article "1" "', lambda n: "a" * 100, f'" {_DUTY}'),
        "long numbers of articles": (_HEAD, lambda n: f'article "{n}{"(" * 1000}" {_DUTY} subject to "{n}"\n', ""),
        "strings": (_HEAD, lambda n: f'article "{n}" "title {n}" check "why" summary "what" {_DUTY}\n', ""),
        "an error on every line": (_HEAD, lambda n: "x\n", ""),
        "an error in every article": (_HEAD, lambda n: f'article "{n}" when threat {_DUTY}\n', ""),
        "a section that stops short each": (_HEAD, lambda n: "article\n", ""),
        "blank lines": (_HEAD, lambda n: "\n", f'article "1" {_DUTY}'),
        "line ends of two characters": (_HEAD, lambda n: f'article "{n}"\r\n  {_DUTY}\r\n', ""),
        "one line of articles": (_HEAD, lambda n: f'article "{n}" {_DUTY} ', ""),
        "long words": (_HEAD, lambda n: "a" * 65 + " ", ""),
        "one line": (_HEAD, lambda n: " ", f'article "1" {_DUTY}'),
        "letters of other scripts": (f'{_HEAD}article "1" summary "', lambda n: "é", f'" {_DUTY}'),
    }
    return {
        name: _filled(head, line, most - (most // 2 if "scripts" in name else 0), tail) for name, (head, line, tail) in made.items()
    }


def events(most: int) -> dict[str, str]:
    """Event files of at most so many bytes, by name."""
    return {name: _filled(head, line, most, tail) for name, (head, line, tail) in _events(most).items()}


def crowded(most: int) -> dict[str, str]:
    """Event files of at most so many bytes and as many acts as are read, of half as many, and of ten."""
    return {
        f"{name}, {share}": _filled(head, line, most, tail, count - head.partition("acts:")[2].count("kind: "))
        for name, (head, line, tail) in _events(most).items()
        if line(0).startswith(("  - {kind: ", "  - {id: ")) and not head.endswith("actors:\n")
        for share, count in (("as many as are read", LIMITS.acts), ("half as many", LIMITS.acts // 2), ("ten", 10))
    }


def _events(most: int) -> dict[str, tuple[str, Callable[[int], str], str]]:
    """Their first lines, any further line, and the last, by name."""
    act = "  - {kind: invasion, by: AFG, on: USA}\n"
    made: dict[str, tuple[str, Callable[[int], str], str]] = {
        "acts": (f"{_EVENT}acts:\n", lambda n: act, ""),
        "acts that answer": (
            f"{_EVENT}acts:\n  - {{id: a0, kind: invasion, by: AFG, on: USA}}\n",
            lambda n: f"  - {{id: a{n + 1}, kind: invasion, by: USA, on: AFG, response_to: a{n}}}\n",
            "",
        ),
        "states struck": (f"{_EVENT}kind: invasion\nby: AFG\non: [USA", lambda n: ", USA", "]\n"),
        "actors": (f"{_EVENT}{_ACT}actors:\n", lambda n: f"  A{n}: {{kind: non_state}}\n", ""),
        "actors that speak for one": (f"{_EVENT}{_ACT}actors:\n", lambda n: f"  A{n}: {{kind: government, speaks_for: USA}}\n", ""),
        "relations": (f"{_EVENT}{_ACT}relations:\n", lambda n: "  - {at_war: [USA, AFG]}\n", ""),
        "decisions": (f"{_EVENT}{_ACT}decisions:\n", lambda n: "  - {body: security_council, decision: calls_for}\n", ""),
        "votes": (
            f"{_EVENT}{_ACT}decisions:\n",
            lambda n: "  - {body: security_council, decision: calls_for, votes: {yes: [USA]}}\n",
            "",
        ),
        "voters": (
            f"{_EVENT}{_ACT}decisions: [{{body: general_assembly, decision: calls_for, votes: {{yes: [USA",
            lambda n: ", FRA",
            "]}}]\n",
        ),
        "membership": (f"{_EVENT}{_ACT}membership:\n", lambda n: "  - {party: USA, treaty: nato-1949, status: contested}\n", ""),
        "claims": (f"{_EVENT}{_ACT}provoked: {{claimed: {{true: [AFG", lambda n: ", AFG", "], false: [USA]}}\n"),
        "days": (f"{_EVENT}{_ACT}as_of: [2001-09-11", lambda n: ", 2001-09-11", "]\n"),
        "unknown fields": (f"{_EVENT}{_ACT}", lambda n: f"field_{n}: 1\n", ""),
        "a list in a list": (f"{_EVENT}{_ACT}note: ", lambda n: "[" * 20 + "x" + "]" * 20 + "\n  , ", ""),
        "short lists": (f"{_EVENT}{_ACT}note: [", lambda n: "[],", "]\n"),
        "one long text": (f"{_EVENT}{_ACT}note: ", lambda n: "x", "\n"),
        "a folded text": (f"{_EVENT}{_ACT}note: >\n", lambda n: "  x\n", ""),
        "escapes": (f'{_EVENT}{_ACT}note: "', lambda n: "\\x41", '"\n'),
        "hidden by escapes": (f"{_EVENT}{_ACT}note: [", lambda n: '"\\u202e",', "]\n"),
        "colons": (f"{_EVENT}{_ACT}note: ", lambda n: "a:", "\n"),
        "question marks": (_EVENT, lambda n: "? ", ""),
        "dashes": (_EVENT, lambda n: "- ", ""),
        "comments": (f"{_EVENT}{_ACT}", lambda n: "#\n", ""),
        "blank lines": (f"{_EVENT}{_ACT}", lambda n: "\n", ""),
        "indents": (_EVENT, lambda n: " " * (n % 50) + "a:\n", ""),
        "quotes": (f"{_EVENT}{_ACT}note: ", lambda n: "'", "\n"),
        "expectations": (
            f"{_EVENT}{_ACT}expect:\n",
            lambda n: "  - {bearer: all, treaty: nato-1949, duty: any, verdict: owed}\n",
            "",
        ),
    }
    made |= {
        "acts of all states": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: invasion, by: {_STATES[n % 189]}, on: {_STATES[n % 189 + 1]}}}\n",
            "",
        ),
        "acts that are open": (f"{_EVENT}acts:\n", lambda n: "  - {kind: bombardment, by: AFG, on: USA, grave: unknown}\n", ""),
        "acts on groups": (
            f"{_EVENT}acts:\n",
            lambda n: "  - {kind: threat, by: AFG, to: {parties_of: nato-1949}}\n",
            "",
        ),
        "acts with a place each": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: invasion, by: AFG, on: USA, place: {{lat: {n % 90}.5, lon: {n % 180}.5}}}}\n",
            "",
        ),
        "requests": (
            f"{_EVENT}acts:\n",
            lambda n: "  - {kind: request_for_assistance, by: USA, to: [FRA], happened: unknown}\n",
            "",
        ),
        "relations of all states": (
            f"{_EVENT}{_ACT}relations:\n",
            lambda n: f"  - {{at_war: [{_STATES[n % 189]}, {_STATES[n // 189 % 189 + 1]}]}}\n",
            "",
        ),
        "facts of all states": (
            f"{_EVENT}{_ACT}parties:\n",
            lambda n: f"  {_LIVING[n]}: {{resisting: unknown}}\n" if n < len(_LIVING) else f"# {n}\n",
            "",
        ),
        "claims of all actors": (
            f"{_EVENT}{_ACT}actors:\n" + "".join(f"  C{n}: {{kind: reading}}\n" for n in range(most // 60)),
            lambda n: f"# {n}\n",
            "grave: {claimed: {true: ["
            + ", ".join(f"C{n}" for n in range(0, most // 60, 2))
            + "], false: ["
            + ", ".join(f"C{n}" for n in range(1, most // 60, 2))
            + "]}}\n",
        ),
        "votes of all states": (
            f"{_EVENT}{_ACT}decisions:\n",
            lambda n: f"  - {{body: general_assembly, decision: calls_for, votes: {{yes: [{', '.join(_STATES[:150])}]}}}}\n",
            "",
        ),
        "unknown states": (f"{_EVENT}kind: invasion\nby: AFG\non: [USA", lambda n: f", XQ{n}", "]\n"),
        "unknown kinds": (f"{_EVENT}acts:\n", lambda n: f"  - {{kind: invazion_{n}, by: AFG, on: USA}}\n", ""),
        "anchors": (f"{_EVENT}{_ACT}note: [&a x", lambda n: ", *a", "]\n"),
        "tags": (f"{_EVENT}{_ACT}note: [x", lambda n: ", !!str x", "]\n"),
        "merges": (f"{_EVENT}{_ACT}", lambda n: "<<: {a: 1}\n", ""),
        "one key again": (f"{_EVENT}{_ACT}", lambda n: "note: x\n", ""),
        "deep": (f"{_EVENT}{_ACT}note: ", lambda n: "[", ""),
        "a long number": (f"{_EVENT}{_ACT}killed: ", lambda n: "9", "\n"),
        "floats": (f"{_EVENT}{_ACT}killed: {{at_least: 1.", lambda n: "9", "}\n"),
        "documents": (f"{_EVENT}{_ACT}", lambda n: "---\n", ""),
    }
    sides = ("USA", "AFG")
    made |= {
        "acts that answer each other": (
            f"{_EVENT}acts:\n  - {{id: a0, kind: armed_attack, by: AFG, on: USA}}\n",
            lambda n: (
                f"  - {{id: a{n + 1}, kind: armed_attack, by: {sides[n % 2]}, on: {sides[(n + 1) % 2]},"
                f" response_to: a{n}, provoked: unknown}}\n"
            ),
            "",
        ),
        "acts that answer one": (
            f"{_EVENT}acts:\n  - {{id: a0, kind: armed_attack, by: AFG, on: USA}}\n",
            lambda n: f"  - {{id: a{n + 1}, kind: armed_attack, by: USA, on: AFG, response_to: a0, provoked: unknown}}\n",
            "",
        ),
        "acts of a month": (f"{_EVENT}acts:\n", lambda n: "  - {kind: bombardment, by: AFG, on: USA, date: 2001-09}\n", ""),
        "acts of the year before": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: bombardment, by: AFG, on: {_LIVING[n % 100]}, date: 2000}}\n",
            "",
        ),
        "acts with two accounts each": (
            f"{_EVENT}acts:\n",
            lambda n: (
                "  - {kind: bombardment, by: AFG, on: USA,"
                f" grave: {{claimed: {{true: [{_LIVING[n % 100]}], false: [{_LIVING[(n + 1) % 100]}]}}}}}}\n"
            ),
            "",
        ),
        "requests to all states": (
            f"{_EVENT}acts:\n  - {{kind: armed_attack, by: AFG, on: USA}}\n",
            lambda n: f"  - {{kind: request_for_assistance, by: USA, to: [{_LIVING[n % len(_LIVING)]}]}}\n",
            "",
        ),
        "acts of many on many": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: armed_attack, by: [{', '.join(_LIVING[:60])}], on: [{', '.join(_LIVING[60:120])}]}}\n",
            "",
        ),
        "declarations of war on all": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: declaration_of_war, by: {_LIVING[n % 150]}, on: [{_but(_LIVING[n % 150])}]}}\n",
            "",
        ),
        "acts of forces": (
            f"{_EVENT}actors:\n"
            + "".join(f"  F{n}: {{kind: force, of: [{', '.join(_LIVING[:100])}]}}\n" for n in range(LIMITS.acts))
            + "acts:\n",
            lambda n: f"  - {{kind: armed_attack, by: F{n % LIMITS.acts}, on: USA}}\n",
            "",
        ),
        "acts in breach": (
            f"{_EVENT}acts:\n",
            lambda n: (
                f"  - {{kind: armed_attack, by: {_LIVING[n % len(_LIVING)]}, on: {_LIVING[(n * 7 + 1) % len(_LIVING)]},"
                " provoked: unknown, in_self_defence: unknown}\n"
            ),
            "",
        ),
        "acts in the land of all": (
            f"{_EVENT}acts:\n",
            lambda n: f"  - {{kind: armed_attack, by: AFG, on: USA, place: {{territory_of: {_LIVING[n % 100]}}}}}\n",
            "",
        ),
        "decisions on all": (
            f"{_EVENT}{_ACT}decisions:\n",
            lambda n: (
                f"  - {{body: security_council, decision: necessary_measures, on: {_LIVING[n % 100]}, outcome: unknown}}\n"
                if n < LIMITS.decisions
                else f"# {n}\n"
            ),
            "",
        ),
        "decisions of a month": (
            f"{_EVENT}{_ACT}decisions:\n",
            lambda n: "  - {body: security_council, decision: calls_for, date: 2001-09}\n" if n < LIMITS.decisions else f"# {n}\n",
            "",
        ),
    }
    return made


def jsons(most: int) -> dict[str, str]:
    """The same in JSON, where JSON has the shape."""
    head = '{"event": "big", "date": "2001-09-11", '
    act = '{"kind": "invasion", "by": "AFG", "on": "USA"}'
    one = head + act[1:-1]
    return {
        "acts": _listed(head + '"acts": [', act, ",", most, "]}"),
        "keys": _filled(f"{one}", lambda n: f', "k{n}": 1', most, "}"),
        "one key again": _filled(f"{one}", lambda n: ', "k": 1', most, "}"),
        "lists": _listed(one + ', "note": [', "[]", ",", most, "]}"),
        "numbers": _listed(one + ', "note": [', "1e9", ",", most, "]}"),
        "a long number": _filled(one + ', "killed": ', lambda n: "9", most, "}"),
        "escapes": _filled(one + ', "note": "', lambda n: "\\u0041", most, '"}'),
        "hidden by escapes": _listed(one + ', "note": [', '"\\u202e"', ",", most, "]}"),
        "space": _filled(one, lambda n: " ", most, "}"),
        "no end": _filled(one + ', "note": "', lambda n: "x", most),
        "quotes": _filled("", lambda n: '"', most),
        "minus signs": _filled("", lambda n: "-", most),
    }


def measure(names: Sequence[str]) -> int:
    """Each shape in a process of its own, with what it took of the processor and of memory; 1 if one of them passes the bounds."""
    vocabulary()
    parser()
    real()
    rows: list[tuple[float, str]] = []
    failed = False
    print(_HEADING)
    for sort, name, text in _all():
        if names and name not in names and sort not in names:
            continue
        took, megabytes, found = _alone(sort, text)
        over = max(took) > SECONDS or megabytes > MEGABYTES
        failed = failed or over
        times = " ".join(f"{each:7.2f}" for each in took)
        shown = f"{sort:7}{name:55} {len(text.encode()):7} {times} {megabytes:8.0f}  {found}{'  OVER' if over else ''}"
        rows.append((max(took), shown))
        print(shown)
        sys.stdout.flush()
    print("\nthe worst ten\n" + "\n".join(shown for _, shown in sorted(rows, reverse=True)[:10]))
    return int(failed)


_HEADING = f"{'':62} {'bytes':>7} {'check s':>7} {'fmt s':>7} {'query s':>7} {'peak MB':>8}  found"
_Took = tuple[float, float, float]


def _all() -> Iterator[tuple[str, str, str]]:
    for sort, made in (
        ("treaty", treaties(LIMITS.treaty_bytes)),
        ("yaml", events(LIMITS.event_bytes)),
        ("yaml", crowded(LIMITS.event_bytes)),
        ("json", jsons(LIMITS.event_bytes)),
    ):
        for name, text in made.items():
            yield sort, name, text


def _alone(sort: str, text: str) -> tuple[_Took, float, str]:
    """CPU seconds (user and system) of checking, of formatting and of a question, the most memory in megabytes, and what was found;
    in a child, so that it can be given up."""
    receive, send = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE))
        try:
            (checked, formatted, asked), found = _work(sort, text.encode())
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            said = f"{checked} {formatted} {asked} {peak} {found}"
        except BaseException as error:
            said = f"0 0 {_PATIENCE} 0 {type(error).__name__}: {str(error)[:100]}"
        os.write(send, said.encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    checked, formatted, asked, peak, found = (said or f"0 0 {_PATIENCE} 0 given up").split(" ", 4)
    return (float(checked), float(formatted), float(asked)), float(peak), found


def _work(sort: str, data: bytes) -> tuple[_Took, str]:
    if sort != "treaty":
        (found, took) = _taking(lambda: _asked(real(), data, f"big.{sort}"))
        return (0.0, 0.0, took), found
    source, problems = screen("big.treaty", data, LIMITS.treaty_bytes)
    if source is None:
        return (0.0, 0.0, 0.0), _codes(problems)
    compiled, checked = _taking(lambda: compile_sources([source], base=vocabulary()))
    _, formatted = _taking(lambda: format_text(source))
    found, asked = _codes(compiled.diagnostics), 0.0
    if compiled.plan is not None:
        library = Library(compiled.plan, frozenset(organ for each in compiled.plan.treaties.values() for organ in each.organs))
        found, asked = _taking(lambda: _asked(library, _ASKED.encode(), "ask.yaml"))
    return (checked, formatted, asked), found


def _asked(library: Library, data: bytes, name: str) -> str:
    """What is found in asking an event of a library."""
    situation, problems = read_for(library, data, name)
    if situation is None or any(each.severity == "error" for each in problems):
        return _codes(problems)
    try:
        duties = sum(len(ask(library, situation, day, Wanted()).duties) for day in situation.as_of)
    except InputError as error:
        return _codes(error.diagnostics)
    return f"{duties} duties"


def _taking(what: Callable[[], _Made]) -> tuple[_Made, float]:
    start = time.process_time()
    made = what()
    return made, time.process_time() - start


def _codes(problems: Sequence[object]) -> str:
    codes = [str(getattr(each, "code", "")) for each in problems]
    return ", ".join(f"{codes.count(code)} {code}" for code in dict.fromkeys(codes)) or "nothing wrong"
