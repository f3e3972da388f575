"""Acts: who did what to whom, where and when."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Place
from treatylang.events import fields, names
from treatylang.events.facts import Written, misplaced, read_facts
from treatylang.events.fields import Entry, head, read_fields
from treatylang.events.moments import Window, window
from treatylang.events.places import read_place
from treatylang.events.report import quote
from treatylang.events.situation import Act, Group
from treatylang.events.values import TRUTH, read_value
from treatylang.events.words import ACT_FIELDS, FACTS, SHARED_FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.scope import Scope
    from treatylang.events.tree import Node, Scalar
    from treatylang.text.source import Span

_SECONDS = ("on", "to")
_THIRDS = ("against", "with")
# Acts that are done under a treaty, with all that are one of them; of others nothing would ask what they were done under.
_UNDER = frozenset({"request", "request_for_review", "consent", "release", "breach"})
_HOSTILE = frozenset({"hostile_act", "threat"})  # and whatever is one of them: acts that need two


def short_fields(scope: Scope) -> frozenset[str]:
    """The fields of an act that may stand at the top level, in place of `acts`."""
    return scope.act_facts.union(ACT_FIELDS).difference(SHARED_FIELDS)


def read_act(scope: Scope, node: Node, index: int) -> tuple[Act, dict[str, Entry]] | None:
    """An act of the list, and its fields; an act that gives no id is `act1`, `act2` ... by position."""
    allowed = scope.act_facts.union(ACT_FIELDS)
    entries = read_fields(scope, node, "an act", allowed, ("kind",), lambda key: stranger(scope, key), FACTS)
    return (_act(scope, entries, index, head(node), node.span), entries) if entries is not None else None


def stranger(scope: Scope, key: Scalar) -> bool:
    """Whether it could be told what is wrong with a field that acts do not have."""
    if any(key.text in kind.roles for kind in scope.vocabulary.kinds.values()):
        _not_by_preposition(scope, key)
        return True
    return misplaced(scope, key, "act")


def _not_by_preposition(scope: Scope, key: Scalar) -> None:
    message = f"{quote(key.text)} is the preposition of a treaty; an event names the second side by `on` or `to`"
    scope.report.error("TL0611", message, key.span, "write `on:`")


def read_short_act(scope: Scope, entries: dict[str, Entry], at: Span) -> Act:
    """The single act of the short form, from those of the event's fields that are an act's."""
    return _act(scope, entries, 0, at, at)


def _act(scope: Scope, entries: dict[str, Entry], index: int, at: Span, whole: Span) -> Act:
    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    date, until = _dates(scope, entries)
    when = window(date or None, until)
    kind = fields.words(scope, node, "kind of act", scope.vocabulary.kinds, table="kinds") if (node := value("kind")) else None
    by, by_groups = names.codes_and_groups(scope, node, "`by`", when) if (node := value("by")) else ((), ())
    second, groups = _second(scope, entries, kind, when)
    if kind is not None:
        _against_oneself(scope, entries, kind, by, second)
        _done_under(scope, entries, kind)
    facts = read_facts(scope, {name: entry for name, entry in entries.items() if name not in ACT_FIELDS}, "act", when)
    happened = read_value(scope, node, "`happened`", TRUTH, when) if (node := value("happened")) else True
    if happened is False and facts:
        _facts_of_nothing(scope, facts, entries["happened"][0])
    return Act(
        id=(names.act_id(scope, node) if (node := value("id")) else None) or f"act{index + 1}",
        index=index,
        kind=kind or "",
        by=by,
        by_groups=by_groups,
        second=second,
        groups=groups,
        third=_third(scope, entries, kind, when),
        targets=_targets(scope, node) if (node := value("target")) else (),
        domain=fields.words(scope, node, "domain", scope.vocabulary.domains, table="domains")
        if (node := value("domain"))
        else None,
        date=date,
        until=until,
        place=read_place(scope, node, when) if (node := value("place")) else None,
        origin=read_place(scope, node, when) if (node := value("origin")) else None,
        response_to=names.act_id(scope, node, "`response_to`") if (node := value("response_to")) else None,
        under=names.provision(scope, node) if (node := value("under")) else None,
        happened=True if happened is None else happened,
        facts={name: written.value for name, written in facts.items()},
        note=fields.text(scope, node, "`note`") if (node := value("note")) else None,
        at=Place(scope.report.source, whole),
    )


def _dates(scope: Scope, entries: dict[str, Entry]) -> tuple[str, str | None]:
    date = fields.moment(scope, entries["date"][1], "`date`") if "date" in entries else scope.date
    until = fields.moment(scope, entries["until"][1], "`until`") if "until" in entries else None
    if date and until and window(until).last < window(date).first:
        hint = f"`until` is the last day of the act: write {date} or later, or take it out"
        scope.report.error("TL0609", f"`until` {quote(until)} lies before `date` {quote(date)}", entries["until"][1].span, hint)
    return date or "", until


def _second(scope: Scope, entries: dict[str, Entry], kind: str | None, when: Window) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """The field `on` or `to`, whichever the kind takes."""
    found: tuple[tuple[str, ...], tuple[Group, ...]] = ((), ())
    for name in _SECONDS:
        if name not in entries:
            continue
        key, node = entries[name]
        if kind is not None and scope.vocabulary.kinds[kind].second in _SECONDS and scope.vocabulary.kinds[kind].second != name:
            right = scope.vocabulary.kinds[kind].second
            message = f"{quote(kind)} takes `{right}`, not `{name}`"
            scope.report.error("TL0611", message, key.span, f"write `{right}:`")
        read = names.codes_and_groups(scope, node, f"`{name}`", when)
        found = (found[0] + read[0], found[1] + read[1])
    return found


def _third(scope: Scope, entries: dict[str, Entry], kind: str | None, when: Window) -> tuple[str, ...]:
    """The field `against` or `with` of a kind that has a third role: `assistance` by one to another against a third."""
    found: tuple[str, ...] = ()
    for name in _THIRDS:
        if name not in entries:
            continue
        key, node = entries[name]
        known = scope.vocabulary.kinds[kind] if kind is not None else None
        if known is not None and known.second == name:
            _not_by_preposition(scope, key)
        elif known is not None and known.third != name:
            message = f"{quote(known.name)} has nobody {name} whom it is"
            other = known.third or (known.second if known.second in _SECONDS else "on")
            scope.report.error("TL0611", message, key.span, f"write `{other}:`")
        found += names.codes(scope, node, f"`{name}`", when)
    return found


def _against_oneself(scope: Scope, entries: dict[str, Entry], kind: str, by: tuple[str, ...], second: tuple[str, ...]) -> None:
    """Nobody attacks or threatens himself: the duties that would follow from it are owed to the attacker, against the victim."""
    known = scope.vocabulary.kinds[kind]
    if not (_HOSTILE.intersection(known.above) or known.implies or known.ends):
        return
    for code in by:
        if code in second:
            at, other = _written(entries, code, *_SECONDS), _written(entries, code, "by")
            side = known.roles.get(known.second, "addressee")
            message = f"{quote(code)} is both {known.roles.get('by', 'author')} and {side} of one {kind}"
            hint = "name each on one side only; violence inside a state is an `internal_conflict`, or `mass_violence`"
            scope.report.error("TL0618", message, at, hint, label=(other, "and here"))


def _done_under(scope: Scope, entries: dict[str, Entry], kind: str) -> None:
    if "under" in entries and not _UNDER.intersection(scope.vocabulary.kinds[kind].above):
        hint = "take it out; a request or an invocation under the treaty is an act of its own"
        message = f"`under` belongs to requests, consents, releases and breaches, not to {quote(kind)}"
        scope.report.error("TL0603", message, entries["under"][0].span, hint)


def _written(entries: dict[str, Entry], code: str, *names: str) -> Span:
    """Where a field names somebody."""
    nodes = [item for name in names if name in entries for item in fields.one_or_more(entries[name][1])]
    return next((node.span for node in nodes if getattr(node, "text", None) == code), nodes[0].span)


def _targets(scope: Scope, node: Node) -> tuple[str, ...]:
    found = [
        (fields.words(scope, item, "target", scope.vocabulary.targets, table="targets"), item) for item in fields.one_or_more(node)
    ]
    return fields.distinct(scope, found)


def _facts_of_nothing(scope: Scope, facts: dict[str, Written], happened: Scalar) -> None:
    for name, written in facts.items():
        message = f"`{name}` is written of an act that did not happen"
        scope.report.error("TL0610", message, written.key.span, "take it out", label=(happened.span, "here it says so"))
