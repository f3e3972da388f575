"""A cache of the session's own, so that the library is compiled once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from treatylang.library.load import Library, load_library
from treatylang.syntax.grammar import parser


@pytest.fixture(scope="session", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library, and the parser built: what is timed after this is reading alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TREATYLANG_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("TREATYLANG_DEBUG", raising=False)
        parser()
        yield load_library()
