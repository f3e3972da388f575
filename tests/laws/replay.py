"""An explanation replayed: its verdict worked out anew from the steps of the JSON alone.

It shares nothing with the evaluator.  Each step says how its value comes from those below it (`join`), each open fact which question it
asks (`atom`) and who answers it how (`claims`); the verdict says what binds the questions to each other (`bounds`).  First every step's value
is worked out with what the case decides; where that leaves the verdict open, every account is asked against the text and each reading,
over all worlds of its open questions, as `docs/language.md` has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

Step = dict[str, Any]
Key = tuple[Any, ...]
Answer = Callable[[Step], "bool | None"]
APART = ("breach", "says")  # steps of the verdict that are no part of the rule
MOST_OPEN = 20  # above it an answer may be approximate: three-valued logic, view by view


class Untold(Exception):
    """A step that does not say how its value comes from those below it."""


class Wrong(Exception):
    """A step of which the value is another than what follows from those below it."""


# ---- the value of a step
def value(step: Step, answer: Answer) -> bool | None:
    """By three-valued logic; `answer` gives the value of a fact."""
    if step["join"] is None:
        if step["steps"]:
            raise Untold(f"{step['role']}: {step['words']}: {len(step['steps'])} steps")
        return answer(step)
    values = [value(each, answer) for each in parts(step)]
    match step["join"]:
        case "all":
            return False if False in values else None if None in values else True
        case "any":
            return True if True in values else None if None in values else False
        case "at least":
            if values.count(True) >= step["number"]:
                return True
            return False if values.count(True) + values.count(None) < step["number"] else None
        case "not":
            (inner,) = values
            return None if inner is None else not inner
    raise Untold(str(step["join"]))


def parts(step: Step) -> list[Step]:
    return [each for each in step["steps"] if each["role"] not in APART] if step["role"] == "verdict" else step["steps"]


def decided(step: Step) -> bool | None:
    """What the case itself decides of a fact."""
    found: bool | None = step["value"]
    return found


def check_values(step: Step) -> None:
    """`Wrong` where a step below the verdict says another value than follows."""
    for each in step["steps"]:
        if each["role"] != "says":
            found = value(each, decided)
            if found != each["value"]:
                raise Wrong(f"{each['words']}: {each['value']}, and {found} follows from its steps")
            check_values(each)


# ---- questions and accounts
def key(atom: dict[str, Any]) -> Key:
    """Equal atoms are one question."""
    bound = atom.get("bound") or {}
    return atom["word"], tuple(atom["of"]), atom.get("shown_by") or "", *bound.values()


def open_facts(step: Step, answer: Answer) -> Iterator[Step]:
    """The facts without a value on which the value of a step still hangs."""
    if step["join"] is None:
        if answer(step) is None:
            yield step
    elif value(step, answer) is None:
        for each in parts(step):
            yield from open_facts(each, answer)


def accounts(facts: list[Step]) -> list[Key]:
    """Everyone who claims something; what nobody named claims is an account of its own for each value."""
    found: set[Key] = set()
    for fact in facts:
        for claim in fact.get("claims", ()):
            found |= {(who,) for who in claim["by"]} or {(*key(fact["atom"]), claim["value"])}
    return sorted(found, key=repr)


def said(claims: list[dict[str, Any]], atom: dict[str, Any], account: Key | None) -> bool | None:
    for claim in claims:
        if account is not None and (account[0] in claim["by"] if len(account) == 1 else account == (*key(atom), claim["value"])):
            found: bool | None = claim["value"]
            return found
    return None


def seen_by(account: Key | None, reading: Key | None) -> Answer:
    """The facts as one account and one text have them."""

    def answer(fact: Step) -> bool | None:
        if fact["value"] is None and fact["basis"] == "reading":
            return key(fact["atom"]) == reading
        if fact.get("claims"):
            return said(fact["claims"], fact["atom"], account)
        return decided(fact)

    return answer


# ---- worlds
class Table:
    """Truth tables over some questions: bit w is the value in world w."""

    def __init__(self, keys: list[Key]) -> None:
        self.full = (1 << (1 << len(keys))) - 1
        self.columns = {each: self._column(number, len(keys)) for number, each in enumerate(keys)}

    def _column(self, number: int, width: int) -> int:
        block = ((1 << (1 << number)) - 1) << (1 << number)
        for size in range(number + 1, width):
            block |= block << (1 << size)
        return block

    def of(self, step: Step, answer: Answer) -> int:
        if step["join"] is None:
            found = answer(step)
            return self.columns.get(key(step["atom"]), 0) if found is None else self.full * found
        tables = [self.of(each, answer) for each in parts(step)]
        if step["join"] == "not":
            return self.full ^ tables[0]
        number = len(tables) if step["join"] == "all" else 1 if step["join"] == "any" else step["number"]
        least = [self.full, *[0] * number]  # worlds in which at least so many hold
        for table in tables:
            least = [self.full, *(more | (fewer & table) for fewer, more in pairwise(least))]
        return least[number]

    def allowed(self, bounds: list[dict[str, Any]], account: Key | None) -> int:
        """The worlds that the bounds leave."""
        found = self.full
        for bound in bounds:
            if key(bound["if"]) in self.columns:
                found &= self.full ^ (self._where(bound["if"]) & self._not_so(bound, account))
        return found

    def _where(self, atom: dict[str, Any]) -> int:
        column = self.columns[key(atom)]
        return column if atom["value"] else self.full ^ column

    def _not_so(self, bound: dict[str, Any], account: Key | None) -> int:
        """Where what must then be so is not."""
        then = bound["then"]
        if then is None:
            return self.full
        if "claims" in bound:
            return self.full if said(bound["claims"], then, account) is (not then["value"]) else 0
        return self.full ^ self._where(then) if key(then) in self.columns else 0


# ---- the verdict
def verdict(why: Step, modality: str) -> str:
    """The verdict that the explanation bears out."""
    check_values(why)
    breach = [each for each in why["steps"] if each["role"] == "breach"]
    plain = named(value(why, decided), value(breach[0], decided) if breach else False, modality)
    if plain != "depends":
        return plain
    facts = [fact for each in (why, *breach) for fact in open_facts(each, decided)]
    readings = sorted({key(fact["atom"]) for fact in facts if fact["basis"] == "reading"})
    views = [(account, seen_by(account, reading)) for reading in (None, *readings) for account in accounts(facts) or [None]]
    asked = {key(fact["atom"]) for _, answer in views for each in (why, *breach) for fact in open_facts(each, answer)}
    found = set()
    if len(asked) > MOST_OPEN:
        found = {named(value(why, answer), value(breach[0], answer) if breach else False, modality) for _, answer in views}
    else:
        table = Table(sorted(asked))
        for account, answer in views:
            allowed = table.allowed(why.get("bounds", []), account)
            holds = table.of(why, answer) & allowed
            broken = table.of(breach[0], answer) & holds if breach else 0
            if allowed:
                sure = not holds or (holds == allowed and broken in (0, allowed))
                found.add(named(bool(holds), bool(broken), modality) if sure else "depends")
    return "depends" if "depends" in found or not found else found.pop() if len(found) == 1 else "disputed"


def named(holds: bool | None, broken: bool | None, modality: str) -> str:
    if holds is False:
        return "not_owed"
    if holds is None or broken is None:
        return "depends"
    return "breached" if broken else "permitted" if modality == "may" else "owed"
