"""`against` and `acts` of a row name those of the ways that some world has, and of no other."""

from tests.asking import event, pact, row

CONSENTS = pact("""
    article "1"
      when    armed_attack by a state (the foe) on a party
      then    every other party must defend the victim against the foe
      only if consent by every other party
      unless  consent by the foe
""")
STRIKES = "acts:\n  - {id: one, kind: bombardment, by: ESP, on: FRA}\n  - {id: two, kind: bombardment, by: GRC, on: FRA}\n"


def test_an_attack_that_no_world_lets_start_the_duty_is_not_named() -> None:
    """Every other party must have consented, ESP among them, and ESP must not have: against ESP nobody ever owes it."""
    duty = row(CONSENTS, event(STRIKES), "ITA")
    assert duty.verdict == "depends"
    assert (duty.acts, duty.against) == (("two",), ("GRC",))


def test_a_way_that_some_world_has_is_named_beside_one_that_is_sure() -> None:
    text = pact("""
        article "1"
          when    armed_attack by a state (the foe) on a party
          then    every other party must defend the victim against the foe
    """)
    opened = STRIKES.replace("by: GRC, on: FRA", "by: GRC, on: FRA, grave: unknown")
    duty = row(text, event(opened), "ITA")
    assert (duty.verdict, duty.acts, duty.against) == ("owed", ("one", "two"), ("ESP", "GRC"))


def test_of_a_prohibition_only_acts_that_may_break_it_are_named() -> None:
    text = pact("""
        article "1"
          every party must refrain from use_of_force on another party
          unless consent by the victim
          unless not (consent by the victim)
    """)
    duty = row(text, event(STRIKES), "ESP")
    assert duty.verdict == "owed" and duty.acts == ()
