"""What shows somebody's judgement: the event's own words, a request or invocation under the clause, a decision of a body."""

from __future__ import annotations

from treatylang.decision.actors import Actors
from treatylang.decision.case import Case
from treatylang.decision.env import Env
from treatylang.decision.formula import Formula, Leaf, value
from treatylang.events.situation import Act, Claimed, Value
from treatylang.model.articles import within_article
from treatylang.model.conditions import Condition, Happens, Situation
from treatylang.model.who import Body, Choice, Slot, Who

# What shows that one holds there to be a threat (decision 4 of the design), and what that there was an attack or a breach: more.
_REQUESTS = {True: ("request_for_consultation", "request_for_meeting", "invocation"), False: ("invocation",)}
_SAID = "they said so, or asked for it"
_TAKEN = {"adopted": True, "unknown": None, None: None}
_FINDINGS = {True: ("finds_threat", "finds_attack", "invokes_clause"), False: ("finds_attack", "invokes_clause")}


class Evidence:
    """The evidence of a case for one article of a treaty (decisions 4 and 16 of the design)."""

    def __init__(self, case: Case, actors: Actors, treaty: str, article: str) -> None:
        self.case = case
        self.actors = actors
        self.treaty = treaty
        self.article = article

    def of(
        self, judge: Who, term: Condition, env: Env, day: str, acts: list[Act], judged: list[Act]
    ) -> tuple[Value | None, str | None, str]:
        """Whether the judge holds `term` to be so (or who claims that), by what it would be shown (by the event's own words, by a
        request or invocation under the clause, by a decision), and what was said or found, where it is known.

        `acts`: those of one way; `judged`: of all ways in which he might judge so, since a request does not say of which it is.
        """
        threat = self._is_threat(term)
        jointly = isinstance(judge, Choice) and judge.quantifier.startswith("every")
        for act in acts:
            written = act.facts.get("judged_by")
            if isinstance(written, tuple | str):
                names = (written,) if isinstance(written, str) else written
                known = env if isinstance(judge, Slot) else {}
                who = [code for code in names if value(self.actors.is_who(judge, code, known, day)) is True]
                if who and (not jointly or set(self.actors.everyone(judge, env, day)) <= set(who)):  # type: ignore[arg-type]
                    return True, None, _SAID
        if isinstance(judge, Body):
            return self._found(judge.name, threat, acts)
        if jointly:
            found = self.case.situation.facts.get("jointly_found")
            if isinstance(found, bool | Claimed):
                return found, None, "they found so jointly" if found is True else "they did not find so jointly"
            return None, "jointly_found", ""
        code = self.actors.code(judge, env)
        if code is not None:
            satisfied = self.case.situation.party_facts.get(code, {}).get("satisfied")
            if isinstance(satisfied, bool | Claimed):
                return satisfied, None, f"{code} is {'' if satisfied is True else 'not '}satisfied that it is so"
        return self._asked(judge, threat, env, day, judged)

    def open(self, body: str, term: Condition, acts: list[Act], still: Leaf) -> Formula:
        """A finding of which it is open whether the body made it (`still`): on what its votes hang, where it voted."""
        return self.case.decided.hanging(body, _FINDINGS[self._is_threat(term)], acts, still)

    def _is_threat(self, term: Condition) -> bool:
        """Whether what is judged is a threat or a danger, and not a deed."""
        if not isinstance(term, Happens):
            return isinstance(term, Situation)
        return any(root in self.case.words.kinds[term.pattern.kind].above for root in ("threat", "threat_of_force"))

    def _found(self, body: str, threat: bool, acts: list[Act]) -> tuple[bool | None, str, str]:
        """What a body has found about some acts: one finding that is adopted is enough, however many were not."""
        shown = _FINDINGS[threat][0]
        findings = [each for each in self.case.decided.of(body) if each.decision in _FINDINGS[threat]]
        about = [self.case.decided.is_about(each, acts) for each in findings]
        listed = [each for each, so in zip(findings, about, strict=True) if so is not False]
        outcomes = [
            _TAKEN.get(each.outcome, False) and so  # of one that was taken, and may be about something else, that is open
            for each, so in zip(findings, about, strict=True)
            if so is not False
        ]
        adopted = [each.decision for each, so in zip(listed, outcomes, strict=True) if so]
        if adopted:
            return True, shown, f"the {body} adopted {adopted[0]}"
        if None in outcomes or not listed:
            return None, shown, ""
        return False, shown, f"the {body} did not adopt {listed[0].decision}"

    def _asked(self, judge: Who, threat: bool, env: Env, day: str, judged: list[Act]) -> tuple[bool | None, str | None, str]:
        """By a request or invocation; one that went before what is judged shows nothing about it."""
        denied = False
        for act in self.case.acts:
            above = self.case.words.kinds[act.kind].above
            if not any(kind in above for kind in _REQUESTS[threat]) or not self._under_this(act):
                continue
            who = [code for code in self.case.doers(act) if value(self.actors.is_who(judge, code, env, day)) is True]
            asked, denies = act.happened is True and who, act.happened is False and (who or not self.case.doers(act))
            if not (asked or denies) or self._went_before(act, judged):
                continue
            if asked:
                return True, None, _SAID
            denied = True
        return (False if denied else None), _REQUESTS[threat][0], "nobody asked"

    def _went_before(self, act: Act, judged: list[Act]) -> bool:
        """Whether an act lies on an earlier day than all those that are judged."""
        day_of, before = self.case.day_of, self.case.before
        return bool(judged) and all(before(day_of(act), day_of(each)) for each in judged)

    def _under_this(self, act: Act) -> bool:
        if act.under is None:
            return True
        treaty, article = act.under
        return treaty == self.treaty and (article is None or within_article(self.article, article))
