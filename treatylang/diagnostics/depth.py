"""What is said where an input leads deeper than Python can go: the last resort behind the caps of `text.limits`."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic

TOO_DEEP = Diagnostic(
    "TL0104",
    "this input leads through more steps, one within the other, than the program can take",
    None,
    "say it in fewer steps: divide long conditions into clauses, and shorten chains of duties that wait for duties",
)
