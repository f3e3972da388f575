"""A small vocabulary of its own for the tests of event files: a dozen kinds and facts, and a handful of states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.events.read import read_event
from treatylang.events.situation import Situation
from treatylang.model.time import Spell
from treatylang.model.vocabulary import (
    Body,
    Decision,
    Duty,
    Fact,
    Kind,
    Region,
    Relation,
    State,
    StateClass,
    Territory,
    Vocabulary,
    Word,
)

ARTICLES = {
    "nato-1949": ("4", "5(1)", "5(2)", "7-9", "5(1)[territory]", "5(1)[forces]"),
    "tiar-1947": tuple(map(str, range(1, 26))),
    "anzus-1951": ("III", "IV(1)", "IV(2)"),
    "csto": ("CST 4",),
}
TREATIES = frozenset({"nato-1949", "tiar-1947", "csto", "anzus-1951"})
Read = tuple[Situation | None, tuple[Diagnostic, ...]]


def _kinds() -> dict[str, Kind]:
    rows: dict[str, tuple[str | None, dict[str, str], dict[str, tuple[str, ...]]]] = {
        "act": (None, {"by": "actor", "on": "affected"}, {}),
        "armed_attack": ("act", {"by": "attacker", "on": "victim"}, {}),
        "invasion": ("armed_attack", {"by": "attacker", "on": "victim"}, {}),
        "bombardment": ("armed_attack", {"by": "attacker", "on": "victim"}, {}),
        "clash": ("act", {"by": "attacker", "on": "victim"}, {"armed_attack": ()}),
        "terrorism": ("act", {"by": "attacker", "on": "victim"}, {"armed_attack": ("directed_from_abroad",)}),
        "threat": ("act", {"by": "threatener", "to": "threatened"}, {}),
        "ultimatum": ("threat", {"by": "threatener", "to": "threatened"}, {}),
        "request": ("act", {"by": "requester", "to": "addressee"}, {}),
        "request_for_consultation": ("request", {"by": "requester", "to": "addressee"}, {}),
        "invocation": ("request", {"by": "requester", "to": "addressee"}, {}),
        "peace": ("act", {"by": "party", "with": "enemy"}, {}),
        "declaration_of_war": ("act", {"by": "declarer", "on": "enemy"}, {}),
    }

    def above(name: str) -> tuple[str, ...]:
        parent = rows[name][0]
        return (name, *above(parent)) if parent else (name,)

    needs = {"armed_attack": {"grave": True, "consented": False}}
    implies = {"declaration_of_war": ("at_war",)}
    ends = {"peace": ("at_war",)}
    return {
        name: Kind(
            name,
            name,
            parent,
            roles,
            needs.get(name, {}),
            {},
            amounts,
            implies.get(name, ()),
            ends.get(name, ()),
            False,
            above(name),
            frozenset({name}),
        )
        for name, (parent, roles, amounts) in rows.items()
    }


def _facts() -> dict[str, Fact]:
    rows: list[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]] = [
        ("grave", "act", "truth", (), ()),
        ("destructive", "act", "truth", (), ()),
        ("killed", "act", "number", ("destructive",), ()),
        ("provoked", "act", "truth", (), ()),
        ("directly_provoked", "act", "truth", ("provoked",), ()),
        ("supported_from_abroad", "act", "truth", (), ()),
        ("directed_from_abroad", "act", "truth", ("supported_from_abroad",), ()),
        ("sent_from_abroad", "act", "truth", ("directed_from_abroad",), ()),
        ("first_use", "act", "truth", (), ()),
        ("in_self_defence", "act", "truth", (), ("first_use",)),
        ("authorised", "act", "truth", (), ()),
        ("consented", "act", "truth", (), ()),
        ("agreed_beforehand", "act", "truth", ("consented",), ()),
        ("answering", "act", "truth", ("in_self_defence",), ()),
        ("opening_fire", "act", "truth", ("first_use",), ()),
        ("via_territory_of", "act", "states", (), ()),
        ("resisting", "party", "truth", (), ()),
        ("lawful", "party", "truth", (), ()),
        ("spending_share", "party", "number", (), ()),
        ("danger_to_peace", "situation", "truth", (), ()),
    ]
    return {
        name: Fact(name, name, owner, kind, None, None, (), implies, excludes, None)
        for name, owner, kind, implies, excludes in rows
    }


def _words(*names: str) -> dict[str, Word]:
    return {name: Word(name, name, (name,)) for name in names}


def _states() -> dict[str, State]:
    rows: dict[str, tuple[str, tuple[Spell, ...], tuple[tuple[str, str], ...]]] = {
        "USA": ("United States of America", (Spell(),), ()),
        "GBR": ("United Kingdom", (Spell(),), ()),
        "FRA": ("France", (Spell(None, "1942-11-12"), Spell("1944-08-25")), ()),
        "POL": ("Poland", (Spell("1918-11-03", "1939-09-28"), Spell("1945-06-28")), ()),
        "DNK": ("Denmark", (Spell(None, "1940-04-10"), Spell("1945-05-07")), ()),
        "USSR": ("Soviet Union", (Spell("1922-12-30", "1991-12-26"),), ()),
        "RUS": ("Russian Federation", (Spell("1991-12-26"),), (("USSR", "1991-12-26"),)),
        "UKR": ("Ukraine", (Spell("1991-12-26"),), ()),
        "ARG": ("Argentina", (Spell("1841"),), ()),
        "CUB": ("Cuba", (Spell("1902-05-20"),), ()),
        "JPN": ("Japan", (Spell("1860-01-01"),), ()),
    }
    states = {code: State(code, name, "state", (), spells, (), continues) for code, (name, spells, continues) in rows.items()}
    states["AL_QAEDA"] = State("AL_QAEDA", "al-Qaeda", "armed_group", (), (), ())
    states["NATO"] = State("NATO", "North Atlantic Treaty Organization", "organisation", (), (), ())
    return states


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    def relation(name: str, first: str, roles: dict[str, str], symmetric: bool = False) -> Relation:
        return Relation(name, name, first, roles, symmetric, None, None)

    return Vocabulary(
        kinds=_kinds(),
        facts=_facts(),
        relations={
            "at_war": relation("at_war", "belligerent", {"with": "enemy"}, symmetric=True),
            "assisting": relation("assisting", "helper", {"to": "helped"}),
            "backed": relation("backed", "actor", {"by": "backer"}),
            "administered": relation("administered", "place", {"by": "administrator"}),
            "bound": relation("bound", "party", {"to": "party"}, symmetric=True),
        },
        decisions={name: Decision(name, name, None) for name in ("necessary_measures", "calls_for", "resolution")},
        bodies={
            "security_council": Body("security_council", "", Spell("1945-10-24")),
            "league_council": Body("league_council", "", Spell("1920-01-10", "1946-04-18")),
            "oas_council": Body("oas_council", "", None),
        },
        duties={name: Duty(name, name, (name,), None, ()) for name in ("defend", "assist", "consult", "refrain")},
        targets=_words("territory", "island", "forces", "warship"),
        strengths=_words("measures_deemed_necessary", "all_means"),
        zones=_words("land", "high_seas", "eez", "territorial_sea", "international_airspace", "outer_space"),
        domains=_words("land", "sea", "air", "cyber"),
        regions={
            "europe": Region("europe", "", False, ("europe",), ()),
            "black_sea": Region("black_sea", "", True, ("black_sea",), ()),
        },
        territories={
            "hawaii": Territory("hawaii", "", "island", (), 21.3, -157.86, (), (), ()),
            "senkaku": Territory("senkaku", "", "island", (), 25.74, 123.47, (), (), ()),
        },
        states=_states(),
        classes={"american_state": StateClass("american_state", "", ()), "communist": StateClass("communist", "", ())},
    )


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary) -> Callable[..., Read]:
    """Read an event from text or bytes; the file's name, and with it the form, may be given."""

    def read_it(text: str | bytes, name: str = "event.yaml", **options: object) -> Read:
        data = text if isinstance(text, bytes) else text.encode()
        return read_event(data, name, vocabulary, TREATIES, articles=lambda treaty: ARTICLES.get(treaty, ()), **options)  # type: ignore[arg-type]

    return read_it


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """The event files of the repository, where there are any."""
    return sorted(Path(__file__).parents[2].glob("events/*.yaml"))
