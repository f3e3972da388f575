"""What both readers check of every scalar: escapes must not bring in what the screening of the text kept out."""

from __future__ import annotations

from treatylang.text.screen import hidden_in, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.events.report import Report
    from treatylang.events.tree import Scalar

TOO_DEEP = "an event needs few levels: look for brackets that are not closed"


def visible(report: Report, scalar: Scalar) -> None:
    """Report characters that an escape (`\\u202e`) put into a scalar and that the text itself may not hold."""
    for char in sorted(hidden_in(scalar.text)):
        report.error("TL0103", f"character {name_of(char)} is not allowed", scalar.span, "take the escape out")
