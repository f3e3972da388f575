"""What `why --not` says of duties that give way, that nobody bears here, and of conditions that something be not so."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, library, pact
from tests.decision.single_changes import single
from treatylang.api import decide, read_event
from treatylang.decision.changes import Scene, made_again, new_act, on_another_day, with_act, with_fact, with_more
from treatylang.decision.decision import Duty
from treatylang.decision.from_plan import Wanted
from treatylang.decision.nearest import Asking, Nearest
from treatylang.record import replace
from treatylang.rendering.decision_json import duty_object
from treatylang.rendering.reasons import falls_short
from treatylang.rendering.why_not_text import why_not_text, would


def found(treaty: str, happened: str) -> list[tuple[Duty, Nearest]]:
    """Every duty that is not owed, with what would change it; each change is tried once more."""
    decision = ask(treaty, happened)
    known = library(treaty)
    duties = [each for each in decision.duties if each.verdict == "not_owed"]
    near = Asking(known.plan, read_event(happened, known), decision.date, Wanted(not_owed=True)).of_all(duties)
    for duty, each in zip(duties, near, strict=True):
        if each.scene is not None:
            again = decide(each.scene.situation, on=each.scene.day, conflicts=False, library=known).duties
            held = {(row.bearer, row.id.rsplit("/", 1)[0]) for row in again if row.verdict in ("owed", "permitted")}
            assert (duty.bearer, duty.id.rsplit("/", 1)[0]) in held, duty.id
    return list(zip(duties, near, strict=True))


def of(treaty: str, happened: str, id: str) -> tuple[Duty, Nearest]:
    (pair,) = (each for each in found(treaty, happened) if each[0].id == f"pact-1900:{id}")
    return pair


def cheapest_single(treaty: str, happened: str, duty: Duty) -> int | None:
    """What the smallest single change counts by which a duty would be owed, of all that an event file has a field for."""
    known = library(treaty)
    costs = []
    for cost, changed in single(read_event(happened, known), known.plan.vocabulary):
        again = decide(changed, conflicts=False, library=known).duties
        if any(
            each.verdict in ("owed", "permitted") and each.bearer == duty.bearer and each.article == duty.article for each in again
        ):
            costs.append(cost)
    return min(costs, default=None)


# ------------------------------------------------------------------------------------------------ giving way
DEFEND = 'article "1" when armed_attack on a party then every other party must defend the victim'
ATTACK = event("kind: bombardment\nby: DEU\non: FRA\nflagrant: true\n")


@pytest.mark.parametrize(
    ("text", "id", "way", "counts"),
    [
        (
            f'{DEFEND} subject to "2" article "2" when armed_attack on a party then every other party must assist the victim only if the act is flagrant',
            "1/ESP>FRA",
            'it gives way to Article 2, "every other party must assist the victim" (pact-1900:1.subject-to.1)',
            1,
        ),
        (
            f'{DEFEND} article "2" when armed_attack by DEU on a party then PRT must stay_neutral toward the victim overrides "1"',
            "1/PRT>FRA",
            'it gives way to Article 2, "PRT must stay neutral toward the victim" (pact-1900:2.overrides.1)',
            1,
        ),
        (
            'article "1" when invasion on a party then every other party must defend the victim overrides "2" '
            'article "2" when hostile_act on a party then every other party must assist the victim',
            "2/ESP>FRA",
            'it gives way to Article 1, "every other party must defend the victim" (pact-1900:1.overrides.1)',
            2,
        ),
        (
            f'{DEFEND} article "2" when bombardment in europe then every other party must assist every other party '
            'only if the act is flagrant overrides "1"',
            "1/ESP>FRA",
            'it gives way to Article 2, "every other party must assist every other party" (pact-1900:2.overrides.1)',
            1,
        ),
    ],
)
def test_a_duty_that_gives_way_says_to_which_clause_and_what_would_undo_that(text: str, id: str, way: str, counts: int) -> None:
    happened = ATTACK if "invasion" not in text else ATTACK.replace("bombardment", "invasion")
    happened += "place: {territory_of: FRA}\n" if "europe" in text else ""
    duty, near = of(pact(text), happened, id)
    assert falls_short(near) == way
    assert would(duty, near).startswith("owed if") and not near.cut
    assert near.cost == cheapest_single(pact(text), happened, duty) == counts


def test_where_the_same_starts_both_nothing_would_do_and_that_is_said() -> None:
    text = f'{DEFEND} subject to "2" article "2" when armed_attack on a party then every other party must assist the victim'
    duty, near = of(pact(text), ATTACK, "1/ESP>FRA")
    assert near.changes == () and cheapest_single(pact(text), ATTACK, duty) is None
    assert would(duty, near).startswith("no change of this event was found that would do")
    assert would(duty, near).endswith("it would take: that pact-1900:2 did not apply")


def test_what_fails_besides_giving_way_is_told_first() -> None:
    text = (
        f'{DEFEND} only if danger_to_peace subject to "2" '
        'article "2" when armed_attack on a party then every other party must assist the victim only if the act is flagrant'
    )
    _, near = of(pact(text), ATTACK + "facts: {danger_to_peace: false}\n", "1/ESP>FRA")
    assert falls_short(near).startswith("only if danger to peace")


# ------------------------------------------------------------------------------------------------ nobody bears it here
TWO = """treaty pact-1900 "Two"
  in force since 1900-01-01 until 2100-01-01
parties
  FRA ESP since 1900-01-01
"""


def test_where_one_of_two_parties_strikes_the_other_that_is_said_and_mended() -> None:
    happened = event("kind: bombardment\nby: FRA\non: ESP")
    rows = {duty.bearer: (duty, near) for duty, near in found(TWO + DEFEND, happened)}
    assert set(rows) == {"FRA", "ESP"}
    assert falls_short(rows["FRA"][1]) == "every other party must defend the victim - the bombardment is by FRA itself"
    assert would(*rows["FRA"]) == "owed if the bombardment were not attributed to FRA [presumed otherwise]"
    assert falls_short(rows["ESP"][1]) == "every other party must defend the victim - the bombardment is on ESP itself"
    assert rows["ESP"][1].changes and rows["ESP"][1].cost <= 5
    for duty, near in rows.values():
        smallest = cheapest_single(TWO + DEFEND, happened, duty)
        assert smallest is None or smallest == near.cost


def test_where_another_bears_it_nobody_else_is_told() -> None:
    assert found(TWO + DEFEND, event("kind: bombardment\nby: DEU\non: FRA")) == []


def test_a_duty_that_waits_for_one_that_nobody_bears_is_mended_through_it() -> None:
    text = f'{DEFEND} article "2" when a party must defend another party under "1" then every party must report to the security_council'
    rows = {duty.id.split(":")[1]: (duty, near) for duty, near in found(TWO + text, event("kind: bombardment\nby: FRA\non: ESP"))}
    duty, near = rows["2/ESP"]
    assert would(duty, near).startswith("owed if FRA had to defend") and "(which would be so if the bombardment were" in would(
        duty, near
    )


# ------------------------------------------------------------------------------------------------ not so
NOT_SO = [
    ("the victim is not overwhelmed", "parties: {FRA: {overwhelmed: true}}", "FRA were not overwhelmed"),
    ("the victim is not a great_power", "", "the bombardment were on a party (say PRT) instead of on FRA"),
    ("the attacker is not a party", "by: ITA", "instead of by ITA"),
    ("the attacker is not communist", "by: CHN", "instead of by CHN"),
    ("the victim is not at_war with the attacker", "relations: [{at_war: [FRA, DEU]}]", "FRA were not at war with DEU"),
    (
        "no request_for_assistance by the victim",
        "act: {kind: request_for_assistance, by: FRA, to: ESP}",
        "there had been no request",
    ),
    ("the act is not in europe", "place: {territory_of: FRA}", "the bombardment were"),
    ("not (danger_to_peace or the act is flagrant)", "facts: {danger_to_peace: true}", "it were not so that danger to peace"),
    ("the act is not provoked", "provoked: true", "the bombardment were not provoked"),
    (
        "not (the security_council decides necessary_measures)",
        "decisions: [{body: security_council, decision: necessary_measures}]",
        "the security council had not decided",
    ),
    ("the act is not an invasion", "kind: invasion", "the invasion were"),
    (
        "not (defence_spending of the victim is at least 2% of gdp)",
        "parties: {FRA: {spending_share: 3}}",
        "defence spending of FRA were not at least",
    ),
]


@pytest.mark.parametrize(("condition", "so", "wanted"), NOT_SO, ids=[condition for condition, _, _ in NOT_SO])
@pytest.mark.parametrize("form", ["only if {}", "unless not ({})", "when"])
def test_what_is_asked_not_to_be_so_keeps_its_no(form: str, condition: str, so: str, wanted: str) -> None:
    line = f"and {condition} then ESP must defend the victim"
    if form != "when":
        line = f"then ESP must defend the victim {form.format(condition)}"
    treaty = pact(f'article "1" when armed_attack on a party {line}')
    told = dict([("kind", "bombardment"), ("by", "DEU"), *([tuple(so.split(": ", 1))] if so and not so.startswith("act") else [])])
    act = "".join(f"{name}: {value}\n" for name, value in told.items()) + "on: FRA\n"
    happened = event(act)
    if so.startswith("act"):
        happened = event(f"acts:\n  - {{kind: bombardment, by: DEU, on: FRA}}\n  - {so.removeprefix('act: ')}\n")
    ((duty, near),) = found(treaty, happened)
    said = falls_short(near)
    assert any(word in said.partition(" - ")[0] for word in (" not ", " no ")), said
    assert wanted in would(duty, near), would(duty, near)
    nearest = duty_object(duty, nearest=near)["nearest"]
    assert isinstance(nearest, list) and all(each["value"] is True and each["was"] is not True for each in nearest)
    smallest = cheapest_single(treaty, happened, duty)
    assert smallest is None or near.cost == smallest


def test_what_it_would_take_keeps_its_no() -> None:
    treaty = pact('article "1" when armed_attack on FRA then ESP must defend the victim only if FRA is not a great_power')
    ((duty, near),) = found(treaty, ATTACK)
    assert would(duty, near) == "no change of this event was found that would do; it would take: FRA is no great power"


@pytest.mark.parametrize("most", [1, 12])
def test_a_search_that_was_cut_off_says_so(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("treatylang.decision.nearest._MOST_COST", most)
    treaty = pact(
        'article "1" when armed_attack on a party then ESP must defend the victim only if danger_to_peace and the act is flagrant'
    )
    happened = event("kind: bombardment\nby: DEU\non: FRA\nflagrant: false\nfacts: {danger_to_peace: false}\n")
    ((duty, near),) = found(treaty, happened)
    assert near.cut is (most == 1) and bool(near.changes) is (most == 12)
    assert duty_object(duty, nearest=near)["nearest_complete"] is (most == 12)
    whole = "\n".join("".join(part for _, part in line) for line in why_not_text([(duty, near)], None))
    assert ("the search was cut off" in whole) is (most == 1)


# ------------------------------------------------------------------------------------------------ changes made again
def test_what_one_change_did_is_made_again_in_another_scene() -> None:
    known = library(pact(DEFEND))
    start = Scene(read_event(ATTACK, known), "1960-05-05")
    earlier = on_another_day(start, -400)
    listed = with_more(earlier, new_act("invasion", ("DEU",), ("ESP",)))
    again = made_again(start, earlier, listed)  # without the other day: the act is then of this one
    assert again.day == "1960-05-05" and [act.date for act in again.situation.acts] == ["1960-05-05", "1960-05-05"]
    (act,) = start.situation.acts
    other = with_act(start, act, replace(act, second=("ESP",)))
    grave = with_fact(other, other.situation.acts[0], "grave", False)
    (made,) = made_again(start, other, grave).situation.acts
    assert made.second == ("FRA",) and made.facts == {"flagrant": True, "grave": False}
    assert made_again(start, start, grave) == grave and made_again(start, start, earlier) == earlier


# ------------------------------------------------------------------------------------------------ whom the event does not name
TWO_ATTACKS = event("""
acts:
  - {id: one, kind: bombardment, by: DEU, on: FRA}
  - {id: two, kind: bombardment, by: GBR, on: ESP}
facts: {danger_to_peace: false}
""")


@pytest.mark.parametrize(
    "when",
    [
        "armed_attack by GBR on a party and the security_council decides finds_attack",
        "armed_attack by GBR on a party and request_for_assistance by a party",
        "armed_attack by GBR on a party and request_for_assistance to ITA",
        "request_for_assistance by a party and the requester is overwhelmed",
        "request_for_assistance by FRA and the act is written",
    ],
)
def test_a_change_names_only_whom_the_event_can_name(when: str) -> None:
    text = pact(f'article "1" when {when} then ITA must consult PRT only if danger_to_peace')
    (pair,) = found(text, TWO_ATTACKS)
    scene = pair[1].scene
    codes = {code for act in (scene.situation.acts if scene else ()) for code in (*act.by, *act.second)}
    assert codes <= {"DEU", "FRA", "GBR", "ESP", "ITA", "PRT"}
    assert set(scene.situation.party_facts if scene else ()) <= {"FRA", "ESP", "PRT", "ITA"}
    if "decides" in when:
        assert scene and [each.about for each in scene.situation.decisions] == ["two"]
    if "the act" not in when and "the requester" not in when:
        assert scene is not None


def test_who_was_no_party_on_the_day_is_not_told_to_take_part_himself() -> None:
    text = pact(DEFEND).replace("since 1900-01-01", "since 1970-01-01")
    assert not any("take" in str(each) for each in found(text, ATTACK.replace("flagrant", "as_of: 1975-01-01\nflagrant")))
