"""Laws 7, 8, 12, 16, 17 and 18: how a treaty and an event are written, and how an answer is asked for."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.making import (
    Event,
    also,
    answers,
    asked,
    by_id,
    compiled,
    decided,
    differing,
    documents,
    events,
    examples,
    library_of,
    shown,
    treaties,
)  # fmt: skip
from tests.strategies import noisy
from treatylang.api import explain
from treatylang.decision.decision import Duty
from treatylang.decision.formula import value
from treatylang.record import replace
from treatylang.rendering.decision_json import decision_object, duty_object
from treatylang.syntax import tree as t
from treatylang.syntax.format import format_text
from treatylang.syntax.from_text import parse_text
from treatylang.syntax.grammar import build
from treatylang.syntax.to_text import print_document


def same(one: dict[str, Any], other: dict[str, Any], texts: list[str], event: object) -> None:
    assert one == other, shown(texts, json.dumps(event), differing(one, other))


# ---- law 7
@examples(12)
@given(documents(), events(), st.data())
def test_law_7_order_of_clauses_does_not_matter(document: t.Treaty, event: Event, data: st.DataObject) -> None:
    """Order of clauses (articles, riders, lines of parties) does not matter."""
    sections = tuple(
        t.Parties(tuple(data.draw(st.permutations(each.members))), None) if isinstance(each, t.Parties) else each
        for each in data.draw(st.permutations(document.sections))
    )
    text, other = print_document(document), print_document(replace(document, sections=sections))
    same(answers(asked(library_of(text), event)), answers(also(compiled(other), event)), [text, other], event)


@examples(15)
@given(documents(), events())
def test_law_7_duplication_of_clauses_does_not_matter(document: t.Treaty, event: Event) -> None:
    """Duplication of clauses does not matter: the copy says what the original says, and of the others nothing changes."""
    articles = [each for each in document.sections if isinstance(each, t.Article)]
    refs = {ref.article.text for each in t.walk(document) if isinstance(each, t.Ref) for ref in [each] if ref.article}
    free = [each for each in articles if each.number.text not in refs]  # what a rider or another clause names is named once
    assume(free)
    copy = replace(free[0], number=t.Text("99"))
    text, other = print_document(document), print_document(replace(document, sections=(*document.sections, copy)))
    before, after = answers(asked(library_of(text), event)), answers(asked(library_of(other), event))
    of_copy = {name: each for name, each in after.items() if ":99" in name}
    same(before, {name: each for name, each in after.items() if name not in of_copy}, [text, other], event)
    number = free[0].number.text
    original = {
        name.replace(f":{number}", ":99", 1): each["verdict"] for name, each in before.items() if each["parts"][1] == number
    }
    same(original, {name: each["verdict"] for name, each in of_copy.items()}, [text, other], event)


@examples(12)
@given(st.tuples(treaties(), treaties(), treaties()), events(), st.permutations(range(3)))
def test_law_7_order_of_files_does_not_matter(texts: tuple[str, ...], event: Event, order: list[int]) -> None:
    """Order of treaty files does not matter."""
    named = [text.replace("pact-1950", f"{name}-1950", 1) for name, text in zip(("ark", "bow", "cup"), texts, strict=True)]
    other = [named[number] for number in order]
    same(answers(asked(library_of(*named), event)), answers(also(compiled(*other), event)), named, event)


@examples(6)
@given(treaties(), events())
def test_law_7_duplication_of_files_does_not_matter(text: str, event: Event) -> None:
    """Duplication of treaty files does not matter: the same file twice has no effect."""
    same(answers(asked(library_of(text), event)), answers(also(compiled(text, text), event)), [text], event)


@examples(3)
@given(treaties())
def test_law_7_two_files_that_differ_are_no_copies(text: str) -> None:
    """Of two files with one id that do not say the same nobody knows which holds: they are refused."""
    assert compiled(text, f"{text}\n# another hand") is None


@examples(18)
@given(treaties(), events(), st.data())
def test_law_7_order_of_acts_without_order_does_not_matter(text: str, event: Event, data: st.DataObject) -> None:
    """Order of acts without order (`acts_order: unknown`) does not matter."""
    assume(len(event["acts"]) > 1)
    event = {**event, "acts_order": "unknown"}
    other = {**event, "acts": data.draw(st.sampled_from((event["acts"][::-1], event["acts"][1:] + event["acts"][:1])))}
    library = library_of(text)
    same(answers(asked(library, event)), answers(also(library, other)), [text], [event, other])


@examples(18)
@given(treaties(), events())
def test_law_7_duplication_of_acts_does_not_matter(text: str, event: Event) -> None:
    """Duplication of acts without order does not matter.

    Of duties for which nothing is open: of two acts that may each be grave one may be so, and the other not.
    """
    event = {**event, "acts_order": "unknown"}
    other = {**event, "acts": [*event["acts"], *({**act, "id": f"copy{number}"} for number, act in enumerate(event["acts"]))]}
    library = library_of(text)
    before, after = by_id(asked(library, event)), by_id(asked(library, other))
    for name, duty in before.items():
        if all(each is None or value(each) is not None for each in (duty.applies, duty.violated)):
            now = after[name].verdict if name in after else "not_owed"
            assert duty.verdict == now, shown(text, other, f"{duty}, then {now}")


def shuffled(found: Any, data: st.DataObject) -> Any:
    """A mapping with its keys, and its lists of claimants, in another order, and a claimant named twice."""
    if isinstance(found, list):
        return [shuffled(each, data) for each in found]
    if not isinstance(found, dict):
        return found
    if set(found) == {"true", "false"}:
        found = {name: data.draw(st.permutations(who)) for name, who in found.items()}
    return {name: shuffled(found[name], data) for name in data.draw(st.permutations(list(found)))}


@examples(18)
@given(treaties(), events(), st.data())
def test_law_7_order_of_facts_and_accounts_does_not_matter(text: str, event: Event, data: st.DataObject) -> None:
    """Order of facts and accounts does not matter."""
    other = shuffled(event, data)
    library = library_of(text)
    same(answers(asked(library, event)), answers(also(library, other)), [text], [event, other])


@examples(9)
@given(treaties(), events())
def test_law_7_duplication_of_accounts_does_not_matter(text: str, event: Event) -> None:
    """Duplication of accounts does not matter: who is named twice says it once, or is refused."""
    written = json.dumps(event)
    twice = re.sub(r'\["(\w{3})"\](?=[,}])', r'["\1", "\1"]', written[written.index('"acts"') :])
    twice = written[: written.index('"acts"')] + re.sub(r'("(?:by|on|to)": )\["(\w{3})", "\2"\]', r'\1["\2"]', twice)
    assume(twice != written)
    library = library_of(text)
    found = decided(library, twice)
    if found is not None:
        same(answers(asked(library, event)), answers(found), [text], event)


# ---- law 8
@examples(15)
@given(treaties(), treaties(), events())
def test_law_8_a_union_of_unrelated_treaties_is_the_union_of_the_answers(one: str, other: str, event: Event) -> None:
    """Evaluating a union of unrelated treaties is the union of the evaluations."""
    other = other.replace("pact-1950", "bond-1950")
    alone = [answers(asked(library_of(text), event)) for text in (one, other)]
    same({**alone[0], **alone[1]}, answers(also(compiled(one, other), event)), [one, other], event)


# ---- law 12
def excepted(document: t.Treaty, number: str) -> t.Treaty:
    """With `unless failed_settlement` below the clause of an article."""
    tail = t.Unless(t.Act(t.Name("failed_settlement"), None, ()))
    sections = []
    for each in document.sections:
        if isinstance(each, t.Article) and each.number.text == number:
            (clause,) = each.clauses
            assert isinstance(clause, t.Clause)
            each = replace(each, clauses=(replace(clause, tails=(tail, *clause.tails)),))
        sections.append(each)
    return replace(document, sections=tuple(sections))


@examples(15)
@given(documents(lambda document, text: "failed_settlement" not in text), events(), st.sampled_from("12"))
def test_law_12_an_exception_that_always_or_never_holds(document: t.Treaty, event: Event, number: str) -> None:
    """An exception that always holds silences its clause, duties and prohibitions alike; one that never holds is as if deleted.

    This one is about the state of things.  One that asks about the forbidden act excuses the act, and the prohibition stands.
    """
    text, other = print_document(document), print_document(excepted(document, number))
    assume(text != other)
    facts = event.get("facts", {})
    never = {**event, "facts": {**facts, "failed_settlement": False}}
    always = {**event, "facts": {**facts, "failed_settlement": True}}
    same(answers(asked(library_of(text), never)), answers(also(compiled(other), never)), [text, other], never)
    after = also(compiled(other), always)
    same({}, answers(after, lambda duty: duty.article == number), [other], always)


# ---- laws 16 and 17
@cache
def lexer() -> Any:
    return build(parser=None, lexer="basic")


@examples(9)
@given(documents(), events(), st.data())
def test_law_16_and_17_print_format_and_noise(document: t.Treaty, event: Event, data: st.DataObject) -> None:
    """parse(print(tree)) = tree; the formatter is idempotent; formatted text gives the same decisions; so do space and comments."""
    text = print_document(document)
    assert parse_text(text).document == document
    noise = data.draw(noisy([str(token) for token in lexer().lex(text)]))
    formatted, problems = format_text(noise)
    assert formatted is not None, problems
    assert format_text(formatted) == (formatted, ())
    before = answers(asked(library_of(text), event))
    for written in (noise, formatted):
        same(before, answers(also(compiled(written), event)), [text, written], event)


@examples(15)
@given(treaties(), events(), st.randoms(use_true_random=False))
def test_law_17_space_and_comments_of_events_do_not_matter(text: str, event: Event, random: Any) -> None:
    """White space and comments do not matter to decisions: of an event, in JSON and in YAML."""
    library = library_of(text)
    before = answers(asked(library, event))
    lines = yaml.safe_dump(event, sort_keys=False).splitlines()
    noise = [
        random.choice(["", "\n", "# a comment\n", "\n   # another\n\n"]) + line + random.choice(["", "  ", " # said"])
        for line in lines
    ]
    for written in (
        json.dumps(event, indent=random.randint(0, 7)) + "\n\n",
        "\n".join(lines),
        "\n".join(noise),
        "\r\n".join(noise),
    ):
        found = decided(library, written)
        assert found is not None, written
        same(before, answers(found), [text, written], event)


# ---- law 18
def bare(duty: Duty) -> dict[str, object]:
    return {name: each for name, each in duty_object(duty, why=True).items() if name not in ("why", "nearest")}


@examples(18)
@given(treaties(), events(), st.booleans())
def test_law_18_the_same_with_and_without_explanations_or_conflicts(text: str, event: Event, presume: bool) -> None:
    """Verdicts are the same with and without explanations or conflict detection."""
    library = library_of(text)
    plain = decision_object(asked(library, event, presume=presume))
    with_conflicts = asked(library, event, presume=presume, conflicts=True)
    for duty in with_conflicts.duties:
        explain(duty)
    assert [bare(duty) for duty in with_conflicts.duties] == plain["duties"], shown(text, event)
    told = decision_object(with_conflicts)
    assert {**told, "conflicts": []} == plain, shown(text, event)
    owed = decided(library, event, presume=presume, not_owed=False)
    assert owed is not None
    assert answers(owed) == answers(with_conflicts), shown(text, event, differing(answers(owed), answers(with_conflicts)))
