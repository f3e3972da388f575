"""What the laws ask about: generated treaties as trees, situations as mappings, and answers in a form that can be compared.

The generator is that of the differential test.  A treaty or an event that the checks refuse is put aside: no law speaks of it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st

from tests.asking import vocabulary
from tests.differential import Pick, Situations, Treaties
from treatylang.api import decide, read_event
from treatylang.decision.decision import Decision, Duty
from treatylang.decision.formula import Atom
from treatylang.diagnostics.diagnostic import InputError
from treatylang.library.load import Library
from treatylang.pipeline import compile_sources
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import print_document
from treatylang.text.source import Source

Event = dict[str, Any]
DECIDED = ("owed", "permitted", "breached", "not_owed")


TIMES = int(os.environ.get("LAWS_TIMES", "1"))


def examples(number: int) -> settings:
    """So many cases, the same in every run: a law that fails on one machine fails on all.

    `LAWS_TIMES=20` asks twenty times as many, other ones in every run.
    """
    return settings(
        max_examples=number * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )


class Wild(Pick):
    """Choices all equally likely: Hypothesis alone, asked for so few cases, gives mostly the simplest."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def one(self, *options: Any) -> Any:
        return self.random.choice(options)

    def chance(self, of: int) -> bool:
        return self.random.randrange(of) == of - 1


def picking(draw: st.DrawFn) -> Pick:
    """One case in four choice by choice, which shrinks well."""
    return Pick.drawing(draw) if draw(st.integers(0, 3)) == 0 else Wild(Random(draw(st.integers(0, 2**40))))


# ---- treaties


@lru_cache(maxsize=64)
def compiled(*texts: str) -> Library | None:
    """A library of these texts alone; None where the checks refuse one."""
    found = compile_sources([Source(f"t{number}", text) for number, text in enumerate(texts)], base=vocabulary())
    if found.plan is None:
        return None
    return Library(found.plan, frozenset(organ for each in found.plan.treaties.values() for organ in each.organs))


def library_of(*texts: str) -> Library:
    """The same, and the case put aside where there is none."""
    library = compiled(*texts)
    assume(library is not None)
    assert library is not None
    return library


@st.composite
def documents(draw: st.DrawFn, fits: Callable[[t.Treaty, str], bool] = lambda document, text: True) -> t.Treaty:
    """A treaty that the checks let pass, and of which `fits` is true."""
    document = Treaties(picking(draw)).document()
    text = print_document(document)
    assume(fits(document, text))
    library_of(text)
    return document


def treaties(fits: Callable[[t.Treaty, str], bool] = lambda document, text: True) -> st.SearchStrategy[str]:
    """The same, printed."""
    return documents(fits).map(print_document)


def without_words(*patterns: str) -> Callable[[t.Treaty, str], bool]:
    """Of treaties in whose text none of the patterns is found."""
    return lambda _, text: not any(re.search(pattern, text) for pattern in patterns)


# ---- situations


@st.composite
def events(draw: st.DrawFn, claims: bool = True, presume: bool = True) -> Event:
    """A situation; `claims` False: in one account only; `presume` False: it switches no presumption off itself."""
    event = json.loads(Situations(picking(draw)).event())
    for number, act in enumerate(event["acts"], 1):
        act["id"] = f"act{number}"
    if not claims:
        event = unclaimed(event)
    if not presume:
        event.pop("presume", None)
    return event


def unclaimed(value: Any) -> Any:
    """With `unknown` for all that is claimed."""
    if isinstance(value, dict):
        return "unknown" if "claimed" in value else {name: unclaimed(each) for name, each in value.items()}
    return [unclaimed(each) for each in value] if isinstance(value, list) else value


def changed(event: Event, atom: Atom, value: object) -> Event | None:
    """The event with the answer to a question written into it; None where an event has no field for it."""
    made: Event = json.loads(json.dumps(event))
    facts = vocabulary().facts
    if atom.bound is not None or atom.word not in {*facts, "happened", *vocabulary().kinds}:
        return None
    owner = facts[atom.word].owner if atom.word in facts else "act"
    if atom.word in facts and facts[atom.word].type != "truth":
        return None
    if owner == "situation" and not atom.of:
        made.setdefault("facts", {})[atom.word] = value
        return made
    if owner == "party" and len(atom.of) == 1 and re.fullmatch("[A-Z]{3}", atom.of[0]):
        made.setdefault("parties", {}).setdefault(atom.of[0], {})[atom.word] = value
        return made
    acts = [act for act in made["acts"] if (act["id"],) == atom.of]
    if owner == "act" and acts:
        acts[0][atom.word] = value
        for act in acts if acts[0].get("happened", True) is False else ():  # then it has no facts
            for name in [name for name in act if name in facts or name in vocabulary().kinds]:
                del act[name]
        return made
    return None


# ---- answers


def decided(library: Library, event: Event | str, **options: Any) -> Decision | None:
    """The whole answer, with what is not owed; None where the event is refused."""
    text = event if isinstance(event, str) else json.dumps(event)
    options = {"not_owed": True, "conflicts": False, **options}
    try:
        return decide(read_event(text, library), library=library, **options)
    except InputError:
        return None


def asked(library: Library, event: Event | str, **options: Any) -> Decision:
    """The same, and the case put aside where there is none."""
    found = decided(library, event, **options)
    assume(found is not None)
    assert found is not None
    return found


def also(library: Library | None, event: Event | str, **options: Any) -> Decision:
    """The whole answer to what says the same as a case that was answered: it cannot be refused."""
    assert library is not None
    found = decided(library, event, **options)
    assert found is not None, event
    return found


def by_id(decision: Decision) -> dict[str, Duty]:
    """Rows by their id."""
    found: dict[str, Duty] = {}
    for duty in decision.duties:
        assert duty.id not in found, duty.id
        found[duty.id] = duty
    return found


def verdicts(decision: Decision) -> dict[str, str]:
    """Verdicts by id; what is not in it is not owed."""
    return {name: duty.verdict for name, duty in by_id(decision).items() if duty.verdict != "not_owed"}


def answers(decision: Decision, fit: Callable[[Duty], bool] = lambda duty: True) -> dict[str, object]:
    """What is said of every duty that is not simply not owed, whatever the order in which it is said."""
    return {name: answer(duty) for name, duty in by_id(decision).items() if duty.verdict != "not_owed" and fit(duty)}


def answer(duty: Duty) -> object:
    """All that is said of a duty.  Sets that suffice are left out where they are capped: the cap goes by the order of names."""
    whole = duty.owed_if.complete and duty.not_owed_if.complete
    sets = tuple(frozenset(frozenset(each) for each in found.sets) for found in (duty.owed_if, duty.not_owed_if)) if whole else ()
    return {
        "verdict": duty.verdict,
        "depends_on": frozenset(duty.depends_on),
        "sets": sets,
        "says": frozenset(duty.says),
        "presumed": frozenset(duty.presumed),
        "acts": frozenset(duty.acts),
        "against": frozenset(duty.against),
        "parts": (duty.treaty, duty.article, duty.clause, duty.bearer, duty.owed_to, duty.duty, duty.act, duty.modality),
        "more": (duty.strength, duty.force, duty.visibility, duty.words, duty.jointly, duty.standing, duty.by, duty.readings),
    }


def differing(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Where two answers differ, for the message of a law that fails."""
    names = sorted({*one, *other})
    return "\n".join(f"{name}\n  {one.get(name)}\n  {other.get(name)}" for name in names if one.get(name) != other.get(name))


def shown(texts: str | Iterable[str], event: Event | str, *more: str) -> str:
    """A case, for the message of a law that fails."""
    texts = [texts] if isinstance(texts, str) else texts
    return "\n".join(["", *texts, event if isinstance(event, str) else json.dumps(event), *more])
