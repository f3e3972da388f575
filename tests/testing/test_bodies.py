"""Rows of `expect` on what a body has to do, or what is owed to it."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, library, pact
from treatylang.api import read_event
from treatylang.diagnostics.diagnostic import InputError
from treatylang.testing.compare import differences

TEXT = pact(
    """
    organ assembly "Article 3" of every party decides by majority
    article "1" when armed_attack on a party then the assembly may implement and every other party must report to the assembly
    article "2" when rebellion on a party then the assembly must implement
    """
)
ATTACK = "kind: bombardment\nby: GBR\non: FRA\nexpect:\n  - {%s}"


def met(row: str) -> bool:
    happened = event(ATTACK % row)
    known = library(TEXT)
    (expected,) = read_event(happened, known).expect
    return not differences(ask(TEXT, happened), expected, known)


@pytest.mark.parametrize(
    ("row", "so"),
    [
        ('bearer: assembly, treaty: pact-1900, article: "1", duty: implement, verdict: permitted', True),
        ('bearer: [assembly], treaty: pact-1900, article: "1", duty: implement, verdict: not_owed', False),
        ('bearer: assembly, treaty: pact-1900, article: "2", duty: implement, verdict: not_owed', True),
        ('bearer: assembly, treaty: pact-1900, article: "2", duty: implement, verdict: owed', False),
        ('bearer: ESP, treaty: pact-1900, article: "1", duty: report, verdict: owed, owed_to: assembly', True),
        ('bearer: ESP, treaty: pact-1900, article: "1", duty: report, verdict: owed, owed_to: security_council', False),
    ],
)
def test_a_row_may_name_a_body(row: str, so: bool) -> None:
    assert met(row) is so


def test_what_is_neither_a_body_nor_a_state_is_unknown() -> None:
    with pytest.raises(InputError, match="unknown state or actor `asembly`"):
        met("bearer: asembly, treaty: pact-1900, duty: any, verdict: owed")
