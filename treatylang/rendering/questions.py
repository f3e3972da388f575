"""Open questions in words: `whether the blockade is grave`, and what is so where one is answered: `the blockade is not grave`."""

from __future__ import annotations

from treatylang.rendering.phrases import listed, name_of, spaced
from treatylang.text.article import article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from treatylang.decision.formula import Atom
    from treatylang.decision.sufficient import Sufficient
    from treatylang.model.vocabulary import Vocabulary


class Questions:
    """Puts atoms into words; `acts` gives the kind of each act of the event by its id."""

    def __init__(self, vocabulary: Vocabulary, acts: Mapping[str, str]) -> None:
        self.words = vocabulary
        self.acts = acts
        kinds = list(acts.values())
        self._told = {name: f"the {spaced(kind)}" + (f" ({name})" if kinds.count(kind) > 1 else "") for name, kind in acts.items()}

    def question(self, atom: Atom) -> str:
        """As what a verdict hangs on: `whether the blockade is grave`, `a request for assistance by POL`."""
        return self._noun(atom) or f"whether {self.statement(atom, True)}"

    def statement(self, atom: Atom, value: bool) -> str:
        """What is so where the question is answered."""
        noun = self._noun(atom)
        if noun is not None:
            return f"there is {noun}" if value else f"there is no {noun.removeprefix('a ').removeprefix('an ')}"
        subject, verb, rest = self._parts(atom)
        if value:
            return f"{subject} {verb} {rest}"
        if subject == "there":
            return f"there is no {rest}"
        return f"{subject} {verb} not {rest}" if verb in ("is", "has") else f"{subject} does not {_base(verb)} {rest}"

    def sets(self, found: Sufficient, named: Callable[[Atom], Atom] = lambda atom: atom) -> str:
        """`the blockade is grave and not consented; or ...`: the shortest sets of answers that decide; `named` may rename atoms."""
        sets = [" and ".join(self.statement(named(atom), value) for atom, value in each) for each in found.sets]
        told = "; or ".join(sets)
        return told if found.complete else f"{told}; or otherwise" if told else ""

    # ------------------------------------------------------------------------------------------------ one atom
    def _noun(self, atom: Atom) -> str | None:
        """Deeds and decisions that may have been: `a request for assistance by POL`."""
        word, of = atom.word, atom.of
        if word == "judged_by":
            shown = f", as by {article(atom.shown_by)} {spaced(atom.shown_by)}" if atom.shown_by else ""
            about = "".join(f" of {self._one(each)}" for each in of[2:])
            return f"a judgement of {name_of(of[0]) if of else 'somebody'} that it is so{about}{shown}"
        if word in self.words.decisions and of and of[0] not in self.acts:
            on = [each for each in of[1:] if each not in self.acts]
            about = "".join(f" about {self._one(each)}" for each in of[1:] if each in self.acts)
            return f"a decision of {name_of(of[0])}: {spaced(word)}{f' on {listed(on)}' if on else ''}{about}"
        if word in self.words.kinds and not (of and (of[0] in self.acts or of[0] in self.words.kinds)):
            return self._deed(word, of)
        return None

    def _deed(self, kind: str, of: tuple[str, ...]) -> str:
        """An act of which the event says nothing, by those between whom it would be: `a request for assistance by POL`."""
        ends = zip(self.words.kinds[kind].roles, of, strict=False)
        told = "".join(f" {preposition} {name_of(each)}" for preposition, each in ends if each != "somebody")
        rest = of[len(self.words.kinds[kind].roles) :]
        return f"{article(kind)} {spaced(kind)}{told}" + (f" ({', '.join(rest)})" if rest else "")

    def _parts(self, atom: Atom) -> tuple[str, str, str]:
        """Subject, verb and the rest."""
        word, of = atom.word, atom.of
        own = self._of_engine(atom)
        if own is not None:
            return own
        if atom.bound is not None:
            comparison, number = atom.bound
            return f"{spaced(word)} of {self._one(of[0])}" if of else spaced(word), "is", f"{comparison} {number:g}"
        relation = self.words.relations.get(word)
        if relation is not None and len(of) >= 2:
            preposition = next(iter(relation.roles), "with")
            day = f" on {of[2]}" if len(of) > 2 else ""
            return self._one(of[0]), "is", f"{spaced(word)} {preposition} {self._one(of[1])}{day}"
        if word in self.words.kinds or word in self.words.classes:
            return self._one(of[0]), "is", f"{article(word)} {spaced(word)}"
        if not of:
            fact = self.words.facts.get(word)
            return ("there", "is", spaced(word)) if fact is not None and fact.owner == "situation" else ("it", "is", spaced(word))
        return self._one(of[0]), "is", spaced(word)

    def _of_engine(self, atom: Atom) -> tuple[str, str, str] | None:
        """Questions that the engine asks by itself: of treaties, places, dates and roles."""
        found: tuple[str, str, str] | None = None
        word, of = atom.word, atom.of
        match word, of:
            case "membership", (state, treaty):
                found = state, "is", f"party to {treaty}"
            case "enough_votes", (body, matter, *whose):
                found = f"{spaced(matter)} in the {spaced(body)}", "is", f"carried by the open votes where {' and '.join(whose)}"
            case "suspended", (one, other, treaty):
                found = treaty, "is", f"suspended between {one} and {other}"
            case "suspended", (state, treaty):
                found = treaty, "is", f"suspended for {state}"
            case "reading", (rider,):
                found = f"the {rider.split('@')[0]}", "is", "followed"
            case "sovereign_of", (state, place):
                found = place, "is", f"territory of {state}"
            case "administered", (place, state):
                found = place, "is", f"under {state}"
            case "place" | "inside", (act, where):
                found = self._one(act), "is", where if " " in where else f"in {spaced(where)}"
            case "origin", (act, where):
                found = self._one(act), "comes", spaced(where)
            case "via_territory_of", (act, where):
                found = self._one(act), "goes", spaced(where)
            case "zone", (act, zone):
                found = self._one(act), "is", f"in the {spaced(zone)}"
            case ("north" | "south" | "east" | "west") as side, (act, degrees):
                found = self._one(act), "lies", f"{side} of {degrees} degrees"
            case "target", (target, act):
                found = self._one(act), "strikes", spaced(target)
            case _, (kind, *_) if kind in self.words.kinds and kind not in self.acts:
                found = self._of_deed(word, kind, of[1:])
            case "happened", (act,):
                found = self._one(act), "has", "taken place"
            case "author", (act, who):
                found = f"another author of {self._one(act)}", "is", who
            case "since", (act, _, day) if act in self.acts:
                found = self._one(act), "has", f"taken place by {day}"
            case "since", (body, what, _, day) if self._is_decision(what):
                found = self._one(f"{body}: {what}"), "is", f"taken by {day}"
            case "earlier_day", (one, other):
                found = f"the day of {self._one(one)}", "is", f"earlier than that of {self._one(other)}"
            case ("since" | "until") as end, (*what, bound, day):
                begun = "begun" if end == "since" else "ended"
                found = f"{', '.join(what)} ({end} {bound})", "has", f"{begun} by {self._day(day)}"
            case kind, (act, treaty) if act in self.acts and kind in self.words.kinds:
                found = self._one(act), "is", f"of {treaty}"
            case role, (act, who) if act in self.acts and role not in self.words.relations:
                found = f"the {spaced(role)} of {self._one(act)}", "is", who
        return found

    def _of_deed(self, word: str, kind: str, of: tuple[str, ...]) -> tuple[str, str, str]:
        """What is asked of an act of which the event says nothing, or of one who would have a part in it."""
        if word in self.words.facts:
            return self._deed(kind, of), "is", spaced(word)
        if word in self.words.kinds:
            return self._deed(kind, of), "is", f"{article(word)} {spaced(word)}"
        if word == "place":
            return self._deed(kind, of[:-1]), "is", of[-1]
        return f"the {spaced(word)} of {self._deed(kind, of[:-1])}", "is", of[-1]

    def _is_decision(self, name: str) -> bool:
        """Whether it is one, or one of several of its name: `calls_for 2`."""
        return name.partition(" ")[0] in self.words.decisions

    def _day(self, day: str) -> str:
        """A day, or whose day it is, where the event does not tell it."""
        name = day.partition("~")[2]
        return f"the day of {self._one(name)}" if name else day

    def _one(self, name: str) -> str:
        body, of, what = name.partition(": ")
        if of and self._is_decision(what):
            return f"the decision of {name_of(body)} ({spaced(what)})"
        role, of, act = name.rpartition(" of ")
        if of and act in self._told:
            return f"{role} of {self._told[act]}"
        kind, _, between = act.partition(" (")
        if of and kind in self.words.kinds:
            return f"{role} of {self._deed(kind, tuple(between[:-1].split(', ')) if between else ())}"
        return self._told.get(name) or (name if " " in name else name_of(name))


def _base(verb: str) -> str:
    return {"lies": "lie", "strikes": "strike", "comes": "come", "goes": "go"}[verb]
