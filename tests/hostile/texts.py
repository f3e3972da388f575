"""Treaty texts that nobody should write: the bytes, the code of the first error, and where it is."""

from __future__ import annotations

import random
from typing import NamedTuple

from tests.command.running import ROOT

HEAD = b'treaty bad-1900 "Bad"\n  in force since 1900-01-01\n\nparties\n  FRA GBR since 1900-01-01\n\n'
TAIL = b'article "1"\n  every party must defend every other party\n'
WHOLE = (
    HEAD
    + TAIL
    + (
        b'\narticle "2"\n  summary "told in words"\n  when (armed_attack on a party)  then every other party must assist the victim\n'
    )
)
NATO = (ROOT / "treaties" / "nato-1949.treaty").read_bytes()


class Sample(NamedTuple):
    """A bad file."""

    data: bytes
    code: str
    at: str  # line:column


def _article(text: bytes) -> bytes:
    return HEAD + b'article "1"\n  ' + text + b"\n"


# What cannot be read at all, whatever the words mean.
UNREADABLE = {
    "parentheses": Sample(_article(b"when " + b"(" * 100_000), "TL0104", "8:72"),
    "parentheses alone": Sample(b"(" * 100_000, "TL0104", "1:65"),
    "parentheses that close": Sample(_article(b"when " + b"(" * 100_000 + b"threat" + b")" * 100_000), "TL0104", "8:72"),
    "not": Sample(_article(b"when " + b"not (" * 50_000), "TL0104", "8:332"),
    "not 100,000 times": Sample(_article(b"when " + b"not (" * 100_000), "TL0101", "1:1"),
    "NUL": Sample(HEAD + TAIL + b"\0", "TL0103", "9:1"),
    "NUL in a comment": Sample(HEAD + TAIL + b"# a\0b\n", "TL0103", "9:4"),
    "NUL in a text": Sample(HEAD.replace(b"Bad", b"B\0d") + TAIL, "TL0103", "1:19"),
    "escape in a comment": Sample(HEAD + TAIL + b"# \x1b[31mred\x1b]0;title\x07\n", "TL0103", "9:3"),
    "escape in a text": Sample(HEAD.replace(b"Bad", b"\x1b[2JBad") + TAIL, "TL0103", "1:18"),
    "C1 control": Sample(HEAD + TAIL + "# \x9b31m\n".encode(), "TL0103", "9:3"),
    "backspaces": Sample(HEAD + TAIL + b"# ab\x08\x08cd\n", "TL0103", "9:5"),
    "bidi override": Sample(_article("every party must \u202edefend".encode()), "TL0103", "8:20"),
    "bidi override in a text": Sample(HEAD.replace(b"Bad", "\u202eBad".encode()) + TAIL, "TL0103", "1:18"),
    "bidi isolate in a comment": Sample(HEAD + TAIL + "# \u2066a\u2069\n".encode(), "TL0103", "9:3"),
    "zero-width space": Sample(HEAD.replace(b"FRA", "F\u200bRA".encode()) + TAIL, "TL0103", "5:4"),
    "zero-width joiner": Sample(HEAD.replace(b"Bad", "B\u200dad".encode()) + TAIL, "TL0103", "1:19"),
    "mark inside": Sample(HEAD + "\ufeff".encode() + TAIL, "TL0103", "7:1"),
    "Cyrillic letter in a keyword": Sample(HEAD.replace(b"parties", "p\u0430rties".encode()) + TAIL, "TL0203", "4:2"),
    "Cyrillic letter in a state": Sample(HEAD.replace(b"FRA", "FR\u0410".encode()) + TAIL, "TL0203", "5:5"),
    "Cyrillic letter in a duty": Sample(_article("every party must def\u0435nd every other party".encode()), "TL0203", "8:23"),
    "wide letters": Sample(HEAD.replace(b"FRA", "\uff26\uff32\uff21".encode()) + TAIL, "TL0203", "5:3"),
    "keywords glued": Sample(HEAD.replace(b"in force", b"inforce") + TAIL, "TL0201", "2:3"),
    "12 MB": Sample(b"# comment\n" * 1_200_000, "TL0101", "1:1"),
    "12 MB of NUL": Sample(b"\0" * 12_000_000, "TL0101", "1:1"),
    "string without an end": Sample(HEAD.replace(b'"Bad"', b'"Bad') + TAIL, "TL0204", "1:17"),
    "long string without an end": Sample(_article(b'summary """abc\n def') + TAIL, "TL0204", "8:11"),
    "UTF-16": Sample((HEAD + TAIL).decode().encode("utf-16"), "TL0102", "1:1"),
    "UTF-16, big end first": Sample(b"\xfe\xff" + (HEAD + TAIL).decode().encode("utf-16-be"), "TL0102", "1:1"),
    "UTF-16 without a mark": Sample((HEAD + TAIL).decode().encode("utf-16-le"), "TL0103", "1:2"),
    "Latin-1": Sample(HEAD.replace(b"Bad", b"B\xe9d") + TAIL, "TL0102", "1:19"),
    "half a surrogate pair": Sample(HEAD.replace(b"Bad", b"B\xed\xa0\x80d") + TAIL, "TL0102", "1:19"),
    "empty": Sample(b"", "TL0202", "1:1"),
    "blank": Sample(b" \n\t\n\n", "TL0202", "1:1"),
    "comments": Sample(b"# one\n# two\n", "TL0202", "1:1"),
    "long name": Sample(_article(b"every party must " + b"a" * 65), "TL0105", "8:20"),
    "long code": Sample(_article(b"A" * 65 + b" must defend every other party"), "TL0105", "8:3"),
    "long id": Sample(HEAD.replace(b"bad-1900", b"-".join([b"bad"] * 17)) + TAIL, "TL0105", "1:8"),
    "long label": Sample(_article(b"[" + b"a-" * 40 + b"a] every party must defend every other party"), "TL0105", "8:4"),
    "very long name": Sample(_article(b"every party must " + b"a" * 200_000), "TL0105", "8:20"),
    "5,000 mistakes": Sample(HEAD + b'article "1"\n  every must x\n\n' * 5_000, "TL0201", "8:9"),
    "binary": Sample(b"\x7fELF\x02\x01\x01\0" + random.Random(1).randbytes(20_000), "TL0102", "1:"),
    "an archive": Sample(b"\x1f\x8b\x08\0\0\0\0\0", "TL0102", "1:2"),
    "cut in the title": Sample(HEAD[:19], "TL0204", "1:17"),
    "cut in a date": Sample(HEAD[:43], "TL0201", "2:18"),
    "cut after a word": Sample(WHOLE[: WHOLE.index(b" party must")], "TL0202", "8:7"),
    "cut in a condition": Sample(WHOLE[: WHOLE.index(b")  then")], "TL0202", ""),
    "cut in a summary": Sample(WHOLE[: WHOLE.index(b"in words")], "TL0204", "11:11"),
}

# What reads well and means nothing.
MEANINGLESS = {
    "30 February": Sample(HEAD.replace(b"in force since 1900-01-01", b"in force since 1949-02-30") + TAIL, "TL0501", "2:18"),
    "13th month": Sample(HEAD.replace(b"in force since 1900-01-01", b"in force since 1949-13-01") + TAIL, "TL0501", "2:18"),
    "unknown state": Sample(HEAD.replace(b"GBR", b"GBRR") + TAIL, "TL0302", "5:7"),
    "unknown treaty": Sample(
        _article(b"when nato-1948 is in force then every party must defend every other party"), "TL0303", "8:8"
    ),
    "5,000 unknown states": Sample(
        HEAD.replace(b"FRA GBR", b" ".join(b"Z%04d" % number for number in range(5_000))) + TAIL, "TL0302", "5:3"
    ),
}
FOUR_TO_READ = HEAD + (
    b'article "1"\n  every party mus defend every other party\n\n'
    b'article "2"\n  when threat then\n\n'
    b'article "3"\n  when (threat then every party must defend every other party\n\n'
    b'article "4"\n  every party must not attack\n'
)
FOUR_TO_BIND = HEAD + (
    b'article "1"\n  every party must no_such_duty\n\n'
    b'article "2"\n  ZZZ must defend every other party\n\n'
    b'article "3"\n  when armed_attack on a party  then every party must assist the helper\n\n'
    b'article "4"\n  every party must defend every other party  since 1949-02-30\n'
)
