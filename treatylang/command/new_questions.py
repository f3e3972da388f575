"""The questions of `treaty new`: each is asked until its answer can stand."""

from __future__ import annotations

from collections.abc import Callable

import click

from treatylang.authoring.draft import Draft, faults
from treatylang.library.load import Library
from treatylang.record import replace

_DAY = "YYYY-MM-DD, or YYYY-MM where the day is not known"
_NONE = "with commas between; empty: none"


def asked(draft: Draft, missing: frozenset[str], library: Library, *, everything: bool) -> Draft:
    """The draft, which is without faults, with what is missing asked for; `everything`: also what may be left out."""

    def ask(question: str, put: Callable[[str], Draft], default: str | None = None) -> Draft:
        """Asked again where the answer brings a fault."""
        from treatylang.command.console import report

        while True:
            said = str(click.prompt(question, default=default, show_default=bool(default), err=True)).strip()
            made = put(said)
            wrong = faults(made, library)
            if not wrong:
                return made
            report(wrong)

    if "id" in missing:
        draft = ask("Id, as saadabad-1937", lambda said: replace(draft, id=said))
    if "title" in missing:
        draft = ask("Title", lambda said: replace(draft, title=said))
    if everything:
        pledge = click.confirm("A political text, which binds nobody in law?", default=draft.pledge, err=True)
        draft = replace(draft, pledge=pledge)
        if draft.signed is None:
            draft = ask(f"Signed ({_DAY}; empty: not known)", lambda said: replace(draft, signed=said or None), "")
    if "in_force" in missing:
        draft = ask(f"In force since ({_DAY})", lambda said: replace(draft, in_force=said))
    if "parties" in missing:
        question = "Parties, as FRA ESP PRT@1955-01-01, or the id of the treaty whose parties they are"
        draft = ask(question, lambda said: _with_parties(draft, said))
    if everything:
        draft = ask(
            "Articles as they are cited, with commas between", lambda said: replace(draft, articles=_listed(said) or ("1",)), "1"
        )
        draft = ask(f"Bodies that it sets up, as pact_council ({_NONE})", lambda said: replace(draft, organs=_listed(said)), "")
        draft = ask(f"Areas that it draws, as treaty_area ({_NONE})", lambda said: replace(draft, areas=_listed(said)), "")
    return draft


def _with_parties(draft: Draft, said: str) -> Draft:
    words = said.replace(",", " ").split()
    if len(words) == 1 and words[0][:1].islower() and "-" in words[0]:
        return replace(draft, parties_of=words[0])
    parts = [each.partition("@") for each in words or [said]]
    return replace(draft, parties=tuple((code, since if mark else None) for code, mark, since in parts))


def _listed(said: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in said.split(",") if each.strip())
