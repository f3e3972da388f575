"""The smallest change of facts that would make a duty owed: against trying them all, and in treaties."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.asking import ask, event, library, pact, real
from tests.harness import ROOT
from treatylang.api import decide, read_event
from treatylang.decision.changes import Scene
from treatylang.decision.decision import Duty
from treatylang.decision.formula import All, Any, Atom, Formula, Leaf, Neg, all_of, any_of, at_least, leaves, neg
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking, Nearest
from treatylang.decision.shortfall import shortfalls
from treatylang.record import replace
from treatylang.rendering.reasons import falls_short
from treatylang.rendering.why_not_text import changes_told, why_not_text, would

NAMES = "abcdef"


# ------------------------------------------------------------------------------------------------ of a formula
@st.composite
def read_once(draw: st.DrawFn, names: str = NAMES) -> Formula:
    """A formula in which every fact stands once."""
    if len(names) <= 1:
        found: Formula = Leaf(names or "z", draw(st.sampled_from([True, False, None])), "stated", Atom(names or "z"))
    else:
        cut = draw(st.integers(1, len(names) - 1))
        parts = (draw(read_once(names[:cut])), draw(read_once(names[cut:])))
        form = draw(st.sampled_from(["all", "any", "count"]))
        found = all_of(parts) if form == "all" else any_of(parts) if form == "any" else at_least(draw(st.integers(1, 2)), parts)
    return neg(found) if draw(st.booleans()) else found


def holds(formula: Formula, facts: dict[str, bool | None]) -> bool | None:
    """Its value in Kleene's logic where the facts are so."""
    if isinstance(formula, Leaf):
        return facts[formula.words]
    if isinstance(formula, Neg):
        inner = holds(formula.term, facts)
        return None if inner is None else not inner
    values = [holds(term, facts) for term in formula.terms]
    number = len(values) if isinstance(formula, All) else 1 if isinstance(formula, Any) else formula.number
    if values.count(True) >= number:
        return True
    return False if values.count(True) + values.count(None) < number else None


@given(read_once())
def test_it_is_the_smallest_change_that_makes_the_formula_true(formula: Formula) -> None:
    now = {leaf.words: leaf.value for leaf in leaves(formula)}
    changed = {gap.leaf.words: gap.goal for gap in shortfalls(formula)[0]}
    assert holds(formula, {**now, **changed}) is True
    for size in range(len(changed)):
        for names in combinations(now, size):
            for number in range(2**size):
                other = {name: bool(number >> bit & 1) for bit, name in enumerate(names)}
                assert holds(formula, {**now, **other}) is not True


# ------------------------------------------------------------------------------------------------ in a treaty
def near(treaty: str | tuple[str, ...], happened: str, bearer: str, **options: object) -> tuple[Duty, Nearest]:
    """The one row of a bearer that is not owed, and what would change it."""
    found = every(treaty, happened, **options)
    rows = [(duty, told) for duty, told in found if duty.bearer == bearer]
    assert len(rows) == 1, [str(duty) for duty, _ in rows]
    return rows[0]


def every(treaty: str | tuple[str, ...], happened: str, **options: object) -> list[tuple[Duty, Nearest]]:
    """All rows that are not owed; that what is told makes them owed is tested for each."""
    decision = ask(treaty, happened, **options)
    known = library(*((treaty,) if isinstance(treaty, str) else treaty))
    duties = [each for each in decision.duties if each.verdict == "not_owed"]
    asking = Asking(known.plan, read_event(happened, known), decision.date, Wanted(not_owed=True))
    found = list(zip(duties, asking.of_all(duties), strict=True))
    for duty, told in found:
        if told.scene is not None:
            prefix = duty.id.rsplit("/", 1)[0]
            held = [row.verdict for row in asking.rows(prefix, duty.bearer, told.scene)]
            assert "owed" in held or "permitted" in held, duty.id
    return found


def told(treaty: str | tuple[str, ...], happened: str, bearer: str) -> str:
    """What would have to be otherwise, in words."""
    return changes_told(near(treaty, happened, bearer)[1].changes)


ATTACK = pact('article "1" when armed_attack on a party in europe then every other party must defend the victim')


def test_of_several_acts_the_nearest_is_told_with_what_fails_it() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim unless the act is provoked'
    )
    far = "{kind: clash, by: CHN, on: JPN}"
    close = "{kind: bombardment, by: DEU, on: FRA, provoked: true}"
    for acts in ([far, close], [close, far]):
        _, found = near(treaty, event("acts:\n" + "".join(f"  - {act}\n" for act in acts)), "ESP")
        assert falls_short(found) == "unless the act is provoked - provoked (provoked by the victim)"
        assert (
            changes_told(found.changes) == "the bombardment were not provoked (provoked by the victim) [the event says otherwise]"
        )


def test_of_several_ways_to_start_the_nearest_is_told() -> None:
    treaty = pact(
        'article "1" when armed_attack by CHN on a party or the security_council decides necessary_measures '
        "then every party must consult every other party"
    )
    silent = event(
        "kind: invasion\nby: JPN\non: KOR\ndecisions:\n  - {body: security_council, decision: necessary_measures, outcome: vetoed}\n"
    )
    _, found = near(treaty, silent, "ESP")
    assert "security council" in falls_short(found) and "armed attack" not in falls_short(found).partition(" - ")[2]
    assert changes_told(found.changes) == "the security council had decided necessary measures [the event says otherwise]"


def test_ties_go_by_the_order_of_the_text() -> None:
    treaty = pact(
        'article "1" when cyber_operation on a party or terrorism on a party then every other party must assist the victim'
    )
    for order in (
        treaty,
        treaty.replace("cyber_operation", "x").replace("terrorism", "cyber_operation").replace("x on", "terrorism on"),
    ):
        words = told(order, event("kind: disaster\non: JPN"), "ESP")
        first = min(("cyber operation", "terrorism"), key=lambda word: order.replace("_", " ").index(word))
        assert first in words


def test_where_the_state_attacked_is_no_party_the_change_is_another_victim() -> None:
    _, found = near(ATTACK, event("kind: bombardment\nby: CHN\non: UKR\nplace: {territory_of: UKR}", "2022-02-02"), "ESP")
    assert "UKR is no party" in falls_short(found)
    assert changes_told(found.changes).startswith("the bombardment were on a party instead of on UKR")
    assert "invasion" not in changes_told(found.changes)


def test_a_role_and_a_kind_that_both_fail_are_both_changed() -> None:
    treaty = pact('article "1" when invasion by DEU on a party then every other party must defend the victim')
    words = told(treaty, event("kind: bombardment\nby: CHN\non: FRA"), "ESP")
    assert "the bombardment were an invasion" in words and "by DEU instead of by CHN" in words


def test_a_place() -> None:
    words = told(ATTACK, event("kind: invasion\nby: CHN\non: FRA\nplace: {territory: french_guiana}"), "ESP")
    assert words == "the invasion were in europe instead of at french guiana"


def test_a_day_from_which_it_would_hold() -> None:
    late = pact('article "1" "x" since 1970-01-01 when armed_attack on a party then every other party must defend the victim')
    duty, found = near(late, event("kind: invasion\nby: DEU\non: FRA"), "ESP")
    assert falls_short(found) == "this version of Article 1 is in force only from 1970-01-01 on"
    assert would(duty, found, falls_short(found)) == "owed if it were on 1970-01-01 or later"


def test_a_text_that_is_gone_is_said_to_be_gone() -> None:
    early = pact('article "1" "x" until 1910-01-01 when armed_attack on a party then every other party must defend the victim')
    duty, found = near(early, event("kind: invasion\nby: KAZ\non: FRA", "2000-01-01"), "ESP")  # there was no KAZ in 1910
    assert found.scene is None
    assert would(duty, found) == "cannot be owed on this day: this version of Article 1 is in force only until 1910-01-01"


def test_one_who_was_a_party_until_a_day_is_said_to_have_been_one() -> None:
    left = ATTACK.replace("ITA since 1900-01-01", "ITA since 1900-01-01\n  BEL since 1900-01-01 until 1950-06-01")
    _, found = near(left.replace("in europe", ""), event("kind: invasion\nby: CHN\non: BEL"), "ESP")
    assert "BEL was a party only until 1950-06-01" in falls_short(found)
    assert changes_told(found.changes) == "the invasion were on a party instead of on BEL"


@pytest.mark.parametrize(
    ("line", "more", "wanted"),
    [
        ("only if the victim is at_war with the attacker", "", None),
        ("only if the act is flagrant", "flagrant: false", "the bombardment were flagrant"),
        ("unless the act is provoked", "provoked: true", "the bombardment were not provoked"),
        ("only if the security_council decides necessary_measures", "decisions: [{body: security_council, decision: necessary_measures, outcome: vetoed}]",
         "the security council had decided necessary measures"),
        ("only if FRA is at_war with DEU as of 1940-01-01", "relations: [{at_war: [FRA, DEU], value: false}]", "FRA were at war with DEU on 1940-01-01"),
        ("only if danger_to_peace", "facts: {danger_to_peace: false}", "danger to peace"),
        ("only if the victim is resisting", "parties: {FRA: {resisting: false}}", "FRA were resisting"),
        ("only if request_for_assistance by the victim", "", None),
    ],
)  # fmt: skip
def test_facts_relations_and_decisions(line: str, more: str, wanted: str | None) -> None:
    treaty = pact(f'article "1" when armed_attack on a party then every other party must defend the victim {line}')
    happened = event(f"kind: bombardment\nby: DEU\non: FRA\n{more}\n")
    rows = [(duty, found) for duty, found in every(treaty, happened) if duty.bearer == "ESP"]
    if wanted is None:
        assert not rows  # open, and so not `not owed`
        return
    assert wanted in changes_told(rows[0][1].changes)
    assert len(rows[0][1].changes) == 1


def test_a_request_that_was_not_made() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim only if request_for_assistance by the victim'
    )
    happened = event(
        "acts:\n  - {kind: invasion, by: DEU, on: FRA}\n  - {kind: request_for_assistance, by: FRA, to: ESP, happened: false}"
    )
    _, found = near(treaty, happened, "ESP")
    assert "request for assistance" in changes_told(found.changes)


def test_a_bearer_who_is_struck_himself() -> None:
    struck = event("acts:\n  - {kind: invasion, by: CHN, on: FRA, place: {territory_of: FRA}}\n  - {kind: disaster, on: JPN}")
    _, found = near(ATTACK, struck, "FRA")
    assert "the invasion is on FRA itself" in falls_short(found)
    assert changes_told(found.changes).startswith("the invasion were on a party instead of on FRA")


def test_a_reservation_is_met_and_not_taken_away() -> None:
    reserved = ATTACK.replace("in europe", "") + '\nreservation to "1" by ESP since 1950-01-01 only if the attacker is communist'
    duty, found = near(reserved, event("kind: invasion\nby: DEU\non: FRA"), "ESP")
    assert "only if the attacker is communist" in falls_short(found)
    assert would(duty, found) == "owed if the attacker were communist"


def test_the_reservation_of_the_united_states_to_the_manila_pact() -> None:
    war = read_event(event("kind: invasion\nby: IND\non: PAK\nplace: {territory_of: PAK}", "1965-09-06"), real())
    decision = decide(war, treaties="seato-1954", bearers="USA", not_owed=True, library=real())
    duty = next(each for each in decision.duties if each.id.startswith("seato-1954:IV(1)[party]/"))
    found = Asking(real().plan, war, decision.date, Wanted(not_owed=True)).of(duty)
    assert would(duty, found) == "owed if the attacker were communist"


def test_two_between_whom_duties_are_suspended() -> None:
    split = ATTACK.replace("article", "suspended between FRA and ESP since 1950-01-01\narticle").replace("in europe", "")
    duty, found = near(split, event("kind: invasion\nby: CHN\non: FRA"), "ESP")
    assert changes_told(found.changes) == "the invasion were on a party instead of on FRA"
    assert duty.verdict == "not_owed" and "suspended" in falls_short(found)


# ------------------------------------------------------------------------------------------------ in words
def test_who_is_supposed_is_named_where_a_later_change_means_him() -> None:
    treaty = pact(
        'article "1" when armed_attack by a great_power that is not a party on a party then every other party must defend the victim '
        "only if the attacker is at_war with PRT"
    )
    words = told(treaty, event("kind: disaster\non: JPN"), "ESP")
    supposed, _, after = words.partition(", and ")
    who = after.split(" ")[0]
    assert after.startswith(f"{who} were at war with PRT") and f"(say by {who} against PRT)" in supposed
    alone = ATTACK.replace(" in europe", "")
    assert "say by" not in told(alone, event("kind: disaster\non: JPN"), "ESP")


def test_an_act_that_has_to_be_moved_twice_is_told_once() -> None:
    """Away from New York, to another's land, and there again to where the text holds."""
    situation = read_event(ROOT / "events" / "anzus-2001.yaml", real())
    decision = decide(situation, not_owed=True, conflicts=False, library=real())
    duty = next(each for each in decision.duties if each.id == "anzus-1951:IV(1)[pacific]/NZL")
    words = changes_told(Asking(real().plan, situation, decision.date, Wanted(not_owed=True)).of(duty).changes)
    place = "on island, forces, warship, public vessel or aircraft of a party in pacific area instead of at New York"
    assert words == f"the terrorism were on a party instead of on USA and {place}"


def test_an_act_that_is_wanted_on_the_bearer_is_not_said_to_be_on_him_already() -> None:
    treaty = pact('article "1" when threat_of_force to FRA then every party must consult every other party')
    for duty, found in every(treaty, event("kind: disaster\non: JPN")):
        assert falls_short(found) == "when threat of force to FRA - the event lists none", duty.bearer


def test_what_would_be_needed_is_an_act_and_nobody_who_is_somebody_else() -> None:
    gone = pact('article "1" when armed_attack by AUTHUN on a party then every other party must defend the victim')
    duty, found = near(gone, event("kind: invasion\nby: CHN\non: FRA"), "ESP")
    assert (
        would(duty, found) == "no change of this event was found that would do; it would take: an armed attack by AUTHUN on a party"
    )


def test_bearers_of_whom_the_same_is_said_share_a_line() -> None:
    """Also where one of them is himself the one who does not fit."""
    treaty = pact(
        'article "1" when threat to a party by a state that is not a party then every party must consult every other party'
    )
    happened = event("kind: ultimatum\nby: FRA\nto: JPN")
    text = "\n".join("".join(part for _, part in line) for line in why_not_text(every(treaty, happened), None))
    assert text.count("fails") == 1 and "FRA, ESP, PRT and ITA:" in text


def test_a_clause_is_decided_for_one_bearer_as_for_all() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim and every party must consult every other party '
        'article "2" when a party must defend another party under "1" then every party must report to the security_council subject to "1"'
    )
    known = library(treaty)
    asking = Asking(known.plan, read_event(event("kind: invasion\nby: CHN\non: [FRA, PRT]"), known), "1960-05-05", Wanted())
    scene = Scene(asking.scene.situation, asking.scene.day)
    for prefix in ("pact-1900:1.defend", "pact-1900:1.consult", "pact-1900:2"):
        for bearer in ("FRA", "ESP", "PRT", "ITA"):
            one, of_all = asking.rows(prefix, bearer, scene), asking.rows_of_all(prefix, bearer, scene)
            assert one and one == of_all
            assert [each.applies for each in one] == [each.applies for each in of_all]


# ------------------------------------------------------------------------------------------------ duties that wait for duties
def test_a_duty_that_waits_for_another_says_which_and_what_would_make_that_one_owed() -> None:
    treaty = pact(
        'article "1" when armed_attack on a party then every other party must defend the victim '
        'article "2" when a party must defend another party under "1" then every party must report to the security_council'
    )
    rows = [(duty, found) for duty, found in every(treaty, event("kind: bombardment\nby: CHN\non: JPN")) if duty.article == "2"]
    _duty, found = rows[0]
    assert falls_short(found) == 'when a party must defend another party under "1" - no such duty is owed'
    words = changes_told(found.changes)
    assert (
        "had to defend" in words
        and "by Article 1 (which would be so if the bombardment were on a party instead of on JPN)" in words
    )


def test_a_duty_of_another_treaty_is_followed() -> None:
    first = pact('article "1" when armed_attack by DEU on FRA then ESP must defend FRA')
    second = first.replace("pact-1900", "ally-1900").split("article")[0] + (
        'article "1" when ESP must defend FRA under pact-1900 then PRT must assist ESP'
    )
    rows = [
        (duty, found) for duty, found in every((first, second), event("kind: invasion\nby: ITA\non: FRA")) if duty.bearer == "PRT"
    ]
    words = changes_told(rows[0][1].changes)
    assert (
        words == "ESP had to defend FRA by pact-1900, Article 1 (which would be so if the invasion were by DEU instead of by ITA)"
    )


# ------------------------------------------------------------------------------------------------ rights, and the text
def test_one_whom_the_event_takes_out_is_said_not_to_be_bound() -> None:
    frozen = event("kind: invasion\nby: CHN\non: FRA\nmembership:\n  - {party: ESP, treaty: pact-1900, status: frozen}")
    rows = every(ATTACK.replace("in europe", ""), frozen)
    duty, found = next((duty, found) for duty, found in rows if duty.bearer == "ESP")
    assert falls_short(found) == "ESP is not party to pact-1900 on 1960-05-05 (frozen)"
    assert changes_told(found.changes) == "ESP were party to pact-1900 [the event says otherwise]"
    assert would(duty, found).startswith("owed if ")


def test_of_a_right_it_says_would_have_the_right() -> None:
    right = pact('article "1" when armed_attack on a party then every other party may defend the victim')
    duty, found = near(right, event("kind: invasion\nby: CHN\non: JPN"), "ESP")
    assert would(duty, found) == "would have the right if the invasion were on a party instead of on JPN"


def test_a_kind_that_only_the_treaty_defines_can_be_supposed() -> None:
    own = pact(
        'kind restoration "of a house" is act by restorer\narticle "1" when restoration then every party must consult every other party'
    )
    duty, found = near(own, event("kind: invasion\nby: CHN\non: JPN"), "ESP")
    assert would(duty, found) == "owed if there were a restoration"


def lines_of(found: list[tuple[Duty, Nearest]], full: bool = False) -> str:
    return "\n".join("".join(text for _, text in line) for line in why_not_text(found, None, full))


def test_bearers_for_whom_the_same_fails_share_a_line() -> None:
    text = lines_of(every(ATTACK, event("kind: invasion\nby: CHN\non: JPN\nplace: {territory_of: JPN}")))
    assert text.count("owed if") == 1 and "FRA, ESP, PRT and ITA" in text


def test_what_is_left_out_is_said() -> None:
    each_own = pact('article "1" when armed_attack by CHN on a party then every other party must defend the victim')
    told_apart = [
        (duty, replace(found, changes=(replace(found.changes[0], words=f"{duty.bearer} were {number}"),)))
        for number, (duty, found) in enumerate(every(each_own, event("kind: invasion\nby: CHN\non: JPN")))
    ]
    assert len(told_apart) == 4 and lines_of(told_apart).endswith("1 state more, by other changes (`--full` shows them)")
    assert "more, by other changes" not in lines_of(told_apart, full=True)
