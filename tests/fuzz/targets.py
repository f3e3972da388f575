"""What any bytes at all must leave standing: one function for each reader, which raises on the first promise broken."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.asking import real, vocabulary
from treatylang.decision.from_plan import Wanted
from treatylang.decision.organs import organ_in
from treatylang.diagnostics.diagnostic import Diagnostic, InputError
from treatylang.diagnostics.registry import CODES
from treatylang.diagnostics.render_text import render_text
from treatylang.events.from_json import from_json
from treatylang.events.from_plain_yaml import from_plain_yaml
from treatylang.events.from_yaml import from_yaml
from treatylang.events.situation import Situation
from treatylang.events.tree import Mapping, Node, Scalar
from treatylang.library.ask import ask
from treatylang.library.events import read_for
from treatylang.library.load import Library
from treatylang.pipeline import compile_sources
from treatylang.rendering.decision_json import decision_json
from treatylang.rendering.organ_json import organ_json
from treatylang.syntax.format import format_text
from treatylang.text.limits import LIMITS
from treatylang.text.screen import is_hidden, screen
from treatylang.text.source import Source

Target = Callable[[bytes], None]

# What the treaties of the library refer to, so that one of them alone still binds.
_CITED = Source(
    "cited.treaty",
    'treaty un-charter-1945 "The Charter" in force since 1945-10-24 parties FRA USA GBR since 1945-10-24 '
    + "".join(
        f'article "{number}" every party may consult every other party ' for number in ("2(4)", "51", "52(2)", "53(1)", "103")
    ),
)
_EVENT = b"""event: an attack on three states, much of it open
date: %d
acts:
  - {kind: bombardment, by: DEU, on: [FRA, USA, ITA], grave: unknown, place: {territory_of: FRA, lat: 48.8, lon: 2.3}}
  - {kind: request_for_assistance, by: FRA, to: [GBR], happened: unknown}
facts: {danger_to_peace: unknown}
"""
_ASKED = ("anzus-1951", "csto", "triple-alliance-1882")  # of few parties, so that many inputs are tried


class Broken(AssertionError):
    """A promise that does not hold."""


def treaty(data: bytes) -> None:
    """Read, bind, check, plan; formatted, and formatted again; asked about an event, where it says something."""
    source, problems = screen("fuzz.treaty", data, LIMITS.treaty_bytes)
    _told(problems, source is None)
    if source is None:
        return
    words = None if source.text.lstrip().startswith("vocabulary") else vocabulary()
    compiled = compile_sources([source, _CITED], base=words)
    _told(compiled.diagnostics, compiled.plan is None)
    text, found = format_text(source)
    _told(found, text is None)
    if any(each.code == "TL0803" for each in found):
        raise Broken(found[0].message)
    if text is not None and format_text(text)[0] != text:
        raise Broken("formatted twice is not formatted once")
    if compiled.plan is None or words is None or compiled.treaties.keys() <= {"un-charter-1945"}:
        return
    plan = compiled.plan
    library = Library(plan, frozenset(organ for each in plan.treaties.values() for organ in each.organs))
    own = tuple(name for name in library.treaties if name != "un-charter-1945")
    day = _first_day(plan.spells[own[0]].since)
    situation, wrong = read_for(library, _EVENT.replace(b"%d", day.encode()), "fuzz.yaml")
    _told(wrong, situation is None)
    if situation is not None:
        _asked(library, situation, own)


def yaml(data: bytes) -> None:
    """Read and asked; the plain reader gives the parser's tree, or none."""
    source, _ = screen("fuzz.yaml", data, LIMITS.event_bytes)
    if source is not None:
        tree, problems = from_yaml(source)
        plain = from_plain_yaml(source.text, LIMITS.event_depth)
        if plain is not None and (problems or plain != tree):
            raise Broken(f"the plain reader differs from the parser: {problems[:1] or (plain, tree)}")
    _event(data, "fuzz.yaml")


def as_json(data: bytes) -> None:
    """Read and asked; what Python's own reader refuses is refused, and what it reads is read alike."""
    source, _ = screen("fuzz.json", data, LIMITS.event_bytes)
    if source is not None:
        tree, problems = from_json(source)
        try:
            expected = json.loads(source.text, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            if not problems:
                raise Broken("read, and yet no JSON") from None
        else:
            if not problems and (tree is None or _plain(tree) != _texts(expected)):
                raise Broken("read, and not as it is written")
            if any(each.code == "TL0601" for each in problems):
                raise Broken(f"JSON, and yet refused: {problems[0].message}")
    _event(data, "fuzz.json")


TARGETS: dict[str, Target] = {"treaty": treaty, "yaml": yaml, "json": as_json}


def _event(data: bytes, name: str) -> None:
    situation, problems = read_for(real(), data, name)
    _told(problems, situation is None)
    if situation is not None:
        _asked(real(), situation, _ASKED)


def _asked(known: Library, situation: Situation, treaties: tuple[str, ...]) -> None:
    """The questions of `treaty query` and `treaty organ`: an answer that is JSON, or a typed error."""
    day = situation.as_of[0]
    try:
        wanted = Wanted(treaties, not_owed=True)
        json.loads(decision_json([ask(known, situation, day, wanted)]))
    except InputError as error:
        _told(error.diagnostics, True)
    for body in sorted({each.body for each in situation.decisions} | {"security_council"}):
        json.loads(organ_json(organ_in(known.plan, situation, body, day, treaties)))


def _first_day(since: str | None) -> str:
    """A day on which the treaty is in force, among those that the table of states knows."""
    day = "1950-01-01" if since is None else since if len(since) == 10 else f"{since}-28"
    return min(max(day, "1816-01-01"), "2025-01-01")


def _told(diagnostics: tuple[Diagnostic, ...], failed: bool) -> None:
    """Known codes, places inside the text, nothing hidden in what is shown; whatever fails has an error that says so."""
    if failed and not any(each.severity == "error" for each in diagnostics):
        raise Broken("refused without a reason")
    for each in diagnostics:
        if each.code not in CODES or "\n" in each.message:
            raise Broken(f"an odd message: {each.code}: {each.message}")
        for place in (each.place, *(label.place for label in each.labels)):
            if place is not None and not 0 <= place.span.start <= place.span.end <= len(place.source.text) + 1:  # 1: the end itself
                raise Broken(f"a place outside the text: {each.code}: {each.message} {place.span}")
    shown = render_text(diagnostics, colour=False)
    if any(is_hidden(char) for char in set(shown)):
        raise Broken("a hidden character is shown")


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.absent else node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(each) for each in node.items]


def _texts(value: object) -> object:
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else value
