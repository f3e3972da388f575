"""The page of every code: what it means, why, an example that is wrong and one that is right.

A code that a module of `treatylang.checks` owns (`CODES = ("TL0405",)`) has its page in that module's docstring, beside the check;
all others have a file in `pages/`.  Both have one form:

    # TL0302: unknown state

    ## What it means
    ## Why
    ## Wrong
    ## Right

The last two hold a fenced example each: `treaty` and `event` a whole text, `sh` commands.  A docstring for several codes holds
their pages one after another.

    python -m treatylang.diagnostics.pages > docs/errors.md

writes the index of all codes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module, resources
from pkgutil import iter_modules

from treatylang.diagnostics.registry import CODES

# Codes whose wrong input no page can hold: it is too large, no text at all, invisible, or a fault of the program.  Their pages say
# it in words (```text).  TL0101 to TL0104 are triggered in tests/diagnostics/test_not_shown.py, TL0701, TL0803 and TL1003 by the tests of
# the decision, of the formatter and of places.
NOT_SHOWN = ("TL0101", "TL0102", "TL0103", "TL0104", "TL0701", "TL0803", "TL1003")

_CHECKS = "treatylang.checks"
_PAGE = re.compile(r"^# (TL\d{4}): .*$", re.MULTILINE)
_HEADING_OR_FENCE = re.compile(r"^## (?P<heading>.+?) *$|^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_BANDS = {
    "01": "Text",
    "02": "Syntax",
    "03": "Names",
    "04": "The treaty as a whole",
    "05": "Dates",
    "06": "Events",
    "07": "Evaluation",
    "08": "Files and commands",
    "09": "Figures",
    "10": "Places on the map",
}


def page(code: str) -> str | None:
    """The page of a code as Markdown, or None for a code that has none."""
    if code not in CODES:  # also keeps a code from being read as a path
        return None
    file = resources.files("treatylang.diagnostics").joinpath("pages", f"{code}.md")
    if file.is_file():
        return file.read_text(encoding="utf-8")
    module = _owners().get(code)
    return _section(import_module(module).__doc__ or "", code) if module else None


def all_pages() -> dict[str, str]:
    """Every page there is, by code, in the order of the codes."""
    return {code: text for code in sorted(CODES) if (text := page(code)) is not None}


def examples(page: str) -> list[tuple[str, str, str]]:
    """The fenced examples of a page as (heading, language, text).

    >>> examples('''# TL0302: unknown state
    ... ## Wrong
    ... ```sh
    ... treaty check x.treaty
    ... ```
    ... ''')
    [('Wrong', 'sh', 'treaty check x.treaty\\n')]
    """
    found: list[tuple[str, str, str]] = []
    heading = ""
    for match in _HEADING_OR_FENCE.finditer(page):
        if match["heading"] is not None:
            heading = match["heading"]
        else:
            found.append((heading, match["language"], match["text"]))
    return found


def index() -> str:
    """All codes with their titles, by band, as the text of `docs/errors.md`."""
    about = "Every message has a code, and every code a page that says what it means, why, and what to write instead."
    lines = ["# Errors and warnings", "", about]
    for band, heading in _BANDS.items():
        lines += ["", f"## {heading}", "", "| code | severity | title |", "|---|---|---|"]
        for code, kind in sorted(CODES.items()):
            if code[2:4] == band:
                lines.append(f"| {_linked(code)} | {kind.severity} | {kind.title} |")
    return "\n".join(lines) + "\n"


def _linked(code: str) -> str:
    if resources.files("treatylang.diagnostics").joinpath("pages", f"{code}.md").is_file():
        return f"[{code}](../treatylang/diagnostics/pages/{code}.md)"
    module = _owners().get(code)
    return f"[{code}](../{module.replace('.', '/')}.py)" if module else code


@cache
def _owners() -> dict[str, str]:
    """The check module that owns each code.  Imports the checks, so it is called only where a page is asked for."""
    checks = import_module(_CHECKS)
    owners: dict[str, str] = {}
    for module in sorted(each.name for each in iter_modules(checks.__path__, f"{_CHECKS}.")):
        for code in getattr(import_module(module), "CODES", ()):
            owners[code] = module
    return owners


def _section(docstring: str, code: str) -> str | None:
    """The page of one code from a docstring that may hold several."""
    starts = list(_PAGE.finditer(docstring))
    for at, start in enumerate(starts):
        if start[1] == code:
            end = starts[at + 1].start() if at + 1 < len(starts) else len(docstring)
            return docstring[start.start() : end].strip() + "\n"
    return None


if __name__ == "__main__":
    print(index(), end="")
