"""Diagnostics as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from treatylang.diagnostics.diagnostic import Diagnostic, Fix, Place
from treatylang.diagnostics.registry import CODES

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(diagnostics: Iterable[Diagnostic], *, version: str | None = None) -> str:
    """A SARIF log with one run; `version` is that of the program, where the caller knows it."""
    found = tuple(diagnostics)
    codes = sorted({each.code for each in found})
    driver = {"name": "treatylang", **({"version": version} if version else {}), "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    kind = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": kind.title},
        "defaultConfiguration": {"level": kind.severity},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity,
        "message": _message("\n".join([diagnostic.message, *diagnostic.notes, *([diagnostic.hint] if diagnostic.hint else [])])),
    }
    location: dict[str, Any] = {"physicalLocation": _physical(diagnostic.place)} if diagnostic.place else {}
    if diagnostic.citation:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.citation}]
    if location:
        result["locations"] = [location]
    if diagnostic.labels:
        result["relatedLocations"] = [
            {"physicalLocation": _physical(label.place), "message": _message(label.message)} for label in diagnostic.labels
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix)]
    return result


def _message(text: str) -> dict[str, str]:
    """A message is shown as written: braces would be placeholders, and `[word](place)` a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _physical(place: Place) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(place.source.name)}, "region": _region(place)}


def _fix(fix: Fix) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(fix.place), "insertedContent": {"text": fix.text}}
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(fix.place.source.name)}, "replacements": [replacement]}]}


def _region(place: Place) -> dict[str, int]:
    line, column = place.position
    end_line, end_column = place.source.position(place.span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _uri(name: str) -> str:
    """A path as a URI: relative as it was given, absolute with `file:`."""
    path = quote(name.replace("\\", "/") if re.match(r"[A-Za-z]:\\", name) else name, errors="replace")
    if path.startswith("/"):
        return f"file://{path}"
    drive = re.match(r"([A-Za-z])%3A/", path)
    return f"file:///{drive.group(1)}:{path[4:]}" if drive else path
