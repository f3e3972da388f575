"""Trees as a parser would give them, for property tests: small documents in which every construct of the language may stand.

`Trees()` takes any words.  Give it a `Lexicon` of your own where the words must mean something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from treatylang.syntax import tree as t
from treatylang.syntax.from_lark import degrees
from treatylang.syntax.grammar import keywords

_NAME = r"[a-z][a-z0-9]{0,5}(_[a-z0-9]{1,4}){0,2}"
_SOME_NAMES = [
    "party",
    "act",
    "armed_attack",
    "victim",
    "attacker",
    "act_of_war",
    "whenever",
    "european_state",
    "communist",
    "unit",
    "a1",
]
_SOME_CODES = ["FRA", "GBR", "USSR", "AL_QAEDA", "X1"]


def _any_name() -> SearchStrategy[str]:
    invented = st.from_regex(_NAME, fullmatch=True).filter(lambda name: name not in keywords())
    return st.sampled_from(_SOME_NAMES) | invented


@dataclass(frozen=True)
class Lexicon:
    """Where the words come from."""

    names: SearchStrategy[str] = field(default_factory=_any_name)
    codes: SearchStrategy[str] = field(default_factory=lambda: st.sampled_from(_SOME_CODES))
    treaties: SearchStrategy[str] = field(default_factory=lambda: st.sampled_from(["nato-1949", "csto", "a-b-c", "in-force-1900"]))
    labels: SearchStrategy[str] = field(
        default_factory=lambda: st.sampled_from(["aid", "when", "third-power", "1", "a-very-long-label"])
    )
    articles: SearchStrategy[str] = field(default_factory=lambda: st.sampled_from(["1", "5(1)", "Annex, last"]))


def _some(items: SearchStrategy[Any], least: int = 0, most: int = 3) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def _maybe(items: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | items


_DAY = st.builds("{:04}-{:02}".format, st.integers(1800, 2030), st.integers(1, 12))
DAYS = (_DAY | st.builds("{}-{:02}".format, _DAY, st.integers(1, 28))).map(t.Day)
NUMBERS = st.sampled_from(["1", "2", "0.5", "1.25", "700,000", "1,300,000", "2024"]).map(t.Number)
FRACTIONS = st.sampled_from(["2/3", "9/15"]).map(t.Name)
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters='"')
TEXTS = st.text(_LETTERS, min_size=1, max_size=30).map(t.Text)
LONG_TEXTS = TEXTS | st.text(_LETTERS | st.sampled_from('"\n#'), max_size=30).filter(
    lambda text: '"""' not in text and not text.endswith('"')
).map(t.Text)
DATES = st.builds(t.Dates, DAYS, _maybe(DAYS)) | st.builds(t.Dates, st.none(), DAYS)
DOUBTED = DAYS | st.builds(t.Day, DAYS.map(lambda day: day.text), TEXTS)
SPELLS = st.builds(t.Dates, DOUBTED, _maybe(DOUBTED)) | st.builds(t.Dates, st.none(), DOUBTED)
SECRETS = st.builds(t.Secret, _maybe(DAYS))
COMPARISONS = st.sampled_from(["at least", "at most"])
MODALS = st.sampled_from(["must", "should", "may"])
PREPOSITIONS = st.sampled_from(
    ["by", "on", "to", "toward", "against", "with", "in", "from", "for", "into", "over", "after", "each", "within"]
)
WORD_CLASSES = st.sampled_from(
    ["kind", "fact", "target", "duty", "relation", "decision", "region", "locality", "zone", "domain", "strength"]
)
_LATITUDES = st.sampled_from(["0N", "23.44N", "90S"])
_LONGITUDES = st.sampled_from(["10W", "168.9681W", "170E"])


def _bound(side: str, written: str) -> t.Bound:
    return t.Bound(side, degrees(written), written)


BOUNDS = st.builds(_bound, st.sampled_from(["north", "south"]), _LATITUDES) | st.builds(
    _bound, st.sampled_from(["east", "west"]), _LONGITUDES
)
_CORNERS = _some(st.tuples(_LATITUDES, _LONGITUDES), 2, 12)
POLYGONS = st.builds(t.Polygon, _CORNERS, _maybe(DATES))
EXTENTS = st.builds(t.Extent, _CORNERS)


class Trees:
    """Strategies for every sort of node, as attributes; `documents` are whole files."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        self.names = self.lexicon.names.map(t.Name)
        self.codes = self.lexicon.codes.map(t.Code)
        self.ids = self.lexicon.treaties.map(t.Name)
        self.labels = self.lexicon.labels.map(t.Name)
        self.numbers_of_articles = self.lexicon.articles.map(t.Text)
        self.several_names = _some(self.names, 1, 3)
        self._who()
        self._phrases()
        self._conditions()
        self._norms()
        self._clauses()
        self._sections()
        self._definitions()
        self._documents()

    def _who(self) -> None:
        plural = st.just(t.Name("parties"))
        negated = st.booleans()
        self.states = st.builds(t.State, self.codes)
        self.the = st.builds(t.The, self.names)
        self.that = (
            st.builds(t.That, negated, self.codes.map(lambda code: (code,)))
            | st.builds(t.That, negated, _some(self.codes, 2))
            | st.builds(t.That, negated, st.just(()), self.names, st.booleans())
            | st.builds(t.That, negated, st.just(()), plural)
        )
        self.some = st.builds(
            t.Some,
            st.sampled_from(["a", "another", "every", "every other"]),
            self.names,
            _maybe(self.codes | self.ids | self.the),
            _maybe(self.that),
            _maybe(self.names),
        )
        self.any_of = st.builds(t.AnyOf, _some(self.codes, 2), _maybe(self.names))
        self.entities = self.states | self.the | self.some | self.any_of
        self.classes = self.names | plural
        self.bearers = self.entities.map(lambda one: (one,)) | _some(self.states, 2)

    def _phrases(self) -> None:
        unit = self.lexicon.names
        self.quantities = st.builds(t.Quantity, _maybe(COMPARISONS), NUMBERS, st.just("%"), self.names) | st.builds(
            t.Quantity, _maybe(COMPARISONS), NUMBERS, unit, _maybe(self.names)
        )
        self.targets = st.builds(t.Targets, self.several_names, _maybe(self.entities))
        self.roles = st.builds(t.Role, PREPOSITIONS, self.entities | self.targets | self.quantities | DAYS)
        self.acts = st.builds(t.Act, self.names, _maybe(self.ids), _some(self.roles))
        whole = st.builds(t.Ref, self.ids, st.none())
        ref = whole | st.builds(t.Ref, _maybe(self.ids), self.numbers_of_articles)
        self.refs = _some(ref, 1)
        self.others = _some(ref | st.builds(t.EveryTreaty, _some(self.ids, 0, 2)), 1)

    def _conditions(self) -> None:
        predicates = (
            self.entities
            | st.builds(t.Quality, self.names, _maybe(self.entities), _some(self.roles, 0, 2))
            | st.builds(t.Located, _some(self.roles, 1, 2))
            | self.quantities
        )
        subjects = self.entities | st.builds(t.MeasureOf, self.names, self.entities)
        self.deeds = st.builds(
            t.Deed, self.names, _maybe(self.entities | self.targets), _maybe(self.quantities), _some(self.roles)
        ) | st.builds(t.Refrain, self.acts)
        self.atoms = st.one_of(
            self.acts,
            st.builds(t.NoAct, self.acts),
            st.builds(t.Is, subjects, st.booleans(), predicates),
            st.builds(t.Count, NUMBERS, self.classes, _maybe(self.that), st.booleans(), predicates),
            st.builds(t.Decides, self.entities, self.names, _some(self.roles, 0, 2)),
            st.builds(t.Owes, self.entities, MODALS, self.deeds, self.refs),
            st.builds(t.TreatyInForce, self.ids, st.booleans()),
        )
        qualifiers = _some(st.builds(t.AsOf, DAYS) | st.builds(t.JudgedBy, self.entities), 1, 2)
        self.conditions = st.recursive(
            self.atoms,
            lambda inner: st.one_of(
                st.builds(t.And, _some(inner, 2)),
                st.builds(t.Or, _some(inner, 2)),
                st.builds(t.Not, inner),
                st.builds(t.Qualified, inner, qualifiers),
            ),
            max_leaves=6,
        )

    def _norms(self) -> None:
        self.norms = st.builds(t.Norm, self.bearers, MODALS, st.booleans(), self.deeds, _maybe(DATES)) | st.builds(
            t.Deeming, self.acts
        )
        self.tails = st.one_of(
            st.builds(t.OnlyIf, self.conditions),
            st.builds(t.Unless, self.conditions),
            st.builds(t.LapsesWhen, self.conditions),
            st.builds(t.LapsesAfter, NUMBERS, self.names, self.conditions),
            st.builds(t.ContinuesWhile, self.conditions),
            st.builds(t.SubjectTo, self.others),
            st.builds(t.Overrides, self.others),
        )
        self.changes = st.one_of(
            self.tails,
            st.builds(t.AlsoWhen, self.conditions),
            st.builds(t.InsteadBy, self.names),
            st.builds(t.Jointly),
            st.builds(t.Severally),
        )

    def _clauses_with(self, labels: SearchStrategy[Any], doubts: SearchStrategy[Any]) -> SearchStrategy[Any]:
        clauses = st.builds(t.Clause, labels, doubts, _maybe(self.conditions), _some(self.norms, 1, 2), _some(self.tails, 0, 2))
        return clauses | st.builds(t.Proviso, labels, doubts, self.refs, _maybe(self.entities), _some(self.changes, 1, 2))

    def _clauses(self) -> None:
        unlabelled = self._clauses_with(st.none(), st.none())
        self.labelled = self._clauses_with(self.labels, _maybe(TEXTS))
        self.clauses = _some(unlabelled, 0, 1) | _some(self.labelled, 1, 3)
        self.articles = st.builds(
            t.Article,
            self.numbers_of_articles,
            _maybe(TEXTS),
            _maybe(DATES),
            _maybe(SECRETS),
            _maybe(TEXTS),
            _maybe(LONG_TEXTS),
            self.clauses,
        )

    def _sections(self) -> None:
        about = (_maybe(TEXTS), _maybe(DATES), _maybe(SECRETS), _some(self.changes, 1, 2))
        self.reservations = st.builds(t.Reservation, self.refs, self.bearers, *about)
        self.readings = st.builds(t.Reading, self.refs, self.bearers | st.just(()), *about)
        self.members = st.builds(t.Member, _some(self.codes, 1, 40), DATES, st.booleans(), _maybe(TEXTS))
        parties = st.builds(t.Member, _some(self.codes, 1, 40), SPELLS, st.booleans(), _maybe(TEXTS), _maybe(DAYS))
        self.parties = st.builds(t.Parties, _some(parties, 1), st.none(), _maybe(TEXTS)) | st.builds(
            t.Parties, st.just(()), self.ids
        )
        self.suspensions = st.builds(t.Suspension, _some(self.codes, 1, 2), SPELLS, st.booleans(), _maybe(TEXTS))

    def _definitions(self) -> None:
        title = _maybe(TEXTS)
        names = _some(self.names, 0, 2)
        holding = st.just((None, None)) | st.tuples(st.sampled_from(["of", "under"]), self.entities)
        self.places = st.builds(
            lambda excluded, several, held, *rest: t.PlaceLine(excluded, several, *held, *rest),
            st.booleans(),
            self.several_names,
            holding,
            names,
            _maybe(BOUNDS),
            _maybe(DATES),
            title,
        )
        rule = self.names | FRACTIONS | NUMBERS
        seats_and_base = _maybe(st.tuples(_maybe(NUMBERS), self.names)).map(lambda base: base or (None, None))
        others = st.tuples(_maybe(FRACTIONS), _maybe(self.entities), _maybe(self.entities), _maybe(DATES), title)
        votes = st.builds(lambda *parts: t.Vote(*parts[:2], *parts[2], *parts[3]), names, rule, seats_and_base, others)
        parts = st.builds(t.Part, self.names, _maybe(self.quantities))
        lines = _some(self._lines() | POLYGONS | EXTENTS, 0, 4)
        self.definitions = st.one_of(
            st.builds(t.ClassDef, self.names, title, names, _some(self.members)),
            st.builds(t.AreaDef, self.names, title, _some(self.places | POLYGONS, 1)),
            st.builds(t.OrganDef, self.names, title, _maybe(self.entities), _maybe(DATES), _some(votes, 0, 2)),
            st.builds(t.MeasureDef, self.names, title, _maybe(self.names), _some(parts)),
            st.builds(t.WordDef, WORD_CLASSES, self.names, title, lines),
            st.builds(t.CodeDef, self.codes, title, lines),
            st.builds(t.StrengthsDef, _some(self.names, 1, 20)),
        )

    def _lines(self) -> SearchStrategy[t.Line]:
        def line(form: str, **parts: SearchStrategy[Any]) -> SearchStrategy[t.Line]:
            return st.builds(t.Line, st.just(form), **parts)

        one = self.names.map(lambda name: (name,))
        code = self.codes.map(lambda name: (name,))
        more = self.several_names
        condition = _some(self.names, 0, 2)
        fact = st.builds(t.Given, st.booleans(), self.names)
        gives = fact | st.builds(t.Given, st.booleans(), self.names, COMPARISONS, NUMBERS)
        return st.one_of(
            line("parent", names=one, word=st.sampled_from(["", "a"])),
            line("role_of", names=one, word=PREPOSITIONS),
            line("owner", names=one),
            line("presumed", names=more, word=st.sampled_from(["", "not"]), condition=condition),
            line("needs", given=_some(fact, 1)),
            line("yields", given=_some(gives, 1)),
            *(line(form, names=more) for form in ("implies", "excludes", "ends", "inside")),
            line("amounts_to", names=one | code, given=_some(fact, 0, 2)),
            line("unlisted"),
            line("symmetric"),
            line("because", text=TEXTS),
            line("position", numbers=st.tuples(_LATITUDES, _LONGITUDES)),
            line("held", names=code, word=st.sampled_from(["of", "under"]), dates=_maybe(DATES)),
            line("contested", names=_some(self.codes, 1)),
            line("cow", numbers=_some(st.sampled_from(["2", "200", "255.5"]), 1)),
            line("exists", dates=_maybe(DATES)),
            line("continues", names=code, dates=DATES),
        )

    def _documents(self) -> None:
        head = st.builds(t.Head, _maybe(DOUBTED), SPELLS, _maybe(TEXTS), _maybe(SECRETS), _some(self.tails, 0, 2))
        sections = _some(
            self.parties | self.suspensions | self.articles | self.reservations | self.readings | self.definitions, 0, 4
        )
        self.treaties = st.builds(t.Treaty, st.sampled_from(["treaty", "pledge"]), self.ids, TEXTS, head, sections)
        self.vocabularies = st.builds(t.VocabularyDoc, TEXTS, _some(self.definitions, 0, 4))
        self.documents = self.treaties | self.vocabularies


@st.composite
def noisy(draw: st.DrawFn, tokens: Sequence[str]) -> str:
    """The tokens of a text with other space, line ends and comments between them: it says the same."""
    random = draw(st.randoms(use_true_random=False))
    out: list[str] = []
    for number, token in enumerate(tokens):
        out.append(random.choice(["", "", "", "\n", "\n\n", "\r\n", f" # {number}\n", f"\n  # {number}\n", f"\n# {number}\n\n\n"]))
        out.append(random.choice([" ", " ", "  ", "\t"]))
        out.append(token)
    return "".join(out) + random.choice(["", "\n", " # end", "\n\n# end\n"])
