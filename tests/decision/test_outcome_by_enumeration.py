"""Whole outcomes - accounts, readings, constraints between facts - against plain enumeration of views and worlds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from treatylang.decision.accounts import Account, Claimed, valuation_of
from treatylang.decision.formula import Atom, Formula, Leaf, all_of, any_of, both, either, neg, open_leaves, valued
from treatylang.decision.possible import is_possible
from treatylang.decision.sufficient import Literal
from treatylang.decision.verdict import Outcome, outcome
from treatylang.decision.worlds import asked
from treatylang.text.limits import Limits

OPEN = "abc"
CLAIMED = {
    "x": ((True, ("A",)), (False, ("B",))),
    "y": ((True, ("B",)), (False, ("C",))),
    "z": ((True, ()), (False, ("A",))),
}
READINGS = ("r", "s")
Clause = tuple[str, bool, str, bool]  # where the first has its value, the second has its own


def _open(name: str) -> Leaf:
    return Leaf(name, None, "unknown", Atom(name))


def _claimed(name: str) -> Leaf:
    return Leaf(name, None, "claimed", Atom(name), CLAIMED[name])


def _reading(name: str) -> Leaf:
    return Leaf(name, None, "reading", Atom("reading", (name,)))


LEAVES = (
    st.sampled_from(OPEN).map(_open)
    | st.sampled_from(tuple(CLAIMED)).map(_claimed)
    | st.sampled_from(READINGS).map(_reading)
    | st.booleans().map(lambda known: Leaf(f"known {known}", known, "stated"))
    | st.booleans().map(lambda known: Leaf(f"presumed {known}", known, "presumed"))
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda terms: all_of(tuple(terms))),
        st.lists(inner, min_size=1, max_size=3).map(lambda terms: any_of(tuple(terms))),
        st.lists(inner, min_size=1, max_size=3).map(lambda terms: both(*terms)),
        st.lists(inner, min_size=1, max_size=3).map(lambda terms: either(*terms)),
        inner.map(neg),
    ),
    max_leaves=8,
)
CLAUSES = st.lists(st.tuples(st.sampled_from(OPEN), st.booleans(), st.sampled_from(OPEN), st.booleans()), max_size=3).map(
    lambda clauses: _closed({each for each in clauses if each[0] != each[2]})
)
FACTS = st.lists(st.tuples(st.sampled_from(OPEN), st.booleans(), st.sampled_from(tuple(CLAIMED)), st.booleans()), max_size=1)


def _closed(clauses: set[Clause]) -> frozenset[Clause]:
    """With all that follows: the product's constraints are closed as well."""
    while True:
        turned = {(other, not wanted, one, not value) for one, value, other, wanted in clauses}
        more = {
            (one, value, last, end)
            for one, value, middle, wanted in clauses | turned
            for again, same, last, end in clauses | turned
            if (middle, wanted) == (again, same) and one != last
        }
        if turned | more <= clauses:
            return frozenset(clauses)
        clauses |= turned | more


def _pairs(facts: Sequence[Clause]) -> Iterator[tuple[str, bool, list[str | bool]]]:
    yield from ((fact, said, [name, value]) for name, value, fact, said in facts)


class Given:
    """Constraints that the test chooses."""

    def __init__(self, clauses: frozenset[Clause], facts: Sequence[Clause]) -> None:
        self.clauses = sorted(clauses)
        derived = {(one, value, fact, said) for fact, said, pair in _pairs(facts) for one, value, *then in clauses if then == pair}
        self.facts = sorted({*facts, *derived})

    def among(self, atoms: Sequence[Atom]) -> tuple[tuple[Atom, bool, Atom, bool], ...]:
        names = {atom.word for atom in atoms}
        return tuple((Atom(one), value, Atom(other), wanted) for one, value, other, wanted in self.clauses if {one, other} <= names)

    def with_facts(self, atom: Atom) -> Iterator[tuple[bool, Leaf, bool]]:
        for one, value, fact, wanted in self.facts:
            if one == atom.word:
                yield value, _claimed(fact), wanted

    def allow(self, world: dict[str, bool], account: str | None) -> bool:
        for one, value, other, wanted in self.clauses:
            if world[one] is value and world[other] is not wanted:
                return False
        said = _said(account)
        return not any(world[one] is value and said.get(fact) is (not wanted) for one, value, fact, wanted in self.facts)


def _said(account: str | None) -> dict[str, bool]:
    """What an account says of the claimed facts; `z` is the one of nobody in particular."""
    if account is None:
        return {}
    return {
        name: value for name, claims in CLAIMED.items() for value, by in claims if account in by or (not by and account == name)
    }


def _leaves(formula: Formula) -> Iterator[Leaf]:
    """Leaves that may matter: what the event decides, no account is asked of."""
    if valued(formula, lambda leaf: leaf.value) is not None:
        return
    if isinstance(formula, Leaf):
        yield formula
    else:
        for term in getattr(formula, "terms", None) or (formula.term,):  # type: ignore[union-attr]
            yield from _leaves(term)


def _views(
    rule: Formula, breach: Formula | None, given_: Given
) -> dict[tuple[str | None, str | None], list[tuple[dict[str, bool], str]]]:
    """The verdict of every world of every account against the text and every reading."""
    formulas = [rule] if breach is None else [rule, breach]
    every = [leaf for formula in formulas for leaf in _leaves(formula)]
    readings = sorted({leaf.words for leaf in every if leaf.basis == "reading"})
    claims = {leaf.words: leaf.claims for leaf in every}
    claims |= {fact: CLAIMED[fact] for one, _, fact, _ in given_.facts if one in claims}  # whoever claims what binds an open fact
    accounts = sorted({who or name for name, said in claims.items() for _, by in said for who in (by or ("",))})
    found: dict[tuple[str | None, str | None], list[tuple[dict[str, bool], str]]] = {}
    for reading, account in product([None, *readings], accounts or [None]):
        said = _said(account)
        names = [*OPEN, *(name for name in CLAIMED if name not in said)]
        rows = []
        for values in product((False, True), repeat=len(names)):
            world = dict(zip(names, values, strict=True))
            if given_.allow(world, account):

                def told(leaf: Leaf, world: dict[str, bool] = world) -> bool | None:
                    if leaf.basis == "reading":
                        return leaf.words == reading  # noqa: B023
                    if leaf.claims or leaf.basis == "unknown":
                        return {**world, **said}[leaf.words]  # noqa: B023
                    return leaf.value

                broken = breach is not None and bool(valued(breach, told))
                rows.append((world, ("breached" if broken else "owed") if valued(rule, told) else "not_owed"))
        found[account, reading] = rows
    return found


def _expected(views: dict[Any, list[tuple[dict[str, bool], str]]]) -> str:
    said = [{verdict for _, verdict in rows} for rows in views.values() if rows]
    if any(len(each) > 1 for each in said):
        return "depends"
    return said[0].copy().pop() if len(set(map(frozenset, said))) == 1 else "disputed"


def _free(clauses: frozenset[Clause]) -> bool:
    """Whether no open fact is tied to one value: no vocabulary ties one."""
    worlds = [dict(zip(OPEN, values, strict=True)) for values in product((False, True), repeat=len(OPEN))]
    kept = [world for world in worlds if Given(clauses, ()).allow(world, None)]
    return all({world[name] for world in kept} == {True, False} for name in OPEN)


def _needed(rule: Formula, breach: Formula | None, given_: Given, limit: int = 20) -> Outcome:
    return outcome(rule, breach, "must", given_, limits=Limits(unknowns=limit))  # type: ignore[arg-type]


def _decided_early(rule: Formula, breach: Formula | None) -> bool:
    """Whether the event itself decides, so that no account is asked."""
    holds = valued(rule, lambda leaf: leaf.value)
    return holds is False or (holds is True and (breach is None or valued(breach, lambda leaf: leaf.value) is not None))


@given(FORMULAS, CLAUSES, FACTS, st.sampled_from((1, 20)))
def test_what_is_possible_is_so_in_some_world_of_some_view(
    rule: Formula, clauses: frozenset[Clause], facts: list[Clause], unknowns: int
) -> None:
    """Above the limit too much may pass for possible, never too little."""
    given_ = Given(clauses, facts)
    views = _views(rule, None, given_)
    assume(_free(clauses) and all(views.values()))
    expected = any(verdict == "owed" for rows in views.values() for _, verdict in rows)
    found = is_possible(rule, given_, Limits(unknowns=unknowns))  # type: ignore[arg-type]
    assert found or not expected
    assert found == expected or unknowns == 1


@given(FORMULAS)
def test_what_some_account_leaves_open_is_found_as_account_by_account(rule: Formula) -> None:
    every = [leaf for leaf, _ in open_leaves(rule)]
    accounts: list[Account] = [("A",), ("B",), ("C",), ("", "z", "True"), ()]
    valuations = [valuation_of(each, Atom("reading", (text,)) if text else None) for each in accounts for text in (None, "r")]
    expected = {asked(leaf) for each in valuations for leaf, _ in open_leaves(rule, each)}
    assert Claimed([rule], every).open_in_any(valuations) == expected


@given(FORMULAS, st.none() | FORMULAS, CLAUSES, FACTS)
def test_the_verdict_is_that_of_all_views(
    rule: Formula, breach: Formula | None, clauses: frozenset[Clause], facts: list[Clause]
) -> None:
    given_ = Given(clauses, facts)
    views = _views(rule, breach, given_)
    assume(_free(clauses) and all(views.values()))  # an account that contradicts itself is refused before this
    found = _needed(rule, breach, given_)
    assert found.verdict == _expected(views)
    if found.verdict == "disputed":
        assert sorted(each.verdict for each in found.says) == sorted(rows[0][1] for rows in views.values())
        assert len({each.who for each in found.says}) == len(views)


def _holds(cube: tuple[Literal, ...], world: dict[str, bool], reading: str | None) -> bool:
    """Whether a set of facts holds in a world, whoever's account it is, and of a reading."""
    return all((atom.of == (reading,) if atom.word == "reading" else world[atom.word]) is value for atom, value in cube)


@given(FORMULAS, st.none() | FORMULAS, CLAUSES)
def test_every_sufficient_set_suffices_in_every_view(rule: Formula, breach: Formula | None, clauses: frozenset[Clause]) -> None:
    given_ = Given(clauses, ())
    views = _views(rule, breach, given_)
    assume(_free(clauses))
    found = _needed(rule, breach, given_)
    if found.verdict != "depends":
        return
    rows = [(view, {**world, **_said(view[0])}, verdict) for view, each in views.items() for world, verdict in each]
    for told, wanted in ((found.owed_if, "owed"), (found.not_owed_if, "not_owed")):
        for cube in told.sets:
            mine = [verdict for (_, reading), world, verdict in rows if _holds(cube, world, reading)]
            assert mine and set(mine) == {wanted}
        for (_, reading), world, verdict in rows if told.complete else ():
            assert any(_holds(cube, world, reading) for cube in told.sets) is (verdict == wanted)


@given(FORMULAS, st.none() | FORMULAS, CLAUSES)
def test_of_one_account_it_hangs_on_the_facts_whose_flip_changes_it(
    rule: Formula, breach: Formula | None, clauses: frozenset[Clause]
) -> None:
    given_ = Given(clauses, ())
    views = _views(rule, breach, given_)
    assume(len(views) == 1 and _free(clauses))
    found = _needed(rule, breach, given_)
    (rows,) = views.values()
    asked = {leaf.words for formula in (rule, breach) if formula is not None for leaf in _leaves(formula)}
    verdict_of = {frozenset((name, world[name]) for name in asked if name in world): verdict for world, verdict in rows}
    essential = {
        name
        for world, verdict in verdict_of.items()
        for name, value in world
        if verdict_of.get(world - {(name, value)} | {(name, not value)}, verdict) != verdict
    }
    if found.verdict == "depends" and essential:
        assert {atom.word for atom in found.depends_on} == essential
    elif found.verdict != "depends":
        assert not essential and not found.depends_on


@given(FORMULAS, st.none() | FORMULAS, st.integers(0, 3))
def test_above_the_limit_nothing_is_said_that_is_not_so(rule: Formula, breach: Formula | None, limit: int) -> None:
    exact, weak = _needed(rule, breach, Given(frozenset(), ())), _needed(rule, breach, Given(frozenset(), ()), limit)
    if weak.exact:
        assert weak.verdict == exact.verdict and weak.says == exact.says and weak.presumed == exact.presumed
        return
    assert weak.verdict == "depends" and weak.presumed == exact.presumed
    assert not weak.says or any(leaf.basis == "reading" for each in (rule, breach) if each is not None for leaf in _leaves(each))
    for told in (weak.owed_if, weak.not_owed_if):
        assert told.sets == () and not told.complete
    if exact.verdict == "depends" and len(_views(rule, breach, Given(frozenset(), ()))) == 1:
        assert set(exact.depends_on) <= set(weak.depends_on)


@given(FORMULAS, st.none() | FORMULAS)
def test_above_the_limit_kleene_decides_view_by_view(rule: Formula, breach: Formula | None) -> None:
    """With no room for any table, the verdict of each view is that of three-valued logic."""
    if _decided_early(rule, breach):
        return
    views = _views(rule, breach, Given(frozenset(), ()))
    verdicts = set()
    for account, reading in views:
        said = _said(account)

        def told(leaf: Leaf, said: dict[str, bool] = said, reading: str | None = reading) -> bool | None:
            if leaf.basis == "reading":
                return leaf.words == reading
            return said.get(leaf.words) if leaf.claims else leaf.value

        holds, broken = valued(rule, told), valued(breach, told) if breach is not None else False
        open_ = holds is None or (holds and broken is None)
        verdicts.add("not_owed" if holds is False else "depends" if open_ else "breached" if broken else "owed")
    expected = "depends" if "depends" in verdicts else verdicts.pop() if len(verdicts) == 1 else "disputed"
    found = _needed(rule, breach, Given(frozenset(), ()), limit=-1)
    assert found.verdict == expected
    assert found.exact is (expected != "depends")
    if expected != "depends":  # then the tables say the same, word for word
        exact = _needed(rule, breach, Given(frozenset(), ()))
        assert (found.verdict, found.says, found.presumed) == (exact.verdict, exact.says, exact.presumed)


def test_who_says_what_is_named() -> None:
    """An account that nobody in particular holds, and a reading, are told apart in words."""
    found = _needed(all_of((_claimed("z"), any_of((_reading("r"), Leaf("t", True, "stated"))))), None, Given(frozenset(), ()))
    assert {each.who: each.verdict for each in found.says} == {
        "A": "not_owed",
        "a reading that no named party holds (z: true)": "owed",
    }
    found = _needed(all_of((_claimed("z"), _reading("r"))), None, Given(frozenset(), ()))
    assert {each.who: each.verdict for each in found.says} == {
        "A": "not_owed",
        "A, r": "not_owed",
        "a reading that no named party holds (z: true)": "not_owed",
        "a reading that no named party holds (z: true), r": "owed",
    }


@given(FORMULAS)
def test_a_right_is_permitted_where_a_duty_is_owed(rule: Formula) -> None:
    for limit in (20, -1):
        duty = outcome(rule, None, "must", Given(frozenset(), ()), limits=Limits(unknowns=limit))  # type: ignore[arg-type]
        right = outcome(rule, None, "may", Given(frozenset(), ()), limits=Limits(unknowns=limit))  # type: ignore[arg-type]
        told = {"owed": "permitted"}
        assert right.verdict == told.get(duty.verdict, duty.verdict)
        assert [told.get(each.verdict, each.verdict) for each in duty.says] == [each.verdict for each in right.says]
