"""The smallest change of the event by which a duty that is not owed would be: what separates the case from the rule.

Found by trying.  The formula of a duty says what it falls short of (`shortfall`), each gap is mended in the event in the ways that there are
(`repairs`), and the event so changed is decided again, the cheapest first (A*: Hart, Nilsson, Raphael 1968).  A change is told only
where the duty is then owed, or the right given.

Stating or turning a fact, a relation or a decision counts one, another feature of an act (its kind, who did it, on whom, where) two,
another day four, and another act five.
"""

from __future__ import annotations

from collections import ChainMap
from heapq import heappop, heappush

from treatylang.decision.case import in_common_words
from treatylang.decision.changes import Change, Edit, Scene, made_again, undenied
from treatylang.decision.deciding_again import Deciding, clause_of_duty
from treatylang.decision.formula import All, Formula, Neg, value
from treatylang.decision.repairs import Repairs
from treatylang.decision.repairs_of_features import alike
from treatylang.decision.shortfall import UNSAID, Gap, Known, Short, cost_of, failing, shortfalls
from treatylang.decision.singles import singles
from treatylang.decision.wording import cited
from treatylang.model import conditions as c
from treatylang.plan.plan import Plan, party_list
from treatylang.record import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatylang.decision.decision import Decision, Duty
    from treatylang.decision.from_plan import Wanted
    from treatylang.events.situation import Situation
    from treatylang.model.vocabulary import Kind, Vocabulary

_HELD = ("owed", "permitted")
_MOST_TRIED = 160  # events that are decided for one duty
_MOST_SINGLES = 160  # and besides, with one change each
_MOST_COST = 12
_MOST_WAYS = 6
_MOST_ALIKE = 12  # of one change: by another actor, in another place
_DEEPEST = 2  # duties that wait for duties


@dataclass(frozen=True, slots=True)
class Nearest:
    """Why a duty is not owed, and what would change it.

    `failed`: the gap that fails first, of the way that is nearest to holding; `changes`: the smallest change, in the order in which it is
    told (none: nothing that an event can say would do); `scene`: the event with it.  `gaps`: all that this way falls short of; `bar`: why
    it cannot be on this day, or what is to be known of the membership that fails.  `gives_way`: of one that is displaced, to which clause,
    in the treaty's words, and by which line.  `cut`: not all that could be tried was, so that a smaller change may be left.  `cost`: what
    the changes count together.
    """

    failed: Gap | None
    changes: tuple[Change, ...]
    scene: Scene | None
    gaps: Short
    bar: str = ""
    gives_way: str = ""
    cut: bool = False
    cost: int = 0


class Asking(Deciding):
    """The smallest changes for the duties of one event."""

    def of_all(self, duties: Sequence[Duty]) -> list[Nearest]:
        """For each duty the smallest change.  What makes a duty owed by one is tried first on the others whom the clause binds alike."""
        found: list[Nearest] = []
        known: dict[tuple[object, ...], list[tuple[str, Nearest]]] = {}
        parts: Known = {}
        for duty in duties:
            tried = known.setdefault((clause_of_duty(duty.id), _shape(duty, parts)), [])
            same = next((shared for of, each in tried if (shared := self._shared(of, each, duty, parts)) is not None), None)
            if same is None:
                same = self.of(duty)
                tried.append((duty.bearer, same))
            found.append(same)
        return found

    def of(self, duty: Duty) -> Nearest:
        """The smallest change by which a duty would be owed."""
        prefix = clause_of_duty(duty.id)
        owed = any(each.verdict in _HELD for each in self.rows(prefix, duty.bearer, self.scene))  # to another
        return self.search(prefix, duty.bearer, self.scene, _DEEPEST, duty.owed_to if owed else None)[0]

    def search(self, prefix: str, bearer: str, scene: Scene, depth: int, to: str | None = None) -> tuple[Nearest, int]:
        """The smallest change for a bearer of a clause, and how many events were decided for it; `to`: by which it is owed to this one.

        What goes before the clause is at first left out of sight, since it seldom matters and always costs.
        """
        displaced = all(_is_displaced(each) for each in self.rows(prefix, bearer, scene) if to in (None, each.owed_to))
        first = _Search(self, prefix, bearer, scene, depth, to, whole=displaced)
        found = first.run()
        if displaced or found.scene is None or _is_held(self.rows(prefix, bearer, found.scene), to):
            return found, first.tried
        again = _Search(self, prefix, bearer, scene, depth, to, whole=True)
        return again.run(), first.tried + again.tried

    def _shared(self, of: str, known: Nearest, duty: Duty, parts: Known) -> Nearest | None:
        """What was found of another bearer, where it does for this one too, and the same fails; what that one asked for or did is then
        this one's."""
        prefix = clause_of_duty(duty.id)
        failed = failing(known.gaps)
        if failed is not None and not _fails(failed, duty, parts):
            return None
        if known.scene is None:
            return None if known.changes or duty.bearer in _names(known) or of in _names(known) else known
        if any(each.verdict in _HELD for each in self.rows(prefix, duty.bearer, self.scene)):
            return None
        for scene, rows in ((known.scene, self.rows_of_all), (_of_another(known.scene, self.scene, of, duty.bearer), self.rows)):
            if scene is not None and _is_held(rows(prefix, duty.bearer, scene), None):
                return replace(known, scene=scene)
        return None


def _from_there(change: Change, left_out: list[Change]) -> Change:
    """A change of what an earlier one, now left out, had changed too: told from where that began."""
    whose, _, _ = change.words.partition(" were ")
    _, instead, of = change.words.rpartition(" instead of ")
    for each in left_out if instead else ():
        started, again, then = each.words.rpartition(" instead of ")
        if again and started.startswith(f"{whose} were ") and then.split(" ")[0] == of.split(" ")[0]:
            return replace(change, words=f"{change.words.removesuffix(of)}{then}")
    return change


def _of_another(scene: Scene, before: Scene, of: str, bearer: str) -> Scene | None:
    """The scene with acts of one bearer, that were supposed, as those of another."""
    own = {act.id for act in before.situation.acts}
    acts = scene.situation.acts
    made = tuple(replace(act, by=(bearer,)) if act.by == (of,) and act.id not in own else act for act in acts)
    return Scene(replace(scene.situation, acts=made), scene.day) if made != acts else None


@dataclass(frozen=True, slots=True)
class _Node:
    """A scene on the way: the edits that led to it, and of the first the gap that it mends."""

    edits: tuple[Edit, ...]
    scene: Scene
    gap: Gap | None
    short: Short

    @property
    def cost(self) -> int:
        return sum(edit.cost for edit in self.edits)


class _Search:
    """The search for one duty: the cheapest scene in which it is owed."""

    def __init__(self, asking: Asking, prefix: str, bearer: str, scene: Scene, depth: int, to: str | None, whole: bool) -> None:
        self.asking = asking
        self.prefix = prefix
        self.bearer = bearer
        self.start = scene
        self.depth = depth
        self.to = to
        self.whole = whole
        self.treaty, self.clause = asking.clause_of(prefix)
        self.tried = 0
        self._short: dict[int, list[Short] | None] = {}
        self.best: _Node | None = None  # the cheapest scene that is known to do: nothing that counts as much is tried
        self.most = max(20, _MOST_TRIED // max(1, len(scene.situation.acts) // 4))  # an event of many acts takes long to decide
        self.seen: set[int] = set()

    def run(self) -> Nearest:
        ways = self._shortfalls(self.start) or []
        cut = self._guided(ways)
        cut |= self._any_single(ways)
        if self.best is not None:
            edits = self._without_needless(self.best.edits)
            scene, short = edits[-1].scene, self.best.short
            changes = _told(edits, self.start, self.bearer)
            failed = self._belonging(failing(short), changes)
            note = self._note(failed, changes) if failed else ""
            return Nearest(failed, changes, scene, short, note, self._gives_way(failed), cut, sum(edit.cost for edit in edits))
        short = ways[0] if ways else self._impossible()
        return Nearest(failing(short), (), None, short, self._bar(short), self._gives_way(failing(short)), cut)

    def _guided(self, ways: list[Short]) -> bool:
        """From what is missing to what would mend it, the cheapest first; whether it was cut off."""
        waiting: list[tuple[int, int, _Node]] = [(cost_of(ways[0]) if ways else 0, 0, _Node((), self.start, None, ()))]
        number = 0
        beyond = False
        while waiting and self.tried < self.most:
            estimate, _, node = heappop(waiting)
            if self.best is not None and estimate > self.best.cost:
                return False
            for rest, child in self._children(node):
                mark = self.asking.mark(child.scene)
                if mark in self.seen:
                    continue
                self.seen.add(mark)
                number += 1
                if child.cost + rest <= _MOST_COST:
                    heappush(waiting, (child.cost + rest, number, child))
                else:
                    beyond = True
        return (beyond and self.best is None) or any(self.best is None or each[0] <= self.best.cost for each in waiting)

    def _any_single(self, ways: list[Short]) -> bool:
        """Every single change that the words of the rule could tell apart, where none as small has been found; whether it was cut off."""
        tried = 0
        formulas = [row.applies for row in self._rows(self.start) if row.applies is not None]
        for edit in singles(formulas, self._repairs(self.start), self._possible):
            if self.best is not None and (edit.cost, 1) >= (self.best.cost, len(self.best.edits)):
                continue
            edit = replace(edit, scene=undenied(edit.scene, self._common(edit.scene)))
            mark = self.asking.mark(edit.scene)
            if mark in self.seen or mark in self._short:
                continue
            self.seen.add(mark)
            tried += 1
            if tried > _MOST_SINGLES:
                return True
            self.tried += 1
            if self._holds(edit.scene):
                self.best = _Node((edit,), edit.scene, None, _of_act(ways, edit))
        return False

    def _without_needless(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """The edits without one that turned out not to be needed for the others to do."""
        for left_out in edits if len(edits) > 1 else ():
            kept = self._again([each for each in edits if each is not left_out], edits)
            if kept and self._holds(kept[-1].scene):
                return self._without_needless(kept)
        return edits

    def _again(self, kept: list[Edit], edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Some of the edits, made one after the other in the scene as it is."""
        made: list[Edit] = []
        scene = self.start
        for number, each in enumerate(edits):
            if each in kept:
                scene = made_again(scene, edits[number - 1].scene if number else self.start, each.scene)
                left_out = [earlier.change for earlier in edits[:number] if earlier not in kept]
                made.append(replace(each, scene=scene, change=_from_there(each.change, left_out)))
        return tuple(made)

    def _gives_way(self, gap: Gap | None) -> str:
        """To which clause a duty gives way, in the treaty's words, and by which line."""
        if gap is None or gap.displaced is None:
            return ""
        words, line = gap.displaced
        treaty, _, name = words.removeprefix("displaced by ").partition(":")
        first = next((each for each in self.asking.plan.treaties[treaty].clauses if each.id == name), None)
        if first is None:
            return words
        label = f" [{first.label}]" if first.label else ""
        says = " and ".join(norm.words for norm in first.norms)
        return f'{cited(first.article)}{label}, "{says}"' + (f" ({line})" if line else "")

    def _impossible(self) -> Short:
        """What the rule falls short of, though nothing could sensibly mend it."""
        found = [short for row in self._rows(self.start) if row.applies is not None for short in shortfalls(row.applies)[:1]]
        return min(found, key=cost_of, default=())

    def _bar(self, short: Short) -> str:
        """What no event on this day can change: dates of the text and of its parties."""
        repairs = self._repairs(self.start)
        for gap in short:
            if told := next(repairs.bars(gap), "") or self._spells(gap) or _standing(gap):
                return told
        return ""

    def _note(self, gap: Gap, changes: tuple[Change, ...]) -> str:
        """What is to be known of a gap besides: who does not fit, since or until when he was a party, that the bearer is struck himself."""
        repairs = self._repairs(self.start)
        if gap.role == "bearer":
            return next(repairs.takes_part(), "")
        own = next((each.words for each in changes if _leaves_out(each, self.bearer)), "")
        if gap.sort == "act" and own:
            return f"{own.partition(' were ')[0]} is {own.rpartition(' instead of ')[2]} itself"
        for _, _, part, code in repairs.misfits(gap):
            who = "" if part.who is None else part.who.words
            misfit = replace(gap, sort="role", leaf=replace(gap.leaf, words=f"{code} is {who}"))
            return self._spells(misfit) or f"{code} is {'no' + who[1:] if who.startswith('a ') else 'not ' + who}"
        return self._spells(gap)

    def _belonging(self, gap: Gap | None, changes: tuple[Change, ...]) -> Gap | None:
        """The gap that the changes mend: where the bearer is struck himself, the line by which the clause starts."""
        if gap is None or gap.sort != "act" or gap.role == "bearer" or not any(_leaves_out(each, self.bearer) for each in changes):
            return gap
        words = self.clause.triggers[0].words
        return replace(gap, leaf=replace(gap.leaf, words=words), line=f"when {words}", role="when")

    def _spells(self, gap: Gap) -> str:
        """Since or until when one was a party who is taken for none."""
        words = gap.leaf.words
        code, is_, _ = words.partition(f" is party to {self.treaty.id}" if " is party to " in words else " is a party")
        if not is_ or not gap.goal:
            return ""
        base = party_list(self.asking.plan.treaties, self.treaty)
        spells = [member.spell for member in base.members if member.state == code]
        if any(each.contains(self.start.day) is not False for each in spells):
            return ""
        ended = [each.until for each in spells if each.until is not None and each.until <= self.start.day]
        begun = [each.since for each in spells if each.since is not None and each.since > self.start.day]
        if ended:
            return f"{code} was a party only until {max(ended)}"
        return f"{code} is a party only from {min(begun)} on" if begun else ""

    def _rows(self, scene: Scene) -> list[Duty]:
        """What the clause asks of the bearer; where one row of several is meant, that, as long as there is it."""
        found = self.asking.rows(self.prefix, self.bearer, scene, self.whole)
        return [each for each in found if each.owed_to == self.to] if self.to is not None else found

    def _holds(self, scene: Scene) -> bool:
        return _is_held(self._rows(scene), self.to)

    def _repairs(self, scene: Scene) -> Repairs:
        return Repairs(self.asking.plan, self.treaty, self.clause, scene, self.bearer, scene is self.asking.scene)

    def _shortfalls(self, scene: Scene) -> list[Short] | None:
        """What the rows fall short of, the nearest first; None where there is no row."""
        mark = self.asking.mark(scene)
        if mark not in self._short:
            self.tried += 1
            self._short[mark] = self._shortfalls_of(self._rows(scene))
        return self._short[mark]

    def _shortfalls_of(self, rows: list[Duty]) -> list[Short] | None:
        if _is_held(rows, self.to):
            return [()]
        known: Known = {}
        found = [short for row in rows if row.applies is not None for short in shortfalls(row.applies, self._possible, known)]
        return sorted(found, key=cost_of)[:_MOST_WAYS] or None

    def _possible(self, gap: Gap) -> bool:
        """Whether a gap can sensibly be mended: no invasion could be a request, and no event says what a treaty's text is."""
        if gap.sort == "rule":
            return gap.leaf.atom is not None and gap.leaf.atom.word == "suspended" and len(gap.leaf.atom.of) > 2
        if gap.sort != "kind" or gap.act is None or not gap.goal:
            return True
        one, _, other = gap.leaf.words.partition(" is ")
        kinds: ChainMap[str, Kind] = ChainMap(self.treaty.vocabulary.kinds, self._common(self.start).kinds)  # type: ignore[arg-type]
        other = other.removeprefix("an ").removeprefix("a ")
        return one not in kinds or other not in kinds or alike(kinds[one], kinds[other])

    def _children(self, node: _Node) -> Iterator[tuple[int, _Node]]:
        """What mends one gap of each way: of edits told alike, that which leaves the least to do."""
        ways = self._shortfalls(node.scene)
        spent = sum(edit.cost for edit in node.edits)
        mended: set[tuple[object, ...]] = set()
        for short in ways or ():
            if not short:
                continue
            before = cost_of(short)
            gap = short[0]  # in the order of the text: whom the first act introduces, later words mean
            if (gap.key, gap.goal, gap.leaf.words) in mended:
                continue
            mended.add((gap.key, gap.goal, gap.leaf.words))
            best: dict[str, tuple[int, Edit]] = {}
            alike: dict[str, int] = {}
            for edit in self._edits(gap, node.scene):
                if self.tried >= self.most:
                    break
                counts = spent + edit.cost
                if self.best is not None and (counts, len(node.edits) + 1) >= (self.best.cost, len(self.best.edits)):
                    continue
                told = edit.change.words
                alike[told] = alike.get(told, 0) + 1
                if alike[told] > _MOST_ALIKE or (told in best and best[told][0] <= before - gap.cost):
                    continue
                edit = replace(edit, scene=undenied(edit.scene, self._common(edit.scene)))
                after = self._shortfalls(edit.scene)
                if after is None:
                    continue
                rest = cost_of(after[0])
                if rest >= max(before, gap.cost) + (gap.leaf.basis == UNSAID) and edit.change.basis != "day":
                    continue  # it brings nothing nearer
                if edit.change.words not in best or rest < best[edit.change.words][0]:
                    best[edit.change.words] = (rest, edit)
                if self._holds(edit.scene):
                    self.best = _Node((*node.edits, edit), edit.scene, node.gap or gap, node.short or short)
            for rest, edit in best.values():
                yield rest, _Node((*node.edits, edit), edit.scene, node.gap or gap, node.short or short)

    def _common(self, scene: Scene) -> Vocabulary:
        plan = self.asking.plan
        return in_common_words(scene.situation, plan.vocabulary, plan.dictionary)

    def _edits(self, gap: Gap, scene: Scene) -> Iterator[Edit]:
        repairs = self._repairs(scene)
        waits_for = _owes(repairs.conditions.get(gap.leaf.words)) if gap.sort == "act" and self.depth else None
        if waits_for is not None:
            yield from self._derived(waits_for, gap, scene)
        yield from repairs.of(gap)

    def _derived(self, waits_for: c.Owes, gap: Gap, scene: Scene) -> Iterator[Edit]:
        """A duty that waits for another: the changes by which that one would be owed."""
        for prefix, bearer, words in self._awaited(waits_for, scene):
            found, tried = self.asking.search(prefix, bearer, scene, self.depth - 1)
            self.tried += tried // 4
            if found.scene is not None:
                told = Change(words, True, False, "duty", "", found.changes)
                yield Edit(sum(_counts(each) for each in found.changes) or 1, told, found.scene)

    def _awaited(self, waits_for: c.Owes, scene: Scene) -> Iterator[tuple[str, str, str]]:
        """Duties that a condition may mean: the clause, one who bears it, and the duty in words."""
        plan = self.asking.plan
        for ref in waits_for.under:
            if ref.treaty not in plan.treaties:
                continue
            treaty = plan.treaties[ref.treaty]
            for clause in treaty.clauses:
                if ref.clauses and clause.id not in ref.clauses:
                    continue
                tried: dict[str, int] = {}
                for row in self.asking.decided(treaty, clause, scene):
                    at = clause_of_duty(row.id)
                    if at.partition(":")[2].removesuffix(f".{row.duty}") != clause.id or row.verdict in _HELD:
                        continue
                    above = treaty.vocabulary.duties[row.duty].above if row.duty in treaty.vocabulary.duties else (row.duty,)
                    if waits_for.duty not in above or not _may_bear(waits_for, row.bearer, self.bearer):
                        continue
                    tried[at] = tried.get(at, 0) + 1
                    if tried[at] > 2:
                        continue
                    named = row.owed_to if row.owed_to != "ALL" else None
                    meant = waits_for.object.words if waits_for.object is not None else ""
                    to = f" {named or meant}" if named or meant else ""
                    of = "" if ref.treaty == self.treaty.id else f"{ref.treaty}, "
                    words = f"{row.bearer} had to {row.duty}{to} by {of}Article {row.article}"
                    yield at, row.bearer, words


def _is_held(rows: Sequence[Duty], to: str | None) -> bool:
    """Whether one of the rows is owed, or a right given; `to`: to this one."""
    return any(each.verdict in _HELD and to in (None, each.owed_to) for each in rows)


def _fails(gap: Gap, duty: Duty, known: Known) -> bool:
    """Whether a duty falls short of a gap of another bearer's too."""
    found = shortfalls(duty.applies, known=known) if duty.applies is not None else []
    told = (gap.line, gap.act, gap.leaf.words)
    return any((each.line, each.act, each.leaf.words) == told for short in found for each in short)


def _of_act(ways: list[Short], edit: Edit) -> Short:
    """The way of which an edit mends something, as far as its words tell; else the nearest."""
    fits = (short for short in ways if any(gap.act is not None and gap.act in edit.change.words for gap in short))
    return next(fits, ways[0] if ways else ())


def _may_bear(waits_for: c.Owes, code: str, bearer: str) -> bool:
    from treatylang.model.who import Fixed, Slot

    if isinstance(waits_for.bearer, Fixed):
        return code in waits_for.bearer.codes
    if isinstance(waits_for.bearer, Slot) and waits_for.bearer.slot == "bearer":
        return code == bearer
    return True


def _owes(condition: c.Condition | c.Pattern | None) -> c.Owes | None:
    if condition is None or isinstance(condition, c.Pattern):
        return None
    return next((part for part in c.every_part(condition) if isinstance(part, c.Owes)), None)


def _standing(gap: Gap) -> str:
    """That a membership is suspended, excluded or disputed."""
    leaf = gap.leaf
    if gap.sort != "rule" and gap.role != "party":
        return ""
    if leaf.basis == "claimed":
        return f"it is disputed whether {leaf.words}"
    if leaf.value is None:
        return f"it is not known whether {leaf.words}"
    return leaf.words if leaf.value else leaf.words.replace(" is ", " is not ", 1)


def _is_displaced(duty: Duty) -> bool:
    """Whether a duty is not owed by giving way to another."""
    rule = duty.applies
    if isinstance(rule, All) and any(_gives_way(term) for term in rule.terms):
        return all(_gives_way(term) for term in rule.terms if value(term) is False)
    short = shortfalls(rule)[:1] if rule is not None else []
    return any(gap.role == "displaced" for each in short for gap in each)


def _gives_way(term: Formula) -> bool:
    return isinstance(term, Neg) and term.role == "displaced" and value(term) is False


def _leaves_out(change: Change, bearer: str) -> bool:
    """Whether a change puts another in the place of the bearer."""
    _, instead, of = change.words.rpartition(" instead of ")
    return bool(instead) and of.endswith(f" {bearer}")


def _told(edits: tuple[Edit, ...], start: Scene, bearer: str) -> tuple[Change, ...]:
    """The changes as they are told: of an act that was moved twice, from where it was to where it is at the end; of an act that is
    supposed, by whom and on whom where a later change names one of them."""
    told: dict[str, Change] = {}
    before = start
    for number, edit in enumerate(edits):
        change = edit.change
        if change.basis == "listed":
            later = " ".join(each.change.words for each in edits[number + 1 :])
            change = replace(
                change, words=f"{change.words}{_supposed_sides(before, edit.scene, later, {bearer, *change.words.split()})}"
            )
        told.setdefault(change.words.partition(" instead of at ")[0], change)
        before = edit.scene
    return tuple(told.values())


def _supposed_sides(before: Scene, after: Scene, later: str, said: set[str]) -> str:
    """` (say by USA against FRA)`, of the act that one scene has more than another, where what is told `later` names one not yet `said`."""
    known = {act.id for act in before.situation.acts}
    made = next((act for act in after.situation.acts if act.id not in known), None)
    words = set(later.replace("(", " ").replace(")", " ").replace(",", " ").split())
    if made is None or not words & ({*made.by, *made.second} - said):
        return ""
    by = f"by {', '.join(made.by)}" if made.by else ""
    on = f"against {', '.join(made.second)}" if made.second else ""
    return f" (say {' '.join(each for each in (by, on) if each)})"


def _counts(change: Change) -> int:
    return {"day": 4, "listed": 5}.get(change.basis, 2)


def _shape(duty: Duty, known: Known) -> int:
    """What a duty's rule costs to meet: bearers of whom that differs are no matter of one change."""
    short = shortfalls(duty.applies, known=known)[:1] if duty.applies is not None else []
    return cost_of(short[0]) if short else 0


def _names(known: Nearest) -> str:
    return " ".join(f"{gap.leaf.words} {gap.line}" for gap in known.gaps)


def nearest_of(plan: Plan, situation: Situation, decision: Decision, wanted: Wanted) -> dict[str, Nearest]:
    """Of every duty of a decision that is not owed, by its id, the smallest change that would make it so."""
    duties = [each for each in decision.duties if each.verdict == "not_owed"]
    found = Asking(plan, situation, decision.date, wanted).of_all(duties)
    return {duty.id: near for duty, near in zip(duties, found, strict=True)}
