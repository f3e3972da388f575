"""Text -> tree.  Every error of a file is reported in one run: a section that does not parse is reported, the next one is tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

from treatylang.diagnostics.diagnostic import Diagnostic, Place
from treatylang.diagnostics.suggest import nearest
from treatylang.record import dataclass
from treatylang.syntax import tree as t
from treatylang.syntax.grammar import Parser, keywords, parser
from treatylang.syntax.messages import describe, no_word, unglued
from treatylang.text.collection import no_collection
from treatylang.text.limits import LIMITS, Limits
from treatylang.text.screen import name_of
from treatylang.text.source import Source, Span

_QUOTED_OR_COMMENT = re.compile(r'"""[^"]*(?:"{1,2}[^"]+)*"""|"[^"\n]*"|#[^\n]*')
_SECTION = re.compile(
    r"(?m)^[ \t]*(?=(?:parties|suspended|article|reservation|reading|class|area|organ|measure|kind|fact|target|duty|relation"
    r"|decision|region|locality|zone|domain|strength|strengths|code)(?![A-Za-z0-9_-]))"
)
_NO_CODE = "there are no braces, brackets of code or semicolons: words end phrases"
_CHARACTER_HINTS = {
    **dict.fromkeys("{};", _NO_CODE),
    "[": "a label is one word in lower case, its parts joined by `-`: `[aid]`",
    "'": "texts stand between double quotation marks",
}
_LONG_WORD = re.compile(r"\d[\d,.]{64,}|[A-Za-z0-9_-]{65,}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing gave: the document (None where it has errors), its comments, and the diagnostics."""

    source: Source
    document: t.Document | None
    comments: tuple[t.Comment, ...]
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source, limits: Limits = LIMITS, using: Callable[[], Parser] = parser) -> Parsed:
    """Read a treaty, pledge or vocabulary.  The text must have been screened (`treatylang.text.screen`); `using` gives the parser."""
    bare, comments = _without_quotes(source.text)
    problems = _depth(source, bare, limits) + _lengths(source, bare, limits)
    if problems:
        return Parsed(source, None, comments, tuple(problems[: limits.errors]))
    with no_collection():
        try:
            document = using().parse(source.text, "start")
        except UnexpectedInput as error:
            return Parsed(source, None, comments, tuple(_all_errors(source, bare, error, limits, using())))
        return Parsed(source, document, comments, ())


def parse_text(text: str, name: str = "<text>") -> Parsed:
    """Read a text that is already in memory, as it stands."""
    return parse(Source(name, text))


def _without_quotes(text: str) -> tuple[str, tuple[t.Comment, ...]]:
    """The text with strings and comments blanked (same length), and the comments."""
    comments: list[t.Comment] = []
    bare: list[str] = []
    last = 0
    for match in _QUOTED_OR_COMMENT.finditer(text):
        start, end = match.span()
        found = match[0]
        if found[0] == "#":
            comments.append(t.Comment(found, span=Span(start, end)))
        bare += text[last:start], _blank(found)
        last = end
    bare.append(text[last:])
    return "".join(bare), tuple(comments)


def _blank(text: str) -> str:
    """As many spaces, with the line ends where they were."""
    return "\n".join([" " * len(line) for line in text.split("\n")]) if "\n" in text else " " * len(text)


def _depth(source: Source, bare: str, limits: Limits) -> list[Diagnostic]:
    depth = 0
    for match in re.finditer(r"[()]", bare):
        depth += 1 if match.group() == "(" else -1
        if depth > limits.nesting:
            place = Place(source, Span(match.start(), match.end()))
            hint = "name the inner condition in a clause of its own, or join its terms with one `and` or `or`"
            return [Diagnostic("TL0104", f"parentheses nested more than {limits.nesting} deep", place, hint)]
    return []


def _lengths(source: Source, bare: str, limits: Limits) -> list[Diagnostic]:
    found = []
    for match in _LONG_WORD.finditer(bare):
        place = Place(source, Span(match.start(), match.start() + limits.name))
        message = f"name of {len(match.group())} characters: `{match.group()[:20]}...`"
        found.append(Diagnostic("TL0105", message, place, f"names have at most {limits.name} characters"))
    return found


def _all_errors(source: Source, bare: str, first: UnexpectedInput, limits: Limits, using: Parser) -> list[Diagnostic]:
    """The first error of the whole text, and those of every section read alone, from the one in which the first stands."""
    at_first = _offset(first, source.text)
    found = {at_first: _diagnose(source, first, 0)}
    starts = [match.end() for match in _SECTION.finditer(bare)]
    in_margin = [start for start in starts if start == 0 or bare[start - 1] == "\n"]
    starts = in_margin or starts  # where sections stand at the margin, an indented word is no section
    for start, end in pairwise([*starts, len(source.text)]):
        if len(found) >= limits.errors:
            break
        if end < at_first:
            continue  # it has been read
        try:
            using.parse(source.text[start:end], "section")
        except UnexpectedInput as error:
            at = _offset(error, source.text[start:end]) + start
            if at < end or end == len(source.text):
                found.setdefault(at, _diagnose(source, error, start))
            else:  # the section stops short: the word that ends it is the next section's first
                found[at] = _diagnose_short(source, error, start, end)
    return [found[at] for at in sorted(found)]


def _offset(error: UnexpectedInput, text: str) -> int:
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        return len(text)
    return int(error.pos_in_stream or 0)


def _last_word_end(text: str) -> int:
    """Where the text ends but for spaces and comments."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0]) if match[0][0] == "#" else match[0]

    return len(_QUOTED_OR_COMMENT.sub(blank, text).rstrip())


def _diagnose_short(source: Source, error: UnexpectedInput, start: int, end: int) -> Diagnostic:
    word = re.match(r"\w+", source.text[start:])
    name = word.group() if word else "section"
    last = _last_word_end(source.text[:end])
    place = Place(source, Span(max(last - 1, start), last))
    return Diagnostic("TL0202", f"this `{name}` is not finished", place, _wanted(error))


def _diagnose(source: Source, error: UnexpectedInput, shift: int) -> Diagnostic:
    text = source.text
    at = _offset(error, text[shift:]) + shift
    if isinstance(error, UnexpectedCharacters):
        return _diagnose_characters(source, at)
    token = error.token if isinstance(error, UnexpectedToken) else None
    expected = _expected(error)
    wanted = describe(expected)
    if token is None or token.type == "$END":
        end = _last_word_end(text)
        place = Place(source, Span(max(end - 1, 0), end))
        return Diagnostic("TL0202", "the text ends too early", place, _wanted(error))
    word = str(token)
    after = at + len(word)
    if text[after : after + 1] > "\x7f" and not text[after].isspace():  # a letter that looks like ours, inside a word
        return _diagnose_characters(source, after)
    place = Place(source, Span(at, at + len(word)))
    return Diagnostic("TL0201", f"unexpected {_quote(word)}", place, _hint(word, token.type, expected, wanted))


def _expected(error: UnexpectedInput) -> list[str]:
    return sorted(error.accepts or error.expected) if isinstance(error, UnexpectedToken) else []


def _wanted(error: UnexpectedInput) -> str | None:
    wanted = describe(_expected(error))
    return f"expected {wanted}" if wanted else None


def _quote(word: str) -> str:
    shown = word if len(word) <= 40 else word[:37] + "..."
    return "`" + shown.replace("\n", " ") + "`"


def _hint(word: str, sort: str, expected: list[str], wanted: str) -> str:
    likely = {name.lower() for name in expected if name.lower() in keywords()}
    if two := unglued(word, likely):
        return two
    if word == "not" and "REFRAIN" in expected:
        return "there is no `must not`: write `must refrain from ACT`"
    if word == "check":
        return "`check` stands after an article's heading, a label, `parties`, or right after a date of the head, a party or a suspension"
    if word in ("and", "or") and {"AND", "OR"} & set(expected):
        return "in a condition `and` and `or` mix only with parentheses; duties are joined by `and`"
    if sort == "NAME" and len(word) > 2 and (close := nearest(word, likely)):
        return f"did you mean `{close}`? expected {wanted}"
    if word in keywords() and ("NAME" in expected) and not wanted.startswith("`"):
        return f"`{word}` is a reserved word and cannot be a name; expected {wanted}"
    return f"expected {wanted}"


def _diagnose_characters(source: Source, at: int) -> Diagnostic:
    text = source.text
    character = text[at]
    place = Place(source, Span(at, at + 1))
    if text.startswith('""', at) and not text.startswith('"""', at):
        return Diagnostic(
            "TL0203", "empty text in quotes", Place(source, Span(at, at + 2)), "write something in it, or leave it out"
        )
    if character == '"':
        end = text.find("\n", at)
        place = Place(source, Span(at, end if end > at else len(text)))
        hint = 'a string ends with `"` on its line; a longer one stands between `"""` and `"""`'
        return Diagnostic("TL0204", "string without an end", place, hint)
    word = re.match(r"\d[\d.,/]*\d[\w-]*|[\w-]+", text[at:])
    if word and not word.group().isascii():  # a letter that looks like ours, inside a word
        at += next(number for number, each in enumerate(word.group()) if not each.isascii())
        character, place = text[at], Place(source, Span(at, at + 1))
    if not character.isascii():
        hint = f"{name_of(character)}: outside strings and comments only ASCII is read"
        return Diagnostic("TL0203", f"character `{character}` cannot stand here", place, hint)
    if word:
        place = Place(source, Span(at, at + len(word.group())))
        return Diagnostic("TL0203", f"{_quote(word.group())} is no word of the language", place, no_word(word.group()))
    return Diagnostic("TL0203", f"character `{character}` cannot stand here", place, _CHARACTER_HINTS.get(character, "remove it"))
