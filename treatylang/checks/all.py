"""Every check of a library, in the order of their codes."""

from __future__ import annotations

from collections.abc import Mapping

from treatylang.model.report import Report
from treatylang.model.treaty import Treaty
from treatylang.syntax import tree as t


def check_library(
    treaties: Mapping[str, Treaty], documents: Mapping[str, tuple[t.Treaty, Report]], used: Mapping[str, frozenset[str]]
) -> None:
    """Run each check over each treaty; what it finds goes to the treaty's report."""
