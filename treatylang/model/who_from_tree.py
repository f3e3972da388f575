"""Entities of the tree -> who is meant: states, role words, `a party`; and the names that everything else needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from treatylang.model.outline import Outline
from treatylang.model.report import Report
from treatylang.model.scope import Scope
from treatylang.model.vocabulary import Vocabulary
from treatylang.model.who import SORTS, Body, Choice, Filter, Fixed, Slot, Who
from treatylang.syntax import tree as t
from treatylang.syntax.to_text import phrase

_STATES_LISTED = "states are listed by `treaty states`"
WORDS_LISTED = "words are listed by `treaty vocabulary`"


class WhoBinder:
    """Binds who is meant in one treaty, and keeps the names that were used."""

    def __init__(
        self,
        report: Report,
        words: Vocabulary,
        outlines: Mapping[str, Outline],
        treaty: str,
        organs: Iterable[str],
        elsewhere: Iterable[str] = (),
    ) -> None:
        self.report = report
        self.words = words
        self.outlines = outlines
        self.treaties = (*outlines, *elsewhere)  # those that a name may have been meant for
        self.treaty = treaty
        self.organs = frozenset(organs) | frozenset(words.bodies)
        self.used: set[str] = set()
        self.found: dict[tuple[str, str], tuple[str, ...] | None] = {}  # what references mean, by treaty and words
        self.phrases: dict[int, str] = {}  # of conditions, by their nodes in the tree, which outlive this

    def who(self, node: t.Entity, scope: Scope, introducing: bool = True) -> Who:
        """An entity.  With `introducing`, `a state (the enemy)` gets a slot of its own; in a role, the role gives it."""
        words = phrase(node)
        match node:
            case t.State(code=code):
                self.state(code)
                return Fixed(words, (code.text,))
            case t.AnyOf(states=states, called=called):
                for code in states:
                    self.state(code)
                return Fixed(words, tuple(code.text for code in states), self._slot(called, scope, introducing))
            case t.The(name=name):
                return self._the(name, words, scope)
            case t.Some(quantifier=quantifier, name=name, of=of, that=that, called=called):
                sort = self._sort(name)
                member_of = None
                if isinstance(of, t.Name):
                    self.known_treaty(of)
                    member_of = of.text
                elif of is not None:
                    self.report.add(
                        "TL0307", of, f"`{words}`: only `member of TREATY` is understood here", "write `a member of nato-1949`"
                    )
                return Choice(words, quantifier, sort, member_of, self._that(that), self._slot(called, scope, introducing))

    def _slot(self, called: t.Name | None, scope: Scope, introducing: bool) -> str | None:
        if not introducing:
            return None
        if called is None:
            return scope.nameless()
        self._introduce(called.text, called, scope)
        return called.text

    def _introduce(self, word: str, at: t.Node, scope: Scope) -> None:
        if word in scope.roles:
            hint = f"refer to the first (`the {word}`), or give the second a name: `(the other_{word})`"
            self.report.add("TL0306", at, f"two different roles would be called `the {word}`", hint)
        scope.roles[word] = word

    def _the(self, name: t.Name, words: str, scope: Scope) -> Who:
        word = name.text
        if word == "bearer":
            return Slot(words, "bearer")
        if word in scope.roles:
            return Slot(words, scope.roles[word])
        if word in self.organs:
            self.used.add(word)
            return Body(words, word)
        if scope.doubtful:
            return Slot(words, word)
        known = sorted(each for each in scope.roles if not each.startswith("_"))
        shown = ", ".join(f"`the {each}`" for each in known)
        hint = f"introduced here: {shown}" if known else "nothing is introduced before it: `when` introduces the roles of its acts"
        self.report.add("TL0305", name, f"`the {word}` refers to nothing", hint)
        return Slot(words, word)

    def _sort(self, name: t.Name, plural: bool = False) -> str:
        """party, state, a class ...; a count takes the regular plural."""
        word = name.text
        candidates = [word] if not plural else singulars(word)
        for candidate in candidates:
            if candidate in SORTS or candidate in self.words.classes:
                self.used.add(candidate)
                return candidate
        self.report.unknown(
            "TL0301", name, "class", word, chain(SORTS, self.words.classes), "classes are listed by `treaty vocabulary classes`"
        )
        return "state"

    def _that(self, node: t.That | None) -> Filter | None:
        if node is None:
            return None
        for code in node.states:
            self.state(code)
        sort = None
        if node.of_class is not None:
            name = node.of_class
            plural = name.text not in SORTS and name.text not in self.words.classes
            sort = self._sort(name, plural)
        return Filter(node.negated, tuple(code.text for code in node.states), sort)

    def state(self, code: t.Code) -> None:
        """Report a code that no state has."""
        if code.text not in self.words.states:
            self.report.unknown("TL0302", code, "state", code.text, self.words.states, _STATES_LISTED)

    def known_treaty(self, name: t.Name) -> bool:
        if name.text in self.outlines:
            return True
        self.report.unknown("TL0303", name, "treaty", name.text, self.treaties, "treaties are listed by `treaty list`")
        return False


def singulars(word: str) -> list[str]:
    """What a regular plural may be the plural of."""
    found = []
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("s"):
        found.append(word[:-1])
    return [*found, word]
