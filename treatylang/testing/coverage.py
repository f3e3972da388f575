"""Which clauses the tests made binding and not binding, and which lines of them they made hold and fail."""

from __future__ import annotations

from treatylang.decision.formula import All, Any, Formula, Leaf, Neg, value
from treatylang.model.treaty import Deems, Duty
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatylang.decision.decision import Decision
    from treatylang.plan.plan import ClausePlan, Plan

_BINDS = {"owed": True, "permitted": True, "breached": True, "not_owed": False}
_EXCEPTIONS = ("unless", "lapses", "displaced")  # in a formula they stand negated


@dataclass(frozen=True, slots=True)
class Gap:
    """What no test has shown yet of a norm or a line, cited by `id`: that it is so (`never` True: never owed, breached, or held), or
    that it is not."""

    treaty: str
    id: str
    words: str
    never: bool
    sort: str


@dataclass(frozen=True, slots=True)
class _Item:
    """Something to be shown: a norm (`sort`), what starts a clause, or a line below it; `ways` are the values to be seen."""

    id: str
    words: str
    sort: str = "line"
    ways: tuple[bool, ...] = (True, False)


class Coverage:
    """What decisions have shown of a plan, those with what is not owed too."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._seen: dict[str, set[bool]] = {}

    def note(self, decision: Decision) -> None:
        """Take a decision into account."""
        self._note_absent(decision)
        for duty in decision.duties:
            norm = duty.id.rpartition("/")[0]
            if duty.modality == "must_not":
                if duty.verdict in ("breached", "owed", "not_owed"):
                    self._see(norm, duty.verdict == "breached")
            elif duty.verdict in _BINDS:
                self._see(norm, _BINDS[duty.verdict])
            clause = self._clause(duty.treaty, norm)
            for formula in (duty.applies, duty.violated):
                for id_, holds in _lines(formula, f"{clause}.when") if formula is not None else ():
                    self._see(id_, holds)

    def _note_absent(self, decision: Decision) -> None:
        """A norm of which the answer has no row at all binds nobody: whom it would bind is not there (`the helper`, where none helps)."""
        norms = {duty.id.rpartition("/")[0] for duty in decision.duties}
        out = {(each.treaty, each.clause) for each in decision.not_applicable}
        for treaty in decision.treaties:
            for clause in self.plan.treaties[treaty].clauses:
                if (treaty, None) in out or (treaty, clause.id) in out or clause.standing:
                    continue
                items = [item for item in _items(treaty, clause) if item.sort == "norm"]
                for item in items:
                    if item.id not in norms:
                        self._see(item.id, False)
                if items and norms.isdisjoint(item.id for item in items):
                    self._see(f"{treaty}:{clause.id}.when", False)

    def gaps(self, treaties: Iterable[str]) -> tuple[Gap, ...]:
        """What is not shown of these treaties, in the order of the texts."""
        return tuple(
            Gap(name, item.id, item.words, way, item.sort)
            for name in treaties
            for item in self._items(name)
            for way in item.ways
            if way not in self._seen.get(item.id, ())
        )

    def counts(self, treaties: Iterable[str]) -> tuple[int, int]:
        """How much is shown of these treaties, and how much there is to show: each norm and each line, both ways."""
        every = [(item.id, way) for name in treaties for item in self._items(name) for way in item.ways]
        return sum(way in self._seen.get(id_, ()) for id_, way in every), len(every)

    def _see(self, id_: str, value: bool) -> None:
        self._seen.setdefault(id_, set()).add(value)

    def _clause(self, treaty: str, norm: str) -> str:
        """The clause of a norm; where a clause has several, the verb stands behind it."""
        known = {f"{treaty}:{clause.id}" for clause in self.plan.treaties[treaty].clauses}
        return norm if norm in known else norm.rpartition(".")[0]

    def _items(self, treaty: str) -> Iterable[_Item]:
        """What there is to show of a treaty; a line of its head once for all clauses."""
        found: dict[str, _Item] = {}
        for clause in self.plan.treaties[treaty].clauses:
            for item in _items(treaty, clause):
                found.setdefault(item.id, item)
        return found.values()


def _items(treaty: str, clause: ClausePlan) -> Iterator[_Item]:
    norms = [norm for norm in clause.norms if not isinstance(norm, Deems)]
    own = f"{treaty}:{clause.id}"
    for norm in norms:
        verb = norm.duty if isinstance(norm, Duty) else "refrain"
        always = clause.standing and isinstance(norm, Duty)  # of what always holds there is nothing else to see
        yield _Item(f"{own}.{verb}" if len(norms) > 1 else own, norm.words, "norm", (True,) if always else (True, False))
    for trigger in clause.triggers if norms else ():
        if trigger.condition is not None:
            yield _Item(trigger.id or f"{own}.when", f"when {trigger.words}".replace("when also when", "also when"))
    for each in clause.lines if norms else ():
        yield _Item(each.line.id, each.line.words)


def _lines(formula: Formula, when: str) -> Iterator[tuple[str, bool]]:
    """The lines of a rule that are decided: by what they are cited, and whether they hold."""
    stack = [formula]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            continue
        id_ = node.id if isinstance(node, All | Neg) else ""
        id_ = id_ or (when if node.role == "when" else "")
        now = _as_read(node) if id_ else None
        if now is not None:
            yield id_, now is not (node.role in _EXCEPTIONS)
        stack += [node.term] if isinstance(node, Neg) else node.terms


def _as_read(line: Formula) -> bool | None:
    """Whether a line holds; one of a reading that is not agreed, whether it does where the text is read so: whether it is, stays open."""
    if isinstance(line, All) and len(line.terms) == 1 and isinstance(either := line.terms[0], Any) and either.now is None:
        outside, *own = either.terms
        if isinstance(outside, Neg) and any(isinstance(leaf, Leaf) and leaf.basis == "reading" for leaf in _below(outside.term)):
            return value(own[0]) if len(own) == 1 else None
    return value(line)


def _below(formula: Formula) -> tuple[Formula, ...]:
    return formula.terms if isinstance(formula, All | Any) else ()
