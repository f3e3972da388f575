"""Outcomes word for word: who says what, on what a verdict hangs, and by which facts it would be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, any_of, neg
from treatylang.decision.sufficient import Sufficient
from treatylang.decision.verdict import Outcome, Says, outcome
from treatylang.text.limits import Limits

Implication = tuple[Atom, bool, Atom, bool]
A, B, C = Atom("a"), Atom("b"), Atom("c")
a, b, c = (Leaf(atom.word, None, "unknown", atom) for atom in (A, B, C))
YES, NO = Leaf("yes", True, "stated"), Leaf("no", False, "stated")
R, S = Atom("reading", ("the note of 1962",)), Atom("reading", ("some authors",))
READ, OTHERWISE = Leaf("as the note has it", None, "reading", R), Leaf("as some have it", None, "reading", S)
UNTOLD = Sufficient((), False)


def claimed(word: str, true: Sequence[str] | None, false: Sequence[str] | None, *of: str) -> Leaf:
    """A fact on which accounts differ; of none that says nothing."""
    claims = [(said, tuple(by)) for said, by in ((True, true), (False, false)) if by is not None]
    return Leaf(f"whether {word}", None, "claimed", Atom(word, of), tuple(claims))


class Rules:
    """Constraints that a test chooses: between open facts, and with claimed ones."""

    def __init__(self, among: Sequence[Implication] = (), facts: Sequence[tuple[Atom, bool, Leaf, bool]] = ()) -> None:
        self._among = among
        self._facts = facts

    def among(self, atoms: Sequence[Atom]) -> Iterator[Implication]:
        yield from (each for each in self._among if each[0] in atoms and each[2] in atoms)

    def with_facts(self, atom: Atom) -> Iterator[tuple[bool, Leaf, bool]]:
        yield from (rest for one, *rest in self._facts if one == atom)  # type: ignore[misc]


def found(
    rule: Formula, breach: Formula | None = None, modal: str = "must", rules: Rules | None = None, limit: int = 20
) -> Outcome:
    return outcome(rule, breach, modal, rules or Rules(), limits=Limits(unknowns=limit))  # type: ignore[arg-type]


def so(*atoms: Atom) -> tuple[tuple[Atom, bool], ...]:
    return tuple((atom, True) for atom in atoms)


def not_so(*atoms: Atom) -> tuple[tuple[Atom, bool], ...]:
    return tuple((atom, False) for atom in atoms)


PRESUMED = Leaf("grave", True, "presumed", why="of every invasion")


def test_what_the_case_decides_rests_on_its_presumptions() -> None:
    assert found(all_of((YES, PRESUMED))) == Outcome("owed", presumed=(PRESUMED,))
    assert found(all_of((PRESUMED, NO))) == Outcome("not_owed")
    assert found(PRESUMED, neg(PRESUMED)) == Outcome("owed", presumed=(PRESUMED,))
    assert found(YES, PRESUMED) == Outcome("breached", presumed=(PRESUMED,))
    assert found(YES, None, "may") == Outcome("permitted")
    assert found(NO, a, "may") == Outcome("not_owed")


def test_an_open_fact_and_what_would_decide_it() -> None:
    assert found(a) == Outcome("depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A),)))
    assert found(all_of((a, PRESUMED, neg(b)))) == Outcome(
        "depends", (A, B), Sufficient((((A, True), (B, False)),)), Sufficient((not_so(A), so(B))), presumed=(PRESUMED,)
    )


def test_a_breach_that_is_open() -> None:
    """It is owed where it is not broken; broken, it is neither owed nor not owed."""
    assert found(TRUE, a) == Outcome("depends", (A,), Sufficient((not_so(A),)), Sufficient())
    assert found(b, a) == Outcome("depends", (A, B), Sufficient((((A, False), (B, True)),)), Sufficient((not_so(B),)))
    assert found(any_of((b, YES)), any_of((a, neg(a)))) == Outcome("breached")
    assert found(any_of((b, neg(b))), a, "may").verdict == "depends"


def test_accounts_that_differ() -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    assert found(all_of((x, PRESUMED))) == Outcome(
        "disputed", (Atom("x"),), says=(Says("DEU", "not_owed"), Says("FRA", "owed")), presumed=(PRESUMED,)
    )
    assert found(x, None, "may").says == (Says("DEU", "not_owed"), Says("FRA", "permitted"))
    assert found(TRUE, x).says == (Says("DEU", "owed"), Says("FRA", "breached"))
    assert found(any_of((x, neg(x)))) == Outcome("owed")
    assert found(all_of((any_of((x, neg(x))), PRESUMED))) == Outcome("owed", presumed=(PRESUMED,))


def test_an_account_of_nobody_in_particular_is_named_by_what_it_says() -> None:
    x = claimed("x", (), ("DEU",), "act1")
    assert found(x) == Outcome(
        "disputed",
        (Atom("x", ("act1",)),),
        says=(Says("a reading that no named party holds (x: true)", "owed"), Says("DEU", "not_owed")),
    )
    y = Leaf("whether it was so", None, "claimed", None, ((True, ()), (False, ())))
    assert found(y) == Outcome(
        "disputed",
        (Atom("whether it was so"),),
        says=(
            Says("a reading that no named party holds (whether it was so: false)", "not_owed"),
            Says("a reading that no named party holds (whether it was so: true)", "owed"),
        ),
    )


def test_what_nobody_in_particular_says_of_one_act_is_not_said_of_another() -> None:
    """Each is an account of its own; of the other act it says nothing, and leaves it open."""
    one, other = claimed("x", (), ("DEU",), "act1"), claimed("x", (), ("DEU",), "act2")
    result = found(all_of((one, other)))
    assert (result.verdict, result.depends_on) == ("depends", (Atom("x", ("act1",)), Atom("x", ("act2",))))
    plain = claimed("x", (), ("DEU",))
    assert found(all_of((plain, claimed("y", (), ("DEU",))))).verdict == "depends"
    assert found(all_of((plain, neg(claimed("x", ("FRA",), ()))))).verdict == "depends"


def said(text: str, *readings: str) -> tuple[Says, ...]:
    who = ("the note of 1962",) if len(readings) == 1 else ("some authors", "the note of 1962")
    return (Says("the text", text), *(Says(each, verdict) for each, verdict in zip(who, readings, strict=True)))


def test_a_reading_beside_the_text() -> None:
    assert found(READ) == Outcome("disputed", (R,), says=(Says("the text", "not_owed"), Says("the note of 1962", "owed")))
    assert found(neg(READ)) == Outcome("disputed", (R,), says=(Says("the text", "owed"), Says("the note of 1962", "not_owed")))
    assert found(any_of((READ, OTHERWISE))) == Outcome(
        "disputed",
        (S, R),
        says=(Says("the text", "not_owed"), Says("some authors", "owed"), Says("the note of 1962", "owed")),
    )
    assert found(all_of((READ, OTHERWISE))) == Outcome("not_owed", says=said("not_owed", "not_owed", "not_owed"))  # one at a time


def test_a_reading_that_finds_what_the_text_finds_is_named_and_nothing_hangs_on_it() -> None:
    result = found(any_of((READ, all_of((OTHERWISE, NO)))))
    assert result.depends_on == (R,)
    result = found(any_of((a, all_of((READ, a)))))
    assert result == Outcome("depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A),)), said("depends", "depends"))


def test_a_reading_that_finds_otherwise_where_both_are_open() -> None:
    """Which reading is right is a question as any other: it is told with what decides."""
    assert found(any_of((a, all_of((READ, b))))) == Outcome(
        "depends", (A, B, R), Sufficient((so(A), so(B, R))), Sufficient((not_so(A, B), not_so(A, R))), said("depends", "depends")
    )


def test_an_account_and_a_reading() -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    assert found(all_of((x, READ))) == Outcome(
        "disputed",
        (R, Atom("x")),
        says=(
            Says("DEU", "not_owed"),
            Says("FRA", "not_owed"),
            Says("DEU, the note of 1962", "not_owed"),
            Says("FRA, the note of 1962", "owed"),
        ),
    )


def test_a_claim_that_changes_nothing_is_not_what_it_hangs_on() -> None:
    """But whoever is right of it is right of what else he says, so that it tells whose account holds."""
    x, y = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("FRA",), ("DEU",))
    X, Y = Atom("x"), Atom("y")
    assert found(all_of((x, any_of((y, neg(y)))))).depends_on == (X,)
    assert found(YES, all_of((x, a))) == Outcome("depends", (A, X), Sufficient((not_so(A), not_so(X))), Sufficient())
    assert found(all_of((x, a, any_of((y, neg(y)))))) == Outcome(
        "depends", (A, X), Sufficient((so(A, X), so(A, Y))), Sufficient((not_so(A), not_so(X), not_so(Y)))
    )


def test_an_account_that_is_silent_leaves_it_open() -> None:
    x, y = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("ESP",), ("ITA",))
    result = found(all_of((x, y)))
    assert (result.verdict, result.depends_on) == ("depends", (Atom("x"), Atom("y")))
    assert result.owed_if == Sufficient((so(Atom("x"), Atom("y")),))
    assert result.not_owed_if == Sufficient((not_so(Atom("x")), not_so(Atom("y"))))


def test_facts_that_cannot_both_be_so() -> None:
    never_both = Rules([(A, True, B, False), (B, True, A, False)])
    assert found(all_of((a, b)), rules=never_both) == Outcome("not_owed")
    assert found(all_of((a, b))).verdict == "depends"
    assert found(all_of((a, neg(b))), rules=never_both) == Outcome(
        "depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A), so(B)))
    )


def test_a_fact_that_follows_from_another() -> None:
    follows = Rules([(A, True, B, True), (B, False, A, False)])
    assert found(any_of((neg(a), b)), rules=follows) == Outcome("owed")
    assert found(all_of((a, b)), rules=follows) == Outcome(
        "depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A), not_so(B)))
    )
    assert found(all_of((a, b, c)), rules=follows).depends_on == (A, C)


def test_a_world_that_cannot_be_is_no_way_out() -> None:
    """Owed where one of two is so and not the other; where at least one is, only both take it away."""
    one_of_two = any_of((all_of((a, neg(b))), all_of((b, neg(a)))))
    at_least_one = Rules([(A, False, B, True), (B, False, A, True)])
    assert found(one_of_two).not_owed_if == Sufficient((not_so(A, B), so(A, B)))
    assert found(one_of_two, rules=at_least_one) == Outcome(
        "depends", (A, B), Sufficient((not_so(A), not_so(B))), Sufficient((so(A, B),))
    )


def test_facts_bound_to_each_other_so_that_none_can_change_alone() -> None:
    """Then it hangs on all of them."""
    one = Rules([(A, True, B, True), (B, True, A, True), (A, False, B, False), (B, False, A, False)])
    assert found(all_of((a, b)), rules=one) == Outcome(
        "depends", (A, B), Sufficient((so(A), so(B))), Sufficient((not_so(A), not_so(B)))
    )


def test_a_claimed_fact_binds_an_open_one_in_its_account() -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    bound = Rules(facts=[(A, True, x, True)])  # a only where x
    assert found(all_of((a, neg(x))), rules=bound) == Outcome("not_owed")
    assert found(all_of((a, x)), rules=bound) == Outcome(
        "depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A), not_so(Atom("x"))))
    )
    both_ways = Rules(facts=[(A, True, x, True), (A, False, x, False)])
    told_apart = (Says("DEU", "not_owed"), Says("FRA", "owed"))
    assert found(any_of((a, all_of((x, NO)))), rules=both_ways).says == told_apart  # a claim that only binds what is asked
    assert found(all_of((any_of((a, x)), any_of((neg(x), a)))), rules=both_ways).says == told_apart


def test_what_one_account_rules_out_may_be_so_in_another() -> None:
    """That a is so would be against what FRA says; in DEU's account it decides."""
    x = claimed("x", ("FRA",), ("DEU",))
    only_without = Rules(facts=[(A, True, x, False)])
    assert found(all_of((a, neg(x))), rules=only_without) == Outcome(
        "depends", (A,), Sufficient((so(A),)), Sufficient((not_so(A), so(Atom("x"))))
    )


def test_an_account_that_contradicts_itself_says_nothing() -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    impossible = Rules(facts=[(A, True, x, True), (A, False, x, True)])  # DEU's account allows neither
    assert found(any_of((all_of((x, a)), all_of((x, neg(a))))), rules=impossible).verdict in ("owed", "depends")


def test_too_many_open_facts_are_left_to_the_weaker_logic() -> None:
    weak = found(any_of((a, neg(a))), limit=0)
    assert weak == Outcome("depends", (A,), UNTOLD, UNTOLD, exact=False)
    assert found(any_of((a, neg(a))), limit=1) == Outcome("owed")
    assert found(all_of((a, PRESUMED)), limit=0) == Outcome("depends", (A,), UNTOLD, UNTOLD, presumed=(PRESUMED,), exact=False)
    assert found(TRUE, a, limit=0) == Outcome("depends", (A,), UNTOLD, UNTOLD, exact=False)
    assert found(a, YES, limit=0) == Outcome("depends", (A,), UNTOLD, UNTOLD, exact=False)


def test_the_weaker_logic_decides_account_by_account() -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    assert found(x, limit=-1) == found(x)
    assert found(TRUE, x, limit=-1) == found(TRUE, x)
    assert found(x, None, "may", limit=-1) == found(x, None, "may")
    assert found(READ, limit=-1) == found(READ)
    assert found(all_of((x, READ, PRESUMED)), limit=-1) == found(all_of((x, READ, PRESUMED)))
    assert found(all_of((x, a)), limit=0) == Outcome("depends", (A, Atom("x")), UNTOLD, UNTOLD, exact=False)
    assert found(any_of((a, READ)), limit=0) == Outcome("depends", (A, R), UNTOLD, UNTOLD, said("depends", "owed"), exact=False)
    assert found(YES, all_of((a, x)), limit=0) == Outcome("depends", (A, Atom("x")), UNTOLD, UNTOLD, exact=False)


@pytest.mark.parametrize(("limit", "hangs"), [(1, ("a", "x")), (0, ("a", "x"))])
def test_where_too_much_is_open_every_claim_may_matter(limit: int, hangs: tuple[str, ...]) -> None:
    x = claimed("x", ("FRA",), ("DEU",))
    assert tuple(atom.word for atom in found(all_of((a, x)), limit=limit).depends_on) == hangs


def test_a_flip_that_opens_too_much_is_not_weighed() -> None:
    """Were the claim other than it is, more would be open than there is room for: then the claim may matter."""
    x, y = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("FRA",), ("DEU",))
    rule = all_of((x, any_of((y, a, neg(a)))))
    assert [atom.word for atom in found(rule, limit=1).depends_on] == ["x"]
    assert [atom.word for atom in found(rule, limit=0).depends_on] == ["x", "y"]


def test_the_limit_is_the_last_number_that_is_exact() -> None:
    assert found(all_of((a, b)), limit=2).exact
    assert not found(all_of((a, b)), limit=1).exact
    assert found(FALSE, limit=-1) == Outcome("not_owed")


def test_a_claim_that_the_only_account_answers_is_no_open_question() -> None:
    """With one question left the limit of one is kept."""
    found = outcome(all_of((claimed("told", ["FRA"], None), a)), None, "must", Rules(), limits=Limits(unknowns=1))
    assert (found.verdict, found.exact, found.owed_if) == ("depends", True, Sufficient((((A, True),),)))


def test_of_more_accounts_than_are_held_against_its_facts_a_duty_depends_on_all() -> None:
    rule = all_of((claimed("told", ["FRA"], ["GBR"]), a, PRESUMED))
    few, many = (outcome(rule, None, "must", Rules(), limits=Limits(views=views)) for views in (4, 3))
    assert few.exact and not many.exact
    assert many == Outcome("depends", (A, Atom("told")), UNTOLD, UNTOLD, presumed=(PRESUMED,), exact=False)
    assert many.exact is False


def test_the_worlds_of_all_accounts_together_are_bounded() -> None:
    """Two accounts of two open facts have eight; the facts of one account are never fewer than `unknowns`."""
    rule = all_of((claimed("told", ["FRA"], ["GBR"]), any_of((a, b))))
    few, many = (outcome(rule, None, "must", Rules(), limits=Limits(unknowns=2, worlds=worlds)) for worlds in (8, 7))
    assert few.exact and not many.exact
    alone = any_of((a, b))
    assert outcome(alone, None, "must", Rules(), limits=Limits(unknowns=2, worlds=1)).exact


def test_a_claim_is_weighed_by_the_breach_as_well() -> None:
    """What changes nothing of a breach is not what it hangs on, and what changes the breach alone is."""
    x, y = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("FRA",), ("DEU",))
    assert found(any_of((x, all_of((x, y)))), YES).depends_on == (Atom("x"),)
    assert found(x, any_of((y, neg(y)))).depends_on == (Atom("x"),)
    assert found(any_of((x, neg(x), y)), x).depends_on == (Atom("x"),)


def test_the_accounts_in_which_a_claim_is_weighed_are_bounded_with_their_worlds() -> None:
    """Two accounts of two claims are weighed in six ways; where that is too much, every claim may matter."""
    x, y = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("FRA",), ("DEU",))
    rule = any_of((x, all_of((x, y))))
    enough, too_few = (outcome(rule, None, "must", Rules(), limits=Limits(unknowns=1, worlds=worlds)) for worlds in (6, 5))  # type: ignore[arg-type]
    assert (enough.verdict, enough.depends_on) == ("disputed", (Atom("x"),))
    assert (too_few.verdict, too_few.depends_on) == ("disputed", (Atom("x"), Atom("y")))


def test_what_the_case_decides_no_account_is_asked_of() -> None:
    """Not those of a breach of what is not owed either."""
    x = claimed("x", ("FRA",), ("DEU",))
    result = outcome(NO, x, "must", Rules(), ["the note of 1962", "some authors", "some authors"])  # type: ignore[arg-type]
    assert result == Outcome("not_owed", says=said("not_owed", "not_owed", "not_owed"))
    assert outcome(NO, x, "must", Rules()) == Outcome("not_owed")  # type: ignore[arg-type]


def test_a_claim_of_the_last_account_is_weighed_though_those_before_it_show_nothing_new() -> None:
    """What ITA says of y matters only where x and z are open, and of these nobody else leaves any open."""
    x, y, z = claimed("x", ("FRA",), ("DEU",)), claimed("y", ("ITA",), None), claimed("z", ("FRA",), ("DEU",))
    result = found(any_of((x, all_of((y, z)))))
    assert (result.verdict, result.depends_on) == ("depends", (Atom("x"), Atom("y"), Atom("z")))


def test_what_no_account_allows_decides_nothing() -> None:
    """That x is so all of them say; they part on y."""
    x, y = claimed("x", ("FRA", "DEU"), None), claimed("y", ("FRA",), ("DEU",))
    result = found(all_of((x, y, a)))
    assert (result.owed_if, result.not_owed_if) == (Sufficient((so(A, Atom("y")),)), Sufficient((not_so(A), not_so(Atom("y")))))


@pytest.mark.parametrize(("limits", "told"), [
    (Limits(unknowns=2), False),  # three open facts in all
    (Limits(unknowns=3, worlds=8), False),  # of which each of two accounts has eight worlds
    (Limits(unknowns=3, worlds=16), True),
])  # fmt: skip
def test_where_the_worlds_of_all_accounts_are_too_many_what_decides_is_untold(limits: Limits, told: bool) -> None:
    """Two open facts are few enough for each account; with what they part on there are too many for all together."""
    rule = all_of((claimed("x", ("FRA",), ("DEU",)), a, b))
    result = outcome(rule, None, "must", Rules(), limits=limits)  # type: ignore[arg-type]
    assert (result.verdict, result.exact) == ("depends", True)
    assert result.owed_if == (Sufficient((so(A, B, Atom("x")),)) if told else UNTOLD)
