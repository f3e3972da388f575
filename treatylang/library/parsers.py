"""The parser, kept between commands: building it takes longer than reading the file that it is for."""

from __future__ import annotations

import marshal
from functools import cache

from treatylang.library import store
from treatylang.syntax import grammar

_MOST = 2


@cache
def parser() -> grammar.Parser:
    """The parser of treaties, from the cache where it is there and can be trusted."""
    name = f"{_key()}.parser"
    data = store.read(name)
    if data is not None:
        try:
            return grammar.unpacked(marshal.loads(data))
        except (EOFError, ValueError, TypeError, LookupError, AttributeError):
            pass  # it is built, as if there had been none
    built = grammar.parser()
    store.write(name, marshal.dumps(grammar.packed(built)), _MOST)
    return built


def _key() -> str:
    """A name for the parser: by the program, and by the version of what built it."""
    return store.digest_of(f"{store.program('syntax')} {grammar.BUILT_WITH}".encode(), grammar.grammar_text().encode())
