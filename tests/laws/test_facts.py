"""Laws 1 to 5 and 20: what facts do to verdicts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.asking import vocabulary
from tests.differential import ACT_FACTS, PARTY_FACTS, SITUATION_FACTS
from tests.laws.making import (
    DECIDED,
    Event,
    asked,
    by_id,
    changed,
    decided,
    differing,
    events,
    examples,
    library_of,
    shown,
    treaties,
    verdicts,
)  # fmt: skip
from treatylang.decision import from_plan
from treatylang.decision.decision import Decision
from treatylang.decision.formula import Atom, value
from treatylang.decision.verdict import outcome
from treatylang.library.load import Library
from treatylang.text.limits import Limits

PARTIES = ("FRA", "ESP", "PRT", "ITA", "DEU")
BOUND = {"killed", "destructive"}  # facts that a number may imply


def questions(event: Event) -> list[Atom]:
    """Facts that an event may state, and its text leaves open where presumptions are off."""
    found = [Atom(name) for name in SITUATION_FACTS] + [Atom(name, (code,)) for name in PARTY_FACTS for code in PARTIES]
    found += [Atom(name, (act["id"],)) for act in event["acts"] if act["kind"] not in REQUESTS for name in ACT_FACTS]
    return [atom for atom in found if is_open(event, atom)]


REQUESTS = ("request_for_assistance", "consent", "declaration_of_war", "threat", "threat_of_force", "show_of_force", "ultimatum")


def is_open(event: Event, atom: Atom) -> bool:
    """Whether the event states nothing of it."""
    if not atom.of:
        return event.get("facts", {}).get(atom.word, "unknown") == "unknown"
    if atom.of[0] in PARTIES:
        return event.get("parties", {}).get(atom.of[0], {}).get(atom.word, "unknown") == "unknown"
    return next(act for act in event["acts"] if act["id"] == atom.of[0]).get(atom.word, "unknown") == "unknown"


def unconstrained(atom: Atom) -> bool:
    """Whether no other fact implies, excludes or follows from it."""
    facts = vocabulary().facts
    named = {name for each in facts.values() for name in (*each.implies, *each.excludes)}
    kinds = {name for kind in vocabulary().kinds.values() for name in getattr(kind, "needs", ())}
    return atom.word not in named | BOUND | kinds and not facts[atom.word].implies and not facts[atom.word].excludes


USUAL = {
    "grave": True,
    "deliberate": True,
    "held_as_attack": True,
    "attributed": True,
    "directed_from_abroad": True,
    "forcible": True,
}
USUAL |= dict.fromkeys(("consented", "in_self_defence", "provoked", "directly_provoked", "authorised"), False)


def stated(draw: st.DrawFn, event: Event) -> Event:
    """With most of what is presumed written down: without presumptions else hardly a duty is decided."""
    for act in event["acts"]:
        if act["kind"] not in REQUESTS and act.get("happened", True) is True:
            left_out = draw(st.sets(st.sampled_from(sorted(USUAL)), max_size=3))
            act.update({name: said for name, said in USUAL.items() if name not in act and name not in left_out})
    return event


@st.composite
def doubted(draw: st.DrawFn) -> Event:
    """A situation in which one or two facts of each deed are open, whatever is presumed."""
    event = draw(events(claims=False))
    for act in event["acts"]:
        if act["kind"] not in REQUESTS and act.get("happened", True) is True:
            act.update(dict.fromkeys(draw(st.sets(st.sampled_from(sorted(USUAL)), min_size=1, max_size=2)), "unknown"))
    return event


@st.composite
def opened(draw: st.DrawFn) -> tuple[str, Event, Atom]:
    """A treaty, a situation of one account, and a question that it leaves open; mostly one that matters."""
    text, event = draw(treaties()), stated(draw, draw(events(claims=False)))
    listed = sorted({atom for duty in asked(library_of(text), event, presume=False).duties for atom in duty.depends_on})
    listed = [atom for atom in listed if changed(event, atom, True)]
    atoms = questions(event)
    assume(atoms)
    return text, event, draw(st.sampled_from(listed if listed and draw(st.integers(0, 3)) else atoms))


@examples(50)
@given(opened())
def test_law_1_a_fact_more_never_flips_a_decided_verdict(case: tuple[str, Event, Atom]) -> None:
    """Adding a consistent fact never flips a decided verdict (presumptions off: a presumption yields to what is written)."""
    text, event, atom = case
    library = library_of(text)
    before = verdicts(asked(library, event, presume=False))
    for said in (True, False):
        more = changed(event, atom, said)
        if more is None:
            continue
        after = verdicts(asked(library, more, presume=False))
        for name in {*before, *after}:
            was, now = before.get(name, "not_owed"), after.get(name, "not_owed")
            assert was not in DECIDED or was == now, shown(text, more, f"{name}: {was}, then {now}, by {atom} {said}")


@examples(50)
@given(opened())
def test_law_2_a_fact_outside_depends_on_changes_nothing(case: tuple[str, Event, Atom]) -> None:
    """Setting a fact outside `depends_on` changes neither verdict nor list (one account, no constraints)."""
    text, event, atom = case
    assume(atom.word in vocabulary().facts and unconstrained(atom))
    library = library_of(text)
    before = by_id(asked(library, event, presume=False))
    for said in (True, False):
        more = changed(event, atom, said)
        if more is None:
            continue
        after = by_id(asked(library, more, presume=False))
        for name, duty in before.items():
            if (atom.word, atom.of) not in {(each.word, each.of) for each in duty.depends_on}:
                now = (after[name].verdict, after[name].depends_on) if name in after else ("not_owed", ())
                told = shown(text, more, f"{duty} {duty.depends_on}, then {now}, by {atom} {said}")
                assert (duty.verdict, duty.depends_on) == now, told


@examples(80)
@given(opened())
def test_law_3_what_both_values_give_was_already_decided(case: tuple[str, Event, Atom]) -> None:
    """If both values of an unknown give the same verdict, it was already decided."""
    text, event, atom = case
    library = library_of(text)
    so, not_so = changed(event, atom, True), changed(event, atom, False)
    assume(so is not None and not_so is not None)
    assert so is not None
    assert not_so is not None
    with_it, without_it = verdicts(asked(library, so, presume=False)), verdicts(asked(library, not_so, presume=False))
    before = verdicts(asked(library, event, presume=False))
    for name in {*before, *with_it, *without_it}:
        one, other = with_it.get(name, "not_owed"), without_it.get(name, "not_owed")
        if one == other:
            assert before.get(name, "not_owed") == one, shown(
                text, event, f"{name}: {before.get(name)}, and {one} either way of {atom}"
            )


@examples(60)
@given(treaties(), doubted(), st.integers(0, 5).map(bool))
def test_law_4_every_listed_fact_is_essential(text: str, event: Event, presume: bool) -> None:
    """Every listed fact is essential: some answers to the others are there with which its answer alone changes the verdict."""
    library = library_of(text)
    done = set()
    for duty in asked(library, event, presume=presume).duties:
        atoms = duty.depends_on
        if not 0 < len(atoms) <= 3 or atoms in done or any(changed(event, atom, True) is None for atom in atoms):
            continue
        done.add(atoms)
        choices = list(itertools.product((True, False), repeat=len(atoms)))
        found = {values: given_answers(library, event, atoms, values, duty.id, presume) for values in choices}
        for number, atom in enumerate(atoms):
            pairs = [(found[key], found[(*key[:number], False, *key[number + 1 :])]) for key in choices if key[number]]
            flips = [pair for pair in pairs if None not in pair and pair[0] != pair[1]]
            assert flips, shown(text, event, f"{duty} {atoms}: {atom} never matters: {found}")


def given_answers(
    library: Library, event: Event, atoms: tuple[Atom, ...], values: tuple[bool, ...], name: str, presume: bool
) -> str | None:
    """The verdict of a row with these answers; None where they cannot all be so."""
    made: Event | None = event
    for atom, said in zip(atoms, values, strict=True):
        assert made is not None
        made = changed(made, atom, said)
    assert made is not None
    found = decided(library, made, presume=presume)
    return None if found is None else verdicts(found).get(name, "not_owed")


def limited(library: Library, event: Event, unknowns: int, monkeypatch: pytest.MonkeyPatch) -> Decision:
    """The answer where so many open facts, and no more, are decided exactly."""
    with monkeypatch.context() as patched:
        patched.setattr(from_plan, "outcome", lambda *given, **more: outcome(*given, **more, limits=Limits(unknowns=unknowns)))
        return asked(library, event, presume=False)


@examples(25)
@given(treaties(), events())
def test_law_5_what_the_weaker_logic_decides_the_exact_one_decides_the_same(text: str, event: Event) -> None:
    """Whatever the weaker logic decides, the exact one decides the same: of every formula, and of whole answers."""
    library = library_of(text)
    with pytest.MonkeyPatch.context() as patch:
        weak, exact = by_id(limited(library, event, 0, patch)), by_id(asked(library, event, presume=False))
    assert weak.keys() == exact.keys()
    for name, duty in exact.items():
        assert duty.exact
        if weak[name].verdict not in ("depends", "disputed"):
            assert duty.verdict == weak[name].verdict, shown(text, event, f"{weak[name]}; exactly {duty}")
        assert duty.applies is not None
        if value(duty.applies) is False:
            assert duty.verdict == "not_owed", shown(text, event, str(duty))
        if value(duty.applies) is True and duty.violated is None:
            assert duty.verdict in ("owed", "permitted"), shown(text, event, str(duty))


@examples(15)
@given(treaties(), events())
def test_law_20_raising_a_limit_only_refines(text: str, event: Event) -> None:
    """Raising a limit only refines an approximate or limited answer."""
    library = library_of(text)
    with pytest.MonkeyPatch.context() as patch:
        found = [by_id(limited(library, event, unknowns, patch)) for unknowns in (0, 1, 2, 4, 20)]
    for lower, higher in itertools.pairwise(found):
        for name, duty in lower.items():
            now = higher[name]
            told = shown(text, event, f"{duty} {duty.depends_on}; with a higher limit {now} {now.depends_on}")
            if duty.exact:
                assert (duty.verdict, duty.depends_on) == (now.verdict, now.depends_on), told
            if duty.verdict in DECIDED:
                assert now.verdict == duty.verdict, told
            assert set(now.depends_on) <= set(duty.depends_on), told


def test_the_comparison_of_answers_tells_what_differs() -> None:
    assert differing({"a": 1}, {"a": 2, "b": 1}) == "a\n  1\n  2\nb\n  None\n  1"
