"""Whether a decision is about the act that started a clause: open, and not missed, where it is not known who did the act."""

import pytest

from tests.asking import event, pact, row

HELP = pact("""
    article "1"
      when    armed_attack on a party
      then    every other party must assist the victim
      lapses when the security_council decides necessary_measures
""")
WAITS = pact("""
    article "1"
      when    armed_attack on a party and the security_council decides necessary_measures
      then    every other party must assist the victim
""")
MEASURES = "decisions:\n  - {{body: security_council, decision: necessary_measures{}}}"
ACTS = """
acts:
  - {{id: strike, kind: bombardment, by: {}, on: FRA}}
  - {{id: other, kind: bombardment, by: {}, on: {}}}
"""


def verdict(text: str, decided: str, by: str = "[]", other: str = "PRK", on: str = "KOR") -> str:
    found = row(text, event(ACTS.format(by, other, on) + MEASURES.format(decided)), "ESP")
    assert "strike" in found.acts or found.verdict == "not_owed"
    return found.verdict


@pytest.mark.parametrize(
    ("decided", "by", "lapsed"),
    [
        (", on: PRK", "PRK", "not_owed"),
        (", on: PRK", "IRQ", "owed"),
        (", on: PRK", "[]", "depends"),  # PRK may have done it
        (", on: FRA", "[]", "not_owed"),
        (", on: PRK, outcome: not_adopted", "[]", "owed"),
        (", about: strike", "[]", "not_owed"),
        (", about: other", "[]", "owed"),
        ("", "[]", "not_owed"),
    ],
)
def test_measures_against_one_who_may_have_attacked(decided: str, by: str, lapsed: str) -> None:
    assert verdict(HELP, decided, by) == lapsed
    silent = row(WAITS, event(ACTS.format(by, "PRK", "KOR")), "ESP").verdict
    waiting = {"owed": silent, "not_owed": "owed", "depends": "depends"}[lapsed]
    assert verdict(WAITS, decided, by) == waiting


def test_measures_about_another_attack_on_the_same_victim() -> None:
    assert verdict(HELP, ", about: other", "PRK", "PRK", "FRA") == "not_owed"
    assert verdict(HELP, ", about: other", "IRQ", "PRK", "FRA") == "owed"  # help against IRQ, on whom nothing was decided
    found = row(HELP, event(ACTS.format("[]", "PRK", "GRC") + MEASURES.format(", about: other")), "ESP")
    assert found.verdict == "owed"
    found = row(HELP, event(ACTS.format("IRQ", "[]", "FRA") + MEASURES.format(", about: other")), "ESP")
    assert (found.verdict, [atom.word for atom in found.depends_on]) == ("depends", ["necessary_measures"])
