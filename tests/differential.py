"""The evaluator against the oracle: small treaties and situations, generated, printed, compiled and asked; whole answers compared.

    python -m tests.differential --cases 10000 --seed 1
    python -m tests.differential --hours 1

Treaties are made as trees and printed, so that the whole way of the data is run.  A mismatch is shrunk and written into
`tests/conformance/open`; it moves out of there when it is decided who is right, and the other is mended.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests import oracle
from tests.asking import vocabulary
from tests.oracle import Answer, Beyond, Row
from treatylang.api import decide
from treatylang.diagnostics.diagnostic import InputError
from treatylang.events.read import read_event
from treatylang.events.situation import Act, Situation
from treatylang.library.load import Library
from treatylang.model.treaty import Prohibition, Treaty
from treatylang.model.vocabulary import Vocabulary
from treatylang.pipeline import compile_sources
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import print_document
from treatylang.text.source import Source

EVENTS = 8  # situations asked of each treaty
OPEN = Path(__file__).parent / "conformance" / "open"
Pairs = dict[tuple[Row, Row], str]


# ---- comparing


@dataclass(frozen=True)
class Whole:
    """A whole answer: every row that is not simply `not_owed`, and every conflict: those that the duties show, and those for which a
    deed that one of them asks for has to be supposed."""

    rows: dict[Row, Answer]
    conflicts: Pairs
    deeds: frozenset[tuple[Row, Row]] = frozenset()


@lru_cache(maxsize=16)
def compiled(text: str) -> tuple[Library, Treaty]:
    """A library of one treaty; `InputError` where it is refused."""
    found = compile_sources([Source("case", text)], base=vocabulary())
    plan = found.require()
    (treaty,) = found.treaties.values()
    return Library(plan, frozenset(organ for each in plan.treaties.values() for organ in each.organs)), treaty


def read(event: str, library: Library) -> Situation:
    """A situation; `InputError` where it is refused."""
    plan = library.plan
    situation, found = read_event(event.encode(), "case.json", plan.vocabulary, frozenset(plan.treaties), bodies=library.bodies)
    if situation is None or any(each.severity == "error" for each in found):
        raise InputError(found)
    return situation


def by_product(library: Library, situation: Situation) -> Whole:
    """What the evaluator says."""
    found: dict[Row, Answer] = {}
    rows: dict[str, Row] = {}
    decision = decide(situation, library=library, not_owed=True)
    for duty in decision.duties:
        assert duty.exact
        if duty.verdict != "not_owed":
            clause = duty.id.split(":", 1)[1].rsplit("/", 1)[0].split(".")[0]
            row = rows[duty.id] = (clause, duty.act or duty.duty, duty.bearer, duty.owed_to or "")
            assert row not in found, row
            hangs = frozenset(plainly((atom.word, atom.of)) for atom in duty.depends_on)
            found[row] = Answer(duty.verdict, hangs, frozenset(duty.against), duty.modality != "may")
    pairs = {
        (min(rows[each.first], rows[each.second]), max(rows[each.first], rows[each.second])): each for each in decision.conflicts
    }
    deeds = frozenset(pair for pair, each in pairs.items() if "the other bids to refrain" in each.why)
    return Whole(found, {pair: each.verdict for pair, each in pairs.items() if pair not in deeds}, deeds)


def plainly(atom: oracle.Atom) -> oracle.Atom:
    """The question whether something has begun by the day of an act, whichever stretch of days that lies in."""
    word, of = atom
    return word, tuple("the day of " + each[11:] if each[10:11] == "~" else each for each in of)


def with_pairs(expected: Whole, found: Whole | str, treaty: Treaty, situation: Situation) -> Whole:
    """The oracle's rows, with the conflicts of the evaluator that they bear out."""
    if isinstance(found, str):
        return expected
    may = conflicts(expected.rows, treaty.vocabulary, situation.acts)
    pairs = {
        pair: verdict
        for pair, verdict in may.items()
        if verdict == "owed" or pair in found.conflicts or together(treaty, situation, *pair)
    }
    return Whole(expected.rows, pairs, with_deeds(expected.rows, found, treaty, situation))


def together(treaty: Treaty, situation: Situation, one: Row, other: Row) -> bool:
    """Whether some world of some account has both rows, and sets them against each other: the rows alone do not tell it.  False too
    where there are too many worlds to look into."""
    whole = oracle.Case(treaty, situation, situation.as_of[0])
    clauses = [clause for clause in treaty.clauses if clause.id in (one[0], other[0])]
    try:
        grown = {at: [case.grow(clause, {}) for clause in clauses] for at, case in whole.dated.items()}
    except Beyond:
        return False
    asked = {atom for leaves in grown.values() for each in leaves for world, _, _ in each for atom in world}
    asked |= {(name, of) for word, of in asked for name, _, which, _ in whole.links if which == word and whole.says((name, of))}
    facts = sorted(asked)
    if len(grown) << len(facts) > 8 * oracle.MOST:
        return False
    for at, so in product(grown, product((False, True), repeat=len(facts))):
        world = dict(zip(facts, so, strict=True))
        said = [{atom: whole.says(atom)[who] for atom in facts if who in whole.says(atom)} for who in whole.accounts]
        if not whole.dated[at].obeys(world) or not any(fixed.items() <= world.items() for fixed in said):
            continue
        rows: dict[Row, Answer] = {}
        for each in grown[at]:
            found, against = next((rows, by) for some, rows, by in each if some.items() <= world.items())
            rows |= {row: Answer("owed", frozenset(), against[row], verdict != "permitted") for row, verdict in found.items()}
        if (
            one in rows
            and other in rows
            and (min(one, other), max(one, other)) in conflicts(rows, treaty.vocabulary, situation.acts)
        ):
            return True
    return False


def with_deeds(rows: dict[Row, Answer], found: Whole, treaty: Treaty, situation: Situation) -> frozenset[tuple[Row, Row]]:
    """What the evaluator finds by supposing deeds, where the oracle bears it out: a rule that both duties and the deed plainly break
    must be found, and none that the deed cannot break may be."""
    asked = deeds_asked(rows, treaty.vocabulary, situation)
    forbidding = [clause for clause in treaty.clauses if any(isinstance(norm, Prohibition) for norm in clause.norms)]
    if not asked or not forbidding:
        return frozenset()
    day = situation.as_of[0]
    acts = tuple(
        Act(f"deed{number}", 1000 + number, kind, tuple(by), (on,), date=day, facts={"in_self_defence": True} if defence else {})
        for number, ((kind, on, defence), by) in enumerate(asked.items())
    )
    case = oracle.Case(treaty, replace(situation, acts=(*situation.acts, *acts)), day)
    try:
        after = {row: answer for clause in forbidding for row, answer in case.answer(clause)}
    except Beyond:
        return found.deeds
    may: set[tuple[Row, Row]] = set()
    must: set[tuple[Row, Row]] = set()
    for by in asked.values():
        for bearer, asking in by.items():
            for row, answer in after.items():
                if row[2] != bearer or answer.verdict not in ("breached", "depends") or row[1] in treaty.vocabulary.duties:
                    continue
                pairs = {(min(one, row), max(one, row)) for one in asking}
                may |= pairs
                before = rows[row].verdict if row in rows else "not_owed"
                alone = sum(bearer in others for others in asked.values()) == 1  # then it is this deed that breaks the rule
                if alone and answer.verdict == "breached" and before == "owed":
                    must |= {(min(one, row), max(one, row)) for one in asking if rows[one].verdict == "owed"} - {*found.conflicts}
    return frozenset(must | (found.deeds & may))


def deeds_asked(
    rows: dict[Row, Answer], words: Vocabulary, situation: Situation
) -> dict[tuple[str, str, bool], dict[str, list[Row]]]:
    """The deeds that duties to help ask for - kind, on whom or for whom, whether in defence -, each with those who are asked."""
    asked: dict[tuple[str, str, bool], dict[str, list[Row]]] = {}
    for row, answer in opposed(rows, words, situation.acts).items():
        duty = words.duties.get(row[1])
        for kind in duty.deeds if duty is not None and answer.binds else ():
            hostile = "hostile_act" in words.kinds[kind].above
            defence = hostile and duty is not None and duty.atop != "OFFENSE"
            for on in answer.against if hostile else {row[3]}:
                if on not in (None, "ALL", row[2]):
                    asked.setdefault((kind, on, defence), {}).setdefault(row[2], []).append(row)
    return asked


def attempted(library: Library, situation: Situation) -> Whole | str:
    """The same; a failure of the evaluator is a mismatch too."""
    try:
        return by_product(library, situation)
    except Exception as failed:
        return f"the evaluator fails: {failed!r}"


def by_oracle(treaty: Treaty, situation: Situation) -> Whole:
    found = {
        row: answer._replace(depends_on=frozenset(map(plainly, answer.depends_on)))
        for row, answer in oracle.answers(treaty, situation, situation.as_of[0]).items()
    }
    return Whole(found, conflicts(found, treaty.vocabulary, situation.acts))


def mismatch(text: str, events: list[str], seen: Counter[str]) -> str | None:
    """The first event of which the two say different things; `seen` counts what is met, so that a run that compares nothing is noticed."""
    try:
        library, treaty = compiled(text)
    except InputError as refused:
        seen[f"treaty refused {refused.diagnostics[0].code}"] += 1
        return None
    for event in events:
        try:
            situation = read(event, library)
            expected = by_oracle(treaty, situation)
        except InputError as refused:
            seen[f"event refused {refused.diagnostics[0].code}"] += 1
            continue
        except Beyond:
            seen["beyond the oracle"] += 1
            continue
        seen["compared"] += 1
        seen["several open facts"] += any(len(answer.depends_on) > 1 for answer in expected.rows.values())
        seen["conflicts"] += bool(expected.conflicts)
        seen.update(answer.verdict for answer in expected.rows.values())
        found = attempted(library, situation)
        seen["deeds supposed"] += isinstance(found, Whole) and bool(found.deeds)
        if found != with_pairs(expected, found, treaty, situation):
            return event
    return None


def conflicts(found: dict[Row, Answer], words: Vocabulary, acts: Iterable[Act]) -> Pairs:
    """Duties of one bearer that exclude each other, or are owed to both sides of a fight (semantics, section 6)."""
    pairs: Pairs = {}
    found = opposed(found, words, acts)
    for (one, first), (other, second) in combinations(sorted((row, each) for row, each in found.items() if each.binds), 2):
        toward = one[3] in second.against, other[3] in first.against
        for_it = one[3] and one[3] == other[3] and (first.against or second.against)
        at_all = (one[3] == "ALL" and second.against) or (other[3] == "ALL" and first.against)
        helps = all(name in words.duties and words.duties[name].deeds for name in (one[1], other[1]))
        if one[2] == other[2] and (
            ((any(toward) or at_all or for_it) and oracle.bars(words, one[1], other[1])) or (all(toward) and helps)
        ):
            pairs[one, other] = "owed" if {first.verdict, second.verdict} <= {"owed", "breached"} else "depends"
    return pairs


def opposed(found: dict[Row, Answer], words: Vocabulary, acts: Iterable[Act]) -> dict[Row, Answer]:
    """Help is owed against those who struck, where the text does not say against whom."""
    strikes = [act for act in acts if "hostile_act" in words.kinds[act.kind].above]
    told = dict(found)
    for row, each in found.items():
        if not each.against and row[1] in words.duties and words.duties[row[1]].deeds:
            struck = {code for act in strikes if row[3] in act.second for code in act.by if code != row[3]}
            told[row] = each._replace(against=frozenset(struck))
    return told


def differences(text: str, event: str) -> str:
    library, treaty = compiled(text)
    situation = read(event, library)
    product = attempted(library, situation)
    expected = with_pairs(by_oracle(treaty, situation), product, treaty, situation)
    if isinstance(product, str):
        return product
    lines = []
    for row in sorted({*product.rows, *expected.rows}):
        if product.rows.get(row) != expected.rows.get(row):
            lines += [f"{row}", f"  evaluator {shown(product.rows.get(row))}", f"  oracle    {shown(expected.rows.get(row))}"]
    for pair in sorted({*product.conflicts, *expected.conflicts}):
        if product.conflicts.get(pair) != expected.conflicts.get(pair):
            lines.append(f"conflict {pair}: evaluator {product.conflicts.get(pair)}, oracle {expected.conflicts.get(pair)}")
    for one, other in sorted(product.deeds ^ expected.deeds):
        lines.append(
            f"deed that {one} and {other} pull apart: only by the {'evaluator' if (one, other) in product.deeds else 'oracle'}"
        )
    return "\n".join(lines)


def shown(answer: Answer | None) -> str:
    return "not_owed" if answer is None else f"{answer.verdict} {sorted(answer.depends_on)} {sorted(answer.against)}"


def conformance(text: str, event: str) -> str:
    """A mismatch as a conformance file; what is expected is the oracle's word, until somebody has judged it."""
    library, treaty = compiled(text)
    whole = by_oracle(treaty, read(event, library))
    rows = []
    for row, answer in sorted(whole.rows.items()):
        made: dict[str, Any] = {"id": f"pact-1950:{row[0]}/{row[2]}>{row[3]}", "verdict": answer.verdict}
        if answer.depends_on:
            made["depends_on"] = [{"word": word, "of": list(of)} for word, of in sorted(answer.depends_on)]
        rows.append(json.dumps(made))
    told = "\n".join(f"# {line}" for line in differences(text, event).splitlines())
    expected = "[\n  " + ",\n  ".join(rows) + "\n]" if rows else "[]"
    return f"# Not judged yet: what is expected is the oracle's word.\n#\n{told}\n----- treaty\n{text}----- event\n{event}\n----- expected\n{expected}\n"


# ---- generating


class Pick:
    """Choices of one case: the first of a list is the simplest, to which a case shrinks."""

    def __init__(self, below: Callable[[int], int]) -> None:
        self.below = below  # a number from 0 up to, and without, the given one

    @staticmethod
    def drawing(draw: Callable[[Any], Any]) -> Pick:
        """By Hypothesis."""
        return Pick(lambda most: int(draw(st.integers(0, most - 1))))

    def one(self, *options: Any) -> Any:
        return options[self.below(len(options))] if len(options) > 1 else options[0]

    def chance(self, of: int) -> bool:
        """True once in so many."""
        return self.below(of) == of - 1

    def several(self, options: tuple[Any, ...], of: int) -> list[Any]:
        return [each for each in options if self.chance(of)]


PARTIES = ("FRA", "ESP", "PRT", "ITA")
OTHERS = ("DEU", "GBR")
ACT_FACTS = ("provoked", "grave", "in_self_defence", "consented", "directly_provoked", "first_use", "destructive", "authorised")
PARTY_FACTS = ("overwhelmed", "resisting")
SITUATION_FACTS = ("danger_to_peace", "failed_settlement")
ON_KINDS = ("armed_attack", "bombardment", "use_of_force", "invasion", "hostile_act", "clash", "terrorism")
TO_KINDS = ("threat", "threat_of_force", "show_of_force")
BODY_DECISIONS = ("resolution", "finds_attack", "necessary_measures")

DUTIES = ("assist", "defend", "consult", "stay_neutral", "join")
AGAINST = ("assist", "defend", "join")
NORMS = ((DUTIES,), (DUTIES,), (DUTIES[:3], DUTIES[3:]), (AGAINST, ("stay_neutral",)))  # the verbs of each norm of a clause


def word(text: str) -> t.Name:
    return t.Name(text)


def code(text: str) -> t.State:
    return t.State(t.Code(text))


def a(sort: str, quantifier: str = "a", that: t.That | None = None) -> t.Some:
    return t.Some(quantifier, word(sort), None, that)


def the(role: str) -> t.The:
    return t.The(word(role))


def dates(since: str | None, until: str | None = None) -> t.Dates:
    return t.Dates(t.Day(since) if since else None, t.Day(until) if until else None)


NOT_A_PARTY = t.That(True, (), word("party"), True)


@dataclass
class Words:
    """What a clause has introduced so far."""

    roles: list[str] = field(default_factory=list)
    acts: int = 0
    forked: bool = False  # acts joined by `or`: whether `another` leaves out who only one of them introduces is not said
    forbids: bool = False  # whether a duty of the clause forbids an act


class Treaties:
    """One treaty, choice by choice."""

    def __init__(self, pick: Pick) -> None:
        self.pick = pick
        self.early = True  # in force long before the event
        self.plain = pick.chance(2)  # fewer things that leave a case open, so that more of it is decided
        self.area = pick.chance(3)  # whether the treaty names an area of its own

    def document(self) -> t.Treaty:
        pick = self.pick
        spells: tuple[tuple[str, str | None], ...] = (("1950-01-01", None),) * 4 + (
            ("1950-01-01", "1960-05-10"),
            ("1950-01-01", "1960-05-05"),
            ("1950-01-01", "1960-05"),
            ("1960-05", None),
            ("1960-05-05", None),
        )
        self.early = pick.chance(2)
        if self.early:
            spells = spells[:7]
        kept = (self.keeping(),) if pick.chance(8) else ()
        head = t.Head(None, dates(*pick.one(*spells)), None, None, kept)
        count = pick.one(1, 1, 2, 2, 3)
        clauses = [self.clause(str(number), count) for number in range(1, count + 1)]
        if pick.chance(6):
            clauses.append((str(count + 1), None, self.deeming(), None))
        sections: list[Any] = [self.parties()]
        if pick.chance(8):
            sections.append(self.suspension())
        sections.append(
            t.ClassDef(
                word("neutral"),
                t.Text("neutral"),
                (),
                (t.Member((t.Code("PRT"), t.Code("GBR")), dates("1950-01-01"), False, None),),
            )
        )
        if self.area:
            sections.append(self.treaty_area())
        sections += [t.Article(t.Text(number), None, span, None, None, None, (clause,)) for number, span, clause, _ in clauses]
        for number, _, _, known in clauses:
            if known is not None and pick.chance(4):
                sections.append(self.rider(number, known))
        return t.Treaty("treaty", word("pact-1950"), t.Text("A pact"), head, tuple(sections))

    def parties(self) -> t.Parties:
        pick = self.pick
        spells = (
            [("1950-01-01", None)],
            [("1950-01-01", "1960-05-05")],
            [("1950-01-01", "1960-05-06")],
            [("1960-05-05", None)],
            [("1950-01-01", "1960-05")],
            [("1960-05", None)],
            [("1950-01-01", "1955-01-01"), ("1958-01-01", None)],
            [("1950-01-01", "1960-05-10")],
        )
        lines = [t.Member((t.Code("FRA"), t.Code("ESP")), dates("1950-01-01"), False, None)]
        for party in PARTIES[2:]:
            for since, until in pick.one(*spells) if pick.chance(2) else spells[0]:
                lines.append(t.Member((t.Code(party),), dates(since, until), False, None))
        return t.Parties(tuple(lines), None)

    def suspension(self) -> t.Suspension:
        pick = self.pick
        states = pick.one(("FRA", "ESP"), ("PRT",), ("FRA",))
        return t.Suspension(
            tuple(t.Code(each) for each in states),
            dates(*pick.one(("1955-01-01",), ("1955-01-01", "1960-05-05"), ("1960-05-10",))),  # a month: the oracle does not say
            False,
            None,
        )

    # ---- places
    def treaty_area(self) -> t.AreaDef:
        pick = self.pick
        lines = []
        for number in range(pick.one(1, 2, 3)):
            excluded = number > 0 and pick.chance(2)
            span = pick.one(None, None, dates("1960-05-05"), dates("1950-01-01", "1960-05-05"), dates("1960-05"))
            holder = pick.one(None, a("party"), code("FRA"), a("neutral"))
            if holder is None:
                names: tuple[t.Name, ...] = (word(pick.one("europe", "africa", "balkans", "far_east")),)
                lines.append(t.PlaceLine(excluded, names, None, None, (), None, span, None))
            else:
                within = pick.one((), (), (word("europe"),), (word("balkans"), word("africa")))
                lines.append(t.PlaceLine(excluded, (word("territory"),), "of", holder, within, None, span, None))
        return t.AreaDef(word("pact_area"), t.Text("Article 6"), tuple(lines))

    def place(self, words: Words) -> t.Role:
        """`in europe`, `in pact_area`, `in territory of a party`."""
        pick = self.pick
        if pick.chance(3):
            holders = [code("FRA"), a("party"), a("neutral"), a("party", "another"), *(the(role) for role in words.roles)]
            return t.Role("in", t.Targets((word("territory"),), pick.one(*holders)))
        names = ("europe", "europe", "balkans", "africa", "far_east") + ("pact_area",) * 6 * self.area
        return t.Role("in", t.Targets((word(pick.one(*names)),)))

    # ---- conditions
    def act(self, words: Words) -> t.Act:
        """A pattern; its roles are then known."""
        pick = self.pick
        first, second = ("attacker", "victim")
        kind, to = pick.one(*ON_KINDS), "on"
        if pick.chance(5):
            kind, to, first, second = pick.one(*TO_KINDS), "to", "threatener", "threatened"
        by = pick.one(
            None, None, None, None, None, None, code("DEU"), a("state"), a("party"), a("state", that=NOT_A_PARTY), a("great_power"), a("neutral"),
            t.AnyOf((t.Code("DEU"), t.Code("ESP"))), a("state", that=t.That(True, (t.Code("GBR"),))),
        )  # fmt: skip
        on = pick.one(
            a("party"),
            a("party"),
            a("party"),
            code("FRA"),
            a("state"),
            t.AnyOf((t.Code("FRA"), t.Code("PRT"))),
            a("neutral"),
            a("party", "another"),
            t.Targets((word("territory"),), a("party")),
        )
        roles = [t.Role(prep, who) for prep, who in (("by", by), (to, on)) if who is not None]
        words.roles += [first, second]
        if pick.chance(5):
            roles.append(self.place(words))
        words.acts += 1
        return t.Act(word(kind), None, tuple(roles))

    def request(self, words: Words) -> t.Expr:
        pick = self.pick
        who = [the(role) for role in words.roles] + [code("FRA"), a("party")]
        kind = pick.one("request_for_assistance", "consent")
        filler = pick.one(*who)
        if kind == "consent" and pick.chance(3):
            filler = a("party", pick.one("every other", "every"))
        node = t.Act(word(kind), None, (t.Role("by", filler),))
        if pick.chance(4):
            return t.NoAct(node)
        words.acts += 1
        return node

    def fact(self, words: Words) -> t.Expr:
        """A condition about what is known."""
        pick = self.pick
        options: list[Callable[[], t.Expr]] = [
            lambda: t.Act(word(pick.one(*SITUATION_FACTS)), None, ()),
            lambda: t.Decides(the("security_council"), word(pick.one(*BODY_DECISIONS)), ()),
            lambda: t.Is(code(pick.one(*PARTIES)), pick.chance(3), t.Quality(word(pick.one(*PARTY_FACTS)), None, ())),
            lambda: t.Count(
                t.Number(pick.one("1", "2", "3")), word("parties"), None, pick.chance(4), t.Quality(word("resisting"), None, ())
            ),
        ]
        if words.acts == 1:
            options = [
                lambda: t.Is(the("act"), pick.chance(4), t.Quality(word(pick.one(*ACT_FACTS)), None, ())),
                lambda: t.Is(the("act"), pick.chance(4), a(pick.one(*ON_KINDS))),
                lambda: t.Is(the("act"), pick.chance(4), t.Located((self.place(words),))),
                *options,
            ]
        if words.roles:
            role = pick.one(*words.roles)
            options += [
                lambda: t.Is(the(role), pick.chance(4), t.Quality(word(pick.one(*PARTY_FACTS)), None, ())),
                lambda: t.Is(
                    the(role), pick.chance(4), pick.one(a("great_power"), a("neutral"), a("party"), code("GBR"), code("ESP"))
                ),
                lambda: (
                    t.Is(
                        the(words.roles[-1]),
                        pick.chance(4),
                        t.Quality(word("at_war"), None, (t.Role("with", the(words.roles[0])),)),
                    )
                    if len(words.roles) > 1
                    else t.Is(the(role), False, code("FRA"))
                ),
            ]
        made: t.Expr = pick.one(*options)()
        return made

    def condition(self, words: Words, depth: int = 2) -> t.Expr:
        """A condition of facts and requests, whose acts are known in it alone."""
        pick = self.pick
        form = pick.one("fact", "fact", "fact", "request", "not", "and", "or") if depth else "fact"
        if form == "fact":
            return self.fact(words)
        inner = Words(list(words.roles), words.acts, forbids=words.forbids)
        if form == "request":
            return self.request(inner)
        if form == "not":
            return t.Not(self.condition(inner, depth - 1))
        terms = tuple(self.condition(Words(list(words.roles), words.acts + 9, forbids=words.forbids), depth - 1) for _ in range(2))
        return t.And(terms) if form == "and" else t.Or(terms)

    def when(self, words: Words) -> t.Expr | None:
        pick = self.pick
        forms = ("act", "act", "act", "and fact", "and fact", "and request", "or", "fact", "always", "always", "always", "two acts")
        form = pick.one(*(forms if not self.plain else ("act", "act", "and fact", "always")))
        if form == "always":
            return None
        if form == "fact":
            return self.fact(words)
        if form == "or":
            one, other = Words(), Words()
            terms = self.act(one), self.act(other)
            words.roles = [role for role in one.roles if role in other.roles]
            words.forked = True
            words.acts = 1
            return t.Or(terms)
        first = self.act(words)
        if form == "and fact":
            return t.And((first, self.fact(words)))
        if form == "and request":
            return t.And((first, self.request(words)))
        if form == "two acts":
            role = words.roles[-1]
            second = t.Act(word("declaration_of_war"), None, (t.Role("on", the(role)),))
            words.acts += 1
            return t.And((first, second))
        return first

    # ---- norms, clauses, riders
    def norm(self, words: Words, standing: bool, verbs: tuple[str, ...]) -> t.Norm:
        pick = self.pick
        bearers: tuple[Any, ...] = (a("party", "every other"),) if not standing else (a("party", "every"),)
        if pick.chance(3):
            more = [(a("party", "every"),), (code("ESP"),), (code("ESP"), code("PRT"))]
            more += [(the(role),) for role in words.roles if role in ("attacker", "victim", "threatened")]
            bearers = pick.one(*more)
        modal = pick.one("must", "must", "must", "may", "should")
        if "assist" in verbs and not words.forked and (pick.chance(6) if not standing else not pick.chance(4)):
            kind = pick.one("use_of_force", "armed_attack", "invasion")
            by = t.Role("on", pick.one(a("party", "another"), a("state", "another"), code("FRA")))
            return t.Norm(bearers, pick.one("must", "should"), False, t.Refrain(t.Act(word(kind), None, (by,))), None)
        objects: list[Any] = [the(role) for role in words.roles if role in ("victim", "threatened")] * 3
        objects += [None, code("FRA"), a("party", "every other")]
        verb = pick.one(*verbs)
        foes = [the(role) for role in words.roles if role in ("attacker", "threatener")] + [code("DEU"), code("ESP")]
        if verb == "stay_neutral":
            objects += foes * 3
        phrases = (t.Role("against", pick.one(*foes)),) if verb in AGAINST and pick.chance(2) else ()
        return t.Norm(bearers, modal, False, t.Deed(word(verb), pick.one(*objects), None, phrases), None)

    def tails(self, words: Words, most: int) -> tuple[Any, ...]:
        pick = self.pick
        found: list[Any] = []
        for _ in range(pick.one(*range(most + 1))):
            form = pick.one("unless", "unless", "only if", "lapses")
            if form == "lapses":
                if pick.chance(2):
                    found.append(t.LapsesWhen(t.Decides(the("security_council"), word("necessary_measures"), ())))
                else:
                    decides = t.Decides(the("security_council"), word("sufficient_protection"), ())
                    found.append(t.LapsesAfter(t.Number(pick.one("1", "10")), word(pick.one("months", "days")), decides))
            else:
                found.append((t.Unless if form == "unless" else t.OnlyIf)(self.condition(words)))
        return tuple(found)

    def keeping(self) -> t.ContinuesWhile:
        """`continues while danger_to_peace`: by a fact of no day, for the oracle asks each of one day."""
        pick = self.pick
        fact = t.Act(word(pick.one(*SITUATION_FACTS)), None, ())
        of_one = t.Is(code(pick.one(*PARTIES)), pick.chance(3), t.Quality(word(pick.one(*PARTY_FACTS)), None, ()))
        return t.ContinuesWhile(pick.one(fact, of_one))

    def clause(self, number: str, count: int) -> tuple[str, t.Dates | None, t.Clause, Words | None]:
        pick = self.pick
        words = Words()
        when = self.when(words)
        norms = tuple(self.norm(words, when is None, verbs) for verbs in pick.one(*NORMS))
        if pick.chance(6) and isinstance(norms[0].deed, t.Deed):  # the same, of one who may bear it already
            norms += (replace(norms[0], bearers=(code("ESP"),)),)
        words.forbids = any(isinstance(norm.deed, t.Refrain) for norm in norms)
        tails = self.tails(words, 1 if self.plain else 2)
        if int(number) < count and pick.chance(2):
            tails += (t.SubjectTo((t.Ref(None, t.Text(str(count))),)),)
        elif int(number) == count > 1 and pick.chance(4):
            tails += (t.Overrides((t.Ref(None, t.Text("1")),)),)
        later = (dates("1960-05-05"), dates(None, "1960-05-05"), dates("1960-05"))
        span = pick.one(None, None, None, None, *(() if self.early else later))
        if pick.chance(8):
            tails += (self.keeping(),)
        return number, span, t.Clause(None, None, when, norms, tails), words

    def deeming(self) -> t.Clause:
        """`when subversion on a party, then it counts as armed_attack on the victim`."""
        pick = self.pick
        words = Words()
        kind, by = pick.one("subversion", "blockade", "terrorism"), pick.one(None, a("state"), code("DEU"))
        roles = [t.Role(prep, who) for prep, who in (("by", by), ("on", a("party"))) if who is not None]
        when: t.Expr = t.Act(word(kind), None, tuple(roles))
        words.roles, words.acts = ["attacker", "victim"], 1
        if pick.chance(2):
            when = t.And((when, self.fact(words)))
        phrases = pick.one((("on", the("victim")),), (("by", code("DEU")), ("on", code("FRA"))), (("on", a("party", "every")),))
        counts = t.Deeming(t.Act(word(pick.one("armed_attack", "use_of_force")), None, tuple(t.Role(*each) for each in phrases)))
        tails = (t.Unless(self.fact(words)),) if pick.chance(3) else ()
        return t.Clause(None, None, when, (counts,), tails)

    def rider(self, number: str, words: Words) -> Any:
        pick = self.pick
        refs = (t.Ref(None, t.Text(number)),)
        changes = (pick.one(t.Unless, t.OnlyIf)(self.condition(words, 1)),)
        span = pick.one(None, None, dates("1955-01-01"), dates("1961-01-01"), dates("1960-05"))
        form = pick.one("reservation", "claimed", "agreed", "proviso", "nobody")
        if form == "reservation":
            return t.Reservation(refs, (code(pick.one("ESP", "PRT")),), t.Text("a note"), span, None, changes)
        if form == "proviso":
            proviso = t.Proviso(None, None, refs, pick.one(None, a("neutral", "every")), changes)
            return t.Article(t.Text(f"{number}bis"), None, span, None, None, None, (proviso,))
        authors: tuple[Any, ...] = {"claimed": (code("ITA"),), "agreed": (a("party", "every"),), "nobody": ()}[form]
        return t.Reading(refs, authors, t.Text("a source"), span, None, changes)


class Situations:
    """One event, choice by choice; `untold`: also with days that it does not tell, which the laws of moved events leave out."""

    def __init__(self, pick: Pick, untold: bool = False) -> None:
        self.pick = pick
        self.untold = untold
        self.plain = pick.chance(2)
        self.who: tuple[list[str], list[str]] | None = None

    def value(self) -> Any:
        pick = self.pick
        form = pick.one(True, False, "unknown", "claimed")
        if form != "claimed":
            return form
        # One pair of claimants an event, an anonymous one for one fact alone: whether one who claims only what a row does not ask
        # has an account of that row is not said (decision 14): the evaluator leaves him out, the oracle holds his account for open.
        if self.who is None:
            self.who = pick.one((["DEU"], ["FRA"]), (["FRA"], ["ITA"]), (["FRA", "ESP"], ["DEU"]), ([], ["FRA"]), (["ESP"], []))
        elif not all(self.who):
            return "unknown"
        who = self.who
        return {"claimed": {"true": who[0], "false": who[1]}}

    def event(self) -> str:
        pick = self.pick
        count = pick.one(1, 1, 1, 2, 3)
        made: dict[str, Any] = {"event": "a case", "date": "1960-05-05"}
        if pick.chance(4):
            made["as_of"] = pick.one("1960-05-20", "1960-06-01", "1960-05-10", "1960-05-05")
        days = ("1960-05-05", "1960-05-05", "1960-05-04") if count == 1 else ("1960-05-05",)
        if self.untold and pick.chance(3):  # known by its month, or its year
            days = ("1960-05", "1960-05", "1960") if count == 1 else ("1960-05-05", "1960-05-05", "1960-05")
        made["acts"] = [self.act(pick.one(*days)) for _ in range(count)]
        if pick.chance(2 if not self.plain else 6):
            # not `none`: who did it is then open too, which the oracle leaves alone
            everything = [
                *ACT_FACTS,
                "deliberate",
                "held_as_attack",
                "forcible",
                "directed_from_abroad",
                "supported_from_abroad",
                "resolution",
                "necessary_measures",
            ]
            made["presume"] = pick.one(["grave"], ["provoked", "in_self_defence"], everything)
        if pick.chance(3):
            made["facts"] = {name: self.value() for name in pick.several(SITUATION_FACTS, 2)}
        if pick.chance(3):
            made["parties"] = {
                party: {name: self.value() for name in PARTY_FACTS if pick.chance(2)} for party in pick.several(PARTIES, 2)
            }
        if pick.chance(6):
            made["relations"] = [{"at_war": pick.one(["DEU", "FRA"], ["FRA", "GBR"], ["ESP", "DEU"]), "value": self.value()}]
        if pick.chance(4):
            decision = pick.one(*BODY_DECISIONS, "sufficient_protection")
            outcome = pick.one("adopted", "vetoed", "unknown")
            day = pick.one(
                "1960-05-05", "1960-05-04", "1960-04-25", "1960-04-05", "1960-05-15", *(["1960-05", "1960-04"] * self.untold)
            )
            made["decisions"] = [{"body": "security_council", "decision": decision, "outcome": outcome, "date": day}]
            if pick.chance(3):
                made["decisions"][0]["about"] = f"act{pick.one(*range(1, count + 1))}"
        return json.dumps(made)

    def act(self, day: str) -> dict[str, Any]:
        pick = self.pick
        form = pick.one("hostile", "hostile", "hostile", "hostile", "threat", "request", "war")
        by = pick.one("DEU", "DEU", "GBR", "ESP", "ESP", "PRT", "FRA", ["DEU", "GBR"], ["ESP", "DEU"])
        on = pick.one("FRA", "FRA", "PRT", "BEL", ["FRA", "ESP"], ["FRA", "PRT"], "ITA", "ESP")
        if form == "request":
            kind = pick.one("request_for_assistance", "consent")
            made = {"kind": kind, "by": pick.one("FRA", "ESP", "PRT", "DEU"), "to": pick.one("ITA", "GBR"), "date": day}
            if pick.chance(2):
                made["happened"] = pick.one(True, False, "unknown", self.value())
            return made
        if set(by if isinstance(by, list) else [by]) & set(on if isinstance(on, list) else [on]):
            by = "DEU"
        if form == "threat":
            return {"kind": pick.one(*TO_KINDS, "ultimatum"), "by": by, "to": on, "date": day}
        if form == "war":
            return {"kind": "declaration_of_war", "by": by, "on": on, "date": day}
        made = {
            "kind": pick.one("bombardment", "invasion", "clash", "terrorism", "blockade", "subversion"),
            "by": by,
            "on": on,
            "date": day,
        }
        for name in ACT_FACTS:
            if pick.chance(4 if not self.plain else 16):
                made[name] = self.value()
        if pick.chance(8 if not self.plain else 16):
            made["armed_attack"] = self.value()
        if pick.chance(6):
            made["killed"] = pick.one(0, 3, 25, 26, 400)
        if pick.chance(3):
            made["place"] = self.place()
        if pick.chance(8 if not self.plain else 16):
            made["happened"] = self.value()
            if made["happened"] is False:  # then nothing more can be said of it
                made = {name: made[name] for name in ("kind", "by", "on", "date", "happened")}
        return made

    def place(self) -> dict[str, Any]:
        """By what region, or whose land."""
        pick = self.pick
        made: dict[str, Any] = {}
        form = pick.one("region", "region", "land", "land", "sea")
        if form == "sea":
            return {"zone": "high_seas"} if pick.chance(2) else {"sea": "north_atlantic"}
        if form == "region" or pick.chance(3):
            made["region"] = pick.one("balkans", "europe", "east_asia", "africa", "north_africa")
        if form != "region" or pick.chance(3):
            made["territory_of"] = pick.one("FRA", "FRA", "ESP", "PRT", "DEU", "none", "unknown")
        if pick.chance(5):  # tells nothing of whose land it is
            made["administered_by"] = pick.one("DEU", "FRA")
        return made


class Choices:
    """The numbers of which a case is made: those given, then others by chance (or zeros, where a case is replayed)."""

    def __init__(self, given: list[int], random: Random | None = None) -> None:
        self.given, self.random = given, random
        self.made: list[int] = []

    def below(self, most: int) -> int:
        at = len(self.made)
        number = min(self.given[at], most - 1) if at < len(self.given) else self.random.randrange(most) if self.random else 0
        self.made.append(number)
        return number


@dataclass
class Case:
    """A treaty and its events, each with the choices that made it."""

    treaty: Choices
    events: list[Choices]
    text: str = field(init=False)
    asked: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.text = print_document(Treaties(Pick(self.treaty.below)).document())
        self.asked = [Situations(Pick(each.below), untold=True).event() for each in self.events]

    @staticmethod
    def by_chance(number: int) -> Case:
        random = Random(number)
        return Case(Choices([], random), [Choices([], random) for _ in range(EVENTS)])


def smaller(choices: list[int]) -> Iterator[list[int]]:
    """Simpler choices, the simplest first: a stretch left out, a number that is less."""
    for size in (32, 16, 8, 4, 2, 1):
        for at in range(0, len(choices), size):
            yield choices[:at] + choices[at + size :]
    for at, number in enumerate(choices):
        for less in dict.fromkeys((0, number // 2, number - 1) if number else ()):
            yield [*choices[:at], less, *choices[at + 1 :]]


def shrunk(case: Case, event: str, seconds: float = 120) -> Case:
    """The simplest case found, in so much time, that is a mismatch still."""
    made = [case.treaty.made, case.events[case.asked.index(event)].made]
    until, grown = time.monotonic() + seconds, True
    while grown:
        grown = False
        for which in (1, 0):
            rest = smaller(made[which])
            while (tried := next(rest, None)) is not None and time.monotonic() < until:
                again = Case(Choices(tried if which == 0 else made[0]), [Choices(tried if which == 1 else made[1])])
                now = [again.treaty.made, again.events[0].made]
                if _size(now) < _size(made) and _differs(again):
                    made, grown, rest = now, True, smaller(now[which])
    return Case(Choices(made[0]), [Choices(made[1])])


def _size(choices: list[list[int]]) -> tuple[int, int]:
    return sum(map(len, choices)), sum(map(sum, choices))


def _differs(case: Case) -> bool:
    return mismatch(case.text, case.asked, Counter()) is not None


def run(cases: int, start: int, seen: Counter[str], until: float | None = None) -> tuple[str, str, str] | None:
    """Compare whole answers in so many cases; the first mismatch, shrunk, and what differs."""
    enough, number = seen["compared"] + cases, 0
    while seen["compared"] < enough and (until is None or time.monotonic() < until):
        case = Case.by_chance(start * 1_000_000 + number)
        event = mismatch(case.text, case.asked, seen)
        if event is not None:
            small = shrunk(case, event)
            return small.text, small.asked[0], differences(small.text, small.asked[0])
        number += 1
    return None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="situations to ask about")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hours", type=float, help="go on for so long, seed after seed")
    options = parser.parse_args()
    seen: Counter[str] = Counter()
    begun, start = time.monotonic(), options.seed
    until = begun + options.hours * 3600 if options.hours is not None else None
    found = None
    while found is None:
        found = run(options.cases, start, seen, until)
        start += 1
        if until is None or time.monotonic() > until:
            break
    print(f"{time.monotonic() - begun:.0f} s:", ", ".join(f"{name} {count}" for name, count in sorted(seen.items())))
    if found is None:
        return 0
    path = OPEN / f"mismatch-{start - 1}-{seen['compared']}.case"
    path.parent.mkdir(exist_ok=True)
    path.write_text(conformance(*found[:2]), encoding="utf-8")
    print(*found, f"kept as {path}", sep="\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
