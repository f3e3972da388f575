"""Open votes: an answer names whether somebody is a member, or whose government is lawful, where and only where that matters."""

from __future__ import annotations

from itertools import product

import pytest

from tests.asking import event, pact, row
from tests.decision.told import told
from treatylang.decision.decision import Duty
from treatylang.decision.formula import FALSE, Atom, Leaf
from treatylang.decision.open_votes import LAWFUL, MEMBER, VETO, Count, Question, hanging
from treatylang.decision.votes import CAST, OPEN, Roll, Rule, carried
from treatylang.decision.worlds import Worlds

BODY = """
organ council of every party
  decides by {}
article "1" when the council decides collective_measures then FRA must report to the council
"""
QUIET = "kind: bombardment\nby: DEU\non: GBR"
CONTESTED = "membership:\n  - {party: ITA, treaty: pact-1900, status: contested}\n"
GOVERNMENTS = """
actors:
  RED: {kind: government, name: one government, speaks_for: ITA, lawful: unknown}
  WHITE: {kind: government, name: another government, speaks_for: ITA, lawful: unknown}
"""


def duty(rule: str, cast: str, more: str = "", treaty: str = "") -> Duty:
    decided = f"decisions:\n  - {{body: council, decision: collective_measures, votes: {{{cast}}}}}\n"
    return row(treaty or pact(BODY.format(rule)), event(f"{QUIET}\n{decided}{more}"), "FRA")


def hangs(found: Duty) -> list[str]:
    return [f"{atom.word} {atom.of[0]}" for atom in found.depends_on]


def sets(found: Duty) -> list[dict[str, bool]]:
    return [{f"{atom.word} {atom.of[0]}": so for atom, so in each} for each in found.owed_if.sets]


def test_all_votes_cast_it_hangs_on_the_contested_membership_alone() -> None:
    found = duty("2/3 of members", "yes: [FRA, ESP], no: [PRT, ITA]", CONTESTED)
    assert (found.verdict, hangs(found), sets(found)) == ("depends", ["membership ITA"], [{"membership ITA": False}])


def test_a_contested_membership_that_changes_nothing_is_not_named() -> None:
    assert duty("majority", "yes: [FRA, ESP, PRT], no: [ITA]", CONTESTED).verdict == "owed"
    found = duty("majority", "yes: [FRA, ESP], absent: [ITA]", CONTESTED)
    assert found.verdict == "depends"  # two of four are no majority, two of three are
    assert hangs(found) == ["collective_measures council", "membership ITA"]


def test_membership_is_named_beside_the_votes_where_it_lets_fewer_of_them_do() -> None:
    """With ITA three of four must say yes, without it two of three do: ITA's own no weighs only if it is a member."""
    found = duty("2/3 of members", "yes: [FRA], no: [ITA]", CONTESTED)
    assert hangs(found) == ["collective_measures council", "enough_votes council", "membership ITA"]
    assert {"enough_votes council": True, "membership ITA": False} in sets(found)


def test_a_member_since_some_day_of_the_month() -> None:
    treaty = pact(BODY.format("2/3 of members")).replace("PRT ITA since 1900-01-01", "PRT since 1900-01-01\n  ITA since 1960-05")
    found = duty("", "yes: [FRA, ESP], no: [PRT, ITA]", treaty=treaty)
    assert (hangs(found), found.verdict) == (["since ITA"], "depends")


def test_a_disputed_accession_is_a_dispute() -> None:
    treaty = pact(BODY.format("2/3 of members")).replace(
        "PRT ITA since 1900-01-01", 'PRT since 1900-01-01\n  ITA since 1900-01-01 disputed "its accession"'
    )
    found = duty("", "yes: [FRA, ESP], no: [PRT, ITA]", treaty=treaty)
    assert (found.verdict, hangs(found)) == ("disputed", ["membership ITA"])


def test_a_government_of_which_it_is_open_whether_it_is_lawful() -> None:
    found = duty("unanimity", "yes: [FRA, ESP, PRT], no: [RED]", GOVERNMENTS)
    assert hangs(found) == ["collective_measures council", "lawful RED"]
    assert sets(found) == [{"lawful RED": False, "collective_measures council": True}] or sets(found) == [
        {"collective_measures council": True, "lawful RED": False}
    ]


def test_two_governments_that_vote_against_each_other() -> None:
    found = duty("3/4 of members", "yes: [FRA, ESP, RED], no: [PRT, WHITE]", GOVERNMENTS)
    assert hangs(found) == ["collective_measures council", "lawful RED", "lawful WHITE"]
    assert {"lawful RED": True, "lawful WHITE": False} in sets(found)


def test_two_governments_that_vote_alike_need_only_one_to_be_lawful() -> None:
    found = duty("3/4 of members", "yes: [FRA, ESP, RED, WHITE], no: [PRT]", GOVERNMENTS)
    assert {"lawful RED": True} in sets(found) and {"lawful WHITE": True} in sets(found)


def test_a_government_that_is_not_lawful_neither_votes_nor_stands_aside() -> None:
    unlawful = GOVERNMENTS.replace("lawful: unknown", "lawful: false")
    assert hangs(duty("unanimity", "yes: [FRA, ESP, PRT], no: [RED]", unlawful)) == ["collective_measures council"]
    assert hangs(duty("unanimity", "yes: [FRA, ESP, PRT], recused: [RED]", unlawful)) == ["collective_measures council"]
    lawful = GOVERNMENTS.replace("lawful: unknown", "lawful: true")
    assert duty("unanimity", "yes: [FRA, ESP, PRT], recused: [RED]", lawful).verdict == "owed"
    assert duty("unanimity", "yes: [FRA, ESP, PRT], no: [RED]", lawful).verdict == "not_owed"


def test_a_government_that_may_be_lawful_stands_aside_if_it_is() -> None:
    found = duty("unanimity", "yes: [FRA, ESP, PRT], recused: [RED]", GOVERNMENTS)
    assert {"lawful RED": True} in sets(found)


def test_claims_of_recognition_are_accounts() -> None:
    claimed = "lawful: {claimed: {true: [ESP], false: [PRT]}}"
    actors = GOVERNMENTS.replace("lawful: unknown", claimed, 1).replace("lawful: unknown", "lawful: false")
    found = duty("3/4 of members", "yes: [FRA, ESP, RED], no: [PRT]", actors)
    assert found.verdict == "depends"  # without it, the vote of the state is open
    assert hangs(found) == ["collective_measures council", "lawful RED"]


# ------------------------------------------------------------------------------------------------ by enumeration
DECIDED = Leaf("decided", None, "unknown", Atom("decided", ("body",)))


def _question(sort: str, code: str, by: str = "", vote: str = "") -> Question:
    name = by or f"{sort}_{code}"
    return Question(sort, code, "t", Leaf(name, None, "unknown", Atom(name)), by, vote)


ROLLS = [
    (Rule("2/3"), {"A": "yes", "B": "no", "C": OPEN, "D": "yes"}, [_question(MEMBER, "C"), _question(MEMBER, "B")]),
    (Rule("majority", "voting"), {"A": "yes", "B": OPEN, "C": "no"}, [_question(LAWFUL, "B", "G", "yes"), _question(MEMBER, "C")]),
    (Rule("majority", quorum="2/3"), {"A": "yes", "B": "absent", "C": OPEN}, [_question(MEMBER, "B")]),
    (Rule("unanimity"), {"A": "yes", "B": OPEN}, [_question(LAWFUL, "B", "G", "yes"), _question(LAWFUL, "B", "H", "no")]),
    (Rule("2", may_veto=frozenset("C")), {"A": "yes", "B": "yes", "C": "no"}, [_question(VETO, "C")]),
    (Rule("consensus"), {"A": "yes", "B": OPEN}, [_question(LAWFUL, "B", "G", "recused"), _question(LAWFUL, "B", "H", "veto")]),
]


def _plainly(rule: Rule, votes: dict[str, str], questions: list[Question], so: dict[str, bool]) -> tuple[Rule, Roll]:
    """The rule and roll with every question answered, said over."""
    votes, vetoes = dict(votes), set(rule.vetoes)
    for code in {each.code for each in questions if each.sort == LAWFUL}:
        cast = {each.vote for each in questions if each.code == code and each.sort == LAWFUL and so[each.by]}
        if len(cast) == 1:
            votes[code] = cast.pop()
    for each in questions:
        if each.sort == MEMBER and not so[f"member_{each.code}"]:
            del votes[each.code]
        if each.sort == VETO and so[f"veto_{each.code}"]:
            vetoes.add(each.code)
    vetoes |= {code for code, vote in votes.items() if vote == "veto"}
    kept = {code: {"veto": "no"}.get(vote, vote) for code, vote in votes.items() if vote != "recused"}
    return Rule(rule.rule, rule.base, rule.quorum, frozenset(vetoes)), Roll(kept)


@pytest.mark.parametrize(("rule", "votes", "questions"), ROLLS)
def test_the_formula_is_what_the_count_of_every_completion_says(
    rule: Rule, votes: dict[str, str], questions: list[Question]
) -> None:
    doubtful = frozenset(each.code for each in questions if each.sort == MEMBER or each.vote == "recused")
    formula = hanging([Count(rule, Roll(votes, doubtful), tuple(questions), frozenset())], DECIDED)
    names = [each.formula.words for each in questions]
    open_codes = [code for code, vote in votes.items() if vote == OPEN]
    for answers in product((True, False), repeat=len(names)):
        so = dict(zip(names, answers, strict=True))
        outcomes = set()
        for completion in product(CAST, repeat=len(open_codes)):
            one, roll = _plainly(rule, {**votes}, questions, so)
            cast = {c: v for c, v in zip(open_codes, completion, strict=True) if roll.votes.get(c) == OPEN}
            outcomes.add(carried(one, Roll({**roll.votes, **cast})))
        rest = [Atom("decided", ("body",)), *_votes_of(formula)]
        table = Worlds(rest).table(formula, lambda leaf, so=so: so.get(leaf.words))
        decided = True if table == Worlds(rest).full else False if table == 0 else None
        assert decided == (outcomes.pop() if len(outcomes) == 1 else None), so


def _votes_of(formula: object) -> list[Atom]:
    from treatylang.decision.formula import leaves

    return sorted({leaf.atom for leaf in leaves(formula) if leaf.atom is not None and leaf.atom.word == "enough_votes"})  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ in words
def formula_of(rule: Rule, votes: dict[str, str], *questions: Question, doubtful: str = "", decided: Leaf = DECIDED) -> str:
    return told(hanging([Count(rule, Roll(votes, frozenset(doubtful)), questions, frozenset())], decided))


def opened(number: int, **told: str) -> dict[str, str]:
    """The votes told, and so many that are open."""
    return {**told, **{f"O{each}": OPEN for each in range(1, number + 1)}}


def test_what_is_enough_is_said_in_words() -> None:
    assert formula_of(Rule("2/3"), opened(3, C="no"), _question(MEMBER, "C"), doubtful="C") == (
        """? any
  ? all
    ? member_C [unknown] asks member_C()
    ? decided [unknown] asks decided(body)
  ? all
    ? not 'not: C counts'
      ? member_C [unknown] asks member_C()
    ? any
      ? decided [unknown] asks decided(body)
      ? its open votes are enough where C does not count [unknown] asks enough_votes(body, decided, C does not count)"""
    )
    assert formula_of(Rule("2", may_veto=frozenset("C")), opened(3, C=OPEN), _question(VETO, "C")) == (
        """? any
  ? all
    ? veto_C [unknown] asks veto_C()
    ? decided [unknown] asks decided(body)
  ? all
    ? not 'not: C has veto'
      ? veto_C [unknown] asks veto_C()
    ? any
      ? decided [unknown] asks decided(body)
      ? its open votes are enough where C has no veto [unknown] asks enough_votes(body, decided, C has no veto)"""
    )


def test_where_the_first_answer_is_the_one_that_needs_fewer_votes() -> None:
    assert formula_of(Rule("3"), opened(3, C=OPEN), _question(LAWFUL, "C", "G", "yes")) == (
        """? any
  ? all
    ? G [unknown] asks G()
    ? any
      ? decided [unknown] asks decided(body)
      ? its open votes are enough where G speaks for C [unknown] asks enough_votes(body, decided, G speaks for C)
  ? all
    ? not 'not: G speaks for C'
      ? G [unknown] asks G()
    ? decided [unknown] asks decided(body)"""
    )


def test_all_answers_are_named_under_which_votes_are_enough() -> None:
    votes, questions = {"A": "yes", "B": OPEN, "C": "no"}, (_question(LAWFUL, "B", "G", "yes"), _question(MEMBER, "C"))
    found = formula_of(Rule("majority", "voting"), votes, *questions, doubtful="C")
    enough = "enough where G does not speak for B, C does not count [unknown] asks enough_votes(body, decided, G does not speak for B, C does not count)"
    assert enough in found
    nameless = Leaf("it has decided", None, "unknown")
    found = formula_of(Rule("majority", "voting"), votes, *questions, doubtful="C", decided=nameless)
    assert "asks enough_votes(G does not speak for B, C does not count)" in found
    votes = {"A": OPEN, "B": OPEN, "C": OPEN, "D": "yes"}
    found = formula_of(Rule("3", may_veto=frozenset("C")), votes, _question(VETO, "C"), _question(MEMBER, "D"), doubtful="D")
    assert "where C has veto, D counts" in found and "where C has no veto, D counts" in found


@pytest.mark.parametrize(
    ("rule", "votes", "question", "split"),
    [
        *((Rule("2/3"), opened(number, C="no"), _question(MEMBER, "C"), number % 3 != 2) for number in range(2, 10)),
        *((Rule("majority"), opened(number, C="no"), _question(MEMBER, "C"), number % 2 == 1) for number in range(2, 10)),
        # who stays away counts for the quorum, and who votes no does not count against it
        *((Rule("majority", "voting", "2/3"), opened(each, C="absent"), _question(MEMBER, "C"), True) for each in (4, 6, 7, 9)),
        # the last vote, or the last but one
        *((Rule(str(number)), opened(number, C="yes"), _question(MEMBER, "C"), True) for number in (3, 4, 7)),
        # whose no stops it, the first or the last of them
        (Rule("5", may_veto=frozenset("C")), opened(7, C=OPEN), _question(VETO, "C"), True),
        (Rule("5", may_veto=frozenset(["O7"])), opened(7, C=OPEN), _question(VETO, "O7"), True),
        (Rule("3", may_veto=frozenset(["O2"])), opened(4), _question(VETO, "O2"), True),
        (Rule("3", may_veto=frozenset(["O3"])), opened(6), _question(VETO, "O3"), True),
    ],
)
def test_votes_are_told_apart_by_what_they_are_enough_for(
    rule: Rule, votes: dict[str, str], question: Question, split: bool
) -> None:
    """Few or many, whether an answer lets fewer of them do."""
    doubtful = question.code if question.sort == MEMBER else ""
    found = formula_of(rule, votes, question, doubtful=doubtful)
    assert ("enough_votes" in found) is split


# ------------------------------------------------------------------------------------------------ one count, some questions answered
IS_B, FOR_B, AGAINST_B = _question(MEMBER, "B"), _question(LAWFUL, "B", "G", "yes"), _question(LAWFUL, "B", "H", "no")
IS_C, STOPS_B, STOPS_C = _question(MEMBER, "C"), _question(VETO, "B"), _question(VETO, "C")
FOR_C = _question(LAWFUL, "C", "K", "veto")


@pytest.mark.parametrize(
    ("questions", "answers", "votes", "doubtful"),
    [
        ((IS_B, FOR_B, IS_C), {}, "A yes, B unknown, C no", "BC"),
        ((IS_B, FOR_B, IS_C), {FOR_B: True}, "A yes, B yes, C no", "BC"),  # whether B is a member is still asked
        ((IS_B, FOR_B, IS_C), {FOR_B: False}, "A yes, B unknown, C no", "BC"),
        ((IS_B, FOR_B, IS_C), {IS_B: True}, "A yes, B unknown, C no", "C"),
        ((IS_B, FOR_B, IS_C), {IS_B: True, FOR_B: True}, "A yes, B yes, C no", "C"),
        ((IS_B, FOR_B, IS_C), {IS_B: False, FOR_B: True}, "A yes, C no", "C"),
        ((IS_B, FOR_B, IS_C), {IS_C: True}, "A yes, B unknown, C no", "B"),
        ((IS_B, FOR_B, IS_C), {IS_C: False}, "A yes, B unknown", "B"),
        ((FOR_B, IS_C), {FOR_B: True}, "A yes, B yes, C no", "C"),  # B was in doubt for one of its governments alone
        ((FOR_B, STOPS_B), {FOR_B: True}, "A yes, B yes, C no", "C"),
        ((FOR_B, AGAINST_B), {FOR_B: True}, "A yes, B unknown, C no", "BC"),  # one of its governments is still asked about
        ((AGAINST_B, FOR_B, FOR_C), {FOR_B: True, FOR_C: False}, "A yes, B unknown, C unknown", "B"),
        ((FOR_B, AGAINST_B), {FOR_B: True, AGAINST_B: True}, "A yes, B unknown, C no", "C"),
        ((FOR_B, AGAINST_B), {FOR_B: False, AGAINST_B: True}, "A yes, B no, C no", "C"),
    ],
)
def test_a_roll_of_which_some_questions_are_answered(
    questions: tuple[Question, ...], answers: dict[Question, bool], votes: str, doubtful: str
) -> None:
    count = Count(Rule("2/3"), Roll({"A": "yes", "B": OPEN, "C": "no"}, frozenset("BC")), questions, frozenset())
    rule, roll = count.under({each.key: so for each, so in answers.items()})
    assert rule == Rule("2/3")
    assert ", ".join(f"{code} {vote}" for code, vote in roll.votes.items()) == votes
    assert roll.doubtful == frozenset(doubtful)


def test_who_may_stand_aside_for_another_reason_is_in_doubt_whatever_is_answered() -> None:
    roll = Roll({"A": "yes", "B": OPEN, "C": "no"}, frozenset("BC"))
    count = Count(Rule("2/3"), roll, (IS_B, FOR_B, IS_C), frozenset("B"))
    assert count.under({IS_B.key: True})[1] == roll
    assert count.under({IS_B.key: True, IS_C.key: True})[1].doubtful == frozenset("B")
    assert count.under({IS_B.key: True, FOR_B.key: True})[1] == Roll({"A": "yes", "B": "yes", "C": "no"}, frozenset("BC"))
    assert count.under({IS_B.key: False})[1] == Roll({"A": "yes", "C": "no"}, frozenset("C"))


def test_a_veto_that_is_asked_about_and_one_that_is_cast() -> None:
    rule = Rule("2/3", vetoes=frozenset("A"), may_veto=frozenset("BC"))
    count = Count(rule, Roll({"A": "yes", "B": OPEN, "C": OPEN}), (STOPS_B, STOPS_C, FOR_C), frozenset())
    assert count.under({STOPS_B.key: True})[0] == Rule("2/3", vetoes=frozenset("AB"), may_veto=frozenset("C"))
    assert count.under({STOPS_C.key: False})[0] == Rule("2/3", vetoes=frozenset("A"), may_veto=frozenset("B"))
    assert count.under({STOPS_B.key: False, STOPS_C.key: True})[0] == Rule("2/3", vetoes=frozenset("AC"))
    rule, roll = count.under({FOR_C.key: True})  # a no that is a veto
    assert (rule.vetoes, roll.votes["C"]) == (frozenset("AC"), "no")


def test_of_treaties_that_count_apart_nothing_is_carried_until_they_agree() -> None:
    """Under the one a vote of A is enough; under the other only beside that of C, of which it is open whether it is a member."""
    one = Count(Rule("1"), Roll({"A": OPEN}), (), frozenset())
    other = Count(Rule("2"), Roll({"A": OPEN, "C": "yes"}, frozenset("C")), (IS_C,), frozenset())
    assert hanging([one, other], DECIDED) == DECIDED
    failed = Count(Rule("2"), Roll({"A": OPEN}), (), frozenset())
    assert hanging([one, failed], DECIDED) == DECIDED
    assert hanging([failed, failed], DECIDED) == FALSE and hanging([one], DECIDED) == DECIDED


# ------------------------------------------------------------------------------------------------ findings
FOUND = """
organ council of every party
  decides by {}
article "1" when armed_attack on a state as judged by the council then FRA must report to the council
"""


def finding(cast: str, more: str = "", others: str = "") -> Duty:
    found = f"decisions:\n  - {{body: council, decision: finds_attack, votes: {{{cast}}}}}\n{others}"
    return row(pact(FOUND.format("2/3 of members")), event(f"{QUIET}\n{found}{more}"), "FRA")


def test_a_finding_by_votes_hangs_on_the_contested_membership() -> None:
    found = finding("yes: [FRA, ESP], no: [PRT, ITA]", CONTESTED)
    assert (found.verdict, hangs(found), sets(found)) == ("depends", ["membership ITA"], [{"membership ITA": False}])
    assert finding("yes: [FRA, ESP, PRT], no: [ITA]", CONTESTED).verdict == "owed"
    assert finding("yes: [FRA], no: [ESP, PRT, ITA]", CONTESTED).verdict == "not_owed"


def test_a_finding_of_which_the_votes_are_open_asks_for_it() -> None:
    found = finding("yes: [FRA], no: [ITA]", CONTESTED)
    assert hangs(found) == ["enough_votes council", "judged_by council", "membership ITA"]


def test_of_two_findings_one_that_is_open_without_votes_leaves_it_open() -> None:
    other = "  - {body: council, decision: invokes_clause, outcome: unknown}\n"
    assert hangs(finding("yes: [FRA, ESP], no: [PRT, ITA]", CONTESTED, other)) == ["judged_by council"]


# ------------------------------------------------------------------------------------------------ in which votes answers differ
TWO_MEMBERS = (_question(MEMBER, "A"), _question(MEMBER, "B"))


def enough(found: str) -> set[str]:
    """Where the open votes are told to be enough by themselves."""
    return {line.split("enough where ")[1].split(" [")[0] for line in found.split("\n") if "enough where" in line}


def test_of_three_open_votes_also_those_are_weighed_in_which_one_is_absent_or_abstains() -> None:
    """Of those present two thirds: with one absent and one that says no, A and B together are enough, and neither is alone."""
    found = formula_of(Rule("2/3", "present"), opened(3, A="yes", B="yes"), *TWO_MEMBERS, doubtful="AB")
    assert enough(found) == {"A counts, B counts", "A counts, B does not count"}


def test_of_six_open_votes_those_of_each_are_weighed_where_one_of_them_has_a_veto() -> None:
    rule = Rule("3", "voting", "2/3", vetoes=frozenset({"O3"}))
    found = formula_of(rule, opened(6, A="no", B="yes"), *TWO_MEMBERS, doubtful="AB")
    assert enough(found) == {"A counts, B counts"}
    assert "member_B" in found and "member_A" not in found.replace("A counts", "")


def test_of_many_open_votes_the_others_are_weighed_as_no_and_as_absent() -> None:
    found = formula_of(Rule("majority", "present"), opened(8, A="yes", B="abstain"), *TWO_MEMBERS, doubtful="AB")
    assert enough(found) == {"A counts, B counts", "A counts, B does not count"}


def test_where_one_treaty_says_that_it_is_carried_and_another_leaves_it_open_they_do_not_agree() -> None:
    """The one leaves it open whether B counts, the other whether A does, and each of the two is needed for it."""
    votes = {"A": "yes", "B": "abstain", "C": "yes", "O1": OPEN}
    questions = (_question(MEMBER, "A"), _question(VETO, "B"))
    veto = frozenset("B")
    one = Count(Rule("2", "voting", "2/3", may_veto=veto), Roll(votes, frozenset("AB")), questions, frozenset("B"))
    other = Count(Rule("2/3", "present", "2/3", may_veto=veto), Roll(votes, frozenset("A")), questions, frozenset("A"))
    assert told(hanging([one, other], DECIDED)) == "? decided [unknown] asks decided(body)"
