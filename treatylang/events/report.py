"""Where the reading of an event gathers its messages: never the first only, never more than the cap."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic, Label, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from treatylang.text.source import Source, Span

_SHOWN = 64
_FEW = 12
_MANY = 600


class Report:
    """Messages about one source.  Past `limit` errors it only counts: hints cost time, and hostile input has many errors."""

    __slots__ = ("_errors", "_limit", "_warnings", "source")

    def __init__(self, source: Source, limit: int) -> None:
        self.source = source
        self._limit = limit
        self._errors: list[Diagnostic] = []
        self._warnings: list[Diagnostic] = []

    @property
    def failed(self) -> bool:
        """Whether any error was found."""
        return bool(self._errors)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found, in the order of the text."""
        return in_order((*self._errors, *self._warnings))

    def error(
        self,
        code: str,
        message: str,
        span: Span,
        hint: str | Callable[[], str | None] | None = None,
        label: tuple[Span, str] | None = None,
    ) -> None:
        """Add an error; a hint that has to be looked for is given as a function, and `label` points at a second place."""
        if len(self._errors) < self._limit:
            self._errors.append(self._made(code, message, span, hint() if callable(hint) else hint, label))

    def warn(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        """Add a warning, which leaves the event readable."""
        if len(self._warnings) < self._limit:
            self._warnings.append(self._made(code, message, span, hint, None))

    def _made(self, code: str, message: str, span: Span, hint: str | None, label: tuple[Span, str] | None) -> Diagnostic:
        labels = (Label(Place(self.source, label[0]), label[1]),) if label else ()
        return Diagnostic(code, message, Place(self.source, span), hint, labels)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Messages sorted by their place in the text."""
    return tuple(sorted(diagnostics, key=lambda found: (found.place.span.start if found.place else 0, found.code)))


def quote(word: str) -> str:
    """The user's word in backticks, on one line and not too long."""
    flat = " ".join(word.split()).replace("`", "'")
    short = flat if len(flat) <= _SHOWN else flat[:_SHOWN] + "..."
    if not short.isprintable():  # an escape of the file may have brought in what a terminal would obey
        short = "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in short)
    return f"`{short}`"


def foreign(word: str) -> str:
    """The letter that is not of our alphabet, where a word has one: it may look just like one of ours."""
    letter = next((char for char in word if not char.isascii() and char.isalpha()), None)
    if letter is None:
        return ""
    from treatylang.text.screen import name_of

    return f"`{letter}` is {name_of(letter)}; "


def choices(words: Iterable[str]) -> str:
    """Words in backticks, the last after `or`."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} or {last}" if most else last


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The nearest of the known words; where none is near and they are few, all of them."""
    names = sorted(set(known))
    if len(names) > _MANY:  # names that the file itself brings along, by the thousand: looking for the nearest takes too long
        return None
    from treatylang.diagnostics.suggest import did_you_mean  # not at import: most events are without errors

    near = did_you_mean(word, names)
    if near or not names or len(names) > _FEW:
        return near
    return f"write {choices(names)}"
