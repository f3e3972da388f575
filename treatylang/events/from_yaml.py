"""YAML text -> tree, by parse events only: nothing is composed, resolved or constructed.

Building from events keeps the depth ours to check (composing deep nesting ends the process) and leaves every scalar a text.  What
makes YAML hard to read or costly to expand - anchors, aliases, tags, merges, several documents - is refused.
"""

from __future__ import annotations

import yaml

from treatylang.events.report import Report, quote
from treatylang.events.scalars import TOO_DEEP, visible
from treatylang.events.tree import Mapping, Node, Scalar, Sequence
from treatylang.text.limits import LIMITS
from treatylang.text.source import NOWHERE, Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.diagnostics.diagnostic import Diagnostic
    from treatylang.text.limits import Limits

# The C parser is some ten times faster; both give the same events, and count places in code points.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Open:
    """A collection that is being read.

    `key` is the scalar that waits for its value, in a mapping; `refused`: the key was refused, so its value is read and dropped.
    """

    __slots__ = ("entries", "flow", "items", "key", "mapping", "refused", "start")

    def __init__(self, start: Span, flow: bool, mapping: bool) -> None:
        self.start = start
        self.flow = flow
        self.mapping = mapping
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.key: Scalar | None = None
        self.refused = False


class _TooDeep(Exception):
    """Nesting passed the cap; the message is in the report."""


def from_yaml(source: Source, limits: Limits = LIMITS) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML text, and what is wrong with it.

    A tree is given beside errors where these leave no doubt of what was meant (a key twice, a tag), so that the rest of the file
    is checked in the same run.
    """
    builder = _Builder(Report(source, limits.errors), limits.event_depth)
    try:
        for event in _events(source.text):
            builder.take(event)
    except _TooDeep:
        builder.root = None
    except yaml.MarkedYAMLError as error:
        builder.root = None
        _unreadable(builder.report, error)
    except (yaml.YAMLError, ValueError) as error:
        builder.root = None
        builder.report.error("TL0601", f"not readable as YAML: {' '.join(str(error).split())}", Span(0, 0))
    else:
        if builder.root is None and not builder.report.failed:
            builder.report.error("TL0601", "the event is empty", Span(0, 0), "an event needs at least `event`, `date` and `acts`")
    return (None if builder.doubtful else builder.root), builder.report.diagnostics


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(yaml.parse(text, Loader=_LOADER))


class _Builder:
    """Turns parse events into nodes on a stack of its own."""

    __slots__ = ("depth", "documents", "doubtful", "report", "root", "stack")

    def __init__(self, report: Report, depth: int) -> None:
        self.report = report
        self.depth = depth
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.doubtful = False  # an alias or a second document: what the tree would be is anyone's guess

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._refuse_marks(event)
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            self.doubtful = True
            self.report.error("TL0602", f"alias {quote(f'*{event.anchor}')} is not allowed", _span(event), "write the value out")
            self._put(Scalar("", True, _span(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.version or event.tags:
            self.report.error("TL0602", "directives (`%YAML`, `%TAG`) are not allowed", _span(event), "take the line out")
        if self.documents == 2:
            self.doubtful = True
            self.report.error("TL0602", "a second document starts here", _span(event), "one file holds one event")

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self.stack) >= self.depth:
            self.report.error("TL0104", f"nested deeper than {self.depth} levels", _span(event), TOO_DEEP)
            raise _TooDeep
        self.stack.append(_Open(_span(event), bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)))

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        done = self.stack.pop()
        # The end of a block collection is marked where the next thing starts; its last child ends it.
        last = [*done.items[-1:], *(value for _, value in [*done.entries.values()][-1:])]
        end = _span(event).end if done.flow or not last else last[0].span.end
        span = Span(done.start.start, max(end, done.start.start))
        if done.mapping:
            self._put(Mapping(tuple(done.entries.values()), span))
        else:
            self._put(Sequence(tuple(done.items), span))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        # The pure parser marks a plain scalar by the style None, the C parser by an empty text.
        scalar = Scalar(event.value, bool(event.style), _span(event))
        visible(self.report, scalar)
        self._put(scalar)

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        start = _span(event).start
        span = Span(start, start + 1)
        if event.anchor is not None:
            self.report.error("TL0602", f"anchor {quote(f'&{event.anchor}')} is not allowed", span, "take it out")
        if event.tag is not None:
            self.report.error(
                "TL0602", f"tag {quote(event.tag)} is not allowed", span, "take it out: the field says what a value means"
            )

    def _put(self, node: Node) -> None:
        if not self.stack:
            if self.documents <= 1 and not (isinstance(node, Scalar) and node.absent):
                self.root = node
            return
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.refused:
            top.refused = False
        elif top.key is None:
            self._key(top, node)
        else:
            top.entries[top.key.text] = (top.key, node)
            top.key = None

    def _key(self, top: _Open, node: Node) -> None:
        top.refused = True
        if not isinstance(node, Scalar):
            self.report.error("TL0602", "a key must be one word, not a list or a mapping", node.span, "write the name of a field")
        elif node.text == "<<" and not node.quoted:
            self.report.error("TL0602", "merge `<<` is not allowed", node.span, "write the fields out")
        elif node.text in top.entries:
            first = top.entries[node.text][0].span
            self.report.error(
                "TL0602", f"{quote(node.text)} stands twice", node.span, "keep one of them", label=(first, "first here")
            )
        else:
            top.refused = False
            top.key = node


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.index, end.index) if start is not None and end is not None else NOWHERE


def _unreadable(report: Report, error: yaml.MarkedYAMLError) -> None:
    text = report.source.text
    problem = " ".join((error.problem or "unexpected text").split())
    opened = min(error.context_mark.index, len(text)) if error.context_mark else None
    if opened is not None and "end of stream" in problem and "quoted scalar" in (error.context or ""):
        report.error("TL0601", "not readable as YAML: a quote without an end", Span(opened, opened + 1), "close it")
        return
    at = min(error.problem_mark.index, len(text)) if error.problem_mark else opened or 0
    inside = (Span(opened, opened + 1), "inside what begins here") if opened is not None and opened != at else None
    report.error("TL0601", f"not readable as YAML: {problem}", Span(at, at + 1), _remedy(text[at : at + 1], problem), inside)


def _remedy(char: str, problem: str) -> str | None:
    if char == "\t":
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in problem:
        return "a text that holds `: ` needs quotes; else look at the indentation"
    if char and char in "@`%*&!|>":
        return f"a text that starts with {quote(char) if char != '`' else 'a backtick'} needs quotes"
    if "expected" in problem:
        return "look for a bracket or quote that is not closed, and at the indentation"
    return None
