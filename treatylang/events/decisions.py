"""What bodies decided, and the standing of parties in treaties."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Place
from treatylang.events import fields, names
from treatylang.events.fields import Entry, head, read_fields
from treatylang.events.moments import Window, bounds, earliest, lifetime, outside, window
from treatylang.events.report import quote
from treatylang.events.situation import DecisionFact, MembershipFact
from treatylang.events.words import DECISION_FIELDS, MEMBERSHIP_FIELDS, OUTCOMES, STATUSES, VOTES
from treatylang.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.scope import Scope
    from treatylang.events.tree import Node, Scalar
    from treatylang.text.source import Span

_CAN_DECIDE = frozenset({"body", "organisation"})


def read_decisions(scope: Scope, node: Node, most: int) -> tuple[tuple[DecisionFact, ...], dict[int, Scalar]]:
    """The rows of `decisions`, and for those that are about an act the place where its id is written."""
    found: list[DecisionFact] = []
    about: dict[int, Scalar] = {}
    said: dict[tuple[object, ...], tuple[str, Span]] = {}
    rows = fields.items(scope, node, "`decisions`")
    if fields.too_many(scope, rows, most, "{} decisions in one event", "leave out what bears on no duty, or split the event"):
        return (), {}
    for row in rows:
        entries = read_fields(scope, row, "a decision", DECISION_FIELDS, ("body",))
        if entries is None:
            continue
        fact = _decision(scope, entries, row)
        named = fields.scalar(scope, entries["about"][1], "`about`") if "about" in entries else None
        if named is not None:
            about[len(found)] = named
            fact = replace(fact, about=named.text)
        found.append(fact)
        _said_once(scope, fact, head(row), said)
    return tuple(found), about


def _said_once(scope: Scope, fact: DecisionFact, at: Span, said: dict[tuple[object, ...], tuple[str, Span]]) -> None:
    """One decision was taken or it was not: of two rows on the same day that say both, nothing tells which to believe."""
    if fact.outcome in (None, "unknown") or fact.decision is None or not fact.body or len(fact.date) < 10:
        return
    same = (fact.body, fact.decision, fact.date, frozenset(fact.on), fact.ref, fact.about)
    outcome, first = said.setdefault(same, (fact.outcome or "", at))
    if (outcome == "adopted") is not (fact.outcome == "adopted"):
        message = f"{quote(fact.decision)} of {quote(fact.body)} on {fact.date} is both `{outcome}` and `{fact.outcome}`"
        hint = "keep one; two drafts are told apart by `ref`, `about` or `on`"
        scope.report.error("TL0610", message, at, hint, label=(first, "against this"))


def _decision(scope: Scope, entries: dict[str, Entry], row: Node) -> DecisionFact:
    def value(name: str) -> Node | None:
        return entries[name][1] if name in entries else None

    date = fields.moment(scope, node, "`date`") if (node := value("date")) else scope.date
    when = window(date or None)
    outcome: str | None = "adopted"
    if "outcome" in entries and "votes" in entries:
        later, earlier = sorted((entries["outcome"][0], entries["votes"][0]), key=lambda key: key.span.start, reverse=True)
        hint = "votes are counted by the treaty's own rule; keep one of the two"
        scope.report.error(
            "TL0614", "a decision has both `outcome` and `votes`", later.span, hint, label=(earlier.span, "and this")
        )
    elif "outcome" in entries:
        outcome = fields.one_of(scope, entries["outcome"][1], "`outcome`", OUTCOMES)
    votes = _votes(scope, node, when) if (node := value("votes")) else None
    if "note" in entries:
        fields.text(scope, entries["note"][1], "`note`")
    return DecisionFact(
        body=(_body(scope, node, when) if (node := value("body")) else None) or "",
        decision=_what(scope, node) if (node := value("decision")) else None,
        outcome=outcome if votes is None else None,
        votes=votes,
        date=date or "",
        on=names.codes(scope, node, "`on`", when) if (node := value("on")) else (),
        ref=fields.text(scope, node, "`ref`") if (node := value("ref")) else None,
        at=Place(scope.report.source, row.span),
    )


def _what(scope: Scope, node: Node) -> str | None:
    """The word of a decision; a kind of act says what a body authorises."""
    vocabulary = scope.vocabulary
    found = fields.scalar(scope, node, "`decision`")
    if found is None or found.text in vocabulary.decisions or found.text in vocabulary.kinds:
        return found.text if found is not None else None
    fields.unknown(
        scope,
        "TL0301",
        f"unknown decision {quote(found.text)}",
        found,
        vocabulary.decisions,
        "decision",
        tables=("decisions", "kinds"),
    )
    return None


def _body(scope: Scope, node: Node, when: Window) -> str | None:
    """A body of the vocabulary or of a treaty, or an actor that can decide."""
    found = fields.scalar(scope, node, "`body`")
    if found is None:
        return None
    name, vocabulary = found.text, scope.vocabulary
    state = vocabulary.states.get(name)
    if name in vocabulary.bodies:
        spell = vocabulary.bodies[name].spell
        life = lifetime((spell,)) if spell is not None else None
        if life is not None and outside(when, life):
            scope.report.error("TL0608", f"{quote(name)} did not exist on {when.first}", found.span, f"it stands {bounds(life)}")
        return name
    if name in scope.bodies or scope.actors.get(name) in _CAN_DECIDE or (state is not None and state.sort == "organisation"):
        return name
    if name in scope.actors or state is not None:
        hint = "name a body, or an organisation"
        scope.report.error("TL0606", f"{quote(name)} is no body that decides", found.span, hint)
        return None
    own = [code for code, kind in scope.actors.items() if kind in _CAN_DECIDE]
    fields.unknown(scope, "TL0605", f"unknown body {quote(name)}", found, [*vocabulary.bodies, *scope.bodies, *own])
    return None


def _votes(scope: Scope, node: Node, when: Window) -> dict[str, tuple[str, ...]]:
    entries = read_fields(scope, node, "`votes`", VOTES)
    found: dict[str, tuple[str, ...]] = {}
    voted: dict[str, str] = {}
    for vote, (key, voters) in (entries or {}).items():
        found[vote] = names.code_list(scope, voters, f"`{vote}`", when)
        for voter in found[vote]:
            if voter in voted:
                message = f"{quote(voter)} votes both `{voted[voter]}` and `{vote}`"
                scope.report.error("TL0610", message, key.span, "keep one of the two")
            voted[voter] = vote
    return found


def read_membership(scope: Scope, node: Node) -> tuple[MembershipFact, ...]:
    """The rows of `membership`; a suspension toward several is a fact for each."""
    found: list[MembershipFact] = []
    for row in fields.items(scope, node, "`membership`"):
        entries = read_fields(scope, row, "a row of `membership`", MEMBERSHIP_FIELDS, ("party", "treaty", "status"))
        if entries is not None:
            found.extend(_standing(scope, entries, row))
    return tuple(found)


def _standing(scope: Scope, entries: dict[str, Entry], row: Node) -> list[MembershipFact]:
    since, until = fields.spell(scope, entries)
    party = names.code(scope, entries["party"][1], "`party`", scope.when) if "party" in entries else None
    treaty = names.treaty(scope, entries["treaty"][1]) if "treaty" in entries else None
    status = fields.one_of(scope, entries["status"][1], "`status`", STATUSES) if "status" in entries else None
    toward: tuple[str, ...] = names.codes(scope, entries["toward"][1], "`toward`", scope.when) if "toward" in entries else ()
    if "note" in entries:
        fields.text(scope, entries["note"][1], "`note`")
    if "toward" in entries and status is not None and status != "suspended":
        hint = "take it out, or write `status: suspended`"
        scope.report.error("TL0614", f"`toward` belongs to `suspended`, not to {quote(status)}", entries["toward"][0].span, hint)
    if party is None or treaty is None or status is None:
        return []
    _against_the_list(scope, entries, (party, treaty, status), since)
    at = Place(scope.report.source, row.span)
    return [MembershipFact(party, treaty, status, since, until, other, at) for other in toward or (None,)]


def _against_the_list(scope: Scope, entries: dict[str, Entry], row: tuple[str, str, str], since: str | None) -> None:
    """Party lists are the treaty's: an event may add a change of standing, not a party.

    Whoever leaves, or is put out, must have been in it on the day on which that began; on a later day the list itself may say so.
    """
    party, treaty, status = row
    if scope.membership is None or status == "contested" or not scope.date:
        return
    starts = status not in ("party", "not_party")
    if starts and since is None and status == "excluded":
        return
    day = earliest(since) if starts and since is not None else scope.date
    listed = scope.membership(treaty, party, day)
    if listed is None or listed is (status != "not_party"):
        return
    message = f"{quote(party)} {'is' if listed else 'is not'} a party to {quote(treaty)} on {day}, by the treaty's own list"
    scope.report.error("TL0616", message, entries["status"][1].span, "write `contested` where its standing is in doubt")
