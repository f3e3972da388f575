"""Words that only one treaty defines, used by an event: they count in that treaty, and elsewhere as what they are in the common words."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.asking import ask, event, library, verdicts
from tests.decision.written import written
from treatylang.api import decide, read_event
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking
from treatylang.diagnostics.diagnostic import InputError
from treatylang.events.used import used

_PARTIES = """  in force since 1900-01-01 until 2100-01-01
parties
  FRA ESP PRT ITA since 1900-01-01
"""


def treaty(name: str, body: str) -> str:
    return f'treaty {name} "{name}"\n{_PARTIES}{body}'


RAYS = treaty(
    "rays-1900",
    """
kind ray_attack "an attack by rays"
  is use_of_force
  by attacker on victim
  presumed scorching
kind deadly_ray "rays that kill"
  is ray_attack
fact scorching "the ray scorches"
  of act
  implies destructive
fact unruly "it does not keep its word"
  of party
fact eclipse "the sun is dark"
  of situation
relation enthralled "one is in the spell of another"
  of thrall by master
decision ban_of_rays "rays are forbidden"
region dark_side "the far side"
  inside europe
locality ray_island "an island of rays"
  is island
  inside dark_side
  held of GRC
class ray_power "those who have rays"
  DEU since 1900-01-01
target mirror "a mirror"
article "1"
  when ray_attack on a party
  then every other party must defend the victim
article "2"
  when use_of_force on a party
  then every other party must consult every other party
  only if the act is scorching
article "3"
  when use_of_force by a ray_power on a party
  then every other party must notify the victim
article "4"
  when use_of_force in dark_side
  then every party must report the security_council
article "5"
  when use_of_force in ray_island
  then every party must notify GRC
article "6"
  when a state (the thrall) is enthralled by a state (the master)
  then every party must notify the thrall
article "7"
  when the security_council decides ban_of_rays
  then every party must consult GRC
article "8"
  when use_of_force on mirror of a party
  then every other party must invite the victim
article "9"
  when eclipse
  then every party must notify TUR
""",
)
PLAIN = treaty(
    "plain-1900",
    """
article "1"
  when use_of_force on a party
  then every other party must defend the victim
article "2"
  when terrorism on a party
  then every other party must assist the victim
article "3"
  when use_of_force in europe
  then every party must report the security_council
""",
)


def owed(texts: str | tuple[str, ...], happened: str, **options: object) -> set[str]:
    """`treaty:clause` of what is owed."""
    return {each.id.split("/")[0] for each in ask(texts, happened, **options).duties if each.verdict == "owed"}


def test_a_kind_counts_in_its_treaty_and_elsewhere_as_what_it_is() -> None:
    happened = event("kind: ray_attack\nby: DEU\non: FRA\n")
    assert owed(RAYS, happened) == {"rays-1900:1", "rays-1900:2", "rays-1900:3"}
    assert owed((RAYS, PLAIN), happened) == {"rays-1900:1", "rays-1900:2", "rays-1900:3", "plain-1900:1"}


def test_a_kind_below_an_own_kind_is_one_of_both() -> None:
    happened = event("kind: deadly_ray\nby: DEU\non: FRA\n")
    assert owed((RAYS, PLAIN), happened) == {"rays-1900:1", "rays-1900:2", "rays-1900:3", "plain-1900:1"}


def test_an_own_fact_is_seen_in_its_treaty_only() -> None:
    happened = event("kind: bombardment\nby: GRC\non: FRA\nscorching: true\n")
    assert "rays-1900:2" in owed((RAYS, PLAIN), happened)
    assert "rays-1900:2" not in owed((RAYS, PLAIN), happened.replace("true", "false"))


@pytest.mark.parametrize(
    ("happened", "clause"),
    [
        ("kind: bombardment\nby: GRC\non: FRA\nplace: {region: dark_side}\n", "4"),
        ("kind: bombardment\nby: GRC\non: FRA\nplace: {territory: ray_island}\n", "5"),
        ("kind: bombardment\nby: GRC\non: TUR\nrelations: [{enthralled: [GRC, TUR]}]\n", "6"),
        ("kind: bombardment\nby: GRC\non: TUR\ndecisions: [{body: security_council, decision: ban_of_rays}]\n", "7"),
        ("kind: bombardment\nby: GRC\non: FRA\ntarget: mirror\n", "8"),
        ("acts: [{kind: bombardment, by: GRC, on: TUR}]\nfacts: {eclipse: true}\n", "9"),
    ],
)
def test_every_sort_of_word_reaches_the_clause_that_asks_for_it(happened: str, clause: str) -> None:
    assert f"rays-1900:{clause}" in owed((RAYS, PLAIN), event(happened))
    without = event("kind: bombardment\nby: GRC\non: TUR\n")
    assert f"rays-1900:{clause}" not in owed((RAYS, PLAIN), without)


def test_a_place_of_one_treaty_is_elsewhere_the_land_that_it_is() -> None:
    for place in ("{region: dark_side}", "{territory: ray_island}"):
        happened = event(f"kind: bombardment\nby: TUR\non: GRC\nplace: {place}\n")
        assert owed((RAYS, PLAIN), happened, treaties=["plain-1900"]) == {"plain-1900:3"}


def test_a_group_of_a_class_of_one_treaty_stands_for_its_members_everywhere() -> None:
    happened = event("kind: bombardment\nby: {class: ray_power}\non: FRA\n")
    found = [each for each in ask((RAYS, PLAIN), happened).duties if each.verdict == "owed"]
    assert "rays-1900:3" in {each.id.split("/")[0] for each in found}
    assert "plain-1900:1" in {each.id.split("/")[0] for each in found}


# ---------------------------------------------------------------------------------------------------- one word, two meanings
ONE = treaty(
    "one-1900",
    """
kind crisis "a flood"
  is act
  by author on sufferer
fact dire "many drown"
  of act
class friend "the friends of the one"
  DEU since 1900-01-01
relation close_by "close by"
  of neighbour to next
  symmetric
article "1"
  when crisis on a party
  then every other party must assist the sufferer
article "2"
  when use_of_force on a party
  then every other party must consult every other party
  only if the act is dire
article "3"
  when use_of_force by a friend on a party
  then every other party must notify the victim
article "4"
  when a state (the one) is close_by to a state (the next)
  then every party must consult GRC
""",
)
OTHER = treaty(
    "other-1900",
    """
kind crisis "an assault"
  is use_of_force
  by attacker on victim
fact dire "towns burn"
  of act
class friend "the friends of the other"
  GRC since 1900-01-01
relation close_by "akin"
  of cousin to kin
  symmetric
article "1"
  when crisis on a party
  then every other party must defend the victim
article "2"
  when use_of_force on a party
  then every other party must consult every other party
  only if the act is dire
article "3"
  when use_of_force by a friend on a party
  then every other party must notify the victim
article "4"
  when a state (the one) is close_by to a state (the next)
  then every party must consult GRC
""",
)


@pytest.mark.parametrize("texts", list(permutations((ONE, OTHER, PLAIN))))
def test_each_of_two_treaties_sees_its_own_meaning_whatever_their_order(texts: tuple[str, ...]) -> None:
    def one(happened: str) -> set[str]:
        return owed(texts, event(happened))

    assert one("kind: one-1900:crisis\nby: TUR\non: FRA\n") == {"one-1900:1"}
    assert one("kind: other-1900:crisis\nby: TUR\non: FRA\n") == {"other-1900:1", "plain-1900:1"}
    plain = "kind: bombardment\nby: TUR\non: FRA\n"
    assert one(plain + "one-1900:dire: true\nother-1900:dire: false\n") == {"one-1900:2", "plain-1900:1"}
    assert one(plain + "one-1900:dire: false\nother-1900:dire: true\n") == {"other-1900:2", "plain-1900:1"}
    war = "acts: [{kind: harassment, by: TUR, on: GRC}]\n"
    assert one(war + "relations: [{one-1900:close_by: [TUR, GRC]}, {other-1900:close_by: [TUR, GRC], value: false}]\n") == {
        "one-1900:4"
    }


@pytest.mark.parametrize("texts", list(permutations((ONE, OTHER))))
def test_what_is_open_is_asked_by_the_name_that_an_event_can_write(texts: tuple[str, ...]) -> None:
    happened = event("kind: bombardment\nby: TUR\non: FRA\n")
    asked = {each.treaty: {atom.word for atom in each.depends_on} for each in ask(texts, happened).duties if each.article == "2"}
    assert asked == {"one-1900": {"one-1900:dire"}, "other-1900": {"other-1900:dire"}}
    alone = {atom.word for each in ask(ONE, happened).duties if each.article == "2" for atom in each.depends_on}
    assert alone == {"dire"}


def test_a_bare_word_of_two_meanings_is_an_error_that_names_both() -> None:
    for line in ("kind: crisis\nby: TUR\non: FRA\n", "kind: bombardment\nby: TUR\non: FRA\ndire: true\n"):
        with pytest.raises(InputError) as caught:
            read_event(event(line), library(ONE, OTHER))
        (problem,) = caught.value.diagnostics
        word = "crisis" if "crisis" in line else "dire"
        assert problem.code == "TL0620"
        assert problem.message == f"`{word}` means one thing in `one-1900` and another in `other-1900`"
        assert problem.hint == f"write `one-1900:{word}` or `other-1900:{word}`"


def test_where_two_treaties_say_the_same_of_a_word_it_is_one_word() -> None:
    twin = ONE.replace("one-1900", "twin-1900")
    for kind in ("crisis", "one-1900:crisis", "twin-1900:crisis"):
        assert owed((ONE, twin), event(f"kind: {kind}\nby: TUR\non: FRA\n")) == {"one-1900:1", "twin-1900:1"}
    with pytest.raises(InputError):
        read_event(event("kind: crisis\nby: TUR\non: FRA\n"), library(ONE, OTHER, twin))
    for kind in ("one-1900:crisis", "twin-1900:crisis"):
        assert owed((ONE, OTHER, twin), event(f"kind: {kind}\nby: TUR\non: FRA\n")) == {"one-1900:1", "twin-1900:1"}


def test_words_are_the_same_only_if_those_that_they_rest_on_are() -> None:
    def says(name: str, meaning: str) -> str:
        return treaty(
            name,
            f'''
fact dire "{meaning}"
  of act
kind crisis "a crisis"
  is act
  by author on sufferer
  needs dire
article "1"
  when crisis on a party
  then every other party must assist the sufferer
''',
        )

    with pytest.raises(InputError) as caught:
        read_event(event("kind: crisis\nby: TUR\non: FRA\n"), library(says("a-1900", "wet"), says("b-1900", "dry")))
    assert [each.code for each in caught.value.diagnostics] == ["TL0620"]


# ---------------------------------------------------------------------------------------------------- asking
def test_asked_of_another_treaty_the_words_are_known_still() -> None:
    happened = event("kind: ray_attack\nby: DEU\non: FRA\nscorching: unknown\n")
    assert owed((RAYS, PLAIN), happened, treaties=["plain-1900"]) == {"plain-1900:1"}


def test_an_event_of_one_library_is_refused_by_another_that_lacks_its_words() -> None:
    happened = read_event(event("kind: ray_attack\nby: DEU\non: FRA\n"), library(RAYS))
    clear = read_event(event("kind: bombardment\nby: TUR\non: FRA\ndire: true\n"), library(ONE))
    for situation, texts in ((happened, (PLAIN,)), (clear, (ONE, OTHER))):
        with pytest.raises(InputError) as caught:
            decide(situation, library=library(*texts))
        assert [each.code for each in caught.value.diagnostics] == ["TL0301"]


def test_a_presumption_of_an_own_word_is_switched_off_by_its_name() -> None:
    text = treaty(
        "dusk-1900",
        """
fact dusky "it is dusk"
  of act
  presumed dusky
  because "it mostly is"
article "1"
  when use_of_force on a party
  then every other party must assist the victim
  only if the act is dusky
""",
    )
    happened = event("kind: bombardment\nby: TUR\non: FRA\n")
    assert set(verdicts(text, happened).values()) == {"owed"}
    assert set(verdicts(text, happened + "presume: [dusky]\n").values()) == {"depends"}


def test_a_treaty_is_not_passed_over_where_its_own_presumption_is_switched_off() -> None:
    text = treaty(
        "spell-1900",
        """
relation enthralled "one is in the spell of another"
  of thrall by master
  presumed not enthralled
  because "spells are rare"
article "1"
  when GRC is enthralled by TUR
  then every party must consult every other party
""",
    )
    known = library(text)
    for more, verdicts_ in (("", set()), ("presume: none\n", {"depends"}), ("presume: [enthralled]\n", {"depends"})):
        happened = read_event(event("kind: bombardment\nby: TUR\non: GRC\n" + more), known)
        found = decide(happened, library=known, standing=False).duties
        assert {each.verdict for each in found} == verdicts_, more


def test_an_own_kind_below_none_of_the_common_ones_is_of_none_of_them() -> None:
    loose = treaty(
        "loose-1900", 'kind omen "a sign"\n  by seer\narticle "1"\n  when omen\n  then every party must consult every other party\n'
    )
    assert owed((loose, PLAIN), event("kind: omen\nby: TUR\n")) == {"loose-1900:1"}


@pytest.mark.parametrize("standing", [True, False])
def test_treaties_that_an_own_kind_touches_are_not_passed_over(standing: bool) -> None:
    known = library(RAYS, PLAIN, ONE, OTHER)
    for kind in ("ray_attack", "deadly_ray", "one-1900:crisis", "other-1900:crisis"):
        happened = read_event(event(f"kind: {kind}\nby: DEU\non: FRA\n"), known)
        every = decide(happened, library=known, standing=standing, not_owed=True).duties
        few = decide(happened, library=known, standing=standing).duties
        assert {each.id for each in few} == {each.id for each in every if each.verdict != "not_owed"}, kind


def test_a_state_that_only_a_treaty_has_is_a_state() -> None:
    text = treaty("isle-1900", 'code XIS "The Isle"\n  is state\nclass islander "islanders"\n  XIS since 1900-01-01\n').replace(
        "FRA ESP", "XIS FRA ESP"
    ) + 'article "1"\n  when use_of_force on a islander\n  then every other party must assist the victim\n'.replace(
        "a islander", "an islander"
    )
    assert owed((text, PLAIN), event("kind: bombardment\nby: TUR\non: XIS\n")) == {"isle-1900:1"}


# ---------------------------------------------------------------------------------------------------- what would change it
@pytest.mark.parametrize("texts", [(RAYS,), (RAYS, PLAIN)])
def test_a_change_may_name_an_own_kind(texts: tuple[str, ...]) -> None:
    known = library(*texts)
    situation = read_event(event("kind: harassment\nby: TUR\non: FRA\n"), known)
    duties = [
        each
        for each in decide(situation, library=known, not_owed=True).duties
        if each.treaty == "rays-1900" and each.article == "1"
    ]
    found = Asking(known.plan, situation, "1960-05-05", Wanted(not_owed=True)).of_all(duties)
    kinds = {act.kind for near in found if near.scene is not None for act in near.scene.situation.acts}
    assert "ray_attack" in kinds


def test_what_is_suggested_in_own_words_can_be_written_and_does_it() -> None:
    known = library(RAYS, ONE, OTHER)
    for happened in (
        "kind: harassment\nby: TUR\non: GRC\n",
        "kind: bombardment\nby: TUR\non: FRA\none-1900:dire: false\nother-1900:dire: false\n",
    ):
        situation = read_event(event(happened), known)
        duties = [
            each for each in decide(situation, library=known, not_owed=True, bearers=["ESP"]).duties if each.verdict == "not_owed"
        ]
        suggested: set[str] = set()
        for duty, near in zip(
            duties, Asking(known.plan, situation, "1960-05-05", Wanted(not_owed=True)).of_all(duties), strict=True
        ):
            if near.scene is None:
                continue
            suggested |= {word for _, word in used(near.scene.situation)} - {word for _, word in used(situation)}
            made = written(near.scene.situation, near.scene.day, known.plan.dictionary.every_word())
            again = decide(made, library=known, bearers=["ESP"]).duties
            held = {each.id.split("/")[0] for each in again if each.verdict in ("owed", "permitted")}
            assert duty.id.split("/")[0] in held, (duty.id, near.changes)
        wanted = {"one-1900:crisis", "other-1900:crisis"} if "harassment" in happened else set()
        assert wanted <= suggested, suggested


def test_votes_are_counted_by_the_rule_for_a_matter_of_one_treaty() -> None:
    text = treaty(
        "council-1900",
        """
decision closing_of_ports "ports are closed"
organ harbour_council "of all" of every party
  decides by unanimity
  decides closing_of_ports by majority
article "1"
  when the harbour_council decides closing_of_ports
  then every party must consult every other party
""",
    )
    rival = treaty(
        "rival-1900",
        'decision closing_of_ports "doors are shut"\narticle "1"\n  when the security_council decides closing_of_ports\n'
        "  then every party must consult every other party\n",
    )
    row = "{{body: harbour_council, decision: {}, votes: {{yes: [FRA, ESP, PRT], no: [ITA]}}}}"
    act = "acts: [{kind: bombardment, by: TUR, on: GRC}]\n"
    for texts, name in (((text,), "closing_of_ports"), ((text, rival), "council-1900:closing_of_ports")):
        assert "council-1900:1" in owed(texts, event(f"{act}decisions: [{row.format(name)}]\n")), name
    assert "council-1900:1" not in owed((text, rival), event(f"{act}decisions: [{row.format('rival-1900:closing_of_ports')}]\n"))
    of_the_vocabulary = event(f"kind: ray_attack\nby: TUR\non: GRC\ndecisions: [{row.format('closing_of_ports')}]\n")
    assert "council-1900:1" in owed((text, RAYS), of_the_vocabulary)
    veto = event(
        "kind: ray_attack\nby: TUR\non: GRC\ndecisions: [{body: security_council, decision: use_of_force, votes: {yes: [FRA], veto: [GBR]}}]\n"
    )
    assert ask(RAYS, veto).duties
