"""Event files that nobody should write: the bytes, the ending of the name, the code of the first error, and where it is."""

from __future__ import annotations

import random
from typing import NamedTuple

HEAD = b"event: x\ndate: 2001-09-11\nkind: invasion\nby: AFG\non: USA\n"
JSON = b'{"event": "x", "date": "2001-09-11", "kind": "invasion", "by": "AFG", "on": "USA"}'
_LIMIT = 64 * 1024


class Sample(NamedTuple):
    """A bad file."""

    data: bytes
    code: str
    at: str  # line:column
    ending: str = ".yaml"


def _json(data: bytes, code: str, at: str) -> Sample:
    return Sample(data, code, at, ".json")


def _more(text: bytes) -> bytes:
    return JSON[:-1] + b", " + text + b"}"


_NINE = b"[" + b", ".join([b"*%c"] * 9) + b"]"
_BOMB = b"a: &a [x, x, x]\n" + b"".join(
    b"%c: &%c " % (name, name) + _NINE.replace(b"%c", b"%c" % (name - 1)) + b"\n" for name in range(ord("b"), ord("j"))
)
SAMPLES = {
    "aliases": Sample(_BOMB, "TL0602", "1:4"),
    "alias of nothing": Sample(HEAD + b"note: *a\n", "TL0602", "6:7"),
    "anchor": Sample(HEAD + b"note: &a b\n", "TL0602", "6:7"),
    "Python object": Sample(HEAD + b"note: !!python/object/apply:os.system [echo]\n", "TL0602", "6:7"),
    "Python object at the top": Sample(b"!!python/object:os.system {}\n", "TL0602", "1:1"),
    "tag": Sample(HEAD + b"note: !!binary aGk=\n", "TL0602", "6:7"),
    "merge": Sample(HEAD + b"<<: {note: a}\n", "TL0602", "6:1"),
    "lists in lists": Sample(b"[" * 60_000, "TL0104", "1:33"),
    "100,000 lists in lists": Sample(b"[" * 100_000, "TL0101", "1:1"),
    "mappings in mappings": Sample(b"{a: " * 15_000, "TL0104", "1:129"),
    "blocks in blocks": Sample(b"- " * 20_000, "TL0104", "1:65"),
    "a key twice": Sample(HEAD + b"date: 2001-09-12\n", "TL0602", "6:1"),
    "NaN": Sample(HEAD + b"killed: .nan\n", "TL0606", "6:9"),
    "infinity": Sample(HEAD + b"killed: .inf\n", "TL0606", "6:9"),
    "a long number": Sample(HEAD + b"killed: " + b"9" * 5_000 + b"\n", "TL0606", "6:9"),
    "empty": Sample(b"", "TL0601", "1:1"),
    "comments": Sample(b"# only\n", "TL0601", "1:1"),
    "null": Sample(b"~\n", "TL0602", "1:1"),
    "list": Sample(b"- event: x\n- event: y\n", "TL0602", "1:1"),
    "word": Sample(b"hello\n", "TL0602", "1:1"),
    "a byte too large": Sample(HEAD + b"note: " + b"x" * (_LIMIT + 1 - len(HEAD) - 7) + b"\n", "TL0101", "1:1"),
    "12 MB": Sample(b"x" * 12_000_000, "TL0101", "1:1"),
    "NUL": Sample(HEAD + b"note: a\0b\n", "TL0103", "6:8"),
    "bidi override": Sample(HEAD + "note: a\u202eb\n".encode(), "TL0103", "6:8"),
    "zero-width space": Sample(HEAD.replace(b"USA", "U\u200bSA".encode()), "TL0103", "5:6"),
    "bidi in a comment": Sample(HEAD + "# a\u2066b\n".encode(), "TL0103", "6:4"),
    "UTF-16": Sample(HEAD.decode().encode("utf-16"), "TL0102", "1:1"),
    "UTF-16 without a mark": Sample(HEAD.decode().encode("utf-16-be"), "TL0103", "1:1"),
    "UTF-32": Sample(HEAD.decode().encode("utf-32"), "TL0102", "1:1"),
    "Latin-1": Sample(HEAD + b"note: caf\xe9\n", "TL0102", "6:10"),
    "binary": Sample(b"\xf5" + random.Random(1).randbytes(5_000), "TL0102", "1:1"),
    "30 February": Sample(HEAD.replace(b"2001-09-11", b"1949-02-30"), "TL0501", "2:7"),
    "13th month": Sample(HEAD.replace(b"2001-09-11", b"1949-13-01"), "TL0501", "2:7"),
    "year 0": Sample(HEAD.replace(b"2001-09-11", b"0000-01-01"), "TL0501", "2:7"),
    "asked of 30 February": Sample(HEAD + b"as_of: 1949-02-30\n", "TL0501", "6:8"),
    "raw escape": Sample(HEAD.replace(b" x", b" \x1b[31mx"), "TL0103", "1:8"),
    "escape in the title": Sample(HEAD.replace(b" x", b' "\\e[31mx"'), "TL0103", "1:8"),
    "override in the title": Sample(HEAD.replace(b" x", b' "\\u202ex"'), "TL0103", "1:8"),
    "escape in a field": Sample(HEAD + b'"\\e]0;title\\a": 1\n', "TL0103", "6:1"),
    "escape in a state": Sample(HEAD.replace(b"AFG", b'"\\e[31mAFG"'), "TL0103", "4:5"),
    "escape in a kind": Sample(HEAD.replace(b"invasion", b'"\\x1b[2Jinvasion"'), "TL0103", "3:7"),
    "unknown field": Sample(HEAD + b"kiled: 1\n", "TL0603", "6:1"),
    "unknown long field": Sample(HEAD + b"k" + b"e" * 60_000 + b": 1\n", "TL06", "6:"),
    "5,000 unknown fields": Sample(HEAD + b"".join(b"k%d: 1\n" % number for number in range(5_000)), "TL0603", "6:1"),
    "unknown kind": Sample(HEAD.replace(b"invasion", b"invasio"), "TL0301", "3:7"),
    "Cyrillic letter": Sample(HEAD.replace(b"USA", "US\u0410".encode()), "TL0302", "5:5"),
    "tab": Sample(b"event: x\n\tdate: 1\n", "TL0601", "2:1"),
    "open bracket": Sample(b"event: [x\n", "TL0601", "2:1"),
    "two documents": Sample(HEAD + b"---\n" + HEAD, "TL0602", "6:1"),
    "directive": Sample(b"%YAML 1.1\n---\n" + HEAD, "TL0602", "1:1"),
    "a list as a title": Sample(HEAD.replace(b" x", b" [x]"), "TL0606", "1:8"),
    "JSON: a key twice": _json(_more(b'"date": "2001-09-12"'), "TL0602", "1:84"),
    "JSON: NaN": _json(_more(b'"killed": NaN'), "TL0602", "1:94"),
    "JSON: infinity": _json(_more(b'"killed": -Infinity'), "TL0602", "1:94"),
    "JSON: lists in lists": _json(b"[" * 60_000, "TL0104", "1:33"),
    "JSON: 100,000 lists in lists": _json(b"[" * 100_000, "TL0101", "1:1"),
    "JSON: mappings in mappings": _json(b'{"a":' * 13_000, "TL0104", "1:161"),
    "JSON: empty": _json(b"", "TL0601", "1:1"),
    "JSON: null": _json(b"null", "TL0602", "1:1"),
    "JSON: list": _json(b"[1]", "TL0602", "1:1"),
    "JSON: 30 February": _json(JSON.replace(b"2001-09-11", b"2001-02-30"), "TL0501", "1:24"),
    "JSON: cut": _json(JSON[:30], "TL0601", "1:24"),
    "JSON: comment": _json(b'{"event": "x", // c\n"date": 1}', "TL0601", "1:16"),
    "JSON: single quotes": _json(b"{'event': 'x'}", "TL0601", "1:2"),
    "JSON: comma": _json(b'{"event": "x",}', "TL0601", "1:14"),
    "JSON: odd escape": _json(b'{"event": "\\x41"}', "TL0601", "1:"),
    "JSON: half a surrogate pair": _json(JSON.replace(b'"x"', b'"\\ud800"'), "TL0103", "1:11"),
    "JSON: escape": _json(JSON.replace(b'"x"', b'"\\u001b[31m"'), "TL0103", "1:11"),
    "JSON: NUL": _json(JSON.replace(b'"x"', b'"\\u0000"'), "TL0103", "1:11"),
    "JSON: override in a field": _json(_more(b'"\\u202eab": 1'), "TL0103", "1:84"),
    "JSON: two": _json(JSON + b" {}", "TL0601", "1:84"),
}
FOUR = b"event: x\ndate: 2001-02-30\nkind: invasio\nby: ZZZZ\non: USA\nwhatever: 1\n"
