"""Bodies as they sat for a decision: by which rule, who were its members on the day, who stood aside, how the votes add up."""

from __future__ import annotations

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.formula import FALSE, TRUE, Formula, Leaf, both, leaves, value
from treatylang.decision.members import Members
from treatylang.decision.open_votes import LAWFUL, MEMBER, VETO, Count, Question, hanging
from treatylang.decision.votes import CAST, OPEN, Roll, Rule, carried, is_named, votes_needed
from treatylang.events.situation import Act, DecisionFact
from treatylang.model.time import ALWAYS, month_length
from treatylang.model.treaty import Organ
from treatylang.model.votes import Vote, line_for
from treatylang.model.who import Choice, Fixed, Who
from treatylang.plan.plan import Plan, TreatyPlan, party_list
from treatylang.record import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True)
class Sitting:
    """A body that votes on a matter: `line` its rule (None: the library has none), `roll` the members that count with their votes.

    aside: those who do not vote, each with why; doubts: those who may not count, each with why; strangers: those who are said to have
    voted and are no members; vetoed: by whose no alone it failed; `why` is the count in words; questions: what is open about those
    who vote, and unsure: who may not count for a reason of which no question is put.
    """

    treaty: str | None
    body: str
    title: str
    line: Vote | None
    rule: Rule | None
    roll: Roll
    aside: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    carried: bool | None = None
    vetoed: tuple[str, ...] = ()
    why: str = ""
    questions: tuple[Question, ...] = ()
    unsure: frozenset[str] = frozenset()


class Bodies:
    """The bodies of a plan, as they sit in one case."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.plan = plan
        self._days: dict[str, tuple[Case, Members]] = {}
        self._counted: dict[int, tuple[bool | None, str]] = {}
        self._sat: dict[int, tuple[Sitting, ...]] = {}
        self.no_treaty = TreatyPlan(
            id="", title="", form="treaty", spell=ALWAYS, signed=None, source=None, secret=None, members=(), members_of=None,
            suspensions=(), organs={}, areas={}, clauses=(), articles=(), subject_to=(), overrides=(), vocabulary=plan.vocabulary,
        )  # fmt: skip

    def outcome(self, fact: DecisionFact) -> tuple[bool | None, str]:
        """Whether the votes of a decision carry it, and how they were counted.  Where several treaties have the body, each by its own
        rule, they must agree."""
        if id(fact) not in self._counted:
            self._sat[id(fact)] = self.sittings(fact)
            self._counted[id(fact)] = self._outcome(self._sat[id(fact)])
        return self._counted[id(fact)]

    def decided(self, fact: DecisionFact, still: Leaf) -> Formula:
        """That a decision of which the votes leave it open is taken: `still`, and what is open about those who vote, where it matters."""
        self.outcome(fact)
        sittings = self._sat[id(fact)]
        if not any(each.questions for each in sittings):
            return still
        counts = [Count(each.rule, each.roll, each.questions, each.unsure) for each in sittings if each.rule is not None]
        return hanging(counts, still) if len(counts) == len(sittings) else still

    def _outcome(self, sittings: tuple[Sitting, ...]) -> tuple[bool | None, str]:
        if len({each.carried for each in sittings}) == 1:
            return sittings[0].carried, sittings[0].why
        return None, "; ".join(f"by {each.treaty}: {each.why}" for each in sittings)

    def sittings(self, fact: DecisionFact, treaties: tuple[str, ...] | None = None) -> tuple[Sitting, ...]:
        """The body as each treaty has it that sets it up and is in force on the day; of a body of none, a sitting without a rule."""
        days = self._days_of(fact.date)
        found = []
        for name, organ in self.organs(fact.body, treaties):
            if self.plan.spells[name].contains(days[-1]) is not False:
                found.append(self._sitting(self.plan.treaties[name], organ, fact, days))
        return tuple(found) or (self._of_the_vocabulary(fact, days),)

    def organs(self, body: str, treaties: tuple[str, ...] | None = None) -> Iterator[tuple[str, Organ]]:
        """The treaties that set up a body, and how."""
        for name in sorted(self.plan.treaties if treaties is None else treaties):
            organ = self.plan.treaties[name].organs.get(body)
            if organ is not None:
                yield name, organ

    def _of_the_vocabulary(self, fact: DecisionFact, days: tuple[str, ...]) -> Sitting:
        """The body as the vocabulary has it: by its rule, if it has one."""
        organ = self.of_the_vocabulary(fact.body)
        if organ.votes:
            return self._sitting(self.no_treaty, organ, fact, days)
        votes = {code: vote for vote, codes in (fact.votes or {}).items() for code in codes if vote not in ("recused", "veto")}
        vetoed = (fact.votes or {}).get("veto", ())
        said = f"vetoed by {', '.join(vetoed)}" if vetoed else "nothing in the library says how it votes: write the `outcome`"
        roll = Roll({**votes, **dict.fromkeys(vetoed, "no")}, complete=False)
        return Sitting(None, organ.name, organ.title, None, None, roll, carried=False if vetoed else None, vetoed=vetoed, why=said)

    def of_the_vocabulary(self, body: str) -> Organ:
        """A body as the vocabulary has it, or one of the event's own, of which nothing is known."""
        known = self.case.words.bodies.get(body)
        return Organ(body, known.meaning, known.of, known.votes) if known is not None else Organ(body, "", None, ())

    # ------------------------------------------------------------------------------------------------ one sitting
    def _sitting(self, treaty: TreatyPlan, organ: Organ, fact: DecisionFact, days: tuple[str, ...]) -> Sitting:
        day = days[-1]
        line = line_for(organ.votes, self.case.seen_by(treaty).word(fact.decision or "") or None, day)
        listed, doubts, complete = self.members(treaty, organ, days)
        written = fact.votes or {}
        cast, spoken, strangers = self._votes(written, [*listed, *doubts], day, complete)
        votes = {code: {"veto": "no", "recused": OPEN}.get(vote, vote) for code, vote in cast.items()}
        memberships = self._memberships(treaty, organ, days, tuple(doubts))
        unsure = {code for code in doubts if code not in {each.code for each in memberships}}
        one_aside = False
        aside = dict.fromkeys((code for code, vote in cast.items() if vote == "recused"), "recused")
        doubts |= {
            each.code: f"open whether {each.by}, which is recused, speaks for it" for each in spoken if each.vote == "recused"
        }
        if line is not None and line.without is not None:
            left_out, perhaps, one_aside = self._left_out(treaty, line.without, fact, day, tuple(votes))
            aside |= dict.fromkeys((code for code in left_out if code in votes), f"without {line.without}")
            if "recused" not in written:
                doubts |= {code: f"open whether it votes: without {line.without}" for code in perhaps if code in votes}
                unsure |= {code for code in perhaps if code in votes}
        one_aside = one_aside and "recused" not in written
        seats = line.seats if line is not None and not complete else None
        whole = Roll(votes, frozenset(code for code in doubts if code in votes), complete, one_aside)
        roll = self._seated(whole, seats).without(aside)
        doubts = {code: why for code, why in doubts.items() if code in roll.votes}
        aside = {code: why for code, why in aside.items() if code in votes}
        said = frozenset(code for code, vote in cast.items() if vote == "veto")
        rule, about_vetoes = self._rule(treaty, line, day, said, roll) if line is not None else (None, ())
        vetoed = tuple(
            sorted(code for code in roll.votes if code in said or (rule and code in rule.vetoes and roll.votes[code] == "no"))
        )
        if rule is not None and carried(replace(rule, vetoes=frozenset(), may_veto=frozenset()), roll) is False:
            vetoed = ()  # it had too few votes without that
        over = seats is not None and len(votes) > seats
        so = None if over else carried(rule, roll) if rule is not None else False if vetoed else None
        why = f"{len(votes)} are named, and it has {seats} members" if over else in_words(line, roll, vetoed)
        questions = () if over else tuple(each for each in (*memberships, *spoken, *about_vetoes) if each.code in roll.votes)
        return Sitting(
            treaty.id or None, organ.name, organ.title, line, rule, roll, aside, doubts, strangers, so, () if over else vetoed, why,
            questions, frozenset(unsure),
        )  # fmt: skip

    def _seated(self, roll: Roll, seats: int | None) -> Roll:
        """Where it is known how many seats there are, those whom nobody names; not while it is open who sits on them."""
        return roll.seated(seats) if seats is not None and not roll.doubtful else roll

    def _rule(
        self, treaty: TreatyPlan, line: Vote, day: str, said: frozenset[str], roll: Roll
    ) -> tuple[Rule, tuple[Question, ...]]:
        """The rule of a line, with those whose no stops the matter, as the line says or the event (`said`); and of whom that is a
        question of who they are on the day."""
        vetoes, may = self.objecting(treaty, line, day, tuple(roll.votes))
        asked = []
        if line.objecting is not None and may:
            case, sort = self._on(day)[0], self._who_objects(line.objecting, day)[1]
            so = {code: case.seen_by(treaty).in_class(code, sort, day) for code in sorted(may - said)}
            asked = [Question(VETO, code, treaty.id, each) for code, each in so.items() if value(each) is None]
        return Rule(line.rule, line.base, line.quorum, vetoes | said, may - said), tuple(asked)

    def objecting(self, treaty: TreatyPlan, line: Vote, day: str, codes: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Of these, whose no stops a matter by a line, and of whom that is open."""
        if line.objecting is None:
            return frozenset(), frozenset()
        named, sort = self._who_objects(line.objecting, day)
        if named:
            return named & frozenset(codes), frozenset()
        case, _ = self._on(day)
        so = {code: value(case.seen_by(treaty).in_class(code, sort, day)) for code in codes if is_named(code)}
        known = treaty.vocabulary.classes[sort]
        listed = known.members or known.regions  # else the situation says who is one
        return frozenset(code for code in so if so[code]), frozenset(
            code for code in so if so[code] is None or not (listed or so[code])
        )

    def _who_objects(self, objecting: str, day: str) -> tuple[frozenset[str], str]:
        """The states that a line names, or the class."""
        words = objecting.replace(",", "").split()
        return frozenset(self.case.today(word, day) for word in words if word.isupper()), words[-1]

    def _votes(
        self, written: Mapping[str, tuple[str, ...]], members: list[str], day: str, complete: bool
    ) -> tuple[dict[str, str], tuple[Question, ...], tuple[str, ...]]:
        """The vote of each member, open where nothing is said of it, or only by those who may not speak for it; the questions whether
        they do; and who is no member."""
        votes = dict.fromkeys(members, OPEN)
        spoken: dict[str, list[Question]] = {}
        direct: dict[str, str] = {}
        strangers = []
        for vote, codes in written.items():
            for code in codes:
                of = self._stands_for(code, day)
                if of not in votes and complete:
                    strangers.append(code)
                elif of == code or code not in self.case.situation.actors:
                    direct[of] = vote
                else:
                    so = self.case.party_fact(code, "lawful")
                    spoken.setdefault(of, []).append(Question(LAWFUL, of, None, so, code, vote))
        asked: list[Question] = []
        for of, theirs in spoken.items():
            lawful = {each.vote for each in theirs if value(each.formula) is True}
            votes[of] = lawful.pop() if len(lawful) == 1 else OPEN  # of two that are, nobody knows who speaks
            asked += [each for each in theirs if value(each.formula) is None and not (of in direct or votes[of] != OPEN or lawful)]
        return {**votes, **direct}, tuple(asked), tuple(strangers)

    def _stands_for(self, code: str, day: str) -> str:
        """The member for whom a code votes: a government's state, what continues a state."""
        actor = self.case.situation.actors.get(code)
        return self.case.today(actor.speaks_for if actor is not None and actor.speaks_for else code, day)

    # ------------------------------------------------------------------------------------------------ members
    def _days_of(self, date: str) -> tuple[str, ...]:
        """The day of a decision; of one known only by its month or year, the event's day where it lies in it, else the first and last."""
        day = date or self.case.situation.date
        if len(day) == 10:
            return (day,)
        if self.case.situation.date.startswith(day):
            return (self.case.situation.date,)
        year, _, month = day.partition("-")
        last = month or "12"
        return f"{year}-{month or '01'}-01", f"{year}-{last}-{month_length(int(year), int(last)):02d}"

    def _on(self, day: str) -> tuple[Case, Members]:
        """The case as it stood on a day; no votes are counted in it, so that no count waits for another."""
        if day not in self._days:
            case = Case(self.case.situation, self.plan.vocabulary, day, {}, self.plan.successions, dictionary=self.plan.dictionary)
            self._days[day] = (case, Members(case, self.plan))
        return self._days[day]

    def members(self, treaty: TreatyPlan, organ: Organ, days: tuple[str, ...]) -> tuple[list[str], dict[str, str], bool]:
        """The members on the day, those of whom it is open, each with why, and whether these are all."""
        days = tuple(sorted({*days, *_changes(self._listing(treaty, organ.of), days)}))
        standing: dict[str, list[bool | None]] = {}
        why: dict[str, str] = {}
        for number, day in enumerate(days):
            for code, so, reason in self._of_day(treaty, organ, day):
                standing.setdefault(code, [False] * len(days))[number] = so
                why[code] = why.get(code) or reason
        listed = [code for code, found in standing.items() if all(found)]
        part = f"a member on some days only between {days[0]} and {days[-1]}"
        doubts = {
            code: why[code] or part
            for code, found in standing.items()
            if code not in listed and any(each is not False for each in found)
        }
        complete = (
            bool(standing)
            and isinstance(organ.of, Choice | Fixed)
            and (not isinstance(organ.of, Choice) or self._is_listed(treaty, organ.of.sort))
        )
        if not complete:  # whoever can stop its decisions sits in it
            sure, may = self._objectors(treaty, organ, days[-1])
            listed += [code for code in sure if code not in listed]
            doubts |= {code: "open whether its no stops a decision" for code in may if code not in listed}
        return listed, doubts, complete

    def _objectors(self, treaty: TreatyPlan, organ: Organ, day: str) -> tuple[list[str], list[str]]:
        """Who can stop decisions on a day, by any of the lines, and of whom that is open."""
        case, members = self._on(day)
        sure: dict[str, None] = {}
        may: dict[str, None] = {}
        for line in organ.votes:
            if line.objecting is None or line.spell.contains(day) is False:
                continue
            named, sort = self._who_objects(line.objecting, day)
            known = treaty.vocabulary.classes.get(sort)
            codes = tuple(sorted(named)) or (Actors(case, treaty, members).of_sort(sort, day) if known and known.members else ())
            stops, open_ = self.objecting(treaty, line, day, codes)
            sure |= dict.fromkeys(code for code in codes if code in stops)
            may |= dict.fromkeys(code for code in codes if code in open_)
        return list(sure), list(may)

    def _listing(self, treaty: TreatyPlan, of: Who | None) -> TreatyPlan:
        """The treaty whose parties are the members."""
        named = of.of if isinstance(of, Choice) else None
        found = self.plan.treaties.get(named) if named else treaty
        if found is None:
            return self.no_treaty  # a body of the vocabulary may name one that the library has not
        return party_list(self.plan.treaties, found)

    def _is_listed(self, treaty: TreatyPlan, sort: str) -> bool:
        """Whether the library names all of a sort."""
        known = treaty.vocabulary.classes.get(sort)
        return sort in ("party", "member") or (known is not None and bool(known.members) and not known.regions)

    def _of_day(self, treaty: TreatyPlan, organ: Organ, day: str) -> Iterator[tuple[str, bool | None, str]]:
        for code, so, why in self._formulas(treaty, organ, day):
            yield code, value(so), why

    def _formulas(self, treaty: TreatyPlan, organ: Organ, day: str) -> Iterator[tuple[str, Formula, str]]:
        """Who may be a member on a day, and why that is open."""
        case, members = self._on(day)
        who = organ.of
        actors = Actors(case, treaty, members)
        if isinstance(who, Fixed):
            codes: tuple[str, ...] = tuple(case.today(code, day) for code in who.codes)
        elif isinstance(who, Choice):
            of = (self.plan.treaties.get(who.of) or self.no_treaty) if who.of else treaty
            codes = members.parties(of, day) if who.sort in ("party", "member") else actors.of_sort(who.sort, day)
        else:
            codes = ()
        for code in codes:
            if isinstance(who, Choice):
                so = actors.is_who(who, code, {}, day)
            else:
                so = members.is_party(treaty, code, day) if treaty is not self.no_treaty else TRUE
            if so is not FALSE:
                opened = next((leaf for leaf in leaves(so) if leaf.value is None), None)
                yield code, so, f"{opened.words}: {opened.why or 'not known'}" if opened is not None else ""

    def _memberships(self, treaty: TreatyPlan, organ: Organ, days: tuple[str, ...], codes: tuple[str, ...]) -> tuple[Question, ...]:
        """Whether these are members, where that is one question on all the days on which the body may have met."""
        asked: dict[str, list[Formula]] = {}
        for day in days if codes else ():
            for code, so, _ in self._formulas(treaty, organ, day):
                if code in codes:
                    asked.setdefault(code, []).append(so)
        return tuple(
            Question(MEMBER, code, treaty.id, found[0])
            for code, found in asked.items()
            if len(found) == len(days) and value(found[0]) is None and len({tuple(leaves(each)) for each in found}) == 1
        )

    # ------------------------------------------------------------------------------------------------ without
    def _left_out(
        self, treaty: TreatyPlan, without: str, fact: DecisionFact, day: str, members: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """Whom `without` leaves out for sure, who else may be left out, and whether one may be of whom nothing is known.

        A role word (`the violator`) is whom the decision concerns, or who has that role in its acts; where there is none, it may be any one
        of the members.  A class is its members; of one that the library leaves to the situation (`an interested_state`), those between
        whom the act is that the decision is about, or else perhaps anyone whom the event names.
        """
        words = without.replace(",", "").split()
        codes = tuple(self.case.today(word, day) for word in words if word.isupper())
        if codes:
            return codes, (), False
        word = words[-1]
        case, members_then = self._on(day)
        on = tuple(self.case.today(code, day) for code in fact.on)
        acts = [act for act in case.acts if fact.about in (None, act.id)]
        known = treaty.vocabulary.classes.get(word)
        if known is None:
            found = [] if on else [each for act in acts for each in _fillers(case, treaty, act, word)]
            sure = on or tuple(code for code, so in found if so)
            return sure, tuple(code for code, so in found if not so), not (on or found)
        sure = tuple(code for code in members if value(case.seen_by(treaty).in_class(code, word, day)) is True)
        if sure or known.members or known.regions:
            return sure, (), False
        if fact.about is not None and acts:
            return tuple(code for act in acts for code in (*case.doers(act), *case.second(act))), (), False
        return (), (*Actors(case, treaty, members_then).named(), *on) or members, False


def _fillers(case: Case, treaty: TreatyPlan, act: Act, word: str) -> Iterator[tuple[str, bool]]:
    """Who fills a role in an act, and whether that is sure."""
    kinds = treaty.vocabulary.kinds
    for name, kind in kinds.items():
        above = kinds.get(kind.parent or "")
        preposition = next((each for each, role in kind.roles.items() if role == word), None)
        if preposition is None or (above is not None and word in above.roles.values()):
            continue
        so = value(both(case.happened(act), case.seen_by(treaty).is_kind(act, name)))
        if so is not False:
            for code in case.doers(act) if preposition == "by" else case.second(act):
                yield code, so is True


def in_words(line: Vote | None, roll: Roll, vetoed: Sequence[str] = ()) -> str:
    """The count in words: `14 of 21 members said yes, 2/3 needed (14)`."""
    if vetoed:
        return f"vetoed by {_named(vetoed)}"
    if line is None:
        return "the treaty has no rule by which it decides this: write the `outcome`"
    by = {vote: [code for code, cast in roll.votes.items() if cast == vote and is_named(code)] for vote in (*CAST, OPEN)}
    sure = len(roll.votes) - len(roll.doubtful)
    if line.rule == "consensus":
        said = [f"{_named(by['no'])} objected, consensus needed" if by["no"] else "no objection, consensus needed"]
    elif roll.complete:
        said = [_share(line, by, sure, len(roll.votes))]
    else:
        of = "" if line.rule.isdecimal() else f" of {line.base}"
        said = [f"{len(by['yes'])} said yes, {line.rule}{of} needed"]
    if line.quorum is not None:
        there = len(by["yes"]) + len(by["no"]) + len(by["abstain"])
        said.append(f"{there} there, quorum {line.quorum}")
    if not roll.complete:
        said.append("not all of its members are known, so that often only an `outcome` can tell")
    if by[OPEN] or roll.unnamed:
        said.append(f"open: {'the vote' if len(by[OPEN]) + roll.unnamed == 1 else 'votes'} of {_open(by[OPEN], roll.unnamed)}")
    if roll.one_aside:
        said.append(f"open who votes: without {line.without}")
    if roll.doubtful:
        said.append(f"open whether {_named(sorted(roll.doubtful))} {'counts' if len(roll.doubtful) == 1 else 'count'}")
    return "; ".join(said)


def _share(line: Vote, by: Mapping[str, list[str]], least: int, most: int) -> str:
    yes = len(by["yes"])
    there = yes + len(by["no"])
    if line.base == "members":
        bases, base = sorted({least, most}), "members"
    elif line.base == "voting":
        bases, base = [there], "votes cast"
    else:
        bases, base = [there + len(by["abstain"])], "present" if line.base == "present" else "that take part"
    numbers = " or ".join(dict.fromkeys(str(votes_needed(line.rule, each)) for each in bases))
    needed = {"unanimity": "all needed", "majority": f"a majority needed ({numbers})"}.get(
        line.rule, f"{line.rule} needed ({numbers})"
    )
    needed = f"{line.rule} needed" if line.rule.isdecimal() else needed
    return f"{yes} of {' or '.join(map(str, bases))} {base} said yes, {needed}"


def _open(codes: Sequence[str], unnamed: int) -> str:
    others = f"{unnamed} {'member' if unnamed == 1 else 'members'} whom the event does not name"
    return " and ".join(part for part in (_named(codes), others if unnamed else "") if part)


def _named(codes: Sequence[str]) -> str:
    """The codes; of many, the first few and how many more."""
    most = 6
    return ", ".join(codes) if len(codes) <= most else f"{', '.join(codes[: most - 1])} and {len(codes) - most + 1} more"


def _changes(treaty: TreatyPlan, days: tuple[str, ...]) -> Iterator[str]:
    """Days between the first and the last on which somebody joins or leaves."""
    for each in treaty.members:
        for bound in (each.spell.since, each.spell.until):
            if bound is not None and len(bound) == 10 and days[0] < bound < days[-1]:
                yield bound
