"""Diagnostics as JSON for scripts: a list of objects, every field always there, null where there is nothing to say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from treatylang.diagnostics.diagnostic import Diagnostic, Place


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The list as indented JSON in ASCII, so that it is safe to show and to pipe, whatever the user wrote.

    Lines and columns count from 1, columns in code points; `end` is the place after the last character.
    """
    return json.dumps([_object(each) for each in diagnostics], indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, Any]:
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        **_place(diagnostic.place),
        "citation": diagnostic.citation,
        "hint": diagnostic.hint,
        "notes": list(diagnostic.notes),
        "labels": [{**_place(label.place), "message": label.message} for label in diagnostic.labels],
        "fix": {**_place(fix.place), "text": fix.text} if fix else None,
    }


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"file": None, "line": None, "column": None, "end": None}
    line, column = place.position
    end_line, end_column = place.source.position(place.span.end)
    return {"file": place.source.name, "line": line, "column": column, "end": {"line": end_line, "column": end_column}}
