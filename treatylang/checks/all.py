"""Every check of a library, in the order of their codes.

A check is a module with `CODES` and, as its docstring, the page of each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatylang.checks import (
    cycles,
    duplicate_clauses,
    exceptions,
    never_applies,
    organ_rules,
    outside_spells,
    readings,
    rival_riders,
    spells,
    strangers,
    unused_names,
    versions,
)
from treatylang.checks.certain import certain
from treatylang.checks.entry import Entry
from treatylang.model.report import Report
from treatylang.model.treaty import Treaty
from treatylang.model.vocabulary_from_tree import Defined
from treatylang.syntax import tree as t


def check_library(
    treaties: Mapping[str, Treaty], documents: Mapping[str, tuple[t.Treaty, Report]], used: Mapping[str, frozenset[str]]
) -> None:
    """Run each check over each treaty; what it finds goes to the treaty's report."""
    library = {name: Entry(treaty, *documents[name], used[name]) for name, treaty in treaties.items()}
    cycles.check(library)
    for entry in library.values():
        if entry.report.full:
            continue
        duplicate_clauses.check(entry)
        organ_rules.check(entry, library)
        clauses = certain(entry, library)
        never_applies.check(entry, clauses)
        exceptions.check(entry, clauses)
        unused_names.check(entry, library)
        readings.check(entry)
        rival_riders.check(entry)
        strangers.check(entry, library)
        outside_spells.check(entry)
        versions.check(entry)
        own = [section for section in entry.document.sections if isinstance(section, t.Definition)]
        check_definitions([Defined(definition, entry.report) for definition in own])
        spells.check(entry)


def check_definitions(definitions: Iterable[Defined]) -> None:
    """The checks of words, classes and areas by themselves: those of a vocabulary, or a treaty's own."""
    items = list(definitions)
    cycles.check_definitions(items)
    spells.check_definitions(items)
