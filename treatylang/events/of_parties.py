"""What is said of parties against what is said between them: who is at war is belligerent."""

from __future__ import annotations

from treatylang.events.facts import joint
from treatylang.events.moments import FIRST, LAST, earliest, latest
from treatylang.events.report import quote
from treatylang.events.tree import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.diagnostics.diagnostic import Place
    from treatylang.events.scope import Scope
    from treatylang.events.situation import Situation, Value
    from treatylang.events.tree import Node

    Ground = tuple[Value, str, Place | None]


def check_parties(scope: Scope, node: Node, situation: Situation) -> None:
    """No fact of a party is denied that a relation implies on all days asked about."""
    for key, row in node.entries if isinstance(node, Mapping) else ():
        for name, _ in row.entries if isinstance(row, Mapping) else ():
            written = situation.party_facts.get(key.text, {}).get(name.text)
            if written is None or written is True:
                continue
            for value, words, at in _grounds(scope, situation, key.text, name.text):
                account = next((who for so, no, who in joint(value, written) if so is True and no is False), "")
                if account == "":
                    continue
                where = f" in the account of {quote(account)}" if account else ""
                message = f"{words}, and {quote(key.text)} is said not to be `{name.text}`{where}"
                label = (at.span, "against this") if at is not None else None
                scope.report.error("TL0610", message, name.span, "change one, or write `unknown`", label=label)
                break


def _grounds(scope: Scope, situation: Situation, code: str, name: str) -> Iterator[Ground]:
    """What implies a fact of one on all days asked about."""
    implying = {each.name: each for each in scope.vocabulary.relations.values() if name in each.implies}
    first, last = min(situation.as_of), max(situation.as_of)
    for fact in situation.relations if implying else ():
        relation = implying.get(fact.name)
        since, until = latest(fact.since) if fact.since else FIRST, earliest(fact.until) if fact.until else LAST
        if (
            relation is not None
            and code in relation.implied_of(fact.first, fact.second)
            and since <= earliest(first)
            and latest(last) < until
        ):
            yield fact.value, f"`{fact.name}` holds of {quote(fact.first)} and {quote(fact.second)}", fact.at
    kinds = scope.vocabulary.kinds
    above = {act.kind: [kinds[kind] for kind in kinds[act.kind].above] for act in situation.acts if implying and act.kind in kinds}
    ended = {each for found in above.values() for kind in found for each in kind.ends}
    for act in situation.acts if implying else ():
        brought = {each for kind in above.get(act.kind, ()) for each in kind.implies if each in implying} - ended
        plain = act.facts.get("consented", False) is False and act.facts.get("attributed", True) is True
        if not plain or latest(act.date) > earliest(first):
            continue
        for each in sorted(brought):
            both = ((one, two) for one in act.by for two in act.second)
            if any(code in implying[each].implied_of(one, two) for one, two in both):
                yield act.happened, f"{quote(act.kind)} implies `{each}`", act.at
