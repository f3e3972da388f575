"""What came of the tests, as the XML of JUnit that build servers read: a suite for each event, a case for each row."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from treatylang.testing.run import FAILURES
from treatylang.testing.to_text import expected, found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatylang.testing.run import Tested

_SKIPPED = {"waits": "the library has no such treaty"}


def to_junit(tested: Sequence[Tested]) -> str:
    """The report.  It has no times and no name of the machine: the same rows give the same bytes."""
    by_file: dict[str, list[Tested]] = {}
    for each in tested:
        by_file.setdefault(each.path, []).append(each)
    suites = "".join(_suite(path, rows) for path, rows in by_file.items())
    return f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites{_counts(tested)}>\n{suites}</testsuites>\n'


def _suite(path: str, rows: list[Tested]) -> str:
    cases = "".join(_case(each) for each in rows)
    return f"  <testsuite name={quoteattr(path)}{_counts(rows)}>\n{cases}  </testsuite>\n"


def _counts(rows: Sequence[Tested]) -> str:
    failures = sum(each.outcome in FAILURES and each.outcome != "error" for each in rows)
    errors = sum(each.outcome == "error" for each in rows)
    skipped = sum(_skipped(each) is not None for each in rows)
    return f' tests="{len(rows)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def _case(tested: Tested) -> str:
    name = quoteattr(f"{tested.name} {tested.row.verdict}" + (f" (line {tested.line})" if tested.line else ""))
    head = f"    <testcase classname={quoteattr(tested.event)} name={name}"
    skipped = _skipped(tested)
    if skipped is not None:
        return f"{head}><skipped message={quoteattr(skipped)}/></testcase>\n"
    if tested.outcome not in FAILURES:
        return f"{head}/>\n"
    tag = "error" if tested.outcome == "error" else "failure"
    told = [f"{each.bearer} on {each.date}: {found(each)}" for each in tested.differences]
    told += [f"{each.code}: {each.message}" for each in tested.errors]
    message = quoteattr(f"{expected(tested)}: {tested.outcome}")
    return f"{head}><{tag} message={message}>{escape(chr(10).join(told))}</{tag}></testcase>\n"


def _skipped(tested: Tested) -> str | None:
    return tested.row.differs if tested.outcome == "differs as said" else _SKIPPED.get(tested.outcome)
