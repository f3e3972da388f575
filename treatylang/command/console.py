"""Where a command writes: the streams, whether there is colour, and how wide a line may be."""

from __future__ import annotations

import os
import sys

from treatylang.command.exits import NO_READER
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.rendering.layout import Line

_WIDTH = 100  # of a line, where there is no terminal to ask
_NARROWEST, _WIDEST = 40, 120
NO_RICH = "colour needs `rich`, which is not installed: python -m pip install 'treatylang[rich]'"


class UsageProblem(Exception):
    """The command cannot be run as it was given; the message says why."""


class OutputProblem(Exception):
    """The answer cannot be written: a full disk, a closed stream.  The message is the reason of the operating system."""


@dataclass(frozen=True)
class Console:
    """Standard output as a command uses it."""

    colour: bool
    width: int

    def show(self, lines: list[Line]) -> None:
        """Write styled lines."""
        write(self.styled(lines))

    def styled(self, lines: list[Line]) -> str:
        """Styled lines as a text, in colour where there is."""
        if self.colour:
            from treatylang.rendering.in_colour import in_colour

            return in_colour(lines)
        from treatylang.rendering.layout import plain

        return plain(lines)

    @property
    def unicode(self) -> bool:
        """Whether the stream can carry a check mark."""
        return can_show("✓✗")


class Noted:
    """A console that notes what is written, so that an answer can be kept."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.written: list[str] = []
        self.complained = False

    def show(self, lines: list[Line]) -> None:
        """Styled lines, as the console shows them."""
        self.write(self.console.styled(lines))

    def write(self, text: str) -> None:
        """A text to standard output."""
        self.written.append(text)
        write(text)

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Errors and warnings; an answer that came with some is not kept."""
        self.complained = True
        report(diagnostics)


def console(colour: str = "auto") -> Console:
    """For `--colour auto|always|never`.  Raises `UsageProblem` where colour is asked for and cannot be had."""
    return Console(_wants_colour(colour), _width())


def _wants_colour(colour: str) -> bool:
    if colour == "never":
        return False
    if colour == "auto" and (os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()):
        return False
    from importlib.util import find_spec

    if find_spec("rich") is not None:
        return True
    if colour == "always":
        raise UsageProblem(NO_RICH)
    return False


def _width() -> int:
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdigit() and int(chosen):
        return max(int(chosen), _NARROWEST)
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST), _WIDEST)
    except (OSError, ValueError, AttributeError):
        return _WIDTH


def can_show(text: str) -> bool:
    """Whether standard output can carry the characters."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str, stream: TextIO | None = None) -> None:
    """Write and flush.  A reader who has gone away (`| head`) ends the command quietly.  Raises `OutputProblem`."""
    out = stream or sys.stdout
    try:
        try:
            out.write(text)
        except UnicodeEncodeError:
            encoding = out.encoding or "ascii"
            out.write(text.encode(encoding, "backslashreplace").decode(encoding))
        out.flush()
    except BrokenPipeError:
        leave()
    except OSError as error:
        raise OutputProblem(reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in its words."""
    return (error.strerror or "unknown reason").lower()


def leave() -> None:
    """End where nobody reads any more."""
    into_nothing(sys.stdout, sys.stderr)
    raise SystemExit(NO_READER)


def into_nothing(*streams: TextIO) -> None:
    """Give up on streams, so that the interpreter has nothing left to flush at its end and to complain about."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue


def report(diagnostics: Iterable[Diagnostic]) -> None:
    """Errors and warnings, on standard error."""
    from treatylang.diagnostics.render_text import render_text

    tinted = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    write(render_text(diagnostics, colour=tinted), sys.stderr)
