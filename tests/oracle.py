"""The independent oracle (semantics, section 9): it shares nothing with the evaluator but the bound treaty and the event.

It reads a clause in each world, every valuation of the facts asked for, in two-valued logic; a verdict is what the worlds of every
account and reading say.  Not said here: groups, votes, areas, measures, targets, judgements, other treaties, disputed membership,
suspension since some day of a month, `presume: none`, relations on another day.
"""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import product
from typing import Any

from tests import days
from treatylang.events.situation import Act, Claimed, Situation
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
    for part in c.every_part(line.condition):
        who = [getattr(getattr(part, name, None), "slot", None) for name in ("who", "first", "second")]
        if slots & {getattr(part, "act", None), *who} or (line.form == "unless" and isinstance(part, c.Happens)):
            return True
    return False


class Case:
    """One treaty, one situation, one day; and the world that is looked into."""

    def __init__(self, treaty: m.Treaty, situation: Situation, day: str) -> None:
        self.treaty, self.situation, self.day, self.words = treaty, situation, day, treaty.vocabulary
        self.acts, self.hidden = {a.id: a for a in situation.acts if a.date <= day}, {a.id for a in situation.acts if a.date > day}
        self.deeds = [(act, None, who) for act in self.acts.values() for who in product(act.by or (None,), act.second or (None,))]
        self.decisions = [each for each in situation.decisions if each.date <= day]
        self.members = {one.state: [each.spell for each in treaty.members if each.state == one.state] for one in treaty.members}
        self.within = partial(days.within, self.true)
        self.off, self.presumed = situation.not_presumed or frozenset(), cache(self.presumed)  # `off`: what is not presumed
        self.written: dict[Atom, object] = dict(self.read())
        self.accounts = list(dict.fromkeys(who for atom in self.written for who in self.says(atom))) or [None]
        facts = [(fact.name, fact.implies, fact.excludes) for fact in self.words.facts.values() if fact.type == "truth"]
        self.links = [(one, True, x, so) for one, *says in facts for so, xs in zip((True, False), says, strict=True) for x in xs]
        self.links += [(other, not so, one, False) for one, _, other, so in self.links]  # and the other way round
        ways = days.ways(treaty, situation, day, 2 * MOST)  # in which open days may lie, each a case of its own
        self.dated = {at: Case(treaty, told, day) for at, told in ways.items()} or {(): self}

    def read(self) -> Iterator[tuple[Atom, object]]:
        destructive = {act.id: {"destructive": True} if act.facts.get("killed", 0) > 0 else {} for act in self.acts.values()}
        of_acts = {act.id: {"happened": act.happened, **destructive[act.id], **act.facts} for act in self.acts.values()}
        for who, told in (*of_acts.items(), *self.situation.party_facts.items()):
            yield from (((name, (who,)), value) for name, value in told.items())
        yield from (((name, ()), value) for name, value in self.situation.facts.items())
        yield from ((self.pair(fact.name, fact.first, fact.second), fact.value) for fact in self.situation.relations)
        yield from (((each.decision or "", (each.body,)), None) for each in self.decisions if each.outcome == "unknown")

    def pair(self, name: str, *of: str) -> Atom:
        return name, tuple(sorted(of)) if self.words.relations[name].symmetric else of

    def says(self, atom: Atom) -> dict[object, bool]:
        """What each account says of a fact that is claimed: a claimant, or one value that nobody named claims."""
        claim = self.written.get(atom)
        return {one: bool(so) for so, who in claim.values for one in who or ((atom, so),)} if isinstance(claim, Claimed) else {}

    def settled(self, atom: Atom) -> bool | None:
        """What holds in every world: what is written, and where nothing is, what follows or is presumed."""
        value = self.written[atom] if atom in self.written else self.presumed(*atom)
        return value if isinstance(value, bool) else None

    def presumed(self, word: str, of: tuple[str, ...]) -> bool | None:
        act, kinds, facts = self.acts.get(of[0]) if of else None, self.words.kinds, self.words.facts
        value = getattr(facts.get(word) or self.words.relations.get(word) or self.words.decisions.get(word), "presumed", None)
        if any(each.happened is True and (word, of) in self.brings(each) for each in self.acts.values()):
            return True
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
        if any(self.true("happened", blow) for blow in self.answered(word, of)):
            return False
        value = self.settled((word, of)) if None not in of else None
        if value is None and (word, of) not in self.world:
            raise Open((word, of)) if None not in of else Beyond
        return self.world[word, of] if value is None else value

    def grow(self, clause: m.Clause, world: dict[Atom, bool]) -> list[tuple[dict[Atom, bool], dict[Row, str], Any]]:
        """The rows of a clause by what it asks for, one fact after the other."""
        self.world, self.deemed, self.against = world, list[Any](), defaultdict(frozenset)
        try:
            self.deemed = list(self.counts())
            return [(world, self.owed(clause), self.against)]
        except Open as more:
            if 1 << len(world) > MOST:
                raise Beyond from None
            return [leaf for so in (False, True) for leaf in self.grow(clause, {**world, more.args[0]: so})]

    def answer(self, clause: m.Clause) -> Iterator[tuple[Row, Answer]]:
        leaves = {at: case.grow(clause, {}) for at, case in self.dated.items()}
        asked = {atom for each in leaves.values() for world, _, _ in each for atom in world}
        asked |= {(one, of) for word, of in asked for one, _, name, _ in self.links if name == word and self.says((one, of))}
        if 1 << len(asked) > MOST or len(leaves) << len(asked) > 10 * MOST:
            raise Beyond
        facts, worlds, found = sorted(asked), dict[tuple[int, ...], dict[Atom, bool]](), dict[tuple[int, ...], Any]()
        for at, so in product(leaves, product((False, True), repeat=len(facts))):
            world = dict(zip(facts, so, strict=True))
            if self.dated[at].obeys(world):
                worlds[*at, *so] = world
                found[*at, *so] = next((rows, by) for some, rows, by in leaves[at] if some.items() <= world.items())
        readings, views = [None, *(atom for atom in asked if atom[0] == "reading")], []
        for reading, account in product(readings, self.accounts):
            fixed = {atom: atom == reading for atom in readings if atom}
            fixed |= {atom: said[account] for atom in asked if account in (said := self.says(atom))}
            views.append({one for one, world in worlds.items() if fixed.items() <= world.items()})
        near = list(days.steps(worlds, days.questions(self.treaty, self.situation, self.day), facts))
        for row in {row for rows, _ in found.values() for row in rows}:
            says = {one: rows.get(row, "not_owed") for one, (rows, _) in found.items()}
            each = [{says[one] for one in mine} for mine in views]
            flips = (({one, other}, asks) for one, other, asks in near if says[one] != says[other])
            hangs = frozenset(asks for pair, asks in flips if any(pair & mine for mine in views))
            verdicts = set[str]().union(*each)
            verdict = min(verdicts) if len(verdicts) == 1 else "disputed" if all(len(one) < 2 for one in each) else "depends"
            against = frozenset(code for mine in views for one in mine if row in found[one][0] for code in found[one][1][row])
            yield row, Answer(verdict, hangs if len(verdicts) > 1 else frozenset(), against, "permitted" not in says.values())

    def obeys(self, world: dict[Atom, bool]) -> bool:
        """Whether a valuation obeys the constraints: of facts with each other, of days in their order; one reading at a time."""
        for (word, of), value in world.items():
            for other, when, name, result in self.links if self.hidden.isdisjoint(of) else ():
                so = world[other, of] if (other, of) in world else self.settled((other, of)) if name == word else None
                blows = [("happened", (blow,)) for blow in self.answered(other, of)] if so and name == word else []
                so = so and not any(self.settled(blow) or world.get(blow) for blow in blows)
                if name == word and result is not value and so is when:
                    return False
            for (bound, its), so in world.items() if word in ("since", "until") and value else ():
                same = its[:-1] == of[:-1] if bound == word else (word, bound) == ("until", "since") and its[:-2] == of[:-2]
                if same and its[-1] >= of[-1] and not so:  # what has come has come on every later day; what has ended had begun
                    return False
            seen = self.acts.get(of[0]) if word == "happened" and value else None
            if seen and any(world.get(war) is False for war in self.brings(seen)):
                return False
        return sum(value for atom, value in world.items() if atom[0] == "reading") < 2

    def party(self, code: str, day: str) -> bool:
        spells, since = self.members.get(code, ()), replace(self.treaty.spell, until=None)  # on that day and on the one asked about
        bound = all(any(self.within(each, one, code, self.treaty.id) for each in spells) for one in (day, self.day))
        return bound and all(self.within(since, one, self.treaty.id) for one in (day, self.day))

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
        return meant and (who.quantifier != "another" or code not in match.introduced) and self.of_sort(code, who.sort, day)

    def one(self, who: Who | None, match: Match) -> str | None:
        """The one whom a reference means, if it is one, and known."""
        code = who.codes[0] if isinstance(who, Fixed) and len(who.codes) == 1 else None
        return match.roles.get(who.slot) if isinstance(who, Slot) else code

    def acts_of(self, pattern: c.Pattern, match: Match) -> Iterator[Match]:
        listed = False
        for part in (part for part in pattern.roles if isinstance(part.who, Choice) and "every" in part.who.quantifier):
            named = [each.who.codes[0] for each in pattern.roles if isinstance(each.who, Fixed) and not each.who.words]  # made here
            but = named or [match.roles["bearer"]] * (part.who.quantifier == "every other")  # in a condition: all but the bearer
            codes = [Fixed("", (code,)) for code in self.members if code not in but and self.party(code, self.day)]
            forms = (tuple(replace(each, who=who) if each is part else each for each in pattern.roles) for who in codes)
            yield from [match] * all(any(True for _ in self.acts_of(replace(pattern, roles=roles), match)) for roles in forms)
            return
        for act, name, who in (*self.deeds, *self.deemed):
            of_kind = self.is_kind(act, pattern.kind) if name is None else pattern.kind in self.words.kinds[name].above
            if of_kind and (filled := self.fill(pattern, act, who, match)):
                listed = True
                yield from (filled,) if name or self.true("happened", act.id) else ()
        if self.words.kinds[pattern.kind].unlisted and not listed:  # silence shows nothing
            known = {part.slot: self.one(part.who, match) for part in pattern.roles}
            named = [code for code in known.values() if code is not None]
            new = match._replace(roles={**match.roles, **known}, introduced=match.introduced | set(named))
            yield from [new] * self.true(pattern.kind, *named)

    def fill(self, pattern: c.Pattern, act: Act, who: Iterable[str | None], match: Match) -> Match | None:
        for part, code in zip(pattern.roles, who, strict=False):
            if not self.fits(part.who, code, match, act.date):
                return None
            new = {code} if code and (part.who or not self.words.kinds[pattern.kind].unlisted) else set()
            match = match._replace(roles={**match.roles, part.slot: code}, introduced=match.introduced | new)
        for where in pattern.where:  # by name only: the region that the event writes, or one in which it lies
            region = act.place.region if act.place else None
            if not (where.names[0] in self.words.regions[region].above if region else self.true("place", act.id, where.names[0])):
                return None
        return Match(match.roles, {**match.acts, pattern.slot: act}, match.introduced | set(act.by), max(match.day, act.date))

    def is_kind(self, act: Act, kind: str) -> bool:
        """Whether an act is one of a kind: by what is written, by its own kind, or by what that amounts to."""
        kinds, own = self.words.kinds, self.words.kinds[act.kind].above
        if (kind, (act.id,)) in self.written:
            return self.true(kind, act.id)
        if any(name in kinds and kind in kinds[name].above and self.true(name, act.id) for name in act.facts if kind not in own):
            return True
        may = [x for y in own for x in kinds[y].amounts_to.items() if kind in kinds[x[0]].above and x[0] not in act.facts]
        ways = [(kind, ())] if kind in own else may
        needs = [{**dict.fromkeys(facts, True), **kinds[other].needs, **kinds[kind].needs} for other, facts in ways]
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
            case c.ActKind(act=act, kind=kind):
                counted = any(each is match.acts[act] and kind in self.words.kinds[name].above for each, name, _ in self.deemed)
                so = counted or self.is_kind(match.acts[act], kind)
            case c.PartyFact(who=who, fact=fact):
                so = self.true(fact, self.one(who, match))
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
        if so:
            yield match

    def holds(self, condition: c.Condition, match: Match, ending: str = "") -> bool:
        return any(True for _ in self.ways(condition, match, ending))

    def decided(self, body: str, decision: str, ending: str, match: Match) -> list[str]:
        """The days on which a body decided so; one that would end a duty is presumed not taken, one that it waits for is open."""
        acts = match.acts.values() if ending == "lapses" else ()  # a decision older than these ends nothing
        mine = [x for x in self.decisions if (x.body, x.decision) == (body, decision) and not days.older(x.date, acts, self.true)]
        then = [one.date for one in mine if one.outcome == "adopted" or (one.outcome == "unknown" and self.true(decision, body))]
        silent = not mine and not (ending and decision not in self.off)
        return ["0001-01-01"] if silent and self.true(decision, body) else then

    def line(self, clause: m.Clause, line: m.Line, match: Match) -> bool:
        kept = line.form == "continues" or (line.form == "lapses" and self.kept(clause))
        if kept or not line.amount:
            return kept or self.holds(line.condition, match, line.form.replace("only_if", "")) is (line.form == "only_if")
        since = self.decided(line.condition.body, line.condition.decision, "lapses after", match)
        return not any(days.later(day[:10], line.amount, line.unit) <= self.day for day in since)

    def owed(self, clause: m.Clause) -> dict[Row, str]:
        """The rows of a clause in this world: owed, permitted, or breached."""
        found: dict[Row, str] = {}
        norms = [norm for norm in clause.norms if not isinstance(norm, m.Deems)]
        for bearer in self.members if norms else ():
            me = Match({"bearer": bearer}, {}, frozenset(), "")
            for match in [me] if clause.when is None else self.ways(clause.when, me):
                day = match.day or self.day
                for norm in (norm for norm in norms if any(self.named(who, bearer, match) for who in norm.bearers)):
                    if self.in_force(clause, day) and self.party(bearer, day) and not self.suspended(day, bearer):
                        for row, verdict in self.rows(clause, norm, bearer, match._replace(day=day)):
                            found[row] = "breached" if found.get(row) == "breached" else verdict
        return {row: verdict for row, verdict in found.items() if not self.displaced(clause, row)}

    def in_force(self, clause: m.Clause, day: str) -> bool:
        spells = (self.treaty.spell, day), (self.treaty.spell, self.day), (clause.spell, day, clause.id)
        return all(self.lasts(clause, spell, on, self.treaty.id, *whose) for spell, on, *whose in spells)

    def lasts(self, clause: m.Clause, spell: Any, day: str, *whose: str) -> bool:
        past = (spell.until or "9") <= day and self.within(replace(spell, until=None), day, *whose)
        return self.within(spell, day, *whose) or (past and self.kept(clause))

    def kept(self, clause: m.Clause) -> bool:
        return any(self.holds(x.condition, NOBODY) for x in (*self.treaty.lines, *clause.lines) if x.form == "continues")

    def named(self, who: Who, bearer: str, match: Match) -> bool:
        if isinstance(who, Choice):  # a proviso for a class; a bearer
            new = bearer not in match.introduced or who.quantifier == "every"
            return self.of_sort(bearer, who.sort, match.day) if who.sort != "party" else new
        return bearer in who.codes if isinstance(who, Fixed) else self.one(who, match) == bearer

    def rows(self, clause: m.Clause, norm: Any, bearer: str, match: Match) -> Iterator[tuple[Row, str]]:
        forbids, day, lines = isinstance(norm, m.Prohibition), match.day, [*self.treaty.lines, *clause.lines]
        lines += [line for rider in self.riders(clause, bearer, match) for line in rider.lines]
        excuses = [line for line in lines if forbids and about(line, norm.act)]
        if not all(self.line(clause, line, match) for line in lines if line not in excuses):
            return
        to = norm.act.roles[1].who if forbids else norm.owed_to
        for whom in to.codes if isinstance(to, Fixed) else [self.one(to, match) if isinstance(to, Slot) else "ALL"]:
            row = (clause.id, norm.act.kind if forbids else norm.duty, bearer, whom)
            verdict = "permitted" if norm.modal == "may" else "owed"
            for deed in self.acts_of(norm.act, match._replace(introduced=match.introduced | {bearer})) if forbids else ():
                then, other = deed.acts[norm.act.slot].date, deed.roles[norm.act.roles[1].slot]  # before it is bound
                if self.in_force(clause, then) and self.party(bearer, then) and not self.suspended(then, bearer, other):
                    verdict = "breached" if all(self.line(clause, line, deed) for line in excuses) else verdict
            against = {self.one(norm.against, match)} if not forbids and norm.against else set()
            if bearer not in {whom, *against} and not self.suspended(day, bearer, whom):
                self.against[row] |= against
                yield row, verdict

    def riders(self, clause: m.Clause, bearer: str, match: Match) -> Iterator[m.Rider]:
        for rider in (each for each in self.treaty.riders if each.clause == clause.id):
            mine = not rider.bearers or any(self.named(who, bearer, match) for who in rider.bearers)
            mine = mine and (rider.form != "claimed" or self.true("reading", rider.id))
            yield from (rider,) if mine and self.within(rider.spell, match.day, rider.id) else ()

    def displaced(self, clause: m.Clause, row: Row) -> bool:
        """Whether the bearer has a duty by a clause that goes first, and the two pull apart."""
        riders = self.riders(clause, row[2], Match({"bearer": row[2]}, {}, frozenset(), self.day))
        said = *clause.subject_to, *self.treaty.subject_to, *(ref for each in riders for one in each.changes for ref in one.refs)
        named = [(ref.clauses, other) for ref, other in product(said, self.treaty.clauses) if ref.treaty == self.treaty.id]
        before = [other for ids, other in named if other.id != clause.id and (not ids or other.id in ids)]
        return any(first[2] == row[2] and self.apart(row, first) for other in before for first in self.owed(other))

    def apart(self, row: Row, first: Row) -> bool:
        """Whether two are one duty toward the same state, or exclude each other as to the states that they concern."""
        one, two = (set(self.words.duties[x].above) if x in self.words.duties else {x} for x in (row[1], first[1]))
        meet = all(not self.against[x] or y[3] in {"ALL", x[3], *self.against[x]} for x, y in ((row, first), (first, row)))
        return (row[3] == first[3] or "ALL" in (row[3], first[3])) if one & two else meet and bars(self.words, row[1], first[1])
