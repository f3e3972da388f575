"""The independent oracle (semantics, section 9): it shares nothing with the evaluator but the bound treaty and the event.

It reads a clause in each world, every valuation of the facts asked for, in two-valued logic; a verdict is what the worlds of every
account and reading say.  Places: the region that is written, and whose land it is.  Not said: groups, votes, measures, targets,
judgements, other treaties, disputed membership, suspension since some day of a month, `presume: none`, relations on another day.
"""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import product
from typing import Any

from tests import days, matters
from treatylang.events.situation import Act, Claimed, Location, Situation
from treatylang.model import conditions as c
from treatylang.model import treaty as m
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import Choice, Fixed, Slot, Who

Atom = tuple[str, tuple[str, ...]]  # a word and what it is asked of
Row = tuple[str, str, str, str]  # clause, duty or forbidden act, bearer, owed to
Match = namedtuple("Match", "roles acts introduced day")  # one way to fill the words of a clause; who is not known stands as None
Answer = namedtuple("Answer", "verdict depends_on against binds")  # `depends_on`: facts whose flip alone changes it in some world
NOBODY = Match({}, {}, frozenset(), "")
Beyond = NotImplementedError  # the oracle does not say
MOST = 128  # worlds of one clause, and ways in which open days may lie
Open = type("Open", (Exception,), {})  # a fact is asked for that this world does not settle yet


def answers(treaty: m.Treaty, situation: Situation, day: str) -> dict[Row, Answer]:
    case = Case(treaty, situation, day)
    return {row: answer for clause in treaty.clauses for row, answer in case.answer(clause) if answer.verdict != "not_owed"}


def bars(words: Vocabulary, one: str, other: str) -> bool:
    """Whether the vocabulary says that two duties exclude each other."""
    above, over = (words.duties[name].above if name in words.duties else () for name in (one, other))
    return any(y in words.duties[x].excludes or x in words.duties[y].excludes for x in above for y in over)


def about(line: m.Line, act: c.Pattern) -> bool:
    """Whether a line of a prohibition asks about the forbidden act, and so excuses it; else it is about the rule."""
    slots = {act.slot, *(part.slot for part in act.roles if not isinstance(part.who, Slot) or part.who.slot != part.slot)}
    parts = c.every_part(line.condition)
    asked = [getattr(part, name, None) for part in parts for name in ("act", "who", "first", "second")]
    happened = line.form == "unless" and any(isinstance(part, c.Happens) for part in parts)
    return happened or any(getattr(one, "slot", one) in slots for one in asked)


class Case:
    """One treaty, one situation, one day; and the world that is looked into."""

    def __init__(self, treaty: m.Treaty, situation: Situation, day: str) -> None:
        self.treaty, self.situation, self.day, self.words = treaty, situation, day, treaty.vocabulary
        self.acts, self.hidden = {a.id: a for a in situation.acts if a.date <= day}, {a.id for a in situation.acts if a.date > day}
        self.deeds = [(act, None, who) for act in self.acts.values() for who in product(act.by or (None,), act.second or (None,))]
        self.matters = matters.Matters(self.words, self.acts, [each for each in situation.decisions if each.date <= day])
        self.members = {one.state: [each.spell for each in treaty.members if each.state == one.state] for one in treaty.members}
        self.within, self.begun = partial(days.within, self.true), replace(treaty.spell, until=None)
        self.off, self.settled = situation.not_presumed or frozenset(), cache(self.settled)  # `off`: what is not presumed
        self.written: dict[Atom, object] = dict(self.read())
        self.accounts = list(dict.fromkeys(who for atom in self.written for who in self.says(atom))) or [None]
        facts = [(fact.name, fact.implies, fact.excludes) for fact in self.words.facts.values() if fact.type == "truth"]
        self.links = [(one, True, x, so) for one, *says in facts for so, xs in zip((True, False), says, strict=True) for x in xs]
        self.links += [(kind, True, *need) for kind in self.words.kinds for need in self.words.needs_of(kind).items()]
        self.links += [(other, not so, one, not when) for one, when, other, so in self.links]  # and the other way round
        ways = days.ways(treaty, situation, day, 2 * MOST)  # in which open days may lie, each a case of its own
        self.dated = {at: Case(treaty, told, day) for at, told in ways.items()} or {(): self}

    def read(self) -> Iterator[tuple[Atom, object]]:
        yield from ((("destructive", (act.id,)), True) for act in self.acts.values() if act.facts.get("killed", 0) > 0)
        told = {act.id: {"happened": act.happened, **act.facts} for act in self.acts.values()} | dict(self.situation.party_facts)
        yield from (((name, (who,)), value) for who, each in told.items() for name, value in each.items())
        yield from (((name, ()), value) for name, value in self.situation.facts.items())
        yield from ((war, True) for act in self.acts.values() if act.happened is True for war in self.brings(act))
        yield from ((self.pair(fact.name, fact.first, fact.second), fact.value) for fact in self.situation.relations)
        yield from ((atom, None) for atom in self.matters.open())

    def pair(self, name: str, *of: str) -> Atom:
        return name, tuple(sorted(of)) if self.words.relations[name].symmetric else of

    def says(self, atom: Atom) -> dict[object, bool]:
        """What each account says of a fact that is claimed: a claimant, or one value that nobody named claims."""
        claim = self.written.get(atom)
        return {one: bool(so) for so, who in claim.values for one in who or ((atom, so),)} if isinstance(claim, Claimed) else {}

    def settled(self, word: str, of: tuple[str, ...]) -> bool | None:
        """What holds in every world: what is written, and where nothing is, what follows or is presumed."""
        if (word, of) in self.written:
            return told if isinstance(told := self.written[word, of], bool) else None
        act, kinds, facts = self.acts.get(of[0]) if of else None, self.words.kinds, self.words.facts
        value = getattr(facts.get(word) or self.words.relations.get(word) or self.words.decisions.get(word), "presumed", None)
        if act and word in facts:
            for ground in facts[word].yields:
                told = [self.written.get((ground.fact, of)), *self.says((ground.fact, of)).values()]
                if ground.value in told if ground.number is None else act.facts.get(ground.fact, float("inf")) <= ground.number:
                    return None
            foreign = act.by and all(self.of_sort(code, "state", self.day) and code not in act.second for code in act.by)
            value = facts[word].foreign if foreign and facts[word].foreign is not None else value
            value = next((kinds[kind].presumes[word] for kind in kinds[act.kind].above if word in kinds[kind].presumes), value)
        for other, when, name, result in self.links:  # it yields to what is written, or open, of another fact
            told = self.written.get((other, of), not when)
            if name == word and result is not value and (told is when or not isinstance(told, bool)):
                return None
        return None if word in self.off else value

    def brings(self, act: Act) -> list[Atom]:
        """The war that an act is, if it happened, was theirs, and nobody consented."""
        implied = any("at_war" in self.words.kinds[kind].implies for kind in self.words.kinds[act.kind].above)
        told = act.facts.get("consented", False), act.facts.get("attributed", True)
        if implied and not all(isinstance(so, bool) for so in told):
            raise Beyond
        return [self.pair("at_war", by, on) for by, on in product(act.by, act.second)] if implied and told == (False, True) else []

    def answered(self, word: str, of: tuple[str | None, ...]) -> list[str]:
        """The force of the other side before an act of which it is asked whether it was the first use: then it was not."""
        act = self.acts.get(of[0] or "") if word == "first_use" and (word, of) not in self.written else None
        mine = [one for one in self.acts.values() if act and set(one.by) & set(act.second) and set(one.second) & set(act.by)]
        return [one.id for one in mine if act and one.index < act.index and "use_of_force" in self.words.kinds[one.kind].above]

    def true(self, word: str, *of: str | None) -> bool:
        """Whether something is so in this world."""
        if word == "first_use" and any(self.true("happened", blow) for blow in self.answered(word, of)):
            return False
        value = self.settled(word, of) if None not in of else None
        if value is None and (word, of) not in self.world:
            raise Open((word, of)) if None not in of and 1 << len(self.world) <= MOST else Beyond
        return self.world[word, of] if value is None else value

    def grow(self, clause: m.Clause, world: dict[Atom, bool]) -> list[tuple[dict[Atom, bool], dict[Row, str], Any]]:
        """The rows of a clause by what it asks for, one fact after the other."""
        self.world, self.deemed, self.against, self.due = world, list[Any](), defaultdict(frozenset), cache(self.owed)
        try:
            self.deemed = list(self.counts())
            return [(world, self.due(clause), self.against)]
        except Open as more:
            return [leaf for so in (False, True) for leaf in self.grow(clause, {**world, more.args[0]: so})]

    def answer(self, clause: m.Clause) -> Iterator[tuple[Row, Answer]]:
        leaves = {at: case.grow(clause, {}) for at, case in self.dated.items()}
        asked = {atom for each in leaves.values() for world, _, _ in each for atom in world}
        asked |= {(one, of) for word, of in asked for one, _, name, _ in self.links if name == word and self.says((one, of))}
        if 1 << len(asked) > MOST or len(leaves) << len(asked) > 10 * MOST:
            raise Beyond
        facts, found = sorted(asked), dict[tuple[int, ...], Any]()
        for at, so in product(leaves, product((False, True), repeat=len(facts))):
            world = dict(zip(facts, so, strict=True))
            if self.dated[at].obeys(world):
                found[*at, *so] = next((rows, by, world) for some, rows, by in leaves[at] if some.items() <= world.items())
        readings, views = [None, *(atom for atom in asked if atom[0] == "reading")], []
        for reading, account in product(readings, self.accounts):
            fixed = {atom: atom == reading for atom in readings if atom}
            fixed |= {atom: said[account] for atom in asked if account in (said := self.says(atom))}
            views.append({one for one, (_, _, world) in found.items() if fixed.items() <= world.items()})
        near = list(days.steps(found, days.questions(self.treaty, self.situation, self.day), facts))
        for row in {row for rows, *_ in found.values() for row in rows}:
            says = {one: rows.get(row, "not_owed") for one, (rows, *_) in found.items()}
            each = [{says[one] for one in mine} for mine in views]
            hangs = frozenset(x for one, other, x in near if says[one] != says[other] and any({one, other} & v for v in views))
            verdicts = set[str]().union(*each)
            verdict = min(verdicts) if len(verdicts) == 1 else "disputed" if all(len(one) < 2 for one in each) else "depends"
            against = frozenset(code for mine in views for one in mine if row in found[one][0] for code in found[one][1][row])
            yield row, Answer(verdict, hangs if len(verdicts) > 1 else frozenset(), against, "permitted" not in says.values())

    def obeys(self, world: dict[Atom, bool]) -> bool:
        """Whether a valuation obeys the constraints: of facts with each other, of days in their order; one reading at a time."""
        for (word, of), value in world.items():
            for other, when, name, result in self.links if self.hidden.isdisjoint(of) else ():
                if name == word and result is not value:
                    so = world.get((other, of), self.settled(other, of))
                    blows = [("happened", (blow,)) for blow in self.answered(other, of)]
                    if (so and not any(self.settled(*blow) or world.get(blow) for blow in blows)) is when:
                        return False
            for (bound, its), so in world.items() if word in ("since", "until") and value else ():
                same = its[:-1] == of[:-1] if bound == word else (word, bound) == ("until", "since") and its[:-2] == of[:-2]
                if same and its[-1] >= of[-1] and not so:  # what has come has come on every later day; what has ended had begun
                    return False
            wars = self.brings(self.acts[of[0]]) if word == "happened" and of[0] in self.acts else []
            above = self.words.regions[of[1]].above if word == "place" and of[1] in self.words.regions else []
            if value and any(world.get(each) is False for each in (*wars, *((word, (of[0], name)) for name in above))):
                return False
        return sum(value for atom, value in world.items() if atom[0] == "reading") < 2 and not self.matters.clash(world)

    def party(self, code: str, day: str) -> bool:
        spells, of, both = self.members.get(code, ()), self.treaty.id, dict.fromkeys((day, self.day))
        return all(any(self.within(x, on, code, of) for x in spells) and self.within(self.begun, on, of) for on in both)

    def suspended(self, day: str, *between: str) -> bool:
        """Whether all duties of one, or those between two, are suspended on a day, or on that asked about."""
        return any({*x.states} <= {*between} and self.within(x.spell, d) for x in self.treaty.suspensions for d in (day, self.day))

    def of_sort(self, code: str, sort: str, day: str) -> bool:
        if sort in ("party", "state"):
            return self.party(code, day) if sort == "party" else getattr(self.words.states.get(code), "sort", "") == sort
        return any(each.state == code and self.within(each.spell, day, sort, code) for each in self.words.classes[sort].members)

    def fits(self, who: Who | None, code: str | None, match: Match, day: str) -> bool:
        if who is not None and code is None:
            raise Beyond
        if not isinstance(who, Choice):
            return who is None or (code in who.codes if isinstance(who, Fixed) else self.one(who, match) == code)
        that = who.that
        meant = that is None or (code in that.states or bool(that.sort and self.of_sort(code, that.sort, day))) is not that.negated
        return meant and ("other" not in who.quantifier or code not in match.introduced) and self.of_sort(code, who.sort, day)

    def one(self, who: Who | None, match: Match) -> str | None:
        """The one whom a reference means, if it is one, and known."""
        return match.roles.get(who.slot) if isinstance(who, Slot) else who.codes[0] if len(getattr(who, "codes", ())) == 1 else None

    def acts_of(self, pattern: c.Pattern, match: Match) -> Iterator[Match]:
        for every in (part for part in pattern.roles if isinstance(part.who, Choice) and "every" in part.who.quantifier):
            but = match.roles["bearer"] if "other" in every.who.quantifier else None  # in a condition: all but the bearer
            each = (replace(every, who=Fixed("", (one,))) for one in self.members if one != but and self.party(one, self.day))
            forms = (replace(pattern, roles=tuple(one if part is every else part for part in pattern.roles)) for one in each)
            yield from [match] * all(any(True for _ in self.acts_of(form, match)) for form in forms)
            return
        those = [each for each in (*self.deeds, *self.deemed) if self.is_kind(each[0], pattern.kind, each[1])]
        fitting = [(act, name, found) for act, name, who in those if (found := self.fill(pattern, act, who, match))]
        yield from (found for act, name, found in fitting if name or self.true("happened", act.id))
        if self.words.kinds[pattern.kind].unlisted and not fitting:  # silence shows nothing
            ends = {part.slot: self.one(part.who, match) for part in pattern.roles}
            new = match._replace(roles={**match.roles, **ends}, introduced=match.introduced | {*filter(None, ends.values())})
            yield from [new] * self.true(pattern.kind, *matters.between(pattern, ends))

    def fill(self, pattern: c.Pattern, act: Act, who: Iterable[str | None], match: Match) -> Match | None:
        for part, code in zip(pattern.roles, who, strict=False):
            if not self.fits(part.who, code, match, act.date):
                return None
            new = {code} if code and (part.who or not self.words.kinds[pattern.kind].unlisted) else set()
            match = match._replace(roles={**match.roles, part.slot: code}, introduced=match.introduced | new)
        done = {"acts": {**match.acts, pattern.slot: act}, "day": max(match.day, act.date)}
        match = match._replace(introduced=match.introduced | set(act.by), **done)  # all who did it together are met
        struck = [c.Where("", pattern.targets, Fixed("", (str(code),)))] * len(pattern.targets)  # land alone, of the second
        return match if all(self.there(act, where, match) for where in (*struck, *pattern.where)) else None

    def there(self, act: Act, where: Any, match: Match) -> bool:
        """Whether an act took place where a phrase says, or a line of an area, on the land of whom it names."""
        if not where.holder:
            return any(self.lies(act, name) for name in (where.names if isinstance(where, c.Where) else where.places))
        owner = act.place and ("none" if act.place.zone == "high_seas" else act.place.territory_of)
        words = where.words and where.words.replace(where.holder.words, str(self.one(where.holder, match) or where.holder.words))
        asked = ("place", act.id, words) if words else ("sovereign_of", *where.holder.codes, f"the place of {act.id}")
        return self.fits(where.holder, owner, match, act.date) if isinstance(owner, str) else self.true(*asked)

    def lies(self, act: Act, name: str) -> bool:
        """Whether an act took place in an area, or in a region: by that which is written, or by where the land of its owner lies."""
        regions, area, place = self.words.regions, {**self.words.areas, **self.treaty.areas}.get(name), act.place or Location()
        if area:
            lines = [x for x in area.parts if self.within(x.spell, act.date, x.words) and self.there(act, x, NOBODY)]
            return {x.excluded for x in lines if not x.regions or any(self.lies(act, each) for each in x.regions)} == {False}
        written = place.region or place.sea
        known = (written,) if written else getattr(self.words.states.get(str(place.territory_of)), "home", ())
        unsure = len(known) != 1 or (written in regions[name].above and name != written)  # a part of what is written
        return self.true("place", act.id, name) if unsure else name in regions[known[0]].above

    def is_kind(self, act: Act, kind: str, counted: str | None = None) -> bool:
        """Whether an act is one of a kind: as what it is counted, or by what is written, by its own kind, by what that amounts to."""
        kinds, own = self.words.kinds, self.words.kinds[act.kind].above
        if counted or (kind, (act.id,)) in self.written:
            return kind in kinds[counted].above if counted else self.true(kind, act.id)
        may = [x for y in own for x in kinds[y].amounts_to.items() if kind in kinds[x[0]].above and x[0] not in act.facts]
        ways = [(kind, {})] if kind in own else may
        needs = [{**facts, **kinds[other].needs, **kinds[kind].needs} for other, facts in ways]
        needs += [{name: True} for name in act.facts if kind not in own and name in kinds and kind in kinds[name].above]
        return any(all(self.true(fact, act.id) is so for fact, so in each.items()) for each in needs)

    def counts(self) -> Iterator[tuple[Act, str, list[str | None]]]:
        """Acts that clauses count as of another kind."""
        for clause in self.treaty.clauses:
            norms = [norm for norm in clause.norms if isinstance(norm, m.Deems) and not norm.spread]
            for match in self.ways(clause.when, NOBODY) if norms and clause.when else ():
                if self.in_force(clause, match.day) and all(self.line(clause, line, match) for line in clause.lines):
                    for norm, act in product(norms, match.acts.values()):
                        roles, filled = self.words.kinds[norm.kind].roles.values(), dict(norm.roles)
                        yield act, norm.kind, [self.one(filled.get(name), match) for name in roles]

    def ways(self, condition: c.Condition, match: Match, ending: str = "") -> Iterator[Match]:
        """Every way in which a condition holds."""
        so = False
        match condition:
            case c.Happens(pattern=pattern):
                yield from self.acts_of(pattern, match)
            case c.AllOf(terms=(first, *rest)):
                for found in self.ways(first, match, ending):
                    yield from self.ways(c.AllOf("", tuple(rest)), found, ending) if rest else (found,)
            case c.AnyOf(terms=terms):
                yield from (found for term in terms for found in self.ways(term, match, ending))
            case c.NotSo(term=term):
                so = not self.holds(term, match, ending)
            case c.Situation(fact=fact, where=()):
                so = self.true(fact)
            case c.ActFact(act=act, fact=fact):
                so = self.true(fact, match.acts[act].id)
            case c.PartyFact(who=who, fact=fact):
                so = self.true(fact, self.one(who, match))
            case c.InPlace(act=act, where=where):
                so = all(self.there(match.acts[act], each, match) for each in where)
            case c.ActKind(act=act, kind=kind):
                deemed = [name for each, name, _ in self.deemed if each is match.acts[act]]
                so = any(self.is_kind(match.acts[act], kind, name) for name in (*deemed, None))
            case c.Related(relation=relation, first=first, second=second):
                word, of = self.pair(relation, self.one(first, match) or "", self.one(second, match) or "")
                so = of[0] != of[1] and self.true(word, *of)
            case c.IsOne(who=who, test=test):
                so = self.fits(test, him := self.one(who, match), match._replace(introduced=match.introduced - {him}), self.day)
            case c.Count(number=number, each=each):
                mine = (match._replace(roles={**match.roles, "each": code}) for code in self.members if self.party(code, self.day))
                so = sum(self.holds(each, one, ending) for one in mine) >= number
            case c.Decides(body=body, decision=decision):
                so = bool(self.decided(body, decision, ending, match))
            case _:
                raise Beyond
        yield from [match] * so

    def holds(self, condition: c.Condition, match: Match, ending: str = "") -> bool:
        return any(True for _ in self.ways(condition, match, ending))

    def decided(self, body: str, decision: str, ending: str, match: Match) -> list[str]:
        """The days on which a body decided so; one that would end a duty is presumed not taken, one that it waits for is open."""
        acts = match.acts.values() if ending == "lapses" else ()  # a decision older than these ends nothing
        listed = self.matters.listed(body, decision, match.acts.values())
        mine = [x for x in listed if not days.older(x.date, acts, self.true)]
        taken = [x for x in mine if x.outcome == "adopted" or (x.outcome == "unknown" and self.true(decision, *self.matters.of(x)))]
        may = [] if mine or (ending and decision not in self.off) else self.matters.told(match.acts.values())
        return ["0001-01-01"] if any(self.true(decision, body, *one) for one in may) else [x.date for x in taken]

    def line(self, clause: m.Clause, line: m.Line, match: Match) -> bool:
        kept = line.form == "continues" or (line.form == "lapses" and self.kept(clause))
        if kept or not line.amount:
            return kept or self.holds(line.condition, match, line.form.replace("only_if", "")) is (line.form == "only_if")
        since = self.decided(line.condition.body, line.condition.decision, "lapses after", match)
        return not any(days.later(day[:10], line.amount, line.unit) <= self.day for day in since)

    def owed(self, clause: m.Clause) -> dict[Row, str]:  # in this world, permitted and breached too
        found: dict[Row, str] = {}
        norms = [norm for norm in clause.norms if not isinstance(norm, m.Deems)]
        for bearer in self.members if norms else ():
            me = Match({"bearer": bearer}, {}, frozenset(), "")
            for match in [me] if clause.when is None else self.ways(clause.when, me):
                day = match.day or self.day
                for norm in (norm for norm in norms if any(self.fits(who, bearer, match, day) for who in norm.bearers)):
                    if self.in_force(clause, day) and self.party(bearer, day) and not self.suspended(day, bearer):
                        for row, verdict in self.rows(clause, norm, bearer, match._replace(day=day)):
                            found[row] = "breached" if found.get(row) == "breached" else verdict
        return {row: verdict for row, verdict in found.items() if not self.displaced(clause, row)}

    def in_force(self, clause: m.Clause, day: str) -> bool:
        """Whether the treaty is in force on a day and on that asked about, and the clause on that day; or goes on past the end."""
        spell, of = self.treaty.spell, self.treaty.id
        each = (spell, day, of), (spell, self.day, of), (clause.spell, day, of, clause.id)
        begun = (self.within(replace(spell, until=None), *of) for spell, *of in each)
        return all(self.within(*one) for one in each) or (all(begun) and self.kept(clause))

    def kept(self, clause: m.Clause) -> bool:
        return any(self.holds(x.condition, NOBODY) for x in (*self.treaty.lines, *clause.lines) if x.form == "continues")

    def rows(self, clause: m.Clause, norm: Any, bearer: str, match: Match) -> Iterator[tuple[Row, str]]:
        forbids, riders = isinstance(norm, m.Prohibition), self.riders(clause, bearer, match)
        lines = [line for each in (self.treaty, clause, *riders) for line in each.lines]
        excuses = [line for line in lines if forbids and about(line, norm.act)]
        if not all(self.line(clause, line, match) for line in lines if line not in excuses):
            return
        to = norm.act.roles[1].who if forbids else norm.owed_to
        for whom in to.codes if isinstance(to, Fixed) else [self.one(to, match) if isinstance(to, Slot) else "ALL"]:
            row = (clause.id, norm.act.kind if forbids else norm.duty, bearer, whom)
            verdict = "permitted" if norm.modal == "may" else "owed"
            for deed in self.acts_of(norm.act, match._replace(introduced=match.introduced | {bearer})) if forbids else ():
                then, other = deed.acts[norm.act.slot].date, deed.roles[norm.act.roles[1].slot]  # before it is bound
                bound = self.in_force(clause, then) and self.party(bearer, then) and not self.suspended(then, bearer, other)
                verdict = "breached" if bound and all(self.line(clause, line, deed) for line in excuses) else verdict
            against = {self.one(norm.against, match)} if not forbids and norm.against else set()
            toward = [x for x in self.members if x != bearer] if whom == "ALL" and norm.modal != "may" else [whom]
            left = (x for x in toward if not self.suspended(match.day, bearer, x) and (x == whom or self.party(x, match.day)))
            if bearer not in {whom, *against} and any(True for _ in left):
                self.against[row] |= against
                yield row, verdict

    def riders(self, clause: m.Clause, bearer: str, match: Match) -> Iterator[m.Rider]:
        for rider in (each for each in self.treaty.riders if each.clause == clause.id):
            mine = not rider.bearers or any(self.fits(who, bearer, match, match.day) for who in rider.bearers)
            mine = mine and (rider.form != "claimed" or self.true("reading", rider.id))
            yield from (rider,) if mine and self.within(rider.spell, match.day, rider.id) else ()

    def displaced(self, clause: m.Clause, row: Row) -> bool:
        """Whether the bearer has a duty by a clause that goes first, and the two pull apart."""
        riders = self.riders(clause, row[2], Match({"bearer": row[2]}, {}, frozenset(), self.day))
        said = *clause.subject_to, *self.treaty.subject_to, *(ref for each in riders for one in each.changes for ref in one.refs)
        named = [(ref.clauses, other) for ref, other in product(said, self.treaty.clauses) if ref.treaty == self.treaty.id]
        before = [other for ids, other in named if other.id != clause.id and (not ids or other.id in ids)]
        return any(first[2] == row[2] and self.apart(row, first) for other in before for first in self.due(other))

    def apart(self, row: Row, first: Row) -> bool:
        """Whether two are one duty toward the same state, or exclude each other as to the states that they concern."""
        one, two = (set(self.words.duties[x].above) if x in self.words.duties else {x} for x in (row[1], first[1]))
        meet = all(not self.against[x] or y[3] in {"ALL", x[3], *self.against[x]} for x, y in ((row, first), (first, row)))
        return (row[3] == first[3] or "ALL" in (row[3], first[3])) if one & two else meet and bars(self.words, row[1], first[1])
