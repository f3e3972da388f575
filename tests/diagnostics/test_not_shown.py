"""The codes whose wrong input a page says only in words: here it is."""

from __future__ import annotations

import pytest

from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.diagnostics.pages import NOT_SHOWN
from treatylang.events.read import read_tree
from treatylang.syntax.from_text import parse_text
from treatylang.text.limits import LIMITS
from treatylang.text.screen import screen
from treatylang.text.source import Source

ELSEWHERE = {"TL0701", "TL0803", "TL1003"}  # faults of the program or of a package, not of an input
TREATY = b'treaty example-1949 "An example"\n  in force since 1949-08-24\n'


def deep(opened: int) -> str:
    condition = "(" * opened + "armed_attack on a party" + ")" * opened
    return TREATY.decode() + f'article "1"\n  when {condition}\n  then every party must consult every other party\n'


FOUND: dict[str, tuple[Diagnostic, ...]] = {
    "TL0101": screen("x.treaty", TREATY + b"#" * LIMITS.treaty_bytes, LIMITS.treaty_bytes)[1],
    "TL0102": screen("x.treaty", TREATY + "# signée".encode("latin-1"), LIMITS.treaty_bytes)[1],
    "TL0103": screen("x.treaty", TREATY + "# \u202e".encode(), LIMITS.treaty_bytes)[1],
    "TL0104": parse_text(deep(LIMITS.nesting + 1)).diagnostics,
}


def test_every_code_is_here_or_elsewhere() -> None:
    assert set(FOUND) | ELSEWHERE == set(NOT_SHOWN)


@pytest.mark.parametrize("code", FOUND)
def test_the_wrong_input_is_refused(code: str) -> None:
    assert [each.code for each in FOUND[code]] == [code]


def test_the_same_without_the_fault_is_read() -> None:
    assert screen("x.treaty", TREATY + "# signée".encode(), LIMITS.treaty_bytes)[1] == ()
    assert parse_text(deep(LIMITS.nesting)).diagnostics == ()


def test_an_event_may_not_be_deep_either() -> None:
    text = "event: x\nacts: " + "[" * (LIMITS.event_depth + 1) + "]" * (LIMITS.event_depth + 1) + "\n"
    assert [each.code for each in read_tree(Source("x.yaml", text))[1]] == ["TL0104"]
