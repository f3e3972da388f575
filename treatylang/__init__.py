"""treatylang: the rules engine for alliance treaties.

    >>> import treatylang
    >>> library = treatylang.load()
    >>> len(library.treaties) > 20
    True

Ten names: `load` a `Library`, `read_event` into a `Situation`, `decide` to a `Decision` of `Duty` rows, `explain` one, and the
`Diagnostic`s of an `InputError`.  They are imported when first used, so that a command which needs few of them starts fast.
"""

from __future__ import annotations

from treatylang.version import __version__ as __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.api import decide, explain, load, read_event
    from treatylang.decision.decision import Decision, Duty
    from treatylang.diagnostics.diagnostic import Diagnostic, InputError
    from treatylang.events.situation import Situation
    from treatylang.library.load import Library

_HOMES = {
    "load": "treatylang.api",
    "read_event": "treatylang.api",
    "decide": "treatylang.api",
    "explain": "treatylang.api",
    "Library": "treatylang.library.load",
    "Situation": "treatylang.events.situation",
    "Decision": "treatylang.decision.decision",
    "Duty": "treatylang.decision.decision",
    "Diagnostic": "treatylang.diagnostics.diagnostic",
    "InputError": "treatylang.diagnostics.diagnostic",
}

__all__ = [
    "Decision",
    "Diagnostic",
    "Duty",
    "InputError",
    "Library",
    "Situation",
    "decide",
    "explain",
    "load",
    "read_event",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'treatylang' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
