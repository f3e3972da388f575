"""Where the command `treaty` starts.

A plain `treaty query` is asked far more often than anything else, so it goes through a door of its own that imports neither click nor
anything else it does not need.  All else - help, other commands, mistakes - goes to the click commands of `app`.
"""

from __future__ import annotations

import os
import sys
from errno import EBADF, EDQUOT, EFBIG, EIO, ENOSPC

from treatylang.command.exits import BUG, INPUT_ERROR, INTERRUPTED, USAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

_OF_OUTPUT = (EBADF, EDQUOT, EFBIG, EIO, ENOSPC)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that `arguments` (by default those of the process) name, and exit with its code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller (`>&-`): a write to it has to fail as any other does
            setattr(sys, name, _closed())
    sys.exit(guarded(lambda: _run(given)))


def _closed() -> TextIO:
    """A stream that nothing can be written to."""
    return open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8", buffering=1, closefd=False)


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["query"] and "_TREATY_COMPLETE" not in os.environ:
        from treatylang.command.query_options import read_plainly

        query = read_plainly(arguments[1:])
        if query is not None:
            import gc

            gc.disable()  # the process ends before garbage could matter
            from treatylang.command.console import UsageProblem
            from treatylang.command.query import run

            try:
                return run(query)
            except UsageProblem:
                pass  # nothing has been written yet: click says what is wrong, as for every other mistake
            finally:
                gc.freeze()  # nor is it looked for at the end
    from treatylang.command.app import run_app

    return run_app(arguments)


def guarded(run: Callable[[], int]) -> int:
    """The exit code of a run; a bug is one line, unless TREATYLANG_DEBUG=1 asks for all of it."""
    from treatylang.command.console import OutputProblem

    try:
        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from treatylang.command.console import leave

        leave()
        return USAGE
    except OutputProblem as problem:
        return _not_written(str(problem))
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OF_OUTPUT and error.filename is None:
            from treatylang.command.console import reason_of

            return _not_written(reason_of(error))  # by click: a help text
        if os.environ.get("TREATYLANG_DEBUG") == "1":
            import traceback

            traceback.print_exc()
            return BUG
        from treatylang.text.neutral import neutralise

        said = neutralise(f"{type(error).__name__}: {error}"[:300])
        advice = "this is a bug, please report it with the command and its input; TREATYLANG_DEBUG=1 shows where it happened"
        sys.stderr.write(f"treaty: internal error: {said}\n{advice}\n")
        return BUG


def _not_written(reason: str) -> int:
    """Say that the answer could not be written, if at least that can be."""
    from treatylang.command.console import into_nothing

    into_nothing(sys.stdout)
    try:
        sys.stderr.write(f"treaty: could not write the answer: {reason}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        into_nothing(sys.stderr)
    return INPUT_ERROR
