"""Commands run on bad input, and what every answer to it must be like."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

from tests.command.running import ROOT, called, treaty
from treatylang.diagnostics.registry import CODES
from treatylang.text.screen import is_hidden

_MOST_LINES = 12
_MOST_SECONDS = 20  # of CPU: a guard against runaway work on any machine, no measurement
_MESSAGE = re.compile(r"(?m)^(?=(?:error|warning)\[)")


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str
    seconds: float = 0.0  # of CPU, where it ran in this process

    @property
    def messages(self) -> list[str]:
        return [each for each in _MESSAGE.split(self.err) if each]

    @property
    def codes(self) -> list[str]:
        return re.findall(r"(?m)^error\[(TL\d{4})\]", self.err)


def run(*arguments: object) -> Done:
    """A command in this process."""
    start = time.process_time()
    done = called(*map(str, arguments))
    return Done(done.returncode, done.stdout, done.stderr, time.process_time() - start)


def process(*arguments: object, given: bytes = b"", cwd: Path = ROOT) -> Done:
    """A command in a process of its own."""
    done = treaty(*map(str, arguments), text=given, cwd=cwd)
    return Done(done.returncode, done.stdout, done.stderr)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder, with its time and its bytes."""
    return {str(each): (each.stat().st_mtime_ns, each.read_bytes()) for each in folder.rglob("*") if each.is_file()}


def assert_sane(done: Done, code: int = 1) -> None:
    """Coded messages with hints, short and harmless, after a short while."""
    assert done.code == code, done
    assert "Traceback" not in done.out + done.err
    assert "internal error" not in done.err
    assert not [char for char in done.out + done.err if is_hidden(char)]
    assert done.seconds < _MOST_SECONDS
    for message in done.messages:
        found = re.match(r"(?:error|warning)\[(TL\d{4})\]: .", message)
        assert found and found[1] in CODES, message
        assert message.count("\n") <= _MOST_LINES, message
        assert max(map(len, message.split("\n"))) < 600, message
        assert " = hint: " in message, message


def assert_refused(done: Done, code: str, place: str) -> None:
    """The first error is this one, and it is here: `name:line:column`."""
    assert_sane(done)
    assert done.codes[:1] == [code], done.err
    assert re.search(rf"^ *--> {re.escape(place)}(?: |$)", done.messages[0], re.MULTILINE), done.err
