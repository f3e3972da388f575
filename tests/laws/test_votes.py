"""Law 13: one vote under the threshold fails, the threshold passes, a no turned into a yes never unpasses."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.making import Event, asked, examples, library_of, shown

STATES = ("FRA", "ESP", "PRT", "ITA", "GRC", "TUR", "GBR", "NOR")
RANKS = ("not_owed", "depends", "owed")
PARTS = {"unanimity": None, "majority": None, "2/3": Fraction(2, 3), "3/4": Fraction(3, 4), "3/5": Fraction(3, 5)}
BASES = ("members", "present", "voting")


def treaty(rule: str, base: str, quorum: str, members: int) -> str:
    of = "" if rule in ("consensus", "unanimity") else f" of {base}"
    return f"""treaty pact-1950 "A pact"
  in force since 1950-01-01
parties
  {" ".join(STATES[:members])} since 1950-01-01
organ council of every party
  decides by {rule}{of}{quorum}
article "1"
  when    the council decides collective_measures
  then    FRA must report to the council
"""


def event(votes: Mapping[str, str], contested: str = "") -> Event:
    cast = {vote: [code for code, each in votes.items() if each == vote] for vote in dict.fromkeys(votes.values())}
    doubt = {"membership": [{"party": contested, "treaty": "pact-1950", "status": "contested"}]} if contested else {}
    decided = {"body": "council", "decision": "collective_measures", "votes": cast}
    return {
        "event": "a vote",
        "date": "1960-05-05",
        "kind": "bombardment",
        "by": "DEU",
        "on": "GBR",
        "decisions": [decided],
        **doubt,
    }


def verdict(text: str, happened: Event) -> str:
    found = [duty.verdict for duty in asked(library_of(text), happened).duties if duty.bearer == "FRA"]
    return found[0] if found else "not_owed"


def needed(rule: str, members: int) -> int:
    part = PARTS[rule]
    return ceil(part * members) if part else members if rule == "unanimity" else members // 2 + 1


@examples(25)
@given(st.sampled_from(sorted(PARTS)), st.sampled_from(BASES), st.integers(2, len(STATES)))
def test_law_13_one_vote_under_the_threshold_fails_and_the_threshold_passes(rule: str, base: str, members: int) -> None:
    """One vote under the threshold fails, the threshold passes."""
    text = treaty(rule, base, "", members)
    for short, expected in ((0, "owed"), (1, "not_owed")):
        yes = needed(rule, members) - short
        happened = event({code: "yes" if number < yes else "no" for number, code in enumerate(STATES[:members])})
        assert verdict(text, happened) == expected, shown(text, happened, f"{yes} of {members}")


@examples(40)
@given(
    st.sampled_from(("consensus", *sorted(PARTS))),
    st.sampled_from(BASES),
    st.sampled_from(("", " quorum 2/3", " quorum 1/2")),
    st.lists(st.sampled_from(("yes", "no", "no", "abstain", "absent", "unknown", "recused")), min_size=2, max_size=len(STATES)),
    st.booleans(),
)
def test_law_13_a_no_turned_into_a_yes_never_unpasses(rule: str, base: str, quorum: str, cast: list[str], contested: bool) -> None:
    """A no turned into a yes never unpasses, whoever is absent, recused or perhaps no member."""
    text = treaty(rule, base, quorum, len(cast))
    votes = dict(zip(STATES, cast, strict=False))
    doubt = STATES[1] if contested else ""
    before = verdict(text, event(votes, doubt))
    for code, vote in votes.items():
        if vote == "no":
            happened = event({**votes, code: "yes"}, doubt)
            after = verdict(text, happened)
            assert RANKS.index(after) >= RANKS.index(before), shown(text, happened, f"{before}, then {after}")
