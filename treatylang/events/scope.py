"""What every part of the reading needs: where messages go, and which names exist."""

from __future__ import annotations

from treatylang.record import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from treatylang.events.moments import Window
    from treatylang.events.report import Report
    from treatylang.model.own_words import Dictionary
    from treatylang.model.vocabulary import Vocabulary

    # (treaty, state, day) -> whether the treaty's list has the state as a party on the day; None where that is in doubt
    Membership = Callable[[str, str, str], bool | None]
    # treaty -> its articles and the clauses in them, as they are cited (`5(1)`, `5(1)[forces]`)
    Articles = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Names are checked against the vocabulary, the treaties and the file's own actors (code -> kind).

    The vocabulary has the own words of treaties that the file uses; `dictionary` knows the others, `unclear` are those that it uses and
    that treaties mean differently.
    """

    report: Report
    vocabulary: Vocabulary
    treaty_ids: frozenset[str]
    bodies: frozenset[str]
    membership: Membership | None
    articles: Articles | None
    date: str  # of the event; empty where it could not be read
    when: Window
    actors: Mapping[str, str] = field(default_factory=dict)
    act_facts: frozenset[str] = frozenset()  # every word that an act may have as a fact
    dictionary: Dictionary | None = None
    unclear: frozenset[str] = frozenset()
