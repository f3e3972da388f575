"""That the list of acts is complete is a presumption: told where an answer rests on it, and switched off by `presume: [acts]`."""

from tests.asking import ask, event, pact, real, row
from treatylang.api import decide, read_event

UNLESS = pact("""
    article "1"
      when    armed_attack on a party
      then    every other party must assist the victim
      unless  threat_of_force by the victim
""")
ATTACK = "kind: bombardment\nby: DEU\non: FRA\n"
OPEN = "presume: [acts]\n"


def test_that_the_list_is_complete_is_told() -> None:
    assert row(UNLESS, event(ATTACK), "ESP").verdict == "owed"
    assert ask(UNLESS, event(ATTACK)).lists_all and ask(UNLESS, event(ATTACK + "presume: none\n")).lists_all
    assert not ask(UNLESS, event(ATTACK + OPEN)).lists_all


def test_without_it_an_act_may_have_been_that_nobody_lists() -> None:
    found = row(UNLESS, event(ATTACK + OPEN), "ESP")
    assert found.verdict == "depends"
    assert [(atom.word, atom.of) for atom in found.depends_on] == [("threat_of_force", ("FRA",))]


def test_what_is_listed_is_so() -> None:
    found = row(UNLESS, event(ATTACK.replace("FRA", "FRA\narmed_attack: true") + OPEN), "ESP")
    assert found.verdict == "depends" and found.acts == ("act1",)


def test_without_it_an_attack_may_have_been() -> None:
    decision = ask(UNLESS, event("acts: []\n" + OPEN))
    assert {duty.verdict for duty in decision.duties} == {"depends"}
    assert {atom.word for duty in decision.duties for atom in duty.depends_on} >= {"armed_attack"}


def test_what_nobody_lists_breaks_no_rule() -> None:
    text = pact('article "1" every party must refrain from use_of_force on another party')
    assert {duty.verdict for duty in ask(text, event("acts: []\n" + OPEN)).duties} == {"owed"}


def test_none_of_the_presumptions_of_facts_is_meant() -> None:
    assert row(UNLESS, event(ATTACK + "presume: none\n"), "ESP").verdict == "depends"
    assert "threat_of_force" not in {atom.word for atom in row(UNLESS, event(ATTACK + "presume: none\n"), "ESP").depends_on}


def test_of_the_whole_library_what_was_owed_is_no_less_open() -> None:
    """More facts left open: nothing is decided otherwise."""
    happened = "event: a test\ndate: 2018-06-01\nkind: bombardment\nby: RUS\non: POL\ntreaties: [nato-1949, csto, eu-teu-42-7, un-charter-1945]\n"
    closed, opened = (decide(read_event(happened + more), library=real(), not_owed=True) for more in ("", OPEN))
    sure = {duty.id: duty.verdict for duty in opened.duties if duty.verdict not in ("depends", "disputed")}
    before = {duty.id: duty.verdict for duty in closed.duties}
    assert all(before.get(name, verdict) == verdict for name, verdict in sure.items())
