"""Who is party, and which pairs are suspended, on a day."""

from __future__ import annotations

from treatylang.decision.case import Case
from treatylang.decision.formula import FALSE, TRUE, Atom, Formula, Leaf, all_of, both, either, neg, value
from treatylang.events.situation import MembershipFact
from treatylang.model.time import Spell, add, first_day, last_day
from treatylang.model.treaty import Duty, Membership
from treatylang.model.who import Choice, Fixed
from treatylang.plan.plan import ClausePlan, Plan, TreatyPlan, party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from treatylang.model.conditions import TreatyRef

_SILENCED = ("frozen", "excluded", "suspended")
_ANYONE = ((True, ()), (False, ()))


class Members:
    """The parties of every treaty of a plan, as one case has them."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.plan = plan
        self._known: dict[tuple[str, str, str], Formula] = {}
        self._parties: dict[tuple[str, str, str], Formula] = {}
        self._somebody: dict[tuple[str, str, str], Formula] = {}
        self._bound: dict[tuple[str, str, str], Formula] = {}
        self._by_code: dict[tuple[str, str], dict[str, list[Membership]]] = {}
        self._lists: dict[tuple[str, str], tuple[str, ...]] = {}
        self._clauses: dict[str, dict[str, ClausePlan]] = {}
        self.goes_on: Callable[[TreatyPlan, str], Formula] = lambda treaty, day: self.in_spell(
            treaty, treaty.spell, day
        )  # set by the engine

    def clauses(self, treaty: str) -> dict[str, ClausePlan]:
        """The clauses of a treaty by their ids."""
        if treaty not in self._clauses:
            self._clauses[treaty] = {clause.id: clause for clause in self.plan.treaties[treaty].clauses}
        return self._clauses[treaty]

    def meant(self, ref: TreatyRef) -> Iterable[ClausePlan]:
        """The clauses that a reference names, in the order of the treaty: some of them, or all."""
        known = self.clauses(ref.treaty)
        if not ref.clauses:
            return known.values()
        if len(ref.clauses) == 1:
            return [known[name] for name in ref.clauses if name in known]
        wanted = frozenset(ref.clauses)
        return [clause for name, clause in known.items() if name in wanted]

    def in_force(self, treaty: TreatyPlan, day: str) -> Formula:
        """That the treaty itself is in force on a day; past its end, where something keeps all of it alive."""
        if self.case.hides(treaty.secret):
            return Leaf(f"{treaty.id} is in force on {day}, as far as it is published", False, "table")
        return self.goes_on(treaty, day) if treaty.continues else self.in_spell(treaty, treaty.spell, day)

    def in_spell(self, treaty: TreatyPlan, spell: Spell, day: str) -> Formula:
        """That a day lies in the spell of a treaty."""
        return self.case.in_spell(spell, day, f"{treaty.id} is in force on {day}" + _span(spell), (treaty.id,))

    def is_party(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        """That a state is bound as a party on the day of the act and on the day asked about."""
        key = (treaty.id, code, day)
        found = self._parties.get(key)
        if found is None:
            found = self._on(treaty, code, day)
            if day != self.case.day:
                found = both(found, self._on(treaty, code, self.case.day))
            self._parties[key] = found
        return found

    def bound(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        """The same as a part of a rule, and that its duties are not suspended; FALSE where it plainly is no party."""
        key = (treaty.id, code, day)
        found = self._bound.get(key)
        if found is None:
            party = self.is_party(treaty, code, day)
            whole = both(party, self._active(treaty, code, day))
            found = self._bound[key] = all_of((whole,), f"{code} is bound", "party") if party is not FALSE else FALSE
        return found

    def parties(self, treaty: TreatyPlan, day: str) -> tuple[str, ...]:
        """Codes that are, or may be, parties on a day, in the treaty's order."""
        key = (treaty.id, day)
        if key not in self._lists:
            base = self._base(treaty)
            codes = dict.fromkeys(self._rolls(base, day))
            codes |= dict.fromkeys(fact.party for fact in self.case.situation.membership if fact.treaty == treaty.id)
            self._lists[key] = tuple(code for code in codes if self.is_party(treaty, code, day) is not FALSE)
        return self._lists[key]

    def ever(self, treaty: TreatyPlan, code: str) -> bool:
        """Whether a state was ever a party."""
        return code in self._rolls(self._base(treaty), self.case.day)

    def _rolls(self, treaty: TreatyPlan, day: str) -> dict[str, list[Membership]]:
        """The spells of each party, by the code that it bears on the day."""
        key = (treaty.id, day)
        if key not in self._by_code:
            found: dict[str, list[Membership]] = {}
            for member in treaty.members:
                found.setdefault(self.case.today(member.state, day), []).append(member)
            self._by_code[key] = found
        return self._by_code[key]

    def _base(self, treaty: TreatyPlan) -> TreatyPlan:
        return party_list(self.plan.treaties, treaty)

    def _on(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        key = (treaty.id, code, day)
        if key not in self._known:
            self._known[key] = self._membership(treaty, code, day)
        return self._known[key]

    def _membership(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        base = self._base(treaty)
        if base.lasts.contains(day) is False or treaty.lasts.contains(day) is False or self._extinct(code, day):
            return FALSE
        words = f"{code} is party to {treaty.id} on {day}"
        atom = Atom("membership", (code, treaty.id))
        listed = [member for member in self._rolls(base, day).get(code, ()) if member.spell.contains(day) is not False]
        known: Formula = FALSE
        if listed:
            known = self._by_lists(treaty, code, day, listed)
        facts = self._facts(treaty, code, day)
        lost = [fact for fact in facts if fact.status == "not_party" or (fact.status in _SILENCED and fact.toward is None)]
        left = self._left(treaty, code, day, facts)
        sure = sorted(fact.status for fact in lost if Spell(fact.since, fact.until).contains(day))
        if any(fact.status == "contested" for fact in facts):
            known = Leaf(words, None, "unknown", atom)
        elif sure:
            known = Leaf(words if "not_party" in sure else f"{words} ({sure[0]})", False, "stated", atom)
        elif left:
            known = Leaf(f"{words} (denounced, and the notice has run out)", False, "stated", atom)
        elif lost or left is None:  # on some day of this month
            known = Leaf(words, None, "unknown", atom)
        elif known is FALSE and any(fact.status == "party" for fact in facts):
            known = Leaf(words, True, "stated", atom)
        if known is not FALSE and treaty.lasts.contains(day) is None:  # nobody is a party before there is a treaty
            known = both(known, self.in_spell(treaty, treaty.lasts, day))
        return known

    def _extinct(self, code: str, day: str) -> bool:
        """Whether a state has ceased to exist for good.  One that lives on in exile comes back, and so is none of these."""
        state = self.case.words.states.get(code)
        return (
            state is not None and bool(state.spells) and all(each.until is not None and each.until <= day for each in state.spells)
        )

    def _by_lists(self, treaty: TreatyPlan, code: str, day: str, listed: list[Membership]) -> Formula:
        """That one of the spells in which a treaty lists a state holds the day."""
        words = f"{code} is party to {treaty.id} on {day}"
        atom = Atom("membership", (code, treaty.id))
        for each in listed:
            if not each.disputed and each.spell.contains(day):
                return Leaf(words + _span(each.spell), True, "table", atom)
        return either(
            *(
                Leaf(words, None, "claimed", atom, _ANYONE, each.note)
                if each.disputed
                else self.case.in_spell(each.spell, day, words, (code, treaty.id))
                for each in listed
            )
        )

    def _facts(self, treaty: TreatyPlan, code: str, day: str) -> list[MembershipFact]:
        return [
            fact
            for fact in self.case.situation.membership
            if fact.treaty == treaty.id and fact.party == code and Spell(fact.since, fact.until).contains(day) is not False
        ]

    def _left(self, treaty: TreatyPlan, code: str, day: str, facts: list[MembershipFact]) -> bool | None:
        """Whether a denunciation has taken effect: its notice has run out.  None: that hangs on a day that is not known."""
        ended: list[bool | None] = [False]
        for fact in facts:
            if fact.status != "denounced" or fact.toward is not None or not fact.since:
                continue
            notice = _notice(treaty, code, fact.since)
            if notice is not None:
                number, unit = notice
                first, last = (add(each(fact.since), number, unit) for each in (first_day, last_day))
                ended.append(True if last <= day else None if first <= day else False)
        return True if True in ended else None if None in ended else False

    def _active(self, treaty: TreatyPlan, code: str, day: str) -> Formula:
        """That duties of and to the state are not suspended toward all: it stays a party, and counts as one."""
        words = f"duties of and to {code} under {treaty.id} are suspended"
        return both(*(self._unless_suspended(treaty, (code,), each, words, (code, treaty.id)) for each in self._days(day)))

    def _days(self, day: str) -> tuple[str, ...]:
        """The day of the act and that asked about."""
        return tuple(dict.fromkeys((day, self.case.day)))

    def not_suspended(self, treaty: TreatyPlan, one: str, other: str, day: str) -> Formula:
        """That duties of one to the other are not suspended, on the day of the act or that asked about."""
        words = f"duties between {one} and {other} under {treaty.id} are suspended"
        of = (*sorted((one, other)), treaty.id)
        tests = [self._unless_suspended(treaty, (one, other), each, words, of) for each in self._days(day)]
        tests.append(self._active(treaty, other, day))
        for related in self.case.situation.relations:
            if related.name == "suspended" and {related.first, related.second} == {one, other}:
                so = self.case.truth(words, related.value, Atom("suspended", of))
                tests += [neg(both(so, inside), words, "unless") for inside in self._on_days(related.since, related.until, day, of)]
        for fact in self.case.situation.membership:
            between = fact.treaty == treaty.id and fact.toward is not None and {fact.party, fact.toward} == {one, other}
            if between and fact.status in _SILENCED:
                tests += [neg(inside, words, "unless") for inside in self._on_days(fact.since, fact.until, day, of)]
        return both(*tests)

    def somebody(self, treaty: TreatyPlan, bearer: str, day: str) -> Formula:
        """That there is another party to whom a duty toward all can be owed: one who is bound, and not suspended toward the bearer."""
        key = (treaty.id, bearer, day)
        if key not in self._somebody:
            self._somebody[key] = self._find_somebody(treaty, bearer, day)
        return self._somebody[key]

    def _find_somebody(self, treaty: TreatyPlan, bearer: str, day: str) -> Formula:
        terms = []
        for other in self.parties(treaty, self.case.day):
            if other == bearer:
                continue
            so = both(self.is_party(treaty, other, day), self.not_suspended(treaty, bearer, other, day))
            if value(so) is True or (value(so) is None and self._is_disputed(treaty, other)):
                return TRUE
            terms.append(so)
        return either(*terms) if terms else TRUE

    def _is_disputed(self, treaty: TreatyPlan, code: str) -> bool:
        """Whether the text itself has it disputed that a state is a party: a dispute that the bearer's own part tells already."""
        return any(each.disputed and each.state == code for each in self._base(treaty).members)

    def _on_days(self, since: str | None, until: str | None, day: str, of: tuple[str, ...]) -> list[Formula]:
        """That what the event says of a pair held on the day of the act, and on that asked about; nothing where it held on neither."""
        spell = Spell(since, until)
        words = "suspended" + _span(spell)
        return [self.case.in_spell(spell, each, words, of) for each in self._days(day) if spell.contains(each) is not False]

    def _unless_suspended(self, treaty: TreatyPlan, who: tuple[str, ...], day: str, words: str, of: tuple[str, ...]) -> Formula:
        found: list[Formula] = []
        for each in self._base(treaty).suspensions:
            if set(each.states) != set(who):
                continue
            inside = each.spell.contains(day)
            if inside is False:
                continue
            text = words + _span(each.spell)
            if each.disputed:
                found.append(Leaf(text, None, "claimed", Atom("suspended", of), _ANYONE, each.note))
            elif inside is None:
                found.append(Leaf(text, None, "unknown", Atom("suspended", of)))
            else:
                found.append(Leaf(text, True, "table", Atom("suspended", of)))
        return neg(either(*found), words, "unless") if found else TRUE


def _notice(treaty: TreatyPlan, code: str, day: str) -> tuple[int, str] | None:
    """The time after which one who denounces on a day is no party any more, the longest of several; None: the treaty says no such time."""
    found = []
    for clause in treaty.clauses:
        if not clause.standing or clause.spell.contains(first_day(day)) is False:
            continue
        for norm in clause.norms:
            if not isinstance(norm, Duty) or norm.duty != "withdraw" or norm.modal != "may" or norm.aims:
                continue  # `each 6 years`: only for the end of a term
            amount, mine = (
                norm.amount,
                any(isinstance(who, Choice) or (isinstance(who, Fixed) and code in who.codes) for who in norm.bearers),
            )
            if mine and amount is not None and amount.of == "notice" and norm.spell.contains(first_day(day)) is not False:
                found.append((int(amount.number), amount.unit))
    return max(found, key=lambda each: add("2001-01-01", *each), default=None)


def _span(spell: Spell) -> str:
    shown = (f" since {spell.since}" if spell.since else "") + (f" until {spell.until}" if spell.until else "")
    return f" ({shown.strip()})" if shown else ""
