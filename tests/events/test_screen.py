"""What is refused before anything is read: size, encoding, and characters that deceive the eye."""

from __future__ import annotations

import pytest

from treatylang.text.screen import is_hidden, screen, screen_text

LIMIT = 1000


def test_plain_text_comes_through_as_it_is() -> None:
    source, found = screen("a.treaty", "übung — \t«ß» 😀\r\nзакон".encode(), LIMIT)
    assert found == ()
    assert source is not None
    assert source.text == "übung — \t«ß» 😀\r\nзакон"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source, found = screen("a", b"\xef\xbb\xbftreaty", LIMIT)
    assert (source and source.text, found) == ("treaty", ())


def test_a_mark_inside_the_text_is_refused() -> None:
    source, (found,) = screen("a", b"x\xef\xbb\xbftreaty", LIMIT)
    assert source is None
    assert (found.code, found.message) == ("TL0103", "character U+FEFF ZERO WIDTH NO-BREAK SPACE is not allowed")


def test_size_counts_bytes() -> None:
    assert screen("a", "é".encode() * 500, LIMIT)[1] == ()
    source, (found,) = screen("a", "é".encode() * 501, LIMIT)
    assert source is None
    assert (found.code, found.message) == ("TL0101", "the text has more than 1,000 bytes")
    assert screen_text("a", "é" * 500, LIMIT)[1] == ()
    assert [each.code for each in screen_text("a", "é" * 501, LIMIT)[1]] == ["TL0101"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_named_or_seen_by_their_zeros(encoding: str) -> None:
    source, found = screen("a", "event: x".encode(encoding), LIMIT)
    assert source is None
    if encoding in ("utf-16", "utf-32"):
        assert (found[0].code, found[0].message) == ("TL0102", f"the text is {encoding.upper()}, not UTF-8")
    else:
        assert found[0].code == "TL0103"
        assert "UTF-16" in (found[0].hint or "")


def test_what_does_not_decode_is_shown_where_it_stands() -> None:
    _, (found,) = screen("a", "é\ncafé".encode() + b"\xe9", LIMIT)
    assert (found.code, found.message) == ("TL0102", "byte 0xE9 is not UTF-8 here")
    assert found.place is not None
    assert found.place.position == (2, 5)


def test_half_of_a_surrogate_pair() -> None:
    _, (found,) = screen("a", b"a\xed\xa0\x80", LIMIT)
    assert found.code == "TL0102"
    assert "surrogate" in (found.hint or "")
    _, (found,) = screen_text("a", "a\ud800", LIMIT)
    assert (found.code, found.message) == ("TL0103", "character U+D800 half of a surrogate pair is not allowed")


@pytest.mark.parametrize(
    "char",
    [
        *"\0\x01\x07\x0b\x0c\x1b\x7f\x80\x85\x9f",  # controls, old and new
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",  # direction
        *"\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\ufe0f\U000e0101",  # nothing to see
        *"\u2028\u2029\ue000\uffff\ufdd0\U000e0041\U0010ffff",
    ],
)
def test_hidden_characters(char: str) -> None:
    source, (found,) = screen_text("a", f"# a comment\n# {char}\n", LIMIT)
    assert source is None
    assert found.code == "TL0103"
    assert found.message.startswith(f"character U+{ord(char):04X} ")
    assert found.place is not None
    assert found.place.position == (2, 3)


@pytest.mark.parametrize("char", [*"\t\n\r aé’—\u00a0漢Ж٠\u0301😀"])
def test_seen_characters(char: str) -> None:
    assert not is_hidden(char)


def test_all_are_told_up_to_the_cap() -> None:
    assert len(screen_text("a", "\u202e" * 7, LIMIT)[1]) == 7
    assert len(screen_text("a", "\u202e" * 70, LIMIT)[1]) == 20
    assert len(screen_text("a", "\u202e" * 70, LIMIT, errors=3)[1]) == 3
