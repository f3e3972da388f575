"""What starts a clause, and who then owes what: the language case by case."""

from __future__ import annotations

import pytest

from tests.asking import ask, event, pact, row, verdicts
from treatylang.diagnostics.diagnostic import InputError

ATTACK = event("kind: bombardment\nby: DEU\non: FRA\ntarget: forces\nplace: {territory_of: FRA, name: Nancy}")
DEFEND = pact(
    'article "1" when armed_attack on a party then every other party must defend the victim against the attacker by all_means'
)


def test_each_other_party_owes_the_victim() -> None:
    assert verdicts(DEFEND, ATTACK) == {"1/ESP>FRA": "owed", "1/PRT>FRA": "owed", "1/ITA>FRA": "owed"}


def test_what_a_row_says() -> None:
    duty = row(DEFEND, ATTACK, "ESP")
    assert (duty.owed_to, duty.against, duty.duty, duty.modality, duty.strength, duty.force) == (
        "FRA", ("DEU",), "defend", "must", "all_means", "binding",
    )  # fmt: skip
    assert duty.acts == ("act1",)


def test_no_attack_no_duty_and_nobody_to_owe_it_to() -> None:
    duty = row(DEFEND, event("kind: accident\nby: DEU\non: FRA"), "ESP")
    assert (duty.verdict, duty.owed_to) == ("not_owed", None)


@pytest.mark.parametrize("kind", ["invasion", "bombardment", "nuclear_use"])
def test_a_kind_matches_those_below_it(kind: str) -> None:
    assert set(verdicts(DEFEND, event(f"kind: {kind}\nby: DEU\non: FRA")).values()) == {"owed"}


def test_what_amounts_to_the_kind_hangs_on_its_facts() -> None:
    blockade = event("kind: blockade\nby: DEU\non: FRA\ngrave: unknown")
    duty = row(DEFEND, blockade, "ESP")
    assert (duty.verdict, [atom.word for atom in duty.depends_on]) == ("depends", ["grave"])
    assert verdicts(DEFEND, event("kind: blockade\nby: DEU\non: FRA\ngrave: true"))["1/ESP>FRA"] == "owed"
    assert verdicts(DEFEND, event("kind: blockade\nby: DEU\non: FRA\ngrave: false")) == {}


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("deliberate: false", {}),
        ("held_as_attack: false", {}),
        ("armed_attack: false", {}),
        ("consented: true", {}),
        ("in_self_defence: true", {}),
    ],
)
def test_what_an_armed_attack_needs(fact: str, expected: dict[str, str]) -> None:
    assert verdicts(DEFEND, event(f"kind: bombardment\nby: DEU\non: FRA\n{fact}")) == expected


def test_a_small_scale_switches_the_presumption_of_gravity_off() -> None:
    duty = row(DEFEND, event("kind: bombardment\nby: DEU\non: FRA\nkilled: 2"), "ESP")
    assert (duty.verdict, [atom.word for atom in duty.depends_on]) == ("depends", ["grave"])
    assert verdicts(DEFEND, event("kind: bombardment\nby: DEU\non: FRA\nkilled: 26"))["1/ESP>FRA"] == "owed"


def test_presumptions_are_listed_and_can_be_switched_off() -> None:
    duty = row(DEFEND, ATTACK, "ESP")
    assert {"grave", "deliberate", "held_as_attack"} <= {each.words.split(" ")[0] for each in duty.presumed}
    assert row(DEFEND, ATTACK, "ESP", presume=False).verdict == "depends"
    one_off = ATTACK + "\npresume: [grave]"
    assert [atom.word for atom in row(DEFEND, one_off, "ESP").depends_on] == ["grave"]


def test_several_victims_and_the_duty_to_each() -> None:
    both = verdicts(DEFEND, event("kind: bombardment\nby: DEU\non: [FRA, ESP]"))
    assert set(both) == {"1/ESP>FRA", "1/PRT>FRA", "1/ITA>FRA", "1/FRA>ESP", "1/PRT>ESP", "1/ITA>ESP"}


def test_several_acts_merge_into_one_row() -> None:
    acts = event("acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n  - {kind: invasion, by: AUT, on: FRA}")
    duty = row(DEFEND, acts, "ESP")
    assert (duty.verdict, duty.acts, duty.against) == ("owed", ("act1", "act2"), ("DEU", "AUT"))


def test_the_attacker_among_the_parties_owes_nothing() -> None:
    assert set(verdicts(DEFEND, event("kind: bombardment\nby: ESP\non: FRA"))) == {"1/PRT>FRA", "1/ITA>FRA"}


def test_acts_after_the_day_are_invisible() -> None:
    later = event("as_of: 1960-05-05\nacts:\n  - {kind: bombardment, by: DEU, on: FRA, date: 1960-06-01}")
    assert verdicts(DEFEND, later) == {}
    assert set(verdicts(DEFEND, later, on="1960-06-01").values()) == {"owed"}


def test_a_named_attacker_and_one_left_out() -> None:
    named = pact('article "1" when armed_attack by DEU on a party then every other party must assist the victim')
    other = pact(
        'article "1" when armed_attack by a state that is not DEU on a party then every other party must assist the victim'
    )
    assert set(verdicts(named, ATTACK).values()) == {"owed"}
    assert verdicts(other, ATTACK) == {}


def test_doubtful_attribution_leaves_a_named_attacker_open() -> None:
    named = pact('article "1" when armed_attack by DEU on a party then every other party must assist the victim')
    doubtful = event("kind: bombardment\nby: DEU\non: FRA\nattributed: unknown")
    assert [atom.word for atom in row(named, doubtful, "ESP").depends_on] == ["attributed"]
    assert row(DEFEND, doubtful, "ESP").verdict == "owed"


def test_targets() -> None:
    forces = pact('article "1" when armed_attack on forces, vessels of a party then every other party must assist the victim')
    assert set(verdicts(forces, ATTACK).values()) == {"owed"}
    ship = "kind: bombardment\nby: DEU\non: FRA\ntarget: "
    assert set(verdicts(forces, event(ship + "warship")).values()) == {"owed"}
    assert verdicts(forces, event(ship + "population")) == {}
    assert {atom.word for atom in row(forces, event("kind: bombardment\nby: DEU\non: FRA"), "ESP").depends_on} == {"target"}


def test_territory_is_decided_by_the_place() -> None:
    land = pact('article "1" when armed_attack on territory of a party then every other party must assist the victim')
    assert set(verdicts(land, ATTACK).values()) == {"owed"}
    assert verdicts(land, event("kind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: TUN}")) == {}
    assert row(land, event("kind: bombardment\nby: DEU\non: FRA"), "ESP").verdict == "depends"


def test_requests() -> None:
    asked = pact(
        'article "1" when armed_attack on a party and request_for_assistance by the victim then every other party must assist the victim'
    )
    attack = "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n"
    duty = row(asked, event(attack), "ESP")
    assert (duty.verdict, [atom.word for atom in duty.depends_on]) == ("depends", ["request_for_assistance"])
    request = "  - {kind: request_for_assistance, by: FRA, to: [ESP, PRT]"
    assert row(asked, event(attack + request + "}\n"), "ESP").verdict == "owed"
    assert row(asked, event(attack + request + ", happened: false}\n"), "ESP").verdict == "not_owed"
    assert row(asked, event(attack + request + ', under: "pact-1900:1"}\n'), "ESP").verdict == "owed"
    assert row(asked, event(attack + request.replace("by: FRA", "by: ITA") + "}\n"), "ESP").verdict == "depends"


def test_a_request_under_another_article_does_not_count() -> None:
    text = pact(
        """
        article "1" when armed_attack on a party and request_for_assistance by the victim then every other party must assist the victim
        article "2" every party must consult every other party
        """
    )
    happened = event(
        "acts:\n  - {kind: bombardment, by: DEU, on: FRA}\n"
        '  - {kind: request_for_assistance, by: FRA, to: ESP, under: "pact-1900:2"}\n'
    )
    assert verdicts(text, happened, standing=False)["1/ESP>FRA"] == "depends"


def test_judgement_is_one_question() -> None:
    consult = pact('article "4" when threat to a party as judged by a party then every party must consult every other party')
    duty = row(consult, ATTACK, "ESP")
    assert (duty.verdict, duty.owed_to) == ("depends", "ALL")
    assert [(atom.word, atom.shown_by) for atom in duty.depends_on] == [("judged_by", "request_for_consultation")]
    asked = "\n  - {kind: request_for_consultation, by: PRT, to: FRA, under: 'pact-1900:4'}\n"
    on_the_neighbour = event("acts:\n  - {kind: invasion, by: DEU, on: BEL}" + asked)
    assert set(verdicts(consult, on_the_neighbour).values()) == {"owed"}
    nobody = event("acts:\n  - {kind: bombardment, by: DEU, on: FRA}" + asked.replace("'}", "', happened: false}"))
    assert verdicts(consult, nobody) == {}


def test_a_class_and_its_spells() -> None:
    powers = pact('article "1" when armed_attack by a great_power on a party then every other party must assist the victim')
    assert set(verdicts(powers, event("kind: bombardment\nby: GBR\non: FRA")).values()) == {"owed"}
    assert verdicts(powers, event("kind: bombardment\nby: BEL\non: FRA")) == {}


def test_counts() -> None:
    two = pact(
        """
        article "1"
          when armed_attack on a party
          and at least 2 great_powers that are not parties are at_war with the victim
          then every other party must assist the victim
        """
    )
    wars = "\nrelations:\n  - {at_war: [GBR, FRA]}\n"
    base = "acts:\n  - {kind: bombardment, by: GBR, on: FRA}"
    assert row(two, event(base + wars), "ESP").verdict == "depends"
    assert row(two, event(base + wars + "  - {at_war: [USSR, FRA]}\n"), "ESP").verdict == "owed"


def test_an_invasion_makes_war() -> None:
    war = pact(
        """
        article "1"
          when armed_attack on a party and the victim is at_war with the attacker
          then every other party must assist the victim
        """
    )
    assert set(verdicts(war, event("kind: invasion\nby: DEU\non: FRA")).values()) == {"owed"}
    assert row(war, event("kind: bombardment\nby: DEU\non: FRA"), "ESP").verdict == "depends"


def test_war_alone_starts_a_clause() -> None:
    joins = pact(
        'article "1" when a party (the ally) is at_war with a state (the enemy) then every other party must join the ally against the enemy'
    )
    decision = ask(joins, event("kind: declaration_of_war\nby: FRA\non: DEU"))
    assert {(duty.bearer, duty.owed_to, duty.against) for duty in decision.duties if duty.verdict == "owed"} == {
        ("ESP", "FRA", ("DEU",)),
        ("PRT", "FRA", ("DEU",)),
        ("ITA", "FRA", ("DEU",)),
    }


def test_consent_by_every_other_party() -> None:
    text = pact('article "1" every party must refrain from separate_peace with DEU unless consent by every other party')
    peace = "acts:\n  - {kind: separate_peace, by: FRA, on: DEU}\n"
    agreed = "".join(f"  - {{kind: consent, by: {code}, to: FRA}}\n" for code in ("ESP", "PRT", "ITA"))
    assert verdicts(text, event(peace))["1/FRA>ALL"] == "depends"
    assert verdicts(text, event(peace + agreed))["1/FRA>ALL"] == "owed"
    refused = agreed.replace("by: ESP, to: FRA", "by: ESP, to: FRA, happened: false")
    assert verdicts(text, event(peace + refused))["1/FRA>ALL"] == "breached"


def test_a_government_speaks_for_its_state_if_lawful() -> None:
    text = pact('article "1" when request_for_assistance by a party then every other party must assist the requester')
    head = (
        "actors:\n  JUNTA: {kind: government, speaks_for: PRT%s}\nacts:\n  - {kind: request_for_assistance, by: JUNTA, to: FRA}\n"
    )
    assert [
        atom.word for atom in next(d for d in ask(text, event(head % "")).duties if d.bearer == "FRA" and d.acts).depends_on
    ] == ["lawful"]
    assert "owed" in verdicts(text, event(head % ", lawful: true")).values()


def test_those_who_attack_together_owe_their_victim_nothing() -> None:
    together = event("kind: bombardment\nby: [ESP, PRT]\non: FRA")
    assert set(verdicts(DEFEND, together)) == {"1/ITA>FRA"}
    assert set(row(DEFEND, together, "ITA").against) == {"ESP", "PRT"}


def test_a_finding_of_a_body_is_about_an_act() -> None:
    text = pact(
        """
        organ council of every party
          decides by consensus
        article "1"
          when armed_attack on a party as judged by the council
          then every other party must defend the victim
        """
    )
    finding = "kind: dispute\nby: ARG\non: GBR\ndecisions:\n  - {body: council, decision: finds_attack}"
    assert verdicts(text, event(finding)) == {}


def test_an_authorisation_withdraws_the_presumption_that_there_is_none() -> None:
    text = pact('article "1" every party must refrain from use_of_force on another state unless the act is authorised')
    force = "kind: bombardment\nby: FRA\non: IRQ"
    assert verdicts(text, event(force))["1/FRA>ALL"] == "breached"
    leave = "\ndecisions:\n  - {body: security_council, decision: use_of_force}"
    assert verdicts(text, event(force + leave))["1/FRA>ALL"] == "depends"


def test_more_ways_than_can_be_gone_through_are_refused() -> None:
    """Seven threats by somebody, each of which may be any of four acts by three states."""
    names = "abcdefgh"
    terms = " and ".join(f"threat_of_force by a state (the s_{name}) to a state (the t_{name})" for name in names)
    treaty = pact(f'article "1" when {terms} then every party must consult every other party')
    acts = "".join(
        f"  - {{kind: threat_of_force, by: [DEU, AUT, HUN], to: [POL, CHE], date: 1960-05-0{day}}}\n" for day in range(1, 5)
    )
    with pytest.raises(InputError, match="more than 25,000 ways"):
        ask(treaty, event("acts:\n" + acts))


@pytest.mark.parametrize(
    ("defined", "line", "verdict"),
    [
        ('fact odd "odd" of act presumed not odd', "unless the act is odd", "owed"),
        ('fact odd "odd" of act', "unless the act is odd", "depends"),
        ('fact odd "odd" of party', "only if the victim is odd", "depends"),
        ('fact odd "odd" of situation', "only if odd", "depends"),
    ],
)
def test_a_fact_that_only_the_treaty_knows_is_presumed_or_open(defined: str, line: str, verdict: str) -> None:
    text = pact(f'{defined} article "1" when armed_attack on a party then every other party must assist the victim {line}')
    duty = row(text, event("kind: bombardment\nby: DEU\non: FRA"), "ESP")
    assert duty.verdict == verdict
    assert [atom.word for atom in duty.depends_on] == (["odd"] if verdict == "depends" else [])


@pytest.mark.parametrize(
    ("defined", "condition"),
    [
        ('relation tied "tied" by tied to partner', "and the attacker is tied to the victim"),
        ('region nowhere "nowhere" inside europe', "in nowhere"),
        ('fact odd "odd" of act', "and the act is odd"),
    ],
)
def test_what_only_the_treaty_knows_is_an_open_question(defined: str, condition: str) -> None:
    rule = 'article "1" when armed_attack on a party {} then every other party must assist the victim {}'
    attack = event("kind: bombardment\nby: DEU\non: FRA\nplace: {territory_of: FRA, region: europe}")
    assert row(pact(defined + " " + rule.format(condition, "")), attack, "ESP").verdict == "depends"
    failed = pact(defined + " " + rule.format(condition, "only if danger_to_peace"))
    happened = attack + "\nfacts: {danger_to_peace: false}"
    assert row(failed, happened, "ESP").verdict == "not_owed"


@pytest.mark.parametrize(
    ("consented", "verdict"),
    [("true", None), ("unknown", "depends"), ("false", "owed"), ("{claimed: {true: [DEU], false: [FRA]}}", "disputed")],
)
def test_force_that_was_agreed_to_threatens_nobody(consented: str, verdict: str | None) -> None:
    found = verdicts(
        pact('article "1" when threat_of_force to a party then every other party must consult every other party'),
        event(f"kind: bombardment\nby: DEU\non: FRA\nconsented: {consented}"),
    )
    assert set(found.values()) == ({verdict} if verdict else set())


def test_what_is_asked_of_the_land_of_one_whom_a_word_means_is_asked_of_him() -> None:
    """One act, two victims: whether it came from the land of the one tells nothing of the other."""
    text = pact(
        'article "1"\n  when (invasion on a party and combat_operation by ITA {0})\n'
        "    or (bombardment on a party and not (combat_operation by ITA {0}))\n  then ESP must consult every party"
    )
    acts = (
        "acts:\n  - {{id: a, kind: invasion, by: DEU, on: FRA}}\n  - {{id: b, kind: bombardment, by: DEU, on: PRT}}\n"
        "  - {{id: c, kind: combat_operation, by: ITA{0}}}"
    )
    for words in ("from territory of the victim", "in territory of the victim", "on the victim"):
        duty = row(text.format(words), event(acts.format("")), "ESP")
        assert (duty.verdict, len(duty.depends_on)) == ("depends", 2), words
    words = "from territory of the victim"
    for land, expected in (("FRA", {"owed"}), ("PRT", set()), ("POL", {"owed"})):
        found = verdicts(text.format(words), event(acts.format(f", origin: {{territory_of: {land}}}")))
        assert set(found.values()) == expected, land


@pytest.mark.parametrize(
    ("status", "verdict"), [("suspended", None), ("suspended, toward: ESP", None), ("excluded", None), ("contested", "depends")]
)
def test_a_duty_toward_all_is_owed_where_somebody_is_left(status: str, verdict: str | None) -> None:
    text = """treaty b-1900 "B"
  in force since 1900-01-01
parties
  ESP FRA since 1900-01-01
article "1" when armed_attack on a state then every party must consult every other party
article "2" every party must refrain from use_of_force on another party
"""
    told = event(f"kind: invasion\nby: DEU\non: BEL\nmembership: [{{party: FRA, treaty: b-1900, status: {status}}}]")
    found = {each: so for each, so in verdicts(text, told).items() if "/ESP" in each}
    assert found == ({"1/ESP>ALL": verdict, "2/ESP>ALL": verdict} if verdict else {})
    three = text.replace("ESP FRA since", "ESP FRA PRT since")
    assert set(verdicts(three, told).items()) >= {("1/ESP>ALL", "owed"), ("2/ESP>ALL", "owed")}


def test_of_a_treaty_that_is_secret_whole_the_public_hears_nothing() -> None:
    hidden = """treaty sec-1900 "Secret"
  in force since 1900-01-01
  secret until 1961-01-01
parties
  ESP FRA since 1900-01-01
article "1" when armed_attack on a party then every other party must assist the victim
"""
    open_ = """treaty pub-1900 "Public"
  in force since 1900-01-01
parties
  ESP FRA since 1900-01-01
article "1" when sec-1900 is in force then FRA may withdraw
"""
    happened = event("kind: invasion\nby: DEU\non: ESP")
    for text, treaties, owed in (
        ("public", ("pub-1900",), {}),
        ("signatories", ("pub-1900", "sec-1900"), {"1/FRA>ESP": "owed", "1/FRA>ALL": "permitted"}),
        ("all", ("pub-1900", "sec-1900"), {"1/FRA>ESP": "owed", "1/FRA>ALL": "permitted"}),
    ):
        assert ask((hidden, open_), happened, text=text).treaties == treaties
        assert verdicts((hidden, open_), happened, text=text) == owed


@pytest.mark.parametrize("turned", [False, True])
def test_two_spells_of_one_relation_stand_in_any_order(turned: bool) -> None:
    rows = ["  - {at_war: [ESP, EGY], since: 1957-06-01, until: 1959-01-01}\n", "  - {at_war: [ESP, EGY], since: 1959-06-01}\n"]
    text = pact('article "1" when ESP is at_war with EGY then every other party must consult ESP')
    told = "event: e\ndate: DAY\nkind: accident\nby: DEU\non: FRA\nrelations:\n" + "".join(reversed(rows) if turned else rows)
    found = {
        day: set(verdicts(text, told.replace("DAY", day)).values())
        for day in ("1957-01-01", "1958-01-01", "1959-03-01", "1960-01-01")
    }
    assert found == {"1957-01-01": set(), "1958-01-01": {"owed"}, "1959-03-01": set(), "1960-01-01": {"owed"}}
