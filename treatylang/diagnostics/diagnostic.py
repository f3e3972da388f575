"""One frozen type for every message about somebody's input."""

from __future__ import annotations

from treatylang.record import dataclass
from treatylang.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a source."""

    source: Source
    span: Span

    @property
    def position(self) -> tuple[int, int]:
        """Line and column, both from 1."""
        return self.source.position(self.span.start)


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that a message points at, with a few words on why."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would mend the input: put `text` in place of what stands at `place`."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong (or doubtful), where, and what to do about it.

    `message` is one line, lower case, without a full stop, the user's own words in backticks.  `citation` is the legal place,
    `nato-1949, Article 5(1)`, where there is one.  `code` is one of `treatylang.diagnostics.registry.CODES`.

    >>> from treatylang import InputError, read_event
    >>> try:
    ...     read_event({"event": "e", "date": "1950-06-25", "kind": "invazion", "by": "PRK", "on": "KOR"})
    ... except InputError as error:
    ...     found = error.diagnostics[0]
    >>> found.code, found.severity, found.message, found.hint
    ('TL0301', 'error', 'unknown kind of act `invazion`', 'did you mean `invasion`?')
    """

    code: str
    message: str
    place: Place | None = None
    hint: str | None = None
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    citation: str | None = None
    fix: Fix | None = None

    @property
    def severity(self) -> str:
        """`error` or `warning`: it belongs to the code, not to the message."""
        from treatylang.diagnostics.registry import CODES

        return CODES[self.code].severity


class InputError(Exception):
    """The input has errors; `diagnostics` holds all of them, in the order of the text.

    >>> from treatylang import decide
    >>> decide({"event": "e", "date": "1950-06-25", "kind": "invazion", "by": "PRK", "on": "HRV"})
    Traceback (most recent call last):
    treatylang.diagnostics.diagnostic.InputError: TL0301: unknown kind of act `invazion` (and 1 more)
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        first = diagnostics[0]
        more = f" (and {len(diagnostics) - 1} more)" if len(diagnostics) > 1 else ""
        super().__init__(f"{first.code}: {first.message}{more}")
