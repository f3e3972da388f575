"""What coordinates lie in, as it is told: a comment in the file, a message, lines, and JSON, `treatylang/located/1`."""

from __future__ import annotations

import json

from treatylang.diagnostics.diagnostic import Diagnostic
from treatylang.locating.world import SOURCE, SURE_KM, world

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.diagnostics.diagnostic import Place
    from treatylang.locating.locate import Located

SCHEMA = "treatylang/located/1"


def comment(located: Located) -> str:
    """What the file says of a field that was put into it."""
    parts = [f"{SOURCE} as carried by {world().version.partition(' ')[0]}"]
    if located.field == "sea":
        parts.append("no land is drawn there; it draws no small islands")
    elif not located.historic:
        parts.append("boundaries as of today")
    return "; ".join((*parts, *located.doubts))


def unresolved(located: Located, at: Place | None) -> Diagnostic:
    """TL1001, with what it may be."""
    where = f"{located.latitude:g}, {located.longitude:g}"
    named = ", ".join(each.words for each in located.candidates)
    coast = any(each.value == "the sea" for each in located.candidates)
    hint = f"write which it is: {named}" if named else "write `territory`, `territory_of`, `sea` or `region`, where it is known"
    if coast:
        hint += "; `zone: land` says that it is on land"
    return Diagnostic("TL1001", f"{where} is not resolved: {located.reason}", at, hint)


def doubtful(located: Located, at: Place | None) -> Diagnostic:
    """TL1002, for what is resolved and has to be looked at."""
    where = f"{located.latitude:g}, {located.longitude:g}"
    message = f"{where} lies in `{located.field}: {located.value}` by {SOURCE}; {'; '.join(located.doubts)}"
    return Diagnostic("TL1002", message, at, "hold it against a source of that day, and take it out where that says otherwise")


def located_text(found: Located) -> str:
    """One point: the field as an event writes it and on what it rests, where it is resolved; and its regions."""
    lines = [f"{found.field}: {found.value}  # {comment(found)}"] if found.resolved else []
    if found.cores:
        lines.append(f"# in the core of {', '.join(found.cores)} by the vocabulary: an answer finds that by the coordinates")
    return "".join(f"{line}\n" for line in lines)


def located_json(found: Sequence[tuple[str | None, Located]]) -> str:
    """Places by the id of their act, None for a point that was asked alone; indented, in ASCII, always in the same order."""
    made = {
        "schema": SCHEMA,
        "map": {"source": SOURCE, "carried_by": world().version, "boundaries": "today", "sure_km": SURE_KM},
        "places": [_place(act, each) for act, each in found],
    }
    return json.dumps(made, indent=2) + "\n"


def _place(act: str | None, found: Located) -> dict[str, object]:
    return {
        "act": act,
        "lat": found.latitude,
        "lon": found.longitude,
        "date": found.day,
        "resolved": {found.field: found.value} if found.field is not None else None,
        "doubts": list(found.doubts),
        "reason": found.reason,
        "candidates": [{"field": each.field, "value": each.value} for each in found.candidates],
        "cores": list(found.cores),
    }
