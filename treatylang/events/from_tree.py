"""Tree -> situation: every field read and typed, every name checked, every rule of the event file kept.

Reading goes on after an error: all that is wrong with a file is told in one run, and only a file without errors gives a situation.
"""

from __future__ import annotations

from treatylang.events import fields
from treatylang.events.actors import declared, read_actors
from treatylang.events.acts import read_act, read_short_act, short_fields, stranger
from treatylang.events.facts import fact_words, read_fact_map
from treatylang.events.fields import Entry, head, read_fields
from treatylang.events.moments import earliest, window
from treatylang.events.names import code, is_text, treaty
from treatylang.events.own_words import wording
from treatylang.events.report import Report, quote
from treatylang.events.scope import Scope
from treatylang.events.sequence import check_sequence
from treatylang.events.situation import Situation
from treatylang.events.tree import Mapping
from treatylang.events.words import ACTS, ANYTHING, FACTS, ORDERS, TOP_FIELDS
from treatylang.record import dataclass, replace
from treatylang.text.limits import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.events.own_words import Wording
    from treatylang.events.scope import Articles, Membership
    from treatylang.events.situation import Act, Actor, DecisionFact, Expectation, MembershipFact, RelationFact, Value
    from treatylang.events.tree import Node, Scalar
    from treatylang.model.own_words import Dictionary
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.text.limits import Limits
    from treatylang.text.source import Source

_SLUG = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@dataclass(frozen=True, slots=True)
class Known:
    """What exists outside the event: the vocabulary, treaties by id, the organs of treaties, who is a party when, the articles, and the
    words that only treaties define."""

    vocabulary: Vocabulary
    treaty_ids: frozenset[str]
    bodies: frozenset[str] = frozenset()
    membership: Membership | None = None
    articles: Articles | None = None
    dictionary: Dictionary | None = None


def from_tree(tree: Node, source: Source, known: Known, limits: Limits = LIMITS) -> tuple[Situation | None, tuple[Diagnostic, ...]]:
    """The situation that a tree describes, or what is wrong with it; warnings stand beside a situation."""
    report = Report(source, limits.errors)
    if not isinstance(tree, Mapping):
        hint = "an event starts with `event:` and `date:`"
        report.error("TL0602", f"an event is a mapping of fields, not {fields.shown(tree)}", head(tree), hint)
        return None, report.diagnostics
    situation = _situation(report, known, tree, limits)
    return (None if report.failed else situation), report.diagnostics


def _situation(report: Report, known: Known, tree: Mapping, limits: Limits) -> Situation:
    used = wording(tree, known.vocabulary, known.dictionary, report)
    tree = used.tree
    scope = _scope(report, known, used)
    short = short_fields(scope)
    allowed = frozenset(TOP_FIELDS) | short
    entries = read_fields(scope, tree, "an event", allowed, ("event", "date"), lambda key: stranger(scope, key), FACTS) or {}

    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    date = (fields.day(scope, node, "`date`") if (node := value("date")) else None) or ""
    acts, act_entries = _acts(scope, tree, entries, short, limits.acts)
    ordered = (fields.one_of(scope, node, "`acts_order`", ORDERS) if (node := value("acts_order")) else None) != "unknown"
    decisions, about = _decisions(scope, node, limits.decisions) if (node := value("decisions")) else ((), {})
    check_sequence(scope, acts, act_entries, about)
    if node := value("note"):
        fields.text(scope, node, "`note`")
    actors = read_actors(scope, node) if (node := value("actors")) else {}
    party_facts = _party_facts(scope, node) if (node := value("parties")) else {}
    _told_once(scope, actors, party_facts, entries)
    asked = _days(scope, node, acts, limits.days) if (node := value("as_of")) else (date,)
    situation = Situation(
        title=(fields.line(scope, node, "`event`") if (node := value("event")) else None) or "",
        id=(_id(scope, node) if (node := value("id")) else None) or slug(report.source.name),
        date=date,
        as_of=asked,
        acts=acts,
        hypothetical=(fields.truth(scope, node, "`hypothetical`") if (node := value("hypothetical")) else None) or False,
        treaties=_treaties(scope, node) if (node := value("treaties")) else None,
        actors=actors,
        ordered=ordered,
        relations=_relations(scope, node, acts, act_entries) if (node := value("relations")) else (),
        party_facts=party_facts,
        facts=read_fact_map(scope, node, "`facts`", "situation") if (node := value("facts")) else {},
        decisions=decisions,
        membership=_membership(scope, node) if (node := value("membership")) else (),
        not_presumed=_not_presumed(scope, node) if (node := value("presume")) else frozenset(),
        expect=_expectations(scope, node, tuple(filter(None, asked))) if (node := value("expect")) else (),
    )
    if (node := value("parties")) and not scope.report.failed:
        _check_parties(scope, node, situation)
    return situation


# The readers of sections that few events have are imported when one has it: that takes longer than to read it.
def _decisions(scope: Scope, node: Node, most: int) -> tuple[tuple[DecisionFact, ...], dict[int, Scalar]]:
    from treatylang.events.decisions import read_decisions

    return read_decisions(scope, node, most)


def _membership(scope: Scope, node: Node) -> tuple[MembershipFact, ...]:
    from treatylang.events.decisions import read_membership

    return read_membership(scope, node)


def _relations(scope: Scope, node: Node, acts: tuple[Act, ...], entries: list[dict[str, Entry]]) -> tuple[RelationFact, ...]:
    from treatylang.events.relations import read_relations

    named = [(act, own["kind"][0].span) for act, own in zip(acts, entries, strict=True) if "kind" in own]
    return read_relations(scope, node, named)


def _check_parties(scope: Scope, node: Node, situation: Situation) -> None:
    from treatylang.events.of_parties import check_parties

    check_parties(scope, node, situation)


def _expectations(scope: Scope, node: Node, asked: tuple[str, ...]) -> tuple[Expectation, ...]:
    from treatylang.events.expectations import read_expectations

    return read_expectations(scope, node, asked)


def _scope(report: Report, known: Known, used: Wording) -> Scope:
    """Names and the date have to be known before anything can be checked; what is wrong with them is told where they are read."""
    top = {key.text: node for key, node in used.tree.entries}
    quiet = Scope(
        Report(report.source, 0),
        used.vocabulary,
        known.treaty_ids,
        known.bodies,
        known.membership,
        known.articles,
        "",
        window(None),
        dictionary=used.dictionary,
        unclear=used.unclear,
    )
    date = (fields.day(quiet, top["date"], "") if "date" in top else None) or ""
    facts = fact_words(used.vocabulary, "act")
    return replace(quiet, report=report, date=date, when=window(date or None), actors=declared(top.get("actors")), act_facts=facts)


def _acts(
    scope: Scope, tree: Mapping, entries: dict[str, Entry], short: frozenset[str], most: int
) -> tuple[tuple[Act, ...], list[dict[str, Entry]]]:
    written = [entries[key.text][0] for key, _ in tree.entries if key.text in short and key.text in entries]
    names = [key.text for key, _ in tree.entries]
    if "acts" in names:
        if written:
            message = f"both `acts` and {quote(written[0].text)}, which belongs to the short form"
            label = (next(key.span for key, _ in tree.entries if key.text == "acts"), "and this")
            scope.report.error("TL0614", message, written[0].span, "move it into an act of the list", label=label)
        rows = fields.items(scope, entries["acts"][1], "`acts`") if "acts" in entries else ()
        if fields.too_many(scope, rows, most, "{} acts in one event", "leave out what starts no duty, or split the event"):
            return (), []
        read = [found for index, row in enumerate(rows) if (found := read_act(scope, row, index)) is not None]
        return tuple(act for act, _ in read), [own for _, own in read]
    if "kind" not in names:
        span = written[0].span if written else head(tree)
        what = "the short form needs `kind`" if written else "an event needs `acts`, or `kind` for a single act"
        scope.report.error("TL0604", what, span, "write `acts:` with a list, or `kind:`, `by:` and `on:` here")
        return (), []
    own = {name: entry for name, entry in entries.items() if name in short}
    return (read_short_act(scope, own, tree.span),), [own]


def _id(scope: Scope, node: Node) -> str | None:
    found = fields.scalar(scope, node, "`id`")
    if found is None:
        return None
    if not _SLUG.issuperset(found.text) or len(found.text) > LIMITS.name:
        hint = f"use lower-case letters, digits and `-`, at most {LIMITS.name}: `{slug(found.text)}`"
        scope.report.error("TL0606", f"`id` is a slug, not {quote(found.text)}", found.span, hint)
        return None
    return found.text


def slug(name: str) -> str:
    """An id made of a file's name, without its folder and its ending."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].lower()
    for ending in (".yaml", ".yml", ".json"):
        stem = stem.removesuffix(ending)
    plain = "".join(char if char in _SLUG else "-" for char in stem)
    return "-".join(filter(None, plain.split("-")))[: LIMITS.name] or "event"


def _days(scope: Scope, node: Node, acts: tuple[Act, ...], most: int) -> tuple[str, ...]:
    nodes = fields.one_or_more(node)
    if not nodes:
        scope.report.error("TL0606", "`as_of` names no day", node.span, "write a day, or take the field out")
    hint = "each is a whole answer: ask for some of them, or split the event"
    if fields.too_many(scope, nodes, most, "`as_of` names {} days", hint):
        return (scope.date or "",)
    days = [(fields.day(scope, item, "`as_of`"), item) for item in nodes]
    begun = min((earliest(each) for each in (scope.date, *(act.date for act in acts)) if each), default="")
    for day, item in days:
        if day is not None and day < begun:
            message = f"{quote(day)} lies before the event, which begins on {begun}: nothing of it is seen on that day"
            scope.report.warn("TL0619", message, item.span, f"ask for {scope.date or begun} or later, or mend `date`")
    return fields.distinct(scope, days)


def _treaties(scope: Scope, node: Node) -> tuple[str, ...]:
    return fields.distinct(scope, [(treaty(scope, item, "a treaty"), item) for item in fields.items(scope, node, "`treaties`")])


def _party_facts(scope: Scope, node: Node) -> dict[str, dict[str, Value]]:
    if not isinstance(node, Mapping):
        hint = "write `{POL: {resisting: true}}`"
        scope.report.error("TL0606", f"`parties` is a mapping of codes, not {fields.shown(node)}", node.span, hint)
        return {}
    found = {}
    for key, row in node.entries:
        name = code(scope, key, "a party", scope.when)
        facts = read_fact_map(scope, row, "the facts of a party", "party")
        if name is not None:
            found[name] = facts
    return found


def _told_once(scope: Scope, actors: dict[str, Actor], parties: dict[str, dict[str, Value]], entries: dict[str, Entry]) -> None:
    """Whether a government is lawful may be told with the actor or with the party, not with both."""
    for name, actor in actors.items():
        if actor.lawful is not None and "lawful" in parties.get(name, {}):
            message = f"`lawful` of {quote(name)} stands under `actors` and under `parties`"
            scope.report.error(
                "TL0614", message, entries["parties"][0].span, "write it once", label=(entries["actors"][0].span, "and here")
            )


def _not_presumed(scope: Scope, node: Node) -> frozenset[str] | None:
    if is_text(node, "none"):
        return None
    from treatylang.events.expectations import anything

    known = anything(scope)
    found = set()
    for item in fields.items(scope, node, "`presume`"):
        word = fields.scalar(scope, item, "`presume`")
        if word is None:
            continue
        if word.text not in known and word.text != ACTS:
            fields.unknown(
                scope, "TL0301", f"unknown word {quote(word.text)}", word, known, "fact", "relation", "decision", tables=ANYTHING
            )
        found.add(word.text)
    return frozenset(found)
